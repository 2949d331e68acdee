"""Out and in again: what comes back is what went out, but for what the plan declared lost."""

from __future__ import annotations

import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from drawn import SCHEMA, items
from peyman.core.model import AnnotatedDocument, AnnotationSet, Span
from peyman.core.schema import Schema
from peyman.formats import FORMATS, Format, Options
from peyman.formats.base import Folder
from peyman.formats.words import words

BRAT, CONLL, TSV = (next(f for f in FORMATS if f.name == name) for name in ("brat", "conll", "webanno-tsv"))
Content = tuple[Any, ...]


def written(chosen: Format, folder: Path, drawn: list[AnnotatedDocument], schema: Schema) -> list[Path]:
    """Write to a folder, and return the files that a reader is given."""
    assert chosen.write_folder is not None
    chosen.write_folder(drawn, Folder(folder), schema, Options())
    return sorted(path for path in folder.rglob("*") if path.suffix in chosen.extensions)


def read_all(chosen: Format, paths: list[Path], options: Options | None = None) -> Iterator[AnnotatedDocument]:
    assert chosen.read is not None
    for path in paths:
        yield from chosen.read(path, SCHEMA, options or Options())


def by_owner(drawn: list[AnnotatedDocument]) -> dict[Content, AnnotationSet]:
    return {
        (item.document.text, item.annotations.annotator, item.annotations.kind): item.annotations
        for item in drawn
        if item.annotations is not None
    }


def plain(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=dict)


def span_content(span: Span) -> Content:
    """All that a span says, apart from ids."""
    return (
        span.layer, span.label, span.start, span.end, span.fragments, plain(span.attributes), span.note, span.doubt,
        span.origin, plain(span.foreign),
    )  # fmt: skip


def roles(annotations: AnnotationSet, contents: dict[Any, Content]) -> Counter[Content]:
    return Counter(
        (relation.label, contents[relation.source], contents[relation.target])
        for relation in annotations.relations
        if relation.source in contents and relation.target in contents
    )


def losses(chosen: Format, drawn: list[AnnotatedDocument], options: Options | None = None) -> dict[str, int]:
    return {loss.code: loss.count for loss in chosen.plan(drawn, SCHEMA, options or Options())}


@settings(max_examples=settings().max_examples // 3)
@given(items())
def test_brat_brings_back_every_span_and_role(drawn: list[AnnotatedDocument]) -> None:
    with tempfile.TemporaryDirectory() as name:
        back = by_owner(list(read_all(BRAT, written(BRAT, Path(name), drawn, SCHEMA))))
    wanted = by_owner(drawn)
    assert back.keys() == wanted.keys()
    blank = 0
    for owner, given_set in wanted.items():
        kept = {
            span.id: span_content(span)
            for span in given_set.spans
            if any(owner[0][a:b].strip("\r\n") for a, b in span.fragments or [(span.start, span.end)])
        }
        blank += len(given_set.spans) - len(kept)
        again = {span.id: span_content(span) for span in back[owner].spans}
        assert Counter(again.values()) == Counter(kept.values())
        assert roles(back[owner], again) == roles(given_set, kept)
    assert losses(BRAT, drawn).get("brat_loss_blank", 0) == blank


@settings(max_examples=settings().max_examples // 3)
@given(items())
def test_webanno_tsv_brings_back_every_span_and_role_but_blank_edges_and_fragments(
    drawn: list[AnnotatedDocument],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        back = by_owner(list(read_all(TSV, written(TSV, Path(name), drawn, SCHEMA))))
    wanted = by_owner(drawn)
    assert back.keys() == wanted.keys()
    blank = edges = 0
    for owner, given_set in wanted.items():
        text = owner[0]
        lead = len(text) - len(text.lstrip())  # blanks before the first word are kept as a word
        kept: dict[Any, Content] = {}
        for span in given_set.spans:
            inside = [n for n in range(span.start, span.end) if n < lead or not text[n].isspace()]
            if not inside:
                blank += 1
                continue
            start, end = inside[0], inside[-1] + 1
            edges += (start, end) != (span.start, span.end)
            content = span_content(span)
            kept[span.id] = (*content[:2], start, end, (), *content[5:])
        again = {span.id: span_content(span) for span in back[owner].spans}
        assert Counter(again.values()) == Counter(kept.values())
        assert roles(back[owner], again) == roles(given_set, kept)
    declared = losses(TSV, drawn)
    assert (declared.get("webanno_loss_blank", 0), declared.get("webanno_loss_edges", 0)) == (blank, edges)


@pytest.mark.parametrize("scheme", ["IOB2", "BIOES"])
@pytest.mark.parametrize("keep", ["outermost", "innermost"])
@settings(max_examples=settings().max_examples // 5)
@given(drawn=items())
def test_conll_brings_back_whole_words_of_one_layer(scheme: str, keep: str, drawn: list[AnnotatedDocument]) -> None:
    options = Options(
        {"layer": "commitment", "scheme": scheme, "keep": keep},
        known=lambda sha256, name: next((i.document for i in drawn if i.document.sha256 == sha256), None),
    )
    assert CONLL.write is not None
    stream = io.BytesIO()
    CONLL.write(drawn, stream, SCHEMA, options)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "a.conll")
        path.write_bytes(stream.getvalue())
        back = list(read_all(CONLL, [path], options))
    assert [item.document for item in back] == [item.document for item in drawn]
    assert by_owner(back).keys() == by_owner(drawn).keys()
    left = sum(item.annotations is not None and len(item.annotations.spans) for item in drawn)
    for owner, given_set in by_owner(drawn).items():
        document = next(item.document for item in drawn if item.document.text == owner[0])
        rows = list(words(document))
        taken: set[int] = set()
        expected = []
        spans = [span for span in given_set.spans if span.layer == "commitment"]
        for span in sorted(spans, key=lambda s: s.end - s.start) if keep == "innermost" else spans:
            touched = {n for n, (a, b) in enumerate(rows) if a < span.end and span.start < b}
            if touched and not touched & taken:
                taken |= touched
                expected.append((span.label, rows[min(touched)][0], rows[max(touched)][1]))
        found = [(span.label, span.start, span.end) for span in by_owner(back)[owner].spans]
        assert sorted(found) == sorted(expected)
        left -= len(found)
    declared = losses(CONLL, drawn, options)
    assert sum(declared.get(f"conll_loss_{name}", 0) for name in ("layers", "overlaps", "wordless")) == left


@pytest.mark.parametrize("chosen", [BRAT, TSV], ids=lambda f: f.name)
@settings(max_examples=settings().max_examples // 5)
@given(drawn=items())
def test_texts_come_back_to_the_byte_and_writing_again_gives_the_same(
    chosen: Format, drawn: list[AnnotatedDocument]
) -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        back = list(read_all(chosen, written(chosen, Path(first), drawn, SCHEMA)))
        assert {item.document.sha256 for item in back} <= {item.document.sha256 for item in drawn}
        assert {item.document.name for item in back if item.document.name.endswith(".txt")} >= {
            item.document.name for item in drawn if item.annotations is not None and item.document.name.endswith(".txt")
        }
        paths = written(chosen, Path(second), back, SCHEMA)
        again = by_owner(list(read_all(chosen, paths)))
    for owner, given_set in by_owner(back).items():
        assert Counter(map(span_content, again[owner].spans)) == Counter(map(span_content, given_set.spans))
