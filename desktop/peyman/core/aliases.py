"""What a schema merged, in annotations: how one reads now, and a whole set as a reader is to take it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from .model import Annotation, AnnotationSet, Attributes, DocumentLabel, Json, Relation, Span
from .schema import Layer, Schema


def as_now(annotations: AnnotationSet, schema: Schema) -> AnnotationSet:
    """Return a set with everything merged read as what it became; what would then stand twice stands once.

    For those who compare and count. The set itself, and what is written of it, stays as its annotator left it.
    """
    if not schema.has_merges:
        return annotations
    now = {key: moved(record, schema)[0] for key, record in annotations.annotations.items()}
    followed = {key for key, record in now.items() if place_of(record) != place_of(annotations.annotations[key])}
    taken = {place_of(record) for key, record in now.items() if key not in followed}
    records: dict[UUID, Annotation] = {}
    for key, record in now.items():
        if key not in followed or place_of(record) not in taken:
            records[key] = record
            taken.add(place_of(record))
    whole = {key for key, record in records.items() if isinstance(record, Span)}
    kept = {
        key: record
        for key, record in records.items()
        if not isinstance(record, Relation) or {record.source, record.target} <= whole
    }
    return replace(annotations, annotations=kept)


def place_of(record: Annotation) -> tuple[object, ...]:
    """What no two annotations of a set may share."""
    match record:
        case Span():
            return record.layer, record.label, record.start, record.end, record.fragments
        case Relation():
            return record.layer, record.label, record.source, record.target
        case DocumentLabel():
            return record.layer, record.label


def moved(record: Annotation, schema: Schema) -> tuple[Annotation, bool]:
    """Return an annotation as the schema has it now, and whether all of it could follow."""
    layer = schema.layers.get(record.layer)
    if layer is None:
        return record, True
    if isinstance(record, DocumentLabel):
        values, _ = _moved_values({record.label: record.value}, layer)
        ((label, value),) = values.items()
        return replace(record, label=label, value=value), True
    label = schema.current_label(record.layer, record.label)
    if isinstance(record, Relation):
        return replace(record, label=label), True
    attributes, whole = _moved_values(record.attributes, layer)
    return replace(record, label=label, attributes=attributes), whole


def _moved_values(values: Attributes, layer: Layer) -> tuple[dict[str, Json], bool]:
    into = {attribute.id: attribute.merged_into for attribute in layer.attributes}
    result: dict[str, Json] = {}
    whole = True
    for name, value in values.items():
        target = name
        while into.get(target):
            target = into[target]
        if target != name and (target in values or target in result):
            target, whole = name, False
        attribute = layer.attribute(target)
        result[target] = attribute.current_value(value) if attribute else value
    return result, whole
