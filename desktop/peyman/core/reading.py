"""What searches and lists read of many documents at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from .excerpts import Article
from .journal import Journal
from .migrations import LOGGED
from .model import SetKind, SetState, Span, State
from .records import read_span


@dataclass(frozen=True, slots=True)
class OwnSet:
    """How the annotator at work stands to a document: his set's number and state, none of both before he began."""

    document_number: int
    number: int
    state: SetState | None
    others: int  # sets of other annotators with something in them


@dataclass(frozen=True, slots=True)
class Placed:
    """A span, whose it is, and where."""

    document_number: int
    set_number: int
    annotator: str
    kind: SetKind
    state: State
    span: Span


class Reading(Journal):
    """The part of a project that reads some hundreds of documents in one go."""

    def document_id(self, number: int) -> UUID | None:
        rows = self._rows("SELECT document_id FROM document WHERE document_no = ?", [number])
        return UUID(bytes=rows[0][0]) if rows else None

    def articles(self, numbers: Sequence[int]) -> list[Article]:
        """Return these documents, some hundreds at most, for reading, in the order of their numbers."""
        rows = self._rows(
            "SELECT document_no, name, title, direction, text FROM document JOIN document_text USING (document_no)"
            f" WHERE document_no IN ({marks(numbers)}) ORDER BY document_no",
            numbers,
        )
        return [Article(*row) for row in rows]

    def own_sets(self, numbers: Sequence[int]) -> dict[int, OwnSet]:
        """Return how the annotator at work stands to these documents, some hundreds at most; makes no set."""
        rows = self._rows(
            "SELECT d.document_no, s.set_no, s.set_id, s.state, s.note, (SELECT count(*) FROM annotation_set o"
            "  WHERE o.document_no = d.document_no AND o.set_no IS NOT s.set_no AND o.state <> 'new')"
            " FROM document d LEFT JOIN annotation_set s ON s.document_no = d.document_no"
            f" AND s.annotator_no = ? AND s.kind = 'annotation' WHERE d.document_no IN ({marks(numbers)})",
            [self._annotator_no, *numbers],
        )
        return {
            document: OwnSet(document, number or 0, SetState(UUID(bytes=key), state, note) if key else None, others)
            for document, number, key, state, note, others in rows
        }

    def own_states(self) -> dict[int, State]:
        """Return the documents that the annotator at work has begun, with how far he is."""
        rows = self._rows(
            "SELECT document_no, state FROM annotation_set WHERE annotator_no = ? AND kind = 'annotation'"
            " AND state <> 'new' ORDER BY document_no",
            [self._annotator_no],
        )
        return dict(rows)

    def documents_of_several(self, number: int | None = None) -> list[int]:
        """Return the documents that several annotators have finished, or on which there are decisions.

        With a number, just that document, if it is one of them.
        """
        rows = self._rows(
            "SELECT document_no FROM document d WHERE (? IS NULL OR document_no = ?) AND"
            " ((SELECT count(*) FROM annotation_set s WHERE s.document_no = d.document_no"
            "   AND kind = 'annotation' AND state = 'finished') > 1"
            "  OR EXISTS (SELECT 1 FROM decision c WHERE c.document_id = d.document_id)) ORDER BY document_no",
            [number, number],
        )
        return [found for (found,) in rows]

    def placed_spans(
        self,
        numbers: Sequence[int],
        *,
        annotator: str = "",
        state: State | None = None,
        layer: str = "",
        label: str = "",
    ) -> list[Placed]:
        """Return the spans in these documents, some hundreds at most, in reading order; "" and None let all pass."""
        columns = ", ".join(f'p."{name}"' for name in LOGGED["span"][1])
        rows = self._rows(
            f"SELECT s.document_no, s.set_no, a.name, s.kind, s.state, p.span_id, {columns}"
            " FROM annotation_set s JOIN annotator a USING (annotator_no) JOIN span p USING (set_no)"
            f" WHERE s.document_no IN ({marks(numbers)}) AND (? = '' OR a.name = ?) AND (? IS NULL OR s.state = ?)"
            " AND (? = '' OR p.layer = ?) AND (? = '' OR p.label = ?)"
            ' ORDER BY s.document_no, p.start, p."end" DESC, s.set_no, p.span_id',
            [*numbers, annotator, annotator, state, state, layer, layer, label, label],
        )
        return [
            Placed(document, number, name, kind, in_state, read_span(UUID(bytes=key), cells))
            for document, number, name, kind, in_state, key, *cells in rows
        ]


def marks(values: Sequence[object]) -> str:
    """Return the places that a statement keeps for some values."""
    return ", ".join("?" * len(values))
