"""Suggestions: entities offered to the annotator, each with where it comes from and how sure it is.

They come from word lists (`gazetteer`), grammar over them (`phrase`), dates and amounts (`pattern`), strings tagged
before in this project (`project`) and a tagger that learned from the annotator's own articles (`tagger`). Nothing
is an annotation until accepted, what was rejected never comes back, and what exists already is never offered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Generic, Protocol, TypeAlias, TypeVar
from uuid import UUID

from peyman.core.candidates import Candidate, candidates
from peyman.core.echoes import Found
from peyman.core.edits import misplaced
from peyman.core.gazetteer import Entry, Lexicon, Words, parts, shipped
from peyman.core.model import AnnotatedDocument, Attributes, Document, Extent, Json, Rejection, Span
from peyman.core.norms import find_norms
from peyman.core.phrases import Phrases
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.core.tagger import CrfTagger

LAYER = "entity"
SOURCES = ("gazetteer", "phrase", "pattern", "project", "tagger")
LEAST_SCORE = 0.35

# Labels of which one may lie inside another, as in «معاون نخست‌وزیر»; of all others only the longest name is offered.
_SELF_NESTING = frozenset({"ROLE", "ORG"})
_PATTERN_SCORE = 0.85
_BUCKET = 128  # code points
_NO_ID = UUID(int=0)
_Place: TypeAlias = tuple[str, int, int]  # label, start, end


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An annotation offered: `text[start:end]`, which is `quote`, may be `label`.

    Attributes:
        source: one of `SOURCES`; a span accepted from it carries it as its origin.
        score: between 0 and 1, about how many of a hundred such suggestions are right.
        attributes: values offered with it, such as a canonical name or a date's normal form.
    """

    layer: str
    label: str
    start: int
    end: int
    quote: str
    source: str
    score: float
    attributes: Attributes = field(default_factory=dict)

    @property
    def extent(self) -> Extent:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a document whatever its annotations are; `remembers` lets tagged strings be offered too."""

    document: Document
    words: Words
    found: tuple[Suggestion, ...]
    remembers: bool


class Tagger(Protocol):
    """What suggestions need of a trained model."""

    def tag(self, document: Document, listed: Iterable[tuple[str, int, int]]) -> Iterable[tuple[str, int, int, float]]:
        """Return labels, with where they stand and a score; `listed` is what the word lists make of the document."""
        ...


@lru_cache(maxsize=4096)
def string_key(quote: str) -> str:
    """Return what a string is remembered by: alike for all ways to write it, with or without spaces."""
    return "".join(parts(quote))


# --- What the project knows -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Known:
    """A string that was tagged: how often as what, and how often it stood in finished articles untagged."""

    labels: Counter[str] = field(default_factory=Counter)
    canons: dict[str, Counter[str]] = field(default_factory=dict)
    passed: Counter[str] = field(default_factory=Counter)


class Memory:
    """The strings one annotator tagged in a project, and what he rejected.

    Holds no texts, only counts: `learn`, `forget`, `reject` and `forgive` follow each edit; `observe` weighs in, once
    for each finished article, where a known string was left alone. `changes` names the strings of which more or
    less was known, in the order it came, since all articles were read: what is offered is kept up by it.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._lexicon = Lexicon()
        self._rejected: Counter[tuple[str, str]] = Counter()
        self.changes: list[str] = []

    @classmethod
    def of(cls, articles: Iterable[AnnotatedDocument]) -> Memory:
        """Return what is known from these articles of one annotator."""
        memory = cls()
        sets = [(article.document, article.annotations) for article in articles if article.annotations]
        for _, tagged in sets:
            memory.learn(tagged.spans)
            memory.reject(tagged.rejections.values())
        for document, tagged in sets:
            if tagged.state.state == "finished":
                memory.observe(document, tagged.spans)
        memory.changes.clear()
        return memory

    def learn(self, spans: Iterable[Span]) -> None:
        for span in spans:
            pieces = parts(span.quote)
            key = "".join(pieces)
            if span.layer != LAYER or not memorable(key):
                continue
            known = self._known.setdefault(key, _Known())
            known.labels[span.label] += 1
            canon = span.attributes.get("canon")
            if isinstance(canon, str) and canon:
                known.canons.setdefault(span.label, Counter())[canon] += 1
            capital = int(len(pieces) == 1 and span.quote[0].isupper())
            self._lexicon.add_parts(pieces, Entry(key, capital=capital))
            self.changes.append(key)

    def forget(self, spans: Iterable[Span]) -> None:
        """Take back what `learn` was told, after an annotation was removed or is about to change."""
        for span in spans:
            key = string_key(span.quote)
            known = self._known.get(key)
            if span.layer != LAYER or known is None or not known.labels[span.label]:
                continue
            self.changes.append(key)
            known.labels[span.label] -= 1
            canon = span.attributes.get("canon")
            if isinstance(canon, str) and known.canons.get(span.label, Counter())[canon]:
                known.canons[span.label][canon] -= 1

    def observe(self, document: Document, spans: Iterable[Span]) -> None:
        """Count where strings known by now stand in a finished article without their label, not even as a part."""
        tagged: dict[str, list[Extent]] = {}
        for span in spans:
            if span.layer == LAYER:
                tagged.setdefault(span.label, []).append((span.start, span.end))
        words = Words(document.text)
        for first in range(len(words)):
            for key, label, start, end, _ in self.find(words, first):
                if not any(a <= start and end <= b for a, b in tagged.get(label, ())):
                    self._known[key].passed[label] += 1
                    self.changes.append(key)

    def reject(self, rejections: Iterable[Rejection]) -> None:
        for one in rejections:
            key = string_key(one.quote)
            self._rejected[key, one.label] += 1
            self.changes.append(key)

    def forgive(self, rejections: Iterable[Rejection]) -> None:
        """Take back what `reject` was told, after a rejection was undone."""
        for one in rejections:
            key = string_key(one.quote)
            self._rejected[key, one.label] -= 1
            self.changes.append(key)

    def refuses(self, quote: str, label: str) -> bool:
        """Tell whether a string was rejected as this label more often than it was labelled so."""
        key = string_key(quote)
        times = self._rejected[key, label]
        known = self._known.get(key)
        return times > 0 and times > (known.labels[label] if known else 0)

    def canon(self, quote: str, label: str) -> str:
        """Return the canonical name given most often to this string under this label, or nothing."""
        known = self._known.get(string_key(quote))
        counts = known.canons.get(label, Counter()) if known else Counter()
        return min(+counts, key=lambda canon: (-counts[canon], canon), default="")

    def find(self, words: Words, first: int) -> Iterator[tuple[str, str, int, int, float]]:
        """Yield the known strings that begin at a word, where, as what, and a score that grows with the count."""
        for after, entries in self._lexicon.at(words, first):
            key = entries[0].label
            known = self._known[key]
            label, count = self._majority(known)
            if count:
                total = known.labels.total() + known.passed[label]
                yield key, label, *words.extent(first, after), (1 - 0.5**count) * count / total

    @staticmethod
    def _majority(known: _Known) -> tuple[str, int]:
        label = min(known.labels, key=lambda one: (-known.labels[one], one))
        return label, known.labels[label]


def memorable(key: str) -> bool:
    """Tell whether a string says enough by itself: at least two letters, or it would be offered everywhere."""
    return sum(map(str.isalpha, key)) >= 2


# --- Suggesting -------------------------------------------------------------------------------------------


class Suggester:
    """Makes the suggestions for one project; remembers nothing but what it was given."""

    def __init__(self, schema: Schema, lexicon: Lexicon, memory: Memory, tagger: Tagger | None = None) -> None:
        self.schema = schema
        self.lexicon = lexicon
        self.memory = memory
        self.tagger = tagger

    def suggest(
        self,
        document: Document,
        existing: Iterable[Span] = (),
        *,
        rejected: Iterable[Rejection] = (),
        sources: Iterable[str] = SOURCES,
        article_date: date | None = None,
    ) -> list[Suggestion]:
        """Return what is offered beside the existing spans, in reading order, outer before inner.

        `article_date` lets relative dates be read; unknown, they keep their relative form.
        """
        return self.offers(self.read(document, sources, article_date), existing, rejected)

    def read(
        self, document: Document, sources: Iterable[str] = SOURCES, article_date: date | None = None
    ) -> Reading:
        """Find what does not depend on annotations or memory; takes some ms per 1,000 characters."""
        wanted = frozenset(sources)
        words = Words(document.text)
        return Reading(document, words, tuple(self._found(document, words, wanted, article_date)), "project" in wanted)

    def offers(
        self, reading: Reading, existing: Iterable[Span] = (), rejected: Iterable[Rejection] = ()
    ) -> list[Suggestion]:
        """Return what is offered now of what was read, with the strings tagged before."""
        return Offering(self, reading).offers(existing, rejected)

    def known(self, reading: Reading, first: int) -> list[tuple[str, Suggestion]]:
        """Return the strings tagged before that begin at a word, each with what it is remembered by."""
        document = reading.document
        return [
            (key, self._make(document, label, start, end, "project", score, {}))
            for key, label, start, end, score in self.memory.find(reading.words, first)
        ]

    def chosen(
        self, proposals: Iterable[Suggestion], document: Document, existing: Iterable[Span], refused: Container[_Place]
    ) -> list[Suggestion]:
        """Return the best of some proposals beside what exists, without what was refused, in any order."""
        allowed = (
            one for one in proposals if (one.label, *one.extent) not in refused and self._allowed(one, document)
        )
        return [self._named_as_before(one) for one in _Sieve(self.schema, existing).chosen(allowed)]

    def _named_as_before(self, one: Suggestion) -> Suggestion:
        """Give it the canonical name that the annotator gave to this string, if he did."""
        canon = self.memory.canon(one.quote, one.label)
        return replace(one, attributes=self._fitting(one.label, {**one.attributes, "canon": canon})) if canon else one

    def candidates(
        self,
        document: Document,
        existing: Iterable[Span] = (),
        suggestions: Iterable[Suggestion] = (),
        rejected: Iterable[Rejection] = (),
    ) -> list[Candidate]:
        """Return what else to look at, in reading order, none of it under an existing entity or a suggestion."""
        taken = [(span.start, span.end) for span in existing if span.layer == LAYER]
        taken += [(one.start, one.end) for one in rejected]
        return candidates(document, self.lexicon, [*taken, *(one.extent for one in suggestions)])

    def _found(
        self, document: Document, words: Words, wanted: frozenset[str], article_date: date | None
    ) -> Iterator[Suggestion]:
        """Yield what each source finds, unsorted, overlapping and repeated, rejected or not."""
        named = [] if wanted <= {"pattern", "project"} else Phrases(words, self.lexicon).find()
        yield from self._named(document, words, named, wanted)
        if "pattern" in wanted:
            for label, readings in find_norms(document.text, document.language, article_date).items():
                for start, end, norm in readings:
                    yield self._make(document, label, start, end, "pattern", _PATTERN_SCORE, {"norm": dict(norm)})
        if "tagger" in wanted and self.tagger is not None:
            listed = [(one.label, *words.extent(one.first, one.after)) for one in named]
            for label, start, end, score in self.tagger.tag(document, listed):
                yield self._make(document, label, start, end, "tagger", score, {})

    def _named(
        self, document: Document, words: Words, named: Iterable[Found], wanted: frozenset[str]
    ) -> Iterator[Suggestion]:
        for outer in named:
            for found in outer.all():
                source = "phrase" if found.phrase else "gazetteer"
                if source in wanted:
                    start, end = words.extent(found.first, found.after)
                    values: dict[str, Json] = {"canon": found.canon, "sub": found.sub}
                    yield self._make(document, found.label, start, end, source, found.score, values)

    def _make(
        self, document: Document, label: str, start: int, end: int, source: str, score: float, values: dict[str, Json]
    ) -> Suggestion:
        quote = document.text[start:end]
        label = self.schema.current_label(LAYER, label)  # the lists know the labels that Peyman came with
        return Suggestion(LAYER, label, start, end, quote, source, round(score, 3), self._fitting(label, values))

    def _fitting(self, label: str, values: Mapping[str, Json]) -> dict[str, Json]:
        """Return those values that the project's schema has a place for under this label."""
        fitting: dict[str, Json] = {}
        for name, value in values.items():
            attribute = self.schema.layer(LAYER).attribute(name)
            if attribute is None or not value or (attribute.labels and label not in attribute.labels):
                continue
            if attribute.kind != "choice" or value in [choice.id for choice in attribute.choices_of(label)]:
                fitting[name] = value
        return fitting

    def _allowed(self, one: Suggestion, document: Document) -> bool:
        label = self.schema.layer(LAYER).label(one.label)
        if label is None or label.retired or one.score < LEAST_SCORE or not one.quote.strip():
            return False
        return not self.memory.refuses(one.quote, one.label) and _on_tokens(document, one)


def _on_tokens(document: Document, one: Suggestion) -> bool:
    """Tell whether a suggestion cuts no token; documents without tokens have nothing to cut."""
    tokens = document.tokens
    for edge in one.extent:
        number = bisect_left(tokens, edge, key=lambda token: token[0]) - 1
        if number >= 0 and tokens[number][0] < edge < tokens[number][1]:
            return False
    return True


def suggester_of(project: Project, step: Callable[[], object] = lambda: None) -> Suggester:
    """Return what makes the suggestions for the annotator at work; `step` is called after each article read."""
    articles = []
    for article in project.own_articles():
        articles.append(article)
        step()
    return Suggester(project.schema, shipped(), Memory.of(articles), CrfTagger.good(project.side_folder))


class Offering:
    """What is offered in one article, kept up as its annotations and the memory change.

    Suggestions that do not overlap, not even through others, say nothing about each other. So only those are chosen
    anew that something changed under or beside, and an edit costs the same in a long article as in a short one.
    """

    def __init__(self, suggester: Suggester, reading: Reading) -> None:
        self.reading = reading
        self._suggester = suggester
        self._existing: _Places[Span] = _Places()
        self._spans: dict[int, Span] = {}
        self._refused: set[_Place] = set()
        self._offered: dict[Extent, Suggestion] = {}
        self._touched: list[Extent] = [one.extent for one in reading.found]  # to be chosen anew
        self._proposals: _Places[Suggestion] = _Places(reading.found)
        self._found: dict[str, list[Extent]] = {}  # where, by their strings
        for one in reading.found:
            self._found.setdefault(string_key(one.quote), []).append(one.extent)
        self._heard = len(suggester.memory.changes)
        self._known: dict[int, list[Suggestion]] = {}  # by the first word
        self._firsts: dict[str, set[int]] = {}  # the words where known strings begin, and those all others
        if reading.remembers:
            for first, word in enumerate(reading.words.text):
                self._firsts.setdefault(word, set()).add(first)
            for first in range(len(reading.words)):
                self._look_up(first)

    def offers(self, existing: Iterable[Span], rejected: Iterable[Rejection]) -> list[Suggestion]:
        """Return what is offered beside these, in reading order, outer before inner; unchanged ones are the same."""
        self._follow_spans(existing)
        refused = {(one.label, one.start, one.end) for one in rejected}
        self._touched += [(start, end) for _, start, end in refused ^ self._refused]
        self._refused = refused
        self._follow_memory()
        if self._touched:
            proposals, spans = self._around()
            for one in proposals:
                self._offered.pop(one.extent, None)
            for one in self._suggester.chosen(proposals, self.reading.document, spans, refused):
                self._offered[one.extent] = one
        return sorted(self._offered.values(), key=lambda one: (one.start, -one.end, one.label))

    def _follow_spans(self, existing: Iterable[Span]) -> None:
        # Most spans are the very objects of last time; comparing addresses is quick.
        spans = {id(span): span for span in existing if span.layer == LAYER}
        for key in self._spans.keys() - spans.keys():
            self._existing.take(self._spans[key])
            self._touched.append((self._spans[key].start, self._spans[key].end))
        for key in spans.keys() - self._spans.keys():
            self._existing.put(spans[key])
            self._touched.append((spans[key].start, spans[key].end))
        self._spans = spans

    def _follow_memory(self) -> None:
        changes = self._suggester.memory.changes
        for key in set(changes[self._heard :]):
            self._touched += self._found.get(key, ())
            # A string now known begins with the whole of a word, in whatever words the text writes it.
            beginnings = {key, *(key[:length] for length in range(1, len(key)))}
            for first in {first for beginning in beginnings for first in self._firsts.get(beginning, ())}:
                self._look_up(first)
        self._heard = len(changes)

    def _look_up(self, first: int) -> None:
        """Find anew the known strings that begin at a word."""
        for one in self._known.pop(first, ()):
            self._proposals.take(one)
            self._offered.pop(one.extent, None)
            self._touched.append(one.extent)
        found = self._suggester.known(self.reading, first)
        if found:
            self._known[first] = [one for _, one in found]
        for key, one in found:
            for name in (key, string_key(one.quote)):
                self._firsts.setdefault(name, set()).add(first)
            self._proposals.put(one)
            self._touched.append(one.extent)

    def _around(self) -> tuple[list[Suggestion], list[Span]]:
        """Return all proposals and spans that hang together, by overlapping, with what was touched."""
        proposals: dict[int, Suggestion] = {}
        spans: dict[int, Span] = {}
        while self._touched:
            start, end = self._touched.pop()
            for one in self._proposals.near(start, end):
                if id(one) not in proposals:
                    proposals[id(one)] = one
                    self._touched.append(one.extent)
            for span in self._existing.near(start, end):
                if id(span) not in spans:
                    spans[id(span)] = span
                    self._touched.append((span.start, span.end))
        return list(proposals.values()), list(spans.values())


class _Sieve:
    """Chooses among proposals: the surest first, none that breaks the layer's rule or repeats what is there."""

    def __init__(self, schema: Schema, existing: Iterable[Span]) -> None:
        self._schema = schema
        self._existing = _Places(existing)
        self._kept: _Places[Span] = _Places()

    def chosen(self, proposals: Iterable[Suggestion]) -> list[Suggestion]:
        best: dict[Extent, Suggestion] = {}
        for one in sorted(proposals, key=_preference):
            best.setdefault(one.extent, one)
        kept: dict[Extent, Suggestion] = {}
        for one in best.values():
            span = Span(_NO_ID, one.layer, one.label, one.start, one.end, one.quote)
            if self._fits(span):
                for shorter in self._shorter(span):
                    self._kept.take(shorter)
                    del kept[shorter.start, shorter.end]
                self._kept.put(span)
                kept[one.extent] = one
        return list(kept.values())

    def _fits(self, span: Span) -> bool:
        existing = self._existing.near(span.start, span.end)
        if any((other.start, other.end) == (span.start, span.end) or _same_name(span, other) for other in existing):
            return False
        kept = self._kept.near(span.start, span.end)
        if any(_same_name(span, other) and _within(span, other) for other in kept):
            return False
        return misplaced(span, [*existing, *kept], self._schema) is None

    def _shorter(self, span: Span) -> list[Span]:
        near = self._kept.near(span.start, span.end)
        return [other for other in near if _same_name(span, other) and _within(other, span)]


def _preference(one: Suggestion) -> tuple[float, int, int, str, int, str]:
    """Return what to sort by so that the better one comes first, whatever the order they were found in."""
    place = SOURCES.index(one.source) if one.source in SOURCES else len(SOURCES)
    return -one.score, one.start - one.end, one.start, one.label, place, repr(one.attributes)


def _same_name(one: Span, other: Span) -> bool:
    """Tell whether two overlapping spans would be one name tagged twice: long, and short inside it."""
    if one.label != other.label or one.start >= other.end or other.start >= one.end:
        return False
    return one.label not in _SELF_NESTING or one.start == other.start


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


class _Extended(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Extended)


class _Places(Generic[_T]):
    """Things found by where they are in the text. Each thing is itself, not what it is equal to."""

    def __init__(self, things: Iterable[_T] = ()) -> None:
        self._buckets: dict[int, dict[int, _T]] = {}
        for one in things:
            self.put(one)

    def put(self, one: _T) -> None:
        for bucket in self._range(one.start, one.end):
            self._buckets.setdefault(bucket, {})[id(one)] = one

    def take(self, one: _T) -> None:
        for bucket in self._range(one.start, one.end):
            del self._buckets[bucket][id(one)]

    def near(self, start: int, end: int) -> list[_T]:
        """Return what overlaps a stretch of the text."""
        near = {
            key: one
            for bucket in self._range(start, end)
            for key, one in self._buckets.get(bucket, {}).items()
            if one.start < end and start < one.end
        }
        return list(near.values())

    @staticmethod
    def _range(start: int, end: int) -> range:
        return range(start // _BUCKET, (end - 1) // _BUCKET + 1)
