"""Clusters: the answers of several annotators about one place, brought together.

A span cluster holds what each annotator has at one place; its attributes and, for a commitment, its roles are
clusters of their own beneath it. The ends of roles are clusters, not offsets, so one boundary difference is one
disagreement and does not break every role on the span. Nothing here depends on the order of the annotators.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal, TypeAlias
from uuid import UUID

from .aliases import as_now
from .matching import Mention, align, dice
from .model import (
    Annotation,
    AnnotationSet,
    Answer,
    Attributes,
    DocumentLabel,
    Extent,
    Filling,
    Json,
    Place,
    Relation,
    Span,
    Subject,
    Value,
    derived_id,
)
from .normalise import normalise
from .schema import Attribute, Layer, Schema

Kind: TypeAlias = Literal["agree", "missing", "boundary", "label", "attribute", "role", "split", "absence"]

COMMITMENT = "commitment"
ARGUMENT = "argument"  # the layer whose spans are there only to fill roles
_CLOSED = ("choice", "multi")


def fingerprint(answer: Answer | None) -> str:
    """Return a text that is equal for two answers that say the same."""
    if answer is None:
        return ""
    if isinstance(answer, Filling):
        return f"{answer.label} {answer.filler}"
    if isinstance(answer, Value):
        return _gist(answer.value)
    return json.dumps([(p.start, p.end, p.label, p.fragments, _gist(dict(p.attributes))) for p in answer])


def bare(answer: Answer | None) -> Answer | None:
    """Return an answer without the attributes of its places."""
    if isinstance(answer, tuple):
        return tuple(replace(place, attributes={}) for place in answer)
    return answer


def _gist(value: Json) -> str:
    """Two values with the same gist say the same: strings written alike, lists in any order."""
    if isinstance(value, str):
        return json.dumps(_folded(value))
    if isinstance(value, list):
        return f"[{','.join(sorted({_gist(one) for one in value}))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{key}:{_gist(value[key])}' for key in sorted(value))}}}"
    return json.dumps(value)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return normalise(text).text.strip()


@dataclass(frozen=True, slots=True)
class Member:
    """One annotator's answer and the annotations it is read from; none of them, and no answer: nothing here."""

    set_id: UUID
    annotator: str
    annotations: tuple[Annotation, ...]
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One distinct answer and who gave it; no answer means that there is nothing here."""

    answer: Answer | None
    annotators: tuple[str, ...]


@dataclass(frozen=True)
class Cluster:
    """What several annotators say about one place.

    Attributes:
        key: stays the same as long as its first annotation does; gold made of it is known by this key.
        name: the attribute or field that is asked about.
        parent: of an attribute, the cluster it belongs to; of a role, that of the commitment; of arguments, that of
            others' entity on the same text, which fills their roles if it is in gold.
        start: where it begins in the text; the hull of all answers, in code points.
        members: everybody who was asked here, by name: all annotators for spans and fields; for attributes and
            roles those who have what they are about, since who has no commitment was not asked for its roles.
        agreed: the attributes of a span cluster on which nobody differs.
    """

    key: UUID
    subject: Subject
    layer: str
    name: str
    parent: UUID | None
    start: int
    end: int
    members: tuple[Member, ...]
    agreed: Attributes = field(default_factory=dict)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The distinct answers in reading order, "nothing" last."""
        if not self.members:  # all of them have withdrawn what a decision rests on
            return ()
        first = self.members[0].answer
        if all(member.answer == first for member in self.members):  # the usual case, and quickly told
            return (Variant(first, tuple(member.annotator for member in self.members)),)
        grouped: dict[str, list[Member]] = {}
        for member in self.members:
            grouped.setdefault(fingerprint(member.answer), []).append(member)
        # Of answers that are only spelled differently, one stands for all, whoever gave it.
        chosen = ((min((m.answer for m in group), key=_spelled), group) for group in grouped.values())
        variants = [Variant(answer, tuple(m.annotator for m in group)) for answer, group in chosen]
        return tuple(sorted(variants, key=lambda v: (v.answer is None, _order(v.answer), fingerprint(v.answer))))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """In what the answers differ, the weightiest first; "agree" if they don't."""
        if len(self.variants) < 2:
            return ("agree",)
        if self.subject == "whole":
            return ("absence",)
        if self.subject == "attribute":
            return ("attribute",)
        if self.subject == "role":
            return ("role",)
        answers = [v.answer for v in self.variants]
        missing = answers[-1] is None
        if self.subject == "field":
            return ("label",) if len(answers) > 2 or not missing else ("missing",)
        given = [answer for answer in answers if isinstance(answer, tuple)]
        split = any(len(answer) > 1 for answer in given)
        kinds: list[Kind] = ["split"] if split else []
        if len({place.label for answer in given for place in answer}) > 1:
            kinds.append("label")
        if missing:
            kinds.append("missing")
        if not split and len({(a[0].start, a[0].end, a[0].fragments) for a in given}) > 1:
            kinds.append("boundary")
        return tuple(kinds) or ("attribute",)

    @property
    def kind(self) -> Kind:
        return self.kinds[0]

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels that somebody gives here."""
        found: set[str] = set()
        for variant in self.variants:
            if isinstance(variant.answer, Filling):
                found.add(variant.answer.label)
            elif isinstance(variant.answer, tuple):
                found.update(place.label for place in variant.answer)
        return tuple(sorted(found)) or ((self.name,) if self.name else ())


def _order(answer: Answer | None) -> tuple[tuple[int, int, str], ...]:
    return tuple((p.start, -p.end, p.label) for p in answer) if isinstance(answer, tuple) else ()


def _spelled(answer: Answer | None) -> str:
    return json.dumps(answer.value, ensure_ascii=False, sort_keys=True) if isinstance(answer, Value) else ""


# Aligning spans -----------------------------------------------------------------------------------------------


def both_right(one: Mention, other: Mention) -> bool:
    """Tell whether two spans that overlap can both be gold: two labels, of which one stands well inside the other.

    So «استاندار اردبیل» and «اردبیل» are two questions; half in common is where they become one.
    """
    outer, inner = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    inside = outer.start <= inner.start and inner.end <= outer.end
    return one.label != other.label and inside and dice(one, other) < 0.5


def groups_of(answers: Sequence[Sequence[Span]]) -> list[dict[int, Span]]:
    """Bring together the spans of one layer that several annotators mean by the same thing, in reading order.

    Each annotator occurs at most once in a group, every span is in just one, if alone. Groups map the number of the
    annotator in `answers` to his span.
    """
    places = align([[Mention.of(span) for span in held] for held in answers], both_right)
    return [{who: answers[who][at] for who, at in place.items()} for place in places]


def _reading(span: Span) -> tuple[int, int, str, tuple[Extent, ...]]:
    return span.start, -span.end, span.label, span.fragments


def _merged(masks: list[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Join pairs in their order unless a group would then hold two with a bit in common."""
    root = list(range(len(masks)))
    groups = [[place] for place in root]
    held = list(masks)
    for first, second in pairs:
        one, other = sorted((root[first], root[second]))
        if one != other and not held[one] & held[other]:
            held[one] |= held[other]
            for place in groups[other]:
                root[place] = one
            groups[one] += groups[other]
            groups[other] = []
    return [sorted(group) for group in groups if group]


_Groups: TypeAlias = "list[dict[int, tuple[Span, ...]]]"


def _with_splits(groups: Sequence[Mapping[int, Span]], everybody: int) -> _Groups:
    """Add what is left over to the group where another annotator's span covers it together with a neighbour."""
    found: _Groups = [{number: (span,) for number, span in group.items()} for group in groups]
    hulls = [_hull(group.values()) for group in groups]  # a host never grows: what it takes in lies inside
    for place, rest in enumerate(found):
        if len(rest) == everybody:
            continue
        start, end = hulls[place]
        for other, host in enumerate(found):
            if hulls[other][0] < end and start < hulls[other][1] and other != place and _belongs(rest, host):
                for number, spans in rest.items():
                    host[number] = tuple(sorted((*host.get(number, ()), *spans), key=_reading))
                rest.clear()
                break
    return [group for group in found if group]


def _hull(spans: Iterable[Span]) -> Extent:
    extents = [(span.start, span.end) for span in spans]
    return min(start for start, _ in extents), max(end for _, end in extents)


def _belongs(rest: Mapping[int, tuple[Span, ...]], host: Mapping[int, tuple[Span, ...]]) -> bool:
    """Tell whether one annotator's span in `host` covers `rest` and a neighbour of it by another."""
    both = rest.keys() & host.keys()
    if not both or any(_touch(a, b) for number in both for a in rest[number] for b in host[number]):
        return False
    return any(
        _covers(wholes[0], part) and _covers(wholes[0], neighbour)
        for number, wholes in host.items() if number not in rest and len(wholes) == 1
        for one in both
        for part in rest[one]
        for neighbour in host[one]
    )  # fmt: skip


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _covers(whole: Span, part: Span) -> bool:
    return whole.label == part.label and whole.start <= part.start and part.end <= whole.end


# Clusters -----------------------------------------------------------------------------------------------------


def clusters_of(sets: Sequence[AnnotationSet], schema: Schema) -> tuple[Cluster, ...]:
    """Return all clusters of several annotators' sets of one document, each annotation in just one of them.

    Spans come first, layer by layer in reading order, then their attributes, then roles, then fields of the
    document. Roles that lead nowhere are left out. What the schema has merged is read as what it became.
    """
    return _Builder([as_now(one, schema) for one in sets], schema).clusters()


class _Builder:
    """Builds the clusters of one document, each after those it depends on."""

    def __init__(self, sets: Sequence[AnnotationSet], schema: Schema) -> None:
        self.sets = sorted(sets, key=lambda s: s.id)
        self.by_name = sorted(range(len(self.sets)), key=lambda number: self.sets[number].annotator)
        self.schema = schema
        self.home: dict[tuple[int, UUID], Cluster] = {}  # of each span
        self.at: dict[Extent, list[tuple[UUID, set[int]]]] = {}  # entities with just this extent, and whose they are

    def clusters(self) -> tuple[Cluster, ...]:
        layers: dict[str, list[list[Span]]] = {name: [[] for _ in self.sets] for name in self.schema.layers}
        for number, one in enumerate(self.sets):
            for span in one.spans:
                layers.setdefault(span.layer, [[] for _ in self.sets])[number].append(span)
        spans: list[Cluster] = []
        attributes: list[Cluster] = []
        for layer in sorted(layers, key=lambda name: name == ARGUMENT):
            for group in self._groups(layer, layers[layer]):
                cluster, beneath = self._span_cluster(layer, group)
                spans.append(cluster)
                attributes += beneath
                for number, members in group.items():
                    for span in members:
                        self.home[number, span.id] = cluster
                        if layer not in (ARGUMENT, COMMITMENT):
                            self.at.setdefault((span.start, span.end), []).append((cluster.key, {*group}))
        return (*spans, *attributes, *self._roles(), *self._fields())

    def _groups(self, layer: str, answers: Sequence[Sequence[Span]]) -> _Groups:
        if layer != ARGUMENT:
            return _with_splits(groups_of(answers), len(self.sets))
        # What tells arguments apart, where one lies in another, is not their label but the roles they fill.
        roles: list[dict[UUID, set[str]]] = [{} for _ in self.sets]
        for number, one in enumerate(self.sets):
            for relation in one.relations:
                roles[number].setdefault(relation.target, set()).add(relation.label)
        named = [
            [replace(span, label="/".join(sorted(roles[number].get(span.id, ())))) for span in spans]
            for number, spans in enumerate(answers)
        ]
        own = [{span.id: span for span in spans} for spans in answers]
        return [
            {number: tuple(own[number][span.id] for span in held) for number, held in group.items()}
            for group in _with_splits(groups_of(named), len(self.sets))
        ]

    def _key(self, annotations: Iterable[tuple[int, Annotation]]) -> UUID:
        first, at = min((annotation.id, self.sets[number].id) for number, annotation in annotations)
        return derived_id(0, "cluster", str(first.int), str(at.int))  # of the number: text of an id is slow

    def _member(self, number: int, annotations: tuple[Annotation, ...], answer: Answer | None) -> Member:
        return Member(self.sets[number].id, self.sets[number].annotator, annotations, answer)

    # Spans and their attributes

    def _span_cluster(self, layer: str, group: Mapping[int, tuple[Span, ...]]) -> tuple[Cluster, list[Cluster]]:
        key = self._key((number, span) for number, held in group.items() for span in held)
        # What is split or merged is compared as a whole, attributes and all, and so are arguments.
        whole = layer == ARGUMENT or any(len(held) > 1 for held in group.values())
        members = [
            self._member(number, held, tuple(_place(span, whole) for span in held) or None)
            for number in self.by_name
            if (held := group.get(number, ())) or layer != ARGUMENT
        ]
        start, end = _hull(span for held in group.values() for span in held)
        parent = None
        if layer == ARGUMENT:
            # Where somebody has the same text as an entity, it is the same filler; had he seen an entity there who
            # made the argument, he would have taken that.
            extents = sorted({(span.start, span.end) for held in group.values() for span in held})
            known = (found for extent in extents for found in self.at.get(extent, ()))
            parent = next((key for key, whose in known if not whose & group.keys()), None)
        beneath = [] if whole else self._attributes(Cluster(key, "span", layer, "", parent, start, end, tuple(members)))
        agreed = {cluster.name: only.value for cluster in beneath if (only := _only_value(cluster)) is not None}
        return Cluster(key, "span", layer, "", parent, start, end, tuple(members), agreed), beneath

    def _attributes(self, cluster: Cluster) -> list[Cluster]:
        layer = self.schema.layers.get(cluster.layer)
        spans = [(m, span) for m in cluster.members for span in m.annotations if isinstance(span, Span)]
        names = {name: None for _, span in spans for name in span.attributes}
        found = []
        for name in sorted(names, key=lambda name: _rank(layer, name)):
            attribute = layer.attribute(name) if layer else None
            asked = [
                Member(member.set_id, member.annotator, (span,), None if value is None else Value(value))
                for member, span in spans
                if (value := _value(span, name, attribute)) is not None or _silence_counts(attribute, span)
            ]
            if any(member.answer is not None for member in asked):
                key = derived_id(0, "attribute", str(cluster.key.int), name)
                place = (cluster.start, cluster.end)
                found.append(Cluster(key, "attribute", cluster.layer, name, cluster.key, *place, tuple(asked)))
        return found

    # Roles

    def _roles(self) -> Iterator[Cluster]:
        by_key = {cluster.key: cluster for cluster in self.home.values()}
        filled: dict[tuple[UUID, str], dict[Filling, dict[int, tuple[Relation, ...]]]] = {}
        for number, one in enumerate(self.sets):
            for relation in one.relations:
                source, target = self.home.get((number, relation.source)), self.home.get((number, relation.target))
                if source is None or target is None:
                    continue
                filling = Filling(relation.label, target.parent or target.key)
                held = filled.setdefault((source.key, relation.layer), {}).setdefault(filling, {})
                held[number] = (*held.get(number, ()), relation)
        order = {key: place for place, key in enumerate(by_key)}
        for source_key, layer in sorted(filled, key=lambda entry: (order[entry[0]], entry[1])):
            fillings = filled[source_key, layer]
            ranked = sorted(fillings, key=lambda f: (order[f.filler], f.label))
            pairs = sorted(
                (-likely, first, second)
                for second, other in enumerate(ranked)
                for first, one_filling in enumerate(ranked[:second])
                if (likely := _likely_filling(one_filling, other, by_key)) > 0
            )
            masks = [sum(1 << number for number in fillings[filling]) for filling in ranked]
            for group in _merged(masks, ((first, second) for _, first, second in pairs)):
                chosen = {number: ranked[place] for place in group for number in fillings[ranked[place]]}
                held = {number: fillings[filling][number] for number, filling in chosen.items()}
                yield self._role(by_key[source_key], layer, chosen, held, by_key)

    def _role(
        self,
        source: Cluster,
        layer: str,
        chosen: Mapping[int, Filling],
        held: Mapping[int, tuple[Relation, ...]],
        by_key: Mapping[UUID, Cluster],
    ) -> Cluster:
        asked = {member.set_id for member in source.members if member.annotations}
        members = tuple(
            self._member(number, held.get(number, ()), chosen.get(number))
            for number in self.by_name
            if self.sets[number].id in asked
        )
        key = self._key((number, relation) for number, relations in held.items() for relation in relations)
        fillers = [by_key[filling.filler] for filling in chosen.values()]
        start, end = min(filler.start for filler in fillers), max(filler.end for filler in fillers)
        return Cluster(key, "role", layer, "", source.key, start, end, members)

    # Fields of the document

    def _fields(self) -> Iterator[Cluster]:
        given: dict[tuple[str, str], dict[int, DocumentLabel]] = {}
        for number, one in enumerate(self.sets):
            for label in one.document_labels:
                given.setdefault((label.layer, label.label), {}).setdefault(number, label)
        layers = self.schema.layers
        for layer_id, name in sorted(given, key=lambda entry: (entry[0], _rank(layers.get(entry[0]), entry[1]))):
            layer = layers.get(layer_id)
            attribute = layer.attribute(name) if layer else None
            closed = attribute is not None and attribute.kind in _CLOSED
            held = given[layer_id, name]
            members = tuple(
                self._member(number, (held[number],), Value(held[number].value)) if number in held
                else self._member(number, (), None)
                for number in self.by_name
                if closed or number in held
            )  # fmt: skip
            key = derived_id(0, "field", str(self.sets[0].document_id.int), layer_id, name)
            yield Cluster(key, "field", layer_id, name, None, 0, 0, members)


def _place(span: Span, whole: bool) -> Place:
    return Place(span.label, span.start, span.end, span.fragments, span.attributes if whole else {})


def _rank(layer: Layer | None, name: str) -> tuple[int, str]:
    """The schema's order, what it does not know last."""
    known = [attribute.id for attribute in layer.attributes] if layer else []
    return (known.index(name) if name in known else len(known)), name


def _value(span: Span, name: str, attribute: Attribute | None) -> Json:
    """Return a span's value of an attribute, or the default that applies to it; None if there is none."""
    value = span.attributes.get(name)
    if value in (None, "", []):
        applies = attribute is not None and attribute.applies(span.label, span.attributes)
        return attribute.default if attribute and applies else None
    return value


def _silence_counts(attribute: Attribute | None, span: Span) -> bool:
    """Tell whether giving no value is an answer: to a closed question that was asked it is."""
    return attribute is not None and attribute.kind in _CLOSED and attribute.applies(span.label, span.attributes)


def _only_value(cluster: Cluster) -> Value | None:
    only = cluster.variants[0].answer
    return only if len(cluster.variants) == 1 and isinstance(only, Value) else None


def _likely_filling(one: Filling, other: Filling, by_key: Mapping[UUID, Cluster]) -> float:
    """Like aligning spans, for two roles of one commitment: the same filler, or the same role of overlapping ones."""
    if one.filler == other.filler:
        return 1.0
    first, second = by_key[one.filler], by_key[other.filler]
    common = min(first.end, second.end) - max(first.start, second.start)
    if one.label != other.label or common <= 0:
        return 0.0
    return 0.5 + 2 * common / (first.end - first.start + second.end - second.start)
