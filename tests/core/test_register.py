"""The register says what the annotations say, and sorts and filters as slow and simple rules would."""

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import a_set, add, article, default_schema, make_project, refused
from peyman import paths
from peyman.core import register
from peyman.core.calendars import JALALI, Period
from peyman.core.model import Attributes, Json, Relation, Span, new_id
from peyman.core.normalise import folded
from peyman.core.project import Project
from peyman.core.register import COLUMNS, HEADINGS, Commitment, Deadline, Filter
from peyman.core.schema_draft import Draft, Entry
from peyman.core.schema_edits import Usage, plan, schema_edit

TEXT = "وزیر نیرو به باکو قول داد سد را تا ۱۵ اسفند ۱۴۰۳ با ۲۰ میلیون دلار بسازد."
SCHEMA = default_schema()


def made(path: Path, *fillers: tuple[str, str, str, Attributes], meta: Attributes | None = None) -> Project:
    """A project with one pledge, whose roles are filled by (role, label, quote, attributes)."""
    project = make_project(path, replace(article(text=TEXT, title="سد"), meta=meta or {}))
    whole = Span(new_id(), "commitment", "pledge", 0, len(TEXT), TEXT, attributes={"status": "agreed"})
    records: list[Span | Relation] = [whole]
    for role, label, quote, attributes in fillers:
        start = TEXT.index(quote)
        layer = "argument" if label == "ARG" else "entity"
        span = Span(new_id(), layer, label, start, start + len(quote), quote, attributes=attributes)
        records += [span, Relation(new_id(), "role", role, whole.id, span.id)]
    add(project, a_set(*records))
    return project


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory, sample_file: Path) -> list[Commitment]:
    path = shutil.copyfile(sample_file, tmp_path_factory.mktemp("register") / "sample.peyman")
    with Project.open(path, read_only=True) as project:
        return register.read(project)


def test_every_commitment_of_the_sample_is_there_as_its_file_says(rows: list[Commitment]) -> None:
    """The oracle reads the interchange file itself, line by line."""
    expected: list[tuple[Any, ...]] = []
    for line in paths.seeds("sample_gold.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        spans = {span["id"]: span for span in item["spans"]}
        for span in item["spans"]:
            if span["layer"] == "commitment":
                found: dict[str, list[dict[str, Any]]] = {}
                for relation in item["relations"]:
                    if relation["source"] == span["id"]:
                        found.setdefault(relation["label"], []).append(spans[relation["target"]])
                texts = [
                    register.JOINER.join(
                        " ".join(one["quote"].split())
                        for one in sorted(found.get(role, []), key=lambda one: (one["start"], -one["end"]))
                    )
                    for role in ("committer", "counterparty", "action", "object", "amount")
                ]
                status = span["attributes"]["status"]
                expected.append((item["document"]["name"], span["start"], span["end"], span["label"], status, *texts))
    got = [
        (r.article, r.start, r.end, r.type, r.status, r.committer, r.counterparty, r.action, r.object, r.amount)
        for r in rows
    ]
    assert sorted(got) == sorted(expected)
    assert len(got) == 25


# Deadlines --------------------------------------------------------------------------------------------------------

STORED: dict[str, Json] = {"type": "absolute", "value": "2025-03-05", "from": "2025-03-05", "to": "2025-03-05"}


@pytest.mark.parametrize(
    ("filler", "meta", "days", "confirmed"),
    [
        (("deadline", "DATE", "۱۵ اسفند ۱۴۰۳", {"norm": STORED}), {}, ("2025-03-05", "2025-03-05"), True),
        (("deadline", "DATE", "۱۵ اسفند ۱۴۰۳", {}), {}, ("2025-03-05", "2025-03-05"), False),
        (("deadline", "ARG", "۱۵ اسفند ۱۴۰۳", {}), {}, ("2025-03-05", "2025-03-05"), False),
        (("deadline", "ARG", "۱۵ اسفند", {}), {}, None, False),
        (("deadline", "DATE", "۱۵ اسفند", {}), {"date": "2024-12-01"}, ("2025-03-05", "2025-03-05"), False),
        (("deadline", "DATE", "۱۵ اسفند", {"norm": {"value": "soon", "from": "x"}}), {}, None, True),
        (("deadline", "ARG", "باکو", {}), {"date": "no day"}, None, False),
    ],
)
def test_a_deadline_has_the_days_that_were_confirmed_or_can_be_read(
    path: Path,
    filler: tuple[str, str, str, Attributes],
    meta: Attributes,
    days: tuple[str, str] | None,
    confirmed: bool,
) -> None:
    with made(path, filler, meta=meta) as project:
        (row,) = register.read(project)
    assert row.deadline is not None
    assert row.deadline.quote == filler[2]
    assert row.deadline.confirmed is confirmed
    assert row.deadline.days == (tuple(date.fromisoformat(day) for day in days) if days else None)
    said = dict(zip(HEADINGS, register.cells(row, SCHEMA, "fa"), strict=True))
    assert said["type"] == "قول"
    assert said["deadline_to"] == (days[1] if days else "")
    assert said["deadline_jalali"] == ("1403/12/15" if days else "")


def test_of_several_deadlines_the_first_with_days_counts(path: Path) -> None:
    late: dict[str, Json] = {"from": "2030-01-01", "to": "2030-01-01"}
    fillers: list[tuple[str, str, str, Attributes]] = [
        ("deadline", "ARG", "باکو", {}), ("deadline", "DATE", "۲۰ میلیون", {"norm": late}),
        ("deadline", "DATE", "۱۵ اسفند ۱۴۰۳", {"norm": STORED}),
    ]  # fmt: skip
    with made(path, *fillers) as project:
        (row,) = register.read(project)
    assert row.deadline is not None
    assert row.deadline.quote == "۱۵ اسفند ۱۴۰۳"


def test_merged_roles_types_and_statuses_are_read_as_what_they_became(path: Path) -> None:
    with made(path, ("mandator", "ROLE", "وزیر نیرو", {"canon": "وزیر"})) as project:
        project._connection.execute("INSERT INTO origin(origin_id) VALUES (?)", [new_id().bytes])
        project._connection.execute("UPDATE annotation_set SET origin_no = 2")  # it came from another file
        draft = Draft(project.schema)
        draft.merge(Entry("role", "labels", "mandator"), "committer")
        draft.merge(Entry("commitment", "labels", "pledge"), "plan")
        draft.merge(Entry("commitment", "attributes", "status", "agreed"), "signed")
        project.apply(schema_edit(project, plan(project, draft.schema, Usage.of(project))))
        (row,) = register.read(project)
    assert (row.type, row.status, row.committer, row.parties) == ("plan", "signed", "وزیر نیرو", ("وزیر",))


def test_whose(path: Path) -> None:
    with made(path) as project:
        (row,) = register.read(project, "علی‌رضا")
        assert row.whose == "علی‌رضا"
        assert register.read(project, "gold") == []
        with refused("annotator_unknown"):
            register.read(project, "nobody")


# Days in words ----------------------------------------------------------------------------------------------------

DAYS = st.dates(date(1300, 1, 1), date(2500, 1, 1))


@given(DAYS, st.sampled_from([0, 1, 29, 30, 364, 365]) | st.integers(0, 900))
def test_days_can_be_read_back(first: date, length: int) -> None:
    days = (first, first + timedelta(length))
    year, month, _ = JALALI.split(first)
    for period in (days, JALALI.months(year, month, month), JALALI.months(year, 1, 12)):
        assert _read(register.jalali(period), "/") == period
    assert first.isoformat().startswith(register.gregorian(days).split(" – ")[0])


def _read(text: str, mark: str) -> Period:
    first, *rest = [[int(part) for part in day.split(mark)] for day in text.split(" – ")]
    last = rest[0] if rest else first
    if len(first) == 3:
        return JALALI.day(*first), JALALI.day(*last)
    return JALALI.months(first[0], *(first[1:] * 2 or [1, 12]))


def test_whole_months_and_years_are_short() -> None:
    assert register.gregorian((date(2025, 1, 1), date(2025, 12, 31))) == "2025"
    assert register.gregorian((date(2024, 2, 1), date(2024, 2, 29))) == "2024-02"
    assert register.gregorian((date(2024, 2, 1), date(2024, 2, 28))) == "2024-02-01 – 2024-02-28"
    assert register.jalali((date(2024, 3, 20), date(2025, 3, 20))) == "1403"


# Sorting and filtering --------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["", "باکو", "پاریس", "تبریز", "Баку", "Moscow", "كرمان", "کرمان", "می‌سازیم"])
DEADLINES = st.none() | st.builds(
    Deadline, WORDS, st.none(), st.none() | DAYS.map(lambda day: (day, day + timedelta(3))), st.booleans()
)


@st.composite
def commitments(draw: st.DrawFn) -> Commitment:
    committer, quote = draw(WORDS), draw(WORDS)
    amount = draw(st.none() | st.builds(lambda n, c: {"value": n, "currency": c}, st.integers(0, 9), WORDS))
    return Commitment(
        document_number=draw(st.integers(1, 3)), article="a", title=draw(WORDS), language="fa", direction="rtl",
        set_number=1, whose=draw(st.sampled_from(["gold", "سارا"])), kind="annotation", state="new", span_id=new_id(),
        start=draw(st.integers(0, 9)), end=10, quote=quote, type=draw(st.sampled_from(["plan", "pledge", "lost"])),
        status=draw(st.sampled_from(["", "agreed", "proposed"])), committer=committer, counterparty=draw(WORDS),
        action=draw(WORDS), object="", amount=draw(WORDS), amount_norm=amount, deadline=draw(DEADLINES),
        parties=(committer,), haystack=folded(f"{committer}\n{quote}"),
    )  # fmt: skip


@given(st.lists(commitments(), max_size=12), st.sampled_from(COLUMNS), st.booleans())
def test_sorting(rows: list[Commitment], column: str, descending: bool) -> None:
    places = register.ordered(rows, range(len(rows)), column, SCHEMA, descending=descending)
    assert sorted(places) == list(range(len(rows)))
    keys = [register.sort_key(rows[place], column, SCHEMA) for place in places]
    known = [key for key in keys if key is not None]
    assert keys == known + [None] * (len(keys) - len(known))
    for one, other in pairwise(known):
        assert one >= other if descending else one <= other
    for first, second in pairwise(range(len(places))):
        if keys[first] == keys[second]:
            assert places[first] < places[second]
    if column == "deadline":
        days = [row.deadline.days for place in places if (row := rows[place]).deadline and row.deadline.days]
        assert [day for _, day in days] == sorted((day for _, day in days), reverse=descending)


@given(st.lists(commitments(), max_size=12), st.builds(
    Filter, WORDS, st.sampled_from(["", "plan"]), st.sampled_from(["", "agreed"]), WORDS, st.sampled_from(["", "gold"])
))  # fmt: skip
def test_filtering(rows: list[Commitment], wanted: Filter) -> None:
    expected = []
    for place, row in enumerate(rows):
        same = [
            wanted.type in ("", row.type), wanted.status in ("", row.status), wanted.whose in ("", row.whose),
            wanted.party in ("", *row.parties),
        ]  # fmt: skip
        text = wanted.text.replace("ك", "ک").replace("\u200c", "").casefold()
        hay = f"{row.committer}\n{row.quote}".replace("ك", "ک").replace("\u200c", "").casefold()
        if all(same) and text in hay:
            expected.append(place)
    assert register.chosen(rows, wanted) == expected


def test_persian_is_sorted_by_its_alphabet() -> None:
    words = ["آب", "اردبیل", "باکو", "پل", "تبریز", "چین", "ژاپن", "كرمان", "کرمانشاه", "گیلان", "نیرو", "یزد"]
    assert sorted(sorted(words), key=register.collation) == words
