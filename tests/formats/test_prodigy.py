"""Prodigy: its tasks are understood, wrong files are refused, and what we write comes back whole."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from drawn import SCHEMA, items
from peyman import paths
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet
from peyman.formats import jsonl, prodigy
from peyman.formats.base import DEFAULTS, Options
from told import said

DATA = Path(__file__).parents[1] / "data" / "formats"


def written(given_items: list[AnnotatedDocument]) -> bytes:
    stream = io.BytesIO()
    prodigy.write(given_items, stream, SCHEMA)
    return stream.getvalue()


def read(folder: Path, data: bytes, options: Options = DEFAULTS) -> list[AnnotatedDocument]:
    path = folder / "bad.prodigy.jsonl"
    path.write_bytes(data)
    return list(prodigy.read(path, SCHEMA, options))


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


@settings(max_examples=settings().max_examples // 3)
@given(items())
def test_everything_comes_back(given_items: list[AnnotatedDocument]) -> None:
    with TemporaryDirectory() as folder:
        back = read(Path(folder), written(given_items))
    assert [said(item) for item in back] == [said(item) for item in given_items]


@settings(max_examples=settings().max_examples // 3)
@given(items())
def test_every_span_is_made_of_whole_tokens(given_items: list[AnnotatedDocument]) -> None:
    """Prodigy shows no span that begins or ends inside a token; tokens are stretches of the text, in order."""
    for line in written(given_items).splitlines():
        task = json.loads(line)
        tokens = task["tokens"]
        assert [token["id"] for token in tokens] == list(range(len(tokens)))
        assert all(task["text"][token["start"] : token["end"]] == token["text"] for token in tokens)
        assert all(a["end"] <= b["start"] for a, b in pairwise(tokens))
        for span in task.get("spans", []):
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        for relation in task.get("relations", []):
            assert relation["head"] == relation["head_span"]["token_end"]


def test_an_export_is_understood(tmp_path: Path) -> None:
    first, rejected, ignored, raw = read(tmp_path, (DATA / "prodigy.jsonl").read_bytes())
    sara = the_set(first)
    assert (first.document.name, first.document.meta["source"]) == ("a.txt", "wire")
    assert (sara.annotator, sara.state.state) == ("news-sara", "finished")
    assert [(s.layer, s.label, s.quote) for s in sara.spans] == [
        ("entity", "PER", "Ali Ahmadi"), ("entity", "GPE", "Baku"), ("commitment", "pledge", "promised a railway"),
    ]  # fmt: skip
    assert sara.spans[1].foreign == {"prodigy": {"source": "en_core_web_sm"}}
    (role,) = sara.relations
    assert (role.label, role.source, role.target) == ("committer", sara.spans[2].id, sara.spans[0].id)
    kept = sara.foreign["prodigy"]
    assert isinstance(kept, dict)
    assert kept["_input_hash"] == -400334998
    assert [one["label"] for one in kept["relations"]] == ["place"]  # type: ignore[index,union-attr,call-overload]
    assert the_set(rejected).spans == ()
    assert the_set(rejected).state.state == "skipped"
    assert the_set(rejected).foreign["prodigy"]["answer"] == "reject"  # type: ignore[index,call-overload]
    assert the_set(ignored).state.state == "skipped"
    assert raw.annotations is None


def test_what_was_kept_of_an_export_is_written_back(tmp_path: Path) -> None:
    original = [json.loads(line) for line in (DATA / "prodigy.jsonl").read_bytes().splitlines()]
    again = [json.loads(line) for line in written(read(tmp_path, (DATA / "prodigy.jsonl").read_bytes())).splitlines()]
    for before, after in zip(original, again, strict=True):
        same = {"_input_hash", "_task_hash", "_view_id", "_timestamp", "_session_id", "answer", "meta", "text"}
        assert {key: before[key] for key in same & before.keys()} == {key: after[key] for key in same & before.keys()}
    assert again[0]["relations"][-1] == original[0]["relations"][-1]
    assert again[1]["spans"] == original[1]["spans"]


def test_a_text_that_two_people_answered_has_two_sets(tmp_path: Path) -> None:
    data = b"".join(task(_session_id=name) + b"\n" for name in "ab")
    assert [the_set(item).annotator for item in read(tmp_path, data)] == ["a", "b"]


def marked(start: int, end: int, label: str = "GPE", **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label, **more}


def binary(span: dict[str, Any], answer: str = "accept", **more: Any) -> bytes:
    """A task as Prodigy asks about one span."""
    return task(spans=[span], answer=answer, _is_binary=True, **more) + b"\n"


def test_the_answers_of_one_person_about_one_text_are_one_set(tmp_path: Path) -> None:
    other = task(text="Moscow", spans=[marked(0, 6)]) + b"\n"
    wrong, unsure = marked(4, 6, "ORG", score=0.25), marked(0, 2)
    data = (
        binary(wrong, "reject", _task_hash=1)
        + binary(marked(0, 3, "PER"), _task_hash=2, meta={"score": 0.5})
        + other
        + binary(marked(7, 11), _task_hash=3)
        + binary(unsure, "ignore", _task_hash=4)
        + binary(marked(7, 11, score=0.75), _task_hash=5, _session_id="b")
        + binary(marked(7, 11, source="model"), _task_hash=3)
    )
    moscow, second, first = read(tmp_path, data)  # each where its last task stands
    assert moscow.document.text == "Moscow"
    a, b = the_set(first), the_set(second)
    assert (a.annotator, a.state.state) == ("a", "finished")
    assert [(s.label, s.quote) for s in a.spans] == [("PER", "Ali"), ("GPE", "Baku")]
    assert a.foreign == {"prodigy": {
        "_session_id": "a", "_is_binary": True, "_task_hash": 2, "meta": {"score": 0.5},
        "rejected": [{"_task_hash": 1, "answer": "reject", "spans": [wrong]}],
        "ignored": [{"_task_hash": 4, "answer": "ignore", "spans": [unsure]}],
        "repeated": [marked(7, 11, source="model")],
        "tasks": [{"_task_hash": 3}, {"_task_hash": 3}],
    }}  # fmt: skip
    assert (b.annotator, [s.quote for s in b.spans], b.document_id) == ("b", ["Baku"], a.document_id)


def test_where_nothing_was_accepted_the_set_is_skipped(tmp_path: Path) -> None:
    wrong, other = marked(0, 3), marked(4, 6)
    (item,) = read(tmp_path, binary(wrong, "reject") + binary(other, "reject"))
    assert (the_set(item).state.state, the_set(item).spans) == ("skipped", ())
    kept = the_set(item).foreign["prodigy"]
    assert isinstance(kept, dict)
    assert (kept["answer"], kept["spans"], kept["rejected"]) == (
        "reject", [wrong], [{"answer": "reject", "spans": [other]}],
    )  # fmt: skip
    (item,) = read(tmp_path, binary(wrong, "reject") + binary(other, "ignore"))
    assert (the_set(item).state.state, [s.quote for s in the_set(item).spans]) == ("skipped", ["in"])


def test_relations_lead_between_spans_of_their_own_task(tmp_path: Path) -> None:
    ends = {"head_span": marked(0, 11, "pledge"), "child_span": marked(0, 3, "PER")}
    first = task(spans=[marked(0, 3, "PER")]) + b"\n"
    second = task(spans=list(ends.values()), relations=[{"label": "committer", **ends}])
    (item,) = read(tmp_path, first + second)
    assert sorted(span.label for span in the_set(item).spans) == ["PER", "pledge"]
    assert [role.label for role in the_set(item).relations] == ["committer"]


def test_a_relation_finds_its_end_among_spans_that_say_the_same(tmp_path: Path) -> None:
    twins = [marked(0, 3, "PER", id="p1"), marked(0, 3, "PER", id="p2")]
    pledge = marked(0, 11, "pledge", id="c1")
    relation = {"label": "committer", "head_span": pledge, "child_span": twins[1]}
    given_items = read(tmp_path, task(spans=[*twins, pledge], relations=[relation]))
    for item in (*given_items, *read(tmp_path, written(given_items))):
        (role,) = the_set(item).relations
        assert next(s.source_id for s in the_set(item).spans if s.id == role.target) == "p2"


def test_ends_without_an_id_lead_to_none_of_several_spans_that_say_the_same(tmp_path: Path) -> None:
    pledge, twin = marked(0, 11, "pledge", id="c1"), marked(0, 3, "PER")
    relation = {"label": "committer", "head_span": pledge, "child_span": twin}
    for spans in ([pledge, twin, twin], [twin, twin, pledge, marked(7, 11, "GPE")]):
        (item,) = read(tmp_path, task(spans=spans, relations=[relation]))
        assert not the_set(item).relations
        assert the_set(item).foreign["prodigy"] == {"_session_id": "a", "relations": [relation]}


TOKENS = [
    {"text": word, "start": start, "end": start + len(word), "id": number}
    for number, (word, start) in enumerate([("Ali", 0), ("in", 4), ("Baku", 7)])
]


def test_spans_may_be_told_by_their_tokens(tmp_path: Path) -> None:
    whole = {"token_start": 0, "token_end": 2, "label": "pledge"}
    place = {"token_start": 2, "token_end": 2, "label": "GPE"}
    relations = [{"label": "object", "head_span": whole, "child_span": place}]
    (item,) = read(tmp_path, task(tokens=TOKENS, spans=[whole, place], relations=relations))
    assert {(span.quote, span.label) for span in the_set(item).spans} == {("Ali in Baku", "pledge"), ("Baku", "GPE")}
    assert [role.label for role in the_set(item).relations] == ["object"]


def test_keys_of_a_text_without_an_answer_are_kept_and_written_back(tmp_path: Path) -> None:
    raw = {"text": "Ali in Baku", "label": "INSULT", "foo": 1, "relations": [{"label": "x"}], "meta": {"a": 1}}
    (item,) = read(tmp_path, json.dumps(raw).encode())
    assert item.annotations is None
    assert item.document.foreign == {"prodigy": {"label": "INSULT", "foo": 1, "relations": [{"label": "x"}]}}
    again = json.loads(written([item]))
    assert {key: again[key] for key in raw} == raw
    assert read(tmp_path, written([item]))[0].document.foreign == item.document.foreign


def task(**values: Any) -> bytes:
    return json.dumps({"text": "Ali in Baku", "spans": [], "answer": "accept", "_session_id": "a", **values}).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\n", "jsonl_empty"),
        (b"[[]]", "json_between"),
        (task()[:-1], "json_broken"),
        (task() + b"\xff", "json_encoding"),
        (b'{"spans": []}', "json_missing"),
        (task(text=""), "text_empty"),
        (task(spans="none"), "json_type"),
        (task(spans=[{"start": 0, "end": 3}]), "json_missing"),
        (task(spans=[{"label": "PER"}]), "json_missing"),
        (task(spans=[{"token_start": 0, "token_end": 0, "label": "PER"}]), "prodigy_tokens"),
        (task(spans=[{"token_start": -1, "token_end": 2, "label": "PER"}], tokens=TOKENS), "prodigy_tokens"),
        (task(spans=[{"token_start": 2, "token_end": 1, "label": "PER"}], tokens=TOKENS), "prodigy_tokens"),
        (task(spans=[{"token_start": 0, "label": "PER"}], tokens=TOKENS), "json_missing"),
        (task(label=[[0, 3, "PER"]]).replace(b'"answer"', b'"x"').replace(b'"spans"', b'"y"'), "json_other_format"),
        (task(spans=[{"start": 0, "end": 3.0, "label": "PER"}]), "json_type"),
        (task(spans=[{"start": 0, "end": 12, "label": "PER"}]), "import_offsets"),
        (task(spans=[{"start": -3, "end": 3, "label": "PER"}]), "import_offsets"),
        (task(spans=[{"start": 3, "end": 3, "label": "PER"}]), "import_offsets"),
        (task(spans=[{"start": 1, "end": 4, "label": "PER", "text": "Ali"}]), "import_quote"),
        (task(spans=[{"start": 0, "end": 3, "label": "PERSON"}]), "labels_unknown"),
        (task(relations=[{"head": 0, "child": 1}]), "json_missing"),
        (task(spans=[{"start": 0, "end": 3, "label": "pledge"}, {"start": 0, "end": 3, "label": "PER"}],
              relations=[{"label": "knows", "head_span": {"start": 0, "end": 3, "label": "pledge"},
                          "child_span": {"start": 0, "end": 3, "label": "PER"}}]), "labels_unknown"),
        (task(tokens=[{"text": "Ali", "start": 1, "end": 4}]), "prodigy_token"),
        (task(tokens=[{"text": "x", "start": -11, "end": 3}]), "prodigy_token"),
        (task(spans=[{"start": 0, "end": 6, "label": "PER", "peyman": {"fragments": [[0, 9]]}}]), "import_fragments"),
        (task(spans=[{"start": 0, "end": 6, "label": "PER", "peyman": {"fragments": [[0]]}}]), "json_type"),
        (task(_session_id=None), "annotator_not_told"),
        (task(meta={"deep": None}).replace(b"null", b"[" * 60 + b"]" * 60, 1), "json_depth"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, data)
    assert caught.value.code == code
    assert "bad.prodigy.jsonl" in str(caught.value)


def test_spans_are_called_by_their_labels() -> None:
    given_items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), SCHEMA))
    tasks = [json.loads(line) for line in written(given_items).splitlines()]
    labels = [span["label"] for one in tasks for span in one["spans"]]
    assert labels.count("GPE") == sum(s.label == "GPE" for item in given_items for s in the_set(item).spans)
    assert sum(len(one["relations"]) for one in tasks) == 135
    assert {one["_annotator_id"] for one in tasks} == {"reference"}
