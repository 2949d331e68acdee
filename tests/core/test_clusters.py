"""Clusters: the laws of bringing answers together, and what counts as a difference."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.annotating import DOCUMENT, NAMES, WORDS, again, answers, members, role, sample, several, span, words
from core.making import default_schema
from peyman.core.clusters import Cluster, Kind, both_right, clusters_of, groups_of
from peyman.core.matching import Mention, dice
from peyman.core.model import AnnotationSet, DocumentLabel, Filling, Span, Value, new_id
from peyman.core.rehearsal import make_differences

SCHEMA = default_schema()
few = settings(max_examples=settings().max_examples // 2)


def found(*sets: AnnotationSet) -> tuple[Cluster, ...]:
    return clusters_of(sets, SCHEMA)


def kinds(*sets: AnnotationSet) -> dict[str, Counter[Kind]]:
    """Count the kinds of disagreement by subject."""
    counted: dict[str, Counter[Kind]] = {}
    for cluster in found(*sets):
        counted.setdefault(cluster.subject, Counter())[cluster.kind] += 1
    return counted


# Laws


@few
@given(several())
def test_every_annotation_is_in_just_one_cluster(sets: list[AnnotationSet]) -> None:
    clusters = [cluster for cluster in found(*sets) if cluster.subject != "attribute"]
    held = Counter(place for cluster in clusters for place in members(cluster))
    assert held == Counter((one.id, key) for one in sets for key in one.annotations)


@few
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_the_annotators_does_not_matter(sets: list[AnnotationSet], chance: random.Random) -> None:
    shuffled = sets[:]
    chance.shuffle(shuffled)
    assert found(*shuffled) == found(*sets)


@few
@given(several())
def test_keys_are_unique_and_lead_to_what_a_cluster_hangs_on(sets: list[AnnotationSet]) -> None:
    clusters = found(*sets)
    by_key = {cluster.key: cluster for cluster in clusters}
    assert len(by_key) == len(clusters)
    for cluster in clusters:
        if cluster.parent is not None:
            assert by_key[cluster.parent].subject == "span"
        for variant in cluster.variants:
            assert not isinstance(variant.answer, Filling) or by_key[variant.answer.filler].subject == "span"


@few
@given(several())
def test_names_do_not_matter(sets: list[AnnotationSet]) -> None:
    names = dict(zip(NAMES, reversed(["a", "b", "c", "d", "e"]), strict=True))
    renamed = found(*[replace(one, annotator=names[one.annotator]) for one in sets])
    for cluster, other in zip(found(*sets), renamed, strict=True):
        assert (other.key, other.kinds) == (cluster.key, cluster.kinds)
        translated = {(str(v.answer), frozenset(names[name] for name in v.annotators)) for v in cluster.variants}
        assert {(str(v.answer), frozenset(v.annotators)) for v in other.variants} == translated


@few
@given(several(1, 1), st.integers(2, 4))
def test_identical_sets_only_agree(sets: list[AnnotationSet], count: int) -> None:
    one = sets[0]
    # The same span twice, which `check` reports, can be paired crosswise, and the roles on it with it.
    places = [(span.layer, span.label, span.start, span.end, span.fragments) for span in one.spans]
    assume(len(places) == len(set(places)))
    same = [one, *[again(one, name) for name in NAMES[1:count]]]
    # An annotator who says the same twice about one place says it to two clusters.
    assert all(set(counted) == {"agree"} for counted in kinds(*same).values())


@few
@given(several())
def test_variants_are_distinct_and_everybody_asked_is_in_just_one(sets: list[AnnotationSet]) -> None:
    for cluster in found(*sets):
        named = [name for variant in cluster.variants for name in variant.annotators]
        assert sorted(named) == sorted(member.annotator for member in cluster.members)
        assert (cluster.kind == "agree") == (len(cluster.variants) == 1)
        assert all(variant.annotators for variant in cluster.variants)


@few
@given(several(lawful=True), st.randoms(use_true_random=False))
def test_ids_do_not_matter_where_nobody_says_the_same_twice(sets: list[AnnotationSet], chance: random.Random) -> None:
    def groups(given: list[list[Span]]) -> set[frozenset[tuple[int, int, int, str]]]:
        return {
            frozenset((number, one.start, one.end, one.label) for number, one in group.items())
            for group in groups_of(given)
        }

    for layer in ("entity", "commitment"):
        spans = [[one for one in held.spans if one.layer == layer] for held in sets]
        other = [[replace(one, id=UUID(int=chance.getrandbits(128))) for one in held] for held in spans]
        assert groups(other) == groups(spans)


@few
@given(several())
def test_in_a_group_each_annotator_has_one_span_that_overlaps_another(sets: list[AnnotationSet]) -> None:
    spans = [[one for one in held.spans if one.layer == "entity"] for held in sets]
    groups = groups_of(spans)
    assert sorted((n, str(s.id)) for g in groups for n, s in g.items()) == sorted(
        (n, str(s.id)) for n, held in enumerate(spans) for s in held
    )
    for group in groups:
        for one in group.values() if len(group) > 1 else ():
            assert any(weight(one, other) for other in group.values() if other is not one)


# How good the greedy alignment is


def weight(one: Span, other: Span) -> float:
    left, right = Mention.of(one), Mention.of(other)
    shared = dice(left, right)
    return shared + (left.label == right.label) / 2 if shared and not both_right(left, right) else 0.0


def best_weight(left: list[Span], right: list[Span]) -> float:
    """The greatest total weight of one-to-one pairs, found by trying all of them, part by part."""
    total = 0.0
    rest = set(range(len(left)))
    edges = {(i, j): weight(a, b) for i, a in enumerate(left) for j, b in enumerate(right) if weight(a, b) > 0}
    while rest:
        part, others = {rest.pop()}, set[int]()
        while True:
            reach = {j for i, j in edges if i in part}
            more = {i for i, j in edges if j in reach}
            if reach == others and more <= part:
                break
            others, part = reach, part | more
        rest -= part
        total += _best(tuple(sorted(part)), tuple(sorted(others)), edges)
    return total


def _best(left: tuple[int, ...], right: tuple[int, ...], edges: dict[tuple[int, int], float]) -> float:
    @cache
    def best(at: int, free: int) -> float:
        if at == len(left):
            return 0.0
        found = best(at + 1, free)
        for place, other in enumerate(right):
            if free >> place & 1 and (left[at], other) in edges:
                found = max(found, edges[left[at], other] + best(at + 1, free & ~(1 << place)))
        return found

    return best(0, (1 << len(right)) - 1)


@pytest.mark.parametrize("layer", ["entity", "commitment", "argument"])
def test_the_greedy_alignment_is_within_half_a_percent_of_the_best(layer: str) -> None:
    greedy = best = 0.0
    for article in sample():
        for seed in range(8):
            pair = make_differences(article, NAMES[:2], SCHEMA, seed)
            left, right = ([one for one in held.spans if one.layer == layer] for held in pair)
            groups = groups_of([left, right])
            greedy += sum(weight(group[0], group[1]) for group in groups if len(group) == 2)
            best += best_weight(left, right)
    assert 0.995 * best <= greedy <= best + 1e-9


# What differs


def test_a_boundary_a_label_and_a_lack_are_told_apart() -> None:
    one = answers("a", span("entity", "ROLE", 0, 1), span("entity", "GPE", 3), span("entity", "DATE", 9, 10))
    other = answers("b", span("entity", "ROLE", 0), span("entity", "LOC", 3))
    assert [cluster.kinds for cluster in found(one, other)] == [("boundary",), ("label",), ("missing",)]


def test_a_span_with_another_label_and_other_ends_is_one_disagreement() -> None:
    one, other = answers("a", span("entity", "ORG", 0, 2)), answers("b", span("entity", "ROLE", 0, 1))
    (cluster,) = found(one, other)
    assert cluster.kinds == ("label", "boundary")
    assert cluster.labels == ("ORG", "ROLE")
    assert (cluster.start, cluster.end) == words(0, 2)


def test_a_name_well_inside_another_is_no_other_opinion_on_it() -> None:
    one, other = answers("a", span("entity", "ROLE", 0, 3)), answers("b", span("entity", "GPE", 1))
    assert kinds(one, other) == {"span": {"missing": 2}}


def test_spans_in_each_other_are_not_chained() -> None:
    inner, outer = (1,), (0, 3)
    one = answers("a", span("entity", "GPE", *inner), span("entity", "ROLE", *outer))
    other = answers("b", span("entity", "GPE", *inner), span("entity", "ROLE", *outer))
    third = answers("c", span("entity", "ROLE", 0, 2))
    assert [(cluster.kind, cluster.labels) for cluster in found(one, other, third)] == [
        ("boundary", ("ROLE",)), ("missing", ("GPE",)),
    ]  # fmt: skip


def test_one_span_for_two_is_one_disagreement_about_splitting() -> None:
    merged = answers("a", span("entity", "ORG", 0, 3))
    split = answers("b", span("entity", "ORG", 0), span("entity", "ORG", 2, 3))
    third = answers("c", span("entity", "ORG", 0), span("entity", "ORG", 2, 3))
    (cluster,) = found(merged, split, third)
    assert cluster.kinds == ("split",)
    taken = [len(variant.answer) for variant in cluster.variants if isinstance(variant.answer, tuple)]
    assert sorted(taken) == [1, 2]


def test_what_is_covered_by_another_label_is_not_split() -> None:
    merged = answers("a", span("entity", "ROLE", 0, 3))
    other = answers("b", span("entity", "ROLE", 0, 1), span("entity", "GPE", 3))
    assert kinds(merged, other) == {"span": {"boundary": 1, "missing": 1}}


def test_a_boundary_difference_does_not_break_roles() -> None:
    def commitment(name: str, ends: tuple[int, int], filler: tuple[int, int], argument: int) -> AnnotationSet:
        whole, actor = span("commitment", "plan", *ends), span("entity", "ROLE", *filler)
        place = span("argument", "ARG", 5, argument)
        return answers(name, whole, actor, place, role("committer", whole, actor), role("object", whole, place))

    sets = [commitment("a", (3, 10), (0, 1), 6), commitment("b", (4, 10), (0, 0), 7)]
    assert kinds(*sets) == {"span": {"boundary": 3}, "role": {"agree": 2}}


def test_an_argument_on_the_text_of_anothers_entity_is_the_same_filler() -> None:
    def filled(name: str, filler: Span) -> AnnotationSet:
        whole = span("commitment", "plan", 3, 10)
        return answers(name, whole, filler, role("committer", whole, filler))

    sets = [filled("a", span("entity", "ROLE", 0, 1)), filled("b", span("argument", "ARG", 0, 1))]
    assert kinds(*sets) == {"span": {"agree": 2, "missing": 1}, "role": {"agree": 1}}


def test_another_role_of_the_same_filler_and_another_filler_of_the_same_role_are_one_question_each() -> None:
    def filled(name: str, label: str, last: int) -> AnnotationSet:
        whole, actor, thing = span("commitment", "plan", 3, 10), span("entity", "ORG", 0), span("argument", "ARG", 6, 7)
        other = thing if last == 7 else span("entity", "ORG", 6, last)
        return answers(name, whole, actor, *{thing.id: thing, other.id: other}.values(),
                       role(label, whole, actor), role("object", whole, other))  # fmt: skip

    counted = kinds(filled("a", "committer", 7), filled("b", "source", 9))
    assert counted["role"] == {"role": 2}


def test_who_has_no_commitment_is_not_asked_for_its_roles_and_attributes() -> None:
    whole, actor = span("commitment", "plan", 3, 10, status="agreed"), span("entity", "ORG", 0)
    one = answers("a", whole, actor, role("committer", whole, actor))
    other = answers("b", span("entity", "ORG", 0))
    assert kinds(one, other) == {
        "span": {"agree": 1, "missing": 1}, "role": {"agree": 1}, "attribute": {"agree": 1},
    }  # fmt: skip


def test_silence_is_an_answer_only_to_a_closed_question_that_was_asked() -> None:
    one = answers("a", span("entity", "ORG", 0, canon="ایران", sub="gov"))
    same_label = answers("b", span("entity", "ORG", 0))
    other_label = answers("c", span("entity", "PER", 0))
    by_name = {c.name: c for c in found(one, same_label, other_label) if c.subject == "attribute"}
    assert (by_name["canon"].kind, len(by_name["canon"].members)) == ("agree", 1)
    assert (by_name["sub"].kind, [m.annotator for m in by_name["sub"].members]) == ("attribute", ["a", "b"])


def test_a_default_left_alone_is_that_value() -> None:
    sets = [
        answers("a", span("commitment", "plan", 0, 3, polarity="positive")),
        answers("b", span("commitment", "plan", 0, 3)),
    ]
    assert kinds(*sets)["attribute"] == {"agree": 1}
    different = answers("c", span("commitment", "plan", 0, 3, polarity="negative"))
    assert kinds(*sets, different)["attribute"] == {"attribute": 1}


def test_spelling_and_order_do_not_make_a_difference() -> None:
    one = answers(
        "a", span("entity", "ORG", 0, canon="کی‌یف"), span("commitment", "plan", 2, 9, sectors=["trade", "energy"])
    )
    other = answers(
        "b", span("entity", "ORG", 0, canon="كييف"), span("commitment", "plan", 2, 9, sectors=["energy", "trade"])
    )
    assert kinds(one, other)["attribute"] == {"agree": 2}
    assert next(c.agreed for c in found(one, other) if c.layer == "entity") in ({"canon": "کی‌یف"}, {"canon": "كييف"})


def test_notes_doubts_and_origins_are_no_disagreement() -> None:
    first = span("entity", "ORG", 0)
    other = replace(first, id=new_id(), note="؟", doubt="label", origin="gazetteer", source_id="e1")
    assert kinds(answers("a", first), answers("b", other)) == {"span": {"agree": 1}}


def test_fields_of_the_document() -> None:
    def fields(name: str, **values: str) -> AnnotationSet:
        return answers(name, *[DocumentLabel(new_id(), "document", field, value) for field, value in values.items()])

    sets = [
        fields("a", event_type="visit", outlet="ایسنا"),
        fields("b", event_type="meeting"),
        fields("c", level="governor"),
    ]
    by_name = {cluster.name: cluster for cluster in found(*sets)}
    assert {name: cluster.kind for name, cluster in by_name.items()} == {
        "event_type": "label", "level": "missing", "outlet": "agree",
    }  # fmt: skip
    assert [variant.answer for variant in by_name["level"].variants] == [Value("governor"), None]


def test_fragments_are_part_of_the_boundaries() -> None:
    start, end = words(0, 3)
    whole = Span(new_id(), "entity", "ORG", start, end, WORDS[start:end])
    parts = replace(whole, id=new_id(), fragments=(words(0), words(3)))
    assert kinds(answers("a", whole), answers("b", parts)) == {"span": {"boundary": 1}}


def test_a_role_that_leads_nowhere_is_left_out() -> None:
    whole = span("commitment", "plan", 0, 3)
    lost = replace(role("committer", whole, whole), target=new_id())
    assert kinds(answers("a", whole, lost), again(answers("b", whole), "b")) == {"span": {"agree": 1}}


def test_layers_and_labels_that_the_schema_does_not_know_are_compared_too() -> None:
    sets = [answers("a", span("emotion", "joy", 3, strength="high")), answers("b", span("emotion", "fear", 3))]
    assert kinds(*sets) == {"span": {"label": 1}, "attribute": {"agree": 1}}


@settings(max_examples=settings().max_examples // 5)
@given(st.integers(0, 1000))
def test_every_pair_of_a_rehearsed_article_is_compared_in_the_same_clusters_as_all(seed: int) -> None:
    """What two annotators mean by the same is hardly a matter of who else was asked."""
    article = sample()[seed % len(sample())]
    sets = make_differences(article, NAMES[:3], SCHEMA, seed)
    together = {
        place: cluster.key for cluster in found(*sets) if cluster.subject == "span" for place in members(cluster)
    }
    apart = same = 0
    for pair in combinations(sets, 2):
        for cluster in found(*pair):
            places = members(cluster) if cluster.subject == "span" else []
            apart += len({together[place] for place in places}) > 1
            same += len(places) > 1
    assert apart <= 0.02 * same


def test_no_sets_no_clusters() -> None:
    assert found() == ()
    assert found(answers("a"), answers("b")) == ()
    assert DOCUMENT.text == WORDS
