"""Changes in many articles at once, as one edit and one step of undo: labels given, changed, moved and taken away.

Only sets of the annotator at work are changed, each step by the rules of its layer and on top of those before it.
A plan is worked out from a reader of the project, off the window's thread; the writer makes it an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from peyman.core.concordance import Hit
from peyman.core.edits import Change, Edit, Editor, applied
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotationSet, Json, Record, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.reading import OwnSet


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to change, and how much of what was asked for.

    Attributes:
        changes: the set number is minus the document's number where the annotator has no set there yet.
        done: how many places change.
        idle: how many places were so already.
        refused: why other places cannot change.
        left: how many places were left alone, as annotations of others or of another layer.
    """

    name: str
    changes: tuple[Change, ...]
    done: int
    idle: int
    refused: tuple[PeymanError, ...]
    left: int = 0

    @property
    def documents(self) -> int:
        """How many articles change."""
        return len({change.set_number for change in self.changes})

    def edit(self, project: Project) -> Edit:
        """Return the edit, after making the sets that are not there yet; they stay when it is undone, empty."""
        missing = [-change.set_number for change in self.changes if change.set_number < 0]
        made = project.begin_sets(dict.fromkeys(missing)) if missing else {}
        return Edit(self.name, tuple(_settled(change, made) for change in self.changes))


def _settled(change: Change, made: Mapping[int, OwnSet]) -> Change:
    if change.set_number >= 0:
        return change
    own = made[-change.set_number]
    if isinstance(change.after, SetState):
        assert own.state is not None
        return Change(own.number, own.state, replace(change.after, id=own.state.id))
    return replace(change, set_number=own.number)


class Bulk:
    """Collects changes into a plan. What is refused is counted and left alone.

    Args:
        reopens: whether sets that were finished or skipped are in progress again; a mere correction leaves them.
    """

    def __init__(self, project: Project, *, reopens: bool) -> None:
        self._project = project
        self._reopens = reopens
        self._editors: dict[int, Editor] = {}
        self._changes: dict[tuple[int, UUID], Change] = {}
        self._done = self._idle = 0
        self._refused: list[PeymanError] = []

    def label(
        self, document_number: int, layer: str, label: str, start: int, end: int, attributes: Mapping[str, Json]
    ) -> None:
        """Label a stretch of text."""
        editor = self._editor(document_number)
        if any(_is(span, layer, label, start, end) for span in editor.annotations.spans):
            self._idle += 1
        else:
            self._take(document_number, lambda e: e.add_span(layer, label, start, end, attributes=attributes))

    def relabel(
        self, document_number: int, span_id: UUID, label: str, attributes: Mapping[str, Json] | None = None
    ) -> None:
        """Give a span another label, and perhaps attributes."""
        span = self._span(document_number, span_id)
        if span is not None:
            self._replace(document_number, span, label, span.start, span.end, attributes or {})

    def move(self, document_number: int, span_id: UUID, label: str, start: int, end: int) -> None:
        """Give a span other ends, and a label."""
        span = self._span(document_number, span_id)
        if span is not None:
            self._replace(document_number, span, label, start, end, {})

    def remove(self, document_number: int, span_id: UUID) -> None:
        """Take a span away, with what hangs on it."""
        span = self._span(document_number, span_id)
        if span is not None:
            self._take(document_number, lambda editor: editor.remove(span))

    def plan(self, name: str) -> Plan:
        changes = [change for change in self._changes.values() if change.before != change.after]
        if not self._reopens:
            changes = [c for c in changes if not (isinstance(c.before, SetState) and _is_closed(c.before))]
        return Plan(name, tuple(changes), self._done, self._idle, tuple(self._refused))

    def _replace(
        self, document_number: int, span: Span, label: str, start: int, end: int, attributes: Mapping[str, Json]
    ) -> None:
        """Relabel, move and fill in one after another, of which only what differs is done."""
        steps: list[Callable[[Editor, Span], Edit]] = []
        if label != span.label:
            steps.append(lambda editor, span: editor.relabel(span, label))
        if (start, end) != (span.start, span.end):
            steps.append(lambda editor, span: editor.move_span(span, start, end))
        if any(span.attributes.get(name) != value for name, value in attributes.items()):
            steps.append(lambda editor, span: editor.set_attributes(span, attributes))
        if not steps:
            self._idle += 1
            return
        self._take(document_number, *(lambda editor, step=step: step(editor, _now(editor, span)) for step in steps))

    def _take(self, document_number: int, *steps: Callable[[Editor], Edit]) -> None:
        """Take the steps on one place, all or none."""
        editor = self._editor(document_number)
        taken: list[Change] = []
        try:
            for step in steps:
                edit = step(editor)
                taken += edit.changes
                editor = Editor(editor.document, applied(editor.annotations, edit), editor.schema)
        except PeymanError as refusal:
            self._refused.append(refusal)
            return
        self._editors[document_number] = editor
        self._done += 1
        for change in taken:
            key = change.set_number, change.record.id
            first = self._changes.get(key)
            self._changes[key] = change if first is None else replace(first, after=change.after)

    def _span(self, document_number: int, span_id: UUID) -> Span | None:
        """Return a span as it is by now; one that is gone is passed over."""
        span = self._editor(document_number).annotations.span(span_id)
        if span is None:
            self._idle += 1
        return span

    def _editor(self, document_number: int) -> Editor:
        if document_number not in self._editors:
            project = self._project
            document = project.document(document_number)
            own = project.own_sets([document_number])[document_number]
            if own.number:
                annotations = project.annotation_set(own.number)
            else:
                state = SetState(new_id(), "new")
                annotations = AnnotationSet(
                    state.id, -document_number, document.id, project.annotator, "annotation", state, {}
                )
            self._editors[document_number] = Editor(document, annotations, project.schema)
        return self._editors[document_number]


def label_hits(project: Project, hits: Iterable[Hit], layer: str, label: str) -> Plan:
    """Give a label to places that a search found: text becomes a span, an own annotation of the layer another label."""
    bulk, left = Bulk(project, reopens=False), 0
    for hit in hits:
        excerpt, span = hit.excerpt, hit.span
        if not hit.own or (span is not None and span.layer != layer):
            left += 1
        elif span is not None:
            bulk.relabel(excerpt.document_number, span.id, label)
        else:
            bulk.label(excerpt.document_number, layer, label, excerpt.start, excerpt.end, {})
    return replace(bulk.plan("relabel_all"), left=left)


def remove_hits(project: Project, hits: Iterable[Hit]) -> Plan:
    """Take away the own annotations among the places that a search found."""
    bulk, left = Bulk(project, reopens=False), 0
    for hit in hits:
        if hit.own and hit.span is not None:
            bulk.remove(hit.excerpt.document_number, hit.span.id)
        else:
            left += 1
    return replace(bulk.plan("remove_all"), left=left)


def _now(editor: Editor, span: Span) -> Span:
    found = editor.annotations.span(span.id)
    assert found is not None
    return found


def _is(span: Span, layer: str, label: str, start: int, end: int) -> bool:
    return (span.layer, span.label, span.start, span.end, span.fragments) == (layer, label, start, end, ())


def _is_closed(record: Record) -> bool:
    return isinstance(record, SetState) and record.state in ("finished", "skipped")
