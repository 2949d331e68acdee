"""The attribute form: filled by keys under any layout and by the mouse, losing nothing it was given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.side import Page, annotated, choices, chosen, click, dispose, press, row_of, show, speaking, type_text, typed
from peyman.core.model import Json
from peyman.core.schema import Attribute, Choice, Names, Schema
from peyman.gui.annotate.form import AttributeForm
from peyman.gui.annotate.form_rows import CHOICE_KEYS, ChoiceRow
from peyman.gui.keymap import Layout
from peyman.gui.values import MalformedError, format_value, parse_value


@pytest.fixture
def form(qtbot: QtBot, fonts: None) -> Iterator[AttributeForm]:
    """A form in a window of its own, with a field beside it that stands for the article."""
    window = QWidget()
    column = QVBoxLayout(window)
    form = AttributeForm()
    column.addWidget(form)
    field = QLineEdit()
    field.setObjectName("article")
    column.addWidget(field)
    column.addStretch(1)
    show(window)
    yield form
    dispose(window)


def article(form: AttributeForm) -> QLineEdit:
    found = form.window().findChild(QLineEdit, "article")
    assert found is not None
    return found


@pytest.fixture
def page(form: AttributeForm, schema: Schema) -> Page:
    page = Page(form, schema, "commitment", "plan")
    page.show({})
    return page


# The keyboard -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("layout", ["latin", "fa", "fa_legacy", "ru"])
def test_keys_fill_the_form_under_any_layout(form: AttributeForm, schema: Schema, layout: Layout, late: bool) -> None:
    page = Page(form, schema, "commitment", "plan", late=late)
    page.show({})
    assert form.enter_form()
    press("1", "2", "3", layout=layout)
    assert page.values == {"status": "proposed", "modality": "intended", "specificity": "specific"}
    # The next row that is empty holds several values: its eleventh choice is Q, its twelfth W.
    press("Q", "W", "0", layout=layout)
    assert page.values["sectors"] == ["security", "culture_education", "tourism"]
    press("W", layout=layout)
    assert page.values["sectors"] == ["security", "culture_education"]
    assert row_of(form, "sectors").has_focus()


def test_the_form_is_entered_where_something_is_missing(form: AttributeForm, page: Page) -> None:
    form.enter_form()
    assert row_of(form, "status").has_focus()
    page.show({"status": "agreed", "specificity": "vague"})
    form.enter_form()
    assert row_of(form, "modality").has_focus()
    page.show({"status": "agreed", "modality": "firm", "specificity": "vague"})
    form.enter_form()
    assert row_of(form, "sectors").has_focus()
    page.show({row.attribute.id: "x" for row in form.rows})
    form.enter_form()
    assert row_of(form, "status").has_focus()


def test_without_attributes_there_is_nothing_to_enter(form: AttributeForm) -> None:
    form.show_attributes((), "ARG", {}, language="en")
    assert not form.enter_form()
    assert not form.handle_key("1")


def test_the_key_of_what_is_chosen_clears_it_and_stays(form: AttributeForm, page: Page) -> None:
    page.show({"status": "agreed"})
    form.enter_form()
    press("Up", "4")
    assert page.heard == [("status", None)]
    assert row_of(form, "status").has_focus()
    press("5", "Up", "Delete")
    assert page.heard[1:] == [("status", "signed"), ("status", None)]


def test_up_down_enter_and_escape(form: AttributeForm, page: Page, qtbot: QtBot) -> None:
    form.enter_form()
    names = [row.attribute.id for row in form.rows]
    for name in names[1:]:
        press("Down" if len(name) % 2 else "Enter")
        assert row_of(form, name).has_focus()
    with qtbot.waitSignal(form.left, timeout=0):
        press("Enter")
    press("Up")
    assert row_of(form, names[-2]).has_focus()
    with qtbot.waitSignal(form.left, timeout=0):
        press("Esc")
    assert page.heard == []


def test_tab_walks_the_rows_and_leaves_at_the_end(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "document", "")
    page.show({"level": "minister"})
    form.enter_form()
    seen = [form.rows.index(next(row for row in form.rows if row.has_focus()))]
    for _ in form.rows[1:]:
        press("Tab")
        seen.append(form.rows.index(next(row for row in form.rows if row.has_focus())))
    assert seen == list(range(len(form.rows)))
    press("Tab")
    assert article(form).hasFocus()
    press("Shift+Tab")
    assert form.rows[-1].has_focus()


@pytest.mark.parametrize("layout", ["latin", "fa", "ru"])
def test_d_asks_for_the_defaults_but_is_a_letter_where_one_types(
    form: AttributeForm, schema: Schema, qtbot: QtBot, layout: Layout
) -> None:
    page = Page(form, schema, "entity", "ORG")
    page.show({"canon": "x"})
    form.enter_form()
    with qtbot.waitSignal(form.defaults_requested, timeout=0):
        press("D", layout=layout)
    press("Up")
    assert not form.handle_key("D")
    with qtbot.assertNotEmitted(form.defaults_requested):
        press("D", layout=layout)
    assert typed(form, "canon").edit.text() == "x" + {"latin": "d", "fa": "ی", "ru": "в"}[layout]


def test_keys_may_come_from_the_page(form: AttributeForm, page: Page) -> None:
    article(form).setFocus()
    assert form.handle_key("2")
    assert page.heard == [("status", "under_discussion")]
    assert not form.handle_key("F5")
    assert not form.handle_key("Ctrl+1")


def test_a_conditional_row_comes_and_goes_and_the_others_stay(form: AttributeForm, page: Page) -> None:
    before = form.rows
    form.enter_form()
    press("6")
    assert page.values["status"] == "in_progress"
    assert form.rows[: len(before)] == before
    assert form.rows[-1].attribute.id == "fulfilment"
    assert row_of(form, "modality").has_focus()
    press("Up", "1")
    assert form.rows == before
    assert page.heard[-1] == ("status", "proposed")


@given(st.lists(st.sampled_from(["", *CHOICE_KEYS, "D"]), max_size=40))
def test_every_choice_has_a_key_of_its_own(own: list[str]) -> None:
    own = [key if key not in own[:place] else "" for place, key in enumerate(own)]
    options = tuple(Choice(f"c{n}", Names(f"c{n}"), key) for n, key in enumerate(own))
    row = ChoiceRow(Attribute("a", Names("a"), "choice", choices=options), options)
    keys = [chip.key for chip in row.chips]
    assert all(key == wished for key, wished in zip(keys, own, strict=True) if wished)
    given_keys = [key for key, wished in zip(keys, own, strict=True) if key and not wished]
    assert "D" not in given_keys
    assert len(set(filter(None, keys))) == len(list(filter(None, keys)))
    assert keys.count("") == max(0, len(own) - len({*CHOICE_KEYS, *filter(None, own)}))


def test_keys_are_shown_only_where_the_keyboard_is(form: AttributeForm, page: Page) -> None:
    def with_keys() -> set[str]:
        rows = [row for row in form.rows if isinstance(row, ChoiceRow)]
        return {row.attribute.id for row in rows if any(chip.shows_key for chip in row.chips)}

    assert with_keys() == set()
    form.enter_form()
    assert with_keys() == {"status"}
    press("Down")
    assert with_keys() == {"modality"}
    article(form).setFocus()
    assert with_keys() == set()


# Values -----------------------------------------------------------------------------------------------------------


def test_a_filled_row_shows_its_value_alone(form: AttributeForm, page: Page) -> None:
    page.show({"status": "agreed", "sectors": ["trade", "energy"]})
    assert not choices(form, "status").is_open
    assert chosen(choices(form, "status")) == ["agreed"]
    assert chosen(choices(form, "sectors")) == ["trade", "energy"]
    assert choices(form, "modality").is_open  # required and missing
    assert choices(form, "modality").name.missing
    assert not choices(form, "voice").is_open
    assert not choices(form, "voice").name.missing


def test_a_value_that_is_no_choice_is_shown_and_kept(form: AttributeForm, page: Page) -> None:
    page.show({"status": "اجرا", "sectors": ["trade", "ماهیگیری", 7]})
    assert chosen(choices(form, "status")) == ["اجرا"]
    assert chosen(choices(form, "sectors")) == ["trade", "ماهیگیری", "7"]
    row_of(form, "sectors").take_keyboard()
    press("2")
    assert page.values["sectors"] == ["trade", "investment", "ماهیگیری", 7]
    press("1", "2")
    assert page.values["sectors"] == ["ماهیگیری", 7]
    assert page.values["status"] == "اجرا"


def test_only_the_choices_of_the_label(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "entity", "FAC")
    page.show({})
    assert [chip.value for chip in choices(form, "sub").chips] == ["site", "route"]
    page.label = "ORG"
    page.show({})
    assert len(choices(form, "sub").chips) == 6


def test_text_is_stored_on_enter_and_when_the_focus_goes(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "entity", "ROLE")
    page.show({})
    form.enter_form()
    type_text("GPE:IR")
    assert page.heard == []
    press("Enter")
    assert page.heard == [("canon", "GPE:IR")]
    assert typed(form, "holder").has_focus()
    type_text("PER:X")
    article(form).setFocus()
    assert page.heard[1:] == [("holder", "PER:X")]
    typed(form, "holder").take_keyboard()
    article(form).setFocus()
    assert len(page.heard) == 2


@pytest.mark.parametrize("key", ["Up", "Down", "Esc"])
def test_text_is_stored_when_the_row_is_left_by_key(form: AttributeForm, schema: Schema, key: str) -> None:
    page = Page(form, schema, "entity", "ROLE")
    page.show({"canon": "a"})
    form.enter_form()
    press("Up" if key == "Down" else "Down")
    focused = next(row for row in form.rows if row.has_focus())
    type_text("q")
    press(key)
    if key == "Esc":
        article(form).setFocus()  # what the page does
    assert page.heard == [(focused.attribute.id, "aq" if focused.attribute.id == "canon" else "q")]


def test_an_empty_text_takes_the_value_away(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "entity", "PER")
    page.show({"canon": "x"})
    form.enter_form()
    press("Backspace", "Enter")
    assert page.heard == [("canon", None)]


def test_what_is_wrong_is_marked_and_not_stored(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "entity", "QUANT")
    page.show({"canon": "x", "norm": {"value": 11, "unit": "percent", "op": ">"}})
    edit = typed(form, "norm").edit
    assert edit.text() == "value=11 unit=percent op=>"
    edit.setFocus()
    edit.end(False)
    type_text(" low")
    assert edit.wrong
    press("Enter")
    assert page.heard == []
    assert edit.text().endswith("low")
    type_text("=1")
    assert not edit.wrong
    press("Enter")
    assert page.heard == [("norm", {"value": 11, "unit": "percent", "op": ">", "low": 1})]
    edit.setFocus()
    type_text(" ?")
    form.commit()  # another annotation is to be shown
    assert not edit.wrong
    assert edit.text() == "value=11 unit=percent op=> low=1"
    assert len(page.heard) == 1


def test_lists_and_numbers(form: AttributeForm) -> None:
    attributes = (Attribute("via", Names("via"), "list"), Attribute("n", Names("n"), "number"))
    heard: list[tuple[str, Json]] = []
    form.changed.connect(lambda name, value: heard.append((name, value)))
    form.show_attributes(attributes, "", {"via": ["الف", "ب"], "n": 1.5}, language="fa")
    via, n = typed(form, "via").edit, typed(form, "n").edit
    assert (via.text(), n.text()) == ("الف ؛ ب", "1.5")
    assert via.layoutDirection() == Qt.LayoutDirection.RightToLeft
    via.setFocus()
    via.end(False)
    type_text("; c")
    press("Down")
    n.selectAll()
    type_text("12")
    press("Enter")
    assert heard == [("via", ["الف", "ب", "c"]), ("n", 12)]


def test_a_new_value_keeps_rows_focus_and_what_is_being_typed(form: AttributeForm, schema: Schema) -> None:
    page = Page(form, schema, "entity", "ROLE")
    page.show({"holder": "b"})
    rows = form.rows
    form.enter_form()
    type_text("half")
    page.show({"holder": "c"})
    assert form.rows == rows
    edit = typed(form, "canon").edit
    assert edit.hasFocus()
    assert edit.text() == "half"
    assert typed(form, "holder").edit.text() == "c"
    page.show({"canon": "stored elsewhere"})
    assert edit.text() == "stored elsewhere"
    type_text("!")
    form.discard()
    assert edit.text() == "stored elsewhere"
    assert page.heard == []


def test_every_value_of_the_gold_annotations_is_shown(form: AttributeForm, schema: Schema) -> None:
    shown = 0
    for item in annotated(schema):
        assert item.annotations is not None
        for span in item.annotations.spans:
            page = Page(form, schema, span.layer, span.label)
            page.show(span.attributes)
            for row in form.rows:
                value = span.attributes.get(row.attribute.id)
                if isinstance(row, ChoiceRow):
                    values = [] if value is None else value if isinstance(value, list) else [value]
                    assert set(chosen(row)) == set(map(str, values))
                else:
                    text = typed(form, row.attribute.id).edit.text()
                    assert parse_value(row.attribute.kind, text) == value
                shown += value is not None
            form.commit()
            assert page.heard == []
    assert shown > 400


# The mouse --------------------------------------------------------------------------------------------------------


def test_a_click_chooses_and_leaves_the_focus_alone(form: AttributeForm, page: Page) -> None:
    article(form).setFocus()
    row = choices(form, "status")
    click(row, row.chips[2])
    assert page.heard == [("status", "preliminary")]
    assert article(form).hasFocus()
    # It does not close under the pointer, so that a slip can be put right.
    assert row.is_open
    click(row, row.chips[3])
    assert page.values["status"] == "agreed"
    QApplication.sendEvent(form, QEvent(QEvent.Type.Leave))
    assert not row.is_open


def test_a_closed_row_opens_on_a_click(form: AttributeForm, page: Page) -> None:
    page.show({"voice": "direct"})
    row = choices(form, "voice")
    click(row, next(chip for chip in row.chips if chip.chosen))
    assert row.is_open
    assert page.heard == []
    click(row, row.chips[2])
    assert page.heard == [("voice", "narrator")]
    other = choices(form, "polarity")
    QApplication.processEvents()
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(other.width() // 2, other.height() - 2))
    assert other.is_open


def test_read_only_shows_and_changes_nothing(form: AttributeForm, page: Page, schema: Schema) -> None:
    page.show({"status": "agreed"}, read_only=True)
    row = choices(form, "status")
    assert chosen(row) == ["agreed"]
    assert not choices(form, "modality").is_open
    assert not choices(form, "modality").name.missing
    click(row, row.cells[1])
    form.enter_form()
    press("1", "2", "Delete")
    assert form.handle_key("Down")
    assert page.heard == []
    entity = Page(form, schema, "entity", "PER")
    entity.show({"canon": "x"}, read_only=True)
    typed(form, "canon").take_keyboard()
    type_text("y")
    press("Enter")
    assert entity.heard == []


# Geometry ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [240, 280, 333, 420])
@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_nothing_overlaps_or_is_cut_and_persian_begins_at_the_right(
    qapp: QApplication, form: AttributeForm, schema: Schema, code: str, width: int
) -> None:
    with speaking(qapp, code):
        page = Page(form, schema, "commitment", "plan", language=code)
        page.show({"status": "in_progress", "sectors": ["trade", "energy", "governance"]})
        form.window().resize(width, 900)
        for name in ("status", "sectors", "deadline_type", "fulfilment"):
            row_of(form, name).take_keyboard()  # opens it, with keys
            QApplication.processEvents()
            for row in form.rows:
                assert row.height() >= row.heightForWidth(row.width())
                places = [rect for _cell, rect in row.places()]
                for number, rect in enumerate(places):
                    assert QRect(0, 0, row.width(), row.height()).contains(rect)
                    assert rect.height() >= row.fontMetrics().height()
                    assert not any(rect.intersects(other) for other in places[:number])
                first, second = places[0], places[1] if isinstance(row, ChoiceRow) else places[0]
                beside = second.top() < first.bottom() and second != first
                if code == "fa":
                    assert first.right() > row.width() - 8
                    assert second.right() < first.left() if beside else second.right() > row.width() - 8
                else:
                    assert first.left() < 8
                    assert second.left() > first.right() if beside else second.left() < 8


@pytest.mark.parametrize("code", ["fa", "en"])
def test_choices_stand_in_their_own_column(qapp: QApplication, form: AttributeForm, schema: Schema, code: str) -> None:
    with speaking(qapp, code):
        Page(form, schema, "commitment", "plan", language=code).show({})
        form.window().resize(333, 900)
        row_of(form, "status").take_keyboard()
        QApplication.processEvents()
        (_name, label), *chips = row_of(form, "status").places()
        assert len({rect.top() for _chip, rect in chips}) > 1
        for _chip, rect in chips:
            assert rect.right() < label.left() if code == "fa" else rect.left() > label.right()


# One line of text and back ----------------------------------------------------------------------------------------

json_values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(min_size=1), json_values, min_size=1, max_size=4))
def test_a_normal_form_survives_its_line(norm: dict[str, Json]) -> None:
    read = parse_value("norm", format_value("norm", norm))
    assert read == norm
    assert repr(read) == repr(norm)  # 1 is not 1.0, and "1" is neither


@given(st.lists(st.text(alphabet=st.characters(exclude_characters=";؛", exclude_categories=["Z", "C"]), min_size=1)))
def test_a_list_survives_its_line(items: list[str]) -> None:
    assert parse_value("list", format_value("list", list(items))) == (items or None)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("norm", "value=11 unit=percent op=>", {"value": 11, "unit": "percent", "op": ">"}),
        ("norm", "value=۱۱٫۵; unit=درصد", {"value": "۱۱٫۵", "unit": "درصد"}),
        ("norm", " a=1 ؛ b=two ", {"a": 1, "b": "two"}),
        ("norm", "op=>= value=-1.5e3", {"op": ">=", "value": -1500.0}),
        ("norm", 'value="2023" open=true', {"value": "2023", "open": True}),
        ("norm", "value=۲۰۲۳", {"value": 2023}),
        ("number", "۱۲", 12),
        ("number", "٣٫٥", 3.5),
        ("number", "-0.25", -0.25),
        ("list", " یک ؛ دو;;سه ", ["یک", "دو", "سه"]),
        ("list", " ;؛ ", None),
        ("text", "  GPE:IR ", "GPE:IR"),
        ("text", "   ", None),
    ],
)
def test_what_a_line_means(kind: str, text: str, value: Json) -> None:
    read = parse_value(kind, text)  # type: ignore[arg-type]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("norm", "eleven"),
        ("norm", "=11"),
        ("norm", "value="),
        ("norm", "value = 11"),
        ("norm", "a=1 a=2"),
        ("norm", 'a="open'),
        ("norm", 'a="b"c=1'),
        ("norm", "a=[1"),
        ("norm", '"a"'),
        ("number", "many"),
        ("number", "1,5"),
        ("number", "1e999"),
        ("number", "nan"),
        ("number", "0x10"),
    ],
)
def test_what_no_value_is(kind: str, text: str) -> None:
    with pytest.raises(MalformedError):
        parse_value(kind, text)  # type: ignore[arg-type]
