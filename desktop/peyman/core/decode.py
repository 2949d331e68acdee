"""Bytes into text, and what can be guessed of a text: its language, direction and title.

A text is kept as it was received: decoded, a byte order mark left out, nothing else changed. Its newlines
stay what they are (never universal newlines), so that an offset means the same place for ever.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Direction

MESSAGES |= {
    "text_empty": QT_TRANSLATE_NOOP("errors", "“{where}” holds no text. Leave it out."),
    "text_too_long": QT_TRANSLATE_NOOP(
        "errors", "“{where}” is longer than {megabytes} MB, too long for one article. Split it."
    ),
    "text_nul": QT_TRANSLATE_NOOP(
        "errors",
        "“{where}”, line {line}: a NUL character, so this is no plain text or a damaged one. "
        "Save it again as plain UTF-8 text.",
    ),
    "text_surrogate": QT_TRANSLATE_NOOP(
        "errors",
        "“{where}”, line {line}: half a character (a lone surrogate). Replace it and save as UTF-8.",
    ),
    "text_not_utf8": QT_TRANSLATE_NOOP(
        "errors",
        "“{where}”, line {line}: bytes that are not UTF-8 in a text that otherwise is. "
        "Mend that line and save as UTF-8.",
    ),
    "text_encoding_unclear": QT_TRANSLATE_NOOP(
        "errors",
        "“{where}” is no plain text, or in an encoding that cannot be told. Save it as UTF-8.",
    ),
    "text_undecodable": QT_TRANSLATE_NOOP(
        "errors", "“{where}” cannot be read as {encoding} without loss. Save it as UTF-8."
    ),
    "text_encoding_unknown": QT_TRANSLATE_NOOP(
        "errors", "“{where}” cannot be read: there is no encoding named {encoding}. Name another."
    ),
}

MAX_LENGTH = 20_000_000  # bytes of a file, code points of a text: two hundred times the longest article
LEAST_CONFIDENCE = 0.1  # chardet is 0.2 sure of 20 Russian letters, 0.02 of random bytes
TITLE_LENGTH = 120  # code points

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEWLINE = re.compile("\r\n|\r|\n")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_LINE = re.compile("[^\r\n]+")
# Format characters that show nothing: soft hyphen, marks of direction, zero-width spaces, byte order mark.
_INVISIBLE = "".join(map(chr, (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
_INVISIBLE += "".join(map(chr, (*range(0x2066, 0x206A), 0xFEFF)))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were in; `guessed` when only statistics speak for that encoding."""

    text: str
    encoding: str  # a name Python knows, in lower case
    bom: bool = False  # a byte order mark stood before the text
    guessed: bool = False


def decode(data: bytes, where: str, encoding: str | None = None) -> Decoded:
    """Return the text of a file, decoded without loss by its mark, as UTF-8, or as chardet guesses.

    `where` names the file in errors; `encoding`, when given, is what the person chose instead.

    Raises:
        PeymanError: text_too_long, text_encoding_unknown, text_encoding_unclear, text_undecodable, text_not_utf8,
            and those of `check_text`.
    """
    if len(data) > MAX_LENGTH:
        raise PeymanError("text_too_long", where=where, megabytes=MAX_LENGTH // 1_000_000)
    mark, marked = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", None))
    try:
        # A mark is dropped only where it is one: windows-1252 has letters of the same bytes.
        if encoding is not None and codecs.lookup(encoding).name != marked:
            mark = b""
        plain = encoding or marked or _utf8(data)
        encoding = (plain or _guess_encoding(data, where)).lower()
        text = data[len(mark) :].decode(encoding)
    except LookupError:
        raise PeymanError("text_encoding_unknown", where=where, encoding=encoding) from None
    except UnicodeError:
        raise PeymanError("text_undecodable", where=where, encoding=encoding) from None
    check_text(text, where)
    return Decoded(text, encoding, bool(mark), guessed=plain is None)


def _utf8(data: bytes) -> str | None:
    """Return "utf-8" if the bytes are UTF-8; a NUL makes UTF-16 without a mark likelier."""
    if b"\0" in data:
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _guess_encoding(data: bytes, where: str) -> str:
    import chardet  # noqa: PLC0415 - 80 ms, and only files that are not UTF-8 need it

    if b"\0" not in data:
        # A damaged UTF-8 file must not pass for a legacy one, all of it garbled: legacy text hardly ever
        # holds bytes that happen to be UTF-8.
        lenient = data.decode("utf-8", "replace")
        broken = lenient.count("\ufffd")
        if sum(not c.isascii() for c in lenient) - broken >= broken:
            raise PeymanError("text_not_utf8", where=where, line=_line(lenient, lenient.index("\ufffd")))
    # Not prefer_superset: it takes windows-1251 for a superset of ISO 8859-5.
    guess = chardet.detect(data, prefer_superset=False)
    encoding = (guess["encoding"] or "").lower()
    if b"\0" in data and not _wide(data, encoding):
        raise PeymanError("text_nul", where=where, line=data[: data.index(b"\0")].count(b"\n") + 1)
    if not encoding or (guess["confidence"] or 0) < LEAST_CONFIDENCE:
        raise PeymanError("text_encoding_unclear", where=where)
    return encoding


def _wide(data: bytes, encoding: str) -> bool:
    """Tell whether this is UTF-16 or UTF-32: text with a stray NUL passes for Korean in them."""
    if not encoding.startswith(("utf-16", "utf-32")):
        return False
    text = data.decode(encoding, "replace")
    return sum(c < "\u0700" for c in text) > 0.9 * len(text)  # Latin, Cyrillic, Arabic script


def check_text(text: str, where: str) -> None:
    """Refuse a text that cannot be annotated or stored; `where` names its file in the error.

    Raises:
        PeymanError: text_empty (nothing visible), text_too_long, text_nul, text_surrogate.
    """
    if len(text) > MAX_LENGTH:
        raise PeymanError("text_too_long", where=where, megabytes=MAX_LENGTH // 1_000_000)
    if found := _UNSTORABLE.search(text):
        code = "text_nul" if found[0] == "\0" else "text_surrogate"
        raise PeymanError(code, where=where, line=_line(text, found.start()))
    if all(c.isspace() or c in _INVISIBLE for c in text):
        raise PeymanError("text_empty", where=where)


def _line(text: str, offset: int) -> int:
    """Return the number of the line, from 1, that holds this code point."""
    return sum(1 for _ in _NEWLINE.finditer(text, 0, offset)) + 1


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, in hexadecimal: its identity."""
    return hashlib.sha256(text.encode()).hexdigest()


# What tells languages of one script apart. Arabic ye and kaf do not: Persian in windows-1256 has them too.
# Urdu, Pashto and Kurdish have Persian's own four letters, and letters of their own.
_PERSIAN = "پچژگ"
_PERSIAN_FORMS = "یک"
_ARABIC = "ةأإ"
_ARABIC_ARTICLE = re.compile(r"\bال\w\w")
_NOT_PERSIAN = "ٹڈڑںےٺټډړږښګڼېۍۆێڕڵ"
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_ENGLISH = frozenset("abcdefghijklmnopqrstuvwxyz")


def guess_language(text: str) -> str:
    """Return fa, ru, az, en or other, by the script most letters are of and its telling letters."""
    letters = Counter({c: n for c, n in Counter(text.lower()).items() if c.isalpha()})
    scripts: Counter[str] = Counter()
    for letter, n in letters.items():
        scripts[unicodedata.name(letter, "?").split()[0]] += n
    if not scripts:
        return "other"
    script, total = scripts.most_common(1)[0]

    def count(among: str) -> int:
        return sum(letters[c] for c in among)

    if script == "ARABIC":
        # The four letters are 2-3 % of Persian; the article is on every fourth or fifth word of Arabic.
        persian = 10 * count(_PERSIAN) + count(_PERSIAN_FORMS)
        arabic = 10 * len(_ARABIC_ARTICLE.findall(text)) + count(_ARABIC)
        return "fa" if persian >= arabic + 20 * count(_NOT_PERSIAN) else "other"
    if script == "CYRILLIC":
        own = sum(letters[c] for c in _RUSSIAN)
        return "ru" if own >= 0.97 * total else "other"
    if script == "LATIN":
        if letters["ə"] >= 0.02 * total:  # about 9 % in Azerbaijani, nowhere else but in names
            return "az"
        return "en" if sum(letters[c] for c in _ENGLISH) >= 0.97 * total else "other"
    return "other"


_LETTERS: Mapping[Direction, re.Pattern[str]] = {  # strong characters, and many together
    "rtl": re.compile("[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]+"),
    "ltr": re.compile("[A-Za-z\u0400-\u0481\u048a-\u052f]+"),
}


def guess_direction(text: str) -> Direction:
    """Return the direction of most strong characters; left to right when there are as many or none."""
    for direction, letters in _LETTERS.items():  # one script may have more than half of all: no need to count each
        if 2 * sum(map(len, letters.findall(text))) > len(text):
            return direction
    rtl = ltr = 0
    for character, n in Counter(text).items():
        kind = unicodedata.bidirectional(character)
        rtl += n * (kind in ("R", "AL"))
        ltr += n * (kind == "L")
    return "rtl" if rtl > ltr else "ltr"


def guess_title(text: str) -> str:
    """Return the first line that has a word, without heading marks, cut at a word to `TITLE_LENGTH`."""
    for line in _LINE.finditer(text):
        if not any(map(str.isalnum, line[0])):
            continue
        title = " ".join(line[0].split()).strip(" #*" + _INVISIBLE)
        if len(title) <= TITLE_LENGTH:
            return title
        # Room for the ellipsis; the last word is whole only if a space follows it.
        head, space, _part = title[:TITLE_LENGTH].rpartition(" ")
        return (head if space else title[: TITLE_LENGTH - 1]).rstrip(" ،,؛;:.-–—") + "…"
    return ""
