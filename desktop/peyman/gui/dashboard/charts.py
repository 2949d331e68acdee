"""Charts as plain values that can be laid out, painted on anything and written as a table.

Places are counted from the leading side (see `canvas`). Colours never tell anything alone: what they tell is written
in numbers as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from peyman.gui.dashboard.canvas import GAP, PADDING, Canvas, Look, Spot
from peyman.gui.theme import Colours, ink_on, over
from peyman.gui.wording import isolated

BAR = 9.0  # height of an interval


# Intervals ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bar:
    """One line of `Intervals`.

    Attributes:
        value: None where there is no figure; then `said` is why.
        beside: a second figure, as a ring.
        said: the figure in words, at the end of the line.
        basis: what it rests on, below.
        group: a heading over the lines that follow; the rest is empty.
        filled: a share of something, shown as a column that fills up.
    """

    name: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    beside: float | None = None
    said: str = ""
    basis: str = ""
    group: bool = False
    colour: str = ""
    filled: bool = False


@dataclass(frozen=True)
class Columns:
    """Where the columns of intervals stand: start and width of each."""

    name: tuple[float, float]
    scale: tuple[float, float]
    said: tuple[float, float]


def interval_columns(width: float, widest_name: float, widest_said: float) -> Columns:
    """Divide a line: names get what they need, up to a third, the figures what they need, the scale the rest."""
    room = max(width - 2 * PADDING - 2 * GAP, 0.0)
    name = min(widest_name, room * 0.34)
    said = min(widest_said, room * 0.45)
    scale = max(room - name - said, 0.0)
    x = PADDING + name + GAP
    return Columns((PADDING, name), (x, scale), (x + scale + GAP, said))


def scale_of(values: Sequence[float | None]) -> tuple[float, float]:
    """Return the ends of a scale of figures: 0 to 1, or from as far below 0 as there are figures, in fifths."""
    least = min((value for value in values if value is not None), default=0.0)
    low = 0.0
    while low > least + 1e-9 and low > -1.0:
        low = round(low - 0.2, 1)
    return low, 1.0


def along(value: float, ends: tuple[float, float], start: float, width: float) -> float:
    """Return where on a scale a value lies; outside, at its end."""
    share = (value - ends[0]) / (ends[1] - ends[0])
    return start + min(max(share, 0.0), 1.0) * width


@dataclass(frozen=True)
class Intervals:
    """Figures between 0 and 1 with the intervals they lie in: one line each."""

    title: str
    bars: Sequence[Bar]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def least_width(self, look: Look) -> float:
        return 260 + self._widest_said(look)

    def _widest_said(self, look: Look) -> float:
        return max((look.width(bar.said) for bar in self.bars if bar.value is not None), default=0.0) + 2

    def _columns(self, look: Look, width: float) -> Columns:
        names = max((look.width(bar.name) for bar in self.bars if not bar.group), default=0.0) + 18
        return interval_columns(width, names, self._widest_said(look))

    @property
    def ends(self) -> tuple[float, float]:
        return scale_of([value for bar in self.bars for value in (bar.value, bar.low, bar.beside)])

    def _line_height(self, look: Look, bar: Bar) -> float:
        if bar.group:
            return look.line + 14
        return look.line + 8 + (look.small_line if bar.basis else 0)

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002 - other charts need it
        return look.small_line + 12 + sum(self._line_height(look, bar) for bar in self.bars) + PADDING

    def spots(self, look: Look, width: float) -> Sequence[Spot]:
        found, y = [], look.small_line + 12
        for number, bar in enumerate(self.bars):
            high = self._line_height(look, bar)
            if not bar.group:
                words = ": ".join(part for part in (bar.name, bar.said) if part)
                words = " · ".join(part for part in (words, bar.basis) if part)
                found.append(Spot(QRectF(0, y, width, high), words, (str(number), bar.name)))
            y += high
        return found

    def paint(self, canvas: Canvas) -> None:
        look = canvas.look
        columns = self._columns(look, canvas.width)
        top = look.small_line + 12
        self._paint_scale(canvas, columns, top)
        y = top
        for bar in self.bars:
            high = self._line_height(look, bar)
            if bar.group:
                canvas.text(QRectF(PADDING, y + 8, canvas.width - 2 * PADDING, look.line), bar.name, bold=True)
            else:
                self._paint_bar(canvas, columns, bar, y + 4)
            y += high

    def _paint_scale(self, canvas: Canvas, columns: Columns, top: float) -> None:
        look, (start, width) = canvas.look, columns.scale
        low, high = self.ends
        bottom = self.height(look, canvas.width) - PADDING
        steps = round((high - low) / 0.2)
        every = 1 if width / max(steps, 1) > look.width(look.digits(-0.8, 1), small=True) + 6 else 5
        for number in range(steps + 1):
            x = start + width * number / steps
            canvas.fill(QRectF(x, top - 4, 1, bottom - top + 4), look.colours.edge)
            if (steps - number) % every == 0:
                words = look.digits(low + 0.2 * number + 0.0, 1)
                canvas.text(QRectF(x - 30, 4, 60, look.small_line), words, "centre", small=True,
                            colour=look.colours.quiet)  # fmt: skip

    def _paint_bar(self, canvas: Canvas, columns: Columns, bar: Bar, y: float) -> None:
        look, colours = canvas.look, canvas.look.colours
        name = QRectF(columns.name[0], y, columns.name[1], look.line)
        if bar.colour:
            mark = look.line * 0.55
            square = QRectF(name.left(), name.center().y() - mark / 2, mark, mark)
            canvas.fill(square, bar.colour)
            canvas.frame(square, colours.edge)
            name.setLeft(name.left() + mark + 6)
        canvas.text(name, bar.name, own_way=True)
        start, width = columns.scale
        middle = y + look.line / 2
        if bar.value is None:
            canvas.fill(QRectF(start, y, width, look.line), colours.paper)
            reach = canvas.width - PADDING - start
            canvas.text(QRectF(start, y, reach, look.line), bar.said, colour=colours.quiet)
        else:
            if bar.low is not None and bar.high is not None:
                left, right = (along(value, self.ends, start, width) for value in (bar.low, bar.high))
                canvas.fill(QRectF(left, middle - BAR / 2, max(right - left, 1), BAR), _between(colours, 0.45))
                for x in (left, right):
                    canvas.fill(QRectF(round(x), middle - BAR / 2 - 2, 1, BAR + 4), colours.ink)
            if bar.beside is not None:
                canvas.disc(along(bar.beside, self.ends, start, width), middle, 4.2, colours.ink, hollow=True)
            reached = along(bar.value, self.ends, start, width)
            if bar.filled:
                track = QRectF(start, middle - BAR / 2, width, BAR)
                canvas.fill(track, colours.raised)
                canvas.fill(QRectF(start, track.top(), reached - start, BAR), colours.accent)
                canvas.frame(track, colours.edge)
            else:
                canvas.disc(reached, middle, 4.2, colours.accent)
            canvas.text(QRectF(columns.said[0], y, columns.said[1], look.line), bar.said, "end")
        if bar.basis:
            reach = canvas.width - PADDING - start
            written = min(look.width(bar.basis, small=True), reach)
            canvas.fill(QRectF(start - 3, y + look.line, written + 6, look.small_line), colours.paper)
            place = QRectF(start, y + look.line, reach, look.small_line)
            canvas.text(place, bar.basis, small=True, colour=colours.quiet)


def _between(colours: Colours, share: float) -> QColor:
    """Return so much of the accent on the paper."""
    accent = QColor(colours.accent)
    accent.setAlphaF(share)
    return over(accent, QColor(colours.paper))


# Heat maps ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """One cell of a heat map; `share` of the darkest says how dark, None leaves it empty."""

    said: str
    share: float | None
    words: str
    key: tuple[str, str]
    quiet: bool = False  # where both agree: framed, not tinted
    chosen: bool = True  # whether it can be asked about


@dataclass(frozen=True)
class Grid:
    """Where the cells of a heat map stand."""

    left: float
    top: float
    wide: float
    high: float

    def cell(self, row: int, column: int) -> QRectF:
        return QRectF(self.left + column * self.wide, self.top + row * self.high, self.wide, self.high)


def heat_grid(width: float, columns: int, widest_name: float, line: float) -> Grid:
    """Lay out a heat map: names up to a third of the width, cells as wide as fits, from 34 to 84 pixels."""
    left = PADDING + min(widest_name, max(width * 0.34, 80)) + 8
    wide = min(max((width - left - PADDING) // max(columns, 1), 34), 84)
    return Grid(left, line + 14, float(wide), line + 8)


@dataclass(frozen=True)
class HeatMap:
    """Numbers in a table, tinted by their size; a name too long for its column is told by its number."""

    title: str
    row_names: Sequence[str]
    column_names: Sequence[str]
    cells: Sequence[Sequence[Cell | None]]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""
    across: str = ""  # what the columns are
    down: str = ""  # what the rows are

    def _numbered(self, look: Look, grid: Grid) -> bool:
        return any(look.width(name, small=True) > grid.wide - 4 for name in self.column_names)

    def _name(self, look: Look, number: int, *, numbered: bool) -> str:
        name = self.row_names[number]
        if numbered and name in self.column_names:
            return f"{look.digits(self.column_names.index(name) + 1, 0)}  {name}"
        return name

    def _grid(self, look: Look, width: float) -> Grid:
        names = max((look.width(name) for name in self.row_names), default=0.0) + look.width("00  ")
        grid = heat_grid(width, len(self.column_names), names, look.line)
        return Grid(grid.left, grid.top + (look.small_line if self.across else 0), grid.wide, grid.high)

    def least_width(self, look: Look) -> float:
        return self._grid(look, 500).left + len(self.column_names) * 34 + PADDING

    def height(self, look: Look, width: float) -> float:
        grid = self._grid(look, width)
        missing = [name for name in self.column_names if name not in self.row_names]
        more = look.small_line + 6 if missing and self._numbered(look, grid) else 0
        return grid.top + len(self.row_names) * grid.high + PADDING + more

    def spots(self, look: Look, width: float) -> Sequence[Spot]:
        grid = self._grid(look, width)
        return [
            Spot(grid.cell(row, column), cell.words, cell.key)
            for row, cells in enumerate(self.cells)
            for column, cell in enumerate(cells)
            if cell is not None and cell.chosen
        ]

    def paint(self, canvas: Canvas) -> None:
        look, colours = canvas.look, canvas.look.colours
        grid = self._grid(look, canvas.width)
        numbered = self._numbered(look, grid)
        if self.across:
            place = QRectF(grid.left, 4, canvas.width - grid.left - PADDING, look.small_line)
            canvas.text(place, self.across, small=True, colour=colours.quiet)
            canvas.text(QRectF(PADDING, 4, grid.left - PADDING - 8, look.small_line), self.down, small=True,
                        colour=colours.quiet)  # fmt: skip
        for column, name in enumerate(self.column_names):
            head = grid.cell(0, column).translated(0, -look.line - 4)
            head.setHeight(look.line)
            words = look.digits(column + 1, 0) if numbered else name
            canvas.text(head, words, "centre", small=True, colour=colours.quiet, own_way=not numbered)
        for row, cells in enumerate(self.cells):
            first = grid.cell(row, 0)
            place = QRectF(PADDING, first.top(), grid.left - PADDING - 8, grid.high)
            canvas.text(place, self._name(look, row, numbered=numbered), own_way=True)
            for column, cell in enumerate(cells):
                if cell is not None:
                    self._paint_cell(canvas, grid.cell(row, column), cell)
        missing = [name for name in self.column_names if name not in self.row_names]
        if numbered and missing:
            told = "  ".join(f"{look.digits(self.column_names.index(n) + 1, 0)} {isolated(n)}" for n in missing)
            bottom = grid.cell(len(self.cells), 0).top() + 4
            canvas.text(QRectF(PADDING, bottom, canvas.width - 2 * PADDING, look.small_line), told, small=True,
                        colour=colours.quiet)  # fmt: skip

    @staticmethod
    def _paint_cell(canvas: Canvas, rect: QRectF, cell: Cell) -> None:
        colours = canvas.look.colours
        inner = rect.adjusted(0, 0, -1, -1)
        if cell.share is None:
            canvas.frame(inner, colours.edge)
            ground = QColor(colours.paper)
        else:
            ground = _between(colours, 0.08 + 0.92 * cell.share) if cell.share else QColor(colours.paper)
            canvas.fill(inner, ground)
            canvas.frame(inner, colours.edge)
        ink = colours.quiet if cell.quiet else ink_on(ground).name() if cell.share else colours.quiet
        canvas.text(inner, cell.said, "centre", colour=ink)


# Histograms -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bin:
    """A column of a histogram: what it counts, in short and in words."""

    name: str
    count: int
    words: str


def column_heights(counts: Sequence[int], room: float) -> list[float]:
    """Return how high the columns of a histogram are; what is there at all is at least two pixels high."""
    most = max(counts, default=0)
    return [max(2.0, round(room * count / most)) if count else 0.0 for count in counts]


@dataclass(frozen=True)
class Panel:
    """One histogram with a heading."""

    name: str
    bins: Sequence[Bin]


@dataclass(frozen=True)
class Histogram:
    """Histograms one below the other, with the count over each column."""

    title: str
    panels: Sequence[Panel]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""
    room: float = 110.0  # of the highest column

    def least_width(self, look: Look) -> float:
        return 2 * PADDING + max((len(panel.bins) for panel in self.panels), default=1) * (look.width("≥00") + 8)

    def _panel_height(self, look: Look) -> float:
        return look.line + 8 + look.small_line + self.room + look.small_line + 18

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        return len(self.panels) * self._panel_height(look) + PADDING

    def _columns(self, look: Look, width: float, number: int) -> list[QRectF]:
        bins = self.panels[number].bins
        wide = min((width - 2 * PADDING) / max(len(bins), 1), 64)
        bottom = number * self._panel_height(look) + look.line + 8 + look.small_line + self.room
        heights = column_heights([one.count for one in bins], self.room)
        return [
            QRectF(PADDING + place * wide + 3, bottom - high, wide - 6, high) for place, high in enumerate(heights)
        ]

    def spots(self, look: Look, width: float) -> Sequence[Spot]:
        found = []
        for number, panel in enumerate(self.panels):
            for one, rect in zip(panel.bins, self._columns(look, width, number), strict=True):
                top = rect.bottom() - self.room - look.small_line
                place = QRectF(rect.left() - 3, top, rect.width() + 6, rect.bottom() - top + look.small_line)
                found.append(Spot(place, f"{panel.name}: {one.words}", (str(number), one.name)))
        return found

    def paint(self, canvas: Canvas) -> None:
        look, colours = canvas.look, canvas.look.colours
        for number, panel in enumerate(self.panels):
            top = number * self._panel_height(look)
            canvas.text(QRectF(PADDING, top + 4, canvas.width - 2 * PADDING, look.line), panel.name, bold=True)
            columns = self._columns(look, canvas.width, number)
            for one, rect in zip(panel.bins, columns, strict=True):
                canvas.fill(rect, colours.accent)
                above = QRectF(rect.left() - 8, rect.top() - look.small_line - 1, rect.width() + 16, look.small_line)
                if one.count:
                    canvas.text(above, look.digits(one.count, 0), "centre", small=True)
                below = QRectF(rect.left() - 8, rect.bottom() + 3, rect.width() + 16, look.small_line)
                canvas.text(below, one.name, "centre", small=True, colour=colours.quiet)
            if columns:
                last = columns[-1]
                canvas.fill(QRectF(PADDING, last.bottom(), last.right() + 3 - PADDING, 1), colours.ink)


# Days -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stretch:
    """One or several days of one person: columns count, the line tells time."""

    name: str  # the first day, in short
    count: int
    minutes: int
    words: str


@dataclass(frozen=True)
class Strip:
    """The days of one person, all of them, also those without anything."""

    name: str
    said: str
    stretches: Sequence[Stretch]


def day_width(width: float, stretches: int) -> float:
    """Return how wide a day is drawn: 8 to 44 pixels, as many as there are."""
    return min(max((width - 2 * PADDING) / max(stretches, 1), 8), 44)


@dataclass(frozen=True)
class Days:
    """A strip for each person, all with one scale: columns of what was finished, and a line of the time at work."""

    title: str
    strips: Sequence[Strip]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""
    room: float = 44.0  # of the highest column
    band: float = 24.0  # of the line below

    def least_width(self, look: Look) -> float:  # noqa: ARG002
        return 2 * PADDING + 8 * max((len(strip.stretches) for strip in self.strips), default=1)

    def _strip_height(self, look: Look) -> float:
        return look.line + 6 + look.small_line + self.room + self.band + 18

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        return len(self.strips) * self._strip_height(look) + look.small_line + 2 * PADDING

    def _most(self) -> tuple[int, int]:
        every = [one for strip in self.strips for one in strip.stretches]
        return max((one.count for one in every), default=0) or 1, max((one.minutes for one in every), default=0) or 1

    def _places(self, look: Look, width: float, number: int) -> list[QRectF]:
        stretches = self.strips[number].stretches
        wide = day_width(width, len(stretches))
        top = number * self._strip_height(look) + look.line + 6 + look.small_line
        return [QRectF(PADDING + place * wide, top, wide, self.room) for place in range(len(stretches))]

    def spots(self, look: Look, width: float) -> Sequence[Spot]:
        return [
            Spot(place.adjusted(0, 0, 0, self.band + 8), f"{strip.name}: {one.words}", (strip.name, one.name))
            for number, strip in enumerate(self.strips)
            for one, place in zip(strip.stretches, self._places(look, width, number), strict=True)
        ]

    def paint(self, canvas: Canvas) -> None:
        look, colours = canvas.look, canvas.look.colours
        most, longest = self._most()
        places: list[QRectF] = []
        for number, strip in enumerate(self.strips):
            top = number * self._strip_height(look)
            room = canvas.width - 2 * PADDING
            name = min(look.width(strip.name) + 4, room * 0.5)
            canvas.text(QRectF(PADDING, top + 4, name, look.line), strip.name, own_way=True)
            canvas.text(QRectF(PADDING + name + GAP, top + 4, room - name - GAP, look.line), strip.said, small=True,
                        colour=colours.quiet)  # fmt: skip
            places = self._places(look, canvas.width, number)
            for one, place in zip(strip.stretches, places, strict=True):
                high = max(2.0, round(self.room * one.count / most)) if one.count else 0.0
                column = QRectF(place.left() + 1, place.bottom() - high, place.width() - 2, high)
                canvas.fill(column, _between(colours, 0.55))
                if one.count and place.width() > look.width(look.digits(one.count, 0), small=True) + 2:
                    above = QRectF(place.left(), column.top() - look.small_line, place.width(), look.small_line)
                    canvas.text(above, look.digits(one.count, 0), "centre", small=True)
            self._paint_time(canvas, strip, places, longest)
            if places:
                canvas.fill(QRectF(PADDING, places[-1].bottom(), places[-1].right() - PADDING, 1), colours.ink)
        if self.strips:
            self._paint_dates(canvas, self.strips[0].stretches, places)  # once, below them all

    def _paint_time(self, canvas: Canvas, strip: Strip, places: Sequence[QRectF], longest: int) -> None:
        ink = canvas.look.colours.ink
        points = [
            (place.center().x(), place.bottom() + 6 + self.band * (1 - one.minutes / longest))
            for one, place in zip(strip.stretches, places, strict=True)
        ]
        for one, other in pairwise(points):
            canvas.polyline([one, other], ink)
        for stretch, point in zip(strip.stretches, points, strict=True):
            if stretch.minutes:
                canvas.disc(*point, 2.6, ink, hollow=True)

    def _paint_dates(self, canvas: Canvas, stretches: Sequence[Stretch], places: Sequence[QRectF]) -> None:
        """Write the dates that have room, the first one and from there on."""
        look, free = canvas.look, 0.0
        for one, place in zip(stretches, places, strict=True):
            wide = look.width(one.name, small=True) + 4
            left = max(place.center().x() - wide / 2, 2.0)
            if left >= free and left + wide <= canvas.width:
                below = QRectF(left, place.bottom() + self.band + 14, wide, look.small_line)
                canvas.text(below, one.name, "centre", small=True, colour=look.colours.quiet)
                free = left + wide + 8
