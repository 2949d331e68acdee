"""The view of the register: fixed heights and widths, cells that run their own way, and a type's colour beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from peyman.core.register import COLUMNS
from peyman.gui.annotate.cells import is_dark
from peyman.gui.keymap import resolve
from peyman.gui.register.model import RegisterModel, Role
from peyman.gui.theme import line

Index = QModelIndex | QPersistentModelIndex

_PADDING = 8  # pixels beside a cell's text
_WIDTHS = {  # in average characters
    "type": 12, "status": 13, "committer": 18, "counterparty": 16, "action": 20, "amount": 15, "deadline": 13,
    "gregorian": 13, "article": 28, "whose": 10,
}  # fmt: skip


class CellDelegate(QStyledItemDelegate):
    """Paints one line of text in its own direction, at the side where lines begin in the window."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        return QSize(80, QFontMetrics(font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        selected = bool(state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent(), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        colour = index.data(Role.COLOUR)
        if isinstance(colour, str):
            inner = self._paint_mark(painter, inner, colour, palette, font, mirrored)
        text = index.data()
        if text:
            ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
            if index.data(Role.QUIET) and not selected:
                ink = palette.color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(ink)
            painter.setFont(font)
            painter.setLayoutDirection(index.data(Role.DIRECTION))
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            line_of_text = QFontMetrics(font).elidedText(
                " ".join(str(text).split()), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, line_of_text)
        painter.restore()

    def _paint_mark(
        self, painter: QPainter, rect: QRect, colour: str, palette: QPalette, font: QFont, mirrored: bool
    ) -> QRect:
        """Paint the label's colour as a small square; return the room that is left."""
        side = round(QFontMetrics(font).height() * 0.55)
        x = rect.right() + 1 - side if mirrored else rect.x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line(colour, is_dark(palette)))
        painter.drawRoundedRect(QRectF(x, rect.center().y() - side / 2 + 1, side, side), 2, 2)
        return rect.adjusted(0, 0, -side - 6, 0) if mirrored else rect.adjusted(side + 6, 0, 0, 0)


class RegisterTable(QTableView):
    """The table.

    Signals:
        chosen(): the current row was asked for, by Enter or a double click.
    """

    chosen = Signal()

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sorted = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(lambda number: self.sort_by_number(number))
        self.doubleClicked.connect(lambda _index: self.chosen.emit())
        self._fit()
        self.show_order()

    def sort_by_number(self, number: int) -> None:
        """Sort by a column, counted from 0; by the same again from the other end. The current row stays current."""
        if not 0 <= number < len(COLUMNS):
            return
        column = COLUMNS[number]
        current = self._sorted.at(self.currentIndex().row())
        again = column == self._sorted.column
        self._sorted.sort_by(column, descending=again and not self._sorted.descending)
        self.show_order()
        if current is not None:
            self.select_row(self._sorted.place_of(current))

    def show_order(self) -> None:
        order = Qt.SortOrder.DescendingOrder if self._sorted.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(self._sorted.column), order)

    def select_row(self, row: int) -> None:
        """Make a row current and show it; the first if there is no such row."""
        if self._sorted.rowCount():
            column = max(0, self.currentIndex().column())
            index = self._sorted.index(min(max(row, 0), self._sorted.rowCount() - 1), column)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort by the number of a column, 0 being the tenth; letters would start a search for rows."""
        name = resolve(event)
        if len(name) == 1 and name.isdecimal():
            self.sort_by_number((int(name) - 1) % 10)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        wide = self.fontMetrics().averageCharWidth()
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, _WIDTHS[column] * wide + 2 * _PADDING)
