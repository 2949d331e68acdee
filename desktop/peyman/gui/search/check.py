"""The check of consistent labelling: strings that were labelled in several ways, to make one or to mark as meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from peyman.core.bulk import Plan
from peyman.core.consistency import Group, Instance, Variant, inconsistencies, intended, unified
from peyman.core.edits import Edit, shorten
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.suggest import LAYER
from peyman.gui.fields import towards
from peyman.gui.i18n import Language
from peyman.gui.keymap import resolve
from peyman.gui.kwic import Row, RowView
from peyman.gui.pages import Place
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.wording import percent

MOST_GROUPS, MOST_PLACES = 1_000, 300  # listed


class CheckPane(QWidget):
    """Above the strings, most frequent first; below the places of the one at hand.

    M makes all places like the most frequent way (in the list of places: like that place), the key of a label gives
    them this label, Delete takes the labels away, I marks the difference as intended. Each is one edit.

    Signals:
        place_wanted(Place), said(str), failed(PeymanError), left(): Escape; back to searching.
    """

    place_wanted = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    left = Signal()

    def __init__(self, session: Session, tasks: Tasks, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._language = language
        self._groups: list[Group] = []
        self._places: list[tuple[Variant, Instance]] = []
        self._task: Task | None = None
        self._stale = True
        self._annotator = ""  # whose articles were checked
        self._checked = False
        self.untagged = QCheckBox()
        self.again, self.back = QPushButton(), QPushButton()
        self._said = QLabel()
        self._keys = QLabel()
        self.groups = QListWidget()
        self.places = RowView()
        self._lay_out()
        self._connect()
        self._word()

    def _lay_out(self) -> None:
        self._said.setProperty("role", "quiet")
        self._said.setWordWrap(True)
        self._keys.setProperty("role", "quiet")
        self._keys.setWordWrap(True)
        self.groups.setUniformItemSizes(True)
        self.groups.setIconSize(QSize(12, 12))
        top = QHBoxLayout()
        top.addWidget(self.untagged)
        top.addStretch(1)
        top.addWidget(self.again)
        top.addWidget(self.back)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.groups)
        self.splitter.addWidget(self.places)
        self.splitter.setSizes([220, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._said)
        column.addWidget(self.splitter, 1)
        column.addWidget(self._keys)

    def _connect(self) -> None:
        self.again.clicked.connect(self.run)
        self.back.clicked.connect(self.left)
        self.untagged.toggled.connect(self.run)
        self.groups.installEventFilter(self)
        self.places.installEventFilter(self)
        self.groups.currentRowChanged.connect(self._show_places)
        self.places.chosen.connect(self._go)
        self._session.edited.connect(self._edited)

    def enter(self) -> None:
        """Take the focus; check, if nobody has yet or something changed."""
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale or self._annotator != self._session.project.annotator:
            self.run()

    def leave(self) -> None:
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    # Checking --------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Check all articles that the annotator has begun, in the background."""
        self.leave()
        self._stale, self._annotator = False, self._session.project.annotator
        self._said.setText(self.tr("Checking…"))
        self._task = self._tasks.run(
            _check,
            self._session.project.path,
            self.untagged.isChecked(),
            on_progress=self._show_progress,
            on_done=self._show,
            on_error=self._fail,
        )

    def _fail(self, error: PeymanError) -> None:
        self._task = None
        self._stale = True
        self._say()
        self.failed.emit(error)

    def _show_progress(self, progress: Progress) -> None:
        if progress.total:
            self._said.setText(self.tr("Checking…") + f" {percent(progress.done / progress.total)}")

    def _show(self, groups: list[Group]) -> None:
        self._task = None
        self._checked = True
        self._groups = groups
        self._list(0)

    def _list(self, row: int) -> None:
        """List the strings, with one of them at hand."""
        with QSignalBlocker(self.groups):
            self.groups.clear()
            for group in self._groups[:MOST_GROUPS]:
                item = QListWidgetItem(self._words_of(group))
                label = self._session.project.schema.layer(LAYER).label(group.majority.label)
                item.setData(Qt.ItemDataRole.DecorationRole, QColor(label.color if label else "#808080"))
                self.groups.addItem(item)
            self.groups.setCurrentRow(min(row, self.groups.count() - 1))
        self._show_places()
        self._say()

    def _words_of(self, group: Group) -> str:
        ways = " · ".join(
            f"{self._name_of(variant)} {self._language.digits(len(variant.instances))}" for variant in group.variants
        )
        return f"\u2068{shorten(group.quote)}\u2069 — {ways}"

    def _name_of(self, variant: Variant) -> str:
        if not variant.label:
            return self.tr("no label")
        label = self._session.project.schema.layer(LAYER).label(variant.label)
        name = label.names(self._language.code) if label else variant.label
        return f"{name} (\u2068{shorten(variant.quote, 24)}\u2069)" if variant.inner else name

    @property
    def group(self) -> Group | None:
        """The string at hand."""
        row = self.groups.currentRow()
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def _show_places(self) -> None:
        """List the places of the string at hand, the rarest way first: it is the one to look at."""
        group = self.group
        ways = sorted(group.variants, key=lambda way: len(way.instances)) if group else []
        self._places = [(way, one) for way in ways for one in way.instances]
        self._places = self._places[:MOST_PLACES]
        numbers = list(dict.fromkeys(one.document_number for _, one in self._places))
        articles = {article.number: article for article in self._session.project.articles(numbers)}
        layer = self._session.project.schema.layer(LAYER)
        rows = []
        for way, one in self._places:
            label = layer.label(way.label)
            excerpt = articles[one.document_number].excerpt(one.start, one.end)
            rows.append(Row(excerpt, self._name_of(way), label.color if label else ""))
        self.places.rows.show(rows)
        if rows:
            self.places.go_to(0)

    def _go(self, number: int) -> None:
        _, one = self._places[number]
        start, end = (one.span.start, one.span.end) if one.span is not None else (one.start, one.end)
        self.place_wanted.emit(Place(one.document_number, start, end))

    def _edited(self, edit: Edit) -> None:
        """Our own edits leave the list as it is; after all others it is out of date."""
        if edit.name not in ("unify", "mark_intended") or self._task is not None:
            self._stale = True
        self._say()

    # Settling --------------------------------------------------------------------------------------------------

    def unify(self, label: str, inner: str = "") -> None:
        """Treat the string at hand alike everywhere; worked out in the background, then done as one edit."""
        group, row = self.group, self.groups.currentRow()
        if group is None or self._task is not None or not self._may_write():
            return
        self._task = self._tasks.run(
            _plan,
            self._session.project.path,
            group,
            (label, inner),
            on_done=lambda plan: self._do(plan, row),
            on_error=self._fail,
        )

    def _do(self, plan: Plan, row: int) -> None:
        self._task = None
        try:
            edit = plan.edit(self._session.project)
        except PeymanError as error:
            self.failed.emit(error)
            return
        if plan.refused:
            self.failed.emit(plan.refused[0])
        if self._session.perform(edit):
            done, digits = plan.done, self._language.digits
            self.said.emit(self.tr("{count} places changed. Ctrl+Z takes it all back.").format(count=digits(done)))
            self._settled(row)

    def mark(self) -> None:
        """Mark the difference at hand as intended."""
        group, row = self.group, self.groups.currentRow()
        if group is not None and self._may_write() and self._session.perform(intended(self._session.project, group)):
            self.said.emit(self.tr("Marked as intended. It comes back only when a new way appears."))
            self._settled(row)

    def _may_write(self) -> bool:
        if self._session.project.read_only:
            self.failed.emit(PeymanError("project_read_only", path=self._session.project.path))
        return not self._session.project.read_only

    def _settled(self, row: int) -> None:
        """The string is dealt with: on to the next."""
        del self._groups[row]
        self._list(row)
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only lists are watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(resolve(event), in_places=watched is self.places)
        return super().eventFilter(watched, event)

    def _key(self, name: str, *, in_places: bool) -> bool:
        group = self.group
        labels = self._session.project.schema.layer(LAYER).labels
        label = next((one.id for one in labels if one.key == name), None)
        if name == "Esc":
            if in_places:
                self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()
        elif name == "Enter" and not in_places:
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)
        elif group is None:
            return False
        elif name == "M":
            here = in_places and self.places.current >= 0
            way = self._places[self.places.current][0] if here else group.majority
            self.unify(way.label, way.inner)
        elif name == "I":
            self.mark()
        elif name == "Delete":
            self.unify("")
        elif label is not None:
            self.unify(label)
        else:
            return False
        return True

    # Words -----------------------------------------------------------------------------------------------------

    def _word(self) -> None:
        self.untagged.setText(self.tr("Also where finished articles leave it alone"))
        self.again.setText(self.tr("Check again"))
        self.back.setText(self.tr("Search"))
        self.groups.setAccessibleName(self.tr("Strings that are labelled in several ways"))
        self.places.setAccessibleName(self.tr("Places of the string"))
        keys = self.tr(
            "M makes all like the most frequent, or like the place at hand; the key of a label gives them this "
            "label; I marks the difference as intended; Enter goes to the places."
        )
        self._keys.setText(towards(keys))
        self._say()

    def _say(self) -> None:
        digits = self._language.digits
        if self._task is not None or not self._checked:
            return
        if not self._groups:
            said = self.tr("Every string is labelled in one way only, or in ways that are meant.")
        else:
            said = self.tr("{count} strings are labelled in several ways").format(count=digits(len(self._groups)))
            if len(self._groups) > MOST_GROUPS:
                said += " · " + self.tr("only the first {count} are listed").format(count=digits(MOST_GROUPS))
        if self._stale:
            said += " · " + self.tr("something changed since; F5 checks again")
        self._said.setText(said)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            if self._checked:
                self._list(max(0, self.groups.currentRow()))
        super().changeEvent(event)


def _check(progress: Progress, path: Path, untagged: bool) -> list[Group]:
    def step(done: int, of: int) -> None:
        progress.total = of
        progress.step(done - progress.done)

    with Project.open(path, read_only=True) as project:
        return inconsistencies(project, untagged=untagged, step=step)


def _plan(progress: Progress, path: Path, group: Group, way: tuple[str, str]) -> Plan:
    progress.begin(group.count)
    with Project.open(path, read_only=True) as project:
        return unified(project, group, *way).plan("unify")
