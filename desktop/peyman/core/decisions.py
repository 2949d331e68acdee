"""Decisions: what was settled about one cluster, on what grounds, by whom; and whether the grounds still hold.

A decision is never changed. Settling something again makes another decision that names the ones it replaces, so
taking it away, which is all that undo does, brings those back. What an annotator changes afterwards makes a
decision *stale*: it still stands in gold, but is offered again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias
from uuid import UUID

from .clusters import Answer, Cluster, Filling, Member, Place, Subject, Value, bare, fingerprint
from .errors import QT_TRANSLATE_NOOP
from .model import Annotation, AnnotationSet, DocumentLabel, Json, Relation, derived_id

Standing: TypeAlias = Literal["open", "deferred", "settled"]
Outcome: TypeAlias = Literal["take", "edit", "reject", ""]  # "reject": gold has nothing here; "": nothing yet
Method: TypeAlias = Literal["auto:unanimous", "auto:majority", "human", "edited", "whole-document"]

# Why the curator settled it so, in the order of its keys; the words are for the window to translate.
REASONS: Mapping[str, str] = {
    "overlooked": QT_TRANSLATE_NOOP("reasons", "overlooked"),
    "extent": QT_TRANSLATE_NOOP("reasons", "where it begins or ends"),
    "definition": QT_TRANSLATE_NOOP("reasons", "what the label means"),
    "not_covered": QT_TRANSLATE_NOOP("reasons", "nothing to be marked"),
    "slip": QT_TRANSLATE_NOOP("reasons", "slip of the hand"),
    "ambiguous": QT_TRANSLATE_NOOP("reasons", "the text can be read either way"),
    "guideline": QT_TRANSLATE_NOOP("reasons", "the guideline does not say"),
}


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that was compared: an annotation and what it said, or that a set had nothing here."""

    set_id: UUID
    annotation_id: UUID | None
    digest: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was settled about one cluster.

    Attributes:
        cluster: the key of the cluster, handed down to whatever replaces this decision. The annotation made of it
            in gold has this id.
        parent: the key of the cluster that this one hangs on, if any.
        name: the attribute or field it is about.
        inputs: what was compared; nothing for what the curator put into gold himself.
        answer: what gold has here; None if nothing, or if it is not settled.
        at: milliseconds since 1970.
        reason: one of `REASONS`, or empty.
        replaces: the decisions that this one puts out of force.
    """

    id: UUID
    document_id: UUID
    cluster: UUID
    parent: UUID | None
    subject: Subject
    layer: str
    name: str
    inputs: tuple[Input, ...]
    state: Standing
    outcome: Outcome
    answer: Answer | None
    method: Method
    curator: str
    at: int
    reason: str = ""
    comment: str = ""
    replaces: tuple[UUID, ...] = ()

    @property
    def automatic(self) -> bool:
        return self.method.startswith("auto:")


@dataclass(frozen=True, slots=True)
class Ruling:
    """By whom and when something is settled, and what he says about it."""

    curator: str
    at: int  # milliseconds since 1970
    method: Method = "human"
    reason: str = ""
    comment: str = ""


def make_decision(
    document_id: UUID,
    cluster: Cluster,
    inputs: tuple[Input, ...],
    standing: Sequence[Decision],
    answer: Answer | None,
    ruling: Ruling,
    state: Standing = "settled",
) -> Decision:
    """Settle a cluster with an answer, or with nothing, in place of the decisions that stand on it.

    Its id follows from all it says, so that settling the same twice makes the same decision.
    """
    outcome: Outcome = ""
    if state == "settled":
        given = {fingerprint(bare(variant.answer)) for variant in cluster.variants}
        outcome = "reject" if answer is None else "take" if fingerprint(bare(answer)) in given else "edit"
    decision = Decision(
        id=UUID(int=0),
        document_id=document_id,
        cluster=cluster.key,
        parent=cluster.parent,
        subject=cluster.subject,
        layer=cluster.layer,
        name=cluster.name,
        inputs=inputs,
        state=state,
        outcome=outcome,
        answer=answer if state == "settled" else None,
        method="edited" if outcome == "edit" and ruling.method == "human" else ruling.method,
        curator=ruling.curator,
        at=ruling.at,
        reason=ruling.reason,
        comment=ruling.comment,
        replaces=tuple(sorted(d.id for d in standing)),
    )
    return replace(decision, id=derived_id(0, "decision", json.dumps(as_row(decision), sort_keys=True)))


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that no other one replaces, oldest first.

    Of two that settle the same cluster without knowing of one another, the later one counts.
    """
    known = {decision.id: decision for decision in decisions}
    gone = {replaced for decision in known.values() for replaced in decision.replaces}
    left = sorted((d for d in known.values() if d.id not in gone), key=lambda d: (d.at, d.cluster, d.id))
    last = {(d.cluster, d.state == "settled"): d for d in left}
    return [d for d in left if last[d.cluster, d.state == "settled"] is d]


# What was compared --------------------------------------------------------------------------------------------


def digest(annotation: Annotation, cluster: Cluster) -> str:
    """Return in short what an annotation says about what a cluster asks; equal if it still says the same."""
    said: list[Json]
    if isinstance(annotation, DocumentLabel):
        said = [annotation.value]
    elif isinstance(annotation, Relation):
        said = [annotation.label, str(annotation.source), str(annotation.target)]
    elif cluster.subject == "attribute":
        said = [annotation.attributes.get(cluster.name)]
    else:
        fragments: list[Json] = [list(fragment) for fragment in annotation.fragments]
        said = [annotation.layer, annotation.label, annotation.start, annotation.end, fragments]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def compared(cluster: Cluster, sets: Mapping[UUID, AnnotationSet]) -> tuple[Input, ...]:
    """Return what a decision on a cluster rests on now; `sets` as they are, before labels are merged."""
    found: list[Input] = []
    for member in cluster.members:
        found += _given(member, cluster, sets) or [Input(member.set_id, None, "")]
    return tuple(found)


def is_stale(decision: Decision, answer: Answer | None, cluster: Cluster, sets: Mapping[UUID, AnnotationSet]) -> bool:
    """Tell whether what a decision rests on has changed, so that it is to be looked at again.

    It has if somebody who was compared says something else now, or if somebody new says what nobody had said;
    but not if all now say just what was decided. A set that is at work again counts by what is in it.

    Args:
        answer: the decision's, with the keys and labels of today.
    """
    decided = fingerprint(bare(answer))
    said = {member.set_id: fingerprint(bare(member.answer)) for member in cluster.members}
    if said and set(said.values()) == {decided}:
        return False
    before: dict[UUID, list[Input]] = {}
    for one in decision.inputs:
        before.setdefault(one.set_id, []).extend([one] if one.annotation_id else [])
    now = {member.set_id: _given(member, cluster, sets) for member in cluster.members}
    for set_id, given in before.items():
        if set_id in now:
            if now[set_id] != given:
                return True
        elif not all(_still_said(one, cluster, sets) for one in given):
            return True
    seen = {said[set_id] for set_id in said if set_id in before} | {decided}
    return any(text not in seen for text in said.values())


def _given(member: Member, cluster: Cluster, sets: Mapping[UUID, AnnotationSet]) -> list[Input]:
    held = sets[member.set_id].annotations
    ids = sorted(annotation.id for annotation in member.annotations)
    return [Input(member.set_id, one, digest(held[one], cluster)) for one in ids]


def _still_said(one: Input, cluster: Cluster, sets: Mapping[UUID, AnnotationSet]) -> bool:
    """Tell whether a set that is not finished (any more) still has what was compared."""
    held = sets.get(one.set_id)
    if held is None or held.state.state == "finished" or one.annotation_id is None:
        return False
    annotation = held.annotations.get(one.annotation_id)
    return annotation is not None and digest(annotation, cluster) == one.digest


# As rows ------------------------------------------------------------------------------------------------------


def as_row(decision: Decision) -> dict[str, Json]:
    """Return a decision as plain data: a text, a number or nothing for each column; lists as JSON texts."""
    return {
        "id": str(decision.id),
        "document_id": str(decision.document_id),
        "cluster": str(decision.cluster),
        "parent": str(decision.parent) if decision.parent else None,
        "subject": decision.subject,
        "layer": decision.layer,
        "name": decision.name,
        "inputs": _dump([[str(i.set_id), str(i.annotation_id or ""), i.digest] for i in decision.inputs]),
        "state": decision.state,
        "outcome": decision.outcome,
        "answer": None if decision.answer is None else _dump(answer_as_json(decision.answer)),
        "method": decision.method,
        "curator": decision.curator,
        "at": decision.at,
        "reason": decision.reason,
        "comment": decision.comment,
        "replaces": _dump([str(one) for one in decision.replaces]),
    }


def from_row(row: Mapping[str, Any]) -> Decision:
    """Return the decision that `as_row` made a row of; the file it comes from has been checked."""
    inputs = (Input(UUID(s), UUID(a) if a else None, digest) for s, a, digest in json.loads(row["inputs"]))
    return Decision(
        id=UUID(row["id"]),
        document_id=UUID(row["document_id"]),
        cluster=UUID(row["cluster"]),
        parent=UUID(row["parent"]) if row["parent"] else None,
        subject=row["subject"],
        layer=row["layer"],
        name=row["name"],
        inputs=tuple(inputs),
        state=row["state"],
        outcome=row["outcome"],
        answer=None if row["answer"] is None else answer_from_json(json.loads(row["answer"])),
        method=row["method"],
        curator=row["curator"],
        at=row["at"],
        reason=row["reason"],
        comment=row["comment"],
        replaces=tuple(UUID(one) for one in json.loads(row["replaces"])),
    )


def answer_as_json(answer: Answer) -> Json:
    if isinstance(answer, Filling):
        return {"label": answer.label, "filler": str(answer.filler)}
    if isinstance(answer, Value):
        return {"value": answer.value}
    return [
        {
            "label": place.label,
            "start": place.start,
            "end": place.end,
            "fragments": [list(fragment) for fragment in place.fragments],
            "attributes": dict(place.attributes),
        }
        for place in answer
    ]


def answer_from_json(found: Any) -> Answer:
    if isinstance(found, list):
        return tuple(
            Place(p["label"], p["start"], p["end"], tuple((a, b) for a, b in p["fragments"]), p["attributes"])
            for p in found
        )
    return Value(found["value"]) if "value" in found else Filling(found["label"], UUID(found["filler"]))


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
