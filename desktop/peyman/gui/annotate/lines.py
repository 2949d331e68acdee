"""One block of text in lines: where each character lies, and which character lies at a place.

Pure geometry on `QTextLayout`, without a widget. Offsets are Unicode code points of the document's text; x runs
from the column's left edge, y from the block's top, in pixels.

Every rectangle and every hit comes from the same edges, so that a range is painted exactly where a pixel of it is
hit. The edges are sides of the boxes of Qt's glyph runs, measured from the first character of a run on, which is
where Qt paints its own selection. `cursorToX` serves tabs only, which have no glyph: it is wrong where directions
meet, and beside ligatures of a right-to-left run in a left-to-right line. Boxes of a part of a ligature are wrong
too, so its letters share it evenly.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple, cast
from unicodedata import category
from uuid import UUID

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from peyman.core.model import Direction, Extent
from peyman.core.text import Utf16Map, snap_to_graphemes

from .joining import Join, Joined
from .lanes import Interval, Item, LaneSizes, Mark, chip_place, stack

_MARKS_BELOW = re.compile("[\u064d\u0650\u0655\u0656\u065f\u0323-\u0333]")
_TALLEST = "جعغحپیيأآلگکgjpqyЁЙЩц"  # letters that reach farthest up and down
# What is drawn instead of characters that Qt takes for commands or objects: one for one, so offsets stay.
_DRAWN = {
    **dict.fromkeys(range(0x20), "\ufffd"),
    **dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85), " "),
    **dict.fromkeys((0x7F, 0xFFFC), "\ufffd"),
    0x09: "\t",
}


class Typeface:
    """A font and the measures a line takes from it, in pixels.

    Attributes:
        em: the font's size.
        above, below: from the baseline to the line's top, and to its bottom when nothing hangs under it.
        cap, foot: how far ink reaches above and below the baseline; tints end and lanes begin there.
        deep_foot: the foot of text with harakat below the letters.
    """

    def __init__(self, font: QFont, spacing: float, direction: Direction) -> None:
        """`spacing` is the distance of two baselines in ems, if the font can do with so little."""
        self.font = font
        self.rtl = direction == "rtl"
        self.em = float(QFontInfo(font).pixelSize())
        metrics = QFontMetricsF(font)
        ink = metrics.tightBoundingRect(_TALLEST)
        # Some fonts (DejaVu) draw Persian letters outside their own ascent and descent.
        ascent, descent = max(metrics.ascent(), -ink.top()), max(metrics.descent(), ink.bottom())
        slack = max(0.0, spacing * self.em - ascent - descent) / 2
        self.above, self.below = ascent + slack, descent + slack
        self.cap = min(ascent, -ink.top() + 0.05 * self.em)
        self.foot = min(descent, ink.bottom() + 0.05 * self.em)
        self.deep_foot = descent
        self.option = QTextOption()
        # A bare QTextLayout does not mirror AlignLeft for right-to-left text.
        self.option.setAlignment(Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft)
        self.option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight)
        self.option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.option.setTabStopDistance(4 * self.em)


class Run(NamedTuple):
    """Neighbouring characters of one direction on one line; `first`, `last` and `clusters` count UTF-16 units.

    `clusters` are the places where glyphs begin; between them lie ligatures and combining marks.
    """

    first: int
    last: int
    left: float
    right: float
    rtl: bool
    clusters: tuple[int, ...]


class Cell(NamedTuple):
    """The place of one grapheme on its line."""

    left: float
    right: float
    start: int
    end: int


class Edge(NamedTuple):
    """Where a span begins or ends: an upright line beside a character."""

    x: float
    top: float
    bottom: float


class Line:
    """One visual line of a block; its y values are relative to the block's top.

    Attributes:
        top, baseline, bottom: of the whole line with its lanes.
        cap, foot: between them lies the ink of the text.
        lanes: y of each lane's upper edge.
    """

    def __init__(self, block: Block, text_line: QTextLine) -> None:
        self.block = block
        self.text_line = text_line
        self.first = text_line.textStart()
        self.last = self.first + text_line.textLength()
        self.start, self.end = block.offset(self.first), block.offset(self.last)
        self.top = self.baseline = self.bottom = self.cap = self.foot = 0.0
        self.marks: list[Mark] = []  # inner before outer
        self.lanes: list[float] = []
        self._runs: list[Run] = []
        self._cells: list[Cell] | None = None

    @property
    def runs(self) -> list[Run]:
        """The line's runs in logical order; they cover every character once."""
        if not self._runs and self.first < self.last:
            self._runs = list(self._read_runs())
        return self._runs

    def _read_runs(self) -> Iterator[Run]:
        found: dict[int, tuple[list[int], float, float, bool]] = {}
        mixed = set()
        end = self._end_of_glyphs()
        flag = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
        for glyphs in self.text_line.glyphRuns(self.first, end - self.first, flag):
            indexes, box = sorted(set(glyphs.stringIndexes())), glyphs.boundingRect()
            if not indexes:
                continue
            if indexes[0] in found:
                # Letters of several fonts: a piece for each, but all with the box of the whole run, and all
                # after the first with its first index only.
                mixed.add(indexes[0])
            found[indexes[0]] = indexes, box.left(), box.right(), glyphs.isRightToLeft()
        position = self.first
        firsts = sorted(found)
        for first, following in zip(firsts, [*firsts, end][1:], strict=True):
            indexes, left, right, rtl = found[first]
            yield from self._read_silent(position, first)
            position = min([following, *(tab for tab in self.block.tabs if tab > indexes[-1])])
            clusters = range(first, position + 1) if first in mixed else (*indexes, position)
            yield Run(first, position, left, right, rtl, tuple(clusters))
        yield from self._read_silent(position, end)
        if end < self.last:
            yield Run(end, self.last, 0.0, 0.0, False, (end, self.last))

    def _end_of_glyphs(self) -> int:
        """Return where the spaces begin at which the line was broken: Qt keeps no glyphs and no room for them."""
        text = self.block.text[self.start - self.block.start : self.end - self.block.start]
        end = self.block.unit(self.start + len(text.rstrip()))
        return self.last if self.text_line.glyphRuns(end, self.last - end) else end

    def _read_silent(self, first: int, last: int) -> Iterator[Run]:
        """Characters without a glyph, tabs above all: what lies between their two carets."""
        for at in range(first, last):
            one, other = (cast("tuple[float, int]", self.text_line.cursorToX(unit))[0] for unit in (at, at + 1))
            yield Run(at, at + 1, min(one, other), max(one, other), one > other, (at, at + 1))

    def _edge_in(self, run: Run, unit: int) -> float:
        """Return the x between the characters before and after a place inside a run."""
        if unit <= run.first or unit >= run.last:
            return run.left if (unit <= run.first) != run.rtl else run.right
        following = bisect_left(run.clusters, unit)
        if run.clusters[following] == unit:
            # From the run's first character on, boxes are right for any number of whole clusters.
            pieces = self.text_line.glyphRuns(run.first, unit - run.first)
            if not pieces:  # nothing to see so far: a soft hyphen, for one
                return self._edge_in(run, run.first)
            return pieces[0].boundingRect().left() if run.rtl else pieces[0].boundingRect().right()
        # A ligature, which its letters share evenly; a letter may also stand with invisible characters, which take
        # nothing of it.
        at, end = self.block.offset(run.clusters[following - 1]), self.block.offset(run.clusters[following])
        one, other = self._edge_in(run, self.block.unit(at)), self._edge_in(run, self.block.unit(end))
        before = total = 0
        while at < end:
            after = min(self.block.following(at), end)
            if self.block.takes_room(at, after):
                total += 1
                before += self.block.unit(at) < unit
            at = after
        return one + (other - one) * before / total if total else one

    def intervals(self, start: int, end: int) -> list[Interval]:
        """Return the stretches of x that the characters from `start` to `end` cover, left to right.

        What lies outside the line is ignored. A range of which nothing would be seen, such as a mark without
        its letter, takes the whole grapheme.
        """
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return []
        if (start, end) == (self.start, self.end):
            return merged([(run.left, run.right) for run in self.runs if run.left < run.right])
        return self._intervals(start, end) or self._intervals(*self.block.graphemes(start, end))

    def _intervals(self, start: int, end: int) -> list[Interval]:
        first, last = self.block.unit(start), self.block.unit(end)
        found = []
        for run in self.runs:
            if run.last <= first or last <= run.first:
                continue
            head, tail = self._edge_in(run, first), self._edge_in(run, last)
            if head != tail:
                found.append((min(head, tail), max(head, tail)))
        return merged(found)

    def edge(self, start: int, end: int, trailing: bool) -> float | None:
        """Return the x where a range begins on this line, or ends (`trailing`), in its own direction."""
        start, end = max(start, self.start), min(end, self.end)
        at = end - 1 if trailing else start
        covered = (self.intervals(at, at + 1) or self.intervals(start, end)) if start < end else []
        if not covered:
            return None
        unit = self.block.unit(at)
        rtl = next((run.rtl for run in self.runs if run.first <= unit < run.last), False)
        return covered[0][0] if rtl == trailing else covered[-1][1]

    @property
    def cells(self) -> list[Cell]:
        """The line's graphemes from left to right; those without width are left out."""
        if self._cells is None:
            self._cells = sorted(self._read_cells())
        return self._cells

    def _read_cells(self) -> Iterator[Cell]:
        for run in self.runs:
            head, at = self._edge_in(run, run.first), self.block.offset(run.first)
            end = self.block.offset(run.last)
            while at < end:
                after = min(self.block.following(at), end)
                tail = self._edge_in(run, self.block.unit(after))
                if head != tail:
                    yield Cell(min(head, tail), max(head, tail), at, after)
                    head = tail
                at = after

    def nearest(self, x: float) -> Cell | None:
        """Return the grapheme under `x`, else the one next to it; None if the line shows nothing."""
        at = bisect_right(self.cells, x, key=lambda cell: cell.left)
        near = self.cells[max(at - 1, 0) : at + 1]
        return min(near, key=lambda cell: max(cell.left - x, x - cell.right, 0.0), default=None)

    def place(self, top: float, typeface: Typeface, sizes: LaneSizes) -> float:
        """Fix the heights of the line whose top is given; return where the next line begins."""
        self.top = top
        # Letters of another font, put in for what the first one lacks, may need more height.
        self.baseline = top + round(max(typeface.above, self.text_line.ascent()))
        self.cap = self.baseline - round(typeface.cap)
        self.foot = self.baseline + ceil(typeface.deep_foot if self.block.has_marks_below else typeface.foot)
        self.bottom = self.baseline + ceil(max(typeface.below, self.text_line.descent()))
        self.lanes, lowest = sizes.tops(self.marks, self.foot)
        if self.lanes:
            self.bottom = max(self.bottom, ceil(lowest + 2 * sizes.gap))
        return self.bottom


class Block:
    """A paragraph, or a part of a long one: set in one go, when it is needed.

    Attributes:
        top, height: in the column; the height is a guess until the block is laid out.
        closes: whether a line break follows.
        text, drawn: as it is stored, and as it is shown, which differs where lines are joined.
        items: the spans that touch it.
        lines: empty until it is laid out, and always empty in a blank one.
    """

    def __init__(self, text: str, start: int, end: int, closes: bool, joined: Sequence[Join] = ()) -> None:
        """`joined` are the joins that touch the block; one that reaches beyond it counts as far as it is inside."""
        self.start, self.end, self.closes = start, end, closes
        self.text = self.drawn = text[start:end]
        self._joined: Joined | None = None
        if joined:
            inside = (Join(max(j.start, start) - start, min(j.end, end) - start, j.shown) for j in joined)
            self._joined = Joined(self.text, inside)
            self.drawn = self._joined.text
        self.top = self.height = 0.0
        self.items: dict[UUID, Item] = {}
        self._placed: dict[int, Item] = {}  # those whose marks the lines have, by their addresses
        self.lines: list[Line] = []
        self.laid = not self.text
        self.tabs: list[int] = []
        self.has_marks_below = False
        self._map: Utf16Map | None = None
        self._layout: QTextLayout | None = None
        self._intervals: dict[Extent, list[tuple[int, list[Interval]]]] = {}

    @property
    def layout(self) -> QTextLayout:
        assert self._layout is not None
        return self._layout

    @property
    def map(self) -> Utf16Map:
        if self._map is None:
            self._map = Utf16Map(self.drawn)
        return self._map

    def unit(self, offset: int) -> int:
        """Return the UTF-16 position in what is drawn of an offset in the document."""
        place = offset - self.start
        return self.map.to_utf16(self._joined.place(place) if self._joined else place)

    def offset(self, unit: int) -> int:
        """Return the offset in the document of a UTF-16 position in what is drawn."""
        place = self.map.from_utf16(unit)
        return self.start + (self._joined.offset(place) if self._joined else place)

    def takes_room(self, start: int, end: int) -> bool:
        """Tell whether anything is to be seen of some characters: not of invisible ones, nor of a hidden hyphen."""
        if self._joined and self.unit(start) == self.unit(end):
            return False
        return any(category(character) != "Cf" for character in self.text[start - self.start : end - self.start])

    def following(self, offset: int) -> int:
        """Return the end of the grapheme at `offset`, as Qt's cursor sees it."""
        offset += 1
        while offset < self.end and not self.layout.isValidCursorPosition(self.unit(offset)):
            offset += 1
        return offset

    def graphemes(self, start: int, end: int) -> Extent:
        start, end = snap_to_graphemes(self.text, start - self.start, end - self.start)
        return self.start + start, self.start + end

    def lay_out(self, typeface: Typeface, width: float) -> None:
        """Break the text into lines. Heights come from `place`."""
        drawn = self.drawn.translate(_DRAWN)
        self.tabs = [self.map.to_utf16(at) for at, char in enumerate(drawn) if char == "\t"] if "\t" in drawn else []
        self.has_marks_below = _MARKS_BELOW.search(drawn) is not None
        layout = self._layout = QTextLayout(drawn, typeface.font)
        layout.setTextOption(typeface.option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        lines = []
        while (text_line := layout.createLine()).isValid():
            text_line.setLineWidth(width)
            # All lines lie at the layout's origin; ours are the y values, which lanes may change at any time.
            text_line.setPosition(QPointF(0, 0))
            lines.append(text_line)
        layout.endLayout()
        self.lines = [Line(self, text_line) for text_line in lines]
        self._intervals.clear()
        self._placed.clear()
        self.laid = True

    def release(self) -> None:
        """Forget the lines, for another font or width; the height stays as a guess."""
        self.lines, self._layout, self.laid = [], None, not self.text
        self._intervals.clear()

    def place(self, typeface: Typeface, width: float, sizes: LaneSizes) -> None:
        """Put the block's spans into lanes and fix the heights of its lines; lines that nothing touched keep theirs."""
        items = {id(item): item for item in self.items.values()}
        gone = self._placed.keys() - items.keys()
        touched: set[Line] = set()
        for line in self.lines if gone else ():
            left = [mark for mark in line.marks if id(mark.item) not in gone]
            if len(left) < len(line.marks):
                line.marks = left
                touched.add(line)
        for key, item in items.items():
            if key not in self._placed:
                touched.update(self._mark(item, typeface.rtl, width))
        self._placed = items
        y = 0.0
        for line in self.lines:
            if line in touched:
                stack(line.marks)
            if line in touched or line.top != y or line.bottom <= y:
                y = line.place(y, typeface, sizes)
            else:
                y = line.bottom
        self.height = y

    def _mark(self, item: Item, rtl: bool, width: float) -> Iterator[Line]:
        """Put the marks of a span on its lines; yield those."""
        start, end = item.extent
        whole = self.intervals(start, end)
        while not whole and self.start <= start < end < self.end:
            end += 1  # characters that take no room, as a file may have marked: they show on what follows
            whole = self.intervals(start, end)
        parts = [self.intervals(*part) for part in item.parts] if len(item.parts) > 1 else [whole]
        for at, covered in whole:
            line = self.lines[at]
            if len(item.parts) > 1:
                text = merged([one for part in parts for number, found in part if number == at for one in found])
                gaps = without(covered, text)
            else:
                text, gaps = covered, []
            starts = self.start <= start and at == whole[0][0]
            ends = item.extent[1] <= self.end and at == whole[-1][0]
            chip = chip_place(covered, item.chip, width, rtl) if starts else None
            line.marks.append(Mark(item, text, gaps, starts, ends, chip))
            yield line

    def intervals(self, start: int, end: int) -> list[tuple[int, list[Interval]]]:
        """Return the numbers of the lines that a range touches, each with the stretches of x it covers."""
        key = max(start, self.start), min(end, self.end)
        found = self._intervals.get(key)
        if found is None:
            first = max(bisect_right(self.lines, key[0], key=lambda line: line.start) - 1, 0)
            found = []
            for at in range(first, len(self.lines)):
                if self.lines[at].start >= key[1]:
                    break
                if covered := self.lines[at].intervals(*key):
                    found.append((at, covered))
            self._intervals[key] = found
        return found

    def line_at(self, offset: int) -> int:
        """Return the number of the line that holds a character; the last one for the block's end."""
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)


def merged(intervals: list[Interval]) -> list[Interval]:
    """Join intervals that touch or overlap, to half a pixel."""
    joined: list[Interval] = []
    for left, right in sorted(intervals):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined


def without(intervals: list[Interval], taken: list[Interval]) -> list[Interval]:
    """Return what is left of some intervals when others are taken out."""
    left_over = []
    for left, right in intervals:
        for other_left, other_right in taken:
            if other_right <= left or right <= other_left:
                continue
            if left < other_left:
                left_over.append((left, other_left))
            left = max(left, other_right)
        if left < right:
            left_over.append((left, right))
    return left_over
