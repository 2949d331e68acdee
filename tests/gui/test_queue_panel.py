"""The queue: filtered by state and text, walked by keys, remembered, and friendly when it is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.side import press, show, speaking, type_text
from peyman.core.decode import guess_direction, guess_language, guess_title
from peyman.core.model import State
from peyman.core.project import DocumentRow
from peyman.gui.annotate.chips import Chip
from peyman.gui.annotate.queue_panel import QueuePanel
from peyman.gui.i18n import Language
from peyman.gui.models import QueueFilter, QueueModel, QueueView
from peyman.gui.settings import Settings

STATES: tuple[State, ...] = ("finished", "in_progress", "new", "skipped", "new")


class Shelf:
    """The articles of the sample project as the queue sees them."""

    def __init__(self, seeds: Mapping[str, str]) -> None:
        texts = zip(range(1, 6), seeds.items(), STATES, strict=False)
        self.rows = {
            n: DocumentRow(n, name, guess_title(text), guess_language(text), guess_direction(text), state, 0, 0, 0)
            for n, (name, text), state in texts
        }

    def ids(self, wanted: QueueFilter) -> list[int]:
        return [
            n
            for n, row in self.rows.items()
            if wanted.state in (None, row.state) and (wanted.text in row.title or wanted.text in row.name)
        ]

    def load(self, numbers: Sequence[int]) -> list[DocumentRow]:
        return [self.rows[n] for n in numbers]

    def counts(self) -> Mapping[State, int]:
        return Counter(row.state for row in self.rows.values())

    def set_state(self, number: int, state: State) -> None:
        self.rows[number] = replace(self.rows[number], state=state)


@pytest.fixture
def shelf(seeds: Mapping[str, str]) -> Shelf:
    return Shelf(seeds)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def english(qapp: QApplication, fonts: None) -> Iterator[Language]:
    with speaking(qapp, "en") as language:
        yield language


def panel_of(shelf: Shelf, language: Language, settings: Settings, qtbot: QtBot) -> QueuePanel:
    panel = QueuePanel(QueueModel(shelf.ids, shelf.load), language, settings, shelf.counts)
    qtbot.addWidget(panel)
    show(panel, 280, 500)
    return panel


@pytest.fixture
def panel(shelf: Shelf, english: Language, settings: Settings, qtbot: QtBot) -> QueuePanel:
    return panel_of(shelf, english, settings, qtbot)


def listed(panel: QueuePanel) -> list[int]:
    view = panel.findChild(QueueView)
    assert view is not None
    model = view.model()
    assert isinstance(model, QueueModel)
    return list(model.numbers)


def marked(panel: QueuePanel) -> int:
    """Return the article that is marked in the list."""
    view = panel.findChild(QueueView)
    assert view is not None
    return listed(panel)[view.currentIndex().row()]


def chip(panel: QueuePanel, text: str) -> Chip:
    return next(chip for chip in panel.findChildren(Chip) if chip.text().startswith(text))


def search(panel: QueuePanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert field is not None
    return field


def says(panel: QueuePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def test_states_filter_and_count(panel: QueuePanel, qtbot: QtBot) -> None:
    assert [c.text() for c in panel.findChildren(Chip)] == [
        "All 5", "New 2", "In progress 1", "Finished 1", "Skipped 1",
    ]  # fmt: skip
    with qtbot.waitSignal(panel.filter_changed, timeout=0):
        QTest.mouseClick(chip(panel, "New"), Qt.MouseButton.LeftButton)
    assert listed(panel) == [3, 5]
    assert [c.text() for c in panel.findChildren(Chip) if c.isChecked()] == ["New 2"]
    with qtbot.assertNotEmitted(panel.filter_changed):
        QTest.mouseClick(chip(panel, "New"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(chip(panel, "All"), Qt.MouseButton.LeftButton)
    assert listed(panel) == [1, 2, 3, 4, 5]


def test_typing_searches_in_any_direction(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.focus_search()
    with qtbot.waitSignal(panel.filter_changed):
        type_text("اردبیل")
    assert listed(panel) == [1, 2]
    assert search(panel).layoutDirection() == Qt.LayoutDirection.RightToLeft
    search(panel).selectAll()
    with qtbot.waitSignal(panel.filter_changed):
        type_text("Приоритеты")
    assert listed(panel) == [5]
    assert search(panel).layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_enter_in_the_search_opens_what_is_found(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_current(5)
    panel.focus_search()
    type_text("002")
    with qtbot.waitSignal(panel.document_chosen, timeout=0) as told:
        press("Enter")  # without waiting for the list
    assert told.args == [3]


def test_the_list_is_walked_by_keys(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_current(2)
    panel.focus_search()
    press("Down")
    assert marked(panel) == 3
    press("Down", "Down", "Up")
    assert marked(panel) == 4
    with qtbot.waitSignal(panel.document_chosen, timeout=0) as told:
        press("Enter")
    assert told.args == [4]


def test_a_click_opens_once(panel: QueuePanel) -> None:
    view = panel.findChild(QueueView)
    assert view is not None
    QApplication.processEvents()
    place = view.visualRect(view.model().index(2, 0)).center()
    told: list[int] = []
    panel.document_chosen.connect(told.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [3]


def test_where_one_is(panel: QueuePanel, qapp: QApplication, english: Language) -> None:
    panel.set_current(2)
    assert says(panel) == ["2 of 5"]
    panel.set_state("new")
    assert says(panel) == ["2"]  # the current article is not among them
    panel.set_current(5)
    assert says(panel) == ["2 of 2"]
    english.install("fa")
    QApplication.processEvents()
    assert "۲" in says(panel)[0]
    assert "2" not in says(panel)[0]


def test_neighbours_and_the_next_that_waits(panel: QueuePanel, shelf: Shelf) -> None:
    assert (panel.neighbour(1), panel.neighbour(-1)) == (1, 5)
    panel.set_current(1)
    assert (panel.neighbour(1), panel.neighbour(-1)) == (2, None)
    assert panel.next_waiting() == 2
    panel.set_current(3)
    assert panel.next_waiting() == 5
    panel.set_current(5)
    assert panel.next_waiting() == 2  # round the end
    for number in (2, 3, 5):
        shelf.set_state(number, "finished")
        panel.refresh(number)
    assert panel.next_waiting() is None


def test_the_article_at_hand_is_not_its_own_next(panel: QueuePanel, shelf: Shelf) -> None:
    for number in (2, 5):
        shelf.set_state(number, "skipped")
        panel.refresh(number)
    panel.set_current(3)
    assert panel.next_waiting() is None


def test_a_changed_article_stays_and_is_counted(panel: QueuePanel, shelf: Shelf) -> None:
    panel.set_state("new")
    panel.set_current(3)
    shelf.set_state(3, "finished")
    panel.refresh(3)
    assert listed(panel) == [3, 5]
    assert chip(panel, "New").text() == "New 1"
    assert chip(panel, "Finished").text() == "Finished 2"
    panel.reload()
    assert listed(panel) == [5]


def test_the_filter_is_remembered(
    panel: QueuePanel, shelf: Shelf, english: Language, settings: Settings, qtbot: QtBot
) -> None:
    panel.set_state("new")
    panel.focus_search()
    type_text("خبرگزاری")
    press("Down")
    again = panel_of(shelf, english, settings, qtbot)
    assert again.filter == QueueFilter("new", "خبرگزاری")
    assert search(again).text() == "خبرگزاری"
    assert listed(again) == listed(panel)


def test_an_empty_project_asks_for_articles(english: Language, settings: Settings, qtbot: QtBot) -> None:
    panel = panel_of(Shelf({}), english, settings, qtbot)
    button = panel.findChild(QPushButton)
    assert button is not None
    assert button.isVisible()
    assert len(says(panel)) == 1
    with qtbot.waitSignal(panel.import_requested, timeout=0):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.neighbour(1) is None
    assert panel.next_waiting() is None
    panel.focus_search()
    with qtbot.assertNotEmitted(panel.document_chosen):
        press("Enter")


def test_an_empty_list_says_why(panel: QueuePanel, shelf: Shelf) -> None:
    sentences = set()
    panel.focus_search()
    type_text("qqq")
    press("Down")
    sentences.add(says(panel)[0])
    search(panel).clear()
    press("Down")
    for state in ("new", "skipped"):
        for number in shelf.rows:
            shelf.set_state(number, "finished")
        panel.set_state(state)
        panel.reload()
        sentences.add(says(panel)[0])
    assert len(sentences) == 3
    button = panel.findChild(QPushButton)
    assert button is not None
    assert not button.isVisible()


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_it_fits_a_narrow_pane(
    qapp: QApplication, fonts: None, shelf: Shelf, settings: Settings, qtbot: QtBot, code: str
) -> None:
    with speaking(qapp, code) as language:
        panel = panel_of(shelf, language, settings, qtbot)
        panel.resize(200, 500)
        QApplication.processEvents()
        assert panel.width() == 200
        chips = panel.findChildren(Chip)
        assert all(c.width() >= c.sizeHint().width() for c in chips)
        edges = [c.geometry().right() if code == "fa" else -c.geometry().left() for c in chips]
        assert edges[0] == max(edges)  # the first one leads
