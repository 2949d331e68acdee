"""Tables for spreadsheets: what is written is read back, and nothing in them is a formula, a number or a link."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import refused
from peyman.core.errors import PeymanError
from peyman.formats import tables
from peyman.formats.csv_table import unguarded

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEADINGS = ("type", "=heading", "متن")
NASTY = ["=1+1", "+7 495", "-5", "@x", "'quoted", "\tx", "متن", "", "a\nb", "https://example.org", "12", "_x0041_"]
# What XML can hold; control characters are tried by name below.
CELLS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6)


def sheet_of(data: bytes) -> tuple[ElementTree.Element, list[list[str]]]:
    """The sheet's XML, and its cells as a spreadsheet shows them."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        shared: list[str] = []
        if "xl/sharedStrings.xml" in book.namelist():
            items = ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")
            shared = ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in items]
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        cells = {re.sub(r"\d", "", c.get("r", "")): c for c in row.iter(f"{MAIN}c")}
        found = []
        for column in "ABC":
            cell = cells.get(column)
            value = cell.find(f"{MAIN}v") if cell is not None else None
            text = shared[int(value.text or "")] if value is not None else ""
            found.append(re.sub(r"_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text))
        rows.append(found)
    return sheet, rows


@given(ROWS, st.booleans())
def test_a_sheet_holds_strings_only_and_all_of_them(rows: list[tuple[str, str, str]], rtl: bool) -> None:
    stream = io.BytesIO()
    assert tables.write_xlsx(stream, HEADINGS, rows, rtl=rtl) == len(rows)
    sheet, found = sheet_of(stream.getvalue())
    assert found == [list(HEADINGS), *map(list, rows)]
    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))
    assert {cell.get("t", "s") for cell in sheet.iter(f"{MAIN}c") if len(cell)} <= {"s"}
    (view,) = sheet.iter(f"{MAIN}sheetView")
    assert (view.get("rightToLeft") == "1") is rtl


@given(ROWS)
def test_a_csv_file_gives_every_cell_back_and_starts_no_formula(rows: list[tuple[str, str, str]]) -> None:
    stream = io.BytesIO()
    assert tables.write_csv(stream, HEADINGS, rows) == len(rows)
    text = stream.getvalue().decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert [[unguarded(cell) for cell in row] for row in found] == [list(HEADINGS), *map(list, rows)]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in found for cell in row)


def test_control_characters_and_long_texts_keep_the_sheet_whole() -> None:
    stream = io.BytesIO()
    tables.write_xlsx(stream, HEADINGS, [("a\x00b\x0b", "🙂" * 20_000, "x" * 40_000)])
    _, (_, (control, smiles, long)) = sheet_of(stream.getvalue())
    assert control == "a\x00b\x0b"
    assert smiles == "🙂" * (tables.LONGEST_CELL // 2) + "…"
    assert long == "x" * (tables.LONGEST_CELL - 1) + "…"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    rows = [("a", "b", "c")] * 3
    assert tables.write_xlsx(io.BytesIO(), HEADINGS, rows) == 3
    with refused("table_too_long"):
        tables.write_xlsx(io.BytesIO(), HEADINGS, [*rows, ("d", "e", "f")])


@pytest.mark.parametrize("name", ["a.ods", "a", "a.xls", ".xlsx/"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(PeymanError) as error:
        tables.writer_for(Path(name))
    assert error.value.code == "table_extension"
    assert tables.writer_for(Path("A.XLSX")) is tables.write_xlsx
