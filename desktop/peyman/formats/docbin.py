"""spaCy's DocBin, written only: what `spacy train` reads. Needs spaCy, an optional extra.

Each annotation set is a Doc. Its spans stand in one group for each layer, and the outermost entities in
`doc.ents`; roles, attributes and the rest, which spaCy has no place for, are JSON in `doc.user_data["peyman"]`,
where spans are named by their `span_id`. Unlike other formats, DocBin is held in memory until all is in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from peyman.core.errors import QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Span
from peyman.core.schema import Schema

from . import carried
from .base import DEFAULTS, EVERYTHING, Format, Options
from .carried import told
from .prodigy import cut_tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "spacy"


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write a DocBin with one Doc for each annotation set, and for each document that has none.

    Raises:
        PeymanError: `format_needs` when spaCy is not installed.
    """
    try:
        from spacy.tokens import Doc, DocBin  # noqa: PLC0415 - an optional extra that takes over a second
        from spacy.vocab import Vocab  # noqa: PLC0415
    except ImportError:
        raise PeymanError("format_needs", name=FORMAT.name, package="spacy", extra="spacy") from None
    vocab = Vocab()
    box = DocBin(store_user_data=True)
    for item in items:
        document, annotations = item.document, item.annotations
        words, spaces = _words(document, annotations.spans if annotations else ())
        doc = Doc(vocab, words=words, spaces=spaces)
        part: dict[str, Any] = {**carried.document_part(document, KEY), **told(meta=document.meta)}
        if annotations is not None:
            part |= _annotate(doc, annotations, schema)
        doc.user_data[carried.KEY] = json.dumps(part, ensure_ascii=False, allow_nan=False)
        box.add(doc)
    stream.write(box.to_bytes())


def _words(document: Document, spans: Sequence[Span]) -> tuple[list[str], list[bool]]:
    """Return spaCy's words and whether a space follows each: joined, they are the text again."""
    text = document.text
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in [*cut_tokens(document, ((span.start, span.end) for span in spans)), (len(text), len(text))]:
        between = text[at:start]
        if words and between.startswith(" "):
            spaces[-1], between = True, between[1:]
        for word in (between, text[start:end]):
            if word:
                words.append(word)
                spaces.append(False)
        at = end
    return words, spaces


def _annotate(doc: Doc, annotations: AnnotationSet, schema: Schema) -> dict[str, Any]:
    """Put spans and fields into a Doc; return what it has no place for."""
    ids = carried.source_ids(annotations)
    made = {
        span.id: doc.char_span(span.start, span.end, label=span.label, span_id=ids[span.id])
        for span in annotations.spans
    }
    layers = dict.fromkeys([*carried.span_layers(schema), *(span.layer for span in annotations.spans)])
    for layer in layers:  # also those that only another project's schema had
        doc.spans[layer] = [made[span.id] for span in annotations.spans if span.layer == layer]
    end = 0
    outermost = []
    for span in annotations.spans:
        if span.layer == "entity" and span.start >= end:
            outermost.append(made[span.id])
            end = span.end
    doc.ents = outermost
    for label in annotations.document_labels:
        values = label.value if isinstance(label.value, list) else [label.value]
        doc.cats |= {f"{label.label}={value}": 1.0 for value in values if isinstance(value, str)}
    parts = {
        ids[span.id]: {**carried.span_part(span, span.attributes, KEY), **told(fragments=span.fragments)}
        for span in annotations.spans
    }
    relations = [
        {
            "label": one.label, "from": ids[one.source], "to": ids[one.target], **told(id=one.source_id),
            **carried.relation_part(one, KEY),
        }
        for one in annotations.relations
    ]  # fmt: skip
    return {
        "set": carried.set_part(annotations, KEY),
        **told(
            spans={number: part for number, part in parts.items() if part},
            relations=relations,
            labels=carried.label_parts(annotations.document_labels, KEY),
        ),
    }


FORMAT = Format(
    name="spacy",
    title=QT_TRANSLATE_NOOP("formats", "spaCy's DocBin for training: spans by layer, entities, all else as JSON"),
    extensions=(".spacy",),
    example="doc.ents, doc.spans[\"commitment\"], doc.cats, doc.user_data[\"peyman\"] (not a text)",
    holds=EVERYTHING,
    write=write,
)
