"""Work off the window's thread: results, errors, cancelling, closing. Events, no sleeps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peyman.core.errors import PeymanError
from peyman.gui.tasks import Cancelled, Progress, Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


class Heard:
    """Collects what a task tells, and checks that it is told in the window's thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[PeymanError] = []
        self.progress: list[tuple[int, int, str]] = []
        self.cancellations = 0

    @property
    def ends(self) -> int:
        return len(self.results) + len(self.errors) + self.cancellations

    def callbacks(self) -> dict[str, Any]:
        return {
            "on_done": self._done,
            "on_error": self._error,
            "on_progress": self._progress,
            "on_cancelled": self._cancelled,
        }

    def _here(self) -> None:
        app = QApplication.instance()
        assert app is not None
        assert QThread.currentThread() is app.thread()

    def _done(self, result: object) -> None:
        self._here()
        self.results.append(result)

    def _error(self, error: PeymanError) -> None:
        self._here()
        self.errors.append(error)

    def _progress(self, progress: Progress) -> None:
        self._here()
        self.progress.append((progress.done, progress.total, progress.note))

    def _cancelled(self) -> None:
        self._here()
        self.cancellations += 1


def test_how_far_the_core_is_counts_as_it_says() -> None:
    told: list[tuple[int, int, str]] = []
    progress = Progress(lambda: told.append((progress.done, progress.total, progress.note)))
    progress.reach(0, 3, "a")
    progress.reach(2, 4, "b")
    progress.reach(4, 4)
    assert told == [(0, 3, "a"), (2, 4, "b"), (4, 4, "b")]
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.reach(4, 4)


def test_the_result_comes_back_from_another_thread(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()

    def work(progress: Progress, one: int, two: int) -> tuple[int, bool]:
        return one + two, threading.current_thread() is threading.main_thread()

    tasks.run(work, 3, 4, **heard.callbacks())
    assert tasks.busy
    qtbot.waitUntil(lambda: heard.ends == 1)
    assert heard.results == [(7, False)]
    assert not tasks.busy


def test_progress_is_told_and_floods_nobody(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()
    steps = 50_000

    def work(progress: Progress) -> None:
        progress.begin(steps, "reading")
        for _ in range(steps):
            progress.step()
        progress.step(0, "ready")

    tasks.run(work, **heard.callbacks())
    qtbot.waitUntil(lambda: heard.ends == 1)
    assert heard.progress[-1] == (steps, steps, "ready")
    assert len(heard.progress) < steps / 10
    assert [done for done, _, _ in heard.progress] == sorted(done for done, _, _ in heard.progress)


def test_expected_and_unexpected_errors(qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture) -> None:
    heard = Heard()
    expected = PeymanError("task_unexpected", error="made up")
    unexpected = ZeroDivisionError("by nought")

    def fail(progress: Progress, error: Exception) -> None:
        raise error

    tasks.run(fail, expected, **heard.callbacks())
    qtbot.waitUntil(lambda: heard.ends == 1)
    assert heard.errors == [expected]
    assert not caplog.records

    tasks.run(fail, unexpected, **heard.callbacks())
    qtbot.waitUntil(lambda: heard.ends == 2)
    assert heard.errors[1].code == "task_unexpected"
    assert heard.errors[1].__cause__ is unexpected
    assert "ZeroDivisionError: by nought" in str(heard.errors[1])
    assert len(caplog.records) == 1
    assert not heard.results


def test_cancelling_stops_the_work_at_its_next_step(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()
    started, cancelled = threading.Event(), threading.Event()
    after: list[str] = []

    def work(progress: Progress) -> None:
        started.set()
        assert cancelled.wait(30)
        progress.step()
        after.append("went on")

    task = tasks.run(work, **heard.callbacks())
    assert started.wait(30)
    task.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: heard.ends == 1)
    assert heard.cancellations == 1
    assert not after


def test_what_is_cancelled_before_it_starts_never_runs(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    ran: list[int] = []
    heard = Heard()

    def wait(progress: Progress) -> None:
        assert gate.wait(30)

    def work(progress: Progress, number: int) -> None:
        ran.append(number)

    for _ in range(QThread.idealThreadCount()):
        tasks.run(wait, **heard.callbacks())
    tasks.run(work, 1, **heard.callbacks()).cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard.cancellations == 1
    assert not ran


def test_many_at_once_all_come_back(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()

    def square(progress: Progress, number: int) -> int:
        progress.step()
        return number * number

    for number in range(200):
        tasks.run(square, number, **heard.callbacks())
    qtbot.waitUntil(lambda: heard.ends == 200)
    assert sorted(heard.results, key=str) == sorted((n * n for n in range(200)), key=str)


def test_closing_cancels_waits_and_silences(qtbot: QtBot, qapp: QApplication) -> None:
    tasks = Tasks()
    heard = Heard()
    started = threading.Event()
    stopped: list[bool] = []

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.step()
        except Cancelled:
            stopped.append(True)
            raise

    def just_done(progress: Progress) -> str:
        return "not wanted any more"

    tasks.run(just_done, **heard.callbacks())
    tasks.run(work, **heard.callbacks())
    assert started.wait(30)
    assert tasks.close()
    assert stopped == [True]
    qapp.processEvents()
    assert heard.ends == 0
    assert not heard.progress


def test_closing_says_when_something_does_not_stop(qapp: QApplication) -> None:
    tasks = Tasks()
    heard = Heard()
    started, gate = threading.Event(), threading.Event()

    def deaf(progress: Progress) -> None:
        started.set()
        assert gate.wait(30)

    tasks.run(deaf, **heard.callbacks())
    assert started.wait(30)
    assert not tasks.close(wait=1)
    gate.set()
    assert tasks.close()
