"""Importing articles: what is to come in, how far it is, and what became of every file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QGuiApplication, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.exchange import DateProposal, Dating, ImportReport
from peyman.formats import FORMATS, named_by
from peyman.gui.dialogs import problem_of_name
from peyman.gui.fields import Dialog, FileChooser, NameBox, documents_folder, plain_buttons, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.import_dates import DateChoice, DateProposals
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Cancelled, Progress, Task, Tasks
from peyman.gui.theme import icon
from peyman.gui.wording import language_words

OpenProject: TypeAlias = Callable[[], Project]
MOST_LINES = 500  # of one group of the report on screen; the copy has them all


def run_import(
    progress: Progress,
    open_project: OpenProject,
    paths: Sequence[Path],
    annotator: str | None,
    dating: Dating | None = None,
    read_dates: bool = False,
) -> tuple[ImportReport, list[DateProposal]]:
    """Import in a worker thread. When the person stops it, the report tells what had come in before.

    With `read_dates`, also return the days that the new articles name in their text.
    """

    def tell(done: int, total: int, name: str) -> None:
        progress.total = total
        with contextlib.suppress(Cancelled):  # the import asks by itself, and then still reports
            progress.step(done - progress.done, name)

    with open_project() as project:
        report = exchange.import_paths(
            project, paths, annotator=annotator, dating=dating, progress=tell, cancelled=lambda: progress.cancelled
        )
        names = [added.name for added in report.added] if read_dates else []
        return report, exchange.proposed_dates(project, names)


def run_dating(_progress: Progress, open_project: OpenProject, dates: Mapping[str, date]) -> int:
    """Give articles their dates in a worker thread; return how many got one."""
    with open_project() as project:
        return exchange.set_dates(project, dates)


def may_hold_annotations(path: Path) -> bool:
    """Tell by its name whether a file may bring more than a text; a folder and a pattern may."""
    known = named_by(path)
    return known is None or bool(known.holds - {"texts", "metadata"})


class ImportDialog(Dialog):
    """Chooses what to import (or is given it), imports it off the window's thread, and reports.

    The import needs the project for itself: `project_needed` is the moment to close it, `project_free` the
    moment to open it again; between them the dialog cannot be closed, only stopped.

    Signals:
        project_needed(): `open_project` is about to be called, in another thread.
        project_free(object): the project is closed again; carries the ImportReport, or None if it failed.

    Attributes:
        report: what happened; None before the end, or if nothing could happen.
    """

    project_needed = Signal()
    project_free = Signal(object)

    def __init__(
        self,
        paths: Sequence[Path],
        open_project: OpenProject,
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        annotators: Sequence[str] = (),
        chooser: FileChooser | None = None,
    ) -> None:
        """`annotators` are names to offer as whose the annotations are."""
        super().__init__(parent)
        self.report: ImportReport | None = None
        self._open_project = open_project
        self._tasks = tasks
        self._language = language
        self._task: Task | None = None
        self.setWindowTitle(self.tr("Import articles"))
        self.choice = ImportChoice(annotators, chooser or FileChooser(), language)
        self.running = ImportProgress(language)
        self.dates = DateProposals(language.code)
        self.outcome = ImportOutcome(language)
        self.pages = QStackedWidget()
        for page in (self.choice, self.running, self.dates, self.outcome):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.addWidget(self.pages)
        self.choice.accept_button.setDefault(True)  # only now does it know its dialog
        self.resize(640, 460)
        self.choice.changed.connect(self._check)
        self.choice.buttons.accepted.connect(self.start)
        self.choice.buttons.rejected.connect(self.reject)
        self.running.stop.clicked.connect(self.stop)
        self.outcome.buttons.rejected.connect(self.reject)
        self.dates.confirmed.connect(self._set_dates)
        self.dates.skipped.connect(self._finish)
        self.choice.add(paths)
        self._check()
        (self.choice.accept_button if paths else self.choice.add_files).setFocus()

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self) -> None:
        """Import what is chosen."""
        if self.busy or not self.choice.ready:
            return
        self.pages.setCurrentWidget(self.running)
        self.running.stop.setFocus()
        self.project_needed.emit()
        self._task = self._tasks.run(
            run_import,
            self._open_project,
            self.choice.paths,
            self.choice.annotator,
            self.choice.dates.dating,
            self.choice.dates.way == "text",
            on_done=self._done,
            on_error=self._failed,
            on_progress=self.running.show_progress,
            on_cancelled=lambda: self._done((ImportReport(cancelled=True), [])),
        )

    def stop(self) -> None:
        """Ask the import to stop; what came in stays."""
        if self._task is not None:
            self._task.cancel()
            self.running.show_stopping()

    def reject(self) -> None:
        """Close; while the import runs, stop it instead; while dates are asked, leave them unknown."""
        if self.busy:
            self.stop()
        elif self.pages.currentWidget() is self.dates:
            self._finish()
        else:
            super().reject()

    def _done(self, done: tuple[ImportReport, list[DateProposal]]) -> None:
        self.report, proposals = done
        self._task = None
        if proposals:
            self.pages.setCurrentWidget(self.dates)
            self.dates.show_proposals(proposals)
        else:
            self._finish()

    def _set_dates(self) -> None:
        """Write the days that were confirmed, then report."""
        if self.busy:
            return
        self.pages.setCurrentWidget(self.running)
        self._task = self._tasks.run(
            run_dating, self._open_project, self.dates.dates, on_done=self._finish, on_error=self._failed
        )

    def _finish(self, dated: int = 0) -> None:
        """Report, and give the project back; so many articles got a date that was confirmed."""
        assert self.report is not None
        self._task = None
        self.outcome.show_report(self.report, dated)
        self._show_result()
        self.project_free.emit(self.report)

    def _failed(self, error: PeymanError) -> None:
        self._task = None
        self.outcome.show_error(word(error))
        self._show_result()
        self.project_free.emit(None)

    def _show_result(self) -> None:
        self.pages.setCurrentWidget(self.outcome)
        self.outcome.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _check(self) -> None:
        self.choice.accept_button.setEnabled(self.choice.ready)


class ImportChoice(QWidget):
    """The first page: files and folders, and whose their annotations are."""

    changed = Signal()

    def __init__(self, annotators: Sequence[str], chooser: FileChooser, language: Language) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._chooser = chooser
        self.paths: list[Path] = []
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Files and folders to import"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemSelectionChanged.connect(self._check)
        self.add_files = QPushButton(self.tr("Add &files…"))
        self.add_folder = QPushButton(self.tr("Add a f&older…"))
        self.remove = QPushButton(self.tr("&Remove"))
        row = QHBoxLayout()
        for button, slot in (
            (self.add_files, self._choose_files),
            (self.add_folder, self._choose_folder),
            (self.remove, self._remove),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self.named = QRadioButton(self.tr("of those &named in the files"))
        self.named.setChecked(True)
        self.other = QRadioButton(self.tr("of this &person:"))
        self.name = NameBox(annotators)
        self.name.setAccessibleName(self.tr("Annotator"))
        self.name_notice = Notice()
        self.dates = DateChoice(language.code)
        self._question = QWidget()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        plain_buttons(self.buttons)
        self._lay_out(row)
        self.named.toggled.connect(self._check)
        self.name.currentTextChanged.connect(self._take_name)
        self.dates.changed.connect(self._check)

    def _lay_out(self, row: QHBoxLayout) -> None:
        person = QHBoxLayout()
        person.addWidget(self.other)
        person.addWidget(self.name, 1)
        question = QVBoxLayout(self._question)
        question.setContentsMargins(0, 6, 0, 0)
        question.addWidget(QLabel(self.tr("Annotations that come along are")))
        question.addWidget(self.named)
        question.addLayout(person)
        question.addWidget(self.name_notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Import articles")))
        endings = ", ".join(f"*{ending}" for known in FORMATS if known.read for ending in known.extensions)
        explanation = self.tr(
            "Choose files or folders, or drop them here ({kinds}). "
            "An article that is in the project already does not come in twice."
        )
        column.addWidget(quiet(explanation.format(kinds=f"\u2066{endings}\u2069")))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.dates)
        column.addWidget(self._question)
        column.addWidget(self.buttons)

    @property
    def asks(self) -> bool:
        """Whether what was chosen may bring annotations."""
        return any(may_hold_annotations(path) for path in self.paths)

    @property
    def annotator(self) -> str | None:
        """Whose the annotations are to be; None: whoever the files name."""
        return self.name.name if self.asks and self.other.isChecked() else None

    @property
    def ready(self) -> bool:
        named = self.annotator is None or problem_of_name(self.annotator) is None
        return bool(self.paths) and named and self.dates.ready

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the list, each once."""
        for path in paths:
            if path not in self.paths:
                self.paths.append(path)
                # An isolate keeps a path from being turned round in a right-to-left list.
                item = QListWidgetItem(icon("open" if path.is_dir() else "new"), f"\u2066{path}\u2069")
                item.setToolTip(str(path))
                self.list.addItem(item)
        self._check()

    def _remove(self) -> None:
        for row in sorted((index.row() for index in self.list.selectedIndexes()), reverse=True):
            self.list.takeItem(row)
            del self.paths[row]
        self._check()

    def _choose_files(self) -> None:
        endings = " ".join(f"*{ending}" for known in FORMATS if known.read for ending in known.extensions)
        kinds = self.tr("Articles ({pattern})").format(pattern=endings) + ";;" + self.tr("All files (*)")
        self.add(self._chooser.files(self, self.tr("Files to import"), self._start(), kinds))

    def _choose_folder(self) -> None:
        if folder := self._chooser.folder(self, self.tr("Folder to import"), self._start()):
            self.add([folder])

    def _start(self) -> Path:
        """Where to look for more: beside what was chosen last."""
        return self.paths[-1].parent if self.paths else documents_folder()

    def _take_name(self) -> None:
        self.other.setChecked(True)
        self._check()

    def _check(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedIndexes()))
        self._question.setVisible(self.asks)
        problem = problem_of_name(self.annotator) if self.annotator else None
        if problem:
            self.name_notice.say("error", word(problem))
        elif self.annotator == "":
            self.name_notice.say("info", self.tr("Write whose they are."))
        else:
            self.name_notice.hush()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class ImportProgress(QWidget):
    """The second page: how far it is."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.file = QLabel(self.tr("Opening the project…"))
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.stop = QPushButton(self.tr("&Stop"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(titled(self.tr("Importing…")))
        column.addWidget(self.bar)
        column.addWidget(self.file)
        column.addStretch(1)
        column.addLayout(row)

    def show_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        done, total = self._language.digits(progress.done), self._language.digits(progress.total)
        self.bar.setFormat(self.tr("{done} of {total}").format(done=done, total=total))
        if progress.note:
            self.file.setText(self.tr("Reading {file}").format(file=f"\u2068{progress.note}\u2069"))

    def show_stopping(self) -> None:
        self.stop.setEnabled(False)
        self.file.setText(self.tr("Stopping after this article; what came in stays…"))


class ImportOutcome(QWidget):
    """The last page: what became of every file, as text to select and to copy."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.title = titled("")
        self.notice = Notice()
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Report of the import"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self.buttons.addButton(self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        plain_buttons(self.buttons)
        self._groups: list[tuple[str, list[str]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        column.addWidget(self.buttons)

    def sizeHint(self) -> QSize:
        return QSize(560, 360)

    def show_error(self, sentence: str) -> None:
        self.title.setText(self.tr("Nothing was imported"))
        self.notice.say("error", sentence)
        self.text.hide()
        self.copy.hide()

    def show_report(self, report: ImportReport, dated: int = 0) -> None:
        """Show a report; so many of the articles got a date that was read from their text."""
        self.title.setText(self._headline(report))
        if report.cancelled:
            self.notice.say("warning", self.tr("Stopped before the end. What had come in by then stays."))
        elif report.refused:
            refused = self.tr("%Ln file(s) could not be read; why stands below.", "", len(report.refused))
            self.notice.say("warning", refused)
        else:
            read = self.tr("Every file was read.")
            days = self.tr("%Ln article(s) got the date that you confirmed.", "", dated) if dated else ""
            self.notice.say("done", f"{read} {days}".strip())
        self._groups = self._group(report)
        self._write()
        self.copy.setEnabled(bool(self._groups))

    def plain(self) -> str:
        """Return the whole report as plain text."""
        return "\n\n".join("\n".join([heading, *lines]) for heading, lines in self._groups) + "\n"

    def _headline(self, report: ImportReport) -> str:
        articles = self.tr("%Ln article(s) added", "", len(report.added))
        if not report.sets_added:
            return articles
        sets = self.tr("%Ln annotation set(s)", "", len(report.sets_added))
        return self.tr("{articles}, {sets}").format(articles=articles, sets=sets)

    def _group(self, report: ImportReport) -> list[tuple[str, list[str]]]:
        """Return headings with their lines; what needs the person comes first, empty groups are left out."""
        digits = self._language.digits
        comma = "، " if self._language.code == "fa" else ", "

        def isolated(text: str) -> str:
            return f"\u2068{text}\u2069"

        added = self.tr("{name}: {language}, {encoding}, {tokens} tokens")
        renamed = self.tr("{line} (called {other} in the file)")
        same = self.tr("{name}: the same text as {other}")
        owned = self.tr("{name}: by {annotator}")
        kept = self.tr("{name}: the file says something else about {fields}; the project's was kept")

        def added_line(entry: exchange.Added) -> str:
            line = added.format(
                name=isolated(entry.name),
                language=language_words(entry.language),
                encoding=isolated(entry.encoding),
                tokens=digits(entry.tokens),
            )
            return renamed.format(line=line, other=isolated(entry.name_in_file)) if entry.name_in_file else line

        def owner_line(entry: exchange.SetEntry) -> str:
            annotator = isolated(entry.annotator)
            if entry.kind == "gold":
                annotator = self.tr("{name} (gold)").format(name=annotator)
            return owned.format(name=isolated(entry.document), annotator=annotator)

        groups: list[tuple[str, list[str]]] = [
            (self.tr("Refused"), [f"\u2066{e.file}\u2069\n{word(e.reason)}" for e in report.refused]),
            (self.tr("Added"), [added_line(e) for e in report.added]),
            (self.tr("Annotations added"), [owner_line(e) for e in report.sets_added]),
            (
                self.tr("In the project already"),
                [same.format(name=isolated(e.name), other=isolated(e.same_as)) for e in report.duplicates],
            ),
            (self.tr("Annotations that were there already"), [owner_line(e) for e in report.sets_there]),
            (
                self.tr("Differing fields"),
                [
                    kept.format(name=isolated(e.document), fields=comma.join(map(isolated, e.fields)))
                    for e in report.kept
                ],
            ),
        ]
        return [(f"{heading} ({digits(len(lines))})", lines) for heading, lines in groups if lines]

    def _write(self) -> None:
        """Lay the groups out, everything from the leading side of the window."""
        self.text.clear()
        cursor = self.text.textCursor()
        heading_block, line_block = QTextBlockFormat(), QTextBlockFormat()
        direction = Qt.LayoutDirection.RightToLeft if self._language.rtl else Qt.LayoutDirection.LeftToRight
        for block in (heading_block, line_block):
            block.setLayoutDirection(direction)
            block.setBottomMargin(4)
        heading_block.setTopMargin(8)
        bold, normal = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for number, (heading, lines) in enumerate(self._groups):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(heading_block)
            cursor.insertText(heading, bold)
            for line in lines[:MOST_LINES]:
                cursor.insertBlock(line_block)
                cursor.insertText(line.replace("\n", "\u2028"), normal)
            if len(lines) > MOST_LINES:
                cursor.insertBlock(line_block)
                rest = len(lines) - MOST_LINES
                cursor.insertText(self.tr("… and %Ln more; the copy has them all.", "", rest), normal)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.plain())
