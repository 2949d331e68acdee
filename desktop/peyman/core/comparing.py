"""Comparing what several annotators made of one document: counts that add up over documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TypeAlias
from uuid import UUID

from .matching import Mention, align, dice, match
from .measures import SCALE, Coincidences, Metric
from .model import AnnotationSet, Document, Extent, Json, Span
from .reliability import comparable, metric_of
from .schema import Attribute, Schema
from .text import sentences
from .unitizing import Cover

COMMITMENT, ROLE, DOCUMENT = "commitment", "role", "document"
NOTHING = ""  # stands for a label where an annotator marked nothing

Key: TypeAlias = tuple[str, str, str, str]  # what is counted, layer, "layer" or "label" or "super_type", its id
Answer: TypeAlias = tuple[str, str]  # layer and attribute
SETS: Key = ("sets", "", "", "")
EXISTENCE: Answer = (COMMITMENT, "existence")


@dataclass(frozen=True, slots=True)
class Panel:
    """A document with the sets of all who annotated it."""

    document: Document
    sets: Sequence[AnnotationSet]


@dataclass(frozen=True, slots=True)
class Example:
    """One place where two annotators differ; the first of each pair belongs to the confusion's `label`.

    An extent or quote that is empty, or an id that is none, belongs to who marked nothing. Of a role, the extent is
    that of what fills it, and the id its own.
    """

    document: str
    annotators: tuple[str, str]
    extents: tuple[tuple[Extent, ...], tuple[Extent, ...]]
    quotes: tuple[str, str]
    ids: tuple[UUID | None, UUID | None] = (None, None)


Confused: TypeAlias = tuple[str, str, str]  # layer, label, other label


@dataclass
class Comparison:
    """What was counted in one document.

    Attributes:
        counts: of all pairs of annotators together.
        pairs: of each pair of annotators, whole layers only.
        met: values given to the same place, by layer and attribute.
        confusions: what one called so, the other called so; both labels alike where they agree.
        shifts: by layer, "start" or "end" and tokens between two mentions of one place.
    """

    document: str
    counts: Counter[Key] = field(default_factory=Counter)
    pairs: dict[tuple[str, str], Counter[Key]] = field(default_factory=dict)
    met: defaultdict[Answer, Coincidences] = field(default_factory=lambda: defaultdict(Coincidences))
    confusions: Counter[Confused] = field(default_factory=Counter)
    examples: defaultdict[Confused, list[Example]] = field(default_factory=lambda: defaultdict(list))
    shifts: Counter[tuple[str, str, int]] = field(default_factory=Counter)


@dataclass(frozen=True)
class Plan:
    """What of a schema is compared: all its layers, or only those named."""

    schema: Schema
    only: Collection[str] | None = None

    def wants(self, layer: str) -> bool:
        return layer in self.schema.layers and (self.only is None or layer in self.only)

    @cached_property
    def span_layers(self) -> tuple[str, ...]:
        """Layers of spans, wanted or not: roles hang on commitments."""
        return tuple(layer for layer in self.schema.layers if layer not in (ROLE, DOCUMENT))

    @cached_property
    def asked(self) -> Mapping[str, Mapping[str, tuple[Attribute, Metric]]]:
        """The attributes of each layer, and how their values differ."""
        return {
            layer.id: {attribute.id: (attribute, metric_of(attribute)) for attribute in layer.attributes}
            for layer in self.schema.layers.values()
        }

    @cached_property
    def super_types(self) -> Mapping[tuple[str, str], str]:
        return {
            (layer.id, label.id): label.group
            for layer in self.schema.layers.values()
            for label in layer.labels
            if label.group
        }


def compare(panel: Panel, plan: Plan, *, to_first: bool = False) -> Comparison:
    """Compare the sets of a panel, two at least, each with each.

    Args:
        to_first: two sets, of which the first is the truth: confusions and shifts say how the other departs from
            it. Without, they say only that two annotators differ, and nothing depends on who is who.
    """
    comparer = _Comparer(panel, plan, to_first)
    for layer in plan.span_layers:
        comparer.compare_spans(layer)
    if plan.wants(ROLE):
        comparer.compare_roles()
    if plan.wants(COMMITMENT):
        comparer.compare_existence()
    if plan.wants(DOCUMENT):
        comparer.compare_document_labels()
    return comparer.found


class _Comparer:
    def __init__(self, panel: Panel, plan: Plan, to_first: bool) -> None:
        self.found = Comparison(panel.document.name)
        self._document = panel.document
        self._sets = panel.sets
        self._plan = plan
        self._to_first = to_first
        self._pairs = list(combinations(range(len(panel.sets)), 2))
        self._known_kinds: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._mentions: dict[str, list[list[Mention]]] = {}
        self._matches: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
        self.found.counts[SETS] = len(self._pairs)
        self.found.pairs = {self._names(pair): Counter({SETS: 1}) for pair in self._pairs}

    def _names(self, pair: tuple[int, int]) -> tuple[str, str]:
        return self._sets[pair[0]].annotator, self._sets[pair[1]].annotator

    # Spans ---------------------------------------------------------------------------------------------------

    def compare_spans(self, layer: str) -> None:
        spans = [[span for span in one.spans if span.layer == layer] for one in self._sets]
        self._mentions[layer] = answers = [[Mention.of(span) for span in some] for some in spans]
        if not self._plan.wants(layer) and not (layer == COMMITMENT and self._plan.wants(ROLE)):
            return
        for pair in self._pairs:
            one, other = pair
            self._matches[layer, one, other] = matches = match(answers[one], answers[other])
            if self._plan.wants(layer):
                self._count(layer, pair, answers[one], answers[other], matches)
        if self._plan.wants(layer):
            self._cover(layer, answers)
            self._compare_attributes(layer, spans, answers)

    def _count(
        self,
        layer: str,
        pair: tuple[int, int],
        one: Sequence[Mention],
        other: Sequence[Mention],
        matches: Sequence[tuple[int, int]],
    ) -> None:
        """Count what two annotators' mentions have in common; for roles called once for each commitment."""
        counts = self._presence(layer, one, other)
        called: Counter[tuple[str, str, bool]] = Counter()
        overlap = 0
        for a, b in matches:
            left, right = one[a], other[b]
            same = left.pieces == right.pieces
            called[left.label, right.label, same] += 1
            overlap += SCALE if same else round(SCALE * dice(left, right))
            if not same:
                self._shift(layer, left, right)
            if not same or left.label != right.label:
                self._confuse(layer, pair, left, right)
        if matches:
            counts["matched", layer, "layer", layer] = len(matches)
            counts["dice", layer, "layer", layer] = overlap
        for (label, label_of_other, same), times in called.items():
            for kind in self._shared_kinds(layer, label, label_of_other):
                counts["relaxed", layer, *kind] += times
                if same:
                    counts["exact", layer, *kind] += times
            if same:
                self.found.shifts[layer, "start", 0] += times
                self.found.shifts[layer, "end", 0] += times
                if label == label_of_other:
                    self.found.confusions[layer, label, label] += times
        for at in set(range(len(one))).difference(a for a, _ in matches):
            self._confuse(layer, pair, one[at], None)
        for at in set(range(len(other))).difference(b for _, b in matches):
            self._confuse(layer, pair, None, other[at])
        self.found.counts.update(counts)
        self.found.pairs[self._names(pair)].update({key: n for key, n in counts.items() if key[2] == "layer"})

    def _presence(self, layer: str, one: Sequence[Mention], other: Sequence[Mention]) -> Counter[Key]:
        counts: Counter[Key] = Counter()
        for side, mentions in (("left", one), ("right", other)):
            for label, times in Counter(mention.label for mention in mentions).items():
                for kind in self._kinds(layer, label):
                    counts[side, layer, *kind] += times
                    counts["present", layer, *kind] = 1
        return counts

    def _shared_kinds(self, layer: str, label: str, other: str) -> Iterable[tuple[str, str]]:
        """What two mentions of one place count towards: everything if their labels agree, else their super-type."""
        kinds = self._kinds(layer, label)
        if label == other:
            return kinds
        others = self._kinds(layer, other)
        return [kind for kind in kinds if kind[0] == "super_type" and kind in others]

    def _kinds(self, layer: str, label: str) -> tuple[tuple[str, str], ...]:
        """What a mention counts towards: its layer, its label, its super-type if there is one."""
        known = self._known_kinds.get((layer, label))
        if known is None:
            super_type = self._plan.super_types.get((layer, label))
            known = ("layer", layer), ("label", label), *((("super_type", super_type),) if super_type else ())
            self._known_kinds[layer, label] = known
        return known

    def _confuse(self, layer: str, pair: tuple[int, int], one: Mention | None, other: Mention | None) -> None:
        """Note two mentions of one place that are not the same; None is nothing marked."""
        names = self._names(pair)
        if not self._to_first and (one is None or (other is not None and other.label < one.label)):
            one, other, names = other, one, names[::-1]
        key = (layer, one.label if one else NOTHING, other.label if other else NOTHING)
        self.found.confusions[key] += 1
        extents = (one.pieces if one else (), other.pieces if other else ())
        text = self._document.text
        quotes = (" … ".join([text[s:e] for s, e in extents[0]]), " … ".join([text[s:e] for s, e in extents[1]]))
        ids = (one.id if one else None, other.id if other else None)
        self.found.examples[key].append(Example(self.found.document, names, extents, quotes, ids))

    def _shift(self, layer: str, one: Mention, other: Mention) -> None:
        for edge, before, after in (("start", one.start, other.start), ("end", one.end, other.end)):
            moved = self._tokens_between(edge, before, after)
            self.found.shifts[layer, edge, moved if self._to_first else abs(moved)] += 1

    def _tokens_between(self, edge: str, before: int, after: int) -> int:
        """How many tokens an edge moved; a part of one counts as one."""
        if before == after:
            return 0
        edges = self._token_starts if edge == "start" else self._token_ends
        moved = bisect_right(edges, after) - bisect_right(edges, before)
        return moved or (1 if after > before else -1)

    @cached_property
    def _tokens(self) -> Sequence[Extent]:
        return self._document.tokens or [found.span() for found in re.finditer(r"\S+", self._document.text)]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [start for start, _ in self._tokens]

    @cached_property
    def _token_ends(self) -> list[int]:
        return [end for _, end in self._tokens]

    def _cover(self, layer: str, answers: Sequence[Sequence[Mention]]) -> None:
        pieces: defaultdict[tuple[str, str], list[list[Extent]]] = defaultdict(lambda: [[] for _ in answers])
        for who, mentions in enumerate(answers):
            for mention in mentions:
                for kind in self._kinds(layer, mention.label):
                    pieces[kind][who] += mention.pieces
        length = len(self._document.text)
        self.found.counts["length", "", "", ""] = length * len(answers)
        for kind, stretches in pieces.items():
            cover = Cover.of(stretches, length)
            for what, number in (("covered", cover.covered), ("shared", cover.shared), ("squares", cover.squares)):
                self.found.counts[what, layer, *kind] = number

    # Values --------------------------------------------------------------------------------------------------

    def _compare_attributes(
        self, layer: str, spans: Sequence[Sequence[Span]], answers: Sequence[Sequence[Mention]]
    ) -> None:
        if self._plan.asked[layer]:
            for place in align(answers):
                self._meet(layer, [spans[who][at].attributes for who, at in place.items()])

    def compare_document_labels(self) -> None:
        labels = [[label for label in one.document_labels if label.layer == DOCUMENT] for one in self._sets]
        self._meet(DOCUMENT, [{label.label: label.value for label in some} for some in labels])

    def _meet(self, layer: str, given: Iterable[Mapping[str, Json]]) -> None:
        """Note the values that several annotators gave to one place; a value that is missing is none."""
        met: dict[str, list[Hashable]] = {}
        asked = self._plan.asked[layer]
        for values in given:
            for name, value in values.items():
                if name in asked and (answer := comparable(*asked[name], value)) is not None:
                    met.setdefault(name, []).append(answer)
        for name, answers in met.items():
            self.found.met[layer, name].add(answers)

    def compare_existence(self) -> None:
        """Does a sentence hold (part of) a commitment? Here, other than with spans, nothing is an answer too."""
        marked = [sorted(piece for m in mentions for piece in m.pieces) for mentions in self._mentions[COMMITMENT]]
        for start, end in sentences(self._document.text, self._document.language):
            answers = ["yes" if any(s < end and start < e for s, e in pieces) else "no" for pieces in marked]
            self.found.met[EXISTENCE].add(answers)

    # Roles ---------------------------------------------------------------------------------------------------

    def compare_roles(self) -> None:
        """Compare what fills the roles of commitments that are one place for both; count the roles of all."""
        roles = [self._roles_of(one) for one in self._sets]
        for pair in self._pairs:
            one, other = pair
            mine, theirs = roles[one], roles[other]
            everywhere: Counter[Key] = Counter()
            for side, of in (("left", mine), ("right", theirs)):
                everywhere[f"{side}_everywhere", ROLE, "layer", ROLE] = sum(map(len, of.values()))
            everywhere["present_everywhere", ROLE, "layer", ROLE] = int(any(everywhere.values()))
            self.found.counts.update(everywhere)
            left, right, matches = self._facing(pair, mine, theirs)
            self._count(ROLE, pair, left, right, matches)

    def _facing(
        self, pair: tuple[int, int], mine: Mapping[UUID, list[Mention]], theirs: Mapping[UUID, list[Mention]]
    ) -> tuple[list[Mention], list[Mention], list[tuple[int, int]]]:
        """Gather the roles of matched commitments, and match those of each among themselves."""
        left: list[Mention] = []
        right: list[Mention] = []
        matches: list[tuple[int, int]] = []
        commitments = self._mentions[COMMITMENT]
        for a, b in self._matches[COMMITMENT, *pair]:
            ours = mine.get(commitments[pair[0]][a].id, [])
            others = theirs.get(commitments[pair[1]][b].id, [])
            matches += [(len(left) + one, len(right) + other) for one, other in match(ours, others)]
            left += ours
            right += others
        return left, right, matches

    def _roles_of(self, one: AnnotationSet) -> dict[UUID, list[Mention]]:
        """What fills the roles of each commitment, labelled with the role."""
        roles: defaultdict[UUID, list[Mention]] = defaultdict(list)
        for relation in one.relations:
            span = one.span(relation.target)
            if span is not None and relation.layer == ROLE:
                roles[relation.source].append(Mention(Mention.of(span).pieces, relation.label, relation.id))
        return roles
