"""Chance-corrected agreement on plain data: Krippendorff's α, Cohen's κ, Scott's π, Fleiss' κ.

A *unit* is something several annotators gave a value to; None stands for a value that is missing, which is no
category of its own. A figure that is undefined says why instead of passing as 0 or 1. Standard library only.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .errors import QT_TRANSLATE_NOOP

Metric: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio", "masi"]
Reason: TypeAlias = Literal["", "nothing_there", "nothing_to_pair", "one_value", "uneven"]
Distance: TypeAlias = Callable[[Hashable, Hashable], float]

# Whatever is counted in parts of 1/(m-1), m being how many annotators answered, is an integer in this unit.
# Divisible by 1 to 16: exact up to 17 annotators of one unit, and to a millionth beyond.
SCALE = 720_720

REASONS: Mapping[Reason, str] = {
    "nothing_there": QT_TRANSLATE_NOOP("agreement", "neither side has any"),
    "nothing_to_pair": QT_TRANSLATE_NOOP("agreement", "nothing was answered by two annotators"),
    "one_value": QT_TRANSLATE_NOOP("agreement", "only one value was ever used, so chance would agree as well"),
    "uneven": QT_TRANSLATE_NOOP("agreement", "not everybody answered everything"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number, or why there is none.

    Attributes:
        reason: key into `REASONS`, empty if there is a value.
        observed: share of pairs of answers that are equal, chance left in.
        expected: what that share would be by chance.
    """

    value: float | None
    reason: Reason = ""
    observed: float | None = None
    expected: float | None = None


# Krippendorff's α ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Coincidences:
    """Which values met on the same unit: the off-diagonal of Krippendorff's coincidence matrix, and its margins.

    They add up over documents, which is what makes resampling documents cheap.

    Attributes:
        values: how often each value was given where another annotator gave one as well.
        unequal: how often two different values met, times `SCALE`; each unit counts as many times as it has values.
        pairs: pairs of answers.
        alone: units with one value only, which say nothing of agreement.
    """

    values: Counter[Hashable] = field(default_factory=Counter)
    unequal: Counter[frozenset[Hashable]] = field(default_factory=Counter)
    pairs: int = 0
    alone: int = 0

    def add(self, values: Sequence[Hashable]) -> None:
        """Count one unit's values, without the missing ones."""
        count = len(values)
        if count < 2:
            self.alone += count
            return
        self.pairs += count * (count - 1) // 2
        if values.count(values[0]) == count:  # as most often
            self.values[values[0]] += count
            return
        given = Counter(values)
        self.values.update(given)
        for (one, times), (other, others) in itertools.combinations(given.items(), 2):
            self.unequal[frozenset((one, other))] += round(SCALE * 2 * times * others / (count - 1))

    def update(self, other: Coincidences) -> None:
        self.values.update(other.values)
        self.unequal.update(other.unequal)
        self.pairs += other.pairs
        self.alone += other.alone

    @property
    def observed(self) -> float | None:
        """Share of pairs of answers that are equal, each unit counting by its number of values."""
        total = self.values.total()
        return 1 - self.unequal.total() / SCALE / total if total else None

    def alpha(self, metric: Metric) -> Figure:
        """Krippendorff's α (see `krippendorff_alpha`)."""
        return self.alpha_with(metric, slopes(self.values, metric))

    def alpha_with(self, metric: Metric, slope: Mapping[Hashable, float]) -> Figure:
        """The same, where `slopes` of the values are known already."""
        total = self.values.total()
        if not total:
            return Figure(None, "nothing_to_pair")
        equal = sum(count * (count - 1) for count in self.values.values()) / (total * (total - 1))
        chance = sum(count * slope[value] for value, count in self.values.items())
        if chance == 0:
            return Figure(None, "one_value", self.observed, equal)
        distance = difference(metric, self.values)
        met = sum(count * distance(*pair) for pair, count in self.unequal.items()) / SCALE
        return Figure(1 - (total - 1) * met / chance, "", self.observed, equal)


def krippendorff_alpha(units: Iterable[Sequence[object]], metric: Metric = "nominal") -> Figure:
    """Return α = 1 - Dₒ/Dₑ for any number of annotators, with missing values.

    Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), E; units with fewer than two values are left
    out. The metric "masi" compares collections (Passonneau 2006), the others single values; "ordinal",
    "interval" and "ratio" need numbers, which for "ordinal" stand for ranks.
    """
    met = Coincidences()
    for unit in units:
        met.add([_hashable(value) for value in unit if value is not None])
    return met.alpha(metric)


def _hashable(value: object) -> Hashable:
    return frozenset(value) if isinstance(value, list | tuple | AbstractSet) else value


def masi(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float:
    """Return the distance of two sets, 0 to 1: 1 - Jaccard · monotonicity.

    Monotonicity is 1 for equal sets, 2/3 if one holds the other, 1/3 if they share something, else 0.
    Passonneau, Measuring Agreement on Set-valued Items (MASI), LREC 2006.
    """
    if one == other:
        return 0.0
    if one.isdisjoint(other):
        return 1.0
    shared = one & other
    return 1 - len(shared) / len(one | other) * (2 / 3 if shared in (one, other) else 1 / 3)


def difference(metric: Metric, counts: Mapping[Hashable, int]) -> Distance:
    """Return what two values count as disagreement; `counts`, of each value, matters to ordinal ones only.

    It is the squared difference, but for sets MASI as it stands, as Passonneau has it.
    """
    match metric:
        case "nominal":
            return lambda one, other: float(one != other)
        case "masi":
            return lambda one, other: masi(one, other)  # type: ignore[arg-type]
        case "interval":
            return lambda one, other: (one - other) ** 2  # type: ignore[operator]
        case "ratio":
            return lambda one, other: ((one - other) / (one + other)) ** 2 if one != other else 0.0  # type: ignore[operator]
        case "ordinal":
            return _ordinal(counts)


def _ordinal(counts: Mapping[Hashable, int]) -> Distance:
    """Ranks differ by the number of values between them, half of those at either end included."""
    middle: dict[Hashable, float] = {}
    below = 0
    for value in sorted(counts):  # type: ignore[type-var]
        middle[value] = below + counts[value] / 2
        below += counts[value]
    return lambda one, other: (middle[one] - middle[other]) ** 2


def slopes(counts: Mapping[Hashable, int], metric: Metric) -> dict[Hashable, float]:
    """Return how far each value is from all values together: Σ n_k·δ(c, k) for each c."""
    if metric == "nominal":
        total = sum(counts.values())
        return {value: total - count for value, count in counts.items()}
    distance = difference(metric, counts)
    found: dict[Hashable, float] = dict.fromkeys(counts, 0.0)
    for (one, times), (other, others) in itertools.combinations(counts.items(), 2):
        apart = distance(one, other)
        found[one] += others * apart
        found[other] += times * apart
    return found


# Two annotators, or all of them on everything ------------------------------------------------------------------


def cohen_kappa(table: Sequence[Sequence[float]]) -> Figure:
    """Return κ of two annotators; `table` counts units by the first one's value (row) and the second's (column).

    Cohen, A Coefficient of Agreement for Nominal Scales (1960): chance is each annotator's own distribution.
    """
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    return _beyond_chance(table, [one * other for one, other in zip(rows, columns, strict=True)])


def scott_pi(table: Sequence[Sequence[float]]) -> Figure:
    """Return π of two annotators: like `cohen_kappa`, but chance is the distribution of both together.

    Scott, Reliability of Content Analysis (1955); formulas as in Artstein & Poesio (2008).
    """
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    return _beyond_chance(table, [((one + other) / 2) ** 2 for one, other in zip(rows, columns, strict=True)])


def bennett_s(table: Sequence[Sequence[float]]) -> Figure:
    """Return S of two annotators: chance is all values alike (Bennett, Alpert & Goldstein 1954)."""
    total = sum(map(sum, table))
    return _beyond_chance(table, [(total / len(table)) ** 2] * len(table))


def _beyond_chance(table: Sequence[Sequence[float]], chances: Sequence[float]) -> Figure:
    total = sum(map(sum, table))
    if not total:
        return Figure(None, "nothing_to_pair")
    observed = sum(row[place] for place, row in enumerate(table)) / total
    return _corrected(observed, sum(chances) / total**2)


def _corrected(observed: float, expected: float) -> Figure:
    if 1 - expected < 1e-12:
        return Figure(None, "one_value", observed, expected)
    return Figure((observed - expected) / (1 - expected), "", observed, expected)


def fleiss_kappa(units: Iterable[Sequence[Hashable]], category: Hashable | None = None) -> Figure:
    """Return κ of several annotators who all answered every unit, of one category if it is given.

    Fleiss, Measuring Nominal Scale Agreement among Many Raters (1971). Missing answers leave it undefined.
    """
    counted = [Counter(unit) for unit in units]
    sizes = {counts.total() for counts in counted}
    if not counted or max(sizes) < 2:
        return Figure(None, "nothing_to_pair")
    if len(sizes) > 1 or any(None in counts for counts in counted):
        return Figure(None, "uneven")
    (raters,) = sizes
    totals: Counter[Hashable] = Counter()
    for counts in counted:
        totals.update(counts)
    answers = totals.total()
    if category is not None:  # against all other categories taken as one
        totals = Counter({True: totals[category], False: answers - totals[category]})
        counted = [Counter({True: c[category], False: raters - c[category]}) for c in counted]
    equal = sum(times * (times - 1) for counts in counted for times in counts.values())
    return _corrected(equal / (answers * (raters - 1)), sum((count / answers) ** 2 for count in totals.values()))
