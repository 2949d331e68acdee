"""What the database itself holds to, and what `check` finds when somebody went round it."""

import itertools
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from core.dealing import annotate, decide, merged
from core.making import (
    a_set,
    add,
    editor,
    entity,
    label,
)
from peyman.core.edits import Change, Edit
from peyman.core.errors import PeymanError
from peyman.core.migrations import LOGGED, connect
from peyman.core.model import DocumentLabel, Intended, Relation, new_id
from peyman.core.packs import plan_packs, write_packs
from peyman.core.project import Project

# What the database holds to -----------------------------------------------------------------------------------------


@pytest.fixture
def raw(project: Project, path: Path) -> Iterator[sqlite3.Connection]:
    """Another connection to a project with an annotation of each kind, for going round the program."""
    person = label(project)
    project.apply(editor(project).add_span("commitment", "plan", 0, 30))
    commitment = next(span for span in project.own_set(1).spans if span.layer == "commitment")
    project.apply(editor(project).fill_role(commitment, "source", person))
    project.apply(editor(project).set_document_label("mode", "video"))
    project.apply(editor(project).reject("entity", "GPE", 14, 20, "gazetteer"))
    project.apply(Edit("mark_intended", (Change(0, None, Intended(new_id(), "فارس", ("GPE", ""))),)))
    packs = write_packs(project, plan_packs(project, ["مینا"]), path.parent / "packs")
    assert packs is not None
    annotate(packs[0].path)
    merged(project, packs[0].path)
    decide(project)
    with closing(connect(path, read_only=False)) as connection:
        yield connection


def values(raw: sqlite3.Connection, table: str) -> list[object]:
    return raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("document", "UPDATE document SET title = 'x'"),
        ("document", "DELETE FROM document"),
        ("annotation_set", "UPDATE annotation_set SET state = 'finished'"),
        ("span", "UPDATE span SET label = 'ORG'"),
        ("span", "DELETE FROM span WHERE layer = 'commitment'"),
        ("span", "INSERT INTO span SELECT set_no, randomblob(16), layer, 'GPE', start, end, quote, fragments,"
                 " attributes, note, doubt, origin, source_id, \"foreign\" FROM span LIMIT 1"),
        ("span", "INSERT OR REPLACE INTO span SELECT * FROM span"),
        ("relation", "UPDATE relation SET label = 'object'"),
        ("relation", "DELETE FROM relation"),
        ("document_label", "UPDATE document_label SET value = '1'"),
        ("document_label", "DELETE FROM document_label"),
        ("annotation_set", "DELETE FROM annotation_set"),
        ("rejection", "DELETE FROM rejection"),
        ("intended", "UPDATE intended SET key = 'x'"),
        ("project", "UPDATE project SET settings = 'x'"),
    ],
)  # fmt: skip
def test_nothing_is_written_outside_an_op(raw: sqlite3.Connection, table: str, change: str) -> None:
    before = values(raw, table)
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}_log.op_no|FOREIGN KEY"):
        raw.execute(change)
    assert values(raw, table) == before


@pytest.mark.parametrize(
    ("table", "change"),
    [
        *((f"{table}_log", change) for table in LOGGED for change in ("UPDATE {} SET gone = 0", "DELETE FROM {}")),
        *((table, change) for table in ("op", "op_set") for change in ("UPDATE {} SET op_no = 1", "DELETE FROM {}")),
        ("op", "INSERT OR REPLACE INTO op SELECT * FROM op"),
        ("span_log", "INSERT OR REPLACE INTO span_log SELECT * FROM span_log"),
        ("document_text", "UPDATE document_text SET text = 'x'"),
        ("document_text", "DELETE FROM document_text"),
        ("document_text", "INSERT OR REPLACE INTO document_text SELECT document_no, 'x', tokens FROM document_text"),
    ],
)
def test_history_and_texts_never_change(raw: sqlite3.Connection, table: str, change: str) -> None:
    before = values(raw, table)
    assert before
    with pytest.raises(sqlite3.IntegrityError, match=r"history is append-only|never changes"):
        raw.execute(change.format(table))
    assert values(raw, table) == before


IN_OP = [
    ("UPDATE span SET span_id = randomblob(16)", "keys never change"),
    ("UPDATE span SET set_no = 2", "keys never change"),
    ("UPDATE annotation_set SET set_no = 7", "keys never change"),
    ("UPDATE relation SET relation_id = randomblob(16)", "keys never change"),
    ("UPDATE document_label SET document_label_id = randomblob(16)", "keys never change"),
    ("UPDATE document SET document_no = 9 WHERE document_no = 2", "keys never change"),
    ("UPDATE span SET start = 'three'", "cannot store TEXT value in INTEGER column"),
    ("UPDATE span SET quote = x'00'", "cannot store BLOB value in TEXT column"),
    ("UPDATE span SET label = NULL", "NOT NULL constraint failed: span.label"),
    ("UPDATE span SET label = ''", "CHECK constraint failed"),
    ("UPDATE span SET end = start", "CHECK constraint failed"),
    ("UPDATE span SET start = -1", "CHECK constraint failed"),
    ("UPDATE span SET quote = quote || 'x'", "CHECK constraint failed"),
    ("UPDATE span SET end = end + 1", "CHECK constraint failed"),
    ("UPDATE relation SET target = source", "CHECK constraint failed"),
    ("UPDATE annotation_set SET state = 'done'", "CHECK constraint failed"),
    ("UPDATE document SET direction = 'up'", "CHECK constraint failed"),
    ("UPDATE document SET name = 'a.txt'", "UNIQUE constraint failed: document.name"),
    ("UPDATE project SET annotator_no = 99", "FOREIGN KEY constraint failed"),
    ("INSERT INTO project SELECT 2, project_id, created_at, annotator_no, schema_no, '', '{}' FROM project", "CHECK"),
    ("INSERT INTO relation SELECT set_no, randomblob(16), layer, label, source, target, '', '', '{}' FROM relation",
     "UNIQUE constraint failed: relation"),
    ("INSERT INTO document_label SELECT set_no, randomblob(16), layer, label, '1', '', '{}' FROM document_label",
     "UNIQUE constraint failed: document_label"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "reason"), IN_OP)
def test_not_even_in_an_op_is_nonsense_written(raw: sqlite3.Connection, change: str, reason: str) -> None:
    raw.execute("BEGIN")
    raw.execute("UPDATE current_op SET op_no = (SELECT max(op_no) FROM op)")
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        raw.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM span WHERE layer = 'entity'",
        "UPDATE relation SET target = randomblob(16)",
        "INSERT INTO relation SELECT set_no, randomblob(16), layer, 'object', source, randomblob(16), '', '', '{}'"
        " FROM relation",
    ],
)
def test_no_role_is_left_without_its_ends(raw: sqlite3.Connection, change: str) -> None:
    raw.execute("BEGIN")
    raw.execute("INSERT INTO op VALUES (1, 1000, 0, 1, 'x', 0, NULL, NULL)")
    raw.execute("UPDATE current_op SET op_no = 1000")
    raw.execute(change)  # ends may come and go in any order, but when all is done they must be there
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        raw.execute("COMMIT")


def test_every_version_is_kept_and_only_the_last_one_of_an_op(project: Project, raw: sqlite3.Connection) -> None:
    span = label(project, 20, 25)
    project.apply(editor(project).set_note(span, "n"))
    noted = replace(span, note="n")
    project.apply(editor(project).remove(noted))
    versions = project.history(project.own_set(1).number, span.id)
    assert [(v.name, v.annotator, v.record) for v in versions] == [
        ("remove", "سارا", None), ("set_note", "سارا", noted), ("add_span", "سارا", span),
    ]  # fmt: skip
    assert all(one.at >= other.at > 0 for one, other in itertools.pairwise(versions))
    raw.execute("BEGIN")
    raw.execute("INSERT INTO op VALUES (1, 1000, 0, 1, 'x', 0, NULL, NULL)")
    raw.execute("UPDATE current_op SET op_no = 1000")
    for state in ("skipped", "finished"):
        raw.execute("UPDATE annotation_set SET state = ? WHERE set_no = 1", [state])
    assert raw.execute("SELECT state FROM annotation_set_log WHERE op_no = 1000").fetchall() == [("finished",)]
    raw.execute("ROLLBACK")


# Checking -----------------------------------------------------------------------------------------------------------


def found(project: Project) -> list[tuple[str, str]]:
    return [(problem.code, str(problem)) for problem in project.check()]


def damage(project: Project, *statements: str) -> None:
    """Change rows as no program would: without triggers and without checks."""
    with closing(sqlite3.connect(project.path, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)


def test_a_changed_text_is_found(project: Project) -> None:
    label(project)
    damage(project, "UPDATE document_text SET text = text || '.' WHERE document_no = 1")
    assert [code for code, _ in found(project)] == ["check_text"]
    assert "“a.txt”" in found(project)[0][1]


def test_a_wrong_quote_is_found(project: Project) -> None:
    label(project)
    damage(project, "UPDATE span SET quote = 'علی‌رضا احمدم'", "UPDATE span_log SET quote = 'علی‌رضا احمدم'")
    ((code, told),) = found(project)
    assert code == "check_quote"
    assert "“a.txt”, سارا: the span " in told
    assert "(0–13)" in told


@pytest.mark.parametrize(
    ("change", "table", "count"),
    [
        ("UPDATE span SET label = 'ORG'", "span", 2),
        ("UPDATE span SET note = 'x' WHERE start = 0", "span", 1),
        ("DELETE FROM span WHERE start = 0", "span", 1),
        ("DELETE FROM span_log WHERE start = 0", "span", 1),
        ("UPDATE span_log SET gone = 1 WHERE start = 0", "span", 1),
        ("INSERT INTO span_log SELECT set_no, span_id, op_no + 100, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
         " NULL, NULL, NULL, NULL FROM span_log WHERE start = 0", "span", 1),
        ("UPDATE annotation_set SET state = 'finished'", "annotation_set", 1),
        ("UPDATE document SET title = 'x' WHERE document_no = 2", "document", 1),
        ("UPDATE document_label SET value = '\"phone\"'", "document_label", 1),
    ],
)  # fmt: skip
def test_rows_that_differ_from_their_history_are_found(project: Project, change: str, table: str, count: int) -> None:
    label(project)
    label(project, 20, 25)
    project.apply(editor(project).set_document_label("mode", "video"))
    assert found(project) == []
    damage(project, change)
    told = f"The table “{table}” does not match its history in {count} rows."
    assert found(project) == [("check_history", told)]


def test_what_the_schema_does_not_allow_is_found(project: Project) -> None:
    commitment, filler = entity(0, 30, "plan", "commitment"), entity(0, 13)
    inside_out = replace(entity(40, 45), fragments=((43, 45), (40, 41)))
    brought = a_set(
        commitment, filler, inside_out, entity(8, 18, "ORG"), entity(0, 13),
        entity(20, 25, "XYZ"), entity(26, 30, "XYZ"), entity(20, 25, "PER", "people"),
        Relation(new_id(), "role", "source", filler.id, commitment.id),
        Relation(new_id(), "role", "payer", commitment.id, filler.id),
        DocumentLabel(new_id(), "document", "mood", "sad"), DocumentLabel(new_id(), "document", "mode", "video"),
    )  # fmt: skip
    add(project, brought)
    told = found(project)
    who = "“a.txt”, علی‌رضا: "
    assert told[:5] == [
        ("check_role", who + "a role “source” does not lead from a commitment to a span."),
        ("check_label", who + "1 annotations carry “document/mood”, unknown to the schema."),
        ("check_label", who + "2 annotations carry “entity/XYZ”, unknown to the schema."),
        ("check_label", who + "1 annotations carry “people/PER”, unknown to the schema."),
        ("check_label", who + "1 annotations carry “role/payer”, unknown to the schema."),
    ]
    assert [code for code, _ in told[5:]] == ["check_placement"] * 3
    assert "already has this label" in told[5][1]
    assert "“احمدی 🙂 با” would cross “علی‌رضا احمدی”" in told[6][1]
    assert "The fragment 40–41" in told[7][1]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE span SET attributes = '{'",
        "UPDATE span SET fragments = '7'",
        "UPDATE span SET fragments = '[[1]]'",
        "UPDATE document_text SET tokens = x'00'",
        "DELETE FROM document_text WHERE document_no = 2",
        "UPDATE span SET note = CAST(x'ff41' AS TEXT)",
        "PRAGMA foreign_keys=OFF; DELETE FROM annotation_set",
    ],
)
def test_what_cannot_be_read_is_damage(project: Project, change: str) -> None:
    label(project)
    damage(project, *change.split("; "))
    codes = [code for code, _ in found(project)]
    assert "check_integrity" in codes
    assert all(told for _, told in found(project))


def test_broken_pages_are_damage(project: Project, path: Path) -> None:
    for number in range(40):
        project.apply(editor(project).add_span("commitment", "plan", 0, number + 1))
    project.close()
    pages = path.read_bytes()
    size = 4096
    for number in range(3, len(pages) // size):
        path.write_bytes(pages[: number * size] + b"\xff" * size + pages[(number + 1) * size :])
        try:
            broken = Project.open(path)
        except PeymanError as error:
            assert error.code in ("project_foreign", "project_unreadable")  # noqa: PT017
            continue
        with broken:
            assert broken.check()


def test_no_flipped_bits_get_past_the_check_as_a_crash(project: Project, path: Path) -> None:
    label(project)
    project.apply(editor(project).add_span("commitment", "plan", 0, 30))
    project.close()
    whole = path.read_bytes()
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        with suppress(PeymanError), Project.open(path, read_only=True) as opened:
            opened.check()
