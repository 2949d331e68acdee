"""Where things are: what ships with Peyman, the person's folders, and how to start a child process."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
WORKER_FLAG = "--worker"  # a bundle has no `python -m`; its own program runs the module instead


def resource(*parts: str) -> Path:
    """Return the path of something that ships under `resources/`, such as `resource("icons", "undo.svg")`."""
    return _shipped("resources", parts)


def seeds(*parts: str) -> Path:
    """Return the path of something that ships under `seeds/`."""
    return _shipped("seeds", parts)


def _shipped(folder: str, parts: Sequence[str]) -> Path:
    """Look where a bundle, an installed wheel and a checkout keep `folder`, in this order."""
    homes = [PACKAGE, PACKAGE.parents[1]]
    if bundle := getattr(sys, "_MEIPASS", None):
        homes.insert(0, Path(bundle))
    for home in homes:
        if (home / folder).is_dir():
            return home.joinpath(folder, *parts)
    # Nothing is there: name the place of a checkout, so that the error to come says something useful.
    return homes[-1].joinpath(folder, *parts)


def user_config(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of this person's settings; it may not exist yet."""
    if platform == "win32":
        return _from(environment, "APPDATA", "AppData/Roaming") / "Peyman"
    if platform == "darwin":
        return _home(environment) / "Library/Application Support/Peyman"
    return _from(environment, "XDG_CONFIG_HOME", ".config") / "peyman"


def user_data(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of this person's projects and backups; it may not exist yet."""
    if platform == "win32":
        return _from(environment, "LOCALAPPDATA", "AppData/Local") / "Peyman"
    if platform == "darwin":
        return _home(environment) / "Library/Application Support/Peyman"
    return _from(environment, "XDG_DATA_HOME", ".local/share") / "peyman"


def _from(environment: Mapping[str, str], name: str, below_home: str) -> Path:
    # The XDG rules say that a relative path is to be ignored.
    value = environment.get(name, "")
    return Path(value) if value and Path(value).is_absolute() else _home(environment) / below_home


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME") or Path.home())


def worker_command(module: str) -> list[str]:
    """Return the command line that runs `module` (such as "peyman.core.text") in a child process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG, module]
    return [sys.executable, "-m", module]


def worker_module(arguments: Sequence[str]) -> str | None:
    """Return the module a bundle was started to run by `worker_command`, or None for a usual start.

    `arguments` are those after the program's name. Only Peyman's own modules are run.
    """
    if len(arguments) >= 2 and arguments[0] == WORKER_FLAG and arguments[1].startswith("peyman."):
        return arguments[1]
    return None
