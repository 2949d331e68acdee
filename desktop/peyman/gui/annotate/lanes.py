"""What hangs under a line of text: bars and chips in stacked lanes that never collide. Pure arithmetic.

Shorter spans lie nearer to the text, so that a span's bar runs below those of all spans inside it; commitments
("wash") run lowest. A span takes the width of its chip as well as that of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias
from uuid import UUID

from peyman.core.model import Extent

Interval: TypeAlias = tuple[float, float]

_AIR = 2.0  # pixels kept free between neighbours in a lane, so that they do not read as one


class Item(NamedTuple):
    """A span as the layout sees it.

    Attributes:
        extent: its characters, without line breaks at either edge.
        parts: its fragments; the extent alone if it is in one piece.
        chip: width of its chip in pixels; 0 for none.
        wash: whether it is long and lies below the others.
        lane: the first that it may run in.
    """

    id: UUID
    extent: Extent
    parts: tuple[Extent, ...]
    chip: float
    wash: bool
    lane: int = 0

    @property
    def order(self) -> tuple[bool, int, int, int, UUID]:
        """Sorts inner before outer, commitments last; what must run farther down after all else."""
        start, end = self.extent
        return self.wash, self.lane, end - start, start, self.id

    def holds(self, offset: int) -> bool:
        """Tell whether a character belongs to the span, in one of its fragments."""
        return any(start <= offset < end for start, end in self.parts)


class Piece(NamedTuple):
    """A stretch of a mark, and on which sides the span goes on beyond the line."""

    left: float
    right: float
    open_left: bool
    open_right: bool


@dataclass(slots=True)
class Mark:
    """The part of a span on one line.

    Attributes:
        text: stretches of x that its characters cover.
        gaps: stretches between its fragments.
        starts, ends: whether its first or last character is on this line; if not, it comes in or goes on.
        chip: where its chip lies; None on lines where it does not start.
        hull: from the first to the last of its text and gaps.
        room: what it needs of its lane, chip and all.
    """

    item: Item
    text: list[Interval]
    gaps: list[Interval]
    starts: bool
    ends: bool
    chip: Interval | None
    lane: int = 0
    hull: Interval = field(init=False)
    room: Interval = field(init=False)
    _pieces: list[Piece] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        edges = [*self.text, *self.gaps]
        self.hull = left, right = min(left for left, _ in edges), max(right for _, right in edges)
        self.room = (min(left, self.chip[0]), max(right, self.chip[1])) if self.chip else self.hull

    def pieces(self, rtl: bool) -> list[Piece]:
        """Return its stretches; the outer edges of a span that comes in or goes on are open."""
        if not self._pieces:  # asked for twice with every painting
            open_left, open_right = (not self.ends, not self.starts) if rtl else (not self.starts, not self.ends)
            last = len(self.text) - 1
            self._pieces = [
                Piece(left, right, open_left and number == 0, open_right and number == last)
                for number, (left, right) in enumerate(self.text)
            ]
        return self._pieces


class LaneSizes(NamedTuple):
    """Heights in pixels."""

    bar: float
    chip: float
    gap: float

    def tops(self, marks: Iterable[Mark], first: float) -> tuple[list[float], float]:
        """Return the y of each lane, the first at `first`, and where the last one ends.

        A lane is as high as a chip only on lines where a chip lies in it.
        """
        heights: list[float] = []
        for mark in marks:
            heights.extend([self.bar] * (mark.lane + 1 - len(heights)))
            if mark.chip:
                heights[mark.lane] = self.chip
        tops = []
        for height in heights:
            tops.append(first)
            first += height + self.gap
        return tops, first - self.gap if tops else first


def chip_place(text: Sequence[Interval], chip: float, width: float, rtl: bool) -> Interval | None:
    """Return where a chip of that width goes: at the text's leading edge, kept inside the column."""
    if not chip:
        return None
    chip = min(chip, width)
    left = max(right for _, right in text) - chip if rtl else min(left for left, _ in text)
    left = min(max(left, 0.0), width - chip)
    return left, left + chip


def stack(marks: list[Mark]) -> None:
    """Give every mark of one line a lane in which it meets no other; sorts `marks` inner first.

    A mark lies below all marks whose text it overlaps, a commitment also below all whose chips it passes.
    """
    marks.sort(key=lambda mark: mark.item.order)
    lanes: list[list[Mark]] = []
    for mark in marks:
        meets = [any(_meet(mark.room, other.room, _AIR) for other in lane) for lane in lanes]
        if mark.item.wash:
            under = meets
        else:
            under = [any(_meet(mark.hull, other.hull, 0.0) for other in lane) for lane in lanes]
        mark.lane = max(mark.item.lane, len(under) - under[::-1].index(True) if True in under else 0)
        while mark.lane < len(lanes) and meets[mark.lane]:
            mark.lane += 1
        lanes.extend([] for _ in range(len(lanes), mark.lane + 1))
        lanes[mark.lane].append(mark)


def _meet(one: Interval, other: Interval, air: float) -> bool:
    return one[0] < other[1] + air and other[0] < one[1] + air
