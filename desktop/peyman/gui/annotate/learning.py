"""Learning from the annotator's finished articles while he pauses.

A child process does the work, so the window stays as quick as ever; what is learned is only taken up when it did
well on articles it had not seen. Everything it knows can be learned again, so stopping it loses nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from peyman.core.edits import Edit
from peyman.core.errors import PeymanError
from peyman.core.model import SetState
from peyman.core.project import Project
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks

# Imported when there is a pause: no start of the window needs it.
if TYPE_CHECKING:
    from peyman.core.tagger import Report, Training

PAUSE = 30_000  # milliseconds without an edit
GROWTH = 1.1  # learn again when there are so many times the articles of the last time


class Learner(QObject):
    """Trains the tagger in pauses, when enough articles have been finished since the last time.

    Signals:
        learned(Report): a new tagger lies in the side folder; it may not be good enough to be offered.
    """

    learned = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, *, wanted: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._wanted = wanted
        self._training: Training | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.learn)
        session.edited.connect(self._edited)
        if wanted:
            self._pause.start()

    @property
    def busy(self) -> bool:
        return self._task is not None

    def want(self, wanted: bool) -> None:
        """Switch learning on or off; what was learned stays."""
        self._wanted = wanted
        if wanted:
            self._pause.start()
        else:
            self.stop()

    def _edited(self, edit: Edit) -> None:
        finishing = any(isinstance(change.after, SetState) for change in edit.changes)
        if self._wanted and (finishing or self._pause.isActive()):
            self._pause.start()

    def learn(self) -> None:
        """Begin, if there is enough to learn from and nothing is being learned yet."""
        from peyman.core.tagger import MIN_DOCUMENTS, learned_from  # noqa: PLC0415

        project = self._session.project
        if self._task is not None or project.read_only:
            return
        finished = project.state_counts().get("finished", 0)
        if finished < max(MIN_DOCUMENTS, GROWTH * learned_from(project.side_folder)):
            return
        self._task = self._tasks.run(
            self._train, project.path, on_done=self._done, on_error=self._failed, on_cancelled=self._end
        )

    def _train(self, _progress: Progress, path: Path) -> Report | None:
        """In another thread, with a connection of its own; the thinking is done by a child process."""
        from peyman.core.tagger import Training  # noqa: PLC0415

        with Project.open(path, read_only=True) as project:
            self._training = Training(project.own_articles(only_finished=True), project.side_folder)
            return self._training.run()

    def stop(self) -> None:
        """Learn no further now; the window is being closed, or it is not wanted any more."""
        self._pause.stop()
        if self._training is not None:
            self._training.cancel()

    def _done(self, report: Report | None) -> None:
        self._end()
        if report is not None:
            self.learned.emit(report)

    def _failed(self, _error: PeymanError) -> None:
        """Nobody asked for this, so nobody is told; the next pause tries again."""
        self._end()

    def _end(self) -> None:
        self._task = self._training = None
