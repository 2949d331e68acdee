"""Merging what came back: what each file holds and what would become of it, then all of it as one step of undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peyman.core.errors import PeymanError
from peyman.core.merge import merge, plan_merge
from peyman.core.merge_plan import (
    CONFLICTS,
    STATUS_WORDS,
    FilePlan,
    MergePlan,
    MergeReport,
    PersonPlan,
    SetPlan,
    Status,
)
from peyman.core.project import Project
from peyman.core.submission import SUFFIX
from peyman.gui.fields import PROJECT_SUFFIX, FileChooser, Form, quiet, titled, towards
from peyman.gui.i18n import Language, word
from peyman.gui.tasks import Cancelled, Progress, Tasks
from peyman.gui.team.file_list import FileList
from peyman.gui.wording import isolated, joined, number, state_words
from peyman.gui.work_dialog import WorkDialog, teller, unless_stopped

MOST_ARTICLES = 300  # of one file on the screen; what needs a look comes first
_ORDER: Mapping[Status, int] = {
    "taken": 0, "fork": 1, "wrong_text": 2, "unknown_document": 3, "new": 4, "changed": 5, "older": 6, "same": 7,
    "gold": 8, "empty": 9,
}  # fmt: skip


def run_plan(progress: Progress, path: Path, files: Sequence[Path], names: Mapping[str, str]) -> MergePlan:
    """Check files and say what would come in; the project is only read."""
    with Project.open(path, read_only=True) as project:
        plan = plan_merge(
            project, files, names=names, progress=teller(progress), cancelled=lambda: progress.cancelled
        )
    plan = unless_stopped(plan)
    if progress.cancelled:  # nobody waits for it
        plan.close()
        raise Cancelled
    return plan


def run_merge(progress: Progress, path: Path, plan: MergePlan) -> MergeReport:
    """Bring in what a plan says."""
    with Project.open(path) as project:
        return unless_stopped(merge(project, plan, teller(progress), lambda: progress.cancelled))


class MergeDialog(WorkDialog):
    """The files, what is in them, and who somebody unknown is; it knows nothing before it has looked.

    Attributes:
        plan: what would come in; None while that is not known.
        report: what was done; None before.
    """

    def __init__(
        self,
        project: Path,
        annotators: Sequence[str],
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        files: Sequence[Path] = (),
        chooser: FileChooser | None = None,
    ) -> None:
        """`project` is the file of a project that is open, `annotators` are those it knows."""
        super().__init__(tasks, language, self.tr("&Merge"), parent)
        self.plan: MergePlan | None = None
        self._open_plans = open_plans = list[MergePlan]()  # at most one; it keeps copies of the files
        self.report: MergeReport | None = None
        self._project = project
        self._annotators = list(annotators)
        self._chooser = chooser or FileChooser()
        self._names: dict[str, str] = {}  # whom somebody in the files is taken for
        self.setWindowTitle(self.tr("Merge files"))
        self._make_parts()
        self._lay_out()
        self.resize(860, 680)
        self.accept_button.setDefault(True)
        self.files.changed.connect(self._look)
        self.files.browse_requested.connect(self._add_files)
        self.finished.connect(lambda _result: self._close_plan())
        self.destroyed.connect(lambda: _close_all(open_plans))  # with the window, too
        self._check()
        self.files.add_button.setFocus()
        if files:
            self.files.add(files)
        else:
            self.notice.say("info", self.tr("Add the files that came back, or drop them here."))

    def _make_parts(self) -> None:
        self.files = FileList(self.tr("Files that came back"))
        self.files.setMaximumHeight(140)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What is in the files"))
        self.tree.setHeaderLabels(
            [self.tr("Article"), self.tr("Annotator"), self.tr("State"), self.tr("What becomes of it")]
        )
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.refusals = QLabel()
        self.refusals.setWordWrap(True)
        self.refusals.setTextFormat(Qt.TextFormat.PlainText)
        self.refusals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusals.hide()
        self.people = QWidget()
        self.people_form = Form()
        self.people_form.setContentsMargins(0, 0, 0, 0)
        self.people.setLayout(self.people_form)
        self.people.hide()
        self.boxes: dict[str, QComboBox] = {}  # by the name in the files

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Merge files")))
        explanation = self.tr(
            "What annotators handed in comes in beside what is here; nothing is overwritten, in whatever order the "
            "files come and however often."
        )
        column.addWidget(quiet(explanation))
        column.addWidget(self.files)
        column.addWidget(self.tree, 1)
        column.addWidget(self.people)
        column.addWidget(self.refusals)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the list, which are looked into at once."""
        self.files.add(paths)

    def _add_files(self) -> None:
        pattern = f"*{SUFFIX} *{PROJECT_SUFFIX}"
        kinds = self.tr("Submissions and projects ({pattern})").format(pattern=pattern)
        self.files.add(self._chooser.files(self, self.tr("Files that came back"), self._start(), kinds))

    def _start(self) -> Path:
        return self.files.paths[-1].parent if self.files.paths else self._project.parent

    # Looking into the files

    def _look(self) -> None:
        self._close_plan()
        self.tree.clear()
        self.refusals.hide()
        self._check()
        if not self.files.paths:
            self._drop_task()
            self.bar.hide()
            self.notice.say("info", self.tr("Add the files that came back, or drop them here."))
            return
        self.notice.say("info", self.tr("Checking the files…"))
        self.look(run_plan, self._project, tuple(self.files.paths), dict(self._names), done=self._show_plan)

    def _show_plan(self, plan: MergePlan) -> None:
        self.plan = plan
        self._open_plans.append(plan)
        for file in plan.files:
            self.tree.addTopLevelItem(self._file_item(file))
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            assert item is not None
            item.setExpanded(True)
        sentences = [towards("•  " + word(refusal)) for refusal in plan.refusals]
        self.refusals.setText("\n".join(sentences))
        self.refusals.setVisible(bool(sentences))
        self._ask_about_people(plan)
        self._tell_plan(plan)
        self._check()

    def _tell_plan(self, plan: MergePlan) -> None:
        coming = sum(file.count("new", "changed") for file in plan.files)
        text = self.tr("%Ln annotation set(s) would come in.", "", coming)
        if plan.refusals:
            refused = self.tr("%Ln file(s) are refused; why stands above.", "", len(plan.refusals))
            self.notice.say("error" if not coming else "warning", f"{text} {refused}" if coming else refused)
        elif plan.conflicts:
            left_out = self.tr("%Ln would be left out; they stand first.", "annotation sets", plan.conflicts)
            self.notice.say("warning", f"{text} {left_out}")
        elif not coming:
            self.notice.say("info", self.tr("All of it is here already."))
        else:
            self.notice.say("info", text)

    def _file_item(self, file: FilePlan) -> QTreeWidgetItem:
        summary = self.tr("refused") if file.refusal is not None else " · ".join(self._summary(file))
        names = joined(map(isolated, dict.fromkeys(one.annotator for one in file.sets)), self._language.code)
        finished = self.tr("{finished} of {articles}").format(
            finished=number(sum(one.state == "finished" for one in file.sets)), articles=number(len(file.sets))
        )
        cells = [f"\u2066{file.path.name}\u2069", names or "—", finished if file.sets else "—", summary]
        item = QTreeWidgetItem(cells)
        font = QFont(self.tree.font())
        font.setBold(True)
        for column in range(len(cells)):
            item.setFont(column, font)
        item.setToolTip(0, str(file.path))
        item.setToolTip(3, word(file.refusal) if file.refusal is not None else summary)
        sets = sorted(file.sets, key=lambda one: (_ORDER[one.status], one.document, one.annotator))
        for one in sets[:MOST_ARTICLES]:
            item.addChild(self._set_item(one))
        if len(sets) > MOST_ARTICLES:
            rest = self.tr("… and %Ln more", "annotation sets", len(sets) - MOST_ARTICLES)
            item.addChild(QTreeWidgetItem([rest, "—", "—", "—"]))
        return item

    def _summary(self, file: FilePlan) -> Iterator[str]:
        counts = Counter(one.status for one in file.sets)
        for status in sorted(counts, key=lambda status: _ORDER[status]):
            yield f"{number(counts[status])} {_words(status)}"
        if not file.sealed:
            yield self.tr("not sealed")
        if not file.sets:
            yield self.tr("nothing in it")

    def _set_item(self, one: SetPlan) -> QTreeWidgetItem:
        said = [_words(one.status), *self._changes(one)]
        if one.odd_labels:
            labels = joined(one.odd_labels, self._language.code)
            said.append(self.tr("labels unknown here: {labels}").format(labels=labels))
        text = " · ".join(said)
        cells = [f"\u2068{one.document}\u2069", f"\u2068{one.annotator}\u2069", state_words(one.state), text]
        item = QTreeWidgetItem(cells)
        if one.status in CONFLICTS:
            item.setText(3, f"⚠ {text}")
        item.setToolTip(3, text)
        return item

    def _changes(self, one: SetPlan) -> Iterator[str]:
        if one.added:
            yield self.tr("%Ln new annotation(s)", "", one.added)
        if one.changed:
            yield self.tr("%Ln changed annotation(s)", "", one.changed)
        if one.withdrawn:
            yield self.tr("%Ln withdrawn annotation(s)", "", one.withdrawn)
        if one.same and one.status != "same":
            yield self.tr("%Ln annotation(s) there already", "", one.same)

    # Who is who

    def _ask_about_people(self, plan: MergePlan) -> None:
        """Ask about everybody in the files whom this project does not know."""
        unknown = {
            person.name: person for file in plan.files for person in file.people if person.relation != "known"
            if any(one.annotator == person.here for one in file.sets)
        }  # fmt: skip
        if list(unknown) != list(self.boxes):
            while (item := self.people_form.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            self.boxes.clear()
            before: QWidget = self.tree
            for person in unknown.values():
                self._ask_about(person)
                QWidget.setTabOrder(before, before := self.boxes[person.name])
        self.people.setVisible(bool(unknown))

    def _ask_about(self, person: PersonPlan) -> None:
        box = QComboBox()
        name = f"\u2068{person.name}\u2069"
        box.addItem(self.tr("somebody new here"), "")
        for known in self._annotators:
            box.addItem(f"\u2068{known}\u2069", known)
        box.setCurrentIndex(max(box.findData(self._names.get(person.name, "")), 0))
        box.setAccessibleName(self.tr("{name} of the files is").format(name=name))
        box.currentIndexChanged.connect(self._mapped(person.name, box))
        self.boxes[person.name] = box
        self.people_form.add_field(QLabel(self.tr("{name} of the files is").format(name=name)), box)

    def _mapped(self, name: str, box: QComboBox) -> Callable[[int], None]:
        def mapped(_index: int) -> None:
            here = str(box.currentData())
            self._names = {**self._names, name: here} if here else {k: v for k, v in self._names.items() if k != name}
            self._look()

        return mapped

    # Doing it

    def _check(self) -> None:
        brings = self.plan is not None and any(file.brings for file in self.plan.files)
        self.accept_button.setEnabled(brings and not self.busy and self.report is None)

    def set_editable(self, editable: bool) -> None:
        self.files.setEnabled(editable)
        self.people.setEnabled(editable)

    def start(self) -> None:
        """Merge what was looked into."""
        if self.plan is not None and self.accept_button.isEnabled():
            self.notice.say("info", self.tr("Merging…"))
            self.write(run_merge, self._project, self.plan, done=self._show_report)

    def _show_report(self, report: MergeReport) -> None:
        self.report = report
        if report.step:
            done = self.tr("%Ln annotation set(s) merged.", "", report.sets)
            text = self.tr("{done} “Undo” takes all of it back in one step.").format(done=done)
        else:
            text = self.tr("All of it was here already; nothing was changed.")
        self.notice.say("done", text)
        self.set_editable(False)
        self.end()

    def show_failure(self, error: PeymanError) -> None:
        super().show_failure(error)
        self._check()

    def _close_plan(self) -> None:
        if self.plan is not None:
            self._open_plans.clear()
            self.plan.close()
            self.plan = None


def _close_all(plans: Sequence[MergePlan]) -> None:
    for plan in plans:
        plan.close()


def _words(status: Status) -> str:
    return QCoreApplication.translate("merge", STATUS_WORDS[status])
