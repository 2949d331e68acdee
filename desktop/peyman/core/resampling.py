"""Percentile bootstrap over documents: how far a figure would move had other documents been drawn.

Figures are functions of sums over documents, so resampling needs only the sums. All counts of a document are
packed into one long integer with a field for each, and a resample is the sum of the integers drawn: adding long
integers is the fastest thing plain Python does with many numbers at once.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar

K = TypeVar("K", bound=Hashable)

LEVEL = 0.95  # of the intervals
_Letter: TypeAlias = Literal["Q", "I", "H"]
# Bytes of a field, by the letter memoryview has for it. The widest come first, so that each group is aligned.
_WIDTHS: Mapping[_Letter, int] = {"Q": 8, "I": 4, "H": 2}
_CHUNK = 50  # resamples between two reports


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure of all documents, and between what it lies in 95 of 100 resamples; None where undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass
class Resampling:
    """Counts of documents, a column for each count, and their sums in each resample once `draw` was called.

    The same columns and seed give the same intervals, on every machine.
    """

    documents: int
    _columns: dict[Hashable, Sequence[int]] = field(default_factory=dict)
    _resampled: dict[Hashable, Sequence[int]] = field(default_factory=dict)
    _drawn: int = 0

    @classmethod
    def of(cls, rows: Sequence[Mapping[K, int]]) -> Resampling:
        """Make the columns of all keys of some documents' counts; what is not there counts 0."""
        made = cls(len(rows))
        for key in dict.fromkeys(key for row in rows for key in row):
            made.add(key, [row.get(key, 0) for row in rows])
        return made

    def add(self, key: Hashable, numbers: Sequence[int]) -> None:
        """Add a column of natural numbers, one for each document."""
        self._columns[key] = numbers

    def total(self, key: Hashable) -> int:
        return sum(self._columns.get(key, ()))

    def present(self, key: Hashable) -> int:
        """In how many documents this count is not 0."""
        return sum(map(bool, self._columns.get(key, ())))

    def draw(self, resamples: int, seed: int, step: Callable[[int], None] = lambda _count: None) -> None:
        """Draw the documents with replacement so many times; `step` is told how many more are done.

        Raises OverflowError if a sum does not fit into 64 bits.
        """
        if self.documents < 2:  # one document says nothing of how documents differ
            step(resamples)
            return
        keys: dict[_Letter, list[Hashable]] = {letter: [] for letter in _WIDTHS}
        for key, numbers in self._columns.items():
            most = max(numbers) * self.documents  # a resample may draw the largest every time
            fitting = [letter for letter, width in _WIDTHS.items() if most < 1 << 8 * width]
            if not fitting:
                raise OverflowError(f"the sums of {key} do not fit into 64 bits")
            keys[fitting[-1]].append(key)
        rows = self._packed(keys)
        size = sum(_WIDTHS[letter] * len(of) for letter, of in keys.items())
        chance = random.Random(seed)
        sums: list[list[int]] = []
        for number in range(resamples):
            total = sum(chance.choices(rows, k=self.documents))
            sums.append(_unpacked(total.to_bytes(size, sys.byteorder), keys))
            if number % _CHUNK == _CHUNK - 1:
                step(_CHUNK)
        step(resamples % _CHUNK)
        self._drawn = resamples
        every = [key for of in keys.values() for key in of]
        self._resampled = dict(zip(every, zip(*sums, strict=True), strict=True)) if sums else {}

    def estimate(self, figure: Callable[..., float | None], *keys: Hashable) -> Interval:
        """Return a figure of these counts; those resamples in which it is undefined say nothing."""
        value = figure(*map(self.total, keys))
        if value is None or not self._drawn:
            return Interval(value)
        zeros = (0,) * self._drawn
        columns = [self._resampled.get(key, zeros) for key in keys]
        found = sorted(v for v in map(figure, *columns) if v is not None)
        if not found:
            return Interval(value)
        return Interval(value, _quantile(found, (1 - LEVEL) / 2), _quantile(found, (1 + LEVEL) / 2))

    def _packed(self, keys: Mapping[_Letter, Sequence[Hashable]]) -> list[int]:
        columns = [
            [number.to_bytes(_WIDTHS[letter], sys.byteorder) for number in self._columns[key]]
            for letter, of in keys.items()
            for key in of
        ]
        if not columns:
            return [0] * self.documents
        return [int.from_bytes(b"".join(row), sys.byteorder) for row in zip(*columns, strict=True)]


def _unpacked(sums: bytes, keys: Mapping[_Letter, Sequence[Hashable]]) -> list[int]:
    numbers: list[int] = []
    at = 0
    for letter, of in keys.items():
        end = at + _WIDTHS[letter] * len(of)
        numbers += memoryview(sums[at:end]).cast(letter)
        at = end
    return numbers


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the quantile between the two nearest of sorted numbers."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
