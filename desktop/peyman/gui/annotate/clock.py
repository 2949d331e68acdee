"""How long the annotator works on each article, for himself: pauses of over a minute do not count.

The time stays in this project file and can be switched off. It is no annotation and no edit.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from peyman.core.errors import PeymanError
from peyman.gui.session import Session

PAUSE = 60.0  # seconds without a sign of life that end a stretch of work
SAVED_EVERY = 120.0  # seconds counted until they are saved, besides when the article is left


class Clock(QObject):
    """Counts from one sign of life (`tick`) to the next, for the annotator's own set in view."""

    def __init__(
        self,
        session: Session,
        *,
        wanted: bool,
        now: Callable[[], float] = time.monotonic,
        today: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        self._today = today
        self._set: int | None = None
        self._last = now()
        self._counted = 0.0
        self.wanted = wanted
        session.document_shown.connect(self.tick)
        session.edited.connect(lambda _edit: self.tick())

    def tick(self) -> None:
        """Something was done: pressed, scrolled, clicked, edited."""
        now = self._now()
        gap, self._last = now - self._last, now
        if self._set is not None and self.wanted and gap <= PAUSE:
            self._counted += gap
        shown = self._session.annotations
        number = shown.number if shown is not None and self._session.own else None
        if number != self._set or self._counted >= SAVED_EVERY:
            self.save()
            self._set = number

    def save(self) -> None:
        """Write down what was counted; a part of a second waits for the next time."""
        seconds = int(self._counted)
        if self._set is None or seconds == 0:
            return
        self._counted -= seconds
        try:
            self._session.project.add_active_time(self._set, self._today().date().isoformat(), seconds)
        except PeymanError:  # a full disk is told of when it matters, at the next edit
            self._counted += seconds

    def seconds(self) -> int:
        """Return how long the annotator has worked on the article in view, in seconds."""
        if self._set is None:
            return 0
        return self._session.project.active_seconds(self._set) + int(self._counted)
