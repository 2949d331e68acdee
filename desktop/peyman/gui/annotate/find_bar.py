"""Find in the article: a field over the text, all hits painted in it, and which one of how many this is."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from peyman.core.model import Document, Extent
from peyman.core.normalise import Normalised, normalise
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.desk import Desk
from peyman.gui.i18n import Language
from peyman.gui.keymap import resolve
from peyman.gui.session import Session
from peyman.gui.theme import icon
from peyman.gui.wording import text_direction

_MOST_SHOWN = 5_000  # hits painted; all are counted


class FindBar(QFrame):
    """Enter goes to the next hit, Shift+Enter to the one before; Escape goes back with the hit selected.

    Signals:
        left(): the bar is done with, and hidden.
    """

    left = Signal()

    def __init__(
        self, session: Session, desk: Desk, view: ArticleView, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._session = session
        self._desk = desk
        self._view = view
        self._language = language
        self._views: dict[bool, Normalised] = {}  # of the article in view, with and without spaces
        self._hits: list[Extent] = []
        self._at = -1
        self._from = 0  # where the search began
        self.field = QLineEdit()
        self.field.setProperty("role", "search")
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setText("×")
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self._close)
        self._word()
        self.hide()

    def open(self) -> None:
        """Show the bar, with the selected words to look for."""
        document, cursor = self._session.document, self._desk.cursor
        if document is None or cursor is None:
            return
        span, selection = self._desk.selected, self._desk.selection
        self._from = span.start if span else cursor.target[0]
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        chosen = span.quote if span else document.text[slice(*selection)] if selection else ""
        if chosen and "\n" not in chosen.strip():
            self.field.setText(chosen.strip())
        self._search()
        self.field.selectAll()

    def leave(self) -> None:
        """Go back to the article; the hit stays selected, for a key to label it."""
        hit = self._hits[self._at] if self._at >= 0 else None
        self._put([])
        self.hide()
        self.left.emit()
        if hit is not None:
            self._select(hit)

    def _select(self, hit: Extent) -> None:
        spans = self._session.annotations.spans if self._session.annotations else ()
        there = next((span for span in spans if (span.start, span.end) == hit and span.layer != "argument"), None)
        if there is not None:
            self._desk.select_span(there.id)
        else:
            self._desk.select_text(*hit)

    # Searching -------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        document, wanted = self._session.document, self.field.text()
        if wanted.strip():
            self.field.setLayoutDirection(text_direction(wanted))
        else:
            self.field.unsetLayoutDirection()
        hits = list(self._found(document, wanted)) if document is not None and self.isVisible() else []
        self._put(hits)
        if hits:
            self._go_to(bisect_left(hits, (self._from, 0)) % len(hits))

    def _found(self, document: Document, wanted: str) -> list[Extent]:
        """Return all hits; where several words are looked for, the spaces between them may be missing."""
        loosely = any(gap in wanted.strip() for gap in (" ", "\u200c"))
        if loosely not in self._views:
            self._views[loosely] = normalise(document.text, drop_spaces=loosely)
        return list(self._views[loosely].find_all(wanted))

    def _put(self, hits: list[Extent]) -> None:
        self._hits, self._at = hits, -1
        self._view.set_found(hits[:_MOST_SHOWN], None)
        self._say()

    def _go_to(self, number: int) -> None:
        self._at = number
        hit = self._hits[number]
        self._view.set_found(self._hits[:_MOST_SHOWN], hit)
        self._view.ensure_visible(*hit)
        self._say()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, round the ends."""
        if self._hits:
            self._go_to((self._at + by) % len(self._hits))
            self._from = self._hits[self._at][0]

    def refresh(self) -> None:
        """Search in another article, which is in view now."""
        self._views.clear()
        if self.isVisible():
            self._from = 0
            self._search()

    # Words and keys --------------------------------------------------------------------------------------------

    def _say(self) -> None:
        digits = self._language.digits
        if self._hits:
            said = self.tr("{n} of {m}").format(n=digits(self._at + 1), m=digits(len(self._hits)))
        else:
            said = self.tr("not found") if self.field.text().strip() else ""
        self.count.setText(said)
        self.field.setAccessibleDescription(said)

    def _word(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._say()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only the field is watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            steps = {"Enter": 1, "Down": 1, "F3": 1, "Shift+Enter": -1, "Up": -1, "Shift+F3": -1}
            if name in steps:
                self.step(steps[name])
                return True
            if name == "Esc":
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)
