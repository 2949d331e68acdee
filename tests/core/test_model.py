"""Ids, and what a set of annotations says about itself."""

import pickle
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.model import (
    Annotation,
    AnnotationSet,
    DocumentLabel,
    Extent,
    Relation,
    SetState,
    Span,
    derived_id,
    id_from_bytes,
    id_of,
    new_id,
)
from peyman.core.records import pack, unpack

ORDERS = st.integers(0, (1 << 40) - 1)


def test_new_ids_grow_and_carry_the_time_and_the_version() -> None:
    before = time.time_ns() // 1_000_000
    ids = [new_id() for _ in range(5000)]
    after = time.time_ns() // 1_000_000
    assert ids == sorted(set(ids))
    assert {(number.version, number.variant) for number in ids} == {(7, RFC_4122)}
    assert all(before <= number.int >> 80 <= after for number in ids)


def test_new_ids_grow_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000_000_000_000)  # in 2001
    ids = [first, *(new_id() for _ in range(1000))]
    assert ids == sorted(set(ids))
    assert {(number.version, number.variant) for number in ids} == {(7, RFC_4122)}


def test_new_ids_of_several_threads_differ_and_grow_in_each() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: [new_id() for _ in range(500)], range(8)))
    assert all(ids == sorted(ids) for ids in found)
    assert len({number for ids in found for number in ids}) == 8 * 500


@given(ORDERS, st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_derived_id_depends_on_nothing_but_what_it_is_made_of(order: int, parts: list[str]) -> None:
    number = derived_id(order, *parts)
    assert number == derived_id(order, *parts)
    assert (number.version, number.variant) == (8, RFC_4122)
    assert number != derived_id(order, *parts, "more")
    assert number < new_id()


@given(ORDERS, ORDERS, st.text("ab"), st.text("ab"))
def test_derived_ids_sort_by_their_order(one: int, other: int, part: str, another: str) -> None:
    first, second = derived_id(one, part), derived_id(other, another)
    if one != other:
        assert (first < second) == (one < other)
    else:
        assert (first == second) == (part == another)


@given(st.uuids())
def test_an_id_made_fast_is_the_same_id(number: UUID) -> None:
    for made in (id_of(number.int), id_from_bytes(number.bytes)):
        assert made == number
        assert hash(made) == hash(number)
        assert (str(made), made.bytes, made.version, made.is_safe) == (
            str(number), number.bytes, number.version, number.is_safe,
        )  # fmt: skip
        assert pickle.loads(pickle.dumps(made)) == number


@pytest.mark.parametrize("made", [lambda: id_of(1 << 128), lambda: id_of(-1), lambda: id_from_bytes(b"1" * 17)])
def test_what_is_no_id_is_refused(made: Callable[[], UUID]) -> None:
    with pytest.raises(ValueError):
        made()


def test_derived_ids_of_many_documents_do_not_meet() -> None:
    assert len({derived_id(0, "document", str(number)) for number in range(100_000)}) == 100_000


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))))
def test_tokens_survive_the_project_file(tokens: list[Extent]) -> None:
    assert unpack(pack(tokens)) == tuple(tokens)


def _set(*annotations: Annotation) -> AnnotationSet:
    number = new_id()
    by_id = {a.id: a for a in annotations}
    return AnnotationSet(number, 1, new_id(), "سارا", "annotation", SetState(number, "new"), by_id)


def _span(start: int, end: int, layer: str = "entity", label: str = "PER") -> Span:
    return Span(new_id(), layer, label, start, end, "x" * (end - start))


def test_spans_come_in_reading_order_outer_before_inner() -> None:
    ordered = (_span(0, 9, "commitment", "plan"), _span(0, 4), _span(2, 9), _span(2, 3, "argument", "ARG"), _span(2, 3))
    shuffled = list(ordered)
    random.Random(5).shuffle(shuffled)
    assert shuffled != list(ordered)
    assert _set(*shuffled).spans == ordered


def test_a_set_knows_its_spans_roles_and_document_labels() -> None:
    commitment, entity, other = _span(0, 9, "commitment", "plan"), _span(0, 4), _span(5, 9)
    first = Relation(new_id(), "role", "source", commitment.id, entity.id)
    second = Relation(new_id(), "role", "object", commitment.id, other.id)
    label = DocumentLabel(new_id(), "document", "mode", "video")
    found = _set(commitment, entity, other, first, second, label)
    assert found.relations == (first, second)
    assert found.document_labels == (label,)
    assert found.roles_of(commitment.id) == (first, second)
    assert found.roles_of(entity.id) == ()
    assert found.roles_filled_by(other.id) == (second,)
    assert found.span(entity.id) == entity
    assert found.span(first.id) is None
    assert found.span(UUID(int=0)) is None
