"""A release of a project: what is in it, that it is whole or not there, and the same bytes every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.annotating import sample
from core.making import article, names_in, refused
from peyman.core.adjudication import automatic, decide, gold_of
from peyman.core.decisions import Ruling
from peyman.core.docket import Docket
from peyman.core.edits import Change, Edit, History, set_project_info
from peyman.core.gold import gold_edit
from peyman.core.model import SPLIT_KEY, Decision, SetState, new_id
from peyman.core.project import Project
from peyman.formats import conll, xmi
from peyman.release import card
from peyman.release.rows import read_rows
from peyman.release.verify import verify
from peyman.release.writing import plan_release, write_release
from release.publishing import (
    CURATOR,
    PEOPLE,
    SCHEMA,
    add_gold,
    bytes_of,
    gold_set,
    items_of,
    make_sample,
    make_small,
    publish,
    short_article,
    wanted,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample project with three annotators, and a release of it."""
    folder = tmp_path_factory.mktemp("release")
    with make_sample(folder / "news.peyman") as project:
        publish(project, folder / "out", wanted(licence="CC-BY-4.0"))
    return folder / "news.peyman", folder / "out"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Project]:
    with make_small(tmp_path / "small.peyman") as project:
        yield project


def rows_in(out: Path, config: str = "gold") -> list[dict[str, Any]]:
    return [row for path in sorted((out / "data" / config).iterdir()) for row in read_rows(path)]


# What is in it ------------------------------------------------------------------------------------------------------


def test_gold_comes_out_as_it_is_in_the_project(made: tuple[Path, Path]) -> None:
    rows = {row["sha256"]: row for row in rows_in(made[1])}
    items = sample()
    assert rows.keys() == {item.document.sha256 for item in items}
    for item in items:
        row = rows[item.document.sha256]
        assert (row["id"], row["text"]) == (item.document.name, item.document.text)
        assert json.loads(row["metadata"]) == dict(item.document.meta)
        held = item.annotations
        assert held is not None
        spans = [(s.layer, s.label, s.start, s.end, s.quote, dict(s.attributes), bool(s.doubt)) for s in held.spans]
        keys = ("layer", "label", "start", "end", "quote")
        assert spans == [
            (*(s[key] for key in keys), json.loads(s["attributes"]), s["doubt"]) for s in row["spans"]
        ]
        quotes = {s["id"]: s["quote"] for s in row["spans"]}
        told = sorted((r["label"], quotes[r["source"]], quotes[r["target"]]) for r in row["relations"])
        by_id = {s.id: s.quote for s in held.spans}
        assert told == sorted((r.label, by_id[r.source], by_id[r.target]) for r in held.relations)


def test_each_annotator_has_a_row_for_each_article_beside_its_gold(made: tuple[Path, Path]) -> None:
    out = made[1]
    assert [row["annotator"] for row in rows_in(out, "annotators")] == [*PEOPLE] * 3
    for path in sorted((out / "data" / "gold").iterdir()):
        keys = {row["sha256"] for row in read_rows(path)}
        assert {row["sha256"] for row in read_rows(out / "data" / "annotators" / path.name)} == keys


def test_a_release_is_verified_and_complete(made: tuple[Path, Path]) -> None:
    out = made[1]
    assert verify(out) == []
    names = {"README.md", "DATASHEET.md", "CITATION.cff", "croissant.json", "release.json", "splits.json",
             "agreement.json", "schema.toml", "LOSSES.txt", "SHA256SUMS"}  # fmt: skip
    assert names <= set(names_in(out))
    assert (out / "schema.toml").read_text(encoding="utf-8") == SCHEMA.body
    shown = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=out, capture_output=True, check=False)
    assert (shown.returncode, shown.stdout) == (0, b"")


def test_the_card_tells_agreement_with_intervals_doubts_and_licence(made: tuple[Path, Path]) -> None:
    text = (made[1] / "README.md").read_text(encoding="utf-8")
    assert "license: cc-by-4.0" in text
    assert re.search(r"\| entity \| exact F1 \| 0\.\d\d \(0\.\d\d to 0\.\d\d\) \| 3 \| 9 \|", text)
    doubts = sum(bool(s.doubt) for item in sample() for s in (item.annotations.spans if item.annotations else ()))
    assert f"| doubted spans | {doubts}" not in text  # of each split, and then of all
    assert re.search(rf"\| doubted spans \|.* {doubts} \|\n", text)
    assert all(name in text for name in PEOPLE)
    assert "not finished" not in text
    assert "{" not in text.replace("```", "")
    assert "«to be filled»" in (made[1] / "DATASHEET.md").read_text(encoding="utf-8")


def test_other_formats_read_it_back(made: tuple[Path, Path]) -> None:
    out = made[1]
    count = 0
    for file in sorted((out / "xmi").rglob("*.xmi")):
        (item,) = xmi.read(file, SCHEMA)
        assert item.annotations is not None
        count += len(item.annotations.spans)
        assert item.annotations.kind == "gold"
    assert count == sum(len(row["spans"]) for row in rows_in(out))
    tagged = [item for file in sorted((out / "conll").glob("*.entity.conll")) for item in conll.read(file, SCHEMA)]
    assert len(tagged) == 3
    losses = (out / "LOSSES.txt").read_text(encoding="utf-8")
    assert re.search(r"== conll/train\.entity\.conll ==\n(?:- .*\n)*- \d+ roles are left out", losses)


def test_notes_and_words_of_doubts_stay_in_the_project(tmp_path: Path) -> None:
    with make_small(tmp_path / "p.peyman") as project:
        gold = items_of(project)[0].annotations
        assert gold is not None
        span = gold.spans[0]
        marked = replace(span, note="secret-note", doubt="secret-doubt", foreign={"tool": "secret-key"})
        state = replace(gold.state, note="secret-state")
        project.apply(Edit("set_note", (Change(gold.number, span, marked), Change(gold.number, gold.state, state))))
        publish(project, tmp_path / "out")
    found = bytes_of(tmp_path / "out")
    assert not [name for name, data in found.items() if b"secret" in data]
    card_text = found["README.md"].decode()
    assert "Notes that stay with the project: document 1, entity 1" in card_text
    assert sum(span["doubt"] for row in rows_in(tmp_path / "out") for span in row["spans"]) == 1


def test_without_the_extras_it_says_so_and_goes_on(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    written = publish(small, tmp_path / "out")
    assert len(written.facts.skipped) == 2
    assert all("pip install" in str(line) for line in written.facts.skipped)
    assert verify(tmp_path / "out") == []
    assert not {"xmi", "parquet"} & set(names_in(tmp_path / "out"))


def test_parquet_holds_the_same_rows(made: tuple[Path, Path]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for config in ("gold", "annotators"):
        for file in (made[1] / "parquet" / config).iterdir():
            rows = list(read_rows(made[1] / "data" / config / f"{file.stem}.jsonl"))
            assert parquet.read_table(file).to_pylist() == rows


@pytest.mark.skipif(find_spec("datasets") is None, reason="datasets is of the extra “release-check”")
@pytest.mark.parametrize("config", ["", "gold", "annotators"])
def test_datasets_loads_it(made: tuple[Path, Path], tmp_path: Path, config: str) -> None:
    program = (
        "import json, sys; from datasets import load_dataset; given = load_dataset(*filter(None, sys.argv[1:]));"
        "print(json.dumps({name: list(part) for name, part in given.items()}))"
    )
    environment = {**os.environ, "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(made[1]), config], capture_output=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    folder = made[1] / "data" / (config or "gold")
    assert json.loads(done.stdout) == {file.stem: list(read_rows(file)) for file in folder.iterdir()}


# The same bytes -----------------------------------------------------------------------------------------------------


def test_the_same_project_gives_the_same_bytes_anywhere_and_again(made: tuple[Path, Path], tmp_path: Path) -> None:
    project, out = made
    copy = tmp_path / "another name.peyman"
    copy.write_bytes(project.read_bytes())
    with Project.open(copy) as opened:
        publish(opened, tmp_path / "out", wanted(licence="CC-BY-4.0"))
        assert History(opened).undo() is not None
        opened.own_set(1)  # opening an article in the window
        publish(opened, tmp_path / "again", wanted(licence="CC-BY-4.0"))
    assert bytes_of(tmp_path / "out") == bytes_of(out)
    assert bytes_of(tmp_path / "again") == bytes_of(out)


def test_splits_are_remembered_as_one_step_and_never_change(small: Project, tmp_path: Path) -> None:
    publish(small, tmp_path / "one")
    placed = {number: small.document(number).meta[SPLIT_KEY] for number in small.document_numbers()}
    assert set(placed.values()) == {"train", "validation", "test"}
    step = History(small).next_undo()
    assert step is not None
    assert step.name == "release"
    add_gold(small, *(short_article(number) for number in range(10, 30)))
    publish(small, tmp_path / "two", wanted("1/1/8", seed=9))
    assert {number: small.document(number).meta[SPLIT_KEY] for number in placed} == placed
    before, after = (
        {row["sha256"]: file.stem for file in (tmp_path / name / "data/gold").iterdir() for row in read_rows(file)}
        for name in ("one", "two")
    )
    assert before.items() <= after.items()
    assert len(after) == 24
    assert all(SPLIT_KEY not in row["metadata"] for row in rows_in(tmp_path / "two"))
    History(small).undo()
    assert small.document(24).meta == {}
    assert small.check() == []


def test_reprints_and_articles_of_one_event_share_a_split(small: Project, tmp_path: Path) -> None:
    event = [short_article(number, event="visit" if number < 30 else "fair") for number in range(20, 40)]
    first = short_article(0)
    reprint = article("reprint.txt", f"{first.text} پایان")
    add_gold(small, *event, reprint)
    written = publish(small, tmp_path / "out", wanted("50/25/25", group_by="event"))
    assert written.facts.pairs == 1
    splits = written.facts.placement.splits
    assert splits[first.sha256] == splits[reprint.sha256]
    for value in ("visit", "fair"):
        assert len({splits[one.sha256] for one in event if one.meta["event"] == value}) == 1
    listed = json.loads((tmp_path / "out" / "splits.json").read_text(encoding="utf-8"))["articles"]
    assert len({one["group"] for one in listed} - {""}) == 3
    with refused("release_group_by"):
        plan_release(small, wanted(group_by="events"))


# Whole or not there ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["card", "rename"])
def test_what_fails_leaves_nothing_behind(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    plan = plan_release(small, wanted())
    files = names_in(tmp_path)
    monkeypatch.setattr(*((card, "datasheet", fail) if place == "card" else (Path, "replace", fail)))
    with pytest.raises(OSError, match="No space"):
        write_release(small, tmp_path / "out", plan)
    monkeypatch.undo()
    assert names_in(tmp_path) == files
    assert all(SPLIT_KEY not in small.document(number).meta for number in small.document_numbers())
    publish(small, tmp_path / "out")
    assert verify(tmp_path / "out") == []


def test_what_changed_since_it_was_planned_is_not_released(small: Project, tmp_path: Path) -> None:
    plan = plan_release(small, wanted())
    add_gold(small, short_article(9))
    with refused("edit_stale"):
        write_release(small, tmp_path / "out", plan)
    assert not (tmp_path / "out").exists()


def test_when_splits_are_known_the_project_is_only_read(small: Project, tmp_path: Path) -> None:
    publish(small, tmp_path / "one")
    with Project.open(small.path, read_only=True) as reader:
        publish(reader, tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_nothing_is_written_over(small: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    publish(small, out)
    before = bytes_of(out)
    with refused("export_folder_full"):
        publish(small, out)
    with refused("export_over_project"):
        publish(small, small.path)
    with refused("export_folder"):
        publish(small, tmp_path / "nowhere" / "out")
    assert bytes_of(out) == before


# What is not finished -------------------------------------------------------------------------------------------------


def test_without_gold_there_is_nothing_to_release(small: Project, tmp_path: Path) -> None:
    with small.batch("import"):
        small.add_document(short_article(9))
    assert plan_release(small, wanted()).survey.without_gold.total() == 1
    with Project.create(tmp_path / "e.peyman", annotator="x", schema=SCHEMA) as empty, refused("release_nothing"):
        plan_release(empty, wanted())


def test_unfinished_gold_is_refused_or_says_so(small: Project, tmp_path: Path) -> None:
    add_gold(small, short_article(9), state="in_progress")
    with refused("release_open"):
        plan_release(small, wanted())
    publish(small, tmp_path / "out", wanted(allow_open=True))
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "This gold is not finished" in text
    assert json.loads((tmp_path / "out" / "release.json").read_text(encoding="utf-8"))["complete"] is False
    assert [row["id"] for row in rows_in(tmp_path / "out") if not row["complete"]] == ["0009.txt"]
    assert verify(tmp_path / "out") == []


def test_gold_that_follows_from_decisions_is_finished_when_nothing_is_left(tmp_path: Path) -> None:
    with make_sample(tmp_path / "p.peyman") as project:
        number = project.document_numbers()[0]
        document = project.document(number)
        infos = project.set_infos(number)
        sets = [project.annotation_set(info.number) for info in infos if info.kind == "annotation"]
        gold = next(project.annotation_set(info.number) for info in infos if info.kind == "gold")
        docket = Docket(document, sets, (), SCHEMA)
        docket = docket.adding(*automatic(docket, 1))
        project.apply(gold_edit(gold, gold_of(docket).annotations, docket.all_decisions))
        survey = plan_release(project, wanted(allow_open=True)).survey
        assert survey.open.total() == len(gold_of(docket).left) > 0
        assert survey.open_articles == 1
        assert [article.complete for article in survey.articles] == [False, True, True]
        with refused("release_open"):
            plan_release(project, wanted())
        while left := gold_of(docket).left:
            decided = [decide(one, None, Ruling(CURATOR, 2)) for one in left]
            docket = docket.adding(*decided)
            docket = docket.adding(*automatic(docket, 2))
        known = {decision.id for decision in project.records(Decision)}
        fresh = [decision for decision in docket.all_decisions if decision.id not in known]
        gold = project.annotation_set(gold.number)
        project.apply(gold_edit(gold, gold_of(docket).annotations, fresh))
        written = publish(project, tmp_path / "out")
        assert written.facts.survey.complete
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert re.search(r"\d+ decisions \(\d+ as all who had finished said the same; \d+ by a curator\)", text)
    assert verify(tmp_path / "out") == []


def test_gold_that_breaks_rules_is_refused(small: Project) -> None:
    gold = items_of(small)[0].annotations
    assert gold is not None
    wrong = replace(gold.spans[0], id=new_id(), label="NOSUCH")
    small.apply(Edit("add_span", (Change(gold.number, None, wrong),)))
    with refused("release_unsound"):
        plan_release(small, wanted())


def test_what_verifying_would_find_in_annotators_rows_is_refused(small: Project, tmp_path: Path) -> None:
    """A merge may bring labels that the schema lacks; that spans cross is theirs to say."""
    item = items_of(small)[0]
    gold = item.annotations
    assert gold is not None
    first, second = gold.spans[:2]
    end = second.start + 1
    across = replace(first, id=new_id(), end=end, quote=item.document.text[first.start : end])
    number = new_id()
    said = replace(
        gold, id=number, annotator="sara", kind="annotation", state=SetState(number, "finished"),
        annotations={one.id: one for one in (across, replace(second, id=new_id()))},
    )  # fmt: skip
    with small.batch("import"):
        small.add_set(small.document_numbers()[0], said)
    publish(small, tmp_path / "out")
    assert len(rows_in(tmp_path / "out", "annotators")) == 1
    assert verify(tmp_path / "out") == []
    [info] = [info for info in small.set_infos(small.document_numbers()[0]) if info.annotator == "sara"]
    wrong = replace(second, id=new_id(), label="NOSUCH")
    small.apply(Edit("add_span", (Change(info.number, None, wrong),)))
    with refused("release_unsound") as caught:
        plan_release(small, wanted())
    assert "sara" in str(caught.value)


def test_a_licence_is_an_identifier(small: Project) -> None:
    with refused("release_licence"):
        plan_release(small, wanted(licence="free for\nall"))


# Names ----------------------------------------------------------------------------------------------------------------


def test_an_anonymised_release_has_no_name_in_any_byte(tmp_path: Path) -> None:
    with make_sample(tmp_path / "p.peyman") as project:
        number = project.document_numbers()[0]
        info = project.document(number).info
        meta: dict[str, Any] = {**info.meta, "checked_by": [PEOPLE[0], {PEOPLE[1].upper(): f"and ({PEOPLE[2]})"}]}
        named = replace(info, name=f"{PEOPLE[1]}/1.txt", meta=meta, foreign={"owner": PEOPLE[0]})
        gold = items_of(project)[0].annotations
        assert gold is not None
        noted = gold.spans[0]
        note = replace(noted, note=f"asked {PEOPLE[0]}", doubt=PEOPLE[1], foreign={"by": PEOPLE[2]}, origin=PEOPLE[0])
        project.apply(Edit("x", (Change(0, info, named), Change(gold.number, noted, note))))
        body = f"# by {PEOPLE[1]}, {CURATOR}\n{SCHEMA.body}"
        schema_number = project.keep_schema(replace(SCHEMA, body=body))
        project.apply(
            set_project_info(project.info, guidelines=f"# Guide of {CURATOR}\n", schema_number=schema_number)
        )
        plain = publish(project, tmp_path / "plain")
        written = publish(project, tmp_path / "out", wanted(anonymise=True))
    assert (plain.names_left, written.names_left) == (0, 0)
    shown = b"".join(bytes_of(tmp_path / "plain").values())
    found = bytes_of(tmp_path / "out")
    for name in [name for name in found if name.endswith(".parquet")]:  # packed; their rows are those of data/
        del found[name]
    for name in (*PEOPLE, CURATOR):
        assert name.encode() in shown
        assert not [file for file, data in found.items() if name.casefold() in data.decode().casefold()]
        assert not [file for file in found if name in file]
    assert "annotator-1" in found["GUIDELINES.md"].decode()
    assert {row["annotator"] for row in rows_in(tmp_path / "out", "annotators")} == {
        "annotator-2", "annotator-3", "annotator-4"
    }  # fmt: skip
    assert verify(tmp_path / "out") == []
    assert b"The annotators" in found["CITATION.cff"]


def test_names_that_stand_in_articles_are_counted(small: Project, tmp_path: Path) -> None:
    small.work_as("Губернатор")
    written = publish(small, tmp_path / "out", wanted(anonymise=True))
    assert written.names_left > 0
    texts = [f"{name} (text)" for name in ("0001.txt", "0003.txt")]
    assert set(texts) <= set(written.names_in)


def test_hiding_names_makes_no_two_articles_one(small: Project, tmp_path: Path) -> None:
    for number, name in ((1, f"{CURATOR}.txt"), (2, f"{CURATOR.upper()}.txt")):
        info = small.document(number).info
        small.apply(Edit("x", (Change(0, info, replace(info, name=name)),)))
    publish(small, tmp_path / "out", wanted(anonymise=True))
    assert {"annotator-1.txt", "annotator-1.txt (2)"} <= {row["id"] for row in rows_in(tmp_path / "out")}
    assert verify(tmp_path / "out") == []


def test_spans_have_ids_by_their_place(small: Project, tmp_path: Path) -> None:
    publish(small, tmp_path / "out")
    for row in rows_in(tmp_path / "out"):
        assert [span["id"] for span in row["spans"]] == ["T1", "T2"]
        assert all(one["start"] <= other["start"] for one, other in pairwise(row["spans"]))


def test_gold_of_the_finished_curator_is_taken(small: Project, tmp_path: Path) -> None:
    document = small.document(1)
    other = replace(gold_set(document, (1, 1, "PER"), state="in_progress"), annotator="Aaron")
    with small.batch("import"):
        small.add_set(1, other)
    written = publish(small, tmp_path / "out")
    assert written.facts.survey.several_gold == 1
    (row,) = [row for row in rows_in(tmp_path / "out") if row["sha256"] == document.sha256]
    assert [span["label"] for span in row["spans"]] == ["ROLE", "ORG"]
