"""Merging: what comes in, in any order and any number of times; what is left alone; one step takes it back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dealing import (
    PEOPLE,
    annotate,
    articles,
    copied,
    dealt,
    editor_of,
    handed_in,
    held,
    merged,
    planned,
    refusal,
    statuses,
)
from core.making import MEMORY, RUSSIAN, TEXT, a_set, add, article, entity, label, make_project, names_in, refused
from core.stores import FOLDER, dump, load
from peyman.core import gathering
from peyman.core.edits import Edit, History
from peyman.core.gathering import AT_ONCE
from peyman.core.merge import merge, plan_merge
from peyman.core.model import Received, Submission
from peyman.core.packs import plan_packs, write_packs
from peyman.core.project import Project


@pytest.fixture
def world(path: Path) -> Iterator[tuple[Project, dict[str, Path]]]:
    """An open curator's project with three articles, and the files of three annotators, who have all of them."""
    project, packs = dealt(path)
    with project:
        yield project, packs


# Laws ------------------------------------------------------------------------------------------------------------


@cache
def snapshots() -> tuple[bytes, tuple[bytes, ...]]:
    """A curator's file, and three annotators' files at four moments each, some of them handed in."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "news.peyman")
        project, packs = dealt(path)
        project.close()
        found = []
        for shift, pack in enumerate(packs.values()):
            found.append(pack.read_bytes())  # nothing done yet
            annotate(pack, 1, 0, 13)
            annotate(pack, 2, 20 + shift, 25 + shift, "ORG", done=True)
            found.append(handed_in(pack).read_bytes())
            annotate(pack, 1, 26, 33, done=True)
            with Project.open(pack) as opened:
                document_label = editor_of(opened, 3).set_document_label("mode", "video")
                opened.apply(document_label)
                opened.apply(editor_of(opened, 3).reject("entity", "GPE", 14, 20, "gazetteer"))
            found.append(pack.read_bytes())
            with Project.open(pack) as opened:  # takes something back, and all of one article
                opened.apply(editor_of(opened, 1).remove(opened.own_set(1).spans[0]))
                opened.apply(editor_of(opened, 3).remove(*opened.own_set(3).document_labels))
            found.append(handed_in(pack).read_bytes())
        return path.read_bytes(), tuple(found)


def after(groups: list[list[int]], room: int = AT_ONCE) -> tuple[object, ...]:
    """What a project holds once these snapshots were merged, group by group, so many being attached at once."""
    base, files = snapshots()
    with TemporaryDirectory(dir=MEMORY) as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "AT_ONCE", room)
        path = Path(folder, "news.peyman")
        path.write_bytes(base)
        with Project.open(path) as project:
            for place, group in enumerate(groups):
                paths = [Path(folder, f"{place}-{order}-{number}") for order, number in enumerate(group)]
                for file, number in zip(paths, group, strict=True):
                    file.write_bytes(files[number])
                merged(project, *paths)
            assert project.check() == []
            known = project.connection.execute("SELECT set_id, known, revision FROM received ORDER BY 1").fetchall()
            steps = project.connection.execute("SELECT count(*), sum(at) FROM op WHERE origin_no > 1").fetchall()
            return held(project), known, steps, {one.sha256 for one in project.records(Submission)}


@cache
def once(numbers: frozenset[int]) -> tuple[object, ...]:
    return after([sorted(numbers)])


@settings(max_examples=25)
@given(
    st.lists(st.lists(st.integers(0, 11), min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from([2, 3, AT_ONCE]),
)
def test_order_repetition_and_grouping_make_no_difference(groups: list[list[int]], room: int) -> None:
    assert after(groups, room) == once(frozenset(number for group in groups for number in group))


def test_the_newest_of_everybody_is_what_is_shown() -> None:
    assert after([[3], [1, 9], [7, 2], [11, 5, 0]])[0] == once(frozenset((3, 7, 11)))[0]
    shown = once(frozenset((3, 7, 11)))[0]
    assert isinstance(shown, dict)
    assert sorted(shown) == sorted((name, f"{number}.txt") for name in PEOPLE for number in (1, 2, 3))
    assert [len(shown["سارا", f"{number}.txt"][2]) for number in (1, 2, 3)] == [1, 1, 1]


# What comes in ---------------------------------------------------------------------------------------------------


def test_what_was_annotated_elsewhere_is_here_with_its_past(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"], done=True)
    with Project.open(packs["سارا"]) as pack:
        span = pack.own_set(1).spans[0]
        pack.apply(editor_of(pack).relabel(span, "ORG"))
        pack.apply(editor_of(pack).reject("entity", "GPE", 14, 20, "gazetteer"))
        pack.add_active_time(1, "2026-11-22", 90)
        theirs, past = pack.own_set(1), pack.history(1, span.id)
        assert len(past) == 2
    report = merged(project, packs["سارا"])
    assert report.sets == 1
    (info,) = project.set_infos(1)
    assert (info.annotator, info.kind, info.state, info.entities) == ("سارا", "annotation", "in_progress", 1)
    ours = project.annotation_set(info.number)
    assert ours == replace(theirs, number=info.number)
    assert len(ours.rejections) == 1
    assert project.history(info.number, span.id) == past
    assert project.active_seconds(info.number) == 0
    assert project.check() == []


def test_a_plan_counts_what_would_become_of_each_annotation(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"], 1, 0, 13)
    annotate(packs["سارا"], 1, 20, 25, "ORG")
    annotate(packs["سارا"], 1, 26, 33)
    with planned(project, packs["سارا"]) as plan:
        (one,) = plan.files[0].sets
        assert (one.document, one.annotator, one.status, one.state) == ("1.txt", "سارا", "new", "in_progress")
        assert (one.added, one.changed, one.withdrawn, one.same) == (3, 0, 0, 0)
        assert one.schema_known
        merge(project, plan)
    with Project.open(packs["سارا"]) as pack:
        first, second, _ = pack.own_set(1).spans
        pack.apply(editor_of(pack).remove(first))
        pack.apply(editor_of(pack).set_note(second, "نهاد"))
        label(pack, 34, 40)
        label(pack, 41, 44)
    with planned(project, packs["سارا"]) as plan:
        (one,) = plan.files[0].sets
        assert (one.status, one.added, one.changed, one.withdrawn, one.same) == ("changed", 2, 1, 1, 1)
        merge(project, plan)
    with planned(project, packs["سارا"]) as plan:
        (one,) = plan.files[0].sets
        assert (one.status, one.added, one.changed, one.withdrawn, one.same) == ("same", 0, 0, 0, 4)


def test_planning_and_a_repeated_merge_leave_the_file_alone(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"])
    project.close()
    before = project.path.read_bytes()
    with Project.open(project.path, read_only=True) as reader, planned(reader, packs["سارا"]) as plan:
        assert [one.status for one in plan.files[0].sets] == ["new"]
        with refused("project_read_only"):
            merge(reader, plan)
    assert project.path.read_bytes() == before
    with Project.open(project.path) as writer:
        assert merged(writer, packs["سارا"]).step > 0
    before = dump(project.path).encode()
    with Project.open(project.path) as writer:
        assert merged(writer, packs["سارا"], packs["سارا"]).step == 0
        assert merged(writer, copied(packs["سارا"], "same.peyman")).sets == 0
    assert dump(project.path).encode() == before
    assert names_in(project.path.parent) == ["news.peyman", "packs"]


def test_where_a_file_came_from_is_kept(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"])
    file = handed_in(packs["سارا"], "سارا یک.submission")
    with planned(project, file) as plan:
        assert plan.files[0].sealed
        assert merge(project, plan)
    with Project.open(packs["سارا"]) as pack:
        origin = pack.origin_id
    (kept,) = project.records(Submission)
    assert (kept.file, kept.sha256, kept.origin_id) == (file.name, plan.files[0].sha256, origin)
    assert kept.at > 1_700_000_000_000


def test_what_nobody_touched_gold_and_texts_unknown_here_stay_out(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    with Project.open(packs["سارا"]) as pack:
        pack.own_set(1)  # only looked at
        with pack.batch("import"):
            pack.add_document(article("خودم.txt", RUSSIAN))
        label(pack, 0, 10, number=4)
        add(pack, a_set(entity(0, 13), annotator="داور", kind="gold"), 2)
    assert statuses(project, packs["سارا"]) == {
        ("سارا", "1.txt"): "empty", ("سارا", "خودم.txt"): "unknown_document", ("داور", "2.txt"): "gold",
    }  # fmt: skip
    assert merged(project, packs["سارا"]).step == 0
    assert project.counts()["annotation_sets"] == 0


def test_another_text_under_the_same_name_is_told_from_an_unknown_one(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    with Project.open(packs["سارا"]) as pack, pack.batch("import"):
        pack.add_document(article("تازه.txt", RUSSIAN))
    with Project.open(packs["سارا"]) as pack:
        label(pack, 0, 10, number=4)
    with project.batch("import"):
        project.add_document(article("تازه.txt", RUSSIAN[:-1]))
    with planned(project, packs["سارا"]) as plan:
        assert [(one.document, one.status) for one in plan.files[0].sets] == [("تازه.txt", "wrong_text")]
        assert plan.conflicts == 1
        assert merge(project, plan).step == 0  # type: ignore[union-attr]


def test_the_same_text_under_another_id_is_the_same_article(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    with Project.open(packs["سارا"]) as pack, pack.batch("import"):
        pack.add_document(article("آن.txt", RUSSIAN))
    with Project.open(packs["سارا"]) as pack:
        label(pack, 0, 10, number=4)
    with project.batch("import"):
        project.add_document(article("این.txt", RUSSIAN))
    assert statuses(project, packs["سارا"]) == {("سارا", "این.txt"): "new"}
    merged(project, packs["سارا"])
    assert list(held(project)) == [("سارا", "این.txt")]


def test_other_projects_and_the_project_itself_are_refused_by_name(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    other = make_project(project.path.with_name("other.peyman"), *articles(3))
    label(other)
    other.close()
    annotate(packs["سارا"])
    with planned(project, other.path, packs["سارا"], project.path) as plan:
        assert [refusal and refusal.code for refusal in (file.refusal for file in plan.files)] == [
            "merge_project", None, "merge_itself",
        ]  # fmt: skip
        assert "other.peyman" in str(plan.refusals[0])
        assert merge(project, plan).sets == 1  # type: ignore[union-attr]
    assert list(held(project)) == [("سارا", "1.txt")]


def test_a_whole_project_hands_on_what_it_has_merged(world: tuple[Project, dict[str, Path]], tmp_path: Path) -> None:
    project, packs = world
    for name, pack in packs.items():
        annotate(pack, start=PEOPLE.index(name), done=True)
    project.close()
    second = copied(project.path, "second.peyman")
    with closing(sqlite3.connect(second)) as raw, raw:
        raw.execute("UPDATE origin SET origin_id = randomblob(16)")
    with Project.open(second) as other:
        merged(other, *packs.values())
        expected = held(other)
    with Project.open(project.path) as first:
        assert merged(first, packs["مینا"]).sets == 1
        assert statuses(first, second)["مینا", "1.txt"] == "same"
        merged(first, second)
        assert held(first) == expected
        assert merged(first, *packs.values()).sets == 0
        assert first.check() == []


def test_files_of_older_formats_are_brought_up_to_date_aside(path: Path) -> None:
    for version in ("v1", "v2"):
        old = path.with_name(f"{version}.peyman")
        load(FOLDER.joinpath(f"{version}.sql").read_bytes().decode(), old)
        with closing(sqlite3.connect(old)) as raw:
            (project_id,) = raw.execute("SELECT project_id FROM project").fetchone()
        before = old.read_bytes()
        with make_project(path, article(), article("b.txt", RUSSIAN), annotator="سرپرست") as project:
            project.connection.execute("UPDATE project SET project_id = ?", [project_id])
            expected = {(name, "b.txt"): "new" for name in ("سارا", "علی‌رضا")}
            assert statuses(project, old) == {**expected, ("سارا", "a.txt"): "new", ("داور", "a.txt"): "gold"}
            merged(project, old)
            assert len(held(project)["سارا", "a.txt"][2]) == {"v1": 6, "v2": 7}[version]  # type: ignore[arg-type]
            assert project.check() == []
        assert old.read_bytes() == before
        assert names_in(path.parent)[-1] == old.name
        path.unlink()
        old.unlink()


# What is left alone ----------------------------------------------------------------------------------------------


def test_what_was_made_here_is_never_overwritten(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    project.work_as("سارا")
    label(project, 20, 25, "ORG")
    annotate(packs["سارا"], 1)
    annotate(packs["سارا"], 2)
    before = held(project)
    assert statuses(project, packs["سارا"]) == {("سارا", "1.txt"): "taken", ("سارا", "2.txt"): "new"}
    merged(project, packs["سارا"])
    after = held(project)
    assert after.pop(("سارا", "2.txt"))
    assert after == before


def test_what_came_from_elsewhere_is_not_changed_here(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"])
    merged(project, packs["سارا"])
    project.work_as("سارا")
    before = held(project)
    with refused("edit_foreign") as caught:
        label(project, 20, 25)
    assert "سارا" in str(caught.value)
    assert "1.txt" in str(caught.value)
    editor = editor_of(project)
    for edit in (
        editor.set_state("finished"),
        editor.remove(editor.annotations.spans[0]),
        editor.reject("entity", "GPE", 14, 20, "gazetteer"),
    ):
        with refused("edit_foreign"):
            project.apply(edit)
    assert held(project) == before
    assert project.check() == []


def test_a_backup_that_was_worked_on_is_told_and_left_out(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"], 1)
    annotate(packs["سارا"], 2)
    backup = copied(packs["سارا"], "backup.peyman")
    annotate(packs["سارا"], 1, 20, 25)
    merged(project, packs["سارا"])
    before = held(project)
    annotate(backup, 1, 26, 33)
    annotate(backup, 3)
    assert statuses(project, backup) == {
        ("سارا", "1.txt"): "fork", ("سارا", "2.txt"): "same", ("سارا", "3.txt"): "fork",
    }  # fmt: skip
    merged(project, backup)
    assert held(project) == before
    annotate(packs["سارا"], 2, 20, 25)  # the first one goes on, as if nothing had been
    assert statuses(project, packs["سارا"]) == {("سارا", "1.txt"): "same", ("سارا", "2.txt"): "changed"}
    merged(project, packs["سارا"], backup)
    assert project.check() == []


def test_two_files_that_split_do_not_both_come_in(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"], 1)
    backup = copied(packs["سارا"], "backup.peyman")
    annotate(packs["سارا"], 1, 20, 25)
    annotate(backup, 1, 26, 33)
    with planned(project, packs["سارا"], backup) as plan:
        assert [file.sets[0].status for file in plan.files] == ["new", "fork"]
        merge(project, plan)
    (one,) = held(project).values()
    assert [span.start for span in one[2]] == [0, 20]  # type: ignore[attr-defined]


def test_a_copy_of_the_project_itself_that_was_worked_on_is_left_out(world: tuple[Project, dict[str, Path]]) -> None:
    project, _ = world
    label(project)
    project.close()
    twin = copied(project.path, "twin.peyman")
    with Project.open(twin) as other:
        label(other, 20, 25)
        label(other, number=2)
    with Project.open(project.path) as first:
        before = held(first)
        assert set(statuses(first, twin).values()) == {"fork"}
        merged(first, twin)
        assert held(first) == before


def test_a_version_that_was_altered_is_no_continuation(world: tuple[Project, dict[str, Path]]) -> None:
    """Nothing but the past itself tells: not the number of steps, nor their times."""
    project, packs = world
    annotate(packs["سارا"])
    merged(project, packs["سارا"])
    annotate(packs["سارا"], 1, 20, 25)
    with closing(sqlite3.connect(packs["سارا"])) as raw, raw:
        raw.execute("UPDATE current_op SET op_no = (SELECT min(op_no) FROM span_log)")
        raw.execute("UPDATE span_log SET note = 'x' WHERE op_no = (SELECT op_no FROM current_op)")
        raw.execute("UPDATE current_op SET op_no = NULL")
        raw.execute("UPDATE current_op SET showing = 1")
        raw.execute("UPDATE span SET note = 'x' WHERE start = 0")
        raw.execute("UPDATE current_op SET showing = 0")
    assert statuses(project, packs["سارا"]) == {("سارا", "1.txt"): "fork"}


def test_a_file_that_split_is_no_better_the_second_time(world: tuple[Project, dict[str, Path]]) -> None:
    """It has been merged for what it shares; what it does not share stays out for ever."""
    project, packs = world
    annotate(packs["سارا"], 1)
    annotate(packs["سارا"], 2)
    backup = copied(packs["سارا"], "backup.peyman")
    annotate(packs["سارا"], 1, 20, 25)
    for start in (20, 26, 34):
        annotate(backup, 1, start, start + 5)
    merged(project, packs["سارا"])
    before = held(project)
    for _ in range(2):
        merged(project, backup)
        assert statuses(project, backup) == {("سارا", "1.txt"): "fork", ("سارا", "2.txt"): "same"}
        assert held(project) == before
    assert len(project.records(Submission)) == 2


# Whose it is -----------------------------------------------------------------------------------------------------


def stranger(packs: dict[str, Path], pack: str, name: str, start: int = 0) -> None:
    """Somebody who took another's file and went to work under his own name."""
    with Project.open(packs[pack]) as opened:
        opened.work_as(name)
        label(opened, start, start + 13 if start == 0 else start + 5)


def test_two_people_of_one_name_are_kept_apart(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    stranger(packs, "سارا", "رضا")
    stranger(packs, "مینا", "رضا", 20)
    with planned(project, packs["سارا"], packs["مینا"]) as plan:
        people = [[person for person in file.people if person.name == "رضا"] for file in plan.files]
        (first,), (second,) = people
        assert (first.relation, first.here) == ("new", "رضا")
        assert second.relation == "apart"
        assert second.here == f"رضا ({second.id.bytes[-2:].hex()})"
        merge(project, plan)
    assert sorted(held(project)) == sorted([("رضا", "1.txt"), (second.here, "1.txt")])
    assert merged(project, packs["سارا"], packs["مینا"]).sets == 0  # each is known from now on


def test_somebody_can_be_said_to_be_somebody_known(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    stranger(packs, "سارا", "Reza")
    with refused("merge_name"):
        plan_merge(project, [packs["سارا"]], names={"Reza": "هیچ‌کس"})
    merged(project, packs["سارا"], names={"Reza": "مینا"})
    assert list(held(project)) == [("مینا", "1.txt")]
    with Project.open(packs["سارا"]) as pack:
        label(pack, 20, 25)
    with planned(project, packs["سارا"]) as plan:  # remembered
        people = {person.name: (person.here, person.relation) for person in plan.files[0].people}
        assert people == {"سارا": ("سارا", "known"), "Reza": ("مینا", "mapped")}
        merge(project, plan)
    assert [len(one[2]) for one in held(project).values()] == [2]  # type: ignore[arg-type]


def test_somebody_in_two_files_can_be_said_to_be_somebody_known(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    stranger(packs, "سارا", "Reza")
    older = copied(packs["سارا"], "older.peyman")
    with Project.open(packs["سارا"]) as pack:
        label(pack, 20, 25)
    merged(project, older, packs["سارا"], names={"Reza": "مینا"})
    assert [(key, len(one[2])) for key, one in held(project).items()] == [(("مینا", "1.txt"), 2)]  # type: ignore[arg-type]
    assert project.check() == []


def test_who_was_kept_apart_can_be_joined_once_that_is_undone(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    stranger(packs, "سارا", "مینا")
    merged(project, packs["سارا"])
    ((here, _),) = held(project)
    assert here.startswith("مینا (")
    with planned(project, packs["سارا"], names={"مینا": "مینا"}) as plan:
        (refused_file,) = plan.files
        assert refused_file.refusal is not None
        assert refused_file.refusal.code == "merge_known"
    assert History(project).undo()
    merged(project, packs["سارا"], names={"مینا": "مینا"})
    assert list(held(project)) == [("مینا", "1.txt")]
    assert project.check() == []


# Taking it back --------------------------------------------------------------------------------------------------


def state_of(project: Project) -> dict[str, list[object]]:
    """All that is shown, row by row."""
    tables = ("annotation_set", "span", "relation", "document_label", "rejection", "submission", "project")
    return {table: project.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}


def test_one_step_takes_a_whole_merge_back_and_another_brings_it_again(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    label(project, 3, 9)
    annotate(packs["سارا"], 1)
    merged(project, packs["سارا"])
    states = [state_of(project)]
    for name, pack in packs.items():
        annotate(pack, 1, 20, 25, done=name == "مینا")
        annotate(pack, 2, 20, 25)
    merged(project, *packs.values())
    states.append(state_of(project))
    annotate(packs["سارا"], 1, 26, 33)
    with Project.open(packs["مینا"]) as opened:
        opened.apply(editor_of(opened, 2).remove(opened.own_set(2).spans[0]))
    merged(project, *packs.values())
    states.append(state_of(project))
    history = History(project)
    for expected in (states[1], states[0]):
        edit = history.undo()
        assert edit is not None
        assert edit.name == "merge"
        assert state_of(project) == expected
        assert project.check() == []
    for expected in states[1:]:
        assert history.redo() is not None
        assert state_of(project) == expected
    assert project.check() == []
    for _ in range(3):
        history.undo()
    assert list(held(project)) == [("داور", "1.txt")]


def test_after_taking_back_other_files_come_in_as_ever(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"], 1)
    older = copied(packs["سارا"], "older.peyman")
    annotate(packs["سارا"], 1, 20, 25)
    merged(project, packs["سارا"])
    History(project).undo()
    assert held(project) == {}
    label(project)  # a set of one's own does not get the number of one that is not shown
    assert statuses(project, older) == {("سارا", "1.txt"): "new"}
    merged(project, older)
    assert [len(one[2]) for one in held(project).values()] == [1, 1]  # type: ignore[arg-type]
    assert merged(project, packs["سارا"]).sets == 1
    assert sorted(len(one[2]) for one in held(project).values()) == [1, 2]  # type: ignore[arg-type]
    assert project.check() == []


def test_a_merge_that_was_taken_back_leaves_its_place_to_others(world: tuple[Project, dict[str, Path]]) -> None:
    """The wrong file of an annotator, who had to begin anew."""
    project, packs = world
    annotate(packs["سارا"], 1)
    merged(project, packs["سارا"])
    history = History(project)
    assert [edit.name for edit in (history.undo(), history.undo()) if edit] == ["merge", "assign"]
    again = write_packs(project, plan_packs(project, ["سارا"]), project.path.parent / "again")
    assert again is not None
    annotate(again[0].path, 1, 20, 25)
    assert statuses(project, again[0].path) == {("سارا", "1.txt"): "new"}
    merged(project, again[0].path)
    assert statuses(project, packs["سارا"]) == {("سارا", "1.txt"): "taken"}
    assert project.check() == []


# Interrupted -----------------------------------------------------------------------------------------------------


def test_cancelling_leaves_everything_as_it_was(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    for pack in packs.values():
        annotate(pack)
    assert plan_merge(project, list(packs.values()), cancelled=lambda: True) is None
    before = state_of(project)
    for patience in range(4):
        asked = iter(range(patience))
        plan = plan_merge(project, list(packs.values()), cancelled=lambda: next(asked, None) is None)  # noqa: B023
        assert plan is None
    with planned(project, *packs.values()) as plan:
        assert merge(project, plan, cancelled=lambda: True) is None
        assert state_of(project) == before
        assert project.connection.execute("SELECT count(*) FROM received").fetchall() == [(0,)]
        assert merge(project, plan) is not None
    assert project.check() == []


def test_a_plan_that_is_out_of_date_is_refused_whole(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"])
    annotate(packs["مینا"])
    with planned(project, packs["سارا"], packs["مینا"]) as plan:
        merged(project, packs["سارا"])
        before = state_of(project)
        with refused("edit_stale"):
            merge(project, plan)
        assert state_of(project) == before
    merged(project, packs["سارا"], packs["مینا"])
    assert project.check() == []


def test_progress_names_the_files(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    for pack in packs.values():
        annotate(pack)
    told: list[tuple[int, int, str]] = []
    plan = plan_merge(project, list(packs.values()), progress=lambda *said: told.append(said))
    assert told == [(number, 3, f"{name}.peyman") for number, name in enumerate(packs)]
    assert plan is not None
    with plan:
        told.clear()
        merge(project, plan, progress=lambda *said: told.append(said))
    assert [said[:2] for said in told] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert {said[2] for said in told} == {*(f"{name}.peyman" for name in packs), ""}


def test_more_files_than_can_be_attached_are_one_step_all_the_same(path: Path) -> None:
    people = [f"برچسب‌زن {number}" for number in range(12)]
    project, packs = dealt(path, 1, people)
    with project:
        for pack in packs.values():
            annotate(pack)
        report = merged(project, *packs.values())
        assert report.sets == 12
        assert len(held(project)) == 12
        assert project.check() == []
        edit = History(project).undo()
        assert isinstance(edit, Edit)
        assert sum(isinstance(change.record, Received) for change in edit.changes) == 12
        assert held(project) == {}
        assert merged(project, *packs.values()).sets == 12


@pytest.mark.parametrize("newest_first", [False, True])
def test_versions_of_a_set_come_in_once_however_many_files_stand_between(path: Path, newest_first: bool) -> None:
    people = [f"برچسب‌زن {number}" for number in range(AT_ONCE)]
    project, packs = dealt(path, 1, people)
    with project:
        for pack in packs.values():
            annotate(pack)
        last = packs[people[-1]]  # its origin is the youngest, so that it is looked at last
        files = [copied(last, "older.peyman"), last]
        annotate(last, 1, 20, 25)
        chosen = [*list(packs.values())[:-1], *(files[::-1] if newest_first else files)]
        assert len(chosen) == AT_ONCE + 1
        with planned(project, *chosen) as plan:
            found = {file.path: file.sets[0].status for file in plan.files}
            assert [found[file] for file in files] == ["older", "new"]
            assert merge(project, plan).sets == AT_ONCE  # type: ignore[union-attr]
        assert [len(held(project)[name, "1.txt"][2]) for name in people] == [1] * (AT_ONCE - 1) + [2]  # type: ignore[arg-type]
        assert merged(project, *chosen).sets == 0
        assert project.check() == []


def test_more_files_of_one_origin_than_can_be_attached(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    files = []
    for place in [place for place, letter in enumerate(TEXT) if letter.isalpha()][: AT_ONCE + 3]:
        annotate(packs["سارا"], 1, place, place + 1)
        files.append(copied(packs["سارا"], f"{place}.peyman"))
    fork = copied(files[0], "fork.peyman")
    annotate(fork, 1, 20, 25)
    with planned(project, *files[::-1], fork) as plan:
        assert [file.sets[0].status for file in plan.files] == ["new", *["older"] * (AT_ONCE + 2), "fork"]
        merge(project, plan)
    assert [len(one[2]) for one in held(project).values()] == [AT_ONCE + 3]  # type: ignore[arg-type]
    assert project.check() == []


@pytest.mark.parametrize("turned", [False, True])
def test_two_people_of_one_name_are_kept_apart_however_many_files_stand_between(path: Path, turned: bool) -> None:
    people = [f"برچسب‌زن {number}" for number in range(AT_ONCE + 1)]
    project, packs = dealt(path, 1, people)
    with project:
        for name in people:
            if name in (people[0], people[-1]):
                stranger(packs, name, "رضا")
            else:
                annotate(packs[name])
        files = list(packs.values())[:: -1 if turned else 1]
        with planned(project, *files) as plan:
            relations = {file.path: file.people[-1].relation for file in plan.files}
            assert [relations[packs[name]] for name in people] == ["new", *["known"] * (AT_ONCE - 1), "apart"]
            assert merge(project, plan).sets == AT_ONCE + 1  # type: ignore[union-attr]
        assert len([name for name, _ in held(project) if name.startswith("رضا")]) == 2
        assert merged(project, *files).sets == 0
        assert project.check() == []


def test_a_file_that_hands_on_others_work_and_theirs_are_one(path: Path) -> None:
    """What a set is, its own history says, and not the file it stands in."""
    project, packs = dealt(path, 1, [f"برچسب‌زن {number}" for number in range(AT_ONCE)])
    for pack in packs.values():
        annotate(pack)
    project.close()
    second = copied(path, "second.peyman")
    with closing(sqlite3.connect(second)) as raw, raw:
        raw.execute("UPDATE origin SET origin_id = randomblob(16)")
    with Project.open(second) as other:
        merged(other, *packs.values())
        expected = held(other)
    for pack in packs.values():
        annotate(pack, 1, 20, 25)
    with Project.open(path) as first:
        with planned(first, second, *packs.values()) as plan:
            assert plan.files[0].count("older") == plan.files[0].count("older", "new", "changed", "same") == AT_ONCE
            merge(first, plan)
        assert held(first).keys() == expected.keys()
        assert {len(one[2]) for one in held(first).values()} == {2}  # type: ignore[arg-type]
        assert first.check() == []


def test_no_private_copies_are_left_behind(world: tuple[Project, dict[str, Path]]) -> None:
    project, packs = world
    annotate(packs["سارا"])
    with planned(project, packs["سارا"], project.path.with_name("missing.peyman")) as plan:
        folder = Path(plan.folder.name)
        assert folder.is_dir()
    assert not folder.exists()
    assert refusal(project, project.path.with_name("missing.peyman")) is not None
