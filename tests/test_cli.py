"""The command line is a contract: names, options, exit codes, one JSON object, and never a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

import peyman
from peyman import __main__ as start
from peyman import cli, exchange, paths
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.formats import FORMATS
from peyman.terminal import Screen

DATA = Path(__file__).parent / "data" / "formats"
ROOT = Path(__file__).parents[1]
GOOD = (DATA / "full.jsonl").read_bytes()
CONTRACT = {
    "open": ["[PROJECT]", "--json"],
    "new": ["PROJECT", "--annotator", "--schema", "--json"],
    "import": ["PROJECT", "PATH...", "--format", "--annotator", "--date", "--map", "--option", "--dry-run", "--json"],
    "export": ["PROJECT", "OUT", "--format", "--set", "--option", "--dry-run", "--json"],
    "register": ["PROJECT", "--out", "--set", "--language", "--json"],
    "schema": ["PROJECT", "--out", "--replace", "--json"],
    "check": ["PROJECT", "--json"],
    "suggest": ["PROJECT", "--document", "--json"],
    "assign": [
        "PROJECT", "", "--to", "--overlap", "--share", "--seed", "--by", "--out", "--update", "--dry-run", "--json",
    ],
    "hand-in": ["PROJECT", "--out", "--json"],
    "merge": ["PROJECT", "FILE...", "--map", "--dry-run", "--json"],
    "adjudicate": ["PROJECT", "--auto", "--majority", "--layer", "--dry-run", "--json"],
    "feedback": ["PROJECT", "--to", "--out", "--language", "--json"],
    "agreement": ["PROJECT", "--layer", "--annotators", "--json"],
    "release": [
        "[PROJECT]", "[OUTDIR]", "--split", "--group-by", "--seed", "--anonymise", "--licence", "--allow-open",
        "--dry-run", "--verify", "--diff", "--json",
    ],
    "formats": ["--json"],
    "demo": ["--out", "--json"],
}


class Run:
    """Runs the command line in this process and remembers what it wrote and which window it opened."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture
        self.opened: list[Path | None] = []
        self.out = b""
        self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        self._capture.readouterr()
        code = cli.run([str(argument) for argument in arguments], self._open)
        self.out, err = self._capture.readouterr()
        self.err = err.decode()
        return code

    def _open(self, project: Path | None) -> int:
        self.opened.append(project)
        return 0

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        assert self.out.count(b"\n") == 1
        return json.loads(self.out)


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    return Run(capsysbinary)


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "پروژه.peyman"
    assert run("new", path, "--annotator", "علی‌رضا") == 0
    return path


@pytest.fixture
def full(project: Path, run: Run) -> Path:
    assert run("import", project, DATA / "full.jsonl") == 0
    return project


def in_child(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), **more.pop("env", {})}
    command = [sys.executable, "-m", "peyman", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, **more)


# The contract --------------------------------------------------------------------------------------------------


def commands() -> dict[str, click.Command]:
    context = click.Context(cli.peyman)
    found = {name: cli.peyman.get_command(context, name) for name in cli.peyman.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def test_commands_arguments_and_options_are_those_of_the_contract() -> None:
    found = {
        name: [
            parameter.make_metavar(click.Context(command))
            if isinstance(parameter, click.Argument)
            else parameter.opts[0]
            for parameter in command.params
            if not getattr(parameter, "hidden", False)
        ]
        for name, command in commands().items()
    }
    assert found == CONTRACT


def test_every_command_and_option_is_explained() -> None:
    for command in (cli.peyman, *commands().values()):
        assert command.help
        for option in command.params:
            assert not isinstance(option, click.Option) or option.hidden or option.help, (command.name, option.opts)


def test_the_readme_explains_the_command_line() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    _, heading, section = text.partition("Command line")
    for command, words in CONTRACT.items():
        for word in [command, *(w for w in words if w.startswith("--"))] if heading else []:
            assert word in section, f"{command}: {word}"


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["import", "-h"], ["open", "-h"]])
def test_help_is_printed(arguments: list[str], run: Run) -> None:
    assert run(*arguments) == 0
    assert "Usage: peyman" in run.text
    assert not run.opened


def test_version(run: Run) -> None:
    assert run("--version") == 0
    assert run.text == f"peyman {peyman.__version__}\n"


# The story -----------------------------------------------------------------------------------------------------


def test_new_import_export_check(tmp_path: Path, run: Run) -> None:
    project, out = tmp_path / "p.peyman", tmp_path / "out.jsonl"
    assert run("new", project, "--annotator", "سارا", "--json") == 0
    assert run.json == {
        "command": "new", "project": str(project), "annotator": "سارا",
        "schema": {"id": "commitnews", "version": "0.1"},
    }  # fmt: skip
    assert run("import", project, DATA / "full.jsonl", "--json") == 0
    report = run.json
    assert [added["name"] for added in report["added"]] == ["خبر ۱.txt", "second.txt"]
    assert [entry["kind"] for entry in report["sets_added"]] == ["annotation", "gold"]
    assert report["refused"] == report["duplicates"] == []
    assert run.err == "[1/1] full.jsonl\n"
    assert run("export", project, out, "--format", "jsonl", "--json") == 0
    assert (run.json["documents"], run.json["sets"], run.json["spans"]) == (2, 2, 7)
    assert out.read_bytes() == GOOD
    assert run("check", project, "--json") == 0
    assert run.json["problems"] == []
    assert run.json["counts"]["documents"] == 2


def test_suggest_prints_what_would_be_offered(project: Path, run: Run, tmp_path: Path) -> None:
    text = "وزیر نیرو ۵ مرداد ۱۴۰۳ در گنجه بود."
    (tmp_path / "گنجه.txt").write_text(text, encoding="utf-8")
    assert run("import", project, tmp_path / "گنجه.txt") == 0
    before = project.read_bytes()
    assert run("suggest", project, "--json") == 0
    (found,) = run.json["documents"]
    assert found["document"] == "گنجه.txt"
    assert [(one["label"], one["quote"], one["source"]) for one in found["suggestions"]] == [
        ("ROLE", "وزیر نیرو", "phrase"), ("DATE", "۵ مرداد ۱۴۰۳", "pattern"), ("GPE", "گنجه", "gazetteer"),
    ]  # fmt: skip
    assert all(text[one["start"] : one["end"]] == one["quote"] for one in found["suggestions"])
    assert all(0 < one["score"] <= 1 for one in found["suggestions"])
    assert run("suggest", project, "--document", "گنجه.txt") == 0
    assert re.search(r"^  GPE +26–30 +gazetteer +0\.\d\d  گنجه$", run.text, re.MULTILINE)
    assert run("suggest", project, "--document", "نیست") == 2
    assert project.read_bytes() == before


def test_words_for_people(project: Path, run: Run, tmp_path: Path) -> None:
    assert run("import", project, DATA / "full.jsonl") == 0
    assert re.search(r"^\+ خبر ۱\.txt: خبر نخست \(other, windows-1256, \d+ tokens\)$", run.text, re.MULTILINE)
    assert run.text.endswith("2 documents added, 0 there already, 2 annotation sets added, 0 files refused.\n")
    assert run("import", project, DATA / "full.jsonl") == 0
    assert "= second.txt: the same text as second.txt" in run.text
    assert "= خبر ۱.txt: annotations of سارا (gold) are there already" in run.text
    assert run("export", project, tmp_path / "t.csv") == 0
    assert "  not in this format: 1 discontinuous spans are written as one stretch (such as خبر ۱.txt: e4)" in run.text
    assert run("check", project) == 0
    assert "no problems" in run.text


def test_export_to_standard_output_holds_the_export_only(full: Path, run: Run) -> None:
    assert run("export", full, "-", "--format", "jsonl") == 0
    assert run.out == GOOD
    assert "2 documents" in run.err
    assert run("export", full, "-", "--format", "jsonl", "--set", "gold") == 0
    assert run.out == GOOD.splitlines(keepends=True)[1]
    assert run("export", full, "-") == 2
    assert run.err.startswith("peyman: “-” does not show its format")
    assert run("export", full, "-", "--format", "jsonl", "--json") == 2
    assert run.json["error"]["code"] == "stdout_and_json"


def test_import_under_another_name_and_format(project: Path, run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "odd.name"
    odd.write_bytes(GOOD.splitlines()[0])
    assert run("import", project, odd, "--format", "jsonl", "--annotator", "مینا", "--json") == 0
    assert run.json["sets_added"][0]["annotator"] == "مینا"


def test_formats(run: Run) -> None:
    assert run("formats") == 0
    for name in ("text", "jsonl", "csv"):
        assert re.search(rf"^{name} ", run.text, re.MULTILINE)
    assert run("formats", "--json") == 0
    known = {f["name"]: (f["import"], f["export"]) for f in run.json["formats"]}
    assert known["text"] == (True, False)
    assert known["html"] == known["docx"] == known["pdf"] == (True, False)
    assert known["csv"] == known["xlsx"] == (True, True)
    assert all(known[name] == (True, True) for name in ("jsonl", "brat", "conll", "webanno-tsv"))
    assert [f.name for f in FORMATS] == list(known)


def test_the_readme_has_the_table_of_formats() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, section = text.partition("## Formats\n")
    found = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("|")]
    assert found == cli.formats_table()


def test_where_a_file_does_not_say_whose_it_is_the_worker_is_named(project: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"text": "Baku", "label": [[0, 4, "GPE"]]}\n', encoding="utf-8")
    assert run("import", project, path) == 2
    assert "add: --annotator علی‌رضا\n" in run.text.replace("'", "")
    assert run("import", project, path, "--annotator", "علی‌رضا") == 0
    assert "works in this project" not in run.text


def test_an_import_can_be_tried_first(project: Path, run: Run) -> None:
    before = project.read_bytes()
    assert run("import", project, DATA / "full.jsonl", "--dry-run", "--json") == 0
    assert run.json["dry_run"] is True
    assert run.json["annotations"]["entity"]["PER"] == 1
    assert [added["tokens"] for added in run.json["added"]] == [0, 0]
    assert {kind["kind"] for kind in run.json["unmapped_kinds"]} >= {"x-weight"}
    assert run("import", project, DATA / "full.jsonl", "--dry-run") == 0
    assert run.text.endswith("Nothing is changed: this is what would come in.\n")
    assert "tokens" not in run.text
    assert run("import", project, DATA / "bad", "--dry-run") == 2
    assert project.read_bytes() == before


def test_articles_come_in_from_columns(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("key,words\n1,One\n2,Two\n")
    assert run("import", project, tmp_path / "a.csv") == 2
    assert "Say it: --option text=COLUMN. It has: “key”, “words”." in run.err
    arguments: list[str | Path] = ["import", project, tmp_path / "a.csv", "--option", "text=words"]
    assert run(*arguments, "--option", "name=key", "--json") == 0
    assert [added["name"] for added in run.json["added"]] == ["1", "2"]


def test_a_dry_run_tells_and_writes_nothing(full: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "t.conll"
    assert run("export", full, out, "--set", "gold", "--option", "layer=commitment", "--dry-run") == 0
    assert run.text.startswith("nothing is written; there would be 1 documents, 1 annotation sets, 0 spans, 0 roles.")
    assert "not in this format: 1 texts are not in it" in run.text
    assert run("export", full, "-", "--format", "brat", "--dry-run", "--json") == 0
    assert run.json["dry_run"] is True
    assert {loss["code"] for loss in run.json["losses"]} >= {"loss_states", "loss_labels"}
    assert not out.exists()
    assert not (tmp_path / "LOSSES.txt").exists()


def test_labels_are_mapped_and_what_is_kept_is_told(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(
        '[entity]\nPERSON = "PER"\nPROFESSION = "ROLE"\nCOUNTRY = "GPE"\n[commitment]\nPromise = "pledge"\n'
        '[role]\nAgent = "committer"\nTheme = "object"\n'
    )
    arguments: list[str | Path] = ["import", project, DATA / "brat", "--annotator", "Лиза"]
    arguments += ["--option", "offsets=code-points"]
    assert run(*arguments) == 2
    assert "schema does not have: Promise (commitment); PERSON, PROFESSION, COUNTRY (entity" in run.err
    assert '[role]\n"Agent" = ""\n"Theme" = ""\n' in run.err  # the map that is to be filled in
    assert run(*arguments, "--json") == 2
    assert run.json["unknown_labels"][0] == {
        "layer": "commitment", "label": "Promise", "example": "пообещал построить", "or_layers": [],
    }  # fmt: skip
    assert run(*arguments, "--map", tmp_path / "map.toml") == 0
    assert "Peyman does not know it: 1 × relation WORKS_AS in 1 documents (such as news.txt: R1 WORKS_AS" in run.text


def test_a_schema_of_ones_own(tmp_path: Path, run: Run) -> None:
    body = paths.resource("schemas", "commitnews.toml").read_text(encoding="utf-8")
    schema = tmp_path / "mine.toml"
    schema.write_text(body.replace('id = "commitnews"', 'id = "mine"'), encoding="utf-8")
    assert run("new", tmp_path / "p.peyman", "--annotator", "Sara", "--schema", schema, "--json") == 0
    assert run.json["schema"]["id"] == "mine"
    schema.write_text(body.replace('key = "1"', "key = 1"), encoding="utf-8")
    assert run("new", tmp_path / "q.peyman", "--annotator", "Sara", "--schema", schema) == 2
    assert re.fullmatch(r"peyman: Schema mine\.toml, line \d+, key “layers\.entity\.labels\[0\]\.key”: .+\n", run.err)
    assert not (tmp_path / "q.peyman").exists()


def test_agreement(full: Path, run: Run, tmp_path: Path) -> None:
    line = json.loads(GOOD.splitlines()[0])
    for name in ("علی‌رضا", "مینا"):
        mine = tmp_path / f"{name}.jsonl"
        mine.write_text(json.dumps({**line, "annotator": name, "state": "finished"}))
        assert run("import", full, mine) == 0
    assert run("agreement", full) == 0
    assert re.search(r"^entity +1\.00 ", run.text, re.MULTILINE)
    assert re.search(r"^n/a one_value: only ", run.text, re.MULTILINE)
    assert run.err.endswith("100 %\n")
    assert run("agreement", full, "--layer", "entity", "--annotators", "علی‌رضا, مینا", "--json") == 0
    assert run.json["between"]["documents"] == 1
    (layer,) = run.json["between"]["layers"]
    assert (layer["layer"], layer["scores"]["exact"]["value"]) == ("entity", 1.0)
    assert {one["annotator"] for one in run.json["annotators"]} == {"علی‌رضا", "مینا"}


# Exit codes and sentences --------------------------------------------------------------------------------------


def test_problems_found_are_exit_code_1(project: Path, run: Run, tmp_path: Path) -> None:
    line = json.loads((DATA / "bad" / "quote_moved.jsonl").read_text(encoding="utf-8"))
    line["spans"][1].update(start=4, end=10, quote="ku and")  # crosses “Baku”
    crossing = tmp_path / "crossing.jsonl"
    crossing.write_text(json.dumps(line), encoding="utf-8")
    assert run("import", project, crossing) == 0
    assert run("check", project) == 1
    assert "would cross" in run.text
    assert run("check", project, "--json") == 1
    assert [problem["code"] for problem in run.json["problems"]] == ["check_placement"]


def test_bad_files_are_exit_code_2_and_leave_the_project_alone(full: Path, run: Run) -> None:
    sentences = [line.split("\t")[1] for line in (DATA / "bad.tsv").read_text(encoding="utf-8").splitlines()]
    assert run("import", full, DATA / "bad", DATA / "full.jsonl") == 2
    told = [line.removeprefix("peyman: ") for line in run.err.splitlines() if line.startswith("peyman: ")]
    assert sorted(told) == sorted(sentences)
    assert run("export", full, "-", "--format", "jsonl") == 0
    assert run.out == GOOD
    assert run("check", full) == 0


def test_a_refused_file_is_exit_code_2_though_the_rest_came_in(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A good text")
    (tmp_path / "bad.txt").write_bytes(b"")
    assert run("import", project, tmp_path / "bad.txt", tmp_path / "good.txt", "--json") == 2
    assert [added["name"] for added in run.json["added"]] == ["good.txt"]
    (refused,) = run.json["refused"]
    assert refused["reason"]["code"] == "text_empty"
    assert refused["reason"]["message"] in run.err


BAD_USE: list[tuple[list[str], str]] = [
    (["paint"], "usage"),
    (["new"], "usage"),
    (["new", "{dir}/x.peyman"], "usage"),
    (["import", "{project}"], "usage"),
    (["import", "{project}", "x.txt", "--format", "brat9"], "usage"),
    (["import", "{project}", "x.txt", "--format", "spacy"], "usage"),
    (["export", "{project}", "x", "--formats", "csv"], "usage"),
    (["demo"], "usage"),
    (["new", "{project}", "--annotator", "Sara"], "project_exists"),
    (["new", "{dir}/no/x.peyman", "--annotator", "Sara"], "project_folder"),
    (["new", "{dir}/x.peyman", "--annotator", " "], "annotator_name"),
    (["new", "{dir}/x.peyman", "--annotator", "Sara", "--schema", "{dir}/no.toml"], "file_missing"),
    (["new", "{dir}/x.peyman", "--annotator", "Sara", "--schema", "{dir}"], "file_io"),
    (["import", "{dir}/no.peyman", "x.txt"], "project_missing"),
    (["check", "{dir}/no.peyman"], "project_missing"),
    (["suggest", "{dir}/no.peyman"], "project_missing"),
    (["suggest", "{project}", "--document", "x"], "document_unknown"),
    (["check", "{text}"], "project_foreign"),
    (["open", "{dir}/no.peyman"], "project_missing"),
    (["export", "{project}", "{dir}/x.odt"], "format_not_told"),
    (["export", "{project}", "{dir}/x.jsonl"], "export_nothing"),
    (["export", "{project}", "{dir}/x.jsonl", "--set", "nobody"], "annotator_unknown"),
    (["export", "{project}", "{dir}/x.conll", "--option", "layer=thing"], "option_value"),
    (["export", "{project}", "{dir}/x.jsonl", "--option", "layer=entity"], "option_unknown"),
    (["export", "{project}", "{dir}/x.jsonl", "--option", "layer"], "usage"),
    (["import", "{project}", "x.ann", "--map", "{dir}/no.toml"], "file_missing"),
    (["import", "{project}", "x.ann", "--map", "{text}"], "map_syntax"),
    (["import", "{project}", "x.ann", "--format", "brat", "--option", "offsets=inches"], "option_value"),
    (["demo", "--out", "{text}"], "file_io"),
    (["agreement", "{project}"], "agreement_nothing"),
    (["agreement", "{project}", "--annotators", "nobody"], "annotator_unknown"),
    (["agreement", "{project}", "--layer", "mood"], "schema_unknown_layer"),
]


@pytest.mark.parametrize(("arguments", "code"), BAD_USE, ids=lambda v: v if isinstance(v, str) else " ".join(v))
def test_bad_use_is_exit_code_2_with_one_sentence(
    arguments: list[str], code: str, project: Path, run: Run, tmp_path: Path
) -> None:
    text = tmp_path / "text.peyman"
    text.write_text("This is no project, only a text of some length. " * 100)
    filled = [a.format(dir=tmp_path, project=project, text=text) for a in arguments]
    before = project.read_bytes()
    assert run(*filled) == 2
    assert "Traceback" not in run.err
    if code == "usage":
        assert "Usage: peyman" in run.err
    else:
        assert re.fullmatch(r"peyman: [^\n]+\.\n", run.err)
    assert run.out == b""
    assert run(*filled, "--json") == 2
    assert run.json["error"]["code"] == code
    assert run.json["error"]["message"] in run.err
    assert project.read_bytes() == before
    assert not run.opened


@pytest.mark.parametrize(
    ("failure", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "/a/b"), 2, "peyman: “/a/b” may not be read or written."),
        (OSError(28, "No space left on device", "/a/b"), 2, "peyman: The disk of “/a/b” is full."),
        (RuntimeError("a bug"), 2, "peyman: Something unforeseen went wrong (RuntimeError: a bug)."),
    ],
)
def test_whatever_fails_there_is_no_traceback(
    failure: BaseException, code: int, sentence: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.delenv(cli.TRACEBACK, raising=False)
    monkeypatch.setattr(exchange, "import_paths", failing)
    assert run("import", project, "x.txt") == code
    assert run.err.startswith(sentence)
    assert "Traceback" not in run.err
    assert run("check", project) == 0  # and the lock is free


def test_a_damaged_project_is_reported_in_words(full: Path, run: Run) -> None:
    data = bytearray(full.read_bytes())
    for page in range(4096 * 8, len(data), 4096 * 3):
        data[page : page + 200] = b"\xff" * 200
    full.write_bytes(data)
    assert run("check", full) in (1, 2)
    assert "Traceback" not in run.err
    assert "unforeseen" not in run.err


# The window ----------------------------------------------------------------------------------------------------


def test_open_hands_the_project_to_the_window(project: Path, run: Run) -> None:
    assert run() == 0
    assert run("open") == 0
    assert run("open", project) == 0
    assert run.opened == [None, None, project]
    assert run("open", project, "--json") == 0
    assert run.json == {"command": "open", "project": str(project)}


@pytest.mark.parametrize("arguments", [["--sample"], ["open", "--sample"]])
def test_the_sample_is_made_when_it_is_missing(
    arguments: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def make(path: Path, progress: Callable[[int, int, str], None]) -> None:
        progress(0, 1, "seed.txt")
        path.parent.mkdir(parents=True)
        path.touch()
        made.append(path)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(exchange, "make_sample", make)
    assert run(*arguments) == 0
    assert run.err == "[1/1] seed.txt\n"
    assert run(*arguments) == 0
    assert made == [Path("build/sample/sample.peyman")]
    assert run.opened == made * 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(PeymanError, match="no display"):
        start.open_window(None)


def test_a_windowed_program_has_no_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.run([], lambda project: 7) == 7
    assert cli.run(["open", "no.peyman"], lambda project: 7) == 2


def test_a_missing_library_of_the_window_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(PeymanError, match="libEGL"):
        start.open_window(None)


def test_a_bundle_runs_workers_through_its_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(sys, "argv", ["Peyman", paths.WORKER_FLAG, "peyman.core.text", "x"])
    monkeypatch.setattr("runpy.run_module", lambda module, **_: seen.append((module, sys.argv)))
    assert start.main() == 0
    assert seen == [("peyman.core.text", ["Peyman", "x"])]


# A process of its own ------------------------------------------------------------------------------------------


def test_no_command_loads_qt_or_hazm(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from peyman import __main__ as start
from peyman import cli
folder = Path(sys.argv[1])
(folder / "a.txt").write_text("Baku and Moscow signed a memo.")
(folder / "b.txt").write_text("Баку и Москва подписали меморандум.", encoding="utf-8")
p = str(folder / "p.peyman")
for line in (["new", p, "--annotator", "Sara"], ["import", p, str(folder)], ["check", p], ["formats"], ["-h"],
             ["export", p, str(folder / "x.jsonl")], ["export", p, str(folder / "x.csv")]):
    assert cli.run(line, start.open_window) == 0, line
loaded = {name.split(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "hazm", "gensim"}
loaded |= {name for name in sys.modules if name.startswith("peyman.gui")}
assert not loaded, loaded
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_what_few_commands_need_is_not_loaded_at_the_start() -> None:
    script = """
import sys
from peyman import __main__ as start
assert start.cli.run(["--version"], start.open_window) == 0
late = ("peyman.demo", "peyman.team", "peyman.releas", "peyman.core.merge", "peyman.core.packs", "peyman.core.feedback",
        "peyman.core.rehearsal", "peyman.core.prompter", "tomlkit")
loaded = [name for name in sys.modules if name.startswith(late)]
assert not loaded, loaded
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=["C", "C-ascii", "cp1252"],
)
def test_persian_names_on_consoles_that_do_not_speak_utf_8(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "خبر.txt").write_text("A text in English", encoding="utf-8")
    assert in_child("new", "p.peyman", "--annotator", "Sara", cwd=tmp_path, env=environment).returncode == 0
    done = in_child("import", "p.peyman", ".", cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    assert "+ خبر.txt: A text in English" in done.stdout.decode()
    done = in_child("import", "p.peyman", "گم.txt", "--json", cwd=tmp_path, env=environment)
    assert done.returncode == 2
    assert json.loads(done.stdout)["refused"][0]["reason"]["code"] == "file_missing"
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes and devices")
def test_a_reader_that_goes_away_and_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A long text. " * 100_000)
    assert in_child("new", "p.peyman", "--annotator", "Sara", cwd=tmp_path).returncode == 0
    assert in_child("import", "p.peyman", "long.txt", "--format", "text", cwd=tmp_path).returncode == 0
    command = [sys.executable, "-m", "peyman", "export", "p.peyman", "-", "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command, cwd=tmp_path, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
            )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[-1].startswith("peyman: The disk of “")
        assert b"Traceback" not in done.stderr


# The demo ------------------------------------------------------------------------------------------------------


@pytest.fixture
def cheap_sample(sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample project as `make_sample` makes it, without its five seconds."""
    monkeypatch.setattr(exchange, "make_sample", lambda path, progress: shutil.copyfile(sample_file, path))


def draw_with(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(paths, "worker_command", lambda module: [sys.executable, "-c", script])


THREE_PICTURES = """
import pathlib, sys
folder, *projects = map(pathlib.Path, sys.argv[1:])
assert folder.is_dir() and len(projects) == 3 and all(project.is_file() for project in projects)
for name in ("light", "dark", "form"):
    (folder / f"{name}.png").write_bytes(b"a picture")
"""


@pytest.mark.usefixtures("cheap_sample")
def test_the_demo_tells_the_story_and_can_be_played_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a" / "demo"
    draw_with(monkeypatch, THREE_PICTURES)
    made = ["demo.peyman", "all.jsonl", "gold.jsonl", "commitments.csv", "LOSSES.txt", "team.peyman", "team-gold.jsonl"]
    made += ["dark.png", "form.png", "light.png"]
    for _ in range(2):
        assert run("demo", "--out", out) == 0
        lines = run.text.splitlines()
        assert lines[0].split() == ["article", "language", "tokens", "annotator", "entities", "commitments", "roles"]
        assert lines[1].split()[-4:] == ["reference", "47", "8", "48"]
        assert lines[lines.index("Made:") + 1 :] == [f"  {out / name}" for name in made]
        assert sorted(path.name for path in out.iterdir()) == sorted(made)
        assert (out / "gold.jsonl").read_bytes() == paths.seeds("sample_gold.jsonl").read_bytes()
        assert (out / "all.jsonl").read_bytes().count(b"\n") == 5
        assert (out / "commitments.csv").read_bytes().count(b"\r\n") == 26
        assert "Gold is as expected: 148 entity" in run.text
        (out / "demo.peyman").write_bytes(b"damaged")  # by whoever tried things out
    assert run("demo", "--out", out, "--json") == 0
    assert run.json["made"] == [str(out / name) for name in made]
    assert sum(row["entities"] for row in run.json["articles"]) == 148
    assert sum(row["commitments"] for row in run.json["articles"]) == 25
    team = run.json["team"]
    assert (team["left"], team["as_expected"], team["merged"]) == (0, True, 9)
    assert {"label", "missing", "boundary", "split", "attribute", "role"} <= team["asked"].keys()
    assert sum(team["keys"].values()) == sum(team["asked"].values())
    assert run("adjudicate", out / "team.peyman") == 0
    assert "0 left; gold of 3 of 3 articles is complete." in run.text
    assert (out / "team-gold.jsonl").read_bytes().count(b'"auto:unanimous"') > 200


@pytest.mark.usefixtures("cheap_sample")
@pytest.mark.parametrize("script", ["raise SystemExit(3)", "import no_such_module", "pass"])
def test_without_screenshots_the_demo_says_so_and_goes_on(
    script: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_with(monkeypatch, script)
    assert run("demo", "--out", tmp_path) == 0
    assert len([line for line in run.text.splitlines() if line.startswith("No screenshots: ")]) == 1
    assert not list(tmp_path.glob(".screenshots*"))


@pytest.mark.usefixtures("cheap_sample")
def test_the_demo_does_not_replace_a_project_that_is_open(run: Run, tmp_path: Path) -> None:
    with Project.create(tmp_path / "demo.peyman", annotator="Sara", schema=exchange.read_schema()):
        assert run("demo", "--out", tmp_path) == 2
    assert run.err.startswith("peyman: “")
    assert "is open in another window" in run.err


def test_a_long_import_tells_of_each_thousand_articles(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen("import", as_json=True)
    for count in (1, 999, 1000, 1500, 3100, 3200):
        screen.thousands(count)
    assert capsys.readouterr() == ("", "1000 articles read\n3100 articles read\n")
