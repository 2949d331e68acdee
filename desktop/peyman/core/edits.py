"""Edits: the only way annotations change, and the only thing undo knows.

An `Edit` lists, for each record it touches, what was there before and what is there after; undoing it is the
same edit swapped. The functions below build edits out of what a person means ("label this", "fill that
role"), checking the layer's rules; nothing here touches the file. `History` walks the file's own log, so undo
reaches across documents and restarts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol
from uuid import UUID

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .model import (
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Extent,
    Json,
    ProjectInfo,
    Record,
    Rejection,
    Relation,
    SetState,
    Span,
    State,
    new_id,
)
from .schema import Schema

ADJUDICATE = "adjudicate"  # the name of the edits that settle what gold is

MESSAGES |= {
    "edit_stale": QT_TRANSLATE_NOOP(
        "errors", "This changed in the meantime and was left as it is. Look at it again and repeat the step."
    ),
    "span_empty": QT_TRANSLATE_NOOP("errors", "There is no text at {start}–{end} to label. Select some text."),
    "span_crosses": QT_TRANSLATE_NOOP(
        "errors",
        "“{quote}” would cross “{other}”. Spans of this layer may lie inside one another but not cross: "
        "change one of the ends.",
    ),
    "span_overlaps": QT_TRANSLATE_NOOP(
        "errors", "“{quote}” would overlap “{other}”, which this layer does not allow. Change one of the ends."
    ),
    "span_fragments": QT_TRANSLATE_NOOP(
        "errors",
        "The fragment {start}–{end} is empty, lies outside its span, or does not come after the one before it. "
        "Choose its ends anew.",
    ),
    "span_repeated": QT_TRANSLATE_NOOP("errors", "“{quote}” already has this label."),
    "role_repeated": QT_TRANSLATE_NOOP("errors", "“{quote}” already fills this role."),
    "role_source": QT_TRANSLATE_NOOP(
        "errors", "“{quote}” is no commitment, so it has no roles. Choose a commitment first."
    ),
    "role_of_itself": QT_TRANSLATE_NOOP(
        "errors", "A commitment cannot fill a role of its own. Choose another span."
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One record, before and after; `None` where it does not exist. Its set is 0 for what lies in no set."""

    set_number: int
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        record = self.after or self.before
        assert record is not None
        return record

    def swapped(self) -> Change:
        return Change(self.set_number, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """One reversible change, one step of undo; `name` is a code that the window words."""

    name: str
    changes: tuple[Change, ...]

    def swapped(self) -> Edit:
        return Edit(self.name, tuple(change.swapped() for change in reversed(self.changes)))

    @property
    def set_numbers(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(change.set_number for change in self.changes if change.set_number))


_ANNOTATIONS = (Span, Relation, DocumentLabel)


def applied(annotations: AnnotationSet, edit: Edit) -> AnnotationSet:
    """Return the set as it is after `edit`, which may also concern other sets.

    Raises:
        PeymanError: `edit_stale` when a record is not as the edit expects it before.
    """
    state = annotations.state
    records: dict[UUID, Record] = {**annotations.annotations, **annotations.rejections, state.id: state}
    for change in edit.changes:
        if change.set_number != annotations.number:
            continue
        key = change.record.id
        if records.get(key) != change.before:
            raise PeymanError("edit_stale")
        if change.after is None:
            del records[key]
        else:
            records[key] = change.after
    ordered = sorted(records.items(), key=lambda item: item[0].int)  # ids themselves compare slowly
    (state,) = (record for record in records.values() if isinstance(record, SetState))
    return replace(
        annotations,
        annotations={key: record for key, record in ordered if isinstance(record, _ANNOTATIONS)},
        rejections={key: record for key, record in ordered if isinstance(record, Rejection)},
        state=state,
    )


# Building edits -----------------------------------------------------------------------------------------------


class Editor:
    """Builds the edits of one annotation set; remembers nothing but what it was given."""

    def __init__(self, document: Document, annotations: AnnotationSet, schema: Schema) -> None:
        self.document = document
        self.annotations = annotations
        self.schema = schema

    # Spans

    def add_span(
        self,
        layer: str,
        label: str,
        start: int,
        end: int,
        *,
        fragments: tuple[Extent, ...] = (),
        attributes: Mapping[str, Json] | None = None,
        origin: str = "",
    ) -> Edit:
        """Label `text[start:end]`.

        Raises:
            PeymanError: `span_empty`, `span_fragments`, `span_crosses`, `span_overlaps`, `span_repeated`, or an
                unknown label.
        """
        span = self._new_span(layer, label, start, end, fragments, attributes or {}, origin)
        return self._edit("add_span", [(None, span)])

    def relabel(self, span: Span, label: str) -> Edit:
        """Give a span another label of its layer; attributes that the new label has no use for go."""
        self.schema.offered_label(span.layer, label)
        kept = self.schema.retained(span.layer, label, span.attributes)
        changed = replace(span, label=label, attributes=kept)
        self._check_place(changed)
        return self._edit("relabel", [(span, changed)])

    def move_span(self, span: Span, start: int, end: int) -> Edit:
        """Move a span's ends; fragments survive only where they still fit inside."""
        fits = all(start <= a and b <= end for a, b in span.fragments)
        fragments = span.fragments if fits else ()
        quote = self.document.text[start:end]
        changed = replace(span, start=start, end=end, quote=quote, fragments=fragments)
        self._check_place(changed)
        return self._edit("move_span", [(span, changed)])

    def set_attributes(self, span: Span, values: Mapping[str, Json]) -> Edit:
        """Set attributes of a span; `None` takes one away. Their order follows the schema's."""
        merged = {**span.attributes, **values}
        order = {a.id: n for n, a in enumerate(self.schema.layer(span.layer).attributes)}
        names = sorted(merged, key=lambda name: order.get(name, len(order)))
        attributes = {name: merged[name] for name in names if merged[name] is not None}
        return self._edit("set_attributes", [(span, replace(span, attributes=attributes))])

    def set_note(self, annotation: Span | Relation, note: str) -> Edit:
        return self._edit("set_note", [(annotation, replace(annotation, note=note))])

    def set_doubt(self, span: Span, doubt: str) -> Edit:
        return self._edit("set_doubt", [(span, replace(span, doubt=doubt))])

    def remove(self, *annotations: Annotation) -> Edit:
        """Remove annotations, the roles that hang on them, and arguments that then fill nothing."""
        removed: dict[UUID, Annotation] = {annotation.id: annotation for annotation in annotations}
        for relation in self.annotations.relations:
            if relation.source in removed or relation.target in removed:
                removed[relation.id] = relation
        removed |= self._orphans(removed)
        pairs: list[tuple[Record | None, Record | None]] = [(gone, None) for gone in removed.values()]
        return self._edit("remove", pairs)

    def reject(
        self, layer: str, label: str, start: int, end: int, source: str, instead: str = ""
    ) -> Edit:
        """Remember that a suggestion was not taken; `instead` is the label given in its stead."""
        quote = self.document.text[start:end]
        return self._edit("reject", [(None, Rejection(new_id(), layer, label, start, end, quote, source, instead))])

    # Commitments and roles

    def fill_role(self, commitment: Span, role: str, filler: Span) -> Edit:
        """Let a span fill a role of a commitment.

        Raises:
            PeymanError: `role_source`, `role_of_itself`, `role_repeated`, or an unknown role.
        """
        return self._edit("fill_role", [(None, self._new_role(commitment, role, filler))])

    def fill_role_with_text(self, commitment: Span, role: str, start: int, end: int) -> Edit:
        """Let a stretch of text fill a role: the span that covers just it, else a new argument."""
        for span in self.annotations.spans:
            whole = (span.start, span.end) == (start, end) and not span.fragments
            if whole and span.layer in ("entity", "argument"):
                return self.fill_role(commitment, role, span)
        label = self.schema.layer("argument").offered[0].id
        argument = self._new_span("argument", label, start, end, (), {}, "")
        relation = self._new_role(commitment, role, argument)
        return self._edit("fill_role", [(None, argument), (None, relation)])

    # The document

    def set_document_label(self, field: str, value: Json) -> Edit:
        """Answer a field of the whole document; `None` takes the answer away."""
        found = next((d for d in self.annotations.document_labels if d.label == field), None)
        fresh = None
        if value is not None:
            fresh = replace(found, value=value) if found else DocumentLabel(new_id(), "document", field, value)
        if found is None and fresh is None:
            return Edit("set_document_label", ())
        return self._edit("set_document_label", [(found, fresh)])

    def set_state(self, state: State, note: str | None = None) -> Edit:
        """Say how far the article is; a note (why it is skipped) replaces the one there is."""
        before = self.annotations.state
        after = replace(before, state=state, note=before.note if note is None else note)
        return Edit("set_state", () if before == after else (Change(self.annotations.number, before, after),))

    def set_article_note(self, note: str) -> Edit:
        """Write a note on the whole article; it begins one that is new."""
        return self._of_article("set_note", note=note)

    def set_article_doubt(self, doubt: str) -> Edit:
        return self._of_article("set_doubt", doubt=doubt)

    def _of_article(self, name: str, **values: Any) -> Edit:
        before = self.annotations.state
        after = replace(before, **values)
        if before == after:
            return Edit(name, ())
        begun = replace(after, state="in_progress") if before.state == "new" else after
        return Edit(name, (Change(self.annotations.number, before, begun),))

    def set_document_info(self, **values: Any) -> Edit:
        """Change what is said about the document: fields of `DocumentInfo`."""
        before = self.document.info
        after = replace(before, **values)
        return Edit("set_document_info", () if before == after else (Change(0, before, after),))

    # Parts

    def _new_span(
        self,
        layer: str,
        label: str,
        start: int,
        end: int,
        fragments: tuple[Extent, ...],
        attributes: Mapping[str, Json],
        origin: str,
    ) -> Span:
        self.schema.offered_label(layer, label)
        quote = self.document.text[start:end]
        span = Span(
            new_id(), layer, label, start, end, quote, fragments, dict(attributes), origin=origin
        )
        self._check_place(span)
        return span

    def _new_role(self, commitment: Span, role: str, filler: Span) -> Relation:
        self.schema.offered_label("role", role)
        if commitment.layer != "commitment":
            raise PeymanError("role_source", quote=shorten(commitment.quote))
        if commitment.id == filler.id:
            raise PeymanError("role_of_itself")
        for relation in self.annotations.roles_of(commitment.id):
            if (relation.label, relation.target) == (role, filler.id):
                raise PeymanError("role_repeated", quote=shorten(filler.quote))
        return Relation(new_id(), "role", role, commitment.id, filler.id)

    def _check_place(self, span: Span) -> None:
        if not 0 <= span.start < span.end <= len(self.document.text) or not span.quote.strip():
            raise PeymanError("span_empty", start=span.start, end=span.end)
        torn = misfit(span)
        if torn is not None:
            raise torn
        others = (s for s in self.annotations.spans if s.layer == span.layer and s.id != span.id)
        problem = misplaced(span, others, self.schema)
        if problem is not None:
            raise problem

    def _orphans(self, removed: Mapping[UUID, Annotation]) -> dict[UUID, Annotation]:
        left = {r.target for r in self.annotations.relations if r.id not in removed}
        targets = {r.target for r in removed.values() if isinstance(r, Relation)}
        spans = (self.annotations.span(target) for target in targets - left)
        return {s.id: s for s in spans if s is not None and s.layer == "argument"}

    def _edit(self, name: str, pairs: Iterable[tuple[Record | None, Record | None]]) -> Edit:
        """Wrap up changes; on a document that is new, finished or skipped they also say that work goes on."""
        number = self.annotations.number
        changes = [Change(number, before, after) for before, after in pairs if before != after]
        if changes and self.annotations.state.state != "in_progress":
            before = self.annotations.state
            note = "" if before.state == "skipped" else before.note  # it said why
            changes.insert(0, Change(number, before, replace(before, state="in_progress", note=note)))
        return Edit(name, tuple(changes))


def set_project_info(before: ProjectInfo, **values: Any) -> Edit:
    """Change what holds for the whole project: fields of `ProjectInfo`."""
    after = replace(before, **values)
    return Edit("set_project_info", () if before == after else (Change(0, before, after),))


def combined(name: str, edits: Iterable[Edit]) -> Edit:
    """Return one edit that does what several do, all built from the same sets: one step of undo.

    Of two states of a set the later counts: finishing outweighs having begun.

    Raises:
        PeymanError: `edit_stale` when two of them do different things to one annotation.
    """
    changes: dict[tuple[int, UUID], Change] = {}
    for edit in edits:
        for change in edit.changes:
            key = (change.set_number, change.record.id)
            if changes.get(key, change) != change and not isinstance(change.record, SetState):
                raise PeymanError("edit_stale")
            changes[key] = change
    return Edit(name, tuple(changes.values()))


def place_of(edit: Edit) -> tuple[Extent | None, str]:
    """Return where in its text an edit did something first, and what stands there; nothing for a whole document."""
    for change in edit.changes:
        record = change.record
        if isinstance(record, Span | Rejection):
            return (record.start, record.end), record.quote
    return None, ""


def misfit(span: Span) -> PeymanError | None:
    """Return what is wrong with a span's fragments; None if they lie in it one after another."""
    last = span.start
    for start, end in span.fragments:
        if not last <= start < end <= span.end:
            return PeymanError("span_fragments", start=start, end=end)
        last = end
    return None


def misplaced(span: Span, others: Iterable[Span], schema: Schema) -> PeymanError | None:
    """Return why `span` may not stand beside `others` of its layer, by the layer's rule; None if it may."""
    rule = schema.layer(span.layer).overlap
    for other in others:
        if other.end <= span.start or span.end <= other.start:
            continue
        same = (other.start, other.end, other.fragments) == (span.start, span.end, span.fragments)
        quotes = {"quote": shorten(span.quote), "other": shorten(other.quote)}
        if same and other.label == span.label:
            return PeymanError("span_repeated", **quotes)
        if rule == "none":
            return PeymanError("span_overlaps", **quotes)
        nested = (other.start <= span.start and span.end <= other.end) or (
            span.start <= other.start and other.end <= span.end
        )
        if rule == "nest" and not nested:
            return PeymanError("span_crosses", **quotes)
    return None


def shorten(text: str, length: int = 40) -> str:
    """Return `text` on one line and cut to about `length` code points, for messages."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something an article lacks before it is whole: `missing` names attributes; empty means no role."""

    span: Span
    missing: tuple[str, ...]


def gaps(annotations: AnnotationSet, schema: Schema) -> tuple[Gap, ...]:
    """Return what is missing, in reading order: required attributes, and commitments without any role."""
    with_role = {relation.source for relation in annotations.relations}
    found: list[Gap] = []
    for span in annotations.spans:
        missing = schema.gaps(span.layer, span.label, span.attributes)
        if missing:
            found.append(Gap(span, tuple(attribute.id for attribute in missing)))
        if span.layer == "commitment" and span.id not in with_role:
            found.append(Gap(span, ()))
    return tuple(found)


# History --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the log: a plain edit, or the undoing or redoing of an earlier one."""

    number: int
    name: str
    undoes: int | None = None
    redoes: int | None = None


class Log(Protocol):
    """What History needs of the project file."""

    def steps(self) -> Iterator[Step]:
        """The steps of the annotator at work, newest first."""
        ...

    def edit_of(self, step_number: int) -> Edit:
        """What a step changed."""
        ...

    def apply(self, edit: Edit, *, undoes: int | None = None, redoes: int | None = None) -> int: ...


class History:
    """Undo and redo without limit, read from the log each time: nothing to lose, nothing to restore."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back: the newest one that stands.

        The newest entry about a step settles whether it stands, and redo brings back the oldest first, so
        the first entry found that is no undoing belongs to the newest step that stands.
        """
        settled: set[int] = set()
        for step in self._log.steps():
            target = step.undoes or step.redoes or step.number
            if target not in settled:
                settled.add(target)
                if step.undoes is None:
                    return Step(target, step.name)
        return None

    def next_redo(self) -> Step | None:
        """Return the step that redo would bring back; a plain edit after an undo leaves nothing to redo."""
        settled: set[int] = set()
        found: Step | None = None
        for step in self._log.steps():
            if step.undoes is None and step.redoes is None:
                break
            target = step.undoes or step.redoes
            assert target is not None
            if target not in settled:
                settled.add(target)
                if step.undoes is not None and (found is None or target < found.number):
                    found = Step(target, step.name)
        return found

    def undo(self) -> Edit | None:
        """Take back the last edit; return what that changed, or None when there is nothing left."""
        step = self.next_undo()
        if step is None:
            return None
        edit = self._log.edit_of(step.number).swapped()
        self._log.apply(edit, undoes=step.number)
        return edit

    def redo(self) -> Edit | None:
        """Bring back the edit that was undone last; None when there is nothing to bring back."""
        step = self.next_redo()
        if step is None:
            return None
        edit = self._log.edit_of(step.number)
        self._log.apply(edit, redoes=step.number)
        return edit
