"""How documents and annotations look as rows of the project file, and back."""

from __future__ import annotations

import array
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from .model import Annotation, DocumentLabel, Extent, Json, Relation, Span


def dump(value: Json | Mapping[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _load(text: str) -> Any:
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


def _span(row: Sequence[Any]) -> Span:
    key, layer, label, start, end, quote, fragments, attributes, note, doubt, origin, source_id, foreign = row
    return Span(
        UUID(bytes=key), layer, label, start, end, quote, tuple((a, b) for a, b in _load(fragments)),
        _load(attributes), note, doubt, origin, source_id, _load(foreign),
    )  # fmt: skip


def _relation(row: Sequence[Any]) -> Relation:
    source, target = UUID(bytes=row[3]), UUID(bytes=row[4])
    return Relation(UUID(bytes=row[0]), row[1], row[2], source, target, row[5], row[6], _load(row[7]))


def _document_label(row: Sequence[Any]) -> DocumentLabel:
    return DocumentLabel(UUID(bytes=row[0]), row[1], row[2], _load(row[3]), row[4], _load(row[5]))


READERS: dict[str, Callable[[Sequence[Any]], Annotation]] = {
    "span": _span,
    "relation": _relation,
    "document_label": _document_label,
}


def table_of(record: Annotation) -> str:
    if isinstance(record, Span):
        return "span"
    return "relation" if isinstance(record, Relation) else "document_label"


def cells(record: Annotation) -> list[object]:
    """The columns of `LOGGED` for a record, in their order."""
    if isinstance(record, Span):
        return [
            record.layer, record.label, record.start, record.end, record.quote,
            dump([list(part) for part in record.fragments]), dump(record.attributes), record.note,
            record.doubt, record.origin, record.source_id, dump(record.foreign),
        ]  # fmt: skip
    if isinstance(record, Relation):
        return [
            record.layer, record.label, record.source.bytes, record.target.bytes, record.note,
            record.source_id, dump(record.foreign),
        ]  # fmt: skip
    return [record.layer, record.label, dump(record.value), record.source_id, dump(record.foreign)]
