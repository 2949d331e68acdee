"""Ticking articles in a list that can be narrowed down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peyman.gui.fields import Dialog, plain_buttons, quiet, titled

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Article(Protocol):
    """What is shown of an article."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...


class TickedArticles(QAbstractListModel):
    """Articles with a tick or none; of all there are, those show whose name or title holds some words."""

    def __init__(self, articles: Sequence[Article], ticked: frozenset[str]) -> None:
        super().__init__()
        self._articles = articles
        self._folded = [f"{article.name}\n{article.title}".casefold() for article in articles]
        self._shown: Sequence[int] = range(len(articles))
        self.ticked = set(ticked)

    def narrow(self, words: str) -> None:
        """Show only the articles that hold all of these words."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = [n for n, text in enumerate(self._folded) if all(word in text for word in wanted)]
        self.endResetModel()

    def tick_shown(self, ticked: bool) -> None:
        """Tick, or untick, all that shows."""
        shown = {self._articles[number].name for number in self._shown}
        self.ticked = self.ticked | shown if ticked else self.ticked - shown
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = int(_Role.DisplayRole)) -> Any:
        article = self._articles[self._shown[index.row()]]
        if role == _Role.DisplayRole:
            return f"\u2068{article.title or article.name}\u2069 · \u2068{article.name}\u2069"
        if role == _Role.ToolTipRole:
            return article.name
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if article.name in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = int(_Role.EditRole)) -> bool:
        if role != _Role.CheckStateRole:
            return False
        name = self._articles[self._shown[index.row()]].name
        (self.ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self.ticked.discard)(name)
        self.dataChanged.emit(index, index)
        return True


class ArticlePicker(Dialog):
    """Asks which articles; `names` has the answer once it is accepted."""

    def __init__(self, articles: Sequence[Article], ticked: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose articles"))
        self.resize(520, 420)
        self.model = TickedArticles(articles, ticked)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Words of the title or name"))
        self.search.setPlaceholderText(self.tr("Words of the title or name"))
        self.search.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Articles; Space ticks one"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tick, self.untick = QPushButton(self.tr("&Tick all shown")), QPushButton(self.tr("&Untick all shown"))
        self.count = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        plain_buttons(self.buttons)
        row = QHBoxLayout()
        for button in (self.tick, self.untick):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Which articles?")))
        column.addWidget(quiet(self.tr("Tick (Space) those to export.")))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.search.textChanged.connect(self.model.narrow)
        self.tick.clicked.connect(lambda: self.model.tick_shown(True))
        self.untick.clicked.connect(lambda: self.model.tick_shown(False))
        self.model.dataChanged.connect(self._count)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._count()
        self.search.setFocus()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.model.ticked)

    def _count(self) -> None:
        self.count.setText(self.tr("%Ln ticked", "", len(self.model.ticked)))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.model.ticked))
