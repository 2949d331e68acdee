"""Exported gold tells how each annotation was decided and, if wanted, what everybody said; imports keep it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.annotating import NAMES, sample
from core.judging import SCHEMA
from core.making import article, make_project
from peyman import exchange
from peyman.core.adjudication import Policy
from peyman.core.decisions import Ruling
from peyman.core.model import AnnotationSet, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.prompter import play
from peyman.core.rehearsal import make_differences
from peyman.core.settling import begin_gold, docket_of, gold_set_of, settled_edit
from peyman.formats import FORMATS, Options

CURATOR = "داور"


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one article with three annotators, settled as the sample's gold is."""
    path = tmp_path_factory.mktemp("gold") / "a.peyman"
    item = sample()[0]
    assert item.annotations is not None
    with make_project(path, item.document, annotator=CURATOR) as project:
        number = project.document_numbers()[0]
        with project.batch("import"):
            for one in make_differences(item, NAMES[:3], SCHEMA, 1):
                project.add_set(number, one)
        done = play(docket_of(project, number), item.annotations, Ruling(CURATOR, 1, reason="slip"), Policy())
        begin_gold(project, [number])
        gold = gold_set_of(project, number)
        assert gold is not None
        project.apply(settled_edit(gold, done.gold, done.docket.all_decisions))
    return path


def exported(path: Path, out: Path, **values: str) -> dict[str, Any]:
    with Project.open(path, read_only=True) as project:
        report = exchange.export(project, out, "jsonl", "gold", Options(values))
    assert report.losses == []
    (line,) = out.read_text(encoding="utf-8").splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_each_annotation_of_gold_says_how_it_was_decided(settled: Path, tmp_path: Path) -> None:
    line = exported(settled, tmp_path / "gold.jsonl")
    assert "variants" not in line
    assert line["state"] == "finished"
    told = [one["provenance"] for one in [*line["spans"], *line["relations"]]]
    assert set(told) == {"auto:unanimous", "human", "edited"}
    assert told.count("auto:unanimous") > len(told) / 2
    attributes = {method for one in line["spans"] for method in one.get("attribute_provenance", {}).values()}
    assert "human" in attributes


def test_an_import_keeps_it_and_another_export_writes_it_again(settled: Path, tmp_path: Path) -> None:
    line = exported(settled, tmp_path / "gold.jsonl", variants="yes")
    with Project.create(tmp_path / "b.peyman", annotator="Zoe", schema=SCHEMA) as project:
        report = exchange.import_paths(project, [tmp_path / "gold.jsonl"])
        assert not report.refused
        assert not report.unmapped  # Peyman knows what it wrote itself
    assert exported(tmp_path / "b.peyman", tmp_path / "again.jsonl") == line


def test_what_everybody_said_stands_beside_it(settled: Path, tmp_path: Path) -> None:
    line = exported(settled, tmp_path / "gold.jsonl", variants="yes")
    clusters = line["variants"]
    assert {"span", "attribute", "role"} == {one["subject"] for one in clusters}
    assert {"agree", "boundary", "label", "missing", "role", "attribute"} <= {one["class"] for one in clusters}
    for one in clusters:
        named = [name for answer in one["answers"] for name in answer["annotators"]]
        assert len(set(named)) == len(named)
        assert set(named) <= set(NAMES[:3])
        assert len(one["answers"]) == 1 or one["class"] != "agree"
    given = {decision["method"] for one in clusters for decision in one["decisions"]}
    assert {"auto:unanimous", "human"} <= given
    reasons = {d.get("reason") for one in clusters for d in one["decisions"] if d["method"] == "human"}
    assert "slip" in reasons
    ids = {one["id"] for one in line["spans"]}
    spans = [one for one in clusters if one["subject"] == "span" and one["layer"] == "entity"]
    accepted = [one for one in spans if any(d["outcome"] != "reject" for d in one["decisions"])]
    assert {one["key"] for one in accepted} <= ids  # gold made of a cluster is known by its key


def test_other_formats_carry_it_or_say_that_it_is_lost(settled: Path) -> None:
    lost: dict[str, int] = {}
    with Project.open(settled, read_only=True) as project:
        number = project.document_numbers()[0]
        gold = gold_set_of(project, number)
        assert gold is not None
        for known in FORMATS:
            if known.is_writable:
                losses = exchange.plan_export(project, known.name, "gold").losses
                lost[known.name] = sum(loss.count for loss in losses if loss.code == "loss_provenance")
    whole = {name for name, count in lost.items() if count == 0}
    only_roles = {name for name, count in lost.items() if count == len(gold.relations)}
    assert whole == {"jsonl", "label-studio", "prodigy", "spacy", "xmi"}
    assert only_roles == {"brat", "webanno-tsv"}
    assert all(count == len(gold.annotations) for name, count in lost.items() if name not in whole | only_roles)


def test_gold_that_was_not_decided_here_is_left_as_it_is(tmp_path: Path) -> None:
    with make_project(tmp_path / "a.peyman", article()) as project:
        state = SetState(new_id(), "finished")
        document = project.document(1)
        span = Span(new_id(), "entity", "PER", 0, 13, document.text[:13], attributes={"canon": "x"})
        with project.batch("import"):
            project.add_set(1, AnnotationSet(state.id, 0, document.id, "Zoe", "gold", state, {span.id: span}))
    line = exported(tmp_path / "a.peyman", tmp_path / "gold.jsonl", variants="yes")
    assert "variants" not in line
    assert "provenance" not in line["spans"][0]
