"""A workbook of everything that a table can hold: sheets of articles, commitments, entities and roles; for people.

The sheet of commitments has the columns of the CSV table (`csv_table`). Texts are written as texts, so that nothing in
them can run as a formula. Rows go to files beside one another and are packed at the end: memory does not grow.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Span
from peyman.core.norm_words import words
from peyman.core.records import dump
from peyman.core.schema import Schema

from .base import DEFAULTS, Loss, Options, Tally
from .csv_table import Cell, Columns, document_fields, rows_of
from .losses import count_keys
from .tables import Sheet, fitting

ABOUT = ("article", "title", "language", "annotator", "set", "state", "state_note", "state_doubt")
ENTITIES = (
    "article", "layer", "label", "start", "end", "quote", "canon", "norm", "annotator", "set", "doubt", "note",
    "origin", "fragments", "attributes", "span_id", "set_id",
)  # fmt: skip
ROLES = (
    "article", "commitment", "role", "filler", "filler_layer", "filler_label", "annotator", "set", "note",
    "commitment_id", "filler_id", "role_id", "set_id",
)  # fmt: skip
Lines: TypeAlias = Iterator[tuple[str, list[Cell]]]

MESSAGES |= {
    "xlsx_loss_long": QT_TRANSLATE_NOOP("errors", "{count} cells are cut, because no cell holds a text so long"),
}


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write a workbook; its sheets run from right to left if most of the articles do.

    Raises:
        PeymanError: `table_too_long`.
    """
    import xlsxwriter  # noqa: PLC0415 - few exports need it

    columns = Columns.of(schema)
    headings: dict[str, Sequence[str]] = {
        "commitments": columns.headings(), "entities": ENTITIES, "roles": ROLES, "articles": _article_headings(columns),
    }  # fmt: skip
    directions: Counter[str] = Counter()
    # A folder of our own: what is left of a workbook that is not finished goes with it.
    with tempfile.TemporaryDirectory(prefix="peyman-", ignore_cleanup_errors=True) as folder:
        book = xlsxwriter.Workbook(stream, {"constant_memory": True, "tmpdir": folder})
        sheets = {name: Sheet(book, row, name) for name, row in headings.items()}
        try:
            for item in items:
                directions[item.document.direction] += 1
                for name, row in _lines(item, schema, columns):
                    sheets[name].add(row)
            for sheet in sheets.values():
                sheet.finish(rtl=directions["rtl"] > directions["ltr"])
            book.close()
        finally:
            for sheet in sheets.values():
                sheet.close()


def _lines(item: AnnotatedDocument, schema: Schema, columns: Columns) -> Lines:
    """Yield the rows of an article, each with the name of its sheet."""
    document, annotations = item.document, item.annotations
    yield "articles", _article(document, annotations, columns)
    if annotations is None:
        return
    for row in rows_of(document, annotations, schema, columns):
        yield "commitments", row
    for span in annotations.spans:
        if span.layer != "commitment":
            yield "entities", _entity(document, annotations, span)
    for relation in annotations.relations:
        source, target = annotations.span(relation.source), annotations.span(relation.target)
        if source and target:
            yield "roles", [
                document.name, source.quote, relation.label, target.quote, target.layer, target.label,
                annotations.annotator, annotations.kind, relation.note, _id(source), _id(target),
                relation.source_id or str(relation.id), str(annotations.id),
            ]  # fmt: skip


def _article_headings(columns: Columns) -> list[str]:
    return [*ABOUT, *(heading for heading, _ in columns.fields), "document_other", "set_id", "document_sha256"]


def _article(document: Document, annotations: AnnotationSet | None, columns: Columns) -> list[Cell]:
    """The row of an annotation set, or of an article that has none."""
    about: list[Cell] = [""] * 5
    if annotations is not None:
        state = annotations.state
        about = [annotations.annotator, annotations.kind, state.state, state.note, state.doubt]
    return [
        document.name, document.title, document.language, *about, *document_fields(document, annotations, columns),
        str(annotations.id) if annotations else "", document.sha256,
    ]  # fmt: skip


def _entity(document: Document, annotations: AnnotationSet, span: Span) -> list[Cell]:
    canon, norm = span.attributes.get("canon"), span.attributes.get("norm")
    others = {name: value for name, value in span.attributes.items() if name != "canon" or not isinstance(value, str)}
    return [
        document.name, span.layer, span.label, span.start, span.end, span.quote,
        canon if isinstance(canon, str) else "", words(norm, document.language) if isinstance(norm, dict) else "",
        annotations.annotator, annotations.kind, span.doubt, span.note, span.origin,
        dump([list(part) for part in span.fragments]) if span.fragments else "", dump(others) if others else "",
        _id(span), str(annotations.id),
    ]  # fmt: skip


def _id(span: Span) -> str:
    return span.source_id or str(span.id)


def plan(items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS) -> list[Loss]:  # noqa: ARG001
    """Count what the sheets cannot hold."""
    tally = Tally()
    columns, commitments = Columns.of(schema), schema.layer("commitment")
    last = ""
    for item in items:
        document, annotations = item.document, item.annotations
        name = document.name
        if document.sha256 != last:  # the sets of one document follow one another
            last = document.sha256
            tally.add("csv_loss_texts", name)
            tally.add_kept("csv_loss_foreign", name, document.foreign)
        for sheet, row in _lines(item, schema, columns):
            cut = sum(isinstance(cell, str) and fitting(cell) != cell for cell in row)
            tally.add("xlsx_loss_long", f"{name}: {sheet}", cut)
        if annotations is None:
            continue
        tally.add_kept("csv_loss_foreign", name, annotations.foreign)
        for annotation in annotations.annotations.values():
            where = f"{name}: {annotation.source_id or annotation.id}"
            count_keys(tally, where, annotation.foreign, "csv_loss_foreign")
            if isinstance(annotation, Span) and annotation.layer == "commitment":
                unknown = [a for a in annotation.attributes if commitments.attribute(a) is None]
                tally.add("csv_loss_attributes", where, len(unknown))
                tally.add("csv_loss_origins", where, bool(annotation.origin))
                tally.add("csv_loss_fragments", where, bool(annotation.fragments))
    return tally.losses()
