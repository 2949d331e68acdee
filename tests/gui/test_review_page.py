"""The adjudication page, worked by real keys: one key a disagreement, until nothing is left."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.annotating import NAMES, answers, sample
from core.judging import content
from core.making import make_project
from core.rehearsing import CURATOR, THREE, rehearsed
from gui.articles import make_document
from gui.settling import opened, rest, shown
from gui.walking import assert_accessible
from peyman import paths
from peyman.core.curating import Case, Listing, Question, read_case
from peyman.core.edits import Editor
from peyman.core.errors import PeymanError
from peyman.core.model import (
    AnnotationSet,
    Decision,
    Document,
    DocumentLabel,
    Filling,
    Json,
    Span,
    Value,
    new_id,
)
from peyman.core.project import Project
from peyman.core.rehearsal import Rates
from peyman.core.schema import parse_schema
from peyman.core.settling import gold_set_of
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle, type_text
from peyman.gui.review import bench
from peyman.gui.review.page import ReviewPage
from peyman.gui.review.questions import FACETS, Filter, Questions

WORDS = "استاندار اردبیل در باکو قول داد پل تازه تا پایان سال ساخته شود و مرز باز بماند"


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def gold_of(window: MainWindow, number: int = 1) -> AnnotationSet:
    found = gold_set_of(project_of(window), number)
    assert found is not None
    return found


def at_hand(page: ReviewPage) -> Question:
    assert page.bench.question is not None
    return page.bench.question


def decided(window: MainWindow) -> list[Decision]:
    return sorted((d for d in project_of(window).records(Decision) if not d.automatic), key=lambda d: d.at)


def text_article(text: str, name: str) -> Document:
    return replace(make_document(text), name=name, title=name)


def labelled(document: Document, name: str, *labels: tuple[str, str]) -> AnnotationSet:
    """An annotator's finished set: words of the text with their entity labels."""
    spans = []
    for quote, label in labels:
        start = document.text.index(quote)
        spans.append(Span(new_id(), "entity", label, start, start + len(quote), quote))
    return replace(answers(name, *spans, document=document), id=new_id())


def small(path: Path, *articles: tuple[Document, Sequence[AnnotationSet]]) -> Path:
    """A project of the curator's with these articles and sets."""
    project = make_project(path, *(document for document, _ in articles), annotator=CURATOR)
    with project, project.batch("import"):
        for document, sets in articles:
            number = project.number_by_name(document.name)
            assert number is not None
            for one in sets:
                project.add_set(number, one)
    return path


@pytest.fixture
def four(tmp_path: Path) -> Path:
    """Four questions in one article: a label, a missing span, a boundary, and a sample or none."""
    document = text_article(WORDS, "words")
    sara = labelled(document, "سارا", ("اردبیل", "GPE"), ("باکو", "GPE"), ("پل تازه", "FAC"), ("سال", "DATE"))
    reza = labelled(document, "رضا", ("اردبیل", "LOC"), ("پل", "FAC"), ("سال", "DATE"))
    return small(tmp_path / "four.peyman", (document, [sara, reza]))


def option_of(page: ReviewPage, name: str) -> str:
    """Return the key that takes what an annotator says."""
    options = enumerate(page.bench.options, 1)
    return next((str(number) for number, option in options if name in option.annotators), "0")


def shape(annotations: AnnotationSet) -> Counter[str]:
    """What a set says apart from attributes."""
    bare = (replace(a, attributes={}) if isinstance(a, Span) else a for a in annotations.annotations.values())
    return content(bare)


# One key a disagreement -------------------------------------------------------------------------------------------


def test_one_key_settles_a_disagreement_until_gold_is_what_one_annotator_says(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    """Following «سارا» in every question, gold becomes just what she has: no more, no less."""
    path = tmp_path / "sample.peyman"
    rates = Rates(0.05, 0.01, 0.06, 0.03, 0.01, 0.03, 0.04, 0.1)
    with rehearsed(path, articles=sample()[2:], rates=rates) as project:
        own = next(i for i in project.set_infos(1) if i.annotator == "سارا")
        wanted = project.annotation_set(own.number)
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        keys = 0
        settled = 0
        while page.bench.question is not None:
            before = at_hand(page)
            left = page.bench.questions.total
            keys += play(window, option_of(page, "سارا"))
            settled += 1
            after = page.bench.question
            assert after is None or after.key != before.key, "it went on by itself"
            assert before.key not in [one.key for one in page.bench.questions.shown]
            assert settled < 400
            assert left
        assert keys == settled == len(decided(window))
        assert settled > 20
        assert page.bench.questions.total == 0
        assert gold_of(window).state.state == "finished"
        gold = gold_of(window)
        assert shape(gold) == shape(wanted)
        # Where she gave no value and all others the same, it came with the span; what does not apply stayed away.
        held = {(one.layer, one.label, one.start, one.end): one.attributes for one in gold.spans}
        for one in wanted.spans:
            given = held[one.layer, one.label, one.start, one.end]
            assert {name: given.get(name, value) for name, value in one.attributes.items()} == one.attributes
        assert page._empty.isVisible()


@pytest.mark.parametrize("layout", get_args(Layout))
def test_digits_take_and_zero_rejects_in_every_layout(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path, layout: Layout
) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot, layout)
        assert [one.kind for one in page.bench.questions.shown][:3] == ["label", "missing", "boundary"]
        assert play(window, option_of(page, "رضا"), layout) == 1
        assert at_hand(page).kind == "missing"
        assert play(window, "0", layout) == 1
        assert at_hand(page).kind == "boundary"
        assert play(window, option_of(page, "سارا"), layout) == 1
        spans = {(one.quote, one.label) for one in gold_of(window).spans}
        assert spans == {("اردبیل", "LOC"), ("پل تازه", "FAC"), ("سال", "DATE")}
        assert [d.outcome for d in decided(window)][:3] == ["take", "reject", "take"]


def test_undo_by_z_and_by_ctrl_z_brings_the_question_back(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path
) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        first = at_hand(page)
        play(window, "1")
        second = at_hand(page)
        play(window, "1")
        play(window, "Z")
        assert at_hand(page).key == second.key
        assert len(decided(window)) == 1
        play(window, "Ctrl+Z")
        assert at_hand(page).key == first.key
        assert not decided(window)
        assert not gold_of(window).annotations
        play(window, "Ctrl+Shift+Z")
        assert len(decided(window)) == 1
        assert gold_of(window).annotations


def test_what_is_deferred_comes_last_and_stays(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        first = at_hand(page)
        play(window, "S")
        assert at_hand(page).key != first.key
        while at_hand(page).key != first.key:
            assert play(window, "1") == 1
        assert [one.key for one in page.bench.questions.shown] == [first.key]
        assert at_hand(page).status == "deferred"
        assert "کنار" in page.note.text
        play(window, "1")
        assert page.bench.question is None


def test_an_answer_of_ones_own_by_keys(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        play(window, "E")
        assert page.form.isVisible()
        assert not page.cards.isVisible()
        before = page.form.extent
        play(window, "3 [ Enter")  # an organisation, from one word farther to the front
        assert not page.form.isVisible()
        (decision,) = decided(window)
        assert (decision.outcome, decision.method) == ("edit", "edited")
        made = next(one for one in gold_of(window).spans if one.id == decision.cluster)
        assert made.label == "ORG"
        assert made.quote == "استاندار اردبیل"
        assert made.end == before[1]
        # Escape leaves all as it was, and digits decide nothing while the form is open.
        play(window, "E 1 1 Esc")
        assert len(decided(window)) == 1
        assert page.cards.isVisible()


FIELDS = [("list", "مهر؛ تسنیم", ["مهر", "تسنیم"]), ("number", "۲٫۵", 2.5), ("text", "مهر؛ تسنیم", "مهر؛ تسنیم")]


@pytest.mark.parametrize(("kind", "typed", "meant"), FIELDS)
def test_a_value_of_ones_own_is_typed_as_on_the_annotate_page(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, kind: str, typed: str, meant: Json
) -> None:
    given: dict[str, tuple[Json, Json]] = {"list": (["ایرنا", "مهر"], ["ایرنا"]), "number": (3, 4.5)}
    text = paths.resource("schemas", "commitnews.toml").read_text(encoding="utf-8")
    text = text.replace('id = "outlet"\nkind = "text"', f'id = "outlet"\nkind = "{kind}"')
    path = tmp_path / "field.peyman"
    document = text_article(WORDS, "words")
    with Project.create(path, annotator=CURATOR, schema=parse_schema(text, "s")) as project, project.batch("import"):
        project.add_document(document)
        for name, value in zip(("سارا", "رضا"), given.get(kind, ("ایرنا", "مهر")), strict=True):
            label = DocumentLabel(new_id(), "document", "outlet", value)
            project.add_set(1, replace(answers(name, label, document=document), id=new_id()))
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        line = page.form.line
        if kind == "number":
            play(window, "E")
            line.selectAll()
            type_text(window, "سه")
            play(window, "Enter")
            assert page.form.isVisible()
            assert page.form.notice.mark.kind == "error"
            line.selectAll()
            type_text(window, "۳")
            assert not page.form.notice.isVisible()
            play(window, "Esc")
        first = page.bench.options[0].answer
        play(window, "E Enter")  # as it stands: nothing is lost on the way
        (decision,) = decided(window)
        assert decision.answer == first
        play(window, "Z E")
        line.selectAll()
        type_text(window, typed)
        play(window, "Enter")
        (decision,) = decided(window)
        assert isinstance(decision.answer, Value)
        assert decision.answer.value == meant
        assert type(decision.answer.value) is type(meant)


def test_a_role_of_ones_own_is_given_by_the_key_of_the_role_and_enter(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "roles.peyman"
    rehearsed(path, articles=sample()[:1]).close()
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        page.queue.choose("kind", "role")
        page.queue.list.setFocus()
        asked = at_hand(page)
        answer = page.bench.options[0].answer
        assert isinstance(answer, Filling)
        roles = project_of(window).schema.layer("role").labels
        other = next(one for one in roles if one.key and one.id not in asked.labels)
        assert play(window, f"E {other.key} Enter") == 3
        (decision,) = decided(window)
        assert (decision.cluster, decision.answer) == (asked.key, replace(answer, label=other.id))
        assert at_hand(page).key != asked.key
        assert page.queue.list.hasFocus()


def test_when_nothing_is_left_gold_is_shown_by_one_key_and_looked_through(
    qapp: QApplication, fonts: None, qtbot: QtBot, azeri: Path
) -> None:
    with opened(qapp, azeri) as window:
        page = shown(window, qtbot)
        while page.bench.question is not None:
            play(window, "1")
        assert "Enter" in page._empty.text() or "⏎" in page._empty.text()
        assert play(window, "Enter") == 1
        session = window.session
        assert session is not None
        for _ in range(2):
            assert session.annotations is not None
            assert session.annotations.kind == "gold"
            play(window, "Alt+Up")
        assert session.document_number == 2


def test_reason_and_comment_go_with_the_next_decision(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path
) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        play(window, "K 3")
        assert not decided(window)
        assert page._reason.isVisible()
        play(window, "N text:مرز Enter")
        assert page.queue.list.hasFocus()
        play(window, "1 1")
        first, second = decided(window)
        assert (first.reason, first.comment) == ("definition", "مرز")
        assert (second.reason, second.comment) == ("", "")
        assert page.comment.text() == ""


def test_a_digit_in_a_filter_decides_nothing(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        play(window, "F")
        assert page.queue.boxes["kind"].hasFocus()
        play(window, "1 0")
        assert not decided(window)
        play(window, "Esc 1")
        assert len(decided(window)) == 1


def test_one_annotators_whole_article(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        letters = sorted(page.bench.names.items(), key=lambda entry: entry[1])
        key = [name for name, _ in letters].index("رضا") + 1
        play(window, f"A {key}")
        spans = {(one.quote, one.label) for one in gold_of(window).spans}
        assert spans == {("اردبیل", "LOC"), ("پل", "FAC"), ("سال", "DATE")}
        assert {d.method for d in decided(window)} == {"whole-document"}
        play(window, "Z")
        assert not gold_of(window).annotations


# The same question in several places ----------------------------------------------------------------------------


@pytest.fixture
def azeri(tmp_path: Path) -> Path:
    """«آذری» in four articles, labelled in two ways; in one of them by another pair of labels."""
    made = []
    for number, (text, other) in enumerate(
        (("بازرگانان آذری آمدند", "LOC"), ("مهمان آذري رفت", "LOC"), ("زبان آذری", "ORG"), ("شرکت آذری بود", "LOC"))
    ):
        document = text_article(text, f"a{number}")
        word = text.split()[1]
        sets = [labelled(document, "سارا", (word, "GPE")), labelled(document, "رضا", (word, other))]
        made.append((document, sets))
    return small(tmp_path / "azeri.peyman", *made)


def test_the_same_question_is_settled_everywhere_in_one_step(
    qapp: QApplication, fonts: None, qtbot: QtBot, azeri: Path
) -> None:
    with opened(qapp, azeri) as window:
        page = shown(window, qtbot)
        assert page.bench.alike == 3
        assert "۳" in page._alike.text()
        play(window, "G")
        assert page.bench.together
        play(window, option_of(page, "رضا"))
        rest(page, qtbot)
        assert [one.label for n in (1, 2, 4) for one in gold_of(window, n).spans] == ["LOC"] * 3
        assert page.bench.questions.total == 1
        assert at_hand(page).document_number == 3
        play(window, "Z")
        rest(page, qtbot)
        assert not decided(window)
        assert page.bench.questions.total == 4


def test_what_was_touched_is_not_settled_with_others(
    qapp: QApplication, fonts: None, qtbot: QtBot, azeri: Path
) -> None:
    with opened(qapp, azeri) as window:
        page = shown(window, qtbot)
        play(window, "S")  # the first is put aside
        assert page.bench.alike == 2
        play(window, "G 0")
        rest(page, qtbot)
        assert [d.state for d in decided(window)] == ["deferred", "settled", "settled"]


# Filters ----------------------------------------------------------------------------------------------------------


def test_filters_count_what_there_is_and_let_through_what_is_asked(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "f.peyman"
    rehearsed(path, articles=sample()[1:]).close()
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        questions = page.bench.questions
        total = questions.total
        for facet in FACETS:
            for value, count in questions.counts(facet).items():
                page.queue.choose(facet, value)
                assert len(questions.shown) == count, (facet, value)
                assert page.bench.question in questions.shown
                page.queue.choose(facet, getattr(Filter(), facet))
        page.queue.choose("kind", "boundary")
        assert questions.counts("layer").total() == len(questions.shown) < total
        page.queue.list.setFocus()
        play(window, "Esc")
        assert questions.filter == Filter()
        assert page.queue.boxes["kind"].currentIndex() == 0


def test_the_next_one_is_among_those_that_show(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        page.queue.choose("kind", "boundary")
        page.queue.list.setFocus()
        play(window, "1")
        assert page.bench.question is None
        assert page.bench.questions.total > 0
        # What was settled is gone from the page, which says how to go on.
        assert page.note.isVisible()
        assert "Esc" in page.note.text
        assert [label.text() for label in (page._title, page._counts, page._about)] == ["", "", ""]
        play(window, "Esc")
        assert page.bench.question is not None
        assert not page.note.isVisible()
        assert page._title.text() == "words"


# Names, stale answers, late hand-ins --------------------------------------------------------------------------------


def test_names_are_hidden_until_the_article_is_done(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        assert set(page.bench.names.values()) == {"A", "B"}
        said: list[str] = []
        page.said.connect(said.append)
        while page.bench.question is not None:
            words = [card.who.text() for card in page.cards.cards]
            words += [page.article.view.chip_of(key) for key in page.article.view._spans]
            assert not any(name in text for name in NAMES for text in words)
            play(window, "1")
        assert "سارا" in said[-1]
        assert "رضا" in said[-1]


def test_names_show_to_those_who_want_them(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four, blind_review=False) as window:
        page = shown(window, qtbot)
        assert any("سارا" in card.who.text() for card in page.cards.cards)


def hand_in_again(path: Path, name: str, change: dict[str, str]) -> None:
    """Let an annotator say something else about some words, as a newer file of his would."""
    with Project.open(path) as project:
        project.work_as(name)
        for quote, label in change.items():
            held = project.own_set(1)
            one = next(span for span in held.spans if span.quote == quote)
            project.apply(Editor(project.document(1), held, project.schema).relabel(one, label))
        project.apply(Editor(project.document(1), project.own_set(1), project.schema).set_state("finished"))
        project.work_as(CURATOR)


def settle_all(app: QApplication, path: Path, qtbot: QtBot) -> None:
    with opened(app, path) as window:
        page = shown(window, qtbot)
        while page.bench.question is not None:
            play(window, "1")


def test_only_what_somebody_has_changed_comes_back(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    settle_all(qapp, four, qtbot)
    hand_in_again(four, "رضا", {"اردبیل": "ORG"})
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        (back,) = page.bench.questions.shown
        assert (back.status, back.quote) == ("stale", "اردبیل")
        assert page.note.isVisible()
        before = {(one.quote, one.label) for one in gold_of(window).spans}
        assert ("اردبیل", "GPE") in before
        play(window, option_of(page, "رضا"))
        assert page.bench.question is None
        after = {(one.quote, one.label) for one in gold_of(window).spans}
        assert after == before - {("اردبیل", "GPE")} | {("اردبیل", "ORG")}


def test_who_comes_late_opens_only_what_he_says_anew(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path
) -> None:
    settle_all(qapp, four, qtbot)
    with Project.open(four) as project:
        document = project.document(1)
        said = (("اردبیل", "GPE"), ("باکو", "PER"), ("پل تازه", "FAC"), ("سال", "DATE"))
        with project.batch("import"):
            project.add_set(1, labelled(document, "Анна", *said))
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        assert [(one.quote, one.status) for one in page.bench.questions.shown] == [("باکو", "stale")]
        assert set(page.bench.names.values()) == {"A", "B", "C"}


def test_gold_is_edited_in_its_article_and_read_back(qapp: QApplication, fonts: None, qtbot: QtBot, four: Path) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        play(window, "1")
        play(window, "Up Enter")
        assert window.pages is not None
        assert window.pages.current == "annotate"
        assert window.session is not None
        assert window.session.annotations is not None
        assert window.session.annotations.kind == "gold"
        assert window.page is not None
        taken = gold_of(window).spans[0]
        window.page.desk.select_span(taken.id)
        window.page.focus_article()
        play(window, "Delete")
        assert taken.id not in gold_of(window).annotations
        assert any(d.cluster == taken.id and d.outcome == "reject" for d in decided(window))
        play(window, "Ctrl+2")
        rest(page, qtbot)
        assert taken.id not in [one.key for one in page.bench.questions.shown]
        play(window, "1")
        assert taken.id not in gold_of(window).annotations


def test_what_is_done_elsewhere_is_followed_when_the_page_is_seen_again(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path
) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        first = at_hand(page)
        play(window, "1")
        play(window, "Ctrl+1 Ctrl+Z")
        assert page.bench.question is None or page.bench.question.key != first.key
        play(window, "Ctrl+2")
        rest(page, qtbot)
        assert first.key in [one.key for one in page.bench.questions.shown]
        assert page.bench.questions.total == len(page.bench.questions.shown)
        assert not decided(window)


# What needs nobody ------------------------------------------------------------------------------------------------


def test_what_could_not_be_read_is_read_the_next_time(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_project: Project, number: int, _time: str) -> Case:
        raise PeymanError("review_busy")

    with opened(qapp, four) as window:
        failed: list[PeymanError] = []
        assert window.session is not None
        window.session.failed.connect(failed.append)
        with monkeypatch.context() as patch:
            patch.setattr(bench, "read_case", fails)
            play(window, "Ctrl+2")
            qtbot.waitUntil(lambda: bool(failed))
        settle()
        play(window, "Ctrl+1")
        page = shown(window, qtbot)
        assert [error.code for error in failed] == ["review_busy"]
        assert page.bench.questions.total > 0
        assert page.bench.question is not None


def test_what_all_agree_on_is_put_into_gold_by_one_key(
    qapp: QApplication, fonts: None, qtbot: QtBot, four: Path
) -> None:
    with opened(qapp, four) as window:
        page = shown(window, qtbot)
        assert page.notice.isVisible()
        play(window, "U")
        rest(page, qtbot)
        assert ("سال", "DATE") in {(one.quote, one.label) for one in gold_of(window).spans}
        assert not decided(window)
        assert not page.bench.questions.unwritten
        play(window, "Z")
        rest(page, qtbot)
        assert not gold_of(window).annotations


def test_an_article_of_one_annotator_is_no_matter_here(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    document = text_article(WORDS, "words")
    path = small(tmp_path / "one.peyman", (document, [labelled(document, "سارا", ("باکو", "GPE"))]))
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        assert page._empty.isVisible()
        play(window, "1 0 S E K N G A U Z Enter")
        assert not project_of(window).records(Decision)


# All can be reached -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("size", [(1200, 800), (800, 600)])
def test_everything_can_be_reached_without_a_mouse(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.peyman"
    rehearsed(path, articles=sample()[:1]).close()
    with opened(qapp, path, language=language) as window:
        window.resize(*size)
        page = shown(window, qtbot)
        assert_accessible(page)
        play(window, "E")
        assert_accessible(page)
        play(window, "Esc K")
        assert_accessible(page)
        assert page.panel.isVisible()


def test_the_queue_is_the_same_whatever_order_articles_come_in(tmp_path: Path) -> None:
    path = tmp_path / "q.peyman"
    with rehearsed(path, names=THREE[:2]) as project:
        listings = [Listing.of(read_case(project, number, 1)) for number in project.documents_of_several()]
    one, other = Questions(), Questions()
    one.put(*listings)
    for listing in reversed(listings):
        other.put(listing)
    other.put(listings[1])
    assert one.shown == other.shown
    assert one.total == sum(len(listing.questions) for listing in listings)
    assert [q.order for q in one.shown] == sorted(q.order for q in one.shown)
    one.forget([listings[0].number])
    assert {q.document_number for q in one.shown} == {listing.number for listing in listings[1:]}


@pytest.mark.parametrize("seed", range(5))
def test_the_queue_is_after_each_change_what_it_would_be_made_anew(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes and goes, in whatever order, few at a time or many."""
    monkeypatch.setattr("peyman.gui.review.questions._MANY", 10)
    chance = random.Random(seed)
    with rehearsed(tmp_path / "q.peyman", names=THREE[:2]) as project:
        given = [Listing.of(read_case(project, number, 1)) for number in project.documents_of_several()]
    held = Questions()
    for _ in range(40):
        listing = chance.choice(given)
        kept = [one for one in listing.questions if chance.random() < 0.9]
        known = held.listings.get(listing.number)
        if known is not None and chance.random() < 0.5:
            kept = [one for one in known.questions if chance.random() < 0.95]
        held.put(replace(listing, questions=tuple(kept)))
        if chance.random() < 0.1:
            held.forget([chance.choice(given).number])
        held.set_filter(chance.choice([Filter(), Filter(layer="role"), Filter(kind="missing")]))
        anew = Questions()
        anew.put(*held.listings.values())
        anew.set_filter(held.filter)
        assert held.shown == anew.shown
        assert held.total == anew.total == sum(len(one.questions) for one in held.listings.values())
        for facet in FACETS:
            assert held.counts(facet) == anew.counts(facet)
        for question in held.shown[:20]:
            alike = [one for one in anew._all if one.alike == question.alike] if question.alike else [question]
            assert held.alike(question) == alike
            assert held.shown[held.place(question) or 0] == question


def test_a_long_queue_is_gone_through_to_its_end(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list knows of a page of it at a time."""
    monkeypatch.setattr("peyman.gui.review.queue_list.PAGE", 10)
    path = tmp_path / "long.peyman"
    rehearsed(path, articles=sample()[:1]).close()
    with opened(qapp, path) as window:
        page = shown(window, qtbot)
        questions = page.bench.questions
        assert len(questions.shown) > 30
        seen = []
        for _ in questions.shown:
            seen.append(at_hand(page))
            play(window, "Down")
        assert seen == questions.shown
        play(window, "0")
        assert page.queue.list.currentIndex().isValid()
