"""R and Shift+R with real keys: what is offered, what is left out, one edit, one undo."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.searching import TEXTS, annotate, rest, spans
from peyman.core.project import Project
from peyman.gui.annotate.repeat_panel import RepeatPanel
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle

BAKU = [("GPE", "باکو"), ("GPE", "باكو"), ("GPE", "باکو")]


def panel(window: MainWindow) -> RepeatPanel:
    assert window.page is not None
    return window.page.panels.repeats


def notes(window: MainWindow) -> list[str]:
    return [row.note for row in panel(window).list.rows.rows]


def test_what_was_labelled_stays_selected_and_the_article_has_the_keys(news: MainWindow) -> None:
    play(news, "4 R Enter")
    assert news.page is not None
    assert news.page.view.hasFocus()
    assert news.page.desk.selected is not None
    assert news.page.desk.selected.start == 0
    assert not panel(news).isVisible()
    play(news, "3")
    assert spans(news)[0] == ("ORG", "باکو")


def test_a_place_is_left_out_by_space(news: MainWindow) -> None:
    play(news, "4 R")
    assert panel(news).list.hasFocus()
    assert panel(news).list.rows.ticked == [0, 1], "«با کو» is written apart"
    play(news, "Down Space Up Enter")
    assert spans(news) == BAKU[:2]


def test_the_places_are_shown_in_the_article(news: MainWindow) -> None:
    play(news, "4 R Down")
    assert news.page is not None
    scene = news.page.view._scene
    first, second, apart = (TEXTS["a"].index("باكو"), TEXTS["a"].rindex("باکو ر"), TEXTS["a"].index("با کو"))
    assert list(scene.found) == [(first, first + 4), (second, second + 4), (apart, apart + 5)]
    assert scene.current == (second, second + 4)
    play(news, "Esc")
    assert not scene.found


def test_escape_changes_nothing(news: MainWindow) -> None:
    play(news, "4 R Esc")
    assert news.page is not None
    assert spans(news) == BAKU[:1]
    assert news.page.view.hasFocus()


def test_without_a_span_it_says_what_to_do(news: MainWindow, qtbot: QtBot) -> None:
    assert news.session is not None
    play(news, "R")
    assert not panel(news).isVisible()


def test_nowhere_else_is_said(news: MainWindow, qtbot: QtBot) -> None:
    assert news.page is not None
    start = TEXTS["a"].index("زیباست")
    news.page.desk.select_text(start, start + 6)
    play(news, "7")
    with qtbot.waitSignal(news.page.desk.said) as caught:
        play(news, "R")
    assert caught.args[0].code == "repeat_nowhere"
    assert news.page.view.hasFocus()


def test_in_the_whole_project_it_takes_two_keys_too(news: MainWindow, qtbot: QtBot) -> None:
    play(news, "4 Shift+R")
    rest(news, qtbot)
    assert len(panel(news).list.rows.ticked) == 5
    play(news, "Enter")
    rest(news, qtbot)
    assert spans(news) == BAKU
    assert spans(news, 2) == [("GPE", "باکو")] * 2
    assert spans(news, 3) == [("GPE", "باکو")]
    assert news.session is not None
    assert news.session.document_number == 1, "the article in view stays"
    play(news, "Ctrl+Z")
    assert [spans(news, number) for number in (1, 2, 3)] == [BAKU[:1], [], []]
    play(news, "Ctrl+Shift+Z")
    assert spans(news, 3) == [("GPE", "باکو")]


def test_finished_articles_are_offered_unticked_with_a_note(news: MainWindow, qtbot: QtBot) -> None:
    assert news.session is not None
    project = news.session.project
    annotate(project, 3, "تمام", "EVENT")
    play(news, "Alt+Down Alt+Down F Alt+Up Alt+Up Alt+Up")
    assert news.session.document_number == 1
    play(news, "4 Shift+R")
    rest(news, qtbot)
    unticked = [row for row in panel(news).list.rows.rows if not row.ticked]
    assert {row.excerpt.title for row in unticked} == {"مقالهٔ a", "مقالهٔ c"}
    assert any("پایان" in row.note for row in unticked)


def test_what_cannot_be_says_why_and_cannot_be_ticked(news: MainWindow) -> None:
    assert news.session is not None
    annotate(news.session.project, 1, "كو به", "ORG")
    news.session.show_own()
    settle()
    play(news, "4 R")
    rows = panel(news).list.rows
    assert [row.possible for row in rows.rows] == [False, True, True]
    assert "كو به" in notes(news)[0]
    play(news, "Space Ctrl+A")
    assert rows.ticked == [1, 2]
    play(news, "Enter")
    assert ("GPE", "با کو") in spans(news)
    assert ("GPE", "باكو") not in spans(news)


def test_a_place_with_another_label_gives_way_when_ticked(news: MainWindow) -> None:
    assert news.session is not None
    annotate(news.session.project, 1, "باكو", "LOC")
    news.session.show_own()
    settle()
    play(news, "4 R")
    assert panel(news).list.rows.ticked == [1]
    assert "مکان" in notes(news)[0]
    play(news, "Space Enter")
    assert spans(news) == BAKU


def test_an_attribute_goes_along(news: MainWindow) -> None:
    play(news, "4")
    assert news.page is not None
    assert news.page.desk.selected is not None
    news.page.desk.set_attribute(news.page.desk.selected.id, "canon", "باکو")
    play(news, "R Enter")
    assert news.session is not None
    with Project.open(news.session.project.path, read_only=True) as other:
        assert [span.attributes for span in other.own_set(1).spans] == [{"canon": "باکو"}] * 3


def test_another_article_ends_it(news: MainWindow, qtbot: QtBot) -> None:
    play(news, "4 R")
    play(news, "Alt+Down")
    assert not panel(news).isVisible()
    play(news, "Alt+Up")
    play(news, "Space Shift+R Alt+Down")
    rest(news, qtbot)
    assert not panel(news).isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None


def test_somebody_elses_span_is_repeated_in_ones_own_set(news: MainWindow) -> None:
    assert news.session is not None
    project = news.session.project
    annotate(project, 1, "باکو", "GPE")
    project.work_as("علی")
    assert news.page is not None
    news.page.open_document(1)
    assert not news.session.own
    play(news, "Space R")
    assert len(panel(news).list.rows.ticked) == 3, "the place of the span itself is offered, too"
    play(news, "Enter")
    assert news.session.own
    assert spans(news) == BAKU
    project.work_as("سارا")
    assert spans(news) == BAKU[:1]
