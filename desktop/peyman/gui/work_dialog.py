"""A dialog that works in the background: with a bar, a way to stop, and a button for where something was written."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QWidget

from peyman.core.errors import PeymanError
from peyman.gui.fields import Dialog, plain_buttons
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Cancelled, Progress, Task, Tasks

OpenUrl: TypeAlias = Callable[[QUrl], bool]

T = TypeVar("T")


def teller(progress: Progress) -> Callable[[int, int, str], None]:
    """Return what passes on how far the core is; it asks by itself whether to stop."""

    def tell(done: int, total: int, name: str) -> None:
        with contextlib.suppress(Cancelled):
            progress.reach(done, total, name)

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

    def __init__(
        self,
        tasks: Tasks,
        language: Language,
        accept: str,
        parent: QWidget | None = None,
        *,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        """`accept` is what stands on the button that does it."""
        super().__init__(parent)
        self._tasks = tasks
        self._language = language
        self._task: Task | None = None
        self._writing = False
        self._holding = False  # the project
        self._open_url = open_url
        self._folder: Path | None = None
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
        self.folder_button = self.buttons.addButton(self.tr("Show the &folder"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.stop_button, self.folder_button):
            button.setAutoDefault(False)
            button.hide()
        plain_buttons(self.buttons)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.stop_button.clicked.connect(self.stop)
        self.folder_button.clicked.connect(self._show_folder)

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

    def offer_folder(self, folder: Path | None) -> None:
        """Offer to show the folder that something was written into; None: no longer."""
        self._folder = folder
        self.folder_button.setVisible(folder is not None)

    def _show_folder(self) -> None:
        self._open_url(QUrl.fromLocalFile(str(self._folder)))

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
