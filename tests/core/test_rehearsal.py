"""Made-up annotators: the same every time, lawful, and different from gold in all the ways they should be."""

from collections import Counter

import pytest

from core.annotating import NAMES, sample
from core.making import default_schema
from peyman.core.checks import problems_of
from peyman.core.clusters import clusters_of
from peyman.core.rehearsal import Rates, make_differences

SCHEMA = default_schema()
NO_DIFFERENCE = Rates(0, 0, 0, 0, 0, 0, 0, 0)


def test_the_same_seed_makes_the_same_annotators() -> None:
    for article in sample():
        assert make_differences(article, NAMES, SCHEMA, 5) == make_differences(article, NAMES, SCHEMA, 5)
        assert make_differences(article, NAMES, SCHEMA, 5) != make_differences(article, NAMES, SCHEMA, 6)
        one, other = make_differences(article, ["a", "b"], SCHEMA, 5)
        assert not one.annotations.keys() & other.annotations.keys()
        assert make_differences(article, ["b"], SCHEMA, 5) == (other,)


@pytest.mark.parametrize("seed", range(4))
def test_what_they_say_is_lawful(seed: int) -> None:
    for article in sample():
        assert article.annotations is not None
        known = {str(problem) for problem in problems_of(article.document, article.annotations, SCHEMA)}
        for one in make_differences(article, NAMES, SCHEMA, seed):
            found = list(problems_of(article.document, one, SCHEMA))
            assert len(found) <= len(known), [str(problem) for problem in found]
            assert one.state.state == "finished"
            assert list(one.annotations) == sorted(one.annotations)


def test_without_differences_all_say_what_gold_says() -> None:
    for article in sample():
        assert article.annotations is not None
        sets = make_differences(article, NAMES[:2], SCHEMA, 1, NO_DIFFERENCE)
        clusters = clusters_of([article.annotations, *sets], SCHEMA)
        assert {cluster.kind for cluster in clusters} == {"agree"}


def test_they_differ_in_every_way_and_not_too_much() -> None:
    counted: Counter[str] = Counter()
    for article in sample():
        for seed in range(10):
            counted.update(c.kind for c in clusters_of(make_differences(article, NAMES[:3], SCHEMA, seed), SCHEMA))
    assert {"agree", "missing", "boundary", "label", "attribute", "role", "split"} <= set(counted)
    assert 0.6 < counted["agree"] / counted.total() < 0.85
