"""Which labels of the schema the labels of a source are, as a TOML file that people can read and keep."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from peyman.core.decode import decode
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.schema import Schema

from .reports import UnknownLabel

MESSAGES |= {
    "map_syntax": QT_TRANSLATE_NOOP("errors", "“{file}” is no TOML ({reason}). Correct it."),
    "map_value": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, [{layer}], “{label}”: the schema has no such layer, or no label “{found}” in it. Correct it, as in: "
        "[entity] PERSON = \"PER\", or PERSON = \"\" to keep it aside.",
    ),
}


def read_map(path: Path, schema: Schema) -> dict[str, dict[str, str]]:
    """Read which labels of the schema the labels of a source are: in TOML, a table for each layer.

    What is mapped to "" is to be kept aside.

    Raises:
        PeymanError: `map_syntax`, `map_value`.
        OSError: the file cannot be read.
    """
    try:
        tables = tomllib.loads(decode(path.read_bytes(), path.name).text)
    except tomllib.TOMLDecodeError as error:
        raise PeymanError("map_syntax", file=path.name, reason=error) from None
    for layer_id, table in tables.items():
        if layer_id not in schema.layers or not isinstance(table, dict):
            raise PeymanError("map_value", file=path.name, layer=layer_id, label="", found=table)
        for source, label in table.items():
            if not isinstance(label, str) or not has_label(schema, layer_id, label):
                raise PeymanError("map_value", file=path.name, layer=layer_id, label=source, found=label)
    return tables


def has_label(schema: Schema, layer_id: str, label: str) -> bool:
    """Tell whether a layer has a label; of whole articles, a field. "" may stand for all that is kept aside."""
    layer = schema.layers.get(layer_id)
    if layer is None or not label:
        return layer is not None
    return (layer.attribute if layer_id == "document" else layer.label)(label) is not None


def map_as_toml(labels: Mapping[str, Mapping[str, str]]) -> str:
    """Return what `read_map` reads as these."""

    tables = ((layer, table) for layer, table in labels.items() if table)
    return "\n".join(
        f"[{_quoted(layer)}]\n" + "".join(f"{_quoted(source)} = {_quoted(label)}\n" for source, label in table.items())
        for layer, table in tables
    )


def map_to_fill(unknown: Sequence[UnknownLabel]) -> str:
    """Return a map of these labels in which nothing is chosen yet, so that all of them would be kept aside."""
    tables: dict[str, dict[str, str]] = {}
    for one in unknown:
        notes = [f"such as {_quoted(one.example)}"] if one.example else []
        notes += [f"or under [{']/['.join(one.or_layers)}]"] if one.or_layers else []
        line = f"{_quoted(one.label)} = \"\"" + (f"  # {', '.join(notes)}" if notes else "")
        tables.setdefault(one.layer, {}).setdefault(one.label, line)
    return "\n".join("\n".join([f"[{layer}]", *table.values(), ""]) for layer, table in tables.items())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML has JSON's escapes
