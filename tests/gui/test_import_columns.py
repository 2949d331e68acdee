"""Importing tables: which column is what is picked among those that the files have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from formats.article_files import cells, xlsx
from gui.events import settle, type_keys
from gui.walking import assert_accessible
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import ImportReport
from peyman.gui.i18n import Language
from peyman.gui.import_dialog import ImportDialog
from peyman.gui.import_work import Wanted, survey
from peyman.gui.option_rows import OfferedBox
from peyman.gui.tasks import Progress, Tasks

ROLES = ("text", "name", "title", "date")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "project.peyman"
    Project.create(path, annotator="Sara", schema=schema).close()
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that does not tell which of its columns is the text."""
    path = tmp_path / "خبرها.csv"
    path.write_text("گزارش (۲),Лид,date\nمتن یک,Один,1404/08/30\nمتن دو,Два,\n", encoding="utf-8")
    return path


Open = Callable[..., ImportDialog]


@pytest.fixture
def looked(
    window: QWidget, project: Path, tasks: Tasks, language: Language, schema: Schema, qtbot: QtBot
) -> Open:
    """Opens the dialog and waits until it has looked through the files."""

    def open_(*paths: Path) -> ImportDialog:
        dialog = ImportDialog(project, paths, tasks, language, window, schema=schema, maps=project.with_name("maps"))
        dialog.open()
        rest(qtbot, dialog)
        return dialog

    return open_


def rest(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait until all is looked through."""
    qtbot.waitUntil(lambda: dialog._look is None and dialog._survey is not None, timeout=60_000)
    settle()


def box(dialog: ImportDialog, option: str) -> OfferedBox:
    field = dialog.choice.options.fields[option]
    assert isinstance(field, OfferedBox)
    return field


def offered(field: OfferedBox) -> list[str]:
    return [field.itemText(row) for row in range(field.count())]


def test_every_column_can_be_picked_where_the_text_was_not_found(
    looked: Open, table: Path, project: Path, qtbot: QtBot
) -> None:
    dialog = looked(table)
    for role in ROLES:
        assert offered(box(dialog, role))[1:] == ["گزارش (۲)", "Лид", "date"]
        assert dialog.choice.options.values == {}
    assert "“Column of the texts”" in dialog.choice.preview.toPlainText()  # where to choose, not what to type
    reports: list[ImportReport] = []
    dialog.project_free.connect(reports.append)
    box(dialog, "text").setFocus()
    type_keys(box(dialog, "text"), "Down")
    rest(qtbot, dialog)
    type_keys(box(dialog, "title"), "Down Down")
    rest(qtbot, dialog)
    assert dialog.choice.options.values == {"text": "گزارش (۲)", "title": "Лид"}
    assert "Один" in dialog.choice.preview.toPlainText()
    type_keys(dialog.choice.accept_button, "Enter")
    qtbot.waitUntil(lambda: bool(reports), timeout=60_000)
    with Project.open(project, read_only=True) as opened:
        documents = [opened.document(number) for number in opened.document_numbers()]
    assert [(one.title, one.text) for one in documents] == [("Один", "متن یک"), ("Два", "متن دو")]


def test_what_was_picked_stays_and_columns_of_all_files_are_offered(
    looked: Open, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = looked(table)
    box(dialog, "text").setFocus()
    type_keys(box(dialog, "text"), "Down")
    rest(qtbot, dialog)
    (tmp_path / "b.xlsx").write_bytes(xlsx(cells("Лид", "Body") + cells("1", "2")))
    (tmp_path / "c.txt").write_text("No table.", encoding="utf-8")
    dialog.choice.add([tmp_path / "b.xlsx", tmp_path / "c.txt"])
    rest(qtbot, dialog)
    text = box(dialog, "text")
    assert text.currentText() == text.value == "گزارش (۲)"
    assert offered(text)[1:] == ["گزارش (۲)", "Лид", "date", "Body"]
    dialog.choice.list.setCurrentRow(0)
    type_keys(dialog.choice.list, "Space")
    dialog.choice.list.item(0).setSelected(True)
    QTest.mouseClick(dialog.choice.remove, Qt.MouseButton.LeftButton)
    rest(qtbot, dialog)
    # What is gone is offered no more, but what was picked is not changed behind one's back.
    assert offered(box(dialog, "text"))[1:] == ["Лид", "Body"]
    assert box(dialog, "text").value == "گزارش (۲)"
    assert offered(box(dialog, "sheet"))[1:] == ["A"]


def test_a_column_can_be_typed_and_taken_back_by_keys(looked: Open, table: Path, qtbot: QtBot) -> None:
    dialog = looked(table)
    text = box(dialog, "text")
    text.setFocus()
    text.line.selectAll()
    QTest.keyClicks(text.line, "no such")
    type_keys(text, "Tab")
    rest(qtbot, dialog)
    assert dialog.choice.options.values == {"text": "no such"}
    assert "no such" in dialog.choice.preview.toPlainText()  # refused by that name
    assert text.currentText() == "no such"
    text.setFocus()
    text.line.selectAll()
    type_keys(text.line, "Backspace Tab")
    rest(qtbot, dialog)
    assert dialog.choice.options.values == {}
    type_keys(text, "F4")
    settle()
    assert text.view().isVisible()
    type_keys(text.view(), "Down Down Enter")
    rest(qtbot, dialog)
    assert text.value == "Лид"
    type_keys(text, "Up Up")
    rest(qtbot, dialog)
    assert dialog.choice.options.values == {}
    assert text.currentText() == text.itemText(0)


def test_what_is_being_written_is_not_disturbed(qapp: QApplication) -> None:
    field = OfferedBox("", "found by itself")
    field.offer(["one", "two"])
    changes: list[str] = []
    field.currentTextChanged.connect(changes.append)
    field.setEditText("thr")
    field.line.setCursorPosition(1)
    field.offer(["one", "three"])
    assert (field.currentText(), field.line.cursorPosition(), changes) == ("thr", 1, ["thr"])
    field.set_value("three")
    field.offer(["three", "one"])
    assert (field.currentIndex(), field.value) == (1, "three")


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_the_form_can_be_walked_and_names_run_their_own_way(
    looked: Open, table: Path, fonts: None, language: Language, code: str
) -> None:
    language.install(code)
    dialog = looked(table)
    assert_accessible(dialog)
    text = box(dialog, "text")
    option = QStyleOptionViewItem()
    delegate = text.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, text.model().index(1, 0))
    assert option.text == "\u2068گزارش (۲)\u2069"
    assert text.itemText(0) != "found by its heading" or code == "en"
    text.setCurrentIndex(1)
    assert text.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    text.setCurrentIndex(2)
    assert text.line.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_looking_tells_the_columns_and_sheets_even_of_what_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text,y\nOne,2\n", encoding="utf-8")
    (tmp_path / "c.xlsx").write_bytes(xlsx(cells("z") + cells("1")))
    found = survey(Progress(), project, Wanted((tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.xlsx")))
    assert found.offered == {**dict.fromkeys(ROLES, ("x", "y", "text", "z")), "sheet": ("A",)}
    assert [seen.refused and seen.refused.code for seen in found.files] == ["columns_untold", None, "columns_untold"]
    letters = survey(Progress(), project, Wanted((tmp_path / "a.csv",), values={"header": "no", "text": "B"}))
    assert letters.offered["text"] == ("A", "B")


def test_a_wheel_over_the_options_scrolls_them_and_changes_nothing(looked: Open, table: Path) -> None:
    dialog = looked(table)
    dialog.choice.accept_button.setFocus()
    for field in (*dialog.choice.options.fields.values(), dialog.choice.format):
        before = dialog.choice.format_name, dialog.choice.options.values
        at = QPointF(field.rect().center())
        none = Qt.KeyboardModifier.NoModifier
        wheel = QWheelEvent(
            at, field.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, wheel)
        settle()
        assert (dialog.choice.format_name, dialog.choice.options.values) == before
