"""What no map can bring in, and what a map leaves out: kept and counted by kind, alike in all formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drawn import SCHEMA
from peyman.core.decode import text_hash
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet
from peyman.formats import format_for
from peyman.formats.base import Folder, Options
from peyman.formats.foreign import BOOKKEEPING, by_kind, kept_things

TEXT = "Ali pledged Baku"
PLACES = {"Ali": (0, 3), "pledged": (4, 11), "Baku": (12, 16)}
TSV = "\n".join([
    "#FORMAT=WebAnno TSV 3.3", "#T_SP=x.Thing|label", "#T_RL=x.Rel|label|BT_x.Thing", "", "", f"#Text={TEXT}",
    "1-1\t0-3\tAli\t{Ali}\t_\t_\t", "1-2\t4-11\tpledged\t{pledged}\t_\t_\t",
    "1-3\t12-16\tBaku\t{Baku}\t{relation}\t{number}\t", "",
])  # fmt: skip
XMI = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///custom.ecore"
 xmi:version="2.0"><cas:NULL xmi:id="0"/>{things}
<custom:Rel xmi:id="9" sofa="7" begin="12" end="16" label="{relation}" Governor="{source}" Dependent="3"/>
<cas:Sofa xmi:id="7" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Ali pledged Baku"/>
<cas:View sofa="7" members="1 2 3 9"/></xmi:XMI>
"""
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{types}</types></typeSystemDescription>
"""
_FEATURE = (
    "<featureDescription><name>{}</name><description/><rangeTypeName>{}</rangeTypeName></featureDescription>"
)


def _type(name: str, *features: tuple[str, str]) -> str:
    inside = "".join(_FEATURE.format(*feature) for feature in features)
    return (
        f"<typeDescription><name>{name}</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>"
        f"<features>{inside}</features></typeDescription>"
    )


def files(name: str, labels: dict[str, str], source: str, relation: str) -> dict[str, str]:
    """Return a file of a format, and what lies beside it: three words with labels, and a relation to the last."""
    number = dict(zip(PLACES, (1, 2, 3), strict=True))
    spans = [(number[word], *PLACES[word], word, label) for word, label in labels.items()]
    if name == "doccano":
        entities = [{"id": i, "label": label, "start_offset": a, "end_offset": b} for i, a, b, _, label in spans]
        relations = [{"id": 1, "from_id": number[source], "to_id": 3, "type": relation}]
        return {"a.doccano.jsonl": json.dumps({"text": TEXT, "entities": entities, "relations": relations})}
    if name == "prodigy":
        task: dict[str, Any] = {"text": TEXT, "answer": "accept"}
        places = {w: {"start": a, "end": b, "label": label} for _, a, b, w, label in spans}
        task |= {"spans": list(places.values())}
        task |= {"relations": [{"head_span": places[source], "child_span": places["Baku"], "label": relation}]}
        return {"a.prodigy.jsonl": json.dumps(task)}
    if name == "label-studio":
        regions: list[dict[str, Any]] = [
            {"id": str(i), "type": "labels", "from_name": "l", "to_name": "t",
             "value": {"start": a, "end": b, "text": w, "labels": [label]}}
            for i, a, b, w, label in spans
        ]  # fmt: skip
        regions.append({"type": "relation", "from_id": str(number[source]), "to_id": "3", "labels": [relation]})
        return {"a.json": json.dumps([{"data": {"text": TEXT}, "annotations": [{"result": regions}]}])}
    if name == "webanno-tsv":
        return {"a.tsv": TSV.format(**labels, relation=relation, number=f"1-{number[source]}")}
    if name == "xmi":
        things = "".join(
            f'<custom:Thing xmi:id="{i}" sofa="7" begin="{a}" end="{b}" label="{label}"/>'
            for i, a, b, _, label in spans
        )
        text, end = ("label", "uima.cas.String"), "uima.tcas.Annotation"
        types = _type("custom.Thing", text) + _type("custom.Rel", text, ("Governor", end), ("Dependent", end))
        return {
            "a.xmi": XMI.format(things=things, relation=relation, source=number[source]),
            "TypeSystem.xml": TYPES.format(types=types),
        }
    lines = [f"T{i}\t{label} {a} {b}\t{w}" for i, a, b, w, label in spans]
    return {"a.ann": "\n".join([*lines, f"R1\t{relation} Arg1:T{number[source]} Arg2:T3", ""]), "a.txt": TEXT}


FORMATS = ["doccano", "prodigy", "label-studio", "webanno-tsv", "xmi", "brat"]
OURS = {"Ali": "PER", "pledged": "pledge", "Baku": "GPE"}


def read(folder: Path, name: str, given: dict[str, str], options: Options) -> AnnotatedDocument:
    for file, text in given.items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    reader = format_for(Path(), name).read
    assert reader is not None
    (item,) = reader(folder / next(iter(given)), SCHEMA, options)
    return item


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def kinds(item: AnnotatedDocument) -> dict[str, int]:
    """Count what a set keeps, without bookkeeping."""
    found = [kind for kind, _ in kept_things(the_set(item).foreign)]
    found += [kind for one in the_set(item).spans for kind, _ in kept_things(one.foreign)]
    return {kind: found.count(kind) for kind in found if kind != BOOKKEEPING}


def mapped(**labels: dict[str, str]) -> Options:
    return Options(labels=labels, annotator="me")


@pytest.mark.parametrize("name", FORMATS)
def test_a_relation_that_leads_from_no_commitment_is_kept_whatever_its_label(name: str, tmp_path: Path) -> None:
    for relation in ("near", "object"):  # not even one that is called like a role
        item = read(tmp_path, name, files(name, OURS, "Ali", relation), mapped(role={"near": "object"}))
        assert not the_set(item).relations
        assert len(the_set(item).spans) == 3
        assert kinds(item) == {f"relation {relation}": 1}


@pytest.mark.parametrize("name", FORMATS[:5])
def test_the_label_of_one_that_does_is_asked_for_and_heeded(name: str, tmp_path: Path) -> None:
    given = files(name, OURS, "pledged", "near")
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, name, given, mapped())
    assert caught.value.data["unknown"] == [{"layers": ["role"], "label": "near", "example": ""}]
    item = read(tmp_path, name, given, mapped(role={"near": "object"}))
    assert [relation.label for relation in the_set(item).relations] == ["object"]
    assert kinds(item) == {}
    item = read(tmp_path, name, given, mapped(role={"near": ""}))
    assert not the_set(item).relations
    assert kinds(item) == {"relation near": 1}


@pytest.mark.parametrize("name", FORMATS)
def test_all_labels_are_asked_for_at_once(name: str, tmp_path: Path) -> None:
    given = files(name, {"Ali": "Who", "pledged": "Vow", "Baku": "GPE"}, "pledged", "near")
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, name, given, mapped())
    layers = ["entity", "commitment", "argument"]
    told = {entry["label"]: (entry["layers"], entry["example"]) for entry in caught.value.data["unknown"]}  # type: ignore[attr-defined]
    assert told == {"Who": (layers, "Ali"), "Vow": (layers, "pledged"), "near": (["role"], "")}
    assert str(caught.value.data["labels"]) == "Who, Vow (entity/commitment/argument); near (role)"


@pytest.mark.parametrize("name", FORMATS)
def test_a_label_that_is_mapped_to_nothing_is_kept_aside(name: str, tmp_path: Path) -> None:
    given = files(name, {**OURS, "Baku": "TOWN"}, "pledged", "object")
    item = read(tmp_path, name, given, mapped(entity={"TOWN": ""}))
    assert [span.quote for span in the_set(item).spans] == ["Ali", "pledged"]
    assert not the_set(item).relations
    aside = {"webanno-tsv": "layer Thing", "xmi": "layer Thing"}.get(name, "label TOWN")
    assert kinds(item) == {aside: 1, "relation object": 1}


@pytest.mark.parametrize("name", ["prodigy", "label-studio", "brat"])
def test_what_is_kept_aside_is_written_back(name: str, tmp_path: Path) -> None:
    options = mapped(entity={"TOWN": ""})
    item = read(tmp_path, name, files(name, {**OURS, "Baku": "TOWN"}, "Ali", "near"), options)
    out = tmp_path / "out"
    out.mkdir()
    chosen = format_for(Path(), name)
    if chosen.write_folder is not None:
        chosen.write_folder([item], Folder(out), SCHEMA, Options())
    else:
        assert chosen.write is not None
        with (out / f"a{chosen.extensions[0]}").open("wb") as stream:
            chosen.write([item], stream, SCHEMA, Options())
    assert not chosen.plan([item], SCHEMA, Options()) or name == "label-studio"
    (path,) = (path for path in out.rglob(f"*{chosen.extensions[0]}"))
    assert chosen.read is not None
    (back,) = chosen.read(path, SCHEMA, options)
    assert kinds(back) == kinds(item) == {"label TOWN": 1, "relation near": 1}
    assert [span.quote for span in the_set(back).spans] == ["Ali", "pledged"]


def test_an_event_of_brat_keeps_the_roles_that_it_cannot_have(tmp_path: Path) -> None:
    lines = ["T1\tPER 0 3\tAli", "T2\tpledge 4 11\tpledged", "T3\tTOWN 12 16\tBaku", "R4\tnear Arg1:T1 Arg2:T3",
             "E1\tpledge:T2 committer:T1 object:T3 Why:T1", "A1\tsure E1"]  # fmt: skip
    given = {"a.ann": "\n".join([*lines, ""]), "a.txt": TEXT}
    item = read(tmp_path, "brat", given, mapped(entity={"TOWN": ""}, role={"Why": ""}))
    assert [relation.label for relation in the_set(item).relations] == ["committer"]
    assert kinds(item) == {"label TOWN": 1, "relation near": 1, "relation object": 1, "relation Why": 1}
    item = read(tmp_path, "brat", given, mapped(entity={"TOWN": "GPE"}, commitment={"pledge": ""}))
    assert [span.label for span in the_set(item).spans] == ["PER", "GPE"]
    assert kinds(item) == {"label pledge": 1, "event pledge": 1, "relation near": 1, "attribute sure": 1}


def test_our_own_format_and_words_with_tags_keep_labels_aside(tmp_path: Path) -> None:
    spans = [
        {"id": word, "layer": layer, "label": label, "start": PLACES[word][0], "end": PLACES[word][1], "quote": word}
        for word, layer, label in (("pledged", "commitment", "pledge"), ("Baku", "entity", "TOWN"))
    ]
    role = {"id": "r", "layer": "role", "label": "object", "source": "pledged", "target": "Baku"}
    line = {"format": "peyman-jsonl/1", "document": {"name": "a", "sha256": text_hash(TEXT)}, "text": TEXT,
            "annotator": "me", "role": "annotator", "state": "finished", "spans": spans,
            "relations": [role]}  # fmt: skip
    options = mapped(entity={"TOWN": ""})
    item = read(tmp_path, "jsonl", {"a.jsonl": json.dumps(line)}, options)
    assert [span.label for span in the_set(item).spans] == ["pledge"]
    assert kinds(item) == {"label TOWN": 1, "relation object": 1}
    item = read(tmp_path, "conll", {"a.conll": "Ali B-PER\nBaku B-TOWN\n"}, options)
    assert [span.label for span in the_set(item).spans] == ["PER"]
    assert kinds(item) == {"label TOWN": 1}


def test_kinds_name_what_there_is_and_bookkeeping_comes_last() -> None:
    result = {"type": "choices", "from_name": "topic", "value": {"choices": ["sport", "trade"]}}
    region = {"type": "labels", "value": {"start": 0, "end": 3, "text": "Ali", "labels": ["PER"]}}
    foreign: dict[str, Any] = {
        "label-studio": {
            "id": 7, "created_at": "2024", "inner_id": 1, "comment_count": 0, "drafts": [], "agreement": 0.5,
            "predictions": [{"model_version": "v1", "result": [region, result]}],
            "result": [result, {"type": "relation", "from_id": "a", "to_id": "b"}],
        },
        "webanno": [{"layer": "x.y.POS", "extent": [0, 3], "features": {"PosValue": "NOUN", "coarseValue": None}}],
        "x-shade": {"a": 1, "b": 2},
    }  # fmt: skip
    found = list(kept_things(foreign))
    counts = by_kind({kind: sum(kind == other for other, _ in found) for kind, _ in found})
    assert counts[-1] == (BOOKKEEPING, 4)
    assert dict(counts[:-1]) == {
        "prediction": 2, "agreement": 1, "choices topic": 1, "relation": 1, "layer POS": 1, "x-shade": 2,
    }  # fmt: skip
    told = dict(found)
    assert told["prediction"] == "choices topic: sport, trade"
    assert (told["choices topic"], told["relation"]) == ("sport, trade", "a → b")
    assert told["layer POS"] == '{"PosValue": "NOUN"}'


@pytest.mark.parametrize(
    "value", [7, "x", [], {}, [[]], {"result": [7], "predictions": ["x", {"result": 3}]}, [{"a": []}]]
)
def test_foreign_keys_of_any_shape_are_counted(value: Any) -> None:
    for key in ("label-studio", "doccano", "prodigy", "uima", "webanno", "brat", "peyman-jsonl/aside", "conll:spans"):
        assert all(kind and isinstance(example, str) for kind, example in kept_things({key: value}))
