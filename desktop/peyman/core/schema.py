"""The annotation schema: layers, labels, attributes, roles and document fields, read from TOML.

A project carries its own copy of the text it was made with (`Schema.body`); nothing in the program knows a
label by name. Names come in Persian, Russian and English. Every error names the line and the key.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import tomllib
from collections.abc import Mapping
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

    def applies(self, label: str, attributes: Attributes) -> bool:
        """Tell whether it is asked for on an annotation with this label and these attributes."""
        if self.labels and label not in self.labels:
            return False
        return all(attributes.get(name) in values for name, values in self.when.items())

    def allows(self, label: str, value: Json) -> bool:
        """Tell whether an annotation with this label may carry it with this value."""
        if self.labels and label not in self.labels:
            return False
        ids = self.choices_for.get(label)
        values = value if isinstance(value, list) else [value]
        return ids is None or all(one in ids for one in values)

    def choices_of(self, label: str) -> tuple[Choice, ...]:
        """The choices open to an annotation with this label."""
        ids = self.choices_for.get(label)
        return self.choices if ids is None else tuple(c for c in self.choices if c.id in ids)


@dataclass(frozen=True, slots=True)
class Label:
    """One value of a layer: PER, GPE; agreement, pledge; source, committer."""

    id: str
    names: Names
    key: str
    color: str = "#808080"
    rule: Names = field(default_factory=lambda: Names(""))
    group: str = ""  # super-type, such as commissive


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of annotation with its rules."""

    id: str
    names: Names
    overlap: Overlap
    labels: tuple[Label, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    groups: tuple[Choice, ...] = ()

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

    def gaps(self, layer_id: str, label: str, attributes: Attributes) -> tuple[Attribute, ...]:
        """Return the required attributes that apply and have no value yet."""
        asked = self.layer(layer_id).attributes_for(label, attributes)
        return tuple(a for a in asked if a.required and attributes.get(a.id) in (None, "", []))

    def defaults(self, layer_id: str, label: str, attributes: Attributes) -> dict[str, Json]:
        """Return the defaults of the attributes that apply and have no value yet."""
        asked = self.layer(layer_id).attributes_for(label, attributes)
        return {a.id: a.default for a in asked if a.default is not None and a.id not in attributes}

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
            if needed not in read or not read[needed].labels:
                self.fail(f"layers.{needed}", "this layer needs at least one label")
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
        self._no_repeats(f"{path}.labels", "key", [label.key for label in labels if label.key])
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
        self._no_repeats(f"{path}.attributes", "key", [a.key for a in attributes if a.key])
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
        )

    def _attribute(self, table: dict[str, Any], path: str, labels: list[str]) -> Attribute:
        attribute_id = self._id(table, path)
        kind = table.get("kind", "text")
        if kind not in ("choice", "multi", "text", "list", "norm", "number"):
            self.fail(f"{path}.kind", "must be choice, multi, text, list, norm or number")
        choices = self._choices(table, "choices", path)
        ids = [choice.id for choice in choices]
        if kind in ("choice", "multi") and not choices:
            self.fail(f"{path}.choices", "a closed attribute needs its choices")
        default = self._default(table, kind, ids, f"{path}.default")
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
            found.append(Choice(choice_id, Names(choice_id, self._languages(entry, place)), self._key(entry, place)))
        self._no_repeats(f"{path}.{key}", "id", [choice.id for choice in found])
        self._no_repeats(f"{path}.{key}", "key", [choice.key for choice in found if choice.key])
        return tuple(found)

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
        return value.upper()

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
            if value in values[:number]:
                self.fail(f"{path}[{number}].{key}", f"“{value}” stands twice")
