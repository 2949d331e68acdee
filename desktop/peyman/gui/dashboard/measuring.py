"""What the dashboard reads from the project, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peyman.core.agreement import RESAMPLES, agreement, panels_of
from peyman.core.comparing import Example
from peyman.core.excerpts import Article, Excerpt
from peyman.core.model import SetKind
from peyman.core.pace import pace_of
from peyman.core.project import Project
from peyman.gui.dashboard.figures import CONTROL, OTHERS, Measured
from peyman.gui.tasks import Cancelled, Progress


def measure(progress: Progress, path: Path) -> Measured:
    """Measure agreement and pace of a project; raises Cancelled."""
    with Project.open(path, read_only=True) as project:
        numbers = project.document_numbers()
        control = project.control_names()
        rows = project.document_rows(numbers)
        groups = {row.name: CONTROL if row.name in control else OTHERS for row in rows}
        report = agreement(
            panels_of(project), project.schema, groups=groups, resamples=RESAMPLES, total=len(numbers),
            progress=progress.reach, cancelled=lambda: progress.cancelled,
        )  # fmt: skip
        if report is None:
            raise Cancelled
        return Measured(report, pace_of(project))


@dataclass(frozen=True, slots=True)
class Place:
    """An example as a list shows it, and the set in which to look at it."""

    excerpt: Excerpt
    example: Example
    set_number: int


def read_places(progress: Progress, path: Path, examples: Sequence[Example], to_gold: bool) -> list[Place]:
    """Read what stands around examples; articles that are gone leave none."""
    progress.begin(len(examples))
    articles: dict[str, Article | None] = {}
    sets: dict[str, Mapping[tuple[str, SetKind], int]] = {}  # of an article, by whose and which kind they are
    found: list[Place] = []
    with Project.open(path, read_only=True) as project:
        for example in examples:
            name = example.document
            if name not in articles:
                number = project.number_by_name(name)
                document = project.document(number) if number is not None else None
                articles[name] = None if number is None or document is None else Article(
                    number, name, document.title, document.direction, document.text
                )  # fmt: skip
                infos = [] if number is None else project.set_infos(number)
                sets[name] = {(info.annotator, info.kind): info.number for info in infos}
            article = articles[name]
            if article is not None:
                found.append(_place(article, sets[name], example, to_gold=to_gold))
            progress.step()
    return found


def _place(
    article: Article, sets: Mapping[tuple[str, SetKind], int], example: Example, *, to_gold: bool
) -> Place:
    pieces = [piece for extents in example.extents for piece in extents]
    start, end = min(start for start, _ in pieces), max(end for _, end in pieces)
    side = 0 if example.extents[0] else 1
    kind: SetKind = "gold" if to_gold and side == 0 else "annotation"
    return Place(article.excerpt(start, end), example, sets.get((example.annotators[side], kind), 0))
