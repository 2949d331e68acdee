"""Many annotations changed at once: what changes, what is left alone, and that one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from core.making import RUSSIAN, TEXT, article, editor, label, make_project
from peyman.core.bulk import Bulk, label_hits, remove_hits
from peyman.core.concordance import Concordance, Hit, Search
from peyman.core.edits import History
from peyman.core.project import Project

MORE = "احمدی با اردبیل و باز با اردبیل"


@pytest.fixture
def news(path: Path) -> Iterable[Project]:
    with make_project(path, article(), article("b.txt", MORE), article("c.txt", RUSSIAN)) as project:
        yield project


def search(project: Project, text: str = "", **more: object) -> list[Hit]:
    with Concordance(project, keep=False) as concordance:
        found = concordance.search(Search(text, **more))  # type: ignore[arg-type]
        return [hit for part in found for hit in part.hits]


def labels(project: Project, number: int) -> list[tuple[str, str]]:
    return [(span.label, span.quote) for span in project.own_set(number).spans]


def test_text_that_was_found_becomes_annotations(news: Project) -> None:
    plan = label_hits(news, search(news, "اردبیل"), "entity", "GPE")
    assert (plan.done, plan.idle, plan.documents, plan.left) == (3, 0, 2, 0)
    news.apply(plan.edit(news))
    assert labels(news, 1) == [("GPE", "اردبیل")]
    assert labels(news, 2) == [("GPE", "اردبیل")] * 2
    assert news.check() == []
    plan = label_hits(news, search(news, "اردبیل"), "entity", "GPE")
    assert (plan.done, plan.idle, plan.changes) == (0, 3, ())
    History(news).undo()
    assert labels(news, 1) == labels(news, 2) == []


def test_text_with_a_label_gets_the_new_one_and_not_a_second(news: Project) -> None:
    label(news, 0, 5, "ORG", 2)
    news.apply(label_hits(news, search(news, "احمدی"), "entity", "PER").edit(news))
    assert labels(news, 2) == [("PER", "احمدی")]


def test_annotations_of_others_and_of_other_layers_are_left_and_counted(news: Project) -> None:
    label(news, 0, 5, "ORG", 2)
    news.apply(editor(news, 2).add_span("commitment", "pledge", 0, 12))
    news.work_as("علی")
    label(news, 0, 5, "ORG", 2)
    news.work_as("سارا")
    plan = label_hits(news, search(news, annotations=True), "entity", "PER")
    assert (plan.done, plan.left) == (1, 2)
    plan = remove_hits(news, search(news, annotations=True))
    assert (plan.done, plan.left) == (2, 1)
    news.apply(plan.edit(news))
    assert labels(news, 2) == []
    assert {info.annotator: info.entities for info in news.set_infos(2)} == {"سارا": 0, "علی": 1}


def test_what_the_rule_forbids_is_refused_and_the_rest_done(news: Project) -> None:
    start = MORE.index("اردبیل")
    label(news, start + 3, start + 9, "ORG", 2)
    plan = label_hits(news, search(news, "اردبیل"), "entity", "GPE")
    assert (plan.done, [reason.code for reason in plan.refused]) == (2, ["span_crosses"])
    news.apply(plan.edit(news))
    assert ("GPE", "اردبیل") in labels(news, 2)


def test_finished_articles_stay_finished(news: Project) -> None:
    span = label(news, 0, 5, "ORG", 2)
    news.apply(editor(news, 2).set_state("finished"))
    news.apply(label_hits(news, search(news, annotations=True), "entity", "PER").edit(news))
    assert news.own_set(2).state.state == "finished"
    assert labels(news, 2) == [("PER", span.quote)]


def test_a_span_that_changes_twice_is_one_change(news: Project) -> None:
    span = label(news, 0, 5, "ORG", 2)
    bulk = Bulk(news, reopens=True)
    bulk.relabel(2, span.id, "PER")
    bulk.move(2, span.id, "GPE", 0, 12)
    plan = bulk.plan("test")
    assert len(plan.changes) == 1
    news.apply(plan.edit(news))
    assert labels(news, 2) == [("GPE", MORE[:12])]
    History(news).undo()
    assert news.own_set(2).spans == (span,)


def test_a_span_that_came_and_went_is_no_change(news: Project) -> None:
    span = label(news, 0, 5, "ORG", 2)
    bulk = Bulk(news, reopens=True)
    bulk.relabel(2, span.id, "PER")
    bulk.relabel(2, span.id, "ORG")
    assert bulk.plan("test").changes == ()
    bulk.remove(2, span.id)
    bulk.remove(2, span.id)
    plan = bulk.plan("test")
    assert [change.after for change in plan.changes] == [None]
    assert plan.idle == 1


def test_removal_takes_roles_along(news: Project) -> None:
    ours = editor(news)
    news.apply(ours.add_span("commitment", "pledge", 0, len(TEXT)))
    (commitment,) = news.own_set(1).spans
    news.apply(editor(news).fill_role_with_text(commitment, "source", 0, 13))
    plan = remove_hits(news, search(news, annotations=True, layer="commitment"))
    news.apply(plan.edit(news))
    assert dict(news.own_set(1).annotations) == {}
    assert plan.done == 1
    History(news).undo()
    assert len(news.own_set(1).annotations) == 3
