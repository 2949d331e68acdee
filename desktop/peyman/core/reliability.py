"""Krippendorff's α of one attribute over many documents, with its bootstrap."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from operator import mul

from .measures import SCALE, Coincidences, Figure, Metric, difference, slopes
from .model import Json
from .resampling import Interval, Resampling
from .schema import Attribute

# With more distinct values than this, chance disagreement is resampled to first order: its slope by each value is
# taken at all documents together. That costs three counts a document instead of one for each value, and is off by
# no more than one part in as many as there are documents.
EXACT_VALUES = 40
_FINENESS = 1 << 40  # steps between 0 and the largest number, where a column's numbers are no integers


def metric_of(attribute: Attribute) -> Metric:
    """How two values of an attribute differ: by its kind in the schema."""
    if attribute.kind == "choice" and attribute.ordinal:
        return "ordinal"
    kinds: dict[str, Metric] = {"multi": "masi", "number": "interval"}
    return kinds.get(attribute.kind, "nominal")


def comparable(attribute: Attribute, metric: Metric, value: Json) -> Hashable | None:
    """Return what is compared of a value by an attribute's metric; None if there is none, or none of this kind.

    A choice on a scale is its rank; several choices are a set; a free text or list counts as a whole.
    """
    if value is None or value in ("", [], {}):
        return None
    match metric:
        case "ordinal":
            ranks = [choice.id for choice in attribute.choices]
            return ranks.index(value) if isinstance(value, str) and value in ranks else None
        case "masi":
            return frozenset(map(str, value)) if isinstance(value, list) else None
        case "interval":
            return value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if isinstance(value, str):
        return value.strip()
    return json.dumps(sorted(map(str, value)) if isinstance(value, list) else value, sort_keys=True)


def worded(attribute: Attribute, value: Hashable) -> str:
    """Return how a value that `comparable` made is shown: by its ids."""
    if isinstance(value, int) and metric_of(attribute) == "ordinal":
        return attribute.choices[value].id
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)


class Reliability:
    """α of the coincidences of each document: adds the columns it needs, and reads them when they are resampled."""

    def __init__(self, key: Hashable, met: Sequence[Coincidences], metric: Metric, columns: Resampling) -> None:
        self.together = Coincidences()
        for one in met:
            self.together.update(one)
        self.documents = sum(bool(one.pairs) for one in met)
        slope = slopes(self.together.values, metric)
        self.figure: Figure = self.together.alpha_with(metric, slope)
        self._key = key
        self._met = met
        self._columns = columns
        self._keys: list[Hashable] = []
        if len(self.together.values) <= EXACT_VALUES:
            self._alpha = self._exactly(metric)
        else:
            self._alpha = self._to_first_order(metric, slope)

    def interval(self) -> Interval:
        found = self._columns.estimate(self._alpha, *self._keys)
        return Interval(self.figure.value, found.low, found.high)

    def _add(self, name: Hashable, numbers: Sequence[int]) -> None:
        key = (self._key, name)
        self._columns.add(key, numbers)
        self._keys.append(key)

    def _exactly(self, metric: Metric) -> Callable[..., float | None]:
        """One column for the count of each value, then one for each pair of values that met."""
        values = sorted(self.together.values, key=_order)
        for value in values:
            self._add(value, [one.values[value] for one in self._met])
        if metric == "nominal":
            self._add("unequal", [one.unequal.total() for one in self._met])
            return lambda *sums: _nominal(sums[:-1], sums[-1] / SCALE)
        size = len(values)
        place = {value: number for number, value in enumerate(values)}
        met = sorted(self.together.unequal, key=lambda pair: sorted(map(_order, pair)))
        for pair in met:
            self._add(pair, [one.unequal[pair] for one in self._met])
        pairs = [(place[one], place[other]) for one, other in met]
        if metric == "ordinal":
            return lambda *sums: _ordinal(sums[:size], sums[size:], pairs)
        distance = difference(metric, self.together.values)
        apart = [(a, b, distance(values[a], values[b])) for a, b in combinations(range(size), 2)]
        weights = [distance(values[a], values[b]) for a, b in pairs]
        return lambda *sums: _weighted(sums[:size], sum(map(mul, sums[size:], weights)) / SCALE, apart)

    def _to_first_order(self, metric: Metric, slope: Mapping[Hashable, float]) -> Callable[..., float | None]:
        distance = difference(metric, self.together.values)
        met = [sum(c * distance(*pair) for pair, c in one.unequal.items()) / SCALE for one in self._met]
        chance = [sum(count * slope[value] for value, count in one.values.items()) for one in self._met]
        of_all = sum(chance)
        self._add("count", [one.values.total() for one in self._met])
        met_step, chance_step = max(met) / _FINENESS or 1.0, max(chance) / _FINENESS or 1.0
        self._add("met", [round(number / met_step) for number in met])
        self._add("chance", [round(number / chance_step) for number in chance])

        def alpha(count: int, met: int, chance: int) -> float | None:
            expected = 2 * chance * chance_step - of_all
            return 1 - (count - 1) * met * met_step / expected if expected > 0 else None

        return alpha


def _nominal(counts: Sequence[int], met: float) -> float | None:
    total = sum(counts)
    chance = total * total - sum(map(mul, counts, counts))
    return 1 - (total - 1) * met / chance if chance else None


def _ordinal(counts: Sequence[int], met: Sequence[int], pairs: Sequence[tuple[int, int]]) -> float | None:
    """Σ n_c·n_k·(x_c - x_k)² over all pairs is 2·(n·Σn·x² - (Σn·x)²), x being the middle of a value's ranks."""
    middle, below = [], 0.0
    for count in counts:
        middle.append(below + count / 2)
        below += count
    weighted = list(map(mul, counts, middle))
    chance = 2 * (below * sum(map(mul, weighted, middle)) - sum(weighted) ** 2)
    apart = sum(count * (middle[a] - middle[b]) ** 2 for count, (a, b) in zip(met, pairs, strict=True))
    return 1 - (below - 1) * apart / SCALE / chance if chance > 0 else None


def _weighted(counts: Sequence[int], met: float, apart: Sequence[tuple[int, int, float]]) -> float | None:
    chance = 2 * sum(counts[a] * counts[b] * distance for a, b, distance in apart)
    return 1 - (sum(counts) - 1) * met / chance if chance else None


def _order(value: Hashable) -> tuple[str, ...] | tuple[float, str]:
    """Any fixed order: numbers by size, the rest by their words."""
    if isinstance(value, int | float):
        return (value, "")
    return tuple(sorted(map(str, value))) if isinstance(value, frozenset) else (str(value),)
