"""Work off the window's thread, with progress and a way to cancel it.

    tasks.run(read_folder, folder, on_progress=bar.show_progress, on_done=self.show_articles, on_error=self.tell)

`read_folder(progress, folder)` runs in another thread and calls `progress.step()` now and then; the callbacks
run in the window's thread. A project file is opened by the work itself: SQLite connections stay in one thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

MESSAGES |= {
    "task_unexpected": QT_TRANSLATE_NOOP(
        "errors",
        "Something went wrong that Peyman did not foresee: {error}. What was saved is safe; please report this.",
    ),
}

log = logging.getLogger(__name__)


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised inside the work by `Progress.step` after the person asked to stop."""


class Progress:
    """How far a piece of work is. Written in its thread, read in the window's.

    Attributes:
        done, total: in whatever unit the work counts; a total of 0 is unknown.
        note: what is being done now, such as a file's name.
        arrived: how many single things came so far, such as articles, where the unit is a whole file of them.
    """

    def __init__(self, announce: Callable[[], None] = lambda: None) -> None:
        self.done = 0
        self.total = 0
        self.note = ""
        self.arrived = 0
        self._announce = announce
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def begin(self, total: int, note: str = "") -> None:
        """Say how much there is to do. Raises Cancelled."""
        self.done, self.total, self.arrived = 0, total, 0
        self.step(0, note)

    def step(self, count: int = 1, note: str | None = None) -> None:
        """Say that `count` more is done. Raises Cancelled if the person asked to stop."""
        if self.cancelled:
            raise Cancelled
        self.done += count
        if note is not None:
            self.note = note
        self._announce()

    def count(self, arrived: int) -> None:
        """Say how many single things have come so far. Asks for nothing: the step they belong to does."""
        self.arrived = arrived
        self._announce()

    def reach(self, done: int, total: int, note: str | None = None) -> None:
        """Say how much of how much is done, as the core counts it. Raises Cancelled."""
        self.total = total
        self.step(done - self.done, note)


class Task(QObject):
    """One piece of work under way; keep it only to cancel it.

    It belongs to the window's thread, and so do its slots; `perform` runs in the other one.
    """

    ended = Signal(object)  # the task itself
    _told = Signal()
    _returned = Signal(object, object)  # result, exception

    def __init__(self, parent: QObject, work: Callable[[Progress], object], answer: Answer) -> None:
        super().__init__(parent)
        self.progress = Progress(self._announce)
        self._work = work
        self._answer = answer
        self._silent = False
        self._report_under_way = threading.Event()
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()

    def silence(self) -> None:
        """Let no callback come any more."""
        self._silent = True

    def perform(self) -> None:
        try:
            self.progress.step(0)
            result = self._work(self.progress)
        except BaseException as exception:
            self._returned.emit(None, exception)
        else:
            self._returned.emit(result, None)

    def _announce(self) -> None:
        # Thousands of steps a second make one event at a time, not thousands.
        if not self._report_under_way.is_set():
            self._report_under_way.set()
            self._told.emit()

    @Slot()
    def _tell(self) -> None:
        self._report_under_way.clear()
        if not self._silent and not self.progress.cancelled:
            self._answer.progress(self.progress)

    @Slot(object, object)
    def _end(self, result: object, exception: BaseException | None) -> None:
        self.ended.emit(self)
        if self._silent:
            return
        if exception is None:
            self._answer.done(result)
        elif isinstance(exception, Cancelled):
            self._answer.cancelled()
        else:
            self._answer.error(_expected(exception))


@dataclass(frozen=True)
class Answer:
    """What to call when work reports or ends."""

    done: Callable[[Any], object]
    error: Callable[[PeymanError], object]
    progress: Callable[[Progress], object]
    cancelled: Callable[[], object]


class Tasks(QObject):
    """Everything that runs off the window's thread. Call `close` before the window goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task] = set()

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        work: Callable[[Progress, *Ts], T],
        *args: *Ts,
        on_done: Callable[[T], object],
        on_error: Callable[[PeymanError], object],
        on_progress: Callable[[Progress], object] = lambda _progress: None,
        on_cancelled: Callable[[], object] = lambda: None,
    ) -> Task:
        """Run `work(progress, *args)` in another thread; exactly one of the other callbacks ends it.

        An exception that is no PeymanError comes as one with the code "task_unexpected" and itself as the cause.
        """
        answer = Answer(on_done, on_error, on_progress, on_cancelled)
        task = Task(self, lambda progress: work(progress, *args), answer)
        task.ended.connect(self._forget)
        self._running.add(task)
        self._pool.start(task.perform)
        return task

    def close(self, wait: int = 30_000) -> bool:
        """Cancel everything and wait, in milliseconds, until it stopped; no callback comes after this.

        Returns whether it all stopped in time.
        """
        for task in self._running:
            task.silence()
            task.cancel()
        return self._pool.waitForDone(wait)

    @Slot(object)
    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()


def _expected(exception: BaseException) -> PeymanError:
    if isinstance(exception, PeymanError):
        return exception
    log.error("unexpected error in a task", exc_info=exception)
    error = PeymanError("task_unexpected", error=f"{type(exception).__name__}: {exception}")
    error.__cause__ = exception
    return error
