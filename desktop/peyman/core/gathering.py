"""The project's own connection with files from elsewhere beside it: their history is read there and learned here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self, TypeVar
from uuid import UUID

from .errors import PeymanError
from .inspection import MAX_CELL, Inspected, StoppedError, copy_uri
from .merge_plan import COMES_IN, FilePlan, PersonPlan
from .migrations import LOGGED, SET_TABLES, THIS_FILE
from .project import Project

T = TypeVar("T")

AT_ONCE = 10  # files that SQLite attaches to one connection
_FUNCTIONS = frozenset(("max", "min", "count", "coalesce", "length", "sum", "total"))
# Tables that hold, for a moment, which sets and annotators are meant.
_SCRATCH = {
    "pair": "ours INTEGER, theirs INTEGER, upto INTEGER",
    "chosen": "ours INTEGER PRIMARY KEY, theirs INTEGER, known INTEGER, revision INTEGER, origin_no INTEGER,"
    " annotator_no INTEGER",
    "person": "theirs INTEGER PRIMARY KEY, ours INTEGER",
}


def at_once(files: Sequence[T], *, beside: int = 0) -> Iterator[Sequence[T]]:
    """Split files into groups that can be attached at once; each time beside so many others."""
    room = AT_ONCE - beside
    return (files[start : start + room] for start in range(0, len(files), room))


class Gathering:
    """The project's connection with checked copies beside it, where they can be read and nothing else."""

    def __init__(self, project: Project, sources: Mapping[str, Inspected], cancelled: Callable[[], bool]) -> None:
        self.project = project
        self.connection = project.connection
        self.sources = sources
        self._cancelled = cancelled
        self._limit = 0

    def __enter__(self) -> Self:
        try:
            for name, inspected in self.sources.items():
                self.connection.execute(f"ATTACH ? AS {name}", [copy_uri(inspected.copy)])
            for table, columns in _SCRATCH.items():
                self.connection.execute(f"CREATE TEMP TABLE {table}({columns}) STRICT")
            self.connection.execute("PRAGMA cell_size_check=ON")
            self._limit = self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
            self.connection.set_authorizer(self._may)
            self.connection.set_progress_handler(self._cancelled, 100_000)
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()

    def _leave(self) -> None:
        self.connection.set_progress_handler(None, 0)
        self.connection.set_authorizer(None)
        if self._limit:
            self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, self._limit)
        for table in _SCRATCH:
            self.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        attached = {row[1] for row in self.connection.execute("PRAGMA database_list").fetchall()}
        for name in self.sources:
            if name in attached:
                self.connection.execute(f"DETACH {name}")

    def _may(self, action: int, *about: str | None) -> int:
        """Let SQLite read everything, write only here, and call nothing that is not needed."""
        _, name, schema, _ = about
        allowed = action in (
            sqlite3.SQLITE_READ, sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT
        )  # fmt: skip
        if action in (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE):
            allowed = schema in ("main", "temp")
        elif action == sqlite3.SQLITE_FUNCTION:
            allowed = name in _FUNCTIONS
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    @contextmanager
    def looking(self) -> Iterator[None]:
        """See one state of the project, and leave nothing behind."""
        try:
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            if self._cancelled():
                raise StoppedError from None
            raise PeymanError("project_unreadable", path=self.project.path, reason=error) from error

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, values).fetchall()

    def fill(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Put these rows, and nothing else, into a scratch table."""
        self.connection.execute(f"DELETE FROM temp.{table}")
        marks = ", ".join("?" * (_SCRATCH[table].count(",") + 1))
        self.connection.executemany(f"INSERT INTO temp.{table} VALUES ({marks})", rows)

    # Learning

    def learn(self, source: str, file: FilePlan) -> None:
        """Take over the history of what comes in from a file; nothing of it is shown yet."""
        origins = self._learn_origins(source)
        people = {person.number: self._learn_person(person) for person in file.people}
        self.fill("person", people.items())
        number = self.project.next_set_number()
        chosen: list[tuple[int, int, int, int, int, int]] = []
        rows = self.rows(f"SELECT set_no, origin_no, annotator_no FROM {source}.annotation_set")
        facts = {row[0]: row[1:] for row in rows}
        known = {row[0]: row[1:] for row in self.rows("SELECT set_id, received_no, known FROM received")}
        for one in file.sets:
            if one.status in COMES_IN:
                if known.get(one.set_id.bytes, (0, 0)) != (one.here, one.known):
                    raise PeymanError("edit_stale")
                origin_no, annotator_no = facts[one.set_number]
                here = one.here or number
                number += not one.here
                chosen.append(
                    (here, one.set_number, one.known, one.revision, origins[origin_no], people[annotator_no])
                )
        self.fill("chosen", chosen)
        self._learn_sets(source)
        self._learn_steps(source, origins, file)
        for table in SET_TABLES:
            keys, values = LOGGED[table]
            columns = ", ".join(f'"{name}"' for name in (*keys[1:], "op_no", "gone", *values))
            theirs = ", ".join(f'l."{name}"' for name in (*keys[1:], "op_no", "gone", *values))
            self.connection.execute(
                f"INSERT INTO {table}_log(set_no, {columns}) SELECT c.ours, {theirs} FROM temp.chosen c"
                f" CROSS JOIN {source}.{table}_log l ON l.set_no = c.theirs"
                " WHERE l.op_no > c.known AND l.op_no <= c.revision ORDER BY c.ours"
            )

    def _learn_origins(self, source: str) -> dict[int, int]:
        """Return the number here of each origin of a file."""
        self.connection.execute(
            f"INSERT INTO origin(origin_id) SELECT origin_id FROM {source}.origin"
            " WHERE origin_id NOT IN (SELECT origin_id FROM main.origin)"
        )
        return dict(
            self.rows(f"SELECT o.origin_no, h.origin_no FROM {source}.origin o JOIN main.origin h USING (origin_id)")
        )

    def _learn_person(self, person: PersonPlan) -> int:
        """Return the number here of an annotator of a file."""
        known = self.rows("SELECT annotator_no, annotator_id FROM annotator WHERE name = ?", [person.here])
        if not known:
            known = self.rows(
                "INSERT INTO annotator(annotator_id, name) VALUES (?, ?) RETURNING annotator_no, annotator_id",
                [person.id.bytes, person.here],
            )
        number: int = known[0][0]
        if person.relation != "mapped":
            if known[0][1] != person.id.bytes:  # somebody else has been called so since it was planned
                raise PeymanError("edit_stale")
        else:
            self.connection.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", [person.id.bytes, number])
            # Somebody who was kept apart before, of whom nothing is shown now.
            self.connection.execute(
                "UPDATE received SET annotator_no = ? WHERE revision = 0"
                " AND annotator_no = (SELECT annotator_no FROM annotator WHERE annotator_id = ?)",
                [number, person.id.bytes],
            )
        return number

    def _learn_sets(self, source: str) -> None:
        ((step,),) = self.rows("SELECT op_no FROM current_op")
        # What is known before any step says what is shown of it is its version at step 0.
        self.connection.execute("UPDATE current_op SET op_no = 0")
        self.connection.execute(
            "INSERT INTO received(received_no, set_id, origin_no, document_no, annotator_no, kind, schema_no,"
            ' "foreign", known, revision)'
            " SELECT c.ours, s.set_id, c.origin_no, d.document_no, c.annotator_no, s.kind,"
            " coalesce((SELECT schema_no FROM main.schema h WHERE h.sha256 = x.sha256),"
            ' (SELECT schema_no FROM main.project)), s."foreign", c.revision, 0'
            f" FROM temp.chosen c JOIN {source}.annotation_set s ON s.set_no = c.theirs"
            f" JOIN {source}.schema x USING (schema_no) JOIN {source}.document t USING (document_no)"
            " JOIN main.document d ON d.sha256 = t.sha256 WHERE c.known = 0 ORDER BY c.ours"
        )
        self.connection.execute("UPDATE current_op SET op_no = ?", [step])
        self.connection.execute(
            "UPDATE received SET known = c.revision FROM temp.chosen c"
            " WHERE c.ours = received_no AND c.revision > received.known"
        )

    def _learn_steps(self, source: str, origins: Mapping[int, int], file: FilePlan) -> None:
        """Take over when and by whom each step was made, up to where the history splits off."""
        for origin_no, origin_id in self.rows(f"SELECT origin_no, origin_id FROM {source}.origin"):
            if origins[origin_no] != THIS_FILE:
                end = file.forked_at.get(UUID(bytes=origin_id), 1 << 62)
                self.connection.execute(
                    "INSERT OR IGNORE INTO op(origin_no, op_no, at, annotator_no, name, undoable, undoes, redoes)"
                    " SELECT ?, o.op_no, o.at, p.ours, o.name, o.undoable, o.undoes, o.redoes"
                    f" FROM {source}.op o JOIN temp.person p ON p.theirs = o.annotator_no"
                    " WHERE o.origin_no = ? AND o.op_no < ?",
                    [origins[origin_no], origin_no, end],
                )
