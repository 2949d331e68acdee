"""The annotation schema: layers, labels, attributes, roles and document fields, read from TOML.

A project carries its own copy of the text it was made with (`Schema.body`); nothing in the program knows a
label by name. Names come in Persian, Russian and English. Every error names the line and the key.

What is `retired` is offered no more, but stays known: annotations that have it keep it, are shown, checked and
exported. What was `merged_into` another is read as that one.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypeAlias

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import Attributes, Json

FORMAT = "peyman-schema/1"
LANGUAGES = ("fa", "ru", "en")
Overlap: TypeAlias = Literal["none", "nest", "any"]
Kind: TypeAlias = Literal["choice", "multi", "text", "list", "norm", "number"]

MESSAGES |= {
    "schema_syntax": QT_TRANSLATE_NOOP("errors", "Schema {where}: {reason}. Correct the TOML and try again."),
    "schema_value": QT_TRANSLATE_NOOP(
        "errors", "Schema {where}, line {line}, key “{key}”: {reason}. Correct it and try again."
    ),
    "schema_unknown_label": QT_TRANSLATE_NOOP(
        "errors", "“{label}” is no label of the layer “{layer}” in this project's schema."
    ),
    "schema_unknown_layer": QT_TRANSLATE_NOOP("errors", "“{layer}” is no layer of this project's schema."),
    "schema_retired": QT_TRANSLATE_NOOP(
        "errors", "“{label}” of the layer “{layer}” is retired: it stays where it is, but is given no more."
    ),
}


@dataclass(frozen=True, slots=True)
class Names:
    """A name in the three languages of the window; English falls back to the id."""

    id: str
    by_language: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, language: str) -> str:
        return self.by_language.get(language) or self.by_language.get("en") or self.id


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value of a closed attribute."""

    id: str
    names: Names
    key: str = ""
    retired: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named, typed value on an annotation.

    Attributes:
        labels: the labels it applies to; empty means all of its layer.
        when: it applies only while each named attribute has one of the given values.
    """

    id: str
    names: Names
    kind: Kind
    key: str = ""
    choices: tuple[Choice, ...] = ()
    default: Json = None
    required: bool = False
    ordinal: bool = False
    labels: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retired: bool = False
    merged_into: str = ""

    def applies(self, label: str, attributes: Attributes) -> bool:
        """Tell whether it is asked for on an annotation with this label and these attributes."""
        if self.labels and label not in self.labels:
            return False
        if self.retired and self.id not in attributes:
            return False
        return all(attributes.get(name) in values for name, values in self.when.items())

    def allows(self, label: str, value: Json) -> bool:
        """Tell whether an annotation with this label may carry it with this value."""
        if self.labels and label not in self.labels:
            return False
        ids = self.choices_for.get(label)
        values = value if isinstance(value, list) else [value]
        return ids is None or all(one in ids for one in values)

    def choice(self, choice_id: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.id == choice_id), None)

    def choices_of(self, label: str) -> tuple[Choice, ...]:
        """The choices open to an annotation with this label."""
        ids = self.choices_for.get(label)
        return tuple(c for c in self.choices if not c.retired and (ids is None or c.id in ids))

    def current_value(self, value: Json) -> Json:
        """Return a value with what its choices were merged into."""
        if isinstance(value, list):
            now = [self.current_value(one) for one in value]
            return value if now == value else [one for number, one in enumerate(now) if one not in now[:number]]
        return _current(self.choices, value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Label:
    """One value of a layer: PER, GPE; agreement, pledge; source, committer."""

    id: str
    names: Names
    key: str
    color: str = "#808080"
    rule: Names = field(default_factory=lambda: Names(""))
    group: str = ""  # super-type, such as commissive
    retired: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of annotation with its rules."""

    id: str
    names: Names
    overlap: Overlap
    labels: tuple[Label, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    groups: tuple[Choice, ...] = ()

    @property
    def offered(self) -> tuple[Label, ...]:
        """The labels that can be given now."""
        return tuple(label for label in self.labels if not label.retired)

    def label(self, label_id: str) -> Label | None:
        return next((label for label in self.labels if label.id == label_id), None)

    def attribute(self, attribute_id: str) -> Attribute | None:
        return next((a for a in self.attributes if a.id == attribute_id), None)

    def attributes_for(self, label: str, attributes: Attributes) -> tuple[Attribute, ...]:
        """What is asked for on an annotation with this label and these attributes, in the schema's order."""
        return tuple(a for a in self.attributes if a.applies(label, attributes))


@dataclass(frozen=True, slots=True)
class Schema:
    """All layers of a project, and the text they were read from."""

    id: str
    version: str
    names: Names
    layers: Mapping[str, Layer]
    body: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body.encode()).hexdigest()

    @property
    def has_merges(self) -> bool:
        """Whether anything was merged into another."""
        attributes = [attribute for layer in self.layers.values() for attribute in layer.attributes]
        return (
            any(label.merged_into for layer in self.layers.values() for label in layer.labels)
            or any(attribute.merged_into for attribute in attributes)
            or any(choice.merged_into for attribute in attributes for choice in attribute.choices)
        )

    def layer(self, layer_id: str) -> Layer:
        """Return a layer; raises `schema_unknown_layer`."""
        if layer_id not in self.layers:
            raise PeymanError("schema_unknown_layer", layer=layer_id)
        return self.layers[layer_id]

    def label(self, layer_id: str, label_id: str) -> Label:
        """Return a label; raises `schema_unknown_layer` or `schema_unknown_label`."""
        label = self.layer(layer_id).label(label_id)
        if label is None:
            raise PeymanError("schema_unknown_label", layer=layer_id, label=label_id)
        return label

    def offered_label(self, layer_id: str, label_id: str) -> Label:
        """Return a label that can be given; raises `schema_retired` beside the errors of `label`."""
        label = self.label(layer_id, label_id)
        if label.retired:
            raise PeymanError("schema_retired", layer=layer_id, label=label_id)
        return label

    def current_label(self, layer_id: str, label_id: str) -> str:
        """Return what a label was merged into, or the label itself: as what a reader is to take it."""
        layer = self.layers.get(layer_id)
        return _current(layer.labels, label_id) if layer else label_id

    def gaps(self, layer_id: str, label: str, attributes: Attributes) -> tuple[Attribute, ...]:
        """Return the required attributes that apply and have no value yet."""
        asked = self.layer(layer_id).attributes_for(label, attributes)
        return tuple(a for a in asked if a.required and not a.retired and attributes.get(a.id) in (None, "", []))

    def defaults(self, layer_id: str, label: str, attributes: Attributes) -> dict[str, Json]:
        """Return the defaults of the attributes that apply and have no value yet."""
        asked = self.layer(layer_id).attributes_for(label, attributes)
        return {
            a.id: a.default for a in asked if a.default is not None and not a.retired and a.id not in attributes
        }

    def retained(self, layer_id: str, label: str, attributes: Attributes) -> dict[str, Json]:
        """Return those of `attributes` that an annotation relabelled to `label` keeps.

        What no attribute of the schema describes is kept as well: it came from elsewhere.
        """
        layer = self.layer(layer_id)
        kept: dict[str, Json] = {}
        for name, value in attributes.items():
            attribute = layer.attribute(name)
            if attribute is None or attribute.allows(label, value):
                kept[name] = value
        return kept


def _current(known: Iterable[Label | Attribute | Choice], entry_id: str) -> str:
    """Follow `merged_into` to its end; the reader has made sure that there is one."""
    into = {entry.id: entry.merged_into for entry in known if entry.merged_into}
    while entry_id in into:
        entry_id = into[entry_id]
    return entry_id


def parse_schema(body: str, where: str) -> Schema:
    """Read a schema from TOML; `where` names the file in errors.

    Raises:
        PeymanError: `schema_syntax` or `schema_value`.
    """
    try:
        table = tomllib.loads(body)
    except (ValueError, RecursionError) as error:  # not TOML, a number too long, tables too deep
        raise PeymanError("schema_syntax", where=where, reason=str(error)) from None
    return _Reader(body, where).schema(table)


class _Reader:
    """Turns the TOML tables into a `Schema`, and finds the line of what is wrong."""

    def __init__(self, body: str, where: str) -> None:
        self._lines = body.split("\n")
        self._body = body
        self._where = where

    def fail(self, path: str, reason: str) -> NoReturn:
        raise PeymanError("schema_value", where=self._where, line=self._line(path), key=path, reason=reason)

    def _line(self, path: str) -> int:
        """Find the line of a dotted path such as `layers.entity.labels[2].key`, or of its nearest parent.

        tomllib keeps no positions, so the path is walked through the lines: headers of tables and arrays of
        tables narrow the part that is searched for the last key.
        """
        parts = [(m[1], int(m[2] or 0)) for m in re.finditer(r"([\w-]+)(?:\[(\d+)\])?", path)]
        best = 1
        for depth in range(len(parts), 0, -1):
            dotted = ".".join(re.escape(name) for name, _ in parts[:depth])
            header = re.compile(rf"^\s*\[\[?\s*{dotted}\s*\]")
            hits = [number for number, line in enumerate(self._lines, 1) if header.match(line)]
            index = parts[depth - 1][1]
            if index < len(hits):
                best = hits[index]
                return self._key_line(best, parts[depth][0]) if depth < len(parts) else best
        return self._key_line(0, parts[0][0]) if parts else best

    def _key_line(self, after: int, key: str) -> int:
        for number in range(after, len(self._lines)):
            line = self._lines[number]
            if re.match(rf"^\s*\"?{re.escape(key)}\"?\s*=", line):
                return number + 1
            if line.lstrip().startswith("["):  # the next table begins
                break
        return max(after, 1)

    # Reading ---------------------------------------------------------------------------------------------

    def schema(self, table: dict[str, Any]) -> Schema:
        if table.get("format") != FORMAT:
            self.fail("format", f"must be “{FORMAT}”")
        layers = self._table(table, "layers", "layers")
        read = {name: self._layer(name, self._table(layers, name, f"layers.{name}")) for name in layers}
        for needed in ("entity", "commitment", "argument", "role"):
            if needed not in read or not read[needed].offered:
                self.fail(f"layers.{needed}", "this layer needs at least one label that is not retired")
        return Schema(
            id=self._text(table, "id", "id"),
            version=self._text(table, "version", "version"),
            names=self._names(table, "names", "names", self._text(table, "id", "id")),
            layers=read,
            body=self._body,
        )

    def _layer(self, name: str, table: dict[str, Any]) -> Layer:
        path = f"layers.{name}"
        overlap = table.get("overlap", "any")
        if overlap not in ("none", "nest", "any"):
            self.fail(f"{path}.overlap", "must be “none”, “nest” or “any”")
        labels = tuple(
            self._label(entry, f"{path}.labels[{number}]")
            for number, entry in enumerate(self._tables(table, "labels", path))
        )
        self._no_repeats(f"{path}.labels", "id", [label.id for label in labels])
        self._no_repeats(f"{path}.labels", "key", [label.key for label in labels])
        self._merges(f"{path}.labels", labels)
        groups = self._choices(table, "groups", path)
        for number, label in enumerate(labels):
            if label.group and label.group not in [group.id for group in groups]:
                self.fail(f"{path}.labels[{number}].group", f"“{label.group}” is none of the layer's groups")
        ids = [label.id for label in labels]
        attributes = tuple(
            self._attribute(entry, f"{path}.attributes[{number}]", ids)
            for number, entry in enumerate(self._tables(table, "attributes", path))
        )
        self._no_repeats(f"{path}.attributes", "id", [a.id for a in attributes])
        self._no_repeats(f"{path}.attributes", "key", [a.key for a in attributes])
        self._merges(f"{path}.attributes", attributes)
        self._fitting_merges(f"{path}.attributes", attributes)
        by_id = {a.id: a for a in attributes}
        for number, attribute in enumerate(attributes):
            for other, values in attribute.when.items():
                known = by_id[other].choices if other in by_id else ()
                for value in values:
                    if value not in [c.id for c in known]:
                        self.fail(f"{path}.attributes[{number}].when", f"“{other}” has no value “{value}”")
        return Layer(name, self._names(table, "names", f"{path}.names", name), overlap, labels, attributes, groups)

    def _label(self, table: dict[str, Any], path: str) -> Label:
        label_id = self._id(table, path)
        color = table.get("color", "#808080")
        if not isinstance(color, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
            self.fail(f"{path}.color", "must be a colour such as “#2a6f97”")
        return Label(
            id=label_id,
            names=self._names(table, "names", f"{path}.names", label_id),
            key=self._key(table, path),
            color=color,
            rule=self._names(table, "rule", f"{path}.rule", ""),
            group=self._text(table, "group", f"{path}.group") if "group" in table else "",
            retired=self._flag(table, "retired", path),
            merged_into=self._merged_into(table, path),
        )

    def _attribute(self, table: dict[str, Any], path: str, labels: list[str]) -> Attribute:
        attribute_id = self._id(table, path)
        kind = table.get("kind", "text")
        if kind not in ("choice", "multi", "text", "list", "norm", "number"):
            self.fail(f"{path}.kind", "must be choice, multi, text, list, norm or number")
        choices = self._choices(table, "choices", path)
        ids = [choice.id for choice in choices]
        if kind in ("choice", "multi") and all(choice.retired for choice in choices):
            self.fail(f"{path}.choices", "a closed attribute needs its choices")
        default = self._default(table, kind, [c.id for c in choices if not c.retired], f"{path}.default")
        for_labels = self._ids(table, "labels", f"{path}.labels")
        choices_for = self._ids_by_name(table, "choices_for", f"{path}.choices_for")
        for key, named in (("labels", for_labels), ("choices_for", choices_for)):
            for label in named:
                if label not in labels:
                    self.fail(f"{path}.{key}", f"the layer has no label “{label}”")
        for choice in itertools.chain(*choices_for.values()):
            if choice not in ids:
                self.fail(f"{path}.choices_for", f"“{choice}” is none of the choices")
        return Attribute(
            id=attribute_id,
            names=self._names(table, "names", f"{path}.names", attribute_id),
            kind=kind,
            key=self._key(table, path),
            choices=choices,
            default=default,
            required=self._flag(table, "required", path),
            ordinal=self._flag(table, "ordinal", path),
            labels=for_labels,
            when=self._ids_by_name(table, "when", f"{path}.when"),
            choices_for=choices_for,
            retired=self._flag(table, "retired", path),
            merged_into=self._merged_into(table, path),
        )

    def _default(self, table: dict[str, Any], kind: Kind, choices: list[str], path: str) -> Json:
        default: Json = table.get("default")
        if default is None:
            return None
        wanted: dict[Kind, type | tuple[type, ...]] = {"multi": list, "list": list, "number": (int, float)}
        if not isinstance(default, wanted.get(kind, str)):
            self.fail(path, f"“{default}” is no value of this kind")
        for value in default if isinstance(default, list) else [default]:
            if kind in ("choice", "multi") and value not in choices:
                self.fail(path, f"“{value}” is none of the choices")
        return default

    def _choices(self, table: dict[str, Any], key: str, path: str) -> tuple[Choice, ...]:
        found: list[Choice] = []
        for number, entry in enumerate(self._tables(table, key, path)):
            place = f"{path}.{key}[{number}]"
            choice_id = self._id(entry, place)
            names = Names(choice_id, self._languages(entry, place))
            retired, into = self._flag(entry, "retired", place), self._merged_into(entry, place)
            found.append(Choice(choice_id, names, self._key(entry, place), retired, into))
        self._no_repeats(f"{path}.{key}", "id", [choice.id for choice in found])
        self._no_repeats(f"{path}.{key}", "key", [choice.key for choice in found])
        self._merges(f"{path}.{key}", found)
        return tuple(found)

    def _merged_into(self, table: dict[str, Any], path: str) -> str:
        return self._text(table, "merged_into", f"{path}.merged_into") if "merged_into" in table else ""

    def _merges(self, path: str, entries: Sequence[Label | Attribute | Choice]) -> None:
        """Refuse merging into what is not there, into itself by whatever way, and without retiring."""
        into = {entry.id: entry.merged_into for entry in entries}
        for number, entry in enumerate(entries):
            place, seen, at = f"{path}[{number}].merged_into", {entry.id}, entry.merged_into
            if at and not entry.retired:
                self.fail(place, "what was merged into another must be retired")
            while at:
                if at not in into:
                    self.fail(place, f"there is no “{at}” beside it")
                if at in seen:
                    self.fail(place, f"“{entry.id}” would be merged into itself")
                seen.add(at)
                at = into[at]

    def _fitting_merges(self, path: str, attributes: Sequence[Attribute]) -> None:
        """The values of a merged attribute must have a place in the other."""
        by_id = {attribute.id: attribute for attribute in attributes}
        for number, attribute in enumerate(attributes):
            other = by_id.get(attribute.merged_into)
            if other is None:
                continue
            if other.kind != attribute.kind:
                self.fail(f"{path}[{number}].merged_into", f"“{other.id}” is of another kind")
            missing = [choice.id for choice in attribute.choices if other.choice(choice.id) is None]
            if missing:
                self.fail(f"{path}[{number}].merged_into", f"“{other.id}” has no value “{missing[0]}”")

    def _names(self, table: dict[str, Any], key: str, path: str, fallback: str) -> Names:
        if key not in table:
            return Names(fallback)
        return Names(fallback, self._languages(self._table(table, key, path), path))

    def _languages(self, table: dict[str, Any], path: str) -> dict[str, str]:
        found = {language: table[language] for language in LANGUAGES if language in table}
        for language, name in found.items():
            if not isinstance(name, str) or not name.strip():
                self.fail(f"{path}.{language}", "must be a name")
        return found

    def _id(self, table: dict[str, Any], path: str) -> str:
        value = table.get("id")
        if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,63}", value):
            self.fail(f"{path}.id", "must be a word of Latin letters, digits, “_” and “-”")
        return value

    def _key(self, table: dict[str, Any], path: str) -> str:
        value = table.get("key", "")
        if not isinstance(value, str) or not re.fullmatch(r"[!-~]?", value):
            self.fail(f"{path}.key", "must be one Latin letter, digit or sign of the keyboard")
        return "" if table.get("retired") is True else value.upper()  # its key is free for another

    def _flag(self, table: dict[str, Any], key: str, path: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.fail(f"{path}.{key}", "must be true or false")
        return value

    def _text(self, table: dict[str, Any], key: str, path: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            self.fail(path, "is missing or empty")
        return value

    def _table(self, table: dict[str, Any], key: str, path: str) -> dict[str, Any]:
        value = table.get(key)
        if not isinstance(value, dict):
            self.fail(path, "must be a table")
        return value

    def _ids(self, table: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.fail(path, "must be a list of ids")
        return tuple(value)

    def _ids_by_name(self, table: dict[str, Any], key: str, path: str) -> dict[str, tuple[str, ...]]:
        lists = self._table(table, key, path) if key in table else {}
        return {name: self._ids(lists, name, path) for name in lists}

    def _tables(self, table: dict[str, Any], key: str, path: str) -> list[dict[str, Any]]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fail(f"{path}.{key}", "must be a list of tables")
        return value

    def _no_repeats(self, path: str, key: str, values: list[str]) -> None:
        for number, value in enumerate(values):
            if value and value in values[:number]:
                self.fail(f"{path}[{number}].{key}", f"“{value}” stands twice")
