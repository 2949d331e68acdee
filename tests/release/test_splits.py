"""The laws of splits: no leakage, frozen for ever, the same however things come, as wanted where that can be."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import refused
from peyman.core.errors import PeymanError
from peyman.release.splits import SPLITS, Pair, Piece, Placement, place, read_shares

SHARES = st.sampled_from(["80/10/10", "1/1/1", "90/10", "100", "50/0/50", "0/1/0"]).map(read_shares)
FEATURES = st.dictionaries(st.sampled_from(["language fa", "language ru", "entity/PER", "x"]), st.integers(0, 9))


@st.composite
def corpora(draw: st.DrawFn, old: bool = False) -> tuple[list[Piece], list[Pair]]:
    """Articles, some in groups, some nearly the same, and perhaps some with a split."""
    keys = [f"k{number:02}" for number in range(draw(st.integers(0, 14)))]
    splits = st.sampled_from(["", "", *SPLITS]) if old else st.just("")
    pieces = [
        Piece(key, f"{key}.txt", draw(st.sampled_from(["", "", "A", "B", "C"])), draw(splits), draw(FEATURES))
        for key in keys
    ]
    pairs = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=5)) if keys else []
    return pieces, [pair for pair in pairs if pair[0] != pair[1]]


def leaks(pieces: list[Piece], pairs: list[Pair], found: Placement) -> list[tuple[str, str]]:
    """Articles that belong together and are in two splits."""
    together = [*pairs, *((a.key, b.key) for a in pieces for b in pieces if a.group and a.group == b.group)]
    splits = found.splits
    return [pair for pair in together if len({splits[key] for key in pair if key in splits}) > 1]


@given(corpora(old=True), SHARES, st.integers(0, 3))
def test_what_belongs_together_is_never_parted(
    corpus: tuple[list[Piece], list[Pair]], shares: dict[str, float], seed: int
) -> None:
    pieces, pairs = corpus
    old = Placement({piece.key: piece.split for piece in pieces if piece.split}, frozenset(), frozenset(), {})
    if leaks(pieces, pairs, old):  # which only earlier placing can do
        with refused("release_torn", "release_torn_near"):
            place(pieces, pairs, shares, seed)
        return
    found = place(pieces, pairs, shares, seed)
    assert not leaks(pieces, pairs, found)
    known = {piece.key: piece for piece in pieces}
    assert found.splits.keys() | found.left_out == known.keys()
    assert not found.splits.keys() & found.left_out
    assert found.fresh == {key for key in found.splits if not known[key].split}
    assert all(found.splits[key] == piece.split for key, piece in known.items() if piece.split)
    if not any(piece.split for piece in pieces):
        assert not found.left_out
        assert {found.splits[key] for key in known} <= {name for name, share in shares.items() if share}


@given(corpora(), corpora(), SHARES, SHARES, st.integers(0, 3))
def test_what_was_placed_stays_when_more_comes(
    first: tuple[list[Piece], list[Pair]],
    second: tuple[list[Piece], list[Pair]],
    shares: dict[str, float],
    others: dict[str, float],
    seed: int,
) -> None:
    old, pairs = first
    before = place(old, pairs, shares, seed)
    more = [replace(piece, key=f"n{piece.key}") for piece in second[0]]
    links = [(f"n{a}", f"n{b}" if number % 2 else b) for number, (a, b) in enumerate(second[1])]
    known = [replace(piece, split=before.splits[piece.key]) for piece in old]
    after = place([*more, *known], [*pairs, *links], others, seed + 1)
    assert {key: after.splits[key] for key in before.splits} == dict(before.splits)
    assert after.fresh <= {piece.key for piece in more}
    assert not leaks([*known, *more], [*pairs, *links], after)
    for key in after.left_out:
        assert key not in before.splits


@given(corpora(old=True), SHARES, st.integers(0, 3), st.integers(0, 2**32))
def test_the_order_in_which_things_come_changes_nothing(
    corpus: tuple[list[Piece], list[Pair]], shares: dict[str, float], seed: int, shuffle: int
) -> None:
    pieces, pairs = corpus
    chance = random.Random(shuffle)
    shuffled = chance.sample(pieces, len(pieces))
    turned = [pair[::-1] if chance.random() < 0.5 else pair for pair in chance.sample(pairs, len(pairs))]

    def outcome(pieces: list[Piece], pairs: list[Pair]) -> Placement | str:
        try:
            return place(pieces, pairs, shares, seed)
        except PeymanError as error:
            return error.code

    assert outcome(pieces, pairs) == outcome(shuffled, turned)


@given(st.integers(0, 200), SHARES, st.integers(0, 3))
def test_single_articles_are_spread_as_wanted(count: int, shares: dict[str, float], seed: int) -> None:
    found = place([Piece(f"{n}", f"{n}") for n in range(count)], [], shares, seed)
    sizes = Counter(found.splits.values())
    some = [name for name, share in shares.items() if share]
    assert all(sizes[name] for name in some if count >= len(some))
    assert all(abs(sizes[name] - share * count) <= len(some) - 1 for name, share in shares.items())


def test_languages_and_rare_labels_are_spread_too() -> None:
    chance = random.Random(3)
    pieces = [
        Piece(f"{n}", f"{n}", features={f"language {'fa' if n % 4 else 'ru'}": 1, "rare": int(n % 20 == 7),
                                        "entity/PER": chance.randrange(9)})
        for n in range(400)
    ]  # fmt: skip
    found = place(pieces, [], read_shares("80/10/10"), 0)
    for name in ("language fa", "language ru", "rare", "entity/PER"):
        held = Counter[str]()
        for piece in pieces:
            held[found.splits[piece.key]] += piece.features.get(name, 0)
        for split, share in (("train", 0.8), ("validation", 0.1), ("test", 0.1)):
            assert held[split] == pytest.approx(share * held.total(), rel=0.15, abs=1)


def test_another_seed_splits_otherwise_but_not_what_is_split() -> None:
    pieces = [Piece(f"{n}", f"{n}") for n in range(40)]
    one, other = (place(pieces, [], read_shares("80/10/10"), seed).splits for seed in (0, 1))
    assert one != other
    known = [replace(piece, split=one[piece.key]) for piece in pieces]
    assert place(known, [], read_shares("1/1/1"), 1).splits == one


def test_a_new_article_joins_what_it_is_like_and_is_left_out_between_two() -> None:
    old = [Piece("a", "a", split="train"), Piece("b", "b", split="test")]
    shares = read_shares("80/10/10")
    assert place([*old, Piece("n", "n")], [("n", "b")], shares, 0).splits["n"] == "test"
    found = place([*old, Piece("n", "n"), Piece("m", "m")], [("n", "b"), ("m", "n"), ("a", "m")], shares, 0)
    assert found.left_out == {"m", "n"}
    with refused("release_torn_near"):
        place(old, [("a", "b")], shares, 0)
    with refused("release_torn"):
        place([replace(piece, group="visit") for piece in old], [], shares, 0)


@pytest.mark.parametrize("given", ["", "80", "8/2", "80/10/10", "0/1"])
def test_shares_add_up(given: str) -> None:
    if not given:
        with refused("release_shares"):
            read_shares(given)
    else:
        assert sum(read_shares(given).values()) == pytest.approx(1)


@pytest.mark.parametrize("given", ["0/0/0", "a/b", "-1/2", "1/2/3/4", "1//2", "۸۰/۲۰", "1" * 12, "0.5/0.5"])
def test_what_is_no_way_to_split_is_refused(given: str) -> None:
    with refused("release_shares"):
        read_shares(given)


def test_a_split_that_there_is_not_is_refused() -> None:
    with refused("release_split_value"):
        place([Piece("a", "a", split="dev")], [], read_shares("100"), 0)
