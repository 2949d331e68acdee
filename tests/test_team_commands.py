"""The commands `assign`, `hand-in` and `merge`: the whole way of a project through several hands."""

import json
from pathlib import Path

import pytest

from commands import Run, answer
from core.dealing import annotate, articles, held
from core.judged import judged
from core.making import make_project, names_in
from core.stores import FOLDER, load
from peyman.core.adjudication import Policy
from peyman.core.edits import History
from peyman.core.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "news.peyman"
    make_project(path, *articles(6), annotator="داور").close()
    return path


def test_a_project_goes_out_and_comes_back(run: Run, project: Path) -> None:
    packs = project.parent / "packs"
    code, out, err = run("assign", project, "--to", "سارا", "مینا", "علی", "--share", "0.5", "--out", packs)
    assert (code, err) == (0, "")
    assert "annotator" in out.splitlines()[0]
    assert names_in(packs) == sorted(["سارا.peyman", "مینا.peyman", "علی.peyman"])
    for name in ("سارا", "مینا"):
        annotate(packs / f"{name}.peyman", done=True)
        handed = project.parent / f"{name}.submission"
        code, out, _ = run("hand-in", packs / f"{name}.peyman", "--out", handed, "--json")
        assert code == 0
        assert answer(out)["finished"] == 1
    files = [project.parent / f"{name}.submission" for name in ("سارا", "مینا")]
    before = project.read_bytes()
    code, out, _ = run("merge", project, *files, "--dry-run", "--json")
    assert code == 0
    preview = answer(out)
    assert (preview["step"], [file["counts"] for file in preview["files"]]) == (0, [{"new": 1}, {"new": 1}])
    assert preview["files"][0]["sets"][0]["added"] == 1
    assert project.read_bytes() == before
    code, out, err = run("merge", project, *files)
    assert code == 0
    assert "2 annotation sets merged" in out
    assert "سارا.submission" in err
    code, out, _ = run("merge", project, *files, "--json")
    assert (code, answer(out)["step"], answer(out)["sets"]) == (0, 0, 0)
    code, out, _ = run("assign", project)
    assert code == 0
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines()[1:]}
    assert rows["سارا"][2:] == ["1", "1", "0"]
    assert rows["علی"][2:] == ["0", "0", "0"]
    assert run("check", project)[0] == 0
    with Project.open(project) as opened:
        step = History(opened).undo()
        assert step is not None
        assert step.name == "merge"
        assert held(opened) == {}


def test_dealing_alike_in_json_and_without_writing(run: Run, project: Path) -> None:
    before = project.read_bytes()
    dealing = ("--dry-run", "--seed", "4", "--by", "language", "--json")
    code, out, _ = run("assign", project, "--to", "a", "--to", "b,c", *dealing)
    assert code == 0
    found = answer(out)
    assert [load["annotator"] for load in found["loads"]] == ["a", "b", "c"]
    assert {deal["group"] for deal in found["deals"]} == {"fa"}
    assert answer(run("assign", project, "--to", "a", "b", "c", *dealing)[1])["deals"] == found["deals"]
    assert project.read_bytes() == before


def test_a_file_at_work_is_added_to(run: Run, project: Path) -> None:
    packs = project.parent / "packs"
    assert run("assign", project, "--to", "سارا", "--out", packs)[0] == 0
    file = packs / "سارا.peyman"
    annotate(file)
    with Project.open(project) as opened, opened.batch("import"):
        opened.add_document(articles(7)[6])
    code, out, _ = run("assign", project, "--to", "سارا", "مینا", "--out", packs, "--update", file, "--json")
    assert code == 0
    found = answer(out)
    assert [pack["articles"] for pack in found["packs"] if pack["articles"]] == [1]
    code, out, _ = run("assign", project, "--update", file)
    assert code == 0
    assert "0 articles added" in out
    with Project.open(file) as pack:
        assert len(pack.own_set(1).spans) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["assign", "PROJECT", "--to", "a"], "assign_nowhere"),
        (["assign", "PROJECT", "a"], "usage"),
        (["assign", "PROJECT", "--to", "a", "--overlap", "3", "--dry-run"], "pack_overlap"),
        (["assign", "PROJECT", "--to", "a", "a", "--dry-run"], "pack_names"),
        (["assign", "PROJECT", "--to", "a", "--share", "2", "--dry-run"], "pack_share"),
        (["assign", "PROJECT", "--update", "missing"], "project_missing"),
        (["hand-in", "PROJECT", "--out", "PROJECT"], "hand_in_over"),
        (["hand-in", "missing", "--out", "x"], "project_missing"),
        (["merge", "PROJECT"], "usage"),
        (["merge", "PROJECT", "x", "--map", "y"], "usage"),
        (["merge", "PROJECT", "x", "--map", "y=هیچ‌کس"], "merge_name"),
        (["merge", "missing", "x"], "project_missing"),
        (["adjudicate", "missing"], "project_missing"),
        (["adjudicate", "PROJECT", "--auto", "everything"], "usage"),
        (["adjudicate", "PROJECT", "--majority", "2", "--layer", "entity"], "usage"),
        (["adjudicate", "PROJECT", "--auto", "unanimous", "--layer", "entity"], "usage"),
        (["adjudicate", "PROJECT", "--auto", "unanimous", "--majority", "2", "--layer", "commitment"],
         "majority_commitment"),
        (["adjudicate", "PROJECT", "--auto", "unanimous", "--majority", "1", "--layer", "entity"], "majority_few"),
    ],
)
def test_bad_use_is_one_sentence(run: Run, project: Path, arguments: list[str], code: str) -> None:
    before = project.read_bytes()
    exit_code, out, err = run(*(project if part == "PROJECT" else part for part in arguments), "--json")
    assert exit_code == 2
    assert answer(out)["error"]["code"] == code
    assert err.count("peyman: ") + err.count("Error: ") == 1
    assert project.read_bytes() == before


def test_refused_files_are_named_and_do_not_stop_the_others(run: Run, project: Path) -> None:
    packs = project.parent / "packs"
    run("assign", project, "--to", "سارا", "مینا", "--share", "1", "--out", packs)
    good, bad = packs / "سارا.peyman", project.parent / "bad.submission"
    annotate(good)
    bad.write_bytes(b"PK\3\4 damaged")
    before = project.read_bytes()
    code, out, err = run("merge", project, bad)
    assert (code, out) == (2, "Nothing was changed.\n")
    assert "bad.submission” was damaged on its way" in err
    assert project.read_bytes() == before
    code, out, _ = run("merge", project, bad, good, "--json")
    found = answer(out)
    assert (code, found["sets"]) == (2, 1)
    assert [file["refusal"] and file["refusal"]["code"] for file in found["files"]] == ["submission_damaged", None]


def test_what_is_left_out_is_told(run: Run, project: Path) -> None:
    packs = project.parent / "packs"
    run("assign", project, "--to", "سارا", "مینا", "--share", "1", "--out", packs)
    for name, start in (("سارا", 0), ("مینا", 20)):
        with Project.open(packs / f"{name}.peyman") as pack:
            pack.work_as("Reza")
        annotate(packs / f"{name}.peyman", start=start, end=start + 5)
    code, out, _ = run("merge", project, packs / "سارا.peyman", packs / "مینا.peyman", "--map", "Reza=مینا")
    assert code == 1
    assert "“Reza” is taken for “مینا”" in out
    assert "! 1.txt: مینا, in_progress, this annotator has other annotations on it here, left out (1 new)" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["merge", "{project}", "{folder}/none.peyman"],
        ["adjudicate", "{project}"],
        ["feedback", "{project}", "--to", "سارا"],
        ["hand-in", "{project}", "--out", "{folder}/s.submission"],
        ["release", "{project}", "--dry-run"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_project_of_an_older_program_is_brought_up_to_date(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    path = tmp_path / "old.peyman"
    load((FOLDER / "v1.sql").read_text(encoding="utf-8"), path)
    run(*(one.format(project=path, folder=tmp_path) for one in arguments), "--json")
    assert path.with_name("old.before-update-1.peyman").is_file()
    Project.open(path, read_only=True).close()


@pytest.fixture
def no_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """No unanimous answer is shown to the curator all the same: which one in twenty that is, chance decides."""
    monkeypatch.setattr(Policy, "samples", lambda *_: False)


@pytest.mark.usefixtures("no_sample")
def test_what_needs_nobody_is_settled_and_the_rest_counted(run: Run, project: Path) -> None:
    packs = project.parent / "packs"
    run("assign", project, "--to", "سارا", "مینا", "--share", "1", "--out", packs)
    for name, label in (("سارا", "PER"), ("مینا", "ORG")):
        annotate(packs / f"{name}.peyman", 1, done=True)
        annotate(packs / f"{name}.peyman", 2, name=label, done=True)
    assert run("merge", project, packs / "سارا.peyman", packs / "مینا.peyman")[0] == 0
    before = project.read_bytes()
    code, out, _ = run("adjudicate", project, "--json")
    assert (code, answer(out)["decided"]) == (0, [])
    code, out, _ = run("adjudicate", project, "--auto", "unanimous", "--dry-run")
    assert code == 0
    assert project.read_bytes() == before
    code, out, err = run("adjudicate", project, "--auto", "unanimous", "--json")
    assert code == 0
    assert "1.txt" in err
    found = answer(out)
    assert found["step"]
    assert found["decided"] == [{"layer": "entity", "class": "agree", "count": 1}]
    assert found["left"] == [{"layer": "entity", "class": "label", "count": 1}]
    articles = {one["document"]: (one["complete"], one["gold"], one["obstacle"]) for one in found["articles"]}
    assert articles["1.txt"] == (True, 1, "")
    assert articles["2.txt"] == (False, 0, "")
    assert articles["3.txt"] == (False, 0, "unfinished")
    code, out, _ = run("adjudicate", project, "--auto", "unanimous", "--majority", "2", "--layer", "entity")
    assert "0 decided, 1 left; gold of 1 of 6 articles is complete." in out
    with Project.open(project) as opened:
        History(opened).undo()
    assert answer(run("adjudicate", project, "--json")[1])["left"] == [
        {"layer": "entity", "class": "agree", "count": 1}, {"layer": "entity", "class": "label", "count": 1}
    ]


def test_feedback_as_page_as_sheet_and_into_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "judged.peyman"
    judged(path).close()
    code, out, err = run("feedback", path, "--to", "سارا", "--out", tmp_path / "s.html", "--language", "ru")
    assert (code, err.splitlines()[-1]) == (0, "100 %")
    assert "3 articles compared with gold" in out
    assert '<html lang="ru" dir="ltr">' in (tmp_path / "s.html").read_text(encoding="utf-8")
    code, out, _ = run("feedback", path, "--to", "سارا", "--json")
    assert (code, answer(out)["sheet"]["annotator"]) == (0, "سارا")
    assert run("feedback", path, "--to", "سارا", "--out", tmp_path / "s.json")[0] == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["articles"] == 3


def test_feedback_that_cannot_be_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "judged.peyman"
    judged(path).close()
    before = path.read_bytes()
    for arguments, said in (
        (["--to", "سارا"], "--out"),
        (["--to", "سارا", "--out", tmp_path / "s.txt"], "s.txt"),
        (["--to", "کسی", "--out", tmp_path / "s.html"], "کسی"),
        (["--to", "داور", "--out", tmp_path / "s.html"], "داور"),
        (["--to", "سارا", "--out", path], "judged"),
        (["--to", "سارا", "--out", tmp_path / "none" / "s.html"], "none"),
    ):
        code, out, err = run("feedback", path, *arguments)
        assert (code, out) == (2, "")
        assert said in err.splitlines()[-1]
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["judged.peyman"]
