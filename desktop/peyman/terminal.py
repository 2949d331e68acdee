"""What all commands share: where they write, their common options, and tables of words."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from peyman.core.errors import PeymanError
from peyman.core.project import Project

F = TypeVar("F", bound=Callable[..., Any])


class Screen:
    """Where a command writes: words or one JSON object on standard output, progress on standard error."""

    def __init__(self, command: str, as_json: bool) -> None:
        self._command = command
        self._as_json = as_json
        self._thousands = 0

    def say(self, line: str) -> None:
        """Write a line for people; with `--json` nothing."""
        if not self._as_json:
            click.echo(line)

    def complain(self, error: PeymanError) -> None:
        click.echo(f"peyman: {error}", err=True)

    def progress(self, done: int, total: int, what: str) -> None:
        if what:
            click.echo(f"[{done + 1}/{total}] {what}", err=True)

    def thousands(self, count: int) -> None:
        """Tell each time that another thousand articles, or more, have come."""
        if count // 1000 > self._thousands:
            self._thousands = count // 1000
            click.echo(f"{count} articles read", err=True)

    def tenths(self, done: int, total: int) -> None:
        """Tell of long work each time another tenth of it is done."""
        if done * 10 // total > (done - 1) * 10 // total:
            click.echo(f"{done * 100 // total} %", err=True)

    def result(self, **values: object) -> None:
        """Write the JSON object; without `--json` nothing."""
        if self._as_json:
            write_json({"command": self._command, **values})


def write_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, default=plain))


def plain(value: object) -> object:
    """How JSON shows what it does not know."""
    if isinstance(value, PeymanError):
        return error_as_json(value)
    if dataclasses.is_dataclass(value):
        return fields_of(value)
    return str(value)


def fields_of(value: Any) -> dict[str, object]:
    return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}


def error_as_json(error: PeymanError) -> dict[str, object]:
    return {"code": error.code, "message": str(error), "data": error.data}


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")


def project_argument(command: F) -> F:
    return click.argument("project", type=click.Path(path_type=Path, readable=False))(command)


def opened_to_look(project: Path) -> Project:
    """Open a project that is only read for now, so that what is refused leaves no trace in it.

    One that an older program made must be brought up to date for that: the file is copied aside first, as always.

    Raises:
        PeymanError: what `Project.open` raises, but `project_older`.
    """
    try:
        return Project.open(project, read_only=True)
    except PeymanError as error:
        if error.code != "project_older":
            raise
    Project.open(project).close()
    return Project.open(project, read_only=True)


def table(rows: Sequence[dict[str, object]]) -> list[str]:
    """Lay rows out under their headings; numbers to the right."""
    heads = list(rows[0])
    widths = [max(len(head), *(len(str(row[head])) for row in rows)) for head in heads]
    lines = ["  ".join(head.ljust(width) for head, width in zip(heads, widths, strict=True))]
    for row in rows:
        cells = zip(row.values(), widths, strict=True)
        lines.append("  ".join(str(c).rjust(w) if isinstance(c, int) else str(c).ljust(w) for c, w in cells))
    return lines
