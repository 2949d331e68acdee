"""What the import dialog does in another thread: looking through files, importing them, and setting dates."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from peyman import exchange
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, Document
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import DateProposal, Dating, ImportReport
from peyman.formats import FORMATS, Format, Options, format_for, format_of_file, named_by
from peyman.formats.isolated import CancelledError, Isolated
from peyman.gui.tasks import Cancelled, Progress
from peyman.gui.work_dialog import teller

OpenProject: TypeAlias = Callable[[], Project]
LabelMap: TypeAlias = Mapping[str, Mapping[str, str]]  # for each layer, which of its labels those of a source are

SAMPLES = 400  # texts that can be shown
SAMPLES_OF_A_FILE = 2
EXCERPT = 400  # code points
_NOBODY = "?"


@dataclass(frozen=True)
class Wanted:
    """What is to come in, and how.

    Attributes:
        format_name: of all files; None: each by its name.
        values: of the formats' options.
    """

    paths: tuple[Path, ...]
    format_name: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    annotator: str | None = None
    labels: LabelMap = field(default_factory=dict)

    @property
    def options(self) -> Options:
        return Options(self.values, self.labels, self.annotator or "")


# Looking --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seen:
    """What one file holds, or why it cannot be read.

    Attributes:
        format: by which it was read; None where its name shows none.
        there: how many of its articles the project has already.
        looks_like: the name of a format that does read it, where its own does not.
    """

    path: Path
    format: Format | None
    articles: int = 0
    there: int = 0
    sets: int = 0
    refused: PeymanError | None = None
    looks_like: str = ""


@dataclass(frozen=True)
class Sample:
    """How an article of a file begins, and what shows whether it was read as it was meant.

    Attributes:
        longer: whether there is more of it.
        words: in all of it, as blanks part them.
    """

    path: Path
    title: str
    language: str
    direction: str
    excerpt: str
    longer: bool
    words: int
    day: date | None


@dataclass(frozen=True)
class UnknownLabel:
    """A label that none of the layers has in which it may be.

    Attributes:
        example: words that have it; "" where it is no label of words.
    """

    label: str
    layers: tuple[str, ...]
    count: int = 0
    example: str = ""


@dataclass(frozen=True)
class Survey:
    """What would come in.

    Attributes:
        offered: for options whose values depend on the files, all that the files have, each once.
    """

    schema: Schema
    files: tuple[Seen, ...]
    samples: tuple[Sample, ...]
    unknown: tuple[UnknownLabel, ...]
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def refused(self) -> tuple[Seen, ...]:
        return tuple(seen for seen in self.files if seen.refused is not None)

    @property
    def looks_like(self) -> str:
        """The name of the format that all files seem to be of, where nothing can be read as it stands."""
        names = {seen.looks_like for seen in self.files}
        return names.pop() if len(names) == 1 and len(self.refused) == len(self.files) else ""


def survey(progress: Progress, project: Path, wanted: Wanted) -> Survey:
    """Read all that is to come in and change nothing: which format each file has, how its texts begin, and which
    labels the schema lacks. Roles of a commitment show once the commitment's own label is known."""
    files, refused = exchange.files_of(wanted.paths, wanted.format_name)
    progress.begin(len(files))
    with Project.open(project, read_only=True) as opened, Isolated(opened.schema) as reader:
        surveyor = _Surveyor(opened, reader, wanted, progress)
        for file in files:
            surveyor.look_at(file)
            progress.step(1, file.name)
    missing = [Seen(Path(one.file), None, refused=one.reason) for one in refused]
    return Survey(
        opened.schema, (*surveyor.seen, *missing), tuple(surveyor.samples), surveyor.unknown, surveyor.offered
    )


class _Surveyor:
    """Looks through file after file."""

    def __init__(self, project: Project, reader: Isolated, wanted: Wanted, progress: Progress) -> None:
        self._project = project
        self._reader = reader
        self._schema = project.schema
        self._wanted = wanted
        owner = "" if wanted.annotator is None else wanted.annotator or _NOBODY  # still to be written
        self._options = replace(
            wanted.options, annotator=owner, known=exchange.known_in(project), unknown=self._note,
            offered=self._offer,
        )  # fmt: skip
        self._progress = progress
        self._unknown: dict[tuple[str, tuple[str, ...]], UnknownLabel] = {}
        self._offered: dict[str, dict[str, None]] = {}
        self.seen: list[Seen] = []
        self.samples: list[Sample] = []

    @property
    def unknown(self) -> tuple[UnknownLabel, ...]:
        """Each label once: where it was looked for among several layers and among fewer, what fits all."""
        merged: list[UnknownLabel] = []
        for one in self._unknown.values():
            for place, other in enumerate(merged):
                common = tuple(layer for layer in other.layers if layer in one.layers)
                if other.label == one.label and common:
                    merged[place] = replace(
                        other, layers=common, count=max(other.count, one.count), example=other.example or one.example
                    )
                    break
            else:
                merged.append(one)
        return tuple(merged)

    @property
    def offered(self) -> dict[str, tuple[str, ...]]:
        return {option: tuple(values) for option, values in self._offered.items()}

    def _offer(self, option: str, values: tuple[str, ...]) -> None:
        self._offered.setdefault(option, {}).update(dict.fromkeys(values))

    def look_at(self, path: Path) -> None:
        """Read one file to its end."""
        seen = Seen(path, named_by(path))
        texts: set[str] = set()  # several people may have annotated one
        try:
            chosen = format_of_file(path, self._wanted.format_name)
            seen = replace(seen, format=chosen)
            for item in self._items(chosen, path, exchange.options_for(chosen, self._options)):
                self._progress.step(0)
                seen = replace(seen, sets=seen.sets + (item.annotations is not None))
                document = item.document
                if document.sha256 not in texts:
                    texts.add(document.sha256)
                    there = self._project.number_by_hash(document.sha256) is not None
                    seen = replace(seen, articles=len(texts), there=seen.there + there)
                    if len(texts) <= SAMPLES_OF_A_FILE and len(self.samples) < SAMPLES:
                        self._sample(path, document)
                    self._progress.count(self._progress.arrived + 1)
        except PeymanError as error:
            seen = replace(seen, refused=error, looks_like=self._other_format(seen))
        except OSError as error:
            seen = replace(seen, refused=exchange.worded(error, path))
        self.seen.append(seen)

    def _items(self, known: Format, path: Path, options: Options) -> Iterator[AnnotatedDocument]:
        if known.read is None:
            raise PeymanError("format_no_read", name=known.name)
        try:
            yield from self._reader.read(known, path, options, lambda: self._progress.cancelled)
        except CancelledError:
            raise Cancelled from None

    def _note(self, label: str, layers: tuple[str, ...], example: str) -> None:
        layers = tuple(layer for layer in layers if layer in self._schema.layers)
        known = self._unknown.setdefault((label, layers), UnknownLabel(label, layers))
        self._unknown[label, layers] = replace(known, count=known.count + 1, example=known.example or example)

    def _sample(self, path: Path, document: Document) -> None:
        text = document.text
        self.samples.append(
            Sample(
                path, document.title, document.language, document.direction, text[:EXCERPT], len(text) > EXCERPT,
                len(text.split()), document.date,
            )
        )  # fmt: skip

    def _other_format(self, seen: Seen) -> str:
        """Name the other format of such files by which this one says most; "" if none reads it."""
        if self._wanted.format_name is not None:
            return ""
        ending = seen.path.suffix.lower()
        found: dict[str, int] = {}
        for other in FORMATS:
            fitting = bool(ending) and any(extension.endswith(ending) for extension in other.extensions)
            if other is seen.format or other.read is None or not fitting:
                continue
            with contextlib.suppress(PeymanError, OSError):
                found[other.name] = self._told_by(other, seen.path)
        likely = max(found, key=lambda name: found[name], default="")
        return likely if found.get(likely, -1) >= 0 else ""

    def _told_by(self, other: Format, path: Path) -> int:
        """Return how many annotations a format finds in the first article of a file, known or not."""
        heard: Counter[str] = Counter()
        # Offsets that fit in several units are no reason to take it for another format.
        usual = {one.name: one.choices[1] for one in other.options_for("import") if one.name == "offsets"}
        known = self._options.known
        options = Options(usual, annotator=_NOBODY, known=known, unknown=lambda label, *_: heard.update([label]))
        with contextlib.closing(self._reader.read(other, path, options)) as items:
            first = next(items, None)
        if first is None:
            return -1
        return (len(first.annotations.annotations) if first.annotations is not None else 0) + heard.total()


# Importing ------------------------------------------------------------------------------------------------------


def run_import(
    progress: Progress,
    open_project: OpenProject,
    wanted: Wanted,
    dating: Dating | None = None,
    read_dates: bool = False,
) -> tuple[ImportReport, list[DateProposal]]:
    """Import in a worker thread. When the person stops it, the report tells what had come in before.

    With `read_dates`, also return the days that the new articles name in their text.
    """
    with open_project() as project:
        report = exchange.import_paths(
            project, wanted.paths, format_name=wanted.format_name, annotator=wanted.annotator, options=wanted.options,
            dating=dating, progress=teller(progress), arrivals=progress.count,
            cancelled=lambda: progress.cancelled,
        )  # fmt: skip
        names = [added.name for added in report.added] if read_dates else []
        return report, exchange.proposed_dates(project, names)


def run_dating(_progress: Progress, open_project: OpenProject, dates: Mapping[str, date]) -> int:
    """Give articles their dates in a worker thread; return how many got one."""
    with open_project() as project:
        return exchange.set_dates(project, dates)


def may_hold_annotations(path: Path) -> bool:
    """Tell by its name whether a file may bring more than a text; a folder and a pattern may."""
    known = named_by(path)
    return known is None or holds_annotations(known)


def holds_annotations(known: Format) -> bool:
    return not known.articles_in and bool(known.holds - {"texts", "metadata"})


def formats_named(paths: Sequence[Path]) -> list[Format]:
    """Return the formats that the names of files show, each once; what is no file shows none."""
    found = dict.fromkeys(known.name for path in paths if (known := named_by(path)) is not None)
    return [format_for(Path(), name) for name in found]
