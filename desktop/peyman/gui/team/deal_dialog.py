"""Dealing out: who gets which articles, with a preview that follows every change, and a file for each annotator."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peyman.core.errors import PeymanError
from peyman.core.packs import (
    LANGUAGE,
    Load,
    Pack,
    PackPlan,
    plan_packs,
    shares_of,
    spreadable,
    update_pack,
    write_packs,
)
from peyman.core.project import Project
from peyman.gui.fields import PROJECT_SUFFIX, FileChooser, Form, PathField, leading_side, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Cancelled, Progress, Tasks
from peyman.gui.team.file_list import FileList
from peyman.gui.wording import language_words, number
from peyman.gui.work_dialog import OpenUrl, WorkDialog, teller, unless_stopped

PAUSE = 120  # milliseconds without a change until the preview follows
MOST_STRETCHED = 7  # columns that share the width among them
MOST_GROUPS = 8  # columns of what articles are spread by


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who has had articles before, and what new ones can be spread by."""

    names: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """How the person wants the articles dealt out."""

    names: tuple[str, ...]
    overlap: int
    share: float
    seed: int
    by: str


def look_around(_progress: Progress, path: Path) -> Circumstances:
    """Read what the form begins with."""
    with Project.open(path, read_only=True) as project:
        return Circumstances(tuple(one.annotator for one in shares_of(project)), tuple(spreadable(project)))


def plan(_progress: Progress, path: Path, wish: Wish) -> PackPlan:
    """Say who would get what; nothing is written."""
    with Project.open(path, read_only=True) as project:
        return plan_packs(
            project, wish.names, overlap=wish.overlap, share=wish.share, seed=wish.seed, by=wish.by
        )


def run_deal(progress: Progress, path: Path, planned: PackPlan, out: Path, updating: Sequence[Path]) -> list[Pack]:
    """Write the files, and remember in the project who got what."""
    with Project.open(path) as project:
        packs = write_packs(
            project, planned, out, updating=updating, progress=teller(progress), cancelled=lambda: progress.cancelled
        )
    return unless_stopped(packs)


def run_update(progress: Progress, path: Path, files: Sequence[Path]) -> list[Pack]:
    """Bring files that annotators work in up to date with what was dealt to them, with schema and guidelines.

    Stopped on the way it returns what was done by then: each file stays as it was or is whole.
    """
    progress.begin(len(files))
    packs: list[Pack] = []
    with Project.open(path) as project, contextlib.suppress(Cancelled):
        for file in files:
            progress.step(0, file.name)
            packs.append(update_pack(project, file))
            progress.step()
    return unless_stopped(packs or None)


class DealDialog(WorkDialog):
    """Names, overlap and the like at the leading side, who would get what beside it."""

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
        super().__init__(tasks, language, self.tr("&Deal out"), parent, open_url=open_url)
        self._project = project
        self._chooser = chooser or FileChooser()
        self.planned: PackPlan | None = None
        self.packs: list[Pack] = []
        self._nothing_new = False  # all articles have been dealt out
        self._begun = False  # what the form begins with is known
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._plan)
        self.setWindowTitle(self.tr("Deal out articles"))
        self._make_fields()
        self._lay_out()
        self.resize(940, 560)
        self.accept_button.setDefault(True)
        self.names.textChanged.connect(self._changed)
        for spin in (self.share, self.overlap, self.seed):
            spin.valueChanged.connect(self._changed)
        self.by.currentIndexChanged.connect(self._changed)
        self.files.changed.connect(self._check)
        self.files.browse_requested.connect(self._add_files)
        self.folder.changed.connect(self._check)
        self.folder.browse_requested.connect(self._browse)
        self._check()
        self.names.setFocus()
        self.look(look_around, self._project, done=self._begin)

    def _make_fields(self) -> None:
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(self.tr("Annotators"))
        option = QTextOption(leading_side())  # names of all scripts begin where lines of the window do
        self.names.document().setDefaultTextOption(option)
        self.names.setPlaceholderText(self.tr("One name on each line"))
        self.names.setFixedHeight(5 * self.names.fontMetrics().lineSpacing() + 14)
        self.share, self.overlap, self.seed = QSpinBox(), QSpinBox(), QSpinBox()
        self.share.setRange(0, 100)
        self.share.setValue(20)
        self.share.setSuffix("٪" if self._language.persian_digits else "%")
        self.overlap.setRange(1, 2)
        self.overlap.setValue(2)
        self.seed.setRange(0, 99_999)
        self.by = QComboBox()
        self.by.addItem(self.tr("nothing"), "")
        self.folder = PathField()
        self.folder.set_path(self._project.with_name(f"{self._project.stem}-packs"))
        self.folder.edit.setAccessibleName(self.tr("Folder for the files"))
        self.folder_notice = Notice()
        self.files = FileList(self.tr("Files that annotators work in already"))
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Who gets what"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setCornerButtonEnabled(False)
        self.summary = quiet("")

    def _lay_out(self) -> None:
        form = Form()
        rows: tuple[tuple[str, QWidget, tuple[QWidget, ...]], ...] = (
            (self.tr("&Annotators"), self.names, ()),
            (self.tr("&Shared articles"), self.share, ()),
            (self.tr("Each &by how many"), self.overlap, ()),
            (self.tr("Spread e&venly by"), self.by, ()),
            (self.tr("Dra&w"), self.seed, (quiet(self.tr("Another number deals otherwise.")),)),
            (self.tr("F&older"), self.folder, (self.folder_notice,)),
        )
        for text, widget, below in rows:
            widget.setAccessibleName(text.replace("&", ""))
            form.add_field(QLabel(text), widget, *below)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        left.setMinimumWidth(380)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 3)
        column.addWidget(self.summary)
        column.addWidget(quiet(self.tr("Whose file stands here gets new articles added to it; what he made stays:")))
        column.addWidget(self.files, 1)
        right.setMinimumWidth(400)
        halves = QHBoxLayout()
        halves.setSpacing(22)
        halves.addWidget(left, 2)
        halves.addWidget(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 16)
        whole.setSpacing(10)
        whole.addWidget(titled(self.tr("Deal out articles")))
        explanation = self.tr(
            "Each annotator gets a file with his articles only. What was dealt out before stays; only new articles are "
            "dealt."
        )
        whole.addWidget(quiet(explanation))
        whole.addLayout(halves, 1)
        whole.addWidget(self.notice)
        whole.addWidget(self.bar)
        whole.addWidget(self.buttons)

    # What is chosen

    @property
    def wish(self) -> Wish:
        lines = self.names.toPlainText().replace("،", "\n").replace(",", "\n").splitlines()
        names = tuple(name.strip() for name in lines if name.strip())
        by = str(self.by.currentData())
        return Wish(names, self.overlap.value(), self.share.value() / 100, self.seed.value(), by)

    def _begin(self, found: Circumstances) -> None:
        self._begun = True
        for field in found.fields:
            self.by.addItem(self.tr("language") if field == LANGUAGE else f"\u2068{field}\u2069", field)
        if found.names and not self.names.toPlainText():
            self.names.setPlainText("\n".join(found.names))
        self._plan()

    def _changed(self) -> None:
        """Let the preview follow soon."""
        self.overlap.setMaximum(max(2, len(self.wish.names)))
        self.planned = None
        self._check()
        self._pause.start()

    def _plan(self) -> None:
        self._pause.stop()
        if self.busy or not self._begun:
            return
        if not self.wish.names:
            self._show_plan(None)
            self.notice.say("info", self.tr("Name the annotators, one on each line."))
            return
        self.look(plan, self._project, self.wish, done=self._show_plan)

    def _show_plan(self, planned: PackPlan | None) -> None:
        self.planned = planned
        self._nothing_new = False
        self.notice.hush()
        loads = planned.loads if planned else ()
        groups = sorted({deal.group for deal in planned.deals if deal.group})[:MOST_GROUPS] if planned else []
        heads = [self.tr("Articles"), self.tr("Shared"), self.tr("Characters"), self.tr("Earlier")]
        words = [language_words(group) if self.wish.by == LANGUAGE else f"\u2068{group}\u2069" for group in groups]
        self.table.setColumnCount(len(heads) + len(groups))
        self.table.setRowCount(len(loads))
        modes = QHeaderView.ResizeMode
        few = self.table.columnCount() <= MOST_STRETCHED
        self.table.horizontalHeader().setSectionResizeMode(modes.Stretch if few else modes.ResizeToContents)
        self.table.setHorizontalHeaderLabels([*heads, *words])
        self.table.setVerticalHeaderLabels([f"\u2068{load.annotator}\u2069" for load in loads])
        for row, load in enumerate(loads):
            for place, count in enumerate(_numbers(load, groups)):
                item = QTableWidgetItem(number(count))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, place, item)
        self.summary.setText(self._summary(planned) if planned else "")
        self._check()

    def _summary(self, planned: PackPlan) -> str:
        articles = self.tr("%Ln article(s) to deal out", "", len(planned.deals))
        shared = self.tr("%Ln of them shared", "", planned.shared)
        return f"{articles} · {shared}"

    def _browse(self) -> None:
        start = self.folder.path or self._project.parent
        if chosen := self._chooser.folder(self, self.tr("Folder for the files"), start):
            self.folder.set_path(chosen)

    def _add_files(self) -> None:
        kinds = self.tr("Peyman projects") + f" (*{PROJECT_SUFFIX})"
        title = self.tr("Files that annotators work in already")
        self.files.add(self._chooser.files(self, title, self._project.parent, kinds))

    def _check(self) -> None:
        """Open the button when there is something to do and a place for it."""
        out = self.folder.path
        problem = out is not None and out.exists() and not out.is_dir()
        if problem:
            self.folder_notice.say("error", self.tr("This is a file. Name a folder."))
        else:
            self.folder_notice.hush()
        deals = self.planned is not None and out is not None and not problem
        updates = self._nothing_new and bool(self.files.paths)
        self.accept_button.setText(self.tr("&Bring files up to date") if self._nothing_new else self.tr("&Deal out"))
        self.accept_button.setEnabled((deals or updates) and not self.busy and not self.packs)

    def set_editable(self, editable: bool) -> None:
        for widget in (self.names, self.share, self.overlap, self.seed, self.by, self.folder, self.files):
            widget.setEnabled(editable)

    # Doing it

    def start(self) -> None:
        """Write the files."""
        if not self.accept_button.isEnabled():
            return
        self.notice.say("info", self.tr("Writing the files…"))
        if self._nothing_new:
            self.write(run_update, self._project, tuple(self.files.paths), done=self._show_packs)
        elif self.planned is not None and self.folder.path is not None:
            updating = tuple(self.files.paths)
            self.write(run_deal, self._project, self.planned, self.folder.path, updating, done=self._show_packs)

    def _show_packs(self, packs: list[Pack]) -> None:
        self.packs = packs
        new = sum(not pack.updated for pack in packs)
        parts = [self.tr("%Ln file(s) written", "", new)] if new else []
        if len(packs) > new:
            parts.append(self.tr("%Ln file(s) brought up to date", "", len(packs) - new))
        where = f": \u2066{packs[0].path.parent}\u2069" if packs else ""
        said = " · ".join(parts) + where
        if self._nothing_new and len(packs) < len(self.files.paths):
            self.notice.say("warning", self.tr("Stopped before the end. {done}").format(done=said))
        else:
            self.notice.say("done", said)
        self.offer_folder(packs[0].path.parent if packs else None)
        self.set_editable(False)
        self.end()

    def show_failure(self, error: PeymanError) -> None:
        self._begun = True
        if error.code == "pack_nothing":
            self._show_plan(None)
            self._nothing_new = True
            self.notice.say("info", word(error))
        else:
            self.notice.say("error", word(error))
        self._check()

    def show_stopped(self) -> None:
        self.notice.say("warning", self.tr("Stopped; nothing was dealt out."))
        self._check()


def _numbers(load: Load, groups: Sequence[str]) -> list[int]:
    return [load.articles, load.shared, load.length, load.before, *(load.groups.get(group, 0) for group in groups)]
