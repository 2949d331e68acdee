"""Every page and dialog, walked by `walking.assert_accessible` in a left-to-right and a mirrored window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.events import settle
from gui.walking import assert_accessible, interfaces, tab_stops
from peyman import exchange
from peyman.core.schema import Schema
from peyman.gui.actions import ACTIONS, Actions
from peyman.gui.annotate.page import AnnotatePage
from peyman.gui.app import make_window
from peyman.gui.dialogs import AboutDialog, NewProjectDialog, WorkAsDialog
from peyman.gui.export_dialog import ExportDialog
from peyman.gui.i18n import Language
from peyman.gui.import_dialog import ImportDialog
from peyman.gui.keys_dialog import KeysDialog
from peyman.gui.main_window import MainWindow
from peyman.gui.message_bar import MessageBar
from peyman.gui.player import play
from peyman.gui.settings import Settings
from peyman.gui.settings_dialog import SettingsDialog
from peyman.gui.tasks import Tasks
from peyman.gui.theme import icon
from peyman.gui.welcome import WelcomePage

LANGUAGES = pytest.mark.parametrize("code", ["fa", "ru"])


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Path:
    return shutil.copyfile(sample_file, tmp_path / "sample.peyman")


# --- The walk itself --------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for name in ("one", "two", "three"):
        edit = QLineEdit()
        edit.setAccessibleName(name)
        column.addWidget(edit)
    qtbot.addWidget(page)
    page.show()
    settle()
    return page


def add(page: QWidget, widget: QWidget) -> None:
    column = page.layout()
    assert column is not None
    column.addWidget(widget)
    settle()


def test_a_page_in_order_passes(page: QWidget) -> None:
    assert_accessible(page)
    assert [stop.accessibleName() for stop in tab_stops(page)] == ["one", "two", "three"]


def test_a_field_without_a_name_is_found(page: QWidget) -> None:
    page.findChildren(QLineEdit)[1].setAccessibleName("")
    with pytest.raises(AssertionError, match="has no name"):
        assert_accessible(page)


def test_tab_against_the_reading_order_is_found(page: QWidget) -> None:
    one, two, three = page.findChildren(QLineEdit)
    QWidget.setTabOrder(one, three)
    QWidget.setTabOrder(three, two)
    with pytest.raises(AssertionError, match="Tab goes back"):
        assert_accessible(page)


def test_a_control_out_of_reach_is_found_unless_it_tells_its_key(page: QWidget) -> None:
    button = QPushButton("Finish")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    add(page, button)
    with pytest.raises(AssertionError, match="neither Tab nor a key"):
        assert_accessible(page)
    button.setToolTip("Finish and go on (\u2066Ctrl+⇧F\u2069)")
    assert_accessible(page)


def test_drawings_with_one_name_are_found(page: QWidget) -> None:
    for _ in range(2):
        button = QToolButton()
        button.setIcon(icon("note"))
        button.setAccessibleName("Note")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add(page, button)
    with pytest.raises(AssertionError, match="one name"):
        assert_accessible(page)


# --- Dialogs ----------------------------------------------------------------------------------------------


@LANGUAGES
def test_new_project(window: QWidget, language: Language, tmp_path: Path, code: str) -> None:
    language.install(code)
    dialog = NewProjectDialog(language, window, folder=tmp_path, annotator="Sara")
    dialog.open()
    settle()
    assert_accessible(dialog)


@LANGUAGES
def test_work_as_and_about(window: QWidget, language: Language, code: str) -> None:
    language.install(code)
    for dialog in (WorkAsDialog(["Sara", "مریم"], "Sara", window), AboutDialog(window)):
        dialog.open()
        settle()
        assert_accessible(dialog)
        dialog.close()


@LANGUAGES
def test_settings(window: QWidget, settings: Settings, language: Language, code: str) -> None:
    language.install(code)
    dialog = SettingsDialog(settings, window)
    dialog.open()
    settle()
    assert_accessible(dialog)


@LANGUAGES
def test_keys(window: QWidget, schema: Schema, language: Language, code: str) -> None:
    language.install(code)
    actions = Actions(language, window)
    for action in ACTIONS:
        if not action.by_widget:
            actions.handle(action.id, lambda: None)
    dialog = KeysDialog(actions, schema, language, window)
    dialog.open()
    settle()
    assert_accessible(dialog)


@LANGUAGES
def test_import_and_its_report(
    window: QWidget, language: Language, tasks: Tasks, sample: Path, tmp_path: Path, qtbot: QtBot, code: str
) -> None:
    language.install(code)
    article = tmp_path / "خبر.txt"
    article.write_text("یک خبر.\n", encoding="utf-8")
    files = [article, tmp_path / "missing.txt"]
    dialog = ImportDialog(
        sample, files, tasks, language, window, schema=exchange.read_schema(), maps=tmp_path, annotators=["Sara"]
    )
    dialog.open()
    settle()
    assert_accessible(dialog)
    with qtbot.waitSignal(dialog.project_free, timeout=60_000):
        dialog.start()
        assert_accessible(dialog)
    settle()
    assert_accessible(dialog)
    dialog.close()


@LANGUAGES
def test_export(window: QWidget, language: Language, tasks: Tasks, sample: Path, qtbot: QtBot, code: str) -> None:
    language.install(code)
    dialog = ExportDialog(sample, tasks, language, parent=window)
    dialog.open()
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    qtbot.waitUntil(lambda: bool(dialog.losses.toPlainText()), timeout=60_000)
    settle()
    assert_accessible(dialog)
    dialog.close()


@LANGUAGES
def test_messages(window: QWidget, language: Language, code: str) -> None:
    language.install(code)
    column = QVBoxLayout(window)
    bar = MessageBar(window)
    column.addWidget(bar)
    bar.show_message("The disk is full.", "error", None)
    bar.show_message("Another program writes here.", "warning", ("Open for reading", lambda: None))
    settle()
    assert_accessible(window)


# --- Pages ------------------------------------------------------------------------------------------------


@LANGUAGES
def test_welcome(
    window: QWidget, language: Language, settings: Settings, tasks: Tasks, tmp_path: Path, code: str
) -> None:
    language.install(code)
    for name in ("اخبار.peyman", "gone.peyman"):
        settings.add_recent(tmp_path / name)
    (tmp_path / "اخبار.peyman").touch()
    column = QVBoxLayout(window)
    column.addWidget(WelcomePage(settings, language, tasks))
    window.resize(900, 700)
    settle()
    assert_accessible(window)


@pytest.fixture
def main_window(
    qapp: QApplication, fonts: None, settings: Settings, sample: Path, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    settings.set("language", request.param)
    settings.set("theme", "light")
    window = make_window(qapp, settings)
    window.resize(1280, 860)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(sample)
    settle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def page_of(window: MainWindow) -> AnnotatePage:
    assert window.page is not None
    return window.page


@pytest.mark.parametrize("main_window", ["fa", "ru"], indirect=True)
def test_the_annotate_page_in_all_its_states(main_window: MainWindow) -> None:
    page = page_of(main_window)
    assert_accessible(main_window)
    assert main_window.session is not None
    main_window.session.project.work_as("سارا")
    page.open_document(main_window.session.project.document_numbers()[2])
    settle()
    for keys in ("4", "X N", "Esc Enter", "Esc C", "1", "W", "Esc Esc", "Ctrl+J Ctrl+D", "Space Esc Esc F"):
        play(main_window, keys)
        settle()
        assert_accessible(main_window)
    assert page.panels.gaps.isVisible()  # the commitment lacks its attributes
    for keys in ("Esc Ctrl+F", "Esc H", "Esc Tab R", "Esc Shift+R", "Esc K"):
        play(main_window, keys)
        settle()
        assert_accessible(main_window)
    page.inspector.card.history_button.setChecked(True)
    assert_accessible(main_window)


@pytest.mark.parametrize("main_window", ["fa"], indirect=True)
def test_somebody_elses_annotations(main_window: MainWindow) -> None:
    page = page_of(main_window)
    assert main_window.session is not None
    project = main_window.session.project
    number = project.document_numbers()[2]
    page.open_document(number)
    settle()
    annotations = main_window.session.annotations
    assert annotations is not None
    assert not main_window.session.own
    for layer in ("commitment", "entity"):
        page.desk.select_span(next(span for span in annotations.spans if span.layer == layer).id)
        settle()
        assert_accessible(main_window)


@pytest.mark.parametrize("main_window", ["fa"], indirect=True)
def test_the_article_is_a_document_with_its_text(main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.view.companion.fill()
    roles = {i.role(): i.text(QAccessible.Text.Name) for i in interfaces(QAccessible.queryAccessibleInterface(page))}
    assert roles[QAccessible.Role.Document]
    assert page.view.companion.toPlainText()


@pytest.mark.parametrize("main_window", ["ru"], indirect=True)
def test_what_keys_do_is_told_to_those_who_do_not_see_it(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message().replace("\u2029", "\n"))
    )
    page = page_of(main_window)
    assert main_window.session is not None
    main_window.session.project.work_as("Anna")
    page.open_document(main_window.session.project.document_numbers()[4])
    settle()
    document = main_window.session.document
    assert document is not None

    def told(keys: str) -> list[str]:
        heard.clear()
        play(main_window, keys)
        settle()
        return list(heard)

    play(main_window, "Ctrl+Home")
    assert page.desk.cursor is not None
    words = told("Right")
    assert words == [document.text[slice(*page.desk.cursor.word)]]
    assert told("Shift+Right")[-1] == document.text[slice(*(page.desk.selection or (0, 0)))]
    made = told("3")
    assert "метка" in made
    selected = page.desk.selected
    assert selected is not None
    assert any(selected.quote in text and text.startswith("организация") for text in made)
    assert any("?" in text for text in told("X"))
    assert told("Ctrl+D") == ["Выделен один абзац."]
    assert any("1,7" in text or "1.7" in text for text in told("Alt+="))


@pytest.mark.parametrize("main_window", ["fa", "ru"], indirect=True)
def test_every_page_behind_the_tabs(main_window: MainWindow) -> None:
    assert main_window.pages is not None
    tabs = main_window.pages.tabs
    assert tabs.count() > 1
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        settle()
        assert_accessible(main_window)
