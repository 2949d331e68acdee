"""Labels, attributes and values that were merged: what several annotators said before is compared as it reads now."""

from dataclasses import replace

import pytest

from core.annotating import DOCUMENT, answers, role, span
from core.judging import ALL, ruled
from core.making import default_schema, schema_merging
from peyman.core.adjudication import automatic, decide, gold_of
from peyman.core.clusters import clusters_of
from peyman.core.docket import Docket
from peyman.core.model import AnnotationSet, Span, Value
from peyman.core.schema import Schema

BEFORE = default_schema()


def now_of(sets: list[AnnotationSet], schema: Schema, before: Docket | None = None) -> Docket:
    return Docket(DOCUMENT, sets, before.all_decisions if before else (), schema)


def two(one: Span, other: Span) -> list[AnnotationSet]:
    return [answers("سارا", one), answers("رضا", other)]


def test_a_merged_label_is_no_difference_any_more() -> None:
    sets = two(span("entity", "LOC", 0), span("entity", "GPE", 0))
    assert [cluster.kind for cluster in clusters_of(sets, BEFORE)] == ["label"]
    (cluster,) = clusters_of(sets, schema_merging("labels", "entity", "LOC", "GPE"))
    assert cluster.kind == "agree"
    assert cluster.labels == ("GPE",)


def test_what_would_stand_twice_is_one_answer() -> None:
    schema = schema_merging("labels", "entity", "LOC", "GPE")
    twice = [span("entity", label, 0) for label in ("LOC", "GPE")]
    sets = [answers("سارا", *twice), answers("رضا", span("entity", "GPE", 0))]
    assert [cluster.kind for cluster in clusters_of(sets, schema)] == ["agree"]


def test_a_merged_role_is_the_same_role() -> None:
    labels = [label.id for label in BEFORE.layer("role").labels]
    first, second = labels[0], labels[1]
    sets = []
    for name, label in (("سارا", first), ("رضا", second)):
        whole, filler = span("commitment", "plan", 4, 9), span("entity", "GPE", 0)
        sets.append(answers(name, whole, filler, role(label, whole, filler)))
    assert "role" in {cluster.kind for cluster in clusters_of(sets, BEFORE)}
    assert {cluster.kind for cluster in clusters_of(sets, schema_merging("labels", "role", first, second))} == {"agree"}


@pytest.mark.parametrize("choice", [0, 1])
def test_merging_labels_makes_no_decision_stale(choice: int) -> None:
    sets = two(span("entity", "LOC", 0), span("entity", "PER", 0))
    before = now_of(sets, BEFORE)
    (asked,) = [one for one in gold_of(before, ALL).left if one.cluster.subject == "span"]
    taken = asked.choices[choice]
    before = before.adding(decide(asked, taken, ruled(1)))
    assert not [one for one in gold_of(before, ALL).left if one.cluster.subject == "span"]
    schema = schema_merging("labels", "entity", "LOC", "GPE")
    now = now_of(sets, schema, before)
    gold = gold_of(now, ALL)
    assert not [one for one in gold.left if one.cluster.subject == "span"]
    (made,) = [a for a in gold.annotations.values() if isinstance(a, Span)]
    assert isinstance(taken.answer, tuple)
    assert made.label == schema.current_label("entity", taken.answer[0].label)


def test_what_somebody_says_anew_makes_it_stale_all_the_same() -> None:
    one, other = two(span("entity", "LOC", 0), span("entity", "PER", 0))
    before = now_of([one, other], BEFORE)
    before = before.adding(decide(gold_of(before, ALL).left[0], gold_of(before, ALL).left[0].choices[0], ruled(1)))
    (said,) = other.spans
    other = replace(other, annotations={said.id: replace(said, label="ORG")})
    now = now_of([one, other], schema_merging("labels", "entity", "LOC", "GPE"), before)
    assert [left.status for left in gold_of(now, ALL).left if left.cluster.subject == "span"] == ["stale"]


def test_a_decision_on_an_attribute_follows_its_new_name_and_value() -> None:
    old, new = "holder", "canon"
    sets = two(span("entity", "ROLE", 0, holder="Iran"), span("entity", "ROLE", 0, holder="IRN"))
    before = now_of(sets, BEFORE)
    before = before.adding(*automatic(before, 1, ALL))
    (asked,) = gold_of(before, ALL).left
    assert asked.cluster.name == old
    before = before.adding(decide(asked, asked.choices[0], ruled(2)))
    assert not gold_of(before, ALL).left
    now = now_of(sets, schema_merging("attributes", "entity", old, new), before)
    gold = gold_of(now, ALL)
    assert not gold.left
    (made,) = gold.annotations.values()
    assert isinstance(made, Span)
    assert isinstance(asked.choices[0].answer, Value)
    assert made.attributes[new] == asked.choices[0].answer.value
    assert old not in made.attributes
