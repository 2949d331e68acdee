"""The project file's tables, step by step. Steps are only ever added: old files hold their names.

Current state lies in typed STRICT tables; beside each stands an append-only log of every version of every
row, written by triggers. A write outside an operation (`op`), a change of a key, and any change of history
are refused by SQLite itself. No JSON functions in checks or triggers: Debian's SQLite refuses them under
`trusted_schema=OFF`.
"""

from __future__ import annotations

import filecmp
import itertools
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import new_id
from .schema import Schema

if TYPE_CHECKING:
    from sqlite_utils import Database

MESSAGES |= {
    "project_foreign": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is not a Peyman project, or it is damaged. Choose a .peyman file."
    ),
    "project_newer": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was made by a newer Peyman. Update this program to open it; nothing was changed."
    ),
    "project_older": QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” was made by an older Peyman and must be brought up to date first: open it once for writing.",
    ),
}

APPLICATION_ID = 0x50794D4E  # "PyMN"
FORMAT_VERSION = 3  # counts the steps below
MIGRATION_SET = "peyman"
THIS_FILE = 1  # the number of this file's own origin

# The steps from nothing to the newest form; a file remembers their names.
STEPS: list[Callable[[Database], None]] = []


def step(function: Callable[[Database], None]) -> Callable[[Database], None]:
    STEPS.append(function)
    return function


TABLES = """
CREATE TABLE origin(
  origin_no INTEGER PRIMARY KEY,  -- 1 is this file
  origin_id BLOB NOT NULL UNIQUE CHECK (length(origin_id) = 16)
) STRICT;
CREATE TABLE annotator(
  annotator_no INTEGER PRIMARY KEY,
  annotator_id BLOB NOT NULL UNIQUE CHECK (length(annotator_id) = 16),
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE TABLE schema(
  schema_no INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  body TEXT NOT NULL
) STRICT;
CREATE TABLE project(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  project_id BLOB NOT NULL CHECK (length(project_id) = 16),
  created_at INTEGER NOT NULL,
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),  -- at work in this file
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no)
) STRICT;
CREATE TABLE document(
  document_no INTEGER PRIMARY KEY,
  document_id BLOB NOT NULL UNIQUE CHECK (length(document_id) = 16),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  length INTEGER NOT NULL CHECK (length > 0),  -- code points
  encoding TEXT NOT NULL,
  tokenizer TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 1000),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  direction TEXT NOT NULL CHECK (direction IN ('rtl', 'ltr')),
  meta TEXT NOT NULL,
  "foreign" TEXT NOT NULL
) STRICT;
CREATE TABLE document_text(  -- apart, so that lists read no text pages; never changes
  document_no INTEGER PRIMARY KEY REFERENCES document(document_no) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  tokens BLOB NOT NULL  -- pairs of start and end, little-endian unsigned 32 bit
) STRICT;
CREATE TABLE annotation_set(  -- one annotator's work on one document
  set_no INTEGER PRIMARY KEY,
  set_id BLOB NOT NULL UNIQUE CHECK (length(set_id) = 16),
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no),
  document_no INTEGER NOT NULL REFERENCES document(document_no) ON DELETE RESTRICT,
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'gold')),
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no),
  "foreign" TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'finished', 'skipped')),
  note TEXT NOT NULL,
  revision INTEGER NOT NULL,  -- the op that changed it last
  updated_at INTEGER NOT NULL,
  UNIQUE (document_no, annotator_no, kind)
) STRICT;
CREATE INDEX annotation_set_list ON annotation_set(annotator_no, state, updated_at DESC);
CREATE TABLE span(
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  span_id BLOB NOT NULL CHECK (length(span_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  fragments TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT NOT NULL,
  doubt TEXT NOT NULL,
  origin TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, span_id),
  CHECK (end > start),
  CHECK (length(quote) = end - start)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_label ON span(layer, label, set_no);
CREATE TABLE relation(
  set_no INTEGER NOT NULL,
  relation_id BLOB NOT NULL CHECK (length(relation_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  source BLOB NOT NULL,
  target BLOB NOT NULL,
  note TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, relation_id),
  UNIQUE (set_no, source, target, layer, label),
  CHECK (source <> target),
  -- Both ends lie in the relation's own set, by construction.
  FOREIGN KEY (set_no, source) REFERENCES span(set_no, span_id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (set_no, target) REFERENCES span(set_no, span_id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_target ON relation(set_no, target);
CREATE TABLE document_label(
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  document_label_id BLOB NOT NULL CHECK (length(document_label_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  value TEXT NOT NULL,
  source_id TEXT NOT NULL,
  "foreign" TEXT NOT NULL,
  PRIMARY KEY (set_no, document_label_id),
  UNIQUE (set_no, layer, label)
) STRICT, WITHOUT ROWID;
CREATE TABLE op(  -- one edit = one transaction = one step of undo
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no),
  op_no INTEGER NOT NULL,
  at INTEGER NOT NULL,  -- milliseconds since 1970
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  name TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undoes INTEGER,
  redoes INTEGER,
  PRIMARY KEY (origin_no, op_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE op_set(  -- which sets an op touched
  origin_no INTEGER NOT NULL,
  op_no INTEGER NOT NULL,
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no),
  PRIMARY KEY (origin_no, op_no, set_no),
  FOREIGN KEY (origin_no, op_no) REFERENCES op(origin_no, op_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_of_set ON op_set(set_no, op_no);
CREATE TABLE current_op(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  op_no INTEGER  -- NULL outside an op, so that any logged write fails
) STRICT;
INSERT INTO current_op VALUES (1, NULL);
"""

# Table -> (key columns, logged columns with their types). Every version of a row is kept in `<table>_log`.
LOGGED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "document": (
        ("document_no",),
        {"name": "TEXT", "title": "TEXT", "language": "TEXT", "direction": "TEXT", "meta": "TEXT", "foreign": "TEXT"},
    ),
    "annotation_set": (("set_no",), {"state": "TEXT", "note": "TEXT", "doubt": "TEXT"}),
    "span": (
        ("set_no", "span_id"),
        {
            "layer": "TEXT", "label": "TEXT", "start": "INTEGER", "end": "INTEGER", "quote": "TEXT",
            "fragments": "TEXT", "attributes": "TEXT", "note": "TEXT", "doubt": "TEXT", "origin": "TEXT",
            "source_id": "TEXT", "foreign": "TEXT",
        },
    ),
    "relation": (
        ("set_no", "relation_id"),
        {
            "layer": "TEXT", "label": "TEXT", "source": "BLOB", "target": "BLOB", "note": "TEXT",
            "source_id": "TEXT", "foreign": "TEXT",
        },
    ),
    "document_label": (
        ("set_no", "document_label_id"),
        {"layer": "TEXT", "label": "TEXT", "value": "TEXT", "source_id": "TEXT", "foreign": "TEXT"},
    ),
    "rejection": (
        ("set_no", "rejection_id"),
        {
            "layer": "TEXT", "label": "TEXT", "start": "INTEGER", "end": "INTEGER", "quote": "TEXT",
            "source": "TEXT", "instead": "TEXT",
        },
    ),
    "intended": (("intended_id",), {"key": "TEXT", "variants": "TEXT"}),
    "project": (("one",), {"schema_no": "INTEGER", "guidelines": "TEXT", "settings": "TEXT"}),
    "assignment": (
        ("assignment_id",),
        {"document_id": "BLOB", "annotator_id": "BLOB", "pack_id": "BLOB", "at": "INTEGER"},
    ),
    "submission": (
        ("submission_id",),
        {"file": "TEXT", "sha256": "TEXT", "origin_id": "BLOB", "at": "INTEGER"},
    ),
    "received": (("received_no",), {"revision": "INTEGER"}),
    "decision": (
        ("decision_id",),
        {
            "document_id": "BLOB", "cluster": "BLOB", "parent": "BLOB", "subject": "TEXT", "layer": "TEXT",
            "name": "TEXT", "inputs": "TEXT", "state": "TEXT", "outcome": "TEXT", "answer": "TEXT", "method": "TEXT",
            "curator": "TEXT", "at": "INTEGER", "reason": "TEXT", "comment": "TEXT", "replaces": "TEXT",
        },
    ),
}  # fmt: skip


def logged(*tables: str) -> str:
    """Return the log tables and triggers of these tables of `LOGGED`."""
    return "".join(_log_of(table, *LOGGED[table]) for table in tables)


def _log_of(table: str, keys: tuple[str, ...], values: dict[str, str]) -> str:
    key_type = {key: "BLOB" if key.endswith("_id") else "INTEGER" for key in keys}
    key_columns = ", ".join(f"{key} {kind} NOT NULL" for key, kind in key_type.items())
    value_columns = ", ".join(f'"{name}" {kind}' for name, kind in values.items())
    moved = " OR ".join(f"NEW.{key} IS NOT OLD.{key}" for key in keys)
    return f"""
CREATE TABLE {table}_log({key_columns}, op_no INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  {value_columns}, PRIMARY KEY ({", ".join([*keys, "op_no"])})) STRICT, WITHOUT ROWID;
CREATE INDEX {table}_log_op ON {table}_log(op_no);
{_log_writers(table, keys, values)}
CREATE TRIGGER {table}_key BEFORE UPDATE ON {table} WHEN {moved}
  BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
CREATE TRIGGER {table}_log_delete BEFORE DELETE ON {table}_log
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER {table}_log_update BEFORE UPDATE ON {table}_log
  WHEN OLD.op_no IS NOT (SELECT op_no FROM current_op)
  BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""


def _log_writers(table: str, keys: tuple[str, ...], values: dict[str, str], *, shown: bool = False) -> str:
    """Return the triggers that write a table's log; made anew when the table gets a further column.

    Args:
        shown: leave alone what is only shown of a log that came with it from another file.
    """
    quoted = [f'"{name}"' for name in values]
    columns = ", ".join([*keys, "op_no", "gone", *quoted])
    op = "(SELECT op_no FROM current_op)"

    def version(row: str, gone: int) -> str:
        cells = [f"{row}.{key}" for key in keys] + [op, str(gone)]
        cells += [f"{row}.{name}" if not gone else "NULL" for name in quoted]
        # One op may change a row twice: its last version counts.
        kept = ", ".join(f"{name} = excluded.{name}" for name in ["gone", *quoted])
        return f"INSERT INTO {table}_log({columns}) VALUES ({', '.join(cells)}) ON CONFLICT DO UPDATE SET {kept};"

    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in quoted)
    if shown:
        own = "(SELECT showing FROM current_op) = 0"
        always, changed = f"WHEN {own} ", f"{own} AND ({changed})"
    else:
        always = ""
    return f"""
CREATE TRIGGER {table}_ai AFTER INSERT ON {table} {always}BEGIN {version("NEW", 0)} END;
CREATE TRIGGER {table}_au AFTER UPDATE ON {table} WHEN {changed} BEGIN {version("NEW", 0)} END;
CREATE TRIGGER {table}_ad AFTER DELETE ON {table} {always}BEGIN {version("OLD", 1)} END;
"""


def _append_only(table: str) -> str:
    return f"""
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} never changes'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} never changes'); END;
"""


@step
def m0001_first(db: Database) -> None:
    """All tables of the first released format."""
    logs = logged("document", "span", "relation", "document_label")
    logs += _log_of("annotation_set", ("set_no",), {"state": "TEXT", "note": "TEXT"})
    db.executescript(TABLES + logs + "".join(map(_append_only, ("document_text", "op", "op_set"))))
    db.execute("PRAGMA user_version = 1")


MORE_TABLES = """
CREATE TABLE rejection(  -- a suggestion that was not taken
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE RESTRICT,
  rejection_id BLOB NOT NULL CHECK (length(rejection_id) = 16),
  layer TEXT NOT NULL CHECK (length(layer) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 64),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  source TEXT NOT NULL,
  instead TEXT NOT NULL,
  PRIMARY KEY (set_no, rejection_id),
  CHECK (length(quote) = end - start)
) STRICT, WITHOUT ROWID;
CREATE TABLE intended(  -- a string that is labelled in several ways, rightly
  intended_id BLOB PRIMARY KEY CHECK (length(intended_id) = 16),
  key TEXT NOT NULL,
  variants TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE active_time(  -- how long an article was worked on; no part of the annotations, so not logged
  set_no INTEGER NOT NULL REFERENCES annotation_set(set_no) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (length(day) = 10),
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (set_no, day)
) STRICT, WITHOUT ROWID;
ALTER TABLE annotation_set ADD COLUMN doubt TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation_set_log ADD COLUMN doubt TEXT DEFAULT '';
DROP TRIGGER annotation_set_ai;
DROP TRIGGER annotation_set_au;
DROP TRIGGER annotation_set_ad;
ALTER TABLE project ADD COLUMN guidelines TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
"""


@step
def m0002_suggestions_and_settings(db: Database) -> None:
    """Rejected suggestions, what holds for the whole project with its past, and time at work."""
    db.executescript(MORE_TABLES + logged("rejection", "intended", "project"))
    db.executescript(_log_writers("annotation_set", *LOGGED["annotation_set"]))
    # What the project says before any edit is its version at step 0.
    db.execute(
        "INSERT INTO project_log(one, op_no, gone, schema_no, guidelines, settings)"
        " SELECT one, 0, 0, schema_no, guidelines, settings FROM project"
    )
    db.execute("PRAGMA user_version = 2")


# What lies in an annotation set, parents first.
SET_TABLES = ("annotation_set", "span", "relation", "document_label", "rejection")

MERGE_TABLES = """
ALTER TABLE current_op ADD COLUMN showing INTEGER NOT NULL DEFAULT 0 CHECK (showing IN (0, 1));
CREATE TABLE received(  -- an annotation set that came from another file; all its versions are in the logs
  received_no INTEGER PRIMARY KEY,  -- its number in annotation_set while it is shown, and in the logs for ever
  set_id BLOB NOT NULL UNIQUE CHECK (length(set_id) = 16),
  origin_no INTEGER NOT NULL REFERENCES origin(origin_no) CHECK (origin_no > 1),
  document_no INTEGER NOT NULL REFERENCES document(document_no),
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no),
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'gold')),
  schema_no INTEGER NOT NULL REFERENCES schema(schema_no),
  "foreign" TEXT NOT NULL,
  known INTEGER NOT NULL,  -- its newest step in the logs
  revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND known)  -- the step that is shown; 0: it is not shown
) STRICT;
CREATE TABLE alias(  -- an annotator of another file who is one of ours under another id
  annotator_id BLOB PRIMARY KEY CHECK (length(annotator_id) = 16),
  annotator_no INTEGER NOT NULL REFERENCES annotator(annotator_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE submission(  -- a file that was merged into this one
  submission_id BLOB PRIMARY KEY CHECK (length(submission_id) = 16),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  origin_id BLOB NOT NULL CHECK (length(origin_id) = 16),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment(  -- an article that was dealt to an annotator
  assignment_id BLOB PRIMARY KEY CHECK (length(assignment_id) = 16),
  document_id BLOB NOT NULL REFERENCES document(document_id),
  annotator_id BLOB NOT NULL REFERENCES annotator(annotator_id),
  pack_id BLOB NOT NULL CHECK (length(pack_id) = 16),  -- the origin of the file it was dealt out in
  at INTEGER NOT NULL,
  UNIQUE (document_id, annotator_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision(  -- what was settled about one cluster; never changed, only replaced by another
  decision_id BLOB PRIMARY KEY CHECK (length(decision_id) = 16),
  document_id BLOB NOT NULL REFERENCES document(document_id),
  cluster BLOB NOT NULL CHECK (length(cluster) = 16),
  parent BLOB CHECK (length(parent) = 16),
  subject TEXT NOT NULL CHECK (subject IN ('span', 'attribute', 'role', 'field', 'whole')),
  layer TEXT NOT NULL,
  name TEXT NOT NULL,
  inputs TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'deferred', 'settled')),
  outcome TEXT NOT NULL CHECK (outcome IN ('take', 'edit', 'reject', '')),
  answer TEXT,
  method TEXT NOT NULL,
  curator TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  replaces TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_document ON decision(document_id);
"""


@step
def m0003_packs_and_merges(db: Database) -> None:
    """What was dealt out, what came back and how much of it is shown, and what was decided about it."""
    db.executescript(MERGE_TABLES + logged("received", "submission", "assignment", "decision"))
    for table in SET_TABLES:
        for trigger in ("ai", "au", "ad"):
            db.execute(f"DROP TRIGGER {table}_{trigger}")
        db.executescript(_log_writers(table, *LOGGED[table], shown=True))
    db.execute("PRAGMA user_version = 3")


def known_objects(version: int) -> frozenset[tuple[str, ...]]:
    """Return what a file of a format version holds: type, name, table and SQL (without its white space) of each."""
    return _known_objects(tuple(STEPS[:version]))


@cache
def _known_objects(steps: tuple[Callable[[Database], None], ...]) -> frozenset[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        take_steps(connection, steps)
        return objects_of(connection)


def objects_of(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Return what a file holds, to be compared with `known_objects`; rows that are none come as they are."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return frozenset((str(a), str(b), str(c), "".join(str(sql).split())) for a, b, c, sql in rows)


# Opening and making the file ------------------------------------------------------------------------------------


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect with the settings every connection needs; commits only where we say so."""
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    connection.create_function("casefold", 1, str.casefold, deterministic=True)  # SQLite's lower() is ASCII only
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "recursive_triggers=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def bring_up_to_date(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    """Refuse what is not ours or newer than we are; copy an older file aside and migrate it.

    Raises:
        PeymanError: `project_foreign`, `project_newer`, `project_older` (an older one, for reading only).
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise PeymanError("project_foreign", path=path)
    done = steps_done(connection)
    ours = {step.__name__ for step in STEPS}
    if not done:  # a project file is made in one piece, so it has at least the first step
        raise PeymanError("project_foreign", path=path)
    if version > FORMAT_VERSION or done - ours:
        raise PeymanError("project_newer", path=path)
    if ours - done:
        if read_only:
            raise PeymanError("project_older", path=path)
        _copy_aside(connection, path, version)
        take_steps(connection)


def steps_done(connection: sqlite3.Connection) -> set[str]:
    """Name the steps a file has taken; none if it is no file of ours."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchall():
        return set()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [MIGRATION_SET])
    return {name for (name,) in rows.fetchall()}


def take_steps(connection: sqlite3.Connection, steps: Sequence[Callable[[Database], None]] = ()) -> Database:
    """Take the steps (all there are, or these) that a file has not taken yet, all or none."""
    # Only here: sqlite-utils brings click, dateutil and numpy, which cost more than opening the window.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    db = Database(connection, execute_plugins=False)
    runner = Migrations(MIGRATION_SET)
    for function in steps or STEPS:
        runner()(function)
    with db.atomic():
        runner.apply(db)
    return db


def keep_a_log(connection: sqlite3.Connection) -> None:
    """Log ahead of writing where the disk grants it (one flush a label); else the slower journal, as safe."""
    (journal,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    connection.execute(f"PRAGMA synchronous={'FULL' if journal == 'wal' else 'EXTRA'}")
    connection.execute("PRAGMA wal_autocheckpoint=8000")  # `Project.checkpoint` does it when idle


def _copy_aside(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep the file as it is now beside itself; an earlier copy is never replaced, nor the same one kept twice."""
    draft = path.with_name(f".{path.name}.copy")
    draft.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM INTO ?", [str(draft)])
        for number in itertools.count(1):
            more = "" if number == 1 else f"-{number}"
            copy = path.with_name(f"{path.stem}.before-update-{version}{more}{path.suffix}")
            if not copy.exists():
                draft.rename(copy)
                return
            if filecmp.cmp(draft, copy, shallow=False):
                return
    finally:
        draft.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file has in common with the one it was dealt out from; a new project has none of it."""

    project_id: UUID
    annotator_id: UUID
    created_at: int  # milliseconds since 1970


def write_new(
    path: Path, annotator: str, schema: Schema, guidelines: str = "", *, identity: Identity | None = None
) -> None:
    """Write a whole new project file with one annotator."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA foreign_keys=ON")
        db = take_steps(connection)
        same = identity or Identity(new_id(), new_id(), time.time_ns() // 1_000_000)
        with db.atomic():
            db.table("origin").insert({"origin_no": THIS_FILE, "origin_id": new_id().bytes})
            db.table("annotator").insert(
                {"annotator_no": 1, "annotator_id": same.annotator_id.bytes, "name": annotator}
            )
            db.table("schema").insert({"schema_no": 1, "sha256": schema.sha256, "body": schema.body})
            db.execute("UPDATE current_op SET op_no = 0")
            db.table("project").insert(
                {
                    "one": 1, "project_id": same.project_id.bytes, "created_at": same.created_at, "annotator_no": 1,
                    "schema_no": 1, "guidelines": guidelines,
                }
            )  # fmt: skip
            db.execute("UPDATE current_op SET op_no = NULL")
    finally:
        connection.close()
