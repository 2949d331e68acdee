"""Tables of text for spreadsheets, as CSV or XLSX: written only, and nothing in them can run as a formula."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .csv_table import guarded

Row: TypeAlias = Sequence[str]

LONGEST_CELL = 32_767  # UTF-16 units that a cell of a spreadsheet holds
MOST_ROWS = 1_048_575  # below the headings
_WIDEST = 48  # characters of a column, at most

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
    sheet = book.add_worksheet()
    if rtl:
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    widths = [len(heading) for heading in headings]
    count = 0
    for number, row in enumerate(itertools.chain([headings], rows)):
        if number > MOST_ROWS:
            raise PeymanError("table_too_long", most=MOST_ROWS)
        for column, cell in enumerate(row):
            # Never `write`, which takes texts for numbers, links and formulas.
            sheet.write_string(number, column, _fitting(cell), wrapped if number else bold)
            widths[column] = max(widths[column], min(len(cell), _WIDEST))
        count = number
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    if count:
        sheet.autofilter(0, 0, count, len(headings) - 1)
    book.close()
    return count


def _fitting(text: str) -> str:
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
