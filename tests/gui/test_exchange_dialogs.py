"""Import and export from the window: real files, real projects, and the signals the window waits for."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QListWidgetItem, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.events import drop, settle, type_keys
from gui.walking import assert_accessible
from peyman import exchange
from peyman.core.errors import PeymanError
from peyman.core.project import Project, SetInfo
from peyman.core.schema import Schema
from peyman.exchange import Added, ImportReport, Refused
from peyman.formats import FORMATS, Options
from peyman.gui.article_picker import ArticlePicker
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.export_dialog import ExportDialog
from peyman.gui.fields import FileChooser
from peyman.gui.i18n import Language
from peyman.gui.import_dialog import ImportDialog
from peyman.gui.import_report import MOST_LINES, ImportOutcome
from peyman.gui.import_work import may_hold_annotations
from peyman.gui.tasks import Tasks

DATA = Path(__file__).resolve().parents[1] / "data" / "formats"
RUSSIAN = "Губернатор обещал построить мост.\nСтороны подписали меморандум.\n"


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def window(qapp: QApplication, fonts: None, tasks: Tasks) -> Iterator[QWidget]:
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    settle()


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


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "статья.txt"
    path.write_text(RUSSIAN, encoding="utf-8")
    return path


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


class Chooser(FileChooser):
    """Knows the answers beforehand."""

    def __init__(self, *answers: list[Path]) -> None:
        self.answers = list(answers)

    def files(self, parent: QWidget, title: str, start: Path, kinds: str) -> list[Path]:
        return self.answers.pop(0)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        return self.answers.pop(0)[0]

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self.answers.pop(0)[0]


class Host:
    """Stands for the window: it has the project open, and gives it away as long as the import needs it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.project: Project | None = Project.open(path)
        self.reports: list[ImportReport | None] = []

    def connect(self, dialog: ImportDialog) -> ImportDialog:
        dialog.project_needed.connect(self._close)
        dialog.project_free.connect(self._reopen)
        return dialog

    def open_in_worker(self) -> Project:
        assert threading.current_thread() is not threading.main_thread()
        assert self.project is None
        return Project.open(self.path)

    def _close(self) -> None:
        assert self.project is not None
        self.project.close()
        self.project = None

    def _reopen(self, report: ImportReport | None) -> None:
        self.reports.append(report)
        self.project = Project.open(self.path)  # would fail if the import still held it


@pytest.fixture
def host(project: Path) -> Iterator[Host]:
    host = Host(project)
    yield host
    if host.project is not None:
        host.project.close()


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """Where it is remembered which labels are which."""
    return tmp_path / "maps"


MakeImport = Callable[..., ImportDialog]


@pytest.fixture
def make_import(
    window: QWidget, host: Host, tasks: Tasks, language: Language, schema: Schema, maps: Path
) -> MakeImport:
    def make(
        paths: list[Path],
        opens: Callable[[], Project] = host.open_in_worker,
        chooser: FileChooser | None = None,
        annotators: tuple[str, ...] = ("Sara",),
    ) -> ImportDialog:
        dialog = ImportDialog(
            host.path, paths, tasks, language, window, schema=schema, maps=maps, annotators=annotators,
            chooser=chooser, open_project=opens,
        )  # fmt: skip
        return host.connect(dialog)

    return make


# Import ---------------------------------------------------------------------------------------------------------


def test_texts_come_in_with_one_key(
    make_import: MakeImport, host: Host, article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    empty, twin = tmp_path / "empty.txt", tmp_path / "twin.txt"
    empty.touch()
    twin.write_text(RUSSIAN, encoding="utf-8")
    dialog = make_import([article, twin, empty])
    dialog.open()
    type_keys(QApplication.focusWidget() or dialog, "Enter")
    assert dialog.pages.currentWidget() is dialog.running
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert dialog.pages.currentWidget() is dialog.outcome
    assert dialog.isVisible()
    assert dialog.report is host.reports[0]
    assert host.project is not None
    assert host.project.counts()["documents"] == 1
    text = dialog.outcome.plain()
    for part in ("статья.txt", "Russian", "utf-8", "twin.txt", str(empty)):
        assert part in text
    assert str(dialog.report and dialog.report.refused[0].reason) in text.replace("\u2068", "").replace("\u2069", "")
    # What went wrong stands first, and all of it can be selected.
    assert text.index(str(empty)) < text.index("статья.txt")
    shown = dialog.outcome.text
    shown.selectAll()
    assert "twin.txt" in shown.textCursor().selectedText()
    assert shown.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    type_keys(QApplication.focusWidget() or dialog, "Enter")
    assert closed == [0]


def test_what_may_bring_annotations_asks_whose_they_are(make_import: MakeImport, host: Host, qtbot: QtBot) -> None:
    dialog = make_import([DATA / "full.jsonl"])
    dialog.open()
    assert not dialog.busy
    assert dialog.choice.asks
    assert dialog.choice.annotator is None
    type_keys(dialog.choice.accept_button, "Enter")
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    report = host.reports[0]
    assert report is not None
    assert {entry.annotator for entry in report.sets_added} == {"سارا"}
    assert "gold" in dialog.outcome.plain()


def test_annotations_come_in_under_another_name(
    make_import: MakeImport, host: Host, tmp_path: Path, qtbot: QtBot
) -> None:
    first = (DATA / "full.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.jsonl").write_text(first + "\n", encoding="utf-8")
    dialog = make_import([tmp_path / "in"])
    dialog.open()
    choice = dialog.choice
    click(choice.other)
    assert not choice.accept_button.isEnabled()  # whose?
    choice.name.setEditText("x\ny")
    assert not choice.accept_button.isEnabled()
    assert choice.name_notice.mark.kind == "error"
    choice.name.setEditText(" Мария ")
    assert choice.accept_button.isEnabled()
    click(choice.accept_button)
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert host.project is not None
    assert host.project.annotators == ["Sara", "Мария"]


def dates(host: Host) -> dict[str, object]:
    assert host.project is not None
    documents = map(host.project.document, host.project.document_numbers())
    return {document.name: document.meta.get("date") for document in documents}


def test_articles_get_one_date_that_is_typed_or_picked(
    make_import: MakeImport, host: Host, article: Path, qtbot: QtBot
) -> None:
    dialog = make_import([article])
    dialog.open()
    choice = dialog.choice
    choice.dates.set_way("one")
    assert not choice.accept_button.isEnabled()  # which?
    choice.dates.day.edit.setText("31 ноября 2025")
    assert not choice.accept_button.isEnabled()
    assert choice.dates.notice.mark.kind == "error"
    choice.dates.day.edit.setText("۳۰ آبان ۱۴۰۴")
    assert choice.accept_button.isEnabled()
    choice.dates.day.setFocus()
    type_keys(choice.dates.day.edit, "F4")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    type_keys(popup.view, "Left Enter")
    assert choice.dates.day.edit.text() == "20 November 2025"
    click(choice.accept_button)
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert dates(host) == {"статья.txt": "2025-11-20"}


def test_dates_read_from_the_text_are_shown_before_they_are_set(
    make_import: MakeImport, host: Host, tmp_path: Path, qtbot: QtBot
) -> None:
    texts = {"a": "تهران، ۳۰ آبان ۱۴۰۴. متن خبر.", "b": "Баку, 5 марта 2024 года. Текст.", "c": "بی‌تاریخ"}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    dialog = make_import([tmp_path / f"{name}.txt" for name in "abc"])
    dialog.open()
    dialog.choice.dates.set_way("text")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.dates, timeout=60_000)
    assert host.reports == []  # nothing is settled yet
    assert dialog.dates.dates == {"a.txt": date(2025, 11, 21), "b.txt": date(2024, 3, 5)}
    assert "۳۰ آبان ۱۴۰۴" in (dialog.dates.list.item(0) or QListWidgetItem()).text()
    type_keys(dialog.dates.list, "Down Space")
    assert set(dialog.dates.dates) == {"a.txt"}
    click(dialog.dates.accept)
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert dates(host) == {"a.txt": "2025-11-21", "b.txt": None, "c.txt": None}


def test_dates_that_are_not_confirmed_stay_unknown(
    make_import: MakeImport, host: Host, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.txt").write_text("تهران، ۳۰ آبان ۱۴۰۴. متن خبر.", encoding="utf-8")
    dialog = make_import([tmp_path / "a.txt"])
    dialog.open()
    dialog.choice.dates.set_way("text")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.dates, timeout=60_000)
    type_keys(dialog.dates.list, "Esc")
    assert len(host.reports) == 1
    assert dialog.isVisible()
    assert dates(host) == {"a.txt": None}


def test_files_and_folders_are_chosen_dropped_and_removed(
    make_import: MakeImport, article: Path, tmp_path: Path
) -> None:
    dialog = make_import([], chooser=Chooser([article, DATA / "full.jsonl"], [DATA], []))
    dialog.open()
    choice = dialog.choice
    assert not dialog.busy
    assert not choice.accept_button.isEnabled()
    click(choice.add_files)
    click(choice.add_folder)
    click(choice.add_files)  # called off
    assert drop(choice.list.viewport(), str(article), str(tmp_path), "https://example.org/a")
    assert choice.paths == [article, DATA / "full.jsonl", DATA, tmp_path]
    assert not choice.remove.isEnabled()
    for row in (1, 3):
        item = choice.list.item(row)
        assert item is not None
        item.setSelected(True)
    click(choice.remove)
    assert choice.paths == [article, DATA]
    assert choice.list.count() == 2
    assert choice.accept_button.isEnabled()


@pytest.mark.parametrize(
    ("name", "may"), [("a.txt", False), ("A.TXT", False), ("a.jsonl", True), ("folder", True), ("*.txt*", True)]
)
def test_files_that_may_hold_annotations_are_known_by_name(name: str, may: bool) -> None:
    assert may_hold_annotations(Path(name)) is may


def test_stopping_keeps_what_came_in_and_the_dialog_waits(
    make_import: MakeImport, host: Host, article: Path, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def opens() -> Project:
        assert gate.wait(60)
        return host.open_in_worker()

    dialog = make_import([article], opens)
    dialog.open()
    dialog.start()
    assert dialog.busy
    type_keys(dialog.running.stop, "Esc")
    dialog.close()
    dialog.start()  # a second time does nothing
    settle()
    assert dialog.isVisible()
    assert not dialog.running.stop.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    report = host.reports[0]
    assert report is not None
    assert report.cancelled
    assert len(host.reports) == 1
    assert dialog.outcome.notice.mark.kind == "warning"
    assert host.project is not None
    assert host.project.counts()["documents"] == 0
    dialog.close()
    assert not dialog.isVisible()


def test_a_project_that_cannot_be_opened_is_told(
    make_import: MakeImport, host: Host, article: Path, qtbot: QtBot
) -> None:
    def opens() -> Project:
        raise PeymanError("project_locked", path="x.peyman")

    dialog = make_import([article], opens)
    dialog.open()
    dialog.start()
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert host.reports == [None]
    assert dialog.report is None
    assert "x.peyman" in dialog.outcome.notice.text
    assert dialog.outcome.notice.mark.kind == "error"


@pytest.mark.parametrize("code", ["fa", "en"])
def test_a_long_report_is_cut_on_screen_but_copied_whole(fonts: None, language: Language, code: str) -> None:
    language.install(code)
    count = MOST_LINES + 7
    report = ImportReport(
        added=[Added("f", f"خبر {n}.txt", "t", "fa", "utf-8", n, "old.txt" if n == 0 else "") for n in range(count)],
        refused=[Refused("/x/bad.txt", PeymanError("text_empty", where="bad.txt"))],
    )
    page = ImportOutcome(language)
    page.show_report(report)
    last = f"خبر {count - 1}.txt"
    shown = page.text.toPlainText()
    assert last not in shown
    assert language.digits(7) in shown.splitlines()[-1]
    click(page.copy)
    copied = QGuiApplication.clipboard().text()
    assert last in copied
    assert "old.txt" in copied
    assert copied.index("/x/bad.txt") < copied.index("خبر 0.txt")
    # Every line begins at the leading side, whatever it begins with.
    rtl = Qt.LayoutDirection.RightToLeft if code == "fa" else Qt.LayoutDirection.LeftToRight
    block = page.text.document().begin()
    while block.isValid():
        assert block.blockFormat().layoutDirection() == rtl
        block = block.next()


def test_how_far_it_is_shows_in_the_digits_of_the_window(
    make_import: MakeImport, host: Host, language: Language, article: Path, qtbot: QtBot
) -> None:
    language.install("fa")
    dialog = make_import([article])
    formats: set[str] = set()
    dialog.running.bar.valueChanged.connect(lambda _value: formats.add(dialog.running.bar.format()))
    dialog.open()
    dialog.start()
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert dialog.running.bar.format() == dialog.running.tr("{done} of {total}").format(done="۱", total="۱")


# Export ---------------------------------------------------------------------------------------------------------


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
        assert not dialog.export_button.isEnabled()  # nothing is known yet
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
    assert not export.export_button.isEnabled()
    assert export.focusWidget() is export.close_button
    click(export.folder_button)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_what_would_be_lost_is_counted_before_anything_is_written(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    before = set(tmp_path.iterdir())
    choose(export, "csv")
    assert not export.export_button.isEnabled()
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
    assert not export.export_button.isEnabled()
    assert_accessible(export)
    type_keys(export.agreed, "Space")
    assert export.export_button.isEnabled()
    click(export.export_button)
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
    assert not export.export_button.isEnabled()
    choose(export, "jsonl")
    counted(tasks, qtbot)
    assert not export.agreed.isVisible()  # nothing is lost
    assert export.export_button.isEnabled()


def test_what_can_be_chosen_about_a_format_is_a_row_each(
    export: ExportDialog, full: Path, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
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
    click(export.export_button)
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
    click(export.export_button)
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
    click(dialog.export_button)
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
    click(export.export_button)
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
    assert export.export_button.isEnabled()


def test_every_option_of_every_format_has_a_name_in_the_window() -> None:
    for known in FORMATS:
        for option in known.options:
            assert option.title, f"{known.name}: {option.name}"


def test_one_person_or_gold_alone(export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    export.whose.setCurrentIndex(export.whose.findData("gold"))
    counted(tasks, qtbot)
    click(export.export_button)
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
        assert not export.export_button.isEnabled()
        assert export.file_notice.mark.kind == "error"
        assert says in export.file_notice.text
    export.file.edit.clear()
    assert not export.export_button.isEnabled()
    there = tmp_path / "there.jsonl"
    there.touch()
    export.file.set_path(there)
    assert export.export_button.isEnabled()
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
    assert not export.export_button.isEnabled()
    export.file.set_path(tmp_path / "project-brat")
    assert export.file_notice.mark.kind == "error"
    (tmp_path / "project-brat" / "mine.txt").unlink()
    export.file.set_path(tmp_path / "other-brat")
    type_keys(export.agreed, "Space")
    assert export.export_button.isEnabled()
    click(export.export_button)
    counted(tasks, qtbot)
    assert (tmp_path / "other-brat" / "annotation.conf").is_file()
    assert not export.export_button.isEnabled()
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
    click(export.export_button)
    counted(tasks, qtbot)
    export.file.set_path(tmp_path / "second.jsonl")
    assert export.export_button.isEnabled()
    click(export.export_button)
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
    click(export.export_button)
    assert at_work.wait(60)
    export.close()
    assert export.isVisible()
    assert not export.stop_button.isEnabled()
    gate.set()
    counted(tasks, qtbot)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("project.peyman")] == []
    assert export.notice.mark.kind == "warning"
    assert export.export_button.isEnabled()
    export.close()
    assert not export.isVisible()


def test_a_disk_that_refuses_is_told_and_the_choice_stays(
    export: ExportDialog, tasks: Tasks, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "project.jsonl"))

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "export", refuse)
        click(export.export_button)
        counted(tasks, qtbot)
    assert export.notice.mark.kind == "error"
    assert "project.jsonl" in export.notice.text
    assert export.export_button.isEnabled()
    click(export.export_button)
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
    assert not dialog.export_button.isEnabled()
    assert dialog.notice.mark.kind == "error"


def test_buttons_of_the_dialogs_have_no_second_default(export: ExportDialog) -> None:
    defaults = [b.text() for b in export.findChildren(QPushButton) if b.isDefault()]
    assert defaults == [export.export_button.text()]
    assert isinstance(export.buttons, QDialogButtonBox)
