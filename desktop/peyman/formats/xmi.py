"""UIMA CAS as XMI with its type system, both ways, and as JSON, read only: what INCEpTION and WebAnno work with.

One file is one person's annotations of one document (INCEpTION: `<document>/<user>.xmi`); a folder has one
`TypeSystem.xml`, to be imported into INCEpTION as layers before the documents. Such files are read in a ZIP archive
too, as INCEpTION exports them. Reading takes our own layers,
named entities, and custom layers of any name whose labels the schema has; all else is kept with the set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Json, Span
from peyman.core.schema import Attribute, Schema
from peyman.core.text import sentences

from . import carried
from .base import DEFAULTS, EVERYTHING, Folder, Format, Labels, Loss, Options, Tally, file_name
from .building import SetBuilder, layer_of, unicode_name
from .carried import Owners, told
from .losses import count_layers
from .strict_json import Table, parse_object
from .uima_load import TYPESYSTEM, load_cas, load_types, load_zipped
from .uima_types import (
    CARRIED,
    DOCUMENT,
    FRAGMENT,
    FRAGMENT_LINK,
    METADATA,
    NAMED_ENTITY,
    OBJECTS,
    SENTENCE,
    STRING,
    STRINGS,
    TOKEN,
    LayerType,
    layer_types,
    make_typesystem,
)

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

KEY = "uima"  # of what is kept for it in `foreign`
INITIAL, CURATOR = "INITIAL_CAS", "CURATION_USER"  # INCEpTION's names for nobody and for who settles
EXTENSION, ZIP = ".xmi", ".zip"

# Segmentation and the like, which is made anew, and what belongs to other structures.
_PASSED = frozenset({TOKEN, SENTENCE, METADATA, "uima.tcas.DocumentAnnotation", CARRIED, FRAGMENT, FRAGMENT_LINK})
_CUSTOM = ("webanno.custom.", "custom.")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0

MESSAGES |= {
    "xmi_loss_characters": QT_TRANSLATE_NOOP(
        "errors", "{count} characters of texts cannot stand in XML; each is replaced by U+FFFD, so the text is another"
    ),
    "xmi_loss_structures": QT_TRANSLATE_NOOP(
        "errors",
        "{count} structures and features of other types, kept when they were imported from UIMA, are not written back",
    ),
}


class Structure(Protocol):
    """A feature structure of cassis: its features are looked up by name."""

    type: Any
    xmiID: int  # noqa: N815 - cassis calls it so

    def get(self, path: str) -> Any: ...


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield the one document of a CAS, with its annotation set unless the file is INCEpTION's for nobody.

    Of an archive, yield what each file in it holds; from the first unknown label on nothing more.

    Raises:
        PeymanError: `uima_…`, `office_…`, `json_…`, `import_…`, `labels_unknown`, `annotator_not_told`,
            `format_needs`, and what `check_text` raises.
    """
    labels = Labels(schema, options)
    for inside, cas in _loaded(path, schema):
        item = _CasReader(cas, schema, labels, inside).item(options)
        if not labels.has_unknown:
            yield item
    labels.check(path.name)


def _loaded(path: Path, schema: Schema) -> Iterator[tuple[Path, Cas]]:
    if path.name.lower().endswith(ZIP):
        for name, cas in load_zipped(path, schema):
            yield Path(name), cas
    else:
        yield path, load_cas(path, schema)


class _CasReader:
    """Reads one CAS."""

    def __init__(self, cas: Cas, schema: Schema, labels: Labels, path: Path) -> None:
        self._schema = schema
        self._labels = labels
        self._path = path
        self._file = path.name
        self._layer_types = layer_types(schema)
        self._types = {layer_type.name: name for name, layer_type in self._layer_types.items()}
        self._text: str = cas.sofa_string
        self._structures: list[Structure] = sorted(cas.select_all_fs(), key=lambda one: one.xmiID)
        self._spans: dict[int, Span] = {}
        self._hosts: list[Structure] = []  # what became spans
        self._relations: list[Structure] = []
        self._left: list[Json] = []
        parts = [one for one in self._structures if one.type.name == CARRIED and isinstance(one.get("json"), str)]
        self._ours = self._json(parts[0].get("json") if parts else None, "the annotation “Peyman”")

    def _json(self, text: Any, where: str) -> Table:
        values = parse_object(text.encode(), self._file, 1) if isinstance(text, str) and text else {}
        return Table(values, self._file, 1, where)

    def item(self, options: Options) -> AnnotatedDocument:
        described = next((one for one in self._structures if one.type.name == METADATA), None)
        title, number = (_text_of(described, name) for name in ("documentTitle", "documentId"))
        stem = unicode_name(self._path).removesuffix(".json").removesuffix(".cas").removesuffix(EXTENSION)
        meta = self._ours.get("meta", dict, {})
        document = carried.read_document(self._ours, self._text, title or number or stem, KEY, meta, {})
        part = self._ours.table("set")
        if stem == INITIAL or (self._ours.values and not part.values):
            return AnnotatedDocument(document)
        of_document = stem in (title, number) or any(stem == Path(name).stem for name in (title, number) if name)
        kind = "gold" if stem == CURATOR else carried.read_kind(part)
        owners = Owners(options, self._file)
        annotator = owners.owner(kind, part.get("annotator", str, ""), "" if of_document else stem)
        builder = SetBuilder(document, annotator, self._file, kind)
        self._add_all(builder)
        rest = told(structures=self._left)
        return AnnotatedDocument(document, carried.finish(builder, part, KEY, rest, "finished"))

    def _add_all(self, builder: SetBuilder) -> None:
        for one in self._structures:
            name = one.type.name
            if name in self._types and self._types[name] != "document":
                self._add_span(builder, one, self._layer_types[self._types[name]])
            elif name == DOCUMENT and "document" in self._layer_types:
                self._add_fields(builder, one)
            elif name in _PASSED or (_has(one, "role", "target") and not _has(one, "begin")):
                continue
            elif _has(one, "Governor", "Dependent"):
                self._relations.append(one)
            elif name == NAMED_ENTITY or (name.startswith(_CUSTOM) and _has(one, "begin")):
                self._add_span(builder, one, None)
            else:
                self._left.append(_kept(one))
        carried.read_labels(self._ours, self._labels, builder)
        self._add_roles(builder)

    def _add_span(self, builder: SetBuilder, one: Structure, known: LayerType | None) -> None:
        """Add a span; one of a layer that is not ours goes by its label alone."""
        begin, end = one.get("begin"), one.get("end")
        if begin == end:
            self._left.append(_kept(one))
            return
        label = _label(one)
        layers = (known.layer.id,) if known else carried.span_layers(self._schema)
        found = self._labels.find(label, *layers, example=self._text[begin:end])
        if found is None:
            self._left.append(_kept(one))
            return
        used = {"label", "value"} if known is None else {"label"}
        attributes = self._attributes(one, self._layer_types[found[0]], used)
        other = self._json(one.get("other") if known else None, f"{one.type.name} {one.xmiID}, “other”")
        fragments, unread = self._fragments(one) if known else ([], None)
        used |= {"note", "doubt", "origin", "identifier", "fragments", "roles", "other"} if known else set()
        rest = told(features=_features(one, used), fragments=unread)
        span = builder.add_span(
            *found,
            begin,
            end,
            where=f"{one.type.name} {one.xmiID}",
            fragments=fragments,
            attributes={**attributes, **other.get("attributes", dict, {})},
            note=other.get("note", str, "") or (_text_of(one, "note") if known else ""),
            doubt=other.get("doubt", str, "") or (_text_of(one, "doubt") if known else ""),
            origin=other.get("origin", str, "") or (_text_of(one, "origin") if known else ""),
            source_id=_text_of(one, "identifier") if known else str(one.xmiID),
            foreign=carried.kept(other.get("foreign", dict, {}), KEY, rest),
        )
        self._spans[one.xmiID] = span
        self._hosts.append(one)

    def _attributes(self, one: Structure, layer_type: LayerType, used: set[str]) -> dict[str, Json]:
        """Return the attributes that features tell, and note which these are."""
        found: dict[str, Json] = {}
        for attribute in layer_type.layer.attributes:
            for name in (layer_type.features[attribute.id], attribute.id):
                value = _value(one, name, attribute) if name not in used else None
                if value is not None:
                    found[attribute.id] = value
                    used.add(name)
                    break
        return found

    def _fragments(self, one: Structure) -> tuple[list[tuple[int, int]], Json]:
        """Return the parts of a discontinuous span, unless somebody moved them out of it or over one another."""
        parts = [link.get("target") for link in _links(one.get("fragments"))]
        places = sorted((part.get("begin"), part.get("end")) for part in parts if part is not None)
        edges = [one.get("begin"), *(edge for place in places for edge in place), one.get("end")]
        if edges != sorted(edges) or any(a == b for a, b in places):
            return [], [list(place) for place in places]
        return places, None

    def _add_fields(self, builder: SetBuilder, one: Structure) -> None:
        layer_type = self._layer_types["document"]
        for name, value in self._attributes(one, layer_type, set()).items():
            builder.add_label(name, value)

    def _add_roles(self, builder: SetBuilder) -> None:
        """Add roles: links of slot features, and relations."""
        about = {
            (table.get("label", str), table.get("source", str), table.get("target", str)): table
            for table in self._ours.tables("relations", "relation")
        }
        ends: list[tuple[str, Structure | None, Structure | None, Structure]] = []
        for host in self._hosts:
            for feature in host.type.all_features:
                if feature.name != "fragments" and feature.rangeType.name == OBJECTS:
                    links = _links(host.get(feature.name))
                    ends += ((_text_of(link, "role"), host, link.get("target"), link) for link in links)
        ends += ((_label(one), one.get("Governor"), one.get("Dependent"), one) for one in self._relations)
        for label, start, filler, one in ends:
            source, target = (self._spans.get(end.xmiID) if end is not None else None for end in (start, filler))
            role = self._labels.role(label, layer_of(source), layer_of(target)) if label else None
            added = None
            if role is not None and source is not None and target is not None:
                empty = Table({}, self._file, 1, "")
                part = about.get((role, source.source_id, target.source_id), empty)
                added = builder.add_role(
                    role, source, target, note=part.get("note", str, ""), source_id=part.get("id", str, ""),
                    foreign=part.get("foreign", dict, {}),
                )  # fmt: skip
            if added is None:
                self._left.append(_kept(one))


def _has(one: Structure, *names: str) -> bool:
    return all(one.type.get_feature(name) is not None for name in names)


def _text_of(one: Structure | None, name: str) -> str:
    value = one.get(name) if one is not None and _has(one, name) else None
    return value if isinstance(value, str) else ""


def _label(one: Structure) -> str:
    """Return what a structure says it is: by its label or value, its only feature of text, or else its type."""
    texts = [feature.name for feature in one.type.features if feature.rangeType.name == STRING]
    for name in ("label", "value", *(texts if len(texts) == 1 else ())):
        if text := _text_of(one, name):
            return text
    short: str = one.type.name.rpartition(".")[2]
    return short


def _links(array: Any) -> list[Any]:
    """Return the links of a slot feature, if the array is one: each has a role and a target."""
    found = getattr(array, "elements", None)
    return [one for one in found if one is not None and _has(one, "role", "target")] if isinstance(found, list) else []


def _value(one: Structure, name: str, attribute: Attribute) -> Json:
    """Return what a feature says of an attribute, None if nothing."""
    if not _has(one, name):
        return None
    value = one.get(name)
    if attribute.kind in ("multi", "list"):
        texts = getattr(value, "elements", None)
        if isinstance(texts, list):
            return [text or "" for text in texts]
        return [value] if isinstance(value, str) else None
    if attribute.kind == "number" and isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
        number: Json = json.loads(value)
        return number
    return value if isinstance(value, str | int | float | bool) else None


def _features(one: Structure, used: Iterable[str]) -> dict[str, Json]:
    """Return what else a structure says, as JSON; references by the number in the file."""
    passed = {*used, "begin", "end", "sofa"}
    passed |= {f.name for f in one.type.all_features if f.rangeType.name == OBJECTS and _links(one.get(f.name))}
    return told(**{f.name: _plain(one.get(f.name)) for f in one.type.all_features if f.name not in passed})


def _kept(one: Structure) -> dict[str, Json]:
    place = {name: one.get(name) for name in ("begin", "end") if _has(one, name)}
    return {"type": one.type.name, "id": one.xmiID, **place, **_features(one, ())}


def _plain(value: Any) -> Json:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)  # no infinity in JSON
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if hasattr(value, "elements"):
        return _plain(value.elements)
    return {"id": value.xmiID} if hasattr(value, "xmiID") else str(value)


# Writing -----------------------------------------------------------------------------------------------------------


def write(
    items: Iterable[AnnotatedDocument], folder: Folder, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write the type system, and a folder for each document with a file for each of its sets.

    Raises:
        PeymanError: `format_needs` when dkpro-cassis is not installed.
    """
    types = make_typesystem(schema)
    folder.write(TYPESYSTEM, types.to_xml().encode())
    for path, item in placed(items, folder):
        folder.write(path, written(item, types, schema))


def placed(items: Iterable[AnnotatedDocument], folder: Folder) -> Iterator[tuple[str, AnnotatedDocument]]:
    """Yield the place in the folder of each item's file; nothing is written."""
    for _, group in groupby(items, key=lambda item: item.document.sha256):
        inside = ""
        for item in group:
            inside = inside or folder.free("", file_name(item.document.name), "")
            annotations = item.annotations
            name = INITIAL if annotations is None else CURATOR if annotations.kind == "gold" else annotations.annotator
            yield f"{folder.free(inside, file_name(name), EXTENSION)}{EXTENSION}", item


def differing_types(path: Path, schema: Schema) -> list[str]:
    """Return the names of types that a type system has otherwise than the schema makes them; INCEpTION's own too.

    Raises:
        PeymanError: `uima_…`, `format_needs`.
    """
    given, wanted = ({one.name: _shape(one) for one in types.get_types()} for types in
                     (load_types(path), make_typesystem(schema)))  # fmt: skip
    return [name for name in sorted({*given, *wanted}) if given.get(name) != wanted.get(name)]


def _shape(one: Any) -> tuple[str, list[tuple[str, str]]]:
    """Return what a type inherits from, and its own features with their types."""
    return one.supertype.name, sorted((feature.name, feature.rangeType.name) for feature in one.features)


def written(item: AnnotatedDocument, types: TypeSystem, schema: Schema) -> bytes:
    """Return one item as XMI."""
    cas = _CasWriter(item.document, types, schema).cas(item.annotations)
    xmi: str = cas.to_xmi()
    return xmi.encode()


class _CasWriter:
    """Makes the CAS of one item."""

    def __init__(self, document: Document, types: TypeSystem, schema: Schema) -> None:
        from cassis import Cas  # noqa: PLC0415 - an optional extra, asked for by `make_typesystem`

        self._document = replace(document, text=legal(document.text))
        self._types = types
        self._layer_types = layer_types(schema)
        self._layers = carried.span_layers(schema)
        self._cas = Cas(typesystem=types)
        self._made: dict[UUID, Any] = {}

    def _add(self, type_name: str, **features: Any) -> Any:
        structure = self._types.get_type(type_name)(**told(**features))
        self._cas.add(structure)
        return structure

    def _array(self, kind: str, elements: list[Any]) -> Any:
        return self._types.get_type(kind)(elements=elements) if elements else None

    def cas(self, annotations: AnnotationSet | None) -> Cas:
        document = self._document
        text = document.text
        self._cas.sofa_string = text
        self._cas.sofa_mime = "text/plain"
        language = document.language if re.fullmatch(r"[a-z]{2,3}", document.language) else "x-unspecified"
        self._add(
            METADATA, begin=0, end=len(text), language=language, documentTitle=legal(document.title),
            documentId=legal(document.name),
        )  # fmt: skip
        for start, end in document.tokens:
            self._add(TOKEN, begin=start, end=end)
        for start, end in sentences(document.text, document.language):
            self._add(SENTENCE, begin=start, end=end)
        part: dict[str, Any] = {**carried.document_part(document, KEY), **told(meta=document.meta)}
        if annotations is not None:
            part |= self._add_set(annotations)
        self._add(CARRIED, json=_json(part))
        return self._cas

    def _add_set(self, annotations: AnnotationSet) -> dict[str, Any]:
        """Add spans, roles and fields, as far as there is a type for them; return what only Peyman reads."""
        ids = carried.source_ids(annotations)
        unfit: list[dict[str, Any]] = []
        roles: dict[UUID, list[Any]] = {}
        for span in annotations.spans:
            if span.layer in self._layers:
                self._made[span.id] = self._add_span(span, ids[span.id])
        commitments = {span.id for span in annotations.spans if span.layer == "commitment"}
        for relation in annotations.relations:
            if relation.source not in commitments or relation.target not in self._made:
                continue
            link_type = f"{self._layer_types['commitment'].name}RolesLink"
            link = self._types.get_type(link_type)(role=relation.label, target=self._made[relation.target])
            roles.setdefault(relation.source, []).append(link)
            about = {**carried.relation_part(relation, KEY), **told(id=relation.source_id)}
            if about:
                ends = {"source": ids[relation.source], "target": ids[relation.target]}
                unfit.append({"label": relation.label, **ends, **about})
        for source, links in roles.items():
            self._made[source].roles = self._array(OBJECTS, links)
        labels = self._add_fields(annotations)
        return {"set": carried.set_part(annotations, KEY), **told(relations=unfit, labels=labels)}

    def _add_span(self, span: Span, number: str) -> Any:
        layer_type = self._layer_types[span.layer]
        features, unfit = self._parted(layer_type, span.attributes)
        texts = told(label=span.label, note=span.note, doubt=span.doubt, origin=span.origin, identifier=number)
        other = told(attributes=unfit, foreign=carried.others(span.foreign, KEY))
        other |= {name: text for name, text in texts.items() if _ILLEGAL.search(text)}
        links = []
        for start, end in span.fragments:
            part = self._add(FRAGMENT, begin=start, end=end, label=span.label)
            links.append(self._types.get_type(FRAGMENT_LINK)(role="part", target=part))
        return self._add(
            layer_type.name, begin=span.start, end=span.end, fragments=self._array(OBJECTS, links),
            other=_json(other) if other else None,
            **{name: text for name, text in texts.items() if name not in other}, **features,
        )  # fmt: skip

    def _parted(self, layer_type: LayerType, attributes: Mapping[str, Json]) -> tuple[dict[str, Any], dict[str, Json]]:
        """Part attributes into features and those that need JSON."""
        fitting, unfit = carried.parted(layer_type.layer, attributes)
        features: dict[str, Any] = {}
        for attribute, value in fitting:
            texts = [str(one) for one in value] if isinstance(value, list) else [_number(value)]
            if any(_ILLEGAL.search(text) for text in texts):
                unfit[attribute.id] = value
            else:
                many = isinstance(value, list)
                features[layer_type.features[attribute.id]] = self._array(STRINGS, texts) if many else texts[0]
        return features, unfit

    def _add_fields(self, annotations: AnnotationSet) -> list[dict[str, Any]]:
        """Add the fields of the document; return those that have no feature."""
        unfit = list(annotations.document_labels)
        layer_type = self._layer_types.get("document")
        if layer_type is not None:
            plain = {label.label: label.value for label in unfit if not label.foreign and not label.source_id}
            features, _ = self._parted(layer_type, plain)
            if features:
                self._add(layer_type.name, **features)
            held = {name for name, feature in layer_type.features.items() if feature in features}
            unfit = [label for label in unfit if label.label not in held or label.label not in plain]
        return carried.label_parts(unfit, KEY)


def _number(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def legal(text: str) -> str:
    """Return a text with U+FFFD for what cannot stand in XML."""
    return _ILLEGAL.sub("\ufffd", text)


def _json(values: Mapping[str, Any]) -> str:
    text = json.dumps(values, ensure_ascii=False, allow_nan=False)
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


# What is lost --------------------------------------------------------------------------------------------------------


def plan(items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS) -> list[Loss]:  # noqa: ARG001
    """Count what XML cannot hold, what has no type, and what came from UIMA and is not written back."""
    tally = Tally()
    layers = carried.span_layers(schema)
    last = ""
    for item in items:
        document = item.document
        if document.sha256 != last:
            last = document.sha256
            tally.add("xmi_loss_characters", document.name, len(_ILLEGAL.findall(document.text)))
        if item.annotations is not None:
            count_layers(tally, document.name, item.annotations, layers, ("commitment",))
            kept = item.annotations.foreign
            tally.add_kept("xmi_loss_structures", document.name, {KEY: kept[KEY]} if KEY in kept else {})
            for span in item.annotations.spans:
                where = f"{document.name}: {span.source_id or span.id}"
                tally.add_kept("xmi_loss_structures", where, {KEY: span.foreign[KEY]} if KEY in span.foreign else {})
    return tally.losses()


FORMAT = Format(
    name="xmi",
    title=QT_TRANSLATE_NOOP("formats", "UIMA CAS for INCEpTION: a folder of XMI and its types; reads JSON too"),
    extensions=(EXTENSION, ".cas.json", ZIP),
    example='<custom:Entity xmi:id="9" sofa="1" begin="0" end="4" label="PER"/>',
    holds=EVERYTHING,
    read=read,
    write_folder=write,
    plan=plan,
)
