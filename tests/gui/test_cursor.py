"""The token cursor moves by words, selects between them, and never leaves the text."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.decode import text_hash
from peyman.core.model import Document, new_id
from peyman.gui.annotate.cursor import Cursor, Edge, Unit

TEXT = "استاندار اردبیل، مسعود امامی‌یگانه گفت: «۲۰ درصد رشد» داشتیم.\nوی از ASPROMO بازدید کرد."


def document(text: str) -> Document:
    tokens = tuple((m.start(), m.end()) for m in re.finditer(r"[\w\u200c]+|[^\w\s]", text))
    return Document(new_id(), "a", "a", text, text_hash(text), "fa", "rtl", tokens)


@pytest.fixture
def cursor() -> Cursor:
    return Cursor(document(TEXT))


def quote(extent: tuple[int, int] | None) -> str | None:
    return None if extent is None else TEXT[extent[0] : extent[1]]


def test_it_begins_on_the_first_word_with_nothing_selected(cursor: Cursor) -> None:
    assert quote(cursor.word) == "استاندار"
    assert cursor.selection is None
    assert quote(cursor.target) == "استاندار"


def test_steps_skip_punctuation_but_a_selection_spans_it(cursor: Cursor) -> None:
    cursor.step(1)
    cursor.step(1, extend=True)
    assert quote(cursor.selection) == "اردبیل، مسعود"
    cursor.step(1)
    assert cursor.selection is None
    assert quote(cursor.word) == "امامی‌یگانه"


def test_extending_back_over_the_anchor_turns_the_selection_round(cursor: Cursor) -> None:
    cursor.step(3)
    cursor.step(1, extend=True)
    cursor.step(-1, extend=True)
    assert cursor.selection is None
    cursor.step(-2, extend=True)
    assert quote(cursor.selection) == "اردبیل، مسعود امامی‌یگانه"


def test_the_sentence_under_the_cursor_and_the_next(cursor: Cursor) -> None:
    assert (quote(cursor.sentence) or "").startswith("استاندار")
    cursor.step_sentence(1)
    assert quote(cursor.word) == "وی"
    cursor.step_sentence(-1)
    assert quote(cursor.word) == "استاندار"


def test_a_free_selection_labels_just_what_it_covers(cursor: Cursor) -> None:
    start = TEXT.index("یگانه")
    cursor.select(start, start + 5)
    assert quote(cursor.target) == "یگانه"
    cursor.step(1, extend=True)
    assert quote(cursor.selection) == "امامی‌یگانه گفت"


def test_a_free_selection_grows_whichever_way_it_is_extended(cursor: Cursor) -> None:
    start, end = TEXT.index("مسعود"), TEXT.index(" گفت")
    steps: list[tuple[Callable[[], None], str]] = [
        (lambda: cursor.step(-1, extend=True), "اردبیل، مسعود امامی‌یگانه"),
        (lambda: cursor.step(1, extend=True), "مسعود امامی‌یگانه گفت"),
        (lambda: cursor.go_to(0, extend=True), "استاندار اردبیل، مسعود امامی‌یگانه"),
        (lambda: cursor.go_to(TEXT.index("درصد"), extend=True), "مسعود امامی‌یگانه گفت: «۲۰ درصد"),
        (lambda: cursor.go_to(start, extend=True), "مسعود امامی‌یگانه"),  # where it begins, as at a line's start
        (lambda: cursor.step_sentence(-1, extend=True), "استاندار اردبیل، مسعود امامی‌یگانه"),
        (lambda: cursor.go_to_edge(end=False, extend=True), "استاندار اردبیل، مسعود امامی‌یگانه"),
    ]
    for step, grown in steps:
        cursor.select(start, end)
        step()
        assert quote(cursor.selection) == grown


def test_once_it_grows_the_same_end_goes_back(cursor: Cursor) -> None:
    start = TEXT.index("مسعود")
    cursor.select(start, TEXT.index(" گفت"))
    cursor.step(-2, extend=True)
    cursor.step(1, extend=True)
    assert quote(cursor.selection) == "اردبیل، مسعود امامی‌یگانه"


def test_part_of_a_word_by_graphemes() -> None:
    text = "کتابش را خواند"
    cursor = Cursor(document(text))
    cursor.nudge(-1)
    assert cursor.target == (0, 4)
    cursor.nudge(-1)
    assert cursor.target == (0, 3)
    cursor.nudge(1)
    assert cursor.target == (0, 4)


@given(st.text(st.sampled_from("آب پ،.«»\n 12aZ‌ِ"), min_size=1, max_size=60), st.data())
def test_no_walk_leaves_the_text(text: str, data: st.DataObject) -> None:
    cursor = Cursor(document(text))
    for _ in range(data.draw(st.integers(0, 12))):
        by = data.draw(st.sampled_from([-2, -1, 1, 2]))
        extend = data.draw(st.booleans())
        how = data.draw(st.sampled_from(["word", "sentence", "edge", "nudge", "moved"]))
        if how == "word":
            cursor.step(by, extend=extend)
        elif how == "sentence":
            cursor.step_sentence(by, extend=extend)
        elif how == "edge":
            cursor.go_to_edge(end=by > 0, extend=extend)
        elif how == "nudge":
            cursor.nudge(by)
        else:
            edge: Edge = "start" if data.draw(st.booleans()) else "end"
            unit: Unit = "word" if data.draw(st.booleans()) else "grapheme"
            cursor.select(*cursor.moved(cursor.target, edge, by, unit))
        start, end = cursor.target
        assert 0 <= start < end <= len(text)


def test_an_article_without_tokens_is_still_one_place_to_stand() -> None:
    cursor = Cursor(replace(document("…"), tokens=()))
    cursor.step(5)
    assert cursor.target == (0, 1)
