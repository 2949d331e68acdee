"""Files and folders that are there whole or not at all, and never in the place of the project."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.formats import Format, tables

MESSAGES |= {
    "export_folder": QT_TRANSLATE_NOOP("errors", "The folder of “{path}” does not exist. Make it first."),
    "export_over_project": QT_TRANSLATE_NOOP("errors", "“{path}” is the project itself. Export to another file."),
    "export_folder_full": QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds something already. Name a folder that does not exist, or an empty one."
    ),
    "export_needs_folder": QT_TRANSLATE_NOOP(
        "errors", "The format “{name}” writes several files. Name a folder instead of “{path}”."
    ),
}


def check_target(project: Path, out: Path, chosen: Format) -> None:
    """Refuse a path that cannot be exported to.

    Raises:
        PeymanError: `export_folder`, `file_irregular`, `export_over_project`, `export_folder_full`,
            `export_needs_folder`.
    """
    if chosen.write is not None:
        check_file(project, out)
    else:
        check_folder(project, out, chosen.name)


def check_folder(project: Path, out: Path, what: str) -> None:
    """Refuse a path that is no place for a new folder; `what` is to be written there."""
    out = out.resolve()
    if not out.parent.is_dir():
        raise PeymanError("export_folder", path=out)
    if not out.exists():
        return
    if out.is_file() and out.samefile(project):
        raise PeymanError("export_over_project", path=out)
    if not out.is_dir():
        raise PeymanError("export_needs_folder", name=what, path=out)
    if next(out.iterdir(), None) is not None:
        raise PeymanError("export_folder_full", path=out)


def check_file(project: Path, out: Path) -> None:
    """Refuse a path that is no file of its own, or lies in no folder."""
    out = out.resolve()
    if not out.parent.is_dir():
        raise PeymanError("export_folder", path=out)
    if out.exists():
        if out.is_file() and out.samefile(project):
            raise PeymanError("export_over_project", path=out)
        if not out.is_file():
            raise PeymanError("file_irregular", path=out)


@contextlib.contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Fill a folder beside `target`, and give it that name when it is whole."""
    target = target.resolve()
    draft = target.with_name(f".peyman-{secrets.token_hex(6)}.part")
    try:
        draft.mkdir()
        yield draft
        if target.exists():
            target.rmdir()  # an empty one; else this fails
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Write beside `target` and rename when all is on the disk, so that it is never half written."""
    target = target.resolve()  # what a link points to, not the link, is replaced
    draft = target.with_name(f".peyman-{secrets.token_hex(6)}.part")
    try:
        with draft.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def export_table(
    project: Path, out: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], *, rtl: bool = False
) -> int:
    """Write a table of text, such as the register of commitments, replaced in one step; return how many rows.

    Args:
        project: the project's own file, which is never written over.
        out: its extension says what it becomes: .csv or .xlsx.
        rtl: whether a sheet runs from right to left.

    Raises:
        PeymanError: `table_extension`, `table_too_long`, `export_…`, `file_irregular`.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    write = tables.writer_for(out)
    check_file(project, out)
    with replacing(out) as stream:
        return write(stream, headings, rows, rtl=rtl)


def write_text(project: Path, out: Path, text: str) -> None:
    """Write a text file as UTF-8, replaced in one step; `project` is the file that is never written over.

    Raises:
        PeymanError: `export_…`, `file_irregular`.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    check_file(project, out)
    with replacing(out) as stream:
        stream.write(text.encode("utf-8", "surrogatepass"))
