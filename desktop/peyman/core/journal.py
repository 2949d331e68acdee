"""The project file as records with a past: edits are written here, remembered, and rebuilt for undo.

An *op* is one edit, one durable transaction, one step of undo. Its versions are written by triggers (see
`migrations`); here stands what writes the rows, checks that an edit still fits, and reads the past back.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from .edits import Change, Edit, Step
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .migrations import LOGGED, SET_TABLES, THIS_FILE
from .model import Annotation, Received, Record, Span
from .records import READERS, cells, table_for, table_of

T = TypeVar("T", bound=Record)

MESSAGES |= {
    "project_read_only": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is open for reading only, so nothing can be changed here."
    ),
    "project_unreadable": QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be read ({reason}). Check the disk; if this stays, restore it from a copy."
    ),
    "edit_foreign": QT_TRANSLATE_NOOP(
        "errors",
        "The annotations of {annotator} on “{document}” came from another file and are changed only there. "
        "Settle differences in gold, or let {annotator} hand in a newer file.",
    ),
    "project_io": QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be written ({reason}). The step was not saved; free the disk and repeat it."
    ),
}


# Tables whose rows are known by a number inside the file, and where the id lies that travels.
_ID_COLUMNS = {
    "annotation_set": "set_id", "document": "document_id", "project": "project_id", "received": "set_id",
}  # fmt: skip
_BULK_CACHE = -(32 << 10)  # KiB of pages kept while many rows are written
_Key: TypeAlias = tuple[int | bytes, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of an annotation's history."""

    at: int  # milliseconds since 1970
    annotator: str
    name: str  # of the edit
    record: Record | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One edit of the past, as a list shows it: which set it touched first, and what stood there."""

    number: int
    at: int  # milliseconds since 1970
    name: str
    set_number: int
    document_number: int


class Journal:
    """An open file of logged records. Bound to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._annotator_no = 0  # who is at work; set by whoever opens the file
        self._op: int | None = None
        self._texts: dict[int, str] = {}

    @property
    def connection(self) -> sqlite3.Connection:
        """For those modules of the core that speak SQL themselves."""
        return self._connection

    # Changing -------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit, *, undoes: int | None = None, redoes: int | None = None) -> int:
        """Write an edit durably, with its history; return the number of its step, 0 if it changes nothing.

        Raises:
            PeymanError: `edit_stale` when a record is not as the edit expects, `check_quote` when a span does
                not quote its text, `project_read_only`, `project_io`. Nothing is written then.
        """
        changes = [change for change in edit.changes if change.before != change.after]
        if not changes:
            return 0  # no step: undoing it would do nothing
        with self.batch(edit.name, undoable=True, undoes=undoes, redoes=redoes) as number:
            self.write(changes)
        return number

    @contextlib.contextmanager
    def batch(
        self, name: str, *, undoable: bool = False, undoes: int | None = None, redoes: int | None = None,
        bulk: bool = False,
    ) -> Iterator[int]:
        """One op: everything written inside is kept together or not at all. Gives the op's number.

        With `bulk` there is room for many rows: how SQLite works changes, not what it guarantees.
        """
        with self._room() if bulk else contextlib.nullcontext(), self._transaction():
            (number,) = self._row("SELECT coalesce(max(op_no), 0) + 1 FROM op WHERE origin_no = ?", [THIS_FILE])
            self._connection.execute(
                "INSERT INTO op(origin_no, op_no, at, annotator_no, name, undoable, undoes, redoes)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [THIS_FILE, number, now(), self._annotator_no, name, undoable, undoes, redoes],
            )
            self._connection.execute("UPDATE current_op SET op_no = ?", [number])
            self._op = number
            try:
                yield number
            finally:
                self._op = None
            self._connection.execute("UPDATE current_op SET op_no = NULL")

    @contextlib.contextmanager
    def _room(self) -> Iterator[None]:
        """Let a long transaction keep its pages in memory instead of writing them out early, over and over.

        So do the notes by which SQLite could take back a single statement: each trigger writes some, and otherwise
        they go to a temporary file.
        """
        wanted = {"cache_size": _BULK_CACHE, "temp_store": 2}  # in memory
        before = {name: self._row(f"PRAGMA {name}")[0] for name in wanted}
        self._set_pragmas(wanted)
        try:
            yield
        finally:
            self._set_pragmas(before)

    def _set_pragmas(self, values: Mapping[str, int]) -> None:
        for name, value in values.items():
            self._connection.execute(f"PRAGMA {name}={value}").fetchall()

    def steps(self) -> Iterator[Step]:
        """Return the undoable steps of the annotator at work, newest first, read in pages."""
        before = sys.maxsize
        while True:
            rows = self._rows(
                "SELECT op_no, name, undoes, redoes FROM op WHERE origin_no = ? AND annotator_no = ?"
                " AND undoable AND op_no < ? ORDER BY op_no DESC LIMIT 100",
                [THIS_FILE, self._annotator_no, before],
            )
            if not rows:
                return
            for row in rows:
                yield Step(*row)
            before = rows[-1][0]

    def edit_of(self, step_number: int) -> Edit:
        """Rebuild what a step changed from the versions before and after it."""
        (name,) = self._row("SELECT name FROM op WHERE origin_no = ? AND op_no = ?", [THIS_FILE, step_number])
        changes: list[Change] = []
        for table in READERS:
            for key, after in self._versions(table, step_number):
                before = self._version_before(table, key, step_number)
                if before != after:
                    changes.append(Change(_set_of(table, key), before, after))
        return Edit(name, tuple(changes))

    def latest(self, count: int) -> list[Entry]:
        """Return the last undoable edits of the annotator at work that touched a set, newest first."""
        rows = self._rows(
            "SELECT o.op_no, o.at, o.name, s.set_no, s.document_no FROM op o JOIN annotation_set s"
            " ON s.set_no = (SELECT min(set_no) FROM op_set t WHERE t.origin_no = o.origin_no AND t.op_no = o.op_no)"
            " WHERE o.origin_no = ? AND o.annotator_no = ? AND o.undoable AND o.undoes IS NULL AND o.redoes IS NULL"
            " ORDER BY o.op_no DESC LIMIT ?",
            [THIS_FILE, self._annotator_no, count],
        )
        return [Entry(*row) for row in rows]

    def history(self, set_number: int, record_id: UUID) -> list[Version]:
        """Return the versions of a span, newest first."""
        columns = ", ".join(f'l."{name}"' for name in LOGGED["span"][1])
        rows = self._rows(
            f"SELECT o.at, a.name, o.name, l.gone, {columns} FROM span_log l"
            " JOIN annotation_set s ON s.set_no = l.set_no"
            " JOIN op o ON o.origin_no = s.origin_no AND o.op_no = l.op_no"
            " JOIN annotator a ON a.annotator_no = o.annotator_no"
            " WHERE l.set_no = ? AND l.span_id = ? AND l.op_no <= s.revision ORDER BY l.op_no DESC",
            [set_number, record_id.bytes],
        )
        return [
            Version(row[0], row[1], row[2], None if row[3] else READERS["span"](record_id, row[4:]))
            for row in rows
        ]

    def finishings(self) -> list[tuple[str, int]]:
        """Return who finished an article and when (milliseconds since 1970), by time; those that still are finished.

        Of what was imported as finished nobody knows when.
        """
        rows = self._rows(
            "SELECT l.set_no, l.state, o.at, o.name, a.name FROM annotation_set_log l JOIN annotation_set s USING"
            " (set_no) JOIN op o ON o.origin_no = s.origin_no AND o.op_no = l.op_no"
            " JOIN annotator a ON a.annotator_no = s.annotator_no"
            " WHERE s.kind = 'annotation' AND s.state = 'finished' AND l.op_no <= s.revision"
            " ORDER BY l.set_no, l.op_no"
        )
        found: dict[int, tuple[str, int]] = {}
        finished: set[int] = set()
        for set_number, state, at, name, annotator in rows:
            if state == "finished" and set_number not in finished and name != "import":
                found[set_number] = (annotator, at)
            (finished.add if state == "finished" else finished.discard)(set_number)
        return sorted(found.values(), key=lambda one: (one[1], one[0]))

    def moments(self) -> Iterator[tuple[str, int]]:
        """Yield who made an edit and when, annotator by annotator in the order of time; merged ones too."""
        yield from self._rows(
            "SELECT a.name, o.at FROM op o JOIN annotator a USING (annotator_no) WHERE o.undoable"
            " ORDER BY a.name, o.at"
        )

    def records(self, kind: type[T], **equal: object) -> list[T]:
        """Return the records of a kind that lies in no set, in the order of their ids; those with these values."""
        table = table_for(kind)
        (key,) = LOGGED[table][0]
        where = " AND ".join(f'"{name}" = ?' for name in equal) or "1"
        values = [value.bytes if isinstance(value, UUID) else value for value in equal.values()]
        rows = self._rows(
            f"SELECT {_ID_COLUMNS.get(table, key)}, {_columns(table)} FROM {table} WHERE {where} ORDER BY 1", values
        )
        found: list[Any] = [READERS[table](UUID(bytes=row[0]), row[1:]) for row in rows]
        return found

    # Writing ---------------------------------------------------------------------------------------------------

    def _insert_all(self, set_number: int, records: Iterable[Annotation]) -> None:
        """Insert many records of a set that has none: nothing to compare with, so table by table.

        Their log is written table by table too. What the triggers write of each row, one by one, is the same; but it
        takes as long again as the rows.
        """
        by_table: dict[str, list[list[object]]] = {}
        for record in records:
            if isinstance(record, Span):
                self._check_quote(set_number, record)
            by_table.setdefault(table_of(record), []).append([set_number, record.id.bytes, *cells(record)])
        with self._unlogged():
            for table, rows in by_table.items():
                self._connection.executemany(_insert(table, LOGGED[table][0]), rows)
                columns = f"{', '.join(LOGGED[table][0])}, {_columns(table)}"
                self._connection.execute(
                    f"INSERT INTO {table}_log({columns}, op_no, gone) SELECT {columns}, ?, 0 FROM {table}"
                    " WHERE set_no = ?",
                    [self._op, set_number],
                )

    @contextlib.contextmanager
    def _unlogged(self) -> Iterator[None]:
        """Let the triggers write nothing: the log has the rows already, or gets them at once."""
        self._connection.execute("UPDATE current_op SET showing = 1")
        try:
            yield
        finally:
            self._connection.execute("UPDATE current_op SET showing = 0")

    def next_set_number(self) -> int:
        """Return a number that no set has or had; those that are not shown at the moment keep theirs."""
        number: int = self._row(
            "SELECT 1 + max(coalesce((SELECT max(set_no) FROM annotation_set), 0),"
            " coalesce((SELECT max(received_no) FROM received), 0))"
        )[0]
        return number

    def _touch(self, set_number: int) -> None:
        """Note that the op under way changes a set."""
        self._connection.execute("INSERT OR IGNORE INTO op_set VALUES (?, ?, ?)", [THIS_FILE, self._op, set_number])
        self._connection.execute(
            "UPDATE annotation_set SET revision = ?, updated_at = ? WHERE set_no = ?",
            [self._op, now(), set_number],
        )

    def write(self, changes: Sequence[Change]) -> None:
        """Write changes inside `batch`; every row is checked first, so that a stale edit changes nothing.

        Raises:
            PeymanError: `edit_stale`, `edit_foreign`, `check_quote`.
        """
        for set_number in dict.fromkeys(change.set_number for change in changes):
            if set_number:
                self._check_own(set_number)
        for change in changes:
            if self._current(change) != change.before:
                raise PeymanError("edit_stale")
            if isinstance(change.after, Span):
                self._check_quote(change.set_number, change.after)
        for change in changes:
            self._write_row(change)
        for set_number in dict.fromkeys(change.set_number for change in changes):
            if set_number:
                self._touch(set_number)
        if any(isinstance(change.record, Received) for change in changes):
            self._show()

    def _check_own(self, set_number: int) -> None:
        """Steps are counted by each file for itself, so no step of this one may change what came from another."""
        rows = self._rows(
            "SELECT s.origin_no, d.name, a.name FROM annotation_set s JOIN document d USING (document_no)"
            " JOIN annotator a USING (annotator_no) WHERE s.set_no = ?",
            [set_number],
        )
        if rows and rows[0][0] != THIS_FILE:
            raise PeymanError("edit_foreign", document=rows[0][1], annotator=rows[0][2])

    def _show(self) -> None:
        """Make what is shown of received sets what the op under way says: all they hold, as their logs have it."""
        changed = "SELECT received_no FROM received_log WHERE op_no = ?"
        (taken,) = self._row(
            "SELECT count(*) FROM received r JOIN annotation_set s USING (document_no, annotator_no, kind)"
            f" WHERE r.received_no IN ({changed}) AND r.revision > 0 AND s.set_no NOT IN ({changed})",
            [self._op, self._op],
        )
        if taken:  # the place has been filled since
            raise PeymanError("edit_stale")
        with self._unlogged():
            for table in reversed(SET_TABLES):
                self._connection.execute(f"DELETE FROM {table} WHERE set_no IN ({changed})", [self._op])
            self._connection.execute(
                "INSERT INTO annotation_set(set_no, set_id, origin_no, document_no, annotator_no, kind, schema_no,"
                ' "foreign", state, note, doubt, revision, updated_at)'
                " SELECT r.received_no, r.set_id, r.origin_no, r.document_no, r.annotator_no, r.kind, r.schema_no,"
                ' r."foreign", l.state, l.note, l.doubt, r.revision, coalesce(o.at, 0)'
                " FROM received r JOIN annotation_set_log l ON l.set_no = r.received_no"
                f" AND {_in_force('annotation_set', 'set_no')}"
                " LEFT JOIN op o ON o.origin_no = r.origin_no AND o.op_no = r.revision"
                f" WHERE r.received_no IN ({changed})",
                [self._op],
            )
            for table in SET_TABLES[1:]:
                key = LOGGED[table][0][1]
                cells = ", ".join(f'l."{name}"' for name in LOGGED[table][1])
                self._connection.execute(
                    f"INSERT INTO {table}(set_no, {key}, {_columns(table)})"
                    f" SELECT l.set_no, l.{key}, {cells} FROM received r"
                    f" JOIN {table}_log l ON l.set_no = r.received_no AND {_in_force(table, 'set_no', key)}"
                    f" WHERE r.received_no IN ({changed})",
                    [self._op],
                )

    def _write_row(self, change: Change) -> None:
        table = table_of(change.record)
        keys, values = LOGGED[table]
        where, place = _place(table, change)
        if change.after is None:
            self._connection.execute(f"DELETE FROM {table} WHERE {where}", place)
        elif change.before is None:
            self._connection.execute(_insert(table, keys), [*place, *cells(change.after)])
        else:
            pairs = ", ".join(f'"{name}" = ?' for name in values)
            self._connection.execute(f"UPDATE {table} SET {pairs} WHERE {where}", [*cells(change.after), *place])

    def _current(self, change: Change) -> Record | None:
        table = table_of(change.record)
        where, place = _place(table, change)
        rows = self._rows(f"SELECT {_columns(table)} FROM {table} WHERE {where}", place)
        return READERS[table](change.record.id, rows[0]) if rows else None

    # The past --------------------------------------------------------------------------------------------------

    def _versions(self, table: str, op_no: int) -> list[tuple[_Key, Record | None]]:
        keys, _ = LOGGED[table]
        # Steps are counted by each file for itself; what lies in no set is of this file.
        ours = " AND (SELECT origin_no FROM annotation_set s WHERE s.set_no = l.set_no) = ?" if "set_no" in keys else ""
        rows = self._rows(
            f"SELECT {', '.join(keys)}, gone, {_columns(table)} FROM {table}_log l WHERE op_no = ?{ours}",
            [op_no, THIS_FILE] if ours else [op_no],
        )
        size = len(keys)
        return [(row[:size], self._read(table, row[:size], row[size], row[size + 1 :])) for row in rows]

    def _version_before(self, table: str, key: _Key, op_no: int) -> Record | None:
        where = " AND ".join(f"{name} = ?" for name in LOGGED[table][0])
        rows = self._rows(
            f"SELECT gone, {_columns(table)} FROM {table}_log WHERE {where} AND op_no < ?"
            " ORDER BY op_no DESC LIMIT 1",
            [*key, op_no],
        )
        return self._read(table, key, rows[0][0], rows[0][1:]) if rows else None

    def _read(self, table: str, key: _Key, gone: int, cells: Sequence[Any]) -> Record | None:
        if gone:
            return None
        last = key[-1]
        if not isinstance(last, bytes):  # its row is known here by a number
            (name,) = LOGGED[table][0]
            last = self._row(f"SELECT {_ID_COLUMNS[table]} FROM {table} WHERE {name} = ?", [last])[0]
        return READERS[table](UUID(bytes=last), cells)

    def _check_quote(self, set_number: int, span: Span) -> None:
        text = self._text_of_set(set_number)
        if text[span.start : span.end] != span.quote:
            name, annotator = self._row(
                "SELECT d.name, a.name FROM annotation_set JOIN document d USING (document_no)"
                " JOIN annotator a USING (annotator_no) WHERE set_no = ?",
                [set_number],
            )
            raise PeymanError(
                "check_quote", document=name, annotator=annotator, span=span.source_id or span.id,
                start=span.start, end=span.end,
            )  # fmt: skip

    def _text_of_set(self, set_number: int) -> str:
        """The text a set is about; the last one is kept, as edits come document by document."""
        if set_number not in self._texts:
            (text,) = self._row(
                "SELECT text FROM document_text JOIN annotation_set USING (document_no) WHERE set_no = ?",
                [set_number],
            )
            self._texts = {set_number: text}
        return self._texts[set_number]

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only:
            raise PeymanError("project_read_only", path=self.path)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._texts.clear()  # a set made here is gone, and its number free for another
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise PeymanError("project_io", path=self.path, reason=error) from error

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Read to the end: a half-read cursor would hold a transaction open."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise PeymanError("project_unreadable", path=self.path, reason=error) from error

    def _row(self, sql: str, values: Sequence[object] = ()) -> Any:
        return self._rows(sql, values)[0]

    def _number(self, sql: str, *values: object) -> int | None:
        rows = self._rows(sql, values)
        return rows[0][0] if rows else None


def now() -> int:
    """Return the milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def _set_of(table: str, key: _Key) -> int:
    number = key[0] if LOGGED[table][0][0] == "set_no" else 0
    assert isinstance(number, int)
    return number


def _place(table: str, change: Change) -> tuple[str, list[object]]:
    """Return the condition that finds a record's row, and its values."""
    keys, _ = LOGGED[table]
    column = _ID_COLUMNS.get(table, keys[-1])
    if "set_no" in keys:
        return f"set_no = ? AND {column} = ?", [change.set_number, change.record.id.bytes]
    return f"{column} = ?", [change.record.id.bytes]


def _columns(table: str) -> str:
    return ", ".join(f'"{name}"' for name in LOGGED[table][1])


def _insert(table: str, keys: Sequence[str]) -> str:
    columns = [*keys, *LOGGED[table][1]]
    quoted = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table}({quoted}) VALUES ({', '.join('?' * len(columns))})"


def _in_force(table: str, *keys: str, until: str = "r.revision") -> str:
    """Return the condition that a version `l` of a log is the newest one up to a step, such as what is shown."""
    same = " AND ".join(f"n.{key} = l.{key}" for key in keys)
    return (
        f"NOT l.gone AND l.op_no <= {until} AND NOT EXISTS (SELECT 1 FROM {table}_log n"
        f" WHERE {same} AND n.op_no > l.op_no AND n.op_no <= {until})"
    )


def history_faults(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield each table that is not as its log says, and in how many rows."""
    for table, (keys, values) in LOGGED.items():
        same = " AND ".join(f't."{name}" IS l."{name}"' for name in values)
        source, end = f"{table}_log l", "9223372036854775807"
        if "set_no" in keys:
            # What came from another file is shown as it was at a step; its log may go on.
            source = f"annotation_set s CROSS JOIN {source} ON l.set_no = s.set_no"
            end = f"CASE s.origin_no WHEN {THIS_FILE} THEN {end} ELSE s.revision END"
        ((alive, found, equal),) = connection.execute(
            f"SELECT count(*), count(t.{keys[0]}), coalesce(sum(t.{keys[0]} IS NOT NULL AND {same}), 0) FROM {source}"
            f" LEFT JOIN {table} t ON {' AND '.join(f't.{key} = l.{key}' for key in keys)}"
            f" WHERE {_in_force(table, *keys, until=end)}"
        ).fetchall()
        ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        if rows - equal + alive - found:
            yield table, rows - equal + alive - found
