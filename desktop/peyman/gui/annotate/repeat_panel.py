"""The same string everywhere: what else could get the label of the selected span, to look at before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from peyman.core.edits import shorten
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.excerpts import Article
from peyman.core.model import Span
from peyman.core.project import Project
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.desk import Desk
from peyman.gui.fields import towards
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import resolve
from peyman.gui.kwic import Row, RowView
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.wording import percent

# Searching is imported when the same string is looked for, off the way of the window's start.
if TYPE_CHECKING:
    from peyman.core.bulk import Plan
    from peyman.core.repeats import Pattern, Repeat, Repeats

MESSAGES |= {
    "repeat_nothing": QT_TRANSLATE_NOOP(
        "errors", "Select an entity or a commitment first, or label some text: R then offers its other places."
    ),
    "repeat_nowhere": QT_TRANSLATE_NOOP("errors", "“{quote}” stands nowhere else without this label."),
    "repeat_done": QT_TRANSLATE_NOOP("errors", "Labelled in {count} more places. Ctrl+Z takes them all back."),
}

_HEIGHT = 190  # pixels of the list at most


class RepeatPanel(QFrame):
    """A list of places: Space ticks one, Ctrl+A all, Enter labels those that are ticked, Escape goes back.

    Signals:
        left(): the panel is done with, and hidden.
    """

    left = Signal()

    def __init__(
        self,
        session: Session,
        desk: Desk,
        view: ArticleView,
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("repeat_panel")
        self._session = session
        self._desk = desk
        self._view = view
        self._tasks = tasks
        self._language = language
        self._span: Span | None = None
        self._repeats: Repeats | None = None
        self._task: Task | None = None
        self._head = QLabel()
        self._head.setWordWrap(True)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._about = QLabel()  # all of what the current line has no room for
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setProperty("role", "quiet")
        self.list = RowView()
        self.list.installEventFilter(self)
        self.list.setMaximumHeight(_HEIGHT)
        self.list.rows.ticks_changed.connect(self._word)
        self.list.selectionModel().currentChanged.connect(self._show_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addWidget(self._about)
        self.hide()

    def repeat(self, *, everywhere: bool) -> None:
        """Offer the other places of the selected span's string, in the article or in the whole project."""
        from peyman.core.repeats import Pattern, Repeats  # noqa: PLC0415

        span, number = self._desk.selected, self._session.document_number
        if span is None or span.layer == "argument" or number is None:
            self._session.failed.emit(PeymanError("repeat_nothing"))
            return
        if self._session.project.read_only:
            self._session.failed.emit(PeymanError("project_read_only", path=self._session.project.path))
            return
        self._cancel()
        self._span = span
        repeats = Repeats(Pattern.of(span, number))
        if everywhere:
            self._task = self._tasks.run(
                _look_everywhere,
                self._session.project.path,
                repeats,
                on_progress=self._show_progress,
                on_done=self._show,
                on_error=self._failed,
            )
            self.list.rows.show([])
            self._head.setText(self.tr("Looking through the project…"))
            self._appear()
        else:
            project, document = self._session.project, self._session.document
            assert document is not None
            article = Article(number, document.name, document.title, document.direction, document.text)
            own = project.own_set(number)
            repeats.look(article, project.own_sets([number])[number], own.spans, project.schema)
            self._show(repeats)

    # Showing ---------------------------------------------------------------------------------------------------

    def _show(self, repeats: Repeats) -> None:
        self._task = None
        self._repeats = repeats
        if not repeats.found:
            self._leave()
            self._desk.said.emit(PeymanError("repeat_nowhere", quote=shorten(repeats.pattern.quote)))
            return
        here = repeats.pattern.document_number
        self.list.shows_titles = any(one.excerpt.document_number != here for one in repeats.found)
        self.list.rows.show(self._row(one) for one in repeats.found)
        self._appear()
        self.list.go_to(0)

    def _show_place(self) -> None:
        """Show the places in the article in view, and the current one of them."""
        found = self._repeats.found if self._repeats is not None else []
        here = self._session.document_number
        places = [(one.excerpt.start, one.excerpt.end) for one in found if one.excerpt.document_number == here]
        current = None
        if 0 <= self.list.current < len(found) and found[self.list.current].excerpt.document_number == here:
            excerpt = found[self.list.current].excerpt
            current = excerpt.start, excerpt.end
            self._view.ensure_visible(*current)
        self._view.set_found(places, current)
        about = self._all_about(found[self.list.current]) if 0 <= self.list.current < len(found) else ""
        self._about.setText(towards(about))
        self._about.setVisible(bool(about))

    def _all_about(self, one: Repeat) -> str:
        title = f"\u2068{one.excerpt.title}\u2069" if self.list.shows_titles else ""
        return " · ".join(part for part in (self._note(one), title) if part)

    def _appear(self) -> None:
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, one: Repeat) -> Row:
        assert self._repeats is not None
        label = self._session.project.schema.label(self._repeats.pattern.layer, self._repeats.pattern.label)
        return Row(one.excerpt, self._note(one), label.color, one.kind == "free", one.possible)

    def _note(self, one: Repeat) -> str:
        if one.reason is not None:
            return word(one.reason)
        if one.kind == "other" and one.span is not None:
            label = self._session.project.schema.layer(one.span.layer).label(one.span.label)
            name = label.names(self._language.code) if label else one.span.label
            return self.tr("is “{label}” now").format(label=name)
        if one.kind == "part" and one.span is not None:
            return self.tr("part of the same: “{quote}”").format(quote=f"\u2068{shorten(one.span.quote)}\u2069")
        return {
            "apart": self.tr("written apart"),
            "finished": self.tr("the article is finished"),
            "skipped": self.tr("the article was skipped"),
            "others": self.tr("others annotate this article"),
        }.get(one.kind, "")

    def _word(self) -> None:
        """Say what is about to happen."""
        if self._repeats is None:
            return
        digits, pattern = self._language.digits, self._repeats.pattern
        label = self._session.project.schema.label(pattern.layer, pattern.label)
        head = self.tr(
            "“{quote}” as “{label}”: {ticked} of {count} places ticked. Enter labels them, Space ticks, "
            "Ctrl+A ticks all or none, Esc goes back."
        ).format(
            quote=f"\u2068{shorten(pattern.quote)}\u2069",
            label=label.names(self._language.code),
            ticked=digits(len(self.list.rows.ticked)),
            count=digits(len(self._repeats.found)),
        )
        self._head.setText(towards(head))
        self.list.setAccessibleName(head)

    def _show_progress(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        self._head.setText(self.tr("Looking through the project… {percent}").format(percent=percent(share)))

    # Doing -----------------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        """Label what is ticked: at once in this article, else worked out in the background."""
        from peyman.core.repeats import repeat  # noqa: PLC0415

        repeats = self._repeats
        if repeats is None or self._task is not None:
            return
        chosen = [repeats.found[number] for number in self.list.rows.ticked]
        if all(one.excerpt.document_number == repeats.pattern.document_number for one in chosen):
            self._do(repeat(self._session.project, repeats.pattern, chosen).plan("repeat"))
            return
        self._task = self._tasks.run(
            _plan, self._session.project.path, repeats.pattern, chosen, on_done=self._do, on_error=self._failed
        )

    def _do(self, plan: Plan) -> None:
        self._task = None
        span = self._span
        try:
            edit = plan.edit(self._session.project)
        except PeymanError as error:
            self._failed(error)
            return
        if not self._session.own:  # what is labelled now is one's own
            self._session.show_own()
        done = self._session.perform(edit)
        self._leave()
        if span is not None:
            self._desk.select_span(span.id)
        if done:
            self._desk.said.emit(PeymanError("repeat_done", count=self._language.digits(plan.done)))

    def _failed(self, error: PeymanError) -> None:
        self._task = None
        self._leave()
        self._session.failed.emit(error)

    def give_up(self) -> None:
        """Hide the panel and stop what runs for it; where the focus goes is for others to say."""
        self._cancel()
        if self._repeats is not None:
            self._repeats = None
            self._view.set_found([], None)
        self.hide()

    def _leave(self) -> None:
        self.give_up()
        self.left.emit()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    # Keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override] # only the list is watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = resolve(event)
            if name == "Enter":
                self._apply()
                return True
            if name == "Esc":
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._repeats is not None:
            self._show(self._repeats)
        super().changeEvent(event)


def _look_everywhere(progress: Progress, path: Path, repeats: Repeats) -> Repeats:
    from peyman.core.concordance import Concordance  # noqa: PLC0415
    from peyman.core.repeats import in_project  # noqa: PLC0415

    with Project.open(path, read_only=True) as project, Concordance(project) as concordance:
        for read, of in in_project(concordance, repeats):
            progress.total = of
            progress.step(read - progress.done)
    repeats.found.sort(key=lambda one: one.kind != "free")  # what would be done stands first
    return repeats


def _plan(progress: Progress, path: Path, pattern: Pattern, chosen: Sequence[Repeat]) -> Plan:
    from peyman.core.repeats import repeat  # noqa: PLC0415

    progress.begin(len(chosen))
    with Project.open(path, read_only=True) as project:
        return repeat(project, pattern, chosen).plan("repeat")
