"""What a format is: a name, a reader, a writer, and an honest record of what it can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias, get_args

from peyman.core.errors import MESSAGES
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema

Thing: TypeAlias = Literal[
    "texts",  # whole, so that a project can be made from the file alone
    "metadata",
    "annotators",  # several in one file
    "states",
    "nested",
    "crossing",
    "fragments",
    "relations",
    "attributes",
    "document labels",
    "notes",
    "foreign",  # keys that Peyman does not know
]

EVERYTHING: frozenset[Thing] = frozenset(get_args(Thing))

Reader: TypeAlias = Callable[[Path, Schema], Iterator[AnnotatedDocument]]
Writer: TypeAlias = Callable[[Iterable[AnnotatedDocument], BinaryIO, Schema], None]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a format cannot hold, and how often it occurs in what is to be written.

    Attributes:
        code: key into `MESSAGES`; the sentence takes `count`.
        examples: where the first few are, as “document: id”.
    """

    code: str
    count: int
    examples: tuple[str, ...] = ()

    def __str__(self) -> str:
        return MESSAGES[self.code].format(count=self.count)


Planner: TypeAlias = Callable[[Iterable[AnnotatedDocument], Schema], list[Loss]]


def loses_nothing(items: Iterable[AnnotatedDocument], schema: Schema) -> list[Loss]:  # noqa: ARG001
    """The plan of a format that holds everything."""
    return []


@dataclass(frozen=True, slots=True)
class Format:
    """One interchange format. Readers and writers stream: memory does not grow with the number of documents.

    Attributes:
        extensions: of its files, in lower case and with the dot; the first is the usual one.
        example: one line that shows what a file looks like.
        holds: what survives in it; `plan` counts, for given documents, what does not.
        read: yields what a file holds, every offset checked; raises `PeymanError` naming file and place.
        write: writes to a stream opened for bytes, which stays open.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    example: str
    holds: frozenset[Thing]
    read: Reader | None = None
    write: Writer | None = None
    plan: Planner = loses_nothing
