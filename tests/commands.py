"""Running commands in this process: what the fixture `run` gives, and the JSON that they answer with."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from peyman import cli

Run: TypeAlias = Callable[..., tuple[int, str, str]]  # exit code, standard output, standard error


def runner(capture: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: object) -> tuple[int, str, str]:
        capture.readouterr()
        code = cli.run([str(argument) for argument in arguments], lambda _path: 0)
        out, err = capture.readouterr()
        return code, out.decode(), err.decode()

    return run


def answer(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    return found
