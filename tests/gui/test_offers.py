"""Suggestions in the window: gone through, taken, taken otherwise and rejected by single keys."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.articles import make_document
from peyman.core.edits import set_project_info
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotationSet, Document, SetState, Span, new_id
from peyman.core.project import Project, SuggestionCount
from peyman.core.schema import Schema
from peyman.core.suggest import Reading, Suggester
from peyman.gui.annotate.offers import Offer
from peyman.gui.annotate.proposed_rows import SentenceCell
from peyman.gui.annotate.reading_rows import ReadingRow
from peyman.gui.app import make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.project_dialog import ProjectDialog
from peyman.gui.settings import Settings

FIRST = "وزیر نیرو ۵ مرداد ۱۴۰۳ در گنجه وعدهٔ ۲۰ میلیون دلار داد. پروندهٔ ۱۷ نیز در گنجه بود."
SECOND = "سفیر هند در گنجه ماند و از گنجه گفت."
OFFERED = ["ROLE وزیر نیرو", "DATE ۵ مرداد ۱۴۰۳", "GPE گنجه", "MONEY ۲۰ میلیون دلار", "GPE گنجه"]


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "پروژه.peyman"
    with Project.create(path, annotator="سارا", schema=schema) as made:
        made.apply(set_project_info(made.info, settings={"control_share": 0}))
        with made.batch("import"):
            for name, text in (("a", FIRST), ("b", SECOND)):
                made.add_document(replace(make_document(text, language="fa"), name=name, title=name))
    return path


def open_window(app: QApplication, folder: Path, project: Path) -> MainWindow:
    settings = Settings(folder / "settings.ini")
    settings.set("language", "fa")
    window = make_window(app, settings)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(project)
    return window


def shut(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(qapp, tmp_path, project)
    wait(window, qtbot)
    yield window
    shut(window)


def wait(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.offers.reason != "loading", timeout=20_000)
    settle()


def offered(window: MainWindow) -> list[str]:
    assert window.page is not None
    return [f"{one.label} {one.quote}" for one in window.page.offers.suggestions]


def at_hand(window: MainWindow) -> Offer | None:
    assert window.page is not None
    return window.page.desk.offered


def spans(window: MainWindow) -> list[tuple[str, str, str]]:
    assert window.session is not None
    assert window.session.annotations is not None
    return [(span.label, span.quote, span.origin) for span in window.session.annotations.spans]


def test_what_is_offered_is_painted_but_is_nobodys_annotation(window: MainWindow) -> None:
    assert offered(window) == OFFERED
    page = window.page
    assert page is not None
    for offer in page.offers.suggestions:
        assert page.view.painted_rects(offer.id)
    assert spans(window) == []
    assert window.session is not None
    assert window.session.project.counts()["spans"] == 0


def test_what_was_decided_is_counted_by_source_and_learned_from(window: MainWindow) -> None:
    play(window, "Tab Enter Backspace 5 Enter")
    assert spans(window) == [
        ("ROLE", "وزیر نیرو", "phrase"),
        ("LOC", "گنجه", "gazetteer"),
        ("MONEY", "۲۰ میلیون دلار", "pattern"),
    ]
    # What was called LOC once is now offered as LOC.
    assert offered(window) == ["LOC گنجه"]
    assert window.session is not None
    assert window.session.project.suggestion_counts() == {
        "phrase": SuggestionCount(accepted=1),
        "gazetteer": SuggestionCount(retyped=1),
        "pattern": SuggestionCount(accepted=1, rejected=1),
    }


def page_offers(window: MainWindow) -> tuple[Offer, ...]:
    assert window.page is not None
    return window.page.offers.suggestions


def test_what_comes_with_a_suggestion_is_stored(window: MainWindow) -> None:
    play(window, "Tab Tab Enter")
    assert window.session is not None
    assert window.session.annotations is not None
    (day,) = window.session.annotations.spans
    norm = day.attributes["norm"]
    assert isinstance(norm, dict)
    assert norm["value"] == "2024-07-26"


def test_the_reading_is_seen_before_it_is_taken_and_can_be_corrected(window: MainWindow) -> None:
    play(window, "Tab Tab")
    assert window.page is not None
    card = window.page.inspector.offer
    assert card.isVisible()
    assert not window.page.inspector.card.isVisible()
    assert not window.page.inspector.article.isVisible()
    (row,) = [row for row in card.form.rows if row.isVisible()]
    assert isinstance(row, ReadingRow)
    assert "26 July 2024" in " ".join(cell.text for cell in row.above if isinstance(cell, SentenceCell))
    assert spans(window) == []
    assert play(window, "D") == 1  # takes it, and goes into its form
    assert spans(window) == [("DATE", "۵ مرداد ۱۴۰۳", "pattern")]
    assert not card.isVisible()
    assert window.page.inspector.card.form.has_focus()
    play(window, "Escape Tab")
    assert card.isVisible()  # the next suggestion
    play(window, "Escape Escape")
    assert not card.isVisible()


def test_every_decision_is_undone_and_redone_by_one_key(window: MainWindow) -> None:
    play(window, "Tab Enter Backspace 5")
    done = spans(window)
    for _ in range(3):
        assert play(window, "Ctrl+Z") == 1
    assert spans(window) == []
    assert offered(window) == OFFERED
    play(window, "Ctrl+Y Ctrl+Y Ctrl+Y")
    assert spans(window) == done


def test_rejected_stays_rejected_after_a_restart(
    qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot
) -> None:
    window = open_window(qapp, tmp_path, project)
    wait(window, qtbot)
    play(window, "Tab Tab Tab Backspace")
    shut(window)
    again = open_window(qapp, tmp_path, project)
    wait(again, qtbot)
    # Rejected once and never labelled, so not offered elsewhere either.
    assert offered(again) == [one for one in OFFERED if one != "GPE گنجه"]
    play(again, "Alt+Down")
    assert "GPE گنجه" not in offered(again)
    shut(again)


def test_what_is_labelled_by_hand_is_offered_where_it_comes_again(window: MainWindow) -> None:
    play(window, "Alt+Down")
    assert window.page is not None
    window.page.desk.place_cursor(SECOND.index("ماند"))
    play(window, "7")
    play(window, "Alt+Up")
    assert offered(window) == OFFERED
    window.page.desk.place_cursor(FIRST.index("در"))
    play(window, "7")
    assert ("EVENT در", "project") in [(f"{o.label} {o.quote}", o.source) for o in page_offers(window)]


def test_when_all_is_decided_tab_leads_to_candidates_and_then_to_spans(window: MainWindow) -> None:
    play(window, "Tab Enter Enter Enter Enter Enter")
    assert offered(window) == []
    play(window, "Tab")
    candidate = at_hand(window)
    assert candidate is not None
    assert candidate.quote == "۱۷"
    assert window.page is not None
    assert window.page.view.painted_rects(candidate.id)
    play(window, "Enter")  # nothing is suggested for it
    assert len(spans(window)) == 5
    play(window, "Backspace")
    play(window, "Tab")
    assert at_hand(window) is None
    assert window.page.desk.selected is not None


def test_a_candidate_takes_a_label_and_then_has_no_origin(window: MainWindow) -> None:
    play(window, "Tab Enter Enter Enter Enter Enter Tab 1")
    assert ("PER", "۱۷", "") in spans(window)


def test_a_candidate_has_no_reading_to_correct(window: MainWindow) -> None:
    play(window, "Tab Enter Enter Enter Enter Enter Tab D")
    assert at_hand(window) is not None
    assert len(spans(window)) == 5
    assert window.page is not None
    assert "برچسب" in window.page.toast.text()


def test_the_form_of_a_suggestion_is_left_for_the_article(window: MainWindow) -> None:
    play(window, "Tab Tab")
    assert window.page is not None
    form = window.page.inspector.offer.form
    assert form.enter_form()
    play(window, "Esc")
    assert window.page.view.hasFocus()


def test_moving_away_or_escape_leaves_the_suggestion_for_later(window: MainWindow) -> None:
    play(window, "Tab Esc")
    assert at_hand(window) is None
    play(window, "Tab Left")
    assert at_hand(window) is None
    assert offered(window) == OFFERED
    play(window, "Shift+Tab")
    assert at_hand(window) == page_offers(window)[-1] or at_hand(window) == page_offers(window)[0]


def test_a_suggestion_can_be_lengthened_and_labelled(window: MainWindow) -> None:
    play(window, "Tab Tab Tab Shift+Left 5")
    assert ("LOC", "گنجه وعدهٔ", "") in spans(window)


def test_a_suggestion_that_is_too_long_is_cut_and_labelled(window: MainWindow) -> None:
    """«]» with Shift draws the end in; no more is done to the suggestion."""
    play(window, "Tab Tab Tab Tab Shift+] 0")
    assert spans(window) == [("MONEY", "۲۰ میلیون", "")]


def test_from_a_span_tab_leads_to_what_is_offered_inside_it(window: MainWindow) -> None:
    assert window.page is not None
    start = FIRST.index("گنجه")
    window.page.desk.select_text(start, FIRST.index(" داد"))
    play(window, "7 Tab")
    assert at_hand(window) is not None
    assert at_hand(window) == page_offers(window)[2]
    play(window, "Enter")
    assert spans(window)[:2] == [("EVENT", FIRST[start : FIRST.index(" داد")], ""), ("GPE", "گنجه", "gazetteer")]


def test_a_suggestion_fills_a_role_at_once(window: MainWindow) -> None:
    play(window, "C 2 Tab S")
    assert window.session is not None
    annotations = window.session.annotations
    assert annotations is not None
    ((label, filler),) = [(r.label, annotations.span(r.target)) for r in annotations.relations]
    assert filler is not None
    assert (label, filler.quote, filler.origin) == ("source", "وزیر نیرو", "phrase")


def test_a_click_takes_a_suggestion_to_hand(window: MainWindow) -> None:
    page = window.page
    assert page is not None
    offer = page.offers.suggestions[2]
    page.view.span_clicked.emit([offer.id])
    assert at_hand(window) == offer


def test_off_is_off(window: MainWindow) -> None:
    play(window, "F9")
    assert offered(window) == []
    assert window.page is not None
    assert window.page.offers.reason == "off"
    # Tab still leads somewhere: to the same places, but without a label.
    play(window, "Tab")
    candidate = at_hand(window)
    assert candidate is not None
    assert (candidate.quote, candidate.is_candidate) == ("وزیر نیرو", True)
    play(window, "2 Tab Backspace 4")
    assert spans(window) == [("ROLE", "وزیر نیرو", ""), ("GPE", "گنجه", "")]
    play(window, "Ctrl+Z Ctrl+Z Ctrl+Z")
    play(window, "F9")
    assert offered(window) == OFFERED


def test_control_articles_get_nothing(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    session.perform(set_project_info(session.project.info, settings={"control_share": 1}))
    settle()
    assert window.page is not None
    assert (offered(window), window.page.offers.reason) == ([], "control")
    play(window, "Tab")
    assert at_hand(window) is None
    play(window, "Ctrl+Z")
    assert offered(window) == OFFERED


def test_articles_of_several_people_get_nothing_unless_the_supervisor_says_so(
    qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot
) -> None:
    with Project.open(project) as opened, opened.batch("import"):
        state = SetState(new_id(), "finished")
        theirs = Span(new_id(), "entity", "ROLE", 0, 9, FIRST[:9])
        document = opened.document(1)
        opened.add_set(1, AnnotationSet(state.id, 0, document.id, "رضا", "annotation", state, {theirs.id: theirs}))
    window = open_window(qapp, tmp_path, project)
    wait(window, qtbot)
    page, session = window.page, window.session
    assert page is not None
    assert session is not None
    assert page.offers.reason == "reading"
    session.show_own()
    wait(window, qtbot)  # for the word lists: what is only read needs none
    assert (offered(window), page.offers.reason) == ([], "shared")
    session.perform(set_project_info(session.project.info, settings={"control_share": 0, "suggest_on_shared": True}))
    settle()
    assert offered(window) == OFFERED
    shut(window)


def test_figures_and_settings_of_the_project(window: MainWindow, qtbot: QtBot) -> None:
    play(window, "Tab Enter Backspace 5")
    window.show_project()
    dialog = window.findChild(ProjectDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.sources.rowCount() > 1)
    widgets = [dialog.sources.itemAt(n).widget() for n in range(dialog.sources.count())]  # type: ignore[union-attr]
    texts = [widget.text() for widget in widgets if isinstance(widget, QLabel)]
    rows = [texts[n : n + 5] for n in range(0, len(texts), 5)]
    assert rows[1:] == [
        ["واژه‌نامه‌ها", "۰", "۱", "۰", "۰٪"],
        ["الگو", "۰", "۰", "۱", "۰٪"],
        ["عبارت", "۱", "۰", "۰", "۱۰۰٪"],
    ]
    dialog.share.setValue(100)
    dialog.shared.setChecked(True)
    dialog.buttons.accepted.emit()
    assert window.session is not None
    assert window.session.project.setting("control_share") == 1
    assert window.session.project.setting("suggest_on_shared") is True
    settle()
    assert offered(window) == []
    play(window, "Ctrl+Z")
    assert window.session.project.setting("control_share") == 0


def test_a_project_closed_while_word_lists_are_read_hears_of_them_no_more(
    qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot
) -> None:
    window = open_window(qapp, tmp_path, project)
    assert window.page is not None
    offers = window.page.offers
    offers._load()  # without waiting until it is time
    assert window.tasks.busy
    window.close_project()
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=20_000)
    settle()
    assert (offers.suggestions, offers.reason) == ((), "loading")
    shut(window)


def test_a_long_article_is_read_once_whatever_is_edited_meanwhile(
    qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, edited, asked = Suggester.read, threading.Event(), []

    def waiting(self: Suggester, document: Document, *, article_date: date | None = None) -> Reading:
        asked.append(document.name)
        assert edited.wait(20)
        return read(self, document, article_date=article_date)

    monkeypatch.setattr("peyman.gui.annotate.offers.LONG", len(SECOND))
    monkeypatch.setattr(Suggester, "read", waiting)
    window = open_window(qapp, tmp_path, project)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    play(window, "1 Right 2")
    edited.set()
    wait(window, qtbot)
    assert asked == ["a"]
    assert "DATE ۵ مرداد ۱۴۰۳" in offered(window)
    shut(window)


def test_what_could_not_be_read_is_said_once(
    qapp: QApplication, tmp_path: Path, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def broken(_self: Suggester, document: Document, **_more: object) -> Reading:
        asked.append(document.name)
        raise PeymanError("project_io", path="names.txt", reason="gone")

    monkeypatch.setattr("peyman.gui.annotate.offers.LONG", 1)
    monkeypatch.setattr(Suggester, "read", broken)
    window = open_window(qapp, tmp_path, project)
    assert window.page is not None
    offers = window.page.offers
    with qtbot.waitSignal(offers.failed, timeout=20_000):
        pass
    play(window, "1 Right 2")
    assert not offers.busy
    assert asked == ["a"]
    shut(window)
