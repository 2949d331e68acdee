"""Plain text in: the file's name, its encoding, and not one character changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyman import paths
from peyman.core.decode import MAX_LENGTH
from peyman.core.errors import PeymanError
from peyman.core.model import Document
from peyman.core.schema import Schema
from peyman.exchange import read_schema
from peyman.formats import text

PERSIAN = "استاندار اردبیل گفت: پل تازه‌ای در گنجه ساخته می‌شود.\r\n\r\nاین پیمان در باکو بسته شد.\r\n"
SEEDS = sorted(paths.seeds().glob("*.txt"))


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_schema()


def document_of(path: Path, schema: Schema) -> Document:
    (item,) = text.read(path, schema)
    assert item.annotations is None
    return item.document


@pytest.mark.parametrize(
    ("codec", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("windows-1256", "windows-1256"),
    ],
)
def test_a_text_is_kept_as_it_was_and_its_encoding_reported(
    codec: str, reported: str, tmp_path: Path, schema: Schema
) -> None:
    path = tmp_path / "خبر تازه.txt"
    content = PERSIAN.replace("ی", "ي").replace("\u200c", " ") if codec == "windows-1256" else PERSIAN
    path.write_bytes(content.encode(codec))
    document = document_of(path, schema)
    assert document.text == content
    assert document.encoding.replace("cp", "windows-") == reported
    assert (document.name, document.language, document.direction) == ("خبر تازه.txt", "fa", "rtl")
    assert document.title == content.split("\r\n")[0]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_the_seeds_come_in_unchanged(path: Path, schema: Schema) -> None:
    document = document_of(path, schema)
    assert document.text.encode() == path.read_bytes()
    assert document.language == ("ru" if path.name.startswith("004") else "fa")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "text_empty"),
        (b" \r\n\t", "text_empty"),
        (b"zero \0 byte", "text_nul"),
        (b"caf\xc3\xa9 " * 40 + b"\xff\xc3", "text_not_utf8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_name(data: bytes, code: str, tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(PeymanError) as caught:
        document_of(path, schema)
    assert (caught.value.code, caught.value.data["where"]) == (code, "x.txt")


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * MAX_LENGTH)  # a hole of 4 GB, which takes no room on the disk
    with pytest.raises(PeymanError) as caught:
        document_of(path, schema)
    assert caught.value.code == "text_too_long"
