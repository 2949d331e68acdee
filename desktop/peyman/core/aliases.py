"""What a schema merged, in annotations and decisions: how one reads now, and a set as a reader is to take it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from .model import (
    Annotation,
    AnnotationSet,
    Attributes,
    Decision,
    DocumentLabel,
    Filling,
    Json,
    Place,
    Relation,
    Span,
    Value,
)
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


def named_as_now(annotations: AnnotationSet, schema: Schema) -> AnnotationSet:
    """Return a set with its attributes under the names they have now, and all else as it was given."""
    if not schema.has_merges:
        return annotations
    now = {key: _named(record, schema) for key, record in annotations.annotations.items()}
    return replace(annotations, annotations=now)


def _named(record: Annotation, schema: Schema) -> Annotation:
    layer = schema.layers.get(record.layer)
    if layer is None or not isinstance(record, Span):
        return record
    names = _names_now(record.attributes, layer)
    return replace(record, attributes={names[name]: value for name, value in record.attributes.items()})


def decision_as_now(decision: Decision, schema: Schema) -> Decision:
    """Return a decision with the words of today for what it says and what it is about."""
    layer = schema.layers.get(decision.layer)
    if layer is None:
        return decision
    answer = decision.answer
    name = decision.name
    if isinstance(answer, tuple):
        answer = tuple(_place(place, layer, schema) for place in answer)
    elif isinstance(answer, Filling):
        answer = replace(answer, label=schema.current_label(decision.layer, answer.label))
    elif isinstance(answer, Value):
        ((name, value),) = _moved_values({name: answer.value}, layer)[0].items()
        answer = Value(value)
    else:
        name = _names_now({name: None}, layer)[name]
    return replace(decision, name=name, answer=answer)


def _place(place: Place, layer: Layer, schema: Schema) -> Place:
    label = schema.current_label(layer.id, place.label)
    return replace(place, label=label, attributes=_moved_values(place.attributes, layer)[0])


def _names_now(values: Attributes, layer: Layer) -> dict[str, str]:
    """Return what each attribute is called now; one whose new name is taken here keeps its own."""
    into = {attribute.id: attribute.merged_into for attribute in layer.attributes}
    names: dict[str, str] = {}
    for name in values:
        target = name
        while into.get(target):
            target = into[target]
        names[name] = name if target != name and (target in values or target in names.values()) else target
    return names


def _moved_values(values: Attributes, layer: Layer) -> tuple[dict[str, Json], bool]:
    """Return values as they read now, and whether all of them could follow."""
    into = {attribute.id for attribute in layer.attributes if attribute.merged_into}
    names = _names_now(values, layer)
    result: dict[str, Json] = {}
    for name, value in values.items():
        attribute = layer.attribute(names[name])
        result[names[name]] = attribute.current_value(value) if attribute else value
    return result, not any(name == now and name in into for name, now in names.items())
