"""Import: one file is one batch, all of it comes in or nothing, and a bad file does not stop the others."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from peyman.core.edits import Change, Edit
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Attributes, Document
from peyman.core.project import Project
from peyman.core.provenance import KEYS, VARIANTS
from peyman.core.readings import DATE_KEY, date_in_text, with_date
from peyman.core.text import Tokenizer
from peyman.formats import FORMATS, Format, Options, format_for, format_of_file
from peyman.formats.base import DEFAULTS
from peyman.formats.building import short
from peyman.formats.carried import several
from peyman.formats.foreign import by_kind, kept_things
from peyman.formats.isolated import CancelledError, Isolated

from .files import all_files
from .reports import (
    Added,
    DateProposal,
    Duplicate,
    ImportReport,
    Kept,
    Refused,
    SetEntry,
    Unmapped,
    worded,
)

Progress: TypeAlias = Callable[[int, int, str], None]  # files done, files in all, what is being read
Arrivals: TypeAlias = Callable[[int], None]  # articles read so far, in all files
Dating: TypeAlias = Callable[[Document], "date | None"]

_TELL_EVERY = 0.1  # seconds

# A file's name becomes a document's name: characters that could make one name look like another are refused.
_MISLEADING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")

MESSAGES |= {
    "format_no_read": QT_TRANSLATE_NOOP("errors", "The format “{name}” can only be exported, not imported."),
    "option_nowhere": QT_TRANSLATE_NOOP(
        "errors", "No format to import from has an option “{option}”. There are: {known}. Leave it out or correct it."
    ),
    "document_name_bad": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” holds characters that cannot be seen or written, so it cannot name a document. Rename the file.",
    ),
}


def import_paths(
    project: Project,
    wanted: Sequence[Path | str],
    *,
    format_name: str | None = None,
    annotator: str | None = None,
    options: Options = DEFAULTS,
    dating: Dating | None = None,
    progress: Progress | None = None,
    arrivals: Arrivals = lambda _count: None,
    cancelled: Callable[[], bool] = lambda: False,
    dry_run: bool = False,
) -> ImportReport:
    """Import files, folders (with what is below them) and patterns such as `news/*.txt`.

    Args:
        format_name: the format of all of them; by default each file's extension tells.
        annotator: whose the annotations are, whatever name the files give. Under a new name gold becomes a
            usual set.
        options: of the formats, each of which takes those that it has; and how labels are mapped.
        dating: tells the date of an article whose metadata have none under `date`; by default it stays unknown.
        arrivals: told how many articles have been read so far, at most ten times a second and after each file; of a
            file that is left out in the end, too.
        cancelled: asked between documents and while nothing comes; the file under way is then left out whole.
        dry_run: only report what would come in, as found with a copy of the project that is thrown away; the
            project may then be open for reading. Articles are not cut into tokens.

    Raises:
        PeymanError: `project_read_only`, `format_unknown`, `format_no_read`, `option_…`, `project_io`. Everything
            that is wrong with one file is in the report instead.
    """
    if project.read_only and not dry_run:
        raise PeymanError("project_read_only", path=project.path)
    if format_name is not None:
        _readable(format_for(Path(), format_name)).check_options(options.values, "import")
    known = [option.name for f in FORMATS if f.read for option in f.options_for("import")]
    for name in options.values:
        if name not in known:
            raise PeymanError("option_nowhere", option=name, known=", ".join(dict.fromkeys(known)))
    options = replace(options, annotator=annotator or options.annotator)
    report = ImportReport()
    files = all_files(wanted, format_name, report)
    with (
        _copied(project) if dry_run else contextlib.nullcontext(project) as target,
        Tokenizer() as tokenizer,
        Isolated(project.schema) as reading,
    ):
        importer = _Importer(target, reading, None if dry_run else tokenizer, options, dating, cancelled, arrivals)
        for number, file in enumerate(files):
            if progress is not None:
                progress(number, len(files), file.name)
            if cancelled():
                report.cancelled = True
                break
            report.extend(importer.file(file, format_name))
            if report.cancelled:
                break
        else:
            if progress is not None:
                progress(len(files), len(files), "")
    return report


@contextlib.contextmanager
def _copied(project: Project) -> Iterator[Project]:
    """Open a copy of a project for as long as this lasts."""
    with tempfile.TemporaryDirectory(prefix="peyman-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "copy.peyman")
        project.copy_to(copy)
        with Project.open(copy) as opened:
            yield opened


def options_for(chosen: Format, options: Options) -> Options:
    """Return options with those of their values that a format has; raises `option_value`."""
    has = {option.name for option in chosen.options_for("import")}
    values = {name: value for name, value in options.values.items() if name in has}
    chosen.check_options(values, "import")
    return replace(options, values=values)


def known_in(project: Project) -> Callable[[str, str], Document | None]:
    """Return how readers find a document that a project has; see `Options.known`."""

    def known(sha256: str, name: str) -> Document | None:
        find = project.number_by_hash if sha256 else project.number_by_name
        number = find(sha256 or name)
        return None if number is None else project.document(number)

    return known


class _Importer:
    """Imports file by file."""

    def __init__(
        self,
        project: Project,
        reader: Isolated,
        tokenizer: Tokenizer | None,
        options: Options,
        dating: Dating | None,
        cancelled: Callable[[], bool],
        arrivals: Arrivals,
    ) -> None:
        self._project = project
        self._reader = reader
        self._tokenizer = tokenizer
        self._options = replace(options, known=known_in(project))
        self._dating = dating
        self._cancelled = cancelled
        self._arrivals = arrivals
        self._arrived = 0
        self._told_at = time.monotonic()
        self._whose: dict[tuple[int, str], dict[str, None]] = {}  # by number and kind of set, in the file under way

    def file(self, path: Path, format_name: str | None) -> ImportReport:
        """Import one file, all or nothing."""
        report = ImportReport()
        read: set[int] = set()  # documents of this very file; several people may have annotated one
        self._whose = {}
        try:
            chosen = _readable(format_of_file(path, format_name))
            options = options_for(chosen, self._options)
            with self._project.batch("import", bulk=True):
                new: set[int] = set()  # documents of this very file
                for item in self._reader.read(chosen, path, options, self._cancelled):
                    if self._cancelled():
                        raise CancelledError
                    read.add(self._item(item, str(path), report, new, read))
                    if time.monotonic() - self._told_at >= _TELL_EVERY:
                        self._tell(self._arrived + len(read))
        except CancelledError:
            return ImportReport(cancelled=True)
        except PeymanError as error:
            return ImportReport(refused=[Refused(str(path), error)])
        except OSError as error:
            return ImportReport(refused=[Refused(str(path), worded(error, path))])
        finally:
            self._arrived += len(read)
            self._tell(self._arrived)
        return report

    def _tell(self, count: int) -> None:
        self._told_at = time.monotonic()
        self._arrivals(count)

    def _item(
        self, item: AnnotatedDocument, file: str, report: ImportReport, new: set[int], read: Collection[int]
    ) -> int:
        """Take one article in, with its annotations; return its number. `read` and `new` are those of before."""
        project, document = self._project, self._dated(item.document)
        number = project.number_by_hash(document.sha256)
        if number is None:
            _check_document_name(document.name)
            document = self._tokenized(replace(document, name=self._free_name(document.name)))
            number = project.add_document(document)
            new.add(number)
            renamed = "" if document.name == item.document.name else item.document.name
            report.added.append(
                Added(
                    file, document.name, document.title, document.language, document.encoding,
                    len(document.tokens), renamed, str(document.date or ""),
                )
            )  # fmt: skip
        elif number not in new:
            there = project.describe(number, document.meta, document.foreign)
            if item.annotations is None:
                report.duplicates.append(Duplicate(file, document.name, there.name))
            if differing := _differing(document, there):
                report.kept.append(Kept(file, there.name, differing))
        counts, examples = _unmapped(item, with_document=number not in read)
        if counts:
            report.unmapped.append(Unmapped(file, document.name, counts, examples))
        if item.annotations is not None:
            annotations = _under_name(item.annotations, self._options.annotator)
            self._check_owner(number, file, annotations.kind, item.annotations.annotator)
            entry = SetEntry(file, document.name, annotations.annotator, annotations.kind)
            fresh = project.add_set(number, annotations)
            if fresh:
                report.count(annotations)
            (report.sets_added if fresh else report.sets_there).append(entry)
        return number

    def _check_owner(self, number: int, file: str, kind: str, told: str) -> None:
        """Refuse to give one person what several said of one article; `told` is whom the file names."""
        people = self._whose.setdefault((number, kind), {})
        people[told] = None
        if self._options.annotator and len(people) > 1:
            raise several(Path(file).name, self._options.annotator, people)

    def _dated(self, document: Document) -> Document:
        """Return a document with its date, where that is told and the document has none itself."""
        day = self._dating(document) if self._dating and DATE_KEY not in document.meta else None
        return replace(document, meta=with_date(document.meta, day)) if day else document

    def _free_name(self, name: str) -> str:
        """Return `name`, or `name (2)` and so on when another text has it."""
        suffix = PurePosixPath(name).suffix
        stem = name.removesuffix(suffix)
        free, count = name, 1
        while self._project.number_by_name(free) is not None:
            count += 1
            free = f"{stem} ({count}){suffix}"
        return free

    def _tokenized(self, document: Document) -> Document:
        if self._tokenizer is None:
            return document
        tokens = self._tokenizer.tokens(document.text, document.language)
        return replace(document, tokens=tokens, tokenizer=Tokenizer.name(document.language))


def _readable(candidate: Format) -> Format:
    if candidate.read is None:
        raise PeymanError("format_no_read", name=candidate.name)
    return candidate


def _check_document_name(name: str) -> None:
    """Refuse control characters, halves of surrogate pairs (undecodable file names) and bidi overrides."""
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 or c in _MISLEADING for c in name):
        raise PeymanError("document_name_bad", name=ascii(name)[1:-1])


def _differing(document: Document, there: Document) -> tuple[str, ...]:
    """Name the fields about which a file that says anything says something else than the project."""
    pairs = {**{f"meta.{k}": (v, there.meta.get(k)) for k, v in document.meta.items()}}
    pairs |= {key: (value, there.foreign.get(key)) for key, value in document.foreign.items()}
    return tuple(key for key, (ours, theirs) in pairs.items() if ours != theirs)


def _unmapped(item: AnnotatedDocument, *, with_document: bool) -> tuple[dict[str, int], dict[str, str]]:
    """Count what an item carries that Peyman does not know, by kind, with an example of each."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    carriers: list[tuple[Attributes, Collection[str]]] = []  # and which keys we wrote
    if with_document:  # each set of one comes with the same
        carriers.append((item.document.foreign, ()))
    if item.annotations is not None:
        carriers.append((item.annotations.foreign, (VARIANTS,)))
        carriers += ((annotation.foreign, KEYS) for annotation in item.annotations.annotations.values())
    for foreign, ours in carriers:
        for kind, example in kept_things({key: value for key, value in foreign.items() if key not in ours}):
            counts[kind] += 1
            if kind not in examples:
                examples[kind] = _with_words(example, item) if kind.startswith("relation") else example
    return dict(by_kind(counts)), examples


def _with_words(ends: str, item: AnnotatedDocument) -> str:
    """Return an example of a relation, “7 → 8”, with the words of the spans that have these ids."""
    spans = item.annotations.spans if item.annotations is not None else ()
    words = {span.source_id: short(span.quote) for span in spans if span.source_id}
    return " → ".join(words.get(end, end) for end in ends.split(" → "))


def _under_name(annotations: AnnotationSet, annotator: str) -> AnnotationSet:
    if not annotator or annotator == annotations.annotator:
        return annotations
    return replace(annotations, annotator=annotator, kind="annotation")


def proposed_dates(project: Project, names: Iterable[str]) -> list[DateProposal]:
    """Return which of these documents name a day in their first or last lines, for a person to confirm."""
    found: list[DateProposal] = []
    for name in names:
        number = project.number_by_name(name)
        document = project.document(number) if number is not None else None
        read = date_in_text(document) if document and document.date is None else None
        if document and read:
            found.append(DateProposal(name, document.title, *read))
    return found


def set_dates(project: Project, dates: Mapping[str, date]) -> int:
    """Give documents their dates, by their names: one step of undo. Return how many were not so dated already."""
    changes: list[Change] = []
    for name, day in dates.items():
        number = project.number_by_name(name)
        if number is not None:
            before = project.document(number).info
            after = replace(before, meta=with_date(before.meta, day))
            if after != before:
                changes.append(Change(0, before, after))
    project.apply(Edit("set_document_info", tuple(changes)))
    return len(changes)
