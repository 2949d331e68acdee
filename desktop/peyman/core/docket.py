"""One document's clusters and the decisions that stand on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias
from uuid import UUID

from .aliases import decision_as_now, named_as_now
from .clusters import Cluster, Member, clusters_of
from .decisions import in_force, is_stale
from .model import AnnotationSet, Answer, Attributes, Decision, Document, Filling, Value, derived_id
from .schema import Schema


class Docket:
    """What there is to settle about one document: the clusters of all who have finished, and what stands on them.

    Whoever has finished with nothing at all, while others found something, is asked about first (`whole`): until
    that is decided he is left out of all else, and if gold turns out to have nothing here (`empty`), so is all else.
    """

    def __init__(
        self,
        document: Document,
        sets: Iterable[AnnotationSet],
        decisions: Iterable[Decision],
        schema: Schema,
    ) -> None:
        self.document = document
        self.schema = schema
        given = [one for one in sets if one.kind == "annotation"]
        # What was compared is told by what annotators wrote, so that merging labels makes nothing stale.
        self.sets = {one.id: named_as_now(one, schema) for one in given}
        finished = sorted((one for one in given if one.state.state == "finished"), key=lambda one: one.annotator)
        vocal = [one for one in finished if one.annotations]
        self.finished = finished
        self.voters = vocal or finished
        self._fresh = clusters_of(self.voters, schema)
        if vocal and len(vocal) < len(finished):
            self._fresh = (self._whole(finished), *self._fresh)
        self._places = _places(self._fresh)
        self._place_of: dict[UUID, int | None] = {}  # of each decision
        self._named: tuple[Mapping[UUID, UUID], tuple[Cluster, ...]] = ({}, self._fresh)
        self._stale: dict[tuple[UUID, int], tuple[Cluster, bool]] = {}
        self._attach(decisions)

    def with_decisions(self, decisions: Iterable[Decision]) -> Docket:
        """Return the same document with other decisions, which costs less than a new docket."""
        other = object.__new__(Docket)
        other.__dict__ = {name: value for name, value in self.__dict__.items() if name != "_members_keys"}
        other._attach(decisions)
        return other

    def adding(self, *decisions: Decision) -> Docket:
        """Return the same document with more decisions."""
        return self.with_decisions([*self.all_decisions, *decisions])

    def _whole(self, finished: Sequence[AnnotationSet]) -> Cluster:
        members = tuple(
            Member(one.id, one.annotator, (), Value("annotated") if one.annotations else None) for one in finished
        )
        key = derived_id(0, "whole", str(self.document.id.int))
        return Cluster(key, "whole", "", "", None, 0, 0, members)

    # Decisions and clusters

    def _attach(self, decisions: Iterable[Decision]) -> None:
        """Find the cluster of each decision: where what was compared then is now, most of it."""
        self.all_decisions = tuple(d for d in decisions if d.document_id == self.document.id)
        self.decisions = in_force(self.all_decisions)
        if self.schema.has_merges:
            self.decisions = [decision_as_now(decision, self.schema) for decision in self.decisions]
        standing: dict[int, list[Decision]] = {}
        self.orphans: list[Decision] = []
        for decision in self.decisions:
            if decision.id not in self._place_of:
                self._place_of[decision.id] = self._place(decision)
            place = self._place_of[decision.id]
            if place is None:
                self.orphans.append(decision)
            else:
                standing.setdefault(place, []).append(decision)
        self.clusters = self._renamed(standing)
        self.by_key = {cluster.key: cluster for cluster in self.clusters}
        self.standing = {self.clusters[place].key: found for place, found in standing.items()}
        self._of_decision = {d.cluster: key for key, found in self.standing.items() for d in found}

    def _place(self, decision: Decision) -> int | None:
        """Return which of the clusters a decision stands on."""
        home, keys, fields = self._places
        about = (decision.subject, decision.name)
        hits = Counter(
            home[*about, one.set_id, one.annotation_id]
            for one in decision.inputs
            if one.annotation_id and (*about, one.set_id, one.annotation_id) in home
        )
        if hits:
            return min(hits, key=lambda at: (-hits[at], at != keys.get(decision.cluster), at))
        return fields.get((decision.subject, decision.layer, decision.name))

    def _renamed(self, standing: Mapping[int, Sequence[Decision]]) -> tuple[Cluster, ...]:
        """Give each cluster the key that it was first decided under, and no key twice."""
        names = {self._fresh[place].key: found[0].cluster for place, found in standing.items()}
        taken = {decision.cluster for decision in self.decisions} - {*names.values()}
        used: set[UUID] = set()
        for cluster in sorted(self._fresh, key=lambda one: one.key not in names):  # those decided choose first
            known = cluster.key in names
            key = names.get(cluster.key, cluster.key)
            while key in used or (key in taken and not known):
                key = derived_id(0, "cluster", str(key.int))
            names[cluster.key] = key
            used.add(key)
        if all(key == name for key, name in names.items()):
            return self._fresh
        if names != self._named[0]:  # most decisions change no name, and what is the same object is not judged anew
            self._named = names, tuple(_renamed(cluster, names) for cluster in self._fresh)
            self._stale = {}
        return self._named[1]

    def cluster(self, key: UUID | None) -> Cluster | None:
        """Return the cluster that a decision knows, or once knew, by this key."""
        if key is None:
            return None
        key = self._of_decision.get(key, key)
        return self.by_key.get(key) or self.by_key.get(self._members_keys.get(key, key))

    @cached_property
    def _members_keys(self) -> dict[UUID, UUID]:
        """Every key that a span cluster would have if one of its annotations were the first."""
        return {
            derived_id(0, "cluster", str(annotation.id.int), str(member.set_id.int)): cluster.key
            for cluster in self.clusters
            if cluster.subject == "span"
            for member in cluster.members
            for annotation in member.annotations
        }

    def answer(self, decision: Decision) -> Answer | None:
        """Return a decision's answer with the keys that clusters have today."""
        answer = decision.answer
        if isinstance(answer, Filling):
            cluster = self.cluster(answer.filler)
            return replace(answer, filler=cluster.key) if cluster else answer
        return answer

    def is_stale(self, decision: Decision, cluster: Cluster) -> bool:
        """Tell whether what a decision on a cluster rests on has changed; see `decisions.is_stale`."""
        known = self._stale.get((decision.id, id(cluster)))
        if known is None:
            stale = is_stale(decision, self.answer(decision), cluster, self.sets)
            known = self._stale[decision.id, id(cluster)] = (cluster, stale)
        return known[1]

    def settled(self, key: UUID | None) -> list[Decision]:
        """Return what is settled about a cluster."""
        cluster = self.cluster(key)
        found = self.standing.get(cluster.key, []) if cluster else [d for d in self.orphans if d.cluster == key]
        return [decision for decision in found if decision.state == "settled"]

    def rejected(self, key: UUID | None) -> bool:
        """Tell whether gold has been decided to have nothing here."""
        settled = self.settled(key)
        return bool(settled) and all(decision.answer is None for decision in settled)

    # The document as a whole

    @property
    def whole(self) -> Cluster | None:
        return next((cluster for cluster in self.clusters if cluster.subject == "whole"), None)

    @property
    def empty(self) -> bool:
        """Whether gold was decided to have nothing at all in this document."""
        return self.whole is not None and self.rejected(self.whole.key)


_Places: TypeAlias = tuple[dict[tuple[str, str, UUID, UUID], int], dict[UUID, int], dict[tuple[str, str, str], int]]


def _places(clusters: Sequence[Cluster]) -> _Places:
    """Return where clusters are by what they compare, by their keys, and, of those without annotations, by name."""
    home: dict[tuple[str, str, UUID, UUID], int] = {
        (cluster.subject, cluster.name, member.set_id, annotation.id): place
        for place, cluster in enumerate(clusters)
        for member in cluster.members
        for annotation in member.annotations
    }
    keys = {cluster.key: place for place, cluster in enumerate(clusters)}
    fields: dict[tuple[str, str, str], int] = {
        (cluster.subject, cluster.layer, cluster.name): place
        for place, cluster in enumerate(clusters)
        if cluster.subject in ("field", "whole")
    }
    return home, keys, fields


def _renamed(cluster: Cluster, names: Mapping[UUID, UUID]) -> Cluster:
    members = tuple(
        replace(m, answer=replace(m.answer, filler=names[m.answer.filler])) if isinstance(m.answer, Filling) else m
        for m in cluster.members
    )
    parent = names[cluster.parent] if cluster.parent else None
    return replace(cluster, key=names[cluster.key], parent=parent, members=members)


def suits(schema: Schema, layer_id: str, name: str, label: str, attributes: Attributes) -> bool:
    """Tell whether an attribute is asked for; where what it depends on is not given yet, it may be."""
    layer = schema.layers.get(layer_id)
    attribute = layer.attribute(name) if layer else None
    if attribute is None:
        return True
    if attribute.labels and label not in attribute.labels:
        return False
    return all(attributes[other] in values for other, values in attribute.when.items() if other in attributes)


def narrowed(cluster: Cluster, schema: Schema, label: str) -> Cluster | None:
    """Return an attribute's cluster without the values that this label does not allow; None if none is left."""
    layer = schema.layers.get(cluster.layer)
    attribute = layer.attribute(cluster.name) if layer else None
    if attribute is None:
        return cluster
    members = tuple(
        m for m in cluster.members if not isinstance(m.answer, Value) or attribute.allows(label, m.answer.value)
    )
    if not any(m.answer is not None for m in members):
        return None
    return cluster if len(members) == len(cluster.members) else replace(cluster, members=members)
