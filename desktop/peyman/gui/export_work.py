"""What the export dialog does in another thread: counting whose annotations there are, planning, and writing."""

from __future__ import annotations

import contextlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peyman import exchange
from peyman.core.project import Project, SetInfo
from peyman.exchange import ExportReport
from peyman.formats import Format, Options
from peyman.formats.base import loses_nothing
from peyman.gui.tasks import Progress

_PAGE = 500  # documents


@dataclass(frozen=True)
class Article:
    """What a list shows of a document."""

    name: str
    title: str


@dataclass(frozen=True)
class Holdings:
    """What a project has to export, in annotation sets that say something.

    Attributes:
        finished: names of the articles that are finished, by “all” (by anybody), “gold” and annotators' names.
    """

    total: int = 0
    gold: int = 0
    by_annotator: Counter[str] = field(default_factory=Counter)
    articles: tuple[Article, ...] = ()
    finished: dict[str, frozenset[str]] = field(default_factory=dict)


class _WatchedProject(Project):
    """A project that tells of every document it is asked about, and stops there when the person wants to."""

    progress: Progress | None = None

    def set_infos(self, document_number: int) -> list[SetInfo]:
        if self.progress is not None:
            self.progress.step()
        return super().set_infos(document_number)


@contextlib.contextmanager
def _opened(path: Path, progress: Progress, passes: int) -> Iterator[Project]:
    """Open a project for reading, which the window may have open as well."""
    with _WatchedProject.open(path, read_only=True) as project:
        progress.begin(passes * project.counts()["documents"])
        project.progress = progress
        yield project


def holdings(progress: Progress, path: Path) -> Holdings:
    """Count whose annotations there are, and of which articles."""
    gold = total = 0
    by_annotator: Counter[str] = Counter()
    articles: list[Article] = []
    finished: defaultdict[str, set[str]] = defaultdict(set)
    with _opened(path, progress, 1) as project:
        numbers = project.document_numbers()
        for first in range(0, len(numbers), _PAGE):
            for row in project.document_rows(numbers[first : first + _PAGE]):
                articles.append(Article(row.name, row.title))
                for info in project.set_infos(row.number):
                    if info.state == "new" and not (info.entities or info.commitments):
                        continue
                    total += 1
                    gold += info.kind == "gold"
                    by_annotator[info.annotator] += 1
                    if info.state == "finished":
                        for which in {"all", info.annotator, "gold" if info.kind == "gold" else "all"}:
                            finished[which].add(row.name)
    return Holdings(
        total, gold, by_annotator, tuple(articles), {which: frozenset(names) for which, names in finished.items()}
    )


def plan_export(progress: Progress, path: Path, chosen: Format, which: str, options: Options) -> ExportReport:
    """Do everything but write: count what an export would hold and what it would lose."""
    with _opened(path, progress, 1) as project:
        return exchange.plan_export(project, chosen.name, which, options)


def run_export(
    progress: Progress, path: Path, out: Path, chosen: Format, which: str, options: Options
) -> ExportReport:
    """Export; a file that was there stays as it was until the new one is whole."""
    with _opened(path, progress, 1 if chosen.plan is loses_nothing else 2) as project:
        try:
            return exchange.export(project, out, chosen.name, which, options)
        except OSError as error:
            raise exchange.worded(error, out) from error
