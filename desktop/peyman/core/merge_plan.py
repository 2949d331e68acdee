"""What merging would do, as plain data: for each file whose work it holds, and what becomes of each article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, Self, TypeAlias
from uuid import UUID

from .errors import QT_TRANSLATE_NOOP, PeymanError
from .inspection import Inspected
from .model import SetKind, State

Status: TypeAlias = Literal[
    "new", "changed", "same", "older", "fork", "taken", "wrong_text", "unknown_document", "gold", "empty"
]
Acquaintance: TypeAlias = Literal["known", "new", "apart", "mapped"]
COMES_IN: frozenset[Status] = frozenset(("new", "changed"))
CONFLICTS: frozenset[Status] = frozenset(("fork", "taken", "wrong_text", "unknown_document"))

# What became of each article; the words are for the window to translate.
STATUS_WORDS: Mapping[Status, str] = {
    "new": QT_TRANSLATE_NOOP("merge", "new"),
    "changed": QT_TRANSLATE_NOOP("merge", "goes on from what is here"),
    "same": QT_TRANSLATE_NOOP("merge", "there already"),
    "older": QT_TRANSLATE_NOOP("merge", "older than what is here"),
    "fork": QT_TRANSLATE_NOOP("merge", "split off from what is here (a backup that was worked on?), left out"),
    "taken": QT_TRANSLATE_NOOP("merge", "this annotator has other annotations on it here, left out"),
    "wrong_text": QT_TRANSLATE_NOOP("merge", "another text here, left out"),
    "unknown_document": QT_TRANSLATE_NOOP("merge", "no article of this project, left out"),
    "gold": QT_TRANSLATE_NOOP("merge", "gold is made here only, left out"),
    "empty": QT_TRANSLATE_NOOP("merge", "nothing done yet"),
}


@dataclass(frozen=True, slots=True)
class SetPlan:
    """One annotator's work on one article of a file, beside what is here.

    Attributes:
        document: its name here, or in the file if it is unknown here.
        annotator: the name here.
        set_number: the set's number in the file.
        here: its number here; 0 for one that is unknown.
        known: the newest step that is known here.
        shown: the step that is shown here; 0 if none is.
        revision: the step that the file has.
        schema_known: whether it was made with a schema that this project has or had.
        odd_labels: with an unknown schema: the labels that this project does not know.
        added: annotations that the file has and this project has not; likewise `changed`, `withdrawn`, `same`.
    """

    document: str
    annotator: str
    kind: SetKind
    state: State
    status: Status
    set_id: UUID
    set_number: int
    here: int
    known: int
    shown: int
    revision: int
    schema_known: bool = True
    odd_labels: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """An annotator of a file, and who that is here.

    `apart`: somebody else is called so here, so the two are told apart by `here`; `mapped`: taken for somebody here, as
    was asked for.
    """

    id: UUID
    name: str
    here: str
    relation: Acquaintance
    number: int  # in the file


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What one file would bring. A file with a `refusal` brings nothing."""

    path: Path
    refusal: PeymanError | None = None
    sha256: str = ""
    sealed: bool = False  # it has a manifest, so that no damage passes unseen
    version: int = 0  # the format it came in
    merged_before: bool = False
    people: tuple[PersonPlan, ...] = ()
    sets: tuple[SetPlan, ...] = ()
    forked_at: Mapping[UUID, int] = field(default_factory=dict)  # by origin: the first step that differs

    def count(self, *statuses: Status) -> int:
        return sum(one.status in statuses for one in self.sets)

    @property
    def brings(self) -> bool:
        """Whether anything in it belongs to this project, be it there already."""
        return self.refusal is None and self.count("new", "changed", "same", "older") > 0


@dataclass(frozen=True)
class MergePlan:
    """What several files would bring; close it, or use it as a context manager: it keeps private copies of them."""

    files: tuple[FilePlan, ...]
    copies: Mapping[Path, Inspected] = field(repr=False, compare=False)
    folder: TemporaryDirectory[str] = field(repr=False, compare=False)

    @property
    def refusals(self) -> tuple[PeymanError, ...]:
        return tuple(file.refusal for file in self.files if file.refusal is not None)

    @property
    def conflicts(self) -> int:
        return sum(file.count(*CONFLICTS) for file in self.files)

    def close(self) -> None:
        self.folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did: its step, which undo takes back; 0 if everything was there already."""

    step: int
    files: tuple[FilePlan, ...]
    sets: int  # that were brought in or brought up to date
