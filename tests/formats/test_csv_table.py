"""The table of commitments: what a row holds, safety in spreadsheets, and what is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman import paths
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema
from peyman.exchange import read_schema
from peyman.formats import csv_table, jsonl
from peyman.formats.csv_table import RISKY, guarded, unguarded

DATA = Path(__file__).parents[1] / "data" / "formats"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_schema()


def table(items: Iterable[AnnotatedDocument], schema: Schema) -> bytes:
    stream = io.BytesIO()
    csv_table.write(items, stream, schema)
    assert not stream.closed
    return stream.getvalue()


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_golden_table(schema: Schema) -> None:
    items = list(jsonl.read(DATA / "full.jsonl", schema))
    assert table(items, schema) == (DATA / "full.csv").read_bytes()


def test_a_row_says_everything_about_its_commitment(schema: Schema) -> None:
    first, second = rows_of((DATA / "full.csv").read_bytes())
    assert (first["article"], first["annotator"], first["state"]) == ("خبر ۱.txt", "سارا", "finished")
    assert (first["type"], first["super_type"]) == ("pledge", "commissive")
    assert (first["status"], first["sectors"], first["polarity"]) == ("proposed", "transport | trade", "positive")
    assert first["role_committer"] == "علی‌رضا احمدی"
    assert first["role_object"] == "باکو و گنجه | باکو"
    assert first["sentence"] == "«علی‌رضا احمدی»، استاندار باکو و گنجه، قول داد که راه‌آهن ساخته شود."
    assert (first["start"], first["end"], first["quote"]) == ("48", "76", "قول داد که راه‌آهن ساخته شود")
    assert (first["document_mode"], first["document_outlet"]) == ("in_person", "ایرنا")
    assert first["document_parties"] == "GPE:IR"  # the annotator's own answer goes before what came along
    assert first["document_pub_date"] == '{"text": "۱۲ اردیبهشت ۱۴۰۳", "iso": "2024-05-01"}'
    assert first["commitment_id"] == "c1"
    assert second["quote"] == "'=SUM(A1) 20"
    assert second["role_place"] == "باکو"


def test_every_commitment_of_the_sample_has_its_row(schema: Schema) -> None:
    items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), schema))
    data = table(items, schema)
    rows = rows_of(data)
    commitments = [
        (item.document, span)
        for item in items
        if item.annotations is not None
        for span in item.annotations.spans
        if span.layer == "commitment"
    ]
    assert len(rows) == len(commitments) == 25
    for row, (document, span) in zip(rows, commitments, strict=True):
        assert document.text[int(row["start"]) : int(row["end"])] == unguarded(row["quote"])
        assert unguarded(row["sentence"]) in document.text
        assert span.quote in unguarded(row["sentence"])
        assert row["super_type"] in ("commissive", "directive", "assertive")


def test_rows_end_as_rfc_4180_says_after_a_byte_order_mark(schema: Schema) -> None:
    data = table(jsonl.read(paths.seeds("sample_gold.jsonl"), schema), schema)
    assert data.startswith(b"\xef\xbb\xbfarticle,")
    assert data.endswith(b"\r\n")
    outside_quotes = b"".join(data.split(b'"')[::2])
    assert outside_quotes.count(b"\n") == outside_quotes.count(b"\r\n") == 26


@pytest.mark.parametrize(
    "attack",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", "'=1", "'",
        '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_no_cell_of_text_is_a_formula(attack: str, schema: Schema) -> None:
    item = next(iter(jsonl.read(DATA / "full.jsonl", schema)))
    assert item.annotations is not None
    commitment = replace(next(s for s in item.annotations.spans if s.source_id == "c1"), note=attack)
    changed = {**item.annotations.annotations, commitment.id: commitment}
    document = replace(item.document, name=attack, title=attack, meta={"outlet": attack, "via": [attack]})
    annotations = replace(item.annotations, annotator=attack, annotations=changed)
    row = rows_of(table([AnnotatedDocument(document, annotations)], schema))[0]
    for column in ("article", "title", "annotator", "note", "document_outlet", "document_via"):
        assert row[column] == "'" + attack
    assert all(not cell.startswith(RISKY[:-1]) for cell in row.values())


def test_numbers_stay_numbers(schema: Schema) -> None:
    item = next(iter(jsonl.read(DATA / "full.jsonl", schema)))
    document = replace(item.document, meta={"venue": -5, "dateline": "-5", "outlet": True, "rank": -7})
    row = rows_of(table([replace(item, document=document)], schema))[0]
    assert (row["document_venue"], row["document_dateline"], row["document_outlet"]) == ("-5", "'-5", "true")
    assert row["document_other"] == "rank: -7"


@given(st.text() | st.tuples(st.sampled_from(RISKY), st.text()).map("".join))
def test_guarding_is_reversible_and_leaves_nothing_risky(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(RISKY[:-1])
    assert guarded(text) in (text, "'" + text)


def test_losses_are_counted_with_examples(schema: Schema) -> None:
    losses = {loss.code: loss for loss in csv_table.plan(jsonl.read(DATA / "full.jsonl", schema), schema)}
    assert {code: loss.count for code, loss in losses.items()} == {
        "csv_loss_texts": 2,  # one of them stands on two lines
        "csv_loss_documents": 2,
        "csv_loss_spans": 2,  # e2 and the argument with its own UUID
        "csv_loss_fillers": 3,
        "csv_loss_fragments": 1,
        "csv_loss_notes": 3,  # note and doubt of e1, note of r1
        "csv_loss_attributes": 1,
        "csv_loss_foreign": 8,
    }
    assert losses["csv_loss_attributes"].examples == ("خبر ۱.txt: c1",)
    assert str(losses["csv_loss_fragments"]) == "1 discontinuous spans are written as one stretch"
