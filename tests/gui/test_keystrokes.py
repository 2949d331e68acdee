"""How many keys everything takes: the goals, one test for each, and three articles annotated anew by keys alone.

Keys are real events, and each press counts one, with whatever modifiers. What is to be done is at hand when counting
begins, as it is for somebody who reads on: the cursor on the word, the commitment selected or under the cursor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.annotating import sample as judged
from core.rehearsing import rehearsed
from gui import settling
from gui.articles import make_document
from gui.reannotating import articles, opened, reannotate, together
from gui.searching import rest
from gui.searching import spans as spans_of
from peyman.core.model import AnnotatedDocument, Document
from peyman.core.schema import Schema
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play

PLEDGE = "استاندار اردبیل گفت: راه را در سه ماه با ۲۰ میلیون دلار می‌سازیم. وی از باکو و ASPROMO سپاسگزاری کرد."
VISIT = "وزیر نیرو ۵ مرداد ۱۴۰۳ در گنجه وعدهٔ ۲۰ میلیون دلار داد. پروندهٔ ۱۷ نیز در گنجه بود."
BAKU = [("GPE", "باکو"), ("GPE", "باكو"), ("GPE", "باکو")]  # of the project `news`


def named(name: str, text: str) -> Document:
    return replace(make_document(text), name=name, title=name)


@pytest.fixture
def window(qapp: QApplication, fonts: None, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    """The window on two articles, without suggestions."""
    with opened(qapp, tmp_path, schema, [named("a", PLEDGE), named("b", VISIT)], suggestions=False) as window:
        yield window


@pytest.fixture
def suggesting(qapp: QApplication, fonts: None, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    """The window on an article in which five things are suggested."""
    with opened(qapp, tmp_path, schema, [named("b", VISIT)], suggestions=True) as window:
        yield window


def spans(window: MainWindow) -> list[tuple[str, str]]:
    return spans_of(window, window.session.document_number or 0) if window.session else []


def roles(window: MainWindow) -> list[tuple[str, str]]:
    assert window.session is not None
    annotations = window.session.annotations
    assert annotations is not None
    pairs = ((relation.label, annotations.span(relation.target)) for relation in annotations.relations)
    return [(label, filler.quote) for label, filler in pairs if filler]


def label(window: MainWindow, *answers: tuple[str, str]) -> None:
    """Label words of the first article by their keys, and go back to its beginning."""
    assert window.page is not None
    for quote, key in answers:
        start = PLEDGE.index(quote)
        window.page.desk.select_text(start, start + len(quote))
        play(window, key)
    window.page.desk.place_cursor(0)


# The goals --------------------------------------------------------------------------------------------------------


def test_a_suggestion_is_accepted_rejected_or_retyped_by_one_key(suggesting: MainWindow) -> None:
    """And the next one is at hand by itself."""
    play(suggesting, "Tab")
    assert play(suggesting, "Enter") == 1
    assert spans(suggesting) == [("ROLE", "وزیر نیرو")]
    assert play(suggesting, "Backspace") == 1  # the date
    assert spans(suggesting) == [("ROLE", "وزیر نیرو")]
    assert play(suggesting, "5") == 1  # the place, which is suggested as GPE
    assert spans(suggesting) == [("ROLE", "وزیر نیرو"), ("LOC", "گنجه")]
    assert play(suggesting, "Enter") == 1
    assert spans(suggesting)[-1] == ("MONEY", "۲۰ میلیون دلار")


def test_an_entity_of_one_word_takes_two_keys(window: MainWindow) -> None:
    assert play(window, "Left 4") == 2
    assert spans(window) == [("GPE", "اردبیل")]


def test_an_entity_of_several_words_takes_three_keys(window: MainWindow) -> None:
    assert play(window, "Shift+Left 2") == 2
    assert play(window, "Left Shift+Left 8") == 3
    assert spans(window) == [("ROLE", "استاندار اردبیل"), ("DOC", "گفت: راه")]


def test_an_entity_around_another_grows_out_of_it_with_two_keys(window: MainWindow) -> None:
    play(window, "Left 4")
    assert play(window, "Shift+Right 2") == 2
    assert spans(window) == [("ROLE", "استاندار اردبیل"), ("GPE", "اردبیل")]


@pytest.mark.parametrize("layout", get_args(Layout))
def test_the_same_string_in_the_article_takes_two_more_keys(news: MainWindow, layout: Layout) -> None:
    assert news.page is not None
    assert play(news, "4", layout) == 1
    assert play(news, "R", layout) == 1
    assert news.page.panels.repeats.isVisible()  # a preview; nothing is changed yet
    assert spans(news) == BAKU[:1]
    assert play(news, "Enter", layout) == 1
    assert spans(news) == BAKU
    assert play(news, "Ctrl+Z", layout) == 1
    assert spans(news) == BAKU[:1]


def test_the_same_string_in_the_whole_project_takes_two_more_keys(news: MainWindow, qtbot: QtBot) -> None:
    assert news.page is not None
    play(news, "4")
    assert play(news, "Shift+R") == 1
    rest(news, qtbot)
    assert len(news.page.panels.repeats.list.rows.ticked) == 5
    assert play(news, "Enter") == 1
    rest(news, qtbot)
    assert [spans_of(news, number) for number in (1, 2, 3)] == [BAKU, [("GPE", "باکو")] * 2, [("GPE", "باکو")]]


def test_a_relation_takes_three_keys(window: MainWindow) -> None:
    """Commitment, role, filler; the next one of the same commitment two."""
    label(window, ("اردبیل", "4"), ("استاندار اردبیل", "2"), ("دلار", "0"))
    play(window, "C 2 Esc Esc")
    assert window.page is not None
    assert window.page.desk.commitment is None
    window.page.desk.place_cursor(PLEDGE.index("راه"))
    assert play(window, "Space S") == 2
    hints = {quote_of(window, span): hint for hint, span in window.page.desk.hints.items()}
    assert play(window, hints["استاندار اردبیل"]) == 1
    assert roles(window) == [("source", "استاندار اردبیل")]
    assert play(window, "T") == 1
    assert play(window, hints["دلار"]) == 1
    assert roles(window) == [("source", "استاندار اردبیل"), ("deadline", "دلار")]


def quote_of(window: MainWindow, span_id: object) -> str:
    assert window.session is not None
    assert window.session.annotations is not None
    return next(span.quote for span in window.session.annotations.spans if span.id == span_id)


def test_a_commitment_with_five_roles_takes_twelve_keys(window: MainWindow) -> None:
    label(window, ("استاندار اردبیل", "2"), ("راه", "6"), ("سه", "9"), ("دلار", "0"), ("باکو", "4"))
    count = play(window, "C 2")
    assert window.page is not None
    for role in "SWTQL":
        count += play(window, role)
        count += play(window, next(iter(window.page.desk.hints)))
    assert len(roles(window)) == 5
    assert count == 12


def test_an_article_is_finished_and_the_next_one_shown_by_one_key(window: MainWindow) -> None:
    assert window.session is not None
    play(window, "Left 4")
    assert play(window, "F") == 1
    assert window.session.document is not None
    assert window.session.document.name == "b"
    assert window.session.project.own_set(1).state.state == "finished"


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_disagreement_is_settled_by_one_key(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, layout: Layout
) -> None:
    """And the next one is at hand by itself; taken back by one, too."""
    path = tmp_path / "team.peyman"
    rehearsed(path, articles=judged()[:1]).close()
    with settling.opened(qapp, path) as window:
        bench = settling.shown(window, qtbot, layout).bench
        asked = [bench.question]
        for key in "10":
            assert play(window, key, layout) == 1
            assert asked[-1] not in bench.questions.shown
            assert bench.question not in (None, *asked)
            asked.append(bench.question)
        assert play(window, "Z", layout) == 1
        assert bench.question == asked[-2]


def test_what_was_done_last_is_undone_by_one_key(window: MainWindow) -> None:
    play(window, "Left 4 Shift+Right 2")
    assert play(window, "Ctrl+Z") == 1
    assert spans(window) == [("GPE", "اردبیل")]
    assert play(window, "Ctrl+Z") == 1
    assert spans(window) == []


# All together -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(schema: Schema) -> Sequence[AnnotatedDocument]:
    return articles(schema)


@pytest.mark.parametrize(("suggestions", "goal"), [(False, 3.0), (True, 2.0)])
def test_keys_for_each_entity_when_articles_are_annotated_anew(
    qapp: QApplication,
    fonts: None,
    tmp_path: Path,
    schema: Schema,
    sample: Sequence[AnnotatedDocument],
    suggestions: bool,
    goal: float,
) -> None:
    """From nothing to the very entities of the gold, in each article and over all; finishing counts too."""
    tallies = reannotate(qapp, tmp_path, schema, sample, suggestions=suggestions)
    assert len(tallies) == 3
    for tally in (*tallies, together(tallies)):
        assert tally.per_entity <= goal, tally
