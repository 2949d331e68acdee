"""Articles from the rows of a sheet of Excel. Of formulas only what they came to is read, macros not at all.

A small reader of our own: it streams, knows caps and nothing that could be run. Cells are texts; days are ISO days.
What goes out is another thing: `xlsx_write`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema

from . import xlsx_write
from .base import DEFAULTS, Format, Option, Options
from .column_articles import MOST_COLUMNS, OPTIONS, Row, letters, read_rows
from .office import Archive

SHEET = Option(
    "sheet", "the sheet, by its name; else the first", only="import", title=QT_TRANSLATE_NOOP("options", "Sheet"),
    choice_titles={"": QT_TRANSLATE_NOOP("options", "the first")},
)  # fmt: skip
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})  # kinds of number that are days
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
MOST_TEXT = 400 << 20  # code points of shared strings together

MESSAGES |= {
    "xlsx_sheet": QT_TRANSLATE_NOOP("errors", "“{file}” has no sheet “{sheet}”. Choose one of: {sheets}."),
    "xlsx_cell": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, cell {cell}: it holds what no spreadsheet writes there. Open and save the file again."
    ),
    "xlsx_error": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, cell {cell}: its formula came to an error ({value}). Correct it, or empty the cell."
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the article of each row.

    Raises:
        PeymanError: `xlsx_…`, `office_…`, `columns_…`, and what `check_text` raises.
    """
    with Archive(path, "xlsx") as archive:
        book = _Book(archive)
        options.offered(SHEET.name, book.sheets)
        yield from read_rows(path, book.rows(options.of(SHEET)), "xlsx", options)


class _Book:
    """What holds for all sheets of a file."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._sheets: dict[str, str] = {}  # name to the id of its part
        # Serial numbers of days count from here; 1900 has a 29th of February in Excel.
        self._first = datetime(1899, 12, 30)
        for what, name, attributes in archive.events(_BOOK):
            if what == "start" and name == "sheet":
                self._sheets[attributes.get("name", "")] = attributes.get("id", "")
            if what == "start" and name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
                self._first = datetime(1904, 1, 1)
        self._dates = _date_styles(archive) if _STYLES in archive else frozenset()
        self._strings = list(_strings(archive)) if _STRINGS in archive else []

    @property
    def sheets(self) -> tuple[str, ...]:
        """Their names, in their order."""
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[Row]:
        """Yield the rows of a sheet that hold something, by its name; of the first one for ""."""
        if not self._sheets:
            raise self._archive.broken("it has no sheet")
        if sheet and sheet not in self._sheets:
            sheets = ", ".join(f"“{name}”" for name in self._sheets)
            raise PeymanError("xlsx_sheet", file=self._archive.file, sheet=sheet, sheets=sheets)
        wanted = self._sheets[sheet] if sheet else next(iter(self._sheets.values()))
        part = next(
            (attributes.get("Target", "") for what, name, attributes in self._archive.events(_LINKS)
             if what == "start" and name == "Relationship" and attributes.get("Id") == wanted), "",
        )  # fmt: skip
        yield from self._rows(posixpath.normpath(posixpath.join("/xl", part)).lstrip("/"))

    def _rows(self, part: str) -> Iterator[Row]:
        number, cells = 0, [""]
        cell: dict[str, str] = {}
        value: list[str] = []
        inside = False
        for what, name, attributes in self._archive.events(part):
            if what == "text":
                if inside:
                    value.append(name)
            elif what == "start":
                if name == "row":
                    number, cells = _whole(attributes.get("r", "")) if "r" in attributes else number + 1, []
                elif name == "c":
                    cell, value = attributes, []
                inside = name == "v" or (name == "t" and cell.get("t") == "inlineStr")
            else:
                inside = False
                if name == "c":
                    self._put(cells, number, cell, "".join(value))
                elif name == "row":
                    yield number, cells

    def _put(self, cells: list[str], row: int, cell: dict[str, str], value: str) -> None:
        """Put a cell into its place in a row."""
        told = _PLACE.fullmatch(cell.get("r", ""))
        column = _number(told[1]) if told else len(cells)
        place = cell.get("r") or f"{letters(column)}{row}"
        if column > MOST_COLUMNS or column < len(cells):
            if not value:
                return
            code = "columns_many" if column > MOST_COLUMNS else "xlsx_cell"
            raise PeymanError(code, file=self._archive.file, row=row, most=MOST_COLUMNS, cell=place)
        cells.extend([""] * (column - len(cells)))
        cells.append(self._text(cell, value, place))

    def _text(self, cell: dict[str, str], value: str, place: str) -> str:
        kind = cell.get("t", "n")
        try:
            if kind == "s":
                return self._strings[_whole(value)] if value else ""
            if kind == "n" and value and _whole(cell.get("s", "0")) in self._dates:
                return self._day(float(value))
        except (ValueError, LookupError, OverflowError):
            raise PeymanError("xlsx_cell", file=self._archive.file, cell=place) from None
        if kind == "e":
            raise PeymanError("xlsx_error", file=self._archive.file, cell=place, value=value)
        if kind == "b":
            return {"0": "false", "1": "true"}.get(value, value)
        return unescaped(value) if kind in ("str", "inlineStr") else value

    def _day(self, serial: float) -> str:
        moment = self._first + timedelta(seconds=round(serial * 86_400))
        return moment.date().isoformat() if moment == datetime(*moment.timetuple()[:3]) else moment.isoformat()


def _whole(text: str) -> int:
    """Return a number that is not negative; one that no table has if it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1 << 40


def unescaped(text: str) -> str:
    """Put characters in the place of the codes by which Excel writes what XML cannot hold."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def _number(name: str) -> int:
    """Return the place, from 0, of the column with these letters."""
    place = 0
    for letter in name:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _strings(archive: Archive) -> Iterator[str]:
    """Yield the texts that cells share, without what shows how they are pronounced."""
    parts: list[str] = []
    inside = phonetic = False
    length = 0
    for what, name, _ in archive.events(_STRINGS):
        if what == "text":
            if inside and not phonetic:
                parts.append(name)
        elif name == "t":
            inside = what == "start"
        elif name == "rPh":
            phonetic = what == "start"
        elif name == "si" and what == "end":
            text = unescaped("".join(parts))
            length += len(text)
            if length > MOST_TEXT:
                raise PeymanError("office_bomb", file=archive.file, part=_STRINGS)
            yield text
            parts = []


def _date_styles(archive: Archive) -> frozenset[int]:
    """Return which styles of cells show their numbers as days."""
    own: set[int] = set()
    styles: list[int] = []
    inside = False
    for what, name, attributes in archive.events(_STYLES):
        if name == "cellXfs":
            inside = what == "start"
        elif what == "start" and name == "numFmt":
            code = _QUOTED.sub("", attributes.get("formatCode", "")).lower()
            if "y" in code or "d" in code:
                own.add(_whole(attributes.get("numFmtId", "0")))
        elif what == "start" and name == "xf" and inside:
            styles.append(_whole(attributes.get("numFmtId", "0")))
    return frozenset(place for place, kind in enumerate(styles) if kind in _DATES or kind in own)


FORMAT = Format(
    name="xlsx",
    title=QT_TRANSLATE_NOOP("formats", "Excel: articles from the rows of a sheet; annotations into sheets"),
    extensions=(".xlsx",),
    example="name | date | text",
    holds=frozenset(
        {
            "metadata", "annotators", "states", "gold", "nested", "crossing", "relations", "document labels", "notes",
            "doubts",
        }
    ),
    read=read,
    write=xlsx_write.write,
    plan=xlsx_write.plan,
    options=(*OPTIONS, SHEET),
    articles_in=True,
)
