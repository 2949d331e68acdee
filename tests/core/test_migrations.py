"""Old project files open, are copied aside first, and hold what they held; a step that fails changes nothing."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from core.children import child, tag
from core.making import article, make_project, names_in, refused
from core.stores import FOLDER, dump, load, tell
from peyman.core.edits import History
from peyman.core.migrations import FORMAT_VERSION, STEPS, known_objects, objects_of
from peyman.core.model import Assignment, Decision, DocumentLabel, Relation, Span, Submission
from peyman.core.project import Project

DUMPS = {path.stem: path for path in sorted(FOLDER.glob("v*.sql"))}


# Every released format -------------------------------------------------------------------------------------------

# What `stores.tell` did, by person and article, as a reader would tell it.
STORY = {
    ("سارا", "a.txt"): [
        "finished",
        "entity/PER 0–13 «علی‌رضا احمدی» {'canon': 'احمدی'} note=نام کامل doubt=شاید ROLE",
        "commitment/plan 47–88 «وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد» {'sectors': ['trade']}",
        "argument/ARG 50–57 «20 درصد» {}",
        "role/source plan → علی‌رضا احمدی",
        "role/amount plan → 20 درصد",
        "document/mode 'in_person'",
    ],
    ("سارا", "b.txt"): [
        "in_progress",
        "entity/ROLE 0–10 «Губернатор» {} fragments=((0, 4), (6, 10))",
        "entity/DATE 36–45 «2030 года» {} origin=gazetteer",
    ],
    ("علی‌رضا", "b.txt"): ["skipped به روسی"],
    ("داور", "a.txt"): [
        "finished",
        "{'tool': 'x'}",
        "entity/PER 0–13 «علی‌رضا احمدی» {} source_id=E1",
        "commitment/pledge 47–89 «وی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد.» {} source_id=C1 foreign={'score': 0.5}",
        "role/committer pledge → علی‌رضا احمدی note=روشن است source_id=R1 foreign={'by': 'x'}",
        "document/parties ['GPE:IR', 'GPE:AZ'] source_id=D1 foreign={'sure': True}",
    ],
}
# What others did, merged into it, by the format that could first hold that.
MERGED: dict[str, dict[tuple[str, str], list[str]]] = {
    "v1": {},
    "v2": {},
    "v3": {("مینا", "a.txt"): ["finished", "entity/PER 35–40 «دیدار» {}"]},
}
# What later formats hold besides, by the format that brought it.
NEWS: dict[str, list[str]] = {
    "v1": [],
    "v2": [
        "سارا a.txt: GPE 14–20 «🙂 با ا» gazetteer → ORG",
        "b.txt: {'date': '2025-11-21'}",
        "project: # راهنما {'control_share': 0.2, 'control_seed': 'x'}",
        "intended: فارس ('GPE', 'ORG')",
        "سارا a.txt: doubt=منبع",
        "سارا a.txt: 90 s",
    ],
}
NEWS["v3"] = [
    *NEWS["v2"],
    "assigned: مینا a.txt",
    "assigned: مینا b.txt",
    "submission: مینا.submission",
    "decided: a.txt settled take (Place(label='PER', start=0, end=13, fragments=(), attributes={'canon': "
    "'علی\\u200cرضا احمدی'}),) روشن",
]
# Of سارا's steps two stand undone; these are left, the newest first.
NEW_STEPS: dict[str, list[str]] = {
    "v1": [],
    "v2": ["set_doubt", "mark_intended", "set_project_info", "set_document_info", "reject"],
}
NEW_STEPS["v3"] = ["decide", "merge", "assign", *NEW_STEPS["v2"]]
STANDING = [
    "several", "set_document_label", "fill_role", "fill_role", "set_attributes", "move_span", "add_span",
    "set_doubt", "set_note", "relabel", "add_span",
]  # fmt: skip
UNDONE = ["add_span", "remove"]


def told(project: Project) -> dict[tuple[str, str], list[str]]:
    """What a project holds, in the words of `STORY`."""
    found: dict[tuple[str, str], list[str]] = {}
    for number in project.document_numbers():
        for info in project.set_infos(number):
            annotations = project.annotation_set(info.number)
            lines = [f"{annotations.state.state} {annotations.state.note}".strip()]
            lines += [str(annotations.foreign)] if annotations.foreign else []
            for span in annotations.spans:
                place = f"{span.start}–{span.end} «{span.quote}» {span.attributes}"
                lines.append(f"{span.layer}/{span.label} {place}{_extras(span)}")
            for role in annotations.relations:
                source, target = annotations.span(role.source), annotations.span(role.target)
                assert source is not None
                assert target is not None
                lines.append(f"{role.layer}/{role.label} {source.label} → {target.quote}{_extras(role)}")
            lines += [f"{a.layer}/{a.label} {a.value!r}{_extras(a)}" for a in annotations.document_labels]
            found[info.annotator, project.document(number).name] = lines
    return found


def _extras(annotation: Span | Relation | DocumentLabel) -> str:
    names = ("note", "doubt", "origin", "fragments", "source_id", "foreign")
    given = ((name, getattr(annotation, name, None)) for name in names)
    return "".join(f" {name}={value}" for name, value in given if value)


def news(project: Project) -> list[str]:
    """What a project holds of the later formats, in the words of `NEWS`."""
    sara, second = project.own_set(1), project.document(2)
    found = [
        f"سارا a.txt: {r.label} {r.start}–{r.end} «{r.quote}» {r.source} → {r.instead}"
        for r in sara.rejections.values()
    ]
    found += [f"b.txt: {second.meta}"] if second.meta else []
    info = project.info
    found += [f"project: {info.guidelines} {info.settings}"] if info.guidelines else []
    found += [f"intended: {mark.key} {mark.variants}" for mark in project.intended]
    found += [f"سارا a.txt: doubt={sara.state.doubt}"] if sara.state.doubt else []
    seconds = project.active_seconds(sara.number)
    found += [f"سارا a.txt: {seconds} s"] if seconds else []
    dealt = sorted((project.number_by_id(one.document_id) or 0) for one in project.records(Assignment))
    found += [f"assigned: مینا {project.document(number).name}" for number in dealt]
    found += [f"submission: {one.file}" for one in project.records(Submission)]
    for one in project.records(Decision):
        name = project.document(project.number_by_id(one.document_id) or 0).name
        found.append(f"decided: {name} {one.state} {one.outcome} {one.answer} {one.comment}")
    return found


def undo_all(project: Project) -> list[str]:
    return [edit.name for edit in iter(History(project).undo, None)]


def redo_all(project: Project) -> list[str]:
    return [edit.name for edit in iter(History(project).redo, None)]


def test_there_is_a_dump_of_every_format() -> None:
    assert list(DUMPS) == [f"v{number + 1}" for number in range(FORMAT_VERSION)]
    assert len(STEPS) == FORMAT_VERSION


@pytest.mark.parametrize("version", DUMPS)
def test_the_tables_of_every_format_are_known_to_the_letter(path: Path, version: str) -> None:
    load(DUMPS[version].read_bytes().decode(), path)
    with closing(sqlite3.connect(path)) as raw:
        assert objects_of(raw) == known_objects(int(version[1:]))
        raw.execute("DROP TRIGGER span_key")
        assert objects_of(raw) < known_objects(int(version[1:]))


@pytest.mark.parametrize("version", DUMPS)
def test_what_an_old_file_held_is_there(path: Path, version: str) -> None:
    load(DUMPS[version].read_bytes().decode(), path)
    with Project.open(path) as project:
        assert told(project) == STORY | MERGED[version]
        assert news(project) == NEWS[version]
        assert project.check() == []
        assert project.annotator == "سارا"
        assert sorted(project.annotators) == sorted({"سارا", "داور", "علی‌رضا", *(name for name, _ in MERGED[version])})
        first, second = project.document(1), project.document(2)
        assert (first.title, first.meta, first.foreign) == (
            "وعدهٔ پل", {"outlet": "ایرنا", "parties": ["GPE:IR"]}, {"x": 1},
        )  # fmt: skip
        assert (first.tokens[0], first.tokenizer) == ((0, 7), "spaces 1")
        assert (second.language, second.direction, second.title) == ("ru", "ltr", "Мост через реку")


@pytest.mark.parametrize("version", DUMPS)
def test_the_past_of_an_old_file_can_still_be_walked(path: Path, version: str) -> None:
    load(DUMPS[version].read_bytes().decode(), path)
    with Project.open(path) as project:
        assert redo_all(project) == UNDONE
        newest = told(project)
        assert newest["سارا", "b.txt"] == [
            "in_progress",
            "entity/DATE 36–45 «2030 года» {} origin=gazetteer",
            "entity/DOC 65–75 «меморандум» {}",
        ]
        standing = ["set_state", *NEW_STEPS[version], *STANDING]
        told_news = news(project)
        assert undo_all(project) == [*reversed(UNDONE), *standing]
        assert told(project) == {**STORY, ("سارا", "a.txt"): ["new"], ("سارا", "b.txt"): ["new"]}
        assert news(project) == [line for line in told_news if line.endswith(" s")]  # time is no edit
        assert redo_all(project) == [*reversed(standing), *UNDONE]
        assert told(project) == newest
        assert news(project) == told_news
        project.work_as("علی‌رضا")
        assert undo_all(project) == ["set_state", "remove", "add_span"]
        assert project.check() == []


def test_the_dumps_tell_what_the_program_does_today(path: Path) -> None:
    """Else the newest dump is out of date: its tables, or what the story leaves in them."""
    tell(path)
    with Project.open(path) as project:
        assert told(project) == STORY | MERGED[f"v{FORMAT_VERSION}"]
        assert news(project) == NEWS[f"v{FORMAT_VERSION}"]
    load(DUMPS[f"v{FORMAT_VERSION}"].read_bytes().decode(), path.with_name("dump.peyman"))
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(path.with_name("dump.peyman"))) as old:
        for pragma in ("application_id", "user_version"):
            assert new.execute(f"PRAGMA {pragma}").fetchone() == old.execute(f"PRAGMA {pragma}").fetchone()
        tables, kept = (_objects(raw) for raw in (new, old))
        assert tables == kept
        for table in (name for kind, name, _ in tables if kind == "table"):
            count = f'SELECT count(*) FROM "{table}"'
            assert new.execute(count).fetchone() == old.execute(count).fetchone(), table


def _objects(raw: sqlite3.Connection) -> list[tuple[str, str, str]]:
    rows = raw.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2")
    return [(kind, name, re.sub(r"\s+", " ", sql)) for kind, name, sql in rows]


# Steps that this program does not have yet -----------------------------------------------------------------------

Step = Callable[[Database], None]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Turn this program into a newer one with these further steps; none turn it back."""
    ours = list(STEPS)

    def add(*steps: Step) -> None:
        for number, step in enumerate(steps, len(ours) + 1):
            step.__name__ = f"m{number:04}_more"
        monkeypatch.setattr("peyman.core.migrations.STEPS", [*ours, *steps])
        monkeypatch.setattr("peyman.core.migrations.FORMAT_VERSION", len(ours) + len(steps))

    return add


@pytest.fixture
def old(path: Path) -> Path:
    """A file of today's format with the story in it, closed."""
    load(DUMPS[f"v{FORMAT_VERSION}"].read_bytes().decode(), path)
    Project.open(path).close()
    return path


def good_step(db: Database) -> None:
    db.execute("ALTER TABLE document ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'")
    db.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")


def failing_step(db: Database) -> None:
    db.execute("DROP TABLE op_set")
    db.execute("CREATE TABLE half(done)")
    db.execute(f"PRAGMA user_version = {FORMAT_VERSION + 2}")
    db.execute("INSERT INTO nowhere VALUES (1)")


def buggy_step(db: Database) -> None:
    db.execute("CREATE TABLE half(done)")
    raise ZeroDivisionError


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def test_an_older_file_is_copied_aside_and_brought_up_to_date(old: Path, newer: Callable[..., None]) -> None:
    before = dump(old)
    newer(good_step)
    with Project.open(old) as project:
        assert told(project) == STORY | MERGED[f"v{FORMAT_VERSION}"]
        assert project.check() == []
    assert version_of(old) == FORMAT_VERSION + 1
    copy = old.with_name(f"news.before-update-{FORMAT_VERSION}.peyman")
    assert names_in(old.parent) == [copy.name, old.name]
    assert sorted(dump(copy).splitlines()) == sorted(before.splitlines())  # SQLite reorders what it copies
    Project.open(old).close()  # once is enough
    assert names_in(old.parent) == [copy.name, old.name]

    newer()  # the older program again
    with Project.open(copy) as project:
        assert told(project) == STORY | MERGED[f"v{FORMAT_VERSION}"]
    changed = old.read_bytes()
    for read_only in (False, True):
        with refused("project_newer"):
            Project.open(old, read_only=read_only)
    assert old.read_bytes() == changed


def test_an_earlier_copy_is_never_replaced(old: Path, newer: Callable[..., None]) -> None:
    other = old.with_name(f"news.before-update-{FORMAT_VERSION}.peyman")
    make_project(other).close()
    kept = other.read_bytes()
    newer(good_step)
    Project.open(old).close()
    assert other.read_bytes() == kept
    assert names_in(old.parent) == [f"news.before-update-{FORMAT_VERSION}-2.peyman", other.name, old.name]


@pytest.mark.parametrize("steps", [(failing_step,), (good_step, failing_step), (good_step, buggy_step)])
def test_steps_that_fail_leave_the_file_as_it_was(
    old: Path, newer: Callable[..., None], steps: tuple[Step, ...]
) -> None:
    before = old.read_bytes()
    newer(*steps)
    for _ in range(2):
        failure = pytest.raises(ZeroDivisionError) if buggy_step in steps else refused("project_unopened")
        with failure:
            Project.open(old)
        assert old.read_bytes() == before
        # The copy stays, and the second try, about the very same file, needs no other one.
        assert names_in(old.parent) == [f"news.before-update-{FORMAT_VERSION}.peyman", old.name]
    newer()
    with Project.open(old) as project:
        assert told(project) == STORY | MERGED[f"v{FORMAT_VERSION}"]


def test_without_a_copy_nothing_is_brought_up_to_date(old: Path, newer: Callable[..., None]) -> None:
    before = old.read_bytes()
    old.with_name(f".{old.name}.copy").mkdir()  # where the copy would be drafted
    newer(good_step)
    with refused("project_unopened"):
        Project.open(old)
    assert old.read_bytes() == before
    old.with_name(f".{old.name}.copy").rmdir()
    assert names_in(old.parent) == [old.name]


def test_an_older_file_is_not_read_by_guess(old: Path, newer: Callable[..., None]) -> None:
    before = old.read_bytes()
    newer(good_step)
    with refused("project_older") as caught:
        Project.open(old, read_only=True)
    assert "open it once for writing" in str(caught.value)
    assert old.read_bytes() == before
    assert names_in(old.parent) == [old.name]


def test_the_copy_holds_what_an_older_program_that_died_had_saved(path: Path, newer: Callable[..., None]) -> None:
    make_project(path, article()).close()
    with child(tag, path, 3) as tagger:
        for _ in range(12):
            step, _ = tagger.hear()
        tagger.kill()
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    newer(good_step)
    with Project.open(path) as project:
        steps = [found.number for found in project.steps()]
        assert step in steps
    newer()
    alone = path.with_name("alone")
    alone.mkdir()
    shutil.copy(path.with_name(f"news.before-update-{FORMAT_VERSION}.peyman"), alone)
    with Project.open(alone / f"news.before-update-{FORMAT_VERSION}.peyman") as project:
        assert [found.number for found in project.steps()] == steps
        assert project.check() == []
