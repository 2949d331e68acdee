"""How readings are shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.model import Json
from peyman.core.norm_words import words
from peyman.core.norms import read_norm

TODAY = date(2024, 5, 4)


@pytest.mark.parametrize(
    ("label", "quote", "persian", "russian", "english"),
    [
        ("MONEY", "۴٫۳ میلیارد دلار", "۴٫۳ میلیارد دلار", "4,3 млрд долл. США", "4.3 billion US dollars"),
        ("MONEY", "بیش از ۱۰ تومان", "بیش از ۱۰ تومان", "более 10 туманов", "more than 10 tomans"),
        ("MONEY", "۲ تا ۳ هزار ریال", "۲۰۰۰ تا ۳۰۰۰ ریال", "2000 – 3000 иранских риалов", "2000 – 3000 rials"),
        ("QUANT", "یازده درصد", "۱۱ درصد", "11\u00a0%", "11 %"),
        ("QUANT", "۱۲۳۴۵ تن", "۱۲٬۳۴۵ تن", "12\u00a0345 т", "12,345 t"),
        ("QUANT", "دو برابر", "۲ برابر", "2 раз(а)", "2 times"),
        ("DATE", "۱۵ اسفند ۱۴۰۳", "۱۵ اسفند ۱۴۰۳ (5 March 2025)", "5 марта 2025 (15 эсфанда 1403)",
         "5 March 2025 (15 Esfand 1403)"),
        ("DATE", "۵ مارس ۲۰۲۵", "۱۵ اسفند ۱۴۰۳ (5 March 2025)", "5 марта 2025", "5 March 2025"),
        ("DATE", "سال ۱۴۰۴", "سال ۱۴۰۴ (21 March 2025 – 20 March 2026)", "21 марта 2025 – 20 марта 2026 (1404 год)",
         "21 March 2025 – 20 March 2026 (1404)"),
        ("DATE", "آبان ۱۴۰۴", "آبان ۱۴۰۴ (23 October – 21 November 2025)", "23 октября – 21 ноября 2025 (абан 1404)",
         "23 October – 21 November 2025 (Aban 1404)"),
        ("DATE", "مارس ۲۰۲۴", "۱۱ اسفند ۱۴۰۲ تا ۱۲ فروردین ۱۴۰۳ (March 2024)", "март 2024", "March 2024"),
        ("DATE", "۱۲ رمضان ۱۴۴۵", "۱۲ رمضان ۱۴۴۵ (22 March 2024) (تقریبی)",
         "22 марта 2024 (12 рамадана 1445) (приблизительно)", "22 March 2024 (12 Ramadan 1445) (approximate)"),
        ("DATE", "تا ۱۵ مهر", "تا ۱۵ مهر ۱۴۰۳ (6 October 2024) (سال در متن نیست)",
         "не позднее 6 октября 2024 (15 мехра 1403) (года в тексте нет)",
         "by 6 October 2024 (15 Mehr 1403) (year not in the text)"),
        ("DATE", "ظرف دو هفته آینده", "۱۵ تا ۲۹ اردیبهشت ۱۴۰۳ (4 – 18 May 2024)", "4 – 18 мая 2024", "4 – 18 May 2024"),
        ("DATE", "دو هفته", "۲ هفته", "2 нед.", "2 weeks"),
        ("DATE", "به‌زودی", "آینده‌ای نامعلوم", "неопределённое будущее", "some time in the future"),
        ("DATE", "پیش از سفر", "پیش از رویدادی", "до события", "before an event"),
    ],
)  # fmt: skip
def test_readings_in_words(label: str, quote: str, persian: str, russian: str, english: str) -> None:
    norm = read_norm(label, quote, "fa", TODAY)
    assert norm is not None
    assert [words(norm, language) for language in ("fa", "ru", "en")] == [persian, russian, english]


@pytest.mark.parametrize(
    ("quote", "persian", "english"),
    [
        ("سال گذشته", "سال گذشته", "last year"),
        ("دو سال پیش", "۲ سال پیش", "2 years ago"),
        ("تا پایان ماه جاری", "تا پایان این ماه", "by end of this month"),
        ("نیمه دوم ماه آینده", "نیمهٔ دوم ماه آینده", "second half of next month"),
        ("۹ ماهه نخست سال جاری", "فروردین–آذر، امسال", "Farvardin–Azar, this year"),
        ("۱۵ مهر سال گذشته", "۱۵ مهر، سال گذشته", "15 Mehr, last year"),
        ("۱۵ مهر", "۱۵ مهر", "15 Mehr"),
        ("اوایل مهر", "اوایل مهر", "early Mehr"),
        ("۱۵ تا ۲۰ مهر", "۱۵ مهر تا ۲۰ مهر", "15 Mehr – 20 Mehr"),
        ("فروردین تا خرداد", "فروردین تا خرداد", "Farvardin – Khordad"),
        ("ساعت ۱۰ صبح فردا", "فردا، ۱۰:۰۰", "tomorrow, 10:00"),
        ("ظهر فردا", "فردا، ظهر", "tomorrow, noon"),
        ("دو هفته آینده", "۲ هفته آینده", "next 2 weeks"),
        ("سه ماه اخیر", "۳ ماه گذشته", "last 3 months"),
        ("دوشنبه", "دوشنبه", "Monday"),
        ("دوشنبه آینده", "دوشنبه پس از خبر", "Monday after the article's date"),
        ("سه‌شنبه هفته آینده", "سه‌شنبه، هفتهٔ آینده", "Tuesday, next week"),
        ("ساعت ۱۰:۳۰", "۱۰:۳۰", "10:30"),
        ("نوروز", "نوروز", "Nowruz"),
    ],
)
def test_what_is_known_without_the_date_of_the_article(quote: str, persian: str, english: str) -> None:
    norm = read_norm("DATE", quote, "fa", None)
    assert norm is not None
    assert (words(norm, "fa"), words(norm, "en")) == (persian, english)


AWKWARD = ["DCT-1Y/M13", "DCT-D/W9", "DCT/P2W", "XXXX-13-40", "0001-01-01", "9999-12-31", "P..", "jalali", "<="]
json_values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


@given(
    st.dictionaries(
        st.sampled_from(["type", "value", "unit", "currency", "op", "min", "max", "from", "to", "calendar", "assumed"]),
        json_values | st.sampled_from(AWKWARD),
    ),
    st.sampled_from(["fa", "ru", "en", "az"]),
)
def test_what_was_written_by_hand_is_shown_somehow(norm: Mapping[str, Json], language: str) -> None:
    assert isinstance(words(norm, language), str)
