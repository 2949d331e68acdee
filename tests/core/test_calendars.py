"""Calendars as plain arithmetic, against days that are known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.calendars import CALENDARS, GREGORIAN, HIJRI, JALALI, Calendar, Unit, cut

ORDIBEHESHT_15 = date(2024, 5, 4)  # a Saturday of 1403
SATURDAY, MONDAY = 5, 0

days = st.dates(date(1700, 1, 1), date(2300, 12, 31))


@pytest.mark.parametrize(
    ("calendar", "parts", "day"),
    [
        (JALALI, (1300, 1, 1), date(1921, 3, 21)),
        (JALALI, (1324, 8, 21), date(1945, 11, 12)),
        (JALALI, (1357, 11, 22), date(1979, 2, 11)),  # a date every Iranian knows in both
        (JALALI, (1370, 12, 27), date(1992, 3, 17)),
        (JALALI, (1399, 12, 30), date(2021, 3, 20)),
        (JALALI, (1400, 1, 1), date(2021, 3, 21)),
        (JALALI, (1403, 1, 1), date(2024, 3, 20)),
        (JALALI, (1403, 12, 30), date(2025, 3, 20)),  # 1403 is a leap year, 1404 is not
        (JALALI, (1404, 1, 1), date(2025, 3, 21)),
        (JALALI, (1405, 1, 1), date(2026, 3, 21)),
        (HIJRI, (1364, 12, 6), date(1945, 11, 12)),  # Reingold and Dershowitz, appendix C
        (HIJRI, (1412, 9, 13), date(1992, 3, 17)),
        (HIJRI, (1, 1, 1), date(622, 7, 19)),
        (HIJRI, (1445, 9, 1), date(2024, 3, 11)),
        (GREGORIAN, (2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_known_days(calendar: Calendar, parts: tuple[int, int, int], day: date) -> None:
    assert calendar.day(*parts) == day
    assert calendar.split(day) == parts


def test_leap_years_of_iran() -> None:
    leap = [y for y in range(1300, 1450) if (JALALI.first(y + 1, 1) - JALALI.first(y, 1)).days == 366]
    # As the calendar of Iran had them, and as the equinox will have them.
    assert leap == [
        1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370,
        1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445,
        1449,
    ]  # fmt: skip


def test_every_jalali_day_of_150_years_follows_the_one_before() -> None:
    day = JALALI.first(1300, 1)
    for year in range(1300, 1451):
        for month in range(1, 13):
            last = (
                31
                if month < 7
                else 30
                if month < 12 or JALALI.first(year + 1, 1) - JALALI.first(year, 1) > timedelta(365)
                else 29
            )
            for number in range(1, last + 1):
                assert JALALI.day(year, month, number) == day
                assert JALALI.split(day) == (year, month, number)
                day += timedelta(1)
            with pytest.raises(ValueError):
                JALALI.day(year, month, last + 1)


@given(days, st.sampled_from(sorted(CALENDARS)))
def test_days_survive_every_calendar(day: date, name: str) -> None:
    calendar = next(each for each in CALENDARS.values() if each.name == name)
    assert calendar.day(*calendar.split(day)) == day


@given(days, st.sampled_from(["D", "W", "M", "Q", "Y"]), st.integers(-50, 50), st.sampled_from([JALALI, GREGORIAN]))
def test_units_lie_side_by_side(day: date, unit: Unit, offset: int, calendar: Calendar) -> None:
    start, end = calendar.period(day, unit, 0, SATURDAY)
    assert start <= day <= end
    this = calendar.period(day, unit, offset, SATURDAY)
    following = calendar.period(day, unit, offset + 1, SATURDAY)
    assert following[0] == this[1] + timedelta(1)


@pytest.mark.parametrize(
    ("calendar", "unit", "offset", "starts", "period"),
    [
        (JALALI, "W", 0, SATURDAY, (date(2024, 5, 4), date(2024, 5, 10))),
        (GREGORIAN, "W", 0, MONDAY, (date(2024, 4, 29), date(2024, 5, 5))),
        (JALALI, "M", 0, SATURDAY, (date(2024, 4, 20), date(2024, 5, 20))),
        (JALALI, "M", -2, SATURDAY, (date(2024, 2, 20), date(2024, 3, 19))),
        (JALALI, "Q", 1, SATURDAY, (date(2024, 6, 21), date(2024, 9, 21))),
        (JALALI, "Y", -1, SATURDAY, (date(2023, 3, 21), date(2024, 3, 19))),
        (GREGORIAN, "Q", 0, MONDAY, (date(2024, 4, 1), date(2024, 6, 30))),
    ],
)
def test_units_around_a_day(
    calendar: Calendar, unit: Unit, offset: int, starts: int, period: tuple[date, date]
) -> None:
    assert calendar.period(ORDIBEHESHT_15, unit, offset, starts) == period


def test_shifts_keep_the_day_of_the_month_if_they_can() -> None:
    assert JALALI.shift(date(2024, 9, 21), "M", 1) == date(2024, 10, 21)  # 31 Shahrivar, 30 Mehr
    assert GREGORIAN.shift(date(2024, 1, 31), "M", 1) == date(2024, 2, 29)
    assert GREGORIAN.shift(date(2024, 2, 29), "Y", -1) == date(2023, 2, 28)
    assert GREGORIAN.shift(date(2024, 1, 31), "W", 2) == date(2024, 2, 14)


@pytest.mark.parametrize(
    ("what", "first", "last"),
    [
        ("START", 1, 1), ("END", 31, 31), ("EARLY", 1, 10), ("MID", 11, 20), ("LATE", 22, 31), ("H1", 1, 15),
        ("H2", 16, 31), ("T1", 1, 10), ("T2", 11, 20), ("T3", 21, 31), ("W1", 1, 7), ("W5", 29, 31),
    ],
)  # fmt: skip
def test_parts_of_a_month(what: str, first: int, last: int) -> None:
    assert cut((date(2024, 5, 1), date(2024, 5, 31)), what) == (date(2024, 5, first), date(2024, 5, last))


@pytest.mark.parametrize("what", ["T4", "W6", "H3", "H9"])
def test_parts_that_are_none(what: str) -> None:
    with pytest.raises(ValueError):
        cut((date(2024, 5, 1), date(2024, 5, 31)), what)
