"""Articles with several annotators at work, for the tests of clusters, adjudication and rehearsal.

Ids follow from what they are of, so that the same draws make the same articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st

from core.making import article, default_schema
from peyman import paths
from peyman.core.clusters import Cluster
from peyman.core.edits import misplaced
from peyman.core.model import (
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Json,
    Relation,
    SetState,
    Span,
    State,
    derived_id,
    new_id,
)
from peyman.formats import jsonl

NAMES = ("سارا", "رضا", "Анна", "Zoe", "مینا")
WORDS = "استاندار اردبیل در باکو قول داد پل تازه تا پایان سال ساخته شود و مرز باز بماند"
DOCUMENT = article("words.txt", WORDS)
LABELS = {"entity": ("PER", "ORG", "GPE"), "commitment": ("plan", "pledge"), "argument": ("ARG",)}
VALUES: Mapping[str, Mapping[str, Sequence[Json]]] = {
    "entity": {"canon": ("Iran", "ایران", "ايران"), "sub": ("gov", "media")},
    "commitment": {"status": ("proposed", "agreed"), "sectors": (["trade"], ["energy", "trade"], ["trade", "energy"])},
    "argument": {},
}


def words(first: int, last: int | None = None) -> tuple[int, int]:
    """Return the extent from one word of the article to another, inclusive."""
    return DOCUMENT.tokens[first][0], DOCUMENT.tokens[first if last is None else last][1]


def span(
    layer: str, label: str, first: int, last: int | None = None, number: UUID | None = None, **attributes: Json
) -> Span:
    start, end = words(first, last)
    return Span(number or new_id(), layer, label, start, end, WORDS[start:end], attributes=attributes)


def role(label: str, source: Span, target: Span) -> Relation:
    return Relation(derived_id(0, label, str(source.id), str(target.id)), "role", label, source.id, target.id)


def answers(
    name: str, *annotations: Annotation, state: State = "finished", document: Document = DOCUMENT
) -> AnnotationSet:
    """One annotator's set of the article."""
    number = derived_id(0, "set", name)
    held = {a.id: a for a in sorted(annotations, key=lambda a: a.id)}
    return AnnotationSet(number, 0, document.id, name, "annotation", SetState(number, state), held)


def again(
    given: AnnotationSet, annotator: str, annotations: Iterable[Annotation] | None = None, state: State = "finished"
) -> AnnotationSet:
    """The same answers by somebody else, under ids of his own."""
    ids: dict[UUID, UUID] = {}
    found = list(given.annotations.values() if annotations is None else annotations)
    for one in found:
        ids[one.id] = derived_id(0, annotator, str(one.id))
    copies = [
        replace(one, id=ids[one.id], source=ids[one.source], target=ids[one.target])
        if isinstance(one, Relation)
        else replace(one, id=ids[one.id])
        for one in found
    ]
    return answers(annotator, *copies, state=state)


def changed(given: AnnotationSet, *annotations: Annotation, without: Iterable[Annotation] = ()) -> AnnotationSet:
    """The same set with other versions of some annotations, new ones, or without some."""
    gone = {one.id for one in without}
    held = {key: one for key, one in given.annotations.items() if key not in gone} | {a.id: a for a in annotations}
    return replace(given, annotations=dict(sorted(held.items())))


def members(cluster: Cluster) -> list[tuple[UUID, UUID]]:
    return [(member.set_id, annotation.id) for member in cluster.members for annotation in member.annotations]


@st.composite
def a_set(draw: st.DrawFn, name: str, lawful: bool = False) -> AnnotationSet:
    """Draw somebody's answers: spans of three layers that overlap in every way, roles between them, fields.

    Where `lawful`, spans obey the rules of their layers and have only attributes of their label.
    """
    spans: list[Span] = []
    for layer, labels in LABELS.items():
        for _ in range(draw(st.integers(0, 4))):
            first = draw(st.integers(0, 8))
            last = first + draw(st.integers(0, 3))
            given = {key: draw(st.sampled_from(values)) for key, values in VALUES[layer].items() if draw(st.booleans())}
            label = draw(st.sampled_from(labels))
            if label != "ORG" and lawful:
                given.pop("sub", None)
            drawn = span(layer, label, first, last, draw(_IDS), **given)
            if drawn.id in [one.id for one in spans]:
                continue
            others = (other for other in spans if other.layer == layer)
            if not lawful or misplaced(drawn, others, default_schema()) is None:
                spans.append(drawn)
    records: dict[UUID, Annotation] = {one.id: one for one in spans}
    for source in [one for one in spans if one.layer == "commitment"]:
        for target in draw(st.lists(st.sampled_from(spans), max_size=3, unique_by=lambda one: one.id)):
            if target.id != source.id:
                relation = role(draw(st.sampled_from(["committer", "object"])), source, target)
                records[relation.id] = relation
    for field, values in (("event_type", ["visit", "meeting"]), ("outlet", ["ایسنا", "ایرنا"])):
        if draw(st.booleans()):
            answer = DocumentLabel(derived_id(0, name, field), "document", field, draw(st.sampled_from(values)))
            records[answer.id] = answer
    return answers(name, *records.values())


_IDS = st.integers(1, (1 << 127) - 1).map(lambda number: UUID(int=number))


@st.composite
def several(draw: st.DrawFn, least: int = 2, most: int = 4, lawful: bool = False) -> list[AnnotationSet]:
    """Draw the sets of some annotators; some only change what another says, so that much is alike."""
    found = [draw(a_set(NAMES[0], lawful))]
    for name in NAMES[1 : draw(st.integers(least, most))]:
        if draw(st.booleans()):
            found.append(draw(a_set(name, lawful)))
            continue
        like = draw(st.sampled_from(found))
        gone = set(draw(st.lists(st.sampled_from([*like.annotations] or [like.id]), max_size=2)))
        kept = [
            one
            for one in like.annotations.values()
            if one.id not in gone and not (isinstance(one, Relation) and gone & {one.source, one.target})
        ]
        found.append(again(like, name, kept))
    return found


@cache
def sample() -> tuple[AnnotatedDocument, ...]:
    """The articles of the sample project with their gold."""
    return tuple(jsonl.read(Path(paths.seeds("sample_gold.jsonl")), default_schema()))
