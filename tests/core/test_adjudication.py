"""Adjudication: from what several annotators say to gold, one decision at a time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from core.annotating import NAMES, WORDS, again, answers, changed, sample, several, span, words
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
from core.making import article
from peyman.core.adjudication import (
    Gold,
    Policy,
    accept_document,
    automatic,
    blind_names,
    decide,
    decide_alike,
    defer,
    queue,
)
from peyman.core.decisions import REASONS, in_force
from peyman.core.docket import Docket
from peyman.core.edits import applied, misplaced
from peyman.core.gold import gold_edit
from peyman.core.model import AnnotationSet, Decision, Place, Relation, SetState, Span, new_id
from peyman.core.records import READERS, cells
from peyman.core.rehearsal import make_differences

# Laws


@few
@given(several(), st.randoms(use_true_random=False))
def test_settling_all_that_is_left_leaves_nothing(sets: list[AnnotationSet], chance: random.Random) -> None:
    gold = gold_of(resolved(docket(sets), chance, one_by_one=True))
    assert gold.left == ()
    assert gold.complete


@few
@given(several(), st.randoms(use_true_random=False))
def test_gold_obeys_the_rules_of_the_layers(sets: list[AnnotationSet], chance: random.Random) -> None:
    gold = gold_of(resolved(docket(sets), chance))
    spans = [a for a in gold.annotations.values() if isinstance(a, Span)]
    for number, one in enumerate(spans):
        assert one.quote == WORDS[one.start : one.end]
        if one.layer != "argument":
            others = [other for other in spans[:number] if other.layer == one.layer]
            assert misplaced(one, others, SCHEMA) is None
    roles = [a for a in gold.annotations.values() if isinstance(a, Relation)]
    assert len({(r.source, r.target, r.label) for r in roles}) == len(roles)
    for one_role in roles:
        assert one_role.source != one_role.target
        assert {one_role.source, one_role.target} <= {one.id for one in spans}
    assert gold.provenance.keys() == gold.annotations.keys()


@few
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_annotators_and_decisions_does_not_matter(
    sets: list[AnnotationSet], chance: random.Random
) -> None:
    now = resolved(docket(sets), chance)
    shuffled, decisions = sets[:], [*now.all_decisions]
    chance.shuffle(shuffled)
    chance.shuffle(decisions)
    assert gold_of(docket(shuffled, decisions)) == gold_of(now)
    part = decisions[: len(decisions) // 2]
    assert gold_of(docket(shuffled, part)) == gold_of(docket(sets, part))


@few
@given(several(1, 1, lawful=True), st.integers(2, 3))
def test_what_all_say_alike_is_accepted_and_nothing_is_left(sets: list[AnnotationSet], count: int) -> None:
    first = sets[0]
    now = settled([first, *[again(first, name) for name in NAMES[1:count]]])
    gold = gold_of(now)
    assert gold.left == ()
    assert content(gold.annotations.values()) == content(first.annotations.values())
    assert {gold.method(key) for key in gold.annotations} <= {"auto:unanimous"}


@few
@given(several(), st.randoms(use_true_random=False))
def test_what_is_done_is_not_done_again(sets: list[AnnotationSet], chance: random.Random) -> None:
    now = resolved(docket(sets), chance)
    assert automatic(now, 999, ALL) == ()
    held = gold_set()
    edit = gold_edit(held, gold_of(now).annotations)
    assert gold_edit(applied(held, edit), gold_of(now).annotations).changes == ()
    assert gold_of(now.adding(*now.all_decisions)) == gold_of(now)


@few
@given(several(), st.randoms(use_true_random=False))
def test_taking_a_decision_back_brings_back_what_was_there(sets: list[AnnotationSet], chance: random.Random) -> None:
    now = docket(sets)
    now = now.adding(*automatic(now, 1, ALL))
    open_ones = gold_of(now).left
    if open_ones:
        made = decide(chance.choice(open_ones), None, ruled(2))
        later = now.adding(made)
        assert gold_of(later.with_decisions(d for d in later.all_decisions if d != made)) == gold_of(now)


@few
@given(several(), st.randoms(use_true_random=False))
def test_rows_hold_all_of_a_decision(sets: list[AnnotationSet], chance: random.Random) -> None:
    for decision in resolved(docket(sets), chance).all_decisions:
        row = cells(decision)
        assert READERS["decision"](decision.id, row) == decision
        assert all(value is None or isinstance(value, str | int | bytes) for value in row)


@few
@given(several(2, 3, lawful=True), st.randoms(use_true_random=False))
def test_a_change_of_what_was_compared_is_offered_again_and_gold_stands(
    sets: list[AnnotationSet], chance: random.Random
) -> None:
    now = resolved(docket(sets), chance)
    whose = chance.randrange(len(sets))
    spans = [one for one in sets[whose].spans if one.layer == "entity"]
    if not spans or not all(one.annotations for one in sets):
        return
    span_changed = replace(chance.choice(spans), label="EVENT")
    sets[whose] = changed(sets[whose], span_changed)
    after = gold_of(with_sets(now, sets))
    place = (sets[whose].id, span_changed.id)
    resting = [d for d in now.decisions if d.subject == "span" and place in compared_in(d)]
    stale = [d for one in after.left if one.status == "stale" for d in one.standing]
    assert resting
    assert all(decision in stale for decision in resting)
    # Gold stands, and what had nothing to do with it is not asked about.
    assert entities_of(after) == entities_of(gold_of(now))
    touched = {place}.union(*map(compared_in, resting))
    for one in after.left:
        if one.cluster.subject == "span":
            assert touched & {(m.set_id, a.id) for m in one.cluster.members for a in m.annotations}


def compared_in(decision: Decision) -> set[tuple[UUID, UUID]]:
    return {(one.set_id, one.annotation_id) for one in decision.inputs if one.annotation_id}


def entities_of(gold: Gold) -> dict[UUID, Span]:
    """The entities in gold without their attributes."""
    spans = {key: a for key, a in gold.annotations.items() if isinstance(a, Span) and a.layer == "entity"}
    return {key: replace(one, attributes={}) for key, one in spans.items()}


@few
@given(several(2, 3, lawful=True), st.randoms(use_true_random=False))
def test_a_late_submission_that_says_what_another_said_opens_nothing(
    sets: list[AnnotationSet], chance: random.Random
) -> None:
    if not all(one.annotations for one in sets):
        return
    now = resolved(docket(sets), chance)
    late = again(chance.choice(sets), NAMES[4])
    assert gold_of(with_sets(now, [*sets, late])).left == ()
    assert gold_of(with_sets(now, [*sets, late])).annotations == gold_of(now).annotations


@settings(max_examples=settings().max_examples // 16)
@given(st.integers(0, 10_000))
def test_a_late_submission_opens_only_what_it_touches(seed: int) -> None:
    one = sample()[seed % len(sample())]
    sets = make_differences(one, NAMES[:3], SCHEMA, seed)
    chance = random.Random(seed)
    now = resolved(docket(sets, document=one.document), chance)
    late = again(sets[0], "دیر")
    moved = chance.choice([s for s in late.spans if s.layer == "entity"])
    late = changed(late, replace(moved, label="NEW", attributes={}))
    later = gold_of(with_sets(now, [*sets, replace(late, document_id=one.document.id)]))
    assert later.left
    for opened in later.left:
        assert moved.id in [a.id for m in opened.cluster.members for a in m.annotations]
    assert later.annotations == gold_of(now).annotations


@settings(max_examples=settings().max_examples // 10)
@given(st.integers(0, 10_000))
def test_accepting_one_annotator_gives_what_he_said(seed: int) -> None:
    one = sample()[seed % len(sample())]
    sets = make_differences(one, NAMES[:3], SCHEMA, seed)
    now = docket(sets, document=one.document)
    if seed % 2:
        now = now.adding(*automatic(now, 1, ALL))
    chosen = sets[seed % 3]
    now = now.adding(*accept_document(now, chosen.annotator, ruled(5)))
    gold = gold_of(now)
    # What crosses in his own work cannot all be gold.
    assert {one.status for one in gold.left} <= {"conflict"}
    if not gold.left:
        assert content(gold.annotations.values()) == content(chosen.annotations.values())
    assert accept_document(now, chosen.annotator, ruled(5)) == ()


# What is accepted without asking


def test_unanimous_means_all_who_have_finished() -> None:
    two = [answers(name, span("entity", "GPE", 3)) for name in NAMES[:2]]
    assert left(settled(two)) == []
    third = answers(NAMES[2], span("entity", "PER", 9))
    assert left(settled([*two, third])) == [("open", "missing", "entity"), ("open", "missing", "entity")]
    at_work = replace(third, state=replace(third.state, state="in_progress"))
    assert left(settled([*two, at_work])) == []


def test_one_annotator_is_not_unanimous_unless_the_policy_says_so() -> None:
    alone = [answers("a", span("entity", "GPE", 3))]
    assert left(settled(alone)) == [("open", "agree", "entity")]
    assert left(settled(alone, policy=Policy(sample=0, least=1)), Policy(sample=0, least=1)) == []


def test_some_of_what_was_accepted_is_shown_all_the_same() -> None:
    spans = [span("entity", "GPE", place) for place in range(12)]
    sets = [again(answers("x", *spans), name) for name in NAMES[:2]]
    all_of_it = Policy(sample=1)
    now = settled(sets, policy=all_of_it)
    assert left(now, all_of_it) == [("sampled", "agree", "entity")] * 12
    confirmed = now.adding(
        decide(gold_of(now, all_of_it).left[0], gold_of(now, all_of_it).left[0].choices[0], ruled(2))
    )
    assert len(left(confirmed, all_of_it)) == 11
    assert gold_of(confirmed).annotations == gold_of(now).annotations
    half = [len(left(now, Policy(sample=0.5, seed=seed))) for seed in range(20)]
    assert 0 < min(half) < max(half) < 12


def test_no_majority_decides_unless_it_is_asked_to() -> None:
    sets = [answers(name, span("entity", "GPE" if name != "سارا" else "LOC", 3)) for name in NAMES[:3]]
    assert left(settled(sets)) == [("open", "label", "entity")]
    policy = Policy(sample=0, majority={"entity": 2})
    gold = gold_of(settled(sets, policy=policy), policy)
    assert [a.label for a in gold.annotations.values()] == ["GPE"]
    assert [d.method for decisions in gold.provenance.values() for d in decisions] == ["auto:majority"]
    assert left(settled(sets[:2], policy=policy), policy) == [("open", "label", "entity")]
    stricter = Policy(sample=0, majority={"entity": 3})
    assert left(settled(sets, policy=stricter), stricter) == [("open", "label", "entity")]


def test_a_majority_for_nothing_rejects() -> None:
    sets = [
        answers(name, *([span("entity", "GPE", 3)] if name == NAMES[0] else []), span("entity", "PER", 9))
        for name in NAMES[:3]
    ]
    policy = Policy(sample=0, majority={"entity": 2})
    gold = gold_of(settled(sets, policy=policy), policy)
    assert [a.label for a in gold.annotations.values()] == ["PER"]
    assert gold.left == ()


def test_the_type_and_the_status_of_a_commitment_are_never_left_to_a_majority() -> None:
    policy = Policy(sample=0, majority={"commitment": 2})
    kinds = [answers(name, span("commitment", "plan" if name != NAMES[0] else "pledge", 3, 9)) for name in NAMES[:3]]
    assert left(settled(kinds, policy=policy), policy) == [("open", "label", "commitment")]
    status = [
        answers(
            name,
            span(
                "commitment",
                "plan",
                3,
                9,
                status="agreed" if name != NAMES[0] else "signed",
                voice="passive" if name != NAMES[0] else "indirect",
            ),
        )
        for name in NAMES[:3]
    ]
    assert left(settled(status, policy=policy), policy) == [("open", "attribute", "status")]


def test_an_automatic_decision_gives_way_to_what_all_say_now() -> None:
    sets = [answers(name, span("entity", "GPE", 3)) for name in NAMES[:2]]
    now = settled(sets)
    later = with_sets(now, [changed(one, replace(one.spans[0], label="LOC")) for one in sets])
    assert left(later) == [("stale", "agree", "entity")]
    later = later.adding(*automatic(later, 5, ALL))
    assert left(later) == []
    assert [(key, a.label) for key, a in gold_of(later).annotations.items()] == [
        (key, "LOC") for key in gold_of(now).annotations
    ]


def test_a_persons_decision_never_gives_way_by_itself() -> None:
    sets = [answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    now = now.adding(decide(only(now), only(now).choices[0], ruled(2)))
    assert [a.label for a in gold_of(now).annotations.values()] == ["GPE"]
    both = [changed(one, replace(one.spans[0], label="FAC")) for one in sets]
    later = with_sets(now, both)
    later = later.adding(*automatic(later, 5, ALL))
    assert left(later) == [("stale", "agree", "entity")]
    assert [a.label for a in gold_of(later).annotations.values()] == ["GPE"]
    corrected = [changed(one, replace(one.spans[0], label="GPE")) for one in sets]
    assert left(with_sets(now, corrected)) == []


# Deciding


def test_gold_can_have_nothing_where_somebody_has_something() -> None:
    now = settled([answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "PER", 9))])
    first, second = gold_of(now).left
    now = now.adding(
        decide(first, None, ruled(2, reason="not_covered", comment="نام عام")), decide(second, None, ruled(3))
    )
    assert gold_of(now) == Gold({}, {}, (), ("a", "b"))
    rejected = now.decisions[0]
    assert (rejected.outcome, rejected.state, rejected.method) == ("reject", "settled", "human")
    assert rejected.reason in REASONS
    assert left(with_sets(now, [*now.sets.values(), answers("c", span("entity", "LOC", 3))]))[0] == (
        "stale",
        "label",
        "entity",
    )


def test_the_curator_can_say_what_nobody_said() -> None:
    now = settled([answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3))])
    start, end = words(3, 4)
    made = decide(only(now), (Place("EVENT", start, end),), ruled(2))
    assert (made.outcome, made.method) == ("edit", "edited")
    (gold,) = gold_of(now.adding(made)).annotations.values()
    assert isinstance(gold, Span)
    assert (gold.label, gold.quote, gold.id) == ("EVENT", WORDS[start:end], made.cluster)


def test_what_is_put_aside_waits_and_what_stands_goes_on_standing() -> None:
    sets = [answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    aside = now.adding(defer(only(now), ruled(2, comment="ask")))
    assert left(aside) == [("deferred", "label", "entity")]
    assert automatic(aside, 3, ALL) == ()
    decided = aside.adding(decide(only(aside), only(aside).choices[1], ruled(4)))
    assert left(decided) == []
    later = with_sets(decided, [sets[0], changed(sets[1], replace(sets[1].spans[0], label="FAC"))])
    again_aside = later.adding(defer(only(later), ruled(5)))
    assert left(again_aside) == [("deferred", "label", "entity")]
    assert gold_of(again_aside).annotations == gold_of(decided).annotations
    done = again_aside.adding(decide(only(again_aside), None, ruled(6)))
    assert gold_of(done).annotations == {}
    assert len(in_force(done.all_decisions)) == 1


def test_what_everybody_withdrew_is_offered_again() -> None:
    sets = [answers("a", span("entity", "GPE", 3), span("entity", "PER", 9)), answers("b", span("entity", "PER", 9))]
    now = settled(sets)
    now = now.adding(decide(only(now), only(now).choices[0], ruled(2)))
    later = with_sets(now, [changed(sets[0], without=[s for s in sets[0].spans if s.label == "GPE"]), sets[1]])
    assert left(later) == [("stale", "agree", "entity")]
    assert gold_of(later).annotations == gold_of(now).annotations
    lost = only(later)
    assert left(later.adding(decide(lost, None, ruled(3)))) == []
    kept = later.adding(decide(lost, lost.standing[0].answer, ruled(3)))
    assert left(kept) == []
    assert gold_of(kept).annotations == gold_of(now).annotations


def test_somebody_who_opens_his_article_again_changes_nothing_until_he_does() -> None:
    sets = [answers("a", span("entity", "GPE", 3)), answers("b", span("entity", "LOC", 3))]
    now = settled(sets)
    now = now.adding(decide(only(now), only(now).choices[0], ruled(2)))
    at_work = replace(sets[1], state=SetState(sets[1].id, "in_progress"))
    assert left(with_sets(now, [sets[0], at_work])) == []
    different = changed(at_work, replace(at_work.spans[0], label="FAC"))
    assert left(with_sets(now, [sets[0], different])) == []  # all who have finished say what was decided
    finished = replace(different, state=SetState(sets[1].id, "finished"))
    assert left(with_sets(now, [sets[0], finished])) == [("stale", "label", "entity")]


def test_answers_that_come_together_later_keep_both_of_gold_until_decided() -> None:
    parts = [answers(name, span("entity", "ORG", 0, 1), span("entity", "ORG", 2, 3)) for name in NAMES[:2]]
    now = settled(parts)
    later = with_sets(now, [*parts, answers(NAMES[2], span("entity", "ORG", 0, 3))])
    assert left(later) == [("stale", "split", "entity")]
    assert gold_of(later).annotations == gold_of(now).annotations
    whole = next(
        variant for variant in only(later).choices if isinstance(variant.answer, tuple) and len(variant.answer) == 1
    )
    done = later.adding(decide(only(later), whole, ruled(3)))
    assert [(a.start, a.end) for a in gold_of(done).annotations.values() if isinstance(a, Span)] == [words(0, 3)]
    assert left(done) == []


# The queue


def test_the_queue_goes_from_commitments_to_roles() -> None:
    actor, thing = span("entity", "ROLE", 0, 1), span("argument", "ARG", 6, 7)
    one = commitment("a", actor, thing)
    other = commitment("b", span("entity", "ROLE", 0, 1), None, kind="pledge")
    more = [span("entity", "GPE", 11), span("entity", "ORG", 12, 13), span("entity", "PER", 14, canon="x")]
    rest = [
        span("entity", "LOC", 11),
        span("entity", "ORG", 12),
        span("entity", "PER", 14, canon="y"),
        span("entity", "DATE", 2),
    ]
    sets = [changed(one, *more), changed(other, *rest)]
    assert left(settled(sets)) == [
        ("open", "label", "commitment"),
        ("open", "label", "entity"),
        ("open", "missing", "entity"),
        ("open", "boundary", "entity"),
        ("open", "attribute", "canon"),
        ("open", "role", "role"),
    ]
    found = gold_of(settled(sets)).left
    assert queue(reversed(found)) == list(found)
    assert found[0].between("a", "b")
    assert not found[0].between("a", "c")
    assert found[0].annotators == ("a", "b")


def test_the_same_question_in_several_articles_is_decided_once() -> None:
    def asked(text: str, at: int, label: str = "LOC") -> Docket:
        document = article(f"{text}.txt", text)
        start, end = document.tokens[at]
        sets = [
            replace(answers(name, Span(new_id(), "entity", kind, start, end, text[start:end])), document_id=document.id)
            for name, kind in (("a", "GPE"), ("b", label))
        ]
        return Docket(document, sets, [], SCHEMA)

    dockets = [asked("آذری‌ها آمدند", 0), asked("با آذريها", 1), asked("از آذری‌ها", 1, "ORG"), asked("آذری‌ها رفتند", 0)]
    found = [one for now in dockets for one in gold_of(now).left]
    assert sorted(Counter(one.question for one in found if one.question).values()) == [1, 3]
    loc = next(v for v in found[0].choices if isinstance(v.answer, tuple) and v.answer[0].label == "LOC")
    touched = gold_of(dockets[3].adding(defer(found[3], ruled(1)))).left[0]
    made = decide_alike([*found[:3], touched], loc, ruled(2, reason="definition"))
    assert [decision.document_id for decision in made] == [dockets[0].document.id, dockets[1].document.id]
    for now, decision in zip(dockets, made, strict=False):
        assert [a.label for a in gold_of(now.adding(decision)).annotations.values()] == ["LOC"]
    assert [d.outcome for d in decide_alike(found, None, ruled(2))] == ["reject"] * 3


@given(st.uuids(), st.permutations(NAMES))
def test_blind_names_hide_who_is_who(document: UUID, names: Sequence[str]) -> None:
    blind = blind_names(document, names)
    assert sorted(blind.values()) == ["A", "B", "C", "D", "E"]
    assert blind == blind_names(document, NAMES)


def test_blind_names_differ_from_document_to_document() -> None:
    assert len({blind_names(UUID(int=n), NAMES[:3])[NAMES[0]] for n in range(30)}) == 3
    assert len(set(blind_names(UUID(int=1), [str(n) for n in range(60)]).values())) == 60
