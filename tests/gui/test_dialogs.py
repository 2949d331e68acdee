"""A new project, who works now, and the fields that dialogs share: driven by events, as a person would."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from gui.events import settle, type_keys
from peyman import __version__
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.dialogs import AboutDialog, NewProjectDialog, WorkAsDialog, system_name
from peyman.gui.fields import ContentEdit, FileChooser, NameBox, PathField
from peyman.gui.i18n import Language

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def line_of(box: QComboBox) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None
    return line


def ok(dialog: NewProjectDialog | WorkAsDialog) -> bool:
    """Whether the button that accepts is open."""
    role = QDialogButtonBox.ButtonRole.AcceptRole
    (button,) = (b for b in dialog.buttons.buttons() if dialog.buttons.buttonRole(b) == role)
    return button.isEnabled()


class Chooser(FileChooser):
    """Knows the answers beforehand, and remembers what was asked."""

    def __init__(self, *answers: Path | None) -> None:
        self.answers = list(answers)
        self.starts: list[Path] = []

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        self.starts.append(start)
        return self.answers.pop(0)

    def file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self.new_file(parent, title, start, kinds)


# A new project --------------------------------------------------------------------------------------------------


@pytest.fixture
def new_project(window: QWidget, language: Language, tmp_path: Path) -> NewProjectDialog:
    dialog = NewProjectDialog(language, window, chooser=Chooser(), folder=tmp_path, annotator="Sara")
    dialog.open()
    settle()
    return dialog


def test_a_new_project_takes_one_key(new_project: NewProjectDialog, tmp_path: Path, schema: Schema) -> None:
    answers: list[tuple[Path, str, Schema]] = []
    new_project.accepted.connect(lambda: answers.append(new_project.values()))
    type_keys(new_project.annotator, "Enter")
    assert answers == [(tmp_path / "project.peyman", "Sara", schema)]
    path, annotator, chosen = answers[0]
    Project.create(path, annotator=annotator, schema=chosen).close()


@pytest.mark.parametrize(("code", "name"), [("fa", "پروژه {}.peyman"), ("en", "project {}.peyman")])
def test_the_name_offered_is_free(window: QWidget, language: Language, tmp_path: Path, code: str, name: str) -> None:
    language.install(code)
    first = NewProjectDialog(language, window, folder=tmp_path).values()[0]
    assert first.name == name.replace(" {}", "")
    first.touch()
    second = NewProjectDialog(language, window, folder=tmp_path).values()[0]
    assert second.name == name.format(language.digits(2))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("there.peyman", "there.peyman"),
        ("there", "there.peyman"),  # the ending is added before it is looked for
        ("no/such/folder.peyman", "folder.peyman"),
        ("x" * 300, "x" * 300),
        ("there.peyman/inside", "inside"),
    ],
)
def test_a_file_that_cannot_be_is_explained(
    new_project: NewProjectDialog, tmp_path: Path, typed: str, says: str
) -> None:
    (tmp_path / "there.peyman").touch()
    new_project.file.edit.setText(f"{tmp_path}{os.sep}{typed}")
    assert not ok(new_project)
    assert new_project.file_notice.mark.kind == "error"
    assert says in new_project.file_notice.text
    assert new_project.file_notice.isVisible()
    new_project.file.edit.setText(f"  {tmp_path}{os.sep}free ")
    assert ok(new_project)
    assert new_project.file_notice.text == ""
    assert new_project.values()[0] == tmp_path / "free.peyman"


def test_an_empty_file_or_name_closes_the_button(new_project: NewProjectDialog) -> None:
    for field in (new_project.file.edit, new_project.annotator):
        text = field.text()
        field.clear()
        assert not ok(new_project)
        field.setText(text)
        assert ok(new_project)


def test_a_name_that_cannot_be_is_explained(new_project: NewProjectDialog) -> None:
    new_project.annotator.setText("a\u202eb")
    assert not ok(new_project)
    assert new_project.name_notice.mark.kind == "error"
    new_project.annotator.setText("علی\u200cرضا")
    assert ok(new_project)
    assert new_project.name_notice.text == ""


def test_a_bad_schema_is_explained_and_nothing_is_lost(
    window: QWidget, language: Language, tmp_path: Path, schema: Schema
) -> None:
    bad, good = tmp_path / "bad.toml", tmp_path / "good.toml"
    bad.write_text(schema.body.replace('overlap = "nest"', 'overlap = "sometimes"', 1), encoding="utf-8")
    good.write_text(schema.body.replace('id = "commitnews"', 'id = "mine"', 1), encoding="utf-8")
    dialog = NewProjectDialog(
        language, window, chooser=Chooser(None, bad, good, tmp_path / "gone.toml"), folder=tmp_path, annotator="Мария"
    )
    dialog.open()
    button = dialog.schema.button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # called off
    assert dialog.values()[2] == schema
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ok(dialog)
    line = 1 + schema.body.split("\n").index('overlap = "nest"')
    assert f"line {line}" in dialog.schema.notice.text
    assert "bad.toml" in dialog.schema.notice.text
    assert dialog.annotator.text() == "Мария"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ok(dialog)
    assert dialog.values()[2].id == "mine"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ok(dialog)
    assert "gone.toml" in dialog.schema.notice.text
    # The person mends the file and chooses it again.
    bad.write_text(good.read_text(encoding="utf-8"), encoding="utf-8")
    dialog.schema.choose_file(bad)
    assert ok(dialog)
    assert dialog.schema.box.count() == 4
    dialog.schema.box.setCurrentIndex(0)
    assert dialog.values()[2] == schema


def test_browsing_starts_at_what_is_typed(window: QWidget, language: Language, tmp_path: Path) -> None:
    chooser = Chooser(None, tmp_path / "chosen.peyman")
    dialog = NewProjectDialog(language, window, chooser=chooser, folder=tmp_path, annotator="Sara")
    dialog.file.edit.setText(str(tmp_path / "mine"))
    QTest.mouseClick(dialog.file.button, Qt.MouseButton.LeftButton)
    assert dialog.values()[0] == tmp_path / "mine.peyman"
    QTest.mouseClick(dialog.file.button, Qt.MouseButton.LeftButton)
    assert dialog.values()[0] == tmp_path / "chosen.peyman"
    assert chooser.starts == [tmp_path / "mine.peyman"] * 2


def test_tab_goes_through_the_new_project_in_order(new_project: NewProjectDialog) -> None:
    new_project.activateWindow()
    new_project.file.edit.setFocus()
    order = [new_project.focusWidget()]
    for _ in range(4):
        type_keys(new_project.focusWidget() or new_project, "Tab")
        order.append(new_project.focusWidget())
    wanted = [new_project.file.edit, new_project.file.button, new_project.annotator]
    assert order == [*wanted, new_project.schema.box, new_project.schema.button]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such list of people")
def test_the_person_is_called_as_the_system_calls_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def gecos(field: str) -> str:
        monkeypatch.setattr("pwd.getpwnam", lambda _login: SimpleNamespace(pw_gecos=field))
        return system_name()

    monkeypatch.setattr(getpass, "getuser", lambda: "sara")
    assert gecos("سارا احمدی,Room 3,,") == "سارا احمدی"
    assert gecos("& Ahmadi") == "Sara Ahmadi"
    assert gecos("") == "sara"

    def nobody(_login: str = "") -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwnam", nobody)
    assert system_name() == "sara"
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert system_name() == ""


# Fields ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["fa", "en"])
def test_fields_run_as_their_content_and_begin_where_lines_do(fonts: None, language: Language, code: str) -> None:
    language.install(code)
    name, path = ContentEdit("name"), ContentEdit("path")
    leading = Qt.AlignmentFlag.AlignRight if code == "fa" else Qt.AlignmentFlag.AlignLeft
    assert name.layoutDirection() == (RTL if code == "fa" else LTR)  # empty: that of the window
    for text, direction in (("Sara J.", LTR), ("سارا (۲)", RTL), ("Мария", LTR)):
        name.setText(text)
        assert name.layoutDirection() == direction
        path.setText(f"/home/{text}")
        assert path.layoutDirection() == LTR
        assert name.alignment() == path.alignment() == leading | Qt.AlignmentFlag.AlignAbsolute


def test_fields_follow_a_new_language(window: QWidget, language: Language) -> None:
    field = ContentEdit("path", window)
    assert field.alignment() & Qt.AlignmentFlag.AlignLeft
    language.install("fa")
    settle()
    assert field.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("", None),
        ("   ", None),
        ("~/a.peyman", Path.home() / "a.peyman"),
        ("a.peyman", Path.home() / "a.peyman"),
        ("~nobody-at-all/a", Path.home() / "~nobody-at-all" / "a"),
        (" /x y/پروژه.peyman ", Path("/x y/پروژه.peyman")),
    ],
)
def test_a_typed_path_is_absolute(fonts: None, typed: str, path: Path | None) -> None:
    field = PathField()
    field.edit.setText(typed)
    assert field.path == path


# Who works now --------------------------------------------------------------------------------------------------


def test_a_new_annotator_is_typed_in_persian(window: QWidget, language: Language) -> None:
    dialog = WorkAsDialog(["reference", "Sara"], "reference", window)
    dialog.open()
    settle()
    assert ok(dialog)
    line = line_of(dialog.box)
    type_keys(line, "S H V H", "fa")  # what is selected at first is replaced
    assert dialog.name() == "سارا"
    assert line.layoutDirection() == RTL
    assert dialog.notice.mark.kind == "info"
    accepted: list[str] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.name()))
    type_keys(line, "Enter")
    assert accepted == ["سارا"]


def test_a_known_annotator_is_chosen_by_arrow(window: QWidget, language: Language) -> None:
    dialog = WorkAsDialog(["reference", "Sara"], "reference", window)
    dialog.open()
    type_keys(dialog.box, "Down")
    assert dialog.name() == "Sara"
    assert not dialog.notice.isVisible()
    for bad in ("", "  ", "a\nb", "x" * 201):
        dialog.box.setEditText(bad)
        assert not ok(dialog)
    assert isinstance(dialog.box, NameBox)


def test_about_names_version_and_licences(window: QWidget, language: Language) -> None:
    dialog = AboutDialog(window)
    dialog.open()
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (__version__, "MIT", "LGPL", "Open Font License", "Vazirmatn"):
        assert part in texts


def test_a_dialog_grows_with_what_it_says(window: QWidget, new_project: NewProjectDialog) -> None:
    height = new_project.height()
    new_project.file_notice.say("error", "A long complaint. " * 40)
    settle()
    assert new_project.height() > height
    notice = new_project.file_notice
    assert notice.height() >= notice.heightForWidth(notice.width())
