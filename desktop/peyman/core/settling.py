"""Adjudication in a project: reads what is to settle about an article, and writes what has been settled.

Decisions and what they do to gold are always one edit. The gold set of an article is made when it is first needed,
empty and new, so that taking all edits back leaves an article without gold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from .adjudication import Gold, Policy, advance, gold_of
from .by_hand import decisions_by_hand
from .clusters import COMMITMENT
from .decisions import Ruling
from .docket import Docket
from .edits import Change, Edit, combined
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .gold import build, gold_edit
from .model import AnnotationSet, Decision, SetState, new_id
from .project import Project
from .provenance import told
from .schema import Schema

MESSAGES |= {
    "majority_commitment": QT_TRANSLATE_NOOP(
        "errors",
        "A majority never decides what type of commitment something is, or its status. Name another layer, and settle "
        "commitments yourself.",
    ),
    "majority_few": QT_TRANSLATE_NOOP("errors", "{count} are no majority. Choose 2 or more."),
}

Obstacle: TypeAlias = Literal["", "unfinished", "foreign_gold"]
Class: TypeAlias = tuple[str, str]  # layer and class of a disagreement, such as entity, boundary
Progress = Callable[[int, int, str], None]  # articles done, articles in all, which one is at work


# One article -----------------------------------------------------------------------------------------------------


def docket_of(project: Project, document_number: int) -> Docket:
    """Return what there is to settle about an article, with the decisions so far."""
    document = project.document(document_number)
    infos = (one for one in project.set_infos(document_number) if one.kind == "annotation" and one.state != "new")
    return Docket(
        document,
        [project.annotation_set(one.number) for one in infos],
        project.records(Decision, document_id=document.id),
        project.schema,
    )


def gold_set_of(project: Project, document_number: int) -> AnnotationSet | None:
    """Return an article's gold: there is one, whoever goes on with it."""
    numbers = _gold_numbers(project, document_number)
    return project.annotation_set(min(numbers)) if numbers else None


def _gold_numbers(project: Project, document_number: int) -> list[int]:
    return [one.number for one in project.set_infos(document_number) if one.kind == "gold"]


def is_given(docket: Docket, gold_set: AnnotationSet | None) -> bool:
    """Tell whether there is gold that no decisions have made."""
    return gold_set is not None and bool(gold_set.annotations) and not docket.all_decisions


def begin_gold(project: Project, document_numbers: Iterable[int]) -> None:
    """Make empty gold sets where there are none yet, all at once; no step of undo."""
    missing = [number for number in document_numbers if not _gold_numbers(project, number)]
    if not missing:
        return
    with project.batch("open"):
        for number in missing:
            document_id = project.document_id(number)
            assert document_id is not None
            state = SetState(new_id(), "new")
            project.add_set(number, AnnotationSet(state.id, 0, document_id, project.annotator, "gold", state, {}))


def settled_edit(gold_set: AnnotationSet, gold: Gold, decisions: Sequence[Decision]) -> Edit:
    """Return the edit that remembers decisions and brings gold, and how far it is, up to date with them."""
    edit = gold_edit(gold_set, gold.annotations, decisions=decisions)
    before = gold_set.state
    if not edit.changes and before.state == "new" and not gold.complete:
        return edit
    after = replace(before, state="finished" if gold.complete else "in_progress")
    return edit if after == before else replace(edit, changes=(*edit.changes, Change(gold_set.number, before, after)))


def with_provenance(
    project: Project, document_number: int, gold_set: AnnotationSet, *, variants: bool = False
) -> AnnotationSet:
    """Return a gold set that tells how it was decided (see `provenance`); as it is where nothing was decided here."""
    decided = project.records(Decision, document_id=gold_set.document_id)
    return told(gold_set, docket_of(project, document_number), variants=variants) if decided else gold_set


# A whole project -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled about one article, and what is left.

    Attributes:
        voters: who has finished it.
        decided: how many decisions were made, by layer and class.
        left: what is left to settle, likewise.
        gold: how many annotations gold has now.
        obstacle: why it was not gone into: fewer than two have finished it, or it has gold from another file.
    """

    document: str
    voters: tuple[str, ...]
    decided: Counter[Class]
    left: Counter[Class]
    gold: int
    complete: bool
    obstacle: Obstacle = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What `settle` did: its step, which undo takes back; 0 if it changed nothing."""

    step: int
    articles: tuple[Settled, ...]

    @property
    def decided(self) -> Counter[Class]:
        return sum((one.decided for one in self.articles), Counter())

    @property
    def left(self) -> Counter[Class]:
        return sum((one.left for one in self.articles), Counter())


def majority_policy(schema: Schema, least: int, layers: Iterable[str]) -> Policy:
    """Return the policy by which a majority of at least so many decides in these layers.

    Raises:
        PeymanError: `majority_commitment`, `majority_few`, `schema_unknown_layer`.
    """
    names = list(layers)
    for name in names:
        schema.layer(name)
        if name == COMMITMENT:
            raise PeymanError("majority_commitment")
    if names and least < 2:
        raise PeymanError("majority_few", count=least)
    return Policy(majority=dict.fromkeys(names, least))


def settle(
    project: Project,
    policy: Policy | None,
    at: int,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Settlement | None:
    """Settle, as one step of undo, all that needs nobody by this policy; without a policy only tell what is left.

    Gold that was edited by hand is read back first, so that nothing of it is lost.

    Args:
        at: milliseconds since 1970.

    Returns:
        What was done, or None if it was cancelled and nothing was.

    Raises:
        PeymanError: `project_read_only`, `project_io`, `edit_stale`. Nothing is written then.
    """
    found: list[Settled] = []
    made: list[tuple[int, AnnotationSet | None, Gold, tuple[Decision, ...]]] = []
    numbers = project.document_numbers()
    for place, number in enumerate(numbers):
        if cancelled():
            return None
        docket = docket_of(project, number)
        if progress is not None:
            progress(place, len(numbers), docket.document.name)
        gold_set = gold_set_of(project, number)
        obstacle = _obstacle(docket, gold_set)
        if obstacle:
            voters = tuple(one.annotator for one in docket.finished)
            found.append(Settled(docket.document.name, voters, Counter(), Counter(), 0, False, obstacle))
            continue
        by_hand = _by_hand(docket, gold_set, at)
        docket = docket.adding(*by_hand)
        fresh: tuple[Decision, ...] = ()
        if policy is None:
            gold = gold_of(docket)
        else:
            docket, fresh, gold = advance(docket, at, policy)
            if gold_set is not None or fresh or gold.complete:
                made.append((number, gold_set, gold, (*by_hand, *fresh)))
        decided = Counter(_class(docket, decision) for decision in fresh)
        left: Counter[Class] = Counter((one.layer, one.kind) for one in gold.left)
        found.append(
            Settled(docket.document.name, gold.voters, decided, left, len(gold.annotations), gold.complete)
        )  # fmt: skip
    step = 0
    if made and not dry_run:
        begin_gold(project, [number for number, gold_set, _, _ in made if gold_set is None])
        edits = []
        for number, held, gold, decisions in made:
            gold_set = held or gold_set_of(project, number)
            assert gold_set is not None
            edits.append(settled_edit(gold_set, gold, decisions))
        step = project.apply(combined("settle", edits))
    return Settlement(step, tuple(found))


def _obstacle(docket: Docket, gold_set: AnnotationSet | None) -> Obstacle:
    if is_given(docket, gold_set):
        return "foreign_gold"
    return "unfinished" if len(docket.finished) < 2 and not docket.all_decisions else ""


def _by_hand(docket: Docket, gold_set: AnnotationSet | None, at: int) -> tuple[Decision, ...]:
    """Return the decisions that gold edited by hand stands for; none where it is what was decided."""
    if gold_set is None or not gold_edit(gold_set, build(docket).annotations).changes:
        return ()
    return decisions_by_hand(docket, gold_set, Ruling(gold_set.annotator, at))


def _class(docket: Docket, decision: Decision) -> Class:
    cluster = docket.cluster(decision.cluster)
    return decision.layer, cluster.kind if cluster is not None else "agree"
