"""The editor of the schema: what is in use, what a step does, and one edit that undo takes back."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.windows import answers, opened
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.core.schema_draft import RESERVED_KEYS, Entry, found
from peyman.gui.actions import keys_of
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.schema_editor.dialog import AddDialog, SchemaDialog

PLEDGE = Entry("commitment", "labels", "pledge")
PER = Entry("entity", "labels", "PER")
STATUS = Entry("commitment", "attributes", "status")


@pytest.fixture
def window(qapp: QApplication, fonts: None, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path, schema) as window:
        yield window


def edit(window: MainWindow, qtbot: QtBot, entry: Entry = PLEDGE) -> SchemaDialog:
    """Open the editor at an entry and wait until it has counted."""
    window.actions_["project.schema"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SchemaDialog)
    qtbot.waitUntil(lambda: dialog.tree.isEnabled())
    dialog.tree.choose(entry)
    settle()
    return dialog


def planned(dialog: SchemaDialog, qtbot: QtBot) -> list[str]:
    """Wait until it is worked out what the annotations need; return the sentences."""
    qtbot.waitUntil(lambda: dialog.apply_button.isEnabled())
    lines = [dialog.changes.item(n).text() for n in range(dialog.changes.count())]
    return [line.replace("\u2068", "").replace("\u2069", "") for line in lines]


def apply(dialog: SchemaDialog) -> None:
    dialog.apply_button.click()
    settle()
    assert QApplication.activeModalWidget() is None


def schema_of(window: MainWindow) -> Schema:
    assert window.session is not None
    with Project.open(window.session.project.path, read_only=True) as other:
        assert other.schema == window.session.project.schema
        return other.schema


def palette(window: MainWindow) -> dict[str, str]:
    assert window.page is not None
    return {item.id: item.name for item in window.page.palette_bar.items}


def test_it_shows_what_is_in_use_and_whose(window: MainWindow, qtbot: QtBot) -> None:
    dialog = edit(window, qtbot)
    assert dialog.tree.entry == PLEDGE
    assert "۱ مورد" in dialog.form.about.text()
    assert "سارا" in dialog.form.about.text()
    dialog.tree.choose(Entry("commitment", "attributes", "status", "agreed"))
    assert "۲ مورد" in dialog.form.about.text()
    assert "طلایی" in dialog.form.about.text()
    assert not dialog.apply_button.isEnabled()
    dialog.reject()


def test_a_new_name_shows_at_once_and_undo_brings_the_old_one_back(window: MainWindow, qtbot: QtBot) -> None:
    before = schema_of(window)
    dialog = edit(window, qtbot)
    field = dialog.form.names["fa"]
    field.setFocus()
    field.selectAll()
    play(window, "text:پیمان Tab")
    assert planned(dialog, qtbot) == ["«قول» نامیده می‌شود «پیمان»."]
    apply(dialog)
    assert schema_of(window).label("commitment", "pledge").names("fa") == "پیمان"
    assert schema_of(window).version == "0.2"
    play(window, "Space Space")
    assert palette(window)["pledge"] == "پیمان"
    play(window, "Ctrl+Z")
    assert schema_of(window) == before
    assert palette(window)["pledge"] == "قول"
    play(window, "Ctrl+Y")
    assert palette(window)["pledge"] == "پیمان"


def test_a_retired_label_leaves_palette_and_keys_but_not_its_annotations(window: MainWindow, qtbot: QtBot) -> None:
    dialog = edit(window, qtbot)
    dialog.retire_button.click()
    assert planned(dialog, qtbot) == ["«قول» دیگر پیشنهاد نمی‌شود؛ ۱ مورد آن را نگه می‌دارند."]
    assert dialog.retire_button.text() == "بازگرداندن"
    assert not dialog.merge_button.isEnabled()
    apply(dialog)
    assert window.session is not None
    assert window.page is not None
    assert "pledge" in [label for label, _, _ in answers(window.session.annotations)]
    play(window, "Space Space")
    assert window.page.desk.selected is not None
    assert "pledge" not in palette(window)
    assert window.page._look(window.page.desk.selected).chip == "قول"
    play(window, "2")  # the key it had
    assert "pledge" in [label for label, _, _ in answers(window.session.annotations)]
    play(window, "3")
    assert "pledge" not in [label for label, _, _ in answers(window.session.annotations)]
    assert window.session.project.check() == []


def test_a_merged_label_takes_its_annotations_along_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    before = answers(window.session.annotations)
    dialog = edit(window, qtbot)
    dialog._fill_merge_menu()
    names = [action.text().strip("\u2068\u2069") for action in dialog._merge_menu.actions()]
    assert "برنامه" in names
    assert "قول" not in names
    dialog._merge_menu.actions()[names.index("برنامه")].trigger()
    assert planned(dialog, qtbot) == ["«قول» می‌شود «برنامه»: ۱ مورد."]
    assert "۱ مورد همراه می‌شود" in dialog.notice.text
    apply(dialog)
    assert {label for label, _, _ in answers(window.session.annotations)} == {"plan", "ARG"}
    play(window, "Ctrl+Z")
    assert answers(window.session.annotations) == before
    assert found(schema_of(window), PLEDGE).retired is False  # type: ignore[union-attr]


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_key_is_what_stands_on_it_and_must_be_free(window: MainWindow, qtbot: QtBot, layout: Layout) -> None:
    dialog = edit(window, qtbot, PER)
    field = dialog.form.key
    field.setFocus()
    for key, word in (("N", "N"), ("S", "role/source"), ("2", "ROLE")):
        play(window, key, layout)
        assert word in dialog.notice.text or "“2”" in dialog.notice.text
        assert field.key == "1"
    play(window, "Y", layout)
    assert planned(dialog, qtbot)[0].endswith("Y")
    play(window, "Backspace", layout)
    assert field.key == ""
    apply_text = planned(dialog, qtbot)
    assert apply_text[0].startswith("کلید «شخص»")
    apply(dialog)
    assert schema_of(window).label("entity", "PER").key == ""


def test_no_key_of_the_window_can_become_a_labels() -> None:
    assert {key for key in keys_of("article", "window") if len(key) == 1} <= RESERVED_KEYS


def test_adding_and_removing(window: MainWindow, qtbot: QtBot) -> None:
    dialog = edit(window, qtbot, STATUS)
    before = schema_of(window)
    dialog.add_button.click()
    add = QApplication.activeModalWidget()
    assert isinstance(add, AddDialog)
    add.what.setCurrentIndex(1)  # an attribute
    add.id.setText("risk")
    add.name.setText("خطر")
    add.choices.setText("low, high")
    add.take()
    settle()
    assert dialog.tree.entry == Entry("commitment", "attributes", "risk")
    assert planned(dialog, qtbot) == ["«خطر» تازه است."]
    dialog.add_button.click()
    again = QApplication.activeModalWidget()
    assert isinstance(again, AddDialog)
    again.id.setText("low")  # of the attribute at hand: it is there
    again.take()
    assert again.notice.text
    again.id.setText("medium")
    again.take()
    settle()
    assert dialog.remove_button.isEnabled()
    dialog.remove_button.click()
    dialog.tree.choose(Entry("commitment", "attributes", "risk"))
    dialog.remove_button.click()
    settle()
    assert dialog.changes.count() == 0
    dialog.tree.choose(STATUS)
    assert not dialog.remove_button.isEnabled()
    dialog.reject()
    settle()
    assert schema_of(window) == before


def test_the_required_flag_and_colours(window: MainWindow, qtbot: QtBot) -> None:
    dialog = edit(window, qtbot, STATUS)
    dialog.form.required.click()
    assert planned(dialog, qtbot) == ["«وضعیت» دیگر بایسته نیست."]
    dialog.tree.choose(PER)
    dialog.form.colour.show_colour("#123456")
    dialog.form.colour.changed.emit()
    assert len(planned(dialog, qtbot)) == 2
    apply(dialog)
    assert schema_of(window).label("entity", "PER").color == "#123456"
    assert schema_of(window).gaps("commitment", "plan", {"modality": "firm", "specificity": "vague"}) == ()


def test_cancelling_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    before = schema_of(window)
    dialog = edit(window, qtbot)
    dialog.retire_button.click()
    play(window, "Esc")
    assert QApplication.activeModalWidget() is None
    assert schema_of(window) == before
    assert window.session is not None
    assert not [step for step in window.session.project.steps() if step.name == "edit_schema"]


def test_where_one_may_only_read_nothing_can_be_changed(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    path = window.session.project.path
    window.close_project()
    window._open_to_read(path)
    dialog = edit(window, qtbot)
    assert not dialog.form.isEnabled()
    assert not dialog.retire_button.isEnabled()
    assert dialog.notice.text
    dialog.reject()
