"""Plain text: one file is one article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from peyman.core.decode import MAX_LENGTH, decode, guess_direction, guess_language, guess_title, text_hash
from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, Document, derived_id
from peyman.core.schema import Schema

from .base import Format


def read(path: Path, schema: Schema) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the one document of a text file, named after the file.

    Raises:
        PeymanError: what `decode` raises.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_LENGTH + 1)  # one more than `decode` accepts, so that it can say so
    decoded = decode(data, path.name)
    sha256 = text_hash(decoded.text)
    yield AnnotatedDocument(
        Document(
            id=derived_id(0, "document", sha256),
            name=_name(path),
            title=guess_title(decoded.text),
            text=decoded.text,
            sha256=sha256,
            language=guess_language(decoded.text),
            direction=guess_direction(decoded.text),
            encoding=decoded.encoding,
        )
    )


def _name(path: Path) -> str:
    """Return the file's name as Unicode, even where Python takes file names for ASCII or Latin-1."""
    try:
        return os.fsencode(path.name).decode()
    except UnicodeError:
        return path.name


FORMAT = Format(
    name="text",
    title=QT_TRANSLATE_NOOP("formats", "Plain text: UTF-8, UTF-16 or windows-1256, one article a file"),
    extensions=(".txt",),
    example="استاندار اردبیل با اشاره به …",
    holds=frozenset({"texts"}),
    read=read,
)
