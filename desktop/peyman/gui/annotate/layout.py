"""The article as a column of blocks: laid out where it shows, guessed at elsewhere, asked where things are.

Pure geometry, without a widget. Offsets are Unicode code points of the document's text; x runs from the column's
left edge and y from its top, in pixels.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QRectF

from peyman.core.model import Extent

from .joining import Join, paragraph_breaks
from .lanes import Item, LaneSizes
from .lines import Block, Edge, Line, Typeface

BLOCK_LIMIT = 3000  # characters set in one go; a longer paragraph is cut, or it would stop the window
_SENTENCE_END = re.compile("[.!?؟…۔][»”'\")\\]]*[ \t\u00a0]+")
_SPACE = re.compile("[ \t]+")


class Hit(NamedTuple):
    """What lies at a point: the nearest grapheme, its line, and whether the point is on that very cell."""

    extent: Extent
    block: Block
    line: Line | None
    exact: bool


class Column:
    """A whole article in a column of a given width, laid out block by block as it is needed."""

    def __init__(
        self, text: str, typeface: Typeface, width: float, sizes: LaneSizes, joined: Sequence[Join] = ()
    ) -> None:
        """`joined` says where lines of the text are shown as one."""
        self.text = text
        cuts = cut_blocks(text, joined=joined)
        self.blocks = [Block(text, *cut, touching(joined, *cut[:2]) if joined else ()) for cut in cuts]
        self._starts = [block.start for block in self.blocks]
        self.set_measures(typeface, width, sizes)

    def set_measures(self, typeface: Typeface, width: float, sizes: LaneSizes) -> None:
        """Take another font or width: everything has to be laid out anew."""
        self.typeface, self.width, self.sizes = typeface, width, sizes
        self._waiting = 0  # no block before this one waits to be laid out
        for block in self.blocks:
            block.release()
        self.guess(0.0)

    def guess(self, per_character: float) -> None:
        """Guess the height of blocks not yet laid out, from pixels of height per character (0: by the font)."""
        line = self.typeface.above + self.typeface.below
        per_character = per_character or line * 0.45 * self.typeface.em / self.width
        for block in self.blocks:
            if not block.text:
                block.height = round(0.3 * line)
            elif not block.laid:
                block.height = round(max(line, len(block.text) * per_character))
        self.measure()

    def calibrate(self) -> None:
        """Guess the heights of the blocks that wait by those already laid out."""
        laid = [block for block in self.blocks if block.laid and block.text]
        characters = sum(len(block.text) for block in laid)
        if characters:
            self.guess(sum(block.height for block in laid) / characters)

    def measure(self) -> None:
        """Work out every block's top from the heights above it."""
        gap = round(0.6 * self.typeface.em)
        steps = (block.height + gap * (block.closes and bool(block.text)) for block in self.blocks)
        tops = list(accumulate(steps, initial=0.0))
        for block, top in zip(self.blocks, tops, strict=False):
            block.top = top
        self.height = tops[-1]

    def lay_out(self, block: Block) -> None:
        """Lay out one block if it is not yet; `measure` has to follow."""
        if not block.laid:
            block.lay_out(self.typeface, self.width)
            block.place(self.typeface, self.width, self.sizes)

    def waiting(self) -> Block | None:
        """Return a block that is not laid out, from the top; None when all are."""
        while self._waiting < len(self.blocks):
            if not self.blocks[self._waiting].laid:
                return self.blocks[self._waiting]
            self._waiting += 1
        return None

    def replace_items(self, gone: Iterable[Item], come: Iterable[Item]) -> set[int]:
        """Take spans away and add others; return the numbers of the blocks touched (`place` is to follow)."""
        touched = set()
        for item in gone:
            for at in self._blocks_of(item):
                self.blocks[at].items.pop(item.id, None)
                touched.add(at)
        for item in come:
            for at in self._blocks_of(item):
                self.blocks[at].items[item.id] = item
                touched.add(at)
        return touched

    def _blocks_of(self, item: Item) -> range:
        start, end = item.extent
        return range(self.number_at(start), bisect_left(self._starts, end)) if start < end else range(0)

    def place(self, block: Block) -> None:
        if block.laid and block.text:
            block.place(self.typeface, self.width, self.sizes)

    def number_at(self, offset: int) -> int:
        """Return the number of the block that holds an offset; a line break belongs to the block before."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def block_at(self, offset: int) -> Block:
        return self.blocks[self.number_at(offset)]

    def numbers_between(self, top: float, bottom: float) -> range:
        """Return the numbers of the blocks that have a share in a horizontal strip."""
        first = max(bisect_right(self.blocks, top, key=lambda block: block.top) - 1, 0)
        return range(first, max(bisect_left(self.blocks, bottom, key=lambda block: block.top), first + 1))

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles a range covers, in reading order of lines; lays out what it needs."""
        found: list[QRectF] = []
        for block in self.blocks_of_range(start, end):
            for at, covered in block.intervals(start, end):
                top, bottom = block.top + block.lines[at].cap, block.top + block.lines[at].foot
                found.extend(QRectF(left, top, right - left, bottom - top) for left, right in covered)
        return found

    def blocks_of_range(self, start: int, end: int) -> list[Block]:
        """Return the blocks a range touches, laid out."""
        blocks = self.blocks[self.number_at(start) : max(bisect_left(self._starts, end), self.number_at(start) + 1)]
        if not all(block.laid for block in blocks):
            for block in blocks:
                self.lay_out(block)
            self.measure()
        return blocks

    def hit(self, x: float, y: float) -> Hit:
        """Tell what lies at a point: always the nearest character, and whether the point is on it."""
        block = self.blocks[self.numbers_between(y, y).start]
        if not block.laid:
            self.lay_out(block)
            self.measure()
        if not block.lines:
            return Hit((block.start, block.start), block, None, exact=False)
        at = max(bisect_right(block.lines, y - block.top, key=lambda line: line.top) - 1, 0)
        line = block.lines[at]
        cell = line.nearest(x)
        if cell is None:
            return Hit((line.start, line.start), block, line, exact=False)
        exact = cell.left <= x < cell.right and line.cap <= y - block.top < line.foot
        return Hit((cell.start, cell.end), block, line, exact)

    def items_at(self, x: float, y: float) -> list[Item]:
        """Return the spans at a point, innermost first; one hit on its bar or chip comes before all others."""
        hit = self.hit(x, y)
        if hit.line is None:
            return []
        found = sorted((item for item in hit.block.items.values() if item.holds(hit.extent[0])), key=lambda i: i.order)
        y -= hit.block.top
        for mark in hit.line.marks:
            lane = hit.line.lanes[mark.lane]
            places = list(mark.text) if lane - 1 <= y < lane + self.sizes.bar + 1 else []
            if mark.chip and lane <= y < lane + self.sizes.chip:
                places.append(mark.chip)
            if any(left <= x < right for left, right in places):
                return [mark.item, *(item for item in found if item is not mark.item)]
        return found if hit.exact else []

    def line_at(self, offset: int) -> tuple[Block, Line | None]:
        """Return the block and the line that hold a character; no line in a blank block."""
        block = self.blocks_of_range(offset, offset)[0]
        return block, block.lines[block.line_at(offset)] if block.lines else None

    def edges(self, start: int, end: int) -> tuple[Edge | None, Edge | None]:
        """Return where a range begins and ends; None where nothing shows or nothing is laid out yet."""
        return self._edge(start, end, start, trailing=False), self._edge(start, end, end - 1, trailing=True)

    def _edge(self, start: int, end: int, at: int, trailing: bool) -> Edge | None:
        block = self.block_at(at)
        if not block.lines:
            return None
        line = block.lines[block.line_at(at)]
        x = line.edge(start, end, trailing)
        return None if x is None else Edge(x, block.top + line.cap, block.top + line.foot)

    def x_at(self, offset: int) -> float:
        """Return the middle of the character at `offset`; the line's leading edge if there is none."""
        _, line = self.line_at(offset)
        if line and (covered := line.intervals(offset, offset + 1)):
            return (covered[0][0] + covered[-1][1]) / 2
        return self.width if self.typeface.rtl else 0.0

    def step(self, offset: int, lines: int, x: float) -> int | None:
        """Return the character nearest to `x` some lines below (or above, if negative); None past the ends.

        Blank lines are passed over.
        """
        number = self.number_at(offset)
        block, line = self.line_at(offset)
        at = block.lines.index(line) + lines if line else (0 if lines < 0 else -1) + lines
        while True:
            if at < 0:
                number -= 1
                if number < 0:
                    return None
                self.lay_out(self.blocks[number])
                at += len(self.blocks[number].lines)
            elif at >= len(self.blocks[number].lines):
                at -= len(self.blocks[number].lines)
                number += 1
                if number == len(self.blocks):
                    return None
                self.lay_out(self.blocks[number])
            else:
                cell = self.blocks[number].lines[at].nearest(x)
                self.measure()
                return cell.start if cell else self.blocks[number].lines[at].start


def touching(joined: Sequence[Join], start: int, end: int) -> Sequence[Join]:
    """Return the joins that have a share in a stretch of the text."""
    if not joined:
        return ()
    return joined[bisect_right(joined, start, key=lambda j: j.end) : bisect_left(joined, end, key=lambda j: j.start)]


def cut_blocks(text: str, limit: int = BLOCK_LIMIT, joined: Sequence[Join] = ()) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and "ends its paragraph" of each block; line breaks lie between blocks, or are joined.

    Paragraphs over `limit` characters are cut after a sentence, else at a space, else anywhere but before a
    combining character; never inside a join.
    """
    start = 0
    for found in paragraph_breaks(text, joined):
        yield from _cut_paragraph(text, start, found[0], limit, joined)
        start = found[1]
    yield from _cut_paragraph(text, start, len(text), limit, joined)


def _cut_paragraph(
    text: str, start: int, end: int, limit: int, joined: Sequence[Join]
) -> Iterator[tuple[int, int, bool]]:
    while end - start > limit:
        cut = start + limit
        for pattern in (_SENTENCE_END, _SPACE):
            ends = [found.end() for found in pattern.finditer(text, start + limit // 2, start + limit)]
            if ends:
                cut = ends[-1]
                break
        else:
            while cut > start + 1 and (unicodedata.combining(text[cut]) or text[cut] in "\u200c\u200d"):
                cut -= 1
        cut = max((join.end for join in touching(joined, cut - 1, cut)), default=cut)
        yield start, cut, False
        start = cut
    yield start, end, True
