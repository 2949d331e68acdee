"""Starts Peyman: the window, the command line, or, in a bundle, a worker process."""

from __future__ import annotations

import importlib
import os
import runpy
import sys
from pathlib import Path

from peyman import cli, paths
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

MESSAGES |= {
    "window_no_display": QT_TRANSLATE_NOOP(
        "errors", "There is no display to open the window on. Start Peyman in a graphical session, or see “peyman -h”."
    ),
    "window_library": QT_TRANSLATE_NOOP(
        "errors", "The window cannot be opened: {reason}. Install what is missing (see README)."
    ),
}


def open_window(project: Path | None) -> int:
    """Show the window until it is closed; return the exit code."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise PeymanError("window_no_display")  # Qt would abort
    try:
        # Only here, so that no other command waits for Qt; by name, because the command line must not know it.
        app = importlib.import_module("peyman.gui.app")
    except ImportError as error:
        raise PeymanError("window_library", reason=error) from None
    code: int = app.main(project)
    return code


def main() -> int:
    arguments = sys.argv[1:]
    if module := paths.worker_module(arguments):
        sys.argv = [sys.argv[0], *arguments[2:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    return cli.run(arguments, open_window)


if __name__ == "__main__":
    sys.exit(main())
