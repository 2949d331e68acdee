"""The queue of articles: a search field, the states with their counts, and the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peyman.core.model import STATES, State
from peyman.gui.annotate.chips import Chip
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width
from peyman.gui.i18n import Language
from peyman.gui.keymap import resolve
from peyman.gui.models import QueueFilter, QueueModel, QueueView
from peyman.gui.settings import Settings
from peyman.gui.theme import icon
from peyman.gui.wording import number, state_words, text_direction

PATIENCE = 120  # milliseconds after the last letter until the list is filtered
WAITING: tuple[State, ...] = ("new", "in_progress")


class QueuePanel(QWidget):
    """Which article comes next. It remembers its filter between starts.

    Args:
        model: the articles; the panel owns it from now on.
        count_states: returns how many articles there are in each state, whatever the filter.

    Signals:
        document_chosen(int): show the article with this number.
        filter_changed(): other articles are listed now.
        left(): Escape in an empty search field; back to the article.
        import_requested(): there is nothing here and the person wants to import.
    """

    document_chosen = Signal(int)
    filter_changed = Signal()
    import_requested = Signal()
    left = Signal()

    def __init__(
        self,
        model: QueueModel,
        language: Language,
        settings: Settings,
        count_states: Callable[[], Mapping[State, int]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        model.setParent(self)
        self._language = language
        self._settings = settings
        self._count_states = count_states
        self._counts: dict[State, int] = {}
        self._current: int | None = None
        self._seen: tuple[int, State | None] | None = None  # what was counted of the article at hand
        self._search = QLineEdit()
        self._chips: dict[State | None, Chip] = {state: Chip() for state in (None, *STATES)}
        self._list = QueueView()
        self._pages = QStackedWidget()
        self._nothing = QLabel()
        self._import = QPushButton()
        self._place = QLabel()
        self._typing = QTimer(self, singleShot=True, interval=PATIENCE)
        self._typing.timeout.connect(self._apply_filter)
        self._lay_out()
        self._connect()
        self._restore()
        self.reload()
        self._word()

    # Building ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMinimumWidth(180)
        self._search.setClearButtonEnabled(True)
        self._search.setProperty("role", "search")
        self._search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        states = QWidget()
        let_height_follow_width(states)
        flow = FlowLayout(states, gap=3, line_gap=3)
        for chip in self._chips.values():
            flow.addWidget(chip)
        self._list.setModel(self._model)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "quiet")
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self._nothing)
        middle.addWidget(self._import, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        self._pages.addWidget(self._list)
        self._pages.addWidget(empty)
        self._place.setProperty("role", "quiet")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(states)
        column.addWidget(self._pages, 1)
        column.addWidget(self._place)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._text_changed)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._choose)
        self._import.clicked.connect(self.import_requested)
        for state, chip in self._chips.items():
            chip.clicked.connect(lambda _checked=False, state=state: self.set_state(state))

    def _restore(self) -> None:
        state = next((known for known in STATES if known == self._settings.text("queue_state")), None)
        text = self._settings.text("queue_text")
        self._search.blockSignals(True)
        self._search.setText(text)
        self._search.blockSignals(False)
        self._follow_direction()
        self._model.set_filter(QueueFilter(state, text.strip()))

    # What is listed ------------------------------------------------------------------------------------------

    @property
    def filter(self) -> QueueFilter:
        return self._model.filter

    def set_state(self, state: State | None) -> None:
        """List the articles in this state only; None lists all."""
        self._typing.stop()
        self._set_filter(QueueFilter(state, self._search.text().strip()))

    def _text_changed(self) -> None:
        self._follow_direction()
        self._typing.start()

    def _apply_filter(self) -> None:
        self._typing.stop()
        self._set_filter(QueueFilter(self._model.filter.state, self._search.text().strip()))

    def _set_filter(self, queue_filter: QueueFilter) -> None:
        if queue_filter == self._model.filter:
            return
        self._model.set_filter(queue_filter)
        self._settings.set("queue_state", queue_filter.state or "")
        self._settings.set("queue_text", queue_filter.text)
        self._show_listed()
        self.filter_changed.emit()

    def reload(self) -> None:
        """Read the queue anew."""
        self._model.reload()
        self._counts = dict(self._count_states()) if self._count_states else {}
        self._show_listed()

    def refresh(self, document: int) -> None:
        """Read one article anew; it keeps its place even if it no longer passes the filter."""
        self._model.refresh_row(document)
        seen = self._state_of(document)
        if self._seen != (document, seen):
            self._seen = document, seen
            self._counts = dict(self._count_states()) if self._count_states else {}
        self._show_place()

    def _show_listed(self) -> None:
        self._show_current()
        self._show_place()

    # The current article -------------------------------------------------------------------------------------

    def set_current(self, document: int) -> None:
        """Mark the article that is in view."""
        self._current = document
        self._seen = document, self._state_of(document)
        self._show_current()
        self._show_place()

    def _show_current(self) -> None:
        row = self._row()
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        if row >= 0:
            self._list.scrollTo(index)

    def _state_of(self, document: int) -> State | None:
        row = self._model.at(self._model.row_of(document))
        return row.state if row else None

    def _row(self) -> int:
        return -1 if self._current is None else self._model.row_of(self._current)

    def neighbour(self, by: int) -> int | None:
        """Return the article that many places on in the list; None past its ends, or if it is empty."""
        numbers = self._model.numbers
        if self._row() < 0:
            return (numbers[0] if by > 0 else numbers[-1]) if numbers else None
        row = self._row() + by
        return numbers[row] if 0 <= row < len(numbers) else None

    def next_waiting(self) -> int | None:
        """Return the next article listed that is new or in progress, going round; None if none is left."""
        numbers = self._model.numbers
        start = self._row() + 1
        for row in (*range(start, len(numbers)), *range(start - 1)):
            document = self._model.at(row)
            if document is not None and document.state in WAITING:
                return document.number
        return None

    # The keyboard --------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only widgets are watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            return self._search_key(name) if watched is self._search else self._list_key(name)
        return super().eventFilter(watched, event)

    def _search_key(self, name: str) -> bool:
        """Walk the list from the search field; Enter opens what is marked there, or the first article found."""
        if name == "Esc":
            if self._search.text():
                self._search.clear()
            else:
                self.left.emit()
            return True
        if name not in ("Up", "Down", "Enter"):
            return False
        self._apply_filter()
        row = self._list.currentIndex().row()
        if name == "Enter":
            self._open(max(0, row))
        elif self._model.rowCount():
            row = min(max(0, row + (1 if name == "Down" else -1)), self._model.rowCount() - 1)
            self._list.setCurrentIndex(self._model.index(row))
            self.focus_list()
        return True

    def _list_key(self, name: str) -> bool:
        if name != "Enter":
            return False
        self._open(self._list.currentIndex().row())
        return True

    def _choose(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._model.numbers):
            self.document_chosen.emit(self._model.numbers[row])

    # Words ---------------------------------------------------------------------------------------------------

    def _word(self) -> None:
        self._search.setPlaceholderText(self.tr("Search articles"))
        self._search.setAccessibleName(self.tr("Search articles"))
        self._list.setAccessibleName(self.tr("Articles"))
        self._import.setText(self.tr("Import articles…"))
        self._follow_direction()
        self._show_place()

    def _follow_direction(self) -> None:
        text = self._search.text()
        if text:
            self._search.setLayoutDirection(text_direction(text))
        else:
            self._search.unsetLayoutDirection()

    def _show_place(self) -> None:
        """Show the counts, the place of the current article in the list, or why the list is empty."""
        listed, state = len(self._model.numbers), self._model.filter.state
        for of, chip in self._chips.items():
            words = state_words(of) if of else self.tr("All")
            count = sum(self._counts.values()) if of is None else self._counts.get(of, 0)
            text = f"{words} {number(count)}" if self._counts else words
            chip.show_choice(text, of == state)
        row = self._row()
        if row >= 0:
            place = self.tr("{n} of {m}").format(n=number(row + 1), m=number(listed))
        else:
            place = number(listed)
        self._place.setText(place if listed else "")
        self._place.setAccessibleName(self._place.text())
        self._pages.setCurrentIndex(0 if listed else 1)
        if not listed:
            self._say_nothing()

    def _say_nothing(self) -> None:
        filtered = self._model.filter != QueueFilter()
        if not filtered:
            words = self.tr("There is no article here yet. Import some texts, and the work can begin.")
        elif self._model.filter.text:
            words = self.tr("No article has this in its title or name. Try fewer letters, or another state.")
        elif self._model.filter.state in WAITING:
            words = self.tr("Nothing is waiting here: well done.")
        else:
            words = self.tr("No article is in this state yet.")
        self._nothing.setText(words)
        self._import.setVisible(not filtered)

    def sizeHint(self) -> QSize:
        return QSize(260, 500)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)
