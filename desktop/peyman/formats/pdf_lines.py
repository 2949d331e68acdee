"""Lines of text out of glyphs at places: what a page of a PDF shows, in the order in which it is read.

A page says where each glyph stands, and nothing of lines, of spaces or of the direction of writing; which glyph comes
first in the file depends on the program that made it. So lines are built from places alone, and each is turned from
the order in which it is seen (left to right) into the one in which it is read: the Unicode bidirectional algorithm
(UAX #9) the other way round.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

# Shares of the size of a font.
_SAME_LINE = 0.5  # between the feet of two glyphs: an index stays on its line
_SPACE = 0.15  # between two glyphs: the narrowest space is a fifth, while kerning and rounding stay below a tenth
_GUTTER = 1.0  # between two columns
_TOUCH = 0.04  # what is nearer than this touches

_RIGHT = frozenset({"R", "AL"})
_BLANKS = "\t\n\r " + "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ZWNJ = "\u200c"
_OPENING, _CLOSING = "([{«‹", ")]}»›"
# Classes of a line's glyphs: L and R letters, N digits, c what joins two numbers, o anything else.
_LEFT_RUN = re.compile("L(?:[^R]*[LN])?|N(?:c?N)*")  # a number after Latin belongs to it (rule W7)
_RIGHT_RUN = re.compile("R(?:[^L]*R)?")
# What one glyph may stand for, in the order in which it is read («لا»); the file may tell it the other way round.
_LIGATURES = frozenset(
    letters for code in range(0xFBEA, 0xFEFD) if len(letters := unicodedata.normalize("NFKC", chr(code))) > 1
)


@dataclass(slots=True)
class Glyph:
    """What a page shows at one place: one character or some.

    Lengths are in points: `y` is the foot of its line, upwards, `size` that of its font. `number` counts the characters
    of the page as the file has them.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    number: int = 0

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(_BLANKS)


def spelled(letters: str, backwards: bool) -> str:
    """Return what one glyph stands for as it is read; `backwards` tells that it may have been turned round."""
    marks = "".join(filter(is_mark, letters))
    base = "".join(letter for letter in letters if not is_mark(letter))
    turned = base[::-1]
    if turned in _LIGATURES or (backwards and base not in _LIGATURES):
        base = turned
    return base + marks


def is_mark(text: str) -> bool:
    """Tell whether it stands above or below a letter and takes no room."""
    return all(unicodedata.category(character) == "Mn" for character in text)


def is_level(one: Glyph, other: Glyph) -> bool:
    """Tell whether two glyphs stand on the same line."""
    return abs(one.y - other.y) <= _SAME_LINE * max(one.size, other.size)


def is_rightward(glyphs: Iterable[Glyph]) -> bool:
    """Tell whether most letters are of a script that is read from right to left."""
    kinds = [unicodedata.bidirectional(glyph.text[0]) for glyph in glyphs]
    return sum(kind in _RIGHT for kind in kinds) > kinds.count("L")


def block_text(glyphs: Sequence[Glyph], rightward: bool) -> str:
    """Return the lines of a page or a part of it; where more room than usual is between two, there is an empty one."""
    rows = list(_rows([glyph for glyph in glyphs if not is_mark(glyph.text)]))
    for mark in glyphs:
        if is_mark(mark.text):
            _attach(mark, rows)
    lines = _ordered([part for row in rows for part in _parts(row)])
    steps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    usual = median_low([step for step in steps if step > 0] or [0.0])
    text = ""
    for line, step in zip(lines, [0.0, *steps], strict=False):
        if words := line_text(line, rightward).strip(" "):
            text += ("\n\n" if text and step > 1.5 * usual else "\n" if text else "") + words
    return text


# Lines ---------------------------------------------------------------------------------------------------------------


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of one height, from the top, each row from the left."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if row and not is_level(row[0], glyph):
            yield _sorted(row)
            row = []
        row.append(glyph)
    if row:
        yield _sorted(row)


def _sorted(row: list[Glyph]) -> list[Glyph]:
    """Return the glyphs of a row from the left; what takes no room and starts where another does comes before it.

    What is drawn twice, to look bold, is there once.
    """
    made: list[Glyph] = []
    for glyph in sorted(row, key=lambda g: g.left - (g.is_blank or g.text == _ZWNJ) * _TOUCH * g.size):
        if made and made[-1].text == glyph.text:
            narrower = min(made[-1].right - made[-1].left, glyph.right - glyph.left)
            if made[-1].right - glyph.left > narrower / 2:
                continue
        made.append(glyph)
    return made


def _attach(mark: Glyph, rows: list[list[Glyph]]) -> None:
    """Add a mark to the letter nearest to it; a mark with none near it is dropped."""
    best, nearest = None, mark.size
    for row in rows:
        apart = abs(row[0].y - mark.y)
        for glyph in row if apart < nearest else ():
            aside = abs(glyph.left + glyph.right - mark.left - mark.right) / 2
            distance = apart + max(0, aside - (glyph.right - glyph.left) / 2) + aside / 100
            if distance < nearest and not glyph.is_blank:
                best, nearest = glyph, distance
    if best and not best.text.endswith(mark.text):  # some programs show it twice, in the letter and by itself
        best.text += mark.text


def _parts(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield what a row holds of each column: wide room is between them, and in the file there is much between."""
    part = row[:1]
    for glyph in row[1:]:
        apart = abs(glyph.number - part[-1].number) > 1.5 * len(row)
        if apart and glyph.left - part[-1].right > _GUTTER * glyph.size:
            yield part
            part = []
        part.append(glyph)
    yield part


def _ordered(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return lines as the file has them, which knows columns; of those over one another the upper one is first."""
    made: list[list[Glyph]] = []
    for line in sorted(lines, key=lambda line: min(glyph.number for glyph in line)):
        place = len(made)
        while place and _is_over(line, made[place - 1]):
            place -= 1
        made.insert(place, line)
    return made


def _is_over(line: list[Glyph], other: list[Glyph]) -> bool:
    return line[0].y > other[0].y and line[0].left < other[-1].right and other[0].left < line[-1].right


# The order of reading ------------------------------------------------------------------------------------------------


def line_text(line: Sequence[Glyph], rightward: bool) -> str:
    """Return the text of a line whose glyphs are given from the left; `rightward` is the direction of the page."""
    pieces = list(_spaced(line)) or [" "]
    classes = "".join(map(_class, pieces))
    if "R" not in classes:  # Latin on a Persian page goes from the left, unless it ends there with a stop
        rightward = rightward and pieces[0][0] in ".،؛:!؟?,"
    if rightward:
        return _with_brackets(_from_right(pieces, classes))
    read, at = [], 0
    for run in _RIGHT_RUN.finditer(classes):
        read += pieces[at : run.start()]
        read.append(_with_brackets(_from_right(pieces[run.start() : run.end()], run[0])))
        at = run.end()
    return "".join(read + pieces[at:])


def _spaced(line: Sequence[Glyph]) -> Iterator[str]:
    """Yield what each glyph stands for, with a space where room is left; a space without room joins two letters.

    Shaping puts a space of no width in the place of a ZWNJ.
    """
    last: Glyph | None = None
    blank = False
    for number, glyph in enumerate(line):
        if glyph.is_blank:
            after = line[number + 1] if number + 1 < len(line) else None
            room = last is None or after is None or after.left - last.right > _TOUCH * glyph.size
            if not room and after and last and _class(after.text) == _class(last.text) == "R":
                yield _ZWNJ
            blank = blank or room
            continue
        if last and (blank or glyph.left - last.right > _SPACE * glyph.size):
            yield " "
        yield glyph.text
        last, blank = glyph, False


def _class(piece: str) -> str:
    kind = unicodedata.bidirectional(piece[0])
    if kind in _RIGHT:
        return "R"
    return {"L": "L", "EN": "N", "AN": "N", "CS": "c"}.get(kind, "o")


def _from_right(pieces: list[str], classes: str) -> list[str]:
    """Return pieces as they are read from the right, where Latin and numbers go to the right."""
    read, at = [], 0
    for run in _LEFT_RUN.finditer(classes):
        read += pieces[at : run.start()]
        read.append("".join(pieces[run.start() : run.end()]))
        at = run.end()
    return [*reversed(read + pieces[at:])]


def _with_brackets(pieces: list[str]) -> str:
    """Return a text with each bracket as it opens or closes: some files tell its shape, and some its meaning.

    An opening one stands before a word and not after one; where that does not tell, the last one that is open does.
    """
    text, opened = "", 0
    for number, piece in enumerate(pieces):
        kind = (_OPENING + _CLOSING).find(piece) % len(_OPENING) if piece in _OPENING + _CLOSING else -1
        if kind < 0:
            text += piece
            continue
        before = text[-1:].strip() not in ("", *_OPENING)
        after = number + 1 < len(pieces) and pieces[number + 1][0] not in " .،؛:!؟?," + _CLOSING
        closes = before if before != after else opened > 0
        opened += -1 if closes else 1
        text += (_CLOSING if closes else _OPENING)[kind]
    return text
