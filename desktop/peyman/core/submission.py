"""What an annotator hands in: one sealed file with the project as it is, and a manifest that says what must be in it.

It is an ordinary ZIP archive whose comment is the SHA-256 of every byte before it, so that no damage, not even of a
single byte, passes for what was handed in.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import struct
import sys
import time
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

MESSAGES |= {
    "submission_damaged": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was damaged on its way, or is no submission at all. Have it handed in again."
    ),
    "submission_odd": QT_TRANSLATE_NOOP(
        "errors", "“{path}” does not hold what it says it holds ({reason}). Have it handed in again."
    ),
}

SUFFIX = ".submission"
FORMAT = "peyman-submission/1"
PROJECT_NAME = "project.peyman"
MANIFEST_NAME = "manifest.json"
_SEAL = 64  # hexadecimal digits of a SHA-256
_CHUNK = 1 << 20
_MAX_MANIFEST = 100_000  # bytes
_MAX_RATIO = 200  # SQLite files become 4 to 12 times smaller


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a submission says of itself; ids are UUIDs, `sha256` is of the project file in it."""

    project_id: str
    origin_id: str
    annotator: str
    sha256: str
    size: int  # bytes
    format_version: int
    made_at: int  # milliseconds since 1970
    format: str = FORMAT


def is_archive(path: Path) -> bool:
    """Tell whether a file begins as an archive does; raises OSError."""
    with path.open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal; raises OSError."""
    with path.open("rb") as stream:
        return _digest(stream, None)


def seal(project_file: Path, manifest: Manifest, out: Path) -> None:
    """Write a submission, whole or not at all; one that is there already is replaced. Raises OSError."""
    draft = out.with_name(f".{out.name}.{os.getpid()}.new")
    made = max(time.gmtime(manifest.made_at / 1000)[:6], (1980, 1, 1, 0, 0, 0))  # no archive is older
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            said = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
            archive.writestr(zipfile.ZipInfo(MANIFEST_NAME, made), said, zipfile.ZIP_DEFLATED)
            info = zipfile.ZipInfo(PROJECT_NAME, made)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.file_size = manifest.size  # decides on the long form of its entry
            with project_file.open("rb") as source, archive.open(info, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
            archive.comment = b"0" * _SEAL
        with draft.open("r+b") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            found = _digest(stream, size - _SEAL)
            stream.seek(size - _SEAL)
            stream.write(found.encode())
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)


def unseal(archive_file: Path, target: Path, shown: Path, limit: int) -> Manifest:
    """Take the project file out of a submission, after checking the seal before anything else is looked at.

    Args:
        archive_file: a private copy, which nobody else can change.
        shown: the path that errors name.
        limit: how many bytes the project file may have.

    Raises:
        PeymanError: `submission_damaged`, `submission_odd`.
        OSError: `target` could not be written.
    """
    with archive_file.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(size - _SEAL, 0))
        said = stream.read()
        stream.seek(0)
        if _digest(stream, size - _SEAL).encode() != said:
            raise PeymanError("submission_damaged", path=shown)
    try:
        with zipfile.ZipFile(archive_file) as archive:
            return _extract(archive, target, shown, limit)
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
        LookupError, OverflowError, TypeError,
    ) as error:  # fmt: skip
        raise PeymanError("submission_odd", path=shown, reason=type(error).__name__) from None


def _extract(archive: zipfile.ZipFile, target: Path, shown: Path, limit: int) -> Manifest:
    entries = archive.infolist()
    if sorted(entry.filename for entry in entries) != [MANIFEST_NAME, PROJECT_NAME]:
        raise PeymanError("submission_odd", path=shown, reason="names")
    by_name = {entry.filename: entry for entry in entries}
    project = by_name[PROJECT_NAME]
    ratio = project.file_size / max(project.compress_size, 1)
    if by_name[MANIFEST_NAME].file_size > _MAX_MANIFEST or project.file_size > limit or ratio > _MAX_RATIO:
        raise PeymanError("submission_odd", path=shown, reason="sizes")
    with archive.open(MANIFEST_NAME) as stream:
        manifest = _manifest(stream.read(_MAX_MANIFEST), shown)
    if project.file_size != manifest.size:
        raise PeymanError("submission_odd", path=shown, reason="size")
    hasher = hashlib.sha256()
    left = manifest.size
    with archive.open(PROJECT_NAME) as source, target.open("wb") as out:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:  # more than was announced
                raise PeymanError("submission_odd", path=shown, reason="size")
            hasher.update(chunk)
            out.write(chunk)
    if left or hasher.hexdigest() != manifest.sha256:
        raise PeymanError("submission_odd", path=shown, reason="SHA-256")
    return manifest


def _manifest(data: bytes, shown: Path) -> Manifest:
    with contextlib.suppress(ValueError, TypeError, RecursionError):
        manifest = Manifest(**json.loads(data.decode("utf-8")))
        types = {name: type(value) for name, value in asdict(manifest).items()}
        numbers = ("size", "format_version", "made_at")
        right = all(kind is (int if name in numbers else str) for name, kind in types.items())
        if right and manifest.format == FORMAT:
            return manifest
    raise PeymanError("submission_odd", path=shown, reason=MANIFEST_NAME)


def _digest(stream: BinaryIO, length: int | None) -> str:
    """Return the SHA-256 of the next bytes, all or the first `length`."""
    hasher = hashlib.sha256()
    left = length if length is not None else sys.maxsize
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        hasher.update(chunk)
        left -= len(chunk)
    return hasher.hexdigest()
