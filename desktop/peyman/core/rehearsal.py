"""Made-up annotators: what several people might have made of an article whose gold is known.

For rehearsing the way from several annotators to gold: everybody overlooks something, marks too much or too
little, takes another label. The rates are those seen between trained annotators of news, rounded; each annotator
is better or worse than the others. The same article, names and seed give the same sets, ids and all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from .edits import misplaced
from .model import (
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Extent,
    Json,
    Relation,
    SetState,
    Span,
    derived_id,
)
from .schema import Attribute, Schema

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a difference of each kind is made, from 0 to 1, for each thing it can befall."""

    missing: float = 0.06
    extra: float = 0.02  # of words, a label where gold has none, per span there is
    boundary: float = 0.08
    label: float = 0.04
    split: float = 0.02
    attribute: float = 0.06
    role: float = 0.06
    field: float = 0.1


def make_differences(
    article: AnnotatedDocument, annotators: Sequence[str], schema: Schema, seed: int, rates: Rates | None = None
) -> tuple[AnnotationSet, ...]:
    """Return a finished set for each annotator, made from the article's own annotations.

    Spans obey the rules of their layers wherever those of the article do, and quote the text.
    """
    assert article.annotations is not None
    return tuple(_Annotator(article.document, name, schema, seed, rates or Rates()).read(article.annotations)
                 for name in annotators)  # fmt: skip


class _Annotator:
    """One made-up person with one article."""

    def __init__(self, document: Document, name: str, schema: Schema, seed: int, rates: Rates) -> None:
        self.document = document
        self.name = name
        self.schema = schema
        self.rates = rates
        self.place = ("rehearsal", str(seed), document.sha256, name)
        self.chance = random.Random("/".join(self.place))
        self.carelessness = self.chance.uniform(0.6, 1.4)
        self.tokens = document.tokens or tuple(match.span() for match in _WORD.finditer(document.text))
        self.starts = [start for start, _ in self.tokens]
        self.ends = [end for _, end in self.tokens]
        self.made = 0

    def read(self, gold: AnnotationSet) -> AnnotationSet:
        spans: list[Span] = []
        became: dict[UUID, list[UUID]] = {}  # of each span of gold
        for span in gold.spans:
            answer = [] if self._happens(self.rates.missing) else self._seen(span)
            kept = [one for one in answer if self._fits(one, spans)]
            if answer and not kept:
                kept = [one for one in [self._copy(span)] if self._fits(one, spans)]
            spans += kept
            became[span.id] = [one.id for one in kept]
        for span in gold.spans:
            if self._happens(self.rates.extra) and (extra := self._extra(span, spans)) is not None:
                spans.append(extra)
        roles = self._roles(gold, spans, became)
        # An argument is there to fill a role; without one nobody marks it.
        filling = {role.target for role in roles}
        kept_spans = [span for span in spans if span.layer != "argument" or span.id in filling]
        fields = [self._field(label) for label in gold.document_labels]
        records: list[Annotation] = [*kept_spans, *roles, *fields]
        set_id = derived_id(0, *self.place, "set")
        return AnnotationSet(
            set_id, 0, self.document.id, self.name, "annotation", SetState(set_id, "finished"),
            {record.id: record for record in sorted(records, key=lambda record: record.id)},
        )  # fmt: skip

    def _happens(self, rate: float) -> bool:
        return self.chance.random() < rate * self.carelessness

    def _id(self) -> UUID:
        self.made += 1
        return derived_id(self.made, *self.place)

    def _copy(self, span: Span) -> Span:
        return replace(span, id=self._id(), note="", doubt="", source_id="", foreign={})

    # Spans

    def _seen(self, span: Span) -> list[Span]:
        """Return what the annotator makes of a span of gold."""
        copy = self._copy(span)
        if self._happens(self.rates.label):
            copy = self._relabelled(copy)
        copy = replace(copy, attributes=self._attributes(copy))
        if self._happens(self.rates.split) and (halves := self._halves(copy)):
            return halves
        return [self._shifted(copy)] if self._happens(self.rates.boundary) else [copy]

    def _relabelled(self, span: Span) -> Span:
        """Take a label that stands near in the schema, where alike ones stand together."""
        layer = self.schema.layers.get(span.layer)
        labels = [label.id for label in layer.labels] if layer else []
        if span.label not in labels or len(labels) < 2:
            return span
        at = labels.index(span.label)
        near = [labels[place] for place in (at - 2, at - 1, at + 1, at + 2) if 0 <= place < len(labels)]
        label = self.chance.choice(near)
        return replace(span, label=label, attributes=self.schema.retained(span.layer, label, span.attributes))

    def _shifted(self, span: Span) -> Span:
        """Move one end by a token, outwards or inwards."""
        inside = self._tokens_in(span)
        if not inside or span.fragments:
            return span
        first, last = inside[0], inside[-1]
        ends = []
        if first > 0:
            ends.append((self.starts[first - 1], span.end))
        if last + 1 < len(self.tokens):
            ends.append((span.start, self.ends[last + 1]))
        if first < last:
            ends += [(self.starts[first + 1], span.end), (span.start, self.ends[last - 1])]
        return self._moved(span, self.chance.choice(ends)) if ends else span

    def _halves(self, span: Span) -> list[Span]:
        inside = self._tokens_in(span)
        if len(inside) < 2 or span.fragments:
            return []
        cut = self.chance.randrange(1, len(inside))
        first = self._moved(span, (span.start, self.ends[inside[cut - 1]]))
        return [first, replace(self._moved(span, (self.starts[inside[cut]], span.end)), id=self._id())]

    def _extra(self, near: Span, spans: Sequence[Span]) -> Span | None:
        """Label a word near a span of gold in the same way, where nothing stands yet."""
        free = [
            (start, end)
            for start, end in self.tokens
            if abs(start - near.start) < 200
            and self.document.text[start:end].isalpha()
            and not any(s.layer == near.layer and s.start < end and start < s.end for s in spans)
        ]
        if not free or near.layer == "argument":
            return None
        return replace(self._moved(self._copy(near), self.chance.choice(free)), attributes={}, fragments=())

    def _tokens_in(self, span: Span) -> list[int]:
        return [at for at, (start, end) in enumerate(self.tokens) if span.start <= start and end <= span.end]

    def _moved(self, span: Span, extent: Extent) -> Span:
        start, end = extent
        return replace(span, start=start, end=end, quote=self.document.text[start:end])

    def _fits(self, span: Span, spans: Sequence[Span]) -> bool:
        if not span.quote.strip():
            return False
        others = (other for other in spans if other.layer == span.layer)
        return span.layer not in self.schema.layers or misplaced(span, others, self.schema) is None

    # Attributes, roles and fields

    def _attributes(self, span: Span) -> Mapping[str, Json]:
        layer = self.schema.layers.get(span.layer)
        changed: dict[str, Json] = {}
        for name, value in span.attributes.items():
            attribute = layer.attribute(name) if layer else None
            changed[name] = value
            if attribute is not None and self._happens(self.rates.attribute):
                other = self._other_value(attribute, span.label, value)
                if other is None:
                    del changed[name]
                else:
                    changed[name] = other
        return changed

    def _other_value(self, attribute: Attribute, label: str, value: Json) -> Json:
        """Choose another value; None where there is none to choose from: it is left out."""
        choices = [choice.id for choice in attribute.choices_of(label)]
        if attribute.kind == "multi" and isinstance(value, list):
            other = [choice for choice in choices if choice not in value]
            if len(value) > 1 and self._happens(0.5):
                gone = self.chance.choice(value)
                return [one for one in value if one != gone]
            return [*value, self.chance.choice(other)] if other else None
        if attribute.kind != "choice" or not isinstance(value, str):
            return None
        at = choices.index(value) if value in choices else 0
        near = [choices[place] for place in (at - 1, at + 1) if 0 <= place < len(choices)]
        return self.chance.choice(near) if near else None

    def _roles(
        self, gold: AnnotationSet, spans: Sequence[Span], became: Mapping[UUID, Sequence[UUID]]
    ) -> list[Relation]:
        labels = [label.id for label in self.schema.layers["role"].labels] if "role" in self.schema.layers else []
        entities = [span for span in spans if span.layer == "entity"]
        found: dict[tuple[UUID, UUID, str], Relation] = {}
        for relation in gold.relations:
            label, targets = relation.label, list(became.get(relation.target, ()))
            if self._happens(self.rates.role):
                change = self.chance.choice(["gone", "label", "target"])
                if change == "gone":
                    continue
                if change == "label" and labels:
                    label = self.chance.choice(labels)
                if change == "target" and entities:
                    targets = [self.chance.choice(entities).id]
            sources = became.get(relation.source, ())
            for source in sources[:1]:  # the halves of a commitment: its roles stay with the first
                for target in targets:
                    key = (source, target, label)
                    if source != target and key not in found:
                        found[key] = Relation(self._id(), relation.layer, label, source, target)
        return list(found.values())

    def _field(self, label: DocumentLabel) -> DocumentLabel:
        layer = self.schema.layers.get(label.layer)
        attribute = layer.attribute(label.label) if layer else None
        value = label.value
        if attribute is not None and self._happens(self.rates.field):
            value = self._other_value(attribute, "", value) or value
        return replace(label, id=self._id(), value=value, source_id="", foreign={})
