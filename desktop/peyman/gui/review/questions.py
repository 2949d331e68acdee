"""The queue of questions over all articles: what is left, in order, and as far as the filters let it through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from peyman.core.curating import Listing, Question

FACETS = ("kind", "layer", "label", "pair", "article", "status")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a question must have to show; what is empty lets all through."""

    kind: str = ""
    layer: str = ""
    label: str = ""
    pair: tuple[str, ...] = ()
    article: int = 0
    status: str = ""

    def lets(self, question: Question) -> bool:
        return (
            (not self.kind or question.kind == self.kind)
            and (not self.layer or question.layer == self.layer)
            and (not self.label or self.label in question.labels)
            and (not self.pair or self.pair in question.pairs)
            and (not self.article or question.document_number == self.article)
            and (not self.status or question.status == self.status)
        )


def _values(question: Question, facet: str) -> Iterable[Hashable]:
    """Return what a question counts for under a filter."""
    if facet == "label":
        return question.labels
    if facet == "pair":
        return question.pairs
    if facet == "article":
        return (question.document_number,)
    return (getattr(question, facet),)


class Questions:
    """All questions by article, sorted once and kept sorted.

    Attributes:
        listings: by the article's number.
        shown: what the filter lets through, in the order of the queue.
    """

    def __init__(self) -> None:
        self.listings: dict[int, Listing] = {}
        self.filter = Filter()
        self.shown: list[Question] = []
        self._all: list[Question] = []

    def clear(self) -> None:
        self.listings = {}
        self._all = []
        self.shown = []

    def put(self, *listings: Listing) -> None:
        """Take over what is left of some articles, in place of what was known of them."""
        numbers = {listing.number for listing in listings}
        kept = [one for one in self._all if one.document_number not in numbers] if self._all else []
        fresh = [one for listing in listings for one in listing.questions]
        self.listings |= {listing.number: listing for listing in listings}
        self._all = sorted([*kept, *fresh], key=lambda one: one.order)
        self._sift()

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop articles that are adjudicated no more."""
        gone = set(numbers) & self.listings.keys()
        if gone:
            self.listings = {number: one for number, one in self.listings.items() if number not in gone}
            self._all = [one for one in self._all if one.document_number not in gone]
            self._sift()

    def set_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self._sift()

    def _sift(self) -> None:
        wanted = self.filter
        self.shown = self._all if wanted == Filter() else [one for one in self._all if wanted.lets(one)]

    # Counting

    @property
    def total(self) -> int:
        """How many questions are left in all articles."""
        return len(self._all)

    @property
    def unwritten(self) -> list[int]:
        """The articles where all agree on something that gold does not have yet."""
        return [number for number, one in self.listings.items() if one.unwritten]

    def alike(self, question: Question) -> list[Question]:
        """Return the questions that ask the same, itself among them."""
        return [one for one in self._all if one.alike == question.alike] if question.alike else [question]

    def counts(self, facet: str) -> Counter[Hashable]:
        """Count what there is under one filter, as far as the other filters let it through."""
        others = replace(self.filter, **{facet: getattr(Filter(), facet)})
        found: Counter[Hashable] = Counter()
        for one in self._all if others == Filter() else (one for one in self._all if others.lets(one)):
            found.update(_values(one, facet))
        return found

    # Going through

    def place(self, question: Question) -> int | None:
        """Return where a question, or what has become of it, stands in the queue."""
        same = (number for number, one in enumerate(self.shown) if _same(one, question))
        return next(same, None)

    def after(self, question: Question) -> Question | None:
        """Return the next question to settle: the first that follows and is not put aside, then from the top."""
        for one in (*self._from(question), *self.shown):
            if one.status != "deferred" and not _same(one, question):
                return one
        return next((one for one in self.shown if not _same(one, question)), self.shown[0] if self.shown else None)

    def _from(self, question: Question) -> Iterator[Question]:
        return (one for one in self.shown if one.order > question.order)


def _same(one: Question, other: Question) -> bool:
    return (one.document_number, one.key) == (other.document_number, other.key)
