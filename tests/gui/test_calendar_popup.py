"""The calendar: every day by keyboard, in both calendars and both directions, and what the mouse does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.side import dispose, press, show, speaking
from peyman.core.calendars import GREGORIAN, JALALI
from peyman.gui.calendar_popup import FIRST_YEAR, LAST_YEAR, CalendarPopup, MonthView
from peyman.gui.keymap import Layout

ABAN_30 = date(2025, 11, 21)  # 30 Aban 1404, a Friday


class Field:
    """Something below which the calendar pops up, in a window that speaks a language."""

    def __init__(self, language: str, *, single: bool = False) -> None:
        self.window = QWidget()
        QVBoxLayout(self.window)
        show(self.window, 300, 80)
        self.taken: list[tuple[date, date, str]] = []
        self.popup = CalendarPopup(language, self.window, single=single)
        self.popup.taken.connect(lambda *what: self.taken.append(what))
        self.view = self.popup.view

    def open(self, *period: date, today: date | None = None, calendar: str = "") -> None:
        chosen = (period[0], period[-1]) if period else None
        self.popup.pop_up(self.window, chosen, today, calendar)
        QApplication.processEvents()
        assert QApplication.activePopupWidget() is self.popup


@pytest.fixture
def persian(qapp: QApplication, fonts: None) -> Iterator[Field]:
    with speaking(qapp, "fa"):
        field = Field("fa")
        yield field
        dispose(field.window)


@pytest.fixture
def russian(qapp: QApplication, fonts: None) -> Iterator[Field]:
    with speaking(qapp, "ru"):
        field = Field("ru")
        yield field
        dispose(field.window)


@pytest.mark.parametrize("layout", ["latin", "fa", "ru"])
def test_keys_go_to_days_weeks_months_and_years(persian: Field, layout: Layout) -> None:
    persian.open(ABAN_30)
    day = ABAN_30
    for key, moved in (
        ("Left", 1), ("Left", 1), ("Right", -1), ("Down", 7), ("Up", -7), ("Up", -7),
    ):  # fmt: skip
        press(key, layout=layout)
        day += timedelta(moved)
        assert persian.view.days == (day, day)
    press("PageDown", layout=layout)
    assert persian.view.days[0] == JALALI.shift(day, "M", 1)
    press("Ctrl+PageDown", "Shift+PageDown", "PageUp", layout=layout)
    assert persian.view.days[0] == JALALI.shift(day, "Y", 2)
    press("Ctrl+PageUp", "Shift+PageUp", "Home", layout=layout)
    assert JALALI.split(persian.view.days[0]) == (1404, 8, 1)
    press("End", layout=layout)
    assert JALALI.split(persian.view.days[0]) == (1404, 8, 30)
    press("Enter", layout=layout)
    assert persian.taken == [(ABAN_30, ABAN_30, "jalali")]


def test_right_is_next_from_left_to_right(russian: Field) -> None:
    russian.open(ABAN_30)
    press("Right", "Enter")
    assert russian.taken == [(date(2025, 11, 22), date(2025, 11, 22), "gregorian")]


def test_shift_chooses_a_stretch_in_either_direction(persian: Field) -> None:
    persian.open(ABAN_30)
    press("Left", "Shift+Down", "Shift+Down", "Shift+Left")
    assert persian.view.days == (date(2025, 11, 22), date(2025, 12, 7))
    press("Shift+Up", "Shift+Up", "Shift+Up", "Enter")
    assert persian.taken == [(date(2025, 11, 16), date(2025, 11, 22), "jalali")]


def test_a_single_day_stays_single(qapp: QApplication, fonts: None) -> None:
    field = Field("en", single=True)
    field.open(ABAN_30, ABAN_30 + timedelta(5))
    press("Shift+Right", "Shift+Down", "Enter")
    assert field.taken == [(date(2025, 11, 29), date(2025, 11, 29), "gregorian")]
    dispose(field.window)


@pytest.mark.parametrize(
    ("keys", "layout", "day"),
    [("7", "latin", 7), ("1 5", "fa", 15), ("3 0", "fa_legacy", 30), ("3 5", "latin", 5), ("0 9", "ru", 9)],
)
def test_digits_of_any_keyboard_go_to_the_day(persian: Field, keys: str, layout: Layout, day: int) -> None:
    persian.open(ABAN_30)
    press(*keys.split(), layout=layout)
    assert JALALI.split(persian.view.days[0]) == (1404, 8, day)


def test_escape_leaves_and_answers_nothing(persian: Field) -> None:
    persian.open(ABAN_30)
    press("Left", "Esc")
    assert persian.taken == []
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("layout", ["latin", "fa", "ru"])
def test_one_key_switches_the_calendar_and_both_are_told(persian: Field, layout: Layout) -> None:
    persian.open(ABAN_30)
    assert (persian.view.title(), persian.popup.said.text()) == ("آبان ۱۴۰۴", "۳۰ آبان ۱۴۰۴")
    assert persian.popup.other.text() == "۲۱ نوامبر ۲۰۲۵"
    press("G", layout=layout)
    assert (persian.view.title(), persian.popup.said.text()) == ("نوامبر ۲۰۲۵", "۲۱ نوامبر ۲۰۲۵")
    assert persian.popup.other.text() == "۳۰ آبان ۱۴۰۴"
    press("PageDown", "Enter", layout=layout)
    assert persian.taken == [(date(2025, 12, 21), date(2025, 12, 21), "gregorian")]


def test_the_calendar_of_a_value_comes_first(russian: Field) -> None:
    assert russian.view.calendar is GREGORIAN
    russian.open(ABAN_30, calendar="jalali")
    assert russian.view.calendar is JALALI


@pytest.mark.parametrize(("language", "weekday", "column"), [("fa", 5, 6), ("ru", 0, 0), ("en", 0, 0)])
def test_weeks_begin_on_saturday_in_persian_and_on_monday_elsewhere(
    qapp: QApplication, fonts: None, language: str, weekday: int, column: int
) -> None:
    with speaking(qapp, language):
        view = MonthView(language)
        view.resize(view.sizeHint())
        view.choose(ABAN_30, ABAN_30)
        first = view._first_shown()
        assert first.weekday() == weekday
        assert view.place(first).top() == view.place(first + timedelta(6)).top()
        assert view.place(first).left() == column * view.place(first).width()
        view.deleteLater()


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), st.booleans(), st.sampled_from(["fa", "ru"]))
def test_a_click_on_the_place_of_a_day_is_that_day(day: date, other: bool, language: str) -> None:
    view = MonthView(language)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language == "fa" else Qt.LayoutDirection.LeftToRight)
    view.resize(view.sizeHint())
    view.choose(day, day)
    if other:
        view.switch()
    for shown in (view._first_shown() + timedelta(n) for n in range(42)):
        assert view._day_at(view.place(shown).center()) == shown
    year, month, _ = view.calendar.split(day)
    assert view._first_shown() <= view.calendar.first(year, month) <= view._first_shown() + timedelta(6)
    view.deleteLater()


KEYS = ["PageUp", "PageDown", "Ctrl+PageDown", "Ctrl+PageUp", "Left", "End", "G"]


@given(st.dates(), st.lists(st.sampled_from(KEYS)))
def test_no_key_leads_out_of_the_calendars(day: date, keys: list[str]) -> None:
    view = MonthView("fa")
    view.resize(view.sizeHint())
    view.choose(day, day)
    for key in keys:
        assert view.handle_key(key)
    assert FIRST_YEAR <= view.days[0].year <= LAST_YEAR
    assert view.title()
    assert not view.grab().toImage().isNull()
    view.deleteLater()


def test_the_mouse_picks_days_drags_stretches_and_turns_months(persian: Field) -> None:
    persian.open(ABAN_30)
    view = persian.view
    view.wheelEvent(
        QWheelEvent(
            QPointF(50, 50), view.mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip
    assert JALALI.split(view.days[0])[:2] == (1404, 9)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 8, 8))  # right: back
    assert JALALI.split(view.days[0])[:2] == (1404, 8)
    first = JALALI.day(1404, 8, 5)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.place(first).center())
    QTest.mouseMove(view, view.place(first + timedelta(9)).center())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=view.place(first + timedelta(9)).center())
    assert persian.taken == [(first, first + timedelta(9), "jalali")]


def test_chosen_days_stand_out(persian: Field) -> None:
    persian.open(ABAN_30, today=date(2025, 11, 20))
    view = persian.view
    image = QImage(view.grab().toImage())
    chosen = view.palette().highlight().color().rgb()
    corners = [view.place(day).topLeft() + QPoint(12, 5) for day in (ABAN_30, ABAN_30 - timedelta(1))]
    assert [image.pixelColor(at).rgb() == chosen for at in corners] == [True, False]
    assert "آبان" in view.accessibleDescription()
    assert "نوامبر" in view.accessibleDescription()


def test_it_stays_on_the_screen(persian: Field) -> None:
    screen = persian.window.screen().availableGeometry()
    persian.window.move(screen.right() - 100, screen.bottom() - 60)
    persian.open(ABAN_30)
    assert screen.contains(persian.popup.geometry())
