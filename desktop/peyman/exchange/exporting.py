"""Export: what is written, what is lost of it, and what a project gives that must not be written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document
from peyman.core.project import Project, SetInfo
from peyman.core.settling import with_provenance
from peyman.formats import Format, Options, format_for, jsonl
from peyman.formats.base import DEFAULTS, LOSSES, Folder

from .reports import ExportReport
from .writing import check_target, new_folder, replacing

MESSAGES |= {
    "format_no_write": QT_TRANSLATE_NOOP("errors", "The format “{name}” can only be imported, not exported."),
    "export_nothing": QT_TRANSLATE_NOOP(
        "errors", "This project has nothing of “{which}” to export. Export “all”, or import something first."
    ),
}


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
                _tell_losses(report, draft / LOSSES, out.name)
        return report
    with replacing(out) if isinstance(out, Path) else contextlib.nullcontext(out) as stream:
        chosen.write(items, stream, project.schema, options)
    if isinstance(out, Path):
        _tell_losses(report, out.with_name(LOSSES), out.name)
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


def _tell_losses(report: ExportReport, path: Path, name: str) -> None:
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
        lines = [loss.with_examples for loss in report.losses]
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
    variants = options.of(jsonl.VARIANTS) == "yes"
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
