"""`python tests/benchmarks/bench_clusters.py`: what clusters, one decision and gold cost for one article.

Made-up annotators of the sample's articles (about 60 entities and commitments, 40 arguments, 45 roles and 110
attributes each). Milliseconds of processor time, the median over the articles and seeds; the last column is that
over the bare thing: reading every annotation of every set once.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from peyman import paths
from peyman.core.adjudication import Gold, Policy, automatic, decide, gold_of
from peyman.core.clusters import clusters_of, groups_of
from peyman.core.decisions import Ruling
from peyman.core.docket import Docket
from peyman.core.model import AnnotationSet
from peyman.core.rehearsal import make_differences
from peyman.core.schema import parse_schema
from peyman.formats import jsonl

NAMES = ("A", "B", "C", "D", "E")
SEEDS = range(3)
TURNS = 7


def milliseconds(work: Callable[[], object]) -> float:
    """Return the least of several turns, as what disturbs only adds."""
    found = []
    for _ in range(TURNS):
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return min(found)


def read(sets: Sequence[AnnotationSet]) -> int:
    return sum(len(str(annotation)) for one in sets for annotation in one.annotations.values())


def one_key(docket: Docket, policy: Policy) -> Gold:
    """Settle the first disagreement and all that follows from it."""
    first = gold_of(docket, policy).left[0]
    after = docket.adding(decide(first, first.choices[0], Ruling("curator", 2)))
    return gold_of(after.adding(*automatic(after, 2, policy)), policy)


def main() -> int:
    path = paths.resource("schemas", "commitnews.toml")
    schema = parse_schema(path.read_text(encoding="utf-8"), path.name)
    articles = list(jsonl.read(Path(paths.seeds("sample_gold.jsonl")), schema))
    policy = Policy()
    print(f"{'':<42} {'annotators':>10} {'ms':>8} {'ratio':>7}")
    for count in (2, 3, 5):
        taken: dict[str, list[tuple[float, float]]] = {}
        left = keys = 0
        for article in articles:
            for seed in SEEDS:
                sets = make_differences(article, NAMES[:count], schema, seed)
                bare = milliseconds(partial(read, sets))
                entities = [[span for span in one.spans if span.layer == "entity"] for one in sets]
                empty = Docket(article.document, sets, [], schema)
                docket = empty.adding(*automatic(empty, 1, policy))
                gold = gold_of(docket, policy)
                left, keys = left + len(gold.left), keys + 1
                works: dict[str, Callable[[], object]] = {
                    "aligning the entities": partial(groups_of, entities),
                    "all clusters": partial(clusters_of, sets, schema),
                    "what needs nobody": partial(automatic, empty, 1, policy),
                    "gold and what is left": partial(gold_of, docket, policy),
                    "twice that, and one decision between": partial(one_key, docket, policy),
                }
                for name, work in works.items():
                    spent = milliseconds(work)
                    taken.setdefault(name, []).append((spent, spent / bare))
        for name, rows in taken.items():
            spent, ratio = (statistics.median(column) for column in zip(*rows, strict=True))
            print(f"{name:<42} {count:>10} {spent:>8.2f} {ratio:>7.1f}")
        print(f"{'disagreements left for an article':<42} {count:>10} {left / keys:>8.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
