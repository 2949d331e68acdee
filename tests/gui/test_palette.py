"""The palette: it shows, wraps, mirrors and tells, and never takes the keyboard. And the flow it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.side import dispose, show, speaking
from peyman.core.schema import Schema
from peyman.gui.annotate.palette import Palette, PaletteItem
from peyman.gui.flow_layout import FlowLayout, flow
from peyman.gui.wording import localized_key


def items(schema: Schema, layer: str, language: str = "en", current: str = "") -> list[PaletteItem]:
    return [
        PaletteItem(x.id, x.names(language), x.key, x.color, x.rule(language), x.id == current)
        for x in schema.layer(layer).labels
    ]


@pytest.fixture
def palette(qtbot: QtBot, fonts: None) -> Iterator[Palette]:
    """A palette below a field that stands for the article and has the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    field = QPlainTextEdit()
    field.setObjectName("article")
    palette = Palette()
    column.addWidget(field, 1)
    column.addWidget(palette)
    show(window, 640, 300)
    field.setFocus()
    yield palette
    dispose(window)


def places(palette: Palette) -> list[QRect]:
    QApplication.processEvents()
    return [palette.button(item.id).geometry() for item in palette.items]


def test_a_click_chooses_and_leaves_the_keyboard_alone(palette: Palette, schema: Schema, qtbot: QtBot) -> None:
    palette.show_items(items(schema, "entity"))
    field = palette.window().findChild(QPlainTextEdit, "article")
    assert field is not None
    for item in palette.items:
        QApplication.processEvents()
        with qtbot.waitSignal(palette.chosen, timeout=0) as told:
            QTest.mouseClick(palette.button(item.id), Qt.MouseButton.LeftButton)
        assert told.args == [item.id]
        assert field.hasFocus()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_other_labels_take_over(palette: Palette, schema: Schema, qtbot: QtBot) -> None:
    palette.show_items(items(schema, "entity", current="GPE"))
    assert [item.id for item in palette.items if palette.button(item.id).current] == ["GPE"]
    palette.show_items(items(schema, "commitment"), "What kind?", emphasised=True)
    assert [item.id for item in palette.items if palette.button(item.id).current] == []
    assert palette.accessibleName() == "What kind?"
    assert [palette.button(item.id).text() for item in palette.items] == [
        label.names("en") for label in schema.layer("commitment").labels
    ]
    QApplication.processEvents()
    with qtbot.waitSignal(palette.chosen, timeout=0) as told:
        QTest.mouseClick(palette.button("pledge"), Qt.MouseButton.LeftButton)
    assert told.args == ["pledge"]
    palette.show_items([], "Which one?")
    assert palette.items == ()
    assert not palette.visibleRegion().isEmpty()


@pytest.mark.parametrize("width", [260, 480, 900])
@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_it_wraps_from_the_leading_side(
    qapp: QApplication, palette: Palette, schema: Schema, code: str, width: int
) -> None:
    with speaking(qapp, code):
        palette.window().resize(width, 400)
        palette.show_items(items(schema, "entity", code), "نوع؟", emphasised=True)
        found = places(palette)
        assert palette.height() == palette.heightForWidth(palette.width())
        for number, rect in enumerate(found):
            assert palette.rect().contains(rect)
            assert not any(rect.intersects(other) for other in found[:number])
            button = palette.button(palette.items[number].id)
            assert rect.height() > button.fontMetrics().height()
        for before, after in pairwise(found):
            below = after.top() > before.bottom()
            assert below or (after.right() < before.left() if code == "fa" else after.left() > before.right())
        if width == 260:
            assert len({rect.top() for rect in found}) > 2


def test_the_question_stands_out(palette: Palette, schema: Schema) -> None:
    palette.show_items(items(schema, "commitment"))
    plain = palette.grab().toImage()
    palette.show_items(items(schema, "commitment"), "", emphasised=True)
    asked = palette.grab().toImage()
    frame = [(x, 2) for x in range(20, palette.width() - 20, 7)]
    assert all(asked.pixelColor(x, y) != plain.pixelColor(x, y) for x, y in frame)
    assert asked.pixelColor(*frame[0]) == palette.palette().accent().color()


def test_a_question_that_fits_takes_one_line(palette: Palette, schema: Schema) -> None:
    question = "What is the “counterparty”? Type its letter, or select text and press Enter."
    palette.show_items([], question)
    QApplication.processEvents()
    label = next(label for label in palette.findChildren(QLabel) if label.text() == question)
    assert label.fontMetrics().horizontalAdvance(question) < palette.width() - 40
    assert label.height() < 2 * label.fontMetrics().height()
    assert label.width() > label.fontMetrics().horizontalAdvance(question)


def test_a_long_question_wraps(palette: Palette) -> None:
    palette.window().resize(240, 300)
    palette.show_items([], "What is the “Counterparty”? Type its letter, or select text and press Enter.", True)
    QApplication.processEvents()
    prompt = palette.findChild(QLabel)
    assert prompt is not None
    assert palette.rect().contains(prompt.geometry())
    assert prompt.height() >= prompt.heightForWidth(prompt.width())
    assert prompt.height() > 2 * prompt.fontMetrics().height()


@pytest.mark.parametrize(("code", "nine"), [("fa", "۹"), ("ru", "9"), ("en", "9")])
def test_key_caps_have_the_digits_of_the_window(qapp: QApplication, fonts: None, code: str, nine: str) -> None:
    with speaking(qapp, code):
        assert [localized_key(key) for key in ("9", "Q", "-", "")] == [nine, "Q", "−", ""]


# The flow -----------------------------------------------------------------------------------------------------------

size = st.tuples(st.integers(1, 300), st.integers(1, 60))


@given(st.lists(size, max_size=30), st.integers(20, 400), st.integers(0, 9), st.integers(0, 9), st.integers(0, 15))
def test_a_flow_fills_its_lines_in_order(
    sizes: Sequence[tuple[int, int]], width: int, gap: int, line_gap: int, hanging: int
) -> None:
    rects, height = flow(sizes, width, gap=gap, line_gap=line_gap, hanging=hanging)
    assert len(rects) == len(sizes)
    for number, (rect, (wished, high)) in enumerate(zip(rects, sizes, strict=True)):
        assert QRect(0, 0, width, height).contains(rect)
        assert rect.height() == high
        assert rect.width() <= wished
        assert not any(rect.intersects(other) for other in rects[:number])
    lines: list[list[int]] = []
    for number, rect in enumerate(rects):
        before = rects[number - 1]
        if number and rect.top() <= before.bottom() and before.top() <= rect.bottom():
            lines[-1].append(number)
        else:
            lines.append([number])
    for number, line in enumerate(lines):
        assert rects[line[0]].left() == (hanging if number else 0)
        for one, other in pairwise(line):
            assert rects[other].left() == rects[one].right() + 1 + gap
        if number + 1 < len(lines):  # the next one did not fit any more
            following = lines[number + 1][0]
            assert rects[line[-1]].right() + 1 + gap + sizes[following][0] > width
        if len(line) > 1 or sizes[line[0]][0] <= width - hanging:
            assert all(rects[n].width() == sizes[n][0] for n in line)


def test_the_layout_leaves_out_what_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = FlowLayout(window, gap=5, line_gap=5)
    labels = [QLabel("x" * 10) for _ in range(6)]
    for label in labels:
        label.setFixedSize(50, 20)
        layout.addWidget(label)
    show(window, 120, 200)
    assert layout.heightForWidth(120) == 3 * 20 + 2 * 5
    labels[0].hide()
    labels[1].hide()
    QApplication.processEvents()
    assert layout.heightForWidth(120) == 2 * 20 + 5
    assert labels[2].pos().toTuple() == (0, 0)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert [label.geometry().right() for label in labels[2:]] == [119, 64, 119, 64]
    assert layout.takeAt(9) is None
    assert layout.itemAt(9) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is labels[0]
    assert layout.count() == 5
