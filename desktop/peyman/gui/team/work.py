"""What the dialogs of a team share: work in the background with a bar and a way to stop it, and a list of files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peyman.core.errors import PeymanError
from peyman.gui.fields import Dialog, plain_buttons
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Cancelled, Progress, Task, Tasks
from peyman.gui.theme import icon

T = TypeVar("T")


def teller(progress: Progress) -> Callable[[int, int, str], None]:
    """Return what passes on how far the core is; it asks by itself whether to stop."""

    def tell(done: int, total: int, name: str) -> None:
        progress.total = total
        with contextlib.suppress(Cancelled):
            progress.step(done - progress.done, name)

    return tell


def unless_stopped(result: T | None) -> T:
    """Return what the core did; it says None when it was stopped."""
    if result is None:
        raise Cancelled
    return result


class WorkDialog(Dialog):
    """A dialog with a notice, a bar and buttons, that does one piece of work at a time off the window's thread.

    Work that writes needs the project for itself: `project_needed` is the moment to close it, `project_free` the moment
    to open it again. Between them the dialog cannot be closed, only stopped.

    Signals:
        project_needed(): the project is about to be opened in another thread.
        project_free(): it is closed again.
    """

    project_needed = Signal()
    project_free = Signal()

    def __init__(self, tasks: Tasks, language: Language, accept: str, parent: QWidget | None = None) -> None:
        """`accept` is what stands on the button that does it."""
        super().__init__(parent)
        self._tasks = tasks
        self._language = language
        self._task: Task | None = None
        self._writing = False
        self._holding = False  # the project
        self.notice = Notice()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        self.accept_button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.stop_button = self.buttons.addButton(self.tr("&Stop"), QDialogButtonBox.ButtonRole.ActionRole)
        self.stop_button.setAutoDefault(False)
        self.stop_button.hide()
        plain_buttons(self.buttons)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.stop_button.clicked.connect(self.stop)

    # What each dialog says for itself

    def start(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def show_failure(self, error: PeymanError) -> None:
        self.notice.say("error", word(error))

    def show_stopped(self) -> None:
        self.notice.say("warning", self.tr("Stopped; nothing was changed."))

    def set_editable(self, editable: bool) -> None:
        """Let the person change what is chosen, or not while it is being done."""
        raise NotImplementedError

    # Work, one piece at a time

    @property
    def busy(self) -> bool:
        """Whether something is being written, so that the dialog cannot be closed."""
        return self._writing

    def look(self, work: Callable[..., T], *args: object, done: Callable[[T], None]) -> None:
        """Find something out in the background; what was being found out before is dropped."""
        self._drop_task()
        self._run(work, *args, done=done)

    def write(self, work: Callable[..., T], *args: object, done: Callable[[T], None], alone: bool = True) -> None:
        """Do something in the background that can only be stopped; `alone`: it needs the project for itself."""
        self._drop_task()
        self._writing, self._holding = True, alone
        self.set_editable(False)
        for button, shown in ((self.accept_button, False), (self.close_button, False), (self.stop_button, True)):
            button.setVisible(shown)
        self.stop_button.setEnabled(True)
        self.stop_button.setFocus()
        if alone:
            self.project_needed.emit()
        self._run(work, *args, done=done)

    def stop(self) -> None:
        """Ask what is being written to stop; nothing of it stays then."""
        if self._task is not None:
            self._task.cancel()
            self.stop_button.setEnabled(False)

    def reject(self) -> None:
        """Close; while something is written, stop that instead."""
        if self._writing:
            self.stop()
            return
        self._drop_task()
        super().reject()

    def _run(self, work: Callable[..., T], *args: object, done: Callable[[T], None]) -> None:
        self.bar.setRange(0, 0)
        self.bar.show()

        def ended(answer: Callable[..., None], *values: object) -> None:
            self._task = None
            self.bar.hide()
            self._end_writing()
            answer(*values)

        self._task = self._tasks.run(
            work,
            *args,
            on_done=lambda result: ended(done, result),
            on_error=lambda error: ended(self.show_failure, error),
            on_progress=self._show_progress,
            on_cancelled=lambda: ended(self.show_stopped),
        )

    def _end_writing(self) -> None:
        if not self._writing:
            return
        self._writing = False
        self.set_editable(True)
        for button, shown in ((self.accept_button, True), (self.close_button, True), (self.stop_button, False)):
            button.setVisible(shown)
        if self._holding:
            self._holding = False
            self.project_free.emit()

    def end(self) -> None:
        """Leave nothing to do but to close."""
        self.accept_button.setEnabled(False)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _show_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(min(progress.done, progress.total))


class FileList(QWidget):
    """Files to choose, add by dropping, and take off again.

    Signals:
        changed(): another file is on the list, or one less.
        browse_requested(): the button was pressed; whoever listens adds files.
    """

    changed = Signal()
    browse_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says what the files are, to those who hear it."""
        super().__init__(parent)
        self.paths: list[Path] = []
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumHeight(64)
        self.list.itemSelectionChanged.connect(self._check)
        self.add_button = QPushButton(self.tr("Add &files…"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        row = QHBoxLayout()
        for button, slot in ((self.add_button, self.browse_requested.emit), (self.remove_button, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.setAcceptDrops(True)
        self._check()

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the list, each once."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self.paths]
        for path in fresh:
            self.paths.append(path)
            item = QListWidgetItem(icon("new"), f"\u2066{path.name}\u2069")
            item.setToolTip(str(path))
            self.list.addItem(item)
        if fresh:
            self.changed.emit()

    def _remove(self) -> None:
        rows = sorted((index.row() for index in self.list.selectedIndexes()), reverse=True)
        for row in rows:
            self.list.takeItem(row)
            del self.paths[row]
        if rows:
            self.changed.emit()

    def _check(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedIndexes()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
