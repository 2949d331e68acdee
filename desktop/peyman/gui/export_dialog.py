"""Exporting: in which format, whose annotations, and what that format cannot hold, told before anything is written."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.edits import shorten
from peyman.core.errors import MESSAGES, PeymanError
from peyman.core.project import Project, SetInfo
from peyman.exchange import ExportReport
from peyman.formats import FORMATS, Format, Loss
from peyman.formats.base import loses_nothing
from peyman.gui.fields import Dialog, FileChooser, Form, PathField, plain_buttons, quiet, titled, towards
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.wording import tool_tip

EXAMPLE = 72  # code points

OpenUrl: TypeAlias = Callable[[QUrl], bool]


# Work in another thread -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Holdings:
    """Whose annotations a project has, in annotation sets that say something."""

    total: int = 0
    gold: int = 0
    by_annotator: Counter[str] = field(default_factory=Counter)


class _WatchedProject(Project):
    """A project that tells of every document it is asked about, and stops there when the person wants to."""

    progress: Progress | None = None

    def set_infos(self, document_number: int) -> list[SetInfo]:
        if self.progress is not None:
            self.progress.step()
        return super().set_infos(document_number)


@contextlib.contextmanager
def _opened(path: Path, progress: Progress, passes: int) -> Iterator[Project]:
    """Open a project for reading, which the window may have open as well."""
    with _WatchedProject.open(path, read_only=True) as project:
        progress.begin(passes * project.counts()["documents"])
        project.progress = progress
        yield project


def holdings(progress: Progress, path: Path) -> Holdings:
    """Count whose annotations there are."""
    gold = total = 0
    by_annotator: Counter[str] = Counter()
    with _opened(path, progress, 1) as project:
        for number in project.document_numbers():
            for info in project.set_infos(number):
                if info.state != "new" or info.entities or info.commitments:
                    total += 1
                    gold += info.kind == "gold"
                    by_annotator[info.annotator] += 1
    return Holdings(total, gold, by_annotator)


def plan_export(progress: Progress, path: Path, chosen: Format, which: str) -> ExportReport:
    """Do everything but write: count what an export would hold and what it would lose."""
    with _opened(path, progress, 1) as project:
        return exchange.plan_export(project, chosen.name, which)


def run_export(progress: Progress, path: Path, out: Path, chosen: Format, which: str) -> ExportReport:
    """Export; a file that was there stays as it was until the new one is whole."""
    with _opened(path, progress, 1 if chosen.plan is loses_nothing else 2) as project:
        try:
            return exchange.export(project, out, chosen.name, which)
        except OSError as error:
            raise exchange.worded(error, out) from error


def ending_of(chosen: Format) -> str:
    """Return what the name of a file in this format usually ends in, or that of a folder of such files."""
    return f"-{chosen.name}" if chosen.write is None else chosen.extensions[0]


# The dialog -----------------------------------------------------------------------------------------------------


class ExportDialog(Dialog):
    """One form: format, whose annotations, file; below it what would be lost, later what was written.

    It reads the project through a connection of its own, so the window keeps its.

    Signals:
        exported(object): an ExportReport; the file is written.
    """

    exported = Signal(object)

    def __init__(
        self,
        project: Path,
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        chooser: FileChooser | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        """`project` is the file of a project that is open."""
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._language = language
        self._chooser = chooser or FileChooser()
        self._open_url = open_url
        self._formats = [known for known in FORMATS if known.is_writable]
        self._task: Task | None = None
        self._writing = False
        self._planned: ExportReport | None = None
        self._suggested: Path | None = None
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(600)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self.export_button.setDefault(True)  # only now does it know its dialog
        self.format.currentIndexChanged.connect(self._choose_format)
        self.whose.currentIndexChanged.connect(lambda _index: self._plan())
        self.file.changed.connect(self._check)
        self.file.browse_requested.connect(self._browse)
        self._describe()
        self._run(holdings, self._project, done=self._show_holdings)

    def _make_fields(self) -> None:
        self.format = QComboBox()
        for known in self._formats:
            title = QCoreApplication.translate("formats", known.title)
            self.format.addItem(self.tr("{title} ({name})").format(title=title, name=known.name), known.name)
        self.example = quiet("")
        self.example.setWordWrap(False)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.whose = QComboBox()
        self.whose.addItem(self.tr("Everybody"), "all")
        self.file = PathField()
        self.file_notice = Notice()
        self.losses = QLabel()
        self.losses.setWordWrap(True)
        self.losses.setTextFormat(Qt.TextFormat.PlainText)
        self.losses.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice = Notice()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.hide()

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole
        self.export_button = self.buttons.addButton(self.tr("&Export"), role.AcceptRole)
        self.stop_button = self.buttons.addButton(self.tr("&Stop"), role.ActionRole)
        self.folder_button = self.buttons.addButton(self.tr("Show the &folder"), role.ActionRole)
        for button in (self.stop_button, self.folder_button):
            button.setAutoDefault(False)
            button.hide()
        plain_buttons(self.buttons)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.stop_button.clicked.connect(self.stop)
        self.folder_button.clicked.connect(self._show_folder)

    def _lay_out(self) -> None:
        form = Form()
        rows: tuple[tuple[str, QWidget, tuple[QWidget, ...]], ...] = (
            (self.tr("For&mat"), self.format, (self.example,)),
            (self.tr("&Annotations of"), self.whose, ()),
            (self.tr("F&ile"), self.file, (self.file_notice,)),
        )
        for text, widget, below in rows:
            widget.setAccessibleName(text.replace("&", ""))
            form.add_field(QLabel(text), widget, *below)
        self.file.edit.setAccessibleName(self.tr("File to write"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Export")))
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.losses)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(self.buttons)

    # What is chosen

    @property
    def _chosen(self) -> Format:
        return self._formats[self.format.currentIndex()]

    @property
    def _which(self) -> str:
        return str(self.whose.currentData())

    def _choose_format(self) -> None:
        self._describe()
        self._plan()

    def _describe(self) -> None:
        self.example.setText(f"\u2066{shorten(self._chosen.example, EXAMPLE)}\u2069")
        self.example.setToolTip(tool_tip(self._chosen.example))
        self._suggest()

    def _suggest(self) -> None:
        """Name a file beside the project; of a path that the person chose, change the ending at most."""
        typed = self.file.path
        ending = ending_of(self._chosen)
        if typed is None or typed == self._suggested:
            self._suggested = self._project.with_name(self._project.stem + ending)
            self.file.set_path(self._suggested)
        elif old := next((e for e in map(ending_of, self._formats) if typed.name.lower().endswith(e)), None):
            self.file.set_path(typed.with_name(typed.name[: -len(old)] + ending))

    def _browse(self) -> None:
        kinds = f"{self._chosen.name} (*{ending_of(self._chosen)})"
        start = self.file.path or self._project.parent
        if chosen := self._chooser.new_file(self, self.tr("File to write"), start, kinds):
            self.file.set_path(chosen)

    def _check(self) -> None:
        """Say what the file's path means, and open the button when all is known."""
        path, problem = self.file.path, ""
        try:
            if path is None:
                self.file_notice.say("info", self.tr("Name the file, or choose its place with “Browse…”."))
            else:
                # What was just written is no obstacle: the button stays shut until another path is named.
                if path != self._written:
                    exchange.check_target(self._project, path, self._chosen)
                if path.is_file() and path != self._written:
                    self.file_notice.say("warning", self.tr("This file exists; it will be replaced."))
                else:
                    self.file_notice.hush()
        except PeymanError as error:
            problem = word(error)
        except OSError as error:
            problem = word(exchange.worded(error, path or ""))
        if problem:
            self.file_notice.say("error", problem)
        known = self._planned is not None and not self._writing
        self.export_button.setEnabled(known and path is not None and not problem and path != self._written)

    # Counting what is there and what would be lost

    def _show_holdings(self, found: Holdings) -> None:
        digits = self._language.digits
        entries = [(self.tr("Everybody"), "all", found.total)]
        if found.gold:
            entries.append((self.tr("Gold"), "gold", found.gold))
        entries += [(f"\u2068{name}\u2069", name, count) for name, count in sorted(found.by_annotator.items())]
        self.whose.blockSignals(True)
        self.whose.clear()
        for name, which, count in entries:
            self.whose.addItem(self.tr("{whose} ({count} sets)").format(whose=name, count=digits(count)), which)
        self.whose.blockSignals(False)
        self._plan()

    def _plan(self) -> None:
        """Count anew in the background; until then nothing can be exported."""
        self._planned = self._written = None
        self.losses.clear()
        self.folder_button.hide()
        self.export_button.setDefault(True)
        self.notice.say("info", self.tr("Counting what this format can hold…"))
        self._check()
        self._run(plan_export, self._project, self._chosen, self._which, done=self._show_plan)

    def _show_plan(self, report: ExportReport) -> None:
        self._planned = report
        self.losses.setText("\n".join(self._loss_line(loss) for loss in report.losses))
        if report.losses:
            self.notice.say("warning", self.tr("This format cannot hold everything:"))
        else:
            holds = self.tr("This format holds everything: {counts}.").format(counts=self._counts(report))
            self.notice.say("done", holds)
        self._check()

    def _loss_line(self, loss: Loss) -> str:
        sentence = QCoreApplication.translate("errors", MESSAGES[loss.code])
        line = towards("•  " + sentence.format(count=self._language.digits(loss.count)))
        if not loss.examples:
            return line
        return self.tr("{loss}, such as {example}").format(loss=line, example=f"\u2068{loss.examples[0]}\u2069")

    def _counts(self, report: ExportReport) -> str:
        parts = (
            self.tr("%Ln article(s)", "", report.documents),
            self.tr("%Ln annotation set(s)", "", report.sets),
            self.tr("%Ln span(s)", "", report.spans),
            self.tr("%Ln role(s)", "", report.relations),
        )
        return ("، " if self._language.code == "fa" else ", ").join(parts)

    # Writing

    def start(self) -> None:
        """Write the file."""
        path = self.file.path
        if path is None or not self.export_button.isEnabled():
            return
        self._writing = True
        self._set_editable(False)
        self.losses.clear()
        self.notice.say("info", self.tr("Writing…"))
        self.stop_button.setFocus()
        self._run(run_export, self._project, path, self._chosen, self._which, done=self._show_written)

    def stop(self) -> None:
        """Ask the writing to stop; no file is left behind then."""
        if self._task is not None:
            self._task.cancel()
            self.stop_button.setEnabled(False)

    def reject(self) -> None:
        """Close; while a file is written, stop that instead."""
        if self._writing:
            self.stop()
            return
        self._drop_task()
        super().reject()

    def _show_written(self, report: ExportReport) -> None:
        self._written = self.file.path  # another path opens the button again
        self._end_writing()
        summary = self.tr("{counts} written to {path}.")
        self.notice.say("done", summary.format(counts=self._counts(report), path=f"\u2066{self._written}\u2069"))
        self.losses.setText("\n".join(self._loss_line(loss) for loss in report.losses))
        self.folder_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.exported.emit(report)

    def _end_writing(self) -> None:
        self._writing = False
        self._set_editable(True)
        self._check()

    def _set_editable(self, editable: bool) -> None:
        for widget in (self.format, self.whose, self.file):
            widget.setEnabled(editable)
        self.export_button.setVisible(editable)
        self.close_button.setVisible(editable)
        self.stop_button.setVisible(not editable)
        self.stop_button.setEnabled(True)

    def _show_folder(self) -> None:
        if self._written is not None:
            self._open_url(QUrl.fromLocalFile(str(self._written.parent)))

    # Work in the background, one piece at a time

    def _run(self, work: Callable[..., object], *args: object, done: Callable[..., None]) -> None:
        self._drop_task()
        self.bar.setRange(0, 0)
        self.bar.show()

        def ended(answer: Callable[..., None], *values: object) -> None:
            self._task = None
            self.bar.hide()
            answer(*values)

        self._task = self._tasks.run(
            work,
            *args,
            on_done=lambda result: ended(done, result),
            on_error=lambda error: ended(self._failed, error),
            on_progress=self._show_progress,
            on_cancelled=lambda: ended(self._stopped),
        )

    def _drop_task(self) -> None:
        """Let go of what is under way: nobody waits for it any more."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _show_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(min(progress.done, progress.total))

    def _failed(self, error: PeymanError) -> None:
        if self._writing:
            self._end_writing()
        self.notice.say("error", word(error))

    def _stopped(self) -> None:
        self._end_writing()
        self.notice.say("warning", self.tr("Stopped. No file was written."))
