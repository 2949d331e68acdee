"""Counts what a format cannot hold, for all that formats have in common."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from uuid import UUID

from peyman.core.decode import guess_direction, guess_language, guess_title
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP
from peyman.core.model import AnnotatedDocument, AnnotationSet, Attributes, Document, Json, Relation, Span
from peyman.core.provenance import KEYS

from .base import NAME_LENGTH, Tally, Thing

MESSAGES |= {
    "loss_texts": QT_TRANSLATE_NOOP("errors", "{count} texts are not in it"),
    "loss_metadata": QT_TRANSLATE_NOOP("errors", "{count} titles, sources and other details of articles are left out"),
    "loss_annotators": QT_TRANSLATE_NOOP("errors", "{count} annotation sets do not say whose they are"),
    "loss_states": QT_TRANSLATE_NOOP("errors", "{count} annotation sets do not say that they are unfinished"),
    "loss_gold": QT_TRANSLATE_NOOP("errors", "{count} annotation sets do not say that they are gold"),
    "loss_nested": QT_TRANSLATE_NOOP("errors", "{count} spans inside others of their layer are left out"),
    "loss_crossing": QT_TRANSLATE_NOOP("errors", "{count} spans that cross others of their layer are left out"),
    "loss_fragments": QT_TRANSLATE_NOOP("errors", "{count} discontinuous spans are written as one stretch"),
    "loss_layers": QT_TRANSLATE_NOOP("errors", "{count} spans of layers that it does not have are left out"),
    "loss_relations": QT_TRANSLATE_NOOP("errors", "{count} roles are left out"),
    "loss_roles": QT_TRANSLATE_NOOP("errors", "{count} notes and unknown keys of roles are left out"),
    "loss_attributes": QT_TRANSLATE_NOOP("errors", "{count} attributes are left out"),
    "loss_labels": QT_TRANSLATE_NOOP("errors", "{count} fields of whole articles are left out"),
    "loss_notes": QT_TRANSLATE_NOOP("errors", "{count} notes are left out"),
    "loss_doubts": QT_TRANSLATE_NOOP("errors", "{count} doubts are left out"),
    "loss_origins": QT_TRANSLATE_NOOP(
        "errors", "{count} annotations do not tell that they were accepted from a suggestion"
    ),
    "loss_provenance": QT_TRANSLATE_NOOP("errors", "{count} annotations of gold do not say how they were decided"),
    "loss_foreign": QT_TRANSLATE_NOOP("errors", "{count} things that Peyman does not know and only kept are left out"),
}


def counted(
    items: Iterable[AnnotatedDocument], holds: frozenset[Thing], tally: Tally
) -> Iterator[AnnotatedDocument]:
    """Count what a format that `holds` these things loses of each item, and hand the item on.

    A state is lost when it is not that of finished annotations, for that is what a reader takes them for.
    Nested and crossing spans are counted within their layer: all but the outermost, the first of crossing ones.
    """
    last = ""
    for item in items:
        if item.document.sha256 != last:  # the sets of one document follow one another
            last = item.document.sha256
            _count_document(item.document, holds, tally)
        if item.annotations is not None:
            _count_set(item.document.name, item.annotations, holds, tally)
        yield item


def _count_document(document: Document, holds: frozenset[Thing], tally: Tally) -> None:
    if "texts" not in holds:
        tally.add("loss_texts", document.name)
    if "metadata" not in holds:
        text = document.text
        guessed = (guess_title(text), guess_language(text), guess_direction(text), "utf-8")
        told = (document.title, document.language, document.direction, document.encoding)
        differing = sum(a != b for a, b in zip(guessed, told, strict=True))
        tally.add("loss_metadata", document.name, len(document.meta) + differing)
    if "foreign" not in holds:
        tally.add_kept("loss_foreign", document.name, document.foreign)


def _count_set(name: str, annotations: AnnotationSet, holds: frozenset[Thing], tally: Tally) -> None:
    state = annotations.state
    if "annotators" not in holds:
        tally.add("loss_annotators", name)
    if "states" not in holds:
        tally.add("loss_states", name, state.state != "finished" or bool(state.note))
    if "gold" not in holds:
        tally.add("loss_gold", name, annotations.kind == "gold")
    if "foreign" not in holds:
        tally.add_kept("loss_foreign", name, annotations.foreign)
    nested, crossing = _overlapping(annotations)
    for record in annotations.annotations.values():
        if "foreign" not in holds:
            count_keys(tally, f"{name}: {record.source_id or record.id}", record.foreign)
        counts: list[tuple[Thing, str, int]] = []
        if isinstance(record, Span):
            counts = [
                ("nested", "loss_nested", record.id in nested),
                ("crossing", "loss_crossing", record.id in crossing),
                ("fragments", "loss_fragments", bool(record.fragments)),
                ("attributes", "loss_attributes", len(record.attributes)),
                ("notes", "loss_notes", bool(record.note)),
                ("doubts", "loss_doubts", bool(record.doubt)),
                ("origins", "loss_origins", bool(record.origin)),
            ]
        elif isinstance(record, Relation):
            counts = [("relations", "loss_relations", 1), ("notes", "loss_notes", bool(record.note))]
        else:
            counts = [("document labels", "loss_labels", 1)]
        for thing, code, count in counts:
            if thing not in holds:
                tally.add(code, f"{name}: {record.source_id or record.id}", count)


def count_keys(tally: Tally, where: str, foreign: Attributes, code: str = "loss_foreign", more: int = 0) -> None:
    """Count what is lost of what was only kept, and `more` of the same code; how an annotation was decided, apart."""
    tally.add(code, where, more)
    if foreign:
        tally.add_kept(code, where, without(foreign, KEYS))
        tally.add("loss_provenance", where, bool(foreign.keys() & KEYS))


def without(foreign: Attributes, keys: Collection[str]) -> dict[str, Json]:
    """Return foreign keys but these."""
    return {key: value for key, value in foreign.items() if key not in keys}


def count_layers(
    tally: Tally, name: str, annotations: AnnotationSet, layers: Container[str], sources: Container[str]
) -> None:
    """Count spans of other layers than these, and roles that one of them fills or that leave none of `sources`."""
    for span in annotations.spans:
        tally.add("loss_layers", f"{name}: {span.source_id or span.id}", span.layer not in layers)
    for relation in annotations.relations:
        source, target = (annotations.span(end) for end in (relation.source, relation.target))
        held = source is not None and target is not None and source.layer in sources and target.layer in layers
        tally.add("loss_relations", f"{name}: {relation.source_id or relation.id}", not held)


def _overlapping(annotations: AnnotationSet) -> tuple[set[UUID], set[UUID]]:
    """Return the spans that lie in an earlier one of their layer, and those that cross one."""
    nested: set[UUID] = set()
    crossing: set[UUID] = set()
    ends: dict[str, int] = {}  # how far the spans of each layer reach by now
    for span in annotations.spans:
        end = ends.get(span.layer, 0)
        if span.start < end:
            (nested if span.end <= end else crossing).add(span.id)
        ends[span.layer] = max(end, span.end)
    return nested, crossing


def counted_outside_spans(
    items: Iterable[AnnotatedDocument], tally: Tally, *held: str
) -> Iterator[AnnotatedDocument]:
    """Count the unknown keys of articles, sets and fields, for a format that holds only those of spans; hand on.

    `held` are keys of sets that it holds as well. Names of articles that no file name would bring back count as
    details of the article.
    """
    last = ""
    for item in items:
        name = item.document.name
        if item.document.sha256 != last:
            last = item.document.sha256
            tally.add("loss_metadata", name, not name.endswith(".txt") or len(name.encode()) > NAME_LENGTH)
            tally.add_kept("loss_foreign", name, item.document.foreign)
        if item.annotations is not None:
            tally.add_kept("loss_foreign", name, without(item.annotations.foreign, held))
            for label in item.annotations.document_labels:
                count_keys(tally, f"{name}: {label.label}", label.foreign)
        yield item
