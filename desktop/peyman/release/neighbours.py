"""Articles that say nearly the same, as when several agencies print one report.

Two texts are near duplicates if they share at least half of all their shingles, that is stretches of three words of
the normalised text (Jaccard index). Candidates are found by bottom-k sketches (Broder 1997): of each text the k
smallest hashes are kept, and only texts that have some of them in common are compared in full.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from peyman.core.normalise import folded

K = TypeVar("K", bound=Hashable)

WORDS = 3  # in a shingle
LEAST = 0.5  # of the shingles of both that near duplicates share
SKETCH = 64  # a pair at the threshold shares none of its sketches once in 2⁶⁴ pairs
_FEW = 8  # a candidate shares one part in so many of the smaller sketch; one at the threshold about a third

_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """Return the hashes of the stretches of `WORDS` words of a text as it is compared; never empty."""
    view = folded(text)
    words = _WORD.findall(view) or [view]
    last = max(len(words) - WORDS, 0)
    stretches = {" ".join(words[at : at + WORDS]) for at in range(last + 1)}
    return frozenset(_hash(stretch) for stretch in stretches)


def _hash(stretch: str) -> int:
    return int.from_bytes(hashlib.blake2b(stretch.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard index of two sets that are not both empty, from 0 to 1."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


class Neighbours(Generic[K]):
    """Texts by key, added one at a time; each is compared with those before it."""

    def __init__(self) -> None:
        self._shingles: dict[K, array[int]] = {}  # much smaller than sets
        self._holders: defaultdict[int, list[K]] = defaultdict(list)

    def add(self, key: K, text: str) -> Iterator[tuple[K, float]]:
        """Add a text, and return its near duplicates among those added before, with how much they share."""
        own = shingles(text)
        ordered = sorted(own)
        sketch = ordered[:SKETCH]
        common = Counter(holder for value in sketch for holder in self._holders[value])
        found: list[tuple[K, float]] = []
        for holder, count in common.items():
            theirs = self._shingles[holder]
            if count * _FEW >= min(len(sketch), len(theirs), SKETCH):
                share = resemblance(own, frozenset(theirs))
                if share >= LEAST:
                    found.append((holder, share))
        self._shingles[key] = array("Q", ordered)
        for value in sketch:
            self._holders[value].append(key)
        return iter(found)
