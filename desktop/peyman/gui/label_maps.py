"""Which of our labels those of other tools are: what was answered once is remembered, in files that `--map` takes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from peyman.core.schema import Schema
from peyman.exchange import has_label, map_as_toml, replacing


class LabelMaps:
    """The answers for one schema, in a TOML file of a folder."""

    def __init__(self, folder: Path, schema: Schema) -> None:
        self._schema = schema
        self.path = folder / f"{re.sub(r'[^A-Za-z0-9_-]', '_', schema.id) or '_'}.toml"

    def load(self) -> dict[str, dict[str, str]]:
        """Return what is remembered and still fits the schema; nothing where that cannot be read."""
        try:
            tables = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        fitting: dict[str, dict[str, str]] = {}
        for layer, table in tables.items():
            for source, label in table.items() if isinstance(table, dict) else ():
                if isinstance(label, str) and has_label(self._schema, layer, label):
                    fitting.setdefault(layer, {})[source] = label
        return fitting

    def remember(self, labels: Mapping[str, Mapping[str, str]]) -> None:
        """Add answers to the file. Raises OSError."""
        known = self.load()
        for layer, table in labels.items():
            known.setdefault(layer, {}).update(table)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_map(self.path, known)


def write_map(path: Path, labels: Mapping[str, Mapping[str, str]]) -> None:
    """Write a file for `--map`. Raises OSError."""
    with replacing(path) as stream:
        stream.write(map_as_toml(labels).encode(errors="replace"))
