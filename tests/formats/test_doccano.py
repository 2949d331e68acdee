"""doccano: every shape it exports is understood, and what we write comes back but for the declared losses."""

from __future__ import annotations

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import SCHEMA, items
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet
from peyman.core.text import Utf16Map
from peyman.formats import doccano, jsonl
from peyman.formats.base import DEFAULTS, Options
from told import said

DATA = Path(__file__).parents[1] / "data" / "formats"
LOST = (
    "fragments", "attributes", "note", "doubt", "origin", "foreign", "set_foreign", "span_foreign", "relation_note",
    "relation_foreign", "label_foreign",
)  # fmt: skip


def written(given_items: list[AnnotatedDocument], options: Options = DEFAULTS) -> bytes:
    stream = io.BytesIO()
    doccano.write(given_items, stream, SCHEMA, options)
    return stream.getvalue()


def read(
    folder: Path, data: bytes, options: Options = DEFAULTS, name: str = "a.doccano.jsonl"
) -> list[AnnotatedDocument]:
    path = folder / name
    path.write_bytes(data)
    return list(doccano.read(path, SCHEMA, options))


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def row(**values: Any) -> bytes:
    return json.dumps({"text": "Ali lives in Baku", **values}, ensure_ascii=False).encode() + b"\n"


@settings(max_examples=settings().max_examples // 3)
@given(items(), st.sampled_from(["auto", "code-points"]))
def test_all_but_the_declared_losses_comes_back(given_items: list[AnnotatedDocument], unit: str) -> None:
    options = Options({"offsets": unit})
    with TemporaryDirectory() as folder:
        back = read(Path(folder), written(given_items, options), options)
    assert [said(item, without=LOST) for item in back] == [said(item, without=LOST) for item in given_items]


@settings(max_examples=settings().max_examples // 5)
@given(items())
def test_the_plan_counts_what_does_not_come_back(given_items: list[AnnotatedDocument]) -> None:
    losses = {loss.code: loss.count for loss in doccano.plan(given_items, SCHEMA)}
    spans = [span for item in given_items if item.annotations for span in item.annotations.spans]
    roles = [one for item in given_items if item.annotations for one in item.annotations.relations]
    assert losses.get("loss_attributes", 0) == sum(len(span.attributes) for span in spans)
    assert losses.get("loss_fragments", 0) == sum(bool(span.fragments) for span in spans)
    assert losses.get("loss_notes", 0) == sum(bool(span.note) for span in spans) + sum(bool(one.note) for one in roles)
    assert losses.get("loss_doubts", 0) == sum(bool(span.doubt) for span in spans)


# Its own exports -------------------------------------------------------------------------------------------------


def test_every_shape_of_an_export_is_understood(tmp_path: Path) -> None:
    first, *others = read(tmp_path, (DATA / "doccano.jsonl").read_bytes(), name="sara.jsonl")
    sara = the_set(first)
    assert (sara.annotator, sara.kind, sara.state.state) == ("sara", "annotation", "finished")
    assert first.document.meta == {"outlet": "ایرنا"}
    assert [(s.label, s.start, s.quote, s.source_id) for s in sara.spans] == [
        ("PER", 2, "علی احمدی", "7"), ("ROLE", 13, "استاندار باکو", "8"), ("GPE", 22, "باکو", "9"),
        ("pledge", 28, "قول داد که راه‌آهن بسازد", "10"),
    ]  # fmt: skip
    (role,) = sara.relations
    assert (role.label, role.source, role.target) == ("committer", sara.spans[3].id, sara.spans[0].id)
    # A role leads from a commitment: what leads from elsewhere is kept.
    kept = {"relations": [{"id": 2, "from_id": 7, "to_id": 9, "type": "place"}], "comments": ["ببینید"]}
    assert sara.foreign == {"doccano": kept}
    triples, old, category, slots, bare = others
    assert [(s.label, s.quote) for s in the_set(triples).spans] == [("PER", "Али"), ("GPE", "Баку")]
    assert [s.quote for s in the_set(old).spans] == ["Old"]
    assert [(one.label, one.value) for one in the_set(category).document_labels] == [("mode", "in_person")]
    assert the_set(category).foreign == {"doccano": {"categories": ["nonsense"]}}
    assert [(s.label, s.quote) for s in the_set(slots).spans] == [("ORG", "Slots")]
    assert [(one.label, one.value) for one in the_set(slots).document_labels] == [("event_type", "visit")]
    assert bare.annotations is None


def test_the_unit_of_offsets_is_told_by_whole_words(tmp_path: Path) -> None:
    text = "🙂 مُحَمَّد در باکو"
    units = {"utf-16": 15, "code-points": 14, "graphemes": 10}
    assert text[14:18] == "باکو"
    for start in units.values():
        (item,) = read(tmp_path, row(text=text, label=[[start, start + 4, "GPE"]]))
        assert the_set(item).spans[0].quote == "باکو"


def test_offsets_that_fit_nowhere_better_are_asked_for(tmp_path: Path) -> None:
    data = row(text="🙂🙂 abcd", label=[[4, 6, "GPE"]])
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, data)
    assert caught.value.code == "offsets_ambiguous"
    (item,) = read(tmp_path, data, Options({"offsets": "code-points"}))
    assert the_set(item).spans[0].quote == "bc"


def old(label: object, start: int, end: int, **more: object) -> dict[str, object]:
    return {"id": 7, "label": label, "start_offset": start, "end_offset": end, **more}


def test_the_annotations_of_old_versions_tell_whose_they_are(tmp_path: Path) -> None:
    annotations = [
        old(2, 0, 3, label_name="PER", user=1, user_name="sara"), old(3, 13, 17, label_name="GPE", user=5),
        old("ORG", 4, 9, user_name="sara", prob=0.5), {"label": "in_person", "user": 5},
        {"text": "free words", "user": 5},
    ]  # fmt: skip
    first, second = read(tmp_path, row(annotations=annotations, annotation_approver="boss", Comments=["see"]))
    assert first.document.meta == {"annotation_approver": "boss"}
    sara, other = the_set(first), the_set(second)
    assert (sara.annotator, [(s.label, s.quote) for s in sara.spans]) == ("sara", [("PER", "Ali"), ("ORG", "lives")])
    assert sara.spans[1].foreign == {"doccano": {"prob": 0.5}}
    assert sara.foreign == {"doccano": {"comments": ["see"]}}
    assert (other.annotator, [(s.label, s.quote) for s in other.spans]) == ("user 5", [("GPE", "Baku")])
    assert [(one.label, one.value) for one in other.document_labels] == [("mode", "in_person")]
    assert other.foreign == {"doccano": {"annotations": [{"text": "free words", "user": 5}]}}


def test_numbers_of_labels_are_mapped_like_names(tmp_path: Path) -> None:
    data = row(annotations=[old(2, 0, 3, user=1)])
    with pytest.raises(PeymanError, match="labels that this project's schema does not have: 2"):
        read(tmp_path, data)
    (item,) = read(tmp_path, data, Options(labels={"entity": {"2": "PER"}}))
    assert [(s.label, s.quote) for s in the_set(item).spans] == [("PER", "Ali")]
    assert the_set(item).annotator == "user 1"


@pytest.mark.parametrize(
    "value", [[[0, 3, "PER"]], [{"start": 0, "end": 3, "tag": "PER"}], ["x", {"deep": 1}]]
)
def test_what_may_be_annotations_is_no_metadata(tmp_path: Path, value: object) -> None:
    (item,) = read(tmp_path, row(lables=value, tags=["a", "b"], source={"url": "x"}))
    assert item.document.meta == {"tags": ["a", "b"], "source": {"url": "x"}}
    assert item.document.foreign == {"doccano": {"lables": value}}


def test_comments_about_a_text_without_annotations_are_kept(tmp_path: Path) -> None:
    (item,) = read(tmp_path, row(Comments=["see"]))
    assert item.annotations is None
    assert item.document.foreign == {"doccano": {"comments": ["see"]}}


# Wrong files -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "jsonl_empty"),
        (b"[]\n", "jsonl_empty"),
        (b"Ali lives in Baku\n", "json_between"),
        (row() + b"{", "json_broken"),
        (row(text="x") + b'{"text": "\xd8"}', "json_encoding"),
        (b'{"label": []}', "json_missing"),
        (row(text=5), "json_type"),
        (row(text=" \n"), "text_empty"),
        (row(label=[[0, 3]]), "doccano_entity"),
        (row(label=[[0, "3", "PER"]]), "doccano_entity"),
        (row(label=[[True, 3, "PER"]]), "doccano_entity"),
        (row(entities=[{"id": 1, "label": "PER", "start_offset": 0}]), "doccano_entity"),
        (row(entities={"id": 1}), "json_type"),
        (row(label=[[3, 3, "PER"]]), "import_offsets"),
        (row(label=[[-4, 3, "PER"]]), "import_offsets"),
        (row(label=[[0, 18, "PER"]]), "import_offsets"),
        (row(entities=[], relations=[{"from_id": 1, "to_id": 2}]), "json_missing"),
        (row(entities=[], relations=[7]), "json_type"),
        (row(label=[[0, 3, "PERSON"]]), "labels_unknown"),
        (row(entities=[{"id": 1, "label": "pledge", "start_offset": 0, "end_offset": 3},
                       {"id": 2, "label": "PER", "start_offset": 4, "end_offset": 6}],
             relations=[{"from_id": 1, "to_id": 2, "type": "knows"}]), "labels_unknown"),
        (row(cats=[5]), "json_type"),
        (row(annotations=[[0, 3, "PER"]]), "json_type"),
        (row(annotations=[{"label": "PER", "start_offset": 0}]), "doccano_entity"),
        (row(annotations=[{"start_offset": 0, "end_offset": 3}]), "doccano_entity"),
        (row(spans=[{"start": 0, "end": 3, "label": "PER"}], answer="accept"), "json_other_format"),
        (b'{"text": "a\\ud800"}', "json_surrogate"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, data, name="bad.jsonl")
    assert caught.value.code == code
    assert "bad.jsonl" in str(caught.value)


@pytest.mark.parametrize("name", ["all.jsonl", "Train.doccano.jsonl", "label.jsonl"])
def test_a_file_named_after_what_it_is_names_nobody(tmp_path: Path, name: str) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, row(label=[]), name=name)
    assert caught.value.code == "annotator_not_told"
    (item,) = read(tmp_path, row(label=[]), Options(annotator="Sara"), name="all.jsonl")
    assert the_set(item).annotator == "Sara"


# What we write -----------------------------------------------------------------------------------------------------


def test_rows_are_as_doccano_imports_them() -> None:
    rows = [json.loads(line) for line in written(list(jsonl.read(DATA / "full.jsonl", SCHEMA))).splitlines()]
    entities, relations = rows[0]["entities"], rows[0]["relations"]
    turn = Utf16Map(rows[0]["text"]).from_utf16
    quotes = {e["id"]: rows[0]["text"][turn(e["start_offset"]) : turn(e["end_offset"])] for e in entities}
    assert sorted(quotes.values()) == sorted([
        "علی‌رضا احمدی", "استاندار باکو", "باکو", "باکو و گنجه", "قول داد که راه‌آهن ساخته شود", "احمدی»، استاندار",
        "=SUM(A1) 20",
    ])  # fmt: skip
    assert {e["label"] for e in entities} == {"PER", "ROLE", "GPE", "ARG", "pledge", "agenda"}
    first = relations[0]
    assert (first["type"], quotes[first["to_id"]]) == ("committer", "علی‌رضا احمدی")
    assert quotes[first["from_id"]] == "قول داد که راه‌آهن ساخته شود"
    ids = [one["id"] for line in rows for one in (*line["entities"], *line["relations"])]
    assert all(type(number) is int for number in ids)
    assert [line["id"] for line in rows] == [1, 2, 3]
