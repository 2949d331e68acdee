"""The page of the register: read in the background, worked by keys alone, following every edit."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.windows import DAM, FLIGHT, opened
from peyman.core.register import COLUMNS, HEADINGS
from peyman.core.schema import Schema
from peyman.formats.csv_table import unguarded
from peyman.gui.fields import FileChooser
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.register.model import RegisterModel, Role
from peyman.gui.register.page import RegisterPage


@pytest.fixture
def window(qapp: QApplication, fonts: None, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path, schema) as window:
        yield window


def show(window: MainWindow, qtbot: QtBot, layout: Layout = "latin") -> RegisterPage:
    """Turn to the page and wait until it has read."""
    play(window, "Ctrl+3", layout)
    assert window.pages is not None
    page = window.pages.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.model.total > 0 and page._task is None)
    settle()
    return page


def column(page: RegisterPage, name: str) -> list[str]:
    return [page.model.text(row, name) for row in page.model.shown]


@pytest.mark.parametrize("layout", get_args(Layout))
def test_from_the_register_to_the_article_and_back_by_keys(window: MainWindow, qtbot: QtBot, layout: Layout) -> None:
    page = show(window, qtbot, layout)
    assert column(page, "type") == ["قول", "برنامه", "توافق"]
    assert page.table.hasFocus()
    play(window, "Down Enter", layout)
    assert window.page is not None
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.name == "road"
    assert window.page.desk.selected is not None
    assert window.page.desk.selected.label == "plan"
    assert window.page.view.hasFocus()
    play(window, "Ctrl+3", layout)
    assert page.table.currentIndex().row() == 1


def test_gold_is_shown_in_its_own_set(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    page.table.select_row(2)
    play(window, "Enter")
    assert window.session is not None
    assert window.session.annotations is not None
    assert window.session.annotations.kind == "gold"


def test_deadlines_are_told_in_both_calendars_and_sorted_in_time(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    assert column(page, "deadline") == ["۱۴۰۳/۱۲/۱۵", "۱۴۰۴/۱۲/۲۹", ""]
    assert column(page, "gregorian") == ["2025-03-05", "2026-03-20", ""]
    play(window, "7")  # the column it is sorted by already: from the other end, the unknown last again
    assert column(page, "deadline") == ["۱۴۰۴/۱۲/۲۹", "۱۴۰۳/۱۲/۱۵", ""]
    first = page.model.index(0, COLUMNS.index("deadline"))
    assert first.data(Role.QUIET) is True
    assert first.data(Role.DIRECTION) == Qt.LayoutDirection.LeftToRight
    assert "به خواندن برنامه" in first.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("layout", get_args(Layout))
def test_digits_sort_by_columns(window: MainWindow, qtbot: QtBot, layout: Layout) -> None:
    page = show(window, qtbot, layout)
    play(window, "1", layout)
    assert column(page, "type") == ["توافق", "قول", "برنامه"]  # the order of the schema
    play(window, "1", layout)
    assert column(page, "type") == ["برنامه", "قول", "توافق"]
    play(window, "0", layout)
    assert column(page, "whose") == ["طلایی", "سارا", "سارا"]
    assert page.table.horizontalHeader().sortIndicatorSection() == len(COLUMNS) - 1


def test_the_row_at_hand_stays_at_hand_while_sorting(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    play(window, "Down")
    for key in "1", "3", "9", "0":
        play(window, key)
        row = page.model.at(page.table.currentIndex().row())
        assert row is not None
        assert row.type == "plan"


def test_filtering_by_text_and_by_what_is_there(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    play(window, "F text:باكو")  # with the Arabic letter
    assert column(page, "type") == ["قول"]
    play(window, "Esc")
    assert len(column(page, "type")) == 3
    assert page.table.hasFocus()
    box = page.boxes["type"]
    assert [box.itemData(n) for n in range(box.count())] == ["", "agreement", "pledge", "plan"]
    box.setCurrentIndex(box.findData("plan"))
    assert column(page, "committer") == ["استاندار"]
    play(window, "Esc")
    for name, data, count in (("status", "agreed", 2), ("party", "باکو", 1), ("whose", "gold", 1)):
        box = page.boxes[name]
        box.setCurrentIndex(box.findData(data))
        assert len(column(page, "type")) == count
        play(window, "Esc")
    page.text.setText("nothing like it")
    assert page.model.rowCount() == 0
    assert not page.export_button.isEnabled()


def test_the_page_follows_edits_and_undo(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    assert window.session is not None
    play(window, "Ctrl+1")
    session = window.session
    assert session.annotations is not None
    pledge = next(span for span in session.annotations.spans if span.label == "pledge")
    assert session.perform(session.editor().relabel(pledge, "demand"))
    play(window, "Ctrl+3")
    qtbot.waitUntil(lambda: "مطالبه" in column(page, "type"))
    play(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: "قول" in column(page, "type"))
    assert session.perform(session.editor().remove(pledge))
    qtbot.waitUntil(lambda: len(column(page, "type")) == 2)


def test_cells_run_as_their_letters_do(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    committer = COLUMNS.index("committer")
    directions = [page.model.index(row, committer).data(Role.DIRECTION) for row in range(3)]
    assert directions == [*[Qt.LayoutDirection.RightToLeft] * 2, Qt.LayoutDirection.LeftToRight]
    page.table.select_row(2)
    assert page.detail.text() == FLIGHT[:-1]
    assert page.detail.layoutDirection() == Qt.LayoutDirection.LeftToRight


class Chooser(FileChooser):
    """Knows the file already."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self.path


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_shows_is_written_in_its_order(window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    page = show(window, qtbot)
    page._chooser = Chooser(tmp_path / name)
    play(window, "1 1")
    box = page.boxes["whose"]
    box.setCurrentIndex(box.findData("سارا"))
    page.table.setFocus()
    play(window, "E")
    qtbot.waitUntil(lambda: page._task is None)
    assert "۲" in page.notice.text
    if name.endswith("csv"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        rows = [[unguarded(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
        assert [row[0] for row in rows] == ["گونه", "برنامه", "قول"]
        assert rows[2][HEADINGS.index("commitment")] == DAM[:-1]
    else:
        with zipfile.ZipFile(tmp_path / name) as book:
            assert b"rightToLeft" in book.read("xl/worksheets/sheet1.xml")


def test_a_file_that_cannot_be_written_is_told_and_left(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(window, qtbot)
    assert window.session is not None
    project = window.session.project.path
    link = tmp_path / "link.csv"
    link.symlink_to(project)
    for path in (link, tmp_path / "out.ods", tmp_path / "nowhere" / "out.csv"):
        page._chooser = Chooser(path)
        page.export()
        qtbot.waitUntil(lambda: page._task is None)
        assert str(path.name) in page.notice.text or project.name in page.notice.text
    page._chooser = Chooser(None)
    page.export()
    assert page._task is None


def test_another_language_words_everything_anew(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    window.settings.set("language", "ru")
    settle()
    assert column(page, "type") == ["обещание", "план", "соглашение"]
    assert column(page, "deadline")[0] == "1403/12/15"
    header = page.model.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Тип"
    assert page.boxes["type"].itemText(0) == "Все типы"


def test_only_rows_in_view_are_asked_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(window, qtbot)
    row = page.model.shown[0]
    asked: set[int] = set()
    tell = RegisterModel.data

    def data(self: RegisterModel, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        asked.add(index.row())  # type: ignore[attr-defined]
        return tell(self, index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(RegisterModel, "data", data)
    assert window.session is not None
    page.model.show_rows([row] * 5_000, window.session.project.schema)
    settle()
    assert page.model.rowCount() == 5_000
    assert len(asked) < 100
