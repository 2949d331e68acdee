"""The queue of questions over all articles: what is left, in order, and as far as the filters let it through."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, islice
from uuid import UUID

from peyman.core.curating import Listing, Question

FACETS = ("kind", "layer", "label", "pair", "article", "status")
_MANY = 200  # questions that come or go at once; from here sorting all anew is quicker


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
    """All questions by article, kept sorted and counted: a decision costs what it changes, however many there are.

    Attributes:
        listings: by the article's number.
        shown: what the filter lets through, in the order of the queue.
    """

    def __init__(self) -> None:
        self.filter = Filter()
        self.listings: dict[int, Listing] = {}
        self._all: list[Question] = []
        self._alike: dict[str, dict[tuple[int, UUID], Question]] = {}  # those that ask the same, by what they ask
        self._counts: dict[str, Counter[Hashable]] = {facet: Counter() for facet in FACETS}
        self.shown: list[Question] = self._all

    def put(self, *listings: Listing) -> None:
        """Take over what is left of some articles, in place of what was known of them."""
        gone: list[Question] = []
        came: list[Question] = []
        for listing in listings:
            known = self.listings.get(listing.number)
            before = {id(one): one for one in known.questions} if known else {}
            now = {id(one): one for one in listing.questions}  # what stayed as it was is the same object
            gone += (one for number, one in before.items() if number not in now)
            came += (one for number, one in now.items() if number not in before)
            self.listings[listing.number] = listing
        self._change(gone, came)

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop articles that are adjudicated no more."""
        lost = [self.listings.pop(number) for number in set(numbers) & self.listings.keys()]
        if lost:
            self._change([one for listing in lost for one in listing.questions], [])

    def _change(self, gone: Sequence[Question], came: Sequence[Question]) -> None:
        for one in gone:
            self._note(one, -1)
        for one in came:
            self._note(one, 1)
        if len(gone) + len(came) > _MANY:
            away = {id(one) for one in gone}
            self._all = sorted((*(one for one in self._all if id(one) not in away), *came), key=_order)
        else:
            self._all = self._all.copy()  # whoever shows the old one goes on with it
            for one in gone:
                del self._all[next(at for at in count(bisect_left(self._all, one.order, key=_order))
                                   if self._all[at] is one)]  # fmt: skip
            for one in came:
                insort(self._all, one, key=_order)
        self._sift()

    def _note(self, one: Question, by: int) -> None:
        """Count a question, or count it no more."""
        for facet, counts in self._counts.items():
            for value in _values(one, facet):
                counts[value] += by
                if not counts[value]:
                    del counts[value]
        if one.alike and by > 0:
            self._alike.setdefault(one.alike, {})[one.document_number, one.key] = one
        elif one.alike:
            del self._alike[one.alike][one.document_number, one.key]

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
        return sorted(self._alike.get(question.alike, {}).values(), key=_order) if question.alike else [question]

    def counts(self, facet: str) -> Counter[Hashable]:
        """Count what there is under one filter, as far as the other filters let it through."""
        others = replace(self.filter, **{facet: getattr(Filter(), facet)})
        if others == Filter():
            return self._counts[facet].copy()
        found: Counter[Hashable] = Counter()
        for one in self._all:
            if others.lets(one):
                found.update(_values(one, facet))
        return found

    # Going through

    def place(self, question: Question) -> int | None:
        """Return where a question, or what has become of it, stands in the queue; None if it does not show."""
        listing = self.listings.get(question.document_number)
        now = next((one for one in listing.questions if one.key == question.key), None) if listing else None
        if now is None:
            return None
        at = bisect_left(self.shown, now.order, key=_order)
        return at if at < len(self.shown) and _same(self.shown[at], now) else None

    def after(self, question: Question) -> Question | None:
        """Return the next question to settle: the first that follows and is not put aside, then from the top."""
        following = islice(self.shown, bisect_right(self.shown, question.order, key=_order), None)
        for one in chain(following, self.shown):
            if one.status != "deferred" and not _same(one, question):
                return one
        return next((one for one in self.shown if not _same(one, question)), self.shown[0] if self.shown else None)


def _order(one: Question) -> tuple[int, str, int, int, str]:
    return one.order


def _same(one: Question, other: Question) -> bool:
    return (one.document_number, one.key) == (other.document_number, other.key)
