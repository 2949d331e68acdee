"""The queue of articles: a Qt model, the view that shows it, and how a row is painted.

The model holds the numbers of the articles and a few pages of rows around what is in view: 100,000 articles
cost one list of numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import State
from peyman.core.project import DocumentRow
from peyman.gui.theme import line
from peyman.gui.wording import state_words

Index = QModelIndex | QPersistentModelIndex

PAGE = 128  # rows read at a time
KEPT_PAGES = 32


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which articles the queue shows; None and "" let all pass."""

    state: State | None = None
    text: str = ""  # part of the title or name


class Role(IntEnum):
    """What the model tells of an article, beside its title (DisplayRole) and a tool tip."""

    ROW = Qt.ItemDataRole.UserRole + 1  # the whole DocumentRow
    NUMBER = Qt.ItemDataRole.UserRole + 2
    NAME = Qt.ItemDataRole.UserRole + 3
    LANGUAGE = Qt.ItemDataRole.UserRole + 4
    DIRECTION = Qt.ItemDataRole.UserRole + 5
    STATE = Qt.ItemDataRole.UserRole + 6
    ENTITIES = Qt.ItemDataRole.UserRole + 7
    COMMITMENTS = Qt.ItemDataRole.UserRole + 8
    OTHERS = Qt.ItemDataRole.UserRole + 9


_TELL: Mapping[int, Callable[[DocumentRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.title or row.name,
    Qt.ItemDataRole.ToolTipRole: lambda row: f"{row.title}\n{row.name}" if row.title else row.name,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: f"{row.title or row.name}. {summary(row)}",
    Role.ROW: lambda row: row,
    Role.NUMBER: lambda row: row.number,
    Role.NAME: lambda row: row.name,
    Role.LANGUAGE: lambda row: row.language,
    Role.DIRECTION: lambda row: row.direction,
    Role.STATE: lambda row: row.state,
    Role.ENTITIES: lambda row: row.entities,
    Role.COMMITMENTS: lambda row: row.commitments,
    Role.OTHERS: lambda row: row.others,
}


class QueueModel(QAbstractListModel):
    """The articles that pass a filter, in the order `load_ids` gives them.

    Args:
        load_ids: returns the numbers of the articles that pass; called on every `reload`.
        load_rows: returns what is shown of these articles; of at most `PAGE` at a time.
    """

    def __init__(
        self,
        load_ids: Callable[[QueueFilter], Sequence[int]],
        load_rows: Callable[[Sequence[int]], Sequence[DocumentRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load_ids = load_ids
        self._load_rows = load_rows
        self._filter = QueueFilter()
        self._numbers: Sequence[int] = load_ids(self._filter)
        self._pages: dict[int, dict[int, DocumentRow]] = {}  # the one used last stands last

    @property
    def filter(self) -> QueueFilter:
        return self._filter

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of all articles that pass the filter, in order."""
        return self._numbers

    def set_filter(self, queue_filter: QueueFilter) -> None:
        if queue_filter != self._filter:
            self.show_numbers(queue_filter, self._load_ids(queue_filter))

    def reload(self) -> None:
        self.show_numbers(self._filter, self._load_ids(self._filter))

    def show_numbers(self, queue_filter: QueueFilter, numbers: Sequence[int]) -> None:
        """Show articles that were looked up elsewhere, such as in a task."""
        self.beginResetModel()
        self._filter, self._numbers = queue_filter, numbers
        self._pages.clear()
        self.endResetModel()

    def refresh_row(self, number: int) -> None:
        """Read one article anew. It keeps its place even if it no longer passes the filter."""
        row = self.row_of(number)
        page = self._pages.get(row // PAGE)
        if row >= 0 and page is not None:
            page.update((fresh.number, fresh) for fresh in self._load_rows([number]))
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, number: int) -> int:
        """Return the place of an article; -1 if it does not pass the filter."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return -1

    def at(self, row: int) -> DocumentRow | None:
        """Return what is shown in a row; None outside the list, or if the article is gone."""
        if not 0 <= row < len(self._numbers):
            return None
        place = row // PAGE
        page = self._pages.pop(place, None)
        if page is None:
            numbers = self._numbers[place * PAGE : (place + 1) * PAGE]
            page = {fresh.number: fresh for fresh in self._load_rows(numbers)}
            while len(self._pages) >= KEPT_PAGES:
                del self._pages[next(iter(self._pages))]
        self._pages[place] = page
        return page.get(self._numbers[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tell = _TELL.get(role)
        if tell is None or not index.isValid():
            return None
        row = self.at(index.row())
        return None if row is None else tell(row)

    def roleNames(self) -> dict[int, QByteArray]:
        return super().roleNames() | {role: QByteArray(role.name.lower().encode()) for role in Role}


_COUNTS = {
    "entity": QT_TRANSLATE_NOOP("queue", "%Ln entities"),
    "commitment": QT_TRANSLATE_NOOP("queue", "%Ln commitments"),
    "others": QT_TRANSLATE_NOOP("queue", "%Ln other annotators"),
}


def counted(what: str, count: int) -> str:
    """Return a count in words: of the layers "entity" and "commitment", or of "others"."""
    return QCoreApplication.translate("queue", _COUNTS[what], "", count)


def summary(row: DocumentRow) -> str:
    """Return state and counts in words, leaving out what there is none of."""
    counts = {"entity": row.entities, "commitment": row.commitments, "others": row.others}
    return " · ".join([state_words(row.state), *(counted(what, count) for what, count in counts.items() if count)])


class QueueView(QTableView):
    """Shows a `QueueModel` as a list.

    A table inside, because a QListView lays out all its rows after every change of one: 360 ms for 100,000
    articles, against nothing here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QueueDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)


_STATE_COLOURS: Mapping[State, str] = {
    "new": "#8a8478",
    "in_progress": "#b07a12",
    "finished": "#2c8a57",
    "skipped": "#8a8478",
}
_PADDING = 7  # pixels around a row's content
_GAP = 3  # pixels between its lines
_BAR = 3  # pixels, of the bar before the selected row


class QueueDelegate(QStyledItemDelegate):
    """Paints an article: its title in its own direction, and quietly below it the state and the counts.

    The state is a shape with a colour: a ring (new), half a disc (in progress), a disc with a tick (finished), a
    ring struck through (skipped).
    """

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        lines = QFontMetrics(font).height() + QFontMetrics(_small(font)).height()
        return QSize(160, lines + _GAP + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, DocumentRow):
            return
        rect: QRect = option.rect
        palette: QPalette = option.palette
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if selected:
            painter.fillRect(rect, palette.highlight())
            edge = rect.right() + 1 - _BAR if mirrored else rect.x()
            painter.fillRect(edge, rect.y(), _BAR, rect.height(), palette.accent())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent(), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = ink if selected else palette.color(QPalette.ColorRole.PlaceholderText)
        inner = rect.adjusted(_PADDING + _BAR, _PADDING, -_PADDING - _BAR, -_PADDING)
        _paint_title(painter, inner, row, font, ink)
        _paint_summary(painter, inner, row, _small(font), quiet, ink if selected else None, mirrored)
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small


def _paint_title(painter: QPainter, rect: QRect, row: DocumentRow, font: QFont, ink: QColor) -> None:
    title = QFont(font)
    title.setBold(row.state == "new")
    metrics = QFontMetrics(title)
    rtl = row.direction == "rtl"
    painter.setFont(title)
    painter.setPen(ink)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    text = metrics.elidedText(row.title or row.name, Qt.TextElideMode.ElideRight, rect.width())
    line_rect = QRect(rect.x(), rect.y(), rect.width(), metrics.height())
    painter.drawText(line_rect, _alignment(rtl), text)


def _paint_summary(
    painter: QPainter,
    rect: QRect,
    row: DocumentRow,
    font: QFont,
    quiet: QColor,
    mark_ink: QColor | None,
    mirrored: bool,
) -> None:
    metrics = QFontMetrics(font)
    height = metrics.height()
    top = rect.bottom() + 1 - height
    size = metrics.height() * 0.72
    x = rect.right() + 1 - size if mirrored else rect.x()
    dark = quiet.lightnessF() > 0.5
    mark = QRectF(x, top + (height - size) / 2, size, size)
    paint_state(painter, mark, row.state, mark_ink or line(_STATE_COLOURS[row.state], dark))
    indent = round(size) + 6
    words = QRect(rect.x() + (0 if mirrored else indent), top, rect.width() - indent, height)
    painter.setFont(font)
    painter.setPen(quiet)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    text = metrics.elidedText(summary(row), Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, _alignment(mirrored), text)


def _alignment(rtl: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def paint_state(painter: QPainter, rect: QRectF, state: State, colour: QColor) -> None:
    """Paint the mark of a state into a square: told apart by shape, the colour only helps."""
    stroke = max(1.0, rect.width() / 8)
    ring = rect.adjusted(stroke, stroke, -stroke, -stroke)
    pen = QPen(colour, stroke, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(colour if state == "finished" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if state == "in_progress":
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(ring, -90 * 16, 180 * 16)
    elif state == "finished":
        tick = QPainterPath(_within(ring, 0.24, 0.52))
        tick.lineTo(_within(ring, 0.43, 0.70))
        tick.lineTo(_within(ring, 0.76, 0.32))
        pen.setColor(QColor("#ffffff") if colour.lightnessF() < 0.6 else QColor("#000000"))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)
    elif state == "skipped":
        painter.drawLine(_within(ring, 0.15, 0.85), _within(ring, 0.85, 0.15))
    painter.restore()


def _within(rect: QRectF, across: float, down: float) -> QPointF:
    return QPointF(rect.x() + rect.width() * across, rect.y() + rect.height() * down)
