"""The inspector: it shows spans, roles, notes and history, and gives out what a person wants, losing nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.side import annotated, choices, chosen, click, dispose, press, row_of, show, speaking, type_text, typed
from peyman.core.edits import Edit, Editor, applied
from peyman.core.journal import Version
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Json, Span
from peyman.core.schema import Schema
from peyman.gui.annotate.cells import FillerCell, KeyCell
from peyman.gui.annotate.inspector import Inspector, InspectorState
from peyman.gui.annotate.remarks import UNSURE
from peyman.gui.annotate.version_list import MOST, what_changed
from peyman.gui.i18n import Language
from peyman.gui.wording import doubt_words, edit_words, moment


class Bench:
    """An inspector beside a field that stands for the article, and an annotation set that its answers change."""

    def __init__(self, item: AnnotatedDocument, schema: Schema, language: Language) -> None:
        assert item.annotations is not None
        self.document: Document = item.document
        self.annotations: AnnotationSet = item.annotations
        self.schema = schema
        self.language = language
        self.selected: UUID | None = None
        self.read_only = False
        self.versions: list[Version] = []
        self.asked_history = 0
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.article = QPlainTextEdit()
        self.article.setFixedHeight(40)
        self.inspector = Inspector()
        column.addWidget(self.article)
        column.addWidget(self.inspector)
        self.heard: list[tuple[object, ...]] = []
        inspector = self.inspector
        for name in (
            "attribute_changed", "defaults_requested", "note_changed", "doubt_changed", "role_requested",
            "role_removed", "span_requested", "remove_requested", "document_label_changed", "left",
        ):  # fmt: skip
            getattr(inspector, name).connect(lambda *values, name=name: self.heard.append((name, *values)))
        inspector.attribute_changed.connect(self._set_attribute)
        inspector.note_changed.connect(lambda span, note: self._edit(span, lambda e, s: e.set_note(s, note)))
        inspector.doubt_changed.connect(lambda span, doubt: self._edit(span, lambda e, s: e.set_doubt(s, doubt)))
        inspector.document_label_changed.connect(self._set_document_label)

    def _set_attribute(self, span: UUID, name: str, value: Json) -> None:
        self._edit(span, lambda editor, found: editor.set_attributes(found, {name: value}))

    def _set_document_label(self, name: str, value: Json) -> None:
        self.perform(self.editor().set_document_label(name, value))

    def _edit(self, span: UUID, build: Callable[[Editor, Span], Edit]) -> None:
        found = self.annotations.span(span)
        assert found is not None
        self.perform(build(self.editor(), found))

    def editor(self) -> Editor:
        return Editor(self.document, self.annotations, self.schema)

    def perform(self, edit: Edit) -> None:
        self.annotations = applied(self.annotations, edit)
        self.show()

    def select(self, span: Span | None) -> None:
        self.selected = span.id if span else None
        self.show()

    def show(self) -> None:
        self.inspector.show_state(
            InspectorState(
                self.document, self.annotations, self.span, self.schema, self.language,
                read_only=self.read_only, set_label="Sara", history=self._history,
            )
        )  # fmt: skip

    def _history(self, _span: Span) -> Sequence[Version]:
        self.asked_history += 1
        return self.versions

    @property
    def span(self) -> Span | None:
        return self.annotations.span(self.selected) if self.selected else None

    @property
    def now(self) -> Span:
        assert self.span is not None
        return self.span

    def of(self, **wanted: str) -> list[Span]:
        """The spans with this layer or label, in reading order."""
        return [s for s in self.annotations.spans if all(getattr(s, k) == v for k, v in wanted.items())]

    def busiest(self) -> Span:
        """The commitment with the most roles."""
        return max(self.of(layer="commitment"), key=lambda span: len(self.annotations.roles_of(span.id)))

    def said(self, name: str) -> list[tuple[object, ...]]:
        return [heard[1:] for heard in self.heard if heard[0] == name]


@pytest.fixture
def english(qapp: QApplication, fonts: None) -> Iterator[Language]:
    with speaking(qapp, "en") as language:
        yield language


@pytest.fixture
def bench(schema: Schema, english: Language, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(annotated(schema)[0], schema, english)
    show(bench.window, 340, 900)
    yield bench
    dispose(bench.window)


# A span -------------------------------------------------------------------------------------------------------------


def test_a_span_says_what_it_is(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    card = bench.inspector.card
    assert card.isVisible()
    assert not bench.inspector.article.isVisible()
    label = bench.schema.label("commitment", span.label)
    assert card.plate.accessibleName() == label.names("en")
    assert card.kind.text() == "Commitment · commissive"
    assert card.quote.accessibleName() == " ".join(span.quote.split())
    assert str(span.start) in card.position.text()
    assert str(bench.document.text.count("\n", 0, span.start) + 1) in card.position.text()
    assert chosen(choices(card.form, "status")) == [span.attributes["status"]]


def test_a_quote_keeps_to_its_lines(bench: Bench) -> None:
    quote = bench.inspector.card.quote
    for span in sorted(bench.annotations.spans, key=lambda span: len(span.quote)):
        bench.select(span)
        lines = quote.shown_lines()
        assert 1 <= len(lines) <= 4
        whole = " ".join(span.quote.split())
        joined = " ".join(lines)
        if joined.endswith("…"):
            assert whole.startswith(joined.rstrip("…\u200d "))  # Qt keeps the last letter joined
            assert quote.toolTip()
        else:
            assert joined == whole
        assert quote.height() >= quote.heightForWidth(quote.width())
        assert quote.heightForWidth(quote.width()) >= len(lines) * quote.fontMetrics().height()


def test_attributes_are_given_out_with_their_span(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    bench.inspector.enter_form()
    row_of(bench.inspector.form, "status").take_keyboard()
    press("6")
    assert bench.said("attribute_changed") == [(span.id, "status", "in_progress")]
    assert bench.now.attributes["status"] == "in_progress"
    assert bench.inspector.form.row("fulfilment") is not None
    assert not bench.inspector.form.handle_key("F9")
    bench.article.setFocus()
    assert not bench.inspector.form.has_focus()  # the keyboard is elsewhere


def test_defaults_are_offered_while_some_are_missing(bench: Bench, qtbot: QtBot) -> None:
    span = bench.busiest()
    bench.select(span)
    card = bench.inspector.card
    assert not card.defaults.isVisible()
    bench.perform(bench.editor().set_attributes(span, {"polarity": None}))
    assert card.defaults.isVisible()
    QApplication.processEvents()
    QTest.mouseClick(card.defaults, Qt.MouseButton.LeftButton)
    bench.inspector.enter_form()
    press("D")
    assert bench.said("defaults_requested") == [(span.id,), (span.id,)]


def test_deleting_and_leaving(bench: Bench) -> None:
    span = bench.of(layer="entity")[0]
    bench.select(span)
    QTest.mouseClick(bench.inspector.card.remove_button, Qt.MouseButton.LeftButton)
    bench.inspector.enter_form()
    press("Esc")
    assert bench.heard == [("remove_requested", span.id), ("left",)]


def test_a_span_of_a_label_the_schema_lacks_is_shown(bench: Bench) -> None:
    span = replace(bench.busiest(), label="oath", attributes={"solemn": True})
    bench.inspector.show_state(InspectorState(bench.document, bench.annotations, span, bench.schema, bench.language))
    assert bench.inspector.card.plate.accessibleName() == "oath"


# Roles --------------------------------------------------------------------------------------------------------------


def test_every_role_is_there_with_its_fillers(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    table = bench.inspector.card.roles
    relations = bench.annotations.roles_of(span.id)
    roles = [label.id for label in bench.schema.layer("role").labels]
    filled = [role for role in roles if any(relation.label == role for relation in relations)]
    assert [cell.value for cell, _fillers in table.rows] == filled
    assert [cell.value for cell in table.empty] == [role for role in roles if role not in filled]
    for cell, fillers in table.rows:
        spans = [bench.annotations.span(r.target) for r in relations if r.label == cell.value]
        assert [filler.text for filler in fillers] == [" ".join(s.quote.split()) for s in spans if s]
    assert all(cell.key for cell, _fillers in table.rows)
    assert all(cell.text in table.accessibleDescription() for cell, _fillers in table.rows)


def test_fillers_are_shown_and_removed_and_roles_filled_by_the_mouse(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    table = bench.inspector.card.roles
    relations = {r.id: r for r in bench.annotations.roles_of(span.id)}
    for cell, fillers in table.rows:
        click(table, cell)
        for filler in fillers:
            click(table, filler, table.place(filler).topLeft() + QPoint(6, 6))
            click(table, filler, filler.cross(table.place(filler), table.paints).center())
            [removed], [shown] = bench.said("role_removed")[-1], bench.said("span_requested")[-1]
            relation = relations[removed]  # type: ignore[index]
            assert (relation.label, relation.target) == (cell.value, shown)
            found = bench.annotations.span(relation.target)
            assert found is not None
            assert " ".join(found.quote.split()) == filler.text
    for cell in table.empty:
        click(table, cell)
    names = [cell.value for cell, _fillers in table.rows] + [cell.value for cell in table.empty]
    assert bench.said("role_requested") == [(name,) for name in names]
    assert len(bench.said("role_removed")) == len(relations)


@pytest.mark.parametrize("width", [280, 300, 340, 420])
@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_the_tables_lie_well_at_every_width(bench: Bench, code: str, width: int) -> None:
    bench.language.install(code)
    for span in (bench.busiest(), *bench.of(layer="argument")[:3]):
        bench.select(span)
        bench.window.resize(width, 900)
        QApplication.processEvents()
        QApplication.processEvents()
        for table in (bench.inspector.card.roles, bench.inspector.card.parts):
            if not table.isVisible():
                continue
            assert table.height() >= table.heightForWidth(table.width())
            found = table.places()
            for number, (_cell, rect) in enumerate(found):
                assert table.rect().contains(rect)
                assert rect.height() >= table.fontMetrics().height()
                assert not any(rect.intersects(other) for _cell, other in found[:number])
            edges = [(cell, rect.right() if code == "fa" else -rect.left()) for cell, rect in found]
            keys = [edge for cell, edge in edges if isinstance(cell, KeyCell)]
            assert all(max(keys) >= edge for cell, edge in edges if isinstance(cell, FillerCell))
        assert bench.inspector.card.width() <= width


def test_what_a_filler_serves_in(bench: Bench) -> None:
    span = max(bench.annotations.spans, key=lambda span: len(bench.annotations.roles_filled_by(span.id)))
    bench.select(span)
    table = bench.inspector.card.parts
    relations = bench.annotations.roles_filled_by(span.id)
    assert len(relations) > 1
    assert table.isVisible()
    assert not bench.inspector.card.roles.isVisible()
    assert [cell.value for cell, _fillers in table.rows] == [relation.label for relation in relations]
    for _cell, [filler] in table.rows:
        click(table, filler, table.place(filler).topLeft() + QPoint(6, 6))
        click(table, filler, filler.cross(table.place(filler), table.paints).center())
    assert bench.said("span_requested") == [(relation.source,) for relation in relations]
    assert bench.said("role_removed") == [(relation.id,) for relation in relations]
    click(table, table.rows[0][0])
    assert bench.said("role_requested") == []
    alone = next(s for s in bench.of(layer="entity") if not bench.annotations.roles_filled_by(s.id))
    bench.select(alone)
    assert not table.isVisible()


def test_roles_follow_edits(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    table = bench.inspector.card.roles
    empty = table.empty[0].value
    filler = bench.of(layer="entity")[0]
    bench.perform(bench.editor().fill_role(span, empty, filler))
    assert [f.text for cell, fillers in table.rows if cell.value == empty for f in fillers] == [filler.quote]
    assert empty not in [cell.value for cell in table.empty]


def test_a_part_has_no_attributes_but_a_note(bench: Bench) -> None:
    bench.select(bench.of(layer="argument")[0])
    assert not bench.inspector.card.form_head.isVisible()
    assert bench.inspector.enter_form()
    assert bench.inspector.card.note.hasFocus()


# Notes and doubts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Ctrl+Enter", "Esc"])
def test_a_note_is_given_out_by_key(bench: Bench, key: str) -> None:
    span = bench.of(layer="entity")[0]
    bench.select(span)
    assert bench.inspector.focus_note()
    type_text("سال ")
    press("Enter")
    type_text("۲")
    assert bench.heard == []
    press(key)
    assert bench.heard == [("note_changed", span.id, "سال \n۲"), ("left",)]
    bench.article.setFocus()
    assert len(bench.heard) == 2


def test_a_note_is_given_out_when_the_focus_goes(bench: Bench) -> None:
    span = bench.of(layer="entity")[0]
    bench.select(span)
    bench.inspector.focus_note()
    bench.article.setFocus()
    assert bench.heard == []
    bench.inspector.focus_note()
    type_text("?")
    bench.article.setFocus()
    assert bench.heard == [("note_changed", span.id, "?")]


def test_a_note_runs_its_own_way(bench: Bench) -> None:
    note = bench.inspector.card.note
    for text, direction in (
        ("ASPROMO شرکتی بزرگ است", Qt.LayoutDirection.RightToLeft),
        ("year not in «متن»", Qt.LayoutDirection.LeftToRight),
    ):
        span = bench.of(layer="entity")[0]
        bench.select(span)
        bench.perform(bench.editor().set_note(span, text))
        assert note.toPlainText() == text
        assert note.document().defaultTextOption().textDirection() == direction
    assert note.sizeHint().height() > 2 * note.fontMetrics().height()


def test_nothing_that_was_typed_is_lost_with_another_selection(bench: Bench) -> None:
    first, second = bench.of(label="ROLE")[:2]
    bench.select(first)
    bench.inspector.enter_form()
    row_of(bench.inspector.form, "canon").take_keyboard()
    type_text("!")
    bench.select(second)
    bench.inspector.focus_note()
    type_text("why?")
    bench.select(first)
    assert bench.said("attribute_changed") == [(first.id, "canon", f"{first.attributes['canon']}!")]
    assert bench.said("note_changed") == [(second.id, "why?")]
    assert bench.now.id == first.id
    assert bench.inspector.card.note.toPlainText() == first.note
    assert typed(bench.inspector.form, "canon").edit.text() == f"{first.attributes['canon']}!"
    bench.inspector.focus_note()
    type_text("…")
    bench.inspector.commit()  # the window closes
    assert bench.said("note_changed")[1:] == [(first.id, f"{first.note}…")]
    bench.select(None)
    assert len(bench.said("note_changed")) == 2


def test_what_was_typed_comes_before_what_is_clicked(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    bench.inspector.focus_note()
    type_text("see there")
    table = bench.inspector.card.roles
    click(table, table.rows[0][1][0], table.place(table.rows[0][1][0]).topLeft() + QPoint(6, 6))
    assert [name for name, *_values in bench.heard] == ["note_changed", "span_requested"]


def test_what_was_typed_about_a_deleted_span_goes_with_it(bench: Bench) -> None:
    span, other = bench.of(label="ROLE")[:2]
    bench.select(span)
    bench.inspector.focus_note()
    type_text("gone")
    bench.annotations = applied(bench.annotations, bench.editor().remove(span))
    bench.select(other)
    assert bench.heard == []
    assert bench.inspector.card.note.toPlainText() == other.note


def test_a_note_being_typed_survives_other_changes_of_its_span(bench: Bench) -> None:
    span = bench.of(label="ROLE")[0]
    bench.select(span)
    bench.inspector.focus_note()
    type_text("half")
    bench.perform(bench.editor().set_attributes(span, {"canon": "other"}))
    assert bench.inspector.card.note.toPlainText() == "half"
    assert bench.inspector.card.note.hasFocus()
    bench.perform(bench.editor().set_note(bench.now, "stored"))  # undone or merged underneath
    assert bench.inspector.card.note.toPlainText() == "stored"


def test_a_doubt_begins_gets_its_reason_and_ends(bench: Bench) -> None:
    span = next(s for s in bench.of(layer="entity") if not s.doubt)
    bench.select(span)
    card = bench.inspector.card
    assert not card.doubt.isVisible()
    QTest.mouseClick(card.doubt_button, Qt.MouseButton.LeftButton)
    assert bench.now.doubt == UNSURE
    assert card.doubt_button.isChecked()
    assert card.doubt.isVisible()
    assert card.doubt.text() == ""
    card.doubt.setFocus()
    type_text("نام")
    press("Enter")
    assert bench.now.doubt == "نام"
    assert bench.said("left") == [()]
    card.doubt.selectAll()
    type_text(" ")
    bench.article.setFocus()
    assert bench.now.doubt == UNSURE  # without a reason it is still a doubt
    bench.inspector.card.doubt_button.click()
    assert bench.now.doubt == ""
    assert not card.doubt.isVisible()
    assert not card.doubt_button.isChecked()


# History ------------------------------------------------------------------------------------------------------------


def milliseconds(*parts: int) -> int:
    return int(datetime(*parts).timestamp() * 1000)  # type: ignore[arg-type]


def test_history_is_read_only_when_it_is_open(bench: Bench) -> None:
    span = bench.busiest()
    older = replace(span, label="plan", attributes={"status": "proposed"}, note="")
    newer = replace(older, label="pledge", attributes={"status": "agreed"}, note="n")
    bench.versions = [
        Version(milliseconds(2026, 3, 21, 14, 5), "سارا", "set_attributes", newer),
        Version(milliseconds(2026, 3, 20, 9, 0), "Ali", "add_span", older),
    ]
    bench.select(span)
    bench.select(bench.of(layer="entity")[0])
    assert bench.asked_history == 0
    card = bench.inspector.card
    QTest.mouseClick(card.history_button, Qt.MouseButton.LeftButton)
    assert bench.asked_history == 1
    lines = card.versions.texts()
    assert lines[0] == "21 Mar 2026, 14:05 · \u2068سارا\u2069"
    assert lines[1].startswith(edit_words("set_attributes"))
    for part in ("Pledge", "Status = \u2068agreed\u2069", "\u2068n\u2069"):
        assert part in lines[1]
    assert lines[3].endswith("Plan")
    bench.select(span)
    assert bench.asked_history == 2
    QTest.mouseClick(card.history_button, Qt.MouseButton.LeftButton)
    bench.select(bench.of(layer="entity")[0])
    assert bench.asked_history == 2


def test_a_long_history_says_how_long(bench: Bench) -> None:
    span = bench.busiest()
    bench.versions = [Version(n, "Ali", "set_note", span) for n in range(MOST + 7)]
    bench.select(span)
    bench.inspector.card.history_button.click()
    assert bench.inspector.card.versions.texts()[-1] == "and 7 older ones"


def test_moves_and_deletions_are_worded(bench: Bench) -> None:
    span = bench.busiest()
    state = InspectorState(bench.document, bench.annotations, span, bench.schema, bench.language)
    before = Version(0, "a", "add_span", span)
    moved = replace(span, end=span.end - 1, quote=span.quote[:-1])
    assert span.quote[:10] in what_changed(Version(1, "a", "move_span", moved), before, state)
    cleared = replace(span, attributes={})
    assert "Status = —" in what_changed(Version(1, "a", "set_attributes", cleared), before, state)
    assert what_changed(Version(1, "a", "remove", None), before, state) == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [("fa", "۱ فروردین ۱۴۰۵، ۱۴:۰۵"), ("ru", "21 мар. 2026, 14:05"), ("en", "21 Mar 2026, 14:05")],
)
def test_dates_are_those_of_the_reader(qapp: QApplication, fonts: None, code: str, words: str) -> None:
    with speaking(qapp, code):
        assert moment(milliseconds(2026, 3, 21, 14, 5), code) == words


# The article --------------------------------------------------------------------------------------------------------


def test_without_a_span_the_article_is_shown(bench: Bench) -> None:
    bench.select(None)
    card = bench.inspector.article
    assert card.isVisible()
    assert not bench.inspector.card.isVisible()
    assert bench.inspector.focus_note()
    assert card.note.hasFocus()
    facts = dict(card.findChildren(type(card._facts))[0].facts)
    assert facts["File"] == bench.document.name
    assert facts["Language"] == "Persian"
    assert str(len(bench.document.text)) in facts["Length"]
    assert facts["Annotations"].startswith("Entity 47 · Commitment 8")
    assert (facts["By"], facts["State"]) == ("Sara", "Finished")
    meta = dict(card.findChildren(type(card._facts))[1].facts)
    assert meta["Event type"] == "visit"
    assert meta["Parties"] == "GPE:IR, GPE:AZ"
    assert meta["date_note"] == bench.document.meta["date_note"]
    assert card.title.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_fields_of_the_article_are_given_out(bench: Bench) -> None:
    bench.select(None)
    assert bench.inspector.enter_form()
    press("2")
    type_text("")
    row_of(bench.inspector.form, "parties").take_keyboard()
    type_text("ایران؛ آذربایجان")
    bench.article.setFocus()
    assert bench.said("document_label_changed") == [
        ("event_type", "visit"), ("parties", ["ایران", "آذربایجان"]),
    ]  # fmt: skip
    assert {d.label: d.value for d in bench.annotations.document_labels}["event_type"] == "visit"
    assert chosen(choices(bench.inspector.form, "event_type")) == ["visit"]


def test_without_a_document_it_says_so(bench: Bench) -> None:
    bench.inspector.show_state(InspectorState(None, None, None, bench.schema, bench.language))
    assert not bench.inspector.article.isVisible()
    assert not bench.inspector.card.isVisible()
    assert [label.text() for label in bench.inspector.findChildren(QLabel) if label.isVisible()] != []
    assert not bench.inspector.enter_form()
    bench.inspector.commit()
    bench.inspector.card.doubt_button.click()
    assert bench.heard == []


# All of it ----------------------------------------------------------------------------------------------------------


def test_somebody_elses_annotations_are_shown_and_not_changed(bench: Bench) -> None:
    bench.read_only = True
    span = bench.busiest()
    bench.select(span)
    card = bench.inspector.card
    for widget in (card.remove_button, card.defaults, card.note, card.note_head):
        assert not widget.isVisible()
    assert card.roles.empty == []
    for cell, fillers in card.roles.rows:
        click(card.roles, cell)
        for filler in fillers:
            assert filler.cross(card.roles.place(filler), card.roles.paints).isEmpty()
    assert bench.heard == []
    click(card.roles, card.roles.rows[0][1][0])
    assert [name for name, *_values in bench.heard] == ["span_requested"]
    bench.inspector.enter_form()
    press("1", "2", "D", "Delete")
    bench.inspector.card.doubt_button.click()
    assert not bench.inspector.focus_note()
    noted = next(s for s in bench.annotations.spans if s.note and s.doubt)
    bench.select(noted)
    assert card.note.isVisible()
    assert card.note.toPlainText() == noted.note
    assert card.doubt.text() == doubt_words(noted.doubt) != noted.doubt
    card.note.setFocus()
    type_text("x")
    bench.select(None)
    bench.inspector.enter_form()
    press("1")
    assert {name for name, *_values in bench.heard} <= {"span_requested", "left", "defaults_requested"}
    assert bench.said("defaults_requested") == []


def test_another_language_rewords_everything(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    card = bench.inspector.card
    for code in ("fa", "ru"):
        bench.language.install(code)
        QApplication.processEvents()
        label = bench.schema.label("commitment", span.label)
        assert card.plate.accessibleName() == label.names(code)
        role = bench.schema.label("role", card.roles.rows[0][0].value)
        assert card.roles.rows[0][0].text == role.names(code)
        status = bench.schema.layer("commitment").attribute("status")
        assert status is not None
        assert row_of(card.form, "status").accessibleName() == status.names(code)
    assert "Roles" not in [label.text() for label in bench.inspector.findChildren(QLabel)]


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_all_that_can_be_reached_has_a_name(bench: Bench, code: str) -> None:
    bench.language.install(code)
    for span in (bench.busiest(), bench.of(label="ROLE")[0], None):
        bench.select(span)
        reached = []
        bench.article.setFocus()
        for _ in range(40):
            press("Tab") if not bench.article.hasFocus() else bench.window.focusNextChild()
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus is bench.article:
                break
            assert focus.accessibleName(), focus
            reached.append(focus)
        assert bench.article.hasFocus(), [type(w).__name__ + w.accessibleName() for w in reached]
        assert len(reached) == len(set(reached)) >= 5
        middles = [widget.mapTo(bench.window, widget.rect().center()).y() for widget in reached]
        # Downwards; what stands in one row may be of different heights.
        assert all(here <= following + 6 for here, following in itertools.pairwise(middles)), middles


def test_the_same_again_changes_nothing_on_screen(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    cells = [cell for cell, _place in bench.inspector.card.roles.places()]
    rows = bench.inspector.form.rows
    bench.select(bench.of(layer="entity")[0])
    bench.select(span)
    assert bench.inspector.form.rows == rows
    again = [cell for cell, _place in bench.inspector.card.roles.places()]
    assert all(one is other for one, other in zip(cells, again, strict=True))


def test_the_row_with_the_keyboard_is_in_view(bench: Bench) -> None:
    bench.window.resize(320, 320)
    bench.select(bench.busiest())
    bench.inspector.enter_form()
    for _ in bench.inspector.form.rows:
        row = next(row for row in bench.inspector.form.rows if row.has_focus())
        assert row.visibleRegion().boundingRect().height() >= min(row.height(), 150)
        press("Down")


def test_the_table_of_roles_is_worked_by_keyboard(bench: Bench) -> None:
    span = bench.busiest()
    bench.select(span)
    table = bench.inspector.card.roles
    relations = bench.annotations.roles_of(span.id)
    table.setFocus()
    assert table.hasFocus()
    press("Enter")  # the first role
    assert bench.said("role_requested") == [(table.rows[0][0].value,)]
    press("Right", "Space")  # its first filler
    assert bench.said("span_requested") == [(next(r.target for r in relations if r.label == table.rows[0][0].value),)]
    press("Delete")
    removed = bench.said("role_removed")
    assert len(removed) == 1
    assert removed[0][0] in {relation.id for relation in relations}
    before = table.grab().toImage()
    press("Down")
    assert table.grab().toImage() != before  # the frame went on
    for _ in range(len(table.cells) + 3):
        press("Down")
    press("Enter")
    assert bench.said("role_requested")[-1] == (table.empty[-1].value,)
    assert f"({table.empty[-1].key})" in table.accessibleDescription()
