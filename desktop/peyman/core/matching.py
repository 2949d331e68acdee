"""Which stretch of text marked by one annotator answers which of another's, and how well two of them agree.

The rule is one for measuring and for adjudicating: pairs of overlapping mentions are taken best first (identical;
the same stretch; Dice plus ½ for the same label; then by place, label and id), and a place holds at most one
mention of each annotator. Nothing depends on the order of the annotators.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from .measures import Figure
from .model import Extent, Span

Labelled: TypeAlias = tuple[int, int, str]  # start, end, label
Place: TypeAlias = dict[int, int]  # annotator's index: index of their mention; one entry at least


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled stretch, as far as matching looks at it.

    Attributes:
        pieces: sorted and disjoint; usually one.
        id: decides between mentions that are alike in all else; ids must be comparable with one another.
    """

    pieces: tuple[Extent, ...]
    label: str
    id: Any = ""

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @classmethod
    def of(cls, span: Span) -> Mention:
        return cls(span.fragments or ((span.start, span.end),), span.label, span.id)

    @property
    def key(self) -> tuple[tuple[Extent, ...], str, Any]:
        return self.pieces, self.label, self.id


Apart: TypeAlias = Callable[[Mention, Mention], bool]


def dice(one: Mention, other: Mention) -> float:
    """Return how much of both is shared, 0 to 1, in code points."""
    shared = sum(
        max(0, min(end, right) - max(start, left)) for start, end in one.pieces for left, right in other.pieces
    )
    return 2 * shared / sum(end - start for start, end in (*one.pieces, *other.pieces))


def align(answers: Sequence[Sequence[Mention]], apart: Apart | None = None) -> list[Place]:
    """Put the mentions of several annotators into places, in reading order; every mention is in exactly one.

    What is `apart` is not taken for an answer to one another, though it overlaps.
    """
    return sorted(_places(answers, apart), key=lambda place: min(answers[who][at].key for who, at in place.items()))


def match(one: Sequence[Mention], other: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the pairs of indices that two annotators' mentions are aligned to, in no particular order."""
    return [(place[0], place[1]) for place in _places((one, other)) if len(place) == 2]


def _places(answers: Sequence[Sequence[Mention]], apart: Apart | None = None) -> list[Place]:
    places = _identical(answers)
    lacking = [place for place in places if len(place) < len(answers)]
    where = {(who, at): place for place in lacking for who, at in place.items()}
    for _, _, one, other in sorted(_candidates([(answers[who][at], who, at) for who, at in where], apart)):
        place, joined = where[one], where[other]
        if place is not joined and not place.keys() & joined.keys():
            place |= joined
            for member in joined.items():
                where[member] = place
            joined.clear()
    return [place for place in places if place]


def _identical(answers: Sequence[Sequence[Mention]]) -> list[Place]:
    """Join what is the same to the letter; the second of an annotator's own doubles goes with others' second."""
    places: dict[tuple[object, ...], Place] = {}
    for who, mentions in enumerate(answers):
        alike: list[tuple[object, ...]] = [(mention.pieces, mention.label) for mention in mentions]
        if len(set(alike)) < len(alike):
            seen: Counter[tuple[object, ...]] = Counter()
            for at in sorted(range(len(mentions)), key=lambda at: mentions[at].id):
                like = alike[at]
                alike[at] = (*like, seen[like]) if seen[like] else like
                seen[like] += 1
        for at, like in enumerate(alike):
            places.setdefault(like, {})[who] = at
    return list(places.values())


_Candidate: TypeAlias = tuple[tuple[bool, float], tuple[object, ...], tuple[int, int], tuple[int, int]]


def _candidates(mentions: list[tuple[Mention, int, int]], apart: Apart | None) -> Iterator[_Candidate]:
    """Yield the pairs of different annotators' mentions that overlap, each with what it is sorted by."""
    mentions.sort(key=lambda entry: entry[0].start)
    for number, (one, who, at) in enumerate(mentions):
        end = one.end
        for other, whose, where in mentions[number + 1 :]:
            if other.start >= end:
                break
            if who == whose:
                continue
            shared = dice(one, other)
            if shared and not (apart and apart(one, other)):
                rank = (one.pieces != other.pieces, -shared - (one.label == other.label) / 2)
                ties = (one.key, other.key) if one.key < other.key else (other.key, one.key)
                yield rank, ties, (who, at), (whose, where)


# Two annotators ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PairF1:
    """How far two annotators mark the same: F1, which is 2·matched/(one's + other's)."""

    exact: Figure  # same stretch, same label
    relaxed: Figure  # overlapping, same label
    unlabelled: Figure  # overlapping, whatever the label


def pairwise_f1(one: Iterable[Labelled], other: Iterable[Labelled]) -> PairF1:
    """Compare two annotators' spans of one text. If both have none, there is no figure.

    With one of them as the truth it is the usual F1 of the other; symmetric, it is positive specific agreement
    (Hripcsak & Rothschild 2005).
    """
    left, right = _mentions(one), _mentions(other)
    if not left and not right:
        return PairF1(*[Figure(None, "nothing_there")] * 3)
    pairs = [(left[a], right[b]) for a, b in match(left, right)]
    exact = sum(a.key[:2] == b.key[:2] for a, b in pairs)
    relaxed = sum(a.label == b.label for a, b in pairs)
    total = len(left) + len(right)
    return PairF1(*[Figure(2 * count / total) for count in (exact, relaxed, len(pairs))])


def _mentions(spans: Iterable[Labelled]) -> list[Mention]:
    return [Mention(((start, end),), label) for start, end, label in sorted(spans)]


@dataclass(frozen=True, slots=True)
class Scheme:
    """What became of the true spans and of the proposed ones, counted in one of SemEval's ways."""

    correct: int
    incorrect: int
    partial: int
    missing: int
    spurious: int

    @property
    def precision(self) -> float | None:
        return self._share(self.spurious)

    @property
    def recall(self) -> float | None:
        return self._share(self.missing)

    @property
    def f1(self) -> float | None:
        total = 2 * (self.correct + self.incorrect + self.partial) + self.missing + self.spurious
        return 2 * (self.correct + self.partial / 2) / total if total else None

    def _share(self, rest: int) -> float | None:
        total = self.correct + self.incorrect + self.partial + rest
        return (self.correct + self.partial / 2) / total if total else None


def semeval_schemes(gold: Iterable[Labelled], proposed: Iterable[Labelled]) -> dict[str, Scheme]:
    """Score proposals against gold in the four ways of SemEval-2013 task 9.1: strict, exact, partial, type.

    Strict wants stretch and label; exact the stretch; type the label of what overlaps; partial gives half for
    overlapping. For scoring suggestions: between annotators, F1 says the same in one number.
    """
    truth, offered = _mentions(gold), _mentions(proposed)
    pairs = [(truth[a], offered[b]) for a, b in match(truth, offered)]
    same = [(a.pieces == b.pieces, a.label == b.label) for a, b in pairs]
    rest = len(truth) - len(pairs), len(offered) - len(pairs)
    right = {
        "strict": sum(stretch and label for stretch, label in same),
        "exact": sum(stretch for stretch, _ in same),
        "type": sum(label for _, label in same),
    }
    schemes = {name: Scheme(count, len(pairs) - count, 0, *rest) for name, count in right.items()}
    return schemes | {"partial": Scheme(right["exact"], 0, len(pairs) - right["exact"], *rest)}
