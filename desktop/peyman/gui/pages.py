"""The pages of a project: the annotate page and those beside it, turned over by tabs or keys, made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

HOME = "annotate"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article to show, in somebody's set; 0 is the annotator's own. Offsets are code points."""

    document_number: int
    start: int
    end: int
    set_number: int = 0


class Page(Protocol):
    """A page beside the annotate page; its actions are those of the table whose context is the page's id.

    `place_wanted(Place)` asks for the annotate page at that place; `said(str)` puts a sentence into the status line.
    """

    place_wanted: SignalInstance
    said: SignalInstance

    def widget(self) -> QWidget:
        """The page itself, to be put into the window."""
        ...

    def enter(self) -> None:
        """The page was turned to: bring it up to date and take the focus."""
        ...

    def leave(self) -> None:
        """The project is about to be closed: stop what runs, save what is being typed."""
        ...

    def act(self, action_id: str) -> None: ...


@runtime_checkable
class TakesKeys(Protocol):
    """A page that is asked for a key before the table of actions, and says whether it took it."""

    def key(self, name: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page that can be turned to: `title` is English and translated in the context "pages"."""

    id: str
    title: str
    make: Callable[[], Page]


class Pages(QWidget):
    """The annotate page and, behind tabs, the others.

    Signals:
        turned(str): another page is in view now.
        made(str): a page was made; `page` gives it.
    """

    turned = Signal(str)
    made = Signal(str)

    def __init__(self, home: QWidget, title: str, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self._kinds = {kind.id: kind for kind in kinds}
        self._titles = [title, *(kind.title for kind in kinds)]
        self._ids = [HOME, *self._kinds]
        self._pages: dict[str, Page] = {}
        self.tabs = QTabBar()
        self.tabs.setObjectName("pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._home = home
        self._stack.addWidget(home)
        for _ in self._ids:
            self.tabs.addTab("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.setVisible(len(self._ids) > 1)
        self.tabs.currentChanged.connect(lambda index: self.turn_to(self._ids[index]))
        self._retranslate()

    @property
    def current(self) -> str:
        return self._ids[self.tabs.currentIndex()]

    def page(self, page_id: str) -> Page:
        """Return a page other than the annotate page, made now if nobody has seen it yet."""
        if page_id not in self._pages:
            page = self._pages[page_id] = self._kinds[page_id].make()
            self._stack.addWidget(page.widget())
            self.made.emit(page_id)
        return self._pages[page_id]

    def turn_to(self, page_id: str) -> None:
        """Show a page and let it take the focus; the annotate page keeps what it had."""
        self.tabs.setCurrentIndex(self._ids.index(page_id))
        if page_id == HOME:
            self._stack.setCurrentWidget(self._home)
        else:
            page = self.page(page_id)
            self._stack.setCurrentWidget(page.widget())
            page.enter()
        self.turned.emit(page_id)

    def leave(self) -> None:
        for page in self._pages.values():
            page.leave()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.tabs.setAccessibleName(QCoreApplication.translate("pages", "Pages"))
        for index, title in enumerate(self._titles):
            self.tabs.setTabText(index, QCoreApplication.translate("pages", title))
