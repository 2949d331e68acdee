"""A search under way: it runs off the window's thread, and its hits come page by page."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peyman.core.concordance import Concordance, Found, Search
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.gui.tasks import Progress, Task, Tasks

MOST = 10_000  # hits listed; who finds more had better ask for less


class Feed(QObject):
    """Searches one project; a new search ends the one before.

    Signals:
        came(list[Hit]): some more hits.
        advanced(float): how far the search has come, between 0 and 1.
        ended(bool): the search is over; whether there are more hits than are listed.
        failed(PeymanError).
    """

    came = Signal(object)
    advanced = Signal(float)
    ended = Signal(bool)
    failed = Signal(object)

    def __init__(self, path: Path, tasks: Tasks, *, keep: bool, parent: QObject | None = None) -> None:
        """`keep` lets the index of words grow by what is read."""
        super().__init__(parent)
        self._path = path
        self._tasks = tasks
        self._keep = keep
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def search(self, wanted: Search) -> None:
        """Begin a search, or, for one that looks for nothing, bring the index of words up to date."""
        self.stop()
        pages: deque[Found] = deque()

        def hand_out(_progress: Progress) -> None:
            while pages:
                found = pages.popleft()
                if found.hits:
                    self.came.emit(list(found.hits))
                self.advanced.emit(found.read / found.of if found.of else 1.0)

        def end(more: bool) -> None:
            hand_out(Progress())
            self._task = None
            self.ended.emit(more)

        self._task = self._tasks.run(
            _search, self._path, wanted, self._keep, pages, on_progress=hand_out, on_done=end, on_error=self._fail
        )

    def stop(self) -> None:
        """End what runs; nothing more comes of it."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _fail(self, error: PeymanError) -> None:
        self._task = None
        self.failed.emit(error)


def _search(progress: Progress, path: Path, wanted: Search, keep: bool, pages: deque[Found]) -> bool:
    """Put what is found into `pages`; return whether there is more than is listed."""
    room = MOST
    with Project.open(path, read_only=True) as project, Concordance(project, keep=keep) as concordance:
        if not wanted.text.strip() and not wanted.annotations:
            for part in concordance.bring_up_to_date():
                progress.step(len(part.numbers))
            return False
        for found in concordance.search(wanted):
            pages.append(Found(found.hits[:room], found.read, found.of))
            room -= len(found.hits)
            progress.step()
            if room < 0:
                return True
    return False
