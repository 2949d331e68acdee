"""The types in which a schema's layers stand in a UIMA CAS, such that INCEpTION takes them for layers of its own.

A layer of spans is `webanno.custom.<Layer>` with a feature for each attribute. Roles are a slot feature, whose link
type has exactly `role` and `target`; the parts of a discontinuous span are annotations of their own, linked the same
way. Fields of the document are features of one annotation without a place. What has no feature is JSON in `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peyman.core.errors import PeymanError
from peyman.core.schema import Attribute, Layer, Schema

from . import carried

if TYPE_CHECKING:
    from cassis import TypeSystem

PACKAGE = "webanno.custom."
ANNOTATION, ANNOTATION_BASE, TOP = "uima.tcas.Annotation", "uima.cas.AnnotationBase", "uima.cas.TOP"
STRING, STRINGS, OBJECTS = "uima.cas.String", "uima.cas.StringArray", "uima.cas.FSArray"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
TOKEN, SENTENCE = f"{DKPRO}segmentation.type.Token", f"{DKPRO}segmentation.type.Sentence"
METADATA = f"{DKPRO}metadata.type.DocumentMetaData"
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
FRAGMENT, FRAGMENT_LINK = f"{PACKAGE}Fragment", f"{PACKAGE}FragmentLink"
DOCUMENT, CARRIED = f"{PACKAGE}Document", f"{PACKAGE}Peyman"

_OWN = ("label", "note", "doubt", "origin", "identifier", "fragments", "roles", "other")
_TAKEN = frozenset({*_OWN, "begin", "end", "sofa", "self", "type", "elements"})


@dataclass(frozen=True)
class LayerType:
    """The type of one layer.

    Attributes:
        features: of its attributes, by the attribute's id.
    """

    name: str
    layer: Layer
    features: Mapping[str, str]


def layer_types(schema: Schema) -> dict[str, LayerType]:
    """Return the type of each layer of spans, and of the fields of the document if there are any."""
    found: dict[str, LayerType] = {}
    for layer_id in carried.span_layers(schema):
        found[layer_id] = LayerType(
            f"{PACKAGE}{_camel(layer_id)}", schema.layers[layer_id], _features(schema.layers[layer_id].attributes)
        )
    if "document" in schema.layers:
        layer = schema.layers["document"]
        found["document"] = LayerType(DOCUMENT, layer, _features(layer.attributes))
    return found


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def _features(attributes: tuple[Attribute, ...]) -> dict[str, str]:
    """Return a name that UIMA allows for each attribute."""
    names: dict[str, str] = {}
    for attribute in attributes:
        name = attribute.id.replace("-", "_")
        while name in _TAKEN or name in names.values():
            name = f"{name}_attribute"
        names[attribute.id] = name
    return names


def make_typesystem(schema: Schema) -> TypeSystem:
    """Return the type system that files of this schema are written with.

    Raises:
        PeymanError: `format_needs` when dkpro-cassis is not installed.
    """
    types = new_typesystem()
    types.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId"):
        types.create_feature(METADATA, feature, STRING)
    types.create_type(TOKEN, ANNOTATION)
    types.create_type(SENTENCE, ANNOTATION)
    types.create_type(FRAGMENT, ANNOTATION, description="A part of a discontinuous span")
    types.create_feature(FRAGMENT, "label", STRING)
    _create_link(types, FRAGMENT_LINK)
    types.create_type(CARRIED, ANNOTATION_BASE, description="What only Peyman reads")
    types.create_feature(CARRIED, "json", STRING)
    for layer_id, layer_type in layer_types(schema).items():
        parent = ANNOTATION_BASE if layer_id == "document" else ANNOTATION
        types.create_type(layer_type.name, parent, description=layer_type.layer.names("en"))
        own = () if layer_id == "document" else ("label", "note", "doubt", "origin", "identifier")
        for feature in own:
            types.create_feature(layer_type.name, feature, STRING)
        for attribute in layer_type.layer.attributes:
            kind = STRINGS if attribute.kind in ("multi", "list") else STRING
            types.create_feature(
                layer_type.name, layer_type.features[attribute.id], kind, description=attribute.names("en")
            )
        types.create_feature(layer_type.name, "other", STRING, description="JSON: what has no feature of its own")
        if layer_id == "document":
            continue
        types.create_feature(layer_type.name, "fragments", OBJECTS, elementType=FRAGMENT_LINK)
        if layer_id == "commitment":
            _create_link(types, f"{layer_type.name}RolesLink")
            types.create_feature(layer_type.name, "roles", OBJECTS, elementType=f"{layer_type.name}RolesLink")
    return types


def new_typesystem() -> TypeSystem:
    """Return a type system with what UIMA has built in; raises `format_needs`."""
    try:
        from cassis import TypeSystem  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise PeymanError("format_needs", name="xmi", package="dkpro-cassis", extra="team") from None
    return TypeSystem()


def _create_link(types: TypeSystem, name: str) -> None:
    types.create_type(name, TOP)
    types.create_feature(name, "role", STRING)
    types.create_feature(name, "target", ANNOTATION)
