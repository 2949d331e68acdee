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
from uuid import UUID

from .clusters import Cluster, Member, bare, fingerprint
from .errors import QT_TRANSLATE_NOOP
from .model import (
    Annotation,
    AnnotationSet,
    Answer,
    Decision,
    DocumentLabel,
    Input,
    Json,
    Method,
    Outcome,
    Relation,
    Standing,
    derived_id,
)
from .records import cells

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
    said = [cell.hex() if isinstance(cell, bytes) else cell for cell in cells(decision)]
    return replace(decision, id=derived_id(0, "decision", json.dumps(said)))


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
    """Return what a decision on a cluster rests on now; `sets` as a docket holds them, before labels are merged."""
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
