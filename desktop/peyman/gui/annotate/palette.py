"""The bar of labels under the article: each with its key, its colour and its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from peyman.gui.annotate.chips import KeyButton
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width
from peyman.gui.wording import tool_tip


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
        self._buttons: dict[str, KeyButton] = {}
        self._prompt = QLabel()
        self._prompt.setProperty("role", "group")
        self._prompt.setTextFormat(Qt.TextFormat.PlainText)
        self._prompt.setContentsMargins(6, 0, 6, 0)
        self._prompt.setWordWrap(True)
        self._prompt.hide()
        self._flow = FlowLayout(self, gap=2, line_gap=2)
        self._flow.setContentsMargins(8, 5, 8, 5)
        self._flow.addWidget(self._prompt)
        self._name()

    def show_items(self, items: Sequence[PaletteItem], prompt: str = "", emphasised: bool = False) -> None:
        """Show these labels after `prompt`; `emphasised` when they are an answer the window waits for."""
        if self._flow_key(items) != self._flow_key(self._items):
            self._rebuild(items)
        self._items = tuple(items)
        for item in items:
            self._buttons[item.id].set_current(item.current)
        self._prompt.setText(prompt)
        self._prompt.setVisible(bool(prompt))
        if emphasised != self._emphasised:
            self._emphasised = emphasised
            self.update()
        self._name()

    @property
    def items(self) -> tuple[PaletteItem, ...]:
        return self._items

    @staticmethod
    def _flow_key(items: Sequence[PaletteItem]) -> list[tuple[str, str, str, str, str]]:
        return [(item.id, item.name, item.key, item.color, item.tip) for item in items]

    def _rebuild(self, items: Sequence[PaletteItem]) -> None:
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for item in items:
            button = KeyButton(item.id, item.name, item.key, item.color)
            button.setToolTip(tool_tip(item.tip))
            button.setAccessibleName(item.name)
            button.setAccessibleDescription(item.tip)
            button.clicked.connect(lambda _checked=False, chosen=item.id: self.chosen.emit(chosen))
            self._flow.addWidget(button)
            button.show()
            self._buttons[item.id] = button

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
