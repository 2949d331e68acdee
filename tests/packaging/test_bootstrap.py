"""What set-up decides before it runs anything: refusals, missing parts, and when an environment is stale."""

import ast
import re
import shlex
import sys
from pathlib import Path

import pytest

import bootstrap

PROJECT = '[project]\nname = "peyman"\nversion = "0.1.0"\n'


@pytest.mark.parametrize("version", [(3, 7), (3, 10), (3, 14)])
def test_other_pythons_are_refused_in_one_sentence(version: tuple[int, int]) -> None:
    sentence = bootstrap.refusal(version, "/usr/bin/python3")
    assert sentence == f"Peyman needs Python 3.11 to 3.13, but /usr/bin/python3 is Python 3.{version[1]}."


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_pythons_are_not_refused(version: tuple[int, int]) -> None:
    assert bootstrap.refusal(version, "python3") is None


def test_an_old_python_can_read_the_file_that_refuses_it() -> None:
    source = Path(bootstrap.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    # Modules that came after 3.7 would fail before the sentence.
    assert not re.search(r"^(import|from) (tomllib|zoneinfo|graphlib)", source, re.MULTILINE)


def missing(monkeypatch: pytest.MonkeyPatch, *, window: bool, wayland: str, present: set[str]) -> dict[str, str]:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "is_ready", lambda: True)
    monkeypatch.setattr(bootstrap, "loads", present.__contains__)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    return bootstrap.missing_parts(window)


def test_only_what_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    present = set(bootstrap.QT_LIBRARIES) - {"libGL.so.1", "libglib-2.0.so.0"}
    found = missing(monkeypatch, window=False, wayland="", present=present)
    assert found == {"libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0"}


def test_a_screen_needs_more_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    present = set(bootstrap.QT_LIBRARIES)
    assert not missing(monkeypatch, window=False, wayland="wayland-0", present=present)
    on_x11 = missing(monkeypatch, window=True, wayland="", present=present)
    on_wayland = missing(monkeypatch, window=True, wayland="wayland-0", present=present)
    assert on_x11 == bootstrap.X11_LIBRARIES
    assert on_wayland == {**bootstrap.X11_LIBRARIES, **bootstrap.WAYLAND_LIBRARIES}


@pytest.mark.parametrize(
    ("root", "sudo", "start"),
    [(True, True, ["sh", "-c"]), (False, True, ["sudo", "sh", "-c"]), (False, False, ["su", "-", "-c"])],
)
def test_one_command_installs_everything(root: bool, sudo: bool, start: list[str]) -> None:
    command = bootstrap.install_command(["libgl1", "python3.11-venv"], root, sudo)
    assert command[:-1] == start
    assert command[-1].endswith("apt-get install --yes --no-install-recommends libgl1 python3.11-venv")


def test_without_rights_the_command_is_shown_and_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []

    def refuse(*command: str, **environment: str) -> int:
        ran.append(command)
        return 1

    monkeypatch.setattr(bootstrap, "run", refuse)
    monkeypatch.setattr(bootstrap, "missing_parts", lambda window: {"libGL.so.1": "libgl1"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as stopped:
        bootstrap.install_missing_parts(window=False)
    assert [shlex.split(command[-1])[:3] for command in ran] == [["sudo", "-n", "true"]]
    (line,) = (line for line in str(stopped.value).splitlines() if line.startswith("    "))
    assert shlex.split(line) == bootstrap.install_command(["libgl1"], root=False, sudo=True)


def test_the_environment_is_made_anew_when_what_it_was_made_of_changes() -> None:
    made = bootstrap.fingerprint(b"click==8", PROJECT, (3, 11), "/a")
    others = [
        bootstrap.fingerprint(b"click==9", PROJECT, (3, 11), "/a"),
        bootstrap.fingerprint(b"click==8", PROJECT.replace("0.1.0", "0.2.0"), (3, 11), "/a"),
        bootstrap.fingerprint(b"click==8", PROJECT, (3, 12), "/a"),
        bootstrap.fingerprint(b"click==8", PROJECT, (3, 11), "/b"),
    ]
    assert len({made, *others}) == 5
    assert made == bootstrap.fingerprint(b"click==8", PROJECT + "[tool.ruff]\n", (3, 11), "/a")


def test_a_half_made_environment_is_not_ready(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    python, stamp = tmp_path / "python", tmp_path / "stamp"
    monkeypatch.setattr(bootstrap, "PYTHON", str(python))
    monkeypatch.setattr(bootstrap, "STAMP", stamp)
    assert not bootstrap.is_ready()
    python.touch()
    assert not bootstrap.is_ready()
    stamp.write_text(bootstrap.current_fingerprint()[:-1])
    assert not bootstrap.is_ready()
    stamp.write_text(bootstrap.current_fingerprint())
    assert bootstrap.is_ready()
    python.unlink()
    assert not bootstrap.is_ready()


def test_requirements_are_pinned_hashed_and_name_no_host() -> None:
    text = bootstrap.REQUIREMENTS.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)
    for entry in re.split(r"\n(?=\S)", text):
        assert re.match(r"[\w.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_build_tools_are_a_part_of_the_requirements() -> None:
    text = bootstrap.REQUIREMENTS.read_text(encoding="utf-8")
    tools = bootstrap.build_tools(text)
    assert set(re.findall(r"^([\w.-]+)==", tools, re.MULTILINE)) == set(bootstrap.BUILD_TOOLS)
    assert all(entry in text for entry in re.split(r"\n(?=\S)", tools))
