"""Finds dates, deadlines and durations in running text; what their readings look like stands in `date_values`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from peyman.core.amounts import Found, Norm, comparators
from peyman.core.calendars import CALENDARS, GREGORIAN, JALALI, Calendar, CalendarName, Unit
from peyman.core.date_values import WEEKDAYS, CountUnit, Dating, Duration, Part, Year, interval
from peyman.core.date_words import date_words
from peyman.core.numbers import Number, Shape

_CALENDAR_OF: dict[str, CalendarName] = {"g": "gregorian", "j": "jalali", "h": "hijri"}
_YEARS = {"jalali": (1200, 1500), "hijri": (1200, 1500), "gregorian": (1500, 2200)}  # what a number may mean
_SEASONS = {"1": (3, 5), "2": (6, 8), "3": (9, 11)}  # Gregorian; its winter lies in two years
_AND = ("و", "и", "and")
_DAYS_NEAR = ("گذشته", "جاری", "اینده", "اتی")  # in the view; «روز بعد» looks back at something in the text
_MORE = re.compile(r" ?\w")
_DAY_OFFSET = re.compile(r"(-?\d)(\w*)")  # of a code such as -1TNI
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class _Reader:
    """Reads the matches of one language's patterns on one text. Each `read_…` is for one kind of pattern."""

    def __init__(self, made_out: Shape, language: str, today: date | None, lenient: bool) -> None:
        self.made_out = made_out
        self.text = made_out.text
        self.words = date_words(language)
        self.comparators = comparators(language)
        self.dating = Dating(today, self.words.calendar, self.words.week_starts)
        self.lenient = lenient  # it is known to be a date

    def find(self) -> Iterator[Found]:
        """Yield what every pattern finds; findings overlap."""
        for kind, pattern in self.words.patterns:
            read = _READ[kind]
            at = 0
            while match := pattern.search(self.text, at):
                found = read(self, match)
                # What was matched may hold another date: patterns are bounded, so this stays linear.
                at = found[1] if found else match.start() + 1
                if found:
                    start, end, norm = found
                    yield start, end, norm | self._sign(start, norm)

    def _sign(self, start: int, norm: Norm) -> Norm:
        sign = (self.comparators if norm["type"] == "duration" else self.words.signs).before(self.text, start)
        return {"op": sign} if sign else {}

    # --- Parts of a match ---

    def number(self, match: re.Match[str], group: str) -> Number | None:
        return self.made_out.number(match, group) if _group(match, group) else None

    def whole(self, match: re.Match[str], group: str) -> int:
        """Return the whole number of a group, or −1."""
        number = self.number(match, group)
        return number.whole if number else -1

    def after(self, at: int, words: str) -> bool:
        """Tell whether one of some words stands before a place."""
        return re.search(rf"(?<!\w)(?:{words}) ?$", self.text[max(at - 30, 0) : at]) is not None

    def calendar(self, match: re.Match[str]) -> Calendar | None:
        """Return the calendar that is named."""
        code = self.words.calendars.code(_group(match, "cal"))
        return next((each for name, each in CALENDARS.items() if name == code), None)

    def year(self, match: re.Match[str], calendar: Calendar | None) -> Year | None:
        """Return the year a match names, in a calendar if that is known from the month."""
        named = self.calendar(match)
        if calendar and named and named is not calendar:
            return None
        calendar = named or calendar
        offset = self.words.named_years.code(_group(match, "named")) or self.words.near.code(_group(match, "near"))
        if offset:
            return Year(calendar or self.words.calendar, offset=int(offset))
        if not _group(match, "y"):
            return None
        # «۲۲ بهمن ۵۷» names a year, «۲۲ بهمن ۵۷ نفر» does not.
        alone = _group(match, "year_word") or (_group(match, "d") and not _MORE.match(self.text, match.end()))
        width = match.end("y") - match.start("y")
        return self.numbered(self.whole(match, "y"), calendar, short=width == 2 and bool(alone))

    def numbered(self, number: int, calendar: Calendar | None, *, short: bool = False) -> Year | None:
        """Return the year that a number means, if any; `short`: it may be the last two digits of one."""
        for each in (calendar,) if calendar else (self.words.calendar, GREGORIAN):
            low, high = _YEARS[each.name]
            if low <= number < high:
                return Year(each, number)
        if not short or not 0 <= number < 100:
            return None
        calendar = calendar or self.words.calendar
        century, turn = (1900, 50) if calendar is GREGORIAN else (1300, 20)
        return Year(calendar, number + century + 100 * (number < turn), assumed="century")

    def part(self, match: re.Match[str], *, of_year: bool) -> Part | None:
        """Return which part of a year, or of a month, a match names: maybe all of it; None if there is none such."""
        edge = self.words.edges.code(_group(match, "edge"))
        cuts = (edge,) if edge else ()
        kind = self.words.parts.code(_group(match, "part"))
        ordinal = _ROMAN.get(_group(match, "parto")) or self.whole(match, "parto")
        if quarter := _group(match, "quarter"):
            kind, ordinal = quarter[0].upper(), int(quarter[1])
        months = None
        if kind and not (of_year and kind in "HQ"):
            most = 1 if of_year else {"H": 2, "T": 3, "W": 5}.get(kind, 0)
            return Part(cuts=(f"{kind}{ordinal}", *cuts)) if kind in "HTW" and 1 <= ordinal <= most else None
        if kind:
            months = _block(6 if kind == "H" else 3, ordinal)
        elif _group(match, "pn"):
            months = _block(self.whole(match, "pn"), self.whole(match, "po") if _group(match, "po") else 1)
        elif season := self.words.seasons.code(_group(match, "season")):
            months = _block(3, int(season)) if self.words.calendar is JALALI else _SEASONS.get(season)
        else:
            return Part(cuts=cuts)
        return Part(months, cuts=cuts) if months and of_year else None

    def _year_end(self, match: re.Match[str], year: Year | None, *groups: str) -> int:
        """Return where a match ends: before what stands where its year would, but is none."""
        if year or not any(_group(match, group) for group in ("y", "near", "named")):
            return match.end()
        return max(match.end(group) for group in groups if _group(match, group))

    # --- Kinds of patterns ---

    def read_day(self, match: re.Match[str]) -> Found | None:
        code = self.words.months.code(match["m"])
        calendar, month = CALENDARS[_CALENDAR_OF[code[0]]], int(code[1:])
        year = self.year(match, calendar)
        if match["m"] == "می" and not self.lenient and (year is None or year.number is None):
            return None  # «می» also begins verbs
        start, end = match.start(), self._year_end(match, year, "m", "named_month", "d", "d2")
        first = self.whole(match, "d")
        last = self.whole(match, "d2") if _group(match, "d2") else first
        if first > last or (_group(match, "to") in _AND and first + 1 != last):
            start, first = match.start("d2"), last
        if start > match.start("m") or first < 1:
            return None
        weekday = self.words.weekdays.code(_group(match, "wd")) if start == match.start() else ""
        norm = self.dating.in_year(year or Year(calendar), Part((month, month), (first, last)), weekday)
        return (start, end, norm) if norm else None

    def read_month(self, match: re.Match[str]) -> Found | None:
        code, last = self.words.months.code(match["m"]), self.words.months.code(_group(match, "mb"))
        calendar, month = CALENDARS[_CALENDAR_OF[code[0]]], int(code[1:])
        part, year = self.part(match, of_year=False), self.year(match, calendar)
        if part is None:
            return None
        months, end = (month, int(last[1:]) if last else month), self._year_end(match, year, "m", "named_month", "mb")
        if months[0] > months[1] or (last and last[0] != code[0]):
            months, end, year = (month, month), match.end("m"), None
        named = _group(match, "month_word") or _group(match, "named_month")
        sure = part.cuts or named or year or months[0] < months[1] or self.lenient
        if not sure and not (code in self.words.clear and self.after(match.start(), self.words.alone_after)):
            return None
        norm = self.dating.in_year(year or Year(calendar), Part(months, cuts=part.cuts))
        return (match.start(), end, norm) if norm else None

    def read_year(self, match: re.Match[str]) -> Found | None:
        part, year = self.part(match, of_year=True), self.year(match, None)
        if part is None:
            return None
        whole = part == Part()
        if _group(match, "this"):
            year = None if whole else Year(self.words.calendar, offset=0)
        elif whole and _group(match, "y") and not _group(match, "year_word") and not _group(match, "cal"):
            year = year if self.lenient or self.after(match.start(), self.words.year_after) else None
        elif whole and not year:
            return None
        if year is None:
            return None
        norm = self.dating.in_year(year, part)
        return (*match.span(), norm) if norm else None

    def read_quarter(self, match: re.Match[str]) -> Found | None:
        """Read a quarter or so of no year in particular."""
        part = self.part(match, of_year=True)
        if part is None or (_group(match, "part") or "полу")[:4] not in ("полу", "квар", "quar"):
            return None
        norm = self.dating.in_year(Year(self.words.calendar, offset=0, assumed="year"), part)
        return (*match.span(), norm) if norm else None

    def read_season(self, match: re.Match[str]) -> Found | None:
        part = self.part(match, of_year=True)
        norm = self.dating.in_year(Year(self.words.calendar), part) if part else None
        return (*match.span(), norm) if norm else None

    def read_unit(self, match: re.Match[str]) -> Found | None:
        unit, near = self.words.units.code(match["u"]), self.words.near.code(_group(match, "rel"))
        part = self.part(match, of_year=unit != "M")
        # «این سال» and «روز بعد» look back at something in the text.
        if part is None or part.months != (1, 12) or (unit == "Y" and not near):
            return None
        if not near and not part.cuts and not _group(match, "this"):
            return None
        if unit == "D" and not part.cuts and _group(match, "rel") not in _DAYS_NEAR:
            return None
        norm = self.dating.unit(cast(Unit, unit), int(near or 0), part.cuts, self.calendar(match))
        return (*match.span(), norm) if norm else None

    def read_count(self, match: re.Match[str]) -> Found | None:
        start, end = match.span()
        unit = cast(CountUnit, self.words.counted.code(match["u"]))
        number, most = self.number(match, "n"), self.number(match, "n2")
        count: int | Decimal = number.value if number else Decimal("0.5") if _group(match, "halved") else 1
        sign = ""
        if number and most:
            loose = _group(match, "to") == " "  # «دو سه هفته»
            if most.value <= count or (loose and not number.whole + 1 == most.whole < 10):
                start, count, most = match.start("n2"), most.value, None
            elif loose:
                sign = "~"
        if _group(match, "and_half") or ((half := self.number(match, "half")) and half.value == Decimal("0.5")):
            count += Decimal("0.5")
        elif _group(match, "half"):
            end = match.end("u")
        if unit == "Y" and count >= 1000:
            return None
        span = self.words.spans.code(_group(match, "span") or _group(match, "span2")) if end == match.end() else ""
        if not span and self.after(start, self.words.within):
            span = "next"
        elif not span and self.after(start, self.words.through):
            span = "in"
        norm = self.dating.counted(Duration(count, unit, most.value if most else None), span)
        return (start, end, norm | ({"op": sign} if sign else {})) if norm else None

    def _day(self, match: re.Match[str]) -> tuple[int, str]:
        """Return how many days away «دیشب» is, and which time of day."""
        code = _DAY_OFFSET.fullmatch(self.words.days.code(_group(match, "day")) or "0")
        assert code
        return int(code[1]), code[2]

    def read_today(self, match: re.Match[str]) -> Found | None:
        offset, time = self._day(match)
        time = time or self.words.times.code(_group(match, "time") or _group(match, "time2"))
        end, weekday = match.end(), self.words.weekdays.code(_group(match, "wd"))
        if ")" in match[0] and "(" not in match[0]:
            end -= 1
        elif "(" in match[0] and ")" not in match[0]:
            end, weekday = max(match.end(group) for group in ("day", "time2") if _group(match, group)), ""
        norm = self.dating.unit("D", offset) or {}
        if weekday:
            norm["weekday"] = weekday
            if "from" in norm and WEEKDAYS[date.fromisoformat(str(norm["from"])).weekday()] != weekday:
                # The article was written on another day than that of its date.
                norm = {key: value for key, value in norm.items() if key not in ("from", "to")}
        if time:
            norm["value"] = f"{norm['value']}-{time}"
        return match.start(), end, norm

    def read_weekday(self, match: re.Match[str]) -> Found | None:
        weekday = self.words.weekdays.code(_group(match, "wd") or _group(match, "wd2"))
        near = self.words.near.code(_group(match, "rel")) or ("0" if _group(match, "this") else "")
        return *match.span(), self.dating.weekday(weekday, near, bool(_group(match, "week")))

    def read_vague(self, match: re.Match[str]) -> Found | None:
        return *match.span(), {"type": "vague", "value": self.words.vague.code(match["vague"])}

    def read_numeric(self, match: re.Match[str]) -> Found | None:
        widths = [match.end(group) - match.start(group) for group in "abc"]
        a, b, c = (self.whole(match, group) for group in "abc")
        if widths[0] == 4:
            year, month, day = self.numbered(a, None), b, c
        elif widths[2] == 4:
            year, month, day = self.numbered(c, None), b, a
            if self.words.slashes_differ and match["sep"] == "/":
                if max(a, b) <= 12 and a != b:
                    return None
                month, day = min(a, b), max(a, b)
        elif widths == [2, 2, 2] and (match["sep"] == "/") == (self.words.calendar is JALALI):
            first = self.words.calendar is JALALI
            year = self.numbered(a if first else c, self.words.calendar, short=True)
            month, day = b, c if first else a
        else:
            return None
        if year is None or not 1 <= month <= 12 or day < 1:
            return None
        norm = self.dating.in_year(year, Part((month, month), (day, day)))
        return (*match.span(), norm) if norm else None

    def read_decade(self, match: re.Match[str]) -> Found | None:
        number, calendar = self.whole(match, "y"), self.calendar(match)
        short = number < 100
        if number < 10 or number % 10:
            return None
        year = self.numbered(number, calendar, short=short)
        if year is None or year.number is None:
            return None
        first, last = (year.calendar.months(each, 1, 12) for each in (year.number, year.number + 9))
        norm: Norm = {"type": "absolute", "value": f"{year.number // 10}X"}
        if year.calendar is not GREGORIAN:
            norm = {"type": "absolute", "value": f"{first[0]}/{last[1]}", "calendar": year.calendar.name}
        if year.assumed:
            norm["assumed"] = year.assumed
        return *match.span(), norm | interval((first[0], last[1]))

    def read_clock(self, match: re.Match[str]) -> Found | None:
        hour, minute = self.whole(match, "hour"), self.whole(match, "minute")
        if _group(match, "hour2"):
            hour, minute = self.whole(match, "hour2"), 0
        elif match.end("minute") - match.start("minute") != 2:
            return None
        time = self.words.times.code(_group(match, "time"))
        if time in ("TAF", "TEV") and 0 < hour < 12:
            hour += 12
        if not (0 <= hour <= 24 and 0 <= minute < 60):
            return None
        clock = f"T{hour:02}:{minute:02}"
        if _group(match, "day"):
            norm = self.dating.unit("D", self._day(match)[0]) or {}
            return *match.span(), norm | {"value": f"{norm['value']}/{clock}"}
        return *match.span(), {"type": "absolute", "value": clock}

    def read_years(self, match: re.Match[str]) -> Found | None:
        calendar = self.calendar(match)
        first, last = (self.numbered(self.whole(match, group), calendar) for group in ("y", "y2"))
        if not first or not last or first.calendar is not last.calendar or first.number is None or last.number is None:
            return None
        if first.number >= last.number or (match["to"] in _AND and first.number + 1 < last.number):
            return None
        start, end = first.calendar.months(first.number, 1, 12)[0], first.calendar.months(last.number, 1, 12)[1]
        norm: Norm = {"type": "absolute", "value": f"{first.number}/{last.number}"}
        if first.calendar is not GREGORIAN:
            norm = {"type": "absolute", "value": f"{start}/{end}", "calendar": first.calendar.name}
        return *match.span(), norm | interval((start, end))

    def read_nowruz(self, match: re.Match[str]) -> Found | None:
        year = self.year(match, None)
        if year and year.calendar is JALALI:
            norm = self.dating.in_year(year, Part((1, 1), (1, 1)))
            return (*match.span(), norm) if norm else None
        return match.start(), match.end("nowruz"), {"type": "relative", "value": "NOWRUZ"}


_READ: dict[str, Callable[[_Reader, re.Match[str]], Found | None]] = {
    "day": _Reader.read_day,
    "month": _Reader.read_month,
    "year": _Reader.read_year,
    "quarter": _Reader.read_quarter,
    "season": _Reader.read_season,
    "unit": _Reader.read_unit,
    "count": _Reader.read_count,
    "today": _Reader.read_today,
    "weekday": _Reader.read_weekday,
    "vague": _Reader.read_vague,
    "numeric": _Reader.read_numeric,
    "decade": _Reader.read_decade,
    "clock": _Reader.read_clock,
    "years": _Reader.read_years,
    "nowruz": _Reader.read_nowruz,
}


def dates(made_out: Shape, language: str, today: date | None, *, lenient: bool = False) -> Iterator[Found]:
    """Yield the dates of a text, seen from the article's date; findings may overlap.

    With `lenient`, also what is a date only if someone says so: a month or a year standing alone.
    """
    return _Reader(made_out, language, today, lenient).find()


def event_cue(text: str, at: int, language: str) -> tuple[int, str] | None:
    """Return where in a shape the words end («پیش از …») after which a time hangs on something else, and its value."""
    events = date_words(language).events
    match = re.compile(rf" ?({events})(?!\w)").match(text, at)
    return (match.end(), events.code(match[1])) if match else None


def _group(match: re.Match[str], name: str) -> str:
    """Return what a group matched; nothing if it did not, or if the pattern has no such group."""
    return match[name] or "" if name in match.re.groupindex else ""


def _block(count: int, index: int) -> tuple[int, int] | None:
    """Return the months of the n-th block of so many months, if the year has one."""
    return ((index - 1) * count + 1, index * count) if count >= 1 and index >= 1 and index * count <= 12 else None
