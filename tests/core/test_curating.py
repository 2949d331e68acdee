"""Adjudication in a project: one edit a decision, gold that follows, hand-made gold read back, undo."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from core.annotating import sample
from core.rehearsing import CURATOR, THREE, rehearsed
from peyman.core.adjudication import decide
from peyman.core.curating import (
    Case,
    Listing,
    alike_edit,
    read_case,
    unwritten_edit,
    with_decisions,
)
from peyman.core.decisions import Ruling
from peyman.core.edits import Editor, History
from peyman.core.gold import build
from peyman.core.model import AnnotationSet, Decision, SetState, Span
from peyman.core.project import Project
from peyman.core.settling import begin_gold, docket_of, gold_set_of


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with rehearsed(tmp_path / "p.peyman", articles=sample()[:1]) as project:
        yield project


def gold(project: Project, number: int = 1) -> AnnotationSet:
    found = gold_set_of(project, number)
    assert found is not None
    return found


def opened(project: Project, at: int = 1) -> Case:
    begin_gold(project, [1])
    return read_case(project, 1, at)


def settle(project: Project, case: Case, at: int, choice: int = 0) -> Case:
    """Settle the first question, and check that the project says what the case says."""
    asked = case.left[0]
    taken = asked.choices[choice] if choice < len(asked.choices) else None
    after, edit = case.deciding([decide(asked, taken, Ruling(CURATOR, at))], at)
    project.apply(edit)
    return replace(after, gold_set=gold(project))


def says(project: Project) -> None:
    """Gold is what follows from the decisions that are written."""
    assert gold(project).annotations == build(docket_of(project, 1)).annotations


def test_articles_of_several_are_found(project: Project) -> None:
    assert project.documents_of_several() == [1]
    assert project.documents_of_several(number=1) == [1]
    opened(project)
    assert gold(project).state.state == "new"


def test_each_decision_is_one_step_and_the_last_one_finishes_gold(project: Project) -> None:
    case = opened(project)
    assert case.unwritten
    at = 2
    while case.left:
        before = len(list(project.steps()))
        case = settle(project, case, at, choice=at % 3)
        assert len(list(project.steps())) == before + 1
        assert gold(project).state.state == ("in_progress" if case.left else "finished")
        at += 1
        assert at < 400
    says(project)
    assert gold(project).annotations == case.gold.annotations
    again = read_case(project, 1, at)
    assert (again.left, again.unwritten) == ((), ())
    assert again.gold.annotations == case.gold.annotations
    assert again.decided == case.decided > 0


def test_what_is_read_again_is_what_was_held(project: Project) -> None:
    case = opened(project)
    for at in range(2, 8):
        case = settle(project, case, at)
        again = read_case(project, 1, at)
        assert [one.cluster.key for one in again.left] == [one.cluster.key for one in case.left]
        assert not again.unwritten


def test_undo_takes_decision_and_gold_back_in_one_step(project: Project) -> None:
    case = opened(project)
    first = settle(project, case, 2)
    settle(project, first, 3)
    history = History(project)
    history.undo()
    says(project)
    assert [one.cluster.key for one in read_case(project, 1, 4).left] == [one.cluster.key for one in first.left]
    history.undo()
    assert gold(project).annotations == {}
    assert gold(project).state.state == "new"
    assert project.records(Decision) == []
    history.redo()
    assert gold(project).annotations


def test_gold_made_by_hand_is_read_back_in_the_same_step(project: Project) -> None:
    case = settle(project, opened(project), 2)
    held = case.gold_set
    assert held is not None
    span = next(one for one in held.spans if one.layer == "entity")
    edit = Editor(case.docket.document, held, project.schema).remove(span)
    full = with_decisions(project, 1, held, edit, 3)
    assert [type(change.record) for change in full.changes[len(edit.changes) :]] == [Decision]
    project.apply(full)
    says(project)
    after = read_case(project, 1, 4)
    assert span.id not in after.gold.annotations
    settle(project, after, 5)
    assert span.id not in gold(project).annotations
    says(project)


def test_gold_corrected_by_hand_stays_finished(project: Project) -> None:
    """Unless the correction leaves something to settle, or somebody says himself how far it is."""
    everything_settled(project)
    held = gold(project)
    assert held.state.state == "finished"
    document = project.document(1)
    span = next(one for one in held.spans if one.layer == "entity")
    edit = Editor(document, held, project.schema).remove(span)
    full = with_decisions(project, 1, held, edit, 3)
    project.apply(full)
    assert gold(project).state.state == "finished"
    project.apply(full.swapped())
    assert gold(project) == held
    begun = Editor(document, held, project.schema).set_state("in_progress")
    project.apply(with_decisions(project, 1, held, begun, 4))
    assert gold(project).state.state == "in_progress"


def test_what_comes_along_with_a_decision_is_no_question(project: Project) -> None:
    asked = everything_settled(project)
    assert read_case(project, 1, 1000).decided == len(asked) > 20


def everything_settled(project: Project) -> set[UUID]:
    """Settle all as whoever comes first says, and return what was asked; what gold cannot hold is rejected."""
    case, asked = opened(project), set()
    while case.left:
        one = case.left[0]
        asked.add(one.cluster.key)
        choice = None if one.status == "conflict" else one.choices[0]
        case, edit = case.deciding([decide(one, choice, Ruling(CURATOR, len(asked)))], len(asked))
        project.apply(edit)
        case = replace(case, gold_set=gold(project))
    return asked


def test_gold_that_was_there_before_any_decision_is_left_alone(project: Project) -> None:
    """As when a file with gold was imported."""
    truth = sample()[0].annotations
    assert truth is not None
    state = SetState(truth.id, "in_progress")
    with project.batch("import"):
        project.add_set(1, replace(truth, kind="gold", annotator=CURATOR, state=state))
    case = read_case(project, 1, 2)
    assert case.given
    assert (case.left, case.unwritten) == ((), ())
    assert Listing.of(case).given
    assert not unwritten_edit(project, [1], 2).changes
    held = gold(project)
    edit = Editor(case.docket.document, held, project.schema).remove(held.spans[0])
    assert with_decisions(project, 1, held, edit, 3) is edit


def test_where_nobody_has_annotated_gold_needs_no_decisions(tmp_path: Path) -> None:
    with rehearsed(tmp_path / "none.peyman", names=(), articles=sample()[:1]) as project:
        begin_gold(project, [1])
        held = gold(project)
        edit = Editor(project.document(1), held, project.schema).add_span("entity", "GPE", 0, 5)
        assert with_decisions(project, 1, held, edit, 1) is edit


def test_lists_hold_what_the_queue_shows(project: Project) -> None:
    case = opened(project)
    listing = Listing.of(case)
    assert [one.key for one in listing.questions] == [one.cluster.key for one in case.left]
    assert listing.unwritten == len(case.unwritten)
    for question, one in zip(listing.questions, case.left, strict=True):
        for pair in question.pairs:
            assert one.between(*pair)
        assert all(one.between(a, b) <= ((a, b) in question.pairs) for a in THREE for b in THREE if a < b)


def test_what_needs_nobody_is_written_at_once(project: Project) -> None:
    case = opened(project)
    project.apply(unwritten_edit(project, [1], 2))
    says(project)
    assert {d.method for d in project.records(Decision)} == {"auto:unanimous"}
    again = read_case(project, 1, 3)
    assert not again.unwritten
    assert len(again.left) == len(case.left)
    assert not unwritten_edit(project, [1], 4).changes


def test_the_same_question_everywhere_is_one_edit(tmp_path: Path) -> None:
    with rehearsed(tmp_path / "q.peyman") as project:
        numbers = project.documents_of_several()
        begin_gold(project, numbers)
        cases = [read_case(project, number, 1) for number in numbers]
        asked: dict[str, list[tuple[int, object]]] = {}
        for case in cases:
            for one in case.left:
                if one.question and one.choices:
                    asked.setdefault(one.question, []).append((case.number, one))
        question = max(asked, key=lambda key: len(asked[key]))
        count = len(asked[question])
        assert count > 1
        place = {case.number: case for case in cases}
        number, _ = asked[question][0]
        first = next(one for one in place[number].left if one.question == question)
        told: list[int] = []
        edit = alike_edit(project, first, numbers, first.choices[0], Ruling(CURATOR, 2), told=lambda: told.append(1))
        assert len(told) == len(numbers)
        made = [c.after for c in edit.changes if isinstance(c.after, Decision) and not c.after.automatic]
        settled = [d for d in made if (d.subject, d.method) == (first.cluster.subject, "human") and d.answer]
        assert len(settled) >= count
        project.apply(edit)
        for each in numbers:
            assert question not in [one.question for one in read_case(project, each, 3).left if one.status == "open"]
        History(project).undo()
        assert not project.records(Decision)
        assert not any(isinstance(a, Span) for n in numbers for a in gold(project, n).annotations.values())
