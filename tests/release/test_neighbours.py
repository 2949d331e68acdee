"""Near duplicates: found whenever two texts share half of their shingles, however they are spelt, and only then."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from peyman.release.neighbours import LEAST, Neighbours, resemblance, shingles

WORDS = ["راه", "مرز", "پل", "мост", "год", "Baku", "می‌شود", "۲۰", "!"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def found(texts: list[str]) -> set[frozenset[int]]:
    neighbours: Neighbours[int] = Neighbours()
    return {frozenset((key, other)) for key, text in enumerate(texts) for other, _ in neighbours.add(key, text)}


@given(st.lists(TEXTS, max_size=8))
def test_just_those_that_share_half_of_their_shingles(texts: list[str]) -> None:
    views = [shingles(text) for text in texts]
    wanted = {
        frozenset((one, other))
        for one in range(len(texts))
        for other in range(one)
        if resemblance(views[one], views[other]) >= LEAST
    }
    assert found(texts) == wanted


@given(st.integers(0, 2**32), st.integers(300, 600), st.integers(0, 40))
def test_long_reprints_with_other_heads_and_tails_are_found(seed: int, length: int, cut: int) -> None:
    chance = random.Random(seed)
    words = [f"w{chance.randrange(10_000)}" for _ in range(length)]
    reprint = ["agency", "reports", *words[cut:-10], "ends"]
    strangers = [" ".join(f"x{chance.randrange(10_000)}" for _ in range(length)) for _ in range(3)]
    assert found([" ".join(words), *strangers, " ".join(reprint)]) == {frozenset((0, 4))}


def test_spelling_makes_no_difference() -> None:
    one = "می‌شود كتاب‌های ۲۰ درصد از يك سال Мёд и МОСТ"
    other = "می شود کتاب های 20 درصد، از یک سال: мед и мост!"
    assert found([one, other.replace("می شود", "میشود").replace("کتاب های", "کتابهای")]) == {frozenset((0, 1))}


def test_texts_without_words_are_only_like_the_same() -> None:
    assert found(["!!!", "؟؟؟", "!!!"]) == {frozenset((0, 2))}
