"""What a person looks for, as typed: words, "phrases" and beginnings*, found whatever way they are written.

Texts and queries are compared as `normalise` sees them, word by word. Words may be joined or not: «نخست وزیر» and
«نخست‌وزیر» find one another and the glued «نخستوزیر», which finds itself and the joined form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from peyman.core.model import Extent
from peyman.core.normalise import Normalised, normalise

# Stands for ZWNJ and ZWJ in the view: the parts of a joined word are words, and the whole is one, too.
JOINT = "\x01"
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(rf"(?<![^\W_])[^\W_]++(?:{JOINT}++[^\W_]++)+")
_BETWEEN = r"(?: ?(?:[^\w ]|_){1,2} ?| )"  # words of a phrase stand apart by a space or a sign or two
_TERM = re.compile(r'[«“„"]([^«»“”„"]*)(?:[»”“"](\*?)|$)|([^\s«»“”„"]+)')
_MOST_GLUED = 4  # words; of a longer phrase only two neighbours, or all, are also looked for glued


def view_of(text: str) -> Normalised:
    """Return the view in which queries find their places."""
    return normalise(text.replace("\u200c", JOINT).replace("\u200d", JOINT))


def words_of(view: Normalised) -> list[str]:
    return _WORD.findall(view.text)


def joined_words_of(view: Normalised) -> list[str]:
    """Return the words with joints in them, without these."""
    return [word.replace(JOINT, "") for word in _JOINED.findall(view.text)]


@dataclass(frozen=True)
class Term:
    """Words that follow one another; the last may be just a beginning."""

    words: tuple[str, ...]
    prefix: bool = False

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The ways to write the words apart and glued; the first is as they were typed."""
        count = len(self.words)
        gaps = range(1, count)
        if count <= _MOST_GLUED:
            glued = [{gap for gap in gaps if mask >> (gap - 1) & 1} for mask in range(1 << count - 1)]
        else:
            glued = [set(), *({gap} for gap in gaps), set(gaps)]
        return tuple(dict.fromkeys(self._form(gone) for gone in glued))

    def _form(self, gone: set[int]) -> tuple[str, ...]:
        """Return the words without the gaps before those numbers."""
        chunks: list[str] = []
        for number, word in enumerate(self.words):
            if number in gone:
                chunks[-1] += word
            else:
                chunks.append(word)
        return tuple(chunks)

    @property
    def whole(self) -> str:
        """All the words glued together."""
        return "".join(self.words)

    def places(self, view: Normalised) -> Iterator[Extent]:
        """Yield where the words stand, as stretches of the view's own text."""
        pattern = self._joined if JOINT in view.text else self._plain
        for match in pattern.finditer(view.text):
            if not view.splits(match.start()) and not view.splits(match.end()):
                yield match.span()

    # Patterns begin with a letter, which is looked for quickly; that a word begins with it is asked then.

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        first = self.whole[0]
        return re.compile(f"{first}(?:{self._apart})")

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        """As `_plain`, but first of all the words joined."""
        first = self.whole[0]
        rest = rf"(?:[^\W_]|{JOINT})*" if self.prefix else ""
        letters = "".join(f"{JOINT}*{letter}" for letter in self.whole[1:])
        whole = rf"(?<![^\W_]{first})(?<!{JOINT}{first}){letters}{rest}(?![^\W_]|{JOINT})"
        return re.compile(f"{first}(?:{whole}|{self._apart})")

    @property
    def _apart(self) -> str:
        """The forms without their first letter, which is the same for all."""
        rest = r"[^\W_]*" if self.prefix else ""
        forms = "|".join(_BETWEEN.join(form)[1:] for form in self.forms)
        return rf"(?<![^\W_]{self.whole[0]})(?:{forms}){rest}(?![^\W_])"


@dataclass(frozen=True)
class Query:
    """Terms that an article must all hold, or one of those that stand for them all; without any it holds everywhere.

    Words typed without quotes are also looked for in a row: glued to one word they are found as well.
    """

    terms: tuple[Term, ...] = ()
    instead: tuple[Term, ...] = ()

    def find(self, text: str, view: Normalised | None = None) -> list[Extent]:
        """Return where the terms stand in a text that holds them all; neighbours of different terms are one place."""
        view = view or view_of(text)
        found = [[(*place, number) for place in term.places(view)] for number, term in enumerate(self.terms)]
        places = [place for of_term in found for place in of_term] if all(found) else []
        places += [(*place, -1) for term in self.instead for place in term.places(view)]
        return [view.extent(start, end) for start, end in _merged(sorted(places), view.text)]


def _merged(places: list[tuple[int, int, int]], text: str) -> list[Extent]:
    merged: list[tuple[int, int, int]] = []
    for start, end, term in places:
        if merged:
            first, last, before = merged[-1]
            neighbours = term != before and not text[last:start].strip(f" {JOINT}")
            if start < last or neighbours:
                merged[-1] = first, max(last, end), term
                continue
        merged.append((start, end, term))
    return [(start, end) for start, end, _ in merged]


@lru_cache(maxsize=64)
def parse_query(text: str) -> Query:
    """Read what was typed: words that must all be there, "phrases" in any quotes, beginnings with a star.

    What has no letter or digit in it is passed over.
    """
    terms: list[Term] = []
    quoted = False
    for match in _TERM.finditer(text):
        phrase, star, single = match.groups()
        typed = phrase if single is None else single
        words = tuple(words_of(view_of(typed)))
        if words:
            terms.append(Term(words, bool(star) or typed.rstrip().endswith("*")))
            quoted = quoted or single is None
    row: tuple[Term, ...] = ()
    if len(terms) > 1 and not quoted and not any(term.prefix for term in terms[:-1]):
        row = (Term(tuple(word for term in terms for word in term.words), terms[-1].prefix),)
    return Query(tuple(dict.fromkeys(terms)), row)
