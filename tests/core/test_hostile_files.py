"""Files that are damaged, or made to do harm: each is refused in one sentence, and the project stays as it was."""

import io
import json
import os
import random
import sqlite3
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from core.dealing import annotate, dealt, editor_of, handed_in, held, planned
from core.disks import posix_only
from core.making import MEMORY, names_in
from peyman.core import inspection
from peyman.core.errors import PeymanError
from peyman.core.merge import merge
from peyman.core.migrations import objects_of
from peyman.core.project import Project
from peyman.core.submission import MANIFEST_NAME, PROJECT_NAME, Manifest, seal

Change = Callable[[sqlite3.Connection], object]


@cache
def originals() -> tuple[bytes, bytes, bytes]:
    """A curator's file, an annotator's with a bit of everything, and that file as it is handed in."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        project, packs = dealt(Path(folder, "news.peyman"), 2, ["سارا"])
        project.close()
        pack = packs["سارا"]
        annotate(pack, 1, done=True)
        annotate(pack, 2, 20, 25, "ORG")
        with Project.open(pack) as opened:
            opened.apply(editor_of(opened).add_span("commitment", "plan", 47, 88, attributes={"canon": "x"}))
            first, second = opened.own_set(1).spans
            opened.apply(editor_of(opened).fill_role(second, "source", first))
            opened.apply(editor_of(opened).set_document_label("mode", "video"))
            opened.apply(editor_of(opened).reject("entity", "GPE", 14, 20, "gazetteer"))
            opened.apply(editor_of(opened).set_note(first, "نام"))
        handed = handed_in(pack)
        return project.path.read_bytes(), pack.read_bytes(), handed.read_bytes()


@pytest.fixture
def path(path: Path) -> Path:
    path.write_bytes(originals()[0])
    return path


@pytest.fixture
def pack(path: Path) -> Path:
    """An annotator's file, which is whole so far."""
    file = path.with_name("سارا.peyman")
    file.write_bytes(originals()[1])
    return file


def alter(file: Path, *changes: str | Change) -> None:
    """Go round everything: triggers, checks and foreign keys; they are all there again afterwards."""
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        for change in changes:
            if isinstance(change, str):
                raw.execute(change)
            else:
                change(raw)
        for _, sql in triggers:
            raw.execute(sql)


def both(column: str, value: str, where: str = "start = 0") -> list[str]:
    """Change a span and its history alike."""
    return [f'UPDATE {table} SET "{column}" = {value} WHERE {where}' for table in ("span", "span_log")]


def rewritten(table: str, old: str, new: str) -> Change:
    """Change how a table says it was made."""

    def change(raw: sqlite3.Connection) -> None:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?", [old, new, table])

    return change


def told(path: Path, file: Path) -> PeymanError | None:
    """Why a file is refused; whatever happens, the project stays the same to the last byte, and nothing is left."""
    before = path.read_bytes()
    with Project.open(path, read_only=True) as project, planned(project, file) as plan:
        refusal = plan.files[0].refusal
        folder = Path(plan.folder.name)
        assert refusal is None or plan.files[0].sets == ()
    assert not folder.exists()
    assert path.read_bytes() == before
    assert [name for name in names_in(path.parent) if name.startswith("news")] == ["news.peyman"]
    if refusal is not None:
        assert len(str(refusal).splitlines()) == 1
        assert str(refusal).isprintable() or "\u200c" in str(refusal)
        assert str(file) in str(refusal)
    return refusal


def test_the_whole_file_is_taken(path: Path, pack: Path) -> None:
    assert told(path, pack) is None
    alter(pack)
    assert told(path, pack) is None


# The database ----------------------------------------------------------------------------------------------------

HOSTILE: dict[str, tuple[str, Sequence[str | Change]]] = {
    "a further trigger": (
        "inspect_tables",
        [lambda raw: raw.execute("CREATE TRIGGER t AFTER INSERT ON span BEGIN DELETE FROM op; END")],
    ),
    "a view for a table": (
        "inspect_tables", ["DROP TABLE active_time", "CREATE VIEW active_time AS SELECT 1 AS set_no"],
    ),
    "a view": ("inspect_tables", ["CREATE VIEW v AS SELECT load_extension('x')"]),
    "a virtual table": ("inspect_tables", ["CREATE VIRTUAL TABLE f USING fts5(a)"]),
    "a further table": ("inspect_tables", ["CREATE TABLE \"x\x1b[31m\"(a)"]),
    "an index on an expression": ("inspect_tables", ["CREATE INDEX i ON span(abs(start))"]),
    "an index that is missing": ("inspect_tables", ["DROP INDEX span_label"]),
    "a check that is gone": ("inspect_tables", [rewritten("span", "CHECK (end > start),", "")]),
    "a default that calls": ("inspect_tables", [rewritten("op", "name TEXT NOT NULL", "name TEXT DEFAULT (random())")]),
    "statistics that mislead": ("inspect_tables", ["ANALYZE"]),
    "a step more": ("inspect_tables", ["INSERT INTO _sqlite_migrations VALUES (9, 'peyman', 'm0009_x', '')"]),
    "a step less": ("inspect_tables", ["DELETE FROM _sqlite_migrations WHERE id = 2"]),
    "the tables of another version": ("inspect_tables", ["PRAGMA user_version = 1"]),
    "a newer version": ("project_newer", ["PRAGMA user_version = 99"]),
    "no version": ("project_foreign", ["PRAGMA user_version = 0"]),
    "a negative version": ("project_foreign", ["PRAGMA user_version = -2"]),
    "another program's": ("project_foreign", ["PRAGMA application_id = 7"]),
    "copied while it was open": ("inspect_torn", ["PRAGMA journal_mode = WAL"]),
    "no project in it": ("inspect_damaged", ["DELETE FROM project", "DELETE FROM project_log"]),
    "no origin": ("inspect_damaged", ["DELETE FROM origin"]),
    "a set of no origin": ("inspect_damaged", ["UPDATE annotation_set SET origin_no = 7"]),
    "ends the wrong way round": ("inspect_damaged", both("end", "0")),
    "ends the wrong way round in the past": (
        "inspect_quote",
        ["UPDATE span_log SET end = 0, quote = '' WHERE op_no = (SELECT min(op_no) FROM span_log)"],
    ),
    "a negative start": ("inspect_damaged", [*both("start", "-13", "start = 0")]),
    "another quote": ("inspect_quote", both("quote", "'علی‌رضا احمدم'")),
    "a quote that is too short": ("inspect_damaged", both("quote", "'علی'")),
    "a label that is no text": ("inspect_damaged", both("label", "CAST(x'ff41' AS TEXT)")),
    "a note that is no text": ("inspect_damaged", both("note", "CAST(x'c3' AS TEXT)")),
    "half characters that make one together": (
        "inspect_damaged", [*both("note", "CAST(x'd8' AS TEXT)"), *both("doubt", "CAST(x'b9' AS TEXT)")],
    ),
    "an overlong sequence": ("inspect_damaged", both("source_id", "CAST(x'c0af' AS TEXT)")),
    "a surrogate": ("inspect_damaged", both("origin", "CAST(x'eda080' AS TEXT)")),
    "a name that is no text": (
        "inspect_damaged",
        [
            f"UPDATE {table} SET name = CAST(x'ff' AS TEXT) WHERE document_no = 1"
            for table in ("document", "document_log")
        ],
    ),
    "a note without end": ("inspect_damaged", both("note", "printf('%.*c', 60000000, 'x')")),
    "a label without end": ("inspect_damaged", both("label", "printf('%.*c', 70, 'x')")),
    "attributes that are no JSON": ("inspect_cell", both("attributes", "'{'")),
    "attributes that are no object": ("inspect_cell", both("attributes", "'[1]'")),
    "a number that is none": ("inspect_cell", both("attributes", "'{\"a\": NaN}'")),
    "a number without end": ("inspect_cell", both("attributes", "'{\"a\": 1e999}'")),
    "a number too long": ("inspect_cell", both("attributes", "'{\"a\": ' || printf('%.*c', 5000, '1') || '}'")),
    "half a character": ("inspect_cell", both("attributes", "'{\"a\": \"\\ud800\"}'")),
    "JSON too deep": ("inspect_cell", both("foreign", "printf('%.*c', 100000, '[')")),
    "fragments outside": ("inspect_cell", both("fragments", "'[[0, 4], [3, 99]]'")),
    "fragments that are none": ("inspect_damaged", both("fragments", "'[1, 2]'")),
    "fragments of truth": ("inspect_cell", both("fragments", "'[[false, true]]'")),
    "an answer that is no JSON": (
        "inspect_cell",
        ["UPDATE document_label SET value = 'video'", "UPDATE document_label_log SET value = 'video'"],
    ),
    "a state that is none": (
        "inspect_damaged", ["UPDATE annotation_set SET state = 'done'", "UPDATE annotation_set_log SET state = 'done'"],
    ),
    "an end of a role that is missing": (
        "inspect_damaged",
        ["UPDATE relation SET target = zeroblob(16)", "UPDATE relation_log SET target = zeroblob(16)"],
    ),
    "an end of a role that is none": (
        "inspect_cell",
        ["INSERT INTO relation_log SELECT set_no, relation_id, 3, 0, layer, label, source, x'00', note, source_id,"
         ' "foreign" FROM relation'],
    ),
    "an id that is none": ("inspect_cell", ["UPDATE rejection_log SET rejection_id = x'00'", "DELETE FROM rejection"]),
    "a version that lacks something": ("inspect_cell", ["UPDATE span_log SET label = NULL WHERE op_no ="
                                                        " (SELECT min(op_no) FROM span_log WHERE note = '')"]),
    "a row without a past": ("inspect_cell", ["DELETE FROM span_log WHERE start = 20"]),
    "a row unlike its past": ("inspect_cell", ["UPDATE span SET label = 'ORG' WHERE start = 0"]),
    "a past without its row": ("inspect_cell", ["DELETE FROM document_label"]),
    "a step that is missing": ("inspect_cell", ["DELETE FROM op_set", "DELETE FROM op WHERE op_no = 4"]),
    "a step out of time": ("inspect_cell", ["UPDATE op SET at = 1 << 60"]),
    "a step before the first": ("inspect_cell", ["INSERT INTO op VALUES (1, -4, 0, 1, 'x', 0, NULL, NULL)"]),
    "a step without a name": ("inspect_cell", ["UPDATE op SET name = '' WHERE op_no = 4"]),
    "versions later than their set": ("inspect_cell", ["UPDATE annotation_set SET revision = 2"]),
    "a name that steers the screen": ("inspect_cell", ["UPDATE annotator SET name = 'x' || char(27) || '[31m'"]),
    "a name that means all": ("inspect_cell", ["UPDATE annotator SET name = 'Gold'"]),
    "another text": ("inspect_text", ["UPDATE document_text SET text = text || 'x' WHERE document_no = 1"]),
    "a text of other length": ("inspect_text", ["UPDATE document SET length = length + 1 WHERE document_no = 2"]),
    "no text": ("inspect_damaged", ["DELETE FROM document_text WHERE document_no = 1"]),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused(path: Path, pack: Path, case: str) -> None:
    code, changes = HOSTILE[case]
    alter(pack, *changes)
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == code, str(refusal)


def test_two_tables_on_one_page_are_refused(path: Path, pack: Path) -> None:
    with closing(sqlite3.connect(pack, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'span')"
            " WHERE name = 'relation'"
        )
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == "inspect_damaged"


def test_another_encoding_is_refused(path: Path, pack: Path) -> None:
    with closing(sqlite3.connect(pack)) as raw:
        sql = "\n".join(raw.iterdump())
    pack.unlink()
    with closing(sqlite3.connect(pack)) as raw:
        raw.execute("PRAGMA encoding = 'UTF-16le'")
        raw.executescript(sql)
        raw.execute("PRAGMA application_id = 1350126926")
        raw.execute("PRAGMA user_version = 3")
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == "project_foreign"


def test_nothing_of_a_file_is_executed(path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if what looks at its tables were fooled, it could not write anywhere while it is read."""
    alter(pack)
    with closing(sqlite3.connect(pack, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE loot(a)")
        raw.execute("CREATE TRIGGER t AFTER INSERT ON loot BEGIN DELETE FROM op; END")
    monkeypatch.setattr(inspection, "known_objects", lambda version: objects_of(raw_of(pack)))
    with Project.open(path) as project, planned(project, pack) as plan:
        assert plan.files[0].refusal is None
        assert merge(project, plan) is not None
        assert project.connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'loot'").fetchall() == [(0,)]
        assert project.check() == []


def raw_of(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)


# The file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tail", ["-wal", "-journal"])
def test_a_file_that_is_still_open_is_refused(path: Path, pack: Path, tail: str) -> None:
    pack.with_name(pack.name + tail).write_bytes(b"")
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == "inspect_open"


def test_a_file_that_is_at_work_is_refused(path: Path, pack: Path) -> None:
    with Project.open(pack) as opened:
        opened.apply(editor_of(opened).set_article_note("هنوز"))
        refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == "inspect_open"


@pytest.mark.parametrize("size", [0, 1, 16, 99, 100, 4096, -4096, -1])
def test_a_file_that_is_cut_short_is_refused(path: Path, pack: Path, size: int) -> None:
    pack.write_bytes(pack.read_bytes()[:size])
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code in ("project_foreign", "inspect_damaged")


@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4", b"PK\3\4" + bytes(500), b"\0" * 100_000, b"SQLite format 3\0" * 99]
)
def test_something_else_is_refused(path: Path, pack: Path, content: bytes) -> None:
    pack.write_bytes(content)
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code in ("project_foreign", "submission_damaged", "inspect_torn")


def test_folders_and_what_is_not_there_are_refused(path: Path) -> None:
    path.with_name("folder").mkdir()
    for name in ("folder", "missing"):
        refusal = told(path, path.with_name(name))
        assert refusal is not None
        assert refusal.code == "project_missing"


@posix_only
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    refusal = told(path, path.with_name("pipe"))
    assert refusal is not None
    assert refusal.code == "project_missing"


def test_a_file_too_large_is_not_copied(path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MAX_FILE", 10_000)
    refusal = told(path, pack)
    assert refusal is not None
    assert refusal.code == "inspect_size"


# Submissions -----------------------------------------------------------------------------------------------------


@pytest.fixture
def submission(pack: Path) -> Path:
    file = pack.with_suffix(".submission")
    file.write_bytes(originals()[2])
    return file


def manifest_of(submission: Path) -> Manifest:
    with zipfile.ZipFile(submission) as archive:
        return Manifest(**json.loads(archive.read(MANIFEST_NAME)))


def sealed(file: Path, data: bytes) -> None:
    """Write an archive with the seal that belongs to it."""
    file.write_bytes(data[:-64] + sha256(data[:-64]).hexdigest().encode())


def archive_of(*members: tuple[str, bytes], **more: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", more.get("method", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in members:
            archive.writestr(name, data)
        archive.comment = b"0" * 64
    return stream.getvalue()


def test_a_submission_is_an_archive_that_anything_can_open(path: Path, submission: Path) -> None:
    assert told(path, submission) is None
    with zipfile.ZipFile(submission) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == [MANIFEST_NAME, PROJECT_NAME]
        said = manifest_of(submission)
        assert sha256(archive.read(PROJECT_NAME)).hexdigest() == said.sha256
        assert (said.annotator, said.format) == ("سارا", "peyman-submission/1")


def test_a_hostile_project_in_a_sealed_archive_is_refused_too(path: Path, pack: Path, submission: Path) -> None:
    alter(pack, *both("quote", "'علی‌رضا احمدم'"))
    data = pack.read_bytes()
    seal(pack, replace(manifest_of(submission), sha256=sha256(data).hexdigest(), size=len(data)), submission)
    refusal = told(path, submission)
    assert refusal is not None
    assert refusal.code == "inspect_quote"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"project_id": "0" * 36}, "inspect_manifest"),
        ({"origin_id": "x"}, "inspect_manifest"),
        ({"sha256": "0" * 64}, "submission_odd"),
        ({"size": 1}, "submission_odd"),
        ({"size": 1 << 40}, "submission_odd"),
        ({"size": "1"}, "submission_odd"),
        ({"made_at": True}, "submission_odd"),
        ({"format": "peyman-submission/2"}, "submission_odd"),
        ({"more": 1}, "submission_odd"),
    ],
)
def test_a_manifest_that_lies_is_refused(
    path: Path, pack: Path, submission: Path, change: dict[str, object], code: str
) -> None:
    said = json.dumps({**asdict(manifest_of(submission)), **change}).encode()
    with zipfile.ZipFile(submission) as archive:
        project = archive.read(PROJECT_NAME)
    sealed(submission, archive_of((MANIFEST_NAME, said), (PROJECT_NAME, project)))
    refusal = told(path, submission)
    assert refusal is not None
    assert refusal.code == code


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "members",
    [
        [],
        [(MANIFEST_NAME, b"{}")],
        [(MANIFEST_NAME, b"{}"), (PROJECT_NAME, b"x"), ("../../x", b"x")],
        [(MANIFEST_NAME, b"{}"), ("/etc/x", b"x")],
        [(MANIFEST_NAME, b"{}"), (PROJECT_NAME, b"x"), (PROJECT_NAME, b"y")],
        [(MANIFEST_NAME, b"["), (PROJECT_NAME, b"x")],
        [(MANIFEST_NAME, b"[" * 50_000), (PROJECT_NAME, b"x")],
        [(MANIFEST_NAME, b"\xff"), (PROJECT_NAME, b"x")],
        [(MANIFEST_NAME, b" " * 200_000), (PROJECT_NAME, b"x")],
        [(MANIFEST_NAME, b"{}"), (PROJECT_NAME, bytes(50_000_000))],  # a thousand times smaller while packed
    ],
)
def test_an_archive_with_other_things_in_it_is_refused(
    path: Path, submission: Path, members: list[tuple[str, bytes]]
) -> None:
    sealed(submission, b"PK\3\4"[: 0 if members else 4] + archive_of(*members))
    refusal = told(path, submission)
    assert refusal is not None
    assert refusal.code == "submission_odd"
    assert not path.parent.parent.joinpath("x").exists()


@pytest.mark.parametrize("place", [6, 8, 26])
def test_an_archive_whose_entries_say_odd_things_is_refused(path: Path, submission: Path, place: int) -> None:
    """Both its headers say so: encrypted, packed in an unknown way, with a longer name."""
    data = bytearray(submission.read_bytes())
    central = data.index(b"PK\1\2")
    for start in (place, central + place + 2):
        struct.pack_into("<H", data, start, 0xFFFF)
    sealed(submission, bytes(data))
    refusal = told(path, submission)
    assert refusal is not None
    assert refusal.code == "submission_odd"


# Damage ----------------------------------------------------------------------------------------------------------


def damaged(data: bytes, chance: random.Random, count: int) -> bytes:
    """The same with some bytes changed, each to something else."""
    found = bytearray(data)
    for place in chance.sample(range(len(data)), count):
        found[place] ^= chance.randrange(1, 256)
    return bytes(found)


def test_no_damage_to_a_submission_passes_unseen(path: Path, submission: Path) -> None:
    chance, data = random.Random(1), submission.read_bytes()
    with Project.open(path) as project:
        for number in range(300):
            submission.write_bytes(damaged(data, chance, 1 if number < 150 else chance.randrange(2, 100)))
            with planned(project, submission) as plan:
                assert plan.files[0].refusal is not None
                assert plan.files[0].refusal.code in ("submission_damaged", "project_foreign")
                assert merge(project, plan).step == 0  # type: ignore[union-attr]
        assert held(project) == {}
        submission.write_bytes(data)
        with planned(project, submission) as plan:
            assert merge(project, plan).sets == 2  # type: ignore[union-attr]


def test_every_byte_of_a_submission_counts(path: Path, submission: Path) -> None:
    data = submission.read_bytes()
    chance = random.Random(2)
    edges = [*range(60), *range(len(data) - 300, len(data)), *chance.sample(range(len(data)), 200)]
    for place in edges:
        submission.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        folder = path.parent / "private"
        folder.mkdir()
        with pytest.raises(PeymanError):
            inspection.inspect(submission, folder)
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


@pytest.fixture(scope="module")
def whole() -> Iterator[dict[tuple[str, str], list[object]]]:
    """What a merge of the undamaged file shows."""
    with TemporaryDirectory(dir=MEMORY) as name:
        path, pack = Path(name, "news.peyman"), Path(name, "pack.peyman")
        path.write_bytes(originals()[0])
        pack.write_bytes(originals()[1])
        with Project.open(path) as project, planned(project, pack) as plan:
            merge(project, plan)
            yield held(project)


def test_damage_to_a_bare_project_file_never_crashes_and_leaves_a_sound_project(
    path: Path, pack: Path, whole: dict[tuple[str, str], list[object]]
) -> None:
    chance, data, base = random.Random(3), pack.read_bytes(), path.read_bytes()
    same = 0
    for number in range(300):
        pack.write_bytes(damaged(data, chance, 1 if number % 2 else chance.randrange(2, 100)))
        with Project.open(path, read_only=True) as reader, planned(reader, pack) as plan:
            if not plan.files[0].brings:
                continue
            with Project.open(path) as project:
                merge(project, plan)
                assert project.check() == []
                same += held(project) == whole
            path.write_bytes(base)
    assert same > 0  # where nothing is kept, or in the tokens, which stay where they are
    assert path.read_bytes() == base
