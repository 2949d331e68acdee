"""Hint letters are distinct, short and complete as soon as they are typed."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from peyman.core.model import Span, new_id
from peyman.gui.annotate.hints import LETTERS, hint_letters, hints_for


@given(st.integers(0, 676))
def test_no_hint_begins_another(count: int) -> None:
    hints = hint_letters(count)
    assert len(hints) == len(set(hints)) == count
    for one in hints:
        assert not any(other != one and other.startswith(one) for other in hints)


@given(st.integers(0, len(LETTERS)))
def test_single_letters_while_they_last(count: int) -> None:
    assert all(len(hint) == 1 for hint in hint_letters(count))


def span(start: int, end: int) -> Span:
    return Span(new_id(), "entity", "GPE", start, end, "x" * (end - start))


def test_the_nearest_spans_get_the_shortest_hints() -> None:
    spans = [span(n * 10, n * 10 + 5) for n in range(60)]
    hints = hints_for(spans, (300, 330))
    by_span: dict[UUID, str] = {span_id: hint for hint, span_id in hints.items()}
    inside = [s for s in spans if s.start >= 300 and s.end <= 330]
    assert [by_span[s.id] for s in inside] == list(LETTERS[: len(inside)])
    assert len(by_span[spans[0].id]) == 2
    assert len(by_span) == len(spans)
