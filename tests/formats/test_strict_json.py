"""JSON objects in a stream: found whatever lies between them, with their lines, in little memory."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.errors import PeymanError
from peyman.formats import strict_json
from peyman.formats.strict_json import Table, numbered_objects

VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 2.5, "", "متن 🙂", '"\\{[', "a\nb", [], [{"x": [1, 2]}], {"y": {}}]
)
OBJECTS = st.dictionaries(st.sampled_from(["text", "label", "ب", "}"]), VALUES, max_size=3)
BLANKS = st.sampled_from(["", " ", "\n", "\r\n\t", "\n" * 3])


def found(data: str) -> list[tuple[int, dict[str, Any]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.json")
        path.write_text(data, encoding="utf-8", newline="")
        return list(numbered_objects(path))


@given(st.lists(st.tuples(OBJECTS, BLANKS, BLANKS), max_size=5), st.booleans(), st.sampled_from([None, 1]))
def test_objects_are_found_with_their_lines(
    parts: list[tuple[dict[str, Any], str, str]], in_list: bool, indent: int | None
) -> None:
    text, wanted = "[" if in_list else "", []
    for number, (value, before, after) in enumerate(parts):
        text += ("," if in_list and number else "") + before
        wanted.append((text.count("\n") + 1, value))
        text += json.dumps(value, ensure_ascii=False, indent=indent) + after
    assert found(text + ("]\n" if in_list else "")) == wanted


@pytest.mark.parametrize("size", [1 << 15, 1 << 16, (1 << 16) + 1, 300_000])
def test_objects_of_any_length_are_read_whole(size: int) -> None:
    values = [{"text": "🙂" * size}, {"text": "é"}, {"text": "x" * size}]
    assert [value for _, value in found("\n".join(json.dumps(v, ensure_ascii=False) for v in values))] == values


def test_an_object_that_does_not_end_is_refused_at_the_cap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "LINE_CAP", 100_000)
    path = tmp_path / "a.json"
    path.write_text('\n{"text": "' + "x" * 1_000_000)
    with pytest.raises(PeymanError) as caught:
        list(numbered_objects(path))
    assert (caught.value.code, caught.value.data["line"]) == ("json_large", 2)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('[\n{"a": 1},\n {"b": }\n]', "json_broken", 3, 8),
        ('{"a": 1}\n{"b":\n  oops}', "json_broken", 3, 3),
        ('{"a": 1} {"b": }', "json_broken", 1, 16),
        ('{"a": 1}\n{"b": 2} {"c": "' + "x" * 70_000 + '"} {}  {"d": }', "json_broken", 2, 70_030),
        ('{"a": 1}\n\n]', "json_between", 3, None),
        ('[\n{"a": 1}\n{"b": 2}]', "json_between", 3, None),
        ('{"a": 1}\nnull', "json_between", 2, None),
    ],
)
def test_errors_name_the_place(text: str, code: str, line: int, column: int | None) -> None:
    with pytest.raises(PeymanError) as caught:
        found(text)
    assert (caught.value.code, caught.value.data["line"], caught.value.data.get("column")) == (code, line, column)


def test_bytes_that_are_no_utf8_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"a": 1}\n{"b": "\xd8\xa8\xff"}')
    with pytest.raises(PeymanError) as caught:
        list(numbered_objects(path))
    assert (caught.value.code, caught.value.data["line"], caught.value.data["byte"]) == ("json_encoding", 2, 10)


def test_memory_does_not_grow_with_the_number_of_objects(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as stream:
        stream.write("[")
        for number in range(100):
            stream.write(("," if number else "") + json.dumps({"text": "x" * 100_000}))
        stream.write("]")
    tracemalloc.start()
    try:
        assert sum(1 for _ in numbered_objects(path)) == 100
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size / 5


def test_a_table_takes_null_for_missing_and_knows_what_was_not_asked() -> None:
    table = Table({"a": None, "b": 1, "c": "", "d": [], "e": "kept"}, "f.json", 3, "task 1")
    assert table.get("a", str, "usual") == "usual"
    assert table.get("b", int) == 1
    assert table.foreign() == {"e": "kept"}
    assert table.foreign("b", known=("e",)) == {"b": 1}
    with pytest.raises(PeymanError, match=r"“f\.json”, line 3, task 1: the key “a” is missing"):
        table.get("a", str)
    with pytest.raises(PeymanError, match="must be true or false"):
        table.get("b", bool)
