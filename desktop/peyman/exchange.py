"""Import and export: where the formats and the project file meet.

One file is one batch: all of it comes in or nothing, and a bad file does not stop the others.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import json
import os
import re
import secrets
import shutil
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeAlias

from peyman import paths
from peyman.core.decode import decode
from peyman.core.edits import Change, Edit
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Attributes, Direction, Document
from peyman.core.project import Project, SetInfo
from peyman.core.readings import DATE_KEY, date_in_text, with_date
from peyman.core.schema import Schema, parse_schema
from peyman.core.settling import with_provenance
from peyman.core.text import Tokenizer
from peyman.formats import FORMATS, Format, Loss, Options, format_for, jsonl, named_by, tables
from peyman.formats.base import DEFAULTS, LOSSES, Folder
from peyman.formats.building import short
from peyman.formats.isolated import CancelledError, Isolated

Progress: TypeAlias = Callable[[int, int, str], None]  # files done, files in all, what is being read
Dating: TypeAlias = Callable[[Document], "date | None"]
SAMPLE_ANNOTATOR = "newcomer"

# A file's name becomes a document's name: characters that could make one name look like another are refused.
_MISLEADING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")

MESSAGES |= {
    "file_missing": QT_TRANSLATE_NOOP("errors", "There is nothing at “{path}”. Check the path."),
    "file_permission": QT_TRANSLATE_NOOP(
        "errors", "“{path}” may not be read or written. Change its permissions, or choose another place."
    ),
    "file_disk_full": QT_TRANSLATE_NOOP(
        "errors", "The disk of “{path}” is full. Nothing was changed; free some space and try again."
    ),
    "file_io": QT_TRANSLATE_NOOP("errors", "“{path}” could not be read or written ({reason})."),
    "file_irregular": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is no regular file. Name a file, or a folder to import all of it."
    ),
    "import_nothing": QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds no file of a format that can be imported ({known}). Choose another folder."
    ),
    "import_no_match": QT_TRANSLATE_NOOP("errors", "No file matches “{path}”. Check the pattern."),
    "format_no_read": QT_TRANSLATE_NOOP("errors", "The format “{name}” can only be exported, not imported."),
    "format_no_write": QT_TRANSLATE_NOOP("errors", "The format “{name}” can only be imported, not exported."),
    "document_name_bad": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” holds characters that cannot be seen or written, so it cannot name a document. Rename the file.",
    ),
    "export_folder": QT_TRANSLATE_NOOP("errors", "The folder of “{path}” does not exist. Make it first."),
    "export_over_project": QT_TRANSLATE_NOOP("errors", "“{path}” is the project itself. Export to another file."),
    "export_folder_full": QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds something already. Name a folder that does not exist, or an empty one."
    ),
    "export_needs_folder": QT_TRANSLATE_NOOP(
        "errors", "The format “{name}” writes several files. Name a folder instead of “{path}”."
    ),
    "map_syntax": QT_TRANSLATE_NOOP("errors", "“{file}” is no TOML ({reason}). Correct it."),
    "map_value": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, [{layer}], “{label}”: the schema has no such layer, or no label “{found}” in it. Correct it, as in: "
        "[entity] PERSON = \"PER\".",
    ),
    "export_nothing": QT_TRANSLATE_NOOP(
        "errors", "This project has nothing of “{which}” to export. Export “all”, or import something first."
    ),
}


# What happened ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Added:
    """A document that came in; `name_in_file` is set when its name belonged to another text already."""

    file: str
    name: str
    title: str
    language: str
    encoding: str
    tokens: int
    name_in_file: str = ""
    date: str = ""  # of the article, an ISO day; empty while it is unknown


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose very text is in the project already, as `same_as`."""

    file: str
    name: str
    same_as: str


@dataclass(frozen=True, slots=True)
class SetEntry:
    """Whose annotations of which document."""

    file: str
    document: str
    annotator: str
    kind: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Fields of a document of which the file says something else; the project's were kept."""

    file: str
    document: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmapped:
    """What a file says of a document that Peyman does not know; kept, and counted by its key, with one example."""

    file: str
    document: str
    counts: Mapping[str, int]
    examples: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnmappedKind:
    """One kind of what Peyman does not know, over a whole import; the first few examples as “document: what”."""

    kind: str
    count: int
    documents: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of the first article of a file, and what is known of it."""

    name: str
    title: str
    text: str
    whole: bool  # whether `text` is all of it
    length: int  # of all of it, code points
    language: str
    direction: Direction
    encoding: str
    meta: Attributes
    annotator: str  # whose annotations come with it; empty: none


@dataclass(frozen=True, slots=True)
class DateProposal:
    """A day that the text of a document names as if it were its own, and the words that say so."""

    document: str
    title: str
    day: date
    quote: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file of which nothing came in, and why."""

    file: str
    reason: PeymanError


@dataclass
class ImportReport:
    """What an import did, in the order in which it happened.

    Attributes:
        annotations: how many came in, by layer and label (of a whole document: the field).
    """

    added: list[Added] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    sets_added: list[SetEntry] = field(default_factory=list)
    sets_there: list[SetEntry] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    cancelled: bool = False
    annotations: dict[str, dict[str, int]] = field(default_factory=dict)

    def count(self, annotations: AnnotationSet) -> None:
        """Count what a set brought."""
        for annotation in annotations.annotations.values():
            labels = self.annotations.setdefault(annotation.layer, {})
            labels[annotation.label] = labels.get(annotation.label, 0) + 1

    @property
    def unmapped_kinds(self) -> list[UnmappedKind]:
        """What was kept though Peyman does not know it, the most frequent kind first."""
        counts: Counter[str] = Counter()
        documents: dict[str, dict[str, str]] = {}
        for one in self.unmapped:
            counts.update(one.counts)
            for kind in one.counts:
                documents.setdefault(kind, {}).setdefault(one.document, one.examples.get(kind, ""))
        return [
            UnmappedKind(
                kind, count, len(documents[kind]),
                tuple(f"{name}: {what}" if what else name for name, what in list(documents[kind].items())[:3]),
            )
            for kind, count in counts.most_common()
        ]  # fmt: skip

    def extend(self, other: ImportReport) -> None:
        """Append what another report says."""
        self.added += other.added
        self.duplicates += other.duplicates
        self.sets_added += other.sets_added
        self.sets_there += other.sets_there
        self.kept += other.kept
        self.unmapped += other.unmapped
        self.refused += other.refused
        self.cancelled = self.cancelled or other.cancelled
        for layer, labels in other.annotations.items():
            own = self.annotations.setdefault(layer, {})
            for label, count in labels.items():
                own[label] = own.get(label, 0) + count


@dataclass
class ExportReport:
    """What an export wrote, and what its format could not hold."""

    format: str
    which: str
    documents: int = 0
    sets: int = 0
    spans: int = 0
    relations: int = 0
    labels: int = 0  # fields of whole documents
    losses: list[Loss] = field(default_factory=list)


def worded(error: OSError, path: Path | str) -> PeymanError:
    """Put an error of the operating system into words."""
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else path
    if isinstance(error, FileNotFoundError):
        return PeymanError("file_missing", path=where)
    if isinstance(error, PermissionError):
        return PeymanError("file_permission", path=where)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PeymanError("file_disk_full", path=where)
    return PeymanError("file_io", path=where, reason=error.strerror or error)


# Import ----------------------------------------------------------------------------------------------------------


def import_paths(
    project: Project,
    wanted: Sequence[Path | str],
    *,
    format_name: str | None = None,
    annotator: str | None = None,
    options: Options = DEFAULTS,
    dating: Dating | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    dry_run: bool = False,
    reader: Isolated | None = None,
) -> ImportReport:
    """Import files, folders (with what is below them) and patterns such as `news/*.txt`.

    Args:
        format_name: the format of all of them; by default each file's extension tells.
        annotator: whose the annotations are, whatever name the files give. Under a new name gold becomes a
            usual set.
        options: of the formats, each of which takes those that it has; and how labels are mapped.
        dating: tells the date of an article whose metadata have none under `date`; by default it stays unknown.
        cancelled: asked between documents and while nothing comes; the file under way is then left out whole.
        dry_run: only report what would come in, as found with a copy of the project that is thrown away; the
            project may then be open for reading. Articles are not cut into tokens.
        reader: what reads files by the project's schema, if it is to serve other imports too.

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
            raise PeymanError("option_unknown", format="*", option=name, known=", ".join(dict.fromkeys(known)))
    options = replace(options, annotator=annotator or options.annotator)
    report = ImportReport()
    files = _files(wanted, format_name, report)
    with (
        _copied(project) if dry_run else contextlib.nullcontext(project) as target,
        Tokenizer() as tokenizer,
        contextlib.nullcontext(reader) if reader else Isolated(project.schema) as reading,
    ):
        importer = _Importer(target, reading, None if dry_run else tokenizer, options, dating, cancelled)
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


def preview(
    path: Path,
    reader: Isolated,
    *,
    format_name: str | None = None,
    options: Options = DEFAULTS,
    length: int = 2000,
    cancelled: Callable[[], bool] = lambda: False,
) -> Preview:
    """Return the first `length` code points of what an import would make of a file; nothing is changed.

    Raises:
        PeymanError: whatever is wrong with the file; such as `columns_untold`, which lists the columns there are.
        OSError: the file cannot be read.
        CancelledError: `cancelled` said so.
    """
    chosen = _readable(format_for(path, format_name))
    chosen.check_options(options.values, "import")
    options = replace(options, annotator=options.annotator or "?")  # whoever it is, this is about the text
    with contextlib.closing(reader.read(chosen, path, options, cancelled)) as found:
        item = next(found)
    document, annotations = item.document, item.annotations
    owner = annotations.annotator if annotations and annotations.annotator != "?" else ""
    return Preview(
        document.name, document.title, document.text[:length], len(document.text) <= length, len(document.text),
        document.language, document.direction, document.encoding, document.meta, owner,
    )  # fmt: skip


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
    ) -> None:
        self._project = project
        self._reader = reader
        self._tokenizer = tokenizer
        self._options = replace(options, known=self._known)
        self._dating = dating
        self._cancelled = cancelled

    def file(self, path: Path, format_name: str | None) -> ImportReport:
        """Import one file, all or nothing."""
        report = ImportReport()
        try:
            chosen = _readable(format_for(path, format_name))
            has = {option.name for option in chosen.options_for("import")}
            values = {name: value for name, value in self._options.values.items() if name in has}
            chosen.check_options(values, "import")
            with self._project.batch("import"):
                new: set[int] = set()  # documents of this very file
                options = replace(self._options, values=values)
                for item in self._reader.read(chosen, path, options, self._cancelled):
                    if self._cancelled():
                        raise CancelledError
                    self._item(item, str(path), report, new)
        except CancelledError:
            return ImportReport(cancelled=True)
        except PeymanError as error:
            return ImportReport(refused=[Refused(str(path), error)])
        except OSError as error:
            return ImportReport(refused=[Refused(str(path), worded(error, path))])
        return report

    def _known(self, sha256: str, name: str) -> Document | None:
        find = self._project.number_by_hash if sha256 else self._project.number_by_name
        number = find(sha256 or name)
        return None if number is None else self._project.document(number)

    def _item(self, item: AnnotatedDocument, file: str, report: ImportReport, new: set[int]) -> None:
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
        counts, examples = _unmapped(item)
        if counts:
            report.unmapped.append(Unmapped(file, document.name, counts, examples))
        if item.annotations is not None:
            annotations = _under_name(item.annotations, self._options.annotator)
            entry = SetEntry(file, document.name, annotations.annotator, annotations.kind)
            fresh = project.add_set(number, annotations)
            if fresh:
                report.count(annotations)
            (report.sets_added if fresh else report.sets_there).append(entry)

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


def _unmapped(item: AnnotatedDocument) -> tuple[dict[str, int], dict[str, str]]:
    """Count what an item carries that Peyman does not know: the entries of lists and tables, else keys; an example."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    carriers: list[Attributes] = [item.document.foreign]
    if item.annotations is not None:
        carriers += [item.annotations.foreign, *(a.foreign for a in item.annotations.annotations.values())]
    for foreign in carriers:
        for key, value in foreign.items():
            counts[key] += len(value) if isinstance(value, list | dict) else 1
            if value and isinstance(value, list):
                value = value[0]
            elif value and isinstance(value, dict):
                value = dict([next(iter(value.items()))])
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            examples.setdefault(key, short(" ".join(shown.split())))
    return dict(counts), examples


def _under_name(annotations: AnnotationSet, annotator: str) -> AnnotationSet:
    if not annotator or annotator == annotations.annotator:
        return annotations
    return replace(annotations, annotator=annotator, kind="annotation")


def files_of(wanted: Sequence[Path | str], format_name: str | None = None) -> tuple[list[Path], list[Refused]]:
    """Return the files that `import_paths` would read, and what leads to none."""
    report = ImportReport()
    return _files(wanted, format_name, report), report.refused


def _files(wanted: Sequence[Path | str], format_name: str | None, report: ImportReport) -> list[Path]:
    """Expand folders and patterns; what leads to no file is refused in the report. No file comes twice."""
    found: dict[Path, Path] = {}
    for given in wanted:
        path = Path(given)
        try:
            if not str(given):  # else it would be the folder we are in
                raise PeymanError("file_missing", path=given)
            files = list(_expanded(path, format_name))
        except PeymanError as error:
            report.refused.append(Refused(str(given), error))
            continue
        except OSError as error:
            report.refused.append(Refused(str(given), worded(error, path)))
            continue
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _expanded(path: Path, format_name: str | None) -> Iterator[Path]:
    if path.is_dir():
        known = [f for f in FORMATS if f.read and format_name in (None, f.name)]
        inside = [file for file in _below(path) if named_by(file, known, beside=True)]
        there = {str(file) for file in inside}
        inside = [file for file in inside if not _is_companion(file, known, there)]
        if not inside:
            extensions = (extension for f in known for extension in f.extensions)
            raise PeymanError("import_nothing", path=path, known=", ".join(extensions))
        yield from inside
    elif path.is_file():
        yield path
    elif path.exists():  # a device or a pipe could be read for ever
        raise PeymanError("file_irregular", path=path)
    elif glob.has_magic(str(path)):
        # Unlike Path.glob, this takes absolute patterns and leaves hidden files out.
        matches = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207
        if not matches:
            raise PeymanError("import_no_match", path=path)
        for match in matches:
            yield from _expanded(match, format_name)
    else:
        raise PeymanError("file_missing", path=path)


def _is_companion(file: Path, known: Iterable[Format], there: set[str]) -> bool:
    """Tell whether a file is read along with another one: the text that annotations lie beside."""
    return any(
        f"{str(file)[: -len(ending)]}{extension}" in there
        for candidate in known
        for ending in candidate.beside
        if file.name.lower().endswith(ending)
        for extension in candidate.extensions
    )


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted, without hidden ones and LOSSES; links to folders are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name != LOSSES and (file := Path(root, name)).is_file():
                yield file


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


# Export ----------------------------------------------------------------------------------------------------------


def export(
    project: Project, out: Path | BinaryIO, format_name: str, which: str = "all", options: Options = DEFAULTS
) -> ExportReport:
    """Write documents and annotations to a file, replaced in one step, to an open stream, or into a new folder.

    What the format cannot hold is told in the report, and in `LOSSES` beside a file or in a folder.

    Args:
        which: "all" (documents without annotations too), "gold", or an annotator's name.

    Raises:
        PeymanError: `format_unknown`, `format_no_write`, `option_…`, `annotator_unknown`, `export_…`,
            `check_quote`.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    chosen = _writable(project, format_name, which, options)
    if isinstance(out, Path):
        check_target(project.path, out, chosen)
    elif chosen.write is None:
        raise PeymanError("export_needs_folder", name=chosen.name, path="-")
    losses = chosen.plan(_items(project, which, options), project.schema, options)
    report = ExportReport(chosen.name, which, losses=losses)
    if next(_items(project, which, options), None) is None:
        raise PeymanError("export_nothing", which=which)
    items = _counted(_items(project, which, options), report)
    if chosen.write is None:
        assert isinstance(out, Path)
        assert chosen.write_folder is not None
        with new_folder(out) as draft:
            chosen.write_folder(items, Folder(draft), project.schema, options)
            if report.losses:
                tell_losses(report, draft / LOSSES, out.name)
        return report
    with replacing(out) if isinstance(out, Path) else contextlib.nullcontext(out) as stream:
        chosen.write(items, stream, project.schema, options)
    if isinstance(out, Path):
        tell_losses(report, out.with_name(LOSSES), out.name)
    return report


def plan_export(
    project: Project, format_name: str, which: str = "all", options: Options = DEFAULTS
) -> ExportReport:
    """Return what `export` would report, and write nothing. Raises what it raises."""
    chosen = _writable(project, format_name, which, options)
    report = ExportReport(chosen.name, which)
    items = _counted(_items(project, which, options), report)
    report.losses = chosen.plan(items, project.schema, options)
    for _ in items:  # a plan that knows its answer reads nothing
        pass
    if not report.documents:
        raise PeymanError("export_nothing", which=which)
    return report


def _writable(project: Project, format_name: str, which: str, options: Options) -> Format:
    chosen = format_for(Path(), format_name)
    if not chosen.is_writable:
        raise PeymanError("format_no_write", name=chosen.name)
    chosen.check_options(options.values, "export")
    names = project.annotators
    if which not in ("all", "gold", *names):
        raise PeymanError("annotator_unknown", name=which, names=", ".join(names))
    return chosen


def check_target(project: Path, out: Path, chosen: Format) -> None:
    """Refuse a path that cannot be exported to.

    Raises:
        PeymanError: `export_folder`, `file_irregular`, `export_over_project`, `export_folder_full`,
            `export_needs_folder`.
    """
    if chosen.write is not None:
        check_file(project, out)
    else:
        check_folder(project, out, chosen.name)


def check_folder(project: Path, out: Path, what: str) -> None:
    """Refuse a path that is no place for a new folder; `what` is to be written there."""
    out = out.resolve()
    if not out.parent.is_dir():
        raise PeymanError("export_folder", path=out)
    if not out.exists():
        return
    if out.is_file() and out.samefile(project):
        raise PeymanError("export_over_project", path=out)
    if not out.is_dir():
        raise PeymanError("export_needs_folder", name=what, path=out)
    if next(out.iterdir(), None) is not None:
        raise PeymanError("export_folder_full", path=out)


def check_file(project: Path, out: Path) -> None:
    """Refuse a path that is no file of its own, or lies in no folder."""
    out = out.resolve()
    if not out.parent.is_dir():
        raise PeymanError("export_folder", path=out)
    if out.exists():
        if out.is_file() and out.samefile(project):
            raise PeymanError("export_over_project", path=out)
        if not out.is_file():
            raise PeymanError("file_irregular", path=out)


def tell_losses(report: ExportReport, path: Path, name: str) -> None:
    """Keep the part about the export called `name` in a file of losses up to date; others' parts stay.

    No file is made where nothing is lost, and one that Peyman did not write is left alone.
    """
    heading = "What Peyman's formats could not hold of the project; one part for each file or folder beside this."
    parts: dict[str, str] = {}
    if path.exists():
        known, *old = path.read_text(encoding="utf-8", errors="replace").split("\n== ")
        if known.strip() != heading:
            return
        parts = {title: body for title, _, body in (part.partition(" ==\n") for part in old)}
    parts.pop(name, None)
    if report.losses:
        lines = [f"{loss} (such as {', '.join(loss.examples)})" for loss in report.losses]
        parts[name] = f"{report.format}, {report.which}\n" + "".join(f"- {line}\n" for line in lines)
    elif not path.exists():
        return
    text = "".join(f"\n== {title} ==\n{parts[title]}" for title in sorted(parts))
    with replacing(path) as stream:
        stream.write(f"{heading}\n{text}".encode())


def _items(project: Project, which: str, options: Options) -> Iterator[AnnotatedDocument]:
    """Yield what is to be exported: documents in their order, sets by annotator's name and kind.

    Gold tells how it was decided; with the option for it, it has what everybody said beside it.
    """
    variants = options.values.get(jsonl.VARIANTS.name) == "yes"
    numbers: Iterable[int] = project.document_numbers()
    if options.documents is not None:
        numbers = sorted(n for name in options.documents if (n := project.number_by_name(name)) is not None)
    for number in numbers:
        wanted = (project.annotation_set(info.number) for info in project.set_infos(number) if _is_wanted(info, which))
        sets = [found for found in wanted if not _is_blank(found)]
        if not sets and which != "all":
            continue
        document = project.document(number)
        for found in sets:
            _check_whole(document, found)
            whole = with_provenance(project, number, found, variants=variants) if found.kind == "gold" else found
            yield AnnotatedDocument(document, whole)
        if not sets:
            yield AnnotatedDocument(document)


def _is_wanted(info: SetInfo, which: str) -> bool:
    return which == "all" or (info.kind == "gold" if which == "gold" else info.annotator == which)


def _is_blank(annotations: AnnotationSet) -> bool:
    """Opening an article makes an empty set for the annotator at work: as long as it is new, it says nothing."""
    state = annotations.state
    return state.state == "new" and not (state.note or annotations.annotations or annotations.foreign)


def _check_whole(document: Document, annotations: AnnotationSet) -> None:
    """Refuse to write what a damaged project gives: roles without their spans, spans beside their text."""
    for relation in annotations.relations:
        if annotations.span(relation.source) is None or annotations.span(relation.target) is None:
            raise PeymanError(
                "check_role", document=document.name, annotator=annotations.annotator, label=relation.label
            )
    for span in annotations.spans:
        if document.text[span.start : span.end] != span.quote:
            raise PeymanError(
                "check_quote", document=document.name, annotator=annotations.annotator,
                span=span.source_id or span.id, start=span.start, end=span.end,
            )  # fmt: skip


def _counted(items: Iterable[AnnotatedDocument], report: ExportReport) -> Iterator[AnnotatedDocument]:
    """Count what passes; the sets of one document follow one another."""
    last = ""
    for item in items:
        if item.document.sha256 != last:
            last = item.document.sha256
            report.documents += 1
        if item.annotations is not None:
            report.sets += 1
            report.spans += len(item.annotations.spans)
            report.relations += len(item.annotations.relations)
            report.labels += len(item.annotations.document_labels)
        yield item


@contextlib.contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Fill a folder beside `target`, and give it that name when it is whole."""
    target = target.resolve()
    draft = target.with_name(f".peyman-{secrets.token_hex(6)}.part")
    try:
        draft.mkdir()
        yield draft
        if target.exists():
            target.rmdir()  # an empty one; else this fails
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Write beside `target` and rename when all is on the disk, so that it is never half written."""
    target = target.resolve()  # what a link points to, not the link, is replaced
    draft = target.with_name(f".peyman-{secrets.token_hex(6)}.part")
    try:
        with draft.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def export_table(
    project: Path, out: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], *, rtl: bool = False
) -> int:
    """Write a table of text, such as the register of commitments, replaced in one step; return how many rows.

    Args:
        project: the project's own file, which is never written over.
        out: its extension says what it becomes: .csv or .xlsx.
        rtl: whether a sheet runs from right to left.

    Raises:
        PeymanError: `table_extension`, `table_too_long`, `export_…`, `file_irregular`.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    write = tables.writer_for(out)
    check_file(project, out)
    with replacing(out) as stream:
        return write(stream, headings, rows, rtl=rtl)


def write_text(project: Path, out: Path, text: str) -> None:
    """Write a text file as UTF-8, replaced in one step; `project` is the file that is never written over.

    Raises:
        PeymanError: `export_…`, `file_irregular`.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    check_file(project, out)
    with replacing(out) as stream:
        stream.write(text.encode("utf-8", "surrogatepass"))


# What was chosen -------------------------------------------------------------------------------------------------


def read_map(path: Path, schema: Schema) -> dict[str, dict[str, str]]:
    """Read which labels of the schema the labels of a source are: in TOML, a table for each layer.

    Raises:
        PeymanError: `map_syntax`, `map_value`.
        OSError: the file cannot be read.
    """
    try:
        tables = tomllib.loads(decode(path.read_bytes(), path.name).text)
    except tomllib.TOMLDecodeError as error:
        raise PeymanError("map_syntax", file=path.name, reason=error) from None
    for layer_id, table in tables.items():
        layer = schema.layers.get(layer_id)
        if layer is None or not isinstance(table, dict):
            raise PeymanError("map_value", file=path.name, layer=layer_id, label="", found=table)
        for source, label in table.items():
            find = layer.attribute if layer_id == "document" else layer.label
            if not isinstance(label, str) or find(label) is None:
                raise PeymanError("map_value", file=path.name, layer=layer_id, label=source, found=label)
    return tables


def map_as_toml(labels: Mapping[str, Mapping[str, str]]) -> str:
    """Return what `read_map` reads as these."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML has JSON's escapes

    tables = ((layer, table) for layer, table in labels.items() if table)
    return "\n".join(
        f"[{quoted(layer)}]\n" + "".join(f"{quoted(source)} = {quoted(label)}\n" for source, label in table.items())
        for layer, table in tables
    )


# Projects to start with ------------------------------------------------------------------------------------------


def read_schema(path: Path | None = None) -> Schema:
    """Read a schema file, by default the one that ships.

    Raises:
        PeymanError: `schema_…`, `text_…`.
        OSError: the file cannot be read.
    """
    path = path or paths.resource("schemas", "commitnews.toml")
    return parse_schema(decode(path.read_bytes(), path.name).text, path.name)


def guidelines_for(schema: Schema) -> str:
    """Return the guidelines that ship for a schema, as Markdown; "" if there are none for it."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", schema.id):
        return ""
    path = paths.resource("guidelines", f"{schema.id}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def make_sample(path: Path, progress: Progress | None = None) -> None:
    """Make the sample project: five articles, three of them annotated by "reference".

    Raises:
        PeymanError: `project_exists` and others of `Project.create`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise PeymanError("project_exists", path=path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")  # a sample is there whole or not at all
    try:
        schema = read_schema()
        guidelines = guidelines_for(schema)
        with Project.create(draft, annotator=SAMPLE_ANNOTATOR, schema=schema, guidelines=guidelines) as project:
            files = [*sorted(paths.seeds().glob("*.txt")), paths.seeds("sample_gold.jsonl")]
            report = import_paths(project, files, progress=progress)
        for refused in report.refused:
            raise refused.reason
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
