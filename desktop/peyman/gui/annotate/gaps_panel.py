"""What an article still lacks when it is to be finished, with a way to each place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from peyman.core.edits import Gap, shorten
from peyman.core.schema import Schema
from peyman.gui.i18n import Language
from peyman.gui.keymap import resolve
from peyman.gui.wording import joined


class GapsPanel(QFrame):
    """A list of gaps: Enter goes to one, F finishes in spite of them, Escape goes back.

    Signals:
        gap_chosen(Gap), finish_anyway(), left().
    """

    gap_chosen = Signal(object)
    finish_anyway = Signal()
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gaps_panel")
        self._language = language
        self._gaps: list[Gap] = []
        self._schema: Schema | None = None
        self._head = QLabel()
        self._head.setWordWrap(True)
        self._list = QListWidget()
        self._list.setMaximumHeight(170)
        self._list.installEventFilter(self)
        self._list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self._head)
        column.addWidget(self._list)

    def show_gaps(self, gaps: list[Gap], schema: Schema) -> None:
        self._gaps = gaps
        self._schema = schema
        self._fill()
        self.show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        assert self._schema is not None
        code = self._language.code
        head = self.tr("{count} things are missing. Enter goes to one, F finishes all the same, Esc goes back.")
        self._head.setText(head.format(count=self._language.digits(len(self._gaps))))
        self._list.setAccessibleName(self._head.text())
        self._list.clear()
        for gap in self._gaps:
            layer = self._schema.layers.get(gap.span.layer)
            attributes = [layer.attribute(name) for name in gap.missing] if layer else []
            missing = joined((a.names(code) for a in attributes if a), code) or self.tr("no role is filled")
            label = layer.label(gap.span.label) if layer else None
            kind = label.names(code) if label else gap.span.label
            # Isolates keep the quote's direction from turning the rest of the row round.
            item = QListWidgetItem(f"{kind}: {missing} — \u2068{shorten(gap.span.quote, 60)}\u2069")
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _go(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._gaps):
            self.gap_chosen.emit(self._gaps[row])

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            if name == "F":
                self.hide()
                self.finish_anyway.emit()
                return True
            if name == "Esc":
                self.left.emit()
                return True
            if name == "Enter":
                self._go()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._schema is not None:
            self._fill()
        super().changeEvent(event)
