"""`make bench`: canonical names in use, in a project of 1,000 articles with fifty named entities each.

Once for each label in a session: what the project tells, and ordering it by use. After that names are kept up by
edits; then only asking counts.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peyman import paths
from peyman.core.decode import text_hash
from peyman.core.model import AnnotationSet, Document, SetState, Span, new_id
from peyman.core.names import Names
from peyman.core.project import Project
from peyman.core.schema import parse_schema

ARTICLES, ENTITIES = 1000, 50
LABELS = ("PER", "ORG", "GPE", "ROLE", "LOC")


def fill(project: Project) -> None:
    """Add articles of made-up words, every one of them an entity; every second word means the same as its neighbour."""
    chance = random.Random(1)
    with project.batch("import"):
        for number in range(ARTICLES):
            words = [f"نام{chance.randrange(3000)}" for _ in range(ENTITIES)]
            text = " ".join([str(number), *words])
            at, spans = len(str(number)) + 1, {}
            for word in words:
                label = chance.choice(LABELS)
                canon = f"{label}:{int(word.removeprefix('نام')) // 2}"
                span = Span(new_id(), "entity", label, at, at + len(word), word, attributes={"canon": canon})
                spans[span.id] = span
                at += len(word) + 1
            document = Document(new_id(), f"{number}.txt", "", text, text_hash(text), "fa", "rtl")
            state = SetState(new_id(), "finished")
            made = AnnotationSet(state.id, 0, document.id, project.annotator, "annotation", state, spans)
            project.add_set(project.add_document(document), made)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    schema_path = paths.resource("schemas", "commitnews.toml")
    schema = parse_schema(schema_path.read_text(encoding="utf-8"), schema_path.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names.peyman")
        with Project.create(path, annotator="bench", schema=schema) as project:
            fill(project)
        with Project.open(path) as project:
            read = [timed(lambda: project.canon_names("entity", "PER")) for _ in range(5)]
            names = Names("entity", lambda label: project.canon_names("entity", label))
            first, again = timed(lambda: names.given("نام۷", "PER")), timed(lambda: names.given("نام۷", "PER"))
            listed = timed(lambda: names.of("PER"))
    print(f"what the project tells of a label {min(read):.1f} ms (aim <= 50); first prefill of a label {first:.1f} ms,")
    print(f"each later one {again:.3f} ms; the list to complete from {listed:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
