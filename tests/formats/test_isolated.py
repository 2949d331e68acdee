"""Reading in a process of its own: nothing is changed on the way, and whatever happens there is one sentence here."""

from __future__ import annotations

import json
import os
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from drawn import SCHEMA, items
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, Document
from peyman.formats import Options, format_for, jsonl
from peyman.formats.isolated import CancelledError, Isolated, packed, unpacked

DATA = Path(__file__).parents[1] / "data" / "formats"
TEXT, JSONL = format_for(Path(), "text"), format_for(Path(), "jsonl")


@pytest.fixture(scope="module")
def reader() -> Iterator[Isolated]:
    with Isolated(SCHEMA) as made:
        yield made


def child(folder: Path, body: str) -> list[str]:
    """A child of another kind: it takes the greeting and a request, and then does what `body` says."""
    script = folder / "child.py"
    script.write_text("import sys, time, os\nsys.stdin.readline(); sys.stdin.readline()\n" + textwrap.dedent(body))
    return [sys.executable, str(script)]


@settings(max_examples=settings().max_examples // 3)
@given(items())
def test_what_is_sent_arrives(drawn: list[AnnotatedDocument]) -> None:
    for item in drawn:
        again = unpacked(json.loads(json.dumps(packed(item))))
        assert again.document == item.document
        if item.annotations is None:
            assert again.annotations is None
        else:
            # Where a set stands in a project and whose suggestions were rejected is nothing of a file's.
            assert again.annotations == replace(item.annotations, number=0, rejections={}, state=replace(
                item.annotations.state, id=item.annotations.id))  # fmt: skip


def test_a_file_reads_there_as_it_reads_here(reader: Isolated) -> None:
    for name in ("full.jsonl", "label_studio.json", "inception/sara.xmi", "articles/news.html"):
        path = DATA / name
        chosen = format_for(path, "jsonl" if name.endswith("jsonl") else None)
        assert chosen.read is not None
        options = Options(labels={"entity": {"PERSON": "PER"}}, annotator="Sara")

        def told(read: Callable[[], Iterator[AnnotatedDocument]]) -> Any:
            try:
                return list(read())
            except PeymanError as error:
                return str(error)

        here = told(lambda: chosen.read(path, SCHEMA, options))  # type: ignore[misc]  # noqa: B023
        assert told(lambda: reader.read(chosen, path, options)) == here  # noqa: B023
        assert here


def test_errors_come_with_their_data_and_the_child_goes_on(reader: Isolated, tmp_path: Path) -> None:
    before = reader._child
    for path in sorted((DATA / "bad").iterdir())[:5]:
        with pytest.raises(PeymanError) as here:
            list(jsonl.read(path, SCHEMA))
        with pytest.raises(PeymanError) as there:
            list(reader.read(JSONL, path, Options()))
        assert (there.value.code, str(there.value)) == (here.value.code, str(here.value))
    with pytest.raises(FileNotFoundError) as caught:
        list(reader.read(TEXT, tmp_path / "nothing.txt", Options()))
    assert caught.value.filename == str(tmp_path / "nothing.txt")
    assert before is None or reader._child is before


def test_a_name_that_is_no_unicode_arrives(reader: Isolated, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text("One")
    (item,) = reader.read(TEXT, path, Options())
    assert item.document.name == path.name


def test_the_child_asks_for_texts_that_the_project_has(reader: Isolated, tmp_path: Path) -> None:
    (first, *_) = jsonl.read(DATA / "full.jsonl", SCHEMA)
    asked: list[tuple[str, str]] = []

    def known(sha256: str, name: str) -> Document | None:
        asked.append((sha256, name))
        return replace(first.document, tokens=((0, 3),), tokenizer="x")

    path = tmp_path / "a.conll"
    word = first.document.text.split()[0]
    mark = json.dumps({"name": first.document.name, "sha256": first.document.sha256})
    path.write_text(f"-DOCSTART- {mark}\n\n{word} O\n")
    (item,) = reader.read(format_for(path), path, Options(annotator="Sara", known=known))
    assert asked[0][0] == first.document.sha256
    assert item.document.text == first.document.text


def test_the_child_tells_which_values_a_file_has_for_an_option(reader: Isolated, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x,y\n1,2\n")
    told: dict[str, tuple[str, ...]] = {}
    with pytest.raises(PeymanError, match="x"):
        list(reader.read(format_for(path), path, Options(offered=told.__setitem__)))
    assert told == dict.fromkeys(("text", "name", "title", "date"), ("x", "y"))


def test_stopping_in_the_middle_leaves_nothing_of_it_for_the_next_file(reader: Isolated) -> None:
    answers = reader.read(JSONL, DATA / "full.jsonl", Options())
    next(answers)
    answers.close()
    assert [item.document.name for item in reader.read(JSONL, DATA / "full.jsonl", Options())][-1] == "second.txt"


# What a child may do -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("time.sleep(600)", "reader_time"),
        ("os._exit(9)", "reader_memory"),
        ("sys.exit(1)", "reader_failed"),
        ("raise ImportError", "reader_failed"),
        ("print('[\"known\", \"\", \"x\"]', flush=True); sys.exit(1)", "reader_memory"),
        ("print('{}')", "reader_failed"),
        ("print('[\"item\", [], null]')", "reader_failed"),
        ("print('[' * 50000)", "reader_failed"),
        ("print('[\"memory\"]')", "reader_memory"),
        ("print('[\"crash\", \"KeyError: 7\"]')", "reader_failed"),
        ("while True: sys.stdout.write('x' * 10000)", "reader_output"),
        ("while True: print('[\"known\", \"\", \"\"]', flush=True); sys.stdin.readline()", "reader_output"),
    ],
)
def test_a_child_out_of_hand_is_one_sentence(body: str, code: str, tmp_path: Path) -> None:
    limits: dict[str, Any] = {"patience": 1.0, "longest": 100_000, "most": 200_000}
    with Isolated(SCHEMA, command=child(tmp_path, body), **limits) as reader:
        for _ in range(2):  # and the next file has a new one
            with pytest.raises(PeymanError) as caught:
                list(reader.read(TEXT, tmp_path / "a.txt", Options()))
            assert caught.value.code == code
            assert "“a.txt”" in str(caught.value)


def test_a_text_that_is_not_what_it_says_it_is_is_refused(tmp_path: Path) -> None:
    (item, *_) = jsonl.read(DATA / "full.jsonl", SCHEMA)
    message = json.dumps(["item", *packed(replace(item, document=replace(item.document, text="Another")))])
    command = child(tmp_path, f"print({message!r})")
    with Isolated(SCHEMA, command=command) as reader, pytest.raises(PeymanError) as caught:
        list(reader.read(TEXT, tmp_path / "a.txt", Options()))
    assert caught.value.code == "reader_failed"


def test_it_can_be_cancelled_while_nothing_comes(tmp_path: Path) -> None:
    with Isolated(SCHEMA, command=child(tmp_path, "time.sleep(600)")) as reader, pytest.raises(CancelledError):
        list(reader.read(TEXT, tmp_path / "a.txt", Options(), cancelled=lambda: True))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its limit of addresses")
def test_memory_has_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": [' + b"[]," * (5 << 20) + b"1]}")
    with Isolated(SCHEMA, memory=300 << 20) as reader:
        with pytest.raises(PeymanError) as caught:
            list(reader.read(JSONL, path, Options()))
        assert str(caught.value) == "“a.jsonl” needs more than 300 MB of memory to be read. Split it, or restore it."
        (tmp_path / "b.txt").write_text("One")
        assert [item.document.text for item in reader.read(TEXT, tmp_path / "b.txt", Options())] == ["One"]
