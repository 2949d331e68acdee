"""Label Studio: JSON tasks with regions, choices, relations and several annotators, and a labelling configuration.

A region is the results that share an id: one of type `labels`, and one for each attribute that has a control of
its own (`entity-sub`). A result without a region is a field of the whole document. What Label Studio has no place
for stands under `peyman`: in a region's `meta`, which it keeps, and beside an annotation's `result`, which it
ignores. `completed_by` is not written, because Label Studio refuses tasks that name people it does not know. An
address is read only as the name of an annotator who has no other; whoever else a task names is kept as a number.
Newer versions count code points, older ones UTF-16 units.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Json, Relation, SetKind, Span
from peyman.core.schema import Attribute, Layer, Schema

from . import carried
from .base import DEFAULTS, EVERYTHING, Folder, Format, Labels, Loss, Options, Tally
from .building import SetBuilder, layer_of, short
from .carried import Owners, told
from .json_kinds import refuse_others
from .label_studio_tasks import LABELS, as_task, without_addresses
from .offsets import ToPoints, converted, from_points, offsets_option, unit_of, unit_to_write
from .strict_json import Table, numbered_objects

KEY = "label-studio"  # of what is kept for it in `foreign`
TASKS, CONFIG = "tasks.json", "labelling_config.xml"
OFFSETS = offsets_option("code-points", "utf-16", "code-points-lf")

_BLANKS = {ord(blank): f"&#{ord(blank)};" for blank in "\t\n\r"}  # an attribute of XML would lose them

MESSAGES |= {
    "label_studio_cas": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is a UIMA CAS in JSON, not Label Studio's tasks. Import it with the format “xmi”."
    ),
    "label_studio_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: “data” holds no text to annotate. Leave this task out."
    ),
    "label_studio_region": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: this region lies in HTML, sound or a picture. Only tasks about plain text "
        "can be imported.",
    ),
    "label_studio_loss_sets": QT_TRANSLATE_NOOP(
        "errors",
        "{count} annotation sets: the file says whose they are, but Label Studio gives them to whoever imports them",
    ),
    "label_studio_loss_states": QT_TRANSLATE_NOOP(
        "errors", "{count} annotation sets: Label Studio forgets that they are not finished, or why they were skipped"
    ),
    "label_studio_loss_notes": QT_TRANSLATE_NOOP("errors", "{count} roles: Label Studio forgets their notes"),
}


class _Controls:
    """The controls of a labelling configuration: one for each layer of spans, and one for each attribute."""

    def __init__(self, schema: Schema) -> None:
        self.layers = carried.span_layers(schema)
        self._attributes = {
            name_of(layer, attribute): (layer.id, attribute)
            for layer in schema.layers.values()
            for attribute in layer.attributes
        }

    def attribute(self, name: str, layer: Layer) -> Attribute | None:
        """Return the attribute of a layer that a control is for; other people's bear its plain name."""
        owner, attribute = self._attributes.get(name, ("", None))
        return attribute if owner == layer.id else layer.attribute(name)


def name_of(layer: Layer, attribute: Attribute) -> str:
    """Return the name of an attribute's control."""
    return f"{layer.id}-{attribute.id}"


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield one item for each annotation of each task. The file is read twice: first for its unit of offsets.

    Predictions and drafts are nobody's annotations: they are kept with the document.

    Raises:
        PeymanError: `json_…`, `label_studio_…`, `offsets_…`, `import_…`, `labels_unknown`, `annotator_not_told`,
            and what `check_text` raises.
    """
    shown = (
        (_text(task)[1], _extents(task), task.table("data").table(carried.KEY).get("offsets", str, ""))
        for task in _tasks(path)
    )
    convert = unit_of(path.name, shown, OFFSETS, options, one_spaced)
    labels, controls = Labels(schema, options), _Controls(schema)
    for number, task in enumerate(_tasks(path), 1):
        reader = _TaskReader(task, schema, options, labels, controls, convert)
        items = list(reader.items(f"{path.stem}-{number}"))
        if not labels.has_unknown:
            yield from items
    labels.check(path.name)


def _tasks(path: Path) -> Iterator[Table]:
    for number, (line, values) in enumerate(numbered_objects(path), 1):
        if "%TYPES" in values or "%FEATURE_STRUCTURES" in values:
            raise PeymanError("label_studio_cas", file=path.name)
        task = Table(values, path.name, line, f"task {short(str(values.get('id') or number))}")
        refuse_others(task, FORMAT.name)
        yield Table(as_task(values), path.name, line, task.where)


def _text(task: Table) -> tuple[str, str]:
    """Return the key and the text of a task in its `data`: “text”, or else the longest there is."""
    texts = {key: value for key, value in task.get("data", dict).items() if isinstance(value, str)}
    if not texts:
        task.fail("label_studio_text")
    key = "text" if "text" in texts else max(texts, key=lambda name: len(texts[name]))
    check_text(texts[key], f"{task.file}, {task.place}")
    return key, texts[key]


def _extents(task: Table) -> Iterator[tuple[int, int, str | None, str]]:
    for annotation in task.tables("annotations", "annotation"):
        for result in annotation.tables("result", "result"):
            if _is_region(result):
                yield _extent(result)


def _is_region(result: Table) -> bool:
    return result.get("type", str, "") in LABELS


def _extent(region: Table) -> tuple[int, int, str | None, str]:
    """Return start, end, quote (None: unknown) and place of a region."""
    value = region.table("value")
    quote = value.values.get("text")
    for key in ("start", "end"):  # some programs write every number with a point
        offset = value.values.get(key)
        if isinstance(offset, float) and offset.is_integer():
            value.values[key] = int(offset)
    if not isinstance(value.values.get("start"), int):
        region.fail("label_studio_region")
    return value.get("start", int), value.get("end", int), quote if isinstance(quote, str) else None, region.place


def one_spaced(text: str) -> str:
    """Return a text as a quote of it may look: line breaks and runs of white space are one space there."""
    return re.sub(r"\s+", " ", text)


class _TaskReader:
    """Reads one task: its document, and an annotation set for each annotation."""

    def __init__(
        self, task: Table, schema: Schema, options: Options, labels: Labels, controls: _Controls,
        unit: Callable[[str], ToPoints],
    ) -> None:  # fmt: skip
        self._task = task
        self._key, self._text = _text(task)
        self._schema = schema
        self._labels = labels
        self._convert = unit(self._text)
        self._controls = controls
        self._owners = Owners(options, task.file)

    def items(self, name: str) -> Iterator[AnnotatedDocument]:
        document = self._document(name)
        annotations = list(self._task.tables("annotations", "annotation"))
        for annotation in annotations:
            yield AnnotatedDocument(document, self._annotation(annotation, document))
        if not annotations:
            yield AnnotatedDocument(document)

    def _document(self, name: str) -> Document:
        task = self._task
        data = task.table("data")
        ours = data.table(carried.KEY)
        beside = {name: value for name, value in data.values.items() if name not in (self._key, carried.KEY)}
        names = (beside.get(key) for key in ("name", "filename", "file"))
        own = next((found for found in names if isinstance(found, str) and found), name)
        meta = carried.merged(beside, task.get("meta", dict, {}), "data.")
        rest = without_addresses(task.foreign(known=("annotations",)))
        return carried.read_document(ours, self._text, own, KEY, meta, rest)

    def _annotation(self, table: Table, document: Document) -> AnnotationSet:
        ours = table.table(carried.KEY)
        kind: SetKind = "gold" if table.get("ground_truth", bool, False) else "annotation"
        annotator = self._owners.owner(kind, ours.get("annotator", str, ""), _person(table))
        builder = SetBuilder(document, annotator, table.file, kind)
        reader = _ResultReader(self._labels, self._controls, self._schema, self._convert, document.text, builder)
        left = reader.read(table)
        carried.read_labels(ours, self._labels, builder)
        skipped = table.get("was_cancelled", bool, False)
        rest = {**without_addresses(table.foreign(known=("result", "completed_by"))), **told(result=left)}
        return carried.finish(builder, ours, KEY, rest, "skipped" if skipped else "finished")


def _person(annotation: Table) -> str:
    """Return what to call who made an annotation: the name if it is told, else the address, else the number."""
    who = annotation.values.get("completed_by")
    if isinstance(who, int):
        return f"user {who}"
    if not isinstance(who, dict):
        return who if isinstance(who, str) else ""
    person = annotation.table("completed_by")
    full = f"{person.get('first_name', str, '')} {person.get('last_name', str, '')}".strip()
    number = f"user {who['id']}" if who.get("id") else ""
    return full or person.get("username", str, "") or person.get("email", str, "") or number


class _ResultReader:
    """Reads the results of one annotation, regions first; what has no place with us is returned."""

    def __init__(
        self, labels: Labels, controls: _Controls, schema: Schema, convert: ToPoints, text: str, builder: SetBuilder
    ) -> None:
        self._labels = labels
        self._controls = controls
        self._schema = schema
        self._convert = convert
        self._text = text
        self._builder = builder
        self._regions: dict[str, list[Span]] = {}

    def read(self, annotation: Table) -> list[Json]:
        results = list(annotation.tables("result", "result"))
        regions = [(result.get("id", str), result) for result in results if _is_region(result)]
        beside: dict[Json, list[Table]] = {number: [] for number, _ in regions}
        rest: list[Table] = []
        for result in results:
            number, kind = result.values.get("id"), result.get("type", str, "")
            if not _is_region(result):
                own = kind != "relation" and isinstance(number, str) and number in beside
                (beside[number] if own else rest).append(result)
        left: list[Json] = []
        for number, region in regions:
            self._regions.setdefault(number, []).extend(self._spans(region, beside[number], left))
        for result in rest:
            if result.get("type", str, "") == "relation":
                left += self._relation(result)
            elif not self._field(result):
                left.append(result.values)
        return left

    def _spans(self, region: Table, beside: list[Table], left: list[Json]) -> Iterator[Span]:
        """Add a span for each label of a region, with the attributes its layer knows.

        What is mapped to nothing is `left`, as a region whose offsets count code points.
        """
        start, end, quote, where = _extent(region)
        extent = converted(self._convert, start, end) or (start, end)
        value, meta = region.table("value"), region.table("meta")
        found_text = self._text[slice(*extent)]
        if quote not in (None, found_text) and one_spaced(quote or "") == one_spaced(found_text):
            quote = found_text
        ours = meta.table(carried.KEY)
        control, kind = region.get("from_name", str, ""), region.get("type", str)
        layers = (control,) if control in self._controls.layers else self._controls.layers
        origin = region.get("origin", str, "manual")
        note = "\n".join(_texts(meta.values.get("text")))
        fragments, astray = self._fragments(ours, extent)
        unknown = told(
            region=region.foreign(known=("id", "to_name", "value", "meta", "origin")),
            value=value.foreign(known=("start", "end", "text", kind)),
            meta=meta.foreign(known=("text",)),
            fragments=astray,
        )
        aside: list[str] = []
        for name in value.texts(kind):
            found = self._labels.find(name, *layers, example=found_text)
            if found is None:
                aside.append(name)
                continue
            attributes, unread = self._attributes(beside, self._schema.layer(found[0]))
            yield self._builder.add_span(
                *found,
                *extent,
                where=where,
                quote=quote,
                fragments=fragments,
                attributes={**attributes, **ours.get("attributes", dict, {})},
                note=note,
                doubt=ours.get("doubt", str, ""),
                origin=ours.get("origin", str, "") or ("" if origin == "manual" else origin),
                source_id=region.get("id", str),
                foreign=carried.kept(ours.get("foreign", dict, {}), KEY, {**unknown, **told(result=unread)}),
            )
        if aside:
            place: dict[str, Json] = {"start": extent[0], "end": extent[1], kind: [*aside]}
            left.append({**region.values, "value": {**value.values, **place}})
            if len(aside) == len(value.texts(kind)):
                left += [result.values for result in beside]

    def _attributes(self, results: list[Table], layer: Layer) -> tuple[dict[str, Json], list[Json]]:
        attributes: dict[str, Json] = {}
        left: list[Json] = []
        for result in results:
            attribute = self._controls.attribute(result.get("from_name", str, ""), layer)
            value = None if attribute is None else _value(attribute, result)
            if attribute is None or value is None:
                left.append(result.values)
            else:
                attributes[attribute.id] = value
        return attributes, left

    def _fragments(self, ours: Table, extent: Extent) -> tuple[list[Extent], list[Json]]:
        """Return the parts of a discontinuous span; none, and what stood there, if its region was moved since."""
        pairs = ours.get("fragments", list, [])
        fragments: list[Extent] = []
        last = extent[0]
        for pair in pairs:
            sure = isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)
            found = converted(self._convert, *pair) if sure else None
            if found is None or not last <= found[0] < found[1] <= extent[1]:
                return [], pairs
            fragments.append(found)
            last = found[1]
        return fragments, []

    def _relation(self, result: Table) -> list[Json]:
        """Add a role for each label of a relation; return it, if anything, with those that are none."""
        ends = [self._regions.get(str(result.values.get(key)), []) for key in ("from_id", "to_id")]
        direction = result.get("direction", str, "right")
        names = _texts(result.values.get("labels"))
        if direction not in ("right", "left") or not names:
            return [result.values]
        sources, targets = ends if direction == "right" else reversed(ends)
        source = next((span for span in sources if span.layer == "commitment"), next(iter(sources), None))
        target = next(iter(targets), None)
        ours = result.table("meta").table(carried.KEY)
        aside: list[Json] = []
        for name in names:
            role = self._labels.role(name, layer_of(source), layer_of(target))
            added = role and source and target and self._builder.add_role(
                role, source, target, note=ours.get("note", str, ""),
                source_id=str(result.values.get("id") or ""), foreign=ours.get("foreign", dict, {}),
            )  # fmt: skip
            if not added:
                aside.append(name)
        if len(aside) == len(names):
            return [result.values]
        return [{**result.values, "labels": aside}] if aside else []

    def _field(self, result: Table) -> bool:
        """Add a field of the whole document; false if there is none of that name."""
        layer = self._schema.layers.get("document")
        attribute = self._controls.attribute(result.get("from_name", str, ""), layer) if layer else None
        value = None if attribute is None else _value(attribute, result)
        if attribute is None or value is None or "start" in result.table("value").values:
            return False
        ours = result.table("meta").table(carried.KEY)
        self._builder.add_label(
            attribute.id, value, source_id=str(result.values.get("id") or ""), foreign=ours.get("foreign", dict, {})
        )
        return True


def _texts(value: object) -> list[str]:
    """Return the texts of a value that may be one, or a list of some."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _value(attribute: Attribute, result: Table) -> Json:
    """Return what a control says of an attribute; None if nothing, or nothing of its kind."""
    kind, value = result.get("type", str, ""), result.get("value", dict, {})
    if kind in ("number", "rating"):
        number = value.get(kind)
        return number if isinstance(number, int | float) else None
    texts = _texts(value.get({"choices": "choices", "textarea": "text"}.get(kind, "")))
    if attribute.kind in ("multi", "list"):
        return list(texts) or None
    return texts[0] if len(texts) == 1 else None


# Writing -----------------------------------------------------------------------------------------------------------


def write(items: Iterable[AnnotatedDocument], folder: Folder, schema: Schema, options: Options = DEFAULTS) -> None:
    """Write the tasks, one for each document, and the configuration of the project that is to import them."""
    folder.write(CONFIG, labelling_config(schema).encode())
    unit = unit_to_write(OFFSETS, options)
    with folder.open(TASKS) as stream:
        before = b"[\n"
        for _, group in groupby(items, key=lambda item: item.document.sha256):
            task = _task(list(group), schema, unit)
            stream.write(before + json.dumps(task, ensure_ascii=False, allow_nan=False).encode())
            before = b",\n"
        stream.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _task(items: list[AnnotatedDocument], schema: Schema, unit: str) -> dict[str, Any]:
    document = items[0].document
    writer = _SetWriter(document, schema, from_points(unit, document.text))
    ours = {**carried.document_part(document, KEY), "offsets": unit}
    return {
        **carried.part_of(document.foreign, KEY),
        "data": {"text": document.text, carried.KEY: ours},
        **told(meta=document.meta),
        "annotations": [writer.written(item.annotations) for item in items if item.annotations is not None],
    }


Offsets: TypeAlias = Callable[[int], int]


class _SetWriter:
    """Writes the annotation sets of one document."""

    def __init__(self, document: Document, schema: Schema, offset: Offsets) -> None:
        self._document = document
        self._schema = schema
        self._offset = offset

    def written(self, annotations: AnnotationSet) -> dict[str, Any]:
        ids = carried.source_ids(annotations)
        rest = carried.part_of(annotations.foreign, KEY)
        fields, unfit = self._fields(annotations, ids)
        results = [result for span in annotations.spans for result in self._region(span, ids)]
        results += [self._relation(relation, ids) for relation in annotations.relations]
        kept = [self._kept(result) for result in rest.get("result", [])]
        return {
            **rest,
            "result": [*results, *fields, *kept],
            "ground_truth": annotations.kind == "gold",
            "was_cancelled": annotations.state.state == "skipped",
            carried.KEY: {**carried.set_part(annotations, KEY), **told(labels=unfit)},
        }

    def _kept(self, result: Any) -> Any:
        """Return a result that was kept, a region with its offsets in the file's unit."""
        value = result.get("value") if isinstance(result, dict) and result.get("type") in LABELS else None
        if not isinstance(value, dict):
            return result
        places = {name: value.get(name) for name in ("start", "end")}
        inside = {k: v for k, v in places.items() if isinstance(v, int) and 0 <= v <= len(self._document.text)}
        return {**result, "value": {**value, **{name: self._offset(at) for name, at in inside.items()}}}

    def _region(self, span: Span, ids: dict[UUID, str]) -> Iterator[dict[str, Any]]:
        rest = carried.part_of(span.foreign, KEY)
        layer = self._schema.layers.get(span.layer)
        fitting, unfit = carried.parted(layer, span.attributes)
        fragments = [[self._offset(start), self._offset(end)] for start, end in span.fragments]
        ours = {**carried.span_part(span, unfit, KEY), **told(fragments=fragments)}
        note = ours.pop("note", "")
        meta = {**rest.get("meta", {}), **told(text=[note] if note else [], **{carried.KEY: ours})}
        place = {"start": self._offset(span.start), "end": self._offset(span.end), "text": span.quote}
        common = {"id": ids[span.id], "to_name": "text"}
        yield {
            **rest.get("region", {}), **common, "from_name": span.layer, "type": "labels",
            "origin": "prediction" if span.origin else "manual",
            "value": {**rest.get("value", {}), **place, "labels": [span.label]}, **told(meta=meta),
        }  # fmt: skip
        for attribute, value in fitting:
            assert layer is not None
            yield {**common, "from_name": name_of(layer, attribute), **_control_value(attribute, value, place)}
        yield from rest.get("result", [])

    def _relation(self, relation: Relation, ids: dict[UUID, str]) -> dict[str, Any]:
        ours = carried.relation_part(relation, KEY)
        return {
            **told(id=relation.source_id), "type": "relation", "from_id": ids[relation.source],
            "to_id": ids[relation.target], "direction": "right", "labels": [relation.label],
            **({"meta": {carried.KEY: ours}} if ours else {}),
        }  # fmt: skip

    def _fields(
        self, annotations: AnnotationSet, ids: dict[UUID, str]
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the results that are fields of the document, and those fields that no control can hold."""
        layer = self._schema.layers.get("document")
        results: list[dict[str, Any]] = []
        unfit = []
        for label in annotations.document_labels:
            fitting, _ = carried.parted(layer, {label.label: label.value})
            if not fitting or layer is None:
                unfit.append(label)
                continue
            attribute, value = fitting[0]
            foreign = carried.others(label.foreign, KEY)
            results.append({
                "id": ids[label.id], "to_name": "text", "from_name": name_of(layer, attribute),
                **_control_value(attribute, value, {}),
                **({"meta": {carried.KEY: {"foreign": foreign}}} if foreign else {}),
            })  # fmt: skip
        return results, carried.label_parts(unfit, KEY)


def _control_value(attribute: Attribute, value: Json, place: dict[str, Any]) -> dict[str, Any]:
    """Return type and value of the result of an attribute's control."""
    values = value if isinstance(value, list) else [value]
    if attribute.kind == "number":
        return {"type": "number", "value": {**place, "number": value}}
    if attribute.kind in ("choice", "multi"):
        return {"type": "choices", "value": {**place, "choices": values}}
    return {"type": "textarea", "value": {**place, "text": values}}


# Configuration -------------------------------------------------------------------------------------------------------


def labelling_config(schema: Schema) -> str:
    """Return the configuration of a Label Studio project with the labels, attributes, roles and fields of a schema."""
    lines = ["<View>", "  <Relations>"]
    lines += [f"    {_tag('Relation', value=label.id)}" for label in schema.layer("role").labels]
    lines += ["  </Relations>"]
    for layer_id in carried.span_layers(schema):
        layer = schema.layers[layer_id]
        lines.append(f"  {_tag('Labels', False, name=layer.id, toName='text')}")
        lines += [
            f"    {_tag('Label', value=label.id, background=label.color, **told(hotkey=_hotkey(layer, label.key)))}"
            for label in layer.labels
        ]
        lines.append("  </Labels>")
    lines.append(f"  {_tag('Text', name='text', value='$text', granularity='symbol')}")
    for layer in schema.layers.values():
        for attribute in layer.attributes:
            lines += (f"  {line}" for line in _control(layer, attribute))
    return "\n".join([*lines, "</View>", ""])


def _hotkey(layer: Layer, key: str) -> str:
    """Entities keep their keys; the same keys mean other things in other layers, which Label Studio cannot tell."""
    return key.lower() if layer.id == "entity" else ""


def _control(layer: Layer, attribute: Attribute) -> Iterator[str]:
    """Yield the lines of an attribute's control, shown while a region it belongs to is selected."""
    shown: dict[str, str] = {}
    if layer.id != "document":
        shown = {"visibleWhen": "region-selected", "whenTagName": layer.id}
        shown |= told(whenLabelValue=",".join(attribute.labels))
    common = {"name": name_of(layer, attribute), "toName": "text"}
    common |= {"perRegion": "true"} if shown else {}
    yield _tag("View", False, **shown)
    yield f"  {_tag('Header', value=attribute.names('en'), size='6')}"
    if attribute.kind in ("choice", "multi"):
        choice = "multiple" if attribute.kind == "multi" else "single"
        yield f"  {_tag('Choices', False, **common, choice=choice, showInline='true')}"
        for one in attribute.choices:
            yield f"    {_tag('Choice', value=one.id, hint=one.names('en'))}"
        yield "  </Choices>"
    elif attribute.kind == "number":
        yield f"  {_tag('Number', **common)}"
    else:
        most = {} if attribute.kind == "list" else {"maxSubmissions": "1"}
        yield f"  {_tag('TextArea', **common, editable='true', **most)}"
    yield "</View>"


def _tag(name: str, closed: bool = True, /, **attributes: str) -> str:
    pairs = "".join(f' {key}="{html.escape(value).translate(_BLANKS)}"' for key, value in attributes.items())
    return f"<{name}{pairs}{'/' if closed else ''}>"


# What is lost --------------------------------------------------------------------------------------------------------


def plan(items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS) -> list[Loss]:  # noqa: ARG001
    """Count what the file holds but Label Studio itself forgets."""
    tally = Tally()
    for item in items:
        if item.annotations is None:
            continue
        name, state = item.document.name, item.annotations.state
        tally.add("label_studio_loss_sets", name)
        told_more = state.state in ("new", "in_progress") or state.note or state.doubt
        tally.add("label_studio_loss_states", name, bool(told_more))
        for relation in item.annotations.relations:
            where = f"{name}: {relation.source_id or relation.id}"
            tally.add("label_studio_loss_notes", where, bool(relation.note))
    return tally.losses()


FORMAT = Format(
    name="label-studio",
    title=QT_TRANSLATE_NOOP("formats", "Label Studio: a folder with its tasks and the labelling configuration"),
    extensions=(".json",),
    example='[{"data": {"text": "…"}, "annotations": [{"result": [{"type": "labels", "value": {"start": 0, …}}]}]}]',
    holds=EVERYTHING - {"annotators", "states"},
    read=read,
    write_folder=write,
    plan=plan,
    options=(OFFSETS,),
)
