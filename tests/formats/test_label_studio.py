"""Label Studio: its own exports are understood, wrong files are refused, and what we write comes back whole."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn import SCHEMA, items
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet
from peyman.core.text import Utf16Map
from peyman.formats import jsonl, label_studio
from peyman.formats.base import Folder, Options
from told import said

DATA = Path(__file__).parents[1] / "data" / "formats"


def there_and_back(given_items: list[AnnotatedDocument], options: Options) -> list[AnnotatedDocument]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        label_studio.write(given_items, Folder(folder), SCHEMA, options)
        return list(label_studio.read(folder / "tasks.json", SCHEMA, options))


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


@settings(max_examples=settings().max_examples // 3)
@given(items(), st.sampled_from(["auto", "utf-16"]))
def test_everything_comes_back(given_items: list[AnnotatedDocument], unit: str) -> None:
    back = there_and_back(given_items, Options({"offsets": unit}))
    assert [said(item) for item in back] == [said(item) for item in given_items]


# Its own exports -------------------------------------------------------------------------------------------------


def test_an_export_is_understood() -> None:
    first, second, third, bare = label_studio.read(DATA / "label_studio.json", SCHEMA)
    document, sara = first.document, the_set(first)
    assert (document.name, document.language, document.direction) == ("خبر ۱.txt", "fa", "rtl")
    assert document.meta == {"name": "خبر ۱.txt", "url": "https://example.org/1", "outlet": "ایرنا"}
    assert document.foreign["label-studio"]["predictions"][0]["model_version"] == "v1"  # type: ignore[index,call-overload]
    assert [(s.layer, s.label, s.quote) for s in sara.spans] == [
        ("entity", "PER", "علی احمدی"), ("entity", "ROLE", "استاندار باکو"),
        ("commitment", "pledge", "قول داد که راه‌آهن بسازد"),
    ]  # fmt: skip
    person, office, pledge = sara.spans
    assert (person.start, person.end, person.note, person.source_id) == (2, 11, "یا احمدیان؟", "tX9aQ1")
    assert (office.attributes, office.origin) == ({"holder": "PER:Ahmadi"}, "prediction")
    assert pledge.attributes == {"sectors": ["transport", "trade"]}
    assert [(r.label, r.source, r.target) for r in sara.relations] == [
        ("committer", pledge.id, person.id), ("source", pledge.id, office.id),
    ]  # fmt: skip
    assert [(label.label, label.value) for label in sara.document_labels] == [("mode", "in_person")]
    others = [the_set(item) for item in (first, second, third)]
    assert [(s.annotator, s.kind, s.state.state) for s in others] == [
        ("Sara Karimi", "annotation", "finished"), ("user 5", "annotation", "skipped"), ("user 5", "gold", "finished"),
    ]  # fmt: skip
    assert bare.annotations is None
    assert bare.document.text == "Без разметки"


def test_what_has_no_place_with_us_is_kept_and_written_back(tmp_path: Path) -> None:
    original = json.loads((DATA / "label_studio.json").read_text(encoding="utf-8"))
    given_items = list(label_studio.read(DATA / "label_studio.json", SCHEMA))
    label_studio.write(given_items, Folder(tmp_path), SCHEMA, Options({"offsets": "utf-16"}))
    again = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    assert (again[0]["id"], again[0]["predictions"]) == (17, original[0]["predictions"])
    results = again[0]["annotations"][0]["result"]
    kinds = {"certainty", "quality"}
    assert [r for r in results if r.get("from_name") in kinds] == [
        r for r in original[0]["annotations"][0]["result"] if r.get("from_name") in kinds
    ]
    assert [r for r in results if r.get("direction") == "bi"] == [original[0]["annotations"][0]["result"][8]]
    assert next(r for r in results if r["id"] == "r0Le_2" and r["type"] == "labels")["score"] == 0.75
    assert again[0]["annotations"][0]["lead_time"] == 4.288


def plain_task(text: str = "Ali lives in Baku", *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    annotation = {"completed_by": {"email": "a@example.org"}, "result": list(results)}
    return {"data": {"text": text}, "annotations": [annotation], **more}


def region(start: int, end: int, text: str | None, label: str = "PER", **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label], **({} if text is None else {"text": text})}
    return {"id": f"r{start}", "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def read_tasks(folder: Path, *tasks: dict[str, Any], **values: str) -> list[AnnotatedDocument]:
    path = folder / "tasks.json"
    path.write_text(json.dumps(list(tasks), ensure_ascii=False), encoding="utf-8")
    return list(label_studio.read(path, SCHEMA, Options(values)))


@pytest.mark.parametrize("unit", ["utf-16", "code-points", "code-points-lf"])
def test_the_unit_of_offsets_is_found_by_the_quotes(tmp_path: Path, unit: str) -> None:
    text = "🙂\r\n🙂 Baku"
    start = {"utf-16": 7, "code-points": 5, "code-points-lf": 4}[unit]
    (item,) = read_tasks(tmp_path, plain_task(text, region(start, start + 4, "Baku", "GPE")))
    assert [(span.start, span.quote) for span in the_set(item).spans] == [(5, "Baku")]


def test_without_quotes_whole_words_tell_the_unit_or_else_it_is_asked(tmp_path: Path) -> None:
    text = "🙂 Ali in Baku"
    (item,) = read_tasks(tmp_path, plain_task(text, region(3, 6, None), region(10, 14, None, "GPE")))
    assert [span.quote for span in the_set(item).spans] == ["Ali", "Baku"]
    doubtful = plain_task("🙂🙂 aa bb", region(4, 5, None))
    with pytest.raises(PeymanError) as caught:
        read_tasks(tmp_path, doubtful)
    assert caught.value.code == "offsets_ambiguous"
    (item,) = read_tasks(tmp_path, doubtful, offsets="utf-16")
    assert the_set(item).spans[0].start == 2


def test_line_ends_in_a_quote_may_be_shown_as_spaces(tmp_path: Path) -> None:
    (item,) = read_tasks(tmp_path, plain_task("Ali\r\nAhmadi", region(0, 11, "Ali Ahmadi")))
    assert the_set(item).spans[0].quote == "Ali\r\nAhmadi"


def test_a_region_with_two_labels_is_two_spans(tmp_path: Path) -> None:
    both = region(13, 17, "Baku")
    both["value"]["labels"] = ["GPE", "pledge"]
    link = {"type": "relation", "from_id": "r13", "to_id": "r0", "labels": ["source"]}
    (item,) = read_tasks(tmp_path, plain_task("Ali lives in Baku", both, region(0, 3, "Ali"), link))
    assert sorted(span.label for span in the_set(item).spans) == ["GPE", "PER", "pledge"]
    assert [r.label for r in the_set(item).relations] == ["source"]


def test_of_a_relation_with_several_labels_only_those_are_kept_that_are_no_roles(tmp_path: Path) -> None:
    ends = [region(0, 17, "Ali lives in Baku", "pledge"), region(13, 17, "Baku", "GPE")]
    link = {"type": "relation", "from_id": "r0", "to_id": "r13", "labels": ["object", "near"]}
    (tmp_path / "tasks.json").write_text(json.dumps([plain_task("Ali lives in Baku", *ends, link)]), encoding="utf-8")
    (item,) = label_studio.read(tmp_path / "tasks.json", SCHEMA, Options(labels={"role": {"near": ""}}))
    assert [role.label for role in the_set(item).relations] == ["object"]
    label_studio.write([item], Folder(tmp_path / "out"), SCHEMA, Options())
    (task,) = json.loads((tmp_path / "out/tasks.json").read_bytes())
    results = task["annotations"][0]["result"]
    assert [result["labels"] for result in results if result["type"] == "relation"] == [["object"], ["near"]]


def test_two_answers_of_one_person_stay_two(tmp_path: Path) -> None:
    task = plain_task()
    task["annotations"] *= 2
    assert [the_set(item).annotator for item in read_tasks(tmp_path, task)] == ["a@example.org", "a@example.org (2)"]


@pytest.mark.parametrize("shape", ["list", "lines", "one after another", "byte order mark"])
def test_tasks_may_stand_in_a_list_or_on_lines(tmp_path: Path, shape: str) -> None:
    tasks = [plain_task("one"), plain_task("two")]
    texts = {
        "list": json.dumps(tasks, indent=2),
        "lines": "\n".join(map(json.dumps, tasks)) + "\r\n\n",
        "one after another": "".join(json.dumps(task, indent=1) for task in tasks),
        "byte order mark": "\ufeff" + json.dumps(tasks),
    }
    path = tmp_path / "a.json"
    path.write_text(texts[shape], encoding="utf-8", newline="")
    assert [item.document.text for item in label_studio.read(path, SCHEMA)] == ["one", "two"]


def test_old_versions_call_annotations_completions(tmp_path: Path) -> None:
    task = plain_task("Ali lives in Baku", region(13, 17, "Baku", "GPE"))
    task["completions"] = task.pop("annotations")
    (item,) = read_tasks(tmp_path, task)
    assert [span.quote for span in the_set(item).spans] == ["Baku"]
    assert "label-studio" not in item.document.foreign


def test_offsets_may_be_written_with_a_point(tmp_path: Path) -> None:
    (item,) = read_tasks(tmp_path, plain_task("Ali lives in Baku", region(13.0, 17.0, "Baku", "GPE")))  # type: ignore[arg-type]
    assert [(span.start, span.end) for span in the_set(item).spans] == [(13, 17)]


def minimal(**more: Any) -> dict[str, Any]:
    """A row as Label Studio exports JSON-MIN."""
    about = {"id": 7, "annotator": 1, "annotation_id": 4, "created_at": "x", "updated_at": "y", "lead_time": 3.2}
    value = {"start": 13, "end": 17, "text": "Baku", "labels": ["GPE"]}
    return {"text": "Ali lives in Baku", "ner": [value], **about, **more}


def test_the_regions_and_choices_of_json_min_are_read(tmp_path: Path) -> None:
    more = {"url": "u", "mode": {"choices": ["in_person"]}, "topics": ["a", "b"], "stars": [{"rating": 3}]}
    first, second = read_tasks(tmp_path, minimal(**more), minimal(annotator="sara", annotation_id=5))
    one, other = the_set(first), the_set(second)
    assert (one.annotator, other.annotator) == ("user 1", "sara")
    assert [(s.label, s.quote) for s in one.spans] == [(s.label, s.quote) for s in other.spans] == [("GPE", "Baku")]
    assert [(label.label, label.value) for label in one.document_labels] == [("mode", "in_person")]
    assert first.document.meta == {"url": "u"}
    assert first.document.foreign == {"label-studio": {"id": 7}}
    kept = one.foreign["label-studio"]
    assert isinstance(kept, dict)
    assert (kept["id"], kept["lead_time"]) == (4, 3.2)
    assert [result["value"] for result in kept["result"]] == [  # type: ignore[index,call-overload,union-attr]
        {"choices": ["a", "b"]}, {"rating": 3},
    ]  # fmt: skip


def test_bare_texts_are_articles(tmp_path: Path) -> None:
    first, second = read_tasks(tmp_path, {"id": 3, "text": "Baku", "url": "u", "tagged": [{"at": 0}]}, {"text": "Two"})
    assert first.annotations is second.annotations is None
    assert (first.document.text, first.document.meta) == ("Baku", {"url": "u"})
    assert first.document.foreign == {"label-studio": {"id": 3, "tagged": [{"at": 0}]}}


def test_addresses_are_not_kept(tmp_path: Path) -> None:
    person = {"id": 5, "email": "b@example.org", "first_name": "Bob"}
    task = plain_task(updated_by=[person], drafts=[{"user": "c@example.org", "result": [{"id": "x"}]}])
    task["annotations"][0] |= {"reviews": [{"created_by": person}], "last_created_by": person, "lead_time": 2}
    (item,) = read_tasks(tmp_path, task)
    assert item.document.foreign == {
        "label-studio": {"updated_by": [5], "drafts": [{"user": None, "result": [{"id": "x"}]}]}
    }
    assert the_set(item).annotator == "a@example.org"  # whose the annotations are
    assert the_set(item).foreign == {
        "label-studio": {"reviews": [{"created_by": 5}], "last_created_by": 5, "lead_time": 2}
    }


# Wrong files -----------------------------------------------------------------------------------------------------


TASK = json.dumps(plain_task("Ali lives in Baku", region(0, 3, "Ali")))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "jsonl_empty"),
        (b"[]", "jsonl_empty"),
        (b'"tasks"', "json_between"),
        (b"[1, 2]", "json_between"),
        (f"[{TASK} {TASK}]".encode(), "json_between"),
        (f"[{TASK},]".encode(), "json_between"),
        (f"[{TASK}".encode(), "json_between"),
        (f"[{TASK}] x".encode(), "json_between"),
        (TASK[:-5].encode(), "json_broken"),
        (b'{"data": {"text": "\xff"}}', "json_encoding"),
        (TASK.replace('"start": 0', '"start": NaN').encode(), "json_number"),
        (TASK.replace('"start": 0', '"start": 1e999').encode(), "json_number"),
        (TASK.replace('"start": 0', '"start": 0, "start": 1').encode(), "json_key_twice"),
        (TASK.replace("Ali lives", "Ali\\ud800 lives").encode(), "json_surrogate"),
        (TASK.replace("Ali lives", "Ali\\u0000lives").encode(), "json_nul"),
        (b'{"data": {"text": "x"}, "deep": ' + b"[" * 60 + b"]" * 60 + b"}", "json_depth"),
        (b'{"data": {"text": "x"}, "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "json_depth"),
        (TASK.replace('"PER"', '"PERSON"').encode(), "labels_unknown"),
        (TASK.replace('"start": 0', '"start": "/p[1]/text()[1]"').encode(), "label_studio_region"),
        (TASK.replace('"start": 0, "end": 3', '"start": 1, "end": 4').encode(), "offsets_none"),
        (TASK.replace('"end": 3', '"end": 99').encode(), "offsets_none"),
        (TASK.replace('"end": 3', '"end": -3').encode(), "offsets_none"),
        (TASK.replace('"end": 3', '"end": null').encode(), "json_missing"),
        (TASK.replace('"r0"', "5").encode(), "json_type"),
        (TASK.replace('"labels": ["PER"]', '"labels": "PER"').encode(), "json_type"),
        (b'{"annotations": []}', "json_missing"),
        (TASK.replace('"start": 0', '"start": 0.5').encode(), "label_studio_region"),
        (b'{"text": "Baku", "label": [[0, 4, "GPE"]]}', "json_other_format"),
        (b'{"annotation_id": 1, "annotator": 1, "text": 5}', "label_studio_text"),
        (b'{"data": {"image": 5}}', "label_studio_text"),
        (b'{"data": {"text": "  "}}', "text_empty"),
        (b'{"data": {"text": "x"}, "annotations": {}}', "json_type"),
        (b'{"data": {"text": "x"}, "annotations": [{"result": []}]}', "annotator_not_told"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}', "label_studio_cas"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(PeymanError) as caught:
        list(label_studio.read(path, SCHEMA))
    assert caught.value.code == code
    assert "bad.json" in str(caught.value)


def test_all_unknown_labels_are_named_or_mapped(tmp_path: Path) -> None:
    task = plain_task("Ali lives in Baku", region(0, 3, "Ali", "PERSON"), region(13, 17, "Baku", "CITY"))
    with pytest.raises(PeymanError, match="PERSON, CITY"):
        read_tasks(tmp_path, task)
    mapped = Options(labels={"entity": {"PERSON": "PER", "CITY": "GPE"}})
    (item,) = label_studio.read(tmp_path / "tasks.json", SCHEMA, mapped)
    assert [span.label for span in the_set(item).spans] == ["PER", "GPE"]


# What we write -----------------------------------------------------------------------------------------------------


def written(folder: Path, unit: str = "auto") -> list[dict[str, Any]]:
    given_items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))
    label_studio.write(given_items, Folder(folder), SCHEMA, Options({"offsets": unit}))
    found: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    return found


def test_regions_quote_the_text_in_either_unit(tmp_path: Path) -> None:
    for unit in ("auto", "utf-16"):
        folder = tmp_path / unit
        folder.mkdir()
        task = written(folder, unit)[0]
        text = task["data"]["text"]
        assert "🙂" in text
        turn = Utf16Map(text).from_utf16 if unit == "utf-16" else int
        places = [r["value"] for r in task["annotations"][0]["result"] if r["type"] == "labels"]
        assert len(places) == 7
        assert all(text[turn(v["start"]) : turn(v["end"])] == v["text"] for v in places)


def test_label_studio_imports_what_we_write(tmp_path: Path) -> None:
    """Its import refuses annotations of people it does not know, and wants a result in each."""
    tasks = written(tmp_path)
    assert [len(task["annotations"]) for task in tasks] == [2, 0]
    for annotation in (a for task in tasks for a in task["annotations"]):
        assert "completed_by" not in annotation
        assert isinstance(annotation["result"], list)
        regions = {result["id"] for result in annotation["result"] if result["type"] == "labels"}
        for result in annotation["result"]:
            if result["type"] == "relation":
                assert {result["from_id"], result["to_id"]} <= regions
            else:
                assert {"from_name", "to_name", "type", "value"} <= result.keys()


def test_the_configuration_has_every_control_that_results_name(tmp_path: Path) -> None:
    tasks = written(tmp_path)
    root = ElementTree.fromstring((tmp_path / "labelling_config.xml").read_text(encoding="utf-8"))
    named = {element.get("name"): element for element in root.iter() if element.get("name")}
    kinds = {"Labels": "labels", "Choices": "choices", "TextArea": "textarea", "Number": "number"}
    for result in (r for task in tasks for a in task["annotations"] for r in a["result"] if r["type"] != "relation"):
        control = named[result["from_name"]]
        assert kinds[control.tag] == result["type"]
        assert control.get("toName") == "text"
        values = {element.get("value") for element in control}
        chosen = result["value"].get("labels", result["value"].get("choices", []))
        assert set(chosen) <= values
    relations = {element.get("value") for element in root.iter("Relation")}
    assert relations == {label.id for label in SCHEMA.layer("role").labels}
    assert named["entity-sub"].get("perRegion") == "true"
    assert named["document-mode"].get("perRegion") is None


def test_the_plan_names_what_label_studio_forgets() -> None:
    given_items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))
    losses = {loss.code: loss.count for loss in label_studio.plan(given_items, SCHEMA)}
    assert losses == {"label_studio_loss_sets": 2, "label_studio_loss_states": 1, "label_studio_loss_notes": 1}
