"""What a screen reader is told of the article view.

A `QAccessibleTextInterface` written in Python crashes the program as soon as an assistive technology walks it.
So the view has a role and a name, and beside it stands a read-only text field with the article's text, which
Qt itself makes readable word by word; it is never seen.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QTextCursor
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit, QWidget

from peyman.core.model import Extent

from .layout import Column


class Companion(QPlainTextEdit):
    """The article's text for screen readers, placed where nobody sees it. Empty while nobody listens."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._column: Column | None = None
        self._filled = False
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Text of the article"))
        self.setGeometry(-4000, 0, 400, 200)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Text of the article"))
        super().changeEvent(event)

    def show_text(self, column: Column) -> None:
        self._column, self._filled = column, False
        self.clear()
        if QAccessible.isActive():
            self.fill()

    def fill(self) -> None:
        """Take over the text; costs as much as showing it in an editor, so it is done for listeners only."""
        if self._column and not self._filled:
            self.setPlainText("\n".join(block.drawn for block in self._column.blocks))
            self._filled = True

    def show_cursor(self, extent: Extent | None) -> None:
        """Select the token under the cursor, or the selection, so that it is read out."""
        if extent is None or self._column is None or not QAccessible.isActive():
            return
        self.fill()
        cursor = self.textCursor()
        modes = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
        for offset, mode in zip(extent, modes, strict=True):
            number = self._column.number_at(offset)
            block = self._column.blocks[number]
            start = self.document().findBlockByNumber(number).position()
            cursor.setPosition(start + block.unit(min(offset, block.end)), mode)
        self.setTextCursor(cursor)
        # The field never has the focus, so that its caret alone may pass unheard.
        announce(self._view, cursor.selectedText())


class _Interface(QAccessibleWidget):
    """Says that the view is a document; its name is the widget's."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.Document)
        view.setProperty("accessible_interface", self)  # or Python would let go of it while Qt still asks it


@cache
def describe(class_name: str) -> None:
    """Have Qt present widgets of this class, and of no class derived from it, as documents."""

    def interface(name: str, widget: QObject) -> QAccessibleInterface | None:
        return _Interface(widget) if name == class_name and isinstance(widget, QWidget) else None

    QAccessible.installFactory(interface)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Narrator:
    """Says what a key has selected; once, however often the page shows it."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._told = ""

    def tell(self, text: str) -> None:
        """Say a sentence if it is not the one said before; an empty one makes room for the same again."""
        if text and text != self._told:
            announce(self._view, text)
        self._told = text
