"""Writing brat standoff, and what reading it shares with that; `brat.py` says how ours looks in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from uuid import UUID

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Json, Relation, Span
from peyman.core.schema import Attribute, Schema

from .base import DEFAULTS, Folder, Loss, Options, Tally, Thing, annotator_folder, file_name, type_names
from .building import in_order, short, typed
from .losses import count_keys, counted, counted_outside_spans

MARK = "# peyman-brat/1"  # begins our annotation.conf: folders beside it are annotators
CONFIGURATION = "annotation.conf"
SPAN_LAYERS = ("entity", "commitment", "argument")
BOM = "\ufeff"
# What Python, in which brat is written, takes for the end of a line.
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_FLAT = str.maketrans(dict.fromkeys(BREAKS + "\t", " "))
_BREAK = re.compile(f"[{BREAKS}]")
_LINE_END = re.compile(r"[\r\n]+")
OWN_NOTE = "Peyman"

Lines: TypeAlias = list[str]

MESSAGES |= {
    "brat_loss_blank": QT_TRANSLATE_NOOP(
        "errors", "{count} spans of nothing but line ends are left out, with their roles"
    ),
    "brat_loss_names": QT_TRANSLATE_NOOP(
        "errors", "{count} articles get a name that ends in “.txt”, as all texts of brat do"
    ),
    "brat_loss_lines": QT_TRANSLATE_NOOP(
        "errors", "{count} lines of the imported file are left out, because what they are about is gone"
    ),
}


# What both ways share ------------------------------------------------------------------------------------------------


def flat(text: str) -> str:
    """Return a text as it may stand in one line of the file."""
    return (text if text.isprintable() else text.translate(_FLAT)).strip()


def joined(text: str, pieces: Sequence[Extent]) -> tuple[int, int, list[Extent]]:
    """Return extent and fragments of a span with these pieces; those that only a line end parts are one."""
    parts: list[Extent] = []
    for start, end in sorted(pieces):
        if parts and start >= parts[-1][1] and _LINE_END.fullmatch(text, parts[-1][1], start):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    low, high = parts[0][0], max(end for _, end in parts)
    return low, high, parts if len(parts) > 1 else []


def is_open(attribute: Attribute) -> bool:
    return attribute.kind in ("text", "norm")


def reference(text: str) -> str:
    """Return a text as the id of a reference, which may hold no blank."""
    return re.sub(r"[\s%]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


# Writing -----------------------------------------------------------------------------------------------------------

HOLDS: frozenset[Thing] = frozenset({
    "texts", "annotators", "gold", "nested", "crossing", "fragments", "relations", "attributes", "notes", "doubts",
    "origins",
})  # fmt: skip
_OWN_ID = re.compile(r"([TERANM#])([0-9]{1,9})")
_MENTIONED = re.compile(r"(?<![^\s:])[TER][0-9]{1,9}(?!\S)")


def write_folder(items: Iterable[AnnotatedDocument], folder: Folder, schema: Schema, options: Options) -> None:  # noqa: ARG001
    """Write a text and an annotation file for each annotation set, and the configuration."""
    folder.write(CONFIGURATION, _configuration(schema).encode())
    folder.write("visual.conf", _looks(schema).encode())
    names = type_names(schema, *SPAN_LAYERS)
    for item in items:
        document, annotations = item.document, item.annotations
        # A reader takes the first byte order mark away; a text that begins with one needs another.
        text = (BOM if document.text.startswith(BOM) else "") + document.text
        stem = file_name(document.name.removesuffix(".txt"))
        sub = ""
        if annotations is not None:
            sub = annotator_folder(annotations, folder)
        path = folder.free(sub, stem, ".txt", ".ann")
        folder.write(f"{path}.txt", text.encode())
        if annotations is not None:
            lines = _Writer(document, annotations, schema, names, Tally()).lines()
            folder.write(f"{path}.ann", "".join(f"{line}\n" for line in lines).encode())


def plan(items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS) -> list[Loss]:  # noqa: ARG001
    """Count what brat cannot hold."""
    tally = Tally()
    names = type_names(schema, *SPAN_LAYERS)
    last = ""
    for item in counted_outside_spans(counted(items, HOLDS | {"foreign"}, tally), tally, "brat"):
        document = item.document
        if document.sha256 != last:
            last = document.sha256
            tally.add("brat_loss_names", document.name, not document.name.endswith(".txt"))
        if item.annotations is not None:
            for _ in _Writer(item.document, item.annotations, schema, names, tally).lines():
                pass
    return tally.losses()


class _Writer:
    """Makes the lines of one .ann file; ids that came from brat are kept, so that lines kept verbatim stay true."""

    def __init__(
        self,
        document: Document,
        annotations: AnnotationSet,
        schema: Schema,
        names: Mapping[tuple[str, str], str],
        tally: Tally,
    ) -> None:
        self._document = document
        self._text = document.text
        self._shift = int(document.text.startswith(BOM))
        self._annotations = annotations
        self._schema = schema
        self._names = names
        self._tally = tally
        kept = annotations.foreign.get("brat", [])
        self._kept = [line for line in kept if isinstance(line, str)] if isinstance(kept, list) else []
        self._last = dict.fromkeys("TERANM#", 0)  # the highest number in use
        self._ids: dict[UUID, str] = {}
        self._name_spans()

    def _name_spans(self) -> None:
        """Give each span the id it came with, where that is one of brat's and free, or else the next number."""
        wanted = {span.id: _OWN_ID.fullmatch(span.source_id) for span in self._annotations.spans}
        mentioned = (
            match
            for line in self._kept
            for word in [line.partition("\t")[0], *_MENTIONED.findall(_body(line))]
            if (match := _OWN_ID.fullmatch(word))
        )
        for match in [*filter(None, wanted.values()), *mentioned]:
            self._last[match[1]] = max(self._last[match[1]], int(match[2]))
        used: set[str] = set()
        for span in self._annotations.spans:
            letter = "E" if span.layer == "commitment" else "T"
            match = wanted[span.id]
            own = match[0] if match and match[1] == letter and match[0] not in used else self._next(letter)
            used.add(own)
            self._ids[span.id] = own

    def _next(self, letter: str) -> str:
        self._last[letter] += 1
        return f"{letter}{self._last[letter]}"

    def lines(self) -> Iterator[str]:
        """Yield all lines, and count what does not fit."""
        bounds: Lines = []
        events: list[tuple[str, Span]] = []
        about: Lines = []
        for span in self._annotations.spans:
            pieces = _pieces(self._text, span)
            if not pieces:
                del self._ids[span.id]
                self._tally.add("brat_loss_blank", self._where(span))
                continue
            own_id = place_id = self._ids[span.id]
            label = self._names.get((span.layer, span.label)) or re.sub(r"\s", "_", span.label)
            if span.layer == "commitment":
                place_id = self._next("T")
                events.append((f"{own_id}\t{label}:{place_id}", span))
            offsets = ";".join(f"{start + self._shift} {end + self._shift}" for start, end in pieces)
            words = " ".join(self._text[start:end] for start, end in pieces).translate(_FLAT)
            bounds.append(f"{place_id}\t{label} {offsets}\t{words}")
            about += self._about(span, pieces, offsets)
        yield from bounds
        for line, commitment in events:
            yield line + self._arguments(commitment)
        yield from about
        yield from self._verbatim()

    def _where(self, annotation: Span | Relation) -> str:
        return f"{self._document.name}: {annotation.source_id or annotation.id}"

    def _arguments(self, commitment: Span) -> str:
        """The roles of an event; the second filler of one is written `ROLE2`."""
        roles = {label.id for label in self._schema.layer("role").labels}
        taken: set[str] = set()
        parts: Lines = []
        for relation in self._annotations.roles_of(commitment.id):
            count_keys(self._tally, self._where(relation), relation.foreign, "loss_roles", bool(relation.note))
            target = self._ids.get(relation.target)
            if target is None:
                continue  # counted with its span
            name, count = relation.label, 1
            while name in taken or (count > 1 and name in roles):
                count += 1
                name = f"{relation.label}{count}"
            taken.add(name)
            parts.append(f" {name}:{target}")
        return "".join(parts)

    # What is said of one annotation

    def _about(self, span: Span, pieces: Sequence[Extent], offsets: str) -> Iterator[str]:
        """The lines about a span, and a note for what they cannot say."""
        own_id = self._ids[span.id]
        own: dict[str, Json] = {}
        rest: dict[str, Json] = {}
        layer = self._schema.layers.get(span.layer)
        for name, value in in_order(layer, span.attributes).items():
            lines = self._attribute(span, name, value)
            if lines is None:
                rest[name] = value
            else:
                yield from lines
        for kind, key, text in (
            ("AnnotatorNotes", "note", span.note), ("Doubt", "doubt", span.doubt), ("Origin", "origin", span.origin)
        ):  # fmt: skip
            if text and not _BREAK.search(text):
                yield f"{self._next('#')}\t{kind} {own_id}\t{text}"
            elif text:
                own[key] = text
        if rest:
            own["attributes"] = rest
        if span.foreign:
            own["foreign"] = dict(span.foreign)
        if joined(self._text, pieces) != (span.start, span.end, list(span.fragments)):
            own |= {"as": offsets, "start": span.start, "end": span.end}
            own["fragments"] = [list(fragment) for fragment in span.fragments]
        if own:
            yield f"{self._next('#')}\t{OWN_NOTE} {own_id}\t{_json(own)}"

    def _attribute(self, span: Span, name: str, value: Json) -> Lines | None:
        """The lines of an attribute; None if brat's cannot hold its value so that it comes back the same."""
        own_id = self._ids[span.id]
        attribute = self._schema.layer(span.layer).attribute(name) if span.layer in self._schema.layers else None
        if not _is_word(name):
            return None
        if attribute is not None and attribute.kind == "multi":
            if not isinstance(value, list) or not value or any(not _is_word(choice) for choice in value):
                return None
            return [f"{self._next('A')}\t{name}__{choice} {own_id}" for choice in value]
        if attribute is not None and is_open(attribute):
            written = _written(value)
            return None if written is None else [
                f"{self._next('N')}\tReference {own_id} {name}:{reference(written)}\t{written}"
            ]  # fmt: skip
        if "__" in name:  # would be read as one value of several
            return None
        if value is True:
            return [f"{self._next('A')}\t{name} {own_id}"]
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if (_is_word(value) or is_number) and typed(attribute, str(value)) == value:
            return [f"{self._next('A')}\t{name} {own_id} {value}"]
        return None

    def _verbatim(self) -> Iterator[str]:
        """Lines kept from an imported file, as long as all they are about is still there."""
        there = set(self._ids.values())
        for line in self._kept:
            mentioned = set(_MENTIONED.findall(_body(line)))
            if mentioned <= there:
                there.add(line.partition("\t")[0])
                yield line
            else:
                self._tally.add("brat_loss_lines", f"{self._document.name}: {short(line)}")


def _pieces(text: str, span: Span) -> list[Extent]:
    """Return a span's fragments, cut at line ends."""
    pieces: list[Extent] = []
    for start, end in span.fragments or [(span.start, span.end)]:
        for line in _LINE_END.finditer(text, start, end):
            pieces.append((start, line.start()))
            start = line.end()
        pieces.append((start, end))
    return [(start, end) for start, end in pieces if start < end]


def _body(line: str) -> str:
    """The part of a line that names other lines."""
    return line.partition("\t")[2].partition("\t")[0]


def _is_word(value: Json) -> bool:
    return isinstance(value, str) and bool(value) and re.search(r"\s", value) is None and not _BREAK.search(value)


def _written(value: Json) -> str | None:
    """Return an open attribute's value as the text of a reference; None if it would not come back the same."""
    if isinstance(value, dict):
        return _json(value)
    if not isinstance(value, str) or not value.strip() or value.startswith("{") or _BREAK.search(value):
        return None
    return value


def _json(value: Mapping[str, Json]) -> str:
    """JSON on one line, whatever is taken for the end of one."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value, separators=(",", ":")) if _BREAK.search(plain) else plain


# Configuration -----------------------------------------------------------------------------------------------------


def _configuration(schema: Schema) -> str:
    """annotation.conf: what may be annotated, from the schema."""
    names = type_names(schema, *SPAN_LAYERS)
    roles = ", ".join(f"{label.id}*:<ANY>" for label in schema.layer("role").labels)
    entities = [name for (layer, _), name in names.items() if layer != "commitment"]
    events = [f"{name}\t{roles}" for (layer, _), name in names.items() if layer == "commitment"]
    attributes: Lines = []
    for layer_id in SPAN_LAYERS:
        for attribute in schema.layer(layer_id).attributes:
            labels = attribute.labels or tuple(label.id for label in schema.layer(layer_id).labels)
            of = "|".join(names[layer_id, label] for label in labels)
            choices = [choice.id for choice in attribute.choices]
            if attribute.kind == "multi":
                attributes += [f"{attribute.id}__{choice}\tArg:{of}" for choice in choices]
            elif attribute.kind == "choice":
                attributes.append(f"{attribute.id}\tArg:{of}, Value:{'|'.join(choices)}")
    overlaps = "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    parts = (("entities", entities), ("relations", [overlaps]), ("events", events), ("attributes", attributes))
    head = f"{MARK}\n# The labels of the schema {schema.id} {schema.version}; offsets count code points.\n"
    return head + "".join(f"\n[{title}]\n" + "".join(f"{line}\n" for line in lines) for title, lines in parts)


def _looks(schema: Schema) -> str:
    """visual.conf: the labels' names and colours."""
    names = type_names(schema, *SPAN_LAYERS)
    labels: Lines = []
    colours = ["SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken"]
    for (layer_id, label_id), name in names.items():
        label = schema.label(layer_id, label_id)
        labels.append(f"{name} | {label.names('en').replace('|', '/')} | {label.id}")
        colours.append(f"{name}\tbgColor:{label.color}, fgColor:white")
    return "".join(
        f"[{title}]\n" + "".join(f"{line}\n" for line in lines) + "\n"
        for title, lines in (("labels", labels), ("drawing", colours))
    )
