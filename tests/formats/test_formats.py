"""The list of formats: what it promises of each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import peyman
import peyman.__main__  # brings in everybody's sentences
from peyman.core.errors import MESSAGES, PeymanError
from peyman.formats import FORMATS, Format, format_for
from peyman.formats.base import EVERYTHING, Thing, loses_nothing

PACKAGE = Path(peyman.__file__).parent


def test_names_and_extensions_belong_to_one_format_each() -> None:
    names = [f.name for f in FORMATS]
    extensions = [extension for f in FORMATS for extension in f.extensions]
    assert len(set(names)) == len(names)
    assert len(set(extensions)) == len(extensions)
    assert all(re.fullmatch(r"(\.[a-z0-9]+)+", extension) for extension in extensions)


@pytest.mark.parametrize("known", FORMATS, ids=lambda f: f.name)
def test_a_format_shows_itself_and_does_something(known: Format) -> None:
    assert known.title
    assert known.example
    assert known.read or known.is_writable
    assert known.holds <= set(get_args(Thing))


@pytest.mark.parametrize("known", [f for f in FORMATS if f.is_writable], ids=lambda f: f.name)
def test_a_writer_that_holds_less_than_everything_counts_its_losses(known: Format) -> None:
    assert known.holds == EVERYTHING or known.plan is not loses_nothing


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [("a.txt", None, "text"), ("خبر.JSONL", None, "jsonl"), ("a.txt", "jsonl", "jsonl"), ("a", "csv", "csv"),
     ("a.ANN", None, "brat"), ("b.bio", None, "conll"), ("a.b.tsv", None, "webanno-tsv")],
)
def test_a_format_is_found_by_name_or_extension(path: str, name: str | None, expected: str) -> None:
    assert format_for(Path(path), name).name == expected


@pytest.mark.parametrize(
    ("name", "sentence", "known"),
    [
        ("brat9", "There is no format “brat9”. Choose one of: {known}.", [f.name for f in FORMATS]),
        (
            None,
            "“a.odt” does not show its format: its name ends in none of {known}. "
            "Name the format, or rename the file.",
            [extension for f in FORMATS if f.is_writable for extension in f.extensions],
        ),
    ],
)
def test_an_unknown_format_is_refused_with_the_known_ones(name: str | None, sentence: str, known: list[str]) -> None:
    with pytest.raises(PeymanError) as caught:
        format_for(Path("x/a.odt"), name)
    assert str(caught.value) == sentence.format(known=", ".join(known))


@pytest.mark.parametrize("module", ["formats/*.py", "exchange/*.py", "cli.py", "__main__.py"])
def test_every_error_has_its_sentence(module: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob(module))
    codes = set(re.findall(r'(?:PeymanError|\.fail|Loss|tally\.add)\(\s*"(\w+)"', source))
    assert codes
    assert codes - MESSAGES.keys() == set()
