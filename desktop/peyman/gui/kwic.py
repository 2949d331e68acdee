"""Keyword in context: a list of places in articles, each on one line with its words right in the middle.

A line runs as its text does: what comes before the words stands at their right in Persian, at their left in
Russian, and what does not fit is cut off at the outer ends. The words are in the same place in every line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from peyman.core.excerpts import Excerpt
from peyman.gui.keymap import resolve
from peyman.gui.theme import article_font, label_ink, line, tint
from peyman.gui.wording import text_direction

Index = QModelIndex | QPersistentModelIndex

_ELLIPSIS = "…"
_JOINER = "\u200d"
# Letters that never join the one after them; all other Arabic letters do.
_RIGHT_JOINING = frozenset("اآأإٱءدذرزژڈڑوؤةۀەۓے")
_PADDING = 6  # pixels above and below a line, and beside its parts
_MOST_OF_HIT = 0.6  # of the room for the text
_BOX = 30.0  # pixels
_TITLE, _NOTE = (0.17, 170), (0.24, 230)  # share of the line's width, and pixels at most


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    Attributes:
        note: what is to be said of it, at the end of the line.
        colour: of its label, #rrggbb; "" for bare text.
        ticked: None where there is nothing to tick.
        possible: False where it cannot be ticked.
    """

    excerpt: Excerpt
    note: str = ""
    colour: str = ""
    ticked: bool | None = None
    possible: bool = True

    @property
    def rtl(self) -> bool:
        return self.excerpt.direction == "rtl"


class RowModel(QAbstractListModel):
    """The lines, added page by page.

    Signals:
        ticks_changed(): other lines are ticked now, or there are others.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.has_notes = False

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def ticked(self) -> list[int]:
        """The numbers of the lines that are ticked."""
        return [number for number, row in enumerate(self._rows) if row.ticked]

    @property
    def has_ticks(self) -> bool:
        return bool(self._rows) and self._rows[0].ticked is not None

    def show(self, rows: Iterable[Row]) -> None:
        """Show these lines and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.has_notes = any(row.note for row in self._rows)
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, rows: Sequence[Row]) -> None:
        """Show more lines below."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.has_notes = self.has_notes or any(row.note for row in rows)
            self.endInsertRows()
            self.ticks_changed.emit()

    def tick(self, number: int) -> None:
        """Tick a line, or take the tick away; one that cannot be ticked stays as it is."""
        row = self._rows[number]
        if row.ticked is not None and row.possible:
            self._rows[number] = replace(row, ticked=not row.ticked)
            self.dataChanged.emit(self.index(number), self.index(number))
            self.ticks_changed.emit()

    def tick_all(self) -> None:
        """Tick all lines that can be ticked, or none if they all are."""
        free = [number for number, row in enumerate(self._rows) if row.ticked is not None and row.possible]
        want = not all(self._rows[number].ticked for number in free)
        for number in free:
            self._rows[number] = replace(self._rows[number], ticked=want)
        if free:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            self.ticks_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        excerpt = row.excerpt
        text = f"{excerpt.before}{excerpt.quote}{excerpt.after}"
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (excerpt.quote, row.note, text, excerpt.title) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return ". ".join(part for part in (excerpt.title, row.note) if part)
        if role == Qt.ItemDataRole.CheckStateRole and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return None


class RowView(QTableView):
    """Shows a `RowModel`. Space ticks a line, Ctrl+A all or none; Enter and a double click choose one.

    Signals:
        chosen(int): the line to go to.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.shows_titles = True
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the middle would wander
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    @property
    def current(self) -> int:
        """The number of the current line; -1 if there is none."""
        return self.currentIndex().row()

    def go_to(self, number: int) -> None:
        self.setCurrentIndex(self.rows.index(min(number, self.rows.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = resolve(event)
        if name == "Space" and self.current >= 0:
            self.rows.tick(self.current)
        elif name == "Ctrl+A":
            self.rows.tick_all()
        elif name == "Enter" and self.current >= 0:
            self.chosen.emit(self.current)
        elif name in ("Up", "Down", "PageUp", "PageDown", "Home", "End"):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and left and self.parts(QRectF(self.visualRect(index))).box.contains(event.position()):
            self.rows.tick(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index.row())

    def parts(self, rect: QRectF) -> Parts:
        """Divide the place of a line."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return parts_of(
            rect,
            mirrored,
            box=self.rows.has_ticks,
            title=self.shows_titles and rect.width() > 500,
            note=self.rows.has_notes,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.verticalHeader().setDefaultSectionSize(self.itemDelegate().sizeHint(option, QModelIndex()).height())


# Where everything is ----------------------------------------------------------------------------------------------


class Parts(NamedTuple):
    """The parts of a line, which follow one another as the window runs; those that nobody needs are empty."""

    box: QRectF
    title: QRectF
    text: QRectF
    note: QRectF


def parts_of(rect: QRectF, mirrored: bool, *, box: bool, title: bool, note: bool) -> Parts:
    """Divide a line; all lines of a list have the same parts."""
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    widths = [
        _BOX if box else 0.0,
        min(_TITLE[0] * inner.width(), _TITLE[1]) if title else 0.0,
        0.0,
        min(_NOTE[0] * inner.width(), _NOTE[1]) if note else 0.0,
    ]
    widths[2] = inner.width() - sum(widths)
    rects, at = [], inner.left()
    for width in widths:
        gap = _PADDING if width > 2 * _PADDING else 0
        left = inner.left() + inner.right() - at - width if mirrored else at
        rects.append(QRectF(left + gap, rect.top(), width - 2 * gap, rect.height()))
        at += width
    return Parts(*rects)


class Placed(NamedTuple):
    """What fits of a text, and where it is: the words in the middle, their surroundings right beside them."""

    quote: str
    hit: QRectF
    before: str
    before_rect: QRectF
    after: str
    after_rect: QRectF


Measure = Callable[[str], float]


def placed(excerpt: Excerpt, room: QRectF, of_text: Measure, of_quote: Measure) -> Placed:
    """Place a text so that the middle of its words is the middle of the room; the measures give widths in pixels."""
    quote = _cut_in_the_middle(excerpt.quote, _MOST_OF_HIT * room.width(), of_quote)
    width = min(of_quote(quote), room.width())
    hit = QRectF(room.center().x() - width / 2, room.top(), width, room.height())
    right = QRectF(hit.right(), room.top(), room.right() - hit.right(), room.height())
    left = QRectF(room.left(), room.top(), hit.left() - room.left(), room.height())
    first, last = (right, left) if excerpt.direction == "rtl" else (left, right)
    first = _apart(first, hit, of_text(" ") if excerpt.before.endswith(" ") else 0.0)
    last = _apart(last, hit, of_text(" ") if excerpt.after.startswith(" ") else 0.0)
    before = fitting(excerpt.before.strip(), first.width(), of_text, end=True)
    after = fitting(excerpt.after.strip(), last.width(), of_text, end=False)
    if _joins(excerpt.before, excerpt.quote):  # a part of a word keeps the shapes of its letters
        before, quote = before + _JOINER, _JOINER + quote
    if _joins(excerpt.quote, excerpt.after):
        quote, after = quote + _JOINER, _JOINER + after
    return Placed(quote, hit, before, first, after, last)


def _apart(rect: QRectF, hit: QRectF, gap: float) -> QRectF:
    """Take a gap off a rectangle on the side of the words."""
    if rect.center().x() > hit.center().x():
        return rect.adjusted(min(gap, rect.width()), 0, 0, 0)
    return rect.adjusted(0, 0, -min(gap, rect.width()), 0)


def fitting(text: str, width: float, measure: Measure, *, end: bool) -> str:
    """Return as many whole words of the beginning, or of the end, of a text as fit into a width."""
    if measure(text) <= width:
        return text
    words = text.split(" ")
    low, high = 0, len(words) - 1
    best = ""
    while low <= high:
        count = (low + high) // 2
        kept = words[len(words) - count :] if end else words[:count]
        tried = " ".join([_ELLIPSIS, *kept] if end else [*kept, _ELLIPSIS])
        if measure(tried) <= width:
            best, low = tried, count + 1
        else:
            high = count - 1
    return best


def _cut_in_the_middle(text: str, width: float, measure: Measure) -> str:
    if measure(text) <= width:
        return text
    words = text.split(" ")
    for left_out in range(1, len(words) - 1):
        first = (len(words) - left_out + 1) // 2
        tried = " ".join([*words[:first], _ELLIPSIS, *words[first + left_out :]])
        if measure(tried) <= width:
            return tried
    return fitting(text, width, measure, end=False) or _ELLIPSIS


def _joins(one: str, other: str) -> bool:
    """Tell whether the last letter of one text is written joined with the first of the other."""
    return bool(one and other) and _is_arabic(one[-1]) and one[-1] not in _RIGHT_JOINING and _is_arabic(other[0])


def _is_arabic(letter: str) -> bool:
    return "\u0620" <= letter <= "\u06d3" and letter.isalpha()


# Painting ---------------------------------------------------------------------------------------------------------


class RowDelegate(QStyledItemDelegate):
    """Paints a line: its box, the article's title, the text around the words, and the note."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFont]] = {}

    def _fonts_of(self, size: float, rtl: bool) -> tuple[QFont, QFont]:
        """Return the fonts of a text and of the words in it."""
        key = size, rtl
        if key not in self._fonts:
            plain = article_font("", size, "fa" if rtl else "ru")
            bold = QFont(plain)
            bold.setBold(True)
            self._fonts[key] = plain, bold
        return self._fonts[key]

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        heights = [QFontMetricsF(self._fonts_of(font.pointSizeF(), rtl)[0]).height() for rtl in (True, False)]
        return QSize(300, round(max(heights)) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows.rows[index.row()]
        palette: QPalette = option.palette
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(state & QStyle.StateFlag.State_Selected)
        group = QPalette.ColorGroup.Active if row.possible else QPalette.ColorGroup.Disabled
        ink = palette.color(group, QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = ink if selected else palette.color(group, QPalette.ColorRole.PlaceholderText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(rect, palette.highlight())
            edge = rect.right() - 3 if mirrored else rect.left()
            painter.fillRect(QRectF(edge, rect.top(), 3, rect.height()), palette.accent())
        elif index.row() % 2:
            painter.fillRect(rect, palette.alternateBase())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent(), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        parts = self._view.parts(rect)
        if row.ticked is not None:
            # Behind a selected line may lie the accent itself.
            plain = selected or not row.possible
            paint_tick(painter, parts.box, row.ticked, ink, ink if plain else palette.accent().color())
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        self._write(painter, parts.title, row.excerpt.title, small, quiet, mirrored)
        self._paint_text(painter, parts.text, row, self._fonts_of(font.pointSizeF(), row.rtl), ink, palette, selected)
        self._write(painter, parts.note, row.note, small, quiet, mirrored)
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        room: QRectF,
        row: Row,
        fonts: tuple[QFont, QFont],
        ink: QColor,
        palette: QPalette,
        selected: bool,
    ) -> None:
        plain, bold = fonts
        metrics, heavy = QFontMetricsF(plain), QFontMetricsF(bold)
        text = placed(row.excerpt, room, metrics.horizontalAdvance, heavy.horizontalAdvance)
        dark = palette.base().color().lightness() < palette.text().color().lightness()
        hit_ink = ink
        if row.possible and not selected:
            colour = QColor(row.colour) if row.colour else palette.accent().color()
            box = text.hit.adjusted(-2, 3, 2, -3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint(colour, dark))
            painter.drawRoundedRect(box, 3, 3)
            painter.setBrush(line(colour, dark))
            painter.drawRect(QRectF(box.left() + 1, box.bottom() - 2, box.width() - 2, 2))
            hit_ink = label_ink(colour, dark) if not row.colour else ink
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        towards, away = sides if row.rtl else reversed(sides)
        direction = Qt.LayoutDirection.RightToLeft if row.rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(direction)
        for rect, words, side, font, colour in (
            (text.before_rect, text.before, towards, plain, ink),
            (text.hit, text.quote, Qt.AlignmentFlag.AlignHCenter, bold, hit_ink),
            (text.after_rect, text.after, away, plain, ink),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), words)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, mirrored: bool) -> None:
        """Write a short text at the side where the window's lines begin, cut to the room there is."""
        if text:
            painter.setFont(font)
            painter.setPen(ink)
            painter.setLayoutDirection(text_direction(text))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine), shown)


def paint_tick(painter: QPainter, room: QRectF, ticked: bool, ink: QColor, accent: QColor) -> None:
    """Paint a small box with or without a tick in the middle of a place."""
    size = 13.0
    box = QRectF(room.center().x() - size / 2, room.center().y() - size / 2, size, size)
    painter.setPen(QPen(accent if ticked else ink, 1.4))
    painter.setBrush(accent if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        light = QColor("#ffffff") if accent.lightnessF() < 0.6 else QColor("#000000")
        painter.setPen(QPen(light, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        points = [
            box.topLeft() + type(box.topLeft())(x * size, y * size) for x, y in ((0.22, 0.52), (0.42, 0.72), (0.8, 0.3))
        ]
        painter.drawPolyline(points)
