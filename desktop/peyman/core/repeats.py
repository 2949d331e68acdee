"""The other places of a string that was labelled: where the same label may go as well, and where it may not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from peyman.core.bulk import Bulk
from peyman.core.concordance import Concordance
from peyman.core.edits import misplaced
from peyman.core.errors import PeymanError
from peyman.core.excerpts import Article, Excerpt
from peyman.core.model import Attributes, Extent, Span, new_id
from peyman.core.normalise import normalise
from peyman.core.project import Project
from peyman.core.queries import JOINT, Query, Term, view_of, words_of
from peyman.core.reading import OwnSet
from peyman.core.schema import Schema

# Why a place is not taken unless somebody says so: it has another label, its own label lies around or inside it, it
# is written in more words than the pattern, its article is finished or skipped, or others annotate that one and the
# annotator has not begun; or the layer's rule forbids it.
Kind: TypeAlias = Literal["free", "other", "part", "apart", "finished", "skipped", "others", "impossible"]

_MOST_LETTERS = 24  # of a word that is also looked for in two pieces
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is repeated, and in which article it stands."""

    layer: str
    label: str
    quote: str
    attributes: Attributes
    document_number: int

    @classmethod
    def of(cls, span: Span, document_number: int) -> Pattern:
        return cls(span.layer, span.label, span.quote, span.attributes, document_number)

    def attributes_in(self, document_number: int, schema: Schema) -> Attributes:
        """Return what goes along: what a date or an amount means holds in its own article only."""
        if document_number == self.document_number:
            return self.attributes
        layer = schema.layer(self.layer)
        norms = {attribute.id for attribute in layer.attributes if attribute.kind == "norm"}
        return {name: value for name, value in self.attributes.items() if name not in norms}


@dataclass(frozen=True, slots=True)
class Repeat:
    """One other place of the string.

    Attributes:
        span: stands just there with another label, or lies around the place or inside it.
        reason: why it is impossible.
    """

    excerpt: Excerpt
    kind: Kind
    own: OwnSet
    span: Span | None = None
    reason: PeymanError | None = None

    @property
    def possible(self) -> bool:
        return self.kind != "impossible"


@dataclass(slots=True)
class Repeats:
    """The places found so far; `labelled` counts those that have just this label already, the pattern among them."""

    pattern: Pattern
    found: list[Repeat] = field(default_factory=list)
    labelled: int = 0

    def look(self, article: Article, own: OwnSet, spans: Sequence[Span], schema: Schema) -> list[Repeat]:
        """Look through an article, given the annotator's own spans there; return what came."""
        wanted, new = self.pattern, len(self.found)
        layer = [span for span in spans if span.layer == wanted.layer]
        for start, end in places_of(article.text, wanted.quote):
            there = [span for span in layer if span.start < end and start < span.end]
            same = [span for span in there if (span.start, span.end, span.fragments) == (start, end, ())]
            if any(span.label == wanted.label for span in same):
                self.labelled += 1
                continue
            kind, span, reason = self._judged(article, own, start, end, there, same, schema)
            self.found.append(Repeat(article.excerpt(start, end), kind, own, span, reason))
        return self.found[new:]

    def _judged(
        self,
        article: Article,
        own: OwnSet,
        start: int,
        end: int,
        there: Sequence[Span],
        same: Sequence[Span],
        schema: Schema,
    ) -> tuple[Kind, Span | None, PeymanError | None]:
        wanted = self.pattern
        quote = article.text[start:end]
        fresh = Span(new_id(), wanted.layer, wanted.label, start, end, quote)
        reason = misplaced(fresh, (span for span in there if span not in same[:1]), schema)
        if reason is not None:
            return "impossible", None, reason
        if same:
            return "other", same[0], None
        related = next((span for span in there if span.label == wanted.label), None)
        if related is not None:
            return "part", related, None
        if _is_apart(quote, wanted.quote):
            return "apart", None, None
        if own.state is not None and own.state.state in ("finished", "skipped"):
            return ("finished" if own.state.state == "finished" else "skipped"), None, None
        begun = own.state is not None and own.state.state != "new"
        if own.others and not begun and article.number != wanted.document_number:
            return "others", None, None
        return "free", None, None


def places_of(text: str, quote: str) -> Iterator[Extent]:
    """Yield where a string stands as whole words, however written, with or without spaces; never over a blank line."""
    view = normalise(text, drop_spaces=True)
    for start, end in view.find_all(quote, whole_words=True):
        if not _BLANK_LINE.search(text, start, end):
            yield start, end


def _is_apart(quote: str, pattern: str) -> bool:
    """Tell whether a quote has a space where the pattern has neither space nor joiner: «با کو»."""
    return bool(_gaps(normalise(quote).text) - _gaps(view_of(pattern).text.replace(JOINT, " ")))


def _gaps(text: str) -> set[int]:
    """Return before which characters a text has spaces, counted without these."""
    found, count = set(), 0
    for character in text.strip():
        if character == " ":
            found.add(count)
        else:
            count += 1
    return found


def query_for(quote: str) -> Query:
    """Return what an article must hold to be looked through: nothing for a string without letters and digits."""
    words = tuple(words_of(view_of(quote)))
    if not words:
        return Query()
    whole = Term(words).whole
    apart = range(1, len(whole)) if len(whole) <= _MOST_LETTERS else range(0)
    return Query((Term(words),), tuple(Term((whole[:at], whole[at:])) for at in apart))


def in_project(concordance: Concordance, repeats: Repeats) -> Iterator[tuple[int, int]]:
    """Look through all articles that may hold the string; yield how far it has come."""
    project, pattern = concordance.project, repeats.pattern
    for part in concordance.likely(query_for(pattern.quote)):
        own = project.own_sets(part.numbers)
        spans: dict[int, list[Span]] = {}
        for placed in project.placed_spans(part.numbers, annotator=project.annotator, layer=pattern.layer):
            if placed.kind == "annotation":
                spans.setdefault(placed.document_number, []).append(placed.span)
        for article in part.articles(project, part.numbers):
            repeats.look(article, own[article.number], spans.get(article.number, ()), project.schema)
        yield part.read, part.of


def repeat(project: Project, pattern: Pattern, chosen: Sequence[Repeat]) -> Bulk:
    """Return the changes that label these places like the pattern, those with another label anew."""
    bulk = Bulk(project, reopens=True)
    for one in chosen:
        excerpt, attributes = one.excerpt, pattern.attributes_in(one.excerpt.document_number, project.schema)
        if one.kind == "other" and one.span is not None:
            bulk.relabel(excerpt.document_number, one.span.id, pattern.label, attributes)
        else:
            bulk.label(
                excerpt.document_number, pattern.layer, pattern.label, excerpt.start, excerpt.end, attributes
            )
    return bulk
