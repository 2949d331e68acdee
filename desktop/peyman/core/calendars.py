"""Three calendars, Gregorian, Jalali (Iranian solar Hijri) and lunar Hijri, as plain arithmetic on `datetime.date`.

The Jalali leap years follow the 33-year cycle, which agrees with the astronomical calendar of Iran from 1178 to
1501 (K. Borkowski, "The Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996); the 2820-year cycle
that other software uses is a day off for some years of this century. The lunar calendar
is the tabular civil one (30-year cycle, epoch Friday 16 July 622 Julian; Reingold and Dershowitz, "Calendrical
Calculations"); the sighted one differs from it by a day or two, so what comes from it is approximate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

CalendarName: TypeAlias = Literal["gregorian", "jalali", "hijri"]
Unit: TypeAlias = Literal["D", "W", "M", "Q", "Y"]  # day, week, month, quarter, year
Period: TypeAlias = tuple[date, date]  # first and last day

_JALALI_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)  # years of each 33
_JALALI_EPOCH = date(622, 3, 21).toordinal()  # 1 Farvardin 1, counted back by the same cycle
_HIJRI_EPOCH = 227015  # ordinal of 1 Muharram 1
_MONTHS_OF = {"M": 1, "Q": 3, "Y": 12}


def _gregorian(year: int, month: int) -> int:
    return date(year, month, 1).toordinal()


def _jalali(year: int, month: int) -> int:
    cycles, rest = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(leap <= rest for leap in _JALALI_LEAP)
    return _JALALI_EPOCH + 365 * (year - 1) + leaps + 30 * (month - 1) + min(month - 1, 6)


def _hijri(year: int, month: int) -> int:
    return _HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


@dataclass(frozen=True, slots=True)
class Calendar:
    """How years and months are laid over days. Outside years 1 to 9998 methods raise ValueError or OverflowError."""

    name: CalendarName
    _first: Callable[[int, int], int]  # the ordinal of a month's first day
    _mean_year: float  # days, to guess a year from an ordinal

    def first(self, year: int, month: int) -> date:
        """Return the first day of a month; month 13 is the first of the next year."""
        return date.fromordinal(self._first(year + (month - 1) // 12, (month - 1) % 12 + 1))

    def months(self, year: int, first: int, last: int) -> Period:
        """Return the days from the first of one month to the last of another."""
        return self.first(year, first), self.first(year, last + 1) - timedelta(1)

    def day(self, year: int, month: int, day: int) -> date:
        """Return the day; ValueError if that month has no such day."""
        start, end = self.months(year, month, month)
        if not 1 <= day <= (end - start).days + 1 or not 1 <= month <= 12:
            raise ValueError(f"no day {year}-{month}-{day} in the {self.name} calendar")
        return start + timedelta(day - 1)

    def split(self, day: date) -> tuple[int, int, int]:
        """Return year, month and day of month of a day that is not before the calendar's first."""
        ordinal = day.toordinal()
        year = max(int((ordinal - self._first(1, 1)) / self._mean_year), 1)
        while self._first(year + 1, 1) <= ordinal:
            year += 1
        month = 12
        while month > 1 and self._first(year, month) > ordinal:
            month -= 1
        return year, month, ordinal - self._first(year, month) + 1

    def period(self, around: date, unit: Unit, offset: int, week_starts: int) -> Period:
        """Return the unit that lies `offset` units after the one which holds a day.

        `week_starts` is the first day of a week, Monday being 0.
        """
        if unit == "D":
            day = around + timedelta(offset)
            return day, day
        if unit == "W":
            start = around - timedelta((around.weekday() - week_starts) % 7) + timedelta(7 * offset)
            return start, start + timedelta(6)
        year, month, _ = self.split(around)
        count = _MONTHS_OF[unit]
        begin = ((year * 12 + month - 1) // count + offset) * count
        return self.months(begin // 12, begin % 12 + 1, begin % 12 + count)

    def shift(self, day: date, unit: Unit, count: int) -> date:
        """Return the day that many units away; a day its month does not have becomes the last one it has."""
        if unit == "D" or unit == "W":
            return day + timedelta(count * (7 if unit == "W" else 1))
        year, month, number = self.split(day)
        index = year * 12 + month - 1 + count * _MONTHS_OF[unit]
        start, end = self.months(index // 12, index % 12 + 1, index % 12 + 1)
        return min(start + timedelta(number - 1), end)


GREGORIAN = Calendar("gregorian", _gregorian, 365.2425)
JALALI = Calendar("jalali", _jalali, 365.2424)
HIJRI = Calendar("hijri", _hijri, 354.3667)
CALENDARS: dict[CalendarName, Calendar] = {each.name: each for each in (GREGORIAN, JALALI, HIJRI)}


def cut(period: Period, what: str) -> Period:
    """Return part of a period: START and END are its first and last day, EARLY, MID and LATE its thirds, H1 and H2
    its halves (of a month, 15 days and the rest), T1 to T3 its ten days, W1 to W5 its seven days.

    ValueError if it has no such part.
    """
    start, end = period
    length = (end - start).days + 1
    third = max(length // 3, 1)
    if what[0] in "HTW":
        step = {"H": 15 if 28 <= length <= 31 else length // 2, "T": 10, "W": 7}[what[0]]
        first, last = step * (int(what[1:]) - 1), step * int(what[1:]) - 1
        if what in ("H2", "T3"):
            last = length - 1
    else:
        middle = (length - third) // 2
        first, last = {
            "START": (0, 0),
            "END": (length - 1, length - 1),
            "EARLY": (0, third - 1),
            "MID": (middle, middle + third - 1),
            "LATE": (length - third, length - 1),
        }[what]
    if not 0 <= first < length or what in ("H3", "T4"):
        raise ValueError(f"no {what} in {length} days")
    return start + timedelta(first), start + timedelta(min(last, length - 1))
