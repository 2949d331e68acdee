"""What the annotator is doing: the cursor, the selected span, the commitment at hand, and what keys mean now.

No widgets here. The page shows what the desk says and passes keys, clicks and choices to it; every change goes
through the session. `mode` is one of

- "read": label keys label what is selected;
- "type": a stretch of text waits for the type of commitment it is to become;
- "role": a role of the commitment at hand waits for what fills it: a hint letter, or a selection and Enter.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from peyman.core.edits import Change, Edit, Gap, gaps
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Extent, Json, Span
from peyman.core.names import Names
from peyman.core.proposals import Proposals, proposals_for, proposals_for_article
from peyman.core.readings import with_date
from peyman.core.schema import Label
from peyman.core.text import snap_to_tokens
from peyman.gui.annotate.cursor import Cursor, Edge, Unit
from peyman.gui.annotate.hints import hints_for
from peyman.gui.annotate.offers import Offer, Offers, accepted, rejected
from peyman.gui.session import Session

Way: TypeAlias = Literal["word", "sentence", "grapheme", "edge"]
Mode: TypeAlias = Literal["read", "type", "role"]

MESSAGES |= {
    "desk_no_commitment": QT_TRANSLATE_NOOP("errors", "Select a commitment first; then fill its roles."),
    "desk_nothing_selected": QT_TRANSLATE_NOOP("errors", "Select a span first: Tab goes to the next one."),
    "desk_no_hint": QT_TRANSLATE_NOOP(
        "errors", "No span is called “{typed}”. Type a letter that is painted, or select text and press Enter."
    ),
    "desk_no_label": QT_TRANSLATE_NOOP(
        "errors", "Nothing is suggested for this text. Press the key of a label, or Backspace to leave it alone."
    ),
    "desk_own_begun": QT_TRANSLATE_NOOP(
        "errors", "Your own annotations of this article have begun; those of {annotator} stay as they are."
    ),
}


class Desk(QObject):
    """The state of annotating one document.

    Signals:
        changed(): selection, selected span, mode or hints changed; the page shows them anew.
        said(PeymanError): something to tell in the status line that is no failure.
        finished(): the article in view is finished or skipped; go on to the next.
        gaps_found(list[Gap]): finishing was asked for, but something is missing.
        form_wanted(str): put the focus into the inspector: "attributes" or "note".
    """

    changed = Signal()
    said = Signal(object)
    finished = Signal()
    gaps_found = Signal(object)
    form_wanted = Signal(str)

    def __init__(self, session: Session, offers: Offers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offers = offers
        self._offered: UUID | None = None
        self.cursor: Cursor | None = None
        self.shows_arguments = True
        self.mode: Mode = "read"
        self.role = ""
        self.typed = ""
        self.hints: dict[str, UUID] = {}
        self._waiting: Extent | None = None
        self._selected: UUID | None = None
        self._commitment: UUID | None = None
        self._shown: tuple[int, int] | None = None
        self._names = Names("entity", lambda label: session.project.canon_names("entity", label))
        session.document_shown.connect(self._document_shown)
        session.edited.connect(self._edited)
        offers.changed.connect(self.changed)

    # What stands -------------------------------------------------------------------------------------------

    @property
    def selected(self) -> Span | None:
        return self._span(self._selected)

    @property
    def offered(self) -> Offer | None:
        """The suggestion or candidate that Enter, Backspace and the label keys decide on now."""
        return self._offers.get(self._offered) if self._selected is None else None

    @property
    def commitment(self) -> Span | None:
        """The commitment at hand: selected last and not yet left with Escape."""
        return self._span(self._commitment)

    @property
    def selection(self) -> Extent | None:
        """Selected text, unless a span or an offer is selected."""
        free = self._selected is None and self.offered is None
        return self.cursor.selection if self.cursor and free else None

    @property
    def waiting(self) -> Extent | None:
        """The text that waits for the type of its commitment."""
        return self._waiting

    @property
    def label_layer(self) -> str:
        """The layer whose labels the label keys mean now."""
        span = self.selected
        if self.mode == "type" or (span is not None and span.layer == "commitment"):
            return "commitment"
        return "entity"

    def _span(self, span_id: UUID | None) -> Span | None:
        annotations = self._session.annotations
        return annotations.span(span_id) if annotations and span_id else None

    def _spans(self) -> list[Span]:
        """The spans that show."""
        annotations = self._session.annotations
        spans = annotations.spans if annotations else ()
        return [span for span in spans if self.shows_arguments or span.layer != "argument"]

    def select_here(self) -> None:
        """Select the innermost span under the cursor; again, the next one out."""
        if self.cursor is not None:
            at = self.cursor.word[0]
            under = [span for span in self._spans() if span.start <= at < span.end]
            self.cycle([span.id for span in sorted(under, key=lambda span: span.end - span.start)])

    def _document_shown(self) -> None:
        document = self._session.document
        annotations = self._session.annotations
        assert document is not None
        assert annotations is not None
        shown = (self._session.document_number or 0, annotations.number)
        if self._shown is None or self._shown[0] != shown[0]:
            self.cursor = Cursor(document)
        self._shown = shown
        self._selected = self._commitment = self._offered = None
        self._leave_mode()
        self.changed.emit()

    def _edited(self, edit: Edit) -> None:
        """Select what came or changed; let go of what went."""
        self._names.follow(edit)
        if self._span(self._commitment) is None:
            self._commitment = None
            if self.mode == "role":
                self._leave_mode()
        if self.mode == "role":
            self._give_hints()
        came = [change.after for change in edit.changes if self._is_news(change)]
        spans = [span for span in came if isinstance(span, Span) and self._span(span.id)]
        if spans:
            self._select(spans[0])
        elif self._span(self._selected) is None:
            self._selected = None

    @staticmethod
    def _is_news(change: Change) -> bool:
        """A span that came, or has another label or place; a new argument serves its commitment unseen."""
        before, after = change.before, change.after
        if not isinstance(after, Span) or after.layer == "argument":
            return False
        if not isinstance(before, Span):
            return True
        return (before.label, before.start, before.end) != (after.label, after.start, after.end)

    # Selecting ---------------------------------------------------------------------------------------------

    def select_span(self, span_id: UUID | None) -> None:
        """Select a span (with it, a commitment comes to hand), or none."""
        span = self._span(span_id)
        self._offered = None
        if span is None:
            self._selected = None
        elif self.mode == "role" and span.layer != "commitment":
            self.fill_role_with(span.id)
            return
        else:
            self._leave_mode()
            self._select(span)
        self.changed.emit()

    def _select(self, span: Span) -> None:
        self._selected = span.id
        self._offered = None
        if span.layer == "commitment":
            self._commitment = span.id
        if self.cursor:
            self.cursor.go_to(span.start)

    def select_text(self, start: int, end: int) -> None:
        if self.cursor:
            self._selected = self._offered = None
            self.cursor.select(start, end)
            self._moved()

    def select_sentence(self) -> None:
        """Select the sentence under the cursor, without what hangs on its edges."""
        if self.cursor is not None and self._session.document is not None:
            self.select_text(*self._sentence())

    def _sentence(self) -> Extent:
        document, cursor = self._session.document, self.cursor
        assert document is not None
        assert cursor is not None
        span = self.selected
        start, end = cursor.sentence_at(span.start) if span else cursor.sentence
        return snap_to_tokens(document.tokens, document.text, start, end) or (start, end)

    def place_cursor(self, offset: int) -> None:
        """Stand at a place in the text, with nothing selected."""
        if self.cursor:
            self._selected = self._offered = None
            self.cursor.go_to(offset)
            self._moved()

    def step_offer(self, by: int) -> None:
        """Go to the next (or previous) suggestion; when none is left to a candidate; when there is none to a span."""
        if self.cursor is None:
            return
        span = self.selected
        # From a span, what lies inside it comes first.
        offer = self._offers.step(span.start if span else self.cursor.word[0], by, self.offered)
        if offer is None:
            self.step_span(by)
        else:
            self.select_offer(offer)

    def select_offer(self, offer: Offer) -> None:
        self._leave_mode()
        self._selected = None
        if self.cursor:
            self.cursor.go_to(offer.start)
        self._offered = offer.id
        self.changed.emit()

    def step_span(self, by: int) -> None:
        """Select the next (or previous) span in reading order, round the ends."""
        spans = self._spans()
        if not spans or not self.cursor:
            return
        numbers = {span.id: number for number, span in enumerate(spans)}
        if self._selected in numbers:
            number = numbers[self._selected] + by
        else:
            here = self.cursor.word[0]
            after = sum(span.start < here for span in spans)
            number = after if by > 0 else after - 1
        self._leave_mode()
        self._select(spans[number % len(spans)])
        self.changed.emit()

    def cycle(self, under: list[UUID]) -> None:
        """Select the innermost span or offer under a click; a click again takes the next one out."""
        offer = next((found for found in map(self._offers.get, under) if found is not None), None)
        under = [span_id for span_id in under if self._span(span_id) is not None]
        if offer is not None and not under:
            self.select_offer(offer)
        elif self.mode == "read" and self._selected in under:
            self.select_span(under[(under.index(self._selected) + 1) % len(under)])
        else:
            self.select_span(under[0] if under else None)

    def move_cursor(self, how: Way, by: int, *, extend: bool = False) -> None:
        """Move by "word", "sentence", "grapheme" (the selection's end only) or to an "edge" of the article."""
        cursor = self.cursor
        if cursor is None:
            return
        span = self.selected or self.offered
        if span is not None:
            self._selected = self._offered = None
            if extend:
                cursor.select(span.start, span.end)
            else:
                # On from a word or two; but into a commitment, which is long.
                past = by > 0 and getattr(span, "layer", "") != "commitment"
                cursor.go_to(max(span.start, span.end - 1) if past else span.start)
        if how == "word":
            cursor.step(by, extend=extend)
        elif how == "sentence":
            cursor.step_sentence(by, extend=extend)
        elif how == "grapheme":
            cursor.nudge(by)
        else:
            cursor.go_to_edge(end=by > 0, extend=extend)
        self._moved()

    def step_start(self, *, forward: bool, extend: bool = False) -> int:
        """Return the place from which a step to another line or to an edge starts; extending, the end that moves."""
        assert self.cursor is not None
        if not extend:
            return self.cursor.word[0]
        span = self.selected or self.offered
        if span is None:
            return self.cursor.front(forward=forward)
        return span.end - 1 if forward else span.start

    def go_to(self, offset: int, *, extend: bool = False) -> None:
        """Move to a place that the view has found, such as the line above."""
        if self.cursor:
            span = self.selected or self.offered
            if span is not None and extend:
                self.cursor.select(span.start, span.end)
            self._selected = self._offered = None
            self.cursor.go_to(offset, extend=extend)
            self._moved()

    def _moved(self) -> None:
        """What waits for its type follows the selection."""
        if self.mode == "type":
            self._waiting = self.selection or self._sentence()
        self.changed.emit()

    def escape(self) -> None:
        """Leave the innermost thing: the mode, the selection, the commitment at hand."""
        if self.mode != "read":
            if self.mode == "role":
                self._selected = self._commitment
            self._leave_mode()
        elif self._selected is not None:
            self._selected = None
        elif self._offered is not None:
            self._offered = None
        elif self.selection is not None and self.cursor:
            self.cursor.clear()
        else:
            self._commitment = None
        self.changed.emit()

    # Labelling ---------------------------------------------------------------------------------------------

    def key(self, name: str) -> bool:
        """Take a plain key that the schema or the mode gives a meaning; False when it means nothing here."""
        if self.mode == "role":
            return self._hint_key(name)
        label = next((x.id for x in self._layer(self.label_layer) if x.key == name), None)
        if label is not None:
            self.label(label)
            return True
        if self.mode == "type":
            return len(name) == 1
        role = next((x.id for x in self._layer("role") if x.key == name), None)
        if role is not None:
            self.start_role(role)
        return role is not None

    def _layer(self, layer: str) -> tuple[Label, ...]:
        return self._session.project.schema.layer(layer).offered

    def label(self, label: str) -> None:
        """Give the label to what is selected: a span gets it anew, text becomes a span."""
        if self.mode == "type":
            self._make_commitment(label)
            return
        if self.offered is not None:
            self.decide(label)
            return
        span = self.selected
        if not self._own_set():
            span = None
        if span is not None and span.layer == self.label_layer:
            self._perform(lambda: self._session.editor().relabel(span, label))
        elif self.cursor:
            start, end = (span.start, span.end) if span else self.cursor.target
            self._perform(lambda: self._session.editor().add_span(self.label_layer, label, start, end))

    def _own_set(self) -> bool:
        """Make sure that the annotator's own set is in view; False when it was somebody else's until now."""
        if self._session.own or self._session.project.read_only:
            return True
        annotations = self._session.annotations
        assert annotations is not None
        selected = self.selected
        selection = (selected.start, selected.end) if selected else self.selection
        self._session.show_own()
        if selection and self.cursor:
            self.cursor.select(*selection)
        self.said.emit(PeymanError("desk_own_begun", annotator=annotations.annotator))
        return False

    def _perform(self, build: Callable[[], Edit]) -> bool:
        """Build an edit and save it; what the schema's rules refuse is told and changes nothing."""
        try:
            return self._session.perform(build())
        except PeymanError as error:
            self._session.failed.emit(error)
            return False

    def decide(self, label: str | None) -> None:
        """Make the offer at hand an annotation with this label, or reject it; go on to the next suggestion."""
        offer = self.offered
        assert offer is not None
        editor = self._session.editor
        if not self._perform(lambda: rejected(editor(), offer) if label is None else accepted(editor(), offer, label)):
            return
        # On by itself to the next suggestion; to candidates only from candidates left alone.
        on = self._offers.suggestions or (offer.is_candidate and label is None)
        following = self._offers.step(offer.start, 1) if on else None
        if following is not None:
            self.select_offer(following)
        elif label is None:
            self.place_cursor(offer.start)

    def delete(self) -> None:
        if self.offered is not None:
            self.decide(None)
            return
        span = self.selected
        if span is None:
            self._session.failed.emit(PeymanError("desk_nothing_selected"))
            return
        if self._own_set() and self._perform(lambda: self._session.editor().remove(span)) and self.cursor:
            self.cursor.go_to(span.start)
            self.changed.emit()

    def move_edge(self, edge: Edge, by: int, unit: Unit) -> None:
        """Move an end of the selected span by words or graphemes; with none selected, of what a label would go on."""
        if self.cursor is None:
            return
        span, shown = self.selected, self.selected or self.offered
        extent = (shown.start, shown.end) if shown else self.cursor.target
        moved = self.cursor.moved(extent, edge, by, unit)
        if span is not None:
            self.set_extent(span.id, *moved)
        else:
            self.select_text(*moved)

    def set_extent(self, span_id: UUID, start: int, end: int) -> None:
        """Move the ends of a span; those of an offer become a selection, to be labelled."""
        span = self._span(span_id)
        if self._offers.get(span_id) is not None:
            self.select_text(start, end)
        if span is not None and self._own_set() and (start, end) != (span.start, span.end):
            self._perform(lambda: self._session.editor().move_span(span, start, end))

    def set_attribute(self, span_id: UUID, name: str, value: Json) -> None:
        span = self._span(span_id)
        if span is not None and self._own_set():
            self._perform(lambda: self._session.editor().set_attributes(span, {name: value}))

    def proposals(self, span: Span | None) -> Proposals:
        """Return what can be offered for the attributes of a span, or of the article."""
        document, annotations = self._session.document, self._session.annotations
        if document is None or annotations is None:
            return Proposals()
        schema = self._session.project.schema
        if span is not None:
            return proposals_for(span, document, annotations, schema, self._names)
        layer = schema.layers.get("document")
        answers = {label.label: label.value for label in annotations.document_labels}
        return proposals_for_article(document, layer.attributes_for("", answers) if layer else (), answers)

    def fill_defaults(self) -> None:
        """Confirm what is offered for the selected span, and give it the default of what has no value yet.

        A suggestion at hand is taken first, and its form opened: its reading is to be corrected.
        """
        if self.offered is not None:
            if self.offered.is_candidate:
                self._session.failed.emit(PeymanError("desk_no_label"))
            else:
                self.form_wanted.emit("attributes")
            return
        span = self.selected or self.commitment
        if span is None:
            self._session.failed.emit(PeymanError("desk_nothing_selected"))
            return
        defaults = self._session.project.schema.defaults(span.layer, span.label, span.attributes)
        values = {**defaults, **self.proposals(span).proposed}
        if values and self._own_set():
            self._perform(lambda: self._session.editor().set_attributes(span, values))

    def set_note(self, span_id: UUID, note: str) -> None:
        span = self._span(span_id)
        if span is not None and span.note != note and self._own_set():
            self._perform(lambda: self._session.editor().set_note(span, note))

    def set_doubt(self, span_id: UUID, doubt: str) -> None:
        span = self._span(span_id)
        if span is not None and span.doubt != doubt and self._own_set():
            self._perform(lambda: self._session.editor().set_doubt(span, doubt))

    def toggle_doubt(self) -> None:
        """Begin or end the doubt about the selected span, or else about the whole article."""
        span = self.selected
        annotations = self._session.annotations
        if span is not None:
            self.set_doubt(span.id, "" if span.doubt else "unsure")
        elif annotations is not None:
            self.set_article_doubt("" if annotations.state.doubt else "unsure")

    def set_article_note(self, note: str) -> None:
        if self._own_set():
            self._perform(lambda: self._session.editor().set_article_note(note))

    def set_article_doubt(self, doubt: str) -> None:
        if self._own_set():
            self._perform(lambda: self._session.editor().set_article_doubt(doubt))

    def set_article_date(self, day: date | None) -> None:
        """Say of which day the article is; None: it is unknown."""
        document = self._session.document
        if document is not None:
            meta = with_date(document.meta, day)
            self._perform(lambda: self._session.editor().set_document_info(meta=meta))

    def set_document_label(self, field: str, value: Json) -> None:
        self._own_set()
        self._perform(lambda: self._session.editor().set_document_label(field, value))

    # Commitments -------------------------------------------------------------------------------------------

    def start_commitment(self) -> None:
        """Ask for the type of the commitment that the selection, or the sentence under the cursor, will be."""
        if self.cursor is None or self._session.document is None:
            return
        extent = self.selection or self._sentence()
        self._own_set()
        self._leave_mode()
        self._selected = self._offered = None
        self._waiting = extent
        self.mode = "type"
        self.changed.emit()

    def _make_commitment(self, label: str) -> None:
        assert self._waiting is not None
        start, end = self._waiting
        self._leave_mode()
        self._perform(lambda: self._session.editor().add_span("commitment", label, start, end))
        self.changed.emit()

    def start_role(self, role: str) -> None:
        """Fill a role of the commitment at hand: with what is selected, else ask for the filler."""
        commitment = self.commitment
        if commitment is None:
            self._session.failed.emit(PeymanError("desk_no_commitment"))
            return
        if not self._own_set():
            return
        self.take_offer()
        self.role = role
        span = self.selected
        if span is not None and span.id != commitment.id:
            self.fill_role_with(span.id)
        elif self.selection is not None:
            self.fill_role_with_text()
        else:
            self.mode = "role"
            # Most fillers lie in the commitment: the cursor waits at its beginning.
            self._selected = None
            if self.cursor:
                self.cursor.go_to(commitment.start)
            self._give_hints()
            self.changed.emit()

    def take_offer(self) -> None:
        """Make an offer at hand a span, and stay there; where nothing says what it is, a selection."""
        offer = self.offered
        if offer is None:
            return
        if offer.is_candidate:
            self.select_text(offer.start, offer.end)
        else:
            self._perform(lambda: accepted(self._session.editor(), offer, offer.label))

    def _give_hints(self) -> None:
        commitment = self.commitment
        assert commitment is not None
        fillers = [span for span in self._spans() if span.layer in ("entity", "argument")]
        self.typed = ""
        self.hints = hints_for(fillers, (commitment.start, commitment.end))

    def _hint_key(self, name: str) -> bool:
        if len(name) != 1:
            return False
        self.typed += name
        if self.typed in self.hints:
            self.fill_role_with(self.hints[self.typed])
        elif not any(hint.startswith(self.typed) for hint in self.hints):
            self._session.failed.emit(PeymanError("desk_no_hint", typed=self.typed))
            self.typed = ""
            self.changed.emit()
        else:
            self.changed.emit()
        return True

    def fill_role_with(self, span_id: UUID) -> None:
        filler = self._span(span_id)
        commitment = self.commitment
        if filler is not None and commitment is not None:
            role = self.role
            self._leave_mode()
            self._selected = commitment.id
            self._perform(lambda: self._session.editor().fill_role(commitment, role, filler))
            self.changed.emit()

    def fill_role_with_text(self) -> None:
        """Fill the role with the selected text, or with the word under the cursor."""
        commitment = self.commitment
        if commitment is not None and self.cursor is not None:
            role = self.role
            start, end = self.cursor.target
            self._leave_mode()
            self.cursor.clear()
            self._selected = commitment.id
            self._perform(lambda: self._session.editor().fill_role_with_text(commitment, role, start, end))
            self.changed.emit()

    def remove_role(self, relation_id: UUID) -> None:
        annotations = self._session.annotations
        relation = annotations.annotations.get(relation_id) if annotations else None
        if relation is not None and self._own_set():
            self._perform(lambda: self._session.editor().remove(relation))

    def confirm(self) -> None:
        """Enter: take the selected text as the filler, take the offer, or go into the form of what is selected."""
        if self.mode == "role":
            self.fill_role_with_text()
        elif self.offered is not None:
            if self.offered.is_candidate:
                self._session.failed.emit(PeymanError("desk_no_label"))
            else:
                self.decide(self.offered.label)
        elif self.mode == "read" and (self.selected or self.commitment):
            self.form_wanted.emit("attributes")

    def _leave_mode(self) -> None:
        self.mode = "read"
        self.role = self.typed = ""
        self.hints = {}
        self._waiting = None

    # The article ---------------------------------------------------------------------------------------------

    def finish(self, *, in_spite_of_gaps: bool = False) -> None:
        """Mark the article as finished and go on; when something is missing, say what instead."""
        annotations = self._session.annotations
        if annotations is None:
            return
        if self._session.project.read_only:
            self.finished.emit()
            return
        if not self._own_set():  # it says so; finishing one's own, still empty, takes the key again
            return
        missing: tuple[Gap, ...] = gaps(annotations, self._session.project.schema)
        if missing and not in_spite_of_gaps:
            self.gaps_found.emit(list(missing))
            return
        if annotations.state.state == "finished" or self._perform(lambda: self._session.editor().set_state("finished")):
            self.finished.emit()

    def skip(self, reason: str = "") -> None:
        """Set the article aside and go on."""
        if self._own_set() and self._perform(lambda: self._session.editor().set_state("skipped", reason)):
            self.finished.emit()
