"""The words of an article in sentences, for formats that are tables of words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from peyman.core.model import Document, Extent
from peyman.core.text import sentences

_VISIBLE = re.compile(r"\S+")


def words(document: Document) -> Iterator[Extent]:
    """Yield the tokens, and each stretch of visible characters that no token covers."""
    last = 0
    for start, end in (*document.tokens, (len(document.text),) * 2):
        if last < start:
            yield from (match.span() for match in _VISIBLE.finditer(document.text, last, start))
        if start < end:
            yield start, end
        last = end


def sentence_words(document: Document) -> list[list[Extent]]:
    """Return the words of each sentence; a sentence without any is left out."""
    starts = [start for start, _ in sentences(document.text, document.language)]
    rows: list[list[Extent]] = []
    last = -1
    for word in words(document):
        sentence = bisect_right(starts, word[0])
        if sentence != last:
            rows.append([])
            last = sentence
        rows[-1].append(word)
    return rows


def covered(rows: Sequence[Extent], start: int, end: int) -> tuple[int, int]:
    """Return the numbers of the first word that a stretch touches and of the one after the last."""
    first = bisect_right(rows, start, key=lambda row: row[1])
    after = first
    while after < len(rows) and rows[after][0] < end:
        after += 1
    return first, after
