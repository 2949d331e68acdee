"""The rows of the data files: one annotation set of an article each, all of one shape, as tables need them.

Whatever differs from schema to schema (attributes, values of fields, metadata) is one text of JSON, so that every row
has the same columns with the same types. Offsets count Unicode code points and are half-open.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from peyman.core.checks import problems_of
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import (
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Direction,
    Document,
    DocumentLabel,
    Extent,
    Relation,
    SetKind,
    SetState,
    Span,
    derived_id,
)
from peyman.core.schema import Schema
from peyman.formats.strict_json import numbered_lines, parse_object

Row: TypeAlias = dict[str, Any]
Fields: TypeAlias = Mapping[str, "str | Fields"]  # by name, the type; a table inside is a list of such rows

GOLD, ANNOTATORS = "gold", "annotators"
CONFIGS = (GOLD, ANNOTATORS)  # the first is what is loaded if nothing is asked for

FEATURES: Fields = {
    "id": "string",
    "sha256": "string",
    "title": "string",
    "language": "string",
    "direction": "string",
    "date": "string",
    "metadata": "string",
    "text": "string",
    "annotator": "string",
    "complete": "bool",
    "spans": {
        "id": "string",
        "layer": "string",
        "label": "string",
        "start": "int32",
        "end": "int32",
        "quote": "string",
        "fragments": {"start": "int32", "end": "int32"},
        "attributes": "string",
        "doubt": "bool",
        "origin": "string",
    },
    "relations": {
        "id": "string",
        "layer": "string",
        "label": "string",
        "source": "string",
        "target": "string",
    },
    "labels": {"label": "string", "value": "string"},
}
# What the columns are, for the card and for Croissant.
MEANINGS: Mapping[str, str] = {
    "id": "name of the article, unique in the data set",
    "sha256": "of the text in UTF-8: the identity of the article",
    "title": "title of the article",
    "language": "language of the article, such as fa or ru",
    "direction": "rtl or ltr",
    "date": "day the article is of (ISO 8601); empty if unknown",
    "metadata": "whatever else is known of the article, as a JSON object",
    "text": "text of the article, exactly as annotated; all offsets point into it",
    "annotator": "whose annotations these are; “gold” for the adjudicated ones",
    "complete": "whether nothing is left to be decided about these annotations",
    "spans": "labelled stretches of text: entities, commitments, arguments",
    "relations": "roles: from a commitment (source) to the span that fills it (target)",
    "labels": "fields of the whole article; the value is JSON",
}

MESSAGES |= {
    "release_row": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{key}” is not what the card says it is ({wanted}). The release is damaged."
    ),
}


def problems_in(
    config: str, document: Document, annotations: AnnotationSet, schema: Schema
) -> Iterator[PeymanError]:
    """Return what is wrong with a set that is to be, or was, released; annotators' spans may stand as they like."""
    for problem in problems_of(document, annotations, schema):
        if config == GOLD or problem.code != "check_placement":
            yield problem


def row_of(document: Document, annotations: AnnotationSet, metadata: Mapping[str, Any], *, complete: bool) -> Row:
    """Return the row of a set that was made ready for release: its annotations have ids of their own."""
    ids = {key: one.source_id for key, one in annotations.annotations.items()}
    return {
        "id": document.name,
        "sha256": document.sha256,
        "title": document.title,
        "language": document.language,
        "direction": document.direction,
        "date": document.date.isoformat() if document.date else "",
        "metadata": as_json(dict(metadata)),
        "text": document.text,
        "annotator": annotations.annotator,
        "complete": complete,
        "spans": [_span(span) for span in annotations.spans],
        "relations": [
            {"id": one.source_id, "layer": one.layer, "label": one.label,
             "source": ids[one.source], "target": ids[one.target]}
            for one in annotations.relations
        ],
        "labels": [{"label": one.label, "value": as_json(one.value)} for one in annotations.document_labels],
    }  # fmt: skip


def _span(span: Span) -> Row:
    return {
        "id": span.source_id,
        "layer": span.layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "fragments": [{"start": start, "end": end} for start, end in span.fragments],
        "attributes": as_json(dict(span.attributes)),
        "doubt": bool(span.doubt),
        "origin": span.origin,
    }


def as_json(value: object) -> str:
    """Return a value as JSON, always in the same way."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def line_of(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a data file, each of just the columns and types of `FEATURES`.

    Raises:
        PeymanError: `json_…`, `release_row`.
        OSError: the file cannot be read.
    """
    for number, line in numbered_lines(path):
        row = parse_object(line, path.name, number)
        bad = _misfit(row, FEATURES)
        if bad is not None:
            raise PeymanError("release_row", file=path.name, line=number, key=bad[0], wanted=bad[1])
        yield row


_KINDS: Mapping[str, type] = {"string": str, "int32": int, "bool": bool}


def _misfit(values: object, fields: Fields) -> tuple[str, str] | None:
    """Return the first column that is not as it should be, and what it should be."""
    if type(values) is not dict or list(values) != list(fields):
        return "keys", ", ".join(fields)
    for name, kind in fields.items():
        value = values[name]
        if isinstance(kind, str):
            if type(value) is not _KINDS[kind] or (isinstance(value, int) and not -(2**31) <= value < 2**31):
                return name, kind
        elif type(value) is not list:
            return name, "list"
        else:
            for one in value:
                bad = _misfit(one, kind)
                if bad is not None:
                    return f"{name}.{bad[0]}", bad[1]
    return None


@dataclass
class Count:
    """What the rows of one file are, added up."""

    rows: int = 0
    bytes: int = 0
    characters: int = 0
    documents: set[str] = field(default_factory=set)
    languages: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)  # layer/label; of fields, document/field
    doubts: int = 0
    complete: int = 0

    def add(self, row: Row, size: int) -> None:
        """Add a row that takes `size` bytes."""
        self.rows += 1
        self.bytes += size
        self.characters += len(row["text"])
        self.documents.add(row["sha256"])
        self.languages[row["language"]] += 1
        self.labels.update(f"{one['layer']}/{one['label']}" for one in (*row["spans"], *row["relations"]))
        self.labels.update(f"document/{one['label']}" for one in row["labels"])
        self.doubts += sum(one["doubt"] for one in row["spans"])
        self.complete += row["complete"]


def place_of(span: Row) -> tuple[str, int, int, tuple[Extent, ...]]:
    """Return by what a span is known again in another release, its label apart."""
    return span["layer"], span["start"], span["end"], tuple((f["start"], f["end"]) for f in span["fragments"])


def read_back(row: Row, file: str, line: int) -> AnnotatedDocument:
    """Return the article and the set that a row is of, as far as it tells them; nothing is checked but the JSON in it.

    Raises:
        PeymanError: `json_…`, `release_row`.
    """
    owner = f"{row['sha256']}/{row['annotator']}"
    keys: dict[str, UUID] = {}
    records: dict[UUID, Annotation] = {}
    for place, one in enumerate([*row["spans"], *row["relations"]]):
        if one["id"] in keys:
            raise PeymanError("release_row", file=file, line=line, key=f"id {one['id']}", wanted="once")
        keys[one["id"]] = derived_id(place, owner, one["id"])
    for one in row["spans"]:
        attributes = parse_object(one["attributes"].encode("utf-8", "surrogatepass"), file, line)
        fragments = place_of(one)[3]
        key = keys[one["id"]]
        records[key] = Span(
            key, one["layer"], one["label"], one["start"], one["end"], one["quote"], fragments, attributes,
            doubt="yes" if one["doubt"] else "", origin=one["origin"], source_id=one["id"],
        )  # fmt: skip
    for one in row["relations"]:
        ends = [keys.get(one[end], _NOWHERE) for end in ("source", "target")]
        key = keys[one["id"]]
        records[key] = Relation(key, one["layer"], one["label"], ends[0], ends[1], source_id=one["id"])
    for place, one in enumerate(row["labels"]):
        key = derived_id(place, owner, "label")
        value = parse_object(f'{{"value": {one["value"]}}}'.encode("utf-8", "surrogatepass"), file, line)["value"]
        records[key] = DocumentLabel(key, "document", one["label"], value)
    metadata = parse_object(row["metadata"].encode("utf-8", "surrogatepass"), file, line)
    direction: Direction = "rtl" if row["direction"] == "rtl" else "ltr"
    document = Document(
        derived_id(0, row["sha256"]), row["id"], row["title"], row["text"], row["sha256"], row["language"], direction,
        meta=metadata,
    )  # fmt: skip
    set_id = derived_id(0, owner)
    kind: SetKind = "gold" if row["annotator"] == GOLD else "annotation"
    state = SetState(set_id, "finished")
    return AnnotatedDocument(
        document, AnnotationSet(set_id, 0, document.id, row["annotator"], kind, state, records)
    )


_NOWHERE = UUID(int=0)
