"""Gold edited by hand: the decisions that make gold what the curator has made of it.

The curator may also annotate the gold set itself. What is done there is read back as decisions, so that gold goes on
following from decisions alone and nothing done by hand is lost when others are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from .clusters import ARGUMENT, Cluster, fingerprint
from .decisions import Ruling, compared, make_decision
from .docket import Docket
from .gold import Built, build, says_attributes
from .model import (
    Annotation,
    AnnotationSet,
    Answer,
    Decision,
    DocumentLabel,
    Filling,
    Json,
    Place,
    Relation,
    Span,
    Subject,
    Value,
    derived_id,
)


def decisions_by_hand(docket: Docket, gold_set: AnnotationSet, ruling: Ruling) -> tuple[Decision, ...]:
    """Return the decisions after which gold says what `gold_set` says; none if it does already.

    To be made after each edit of the gold set, and written together with it. What a decision cannot say, such as a
    note, needs none. Where gold was decided to have nothing at all, that is taken back, and what annotators say is
    asked about again.
    """
    taken_back: list[Decision] = []
    if docket.empty and gold_set.annotations and docket.whole is not None:
        standing = docket.standing[docket.whole.key]
        inputs = compared(docket.whole, docket.sets)
        taken_back = [make_decision(docket.document.id, docket.whole, inputs, standing, Value("annotated"), ruling)]
        docket = docket.adding(*taken_back)
    reader = _Reader(docket, gold_set, ruling)
    return (*taken_back, *reader.spans(), *reader.attributes(), *reader.roles(), *reader.fields())


class _Reader:
    """Compares a gold set with the gold that follows from the decisions."""

    def __init__(self, docket: Docket, gold_set: AnnotationSet, ruling: Ruling) -> None:
        self.docket = docket
        self.built: Built = build(docket)
        self.wanted = gold_set.annotations
        self.ruling = ruling

    def _decide(self, cluster: Cluster, standing: Sequence[Decision], answer: Answer | None) -> Decision:
        inputs = compared(cluster, self.docket.sets)
        ruling = replace(self.ruling, method="human")
        return make_decision(self.docket.document.id, cluster, inputs, standing, answer, ruling)

    def _again(self, decision: Decision, answer: Answer | None, parent: UUID | None = None) -> Decision:
        """Decide again what a decision was about."""
        cluster = self.docket.cluster(decision.cluster)
        if cluster is None or decision not in (standing := self.docket.standing.get(cluster.key, [])):
            lone = _new(decision.cluster, decision.subject, decision.layer, decision.name, decision.parent)
            return self._decide(replace(lone, parent=parent or lone.parent), [decision], answer)
        # Of several that have come to stand on one cluster, the others stay as they are.
        others = [one for one in standing if one.state == "settled" and one is not decision]
        known = replace(cluster, key=decision.cluster, parent=parent or cluster.parent)
        return self._decide(known, [decision] if others else standing, answer)

    # Spans and their attributes

    def spans(self) -> Iterator[Decision]:
        changed: dict[UUID, Decision] = {}
        for key, decision in self.built.origin.items():
            held, wanted = self.built.annotations.get(key), self.wanted.get(key)
            if held is None or (wanted is None and held.layer == ARGUMENT):
                continue  # an argument goes with its roles
            if not isinstance(wanted, Span) or self._place(wanted, decision) != self._place(held, decision):
                changed[key] = decision
        for decision in {one.id: one for one in changed.values()}.values():
            if decision.subject == "span":
                yield self._again(decision, self._places(decision) or None)
        for key, annotation in self.wanted.items():
            if isinstance(annotation, Span) and (
                key not in self.built.annotations or self._stands_in(changed.get(key))
            ):
                cluster = replace(_new(key, "span", annotation.layer), start=annotation.start, end=annotation.end)
                yield self._decide(cluster, (), (_place(annotation, annotation.attributes),))

    @staticmethod
    def _stands_in(decision: Decision | None) -> bool:
        """Tell whether what was changed is an argument that no decision on spans has made."""
        return decision is not None and decision.subject != "span"

    def _place(self, annotation: Annotation, decision: Decision) -> Place:
        assert isinstance(annotation, Span)
        return _place(annotation, annotation.attributes if says_attributes(decision) else {})

    def _places(self, decision: Decision) -> tuple[Place, ...]:
        """Return a decision's places as they are wanted."""
        assert isinstance(decision.answer, tuple)
        keys = [key for key, origin in self.built.origin.items() if origin is decision]
        places = []
        for key, place in zip(keys, decision.answer, strict=True):
            wanted = self.wanted.get(key)
            if isinstance(wanted, Span):
                places.append(_place(wanted, wanted.attributes if says_attributes(decision) else place.attributes))
        return tuple(places)

    def attributes(self) -> Iterator[Decision]:
        for key, decision in self.built.origin.items():
            held, wanted = self.built.annotations.get(key), self.wanted.get(key)
            if not isinstance(held, Span) or not isinstance(wanted, Span) or says_attributes(decision):
                continue
            for name in sorted({*held.attributes, *wanted.attributes}):
                if held.attributes.get(name) != wanted.attributes.get(name):
                    yield self._attribute(decision, wanted, name)

    def _attribute(self, decision: Decision, wanted: Span, name: str) -> Decision:
        above = self.docket.cluster(decision.cluster)
        value = wanted.attributes.get(name)
        answer = None if value is None else Value(value)
        for cluster in self.docket.clusters:
            if above and (cluster.subject, cluster.name, cluster.parent) == ("attribute", name, above.key):
                return self._decide(cluster, self.docket.standing.get(cluster.key, ()), answer)
        key = derived_id(0, "attribute", str(wanted.id.int), name)
        standing = [one for one in self.docket.orphans if one.cluster == key]
        return self._decide(_new(key, "attribute", wanted.layer, name, decision.cluster), standing, answer)

    # Roles and fields

    def roles(self) -> Iterator[Decision]:
        again: dict[UUID, tuple[Decision, Relation | None]] = {}
        for key, held in self.built.annotations.items():
            wanted = self.wanted.get(key)
            if not isinstance(held, Relation) or (wanted is None and held.source not in self.wanted):
                continue  # a role goes with its commitment
            if not isinstance(wanted, Relation) or _ends(wanted) != _ends(held):
                decision = self.built.provenance[key][0]
                again.setdefault(decision.id, (decision, wanted if isinstance(wanted, Relation) else None))
        for decision, relation in again.values():
            answer = Filling(relation.label, self._filler(relation.target)) if relation else None
            yield self._again(decision, answer, relation.source if relation else None)
        for key, wanted in self.wanted.items():
            of_several = key in self.built.annotations and self.built.provenance[key][0].cluster != key
            lost = of_several and self.built.provenance[key][0].id in again
            if isinstance(wanted, Relation) and (key not in self.built.annotations or lost):
                cluster = _new(key, "role", wanted.layer, parent=wanted.source)
                yield self._decide(cluster, (), Filling(wanted.label, self._filler(wanted.target)))

    def _filler(self, target: UUID) -> UUID:
        """Return the key by which a decision on a role knows what fills it."""
        origin = self.built.origin.get(target)
        if origin is not None and isinstance(origin.answer, Filling):  # an argument that stands in for something else
            return origin.answer.filler
        return target

    def fields(self) -> Iterator[Decision]:
        fields = {_field(label) for label in self.wanted.values() if isinstance(label, DocumentLabel)}
        for key, held in self.built.annotations.items():
            if isinstance(held, DocumentLabel) and _field(held) not in fields:
                yield self._again(self.built.provenance[key][0], None)
        for key, label in self.wanted.items():
            if isinstance(label, DocumentLabel) and not self._holds(label):
                field = next((c for c in self.docket.clusters if (c.layer, c.name) == _field(label)
                              and c.subject == "field"), None)  # fmt: skip
                cluster = field or _new(key, "field", label.layer, label.label)
                lone = [d for d in self.docket.orphans if (d.subject, d.layer, d.name) == ("field", *_field(label))]
                standing = self.docket.standing.get(cluster.key, ()) if field else lone
                yield self._decide(cluster, standing, Value(label.value))

    def _holds(self, label: DocumentLabel) -> bool:
        said = fingerprint(Value(label.value))
        return any(
            isinstance(held, DocumentLabel) and _field(held) == _field(label) and fingerprint(Value(held.value)) == said
            for held in self.built.annotations.values()
        )


def _new(key: UUID, subject: Subject, layer: str, name: str = "", parent: UUID | None = None) -> Cluster:
    return Cluster(key, subject, layer, name, parent, 0, 0, ())


def _place(span: Span, attributes: object) -> Place:
    values: dict[str, Json] = dict(attributes) if isinstance(attributes, dict) else {}
    return Place(span.label, span.start, span.end, span.fragments, values)


def _ends(relation: Relation) -> tuple[str, UUID, UUID]:
    return relation.label, relation.source, relation.target


def _field(label: DocumentLabel) -> tuple[str, str]:
    return label.layer, label.label
