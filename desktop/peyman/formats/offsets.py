"""In which unit a file counts its offsets, found by the quotes that stand beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Extent
from peyman.core.text import Utf16Map, grapheme_breaks

from .base import Option
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


def offsets_option(usual: str) -> Option:
    """Return the option of a format whose files usually count in `usual`."""
    return Option("offsets", f"what offsets in the file count; usually {usual}", "auto", ("auto", *UNITS))


class OffsetVote:
    """Finds the unit of a whole file: every extent is shown to it once, and each unit that misfits drops out."""

    def __init__(self, file: str, units: Sequence[str], chosen: str = "auto") -> None:
        """`units` are those that may be, the usual one first; `chosen` is what `offsets_option` says."""
        self._file = file
        self._trails: dict[str, int] = dict.fromkeys(units if chosen == "auto" else [chosen], 0)
        self._tried = ", ".join(self._trails)

    def see(self, text: str, extents: Iterable[tuple[int, int, str | None, str]]) -> None:
        """Show the extents of one text: start, end, quote (None: unknown) and where that stands in the file.

        Raises:
            PeymanError: `offsets_none` when no unit is left.
        """
        self.see_pieces(text, [([(start, end)], quote, where) for start, end, quote, where in extents])

    def see_pieces(
        self, text: str, spans: Sequence[tuple[Sequence[Extent], str | None, str]], flat: Callable[[str], str] = str
    ) -> None:
        """Show spans of one text that may have several pieces, whose texts stand in the quote with a space between.

        `flat` is done to quote and text before they are compared.
        """
        plain = text.isascii() and "\r" not in text  # then all units agree
        for unit in list(self._trails):
            convert = UNITS["code-points" if plain else unit](text)
            for pieces, quote, where in spans:
                extents = [converted(convert, *piece) for piece in pieces]
                found = " ".join(text[slice(*extent)] for extent in extents if extent)
                if None in extents or (quote is not None and flat(found) != flat(quote)):
                    del self._trails[unit]
                    if not self._trails and None in extents and not quote:
                        raise PeymanError(
                            "import_offsets", file=self._file, where=where, start=pieces[0][0], end=pieces[-1][1],
                            length=len(text),
                        )  # fmt: skip
                    if not self._trails:
                        raise PeymanError(
                            "offsets_none", file=self._file, where=where, start=pieces[0][0], end=pieces[-1][1],
                            quote=short(quote or ""), units=self._tried,
                        )  # fmt: skip
                    break
                self._trails[unit] = hash((self._trails[unit], *extents))

    def unit(self) -> str:
        """Return the unit; one of several that lead to the same places will do.

        Raises:
            PeymanError: `offsets_ambiguous`.
        """
        if len(set(self._trails.values())) > 1:
            raise PeymanError("offsets_ambiguous", file=self._file, units=", ".join(self._trails))
        return next(iter(self._trails))


def converted(convert: ToPoints, start: int, end: int) -> Extent | None:
    """Return an extent in code points; None if it is no stretch of the text."""
    low, high = convert(start), convert(end)
    return None if low is None or high is None or low >= high else (low, high)
