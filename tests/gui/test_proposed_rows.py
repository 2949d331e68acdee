"""Readings, names and dates in the real window: with how many keys they are confirmed and corrected, and what stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.articles import make_document
from gui.side import click, speaking
from peyman.core.model import Json, Span
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.annotate.form import ARTICLE_DATE
from peyman.gui.annotate.form_rows import Row
from peyman.gui.annotate.proposed_rows import NameRow, ProposedRow, SentenceCell
from peyman.gui.annotate.reading_rows import AmountRow, DateRow, DayRow, ReadingRow, in_other
from peyman.gui.app import make_window
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle, type_text
from peyman.gui.settings import Settings

TEXT = (
    "استاندار اردبیل، مسعود امامی یگانه، گفت پایانه ظرف دو هفته آینده باز می‌شود و ۵۰۰ میلیون تومان هزینه دارد. "
    "قرارداد ۳۰ آبان ۱۴۰۴ امضا شد. شاهین مصطفی‌اف از استاندار اردبیل و امامی‌یگانه سپاسگزاری کرد؛ صادرات ۱۱ درصد رشد کرد."
)
DATED, UNDATED = "dated", "undated"


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, schema: Schema, fonts: None) -> Iterator[MainWindow]:
    """The window in Persian, with an article of 21 November 2025 and one of which nobody knows the day."""
    path = tmp_path / "پروژه.peyman"
    with Project.create(path, annotator="سارا", schema=schema) as made, made.batch("import"):
        for name, meta in ((DATED, {"date": "2025-11-21"}), (UNDATED, {})):
            document = make_document(TEXT + (" " if meta else ""))
            made.add_document(replace(document, name=name, title=name, meta=meta))
    settings = Settings(tmp_path / "settings.ini")
    settings.set("language", "fa")
    settings.set("theme", "light")
    with speaking(qapp, "fa"):  # and English again for the tests to come
        window = make_window(qapp, settings)
        window.resize(1100, 800)
        window.show()
        window.activateWindow()
        settle()
        assert window.open_project(path)
        settle()
        yield window
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def show(window: MainWindow, document: str) -> None:
    assert window.page is not None
    assert window.session is not None
    number = window.session.project.number_by_name(document)
    assert number is not None
    window.page.open_document(number)
    settle()


def tag(window: MainWindow, quote: str, key: str, nth: int = 0) -> Span:
    """Select a quote and label it by its key; it is selected then, and the keyboard in the article."""
    assert window.page is not None
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(quote, at + 1)
    window.page.desk.select_text(at, at + len(quote))
    window.page.focus_article()
    settle()
    assert play(window, key) == 1
    return selected(window)


def selected(window: MainWindow) -> Span:
    assert window.page is not None
    span = window.page.desk.selected
    assert span is not None
    return span


def value(window: MainWindow, name: str) -> Json:
    return selected(window).attributes.get(name)


def row(window: MainWindow, name: str) -> Row:
    assert window.page is not None
    settle()
    found = window.page.inspector.form.row(name)
    assert found is not None
    return found


def offered(window: MainWindow, name: str) -> ProposedRow:
    found = row(window, name)
    assert isinstance(found, ProposedRow)
    return found


def says(window: MainWindow, name: str) -> str:
    """All that a row tells."""
    said = " | ".join(getattr(cell, "text", "") for cell in offered(window, name).cells)
    return said.replace("\u2068", "").replace("\u2069", "")


def in_article(window: MainWindow) -> bool:
    return window.page is not None and window.page.view.hasFocus()


def write(window: MainWindow, text: str) -> None:
    """Type with an input method, as Persian is."""
    type_text(window, text)


# Readings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_reading_is_shown_unconfirmed_and_taken_with_one_key(window: MainWindow, layout: Layout) -> None:
    show(window, DATED)
    span = tag(window, "دو هفته آینده", "9")
    assert value(window, "norm") is None  # shown, not stored
    assert "۳۰ آبان تا ۱۴ آذر ۱۴۰۴" in says(window, "norm")
    assert "21 November – 5 December 2025" in says(window, "norm")
    assert "تأیید نشده" in says(window, "norm")
    assert play(window, "D", layout) == 1
    norm = {"type": "relative", "value": "DCT/P2W", "from": "2025-11-21", "to": "2025-12-05"}
    assert value(window, "norm") == norm
    assert selected(window).quote == span.quote == "دو هفته آینده"  # the text as it stands, beside its norm
    assert "تأیید نشده" not in says(window, "norm")
    assert play(window, "Ctrl+Z", layout) == 1
    assert value(window, "norm") is None


def test_enter_takes_a_reading_in_the_form_and_walking_past_it_does_not(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۱۱ درصد", "-")
    play(window, "Enter")
    assert row(window, "norm").has_focus()  # what waits to be confirmed comes first
    play(window, "Up Down Esc")
    assert value(window, "norm") is None
    play(window, "Enter Enter")
    assert value(window, "norm") == {"value": 11, "unit": "percent"}
    assert in_article(window)


def test_a_click_confirms(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۱۱ درصد", "-")
    found = offered(window, "norm")
    assert isinstance(found, AmountRow)
    click(found, found.accept)
    settle()
    assert value(window, "norm") == {"value": 11, "unit": "percent"}


def test_without_the_articles_date_nothing_is_guessed_and_the_form_offers_to_enter_it(window: MainWindow) -> None:
    show(window, UNDATED)
    tag(window, "دو هفته آینده", "9")
    assert "تاریخ مقاله نامعلوم است" in says(window, "norm")
    play(window, "D")
    assert value(window, "norm") == {"type": "relative", "value": "DCT/P2W"}
    play(window, "Enter Down Shift+F4")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    popup.view.choose(*[popup.view.days[0].replace(2024, 5, 4)] * 2)
    play(window, "Enter")
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.meta["date"] == "2024-05-04"
    # What is stored stays until somebody confirms what it says now.
    assert value(window, "norm") == {"type": "relative", "value": "DCT/P2W"}
    assert "۱۵ تا ۲۹ اردیبهشت ۱۴۰۳" in says(window, "norm")
    play(window, "Enter")
    assert value(window, "norm") == {
        "type": "relative", "value": "DCT/P2W", "from": "2024-05-04", "to": "2024-05-18",
    }  # fmt: skip


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_date_is_corrected_in_the_calendar_and_the_keyboard_goes_back(window: MainWindow, layout: Layout) -> None:
    show(window, DATED)
    tag(window, "۳۰ آبان ۱۴۰۴", "9")
    assert play(window, "F4 Left Enter", layout) == 3
    day = {"from": "2025-11-22", "to": "2025-11-22"}
    assert value(window, "norm") == {"type": "absolute", "value": "2025-11-22", "calendar": "jalali", **day}
    assert in_article(window)
    assert play(window, "F4 Shift+Down Enter", layout) == 3
    found = value(window, "norm")
    assert isinstance(found, dict)
    assert (found["from"], found["to"]) == ("2025-11-22", "2025-11-29")
    play(window, "F4 Left Esc Esc", layout)
    assert value(window, "norm") == found
    assert in_article(window)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("۱۵ آذر ۱۴۰۴", "2025-12-06", "2025-12-06"),
        ("15.12.2025", "2025-12-15", "2025-12-15"),
        ("15 декабря 2025", "2025-12-15", "2025-12-15"),
        ("ظرف سه هفته آینده", "2025-11-21", "2025-12-12"),
        ("از ۱۵ آبان تا ۲۰ آذر ۱۴۰۴", "2025-11-06", "2025-12-11"),
    ],
)
def test_a_date_is_corrected_in_words(window: MainWindow, typed: str, start: str, end: str) -> None:
    show(window, DATED)
    tag(window, "دو هفته آینده", "9")
    play(window, "Enter")
    write(window, typed)
    play(window, "Enter")
    found = value(window, "norm")
    assert isinstance(found, dict)
    assert (found["from"], found["to"]) == (start, end)


def test_what_cannot_be_read_is_refused_in_a_sentence_and_stays_in_the_line(window: MainWindow) -> None:
    show(window, DATED)
    span = tag(window, "دو هفته آینده", "9")
    play(window, "Enter")
    write(window, "۳۱ آبان ۱۴۰۴")
    found = offered(window, "norm")
    play(window, "Enter")
    assert found.has_focus()
    assert found.edit.text() == "۳۱ آبان ۱۴۰۴"
    refusals = [cell.text for cell in found.below if isinstance(cell, SentenceCell) and cell.tone == "alert"]
    assert len(refusals) == 1
    assert "۳۱ آبان ۱۴۰۴" in refusals[0]
    assert value(window, "norm") is None
    play(window, "Backspace")
    assert not any(isinstance(cell, SentenceCell) and cell.tone == "alert" for cell in offered(window, "norm").below)
    write(window, "۲")  # ۳۱ آبان ۱۴۰۲: no more
    tag(window, "۱۱ درصد", "-")
    assert window.session is not None
    assert window.session.annotations is not None
    left = window.session.annotations.span(span.id)
    assert left is not None
    assert left.attributes == {}  # given up with the span


def test_delete_in_the_empty_line_takes_a_norm_away(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۱۱ درصد", "-")
    play(window, "D Enter Down Delete")
    assert value(window, "norm") is None


def test_pairs_are_taken_as_they_are(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۱۱ درصد", "-")
    play(window, "Enter")
    write(window, "value=12 unit=percent op=>")
    play(window, "Enter")
    assert value(window, "norm") == {"value": 12, "unit": "percent", "op": ">"}


# Money -----------------------------------------------------------------------------------------------------------


def test_money_keeps_its_currency_and_shows_the_other_only_as_a_hint(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۵۰۰ میلیون تومان", "0")
    assert "= ۵ میلیارد ریال" in says(window, "norm")
    play(window, "D")
    assert value(window, "norm") == {"value": 500_000_000, "currency": "IRT"}
    play(window, "Enter Down")
    write(window, "۶۰۰ میلیون")
    play(window, "Enter")  # of which?
    assert value(window, "norm") == {"value": 500_000_000, "currency": "IRT"}
    assert offered(window, "norm").has_focus()


def test_currencies_complete_a_number(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۵۰۰ میلیون تومان", "0")
    play(window, "F4")
    write(window, "ششصد میلیون")
    assert offered(window, "norm").completions.offered[:2] == ["ششصد میلیون تومان", "ششصد میلیون ریال"]
    play(window, "Down Down Enter")
    assert value(window, "norm") == {"value": 600_000_000, "currency": "IRR"}
    assert in_article(window)


@pytest.mark.parametrize(
    ("norm", "other"),
    [
        ({"value": 15, "currency": "IRR"}, {"value": 1.5, "currency": "IRT"}),
        ({"min": 2, "max": 3.5, "currency": "IRT", "op": ">"}, {"min": 20, "max": 35, "currency": "IRR", "op": ">"}),
        ({"value": 5, "currency": "USD"}, {}),
        ({"value": "?", "currency": "IRT"}, {"value": "?", "currency": "IRR"}),
        (None, {}),
    ],
)
def test_ten_rials_are_a_toman(norm: Json, other: dict[str, Json]) -> None:
    assert in_other(norm) == other


# Names -----------------------------------------------------------------------------------------------------------


def name_person(window: MainWindow, quote: str, canon: str) -> None:
    tag(window, quote, "1")
    play(window, "Enter")
    write(window, canon)
    play(window, "Enter")
    assert value(window, "canon") == canon


def test_a_canonical_name_comes_from_an_earlier_string_with_one_key(window: MainWindow) -> None:
    show(window, UNDATED)
    name_person(window, "امامی یگانه", "PER:Emami")
    show(window, DATED)  # another article of the project, and another spelling
    tag(window, "امامی‌یگانه", "1")
    assert "PER:Emami" in says(window, "canon")
    assert value(window, "canon") is None
    assert play(window, "D") == 1
    assert value(window, "canon") == "PER:Emami"


def test_a_canonical_name_is_completed_from_those_in_use(window: MainWindow) -> None:
    show(window, UNDATED)
    name_person(window, "امامی یگانه", "PER:Emami-Yeganeh")
    tag(window, "شاهین مصطفی‌اف", "1")
    play(window, "F4")
    assert offered(window, "canon").completions.offered == ["PER:Emami-Yeganeh"]
    play(window, "Esc")
    assert offered(window, "canon").completions.offered == []
    write(window, "yeg")
    assert offered(window, "canon").completions.offered == ["PER:Emami-Yeganeh"]
    play(window, "Down Enter")
    assert value(window, "canon") == "PER:Emami-Yeganeh"
    tag(window, "استاندار اردبیل", "1")  # not of what is only typed
    play(window, "Enter")
    write(window, "PER:Eman")
    assert offered(window, "canon").completions.offered == []
    play(window, "Enter")
    assert value(window, "canon") == "PER:Eman"


def test_enter_keeps_what_was_typed_while_the_list_is_open(window: MainWindow) -> None:
    show(window, UNDATED)
    name_person(window, "امامی یگانه", "PER:Emami-Yeganeh")
    tag(window, "شاهین مصطفی‌اف", "1")
    play(window, "Enter")
    write(window, "PER:E")
    assert offered(window, "canon").completions.offered
    play(window, "Enter")
    assert value(window, "canon") == "PER:E"


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_holder_is_picked_with_two_keys(window: MainWindow, layout: Layout) -> None:
    show(window, UNDATED)
    name_person(window, "مسعود امامی یگانه", "PER:Emami")
    tag(window, "شاهین مصطفی‌اف", "1")
    tag(window, "استاندار اردبیل", "2", 1)
    assert offered(window, "holder").proposed is None  # nobody stands beside it
    assert play(window, "F4 1", layout) == 2
    assert value(window, "holder") == "شاهین مصطفی‌اف"  # the nearest
    assert in_article(window)
    assert play(window, "F4 2", layout) == 2
    assert value(window, "holder") == "PER:Emami"
    assert "مسعود امامی یگانه" in says(window, "holder")  # with the name


def test_who_stands_beside_an_office_is_confirmed_with_one_key(window: MainWindow) -> None:
    show(window, DATED)
    name_person(window, "مسعود امامی یگانه", "PER:Emami")
    tag(window, "استاندار اردبیل", "2")
    assert "مسعود امامی یگانه" in says(window, "holder")
    assert play(window, "D") == 1
    assert value(window, "holder") == "PER:Emami"


# The article's date, and looks -----------------------------------------------------------------------------------


def test_the_articles_date_is_typed_in_its_card(window: MainWindow) -> None:
    show(window, UNDATED)
    play(window, "F6 Up")
    found = offered(window, ARTICLE_DATE)
    assert isinstance(found, DayRow)
    assert found.has_focus()
    write(window, "آبان ۱۴۰۴")
    play(window, "Enter")
    assert found.refusal  # no single day
    play(window, "Ctrl+A")
    write(window, "۳۰ آبان ۱۴۰۴")
    play(window, "Enter")
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.meta == {"date": "2025-11-21"}
    assert "۳۰ آبان ۱۴۰۴" in says(window, ARTICLE_DATE)
    play(window, "Ctrl+Z")
    assert window.session.document.meta == {}


def test_readings_follow_the_digits_and_the_language_of_the_window(window: MainWindow) -> None:
    show(window, DATED)
    tag(window, "۳۰ آبان ۱۴۰۴", "9")
    assert "۳۰ آبان ۱۴۰۴ | (21 November 2025)" in says(window, "norm")
    window.settings.set("digits", "latin")
    assert "30 آبان 1404 | (21 November 2025)" in says(window, "norm")
    window.settings.set("digits", "auto")
    window.settings.set("language", "ru")
    assert "21 ноября 2025 | (30 абана 1404)" in says(window, "norm")
    window.settings.set("language", "fa")
    settle()


def test_somebody_elses_annotations_are_offered_nothing(window: MainWindow) -> None:
    show(window, DATED)
    span = tag(window, "۳۰ آبان ۱۴۰۴", "9")
    assert window.session is not None
    assert window.page is not None
    window.session.project.work_as("Мария")
    show(window, DATED)
    window.page.desk.select_span(span.id)
    found = row(window, "norm")
    assert isinstance(found, ReadingRow)  # a reading is told in words, whosever it is
    assert found.read_only
    assert found.proposed is None
    assert found.accept not in [*found.above, *found.below]


def test_rows_have_room_for_all_they_say_at_the_narrowest(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    show(window, UNDATED)
    tag(window, "دو هفته آینده", "9")
    found = offered(window, "norm")
    assert isinstance(found, DateRow)
    play(window, "Enter")
    assert not found.edit.visibleRegion().isEmpty()
    for cell, rect in found.places():
        assert found.rect().contains(rect), getattr(cell, "text", "")
    edit = found.edit.geometry()
    assert not any(rect.intersects(edit) for _cell, rect in found.places())
    assert isinstance(offered(window, "canon"), NameRow)
