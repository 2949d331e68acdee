"""Writing WebAnno TSV, and what reading it shares with that; `webanno_tsv.py` says how ours looks in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Extent, Json, Relation, Span
from peyman.core.schema import Attribute, Schema
from peyman.core.text import Utf16Map

from .base import DEFAULTS, Folder, Loss, Options, Tally, Thing, annotator_folder, file_name
from .building import in_order, typed
from .losses import count_keys, count_layers, counted, counted_outside_spans
from .strict_json import parse_object
from .words import covered, sentence_words

HEADER = "#FORMAT=WebAnno TSV 3.3"
OWN_LINE = "#Peyman="
LAYERS = {f"webanno.custom.{layer.capitalize()}": layer for layer in ("entity", "commitment", "argument")}
SLOTS = ("ROLE_webanno.custom.Commitment:roles_webanno.custom.CommitmentRolesLink", "uima.tcas.Annotation")
OWN_FEATURES = ("label", "note", "doubt", "origin", "peyman")
NULL, NOTHING = "*", "_"

Cells: TypeAlias = list[str]

MESSAGES |= {
    "webanno_loss_edges": QT_TRANSLATE_NOOP("errors", "{count} spans lose blanks at their edges"),
    "webanno_loss_blank": QT_TRANSLATE_NOOP(
        "errors", "{count} spans of nothing but blanks are left out, with their roles"
    ),
}


# Escapes -----------------------------------------------------------------------------------------------------------

_VALUE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_ESCAPED_VALUE = re.compile(r"\\(->|[\\\[\]|_;tn*])")
_NAMED = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_BY_NAME = {name: character for character, name in _NAMED.items()}
_TEXT = re.compile(r"[\\\x00-\x0a\x0c-\x1f]")
_ESCAPED_TEXT = re.compile(r"\\([tnfrb\\\x00-\x07\x0e-\x1f])")
IDENTIFIED = re.compile(r"(.*)(?<!\\)((?:\\\\)*)\[([0-9]{1,9}(?:_[0-9]{1,9})?)\]", re.DOTALL)


def escape_value(text: str) -> str:
    return _VALUE.sub(lambda match: "\\" + {"\t": "t", "\n": "n"}.get(match[0], match[0]), text)


def unescape_value(text: str) -> str:
    return _ESCAPED_VALUE.sub(lambda match: {"t": "\t", "n": "\n"}.get(match[1], match[1]), text)


def escape_text(text: str) -> str:
    return _TEXT.sub(lambda match: "\\" + _NAMED.get(match[0], match[0]), text)


def unescape_text(text: str) -> str:
    return _ESCAPED_TEXT.sub(lambda match: _BY_NAME.get(match[1], match[1]), text)


def split(text: str, separator: str) -> list[str]:
    """Split at separators that no backslash escapes."""
    if "\\" not in text:
        return text.split(separator)
    parts, start, place = [], 0, 0
    while place < len(text):
        if text[place] == "\\":
            place += 1
        elif text[place] == separator:
            parts.append(text[start:place])
            start = place + 1
        place += 1
    return [*parts, text[start:]]


# Values ------------------------------------------------------------------------------------------------------------


def as_text(attribute: Attribute | None, name: str, value: Json) -> str | None:
    """Return an attribute's value as plain text; None if it would not come back the same."""
    if name in OWN_FEATURES or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name):
        return None
    kind = attribute.kind if attribute is not None else "text"
    if kind == "norm" and isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if kind == "multi":
        words = value if isinstance(value, list) else []
        return ",".join(map(str, words)) if words and all(_is_choice(word) for word in words) else None
    if isinstance(value, str):
        text = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        text = str(value)
    else:
        return None
    return text if text and "\r" not in text and from_text(attribute, text) == value else None


def _is_choice(value: Json) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[^,\r\s]+", value) is not None


def from_text(attribute: Attribute | None, text: str, where: tuple[str, int] = ("", 0)) -> Json:
    """Undo `as_text`; `where` is file and line for errors."""
    if attribute is not None and attribute.kind == "multi":
        return list(text.split(","))
    if attribute is not None and attribute.kind == "norm" and text.startswith("{"):
        return parse_object(text.encode(), *where) if where[0] else None
    return typed(attribute, text)


# Writing -----------------------------------------------------------------------------------------------------------

HOLDS: frozenset[Thing] = frozenset({
    "texts", "annotators", "gold", "nested", "crossing", "relations", "attributes", "notes", "doubts", "origins",
})  # fmt: skip


def write_folder(items: Iterable[AnnotatedDocument], folder: Folder, schema: Schema, options: Options) -> None:  # noqa: ARG001
    """Write one file for each annotation set, and for each article without any."""
    for item in items:
        stem = file_name(item.document.name.removesuffix(".txt"))
        sub = annotator_folder(item.annotations, folder) if item.annotations is not None else ""
        path = folder.free(sub, stem, ".tsv")
        folder.write(f"{path}.tsv", "".join(_Writer(item, schema, Tally()).lines()).encode())


def plan(items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS) -> list[Loss]:  # noqa: ARG001
    """Count what the format cannot hold."""
    tally = Tally()
    for item in counted_outside_spans(counted(items, HOLDS | {"foreign"}, tally), tally):
        for _ in _Writer(item, schema, tally).lines():
            pass
    return tally.losses()


@dataclass
class _Row:
    """A word or a part of one, and the spans on it."""

    start: int
    end: int
    id: str = ""
    spans: list[Span] = field(default_factory=list)
    parts: dict[Extent, _Row] = field(default_factory=dict)


class _Writer:
    """Makes the lines of one file."""

    def __init__(self, item: AnnotatedDocument, schema: Schema, tally: Tally) -> None:
        self._document = item.document
        self._annotations = item.annotations
        self._schema = schema
        self._tally = tally
        self._rows: list[_Row] = []
        self._sentences: list[list[_Row]] = []
        self._first_rows: dict[UUID, _Row] = {}
        self._numbers: dict[UUID, int] = {}
        self._cells: dict[UUID, Cells] = {}
        self._columns: dict[str, Cells] = {}
        self._cut()
        if item.annotations is not None:
            self._place(item.annotations)
            self._describe(item.annotations)

    def _where(self, annotation: Span | Relation) -> str:
        return f"{self._document.name}: {annotation.source_id or annotation.id}"

    def _cut(self) -> None:
        """Make the rows. Blanks before the first word are a word too: a sentence begins where its first word does."""
        sentences = sentence_words(self._document)
        if sentences and sentences[0][0][0]:
            sentences.insert(0, [(0, sentences[0][0][0])])
        for sentence, words in enumerate(sentences, 1):
            rows = [_Row(start, end, f"{sentence}-{token}") for token, (start, end) in enumerate(words, 1)]
            self._sentences.append(rows)
            self._rows += rows

    def _place(self, annotations: AnnotationSet) -> None:
        """Put the spans on the rows they cover, making rows for the parts of words at their edges."""
        layers = LAYERS.values()
        count_layers(self._tally, self._document.name, annotations, layers, layers)
        extents = [(row.start, row.end) for row in self._rows]
        several: set[UUID] = {relation.target for relation in annotations.relations}
        for span in annotations.spans:
            if span.layer not in layers:
                continue
            first, after = covered(extents, span.start, span.end)
            if first == after:
                self._tally.add("webanno_loss_blank", self._where(span))
                continue
            start, end = max(span.start, extents[first][0]), min(span.end, extents[after - 1][1])
            self._tally.add("webanno_loss_edges", self._where(span), (start, end) != (span.start, span.end))
            for row in self._rows[first:after]:
                part = (max(start, row.start), min(end, row.end))
                unit = row if part == (row.start, row.end) else row.parts.setdefault(part, _Row(*part))
                several |= {span.id, *(s.id for s in unit.spans)} if _stacked(span, unit) else set()
                unit.spans.append(span)
                self._first_rows.setdefault(span.id, unit)
            if after - first > 1:
                several.add(span.id)
        for row in self._rows:
            for count, (_, unit) in enumerate(sorted(row.parts.items()), 1):
                unit.id = f"{row.id}.{count}"
        numbered = (span for span in annotations.spans if span.id in several and span.id in self._first_rows)
        self._numbers = {span.id: number for number, span in enumerate(numbered, 1)}

    def _describe(self, annotations: AnnotationSet) -> None:
        """Find the columns of each layer and the cells of each span."""
        features = {span.id: self._features(span) for span in annotations.spans if span.id in self._first_rows}
        for layer_id in LAYERS.values():
            spans = [span for span in annotations.spans if span.layer == layer_id and span.id in features]
            if not spans:
                continue
            known = [a.id for a in self._schema.layer(layer_id).attributes]
            used = {name for span in spans for name in features[span.id]}
            rest = sorted(used - {*known, *OWN_FEATURES})
            columns = [name for name in ("label", *known, *rest, *OWN_FEATURES[1:]) if name in used]
            has_slots = any(annotations.roles_of(span.id) for span in spans)
            self._columns[layer_id] = [*columns, *(SLOTS if has_slots else ())]
            for span in spans:
                number = self._numbers.get(span.id)
                suffix = f"[{number}]" if number else ""
                values = (features[span.id].get(name) for name in columns)
                cells = [(NULL if value is None else escape_value(value)) + suffix for value in values]
                self._cells[span.id] = cells + (self._slots(annotations, span, suffix) if has_slots else [])

    def _features(self, span: Span) -> dict[str, str]:
        found = {"label": span.label}
        own: dict[str, Json] = {}
        rest: dict[str, Json] = {}
        layer = self._schema.layers.get(span.layer)
        for name, value in in_order(layer, span.attributes).items():
            text = as_text(layer.attribute(name) if layer else None, name, value)
            if text is None:
                rest[name] = value
            else:
                found[name] = text
        for name, text in (("note", span.note), ("doubt", span.doubt), ("origin", span.origin)):
            if "\r" in text:
                own[name] = text
            elif text:
                found[name] = text
        if rest:
            own["attributes"] = rest
        if span.foreign:
            own["foreign"] = dict(span.foreign)
        return found | ({"peyman": json.dumps(own, ensure_ascii=False)} if own else {})

    def _slots(self, annotations: AnnotationSet, commitment: Span, suffix: str) -> Cells:
        names: Cells = []
        targets: Cells = []
        for relation in annotations.roles_of(commitment.id):
            count_keys(self._tally, self._where(relation), relation.foreign, "loss_roles", bool(relation.note))
            if relation.target in self._first_rows:  # else it is counted with its span
                names.append(escape_value(relation.label))
                targets.append(f"{self._first_rows[relation.target].id}[{self._numbers[relation.target]}]")
        return [(";".join(names) or NOTHING) + suffix, ";".join(targets) or NULL]

    def lines(self) -> Iterator[str]:
        yield f"{HEADER}\n"
        for layer_id, columns in self._columns.items():
            yield f"#T_SP=webanno.custom.{layer_id.capitalize()}|{'|'.join(columns)}\n"
        yield "\n"
        units = Utf16Map(self._document.text)
        for place, rows in enumerate(self._sentences):
            yield "\n"
            if place == 0:
                yield f"{OWN_LINE}{json.dumps(self._about(), ensure_ascii=False)}\n"
            after = self._sentences[place + 1][0].start if place + 1 < len(self._sentences) else None
            for line in self._document.text[rows[0].start : after].split("\n"):
                yield f"#Text={escape_text(line)}\n"
            for row in rows:
                for unit in (row, *(unit for _, unit in sorted(row.parts.items()))):
                    yield self._line(unit, units)

    def _about(self) -> dict[str, Json]:
        about: dict[str, Json] = {"name": self._document.name}
        if self._annotations is not None:
            about |= {"annotator": self._annotations.annotator, "gold": self._annotations.kind == "gold"}
        return about

    def _line(self, unit: _Row, units: Utf16Map) -> str:
        word = re.sub(r"[\t\n\r]", lambda match: escape_text(match[0]), self._document.text[unit.start : unit.end])
        cells = [unit.id, f"{units.to_utf16(unit.start)}-{units.to_utf16(unit.end)}", word]
        for layer_id, columns in self._columns.items():
            stack = [self._cells[span.id] for span in unit.spans if span.layer == layer_id]
            cells += ["|".join(values) for values in zip(*stack, strict=True)] if stack else [NOTHING] * len(columns)
        return "\t".join([*cells, "\n"])


def _stacked(span: Span, unit: _Row) -> bool:
    return any(other.layer == span.layer for other in unit.spans)
