"""The normalised view of a text: what search, suggestions and "same string" compare, mapped back to the text.

Words written in several ways look alike in it: with and without ZWNJ, tatweel or harakat, with Arabic or
Persian letters and digits, in capitals or not. The stored text never changes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from peyman.core.model import Extent

# What shows nothing of its own: tatweel, harakat, Koranic marks, other combining marks left after composing,
# soft hyphen, joiners, marks of direction, variation selectors, byte order mark.
_DROPPED = re.compile(
    "[\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f\u00ad\u061c"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
_SAME = str.maketrans(
    dict.fromkeys("يىئ", "ی")
    | dict.fromkeys("أإآٱ", "ا")
    | dict.fromkeys("ةۀ", "ه")
    | {"ك": "ک", "ؤ": "و", "ё": "е", "ı": "i"}
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")  # Arabic letters by shape, as some PDF files have
# Runs that are their own normal form, for speed; a letter with its accents, which is composed; all else. Where spaces
# are kept, a run goes on over single ones.
_PLAIN = "[!-@\\[-~ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیа-я،؛؟«»]+"
_REST = r"(?![\u0300-\u036f]))|[^\W\d_][\u0300-\u036f]+|."
_UNIT = re.compile(f"(?P<plain>{_PLAIN}(?: {_PLAIN})*{_REST}", re.DOTALL)
_UNIT_WITHOUT_SPACES = re.compile(f"(?P<plain>{_PLAIN}{_REST}", re.DOTALL)
_HYPHEN_BREAK = re.compile(r"(?<=[^\W\d_])-[^\S\r\n]*[\r\n]\s*(?=[^\W\d_])")
_IN_WORD = re.compile(r"[\w\u200c\u200d]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text made comparable: character i of `text` stands for raw[starts[i]:ends[i]]."""

    text: str
    raw: str = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    drop_spaces: bool = False

    def extent(self, start: int, end: int) -> Extent:
        """Return the raw extent of text[start:end], which must not be empty, with the marks on its last letter."""
        first, last = self.starts[start], self.ends[end - 1]
        while last < len(self.raw) and unicodedata.category(self.raw[last]) == "Mn" and not _fold(self.raw[last]):
            last += 1
        return first, last

    def find_all(self, needle: str, *, whole_words: bool = False) -> Iterator[Extent]:
        """Yield the raw extents, one after another, that look like `needle`, itself normalised alike.

        With `whole_words`, no letter, digit or joiner may touch them.
        """
        wanted = normalise(needle, drop_spaces=self.drop_spaces).text.strip()
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            found = self.extent(at, end)
            if self._splits(at) or self._splits(end) or (whole_words and self._touched(*found)):
                end = at + 1
            else:
                yield found
            at = self.text.find(wanted, end)

    def _splits(self, at: int) -> bool:
        """Tell whether the border before character `at` lies inside one raw character, such as ﻻ."""
        return 0 < at < len(self.text) and self.starts[at - 1] == self.starts[at]

    def _touched(self, start: int, end: int) -> bool:
        before, after = self.raw[max(start - 1, 0) : start], self.raw[end : end + 1]
        return bool(_IN_WORD.match(before) or _IN_WORD.match(after))


def normalise(text: str, *, drop_spaces: bool = False) -> Normalised:
    """Return the normalised view of a text; runs of white space become one space, or nothing.

    A hyphen that breaks a word over lines is left out with the break (in lower case only, so not Север-Юг).
    """
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    unit = _UNIT_WITHOUT_SPACES if drop_spaces else _UNIT
    for begin, stop in _kept(text):
        for match in unit.finditer(text, begin, stop):
            start, end = match.span()
            if match.lastgroup:
                pieces.append(match[0])
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
                continue
            folded = _fold(match[0])
            if folded == " " and (drop_spaces or (pieces and pieces[-1] == " ")):
                if not drop_spaces:
                    ends[-1] = end
                continue
            if folded:
                pieces.append(folded)
                starts.extend([start] * len(folded))
                ends.extend([end] * len(folded))
    return Normalised("".join(pieces), text, starts, ends, drop_spaces)


def _kept(text: str) -> Iterator[Extent]:
    """Yield what lies between the hyphens that break words."""
    start = 0
    for match in _HYPHEN_BREAK.finditer(text):
        if text[match.start() - 1].islower() and text[match.end()].islower():
            yield start, match.start()
            start = match.end()
    yield start, len(text)


@lru_cache(maxsize=4096)
def _fold(unit: str) -> str:
    """Return what one character, or a letter with its accents, looks like; white space is a space."""
    if unit.isspace():
        return " "
    if _PRESENTATION.match(unit):
        # Marks by shape stand on a space there.
        composed = unicodedata.normalize("NFKC", unit).replace(" ", "")
    else:
        composed = unicodedata.normalize("NFC", unit)
    # The dotted capital I folds to two characters, of which the second is dropped.
    folded = _DROPPED.sub("", composed.casefold()).translate(_SAME)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
