"""In which unit a file counts its offsets, found by the quotes that stand beside them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Extent
from peyman.core.text import Utf16Map, grapheme_breaks

from .base import Option, Options
from .building import short

ToPoints: TypeAlias = Callable[[int], int | None]  # an offset in some unit to code points; None: no such place

MESSAGES |= {
    "offsets_none": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, {where}: at {start}–{end} the text is not “{quote}”, whether one counts {units}. "
        "Correct the offsets or the text.",
    ),
    "offsets_ambiguous": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not show whether its offsets count {units}, and they lead to different places. "
        "Say which (--option offsets=…).",
    ),
    "offsets_mixed": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, {where}: {start}–{end} is “{quote}” if one counts {unit}, but other annotations do not fit that, so "
        "not all count the same. Correct those that are fewer.",
    ),
    "offsets_inside": QT_TRANSLATE_NOOP(
        "errors",
        "A span begins or ends inside “{text}” where {units} have no place for it. Choose other offsets to write.",
    ),
}


def _code_points(text: str) -> ToPoints:
    length = len(text)
    return lambda offset: offset if 0 <= offset <= length else None


def _utf16(text: str) -> ToPoints:
    units = Utf16Map(text)

    def convert(offset: int) -> int | None:
        try:
            return units.from_utf16(offset)
        except PeymanError:
            return None

    return convert


def _utf8(text: str) -> ToPoints:
    starts = [0]
    for character in text:
        starts.append(starts[-1] + len(character.encode()))
    return _looked_up(starts)


def _graphemes(text: str) -> ToPoints:
    breaks = grapheme_breaks(text)
    return lambda offset: breaks[offset] if 0 <= offset < len(breaks) else None


def _lines_as_one(text: str) -> ToPoints:
    """Code points, CR LF counted as one: what a program sees that opened the file in text mode."""
    if "\r\n" not in text:
        return _code_points(text)
    starts = [0]
    for place, character in enumerate(text):
        starts.append(starts[-1] + (character != "\r" or text[place + 1 : place + 2] != "\n"))
    points = {units: place for place, units in reversed(list(enumerate(starts)))}
    return points.get


def _looked_up(starts: Sequence[int]) -> ToPoints:
    def convert(offset: int) -> int | None:
        place = bisect_left(starts, offset)
        return place if place < len(starts) and starts[place] == offset else None

    return convert


UNITS: dict[str, Callable[[str], ToPoints]] = {
    "code-points": _code_points,
    "utf-16": _utf16,
    "graphemes": _graphemes,
    "utf-8": _utf8,
    "code-points-lf": _lines_as_one,
}


_TITLES: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("options", "as the texts beside them show"),
    "code-points": QT_TRANSLATE_NOOP("options", "characters (code points)"),
    "utf-16": QT_TRANSLATE_NOOP("options", "UTF-16 units, as browsers and Java do"),
    "graphemes": QT_TRANSLATE_NOOP("options", "what is seen as one character"),
    "utf-8": QT_TRANSLATE_NOOP("options", "bytes of UTF-8"),
    "code-points-lf": QT_TRANSLATE_NOOP("options", "characters, a line end as one"),
}


def offsets_option(usual: str, *others: str, only: Literal["", "import"] = "") -> Option:
    """Return the option of a format whose files usually count in `usual`, else in these units."""
    choices = ("auto", usual, *others)
    help_text = f"what offsets in the file count; usually {usual}"
    title = QT_TRANSLATE_NOOP("options", "Offsets count")
    return Option("offsets", help_text, "auto", choices, only, title, {name: _TITLES[name] for name in choices})


def unit_to_write(option: Option, options: Options) -> str:
    """Return the unit that was chosen to write, or else the usual one."""
    unit = options.of(option)
    return option.choices[1] if unit == "auto" else unit


def from_points(unit: str, text: str) -> Callable[[int], int]:
    """Return what turns code points into offsets in a unit, for places that have one.

    The function raises `offsets_inside` for a place inside what the unit counts as one.
    """
    if unit == "code-points":
        return lambda point: point
    if unit == "utf-16":
        return Utf16Map(text).to_utf16
    convert = UNITS[unit](text)
    places = ((offset, convert(offset)) for offset in range(len(text.encode()) + 1))
    offsets = {point: offset for offset, point in places if point is not None}

    def turn(point: int) -> int:
        if point not in offsets:
            raise PeymanError("offsets_inside", units=unit, text=short(text[max(0, point - 10) : point + 10]))
        return offsets[point]

    return turn


class OffsetVote:
    """Finds the unit of a whole file: every extent is shown to it once, and each unit that misfits drops out."""

    def __init__(self, file: str, units: Sequence[str], chosen: str = "auto") -> None:
        """`units` are those that may be, the usual one first; `chosen` is what `offsets_option` says."""
        self._file = file
        self._trails: dict[str, int] = dict.fromkeys(units if chosen == "auto" else [chosen], 0)
        self._rough: Counter[str] = Counter()  # extents without a quote that begin or end where words do not
        self._tried = tuple(self._trails)

    def see(
        self, text: str, extents: Iterable[tuple[int, int, str | None, str]], flat: Callable[[str], str] = str
    ) -> None:
        """Show the extents of one text: start, end, quote (None: unknown) and where that stands in the file.

        Raises:
            PeymanError: `offsets_none`, `import_offsets` when no unit is left.
        """
        self.see_pieces(text, [([(start, end)], quote, where) for start, end, quote, where in extents], flat)

    def see_pieces(
        self, text: str, spans: Sequence[tuple[Sequence[Extent], str | None, str]], flat: Callable[[str], str] = str
    ) -> None:
        """Show spans of one text that may have several pieces, whose texts stand in the quote with a space between.

        `flat` is done to quote and text before they are compared.
        """
        if not spans:
            return
        plain = text.isascii() and "\r" not in text  # then all units agree
        for unit in list(self._trails):
            convert = UNITS["code-points" if plain else unit](text)
            for pieces, quote, where in spans:
                extents = [converted(convert, *piece) for piece in pieces]
                if not _fits(text, extents, quote, flat):
                    del self._trails[unit]
                    if not self._trails and None in extents and not quote:
                        raise PeymanError(
                            "import_offsets", file=self._file, where=where, start=pieces[0][0], end=pieces[-1][1],
                            length=len(text),
                        )  # fmt: skip
                    if not self._trails:
                        raise self._misfit(text, pieces, quote, where, flat)
                    break
                self._trails[unit] = hash((self._trails[unit], *extents))
                if quote is None:
                    self._rough[unit] += any(_is_rough(text, *extent) for extent in extents if extent)

    def _misfit(
        self, text: str, pieces: Sequence[Extent], quote: str | None, where: str, flat: Callable[[str], str]
    ) -> PeymanError:
        """Return what to say of the span that fitted none of the units that were left; others may have fitted it."""
        told = {
            "file": self._file, "where": where, "start": pieces[0][0], "end": pieces[-1][1], "quote": short(quote or "")
        }  # fmt: skip
        for unit in self._tried:
            convert = UNITS[unit](text)
            if _fits(text, [converted(convert, *piece) for piece in pieces], quote, flat):
                return PeymanError("offsets_mixed", **told, unit=unit)
        return PeymanError("offsets_none", **told, units=", ".join(self._tried))

    def unit(self, named: str = "") -> str:
        """Return the unit; one of several that lead to the same places will do.

        Where the quotes do not tell, it is the one that the file names; or the one whose spans begin and end
        where words do, if with the others four times as many do not.

        Raises:
            PeymanError: `offsets_ambiguous`.
        """
        if named in self._trails:
            return named
        best = min(self._trails, key=lambda unit: self._rough[unit])
        rivals = [unit for unit, trail in self._trails.items() if trail != self._trails[best]]
        if any(self._rough[unit] <= 4 * self._rough[best] for unit in rivals):
            raise PeymanError("offsets_ambiguous", file=self._file, units=", ".join(self._trails))
        return best


Shown: TypeAlias = "tuple[str, Iterable[tuple[int, int, str | None, str]], str]"  # text, extents, unit that is named


def unit_of(
    file: str, shown: Iterable[Shown], option: Option, options: Options, flat: Callable[[str], str] = str
) -> Callable[[str], ToPoints]:
    """Return the unit of a whole file, which `shown` goes through once, as what `UNITS` has for it.

    Raises:
        PeymanError: `offsets_…`, `import_offsets`; `jsonl_empty` where nothing is shown.
    """
    vote = OffsetVote(file, option.choices[1:], options.of(option))
    named: set[str] = set()
    empty = True
    for text, extents, name in shown:
        vote.see(text, extents, flat)
        named.add(name)
        empty = False
    if empty:
        raise PeymanError("jsonl_empty", file=file)
    return UNITS[vote.unit(named.pop() if len(named) == 1 else "")]


def _fits(text: str, extents: Sequence[Extent | None], quote: str | None, flat: Callable[[str], str]) -> bool:
    """Tell whether these are stretches of a text, and say what the quote says."""
    if None in extents:
        return False
    found = " ".join(text[slice(*extent)] for extent in extents if extent)
    return quote in (None, found) or flat(found) == flat(quote or "")


def _is_rough(text: str, start: int, end: int) -> bool:
    """Tell whether an extent has white space at its edges, or begins or ends inside a word."""
    if text[start].isspace() or text[end - 1].isspace() or _continues(text[start]):
        return True
    return any(0 < at < len(text) and _is_wordy(text[at - 1]) and _is_wordy(text[at]) for at in (start, end))


def _is_wordy(character: str) -> bool:
    return character.isalnum() or _continues(character)


def _continues(character: str) -> bool:
    """Tell whether a character belongs to the one before it: harakat, joiners."""
    return unicodedata.category(character) in ("Mn", "Me") or character in "\u200c\u200d"


def converted(convert: ToPoints, start: int, end: int) -> Extent | None:
    """Return an extent in code points; None if it is no stretch of the text."""
    low, high = convert(start), convert(end)
    return None if low is None or high is None or low >= high else (low, high)
