"""Adjudicating in the window: the key of a decision until it is durable and painted, and listing what is left.

    python tests/benchmarks/bench_review.py [ARTICLES]

The articles are the sample's over and over, each annotated by three who differ as `rehearsal` has them differ. A
decision is also measured with only three articles in the project, which is what the queue behind it costs nothing in.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(QT_SCALE_FACTOR="1", QT_FONT_DPI="96")

from PySide6.QtCore import QEventLoop, QTimer

from peyman import paths
from peyman.core.model import AnnotatedDocument, Annotation, AnnotationSet, Relation, new_id
from peyman.core.project import Project
from peyman.core.rehearsal import make_differences
from peyman.core.schema import Schema
from peyman.exchange import read_schema
from peyman.formats import jsonl
from peyman.gui.app import SWITCH, make_app, make_window
from peyman.gui.player import play, press, settle
from peyman.gui.review.page import ReviewPage
from peyman.gui.settings import Settings

NAMES = ("رضا", "سارا", "مینا")
KEYS = 100
Sets = Sequence[AnnotationSet]


def articles(schema: Schema, count: int) -> Iterator[tuple[AnnotatedDocument, Sets]]:
    """Yield so many articles with what three annotators made of them; every one under ids and a text of its own."""
    given = list(jsonl.read(Path(paths.seeds("sample_gold.jsonl")), schema))
    made = [(one, make_differences(one, NAMES, schema, seed)) for seed in range(3) for one in given]
    for number in range(count):
        article, sets = made[number % len(made)]
        text = f"{article.document.text}\n{number}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = replace(article.document, id=new_id(), name=f"{number:05}", text=text, sha256=digest)
        yield replace(article, document=document), [copied(one) for one in sets]


def copied(given: AnnotationSet) -> AnnotationSet:
    ids = {key: new_id() for key in given.annotations}
    records: list[Annotation] = []
    for one in given.annotations.values():
        if isinstance(one, Relation):
            records.append(replace(one, id=ids[one.id], source=ids[one.source], target=ids[one.target]))
        else:
            records.append(replace(one, id=ids[one.id]))
    number = new_id()
    held = {record.id: record for record in sorted(records, key=lambda record: record.id)}
    return replace(given, id=number, state=replace(given.state, id=number), annotations=held)


def make_project(path: Path, schema: Schema, count: int) -> None:
    with Project.create(path, annotator="داور", schema=schema) as project, project.batch("import"):
        for article, sets in articles(schema, count):
            number = project.add_document(article.document)
            for one in sets:
                project.add_set(number, replace(one, document_id=article.document.id))


def until(done: Callable[[], bool]) -> None:
    """Go on with the event loop until something holds."""
    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if done() else None)
    clock.start(5)
    loop.exec()


def share(figures: Sequence[float], part: float) -> float:
    return sorted(figures)[min(int(len(figures) * part), len(figures) - 1)]


def bench(folder: Path, schema: Schema, count: int) -> None:
    app = make_app()
    path = folder / f"{count}.peyman"
    make_project(path, schema, count)
    settings = Settings(folder / "settings.ini")
    for key, value in (("language", "fa"), ("suggestions", False), ("learning", False)):
        settings.set(key, value)
    window = make_window(app, settings)
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    assert window.open_project(path)
    sys.setswitchinterval(SWITCH)
    settle()
    start = time.perf_counter()
    play(window, "Ctrl+2")
    assert window.pages is not None
    page = window.pages.page("review")
    assert isinstance(page, ReviewPage)
    until(lambda: page.bench.question is not None)
    first = time.perf_counter() - start
    until(lambda: page.bench.read and not page.bench.busy)
    whole = time.perf_counter() - start
    left = page.bench.questions.total
    print(f"{count:>8} {left:>9} {first:>14.2f} {whole:>10.2f}", end=" ")
    taken = []
    for turn in range(KEYS):
        start = time.perf_counter()
        press(window, "10"[turn % 4 == 3])
        taken.append((time.perf_counter() - start) * 1000)
        assert page.bench.question is not None
    print(f"{share(taken, 0.5):>10.1f} {share(taken, 0.9):>9.1f} {max(taken):>9.1f}")
    window.close()
    settle()


def main(count: int = 1000) -> int:
    schema = read_schema()
    print(f"{'':>18} {'seconds until':>16} {'':>8} {'ms from a key to its commit and repaint':>30}")
    print(f"{'articles':>8} {'questions':>9} {'the first':>14} {'all listed':>10} {'p50':>10} {'p90':>9} {'most':>9}")
    for some in sorted({9, count}):
        with tempfile.TemporaryDirectory() as folder:
            bench(Path(folder), schema, some)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
