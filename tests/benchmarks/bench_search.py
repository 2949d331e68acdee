"""`make bench`: how long searches take in a project of many articles; the aim is 200 ms, with the index at hand.

The articles are made of words whose frequencies fall as those of a language do, with names strewn in, and
a share of their words is annotated. Milliseconds differ from machine to machine; what counts beside the aim is the
ratio to reading every article.

    python tests/benchmarks/bench_search.py [ARTICLES]
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from peyman import paths
from peyman.core.concordance import FILE, Concordance, Search
from peyman.core.decode import text_hash
from peyman.core.model import AnnotationSet, Document, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import parse_schema

ARTICLES, WORDS, SPANS = 10_000, 400, 12  # articles, words of one, spans in one
NAMES = ["باکو", "نخست‌وزیر", "نخست وزیر", "آذربایجان", "قره‌باغ", "استاندار اردبیل", "جمهوری آذربایجان"]
RARE = "ماخاچ‌قلعه"


def vocabulary(chance: random.Random) -> list[str]:
    letters = "ابپتجچخدرزسشعفقکگلمنوهی"
    return ["".join(chance.choices(letters, k=chance.randint(2, 7))) for _ in range(30_000)]


def documents(chance: random.Random, count: int) -> Iterator[Document]:
    words = vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    for number in range(count):
        chosen = chance.choices(words, weights, k=WORDS)
        for _ in range(SPANS):
            chosen[chance.randrange(WORDS)] = chance.choice(NAMES)
        if number % (count // 20) == 0:
            chosen[chance.randrange(WORDS)] = RARE
        text = " ".join(chosen) + f" {number}."
        name = f"{number:06}.txt"
        yield Document(new_id(), name, name, text, text_hash(text), "fa", "rtl")


def tagged(document: Document) -> AnnotationSet:
    """Return a set that has the names of an article labelled."""
    spans = []
    for name in NAMES[:4]:
        start = document.text.find(f" {name} ") + 1
        if start:
            spans.append(Span(new_id(), "entity", "GPE", start, start + len(name), name))
    key = new_id()
    by_id = {span.id: span for span in spans}
    return AnnotationSet(key, 0, document.id, "سارا", "annotation", SetState(key, "finished"), by_id)


def make(path: Path, count: int) -> None:
    schema_path = paths.resource("schemas", "commitnews.toml")
    schema = parse_schema(schema_path.read_text(encoding="utf-8"), schema_path.name)
    with Project.create(path, annotator="سارا", schema=schema) as project, project.batch("import"):
        for document in documents(random.Random(1), count):
            project.add_set(project.add_document(document), tagged(document))


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def search(path: Path, wanted: Search, *, first: bool, keep: bool = True) -> int:
    """Search as the window does, with the project opened anew; return how many hits there are, or came first."""
    count = 0
    with Project.open(path, read_only=True) as project, Concordance(project, keep=keep) as concordance:
        for found in concordance.search(wanted):
            count += len(found.hits)
            if first and count:
                break
    return count


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.peyman")
        make(path, count)
        print(f"{count} articles of {WORDS} words, {path.stat().st_size / 1e6:.0f} MB")

        def index() -> None:
            with Project.open(path, read_only=True) as project, Concordance(project) as concordance:
                for _ in concordance.bring_up_to_date():
                    pass

        milliseconds = timed(index)
        size = (Path(f"{path}.side") / FILE).stat().st_size
        print(f"index made in {milliseconds / 1000:.1f} s, {size / 1e6:.0f} MB")
        print(f"\n{'search, median of 5':<44} {'hits':>8} {'first ms':>9} {'all ms':>9}   aim: first <= 200")
        kinds = {
            f"a rare word ({RARE})": Search(RARE),
            "a rare word that is joined, as a phrase": Search('"ماخاچ قلعه"'),
            "a word of every third article": Search('"استاندار اردبیل"'),
            "a word of nearly all articles": Search("باکو"),
            "a beginning (ماخ*)": Search("ماخ*"),
            "nothing": Search("ناموجودات"),
            "annotations by label": Search(annotations=True, label="GPE"),
            "annotations by label: none": Search(annotations=True, label="PER"),
            "annotations by word and label": Search("قره‌باغ", annotations=True, label="GPE"),
        }
        for name, wanted in kinds.items():
            first = [timed(lambda wanted=wanted: search(path, wanted, first=True)) for _ in range(5)]  # type: ignore[misc]
            whole = [timed(lambda wanted=wanted: search(path, wanted, first=False)) for _ in range(5)]  # type: ignore[misc]
            hits = search(path, wanted, first=False)
            print(f"{name:<44} {hits:>8} {statistics.median(first):>9.1f} {statistics.median(whole):>9.1f}")
        (Path(f"{path}.side") / FILE).unlink()
        bare = timed(lambda: search(path, Search(RARE), first=False, keep=False))
        print(f"{'a rare word, reading every article':<44} {'':>8} {'':>9} {bare:>9.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
