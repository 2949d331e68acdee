"""Takes the pictures of `peyman demo`: `python -m peyman.gui.screenshots FOLDER PROJECT UNSETTLED SETTLED`.

The projects are that of one annotator, and that of three annotators before and after what they differ in is settled.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from peyman.core.project import Project
from peyman.gui.app import make_app, make_window
from peyman.gui.dashboard.figures import SECTIONS
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.settings import Settings

SIZE = (1400, 900)


def _adopt(project: Path) -> None:
    """Let the annotator at work have the reference's annotations of the first article, to show them being edited."""
    with Project.open(project) as opened, opened.batch("import"):
        number = opened.document_numbers()[0]
        for set_number in opened.set_numbers(number):
            theirs = opened.annotation_set(set_number)
            if theirs.annotations:
                state = replace(theirs.state, state="in_progress")
                opened.add_set(number, replace(theirs, annotator=opened.annotator, kind="annotation", state=state))


def _commitment_form(window: MainWindow) -> None:
    """Select the article's first commitment and go into its form."""
    assert window.page is not None
    assert window.session is not None
    annotations = window.session.annotations
    spans = annotations.spans if annotations else ()
    commitment = next((span for span in spans if span.layer == "commitment"), None)
    if commitment is not None:
        window.page.desk.select_span(commitment.id)
        play(window, "Enter")


@contextmanager
def _opened(app: QApplication, project: Path, adopt: bool = False) -> Iterator[tuple[MainWindow, Settings]]:
    """The window, in Persian, on a copy of a project: pictures change nothing."""
    with tempfile.TemporaryDirectory() as home:
        copy = Path(shutil.copy(project, Path(home) / project.name))
        if adopt:
            _adopt(copy)
        settings = Settings(Path(home) / "settings.ini")
        settings.set("language", "fa")
        settings.set("theme", "light")
        window = make_window(app, settings)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.open_project(copy)
        yield window, settings
        window.close()


def _rest(window: MainWindow) -> None:
    """Wait until nothing runs in the background, and what it brought is shown."""
    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: None if window.tasks.busy else loop.quit())
    clock.start(20)
    loop.exec()
    settle()


def main(folder: Path, project: Path, unsettled: Path, settled: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_app()

    def take(window: MainWindow, name: str) -> None:
        settle()
        window.grab().save(str(folder / f"{name}.png"))

    with _opened(app, project, adopt=True) as (window, settings):
        if window.page is None:
            return 1
        for name, theme in (("annotate-light", "light"), ("annotate-dark", "dark"), ("commitment", "light")):
            settings.set("theme", theme)
            if name == "commitment":
                _commitment_form(window)
            take(window, name)
    with _opened(app, unsettled) as (window, _settings):
        play(window, "Ctrl+2")
        _rest(window)
        take(window, "adjudication")
    with _opened(app, settled) as (window, _settings):
        play(window, "Ctrl+4")
        _rest(window)
        take(window, "agreement")
        play(window, "Home" + " Down" * list(SECTIONS).index("confusion"))
        take(window, "confusions")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
