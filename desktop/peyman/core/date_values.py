"""What a date in a text means: values as in TIMEX3, over ISO 8601, and the days they stand for.

A reading is {type, value} with, where they apply, calendar (if not Gregorian), from and to (ISO days, both counted
in), weekday, op (as in `amounts`), approximate (lunar dates), assumed («year» or «century»: not in the text).

type and value:
    absolute: "2024-03-05", "2024-03", "2023", "199X", an interval "2025-03-21/2026-03-20", "XXXX-03-05" without a
        year, "jalali:XXXX-12-15" and "hijri:XXXX-09" where that is of another calendar, "T10:30".
    relative: to the article's date, DCT. "DCT", "DCT+1D", "DCT-1Y" (the year before its year), "DCT-Y" (its year),
        "DCT/P2W" (the two weeks from it), "P3Y/DCT", "DCT+1W/SAT", "DCT+1SAT" (the first Saturday after it),
        "XXXX-WXX-6" (a Saturday), "NOWRUZ"; then months "/M1-M9", month and day "/M12D15", a half, ten days or week
        of a month "/H2" "/T1" "/W1", an edge "/END" (last day) "/START" (first day) "/EARLY" "/MID" "/LATE" (thirds),
        a clock "/T10:30", a time of day "-TMO" "-TMI" "-TAF" "-TEV" "-TNI".
    duration: "P2W", "PT48H", "P2W..P3W" for a range.
    event: "BEFORE", "AFTER", "DURING", "UNTIL" something else. vague: "FUTURE_REF", "PAST_REF", "PRESENT_REF".

What depends on the article's date has no interval while that is unknown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias

from peyman.core.amounts import Norm, plain
from peyman.core.calendars import GREGORIAN, HIJRI, Calendar, Period, Unit, cut

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

# What durations are counted in: calendar units, then hours, minutes, decades and centuries.
CountUnit: TypeAlias = Literal["D", "W", "M", "Q", "Y", "H", "MIN", "E", "C"]
_COARSE: dict[CountUnit, tuple[int, CountUnit]] = {"Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y")}
_FINER: dict[CountUnit, tuple[int, CountUnit]] = {"Y": (12, "M"), "W": (7, "D"), "D": (24, "H"), "H": (60, "MIN")}
_MOST = 10_000  # units in a duration: what is longer is no deadline


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it is said: its number, or its distance from the article's, or neither."""

    calendar: Calendar
    number: int | None = None
    offset: int | None = None
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a year is meant: months, days of the one month, then what is cut out of that."""

    months: tuple[int, int] = (1, 12)
    days: tuple[int, int] | None = None
    cuts: tuple[str, ...] = ()

    def period(self, calendar: Calendar, year: int) -> Period:
        """Return its days in a year; ValueError if that has none such."""
        if self.days:
            start, end = (calendar.day(year, self.months[0], day) for day in self.days)
            period = start, end
        else:
            period = calendar.months(year, *self.months)
        for each in self.cuts:
            period = cut(period, each)
        return period

    def relative(self) -> str:
        """Return what follows "DCT-Y"."""
        first, last = self.months
        value = "" if (first, last) == (1, 12) else f"/M{first}" if first == last else f"/M{first}-M{last}"
        if self.days:
            value += f"D{self.days[0]}" + (f"-D{self.days[1]}" if self.days[1] > self.days[0] else "")
        return value + _cuts(self.cuts)

    def partial(self, year: str) -> str:
        """Return its ISO value in a year of four signs."""
        first, last = self.months
        if self.days:
            ends = [f"{year}-{first:02}-{day:02}" for day in sorted(set(self.days))]
        elif (first, last) == (1, 12):
            ends = [year]
        else:
            ends = [f"{year}-{month:02}" for month in sorted({first, last})]
        return "/".join(ends) + _cuts(self.cuts)


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of units, or a range of them."""

    count: int | Decimal
    unit: CountUnit
    most: int | Decimal | None = None

    def value(self) -> str:
        """Return it as ISO 8601 does: "P2W"."""
        return _duration(self.count, self.unit) + (f"..{_duration(self.most, self.unit)}" if self.most else "")


class Dating:
    """Makes norms, seen from an article's date (or from none) in a language's habits.

    Args:
        today: the article's date.
        calendar: of «سال گذشته».
        week_starts: the first day of a week; Monday is 0.
    """

    def __init__(self, today: date | None, calendar: Calendar, week_starts: int) -> None:
        # Beyond that it is a slip of the pen, and some calendars have no such days.
        self.today = today if today and 1800 <= today.year < 2200 else None
        self.calendar = calendar
        self.week_starts = week_starts

    def in_year(self, year: Year, part: Part, weekday: str = "") -> Norm | None:
        """Return the norm of a part of a year, or None if no year has such a part."""
        calendar = year.calendar
        norm: Norm = {"type": "relative" if year.offset is not None else "absolute"}
        period = _period(part, calendar, _LEAP[calendar.name] if year.number is None else year.number)
        if period is None:
            return None
        if year.number is not None:
            norm["value"] = _value(period, part, year)
        elif year.offset is not None:
            norm["value"] = (f"DCT{year.offset:+d}Y" if year.offset else "DCT-Y") + part.relative()
            period = _period(part, calendar, calendar.split(self.today)[0] + year.offset) if self.today else None
        else:
            norm["value"] = ("" if calendar is GREGORIAN else f"{calendar.name}:") + part.partial("XXXX")
            period = self._nearest(part, calendar, weekday)
        if calendar is not GREGORIAN:
            norm["calendar"] = calendar.name
        if calendar is HIJRI:
            norm["approximate"] = True
        if weekday:
            norm["weekday"] = weekday
        if year.assumed or (year.number is None and year.offset is None and period):
            norm["assumed"] = year.assumed or "year"
        return norm | interval(period)

    def _nearest(self, part: Part, calendar: Calendar, weekday: str) -> Period | None:
        """Return where a date without a year lies closest to the article's; None if not on the weekday that is said."""
        if self.today is None:
            return None
        today, this = self.today, calendar.split(self.today)[0]
        periods = [_period(part, calendar, year) for year in (this - 1, this, this + 1)]
        best = min((p for p in periods if p), key=lambda p: abs((p[0] - today) + (p[1] - today)), default=None)
        return None if best and weekday and WEEKDAYS[best[0].weekday()] != weekday else best

    def unit(
        self, unit: Unit, offset: int, cuts: tuple[str, ...] = (), calendar: Calendar | None = None
    ) -> Norm | None:
        """Return the norm of the unit that lies `offset` units after that of the article's date."""
        calendar = calendar or self.calendar
        base = f"DCT{offset:+d}{unit}" if offset else "DCT" if unit == "D" and not cuts else f"DCT-{unit}"
        norm: Norm = {"type": "relative", "value": base + _cuts(cuts)}
        if unit in "MQY" and calendar is not GREGORIAN:
            norm["calendar"] = calendar.name
        try:
            period = calendar.period(self.today or _SOME_DAY, unit, offset, self.week_starts)
            for each in cuts:
                period = cut(period, each)
        except (ValueError, OverflowError):
            return None
        return norm | interval(period if self.today else None)

    def counted(self, duration: Duration, span: str) -> Norm | None:
        """Return the norm of «دو هفته»: a duration, or by `span` (ago, in, past, next) seen from the article's date.

        None if it is nothing, or longer than a deadline can be.
        """
        count, unit = finer(duration.count, duration.unit)
        if not 0 < duration.count <= (duration.most or duration.count) <= _MOST:
            return None
        if span in ("ago", "in") and isinstance(count, int) and not duration.most:
            sign = -1 if span == "ago" else 1
            if unit == "H" or unit == "MIN":
                return {"type": "relative", "value": f"DCT{'-' if sign < 0 else '+'}{duration.value()}"}
            coarse, unit = _COARSE.get(unit, (1, unit))
            return self.unit(_CALENDAR_UNITS[unit], sign * count * coarse)
        if not span:
            return {"type": "duration", "value": duration.value()}
        backwards = span in ("past", "ago")
        norm: Norm = {
            "type": "relative",
            "value": f"{duration.value()}/DCT" if backwards else f"DCT/{duration.value()}",
        }
        if self.today is None:
            return norm
        away = self._shifted(self.today, duration, -1 if backwards else 1)
        if away is None:
            return norm
        return norm | interval((away, self.today) if backwards else (self.today, away))

    def _shifted(self, today: date, duration: Duration, sign: int) -> date | None:
        count, unit = finer(duration.most or duration.count, duration.unit)
        coarse, unit = _COARSE.get(unit, (1, unit))
        if unit == "H" or unit == "MIN":
            # Hours reach into the days they touch.
            count, unit = -(-count // (24 if unit == "H" else 1440)), "D"
        try:
            return self.calendar.shift(today, _CALENDAR_UNITS[unit], sign * math.ceil(count) * coarse)
        except (ValueError, OverflowError):
            return None

    def weekday(self, weekday: str, near: str, week: bool) -> Norm:
        """Return the norm of a weekday: alone, the last or next one (`near`: -1, 1), or that of a `week` near."""
        number = WEEKDAYS.index(weekday)
        norm: Norm = {"type": "relative", "value": f"XXXX-WXX-{number + 1}", "weekday": weekday}
        if not near:
            return norm
        offset = int(near)
        if week or not offset:
            found = self.unit("W", offset) or {}
            norm["value"] = f"{found['value']}/{weekday}"
            if self.today:
                start = self.calendar.period(self.today, "W", offset, self.week_starts)[0]
                day = start + timedelta((number - self.week_starts) % 7)
                norm |= interval((day, day))
            return norm
        norm["value"] = f"DCT{offset:+d}{weekday}"
        if self.today:
            away = (number - self.today.weekday()) % 7 or 7
            day = self.today + timedelta(away if offset > 0 else away - 7 or -7)
            norm |= interval((day, day))
        return norm


_LEAP = {"gregorian": 2024, "jalali": 1403, "hijri": 1445}  # years that have every day a year may have
_SOME_DAY = date(2024, 6, 15)
_CALENDAR_UNITS: dict[str, Unit] = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y"}


def interval(period: Period | None) -> Norm:
    """Return a period as from and to, if there is one."""
    return {"from": period[0].isoformat(), "to": period[1].isoformat()} if period else {}


def finer(count: int | Decimal, unit: CountUnit) -> tuple[int | Decimal, CountUnit]:
    """Return a number of units as whole ones if a finer unit can: 1.5 years are 18 months."""
    while not isinstance(count, int) and unit in _FINER:
        factor, unit = _FINER[unit]
        count *= factor
        count = int(count) if count == int(count) else count
    return count, unit


def _duration(count: int | Decimal, unit: CountUnit) -> str:
    factor, unit = _COARSE.get(unit, (1, unit))
    count, unit = finer(count * factor, unit)
    return f"P{'T' if unit in ('H', 'MIN') else ''}{plain(count)}{unit[0]}"


def _cuts(cuts: tuple[str, ...]) -> str:
    return "".join(f"/{each}" for each in cuts)


def _period(part: Part, calendar: Calendar, year: int) -> Period | None:
    try:
        return part.period(calendar, year)
    except (ValueError, OverflowError):
        return None


def _value(period: Period, part: Part, year: Year) -> str:
    """Return the ISO value of a period of a known year."""
    start, end = period
    if year.calendar is GREGORIAN and not part.cuts and not part.days and part.months in _SIMPLE:
        return part.partial(f"{year.number:04}")
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


_SIMPLE = {(1, 12), *((month, month) for month in range(1, 13))}
