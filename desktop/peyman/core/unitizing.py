"""Krippendorff's α for unitizing: do annotators agree on where the stretches are, and on what they are?

Krippendorff, Mathet, Bouvry & Widlöcher, On the Reliability of Unitizing Textual Continua (2016), and
Krippendorff, Content Analysis (4th ed., 2019), 12.6. Each annotator's text is cut into units and the gaps
between them; what meets is measured in code points, not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .measures import SCALE, Figure, Reason
from .model import Extent

Unit: TypeAlias = tuple[int, int, str]  # start, end, value
_Value: TypeAlias = "str | None"  # None is a gap
_Part: TypeAlias = tuple[int, int, _Value]
_Meetings: TypeAlias = "defaultdict[tuple[_Value, _Value], float]"  # lengths on which two values meet


@dataclass(frozen=True, slots=True)
class Unitizing:
    """The α family for one text.

    Attributes:
        nominal: units, values and gaps together (uα).
        binary: units against gaps, whatever the value (|uα).
        coded: values where annotators' units meet, gaps left out (cuα).
        per_value: the same for each value ((k)uα).
        coverage: how much of each value's length met another annotator's unit, 0 to 1.
    """

    nominal: Figure
    binary: Figure
    coded: Figure
    per_value: Mapping[str, Figure]
    coverage: Mapping[str, float]


def unitizing_alpha(coders: Sequence[Iterable[Unit]], length: int) -> Unitizing:
    """Compare several annotators' units of a text of this length; an annotator without any has one gap.

    Raises ValueError if there are fewer than two annotators, or if one's units overlap, are empty, or leave the
    text: nested spans are compared label by label.
    """
    if len(coders) < 2:
        raise ValueError("agreement needs two annotators")
    parts = [_partition(units, length) for units in coders]
    meets, paired = _meetings(parts)
    values = sorted({value for part in parts for _, _, value in part if value is not None})
    own: Counter[_Value] = Counter()  # how often a unit would meet itself by chance: its length squared
    for part in parts:
        for start, end, value in part:
            own[value] += end - start if value is None else (end - start) ** 2
    nominal = _alpha(meets, (None, *values), own.total())
    whatever: _Meetings = defaultdict(float)
    for (one, other), amount in meets.items():
        whatever[one and "", other and ""] += amount
    binary = _alpha(whatever, (None, ""), own.total())
    coded = _alpha(meets, values, sum(paired.values()))
    size = {value: sum(meets[value, other] for other in (None, *values)) for value in values}
    return Unitizing(
        nominal, binary, coded,
        {value: _of_value(value, meets, values, paired) for value in values},
        {value: 1 - meets[value, None] / size[value] for value in values},
    )  # fmt: skip


def _alpha(meets: _Meetings, values: Sequence[_Value], own: float) -> Figure:
    """1 - Dₒ/Dₑ of a matrix of meetings; `own` is what units would meet of themselves (equations 33 and 34)."""
    margins = [sum(meets[value, other] for other in values) for value in values]
    total = sum(margins)
    apart = total * total - sum(margin * margin for margin in margins)
    if not total:
        return Figure(None, "nothing_to_pair" if values else "nothing_there")
    if apart <= 0:
        return Figure(None, "one_value" if values != (None,) else "nothing_there")
    same = sum(meets[value, value] for value in values)
    return Figure(1 - (total - same) * (total - own / total) / apart, "", same / total)


def _of_value(value: str, meets: _Meetings, values: Sequence[str], paired: Mapping[str, float]) -> Figure:
    """(k)uα, equation 38."""
    total = sum(meets[one, other] for one in values for other in values)
    margin = sum(meets[value, other] for other in values)
    if not margin:
        return Figure(None, "nothing_to_pair")
    if margin == total:
        return Figure(None, "one_value", 1.0)
    expected, apart = margin * total - paired[value], margin * (total - margin)  # both lack the same divisor
    same = meets[value, value] / margin
    return Figure(1 - expected / apart * (1 - same), "", same)


def _partition(units: Iterable[Unit], length: int) -> list[_Part]:
    parts: list[_Part] = []
    at = 0
    for start, end, value in sorted(units):
        if not at <= start < end <= length:
            raise ValueError(f"the unit {start}-{end} overlaps another, is empty or leaves the text")
        if at < start:
            parts.append((at, start, None))
        parts.append((start, end, value))
        at = end
    if at < length:
        parts.append((at, length, None))
    return parts


def _meetings(parts: Sequence[Sequence[_Part]]) -> tuple[_Meetings, Mapping[str, float]]:
    """Return the lengths on which values meet, and for each value Σ(mean length met of others' units)².

    The latter is what cuα takes for a unit meeting itself; it is confirmed by the one published example
    (Fig. 12.11, 2019) and not spelt out there.
    """
    meets: _Meetings = defaultdict(float)
    met: defaultdict[tuple[int, str, int], float] = defaultdict(float)  # of each annotator's each unit
    others = len(parts) - 1
    for length, at in _steps(parts):
        now = [part[place][2] for part, place in zip(parts, at, strict=True)]
        counts = Counter(now)
        for one, times in counts.items():
            for other, again in counts.items():
                meets[one, other] += length * times * (again - (one == other)) / others
        for who, value in enumerate(now):
            if value is not None:
                met[who, value, at[who]] += length * (others - counts[None]) / others
    paired: defaultdict[str, float] = defaultdict(float)
    for (_, value, _), amount in met.items():
        paired[value] += amount * amount
    return meets, paired


def _steps(parts: Sequence[Sequence[_Part]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the stretches on which nobody's part changes: their length, and the index of each one's part."""
    at = [0] * len(parts)
    here = 0
    while at[0] < len(parts[0]):
        end = min(part[place][1] for part, place in zip(parts, at, strict=True))
        yield end - here, tuple(at)
        at = [place + (part[place][1] == end) for part, place in zip(parts, at, strict=True)]
        here = end


# One label, adding up over documents ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cover:
    """What uα of one label needs of a document; documents add up, as if they stood one after another.

    Attributes:
        total: length of the text times the annotators.
        covered: length under the label, of all annotators.
        shared: length of it that others cover as well, times `SCALE`, averaged over them.
        squares: Σ length² of the units.
    """

    total: int
    covered: int
    shared: int
    squares: int

    @classmethod
    def of(cls, coders: Sequence[Iterable[Extent]], length: int) -> Cover:
        """Measure several annotators' stretches of one label; one's own that overlap count as one unit."""
        edges: list[tuple[int, int]] = []
        covered = squares = 0
        for pieces in coders:
            for start, end in united(pieces):
                edges += ((start, 1), (end, -1))
                covered += end - start
                squares += (end - start) ** 2
        shared = depth = here = 0
        for place, step in sorted(edges):
            shared += (place - here) * depth * (depth - 1)
            here, depth = place, depth + step
        return cls(length * len(coders), covered, round(shared * SCALE / max(1, len(coders) - 1)), squares)


def cover_alpha(total: int, covered: int, shared: int, squares: int) -> float | None:
    """Return uα of one label from sums of `Cover`; None if it covers nothing, or everything."""
    gap = total - covered
    if not covered or not gap:
        return None
    return 1 - (covered - shared / SCALE) * (total - (gap + squares) / total) / (covered * gap)


def cover_reason(covered: int) -> Reason:
    """Why `cover_alpha` gave no figure."""
    return "one_value" if covered else "nothing_there"


def united(pieces: Iterable[Extent]) -> Iterator[Extent]:
    """Yield the stretches with those that overlap made one; those that only touch stay two."""
    last: Extent | None = None
    for start, end in sorted(pieces):
        if last is not None and start < last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last
