"""Showing hard-wrapped lines joined: what stands on the screen for each stretch of the stored text. Pure text, no Qt.

The stored text stays as it is, and so does every offset in it. Only what is drawn leaves out the line breaks at
which a paragraph merely wraps, and the hyphens that parted a word there. `Joined` says, for every place in the
stored text, where it stands in the drawn one, and back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from peyman.core.model import Extent
from peyman.core.text import unwrap_points

WRAPPED = 3  # joins from which on an article counts as hard-wrapped; one or two may be a slip of the typist
_HYPHENS = "-\u2010\u00ad"
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_FAR = 80  # letters that no word has
_STEM = 4  # letters of a compound's second part that tell it in every case
_LINE_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")


class Join(NamedTuple):
    """A stretch of the text between two lines that are one, and what is drawn in its place: a space or nothing."""

    start: int
    end: int
    shown: str


def joins(text: str, wraps: Iterable[Extent] | None = None) -> tuple[Join, ...]:
    """Return where lines of a text only wrap, in order; none where every line is a paragraph.

    Args:
        wraps: the `unwrap_points` of the text, where they are known.
    """
    return tuple(_join(text, start, end) for start, end in (unwrap_points(text) if wraps is None else wraps))


def _join(text: str, start: int, end: int) -> Join:
    if start < 2 or text[start - 1] not in _HYPHENS or not (text[start - 2].islower() and text[end].islower()):
        return Join(start, end, " ")
    if text[start - 1] != "\u00ad" and _is_compound(text, start, end):
        return Join(start, end, "")
    return Join(start - 1, end, "")


def _is_compound(text: str, start: int, end: int) -> bool:
    """Tell whether the word parted here is written with a hyphen anywhere else in the text («премьер-министр»)."""
    before, after = _WORD_BEFORE.search(text, max(0, start - _FAR), start - 1), _WORD_AFTER.match(text, end)
    if before is None or after is None:
        return False
    return re.search(rf"\b{before[0]}[-\u2010]{after[0][:_STEM]}", text, re.IGNORECASE) is not None


def paragraph_breaks(text: str, joined: Sequence[Join]) -> Iterator[Extent]:
    """Yield the line breaks that end a paragraph: those that lie in none of the joins."""
    following = iter(joined)
    join = next(following, None)
    for found in _LINE_BREAK.finditer(text):
        while join is not None and join.end <= found.start():
            join = next(following, None)
        if join is None or found.start() < join.start:
            yield found.span()


def paragraphs(text: str, joined: Sequence[Join]) -> list[Extent]:
    """Return the paragraphs of a text with its wrapped lines joined; blank lines are empty ones."""
    breaks = list(paragraph_breaks(text, joined))
    return list(zip([0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)], strict=True))


class Joined:
    """A stretch of text as it is drawn, and the way between offsets in both.

    `place` is monotone and total: every offset has a place. `offset` takes a place to the last of its offsets, so
    that lines of the drawn text part the stored one without a gap, and `place(offset(p)) == p` for every p.

    Attributes:
        text: what is drawn.
    """

    __slots__ = ("_afters", "_ends", "_starts", "text")

    def __init__(self, text: str, joined: Iterable[Join]) -> None:
        """`joined` lie inside the text, whose own beginning is offset 0."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._afters: list[int] = []  # the places where the text goes on after each join
        pieces: list[str] = []
        drawn = at = 0
        for start, end, shown in joined:
            pieces += text[at:start], shown
            drawn += start - at + len(shown)
            at = end
            self._starts.append(start)
            self._ends.append(end)
            self._afters.append(drawn)
        self.text = "".join((*pieces, text[at:]))

    def place(self, offset: int) -> int:
        """Return where an offset of the stored text stands in the drawn one; inside a join, where that ends."""
        number = bisect_left(self._starts, offset) - 1
        return offset if number < 0 else self._afters[number] + max(0, offset - self._ends[number])

    def offset(self, place: int) -> int:
        """Return the offset in the stored text of a place in the drawn one."""
        number = bisect_right(self._afters, place) - 1
        return place if number < 0 else self._ends[number] + place - self._afters[number]
