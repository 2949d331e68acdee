"""The page "Feedback" in the annotator's own file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.judged import judged
from gui.judging import Knows, opened
from gui.searching import rest
from gui.walking import assert_accessible
from peyman.core.feedback import Sheet, received, sheet_as_json, sheet_of
from peyman.core.project import Project
from peyman.gui.feedback.page import FeedbackPage
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play

NAME = "سارا"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sheet]:
    """A project with «سارا» at work, and the sheet for her."""
    path = tmp_path_factory.mktemp("judged") / "news.peyman"
    with judged(path) as project:
        sheet = sheet_of(project, NAME)
        project.work_as(NAME)
    return path, sheet


@pytest.fixture
def sheet(made: tuple[Path, Sheet]) -> Sheet:
    return made[1]


@pytest.fixture
def file(sheet: Sheet, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.json"
    path.write_text(json.dumps(sheet_as_json(sheet), ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def window(
    qapp: QApplication, fonts: None, qtbot: QtBot, made: tuple[Path, Sheet], tmp_path: Path
) -> Iterator[MainWindow]:
    path = tmp_path / "news.peyman"
    shutil.copy(made[0], path)
    with opened(qapp, qtbot, path) as window:
        yield window


def show(window: MainWindow, qtbot: QtBot, layout: Layout = "latin") -> FeedbackPage:
    play(window, "Ctrl+5", layout)
    assert window.pages is not None
    page = window.pages.page("feedback")
    assert isinstance(page, FeedbackPage)
    rest(window, qtbot)
    return page


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def test_a_sheet_comes_as_a_file_and_stays_until_it_is_taken_back(
    window: MainWindow, qtbot: QtBot, sheet: Sheet, file: Path
) -> None:
    page = show(window, qtbot)
    assert not page.text.isVisible()
    assert not page.save_button.isEnabled()
    assert_accessible(page)
    page._chooser = Knows(file)
    play(window, "O")
    assert received(project_of(window)) == sheet
    assert page.text.isVisible()
    shown = page.text.toPlainText()
    assert NAME in shown
    assert "۱۴۸" in shown
    assert all(one.quote in shown for lesson in sheet.lessons for one in lesson.examples)
    assert page.text.document().begin().textDirection() == Qt.LayoutDirection.RightToLeft
    assert_accessible(page)
    play(window, "Ctrl+Z")
    assert received(project_of(window)) is None
    assert not page.text.isVisible()


@pytest.mark.parametrize("layout", get_args(Layout))
def test_from_an_example_to_its_place(
    window: MainWindow, qtbot: QtBot, sheet: Sheet, file: Path, layout: Layout
) -> None:
    page = show(window, qtbot, layout)
    page._chooser = Knows(file)
    play(window, "O", layout)
    assert page.text.hasFocus()
    play(window, "Tab Enter", layout)
    first = next(one for lesson in sheet.lessons for one in lesson.examples if one.quote)
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.id == first.document_id
    assert window.page is not None
    desk = window.page.desk
    there = (desk.selected.start, desk.selected.end) if desk.selected else desk.selection
    assert there == (first.start, first.end)


def test_an_article_that_is_not_here_is_told(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    page = show(window, qtbot)
    said: list[str] = []
    page.said.connect(said.append)
    page.text.place_chosen.emit("00000000-0000-8000-8000-000000000000", 1, 2)
    assert len(said) == 1


@pytest.mark.parametrize("damage", ["{", "[]", '{"annotator": 1}', "foreign"])
def test_what_is_no_sheet_for_here_changes_nothing(
    window: MainWindow, qtbot: QtBot, sheet: Sheet, tmp_path: Path, damage: str
) -> None:
    page = show(window, qtbot)
    path = tmp_path / "odd.json"
    foreign = {**sheet_as_json(sheet), "annotator_id": "00000000-0000-8000-8000-000000000000"}
    path.write_text(json.dumps(foreign) if damage == "foreign" else damage, encoding="utf-8")
    before = project_of(window).info
    page._chooser = Knows(path)
    play(window, "O")
    assert page.notice.isVisible()
    assert project_of(window).info == before
    page._chooser = Knows(tmp_path / "none.json")
    play(window, "O")
    assert project_of(window).info == before


def test_the_page_for_a_browser(window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    page = show(window, qtbot)
    page._chooser = Knows(file)
    play(window, "O")
    page._chooser = Knows(tmp_path / "sheet.html")
    play(window, "E")
    text = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in text
    assert "<a " not in text  # nothing to go to outside the window


def test_other_themes_and_languages(
    qapp: QApplication, fonts: None, qtbot: QtBot, made: tuple[Path, Sheet], tmp_path: Path, file: Path
) -> None:
    path = tmp_path / "other.peyman"
    shutil.copy(made[0], path)
    with opened(qapp, qtbot, path, "ru", "high_contrast") as window:
        page = show(window, qtbot)
        page._chooser = Knows(file)
        play(window, "O")
        assert "эталон" in page.text.toPlainText().lower()
        assert page.text.document().begin().textDirection() == Qt.LayoutDirection.LeftToRight
        assert_accessible(page)
