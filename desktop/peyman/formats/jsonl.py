"""`peyman-jsonl/1`: one JSON object a line, one line for each annotation set. Nothing is lost in it.

A document with several annotators stands on several lines; one without annotations stands on a line without
`annotator`, `role`, `state`, `spans` and `relations`. Keys that are not ours are kept (`foreign`) and written
back after ours; so are those by which gold tells how it was decided (`core/provenance.py`). Offsets are half-open and
count code points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO
from uuid import RFC_4122, UUID

from peyman.core.decode import check_text, guess_direction, guess_language, guess_title, text_hash
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import (
    STATES,
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Attributes,
    Direction,
    Document,
    DocumentLabel,
    Extent,
    Json,
    Relation,
    SetKind,
    SetState,
    Span,
    derived_id,
)
from peyman.core.schema import Schema
from peyman.core.text import Utf16Map

from .base import DEFAULTS, EVERYTHING, Format, Option, Options, Unknown, labels_unknown
from .building import short
from .json_kinds import refuse_others
from .strict_json import KINDS, Table, numbered_lines, parse_object

NAME = "peyman-jsonl/1"
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ROLES: Mapping[str, SetKind] = {"annotator": "annotation", "gold": "gold"}
_SPAN_KEYS = (
    "id", "layer", "label", "start", "end", "quote", "fragments", "attributes", "note", "doubt", "origin",
)  # fmt: skip
LINE_KEYS = (
    *("format", "document", "text", "annotator", "role", "state", "state_note", "state_doubt"),
    *("spans", "relations", "labels"),
)
# Unknown keys of a line that has no annotation set are kept with its document, under a name no one else uses.
LINE_FOREIGN = "peyman-jsonl/line"
ASIDE = "peyman-jsonl/aside"  # annotations whose labels were mapped to nothing, as they came
VARIANTS = Option(
    "variants", "with gold: what every annotator said, beside it", "no", ("no", "yes"), "export",
    QT_TRANSLATE_NOOP("options", "Beside gold"),
    {
        "no": QT_TRANSLATE_NOOP("options", "nothing"),
        "yes": QT_TRANSLATE_NOOP("options", "what every annotator said"),
    },
)  # fmt: skip


MESSAGES |= {
    "jsonl_empty": QT_TRANSLATE_NOOP("errors", "“{file}” holds no document. Choose another file."),
    "jsonl_format": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: the key “format” must be “{wanted}” but is “{found}”. "
        "Choose the right format, or a version of Peyman that knows this one.",
    ),
    "jsonl_foreign": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: this is no line of Peyman's own JSONL, and its keys do not tell which tool wrote it. "
        "Choose the format of that tool: doccano, prodigy or label-studio.",
    ),
    "jsonl_value": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: “{key}” is “{found}” but must be {wanted}. Correct it."
    ),
    "jsonl_hash": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, document “{name}”: the text is not the one that was annotated (its SHA-256 begins "
        "with {found}, that in the file with {wanted}). Restore the text; even a changed line end counts.",
    ),
    "jsonl_offsets": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: {start}–{end} is no stretch of this text, which has {length} "
        "characters. Offsets count Unicode code points; correct them.",
    ),
    "jsonl_quote": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. "
        "Correct the offsets or the quote.",
    ),
    "jsonl_quote_moved": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”; “{quote}” stands at "
        "{there_start}–{there_end}. Correct the offsets.",
    ),
    "jsonl_utf16": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: {start}–{end} fits “{quote}” only when counted in UTF-16 units. "
        "Write the offsets in Unicode code points.",
    ),
    "jsonl_fragments": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: the fragment {start}–{end} is empty, lies outside the span, or does "
        "not come after the one before it. Correct the fragments.",
    ),
    "jsonl_id_twice": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: the id “{id}” stands twice. Give each annotation its own id."
    ),
    "jsonl_no_span": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: its “{key}” is “{id}”, but this line has no such span. "
        "Add the span or remove the relation.",
    ),
    "jsonl_repeated": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: this says again what “{other}” says. Remove one of them."
    ),
    "jsonl_relation_self": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: it leads from “{id}” to itself. Correct its source or target."
    ),
    "jsonl_role_source": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: its source “{id}” belongs to the layer “{layer}”, but roles lead from "
        "commitments. Correct its source.",
    ),
}


class _Table(Table):
    """One JSON object of a line. Null is a value here, and what nothing asks for is foreign whatever it says."""

    null_is_missing = False

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def any(self, key: str) -> Json:
        self.asked.add(key)
        if key not in self.values:
            self.fail("json_missing", key=key)
        value: Json = self.values[key]
        return value

    def name(self, key: str, longest: int) -> str:
        """Return a text that is neither empty nor longer than `longest` characters."""
        value = self.get(key, str)
        if not 1 <= len(value) <= longest:
            self.fail("jsonl_value", key=key, found=short(value), wanted=f"1 to {longest} characters long")
        return value

    def one_of(self, key: str, choices: Iterable[str]) -> str:
        value = self.get(key, str)
        if value not in choices:
            self.fail("jsonl_value", key=key, found=short(value), wanted=" or ".join(choices))
        return value

    def parts(self, key: str, kind: str, *, required: bool = True) -> Iterator[_Table]:
        """Yield the objects of a list, each named in errors by its id or else by its place."""
        for number, value in enumerate(self.get(key, list, None if required else []), 1):
            if type(value) is not dict:
                self.fail("json_type", key=f"{key}, number {number}", wanted=KINDS[dict])
            own = value.get("id")
            shown = f"{kind} “{own}”" if isinstance(own, str) and own else f"{kind} number {number}"
            yield _Table(value, self.file, self.line, shown)

    def rest(self) -> dict[str, Json]:
        if self.values.keys() <= self.asked:
            return {}
        return {key: value for key, value in self.values.items() if key not in self.asked}


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield what the lines of a file hold, one at a time.

    Labels that the schema does not have are gathered over the whole file; from the first one on nothing more
    is yielded, and at the end all of them are named.

    Raises:
        PeymanError: `json_…`, `jsonl_…`, and what `check_text` raises.
    """
    unknown: Unknown = {}
    empty = True
    for number, data in numbered_lines(path):
        empty = False
        line = _Table(parse_object(data, path.name, number), path.name, number, "outermost object")
        item = _read_line(line, schema, options, unknown)
        if not unknown:
            yield item
    if unknown:
        raise labels_unknown(path.name, unknown)
    if empty:
        raise PeymanError("jsonl_empty", file=path.name)


def _read_line(line: _Table, schema: Schema, options: Options, unknown: Unknown) -> AnnotatedDocument:
    refuse_others(line, "jsonl")
    if not ("format" in line or "document" in line):
        line.fail("jsonl_foreign")
    found = line.get("format", str)
    if found != NAME:
        line.fail("jsonl_format", wanted=NAME, found=short(found))
    document = _read_document(line)
    if "annotator" in line:
        return AnnotatedDocument(document, _SetReader(line, document, schema, options, unknown).read())
    for key in LINE_KEYS[4:]:
        if key in line:
            line.fail("json_missing", key="annotator")
    if foreign := line.rest():
        document = replace(document, foreign={**document.foreign, LINE_FOREIGN: foreign})
    return AnnotatedDocument(document)


def _read_document(line: _Table) -> Document:
    text = line.get("text", str)
    table = _Table(line.get("document", dict), line.file, line.line, "document")
    name = table.name("name", 1000)
    table.where = f"document “{name}”"
    check_text(text, f"{line.file}, line {line.line}")
    sha256 = text_hash(text)
    wanted = table.get("sha256", str)
    if wanted != sha256:
        table.fail("jsonl_hash", name=name, found=sha256[:16], wanted=wanted[:16])
    language = table.get("language", str) if "language" in table else guess_language(text)
    if not 2 <= len(language) <= 35:
        table.fail("jsonl_value", key="language", found=short(language), wanted="a code such as fa or ru")
    direction: Direction
    if "direction" in table:
        direction = "rtl" if table.one_of("direction", ("rtl", "ltr")) == "rtl" else "ltr"
    else:
        direction = guess_direction(text)
    return Document(
        id=derived_id(0, "document", sha256),
        name=name,
        title=table.get("title", str) if "title" in table else guess_title(text),
        text=text,
        sha256=sha256,
        language=language,
        direction=direction,
        encoding=table.get("encoding", str, "utf-8"),
        meta=table.get("meta", dict, {}),
        foreign=table.rest(),
    )


class _SetReader:
    """Reads the annotations of one line: their ids, offsets, quotes and labels are checked."""

    def __init__(
        self, line: _Table, document: Document, schema: Schema, options: Options, unknown: Unknown
    ) -> None:
        self._line = line
        self._document = document
        self._text = document.text
        self._schema = schema
        self._options = options
        self._unknown = unknown
        self._annotator = line.name("annotator", 200)
        self._annotations: dict[UUID, Annotation] = {}
        self._spans: dict[str, UUID] = {}  # by the id in the file
        self._given: set[tuple[str, str]] = set()  # kinds and ids in the file
        self._known: dict[tuple[str, str, str], str] = {}  # kinds, layers and labels as given: ours
        self._aside: dict[str, list[Json]] = {}  # what is mapped to nothing, and roles of such spans
        self._aside_spans: set[str] = set()  # by the id in the file

    def read(self) -> AnnotationSet:
        line = self._line
        kind = ROLES[line.one_of("role", ROLES)]
        state = next(state for state in STATES if state == line.one_of("state", STATES))
        note = line.get("state_note", str, "")
        doubt = line.get("state_doubt", str, "")
        for table in line.parts("spans", "span"):
            self._read_span(table)
        self._read_relations()
        self._read_labels()
        set_id = derived_id(0, self._document.sha256, self._annotator, "set", kind)
        return AnnotationSet(
            id=set_id,
            number=0,
            document_id=self._document.id,
            annotator=self._annotator,
            kind=kind,
            state=SetState(set_id, state, note, doubt),
            annotations=dict(sorted(self._annotations.items())),
            foreign={**line.rest(), **({ASIDE: {**self._aside}} if self._aside else {})},
        )

    def _id(self, table: _Table, kind: str) -> tuple[UUID, str]:
        """Return an annotation's id, and the one it has in the file if that is no UUID."""
        given = table.name("id", 1000)
        own = _as_uuid(given)
        place = len(self._annotations)
        number = own or derived_id(place, self._document.sha256, self._annotator, kind, given)
        if number in self._annotations or (kind, given) in self._given:
            table.fail("jsonl_id_twice", id=given)
        self._given.add((kind, given))
        return number, "" if own else given

    def _label(self, table: _Table, kind: str) -> tuple[str, str]:
        """Return layer and label ("": mapped to nothing); remember them if the schema has no such label for this kind.
        """
        layer_id, label = table.get("layer", str), table.get("label", str)
        given = kind, layer_id, label
        if given in self._known:
            return layer_id, self._known[given]
        mapped = self._options.labels.get(layer_id, {})
        label = mapped.get(label, label)
        example = str(table.any("quote") or "") if kind == "span" else ""
        layer = self._schema.layers.get(layer_id)
        if layer is None or {"role": "relation", "document": "label"}.get(layer_id, "span") != kind:
            self._unknown.setdefault((label, (f"{kind} {layer_id}",)), example)
        elif not label and given[2] in mapped:
            self._known[given] = ""
        elif (layer.attribute(label) if kind == "label" else layer.label(label)) is None:
            if self._options.unknown is not None:
                self._options.unknown(label, (layer_id,), example)
            else:
                self._unknown.setdefault((label, (layer_id,)), example)
        else:
            self._known[given] = label
        return layer_id, label

    def _read_span(self, table: _Table) -> None:
        number, source_id = self._id(table, "span")
        layer, label = self._label(table, "span")
        start, end, quote = table.get("start", int), table.get("end", int), table.get("quote", str)
        self._check_extent(table, start, end, quote)
        if not label:
            self._aside_spans.add(table.get("id", str))
            self._keep("spans", table)
            return
        self._annotations[number] = Span(
            id=number,
            layer=layer,
            label=label,
            start=start,
            end=end,
            quote=quote,
            fragments=_fragments(table, start, end),
            attributes=table.get("attributes", dict, {}),
            note=table.get("note", str, ""),
            doubt=table.get("doubt", str, ""),
            origin=table.get("origin", str, ""),
            source_id=source_id,
            foreign=table.rest(),
        )
        self._spans[source_id or str(number)] = number

    def _check_extent(self, table: _Table, start: int, end: int, quote: str) -> None:
        text = self._text
        inside = 0 <= start < end <= len(text)
        if inside and text[start:end] == quote:
            return
        data: dict[str, Any] = {"start": start, "end": end, "quote": short(quote)}
        if quote and 0 <= start < end and _utf16_slice(text, start, end) == quote:
            table.fail("jsonl_utf16", **data)
        if not inside:
            table.fail("jsonl_offsets", **data, length=len(text))
        data["found"] = short(text[start:end])
        there = _nearest(text, quote, start)
        if there is not None:
            table.fail("jsonl_quote_moved", **data, there_start=there, there_end=there + len(quote))
        table.fail("jsonl_quote", **data)

    def _keep(self, key: str, table: _Table) -> None:
        self._aside.setdefault(key, []).append(table.values)

    def _read_relations(self) -> None:
        seen: dict[tuple[str, str, UUID, UUID], str] = {}
        for table in self._line.parts("relations", "relation"):
            number, source_id = self._id(table, "relation")
            if self._aside_spans & {table.get("source", str), table.get("target", str)}:
                self._keep("relations", table)
                continue
            layer, label = self._label(table, "relation")
            source, target = self._span(table, "source"), self._span(table, "target")
            if source == target:
                table.fail("jsonl_relation_self", id=table.get("source", str))
            start = self._annotations[source]
            if start.layer != "commitment":
                table.fail("jsonl_role_source", id=table.get("source", str), layer=start.layer)
            self._once(table, seen, (layer, label, source, target))
            if not label:
                self._keep("relations", table)
                continue
            self._annotations[number] = Relation(
                id=number,
                layer=layer,
                label=label,
                source=source,
                target=target,
                note=table.get("note", str, ""),
                source_id=source_id,
                foreign=table.rest(),
            )

    def _span(self, table: _Table, key: str) -> UUID:
        given = table.get(key, str)
        if given not in self._spans:
            table.fail("jsonl_no_span", key=key, id=short(given))
        return self._spans[given]

    def _read_labels(self) -> None:
        seen: dict[tuple[str, str], str] = {}
        for table in self._line.parts("labels", "label", required=False):
            number, source_id = self._id(table, "label")
            layer, label = self._label(table, "label")
            if not label:
                self._keep("labels", table)
                continue
            self._once(table, seen, (layer, label))
            self._annotations[number] = DocumentLabel(
                id=number,
                layer=layer,
                label=label,
                value=table.any("value"),
                source_id=source_id,
                foreign=table.rest(),
            )

    def _once(self, table: _Table, seen: dict[Any, str], content: tuple[object, ...]) -> None:
        """Refuse an annotation that says what another one of this line says."""
        if content in seen:
            table.fail("jsonl_repeated", other=seen[content])
        seen[content] = table.get("id", str)


def _fragments(table: _Table, start: int, end: int) -> tuple[Extent, ...]:
    fragments: list[Extent] = []
    last = start
    for pair in table.get("fragments", list, []):
        if type(pair) is not list or len(pair) != 2 or not all(type(offset) is int for offset in pair):
            table.fail("json_type", key="fragments", wanted="a list of pairs of whole numbers")
        low, high = pair
        if not last <= low < high <= end:
            table.fail("jsonl_fragments", start=low, end=high)
        fragments.append((low, high))
        last = high
    return tuple(fragments)


def _as_uuid(text: str) -> UUID | None:
    """Return the UUID that `text` is, provided that it is written the usual way."""
    if len(text) != 36 or not _UUID.fullmatch(text):
        return None
    found = UUID(text)
    return found if found.variant == RFC_4122 else None


def _utf16_slice(text: str, start: int, end: int) -> str:
    """Return what lies at `start`–`end` when offsets count UTF-16 units; nothing if that is no place."""
    offsets = Utf16Map(text)
    try:
        return text[offsets.from_utf16(start) : offsets.from_utf16(end)]
    except PeymanError:
        return ""


def _nearest(text: str, quote: str, start: int) -> int | None:
    """Return where `quote` begins nearest to `start`, if it occurs at all."""
    if not quote:
        return None
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - start), default=None)


# Writing ---------------------------------------------------------------------------------------------------------


def write(
    items: Iterable[AnnotatedDocument],
    stream: BinaryIO,
    schema: Schema,  # noqa: ARG001
    options: Options = DEFAULTS,  # noqa: ARG001
) -> None:
    """Write one line for each item."""
    for item in items:
        stream.write(json.dumps(_line(item), ensure_ascii=False, allow_nan=False).encode() + b"\n")


def _line(item: AnnotatedDocument) -> dict[str, Any]:
    document, annotations = item.document, item.annotations
    if annotations is None:
        foreign = dict(document.foreign)
        kept = foreign.get(LINE_FOREIGN)
        line: dict[str, Any] = {"format": NAME, "document": _document(document, foreign), "text": document.text}
        if isinstance(kept, dict) and not kept.keys() & set(LINE_KEYS):
            del line["document"][LINE_FOREIGN]
            line |= kept
        return line
    ids = _written_ids(annotations)
    written = sorted(ids, key=lambda number: _by_written_id(ids[number], number))
    ordered = [annotations.annotations[number] for number in written]
    labels = [_label(a, ids) for a in ordered if isinstance(a, DocumentLabel)]
    return {
        "format": NAME,
        "document": _document(document, document.foreign),
        "text": document.text,
        "annotator": annotations.annotator,
        "role": "gold" if annotations.kind == "gold" else "annotator",
        "state": annotations.state.state,
        **_given(state_note=annotations.state.note, state_doubt=annotations.state.doubt),
        "spans": [_span(a, ids) for a in ordered if isinstance(a, Span)],
        "relations": [_relation(a, ids) for a in ordered if isinstance(a, Relation)],
        **_given(labels=labels),
        **_unknown_keys(annotations.foreign, LINE_KEYS),
    }


def _written_ids(annotations: AnnotationSet) -> dict[UUID, str]:
    """Return the id each annotation is written with: the one it came with, where only it came with that."""
    ids: dict[UUID, str] = {}
    used: set[tuple[type, str]] = set()
    for number, annotation in annotations.annotations.items():
        wanted = annotation.source_id
        # What reads as a UUID would come back as the annotation's own id.
        if not wanted or _as_uuid(wanted) or (type(annotation), wanted) in used:
            wanted = str(number)
        used.add((type(annotation), wanted))
        ids[number] = wanted
    return ids


def _by_written_id(written: str, number: UUID) -> tuple[bool, int]:
    """Sort as the reader will: ids that are no UUID get small ids in the order of the file."""
    own = _as_uuid(written)
    return own is not None, (own or number).int


def _document(document: Document, foreign: Attributes) -> dict[str, Any]:
    text = document.text
    return {
        "name": document.name,
        **({} if document.title == guess_title(text) else {"title": document.title}),
        "language": document.language,
        **({} if document.direction == guess_direction(text) else {"direction": document.direction}),
        **({} if document.encoding == "utf-8" else {"encoding": document.encoding}),
        "sha256": document.sha256,
        "meta": document.meta,
        **_unknown_keys(foreign, ("name", "title", "language", "direction", "encoding", "sha256", "meta")),
    }


def _span(span: Span, ids: Mapping[UUID, str]) -> dict[str, Any]:
    line: dict[str, Any] = {
        "id": ids[span.id],
        "layer": span.layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
    }
    if span.fragments:
        line["fragments"] = span.fragments
    line["attributes"] = span.attributes
    if span.note or span.doubt or span.origin:
        line |= _given(note=span.note, doubt=span.doubt, origin=span.origin)
    if span.foreign:
        line |= _unknown_keys(span.foreign, _SPAN_KEYS)
    return line


def _relation(relation: Relation, ids: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": ids[relation.id],
        "layer": relation.layer,
        "label": relation.label,
        "source": ids[relation.source],
        "target": ids[relation.target],
        **_given(note=relation.note),
        **_unknown_keys(relation.foreign, ("id", "layer", "label", "source", "target", "note")),
    }


def _label(label: DocumentLabel, ids: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": ids[label.id],
        "layer": label.layer,
        "label": label.label,
        "value": label.value,
        **_unknown_keys(label.foreign, ("id", "layer", "label", "value")),
    }


def _given(**values: object) -> dict[str, object]:
    """The optional keys that have a value."""
    return {key: value for key, value in values.items() if value}


def _unknown_keys(foreign: Attributes, known: Iterable[str]) -> dict[str, Json]:
    """Foreign keys, never in the place of one of ours."""
    return {key: value for key, value in foreign.items() if key not in known}


FORMAT = Format(
    name="jsonl",
    title=QT_TRANSLATE_NOOP("formats", "Peyman's own interchange: everything, one annotation set a line"),
    extensions=(".jsonl",),
    example='{"format": "peyman-jsonl/1", "document": {"name": "a.txt", …}, "text": "…", "annotator": "Sara", …}',
    holds=EVERYTHING,
    read=read,
    write=write,
    options=(VARIANTS,),
)
