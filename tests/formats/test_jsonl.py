"""peyman-jsonl/1: exact both ways, and strict with what is wrong."""

from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from peyman import paths
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, DocumentLabel, Span, new_id
from peyman.core.schema import Schema
from peyman.exchange import read_schema
from peyman.formats import jsonl, strict_json
from peyman.formats.base import Options

DATA = Path(__file__).parents[1] / "data" / "formats"
BAD = [line.split("\t") for line in (DATA / "bad.tsv").read_text(encoding="utf-8").splitlines()]
OWN_UUID = "0192f0c1-2b3c-7d4e-8f50-0123456789ab"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_schema()


def written(items: list[AnnotatedDocument], schema: Schema) -> bytes:
    stream = io.BytesIO()
    jsonl.write(items, stream, schema)
    return stream.getvalue()


def plain_line(text: str = "Baku and Moscow", **changes: object) -> dict[str, Any]:
    line: dict[str, Any] = {
        "format": "peyman-jsonl/1",
        "document": {
            "name": "a.txt",
            "language": "en",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "meta": {},
        },
        "text": text,
        "annotator": "Sara",
        "role": "annotator",
        "state": "new",
        "spans": [],
        "relations": [],
    }
    return {**line, **changes}


def span_at(start: int, end: int, quote: str, **more: object) -> dict[str, Any]:
    return {
        "id": f"s{start}", "layer": "entity", "label": "GPE", "start": start, "end": end, "quote": quote,
        "attributes": {}, **more,
    }  # fmt: skip


def read_lines(folder: Path, schema: Schema, *lines: dict[str, Any]) -> list[AnnotatedDocument]:
    path = folder / "lines.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return list(jsonl.read(path, schema))


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


# Exact ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [paths.seeds("sample_gold.jsonl"), DATA / "full.jsonl"], ids=lambda p: p.name)
def test_reading_and_writing_gives_the_same_bytes(path: Path, schema: Schema) -> None:
    assert written(list(jsonl.read(path, schema)), schema) == path.read_bytes()


def test_the_sample_is_read_whole(schema: Schema) -> None:
    items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), schema))
    spans = [span for item in items for span in the_set(item).spans]
    assert [item.document.language for item in items] == ["fa", "fa", "ru"]
    assert {(the_set(i).annotator, the_set(i).kind, the_set(i).state.state) for i in items} == {
        ("reference", "gold", "finished")
    }
    assert sum(span.layer == "entity" for span in spans) == 148
    assert sum(span.layer == "commitment" for span in spans) == 25


def test_everything_a_line_can_say_is_understood(schema: Schema) -> None:
    first, second, third = jsonl.read(DATA / "full.jsonl", schema)
    document, annotations = first.document, the_set(first)
    assert (document.name, document.title, document.direction) == ("خبر ۱.txt", "خبر نخست", "ltr")
    assert (document.encoding, document.language) == ("windows-1256", "other")
    assert document.meta["parties"] == ["GPE:IR", "GPE:AZ"]
    assert document.foreign == {"x-source": {"url": "-1+1", "ids": [1, 2]}}
    assert annotations.foreign == {"x-tool": {"version": "2"}}
    by_source = {a.source_id: a for a in annotations.annotations.values()}
    coordination, person = by_source["e4"], by_source["e1"]
    assert isinstance(coordination, Span)
    assert isinstance(person, Span)
    assert [document.text[a:b] for a, b in coordination.fragments] == ["باکو", "گنجه"]
    assert (person.note, person.doubt, person.origin) == ("یا احمدیان", "canon", "gazetteer")
    assert by_source["c1"].foreign == {"x-shade": [1, {"deep": None}]}
    own = annotations.span(UUID(OWN_UUID))
    assert own is not None
    assert own.source_id == ""
    assert [label.label for label in annotations.document_labels] == ["mode", "parties"]
    assert (the_set(second).kind, the_set(second).state.state) == ("gold", "skipped")
    assert the_set(second).state.note == "تکراری"
    assert second.document == document
    assert third.annotations is None
    assert third.document.title == "Ə second text"


def test_ids_depend_on_the_file_only_and_keep_its_order(schema: Schema) -> None:
    once, again = (list(jsonl.read(DATA / "full.jsonl", schema)) for _ in range(2))
    assert once == again
    annotations = the_set(once[0])
    assert list(annotations.annotations) == sorted(annotations.annotations)
    sources = [a.source_id for a in annotations.annotations.values() if a.source_id]
    assert sources == ["e1", "e2", "e3", "e4", "c1", "r1", "r2", "r3", "d1", "d2"]
    assert UUID(OWN_UUID) in annotations.annotations


def test_optional_keys_may_be_missing(tmp_path: Path, schema: Schema) -> None:
    line = plain_line("خبر تازه", spans=[span_at(0, 3, "خبر")])
    del line["document"]["meta"], line["document"]["language"], line["spans"][0]["attributes"]
    (item,) = read_lines(tmp_path, schema, line)
    assert (item.document.language, item.document.direction, item.document.title) == ("fa", "rtl", "خبر تازه")
    assert item.document.meta == {}
    assert the_set(item).spans[0].attributes == {}


def test_a_byte_order_mark_crlf_and_blank_lines_are_tolerated(tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps(plain_line()).encode()
    path.write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\r\n  \n" + line)
    assert len(list(jsonl.read(path, schema))) == 2


def test_an_id_that_two_annotations_came_with_is_written_once(tmp_path: Path, schema: Schema) -> None:
    (item,) = read_lines(tmp_path, schema, plain_line(spans=[span_at(0, 4, "Baku")]))
    annotations = the_set(item)
    (span,) = annotations.spans
    twin = replace(span, id=new_id(), start=9, end=15, quote="Moscow")
    doubled = replace(annotations, annotations={span.id: span, twin.id: twin})
    line = json.loads(written([AnnotatedDocument(item.document, doubled)], schema))
    assert [s["id"] for s in line["spans"]] == ["s0", str(twin.id)]
    (back,) = read_lines(tmp_path, schema, line)
    assert written([back], schema) == written([AnnotatedDocument(item.document, doubled)], schema)


def test_a_foreign_key_never_takes_the_place_of_ours(tmp_path: Path, schema: Schema) -> None:
    (item,) = read_lines(tmp_path, schema, plain_line())
    document = replace(item.document, foreign={"sha256": "mine", "brat": {"T1": 1}})
    label = DocumentLabel(new_id(), "document", "mode", "video", foreign={"value": "phone"})
    annotations = replace(the_set(item), annotations={label.id: label}, foreign={"text": "mine", "note": "kept"})
    line = json.loads(written([AnnotatedDocument(document, annotations)], schema))
    assert line["document"]["sha256"] == item.document.sha256
    assert line["document"]["brat"] == {"T1": 1}
    assert line["text"] == item.document.text
    assert line["note"] == "kept"
    assert line["labels"][0]["value"] == "video"


def test_unknown_keys_of_a_line_without_annotations_survive(tmp_path: Path, schema: Schema) -> None:
    line = {key: value for key, value in plain_line().items() if key in ("format", "document", "text")}
    (item,) = read_lines(tmp_path, schema, {**line, "batch": 7})
    assert json.loads(written([item], schema)) == {**line, "batch": 7}
    # With annotations, the key still belongs to the document.
    (own,) = read_lines(tmp_path, schema, plain_line())
    both = AnnotatedDocument(item.document, own.annotations)
    (back,) = read_lines(tmp_path, schema, json.loads(written([both], schema)))
    assert written([back], schema) == written([both], schema)
    assert back.document.foreign == item.document.foreign


# Strict --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "sentence"), BAD, ids=[file for file, _ in BAD])
def test_a_bad_file_is_refused_in_one_sentence(file: str, sentence: str, schema: Schema) -> None:
    with pytest.raises(PeymanError) as caught:
        list(jsonl.read(DATA / "bad" / file, schema))
    assert str(caught.value) == sentence


def test_the_corpus_of_bad_files_and_its_sentences_match() -> None:
    assert sorted(path.name for path in (DATA / "bad").iterdir()) == sorted(file for file, _ in BAD)


def test_an_empty_label_is_unknown_and_not_mapped_to_nothing(tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "a.jsonl"
    span = {**span_at(0, 4, "Baku"), "label": ""}
    path.write_text(json.dumps(plain_line(spans=[span])), encoding="utf-8")
    with pytest.raises(PeymanError) as caught:
        list(jsonl.read(path, schema))
    assert caught.value.code == "labels_unknown"
    assert caught.value.data["unknown"] == [{"layers": [span["layer"]], "label": "", "example": "Baku"}]
    (item,) = jsonl.read(path, schema, Options(labels={span["layer"]: {"": ""}}))
    assert item.annotations is not None
    assert item.annotations.foreign == {jsonl.ASIDE: {"spans": [span]}}


def test_nothing_is_yielded_from_an_unknown_label_on(tmp_path: Path, schema: Schema) -> None:
    good, bad = plain_line("One Baku"), plain_line("Two Baku", spans=[span_at(4, 8, "Baku", label="TOWN")])
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in (good, bad, plain_line("Three"))))
    items = jsonl.read(path, schema)
    assert next(items).document.text == "One Baku"
    with pytest.raises(PeymanError) as caught:
        next(items)
    assert caught.value.data["labels"] == "TOWN (entity)"


def test_a_line_may_be_as_long_as_the_cap_and_no_longer(
    tmp_path: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps(plain_line()).encode()
    path.write_bytes(line + b"\r\n" + line)
    monkeypatch.setattr(strict_json, "LINE_CAP", len(line))
    assert len(list(jsonl.read(path, schema))) == 2
    monkeypatch.setattr(strict_json, "LINE_CAP", len(line) - 1)
    with pytest.raises(PeymanError) as caught:
        list(jsonl.read(path, schema))
    assert caught.value.code == "json_line_long"
    assert caught.value.data["line"] == 1


@pytest.mark.parametrize(("levels", "refused"), [(50, False), (51, True)])
def test_nesting_ends_at_fifty_levels(levels: int, refused: bool) -> None:
    data = b'{"a": ' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"
    if refused:
        with pytest.raises(PeymanError, match="more than 50 levels"):
            strict_json.parse_object(data, "a", 1)
    else:
        assert strict_json.parse_object(data, "a", 1)["a"] is not None


# Streaming -----------------------------------------------------------------------------------------------------


def test_memory_does_not_grow_with_the_number_of_lines(tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(100):
            line = plain_line(f"{number} Baku")
            line["document"]["meta"] = {"long": "x" * 100_000}
            stream.write(json.dumps(line) + "\n")

    class Sink(io.RawIOBase):
        size = 0

        def write(self, data: Any) -> int:
            self.size += len(data)
            return len(data)

    def passing() -> Iterator[AnnotatedDocument]:
        yield from jsonl.read(path, schema)

    sink = Sink()
    list(jsonl.read(DATA / "full.jsonl", schema))  # whatever is loaded once
    tracemalloc.start()
    try:
        jsonl.write(passing(), sink, schema)  # type: ignore[arg-type]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sink.size == path.stat().st_size > 10_000_000
    assert peak < sink.size / 10
