"""Takes the pictures of `peyman demo`: `python -m peyman.gui.screenshots PROJECT FOLDER`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from peyman.core.project import Project
from peyman.gui.app import make_app, make_window
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


def main(project: Path, folder: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_app()
    with tempfile.TemporaryDirectory() as home:
        # Of a copy: pictures change nothing.
        copy = Path(shutil.copy(project, Path(home) / project.name))
        _adopt(copy)
        settings = Settings(Path(home) / "settings.ini")
        settings.set("language", "fa")
        settings.set("theme", "light")
        window = make_window(app, settings)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.open_project(copy)
        if window.page is None:
            return 1
        for name, theme in (("annotate-light", "light"), ("annotate-dark", "dark"), ("commitment", "light")):
            settings.set("theme", theme)
            if name == "commitment":
                _commitment_form(window)
            settle()
            window.grab().save(str(folder / f"{name}.png"))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
