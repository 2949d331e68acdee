"""What the program proposes for the attributes of one annotation: readings, names used before, people near by.

Nothing of it is stored until a person takes it; that is why it stands apart from the annotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from peyman.core.calendars import GREGORIAN
from peyman.core.model import AnnotationSet, Attributes, Document, Json, Span
from peyman.core.names import CANON, Names, holder_value
from peyman.core.readings import DATE, chosen_days, kinds_of, read_span, says_more
from peyman.core.schema import Attribute, Layer, Schema

HOLDER = "holder"  # the attribute: who holds an office
PERSON = "PER"
_MOST_PEOPLE = 9  # one for each digit
# What may stand between an office and who holds it: «استاندار اردبیل، دکتر …», but not «و».
_TITLES = (
    "آقای خانم دکتر مهندس سید سردار سرتیپ سرلشکر امیر حجت‌الاسلام والمسلمین آیت‌الله حاج г-н господин госпожа mr mrs dr"
)
_TOUCHING = re.compile(rf"[\s،,(«]*(?:(?:{'|'.join(_TITLES.split())})\.?\s+)*", re.IGNORECASE)
_DEADLINE_TYPES = {"absolute": "absolute", "relative": "relative", "duration": "relative", "event": "event"}


@dataclass(frozen=True, slots=True)
class Named:
    """A value with what people call it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for the attributes of one annotation, by their ids.

    Attributes:
        proposed: values read or remembered, not confirmed.
        kinds: as what a norm is read: DATE, MONEY, QUANT; the first that can.
        today: the article's date, if it is known.
        language: the article's.
        near: values to pick from, the nearest first.
        names: values in use to complete from, the most used first; asked for when somebody types.
    """

    proposed: Attributes = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    today: date | None = None
    language: str = ""
    near: Mapping[str, Sequence[Named]] = field(default_factory=dict)
    names: Mapping[str, Callable[[], Sequence[Named]]] = field(default_factory=dict)


def proposals_for(
    span: Span, document: Document, annotations: AnnotationSet, schema: Schema, names: Names
) -> Proposals:
    """Return what is proposed for a span; `names` are the canonical names of its layer."""
    layer = schema.layers.get(span.layer)
    asked = {a.id: a for a in layer.attributes_for(span.label, span.attributes)} if layer else {}
    kinds = kinds_of(span, annotations)
    proposed: dict[str, Json] = {}
    for attribute in asked.values():
        if attribute.kind == "norm" and (reading := read_span(span, kinds, document)):
            stored = span.attributes.get(attribute.id)
            if stored is None or says_more(reading, stored):
                proposed[attribute.id] = reading
    if CANON in asked and not span.attributes.get(CANON) and (name := names.given(span.quote, span.label)):
        proposed[CANON] = name
    people: list[Named] = []
    if HOLDER in asked:
        people = people_near(span, annotations)
        if not span.attributes.get(HOLDER) and (holder := _holder(span, document, annotations)):
            proposed[HOLDER] = holder
    if layer and span.layer == "commitment" and (deadline := _deadline_type(span, document, annotations, layer)):
        proposed |= deadline

    def people_known() -> Sequence[Named]:
        return list(dict.fromkeys([*people, *_named(names.of(PERSON))]))

    return Proposals(
        proposed, kinds, document.date, document.language, {HOLDER: people[:_MOST_PEOPLE]},
        {CANON: lambda: _named(names.of(span.label)), HOLDER: people_known},
    )  # fmt: skip


def proposals_for_article(document: Document, fields: Iterable[Attribute], answers: Attributes) -> Proposals:
    """Return what is proposed for the fields of a whole article: its date, where it is asked for."""
    today = document.date
    norm = chosen_days(today, today, GREGORIAN) if today else None
    asked = [each.id for each in fields if each.kind == "norm" and answers.get(each.id) is None]
    return Proposals(dict.fromkeys(asked, norm) if norm else {}, (DATE,), today, document.language)


def people_near(span: Span, annotations: AnnotationSet) -> list[Named]:
    """Return the people of an article, those nearest to a span first, each once."""

    def distance(person: Span) -> int:
        return max(span.start - person.end, person.start - span.end, 0)

    people = [other for other in annotations.spans if (other.layer, other.label) == (span.layer, PERSON)]
    found: dict[str, Named] = {}
    for person in sorted(people, key=distance):
        value = holder_value(person)
        found.setdefault(value, Named(value, " ".join(person.quote.split())))
    return list(found.values())


def _holder(span: Span, document: Document, annotations: AnnotationSet) -> str:
    """Return the person who stands directly beside an office, or nothing."""
    for person in annotations.spans:
        if (person.layer, person.label) != (span.layer, PERSON):
            continue
        first, second = sorted((span, person), key=lambda one: one.start)
        if first.end <= second.start and _TOUCHING.fullmatch(document.text, first.end, second.start):
            return holder_value(person)
    return ""


def _deadline_type(span: Span, document: Document, annotations: AnnotationSet, layer: Layer) -> dict[str, Json]:
    """Return the kind of a commitment's deadline, as the span that fills the role is read."""
    attribute = layer.attribute("deadline_type")
    if attribute is None or attribute.id in span.attributes:
        return {}
    for relation in annotations.roles_of(span.id):
        filler = annotations.span(relation.target) if relation.label == "deadline" else None
        reading = (filler.attributes.get("norm") or read_span(filler, (DATE,), document)) if filler else None
        if filler and isinstance(reading, dict):
            kind = _DEADLINE_TYPES.get(str(reading.get("type")), "vague")
            if kind in [choice.id for choice in attribute.choices]:
                return {attribute.id: kind}
    return {}


def _named(counted: Iterable[tuple[str, int]]) -> list[Named]:
    return [Named(name, name) for name, _count in counted]
