"""Dealing out, handing in and merging from the window: real files, and the project given away and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from core.dealing import annotate, articles, dealt, handed_in
from core.making import make_project, names_in
from gui.events import drop, settle, type_keys
from gui.walking import assert_accessible
from peyman.core.packs import Pack, shares_of, update_pack
from peyman.core.project import Project
from peyman.gui.app import make_window
from peyman.gui.fields import FileChooser
from peyman.gui.i18n import Language
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play
from peyman.gui.settings import Settings
from peyman.gui.team import deal_dialog
from peyman.gui.team.deal_dialog import DealDialog
from peyman.gui.team.hand_in_dialog import HandInDialog
from peyman.gui.team.merge_dialog import MergeDialog
from peyman.gui.wording import state_words

CURATOR = "داور"
D = TypeVar("D", bound=QWidget)


@pytest.fixture
def open_window(
    qapp: QApplication, fonts: None, tmp_path: Path
) -> Iterator[Callable[[Path, str], MainWindow]]:
    made: list[MainWindow] = []

    def show(path: Path, language: str = "en") -> MainWindow:
        settings = Settings(tmp_path / "settings.ini")
        for key, value in (("language", language), ("suggestions", False), ("learning", False)):
            settings.set(key, value)
        window = make_window(qapp, settings)
        made.append(window)
        window.resize(1100, 700)
        window.show()
        window.activateWindow()
        settle()
        assert window.open_project(path)
        settle()
        return window

    yield show
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.peyman"
    make_project(path, *articles(6), annotator=CURATOR).close()
    return path


@pytest.fixture
def team(tmp_path: Path) -> tuple[Path, dict[str, Path]]:
    """A project that was dealt to three, closed, and their files with an entity in the first article of two."""
    project, packs = dealt(tmp_path / "news.peyman")
    project.close()
    for name in ("سارا", "مینا"):
        annotate(packs[name], done=True)
    return tmp_path / "news.peyman", packs


def shown(window: MainWindow, kind: type[D]) -> D:
    dialog = window.findChild(kind)
    assert dialog is not None
    return dialog


def press(window: MainWindow, keys: str) -> None:
    play(window, keys)
    settle()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def column(dialog: DealDialog, place: int) -> list[str]:
    cells = (dialog.table.item(row, place) for row in range(dialog.table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def names(dialog: DealDialog) -> list[str]:
    cells = (dialog.table.verticalHeaderItem(row) for row in range(dialog.table.rowCount()))
    return [cell.text().strip("\u2068\u2069") for cell in cells if cell is not None]


def all_items(dialog: MergeDialog) -> list[QTreeWidgetItem]:
    found: list[QTreeWidgetItem] = []
    for row in range(dialog.tree.topLevelItemCount()):
        item = dialog.tree.topLevelItem(row)
        assert item is not None
        found += [item, *(child for at in range(item.childCount()) if (child := item.child(at)) is not None)]
    return found


def merged(dialog: MergeDialog, qtbot: QtBot) -> tuple[str, int]:
    """Merge what a dialog was given, close it, and return what it said before, and the step it made."""
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    said = dialog.notice.text
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
    report = dialog.report
    assert report is not None
    dialog.close()
    settle()
    return said, report.step


# Dealing out ----------------------------------------------------------------------------------------------------


def test_articles_are_dealt_by_keys_with_a_preview(
    open_window: Callable[..., MainWindow], news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    press(window, "Ctrl+Shift+D")
    dialog = shown(window, DealDialog)
    qtbot.waitUntil(lambda: "Name the annotators" in dialog.notice.text, timeout=10_000)
    assert not dialog.accept_button.isEnabled()
    assert QApplication.focusWidget() is dialog.names
    QTest.keyClicks(dialog.names, "Sara, Ali")
    type_keys(dialog.names, "Enter")
    QTest.keyClicks(dialog.names, "Mina")
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=10_000)
    assert names(dialog) == ["Sara", "Ali", "Mina"]
    assert sorted(map(int, column(dialog, 0))) == [2, 2, 3]  # six, one of them twice
    assert sum(map(int, column(dialog, 1))) == 2
    dialog.share.setValue(100)
    dialog.overlap.setValue(3)
    assert not dialog.accept_button.isEnabled()  # until it is known what that means
    qtbot.waitUntil(lambda: column(dialog, 0) == ["6", "6", "6"], timeout=10_000)
    assert column(dialog, 1) == ["6", "6", "6"]
    assert_accessible(dialog)
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: bool(dialog.packs), timeout=60_000)
    assert dialog.notice.mark.kind == "done"
    assert names_in(news.parent / "news-packs") == ["Ali.peyman", "Mina.peyman", "Sara.peyman"]
    assert window.session is not None  # the project is here again
    assert [(one.annotator, one.assigned) for one in shares_of(window.session.project)] == [
        ("Ali", 6), ("Mina", 6), ("Sara", 6)
    ]
    type_keys(QApplication.focusWidget() or dialog, "Enter")
    settle()
    assert window.findChild(DealDialog) is None
    press(window, "Ctrl+Z")
    assert shares_of(window.session.project) == []


def test_what_is_wrong_with_the_wish_is_said(
    open_window: Callable[..., MainWindow], news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    window.actions_["project.deal"].trigger()
    dialog = shown(window, DealDialog)
    dialog.names.setPlainText("Sara\nSara")
    qtbot.waitUntil(lambda: "named twice" in dialog.notice.text, timeout=10_000)
    assert dialog.notice.mark.kind == "error"
    assert not dialog.accept_button.isEnabled()
    dialog.names.setPlainText("Sara\ngold")
    qtbot.waitUntil(lambda: "gold" in dialog.notice.text, timeout=10_000)
    dialog.names.setPlainText("Sara")
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=10_000)
    dialog.folder.edit.setText(str(news))
    assert dialog.folder_notice.mark.kind == "error"
    assert not dialog.accept_button.isEnabled()
    dialog.by.setCurrentIndex(dialog.by.findData("language"))
    qtbot.waitUntil(lambda: dialog.table.columnCount() == 5, timeout=10_000)
    dialog.close()


class Chooser(FileChooser):
    def __init__(self, *files: Path) -> None:
        self._files = list(files)

    def files(self, parent: QWidget, title: str, start: Path, kinds: str) -> list[Path]:
        return self._files


def test_new_articles_go_into_files_that_are_at_work(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot
) -> None:
    path, packs = team
    with Project.open(path) as project, project.batch("import"):
        project.add_document(articles(4)[3])
    window = open_window(path)
    window.actions_["project.deal"].trigger()
    dialog = shown(window, DealDialog)
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=10_000)
    assert names(dialog) == sorted(packs)  # those who had articles before
    assert column(dialog, 3) == ["3", "3", "3"]
    dialog._chooser = Chooser(*packs.values())
    click(dialog.files.add_button)
    dialog.share.setValue(100)
    dialog.overlap.setValue(3)
    qtbot.waitUntil(lambda: column(dialog, 0) == ["1", "1", "1"], timeout=10_000)
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: bool(dialog.packs), timeout=60_000)
    assert [(pack.updated, pack.articles) for pack in dialog.packs] == [(True, 1)] * 3
    dialog.close()
    settle()
    with Project.open(packs["سارا"]) as pack:
        assert pack.counts()["documents"] == 4
        assert len(pack.own_set(1).spans) == 1
    # Now nothing is left to deal; the files can still be brought up to date.
    window.actions_["project.deal"].trigger()
    dialog = shown(window, DealDialog)
    qtbot.waitUntil(lambda: "dealt out already" in dialog.notice.text, timeout=10_000)
    assert not dialog.accept_button.isEnabled()
    dialog.files.add([packs["سارا"]])
    assert dialog.accept_button.isEnabled()
    assert "up to date" in dialog.accept_button.text()
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: bool(dialog.packs), timeout=60_000)
    assert dialog.packs[0].articles == 0
    dialog.close()


def test_an_update_that_is_stopped_tells_what_it_has_changed(
    open_window: Callable[..., MainWindow],
    team: tuple[Path, dict[str, Path]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, packs = team
    window = open_window(path)
    window.actions_["project.deal"].trigger()
    dialog = shown(window, DealDialog)
    qtbot.waitUntil(lambda: "dealt out already" in dialog.notice.text, timeout=10_000)
    dialog.files.add(list(packs.values()))
    notes: list[str] = []

    def update(project: Project, file: Path) -> Pack:
        assert dialog._task is not None
        notes.append(dialog._task.progress.note)
        dialog._task.cancel()  # the person presses the button meanwhile
        return update_pack(project, file)

    monkeypatch.setattr(deal_dialog, "update_pack", update)
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert len(dialog.packs) == 1
    assert notes == [dialog.packs[0].path.name]
    assert dialog.notice.mark.kind == "warning"
    assert "1 file" in dialog.notice.text
    assert not dialog.accept_button.isEnabled()
    dialog.close()


# Handing in -----------------------------------------------------------------------------------------------------


def test_an_annotator_hands_in(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot
) -> None:
    _, packs = team
    window = open_window(packs["سارا"])
    press(window, "Ctrl+Shift+H")
    dialog = shown(window, HandInDialog)
    assert "2" in dialog.notice.text  # are not finished
    assert_accessible(dialog)
    type_keys(QApplication.focusWidget() or dialog, "Enter")
    qtbot.waitUntil(lambda: dialog.handed is not None, timeout=60_000)
    out = packs["سارا"].with_name("سارا.submission")
    assert out.is_file()
    assert dialog.handed is not None
    assert (dialog.handed.finished, dialog.handed.articles) == (1, 3)
    assert str(out) in dialog.notice.text
    urls: list[QUrl] = []

    def remember(url: QUrl) -> bool:
        urls.append(url)
        return True

    dialog._open_url = remember
    click(dialog.folder_button)
    assert [Path(url.toLocalFile()) for url in urls] == [out.parent]
    dialog.close()
    settle()
    press(window, "Ctrl+Shift+H")
    dialog = shown(window, HandInDialog)
    assert dialog.file_notice.mark.kind == "warning"  # it would be replaced
    dialog.file.edit.setText(str(packs["سارا"]))
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: dialog.notice.mark.kind == "error", timeout=60_000)
    assert dialog.handed is None
    assert packs["سارا"].is_file()
    dialog.close()


# Merging --------------------------------------------------------------------------------------------------------


def test_what_came_back_is_looked_into_and_merged_as_one_step(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot, tmp_path: Path
) -> None:
    path, packs = team
    bad = tmp_path / "bad.submission"
    bad.write_bytes(b"PK\3\4 damaged")
    window = open_window(path)
    press(window, "Ctrl+Shift+M")
    dialog = shown(window, MergeDialog)
    assert not dialog.accept_button.isEnabled()
    assert_accessible(dialog)
    files = [handed_in(packs["سارا"]), packs["مینا"], bad]
    assert drop(dialog.files, *map(str, files))
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    settle()
    assert_accessible(dialog)
    items = all_items(dialog)
    tops = [item.text(0).strip("\u2066\u2069") for item in items if item.parent() is None]
    assert tops == [file.name for file in files]
    assert "bad.submission” was damaged" in dialog.refusals.text().replace("\u2068", "").replace("\u2069", "")
    new = [item for item in items if item.text(2) == state_words("finished")]
    assert [item.text(1).strip("\u2068\u2069") for item in new] == ["سارا", "مینا"]
    assert all("1 new annotation" in item.text(3) for item in new)
    assert dialog.people.isHidden()
    dialog.accept_button.setFocus()
    type_keys(dialog.accept_button, "Enter")
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
    assert dialog.notice.mark.kind == "done"
    assert window.session is not None
    project = window.session.project
    assert sorted(info.annotator for info in project.set_infos(1) if info.entities) == ["سارا", "مینا"]
    assert QApplication.focusWidget() is dialog.close_button
    type_keys(dialog.close_button, "Enter")
    settle()
    press(window, "Ctrl+Z")
    assert not [info for info in project.set_infos(1) if info.entities]
    press(window, "Ctrl+Shift+Z")
    assert len([info for info in project.set_infos(1) if info.entities]) == 2


def test_a_second_time_nothing_is_new_and_another_project_is_refused(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot, tmp_path: Path
) -> None:
    path, packs = team
    make_project(tmp_path / "other.peyman", *articles(1)).close()
    window = open_window(path)
    for again in (False, True):
        window.merge_files([packs["سارا"]])
        said, step = merged(shown(window, MergeDialog), qtbot)
        assert ("already" in said) == again
        assert bool(step) != again
    window.merge_files([tmp_path / "other.peyman", path])
    dialog = shown(window, MergeDialog)
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    assert dialog.notice.mark.kind == "error"
    assert "another project" in dialog.refusals.text()
    assert "this very project" in dialog.refusals.text()
    assert not dialog.accept_button.isEnabled()
    dialog.files.list.selectAll()
    click(dialog.files.remove_button)
    assert dialog.tree.topLevelItemCount() == 0
    assert dialog.plan is None
    dialog.close()


def test_somebody_unknown_can_be_taken_for_somebody_known(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot
) -> None:
    path, packs = team
    with Project.open(packs["علی‌رضا"]) as pack:
        pack.work_as("Reza")
    annotate(packs["علی‌رضا"], done=True)
    window = open_window(path)
    window.merge_files([packs["علی‌رضا"]])
    dialog = shown(window, MergeDialog)
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    settle()
    assert list(dialog.boxes) == ["Reza"]
    assert_accessible(dialog)
    box = dialog.boxes["Reza"]
    box.setCurrentIndex(box.findData("علی‌رضا"))
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
    assert window.session is not None
    assert [info.annotator for info in window.session.project.set_infos(1) if info.entities] == ["علی‌رضا"]
    dialog.close()


@pytest.mark.parametrize("code", ["fa", "ru"])
def test_the_dialogs_can_be_used_in_other_languages(
    open_window: Callable[..., MainWindow], team: tuple[Path, dict[str, Path]], qtbot: QtBot, code: str
) -> None:
    path, packs = team
    window = open_window(path, code)
    window.deal_out()
    deal = shown(window, DealDialog)
    qtbot.waitUntil(lambda: bool(deal.notice.text), timeout=10_000)
    window.hand_in()
    window.merge_files(list(packs.values()))
    merge = shown(window, MergeDialog)
    qtbot.waitUntil(lambda: merge.plan is not None, timeout=60_000)
    settle()
    for dialog in (deal, shown(window, HandInDialog), merge):
        assert_accessible(dialog)
        dialog.close()


def test_stopping_leaves_no_file_and_gives_the_project_back(
    open_window: Callable[..., MainWindow], news: Path, qtbot: QtBot, language: Language
) -> None:
    window = open_window(news)
    window.deal_out()
    dialog = shown(window, DealDialog)
    dialog.names.setPlainText("a\nb\nc")
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=10_000)
    dialog.start()
    assert window.session is None
    assert dialog.busy
    type_keys(dialog, "Esc")  # stops it, and does not close
    assert not dialog.stop_button.isEnabled()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert window.session is not None
    assert dialog.isVisible()
    if not dialog.packs:  # it was not too late
        assert dialog.notice.mark.kind == "warning"
        assert not (news.parent / "news-packs").exists() or names_in(news.parent / "news-packs") == []
        assert shares_of(window.session.project) == []
    dialog.close()
