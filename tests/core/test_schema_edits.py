"""Laws of editing a schema: it can always be read, nothing loses its label, and undo brings everything back."""

import random
import sqlite3
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.making import MEMORY, RUSSIAN, TEXT, a_set, add, article, refused
from peyman.core.aliases import as_now, place_of
from peyman.core.edits import Editor, History, gaps
from peyman.core.errors import PeymanError
from peyman.core.model import DocumentLabel, Json, Relation, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema
from peyman.core.schema_draft import (
    RESERVED_KEYS,
    Draft,
    Entry,
    are_siblings,
    bumped,
    differences,
    entries,
    found,
    key_problem,
    names_of,
)
from peyman.core.schema_edits import Plan, Usage, plan, schema_edit

BODY = '''# A schema with a bit of everything.
format = "peyman-schema/1"
id = "small"
version = "0.9"

# --- Entities ---
[layers.entity]
overlap = "nest"
names = { fa = "موجودیت" }

[[layers.entity.labels]]
id = "A"
key = "1"  # the first key
names = { fa = "الف", en = "Alpha" }
rule = { en = "Everything alpha." }

[[layers.entity.labels]]
id = "B"
key = "2"

[[layers.entity.labels]]
id = "E"

[[layers.entity.attributes]]
id = "sub"
kind = "choice"
labels = ["A", "E"]
choices_for = { A = ["x", "y"] }
choices = [
  { id = "x", fa = "ایکس" },  # the usual one
  { id = "y" },
  { id = "z", key = "Z" },
]

[[layers.entity.attributes]]
id = "canon"

[[layers.entity.attributes]]
id = "name"

# --- Commitments ---
[layers.commitment]
[[layers.commitment.labels]]
id = "plan"
key = "1"
[[layers.commitment.labels]]
id = "pledge"
[[layers.commitment.attributes]]
id = "status"
kind = "choice"
required = true
default = "open"
choices = [{ id = "open" }, { id = "done" }, { id = "ended" }]
[[layers.commitment.attributes]]
id = "outcome"
kind = "multi"
when = { status = ["done"] }
choices = [{ id = "good" }, { id = "bad" }]

[layers.argument]
[[layers.argument.labels]]
id = "ARG"

[layers.role]
[[layers.role.labels]]
id = "who"
key = "W"
[[layers.role.labels]]
id = "what"
key = "T"

# --- The document ---
[layers.document]
[[layers.document.attributes]]
id = "kind"
kind = "choice"
choices = [{ id = "visit" }, { id = "call" }]
[[layers.document.attributes]]
id = "place"
[[layers.document.attributes]]
id = "venue"
'''
SMALL = parse_schema(BODY, "small.toml")
EVERYTHING = list(entries(SMALL))
COMMENTS = [line for line in BODY.split("\n") if line.startswith("#")] + ["# the usual one"]

class Step(NamedTuple):
    """A method of the draft, and what it is given."""

    name: str
    entry: Entry
    more: tuple[str, ...] = ()
    values: Mapping[str, object] = {}

    def __call__(self, draft: Draft) -> None:
        getattr(draft, self.name)(self.entry, *self.more, **self.values)


@st.composite
def steps(draw: st.DrawFn, *, removing: bool = False) -> Step:
    """One step of editing, whether the schema takes it or not."""
    entry = draw(st.sampled_from(EVERYTHING))
    beside = sorted({one.choice or one.id for one in EVERYTHING if are_siblings(one, entry)})
    into = draw(st.sampled_from(beside))
    word = draw(st.sampled_from(["", "نام تازه", "new “name”", 'a "quote" \\ and # sign']))
    key = draw(st.sampled_from(["", "1", "2", "W", "Z", "é", "7"]))
    fresh = draw(st.sampled_from(["N1", "N2", "bad id", "A"]))
    kinds = [
        Step("set", entry, (), {"names": {"fa": word, "ru": "имя"}}),
        Step("set", entry, (), {"key": key}),
        Step("retire", entry),
        Step("retire", entry),
        Step("restore", entry),
        Step("merge", entry, (into,)),
        Step("merge", entry, (into,)),
        Step("add", _beside(entry, fresh), (), {"names": {"fa": word}, "key": key}),
    ]
    if entry.kind == "labels":
        kinds.append(Step("set", entry, (), {"color": "#12ab34", "rule": {"fa": word}}))
    elif not entry.choice:
        kinds.append(Step("set", entry, (), {"required": key == "1"}))
    if removing:
        kinds.append(Step("remove", entry))
    return draw(st.sampled_from(kinds))


def _beside(entry: Entry, fresh: str) -> Entry:
    return replace(entry, choice=fresh) if entry.choice else replace(entry, id=fresh)


def taken(draft: Draft, step: Step) -> bool:
    """Take a step; False when it was refused, which changes nothing."""
    before = draft.schema
    try:
        step(draft)
    except PeymanError:
        assert draft.schema is before
        return False
    return True


# The text --------------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.lists(steps(), max_size=8))
def test_any_steps_keep_a_schema_that_knows_what_it_knew(sequence: list[Step]) -> None:
    draft = Draft(SMALL)
    for step in sequence:
        taken(draft, step)
        assert parse_schema(draft.schema.body, "again") == replace(draft.schema)
        assert tomllib.loads(draft.schema.body)
        assert set(EVERYTHING) <= set(entries(draft.schema))
        assert all(comment in draft.schema.body for comment in COMMENTS)
        for entry in entries(draft.schema):
            assert key_problem(draft.schema, entry) is None


@settings(max_examples=50)
@given(st.lists(steps(removing=True), max_size=8))
def test_what_changed_is_told(sequence: list[Step]) -> None:
    draft = Draft(SMALL)
    for step in sequence:
        before = draft.schema
        if taken(draft, step) and draft.schema != before:
            told = differences(before, draft.schema)
            assert told or draft.schema.layers == before.layers
    assert all(names_of(d.entry, draft.schema, "fa") for d in differences(SMALL, draft.schema))


@given(st.sampled_from(EVERYTHING), st.sampled_from(EVERYTHING))
def test_what_the_one_allowed_is_allowed_with_what_it_is_merged_into(entry: Entry, other: Entry) -> None:
    draft = Draft(SMALL)
    into = other.choice or other.id
    if not are_siblings(entry, other) or not taken(draft, Step("merge", entry, (into,))):
        return
    merged = draft.schema
    for attribute in SMALL.layer(entry.layer).attributes:
        values = [choice.id for choice in attribute.choices] or ["text"]
        now = merged.layer(entry.layer).attribute(attribute.id)
        assert now is not None
        for label in SMALL.layer(entry.layer).labels:
            current = merged.current_label(entry.layer, label.id)
            for value in values:
                if attribute.allows(label.id, value):
                    assert now.allows(current, now.current_value(value)), (label.id, value)


def test_a_step_leaves_the_rest_of_the_text_alone() -> None:
    draft = Draft(SMALL)
    draft.retire(Entry("entity", "attributes", "name"))
    lines = draft.schema.body.split("\n")
    assert [line for line in lines if line != "retired = true"] == BODY.split("\n")
    assert lines.index("retired = true") < lines.index("# --- Commitments ---")
    draft.restore(Entry("entity", "attributes", "name"))
    assert draft.schema.body == BODY
    draft.add(Entry("entity", "attributes", "later"), kind="number")
    text = draft.schema.body
    assert text.index('id = "later"') < text.index("# --- Commitments ---")


def test_retired_is_offered_no_more_and_stays_known() -> None:
    draft = Draft(SMALL)
    draft.retire(Entry("entity", "labels", "A"))
    draft.retire(Entry("commitment", "attributes", "status"))
    draft.retire(Entry("entity", "attributes", "sub", "y"))
    schema = draft.schema
    entity = schema.layer("entity")
    assert [label.id for label in entity.offered] == ["B", "E"]
    assert schema.label("entity", "A").names("fa") == "الف"
    with refused("schema_retired"):
        schema.offered_label("entity", "A")
    assert schema.gaps("commitment", "plan", {}) == ()
    assert schema.defaults("commitment", "plan", {}) == {}
    status = schema.layer("commitment").attribute("status")
    assert status is not None
    assert not status.applies("plan", {})
    assert status.applies("plan", {"status": "done"})
    sub = entity.attribute("sub")
    assert sub is not None
    assert [choice.id for choice in sub.choices_of("A")] == ["x"]
    draft.set(Entry("entity", "labels", "B"), key="1")  # the key of what is retired is free
    draft.restore(Entry("entity", "labels", "A"))
    assert schema.label("entity", "B").key == "2"
    assert [label.key for label in draft.schema.layer("entity").labels] == ["", "1", ""]


A, B = Entry("entity", "labels", "A"), Entry("entity", "labels", "B")


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (Step("set", A, (), {"key": "2"}), "schema_value"),
        (Step("set", A, (), {"key": "W"}), "schema_key_taken"),
        (Step("set", Entry("role", "labels", "who"), (), {"key": "1"}), "schema_key_taken"),
        (Step("set", A, (), {"key": "N"}), "schema_key_reserved"),
        (Step("set", A, (), {"color": "red"}), "schema_value"),
        (Step("set", Entry("entity", "labels", "nobody"), (), {"key": "9"}), "schema_entry_missing"),
        (Step("merge", A, ("A",)), "schema_value"),
        (Step("merge", A, ("nobody",)), "schema_value"),
        (Step("merge", Entry("entity", "attributes", "canon"), ("sub",)), "schema_value"),
        (Step("retire", Entry("argument", "labels", "ARG")), "schema_value"),
        (Step("add", B), "schema_value"),
        (Step("add", Entry("entity", "attributes", "new"), (), {"kind": "choice"}), "schema_value"),
        (Step("add", Entry("nowhere", "labels", "new")), "schema_unknown_layer"),
    ],
)
def test_what_would_break_is_refused(step: Step, code: str) -> None:
    draft = Draft(SMALL)
    with refused(code):
        step(draft)
    assert draft.schema == SMALL


def test_merging_goes_no_way_round() -> None:
    draft = Draft(SMALL)
    draft.merge(Entry("entity", "labels", "A"), "B")
    with refused("schema_merge_retired"):
        draft.merge(Entry("entity", "labels", "B"), "A")
    draft.merge(Entry("entity", "labels", "B"), "E")
    assert draft.schema.current_label("entity", "A") == "E"
    body = draft.schema.body.replace('id = "E"', 'id = "E"\nretired = true\nmerged_into = "A"')
    with refused("schema_value"):
        parse_schema(body, "round")


def test_everything_can_be_added_and_taken_out_again() -> None:
    draft = Draft(SMALL)
    draft.add(Entry("argument", "attributes", "extra"), kind="text", names={"fa": "افزوده"})
    draft.add(Entry("entity", "attributes", "sub", "w"), names={"fa": "و"})
    draft.add(Entry("role", "labels", "with"), key="P", color="#445566", rule={"ru": "С кем."})
    schema = draft.schema
    assert schema.label("role", "with").rule("ru") == "С кем."
    extra = found(schema, Entry("argument", "attributes", "extra"))
    assert extra is not None
    assert extra.names("fa") == "افزوده"
    assert found(schema, Entry("entity", "attributes", "sub", "w"))
    assert {d.what for d in differences(SMALL, schema)} == {"added"}
    for difference in differences(SMALL, schema):
        draft.remove(difference.entry)
    assert draft.schema.layers == SMALL.layers


@pytest.mark.parametrize(
    ("version", "after"), [("0.1", "0.2"), ("9", "10"), ("2024-beta", "2025-beta"), ("first", "first.1")]
)
def test_versions_grow(version: str, after: str) -> None:
    assert bumped(version) == after


def test_the_default_schema_takes_every_step(schema: Schema) -> None:
    draft = Draft(schema)
    draft.merge(Entry("entity", "labels", "FAC"), "LOC")
    draft.retire(Entry("commitment", "attributes", "sectors", "culture_education"))
    draft.add(Entry("entity", "labels", "LAW"), key="Y", names={"fa": "قانون"})
    draft.set(Entry("role", "labels", "source"), names={"fa": "سخنگو", "ru": "источник", "en": "Source"})
    changed = draft.schema.body.split("\n")
    kept = set(changed) & set(schema.body.split("\n"))
    assert len(schema.body.split("\n")) - len([x for x in schema.body.split("\n") if x in kept]) < 6
    sub = draft.schema.layer("entity").attribute("sub")
    assert sub is not None
    assert [choice.id for choice in sub.choices_of("LOC")] == ["site", "route"]
    assert not set(RESERVED_KEYS) & {label.key for layer in schema.layers.values() for label in layer.labels}


# The project -----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with _made(path) as project:
        yield project


def _made(path: Path) -> Project:
    Project.create(path, annotator="سارا", schema=SMALL).close()
    project = Project.open(path)
    with project.batch("import"):
        project.add_document(article())
        project.add_document(article("b.txt", RUSSIAN))
    return project


def _filled(project: Project, seed: int) -> None:
    """Three sets with all kinds of annotations, some of them sent from elsewhere."""
    chance = random.Random(seed)
    for number, whose in ((1, "سارا"), (2, "سارا"), (1, "علی")):
        text = TEXT if number == 1 else RUSSIAN
        spans: list[Span] = []
        for _ in range(chance.randint(3, 9)):
            start = chance.randrange(len(text) - 12)
            layer = chance.choice(["entity", "entity", "commitment", "argument"])
            label = chance.choice([x.id for x in SMALL.layer(layer).labels])
            values: dict[str, Json] = {}
            if layer == "entity":
                values["canon"] = "c"
                if chance.random() < 0.5:
                    values["name"] = "n"
                if label == "A":
                    values["sub"] = chance.choice(["x", "y"])
            elif layer == "commitment":
                values["status"] = chance.choice(["open", "done"])
                values["outcome"] = [*(["good"] if chance.random() < 0.5 else []), "bad"]
            end = start + chance.choice([3, 5])
            spans.append(Span(new_id(), layer, label, start, end, text[start:end], attributes=values))
            if place_of(spans[-1]) in map(place_of, spans[:-1]):
                spans.pop()  # just that is there already
                continue
            if chance.random() < 0.3:  # the same place, labelled otherwise
                other = chance.choice([x.id for x in SMALL.layer(layer).labels])
                twin = replace(spans[-1], id=new_id(), label=other)
                if place_of(twin) not in map(place_of, spans):
                    spans.append(twin)
        roles = [
            Relation(new_id(), "role", chance.choice(["who", "what"]), one.id, other.id)
            for one in spans
            if one.layer == "commitment"
            for other in spans
            if other.layer == "entity" and chance.random() < 0.5
        ]
        fields: list[tuple[str, Json]] = [("kind", chance.choice(["visit", "call"])), ("place", "p"), ("venue", "v")]
        chosen = [DocumentLabel(new_id(), "document", *field) for field in fields if chance.random() < 0.6]
        add(project, a_set(*spans, *roles, *chosen, annotator=whose), number)
    elsewhere = project._connection
    elsewhere.execute("INSERT INTO origin(origin_id) VALUES (?)", [new_id().bytes])
    elsewhere.execute(
        "UPDATE annotation_set SET origin_no = 2 WHERE annotator_no ="
        " (SELECT annotator_no FROM annotator WHERE name = 'علی')"
    )


_TABLES = ("project", "document", "annotation_set", "span", "relation", "document_label", "annotator")
_MOVING = {"revision", "updated_at"}


def state(path: Path) -> list[object]:
    """Everything that an edit may change, as the file has it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [
            [tuple(row[k] for k in row.keys() if k not in _MOVING) for row in connection.execute(f"SELECT * FROM {t}")]  # noqa: SIM118
            for t in _TABLES
        ]


def changed(project: Project, schema: Schema) -> Plan:
    planned = plan(project, schema, Usage.of(project))
    project.apply(schema_edit(project, planned))
    return planned


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.lists(st.lists(steps(), max_size=4), min_size=1, max_size=3))
def test_annotations_keep_their_labels_and_undo_brings_all_back(seed: int, edits: list[list[Step]]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "p.peyman")
        with _made(path) as project:
            _filled(project, seed)
            states = [state(path)]
            for edit in edits:
                draft = Draft(project.schema)
                for step in edit:
                    taken(draft, step)
                _take(project, draft.schema)
                if state(path) != states[-1]:
                    states.append(state(path))
            history = History(project)
            for before in reversed(states[:-1]):
                assert history.undo() is not None
                assert state(path) == before
            assert project.schema == SMALL
            for after in states[1:]:
                assert history.redo() is not None
                assert state(path) == after


def _take(project: Project, schema: Schema) -> None:
    """Change the schema, and compare each annotation with what slow and simple rules say of it."""
    before = {number: project.annotation_set(number) for number in _sets(project)}
    planned = changed(project, schema)
    held_back = {(left.annotator, left.entry.layer, left.entry.id) for left in planned.left}
    for number, old in before.items():
        new = project.annotation_set(number)
        assert new.state == old.state
        assert list(new.annotations) == list(old.annotations)
        if old.annotator == "علی":
            assert new == old
            continue
        for record, after in zip(old.annotations.values(), new.annotations.values(), strict=True):
            layer = project.schema.layer(after.layer)
            if isinstance(after, DocumentLabel):
                assert layer.attribute(after.label)
                continue
            assert layer.label(after.label)
            now = project.schema.current_label(record.layer, record.label)
            assert after.label == now or (old.annotator, record.layer, record.label) in held_back
            if isinstance(record, Span) and isinstance(after, Span):
                assert after.quote == record.quote
                assert len(after.attributes) == len(record.attributes)
    codes = {problem.code for problem in project.check()}
    assert not codes & {"check_label", "check_quote", "check_role", "check_history", "check_integrity"}
    assert project.schema.layers == schema.layers


def _sets(project: Project) -> list[int]:
    return [number for document in project.document_numbers() for number in project.set_numbers(document)]


def test_merging_moves_ones_own_and_leaves_what_came_from_elsewhere(project: Project) -> None:
    spans = [Span(new_id(), "entity", name, 0, 13, TEXT[:13]) for name in ("A", "B")]
    third = Span(new_id(), "entity", "A", 26, 33, TEXT[26:33], attributes={"sub": "x"})
    add(project, a_set(*spans, third, annotator="سارا"))
    add(project, a_set(replace(third, id=new_id()), annotator="علی"))
    project._connection.execute("INSERT INTO origin(origin_id) VALUES (?)", [new_id().bytes])
    project._connection.execute("UPDATE annotation_set SET origin_no = 2 WHERE set_no = 2")
    usage = Usage.of(project)
    assert usage.by_whose(Entry("entity", "labels", "A")) == {"سارا": 2, "علی": 1}
    assert usage.total(Entry("entity", "attributes", "sub", "x")) == 2
    draft = Draft(project.schema)
    draft.merge(Entry("entity", "labels", "A"), "B")
    planned = changed(project, draft.schema)
    assert [left.quote for left in planned.left] == [TEXT[:13]]
    assert (planned.elsewhere, len(planned.changes), project.schema.version) == (1, 1, "0.10")
    assert sorted((s.label, s.start) for s in project.annotation_set(1).spans) == [("A", 0), ("B", 0), ("B", 26)]
    assert [s.label for s in project.annotation_set(2).spans] == ["A"]
    assert project.schema.current_label("entity", "A") == "B"
    (moved,) = (s for s in project.annotation_set(1).spans if s.start == 26)
    assert moved.attributes == {"sub": "x"}
    assert project.schema.layer("entity").attributes_for("B", moved.attributes)[0].id == "sub"


def test_a_retired_label_can_be_given_up_but_not_given(project: Project) -> None:
    span = Span(new_id(), "entity", "A", 0, 13, TEXT[:13], attributes={"sub": "x"})
    add(project, a_set(span, annotator="سارا"))
    draft = Draft(project.schema)
    draft.retire(Entry("entity", "labels", "A"))
    changed(project, draft.schema)
    assert project.annotation_set(1).spans == (span,)
    editor = Editor(project.document(1), project.own_set(1), project.schema)
    with refused("schema_retired"):
        editor.add_span("entity", "A", 26, 33)
    project.apply(editor.move_span(span, 0, 7))
    editor = Editor(project.document(1), project.own_set(1), project.schema)
    project.apply(editor.relabel(project.annotation_set(1).spans[0], "B"))
    assert [s.label for s in project.annotation_set(1).spans] == ["B"]
    assert gaps(project.annotation_set(1), project.schema) == ()


@pytest.mark.parametrize(
    ("gone", "instead", "entry"),
    [
        ('id = "A"\nkey = "1"', 'id = "AA"\nkey = "1"', "entity/A"),
        ('{ id = "y" },', "", "entity/sub/y"),
        ('id = "canon"', 'id = "cannon"', "entity/canon"),
        ('labels = ["A", "E"]', 'labels = ["E"]', "entity/sub"),
        ('{ id = "call" }', '{ id = "ring" }', "document/kind/call"),
    ],
)
def test_what_would_strand_annotations_is_refused_with_counts(
    project: Project, gone: str, instead: str, entry: str
) -> None:
    body = BODY.replace(gone, instead, 1)
    if instead.startswith('id = "AA"'):
        body = body.replace('"A"', '"AA"').replace("A = [", "AA = [")
    elif not instead:
        body = body.replace('["x", "y"]', '["x"]')
    elif instead == 'labels = ["E"]':
        body = body.replace('choices_for = { A = ["x", "y"] }\n', "")
    schema = parse_schema(body, "edited")
    assert plan(project, schema, Usage.of(project)).schema.version == "0.10"  # nothing in use, nothing stranded
    span = Span(new_id(), "entity", "A", 0, 13, TEXT[:13], attributes={"sub": "y", "canon": "c"})
    add(project, a_set(span, DocumentLabel(new_id(), "document", "kind", "call")))
    with pytest.raises(PeymanError) as refusal:
        plan(project, schema, Usage.of(project))
    assert refusal.value.code == "schema_strands"
    assert refusal.value.data["count"] == 1
    assert str(refusal.value.data["entry"]).startswith(entry)


def test_a_new_clash_of_keys_is_refused_and_an_old_one_is_not(project: Project) -> None:
    body = BODY.replace('key = "2"', 'key = "T"')
    with refused("schema_key_taken"):
        plan(project, parse_schema(body, "edited"), Usage.of(project))
    project.apply(schema_edit(project, Plan(parse_schema(body, "edited"), (), (), 0)))
    renamed = parse_schema(body.replace("الف", "آلفا"), "edited")
    assert changed(project, renamed).schema.label("entity", "A").names("fa") == "آلفا"


@given(st.integers(0, 10_000), st.lists(steps(), max_size=5))
@settings(max_examples=20)
def test_read_as_now_a_set_has_nothing_merged_and_nothing_twice(seed: int, sequence: list[Step]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, _made(Path(folder, "p.peyman")) as project:
        _filled(project, seed)
        draft = Draft(SMALL)
        for step in sequence:
            taken(draft, step)
        schema = draft.schema
        for number in _sets(project):
            annotations = project.annotation_set(number)
            now = as_now(annotations, schema)
            assert set(now.annotations) <= set(annotations.annotations)
            if not schema.has_merges:
                assert now is annotations
            # What came in twice may be there twice; merging makes no second one.
            places, before = (Counter(map(place_of, one.annotations.values())) for one in (now, annotations))
            assert max(before.values(), default=0) > 1 or max(places.values(), default=0) <= 1
            for record in now.annotations.values():
                if isinstance(record, Span | Relation):
                    label = schema.label(record.layer, record.label)
                    assert not label.merged_into
                if isinstance(record, Relation):
                    assert now.span(record.source)
                    assert now.span(record.target)
