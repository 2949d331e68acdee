"""The search page with real keys: find, filter, jump, change all at once; and the check of consistent labelling."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from gui.searching import TEXTS, annotate, rest, search, spans
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.search.page import SearchPage
from peyman.gui.settings import Settings


def quotes(page: SearchPage) -> list[tuple[str, str]]:
    return [(row.excerpt.title[-1], row.excerpt.quote) for row in page.search.list.rows.rows]


def choose(box: QComboBox, data: str) -> None:
    at = box.findData(data)
    assert at >= 0
    box.setCurrentIndex(at)


@pytest.fixture
def tagged(news: MainWindow, qtbot: QtBot) -> MainWindow:
    """«باکو» is a place here and there, a city elsewhere; «علی» has his own opinion."""
    assert news.session is not None
    project = news.session.project
    annotate(project, 1, "باکو", "GPE")
    annotate(project, 2, "باکو", "LOC")
    annotate(project, 2, "باکو", "GPE", 1)
    annotate(project, 3, "باکو", "GPE")
    project.work_as("علی")
    annotate(project, 3, "باکو", "FAC")
    project.work_as("سارا")
    news.session.show_own()
    rest(news, qtbot)
    return news


# Searching ------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_found_everywhere(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "باکو")
    assert quotes(page) == [("a", "باکو"), ("a", "باكو"), ("a", "باکو"), ("b", "باکو"), ("b", "باکو"), ("c", "باکو")]
    assert page.search._count.text() == "۶ جا در ۳ مقاله"
    assert page.search.list.hasFocus()


def test_all_ways_to_write_it(news: MainWindow, qtbot: QtBot) -> None:
    assert quotes(search(news, qtbot, "نخست‌وزیر")) == [("a", "نخست‌وزیر"), ("b", "نخست وزیر")]
    assert quotes(search(news, qtbot, "باکو*"))[3] == ("a", "باکویی")
    assert quotes(search(news, qtbot, "БАКУ")) == [("я", "Баку")] * 2


def test_nothing_is_said_to_be_nothing(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "تهران")
    assert quotes(page) == []
    assert page.search._count.text() == "چیزی پیدا نشد"
    play(news, "Enter Space Delete 4")


def test_enter_goes_to_the_place_and_back_keeps_the_list(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "باکو")
    play(news, "Down Down Down Down Enter")
    assert news.session is not None
    assert news.page is not None
    assert news.session.document_number == 2
    assert news.page.desk.selection == (TEXTS["b"].rindex("باکو"), TEXTS["b"].rindex("باکو") + 4)
    assert news.page.view.hasFocus()
    play(news, "Ctrl+Shift+F")
    assert page.search.field.hasFocus()
    play(news, "Down")
    assert page.search.list.current == 4


def test_the_arrows_go_between_query_and_list(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "باکو")
    play(news, "Up")
    assert page.search.field.hasFocus()
    play(news, "Enter Down Esc")
    assert page.search.field.hasFocus()
    play(news, "Esc")
    assert page.search.field.text() == ""


def test_without_a_side_folder_every_article_is_read(news: MainWindow, qtbot: QtBot) -> None:
    assert news.session is not None
    folder = news.session.project.side_folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("in the way", encoding="utf-8")
    assert len(quotes(search(news, qtbot, "باکو"))) == 6


def test_the_index_is_made_when_the_page_is_entered(news: MainWindow, qtbot: QtBot) -> None:
    assert news.session is not None
    play(news, "Ctrl+Shift+F")
    rest(news, qtbot)
    assert (news.session.project.side_folder / "words.sqlite").stat().st_size > 0


# Annotations ----------------------------------------------------------------------------------------------------


def test_a_choice_about_annotations_searches_them(tagged: MainWindow, qtbot: QtBot) -> None:
    page = search(tagged, qtbot)
    filters = page.search.filters
    choose(filters.label, "entity/GPE")
    assert filters.scope.currentData() == "annotations"
    page.search.run()
    rest(tagged, qtbot)
    assert quotes(page) == [("a", "باکو"), ("b", "باکو"), ("c", "باکو")]
    choose(filters.annotator, "علی")
    page.search.run()
    rest(tagged, qtbot)
    assert quotes(page) == []
    filters.label.setCurrentIndex(0)
    page.search.run()
    rest(tagged, qtbot)
    (row,) = page.search.list.rows.rows
    assert "علی" in row.note
    assert not row.possible


def test_attributes_by_the_names_of_their_values(tagged: MainWindow, qtbot: QtBot) -> None:
    assert tagged.page is not None
    play(tagged, "Ctrl+Home Space")
    selected = tagged.page.desk.selected
    assert selected is not None
    tagged.page.desk.set_attribute(selected.id, "canon", "شهر باکو")
    page = search(tagged, qtbot)
    filters = page.search.filters
    choose(filters.attribute, "entity/canon")
    assert filters.value.isVisible()
    filters.value.setEditText("باكو")
    page.search.run()
    rest(tagged, qtbot)
    assert quotes(page) == [("a", "باکو")]
    filters.value.setEditText("تهران")
    page.search.run()
    rest(tagged, qtbot)
    assert quotes(page) == []


def test_somebody_elses_annotation_is_shown_in_his_set(tagged: MainWindow, qtbot: QtBot) -> None:
    page = search(tagged, qtbot)
    choose(page.search.filters.label, "entity/FAC")
    page.search.run()
    rest(tagged, qtbot)
    play(tagged, "Down Enter")
    assert tagged.session is not None
    assert tagged.session.annotations is not None
    assert (tagged.session.document_number, tagged.session.annotations.annotator) == (3, "علی")
    assert tagged.page is not None
    assert tagged.page.desk.selected is not None


# All at once ----------------------------------------------------------------------------------------------------


def test_text_becomes_annotations_by_a_label_key_and_enter(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "نخست‌وزیر")
    assert play(news, "2") == 1
    rest(news, qtbot)
    assert "۲ جا" in page.search._foot.text()
    assert spans(news) == [], "only said so far"
    play(news, "Enter")
    rest(news, qtbot)
    assert spans(news, 1) == [("ROLE", "نخست‌وزیر")]
    assert spans(news, 2) == [("ROLE", "نخست وزیر")]
    assert [row.note for row in page.search.list.rows.rows] == ["سمت", "سمت"]
    play(news, "Ctrl+Z")
    assert spans(news, 1) == spans(news, 2) == []


def test_what_is_not_ticked_is_left_alone_and_escape_does_nothing(news: MainWindow, qtbot: QtBot) -> None:
    page = search(news, qtbot, "باکو")
    play(news, "Space 4")
    rest(news, qtbot)
    assert "۵ جا" in page.search._foot.text()
    play(news, "Esc")
    assert page.search.list.hasFocus()
    play(news, "4")
    rest(news, qtbot)
    play(news, "Enter")
    rest(news, qtbot)
    assert spans(news, 1) == [("GPE", "باكو"), ("GPE", "باکو")]


def test_annotations_are_relabelled_and_deleted_but_only_ones_own(tagged: MainWindow, qtbot: QtBot) -> None:
    page = search(tagged, qtbot)
    choose(page.search.filters.scope, "annotations")
    page.search.run()
    rest(tagged, qtbot)
    play(tagged, "Down 3")
    rest(tagged, qtbot)
    assert "۴ جا" in page.search._foot.text()
    assert "۱ جا از دیگران" in page.search._foot.text()
    play(tagged, "Enter")
    rest(tagged, qtbot)
    assert spans(tagged, 2) == [("ORG", "باکو")] * 2
    play(tagged, "Delete")
    rest(tagged, qtbot)
    play(tagged, "Enter")
    rest(tagged, qtbot)
    assert [spans(tagged, number) for number in (1, 2, 3)] == [[], [], []]
    assert len(page.search.list.rows.rows) == 1
    play(tagged, "Ctrl+Z Ctrl+Z")
    rest(tagged, qtbot)
    assert spans(tagged, 2) == [("LOC", "باکو"), ("GPE", "باکو")]


def test_nothing_ticked_is_said(news: MainWindow, qtbot: QtBot) -> None:
    assert news.session is not None
    search(news, qtbot, "باکو")
    with qtbot.waitSignal(news.session.failed) as caught:
        play(news, "Ctrl+A 4")
    assert caught.args[0].code == "search_nothing_ticked"


def test_a_project_open_for_reading_is_searched_and_not_changed(
    news: MainWindow, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    from peyman.gui.app import make_window  # noqa: PLC0415 - as the window beside

    assert news.session is not None
    other = make_window(qapp, Settings(tmp_path / "other.ini"))
    other.show()
    other._open_to_read(news.session.project.path)
    rest(other, qtbot)
    page = search(other, qtbot, "باکو")
    assert len(quotes(page)) == 6
    assert page.search.list.rows.ticked == []
    with qtbot.waitSignal(other.session.failed) as caught:  # type: ignore[union-attr]
        play(other, "4")
    assert caught.args[0].code == "project_read_only"
    other.close()
    other.deleteLater()


# The check ------------------------------------------------------------------------------------------------------


def check(window: MainWindow, qtbot: QtBot) -> SearchPage:
    page = search(window, qtbot)
    play(window, "F5")
    rest(window, qtbot)
    return page


def test_differences_are_listed_and_one_key_makes_them_one(tagged: MainWindow, qtbot: QtBot) -> None:
    page = check(tagged, qtbot)
    assert page.check.groups.count() == 1
    words = page.check.groups.item(0).text()
    assert "واحد سیاسی ۳" in words
    assert "مکان ۱" in words
    assert page.check.places.rows.rows[0].note == "مکان", "the rarest stands first"
    assert play(tagged, "M") == 1
    rest(tagged, qtbot)
    assert spans(tagged, 2) == [("GPE", "باکو")] * 2
    assert page.check.groups.count() == 0
    play(tagged, "Ctrl+Z")
    assert spans(tagged, 2) == [("LOC", "باکو"), ("GPE", "باکو")]
    play(tagged, "F5")
    rest(tagged, qtbot)
    assert page.check.groups.count() == 1


def test_a_label_key_or_a_place_decides_otherwise(tagged: MainWindow, qtbot: QtBot) -> None:
    page = check(tagged, qtbot)
    play(tagged, "3")
    rest(tagged, qtbot)
    assert spans(tagged, 1) == [("ORG", "باکو")]
    play(tagged, "Ctrl+Z F5")
    rest(tagged, qtbot)
    play(tagged, "Enter")
    assert page.check.places.hasFocus()
    play(tagged, "M")
    rest(tagged, qtbot)
    assert spans(tagged, 1) == [("LOC", "باکو")]


def test_an_intended_difference_does_not_come_back(tagged: MainWindow, qtbot: QtBot) -> None:
    page = check(tagged, qtbot)
    play(tagged, "I F5")
    rest(tagged, qtbot)
    assert page.check.groups.count() == 0
    play(tagged, "Ctrl+Z F5")
    rest(tagged, qtbot)
    assert page.check.groups.count() == 1


def test_enter_on_a_place_goes_there_and_escape_back_to_searching(tagged: MainWindow, qtbot: QtBot) -> None:
    page = check(tagged, qtbot)
    play(tagged, "Enter Enter")
    assert tagged.session is not None
    assert tagged.session.document_number == 2
    assert tagged.page is not None
    assert tagged.page.desk.selected is not None
    assert tagged.page.desk.selected.label == "LOC"
    play(tagged, "Ctrl+Shift+F Enter Esc Esc")
    assert page.search.field.hasFocus()


def test_places_left_alone_in_finished_articles_when_asked_for(tagged: MainWindow, qtbot: QtBot) -> None:
    assert tagged.session is not None
    play(tagged, "F")
    page = check(tagged, qtbot)
    assert "بی‌برچسب" not in page.check.groups.item(0).text()
    page.check.untagged.setChecked(True)
    rest(tagged, qtbot)
    assert "بی‌برچسب ۲" in page.check.groups.item(0).text()


def test_everything_is_worded_anew_in_another_language(tagged: MainWindow, qtbot: QtBot) -> None:
    page = check(tagged, qtbot)
    tagged.settings.set("language", "ru")
    settle()
    assert page.check.again.text() == "Проверить снова"
    assert "место 1" in page.check.groups.item(0).text()
    assert page.search.filters.scope.itemText(0) == "В тексте"
    assert page.search.field.accessibleName() == "Поиск по проекту"


def test_who_works_now_searches_his_own(tagged: MainWindow, qtbot: QtBot) -> None:
    page = search(tagged, qtbot, "باکو")
    play(tagged, "Ctrl+1")
    tagged._work_as("علی")
    rest(tagged, qtbot)
    play(tagged, "Ctrl+Shift+F Down")
    rest(tagged, qtbot)
    assert [row.note for row in page.search.list.rows.rows] == ["", "", "", "", "", "تأسیسات و مسیر"]
