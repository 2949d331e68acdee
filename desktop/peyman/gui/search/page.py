"""The search page: two tabs, the concordance and the check of consistent labelling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from peyman.gui.i18n import Language
from peyman.gui.search.check import CheckTab
from peyman.gui.search.results import SearchTab
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
        self.search = SearchTab(session, tasks, language)
        self.check = CheckTab(session, tasks, language)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for tab in (self.search, self.check):
            self._tabs.addTab("")
            self._stack.addWidget(tab)
            tab.place_wanted.connect(self.place_wanted)
            tab.said.connect(self.said)
            tab.failed.connect(session.failed)
        self._tabs.currentChanged.connect(self._turn)
        self.check.left.connect(lambda: self._tabs.setCurrentIndex(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._word()

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        self._current.enter()

    def leave(self) -> None:
        self.search.leave()
        self.check.leave()

    def act(self, action_id: str) -> None:
        if action_id == "search.check":
            if self._current is self.check:
                self.check.run()
            else:
                self._tabs.setCurrentIndex(1)

    @property
    def _current(self) -> SearchTab | CheckTab:
        return self.search if self._tabs.currentIndex() == 0 else self.check

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._current.enter()

    def _word(self) -> None:
        self._tabs.setTabText(0, self.tr("Search"))
        self._tabs.setTabText(1, self.tr("Consistency"))
        self._tabs.setAccessibleName(self.tr("Search or check"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)
