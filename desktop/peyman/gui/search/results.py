"""The concordance: a query with its filters, every place it is found in, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from peyman.core.bulk import Plan, label_hits, remove_hits
from peyman.core.concordance import Hit, Search
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.project import Project
from peyman.core.schema import Label
from peyman.core.suggest import LAYER
from peyman.gui.fields import towards
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import display, resolve
from peyman.gui.kwic import Row, RowView
from peyman.gui.pages import Place
from peyman.gui.search.feed import MOST, Feed
from peyman.gui.search.filters import Filters
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.theme import icon
from peyman.gui.wording import percent, text_direction

MESSAGES |= {
    "search_nothing_ticked": QT_TRANSLATE_NOOP("errors", "Nothing is ticked. Space ticks a line, Ctrl+A all of them."),
}

Make: TypeAlias = Callable[[Project, Sequence[Hit]], Plan]

PATIENCE = 250  # milliseconds after the last letter until the search begins


class SearchPane(QWidget):
    """What is typed is looked for at once; Down goes to the list, Escape comes back.

    In the list Enter goes to the place. The key of a label labels all lines that are ticked and Delete takes their
    annotations away; what that would change is said first, and Enter does it, as one edit.

    Signals:
        place_wanted(Place), said(str), failed(PeymanError).
        check_wanted(): turn to the check of consistent labelling.
    """

    place_wanted = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    check_wanted = Signal()

    def __init__(self, session: Session, tasks: Tasks, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._language = language
        self._hits: list[Hit] = []
        self._asked = Search()  # what is listed
        self._more = False
        self._share = 1.0
        self._return_to: int | None = None  # the line to go to when it has come
        self._stale = True
        self._annotator = ""  # whose annotations are the own ones in the list
        self._planning: Task | None = None
        self._plan: tuple[Plan, str] | None = None  # what waits for Enter, and the name of the label; "" deletes
        self.feed = Feed(session.project.path, tasks, keep=not session.project.read_only, parent=self)
        self.field = QLineEdit()
        self.filters = Filters(language)
        self.list = RowView()
        self._count = QLabel()
        self._foot = QLabel()
        self._label_button, self._delete_button, self._check_button = QPushButton(), QPushButton(), QPushButton()
        self._typing = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect()
        self._word()

    def _lay_out(self) -> None:
        self.field.setClearButtonEnabled(True)
        self.field.setProperty("role", "search")
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._count.setProperty("role", "quiet")
        self._foot.setWordWrap(True)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._label_button.setMenu(QMenu(self._label_button))
        for button in (self._label_button, self._delete_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 2, 0, 0)
        row.addWidget(self._foot, 1)
        row.addWidget(self._label_button)
        row.addWidget(self._delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self._check_button)
        column.addLayout(top)
        for widget in (self.filters, self._count):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.run)
        self.field.textChanged.connect(self._typed)
        self.filters.changed.connect(self._typing.start)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.chosen.connect(self._go)
        self.list.rows.ticks_changed.connect(self._drop_plan)
        self.feed.came.connect(self._add)
        self.feed.advanced.connect(self._show_share)
        self.feed.ended.connect(self._end)
        self.feed.failed.connect(self.failed)
        self._label_button.menu().aboutToShow.connect(self._fill_menu)
        self._delete_button.clicked.connect(self._delete)
        self._check_button.clicked.connect(self.check_wanted)
        self._session.edited.connect(self._edited)
        self._session.project_edited.connect(self._show_choices)

    def enter(self) -> None:
        """Take the focus, with what is listed up to date."""
        self._show_choices()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        if self._stale or self._annotator != self._session.project.annotator:
            self.run()

    def leave(self) -> None:
        self._typing.stop()
        self.feed.stop()
        self._drop_plan()

    def _show_choices(self) -> None:
        self.filters.show_choices(self._session.project.schema, self._session.project.annotators)

    # Searching -------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        text = self.field.text()
        if text.strip():
            self.field.setLayoutDirection(text_direction(text))
        else:
            self.field.unsetLayoutDirection()
        self._typing.start()

    def run(self) -> None:
        """Search anew for what is asked for now."""
        self._typing.stop()
        self._stale, self._annotator = False, self._session.project.annotator
        self._asked = self.filters.search(self.field.text())
        self._hits = []
        self._more, self._share = False, 0.0
        self.list.rows.show([])
        self.feed.search(self._asked)
        self._say()

    def _add(self, hits: list[Hit]) -> None:
        first = not self._hits
        self._hits += hits
        self.list.rows.add([self._row(hit) for hit in hits])
        if first:
            self.list.go_to(0)
        if self._return_to is not None and self._return_to < len(self._hits):
            self.list.go_to(self._return_to)
            self._return_to = None

    def _show_share(self, share: float) -> None:
        self._share = share
        self._say()

    def _end(self, more: bool) -> None:
        self._more, self._share = more, 1.0
        if self._return_to is not None and self._hits:
            self.list.go_to(self._return_to)
        self._return_to = None
        self._say()

    def _row(self, hit: Hit) -> Row:
        project, span, placed = self._session.project, hit.span, hit.placed
        layer = project.schema.layers.get(span.layer) if span else None
        label = layer.label(span.label) if layer and span else None
        note = label.names(self._language.code) if label else span.label if span else ""
        if placed is not None and not hit.own:
            whose = self.tr("gold") if placed.kind == "gold" else placed.annotator
            note = f"{note} · \u2068{whose}\u2069"
        ticked = None if project.read_only else hit.own
        return Row(hit.excerpt, note, label.color if label else "", ticked, hit.own)

    def _edited(self) -> None:
        """What is listed may have changed."""
        if self.isVisible():
            self._return_to = max(0, self.list.current)
            self.run()
        else:
            self._stale = True

    def _go(self, number: int) -> None:
        hit = self._hits[number]
        excerpt = hit.excerpt
        others = hit.placed.set_number if hit.placed is not None and not hit.own else 0
        self.place_wanted.emit(Place(excerpt.document_number, excerpt.start, excerpt.end, others))

    # All at once -----------------------------------------------------------------------------------------------

    @property
    def label_layer(self) -> str:
        """The layer whose labels the keys mean: the one that is asked for, else the entities."""
        chosen = self._asked.layer or (self.filters.label.currentData() or "").partition("/")[0]
        return chosen or LAYER

    def label_all(self, label: Label) -> None:
        """Work out what labelling all that is ticked would change."""
        layer, name = self.label_layer, label.names(self._language.code)
        self._work_out(name, lambda project, hits: label_hits(project, hits, layer, label.id))

    def _delete(self) -> None:
        self._work_out("", remove_hits)

    def _work_out(self, label: str, make: Make) -> None:
        if self._session.project.read_only:
            self.failed.emit(PeymanError("project_read_only", path=self._session.project.path))
            return
        hits = [self._hits[number] for number in self.list.rows.ticked]
        hits += [hit for hit in self._hits if not hit.own]  # to say how many are left alone
        if not any(hit.own for hit in hits):
            self.failed.emit(PeymanError("search_nothing_ticked"))
            return
        self._drop_plan()
        self._planning = self._tasks.run(
            lambda progress, path: _planned(progress, path, hits, make),
            self._session.project.path,
            on_done=lambda plan: self._offer(plan, label),
            on_error=self.failed.emit,
        )

    def _offer(self, plan: Plan, label: str) -> None:
        """Say what would change and wait for Enter."""
        self._planning = None
        if plan.done:
            self._plan = plan, label
        digits = self._language.digits
        what = self.tr("“{label}” on {count} places in {articles} articles") if label else self.tr(
            "Deletes {count} annotations in {articles} articles"
        )
        if not plan.done:
            what = self.tr("Nothing would change")
        parts = [what.format(label=label, count=digits(plan.done), articles=digits(plan.documents))]
        if plan.idle:
            parts.append(self.tr("{count} are so already").format(count=digits(plan.idle)))
        if plan.refused:
            reason = word(plan.refused[0])
            parts.append(self.tr("{count} cannot: {reason}").format(count=digits(len(plan.refused)), reason=reason))
        if plan.left:
            parts.append(self.tr("{count} of others or other layers are left alone").format(count=digits(plan.left)))
        if plan.done:
            parts.append(self.tr("Enter does it, Esc does not."))
        self._foot.setText(towards(" · ".join(parts)))
        self._foot.setProperty("role", "group")
        self._foot.style().polish(self._foot)

    def _apply(self) -> None:
        if self._plan is None:
            return
        plan, _ = self._plan
        self._drop_plan()
        try:
            edit = plan.edit(self._session.project)
        except PeymanError as error:
            self.failed.emit(error)
            return
        if self._session.perform(edit):
            self.said.emit(
                self.tr("{count} places changed. Ctrl+Z takes it all back.").format(
                    count=self._language.digits(plan.done)
                )
            )

    def _drop_plan(self) -> None:
        if self._planning is not None:
            self._planning.silence()
            self._planning.cancel()
        self._planning = self._plan = None
        self._say()

    # Keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only widgets are watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            return self._field_key(name) if watched is self.field else self._list_key(name)
        return super().eventFilter(watched, event)

    def _field_key(self, name: str) -> bool:
        if name in ("Down", "Enter"):
            if self._typing.isActive():
                self.run()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if name == "Esc" and self.field.text():
            self.field.clear()
            return True
        return False

    def _list_key(self, name: str) -> bool:
        if name == "Esc":
            if self._plan is not None or self._planning is not None:
                self._drop_plan()
            else:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if name == "Enter" and self._plan is not None:
            self._apply()
            return True
        if name == "Up" and self.list.current <= 0:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if name == "Delete":
            self._delete()
            return True
        labels = self._session.project.schema.layer(self.label_layer).labels
        label = next((one for one in labels if one.key == name), None)
        if label is not None:
            self.label_all(label)
        return label is not None

    def _fill_menu(self) -> None:
        menu = self._label_button.menu()
        menu.clear()
        code = self._language.code
        for label in self._session.project.schema.layer(self.label_layer).labels:
            key = display(label.key, code) if label.key else ""
            menu.addAction(f"{label.names(code)}\t{key}", partial(self.label_all, label))

    # Words -----------------------------------------------------------------------------------------------------

    def _word(self) -> None:
        self.field.setPlaceholderText(self.tr('Words, "a phrase", beginn*'))
        self.field.setAccessibleName(self.tr("Search the project"))
        self.list.setAccessibleName(self.tr("Places found"))
        self._label_button.setText(self.tr("Label what is ticked"))
        self._delete_button.setText(self.tr("Delete"))
        self._check_button.setText(f"{self.tr('Consistency')} ({display('F5', self._language.code)})")
        self._say()

    def _say(self) -> None:
        """Say how many places there are, how far the search is, and what the keys do."""
        digits, asked = self._language.digits, self._asked
        articles = len({hit.excerpt.document_number for hit in self._hits})
        empty = not asked.text.strip() and not asked.annotations
        if empty:
            said = self.tr(
                "Words are found however they are written: joined or apart, with Arabic or Persian letters and digits."
            )
        elif self._hits:
            said = self.tr("{count} places in {articles} articles").format(
                count=digits(len(self._hits)), articles=digits(articles)
            )
            if self._more:
                said += " · " + self.tr("only the first {count} are listed").format(count=digits(MOST))
        else:
            said = self.tr("Nothing found") if not self.feed.busy else self.tr("Searching…")
        if self.feed.busy and self._share < 1.0 and not empty:
            said += f" · {percent(self._share)}"
        self._count.setText(said)
        if self._plan is None and self._planning is None:
            writable = bool(self._hits) and not self._session.project.read_only
            self._foot.setProperty("role", "quiet")
            self._foot.style().polish(self._foot)
            hint = self.tr("Enter goes there, Space ticks; the key of a label labels what is ticked.")
            hint = hint if writable else self.tr("Enter goes there.") if self._hits else ""
            self._foot.setText(towards(hint))
            self._label_button.setVisible(writable)
            self._delete_button.setVisible(writable and asked.annotations)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.list.rows.show([self._row(hit) for hit in self._hits])
        super().changeEvent(event)


def _planned(progress: Progress, path: Path, hits: Sequence[Hit], make: Make) -> Plan:
    progress.begin(len(hits))
    with Project.open(path, read_only=True) as project:
        return make(project, hits)
