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
    Answer,
    Assignment,
    Decision,
    DocumentInfo,
    DocumentLabel,
    Extent,
    Filling,
    Input,
    Intended,
    Json,
    Place,
    ProjectInfo,
    Received,
    Record,
    Rejection,
    Relation,
    SetState,
    Span,
    Submission,
    Value,
    id_from_bytes,
)

Cells: TypeAlias = Sequence[Any]  # the columns of `migrations.LOGGED`, in their order


_ENCODER = json.JSONEncoder(ensure_ascii=False)  # `json.dumps` would make one each time
_DECODER = json.JSONDecoder()


def dump(value: Json | Mapping[str, Json] | Sequence[Json]) -> str:
    """Like `json.dumps`; most cells are empty, which need no writer."""
    if not value and isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    return _ENCODER.encode(value)


def load(text: str) -> Any:
    """Like `json.loads`; most cells are empty, which need no parser."""
    if text == "{}":
        return {}
    if text == "[]":
        return []
    value, end = _DECODER.raw_decode(text)
    if end != len(text):  # `decode` looks for white space, of which we write none
        raise ValueError(text)
    return value


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


def read_span(key: UUID, row: Cells) -> Span:
    layer, label, start, end, quote, fragments, attributes, note, doubt, origin, source_id, foreign = row
    return Span(
        key, layer, label, start, end, quote, () if fragments == "[]" else tuple((a, b) for a, b in load(fragments)),
        load(attributes), note, doubt, origin, source_id, load(foreign),
    )  # fmt: skip


def _relation(key: UUID, row: Cells) -> Relation:
    source, target = id_from_bytes(row[2]), id_from_bytes(row[3])
    return Relation(key, row[0], row[1], source, target, row[4], row[5], load(row[6]))


def _document_label(key: UUID, row: Cells) -> DocumentLabel:
    return DocumentLabel(key, row[0], row[1], load(row[2]), row[3], load(row[4]))


def _document_info(key: UUID, row: Cells) -> DocumentInfo:
    name, title, language, direction, meta, foreign = row
    return DocumentInfo(key, name, title, language, direction, load(meta), load(foreign))


def _decision(key: UUID, row: Cells) -> Decision:
    (
        document_id, cluster, parent, subject, layer, name, inputs, state, outcome, answer, method, curator, at,
        reason, comment, replaces,
    ) = row  # fmt: skip
    return Decision(
        key, UUID(bytes=document_id), UUID(bytes=cluster), UUID(bytes=parent) if parent else None, subject, layer,
        name, tuple(Input(UUID(s), UUID(a) if a else None, digest) for s, a, digest in load(inputs)), state, outcome,
        None if answer is None else answer_from_json(load(answer)), method, curator, at, reason, comment,
        tuple(map(UUID, load(replaces))),
    )  # fmt: skip


def answer_as_json(answer: Answer) -> Json:
    if isinstance(answer, Filling):
        return {"label": answer.label, "filler": str(answer.filler)}
    if isinstance(answer, Value):
        return {"value": answer.value}
    return [
        {
            "label": place.label,
            "start": place.start,
            "end": place.end,
            "fragments": [list(fragment) for fragment in place.fragments],
            "attributes": dict(place.attributes),
        }
        for place in answer
    ]


def answer_from_json(found: Any) -> Answer:
    if isinstance(found, list):
        return tuple(
            Place(p["label"], p["start"], p["end"], tuple((a, b) for a, b in p["fragments"]), p["attributes"])
            for p in found
        )
    return Value(found["value"]) if "value" in found else Filling(found["label"], UUID(found["filler"]))


# By table; a record's columns are read in the order of `LOGGED`. Annotations lie in an annotation set.
ANNOTATIONS: dict[str, Callable[[UUID, Cells], Annotation]] = {
    "span": read_span,
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
    "assignment": lambda key, row: Assignment(key, UUID(bytes=row[0]), UUID(bytes=row[1]), UUID(bytes=row[2]), row[3]),
    "submission": lambda key, row: Submission(key, row[0], row[1], UUID(bytes=row[2]), row[3]),
    "received": lambda key, row: Received(key, row[0]),
    "decision": _decision,
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
    Assignment: "assignment",
    Submission: "submission",
    Received: "received",
    Decision: "decision",
}


def table_of(record: Record) -> str:
    return _TABLES[type(record)]


def table_for(kind: type[Any]) -> str:
    return _TABLES[kind]


def cells(record: Record) -> list[object]:
    """The columns of `LOGGED` for a record, in their order."""
    match record:
        case Span():
            return [
                record.layer, record.label, record.start, record.end, record.quote,
                dump([list(part) for part in record.fragments]) if record.fragments else "[]",
                dump(record.attributes), record.note, record.doubt, record.origin, record.source_id,
                dump(record.foreign),
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
        case Assignment():
            return [record.document_id.bytes, record.annotator_id.bytes, record.pack_id.bytes, record.at]
        case Submission():
            return [record.file, record.sha256, record.origin_id.bytes, record.at]
        case Received():
            return [record.revision]
        case Decision():
            return [
                record.document_id.bytes, record.cluster.bytes, record.parent.bytes if record.parent else None,
                record.subject, record.layer, record.name,
                dump([[str(i.set_id), str(i.annotation_id or ""), i.digest] for i in record.inputs]),
                record.state, record.outcome,
                None if record.answer is None else dump(answer_as_json(record.answer)), record.method,
                record.curator, record.at, record.reason, record.comment, dump([str(one) for one in record.replaces]),
            ]  # fmt: skip
