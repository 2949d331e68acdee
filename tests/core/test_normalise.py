"""The normalised view and its way back to the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peyman.core.normalise import folded, normalise
from peyman.paths import seeds

WRAPPED = seeds("002_104d75ba511a0f5b.txt").read_bytes().decode()
RUSSIAN = seeds("004_6e70b530b08c33a1.txt").read_bytes().decode()

texts = st.text() | st.text(
    "سلام می‌كيۀةأآؤئ\u064f\u0300\u0301\u0306ـabßİıЖжйеёи1۲٣.- \u00a0\r\n\u200d\u200f\ufeff😊ﻻﷲﷺﱠ"
)


def found(text: str, needle: str, *, drop_spaces: bool = False, whole_words: bool = False) -> list[str]:
    view = normalise(text, drop_spaces=drop_spaces)
    return [text[start:end] for start, end in view.find_all(needle, whole_words=whole_words)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می‌خواهم", "میخواهم"),
        ("كتابي", "کتابی"),
        ("خانۀ رأی مسئول آرد مؤثر", "خانه رای مسیول ارد موثر"),
        ("مُحَمَّد", "محمد"),
        ("ســلام", "سلام"),
        ("۱۲۳", "١٢٣"),
        ("۱۲۳", "123"),
        ("\u202bسلام\u202c\u200f", "سلام"),
        ("Ёлка МОСКВА̀", "елка москва"),
        ("и\u0306", "й"),  # composed
        ("Straße", "STRASSE"),
        ("İlham QIZ", "ilham qız"),
        ("ﺳﻼﻡ", "سلام"),  # by shape
        ("آذربایجان\r\n\r\n غربی", "آذربایجان غربی"),
        ("поступа-\n\n\n\nтельного", "поступательного"),
    ],
)
def test_what_looks_alike(one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("мой", "мои"), ("کرد", "گرد"), ("پ", "ب"), ("قره باغ", "قرهباغ"), ("Север-\nЮг", "СеверЮг"), ("şal", "sal")],
)
def test_what_does_not(one: str, other: str) -> None:
    assert normalise(one).text != normalise(other).text


def test_spaces_may_be_dropped() -> None:
    forms = ["قره باغ", "قره‌باغ", "قرهباغ", "قره\nباغ"]
    assert {normalise(form, drop_spaces=True).text for form in forms} == {"قرهباغ"}
    text = "، ".join(forms)
    for form in forms:
        assert found(text, form, drop_spaces=True) == forms
    assert found(text, "قره باغ") == ["قره باغ", "قره\nباغ"]


def test_extents_are_those_of_the_text() -> None:
    assert found("رئیس‌جمهور، رییس جمهور", "رئیسجمهور") == ["رئیس‌جمهور"]
    assert found("او مُحَمَّدُ را", "محمد") == ["مُحَمَّدُ"]  # with the mark on its last letter
    assert found("كتاب‌ها", "کتاب") == ["كتاب"]  # but not with a joiner
    assert found("поступа-\n\nтельного развития", "поступательного") == ["поступа-\n\nтельного"]
    assert found("ﻻﻡ", "لام") == ["ﻻﻡ"]
    assert found("ﻻﻡ", "ام") == []  # would cut the ligature
    assert found("ааа", "аа") == ["аа"]  # one after another
    assert found("a", "") == found("a", " \u200c") == []


def test_whole_words() -> None:
    text = "20 2025 در ۲۰۲۵ و «۲۰»، 120، x20 کتاب کتاب‌ها کتابها"
    assert found(text, "20", whole_words=True) == ["20", "۲۰"]
    assert len(found(text, "۲۰")) == 6
    assert found(text, "کتاب", whole_words=True) == ["کتاب"]


def test_every_province_is_found_in_the_wrapped_seed() -> None:
    # One of them is broken over two lines, another glued to a comma.
    assert len(found(WRAPPED, "آذربایجان غربی")) == 3
    assert "آذربایجان\n\nغربی" in found(WRAPPED, "آذربایجان غربی")
    assert found(RUSSIAN, "СОВМЕСТНЫХ") == ["совместных", "совмест-\n\nных"]


@given(texts, st.booleans())
def test_the_map_is_monotonic(text: str, drop_spaces: bool) -> None:
    view = normalise(text, drop_spaces=drop_spaces)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
    assert all(a <= b for a, b in pairwise(view.starts))
    assert all(a <= b for a, b in pairwise(view.ends))
    assert view.raw == text


@given(texts, st.booleans())
def test_normalising_again_changes_nothing(text: str, drop_spaces: bool) -> None:
    once = normalise(text, drop_spaces=drop_spaces).text
    assert normalise(once, drop_spaces=drop_spaces).text == once


@given(texts, st.booleans(), st.booleans(), st.data())
def test_what_is_found_looks_like_the_needle(
    text: str, drop_spaces: bool, whole_words: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : data.draw(st.integers(start, len(text)))]
    wanted = normalise(needle, drop_spaces=drop_spaces).text.strip()
    extents = list(normalise(text, drop_spaces=drop_spaces).find_all(needle, whole_words=whole_words))
    for start, end in extents:
        assert normalise(text[start:end], drop_spaces=drop_spaces).text == wanted
    assert all(a[1] <= b[0] for a, b in pairwise(extents))


@given(st.lists(st.sampled_from(["کتاب", "می‌روم", "مُحَمَّد", "20", "Ёж"]), min_size=1), st.data())
def test_every_word_of_a_text_is_found_at_its_place(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    number = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:number], ""]))
    assume(words[number])
    assert (start, start + len(words[number])) in normalise(text).find_all(words[number], whole_words=True)


WRITTEN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيىكةۀأإآٱؤئ۰۱٢٣45 \u200c\u0640\u064e\n،«»-АБёжYZaz.!"


@given(st.text(WRITTEN))
def test_folding_makes_the_same_text_without_the_map(text: str) -> None:
    assert folded(text) == normalise(text).text.strip()


def test_folding_makes_the_same_of_the_articles() -> None:
    for path in seeds().glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert folded(text) == normalise(text).text.strip()
