"""WebAnno TSV 3.3, which INCEpTION and WebAnno exchange: one file for each annotator and article.

Written is a folder for each annotator (`NAME`, his gold in `NAME.gold`). Entities, commitments and arguments are the
span layers `webanno.custom.Entity`, `…Commitment` and `…Argument` with the features `label`, the schema's attributes,
`note`, `doubt`, `origin` and, for values that are no plain text, `peyman` (JSON). Roles are the slots of a
commitment. Attributes with several values join them with commas. A comment in the first sentence (`#Peyman=`), which
other readers pass over, keeps the article's name and whose the annotations are.

Read are 3.2 and 3.3 of any making: of another layer's span, the feature `label` or `value`, else its first, else the
layer's name is the label. What has no place (relations that are no roles, chains, layers of words such as POS,
positions without text) is kept in the annotation set's `foreign`. Offsets count UTF-16 units of a text that is put
together from its sentences; files that count code points are recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from peyman.core.decode import MAX_LENGTH, check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Extent, Json, Span
from peyman.core.schema import Schema
from peyman.core.text import Utf16Map

from .base import DEFAULTS, Format, Labels, Options
from .building import SetBuilder, in_order, layer_of, plain_document, short, text_lines, unicode_name
from .offsets import UNITS, converted, offsets_option
from .strict_json import parse_object
from .webanno_write import (
    HOLDS,
    IDENTIFIED,
    LAYERS,
    NOTHING,
    NULL,
    OWN_LINE,
    SLOTS,
    Cells,
    from_text,
    plan,
    split,
    unescape_text,
    unescape_value,
    write_folder,
)

FILE_CAP = 10 * MAX_LENGTH  # bytes: a row repeats what is said of each span over it
_UNITS = ("utf-16", "code-points")
OFFSETS = offsets_option(*_UNITS, only="import")
# Layers of single words, which are no entities and carry no label of ours.
_OF_WORDS = ("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.")

MESSAGES |= {
    "webanno_version": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” begins with “{found}”; Peyman reads files that begin with “#FORMAT=WebAnno TSV 3.3” (or 3.2). "
        "Export it anew in that version.",
    ),
    "webanno_header": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{found}” declares no layer. Expected is “#T_SP=LAYER|FEATURE”."
    ),
    "webanno_row": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{found}” is no row of a word; expected are its number, its offsets, the word and "
        "{columns} columns, with tabs between them.",
    ),
    "webanno_no_sentence": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: a word outside a sentence. Put its “#Text=” line before it."
    ),
    "webanno_text": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: the sentence begins at {start} by its first word, but the text before it ends at "
        "{end}. Correct the offsets or the text.",
    ),
    "webanno_word": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: at {start}–{end} the text is not “{quote}”, whether one counts UTF-16 units or code "
        "points. Correct the offsets or the text.",
    ),
    "webanno_reference": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{found}” leads to no annotation of this file. Correct it."
    ),
    "webanno_id": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{found}” names the same annotation as one of another layer. Correct it."
    ),
    "webanno_own": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{found}” is not what Peyman writes there. Remove it."
    ),
}


# Reading -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Column:
    """A column after the first three; `kind` is value, none, role, target, governor or chain."""

    layer: str
    feature: str
    kind: str


@dataclass
class _Unit:
    """A row as the file has it."""

    line: int
    id: str
    begin: int
    end: int
    word: str
    cells: Cells


@dataclass
class _Sentence:
    lines: list[str] = field(default_factory=list)
    units: list[_Unit] = field(default_factory=list)


@dataclass
class _Found:
    """An annotation as the file has it; the extent is in code points, and may be empty: a place between two."""

    layer: str
    unit: _Unit
    extent: Extent
    source_id: str
    features: dict[str, str | None] = field(default_factory=dict)
    roles: list[str | None] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    governor: str = ""
    span: Span | None = None


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield the one article of a file.

    Raises:
        PeymanError: `webanno_…`, `offsets_ambiguous`, `labels_unknown`, `annotator_not_told`, `text_file_…`, and
            what `check_text` raises.
    """
    if path.stat().st_size > FILE_CAP:
        raise PeymanError("text_too_long", where=path.name, megabytes=FILE_CAP // 1_000_000)
    yield _Reader(path, schema, options).read()


class _Reader:
    """Reads one file: its rows first, then the text they are of, then what stands in their columns."""

    def __init__(self, path: Path, schema: Schema, options: Options) -> None:
        self._path = path
        self._file = path.name
        self._schema = schema
        self._options = options
        self._labels = Labels(schema, options)
        self._columns: list[_Column] = []
        self._bases: dict[str, str] = {}  # relation layers and what they join
        self._sentences: list[_Sentence] = []
        self._about: dict[str, Any] = {}
        self._stacks: dict[str, dict[str, list[_Found]]] = {}  # by row, then by layer
        self._by_number: dict[str, _Found] = {}
        self._found: list[_Found] = []
        self._foreign: dict[str, list[Json]] = {}

    def _fail(self, code: str, line: int, **data: object) -> NoReturn:
        raise PeymanError(code, file=self._file, line=line, **data)

    def read(self) -> AnnotatedDocument:
        self._read_lines()
        text, extents = self._located()
        name = self._about.get("name") or unicode_name(self._path.with_suffix(".txt"))
        check_text(text, self._file)
        document = plain_document(name, text)
        told = self._about.get("annotator", "")
        if self._about and not told and not self._columns:
            return AnnotatedDocument(document)
        owner = self._options.owner(self._file, told)
        gold = self._about.get("gold", False) and owner == told
        builder = SetBuilder(document, owner, self._file, "gold" if gold else "annotation")
        for unit, extent in zip((u for s in self._sentences for u in s.units), extents, strict=True):
            self._take(unit, extent)
        for found in self._found:
            self._make_span(found, builder)
        for found in self._found:
            self._make_roles(found, builder)
        self._labels.check(self._file)
        return AnnotatedDocument(document, builder.made(foreign={k: list(v) for k, v in self._foreign.items()}))

    # Lines

    def _read_lines(self) -> None:
        lines = text_lines(self._path)
        _, first = next(lines, (1, ""))
        if not re.fullmatch(r"#FORMAT=WebAnno TSV 3\.[23] *", first):
            raise PeymanError("webanno_version", file=self._file, found=short(first))
        for number, line in lines:
            if not line.strip():
                break
            self._declare(number, line)
        sentence: _Sentence | None = None
        for number, line in lines:
            if not line:
                sentence = None
            elif line.startswith("#"):
                if sentence is None or sentence.units:
                    sentence = _Sentence()
                    self._sentences.append(sentence)
                self._take_header(number, line, sentence)
            elif sentence is None:
                self._fail("webanno_no_sentence", number)
            else:
                sentence.units.append(self._unit(number, line))

    def _declare(self, number: int, line: str) -> None:
        """Read the columns that a layer has."""
        match = re.fullmatch(r"#T_(SP|RL|CH)=([^|\s]+)((?:\|[^|\s]*)*)", line.strip())
        if match is None:
            self._fail("webanno_header", number, found=short(line))
        layer, last = match[2], ""
        for feature in match[3].split("|")[1:] or [""]:
            if match[1] == "CH":
                kind = "chain"
            elif match[1] == "RL" and feature.startswith("BT_"):
                kind = "governor"
                self._bases[layer] = feature.removeprefix("BT_")
            elif feature.startswith("ROLE_"):
                kind = "role"
            elif last == "role":
                kind = "target"
            else:
                kind = "value" if feature else "none"
            self._columns.append(_Column(layer, feature, kind))
            last = kind
        if match[1] == "RL":
            self._bases.setdefault(layer, "")

    def _take_header(self, number: int, line: str, sentence: _Sentence) -> None:
        name, _, value = line.partition("=")
        if name == "#Text":
            sentence.lines.append(unescape_text(value))
        elif line.startswith(OWN_LINE) and not self._about:
            about = parse_object(value.encode(), self._file, number)
            kinds = {"name": str, "annotator": str, "gold": bool}
            if any(type(entry) is not kinds.get(key) or entry == "" for key, entry in about.items()):
                self._fail("webanno_own", number, found=short(line))
            self._about = about
        else:
            self._foreign.setdefault("webanno:comments", []).append(line)

    def _unit(self, number: int, line: str) -> _Unit:
        fields = line.split("\t")
        match = re.fullmatch(r"([0-9]{1,9})-([0-9]{1,9})", fields[1]) if len(fields) > 2 else None
        fits = re.fullmatch(r"[0-9]{1,9}-[0-9]{1,9}(\.[0-9]{1,9})?", fields[0])
        if match is None or not fits or len(fields) < 3 + len(self._columns):
            self._fail("webanno_row", number, found=short(line), columns=len(self._columns))
        return _Unit(number, fields[0], int(match[1]), int(match[2]), fields[2], fields[3 : 3 + len(self._columns)])

    # Text and offsets

    def _located(self) -> tuple[str, list[Extent]]:
        """Put the text together and find the rows in it, in the one unit in which their words fit."""
        chosen = self._options.of(OFFSETS)
        fitting: list[tuple[str, list[Extent]]] = []
        complaints: list[PeymanError] = []
        for unit in _UNITS if chosen == "auto" else (chosen,):
            try:
                text = self._assembled(unit)
                fitting.append((text, list(self._extents(text, unit))))
            except PeymanError as error:
                complaints.append(error)
        if not fitting:
            raise complaints[0]
        if any(other != fitting[0] for other in fitting):
            raise PeymanError("offsets_ambiguous", file=self._file, units="utf-16, code-points")
        return fitting[0]

    def _assembled(self, unit: str) -> str:
        """Join the sentences: one line end between two, or none, or as many blanks as the offsets ask for."""
        parts: list[str] = []
        length = 0
        for sentence in self._sentences:
            begin = sentence.units[0].begin if sentence.units else length
            if parts and length == begin + 1:
                parts[-1] = parts[-1][:-1]
                length -= 1
            if not length <= begin <= MAX_LENGTH:
                self._fail("webanno_text", sentence.units[0].line, start=begin, end=length)
            parts.append(" " * (begin - length) + "\n".join(sentence.lines) + "\n")
            length += _measure(parts[-1], unit)
        return "".join(parts)[:-1]

    def _extents(self, text: str, unit: str) -> Iterator[Extent]:
        convert = UNITS[unit](text)
        for row in (row for sentence in self._sentences for row in sentence.units):
            if row.begin == row.end and not row.word:
                place = convert(row.begin)
                extent = None if place is None else (place, place)
            else:
                extent = converted(convert, row.begin, row.end)
            if extent is None or text[slice(*extent)] not in (row.word, unescape_text(row.word)):
                self._fail("webanno_word", row.line, start=row.begin, end=row.end, quote=short(row.word))
            yield extent

    # Columns

    def _take(self, unit: _Unit, extent: Extent) -> None:
        stacks = self._stacks.setdefault(unit.id, {})
        for column, raw in zip(self._columns, unit.cells, strict=True):
            if raw == NOTHING:
                continue
            stack = stacks.setdefault(column.layer, [])
            for index, part in enumerate(split(raw, "|")):
                value, number = part, ""
                if column.kind in ("value", "none", "role") and (match := IDENTIFIED.fullmatch(part)):
                    value, number = match[1] + match[2], match[3]
                if index == len(stack):
                    stack.append(self._annotation(column, unit, extent, number))
                found = stack[index]
                if number and self._by_number.setdefault(number, found) is not found:
                    self._fail("webanno_id", unit.line, found=short(part))
                _set(found, column, value)

    def _annotation(self, column: _Column, unit: _Unit, extent: Extent, number: str) -> _Found:
        """Return the annotation of this number, which goes on to this row, or else a new one."""
        found = self._by_number.get(number) if column.layer not in self._bases else None
        if found is not None and found.layer == column.layer:
            found.extent = (found.extent[0], max(found.extent[1], extent[1]))
            return found
        found = _Found(column.layer, unit, extent, f"{unit.id}[{number}]" if number else unit.id)
        self._found.append(found)
        return found

    # Annotations

    def _make_span(self, found: _Found, builder: SetBuilder) -> None:
        kinds = {column.kind for column in self._columns if column.layer == found.layer}
        if found.layer in self._bases:
            return
        if found.extent[0] == found.extent[1] or "chain" in kinds or found.layer.startswith(_OF_WORDS):
            self._keep(found, {})
            return
        features = {name: value for name, value in found.features.items() if value is not None}
        own_layer = LAYERS.get(found.layer)
        named = ("label", "value", *features)
        label = next((features.pop(name) for name in named if name in features), found.layer.rpartition(".")[2])
        layers = [own_layer] if own_layer else LAYERS.values()
        place = self._labels.find(label, *layers, example=builder.text[slice(*found.extent)])
        if place is None:
            self._keep(found, {})
            return
        own = self._own(features.pop("peyman"), found.unit.line) if own_layer and "peyman" in features else {}
        layer = self._schema.layer(place[0])
        where = (self._file, found.unit.line)
        special = {name: features.pop(name, "") if own_layer else "" for name in ("note", "doubt", "origin")}
        attributes = {name: from_text(layer.attribute(name), text, where) for name, text in features.items()}
        found.span = builder.add_span(
            *place, *found.extent, where=f"line {found.unit.line}", source_id=found.source_id,
            attributes=in_order(layer, {**attributes, **own.get("attributes", {})}),
            note=own.get("note", special["note"]), doubt=own.get("doubt", special["doubt"]),
            origin=own.get("origin", special["origin"]), foreign=own.get("foreign", {}),
        )  # fmt: skip

    def _own(self, text: str, line: int) -> dict[str, Any]:
        own = parse_object(text.encode(), self._file, line)
        kinds = {"attributes": dict, "foreign": dict, "note": str, "doubt": str, "origin": str}
        if any(type(value) is not kinds.get(key) for key, value in own.items()):
            self._fail("webanno_own", line, found=short(text))
        return own

    def _make_roles(self, found: _Found, builder: SetBuilder) -> None:
        if found.layer in self._bases:
            self._make_relation(found, builder)
            return
        slots = [target for target in found.targets if target not in (NULL, NOTHING)]
        if len(slots) != len(found.roles):
            self._fail("webanno_reference", found.unit.line, found=short(";".join(found.targets)))
        for role, reference in zip(found.roles, slots, strict=True):
            unit, _, number = reference.rstrip("]").partition("[")
            target = self._resolved(unit, number, self._target_layer(found.layer), found.unit.line, reference)
            self._join(found, target, role, found, builder)

    def _make_relation(self, found: _Found, builder: SetBuilder) -> None:
        """A relation of WebAnno's stands at its target, and names the row of its source."""
        base = self._bases[found.layer]
        unit, _, numbers = found.governor.rstrip("]").partition("[")
        first, _, second = numbers.partition("_")
        if base.startswith(_OF_WORDS) or not base:
            self._keep(found, {"from": unit})
            return
        source = self._resolved(unit, first, base, found.unit.line, found.governor)
        target = self._resolved(found.unit.id, second, base, found.unit.line, found.governor)
        self._join(source, target, next((v for v in found.features.values() if v is not None), None), found, builder)

    def _join(self, source: _Found, target: _Found, role: str | None, found: _Found, builder: SetBuilder) -> None:
        """Make a role of a commitment; keep what is none."""
        label = self._labels.role(role, layer_of(source.span), layer_of(target.span)) if role is not None else None
        if label is not None and source.span is not None and target.span is not None:
            builder.add_role(label, source.span, target.span)
        else:
            extents: dict[str, Json] = {"from": list(source.extent), "to": list(target.extent), "role": role}
            self._keep(found, extents)

    def _target_layer(self, layer: str) -> str:
        return next((c.feature for c in self._columns if c.layer == layer and c.kind == "target"), "")

    def _resolved(self, unit: str, number: str, layer: str, line: int, shown: str) -> _Found:
        if number.strip("0"):
            found = self._by_number.get(number)
        else:
            stacks = (stack for name, stack in self._stacks.get(unit, {}).items() if _is_of(name, layer))
            found = next((stack[0] for stack in stacks if stack and stack[0].layer not in self._bases), None)
        if found is None:
            self._fail("webanno_reference", line, found=short(shown))
        return found

    def _keep(self, found: _Found, more: dict[str, Json]) -> None:
        record: dict[str, Json] = {"layer": found.layer, "extent": list(found.extent), **more}
        record["features"] = dict(found.features)
        self._foreign.setdefault("webanno", []).append(record)


def _measure(text: str, unit: str) -> int:
    if unit == "utf-16":
        return Utf16Map(text).to_utf16(len(text))
    return len(text)


def _set(found: _Found, column: _Column, value: str) -> None:
    if column.kind == "value":
        found.features[column.feature] = None if value == NULL else unescape_value(value)
    elif column.kind == "chain":
        found.features[column.feature] = value
    elif column.kind == "role":
        names = [] if value == NOTHING else split(value, ";")
        found.roles = [None if name == NULL else unescape_value(name) for name in names]
    elif column.kind == "target":
        found.targets = split(value, ";")
    elif column.kind == "governor":
        found.governor = value


def _is_of(layer: str, wanted: str) -> bool:
    return layer == wanted or wanted == SLOTS[1]


FORMAT = Format(
    name="webanno-tsv",
    title=QT_TRANSLATE_NOOP("formats", "WebAnno TSV 3.3 for INCEpTION: a folder with a file for each article"),
    extensions=(".tsv",),
    example="1-1⇥0-4⇥باکو⇥GPE",
    holds=HOLDS,
    read=read,
    plan=plan,
    write_folder=write_folder,
    options=(OFFSETS,),
)
