"""Tables of text for spreadsheets, as CSV or XLSX: written only, and nothing in them can run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .csv_table import Cell, guarded

Row: TypeAlias = Sequence[str]

LONGEST_CELL = 32_767  # UTF-16 units that a cell of a spreadsheet holds
MOST_ROWS = 1_048_575  # below the headings
_WIDEST = 48  # characters of a column, at most
_EXACT = 2**53  # spreadsheets count in floating point: whole numbers from here on are written as texts

MESSAGES |= {
    "table_extension": QT_TRANSLATE_NOOP(
        "errors", "A table is written as .csv or .xlsx, and “{path}” is neither. Give the file one of these endings."
    ),
    "table_too_long": QT_TRANSLATE_NOOP(
        "errors", "A spreadsheet holds {most} rows, and there are more. Write a .csv file, or filter first."
    ),
}


def write_csv(stream: BinaryIO, headings: Row, rows: Iterable[Row], *, rtl: bool = False) -> int:  # noqa: ARG001
    """Write a table as CSV, as `csv_table` has it: UTF-8 with its mark, and cells guarded; return how many rows."""
    lines = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    count = 0
    try:
        lines.write("\ufeff")
        table = csv.writer(lines, lineterminator="\r\n")
        table.writerow([guarded(cell) for cell in headings])
        for row in rows:
            table.writerow([guarded(cell) for cell in row])
            count += 1
    finally:
        lines.detach()  # the stream is the caller's to close
    return count


def write_xlsx(stream: BinaryIO, headings: Row, rows: Iterable[Row], *, rtl: bool = False) -> int:
    """Write a table as a sheet of strings, with a frozen and filtered row of headings; return how many rows.

    A text longer than a cell can hold ends in “…”.

    Raises:
        PeymanError: `table_too_long`.
    """
    import xlsxwriter  # noqa: PLC0415 - few exports need it

    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = Sheet(book, headings)
    for row in rows:
        sheet.add(row)
    sheet.finish(rtl=rtl)
    book.close()
    return sheet.count


class Sheet:
    """One sheet of a workbook: a frozen and filtered row of headings, then rows as they come."""

    def __init__(self, book: Any, headings: Row, name: str | None = None) -> None:
        self.count = 0  # of the rows below the headings
        self._sheet = book.add_worksheet(name)
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._widths = [len(heading) for heading in headings]
        bold = book.add_format({"bold": True, "valign": "top"})
        for column, heading in enumerate(headings):
            self._sheet.write_string(0, column, heading, bold)

    def add(self, row: Sequence[Cell]) -> None:
        """Write one row: texts as texts, ending in “…” where a cell is too short for them; numbers as numbers.

        Raises:
            PeymanError: `table_too_long`.
        """
        if self.count == MOST_ROWS:
            raise PeymanError("table_too_long", most=MOST_ROWS)
        self.count += 1
        for column, cell in enumerate(row):
            # Never `write`, which takes texts for numbers, links and formulas.
            if not isinstance(cell, str) and abs(cell) < _EXACT:
                self._sheet.write_number(self.count, column, cell, self._wrapped)
                continue
            text = fitting(str(cell))
            self._sheet.write_string(self.count, column, text, self._wrapped)
            self._widths[column] = max(self._widths[column], min(len(text), _WIDEST))

    def finish(self, *, rtl: bool) -> None:
        """Say what holds for the whole sheet, when all rows are known."""
        if rtl:
            self._sheet.right_to_left()
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width + 2)
        self._sheet.freeze_panes(1, 0)
        if self.count:
            self._sheet.autofilter(0, 0, self.count, len(self._widths) - 1)

    def close(self) -> None:
        """Let go of the rows of a sheet that streams; of a book that is written they are gone already."""
        self._sheet.row_data_fh.close()


def fitting(text: str) -> str:
    """Return what a cell holds of a text: all of it, or its beginning and “…”."""
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


_WRITERS: dict[str, Callable[..., int]] = {".csv": write_csv, ".xlsx": write_xlsx}


def writer_for(path: Path) -> Callable[..., int]:
    """Return what writes a file with this ending; raises `table_extension`."""
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise PeymanError("table_extension", path=path) from None
