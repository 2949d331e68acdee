"""Find in the article with real keys, and that its hits are painted and move no text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.articles import make_document, place
from gui.searching import TEXTS, spans
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.find_bar import FindBar
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle


def bar(window: MainWindow) -> FindBar:
    assert window.page is not None
    return window.page.find_bar


def selection(window: MainWindow) -> str:
    assert window.page is not None
    chosen = window.page.desk.selection
    assert chosen is not None
    return TEXTS["a"][slice(*chosen)]


def test_all_hits_are_counted_and_enter_goes_round(news: MainWindow) -> None:
    play(news, "Ctrl+F text:باکو")
    assert bar(news).field.hasFocus()
    assert bar(news).count.text() == "۱ از ۴", "«باکویی» has it as well"
    play(news, "Enter Enter")
    assert bar(news).count.text() == "۳ از ۴"
    play(news, "Shift+Enter")
    assert bar(news).count.text() == "۲ از ۴"
    play(news, "Enter Enter Enter")
    assert bar(news).count.text() == "۱ از ۴"


def test_escape_leaves_the_hit_selected_for_a_label(news: MainWindow) -> None:
    """Find the Arabic «باكو» by typing the Persian one, and label it: Enter for the second hit, Esc, the label."""
    assert play(news, "Ctrl+F text:باکو Enter Esc 4") == 4
    assert spans(news) == [("GPE", "باكو")]
    assert not bar(news).isVisible()


def test_a_hit_that_is_a_span_is_selected_as_such(news: MainWindow) -> None:
    play(news, "4 Esc Ctrl+End Ctrl+F text:باکو")
    assert bar(news).count.text() == "۱ از ۴"
    play(news, "Esc")
    assert news.page is not None
    assert news.page.desk.selected is not None
    play(news, "Delete")
    assert spans(news) == []


def test_it_begins_at_the_cursor_and_with_what_is_selected(news: MainWindow) -> None:
    assert news.page is not None
    start = TEXTS["a"].index("باکو رفت")
    news.page.desk.select_text(start, start + 4)
    play(news, "Ctrl+F")
    assert bar(news).field.text() == "باکو"
    assert bar(news).count.text() == "۳ از ۴"


def test_spaces_may_be_missing_between_words(news: MainWindow) -> None:
    play(news, "Ctrl+F")
    bar(news).field.setText("نخست وزیر")
    settle()
    assert bar(news).count.text() == "۱ از ۱"
    play(news, "Esc")
    assert selection(news) == "نخست‌وزیر"


def test_what_is_not_there_is_said(news: MainWindow) -> None:
    play(news, "Ctrl+F text:تهران")
    assert bar(news).count.text() == "پیدا نشد"
    play(news, "Enter Esc")
    assert news.page is not None
    assert news.page.view.hasFocus()


def test_it_goes_on_in_the_next_article(news: MainWindow) -> None:
    play(news, "Ctrl+F text:وزیر Alt+Down")
    assert bar(news).count.text() == "۱ از ۲"
    assert news.page is not None
    assert len(news.page.view._scene.found) == 2


def test_from_the_search_page_it_goes_to_the_query(news: MainWindow) -> None:
    play(news, "Ctrl+Shift+F Ctrl+1 Ctrl+Shift+F Ctrl+F")
    assert not bar(news).isVisible()
    assert news.pages is not None
    assert news.pages.current == "search"


def test_hits_are_painted_and_move_no_letter(view: ArticleView, qtbot: QtBot) -> None:
    document = make_document(TEXTS["a"])
    view.show_document(document)
    view.finish_layout()
    bare = _picture(view)
    before = [view.rects(n, n + 1) for n in range(len(document.text))]
    start = document.text.index("باكو")
    view.set_found([(start, start + 4)], None)
    painted = _picture(view)
    assert [view.rects(n, n + 1) for n in range(len(document.text))] == before
    points = [(x, y) for x in range(bare.width()) for y in range(bare.height())]
    changed = [point for point in points if bare.pixel(*point) != painted.pixel(*point)]
    box = view.content_to_viewport(view.rects(start, start + 4)[0]).adjusted(-3, -8, 3, 8)
    assert changed
    assert all(box.contains(x, y) for x, y in changed)
    view.set_found([(start, start + 4)], (start, start + 4))
    middle = place(view, start).toPoint()
    assert _picture(view).pixel(middle.x(), int(box.top()) + 10) != painted.pixel(middle.x(), int(box.top()) + 10)
    view.set_found([], None)
    assert _picture(view) == bare


def _picture(view: ArticleView) -> QImage:
    settle()
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    view.viewport().render(image)
    return image
