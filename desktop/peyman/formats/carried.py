"""What Peyman carries along in the files of other tools, under the one key `peyman`, and only Peyman reads.

It is what those tools have no place for: a document's name and direction, whose a set is and how far it is, an
annotation's note. Each part is written only where it says more than a reader would guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias
from uuid import UUID

from peyman.core.decode import check_text, guess_direction, guess_language, guess_title
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import (
    STATES,
    AnnotationSet,
    Attributes,
    Document,
    DocumentLabel,
    Json,
    Relation,
    SetKind,
    Span,
    State,
)
from peyman.core.schema import Attribute, Layer, Schema

from .base import Labels, Options, type_names
from .building import SetBuilder, plain_document
from .strict_json import Table

KEY = "peyman"

MESSAGES |= {
    "annotators_several": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” holds several annotation sets of one article (by {people}), so they cannot all be those of "
        "“{annotator}”. Import it again without naming anybody: each then keeps their own.",
    ),
}
Names: TypeAlias = Mapping[tuple[str, str], str]  # by layer and label


def told(**pairs: object) -> dict[str, Any]:
    """Return the pairs that say something."""
    return {key: value for key, value in pairs.items() if value not in (None, "", [], {}, ())}


def span_layers(schema: Schema) -> tuple[str, ...]:
    """Return the layers whose annotations are spans."""
    return tuple(layer for layer in schema.layers if layer not in ("role", "document"))


def label_names(schema: Schema) -> Names:
    """Return what a format calls labels that has one name for layer and label."""
    return type_names(schema, *span_layers(schema))


def name_of(span: Span, names: Names) -> str:
    """Return what `label_names` says, or layer and label where the schema has no such label."""
    return names.get((span.layer, span.label), f"{span.layer}__{span.label}")


def source_ids(annotations: AnnotationSet) -> dict[UUID, str]:
    """Return the id to write each annotation with: the one it came with, unless another has taken that."""
    ids: dict[UUID, str] = {}
    used: set[str] = set()
    for number, annotation in annotations.annotations.items():
        wanted = annotation.source_id
        ids[number] = str(number) if not wanted or wanted in used else wanted
        used.add(ids[number])
    return ids


# What is kept for one tool ---------------------------------------------------------------------------------------


def part_of(foreign: Attributes, tool: str) -> dict[str, Any]:
    """Return what an import from a tool kept, to be written back to it."""
    part = foreign.get(tool)
    return dict(part) if isinstance(part, dict) else {}


def others(foreign: Attributes, tool: str) -> dict[str, Json]:
    """Return what is foreign but was not kept for this tool."""
    return {name: value for name, value in foreign.items() if name != tool}


def kept(foreign: Attributes, tool: str, part: Mapping[str, Json]) -> dict[str, Json]:
    """Return foreign keys with what is kept for a tool, if anything is."""
    return {**foreign, **({tool: dict(part)} if part else {})}


# Documents ---------------------------------------------------------------------------------------------------------


def document_part(document: Document, tool: str) -> dict[str, Any]:
    """Return what a reader of the text alone would not know of a document; metadata goes elsewhere."""
    text = document.text
    return {
        "name": document.name,
        **({"title": document.title} if document.title != guess_title(text) else {}),
        **told(
            language=document.language if document.language != guess_language(text) else "",
            direction=document.direction if document.direction != guess_direction(text) else "",
            encoding=document.encoding if document.encoding != "utf-8" else "",
            foreign=others(document.foreign, tool),
        ),
    }


def read_document(part: Table, text: str, name: str, tool: str, meta: Attributes, rest: Mapping[str, Json]) -> Document:
    """Return the document of a text; `name` if the part of ours gives none, `rest` is kept for the tool.

    Raises:
        PeymanError: what `check_text` raises, `json_type`.
    """
    check_text(text, f"{part.file}, line {part.line}")
    document = plain_document(
        part.get("name", str, "") or name,
        text,
        encoding=part.get("encoding", str, "") or "utf-8",
        meta=meta,
        foreign=kept(part.get("foreign", dict, {}), tool, rest),
    )
    return replace(
        document,
        title=part.get("title", str, document.title),
        language=part.get("language", str, "")[:35] or document.language,
        direction="rtl" if part.get("direction", str, document.direction) == "rtl" else "ltr",
    )


def merged(first: Attributes, second: Attributes, prefix: str) -> dict[str, Json]:
    """Join two tables; where both have a key and differ, the first's value is kept under `prefix` and the key."""
    clashing = {f"{prefix}{key}": value for key, value in first.items() if second.get(key, value) != value}
    return {**first, **second, **clashing}


# Annotation sets -----------------------------------------------------------------------------------------------------


def set_part(annotations: AnnotationSet, tool: str) -> dict[str, Any]:
    """Return whose a set is, of which kind, and how far; “finished” goes without saying."""
    state = annotations.state
    return {
        "annotator": annotations.annotator,
        **told(
            kind="gold" if annotations.kind == "gold" else "",
            state=state.state if state.state != "finished" else "",
            state_note=state.note,
            state_doubt=state.doubt,
            foreign=others(annotations.foreign, tool),
        ),
    }


def read_kind(part: Table) -> SetKind:
    return "gold" if part.get("kind", str, "") == "gold" else "annotation"


def finish(builder: SetBuilder, part: Table, tool: str, rest: Mapping[str, Json], usual: State) -> AnnotationSet:
    """Return the set of a builder, in the state that the part of ours tells, or else the usual one."""
    found = part.get("state", str, "")
    made = builder.made(
        state=next((state for state in STATES if state == found), usual),
        state_note=part.get("state_note", str, ""),
        foreign=kept(part.get("foreign", dict, {}), tool, rest),
    )
    return replace(made, state=replace(made.state, doubt=part.get("state_doubt", str, "")))


def several(file: str, annotator: str, people: Iterable[str]) -> PeymanError:
    """Return the refusal to give what several people said of one text to one person."""
    return PeymanError("annotators_several", file=file, annotator=annotator, people=", ".join(people))


class Owners:
    """Whose the sets of one document are: no two of a kind belong to one person."""

    def __init__(self, options: Options, file: str) -> None:
        self._options = options
        self._file = file
        self._taken: set[tuple[str, SetKind]] = set()
        self._told: dict[str, None] = {}  # whom the file names

    def owner(self, kind: SetKind, *names: str) -> str:
        """Return the first name that says something, or what was chosen; a number is added where it is taken.

        Raises:
            PeymanError: `annotator_not_told`; `annotators_several` where one was chosen for all.
        """
        told = next(filter(None, names), "")
        name = self._options.owner(self._file, told)
        self._told[told or name] = None
        if self._options.annotator and (name, kind) in self._taken:
            raise several(self._file, self._options.annotator, self._told)
        free, count = name, 1
        while (free, kind) in self._taken:
            count += 1
            free = f"{name} ({count})"
        self._taken.add((free, kind))
        return free


# Annotations -----------------------------------------------------------------------------------------------------


def span_part(span: Span, attributes: Attributes, tool: str) -> dict[str, Any]:
    """Return what a label and an extent do not say of a span, with these of its attributes; offsets are not in it."""
    return told(
        attributes=dict(attributes), note=span.note, doubt=span.doubt, origin=span.origin,
        foreign=others(span.foreign, tool),
    )  # fmt: skip


def relation_part(relation: Relation, tool: str) -> dict[str, Any]:
    return told(note=relation.note, foreign=others(relation.foreign, tool))


def label_parts(labels: Iterable[DocumentLabel], tool: str) -> list[dict[str, Any]]:
    """Return fields of the whole document that the tool has no place for."""
    return [
        {"label": label.label, "value": label.value, **told(id=label.source_id, foreign=others(label.foreign, tool))}
        for label in labels
    ]


def read_labels(part: Table, labels: Labels, builder: SetBuilder) -> None:
    """Add the fields that `label_parts` wrote under “labels”."""
    for table in part.tables("labels", "field"):
        found = labels.find(table.get("label", str), "document")
        if found is not None:
            builder.add_label(
                found[1], table.values.get("value"), source_id=table.get("id", str, ""),
                foreign=table.get("foreign", dict, {}),
            )  # fmt: skip


def parted(layer: Layer | None, attributes: Attributes) -> tuple[list[tuple[Attribute, Json]], dict[str, Json]]:
    """Part attributes into those the schema describes and whose values fit, in its order, and all others."""
    described = layer.attributes if layer else ()
    fitting = [(a, attributes[a.id]) for a in described if a.id in attributes and _fits(a, attributes[a.id])]
    known = {attribute.id for attribute, _ in fitting}
    return fitting, {name: value for name, value in attributes.items() if name not in known}


def _fits(attribute: Attribute, value: Json) -> bool:
    """Tell whether a control or a typed feature for this attribute can hold a value and give it back."""
    if attribute.kind in ("multi", "list"):
        return isinstance(value, list) and bool(value) and all(_is_told(attribute, one) for one in value)
    if attribute.kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return _is_told(attribute, value)


def _is_told(attribute: Attribute, value: Json) -> bool:
    """Tell whether this is a text that says something, and one of the choices if the attribute is closed."""
    if not isinstance(value, str) or not value.strip():
        return False
    return attribute.kind not in ("choice", "multi") or value in [choice.id for choice in attribute.choices]
