"""What edits the Editor builds, what it refuses, and how edits are applied, joined and taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import TEXT, article, default_schema, refused
from peyman.core.edits import Change, Edit, Editor, Gap, applied, combined, gaps, shorten
from peyman.core.model import Annotation, AnnotationSet, DocumentLabel, Json, Relation, SetState, Span, new_id
from peyman.core.schema import Overlap, Schema

SCHEMA = default_schema()
DOCUMENT = article()


class Bench:
    """An editor and the set it edits: `do` applies an edit and returns what it added or changed last."""

    def __init__(self, schema: Schema = SCHEMA) -> None:
        number = new_id()
        self.schema = schema
        self.annotations = AnnotationSet(number, 1, DOCUMENT.id, "سارا", "annotation", SetState(number, "new"), {})

    @property
    def editor(self) -> Editor:
        return Editor(DOCUMENT, self.annotations, self.schema)

    def do(self, edit: Edit) -> Annotation:
        self.annotations = applied(self.annotations, edit)
        record = edit.changes[-1].record
        assert isinstance(record, Span | Relation | DocumentLabel)
        return record

    def span(self, layer: str, label: str, start: int, end: int, **more: Json) -> Span:
        span = self.do(self.editor.add_span(layer, label, start, end, attributes=more))
        assert isinstance(span, Span)
        return span

    def role(self, commitment: Span, role: str, filler: Span) -> Relation:
        relation = self.do(self.editor.fill_role(commitment, role, filler))
        assert isinstance(relation, Relation)
        return relation

    def now(self, span: Span) -> Span:
        found = self.annotations.span(span.id)
        assert found is not None
        return found


@pytest.fixture
def bench() -> Bench:
    return Bench()


def with_rule(overlap: Overlap) -> Schema:
    return replace(SCHEMA, layers={**SCHEMA.layers, "entity": replace(SCHEMA.layer("entity"), overlap=overlap)})


# Spans -----------------------------------------------------------------------------------------------------------


def test_a_span_quotes_its_text_and_begins_the_work(bench: Bench) -> None:
    edit = bench.editor.add_span("entity", "PER", 0, 13, attributes={"canon": "x"}, origin="gazetteer")
    assert edit.name == "add_span"
    assert [change.before for change in edit.changes] == [bench.annotations.state, None]
    assert edit.set_numbers == (1,)
    span = bench.do(edit)
    assert isinstance(span, Span)
    assert span.quote == "علی‌رضا احمدی"
    assert (span.attributes, span.origin, span.note, span.fragments) == ({"canon": "x"}, "gazetteer", "", ())
    assert bench.annotations.state.state == "in_progress"
    later = bench.editor.add_span("entity", "PER", 20, 25)
    assert len(later.changes) == 1


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (5, 3), (-2, 3), (-5, -1), (0, 10_000), (10_000, 10_001), (7, 8), (13, 14)]
)
def test_empty_blank_and_outlying_stretches_are_refused(bench: Bench, start: int, end: int) -> None:
    blank = 0 <= start < end <= len(TEXT)
    assert not blank or not TEXT[start:end].strip()
    with refused("span_empty") as caught:
        bench.editor.add_span("entity", "PER", start, end)
    assert f"{start}–{end}" in str(caught.value)
    span = bench.span("entity", "PER", 0, 3)
    with refused("span_empty"):
        bench.editor.move_span(span, start, end)


def test_unknown_layers_and_labels_are_refused(bench: Bench) -> None:
    span = bench.span("entity", "PER", 0, 3)
    with refused("schema_unknown_layer"):
        bench.editor.add_span("people", "PER", 4, 6)
    with refused("schema_unknown_label"):
        bench.editor.add_span("entity", "agreement", 4, 6)
    with refused("schema_unknown_label"):
        bench.editor.relabel(span, "agreement")
    with refused("schema_unknown_label"):
        bench.editor.fill_role(bench.span("commitment", "plan", 0, 9), "PER", span)


@pytest.mark.parametrize("overlap", ["none", "nest", "any"])
@given(extents=st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from(["PER", "ORG"]))))
def test_a_layer_takes_just_the_spans_its_rule_allows(overlap: Overlap, extents: list[tuple[int, int, str]]) -> None:
    bench = Bench(with_rule(overlap))
    for start, length, label in extents:
        new = set(range(start, start + length))
        if not TEXT[start : start + length].strip():
            continue
        there = [(set(range(s.start, s.end)), s.label) for s in bench.annotations.spans]
        reasons = set()
        for old, old_label in there:
            if (old, old_label) == (new, label):
                reasons.add("span_repeated")
            elif overlap == "none" and old & new:
                reasons.add("span_overlaps")
            elif overlap == "nest" and old & new and not (old <= new or new <= old):
                reasons.add("span_crosses")
        if reasons:
            with refused(*reasons):
                bench.editor.add_span("entity", label, start, start + length)
        else:
            bench.span("entity", label, start, start + length)


def test_the_sentences_of_refusal_name_both_spans(bench: Bench) -> None:
    bench.span("entity", "PER", 0, 13)
    with refused("span_crosses") as caught:
        bench.editor.add_span("entity", "ORG", 8, 18)
    assert "“احمدی 🙂 با” would cross “علی‌رضا احمدی”" in str(caught.value)
    with refused("span_repeated") as caught:
        bench.editor.add_span("entity", "PER", 0, 13)
    assert "“علی‌رضا احمدی” already has this label" in str(caught.value)
    strict = Bench(with_rule("none"))
    strict.span("entity", "PER", 0, 13)
    with refused("span_overlaps") as caught:
        strict.editor.add_span("entity", "ORG", 8, 13)
    assert "“احمدی” would overlap “علی‌رضا احمدی”" in str(caught.value)


def test_layers_do_not_mind_one_another(bench: Bench) -> None:
    bench.span("entity", "PER", 0, 13)
    bench.span("commitment", "plan", 8, 30)
    bench.span("argument", "ARG", 10, 20)
    assert len(bench.annotations.spans) == 3


# Fragments


def test_a_span_may_have_fragments(bench: Bench) -> None:
    span = bench.do(bench.editor.add_span("entity", "PER", 0, 13, fragments=((0, 3), (8, 13))))
    assert isinstance(span, Span)
    assert (span.quote, span.fragments) == (TEXT[0:13], ((0, 3), (8, 13)))
    # Other parts of the same stretch are another mention with the same label.
    bench.do(bench.editor.add_span("entity", "PER", 0, 13, fragments=((4, 7), (8, 13))))
    with refused("span_repeated"):
        bench.editor.add_span("entity", "PER", 0, 13, fragments=((0, 3), (8, 13)))


@pytest.mark.parametrize(
    "fragments", [((3, 3),), ((5, 3),), ((0, 5), (4, 8)), ((6, 8), (0, 3)), ((0, 14),), ((-1, 4),)]
)
def test_fragments_that_do_not_lie_in_order_in_their_span_are_refused(
    bench: Bench, fragments: tuple[tuple[int, int], ...]
) -> None:
    with refused("span_fragments") as caught:
        bench.editor.add_span("entity", "PER", 0, 13, fragments=fragments)
    assert f"{fragments[-1][0]}–{fragments[-1][1]}" in str(caught.value)


def test_fragments_survive_a_move_only_while_they_fit(bench: Bench) -> None:
    span = bench.do(bench.editor.add_span("entity", "PER", 2, 10, fragments=((2, 4), (8, 10))))
    assert isinstance(span, Span)
    wider = bench.editor.move_span(span, 0, 13).changes[-1].after
    narrower = bench.editor.move_span(span, 3, 10).changes[-1].after
    assert isinstance(wider, Span)
    assert isinstance(narrower, Span)
    assert (wider.start, wider.end, wider.fragments) == (0, 13, ((2, 4), (8, 10)))
    assert (narrower.start, narrower.end, narrower.fragments) == (3, 10, ())


# Changing a span


def test_moving_a_span_changes_its_ends_and_quote_only(bench: Bench) -> None:
    span = bench.span("entity", "PER", 0, 13, canon="x")
    bench.do(bench.editor.set_note(span, "n"))
    edit = bench.editor.move_span(bench.now(span), 8, 13)
    bench.do(edit)
    assert edit.name == "move_span"
    assert bench.now(span) == replace(span, start=8, end=13, quote="احمدی", note="n")
    bench.span("entity", "ORG", 0, 7)
    with refused("span_crosses"):
        bench.editor.move_span(bench.now(span), 4, 13)
    assert bench.editor.move_span(bench.now(span), 8, 13).changes == ()


def test_relabelling_drops_what_the_new_label_cannot_have(bench: Bench) -> None:
    span = bench.span("entity", "ORG", 0, 13, sub="gov", canon="x", odd=1)
    bench.do(bench.editor.set_doubt(span, "?"))
    bench.do(bench.editor.relabel(bench.now(span), "PER"))
    assert bench.now(span) == replace(span, label="PER", attributes={"canon": "x", "odd": 1}, doubt="?")
    assert bench.editor.relabel(bench.now(span), "PER").changes == ()


def test_relabelling_into_a_label_that_stands_there_is_refused(bench: Bench) -> None:
    bench.span("entity", "ORG", 0, 13)
    span = bench.span("entity", "PER", 0, 13)
    with refused("span_repeated"):
        bench.editor.relabel(span, "ORG")


def test_attributes_follow_the_order_of_the_schema_and_none_takes_one_away(bench: Bench) -> None:
    span = bench.span("commitment", "plan", 0, 13, odd=1)
    bench.do(bench.editor.set_attributes(span, {"modality": "firm", "status": "agreed", "sectors": ["trade"]}))
    assert list(bench.now(span).attributes.items()) == [
        ("status", "agreed"), ("modality", "firm"), ("sectors", ["trade"]), ("odd", 1),
    ]  # fmt: skip
    edit = bench.editor.set_attributes(bench.now(span), {"status": None, "voice": None})
    bench.do(edit)
    assert edit.name == "set_attributes"
    assert bench.now(span).attributes == {"modality": "firm", "sectors": ["trade"], "odd": 1}
    assert bench.editor.set_attributes(bench.now(span), {"modality": "firm"}).changes == ()


def test_notes_and_doubts_are_kept_on_what_they_are_about(bench: Bench) -> None:
    commitment, filler = bench.span("commitment", "plan", 0, 30), bench.span("entity", "PER", 0, 13)
    role = bench.role(commitment, "source", filler)
    bench.do(bench.editor.set_note(filler, "چرا؟"))
    bench.do(bench.editor.set_doubt(bench.now(filler), "PER/ROLE"))
    bench.do(bench.editor.set_note(role, "از متن"))
    assert bench.now(filler) == replace(filler, note="چرا؟", doubt="PER/ROLE")
    assert bench.annotations.annotations[role.id] == replace(role, note="از متن")


# Roles -----------------------------------------------------------------------------------------------------------


def test_a_role_leads_from_the_commitment_to_its_filler(bench: Bench) -> None:
    commitment, filler = bench.span("commitment", "plan", 0, 30), bench.span("entity", "PER", 0, 13)
    role = bench.role(commitment, "source", filler)
    assert (role.layer, role.label, role.source, role.target) == ("role", "source", commitment.id, filler.id)
    bench.role(commitment, "committer", filler)
    with refused("role_repeated") as caught:
        bench.editor.fill_role(commitment, "source", filler)
    assert "“علی‌رضا احمدی” already fills this role" in str(caught.value)
    with refused("role_of_itself"):
        bench.editor.fill_role(commitment, "source", commitment)
    with refused("role_source") as caught:
        bench.editor.fill_role(filler, "source", commitment)
    assert "“علی‌رضا احمدی” is no commitment" in str(caught.value)


def test_text_fills_a_role_by_the_span_that_stands_there_or_by_a_new_argument(bench: Bench) -> None:
    commitment = bench.span("commitment", "plan", 0, 30)
    entity = bench.span("entity", "PER", 0, 13)
    bench.do(bench.editor.add_span("entity", "ORG", 22, 38, fragments=((22, 28), (33, 38))))
    reused = bench.editor.fill_role_with_text(commitment, "source", 0, 13)
    assert [type(change.record) for change in reused.changes] == [Relation]
    assert isinstance(reused.changes[0].after, Relation)
    assert reused.changes[0].after.target == entity.id
    bench.do(reused)
    # A commitment or a span with gaps is not the text that was chosen.
    for start, end in ((0, 30), (22, 38)):
        edit = bench.editor.fill_role_with_text(commitment, "object", start, end)
        argument, relation = (change.after for change in edit.changes)
        assert isinstance(argument, Span)
        assert isinstance(relation, Relation)
        assert (argument.layer, argument.label, argument.start, argument.end) == ("argument", "ARG", start, end)
        assert relation.target == argument.id
        bench.do(edit)
    # The argument made for one role serves the next one.
    again = bench.editor.fill_role_with_text(commitment, "action", 22, 38)
    assert len(again.changes) == 1
    with refused("role_repeated"):
        bench.editor.fill_role_with_text(commitment, "object", 22, 38)
    with refused("span_empty"):
        bench.editor.fill_role_with_text(commitment, "object", 7, 8)


# Removing --------------------------------------------------------------------------------------------------------


def removed_by(edit: Edit) -> set[object]:
    assert all(change.after is None for change in edit.changes)
    return {change.record.id for change in edit.changes}


def test_removing_a_span_takes_its_roles_and_orphaned_arguments_along(bench: Bench) -> None:
    commitment, other = bench.span("commitment", "plan", 0, 30), bench.span("commitment", "plan", 0, 45)
    entity = bench.span("entity", "PER", 0, 13)
    only, shared = bench.span("argument", "ARG", 14, 20), bench.span("argument", "ARG", 22, 30)
    source = bench.role(commitment, "source", entity)
    action = bench.role(commitment, "action", only)
    item = bench.role(commitment, "object", shared)
    kept = bench.role(other, "object", shared)
    before = bench.annotations

    assert removed_by(bench.editor.remove(entity)) == {entity.id, source.id}
    assert removed_by(bench.editor.remove(item)) == {item.id}
    assert removed_by(bench.editor.remove(action)) == {action.id, only.id}
    assert removed_by(bench.editor.remove(shared)) == {shared.id, item.id, kept.id}
    edit = bench.editor.remove(commitment)
    assert removed_by(edit) == {commitment.id, source.id, action.id, item.id, only.id}
    bench.do(edit)
    assert set(bench.annotations.annotations) == {other.id, entity.id, shared.id, kept.id}
    bench.do(edit.swapped())
    assert bench.annotations == before
    # Both commitments at once leave nobody to hold the shared argument.
    both = bench.editor.remove(commitment, other)
    assert removed_by(both) == set(before.annotations) - {entity.id}


def test_removing_a_document_label_removes_just_that(bench: Bench) -> None:
    label = bench.do(bench.editor.set_document_label("mode", "video"))
    bench.span("entity", "PER", 0, 13)
    assert removed_by(bench.editor.remove(label)) == {label.id}


# The document ----------------------------------------------------------------------------------------------------


def test_document_labels_are_set_changed_and_taken_away(bench: Bench) -> None:
    assert bench.editor.set_document_label("mode", None) == Edit("set_document_label", ())
    first = bench.do(bench.editor.set_document_label("mode", "video"))
    second = bench.do(bench.editor.set_document_label("mode", "phone"))
    assert first.id == second.id
    assert [(d.label, d.value) for d in bench.annotations.document_labels] == [("mode", "phone")]
    assert bench.editor.set_document_label("mode", "phone").changes == ()
    bench.do(bench.editor.set_document_label("mode", None))
    assert bench.annotations.document_labels == ()


def test_a_state_is_set_with_its_reason_and_nothing_else(bench: Bench) -> None:
    edit = bench.editor.set_state("skipped", "نامربوط")
    bench.annotations = applied(bench.annotations, edit)
    assert len(edit.changes) == 1
    assert (bench.annotations.state.state, bench.annotations.state.note) == ("skipped", "نامربوط")
    assert bench.editor.set_state("skipped", "نامربوط").changes == ()


def test_an_edit_says_that_work_goes_on_whatever_the_state_was(bench: Bench) -> None:
    for state in ("new", "finished", "skipped"):
        before = bench.annotations
        bench.annotations = applied(before, bench.editor.set_state(state, "چون"))
        edit = bench.editor.add_span("entity", "PER", 0, 13)
        after = applied(bench.annotations, edit)
        # What was said of the article stays; why it was skipped no longer holds.
        assert (after.state.state, after.state.note) == ("in_progress", "" if state == "skipped" else "چون")
        assert applied(after, edit.swapped()).state == bench.annotations.state
        bench.annotations = before


def test_a_note_or_a_doubt_on_the_article_begins_a_new_one_and_leaves_others(bench: Bench) -> None:
    bench.annotations = applied(bench.annotations, bench.editor.set_article_note("دو بار خواندم"))
    assert bench.annotations.state.state == "in_progress"
    bench.annotations = applied(bench.annotations, bench.editor.set_state("finished"))
    bench.annotations = applied(bench.annotations, bench.editor.set_article_doubt("منبع"))
    state = bench.annotations.state
    assert (state.state, state.note, state.doubt) == ("finished", "دو بار خواندم", "منبع")
    assert bench.editor.set_article_note("دو بار خواندم").changes == ()


# Edits as such ---------------------------------------------------------------------------------------------------


def test_an_edit_and_its_swap_cancel_out(bench: Bench) -> None:
    empty = bench.annotations
    edit = bench.editor.add_span("entity", "PER", 0, 13)
    bench.do(edit)
    assert applied(bench.annotations, edit.swapped()) == empty
    assert edit.swapped().swapped() == edit
    assert [change.record.id for change in edit.swapped().changes] == [c.record.id for c in edit.changes][::-1]
    assert empty.state.state == "new"


def test_a_stale_edit_is_refused(bench: Bench) -> None:
    span = bench.span("entity", "PER", 0, 13)
    add = bench.editor.add_span("entity", "ORG", 14, 20)
    relabel, remove = bench.editor.relabel(span, "ROLE"), bench.editor.remove(span)
    finish = bench.editor.set_state("finished")
    for edit in (add, finish, relabel):
        bench.annotations = applied(bench.annotations, edit)
    now = bench.annotations
    gone = applied(now, bench.editor.remove(bench.now(span)))
    for annotations, edit in ((now, add), (now, finish), (now, relabel), (now, remove), (gone, relabel.swapped())):
        with refused("edit_stale"):
            applied(annotations, edit)


def test_changes_of_other_sets_do_not_concern_a_set(bench: Bench) -> None:
    state = SetState(new_id(), "new")
    edit = Edit("set_state", (Change(2, state, replace(state, state="finished")),))
    assert applied(bench.annotations, edit) == bench.annotations
    assert edit.set_numbers == (2,)


def test_several_edits_make_one(bench: Bench) -> None:
    first = bench.editor.add_span("entity", "PER", 0, 13)
    second = bench.editor.add_span("entity", "ORG", 22, 30)
    edit = combined("both", [first, second, bench.editor.set_state("finished")])
    assert len(edit.changes) == 3  # the beginning of the work is told once, and outweighed by its end
    before = bench.annotations
    bench.annotations = applied(before, edit)
    assert bench.annotations.state.state == "finished"
    assert len(bench.annotations.spans) == 2
    assert applied(bench.annotations, edit.swapped()) == before


def test_edits_that_contradict_one_another_are_not_joined(bench: Bench) -> None:
    span = bench.span("entity", "PER", 0, 13)
    note, remove = bench.editor.set_note(span, "n"), bench.editor.remove(span)
    assert combined("twice", [note, note]).changes == note.changes
    with refused("edit_stale"):
        combined("both", [note, remove])


def test_gaps_tell_missing_attributes_and_commitments_without_roles(bench: Bench) -> None:
    late = bench.span("commitment", "plan", 14, 30, status="agreed")
    entity = bench.span("entity", "PER", 0, 13)
    early = bench.span("commitment", "pledge", 0, 30, status="agreed", modality="firm", specificity="vague")
    assert gaps(bench.annotations, SCHEMA) == (
        Gap(early, ()), Gap(late, ("modality", "specificity")), Gap(late, ()),
    )  # fmt: skip
    bench.role(early, "source", entity)
    bench.do(bench.editor.set_attributes(late, {"modality": "firm", "specificity": "vague"}))
    assert gaps(bench.annotations, SCHEMA) == (Gap(bench.now(late), ()),)


@given(st.text(), st.integers(2, 50))
def test_messages_show_a_text_on_one_line_and_short(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert short == " ".join(short.split())
    if len(" ".join(text.split())) <= length:
        assert short == " ".join(text.split())
    else:
        assert short.endswith("…")
