"""Opens the ZIP archives in which INCEpTION hands out documents: one or more CAS with their type system.

Nothing is unpacked to the disk: members are read as streams under their exact names, capped by `office.Archive`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .base import LOSSES
from .building import short
from .office import Archive

SHOWN = 5  # names in one sentence

MESSAGES |= {
    "uima_zip": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no ZIP archive, or a damaged one ({reason}). Export it anew."
    ),
    "uima_zip_empty": QT_TRANSLATE_NOOP(
        "errors", "“{file}” holds no UIMA document (.xmi or .json). Unzip it, and import what is in it."
    ),
    "uima_zip_others": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” holds more than UIMA documents of one kind and their type system: {others}. Unzip it, and import "
        "the files of it that you want.",
    ),
}


class _Zip(Archive):
    def broken(self, reason: object) -> PeymanError:
        return PeymanError("uima_zip", file=self.file, reason=short(" ".join(str(reason).split())))


def documents(path: Path, typesystem: str, largest: int) -> Iterator[tuple[str, bytes, bytes | None]]:
    """Yield the documents of an archive: name, content, and the type system beside it or nearest above.

    Args:
        typesystem: the file name of type systems.
        largest: how many bytes a document may have; of one that has more, only so many and one are read.

    Raises:
        PeymanError: `uima_zip…`, `office_locked`, `office_bomb`.
    """
    with _Zip(path, "zip") as archive:
        names = [name for name in archive.names if not name.endswith("/") and not _is_clutter(name)]
        types = {PurePosixPath(one).parent: one for one in names if _name(one) == typesystem.lower()}
        rest = [one for one in names if one not in types.values() and PurePosixPath(one).name != LOSSES]
        kind = next((ending for ending in (".xmi", ".json") if any(_name(one).endswith(ending) for one in rest)), "")
        others = [short(one) for one in rest if not _name(one).endswith(kind)]
        if not kind:
            raise PeymanError("uima_zip_empty", file=path.name)
        if others:
            shown = ", ".join([*others[:SHOWN], *(["…"] if len(others) > SHOWN else [])])
            raise PeymanError("uima_zip_others", file=path.name, others=shown)
        for one in rest:
            beside = next((types[folder] for folder in PurePosixPath(one).parents if folder in types), None)
            described = archive.content(beside, largest) if beside is not None else None
            yield one, archive.content(one, largest), described


def _name(path: str) -> str:
    return PurePosixPath(path).name.lower()


def _is_clutter(path: str) -> bool:
    """Tell whether this is hidden, or what a Mac adds to archives of its own."""
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(path).parts)
