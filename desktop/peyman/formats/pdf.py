"""Articles in PDF files, as far as their text can be drawn out; read only.

PDF keeps glyphs at places, not text. PDFium tells which letters they are, `pdf_lines` makes lines of them. Where the
fonts do not say which letters they are, or the page itself shows Persian back to front, the article is refused: its
words would be guesses.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import closing
from ctypes import addressof, c_double
from math import atan2, cos, hypot, isfinite, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Json
from peyman.core.schema import Schema

from .articles import article, digest_of
from .base import DEFAULTS, Format, Options
from .pdf_lines import Glyph, block_text, is_level, is_rightward, spelled

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
    from pypdfium2.raw import FS_RECTF

KEY = "pdf"
MOST_PAGES = 500
_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3\u200c]+")
_COMMON = frozenset({"از", "به", "در", "که", "را", "این", "است", "برای", "می", "های", "شد", "کرد", "شده", "گفت", "آن"})
_LEAST = 4  # common words from which the order is told
_SPACE = 32
_HYPHEN = 2  # PDFium's code for one at the end of a line
_UNKNOWN = "\ufffd"
# Characters that order text, while places do.
_UNSEEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# Glyphs of which a font does not say what they are: control characters, or signs in the middle of a Persian word.
_NO_LETTER = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]|(?<=[\u0621-\u06cc])[!-'*+0-9;-Z\\^-z|~](?=[\u0621-\u06cc])"
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
        "“{file}”: its fonts do not say which letters {count} of its glyphs are, so words would be torn. Have it "
        "recognised (OCR), or get the article in another format.",
    ),
    "pdf_reversed": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” shows its Persian text back to front, so its words cannot be trusted. Get the article in another "
        "format.",
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the one article of a file.

    Raises:
        PeymanError: `pdf_…`, `format_needs`, and what `check_text` raises.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError, raw  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise PeymanError("format_needs", name=KEY, package="pypdfium2", extra="articles") from None
    digest = digest_of(path)
    try:
        with closing(PdfDocument(path.read_bytes())) as pdf:
            if len(pdf) > MOST_PAGES:
                raise PeymanError("pdf_pages", file=path.name, pages=len(pdf), most=MOST_PAGES)
            blocks = [block for page in pdf for block in _blocks(page)]
            meta = _properties(pdf)
    except PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise PeymanError("pdf_locked", file=path.name) from None
        reason = str(error).rpartition("PDFium: ")[2].rstrip(".)")
        raise PeymanError("pdf_broken", file=path.name, reason=reason) from None
    text, strange = _text(blocks, path.name)
    check_text(text, path.name)
    title = str(meta.pop("title", ""))
    foreign: dict[str, Json] = {f"{KEY} glyphs without a letter": strange} if strange else {}
    yield AnnotatedDocument(article(path, text, kind=KEY, digest=digest, title=title, meta=meta, foreign=foreign))


def _text(blocks: list[list[Glyph]], file: str) -> tuple[str, int]:
    """Return the text of all blocks as it is read, and how many glyphs are no letters of it."""
    rightward = is_rightward(glyph for block in blocks for glyph in block)
    text = "\n".join(filter(None, (block_text(block, rightward) for block in blocks)))
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of pairs are glyphs of their own
    if not text:
        raise PeymanError("pdf_no_text", file=file)
    if is_reversed(text):
        raise PeymanError("pdf_reversed", file=file)
    strange = len(_NO_LETTER.findall(text))
    if strange * 1000 > len(text):
        raise PeymanError("pdf_unmapped", file=file, count=strange)
    return text, strange


def _blocks(page: PdfPage) -> Iterator[list[Glyph]]:
    """Yield the glyphs of a page, those of each direction of writing together."""
    blocks: dict[int, list[Glyph]] = {}
    with closing(page.get_textpage()) as text:
        for quarters, glyph in _glyphs(text):
            blocks.setdefault(quarters, []).append(glyph)
    for block in blocks.values():
        for before, glyph, after in zip([None, *block], block, [*block[1:], None], strict=False):
            if len(glyph.text) > 1:
                beside = [(a, b) for a, b in ((before, glyph), (glyph, after)) if a and b and is_level(a, b)]
                turned = sum(a.left > b.left for a, b in beside)
                glyph.text = spelled(glyph.text, 2 * turned > len(beside))
        yield block


def _glyphs(text: PdfTextPage) -> Iterator[tuple[int, Glyph]]:
    """Yield how many quarters each glyph is turned, about, and the glyph turned back; its text may still grow."""
    from pypdfium2 import raw  # noqa: PLC0415 - an optional extra

    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), c_double(), c_double()
    drawn, size, slope, last, glyph = 0, 0.0, 0.0, None, None
    for index in range(raw.FPDFText_CountChars(text)):
        shown, code = raw.FPDFText_GetTextObject(text, index), raw.FPDFText_GetUnicode(text, index)
        if not shown or (code <= _SPACE and raw.FPDFText_IsGenerated(text, index)):
            continue  # not in the file: a space or an end of a line that PDFium thinks is there
        if drawn != (drawn := addressof(shown.contents)):  # some glyphs with the same font
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
            slope = atan2(matrix.b, matrix.a)
        if code == _HYPHEN and raw.FPDFText_IsHyphen(text, index) == 1:
            letter = "-"
        else:
            letter = _UNKNOWN if raw.FPDFText_HasUnicodeMapError(text, index) or code > sys.maxunicode else chr(code)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        place = (drawn, box.left, box.right, box.bottom)
        if glyph and place == last:  # one glyph for some letters
            glyph.text += letter
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, right, foot = box.left, box.right, y.value
        if slope:
            left, right, foot = _levelled(box, x.value, foot, slope)
        if letter in _UNSEEN or not isfinite(left + right + foot + size):
            continue
        last, glyph = place, Glyph(letter, left, right, foot, size, index)
        yield round(slope / (pi / 2)) % 4, glyph


def _levelled(box: FS_RECTF, x: float, y: float, slope: float) -> tuple[float, float, float]:
    """Return the left and right sides and the foot of a glyph as they are on a page turned back by so many radians.

    `box` is upright and holds the sloping one; the foot of the glyph is at x and y.
    """
    along, across = cos(slope), sin(slope)
    wide, high = box.right - box.left, box.top - box.bottom
    evenness = along * along - across * across  # none at 45 degrees, where the two boxes do not tell of one another
    width = (wide * abs(along) - high * abs(across)) / evenness if abs(evenness) > 0.1 else min(wide, high) / 2
    middle = (box.left + box.right) / 2 * along + (box.bottom + box.top) / 2 * across
    return middle - width / 2, middle + width / 2, y * along - x * across


def _properties(pdf: PdfDocument) -> dict[str, Json]:
    """Return what the file says of itself."""
    meta: dict[str, Json] = {}
    for key, name in (("title", "Title"), ("author", "Author")):
        if value := " ".join(pdf.get_metadata_value(name).split()):
            meta[key] = value
    if moment := _MOMENT.match(pdf.get_metadata_value("CreationDate")):
        meta["created"] = "-".join(moment.groups())
    return meta


def is_reversed(text: str) -> bool:
    """Tell whether Persian or Arabic stands in it back to front: the commonest words occur, or their reversals do."""
    words = [match[0] for match in _WORD.finditer(text)]
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
