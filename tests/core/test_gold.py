"""Gold: what follows from decisions on spans, attributes, roles and the document as a whole."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotating import DOCUMENT, NAMES, again, answers, changed, role, several, span, words
from core.judging import (
    ALL,
    SCHEMA,
    commitment,
    content,
    docket,
    few,
    gold_of,
    gold_set,
    left,
    only,
    resolved,
    ruled,
    settled,
    with_sets,
)
from core.making import refused
from peyman.core.adjudication import Disagreement, Gold, accept_document, automatic, decide
from peyman.core.by_hand import decisions_by_hand
from peyman.core.docket import Docket
from peyman.core.edits import Edit, Editor, applied
from peyman.core.errors import PeymanError
from peyman.core.gold import gold_edit
from peyman.core.model import AnnotationSet, DocumentLabel, Filling, Place, Relation, Span, Value, new_id

# Attributes and roles


def test_attributes_on_which_nobody_differs_come_with_the_span() -> None:
    sets = [
        answers("a", span("commitment", "plan", 3, 9, status="agreed", voice="passive")),
        answers("b", span("commitment", "plan", 3, 8, status="signed", voice="passive")),
    ]
    now = settled(sets)
    assert left(now) == [("open", "boundary", "commitment"), ("open", "attribute", "status")]
    boundary = gold_of(now).left[0]
    now = now.adding(decide(boundary, boundary.choices[0], ruled(2)))
    assert [a.attributes for a in gold_of(now).annotations.values() if isinstance(a, Span)] == [{"voice": "passive"}]
    status = only(now)
    now = now.adding(decide(status, Value("proposed"), ruled(3)))
    (gold,) = gold_of(now).annotations.values()
    assert isinstance(gold, Span)
    assert gold.attributes == {"status": "proposed", "voice": "passive"}
    assert [d.method for d in gold_of(now).provenance[gold.id]] == ["human", "edited"]


def test_an_attribute_changed_later_by_all_is_offered_again() -> None:
    sets = [answers(name, span("commitment", "plan", 3, 9, status="agreed")) for name in NAMES[:2]]
    now = settled(sets)
    one_changed = with_sets(
        now, [sets[0], changed(sets[1], replace(sets[1].spans[0], attributes={"status": "signed"}))]
    )
    assert left(one_changed) == [("stale", "attribute", "status")]
    (gold,) = gold_of(one_changed).annotations.values()
    assert isinstance(gold, Span)
    assert gold.attributes == {"status": "agreed"}
    now = one_changed.adding(decide(only(one_changed), None, ruled(9)))
    assert left(now) == []
    assert [a.attributes for a in gold_of(now).annotations.values() if isinstance(a, Span)] == [{}]


def test_a_value_that_the_label_taken_does_not_allow_is_not_asked_about() -> None:
    sets = [answers("a", span("entity", "ORG", 3, sub="gov")), answers("b", span("entity", "FAC", 3, sub="site"))]
    now = settled(sets)
    assert left(now) == [("open", "label", "entity"), ("open", "attribute", "sub")]
    label = gold_of(now).left[0]
    now = now.adding(decide(label, label.choices[label.cluster.labels.index("FAC")], ruled(2)))
    now = now.adding(*automatic(now, 2, ALL))
    assert left(now) == []
    assert [a.attributes for a in gold_of(now).annotations.values() if isinstance(a, Span)] == [{"sub": "site"}]


def test_roles_come_with_their_commitment_and_go_with_it() -> None:
    one = commitment("a", span("entity", "ROLE", 0, 1), span("argument", "ARG", 6, 7))
    other = answers("b", span("entity", "ROLE", 0, 1))
    now = settled([one, other])
    assert left(now) == [("open", "missing", "commitment")]
    taken = now.adding(decide(only(now), only(now).choices[0], ruled(2)))
    taken = taken.adding(*automatic(taken, 2, ALL))
    gold = gold_of(taken)
    assert gold.left == ()
    assert content(gold.annotations.values()) == content(one.annotations.values())
    assert {gold.method(key) for key, a in gold.annotations.items() if isinstance(a, Relation)} == {"human"}
    rejected = now.adding(decide(only(now), None, ruled(2)))
    rejected = rejected.adding(*automatic(rejected, 2, ALL))
    assert content(gold_of(rejected).annotations.values()) == content(other.annotations.values())
    assert left(rejected) == []


def test_a_role_leads_to_the_end_in_gold_whatever_its_boundaries_became() -> None:
    sets = [
        commitment("a", span("entity", "ROLE", 0, 1), span("argument", "ARG", 6, 7), 9),
        commitment("b", span("entity", "ROLE", 0, 0), span("argument", "ARG", 6, 8), 10),
    ]
    now = settled(sets)
    assert sorted(left(now)) == [
        ("open", "boundary", "argument"),
        ("open", "boundary", "commitment"),
        ("open", "boundary", "entity"),
    ]
    for which in (0, -1):
        gold = gold_of(taken(now, which))
        assert gold.complete
        assert Counter(type(a).__name__ for a in gold.annotations.values()) == {"Span": 3, "Relation": 2}


def taken(now: Docket, which: int) -> Docket:
    """Take the first or last variant of all that is left."""
    step = 2
    while open_ones := gold_of(now).left:
        now = now.adding(decide(open_ones[0], open_ones[0].choices[which], ruled(step)))
        now = now.adding(*automatic(now, step, ALL))
        step += 1
        assert step < 100
    return now


def test_a_filler_that_is_no_entity_in_gold_is_an_argument() -> None:
    one = commitment("a", span("entity", "ROLE", 0, 1), None)
    other = commitment("b", None, None)
    now = settled([one, other])
    assert left(now) == [("open", "missing", "entity"), ("open", "role", "role")]
    missing, committer = gold_of(now).left
    now = now.adding(decide(missing, None, ruled(2)), decide(committer, committer.choices[0], ruled(3)))
    gold = gold_of(now)
    assert gold.left == ()
    filler = next(a for a in gold.annotations.values() if isinstance(a, Span) and a.layer == "argument")
    assert (filler.label, filler.start, filler.end) == ("ARG", *words(0, 1))
    assert next(a.target for a in gold.annotations.values() if isinstance(a, Relation)) == filler.id


def test_a_split_filler_fills_the_role_in_all_its_parts() -> None:
    def objects(name: str, *ends: tuple[int, int]) -> AnnotationSet:
        whole = span("commitment", "plan", 6, 12)
        spans = [span("entity", "ORG", *extent) for extent in ends]
        return answers(name, whole, *spans, *[role("object", whole, one) for one in spans])

    sets = [objects("a", (0, 3)), objects("b", (0, 1), (2, 3)), objects("c", (0, 1), (2, 3))]
    now = settled(sets)
    assert left(now) == [("open", "split", "entity")]
    for choice in only(now).choices:
        assert isinstance(choice.answer, tuple)
        gold = gold_of(now.adding(decide(only(now), choice, ruled(2))))
        assert gold.left == ()
        assert sum(isinstance(a, Relation) for a in gold.annotations.values()) == len(choice.answer)


def test_each_of_several_spans_in_one_place_has_its_own_attributes() -> None:
    sets = [answers(name, span("entity", "ORG", 0, 1, canon=name)) for name in ("x", "y")]
    now = settled(sets)
    attribute = only(now)
    cluster = next(one for one in now.clusters if one.subject == "span")
    standing = tuple(now.standing[cluster.key])
    entity = replace(attribute, cluster=cluster, standing=standing)
    both = (Place("PER", *words(0), (), {"canon": "p"}), Place("GPE", *words(1), (), {"canon": "q"}))
    now = now.adding(decide(attribute, Value("x"), ruled(2)), decide(entity, both, ruled(3)))
    assert left(now) == []
    spans = [one for one in gold_of(now).annotations.values() if isinstance(one, Span)]
    assert sorted((one.label, one.attributes["canon"]) for one in spans) == [("GPE", "q"), ("PER", "p")]


def test_a_role_put_by_hand_fills_just_one_of_several_spans_in_one_place() -> None:
    sets = [commitment(name, span("entity", "ORG", 0, 1), None) for name in ("x", "y")]
    now = settled([changed(one, without=one.relations) for one in sets])
    cluster = next(one for one in now.clusters if one.layer == "entity")
    entity = Disagreement(now, cluster, "open", tuple(now.standing[cluster.key]))
    now = now.adding(decide(entity, (Place("PER", *words(0)), Place("GPE", *words(1))), ruled(2)))
    gold = gold_of(now).annotations
    whole = next(one for one in gold.values() if isinstance(one, Span) and one.layer == "commitment")
    for filler in [one for one in gold.values() if isinstance(one, Span) and one.layer == "entity"]:
        wanted = gold_set([*gold.values(), role("committer", whole, filler)])
        after = now.adding(*decisions_by_hand(now, wanted, ruled(3)))
        assert content(gold_of(after).annotations.values()) == content(wanted.annotations.values())


def test_what_crosses_in_gold_is_left_as_a_conflict() -> None:
    sets = [answers("a", span("entity", "ORG", 0, 3), span("entity", "GPE", 7)), answers("b", span("entity", "PER", 9))]
    sets += [answers("c", span("entity", "ORG", 7, 8))]
    one, other = (
        answers("a", span("entity", "ORG", 0, 3)),
        answers("b", span("entity", "ORG", 0, 3), span("entity", "ROLE", 3, 5)),
    )
    now = settled([one, other])
    crossing = only(now)
    now = now.adding(decide(crossing, crossing.choices[0], ruled(2)))
    (conflict,) = gold_of(now).left
    assert conflict.status == "conflict"
    assert "cross" in str(conflict.conflict)
    assert [a.label for a in gold_of(now).annotations.values()] == ["ORG"]
    now = now.adding(decide(conflict, (Place("ROLE", *words(4, 5)),), ruled(3)))
    assert gold_of(now).complete
    assert sorted(a.label for a in gold_of(now).annotations.values()) == ["ORG", "ROLE"]


# The document as a whole


def test_somebody_who_found_nothing_at_all_is_asked_about_first() -> None:
    full = [answers(name, span("entity", "GPE", 3), span("entity", "PER", 9)) for name in NAMES[:2]]
    empty = answers(NAMES[2])
    now = settled([*full, empty])
    assert left(now)[0] == ("open", "absence", "")
    assert gold_of(now).annotations == {}
    whole = gold_of(now).left[0]
    assert {variant.annotators for variant in whole.cluster.variants} == {tuple(sorted(NAMES[:2])), (NAMES[2],)}
    annotated = now.adding(decide(whole, whole.choices[0], ruled(2)))
    annotated = annotated.adding(*automatic(annotated, 2, ALL))
    assert gold_of(annotated).complete
    assert len(gold_of(annotated).annotations) == 2
    nothing = now.adding(decide(whole, None, ruled(2)))
    assert gold_of(nothing) == Gold({}, {}, (), tuple(sorted(NAMES[:3])))


def test_nobody_found_anything() -> None:
    gold = gold_of(settled([answers("a"), answers("b")]))
    assert gold.complete
    assert not gold_of(settled([answers("a", state="in_progress")])).complete


def test_one_annotator_can_be_accepted_for_the_whole_document() -> None:
    alone = answers("a", span("entity", "GPE", 3), DocumentLabel(new_id(), "document", "event_type", "visit"))
    now = docket([alone])
    now = now.adding(*accept_document(now, "a", ruled(2)))
    gold = gold_of(now)
    assert gold.complete
    assert content(gold.annotations.values()) == content(alone.annotations.values())
    assert {gold.method(key) for key in gold.annotations} == {"whole-document"}
    with refused("accept_unfinished"):
        accept_document(now, "b", ruled(2))


def test_accepting_one_annotator_leaves_what_the_curator_decided() -> None:
    sets = [answers("a", span("entity", "GPE", 3), span("entity", "PER", 9)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    label = gold_of(now).left[0]
    now = now.adding(decide(label, label.choices[0], ruled(2)))
    now = now.adding(*accept_document(now, "b", ruled(3)))
    assert gold_of(now).complete
    assert [a.label for a in gold_of(now).annotations.values()] == ["GPE"]


# Gold


def test_gold_keeps_its_ids_when_it_is_decided_again() -> None:
    sets = [answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3, 4))]
    now = settled(sets)
    now = now.adding(decide(only(now), only(now).choices[0], ruled(2)))
    (first,) = gold_of(now).annotations
    late = again(sets[1], "0", [replace(sets[1].spans[0], id=UUID(int=1), label="FAC")])
    later = with_sets(now, [*sets, late])
    later = later.adding(decide(only(later), only(later).choices[-1], ruled(3)))
    assert list(gold_of(later).annotations) == [first]


def test_notes_on_gold_survive_other_decisions() -> None:
    sets = [answers("a", span("entity", "GPE", 3), span("entity", "PER", 9)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    label, missing = gold_of(now).left
    now = now.adding(decide(label, label.choices[0], ruled(2)))
    held = gold_set(replace(a, note="see guideline") for a in gold_of(now).annotations.values() if isinstance(a, Span))
    now = now.adding(decide(missing, missing.choices[0], ruled(3)))
    edit = gold_edit(held, gold_of(now).annotations)
    assert [(change.before, change.set_number) for change in edit.changes] == [(None, 7)]
    assert applied(applied(held, edit), edit.swapped()) == held


def test_a_role_that_lost_its_filler_is_a_conflict() -> None:
    one, other = commitment("a", span("entity", "ROLE", 0, 1), None), commitment("b", None, None)
    now = settled([one, other])
    role_left = next(d for d in gold_of(now).left if d.kind == "role")
    now = now.adding(decide(role_left, Filling("committer", new_id()), ruled(2)))
    statuses = {d.kind: d.status for d in gold_of(now).left}
    assert statuses["role"] == "conflict"


@pytest.mark.parametrize("method", ["human", "whole-document"])
def test_decisions_of_other_documents_do_not_count(method: str) -> None:
    sets = [answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    made = decide(only(now), only(now).choices[0], ruled(2, method=method))
    assert left(docket(sets, [replace(made, document_id=new_id())])) == left(now)
    assert left(docket(sets, [made])) == []


# Gold changed by hand


@few
@given(several(), st.randoms(use_true_random=False))
def test_gold_changed_by_hand_is_read_back_as_decisions(sets: list[AnnotationSet], chance: random.Random) -> None:
    now = resolved(docket(sets), chance)
    held = gold_set(gold_of(now).annotations.values())
    assert decisions_by_hand(now, held, ruled(50)) == ()
    for step in range(4):
        held = by_hand(held, chance)
        now = now.adding(*decisions_by_hand(now, held, ruled(60 + step)))
        assert content(gold_of(now).annotations.values()) == content(held.annotations.values())
        held = applied(held, gold_edit(held, gold_of(now).annotations))


def by_hand(held: AnnotationSet, chance: random.Random) -> AnnotationSet:
    """Change a gold set as a curator might."""
    editor = Editor(DOCUMENT, held, SCHEMA)
    spans = [one for one in held.spans if one.layer != "argument"]
    entities = [one for one in spans if one.layer == "entity"]
    commitments = [one for one in spans if one.layer == "commitment"]
    start, end = words(first := chance.randrange(12), first + chance.randrange(3))
    things: list[Callable[[], Edit]] = [
        lambda: editor.add_span("entity", "EVENT", start, end),
        lambda: editor.set_document_label("event_type", chance.choice(["trade", "visit", None])),
        *(partial(editor.remove, one) for one in spans),
        *(partial(editor.remove, one) for one in held.relations),
        *(partial(editor.relabel, one, "FAC") for one in entities),
        *(partial(editor.move_span, one, start, end) for one in spans),
        *(partial(editor.set_attributes, one, {"canon": chance.choice(["x", None])}) for one in entities),
        *(partial(editor.set_attributes, one, {"status": chance.choice(["signed", None])}) for one in commitments),
        *(partial(editor.fill_role_with_text, one, "place", start, end) for one in commitments),
    ]
    with suppress(PeymanError):  # the layer's rules forbid it
        return applied(held, chance.choice(things)())
    return held
