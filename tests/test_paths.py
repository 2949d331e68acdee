"""Where things are, on every system and in every way of installing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peyman import paths


def test_a_checkout_has_its_resources_at_the_top() -> None:
    assert paths.resource("fonts", "Vazirmatn-Regular.ttf").is_file()
    assert paths.seeds().is_dir()
    assert paths.resource() == paths.PACKAGE.parents[1] / "resources"


def test_an_installed_wheel_and_a_bundle_come_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, bundle = tmp_path / "site" / "peyman", tmp_path / "bundle"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert paths.resource("icons", "x.svg") == package / "resources" / "icons" / "x.svg"
    (bundle / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert paths.resource("icons") == bundle / "resources" / "icons"


def test_without_any_the_place_of_a_checkout_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "desktop" / "peyman")
    assert paths.resource("x") == tmp_path / "resources" / "x"


@pytest.mark.parametrize(
    ("platform", "environment", "config", "data"),
    [
        ("linux", {"HOME": "/home/m"}, "/home/m/.config/peyman", "/home/m/.local/share/peyman"),
        ("linux", {"HOME": "/home/m", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"}, "/c/peyman", "/d/peyman"),
        ("linux", {"HOME": "/home/m", "XDG_CONFIG_HOME": "c"}, "/home/m/.config/peyman", "/home/m/.local/share/peyman"),
        (
            "darwin",
            {"HOME": "/Users/m"},
            "/Users/m/Library/Application Support/Peyman",
            "/Users/m/Library/Application Support/Peyman",
        ),
        ("win32", {"HOME": "/m", "APPDATA": "/r", "LOCALAPPDATA": "/l"}, "/r/Peyman", "/l/Peyman"),
        ("win32", {"HOME": "/m"}, "/m/AppData/Roaming/Peyman", "/m/AppData/Local/Peyman"),
    ],
)
def test_the_persons_folders(platform: str, environment: dict[str, str], config: str, data: str) -> None:
    assert paths.user_config(platform, environment) == Path(config)
    assert paths.user_data(platform, environment) == Path(data)


def test_a_worker_is_started_by_python() -> None:
    command = paths.worker_command("peyman.paths")
    assert command == [sys.executable, "-m", "peyman.paths"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_a_bundle_starts_itself_and_knows_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = paths.worker_command("peyman.core.text")
    assert program == sys.executable
    assert paths.worker_module(arguments) == "peyman.core.text"


@pytest.mark.parametrize("arguments", [[], ["open", "a.peyman"], [paths.WORKER_FLAG], [paths.WORKER_FLAG, "os"]])
def test_a_usual_start_is_no_worker(arguments: list[str]) -> None:
    assert paths.worker_module(arguments) is None
