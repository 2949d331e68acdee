"""What is offered for attributes: names used before, people near by, readings; and that nothing is made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import article, default_schema, make_project
from peyman.core.edits import Change, Edit, Editor, applied
from peyman.core.model import AnnotationSet, Document, Json, SetState, Span, new_id
from peyman.core.names import Names
from peyman.core.project import Project
from peyman.core.proposals import Proposals, proposals_for, proposals_for_article

TEXT = (
    "استاندار اردبیل، مسعود امامی یگانه، با معاون نخست‌وزیر دیدار کرد. شاهین مصطفی‌اف گفت راه تا سه ماه ساخته می‌شود. "
    "استاندار اردبیل از امامی‌یگانه سپاسگزاری کرد و ۵ میلیون تومان داد."
)


class Desk:
    """An article that is labelled by quotes."""

    def __init__(self, meta: dict[str, Json] | None = None, text: str = TEXT) -> None:
        self.document: Document = replace(article(text=text), meta=meta or {})
        state = SetState(new_id(), "new")
        self.annotations = AnnotationSet(state.id, 1, self.document.id, "سارا", "annotation", state, {})
        self.names = Names("entity", lambda _label: [])

    def editor(self) -> Editor:
        return Editor(self.document, self.annotations, default_schema())

    def perform(self, edit: Edit) -> None:
        self.annotations = applied(self.annotations, edit)
        self.names.follow(edit)

    def add(self, quote: str, label: str, nth: int = 0, *, layer: str = "entity", **attributes: Json) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(quote, start + 1)
        self.perform(self.editor().add_span(layer, label, start, start + len(quote), attributes=attributes))
        return next(s for s in self.annotations.spans if (s.start, s.label) == (start, label))

    def proposals(self, span: Span) -> Proposals:
        return proposals_for(span, self.document, self.annotations, default_schema(), self.names)


# Canonical names ------------------------------------------------------------------------------------------------


def test_a_string_is_offered_the_name_it_was_given_however_it_is_written() -> None:
    desk = Desk()
    desk.proposals(desk.add("شاهین مصطفی‌اف", "PER"))
    desk.add("امامی یگانه", "PER", canon="PER:Emami")
    again = desk.add("امامی‌یگانه", "PER")
    assert desk.proposals(again).proposed == {"canon": "PER:Emami"}
    assert [named.value for named in desk.proposals(again).names["canon"]()] == ["PER:Emami"]
    other = desk.add("امامی‌یگانه", "ORG")
    assert desk.proposals(other).proposed == {}  # another label
    desk.perform(desk.editor().set_attributes(again, {"canon": "PER:Other"}))
    named = desk.annotations.span(again.id)
    assert named is not None
    assert desk.proposals(named).proposed == {}  # it has one


@given(st.lists(st.tuples(st.sampled_from("ابپ"), st.sampled_from(["PER", "ORG"]), st.sampled_from(["x", "y", ""]))))
def test_counting_along_with_edits_is_counting_anew(said: list[tuple[str, str, str]]) -> None:
    spans = [
        Span(new_id(), "entity", label, n, n + 1, quote, attributes={"canon": canon} if canon else {})
        for n, (quote, label, canon) in enumerate(said)
    ]
    following = Names("entity", lambda _label: [])
    following.of("PER"), following.of("ORG")
    for number, span in enumerate(spans):
        following.follow(Edit("add_span", (Change(1, None, span),)))
        if number % 3 == 2:
            following.follow(Edit("remove", (Change(1, spans[number - 1], None),)))
    kept = [span for n, span in enumerate(spans) if n % 3 != 1 or n + 1 >= len(spans)]
    counts = Counter((s.quote, s.attributes["canon"], s.label) for s in kept if s.attributes)
    anew = Names("entity", lambda label: [(q, str(c), n) for (q, c, of), n in counts.items() if of == label])
    for label in ("PER", "ORG"):
        assert following.of(label) == anew.of(label)
        assert [following.given(q, label) for q in "ابپ"] == [anew.given(q, label) for q in "ابپ"]


def test_names_are_ordered_by_use_and_read_once() -> None:
    asked: list[str] = []

    def read(label: str) -> list[tuple[str, str, int]]:
        asked.append(label)
        return [("ا", "x", 1), ("ب", "y", 2), ("پ", "x", 2), ("ت", "z", 2)]

    names = Names("entity", read)
    assert names.of("PER") == [("x", 3), ("y", 2), ("z", 2)]
    assert names.given("پ", "PER") == "x"
    assert asked == ["PER"]


def test_the_project_tells_the_names_in_use(tmp_path: Path, open_project: Callable[..., Project]) -> None:
    document = article(text=TEXT)
    project = open_project(document)
    number = project.number_by_name(document.name)
    assert number is not None
    for quote, canon in (("اردبیل", 'GPE:"Ardabil"\\'), ("نخست", ""), ("وزیر", "x")):
        own = project.own_set(number)
        start = TEXT.index(quote)
        editor = Editor(project.document(number), own, project.schema)
        values: dict[str, Json] = {"canon": canon} if canon else {}
        project.apply(editor.add_span("entity", "GPE", start, start + len(quote), attributes=values))
    assert sorted(project.canon_names("entity", "GPE")) == [("اردبیل", 'GPE:"Ardabil"\\', 1), ("وزیر", "x", 1)]
    assert project.canon_names("entity", "PER") == []


@pytest.fixture
def open_project(tmp_path: Path) -> Callable[..., Project]:
    return lambda *documents: make_project(tmp_path / "a.peyman", *documents)


# Holders ---------------------------------------------------------------------------------------------------------


def test_who_stands_beside_an_office_is_offered_as_its_holder() -> None:
    desk = Desk()
    office = desk.add("استاندار اردبیل", "ROLE")
    assert desk.proposals(office).proposed == {}
    desk.add("مسعود امامی یگانه", "PER", canon="PER:Emami")
    desk.add("شاهین مصطفی‌اف", "PER")
    desk.add("امامی‌یگانه", "PER", canon="PER:Emami")
    proposals = desk.proposals(office)
    assert proposals.proposed == {"holder": "PER:Emami"}
    assert [(named.value, named.text) for named in proposals.near["holder"]] == [
        ("PER:Emami", "مسعود امامی یگانه"),
        ("شاهین مصطفی‌اف", "شاهین مصطفی‌اف"),
    ]
    later = desk.add("استاندار اردبیل", "ROLE", 1)
    assert desk.proposals(later).proposed == {}  # «از» stands between
    assert [named.value for named in desk.proposals(later).near["holder"]] == ["PER:Emami", "شاهین مصطفی‌اف"]


@pytest.mark.parametrize(
    ("between", "touches"),
    [(f" {title} ", True) for title in ("دکتر", "آقای دکتر", "(")] + [("، ", True)]
    + [(between, False) for between in (" و ", ". ", " با ")],
)
def test_only_titles_may_stand_between(between: str, touches: bool) -> None:
    desk = Desk(text=f"استاندار اردبیل{between}مسعود امامی آمد")
    desk.add("مسعود امامی", "PER")
    office = desk.add("استاندار اردبیل", "ROLE")
    assert desk.proposals(office).proposed == ({"holder": "مسعود امامی"} if touches else {})


# Readings ---------------------------------------------------------------------------------------------------------


def test_a_reading_is_offered_until_there_is_a_value_and_again_when_it_says_more() -> None:
    text = "راه ظرف دو هفته آینده ساخته می‌شود"
    unknown = Desk(text=text)
    span = unknown.add("دو هفته آینده", "DATE")
    relative = {"type": "relative", "value": "DCT/P2W"}
    assert unknown.proposals(span).proposed == {"norm": relative}
    known = Desk({"date": "2025-11-21"}, text)
    stored = known.add("دو هفته آینده", "DATE", norm=dict(relative))
    assert known.proposals(stored).proposed == {"norm": {**relative, "from": "2025-11-21", "to": "2025-12-05"}}
    corrected = known.add("هفته آینده", "DATE", norm={"type": "duration", "value": "P2W"})
    assert known.proposals(corrected).proposed == {}


def test_a_deadline_tells_its_type_and_an_argument_is_read_by_its_role() -> None:
    desk = Desk({"date": "2025-11-21"})
    commitment = desk.add("راه تا سه ماه ساخته می‌شود", "plan", layer="commitment")
    assert "deadline_type" not in desk.proposals(commitment).proposed
    start = TEXT.index("سه ماه")
    desk.perform(desk.editor().fill_role_with_text(commitment, "deadline", start, start + len("سه ماه")))
    assert desk.proposals(commitment).proposed == {"deadline_type": "relative"}
    argument = next(span for span in desk.annotations.spans if span.layer == "argument")
    proposals = desk.proposals(argument)
    assert proposals.kinds == ("DATE",)
    assert proposals.proposed == {"norm": {"type": "duration", "value": "P3M"}}
    other = desk.add("با معاون", "ARG", layer="argument")
    assert desk.proposals(other).kinds == ()
    assert desk.proposals(other).proposed == {}


def test_the_articles_date_is_offered_where_a_field_asks_for_one() -> None:
    fields = default_schema().layer("document").attributes
    document = replace(article(), meta={"date": "2025-11-21"})
    day = {"type": "absolute", "value": "2025-11-21", "from": "2025-11-21", "to": "2025-11-21"}
    assert proposals_for_article(document, fields, {}).proposed == {"pub_date": day}
    assert proposals_for_article(document, fields, {"pub_date": {"type": "vague"}}).proposed == {}
    assert proposals_for_article(article(), fields, {}).proposed == {}
