"""The whole window, worked as an annotator does: real key events in every layout, the mouse, files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.articles import Mouse, make_document
from gui.windows import opened
from peyman.core.model import Span
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.app import make_window
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.settings import Settings

FIRST = "استاندار اردبیل گفت: راه را در سه ماه با ۲۰ میلیون دلار می‌سازیم. وی از باکو و ASPROMO سپاسگزاری کرد."
SECOND = "وزیر اقتصاد وارد باکو شد.\nاو فردا بازمی‌گردد."
RUSSIAN = "Стороны подписали документ в Баку. Работа продолжится."


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "پروژه.peyman"
    with Project.create(path, annotator="سارا", schema=schema) as made, made.batch("import"):
        for name, text, language in (("a", FIRST, "fa"), ("b", SECOND, "fa"), ("c", RUSSIAN, "ru")):
            document = make_document(text, language=language)
            made.add_document(replace(document, name=name, title=name))
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.set("language", "fa")
    settings.set("theme", "light")
    settings.set("suggestions", False)  # they have tests of their own
    return settings


@pytest.fixture
def window(qapp: QApplication, settings: Settings, project: Path) -> Iterator[MainWindow]:
    window = make_window(qapp, settings)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(project)
    settle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def spans(window: MainWindow) -> list[tuple[str, str]]:
    assert window.session is not None
    assert window.session.annotations is not None
    return [(span.label, span.quote) for span in window.session.annotations.spans]


def saved(window: MainWindow) -> list[tuple[str, str]]:
    """What the file holds, read through a connection of its own."""
    assert window.session is not None
    assert window.session.annotations is not None
    with Project.open(window.session.project.path, read_only=True) as other:
        found = other.annotation_set(window.session.annotations.number).spans
    return [(span.label, span.quote) for span in found]


def roles(window: MainWindow) -> list[tuple[str, str]]:
    assert window.session is not None
    annotations = window.session.annotations
    assert annotations is not None
    pairs = ((r.label, annotations.span(r.target)) for r in annotations.relations)
    return [(label, filler.quote) for label, filler in pairs if filler]


@pytest.mark.parametrize("layout", get_args(Layout))
def test_tagging_by_keys_alone_in_every_layout(window: MainWindow, layout: Layout) -> None:
    """Office, place inside it, commitment with a role by hint, deadline by selected text; all saved at once."""
    play(window, "Shift+Left 2", layout)
    play(window, "Space Left Right", layout)
    play(window, "C 2 S F", layout)
    assert roles(window) == [("source", "استاندار اردبیل")]
    play(window, "T Left Left Left Left Left Left Shift+Left Enter", layout)
    assert roles(window) == [("source", "استاندار اردبیل"), ("deadline", "سه ماه")]
    assert spans(window) == saved(window)
    assert ("ROLE", "استاندار اردبیل") in spans(window)
    assert ("ARG", "سه ماه") in spans(window)


@pytest.mark.parametrize("layout", get_args(Layout))
def test_undo_and_redo_in_every_layout(window: MainWindow, layout: Layout) -> None:
    play(window, "1 Left 4", layout)
    play(window, "Ctrl+Z", layout)
    assert spans(window) == [("PER", "استاندار")]
    play(window, "Ctrl+Z Ctrl+Z", layout)
    assert spans(window) == []
    play(window, "Ctrl+Shift+Z Ctrl+Y", layout)
    assert spans(window) == [("PER", "استاندار"), ("GPE", "اردبیل")] == saved(window)


def test_left_is_next_in_persian_and_right_in_russian(window: MainWindow) -> None:
    play(window, "Left 4")
    assert spans(window) == [("GPE", "اردبیل")]
    play(window, "Alt+Down Alt+Down Right 8")
    assert spans(window) == [("DOC", "подписали")]
    play(window, "Ctrl+Right 3")
    assert spans(window)[-1] == ("ORG", "Работа")


def test_an_attribute_is_one_key_and_the_form_goes_on_by_itself(window: MainWindow) -> None:
    play(window, "C 2 Enter")
    play(window, "4 1 3")
    assert window.page is not None
    span = window.page.desk.commitment
    assert span is not None
    assert span.attributes == {"status": "agreed", "modality": "firm", "specificity": "specific"}
    play(window, "Esc D")
    span = window.page.desk.commitment
    assert span is not None
    assert span.attributes["evidence"] == "none"
    assert window.page.view.hasFocus()


def test_finishing_shows_what_is_missing_and_then_goes_on(window: MainWindow) -> None:
    assert window.session is not None
    assert window.page is not None
    play(window, "C 2 F")
    assert window.page.panels.gaps.isVisible()
    play(window, "Enter")
    assert not window.page.panels.gaps.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page.inspector.isAncestorOf(focus)
    play(window, "Esc F F")
    assert window.session.document is not None
    assert window.session.document.name == "b"
    assert window.session.project.state_counts() == {"finished": 1, "new": 2}


def test_the_mouse_drags_a_selection_and_moves_an_end(window: MainWindow) -> None:
    assert window.page is not None
    view = window.page.view
    mouse = Mouse(view)

    def middle(start: int, end: int) -> QPointF:
        return view.content_to_viewport(view.rects(start, end)[0]).center()

    first, last = FIRST.index("استاندار"), FIRST.index("اردبیل")
    mouse.press(middle(first, first + 2))
    mouse.move(middle(last + 3, last + 5))
    mouse.release(middle(last + 3, last + 5))
    settle()
    play(window, "2")
    assert spans(window) == [("ROLE", "استاندار اردبیل")]
    mouse.double_click(middle(FIRST.index("باکو"), FIRST.index("باکو") + 2))
    settle()
    play(window, "4")
    assert spans(window)[-1] == ("GPE", "باکو")
    mouse.click(middle(first, first + 2))
    settle()
    assert window.page.desk.selected is not None
    assert window.page.desk.selected.label == "ROLE"


def test_part_of_a_word_survives(window: MainWindow) -> None:
    """«می‌سازیم»: the verb's ending alone, by letters."""
    assert window.page is not None
    start = FIRST.index("سازیم")
    window.page.desk.select_text(start, start + 5)
    play(window, "7")
    assert spans(window) == [("EVENT", "سازیم")] == saved(window)


def test_the_language_switches_at_once(window: MainWindow, settings: Settings) -> None:
    assert "تعهد" in window._counts.text()
    for language, word in (("ru", "обязательств"), ("en", "commitments"), ("fa", "تعهد")):
        settings.set("language", language)
        settle()
        assert word in window._counts.text()
        assert (window.layoutDirection().name == "RightToLeft") == (language == "fa")


def test_the_window_remembers_article_and_size(
    qapp: QApplication, window: MainWindow, settings: Settings, project: Path
) -> None:
    play(window, "Alt+Down")
    window.resize(780, 560)
    settle()
    window.close()
    again = make_window(qapp, settings)
    again.show()
    assert again.open_project(project)
    assert again.session is not None
    assert again.session.document is not None
    assert again.session.document.name == "b"
    assert (again.width(), again.height()) == (780, 560)
    again.close()


def test_a_project_open_elsewhere_can_be_read_but_not_changed(
    qapp: QApplication, window: MainWindow, settings: Settings, project: Path, qtbot: QtBot
) -> None:
    play(window, "1")
    other = make_window(qapp, settings)
    other.show()
    assert not other.open_project(project)
    assert other.messages.messages
    other._open_to_read(project)
    assert spans(other) == [("PER", "استاندار")]
    assert other.session is not None
    with qtbot.waitSignal(other.session.failed) as caught:
        play(other, "Left 4")
    assert caught.args[0].code == "project_read_only"
    assert spans(other) == [("PER", "استاندار")]
    other.close()


def test_history_lies_in_the_file_across_windows(
    qapp: QApplication, window: MainWindow, settings: Settings, project: Path
) -> None:
    play(window, "1 Left 4")
    window.close()
    again = make_window(qapp, settings)
    again.show()
    again.activateWindow()
    assert again.open_project(project)
    settle()
    play(again, "Ctrl+Z")
    assert spans(again) == [("PER", "استاندار")]
    again.close()


def test_a_file_that_is_no_project_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.peyman"
    bad.write_text("سلام", encoding="utf-8")
    assert not window.open_project(bad)
    assert "bad.peyman" in window.messages.messages[-1]
    assert window.session is not None, "the project that was open stays open"


def test_typing_in_a_field_labels_nothing(window: MainWindow) -> None:
    assert window.page is not None
    play(window, "1 N")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page.inspector.isAncestorOf(focus)
    play(window, "4 text:یادداشت Ctrl+Enter")
    assert spans(window) == [("PER", "استاندار")]
    selected = window.page.desk.selected
    assert isinstance(selected, Span)
    assert "یادداشت" in selected.note

def test_the_last_edits_are_one_digit_away(window: MainWindow) -> None:
    play(window, "Left 4 Alt+Down 2 Alt+Up")
    assert window.page is not None
    assert window.session is not None
    assert play(window, "H") == 1
    rows = window.page.panels.latest.rows
    assert rows.count() == 2
    assert "وزیر" in rows.item(0).text()
    assert "اردبیل" in rows.item(1).text()
    assert play(window, "1") == 1
    assert window.session.document is not None
    assert window.session.document.name == "b"
    assert window.page.desk.selected is not None
    assert window.page.desk.selected.quote == "وزیر"
    play(window, "H 2")
    assert (window.session.document.name, window.page.desk.selected.quote) == ("a", "اردبیل")
    play(window, "H Esc")
    assert not window.page.panels.latest.isVisible()


def test_before_any_edit_there_is_nothing_to_return_to(window: MainWindow) -> None:
    play(window, "H")
    assert window.page is not None
    assert not window.page.panels.latest.isVisible()
    assert window.page.toast.isVisible()


@pytest.mark.parametrize(("keys", "reason"), [("K Enter", ""), ("K 1", ""), ("K 4", "به زبانی دیگر")])
def test_an_article_is_skipped_for_a_reason(window: MainWindow, keys: str, reason: str) -> None:
    play(window, keys)
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.name == "b"  # on to the next
    state = window.session.project.own_set(1).state
    assert (state.state, state.note) == ("skipped", reason)


def test_the_reason_can_be_written_and_asking_can_be_left(window: MainWindow) -> None:
    play(window, "K Esc")
    assert window.session is not None
    assert window.session.project.own_set(1).state.state == "new"
    assert window.page is not None
    play(window, "K")
    window.page.panels.reasons.line.setText(" گزارش تصویری ")
    window.page.panels.reasons.line.setFocus()
    play(window, "Enter")
    assert window.session.project.own_set(1).state.note == "گزارش تصویری"


def test_the_article_has_a_note_and_a_doubt_of_its_own(window: MainWindow) -> None:
    assert play(window, "X") == 1
    assert window.session is not None
    assert window.session.annotations is not None
    assert window.session.annotations.state.doubt == "unsure"
    play(window, "N text:ناتمام Esc")
    state = window.session.annotations.state
    assert (state.state, state.note, state.doubt) == ("in_progress", "ناتمام", "unsure")
    play(window, "Left 4 Esc Ctrl+Z Ctrl+Z Ctrl+Z")
    assert window.session.annotations.state.note == ""
    assert window.session.annotations.state.doubt == ""


def test_one_key_shows_the_next_ones_annotations(qapp: QApplication, tmp_path: Path, schema: Schema) -> None:
    with opened(qapp, tmp_path, schema) as window:
        page, session = window.page, window.session
        assert page is not None
        assert session is not None
        number = session.project.number_by_name("flight")
        assert number is not None
        page.open_document(number)
        shown = []
        for _ in range(3):
            assert session.annotations is not None
            shown.append(session.annotations.kind)
            play(window, "F2")
        assert shown == ["gold", "annotation", "gold"]
        play(window, "Alt+Up F2")
        assert page.toast.text() == "هیچ کس دیگری این مقاله را برچسب نزده است."
