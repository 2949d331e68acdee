"""Word lists: names of places, bodies and people, and the words around them, found in any text at once.

The lists are plain text under `resources/gazetteers/`, one entry a line, with tabs between: label, identifier,
forms with `|` between them, flags. In a form, `*` after a Russian word means that it is inflected, and a mark at
the end says when it counts: `?` only beside a cue or in a row of places, `!` only beside a cue.

Forms and texts are compared as `normalise` sees them, word by word. Between the parts of a form white space may be
missing or there: «قره باغ», «قره‌باغ» and «قرهباغ» are one. A form in capitals asks for capitals.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path

from peyman.core.model import Extent
from peyman.core.normalise import Normalised, normalise
from peyman.core.text import unwrap_points
from peyman.paths import resource

_WORD = re.compile(r"\w+|[^\w\s]")
_LINE_BREAK = re.compile(r"\s*[\r\n]\s*")
_JOINERS = str.maketrans("\u200c\u200d", "  ")
_INFLECTED = re.compile(r"(\w+)\*")
_TAKING_YE = frozenset({"GPE", "LOC", "FAC", "ORG", "TOPIC", "ROLE", "ORGHEAD", "FACHEAD", "ROUTEHEAD"})
_VOWELS = ("ا", "و", "ه")  # after these the ending that joins a word to the next one is written
_MAX_ACRONYM = 6  # code points; longer names in capitals are only printed so


@dataclass(frozen=True, slots=True)
class Entry:
    """What one form of a word list stands for.

    Attributes:
        mark: "" counts everywhere, "?" beside a cue or in a row of places, "!" beside a cue.
        capital: 0 in any case, 1 with a capital first letter, 2 all in capitals.
        weight: how often it was seen, where that matters; else 1.
    """

    label: str
    id: str = ""
    flags: frozenset[str] = frozenset()
    mark: str = ""
    capital: int = 0
    weight: int = 1


class Words:
    """The words and punctuation marks of a text as `normalise` sees them, by number."""

    def __init__(self, raw: str) -> None:
        self.view: Normalised = normalise(raw)
        found = [(match[0], *match.span()) for match in _WORD.finditer(self.view.text)]
        self.text: list[str] = [word for word, _, _ in found]
        self.starts: list[int] = [start for _, start, _ in found]
        self.ends: list[int] = [end for _, _, end in found]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def breaks(self) -> frozenset[int]:
        """The words that begin a line of their own, so that no phrase reaches back over them."""
        raw = self.view.raw
        soft = set(unwrap_points(raw))
        gaps = (match.span() for match in _LINE_BREAK.finditer(raw))
        places = (bisect_left(self.view.starts, end) for start, end in gaps if (start, end) not in soft)
        return frozenset(bisect_left(self.starts, place) for place in places)

    def extent(self, first: int, after: int) -> Extent:
        """Return where the words from `first` up to `after` stand in the raw text."""
        return self.view.extent(self.starts[first], self.ends[after - 1])

    def touching(self, number: int) -> bool:
        """Tell whether nothing stands between a word and the one before it."""
        return number > 0 and self.ends[number - 1] == self.starts[number]

    def letter(self, number: int) -> str:
        """Return the first letter of a word as it stands in the raw text."""
        return self.view.raw[self.view.starts[self.starts[number]]]

    def capital(self, number: int) -> bool:
        return self.letter(number).isupper()

    def in_capitals(self, first: int, after: int) -> bool:
        return self.view.raw[slice(*self.extent(first, after))].isupper()

    def quoted(self, first: int, after: int) -> str:
        return self.view.raw[slice(*self.extent(first, after))]


class Lexicon:
    """Forms to look up in texts, and what they stand for."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._beginnings: set[str] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, form: str, entry: Entry) -> None:
        """Add a form; one without a letter or digit is left out."""
        self.add_parts(parts(form), entry)

    def add_parts(self, pieces: Sequence[str], entry: Entry) -> None:
        key = "".join(pieces)
        if not any(map(str.isalnum, key)):
            return
        known = self._entries.get(key, ())
        if entry not in known:
            self._entries[key] = (*known, entry)
        beginning = ""
        for piece in pieces[:-1]:
            beginning += piece
            self._beginnings.add(beginning)

    def find(self, words: Words) -> dict[int, list[tuple[int, tuple[Entry, ...]]]]:
        """Return, for each word where forms begin, where they end and what they mean, longest first."""
        found = ((first, self.at(words, first)) for first in range(len(words)))
        return {first: spots for first, spots in found if spots}

    def at(self, words: Words, first: int) -> list[tuple[int, tuple[Entry, ...]]]:
        """Return where the forms end that begin at a word, and what they mean, longest first."""
        entries, beginnings, text = self._entries, self._beginnings, words.text
        found: list[tuple[int, tuple[Entry, ...]]] = []
        at, key = first, text[first]
        while True:
            if key in entries and (fitting := _fitting(words, first, at + 1, entries[key])):
                found.insert(0, (at + 1, fitting))
            at += 1
            if key not in beginnings or at == len(text) or at in words.breaks:
                return found
            key += text[at]


def parts(form: str) -> list[str]:
    """Return the words of a form, between which white space may stand or not."""
    return _WORD.findall(normalise(form.translate(_JOINERS)).text)


def _fitting(words: Words, first: int, after: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries that may stand there: in the right case, and not inside a word with hyphens."""
    if _hyphenated(words, first, after):
        return ()
    if not any(entry.capital for entry in entries):
        return entries
    level = 2 if words.in_capitals(first, after) else int(words.capital(first))
    return tuple(entry for entry in entries if entry.capital <= level)


def _hyphenated(words: Words, first: int, after: int) -> bool:
    """Tell whether lower-case letters are joined by a hyphen: «вице-|президент», «Москва|-река»."""
    text = words.text
    if first > 1 and text[first - 1] == "-" and words.touching(first) and words.touching(first - 1):
        return words.letter(first).islower()
    if after + 1 < len(text) and text[after] == "-" and words.touching(after) and words.touching(after + 1):
        return words.letter(after + 1).islower()
    return False


# --- The lists --------------------------------------------------------------------------------------------


@cache
def shipped() -> Lexicon:
    """Return the word lists that come with Peyman, read once; nobody adds to them."""
    return load(resource("gazetteers"))


def load(folder: Path) -> Lexicon:
    """Read all lists of a folder; takes about a quarter of a second.

    Raises:
        OSError, ValueError: a list cannot be read, or a line lacks its columns (they ship with Peyman).
    """
    lexicon = Lexicon()
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                for form, entry in read_line(line):
                    lexicon.add_parts(_WORD.findall(form), entry)
    return lexicon


def read_line(line: str) -> Iterator[tuple[str, Entry]]:
    """Yield the forms of one line of a list, normalised and inflected, with what they stand for."""
    label, identifier, column, *flags = line.split("\t")
    flagged = frozenset(" ".join(flags).split())
    forms = column.split("|")
    # All at once, which is quicker; the bar stays itself in the normalised view.
    plain = normalise(column.translate(_JOINERS)).text.split("|")
    for form, normal in zip(forms, plain, strict=True):
        bare = normal.rstrip("?!")
        entry = Entry(label, identifier.strip("-"), flagged, normal[len(bare) :], _capitals(form))
        for inflected in inflections(bare):
            yield inflected, entry
        if label in _TAKING_YE and bare[-1:] in _VOWELS:
            yield bare + "ی", entry  # «باکوی», «روسیه‌ی»; «باکویی», the adjective, differs


def _capitals(form: str) -> int:
    letters = [c for c in form if c.isalpha()]
    if not letters or not letters[0].isupper():
        return 0
    return 2 if len(letters) <= _MAX_ACRONYM and all(map(str.isupper, letters)) else 1


def inflections(form: str) -> Iterable[str]:
    """Return the form with its starred words in each of the six Russian cases, the stars taken off."""
    pieces = _INFLECTED.split(form)
    if len(pieces) == 1:
        return [form]
    paradigms = [_cases(word) for word in pieces[1::2]]
    found = dict.fromkeys("".join(pieces).split("|"))
    for case in range(6):
        for choice in product(*(paradigm[case] for paradigm in paradigms)):
            endings = iter(choice)
            found["".join(next(endings) if n % 2 else piece for n, piece in enumerate(pieces))] = None
    return found


# For each ending, what it is replaced by in each case: nominative, genitive, dative, accusative, instrumental,
# prepositional. Where an ending does not tell the kind of word, the forms of all kinds that it may be stand
# together: too many forms find nothing wrong, too few miss names.
_PARADIGMS = {
    "ый": "ый ого ому ый/ого ым ом",
    "ий": "ий ого/его/ия ому/ему/ию ий/ого/его/ия им/ием ом/ем/ии",
    "ой": "ой ого/оя ому/ою ой/ого/оя ым/им/оем ом/ое",
    "ая": "ая ой ой ую ой ой",
    "яя": "яя ей ей юю ей ей",
    "ое": "ое ого ому ое ым/им ом",
    "ые": "ые ых ым ые/ых ыми ых",
    "ие": "ие их/ия им/ию ие/их ими/ием их/ии",
    "ия": "ия ии ии ию ией ии",
    "ец": "ец ца/еца цу/ецу ец/ца цем/ецем це/еце",
    "а": "а ы/и/ой е/ой у ой/ей е/ой",
    "я": "я и е/и ю ей/ёй е/и",
    "й": "й я ю й/я ем е",
    "ь": "ь я/и ю/и ь/я ем/ью/ём е/и",
    "о": "о а у о ом е",
    "е": "е я ю е ем е",
    "ы": "ы ов/ ам ы/ов ами ах",
    "и": "и ов/ей/й/ ам/ям и/ов/ей ами/ями ах/ях",
    "": " а у /а ом/ем/ым е/у",
}


def _cases(word: str) -> list[list[str]]:
    ending = next(end for end in _PARADIGMS if word.lower().endswith(end))
    stem = word[: len(word) - len(ending)]
    return [[stem + one for one in case.split("/")] for case in _PARADIGMS[ending].split(" ")]
