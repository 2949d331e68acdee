"""Making an article out of the file of another program: the text that was drawn out of it is the canonical one.

The metadata keep what it was drawn from: the kind of file (`source_kind`) and its SHA-256 (`source_sha256`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from peyman.core.decode import TITLE_LENGTH
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Attributes, Document, Json

from .building import plain_document, unicode_name

LARGEST = 200 << 20  # bytes of a file that holds one article
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")

MESSAGES |= {
    "article_large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is larger than {megabytes} MB, too large for one article. Split it, or leave pictures out."
    ),
}


def digest_of(path: Path, largest: int = LARGEST, code: str = "article_large") -> str:
    """Return the SHA-256 of a file, in hexadecimal; raises `code` if it has more than `largest` bytes."""
    if path.stat().st_size > largest:
        raise PeymanError(code, file=path.name, megabytes=largest >> 20)
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def article(
    path: Path, text: str, *, kind: str, digest: str, name: str = "", title: str = "", encoding: str = "utf-8",
    meta: Attributes | None = None, foreign: Attributes | None = None,
) -> Document:  # fmt: skip
    """Return the document of a text that was checked; its name is by default the file's, its title its first line."""
    full: dict[str, Json] = {**(meta or {}), "source_kind": kind, "source_sha256": digest}
    made = plain_document(name or unicode_name(path), text, encoding=encoding, meta=full, foreign=foreign)
    title = " ".join(title.split())
    return replace(made, title=title[: TITLE_LENGTH - 1] + "…" if len(title) > TITLE_LENGTH else title or made.title)


def dated(meta: Mapping[str, Json], told: str) -> dict[str, Json]:
    """Return metadata with the day that a source tells: as `date` where it is an ISO one, and as `published`.

    What is written otherwise is read by `--date metadata`, which knows calendars.
    """
    told = told.strip()
    if not told:
        return dict(meta)
    iso = _DAY.match(told)
    # A year of the Jalali calendar is no day of ours.
    day: dict[str, Json] = {"date": iso[0]} if iso and int(iso[1]) > 1800 else {}
    return {**meta, **day, "published": told} if told != day.get("date") else {**meta, **day}


def stem_of(path: Path) -> str:
    return PurePath(unicode_name(path)).stem
