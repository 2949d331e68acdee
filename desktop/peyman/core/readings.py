"""Readings for the form: what a span says, what somebody typed instead, and which days somebody chose.

A reading is only offered; it is stored (as an attribute of kind “norm”) when a person has taken or corrected it.
What depends on the article's date has no days while that is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache

from peyman.core.amounts import Norm
from peyman.core.calendars import GREGORIAN, Calendar, Period
from peyman.core.date_values import interval
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotationSet, Attributes, Document, Json, Span
from peyman.core.norm_words import currency_words, unit_words
from peyman.core.norms import LABELS, find_dates, read_norm, read_whole
from peyman.core.numbers import shape

MESSAGES |= {
    "reading_date": QT_TRANSLATE_NOOP(
        "errors", "“{text}” is no date that can be read. Write it like “15 December 2025” or “2025-12-15”."
    ),
    "reading_backwards": QT_TRANSLATE_NOOP("errors", "“{text}” ends before it begins. Write the earlier day first."),
    "reading_day": QT_TRANSLATE_NOOP(
        "errors", "“{text}” is no single day. Write the day, the month and the year, like “15 December 2025”."
    ),
    "reading_money": QT_TRANSLATE_NOOP(
        "errors", "“{text}” is no amount of money that can be read. Write a number and its currency."
    ),
    "reading_currency": QT_TRANSLATE_NOOP(
        "errors", "“{text}” does not say its currency. Write it behind the number: rial and toman are not the same."
    ),
    "reading_quantity": QT_TRANSLATE_NOOP(
        "errors", "“{text}” is no quantity that can be read. Write a number and its unit."
    ),
}

DATE, MONEY, QUANTITY = LABELS
DATE_KEY = "date"  # in the metadata of a document: an ISO day
_DATE_KEYS = frozenset(
    {DATE_KEY, "pub_date", "pubdate", "published", "published_at", "publication_date", "datepublished", "تاریخ", "дата"}
)
_TIMED = re.compile(r"\d{4}-\d\d-\d\dT")
_DATELINES, _LINE = 3, 300  # lines from either end of an article, and code points of each, that may hold its date
_DAY_NOUN = re.compile(r"(?<!\w)(?:روز|روزهای|مورخ|مورخهٔ?|تاریخ)\s*$")  # belongs to the date behind it
_BEFORE = 60  # code points in front of a span, in which a comparator may stand
_UNREAD = {DATE: "reading_date", MONEY: "reading_money", QUANTITY: "reading_quantity"}
# Roles whose fillers say a date or an amount, whatever their label.
_ROLES = {"deadline": (DATE,), "amount": (MONEY, QUANTITY)}
_TO = re.compile(r"\s+(?:تا|الی|до|по|to|until)\s+|\s*[–—]\s*|\s+-\s+")
_FROM = re.compile(r"\s*(?:از|с|со|from)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def with_date(meta: Attributes, day: date | None) -> dict[str, Json]:
    """Return an article's metadata with its date set, or unknown."""
    rest = {name: value for name, value in meta.items() if name != DATE_KEY}
    return rest if day is None else {**rest, DATE_KEY: day.isoformat()}


def date_in_metadata(meta: Attributes) -> date | None:
    """Return the day that came along with an article under one of the usual names; None if none is a single day."""
    for name, value in meta.items():
        if name.casefold() not in _DATE_KEYS:
            continue
        if isinstance(value, dict):
            value = value.get("iso") or value.get("from") or value.get("value")
        if isinstance(value, str):
            with suppress(PeymanError):
                return read_day(value.partition("T")[0] if _TIMED.match(value) else value, ("fa", "en", "ru"))
    return None


def date_in_text(document: Document) -> tuple[date, str] | None:
    """Return the day that an article's first or last lines name with its year, and the words; for a person to confirm.

    A single day that nothing hangs on («در ۳۰ آبان»; not «تا ۳۰ آبان») and that is not in the future.
    """
    lines = [line for line in document.text.split("\n") if line.strip()]
    for line in dict.fromkeys([*lines[:_DATELINES], *lines[-_DATELINES:]]):
        for start, end, norm in find_dates(line[:_LINE], document.language):
            days = days_of(norm)
            clear = norm.get("type") == "absolute" and not norm.keys() & {"op", "assumed", "approximate"}
            if clear and days and days[0] == days[1] and days[0] <= date.today():
                return days[0], " ".join(line[start:end].split())
    return None


def read_day(text: str, languages: Iterable[str]) -> date:
    """Return the one day that somebody typed; raises `reading_date` or `reading_day`."""
    days = days_of(read_typed(DATE, text, languages, None))
    if days is None or days[0] != days[1]:
        raise PeymanError("reading_day", text=" ".join(text.split()))
    return days[0]


def kinds_of(span: Span, annotations: AnnotationSet | None) -> tuple[str, ...]:
    """Return as what a span may be read: its own label, or for an argument what the roles it fills want."""
    if span.label in LABELS:
        return (span.label,)
    if span.layer != "argument" or annotations is None:
        return ()
    roles = {relation.label for relation in annotations.roles_filled_by(span.id)}
    return tuple(kind for role, kinds in _ROLES.items() if role in roles for kind in kinds)


def read_span(span: Span, kinds: Iterable[str], document: Document) -> Norm | None:
    """Return what a span says, seen from the article's date, as the first of `kinds` that can read it."""
    today, language = document.date, document.language
    before = document.text[max(0, span.start - _BEFORE) : span.start]
    for kind in kinds:
        norm = None
        if kind == DATE:
            with suppress(PeymanError):  # backwards: then it is no interval
                norm = _between(span.quote, language, today)
        norm = norm or read_norm(kind, span.quote, language, today, _DAY_NOUN.sub("", before))
        if norm is not None:
            return norm
    return None


def read_typed(kind: str, text: str, languages: Iterable[str], today: date | None) -> Norm:
    """Return what somebody typed as a date, an amount of money or a quantity.

    Args:
        languages: those it is likely to be written in; the letters have the first say.

    Raises:
        PeymanError: `reading_…` with the text, if it cannot be read.
    """
    text = " ".join(text.split())
    for language in _likely(text, languages):
        norm = _between(text, language, today) if kind == DATE else None
        norm = norm or read_whole(kind, text, language, today)
        if norm is not None and kind == MONEY and "currency" not in norm:
            raise PeymanError("reading_currency", text=text)
        if norm is not None:
            return norm
    raise PeymanError(_UNREAD[kind], text=text)


def completions(kinds: Iterable[str], text: str, language: str, usual: str = "") -> list[str]:
    """Return a typed number with each currency or unit that its last word may be the beginning of.

    `language` is that of the names, unless the text has letters of another one; the currency or unit with the code
    `usual` comes first.
    """
    text = " ".join(text.split())
    language = _likely(text, (language,))[0]
    head, _, tail = text.rpartition(" ")
    for number, begun in ((text, ""), (head, tail)):
        if _is_number(number, language):
            known = [pair for kind in kinds if kind != DATE for pair in _names_of(kind, language)]
            known.sort(key=lambda pair: pair[0] != usual)
            found = (f"{number} {name}" for _code, name in known if name.startswith(begun))
            return [each for each in dict.fromkeys(found) if each != text]
    return []


def chosen_days(start: date, end: date, calendar: Calendar, instead_of: Mapping[str, Json] | None = None) -> Norm:
    """Return the norm of days that somebody chose in a calendar, both counted in.

    What the text says around the days («تا», «پس از») stays as it was in the norm that they replace.
    """
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    norm: Norm = {"type": "absolute", "value": value}
    if calendar is not GREGORIAN:
        norm["calendar"] = calendar.name
    norm |= interval((start, end))
    if instead_of and instead_of.get("op"):
        norm["op"] = instead_of["op"]
    return norm


def days_of(norm: Json) -> Period | None:
    """Return the first and last day of a norm, if it names them."""
    if not isinstance(norm, dict):
        return None
    try:
        start, end = date.fromisoformat(str(norm["from"])), date.fromisoformat(str(norm["to"]))
    except (KeyError, ValueError):
        return None
    return (start, end) if start <= end else None


def waits_for_date(norm: Json) -> bool:
    """Tell whether a norm would have days if the article's date were known."""
    if not isinstance(norm, dict) or days_of(norm):
        return False
    value = str(norm.get("value", ""))
    return "DCT" in value or (norm.get("type") == "absolute" and "XXXX" in value)


def says_more(reading: Norm, stored: Json) -> bool:
    """Tell whether a reading is what is stored, but for days that the article's date gives now."""
    if not isinstance(stored, dict) or reading == stored:
        return False
    seen = ("from", "to", "assumed")
    return {k: v for k, v in reading.items() if k not in seen} == {k: v for k, v in stored.items() if k not in seen}


def _is_number(text: str, language: str) -> bool:
    made_out = shape(text, language)
    return any((number.start, number.end) == (0, len(made_out.text)) for number in made_out.numbers.values())


@cache
def _names_of(kind: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the codes and names of currencies or units, those whose name is read as what it stands for."""
    key, names = ("currency", currency_words(language)) if kind == MONEY else ("unit", unit_words(language))

    def is_read(code: str, name: str) -> bool:
        return (read_whole(kind, f"500 {name}", language, None) or {}).get(key) == code

    return tuple((code, name) for code, name in names.items() if is_read(code, name))


def _between(text: str, language: str, today: date | None) -> Norm | None:
    """Return the norm of two dates with «تا» between them; a year that only the second has is that of both."""
    parts = _TO.split(text)
    if len(parts) != 2:
        return None
    first, second = _FROM.sub("", parts[0], count=1), parts[1]
    end = read_whole(DATE, second, language, today)
    if end is None or days_of(end) is None or end.get("op"):
        return None
    start = read_whole(DATE, first, language, today)
    year = _YEAR.search(second)
    if (start is None or days_of(start) is None or start.get("assumed")) and year:
        start = read_whole(DATE, f"{first} {year[0]}", language, today)
    since, until = days_of(start), days_of(end)
    if start is None or since is None or until is None or not start["type"] == end["type"] == "absolute":
        return None
    if until[1] < since[0]:
        raise PeymanError("reading_backwards", text=text)
    norm: Norm = {"type": "absolute", "value": f"{since[0].isoformat()}/{until[1].isoformat()}"}
    if start.get("calendar") and start.get("calendar") == end.get("calendar"):
        norm["calendar"] = start["calendar"]
    if end.get("assumed"):
        norm["assumed"] = end["assumed"]
    return norm | interval((since[0], until[1]))


def _likely(text: str, languages: Iterable[str]) -> list[str]:
    """Return the languages in which to read a text: by its letters, else all those given and the usual three."""
    if re.search("[\u0600-\u06ff]", re.sub(r"[\d٪٫٬]", "", text)):
        return ["fa"]
    if re.search("[а-яёА-ЯЁ]", text):
        return ["ru"]
    if re.search("[A-Za-z]", text):
        return ["en", *languages]
    return list(dict.fromkeys([*languages, "fa", "ru", "en"]))
