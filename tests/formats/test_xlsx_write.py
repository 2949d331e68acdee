"""The workbook of everything: its sheets say what the articles say, run nothing, and what is lost is counted."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from core.making import refused
from drawn import SCHEMA
from drawn import items as drawn_items
from peyman import paths
from peyman.core.model import AnnotatedDocument, Json
from peyman.core.norm_words import words
from peyman.formats import csv_table, jsonl, tables, xlsx, xlsx_write
from peyman.formats.csv_table import unguarded
from peyman.formats.office import Archive

DATA = Path(__file__).parents[1] / "data" / "formats"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ("commitments", "entities", "roles", "articles")


def written(items: Iterable[AnnotatedDocument]) -> bytes:
    stream = io.BytesIO()
    xlsx_write.write(items, stream, SCHEMA)
    assert not stream.closed
    return stream.getvalue()


def sheets(data: bytes) -> dict[str, list[dict[str, str]]]:
    """The rows of each sheet by their headings, as the reader of articles finds them."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        path.write_bytes(data)
        for name in SHEETS:
            with Archive(path, "xlsx") as archive:
                (_, headings), *rows = xlsx._Book(archive).rows(name)
                found[name] = [dict(zip(headings, [*row, *[""] * len(headings)], strict=False)) for _, row in rows]
    return found


def full() -> list[AnnotatedDocument]:
    return list(jsonl.read(DATA / "full.jsonl", SCHEMA))


def with_span(item: AnnotatedDocument, source_id: str, **changes: object) -> AnnotatedDocument:
    assert item.annotations is not None
    span = next(s for s in item.annotations.spans if s.source_id == source_id)
    annotations = {**item.annotations.annotations, span.id: replace(span, **changes)}  # type: ignore[arg-type]
    return replace(item, annotations=replace(item.annotations, annotations=annotations))


def test_commitments_are_those_of_the_csv_table() -> None:
    items = full() + list(jsonl.read(paths.seeds("sample_gold.jsonl"), SCHEMA))
    table = io.BytesIO()
    csv_table.write(items, table, SCHEMA)
    rows = csv.DictReader(io.StringIO(table.getvalue().decode("utf-8-sig"), newline=""), strict=True)
    expected = [{name: unguarded(cell) for name, cell in row.items()} for row in rows]
    found = sheets(written(items))["commitments"]
    assert len(found) == 27
    assert found == expected


def test_entities_and_roles_say_what_they_said() -> None:
    found = sheets(written(full()))
    person = found["entities"][0]
    assert (person["article"], person["layer"], person["label"]) == ("خبر ۱.txt", "entity", "PER")
    assert (person["start"], person["end"], person["quote"]) == ("10", "23", "علی‌رضا احمدی")
    assert (person["canon"], person["annotator"], person["set"]) == ("PER:Ahmadi", "سارا", "annotation")
    assert (person["note"], person["origin"], person["attributes"]) == ("یا احمدیان", "gazetteer", "")
    assert json.loads(found["entities"][3]["fragments"]) == [[35, 39], [42, 46]]
    assert json.loads(found["entities"][2]["attributes"]) == {"holder": "PER:Ahmadi"}
    first = found["roles"][0]
    assert (first["commitment"], first["role"], first["filler"]) == (
        "قول داد که راه‌آهن ساخته شود", "committer", "علی‌رضا احمدی",
    )  # fmt: skip
    assert (first["commitment_id"], first["filler_id"], first["note"]) == ("c1", "e1", "به روشنی")
    assert [row["state"] for row in found["articles"]] == ["finished", "skipped", ""]
    assert found["articles"][1]["state_note"] == "تکراری"


def test_norms_stand_in_words_and_whole() -> None:
    norm: dict[str, Json] = {"value": 5, "unit": "km"}
    row = sheets(written([with_span(full()[0], "e1", attributes={"canon": ["x"], "norm": norm})]))["entities"][0]
    assert row["norm"] == words(norm, "en")
    assert "5" in row["norm"]
    assert json.loads(row["attributes"]) == {"canon": ["x"], "norm": norm}
    assert row["canon"] == ""


@given(drawn_items())
def test_every_span_and_role_has_its_row(items: list[AnnotatedDocument]) -> None:
    found = sheets(written(items))
    sets = [item.annotations for item in items if item.annotations is not None]
    spans = [span for one in sets for span in one.spans]
    told = [(row["layer"], row["label"], row["quote"]) for row in found["entities"]]
    assert told == [(s.layer, s.label, s.quote) for s in spans if s.layer != "commitment"]
    assert [row["quote"] for row in found["commitments"]] == [s.quote for s in spans if s.layer == "commitment"]
    assert [row["role"] for row in found["roles"]] == [role.label for one in sets for role in one.relations]
    assert len(found["articles"]) == len(items)


@pytest.mark.parametrize(
    "attack", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "https://example.org", "12", "_x0041_"]
)
def test_nothing_is_a_formula_a_link_or_a_number(attack: str) -> None:
    item = with_span(full()[0], "e1", note=attack, attributes={"canon": attack})
    item = replace(item, document=replace(item.document, name=attack, title=attack))
    data = written([item])
    row = sheets(data)["entities"][0]
    assert (row["article"], row["note"], row["canon"]) == (attack, attack, attack)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for number in range(1, 5):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            assert not list(sheet.iter(f"{MAIN}f"))
            assert not list(sheet.iter(f"{MAIN}hyperlink"))
            numbers = [cell for cell in sheet.iter(f"{MAIN}c") if cell.get("t") != "inlineStr"]
            assert all(cell.findtext(f"{MAIN}v", "0").isdigit() for cell in numbers)  # offsets


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_sheets_run_as_most_articles_do(direction: str) -> None:
    items = [
        replace(item, document=replace(item.document, direction=direction))  # type: ignore[arg-type]
        for item in full()
    ]
    with zipfile.ZipFile(io.BytesIO(written(items))) as book:
        views = [
            view.get("rightToLeft") == "1"
            for number in range(1, 5)
            for view in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}sheetView")
        ]
    assert views == [direction == "rtl"] * 4


def test_what_is_lost_is_counted() -> None:
    items = full()
    lost = {loss.code: loss.count for loss in xlsx_write.plan(items, SCHEMA)}
    assert lost == {"csv_loss_texts": 2, "csv_loss_foreign": 8, "csv_loss_attributes": 1}
    changed = with_span(items[0], "c1", fragments=((48, 51), (52, 76)), origin="x", note="ن" * 40_000)
    lost = {loss.code: loss.count for loss in xlsx_write.plan([changed], SCHEMA)}
    assert (lost["csv_loss_fragments"], lost["csv_loss_origins"], lost["xlsx_loss_long"]) == (1, 1, 1)
    row = sheets(written([changed]))["commitments"][0]
    assert row["note"] == "ن" * (tables.LONGEST_CELL - 1) + "…"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    with refused("table_too_long"):
        written(full())


def test_memory_does_not_grow_with_rows() -> None:
    """Cells lie inside the sheets: no table of shared strings is gathered."""
    with zipfile.ZipFile(io.BytesIO(written(full()))) as book:
        assert "xl/sharedStrings.xml" not in book.namelist()
