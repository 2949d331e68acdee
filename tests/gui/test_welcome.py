"""The first page: three ways to begin, recent projects, and a file that is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.events import drop, settle, type_keys
from peyman.gui.i18n import Language
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.welcome import WelcomePage


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def projects(tmp_path: Path, settings: Settings) -> list[Path]:
    """Three projects opened lately, of which the middle one is not there any more."""
    paths = [tmp_path / name for name in ("اخبار اردبیل.peyman", "gone.peyman", "News (2).peyman")]
    for path in (paths[0], paths[2]):
        path.touch()
    for path in reversed(paths):
        settings.add_recent(path)
    return paths


class Heard:
    """What the page asked for, in order."""

    def __init__(self, page: WelcomePage) -> None:
        self.asked: list[object] = []
        page.new_requested.connect(lambda: self.asked.append("new"))
        page.sample_requested.connect(lambda: self.asked.append("sample"))
        page.open_requested.connect(lambda path: self.asked.append(("open", path)))


Make = Callable[[], WelcomePage]


@pytest.fixture
def make(fonts: None, settings: Settings, language: Language, tasks: Tasks, qtbot: QtBot) -> Iterator[Make]:
    pages: list[WelcomePage] = []

    def make() -> WelcomePage:
        page = WelcomePage(settings, language, tasks)
        page.resize(1100, 700)
        page.show()
        qtbot.waitUntil(lambda: not tasks.busy)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.close()
        page.deleteLater()
    settle()


def press(page: WelcomePage, *names: str) -> None:
    """Press keys where the focus is."""
    for name in names:
        focus = page.focusWidget()
        assert focus is not None
        type_keys(focus, name)


def test_three_ways_to_begin_by_mouse_and_by_key(make: Make) -> None:
    page = make()
    heard = Heard(page)
    assert page.focusWidget() is page.new
    press(page, "Enter", "Tab", "Space", "Tab", "Enter")
    for card in (page.new, page.open, page.sample):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert heard.asked == ["new", ("open", None), "sample"] * 2


def test_the_last_project_is_one_key_away(make: Make, projects: list[Path]) -> None:
    page = make()
    heard = Heard(page)
    assert [row.path for row in page.rows] == projects
    press(page, "Enter", "Down", "Down", "Down", "Enter", "Up", "Up", "Up", "Space")
    assert heard.asked == [("open", projects[0]), ("open", projects[2]), ("open", projects[0])]


def test_a_project_that_is_gone_is_grey_and_can_be_taken_off(
    make: Make, projects: list[Path], settings: Settings
) -> None:
    page = make()
    assert [row.missing for row in page.rows] == [False, True, False]
    assert [row.remove.isVisible() for row in page.rows] == [False, True, False]
    assert page.rows[1].button.accessibleName() == "gone, not there any more"
    QTest.mouseClick(page.rows[1].remove, Qt.MouseButton.LeftButton)
    settle()
    assert [row.path for row in page.rows] == [projects[0], projects[2]]
    assert settings.texts("recent_projects") == [str(projects[0]), str(projects[2])]


def test_delete_takes_any_project_off_and_the_focus_stays(make: Make, projects: list[Path], settings: Settings) -> None:
    page = make()
    press(page, "Down", "Down", "Delete")
    settle()
    assert [row.path for row in page.rows] == projects[:2]
    assert page.focusWidget() is page.rows[1].button
    press(page, "Delete", "Backspace")
    settle()
    assert page.rows == []
    assert settings.texts("recent_projects") == []
    assert projects[0].exists()  # off the list, not off the disk


def test_the_list_follows_the_settings_and_the_disk(
    make: Make, projects: list[Path], settings: Settings, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    page = make()
    new = tmp_path / "new.peyman"
    settings.add_recent(new)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [row.path for row in page.rows] == [new, *projects]
    assert page.rows[0].missing
    new.touch()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: not page.rows[0].missing)
    settings.set("theme", "dark")
    assert [row.path for row in page.rows] == [new, *projects]


@pytest.mark.parametrize(
    ("names", "opened"),
    [
        (["/x/پروژه.peyman"], "/x/پروژه.peyman"),
        (["/x/A.PEYMAN", "/x/notes.txt"], "/x/A.PEYMAN"),
        (["/x/notes.txt"], None),
        (["/x/a.peyman", "/x/b.peyman"], None),
        (["https://example.org/a.peyman"], None),
        ([], None),
    ],
)
def test_one_project_file_can_be_dropped(make: Make, names: list[str], opened: str | None) -> None:
    page = make()
    heard = Heard(page)
    for target in (page, page.new):  # anywhere on it
        assert drop(target, *names) is (opened is not None)
    assert heard.asked == ([("open", Path(opened))] * 2 if opened else [])


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_the_page_is_reworded_and_mirrored_while_open(
    make: Make, projects: list[Path], language: Language, code: str
) -> None:
    page = make()
    language.install(code)
    settle()
    assert page.new.accessibleName() == page.tr("New project")
    assert (page.new.accessibleName() == "New project") is (code == "en")
    cards = [card.mapTo(page, QPoint(0, 0)).x() for card in (page.new, page.open, page.sample)]
    assert cards == sorted(cards, reverse=code == "fa")
    name = page.rows[0].button
    assert name.accessibleName() == "اخبار اردبیل"
    # Everything fits into the page, whatever the language.
    for card in (page.new, page.open, page.sample):
        assert card.height() >= card.heightForWidth(card.width())


def ink(row: QWidget, left: bool) -> int:
    """How many pixels of a row differ from its ground, in the left or right eighth."""
    image = row.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 2)
    width = image.width() // 8
    columns = range(4, width) if left else range(image.width() - width, image.width() - 4)
    lines = range(6, image.height() - 6)
    return sum(image.pixelColor(x, y) != ground for x in columns for y in lines)


@pytest.mark.parametrize("code", ["fa", "en"])
def test_names_begin_where_lines_do_and_folders_stand_opposite(
    make: Make, settings: Settings, language: Language, code: str
) -> None:
    settings.add_recent(Path("/d/Ardabil.peyman"))
    language.install(code)
    page = make()
    page.new.setFocus()
    row = page.rows[0]
    row.set_missing(False)
    button = row.button
    leading, trailing = ink(button, left=code == "en"), ink(button, left=code == "fa")
    assert leading > 2 * trailing > 0  # “Ardabil” against “/d”


def test_small_windows_scroll_to_what_has_the_focus(make: Make, settings: Settings, tmp_path: Path) -> None:
    for number in range(12):
        settings.add_recent(tmp_path / f"{number}.peyman")
    page = make()
    page.resize(500, 360)
    settle()
    press(page, *["Down"] * 11)
    last = page.rows[11]
    assert page.focusWidget() is last.button
    place = last.mapTo(page, QPoint(0, 0)).y()
    assert 0 <= place <= page.height() - last.height()
