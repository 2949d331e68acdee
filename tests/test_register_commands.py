"""The commands `register` and `schema`: what they print, write and refuse."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from commands import Run, answer
from core.making import TEXT, a_set, add, article, entity, make_project
from peyman.core.model import Relation, Span, new_id
from peyman.core.project import Project
from peyman.core.register import HEADINGS
from peyman.formats.csv_table import unguarded


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "news.peyman"
    promise = Span(new_id(), "commitment", "pledge", 0, 13, TEXT[:13], attributes={"status": "agreed"})
    person = entity(0, 13)
    with make_project(path, article()) as made:
        add(made, a_set(promise, person, Relation(new_id(), "role", "committer", promise.id, person.id)))
    return path


def test_the_register_is_printed(run: Run, project: Path) -> None:
    code, out, _ = run("register", project)
    assert code == 0
    assert "pledge  agreed  علی‌رضا احمدی" in out
    assert out.endswith("1 commitments.\n")
    code, out, _ = run("register", project, "--json", "--language", "ru")
    (found,) = answer(out)["commitments"]
    assert list(found) == list(HEADINGS)
    assert (found["type"], found["committer"], found["annotator"]) == ("обещание", "علی‌رضا احمدی", "علی‌رضا")
    assert answer(run("register", project, "--json", "--set", "gold")[1])["count"] == 0


def test_the_register_is_written(run: Run, project: Path, tmp_path: Path) -> None:
    table, book = tmp_path / "r.csv", tmp_path / "r.XLSX"
    table.write_text("old")
    assert run("register", project, "--out", table)[0] == 0
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    assert rows[0] == list(HEADINGS)
    assert unguarded(rows[1][HEADINGS.index("commitment")]) == TEXT[:13]
    code, out, _ = run("register", project, "--out", book, "--language", "fa", "--json")
    assert (code, answer(out)["count"], answer(out)["commitments"]) == (0, 1, [])
    with zipfile.ZipFile(book) as opened:
        assert b'rightToLeft="1"' in opened.read("xl/worksheets/sheet1.xml")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["news.peyman", "r.XLSX", "r.csv"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--set", "nobody"], "annotator_unknown"),
        (["--out", "r.ods"], "table_extension"),
        (["--out", "nowhere/r.csv"], "export_folder"),
    ],
)
def test_what_the_register_refuses(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    exit_code, out, err = run("register", project, *arguments, "--json")
    assert (exit_code, answer(out)["error"]["code"]) == (2, code)
    assert err.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["news.peyman"]


def test_the_project_itself_is_never_written_over(run: Run, project: Path) -> None:
    link = project.with_name("news.csv")
    link.symlink_to(project)
    before = project.read_bytes()
    code, out, _ = run("register", project, "--out", link, "--json")
    assert (code, answer(out)["error"]["code"]) == (2, "export_over_project")
    assert project.read_bytes() == before


def test_the_schema_goes_out_and_comes_back_changed(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "schema.toml"
    with Project.open(project) as opened:
        body = opened.schema.body
    assert run("schema", project)[1] == body
    assert run("schema", project, "--out", file)[0] == 0
    assert file.read_text(encoding="utf-8") == body
    merged = body.replace('id = "pledge"', 'id = "pledge"\nretired = true\nmerged_into = "plan"')
    file.write_text(merged, encoding="utf-8")
    with Project.open(project) as opened:
        opened.work_as("علی‌رضا")
    code, out, _ = run("schema", project, "--replace", file, "--json")
    assert (code, answer(out)["before"], answer(out)["version"]) == (0, "0.1", "0.2")
    assert answer(out)["followed"] == 1
    assert [(change["entry"], change["what"], change["after"]) for change in answer(out)["changes"]] == [
        ("commitment/pledge", "merged", "plan")
    ]
    with Project.open(project) as opened:
        assert [s.label for s in opened.annotation_set(1).spans if s.layer == "commitment"] == ["plan"]
        assert opened.check() == []
    code, out, _ = run("schema", project, "--replace", file)
    assert code == 0
    assert "0 annotations followed" in out


def test_a_schema_that_would_strand_annotations_is_refused(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "schema.toml"
    run("schema", project, "--out", file)
    file.write_text(file.read_text(encoding="utf-8").replace('"PER"', '"PERSON"'), encoding="utf-8")
    code, out, err = run("schema", project, "--replace", file, "--json")
    assert (code, answer(out)["error"]["code"], answer(out)["error"]["data"]["count"]) == (2, "schema_strands", 1)
    assert "entity/PER" in err
    file.write_text("no schema")
    assert run("schema", project, "--replace", file)[0] == 2
    assert run("schema", project, "--replace", tmp_path / "nothing.toml")[0] == 2
    with Project.open(project) as opened:
        assert (opened.schema.version, opened.info.schema_number, list(opened.steps())) == ("0.1", 1, [])
