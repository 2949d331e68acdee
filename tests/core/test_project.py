"""What goes into a project file and comes out of it, and edits that are refused."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from core.disks import full_disk, posix_only
from core.making import (
    TEXT,
    a_set,
    add,
    article,
    default_schema,
    editor,
    entity,
    label,
    make_project,
    names_in,
    refused,
)
from peyman import paths
from peyman.core.edits import Change, Edit, Editor, combined, set_project_info
from peyman.core.migrations import LOGGED
from peyman.core.model import Annotation, DocumentLabel, Json, Relation, SetState, Span, new_id
from peyman.core.project import Project, SuggestionCount, is_control
from peyman.formats import jsonl

# Edits that are refused ---------------------------------------------------------------------------------------------


def _refusals(project: Project) -> dict[str, tuple[Edit, str]]:
    span = label(project)
    own = project.own_set(1)
    good = Change(own.number, None, entity(20, 25))
    nobody = Relation(new_id(), "role", "source", span.id, new_id())
    doubtful = replace(span, note="\ud83d")

    def edit(before: Annotation | None, after: Annotation | None) -> Edit:
        return Edit("x", (good, Change(own.number, before, after)))

    return {
        "another quote": (edit(None, replace(entity(30, 33), quote="xyz")), "check_quote"),
        "a quote beyond the end": (edit(None, Span(new_id(), "entity", "PER", 999, 1002, "xyz")), "check_quote"),
        "a quote from before the start": (edit(None, replace(entity(-4, -1), quote=TEXT[-4:-1])), "project_io"),
        "a quote moved along": (edit(span, replace(span, start=1, end=14)), "check_quote"),
        "nothing there to change": (edit(entity(30, 33), entity(30, 33)), "edit_stale"),
        "nothing there to remove": (edit(entity(30, 33), None), "edit_stale"),
        "something there already": (edit(None, span), "edit_stale"),
        "something else there": (edit(replace(span, note="n"), span), "edit_stale"),
        "a role that fills itself from nobody": (edit(None, nobody), "project_io"),
        "half a character": (edit(span, doubtful), "project_io"),
        "a label too long": (edit(span, replace(span, label="x" * 65)), "project_io"),
    }


REFUSALS = [
    "another quote", "a quote beyond the end", "a quote from before the start", "a quote moved along",
    "nothing there to change", "nothing there to remove", "something there already", "something else there",
    "a role that fills itself from nobody", "half a character", "a label too long",
]  # fmt: skip


@pytest.mark.parametrize("kind", REFUSALS)
def test_an_edit_that_is_refused_writes_nothing(project: Project, kind: str) -> None:
    edit, code = _refusals(project)[kind]
    before, steps = project.own_set(1), list(project.steps())
    with refused(code):
        project.apply(edit)
    assert project.own_set(1) == before
    assert list(project.steps()) == steps
    assert project.check() == []
    label(project, 20, 25)  # and work goes on


def test_an_edit_that_changes_nothing_is_no_step(project: Project) -> None:
    span = label(project)
    own, steps = project.own_set(1), list(project.steps())
    assert project.apply(Edit("x", ())) == 0
    assert project.apply(Edit("x", (Change(own.number, span, span),))) == 0
    assert list(project.steps()) == steps


def test_a_batch_is_kept_whole_or_not_at_all(project: Project) -> None:
    before = project.counts()
    with suppress(ZeroDivisionError), project.batch("import"):
        project.add_set(project.add_document(article("c.txt", "متن سوم")), a_set())
        raise ZeroDivisionError
    with refused("project_io"), project.batch("import"):
        project.add_document(article("c.txt", "متن سوم"))
        label(project)  # an op within an op
    with refused("document_name_taken"), project.batch("import"):
        project.add_document(article("a.txt", "متن سوم"))
    with refused("project_io"), project.batch("import"):
        project.add_document(article("c.txt", TEXT))  # the same text again
    assert project.counts() == before
    assert project.check() == []


def test_what_was_rolled_back_does_not_mislead_the_next_import(project: Project) -> None:
    """The number of a set that was never kept is given to the next one, which is about another text."""
    with suppress(ZeroDivisionError), project.batch("import"):
        project.add_set(project.add_document(article("c.txt", "متن سوم")), a_set(replace(entity(0, 3), quote="متن")))
        raise ZeroDivisionError
    assert project.number_by_name("c.txt") is None
    with project.batch("import"):
        number = project.add_document(article("d.txt", "خبر چهارم"))
        assert project.add_set(number, a_set(replace(entity(0, 3), quote="خبر")))
    assert project.check() == []


def test_somebody_who_could_not_start_does_not_work(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with refused("project_io"), project.batch("import"):
        project.work_as("علی‌رضا")
    assert (project.annotator, project.annotators) == ("سارا", ["سارا"])
    label(project)
    assert project.own_set(1).annotator == "سارا"


@posix_only
def test_a_full_disk_loses_nothing_but_the_edit_it_refused(project: Project, path: Path) -> None:
    kept = label(project)
    long = editor(project).set_note(kept, "یادداشت " * 40_000)
    wal = path.with_name(path.name + "-wal")
    with full_disk(wal.stat().st_size + 100_000):
        with refused("project_io") as caught:
            project.apply(long)
        assert f"“{path}” could not be written" in str(caught.value)
        assert project.own_set(1).spans == (kept,)
        label(project, 20, 25)  # what is small still fits
    project.apply(long)
    assert len(project.own_set(1).spans) == 2
    assert project.check() == []


def test_a_full_database_is_a_full_disk(project: Project) -> None:
    kept = label(project)
    long = editor(project).set_note(kept, "یادداشت " * 40_000)
    (pages,) = project._connection.execute("PRAGMA page_count").fetchone()
    project._connection.execute(f"PRAGMA max_page_count = {pages}")
    with refused("project_io"):
        project.apply(long)
    assert project.own_set(1).spans == (kept,)
    project._connection.execute("PRAGMA max_page_count = 100000")
    project.apply(long)
    assert project.check() == []


@posix_only
def test_a_full_disk_only_puts_off_tidying_up(project: Project, path: Path) -> None:
    span = label(project)
    project.apply(editor(project).set_note(span, "یادداشت " * 40_000))
    with full_disk(path.stat().st_size):
        project.checkpoint()
        project.close()
    assert path.with_name(path.name + "-wal").exists()
    with Project.open(path) as again:
        assert len(again.own_set(1).spans[0].note) == 8 * 40_000
        assert again.check() == []
    assert names_in(path.parent) == [path.name]


# Articles and sets --------------------------------------------------------------------------------------------------


def test_an_article_comes_back_as_it_went_in(project: Project) -> None:
    document = replace(
        article("c.txt", "یک\r\n\u200cدو\u0301 🙂\ttab\u00a0 "),
        language="az", direction="ltr", encoding="windows-1256", tokens=((0, 2), (4, 7)),
        meta={"outlet": "ایرنا", "parties": ["GPE:IR"], "n": 1.5, "deep": {"a": [None, True]}}, foreign={"x": [1]},
    )  # fmt: skip
    with project.batch("import"):
        number = project.add_document(document)
    assert project.document(number) == document
    assert project.number_by_hash(document.sha256) == number
    assert project.number_by_name("c.txt") == number
    assert project.number_by_name("d.txt") is None
    assert project.number_by_hash("00" * 32) is None


def test_what_is_known_of_an_article_is_filled_in_and_never_replaced(project: Project) -> None:
    with project.batch("import"):
        number = project.add_document(replace(article("c.txt", "متن سوم"), meta={"outlet": "a"}, foreign={"x": 1}))
    with project.batch("import"):
        full = project.describe(number, {"outlet": "b", "via": ["c"]}, {"x": 2, "y": 3})
        assert project.describe(number, {"outlet": "d"}, {}) == full
    assert project.document(number) == full
    assert (full.meta, full.foreign) == ({"outlet": "a", "via": ["c"]}, {"x": 1, "y": 3})
    with refused("project_io"), project.batch("import"):
        project.describe(number, {"note": "\ud83d"}, {})
    assert project.document(number) == full
    assert project.check() == []


def test_a_set_comes_back_as_it_was_brought(project: Project) -> None:
    commitment, filler = entity(0, 30, "plan", "commitment"), entity(0, 13)
    span = replace(
        entity(20, 25), fragments=((20, 21), (23, 25)), attributes={"norm": {"v": [1, 2.5, None]}}, note="n",
        doubt="d", origin="gazetteer", source_id="T1", foreign={"extra": {"a": 1}},
    )  # fmt: skip
    role = Relation(new_id(), "role", "source", commitment.id, filler.id, "n", "R1", {"w": 0.5})
    answer = DocumentLabel(new_id(), "document", "parties", ["GPE:IR"], "L1", {"by": "x"})
    blank = DocumentLabel(new_id(), "document", "via", [])
    brought = a_set(commitment, filler, span, role, answer, blank, foreign={"tool": "x"}, kind="gold")
    assert add(project, brought)
    (number,) = project.set_numbers(1)
    read = project.annotation_set(number)
    assert read.annotations == brought.annotations
    assert (read.annotator, read.kind, read.state.state) == ("علی‌رضا", "gold", "finished")
    assert read.foreign == {"tool": "x"}
    assert read.document_id == project.document(1).id
    assert project.document_of_set(number) == 1
    assert not add(project, brought)  # just this one is there
    with refused("set_differs") as caught:
        add(project, replace(brought, annotations={}))
    assert "“علی‌رضا” already has other annotations on “a.txt”" in str(caught.value)
    assert add(project, replace(brought, kind="annotation"))
    assert [(info.kind, info.entities, info.commitments) for info in project.set_infos(1)] == [
        ("annotation", 2, 1), ("gold", 2, 1),
    ]  # fmt: skip
    assert project.check() == []


def test_a_set_fills_the_one_that_opening_the_article_made(project: Project) -> None:
    own = project.own_set(1)
    brought = a_set(entity(0, 13), annotator="سارا", foreign={"tool": "x"})
    assert add(project, brought)
    filled = project.own_set(1)
    assert (filled.id, filled.annotations, filled.foreign) == (own.id, brought.annotations, {"tool": "x"})
    assert filled.state.state == "finished"
    assert project.check() == []


def test_a_wrong_quote_in_a_set_names_whose_it_is(project: Project) -> None:
    with refused("check_quote") as caught:
        add(project, a_set(entity(0, 13), replace(entity(20, 23), quote="xyz", source_id="T9")))
    assert "“a.txt”, علی‌رضا: the span T9 (20–23)" in str(caught.value)
    assert project.annotators == ["سارا"]
    assert project.set_numbers(1) == []


def test_articles_are_listed_by_state_and_text(project: Project) -> None:
    assert project.document_numbers() == [1, 2]
    label(project)
    assert project.document_numbers(state="in_progress") == [1]
    assert project.document_numbers(state="new") == [2]
    project.apply(editor(project).set_state("finished"))
    assert project.document_numbers(state="in_progress") == []
    assert project.document_numbers(state="finished") == [1]
    assert project.document_numbers(text="A.TX") == [1]
    assert project.document_numbers(text="МОСТ") == [2]
    assert project.document_numbers(text="реку") == [2]
    assert project.document_numbers(text="%") == []
    assert project.document_numbers(state="finished", text="мост") == []
    assert project.state_counts() == {"finished": 1, "new": 1}
    project.work_as("علی‌رضا")
    assert project.state_counts() == {"new": 2}
    assert project.document_numbers(state="finished") == []
    assert project.document_numbers(state="new") == [1, 2]


def test_lists_tell_states_and_counts_without_the_texts(project: Project) -> None:
    label(project)
    project.apply(editor(project).add_span("commitment", "plan", 0, 30))
    add(project, a_set(entity(0, 13)))
    add(project, a_set(annotator="x", state=SetState(new_id(), "new")))  # opened, nothing done
    first, second = project.document_rows([1, 2])
    assert (first.name, first.state, first.others) == ("a.txt", "in_progress", 1)
    assert (first.entities, first.commitments) == (1, 1)
    assert (second.title, second.state, second.entities, second.others) == ("Мост через реку", "new", 0, 0)
    assert [row.number for row in project.document_rows([2, 7, 1])] == [2, 1]
    assert project.document_rows([]) == []
    assert [(i.annotator, i.state, i.entities) for i in project.set_infos(1)] == [
        ("x", "new", 0), ("سارا", "in_progress", 1), ("علی‌رضا", "finished", 1),
    ]  # fmt: skip
    project.work_as("y")
    assert [(row.state, row.entities, row.others) for row in project.document_rows([1])] == [("new", 0, 2)]
    assert project.counts() == {
        "documents": 2, "annotators": 4, "annotation_sets": 3, "spans": 3, "relations": 0,
    }  # fmt: skip


def test_people_share_a_file_but_not_a_set(project: Project, path: Path) -> None:
    mine = label(project)
    project.work_as("علی‌رضا")
    assert project.own_set(1).annotations == {}
    theirs = label(project, 8, 13)
    project.work_as("سارا")
    assert project.own_set(1).spans == (mine,)
    assert project.annotators == ["سارا", "علی‌رضا"]
    project.work_as("علی‌رضا")
    project.close()
    with Project.open(path) as again:
        assert again.annotator == "علی‌رضا"
        assert again.own_set(1).spans == (theirs,)


# Suggestions -----------------------------------------------------------------------------------------------------


def test_control_articles_are_a_steady_share() -> None:
    digests = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(4000)]
    chosen = [is_control(digest, 0.15, "1") for digest in digests]
    assert chosen == [is_control(digest, 0.15, "1") for digest in digests]
    assert 0.12 < sum(chosen) / len(chosen) < 0.18
    assert chosen != [is_control(digest, 0.15, "2") for digest in digests]
    assert not any(is_control(digest, 0.0) for digest in digests)
    assert all(is_control(digest, 1.0) for digest in digests)
    wider = [is_control(digest, 0.3, "1") for digest in digests]
    assert all(wide for narrow, wide in zip(chosen, wider, strict=True) if narrow)


def test_what_became_of_suggestions_is_counted_by_source(project: Project) -> None:
    def do(build: Callable[[Editor], Edit]) -> None:
        assert project.apply(build(editor(project)))

    do(lambda e: e.add_span("entity", "PER", 0, 13, origin="gazetteer"))
    do(lambda e: combined("retype", [
        e.add_span("entity", "ORG", 14, 20, origin="gazetteer"), e.reject("entity", "GPE", 14, 20, "gazetteer", "ORG"),
    ]))  # fmt: skip
    do(lambda e: e.reject("entity", "GPE", 21, 24, "gazetteer"))
    do(lambda e: e.reject("entity", "DATE", 21, 24, "pattern"))
    do(lambda e: e.add_span("entity", "LOC", 21, 24))
    assert project.suggestion_counts() == {
        "gazetteer": SuggestionCount(accepted=1, retyped=1, rejected=1),
        "pattern": SuggestionCount(rejected=1),
    }
    project.work_as("علی‌رضا")
    assert project.suggestion_counts() == {}


def test_suggestions_are_withheld_from_control_articles_and_shared_ones(project: Project) -> None:
    def set_settings(**settings: Json) -> None:
        project.apply(set_project_info(project.info, settings=settings))

    set_settings(control_share=1)
    assert project.withheld(1) == "control"
    set_settings(control_share=0)
    assert project.withheld(1) == ""
    set_settings(control_share=0, shared_documents=[str(project.document(1).id)])
    assert project.withheld(1) == "shared"
    set_settings(control_share=0, suggest_on_shared=True, shared_documents=[str(project.document(1).id)])
    assert project.withheld(1) == ""
    set_settings(control_share=0)
    add(project, a_set(entity(0, 13)))
    assert project.withheld(1) == "shared"


def test_a_whole_new_set_has_the_log_that_the_triggers_would_write(path: Path) -> None:
    """A set that comes in whole is logged table by table, one that grows row by row: the rows are the same."""
    items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), default_schema()))

    def logs(project: Project) -> dict[str, list[tuple[object, ...]]]:
        told = {}
        for table in ("span", "relation", "document_label"):
            keys, values = LOGGED[table]
            columns = ", ".join(f'"{name}"' for name in (*keys, *values, "op_no", "gone"))
            told[table] = project.connection.execute(f"SELECT {columns} FROM {table}_log ORDER BY 1, 2, 3").fetchall()
        return told

    found = []
    for name, whole in (("whole.peyman", True), ("grown.peyman", False)):
        with make_project(path.with_name(name), *(item.document for item in items)) as project:
            for number, item in enumerate(items, 1):
                assert item.annotations is not None
                with project.batch("import"):
                    if whole:
                        project.add_set(number, item.annotations)
                    else:
                        project.add_set(number, replace(item.annotations, annotations={}))
                        added = [Change(number, None, one) for one in item.annotations.annotations.values()]
                        project.write(added)
            assert project.check() == []
            found.append(logs(project))
    assert found[0] == found[1]
    assert sum(map(len, found[0].values())) > 400
