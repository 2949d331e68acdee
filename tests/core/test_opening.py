"""Making, opening and closing a project file: what is refused, one writer at a time, and nothing left behind."""

import errno
import os
import random
import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.children import child, hold
from core.disks import as_anybody, full_disk, posix_only
from core.making import (
    TEXT,
    a_set,
    add,
    article,
    default_schema,
    label,
    make_project,
    names_in,
    refused,
)
from peyman.core.edits import Editor
from peyman.core.errors import PeymanError
from peyman.core.migrations import FORMAT_VERSION, connect, write_new
from peyman.core.project import Project
from peyman.core.schema import Schema

if sys.platform != "win32":
    import fcntl


# Making -------------------------------------------------------------------------------------------------------------


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
    assert int.from_bytes(header[60:64]) == FORMAT_VERSION


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
    def slowly(draft: Path, annotator: str, schema: Schema, *more: str) -> None:
        write_new(draft, annotator, schema, *more)
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


# Opening what cannot be opened --------------------------------------------------------------------------------------


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
    "a project of a newer format": (
        lambda path: _changed(path, f"PRAGMA user_version={FORMAT_VERSION + 1}"),
        "project_newer",
    ),
    "a project with a step we do not know": (
        lambda path: _changed(
            path,
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('peyman', 'm0009_x', '')",
        ),
        "project_newer",
    ),
    "a project without its first row": (
        lambda path: _changed(path, "UPDATE current_op SET op_no = 0", "DELETE FROM project"),
        "project_foreign",
    ),
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


def test_a_project_that_another_program_keeps_to_itself_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impatient(place: Path, *, read_only: bool) -> sqlite3.Connection:
        connection = connect(place, read_only=read_only)
        connection.execute("PRAGMA busy_timeout=0")
        return connection

    make_project(path).close()
    monkeypatch.setattr("peyman.core.project.connect", impatient)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for read_only in (False, True):
            with refused("project_unopened") as caught:
                Project.open(path, read_only=read_only)
            assert "database is locked" in str(caught.value)


# One writer ---------------------------------------------------------------------------------------------------------


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


# Settings -----------------------------------------------------------------------------------------------------------


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
