"""What a click, a drag or the eye takes of an article: graphemes, words, a sentence, a paragraph. Pure text, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from peyman.core.model import Document, Extent
from peyman.core.text import snap_to_graphemes, snap_to_tokens, unwrap_points

from .joining import Join, joins, paragraphs


class Units:
    """The units of one text; of none, everything is empty."""

    def __init__(self, document: Document | None = None, sentences: Sequence[Extent] = ()) -> None:
        self._text = document.text if document else ""
        self._tokens = document.tokens if document else None
        self._sentences = sentences

    @cached_property
    def wraps(self) -> tuple[Extent, ...]:
        """The line breaks at which lines of the text only wrap."""
        return unwrap_points(self._text)

    @cached_property
    def joins(self) -> tuple[Join, ...]:
        """What is drawn in place of each of them where lines are joined."""
        return joins(self._text, self.wraps)

    @cached_property
    def _paragraphs(self) -> list[Extent]:
        return paragraphs(self._text, self.joins)

    def snapped(self, start: int, end: int, *, finely: bool) -> Extent | None:
        """Return the words that a range touches, or (`finely`) the graphemes; None for nothing."""
        if start >= end:
            return None
        if finely or self._tokens is None:
            return snap_to_graphemes(self._text, start, end)
        return snap_to_tokens(self._tokens, self._text, start, end)

    def token_at(self, offset: int) -> Extent | None:
        return None if self._tokens is None else self.snapped(offset, offset + 1, finely=False)

    def sentence_at(self, offset: int) -> Extent | None:
        """Return the sentence at an offset, else the paragraph, without what hangs on its edges."""
        for start, end in self._sentences:
            if start <= offset < end:
                return self.snapped(start, end, finely=False)
        return self.snapped(*self.paragraph_at(offset), finely=False)

    def paragraph_at(self, offset: int) -> Extent:
        number = bisect_right(self._paragraphs, offset, key=lambda paragraph: paragraph[0]) - 1
        return self._paragraphs[max(number, 0)]

    def paragraphs_of(self, start: int, end: int) -> Extent:
        """Return the paragraphs that a range touches, from the first one's start to the last one's end."""
        return self.paragraph_at(start)[0], self.paragraph_at(max(start, end - 1))[1]
