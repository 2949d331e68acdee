"""A short list under the article of which each row is one digit away: the last edits, reasons to skip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from peyman.gui.fields import ContentEdit
from peyman.gui.keymap import resolve
from peyman.gui.wording import localized_key

KEYS = "1234567890"  # of the rows, in this order


class NumberedPanel(QFrame):
    """Up to ten rows to choose from by digit, by arrows and Enter, or by mouse; perhaps a line for something else.

    Signals:
        chosen(int): the row with this number, from 0.
        written(str): what was written instead.
        left(): Escape.
    """

    chosen = Signal(int)
    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gaps_panel")
        self._head = QLabel()
        self._head.setWordWrap(True)
        self.rows = QListWidget()
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = ContentEdit("name")
        self.line.returnPressed.connect(lambda: self.written.emit(self.line.text().strip()))
        self.rows.installEventFilter(self)
        self.line.installEventFilter(self)
        self.rows.itemClicked.connect(lambda _item: self._choose(self.rows.currentRow()))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        for widget in (self._head, self.rows, self.line):
            column.addWidget(widget)

    def show_rows(self, head: str, rows: Sequence[str], *, or_write: str = "") -> None:
        """Ask with these rows; with `or_write`, which says what for, there is a line to write in as well."""
        self._head.setText(head)
        self.rows.setAccessibleName(head)
        self.rows.clear()
        # Isolates keep what a row quotes from turning the number round.
        self.rows.addItems([f"{localized_key(key)}   \u2068{row}\u2069" for key, row in zip(KEYS, rows, strict=False)])
        self.rows.setCurrentRow(0)
        height = sum(self.rows.sizeHintForRow(row) for row in range(self.rows.count()))
        self.rows.setFixedHeight(min(height + 2 * self.rows.frameWidth(), 260))
        self.line.clear()
        self.line.setVisible(bool(or_write))
        self.line.setPlaceholderText(or_write)
        self.line.setAccessibleName(or_write)
        self.show()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        if 0 <= row < self.rows.count():
            self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            if name == "Esc":
                self.left.emit()
                return True
            if watched is self.rows and name == "Enter":
                self._choose(self.rows.currentRow())
                return True
            if watched is self.rows and name in KEYS:
                self._choose(KEYS.index(name))
                return True
        return super().eventFilter(watched, event)
