"""CSV: articles come in from the rows of a table; the table of commitments goes out (`csv_table`).

Rows are read one by one, as RFC 4180 has them: quoted cells may hold line ends. An apostrophe that keeps a cell from
being run as a formula, as our own tables have it, is taken off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from peyman.core.decode import MAX_LENGTH, decode
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema

from . import csv_table
from .base import DEFAULTS, Format, Option, Options
from .column_articles import OPTIONS, Row, read_rows

_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
DELIMITER = Option(
    "delimiter", "what stands between cells", "auto", ("auto", *_DELIMITERS), "import",
    QT_TRANSLATE_NOOP("options", "Between cells stands"),
    {
        "auto": QT_TRANSLATE_NOOP("options", "what the file shows"),
        "comma": QT_TRANSLATE_NOOP("options", "a comma"),
        "semicolon": QT_TRANSLATE_NOOP("options", "a semicolon"),
        "tab": QT_TRANSLATE_NOOP("options", "a tab"),
        "bar": QT_TRANSLATE_NOOP("options", "a vertical bar"),
    },
)  # fmt: skip
_HEAD = 1 << 20  # bytes by which encoding and delimiter are told
_TOLD = re.compile('"?sep=(.)"?\r?\n?')  # a first line by which Excel tells the delimiter

MESSAGES |= {
    "csv_syntax": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: this is no CSV ({reason}). Write a quote in quotes twice, or save it anew."
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the article of each row.

    Raises:
        PeymanError: `csv_syntax`, `columns_…`, and what `decode` raises.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        if len(head) == _HEAD:  # not in the middle of a character
            head = head[: head.rfind(b"\n") + 1 & ~1 if b"\0" in head else head.rfind(b"\n") + 1] or head
        decoded = decode(head, path.name)
        stream.seek(0)
        with io.TextIOWrapper(stream, encoding=decoded.encoding, newline="") as lines:
            lines.read(decoded.bom)  # the mark is one character
            told = _TOLD.fullmatch(decoded.text.partition("\n")[0] + "\n")
            if told:
                lines.readline()
            chosen = _DELIMITERS.get(options.of(DELIMITER)) or (told and told[1]) or _delimiter(decoded.text)
            try:
                rows = _rows(lines, chosen, path.name)
                yield from read_rows(path, rows, "csv", options, decoded.encoding)
            except UnicodeDecodeError:
                raise PeymanError("text_undecodable", where=path.name, encoding=decoded.encoding) from None


def _rows(lines: TextIO, delimiter: str, file: str) -> Iterator[Row]:
    csv.field_size_limit(MAX_LENGTH)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise PeymanError("csv_syntax", file=file, line=reader.line_num, reason=error) from None
        if cells is None:
            return
        yield number, [csv_table.restored(cell) for cell in cells]


def _delimiter(text: str) -> str:
    """Return what stands most often between the cells of the first row."""
    counts: Counter[str] = Counter()
    quoted = False
    for character in text.lstrip("\r\n"):
        quoted ^= character == '"'
        if not quoted and character in "\r\n":
            break
        if not quoted and character in _DELIMITERS.values():
            counts[character] += 1
    return max(_DELIMITERS.values(), key=lambda one: counts[one])


FORMAT = Format(
    name="csv",
    title=QT_TRANSLATE_NOOP("formats", "CSV: articles from the rows of a table; commitments into one"),
    extensions=(".csv",),
    example="article,title,language,annotator,set,state,type,super_type,status,…,role_source,…,sentence,start,end,quote,…",
    holds=frozenset({"metadata", "annotators", "states", "gold", "nested", "crossing", "document labels"}),
    read=read,
    write=csv_table.write,
    plan=csv_table.plan,
    options=(*OPTIONS, DELIMITER),
    articles_in=True,
)
