"""Keyword in context: the words in the middle, what is around them on the right side, and ticks by key and mouse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.events import type_keys
from peyman.core.excerpts import Article, Excerpt
from peyman.core.model import Direction
from peyman.gui.kwic import Row, RowView, fitting, parts_of, placed

TEXT = "استاندار اردبیل دیروز در نشست خبری با ASPROMO گفت که راه تازه را در باکو می‌سازیم و سپاس گفت."
some = st.sampled_from(["باکو", "در", "می‌سازیم", "ASPROMO", "Баку", "۲۰", "،", "x"])
words = st.lists(some, max_size=30).map(" ".join)
directions: st.SearchStrategy[Direction] = st.sampled_from(["rtl", "ltr"])


def excerpt(text: str, quote: str, direction: Direction = "rtl") -> Excerpt:
    start = text.index(quote)
    return Article(1, "a", "یک مقاله", direction, text).excerpt(start, start + len(quote))


def letters(text: str) -> float:
    return 7.0 * len(text)


@given(words, words, words, directions, st.floats(60, 900), st.floats(-50, 50))
def test_the_words_are_in_the_middle_and_nothing_overlaps(
    before: str, quote: str, after: str, direction: Direction, width: float, left: float
) -> None:
    room = QRectF(left, 3, width, 30)
    text = placed(Excerpt(1, "t", direction, 0, 1, f"{before} ", quote or "x", f" {after}"), room, letters, letters)
    assert text.hit.center().x() == pytest.approx(room.center().x())
    first, last = text.before_rect, text.after_rect
    if direction == "rtl":
        assert last.right() <= text.hit.left() + 1e-6 <= text.hit.right() <= first.left() + 1e-5
    else:
        assert first.right() <= text.hit.left() + 1e-6 <= text.hit.right() <= last.left() + 1e-5
    for rect, shown in ((first, text.before), (last, text.after), (text.hit, text.quote)):
        assert room.left() - 1e-6 <= rect.left() <= rect.right() <= room.right() + 1e-6
        assert letters(shown) <= max(rect.width(), letters("…")) + 1e-6


@given(words, st.floats(0, 400), st.booleans())
def test_what_fits_is_whole_words_of_one_end(text: str, width: float, end: bool) -> None:
    shown = fitting(text, width, letters, end=end)
    if letters(text) <= width:
        assert shown == text
        return
    kept = shown.split(" ")
    assert letters(shown) <= width
    assert not shown or kept[0 if end else -1] == "…"
    bare = kept[1:] if end else kept[:-1]
    assert text.split(" ")[len(text.split(" ")) - len(bare) :] == bare if end else text.split(" ")[: len(bare)] == bare


def test_before_stands_at_the_right_in_persian_and_at_the_left_in_russian() -> None:
    room = QRectF(0, 0, 600, 30)
    persian = placed(excerpt(TEXT, "باکو"), room, letters, letters)
    assert persian.before_rect.center().x() > persian.hit.center().x() > persian.after_rect.center().x()
    assert persian.before.startswith("…")
    russian = placed(excerpt("Встреча прошла в Баку вчера", "Баку", "ltr"), room, letters, letters)
    assert russian.before_rect.center().x() < russian.hit.center().x() < russian.after_rect.center().x()
    assert (russian.before, russian.quote, russian.after) == ("Встреча прошла в", "Баку", "вчера")


def test_a_part_of_a_word_keeps_the_shapes_of_its_letters(fonts: None) -> None:
    """«سازیم» in «می‌سازیم» stands after a joiner; «ساز» in «سازیم» is joined with what follows."""
    text = placed(excerpt("راه را می‌سازیم", "ساز"), QRectF(0, 0, 600, 30), letters, letters)
    assert text.quote == "ساز", "ز never joins"
    text = placed(excerpt("راه را می‌سازیم", "سازی"), QRectF(0, 0, 600, 30), letters, letters)
    assert (text.quote, text.after) == ("سازی\u200d", "\u200dم")
    metrics = QFontMetricsF(QFont("Vazirmatn", 15))
    apart = metrics.horizontalAdvance(text.quote) + metrics.horizontalAdvance(text.after)
    assert apart == pytest.approx(metrics.horizontalAdvance("سازیم"), abs=2)


def test_all_lines_are_divided_alike_whichever_way_the_window_runs() -> None:
    rect = QRectF(10, 0, 800, 30)
    ltr = parts_of(rect, False, box=True, title=True, note=True)
    rtl = parts_of(rect, True, box=True, title=True, note=True)
    assert [part.width() for part in ltr] == [part.width() for part in rtl]
    assert ltr.box.right() < ltr.title.left() < ltr.text.left() < ltr.note.left()
    assert rtl.box.left() > rtl.title.right() > rtl.text.right() > rtl.note.right()
    bare = parts_of(rect, False, box=False, title=False, note=False)
    assert bare.text.width() > 700
    assert bare.title.width() == bare.note.width() == 0


@pytest.fixture
def view(qtbot: QtBot, fonts: None) -> RowView:
    view = RowView()
    qtbot.addWidget(view)
    view.resize(700, 200)
    quotes = ("باکو", "ASPROMO", "اردبیل")
    view.rows.show(
        Row(excerpt(TEXT, quote), note, "#18806a", possible, possible)
        for quote, note, possible in zip(quotes, ("", "نه", ""), (True, False, True), strict=True)
    )
    view.show()
    view.setFocus()
    view.go_to(0)
    QApplication.processEvents()
    return view


def test_space_ticks_what_can_be_ticked(view: RowView) -> None:
    assert view.rows.ticked == [0, 2]
    type_keys(view, "Space Down Space Down Space")
    assert view.current == 2
    assert view.rows.ticked == []
    type_keys(view, "Ctrl+A")
    assert view.rows.ticked == [0, 2]
    type_keys(view, "Ctrl+A")
    assert view.rows.ticked == []


def test_enter_and_a_double_click_choose(view: RowView, qtbot: QtBot) -> None:
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    type_keys(view, "Down Enter")
    place = view.visualRect(view.rows.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [1, 2]


def test_a_click_on_the_box_ticks(view: RowView) -> None:
    box = view.parts(QRectF(view.visualRect(view.rows.index(2)))).box
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert view.rows.ticked == [0]


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_words_are_painted_in_the_middle(view: RowView, mirrored: bool) -> None:
    """What differs between a line with a hit and one without is the hit, and it is where it should be."""
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    view.rows.show([Row(excerpt(TEXT, "باکو"), "", "#ff0000", None)] * 2)
    QApplication.processEvents()
    rect = view.visualRect(view.rows.index(1))
    image = view.viewport().grab(rect).toImage()
    red = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if (c := image.pixelColor(x, y)).red() > c.green() + 60 and c.red() > c.blue() + 60
    ]
    text = view.parts(QRectF(rect)).text
    scale = image.width() / rect.width()
    middle = (min(red) + max(red)) / 2 / scale + rect.left()
    assert abs(middle - text.center().x()) < 2


def test_what_is_heard_is_what_is_seen(view: RowView) -> None:
    index = view.rows.index(1)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "ASPROMO" in heard
    assert "نه" in heard
    assert "یک مقاله" in heard
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
