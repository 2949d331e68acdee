"""What an item says, ids apart, so that round trips through formats that keep no ids can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from peyman.core.model import AnnotatedDocument, AnnotationSet, Relation, Span


def said(item: AnnotatedDocument, *, without: Iterable[str] = ()) -> dict[str, Any]:
    """Return what an item says; `without` names what a format loses, as keys here or of `_span` and `_relation`."""
    document, annotations = item.document, item.annotations
    lost = set(without)
    told: dict[str, Any] = {
        "text": document.text, "name": document.name, "title": document.title, "language": document.language,
        "direction": document.direction, "encoding": document.encoding, "meta": dict(document.meta),
        "foreign": dict(document.foreign),
    }  # fmt: skip
    if annotations is not None:
        told |= {
            "annotator": annotations.annotator, "kind": annotations.kind, "state": annotations.state.state,
            "state_note": annotations.state.note, "state_doubt": annotations.state.doubt,
            "set_foreign": dict(annotations.foreign),
            "spans": sorted((_span(span, lost) for span in annotations.spans), key=_plain),
            "relations": sorted((_relation(one, annotations, lost) for one in annotations.relations), key=_plain),
            "labels": {
                one.label: (one.value, {} if "label_foreign" in lost else dict(one.foreign))
                for one in annotations.document_labels
            },
        }  # fmt: skip
    return {key: value for key, value in told.items() if key not in lost}


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=dict)


def _span(span: Span, lost: set[str]) -> dict[str, Any]:
    told = {
        "layer": span.layer, "label": span.label, "start": span.start, "end": span.end, "quote": span.quote,
        "fragments": span.fragments, "attributes": dict(span.attributes), "note": span.note, "doubt": span.doubt,
        "origin": span.origin, "span_foreign": dict(span.foreign),
    }  # fmt: skip
    return {key: value for key, value in told.items() if key not in lost}


def _relation(relation: Relation, annotations: AnnotationSet, lost: set[str]) -> list[Any]:
    ends = [_place(annotations, number) for number in (relation.source, relation.target)]
    note = "" if "relation_note" in lost else relation.note
    foreign = {} if "relation_foreign" in lost else dict(relation.foreign)
    return [relation.label, *ends, note, foreign]


def _place(annotations: AnnotationSet, number: UUID) -> tuple[str, str, int, int]:
    span = annotations.span(number)
    assert span is not None
    return span.layer, span.label, span.start, span.end
