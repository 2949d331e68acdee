"""What an import or an export did, for people to read; and errors of the system put into words."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotationSet
from peyman.formats import Loss
from peyman.formats.foreign import by_kind

MESSAGES |= {
    "file_missing": QT_TRANSLATE_NOOP("errors", "There is nothing at “{path}”. Check the path."),
    "file_permission": QT_TRANSLATE_NOOP(
        "errors", "“{path}” may not be read or written. Change its permissions, or choose another place."
    ),
    "file_disk_full": QT_TRANSLATE_NOOP(
        "errors", "The disk of “{path}” is full. Nothing was changed; free some space and try again."
    ),
    "file_io": QT_TRANSLATE_NOOP("errors", "“{path}” could not be read or written ({reason})."),
}


@dataclass(frozen=True, slots=True)
class Added:
    """A document that came in; `name_in_file` is set when its name belonged to another text already."""

    file: str
    name: str
    title: str
    language: str
    encoding: str
    tokens: int
    name_in_file: str = ""
    date: str = ""  # of the article, an ISO day; empty while it is unknown


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose very text is in the project already, as `same_as`."""

    file: str
    name: str
    same_as: str


@dataclass(frozen=True, slots=True)
class SetEntry:
    """Whose annotations of which document."""

    file: str
    document: str
    annotator: str
    kind: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Fields of a document of which the file says something else; the project's were kept."""

    file: str
    document: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmapped:
    """What a file says of a document that Peyman does not know; kept, and counted by its key, with one example."""

    file: str
    document: str
    counts: Mapping[str, int]
    examples: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnmappedKind:
    """One kind of what Peyman does not know, over a whole import; the first few examples as “document: what”."""

    kind: str
    count: int
    documents: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateProposal:
    """A day that the text of a document names as if it were its own, and the words that say so."""

    document: str
    title: str
    day: date
    quote: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file of which nothing came in, and why."""

    file: str
    reason: PeymanError


@dataclass(frozen=True, slots=True)
class UnknownLabel:
    """A label of a source that the schema does not have; `layer` and `or_layers` are those it may be of."""

    layer: str
    label: str
    example: str = ""
    or_layers: tuple[str, ...] = ()


@dataclass
class ImportReport:
    """What an import did, in the order in which it happened.

    Attributes:
        annotations: how many came in, by layer and label (of a whole document: the field).
    """

    added: list[Added] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    sets_added: list[SetEntry] = field(default_factory=list)
    sets_there: list[SetEntry] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    cancelled: bool = False
    annotations: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, annotations: AnnotationSet) -> None:
        """Count what a set brought."""
        for annotation in annotations.annotations.values():
            self.annotations.setdefault(annotation.layer, Counter())[annotation.label] += 1

    @property
    def unmapped_kinds(self) -> list[UnmappedKind]:
        """What was kept though Peyman does not know it, the most frequent kind first and bookkeeping last."""
        counts: Counter[str] = Counter()
        documents: dict[str, dict[str, str]] = {}
        for one in self.unmapped:
            counts.update(one.counts)
            for kind in one.counts:
                documents.setdefault(kind, {}).setdefault(one.document, one.examples.get(kind, ""))
        return [
            UnmappedKind(
                kind, count, len(documents[kind]),
                tuple(f"{name}: {what}" if what else name for name, what in list(documents[kind].items())[:3]),
            )
            for kind, count in by_kind(counts)
        ]  # fmt: skip

    @property
    def unknown_labels(self) -> list[UnknownLabel]:
        """The labels for which files were refused, each once; what a reader's process says of them may be anything."""
        found: dict[tuple[tuple[str, ...], str], UnknownLabel] = {}
        for one in self.refused:
            told = one.reason.data.get("unknown") if one.reason.code == "labels_unknown" else None
            for entry in told if isinstance(told, list) else ():
                layers, label, example = (entry.get(key) for key in ("layers", "label", "example"))
                if isinstance(layers, list) and layers and isinstance(label, str):
                    names = tuple(map(str, layers))
                    found.setdefault((names, label), UnknownLabel(names[0], label, str(example or ""), names[1:]))
        return list(found.values())

    def extend(self, other: ImportReport) -> None:
        """Append what another report says."""
        self.added += other.added
        self.duplicates += other.duplicates
        self.sets_added += other.sets_added
        self.sets_there += other.sets_there
        self.kept += other.kept
        self.unmapped += other.unmapped
        self.refused += other.refused
        self.cancelled = self.cancelled or other.cancelled
        for layer, labels in other.annotations.items():
            self.annotations.setdefault(layer, Counter()).update(labels)


@dataclass
class ExportReport:
    """What an export wrote, and what its format could not hold."""

    format: str
    which: str
    documents: int = 0
    sets: int = 0
    spans: int = 0
    relations: int = 0
    labels: int = 0  # fields of whole documents
    losses: list[Loss] = field(default_factory=list)


def worded(error: OSError, path: Path | str) -> PeymanError:
    """Put an error of the operating system into words."""
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else path
    if isinstance(error, FileNotFoundError):
        return PeymanError("file_missing", path=where)
    if isinstance(error, PermissionError):
        return PeymanError("file_permission", path=where)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PeymanError("file_disk_full", path=where)
    return PeymanError("file_io", path=where, reason=error.strerror or error)
