"""The search page: the concordance, and a key away the check of consistent labelling."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from peyman.gui.i18n import Language
from peyman.gui.search.check import CheckPane
from peyman.gui.search.results import SearchPane
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import Theme


class SearchPage(QWidget):
    """Searches the project of a session.

    Signals:
        place_wanted(Place), said(str): as every page has them.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme, language: Language, tasks: Tasks) -> None:  # noqa: ARG002 - every page is made so
        super().__init__()
        self.setObjectName("search_page")
        self.search = SearchPane(session, tasks, language)
        self.check = CheckPane(session, tasks, language)
        self._stack = QStackedWidget()
        for part in (self.search, self.check):
            self._stack.addWidget(part)
            part.place_wanted.connect(self.place_wanted)
            part.said.connect(self.said)
            part.failed.connect(session.failed)
        self.search.check_wanted.connect(lambda: self._turn(self.check))
        self.check.left.connect(lambda: self._turn(self.search))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.addWidget(self._stack)

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        self._turn(self.check if self._stack.currentWidget() is self.check else self.search)

    def leave(self) -> None:
        self.search.leave()
        self.check.leave()

    def act(self, action_id: str) -> None:
        if action_id == "search.check":
            if self._stack.currentWidget() is self.check:
                self.check.run()
            else:
                self._turn(self.check)

    def _turn(self, part: SearchPane | CheckPane) -> None:
        self._stack.setCurrentWidget(part)
        part.enter()
