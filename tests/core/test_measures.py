"""Agreement coefficients: published answers, other programs' answers, and laws."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import krippendorff
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance

from peyman.core.matching import Labelled, Mention, align, dice, pairwise_f1, semeval_schemes
from peyman.core.measures import (
    REASONS,
    Coincidences,
    Figure,
    bennett_s,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    masi,
    scott_pi,
)
from peyman.core.unitizing import Cover, Unit, cover_alpha, united, unitizing_alpha

DATA = Path(__file__).parents[1] / "data" / "known_answers.json"


@cache
def known() -> dict[str, Any]:
    return {case["id"]: case for case in json.loads(DATA.read_text(encoding="utf-8"))["cases"]}


def near(case: dict[str, Any], key: str) -> Any:
    return pytest.approx(case["expected"][key], abs=case["tol"])


# Published answers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kripp-12x4-nominal", "kripp-12x4-ordinal", "kripp-wikipedia-3x15-nominal"])
def test_known_alpha(name: str) -> None:
    case = known()[name]
    assert krippendorff_alpha(**case["data"]).value == near(case, "alpha")


def test_known_masi() -> None:
    case = known()["masi-distance"]
    found = [masi(frozenset(one), frozenset(other)) for one, other in case["data"]["pairs"]]
    assert found == near(case, "d")


def test_known_two_annotators() -> None:
    case = known()["artstein-poesio-ex1"]
    table = case["data"]["table"]
    assert cohen_kappa(table).value == near(case, "kappa")
    assert scott_pi(table).value == near(case, "pi")
    assert bennett_s(table).value == near(case, "S")
    assert cohen_kappa(table).observed == near(case, "Ao")


def test_known_fleiss() -> None:
    case = known()["fleiss-1971"]
    units = case["data"]["units"]
    found = fleiss_kappa(units)
    assert (found.value, found.observed, found.expected) == (near(case, "kappa"), near(case, "Po"), near(case, "Pe"))
    for category, value in case["expected"]["cat"].items():
        assert fleiss_kappa(units, int(category)).value == pytest.approx(value, abs=case["tol"])


def test_known_unitizing() -> None:
    case = known()["u-alpha-fig12.11"]
    found = unitizing_alpha(case["data"]["coders_start_end"], case["data"]["L"])
    assert found.nominal.value == near(case, "nominal")
    assert found.binary.value == near(case, "binary")
    assert found.coded.value == near(case, "cu")
    for value, expected in case["expected"]["per_value"].items():
        assert found.per_value[value].value == pytest.approx(expected, abs=case["tol"])
    for value, expected in case["expected"]["coverage"].items():
        assert found.coverage[value] == pytest.approx(expected, abs=case["tol"])
    assert found.per_value["7"] == Figure(None, "nothing_to_pair")


def test_known_schemes() -> None:
    case = known()["semeval2013-table"]
    found = semeval_schemes(case["data"]["gold"], case["data"]["pred"])
    assert found.keys() == case["expected"].keys()
    for name, expected in case["expected"].items():
        scheme = found[name]
        assert [scheme.correct, scheme.incorrect, scheme.partial, scheme.missing, scheme.spurious] == [
            expected[key] for key in ("cor", "inc", "par", "mis", "spu")
        ]
        assert [scheme.precision, scheme.recall, scheme.f1] == pytest.approx(
            [expected[key] for key in ("P", "R", "F1")], abs=case["tol"]
        )


def test_known_pair() -> None:
    case = known()["f1-pair-simple"]
    found = pairwise_f1(case["data"]["A"], case["data"]["B"])
    assert found.exact.value == near(case, "exact")
    assert found.relaxed.value == near(case, "relaxed_label")
    assert found.unlabelled.value == near(case, "relaxed_nolabel")


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): examples A and B, and the data of C and D;
# the interval figure of the data in Wikipedia's article.
MEG_AND_OWEN = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], strict=True))
BEN_AND_GERRY = list(zip("aabbdcccedda", "babbbcccedd" + "d", strict=True))


def test_alpha_of_krippendorffs_further_examples() -> None:
    assert krippendorff_alpha(MEG_AND_OWEN).value == pytest.approx(0.095, abs=5e-4)
    assert krippendorff_alpha(BEN_AND_GERRY).value == pytest.approx(0.692, abs=5e-4)
    four = known()["kripp-12x4-nominal"]["data"]["units"]
    assert krippendorff_alpha(four, "interval").value == pytest.approx(0.849, abs=5e-4)
    assert krippendorff_alpha(four, "ratio").value == pytest.approx(0.797, abs=5e-4)
    three = known()["kripp-wikipedia-3x15-nominal"]["data"]["units"]
    assert krippendorff_alpha(three, "interval").value == pytest.approx(0.811, abs=5e-4)


def test_kappa_of_the_two_paradoxes() -> None:
    """Feinstein & Cicchetti, High Agreement but Low Kappa (1990), table 2: the same 85 %, two κ."""
    even, skewed = cohen_kappa([[40, 9], [6, 45]]), cohen_kappa([[80, 10], [5, 5]])
    assert even.observed == skewed.observed == 0.85
    assert [even.value, skewed.value] == pytest.approx([0.70, 0.32], abs=5e-3)


def test_fleiss_of_wikipedias_example() -> None:
    table = [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]  # fmt: skip
    units = [[value for value, times in enumerate(row) for _ in range(times)] for row in table]
    assert fleiss_kappa(units).value == pytest.approx(0.210, abs=5e-4)


# What is undefined says why ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (krippendorff_alpha([]), Figure(None, "nothing_to_pair")),
        (krippendorff_alpha([[1, None], [None, 2]]), Figure(None, "nothing_to_pair")),
        (krippendorff_alpha([[1, 1], [1, 1]]), Figure(None, "one_value", 1.0, 1.0)),
        (krippendorff_alpha([[["a"], ["a"]]], "masi"), Figure(None, "one_value", 1.0, 1.0)),
        (cohen_kappa([[0, 0], [0, 0]]), Figure(None, "nothing_to_pair")),
        (cohen_kappa([[9, 0], [0, 0]]), Figure(None, "one_value", 1.0, 1.0)),
        (fleiss_kappa([]), Figure(None, "nothing_to_pair")),
        (fleiss_kappa([["a"], ["b"]]), Figure(None, "nothing_to_pair")),
        (fleiss_kappa([["a", "b"], ["a", "b", "b"]]), Figure(None, "uneven")),
        (fleiss_kappa([["a", None], ["a", "b"]]), Figure(None, "uneven")),
        (fleiss_kappa([["a", "a"], ["a", "a"]]), Figure(None, "one_value", 1.0, 1.0)),
        (pairwise_f1([], []).exact, Figure(None, "nothing_there")),
        (pairwise_f1([], []).unlabelled, Figure(None, "nothing_there")),
        (pairwise_f1([], [(0, 1, "a")]).relaxed, Figure(0.0)),
        (unitizing_alpha([[], []], 10).nominal, Figure(None, "nothing_there")),
        (unitizing_alpha([[], []], 10).coded, Figure(None, "nothing_there")),
        (unitizing_alpha([[(0, 10, "a")]] * 2, 10).nominal, Figure(None, "one_value")),
        (unitizing_alpha([[(0, 5, "a")], [(5, 10, "a")]], 10).coded, Figure(None, "nothing_to_pair")),
        (unitizing_alpha([[(0, 5, "a")]] * 2, 10).per_value["a"], Figure(None, "one_value", 1.0)),
    ],
)
def test_undefined(found: Figure, expected: Figure) -> None:
    assert found == expected
    assert not found.reason or REASONS[found.reason]


def test_an_annotator_without_units_has_one_gap() -> None:
    found = unitizing_alpha([[(0, 5, "a")], []], 10).nominal
    assert found.value is not None
    assert found.value < 0.1


@pytest.mark.parametrize("units", [[(0, 5, "a"), (4, 8, "b")], [(3, 3, "a")], [(8, 11, "a")], [(-1, 3, "a")]])
def test_units_that_are_no_partition_are_refused(units: list[Unit]) -> None:
    with pytest.raises(ValueError, match=r"overlaps another, is empty or leaves the text"):
        unitizing_alpha([units, []], 10)


def test_one_annotator_agrees_with_nobody() -> None:
    with pytest.raises(ValueError, match="two annotators"):
        unitizing_alpha([[(0, 5, "a")]], 10)


# Other programs ------------------------------------------------------------------------------------------------

ANNOTATORS = st.integers(2, 5)
MATRIX = ANNOTATORS.flatmap(
    lambda count: st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=count, max_size=count), min_size=2, max_size=12
    )
)


@given(MATRIX, st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_alpha_is_what_another_program_says(units: list[list[int | None]], metric: Any) -> None:
    found = krippendorff_alpha(units, metric)
    assume(found.value is not None)
    data = [[float("nan") if value is None else value for value in row] for row in zip(*units, strict=True)]
    assert found.value == pytest.approx(krippendorff.alpha(data, level_of_measurement=metric), abs=1e-9)


SETS = st.frozensets(st.sampled_from("abcd"), min_size=1)


@given(st.lists(st.lists(SETS, min_size=3, max_size=3), min_size=2, max_size=8))
def test_alpha_of_sets_is_what_another_program_says(units: list[list[frozenset[str]]]) -> None:
    found = krippendorff_alpha(units, "masi")
    assume(found.value is not None)
    data = [(f"annotator {who}", number, value) for number, unit in enumerate(units) for who, value in enumerate(unit)]
    # Its own masi_distance has thirds with two digits only.
    assert found.value == pytest.approx(AnnotationTask(data, distance=masi).alpha(), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=15))
def test_two_annotators_are_what_another_program_says(pairs: list[tuple[int, int]]) -> None:
    table = [[pairs.count((one, other)) for other in range(3)] for one in range(3)]
    data = [(who, number, pair[at]) for number, pair in enumerate(pairs) for at, who in enumerate("ab")]
    task = AnnotationTask(data, distance=binary_distance)
    kappa, pi = cohen_kappa(table).value, scott_pi(table).value
    if kappa is not None:
        assert kappa == pytest.approx(task.kappa_pairwise("a", "b"), abs=1e-9)
    if pi is not None:
        assert pi == pytest.approx(task.pi(), abs=1e-9)


# Laws ----------------------------------------------------------------------------------------------------------


@given(MATRIX, st.sampled_from(["nominal", "ordinal", "interval"]), st.randoms(use_true_random=False))
def test_alpha_is_at_most_1_and_knows_no_order(units: list[list[int | None]], metric: Any, chance: Any) -> None:
    found = krippendorff_alpha(units, metric)
    shuffled = [chance.sample(unit, len(unit)) for unit in chance.sample(units, len(units))]
    again = krippendorff_alpha(shuffled, metric)
    assert found.reason == again.reason
    if found.value is not None:
        assert found.value == pytest.approx(again.value)
        assert found.value <= 1
        everyone_agrees = all(len({value for value in unit if value is not None}) < 2 for unit in units)
        assert (found.value == pytest.approx(1)) == everyone_agrees


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_coefficients_of_two_annotators_hang_together(pairs: list[tuple[int, int]]) -> None:
    """Fleiss' κ of two annotators is Scott's π, and α corrects it for small samples."""
    table = [[pairs.count((one, other)) for other in range(4)] for one in range(4)]
    pi = scott_pi(table).value
    fleiss, alpha = fleiss_kappa(pairs).value, krippendorff_alpha(pairs).value
    if pi is None:
        assert fleiss is alpha is None
    else:
        assert fleiss == pytest.approx(pi)
        assert alpha == pytest.approx(pi + (1 - pi) / (2 * len(pairs)))


@given(MATRIX, st.integers(0, 12))
def test_coincidences_add_up(units: list[list[int | None]], cut: int) -> None:
    parts = Coincidences(), Coincidences(), Coincidences()
    for number, unit in enumerate(units):
        given_values = [value for value in unit if value is not None]
        parts[0].add(given_values)
        parts[1 + (number < cut)].add(given_values)
    parts[1].update(parts[2])
    assert parts[0] == parts[1]


@st.composite
def partitions(draw: st.DrawFn, length: int = 30) -> list[Unit]:
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    values = draw(st.lists(st.sampled_from(["", "a", "b"]), min_size=len(edges), max_size=len(edges)))
    return [(s, e, value) for (s, e), value in zip(itertools.pairwise(edges), values, strict=False) if value]


@given(st.lists(partitions(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_unitizing_knows_no_order_and_is_1_for_the_same(coders: list[list[Unit]], chance: Any) -> None:
    found = unitizing_alpha(coders, 30)
    again = unitizing_alpha([chance.sample(units, len(units)) for units in chance.sample(coders, len(coders))], 30)
    for one, other in ((found.nominal, again.nominal), (found.binary, again.binary), (found.coded, again.coded)):
        assert one.reason == other.reason
        if one.value is not None:
            assert one.value == pytest.approx(other.value)
            assert one.value <= 1 + 1e-9
    same = unitizing_alpha([coders[0]] * len(coders), 30).nominal
    assert same.value == pytest.approx(1) if same.value is not None else same.reason in ("nothing_there", "one_value")


@given(st.lists(partitions(), min_size=2, max_size=4))
def test_unitizing_measured_point_by_point(coders: list[list[Unit]]) -> None:
    """The definition spelt out: every code point of every two annotators, no sweeping."""
    letters = [[next((v for s, e, v in units if s <= at < e), "") for at in range(30)] for units in coders]
    others = len(coders) - 1
    apart = sum(a[x] != b[x] for a, b in itertools.permutations(letters, 2) for x in range(30)) / others
    sizes = [sum(one.count(value) for one in letters) for value in ("", "a", "b")]
    own = sizes[0] + sum((end - start) ** 2 for units in coders for start, end, _ in units)
    total = 30 * len(coders)
    chance = sum(one * other for one, other in itertools.permutations(sizes, 2)) / (total - own / total)
    found = unitizing_alpha(coders, 30).nominal.value
    assert found == (pytest.approx(1 - apart / chance) if chance else None)


STRETCHES = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 8)).map(lambda p: (p[0], min(30, sum(p)))), max_size=6
)


@given(st.lists(STRETCHES, min_size=2, max_size=4))
def test_one_label_is_unitizing_of_that_label(coders: list[list[tuple[int, int]]]) -> None:
    cover = Cover.of(coders, 30)
    whole = unitizing_alpha([[(s, e, "a") for s, e in united(pieces)] for pieces in coders], 30).nominal
    found = cover_alpha(cover.total, cover.covered, cover.shared, cover.squares)
    assert found == (whole.value if whole.value is None else pytest.approx(whole.value))
    for pieces in coders:
        joined = list(united(pieces))
        assert {x for s, e in joined for x in range(s, e)} == {x for s, e in pieces for x in range(s, e)}
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(joined))


# Matching ------------------------------------------------------------------------------------------------------

SPANS = st.lists(
    st.tuples(st.integers(0, 14), st.integers(1, 8), st.sampled_from("AB")).map(lambda p: (p[0], p[0] + p[1], p[2])),
    max_size=7,
)


@given(SPANS, SPANS)
def test_f1_is_between_0_and_1_and_symmetric(one: list[Labelled], other: list[Labelled]) -> None:
    found = pairwise_f1(one, other)
    assert found == pairwise_f1(other[::-1], one[::-1])
    values = [found.exact.value, found.relaxed.value, found.unlabelled.value]
    if one or other:
        assert 0 <= values[0] <= values[1] <= values[2] <= 1  # type: ignore[operator]
        shared = sum(min(one.count(span), other.count(span)) for span in set(one))
        assert values[0] == pytest.approx(2 * shared / (len(one) + len(other)))
    else:
        assert values == [None] * 3


@given(SPANS.filter(bool))
def test_f1_of_the_same_is_1(spans: list[Labelled]) -> None:
    found = pairwise_f1(spans, spans[::-1])
    assert found.exact.value == found.relaxed.value == found.unlabelled.value == 1


def mentions(spans: Sequence[Labelled], who: int) -> list[Mention]:
    return [Mention(((start, end),), label, (who, at)) for at, (start, end, label) in enumerate(spans)]


def by_the_book(answers: Sequence[Sequence[Mention]]) -> set[frozenset[Any]]:
    """Every pair of everybody's mentions, best first, without any shortcut."""
    clusters = [[one] for some in answers for one in some]
    pairs = [
        (one, other)
        for one, other in itertools.combinations([one for some in answers for one in some], 2)
        if one.id[0] != other.id[0] and dice(one, other)
    ]

    def rank(pair: tuple[Mention, Mention]) -> Any:
        one, other = sorted(pair, key=lambda mention: mention.key)
        same, labels = one.pieces == other.pieces, one.label == other.label
        return not (same and labels), not same, -dice(one, other) - labels / 2, one.key, other.key

    for one, other in sorted(pairs, key=rank):
        first = next(cluster for cluster in clusters if one in cluster)
        second = next(cluster for cluster in clusters if other in cluster)
        if first is not second and not {m.id[0] for m in first} & {m.id[0] for m in second}:
            first += second
            clusters.remove(second)
    return {frozenset(mention.id for mention in cluster) for cluster in clusters}


@given(st.lists(SPANS, min_size=1, max_size=4))
def test_alignment_is_the_rule(several: list[list[Labelled]]) -> None:
    answers = [mentions(spans, who) for who, spans in enumerate(several)]
    places = align(answers)
    assert {frozenset(place.items()) for place in places} == by_the_book(answers)
    firsts = [min(answers[who][at].key for who, at in place.items()) for place in places]
    assert firsts == sorted(firsts)


@given(st.lists(SPANS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_alignment_knows_no_order(several: list[list[Labelled]], chance: Any) -> None:
    answers = [mentions(spans, who) for who, spans in enumerate(several)]
    shuffled = [chance.sample(some, len(some)) for some in chance.sample(answers, len(answers))]

    def ids(of: Sequence[Sequence[Mention]]) -> set[frozenset[Any]]:
        return {frozenset(of[who][at].id for who, at in place.items()) for place in align(of)}

    assert ids(answers) == ids(shuffled)


def test_pieces_of_discontinuous_mentions_count_and_what_lies_between_does_not() -> None:
    parted = Mention(((0, 4), (10, 14)), "ORG", 1)
    assert dice(parted, Mention(((4, 10),), "ORG", 2)) == 0
    assert dice(parted, Mention(((0, 14),), "ORG", 2)) == pytest.approx(16 / 22)
    assert align([[parted], [Mention(((4, 10),), "ORG", 2)]]) == [{0: 0}, {1: 0}]
    assert align([[parted], [Mention(((2, 12),), "GPE", 2)]]) == [{0: 0, 1: 0}]
