"""Settling what several annotators differ in, for the tests of adjudication and gold."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable

from hypothesis import settings

from core.annotating import DOCUMENT, answers, role, span
from core.making import default_schema
from peyman.core import adjudication
from peyman.core.adjudication import Disagreement, Gold, Policy, automatic, decide
from peyman.core.decisions import Ruling
from peyman.core.docket import Docket
from peyman.core.model import Annotation, AnnotationSet, Decision, Document, Relation, SetState, Span, new_id

SCHEMA = default_schema()
ALL = Policy(sample=0)
few = settings(max_examples=settings().max_examples // 3)


def gold_of(now: Docket, policy: Policy = ALL) -> Gold:
    return adjudication.gold_of(now, policy)


def docket(sets: Iterable[AnnotationSet], decisions: Iterable[Decision] = (), document: Document = DOCUMENT) -> Docket:
    return Docket(document, sets, decisions, SCHEMA)


def settled(sets: Iterable[AnnotationSet], *decisions: Decision, policy: Policy = ALL) -> Docket:
    """A docket with all that needs nobody."""
    made = docket(sets, decisions)
    return made.adding(*automatic(made, 1, policy))


def ruled(at: int, **more: str) -> Ruling:
    return Ruling("داور", at, **more)  # type: ignore[arg-type]


def resolved(start: Docket, chance: random.Random, *, one_by_one: bool = False) -> Docket:
    """Settle all that is left, choosing by chance; what gold cannot hold is rejected."""
    now = settled_further(start, 1)
    for step in range(2, 1000):
        open_ones = gold_of(now).left
        if not open_ones:
            return now
        for one in open_ones[:1] if one_by_one else open_ones:
            choice = None if one.status == "conflict" else chance.choice([*one.choices, None])
            now = now.adding(decide(one, choice, ruled(step)))
        now = settled_further(now, step)
    raise AssertionError("it never ends")


def settled_further(now: Docket, at: int) -> Docket:
    return now.adding(*automatic(now, at, ALL))


def with_sets(now: Docket, sets: Iterable[AnnotationSet]) -> Docket:
    return docket(sets, now.all_decisions, now.document)


def content(annotations: Iterable[Annotation]) -> Counter[str]:
    """What annotations say where they are asked, defaults too, whatever their ids; no argument without a role."""
    held = {a.id: a for a in annotations}
    filling = {a.target for a in held.values() if isinstance(a, Relation)}

    def told(one: Annotation) -> str:
        if isinstance(one, Span):
            given = {**SCHEMA.defaults(one.layer, one.label, one.attributes), **one.attributes}
            asked = {a.id for a in SCHEMA.layer(one.layer).attributes_for(one.label, given)}
            given = {name: value for name, value in given.items() if name in asked}
            return json.dumps([one.layer, one.label, one.start, one.end, one.fragments, given], sort_keys=True)
        if isinstance(one, Relation):
            return json.dumps([one.label, told(held[one.source]), told(held[one.target])])
        return json.dumps([one.label, one.value])

    return Counter(
        told(a) for a in held.values() if not (isinstance(a, Span) and a.layer == "argument" and a.id not in filling)
    )


def gold_set(annotations: Iterable[Annotation] = ()) -> AnnotationSet:
    number = new_id()
    held = {a.id: a for a in sorted(annotations, key=lambda a: a.id)}
    return AnnotationSet(number, 7, DOCUMENT.id, "داور", "gold", SetState(number, "in_progress"), held)


def left(now: Docket, policy: Policy = ALL) -> list[tuple[str, str, str]]:
    return [(one.status, one.kind, one.cluster.name or one.layer) for one in gold_of(now, policy).left]


def only(now: Docket, policy: Policy = ALL) -> Disagreement:
    (one,) = gold_of(now, policy).left
    return one


def commitment(name: str, actor: Span | None, thing: Span | None, last: int = 9, kind: str = "plan") -> AnnotationSet:
    """A set with a commitment, and who commits himself to what."""
    whole = span("commitment", kind, 4, last)
    found: list[Annotation] = [whole]
    for label, filler in (("committer", actor), ("object", thing)):
        if filler is not None:
            found += [filler, role(label, whole, filler)]
    return answers(name, *found)
