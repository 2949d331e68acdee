"""Adjudication: what several annotators differ in, settled one decision at a time, until gold is complete.

All of it is plain data in and out, about one `Docket`: a document, the annotators' sets and the decisions so far.
`gold_of` says what gold is and what is left; `decide` makes one decision of one disagreement; `automatic` makes those
that need nobody, and is asked after every decision. Decisions are added, never changed; `gold_edit` says what they do
to the gold set, so that both are written in one step and undone in one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias
from uuid import UUID

from .clusters import ARGUMENT, COMMITMENT, Cluster, Kind, Variant, bare, fingerprint
from .decisions import Ruling, compared, make_decision
from .docket import Docket, narrowed, suits
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .gold import build, says_attributes
from .model import Annotation, Answer, Decision, Document, Filling, Input, Json, Method, Span, Value
from .normalise import normalise

MESSAGES |= {
    "accept_unfinished": QT_TRANSLATE_NOOP(
        "errors", "{annotator} has not finished “{document}”, so it cannot be accepted as a whole."
    ),
}

Status: TypeAlias = Literal["open", "deferred", "stale", "sampled", "conflict"]

# Never left to a majority, nor is the type of a commitment.
_JUDGED = {(COMMITMENT, "status")}
_RANKS: Mapping[Kind, int] = {
    "absence": 0, "label": 2, "missing": 3, "split": 4, "boundary": 4, "attribute": 5, "role": 6, "agree": 7,
}  # fmt: skip


@dataclass(frozen=True)
class Policy:
    """What is settled without the curator.

    Attributes:
        unanimous: accept what all who have finished say alike.
        least: how many must have finished for that.
        majority: by layer, how many of at least three must say the same; off where a layer is not named.
        sample: the share of unanimous answers that is shown to the curator all the same, from 0 to 1.
        seed: of that sample.
    """

    unanimous: bool = True
    least: int = 2
    majority: Mapping[str, int] = field(default_factory=dict)
    sample: float = 0.05
    seed: int = 0

    def samples(self, key: UUID) -> bool:
        drawn = hashlib.sha256(f"{self.seed}/{key}".encode()).digest()[:8]
        return int.from_bytes(drawn) < self.sample * 2**64


@dataclass(frozen=True)
class Disagreement:
    """One thing left to settle about one document.

    Attributes:
        status: open; deferred; stale, if what an earlier decision rests on has changed; sampled, if it was accepted
            automatically and is to be confirmed; in conflict, if gold cannot hold it beside what is there.
        standing: the decisions that stand on it now and that deciding it replaces.
        conflict: why gold cannot hold it.
    """

    docket: Docket = field(repr=False, compare=False)
    cluster: Cluster
    status: Status
    standing: tuple[Decision, ...] = ()
    conflict: PeymanError | None = field(default=None, compare=False)

    @property
    def document(self) -> Document:
        return self.docket.document

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """What a decision would rest on."""
        return compared(self.cluster, self.docket.sets)

    @cached_property
    def question(self) -> str:
        """Equal for what is the same question: the same words with the same set of answers. Empty: asked only here."""
        if self.cluster.subject not in ("span", "attribute") or not self.cluster.members:
            return ""
        asked = [
            self.cluster.subject,
            self.layer,
            self.cluster.name,
            self._normal(self.cluster.start, self.cluster.end),
        ]
        nothing = len(self.cluster.variants) > len(self.choices)
        return json.dumps([*asked, sorted(self.said), nothing], ensure_ascii=False)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What each of `choices` says, in words that can be compared between articles."""
        found = []
        for variant in self.choices:
            if isinstance(variant.answer, tuple):
                places = [[place.label, self._normal(place.start, place.end)] for place in variant.answer]
                found.append(json.dumps(places, ensure_ascii=False))
            else:
                found.append(fingerprint(variant.answer))
        return tuple(found)

    def _normal(self, start: int, end: int) -> str:
        return normalise(self.document.text[start:end]).text.strip()

    @property
    def kind(self) -> Kind:
        return self.cluster.kind

    @property
    def layer(self) -> str:
        return self.cluster.layer

    @property
    def choices(self) -> tuple[Variant, ...]:
        """What can be taken, in the order of its keys; taking nothing is rejecting."""
        return tuple(variant for variant in self.cluster.variants if variant.answer is not None)

    @property
    def annotators(self) -> tuple[str, ...]:
        return tuple(member.annotator for member in self.cluster.members)

    def between(self, one: str, other: str) -> bool:
        """Tell whether these two annotators differ here."""
        said = {m.annotator: fingerprint(m.answer) for m in self.cluster.members}
        return one in said and other in said and said[one] != said[other]

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        """Its place in the queue: commitments, labels, missing, boundaries, attributes, roles; then by reading."""
        rank = _RANKS[self.kind]
        if self.layer == COMMITMENT and self.cluster.subject == "span" and self.kind != "agree":
            rank = 1
        return rank, self.document.name, self.cluster.start, -self.cluster.end, str(self.cluster.key)


@dataclass(frozen=True)
class Gold:
    """What has been decided about one document, and what has not.

    Attributes:
        provenance: for each annotation, the decision it comes from, then those on its attributes.
        left: what is to be settled before gold is complete, in the order of the queue.
        voters: who has finished.
    """

    annotations: Mapping[UUID, Annotation]
    provenance: Mapping[UUID, tuple[Decision, ...]]
    left: tuple[Disagreement, ...]
    voters: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return bool(self.voters) and not self.left

    def method(self, annotation_id: UUID) -> Method:
        return self.provenance[annotation_id][0].method


def gold_of(docket: Docket, policy: Policy | None = None) -> Gold:
    """Return the gold annotations that follow from the decisions on a document, and what is left to decide.

    Gold has what was decided and nothing else; its spans obey the rules of their layers, and what would break them
    is left as a conflict.
    """
    return _Court(docket, policy or Policy()).gold()


def blind_names(document_id: UUID, annotators: Iterable[str]) -> dict[str, str]:
    """Return A, B, C … for annotators, shuffled for each document in its own way but always alike for it."""
    drawn = sorted(annotators, key=lambda name: hashlib.sha256(f"{document_id}/{name}".encode()).digest())
    return {name: _letters(number) for number, name in enumerate(drawn)}


def _letters(number: int) -> str:
    more, last = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)


def queue(left: Iterable[Disagreement]) -> list[Disagreement]:
    """Return what is left of several documents in the order in which it is best settled."""
    return sorted(left, key=lambda one: one.order)


# Deciding -----------------------------------------------------------------------------------------------------


def decide(disagreement: Disagreement, choice: Variant | Answer | None, ruling: Ruling) -> Decision:
    """Settle a disagreement: take a variant, put an answer of the curator's own, or with None: gold has none here.

    A span taken brings along the attributes on which nobody differs.
    """
    answer = choice.answer if isinstance(choice, Variant) else choice
    return _decision(disagreement, answer, ruling, disagreement.cluster.agreed)


def decide_alike(disagreements: Sequence[Disagreement], choice: Variant | None, ruling: Ruling) -> tuple[Decision, ...]:
    """Settle the first disagreement, and in the same way all others that ask the same and that nobody has touched.

    `choice` is one of the first one's variants, or None: gold has none here.
    """
    first, *others = disagreements
    return decide(first, choice, ruling), *decide_others(first, others, choice, ruling)


def decide_others(
    first: Disagreement, others: Iterable[Disagreement], choice: Variant | None, ruling: Ruling
) -> Iterator[Decision]:
    """Settle, of others, those that `decide_alike` settles with the first."""
    answer = first.said[first.choices.index(choice)] if choice is not None and choice in first.choices else None
    for other in others:
        if other.question and other.question == first.question and other.status == "open" and not other.standing:
            same = other.choices[other.said.index(answer)] if answer is not None else None
            yield decide(other, same, ruling)


def defer(disagreement: Disagreement, ruling: Ruling) -> Decision:
    """Put a disagreement aside for later; what stands in gold goes on standing."""
    put_aside = [decision for decision in disagreement.standing if decision.state != "settled"]
    return make_decision(
        disagreement.document.id, disagreement.cluster, disagreement.inputs, put_aside, None, ruling, "deferred"
    )


def _decision(
    disagreement: Disagreement, answer: Answer | None, ruling: Ruling, agreed: Mapping[str, Json]
) -> Decision:
    if isinstance(answer, tuple) and len(answer) == 1 and agreed:
        answer = (replace(answer[0], attributes={**agreed, **answer[0].attributes}),)
    return make_decision(
        disagreement.document.id, disagreement.cluster, disagreement.inputs, disagreement.standing, answer, ruling
    )


def automatic(docket: Docket, at: int, policy: Policy | None = None) -> tuple[Decision, ...]:
    """Return the decisions that need nobody and have not been made yet; `at` in milliseconds since 1970.

    These are what all say alike; what a majority says, where the policy allows it; and what follows from another
    decision: uncontested roles and attributes come with their commitment or entity, arguments with their roles.
    Automatic decisions that have become stale are replaced, those of people never.
    """
    return advance(docket, at, policy).made


class Advanced(NamedTuple):
    """How a document stands when all that needs nobody is decided as well; `made` are those decisions."""

    docket: Docket
    made: tuple[Decision, ...]
    gold: Gold


def advance(docket: Docket, at: int, policy: Policy | None = None) -> Advanced:
    """Make the decisions of `automatic`, and return with them what gold is then and what is left."""
    made: list[Decision] = []
    while True:
        court = _Court(docket, policy or Policy())
        fresh = list(court.automatic(at))
        if not fresh:
            return Advanced(docket, tuple(made), court.gold())
        made += fresh
        docket = docket.adding(*fresh)


def accept_document(docket: Docket, annotator: str, ruling: Ruling) -> tuple[Decision, ...]:
    """Return the decisions by which gold says what one annotator says, wherever nobody has decided otherwise.

    What the curator decided himself stays, unless it is stale.

    Raises:
        PeymanError: `accept_unfinished`.
    """
    if annotator not in [one.annotator for one in docket.finished]:
        raise PeymanError("accept_unfinished", annotator=annotator, document=docket.document.name)
    ruling = replace(ruling, method="whole-document")
    made: list[Decision] = []
    while fresh := list(_Court(docket, Policy()).of_one(annotator, ruling)):
        made += fresh
        docket = docket.adding(*fresh)
    return tuple(made)


class _Court:
    """Goes through a docket: what state each cluster is in, and what can be settled without asking."""

    def __init__(self, docket: Docket, policy: Policy) -> None:
        self.docket = docket
        self.policy = policy
        self.built = build(docket)
        self._asked: dict[UUID, tuple[Cluster, Cluster | None]] = {}
        self._states: dict[UUID, tuple[Cluster, Status | None]] = {}

    def gold(self) -> Gold:
        left = [] if self.docket.empty else [*self._left(), *self._orphans()]
        whole = self.docket.whole
        if whole is not None and self.docket.empty and (status := self.status(whole)) is not None:
            left = [self._disagreement(whole, status)]
        voters = tuple(one.annotator for one in self.docket.finished)
        return Gold(self.built.annotations, self.built.provenance, tuple(queue(left)), voters)

    def _left(self) -> Iterator[Disagreement]:
        for cluster in self.docket.clusters:
            asked = self.relevant(cluster)
            if asked is not None and (status := self.status(asked)) is not None:
                yield self._disagreement(asked, status)

    def _orphans(self) -> Iterator[Disagreement]:
        """Yield what is in gold although everything it was taken from is gone, and what gold cannot hold."""
        for decision in self.docket.orphans:
            if decision.state != "settled" or decision.answer is None:
                continue
            if decision.parent is not None and decision.layer != ARGUMENT and not self._made(decision.parent):
                continue
            conflict = self.built.conflicts.get(decision.id)
            if conflict is None and not any(one.annotation_id for one in decision.inputs):
                continue
            status: Status = "stale" if conflict is None else "conflict"
            yield Disagreement(self.docket, _lone(decision), status, (decision,), conflict)

    def _disagreement(self, cluster: Cluster, status: Status) -> Disagreement:
        standing = tuple(self.docket.standing.get(cluster.key, ()))
        conflict = next((c for d in standing if (c := self.built.conflicts.get(d.id)) is not None), None)
        return Disagreement(self.docket, cluster, status, standing, conflict if status == "conflict" else None)

    # What is asked, and how it stands

    def relevant(self, cluster: Cluster) -> Cluster | None:
        """Return a cluster as far as it matters for gold as it is; None if it does not."""
        known = self._asked.get(cluster.key)
        if known is None or known[0] is not cluster:
            known = self._asked[cluster.key] = (cluster, self._relevant(cluster))
        return known[1]

    def _relevant(self, cluster: Cluster) -> Cluster | None:
        if cluster.subject == "whole" or (cluster.subject == "span" and cluster.layer != ARGUMENT):
            return cluster
        if cluster.subject == "field":
            return cluster
        if cluster.layer == ARGUMENT:
            return cluster if cluster.key in self._wanted else None
        if self.docket.rejected(cluster.parent):
            return None
        if cluster.subject == "role":
            return cluster
        spans = self._made(cluster.parent)
        if not spans:
            return cluster
        if says_attributes(self.built.origin[spans[0].id]):
            return None
        schema = self.docket.schema
        span = spans[0]
        if not suits(schema, cluster.layer, cluster.name, span.label, span.attributes):
            return None
        return narrowed(cluster, schema, span.label)

    @cached_property
    def _wanted(self) -> frozenset[UUID]:
        """The argument clusters that some role needs."""
        wanted: set[UUID] = set()
        for cluster in self.docket.clusters:
            if cluster.subject != "role" or self.docket.rejected(cluster.parent):
                continue
            settled = self.docket.settled(cluster.key)
            answers = [self.docket.answer(d) for d in settled] if settled else [v.answer for v in cluster.variants]
            wanted |= {answer.filler for answer in answers if isinstance(answer, Filling)}
        for decision in self.docket.orphans:
            answer = self.docket.answer(decision)
            if isinstance(answer, Filling):
                wanted.add(answer.filler)
        arguments = (c for c in self.docket.clusters if c.subject == "span" and c.layer == ARGUMENT)
        return frozenset(
            c.key
            for c in arguments
            if c.key in wanted or (c.parent is not None and c.parent in wanted and self.docket.rejected(c.parent))
        )

    def status(self, cluster: Cluster) -> Status | None:
        """Return how a cluster that matters stands; None if it is settled."""
        known = self._states.get(cluster.key)
        if known is None or known[0] is not cluster:
            known = self._states[cluster.key] = (cluster, self._status(cluster))
        return known[1]

    def _status(self, cluster: Cluster) -> Status | None:
        standing = self.docket.standing.get(cluster.key, [])
        settled = [decision for decision in standing if decision.state == "settled"]
        for decision in standing:
            if decision.state == "deferred" and not self._stale(decision, cluster):
                return "deferred"
        if not settled:
            return self._unsettled(cluster)
        if len(settled) > 1 or self._stale(settled[0], cluster):
            return "stale"
        decision = settled[0]
        if decision.id in self.built.conflicts:
            return "conflict"
        # What hangs on something else came with it, and is seen where that is shown.
        alone = cluster.parent is None and decision.method == "auto:unanimous"
        return "sampled" if alone and self.policy.samples(decision.cluster) else None

    def _stale(self, decision: Decision, cluster: Cluster) -> bool:
        return self.docket.is_stale(decision, cluster)

    def _unsettled(self, cluster: Cluster) -> Status | None:
        contested = len(cluster.variants) > 1
        if cluster.subject == "attribute":
            if cluster.name in (recorded := self._recorded(cluster)):
                now = fingerprint(cluster.variants[0].answer)
                return None if not contested and now == fingerprint(Value(recorded[cluster.name])) else "stale"
            return "open" if contested or self._made(cluster.parent) else None
        if cluster.subject == "role" and not contested:
            # It follows its commitment.
            return "open" if self._made(cluster.parent) else None
        if cluster.layer == ARGUMENT and not contested:
            return "open" if self._decided_role(cluster) else None
        return "open"

    def _recorded(self, cluster: Cluster) -> Mapping[str, Json]:
        """Return the attributes that were accepted together with the span they belong to."""
        for decision in self.docket.settled(cluster.parent):
            if isinstance(decision.answer, tuple) and len(decision.answer) == 1:
                return decision.answer[0].attributes
        return {}

    def _made(self, key: UUID | None) -> list[Span]:
        """Return the spans of gold that came of a cluster."""
        return [span for decision in self.docket.settled(key) for span in self.built.made.get(decision.cluster, ())]

    def _decided_role(self, argument: Cluster) -> Decision | None:
        """Return a decision by which an argument fills a role."""
        return self._fillings.get(argument.key) or (self._fillings.get(argument.parent) if argument.parent else None)

    @cached_property
    def _fillings(self) -> dict[UUID, Decision]:
        """Of each cluster, the first decision by which it fills a role."""
        answers = ((self.docket.answer(decision), decision) for decision in reversed(self.docket.decisions))
        return {answer.filler: decision for answer, decision in answers if isinstance(answer, Filling)}

    # What needs nobody

    def automatic(self, at: int) -> Iterator[Decision]:
        whole = self.docket.whole
        if self.docket.empty or (whole is not None and self.status(whole) is not None):
            return
        for cluster in self.docket.clusters:
            asked = self.relevant(cluster)
            if asked is None or asked.subject == "whole" or not self._free(asked):
                continue
            ruling = self._agreed(asked, at) if len(asked.variants) == 1 else None
            answer = asked.variants[0].answer
            if ruling is None and len(asked.variants) > 1 and (variant := self._majority(asked)) is not None:
                ruling, answer = Ruling("", at, "auto:majority"), variant.answer
            if ruling is not None:
                status = self.status(asked)
                yield _decision(self._disagreement(asked, status or "open"), answer, ruling, asked.agreed)

    def _free(self, cluster: Cluster) -> bool:
        """Tell whether no person has had to do with it, and nothing valid stands on it."""
        standing = self.docket.standing.get(cluster.key, [])
        if standing:
            return all(decision.automatic for decision in standing) and self.status(cluster) == "stale"
        return self.status(cluster) is not None

    def _agreed(self, cluster: Cluster, at: int) -> Ruling | None:
        """Return in whose name something uncontested is accepted."""
        unanimous = Ruling("", at, "auto:unanimous")
        enough = self.policy.unanimous and len(cluster.members) >= max(self.policy.least, 1)
        if cluster.subject == "field":
            enough = self.policy.unanimous and len(self.docket.voters) >= max(self.policy.least, 1)
        if enough:
            return unanimous
        if cluster.subject == "attribute" or cluster.subject == "role":
            leading = next(iter(self.docket.settled(cluster.parent)), None)
        else:
            leading = self._decided_role(cluster) if cluster.layer == ARGUMENT else None
        # Only one has it, and it came into gold with what he was followed in; but what changed later is asked about.
        if leading is None or self.docket.standing.get(cluster.key) or cluster.name in self._recorded(cluster):
            return None
        return Ruling(leading.curator, at, "human" if leading.method == "edited" else leading.method)

    def _majority(self, cluster: Cluster) -> Variant | None:
        """Return the answer of a majority that the policy lets decide."""
        least = self.policy.majority.get(cluster.layer)
        if least is None or len(cluster.members) < 3 or cluster.kind in ("split", "absence"):
            return None
        judged = cluster.layer == COMMITMENT and "label" in cluster.kinds
        if judged or (cluster.layer, cluster.name) in _JUDGED:
            return None
        ranked = sorted(cluster.variants, key=lambda variant: -len(variant.annotators))
        first, second = len(ranked[0].annotators), len(ranked[1].annotators)
        return ranked[0] if first >= least and first > second else None

    # One annotator for all

    def of_one(self, annotator: str, ruling: Ruling) -> Iterator[Decision]:
        """Yield the decisions that bring gold closer to what one annotator says; to be repeated until none is left."""
        for cluster in () if self.docket.empty else self.docket.clusters:
            asked = self.relevant(cluster)
            if asked is None or not self._has(annotator, asked):
                continue
            standing = self.docket.standing.get(asked.key, [])
            status = self.status(asked)
            if any(Ruling(d.curator, d.at, d.method) == replace(ruling, reason="", comment="") for d in standing):
                continue
            if status is None and any(not decision.automatic for decision in standing):
                continue
            answer = next((m.answer for m in asked.members if m.annotator == annotator), None)
            if status is not None or fingerprint(bare(answer)) != self._standing_says(asked):
                disagreement = self._disagreement(asked, status or "open")
                yield _decision(disagreement, answer, ruling, self._shared(asked, annotator))

    def _has(self, annotator: str, cluster: Cluster) -> bool:
        """Tell whether an annotator has what a cluster is about, and, if it hangs on another, that is in gold."""
        if cluster.subject == "attribute":
            above = self.docket.cluster(cluster.parent)
            asked = above is not None and any(m.annotator == annotator and m.annotations for m in above.members)
            return asked and bool(self._made(cluster.parent))
        if cluster.subject == "role" and not self._made(cluster.parent):
            return False
        return cluster.subject == "field" or annotator in [member.annotator for member in cluster.members]

    def _standing_says(self, cluster: Cluster) -> str:
        settled = self.docket.settled(cluster.key)
        if settled:
            return fingerprint(bare(self.docket.answer(settled[0])))
        recorded = self._recorded(cluster).get(cluster.name)
        return "" if recorded is None else fingerprint(Value(recorded))

    def _shared(self, cluster: Cluster, annotator: str) -> Mapping[str, Json]:
        """Return the agreed attributes of a span without those that only others gave."""
        own = {
            c.name
            for c in self.docket.clusters
            if c.subject == "attribute" and c.parent == cluster.key
            if any(m.annotator == annotator and m.answer is not None for m in c.members)
        }
        return {name: value for name, value in cluster.agreed.items() if name in own}


def _lone(decision: Decision) -> Cluster:
    """Return a cluster without members for a decision that has lost its own."""
    places = decision.answer if isinstance(decision.answer, tuple) else ()
    start, end = min((p.start for p in places), default=0), max((p.end for p in places), default=0)
    return Cluster(decision.cluster, decision.subject, decision.layer, decision.name, decision.parent, start, end, ())
