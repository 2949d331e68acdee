"""Adjudication in a project: what policy allows is one step, what is left is counted, and undo takes it all back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.annotating import NAMES, sample
from core.judging import SCHEMA
from core.making import make_project, refused
from peyman.core.adjudication import Policy
from peyman.core.clusters import COMMITMENT
from peyman.core.edits import Editor, History
from peyman.core.model import AnnotationSet, Decision
from peyman.core.project import Project
from peyman.core.rehearsal import Rates, make_differences
from peyman.core.settling import begin_gold, docket_of, gold_set_of, majority_policy, settle

NO_DIFFERENCE = Rates(0, 0, 0, 0, 0, 0, 0, 0)
NONE_SHOWN = Policy(sample=0)


def team(path: Path, people: int = 3, rates: Rates | None = None, seed: int = 1) -> Project:
    """A curator's project of the sample's articles with what these people made of them."""
    project = make_project(path, *(item.document for item in sample()), annotator="داور")
    with project.batch("import"):
        for item in sample():
            number = project.number_by_hash(item.document.sha256)
            assert number is not None
            for one in make_differences(item, NAMES[:people], SCHEMA, seed, rates):
                project.add_set(number, one)
    return project


def golden(project: Project) -> list[AnnotationSet]:
    found = (gold_set_of(project, number) for number in project.document_numbers())
    return [one for one in found if one is not None]


def test_what_all_say_alike_is_gold_and_complete(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman", rates=NO_DIFFERENCE) as project:
        before = History(project).next_undo()
        done = settle(project, NONE_SHOWN, 1)
        assert done is not None
        assert done.step
        assert done.left.total() == 0
        assert all(article.complete and article.gold for article in done.articles)
        assert {kind for _, kind in done.decided} == {"agree"}
        assert [one.state.state for one in golden(project)] == ["finished"] * 3
        assert project.check() == []
        again = settle(project, NONE_SHOWN, 2)
        assert again is not None
        assert (again.step, again.decided.total()) == (0, 0)
        step = History(project).undo()
        assert step is not None
        assert step.name == "settle"
        assert History(project).next_undo() == before
        assert [(one.state.state, len(one.annotations)) for one in golden(project)] == [("new", 0)] * 3
        assert project.records(Decision) == []


def test_what_is_left_is_counted_by_layer_and_class_and_nothing_is_written_in_a_rehearsal(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman") as project:
        plain = settle(project, None, 1)
        dry = settle(project, NONE_SHOWN, 1, dry_run=True)
        assert golden(project) == []
        assert project.records(Decision) == []
        done = settle(project, NONE_SHOWN, 1)
        assert plain is not None
        assert dry is not None
        assert done is not None
        assert (plain.decided.total(), plain.step, dry.step) == (0, 0, 0)
        assert dry.articles == done.articles
        assert {"label", "missing", "boundary", "attribute", "role"} <= {kind for _, kind in done.left}
        assert done.left.total() < plain.left.total()
        assert not any(article.complete for article in done.articles)
        assert {one.state.state for one in golden(project)} == {"in_progress"}
        assert project.check() == []
        decisions = project.records(Decision)
        assert len(decisions) == done.decided.total()
        assert {one.method for one in decisions} == {"auto:unanimous"}


def test_a_majority_decides_where_it_may(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman") as project:
        alone = settle(project, NONE_SHOWN, 1, dry_run=True)
        done = settle(project, replace(majority_policy(SCHEMA, 2, ["entity"]), sample=0), 1)
        assert alone is not None
        assert done is not None
        assert done.left["entity", "label"] < alone.left["entity", "label"]
        assert {key: n for key, n in done.left.items() if key[0] == COMMITMENT} == {
            key: n for key, n in alone.left.items() if key[0] == COMMITMENT
        }
        assert {d.layer for d in project.records(Decision) if d.method == "auto:majority"} == {"entity"}


def test_no_majority_is_asked_about_commitments() -> None:
    with refused("majority_commitment"):
        majority_policy(SCHEMA, 2, ["entity", COMMITMENT])
    with refused("majority_few"):
        majority_policy(SCHEMA, 1, ["entity"])
    with refused("schema_unknown_layer"):
        majority_policy(SCHEMA, 2, ["mood"])


def test_an_article_that_one_has_finished_and_gold_from_elsewhere_are_left_alone(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman", people=1) as project:
        item = sample()[0]
        number = project.number_by_hash(item.document.sha256)
        assert item.annotations is not None
        assert number is not None
        with project.batch("import"):
            project.add_set(number, item.annotations)
        done = settle(project, Policy(), 1)
        assert done is not None
        assert done.step == 0
        assert sorted(article.obstacle for article in done.articles) == ["foreign_gold", "unfinished", "unfinished"]
        assert golden(project)[0].annotations == item.annotations.annotations


def test_gold_edited_by_hand_is_kept(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman") as project:
        settle(project, NONE_SHOWN, 1)
        number = project.document_numbers()[0]
        gold = gold_set_of(project, number)
        assert gold is not None
        entity = next(span for span in gold.spans if span.layer == "entity" and not gold.roles_filled_by(span.id))
        project.apply(Editor(project.document(number), gold, SCHEMA).remove(entity))
        done = settle(project, NONE_SHOWN, 5)
        assert done is not None
        assert done.step
        after = gold_set_of(project, number)
        assert after is not None
        assert entity.id not in after.annotations
        assert "human" in {decision.method for decision in docket_of(project, number).decisions}
        last = settle(project, NONE_SHOWN, 9)
        assert last is not None
        assert last.step == 0


def test_a_late_answer_opens_only_what_it_touches(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman", people=3, rates=NO_DIFFERENCE) as project:
        settle(project, NONE_SHOWN, 1)
        number = project.document_numbers()[0]
        info = next(one for one in project.set_infos(number) if one.kind == "annotation")
        theirs = project.annotation_set(info.number)
        entity = next(s for s in theirs.spans if s.label == "GPE" and not theirs.roles_filled_by(s.id))
        project.apply(Editor(project.document(number), theirs, SCHEMA).relabel(entity, "LOC"))
        again = project.annotation_set(info.number)
        project.apply(Editor(project.document(number), again, SCHEMA).set_state("finished"))
        done = settle(project, NONE_SHOWN, 2)
        assert done is not None
        assert done.left == {("entity", "label"): 1}
        assert [one.complete for one in done.articles] == [False, True, True]
        assert [one.state.state for one in golden(project)] == ["in_progress", "finished", "finished"]


def test_stopping_writes_nothing(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman") as project:
        seen: list[str] = []

        def stop() -> bool:
            return len(seen) == 2

        assert settle(project, Policy(), 1, progress=lambda *told: seen.append(told[2]), cancelled=stop) is None
        assert len(seen) == 2
        assert golden(project) == []


def test_there_is_one_gold_whoever_goes_on_with_it(tmp_path: Path) -> None:
    with team(tmp_path / "a.peyman") as project:
        number = project.document_numbers()[0]
        begin_gold(project, [number])
        project.work_as("Анна")
        begin_gold(project, [number])
        assert [one.annotator for one in project.set_infos(number) if one.kind == "gold"] == ["داور"]
        gold = gold_set_of(project, number)
        assert gold is not None
        assert (gold.annotator, gold.state.state) == ("داور", "new")
