"""Suggestions: entities offered to the annotator, each with where it comes from and how sure it is.

They come from word lists (`gazetteer`), grammar over them (`phrase`), dates and amounts (`pattern`), strings tagged
before in this project (`project`) and a tagger that learned from the annotator's own articles (`tagger`). Nothing
is an annotation until accepted, what was rejected never comes back, and what exists already is never offered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Protocol
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
    for each finished article, where a known string was left alone.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._lexicon = Lexicon()
        self._rejected: Counter[tuple[str, str]] = Counter()

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
        return memory

    def learn(self, spans: Iterable[Span]) -> None:
        for span in spans:
            pieces = parts(span.quote)
            key = "".join(pieces)
            if span.layer != LAYER or not _memorable(key):
                continue
            known = self._known.setdefault(key, _Known())
            known.labels[span.label] += 1
            canon = span.attributes.get("canon")
            if isinstance(canon, str) and canon:
                known.canons.setdefault(span.label, Counter())[canon] += 1
            capital = int(len(pieces) == 1 and span.quote[0].isupper())
            self._lexicon.add_parts(pieces, Entry(key, capital=capital))

    def forget(self, spans: Iterable[Span]) -> None:
        """Take back what `learn` was told, after an annotation was removed or is about to change."""
        for span in spans:
            known = self._known.get(string_key(span.quote))
            if span.layer != LAYER or known is None or not known.labels[span.label]:
                continue
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
        for key, start, end in self._occurrences(Words(document.text)):
            label, _ = self._majority(self._known[key])
            if not any(a <= start and end <= b for a, b in tagged.get(label, ())):
                self._known[key].passed[label] += 1

    def reject(self, rejections: Iterable[Rejection]) -> None:
        self._rejected.update((string_key(one.quote), one.label) for one in rejections)

    def forgive(self, rejections: Iterable[Rejection]) -> None:
        """Take back what `reject` was told, after a rejection was undone."""
        self._rejected.subtract((string_key(one.quote), one.label) for one in rejections)

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

    def find(self, words: Words) -> Iterator[tuple[str, int, int, float]]:
        """Yield where known strings stand, with the label most often given and a score that grows with the count."""
        for key, start, end in self._occurrences(words):
            known = self._known[key]
            label, count = self._majority(known)
            total = known.labels.total() + known.passed[label]
            yield label, start, end, (1 - 0.5**count) * count / total

    def _occurrences(self, words: Words) -> Iterator[tuple[str, int, int]]:
        for first, spots in self._lexicon.find(words).items():
            for after, entries in spots:
                if self._majority(self._known[entries[0].label])[1]:
                    yield entries[0].label, *words.extent(first, after)

    @staticmethod
    def _majority(known: _Known) -> tuple[str, int]:
        label = min(known.labels, key=lambda one: (-known.labels[one], one))
        return label, known.labels[label]


def _memorable(key: str) -> bool:
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
        """Return what is offered now of what was read, with the strings tagged before; quick enough for every edit."""
        document = reading.document
        refused = {(one.label, one.start, one.end) for one in rejected}
        known = self._known(reading) if reading.remembers else ()
        proposals = [
            one
            for one in (*reading.found, *known)
            if (one.label, *one.extent) not in refused and self._allowed(one, document)
        ]
        spans = [span for span in existing if span.layer == LAYER]
        return [self._named_as_before(one) for one in _Sieve(self.schema, spans).chosen(proposals)]

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

    def _known(self, reading: Reading) -> Iterator[Suggestion]:
        document = reading.document
        for label, start, end, score in self.memory.find(reading.words):
            yield self._make(document, label, start, end, "project", score, {})

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
        if self.schema.layer(LAYER).label(one.label) is None or one.score < LEAST_SCORE or not one.quote.strip():
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


class _Sieve:
    """Chooses among proposals: the surest first, none that breaks the layer's rule or repeats what is there."""

    def __init__(self, schema: Schema, existing: Iterable[Span]) -> None:
        self._schema = schema
        self._existing: dict[int, list[Span]] = {}
        self._kept: dict[int, list[Span]] = {}
        for span in existing:
            _put(self._existing, span)

    def chosen(self, proposals: Iterable[Suggestion]) -> list[Suggestion]:
        best: dict[Extent, Suggestion] = {}
        for one in sorted(proposals, key=_preference):
            best.setdefault(one.extent, one)
        kept: dict[Extent, Suggestion] = {}
        for one in best.values():
            span = Span(_NO_ID, one.layer, one.label, one.start, one.end, one.quote)
            if self._fits(span):
                for shorter in self._shorter(span):
                    _take(self._kept, shorter)
                    del kept[shorter.start, shorter.end]
                _put(self._kept, span)
                kept[one.extent] = one
        return sorted(kept.values(), key=lambda one: (one.start, -one.end, one.label))

    def _fits(self, span: Span) -> bool:
        existing = _near(self._existing, span)
        if any((other.start, other.end) == (span.start, span.end) or _same_name(span, other) for other in existing):
            return False
        kept = _near(self._kept, span)
        if any(_same_name(span, other) and _within(span, other) for other in kept):
            return False
        return misplaced(span, [*existing, *kept], self._schema) is None

    def _shorter(self, span: Span) -> list[Span]:
        return [other for other in _near(self._kept, span) if _same_name(span, other) and _within(other, span)]


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


def _buckets(span: Span) -> range:
    return range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1)


def _put(where: dict[int, list[Span]], span: Span) -> None:
    for bucket in _buckets(span):
        where.setdefault(bucket, []).append(span)


def _take(where: dict[int, list[Span]], span: Span) -> None:
    for bucket in _buckets(span):
        where[bucket].remove(span)


def _near(where: dict[int, list[Span]], span: Span) -> list[Span]:
    """Return the spans that overlap this one."""
    near = {
        id(other): other
        for bucket in _buckets(span)
        for other in where.get(bucket, ())
        if other.start < span.end and span.start < other.end
    }
    return list(near.values())
