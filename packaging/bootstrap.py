"""Set up and start Peyman from a fresh checkout: `python3 packaging/bootstrap.py run|test|check|bench`.

Standard library only. Sees to the system libraries Qt needs, makes `.venv` with the pinned, hash-checked
packages of requirements.txt, then does the task. What is in place already is left alone: a stamp, written
last, tells a finished environment from a half-made or outdated one, which is made anew.

The file must load on Python 3.7, so that an old Python is refused with a sentence and not a traceback.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)  # the Pythons that every pinned package supports

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "peyman.stamp"
WINDOWS = sys.platform == "win32"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = str(SCRIPTS / ("python.exe" if WINDOWS else "python"))
DEMO = Path("build", "demo")

# Shared library: the Debian package that has it. Releases that renamed a package ("…t64") answer to the old
# name too. Qt loads the first group always, the others to show a window.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}

# Installed first, so that packages that come as source (flashtext everywhere, fastText on rarer machines)
# are built with these and not with build tools fetched unpinned.
BUILD_TOOLS = ("pip", "setuptools", "pybind11")


def say(text: str) -> None:
    print(text, flush=True)


def run(*command: str, **environment: str) -> int:
    """Run a command in the project folder, with these environment variables too, and return its exit code."""
    return subprocess.run(command, cwd=str(ROOT), env={**os.environ, **environment}, check=False).returncode


def refusal(version: tuple[int, int], executable: str) -> str | None:
    """Return the sentence that says why this Python cannot serve, or None when it can."""
    if OLDEST <= version <= NEWEST:
        return None
    oldest, newest, this = (f"{major}.{minor}" for major, minor in (OLDEST, NEWEST, version))
    return f"Peyman needs Python {oldest} to {newest}, but {executable} is Python {this}."


# --- what the system must have ---------------------------------------------------------------------------


def has_display() -> bool:
    """Tell whether a window can be shown: only Linux and its like may run without a screen."""
    return WINDOWS or sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_parts(window: bool) -> dict[str, str]:
    """Return what this system lacks, each with the Debian package that has it."""
    missing = {}
    if not is_ready() and importlib.util.find_spec("ensurepip") is None:
        missing["Python's ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if sys.platform == "linux":
        libraries = dict(QT_LIBRARIES)
        if window:
            libraries.update(X11_LIBRARIES)
            if os.environ.get("WAYLAND_DISPLAY"):
                libraries.update(WAYLAND_LIBRARIES)
        missing.update({library: package for library, package in libraries.items() if not loads(library)})
    return missing


def install_command(packages: list[str], root: bool, sudo: bool) -> list[str]:
    """Return the one command that installs Debian packages, for root, by sudo, or else by root's password.

    `su -` because Debian's plain `su` keeps a PATH without the folders that dpkg needs. The command goes on
    when updating the package lists fails: one broken foreign source need not matter.
    """
    script = "apt-get update; apt-get install --yes --no-install-recommends " + " ".join(packages)
    return ["sh", "-c", script] if root else ["sudo", "sh", "-c", script] if sudo else ["su", "-", "-c", script]


def install_missing_parts(window: bool) -> None:
    """Install what the system lacks.

    Raises:
        SystemExit: something is missing and cannot be installed from here; says what to do.
    """
    missing = missing_parts(window)
    if not missing:
        return
    lacks = "This system lacks " + ", ".join(missing)
    if shutil.which("apt-get") is None:
        raise SystemExit(lacks + ": install them with the system's package manager, then start again.")
    root, sudo = os.geteuid() == 0, shutil.which("sudo") is not None
    command = install_command(list(missing.values()), root, sudo)
    by_hand = f"type this command, then start again:\n\n    {' '.join(map(shlex.quote, command))}\n"
    if not root and not (sudo and run("sh", "-c", "sudo -n true 2>/dev/null") == 0):
        raise SystemExit(f"{lacks}; {by_hand}")
    say(lacks + ": installing them.")
    run(*command, DEBIAN_FRONTEND="noninteractive")
    if missing_parts(window):
        raise SystemExit("Could not install all that is missing; " + by_hand)


# --- the environment -------------------------------------------------------------------------------------


def fingerprint(requirements: bytes, project: str, python: tuple[int, int], root: str) -> str:
    """Return what an environment was made of and where; another value means it has to be made anew."""
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    parts = (hashlib.sha256(requirements).hexdigest(), version and version[1], python, root)
    return "\n".join(map(str, parts))


def current_fingerprint() -> str:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return fingerprint(REQUIREMENTS.read_bytes(), project, sys.version_info[:2], str(ROOT))


def is_ready() -> bool:
    try:
        return Path(PYTHON).exists() and STAMP.read_text(encoding="utf-8") == current_fingerprint()
    except (FileNotFoundError, NotADirectoryError):
        return False


def build_tools(requirements: str) -> str:
    """Return the part of the pinned requirements, hashes and all, that other packages are built with."""
    entries = re.split(r"\n(?=\S)", requirements)
    return "\n".join(entry for entry in entries if entry.split("==")[0] in BUILD_TOOLS)


def make_environment() -> None:
    """Make `.venv` from nothing and put the project into it.

    Raises:
        SystemExit: a step failed; it has said why.
    """
    say("Making .venv: this takes a minute or more, once.")
    base = getattr(sys, "_base_executable", sys.executable)  # never the one in .venv, which goes away now
    tools = VENV / "build-tools.txt"
    pip = (PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install", "--require-hashes")
    run_or_stop(base, "-m", "venv", "--clear", str(VENV))
    tools.write_text(build_tools(REQUIREMENTS.read_text(encoding="utf-8")), encoding="utf-8")
    run_or_stop(*pip, "-r", str(tools))
    run_or_stop(*pip, "--no-build-isolation", "-r", str(REQUIREMENTS))
    add_project()
    STAMP.write_text(current_fingerprint(), encoding="utf-8")


def run_or_stop(*command: str) -> None:
    if run(*command):
        raise SystemExit("Making .venv failed (see above); the next start tries again from the beginning.")


def add_project() -> None:
    """Let `.venv` import the source folder and give it the command `peyman`.

    The path is relative, hence plain ASCII: Windows would misread the name of a Persian user's folder.
    """
    (packages,) = VENV.glob("Lib/site-packages" if WINDOWS else "lib/python*/site-packages")
    (packages / "peyman.pth").write_text(os.path.relpath(str(ROOT / "desktop"), str(packages)) + "\n")
    if WINDOWS:
        (SCRIPTS / "peyman.cmd").write_text('@"%~dp0python.exe" -m peyman %*\n')
        return
    launcher = SCRIPTS / "peyman"
    launcher.write_text('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m peyman "$@"\n')
    launcher.chmod(0o755)


# --- tasks -----------------------------------------------------------------------------------------------


def open_window() -> int:
    """Open the sample project, or without a screen show what Peyman does in files."""
    if has_display():
        return run(PYTHON, "-m", "peyman", "open", "--sample")
    say(f"No display found: running the demonstration into {DEMO} instead.")
    return run(PYTHON, "-m", "peyman", "demo", "--out", str(DEMO), QT_QPA_PLATFORM="offscreen")


def failed_checks() -> list[str]:
    """Run every check that is not a test and return the names of those that found something."""
    checks = {
        "ruff": (PYTHON, "-m", "ruff", "check"),
        "mypy": (PYTHON, "-m", "mypy"),
        "import contracts": (str(SCRIPTS / "lint-imports"), "--no-cache", "--no-logo"),
        "translations": (PYTHON, "packaging/translations.py", "--check"),
    }
    if not (ROOT / "packaging" / "translations.py").exists():
        del checks["translations"]
    failed = []
    for name, command in checks.items():
        say("== " + name)
        if run(*command):
            failed.append(name)
    return failed


def check() -> int:
    failed = failed_checks()
    say("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return bool(failed)


def test(options: list[str]) -> int:
    failed = failed_checks()
    say("== pytest")
    if run(PYTHON, "-m", "pytest", "-n", "auto", *options, QT_QPA_PLATFORM="offscreen"):
        failed.append("pytest")
    if failed:
        say("Failed: " + ", ".join(failed))
    return bool(failed)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Set up and start Peyman.")
    parser.add_argument("task", choices=("run", "test", "check", "bench"))
    parser.add_argument("options", nargs=argparse.REMAINDER, help="passed on to pytest or to the benchmarks")
    given = parser.parse_args(arguments)
    refused = refusal(sys.version_info[:2], sys.executable)
    if refused:
        raise SystemExit(refused)
    install_missing_parts(window=given.task == "run" and has_display())
    if not is_ready():
        make_environment()
    if given.task == "run":
        return open_window()
    if given.task == "check":
        return check()
    if given.task == "test":
        return test(given.options)
    return run(PYTHON, "tests/benchmarks/run.py", *given.options, QT_QPA_PLATFORM="offscreen")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
