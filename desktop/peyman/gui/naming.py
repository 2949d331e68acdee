"""What a schema knows, by its names in the language of the window."""

from __future__ import annotations

from peyman.core.model import Attributes, Value
from peyman.core.schema import Schema
from peyman.gui.wording import value_words


class Namer:
    """Names what a schema knows, in the language of the window; what it does not know stays as it is."""

    def __init__(self, schema: Schema, language: str) -> None:
        self.schema = schema
        self.language = language

    def layer(self, layer_id: str) -> str:
        layer = self.schema.layers.get(layer_id)
        return layer.names(self.language) if layer else layer_id

    def label(self, layer_id: str, label_id: str) -> str:
        layer = self.schema.layers.get(layer_id)
        label = layer.label(label_id) if layer else None
        if label is not None:
            return label.names(self.language)
        return self.attribute(layer_id, label_id)

    def colour(self, layer_id: str, label_id: str) -> str:
        layer = self.schema.layers.get(layer_id)
        label = layer.label(label_id) if layer else None
        return label.color if label else "#808080"

    def attribute(self, layer_id: str, name: str) -> str:
        layer = self.schema.layers.get(layer_id)
        attribute = layer.attribute(name) if layer else None
        return attribute.names(self.language) if attribute else name

    def value(self, layer_id: str, name: str, answer: Value) -> str:
        layer = self.schema.layers.get(layer_id)
        return value_words(layer.attribute(name) if layer else None, answer.value, self.language)

    def values(self, layer_id: str, attributes: Attributes) -> list[str]:
        """Return attributes as "name: value"."""
        layer = self.schema.layers.get(layer_id)
        found = []
        for name, value in attributes.items():
            words = value_words(layer.attribute(name) if layer else None, value, self.language)
            found.append(f"{self.attribute(layer_id, name)}: \u2068{words}\u2069")
        return found
