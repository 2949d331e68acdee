"""How documents, annotations and what else an edit changes look as rows of the project file, and back."""

from __future__ import annotations

import array
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from .model import (
    Annotation,
    DocumentInfo,
    DocumentLabel,
    Extent,
    Intended,
    Json,
    ProjectInfo,
    Record,
    Rejection,
    Relation,
    SetState,
    Span,
)

Cells: TypeAlias = Sequence[Any]  # the columns of `migrations.LOGGED`, in their order


def dump(value: Json | Mapping[str, Json] | Sequence[Json]) -> str:
    return json.dumps(value, ensure_ascii=False)


def load(text: str) -> Any:
    """Like `json.loads`; most cells are empty, which need no parser."""
    return {} if text == "{}" else [] if text == "[]" else json.loads(text)


def pack(tokens: Sequence[Extent]) -> bytes:
    flat = array.array("I", [edge for token in tokens for edge in token])
    if sys.byteorder == "big":
        flat.byteswap()
    return flat.tobytes()


def unpack(blob: bytes) -> tuple[Extent, ...]:
    flat = array.array("I", blob)
    if sys.byteorder == "big":
        flat.byteswap()
    return tuple(zip(flat[::2], flat[1::2], strict=True))


def _span(key: UUID, row: Cells) -> Span:
    layer, label, start, end, quote, fragments, attributes, note, doubt, origin, source_id, foreign = row
    return Span(
        key, layer, label, start, end, quote, tuple((a, b) for a, b in load(fragments)),
        load(attributes), note, doubt, origin, source_id, load(foreign),
    )  # fmt: skip


def _relation(key: UUID, row: Cells) -> Relation:
    source, target = UUID(bytes=row[2]), UUID(bytes=row[3])
    return Relation(key, row[0], row[1], source, target, row[4], row[5], load(row[6]))


def _document_label(key: UUID, row: Cells) -> DocumentLabel:
    return DocumentLabel(key, row[0], row[1], load(row[2]), row[3], load(row[4]))


def _document_info(key: UUID, row: Cells) -> DocumentInfo:
    name, title, language, direction, meta, foreign = row
    return DocumentInfo(key, name, title, language, direction, load(meta), load(foreign))


# By table; a record's columns are read in the order of `LOGGED`. Annotations lie in an annotation set.
ANNOTATIONS: dict[str, Callable[[UUID, Cells], Annotation]] = {
    "span": _span,
    "relation": _relation,
    "document_label": _document_label,
}
READERS: dict[str, Callable[[UUID, Cells], Record]] = {
    **ANNOTATIONS,
    "annotation_set": lambda key, row: SetState(key, *row),
    "rejection": lambda key, row: Rejection(key, *row),
    "document": _document_info,
    "intended": lambda key, row: Intended(key, row[0], tuple(load(row[1]))),
    "project": lambda key, row: ProjectInfo(key, row[0], row[1], load(row[2])),
}
_TABLES: dict[type[Record], str] = {
    Span: "span",
    Relation: "relation",
    DocumentLabel: "document_label",
    SetState: "annotation_set",
    Rejection: "rejection",
    DocumentInfo: "document",
    Intended: "intended",
    ProjectInfo: "project",
}


def table_of(record: Record) -> str:
    return _TABLES[type(record)]


def cells(record: Record) -> list[object]:
    """The columns of `LOGGED` for a record, in their order."""
    match record:
        case Span():
            return [
                record.layer, record.label, record.start, record.end, record.quote,
                dump([list(part) for part in record.fragments]), dump(record.attributes), record.note,
                record.doubt, record.origin, record.source_id, dump(record.foreign),
            ]  # fmt: skip
        case Relation():
            return [
                record.layer, record.label, record.source.bytes, record.target.bytes, record.note,
                record.source_id, dump(record.foreign),
            ]  # fmt: skip
        case DocumentLabel():
            return [record.layer, record.label, dump(record.value), record.source_id, dump(record.foreign)]
        case SetState():
            return [record.state, record.note, record.doubt]
        case Rejection():
            return [
                record.layer, record.label, record.start, record.end, record.quote, record.source, record.instead
            ]  # fmt: skip
        case DocumentInfo():
            return [
                record.name, record.title, record.language, record.direction, dump(record.meta), dump(record.foreign)
            ]  # fmt: skip
        case Intended():
            return [record.key, dump(list(record.variants))]
        case ProjectInfo():
            return [record.schema_number, record.guidelines, dump(record.settings)]
