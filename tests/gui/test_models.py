"""The queue: pages of rows around what is in view, and rows that read right in either direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from peyman.core.model import STATES, State
from peyman.core.project import DocumentRow
from peyman.gui.models import KEPT_PAGES, PAGE, QueueFilter, QueueModel, QueueView, Role, paint_state, summary

PERSIAN = "در دیدار با استاندار اردبیل مطرح شد: آمادگی کامل برای توسعهٔ همکاری‌های دو کشور"
RUSSIAN = "Губернатор обсудил расширение торговых связей между регионами двух стран"


def row(number: int) -> DocumentRow:
    rtl = number % 2 == 0
    return DocumentRow(
        number=number,
        name=f"{number:06}.txt",
        title=PERSIAN if rtl else RUSSIAN,
        language="fa" if rtl else "ru",
        direction="rtl" if rtl else "ltr",
        state=STATES[number % len(STATES)],
        entities=number % 7,
        commitments=number % 3,
        others=0,
    )


class Store:
    """A project of `count` articles that remembers what it was asked."""

    def __init__(self, count: int) -> None:
        self.rows = {number: row(number) for number in range(1, count + 1)}
        self.asked: list[int] = []

    def ids(self, queue_filter: QueueFilter) -> list[int]:
        return [
            number
            for number, found in self.rows.items()
            if queue_filter.state in (None, found.state) and queue_filter.text in found.title
        ]

    def load(self, numbers: Sequence[int]) -> list[DocumentRow]:
        self.asked.extend(numbers)
        return [self.rows[number] for number in numbers if number in self.rows]

    def model(self) -> QueueModel:
        return QueueModel(self.ids, self.load)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Painting and signals need one."""


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("count", [0, 1, PAGE, 2 * PAGE + 1])
def test_qt_finds_no_fault(qtmodeltester: ModelTester, count: int) -> None:
    check: Callable[[QueueModel], None] = qtmodeltester.check  # pytest-qt leaves it untyped
    model = Store(count).model()
    check(model)
    model.set_filter(QueueFilter(state="finished"))
    check(model)


def test_only_the_pages_in_view_are_read() -> None:
    store = Store(100_000)
    model = store.model()
    assert model.rowCount() == 100_000
    assert not store.asked
    for place in (0, 1, PAGE - 1, 70_000):
        assert model.data(model.index(place), Role.NUMBER) == place + 1
    assert len(store.asked) == 2 * PAGE
    assert model.rowCount(model.index(0)) == 0


@given(st.lists(st.integers(0, 9_999), max_size=200))
def test_the_cache_is_bounded_and_right(places: list[int]) -> None:
    asked: list[int] = []

    def load(numbers: Sequence[int]) -> list[DocumentRow]:
        asked.extend(numbers)
        return [row(number) for number in numbers]

    model = QueueModel(lambda _filter: range(1, 10_001), load)
    for place in places:
        assert model.at(place) == row(place + 1)
    assert len(model._pages) <= KEPT_PAGES
    touched = {place // PAGE for place in places}
    if len(touched) <= KEPT_PAGES:
        assert len(asked) <= len(touched) * PAGE


def test_each_role_tells_its_part() -> None:
    model = Store(10).model()
    index = model.index(4)
    expected = row(5)
    assert index.data() == RUSSIAN
    assert index.data(Role.ROW) == expected
    told = [index.data(role) for role in list(Role)[1:]]
    assert told == [5, "000005.txt", "ru", "ltr", expected.state, expected.entities, expected.commitments, 0]
    assert "000005.txt" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert summary(expected) in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert bytes(model.roleNames()[Role.NUMBER].data()) == b"number"
    assert model.data(QModelIndex(), Role.NUMBER) is None


def test_an_article_without_a_title_shows_its_name() -> None:
    store = Store(1)
    store.rows[1] = replace(row(1), title="")
    model = store.model()
    index = model.index(0)
    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == "000001.txt"


def test_filter_and_reload() -> None:
    store = Store(400)
    model = store.model()
    model.set_filter(QueueFilter(state="skipped", text="Губернатор"))
    assert model.filter == QueueFilter(state="skipped", text="Губернатор")
    assert list(model.numbers) == [n for n in range(1, 401) if n % 4 == 3]
    assert model.row_of(7) == 1
    assert model.row_of(8) == -1
    assert model.at(1) == row(7)
    assert model.at(100) is None
    assert model.at(-1) is None
    store.rows[500] = replace(row(1), number=500, state="skipped")
    model.reload()
    assert model.numbers[-1] == 500


def test_the_same_filter_again_reads_nothing(qtbot: QtBot) -> None:
    model = Store(5).model()
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_filter(QueueFilter())


def test_refreshing_a_row_reads_that_row_and_tells_it(qtbot: QtBot) -> None:
    store = Store(300)
    model = store.model()
    model.set_filter(QueueFilter(state="new"))
    assert model.at(10) is not None
    number = model.numbers[10]
    store.asked.clear()
    store.rows[number] = replace(store.rows[number], state="finished", entities=99)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh_row(number)
    assert [index.row() for index in told.args[:2]] == [10, 10]
    assert store.asked == [number]
    assert model.index(10).data(Role.ENTITIES) == 99
    assert model.index(10).data(Role.STATE) == "finished"  # it stays until the next reload


def test_refreshing_what_is_not_in_memory_reads_nothing() -> None:
    store = Store(300)
    model = store.model()
    model.refresh_row(200)
    model.refresh_row(9_999)
    assert not store.asked


def test_an_article_that_went_away_leaves_an_empty_row(qtbot: QtBot) -> None:
    store = Store(3)
    model = store.model()
    del store.rows[2]
    assert model.at(1) is None
    assert model.index(1).data() is None
    view = QueueView()
    qtbot.addWidget(view)
    view.setModel(model)
    assert not view.grab().isNull()


# --- Painting -----------------------------------------------------------------------------------------------


def ink_columns(image: QImage, top: int, bottom: int) -> list[int]:
    """Columns where something is painted that is not the ground."""
    ground = image.pixel(image.width() // 2, image.height() - 2)
    return [x for x in range(6, image.width() - 6) if any(image.pixel(x, y) != ground for y in range(top, bottom))]


@pytest.mark.parametrize("rtl_window", [True, False])
@pytest.mark.parametrize("number", [2, 1])
def test_title_follows_the_article_and_state_follows_the_window(
    qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest, number: int, rtl_window: bool
) -> None:
    if rtl_window:
        request.getfixturevalue("mirrored")
    store = Store(2)
    short = "کوتاه" if number == 2 else "Кратко"
    store.rows = {number: replace(row(number), title=short)}
    view = QueueView()
    qtbot.addWidget(view)
    model = store.model()
    view.setModel(model)
    view.resize(300, 200)
    image = view.grab().toImage()
    height = view.rowHeight(0)
    middle = image.width() / 2
    title = ink_columns(image, 4, height // 2)
    state = ink_columns(image, height // 2 + 2, height - 3)
    assert title
    assert state
    assert all(x > middle for x in title) == (number == 2)
    assert all(x < middle for x in title) == (number == 1)
    assert (state[-1] > image.width() - 40) == rtl_window
    assert (state[0] < 40) != rtl_window


def test_a_long_title_stays_inside_its_row(qtbot: QtBot) -> None:
    store = Store(2)
    for number in store.rows:
        store.rows[number] = replace(row(number), title=row(number).title * 30)
    view = QueueView()
    qtbot.addWidget(view)
    model = store.model()
    view.setModel(model)
    view.resize(200, 300)
    image = view.grab().toImage()
    ground = image.pixel(image.width() // 2, image.height() - 2)
    for x in (*range(2, 8), *range(image.width() - 8, image.width() - 2)):
        assert all(image.pixel(x, y) == ground for y in range(4, 2 * view.rowHeight(0)))


def test_rows_grow_with_the_font(qtbot: QtBot) -> None:
    view = QueueView()
    qtbot.addWidget(view)
    model = Store(1).model()
    view.setModel(model)
    before = view.rowHeight(0)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view.rowHeight(0) > before * 1.4


def test_states_differ_in_shape_not_only_in_colour() -> None:
    def mark(state: State) -> bytes:
        image = QImage(16, 16, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_state(painter, QRectF(0, 0, 16, 16), state, QColor("black"))
        painter.end()
        return bytes(image.constBits())

    assert set(STATES) == set(get_args(State))
    assert len({mark(state) for state in STATES}) == len(STATES)


def test_summary_leaves_out_what_there_is_none_of() -> None:
    assert summary(replace(row(1), entities=0, commitments=0, state="new")).count("·") == 0
    assert summary(replace(row(1), entities=2, commitments=0, others=1)).count("·") == 2
