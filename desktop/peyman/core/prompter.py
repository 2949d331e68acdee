"""A prompter for rehearsals: whoever knows the true gold of an article, and so what to say to each disagreement.

Made-up annotators (`rehearsal`) differ from an article's gold; `Prompter` finds, for each thing that is left to
settle, the variant that says what gold says, or what to put where nobody says it. `play` settles a whole article so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from uuid import UUID

from .adjudication import Disagreement, Gold, Policy, advance, decide
from .by_hand import decisions_by_hand
from .clusters import ARGUMENT, Cluster, Variant, bare, clusters_of, fingerprint
from .decisions import Ruling
from .docket import Docket
from .model import (
    Annotation,
    AnnotationSet,
    Answer,
    Filling,
    Json,
    Place,
    Relation,
    SetState,
    Span,
    Value,
    derived_id,
)
from .schema import Schema

_ROUNDS = 20  # far more than settling one thing after another needs


class Prompter:
    """Knows the true gold of one article and answers what is asked about it.

    What is true of a span cluster are the spans of gold that come to stand with most of its members when gold is
    clustered as if it were one annotator more.
    """

    def __init__(self, docket: Docket, truth: AnnotationSet) -> None:
        witness = replace(truth, kind="annotation", annotator="")
        self._truth = truth
        self._beside: list[tuple[list[Span], list[tuple[UUID, UUID]]]] = []  # spans of gold, and what stands with them
        for cluster in clusters_of([witness, *docket.voters], docket.schema):
            if cluster.subject == "span":
                held = [(member.set_id, a) for member in cluster.members for a in member.annotations]
                spans = [a for set_id, a in held if set_id == witness.id and isinstance(a, Span)]
                self._beside.append((spans, [(set_id, a.id) for set_id, a in held if set_id != witness.id]))
        self._look_at(docket)

    def of(self, docket: Docket) -> Prompter:
        """Return the prompter of the same article with other decisions, which costs less than a new one."""
        other = copy(self)
        other._look_at(docket)
        return other

    def _look_at(self, docket: Docket) -> None:
        self._docket = docket
        self._spans: dict[UUID, list[Span]] = {}  # by the key of a cluster
        self._key: dict[UUID, UUID] = {}  # of each span of gold, the cluster
        home = {
            (member.set_id, annotation.id): cluster.key
            for cluster in docket.clusters
            if cluster.subject == "span"
            for member in cluster.members
            for annotation in member.annotations
        }
        for spans, others in self._beside:
            votes = Counter(home[one] for one in others if one in home)
            if spans and votes:
                key = min(votes, key=lambda key: (-votes[key], key))
                self._spans.setdefault(key, []).extend(spans)
                self._key |= {span.id: key for span in spans}

    def answer(self, disagreement: Disagreement) -> Variant | Answer | None:
        """Return what to decide: a variant where one is right, else an answer of one's own; None: gold has none."""
        wanted = self._wanted(disagreement)
        said = fingerprint(bare(wanted))
        alike = [v for v in disagreement.choices if wanted is not None and fingerprint(bare(v.answer)) == said]
        # Several differ in what comes along, such as the attributes of the parts of a split.
        return next((v for v in alike if fingerprint(v.answer) == fingerprint(wanted)), alike[0] if alike else wanted)

    def _wanted(self, disagreement: Disagreement) -> Answer | None:
        cluster = disagreement.cluster
        match cluster.subject:
            case "whole":
                return Value("annotated") if self._truth.annotations else None
            case "field":
                fields = (x for x in self._truth.document_labels if (x.layer, x.label) == (cluster.layer, cluster.name))
                found = next(fields, None)
                return Value(found.value) if found else None
            case "span":
                spans = sorted(self._spans.get(cluster.key, ()), key=lambda s: (s.start, -s.end, s.label))
                # Parts of a split have their attributes with them, and so has the whole beside them.
                whole = "split" in cluster.kinds or len(spans) > 1 or cluster.layer == ARGUMENT
                return tuple(_place(span, whole=whole) for span in spans) or None
            case "attribute":
                return self._value(cluster)
        return self._filling(disagreement)

    def _value(self, cluster: Cluster) -> Answer | None:
        parent = self._docket.cluster(cluster.parent)
        spans = self._spans.get(parent.key, ()) if parent else ()
        for span in spans:
            value = span.attributes.get(cluster.name, valued(span, self._docket.schema).get(cluster.name))
            return None if value is None else Value(value)
        return None

    def _filling(self, disagreement: Disagreement) -> Answer | None:
        """Return the filling of gold that a cluster of roles is about, by who fills it or else by its label."""
        parent = self._docket.cluster(disagreement.cluster.parent)
        sources = {span.id for span in self._spans.get(parent.key, ())} if parent else set()
        true = [
            Filling(relation.label, self._filler(relation.target))
            for relation in self._truth.relations
            if relation.source in sources and relation.target in self._key
        ]
        given = [v.answer for v in disagreement.choices if isinstance(v.answer, Filling)]
        others = {
            fingerprint(variant.answer)
            for cluster in self._docket.clusters
            if cluster.subject == "role" and cluster.key != disagreement.cluster.key
            for variant in cluster.variants
            if cluster.parent == disagreement.cluster.parent
        }
        for filling in [*(f for f in true if f in given), *(f for f in true if fingerprint(f) not in others)]:
            if filling in given or filling.filler in [one.filler for one in given]:
                return filling
        return None

    def _filler(self, target: UUID) -> UUID:
        cluster = self._docket.cluster(self._key[target])
        assert cluster is not None
        return cluster.parent or cluster.key


def _place(span: Span, *, whole: bool) -> Place:
    return Place(span.label, span.start, span.end, span.fragments, span.attributes if whole else {})


# What annotations say --------------------------------------------------------------------------------------------


def valued(span: Span, schema: Schema) -> dict[str, Json]:
    """Return the attributes of a span as far as they are asked for, those that go without saying too."""
    if span.layer not in schema.layers:
        return dict(span.attributes)
    layer = schema.layer(span.layer)
    given = {**schema.defaults(span.layer, span.label, span.attributes), **span.attributes}
    asked = {attribute.id for attribute in layer.attributes_for(span.label, given)}
    return {name: value for name, value in given.items() if name in asked or layer.attribute(name) is None}


def content(annotations: Iterable[Annotation], schema: Schema) -> Counter[str]:
    """Return what annotations say, whatever their ids and notes; arguments only as far as they fill a role."""
    held = {one.id: one for one in annotations}
    filling = {one.target for one in held.values() if isinstance(one, Relation)}

    def told(one: Annotation) -> str:
        if isinstance(one, Span):
            said = [one.layer, one.label, one.start, one.end, one.fragments, valued(one, schema)]
            return json.dumps(said, sort_keys=True)
        if isinstance(one, Relation):
            return json.dumps([one.layer, one.label, told(held[one.source]), told(held[one.target])])
        return json.dumps([one.layer, one.label, one.value], sort_keys=True)

    return Counter(told(a) for a in held.values() if not _idle(a, filling))


def _idle(annotation: Annotation, filling: set[UUID]) -> bool:
    return isinstance(annotation, Span) and annotation.layer == ARGUMENT and annotation.id not in filling


# A whole article -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Played:
    """An article that was settled as gold is.

    Attributes:
        docket: with all decisions.
        asked: what was settled one by one, by class; `keys` says with which key.
        keys: how often a variant was taken ("1" and so on), nothing was right ("0"), or it was edited ("E").
        by_hand: decisions on what no annotator has.
    """

    docket: Docket
    gold: Gold
    asked: Counter[str]
    keys: Counter[str]
    by_hand: int


def play(docket: Docket, truth: AnnotationSet, ruling: Ruling, policy: Policy) -> Played:
    """Settle all that is left of an article so that gold says what `truth` says."""
    asked: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    by_hand = 0
    schema = docket.schema
    prompter = Prompter(docket, truth)
    for turn in range(_ROUNDS):
        at = ruling.at + turn
        docket, _, gold = advance(docket, at, policy)
        prompter = prompter.of(docket)
        if gold.left:
            for one in gold.left:
                answer = prompter.answer(one)
                asked[one.kind] += 1
                keys[key_of(one, answer)] += 1
                docket = docket.adding(decide(one, answer, replace(ruling, at=at)))
            continue
        if content(gold.annotations.values(), schema) == content(truth.annotations.values(), schema):
            break
        made = decisions_by_hand(docket, _corrected(docket, gold, truth), replace(ruling, at=at))
        by_hand += len(made)
        docket = docket.adding(*made)
    return Played(docket, gold, asked, keys, by_hand)


def key_of(disagreement: Disagreement, answer: Variant | Answer | None) -> str:
    """Return the key by which the window settles a disagreement so: a variant's number, "0" or "E"."""
    if answer is None:
        return "0"
    return str(disagreement.choices.index(answer) + 1) if isinstance(answer, Variant) else "E"


def _corrected(docket: Docket, gold: Gold, truth: AnnotationSet) -> AnnotationSet:
    """Return gold as somebody leaves it who puts right by hand what differs from the truth."""
    schema = docket.schema
    ids = reworded(gold.annotations, truth)  # of each annotation of the truth
    there = {_known_by(one, gold.annotations): one for one in gold.annotations.values()}
    roles = {(r.label, r.source, r.target): r.id for r in gold.annotations.values() if isinstance(r, Relation)}
    records: list[Annotation] = []
    for one in truth.annotations.values():
        if isinstance(one, Relation):
            continue  # its ends must be known first
        known = there.get(_known_by(one, truth.annotations))
        ids.setdefault(one.id, known.id if known else derived_id(0, "corrected", str(one.id)))
        if isinstance(one, Span):
            held = gold.annotations.get(ids[one.id])
            same = isinstance(held, Span) and held == known and valued(held, schema) == valued(one, schema)
            records.append(held if same and held else replace(one, id=ids[one.id], note="", doubt="", source_id=""))
        else:
            records.append(replace(one, id=ids[one.id], source_id=""))
    for relation in truth.relations:
        source, target = ids[relation.source], ids[relation.target]
        number = roles.get((relation.label, source, target), derived_id(0, "corrected", str(relation.id)))
        records.append(replace(relation, id=number, source=source, target=target, source_id=""))
    state = SetState(derived_id(0, "corrected", str(docket.document.id)), "in_progress")
    held_now = {one.id: one for one in sorted(records, key=lambda one: one.id)}
    return AnnotationSet(state.id, 0, docket.document.id, truth.annotator, "gold", state, held_now)


def reworded(gold: Mapping[UUID, Annotation], truth: AnnotationSet) -> dict[UUID, UUID]:
    """Return the arguments of the truth that gold has with other words, and which argument of gold fills their role."""
    there = {_known_by(one, gold) for one in gold.values()}
    true = {_known_by(one, truth.annotations) for one in truth.annotations.values()}
    free: dict[tuple[object, ...], list[Span]] = {}  # what gold alone has, by the role it fills
    for one in gold.values():
        filler = gold.get(one.target) if isinstance(one, Relation) else None
        if isinstance(one, Relation) and isinstance(filler, Span) and _known_by(filler, gold) not in true:
            free.setdefault((_known_by(gold[one.source], gold), one.label), []).append(filler)
    found: dict[UUID, UUID] = {}
    for relation in truth.relations:
        source, target = truth.annotations[relation.source], truth.annotations[relation.target]
        if not isinstance(target, Span) or target.layer != ARGUMENT or _known_by(target, truth.annotations) in there:
            continue
        for span in free.get((_known_by(source, truth.annotations), relation.label), ()):
            meant = span.layer == ARGUMENT and span.start < target.end and target.start < span.end
            if meant and span.id not in found.values():
                found.setdefault(target.id, span.id)
    return found


def _known_by(annotation: Annotation, among: Mapping[UUID, Annotation]) -> tuple[object, ...]:
    if isinstance(annotation, Span):
        return annotation.layer, annotation.label, annotation.start, annotation.end, annotation.fragments
    if isinstance(annotation, Relation):
        ends = (_known_by(among[end], among) for end in (annotation.source, annotation.target))
        return annotation.layer, annotation.label, *ends
    return annotation.layer, annotation.label
