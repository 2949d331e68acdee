"""Rehearsing adjudication: whoever knows gold finds it in what made-up annotators say, or puts it there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.annotating import NAMES, answers, sample, span
from core.judging import ALL, SCHEMA, docket, gold_of, ruled
from peyman.core.adjudication import Policy, automatic, decide
from peyman.core.clusters import Variant
from peyman.core.model import Span
from peyman.core.prompter import Prompter, content, key_of, play, reworded
from peyman.core.rehearsal import Rates, make_differences

MORE = Rates(missing=0.2, extra=0.1, boundary=0.2, label=0.2, split=0.1, attribute=0.2, role=0.2, field=0.2)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("number", range(3))
def test_gold_becomes_what_it_is_known_to_be(seed: int, number: int) -> None:
    article = sample()[number]
    assert article.annotations is not None
    sets = make_differences(article, NAMES[:3], SCHEMA, seed)
    done = play(docket(sets, document=article.document), article.annotations, ruled(1), Policy())
    assert done.gold.complete
    truth = content(article.annotations.annotations.values(), SCHEMA)
    assert content(done.gold.annotations.values(), SCHEMA) == truth
    # One key for each; nearly all of it is what somebody says.
    assert done.keys.total() == done.asked.total()
    assert done.keys["E"] + done.by_hand < done.asked.total() / 4


def test_even_of_careless_annotators_gold_can_be_made() -> None:
    for seed in (4, 5):
        article = sample()[0]
        assert article.annotations is not None
        sets = make_differences(article, NAMES[:3], SCHEMA, seed, MORE)
        done = play(docket(sets, document=article.document), article.annotations, ruled(1), ALL)
        assert done.gold.complete
        truth = content(article.annotations.annotations.values(), SCHEMA)
        assert content(done.gold.annotations.values(), SCHEMA) == truth


def test_what_somebody_has_in_other_words_is_put_right_by_one_decision() -> None:
    """An argument that nobody has with the right words keeps its role; only its ends are moved."""
    article = sample()[0]
    assert article.annotations is not None
    done = play(docket(make_differences(article, NAMES[:3], SCHEMA, 12), document=article.document),
                article.annotations, ruled(1), ALL)  # fmt: skip
    gold = done.gold.annotations
    argument = next(one for one in gold.values() if isinstance(one, Span) and one.layer == "argument")
    start, end = argument.start, argument.end + 1
    moved = {**gold, argument.id: replace(argument, start=start, end=end, quote=article.document.text[start:end])}
    truth = {one.id: one for one in article.annotations.annotations.values()}
    (pair,) = reworded(moved, article.annotations).items()
    true = truth[pair[0]]
    assert isinstance(true, Span)
    assert pair[1] == argument.id
    assert (true.layer, true.start, true.end) == ("argument", argument.start, argument.end)
    assert not reworded(gold, article.annotations)


def test_a_prompter_of_later_decisions_answers_as_a_new_one_does() -> None:
    article = sample()[1]
    assert article.annotations is not None
    now = docket(make_differences(article, NAMES[:3], SCHEMA, 2), document=article.document)
    known = Prompter(now, article.annotations)
    for turn in range(1, 60):
        now = now.adding(*automatic(now, turn, ALL))
        one = gold_of(now).left[0]
        answer = known.of(now).answer(one)
        assert answer == Prompter(now, article.annotations).answer(one)
        now = now.adding(decide(one, answer, ruled(turn)))


def test_of_answers_that_differ_only_in_what_comes_along_the_true_one_is_taken() -> None:
    """Beside somebody's two halves the whole is offered once with each set of attributes."""
    wrong, true = span("entity", "GPE", 0, 1, canon="Iran"), span("entity", "GPE", 0, 1, canon="ایران")
    halves = [span("entity", "GPE", 0, canon="Iran"), span("entity", "GPE", 1, canon="Iran")]
    now = docket([answers("A", wrong), answers("B", true), answers("C", *halves)])
    (asked,) = gold_of(now).left
    assert asked.kind == "split"
    answer = Prompter(now, answers("D", span("entity", "GPE", 0, 1, canon="ایران"))).answer(asked)
    assert isinstance(answer, Variant)
    assert answer.annotators == ("B",)


def test_the_right_variant_is_taken_where_somebody_has_it() -> None:
    article = sample()[1]
    assert article.annotations is not None
    sets = make_differences(article, NAMES[:2], SCHEMA, 3)
    now = docket(sets, document=article.document)
    true = {(s.layer, s.label, s.start, s.end) for s in article.annotations.spans}
    taken = 0
    prompter = Prompter(now, article.annotations)
    for one in gold_of(now).left:
        if one.kind != "boundary":
            continue
        right = [v for v in one.choices if isinstance(v.answer, tuple)
                 if all((one.layer, p.label, p.start, p.end) in true for p in v.answer)]  # fmt: skip
        answer = prompter.answer(one)
        if len(right) == 1:
            assert answer == right[0]
            assert key_of(one, answer) == str(one.choices.index(right[0]) + 1)
            taken += 1
    assert taken > 3
