"""Articles in the rows of a table: which column holds the text, the name, the title, the date; the rest is metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Json

from .articles import article, dated, digest_of, stem_of
from .base import Option, Options

MOST_COLUMNS = 500
LARGEST = 1 << 30  # bytes of a file that holds many articles
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_GUESSES: dict[str, frozenset[str]] = {
    "text": frozenset({"text", "body", "content", "full_text", "متن", "متن خبر", "خبر", "текст"}),
    "name": frozenset({"name", "id", "file", "filename", "document", "نام", "شناسه", "имя", "файл"}),
    "title": frozenset({"title", "headline", "عنوان", "تیتر", "заголовок"}),
    "date": frozenset({"date", "published", "pub_date", "تاریخ", "تاریخ انتشار", "дата"}),
}
_TITLES = {
    "text": QT_TRANSLATE_NOOP("options", "Column of the texts"),
    "name": QT_TRANSLATE_NOOP("options", "Column of the names"),
    "title": QT_TRANSLATE_NOOP("options", "Column of the titles"),
    "date": QT_TRANSLATE_NOOP("options", "Column of the dates"),
}
_UNTOLD = {
    "text": QT_TRANSLATE_NOOP("options", "found by its heading"),
    "name": QT_TRANSLATE_NOOP("options", "found by its heading, if any"),
    "title": QT_TRANSLATE_NOOP("options", "found by its heading, if any"),
    "date": QT_TRANSLATE_NOOP("options", "found by its heading, if any"),
}
OPTIONS = (
    *(
        Option(
            role, f"the column that holds each article's {role}, by its heading; else guessed", only="import",
            title=title, choice_titles={"": _UNTOLD[role]},
        )
        for role, title in _TITLES.items()
    ),
    Option(
        "header", "whether the first row holds headings; else columns are A, B, C", "yes", ("yes", "no"), "import",
        QT_TRANSLATE_NOOP("options", "The first row holds"),
        {
            "yes": QT_TRANSLATE_NOOP("options", "headings of the columns"),
            "no": QT_TRANSLATE_NOOP("options", "an article; columns are A, B, C"),
        },
    ),
    Option(
        "empty", "what becomes of rows without a text", "refuse", ("refuse", "skip"), "import",
        QT_TRANSLATE_NOOP("options", "Rows without a text"),
        {
            "refuse": QT_TRANSLATE_NOOP("options", "are a reason to refuse the file"),
            "skip": QT_TRANSLATE_NOOP("options", "are left out"),
        },
    ),
)  # fmt: skip

MESSAGES |= {
    "columns_untold": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not tell which of its columns is the text of the articles. Say it: --option text=COLUMN. "
        "It has: {columns}.",
    ),
    "columns_unknown": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has no column “{column}” for “{role}”. Choose one of: {columns}."
    ),
    "columns_many": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, row {row}: more than {most} columns. Leave out those that say nothing of an article."
    ),
    "columns_large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is larger than {megabytes} MB, too large for one import. Split it into several files."
    ),
    "columns_no_text": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or let "
        "such rows be skipped: --option empty=skip.",
    ),
    "columns_empty": QT_TRANSLATE_NOOP("errors", "“{file}” holds no article. Choose another file or sheet."),
}

Row = tuple[int, Sequence[str]]  # its number, from 1, and its cells


@dataclass(frozen=True, slots=True)
class _Columns:
    headings: tuple[str, ...]
    roles: dict[str, int]  # where each role stands that has a column

    def cell(self, cells: Sequence[str], role: str) -> str:
        place = self.roles.get(role, len(cells))
        return cells[place] if place < len(cells) else ""

    def rest(self, cells: Sequence[str]) -> dict[str, Json]:
        """Return the cells that say something and have no role, by their headings."""
        taken = set(self.roles.values())
        pairs = enumerate(zip(self.headings, cells, strict=False))
        return {heading: cell for place, (heading, cell) in pairs if cell.strip() and place not in taken}


def read_rows(
    path: Path, rows: Iterable[Row], kind: str, options: Options, encoding: str = "utf-8"
) -> Iterator[AnnotatedDocument]:
    """Yield an article for each row of a table.

    Raises:
        PeymanError: `columns_…`, and what `check_text` raises.
    """
    values = {option.name: options.of(option) for option in OPTIONS}
    columns: _Columns | None = None
    digest = digest_of(path, LARGEST, "columns_large")
    found = False
    for number, cells in rows:
        if len(cells) > MOST_COLUMNS:
            raise PeymanError("columns_many", file=path.name, row=number, most=MOST_COLUMNS)
        if not any(cell.strip() for cell in cells):
            continue
        for cell in filter(_UNSTORABLE.search, cells):
            check_text(cell, f"{path.name}, row {number}")
        if columns is None:
            has_header = values["header"] == "yes"
            names = headings(cells if has_header else [""] * len(cells))
            for role in _GUESSES:
                options.offered(role, names)
            columns = _chosen(path.name, names, values)
            if has_header:
                continue
        text = columns.cell(cells, "text")
        if not text.strip():
            if values["empty"] == "refuse":
                column = columns.headings[columns.roles["text"]]
                raise PeymanError("columns_no_text", file=path.name, row=number, column=column)
            continue
        check_text(text, f"{path.name}, row {number}")
        found = True
        name = " ".join(columns.cell(cells, "name").split()) or f"{stem_of(path)} {number:04}"
        meta = dated(columns.rest(cells), columns.cell(cells, "date"))
        title = columns.cell(cells, "title")
        yield AnnotatedDocument(
            article(path, text, kind=kind, digest=digest, name=name, title=title, encoding=encoding, meta=meta)
        )
    if not found:
        raise PeymanError("columns_empty", file=path.name)


def headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what the columns are called: each differently, and by its letters where it has no heading."""
    made: list[str] = []
    for place, cell in enumerate(cells):
        name = free = " ".join(cell.split())[:100] or letters(place)
        count = 1
        while free in made:
            count += 1
            free = f"{name} ({count})"
        made.append(free)
    return tuple(made)


def letters(place: int) -> str:
    """Return what a spreadsheet calls the column at this place, from 0."""
    name = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _chosen(file: str, names: tuple[str, ...], values: dict[str, str]) -> _Columns:
    """Find the column of each role: as it was told, or else by its heading where only one has such a name."""
    listed = ", ".join(f"“{name}”" for name in names)
    plain = [name.casefold().strip() for name in names]
    roles: dict[str, int] = {}
    for role, guesses in _GUESSES.items():
        told = values[role]
        if told:
            if told.casefold().strip() not in plain:
                raise PeymanError("columns_unknown", file=file, column=told, role=role, columns=listed)
            roles[role] = names.index(told) if told in names else plain.index(told.casefold().strip())
        else:
            likely = [place for place, name in enumerate(plain) if name in guesses]
            if len(likely) == 1:
                roles[role] = likely[0]
    if "text" not in roles:
        raise PeymanError("columns_untold", file=file, columns=listed)
    return _Columns(names, roles)
