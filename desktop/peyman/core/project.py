"""The project file: one SQLite file that holds articles, annotations and every version they ever had.

A change of annotations is one `Edit`, written by `apply` (see `journal`) in one durable transaction together with
its history. SQL stands here, in `journal`, `reading` and `migrations`, and where files are dealt out and taken in. See
ARCHITECTURE.md, "The project file".
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, Literal, Self, TypeVar
from uuid import UUID

from .checks import problems_of
from .edits import Change, Edit
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .journal import history_faults, now
from .lock import FileLock
from .migrations import LOGGED, THIS_FILE, bring_up_to_date, connect, keep_a_log, write_new
from .model import (
    AnnotatedDocument,
    AnnotationSet,
    Attributes,
    Direction,
    Document,
    Intended,
    Json,
    ProjectInfo,
    SetKind,
    SetState,
    State,
    id_from_bytes,
    new_id,
)
from .reading import OwnSet, Reading, marks
from .records import ANNOTATIONS, READERS, dump, load, pack, unpack
from .schema import Schema, parse_schema

T = TypeVar("T")

MESSAGES |= {
    "project_exists": QT_TRANSLATE_NOOP("errors", "“{path}” is there already. Choose another name."),
    "project_missing": QT_TRANSLATE_NOOP("errors", "There is no project at “{path}”. Check the path."),
    "project_folder": QT_TRANSLATE_NOOP("errors", "The folder of “{path}” does not exist. Make it first."),
    "project_locked": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is open in another window or program. Close it there first."
    ),
    "project_unopened": QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be opened ({reason}). Check that you may read and write there."
    ),
    "project_damaged": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is damaged: something in it cannot be read. Look with “peyman check”, or restore a copy."
    ),
    "annotator_name": QT_TRANSLATE_NOOP(
        "errors", "“{name}” cannot be an annotator's name. Use 1 to 200 visible characters."
    ),
    "annotator_reserved": QT_TRANSLATE_NOOP(
        "errors", "“{name}” stands for a choice in exports, so nobody can be called so. Choose another name."
    ),
    "annotator_unknown": QT_TRANSLATE_NOOP(
        "errors", "Nobody called “{name}” has annotations in this project. There are: {names}."
    ),
    "document_name_taken": QT_TRANSLATE_NOOP("errors", "Another article is already called “{name}”."),
    "set_differs": QT_TRANSLATE_NOOP(
        "errors", "“{annotator}” already has other annotations on “{document}”; they were left as they are."
    ),
    "check_integrity": QT_TRANSLATE_NOOP(
        "errors", "The file is damaged ({reason}). Restore it from a copy."
    ),
    "check_text": QT_TRANSLATE_NOOP("errors", "The text of “{document}” is not the text that was imported."),
    "check_history": QT_TRANSLATE_NOOP("errors", "The table “{table}” does not match its history in {count} rows."),
}


# What a supervisor sets for the whole project, with what holds until then.
PROJECT_SETTINGS: dict[str, Json] = {
    "control_share": 0.15,  # of the articles get no suggestions, to see what suggestions do to the annotators
    "control_seed": "",  # says which ones
    "suggest_on_shared": False,  # whether articles that several people annotate get suggestions
    "shared_documents": [],  # ids of those that were dealt out to several people
    "feedback": {},  # the newest sheet for the annotator of this file (core/feedback.py)
}


@dataclass(frozen=True, slots=True)
class SetInfo:
    """Whose annotations of a document there are, and how many."""

    number: int
    annotator: str
    kind: SetKind
    state: State
    entities: int
    commitments: int


@dataclass(frozen=True, slots=True)
class SuggestionCount:
    """How many suggestions of one source were taken as they were, taken with another label, and rejected."""

    accepted: int = 0
    retyped: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What a list shows of a document without reading its text."""

    number: int
    name: str
    title: str
    language: str
    direction: Direction
    state: State
    entities: int
    commitments: int
    others: int  # sets of other annotators with something in them


def _told_if_damaged(read: Callable[[Project, int], T]) -> Callable[[Project, int], T]:
    """Say in words that rows are missing or hold what they should not, instead of failing over it."""

    @wraps(read)
    def reading(self: Project, number: int) -> T:
        try:
            return read(self, number)
        except (ValueError, TypeError, LookupError) as damage:
            raise PeymanError("project_damaged", path=self.path) from damage

    return reading


class Project(Reading):
    """An open project file. Bound to the thread that opened it; close it or use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection, path: Path, lock: FileLock | None) -> None:
        super().__init__(connection, path, read_only=lock is None)
        self._lock = lock
        self._settings: tuple[bytes, dict[str, Json]] = b"{}", {}  # as they are stored, and read
        (self._annotator_no, self.annotator) = self._row(
            "SELECT annotator_no, name FROM project JOIN annotator USING (annotator_no)"
        )
        self.schema = self._schema_now()

    # Opening and closing ----------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, annotator: str, schema: Schema, guidelines: str = "") -> Self:
        """Make a project file with one annotator at work, its own copy of the schema, and guidelines in Markdown.

        Raises:
            PeymanError: `project_exists`, `project_folder`, `annotator_name`, `project_io`.
        """
        check_name(annotator)
        if not path.name:
            raise PeymanError("project_exists", path=path)
        # Built beside its place and renamed when whole: a half-made project never stands there.
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            if path.exists():
                raise PeymanError("project_exists", path=path)
            if not path.parent.is_dir():
                raise PeymanError("project_folder", path=path)
            try:
                draft.unlink(missing_ok=True)
                write_new(draft, annotator, schema, guidelines)
                move_into_place(draft, path)
            finally:
                draft.unlink(missing_ok=True)
        except FileExistsError:
            raise PeymanError("project_exists", path=path) from None
        except (OSError, sqlite3.Error) as error:
            raise PeymanError("project_io", path=path, reason=error) from None
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project; an older file is copied aside and then brought up to date.

        Raises:
            PeymanError: `project_missing`, `project_foreign`, `project_newer`, `project_older`, `project_locked`,
                `project_unopened`, `project_unreadable`.
        """
        try:
            if not path.is_file():
                raise PeymanError("project_missing", path=path)
            place = path.resolve()  # by whatever name it is opened, it has one lock
            lock = None if read_only else FileLock.acquire(place.with_name(place.name + ".lock"))
        except OSError as error:
            raise PeymanError("project_unopened", path=path, reason=error.strerror) from None
        if lock is None and not read_only:
            raise PeymanError("project_locked", path=path)
        connection: sqlite3.Connection | None = None
        try:
            connection = connect(path, read_only=read_only)
            bring_up_to_date(connection, path, read_only)
            project = cls(connection, path, lock)
            if not read_only:
                keep_a_log(connection)
            return project
        except BaseException as error:
            if connection is not None:
                connection.close()
            if lock is not None:
                lock.release()
            if isinstance(error, sqlite3.OperationalError | OSError):
                raise PeymanError("project_unopened", path=path, reason=error) from None
            # No database, torn pages, names that are no text, no row where there must be one.
            if isinstance(error, sqlite3.DatabaseError | UnicodeDecodeError | IndexError):
                raise PeymanError("project_foreign", path=path) from None
            raise

    def close(self) -> None:
        """Close the file; unless somebody still reads it, no file is left beside it."""
        lock, self._lock = self._lock, None
        try:
            if lock is not None:
                self._settle()
            self._connection.close()
        finally:
            if lock is not None:
                lock.release()

    def _settle(self) -> None:
        """Bring everything into the one file, and make it readable where nothing can be written beside it.

        What is written is safe without this: a disk that refuses, or another reader, may put it off.
        """
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA busy_timeout=0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.execute("PRAGMA journal_mode=DELETE").fetchall()

    @property
    def side_folder(self) -> Path:
        """Where lies, beside the file, what can be made anew from it: the index of words, the tagger.

        It may not exist yet; it is never handed over with the file.
        """
        return self.path.with_name(self.path.name + ".side")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def copy_to(self, path: Path) -> None:
        """Write all that is handed over into a new single file: everything but the time at work.

        Raises:
            PeymanError: `project_io`, `project_damaged`.
        """
        try:
            self._connection.execute("VACUUM INTO ?", [str(path)])
            with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
                copy.execute("PRAGMA journal_mode=DELETE").fetchall()
                copy.execute("PRAGMA secure_delete=ON").fetchall()
                copy.execute("DELETE FROM active_time")
                if copy.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                    raise PeymanError("project_damaged", path=self.path)
        except sqlite3.Error as error:
            raise PeymanError("project_io", path=path, reason=error) from error

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; for idle moments. A full disk only puts it off."""
        if not self.read_only:
            with contextlib.suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    # People -------------------------------------------------------------------------------------------------

    @property
    def annotators(self) -> list[str]:
        return [name for (name,) in self._rows("SELECT name FROM annotator ORDER BY annotator_no")]

    def annotator_id(self, name: str) -> UUID | None:
        """Return the id by which an annotator is known in other files too."""
        rows = self._rows("SELECT annotator_id FROM annotator WHERE name = ?", [name])
        return UUID(bytes=rows[0][0]) if rows else None

    def add_annotator(self, name: str, annotator_id: UUID) -> None:
        """Make somebody known inside `batch`."""
        self._insert_annotator(name, annotator_id)

    def work_as(self, annotator: str) -> None:
        """Let another annotator, known or new, work in this file from now on."""
        with self._transaction():
            number = self._annotator_number(annotator)
            self._connection.execute("UPDATE project SET annotator_no = ?", [number])
        self._annotator_no, self.annotator = number, annotator

    # The project itself ---------------------------------------------------------------------------------------

    @property
    def info(self) -> ProjectInfo:
        """What holds for the whole project, as an edit changes it."""
        project_id, number, guidelines = self._row("SELECT project_id, schema_no, guidelines FROM project")
        return ProjectInfo(UUID(bytes=project_id), number, guidelines, self._stored_settings())

    @property
    def origin_id(self) -> UUID:
        """Which file this is among those of one project: by it steps made here are told from those made elsewhere."""
        return UUID(bytes=self._row("SELECT origin_id FROM origin WHERE origin_no = ?", [THIS_FILE])[0])

    @property
    def settings(self) -> Attributes:
        """All of `PROJECT_SETTINGS`, as they are now."""
        return PROJECT_SETTINGS | self._stored_settings()

    def _stored_settings(self) -> dict[str, Json]:
        """Return what is set. Decoded once: it is asked for on every edit, and a sheet of feedback is long."""
        (raw,) = self._row("SELECT CAST(settings AS BLOB) FROM project")
        if raw != self._settings[0]:
            self._settings = raw, load(self._row("SELECT settings FROM project")[0])
        return self._settings[1]

    def setting(self, name: str) -> Json:
        """Return one of `PROJECT_SETTINGS`."""
        return self.settings[name]

    def keep_schema(self, schema: Schema) -> int:
        """Make a schema known to the file, for an edit of `info` to choose it; return its number."""
        number = self._number("SELECT schema_no FROM schema WHERE sha256 = ?", schema.sha256)
        if number is None:
            with self._transaction():
                self._connection.execute("INSERT INTO schema(sha256, body) VALUES (?, ?)", [schema.sha256, schema.body])
            number = self._number("SELECT schema_no FROM schema WHERE sha256 = ?", schema.sha256)
            assert number is not None
        return number

    def _schema_now(self) -> Schema:
        (body,) = self._row("SELECT body FROM project JOIN schema USING (schema_no)")
        return parse_schema(body, self.path.name)

    def apply(self, edit: Edit, *, undoes: int | None = None, redoes: int | None = None) -> int:
        number = super().apply(edit, undoes=undoes, redoes=redoes)
        if any(isinstance(change.record, ProjectInfo) for change in edit.changes):
            self.schema = self._schema_now()
        return number

    @property
    def intended(self) -> list[Intended]:
        """Differences in labelling that somebody has marked as meant."""
        return sorted(self.records(Intended), key=lambda one: one.key)

    def edited_at(self, *apart_from: str) -> int:
        """Return when anything was last changed, in milliseconds since 1970; opening an article changes nothing.

        Args:
            apart_from: names of edits that do not count.
        """
        names = ("open", *apart_from)
        found: int = self._row(
            "SELECT coalesce((SELECT max(at) FROM op WHERE name NOT IN"
            f" ({marks(names)})), created_at) FROM project", names
        )[0]
        return found

    # Time at work ---------------------------------------------------------------------------------------------

    def add_active_time(self, set_number: int, day: str, seconds: int) -> None:
        """Count time that somebody worked on a set; `day` is an ISO date. It is no edit, and stays in this file."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO active_time VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
                [set_number, day, seconds],
            )

    def active_seconds(self, set_number: int) -> int:
        found: int = self._row("SELECT coalesce(sum(seconds), 0) FROM active_time WHERE set_no = ?", [set_number])[0]
        return found

    def active_days(self) -> list[tuple[str, str, int]]:
        """Return annotator, day (ISO date) and seconds worked in this file."""
        return self._rows(
            "SELECT n.name, t.day, sum(t.seconds) FROM active_time t JOIN annotation_set USING (set_no)"
            " JOIN annotator n USING (annotator_no) GROUP BY 1, 2 ORDER BY 2, 1"
        )

    def active_total(self) -> int:
        """Return how many seconds the annotator at work has worked in this file."""
        found: int = self._row(
            "SELECT coalesce(sum(seconds), 0) FROM active_time JOIN annotation_set USING (set_no)"
            " WHERE annotator_no = ?",
            [self._annotator_no],
        )[0]
        return found

    def layer_counts(self) -> dict[str, int]:
        """Return how many annotations the annotator at work has made, by layer."""
        union = " UNION ALL ".join(
            f"SELECT t.layer, count(*) FROM {table} t JOIN annotation_set s USING (set_no)"
            " WHERE s.annotator_no = ?1 AND s.kind = 'annotation' GROUP BY 1"
            for table in ANNOTATIONS
        )
        return dict(self._rows(union, [self._annotator_no]))

    # Documents ----------------------------------------------------------------------------------------------

    def document_numbers(self, *, state: State | None = None, text: str = "") -> list[int]:
        """Return the documents in the order of their import, perhaps only some.

        Args:
            state: how far the annotator at work is with them.
            text: part of the title or name.
        """
        rows = self._rows(
            "SELECT d.document_no FROM document d LEFT JOIN annotation_set s ON s.document_no = d.document_no"
            " AND s.annotator_no = ? AND s.kind = 'annotation'"
            " WHERE (? IS NULL OR coalesce(s.state, 'new') = ?)"
            " AND (? = '' OR instr(casefold(d.title), ?) OR instr(casefold(d.name), ?))"
            " ORDER BY d.document_no",
            [self._annotator_no, state, state, *[text.casefold()] * 3],
        )
        return [number for (number,) in rows]

    def state_counts(self) -> dict[State, int]:
        """Return how many documents the annotator at work has in each state."""
        rows = self._rows(
            "SELECT coalesce(s.state, 'new'), count(*) FROM document d LEFT JOIN annotation_set s"
            " ON s.document_no = d.document_no AND s.annotator_no = ? AND s.kind = 'annotation' GROUP BY 1",
            [self._annotator_no],
        )
        return dict(rows)

    def states_by_annotator(self) -> list[tuple[str, State, int]]:
        """Return of each annotator how many articles are in which state, those not begun left out."""
        return self._rows(
            "SELECT n.name, s.state, count(*) FROM annotation_set s JOIN annotator n USING (annotator_no)"
            " WHERE s.kind = 'annotation' AND s.state <> 'new' GROUP BY 1, 2 ORDER BY 1, 2"
        )

    def assigned_counts(self) -> dict[str, int]:
        """Return how many articles were dealt to whom."""
        return dict(
            self._rows("SELECT n.name, count(*) FROM assignment JOIN annotator n USING (annotator_id) GROUP BY 1")
        )

    def document_rows(self, numbers: Sequence[int]) -> list[DocumentRow]:
        """Return what a list shows of these documents, in their order."""
        # Counts are of the annotator's own set; where there is none yet, of the others' so far. The `+` keeps SQLite
        # from going through all spans of that layer.
        rows = self._rows(
            "SELECT d.document_no, d.name, d.title, d.language, d.direction, coalesce(s.state, 'new'),"
            " (SELECT count(*) FROM span WHERE set_no = s.set_no AND +layer = 'entity'),"
            " (SELECT count(*) FROM span WHERE set_no = s.set_no AND +layer = 'commitment'),"
            " (SELECT count(*) FROM annotation_set o WHERE o.document_no = d.document_no"
            "  AND o.set_no IS NOT s.set_no AND o.state <> 'new')"
            " FROM document d LEFT JOIN annotation_set s ON s.document_no = d.document_no"
            f" AND s.annotator_no = ? AND s.kind = 'annotation' WHERE d.document_no IN ({marks(numbers)})",
            [self._annotator_no, *numbers],
        )
        found = {row[0]: DocumentRow(*row) for row in rows}
        return [found[number] for number in numbers if number in found]

    @_told_if_damaged
    def document(self, number: int) -> Document:
        (document_id, sha256, encoding, tokenizer, name, title, language, direction, meta, foreign) = self._row(
            "SELECT document_id, sha256, encoding, tokenizer, name, title, language, direction, meta,"
            ' "foreign" FROM document WHERE document_no = ?',
            [number],
        )
        text, tokens = self._row("SELECT text, tokens FROM document_text WHERE document_no = ?", [number])
        return Document(
            UUID(bytes=document_id), name, title, text, sha256.hex(), language, direction,
            unpack(tokens), tokenizer, encoding, json.loads(meta), json.loads(foreign),
        )  # fmt: skip

    def number_by_id(self, document_id: UUID) -> int | None:
        return self._number("SELECT document_no FROM document WHERE document_id = ?", document_id.bytes)

    def number_by_hash(self, sha256: str) -> int | None:
        return self._number("SELECT document_no FROM document WHERE sha256 = ?", bytes.fromhex(sha256))

    def number_by_name(self, name: str) -> int | None:
        return self._number("SELECT document_no FROM document WHERE name = ?", name)

    def add_document(self, document: Document) -> int:
        """Add a document inside `batch`; return its number.

        Raises:
            PeymanError: `document_name_taken`. The caller makes sure that the text is new.
        """
        if self.number_by_name(document.name) is not None:
            raise PeymanError("document_name_taken", name=document.name)
        number: int = self._connection.execute(
            "INSERT INTO document(document_id, sha256, length, encoding, tokenizer, name, title, language,"
            ' direction, meta, "foreign") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING document_no',
            [
                document.id.bytes, bytes.fromhex(document.sha256), len(document.text), document.encoding,
                document.tokenizer, document.name, document.title, document.language, document.direction,
                dump(document.meta), dump(document.foreign),
            ],
        ).fetchall()[0][0]  # fmt: skip
        self._connection.execute(
            "INSERT INTO document_text(document_no, text, tokens) VALUES (?, ?, ?)",
            [number, document.text, pack(document.tokens)],
        )
        return number

    def describe(self, number: int, meta: Attributes, foreign: Attributes) -> Document:
        """Fill in, inside `batch`, what is known of a document; what it says already stays. Return it."""
        there = self.document(number)
        full = replace(there, meta={**meta, **there.meta}, foreign={**foreign, **there.foreign})
        if (full.meta, full.foreign) != (there.meta, there.foreign):
            self._connection.execute(
                'UPDATE document SET meta = ?, "foreign" = ? WHERE document_no = ?',
                [dump(full.meta), dump(full.foreign), number],
            )
        return full

    # Annotation sets ------------------------------------------------------------------------------------------

    def set_numbers(self, document_number: int) -> list[int]:
        """Return the sets of a document, by annotator's name."""
        return [info.number for info in self.set_infos(document_number)]

    def set_infos(self, document_number: int) -> list[SetInfo]:
        # The + keeps SQLite from going through all spans of a layer by their index, instead of those of the set.
        rows = self._rows(
            "SELECT s.set_no, a.name, s.kind, s.state,"
            " (SELECT count(*) FROM span WHERE set_no = s.set_no AND +layer = 'entity'),"
            " (SELECT count(*) FROM span WHERE set_no = s.set_no AND +layer = 'commitment')"
            " FROM annotation_set s JOIN annotator a USING (annotator_no)"
            " WHERE s.document_no = ? ORDER BY a.name, s.kind",
            [document_number],
        )
        return [SetInfo(*row) for row in rows]

    def sets_holding(self, layer: str) -> list[tuple[int, int, str, SetKind]]:
        """Return the sets with a span of a layer: document, set, annotator and kind, article by article."""
        rows = self._rows(
            "SELECT document_no, set_no, a.name, kind FROM annotation_set JOIN annotator a USING (annotator_no)"
            " WHERE set_no IN (SELECT set_no FROM span WHERE layer = ?) ORDER BY document_no, a.name, kind",
            [layer],
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def own_set(self, document_number: int) -> AnnotationSet:
        """Return the set of the annotator at work, made empty when there is none yet."""
        number = self._number(
            "SELECT set_no FROM annotation_set WHERE document_no = ? AND annotator_no = ? AND kind = 'annotation'",
            document_number,
            self._annotator_no,
        )
        if number is None and self.read_only:
            document_id = self._row("SELECT document_id FROM document WHERE document_no = ?", [document_number])[0]
            state = SetState(new_id(), "new")
            return AnnotationSet(
                state.id, 0, UUID(bytes=document_id), self.annotator, "annotation", state, {}
            )
        if number is None:
            with self.batch("open"):
                state = SetState(new_id(), "new")
                number = self._insert_set(document_number, self._annotator_no, "annotation", state, {})
        return self.annotation_set(number)

    def begin_sets(self, document_numbers: Iterable[int]) -> dict[int, OwnSet]:
        """Make the sets of the annotator at work that are not there yet, all at once and empty; return them all."""
        found: dict[int, OwnSet] = {}
        numbers = list(document_numbers)
        for start in range(0, len(numbers), 400):
            found |= self.own_sets(numbers[start : start + 400])
        missing = [number for number, own in found.items() if not own.number]
        if missing:
            with self.batch("open"):
                for number in missing:
                    state = SetState(new_id(), "new")
                    made = self._insert_set(number, self._annotator_no, "annotation", state, {})
                    found[number] = replace(found[number], number=made, state=state)
        return found

    @_told_if_damaged
    def annotation_set(self, number: int) -> AnnotationSet:
        (set_id, document_id, annotator, kind, state, note, doubt, foreign) = self._row(
            "SELECT s.set_id, d.document_id, a.name, s.kind, s.state, s.note, s.doubt,"
            ' s."foreign" FROM annotation_set s'
            " JOIN document d USING (document_no) JOIN annotator a USING (annotator_no) WHERE s.set_no = ?",
            [number],
        )
        found = [record for table in ANNOTATIONS for record in self._records(table, number)]
        found.sort(key=lambda record: record.id.int)  # as the ids themselves would sort, only faster
        records = {record.id: record for record in found}
        rejections = {record.id: record for record in self._records("rejection", number)}
        set_uuid = UUID(bytes=set_id)
        return AnnotationSet(
            set_uuid, number, UUID(bytes=document_id), annotator, kind,
            SetState(set_uuid, state, note, doubt),
            records, load(foreign), dict(sorted(rejections.items())),
        )  # fmt: skip

    def _records(self, table: str, set_number: int) -> list[Any]:
        (_, key), values = LOGGED[table]
        columns = ", ".join(f'"{name}"' for name in values)
        rows = self._rows(f"SELECT {key}, {columns} FROM {table} WHERE set_no = ?", [set_number])
        read = READERS[table]
        return [read(id_from_bytes(row[0]), row[1:]) for row in rows]

    def own_articles(self, *, only_finished: bool = False) -> Iterator[AnnotatedDocument]:
        """Yield the articles that the annotator at work has begun, one at a time."""
        rows = self._rows(
            "SELECT set_no, document_no FROM annotation_set WHERE annotator_no = ? AND kind = 'annotation'"
            " AND (state = 'finished' OR (state <> 'new' AND NOT ?)) ORDER BY document_no",
            [self._annotator_no, only_finished],
        )
        for set_number, document_number in rows:
            yield AnnotatedDocument(self.document(document_number), self.annotation_set(set_number))

    def is_shared(self, document_number: int) -> bool:
        """Tell whether somebody else annotates a document too: his set is here, or the project was dealt out so."""
        (others,) = self._row(
            "SELECT count(*) FROM annotation_set WHERE document_no = ? AND annotator_no <> ?"
            " AND kind = 'annotation' AND state <> 'new'",
            [document_number, self._annotator_no],
        )
        if others:
            return True
        shared = self.setting("shared_documents")
        return isinstance(shared, list) and str(self.document_id(document_number)) in shared

    def withheld(self, document_number: int) -> Literal["", "control", "shared"]:
        """Tell why the annotator at work is to get no suggestions in a document; "" when he is to get them."""
        (digest,) = self._row("SELECT sha256 FROM document WHERE document_no = ?", [document_number])
        settings = self.settings
        if _is_control(digest, settings):
            return "control"
        if not settings["suggest_on_shared"] and self.is_shared(document_number):
            return "shared"
        return ""

    def control_names(self) -> set[str]:
        """Name the articles in which nobody gets suggestions, to see what suggestions do."""
        settings = self.settings
        rows = self._rows("SELECT name, sha256 FROM document")
        return {name for name, digest in rows if _is_control(digest, settings)}

    def suggestion_counts(self) -> dict[str, SuggestionCount]:
        """Return by source what became of the suggestions that the annotator at work decided on."""
        taken = self._rows(
            "SELECT p.origin, count(*), count(r.instead) FROM annotation_set s JOIN span p USING (set_no)"
            " LEFT JOIN rejection r ON r.set_no = p.set_no AND r.start = p.start AND r.end = p.end"
            " AND r.source = p.origin AND r.instead = p.label"
            " WHERE s.annotator_no = ? AND s.kind = 'annotation' AND p.origin <> '' GROUP BY 1",
            [self._annotator_no],
        )
        rejected = self._rows(
            "SELECT source, count(*) FROM annotation_set JOIN rejection USING (set_no)"
            " WHERE annotator_no = ? AND kind = 'annotation' AND instead = '' GROUP BY 1",
            [self._annotator_no],
        )
        counts = {source: SuggestionCount(all_taken - changed, changed, 0) for source, all_taken, changed in taken}
        for source, number in rejected:
            counts[source] = replace(counts.get(source, SuggestionCount()), rejected=number)
        return counts

    def canon_names(self, layer: str, label: str) -> list[tuple[str, str, int]]:
        """Return strings, the canonical names they have under a label, and how often; in all sets together."""
        # Counted here: SQLite would sort all rows to group them, by texts that are long.
        rows = Counter(
            self._rows(
                "SELECT quote, attributes FROM span WHERE layer = ? AND label = ? AND instr(attributes, '\"canon\"')",
                [layer, label],
            )
        )
        found = ((quote, json.loads(attributes).get("canon"), count) for (quote, attributes), count in rows.items())
        return [(quote, name, count) for quote, name, count in found if isinstance(name, str) and name]

    def document_of_set(self, number: int) -> int:
        found: int = self._row("SELECT document_no FROM annotation_set WHERE set_no = ?", [number])[0]
        return found

    def add_set(self, document_number: int, annotations: AnnotationSet) -> bool:
        """Add somebody's whole set inside `batch`; False when just this set is there already.

        Raises:
            PeymanError: `set_differs` when that annotator has other annotations there, `check_quote`.
        """
        annotator_no = self._annotator_number(annotations.annotator)
        known = self._number(
            "SELECT set_no FROM annotation_set WHERE document_no = ? AND annotator_no = ? AND kind = ?",
            document_number,
            annotator_no,
            annotations.kind,
        )
        if known is not None:
            there = self.annotation_set(known)
            if there.annotations == annotations.annotations and _same_state(there, annotations):
                return False
            if there.annotations or there.state.state != "new":
                name = self._row("SELECT name FROM document WHERE document_no = ?", [document_number])[0]
                raise PeymanError("set_differs", annotator=annotations.annotator, document=name)
            number = known
            changes = [Change(number, there.state, replace(annotations.state, id=there.state.id))]
            self.write(changes)
            self._connection.execute(
                'UPDATE annotation_set SET "foreign" = ? WHERE set_no = ?', [dump(annotations.foreign), number]
            )
        else:
            state = replace(annotations.state, id=new_id())
            number = self._insert_set(
                document_number, annotator_no, annotations.kind, state, annotations.foreign
            )
            self._touch(number)
        self._insert_all(number, annotations.annotations.values())
        return True

    def contents(self) -> list[tuple[str, str, str, str, SetKind, bool, int]]:
        """Return all annotations, equal ones counted together.

        Of each: layer, label (the field, for the document's), attributes (the value) as JSON, annotator, kind of set,
        whether the set was made in this file, and how many there are.
        """
        parts = (("span", "attributes"), ("relation", "'{}'"), ("document_label", "value"))
        return [
            (*row[:5], bool(row[5]), row[6])
            for table, values in parts
            for row in self._rows(
                f"SELECT layer, label, {values}, a.name, s.kind, s.origin_no = ?, count(*) FROM {table}"
                " JOIN annotation_set s USING (set_no) JOIN annotator a USING (annotator_no)"
                " GROUP BY 1, 2, 3, 4, 5, 6",
                [THIS_FILE],
            )
        ]

    def sets_using(self, layer: str, *, label: str = "", part: str = "") -> set[int]:
        """Return the sets made in this file in which an annotation of a layer has a label, or text in its values."""
        found: set[int] = set()
        for table, values in (("span", "attributes"), ("relation", "''"), ("document_label", "value")):
            rows = self._rows(
                f"SELECT DISTINCT set_no FROM {table} JOIN annotation_set USING (set_no) WHERE origin_no = ?"
                f" AND layer = ? AND (? = '' OR label = ?) AND (? = '' OR instr({values}, ?))",
                [THIS_FILE, layer, label, label, part, part],
            )
            found |= {number for (number,) in rows}
        return found

    # Checking ----------------------------------------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """Return how many documents, annotators, sets, spans and relations there are."""
        tables = ("document", "annotator", "annotation_set", "span", "relation")
        return {table + "s": self._row(f"SELECT count(*) FROM {table}")[0] for table in tables}

    def check(self) -> list[PeymanError]:
        """Look for damage and for what the schema does not allow; return what was found."""
        found: list[PeymanError] = []
        try:
            for part in (self._check_file, self._check_history, self._check_content):
                for problem in part():
                    found.append(problem)
        except (sqlite3.Error, PeymanError, ValueError, TypeError, LookupError) as damage:
            # What cannot even be read: broken pages, cells that hold something else than they should.
            found.append(PeymanError("check_integrity", reason=damage))
        return found

    def _check_file(self) -> Iterator[PeymanError]:
        for pragma in ("integrity_check", "foreign_key_check"):
            for row in self._rows(f"PRAGMA {pragma}"):
                if row != ("ok",):
                    yield PeymanError("check_integrity", reason=" ".join(map(str, row)))
        for name, sha256, text in self._connection.execute(
            "SELECT name, sha256, text FROM document JOIN document_text USING (document_no)"
        ):
            if hashlib.sha256(text.encode()).digest() != sha256:
                yield PeymanError("check_text", document=name)

    def _check_history(self) -> Iterator[PeymanError]:
        for table, count in history_faults(self._connection):
            yield PeymanError("check_history", table=table, count=count)

    def _check_content(self) -> Iterator[PeymanError]:
        for number in self.document_numbers():
            document = self.document(number)
            for set_number in self.set_numbers(number):
                yield from problems_of(document, self.annotation_set(set_number), self.schema)

    # Parts ------------------------------------------------------------------------------------------------------

    def _insert_set(
        self, document_no: int, annotator_no: int, kind: SetKind, state: SetState, foreign: Attributes
    ) -> int:
        number: int = self._connection.execute(
            "INSERT INTO annotation_set(set_no, set_id, origin_no, document_no, annotator_no, kind, schema_no,"
            ' "foreign", state, note, doubt, revision, updated_at)'
            " VALUES (?, ?, ?, ?, ?, ?, (SELECT schema_no FROM project), ?, ?, ?, ?, ?, ?) RETURNING set_no",
            [
                self.next_set_number(), state.id.bytes, THIS_FILE, document_no, annotator_no, kind, dump(foreign),
                state.state, state.note, state.doubt, self._op, now(),
            ],
        ).fetchall()[0][0]  # fmt: skip
        return number

    def _annotator_number(self, name: str) -> int:
        check_name(name)
        known = self._number("SELECT annotator_no FROM annotator WHERE name = ?", name)
        if known is not None:
            return known
        return self._insert_annotator(name, new_id())

    def _insert_annotator(self, name: str, annotator_id: UUID) -> int:
        number: int = self._connection.execute(
            "INSERT INTO annotator(annotator_id, name) VALUES (?, ?) RETURNING annotator_no",
            [annotator_id.bytes, name],
        ).fetchall()[0][0]
        return number



def _is_control(digest: bytes, settings: Attributes) -> bool:
    share = settings["control_share"]
    assert isinstance(share, int | float)
    return is_control(digest.hex(), share, str(settings["control_seed"]))


def is_control(document_sha256: str, share: float, seed: str = "") -> bool:
    """Tell whether an article is one of those that get no suggestions; always the same for the same seed."""
    digest = hashlib.sha256(f"{seed}\0{document_sha256}".encode()).digest()
    return int.from_bytes(digest[:8]) < share * 2**64


def move_into_place(draft: Path, path: Path) -> None:
    """Rename without ever replacing a file; disks without links (FAT) get a plain rename."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        draft.rename(path)


def check_name(name: str) -> None:
    """Raise `annotator_name` or `annotator_reserved` for what cannot be an annotator's name."""
    # The joiners are part of Persian spelling («علی‌رضا»), though Python calls them unprintable.
    visible = name.replace("\u200c", "").replace("\u200d", "")
    if not visible.strip() or len(name) > 200 or not visible.isprintable():
        raise PeymanError("annotator_name", name=name)
    if name.strip().casefold() in ("all", "gold"):  # what an export can be asked for
        raise PeymanError("annotator_reserved", name=name)


def _same_state(one: AnnotationSet, other: AnnotationSet) -> bool:
    return replace(one.state, id=other.state.id) == other.state
