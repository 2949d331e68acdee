"""What an annotator remarks on a span or an article: a note, and a doubt with what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QToolButton, QWidget

from peyman.gui.annotate.form_rows import ValueEdit
from peyman.gui.keymap import resolve
from peyman.gui.theme import icon
from peyman.gui.wording import doubt_words, text_direction

UNSURE = "unsure"  # a doubt without a reason, as the key for doubts sets it


class NoteEdit(QPlainTextEdit):
    """A note: several lines, each running the way most of the note does, as high as it needs to be.

    Signals:
        committed(str): what was typed is to be kept.
        left(): the keyboard is done here.
    """

    committed = Signal(str)
    left = Signal()
    LEAST, MOST = 2, 9  # lines

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._follow)
        self._word()

    def show_note(self, note: str, *, read_only: bool) -> None:
        """Show a stored note; what is being typed stays unless the stored note became another one."""
        self.setReadOnly(read_only)
        if note != self._note or not self.document().isModified():
            self._note = note
            self._reset()

    def _reset(self) -> None:
        if self.toPlainText() != self._note:
            self.setPlainText(self._note)
        self.document().setModified(False)

    def commit(self) -> None:
        """Give out what was typed, if it differs from the stored note."""
        text = self.toPlainText().strip()
        if self.isReadOnly() or not self.document().isModified():
            return
        self.document().setModified(False)
        if text != self._note:
            self._note = text
            self.committed.emit(text)

    def discard(self) -> None:
        """Forget what was typed."""
        self._reset()

    def _follow(self) -> None:
        text = self.toPlainText()
        option = self.document().defaultTextOption()
        direction = text_direction(text) if text else self.layoutDirection()
        if option.textDirection() != direction:
            option = QTextOption(option)
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(max(self.document().size().height(), self.LEAST), self.MOST)
        margin = self.document().documentMargin() + self.frameWidth() + 2
        return QSize(200, round(lines * self.fontMetrics().lineSpacing() + 2 * margin))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._follow()
        elif event.type() == QEvent.Type.LanguageChange:
            self._word()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if resolve(event) in ("Ctrl+Enter", "Esc"):
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("A word to yourself or to the supervisor"))


class Doubt(QObject):
    """A button that says whether there is a doubt, and a line for what it is about; where they stand is the card's.

    Signals:
        changed(str): the doubt is to become this; "" takes it away.
        left(): the keyboard is done here.
    """

    changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._doubt = ""
        self.button = tool("doubt", checkable=True)
        self.line = ValueEdit()
        self.line.installEventFilter(self)
        self.line.unfocused.connect(self.commit)
        self.button.clicked.connect(self.toggle)
        self._word()

    def show_doubt(self, doubt: str, *, read_only: bool) -> None:
        self._doubt = doubt
        self.button.setChecked(bool(doubt))
        self.button.setEnabled(not read_only)
        self.button.setVisible(bool(doubt) or not read_only)
        self.line.setReadOnly(read_only)
        self.line.setVisible(bool(doubt))
        if not self.line.isModified():
            self.line.setText("" if doubt == UNSURE else doubt_words(doubt))
            self.line.setCursorPosition(0)

    def toggle(self) -> None:
        """Begin or end the doubt, and go on to say what it is about."""
        if self.button.isEnabled():
            self.line.setModified(False)
            self.changed.emit("" if self._doubt else UNSURE)

    def commit(self) -> None:
        """Give out what was typed, if it differs; without a reason it is still a doubt."""
        if self.line.isModified():
            self.line.setModified(False)
            doubt = self.line.text().strip() or UNSURE
            if doubt != self._doubt:
                self.changed.emit(doubt)

    def discard(self) -> None:
        """Forget what was typed."""
        self.line.setModified(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        pressed = resolve(event) if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else ""
        if pressed in ("Enter", "Esc", "Ctrl+Enter"):
            self.commit()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _word(self) -> None:
        name = self.tr("Doubt")
        self.line.setPlaceholderText(self.tr("What are you unsure of?"))
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(name)
        self.button.setToolTip(f"{name} (\u2066X\u2069)")


def tool(icon_name: str, *, checkable: bool = False) -> QToolButton:
    """Return a small button with a drawing, for the head of a card."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setCheckable(checkable)
    button.setAutoRaise(True)
    button.setProperty("role", "tool")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
