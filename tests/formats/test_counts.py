"""Each two-way format on the sample project: what goes out comes in, by layer and label, but for what it said."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from pathlib import Path

import pytest

from peyman import paths
from peyman.core.model import AnnotatedDocument, Document
from peyman.core.schema import Schema
from peyman.formats import FORMATS, Format, Options, jsonl
from peyman.formats.base import EVERYTHING, Folder
from peyman.formats.building import SetBuilder, plain_document

TWO_WAYS = [f for f in FORMATS if f.read and f.is_writable and not f.articles_in]


def counts(items: list[AnnotatedDocument], *layers: str) -> Counter[tuple[str, str, str]]:
    """How many annotations of these layers there are, by text, layer and label."""
    return Counter(
        (item.document.sha256, annotation.layer, annotation.label)
        for item in items
        if item.annotations
        for annotation in item.annotations.annotations.values()
        if annotation.layer in layers
    )


def there_and_back(
    chosen: Format, items: list[AnnotatedDocument], schema: Schema, folder: Path
) -> list[AnnotatedDocument]:
    if chosen.write_folder is not None:
        chosen.write_folder(items, Folder(folder), schema, Options())
    else:
        assert chosen.write is not None
        with (folder / f"all{chosen.extensions[0]}").open("wb") as stream:
            chosen.write(items, stream, schema, Options())
    texts = {item.document.sha256: item.document for item in items}

    def known(sha256: str, name: str) -> Document | None:
        return texts.get(sha256) or next((one for one in texts.values() if one.name == name), None)

    assert chosen.read is not None
    found = sorted(path for path in folder.rglob("*") if path.name.endswith(chosen.extensions))
    options = Options(annotator="reference", known=known)
    return [item for path in found for item in chosen.read(path, schema, options)]


@pytest.mark.parametrize("chosen", TWO_WAYS, ids=lambda f: f.name)
def test_what_goes_out_comes_in(chosen: Format, schema: Schema, tmp_path: Path) -> None:
    items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), schema))
    back = there_and_back(chosen, items, schema, tmp_path)
    assert {item.document.sha256 for item in back} == {item.document.sha256 for item in items}
    lost = {loss.code: loss.count for loss in chosen.plan(items, schema, Options())}
    if chosen.name == "conll":  # one layer, its outermost spans
        before, after = counts(items, "entity"), counts(back, "entity")
        assert after <= before
        assert before.total() - after.total() <= sum(lost.values())
        assert after.total() > 100
    else:
        layers = ("entity", "commitment", "argument", "role")
        assert counts(back, *layers) == counts(items, *layers)
        if "document labels" in chosen.holds:
            assert counts(back, "document") == counts(items, "document")
    assert not (lost and chosen.holds == EVERYTHING)


@pytest.mark.parametrize("chosen", [f for f in FORMATS if f.is_writable], ids=lambda f: f.name)
def test_what_the_schema_lacks_is_written_or_counted(chosen: Format, schema: Schema, tmp_path: Path) -> None:
    """A merge may bring layers, labels and fields of a schema that is not ours."""
    if chosen.name == "spacy":
        pytest.importorskip("spacy")
    document = plain_document("a.txt", "Zaid promised a house in Baku.\n")
    builder = SetBuilder(document, "sara", "a")
    beast = builder.add_span("beast", "oddbeast", 0, 4, where="", source_id="beast")
    builder.add_span("entity", "oddentity", 25, 29, where="", source_id="entity")
    for label in ("pledge", "oddpledge"):
        commitment = builder.add_span("commitment", label, 0, 30, where="", source_id=label)
        assert builder.add_role("oddrole", commitment, beast, source_id=f"{label}>beast")
    builder.add_label("oddfield", "oddvalue", source_id="field")
    items = [AnnotatedDocument(document, builder.made())]
    counted = [example for loss in chosen.plan(items, schema, Options()) for example in loss.examples]
    written = ""
    if chosen.write_folder is not None:
        chosen.write_folder(items, Folder(tmp_path), schema, Options())
        written = "".join(path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    else:
        assert chosen.write is not None
        stream = io.BytesIO()
        chosen.write(items, stream, schema, Options())
        written = _plain(chosen, stream.getvalue())
    for number, told in (
        ("beast", "oddbeast"), ("entity", "oddentity"), ("oddpledge", "oddpledge"), ("pledge>beast", "oddrole"),
        ("field", "oddvalue"),
    ):  # fmt: skip
        assert told in written or f"a.txt: {number}" in counted, number


def _plain(chosen: Format, data: bytes) -> str:
    """What stands in a file, unpacked where it is packed."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if chosen.name == "spacy":
        data = zlib.decompress(data)
    return data.decode("utf-8", "replace")
