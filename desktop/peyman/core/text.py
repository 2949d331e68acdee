"""Where things are in a text: offsets, graphemes, tokens, sentences, and snapping a selection to them.

Nothing here changes a text; everything is half-open extents of code points. Persian tokens come from hazm,
which takes seconds to import and 200 MB: it lives in a child process (this module, run as a program) that
starts with the first Persian text and serves all of them. Tokens are stored, so only importing needs it.
"""

from __future__ import annotations

import json
import os
import re
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Extent
from peyman.paths import PACKAGE, worker_command

if TYPE_CHECKING:
    import subprocess

MESSAGES |= {
    "offset_outside": QT_TRANSLATE_NOOP(
        "errors", "Place {offset} lies outside the text. The file belongs to another text; look for the right one."
    ),
    "offset_inside_character": QT_TRANSLATE_NOOP(
        "errors",
        "Place {offset}, counted in UTF-16 units, lies inside a character. Find out in which unit the file counts.",
    ),
    "tokenizer_failed": QT_TRANSLATE_NOOP(
        "errors",
        "The program that finds the words of Persian texts stopped. Import again; if it stops again, "
        "install Peyman anew, because its part hazm is damaged.",
    ),
}

WORKER_PATIENCE = 120.0  # seconds for one text; a cold disk takes 10 for the first, then 10 MB take one

# --- UTF-16 -----------------------------------------------------------------------------------------------

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Turns offsets of one text into UTF-16 units, which Qt and Java count, and back.

    The only place that knows of UTF-16. Costs nothing where no character takes two units.
    """

    __slots__ = ("_length", "_points", "_units")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # The characters of two units: where they are in code points, and where they begin in units.
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + i for i, point in enumerate(self._points)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset.

        Raises:
            PeymanError: offset_outside.
        """
        if not 0 <= offset <= self._length:
            raise PeymanError("offset_outside", offset=offset)
        return offset + bisect_left(self._points, offset)

    def from_utf16(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset.

        Raises:
            PeymanError: offset_outside, offset_inside_character (between two surrogates).
        """
        if not 0 <= offset <= self._length + len(self._points):
            raise PeymanError("offset_outside", offset=offset)
        before = bisect_left(self._units, offset)
        if before and self._units[before - 1] == offset - 1:
            raise PeymanError("offset_inside_character", offset=offset)
        return offset - before


# --- Graphemes --------------------------------------------------------------------------------------------


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the regex package, which has all of re's methods and knows more of Unicode."""
    import regex  # type: ignore[import-untyped]  # noqa: PLC0415 - 80 ms, too much for the window's start

    compiled: re.Pattern[str] = regex.compile(pattern)
    return compiled


def grapheme_breaks(text: str) -> list[int]:
    """Return all places a caret may stand, from 0 to the text's length.

    These are Unicode's extended grapheme clusters, and Qt's cursor positions: between a letter and the ZWNJ,
    harakat or joiner after it there is none; between the ZWNJ and the next letter there is one.
    """
    return [0, *(match.end() for match in _pattern(r"\X").finditer(text))]


def snap_to_graphemes(text: str, start: int, end: int) -> Extent:
    """Return the smallest extent around this one that cuts no grapheme cluster."""
    # A cluster never reaches over a line feed.
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) + 1 or len(text)
    breaks = grapheme_breaks(text[first:last])
    return (
        first + breaks[bisect_right(breaks, start - first) - 1],
        first + breaks[bisect_left(breaks, end - first)],
    )


# --- Tokens -----------------------------------------------------------------------------------------------

# Punctuation that hangs on a word's edge but is no part of it. Not here: signs of amounts (٪ % $ №) and @.
_EDGE = "«»‹›“”„‟‘’‚‛\"'`´()[]{}⟨⟩،,؛;:.۔。…!?؟·•*#/\\|=~<>^_–—―‒−-"
_NOT_EDGE = rf"[^\s{re.escape(_EDGE)}]+"
_LATIN = "A-Za-z\u00c0-\u024f\u0250-\u02af\u1e00-\u1eff\u0300-\u036f"

# What stays in one piece whatever the tokenizer thinks. No alternative can start in the middle of a run that
# another start already covered, so that the search stays linear.
_WHOLE = re.compile(
    r"(?:https?|ftp)://[^\s«»<>\"“”،؛]*[\w/#=&%-]"
    r"|(?<![\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<!\w)\d{4}-\d\d?-\d\d?(?!\d)"
    rf"|\d*[{_LATIN}][{_LATIN}\d]*(?:[-.'’&_][{_LATIN}\d]+)*"  # irna.ir, COVID-19, AT&T
    r"|(?<!\w)[^\W\d_]+(?:[-‑][^\W\d_]+)+"  # Север-Юг
    r"|\d+(?:[.,٫٬:/]\d+)*"  # 4,3, ۱۲٫۵, 22:00, ۱۴۰۳/۰۵/۱۲
    r"|(?<!\w)[@#]\w[\w\u200c]*"
)
# A word, perhaps of several parts joined (премьер-министр); or a run of sentence ends; or one mark.
_TOKEN = re.compile(
    rf"(?:{_WHOLE.pattern}|{_NOT_EDGE})(?:[-‐‑−–.'’·_/*=](?:{_WHOLE.pattern}|{_NOT_EDGE}))*"
    r"|[.!?؟…]+|-+|\S"
)
# Two characters of the usual letters and punctuation, which never share a grapheme cluster: only for speed.
_LONERS = re.compile(
    "[ -~\u00a1-\u02ff\u0400-\u0482\u048a-\u052f\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u2010-\u2027]{2}"
)
_WORD_BOUNDARY = r"(?w)\b"  # regex's WORD flag: Unicode's default word boundaries


class Tokenizer:
    """Splits texts into tokens; a context manager, because Persian needs a child process.

    Whatever the language: tokens are sorted, disjoint and not empty, hold no white space, and every other
    character belongs to exactly one; no grapheme cluster is cut. Words with ZWNJ are one token, as are
    addresses of the web, numbers and dates.

    `command` replaces the command line of the child process.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = command or worker_command("peyman.core.text")
        self._worker: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()  # one question at a time

    def __enter__(self) -> Tokenizer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @staticmethod
    @cache
    def name(language: str) -> str:
        """Return what finds the tokens of this language, with its version, such as "hazm 0.10.0"."""
        import importlib.metadata  # noqa: PLC0415 - 70 ms, which the start of the window does not need

        package = {"fa": "hazm", "ru": "razdel"}.get(language, "regex")
        version = importlib.metadata.version(package)
        return f"unicode {version}" if package == "regex" else f"{package} {version}"

    def tokens(self, text: str, language: str) -> tuple[Extent, ...]:
        """Return the tokens of a text; the first Persian one waits for hazm to start.

        Raises:
            PeymanError: tokenizer_failed.
        """
        if language == "fa":
            rough = list(self._persian(text))
        elif language == "ru":
            rough = _russian(text)
        else:
            rough = list(_unicode(text, 0, len(text)))
        return tuple(_whole_clusters(text, _refined(text, rough)))

    def _persian(self, text: str) -> Iterator[Extent]:
        """Yield what hazm finds, line by line; a line it changed goes by Unicode's rules instead."""
        start = 0
        for line, words in zip(text.split("\n"), self._ask(text), strict=True):
            end = start + len(line)
            yield from _aligned(text, start, end, words) or _unicode(text, start, end)
            start = end + 1

    def _ask(self, text: str) -> list[list[str]]:
        """Return the words of each line, as hazm returns them."""
        with self._lock:
            try:
                worker = self._worker = self._worker or self._start()
                assert worker.stdin is not None
                assert worker.stdout is not None
                alarm = threading.Timer(WORKER_PATIENCE, worker.kill)
                alarm.start()
                try:
                    worker.stdin.write(json.dumps(text) + "\n")
                    worker.stdin.flush()
                    lines: list[list[str]] = json.loads(worker.stdout.readline())
                finally:
                    alarm.cancel()
            except (OSError, ValueError):  # it died: a closed pipe, or an empty line, which is no JSON
                self.close()
                raise PeymanError("tokenizer_failed") from None
            return lines

    def _start(self) -> subprocess.Popen[str]:
        import subprocess  # noqa: PLC0415 - costs the window's start more than all of this module

        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PACKAGE.parent,  # `python -m` looks there first, so it finds this very package
            encoding="ascii",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def close(self) -> None:
        """End the child process, also from another thread in the middle of a text; a later text starts anew."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            with suppress(OSError), worker:  # leaving it closes the pipes and waits
                pass


def _russian(text: str) -> list[Extent]:
    import razdel  # noqa: PLC0415 - 25 ms, and only importing Russian texts needs it

    return [(token.start, token.stop) for token in razdel.tokenize(text)]


def _unicode(text: str, start: int, end: int) -> Iterator[Extent]:
    """Yield the pieces between Unicode's word boundaries that are not all white space."""
    cuts = [start, *(m.start() for m in _pattern(_WORD_BOUNDARY).finditer(text, start, end)), end]
    for i, j in pairwise(cuts):
        if not text[i:j].isspace() and i < j:
            yield i, j


def _aligned(text: str, start: int, end: int, words: Iterable[str]) -> list[Extent]:
    """Return where the words stand in text[start:end], or nothing if they are not just that text.

    hazm gives words without offsets; it skips white space, or writes it as "_" inside a word.
    """
    found = []
    at = start
    for word in words:
        while at < end and text[at].isspace():
            at += 1
        begin = at
        for character in word:
            if at < end and text[at] == character:
                at += 1
            elif character == "_" and at < end and text[at].isspace():
                while at < end and text[at].isspace():
                    at += 1
            else:
                return []
        found.append((begin, at))
    return found if not text[at:end].strip() else []


def _refined(text: str, rough: Iterable[Extent]) -> Iterator[Extent]:
    """Yield tokens: words and single punctuation, cut further where a tokenizer began one, wholes excepted."""
    cuts = bytearray(len(text))  # 1 where a token of the tokenizer begins
    for start, _ in rough:
        cuts[start] = 1
    for match in _WHOLE.finditer(text):
        cuts[match.start() + 1 : match.end()] = bytes(match.end() - match.start() - 1)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if cuts.find(1, start + 1, end) < 0:
            yield start, end
        else:
            borders = [start, *(i for i in range(start + 1, end) if cuts[i]), end]
            for i, j in pairwise(borders):
                yield from (part.span() for part in _TOKEN.finditer(text, i, j))


def _whole_clusters(text: str, tokens: Iterable[Extent]) -> list[Extent]:
    """Join tokens whose border cuts a grapheme cluster, such as a mark of its own after a bracket."""
    joined: list[Extent] = []
    breaks: set[int] | None = None
    for start, end in tokens:
        if joined and joined[-1][1] == start and not _LONERS.match(text, start - 1):
            breaks = breaks or set(grapheme_breaks(text))
            if start not in breaks:
                start = joined.pop()[0]
        joined.append((start, end))
    return joined


def token_at(tokens: Sequence[Extent], offset: int) -> int | None:
    """Return the number of the token that holds the character at `offset`, if one does."""
    number = bisect_right(tokens, offset, key=lambda token: token[0]) - 1
    return number if number >= 0 and offset < tokens[number][1] else None


# --- Snapping ---------------------------------------------------------------------------------------------

_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "«": "»", "‹": "›", "“": "”", "„": "“”", '"': '"'}
_CLOSING = frozenset("".join(_BRACKETS.values()))
_INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_LOOSE = frozenset(_EDGE) - _BRACKETS.keys() - _CLOSING | _INVISIBLE


def snap_to_tokens(tokens: Sequence[Extent], text: str, start: int, end: int) -> Extent | None:
    """Return the tokens that text[start:end] touches, without white space and punctuation at the edges.

    A bracket or quotation mark stays if its partner is inside: «ظهر امروز (شنبه)» keeps its last bracket.
    Nothing but punctuation stays whole; nothing but white space, or an empty selection, gives None.
    """
    first = bisect_right(tokens, start, key=lambda token: token[1])
    after = bisect_left(tokens, end, key=lambda token: token[0])
    if first >= after or start >= end:
        return None
    grown = tokens[first][0], tokens[after - 1][1]
    return _trimmed(text, *grown) or grown


def _trimmed(text: str, start: int, end: int) -> Extent | None:
    partners = _partners(text, start, end)
    while start < end:
        first, last = text[start], text[end - 1]
        if first in _LOOSE or first.isspace():
            start += 1
        elif last in _LOOSE or last.isspace():
            end -= 1
        elif partners.get(start) == end - 1:
            start, end = start + 1, end - 1
        elif start not in partners and (first in _BRACKETS or first in _CLOSING):
            start += 1
        elif end - 1 not in partners and (last in _BRACKETS or last in _CLOSING):
            end -= 1
        else:
            return start, end
    return None


def _partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return, for each bracket in the extent that has its partner there, where the partner is."""
    partners: dict[int, int] = {}
    open_brackets: list[int] = []
    for at in range(start, end):
        character = text[at]
        if open_brackets and character in _BRACKETS[text[open_brackets[-1]]]:
            partners[at] = open_brackets.pop()
            partners[partners[at]] = at
        elif character in _BRACKETS:
            open_brackets.append(at)
    return partners


# --- Sentences --------------------------------------------------------------------------------------------

LONG_LINE = 100  # code points; headings and datelines are shorter, hard-wrapped lines mostly longer
NARROW_LINE = 40  # what goes on after such a line is told by its first letter, not by length alone

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")  # without the white space at its edges
_FINAL = re.compile(r"[.!?؟…۔][»”’\"')\]}]*$")
_HEADING = re.compile(r"#{1,6}\s")
_ITEM = re.compile(r"(?:#{1,6}|[-*•·▪●–—>]|\d{1,3}[-–.)]|[^\W\d_]{1,3}\))\s")
_BEFORE_SENTENCE = " \t\r\n\u00a0«“„‹\"'([—–-"
_END = re.compile(r"([.!?؟…۔]+)[»”’\"')\]}]*")
_NUMBER_BEFORE = re.compile(r"[\dIVXLХ]\s*$")  # also the Cyrillic letter that stands in for the Roman ten
_CHAIN_END = re.compile(r"(?:т\.\s*[дп]|н\.\s*э)$")  # и т. д., н. э.: the only chains that end sentences
_ABBREVIATIONS = {
    language: frozenset(words.split())
    for language, words in {
        "fa": "رک نک",
        "ru": "им ул пл пер просп наб бул ш гор обл р-н пос дер ст ст-ца св проф акад доц ген полк подполк кап "
        "лейт адм тов гр г-н г-жа д-р см ср напр рис табл гл стр ред зам пом тел кв корп рр",
        "az": "akad dos cən küç şəh ray rəh məs bax səh",
        "en": "mr mrs ms dr prof st gen col lt capt sen rep gov pres no vol fig vs cf eg ie jr",
    }.items()
}


def unwrap_points(text: str) -> tuple[Extent, ...]:
    """Return the gaps between lines that only wrap: white space from the end of a line to the next line.

    A line goes on after the gap, blank lines or not, if it ends in a hyphen and the next begins in lower case
    (the hyphen then belongs to the break), or if it lacks final punctuation and is long, or as full as the
    text is wide, or the next line begins as only the middle of a sentence does.
    """
    lines = _lines(text)
    width = _wrap_width(text, lines)
    return tuple((a[1], b[0]) for a, b in pairwise(lines) if _goes_on(text[slice(*a)], text[slice(*b)], width))


def _lines(text: str) -> list[Extent]:
    return [match.span() for match in _LINE.finditer(text)]


def _goes_on(line: str, following: str, width: int) -> bool:
    lower = following[0].islower()
    if lower and line[-1] in "-\u2010\u00ad" and line[-2:-1].islower():
        return True
    if _HEADING.match(line) or _ITEM.match(following):
        return False
    if len(line) >= NARROW_LINE and lower and line[-1] not in "!?":
        return True  # even after a full stop, which is then an abbreviation's
    if _FINAL.search(line):
        return False
    if len(line) >= LONG_LINE or _full(line, following, width):
        return True
    return len(line) >= NARROW_LINE and (line[-1] in "،,؛;" or following[0] in "،,؛;:.)»")


def _full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the next line had no room left in this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _wrap_width(text: str, lines: Sequence[Extent]) -> int:
    """Return the width in code points that a text of short lines is wrapped to, or one that no line reaches.

    Believed only if nearly all lines without final punctuation are full: lists and verse are ragged.
    """
    unwrapped = len(text) + 1
    width = max((end - start for start, end in lines), default=0)
    if not NARROW_LINE < width < LONG_LINE:
        return unwrapped
    pairs = ((text[slice(*a)], text[slice(*b)]) for a, b in pairwise(lines))
    full = [_full(line, following, width) for line, following in pairs if not _FINAL.search(line)]
    return width if sum(full) >= 3 and sum(full) >= 0.7 * len(full) else unwrapped


def sentences(text: str, language: str = "other") -> tuple[Extent, ...]:
    """Return the sentences: sorted, disjoint, without white space at the edges; all else belongs to one.

    Lines that only wrap are read as one (see `unwrap_points`); every other line break ends a sentence, so
    headings, datelines and list items are their own. «؛» and «:» end none.
    """
    abbreviations = _ABBREVIATIONS["en"] | _ABBREVIATIONS.get(language, frozenset())
    soft = set(unwrap_points(text))
    paragraphs: list[Extent] = []
    for begin, end in _lines(text):
        if paragraphs and (paragraphs[-1][1], begin) in soft:
            begin = paragraphs.pop()[0]
        paragraphs.append((begin, end))
    return tuple(s for begin, end in paragraphs for s in _split(text, begin, end, abbreviations))


def _split(text: str, begin: int, end: int, abbreviations: frozenset[str]) -> Iterator[Extent]:
    """Yield the sentences of a paragraph."""
    for match in _END.finditer(text, begin, end):
        if match.end() < end and _ends_sentence(text, begin, match, abbreviations):
            yield begin, match.end()
            begin = match.end()
            while text[begin].isspace():
                begin += 1
    yield begin, end


def _ends_sentence(text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Tell whether this punctuation, found inside a paragraph, ends the sentence that began at `begin`."""
    at = match.start()
    before = text[max(begin, at - 80) : at]
    if not any(map(str.isalnum, before)) or before[-1] in "([":  # «(!)», «[...]»
        return False
    after = text[match.end() : match.end() + 80]
    if not after[0].isspace():
        return _lacks_space(before, match[0], after, abbreviations)
    if after.lstrip(_BEFORE_SENTENCE)[:1].islower():
        return False
    if match[1] in ("...", "…"):
        return before.split()[-1] != "و"  # «و ...» is "and so on"
    return match[0] != "." or not _abbreviates(before, abbreviations)


def _abbreviates(before: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether the full stop after these words is an abbreviation's, an initial's or a list number's."""
    word = re.search(r"[^\W_]+(?:-[^\W_]+)*$", before)
    if word is None:
        return False
    last = word[0]
    if last.isdecimal():
        return last == before.strip() and len(last) <= 3
    if len(last) > 1:
        return last.casefold() in abbreviations
    # One letter: an initial («М. Мишустин», «د.») unless it is a unit after a number («в 2023 г.»).
    unit = _CHAIN_END.search(before) or _NUMBER_BEFORE.search(before, 0, word.start())
    return not (last.islower() and unit)


def _lacks_space(before: str, mark: str, after: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether a sentence ends here although no space follows («شد.وی», «года.Также»)."""
    left, right = before.split()[-1], after.split()[0]
    inner = left[-2:] + right[:2]
    if len(mark) > 1 or len(inner) < 4 or not inner.isalpha() or left.casefold() in abbreviations:
        return False
    if "." in left + right[:-1]:  # «بی.بی.سی»
        return False
    persian = "\u0620" <= left[-1] <= "\u06ff" and "\u0620" <= right[0] <= "\u06ff"
    return persian or (left[-1].islower() and right[0].isupper() and right[1].islower())


# --- The child process ------------------------------------------------------------------------------------


def _serve() -> None:
    """Answer each line of standard input, a text in JSON, with hazm's words of each of its lines, in JSON.

    Ends when standard input does, and so with its parent, however that ends.
    """
    # What hazm's imports print must not pass for an answer.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    import hazm  # noqa: PLC0415 - seconds; the only place that imports it

    # The word list (1 s) would only serve to join the parts of verbs, which we keep apart.
    tokenizer = hazm.WordTokenizer(words_file=os.devnull, join_verb_parts=False)
    with open(0, encoding="ascii") as questions:
        for question in questions:
            lines = json.loads(question).split("\n")
            print(json.dumps([tokenizer.tokenize(line) for line in lines]), file=answers, flush=True)


if __name__ == "__main__":
    _serve()
