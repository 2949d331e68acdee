"""The register of commitments: every commitment of a project as one row, to be sorted, filtered and written out.

A row says who promised what to whom and by when. The deadline's days are those that the annotator confirmed; where
nobody did, they are read off the words, seen from the article's date, and marked as read by the program. Unknown
days stay unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TypeAlias
from uuid import UUID

from .aliases import as_now
from .amounts import Norm
from .calendars import GREGORIAN, JALALI, Calendar, Period
from .errors import PeymanError
from .model import AnnotationSet, Direction, Document, Json, Relation, SetKind, Span, State
from .norm_words import words
from .normalise import folded
from .project import Project
from .readings import days_of, read_span
from .schema import Schema

JOINER = " | "
GOLD = "gold"
COLUMNS = (
    "type", "status", "committer", "counterparty", "action", "amount", "deadline", "gregorian", "article", "whose",
)  # fmt: skip
# What a file of the register holds; `cells` gives the values in this order.
HEADINGS = (
    "type", "status", "committer", "counterparty", "action", "object", "amount", "deadline", "deadline_from",
    "deadline_to", "deadline_jalali", "deadline_reading", "deadline_read_by", "article", "title", "annotator", "set",
    "state", "commitment", "start", "end",
)  # fmt: skip
# The roles that have a column of their own, in the schema that ships.
_ROLES = ("committer", "counterparty", "action", "object", "amount", "deadline")
_STATUS = "status"
_DEADLINE, _AMOUNTS = ("DATE",), ("MONEY", "QUANT")  # as what they are read
_ALPHABET = "ءآاأإئبپتثجچحخدذرزژسشصضطظعغفقکگلمنوؤهی"
_IN_ORDER = {ord(letter): chr(0xE000 + place) for place, letter in enumerate(_ALPHABET)}

Key: TypeAlias = tuple[object, ...]
Progress: TypeAlias = Callable[[int, int], object]  # sets read, sets in all


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words, what they say, and the first and last day if that is known.

    Attributes:
        confirmed: an annotator stored this reading; else the program read it just now.
    """

    quote: str
    norm: Norm | None
    days: Period | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Commitment:
    """One row of the register. Texts of several fillers are joined by `JOINER`; offsets are code points.

    Attributes:
        type, status: ids of the schema, as they are to be read now (see `aliases.as_now`).
        parties: canonical names, or else the words, of committers and counterparties.
        whose: the annotator's name, or "gold".
    """

    document_number: int
    article: str
    title: str
    language: str
    direction: Direction
    set_number: int
    whose: str
    kind: SetKind
    state: State
    span_id: UUID
    start: int
    end: int
    quote: str
    type: str
    status: str
    committer: str
    counterparty: str
    action: str
    object: str
    amount: str
    amount_norm: Norm | None
    deadline: Deadline | None
    parties: tuple[str, ...]
    haystack: str  # folded, for the filter


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows to show; "" lets all pass."""

    text: str = ""  # words that must all occur, folded
    type: str = ""
    status: str = ""
    party: str = ""
    whose: str = ""


# Reading --------------------------------------------------------------------------------------------------------


def read(
    project: Project, which: str = "all", progress: Progress = lambda _done, _of: None, documents: Sequence[int] = ()
) -> list[Commitment]:
    """Return all commitments of a project, by article and place, perhaps only of some articles.

    Args:
        which: "all", "gold", or an annotator's name.

    Raises:
        PeymanError: `annotator_unknown`, `project_damaged`.
    """
    names = project.annotators
    if which not in ("all", GOLD, *names):
        raise PeymanError("annotator_unknown", name=which, names=", ".join(names))
    only = set(documents)
    wanted = [
        (number, place)
        for number, place, annotator, kind in project.sets_holding("commitment")
        if (not only or number in only) and which in ("all", GOLD if kind == GOLD else annotator)
    ]
    found: list[Commitment] = []
    document: tuple[int, Document] | None = None
    for done, (number, place) in enumerate(wanted):
        progress(done, len(wanted))
        if document is None or document[0] != number:  # the sets of one article follow one another
            document = number, project.document(number)
        found += _rows(*document, as_now(project.annotation_set(place), project.schema))
    return found


def _rows(number: int, document: Document, annotations: AnnotationSet) -> Iterator[Commitment]:
    roles: dict[UUID, list[Relation]] = {}
    for relation in annotations.relations:
        roles.setdefault(relation.source, []).append(relation)
    for span in annotations.spans:
        if span.layer == "commitment":
            yield _row(number, document, annotations, span, roles.get(span.id, ()))


def _row(
    number: int,
    document: Document,
    annotations: AnnotationSet,
    span: Span,
    roles: Sequence[Relation],
) -> Commitment:
    fillers: dict[str, list[Span]] = {role: [] for role in _ROLES}
    for relation in roles:
        target = annotations.span(relation.target)
        if relation.label in fillers and target is not None:
            fillers[relation.label].append(target)
    for spans in fillers.values():
        spans.sort(key=lambda one: (one.start, -one.end))
    texts = {role: JOINER.join(" ".join(one.quote.split()) for one in spans) for role, spans in fillers.items()}
    parties = (_name(one) for role in ("committer", "counterparty") for one in fillers[role])
    return Commitment(
        document_number=number, article=document.name, title=document.title, language=document.language,
        direction=document.direction, set_number=annotations.number,
        whose=GOLD if annotations.kind == GOLD else annotations.annotator, kind=annotations.kind,
        state=annotations.state.state, span_id=span.id, start=span.start, end=span.end, quote=span.quote,
        type=span.label, status=_status(span),
        committer=texts["committer"], counterparty=texts["counterparty"], action=texts["action"],
        object=texts["object"], amount=texts["amount"],
        amount_norm=next(filter(None, (_amount(one, document) for one in fillers["amount"])), None),
        deadline=_soonest(_deadline(one, document) for one in fillers["deadline"]),
        parties=tuple(dict.fromkeys(parties)),
        haystack=folded("\n".join((*texts.values(), span.quote, document.title, document.name))),
    )  # fmt: skip


def _name(span: Span) -> str:
    canon = span.attributes.get("canon")
    return canon if isinstance(canon, str) and canon else " ".join(span.quote.split())


def _status(span: Span) -> str:
    value = span.attributes.get(_STATUS)
    return value if isinstance(value, str) else ""


def _deadline(span: Span, document: Document) -> Deadline:
    stored = span.attributes.get("norm")
    quote = " ".join(span.quote.split())
    if isinstance(stored, dict):
        return Deadline(quote, stored, _days(stored), confirmed=True)
    norm = read_span(span, _DEADLINE, document)
    return Deadline(quote, norm, _days(norm), confirmed=False)


def _soonest(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Of several deadlines the one that comes first, if the days of any are known."""
    found = list(deadlines)
    dated = [(one.days[1], one.days[0], place) for place, one in enumerate(found) if one.days]
    return found[min(dated)[2] if dated else 0] if found else None


def _amount(span: Span, document: Document) -> Norm | None:
    stored = span.attributes.get("norm")
    if isinstance(stored, dict):
        return stored
    norm = read_span(span, _AMOUNTS, document)
    return norm if norm and ("currency" in norm or "unit" in norm) else None


def _days(norm: Json) -> Period | None:
    """The first and last day of a norm, if all calendars have them."""
    days = days_of(norm)
    return days if days and days[0].year > 700 and days[1].year < 9000 else None


# Saying ---------------------------------------------------------------------------------------------------------


def jalali(days: Period) -> str:
    """Return days as 1404/09/24, or shorter for a whole month or year; ASCII digits."""
    return _compact(days, JALALI, "/")


def gregorian(days: Period) -> str:
    """Return days as 2025-12-15, or shorter for a whole month or year."""
    return _compact(days, GREGORIAN, "-")


def _compact(days: Period, calendar: Calendar, mark: str) -> str:
    first, last = days
    year, month, day = calendar.split(first)
    after = last + timedelta(1)
    if day == 1 and month == 1 and after == calendar.first(year + 1, 1):
        return f"{year:04}"
    if day == 1 and after == calendar.first(year, month + 1):
        return f"{year:04}{mark}{month:02}"
    one, other = (mark.join(f"{part:02}" for part in calendar.split(each)) for each in days)
    return one if one == other else f"{one} – {other}"


def cells(row: Commitment, schema: Schema, language: str = "") -> list[str]:
    """Return what a file holds of a row, in the order of `HEADINGS`: ids of the schema, or names in a language."""
    deadline = row.deadline
    days = deadline.days if deadline else None
    reading = words(deadline.norm, language or "en") if deadline and deadline.norm else ""
    return [
        type_name(row, schema, language), status_name(row, schema, language), row.committer, row.counterparty,
        row.action, row.object, row.amount,
        deadline.quote if deadline else "",
        days[0].isoformat() if days else "", days[1].isoformat() if days else "", jalali(days) if days else "",
        reading, ("annotator" if deadline.confirmed else "program") if deadline and deadline.norm else "",
        row.article, row.title, "" if row.kind == GOLD else row.whose, row.kind, row.state, row.quote,
        str(row.start), str(row.end),
    ]  # fmt: skip


def type_name(row: Commitment, schema: Schema, language: str) -> str:
    label = schema.layer("commitment").label(row.type) if language else None
    return label.names(language) if label else row.type


def status_name(row: Commitment, schema: Schema, language: str) -> str:
    attribute = schema.layer("commitment").attribute(_STATUS) if language else None
    choice = attribute.choice(row.status) if attribute else None
    return choice.names(language) if choice else row.status


# Choosing and sorting -------------------------------------------------------------------------------------------


def chosen(rows: Sequence[Commitment], wanted: Filter) -> list[int]:
    """Return the places of the rows that pass a filter, in their order."""
    parts = folded(wanted.text).split()
    return [
        place
        for place, row in enumerate(rows)
        if (not wanted.type or row.type == wanted.type)
        and (not wanted.status or row.status == wanted.status)
        and (not wanted.whose or row.whose == wanted.whose)
        and (not wanted.party or wanted.party in row.parties)
        and all(part in row.haystack for part in parts)
    ]


def ordered(
    rows: Sequence[Commitment], places: Iterable[int], column: str, schema: Schema, *, descending: bool = False
) -> list[int]:
    """Return the places sorted by a column; what is empty or unknown comes last either way, equals as they were.

    Deadlines sort by their last day, types and statuses as the schema has them, amounts by currency or unit and then
    by value.
    """
    keys = {place: sort_key(rows[place], column, schema) for place in places}
    known = [place for place, key in keys.items() if key is not None]
    known.sort(key=lambda place: keys[place] or (), reverse=descending)
    return known + [place for place, key in keys.items() if key is None]


def sort_key(row: Commitment, column: str, schema: Schema) -> Key | None:
    """Return by what a row is sorted; None is last."""
    match column:
        case "type":
            ids = [label.id for label in schema.layer("commitment").labels]
            return (ids.index(row.type),) if row.type in ids else None
        case "status":
            attribute = schema.layer("commitment").attribute(_STATUS)
            ids = [choice.id for choice in attribute.choices] if attribute else []
            return (ids.index(row.status),) if row.status in ids else None
        case "deadline" | "gregorian":
            days = row.deadline.days if row.deadline else None
            return (days[1], days[0]) if days else None
        case "amount":
            return _amount_key(row)
        case "article":
            return (collation(row.title or row.article), row.document_number, row.start)
        case "whose":
            return (row.kind != GOLD, collation(row.whose))
    text = str(getattr(row, column))
    return (collation(text),) if text else None


def _amount_key(row: Commitment) -> Key | None:
    norm = row.amount_norm or {}
    value = norm.get("value", norm.get("min"))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (0, str(norm.get("currency") or norm.get("unit") or ""), value)
    return (1, collation(row.amount), 0) if row.amount else None


@lru_cache(maxsize=1 << 17)
def collation(text: str) -> str:
    """Return what a text is sorted by: the order of the Persian alphabet, whatever way its letters are written."""
    return folded(text).translate(_IN_ORDER)
