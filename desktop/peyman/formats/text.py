"""Plain text: one file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peyman.core.decode import MAX_LENGTH, decode
from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema

from .base import DEFAULTS, Format, Options
from .building import plain_document, unicode_name


def read(
    path: Path, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> Iterator[AnnotatedDocument]:
    """Yield the one document of a text file, named after the file.

    Raises:
        PeymanError: what `decode` raises.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_LENGTH + 1)  # one more than `decode` accepts, so that it can say so
    decoded = decode(data, path.name)
    yield AnnotatedDocument(plain_document(unicode_name(path), decoded.text, encoding=decoded.encoding))


FORMAT = Format(
    name="text",
    title=QT_TRANSLATE_NOOP("formats", "Plain text: UTF-8, UTF-16 or windows-1256, one article a file"),
    extensions=(".txt",),
    example="استاندار اردبیل با اشاره به …",
    holds=frozenset({"texts"}),
    read=read,
)
