"""Which files an import reads: those named, those below folders, those that patterns fit."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.formats import FORMATS, Format, named_by
from peyman.formats.base import LOSSES
from peyman.formats.building import lies_in

from .reports import ImportReport, Refused, worded

MESSAGES |= {
    "file_irregular": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is no regular file. Name a file, or a folder to import all of it."
    ),
    "import_nothing": QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds no file of a format that can be imported ({known}). Choose another folder."
    ),
    "file_link": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is a link that leads out of “{folder}”, so it was not read. Name it itself to import it."
    ),
    "import_stdin": QT_TRANSLATE_NOOP(
        "errors", "Standard input (“-”) cannot be imported. Save it as a file, and name that."
    ),
    "import_no_match": QT_TRANSLATE_NOOP("errors", "No file matches “{path}”. Check the pattern."),
}


def files_of(wanted: Sequence[Path | str], format_name: str | None = None) -> tuple[list[Path], list[Refused]]:
    """Return the files that `import_paths` would read, and what leads to none."""
    report = ImportReport()
    return all_files(wanted, format_name, report), report.refused


def all_files(wanted: Sequence[Path | str], format_name: str | None, report: ImportReport) -> list[Path]:
    """Expand folders and patterns; what leads to no file is refused in the report. No file comes twice."""
    found: dict[Path, Path] = {}
    for given in wanted:
        path = Path(given)
        try:
            if not str(given):  # else it would be the folder we are in
                raise PeymanError("file_missing", path=given)
            if str(given) == "-" and not path.exists():
                raise PeymanError("import_stdin")
            files, links = _without_links(list(_expanded(path, format_name)), path)
            report.refused += links
        except PeymanError as error:
            report.refused.append(Refused(str(given), error))
            continue
        except OSError as error:
            report.refused.append(Refused(str(given), worded(error, path)))
            continue
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _without_links(files: Sequence[Path], given: Path) -> tuple[list[Path], list[Refused]]:
    """Part files from those that nobody named and that lead out of the folder that was: it may be a stranger's."""
    if files == [given]:
        return [given], []
    parts = [index for index, part in enumerate(given.parts) if glob.has_magic(part)]
    folder = given if given.is_dir() else Path(*given.parts[: parts[0]])
    inside = [file for file in files if lies_in(file, folder)]
    links = [file for file in files if file not in set(inside)]
    return inside, [Refused(str(one), PeymanError("file_link", path=one, folder=folder)) for one in links]


def _expanded(path: Path, format_name: str | None) -> Iterator[Path]:
    if path.is_dir():
        known = [f for f in FORMATS if f.read and format_name in (None, f.name)]
        inside = [file for file in _below(path) if named_by(file, known, beside=True)]
        there = {str(file) for file in inside}
        inside = [file for file in inside if not _is_companion(file, known, there)]
        if not inside:
            extensions = (extension for f in known for extension in f.extensions)
            raise PeymanError("import_nothing", path=path, known=", ".join(extensions))
        yield from inside
    elif path.is_file():
        yield path
    elif path.exists():  # a device or a pipe could be read for ever
        raise PeymanError("file_irregular", path=path)
    elif glob.has_magic(str(path)):
        # Unlike Path.glob, this takes absolute patterns and leaves hidden files out.
        matches = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207
        if not matches:
            raise PeymanError("import_no_match", path=path)
        for match in matches:
            yield from _expanded(match, format_name)
    else:
        raise PeymanError("file_missing", path=path)


def _is_companion(file: Path, known: Iterable[Format], there: set[str]) -> bool:
    """Tell whether a file is read along with another one: the text that annotations lie beside."""
    return any(
        f"{str(file)[: -len(ending)]}{extension}" in there
        for candidate in known
        for ending in candidate.beside
        if file.name.lower().endswith(ending)
        for extension in candidate.extensions
    )


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted, without hidden ones and LOSSES; links to folders are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name != LOSSES and (file := Path(root, name)).is_file():
                yield file
