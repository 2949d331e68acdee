"""The token cursor: where the keyboard stands in an article, and what it has selected. Pure text, no Qt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, TypeAlias

from peyman.core.model import Document, Extent
from peyman.core.text import grapheme_breaks, sentences, snap_to_tokens

_LETTER = re.compile(r"[^\W_]")  # or digit

Edge: TypeAlias = Literal["start", "end"]
Unit: TypeAlias = Literal["word", "grapheme"]


class Cursor:
    """Stands on one word; an anchor, when set, makes a selection between the two.

    Words are tokens with a letter or digit in them: the cursor skips lone punctuation, a selection does not.
    The selection may also be set freely (with the mouse, or by graphemes); it then has no anchor word, and extending
    it moves the end that lies in the direction of the first step, so that it always grows.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._tokens = document.tokens or ((0, len(document.text)),)
        words = [token for token in self._tokens if _LETTER.search(document.text, *token)]
        self._words: list[Extent] = words or list(self._tokens)
        self._starts = [start for start, _ in self._words]
        self.sentences = sentences(document.text, document.language)
        self._at = 0
        self._anchor: int | None = None
        self._free: Extent | None = None

    @property
    def word(self) -> Extent:
        return self._words[self._at]

    @property
    def selection(self) -> Extent | None:
        """What is selected, or None when the cursor merely stands on a word."""
        if self._free is not None:
            return self._free
        if self._anchor is None or self._anchor == self._at:
            return None
        first, last = sorted((self._anchor, self._at))
        return self._words[first][0], self._words[last][1]

    @property
    def target(self) -> Extent:
        """What a label key would label: the selection, else the word, without what hangs on its edges."""
        start, end = self.selection or self.word
        if self._free is not None:
            return start, end
        return snap_to_tokens(self._tokens, self._text, start, end) or (start, end)

    @property
    def sentence(self) -> Extent:
        """The sentence under the cursor."""
        return self.sentence_at(self.word[0])

    def sentence_at(self, offset: int) -> Extent:
        starts = [start for start, _ in self.sentences]
        number = max(0, bisect_right(starts, offset) - 1)
        return self.sentences[number] if self.sentences else (0, len(self._text))

    # Moving

    def step(self, by: int, *, extend: bool = False) -> None:
        """Go `by` words on (or back); extending keeps the other end where it was."""
        self._begin(extend, forward=by > 0)
        self._at = min(max(self._at + by, 0), len(self._words) - 1)

    def step_sentence(self, by: int, *, extend: bool = False) -> None:
        """Go to the start of the next sentence, or back to the start of this or the previous one."""
        self._begin(extend, forward=by > 0)
        starts = [start for start, _ in self.sentences]
        here = self.word[0]
        if by > 0:
            number = bisect_right(starts, here)
            target = starts[number] if number < len(starts) else self._words[-1][0]
        else:
            number = bisect_left(starts, here) - 1
            target = starts[max(number, 0)] if starts else 0
        self._at = self._index_at(target)

    def go_to(self, offset: int, *, extend: bool = False) -> None:
        """Stand on the word at or after `offset`."""
        self._begin(extend, forward=self._free is None or offset > self._free[0])
        self._at = self._index_at(offset)

    def go_to_edge(self, *, end: bool, extend: bool = False) -> None:
        """Go to the first or last word of the article."""
        self._begin(extend, forward=end)
        self._at = len(self._words) - 1 if end else 0

    def front(self, *, forward: bool) -> int:
        """Return the place from which a selection grows this way: at its end, or where the cursor stands."""
        if self._free is None:
            return self.word[0]
        return self._free[1] - 1 if forward else self._free[0]

    def select(self, start: int, end: int) -> None:
        """Select exactly this; the cursor stands on its last word."""
        self._at = self._index_at(max(start, end - 1))
        self._anchor = None
        self._free = (start, end)

    def nudge(self, by: int) -> None:
        """Move the selection's end by graphemes, for parts of words."""
        start, end = self.selection or self.word
        self._free = self.moved((start, end), "end", by, "grapheme")
        self._anchor = None

    def moved(self, extent: Extent, edge: Edge, by: int, unit: Unit) -> Extent:
        """Return `extent` with one end moved to the next place where a word (or grapheme) starts or ends.

        It never becomes empty: a move too far leaves it as it was.
        """
        start, end = extent
        if unit == "grapheme":
            stops = self._grapheme_stops
        elif edge == "start":
            stops = self._starts
        else:
            stops = [word_end for _, word_end in self._words]
        here = start if edge == "start" else end
        number = bisect_right(stops, here) + by - 1 if by > 0 else bisect_left(stops, here) + by
        if not 0 <= number < len(stops):
            return extent
        moved = (stops[number], end) if edge == "start" else (start, stops[number])
        return moved if moved[0] < moved[1] else extent

    @cached_property
    def _grapheme_stops(self) -> list[int]:
        return grapheme_breaks(self._text)

    def clear(self) -> None:
        """Drop the selection; the cursor stays."""
        self._anchor = None
        self._free = None

    def _begin(self, extend: bool, *, forward: bool) -> None:
        if not extend:
            self._anchor = None
            self._free = None
            return
        if self._free is not None:
            start, end = self._free
            first, last = self._index_at(start), self._index_at(max(start, end - 1))
            self._anchor, self._at = (first, last) if forward else (last, first)
            self._free = None
        elif self._anchor is None:
            self._anchor = self._at

    def _index_at(self, offset: int) -> int:
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return 0
        if offset < self._words[number][1] or number + 1 >= len(self._words):
            return number
        return number + 1
