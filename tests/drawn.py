"""Documents and annotation sets as Hypothesis draws them: every kind of letter, blank, span and value."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from core.making import default_schema
from peyman.core.decode import guess_title, text_hash
from peyman.core.model import (
    STATES,
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Extent,
    Json,
    Relation,
    SetKind,
    SetState,
    Span,
    derived_id,
    new_id,
)
from peyman.core.schema import Attribute

SCHEMA = default_schema()

LETTERS = "Baku علی‌رضا می‌خواهم 🙂 👩‍👩‍👧 مُحَمَّد الله é e\u0301 « » ، 20 ۲۰۲۵ Москва \u200f \ufeff \" \\ =1 '"
SPACES = [" ", "  ", "\u00a0", "\t", "\n", "\r\n", "\r", "\u2028", "\u0085", "\x0b"]
WORDS = st.sampled_from([*LETTERS.split(" "), *SPACES])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: "".join([*words, "!x"]))
STRINGS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
VISIBLE = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(STRINGS, VALUES, max_size=2)
FOREIGN = st.dictionaries(STRINGS.map(lambda key: f"x-{key}"), VALUES, max_size=2)
SPAN_LABELS = [
    (layer, label.id) for layer in ("entity", "commitment", "argument") for label in SCHEMA.layers[layer].labels
]
ROLES = [label.id for label in SCHEMA.layers["role"].labels]
FIELDS = [attribute.id for attribute in SCHEMA.layers["document"].attributes]


@st.composite
def identities(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """An id of our own making or from a file, with or without the one it had there, which others may share."""
    source = draw(st.sampled_from(["", f"e{number}", f"{number}", "same", "آ", "0192f0c1-2b3c-7d4e-8f50-0123456789ab"]))
    own = draw(st.booleans())
    return {"id": new_id() if own else derived_id(number, source, str(number)), "source_id": source}


def values_of(attribute: Attribute) -> st.SearchStrategy[Json]:
    """Values that fit an attribute of the schema, and some that do not."""
    ids = [choice.id for choice in attribute.choices]
    fitting: dict[str, st.SearchStrategy[Json]] = {
        "choice": st.sampled_from(ids or ["x"]),
        "multi": st.lists(st.sampled_from(ids or ["x"]), max_size=3, unique=True),
        "norm": st.fixed_dictionaries({"value": VALUES}),
        "number": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    }
    return fitting.get(attribute.kind, STRINGS) | VALUES | STRINGS


@st.composite
def attributes(draw: st.DrawFn, layer: str) -> dict[str, Json]:
    by_id = {attribute.id: attribute for attribute in SCHEMA.layers[layer].attributes}
    names = draw(st.lists(st.sampled_from(list(by_id)), max_size=3, unique=True)) if by_id else []
    return {**{name: draw(values_of(by_id[name])) for name in names}, **draw(TABLES)}


@st.composite
def spans(draw: st.DrawFn, text: str, number: int) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    cuts = sorted(draw(st.sets(st.integers(start, end), max_size=4)))
    fragments: tuple[Extent, ...] = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    layer, label = draw(st.sampled_from(SPAN_LABELS))
    return Span(
        layer=layer, label=label, start=start, end=end, quote=text[start:end], fragments=fragments,
        attributes=draw(attributes(layer)), note=draw(STRINGS), doubt=draw(STRINGS), origin=draw(STRINGS),
        foreign=draw(FOREIGN), **draw(identities(number)),
    )  # fmt: skip


@st.composite
def annotation_sets(draw: st.DrawFn, document: Document, annotator: str, kind: SetKind) -> AnnotationSet:
    found = [draw(spans(document.text, number)) for number in range(draw(st.integers(0, 5)))]
    records: list[Annotation] = list(found)
    pairs = [(c, s) for c in found if c.layer == "commitment" for s in found if s is not c]
    if pairs:
        ends = st.tuples(st.sampled_from(pairs).map(lambda pair: (pair[0].id, pair[1].id)), st.sampled_from(ROLES))
        for (source, target), role in draw(st.lists(ends, max_size=4, unique=True)):
            relation = Relation(
                layer="role", label=role, source=source, target=target, note=draw(STRINGS),
                foreign=draw(FOREIGN), **draw(identities(len(records))),
            )  # fmt: skip
            records.append(relation)
    for label in draw(st.lists(st.sampled_from(FIELDS), max_size=2, unique=True)):
        identity = draw(identities(len(records)))
        records.append(
            DocumentLabel(layer="document", label=label, value=draw(VALUES), foreign=draw(FOREIGN), **identity)
        )
    state = SetState(new_id(), draw(st.sampled_from(STATES)), draw(STRINGS), draw(STRINGS))
    return AnnotationSet(
        id=state.id, number=0, document_id=document.id, annotator=annotator, kind=kind, state=state,
        annotations={record.id: record for record in sorted(records, key=lambda r: r.id)}, foreign=draw(FOREIGN),
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn, text: str, name: str) -> Document:
    return Document(
        id=new_id(), name=name, title=draw(st.just(guess_title(text)) | STRINGS), text=text, sha256=text_hash(text),
        language=draw(st.sampled_from(["ru", "en", "az", "other"])), direction=draw(st.sampled_from(["rtl", "ltr"])),
        encoding=draw(st.sampled_from(["utf-8", "windows-1256"])), meta=draw(TABLES), foreign=draw(FOREIGN),
    )  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> list[tuple[Document, list[AnnotationSet]]]:
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))
    names = VISIBLE | VISIBLE.map(lambda name: f"{name}.txt")
    titles = draw(st.lists(names, min_size=len(texts), max_size=len(texts), unique=True))
    corpus: list[tuple[Document, list[AnnotationSet]]] = []
    for text, name in zip(texts, titles, strict=True):
        document = draw(documents(text, name))
        kinds: list[SetKind] = ["annotation", "gold"]
        owners = draw(
            st.lists(
                st.tuples(st.sampled_from(["Sara", "علی", "reference"]), st.sampled_from(kinds)),
                max_size=3,
                unique=True,
            )
        )
        corpus.append((document, [draw(annotation_sets(document, *owner)) for owner in owners]))
    return corpus


@st.composite
def items(draw: st.DrawFn) -> list[AnnotatedDocument]:
    """What an exporter is given."""
    return [
        AnnotatedDocument(document, found)
        for document, sets in draw(corpora())
        for found in sets or [None]  # type: ignore[list-item]
    ]
