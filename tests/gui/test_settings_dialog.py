"""The settings dialog: made from the table, holds at once, changes its own language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QWidget,
)

from gui.events import settle, type_keys
from peyman.gui.i18n import Language
from peyman.gui.keymap import Layout
from peyman.gui.settings import SETTINGS, Settings
from peyman.gui.settings_dialog import FontBox, NumberBox, SettingsDialog

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def settings_dialog(window: QWidget, settings: Settings, language: Language) -> SettingsDialog:
    dialog = SettingsDialog(settings, window)
    dialog.open()
    settle()
    return dialog


def test_every_setting_with_a_group_has_an_editor(settings_dialog: SettingsDialog) -> None:
    wanted = {"bool": QCheckBox, "choice": QComboBox, "int": NumberBox, "float": NumberBox, "text": QWidget}
    assert set(settings_dialog.editors) == {setting.key for setting in SETTINGS if setting.group}
    for setting in SETTINGS:
        if setting.group:
            editor = settings_dialog.editors[setting.key]
            assert isinstance(editor, wanted[setting.kind])
            assert editor.accessibleName() == setting.label
            assert editor.isVisible()
            assert editor.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_change_holds_at_once(settings_dialog: SettingsDialog, settings: Settings) -> None:
    theme, arguments = settings_dialog.editors["theme"], settings_dialog.editors["show_arguments"]
    assert isinstance(theme, QComboBox)
    type_keys(theme, "Down")
    assert settings.text("theme") == "light"
    type_keys(arguments, "Space")
    assert settings.boolean("show_arguments") is False


@pytest.mark.parametrize(
    ("keys", "layout", "value"),
    [("2 0", "latin", 20.0), ("1 8 . 5", "fa", 18.5), ("1 8 . 5", "latin", 18.5), ("1 6 / 5", "ru", 16.5)],
)
@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_numbers_are_typed_in_any_digits(
    settings_dialog: SettingsDialog,
    settings: Settings,
    language: Language,
    code: str,
    keys: str,
    layout: Layout,
    value: float,
) -> None:
    language.install(code)
    settle()
    box = settings_dialog.editors["article_size"]
    assert isinstance(box, NumberBox)
    box.setFocus()
    box.selectAll()
    type_keys(box, keys + " Tab", layout)
    assert settings.number("article_size") == value
    assert box.value() == value


def test_a_number_shows_in_the_digits_of_the_window(settings_dialog: SettingsDialog, language: Language) -> None:
    box = settings_dialog.editors["line_spacing"]
    assert isinstance(box, NumberBox)
    shown = [box.text()]
    for code in ("fa", "ru"):
        language.install(code)
        settle()
        shown.append(box.text())
    assert shown == ["1.6", "۱٫۶", "1,6"]


def test_what_the_table_forbids_cannot_be_typed(settings_dialog: SettingsDialog, settings: Settings) -> None:
    box = settings_dialog.editors["article_size"]
    assert isinstance(box, NumberBox)
    for keys in ("9 9", "2", "A", "1 . . 1", "Backspace"):
        box.setFocus()
        box.selectAll()
        type_keys(box, keys + " Tab")
        setting = next(setting for setting in SETTINGS if setting.key == "article_size")
        assert setting.low <= settings.number("article_size") <= setting.high


def test_a_whole_number_stays_whole(settings_dialog: SettingsDialog, settings: Settings) -> None:
    whole = next(setting for setting in SETTINGS if setting.group and setting.kind == "int")
    box = settings_dialog.editors[whole.key]
    assert isinstance(box, NumberBox)
    type_keys(box, "Up")
    value = settings.value(whole.key)
    assert isinstance(value, int)
    assert isinstance(whole.default, int)
    assert value == whole.default + 1


def test_the_font_is_one_of_the_system_or_the_usual_one(settings_dialog: SettingsDialog, settings: Settings) -> None:
    box = settings_dialog.editors["article_font"]
    assert isinstance(box, FontBox)
    assert box.currentIndex() == 0
    type_keys(box, "Down")
    assert settings.text("article_font") == box.itemText(1) != ""
    type_keys(box, "Up")
    assert settings.text("article_font") == ""
    settings.set("article_font", "No Such Font")
    assert box.currentText() == "No Such Font"
    settings.set("article_font", "")
    assert box.currentIndex() == 0
    assert settings.text("article_font") == ""


def test_what_changes_elsewhere_is_shown(settings_dialog: SettingsDialog, settings: Settings) -> None:
    box, theme = settings_dialog.editors["article_size"], settings_dialog.editors["theme"]
    assert isinstance(box, NumberBox)
    assert isinstance(theme, QComboBox)
    settings.set("article_size", 21.0)
    settings.set("theme", "dark")
    settings.set("queue_text", "not in the dialog")
    assert box.value() == 21.0
    assert theme.currentData() == "dark"


def test_defaults_resets_what_is_in_the_dialog_only(settings_dialog: SettingsDialog, settings: Settings) -> None:
    settings.set("article_size", 21.0)
    settings.set("show_arguments", False)
    settings.set("queue_text", "kept")
    QTest.mouseClick(settings_dialog.defaults, Qt.MouseButton.LeftButton)
    assert settings.number("article_size") == 15.0
    assert settings.boolean("show_arguments") is True
    assert settings.text("queue_text") == "kept"


def test_the_open_dialog_changes_its_language(settings_dialog: SettingsDialog, language: Language) -> None:
    assert settings_dialog.windowTitle() == "Settings"
    language.install("fa")
    settle()
    assert settings_dialog.windowTitle() == settings_dialog.tr("Settings") != "Settings"
    assert settings_dialog.layoutDirection() == RTL
    assert settings_dialog.editors["theme"].accessibleName() != "Colours"
    # Nothing is cut off in the new language.
    for editor in settings_dialog.editors.values():
        assert editor.width() >= editor.minimumSizeHint().width()


def test_escape_closes_the_settings_and_the_dialog_is_gone(settings_dialog: SettingsDialog, settings: Settings) -> None:
    gone: list[object] = []
    settings_dialog.destroyed.connect(lambda: gone.append(True))
    type_keys(settings_dialog.editors["theme"], "Esc")
    settle()
    assert gone
    settings.set("theme", "dark")  # nobody listens any more
