"""Importing from the window: real files, real projects, and the signals the window waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from gui.events import drop, settle, type_keys
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import Added, ImportReport, Refused
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.fields import FileChooser
from peyman.gui.i18n import Language
from peyman.gui.import_dialog import ImportDialog
from peyman.gui.import_files import FileList
from peyman.gui.import_report import MOST_LINES, ImportOutcome, ImportProgress
from peyman.gui.import_work import Wanted, may_hold_annotations, run_import, survey
from peyman.gui.tasks import Progress, Tasks

DATA = Path(__file__).resolve().parents[1] / "data" / "formats"
RUSSIAN = "Губернатор обещал построить мост.\nСтороны подписали меморандум.\n"


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


def test_when_dates_cannot_be_set_what_came_in_is_reported_all_the_same(
    make_import: MakeImport, host: Host, tmp_path: Path, qtbot: QtBot
) -> None:
    opened: list[Project] = []

    def opens() -> Project:
        if opened:
            raise PeymanError("project_locked", path="x.peyman")
        opened.append(host.open_in_worker())
        return opened[0]

    (tmp_path / "a.txt").write_text("تهران، ۳۰ آبان ۱۴۰۴. متن خبر.", encoding="utf-8")
    dialog = make_import([tmp_path / "a.txt"], opens)
    dialog.open()
    dialog.choice.dates.set_way("text")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.dates, timeout=60_000)
    click(dialog.dates.accept)
    qtbot.waitUntil(lambda: bool(host.reports), timeout=60_000)
    assert host.reports == [dialog.report]
    assert dates(host) == {"a.txt": None}
    assert "a.txt" in dialog.outcome.plain()
    assert "1 article" in dialog.outcome.title.text()
    assert dialog.outcome.notice.mark.kind == "error"
    assert "x.peyman" in dialog.outcome.notice.text


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


def test_a_file_that_cannot_be_read_counts_only_as_that(
    make_import: MakeImport, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(f"Article {name}.", encoding="utf-8")
    (folder / "c.txt").touch()
    dialog = make_import([folder])
    qtbot.waitUntil(lambda: dialog._survey is not None, timeout=60_000)
    (survey,) = filter(None, [dialog._survey])
    assert {seen.format.name for seen in survey.files if seen.format} == {"text"}
    item = dialog.choice.list.item(0)
    assert item is not None
    assert item.text().splitlines()[1] == "\u2066text\u2069 (2), 1 cannot be read"


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


@pytest.mark.parametrize(("code", "words"), [("fa", "۱۲۳۴ مقاله خوانده شد"), ("ru", "Прочитано 1234 статьи")])
def test_within_one_file_the_articles_are_counted(fonts: None, language: Language, code: str, words: str) -> None:
    language.install(code)
    page = ImportProgress(language)
    page.begin(looking=False)
    progress = Progress()
    progress.begin(1, "all.jsonl")
    progress.count(1234)
    page.show_progress(progress)
    assert page.count.text() == words
    assert page.bar.maximum() == 0  # one file has no halves
    progress.step(1)
    page.show_progress(progress)
    assert (page.bar.value(), page.bar.maximum()) == (1, 1)
    page.begin(looking=True)
    assert page.count.text() == ""


def test_both_looking_and_importing_tell_how_many_articles_have_come(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "all.csv"
    table.write_text("text\nOne.\nTwo.\nOne.\n", encoding="utf-8")
    looking, importing = Progress(), Progress()
    (seen,) = survey(looking, project, Wanted((table,))).files
    run_import(importing, lambda: Project.open(project), Wanted((table,)))
    assert looking.arrived == importing.arrived == seen.articles == 2  # one of them twice


def test_how_many_articles_were_found_so_far_is_told_while_looking(
    make_import: MakeImport, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "all.csv").write_text("text\n" + "".join(f"Article {n}.\n" for n in range(300)), encoding="utf-8")
    dialog = make_import([tmp_path / "all.csv"])
    progress = Progress()
    progress.count(1234)
    dialog._show_looking(progress)
    assert dialog.choice.notice.text == "Looking through the files… 1234 articles so far"
    dialog.open()
    qtbot.waitUntil(lambda: dialog._survey is not None, timeout=60_000)
    assert dialog.choice.notice.text == "To come: 300 articles."


# Room ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["fa", "ru"])
@pytest.mark.parametrize("size", [(720, 620), (800, 560)])
def test_files_and_texts_have_room_and_options_scroll(
    make_import: MakeImport, fonts: None, language: Language, qtbot: QtBot, size: tuple[int, int], code: str
) -> None:
    language.install(code)
    dialog = make_import([DATA / "articles" / "news.csv", DATA / "full.jsonl"])
    dialog.open()
    qtbot.waitUntil(lambda: dialog._look is None and dialog._survey is not None, timeout=60_000)
    assert dialog.height() <= 600  # small screens have no more
    dialog.resize(*size)
    settle()
    assert dialog.size().toTuple() == size  # it asks for no more
    choice = dialog.choice
    for pane in (choice.list, choice.preview):
        assert pane.viewport().height() >= 8 * pane.fontMetrics().lineSpacing()
    # Tab brings every option into sight.
    choice.format.setFocus()
    for field in (*choice.options.fields.values(), choice.dates.ways, choice.named):
        type_keys(QApplication.focusWidget() or dialog, "Tab")
        settle()
        assert QApplication.focusWidget() is field
        assert field.visibleRegion().boundingRect().height() == field.height()


def test_few_options_leave_the_room_to_the_files(
    make_import: MakeImport, article: Path, fonts: None, qtbot: QtBot
) -> None:
    dialog = make_import([article])
    dialog.open()
    qtbot.waitUntil(lambda: dialog._look is None and dialog._survey is not None, timeout=60_000)
    dialog.resize(720, 620)
    settle()
    assert not dialog.choice.options.isVisible()  # a text has none
    assert dialog.choice.list.height() > dialog.height() / 2


def painted(view: FileList, row: int) -> tuple[QImage, QImage]:
    """The upper and the lower half of a row: the name and what it is, and the folder."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rect = view.visualItemRect(view.item(row) or QListWidgetItem())
    upper = image.copy(rect.adjusted(0, 0, 0, -rect.height() // 2))
    return upper, image.copy(rect.adjusted(0, rect.height() // 2 + 2, 0, 0))


@pytest.mark.parametrize("code", ["fa", "en"])
def test_a_long_folder_does_not_hide_the_name(
    qtbot: QtBot, fonts: None, language: Language, tmp_path: Path, code: str
) -> None:
    language.install(code)
    deep = tmp_path.joinpath(*(f"a very long folder {n}" for n in range(9)))
    view = FileList()
    qtbot.addWidget(view)
    for folder in (tmp_path, deep, tmp_path.with_name("x") / ("other " * 60)):
        view.add(folder / "خبر.txt")
    view.resize(320, 300)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whose frame is no part of the name
    view.show()
    settle()
    uppers, lowers = zip(*(painted(view, row) for row in range(3)), strict=True)
    assert uppers[0] == uppers[1] == uppers[2]
    assert lowers[0] != lowers[1] != lowers[2]
    item = view.item(1)
    assert item is not None
    assert item.text() == "\u2066خبر.txt\u2069"
    told = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(deep) in told
    assert str(deep) in item.toolTip()
    view.tell(1, deep / "خبر.txt", "cannot be read", refused=True)
    settle()
    assert painted(view, 1)[0] != uppers[1]
    assert "cannot be read" in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_any_of_many_files_shows_how_it_begins(
    make_import: MakeImport, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"Title {number}\n\nA text.", encoding="utf-8")
    dialog = make_import(sorted(tmp_path.glob("*.txt")))
    dialog.open()
    qtbot.waitUntil(lambda: dialog._look is None and dialog._survey is not None, timeout=60_000)
    shown = dialog.choice.preview
    assert "Title 0" in shown.toPlainText()
    assert "Title 27" not in shown.toPlainText()
    dialog.choice.list.setFocus()
    type_keys(dialog.choice.list, "End")
    type_keys(dialog.choice.list, "Up Up")
    settle()
    assert shown.toPlainText().startswith("Title 27")
    assert "4 words" in shown.toPlainText()
    assert "Title 0" not in shown.toPlainText()
