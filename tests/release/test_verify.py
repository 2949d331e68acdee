"""What `verify` finds: any byte that changed, and whatever a forger with new checksums gets wrong."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import MEMORY, refused
from peyman.release.derived import Derived
from peyman.release.verify import verify
from release.publishing import (
    PEOPLE,
    add_gold,
    change_rows,
    gold_set,
    make_sample,
    make_small,
    publish,
    seal,
    short_article,
    wanted,
)

Forge = Callable[[Path], object]


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A small release; not to be changed."""
    with TemporaryDirectory(dir=MEMORY) as name:
        folder = Path(name)
        with make_small(folder / "p.peyman", 4) as project:
            add_gold(project, short_article(8))
            with project.batch("import"):
                for number in project.document_numbers():
                    one = gold_set(project.document(number), (1, 1, "PER"))
                    project.add_set(number, replace(one, annotator="Ann", kind="annotation"))
            publish(project, folder / "out", wanted("1/1/1"))
        yield folder / "out"


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "out"))


@given(st.data())
def test_every_byte_that_changed_is_found(made: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(path for path in made.rglob("*") if path.is_file())))
    before = file.read_bytes()
    place = data.draw(st.integers(0, len(before)))
    kind = data.draw(st.sampled_from(["flip", "add", "drop"] if place < len(before) else ["add"]))
    changed = {
        "flip": lambda: before[:place] + bytes([before[place] ^ data.draw(st.integers(1, 255))]) + before[place + 1 :],
        "add": lambda: before[:place] + bytes([data.draw(st.integers(0, 255))]) + before[place:],
        "drop": lambda: before[:place] + before[place + 1 :],
    }[kind]()
    try:
        file.write_bytes(changed)
        with patch.object(Derived, "problems", return_value=[]):  # the checksums alone must find it
            problems = verify(made)
    finally:
        file.write_bytes(before)
    assert problems
    assert all(str(problem) for problem in problems)
    name = file.relative_to(made).as_posix()
    assert any(problem.code.startswith("verify_") for problem in problems), name


def test_files_that_are_gone_or_new_are_named(out: Path) -> None:
    (out / "LOSSES.txt").unlink()
    (out / "extra.txt").write_text("x", encoding="utf-8")
    assert [(p.code, p.data["file"]) for p in verify(out)] == [
        ("verify_missing", "LOSSES.txt"), ("verify_extra", "extra.txt")
    ]  # fmt: skip


def rows(split: str, change: Callable[[list[dict[str, Any]]], object]) -> Forge:
    return lambda out: change_rows(out / "data" / "gold" / f"{split}.jsonl", change)


def text(name: str, old: str, new: str) -> Forge:
    def forge(out: Path) -> None:
        before = (out / name).read_text(encoding="utf-8")
        assert old in before
        (out / name).write_text(before.replace(old, new, 1), encoding="utf-8")

    return forge


def told(name: str, change: Callable[[Any], object]) -> Forge:
    def forge(out: Path) -> None:
        content = json.loads((out / name).read_text(encoding="utf-8"))
        change(content)
        (out / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    return forge


def copy_to_test(config: str) -> Forge:
    def forge(out: Path) -> None:
        line = (out / f"data/{config}/train.jsonl").read_bytes().splitlines(keepends=True)[0]
        with (out / f"data/{config}/test.jsonl").open("ab") as stream:
            stream.write(line)

    return forge


def first(pattern: str) -> Callable[[Path], str]:
    """Find a file of a release by a pattern."""
    return lambda out: sorted(out.glob(pattern))[0].relative_to(out).as_posix()


def text_in(pattern: str, old: str, new: str) -> Forge:
    return lambda out: text(first(pattern)(out), old, new)(out)


def add_types(out: Path) -> None:
    """Another tool's type, and an annotation of it."""
    text("xmi/TypeSystem.xml", "</types>", "<typeDescription><name>custom.X</name><description/><supertypeName>"
         "uima.tcas.Annotation</supertypeName><features/></typeDescription></types>")(out)  # fmt: skip


def nearly_copy_to_test(out: Path) -> None:
    row = json.loads((out / "data/gold/train.jsonl").read_bytes().splitlines()[0])
    row |= {"id": "other.txt", "sha256": "0" * 64, "text": row["text"] + " و"}
    with (out / "data/gold/test.jsonl").open("ab") as stream:
        stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


FORGERIES: list[tuple[str, Forge]] = [
    ("check_quote", rows("train", lambda r: r[0]["spans"][0].update(quote="x"))),
    ("check_quote", rows("train", lambda r: r[0]["spans"][0].update(end=r[0]["spans"][0]["end"] + 1))),
    ("verify_span", rows("train", lambda r: r[0]["spans"][0].update(start=5, end=5, quote=""))),
    ("verify_span", rows("train", lambda r: r[0]["spans"][0].update(end=10**6))),
    ("check_label", rows("train", lambda r: r[0]["spans"][0].update(label="NOSUCH"))),
    ("check_label", rows("train", lambda r: r[0]["labels"].append({"label": "nosuch", "value": "1"}))),
    ("check_role", rows("train", lambda r: r[0]["relations"].append(
        {"id": "R1", "layer": "role", "label": "source", "source": "T1", "target": "T9"}))),
    ("check_placement", rows("train", lambda r: r[0]["spans"].append({**r[0]["spans"][0], "id": "T9"}))),
    ("release_row", rows("train", lambda r: r[0]["spans"].append(r[0]["spans"][0]))),
    ("release_row", rows("train", lambda r: r[0].update(complete="yes"))),
    ("release_row", rows("train", lambda r: r[0].pop("title"))),
    ("release_row", rows("train", lambda r: r[0]["spans"][0].update(start=1.5))),
    ("json_no_object", rows("train", lambda r: r[0]["spans"][0].update(attributes="[]"))),
    ("json_syntax", rows("train", lambda r: r[0]["spans"][0].update(attributes="{"))),
    ("json_syntax", lambda out: (out / "data/gold/train.jsonl").write_bytes(b"{\n")),
    ("json_encoding", lambda out: (out / "data/gold/train.jsonl").write_bytes(b"\xff\n")),
    ("json_no_object", lambda out: (out / "release.json").write_bytes(b"[]")),
    ("verify_unreadable", lambda out: (out / "release.json").write_bytes(b'{"format": "peyman-release/1"}')),
    ("verify_unreadable", lambda out: (out / "splits.json").write_bytes(b'{"articles": [3]}')),
    ("verify_unreadable", lambda out: (out / "croissant.json").write_bytes(b'{"distribution": 3}')),
    ("verify_unreadable", lambda out: (out / "README.md").unlink()),
    ("verify_unreadable", lambda out: (out / "schema.toml").write_bytes(b"\xff")),
    ("verify_unreadable", lambda out: (out / "schema.toml").unlink()),
    ("verify_unreadable", text("README.md", "num_examples: 2", f"num_examples: {'9' * 5000}")),
    ("schema_syntax", lambda out: (out / "schema.toml").write_bytes(b"]")),
    ("verify_changed", text("schema.toml", "# ", "## ")),
    ("verify_text", rows("train", lambda r: r[0].update(text=r[0]["text"] + "!"))),
    ("verify_count", rows("train", lambda r: r.pop())),
    ("verify_count", rows("train", lambda r: r[0]["spans"].pop())),
    ("verify_count", text("README.md", "| articles | 2 |", "| articles | 3 |")),
    ("verify_count", text("README.md", "num_examples: 2", "num_examples: 3")),
    ("verify_count", text("README.md", "| entity/ORG | ", "| entity/PER | ")),
    ("verify_count", told("release.json", lambda c: c["counts"]["gold"]["train"].update(characters=7))),
    ("verify_count", told("release.json", lambda c: c["counts"]["gold"].pop("test"))),
    ("verify_twice", copy_to_test("gold")),
    ("verify_twice", copy_to_test("annotators")),
    ("verify_near", nearly_copy_to_test),
    ("verify_split", told("splits.json", lambda c: c["articles"].pop())),
    ("verify_split", told("splits.json", lambda c: c["articles"][0].update(split="test"))),
    ("verify_group", told("splits.json", lambda c: [one.update(group="g") for one in c["articles"]])),
    ("verify_croissant", told("croissant.json", lambda c: c["distribution"][0].update(sha256="0" * 64))),
    ("verify_croissant", told("croissant.json", lambda c: c["distribution"].pop())),
    ("verify_line", text("conll/train.entity.conll", "B-ROLE", "B-ORG")),
    ("verify_line", text("conll/train.entity.conll", "\tO\n", "\tB-GPE\n")),
    ("verify_line", text("conll/train.commitment.conll", "\n", "\n#\n")),
    ("verify_differs", lambda out: shutil.copyfile(out / "conll/test.entity.conll", out / "conll/train.entity.conll")),
    ("verify_line", lambda out: (out / "conll/train.entity.conll").write_bytes(b"")),
    ("verify_unreadable", text("conll/train.entity.conll", "B-ROLE", "B_ROLE")),
    ("verify_missing", lambda out: (out / "conll/test.entity.conll").unlink()),
    ("verify_missing", lambda out: shutil.rmtree(out / "conll")),
    ("verify_differs", text_in("xmi/*/CURATION_USER.xmi", 'label="ROLE"', 'label="ORG"')),
    ("verify_differs", text_in("xmi/*/CURATION_USER.xmi", 'identifier="T1"', 'identifier="T7"')),
    ("verify_differs", text_in("xmi/*/CURATION_USER.xmi", 'sofaString="', 'sofaString="!')),
    ("verify_differs", add_types),
    ("verify_unreadable", text_in("xmi/*/CURATION_USER.xmi", "<xmi:XMI", "<!DOCTYPE x><xmi:XMI")),
    ("verify_unreadable", text("xmi/TypeSystem.xml", "</types>", "")),
    ("verify_missing", lambda out: (out / first("xmi/*/*.xmi")(out)).unlink()),
    ("verify_missing", lambda out: (out / "xmi/TypeSystem.xml").unlink()),
    ("verify_missing", lambda out: shutil.rmtree(out / "xmi")),
    ("verify_extra", lambda out: shutil.copytree(out / "xmi", out / "xmi" / "more")),
    ("verify_extra", lambda out: (out / "conll/more.conll").write_bytes(b"")),
    ("verify_finished", rows("train", lambda r: r[0].update(complete=False))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "forge"), FORGERIES)
def test_what_a_forger_gets_wrong_is_found(out: Path, code: str, forge: Forge) -> None:
    assert verify(out) == []
    forge(out)
    seal(out)
    problems = verify(out)
    assert code in [problem.code for problem in problems]
    assert all(str(problem) for problem in problems)


@pytest.mark.parametrize("pattern", ["xmi/*/*.xmi", "conll/*.conll"])
def test_another_format_is_checked_against_all_kinds_of_annotations(tmp_path: Path, pattern: str) -> None:
    with make_sample(tmp_path / "p.peyman", people=PEOPLE[:1]) as project:
        publish(project, tmp_path / "out", wanted("1/1"))
    out = tmp_path / "out"
    assert verify(out) == []
    for other in sorted(out.glob("data/gold/*.jsonl")):
        change_rows(other, lambda rows: [row["spans"][0].update(label="nosuch") for row in rows])
    said = {str(p.data.get("file")) for p in verify(out) if p.code in ("verify_line", "verify_differs")}
    assert {one.relative_to(out).as_posix() for one in out.glob(pattern)} & said


def test_a_release_of_an_older_version_does_not_say_which_formats_it_has(out: Path) -> None:
    told("release.json", lambda c: c.pop("formats"))(out)
    seal(out)
    assert verify(out) == []
    shutil.rmtree(out / "xmi")
    seal(out)
    assert verify(out) == []


def test_what_cannot_be_read_here_is_said_to_be_unchecked(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    problems = verify(out)
    assert {problem.code for problem in problems} == {"verify_unchecked"}
    assert {str(problem.data["file"]).partition("/")[0] for problem in problems} == {"xmi"}


def test_parquet_must_be_there_and_say_what_the_rows_say(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow.parquet")
    files = [out / f"parquet/gold/{split}.parquet" for split in ("train", "test")]

    def found() -> list[str]:
        seal(out)
        return [problem.code for problem in verify(out)]

    whole = files[0].read_bytes()
    shutil.copyfile(files[1], files[0])
    assert found() == ["verify_differs"]
    files[0].write_bytes(b"PAR1")
    assert found() == ["verify_unreadable"]
    files[0].unlink()
    assert found() == ["verify_missing"]
    files[0].write_bytes(whole)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert set(found()) == {"verify_unchecked"}


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with refused("release_foreign"):
            verify(folder)
