"""Small articles, projects and annotations that the tests of the core are about, and how they expect a refusal."""

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from peyman import paths
from peyman.core.edits import Editor
from peyman.core.errors import PeymanError
from peyman.core.model import Annotation, AnnotationSet, Document, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema

# Few tests are about the disk: the flushes of all others are spared where a folder lies in memory.
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None

# Joined and unjoined words, a vocalised one, digits of two kinds, a character beyond 16 bits, a line break.
TEXT = "علی‌رضا احمدی 🙂 با استاندار اردبیل دیدار کرد.\r\nوی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد."
RUSSIAN = "Губернатор обещал построить мост до 2030 года; стороны подписали меморандум о сотрудничестве."


@cache
def default_schema() -> Schema:
    path = paths.resource("schemas", "commitnews.toml")
    return parse_schema(path.read_text(encoding="utf-8"), path.name)


def schema_merging(kind: str, layer: str, entry: str, into: str) -> Schema:
    """The default schema after a label, an attribute or a choice of one was merged into another of its kind."""
    lines = default_schema().body.split("\n")
    if kind == "choices":
        at = next(n for n, line in enumerate(lines) if f'id = "{entry}"' in line and line.lstrip().startswith("{"))
        lines[at] = lines[at].replace(f'id = "{entry}"', f'id = "{entry}", retired = true, merged_into = "{into}"', 1)
    else:
        begun = next(
            n
            for n, line in enumerate(lines)
            if line.strip() == f"[[layers.{layer}.{kind}]]" and lines[n + 1].strip() == f'id = "{entry}"'
        )
        lines.insert(begun + 2, f'retired = true\nmerged_into = "{into}"')
    return parse_schema("\n".join(lines), "merged")


def article(name: str = "a.txt", text: str = TEXT, title: str = "") -> Document:
    """A document with the words between its spaces as tokens."""
    tokens, place = [], 0
    for word in text.split():
        place = text.index(word, place)
        tokens.append((place, place + len(word)))
        place += len(word)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(new_id(), name, title or name, text, digest, "fa", "rtl", tuple(tokens), "spaces 1")


def make_project(path: Path, *documents: Document, annotator: str = "سارا") -> Project:
    """An open project with these documents; a copy of one that was made once, which is quicker."""
    path.write_bytes(_empty(annotator))
    project = Project.open(path)
    with project.batch("import"):
        for document in documents:
            project.add_document(document)
    return project


@cache
def _empty(annotator: str) -> bytes:
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "empty.peyman")
        Project.create(path, annotator=annotator, schema=default_schema()).close()
        return path.read_bytes()


def refused(*codes: str) -> pytest.RaisesExc[PeymanError]:
    """Expect a PeymanError with one of these codes, and that it can be worded."""
    return pytest.RaisesExc(PeymanError, check=lambda error: error.code in codes and bool(str(error)))


def label(project: Project, start: int = 0, end: int = 13, name: str = "PER", number: int = 1) -> Span:
    """Label a stretch of an article as an entity, and return the span."""
    edit = editor(project, number).add_span("entity", name, start, end)
    project.apply(edit)
    span = edit.changes[-1].after
    assert isinstance(span, Span)
    return span


def editor(project: Project, number: int = 1) -> Editor:
    return Editor(project.document(number), project.own_set(number), project.schema)


def a_set(*annotations: Annotation, annotator: str = "علی‌رضا", **more: object) -> AnnotationSet:
    """A set as an import brings it."""
    number = new_id()
    by_id = {a.id: a for a in annotations}
    made = AnnotationSet(number, 0, new_id(), annotator, "annotation", SetState(number, "finished"), by_id)
    return replace(made, **more)  # type: ignore[arg-type]


def entity(start: int, end: int, name: str = "PER", layer: str = "entity") -> Span:
    return Span(new_id(), layer, name, start, end, TEXT[start:end])


def add(project: Project, annotations: AnnotationSet, number: int = 1) -> bool:
    with project.batch("import"):
        return project.add_set(number, annotations)


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())
