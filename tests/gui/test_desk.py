"""What keys mean while annotating: labels, commitments and roles, without any widget."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peyman.core.decode import text_hash
from peyman.core.edits import Gap
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotationSet, Document, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema
from peyman.gui.annotate.desk import Desk
from peyman.gui.annotate.offers import Offers
from peyman.gui.session import Session
from peyman.gui.tasks import Tasks
from peyman.paths import resource

TEXTS = {
    "a.txt": "استاندار اردبیل گفت: راه را در سه ماه می‌سازیم. وی از باکو سپاسگزاری کرد.",
    "b.txt": "وزیر اقتصاد وارد باکو شد.",
}


@pytest.fixture(scope="module")
def schema() -> Schema:
    path = resource("schemas", "commitnews.toml")
    return parse_schema(path.read_text(encoding="utf-8"), path.name)


def document(name: str, text: str) -> Document:
    tokens = tuple((m.start(), m.end()) for m in re.finditer(r"[\w\u200c]+|[^\w\s]", text))
    return Document(new_id(), name, name, text, text_hash(text), "fa", "rtl", tokens)


@pytest.fixture
def session(qapp: object, tmp_path: Path, schema: Schema) -> Iterator[Session]:
    with Project.create(tmp_path / "p.peyman", annotator="سارا", schema=schema) as project:
        with project.batch("import"):
            for name, text in TEXTS.items():
                project.add_document(document(name, text))
        yield Session(project)


@pytest.fixture
def offers(session: Session) -> Offers:
    """Nothing is offered here: the word lists are not read."""
    return Offers(session, Tasks(), wanted=False)


@pytest.fixture
def desk(session: Session, offers: Offers) -> Desk:
    desk = Desk(session, offers)
    session.show_document(1)
    return desk


def spans(session: Session) -> list[tuple[str, str]]:
    assert session.annotations is not None
    return [(span.label, span.quote) for span in session.annotations.spans]


def mode(desk: Desk) -> str:
    return desk.mode


def state(session: Session) -> str:
    assert session.annotations is not None
    return session.annotations.state.state


def roles(session: Session) -> list[tuple[str, str]]:
    annotations = session.annotations
    assert annotations is not None
    fillers = [(r.label, annotations.span(r.target)) for r in annotations.relations]
    return [(label, filler.quote) for label, filler in fillers if filler is not None]


def test_a_label_key_labels_the_word_under_the_cursor_at_once(desk: Desk, session: Session) -> None:
    desk.move_cursor("word", 1)
    assert desk.key("4")
    assert spans(session) == [("GPE", "اردبیل")]
    assert desk.selected is not None


def test_a_label_key_on_a_selected_span_relabels_it(desk: Desk, session: Session) -> None:
    desk.key("1")
    desk.key("2")
    assert spans(session) == [("ROLE", "استاندار")]


def test_several_words_then_inside_them_another(desk: Desk, session: Session) -> None:
    desk.move_cursor("word", 1, extend=True)
    desk.key("2")
    desk.move_cursor("word", 1)
    assert desk.cursor is not None
    assert session.document is not None
    assert session.document.text[slice(*desk.cursor.word)] == "گفت"
    desk.move_cursor("word", -1)
    desk.key("4")
    assert spans(session) == [("ROLE", "استاندار اردبیل"), ("GPE", "اردبیل")]


def test_around_a_span_grows_another(desk: Desk, session: Session) -> None:
    """By words to either side, and by lines or to a line's edge."""
    assert session.document is not None
    text = session.document.text
    desk.go_to(text.index("سه"))
    desk.move_cursor("word", 1, extend=True)
    desk.key("9")
    ways: list[tuple[Callable[[], None], str]] = [
        (lambda: desk.move_cursor("word", -1, extend=True), "در سه ماه"),
        (lambda: desk.move_cursor("word", 1, extend=True), "سه ماه می‌سازیم"),
        (lambda: desk.go_to(text.index("راه"), extend=True), "راه را در سه ماه"),
        (lambda: desk.go_to(text.index("وی"), extend=True), "سه ماه می‌سازیم. وی"),
    ]
    for how, quote in ways:
        desk.step_span(1)
        how()
        assert desk.selection is not None
        assert text[slice(*desk.selection)] == quote
    desk.step_span(1)
    desk.move_cursor("word", -1, extend=True)
    desk.key("7")
    assert spans(session) == [("EVENT", "در سه ماه"), ("DATE", "سه ماه")]


def test_the_ends_of_selected_text_move_too(desk: Desk, session: Session) -> None:
    """Both of them, before there is a span: a word first, then what was made of it."""
    desk.move_cursor("word", 1)
    desk.move_edge("end", 1, "word")
    desk.move_edge("start", -1, "word")
    desk.move_edge("end", -1, "word")
    assert desk.selection == (0, 15)
    desk.move_edge("end", -1, "grapheme")
    assert spans(session) == []
    desk.key("2")
    assert spans(session) == [("ROLE", "استاندار اردبی")]


def test_crossing_is_refused_in_words_and_changes_nothing(desk: Desk, session: Session, qtbot: QtBot) -> None:
    desk.move_cursor("word", 1, extend=True)
    desk.key("2")
    desk.go_to(9)
    desk.move_cursor("word", 1, extend=True)
    with qtbot.waitSignal(session.failed) as caught:
        desk.key("3")
    assert isinstance(caught.args[0], PeymanError)
    assert caught.args[0].code == "span_crosses"
    assert "اردبیل گفت" in str(caught.args[0])
    assert spans(session) == [("ROLE", "استاندار اردبیل")]


def test_the_sentence_becomes_a_commitment_by_two_keys(desk: Desk, session: Session) -> None:
    desk.start_commitment()
    assert mode(desk) == "type"
    assert spans(session) == []
    desk.key("2")
    assert spans(session) == [("pledge", "استاندار اردبیل گفت: راه را در سه ماه می‌سازیم")]
    assert mode(desk) == "read"
    assert desk.commitment is not None


def commitment_with_entities(desk: Desk) -> None:
    desk.move_cursor("word", 1, extend=True)
    desk.key("2")
    desk.start_commitment()
    desk.key("2")


def test_a_role_takes_its_key_and_a_hint(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    desk.key("S")
    assert mode(desk) == "role"
    (hint,) = desk.hints
    desk.key(hint)
    assert roles(session) == [("source", "استاندار اردبیل")]
    assert mode(desk) == "read"
    assert desk.selected == desk.commitment


def test_a_wrong_hint_says_so_and_keeps_asking(desk: Desk, session: Session, qtbot: QtBot) -> None:
    commitment_with_entities(desk)
    desk.key("S")
    with qtbot.waitSignal(session.failed):
        desk.key("Z")
    assert mode(desk) == "role"
    assert roles(session) == []


def test_other_text_fills_a_role_as_an_argument(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    desk.key("T")
    desk.go_to(TEXTS["a.txt"].index("سه"))
    desk.move_cursor("word", 1, extend=True)
    desk.confirm()
    assert roles(session) == [("deadline", "سه ماه")]
    assert ("ARG", "سه ماه") in spans(session)
    assert mode(desk) == "read"


def test_text_selected_first_fills_by_the_role_key_alone(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    start = TEXTS["a.txt"].index("باکو")
    desk.select_text(start, start + 4)
    desk.key("L")
    assert roles(session) == [("place", "باکو")]


def test_a_filler_may_lie_outside_and_goes_with_its_only_role(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    start = TEXTS["a.txt"].index("باکو")
    desk.select_text(start, start + 4)
    desk.key("L")
    annotations = session.annotations
    assert annotations is not None
    desk.remove_role(annotations.relations[0].id)
    assert roles(session) == []
    assert ("ARG", "باکو") not in spans(session)
    session.undo()
    assert roles(session) == [("place", "باکو")]


def test_without_a_commitment_role_keys_say_what_they_want(desk: Desk, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed) as caught:
        assert desk.key("S")
    assert caught.args[0].code == "desk_no_commitment"
    assert mode(desk) == "read"


def test_what_waits_for_its_type_follows_the_selection(desk: Desk, session: Session) -> None:
    desk.start_commitment()
    desk.move_cursor("word", 1)
    desk.move_cursor("word", 1, extend=True)
    desk.key("1")
    assert spans(session) == [("agreement", "اردبیل گفت")]


def test_hidden_arguments_are_neither_walked_nor_hinted(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    start = TEXTS["a.txt"].index("باکو")
    desk.select_text(start, start + 4)
    desk.key("L")
    desk.shows_arguments = False
    desk.key("W")
    assert len(desk.hints) == 1
    desk.escape()
    walked = set()
    for _ in range(5):
        desk.step_span(1)
        assert desk.selected is not None
        walked.add(desk.selected.layer)
    assert walked == {"entity", "commitment"}


def test_hints_follow_what_undo_takes_away(desk: Desk, session: Session) -> None:
    commitment_with_entities(desk)
    desk.place_cursor(TEXTS["a.txt"].index("باکو"))
    desk.key("4")
    assert desk.commitment is not None
    desk.select_span(desk.commitment.id)
    desk.key("W")
    assert len(desk.hints) == 2
    session.undo()
    assert (mode(desk), len(desk.hints)) == ("role", 1)


def test_escape_leaves_one_thing_at_a_time(desk: Desk) -> None:
    commitment_with_entities(desk)
    desk.key("S")
    desk.escape()
    assert mode(desk) == "read"
    assert desk.selected is not None
    desk.escape()
    assert desk.selected is None
    assert desk.commitment is not None
    desk.escape()
    assert desk.commitment is None


def test_ends_move_by_words_and_never_pass_each_other(desk: Desk, session: Session) -> None:
    desk.key("3")
    desk.move_edge("end", 1, "word")
    assert spans(session) == [("ORG", "استاندار اردبیل")]
    desk.move_edge("start", 1, "word")
    desk.move_edge("start", 1, "word")
    desk.move_edge("start", 1, "word")
    assert spans(session) == [("ORG", "اردبیل")]
    desk.move_edge("end", -1, "grapheme")
    assert spans(session) == [("ORG", "اردبی")]


def test_undo_reaches_into_the_other_document_and_shows_it(desk: Desk, session: Session) -> None:
    desk.key("1")
    session.show_document(2)
    desk.key("2")
    session.undo()
    assert (session.document_number, spans(session)) == (2, [])
    session.undo()
    assert (session.document_number, spans(session)) == (1, [])
    session.redo()
    assert spans(session) == [("PER", "استاندار")]
    session.redo()
    assert (session.document_number, spans(session)) == (2, [("ROLE", "وزیر")])


def test_finishing_tells_of_gaps_first(desk: Desk, session: Session, qtbot: QtBot) -> None:
    desk.start_commitment()
    desk.key("1")
    with qtbot.waitSignal(desk.gaps_found) as caught:
        desk.finish()
    found: list[Gap] = caught.args[0]
    assert [gap.missing for gap in found] == [("status", "modality", "specificity"), ()]
    assert session.annotations is not None
    assert state(session) == "in_progress"
    with qtbot.waitSignal(desk.finished):
        desk.finish(in_spite_of_gaps=True)
    assert state(session) == "finished"


def test_defaults_come_by_one_key_and_never_overwrite(desk: Desk, session: Session) -> None:
    desk.start_commitment()
    desk.key("1")
    assert desk.selected is not None
    desk.set_attribute(desk.selected.id, "polarity", "negative")
    desk.fill_defaults()
    assert desk.selected.attributes == {
        "polarity": "negative",
        "conditionality": "unconditional",
        "evidence": "none",
        "deadline_type": "none",
    }


def test_a_click_again_takes_the_next_span_out(desk: Desk, session: Session) -> None:
    desk.move_cursor("word", 1, extend=True)
    desk.key("2")
    desk.go_to(9)
    desk.key("4")
    annotations = session.annotations
    assert annotations is not None
    outer, inner = (span.id for span in annotations.spans)
    desk.escape()
    desk.cycle([inner, outer])
    assert desk.selected is not None
    assert desk.selected.id == inner
    desk.cycle([inner, outer])
    assert desk.selected.id == outer
    desk.cycle([])
    assert desk.selected is None


def test_others_work_is_shown_but_my_first_label_begins_my_own(
    session: Session, offers: Offers, qtbot: QtBot
) -> None:
    number = 2
    text = TEXTS["b.txt"]
    theirs = Span(new_id(), "entity", "ROLE", 0, 11, text[:11])
    state = SetState(new_id(), "finished")
    document_id = session.project.document(number).id
    with session.project.batch("import"):
        session.project.add_set(
            number, AnnotationSet(state.id, 0, document_id, "رضا", "annotation", state, {theirs.id: theirs})
        )
    desk = Desk(session, offers)
    session.show_document(number)
    assert not session.own
    assert spans(session) == [("ROLE", "وزیر اقتصاد")]
    desk.step_span(1)
    with qtbot.waitSignal(desk.said):
        desk.key("3")
    assert session.own
    assert spans(session) == [("ORG", "وزیر اقتصاد")]
    infos = {info.annotator: info.entities for info in session.project.set_infos(number)}
    assert infos == {"رضا": 1, "سارا": 1}
