"""The schema as a tree: layers, their labels and attributes, and the choices of these."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from peyman.core.schema import Attribute, Choice, Label, Schema
from peyman.core.schema_draft import Entry, entries, found
from peyman.core.schema_edits import Usage
from peyman.gui.annotate.cells import is_dark
from peyman.gui.i18n import Language
from peyman.gui.theme import line
from peyman.gui.wording import localized_key

_ENTRY = Qt.ItemDataRole.UserRole
_LAYER = Qt.ItemDataRole.UserRole + 1
_SWATCH = 11  # pixels


class SchemaTree(QTreeWidget):
    """Shows what can be edited, with keys and how often each is used.

    Signals:
        chosen(): another entry is current.
    """

    chosen = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._items: dict[Entry, QTreeWidgetItem] = {}
        self.setColumnCount(3)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        wide = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(1, 8 * wide + 12)
        self.setColumnWidth(2, 9 * wide + 12)
        self.setAccessibleName(self.tr("Labels and attributes"))
        self.setHeaderLabels([self.tr("Name"), self.tr("Key"), self.tr("Used")])
        self.currentItemChanged.connect(lambda *_items: self.chosen.emit())

    @property
    def entry(self) -> Entry | None:
        """What is current; None on a layer or when nothing is."""
        item = self.currentItem()
        value = item.data(0, _ENTRY) if item else None
        return value if isinstance(value, Entry) else None

    @property
    def layer(self) -> str:
        """The layer of what is current."""
        item = self.currentItem()
        return str(item.data(0, _LAYER)) if item else ""

    def choose(self, entry: Entry | None) -> None:
        item = self._items.get(entry) if entry else None
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def show_schema(self, schema: Schema, usage: Usage) -> None:
        """Show a schema anew; what is open and current stays so."""
        current = self.entry
        known = dict(self._items)
        opened = {entry for entry, item in known.items() if item.isExpanded()}
        layers_closed = {item.data(0, _LAYER) for item in self._tops() if not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for layer in schema.layers.values():
            top = QTreeWidgetItem([layer.names(self._language.code)])
            top.setData(0, _LAYER, layer.id)
            font = self.font()
            font.setBold(True)
            top.setFont(0, font)
            self.addTopLevelItem(top)
            top.setExpanded(layer.id not in layers_closed)
        tops = {str(item.data(0, _LAYER)): item for item in self._tops()}
        for entry in entries(schema):
            above = self._items[Entry(entry.layer, entry.kind, entry.id)] if entry.choice else tops[entry.layer]
            item = self._item(entry, schema, usage)
            above.addChild(item)
            self._items[entry] = item
        for entry in opened & set(self._items):
            self._items[entry].setExpanded(True)
        self.blockSignals(False)
        self.choose(current if current in self._items else next(iter(self._items), None))

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None:
                yield item

    def _item(self, entry: Entry, schema: Schema, usage: Usage) -> QTreeWidgetItem:
        one = found(schema, entry)
        assert one is not None
        name = one.names(self._language.code)
        if one.merged_into:
            into = found(schema, _beside(entry, one.merged_into))
            name = self.tr("{name} (merged into {into})").format(
                name=one.names(self._language.code), into=into.names(self._language.code) if into else one.merged_into
            )
        elif one.retired:
            name = self.tr("{name} (retired)").format(name=name)
        used = usage.total(entry)
        key = localized_key(one.key) if one.key else ""
        item = QTreeWidgetItem([name, key, self._language.digits(used) if used else ""])
        item.setData(0, _ENTRY, entry)
        item.setData(0, _LAYER, entry.layer)
        item.setToolTip(0, f"{name}\n{entry.choice or entry.id}")
        item.setIcon(0, self._mark(one))
        if one.retired:
            faint = self.palette().placeholderText()
            for column in range(3):
                item.setForeground(column, faint)
        return item

    def _mark(self, one: Label | Attribute | Choice) -> QIcon:
        """A filled square in its colour for a label, a ring for an attribute, a dot for a choice."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(_SWATCH * ratio), round(_SWATCH * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, Label):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line(QColor(one.color), is_dark(self.palette())))
            painter.drawRoundedRect(QRect(0, 0, _SWATCH, _SWATCH), 2, 2)
        else:
            small = isinstance(one, Choice)
            painter.setPen(Qt.PenStyle.NoPen if small else self.palette().placeholderText().color())
            painter.setBrush(self.palette().placeholderText() if small else Qt.BrushStyle.NoBrush)
            inset = 4 if small else 1
            painter.drawEllipse(QRect(inset, inset, _SWATCH - 2 * inset, _SWATCH - 2 * inset))
        painter.end()
        return QIcon(picture)


def _beside(entry: Entry, other: str) -> Entry:
    if entry.choice:
        return Entry(entry.layer, entry.kind, entry.id, other)
    return Entry(entry.layer, entry.kind, other)
