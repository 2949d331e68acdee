"""`make bench`: precision and recall of the suggestions on the sample articles, by source and together.

Exact label and extent against the entities of the sample's gold. Each article is held out in turn: the strings
tagged in this project come from the other articles only. Nothing in the lists or the grammar was read off these
articles. The tagger needs many more articles than there are, so it has no row.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from peyman import paths
from peyman.core.gazetteer import load
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import parse_schema
from peyman.core.suggest import LAYER, SOURCES, Memory, Suggester
from peyman.core.text import Tokenizer
from peyman.formats import jsonl

Answer = tuple[str, str, int, int]  # document, label, start, end


def main() -> int:
    schema_path = paths.resource("schemas", "commitnews.toml")
    schema = parse_schema(schema_path.read_text(encoding="utf-8"), schema_path.name)
    start = time.perf_counter()
    lexicon = load(paths.resource("gazetteers"))
    loading = time.perf_counter() - start
    articles = with_tokens(jsonl.read(Path(paths.seeds("sample_gold.jsonl")), schema))
    gold: set[Answer] = set()
    found: dict[str, set[Answer]] = {source: set() for source in (*SOURCES, "all")}
    origin: Counter[tuple[str, bool]] = Counter()
    milliseconds = []
    for article in articles:
        document, name = article.document, article.document.name
        assert article.annotations is not None
        gold |= {(name, s.label, s.start, s.end) for s in article.annotations.spans if s.layer == LAYER}
        others = [other for other in articles if other is not article]
        suggester = Suggester(schema, lexicon, Memory.of(others))
        for source in SOURCES:
            found[source] |= {(name, s.label, *s.extent) for s in suggester.suggest(document, sources=[source])}
        for _ in range(5):
            start = time.perf_counter()
            offered = suggester.suggest(document)
            milliseconds.append((time.perf_counter() - start) * 1000 * 10_000 / len(document.text))
        found["all"] |= {(name, s.label, *s.extent) for s in offered}
        for one in offered:
            origin[one.source, (name, one.label, *one.extent) in gold] += 1
    print(f"{len(gold)} entities in {len(articles)} articles; {len(lexicon)} forms, read in {loading:.2f} s;")
    print(f"{statistics.median(milliseconds):.1f} ms for 10,000 characters (median), all sources but the tagger")
    print(f"\n{'source, alone':<16} {'offered':>8} {'right':>6} {'P':>6} {'R':>6}")
    for source in (*SOURCES, "all"):
        if source != "tagger":
            print_row(source, found[source], gold)
    print(f"\n{'source, together':<16} {'offered':>8} {'right':>6} {'P':>6}")
    for source in SOURCES:
        right, wrong = origin[source, True], origin[source, False]
        if right + wrong:
            print(f"{source:<16} {right + wrong:>8} {right:>6} {right / (right + wrong):>6.2f}")
    print(f"\n{'label':<16} {'offered':>8} {'right':>6} {'P':>6} {'R':>6}")
    for label in sorted({one[1] for one in gold}):
        print_row(label, (f for f in found["all"] if f[1] == label), {g for g in gold if g[1] == label})
    return 0


def print_row(name: str, offered: Iterable[Answer], gold: set[Answer]) -> None:
    answers = set(offered)
    right = len(answers & gold)
    precision = f"{right / len(answers):.2f}" if answers else "n/a"
    print(f"{name:<16} {len(answers):>8} {right:>6} {precision:>6} {right / len(gold):>6.2f}")


def with_tokens(articles: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    """Return the articles with their tokens, as importing them gives."""
    made = []
    with Tokenizer() as tokenizer:
        for one in articles:
            tokens = tokenizer.tokens(one.document.text, one.document.language)
            made.append(replace(one, document=replace(one.document, tokens=tokens)))
    return made


if __name__ == "__main__":
    sys.exit(main())
