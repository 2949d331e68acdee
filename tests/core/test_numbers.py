"""Numbers in running text, in digits and words."""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.numbers import find_numbers, shape

PERSIAN = {
    1: "یک", 2: "دو", 3: "سه", 4: "چهار", 5: "پنج", 6: "شش", 7: "هفت", 8: "هشت", 9: "نه", 10: "ده", 11: "یازده",
    12: "دوازده", 13: "سیزده", 14: "چهارده", 15: "پانزده", 16: "شانزده", 17: "هفده", 18: "هجده", 19: "نوزده",
    20: "بیست", 30: "سی", 40: "چهل", 50: "پنجاه", 60: "شصت", 70: "هفتاد", 80: "هشتاد", 90: "نود", 100: "صد",
    200: "دویست", 300: "سیصد", 400: "چهارصد", 500: "پانصد", 600: "ششصد", 700: "هفتصد", 800: "هشتصد", 900: "نهصد",
}  # fmt: skip
RUSSIAN = {
    1: "один", 2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь", 9: "девять",
    10: "десять", 11: "одиннадцать", 12: "двенадцать", 13: "тринадцать", 14: "четырнадцать", 15: "пятнадцать",
    16: "шестнадцать", 17: "семнадцать", 18: "восемнадцать", 19: "девятнадцать", 20: "двадцать", 30: "тридцать",
    40: "сорок", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят", 80: "восемьдесят", 90: "девяносто", 100: "сто",
    200: "двести", 300: "триста", 400: "четыреста", 500: "пятьсот", 600: "шестьсот", 700: "семьсот", 800: "восемьсот",
    900: "девятьсот",
}  # fmt: skip
ENGLISH = {
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
    11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
    18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy",
    80: "eighty", 90: "ninety",
    **{100 * n: f"{word} hundred" for n, word in enumerate("one two three four five six seven eight nine".split(), 1)},
}  # fmt: skip
SCALES = {
    "fa": {10**12: "تریلیون", 10**9: "میلیارد", 10**6: "میلیون", 10**3: "هزار"},
    "ru": {10**12: "триллионов", 10**9: "миллиардов", 10**6: "миллионов", 10**3: "тысяч"},
    "en": {10**12: "trillion", 10**9: "billion", 10**6: "million", 10**3: "thousand"},
}
WORDS = {"fa": PERSIAN, "ru": RUSSIAN, "en": ENGLISH}
JOINS = {"fa": " و ", "ru": " ", "en": " "}


def in_words(number: int, language: str) -> str:
    """Write a number in words, as a grammar book does; Russian in one case only."""
    words, parts = WORDS[language], []
    for scale, name in SCALES[language].items():
        if number >= scale:
            parts.append(f"{in_words(number // scale, language)} {name}")
            number %= scale
    for size in (100, 10, 1):
        part = number if size == 10 and 10 <= number < 20 else number - number % size
        if part:
            parts.append(words[part])
            number -= part
    return JOINS[language].join(parts)


@given(st.sampled_from(["fa", "ru", "en"]), st.integers(1, 10**15 - 1))
def test_what_is_written_in_words_reads_back(language: str, number: int) -> None:
    text = in_words(number, language)
    (found,) = find_numbers(f"« {text} »", language)
    assert (found.value, found.start, found.end) == (number, 2, 2 + len(text))


@given(st.integers(1, 10**15 - 1), st.sampled_from(["", "\u200c"]))
def test_persian_words_may_touch(number: int, joiner: str) -> None:
    text = in_words(number, "fa").replace(" ", joiner)
    (found,) = find_numbers(text, "fa")
    assert (found.value, found.start, found.end) == (number, 0, len(text))


@given(
    st.integers(0, 10**15),
    st.sampled_from("٬, ،\u00a0\u202f"),
    st.sampled_from([str.maketrans("", ""), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")]),
)
def test_digits_in_groups_read_back(number: int, separator: str, digits: dict[int, int]) -> None:
    text = f"{number:,}".replace(",", separator).translate(digits)
    found = find_numbers(text, "fa")[0]
    assert (found.value, found.start, found.end) == (number, 0, len(text))


@given(st.decimals("0.001", 10**6, places=3), st.sampled_from(["٫", ",", "/", "."]))
def test_decimals_read_back(number: Decimal, mark: str) -> None:
    # With four digits behind it, no mark can be taken for a separator of thousands.
    found = find_numbers(f"{number:f}1".replace(".", mark), "fa")[0]
    assert found.value == number + Decimal("0.0001")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fa", "سه میلیون و دویست هزار", 3_200_000),
        ("fa", "یک‌ونیم", Decimal("1.5")),
        ("fa", "یکونیم", Decimal("1.5")),
        ("fa", "نیم", Decimal("0.5")),
        ("fa", "نیم میلیون", 500_000),
        ("fa", "ربع", Decimal("0.25")),
        ("fa", "دو و نیم میلیارد", 2_500_000_000),
        ("fa", "یک میلیارد و نیم", 1_500_000_000),
        ("fa", "دو هزار و پانصد میلیارد", 2_500_000_000_000),
        ("fa", "هزار میلیارد", 10**12),
        ("fa", "هزار و چهارصد و چهار", 1404),
        ("fa", "یکصد و بیست", 120),
        ("fa", "۱۰ میلیارد و ۵۰۰ میلیون", 10_500_000_000),
        ("fa", "10میلیارد", 10**10),
        ("fa", "۲/۵", Decimal("2.5")),
        ("fa", "۲٫۵", Decimal("2.5")),
        ("fa", "۱.۲۵۰ میلیارد", 1_250_000_000),
        ("fa", "۱.۲۵۰", 1250),
        ("fa", "٤٥٦", 456),  # Arabic digits
        ("fa", "منفی ۵", -5),
        ("fa", "صفر", 0),
        ("ru", "4,3 млрд", 4_300_000_000),
        ("ru", "4,300", Decimal("4.3")),
        ("ru", "1.200.300", 1_200_300),
        ("ru", "1 200 000,5", Decimal("1200000.5")),
        ("ru", "двух с половиной миллиардов", 2_500_000_000),
        ("ru", "полутора миллионов", 1_500_000),
        ("ru", "полмиллиона", 500_000),
        ("ru", "миллион", 1_000_000),
        ("ru", "двадцатью пятью тысячами", 25_000),
        ("ru", "трёхсот сорока", 340),
        ("ru", "5 тыс. 300", 5300),
        ("ru", "25-ти", 25),
        ("ru", "минус 3,5", Decimal("-3.5")),
        ("en", "4.3bn", 4_300_000_000),
        ("en", "1.250", Decimal("1.25")),
        ("en", "half a million", 500_000),
        ("en", "two and a half billion", 2_500_000_000),
        ("en", "two hundred and five thousand", 205_000),
        ("az", "1,250", 1250),
    ],
)
def test_numbers(language: str, text: str, value: int | Decimal) -> None:
    (found,) = find_numbers(f"({text})", language)
    assert (found.value, found.start, found.end, found.ordinal) == (value, 1, 1 + len(text), False)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fa", "سوم", 3), ("fa", "سومین", 3), ("fa", "نخستین", 1), ("fa", "اول", 1), ("fa", "سی‌ام", 30),
        ("fa", "سی و یکم", 31), ("fa", "بیست‌وپنجمین", 25), ("fa", "۱۵ام", 15), ("fa", "۱۵م", 15), ("fa", "صدم", 100),
        ("ru", "первого", 1), ("ru", "третье", 3), ("ru", "двадцать первом", 21), ("ru", "5-го", 5),
        ("ru", "1990-х", 1990),
        ("ru", "две тысячи двадцать третьего", 2023), ("en", "twenty-first", 21), ("en", "3rd", 3),
    ],
)  # fmt: skip
def test_ordinals(language: str, text: str, value: int) -> None:
    (found,) = find_numbers(text, language)
    assert (found.value, found.end, found.ordinal) == (value, len(text), True)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fa", "۵ و ۱۰ درصد", [5, 10]),  # a list, no sum
        ("fa", "۵ میلیون و ۱۰ میلیون", [5_000_000, 10_000_000]),
        ("fa", "سه و چهار", [3, 4]),
        ("fa", "۱۴۰۳/۰۲/۱۵", [1403, 2, 15]),
        ("ru", "05.03.2024", [5, 3, 2024]),
        ("ru", "12,5-13,5", [Decimal("12.5"), Decimal("13.5")]),
        ("fa", "هفت‌ماهه و دوساله و یکدرصدی", [7, 2, 1]),
        ("fa", "سهم، دوره، سیما، دوست، نهاد، سهوا، صدا، سیم", []),
        ("fa", "سی‌وسه‌پل", []),
        ("fa", "یکشنبه و سه شنبه و پنج‌شنبه", []),
        ("fa", "۲۸ صفر", [28]),
        ("ru", "тысячи людей, стол, двусторонний, пол", []),
        ("ru", "двухнедельный, стопроцентный", [2, 100]),
        ("en", "G20, one second, a thousandth", [1]),
        ("fa", "9" * 400, []),  # no number that means anything
    ],
)
def test_what_is_a_number_and_what_is_not(language: str, text: str, values: list[int | Decimal]) -> None:
    assert [number.value for number in find_numbers(text, language)] == values


@given(st.sampled_from(["fa", "ru", "en"]), st.text("یکدوسهمون ٬,./-۱۲3тысядва mlnpo\u200c\n", max_size=60))
def test_a_shape_differs_from_the_view_only_where_numbers_stand(language: str, text: str) -> None:
    made_out = shape(text, language)
    assert len(made_out.text) == len(made_out.view.text)
    kept = list(made_out.view.text)
    for start, number in made_out.numbers.items():
        assert start == number.start < number.end
        kept[number.start : number.end] = ("O" if number.ordinal else "N") * (number.end - number.start)
    assert "".join(kept) == made_out.text
