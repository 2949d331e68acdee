"""What grammar finds in a text, and where the same people and bodies come again in short.

A person named in full comes again by the family name, a body by the short name that stood in brackets after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from peyman.core.gazetteer import Words

_LEAST = 4  # letters of a family name that may stand alone
_RUSSIAN_ENDING = re.compile(r"(?<=[а-я]{4})(?:ого|ому|ой|ым|им|ом|ем|ая|ую|ий|а|у|е|ы|я|ю)$")
# Endings of family names in Persian letters; those in Cyrillic letters have their capital.
FAMILY_ENDING = re.compile(
    r"\w{2}(?:زاده|نژاد|پور|فرد?|نیا|منش|وند|لو|لی|یان|دوست|خواه|راد|مهر|[وای]?ف|[وای]وا|ین|سکی|ویچ|اوغلو|اوغلی|ی|[а-я])$"
)
_MOST_SHORT = 8  # letters of a short name in Persian letters


@dataclass(frozen=True, slots=True)
class Found:
    """A name or phrase over the words from `first` up to `after`, with those inside it."""

    label: str
    first: int
    after: int
    score: float  # how likely it is right, as far as measured
    phrase: bool = False  # put together by grammar, not just found in a list
    canon: str = ""
    sub: str = ""
    inner: tuple[Found, ...] = ()

    def all(self) -> Iterator[Found]:
        """Yield this one and all inside it."""
        yield self
        for one in self.inner:
            yield from one.all()


def echoes(words: Words, found: Iterable[Found], may_begin: Callable[[int], bool]) -> Iterator[Found]:
    """Yield mentions in short of the people and bodies found in full, where nothing was found.

    `may_begin` tells whether a name may begin at a word; family names such as «اسلامی» are adjectives elsewhere.
    """
    named = list(found)
    short: dict[tuple[str, ...], Found] = {}
    for outer in named:
        for one in outer.all():
            if one.label == "PER":
                for first in _family_names(words, one):
                    short.setdefault(_stems(words.text[first : one.after]), one)
            elif one.label == "ORG" and (alias := _alias(words, one)) is not None:
                short.setdefault(_stems(words.text[alias.first : alias.after]), alias)
    if not short:
        return
    taken = bytearray(len(words))
    for one in named:
        taken[one.first : one.after] = bytes([1]) * (one.after - one.first)
    stems = _stems(words.text)
    for at in range(len(words)):
        for length in (2, 1) if at + 1 < len(words) else (1,):
            whole = short.get(stems[at : at + length])
            if whole is not None and not any(taken[at : at + length]) and _alike(words, at, whole):
                if whole.label == "PER" and not (words.capital(at) or may_begin(at)):
                    continue
                taken[at : at + length] = bytes([1]) * length
                yield Found(whole.label, at, at + length, 0.7, True, whole.canon, whole.sub)


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words without Russian case endings."""
    return tuple(_RUSSIAN_ENDING.sub("", word) if "а" <= word[-1] <= "я" else word for word in words)


def _alike(words: Words, at: int, whole: Found) -> bool:
    """Tell whether a word begins with a capital letter if the name it may repeat does."""
    return words.capital(at) or not words.capital(whole.after - 1)


def _family_names(words: Words, person: Found) -> Iterator[int]:
    """Yield the words of a name from which on the person may be called later: the last, or the last two."""
    last = person.after - 1
    if person.after - person.first > 2:
        yield last - 1
    if person.after - person.first > 1 and len(words.text[last]) >= _LEAST and FAMILY_ENDING.search(words.text[last]):
        yield last


def _alias(words: Words, body: Found) -> Found | None:
    """Return the short name in brackets after a body: «… (ГТК)», «… (اکو)»."""
    at = body.after + 1
    if at + 1 >= len(words) or words.text[body.after] != "(" or words.text[at + 1] != ")":
        return None
    word = words.text[at]
    if not word.isalpha() or len(word) < 2:
        return None
    if words.in_capitals(at, at + 1) or (len(word) <= _MOST_SHORT and "\u0600" <= word[0] <= "\u06ff"):
        return Found("ORG", at, at + 1, 0.7, True, body.canon, body.sub)
    return None
