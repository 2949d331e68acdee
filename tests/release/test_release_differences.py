"""What changed between two releases, in words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.making import refused
from peyman.release.differences import compare, told
from release.publishing import add_gold, change_rows, make_sample, make_small, publish, short_article, wanted


def lines(old: Path, new: Path) -> list[str]:
    return list(told(compare(old, new)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("differences")
    with make_sample(folder / "p.peyman") as project:
        publish(project, folder / "out")
    return folder / "out"


@pytest.fixture
def other(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "other"))


def test_nothing_changed(made: Path, other: Path) -> None:
    assert lines(made, other) == ["Nothing changed."]


def test_articles_that_came_and_went(tmp_path: Path) -> None:
    with make_small(tmp_path / "p.peyman", 3) as project:
        publish(project, tmp_path / "old")
        add_gold(project, *(short_article(number) for number in range(10, 17)))
        publish(project, tmp_path / "new")
    found = compare(tmp_path / "old", tmp_path / "new")
    assert (len(found.added), found.removed, found.moved, found.articles_changed) == (7, [], [], 0)
    (first,) = [line for line in told(found) if "article" in line]
    assert first.startswith("7 articles added: 00")
    assert first.endswith(", and 2 more.")
    assert lines(tmp_path / "new", tmp_path / "old")[0].startswith("7 articles removed: ")


def test_annotations_that_came_went_and_changed(made: Path, other: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        spans = rows[0]["spans"]
        entities = [span for span in spans if span["layer"] == "entity" and span["label"] == "GPE"]
        entities[0]["label"] = "LOC"
        entities[1]["attributes"] = '{"canon": "x"}'
        spans.remove(entities[2])
        spans.append({**entities[3], "id": "T999", "start": 0, "end": 1, "label": "PER", "quote": rows[0]["text"][:1]})
        rows[0]["relations"] = [r for r in rows[0]["relations"] if entities[2]["id"] not in (r["source"], r["target"])]
        rows[0]["relations"] = [r for r in rows[0]["relations"] if entities[0]["id"] not in (r["source"], r["target"])]
        rows[0]["labels"].append({"label": "event_type", "value": '"visit"'})

    change_rows(other / "data/gold/train.jsonl", change)
    found = lines(made, other)
    assert found[0] == "1 article is annotated otherwise."
    assert "entity/GPE: 1 removed, 1 changed inside." in found
    assert "entity/PER: 1 added." in found
    assert "entity: 1 from GPE to LOC." in found
    assert "document/event_type: 1 added." in found


def test_splits_schema_agreement_and_the_rest(made: Path, other: Path) -> None:
    row = json.loads((other / "data/gold/train.jsonl").read_bytes().splitlines()[0])
    (other / "data/gold/train.jsonl").unlink()
    with (other / "data/gold/test.jsonl").open("ab") as stream:
        stream.write(json.dumps({**row, "id": "renamed.txt"}, ensure_ascii=False).encode() + b"\n")
    body = (other / "schema.toml").read_text(encoding="utf-8")
    (other / "schema.toml").write_text(body.replace('en = "Person"', 'en = "Human"', 1), encoding="utf-8")
    said = json.loads((other / "release.json").read_text(encoding="utf-8"))
    said["agreement"][0]["value"] = 0.123
    said["licence"] = "CC0-1.0"
    (other / "release.json").write_text(json.dumps(said), encoding="utf-8")
    found = lines(made, other)
    assert "“renamed.txt” moved from train to test, which no article should." in found
    assert f"“{row['id']}” is called “renamed.txt” now." in found
    assert "Schema: entity/PER renamed from “Person” to “Human”." in found
    assert any(line.startswith("Agreement, entity, exact F1: 0.") and line.endswith("0.12 now.") for line in found)
    assert "Licence: – before, CC0-1.0 now." in found


def test_what_is_no_release_is_refused(made: Path, tmp_path: Path) -> None:
    for pair in ((made, tmp_path), (tmp_path, made)):
        with refused("release_foreign"):
            compare(*pair)
    (tmp_path / "release.json").write_text('{"format": "x"}', encoding="utf-8")
    with refused("release_foreign"):
        compare(made, tmp_path)


def test_a_schema_that_is_no_text_is_one_sentence(made: Path, other: Path) -> None:
    (other / "schema.toml").write_bytes(b'format = "\xff"')
    with refused("verify_unreadable"):
        compare(made, other)


def test_who_annotated_is_compared(tmp_path: Path) -> None:
    with make_sample(tmp_path / "p.peyman", people=["Ann", "Bea"]) as project:
        publish(project, tmp_path / "old")
        publish(project, tmp_path / "new", wanted(anonymise=True))
    found = lines(tmp_path / "old", tmp_path / "new")
    assert "Annotators: Ann, Bea before, annotator-2, annotator-3 now." in found
    assert "Anonymised: no before, yes now." in found
