"""Releasing from the window: what would be released, writing it, checking it, and comparing it with an earlier one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.making import make_project, names_in
from gui.events import settle, type_keys
from gui.walking import assert_accessible
from peyman.core.model import SPLIT_KEY, Document
from peyman.core.project import Project
from peyman.gui.app import make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play
from peyman.gui.release_check import CheckDialog
from peyman.gui.release_dialog import ReleaseDialog
from peyman.gui.release_work import difference_lines
from peyman.gui.settings import Settings
from peyman.release.differences import Differences, compare
from peyman.release.verify import read_manifest, verify
from peyman.release.writing import SUMS
from release.publishing import CURATOR, add_gold, change_rows, make_sample, publish, short_article, wanted

D = TypeVar("D", bound=QWidget)
Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qapp: QApplication, fonts: None, tmp_path: Path) -> Iterator[Open]:
    made: list[MainWindow] = []

    def show(path: Path, language: str = "en") -> MainWindow:
        settings = Settings(tmp_path / "settings.ini")
        for key, value in (("language", language), ("suggestions", False), ("learning", False)):
            settings.set(key, value)
        window = make_window(qapp, settings)
        made.append(window)
        window.resize(800, 600)
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
    """Ten short articles with gold, of two events."""
    path = tmp_path / "news.peyman"
    project = make_project(path, annotator=CURATOR)
    add_gold(project, *(short_article(number, event=f"e{number % 2}") for number in range(10)))
    project.close()
    return path


def shown(parent: QWidget, kind: type[D]) -> D:
    dialog = parent.findChild(kind)
    assert dialog is not None
    return dialog


def planned(window: MainWindow, qtbot: QtBot) -> ReleaseDialog:
    """Open the dialog by its key, and wait until it knows what would be released."""
    play(window, "Ctrl+Shift+R")
    settle()
    dialog = shown(window, ReleaseDialog)
    known(dialog, qtbot)
    return dialog


def known(dialog: ReleaseDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=60_000)
    settle()


def checked(dialog: ReleaseDialog | CheckDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.checked is not None, timeout=60_000)
    settle()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def column(dialog: ReleaseDialog, place: int) -> list[str]:
    cells = (dialog.table.item(row, place) for row in range(dialog.table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


# Making ---------------------------------------------------------------------------------------------------------


def test_gold_is_released_by_keys_and_checked(open_window: Open, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    dialog = planned(window, qtbot)
    assert dialog.notice.text == "10 articles can be released."
    assert [column(dialog, 0), column(dialog, 2)] == [["8", "1", "1"]] * 2
    assert "10 articles get their split now." in dialog.lines.toPlainText()
    assert "licence" in dialog.lines.toPlainText()
    assert not dialog.agreed.isVisible()
    assert_accessible(dialog)
    line = dialog.licence.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "CC-BY-4.0")
    assert not dialog.accept_button.isEnabled()  # until it is known what that means
    known(dialog, qtbot)
    assert "licence" not in dialog.lines.toPlainText()
    type_keys(dialog.licence, "Enter")
    checked(dialog, qtbot)
    out = news.parent / "news-release"
    assert dialog.notice.text == "Written and checked: all is as it should be."
    assert dialog.notice.mark.kind == "done"
    assert str(out) in dialog.lines.toPlainText()
    assert verify(out) == []
    assert read_manifest(out)["licence"] == "CC-BY-4.0"
    assert not dialog.accept_button.isEnabled()
    assert_accessible(dialog)
    opened: list[QUrl] = []

    def remember(url: QUrl) -> bool:
        opened.append(url)
        return True

    dialog._open_url = remember
    click(dialog.folder_button)
    assert [Path(url.toLocalFile()) for url in opened] == [out]
    assert QApplication.focusWidget() is not None
    dialog.close()
    settle()
    assert window.session is not None  # the project is here again, with one step to undo
    assert window.session.project.document(1).meta[SPLIT_KEY] in ("train", "validation", "test")
    play(window, "Ctrl+Z")
    assert SPLIT_KEY not in window.session.project.document(1).meta


def test_a_second_release_keeps_the_splits_and_needs_no_change(open_window: Open, news: Path, qtbot: QtBot) -> None:
    with Project.open(news) as project:
        publish(project, news.parent / "news-release", wanted())
    window = open_window(news)
    session = window.session
    dialog = planned(window, qtbot)
    assert dialog.folder.path == news.parent / "news-release-2"  # the first one is there
    assert column(dialog, 2) == ["0", "0", "0"]
    dialog.shares["train"].setValue(0)
    known(dialog, qtbot)
    assert column(dialog, 0) == ["8", "1", "1"]
    click(dialog.accept_button)
    checked(dialog, qtbot)
    assert window.session is session  # nothing to write in the project, so it stayed open
    assert compare(news.parent / "news-release", news.parent / "news-release-2").moved == []
    dialog.close()


def test_articles_of_one_event_stay_together(open_window: Open, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    dialog = planned(window, qtbot)
    keys = [dialog.group_by.itemData(row) for row in range(dialog.group_by.count())]
    assert keys == ["", "event"]
    dialog.shares["train"].setValue(50)
    dialog.shares["validation"].setValue(0)
    dialog.shares["test"].setValue(50)
    type_keys(dialog.group_by, "Down")
    known(dialog, qtbot)
    plan = dialog.planned
    assert plan is not None
    assert plan.wanted.group_by == "event"
    assert column(dialog, 0) == ["5", "0", "5"]
    assert column(dialog, 1) == ["50%", "0%", "50%"]
    assert len({int(article.name[:4]) % 2 for article in plan.articles["test"]}) == 1
    dialog.close()


def test_unfinished_gold_is_released_only_with_a_yes(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "p.peyman"
    project = make_sample(path)
    add_gold(project, short_article(2), state="in_progress")
    with project.batch("import"):
        project.add_document(short_article(7))
    project.close()
    window = open_window(path)
    dialog = planned(window, qtbot)
    said = dialog.lines.toPlainText()
    assert "1 article whose gold nobody has finished." in said
    assert "1 article left out: no gold." in said
    assert sum(map(int, column(dialog, 3))) == 9  # three annotators' sets of three articles
    assert dialog.notice.mark.kind == "warning"
    assert not dialog.accept_button.isEnabled()
    assert_accessible(dialog)
    for box in (dialog.agreed, dialog.anonymise):
        type_keys(box, "Space")
        assert box.isChecked()
    known(dialog, qtbot)
    click(dialog.accept_button)
    checked(dialog, qtbot)
    manifest = read_manifest(tmp_path / "p-release")
    assert (manifest["complete"], manifest["anonymised"]) == (False, True)
    assert all(one["name"].startswith("annotator-") for one in manifest["annotators"])
    dialog.close()


def test_what_cannot_be_is_one_sentence(open_window: Open, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    dialog = planned(window, qtbot)
    for spin in dialog.shares.values():
        spin.setValue(0)
    qtbot.waitUntil(lambda: "0/0/0" in dialog.notice.text, timeout=10_000)
    assert dialog.notice.mark.kind == "error"
    assert not dialog.accept_button.isEnabled()
    assert column(dialog, 0) == []  # no figures of what was wanted before
    dialog.shares["train"].setValue(1)
    dialog.licence.setEditText("all rights reserved")
    qtbot.waitUntil(lambda: "all rights reserved" in dialog.notice.text, timeout=10_000)
    assert not dialog.accept_button.isEnabled()
    dialog.licence.setEditText("")
    known(dialog, qtbot)
    assert dialog.accept_button.isEnabled()
    for path in (news, news.parent, news.parent / "nowhere" / "out"):
        dialog.folder.edit.setText(str(path))
        assert dialog.folder_notice.mark.kind == "error"
        assert not dialog.accept_button.isEnabled()
    dialog.folder.edit.setText("")
    assert not dialog.accept_button.isEnabled()
    dialog.close()


def test_a_project_without_gold_says_so_and_releases_can_be_checked(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    make_project(tmp_path / "p.peyman", short_article(1)).close()
    window = open_window(tmp_path / "p.peyman")
    play(window, "Ctrl+Shift+R")
    settle()
    dialog = shown(window, ReleaseDialog)
    qtbot.waitUntil(lambda: "no gold" in dialog.notice.text, timeout=10_000)
    assert not dialog.accept_button.isEnabled()
    click(dialog.check_button)
    settle()
    assert not shown(dialog, CheckDialog).accept_button.isEnabled()  # no release is named
    shown(dialog, CheckDialog).close()
    dialog.close()


def test_stopping_leaves_nothing(
    open_window: Open, news: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(news)
    dialog = planned(window, qtbot)
    there = names_in(news.parent)
    at_work, gate = threading.Event(), threading.Event()
    document_of = Project.document

    def slow(project: Project, number: int) -> Document:
        if threading.current_thread() is not threading.main_thread():
            at_work.set()
            assert gate.wait(60)
        return document_of(project, number)

    monkeypatch.setattr(Project, "document", slow)
    click(dialog.accept_button)
    assert at_work.wait(60)
    assert window.session is None
    dialog.close()  # stops, and does not close
    assert dialog.isVisible()
    assert not dialog.stop_button.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    settle()
    assert dialog.notice.text == "Stopped; nothing was released."
    assert dialog.accept_button.isEnabled()
    assert names_in(news.parent) == there
    assert window.session is not None
    assert SPLIT_KEY not in window.session.project.document(1).meta
    dialog.close()


def test_a_disk_that_refuses_is_told(
    open_window: Open, news: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(news)
    dialog = planned(window, qtbot)

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied", str(news.parent / "news-release"))

    with monkeypatch.context() as patch:
        patch.setattr("peyman.gui.release_work.write_release", refuse)
        click(dialog.accept_button)
        qtbot.waitUntil(lambda: dialog.notice.mark.kind == "error", timeout=60_000)
    settle()
    assert "news-release" in dialog.notice.text
    assert dialog.accept_button.isEnabled()
    click(dialog.accept_button)
    checked(dialog, qtbot)
    assert dialog.notice.mark.kind == "done"
    dialog.close()


# Checking -------------------------------------------------------------------------------------------------------


@pytest.fixture
def releases(news: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A release, and a later one with an article more."""
    with Project.open(news) as project:
        publish(project, tmp_path / "old", wanted())
        add_gold(project, short_article(20))
        publish(project, tmp_path / "new", wanted(licence="CC-BY-4.0"))
    return tmp_path / "old", tmp_path / "new"


def test_a_release_is_checked_and_compared(
    open_window: Open, news: Path, releases: tuple[Path, Path], qtbot: QtBot
) -> None:
    old, new = releases
    window = open_window(news)
    release = planned(window, qtbot)
    click(release.check_button)
    settle()
    dialog = shown(release, CheckDialog)
    assert_accessible(dialog)
    QTest.keyClicks(dialog.release.edit, str(new))
    click(dialog.accept_button)
    checked(dialog, qtbot)
    assert dialog.notice.text == "All is as it should be."
    assert dialog.lines.toPlainText() == ""
    QTest.keyClicks(dialog.earlier.edit, str(old))
    assert dialog.checked is None  # of something else
    assert not dialog.notice.isVisible()
    type_keys(dialog.earlier.edit, "Enter")
    checked(dialog, qtbot)
    said = dialog.lines.toPlainText()
    assert "Articles that are new: 1 (\u20680020.txt\u2069)" in said
    assert "entity/ORG" not in said  # what is in new articles is not counted again
    assert "Licence: \u2068–\u2069 before, \u2068CC-BY-4.0\u2069 now." in said
    assert_accessible(dialog)
    # One letter of the data changed, and the release is damaged; what changed in it is told all the same.
    change_rows(new / "data" / "gold" / "train.jsonl", lambda rows: rows[0]["spans"][0].update(label="ORG"))
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: dialog.notice.mark.kind == "error", timeout=60_000)
    settle()
    said = dialog.lines.toPlainText()
    assert "train.jsonl" in said
    assert "\u2068entity\u2069: 1 from \u2068ROLE\u2069 to \u2068ORG\u2069" in said
    dialog.close()
    release.close()


def test_what_is_no_release_is_one_sentence(
    open_window: Open, news: Path, releases: tuple[Path, Path], qtbot: QtBot
) -> None:
    old, _ = releases
    window = open_window(news)
    release = planned(window, qtbot)
    click(release.check_button)
    settle()
    dialog = shown(release, CheckDialog)
    dialog.release.set_path(news.parent / "nowhere")
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: "is no release" in dialog.notice.text, timeout=10_000)
    dialog.release.set_path(old)
    dialog.earlier.set_path(news.parent / "nowhere")
    click(dialog.accept_button)
    checked(dialog, qtbot)
    assert dialog.notice.text == "1 thing is wrong with this release:"
    assert "nowhere" in dialog.lines.toPlainText()
    (old / SUMS).unlink()
    (old / "release.json").write_bytes(b"\xff")
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: dialog.checked is not None and "release.json" in dialog.lines.toPlainText(), timeout=10_000)
    dialog.close()
    release.close()


# In other languages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["fa", "ru"])
def test_in_other_languages_on_a_small_screen(
    open_window: Open, news: Path, releases: tuple[Path, Path], qtbot: QtBot, code: str
) -> None:
    old, new = releases
    window = open_window(news, code)
    dialog = planned(window, qtbot)
    assert dialog.minimumSizeHint().width() <= 800
    assert dialog.minimumSizeHint().height() <= 560
    assert_accessible(dialog)
    assert column(dialog, 0)[0] == ("۹" if code == "fa" else "9")
    assert "article" not in dialog.notice.text + dialog.lines.toPlainText()
    click(dialog.check_button)
    settle()
    check = shown(dialog, CheckDialog)
    check.release.set_path(new)
    check.earlier.set_path(old)
    click(check.accept_button)
    checked(check, qtbot)
    assert_accessible(check)
    said = check.notice.text + check.lines.toPlainText()
    assert not {"before", "now", "Articles", "Licence"} & set(said.replace(":", " ").split())
    check.close()
    dialog.close()


def test_everything_that_can_differ_has_words(open_window: Open, news: Path) -> None:
    language = open_window(news).language
    same = difference_lines(Differences(), language)
    assert same == ["Nothing changed from one to the other."]
    found = Differences(
        added=[f"a{number}" for number in range(7)], removed=["gone"], renamed=[("was", "is")],
        moved=[("odd", "train", "test")], articles_changed=3,
        agreement=[
            ("entity", "exact F1", 0.5, None), ("sentence with a commitment", "α", None, 1.0),
            ("Sara against gold, role", "relaxed F1", 0.25, 0.75),
        ],
        said=[("complete", "no", "yes")],
    )  # fmt: skip
    found.gained["entity/ORG"], found.lost["entity/ORG"], found.altered["role/place"] = 2, 1, 4
    plain = [line.replace("\u2068", "").replace("\u2069", "") for line in difference_lines(found, language)]
    assert plain == [
        "Articles that are new: 7 (a0, a1, a2, a3, a4, …)",
        "Articles that are gone: 1 (gone)",
        "odd moved from “Training” to “Test”, which no article should.",
        "was is called is now.",
        "Articles that are annotated otherwise: 3",
        "entity/ORG: 2 added, 1 removed",
        "role/place: 4 changed inside",
        "Agreement, entity, exact F1: 0.50 before, — now.",
        "Agreement, sentence with a commitment, α: — before, 1.00 now.",
        "Agreement, Sara against gold, role, relaxed F1: 0.25 before, 0.75 now.",
        "Gold finished: no before, yes now.",
    ]
