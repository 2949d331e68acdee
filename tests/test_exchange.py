"""Import and export through a real project file."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest
from hypothesis import given, settings

from drawn import corpora
from peyman import exchange, paths
from peyman.core.decode import text_hash
from peyman.core.errors import PeymanError
from peyman.core.model import (
    AnnotatedDocument,
    AnnotationSet,
    Document,
)
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import (
    export,
    exporting,
    import_paths,
    importing,
    make_sample,
    map_to_fill,
    plan_export,
    read_map,
    read_schema,
    starting,
    worded,
)
from peyman.formats import FORMATS, Options
from peyman.formats.base import Folder
from peyman.formats.isolated import Isolated

DATA = Path(__file__).parent / "data" / "formats"
SCHEMA = read_schema()


@cache
def empty_project() -> bytes:
    """A project file with nothing in it; making one takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        Project.create(Path(folder, "empty.peyman"), annotator="newcomer", schema=SCHEMA).close()
        return Path(folder, "empty.peyman").read_bytes()


def new_project(folder: Path, name: str = "p.peyman") -> Project:
    (folder / name).write_bytes(empty_project())
    return Project.open(folder / name)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path) as made:
        yield made


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of files to import."""
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def exported(project: Project, format_name: str = "jsonl", which: str = "all") -> bytes:
    stream = io.BytesIO()
    export(project, stream, format_name, which)
    return stream.getvalue()


def names(project: Project) -> list[str]:
    return [project.document(number).name for number in project.document_numbers()]


def reasons(report: exchange.ImportReport) -> list[tuple[str, str]]:
    return [(Path(refused.file).name, refused.reason.code) for refused in report.refused]


# What is imported ----------------------------------------------------------------------------------------------


def test_a_folder_is_imported_with_what_lies_below_it(project: Project, news: Path) -> None:
    for name in ("b.txt", "a.TXT", "deep/er/c.txt", "deep/z.txt", ".hidden.txt", ".git/x.txt", "notes.odt", "t.spacy"):
        put(news, name, f"The text of {name}")
    report = import_paths(project, [news])
    assert names(project) == ["a.TXT", "b.txt", "z.txt", "c.txt"]
    assert [added.name for added in report.added] == names(project)
    assert not report.refused
    first = report.added[0]
    assert (first.title, first.language, first.encoding) == ("The text of a.TXT", "en", "utf-8")
    assert first.tokens == len(project.document(1).tokens) > 0
    assert project.document(1).tokenizer.startswith("unicode ")


def test_patterns_are_expanded_here(project: Project, news: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt", "deep/a3.txt"):
        put(news, name, f"The text of {name}")
    report = import_paths(project, [f"{news}/a*.txt", f"{news}/**/a*.txt", f"{news}/c*.txt"])
    assert names(project) == ["a1.txt", "a2.txt", "a3.txt"]
    assert not report.duplicates
    assert reasons(report) == [("c*.txt", "import_no_match")]


def test_links_that_lead_out_of_a_folder_are_not_read(project: Project, news: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    for name in ("one.txt", "two.txt"):
        put(secret, name, f"A secret: {name}")
    first = put(news, "first.txt", "The first text")
    (news / "again.txt").symlink_to(first)  # leads nowhere else
    (news / "link.txt").symlink_to(secret / "one.txt")
    (news / "more").symlink_to(secret)
    assert reasons(import_paths(project, [news])) == [("link.txt", "file_link")]
    by_pattern = import_paths(project, [f"{news}/*.txt", f"{news}/m*/*.txt"])
    assert reasons(by_pattern) == [("link.txt", "file_link"), ("one.txt", "file_link"), ("two.txt", "file_link")]
    assert len(names(project)) == 1
    assert [added.name for added in import_paths(project, [news / "link.txt"]).added] == ["link.txt"]


def test_standard_input_is_no_file(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert reasons(import_paths(project, ["-"])) == [("-", "import_stdin")]
    put(tmp_path, "-", "A text")
    assert reasons(import_paths(project, ["-"], format_name="text")) == []


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(project: Project, news: Path) -> None:
    import_paths(project, [put(news, "report [1].txt", "One text")])
    assert names(project) == ["report [1].txt"]


def test_what_cannot_be_imported_is_named_and_stops_nothing(project: Project, news: Path) -> None:
    (news / "empty").mkdir()
    put(news, "good.txt", "A good text")
    put(news, "nul.txt", "a\0b")
    put(news, "notes.odt", "x")
    put(news, "broken.jsonl", "{")
    put(news, "table.spacy", "a,b")
    wanted = [
        news / name for name in ("nul.txt", "gone.txt", "empty", "notes.odt", "broken.jsonl", "table.spacy", "good.txt")
    ]
    report = import_paths(project, wanted)
    assert reasons(report) == [
        ("gone.txt", "file_missing"),
        ("empty", "import_nothing"),
        ("nul.txt", "text_nul"),
        ("notes.odt", "format_not_told"),
        ("broken.jsonl", "json_syntax"),
        ("table.spacy", "format_no_read"),
    ]
    assert names(project) == ["good.txt"]
    assert all("\n" not in str(refused.reason) for refused in report.refused)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_a_pipe_is_refused_instead_of_waited_for(project: Project, news: Path) -> None:
    os.mkfifo(news / "pipe.txt")
    assert reasons(import_paths(project, [news / "pipe.txt"])) == [("pipe.txt", "file_irregular")]
    assert reasons(import_paths(project, [news])) == [("news", "import_nothing")]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are Unicode")
@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"line\nbreak.txt", "x\u202etxt.exe.txt".encode()])
def test_a_name_that_cannot_be_shown_is_refused(name: bytes, project: Project, news: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(news) + b"/" + name))
    path.write_text("A text")
    report = import_paths(project, [path])
    assert [refused.reason.code for refused in report.refused] == ["document_name_bad"]
    str(report.refused[0].reason).encode()


def test_a_format_may_be_named(project: Project, news: Path) -> None:
    put(news, "article.md", "A text in another suit")
    assert reasons(import_paths(project, [news / "article.md"])) == [("article.md", "format_not_told")]
    import_paths(project, [news / "article.md"], format_name="text")
    assert names(project) == ["article.md"]
    for wrong, code in (("brat9", "format_unknown"), ("spacy", "format_no_read")):
        with pytest.raises(PeymanError) as caught:
            import_paths(project, [news], format_name=wrong)
        assert caught.value.code == code


def test_nothing_is_imported_into_a_project_opened_for_reading(tmp_path: Path, news: Path) -> None:
    new_project(tmp_path).close()
    with Project.open(tmp_path / "p.peyman", read_only=True) as project, pytest.raises(PeymanError) as caught:
        import_paths(project, [put(news, "a.txt", "A text")])
    assert caught.value.code == "project_read_only"


# Twice the same, and almost the same ------------------------------------------------------------------------------


def test_the_same_text_is_reported_and_not_repeated(project: Project, news: Path) -> None:
    put(news, "a.txt", "One text")
    put(news, "b.txt", b"\xef\xbb\xbfOne text")
    report = import_paths(project, [news])
    assert names(project) == ["a.txt"]
    assert [(d.name, d.same_as) for d in report.duplicates] == [("b.txt", "a.txt")]
    again = import_paths(project, [news])
    assert [(d.name, d.same_as) for d in again.duplicates] == [("a.txt", "a.txt"), ("b.txt", "a.txt")]


def test_another_text_of_the_same_name_gets_a_number(project: Project, news: Path) -> None:
    for number, folder in enumerate(("x", "y", "z")):
        put(news, f"{folder}/a.b.txt", f"Text number {number}")
    report = import_paths(project, [news])
    assert names(project) == ["a.b.txt", "a.b (2).txt", "a.b (3).txt"]
    assert [added.name_in_file for added in report.added] == ["", "a.b.txt", "a.b.txt"]


def test_metadata_of_a_text_that_is_there_are_filled_in_and_what_differs_is_told(project: Project, news: Path) -> None:
    document = {"name": "a.txt", "language": "en", "sha256": text_hash("One text"), "meta": {"outlet": "IRNA"}, "x": 1}
    line = {"format": "peyman-jsonl/1", "document": document, "text": "One text"}
    put(news, "a.txt", "One text")
    put(news, "b.jsonl", json.dumps(line))
    document["meta"] = {"outlet": "TASS", "via": "AFP"}
    put(news, "c.jsonl", json.dumps(line))
    report = import_paths(project, [news])
    assert [(kept.document, kept.fields) for kept in report.kept] == [("a.txt", ("meta.outlet",))]
    assert project.document(1).meta == {"via": "AFP", "outlet": "IRNA"}
    assert project.document(1).foreign == {"x": 1}
    assert project.check() == []


def test_annotations_are_added_to_a_text_that_is_there_once(project: Project, news: Path) -> None:
    (line, gold, bare) = (DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()
    put(news, "a.jsonl", bare)
    put(news, "b.jsonl", f"{line}\n{gold}\n{bare}\n")
    report = import_paths(project, [news])
    assert [(e.document, e.annotator, e.kind) for e in report.sets_added] == [
        ("خبر ۱.txt", "سارا", "annotation"),
        ("خبر ۱.txt", "سارا", "gold"),
    ]
    assert [d.name for d in report.duplicates] == ["second.txt"]
    before = exported(project)
    again = import_paths(project, [news / "b.jsonl"])
    assert not again.sets_added
    assert len(again.sets_there) == 2
    assert exported(project) == before


def test_other_annotations_of_the_same_annotator_are_refused(project: Project, news: Path) -> None:
    import_paths(project, [DATA / "full.jsonl"])
    before = exported(project)
    changed = json.loads((DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()[0])
    changed["spans"][0]["note"] = "another"
    put(news, "a.jsonl", json.dumps(changed))
    assert reasons(import_paths(project, [news])) == [("a.jsonl", "set_differs")]
    assert exported(project) == before


def test_annotations_can_be_imported_under_another_name(project: Project, news: Path) -> None:
    gold = (DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()[1]
    put(news, "gold.jsonl", gold)
    report = import_paths(project, [news], annotator="مینا")
    assert [(e.annotator, e.kind) for e in report.sets_added] == [("مینا", "annotation")]
    report = import_paths(project, [news], annotator="سارا")
    assert [(e.annotator, e.kind) for e in report.sets_added] == [("سارا", "gold")]


def test_what_several_people_said_of_one_article_is_not_given_to_one(project: Project, news: Path) -> None:
    line = json.loads((DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()[0])
    put(news, "a.jsonl", "\n".join(json.dumps({**line, "annotator": name}) for name in ("Лиза", "مینا")))
    task = {"data": {"text": "Baku"}, "annotations": [{"completed_by": who, "result": []} for who in (1, 2, 3)]}
    put(news, "b.json", json.dumps(task))
    rows = [{"text": "One", "spans": [], "_annotator_id": who} for who in "ab"]
    rows.insert(1, {"text": "Two", "spans": [], "_annotator_id": "a"})
    put(news, "c.jsonl", "\n".join(map(json.dumps, rows)))
    report = import_paths(project, [news], annotator="me")
    people = {"a.jsonl": "Лиза, مینا", "b.json": "user 1, user 2", "c.jsonl": "a, b"}
    assert reasons(report) == [(name, "annotators_several") for name in people]
    assert [one.reason.data["people"] for one in report.refused] == list(people.values())
    assert project.counts()["documents"] == 0
    assert len(import_paths(project, [news]).sets_added) == 8


# All or nothing ------------------------------------------------------------------------------------------------


def test_of_a_bad_file_nothing_comes_in(project: Project, news: Path) -> None:
    put(news, "good.txt", "A good text")
    import_paths(project, [news])
    before = (project.counts(), exported(project))
    report = import_paths(project, [DATA / "bad"])
    assert len(report.refused) == len(list((DATA / "bad").iterdir())) > 70
    assert (project.counts(), exported(project)) == before
    assert project.check() == []


def test_cancelling_leaves_the_file_under_way_out(project: Project, news: Path) -> None:
    put(news, "a.txt", "A text")
    (news / "b.jsonl").write_bytes((DATA / "full.jsonl").read_bytes())
    put(news, "c.txt", "C text")
    begun: list[str] = []
    report = import_paths(
        project, [news], progress=lambda *step: begun.append(step[2]), cancelled=lambda: "b.jsonl" in begun
    )
    assert report.cancelled
    assert [added.name for added in report.added] == names(project) == ["a.txt"]


def test_progress_tells_what_is_read_and_reaches_the_end(project: Project, news: Path) -> None:
    put(news, "a.txt", "A text")
    put(news, "b.txt", "B text")
    seen: list[tuple[int, int, str]] = []
    import_paths(project, [news], progress=lambda *step: seen.append(step))
    assert seen == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_articles_are_counted_while_one_file_comes_in(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = count()
    clock = SimpleNamespace(monotonic=lambda: next(looks) / 40)  # a fortieth of a second passes at each look
    monkeypatch.setattr(importing, "time", clock)
    (tmp_path / "many.csv").write_text("text\n" + "".join(f"Article {n}.\n" for n in range(40)), encoding="utf-8")
    (tmp_path / "one.txt").write_text("One more.", encoding="utf-8")
    counts: list[int] = []
    import_paths(project, [tmp_path / "many.csv", tmp_path / "one.txt"], arrivals=counts.append)
    assert counts == sorted(counts)
    assert counts[-1] == 41
    assert 40 in counts  # where the first file ends
    assert 8 <= len(counts) <= 16  # some ten a second


def test_an_article_of_several_annotators_is_counted_once(project: Project) -> None:
    counts: list[int] = []
    report = import_paths(project, [DATA / "full.jsonl"], arrivals=counts.append)
    assert counts[-1] == len(report.added) == 2
    assert len({entry.document for entry in report.sets_added}) < len(report.sets_added)



# Trying first --------------------------------------------------------------------------------------------------


def test_a_dry_run_tells_what_an_import_does_and_changes_nothing(project: Project, news: Path) -> None:
    put(news, "a.txt", "One text")
    put(news, "b.txt", "One text")
    put(news, "a/a.txt", "Another text")
    put(news, "c.txt", "")
    (news / "full.jsonl").write_bytes((DATA / "full.jsonl").read_bytes())
    before = (project.counts(), project.path.read_bytes())
    tried = import_paths(project, [news], dry_run=True)
    assert (project.counts(), project.path.read_bytes()) == before
    with Project.open(project.path, read_only=True) as reading:
        assert import_paths(reading, [news], dry_run=True).added == tried.added
    done = import_paths(project, [news])
    assert [replace(added, tokens=0) for added in done.added] == tried.added
    assert (done.duplicates, done.sets_added, done.kept) == (tried.duplicates, tried.sets_added, tried.kept)
    assert [str(r.reason) for r in done.refused] == [str(r.reason) for r in tried.refused]
    assert done.annotations == tried.annotations
    assert done.annotations["entity"]["PER"] > 0
    counts = project.counts()
    assert sum(sum(labels.values()) for labels in done.annotations.values()) >= counts["spans"] + counts["relations"]
    again = import_paths(project, [news], dry_run=True)
    assert (again.added, again.sets_added, again.annotations) == ([], [], {})


def test_what_comes_with_a_document_is_counted_once_and_relations_show_their_words(
    project: Project, news: Path
) -> None:
    region = {"type": "labels", "from_name": "l", "to_name": "t"}
    results = [
        {**region, "id": "a", "value": {"start": 0, "end": 3, "text": "Ali", "labels": ["PER"]}},
        {**region, "id": "b", "value": {"start": 7, "end": 11, "text": "Baku", "labels": ["GPE"]}},
        {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["near"]},
    ]
    task = {"id": 7, "data": {"text": "Ali in Baku"}, "predictions": [{"id": 8, "result": results[:1]}],
            "annotations": [{"id": who, "completed_by": who, "result": results} for who in (1, 2)]}  # fmt: skip
    put(news, "tasks.json", json.dumps([task]))
    found = {kind.kind: kind for kind in import_paths(project, [news]).unmapped_kinds}
    assert list(found) == ["relation near", "prediction", "bookkeeping"]
    assert [one.count for one in found.values()] == [2, 1, 3]
    assert found["relation near"].examples == ("tasks-1: Ali → Baku",)
    assert found["prediction"].examples == ("tasks-1: label PER: Ali",)


def test_what_is_unmapped_is_counted_by_kind(project: Project, news: Path) -> None:
    put(news, "a.csv", "text,x\nOne,1\nTwo,2\n")
    for name in ("a", "b"):
        line = json.loads((DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()[2])
        line["document"]["name"] = f"{name}.txt"
        line["text"] += name
        line["document"]["sha256"] = text_hash(line["text"])
        line["document"]["odd"] = {"k": "v", "l": 2}
        put(news, f"{name}.jsonl", json.dumps(line))
    report = import_paths(project, [news])
    assert not report.refused
    (odd,) = (kind for kind in report.unmapped_kinds if kind.kind == "odd")
    assert (odd.count, odd.documents) == (4, 2)
    assert odd.examples == ('a.txt: {"k": "v"}', 'b.txt: {"k": "v"}')


# Export --------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(project: Project) -> Project:
    import_paths(project, [DATA / "full.jsonl"])
    return project


def test_what_came_in_goes_out_the_same(full: Project) -> None:
    assert exported(full) == (DATA / "full.jsonl").read_bytes()
    assert full.check() == []


def test_all_gold_or_one_annotator(full: Project, tmp_path: Path) -> None:
    first, gold, _ = (DATA / "full.jsonl").read_bytes().splitlines(keepends=True)
    assert exported(full, which="gold") == gold
    assert exported(full, which="سارا") == first + gold
    report = export(full, tmp_path / "all.jsonl", "jsonl")
    assert (report.documents, report.sets, report.spans, report.relations) == (2, 2, 7, 4)
    assert report.losses == []


@pytest.mark.parametrize(
    ("format_name", "which", "code"),
    [
        ("jsonl", "nobody", "annotator_unknown"),
        ("jsonl", "newcomer", "export_nothing"),
        ("text", "all", "format_no_write"),
        ("brat9", "all", "format_unknown"),
    ],
)
def test_what_cannot_be_exported_is_said(
    format_name: str, which: str, code: str, full: Project, tmp_path: Path
) -> None:
    with pytest.raises(PeymanError) as caught:
        export(full, tmp_path / "out", format_name, which)
    assert caught.value.code == code
    assert not (tmp_path / "out").exists()
    if code == "annotator_unknown":
        assert str(caught.value).endswith("There are: newcomer, سارا.")


def test_an_article_that_was_only_opened_is_exported_without_annotations(full: Project) -> None:
    before = exported(full)
    for number in full.document_numbers():
        full.own_set(number)
    assert full.counts()["annotation_sets"] == 4
    assert exported(full) == before


def test_losses_are_counted_before_writing(full: Project, tmp_path: Path) -> None:
    report = export(full, tmp_path / "t.csv", "csv")
    assert {loss.code: loss.count for loss in report.losses}["csv_loss_fragments"] == 1
    assert (tmp_path / "t.csv").read_bytes().count(b"\r\n") == 3


def test_a_file_is_replaced_whole_and_a_link_is_followed(full: Project, tmp_path: Path) -> None:
    target = put(tmp_path, "real/old.jsonl", "old")
    target.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    export(full, link, "jsonl")
    assert link.is_symlink()
    assert target.read_bytes() == (DATA / "full.jsonl").read_bytes()
    assert sys.platform == "win32" or target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["old.jsonl"]


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options) -> None:
        stream.write(b"half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    jsonl = next(f for f in FORMATS if f.name == "jsonl")
    monkeypatch.setattr(exporting, "format_for", lambda path, name: replace(jsonl, write=failing))
    target = put(tmp_path, "out/old.jsonl", "old")
    with pytest.raises(OSError, match="No space left"):
        export(full, target, "jsonl")
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["old.jsonl"]


@pytest.mark.parametrize(
    ("place", "code"), [("p.peyman", "export_over_project"), ("folder", "file_irregular"), ("no/x", "export_folder")]
)
def test_places_where_nothing_is_written(place: str, code: str, full: Project, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PeymanError) as caught:
        export(full, tmp_path / place, "jsonl")
    assert caught.value.code == code
    assert full.check() == []


def test_a_span_that_does_not_quote_its_text_is_not_exported(full: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read = full.annotation_set

    def shifted(number: int) -> AnnotationSet:
        found = read(number)
        spans = {s.id: replace(s, start=s.start + 1, end=s.end + 1) for s in found.spans}
        return replace(found, annotations={**found.annotations, **spans})

    monkeypatch.setattr(full, "annotation_set", shifted)
    with pytest.raises(PeymanError) as caught:
        exported(full)
    assert caught.value.code == "check_quote"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (FileNotFoundError(2, "x", "a/b"), "There is nothing at “a/b”. Check the path."),
        (
            PermissionError(13, "x"),
            "“here” may not be read or written. Change its permissions, or choose another place.",
        ),
        (
            OSError(errno.ENOSPC, "x"),
            "The disk of “here” is full. Nothing was changed; free some space and try again.",
        ),
        (OSError(errno.EIO, "Input/output error"), "“here” could not be read or written (Input/output error)."),
    ],
)
def test_errors_of_the_system_are_worded(error: OSError, sentence: str) -> None:
    assert str(worded(error, "here")) == sentence


# The sample ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE span SET attributes = '{bad'", "project_damaged"),
        ("UPDATE document SET meta = 'x'", "project_damaged"),
        ("DELETE FROM document_text", "project_damaged"),
        ("DELETE FROM span WHERE layer <> 'commitment'", "check_role"),
    ],
)
def test_a_damaged_project_is_not_exported(project: Project, tmp_path: Path, damage: str, code: str) -> None:
    import_paths(project, [DATA / "full.jsonl"])
    project.close()
    with contextlib.closing(sqlite3.connect(project.path, isolation_level=None)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(damage)
    with Project.open(project.path) as damaged, pytest.raises(PeymanError) as caught:
        export(damaged, tmp_path / "out.jsonl", "jsonl")
    assert caught.value.code == code
    assert not (tmp_path / "out.jsonl").exists()


def test_the_sample_project(tmp_path: Path) -> None:
    path = tmp_path / "made" / "sample.peyman"
    make_sample(path)
    assert [p.name for p in path.parent.iterdir()] == ["sample.peyman"]
    with Project.open(path) as sample:
        assert sample.annotator == "newcomer"
        assert sorted(names(sample)) == sorted(p.name for p in paths.seeds().glob("*.txt"))
        assert [len(sample.set_numbers(number)) for number in sample.document_numbers()] == [1, 0, 1, 0, 1]
        assert all(sample.document(number).tokens for number in sample.document_numbers())
        assert sample.document(1).tokenizer.startswith("hazm ")
        assert exported(sample, which="gold") == paths.seeds("sample_gold.jsonl").read_bytes()
        assert sample.check() == []
    with pytest.raises(PeymanError, match="is there already"):
        make_sample(path)


def test_a_sample_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> exchange.ImportReport:
        return exchange.ImportReport(refused=[exchange.Refused("x", PeymanError("file_missing", path="x"))])

    monkeypatch.setattr(starting, "import_paths", broken)
    with pytest.raises(PeymanError):
        make_sample(tmp_path / "sample.peyman")
    assert list(tmp_path.iterdir()) == []


# Folders, maps, plans --------------------------------------------------------------------------------------------


def test_a_folder_goes_out_and_comes_in_once(full: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    sent = export(full, out, "brat")
    assert (sent.documents, sent.sets, sent.spans, sent.relations, sent.labels) == (2, 2, 7, 4, 2)
    files = {path.name for path in out.rglob("*") if path.is_file()}
    assert {"LOSSES.txt", "annotation.conf", "خبر ۱.ann", "خبر ۱.txt", "second.txt"} <= files
    with new_project(tmp_path, "other.peyman") as other:
        report = import_paths(other, [out])
        assert names(other) == ["second.txt", "خبر ۱.txt"]  # neither LOSSES nor a text beside its annotations
        assert [(e.annotator, e.kind) for e in report.sets_added] == [("سارا", "annotation"), ("سارا", "gold")]
        assert not report.refused
        assert not report.duplicates
        assert import_paths(other, [out], format_name="brat").sets_there == report.sets_added


def test_a_folder_that_holds_something_is_left_alone(full: Project, tmp_path: Path) -> None:
    put(tmp_path, "out/mine.txt", "mine")
    for path, code in ((tmp_path / "out", "export_folder_full"), (tmp_path / "out/mine.txt", "export_needs_folder")):
        with pytest.raises(PeymanError) as caught:
            export(full, path, "brat")
        assert caught.value.code == code
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    export(full, tmp_path / "empty", "webanno-tsv")
    assert (tmp_path / "empty" / "second.tsv").is_file()
    with pytest.raises(PeymanError) as caught:
        export(full, io.BytesIO(), "brat")
    assert caught.value.code == "export_needs_folder"


def test_a_folder_is_there_whole_or_not_at_all(full: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(items: Iterable[AnnotatedDocument], folder: Folder, schema: Schema, options: Options) -> None:
        folder.write("half.txt", b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    brat = next(f for f in FORMATS if f.name == "brat")
    monkeypatch.setattr(exporting, "format_for", lambda path, name: replace(brat, write_folder=failing))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OSError, match="No space left"):
        export(full, tmp_path / "out", "brat")
    assert sorted(tmp_path.iterdir()) == before


def test_a_plan_says_what_an_export_says_and_writes_nothing(full: Project, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    plans = {name: plan_export(full, name, "سارا") for name in ("csv", "conll", "jsonl")}
    assert sorted(tmp_path.iterdir()) == before
    for name, planned in plans.items():
        assert planned == export(full, tmp_path / f"x.{name}", name, "سارا")
    with pytest.raises(PeymanError) as caught:
        plan_export(full, "csv", "newcomer")
    assert caught.value.code == "export_nothing"


def test_the_file_of_losses_keeps_a_part_for_each_export(full: Project, tmp_path: Path) -> None:
    path = tmp_path / "LOSSES.txt"
    export(full, tmp_path / "a.jsonl", "jsonl")
    assert not path.exists()
    export(full, tmp_path / "b.csv", "csv")
    export(full, tmp_path / "a.conll", "conll")
    told = path.read_text(encoding="utf-8")
    assert told.index("== a.conll ==") < told.index("== b.csv ==")
    assert "- 1 discontinuous spans are written as one stretch (such as خبر ۱.txt: e4)\n" in told
    export(full, tmp_path / "a.conll", "jsonl")  # the same name, and nothing lost now
    assert "a.conll" not in path.read_text(encoding="utf-8")
    path.write_text("My own losses")
    export(full, tmp_path / "b.csv", "csv")
    assert path.read_text() == "My own losses"


def test_labels_can_be_mapped(project: Project, news: Path) -> None:
    put(news, "a.conll", "Baku B-TOWN\n")
    assert reasons(import_paths(project, [news], annotator="Sara")) == [("a.conll", "labels_unknown")]
    labels = read_map(put(news, "map.toml", '[entity]\nTOWN = "GPE"\n'), project.schema)
    import_paths(project, [news], annotator="Sara", options=Options(labels=labels))
    line = json.loads(exported(project, which="Sara"))
    assert [(span["label"], span["quote"]) for span in line["spans"]] == [("GPE", "Baku")]
    line["spans"][0]["label"] = "TOWN"
    line["annotator"] = "مینا"
    put(news, "b.jsonl", json.dumps(line))
    assert import_paths(project, [news / "b.jsonl"], options=Options(labels=labels)).sets_added


def test_the_labels_of_refused_files_make_one_map_that_keeps_all_aside(project: Project, news: Path) -> None:
    put(news, "a.conll", 'Baku B-TOWN\n"x" B-"Q"\n')
    put(news, "b.conll", "Shaki B-TOWN\n")
    report = import_paths(project, [news], annotator="Sara")
    assert [(one.layer, one.label, one.example) for one in report.unknown_labels] == [
        ("entity", "TOWN", "Baku"), ("entity", '"Q"', '"x"'),
    ]  # fmt: skip
    labels = read_map(put(news, "map.toml", map_to_fill(report.unknown_labels)), project.schema)
    assert labels == {"entity": {"TOWN": "", '"Q"': ""}}
    report = import_paths(project, [news], format_name="conll", annotator="Sara", options=Options(labels=labels))
    assert {kind.kind: kind.count for kind in report.unmapped_kinds} == {"label TOWN": 2, 'label "Q"': 1}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[entity", "map_syntax"),
        ('[thing]\nA = ""', "map_value"),
        ('[thing]\nA = "PER"', "map_value"),
        ('entity = "PER"', "map_value"),
        ('[entity]\nA = "NONE"', "map_value"),
        ("[entity]\nA = 7", "map_value"),
    ],
)
def test_a_bad_map_is_refused(content: str, code: str, news: Path) -> None:
    with pytest.raises(PeymanError) as caught:
        read_map(put(news, "map.toml", content), SCHEMA)
    assert caught.value.code == code
    assert str(caught.value)


def test_what_nobody_understands_is_kept_and_listed(project: Project) -> None:
    labels = {
        "entity": {"PERSON": "PER", "PROFESSION": "ROLE", "COUNTRY": "GPE"},
        "commitment": {"Promise": "pledge"},
        "role": {"Agent": "committer", "Theme": "object"},
    }
    report = import_paths(project, [DATA / "brat"], annotator="Лиза", options=Options(labels=labels))
    assert [(u.document, u.counts) for u in report.unmapped] == [
        ("news.txt", {"equivalence Equiv": 1, "normalisation Reference": 1, "note AnnotatorNotes": 1,
                      "relation WORKS_AS": 1}),
    ]  # fmt: skip
    assert project.annotation_set(1).foreign["brat"]


def test_words_are_put_on_the_text_that_the_project_has(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "a.conll", "conll", "سارا")
    with new_project(tmp_path, "other.peyman") as other:
        import_paths(other, [put(tmp_path, "x.txt", full.document(1).text)])
        report = import_paths(other, [tmp_path / "a.conll"])
        assert names(other) == ["x.txt"]
        assert [(e.annotator, e.kind) for e in report.sets_added] == [("سارا", "annotation"), ("سارا", "gold")]
        assert [s.label for s in other.annotation_set(1).spans] == ["PER", "ROLE"]
        assert other.check() == []


def test_an_option_that_no_format_has_is_refused(project: Project, news: Path) -> None:
    with pytest.raises(PeymanError) as caught:
        import_paths(project, [put(news, "a.conll", "a O\n")], options=Options({"colour": "red"}))
    assert caught.value.code == "option_nowhere"
    assert "“colour”" in str(caught.value)
    assert "offsets" in str(caught.value)
    # One that another format has is left to that one.
    assert import_paths(project, [news], annotator="x", options=Options({"offsets": "utf-16"})).sets_added


# The law: out, in and out again gives the same bytes -----------------------------------------------------------------


@pytest.fixture(scope="module")
def one_reader() -> Iterator[None]:
    """One child process reads for all imports; each would start its own, which takes longer than all else."""
    with Isolated(SCHEMA) as reader, pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "Isolated", lambda _schema: contextlib.nullcontext(reader))
        yield


@pytest.mark.usefixtures("one_reader")
@settings(max_examples=settings().max_examples // 3)  # each makes two project files
@given(corpus=corpora())
def test_export_import_export_gives_the_same_bytes(corpus: list[tuple[Document, list[AnnotationSet]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "1.jsonl"), Path(folder, "2.jsonl")
        with new_project(Path(folder), "1.peyman") as project:
            with project.batch("import"):
                for document, sets in corpus:
                    number = project.add_document(document)
                    for annotations in sets:
                        assert project.add_set(number, annotations)
            written = export(project, first, "jsonl")
        with new_project(Path(folder), "2.peyman") as project:
            report = import_paths(project, [first])
            assert not report.refused
            assert len(report.added) == written.documents
            assert len(report.sets_added) == written.sets
            export(project, second, "jsonl")
            again = import_paths(project, [second])
            assert (len(again.sets_there), again.sets_added, again.added) == (written.sets, [], [])
        assert second.read_bytes() == first.read_bytes()
