"""Editing a schema: steps on its TOML text, after each of which it can be read, and what two schemas differ in.

Comments and order survive. What the annotations of a project need then is the business of `schema_edits`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Item, Key, Table

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .schema import LANGUAGES, Attribute, Choice, Label, Names, Schema, parse_schema

Kind: TypeAlias = Literal["labels", "attributes"]
What: TypeAlias = Literal[
    "added", "removed", "retired", "restored", "merged", "renamed", "rule", "key", "color", "required", "other"
]

# What the window's own keys mean while an article is read; a label's key would hide them.
RESERVED_KEYS = frozenset("CDFGHKNRX./[]")
# Layers whose keys mean something at one time: a role's key is asked after those of the labels.
_TOGETHER = (("entity", "role"), ("commitment", "role"))

MESSAGES |= {
    "schema_key_taken": QT_TRANSLATE_NOOP(
        "errors", "The key “{key}” belongs to “{other}” already. Choose another key, or take that one away first."
    ),
    "schema_key_reserved": QT_TRANSLATE_NOOP(
        "errors", "The key “{key}” has another meaning while an article is read. Choose another key."
    ),
    "schema_entry_missing": QT_TRANSLATE_NOOP("errors", "The schema has no “{entry}”."),
    "schema_merge_retired": QT_TRANSLATE_NOOP(
        "errors", "“{into}” is retired, so nothing can be merged into it. Restore it first, or choose another."
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What can be edited: a label or an attribute of a layer, or a choice of an attribute."""

    layer: str
    kind: Kind
    id: str
    choice: str = ""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.layer, self.id, self.choice)))


def entries(schema: Schema) -> Iterator[Entry]:
    """Return everything in a schema that can be edited, in its order."""
    for layer in schema.layers.values():
        for label in layer.labels:
            yield Entry(layer.id, "labels", label.id)
        for attribute in layer.attributes:
            yield Entry(layer.id, "attributes", attribute.id)
            for choice in attribute.choices:
                yield Entry(layer.id, "attributes", attribute.id, choice.id)


def found(schema: Schema, entry: Entry) -> Label | Attribute | Choice | None:
    """Return what an entry stands for; None if the schema does not have it."""
    layer = schema.layers.get(entry.layer)
    if layer is None:
        return None
    if entry.kind == "labels":
        return layer.label(entry.id)
    attribute = layer.attribute(entry.id)
    if attribute is None or not entry.choice:
        return attribute
    return attribute.choice(entry.choice)


def are_siblings(one: Entry, other: Entry) -> bool:
    """Tell whether two entries stand in one list."""
    same = (one.layer, one.kind, bool(one.choice)) == (other.layer, other.kind, bool(other.choice))
    return same and (not one.choice or one.id == other.id)


# Editing the text -----------------------------------------------------------------------------------------------


class Draft:
    """A schema being edited. A step that would break it raises PeymanError and leaves it as it was.

    Attributes:
        schema: as it is after the steps so far.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._toml = tomlkit.parse(schema.body)

    def add(self, entry: Entry, **values: Any) -> None:
        """Add a label, an attribute or a choice, after those beside it.

        `values` are as for `set`; for an attribute also its "kind" and the ids of its "choices".
        """

        def change() -> None:
            table: Table | InlineTable = tomlkit.inline_table() if entry.choice else tomlkit.table()
            table["id"] = entry.choice or entry.id
            if kind := values.pop("kind", ""):
                table["kind"] = kind
            choices = [_inline({"id": choice}) for choice in values.pop("choices", ())]
            self._fill(table, entry, values)
            self._append(entry, table)
            for choice in choices:
                self._append(replace(entry, choice=choice["id"]), choice)

        self._step(entry, change)

    def set(self, entry: Entry, **values: Any) -> None:
        """Set values: "names" and "rule" by language, "key", "color", "required", "default"; an empty one goes.

        Raises:
            PeymanError: `schema_value`, `schema_key_taken`, `schema_key_reserved`, `schema_entry_missing`.
        """
        self._step(entry, lambda: self._fill(self._table(entry), entry, values))

    def retire(self, entry: Entry) -> None:
        """Offer it no more. Annotations that have it keep it."""

        def change() -> None:
            _put(self._table(entry), "retired", True)
            self._forget_default(entry, "")

        self._step(entry, change)

    def restore(self, entry: Entry) -> None:
        """Offer it again, without its key if that belongs to another now."""

        def change() -> None:
            table = self._table(entry)
            for name in ("retired", "merged_into"):
                table.pop(name, None)
            if key := str(table.get("key", "")):
                beside = (found(self.schema, one) for one in entries(self.schema) if are_siblings(one, entry))
                if key.upper() in {one.key for one in beside if one} or key_problem(self._read(), entry):
                    table.pop("key")

        self._step(entry, change)

    def merge(self, entry: Entry, into: str) -> None:
        """Retire it in favour of another beside it; what was allowed with the one is allowed with the other."""

        def change() -> None:
            other = found(self.schema, replace(entry, choice=into) if entry.choice else replace(entry, id=into))
            if other is not None and other.retired:
                raise PeymanError("schema_merge_retired", into=into)
            table = self._table(entry)
            _put(table, "retired", True)
            _put(table, "merged_into", into)
            self._forget_default(entry, into)
            for attribute in self._tables(entry.layer, "attributes"):
                _widen(attribute, entry, into)

        self._step(entry, change)

    def remove(self, entry: Entry) -> None:
        """Take it out of the text. Only for what no annotation has: `plan` refuses the rest."""

        def change() -> None:
            items = self._items(entry)
            index = next(n for n, table in enumerate(items) if table is self._table(entry))
            del items[index]

        self._step(entry, change)

    def _step(self, entry: Entry, change: Callable[[], None]) -> None:
        before = self.schema
        try:
            change()
            self.schema = self._read()
            problem = key_problem(self.schema, entry)
            if problem and key_problem(before, entry) is None:
                raise problem
        except BaseException:
            self.schema = before
            self._toml = tomlkit.parse(before.body)
            raise

    def _read(self) -> Schema:
        return parse_schema(tomlkit.dumps(self._toml), self.schema.id)

    def _layer(self, layer: str) -> Any:
        layers: Any = self._toml["layers"]
        if layer not in layers:
            raise PeymanError("schema_unknown_layer", layer=layer)
        return layers[layer]

    def _tables(self, layer: str, kind: Kind) -> list[Any]:
        return list(self._layer(layer).get(kind, []))

    def _items(self, entry: Entry) -> Any:
        """The list that an entry stands in, or is to stand in; None where there is none yet."""
        if entry.choice:
            return self._table(replace(entry, choice="")).get("choices")
        return self._layer(entry.layer).get(entry.kind)

    def _table(self, entry: Entry) -> Any:
        """The table of an entry; raises `schema_entry_missing`."""
        wanted = entry.choice or entry.id
        for table in self._items(entry) or ():
            if table.get("id") == wanted:
                return table
        raise PeymanError("schema_entry_missing", entry=str(entry))

    def _fill(self, table: Any, entry: Entry, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if name == "names" and entry.choice:
                for language in LANGUAGES:
                    _put(table, language, value.get(language, ""))
            elif name in ("names", "rule"):
                texts = {language: value[language] for language in LANGUAGES if value.get(language)}
                if name in table and texts and isinstance(table[name], InlineTable):
                    for language in LANGUAGES:
                        _put(table[name], language, texts.get(language, ""))
                else:
                    _put(table, name, texts)
            else:
                _put(table, name, value)

    def _append(self, entry: Entry, table: Any) -> None:
        items = self._items(entry)
        if isinstance(items, Array):
            whole = items.as_string()
            items.add_line(table, indent="  ") if "\n" in whole else items.append(table)
            return
        if entry.choice:
            choices = tomlkit.array()
            choices.add_line(table, indent="  ")
            choices.add_line(indent="")
            _put(self._table(replace(entry, choice="")), "choices", choices)
            return
        if not isinstance(items, AoT):
            items = None
            self._layer(entry.layer).append(entry.kind, tomlkit.aot())
        block = self._layer(entry.layer)[entry.kind]
        if items is not None and len(items):
            _pass_on_what_trails(items[-1], table)
        else:
            table.add(tomlkit.nl())
        block.append(table)

    def _forget_default(self, entry: Entry, into: str) -> None:
        """A default must be open: that of a retired choice becomes what it was merged into, or none."""
        if entry.choice:
            table = self._table(replace(entry, choice=""))
            default = table.get("default")
            if default == entry.choice:
                _put(table, "default", into)
            elif isinstance(default, list) and entry.choice in default:
                kept = [into if one == entry.choice else str(one) for one in default]
                _put(table, "default", list(dict.fromkeys(filter(None, kept))))


def _put(table: Any, name: str, value: Any) -> None:
    """Set a value, in its old place if it has one; nothing (but not False) takes it away."""
    if value is None or value == "" or value == {} or value == []:
        table.pop(name, None)
        return
    item = _inline(value) if isinstance(value, Mapping) else tomlkit.item(value)
    if name in table or not isinstance(table, Table):
        table[name] = item
        return
    trailing = _cut_what_trails(table)
    table.append(name, item)
    table.value.body.extend(trailing)


def _cut_what_trails(table: Table) -> list[tuple[Key | None, Item]]:
    """Take the empty lines and comments off the end of a table: there they stand before the next one."""
    body: list[tuple[Key | None, Item]] = table.value.body
    count = next((n for n, (key, _) in enumerate(reversed(body)) if key is not None), len(body))
    trailing = body[len(body) - count :]
    del body[len(body) - count :]
    return trailing


def _inline(values: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(values)
    return table


def _pass_on_what_trails(before: Table, after: Table) -> None:
    """Move the empty lines and comments at the end of a table behind the one that comes next."""
    trailing = _cut_what_trails(before)
    before.add(tomlkit.nl())
    after.value.body.extend(trailing or [(None, tomlkit.nl())])


def _widen(attribute: Any, entry: Entry, into: str) -> None:
    """Allow with `into` what was allowed with the entry that is merged into it, so that no value is lost."""
    if entry.kind == "labels":
        _widen_for_label(attribute, entry.id, into)
    elif entry.choice:
        when = attribute.get("when")
        if when is not None and entry.choice in when.get(entry.id, []):
            _add(when[entry.id], [into])
        if attribute.get("id") == entry.id:
            for choices in attribute.get("choices_for", {}).values():
                if entry.choice in choices:
                    _add(choices, [into])
    elif entry.id in (when := attribute.get("when", {})):
        values = [str(value) for value in when.pop(entry.id)]
        if into not in when:
            when[into] = values


def _widen_for_label(attribute: Any, label: str, into: str) -> None:
    labels, choices_for = attribute.get("labels", []), attribute.get("choices_for", {})
    if labels and label not in labels:
        return
    fresh = bool(labels) and into not in labels
    if fresh:
        labels.append(into)
    if label in choices_for and (fresh or into in choices_for):
        if into not in choices_for:
            choices_for[into] = []
        _add(choices_for[into], choices_for[label])
    elif into in choices_for:  # with the one all choices were allowed
        choices_for.pop(into)


def _add(items: Any, values: Iterable[Any]) -> None:
    for value in map(str, values):
        if value not in items:
            items.append(value)


def key_problem(schema: Schema, entry: Entry, reserved: Collection[str] = RESERVED_KEYS) -> PeymanError | None:
    """Return why an entry may not have its key: another label answers to it, or the window does."""
    one = found(schema, entry)
    if entry.kind != "labels" or one is None or not one.key:
        return None
    if one.key in reserved:
        return PeymanError("schema_key_reserved", key=one.key)
    for pair in _TOGETHER:
        if entry.layer in pair:
            for layer in pair:
                for label in schema.layer(layer).offered:
                    if label.key == one.key and (layer, label.id) != (entry.layer, entry.id):
                        return PeymanError("schema_key_taken", key=one.key, other=f"{layer}/{label.id}")
    return None


def key_problems(schema: Schema) -> dict[str, PeymanError]:
    problems = ((entry, key_problem(schema, entry)) for entry in entries(schema) if entry.kind == "labels")
    return {f"{entry} {problem.data}": problem for entry, problem in problems if problem}


def bumped(version: str) -> str:
    """Return the version after this one: its last number grows by one."""
    numbers = list(re.finditer(r"\d+", version))
    if not numbers:
        return f"{version}.1"
    last = numbers[-1]
    return f"{version[: last.start()]}{int(last[0]) + 1}{version[last.end() :]}"


def with_version(schema: Schema, version: str) -> Schema:
    """Return the same schema under another version."""
    toml = tomlkit.parse(schema.body)
    toml["version"] = version
    return parse_schema(tomlkit.dumps(toml), schema.id)


# What differs ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a new schema says otherwise; `before` and `after` where there is something to show."""

    entry: Entry
    what: What
    before: str = ""
    after: str = ""


def differences(old: Schema, new: Schema) -> list[Difference]:
    """Return what changed of labels, attributes and choices, in the order of the new schema; what went comes last."""
    result: list[Difference] = []
    known = set(entries(old))
    for entry in entries(new):
        if entry not in known:
            if not entry.choice or Entry(entry.layer, entry.kind, entry.id) in known:
                result.append(Difference(entry, "added"))
            continue
        one, other = found(old, entry), found(new, entry)
        assert one is not None
        assert other is not None
        result += _changed(entry, one, other)
    left = set(entries(new))
    return result + [Difference(entry, "removed") for entry in entries(old) if entry not in left]


def _changed(entry: Entry, one: Label | Attribute | Choice, other: Label | Attribute | Choice) -> Iterator[Difference]:
    if other.merged_into != one.merged_into and other.merged_into:
        yield Difference(entry, "merged", one.merged_into, other.merged_into)
    elif other.retired != one.retired:
        yield Difference(entry, "retired" if other.retired else "restored")
    for language in LANGUAGES:
        before, after = one.names.by_language.get(language, ""), other.names.by_language.get(language, "")
        if before != after:
            yield Difference(entry, "renamed", before, after)
    if one.key != other.key and not other.retired:
        yield Difference(entry, "key", one.key, other.key)
    if isinstance(one, Label) and isinstance(other, Label):
        if one.color != other.color:
            yield Difference(entry, "color", one.color, other.color)
        for language in LANGUAGES:
            before, after = one.rule.by_language.get(language, ""), other.rule.by_language.get(language, "")
            if before != after:
                yield Difference(entry, "rule", before, after)
    if isinstance(one, Attribute) and isinstance(other, Attribute):
        if one.required != other.required:
            yield Difference(entry, "required", "", "1" if other.required else "")
        same = ("kind", "default", "ordinal", "labels", "when", "choices_for")
        if any(getattr(one, name) != getattr(other, name) for name in same):
            yield Difference(entry, "other")


def names_of(entry: Entry, schema: Schema, language: str) -> str:
    """Return what an entry is called, and if it is a choice, of what."""
    names = [_names(found(schema, replace(entry, choice="")), entry.id)(language)]
    if entry.choice:
        names.append(_names(found(schema, entry), entry.choice)(language))
    return " › ".join(names)


def _names(one: Label | Attribute | Choice | None, fallback: str) -> Names:
    return one.names if one is not None else Names(fallback)
