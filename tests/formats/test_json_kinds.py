"""Files of JSON are known by what stands in them: every tool calls its files alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.making import make_project
from drawn import SCHEMA
from peyman.core.errors import PeymanError
from peyman.exchange import export, import_paths
from peyman.formats import FORMATS, Options, format_of_file
from peyman.formats.json_kinds import kind_of_file, kinds_of

DATA = Path(__file__).parents[1] / "data" / "formats"
SPAN = {"start": 0, "end": 4, "label": "GPE"}
ROWS: list[tuple[str, dict[str, Any]]] = [
    ("doccano", {"id": 1, "text": "Baku", "label": [[0, 4, "GPE"]], "Comments": ["x"]}),
    ("doccano", {"id": 1, "text": "Baku", "label": []}),
    ("doccano", {"id": 1, "text": "Baku", "label": ["sport"]}),
    ("doccano", {"text": "Baku", "labels": [[0, 4, "GPE"]]}),
    ("doccano", {"data": "Baku", "label": [[0, 4, "GPE"]]}),
    ("doccano", {"data": "Baku", "label": {"entities": [], "relations": []}}),
    ("doccano", {"text": "Baku", "entities": [], "relations": []}),
    ("doccano", {"text": "Baku", "annotations": [{"label": 2, "start_offset": 0, "end_offset": 4, "user": 1}]}),
    ("prodigy", {"text": "Baku", "spans": [SPAN]}),
    ("prodigy", {"text": "Baku", "spans": [{"token_start": 0, "token_end": 0, "label": "GPE"}]}),
    ("prodigy", {"text": "Baku", "spans": []}),
    ("prodigy", {"text": "Baku", "label": "SPORT", "answer": "reject"}),
    ("prodigy", {"text": "Baku", "_input_hash": 1, "_task_hash": 2}),
    ("prodigy", {"text": "Baku", "tokens": [{"text": "Baku", "start": 0, "end": 4, "id": 0}]}),
    ("label-studio", {"id": 3, "data": {"text": "Baku"}}),
    ("label-studio", {"id": 3, "text": "Baku", "label": [], "annotator": 1, "annotation_id": 9, "lead_time": 2.5}),
    ("xmi", {"%TYPES": {}, "%FEATURE_STRUCTURES": []}),
    ("jsonl", {"format": "peyman-jsonl/1", "document": {"name": "a"}, "text": "Baku", "spans": []}),
]
UNTOLD: list[dict[str, Any]] = [
    {"text": "Baku"},
    {"text": "Baku", "label": "SPORT"},
    {"tokens": ["Baku"], "ner_tags": [3]},
    {"text": "Baku", "lables": [[0, 4, "GPE"]]},
    {"text": "Baku", "spans": [[0, 4]]},
    {"text": "Baku", "label": [[0, 4, "GPE"]], "answer": "accept"},  # both tools' keys
    {},
]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_keys_tell_the_format(tmp_path: Path, name: str, row: dict[str, Any]) -> None:
    assert kinds_of(row) == (name,)
    for ending in (".jsonl", ".json", ".JSONL", ""):
        path = tmp_path / f"all{ending}"
        for text in (json.dumps(row), json.dumps([row], indent=1), "\ufeff\n" + json.dumps(row) + "\n{broken"):
            path.write_text(text, encoding="utf-8")
            assert format_of_file(path).name == name
    named = tmp_path / "all.prodigy.jsonl"
    named.write_text(json.dumps(row))
    assert format_of_file(named).name == "prodigy"  # a name that says all is believed
    assert format_of_file(path, "doccano").name == "doccano"


@pytest.mark.parametrize("row", UNTOLD)
def test_keys_that_do_not_tell_leave_it_to_the_name(tmp_path: Path, row: dict[str, Any]) -> None:
    for ending, name in {".jsonl": "jsonl", ".json": "label-studio"}.items():
        path = tmp_path / f"all{ending}"
        path.write_text(json.dumps(row))
        assert kind_of_file(path) == ""
        assert format_of_file(path).name == name
    path.rename(tmp_path / "all")
    with pytest.raises(PeymanError) as caught:
        format_of_file(tmp_path / "all")
    assert caught.value.code == "format_not_told"
    assert ".spacy" not in str(caught.value)  # which can only be written


def test_the_first_row_that_tells_counts(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"text": "One"}\n{"text": "Two", "label": [[0, 3, "GPE"]]}\n')
    assert kind_of_file(path) == "doccano"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 10_000, b'{"text": "' + b"x" * (2 << 20)])
def test_what_cannot_be_read_does_not_tell(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(content)
    assert kind_of_file(path) == ""


@pytest.mark.parametrize("name", ["doccano", "prodigy", "jsonl"])
def test_what_we_write_is_known_under_any_name(tmp_path: Path, name: str) -> None:
    with make_project(tmp_path / "p.peyman") as project:
        import_paths(project, [DATA / "full.jsonl"])
        with (tmp_path / "all.jsonl").open("wb") as stream:
            export(project, stream, name)
    assert kind_of_file(tmp_path / "all.jsonl") == name


@pytest.mark.parametrize("name", ["doccano", "prodigy", "label-studio", "jsonl"])
def test_a_row_of_another_tool_is_refused_by_name(tmp_path: Path, name: str) -> None:
    chosen = next(known for known in FORMATS if known.name == name)
    others = [(kind, row) for kind, row in ROWS if kind not in (name, "xmi")]
    for kind, row in others:
        path = tmp_path / "all.jsonl"
        path.write_text(json.dumps(row))
        assert chosen.read is not None
        with pytest.raises(PeymanError) as caught:
            list(chosen.read(path, SCHEMA, Options(annotator="Sara")))
        assert str(caught.value) == (
            f"“all.jsonl”, line 1: this is no row of the format “{name}” but one of “{kind}”. "
            f"Choose the format “{kind}”."
        )


def test_ours_says_that_another_format_is_to_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text('{"text": "Baku", "label": "SPORT"}\n')
    with make_project(tmp_path / "p.peyman") as project:
        (refused,) = import_paths(project, [tmp_path / "all.jsonl"]).refused
    assert refused.reason.code == "jsonl_foreign"


@pytest.mark.parametrize("name", ["all.jsonl", "sara.json", "sara"])
def test_an_import_goes_by_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"id": 1, "text": "Baku", "label": [[0, 4, "GPE"]]}\n')
    with make_project(tmp_path / "p.peyman") as project:
        report = import_paths(project, [tmp_path / name], annotator="Sara")
        assert [str(one.reason) for one in report.refused] == []
        assert report.annotations == {"entity": {"GPE": 1}}
