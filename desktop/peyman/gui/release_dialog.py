"""Releasing the gold: how it is split and under which licence, what it would hold and what not, and whether what was
written is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.errors import PeymanError
from peyman.gui.fields import ContentEdit, FileChooser, Form, Lines, PathField, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.release_check import CheckDialog
from peyman.gui.release_work import (
    Checked,
    Wish,
    group_keys,
    run_check,
    run_plan,
    run_release,
    split_words,
    step_words,
)
from peyman.gui.tasks import Progress, Tasks
from peyman.gui.wording import joined, number, percent, status_words
from peyman.gui.work_dialog import OpenUrl, WorkDialog
from peyman.release.splits import SPLITS
from peyman.release.writing import Plan, Written

PAUSE = 200  # milliseconds without a change until it is planned anew
USUAL = dict(zip(SPLITS, (80, 10, 10), strict=True))
PLACES_SHOWN = 10  # in which names are left
LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0", "ODbL-1.0")


class ReleaseDialog(WorkDialog):
    """How the release is wanted at the leading side; beside it what it would hold, and at last what was written."""

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
        super().__init__(tasks, language, self.tr("&Release"), parent, open_url=open_url)
        self._project = project
        self._chooser = chooser or FileChooser()
        self._begun = False  # by what articles can be grouped is known
        self.planned: Plan | None = None
        self.written: Written | None = None
        self.checked: Checked | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._plan)
        self.setWindowTitle(self.tr("Release the gold"))
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self.resize(920, 560)
        self.accept_button.setDefault(True)
        self._connect()
        self._check()
        self.look(group_keys, project, done=self._begin)

    def _make_fields(self) -> None:
        self.shares = {split: QSpinBox() for split in SPLITS}
        for split, spin in self.shares.items():
            spin.setRange(0, 100)
            spin.setValue(USUAL[split])
        self.seed = QSpinBox()
        self.seed.setRange(0, 99_999)
        self.seed.setToolTip(self.tr("Another number splits otherwise what no release has split yet."))
        self.group_by = QComboBox()
        self.group_by.addItem(self.tr("nothing"), "")
        self.group_by.setToolTip(self.tr("Articles that have this in common stay in one split."))
        self.licence = QComboBox()
        self.licence.setEditable(True)
        self.licence.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = ContentEdit("path")  # runs from left to right, as identifiers do
        line.setPlaceholderText(self.tr("to be chosen later"))
        self.licence.setLineEdit(line)
        self.licence.addItems(LICENCES)
        self.licence.setCurrentIndex(-1)
        self.anonymise = QCheckBox(self.tr("&Hide annotators' names"))
        self.folder = PathField()
        self.folder.set_path(_free(self._project.with_name(f"{self._project.stem}-release")))
        self.folder_notice = Notice()
        self.table = QTableWidget(len(SPLITS), 4)
        self.table.setAccessibleName(self.tr("What each split holds"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setCornerButtonEnabled(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads = [self.tr("Articles"), self.tr("Share"), self.tr("New"), self.tr("Sets")]
        self.table.setHorizontalHeaderLabels(heads)
        sets = self.tr("What annotators finished of these articles.")
        hints = ("", "", self.tr("No release has held them yet."), sets)
        for place, hint in enumerate(hints):
            if head := self.table.horizontalHeaderItem(place):
                head.setToolTip(hint)
        self.table.setVerticalHeaderLabels([split_words(split) for split in SPLITS])
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height()
            + sum(self.table.rowHeight(row) for row in range(len(SPLITS)))
            + 2 * self.table.frameWidth()
        )
        self.lines = Lines(self.tr("What goes in and what does not"))
        self.agreed = QCheckBox(self.tr("&Yes, release it unfinished; it will say so"))
        self.agreed.hide()

    def _make_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.check_button = self.buttons.addButton(self.tr("&Check a release…"), role)
        self.check_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        form = Form()
        rows: tuple[tuple[str, QWidget], ...] = (
            *((split_words(split), spin) for split, spin in self.shares.items()),
            (self.tr("Dra&w"), self.seed),
            (self.tr("Keep toge&ther by"), self.group_by),
            (self.tr("&Licence"), self.licence),
        )
        for text, widget in rows:
            widget.setAccessibleName(text.replace("&", ""))
            form.add_field(QLabel(text), widget)
        form.add_field(None, self.anonymise)
        form.add_field(QLabel(self.tr("F&older")), self.folder, self.folder_notice)
        self.folder.edit.setAccessibleName(self.tr("Folder for the release"))
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        left.setMinimumWidth(350)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self.lines, 1)
        column.addWidget(self.agreed)
        right.setMinimumWidth(340)
        halves = QHBoxLayout()
        halves.setSpacing(22)
        halves.addWidget(left, 2)
        halves.addWidget(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 16)
        whole.setSpacing(10)
        whole.addWidget(titled(self.tr("Release the gold")))
        whole.addWidget(quiet(self.tr("A new folder that can be published. An article keeps its split for ever.")))
        whole.addLayout(halves, 1)
        whole.addWidget(self.notice)
        whole.addWidget(self.bar)
        whole.addWidget(self.buttons)

    def _connect(self) -> None:
        for spin in (*self.shares.values(), self.seed):
            spin.valueChanged.connect(self._changed)
        self.group_by.currentIndexChanged.connect(self._changed)
        self.licence.editTextChanged.connect(self._changed)
        self.anonymise.toggled.connect(self._changed)
        self.agreed.toggled.connect(self._check)
        self.folder.changed.connect(self._check)
        self.folder.browse_requested.connect(self._browse)
        self.check_button.clicked.connect(self.check_release)

    # What is chosen

    @property
    def wish(self) -> Wish:
        return Wish(
            "/".join(str(spin.value()) for spin in self.shares.values()),
            self.seed.value(),
            str(self.group_by.currentData()),
            self.anonymise.isChecked(),
            self.licence.currentText().strip(),
        )

    def _begin(self, keys: list[str]) -> None:
        self._begun = True
        for key in keys:
            self.group_by.addItem(f"\u2068{key}\u2069", key)
        self._plan()

    def _changed(self) -> None:
        """Plan anew soon; until then nothing can be released."""
        self.planned = None
        self._check()
        self._pause.start()

    def _plan(self) -> None:
        self._pause.stop()
        if self._begun and not self.busy and self.written is None:
            self.look(run_plan, self._project, self.wish, done=self._show_plan)

    def _browse(self) -> None:
        start = self.folder.path or self._project.parent
        if chosen := self._chooser.folder(self, self.tr("Folder for the release"), start):
            self.folder.set_path(chosen)

    def _check(self) -> None:
        """Say what is wrong with the folder, and open the button when all is known."""
        out, problem = self.folder.path, ""
        if self.written is None and out is not None:
            try:
                exchange.check_folder(self._project, out, "release")
            except PeymanError as error:
                problem = word(error)
            except OSError as error:
                problem = word(exchange.worded(error, out))
        if problem:
            self.folder_notice.say("error", problem)
        else:
            self.folder_notice.hush()
        ready = self.planned is not None and (self.planned.survey.complete or self.agreed.isChecked())
        self.accept_button.setEnabled(
            ready and out is not None and not problem and not self.busy and self.written is None
        )

    def set_editable(self, editable: bool) -> None:
        fields = (self.group_by, self.licence, self.anonymise, self.folder, self.agreed, self.check_button)
        for widget in (*self.shares.values(), self.seed, *fields):
            widget.setEnabled(editable)

    # What it would hold

    def _show_plan(self, plan: Plan) -> None:
        self.planned = plan
        fresh = plan.placement.fresh
        for row, split in enumerate(SPLITS):
            articles = plan.articles.get(split, [])
            cells = (
                number(len(articles)),
                percent(len(articles) / max(len(plan.chosen), 1)),
                number(sum(article.sha256 in fresh for article in articles)),
                number(sum(len(article.sets) for article in articles)),
            )
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, place, item)
        self.lines.show_lines(self._plan_lines(plan))
        self.agreed.setVisible(not plan.survey.complete)
        if plan.survey.complete:
            self.notice.say("done", self.tr("%Ln article(s) can be released.", "", len(plan.chosen)))
        else:
            self.notice.say("warning", self.tr("This gold is not finished."))
        self._check()

    def _plan_lines(self, plan: Plan) -> Iterator[str]:
        survey, placement = plan.survey, plan.placement
        if survey.open:
            details = [f"{status_words(status)}: {number(count)}" for status, count in sorted(survey.open.items())]
            sentence = self.tr("Still to be settled: {count} disagreements in {articles} articles ({details}).")
            yield sentence.format(
                count=number(survey.open.total()), articles=number(survey.open_articles),
                details=joined(details, self._language.code),
            )  # fmt: skip
        if survey.unfinished_gold:
            yield self.tr("%Ln article(s) whose gold nobody has finished.", "", survey.unfinished_gold)
        if survey.without_gold[True]:
            left = survey.without_gold[True]
            yield self.tr("%Ln article(s) left out: no gold, though somebody has finished them.", "", left)
        if survey.without_gold[False]:
            yield self.tr("%Ln article(s) left out: no gold.", "", survey.without_gold[False])
        if placement.left_out:
            left = len(placement.left_out)
            yield self.tr("%Ln article(s) left out: nearly the same as articles of several splits.", "", left)
        if survey.unfinished_sets:
            yield self.tr("%Ln annotation set(s) left out: not finished.", "", survey.unfinished_sets)
        if survey.several_gold:
            count = survey.several_gold
            yield self.tr("%Ln article(s) with gold of several curators; one of them is taken.", "", count)
        if plan.pairs:
            yield self.tr("%Ln pair(s) of articles that say nearly the same stay together.", "", plan.pairs)
        if placement.fresh:
            yield self.tr("%Ln article(s) get their split now.", "", len(placement.fresh))
        if not plan.wanted.licence:
            yield self.tr("Without a licence nobody may use it; the card will say that one is to be chosen.")

    # Writing, and checking what was written

    def start(self) -> None:
        """Write the release; the project is needed for itself only if articles get their split."""
        out = self.folder.path
        if self.planned is None or out is None or not self.accept_button.isEnabled():
            return
        self._pause.stop()
        alone = bool(self.planned.edit.changes)
        self.write(run_release, self._project, out, self.planned, done=self._show_written, alone=alone)

    def _show_written(self, written: Written) -> None:
        self.written = written
        out = self.folder.path
        assert out is not None
        self.set_editable(False)
        self.check_button.setEnabled(True)
        self.agreed.hide()
        self.lines.show_lines(self._written_lines(written))
        self.offer_folder(out)
        self._check()
        self.end()
        self.notice.say("info", self.tr("Written. Now it is being checked…"))
        self.look(run_check, out, None, done=self._show_checked)

    def _written_lines(self, written: Written) -> Iterator[str]:
        size = self.tr("{files} files, {size} kB").format(
            files=number(written.files), size=number(max(1, round(written.bytes / 1000)))
        )
        yield f"\u2066{self.folder.path}\u2069"
        yield size
        if written.names_left:
            left = written.names_left
            yield self.tr("Annotators' names stand in %Ln place(s) of articles, which stay as they are.", "", left)
            yield ", ".join(f"\u2068{place}\u2069" for place in written.names_in[:PLACES_SHOWN])
        yield from map(word, written.facts.skipped)

    def _show_checked(self, checked: Checked) -> None:
        self.checked = checked
        if checked.problems:
            self.notice.say("error", self.tr("Written, but something is wrong with it:"))
            self.lines.add_lines(map(word, checked.problems))
        else:
            self.notice.say("done", self.tr("Written and checked: all is as it should be."))

    def show_failure(self, error: PeymanError) -> None:
        self._begun = True
        if error.code == "edit_stale":
            self.planned = None
        if self.planned is None and self.written is None:  # what stands there is of other wishes
            self.table.clearContents()
            self.lines.show_lines(())
            self.agreed.hide()
        super().show_failure(error)
        self._check()

    def show_stopped(self) -> None:
        self.notice.say("warning", self.tr("Stopped; nothing was released."))
        self._check()

    def _show_progress(self, progress: Progress) -> None:
        super()._show_progress(progress)
        if step := step_words(progress.note):
            self.notice.say("info", step)

    def check_release(self) -> None:
        """Open the form that checks any release, and compares it with an earlier one."""
        start = self.folder.path if self.written is not None else None
        CheckDialog(
            self._tasks, self._language, self, release=start, start=self._project.parent, chooser=self._chooser
        ).open()


def _free(folder: Path) -> Path:
    """Return a path where nothing is yet."""
    count, free = 1, folder
    while free.exists():
        count += 1
        free = folder.with_name(f"{folder.name}-{count}")
    return free
