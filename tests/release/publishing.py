"""Projects with gold that the tests of releases are about, and small changes to the releases made of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.annotating import sample
from core.making import article, default_schema, make_project
from peyman.core.model import AnnotatedDocument, Annotation, AnnotationSet, Document, SetState, Span, State, new_id
from peyman.core.project import Project
from peyman.core.rehearsal import make_differences
from peyman.release.source import Wanted
from peyman.release.splits import read_shares
from peyman.release.writing import SUMS, Written, checksums, plan_release, sums_of, write_release

SCHEMA = default_schema()
PEOPLE = ("زهرا کوشیار", "Ferdinand Quux", "Аграфена")
CURATOR = "Wilhelmina"
WORDS = (
    "استاندار گفت که راه تازه تا پایان سال ساخته می‌شود و مرز باز می‌ماند {n} وزیر راه در باکو قول داد",
    "Губернатор {n} обещал построить мост до конца года и открыть новый рынок у границы для торговли",
)


def make_sample(path: Path, *, people: Sequence[str] = PEOPLE, seed: int = 5) -> Project:
    """The articles of the sample project, with gold and what rehearsed annotators made of them."""
    items = sample()
    project = make_project(path, *(item.document for item in items), annotator=CURATOR)
    with project.batch("import"):
        for number, item in zip(project.document_numbers(), items, strict=True):
            assert item.annotations is not None
            project.add_set(number, replace(item.annotations, annotator=CURATOR))
            for one in make_differences(item, people, SCHEMA, seed):
                project.add_set(number, one)
    return project


def short_article(number: int, **meta: Any) -> Document:
    """One of many different articles of a line; even ones Persian, odd ones Russian."""
    persian = number % 2 == 0
    words = WORDS[number % 2].format(n=number).split()
    text = " ".join([*words, *(f"{word}{number}" for word in words)])
    made = article(f"{number:04}.txt", text)
    return replace(made, language="fa" if persian else "ru", direction="rtl" if persian else "ltr", meta=meta)


def gold_set(document: Document, *places: tuple[int, int, str], state: State = "finished") -> AnnotationSet:
    """A gold set with entities at these words (first, last, label)."""
    made: list[Annotation] = []
    for first, last, label in places:
        start, end = document.tokens[first][0], document.tokens[last][1]
        made.append(Span(new_id(), "entity", label, start, end, document.text[start:end]))
    number = new_id()
    records = {one.id: one for one in made}
    return AnnotationSet(number, 0, document.id, CURATOR, "gold", SetState(number, state), records)


def add_gold(project: Project, *documents: Document, state: State = "finished") -> None:
    """Add articles, or find them, and give each a gold set with two entities."""
    with project.batch("import"):
        for document in documents:
            number = project.number_by_hash(document.sha256) or project.add_document(document)
            project.add_set(number, gold_set(document, (0, 0, "ROLE"), (2, 3, "ORG"), state=state))


def make_small(path: Path, count: int = 4) -> Project:
    """A project of short articles with gold."""
    project = make_project(path, annotator=CURATOR)
    add_gold(project, *(short_article(number) for number in range(count)))
    return project


def wanted(split: str = "80/10/10", **more: Any) -> Wanted:
    return Wanted(read_shares(split), **more)


def publish(project: Project, out: Path, wishes: Wanted | None = None) -> Written:
    return write_release(project, out, plan_release(project, wishes or wanted()))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def seal(folder: Path) -> None:
    """Write the checksums anew, as somebody would who forges a release."""
    (folder / SUMS).write_text(sums_of(checksums(folder)), encoding="utf-8")


def change_rows(file: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    change(rows)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def items_of(project: Project) -> list[AnnotatedDocument]:
    """The gold of a project."""
    return [
        AnnotatedDocument(project.document(number), project.annotation_set(info.number))
        for number in project.document_numbers()
        for info in project.set_infos(number)
        if info.kind == "gold"
    ]
