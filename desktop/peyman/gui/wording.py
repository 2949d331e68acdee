"""How the window puts things into words: edits, states, numbers, dates, values, and which way a text runs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from PySide6.QtCore import QCalendar, QCoreApplication, QDateTime, QLocale, Qt

from peyman.core.decode import guess_direction
from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import Json, State
from peyman.core.norm_words import words
from peyman.core.schema import Attribute
from peyman.formats.foreign import KINDS

_EDITS: Mapping[str, str] = {
    "add_span": QT_TRANSLATE_NOOP("edits", "label"),
    "relabel": QT_TRANSLATE_NOOP("edits", "change of label"),
    "move_span": QT_TRANSLATE_NOOP("edits", "change of extent"),
    "set_attributes": QT_TRANSLATE_NOOP("edits", "attributes"),
    "set_note": QT_TRANSLATE_NOOP("edits", "note"),
    "set_doubt": QT_TRANSLATE_NOOP("edits", "doubt"),
    "remove": QT_TRANSLATE_NOOP("edits", "deletion"),
    "fill_role": QT_TRANSLATE_NOOP("edits", "role"),
    "set_document_label": QT_TRANSLATE_NOOP("edits", "field of the article"),
    "set_state": QT_TRANSLATE_NOOP("edits", "state of the article"),
    "repeat": QT_TRANSLATE_NOOP("edits", "label everywhere"),
    "relabel_all": QT_TRANSLATE_NOOP("edits", "label on many places"),
    "remove_all": QT_TRANSLATE_NOOP("edits", "deletion of many annotations"),
    "unify": QT_TRANSLATE_NOOP("edits", "the same words labelled alike"),
    "accept": QT_TRANSLATE_NOOP("edits", "suggestion taken"),
    "retype": QT_TRANSLATE_NOOP("edits", "suggestion taken with another label"),
    "reject": QT_TRANSLATE_NOOP("edits", "suggestion rejected"),
    "set_document_info": QT_TRANSLATE_NOOP("edits", "details of the article"),
    "set_project_info": QT_TRANSLATE_NOOP("edits", "settings of the project"),
    "edit_schema": QT_TRANSLATE_NOOP("edits", "labels and attributes"),
    "mark_intended": QT_TRANSLATE_NOOP("edits", "difference marked as intended"),
    "settle": QT_TRANSLATE_NOOP("edits", "automatic decisions"),
    "import": QT_TRANSLATE_NOOP("edits", "import"),
    "merge": QT_TRANSLATE_NOOP("edits", "merge"),
    "assign": QT_TRANSLATE_NOOP("edits", "articles dealt out"),
    "release": QT_TRANSLATE_NOOP("edits", "splits of the release"),
    "adjudicate": QT_TRANSLATE_NOOP("edits", "decision"),
}

_SOURCES: Mapping[str, str] = {
    "gazetteer": QT_TRANSLATE_NOOP("sources", "word lists"),
    "phrase": QT_TRANSLATE_NOOP("sources", "phrase"),
    "pattern": QT_TRANSLATE_NOOP("sources", "pattern"),
    "project": QT_TRANSLATE_NOOP("sources", "labelled before"),
    "tagger": QT_TRANSLATE_NOOP("sources", "learned from you"),
    "candidate": QT_TRANSLATE_NOOP("sources", "candidate"),
}

# Doubts that files say by a code; what a person types stands for itself.
_DOUBTS: Mapping[str, str] = {
    "unsure": QT_TRANSLATE_NOOP("doubts", "Unsure"),
    "label": QT_TRANSLATE_NOOP("doubts", "Which label?"),
    "ctype": QT_TRANSLATE_NOOP("doubts", "Which kind of commitment?"),
    "exists": QT_TRANSLATE_NOOP("doubts", "Is it one at all?"),
    "canon": QT_TRANSLATE_NOOP("doubts", "Which canonical name?"),
}

_STATES: Mapping[State, str] = {
    "new": QT_TRANSLATE_NOOP("states", "New"),
    "in_progress": QT_TRANSLATE_NOOP("states", "In progress"),
    "finished": QT_TRANSLATE_NOOP("states", "Finished"),
    "skipped": QT_TRANSLATE_NOOP("states", "Skipped"),
}

_STATUSES: Mapping[str, str] = {
    "open": QT_TRANSLATE_NOOP("review", "Open"),
    "deferred": QT_TRANSLATE_NOOP("review", "Deferred"),
    "stale": QT_TRANSLATE_NOOP("review", "Changed since"),
    "sampled": QT_TRANSLATE_NOOP("review", "Sample"),
    "conflict": QT_TRANSLATE_NOOP("review", "In conflict"),
}

_LANGUAGES: Mapping[str, str] = {
    "fa": QT_TRANSLATE_NOOP("languages", "Persian"),
    "ru": QT_TRANSLATE_NOOP("languages", "Russian"),
    "az": QT_TRANSLATE_NOOP("languages", "Azerbaijani"),
    "en": QT_TRANSLATE_NOOP("languages", "English"),
    "other": QT_TRANSLATE_NOOP("languages", "Another language"),
}


def edit_words(name: str) -> str:
    """Return what an edit did, as a noun: for the history, and for “Undo: …”. An unknown name stays as it is."""
    return QCoreApplication.translate("edits", _EDITS[name]) if name in _EDITS else name


def source_words(source: str) -> str:
    """Return where a suggestion comes from; an unknown source stays as it is."""
    return QCoreApplication.translate("sources", _SOURCES[source]) if source in _SOURCES else source


def doubt_words(doubt: str) -> str:
    """Return what a doubt is about, for people."""
    return QCoreApplication.translate("doubts", _DOUBTS[doubt]) if doubt in _DOUBTS else doubt


def state_words(state: State) -> str:
    return QCoreApplication.translate("states", _STATES[state])


def status_words(status: str) -> str:
    """Return the status of a question of the adjudication; an unknown one stays as it is."""
    return QCoreApplication.translate("review", _STATUSES[status]) if status in _STATUSES else status


def language_words(code: str) -> str:
    """Return the name of an article's language."""
    return QCoreApplication.translate("languages", _LANGUAGES[code]) if code in _LANGUAGES else code


def joined(words: Iterable[str], language: str) -> str:
    """Return a list in one line, with the comma of a language."""
    return ("، " if language == "fa" else ", ").join(words)


def isolated(text: str) -> str:
    """Wrap a text from outside, so that its direction does not turn the line round; nothing stays nothing."""
    return f"\u2068{text}\u2069" if text else ""


def kinds_words(kinds: Iterable[tuple[str, int]], language: str) -> str:
    """Return kinds of what was only kept, with how much there is of each; names out of files stay as they are."""
    worded: list[str] = []
    for kind, count in kinds:
        what, _, name = kind.partition(" ")
        known = KINDS.get(what)
        words = QCoreApplication.translate("kinds", known) if known else isolated(kind)
        worded.append(f"{words}{f' {isolated(name)}' if known and name else ''} ({number(count)})")
    return joined(worded, language)


def number(value: int) -> str:
    """Return a number in the digits of the window."""
    return QLocale().toString(value)


def percent(share: float) -> str:
    """Return a share between 0 and 1 in the digits and with the sign of the window's language."""
    sign = "٪" if number(0) == "۰" else "%"
    return number(round(100 * share)) + sign


def duration(seconds: int) -> str:
    """Return a length of time in hours and minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours:
        words = QCoreApplication.translate("wording", "{hours} h {minutes} min")
        return words.format(hours=number(hours), minutes=number(minutes))
    return QCoreApplication.translate("wording", "{minutes} min").format(minutes=number(minutes))


def in_window_digits(text: str) -> str:
    """Return a text of the program with all its digits as the window writes them."""
    zero = ord(QLocale().zeroDigit())
    return "".join(c if (d := unicodedata.decimal(c, None)) is None else chr(zero + d) for c in text)


def norm_words(norm: Mapping[str, Json], language: str) -> str:
    """Return a norm as people read it.

    What stands in brackets, such as the second calendar, keeps its own digits, and is isolated to run its own way.
    """
    first, *more = words(norm, language).split(" (")
    return " (".join([in_window_digits(first), *(f"\u2068{each.removesuffix(')')}\u2069)" for each in more)])


def localized_key(key: str) -> str:
    """Return what to write on a key cap: the Latin letter, or a digit in the digits of the window."""
    if key.isdecimal():
        return number(int(key))
    return "−" if key == "-" else key  # a hyphen is too small to be seen


def moment(milliseconds: int, language: str) -> str:
    """Return the local date and time; a window in Persian counts by the Jalali calendar.

    `milliseconds` count from 1970, UTC.
    """
    at = QDateTime.fromMSecsSinceEpoch(milliseconds)
    time = QLocale().toString(at.time(), "HH:mm")
    if language != "fa":
        return f"{QLocale().toString(at.date(), 'd MMM yyyy')}, {time}"
    calendar = QCalendar(QCalendar.System.Jalali)
    date = calendar.partsFromDate(at.date())
    month = calendar.monthName(QLocale(QLocale.Language.Persian), date.month, date.year)
    return f"{number(date.day)} {month} {number(date.year)}، {time}"


def value_words(attribute: Attribute | None, value: Json, language: str) -> str:
    """Return a value as people read it: choices by their names, all else as it is."""
    if isinstance(value, list):
        return joined((value_words(attribute, item, language) for item in value), language)
    if isinstance(value, str):
        choices = attribute.choices if attribute else ()
        return next((choice.names(language) for choice in choices if choice.id == value), value)
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=2048)
def text_direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of a text that comes from outside: that of most of its letters."""
    rtl = guess_direction(text) == "rtl"
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def tool_tip(text: str) -> str:
    """Return `text` for a tool tip: taken literally, wrapped, and running its own way."""
    return f'<div dir="{guess_direction(text)}">{escape(text)}</div>' if text else ""
