"""What Peyman speaks of: documents, tokens, annotations. Plain frozen data.

Offsets are half-open and count Unicode code points of the document's text, everywhere in this package.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias
from uuid import UUID, SafeUUID

Json: TypeAlias = "str | int | float | bool | None | list[Json] | dict[str, Json]"
Attributes: TypeAlias = Mapping[str, Json]
Extent: TypeAlias = tuple[int, int]
Direction: TypeAlias = Literal["rtl", "ltr"]
State: TypeAlias = Literal["new", "in_progress", "finished", "skipped"]
SetKind: TypeAlias = Literal["annotation", "gold"]

STATES: tuple[State, ...] = ("new", "in_progress", "finished", "skipped")
SPLIT_KEY = "release_split"  # in a document's metadata: where the first release put it, for ever

_id_lock = threading.Lock()
_last_id = 0
# How UUID fills in its own slots, being immutable: most of the time it takes is for sorting out its arguments.
_new_uuid, _unknown = UUID.__new__, SafeUUID.unknown
_set_int, _set_safe = (vars(UUID)[slot].__set__ for slot in ("int", "is_safe"))


def new_id() -> UUID:
    """Return a UUID version 7 (RFC 9562): time-ordered, and strictly growing within this process."""
    global _last_id
    fresh = (time.time_ns() // 1_000_000) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    fresh |= 0b10 << 62 | secrets.randbits(62)
    with _id_lock:
        if fresh <= _last_id:
            # Same millisecond (or the clock went back): count on from the last one, leaving version and
            # variant bits alone by adding to the random tail, which is far too wide to overflow here.
            fresh = _last_id + 1 + secrets.randbits(32)
        _last_id = fresh
    return UUID(int=fresh)


def id_of(number: int) -> UUID:
    """Return `UUID(int=number)`, in a third of its time: ids are most of what files are made of.

    Raises:
        ValueError: the number is none of 128 bits.
    """
    if number >> 128:
        raise ValueError(number)
    found = _new_uuid(UUID)
    _set_int(found, number)
    _set_safe(found, _unknown)
    return found


def id_from_bytes(data: bytes) -> UUID:
    """Return `UUID(bytes=data)`, faster; ValueError unless there are 16."""
    if len(data) != 16:
        raise ValueError(data)
    found = _new_uuid(UUID)
    _set_int(found, int.from_bytes(data))
    _set_safe(found, _unknown)
    return found


def derived_id(order: int, *parts: str) -> UUID:
    """Return the UUID (version 8) of something that came from a file with an id that is no UUID.

    Depends only on its arguments, so that importing the same file anywhere gives the same id; sorts by
    `order` (its place in the file, below 2⁴⁰) and before every `new_id`, where the time since 1970 stands
    instead. The 74 bits left are of a hash, so that a million documents of order 0 do not meet.
    """
    digest = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:10])
    high, low = divmod(digest & (1 << 74) - 1, 1 << 62)
    return id_of(order << 80 | 0x8 << 76 | high << 64 | 0b10 << 62 | low)


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text never changes, and its SHA-256 is its identity."""

    id: UUID
    name: str  # unique in a project; usually the file's name
    title: str
    text: str
    sha256: str  # of the text in UTF-8, hexadecimal
    language: str  # fa, ru, az, en, other
    direction: Direction
    tokens: tuple[Extent, ...] = ()
    tokenizer: str = ""  # name and version, such as "hazm 0.10.0"
    encoding: str = "utf-8"  # of the file it came from
    meta: Attributes = field(default_factory=dict)  # outlet, dates, parties: whatever came along
    foreign: Attributes = field(default_factory=dict)  # what an importer could not map, kept verbatim

    @property
    def date(self) -> date | None:
        """The day the article is of, as its metadata say (`date`, an ISO day); None while it is unknown."""
        value = self.meta.get("date")
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None

    @property
    def info(self) -> DocumentInfo:
        return DocumentInfo(
            self.id, self.name, self.title, self.language, self.direction, self.meta, self.foreign
        )

    def with_info(self, info: DocumentInfo) -> Document:
        return replace(
            self, name=info.name, title=info.title, language=info.language, direction=info.direction,
            meta=info.meta, foreign=info.foreign,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with a label: an entity, a commitment, or an argument."""

    id: UUID
    layer: str
    label: str
    start: int
    end: int
    quote: str  # text[start:end], kept so that a shifted offset can never pass unseen
    fragments: tuple[Extent, ...] = ()  # empty: the whole extent; else its discontinuous parts, in order
    attributes: Attributes = field(default_factory=dict)
    note: str = ""
    doubt: str = ""  # what the annotator was unsure of
    origin: str = ""  # empty: by hand; else the suggester it was accepted from
    source_id: str = ""  # its id in the file it was imported from
    foreign: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """A role: from a commitment span (`source`) to the span that fills it (`target`)."""

    id: UUID
    layer: str
    label: str
    source: UUID
    target: UUID
    note: str = ""
    source_id: str = ""
    foreign: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """A field of the whole document, such as its kind of event; `label` names the field."""

    id: UUID
    layer: str
    label: str
    value: Json
    source_id: str = ""
    foreign: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetState:
    """How far one annotator is with one document; `id` is the annotation set's."""

    id: UUID
    state: State
    note: str = ""  # on the whole article; of a skipped one, why
    doubt: str = ""  # what the annotator was unsure of, of the whole article


@dataclass(frozen=True, slots=True)
class Rejection:
    """A suggestion that an annotator did not take: it is not offered at this place again.

    `instead` is the label he gave in its stead; empty, there is nothing.
    """

    id: UUID
    layer: str
    label: str
    start: int
    end: int
    quote: str
    source: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What may change of a document: everything that is said about its text."""

    id: UUID
    name: str
    title: str
    language: str
    direction: Direction
    meta: Attributes
    foreign: Attributes


@dataclass(frozen=True, slots=True)
class Intended:
    """A difference that is meant: the string `key` is labelled in each of these ways, or left alone (""), rightly."""

    id: UUID
    key: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """What holds for the whole project; `settings` differ from `project.PROJECT_SETTINGS`."""

    id: UUID
    schema_number: int  # which of the schemas that the file has known
    guidelines: str  # Markdown
    settings: Attributes


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article that was dealt to an annotator, in which file and when."""

    id: UUID
    document_id: UUID
    annotator_id: UUID
    pack_id: UUID  # the origin of the file it was dealt out in
    at: int  # milliseconds since 1970


@dataclass(frozen=True, slots=True)
class Submission:
    """A file that was merged into this one."""

    id: UUID
    file: str  # its name, without the folder
    sha256: str  # of the file as it came, hexadecimal
    origin_id: UUID  # of the project file in it
    at: int  # of the merge, milliseconds since 1970


@dataclass(frozen=True, slots=True)
class Received:
    """How much is shown of an annotation set that came from another file; `id` is the set's.

    All that is known of its past stays; `revision` says up to which step it is shown, 0 not at all.
    """

    id: UUID
    revision: int


# Adjudication: what is asked about, and what can be answered.
Subject: TypeAlias = Literal["span", "attribute", "role", "field", "whole"]
Standing: TypeAlias = Literal["open", "deferred", "settled"]
Outcome: TypeAlias = Literal["take", "edit", "reject", ""]  # "reject": gold has nothing here; "": nothing yet
Method: TypeAlias = Literal["auto:unanimous", "auto:majority", "human", "edited", "whole-document"]


@dataclass(frozen=True, slots=True)
class Place:
    """A labelled stretch of text, as an answer to what stands there."""

    label: str
    start: int
    end: int
    fragments: tuple[Extent, ...] = ()
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filling:
    """A role and who fills it: the key of the filler's cluster."""

    label: str
    filler: UUID


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an attribute or of a field of the document."""

    value: Json


Places: TypeAlias = tuple[Place, ...]
Answer: TypeAlias = Places | Filling | Value


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that was compared: an annotation and what it said, or that a set had nothing here."""

    set_id: UUID
    annotation_id: UUID | None
    digest: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was settled about one cluster.

    Attributes:
        cluster: the key of the cluster, handed down to whatever replaces this decision. The annotation made of it
            in gold has this id.
        parent: the key of the cluster that this one hangs on, if any.
        name: the attribute or field it is about.
        inputs: what was compared; nothing for what the curator put into gold himself.
        answer: what gold has here; None if nothing, or if it is not settled.
        at: milliseconds since 1970.
        reason: a code, or empty.
        replaces: the decisions that this one puts out of force.
    """

    id: UUID
    document_id: UUID
    cluster: UUID
    parent: UUID | None
    subject: Subject
    layer: str
    name: str
    inputs: tuple[Input, ...]
    state: Standing
    outcome: Outcome
    answer: Answer | None
    method: Method
    curator: str
    at: int
    reason: str = ""
    comment: str = ""
    replaces: tuple[UUID, ...] = ()

    @property
    def automatic(self) -> bool:
        return self.method.startswith("auto:")


Annotation: TypeAlias = Span | Relation | DocumentLabel
# What an edit can change. The first five lie in an annotation set, the others in the project.
Record: TypeAlias = (
    Annotation
    | SetState
    | Rejection
    | DocumentInfo
    | Intended
    | ProjectInfo
    | Assignment
    | Submission
    | Received
    | Decision
)


@dataclass(frozen=True)
class AnnotationSet:
    """One annotator's annotations of one document, as remembered at one moment.

    `number` is the set's place in the project file it was read from; it is never written anywhere else.
    """

    id: UUID
    number: int
    document_id: UUID
    annotator: str
    kind: SetKind
    state: SetState
    annotations: Mapping[UUID, Annotation]  # in the order of their ids, which is the order of their making
    foreign: Attributes = field(default_factory=dict)
    rejections: Mapping[UUID, Rejection] = field(default_factory=dict)  # no annotations: never exported

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All spans in reading order, outer before inner."""
        spans = (a for a in self.annotations.values() if isinstance(a, Span))
        return tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.layer, s.label, s.id)))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All roles, in the order of their making."""
        return tuple(a for a in self.annotations.values() if isinstance(a, Relation))

    @cached_property
    def document_labels(self) -> tuple[DocumentLabel, ...]:
        return tuple(a for a in self.annotations.values() if isinstance(a, DocumentLabel))

    def span(self, span_id: UUID) -> Span | None:
        found = self.annotations.get(span_id)
        return found if isinstance(found, Span) else None

    def roles_of(self, commitment: UUID) -> tuple[Relation, ...]:
        return tuple(r for r in self.relations if r.source == commitment)

    def roles_filled_by(self, span_id: UUID) -> tuple[Relation, ...]:
        return tuple(r for r in self.relations if r.target == span_id)


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """What the formats read and write: a document with at most one annotator's set."""

    document: Document
    annotations: AnnotationSet | None = None
