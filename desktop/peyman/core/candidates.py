"""Candidates: stretches of text that look like entities although nothing says which, so that Tab leads somewhere.

Names in capitals, numbers, words after titles and heads of phrases, strings that come again. No label is offered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from peyman.core.gazetteer import Lexicon, Words
from peyman.core.model import Document, Extent
from peyman.core.text import snap_to_tokens

Reason: TypeAlias = Literal["headed", "capital", "number", "repeated"]

_HEADS = frozenset({"TITLE", "ROLE", "ORGHEAD", "FACHEAD", "ROUTEHEAD", "EVENTHEAD"})
_LONGEST = 4  # words
_ENDS = frozenset('.!?؟…:«"“—–-*•#')  # after these a capital letter says nothing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text to look at: `text[start:end]`, which is `quote`, and why."""

    start: int
    end: int
    quote: str
    reason: Reason


def candidates(document: Document, lexicon: Lexicon, taken: Iterable[Extent] = ()) -> list[Candidate]:
    """Return what to look at, in reading order, without overlaps and without touching what is `taken`."""
    reader = _Reader(document, lexicon, taken)
    found: dict[Extent, Candidate] = {}
    for reason, (first, after) in reader.read():
        extent = reader.words.extent(first, after)
        snapped = snap_to_tokens(document.tokens, document.text, *extent) if document.tokens else extent
        if snapped is not None and reader.free(*snapped):
            found.setdefault(snapped, Candidate(*snapped, document.text[slice(*snapped)], reason))
    ordered = sorted(found.values(), key=lambda one: (one.start, -one.end))
    return [one for n, one in enumerate(ordered) if all(other.end <= one.start for other in ordered[max(0, n - 3) : n])]


class _Reader:
    """Reads one text; a word once given to a candidate is given to no other."""

    def __init__(self, document: Document, lexicon: Lexicon, taken: Iterable[Extent]) -> None:
        self.words = Words(document.text)
        self._text = self.words.text
        self._taken = sorted(taken)
        self._reach: list[int] = []  # how far what is taken reaches, up to each of them
        for _, end in self._taken:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))
        found = lexicon.find(self.words)
        self._stops = {at for at, spots in found.items() if any(e.label == "STOP" for _, es in spots for e in es)}
        self._heads = {
            at: next(after for after, entries in spots if any(e.label in _HEADS for e in entries))
            for at, spots in found.items()
            if any(e.label in _HEADS for _, es in spots for e in es)
        }
        self._used = bytearray(
            not self.free(*self.words.extent(number, number + 1)) for number in range(len(self.words))
        )

    def free(self, start: int, end: int) -> bool:
        """Tell whether nothing that is taken overlaps an extent."""
        first = bisect_right(self._reach, start)
        return first == len(self._taken) or self._taken[first][0] >= end

    def read(self) -> Iterator[tuple[Reason, tuple[int, int]]]:
        for at, after in sorted(self._heads.items()):
            end = self._run(after)
            if end > after:
                yield from self._give("headed", at, end)
        for at in range(len(self._text)):
            if self._named(at):
                end = at + 1
                while end < len(self._text) and end not in self.words.breaks and self._capital(end):
                    end += 1
                yield from self._give("capital", at, end)
            elif self._text[at][0].isdigit():
                yield from self._give("number", at, self._number(at))
        yield from self._repeated()

    def _give(self, reason: Reason, first: int, after: int) -> Iterator[tuple[Reason, tuple[int, int]]]:
        if not any(self._used[first:after]):
            self._used[first:after] = bytes([1]) * (after - first)
            yield reason, (first, after)

    def _open(self, at: int) -> bool:
        if at >= len(self._text) or self._used[at] or at in self._stops:
            return False
        return self._text[at].isalpha() and len(self._text[at]) > 1

    def _run(self, after: int) -> int:
        """Return the end of the open words that go on from here, as many as a name has at most."""
        end = after
        while end - after < _LONGEST and self._open(end) and end not in self.words.breaks:
            end += 1
        return end

    def _capital(self, at: int) -> bool:
        return self._text[at].isalpha() and self.words.capital(at)

    def _named(self, at: int) -> bool:
        """Tell whether a capital letter at a word is no mere beginning of a sentence."""
        if not self._capital(at) or self._used[at]:
            return False
        if at and at not in self.words.breaks and self._text[at - 1] not in _ENDS:
            return True
        follows = at + 1 < len(self._text) and at + 1 not in self.words.breaks and self._capital(at + 1)
        return follows or (len(self._text[at]) > 1 and self.words.in_capitals(at, at + 1))

    def _number(self, at: int) -> int:
        """Return the end of a number such as 12,5 or 22:00."""
        after = at + 1
        while after + 1 < len(self._text) and self._text[after] in ",.٫٬:/" and self._text[after + 1].isdigit():
            if not self.words.touching(after) or not self.words.touching(after + 1):
                break
            after += 2
        return after

    def _repeated(self) -> Iterator[tuple[Reason, tuple[int, int]]]:
        for size in range(_LONGEST, 1, -1):
            windows = [n for n in range(len(self._text) - size + 1) if self._run_covers(n, size)]
            counts = Counter(tuple(self._text[n : n + size]) for n in windows)
            for n in windows:
                if counts[tuple(self._text[n : n + size])] > 1:
                    yield from self._give("repeated", n, n + size)

    def _run_covers(self, first: int, size: int) -> bool:
        return all(self._open(n) for n in range(first, first + size)) and not any(
            n in self.words.breaks for n in range(first + 1, first + size)
        )
