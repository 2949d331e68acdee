"""Undo and redo: whatever was done, in whatever article, by whomever, before or after a restart.

The machine works on a real project file with two articles and two annotators. After every step three things
must agree: the sets kept in memory (each edit applied to them), the sets read from the file, and what the
machine remembers of each annotator's past, which knows nothing of edits: a list of whole states and a place in it.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core.making import MEMORY, RUSSIAN, article, label, make_project, refused
from peyman.core.edits import Edit, Editor, History, applied, combined
from peyman.core.errors import PeymanError
from peyman.core.model import Annotation, AnnotationSet, Json, Relation, SetState, Span
from peyman.core.project import Project

PEOPLE = ("سارا", "علی‌رضا")
TEXTS = ("استاندار اردبیل وعدهٔ ساخت پل را داد 🙂 و رفت.", RUSSIAN[:48])
LABELS = {"entity": ("PER", "ORG", "FAC"), "commitment": ("plan", "pledge"), "argument": ("ARG",)}
ROLES = ("source", "object", "place")
ATTRIBUTES: Mapping[str, tuple[Json, ...]] = {
    "status": ("agreed", "completed", None),
    "sectors": (["trade", "energy"], [], None),
    "canon": ("a", "ب", None),
    "sub": ("gov", "site", None),
    "norm": ({"value": 20, "unit": "%"}, None),
    "odd": (1.5, True, None),
}
NOTES = ("", "یادداشت", "note\n2")
STATES = ("new", "in_progress", "finished", "skipped")

# All there is of one set: what the machine remembers.
Content = tuple[SetState, Mapping[UUID, Annotation]]
Memory = dict[int, Content]

places = st.integers(0, min(map(len, TEXTS)))


def content(annotations: AnnotationSet) -> Content:
    return annotations.state, annotations.annotations


class Past:
    """One annotator's remembered states; undo and redo only move the place."""

    def __init__(self, start: Memory) -> None:
        self.states = [start]
        self.names: list[str] = []
        self.place = 0

    def add(self, name: str, state: Memory) -> None:
        del self.states[self.place + 1 :], self.names[self.place :]
        self.states.append(state)
        self.names.append(name)
        self.place += 1


class Machine(RuleBasedStateMachine):
    """Rules pick from what is there by number, so that a shrunk failure stays readable."""

    folder: Path
    project: Project
    sets: dict[int, AnnotationSet]
    pasts: dict[str, Past]
    articles: tuple[int, ...]

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        documents = [article(f"{number}.txt", text) for number, text in enumerate(TEXTS)]
        self.project = make_project(self.folder / "p.peyman", *documents, annotator=PEOPLE[0])
        self.articles = tuple(self.project.document_numbers())
        self.sets, self.own, self.pasts = {}, {}, {}
        for person in PEOPLE:
            self.project.work_as(person)
            for number in self.articles:
                own = self.project.own_set(number)
                self.sets[own.number] = own
                self.own[person, number] = own.number
            self.pasts[person] = Past(self._memory(person))
        self.person, self.article = PEOPLE[0], self.articles[0]
        self.project.work_as(self.person)
        self.last: Edit | None = None

    def teardown(self) -> None:
        try:
            for person in PEOPLE:
                self._work_as(person)
                self._undo_and_redo_everything()
            assert self.project.check() == []
            self.project.close()
            assert [file.name for file in self.folder.iterdir()] == ["p.peyman"]
        finally:
            self.project.close()
            shutil.rmtree(self.folder)

    def _undo_and_redo_everything(self) -> None:
        past = self.pasts[self.person]
        last = past.place
        while past.place:
            self.undo()
        assert self._memory(self.person) == past.states[0]
        assert all(annotations == {} and state.state == "new" for state, annotations in past.states[0].values())
        while past.place < last:
            self.redo()
        assert self._memory(self.person) == past.states[last]

    # What is at hand

    def _memory(self, person: str) -> Memory:
        return {number: content(self.sets[number]) for (who, _), number in self.own.items() if who == person}

    @property
    def annotations(self) -> AnnotationSet:
        return self.sets[self.own[self.person, self.article]]

    @property
    def editor(self) -> Editor:
        document = self.project.document(self.article)
        return Editor(document, self.annotations, self.project.schema)

    def _span(self, number: int, layers: Iterable[str] = tuple(LABELS)) -> Span | None:
        spans = [span for span in self.annotations.spans if span.layer in layers]
        return spans[number % len(spans)] if spans else None

    # What is done

    def _do(self, build: Callable[[], Edit]) -> None:
        """Save an edit, adopt it in memory, and remember what the set became; a refusal changes nothing."""
        try:
            edit = build()
        except PeymanError as error:
            assert error.code.startswith(("span_", "role_"))  # noqa: PT017 - a refusal is one way to go on
            return
        step = self.project.apply(edit)
        assert (step > 0) == bool(edit.changes)
        if step:
            self._adopt(edit)
            self.pasts[self.person].add(edit.name, self._memory(self.person))
            self.last = edit

    def _adopt(self, edit: Edit) -> None:
        for number in edit.set_numbers:
            self.sets[number] = applied(self.sets[number], edit)

    @rule(layer=st.sampled_from(tuple(LABELS)), label=st.integers(0, 2), start=places, length=st.integers(1, 9))
    def add_span(self, layer: str, label: int, start: int, length: int) -> None:
        name = LABELS[layer][label % len(LABELS[layer])]
        before = set(self.annotations.annotations)
        self._do(lambda: self.editor.add_span(layer, name, start, start + length, attributes={"odd": 1.5}))
        added = [self.annotations.annotations[key] for key in self.annotations.annotations if key not in before]
        for span in added:
            assert isinstance(span, Span)
            assert (span.layer, span.label, span.start, span.end) == (layer, name, start, start + length)

    @rule(start=places, length=st.integers(3, 9))
    def add_span_of_fragments(self, start: int, length: int) -> None:
        parts = ((start, start + 1), (start + length - 1, start + length))
        self._do(lambda: self.editor.add_span("entity", "ORG", start, start + length, fragments=parts))

    @precondition(lambda self: self._span(0))
    @rule(which=st.integers(0, 9), label=st.integers(0, 2))
    def relabel(self, which: int, label: int) -> None:
        span = self._span(which)
        assert span is not None
        self._do(lambda: self.editor.relabel(span, LABELS[span.layer][label % len(LABELS[span.layer])]))

    @precondition(lambda self: self._span(0))
    @rule(which=st.integers(0, 9), start=places, length=st.integers(1, 9))
    def move(self, which: int, start: int, length: int) -> None:
        span = self._span(which)
        assert span is not None
        self._do(lambda: self.editor.move_span(span, start, start + length))

    @precondition(lambda self: self._span(0))
    @rule(which=st.integers(0, 9), name=st.sampled_from(tuple(ATTRIBUTES)), value=st.integers(0, 2))
    def set_attribute(self, which: int, name: str, value: int) -> None:
        span = self._span(which)
        assert span is not None
        chosen = ATTRIBUTES[name][value % len(ATTRIBUTES[name])]
        self._do(lambda: self.editor.set_attributes(span, {name: chosen}))

    @precondition(lambda self: self.annotations.annotations)
    @rule(which=st.integers(0, 20), note=st.sampled_from(NOTES), doubt=st.booleans())
    def write_note(self, which: int, note: str, doubt: bool) -> None:
        found = [a for a in self.annotations.annotations.values() if isinstance(a, Span | Relation)]
        if not found:
            return
        about = found[which % len(found)]
        if doubt and isinstance(about, Span):
            self._do(lambda: self.editor.set_doubt(about, note))
        else:
            self._do(lambda: self.editor.set_note(about, note))

    @precondition(lambda self: self.annotations.annotations)
    @rule(which=st.integers(0, 20), more=st.none() | st.integers(0, 20))
    def remove(self, which: int, more: int | None) -> None:
        there = list(self.annotations.annotations.values())
        chosen = [there[number % len(there)] for number in (which, more) if number is not None]
        self._do(lambda: self.editor.remove(*chosen))
        left = self.annotations.annotations
        assert not any(annotation.id in left for annotation in chosen)
        assert all(r.source in left and r.target in left for r in self.annotations.relations)

    @precondition(lambda self: self._span(0, ["commitment"]))
    @rule(which=st.integers(0, 9), role=st.sampled_from(ROLES), filler=st.integers(0, 9))
    def fill_role(self, which: int, role: str, filler: int) -> None:
        commitment, span = self._span(which, ["commitment"]), self._span(filler)
        assert commitment is not None
        assert span is not None
        self._do(lambda: self.editor.fill_role(commitment, role, span))

    @precondition(lambda self: self._span(0, ["commitment"]))
    @rule(which=st.integers(0, 9), role=st.sampled_from(ROLES), start=places, length=st.integers(1, 9))
    def fill_role_with_text(self, which: int, role: str, start: int, length: int) -> None:
        commitment = self._span(which, ["commitment"])
        assert commitment is not None
        self._do(lambda: self.editor.fill_role_with_text(commitment, role, start, start + length))

    @rule(field=st.sampled_from(["mode", "parties"]), value=st.sampled_from(["video", ["GPE:IR"], [], {}, None]))
    def answer_about_the_document(self, field: str, value: Json) -> None:
        self._do(lambda: self.editor.set_document_label(field, value))

    @rule(state=st.sampled_from(STATES), note=st.sampled_from(NOTES))
    def set_state(self, state: str, note: str) -> None:
        self._do(lambda: self.editor.set_state(state, note))  # type: ignore[arg-type]

    @rule(spots=st.lists(places, min_size=2, max_size=4, unique=True), finish=st.booleans())
    def do_several_things_at_once(self, spots: list[int], finish: bool) -> None:
        def build() -> Edit:
            edits = [self.editor.add_span("entity", "PER", spot, spot + 1) for spot in spots]
            return combined("several", [*edits, self.editor.set_state("finished")] if finish else edits)

        self._do(build)

    @precondition(lambda self: self.last is not None)
    @rule()
    def repeat_the_last_edit(self) -> None:
        """It no longer fits, or it never will again: nothing may come of it."""
        assert self.last is not None
        if any(self._record(change.set_number, change.record.id) != change.before for change in self.last.changes):
            try:
                self.project.apply(self.last)
            except PeymanError as error:
                assert error.code == "edit_stale"  # noqa: PT017
            else:
                raise AssertionError("a stale edit was taken")

    def _record(self, number: int, key: UUID) -> Annotation | SetState | None:
        annotations = self.sets[number]
        return annotations.state if key == annotations.state.id else annotations.annotations.get(key)

    # Undo, redo, and the rest of a day

    @rule()
    def undo(self) -> None:
        past = self.pasts[self.person]
        edit = History(self.project).undo()
        assert (edit is None) == (past.place == 0)
        if edit is not None:
            past.place -= 1
            assert edit.name == past.names[past.place]
            self._adopt(edit)

    @rule()
    def redo(self) -> None:
        past = self.pasts[self.person]
        edit = History(self.project).redo()
        assert (edit is None) == (past.place == len(past.names))
        if edit is not None:
            assert edit.name == past.names[past.place]
            past.place += 1
            self._adopt(edit)

    @rule(number=st.integers(0, 1))
    def turn_to_article(self, number: int) -> None:
        self.article = self.articles[number]

    @rule(number=st.integers(0, 1))
    def change_places(self, number: int) -> None:
        self._work_as(PEOPLE[number])

    def _work_as(self, person: str) -> None:
        self.person = person
        self.project.work_as(person)

    @rule()
    def close_and_open(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path)
        assert self.project.annotator == self.person

    # What always holds

    @invariant()
    def memory_file_and_remembered_state_are_one(self) -> None:
        for number, annotations in self.sets.items():
            read = self.project.annotation_set(number)
            assert read == annotations
            assert list(read.annotations) == list(annotations.annotations)
        for person, past in self.pasts.items():
            assert self._memory(person) == past.states[past.place]

    @invariant()
    def history_offers_what_can_be_undone_and_redone(self) -> None:
        past, history = self.pasts[self.person], History(self.project)
        undo, redo = history.next_undo(), history.next_redo()
        assert (undo and undo.name) == (past.names[past.place - 1] if past.place else None)
        assert (redo and redo.name) == (past.names[past.place] if past.place < len(past.names) else None)


def test_memory_file_and_remembered_state_agree_through_any_day_of_work() -> None:
    run_state_machine_as_test(Machine, settings=settings(max_examples=30, stateful_step_count=40))


# The same by hand, short enough to read --------------------------------------------------------------------------


def _quotes(project: Project) -> list[list[str]]:
    return [[span.quote for span in project.own_set(number).spans] for number in project.document_numbers()]


def test_undo_reaches_across_articles_and_restarts(project: Project) -> None:
    first, second = project.document_numbers()
    label(project, 0, 13, number=first)
    label(project, 0, 10, number=second)
    project.close()
    with Project.open(project.path) as again:
        assert _quotes(again) == [["علی‌رضا احمدی"], ["Губернатор"]]
        edit = History(again).undo()
        assert edit is not None
        assert again.document_of_set(edit.set_numbers[0]) == second
        assert _quotes(again) == [["علی‌رضا احمدی"], []]
    with Project.open(project.path) as again:
        assert History(again).undo() is not None
        assert _quotes(again) == [[], []]
        assert [again.own_set(number).state.state for number in (first, second)] == ["new", "new"]
        assert History(again).undo() is None
        assert History(again).redo() is not None
        assert History(again).redo() is not None
        assert History(again).redo() is None
        assert _quotes(again) == [["علی‌رضا احمدی"], ["Губернатор"]]


def test_a_new_edit_after_undo_leaves_nothing_to_redo(project: Project) -> None:
    first, second = project.document_numbers()
    label(project, 0, 13, number=first)
    History(project).undo()
    label(project, 0, 10, number=second)
    assert History(project).next_redo() is None
    assert History(project).redo() is None
    assert _quotes(project) == [[], ["Губернатор"]]


def test_nobody_undoes_what_somebody_else_did(project: Project) -> None:
    first, _ = project.document_numbers()
    label(project, 0, 13, number=first)
    project.work_as("علی‌رضا")
    assert History(project).next_undo() is None
    label(project, 0, 7, number=first)
    History(project).undo()
    assert History(project).undo() is None
    project.work_as("سارا")
    assert _quotes(project)[0] == ["علی‌رضا احمدی"]
    assert History(project).next_redo() is None
    assert History(project).undo() is not None


def test_a_long_day_is_taken_back_and_brought_again_whole(project: Project) -> None:
    """More steps than are read of the log at once."""
    first, _ = project.document_numbers()
    document, history = project.document(first), History(project)
    label(project, 0, 13, number=first)
    for number in range(110):
        own = project.own_set(first)
        project.apply(Editor(document, own, project.schema).set_note(own.spans[0], str(number)))
    last = project.own_set(first)
    assert sum(1 for _ in iter(history.undo, None)) == 111
    assert project.own_set(first).annotations == {}
    assert sum(1 for _ in iter(history.redo, None)) == 111
    assert project.own_set(first) == last


def test_what_was_undone_may_have_become_impossible(project: Project) -> None:
    first, _ = project.document_numbers()
    own = project.own_set(first)
    label(project, 0, 13, number=first)
    labelled = project.own_set(first)
    History(project).undo()
    with project.batch("import"):
        project.add_set(first, labelled)
    with refused("edit_stale"):
        History(project).redo()
    assert project.own_set(first).annotations == labelled.annotations
    assert project.check() == []
    assert own.number == labelled.number
