"""Gold: the annotations that follow from the decisions on one document.

The same decisions give the same annotations with the same ids, whatever was done in between, and what a decision
says stands until another replaces it, even when the annotations it rests on have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from .clusters import ARGUMENT, Cluster
from .docket import Docket
from .edits import ADJUDICATE, Change, Edit, misfit, misplaced
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import (
    Annotation,
    AnnotationSet,
    Attributes,
    Decision,
    DocumentLabel,
    Filling,
    Json,
    Place,
    Relation,
    Span,
    Value,
    derived_id,
)
from .schema import Schema

MESSAGES |= {
    "gold_outside": QT_TRANSLATE_NOOP(
        "errors", "A decision puts “{label}” at {start}–{end}, where the text has nothing. Decide it again."
    ),
    "gold_role_end": QT_TRANSLATE_NOOP(
        "errors", "The role “{label}” has lost what fills it. Choose another, or decide that there is none."
    ),
}


@dataclass
class Built:
    """Gold as far as it is decided.

    Attributes:
        provenance: for each annotation, the decision it comes from, then those on its attributes.
        made: the spans that came of each decision on spans, by the key in the decision.
        origin: the decision that each span came of, arguments too.
        conflicts: decisions that could not be followed, and why.
    """

    annotations: dict[UUID, Annotation] = field(default_factory=dict)
    provenance: dict[UUID, tuple[Decision, ...]] = field(default_factory=dict)
    made: dict[UUID, list[Span]] = field(default_factory=dict)
    origin: dict[UUID, Decision] = field(default_factory=dict)
    conflicts: dict[UUID, PeymanError] = field(default_factory=dict)


def build(docket: Docket) -> Built:
    """Return the annotations that follow from the decisions."""
    return Built() if docket.empty else _Builder(docket).build()


class _Builder:
    """Makes gold: spans first, then their attributes, then roles with the arguments that fill them, then fields."""

    def __init__(self, docket: Docket) -> None:
        self.docket = docket
        self.text = docket.document.text
        self.built = Built()
        self.placed: dict[str, list[Span]] = {}
        self.arguments: dict[UUID, list[Span]] = {}  # by the key in the decision; in gold only if they fill a role
        self.roles: set[tuple[UUID, UUID, str, str]] = set()

    def build(self) -> Built:
        settled = [d for d in self.docket.decisions if d.state == "settled" and d.answer is not None]
        for decision in settled:
            if decision.subject == "span":
                self._spans(decision)
        self._attributes([d for d in self.docket.decisions if d.state == "settled" and d.subject == "attribute"])
        for decision in settled:
            answer = self.docket.answer(decision)
            if isinstance(answer, Filling):
                self._role(decision, answer)
            elif isinstance(answer, Value) and decision.subject == "field":
                label = DocumentLabel(decision.cluster, decision.layer, decision.name, answer.value)
                self._add(label, decision)
        built = self.built
        built.annotations = dict(sorted(built.annotations.items()))
        return built

    def _add(self, annotation: Annotation, *decisions: Decision) -> None:
        self.built.annotations[annotation.id] = annotation
        self.built.provenance[annotation.id] = decisions

    def _spans(self, decision: Decision) -> None:
        answer = self.docket.answer(decision)
        assert isinstance(answer, tuple)
        spans: list[Span] = []
        for number, place in enumerate(answer):
            span = Span(
                _numbered(decision.cluster, number), decision.layer, place.label, place.start, place.end,
                self.text[max(place.start, 0) : place.end], place.fragments, place.attributes,
            )  # fmt: skip
            problem = self._problem(span, [*self.placed.get(decision.layer, ()), *spans])
            if problem is not None:
                self.built.conflicts[decision.id] = problem
                return
            spans.append(span)
        self.built.origin |= {span.id: decision for span in spans}
        if decision.layer == ARGUMENT:
            self.arguments[decision.cluster] = spans
            return
        self.built.made[decision.cluster] = spans
        self.placed.setdefault(decision.layer, []).extend(spans)

    def _problem(self, span: Span, others: Iterable[Span]) -> PeymanError | None:
        if not 0 <= span.start < span.end <= len(self.text) or not span.quote.strip():
            return PeymanError("gold_outside", label=span.label, start=span.start, end=span.end)
        torn = misfit(span)
        if torn is not None or span.layer not in self.docket.schema.layers or span.layer == ARGUMENT:
            return torn
        return misplaced(span, others, self.docket.schema)

    def _attributes(self, decisions: Iterable[Decision]) -> None:
        values: dict[UUID, dict[str, Decision]] = {}
        for decision in decisions:
            for span in self._made(decision.parent):
                if not says_attributes(self.built.origin[span.id]):
                    values.setdefault(span.id, {})[decision.name] = decision
        for key, spans in self.built.made.items():
            finished = []
            for span in spans:
                decided = values.get(span.id, {})
                given = dict(span.attributes)
                for name, decision in decided.items():
                    given[name] = decision.answer.value if isinstance(decision.answer, Value) else None
                whole = replace(span, attributes=fitting(self.docket.schema, span.layer, span.label, given))
                finished.append(whole)
                self._add(whole, self.built.origin[span.id], *decided.values())
            self.built.made[key] = finished

    def _ends(self, key: UUID | None, decision: Decision) -> list[Span]:
        """Return the spans that are an end of a role. One put there by hand leads to just the span it was put on."""
        found = self._made(key)
        return found if decision.inputs else [span for span in found if span.id == key] or found

    def _made(self, key: UUID | None) -> list[Span]:
        """Return the spans in gold that a key of a decision or cluster stands for."""
        if key is None:
            return []
        if key in self.built.made:
            return self.built.made[key]
        if key in self.built.origin:  # one of several spans that a decision made
            return [span for span in self.built.made.get(self.built.origin[key].cluster, ()) if span.id == key]
        cluster = self.docket.cluster(key)
        found = self.docket.standing.get(cluster.key, []) if cluster else []
        return [span for decision in found for span in self.built.made.get(decision.cluster, ())]

    # Roles

    def _role(self, decision: Decision, answer: Filling) -> None:
        sources = self._ends(decision.parent, decision)
        if not sources:
            return  # the commitment is not in gold, or not yet
        own_sources, own_targets = self._own_ends(decision, answer)
        targets = _meant(self._ends(answer.filler, decision), own_targets)
        if not targets:
            targets = _meant(self._arguments_for(answer.filler, decision), own_targets)
        pairs = [(s, t) for s in _meant(sources, own_sources) for t in targets if s.id != t.id]
        for number, (source, target) in enumerate(pairs):
            role = Relation(_numbered(decision.cluster, number), decision.layer, answer.label, source.id, target.id)
            same = (source.id, target.id, role.layer, role.label)
            if same not in self.roles:
                self.roles.add(same)
                if target.id not in self.built.annotations:
                    self._add(target, self.built.origin[target.id])
                self._add(role, decision)
        if not targets and not self._pending(answer.filler):
            self.built.conflicts[decision.id] = PeymanError("gold_role_end", label=answer.label)

    def _own_ends(self, decision: Decision, answer: Filling) -> tuple[list[Span], list[Span]]:
        """Return the annotators' own ends of a role that was taken from them."""
        cluster = self.docket.cluster(decision.cluster)
        sources: list[Span] = []
        targets: list[Span] = []
        for member in cluster.members if cluster else ():
            if member.answer != answer:
                continue
            held = self.docket.sets[member.set_id]
            for relation in member.annotations:
                if isinstance(relation, Relation):
                    sources += [s for s in [held.span(relation.source)] if s is not None]
                    targets += [s for s in [held.span(relation.target)] if s is not None]
        return sources, targets

    def _arguments_for(self, filler: UUID, role: Decision) -> list[Span]:
        """Return what fills a role if no other layer has it in gold: a decided argument, or the same text as one."""
        cluster = self.docket.cluster(filler)
        key = cluster.key if cluster else filler
        if key in self.arguments:
            return self.arguments[key]
        decided = [d for d in self.docket.settled(key) if d.cluster in self.arguments]
        if decided:
            return [span for d in decided for span in self.arguments[d.cluster]]
        if cluster is None or cluster.layer == ARGUMENT or not self.docket.rejected(key):
            return []
        standing_by = [c for c in self.docket.clusters if c.parent == key and c.layer == ARGUMENT]
        if standing_by:
            settled = [d for c in standing_by for d in self.docket.settled(c.key)]
            return [span for d in settled for span in self.arguments.get(d.cluster, ())]
        return [argument for place in self._first_places(cluster) for argument in self._same_text(place, key, role)]

    def _same_text(self, place: tuple[int, Place], filler: UUID, role: Decision) -> list[Span]:
        """Return an argument on the text of what gold does not have, or what a curator has made of that argument."""
        number, at = place
        layer = self.docket.schema.layers.get(ARGUMENT)
        if layer is None or not layer.labels:
            return []
        key = derived_id(0, "argument", str(filler.int), str(number))
        if key in self.arguments:
            return self.arguments[key]
        quote = self.text[at.start : at.end]
        self.built.origin[key] = role
        return [Span(key, ARGUMENT, layer.labels[0].id, at.start, at.end, quote, at.fragments)]

    @staticmethod
    def _first_places(cluster: Cluster) -> Iterable[tuple[int, Place]]:
        return enumerate(next((v.answer for v in cluster.variants if isinstance(v.answer, tuple)), ()))

    def _pending(self, filler: UUID) -> bool:
        """Tell whether it is still open what fills a role."""
        cluster = self.docket.cluster(filler)
        if cluster is None:
            return False
        if not self.docket.settled(cluster.key) or any(
            d.id in self.built.conflicts for d in self.docket.settled(cluster.key)
        ):
            return True
        return any(
            c.parent == cluster.key and c.layer == ARGUMENT and not self.docket.settled(c.key)
            for c in self.docket.clusters
        )


def says_attributes(decision: Decision) -> bool:
    """Tell whether attributes are part of a decision's answer: where it puts several spans, each has its own."""
    return decision.layer == ARGUMENT or (isinstance(decision.answer, tuple) and len(decision.answer) > 1)


def fitting(schema: Schema, layer_id: str, label: str, attributes: Mapping[str, Json]) -> Attributes:
    """Return the attributes that an annotation with this label may carry, in the schema's order."""
    if layer_id not in schema.layers:
        return {name: value for name, value in attributes.items() if value is not None}
    kept = schema.retained(layer_id, label, {n: v for n, v in attributes.items() if v is not None})
    layer = schema.layers[layer_id]
    order = {attribute.id: number for number, attribute in enumerate(layer.attributes)}
    return {name: kept[name] for name in sorted(kept, key=lambda name: (order.get(name, len(order)), name))}


def _numbered(key: UUID, number: int) -> UUID:
    return key if number == 0 else derived_id(0, "gold", str(key.int), str(number))


def _meant(gold: Sequence[Span], own: Sequence[Span]) -> list[Span]:
    """Return those of several spans in gold that annotators meant by theirs: the same, else those they overlap."""
    if len(gold) > 1:
        same = [g for g in gold if any((g.start, g.end) == (s.start, s.end) for s in own)]
        near = same or [g for g in gold if any(g.start < s.end and s.start < g.end for s in own)]
        return near or list(gold)
    return list(gold)


# The gold set -------------------------------------------------------------------------------------------------


def gold_edit(
    gold_set: AnnotationSet, annotations: Mapping[UUID, Annotation], decisions: Iterable[Decision] = ()
) -> Edit:
    """Return the edit that turns a gold set into what has been decided; empty if it is that already.

    New decisions are remembered in the same step. Notes and the like, of which decisions say nothing, stay on the
    annotations that stay.
    """
    held = gold_set.annotations
    wanted = {key: _kept(annotation, held.get(key)) for key, annotation in annotations.items()}
    number = gold_set.number
    changes = [Change(0, None, decision) for decision in decisions]
    changes += [Change(number, before, None) for key, before in held.items() if key not in wanted]
    changes += [Change(number, held.get(key), after) for key, after in wanted.items() if held.get(key) != after]
    return Edit(ADJUDICATE, tuple(changes))


def _kept(made: Annotation, held: Annotation | None) -> Annotation:
    if isinstance(made, Span) and isinstance(held, Span):
        made = replace(made, note=held.note, doubt=held.doubt, origin=held.origin)
        return replace(made, source_id=held.source_id, foreign=held.foreign)
    if isinstance(made, Relation) and isinstance(held, Relation):
        return replace(made, note=held.note, source_id=held.source_id, foreign=held.foreign)
    if isinstance(made, DocumentLabel) and isinstance(held, DocumentLabel):
        return replace(made, source_id=held.source_id, foreign=held.foreign)
    return made
