"""spaCy's DocBin: spaCy itself loads what we write. Runs where spaCy is installed (the extra `spacy`)."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from hypothesis import given

from drawn import SCHEMA, items
from peyman import paths
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.formats import docbin, jsonl
from told import said


def test_without_spacy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy.tokens", None)
    with pytest.raises(PeymanError) as caught:
        docbin.write([], io.BytesIO(), SCHEMA)
    assert str(caught.value) == (
        'The format “spacy” needs spacy, which is not installed here. Run: pip install "peyman[spacy]"'
    )


def loaded(given_items: list[AnnotatedDocument]) -> list[Any]:
    tokens = pytest.importorskip("spacy.tokens")
    vocab = pytest.importorskip("spacy.vocab").Vocab()
    stream = io.BytesIO()
    docbin.write(given_items, stream, SCHEMA)
    return list(tokens.DocBin().from_bytes(stream.getvalue()).get_docs(vocab))


@given(items())
def test_spacy_reads_text_spans_and_all_else(given_items: list[AnnotatedDocument]) -> None:
    for doc, item in zip(loaded(given_items), given_items, strict=True):
        told = said(item)
        assert doc.text == item.document.text
        spans = [
            (layer, span.label_, span.start_char, span.end_char, span.text)
            for layer in doc.spans
            for span in doc.spans[layer]
        ]
        wanted = [(s["layer"], s["label"], s["start"], s["end"], s["quote"]) for s in told.get("spans", [])]
        assert sorted(spans) == sorted(wanted)
        part = json.loads(doc.user_data["peyman"])
        assert part["name"] == item.document.name
        assert [(one["label"], one.get("note", "")) for one in part.get("relations", [])] == [
            (one.label, one.note) for one in (item.annotations.relations if item.annotations else ())
        ]
        assert {one["label"]: one["value"] for one in part.get("labels", [])} == {
            name: value for name, (value, _) in told.get("labels", {}).items()
        }


def test_the_sample_has_its_outermost_entities() -> None:
    given_items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), SCHEMA))
    docs = loaded(given_items)
    assert sum(len(doc.spans["entity"]) for doc in docs) == 148
    assert sum(len(doc.spans["commitment"]) for doc in docs) == 25
    assert all(doc.ents for doc in docs)
    assert {cat for doc in docs for cat in doc.cats} == set()
