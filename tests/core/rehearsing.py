"""A project with three made-up annotators of the sample articles, for the tests of adjudication in a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.annotating import sample
from core.making import default_schema, make_project
from peyman.core.model import AnnotatedDocument
from peyman.core.project import Project
from peyman.core.rehearsal import Rates, make_differences

CURATOR = "داور"
THREE = ("سارا", "رضا", "Анна")


def rehearsed(
    path: Path,
    *,
    names: Sequence[str] = THREE,
    seed: int = 5,
    rates: Rates | None = None,
    articles: Sequence[AnnotatedDocument] = (),
) -> Project:
    """An open project in which `names` have finished the sample articles and the curator has not begun."""
    chosen = articles or sample()
    project = make_project(path, *(one.document for one in chosen), annotator=CURATOR)
    with project.batch("import"):
        for one in chosen:
            number = project.number_by_name(one.document.name)
            assert number is not None
            for made in make_differences(one, names, default_schema(), seed, rates):
                project.add_set(number, made)
    return project
