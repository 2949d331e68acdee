"""A table of commitments for spreadsheets and statistics, one row each: what the format `csv` writes.

UTF-8 with a byte order mark (so that spreadsheets take it for UTF-8), rows as RFC 4180 has them. A cell of
text that a spreadsheet could run as a formula gets an apostrophe in front, and so does one that begins with an
apostrophe: taking one leading apostrophe off (`unguarded`) always gives the text back.
"""

from __future__ import annotations

import csv
import io
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Json, Relation, Span
from peyman.core.schema import Layer, Schema
from peyman.core.text import sentences

from .base import DEFAULTS, Loss, Options, Tally
from .losses import count_keys

JOINER = " | "
# Excel and LibreOffice start a formula at these; some trim a line end first, East Asian ones fold the wide forms.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
FIXED = (
    "article", "title", "language", "annotator", "set", "state", "type", "super_type", "sentence", "start", "end",
    "quote", "doubt", "note", "commitment_id", "set_id", "document_sha256",
)  # fmt: skip

Cell: TypeAlias = str | int | float

MESSAGES |= {
    "csv_loss_documents": QT_TRANSLATE_NOOP(
        "errors", "{count} documents or annotation sets without a commitment leave no row"
    ),
    "csv_loss_spans": QT_TRANSLATE_NOOP(
        "errors", "{count} entities and arguments that fill no role of a commitment leave no trace"
    ),
    "csv_loss_fillers": QT_TRANSLATE_NOOP(
        "errors", "{count} role fillers keep only their text: no label, offsets or attributes"
    ),
    "csv_loss_fragments": QT_TRANSLATE_NOOP("errors", "{count} discontinuous spans are written as one stretch"),
    "csv_loss_notes": QT_TRANSLATE_NOOP(
        "errors", "{count} notes and doubts on entities, arguments and roles are left out"
    ),
    "csv_loss_attributes": QT_TRANSLATE_NOOP(
        "errors", "{count} attributes of commitments that the schema does not describe are left out"
    ),
    "csv_loss_origins": QT_TRANSLATE_NOOP(
        "errors", "{count} commitments do not tell that they were accepted from a suggestion"
    ),
    "csv_loss_relations": QT_TRANSLATE_NOOP(
        "errors", "{count} roles have no column, because the schema does not have them"
    ),
    "csv_loss_foreign": QT_TRANSLATE_NOOP(
        "errors", "{count} things that Peyman does not know and only kept are left out"
    ),
    "csv_loss_texts": QT_TRANSLATE_NOOP("errors", "{count} texts are not in it, only the sentences with commitments"),
}


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text


def unguarded(cell: str) -> str:
    """Undo `guarded`."""
    return cell.removeprefix("'")


def restored(cell: str) -> str:
    """Undo `guarded` in a cell of anybody's: an apostrophe before anything else is the text's own."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


@dataclass(frozen=True)
class Columns:
    """The columns a schema asks for, as (heading, id) where they come from the schema."""

    attributes: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, schema: Schema) -> Columns:
        document = schema.layers.get("document")
        return cls(
            attributes=tuple(
                (f"attribute_{a.id}" if a.id in FIXED else a.id, a.id) for a in schema.layer("commitment").attributes
            ),
            roles=tuple((f"role_{label.id}", label.id) for label in schema.layer("role").labels),
            fields=tuple((f"document_{a.id}", a.id) for a in document.attributes) if document else (),
        )

    def headings(self) -> list[str]:
        """All headings; `rows_of` writes its cells in the same order."""
        attributes, roles, fields = (
            [heading for heading, _ in part] for part in (self.attributes, self.roles, self.fields)
        )
        return [*FIXED[:8], *attributes, *roles, *FIXED[8:14], *fields, "document_other", *FIXED[14:]]


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write a heading and one row for each commitment."""
    columns = Columns.of(schema)
    # Guarding leaves numbers alone: an offset stays a number in the spreadsheet.
    lines = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        lines.write("\ufeff")
        table = csv.writer(lines, lineterminator="\r\n")
        table.writerow(columns.headings())
        for item in items:
            if item.annotations is not None:
                for row in rows_of(item.document, item.annotations, schema, columns):
                    table.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    finally:
        lines.detach()  # the stream is the caller's to close


def rows_of(
    document: Document, annotations: AnnotationSet, schema: Schema, columns: Columns
) -> Iterator[list[Cell]]:
    """Yield the row of each commitment, its cells as the headings have them and not yet guarded."""
    commitments = [span for span in annotations.spans if span.layer == "commitment"]
    if not commitments:
        return
    layer = schema.layer("commitment")
    bounds = sentences(document.text, document.language)
    fields = document_fields(document, annotations, columns)
    about = [document.name, document.title, document.language, annotations.annotator, annotations.kind]
    for span in commitments:
        roles = annotations.roles_of(span.id)
        yield [
            *about,
            annotations.state.state,
            span.label,
            _group(layer, span.label),
            *(_cell(span.attributes.get(name)) for _, name in columns.attributes),
            *(_fillers(annotations, roles, role) for _, role in columns.roles),
            _sentence(document.text, bounds, span),
            span.start,
            span.end,
            span.quote,
            span.doubt,
            span.note,
            *fields,
            span.source_id or str(span.id),
            str(annotations.id),
            document.sha256,
        ]


def _group(layer: Layer, label_id: str) -> str:
    label = layer.label(label_id)
    return label.group if label else ""


def _fillers(annotations: AnnotationSet, roles: Sequence[Relation], role: str) -> str:
    """The texts that fill a role, in reading order."""
    spans = [annotations.span(relation.target) for relation in roles if relation.label == role]
    found = sorted((span for span in spans if span), key=lambda span: (span.start, -span.end))
    return JOINER.join(span.quote for span in found)


def _sentence(text: str, bounds: Sequence[Extent], span: Span) -> str:
    """The sentences that a span touches, in one piece."""
    starts = [start for start, _ in bounds]
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = max(bisect_right(starts, span.end - 1) - 1, 0)
    if not bounds:
        return ""
    return text[bounds[first][0] : bounds[last][1]]


def document_fields(document: Document, annotations: AnnotationSet | None, columns: Columns) -> list[Cell]:
    """The document's fields as the annotator set them, or else as they came along; then what has no column."""
    values: dict[str, Json] = dict(document.meta)
    if annotations is not None:
        values |= {label.label: label.value for label in annotations.document_labels}
    known = [name for _, name in columns.fields]
    others = [f"{name}: {_cell(value)}" for name, value in values.items() if name not in known]
    return [*(_cell(values.get(name)) for name in known), JOINER.join(others)]


def _cell(value: Json) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and not any(isinstance(part, list | dict) for part in value):
        return JOINER.join(str(_cell(part)) for part in value)
    return json.dumps(value, ensure_ascii=False)


# What is lost ------------------------------------------------------------------------------------------------------


def plan(
    items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> list[Loss]:
    """Count what a table of commitments cannot hold."""
    tally = Tally()
    last = ""
    for item in items:
        document = item.document
        if document.sha256 != last:  # the sets of one document follow one another
            last = document.sha256
            tally.add("csv_loss_texts", document.name)
            tally.add_kept("csv_loss_foreign", document.name, document.foreign)
        if item.annotations is None or not any(s.layer == "commitment" for s in item.annotations.spans):
            tally.add("csv_loss_documents", document.name)
        if item.annotations is not None:
            _count_losses(tally, document.name, item.annotations, schema)
    return tally.losses()


def _count_losses(tally: Tally, name: str, annotations: AnnotationSet, schema: Schema) -> None:
    tally.add_kept("csv_loss_foreign", name, annotations.foreign)
    fillers = {relation.target for relation in annotations.relations}
    roles, commitments = schema.layer("role"), schema.layer("commitment")
    for span in annotations.spans:
        where = f"{name}: {span.source_id or span.id}"
        count_keys(tally, where, span.foreign, "csv_loss_foreign")
        if span.layer == "commitment":
            unknown = [a for a in span.attributes if commitments.attribute(a) is None]
            tally.add("csv_loss_attributes", where, len(unknown))
            tally.add("csv_loss_origins", where, bool(span.origin))
        else:
            tally.add("csv_loss_notes", where, bool(span.note) + bool(span.doubt))
            tally.add("csv_loss_fillers" if span.id in fillers else "csv_loss_spans", where)
        if span.layer == "commitment" or span.id in fillers:
            tally.add("csv_loss_fragments", where, bool(span.fragments))
    for relation in annotations.relations:
        where = f"{name}: {relation.source_id or relation.id}"
        tally.add("csv_loss_notes", where, bool(relation.note))
        count_keys(tally, where, relation.foreign, "csv_loss_foreign")
        tally.add("csv_loss_relations", where, roles.label(relation.label) is None)
    for label in annotations.document_labels:
        count_keys(tally, f"{name}: {label.label}", label.foreign, "csv_loss_foreign")
