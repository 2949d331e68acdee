"""Merging what came back: annotation sets of other files, with all their history, shown here beside one's own.

Two things are kept apart. What is *known* of a set is its log, which only ever grows: of two files the one whose
history continues the other's brings the rest of it, so files may come in any order and any number of times. What is
*shown* is the set as it was at one step of that log, and which step that is, is a record like any other (`Received`):
a merge is an edit of these records, and undoing it shows what was shown before. A history that splits off from the one
known here (a backup that was restored and worked on) is reported and left alone, as is whatever was made in this file.

`plan_merge` looks at the files and says what would come in; `merge` does it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Self, TypeAlias
from uuid import UUID

from .edits import Change
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .inspection import MAX_CELL, Inspected, StoppedError, copy_uri, inspect, printable
from .journal import now
from .migrations import LOGGED, SET_TABLES, THIS_FILE
from .model import Received, SetKind, State, Submission, derived_id
from .project import Project
from .records import ANNOTATIONS

MESSAGES |= {
    "merge_itself": QT_TRANSLATE_NOOP("errors", "“{path}” is this very project. Choose the files that came back."),
    "merge_project": QT_TRANSLATE_NOOP(
        "errors", "“{path}” belongs to another project. Choose files that were dealt out from this one."
    ),
    "merge_name": QT_TRANSLATE_NOOP(
        "errors", "Nobody called “{name}” is known here, so nobody can be taken for “{name}”. There are: {names}."
    ),
    "merge_known": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” of “{path}” is “{here}” here, and annotations are shown under that name. Undo that merge, and merge "
        "again with another name.",
    ),
}

Status: TypeAlias = Literal[
    "new", "changed", "same", "older", "fork", "taken", "wrong_text", "unknown_document", "gold", "empty"
]
Relation: TypeAlias = Literal["known", "new", "apart", "mapped"]
COMES_IN: frozenset[Status] = frozenset(("new", "changed"))
CONFLICTS: frozenset[Status] = frozenset(("fork", "taken", "wrong_text", "unknown_document"))

# What became of each article; the words are for the window to translate.
STATUS_WORDS: Mapping[Status, str] = {
    "new": QT_TRANSLATE_NOOP("merge", "new"),
    "changed": QT_TRANSLATE_NOOP("merge", "goes on from what is here"),
    "same": QT_TRANSLATE_NOOP("merge", "there already"),
    "older": QT_TRANSLATE_NOOP("merge", "older than what is here"),
    "fork": QT_TRANSLATE_NOOP("merge", "split off from what is here (a backup that was worked on?), left out"),
    "taken": QT_TRANSLATE_NOOP("merge", "this annotator has other annotations on it here, left out"),
    "wrong_text": QT_TRANSLATE_NOOP("merge", "another text here, left out"),
    "unknown_document": QT_TRANSLATE_NOOP("merge", "no article of this project, left out"),
    "gold": QT_TRANSLATE_NOOP("merge", "gold is made here only, left out"),
    "empty": QT_TRANSLATE_NOOP("merge", "nothing done yet"),
}

Progress = Callable[[int, int, str], None]  # files done, files in all, which one is at work
_AT_ONCE = 10  # files that SQLite attaches to one connection
_FUNCTIONS = frozenset(("max", "min", "count", "coalesce", "length", "sum", "total"))


# What would come in ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetPlan:
    """One annotator's work on one article of a file, beside what is here.

    Attributes:
        document: its name here, or in the file if it is unknown here.
        annotator: the name here.
        set_number: the set's number in the file.
        here: its number here; 0 for one that is unknown.
        known: the newest step that is known here.
        shown: the step that is shown here; 0 if none is.
        revision: the step that the file has.
        schema_known: whether it was made with a schema that this project has or had.
        odd_labels: with an unknown schema: the labels that this project does not know.
        added: annotations that the file has and this project has not; likewise `changed`, `withdrawn`, `same`.
    """

    document: str
    annotator: str
    kind: SetKind
    state: State
    status: Status
    set_id: UUID
    set_number: int
    here: int
    known: int
    shown: int
    revision: int
    schema_known: bool = True
    odd_labels: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """An annotator of a file, and who that is here.

    `apart`: somebody else is called so here, so the two are told apart by `here`; `mapped`: taken for somebody here, as
    was asked for.
    """

    id: UUID
    name: str
    here: str
    relation: Relation
    number: int  # in the file


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What one file would bring. A file with a `refusal` brings nothing."""

    path: Path
    refusal: PeymanError | None = None
    sha256: str = ""
    sealed: bool = False  # it has a manifest, so that no damage passes unseen
    version: int = 0  # the format it came in
    merged_before: bool = False
    people: tuple[PersonPlan, ...] = ()
    sets: tuple[SetPlan, ...] = ()
    forked_at: Mapping[UUID, int] = field(default_factory=dict)  # by origin: the first step that differs

    def count(self, *statuses: Status) -> int:
        return sum(one.status in statuses for one in self.sets)

    @property
    def brings(self) -> bool:
        """Whether anything in it belongs to this project, be it there already."""
        return self.refusal is None and self.count("new", "changed", "same", "older") > 0


@dataclass(frozen=True)
class MergePlan:
    """What several files would bring; close it, or use it as a context manager: it keeps private copies of them."""

    files: tuple[FilePlan, ...]
    copies: Mapping[Path, Inspected] = field(repr=False, compare=False)
    folder: TemporaryDirectory[str] = field(repr=False, compare=False)

    @property
    def statuses(self) -> Counter[Status]:
        return Counter(one.status for file in self.files for one in file.sets)

    @property
    def refusals(self) -> tuple[PeymanError, ...]:
        return tuple(file.refusal for file in self.files if file.refusal is not None)

    @property
    def conflicts(self) -> int:
        return sum(file.count(*CONFLICTS) for file in self.files)

    def close(self) -> None:
        self.folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did: its step, which undo takes back; 0 if everything was there already."""

    step: int
    files: tuple[FilePlan, ...]
    sets: int  # that were brought in or brought up to date


def plan_merge(
    project: Project,
    paths: Sequence[Path],
    *,
    names: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergePlan | None:
    """Check the files and say what merging them would do; the project is only read.

    Args:
        names: whom to take an annotator for who is unknown here: name in the files → name here.

    Returns:
        The plan, or None if it was cancelled. What is wrong with a file stands in the plan.

    Raises:
        PeymanError: `merge_name`; `project_unreadable`.
    """
    for name in (names or {}).values():
        if name not in project.annotators:
            raise PeymanError("merge_name", name=name, names=", ".join(project.annotators))
    folder = TemporaryDirectory(prefix="peyman-merge-")
    try:
        plans, copies = _inspect_all(project, paths, Path(folder.name), progress, cancelled)
        names = dict(names or {})
        for group in _groups([copies[plan.path] for plan in plans if plan.refusal is None]):
            with _Gathering(project, group, cancelled) as gathering, gathering.looking():
                found = _Comparison(gathering, names).plans()
            plans = [found.get(plan.path, plan) for plan in plans]
        return MergePlan(tuple(plans), copies, folder)
    except BaseException as error:
        folder.cleanup()
        if isinstance(error, StoppedError):
            return None
        raise


def merge(
    project: Project,
    plan: MergePlan,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergeReport | None:
    """Bring in what a plan says, as one step of undo.

    Returns:
        What was done, or None if it was cancelled and nothing was.

    Raises:
        PeymanError: `edit_stale` when the project has changed since it was planned, `project_io`,
            `project_read_only`. Nothing is shown then that was not before.
    """
    accepted = {file.path: file for file in plan.files if file.brings}
    changes = list(_changes(accepted.values(), plan.copies))
    if not changes:
        return MergeReport(0, plan.files, 0)
    groups = _groups([plan.copies[path] for path in accepted])
    step = done = 0
    try:
        for place, group in enumerate(groups):
            last = place == len(groups) - 1
            # What is learned shows nowhere until the last step says so; only that one can be undone.
            with _Gathering(project, group, cancelled) as gathering, project.batch("merge", undoable=last) as step:
                for source, inspected in gathering.sources.items():
                    if progress is not None:
                        progress(done, len(accepted) + 1, inspected.path.name)
                    if cancelled():
                        raise StoppedError
                    try:
                        gathering.learn(source, accepted[inspected.path])
                    except sqlite3.IntegrityError as error:  # what no check of its own finds, such as rows that repeat
                        reason = printable(str(error))
                        raise PeymanError("inspect_damaged", path=inspected.path, reason=reason) from None
                    done += 1
                if last:
                    if progress is not None:
                        progress(done, len(accepted) + 1, "")
                    project.write(changes)
        return MergeReport(step, plan.files, sum(isinstance(c.after, Received) for c in changes))
    except PeymanError:
        if cancelled():
            return None
        raise
    except StoppedError:
        return None


def _inspect_all(
    project: Project,
    paths: Sequence[Path],
    folder: Path,
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> tuple[list[FilePlan], dict[Path, Inspected]]:
    plans: list[FilePlan] = []
    copies: dict[Path, Inspected] = {}
    for number, path in enumerate(dict.fromkeys(paths)):
        if progress is not None:
            progress(number, len(paths), path.name)
        place = folder / str(number)
        place.mkdir()
        try:
            if path.exists() and path.samefile(project.path):
                raise PeymanError("merge_itself", path=path)
            inspected = inspect(path, place, cancelled=cancelled)
            if inspected.project_id != project.info.id:
                raise PeymanError("merge_project", path=path)
        except PeymanError as refusal:
            plans.append(FilePlan(path, refusal))
            continue
        copies[path] = inspected
        plans.append(FilePlan(path))
    return plans, copies


def _groups(files: Sequence[Inspected]) -> list[list[Inspected]]:
    """Split files into groups that can be attached at once; those of one origin stand together."""
    ordered = sorted(files, key=lambda one: str(one.origin_id))
    return [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)]


def _changes(files: Iterable[FilePlan], copies: Mapping[Path, Inspected]) -> Iterator[Change]:
    at = now()
    kept: set[str] = set()
    for file in files:
        for one in file.sets:
            if one.status in COMES_IN:
                yield Change(0, Received(one.set_id, one.shown), Received(one.set_id, one.revision))
        if not file.merged_before and file.sha256 not in kept:
            kept.add(file.sha256)
            name = file.path.name.encode(errors="replace").decode()  # a name need not be text
            origin = copies[file.path].origin_id
            key = derived_id(0, "submission", file.sha256)
            yield Change(0, None, Submission(key, printable(name), file.sha256, origin, at))


# The SQL of it --------------------------------------------------------------------------------------------------


class _Gathering:
    """The project's connection with checked copies beside it, where they can be read and nothing else."""

    def __init__(self, project: Project, files: Sequence[Inspected], cancelled: Callable[[], bool]) -> None:
        self.project = project
        self.connection = project.connection
        self.sources = {f"file{number}": inspected for number, inspected in enumerate(files)}
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


# Tables that hold, for a moment, which sets and annotators are meant.
_SCRATCH = {
    "pair": "ours INTEGER, theirs INTEGER, upto INTEGER",
    "chosen": "ours INTEGER PRIMARY KEY, theirs INTEGER, known INTEGER, revision INTEGER, origin_no INTEGER,"
    " annotator_no INTEGER",
    "person": "theirs INTEGER PRIMARY KEY, ours INTEGER",
}


@dataclass
class _Here:
    """A set that is known here."""

    number: int
    origin_no: int
    document_no: int
    annotator_no: int
    known: int
    shown: int


@dataclass
class _Draft:
    """A set of a file, while it is found out what becomes of it."""

    source: str
    number: int
    set_id: bytes
    origin_no: int
    document_no: int
    annotator_no: int
    kind: SetKind
    schema: str
    state: State
    revision: int
    document: str = ""  # its name
    place: tuple[int, object, str] | None = None  # document, annotator and kind here
    here: _Here | None = None
    status: Status | None = None

    @property
    def shown(self) -> int:
        return self.here.shown if self.here else 0


class _Comparison:
    """Compares attached files with the project, and with one another where they hold the same sets."""

    def __init__(self, gathering: _Gathering, names: Mapping[str, str]) -> None:
        self._gathering = gathering
        self._rows = gathering.rows
        self._names = names
        self._schema = gathering.project.schema
        documents = self._rows("SELECT document_no, document_id, sha256, name FROM main.document")
        self._by_text = {sha256: (number, name) for number, _, sha256, name in documents}
        self._document_ids = {document_id for _, document_id, _, _ in documents}
        self._document_names = {name for _, _, _, name in documents}
        self._origins: dict[bytes, int] = dict(self._rows("SELECT origin_id, origin_no FROM main.origin"))
        self._schemas = {sha256 for (sha256,) in self._rows("SELECT sha256 FROM main.schema")}
        rows = self._rows("SELECT annotator_id, annotator_no, name FROM main.annotator")
        self._people: dict[bytes, tuple[object, str]] = {key: (number, name) for key, number, name in rows}
        rows = self._rows(
            "SELECT l.annotator_id, a.annotator_no, a.name FROM main.alias l JOIN main.annotator a USING (annotator_no)"
        )
        self._aliases = {key for key, _, _ in rows}
        self._people |= {key: (number, name) for key, number, name in rows}
        self._here = {
            row[0]: _Here(*row[1:])
            for row in self._rows(
                "SELECT set_id, received_no, origin_no, document_no, annotator_no, known, revision FROM main.received"
                " UNION ALL SELECT set_id, set_no, origin_no, document_no, annotator_no, revision, revision"
                " FROM main.annotation_set WHERE origin_no = ?",
                [THIS_FILE],
            )
        }
        self._places: dict[tuple[int, object, str], bytes] = {
            row[:3]: row[3]
            for row in self._rows("SELECT document_no, annotator_no, kind, set_id FROM main.annotation_set")
        }
        self._claimed: dict[bytes, _Draft] = {}
        self._merged = {sha256 for (sha256,) in self._rows("SELECT sha256 FROM main.submission")}

    def plans(self) -> dict[Path, FilePlan]:
        found = {}
        drafts: dict[str, list[_Draft]] = {}
        facts = {}
        for source, inspected in self._gathering.sources.items():
            try:
                people = self._people_of(source, inspected.path)
            except PeymanError as refusal:
                found[inspected.path] = FilePlan(inspected.path, refusal)
                continue
            forked_at = self._splits(source)
            drafts[source] = self._sets_of(source, people, forked_at)
            facts[source] = people, forked_at
        for source, (people, forked_at) in facts.items():
            inspected = self._gathering.sources[source]
            found[inspected.path] = FilePlan(
                inspected.path, None, inspected.sha256, inspected.sealed, inspected.version,
                inspected.sha256 in self._merged, tuple(people), tuple(self._set_plans(source, drafts[source], people)),
                {UUID(bytes=origin): step for origin, step in forked_at.items()},
            )  # fmt: skip
        return found

    # Whose

    def _people_of(self, source: str, path: Path) -> list[PersonPlan]:
        rows = self._rows(
            f"SELECT annotator_no, annotator_id, name FROM {source}.annotator WHERE annotator_no IN"
            f" (SELECT annotator_no FROM {source}.annotation_set WHERE kind = 'annotation'"
            f" UNION SELECT annotator_no FROM {source}.op)"
            " ORDER BY annotator_id"
        )
        return [self._person(path, *row) for row in rows]

    def _person(self, path: Path, number: int, key: bytes, name: str) -> PersonPlan:
        relation: Relation
        wanted, known = self._names.get(name), self._people.get(key)
        if known is not None and wanted in (None, known[1]):
            whose, here = known
            relation = "mapped" if key in self._aliases else "known"
        elif known is not None and self._shows(known[0]):
            raise PeymanError("merge_known", name=name, path=path, here=known[1])
        elif wanted is not None:
            relation, here = "mapped", wanted
            whose = next(who for who, called in self._people.values() if called == wanted)
        elif any(called == name for _, called in self._people.values()):
            relation, here, whose = "apart", f"{name} ({key[-2:].hex()})", key
        else:
            relation, here, whose = "new", name, key
        self._people[key] = whose, here
        return PersonPlan(UUID(bytes=key), name, here, relation, number)

    def _shows(self, annotator: object) -> bool:
        """Tell whether anything of an annotator that came from another file is shown here."""
        return bool(
            self._rows(
                "SELECT 1 FROM main.annotation_set WHERE annotator_no = ? AND origin_no <> ? LIMIT 1",
                [annotator, THIS_FILE],
            )
        )

    # What becomes of it

    def _splits(self, source: str) -> dict[bytes, int]:
        """Return by origin the first step at which a file's past differs from what is known of it."""
        found: dict[bytes, int] = {}
        sources = ["main", *(earlier for earlier in self._gathering.sources if earlier < source)]
        same = " AND ".join(f"a.{name} IS b.{name}" for name in ("at", "name", "undoable", "undoes", "redoes"))
        for other in sources:
            rows = self._rows(
                f"SELECT x.origin_id, min(a.op_no) FROM {source}.origin x JOIN {other}.origin y USING (origin_id)"
                f" CROSS JOIN {source}.op a ON a.origin_no = x.origin_no"
                f" JOIN {other}.op b ON b.origin_no = y.origin_no AND b.op_no = a.op_no"
                f" WHERE NOT ({same}) GROUP BY 1"
            )
            for origin_id, step in rows:
                found[origin_id] = min(step, found.get(origin_id, step))
        return found

    def _sets_of(self, source: str, people: Sequence[PersonPlan], splits: Mapping[bytes, int]) -> list[_Draft]:
        rows = self._rows(
            "SELECT set_no, set_id, origin_no, document_no, annotator_no, kind, x.sha256, state, revision"
            f" FROM {source}.annotation_set JOIN {source}.schema x USING (schema_no) ORDER BY set_no"
        )
        drafts = [_Draft(source, *row) for row in rows]
        origins: dict[int, bytes] = dict(self._rows(f"SELECT origin_no, origin_id FROM {source}.origin"))
        untouched = self._untouched(source)
        self._place(source, drafts, people)
        for draft in drafts:
            origin = origins[draft.origin_no]
            draft.here = self._here.get(draft.set_id)
            there = draft.here is not None or draft.set_id in self._claimed
            if draft.status is None and draft.number in untouched and not there:
                draft.status = "empty"
            elif draft.status is None:
                draft.status = self._at_once(draft, origin, splits)
        open_drafts = [draft for draft in drafts if draft.status is None]
        for draft in self._differing(source, open_drafts):
            draft.status = "fork"
        for draft in open_drafts:
            if draft.status is None:
                draft.status = self._final(draft)
        return drafts

    def _place(self, source: str, drafts: Iterable[_Draft], people: Sequence[PersonPlan]) -> None:
        """Find the article and the annotator of each set here."""
        rows = self._rows(f"SELECT document_no, document_id, sha256, name FROM {source}.document")
        documents = {row[0]: row[1:] for row in rows}
        whose = {person.number: self._people[person.id.bytes][0] for person in people}
        for draft in drafts:
            document_id, sha256, name = documents[draft.document_no]
            number, draft.document = self._by_text.get(sha256, (0, printable(name)))
            if draft.kind == "gold":
                draft.status = "gold"
            elif number:
                draft.place = number, whose[draft.annotator_no], draft.kind
            else:
                known = document_id in self._document_ids or name in self._document_names
                draft.status = "wrong_text" if known else "unknown_document"

    def _untouched(self, source: str) -> set[int]:
        """Return the sets of a file in which nothing was ever done."""
        nothing = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {source}.{table}_log l WHERE l.set_no = s.set_no)" for table in SET_TABLES[1:]
        )
        rows = self._rows(
            f"SELECT set_no FROM {source}.annotation_set s WHERE state = 'new' AND note = '' AND doubt = ''"
            f" AND (SELECT count(*) FROM {source}.annotation_set_log l WHERE l.set_no = s.set_no) = 1 AND {nothing}"
        )
        return {number for (number,) in rows}

    def _at_once(self, draft: _Draft, origin: bytes, splits: Mapping[bytes, int]) -> Status | None:
        """Return what can be said of a set before its history is looked at."""
        ours = self._origins.get(origin)
        here = draft.here
        if draft.revision >= splits.get(origin, draft.revision + 1):
            return "fork"
        if here is not None:
            elsewhere = draft.place is None or here.document_no != draft.place[0] or here.origin_no != ours
            return "fork" if elsewhere or (ours == THIS_FILE and draft.revision > here.known) else None
        return "fork" if ours == THIS_FILE else None

    def _differing(self, source: str, drafts: Sequence[_Draft]) -> list[_Draft]:
        """Return the sets whose history is not the same as far as both sides have it."""
        pairs: dict[str, list[tuple[int, int, int]]] = {}
        for draft in drafts:
            if draft.here is not None:
                row = draft.here.number, draft.number, min(draft.here.known, draft.revision)
                pairs.setdefault("main", []).append(row)
            claimed = self._claimed.get(draft.set_id)
            if claimed is not None:
                row = claimed.number, draft.number, min(claimed.revision, draft.revision)
                pairs.setdefault(claimed.source, []).append(row)
        wrong: set[int] = set()
        for other, rows in pairs.items():
            self._gathering.fill("pair", rows)
            sides = (other, "ours"), (source, "theirs")
            for table in SET_TABLES:
                for searched, beside in (sides, sides[::-1]):
                    wrong |= {number for (number,) in self._rows(_differing_sql(table, searched, beside))}
        return [draft for draft in drafts if draft.number in wrong]

    def _final(self, draft: _Draft) -> Status:
        """Return what becomes of a set whose history goes together with what is known."""
        earlier = self._claimed.get(draft.set_id)
        if earlier is not None and earlier.revision >= draft.revision:
            return "same" if earlier.revision == draft.revision else "older"
        if draft.here is not None and draft.revision <= draft.shown:
            return "same" if draft.revision == draft.shown else "older"
        assert draft.place is not None
        if self._places.setdefault(draft.place, draft.set_id) != draft.set_id:
            return "taken"
        if earlier is not None:
            earlier.status = "older"
        self._claimed[draft.set_id] = draft
        return "changed" if draft.shown else "new"

    # In numbers

    def _set_plans(
        self, source: str, drafts: Sequence[_Draft], people: Iterable[PersonPlan]
    ) -> Iterator[SetPlan]:
        names: dict[int, str] = dict(self._rows(f"SELECT annotator_no, name FROM {source}.annotator"))
        names |= {person.number: person.here for person in people}
        counted = [draft for draft in drafts if draft.status not in ("empty", "gold")]
        counts = self._counts(source, counted)
        odd = self._odd_labels(source, counted)
        for draft in drafts:
            assert draft.status is not None
            here = draft.here or _Here(0, 0, 0, 0, 0, 0)
            numbers = counts.get(draft.number, Counter())
            yield SetPlan(
                draft.document, names[draft.annotator_no], draft.kind, draft.state, draft.status,
                UUID(bytes=draft.set_id), draft.number, here.number, here.known, here.shown, draft.revision,
                draft.schema in self._schemas, odd.get(draft.number, ()),
                numbers["added"], numbers["changed"], numbers["withdrawn"], numbers["same"],
            )  # fmt: skip

    def _counts(self, source: str, drafts: Sequence[_Draft]) -> dict[int, Counter[str]]:
        """Count, by set, what a file has beside what is shown here."""
        shown = ((d.here.number if d.here and d.shown else 0, d.number, 0) for d in drafts)
        self._gathering.fill("pair", shown)
        found: dict[int, Counter[str]] = {}
        for table in ANNOTATIONS:
            key = LOGGED[table][0][1]
            same = " AND ".join(f't."{name}" IS h."{name}"' for name in LOGGED[table][1])
            theirs = f"FROM temp.pair p CROSS JOIN {source}.{table} t ON t.set_no = p.theirs"
            for number, added in self._rows(f"SELECT p.theirs, count(*) {theirs} WHERE p.ours = 0 GROUP BY 1"):
                found.setdefault(number, Counter()).update(added=added)
            for number, added, equal, every in self._rows(
                f"SELECT p.theirs, sum(h.{key} IS NULL), sum(h.{key} IS NOT NULL AND {same}), count(*) {theirs}"
                f" LEFT JOIN main.{table} h ON h.set_no = p.ours AND h.{key} = t.{key} WHERE p.ours > 0 GROUP BY 1"
            ):
                counter = found.setdefault(number, Counter())
                counter.update(added=added, same=equal, changed=every - added - equal)
            for number, gone in self._rows(
                f"SELECT p.theirs, count(*) FROM temp.pair p CROSS JOIN main.{table} h ON h.set_no = p.ours"
                f" LEFT JOIN {source}.{table} t ON t.set_no = p.theirs AND t.{key} = h.{key}"
                f" WHERE t.{key} IS NULL GROUP BY 1"
            ):
                found.setdefault(number, Counter()).update(withdrawn=gone)
        return found

    def _odd_labels(self, source: str, drafts: Sequence[_Draft]) -> dict[int, tuple[str, ...]]:
        """Return, by set, the labels that this project does not know; only of other schemas, as all else is known."""
        self._gathering.fill("pair", ((0, d.number, 0) for d in drafts if d.schema not in self._schemas))
        found: dict[int, set[str]] = {}
        for table in ANNOTATIONS:
            for number, layer_id, label in self._rows(
                f"SELECT DISTINCT p.theirs, t.layer, t.label FROM temp.pair p"
                f" CROSS JOIN {source}.{table} t ON t.set_no = p.theirs"
            ):
                layer = self._schema.layers.get(layer_id)
                known = layer and (layer.attribute if layer.id == "document" else layer.label)(label)
                if not known:
                    found.setdefault(number, set()).add(printable(f"{layer_id}/{label}"))
        return {number: tuple(sorted(labels)) for number, labels in found.items()}


def _differing_sql(table: str, searched: tuple[str, str], beside: tuple[str, str]) -> str:
    """Return the query for the pairs of sets of which the searched side has a version that the other has not.

    A side is a file and the column of the pairs with the numbers of its sets.
    """
    keys, values = LOGGED[table]
    key = "".join(f' AND a."{name}" = b."{name}"' for name in keys[1:])
    same = " AND ".join(f'a."{name}" IS b."{name}"' for name in ("gone", *values))
    return (
        f"SELECT DISTINCT p.theirs FROM temp.pair p CROSS JOIN {searched[0]}.{table}_log a"
        f" ON a.set_no = p.{searched[1]} AND a.op_no <= p.upto"
        f" LEFT JOIN {beside[0]}.{table}_log b ON b.set_no = p.{beside[1]} AND b.op_no = a.op_no{key}"
        f" WHERE b.set_no IS NULL OR NOT ({same})"
    )
