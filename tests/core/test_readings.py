"""Readings for the form: what a span says, what is typed instead, and the article's date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import article
from peyman.core.calendars import GREGORIAN, JALALI
from peyman.core.errors import PeymanError
from peyman.core.model import Json, Span, new_id
from peyman.core.norm_words import currency_words, period_words, unit_words
from peyman.core.readings import (
    DATE,
    MONEY,
    QUANTITY,
    chosen_days,
    completions,
    date_in_metadata,
    date_in_text,
    days_of,
    read_day,
    read_span,
    read_typed,
    says_more,
    waits_for_date,
    with_date,
)

TODAY = date(2025, 11, 21)
some_days = st.dates(date(1850, 1, 1), date(2090, 12, 31))


def days(text: str, *languages: str) -> tuple[str, str]:
    norm = read_typed(DATE, text, languages or ("fa",), TODAY)
    return str(norm["from"]), str(norm["to"])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("۱۵ آذر ۱۴۰۴", "2025-12-06", "2025-12-06"),
        ("15.12.2025", "2025-12-15", "2025-12-15"),
        ("15 December 2025", "2025-12-15", "2025-12-15"),
        ("15 декабря 2025 г.", "2025-12-15", "2025-12-15"),
        ("1404-08-30", "2025-11-21", "2025-11-21"),
        ("2025-11-21", "2025-11-21", "2025-11-21"),
        ("ظرف دو هفته آینده", "2025-11-21", "2025-12-05"),
        ("از ۱۵ آبان تا ۲۰ آذر ۱۴۰۴", "2025-11-06", "2025-12-11"),
        ("۱۴۰۴/۰۸/۳۰ تا ۱۴۰۴/۰۹/۱۲", "2025-11-21", "2025-12-03"),
        ("2025-11-21 – 2025-12-01", "2025-11-21", "2025-12-01"),
        ("с 5 по 10 декабря 2025", "2025-12-05", "2025-12-10"),
        ("آبان ۱۴۰۴", "2025-10-23", "2025-11-21"),
    ],
)
def test_dates_are_typed_in_three_languages_whatever_the_windows_is(text: str, start: str, end: str) -> None:
    for language in ("fa", "ru", "en"):
        assert days(text, language) == (start, end)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (DATE, "هیچ", "reading_date"),
        (DATE, "۳۱ آبان ۱۴۰۴", "reading_date"),  # Aban has thirty days: not taken for the month
        (DATE, "1404/8/31", "reading_date"),
        (DATE, "2025-02-30", "reading_date"),
        (DATE, "۲۰ آذر ۱۴۰۴ تا ۱۵ آذر ۱۴۰۴", "reading_backwards"),
        (MONEY, "ریال", "reading_money"),
        (MONEY, "۵۰۰ میلیون", "reading_currency"),
        (QUANTITY, "زیاد", "reading_quantity"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_words(kind: str, text: str, code: str) -> None:
    with pytest.raises(PeymanError) as refusal:
        read_typed(kind, text, ("fa",), TODAY)
    assert refusal.value.code == code
    assert text in str(refusal.value)


@given(some_days, st.integers(0, 400), st.sampled_from([JALALI, GREGORIAN]), st.sampled_from(["fa", "ru"]))
def test_days_in_words_are_read_back(start: date, length: int, calendar: object, language: str) -> None:
    """What the form shows of a stretch of days, typed again, is that stretch."""
    assert calendar in (JALALI, GREGORIAN)
    chosen = JALALI if calendar is JALALI and language == "fa" else GREGORIAN
    end = start + timedelta(length)
    said = period_words((start, end), chosen, language)
    assert days_of(read_typed(DATE, said, (language,), None)) == (start, end)


@given(some_days, some_days, st.sampled_from([JALALI, GREGORIAN]))
def test_chosen_days_are_the_norm_that_reading_them_gives(one: date, other: date, calendar: object) -> None:
    start, end = sorted((one, other))
    norm = chosen_days(start, end, JALALI if calendar is JALALI else GREGORIAN, {"op": "<=", "value": "x"})
    assert days_of(norm) == (start, end)
    assert norm["op"] == "<="
    if start == end:
        year, month, day = JALALI.split(start)
        assert read_typed(DATE, f"{year:04}-{month:02}-{day:02}", ("fa",), None) == chosen_days(start, start, JALALI)


@pytest.mark.parametrize("language", ["fa", "ru", "en"])
def test_every_completion_is_read_as_what_it_names(language: str) -> None:
    currencies = {name: code for code, name in currency_words(language).items()}
    offered = completions((MONEY,), "500", language)
    assert len(offered) >= 0.9 * len(currencies)
    for text in offered:
        code = currencies[text.removeprefix("500 ")]
        assert read_typed(MONEY, text, (language,), None) == {"value": 500, "currency": code}
    units = {name: code for code, name in unit_words(language).items()}
    offered = completions((QUANTITY,), "500", language)
    assert len(offered) >= 0.8 * len(units)  # «раз(а)» and the like are shown, but nobody writes them so
    for text in offered:
        assert read_typed(QUANTITY, text, (language,), None) == {"value": 500, "unit": units[text.removeprefix("500 ")]}


def test_currencies_complete_a_number_and_the_beginning_of_a_word() -> None:
    found = completions((MONEY,), "۵۰۰ میلیون", "fa")
    assert found[:2] == ["۵۰۰ میلیون ریال", "۵۰۰ میلیون تومان"]  # both, and apart
    assert completions((MONEY,), "۵۰۰ میلیون", "fa", "USD")[0] == "۵۰۰ میلیون دلار"
    assert completions((MONEY,), "پانصد تو", "fa") == ["پانصد تومان"]
    assert completions((MONEY,), "500 tom", "fa") == ["500 tomans"]  # by its letters
    assert completions((MONEY,), "500 tomans", "en") == []
    assert completions((QUANTITY,), "12 کیلوم", "fa") == ["12 کیلومتر", "12 کیلومتر مربع", "12 کیلومتر در ساعت"]
    assert completions((DATE,), "12", "fa") == []


def span_of(text: str, quote: str, label: str = "DATE") -> Span:
    start = text.index(quote)
    return Span(new_id(), "entity", label, start, start + len(quote), quote)


def read(text: str, quote: str, meta: dict[str, Json]) -> dict[str, Json] | None:
    document = replace(article(text=text), meta=meta)
    return read_span(span_of(text, quote), (DATE,), document)


def test_a_relative_date_has_days_only_when_the_articles_date_is_known() -> None:
    text = "پل ظرف دو هفته آینده باز می‌شود."
    unknown = read(text, "دو هفته آینده", {})
    assert unknown == {"type": "relative", "value": "DCT/P2W"}
    assert waits_for_date(unknown)
    known = read(text, "دو هفته آینده", {"date": "2025-11-21"})
    assert known == {**unknown, "from": "2025-11-21", "to": "2025-12-05"}
    assert not waits_for_date(known)
    assert says_more(known, unknown)
    assert not says_more(known, known)
    assert not says_more(known, {"type": "relative", "value": "DCT/P3W"})  # somebody corrected it


@pytest.mark.parametrize(("before", "op"), [("قرارداد روز ", None), ("قرارداد تا روز ", "<="), ("نامهٔ مورخ ", None)])
def test_the_word_day_before_a_date_belongs_to_it(before: str, op: str | None) -> None:
    found = read(f"{before}۳۰ آبان ۱۴۰۴ امضا شد", "۳۰ آبان ۱۴۰۴", {})
    assert found is not None
    assert (found["from"], found["to"], found.get("op")) == ("2025-11-21", "2025-11-21", op)


def test_a_quote_of_two_dates_is_the_stretch_between_them() -> None:
    text = "از ۱۵ آبان تا ۲۰ آذر ۱۴۰۴ آزمایش می‌شود."
    found = read(text, "۱۵ آبان تا ۲۰ آذر ۱۴۰۴", {})
    assert found is not None
    assert (found["from"], found["to"]) == ("2025-11-06", "2025-12-11")
    backwards = read("۲۰ آذر ۱۴۰۴ تا ۱۵ آذر ۱۴۰۴", "۲۰ آذر ۱۴۰۴ تا ۱۵ آذر ۱۴۰۴", {})
    assert backwards is None or "/" not in str(backwards["value"])  # the text is wrong, which is no refusal


@given(some_days, st.dictionaries(st.text(max_size=5), st.integers(), max_size=3))
def test_the_articles_date_is_kept_beside_the_other_metadata(day: date, rest: dict[str, Json]) -> None:
    meta = with_date(rest, day)
    assert replace(article(), meta=meta).date == day
    assert with_date(meta, None) == {name: value for name, value in rest.items() if name != "date"}


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ({"pub_date": {"text": "۱۲ اردیبهشت ۱۴۰۳", "iso": "2024-05-01"}}, date(2024, 5, 1)),
        ({"published": "2025-11-21T10:30:00+03:30"}, date(2025, 11, 21)),
        ({"تاریخ": "۱۴۰۴/۰۸/۳۰"}, date(2025, 11, 21)),
        ({"pub_date": "21 November 2025"}, date(2025, 11, 21)),
        ({"pub_date": "آبان ۱۴۰۴"}, None),  # no single day
        ({"rank": "2025-11-21"}, None),
    ],
)
def test_the_date_that_came_along(meta: dict[str, Json], day: date | None) -> None:
    assert date_in_metadata(meta) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تهران، ۳۰ آبان ۱۴۰۴ – خبر نخست\nمتن", (date(2025, 11, 21), "۳۰ آبان ۱۴۰۴")),
        ("خبر\nمتن\n\nمتن\nمتن\nمتن\n۱۴۰۴/۰۸/۳۰", (date(2025, 11, 21), "۱۴۰۴/۰۸/۳۰")),
        ("خبر\nمتن\nمتن\nدر ۳۰ آبان ۱۴۰۴ گفت\nمتن\nمتن\nمتن", None),  # in the middle
        ("راه تا ۳۰ آبان ۱۴۰۴ ساخته می‌شود", None),  # a deadline
        ("راه در ۳۰ آبان ۱۴۹۰ ساخته می‌شود", None),  # to come
        ("در ۳۰ آبان گفت", None),  # of which year?
        ("در آبان ۱۴۰۴ گفت", None),
    ],
)
def test_the_date_in_the_first_and_last_lines(text: str, found: tuple[date, str] | None) -> None:
    assert date_in_text(article(text=text)) == found


def test_one_day_is_wanted() -> None:
    assert read_day("1404-08-30", ("en", "fa")) == TODAY
    with pytest.raises(PeymanError, match="no single day"):
        read_day("آبان ۱۴۰۴", ("fa",))
    with pytest.raises(PeymanError, match="no single day"):
        read_day("فردا", ("fa",))
