"""Importing articles: what is to come in, how far it is, and what became of every file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QStackedWidget, QVBoxLayout, QWidget

from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import DateProposal, ImportReport
from peyman.gui.fields import Dialog, FileChooser
from peyman.gui.i18n import Language, word
from peyman.gui.import_choice import ImportChoice
from peyman.gui.import_dates import DateProposals
from peyman.gui.import_labels import ImportLabels
from peyman.gui.import_report import ImportOutcome, ImportProgress
from peyman.gui.import_work import OpenProject, Survey, UnknownLabel, Wanted, run_dating, run_import, survey
from peyman.gui.label_maps import LabelMaps
from peyman.gui.tasks import Progress, Task, Tasks


class ImportDialog(Dialog):
    """Chooses what to import (or is given it), looks through it, imports it off the window's thread, and reports.

    Looking goes by a connection of its own, beside the window's. The import needs the project for itself:
    `project_needed` is the moment to close it, `project_free` the moment to open it again; between them the dialog
    cannot be closed, only stopped.

    Signals:
        project_needed(): the project is about to be opened for writing, in another thread.
        project_free(object): the project is closed again; carries the ImportReport, or None if it failed.

    Attributes:
        report: what happened; None before the end, or if nothing could happen.
    """

    project_needed = Signal()
    project_free = Signal(object)

    def __init__(
        self,
        project: Path,
        paths: Sequence[Path],
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        schema: Schema,
        maps: Path,
        annotators: Sequence[str] = (),
        chooser: FileChooser | None = None,
        open_project: OpenProject | None = None,
    ) -> None:
        """`project` is the file of a project that is open, with this schema; in the folder `maps` it is remembered
        which labels are which; `annotators` are names to offer as whose the annotations are."""
        super().__init__(parent)
        self.report: ImportReport | None = None
        self._project = project
        self._open_project = open_project or (lambda: Project.open(project))
        self._tasks = tasks
        self._language = language
        self._maps = LabelMaps(maps, schema)
        self._task: Task | None = None  # that has the project
        self._look: Task | None = None  # that only reads it
        self._survey: Survey | None = None
        self._asked: tuple[UnknownLabel, ...] = ()
        self._answers: dict[str, dict[str, str]] = {}
        self._hurried = False  # the import is to begin as soon as the files are looked through
        chooser = chooser or FileChooser()
        self.setWindowTitle(self.tr("Import articles"))
        self.choice = ImportChoice(annotators, chooser, language, schema)
        self.labels = ImportLabels(language, chooser)
        self.running = ImportProgress(language)
        self.dates = DateProposals(language.code)
        self.outcome = ImportOutcome(language)
        self.pages = QStackedWidget()
        for page in (self.choice, self.labels, self.running, self.dates, self.outcome):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.addWidget(self.pages)
        self.choice.accept_button.setDefault(True)  # only now does it know its dialog
        self.resize(720, 580)
        self._connect()
        self.choice.add(paths)
        self._check()
        (self.choice.accept_button if paths else self.choice.add_files).setFocus()

    def _connect(self) -> None:
        self.choice.changed.connect(self._check)
        self.choice.wanted_changed.connect(self._look_through)
        self.choice.buttons.accepted.connect(self.start)
        self.choice.buttons.rejected.connect(self.reject)
        self.labels.accepted.connect(self._take_labels)
        self.labels.left.connect(self._show_choice)
        self.running.stop.clicked.connect(self.stop)
        self.outcome.buttons.rejected.connect(self.reject)
        self.dates.confirmed.connect(self._set_dates)
        self.dates.skipped.connect(self._finish)

    @property
    def busy(self) -> bool:
        """Whether the project is in other hands."""
        return self._task is not None

    # Looking through the files

    def _look_through(self) -> None:
        """Read what is chosen, anew."""
        self._drop_look()
        self._survey = None
        self._answers, self._asked = {}, ()
        self.choice.show_looking()
        if self.choice.paths:
            self._look_at_labels()

    def _look_at_labels(self) -> None:
        """Read the files, taking labels for what the answers so far say."""
        self._drop_look()
        self._survey = None
        self._look = self._tasks.run(
            survey,
            self._project,
            self._wanted,
            on_done=self._show_survey,
            on_error=self._look_failed,
            on_progress=self._show_looking,
            on_cancelled=self._show_choice,
        )

    @property
    def _wanted(self) -> Wanted:
        return replace(self.choice.wanted, labels=self._answers)

    def _show_looking(self, progress: Progress) -> None:
        if self._hurried:
            self.running.show_progress(progress)
        else:
            self.choice.tell_looking(progress)

    def _show_survey(self, found: Survey) -> None:
        self._look = None
        self._survey = found
        if not self._answers:
            self.choice.show_survey(found)  # which may find that another format is meant
        if self._hurried and self._look is None:
            self._hurried = False
            self._go_on(found)

    def _look_failed(self, error: PeymanError) -> None:
        """What cannot be looked through is imported all the same, or fails with its own words there."""
        self._look = None
        self.choice.show_problem(word(error))
        if self._hurried:
            self._hurried = False
            self._import()

    def _drop_look(self) -> None:
        if self._look is not None:
            self._look.silence()
            self._look.cancel()
            self._look = None

    # Importing

    def start(self) -> None:
        """Import what is chosen, after asking about labels that nobody knows."""
        if self.busy or self._hurried or not self.choice.ready:
            return
        if self._look is not None and self.choice.asks:
            self._hurry()
        elif self._survey is not None:
            self._go_on(self._survey)
        else:
            self._import()

    def _hurry(self) -> None:
        """Wait until all is looked through."""
        self._hurried = True
        self.pages.setCurrentWidget(self.running)
        self.running.begin(looking=True)

    def _go_on(self, found: Survey) -> None:
        if not found.unknown:
            self._import()
            return
        new = [one for one in found.unknown if one not in self._asked]
        self._asked = (*self._asked, *new)
        answers = self._maps.load()
        for layer, table in self._answers.items():
            answers.setdefault(layer, {}).update(table)
        self.pages.setCurrentWidget(self.labels)
        self.labels.ask(self._asked, found.schema, answers)

    def _take_labels(self) -> None:
        """Take what was chosen; a commitment that is known only now may have roles that are not."""
        before, self._answers = self._answers, self.labels.answers
        if self._answers.get("commitment") != before.get("commitment"):
            self._look_at_labels()
            self._hurry()
        else:
            self._import()

    def _import(self) -> None:
        self._drop_look()
        self.pages.setCurrentWidget(self.running)
        self.running.begin(looking=False)
        self.project_needed.emit()
        self._task = self._tasks.run(
            run_import,
            self._open_project,
            self._wanted,
            self.choice.dates.dating,
            self.choice.dates.way == "text",
            on_done=self._done,
            on_error=self._failed,
            on_progress=self.running.show_progress,
            on_cancelled=lambda: self._done((ImportReport(cancelled=True), [])),
        )

    def stop(self) -> None:
        """Ask the import to stop; what came in stays. While files are only looked through, go back to the choice."""
        if self._task is not None:
            self._task.cancel()
            self.running.show_stopping()
        elif self._hurried:
            self._show_choice()

    def reject(self) -> None:
        """Close; while the import runs, stop it instead; while dates are asked, leave them unknown."""
        page = self.pages.currentWidget()
        if self.busy or self._hurried:
            self.stop()
        elif page is self.dates:
            self._finish()
        elif page is self.labels:
            self._show_choice()
        else:
            self._drop_look()
            super().reject()

    def _show_choice(self) -> None:
        """Go back to the first page; what was looked through for the answers is looked through as it is."""
        self._hurried = False
        self.pages.setCurrentWidget(self.choice)
        self.choice.accept_button.setDefault(True)
        self.choice.accept_button.setFocus()
        if self._answers or self._look is not None:
            self._look_through()

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
            run_dating,
            self._open_project,
            self.dates.dates,
            on_done=self._finish,
            on_error=self._dating_failed,
            on_cancelled=self._finish,
        )

    def _dating_failed(self, error: PeymanError) -> None:
        """Report what came in, and why it stays without its dates."""
        self._finish()
        words = self.tr("The dates could not be set. {why}")
        self.outcome.notice.say("error", words.format(why=word(error)))

    def _finish(self, dated: int = 0) -> None:
        """Report, and give the project back; so many articles got a date that was confirmed."""
        assert self.report is not None
        self._task = None
        self.outcome.show_report(self.report, dated)
        self._remember_labels()
        self._show_result()
        self.project_free.emit(self.report)

    def _remember_labels(self) -> None:
        """Keep the answers for the next file; where they cannot be, the import has succeeded all the same."""
        if not self._answers:
            return
        try:
            self._maps.remember(self._answers)
        except OSError:
            return
        self.outcome.tell_map(self._maps.path)

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
