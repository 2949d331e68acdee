"""Normal forms: what dates, amounts of money and quantities say, apart from how they are written.

`read_norm` reads what an annotator has marked; the finders offer what stands in a running text, in time linear in
its length. Both go by one grammar, so that a suggestion and a reading never differ. What the readings look like
stands in `date_values` and `amounts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from peyman.core.amounts import Found, Norm, money, plain, quantities
from peyman.core.dates import dates, event_cue
from peyman.core.numbers import Shape, shape

_Find: TypeAlias = Callable[[Shape, str, date | None, bool], Iterator[Found]]

_LONGEST = 1000  # code points of a quote that are looked at
_BEFORE = 40  # code points in front of it

# The labels that have readings. The last argument: it is known to be one.
_FINDERS: Mapping[str, _Find] = MappingProxyType({
    "DATE": lambda made_out, language, today, known: dates(made_out, language, today, lenient=known),
    "MONEY": lambda made_out, language, _today, _known: money(made_out, language),
    "QUANT": lambda made_out, language, _today, _known: quantities(made_out, language),
})  # fmt: skip
LABELS = tuple(_FINDERS)


def find_dates(text: str, language: str, article_date: date | None = None) -> list[Found]:
    """Return the dates and durations of a text as (start, end, norm), in order and without overlaps."""
    return _found("DATE", shape(text, language), language, article_date)


def find_norms(text: str, language: str, article_date: date | None = None) -> dict[str, list[Found]]:
    """Return what all finders find, by label, making out the numbers only once."""
    made_out = shape(text, language)
    return {label: _found(label, made_out, language, article_date) for label in LABELS}


def read_norm(label: str, quote: str, language: str, article_date: date | None, before: str = "") -> Norm | None:
    """Return what a marked quote says, or None if its label has no reading or it cannot be read.

    `before` is the text in front of the quote: a comparator may stand there («بیش از», «ظرف»). What depends on an
    article's date that is not known has no interval.
    """
    if label not in _FINDERS:
        return None
    before, quote = before[-_BEFORE:], quote[:_LONGEST]
    made_out = shape(before + quote, language)
    border = next((i for i, start in enumerate(made_out.view.starts) if start >= len(before)), len(made_out.text))
    inside = [each for each in _FINDERS[label](made_out, language, article_date, True) if each[0] >= border]
    if not inside and before:
        return read_norm(label, quote, language, article_date)
    longest = max(inside, key=lambda each: (each[1] - each[0], -each[0]), default=None)
    cue = event_cue(made_out.text, border, language) if label == "DATE" else None
    # «پیش از سفر سال آینده» hangs on the journey, «پیش از سال آینده» does not.
    if cue and (longest is None or longest[0] > cue[0] + 1):
        return {"type": "event", "value": cue[1]}
    return longest[2] if longest else None if label == "DATE" else _bare(label, made_out)


def read_whole(label: str, text: str, language: str, article_date: date | None) -> Norm | None:
    """Return what somebody typed as a value says; None if it cannot be read, or has numbers that are left unread.

    So «۳۱ آبان ۱۴۰۴», a day that is not there, is not taken for the month around it.
    """
    if label not in _FINDERS or len(text) > _LONGEST:
        return None
    made_out = shape(text, language)
    inside = _FINDERS[label](made_out, language, article_date, True)
    longest = max(inside, key=lambda each: (each[1] - each[0], -each[0]), default=None)
    if longest is None:
        return read_norm(label, text, language, article_date)
    left = (number for number in made_out.numbers.values() if number.end <= longest[0] or longest[1] <= number.start)
    return longest[2] if next(left, None) is None else None


def _bare(label: str, made_out: Shape) -> Norm | None:
    """Read a number whose currency is not said, or whose unit is no measure."""
    number = next(iter(made_out.numbers.values()), None)
    if number is None or number.ordinal:
        return None
    norm: Norm = {"value": plain(number.value)}
    unit = " ".join(made_out.view.raw[made_out.view.extent(number.start, number.end)[1] :].split())
    return norm | {"unit": unit} if label == "QUANT" and unit and len(made_out.numbers) == 1 else norm


def _found(label: str, made_out: Shape, language: str, today: date | None) -> list[Found]:
    return _chosen(made_out, _FINDERS[label](made_out, language, today, False))


def _chosen(made_out: Shape, found: Iterable[Found]) -> list[Found]:
    """Return the findings at their places in the text itself: of those that overlap the first, then the longest."""
    chosen: list[Found] = []
    done = 0
    for start, end, norm in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= done:
            chosen.append((*made_out.view.extent(start, end), norm))
            done = end
    return chosen
