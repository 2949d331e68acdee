"""The bar of labels under the article: each with its key, its colour and its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from peyman.gui.annotate.chips import KeyButton
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One label to choose.

    Attributes:
        key: name of the key that chooses it, as in `keymap`; "" if none does.
        color: of the label, #rrggbb.
        tip: its rule, shown while the pointer rests on it.
        current: whether the selected span has it now.
    """

    id: str
    name: str
    key: str
    color: str
    tip: str = ""
    current: bool = False


class Prompt(QLabel):
    """A question that takes one line if there is room for it, and breaks only where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "group")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(6, 0, 6, 0)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """All on one line; Qt would have a text that may break be as high as it is wide."""
        margins = self.contentsMargins()
        # A pixel more than the letters: widths of text are rounded.
        width = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 1
        return QSize(width, self.heightForWidth(width))


class Palette(QWidget):
    """A strip of labels that wraps. It never takes the focus: the article keeps the keyboard.

    Signals:
        chosen(str): a label was clicked; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        let_height_follow_width(self)
        self._items: tuple[PaletteItem, ...] = ()
        self._emphasised = False
        self._buttons: list[KeyButton] = []
        self._prompt = Prompt()
        self._prompt.hide()
        self._flow = FlowLayout(self, gap=2, line_gap=2)
        self._flow.setContentsMargins(8, 5, 8, 5)
        self._flow.addWidget(self._prompt)
        self._name()

    def show_items(self, items: Sequence[PaletteItem], prompt: str = "", emphasised: bool = False) -> None:
        """Show these labels after `prompt`; `emphasised` when they are an answer the window waits for."""
        while len(self._buttons) < len(items):
            self._buttons.append(self._new_button(len(self._buttons)))
        before = dict(enumerate(self._items))
        for number, (button, item) in enumerate(zip(self._buttons, items, strict=False)):
            if before.get(number) != item:
                button.show_label(item.name, item.key, item.color, item.tip)
                button.set_current(item.current)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(items))
        self._items = tuple(items)
        self._prompt.setText(prompt)
        self._prompt.setVisible(bool(prompt))
        if emphasised != self._emphasised:
            self._emphasised = emphasised
            self.update()
        self._name()

    @property
    def items(self) -> tuple[PaletteItem, ...]:
        return self._items

    def button(self, item_id: str) -> KeyButton:
        """Return the button of a label that is shown; raises KeyError."""
        return {item.id: button for item, button in zip(self._items, self._buttons, strict=False)}[item_id]

    def _new_button(self, number: int) -> KeyButton:
        """Buttons are kept and change their labels: the palette changes with every other key."""
        button = KeyButton()
        button.clicked.connect(lambda: self.chosen.emit(self._items[number].id))
        self._flow.addWidget(button)
        return button

    def _name(self) -> None:
        self.setAccessibleName(self._prompt.text() or self.tr("Labels"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the frame of a question, or just a hair line towards the article."""
        painter = QPainter(self)
        colours = self.palette()
        if self._emphasised:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.accent(), 2))
            painter.setBrush(colours.base())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)
        else:
            painter.setPen(QPen(colours.mid(), 1))
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())
