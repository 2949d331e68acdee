"""How gold came about, told in gold itself: for exports, in keys of its annotations that every import keeps.

An annotation's key `provenance` is how it was decided: `auto:unanimous`, `auto:majority`, `human`, `edited` or
`whole-document`; where an attribute was decided otherwise, `attribute_provenance` says how. The key `variants` of a
gold set has what everybody said, cluster by cluster.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from .clusters import Cluster
from .docket import Docket
from .gold import build
from .model import Annotation, AnnotationSet, Attributes, Decision, Json, Span
from .records import answer_as_json

PROVENANCE = "provenance"
ATTRIBUTES = "attribute_provenance"
VARIANTS = "variants"
KEYS = frozenset((PROVENANCE, ATTRIBUTES))

A = TypeVar("A", bound=Annotation)


def told(gold_set: AnnotationSet, docket: Docket, *, variants: bool = False) -> AnnotationSet:
    """Return a gold set with the keys of this module. What no decision has made was put there by hand."""
    built = build(docket)
    found: dict[UUID, Annotation] = {}
    for key, annotation in gold_set.annotations.items():
        decisions = built.provenance.get(key, ())
        found[key] = _with_keys(annotation, _keys(annotation, decisions))
    foreign: Attributes = gold_set.foreign
    if variants:
        clusters: list[Json] = [_cluster(docket, cluster) for cluster in docket.clusters]
        foreign = {**foreign, VARIANTS: clusters}
    return replace(gold_set, annotations=found, foreign=foreign)


def _with_keys(annotation: A, keys: dict[str, Json]) -> A:
    kept = {name: value for name, value in annotation.foreign.items() if name not in KEYS}
    return replace(annotation, foreign={**kept, **keys})


def _keys(annotation: Annotation, decisions: tuple[Decision, ...]) -> dict[str, Json]:
    if not decisions:
        return {PROVENANCE: "human"}
    first, *others = decisions
    attributes: dict[str, Json] = {}
    if isinstance(annotation, Span):
        attributes = {one.name: one.method for one in others if one.method != first.method}
    return {PROVENANCE: first.method, **({ATTRIBUTES: attributes} if attributes else {})}


def _cluster(docket: Docket, cluster: Cluster) -> Json:
    """What everybody says about one place, and what was decided; a role names the `key` of what fills it."""
    return {
        "key": str(cluster.key),
        "subject": cluster.subject,
        **dict(_place(cluster)),
        "class": cluster.kind,
        "answers": [
            {"annotators": list(one.annotators), "answer": None if one.answer is None else answer_as_json(one.answer)}
            for one in cluster.variants
        ],
        "decisions": [_decision(one) for one in docket.settled(cluster.key)],
    }


def _place(cluster: Cluster) -> Iterator[tuple[str, Json]]:
    told: tuple[tuple[str, Json], ...] = (
        ("layer", cluster.layer), ("name", cluster.name), ("parent", str(cluster.parent or "")),
    )  # fmt: skip
    yield from ((name, value) for name, value in told if value)
    if cluster.end:
        yield from (("start", cluster.start), ("end", cluster.end))


def _decision(decision: Decision) -> Json:
    said = {"reason": decision.reason, "comment": decision.comment, "curator": decision.curator}
    return {
        "outcome": decision.outcome,
        "method": decision.method,
        **{name: value for name, value in said.items() if value},
    }
