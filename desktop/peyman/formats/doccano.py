"""doccano: one JSON object a line, with entities and relations, as its sequence labelling projects import and export.

Several shapes occur, all of which are read: `entities` (objects or triples) beside `relations`, `label` with
triples, with names of categories, or with entities and relations inside, `cats`, and `data` in the place of
`text`. In the `annotations` of old versions each one tells whose it is; labels are numbers there, which a map can
name. Every key doccano does not know is metadata to it, which it keeps: there stands what only Peyman reads. A list
of objects or of lists is none to us, because it may be annotations under a name of their own.
Offsets count UTF-16 units, or graphemes where the project was made to count so; there are no quotes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Json, Span
from peyman.core.schema import Schema

from . import carried
from .base import DEFAULTS, EVERYTHING, Format, Labels, Loss, Options, Tally
from .building import SetBuilder, layer_of
from .carried import Owners, name_of, told
from .json_kinds import may_be_annotations, refuse_others
from .losses import counted
from .offsets import ToPoints, converted, from_points, offsets_option, unit_of, unit_to_write
from .strict_json import Table, numbered_objects

KEY = "doccano"  # of what is kept for it in `foreign`
OFFSETS = offsets_option("utf-16", "code-points", "graphemes")
HOLDS = EVERYTHING - {"fragments", "attributes", "notes", "doubts", "origins", "foreign"}

# Who annotated stands in the name of the file, except where it says what the file is.
_NOBODY = frozenset({
    *("all", "annotation", "annotations", "data", "dataset", "doccano", "export", "label", "labels", "news", "output"),
    *("dev", "test", "train", "valid", "validation"),
})  # fmt: skip

_ROW_KEYS = (
    *("id", "entities", "relations", "annotations", "cats", "Comments", "label", "labels", "text", "data", "meta"),
    carried.KEY,
)
_ENTITY_KEYS = ("id", "start_offset", "end_offset", "label", "label_name", "user", "user_name")

MESSAGES |= {
    "doccano_entity": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: an entity must be [start, end, label] or an object with start_offset, "
        "end_offset and label. Correct it.",
    ),
}


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield one item a row. The file is read twice: first for its unit of offsets.

    Raises:
        PeymanError: `json_…`, `doccano_entity`, `offsets_…`, `import_…`, `labels_unknown`, `annotator_not_told`,
            and what `check_text` raises.
    """
    shown = (
        (row.text, ((entity.start, entity.end, None, entity.where) for entity in row.entities()),
         row.ours.get("offsets", str, ""))
        for row in _rows(path)
    )  # fmt: skip
    convert = unit_of(path.name, shown, OFFSETS, options)
    labels = Labels(schema, options)
    last, owners = "", Owners(options, path.name)
    stem = path.stem.removesuffix(".doccano")
    told_by = "" if stem.lower() in _NOBODY else stem
    for number, row in enumerate(_rows(path), 1):
        if row.text != last:
            last, owners = row.text, Owners(options, path.name)
        items = list(row.items(f"{stem}-{number}", told_by, schema, labels, owners, convert(row.text)))
        if not labels.has_unknown:
            yield from items
    labels.check(path.name)


def _rows(path: Path) -> Iterator[_Row]:
    for number, (line, values) in enumerate(numbered_objects(path), 1):
        table = Table(values, path.name, line, f"row {values.get('id') or number}")
        refuse_others(table, FORMAT.name)
        yield _Row(table)


class _Entity:
    """An entity in whatever shape; offsets in the file's unit."""

    def __init__(self, row: Table, value: Json, number: int) -> None:
        self.where = f"{row.place}, entity {number}"
        self.id = ""
        self.rest: dict[str, Json] = {}
        if isinstance(value, dict):
            self.id = str(value.get("id", ""))
            label = _label_of(value)
            parts = [value.get("start_offset"), value.get("end_offset"), label]
            self.rest = {k: v for k, v in value.items() if k not in _ENTITY_KEYS}
        else:
            parts = list(value) if isinstance(value, list) else []
        start, end, label = parts if len(parts) == 3 else (None, None, None)
        if type(start) is not int or type(end) is not int or not isinstance(label, str):
            row.fail("doccano_entity")
        self.start, self.end, self.label = start, end, label


def _label_of(value: dict[str, Any]) -> Json:
    """Return the name of an annotation's label, or its number as text: a map can name that."""
    label = value.get("label_name") or value.get("label")
    return str(label) if type(label) is int else label


def _user_of(value: dict[str, Any]) -> str:
    """Return whose one of the `annotations` is: the name if it is told, else the number."""
    user = value.get("user_name") or value.get("user")
    return f"user {user}" if type(user) is int else user if isinstance(user, str) else ""


class _Row:
    """One row of a file."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.text = table.get("text", str, "") or table.get("data", str, "") or table.get("text", str)
        self.ours = table.table(carried.KEY)
        label = table.values.get("label")
        if label is None and "labels" in table.values:
            label = table.get("labels", list)
        inner = Table(label, table.file, table.line, f"{table.where}, “label”") if isinstance(label, dict) else table
        triples = [one for one in label if not isinstance(one, str)] if isinstance(label, list) else []
        names = label if isinstance(label, list) else [label]
        categories = [one for one in names if isinstance(one, str)] + table.texts("cats")
        # What each person said; without a name: whose the row is.
        self._said: dict[str, _Said] = {}
        if any(key in table.values for key in ("entities", "relations", "cats", "label", "labels")):
            self._said[""] = _Said([*inner.get("entities", list, []), *triples], inner, categories)
        for one in table.tables("annotations", "annotation"):
            said = self._said.setdefault(_user_of(one.values), _Said([], _nothing(table), []))
            name = _label_of(one.values)
            if "start_offset" in one.values or "end_offset" in one.values:
                said.entities.append(one.values)
            elif isinstance(name, str):
                said.categories.append(name)
            else:
                said.others.append(one.values)

    def entities(self) -> Iterator[_Entity]:
        for said in self._said.values():
            yield from said.found(self._table)

    def items(
        self, name: str, told_by: str, schema: Schema, labels: Labels, owners: Owners, convert: ToPoints
    ) -> Iterator[AnnotatedDocument]:
        """Yield the row's document with each of its sets; a row that says nothing of annotations has none."""
        document = self._document(name)
        part = self.ours.table("set")
        if not self._said or (self.ours.values and not part.values):
            yield AnnotatedDocument(document)
            return
        kind = carried.read_kind(part)
        comments = self._table.get("Comments", list, [])
        for user, said in self._said.items():
            annotator = owners.owner(kind, part.get("annotator", str, ""), user, told_by)
            builder = SetBuilder(document, annotator, self._table.file, kind)
            spans, aside = self._add_spans(said, builder, labels, schema, convert)
            left: dict[str, Any] = told(
                entities=aside, relations=_add_roles(said.relations, builder, labels, spans)
            )
            left |= told(categories=_add_fields(said.categories, builder, schema), annotations=said.others)
            left |= told(comments=comments)
            carried.read_labels(part, labels, builder)
            yield AnnotatedDocument(document, carried.finish(builder, part, KEY, left, "finished"))
            comments = []

    def _document(self, name: str) -> Document:
        table = self._table
        beside = {key: value for key, value in table.values.items() if key not in _ROW_KEYS}
        strange = {key: value for key, value in beside.items() if may_be_annotations(value)}
        beside = {key: value for key, value in beside.items() if key not in strange}
        own = next((beside[key] for key in ("name", "filename") if isinstance(beside.get(key), str)), name)
        rest = told(id=table.values.get("id") if not self.ours.values else None, **strange)
        if not self._said:
            rest |= told(comments=table.get("Comments", list, []))
        meta = carried.merged(beside, table.get("meta", dict, {}), "row.")
        return carried.read_document(self.ours, self.text, str(own), KEY, meta, rest)

    def _add_spans(
        self, said: _Said, builder: SetBuilder, labels: Labels, schema: Schema, convert: ToPoints
    ) -> tuple[dict[str, Span], list[Json]]:
        """Return the spans that were added, by their ids, and what was mapped to nothing, in code points."""
        spans: dict[str, Span] = {}
        aside: list[Json] = []
        for entity in said.found(self._table):
            extent = converted(convert, entity.start, entity.end) or (entity.start, entity.end)
            example = self.text[max(extent[0], 0) : max(extent[1], 0)]
            found = labels.find(entity.label, *carried.span_layers(schema), example=example)
            if found is None:
                place = {"start_offset": extent[0], "end_offset": extent[1]}
                aside.append({**entity.rest, **told(id=entity.id), "label": entity.label, **place})
            else:
                foreign = carried.kept({}, KEY, entity.rest)
                span = builder.add_span(*found, *extent, where=entity.where, source_id=entity.id, foreign=foreign)
                spans[entity.id] = span
        return spans, aside


@dataclass
class _Said:
    """What one person said in a row: entities, the table that has the relations, categories, and what is none."""

    entities: list[Json]
    relations: Table
    categories: list[str]
    others: list[Json] = field(default_factory=list)

    def found(self, row: Table) -> Iterator[_Entity]:
        for number, value in enumerate(self.entities, 1):
            yield _Entity(row, value, number)


def _nothing(row: Table) -> Table:
    return Table({}, row.file, row.line, row.where)


def _add_roles(table: Table, builder: SetBuilder, labels: Labels, spans: dict[str, Span]) -> list[Json]:
    left: list[Json] = []
    for relation in table.tables("relations", "relation"):
        source, target = (spans.get(str(relation.values.get(key))) for key in ("from_id", "to_id"))
        role = labels.role(relation.get("type", str), layer_of(source), layer_of(target))
        number = str(relation.values.get("id", ""))
        added = role and source and target and builder.add_role(role, source, target, source_id=number)
        if not added:
            left.append(relation.values)
    return left


def _add_fields(categories: list[str], builder: SetBuilder, schema: Schema) -> list[Json]:
    """Add the field that has a category among its choices; return the categories that none or several have."""
    layer = schema.layers.get("document")
    left: list[Json] = []
    chosen: dict[str, list[str]] = {}
    for name in categories:
        fields = [a for a in layer.attributes if name in [c.id for c in a.choices]] if layer else []
        if len(fields) == 1 and (fields[0].kind == "multi" or fields[0].id not in chosen):
            chosen.setdefault(fields[0].id, []).append(name)
        else:
            left.append(name)
    for found, names in chosen.items():
        assert layer is not None
        attribute = layer.attribute(found)
        multiple = attribute is not None and attribute.kind == "multi"
        builder.add_label(found, list(names) if multiple else names[0])
    return left


# Writing -----------------------------------------------------------------------------------------------------------


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS
) -> None:
    """Write one row for each annotation set, and for each document that has none."""
    unit = unit_to_write(OFFSETS, options)
    names = carried.label_names(schema)
    entity_ids, relation_ids = count(1), count(1)
    for number, item in enumerate(items, 1):
        document, annotations = item.document, item.annotations
        ours = {**carried.document_part(document, KEY), "offsets": unit}
        ours.pop("foreign", None)
        row: dict[str, Any] = {"id": number, "text": document.text, "entities": [], "relations": []}
        if annotations is not None:
            entities = {span.id: next(entity_ids) for span in annotations.spans}
            offset = from_points(unit, document.text)
            row["entities"] = [
                {
                    "id": entities[span.id], "label": name_of(span, names), "start_offset": offset(span.start),
                    "end_offset": offset(span.end),
                }
                for span in annotations.spans
            ]  # fmt: skip
            row["relations"] = [
                {
                    "id": next(relation_ids), "from_id": entities[relation.source], "to_id": entities[relation.target],
                    "type": relation.label,
                }
                for relation in annotations.relations
            ]  # fmt: skip
            ours["set"] = _set_part(annotations)
        row |= {**told(meta=document.meta), carried.KEY: ours}
        stream.write(json.dumps(row, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def _set_part(annotations: AnnotationSet) -> dict[str, Any]:
    labels = carried.label_parts(annotations.document_labels, KEY)
    parts = [carried.set_part(annotations, KEY), *labels]
    for part in parts:
        part.pop("foreign", None)
    return {**parts[0], **told(labels=labels)}


def plan(
    items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> list[Loss]:
    """Count what has no place in doccano."""
    tally = Tally()
    for _ in counted(items, HOLDS, tally):
        pass
    return tally.losses()


FORMAT = Format(
    name="doccano",
    title=QT_TRANSLATE_NOOP("formats", "doccano: entities and relations, one object a line"),
    extensions=(".doccano.jsonl",),
    example='{"text": "…", "entities": [{"id": 1, "label": "PER", "start_offset": 0, …}], "relations": […]}',
    holds=HOLDS,
    read=read,
    write=write,
    plan=plan,
    options=(OFFSETS,),
)
