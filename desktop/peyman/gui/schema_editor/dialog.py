"""The editor of the schema: steps on a draft, told in words at once, and kept as one edit that undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.core.schema_draft import Draft, Entry, are_siblings, differences, entries, found, names_of
from peyman.core.schema_edits import Plan, Usage, plan, schema_edit
from peyman.gui.fields import ContentEdit, Dialog, Form, plain_buttons, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.schema_editor.form import EntryForm
from peyman.gui.schema_editor.tree import SchemaTree
from peyman.gui.schema_editor.words import difference_words, usage_words
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.wording import isolated, joined

PAUSE = 250  # milliseconds from a step until it is worked out what the annotations need


def begin(progress: Progress, path: Path) -> tuple[Draft, Usage]:
    """Read the schema for editing, and count what is in use."""
    progress.step(0)
    with Project.open(path, read_only=True) as project:
        return Draft(project.schema), Usage.of(project)


def work_out(progress: Progress, path: Path, schema: Schema, usage: Usage) -> Plan:
    """Work out what the annotations need, through a connection of its own."""
    with Project.open(path, read_only=True) as project:
        return plan(project, schema, usage, progress.reach)


class SchemaDialog(Dialog):
    """The tree of the schema, the fields of what is current, and below them what will change."""

    def __init__(self, session: Session, tasks: Tasks, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._language = language
        self._task: Task | None = None
        self._draft: Draft | None = None
        self._usage = Usage(())
        self._plan: Plan | None = None
        self.setWindowTitle(self.tr("Labels and attributes"))
        self.tree = SchemaTree(language)
        self.form = EntryForm(language)
        self.changes = QListWidget()
        self.notice = Notice()
        self.add_button, self.retire_button, self.merge_button, self.remove_button = (QPushButton() for _ in range(4))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = self.buttons.addButton(self.tr("Change the schema"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._merge_menu = QMenu(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._work_out)
        self._lay_out()
        self._connect()
        self._set_ready(False)
        self.notice.say("info", self.tr("What is in use is being counted…"))
        self._run(begin, session.project.path, done=self._begun)

    def _lay_out(self) -> None:
        self.add_button.setText(self.tr("Add…"))
        self.merge_button.setText(self.tr("Merge into"))
        self.merge_button.setMenu(self._merge_menu)
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setToolTip(self.tr("Only what was added just now can be removed; all else is retired."))
        steps = QHBoxLayout()
        for button in (self.add_button, self.retire_button, self.merge_button, self.remove_button):
            button.setAutoDefault(False)
            steps.addWidget(button)
        steps.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("role", "pane")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 6, 0)
        column.addWidget(scroll, 1)
        column.addLayout(steps)
        splitter = QSplitter()
        splitter.addWidget(self.tree)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([330, 470])
        splitter.setChildrenCollapsible(False)
        heading = QLabel(self.tr("What changes"))
        heading.setProperty("role", "group")
        self.changes.setAccessibleName(heading.text())
        self.changes.setMaximumHeight(self.fontMetrics().height() * 5)
        self.changes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.changes.setWordWrap(True)
        plain_buttons(self.buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 14, 18, 12)
        page.setSpacing(8)
        page.addWidget(splitter, 1)
        page.addWidget(heading)
        page.addWidget(self.changes)
        page.addWidget(self.notice)
        page.addWidget(self.buttons)
        around = self.parentWidget()
        room = around.size() if around is not None else self.screen().availableSize()
        self.resize(min(900, room.width() * 95 // 100), min(680, room.height() * 95 // 100))

    def _connect(self) -> None:
        self.tree.chosen.connect(self._show_entry)
        self.form.wanted.connect(self._set)
        self.add_button.clicked.connect(self._ask_to_add)
        self.retire_button.clicked.connect(self._retire_or_restore)
        self.remove_button.clicked.connect(lambda: self._step(lambda draft, entry: draft.remove(entry)))
        self._merge_menu.aboutToShow.connect(self._fill_merge_menu)
        self.buttons.accepted.connect(self.apply)
        self.buttons.rejected.connect(self.reject)

    # Showing ---------------------------------------------------------------------------------------------------

    def _set_ready(self, ready: bool) -> None:
        for widget in (self.tree, self.form, self.add_button):
            widget.setEnabled(ready)
        if not ready:
            for button in (self.retire_button, self.merge_button, self.remove_button, self.apply_button):
                button.setEnabled(False)
        self.retire_button.setText(self.tr("Retire"))

    def _begun(self, result: tuple[Draft, Usage]) -> None:
        self._draft, self._usage = result
        self.notice.hush()
        self._set_ready(not self._session.project.read_only)
        if self._session.project.read_only:
            self.notice.say("warning", self.tr("This project is open for reading only; its schema cannot be changed."))
        self.tree.setEnabled(True)
        self.tree.show_schema(self._draft.schema, self._usage)
        self.tree.setFocus()
        self._show_entry()

    def _show_entry(self) -> None:
        draft, entry = self._draft, self.tree.entry
        one = found(draft.schema, entry) if draft and entry else None
        self.form.setVisible(one is not None)
        writable = one is not None and not self._session.project.read_only
        for button in (self.retire_button, self.merge_button):
            button.setEnabled(writable)
        if draft is None or entry is None or one is None:
            self.remove_button.setEnabled(False)
            return
        self.form.show_entry(entry, one, self._about(entry))
        self.retire_button.setText(self.tr("Restore") if one.retired else self.tr("Retire"))
        self.merge_button.setEnabled(writable and not one.retired and bool(self._others(entry)))
        self.remove_button.setEnabled(writable and found(self._session.project.schema, entry) is None)

    def _about(self, entry: Entry) -> str:
        return f"\u2066{entry}\u2069 · {usage_words(entry, self._usage, self._language)}"

    def _show_changes(self) -> None:
        """Say in words what differs, and let it be worked out what the annotations need."""
        assert self._draft is not None
        old, new = self._session.project.schema, self._draft.schema
        self.changes.clear()
        for one in differences(old, new):
            self.changes.addItem(difference_words(one, old, new, self._usage, self._language))
        self._plan = None
        self.apply_button.setEnabled(False)
        self._drop_task()
        if new.body == old.body:
            self.notice.hush()
            self._pause.stop()
        else:
            self.notice.say("info", self.tr("It is being worked out what the annotations need…"))
            self._pause.start()

    def _work_out(self) -> None:
        assert self._draft is not None
        self._run(work_out, self._session.project.path, self._draft.schema, self._usage, done=self._show_plan)

    def _show_plan(self, planned: Plan) -> None:
        self._plan = planned
        digits = self._language.digits
        parts = [self.tr("{count} annotations follow.").format(count=digits(len(planned.changes)))]
        if planned.left:
            left = self.tr("{count} stay as they are, since the same is there already: {places}")
            first = (isolated(f"{one.document}: {one.quote}") for one in planned.left[:3])
            places = joined(first, self._language.code)
            parts.append(left.format(count=digits(len(planned.left)), places=places))
        if planned.elsewhere:
            elsewhere = self.tr("{count} from other files stay and are read as what they became.")
            parts.append(elsewhere.format(count=digits(planned.elsewhere)))
        self.notice.say("warning" if planned.left else "done", " ".join(parts))
        self.apply_button.setEnabled(True)
        self.apply_button.setDefault(True)

    # Steps -----------------------------------------------------------------------------------------------------

    def _step(self, take: Callable[[Draft, Entry], object], entry: Entry | None = None) -> PeymanError | None:
        """Take a step on the draft; say why if it is refused."""
        entry = entry or self.tree.entry
        if self._draft is None or entry is None:
            return None
        try:
            take(self._draft, entry)
        except PeymanError as error:
            self._show_entry()
            self.notice.say("error", word(error))
            return error
        self.tree.show_schema(self._draft.schema, self._usage)
        self.tree.choose(entry)
        self._show_entry()
        self._show_changes()
        return None

    def _set(self, values: dict[str, Any]) -> None:
        self._step(lambda draft, entry: draft.set(entry, **values))

    def _retire_or_restore(self) -> None:
        def take(draft: Draft, entry: Entry) -> None:
            one = found(draft.schema, entry)
            if one is not None and one.retired:
                draft.restore(entry)
            else:
                draft.retire(entry)

        self._step(take)

    def merge_into(self, into: str) -> None:
        """Merge what is current into another beside it."""
        self._step(lambda draft, entry: draft.merge(entry, into))

    def _others(self, entry: Entry) -> list[Entry]:
        """What an entry can be merged into."""
        assert self._draft is not None
        schema = self._draft.schema
        return [
            one
            for one in entries(schema)
            if one != entry and are_siblings(one, entry) and (other := found(schema, one)) and not other.retired
        ]

    def _fill_merge_menu(self) -> None:
        self._merge_menu.clear()
        entry = self.tree.entry
        if self._draft is None or entry is None:
            return
        for other in self._others(entry):
            name = names_of(other, self._draft.schema, self._language.code).rpartition(" › ")[2]
            into = other.choice or other.id
            self._merge_menu.addAction(f"\u2068{name}\u2069").triggered.connect(
                lambda _checked=False, into=into: self.merge_into(into)
            )

    def _ask_to_add(self) -> None:
        if self._draft is None:
            return
        AddDialog(self._draft.schema, self.tree.layer, self.tree.entry, self._language, self.add, self).open()

    def add(self, entry: Entry, values: dict[str, Any]) -> PeymanError | None:
        """Add an entry; return why that was refused."""
        return self._step(lambda draft, new: draft.add(new, **values), entry)

    # Keeping ---------------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Change the schema, and the annotations that follow, as one edit."""
        self.form.commit()
        if self._plan is None:
            return
        try:
            edit = schema_edit(self._session.project, self._plan)
        except PeymanError as error:
            self.notice.say("error", word(error))
            return
        refused: list[PeymanError] = []
        self._session.failed.connect(refused.append)
        done = self._session.perform(edit)
        self._session.failed.disconnect(refused.append)
        if done:
            self.accept()
        elif refused:
            self.notice.say("error", word(refused[0]))

    def done(self, result: int) -> None:
        self._pause.stop()
        self._drop_task()
        super().done(result)

    def _run(self, work: Callable[..., object], *args: object, done: Callable[..., None]) -> None:
        self._drop_task()

        def ended(answer: Callable[..., None], value: object) -> None:
            self._task = None
            answer(value)

        self._task = self._tasks.run(
            work,
            *args,
            on_done=lambda result: ended(done, result),
            on_error=lambda error: ended(self._failed, error),
        )

    def _failed(self, error: PeymanError) -> None:
        self.notice.say("error", word(error))

    def _drop_task(self) -> None:
        """Let go of what is under way: nobody waits for it any more."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None


class AddDialog(Dialog):
    """What to add, where, and under which id."""

    def __init__(
        self,
        schema: Schema,
        layer: str,
        beside: Entry | None,
        language: Language,
        add: Callable[[Entry, dict[str, Any]], PeymanError | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._add = add
        self._language = language
        self.setWindowTitle(self.tr("Add to the schema"))
        self.setMinimumWidth(420)
        self.what, self.kind = QComboBox(), QComboBox()
        self.id, self.name, self.choices = QLineEdit(), ContentEdit("name"), QLineEdit()
        self.notice = Notice()
        self._offer(schema, layer or next(iter(schema.layers)), beside)
        self._fill_kinds()
        form = Form()
        self._kind_label, self._choices_label = QLabel(self.tr("Kind")), QLabel(self.tr("Values"))
        form.add_field(QLabel(self.tr("What")), self.what)
        form.add_field(QLabel(self.tr("Id")), self.id, quiet(self.tr("Latin letters; it is what files hold.")))
        form.add_field(QLabel(self.tr("Name")), self.name)
        form.add_field(self._kind_label, self.kind)
        form.add_field(self._choices_label, self.choices)
        self.choices.setPlaceholderText("yes, no, unclear")
        for field in (self.id, self.choices):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        plain_buttons(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.addWidget(titled(self.windowTitle()))
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(buttons)
        self.what.currentIndexChanged.connect(self._show_fields)
        self.kind.currentIndexChanged.connect(self._show_fields)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        self._show_fields()
        self.id.setFocus()

    def _offer(self, schema: Schema, layer: str, beside: Entry | None) -> None:
        """Offer a label and an attribute of the layer, and a choice of the attribute at hand."""
        name = schema.layer(layer).names(self._language.code)
        if layer != "document":
            label = self.tr("A label of the layer “{layer}”").format(layer=f"\u2068{name}\u2069")
            self.what.addItem(label, Entry(layer, "labels", ""))
        attribute = self.tr("An attribute of the layer “{layer}”").format(layer=f"\u2068{name}\u2069")
        self.what.addItem(attribute, Entry(layer, "attributes", ""))
        known = schema.layer(layer).attribute(beside.id) if beside and beside.kind == "attributes" else None
        if known is not None and known.choices:
            of = self.tr("A value of “{attribute}”").format(attribute=f"\u2068{known.names(self._language.code)}\u2069")
            self.what.addItem(of, Entry(layer, "attributes", known.id, "?"))
            self.what.setCurrentIndex(self.what.count() - 1)
        elif beside and beside.kind == "attributes" and layer != "document":
            self.what.setCurrentIndex(1)

    def _fill_kinds(self) -> None:
        for kind, words in (
            ("choice", self.tr("one of several values")),
            ("multi", self.tr("any number of values")),
            ("text", self.tr("text")),
            ("list", self.tr("list of texts")),
            ("number", self.tr("number")),
        ):
            self.kind.addItem(words, kind)

    def _show_fields(self) -> None:
        where: Entry = self.what.currentData()
        attribute = where.kind == "attributes" and not where.choice
        closed = attribute and self.kind.currentData() in ("choice", "multi")
        self._kind_label.setVisible(attribute)
        self.kind.setVisible(attribute)
        self._choices_label.setVisible(closed)
        self.choices.setVisible(closed)

    def take(self) -> None:
        """Add what was asked for; say why if that cannot be."""
        where: Entry = self.what.currentData()
        new_id = self.id.text().strip()
        entry = replace(where, choice=new_id) if where.choice else replace(where, id=new_id)
        values: dict[str, Any] = {"names": {self._language.code: self.name.text().strip()}}
        if where.kind == "attributes" and not where.choice:
            values["kind"] = self.kind.currentData()
            if values["kind"] in ("choice", "multi"):
                values["choices"] = [part for part in self.choices.text().replace(",", " ").split() if part]
        error = self._add(entry, values) if new_id else None
        if error is not None:
            self.notice.say("error", word(error))
        elif new_id:
            self.accept()
        else:
            self.notice.say("info", self.tr("Give it an id."))
