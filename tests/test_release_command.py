"""The command `release`: making, checking and comparing releases, in words and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run, answer
from core.making import names_in
from peyman.core.project import Project
from release.publishing import add_gold, make_sample, make_small, seal, short_article


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_small(tmp_path / "p.peyman", 5).close()
    return tmp_path / "p.peyman"


def test_from_several_annotators_to_a_data_set(run: Run, tmp_path: Path) -> None:
    project, out = tmp_path / "p.peyman", tmp_path / "out"
    make_sample(project).close()
    before = project.read_bytes()
    code, said, err = run("release", project, out, "--licence", "CC-BY-4.0", "--dry-run")
    assert code == 0
    assert "3 articles would be put into a split" in said
    assert said.endswith("Nothing is written.\n")
    assert (project.read_bytes(), names_in(tmp_path)) == (before, ["p.peyman"])
    code, said, err = run("release", project, out, "--licence", "CC-BY-4.0")
    assert code == 0
    assert "[3/6] agreement" in err
    heads, *lines = (line.split() for line in said.splitlines()[:4])
    assert heads == ["split", "articles", "sets", "entity", "commitment", "argument", "role", "document"]
    assert [line[:3] for line in lines] == [["train", "1", "3"], ["validation", "1", "3"], ["test", "1", "3"]]
    assert [sum(int(line[column]) for line in lines) for column in (3, 4, 6)] == [148, 25, 135]
    assert run("release", "--verify", out)[:2] == (0, f"{out}: all is as it should be.\n")
    assert run("check", project)[0] == 0


def test_the_parts_are_told_whatever_their_sum(run: Run, project: Path) -> None:
    for given, told in (("8/1/1", "train 80.0%, validation 10.0%, test 10.0%"), ("80/30/10", "train 66.7%"),
                        ("1", "train 100.0%.")):  # fmt: skip
        assert told in run("release", project, "--dry-run", "--split", given)[1]


def test_where_names_are_left_is_told(run: Run, project: Path, tmp_path: Path) -> None:
    with Project.open(project) as opened:
        add_gold(opened, short_article(7))
        opened.work_as("Губернатор")
    said = run("release", project, tmp_path / "out", "--anonymise", "--allow-open")[1]
    assert "0007.txt (text)" in said


def test_json_holds_the_same(run: Run, project: Path, tmp_path: Path) -> None:
    code, said, _ = run("release", project, tmp_path / "one", "--split", "60/40", "--seed", "3", "--json")
    found = answer(said)
    assert code == 0
    assert (found["command"], found["placed"], found["complete"], found["open"]) == ("release", 5, True, {})
    assert {row["split"]: row["articles"] for row in found["splits"]} == {"train": 3, "validation": 0, "test": 2}
    assert found["files"] == sum(path.is_file() for path in (tmp_path / "one").rglob("*"))
    assert answer(run("release", "--verify", tmp_path / "one", "--json")[1])["problems"] == []
    with Project.open(project) as opened:
        add_gold(opened, short_article(7))
    assert run("release", project, tmp_path / "two", "--anonymise")[0] == 0
    found = answer(run("release", "--diff", tmp_path / "one", tmp_path / "two", "--json")[1])
    assert (found["added"], found["removed"], found["moved"]) == (["0007.txt"], [], [])
    assert "1 article added: 0007.txt." in found["words"]
    assert "1 article removed: 0007.txt." in run("release", "--diff", tmp_path / "two", tmp_path / "one")[1]


def test_what_is_wrong_with_a_release_is_told_with_exit_code_1(run: Run, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("release", project, out)[0] == 0
    card = out / "README.md"
    card.write_bytes(card.read_bytes().replace(b"| articles | 3 ", b"| articles | 4 ", 1))
    code, said, err = run("release", "--verify", out)
    assert (code, err) == (1, "")
    assert "“README.md” is not as it was written." in said
    seal(out)
    found = answer(run("release", "--verify", out, "--json")[1])["problems"]
    assert [one["code"] for one in found] == ["verify_count"]
    assert found[0]["data"] == {"file": "README.md", "said": 4, "found": 3, "what": "gold, train, articles"}


def test_unfinished_gold_needs_a_word(run: Run, project: Path, tmp_path: Path) -> None:
    with Project.open(project) as opened:
        add_gold(opened, short_article(9), state="in_progress")
    code, said, err = run("release", project, tmp_path / "out", "--json")
    assert (code, answer(said)["error"]["code"]) == (2, "release_open")
    assert "the gold of 1 more articles is not finished" in err
    assert names_in(tmp_path) == ["p.peyman"]
    code, said, _ = run("release", project, tmp_path / "out", "--allow-open")
    assert code == 0
    assert "This gold is not finished" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "usage"),
        (["PROJECT"], "usage"),
        (["PROJECT", "OUT", "--verify", "OUT"], "usage"),
        (["--verify", "OUT", "--diff", "OUT", "OUT"], "usage"),
        (["--verify", "OUT"], "release_foreign"),
        (["--diff", "OUT", "OUT"], "release_foreign"),
        (["missing", "OUT"], "project_missing"),
        (["PROJECT", "PROJECT"], "export_over_project"),
        (["PROJECT", "FOLDER"], "export_folder_full"),
        (["PROJECT", "OUT", "--split", "eighty"], "release_shares"),
        (["PROJECT", "OUT", "--licence", "a b"], "release_licence"),
        (["PROJECT", "OUT", "--group-by", "event"], "release_group_by"),
        (["PROJECT", "OUT", "--seed", "x"], "usage"),
    ],
)
def test_bad_use_is_one_sentence(run: Run, project: Path, tmp_path: Path, arguments: list[str], code: str) -> None:
    places = {"PROJECT": project, "OUT": tmp_path / "out", "FOLDER": tmp_path}
    before = project.read_bytes()
    exit_code, out, err = run("release", *(places.get(part, part) for part in arguments), "--json")
    assert exit_code == 2
    assert answer(out)["error"]["code"] == code
    assert err.count("peyman: ") + err.count("Error: ") == 1
    assert (project.read_bytes(), names_in(tmp_path)) == (before, ["p.peyman"])
