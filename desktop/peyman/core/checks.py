"""What can be wrong with annotations whatever way they came in: quotes, labels, the rules of the layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .edits import misfit, misplaced
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import AnnotationSet, Document, Relation
from .schema import Schema

MESSAGES |= {
    "check_quote": QT_TRANSLATE_NOOP(
        "errors", "“{document}”, {annotator}: the span {span} ({start}–{end}) does not quote its text."
    ),
    "check_label": QT_TRANSLATE_NOOP(
        "errors", "“{document}”, {annotator}: {count} annotations carry “{layer}/{label}”, unknown to the schema."
    ),
    "check_placement": QT_TRANSLATE_NOOP("errors", "“{document}”, {annotator}: {reason}"),
    "check_role": QT_TRANSLATE_NOOP(
        "errors", "“{document}”, {annotator}: a role “{label}” does not lead from a commitment to a span."
    ),
}


def problems_of(document: Document, annotations: AnnotationSet, schema: Schema) -> Iterator[PeymanError]:
    """Return what is wrong with a set, in the order of reading."""
    where = {"document": document.name, "annotator": annotations.annotator}
    unknown: Counter[tuple[str, str]] = Counter()
    for record in annotations.annotations.values():
        layer = schema.layers.get(record.layer)
        asked = layer and (layer.attribute if layer.id == "document" else layer.label)(record.label)
        if not asked:
            unknown[record.layer, record.label] += 1
        if isinstance(record, Relation):
            source, target = annotations.span(record.source), annotations.span(record.target)
            if source is None or target is None or source.layer != "commitment":
                yield PeymanError("check_role", label=record.label, **where)
    for (layer_id, label), count in sorted(unknown.items()):
        yield PeymanError("check_label", layer=layer_id, label=label, count=count, **where)
    for number, span in enumerate(annotations.spans):
        if document.text[span.start : span.end] != span.quote:
            yield PeymanError(
                "check_quote", span=span.source_id or span.id, start=span.start, end=span.end, **where
            )
        reason = misfit(span)
        if reason is None and span.layer in schema.layers:
            before = (other for other in annotations.spans[:number] if other.layer == span.layer)
            reason = misplaced(span, before, schema)
        if reason is not None:
            yield PeymanError("check_placement", reason=reason, **where)
