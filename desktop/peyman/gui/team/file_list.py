"""A list of files that one chooses, drops and takes off again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peyman.gui.theme import icon


class FileList(QWidget):
    """Files to choose, add by dropping, and take off again.

    Signals:
        changed(): another file is on the list, or one less.
        browse_requested(): the button was pressed; whoever listens adds files.
    """

    changed = Signal()
    browse_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says what the files are, to those who hear it."""
        super().__init__(parent)
        self.paths: list[Path] = []
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumHeight(64)
        self.list.itemSelectionChanged.connect(self._check)
        self.add_button = QPushButton(self.tr("Add &files…"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        row = QHBoxLayout()
        for button, slot in ((self.add_button, self.browse_requested.emit), (self.remove_button, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.setAcceptDrops(True)
        self._check()

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the list, each once."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self.paths]
        for path in fresh:
            self.paths.append(path)
            item = QListWidgetItem(icon("new"), f"\u2066{path.name}\u2069")
            item.setToolTip(str(path))
            self.list.addItem(item)
        if fresh:
            self.changed.emit()

    def _remove(self) -> None:
        rows = sorted((index.row() for index in self.list.selectedIndexes()), reverse=True)
        for row in rows:
            self.list.takeItem(row)
            del self.paths[row]
        if rows:
            self.changed.emit()

    def _check(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedIndexes()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
