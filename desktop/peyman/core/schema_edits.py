"""A changed schema in a project: what is in use, what would be stranded, and the one edit that changes it all.

`plan` compares a schema with what the project holds: what would be left without its label is refused, and what was
merged follows in the sets that were made in this file. Sets from elsewhere stay as their annotators sent them and
are read through `Schema.current_label`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from .aliases import moved, place_of
from .edits import Change, Edit, shorten
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import Annotation, AnnotationSet, Attributes, DocumentLabel, Relation, Span
from .project import Project
from .records import load
from .schema import Schema
from .schema_draft import Entry, Kind, bumped, entries, found, key_problems, with_version

Progress: TypeAlias = Callable[[int, int], object]  # sets looked through, sets in all

MESSAGES |= {
    "schema_strands": QT_TRANSLATE_NOOP(
        "errors",
        "{count} annotations would lose their “{entry}”, which this schema does not have or does not allow there. "
        "Retire it (retired = true) or merge it into another (merged_into) instead of leaving it out.",
    ),
}


# What the project holds -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Held:
    """A label, an attribute or a value of one, as annotations of one annotator hold it, and how many do."""

    layer: str
    label: str  # "" in the layer of the document
    attribute: str
    value: str | None  # of a closed attribute
    whose: str  # an annotator's name; "gold" for what was adjudicated
    own: bool  # in sets made in this file
    count: int


class Usage:
    """How often annotations hold what a schema has, by whose they are."""

    def __init__(self, held: Iterable[Held]) -> None:
        self.held = tuple(held)
        self._counts: dict[Entry, Counter[str]] = {}
        for one in self.held:
            self._counts.setdefault(_entry_of(one), Counter())[one.whose] += one.count

    @classmethod
    def of(cls, project: Project) -> Usage:
        """Count in a project; takes some seconds for a million annotations."""
        counts: Counter[tuple[str, str, str, str | None, str, bool]] = Counter()
        for layer, label, attributes, annotator, kind, own, count in project.contents():
            whose = "gold" if kind == "gold" else annotator
            values: Attributes = load(attributes)
            if layer == "document":
                values, label = {label: load(attributes)}, ""
            else:
                counts[layer, label, "", None, whose, own] += count
            for name, value in values.items():
                counts[layer, label, name, None, whose, own] += count
                for one in value if isinstance(value, list) else [value]:
                    if isinstance(one, str) and _is_closed(project.schema, layer, name):
                        counts[layer, label, name, one, whose, own] += count
        return cls(Held(*key, count) for key, count in counts.items())

    def by_whose(self, entry: Entry) -> dict[str, int]:
        """Return how many annotations hold it, by annotator; those with the most first."""
        return dict(self._counts.get(entry, Counter()).most_common())

    def total(self, entry: Entry) -> int:
        return self._counts.get(entry, Counter()).total()


def _entry_of(held: Held) -> Entry:
    if held.attribute:
        return Entry(held.layer, "attributes", held.attribute, held.value or "")
    return Entry(held.layer, "labels", held.label)


def _is_closed(schema: Schema, layer: str, name: str) -> bool:
    known = schema.layers.get(layer)
    attribute = known.attribute(name) if known else None
    return attribute is not None and bool(attribute.choices)


# Bringing the annotations along ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Left:
    """An annotation that could not follow a merge: it stays as it is, and is read as what it was merged into."""

    document: str
    annotator: str
    entry: Entry
    quote: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change of the schema does.

    Attributes:
        changes: the annotations that follow, in sets made in this file.
        left: those that would repeat one that is there, or lose a value.
        elsewhere: how many annotations in sets from other files are read through the merge.
    """

    schema: Schema
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    elsewhere: int


def plan(project: Project, schema: Schema, usage: Usage, progress: Progress = lambda _done, _of: None) -> Plan:
    """Work out what the annotations need when `schema` takes the place of the project's; change nothing.

    A schema that says something else under the same version gets the next one.

    Raises:
        PeymanError: `schema_strands` with the count and the first entry, `schema_key_…` for a clash that is new.
    """
    old = project.schema
    if schema.body != old.body and schema.version == old.version:
        schema = with_version(schema, bumped(old.version))
    for entry, count in stranded(usage, old, schema).items():
        raise PeymanError("schema_strands", entry=str(entry), count=count)
    before = key_problems(old)
    for name, problem in key_problems(schema).items():
        if name not in before:
            raise problem
    changes: list[Change] = []
    left: list[Left] = []
    numbers = sorted(_sets_to_look_at(project, schema))
    for done, number in enumerate(numbers):
        progress(done, len(numbers))
        annotations = project.annotation_set(number)
        follow, kept = _follow(annotations, schema)
        changes += [Change(number, before, after) for before, after in follow]
        if kept:
            (row,) = project.document_rows([project.document_of_set(number)])
            left += [_left(record, row.name, annotations) for record in kept]
    elsewhere = sum(
        held.count for held in usage.held if not held.own and schema.current_label(held.layer, held.label) != held.label
        and not held.attribute
    )  # fmt: skip
    return Plan(schema, tuple(changes), tuple(left), elsewhere)


def schema_edit(project: Project, planned: Plan) -> Edit:
    """Return the edit that carries a plan out, and make its schema known to the file."""
    info = project.info
    number = project.keep_schema(planned.schema)
    if number == info.schema_number:
        return Edit("edit_schema", planned.changes)
    return Edit("edit_schema", (Change(0, info, replace(info, schema_number=number)), *planned.changes))


def stranded(usage: Usage, old: Schema, new: Schema) -> dict[Entry, int]:
    """Return what annotations hold and the new schema does not have or allow any more, with counts."""
    lost: Counter[Entry] = Counter()
    for held in usage.held:
        if _is_known(held, old) and not _is_known(held, new):
            lost[_entry_of(held)] += held.count
    return dict(lost)


def _is_known(held: Held, schema: Schema) -> bool:
    layer = schema.layers.get(held.layer)
    if layer is None:
        return False
    if not held.attribute:
        return layer.label(held.label) is not None
    attribute = layer.attribute(held.attribute)
    if attribute is None or not attribute.allows(held.label, held.value if held.value is not None else []):
        return False
    return held.value is None or attribute.choice(held.value) is not None


def _sets_to_look_at(project: Project, schema: Schema) -> set[int]:
    """The sets of this file with something that was merged into another."""
    numbers: set[int] = set()
    for entry in entries(schema):
        one = found(schema, entry)
        if one is None or not one.merged_into:
            continue
        if entry.kind == "labels":
            numbers |= project.sets_using(entry.layer, label=entry.id)
        elif entry.layer == "document":
            numbers |= project.sets_using(entry.layer, label=entry.id, part=f'"{entry.choice}"' if entry.choice else "")
        else:
            numbers |= project.sets_using(entry.layer, part=f'"{entry.choice or entry.id}"')
    return numbers


def _follow(
    annotations: AnnotationSet, schema: Schema
) -> tuple[list[tuple[Annotation, Annotation]], list[Annotation]]:
    """Return the annotations of a set that follow the schema, before and after, and those that cannot."""
    follow: list[tuple[Annotation, Annotation]] = []
    kept: list[Annotation] = []
    taken = {place_of(record) for record in annotations.annotations.values()}
    for record in annotations.annotations.values():
        after, whole = moved(record, schema)
        if place_of(after) != place_of(record):
            if place_of(after) in taken:
                kept.append(record)
                continue
            taken.add(place_of(after))
        if not whole:
            kept.append(record)
        if after != record:
            follow.append((record, after))
    return follow, kept


def _left(record: Annotation, document: str, annotations: AnnotationSet) -> Left:
    quote = ""
    if isinstance(record, Span):
        quote = shorten(record.quote)
    elif isinstance(record, Relation) and (target := annotations.span(record.target)):
        quote = shorten(target.quote)
    kind: Kind = "attributes" if isinstance(record, DocumentLabel) else "labels"
    return Left(document, annotations.annotator, Entry(record.layer, kind, record.label), quote)
