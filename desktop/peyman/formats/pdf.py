"""Articles in PDF files, as far as their text can be drawn out; read only.

PDF keeps glyphs at places, not text. Many Persian ones hold the shapes of letters, which are folded to the letters
one by one, and some hold each line from left to right as it is seen: that is told by the shapes (an initial form that
comes after its word) or by the commonest words, and refused, since turning it round would guess.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Json
from peyman.core.schema import Schema

from .articles import article, digest_of
from .base import DEFAULTS, Format, Options
from .building import reason_of

if TYPE_CHECKING:
    from pypdf import PdfReader

KEY = "pdf"
MOST_PAGES = 500
# Letters in the shape they have at a place in a word. Signs that are characters of their own (﷼, ﷺ, ﴿) stay.
_SHAPES = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc\ufb00-\ufb06]")
_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3\u200c]+")
_COMMON = frozenset({"از", "به", "در", "که", "را", "این", "است", "برای", "می", "های", "شد", "کرد", "شده", "گفت", "آن"})
_LEAST = 4  # common words or pairs of shapes from which the order is told
_BLANKS = re.compile("[ \t\r]+")
# Glyphs of which a font does not say what they are: control characters, or signs in the middle of a Persian word.
_NO_LETTER = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]|"
    "(?<=[\u0621-\u06cc\ufb50-\ufefc])[!-'*+0-9;-Z\\^-z|~](?=[\u0621-\u06cc\ufb50-\ufefc])"
)
_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)")

MESSAGES |= {
    "pdf_broken": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no PDF, or a damaged one ({reason}). Save it again, or copy its text into a file."
    ),
    "pdf_locked": QT_TRANSLATE_NOOP("errors", "“{file}” is protected by a password. Save it without one."),
    "pdf_pages": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has {pages} pages, and one article has no more than {most}. Split it."
    ),
    "pdf_no_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}” holds no text, perhaps only pictures of it. Have it recognised (OCR), or type it."
    ),
    "pdf_unmapped": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”: its fonts do not say which letters {count} of its glyphs are, so words would be torn. Copy the text "
        "out of a viewer, or get the article in another format.",
    ),
    "pdf_reversed": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” keeps its Persian text back to front, as it is seen, so its words cannot be trusted. Copy the text "
        "out of a viewer, or get the article in another format.",
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the one article of a file.

    Raises:
        PeymanError: `pdf_…`, `format_needs`, and what `check_text` raises.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an optional extra, and slow to import
    except ImportError:
        raise PeymanError("format_needs", name=KEY, package="pypdf", extra="articles") from None
    digest = digest_of(path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells at length what it mends
    try:
        with path.open("rb") as stream:
            reader = PdfReader(io.BytesIO(stream.read()))
            (raw, strange), meta = _text(reader, path.name), _properties(reader)
    except (PeymanError, MemoryError, OSError):
        raise
    except Exception as error:  # of any kind: what a broken file makes it stumble over is not told
        raise PeymanError("pdf_broken", file=path.name, reason=reason_of(error, 100)) from None
    text = folded(raw)
    check_text(text, path.name)
    title = str(meta.pop("title", ""))
    foreign: dict[str, Json] = {f"{KEY} glyphs without a letter": strange} if strange else {}
    yield AnnotatedDocument(article(path, text, kind=KEY, digest=digest, title=title, meta=meta, foreign=foreign))


def _text(reader: PdfReader, file: str) -> tuple[str, int]:
    """Return the text of all pages, ordered as it is laid out, and how many glyphs are no letters of it."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise PeymanError("pdf_locked", file=file)
    if len(reader.pages) > MOST_PAGES:
        raise PeymanError("pdf_pages", file=file, pages=len(reader.pages), most=MOST_PAGES)
    plain = [page.extract_text() for page in reader.pages]
    laid = [page.extract_text(extraction_mode="layout") for page in reader.pages]
    text = "\n".join(filter(None, map(_tidied, laid)))
    if not text:
        raise PeymanError("pdf_no_text", file=file)
    if is_reversed(text):  # the plain way turns words round, but not the parts of a line with numbers in it
        raise PeymanError("pdf_reversed", file=file)
    # The layout leaves such glyphs out, the plain way shows them.
    strange = max(len(_NO_LETTER.findall(way)) for way in (text, *plain))
    if strange * 1000 > len(text):
        raise PeymanError("pdf_unmapped", file=file, count=strange)
    return text, strange


def _tidied(page: str) -> str:
    """Return the lines of a page without the blanks that only kept its layout; at most one empty line together."""
    lines = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in page.split("\n"))
    return re.sub("\n{3,}", "\n\n", lines).strip("\n")


def _properties(reader: PdfReader) -> dict[str, Json]:
    """Return what the file says of itself; what cannot be read of that is no reason to refuse it."""
    meta: dict[str, Json] = {}
    with contextlib.suppress(Exception):
        found = reader.metadata or {}
        for key, name in (("title", "/Title"), ("author", "/Author")):
            if value := " ".join(str(found.get(name) or "").split()):
                meta[key] = value.encode("utf-8", "replace").decode()
        if moment := _MOMENT.match(str(found.get("/CreationDate") or "")):
            meta["created"] = "-".join(moment.groups())
    return meta


def folded(text: str) -> str:
    """Return a text with letters in the place of their shapes; nothing else changes."""
    return _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)


def is_reversed(text: str) -> bool:
    """Tell whether Persian or Arabic stands in it back to front.

    An initial form is followed by a medial or final one; back to front it comes after them. Where there are no shapes,
    the commonest Persian words tell: they occur, or their reversals do.
    """
    forward = backward = 0
    last = ""
    for character in text:
        shape = unicodedata.decomposition(character).partition(" ")[0] if _SHAPES.match(character) else ""
        forward += last == "<initial>" and shape in ("<medial>", "<final>")
        backward += last in ("<medial>", "<final>") and shape == "<initial>"
        last = shape
    if forward + backward < _LEAST:
        words = [match[0] for match in _WORD.finditer(folded(text))]
        forward = sum(word in _COMMON for word in words)
        backward = sum(word[::-1] in _COMMON for word in words)
    return backward >= _LEAST and backward > 2 * forward


FORMAT = Format(
    name=KEY,
    title=QT_TRANSLATE_NOOP("formats", "PDF: the text of one article a file, where it can be drawn out"),
    extensions=(".pdf",),
    example="خبر.pdf",
    holds=frozenset({"texts", "metadata"}),
    read=read,
)
