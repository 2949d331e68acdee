"""The project file: what is refused, what the database itself holds to, and how trouble is told."""

import errno
import itertools
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from core.articles import TEXT, article, default_schema, make_project
from core.children import child, hold
from peyman.core.edits import Change, Edit, Editor
from peyman.core.errors import PeymanError
from peyman.core.migrations import LOGGED, connect, write_new
from peyman.core.model import Annotation, AnnotationSet, DocumentLabel, Relation, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema

if sys.platform != "win32":
    import fcntl
    import resource

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="file modes and limits of POSIX")


def refused(*codes: str) -> pytest.RaisesExc[PeymanError]:
    """Expect a PeymanError with one of these codes, and that it can be worded."""
    return pytest.RaisesExc(PeymanError, check=lambda error: error.code in codes and bool(str(error)))


def label(project: Project, start: int = 0, end: int = 13, name: str = "PER", number: int = 1) -> Span:
    """Label a stretch of an article as an entity, and return the span."""
    edit = editor(project, number).add_span("entity", name, start, end)
    project.apply(edit)
    span = edit.changes[-1].after
    assert isinstance(span, Span)
    return span


def editor(project: Project, number: int = 1) -> Editor:
    return Editor(project.document(number), project.own_set(number), project.schema)


def a_set(*annotations: Annotation, annotator: str = "علی‌رضا", **more: object) -> AnnotationSet:
    """A set as an import brings it."""
    number = new_id()
    by_id = {a.id: a for a in annotations}
    made = AnnotationSet(number, 0, new_id(), annotator, "annotation", SetState(number, "finished"), by_id)
    return replace(made, **more)  # type: ignore[arg-type]


def entity(start: int, end: int, name: str = "PER", layer: str = "entity") -> Span:
    return Span(new_id(), layer, name, start, end, TEXT[start:end])


def add(project: Project, annotations: AnnotationSet, number: int = 1) -> bool:
    with project.batch("import"):
        return project.add_set(number, annotations)


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may look into, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def as_anybody() -> Iterator[None]:
    """Be somebody whom file modes bind: the superuser becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """A disk on which no file grows beyond `room` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# Making ----------------------------------------------------------------------------------------------------------


def create(path: Path) -> Project:
    return Project.create(path, annotator="سارا", schema=default_schema())


def test_a_new_project_holds_its_annotator_and_its_own_copy_of_the_schema(path: Path) -> None:
    schema = default_schema()
    with Project.create(path, annotator="علی‌رضا فلاح‌زاده", schema=schema) as project:
        assert (project.annotator, project.annotators) == ("علی‌رضا فلاح‌زاده", ["علی‌رضا فلاح‌زاده"])
        assert project.schema == schema
        assert project.document_numbers() == []
        assert project.check() == []
    assert names_in(path.parent) == [path.name]
    header = path.read_bytes()[:100]
    assert header[68:72] == b"PyMN"  # so that `file` can tell a project
    assert int.from_bytes(header[60:64]) == 1


@pytest.mark.parametrize("name", ["", " ", "\u200c", "x" * 201, " " * 200 + "x", "a\nb", "a\0b", "\ud800", "\u202ea"])
def test_a_name_must_be_visible(path: Path, project: Project, name: str) -> None:
    with refused("annotator_name"):
        Project.create(path.with_name("other.peyman"), annotator=name, schema=project.schema)
    with refused("annotator_name"):
        project.work_as(name)
    with refused("annotator_name"):
        add(project, a_set(annotator=name))
    assert project.annotator == "سارا"
    assert project.annotators == ["سارا"]
    project.close()
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("kind", ["project", "file", "folder", "dangling link"])
def test_nothing_is_replaced_by_a_new_project(path: Path, kind: str) -> None:
    make: dict[str, Callable[[], object]] = {
        "project": lambda: create(path).close(),
        "file": lambda: path.write_bytes(b"mine"),
        "folder": path.mkdir,
        "dangling link": lambda: path.symlink_to("nowhere"),
    }
    make[kind]()
    before = path.read_bytes() if path.is_file() else b""
    with refused("project_exists"):
        create(path)
    assert names_in(path.parent) == [path.name]
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_not_even_a_file_that_appears_meanwhile_is_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(draft: Path, annotator: str, schema: Schema) -> None:
        write_new(draft, annotator, schema)
        path.write_bytes(b"mine")

    monkeypatch.setattr("peyman.core.project.write_new", slowly)
    with refused("project_exists"):
        create(path)
    assert path.read_bytes() == b"mine"
    assert names_in(path.parent) == [path.name]


def test_a_project_needs_a_folder(path: Path) -> None:
    with refused("project_folder"):
        create(path.parent / "nowhere" / "p.peyman")
    path.write_bytes(b"")
    with refused("project_folder", "project_io"):
        create(path / "p.peyman")
    assert names_in(path.parent) == [path.name]


def test_a_project_that_cannot_be_written_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(draft: Path, *_: object) -> None:
        draft.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("peyman.core.project.write_new", fail)
    with refused("project_io") as caught:
        create(path)
    assert "disk is full" in str(caught.value)
    assert names_in(path.parent) == []


@posix_only
def test_a_project_that_finds_the_disk_full_leaves_nothing_behind(path: Path) -> None:
    with full_disk(20_000), refused("project_io"):
        create(path)
    assert names_in(path.parent) == []
    create(path).close()


def test_a_draft_of_a_program_that_died_is_no_obstacle(path: Path) -> None:
    path.with_name(f".{path.name}.{os.getpid()}.new").write_bytes(b"half a project")
    create(path).close()
    assert names_in(path.parent) == [path.name]


def test_disks_without_links_are_good_enough(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    with create(path) as project:
        assert project.check() == []
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("name", ["a b#c?d%20e'f&g=h.peyman", "پروژهٔ من.peyman", "no suffix", "-x;--.peyman"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    create(tmp_path / name).close()
    with Project.open(tmp_path / name) as project:
        assert project.check() == []
    assert names_in(tmp_path) == [name]


# Opening what cannot be opened -----------------------------------------------------------------------------------


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE document(text)")


def _changed(path: Path, *statements: str, length: int | None = None) -> None:
    """Make a project and change its file behind the program's back."""
    make_project(path, article()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    path.write_bytes(path.read_bytes()[:length])


UNOPENABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda _: None, "project_missing"),
    "a folder": (lambda path: path.mkdir(), "project_missing"),
    "a name too long": (lambda _: None, "project_unopened"),
    "an empty file": (lambda path: path.write_bytes(b""), "project_foreign"),
    "a text": (lambda path: path.write_text(TEXT * 200, encoding="utf-8"), "project_foreign"),
    "noise": (lambda path: path.write_bytes(random.Random(1).randbytes(20_000)), "project_foreign"),
    "another database": (_other_database, "project_foreign"),
    "our mark on an empty database": (
        lambda path: _changed(path, "PRAGMA writable_schema=ON", "DELETE FROM sqlite_schema"),
        "project_foreign",
    ),
    "a project under another mark": (lambda path: _changed(path, "PRAGMA application_id=1"), "project_foreign"),
    "a project of a newer format": (lambda path: _changed(path, "PRAGMA user_version=2"), "project_newer"),
    "a project with a step we do not know": (
        lambda path: _changed(
            path,
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('peyman', 'm0009_x', '')",
        ),
        "project_newer",
    ),
    "a project without its first row": (lambda path: _changed(path, "DELETE FROM project"), "project_foreign"),
    "a project without a table": (lambda path: _changed(path, "DROP TABLE project"), "project_unreadable"),
    "the beginning of a project": (lambda path: _changed(path, length=50_000), "project_foreign"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("kind", UNOPENABLE)
def test_what_is_no_project_is_refused_and_left_as_it_was(path: Path, kind: str, read_only: bool) -> None:
    make, code = UNOPENABLE[kind]
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    opened = path.with_name("x" * 300) if kind == "a name too long" else path
    with refused(code) as caught:
        Project.open(opened, read_only=read_only)
    assert f"“{opened}”" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert names_in(path.parent) == ([path.name] if path.exists() else [])


@posix_only
def test_where_nothing_can_be_written_a_project_can_still_be_read(open_folder: Path) -> None:
    path = open_folder / "news.peyman"
    with make_project(path, article()) as project:
        label(project)
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with as_anybody():
        with refused("project_unopened") as caught:
            Project.open(path)
        assert "Permission denied" in str(caught.value)
        with refused("project_io"):
            create(open_folder / "new.peyman")
        with Project.open(path, read_only=True) as project:
            assert [span.quote for span in project.own_set(1).spans] == ["علی‌رضا احمدی"]
            assert project.check() == []
    assert names_in(open_folder) == [path.name]


@posix_only
def test_a_project_that_may_not_be_written_is_not_opened_for_writing(open_folder: Path) -> None:
    path = open_folder / "news.peyman"
    make_project(path, article()).close()
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with as_anybody(), refused("project_unopened"):
        Project.open(path)
    assert names_in(open_folder) == [path.name]


@posix_only
def test_a_project_that_may_not_be_read_is_refused(open_folder: Path) -> None:
    hidden = open_folder / "hidden"
    hidden.mkdir()
    path = hidden / "news.peyman"
    make_project(path).close()
    path.chmod(0)
    with as_anybody(), refused("project_unopened"):
        Project.open(path, read_only=True)
    hidden.chmod(0)
    with as_anybody():
        for read_only in (False, True):
            with refused("project_unopened"):
                Project.open(path, read_only=read_only)
        with refused("project_io"):
            create(path)


# One writer ------------------------------------------------------------------------------------------------------


def test_a_second_window_may_only_read(project: Project, path: Path) -> None:
    label(project)
    with refused("project_locked") as caught:
        Project.open(path)
    assert f"“{path}” is open in another window" in str(caught.value)
    with Project.open(path, read_only=True) as reader:
        assert reader.read_only
        assert reader.counts()["spans"] == 1
        label(project, 20, 25)
        assert reader.counts()["spans"] == 2  # it sees what is written meanwhile
        own = reader.own_set(1)
        edit = Editor(reader.document(1), own, reader.schema).add_span("entity", "ORG", 0, 7)
        for change in (lambda: reader.apply(edit), lambda: reader.work_as("x"), lambda: add(reader, a_set())):
            with refused("project_read_only"):
                change()
        reader.checkpoint()
        unseen = reader.own_set(2)
        assert (unseen.number, unseen.annotations, unseen.state.state) == (0, {}, "new")
        assert unseen.document_id == reader.document(2).id
    project.close()
    Project.open(path).close()
    assert names_in(path.parent) == [path.name]


def test_a_project_has_one_lock_whatever_it_is_called(project: Project, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.peyman"
    link.parent.mkdir()
    link.symlink_to(path)
    with refused("project_locked"):
        Project.open(link)
    project.close()
    with Project.open(link), refused("project_locked"):
        Project.open(path)
    assert names_in(link.parent) == ["link.peyman"]


def test_another_program_may_only_read(project: Project, path: Path) -> None:
    label(project)
    with child(hold, path, False) as other:
        assert other.hear() == "project_locked"
    with child(hold, path, True) as other:
        assert other.hear() == 1
        label(project, 20, 25)


def test_a_lock_goes_with_the_program_that_held_it(path: Path) -> None:
    with make_project(path, article()) as project:
        label(project)
    with child(hold, path, False) as other:
        assert other.hear() == 1
        with refused("project_locked"):
            Project.open(path)
        other.kill()
        assert path.with_name(path.name + ".lock").exists()
        with Project.open(path) as project:
            assert project.counts()["spans"] == 1
    assert names_in(path.parent) == [path.name]


def test_only_one_of_many_gets_the_lock(path: Path) -> None:
    """Opening and closing at the same time, so that lock files come and go under one another's hands."""
    make_project(path).close()
    inside, most, opened = 0, 0, 0
    counting = threading.Lock()

    def work() -> None:
        nonlocal inside, most, opened
        for _ in range(15):
            try:
                project = Project.open(path)
            except PeymanError:
                continue
            with counting:
                inside, opened = inside + 1, opened + 1
                most = max(most, inside)
            project.annotators  # noqa: B018 - a little work
            with counting:
                inside -= 1
            project.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert opened > 1
    assert names_in(path.parent) == [path.name]


@posix_only
@pytest.mark.parametrize("back", [False, True])
def test_a_lock_on_a_file_that_was_removed_is_no_lock(path: Path, monkeypatch: pytest.MonkeyPatch, back: bool) -> None:
    """The last holder lets go between our opening the lock file and our locking it, and perhaps another one comes."""
    make_project(path).close()
    lock = path.with_name(path.name + ".lock")
    flock = fcntl.flock
    turns: list[int] = []

    def late(descriptor: int, how: int) -> None:
        if not turns:
            lock.unlink()
            if back:
                lock.touch()
        turns.append(descriptor)
        flock(descriptor, how)

    monkeypatch.setattr("peyman.core.lock.fcntl.flock", late)
    with Project.open(path):
        assert len(turns) == 2
        with refused("project_locked"):
            Project.open(path)
    assert names_in(path.parent) == [path.name]


@posix_only
def test_a_disk_that_knows_no_locks_is_named_as_the_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(path).close()

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("peyman.core.lock.fcntl.flock", no_locks)
    with refused("project_unopened") as caught:
        Project.open(path)
    assert "No locks available" in str(caught.value)


def test_closing_twice_is_closing(project: Project, path: Path) -> None:
    project.close()
    with Project.open(path), refused("project_locked"):
        project.close()
        Project.open(path)


def test_closing_brings_everything_into_one_file_even_while_somebody_reads(project: Project, path: Path) -> None:
    label(project)
    with Project.open(path, read_only=True) as reader:
        assert reader.counts()["spans"] == 1
        project.close()
        copy = path.with_name("copy.peyman")
        shutil.copyfile(path, copy)  # as onto a stick: the one file, nothing beside it
        with Project.open(copy) as copied:
            assert copied.counts()["spans"] == 1
            assert copied.check() == []
        assert reader.counts()["spans"] == 1
    Project.open(path).close()
    assert names_in(path.parent) == ["copy.peyman", path.name]


# Settings --------------------------------------------------------------------------------------------------------


def _pragma(project: Project, name: str) -> object:
    return project._connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_every_label_is_flushed_to_the_disk(project: Project) -> None:
    assert _pragma(project, "journal_mode") == "wal"
    assert _pragma(project, "synchronous") == 2  # FULL
    assert _pragma(project, "wal_autocheckpoint") == 8000
    assert (_pragma(project, "foreign_keys"), _pragma(project, "recursive_triggers")) == (1, 1)
    assert _pragma(project, "trusted_schema") == 0


@posix_only
def test_where_no_log_can_be_kept_the_slower_journal_is_as_safe(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Network disks have no shared memory; neither has this way of SQLite's to reach a file."""

    def without_shared_memory(place: Path, *, read_only: bool) -> sqlite3.Connection:
        uri = f"{place.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}&vfs=unix-none"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        connection.create_function("casefold", 1, str.casefold)
        return connection

    make_project(path, article()).close()
    monkeypatch.setattr("peyman.core.project.connect", without_shared_memory)
    with Project.open(path) as project:
        assert _pragma(project, "journal_mode") == "delete"
        assert _pragma(project, "synchronous") == 3  # EXTRA
        label(project)
        project.checkpoint()
        assert project.check() == []
        assert names_in(path.parent) == [path.name, path.name + ".lock"]
    assert names_in(path.parent) == [path.name]


# What the database holds to --------------------------------------------------------------------------------------


@pytest.fixture
def raw(project: Project, path: Path) -> Iterator[sqlite3.Connection]:
    """Another connection to a project with an annotation of each kind, for going round the program."""
    person = label(project)
    project.apply(editor(project).add_span("commitment", "plan", 0, 30))
    commitment = next(span for span in project.own_set(1).spans if span.layer == "commitment")
    project.apply(editor(project).fill_role(commitment, "source", person))
    project.apply(editor(project).set_document_label("mode", "video"))
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
    ("INSERT INTO project SELECT 2, project_id, created_at, annotator_no, schema_no FROM project", "CHECK"),
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


# Edits that are refused ------------------------------------------------------------------------------------------


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
    pages = _pragma(project, "page_count")
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


# Articles and sets -----------------------------------------------------------------------------------------------


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


def test_a_set_comes_back_as_it_was_brought(project: Project) -> None:
    commitment, filler = entity(0, 30, "plan", "commitment"), entity(0, 13)
    span = replace(
        entity(20, 25), fragments=((20, 21), (23, 25)), attributes={"norm": {"v": [1, 2.5, None]}}, note="n",
        doubt="d", origin="gazetteer", source_id="T1", foreign={"extra": {"a": 1}},
    )  # fmt: skip
    role = Relation(new_id(), "role", "source", commitment.id, filler.id, "n", "R1", {"w": 0.5})
    answer = DocumentLabel(new_id(), "document", "parties", ["GPE:IR"], "L1", {"by": "x"})
    brought = a_set(commitment, filler, span, role, answer, foreign={"tool": "x"}, kind="gold")
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


# Checking --------------------------------------------------------------------------------------------------------


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
