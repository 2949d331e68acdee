"""Adjudication by a curator: what stands on each document of a project, and the edits that settle it.

A `Case` is one document with everything that bears on its gold. `deciding` gives the case after some decisions and
the one edit that writes them, what follows from them, and what they make of the gold set. For lists over many
documents there are `Question`s, which hold no texts and no annotations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from uuid import UUID

from .adjudication import Disagreement, Gold, Policy, Status, advance, decide, decide_others
from .by_hand import decisions_by_hand
from .clusters import ARGUMENT, Kind, Variant, fingerprint
from .decisions import Ruling
from .docket import Docket
from .edits import ADJUDICATE, Change, Edit, applied, shorten
from .model import AnnotationSet, Decision, SetState
from .project import Project
from .settling import docket_of, gold_set_of, is_given, settled_edit


@dataclass(frozen=True)
class Case:
    """One document of a project, and how it stands when all that needs nobody is decided.

    Attributes:
        number: of the document in its project.
        gold_set: as it is in the project; None if there is none yet.
        unwritten: what stands in `docket` but not yet in the project: what all say alike. It is written together with
            the next decision.
        given: whether its gold was there before anybody decided anything, as from a file; it is left alone then.
    """

    number: int
    gold_set: AnnotationSet | None
    docket: Docket
    gold: Gold
    unwritten: tuple[Decision, ...]
    given: bool = False
    policy: Policy = field(repr=False, default_factory=Policy)
    _told: dict[UUID, tuple[Disagreement, Question]] = field(repr=False, compare=False, default_factory=dict)

    @property
    def left(self) -> tuple[Disagreement, ...]:
        return self.gold.left

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is left, for lists; a decision leaves most of it as it was."""
        found = []
        for one in self.left:
            known = self._told.get(one.cluster.key)
            if known is None or known[0].cluster is not one.cluster or _stands(known[0]) != _stands(one):
                known = self._told[one.cluster.key] = (one, Question.of(self.number, one))
            found.append(known[1])
        return tuple(found)

    @property
    def decided(self) -> int:
        """How many questions somebody has settled."""
        return sum(one.state == "settled" and not one.automatic and self._asked(one) for one in self.docket.decisions)

    def _asked(self, decision: Decision) -> bool:
        """Tell whether a decision answers a question; what too few say to differ comes along with what it hangs on."""
        cluster = self.docket.cluster(decision.cluster)
        if cluster is None or (cluster.parent is None and cluster.layer != ARGUMENT):
            return True
        return len(cluster.variants) != 1 or len(cluster.members) >= self.policy.least

    def disagreement(self, key: UUID) -> Disagreement | None:
        """Return what is left to settle about the cluster with this key."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[UUID, Disagreement]:
        return {one.cluster.key: one for one in self.left}

    def deciding(self, decisions: Iterable[Decision], at: int) -> tuple[Case, Edit]:
        """Return the case after some decisions, which may be none, and the edit that writes them.

        The project must have a gold set of the document by now. `at` is in milliseconds since 1970.
        """
        assert self.gold_set is not None
        made = list(decisions)
        after = advance(self.docket.adding(*made), at, self.policy)
        edit = settled_edit(self.gold_set, after.gold, [*self.unwritten, *made, *after.made])
        # What the gold set becomes is read from the project when it is needed next.
        return replace(self, docket=after.docket, gold=after.gold, unwritten=()), edit


def _stands(one: Disagreement) -> tuple[Status, bool]:
    return one.status, bool(one.standing)


def read_case(project: Project, number: int, at: int, policy: Policy | None = None) -> Case:
    """Read a document as it is to be adjudicated by the annotator at work; `at` in milliseconds since 1970."""
    docket, gold_set = docket_of(project, number), gold_set_of(project, number)
    if is_given(docket, gold_set):
        assert gold_set is not None
        voters = tuple(one.annotator for one in docket.finished)
        return Case(number, gold_set, docket, Gold(gold_set.annotations, {}, (), voters), (), given=True)
    after = advance(docket, at, policy)
    return Case(number, gold_set, after.docket, after.gold, after.made, policy=policy or Policy())


def with_decisions(project: Project, document_number: int, before: AnnotationSet, edit: Edit, at: int) -> Edit:
    """Return an edit of a gold set, which is `before` until then, together with the decisions that say the same.

    Gold in which nothing is left to settle stays finished, or becomes so. Where nobody has annotated, or gold was there
    before any decision, it needs none of this.
    """
    docket = docket_of(project, document_number)
    if is_given(docket, before) or not (docket.voters or docket.all_decisions):
        return edit
    gold_set = applied(before, edit)
    decisions = decisions_by_hand(docket, gold_set, Ruling(project.annotator, at))
    changes = [*edit.changes, *(Change(0, None, decision) for decision in decisions)]
    annotated = [change for change in changes if not isinstance(change.record, SetState)]
    if annotated:  # else somebody says himself how far it is
        after = advance(docket.adding(*decisions), at)
        done = after.gold.complete and not after.made
        state = replace(gold_set.state, state="finished" if done else "in_progress")
        changes = [*([Change(before.number, before.state, state)] if state != before.state else []), *annotated]
    return replace(edit, changes=tuple(changes))


# Lists over many documents ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """What a list has to know of a disagreement.

    Attributes:
        key: of its cluster.
        order: its place in the queue of all documents.
        pairs: the annotators who differ, two by two.
        alike: equal for what is the same question; empty if it is asked only here, or may not be settled with others.
        quote: the words it is about.
    """

    document_number: int
    title: str
    key: UUID
    order: tuple[int, str, int, int, str]
    kind: Kind
    layer: str
    name: str
    status: Status
    labels: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    alike: str
    quote: str

    @classmethod
    def of(cls, number: int, one: Disagreement) -> Question:
        said = {member.annotator: fingerprint(member.answer) for member in one.cluster.members}
        free = one.status == "open" and not one.standing
        return cls(
            number, one.document.title or one.document.name, one.cluster.key, one.order, one.kind, one.layer,
            one.cluster.name, one.status, one.cluster.labels,
            frozenset(pair for pair in combinations(sorted(said), 2) if said[pair[0]] != said[pair[1]]),
            one.question if free else "", shorten(one.document.text[one.cluster.start : one.cluster.end], 80),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """What is left of one document; `unwritten` says how many decisions that need nobody are still to be written."""

    number: int
    title: str
    questions: tuple[Question, ...]
    decided: int
    unwritten: int
    given: bool

    @classmethod
    def of(cls, case: Case) -> Listing:
        document = case.docket.document
        title = document.title or document.name
        return cls(case.number, title, case.questions, case.decided, len(case.unwritten), case.given)


def alike_edit(
    project: Project,
    first: Disagreement,
    numbers: Sequence[int],
    choice: Variant | None,
    ruling: Ruling,
    policy: Policy | None = None,
    told: Callable[[], object] = lambda: None,
) -> Edit:
    """Return one edit that settles a question wherever it is asked in these documents and nobody has touched it.

    Every one of them must have a gold set; `told` is called after each.
    """
    changes: list[Change] = []
    for number in numbers:
        case = read_case(project, number, ruling.at, policy)
        others = (one for one in case.left if one.cluster.key != first.cluster.key)
        decisions = list(decide_others(first, others, choice, ruling))
        if first.document.id == case.docket.document.id:
            decisions.insert(0, decide(first, choice, ruling))
        if decisions:
            changes += case.deciding(decisions, ruling.at)[1].changes
        told()
    return Edit(ADJUDICATE, tuple(changes))


def unwritten_edit(
    project: Project,
    numbers: Iterable[int],
    at: int,
    policy: Policy | None = None,
    told: Callable[[], object] = lambda: None,
) -> Edit:
    """Return one edit that writes what needs nobody in these documents; every one of them must have a gold set."""
    changes: list[Change] = []
    for number in numbers:
        case = read_case(project, number, at, policy)
        if case.unwritten:
            changes += case.deciding((), at)[1].changes
        told()
    return Edit(ADJUDICATE, tuple(changes))

