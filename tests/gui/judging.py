"""The whole window on a project that three people have finished and that has gold, for the dashboard and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.searching import rest
from peyman.gui.app import make_window
from peyman.gui.fields import FileChooser
from peyman.gui.main_window import MainWindow
from peyman.gui.player import settle
from peyman.gui.settings import Settings


@dataclass
class Knows(FileChooser):
    """Answers what it is told, and remembers what it was asked for."""

    answer: Path | None = None
    asked: list[str] = field(default_factory=list)

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        self.asked.append(kinds)
        return self.answer

    def file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        self.asked.append(kinds)
        return self.answer


@contextmanager
def opened(
    app: QApplication, qtbot: QtBot, project: Path, language: str = "fa", theme: str = "light"
) -> Iterator[MainWindow]:
    settings = Settings(project.with_suffix(".ini"))
    for key, value in (("language", language), ("theme", theme), ("suggestions", False), ("learning", False)):
        settings.set(key, value)
    window = make_window(app, settings)
    window.resize(1100, 700)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(project)
    rest(window, qtbot)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
