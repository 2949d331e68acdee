"""Exporting from the window: real projects, real files, and what is told before and after."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.events import settle, type_keys
from gui.walking import assert_accessible
from peyman import exchange
from peyman.core.project import Project, SetInfo
from peyman.core.schema import Schema
from peyman.formats import FORMATS, Options
from peyman.gui.article_picker import ArticlePicker
from peyman.gui.export_dialog import ExportDialog
from peyman.gui.i18n import Language
from peyman.gui.tasks import Tasks

DATA = Path(__file__).resolve().parents[1] / "data" / "formats"


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    """A new project of Sara's, closed."""
    path = tmp_path / "project.peyman"
    Project.create(path, annotator="Sara", schema=schema).close()
    return path


@pytest.fixture
def full(project: Path) -> Path:
    """A project with two documents, and of one of them Sara's annotations and gold."""
    with Project.open(project) as opened:
        report = exchange.import_paths(opened, [DATA / "full.jsonl"])
    assert len(report.sets_added) == 2
    return project


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def opened() -> list[QUrl]:
    """The addresses that were shown to the person."""
    return []


@pytest.fixture
def export(
    window: QWidget, full: Path, tasks: Tasks, language: Language, opened: list[QUrl], qtbot: QtBot
) -> Iterator[ExportDialog]:
    """The dialog on a project that is open elsewhere as well, with everything counted."""

    def remember(url: QUrl) -> bool:
        opened.append(url)
        return True

    with Project.open(full):
        dialog = ExportDialog(full, tasks, language, window, open_url=remember)
        dialog.open()
        assert not dialog.accept_button.isEnabled()  # nothing is known yet
        counted(tasks, qtbot)
        yield dialog


def counted(tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)
    settle()


def choose(dialog: ExportDialog, format_name: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format_name))


def test_only_formats_that_write_are_offered(export: ExportDialog) -> None:
    names = {export.format.itemData(index) for index in range(export.format.count())}
    assert names == {known.name for known in FORMATS if known.is_writable}


def test_whose_annotations_there_are_is_counted(export: ExportDialog) -> None:
    items = {export.whose.itemData(n): export.whose.itemText(n) for n in range(export.whose.count())}
    assert list(items) == ["all", "gold", "سارا"]  # Sara has none
    assert [next(c for c in text if c.isdecimal()) for text in items.values()] == ["2", "1", "2"]


def test_the_default_is_one_key_and_writes_what_the_command_line_writes(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, opened: list[QUrl], qtbot: QtBot
) -> None:
    reports: list[exchange.ExportReport] = []
    export.exported.connect(reports.append)
    assert export.notice.mark.kind == "done"
    type_keys(export.file.edit, "Enter")
    counted(tasks, qtbot)
    written = tmp_path / "project.jsonl"
    again = tmp_path / "again.jsonl"
    with Project.open(full, read_only=True) as project:
        assert exchange.export(project, again, "jsonl") == reports[0]
    assert written.read_bytes() == again.read_bytes()
    assert str(written) in export.notice.text
    for count in (reports[0].documents, reports[0].sets, reports[0].spans, reports[0].relations):
        assert str(count) in export.notice.text
    assert not export.accept_button.isEnabled()
    assert export.focusWidget() is export.close_button
    click(export.folder_button)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_what_would_be_lost_is_counted_before_anything_is_written(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    before = set(tmp_path.iterdir())
    choose(export, "csv")
    assert not export.accept_button.isEnabled()
    assert export.file.path == tmp_path / "project.csv"
    counted(tasks, qtbot)
    with Project.open(full, read_only=True) as project:
        losses = exchange.plan_export(project, "csv").losses
    assert losses
    lines = export.losses.toPlainText().splitlines()
    assert len(lines) == len(losses)
    for line, loss in zip(lines, losses, strict=True):
        assert str(loss) in line
        assert not loss.examples or loss.examples[0] in line
    assert export.notice.mark.kind == "warning"
    assert set(tmp_path.iterdir()) == before
    # Nothing is written before the person says that they know.
    assert not export.accept_button.isEnabled()
    assert_accessible(export)
    type_keys(export.agreed, "Space")
    assert export.accept_button.isEnabled()
    click(export.accept_button)
    counted(tasks, qtbot)
    assert (tmp_path / "project.csv").is_file()
    assert "LOSSES.txt" in export.notice.text
    assert not export.agreed.isVisible()
    assert all(str(loss) in (tmp_path / "LOSSES.txt").read_text(encoding="utf-8") for loss in losses)
    assert export.losses.toPlainText().splitlines() == lines


def test_another_choice_has_to_be_agreed_to_anew(export: ExportDialog, tasks: Tasks, qtbot: QtBot) -> None:
    choose(export, "csv")
    counted(tasks, qtbot)
    type_keys(export.agreed, "Space")
    choose(export, "conll")
    counted(tasks, qtbot)
    assert not export.agreed.isChecked()
    assert not export.accept_button.isEnabled()
    choose(export, "jsonl")
    counted(tasks, qtbot)
    assert not export.agreed.isVisible()  # nothing is lost
    assert export.accept_button.isEnabled()


def test_what_can_be_chosen_about_a_format_is_a_row_each(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    assert list(export.options.fields) == ["variants"]
    choose(export, "csv")
    assert not export.options.isVisible()
    choose(export, "conll")
    counted(tasks, qtbot)
    assert export.height() <= 600  # of the smallest screens
    assert list(export.options.fields) == ["layer", "scheme", "keep"]
    assert export.options.values == {}
    assert_accessible(export)
    for name, keys in (("layer", "Down"), ("scheme", "Down"), ("keep", "Down")):
        type_keys(export.options.fields[name], keys)
    counted(tasks, qtbot)
    chosen = {"layer": "commitment", "scheme": "BIOES", "keep": "innermost"}
    assert export.options.values == chosen
    type_keys(export.agreed, "Space")
    click(export.accept_button)
    counted(tasks, qtbot)
    with Project.open(full, read_only=True) as project:
        exchange.export(project, tmp_path / "again.conll", "conll", options=Options(chosen))
    assert (tmp_path / "project.conll").read_bytes() == (tmp_path / "again.conll").read_bytes()


def articles(dialog: ExportDialog) -> dict[str, str]:
    return {dialog.articles.itemData(n): dialog.articles.itemText(n) for n in range(dialog.articles.count())}


def test_only_finished_articles(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    offered = articles(export)
    assert list(offered) == ["all", "finished", "picked"]
    assert ("2" in offered["all"], "1" in offered["finished"]) == (True, True)
    type_keys(export.articles, "Down")
    counted(tasks, qtbot)
    click(export.accept_button)
    counted(tasks, qtbot)
    lines = (tmp_path / "project.jsonl").read_text(encoding="utf-8").splitlines()
    with Project.open(full, read_only=True) as project:
        infos = {project.document(n).name: project.set_infos(n) for n in project.document_numbers()}
    finished = {name for name, sets in infos.items() if any(info.state == "finished" for info in sets)}
    assert {json.loads(line)["document"]["name"] for line in lines} == finished


def test_only_the_open_article(window: QWidget, full: Path, tasks: Tasks, language: Language, qtbot: QtBot) -> None:
    with Project.open(full, read_only=True) as project:
        name = project.document(project.document_numbers()[1]).name
    dialog = ExportDialog(full, tasks, language, window, document=name)
    dialog.open()
    counted(tasks, qtbot)
    assert list(articles(dialog)) == ["all", "finished", "open", "picked"]
    dialog.articles.setFocus()
    type_keys(dialog.articles, "Down Down")
    counted(tasks, qtbot)
    click(dialog.accept_button)
    counted(tasks, qtbot)
    lines = full.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["document"]["name"] for line in lines} == {name}


def test_articles_are_ticked_in_a_list(export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    export.articles.setCurrentIndex(0)
    type_keys(export.articles, "End")
    picker = export.findChild(ArticlePicker)
    assert picker is not None
    assert picker.isVisible()
    assert_accessible(picker)
    ok = picker.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    name = picker.model._articles[0].name
    QTest.keyClicks(picker.search, "no such article")
    assert picker.model.rowCount() == 0
    picker.search.setText(name.upper())
    assert picker.model.rowCount() == 1
    picker.list.setCurrentIndex(picker.model.index(0))
    type_keys(picker.list, "Space")
    assert picker.names == {name}
    type_keys(picker.list, "Space")
    assert not ok.isEnabled()
    click(picker.tick)
    click(ok)
    counted(tasks, qtbot)
    assert "1" in articles(export)["picked"]
    click(export.accept_button)
    counted(tasks, qtbot)
    lines = (tmp_path / "project.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["document"]["name"] for line in lines} == {name}


def test_ticking_nothing_goes_back_to_all(export: ExportDialog, tasks: Tasks, qtbot: QtBot) -> None:
    type_keys(export.articles, "End")
    picker = export.findChild(ArticlePicker)
    assert picker is not None
    type_keys(picker.search, "Esc")
    counted(tasks, qtbot)
    assert export.articles.currentData() == "all"
    assert export.accept_button.isEnabled()


def test_every_option_of_every_format_has_a_name_in_the_window() -> None:
    for known in FORMATS:
        for option in known.options:
            assert option.title, f"{known.name}: {option.name}"


def test_one_person_or_gold_alone(export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    export.whose.setCurrentIndex(export.whose.findData("gold"))
    counted(tasks, qtbot)
    click(export.accept_button)
    counted(tasks, qtbot)
    lines = (tmp_path / "project.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["role"] == "gold"


def test_paths_that_cannot_be_are_explained(export: ExportDialog, full: Path, tmp_path: Path) -> None:
    for bad, says in (
        (full, full.name),
        (tmp_path, tmp_path.name),
        (tmp_path / "no" / "x.jsonl", "x.jsonl"),
        (tmp_path / ("y" * 300), "yyy"),
    ):
        export.file.set_path(bad)
        assert not export.accept_button.isEnabled()
        assert export.file_notice.mark.kind == "error"
        assert says in export.file_notice.text
    export.file.edit.clear()
    assert not export.accept_button.isEnabled()
    there = tmp_path / "there.jsonl"
    there.touch()
    export.file.set_path(there)
    assert export.accept_button.isEnabled()
    assert export.file_notice.mark.kind == "warning"


def test_a_format_of_several_files_goes_into_a_new_folder(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(export, "brat")
    counted(tasks, qtbot)
    assert export.file.path == tmp_path / "project-brat"
    (tmp_path / "project-brat").mkdir()
    (tmp_path / "project-brat" / "mine.txt").write_text("mine")
    export.file.set_path(tmp_path)
    assert not export.accept_button.isEnabled()
    export.file.set_path(tmp_path / "project-brat")
    assert export.file_notice.mark.kind == "error"
    (tmp_path / "project-brat" / "mine.txt").unlink()
    export.file.set_path(tmp_path / "other-brat")
    type_keys(export.agreed, "Space")
    assert export.accept_button.isEnabled()
    click(export.accept_button)
    counted(tasks, qtbot)
    assert (tmp_path / "other-brat" / "annotation.conf").is_file()
    assert not export.accept_button.isEnabled()
    choose(export, "csv")
    assert export.file.path == tmp_path / "other.csv"


def test_a_path_of_ones_own_keeps_its_name_when_the_format_changes(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    export.file.set_path(tmp_path / "mine.jsonl")
    choose(export, "csv")
    assert export.file.path == tmp_path / "mine.csv"
    export.file.set_path(tmp_path / "mine.table")
    choose(export, "jsonl")
    assert export.file.path == tmp_path / "mine.table"
    counted(tasks, qtbot)


def test_after_one_export_another_file_may_follow(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    click(export.accept_button)
    counted(tasks, qtbot)
    export.file.set_path(tmp_path / "second.jsonl")
    assert export.accept_button.isEnabled()
    click(export.accept_button)
    counted(tasks, qtbot)
    assert (tmp_path / "second.jsonl").read_bytes() == (tmp_path / "project.jsonl").read_bytes()


def test_stopping_leaves_no_file(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, gate = threading.Event(), threading.Event()
    number_of = Project.set_infos

    def slow(project: Project, document_number: int) -> list[SetInfo]:
        at_work.set()
        assert gate.wait(60)
        return number_of(project, document_number)

    monkeypatch.setattr(Project, "set_infos", slow)
    click(export.accept_button)
    assert at_work.wait(60)
    export.close()
    assert export.isVisible()
    assert not export.stop_button.isEnabled()
    gate.set()
    counted(tasks, qtbot)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("project.peyman")] == []
    assert export.notice.mark.kind == "warning"
    assert export.accept_button.isEnabled()
    export.close()
    assert not export.isVisible()


def test_a_disk_that_refuses_is_told_and_the_choice_stays(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "project.jsonl"))

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "export", refuse)
        click(export.accept_button)
        counted(tasks, qtbot)
    assert export.notice.mark.kind == "error"
    assert "project.jsonl" in export.notice.text
    assert export.accept_button.isEnabled()
    click(export.accept_button)
    counted(tasks, qtbot)
    assert (tmp_path / "project.jsonl").is_file()


def test_closing_while_it_counts_leaves_nothing_behind(
    window: QWidget, full: Path, tasks: Tasks, language: Language, qtbot: QtBot
) -> None:
    dialog = ExportDialog(full, tasks, language, window)
    dialog.open()
    gone: list[object] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    type_keys(dialog.format, "Esc")
    settle()
    assert gone
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)


def test_nothing_of_ones_own_is_no_export(
    window: QWidget, project: Path, tasks: Tasks, language: Language, qtbot: QtBot
) -> None:
    dialog = ExportDialog(project, tasks, language, window)
    dialog.open()
    counted(tasks, qtbot)
    assert not dialog.accept_button.isEnabled()
    assert dialog.notice.mark.kind == "error"


def test_buttons_of_the_dialogs_have_no_second_default(export: ExportDialog) -> None:
    defaults = [b.text() for b in export.findChildren(QPushButton) if b.isDefault()]
    assert defaults == [export.accept_button.text()]
    assert isinstance(export.buttons, QDialogButtonBox)
