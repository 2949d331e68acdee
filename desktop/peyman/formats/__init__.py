"""Floor 2: one file per interchange format, listed in FORMATS. Never sees the project file.

A new format is one file here and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from . import (
    brat,
    conll,
    csv_articles,
    docbin,
    doccano,
    docx,
    html_page,
    jsonl,
    label_studio,
    pdf,
    prodigy,
    text,
    webanno_tsv,
    xlsx,
    xmi,
)
from .base import Format, Loss, Options
from .json_kinds import kind_of_file

__all__ = ["FORMATS", "Format", "Loss", "Options", "format_for", "format_of_file", "named_by"]

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    html_page.FORMAT,
    docx.FORMAT,
    pdf.FORMAT,
    jsonl.FORMAT,
    csv_articles.FORMAT,
    xlsx.FORMAT,
    brat.FORMAT,
    conll.FORMAT,
    webanno_tsv.FORMAT,
    label_studio.FORMAT,
    doccano.FORMAT,
    prodigy.FORMAT,
    docbin.FORMAT,
    xmi.FORMAT,
)

_ANY_JSON = (".json", ".jsonl")  # what every tool calls its files

MESSAGES |= {
    "format_unknown": QT_TRANSLATE_NOOP("errors", "There is no format “{name}”. Choose one of: {known}."),
    "format_not_told": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not show its format: its name ends in none of {known}. Name the format, or rename the file.",
    ),
}


def format_for(path: Path, name: str | None = None) -> Format:
    """Return the format called `name`, or else the one whose extension `path`, to be written, has.

    Raises:
        PeymanError: `format_unknown`, `format_not_told`.
    """
    if name is not None:
        for candidate in FORMATS:
            if candidate.name == name:
                return candidate
        raise PeymanError("format_unknown", name=name, known=", ".join(f.name for f in FORMATS))
    found = named_by(path)
    if found is not None:
        return found
    raise _not_told(path, [f for f in FORMATS if f.is_writable])


def format_of_file(path: Path, name: str | None = None) -> Format:
    """Return the format called `name`, or else the one that a file to be read is of.

    That is told by its extension, the longest that fits; where this is any JSON's, or nobody's, by its first objects.

    Raises:
        PeymanError: `format_unknown`, `format_not_told`.
        OSError: the file cannot be read.
    """
    if name is not None:
        return format_for(path, name)
    found = named_by(path)
    if found is None or (found in (jsonl.FORMAT, label_studio.FORMAT) and path.suffix.lower() in _ANY_JSON):
        found = format_for(path, kind) if (kind := kind_of_file(path)) else found
    if found is None:
        raise _not_told(path, [f for f in FORMATS if f.read])
    return found


def _not_told(path: Path, among: Iterable[Format]) -> PeymanError:
    known = ", ".join(extension for f in among for extension in f.extensions)
    return PeymanError("format_not_told", file=path.name, known=known)


def named_by(path: Path, among: Iterable[Format] = FORMATS, *, beside: bool = False) -> Format | None:
    """Return the format whose extension a path has, the longest that fits; with `beside`, a companion's too."""
    name = path.name.lower()
    fitting = [
        (len(extension), candidate)
        for candidate in among
        for extension in (*candidate.extensions, *(candidate.beside if beside else ()))
        if name.endswith(extension)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
