"""Starts the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from peyman.gui.i18n import Language
from peyman.gui.main_window import MainWindow
from peyman.gui.settings import Settings
from peyman.gui.theme import Theme
from peyman.paths import resource, user_config

# Seconds after which a thread in the background hands over. The window lets go for a moment whenever it calls Qt, and
# with Python's usual 5 ms it waited that long, many times over, to go on.
SWITCH = 0.0005


def make_app() -> QApplication:
    """Return the application object; there is one per process."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("peyman")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("peyman")
    app.setWindowIcon(QIcon(str(resource("icons", "peyman.svg"))))
    return app


def make_window(app: QApplication, settings: Settings) -> MainWindow:
    """Return the main window in the language and the colours of the settings."""
    language = Language(app)
    theme = Theme(app)
    language.install(settings.text("language"), settings.text("digits"))
    theme.choose(settings.text("theme"))
    return MainWindow(settings, theme, language)


def main(project: Path | None) -> int:
    """Show the window until it is closed; return the exit code."""
    # Nothing that the start makes is rubbish: looking for some would take a tenth of its time.
    gc.disable()
    sys.setswitchinterval(SWITCH)
    app = make_app()
    folder = user_config()
    folder.mkdir(parents=True, exist_ok=True)
    window = make_window(app, Settings(folder / "settings.ini"))
    if project is None:
        window.show_welcome()
    window.show()
    if project is not None:
        window.open_project(project)
    # What the start made stays: looking through it again would hold up a key now and then, by 5 ms or so.
    gc.collect()
    gc.freeze()
    gc.enable()
    return app.exec()
