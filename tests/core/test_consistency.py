"""Strings that were labelled in several ways: found, made one, or marked as meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from core.making import article, editor, label, make_project
from peyman.core.consistency import Group, inconsistencies, intended, unified
from peyman.core.edits import History
from peyman.core.project import Project
from peyman.core.suggest import string_key

FIRST = "جمهوری آذربایجان و باكو؛ قره‌باغ در جمهوری آذربایجان است."
SECOND = "باکو شهر است. قره باغ هم. وزیر باکو گفت."
THIRD = "باکو و جمهوری آذربایجان و قره‌باغ"


@pytest.fixture
def news(path: Path) -> Iterable[Project]:
    documents = (article(f"{number}.txt", text) for number, text in enumerate((FIRST, SECOND, THIRD), 1))
    with make_project(path, *documents) as project:
        yield project


def on(project: Project, number: int, quote: str, name: str, occurrence: int = 0) -> None:
    text, start = project.document(number).text, -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    label(project, start, start + len(quote), name, number)


def finish(project: Project, *numbers: int) -> None:
    for number in numbers:
        project.apply(editor(project, number).set_state("finished"))


def ways(groups: Iterable[Group]) -> dict[str, dict[str, int]]:
    return {group.quote: {one.id: len(one.instances) for one in group.variants} for group in groups}


def settle(project: Project, group: Group, name: str, inner: str = "") -> None:
    project.apply(unified(project, group, name, inner).plan("unify").edit(project))


def labels(project: Project, number: int) -> list[tuple[str, str]]:
    return [(span.label, span.quote) for span in project.own_set(number).spans]


@pytest.fixture
def baku(news: Project) -> Project:
    """«باکو» with two labels, three places, and one left alone in a finished article."""
    on(news, 1, "باكو", "GPE")
    on(news, 2, "باکو", "LOC")
    on(news, 3, "باکو", "GPE")
    finish(news, 2)
    return news


def test_other_labels(baku: Project) -> None:
    (group,) = inconsistencies(baku)
    assert ways([group]) == {"باکو": {"GPE": 2, "LOC": 1}}
    assert (group.majority.id, group.count, group.documents) == ("GPE", 3, 3)


def test_left_alone_counts_where_it_was_asked_for_and_in_finished_articles(baku: Project) -> None:
    (group,) = inconsistencies(baku, untagged=True)
    assert {one.id: len(one.instances) for one in group.variants} == {"GPE": 2, "LOC": 1, "": 1}
    assert group.variants[-1].id == ""


def test_a_part_of_a_longer_name_is_not_left_alone(baku: Project) -> None:
    on(baku, 2, "وزیر باکو", "ROLE")
    finish(baku, 2)
    (group,) = inconsistencies(baku, untagged=True)
    assert "" not in {one.id for one in group.variants}


def test_other_ends(news: Project) -> None:
    on(news, 1, "جمهوری آذربایجان", "GPE")
    on(news, 1, "آذربایجان", "GPE", 1)
    on(news, 3, "جمهوری آذربایجان", "GPE")
    (group,) = inconsistencies(news)
    assert ways([group]) == {"جمهوری آذربایجان": {"GPE": 2, "GPE|" + string_key("آذربایجان"): 1}}
    settle(news, group, "GPE")
    assert labels(news, 1) == [("GPE", "جمهوری آذربایجان")] * 2
    History(news).undo()
    settle(news, group, "GPE", group.variants[1].inner)
    assert labels(news, 1) == [("GPE", "آذربایجان")] * 2
    assert labels(news, 3) == [("GPE", "آذربایجان")]
    assert inconsistencies(news) == []


def test_what_is_the_same_everywhere_is_no_difference(news: Project) -> None:
    on(news, 1, "قره‌باغ", "LOC")
    on(news, 2, "قره باغ", "LOC")
    assert inconsistencies(news) == []


def test_others_annotations_are_none_of_ours(news: Project) -> None:
    on(news, 1, "باكو", "GPE")
    news.work_as("علی")
    on(news, 2, "باکو", "LOC")
    assert inconsistencies(news) == []
    news.work_as("سارا")
    assert inconsistencies(news) == []


def test_one_edit_makes_it_one(baku: Project) -> None:
    before = {number: baku.own_set(number) for number in (1, 2, 3)}
    (group,) = inconsistencies(baku, untagged=True)
    settle(baku, group, group.majority.label)
    assert labels(baku, 2) == [("GPE", "باکو"), ("GPE", "باکو")]
    assert baku.own_set(2).state.state == "finished", "a correction does not open a finished article again"
    assert inconsistencies(baku, untagged=True) == []
    History(baku).undo()
    assert {number: baku.own_set(number) for number in (1, 2, 3)} == before
    assert len(inconsistencies(baku)) == 1


def test_it_can_be_made_one_by_taking_labels_away(baku: Project) -> None:
    (group,) = inconsistencies(baku)
    settle(baku, group, "")
    assert [labels(baku, number) for number in (1, 2, 3)] == [[], [], []]


def test_what_cannot_change_is_counted(baku: Project) -> None:
    """A place where the new label is already."""
    on(baku, 2, "باکو", "GPE")
    (group,) = inconsistencies(baku)
    plan = unified(baku, group, "GPE").plan("unify")
    assert (plan.done, plan.idle, [reason.code for reason in plan.refused]) == (0, 3, ["span_repeated"])


def test_what_is_meant_comes_back_only_with_a_new_way(baku: Project) -> None:
    (group,) = inconsistencies(baku)
    baku.apply(intended(baku, group))
    assert inconsistencies(baku) == []
    on(baku, 2, "باکو", "FAC", 1)
    (group,) = inconsistencies(baku)
    assert {one.id for one in group.variants} == {"GPE", "LOC", "FAC"}
    baku.apply(intended(baku, group))
    assert inconsistencies(baku) == []
    assert len(baku.intended) == 1
    History(baku).undo()
    assert len(inconsistencies(baku)) == 1
    History(baku).undo()
    History(baku).undo()
    assert len(inconsistencies(baku)) == 1
    assert baku.intended == []


def test_it_says_how_far_it_is(baku: Project) -> None:
    told: list[tuple[int, int]] = []
    inconsistencies(baku, step=lambda done, of: told.append((done, of)))
    assert told[-1] == (9, 9)
