"""Rehearsing adjudication: whoever knows gold finds it in what made-up annotators say, or puts it there."""

from __future__ import annotations

import pytest

from core.annotating import NAMES, sample
from core.judging import ALL, SCHEMA, docket, gold_of, ruled
from peyman.core.adjudication import Policy
from peyman.core.prompter import Prompter, content, key_of, play
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
