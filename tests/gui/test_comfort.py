"""Reading comfort in the whole window: keys change what is shown, are remembered, and never touch the text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QToolButton

from gui.articles import make_document
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.annotate.appearance import next_family
from peyman.gui.annotate.page import AnnotatePage
from peyman.gui.app import make_window
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.settings import Settings
from peyman.gui.theme import contrast
from peyman.paths import seeds as seeds_folder

PLAIN = "وزیر اقتصاد وارد باکو شد.\n\nاو فردا بازمی‌گردد و گزارش می‌دهد.\n\nپایان گزارش."


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "c.peyman"
    texts = {file.stem[:3]: file.read_text(encoding="utf-8-sig") for file in seeds_folder().glob("00[24]*.txt")}
    with Project.create(path, annotator="سارا", schema=schema) as made, made.batch("import"):
        for name, text in {"plain": PLAIN, **texts}.items():
            document = make_document(text, language="ru" if name == "004" else "fa")
            made.add_document(replace(document, name=name, title=name))
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.set("language", "fa")
    settings.set("theme", "light")
    settings.set("suggestions", False)  # they come when they are ready, and lines grow
    return settings


@pytest.fixture
def window(qapp: QApplication, fonts: None, settings: Settings, project: Path) -> Iterator[MainWindow]:
    window = make_window(qapp, settings)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(project, document="plain")
    settle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def page_of(window: MainWindow) -> AnnotatePage:
    assert window.page is not None
    return window.page


def open_article(window: MainWindow, name: str) -> AnnotatePage:
    assert window.session is not None
    number = window.session.project.number_by_name(name)
    assert number is not None
    page_of(window).open_document(number)
    settle()
    return page_of(window)


def lines_button(page: AnnotatePage) -> QToolButton:
    return next(b for b in page.header.findChildren(QToolButton) if b.isCheckable())


# --- Joined lines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["latin", "fa", "ru"])
def test_a_key_joins_the_lines_of_one_article_and_it_is_remembered(window: MainWindow, layout: Layout) -> None:
    page = open_article(window, "002")
    assert not page.view.joined
    play(window, "Ctrl+J", layout)
    assert page.view.joined
    assert lines_button(page).isChecked()
    assert not open_article(window, "004").view.joined
    assert open_article(window, "002").view.joined
    lines_button(page).click()
    assert not page.view.joined
    assert not lines_button(page).isChecked()
    open_article(window, "004")
    assert not open_article(window, "002").view.joined


def test_a_wrapped_article_suggests_joining_once_and_others_do_not(window: MainWindow) -> None:
    page = page_of(window)
    assert not page.toast.isVisible()
    assert not lines_button(page).isVisible()
    open_article(window, "002")
    assert page.toast.isVisible()
    assert "Ctrl+J" in page.toast.text()
    assert lines_button(page).isVisible()
    play(window, "Ctrl+J Ctrl+J")
    assert not page.toast.isVisible()
    open_article(window, "004")
    assert not page.toast.isVisible()
    assert lines_button(page).isVisible()
    open_article(window, "plain")
    assert not lines_button(page).isVisible()
    play(window, "Ctrl+J")
    assert page.toast.isVisible()  # says that there is nothing to join
    assert not page.view.joined


def test_the_setting_joins_all_wrapped_articles_but_those_chosen_otherwise(
    window: MainWindow, settings: Settings
) -> None:
    page = open_article(window, "002")
    play(window, "Ctrl+J Ctrl+J")
    open_article(window, "004")
    settings.set("wrapped_lines", "join")
    assert page.view.joined  # at once
    assert not open_article(window, "002").view.joined
    assert not open_article(window, "plain").view.joined
    assert open_article(window, "004").view.joined
    settings.set("wrapped_lines", "keep")
    assert not page.view.joined


@given(data=st.data())
@hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_selected_in_a_joined_article_is_stored_to_the_character(
    window: MainWindow, data: st.DataObject
) -> None:
    page = open_article(window, "002")
    if not page.view.joined:
        play(window, "Ctrl+J")
    assert window.session is not None
    document = window.session.document
    assert document is not None
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2), label="extent"))
    page.view.selection_made.emit((start, end) if start < end else None)
    before = {span.id for span in window.session.annotations.spans} if window.session.annotations else set()
    if start == end:
        return
    assert page.view.selection == (start, end)
    play(window, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == document.text[start:end]
    play(window, "4")
    assert window.session.annotations is not None
    made = [span for span in window.session.annotations.spans if span.id not in before]
    for span in made:  # none where another span of the same extent or a crossing one is in the way
        assert (span.start, span.end) == (start, end)
        assert span.quote == document.text[start:end]
        assert page.view.painted_rects(span.id)
    play(window, "Esc Ctrl+Z" if made else "Esc")


def test_keys_go_from_line_to_line_as_they_are_shown(window: MainWindow) -> None:
    page = open_article(window, "002")
    play(window, "Ctrl+J Ctrl+Home")
    seen = []
    for _ in range(12):
        assert page.desk.cursor is not None
        word = page.desk.cursor.word
        seen.append(page.view.rects(*word)[0].top())
        play(window, "Down")
    assert seen == sorted(set(seen))
    join = next(j for j in page.view.units.joins if page.view.line_start(j.end) < j.start)
    page.desk.go_to(join.end)
    play(window, "Home")
    assert page.desk.cursor is not None
    assert page.desk.cursor.word[0] < join.start  # the shown line begins before the stored one
    play(window, "Shift+End")
    assert page.desk.selection is not None
    assert page.desk.selection[0] < join.start < join.end < page.desk.selection[1]


def test_selected_text_of_several_lines_grows_by_lines_from_the_end_that_moves(window: MainWindow) -> None:
    page = open_article(window, "002")
    play(window, "Ctrl+J")
    desk, view = page.desk, page.view
    starts = [view.line_start(view.units.joins[0].start)]
    for _ in range(4):
        below = view.line_below(starts[-1])
        assert below is not None
        starts.append(view.line_start(below))
    for keys, grows in [("Shift+Down", (0, 1)), ("Shift+End", (0, 1)), ("Shift+Up", (1, 0)), ("Shift+Home", (1, 0))]:
        words = []
        for line in (1, 3):  # of three lines, the first and the last not whole
            desk.go_to(starts[line] + 20)
            assert desk.cursor is not None
            words.append(desk.cursor.word)
        start, end = words[0][0], words[1][1]
        desk.select_text(start, end)
        play(window, keys)
        assert desk.selection is not None
        assert (desk.selection[0] < start, desk.selection[1] > end) == (bool(grows[0]), bool(grows[1])), keys
        assert desk.selection[0] <= start
        assert desk.selection[1] >= end


# --- Letters, lines, column -------------------------------------------------------------------------------


def test_keys_change_spacing_width_and_size_within_their_bounds(window: MainWindow, settings: Settings) -> None:
    page = page_of(window)

    def looks() -> tuple[float, float, float]:
        return page.view.appearance.point_size, page.view.appearance.line_spacing, page.view.appearance.column_width

    play(window, "Ctrl+= Alt+= Ctrl+[")
    size, spacing, width = looks()
    assert (size, spacing) == (16, 1.7)
    assert width < page.view.widest_column
    play(window, "Ctrl+- Alt+- Ctrl+]", "fa")
    assert looks()[:2] == (15, 1.6)
    assert looks()[2] == width + 2.5
    for key in ("Alt+=", "Alt+-", "Ctrl+[", "Ctrl+]", "Ctrl+=", "Ctrl+-"):
        play(window, " ".join([key] * 60), "ru")
    assert looks() == (8, 1.0, looks()[2])
    assert settings.number("line_spacing") == 1.0
    play(window, "Ctrl+0")
    assert looks()[0] == 15


def test_a_narrower_column_is_narrower_on_the_screen_at_the_first_press(window: MainWindow, settings: Settings) -> None:
    settings.set("column_width", 250)
    page = open_article(window, "004")
    before = page.view._column.width
    play(window, "Ctrl+[")
    assert page.view._column.width < before
    assert page.toast.isVisible()


def test_a_key_goes_round_the_fonts_made_for_the_language(window: MainWindow, settings: Settings) -> None:
    page = open_article(window, "004")
    seen = [""]
    for _ in range(100):
        play(window, "Ctrl+T")
        seen.append(settings.text("article_font"))
        assert page.view.appearance.families[0] == (seen[-1] or "Vazirmatn")
        if seen[-1] == "":
            break
    assert seen[-1] == ""
    assert len(seen) > 2
    assert "Vazirmatn" not in seen  # it has no Cyrillic
    assert next_family("", "fa") != ""
    assert next_family("Not on this machine", "fa") == ""


# --- One paragraph ----------------------------------------------------------------------------------------


def strong_rows(page: AnnotatePage) -> set[int]:
    """Return the rows of the viewport that have letters in full ink."""
    image: QImage = page.view.viewport().grab().toImage()
    ink = page.view.appearance.ink
    return {y for y in range(image.height()) if any(image.pixelColor(x, y) == ink for x in range(image.width()))}


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_one_paragraph_stands_out_and_follows_the_cursor(window: MainWindow, settings: Settings, theme: str) -> None:
    settings.set("theme", theme)
    page = page_of(window)
    all_rows = strong_rows(page)
    play(window, "Ctrl+Home Ctrl+D")
    assert settings.boolean("paragraph_focus")
    first = strong_rows(page)
    assert first < all_rows
    play(window, "Down")
    second = strong_rows(page)
    assert second
    assert not first & second
    play(window, "Ctrl+D")
    assert strong_rows(page) == all_rows
    assert not settings.boolean("paragraph_focus")


def test_a_paragraph_of_a_wrapped_article_is_more_than_one_of_its_lines(window: MainWindow) -> None:
    page = open_article(window, "002")
    document = page.view.document
    assert document is not None
    join = page.view.units.joins[3]
    start, end = page.view.units.paragraph_at(join.start)
    assert "\n\n" in document.text[start:end]
    for joined in (False, True):
        if page.view.joined != joined:
            play(window, "Ctrl+J")
        page.desk.go_to(join.end)
        page.view.set_paragraph_focus(True)
        assert page.view._scene.focus == (start, end)


def test_what_steps_back_can_still_be_read_and_marked(window: MainWindow, settings: Settings) -> None:
    play(window, "Ctrl+Home Ctrl+D")
    page = page_of(window)
    for theme in ("light", "dark", "high_contrast"):
        settings.set("theme", theme)
        looks = page.view.appearance
        image = page.view.viewport().grab().toImage()
        assert contrast(looks.dim_ink, looks.paper) >= 4.5
        last = page.view.content_to_viewport(page.view.rects(len(PLAIN) - 8, len(PLAIN))[0]).toRect()
        found = {image.pixel(x, y) for x in range(last.left(), last.right()) for y in range(last.top(), last.bottom())}
        assert looks.dim_ink.rgb() in found
        assert looks.ink.rgb() not in found
    play(window, "Ctrl+End 4")
    assert window.session is not None
    assert window.session.annotations is not None
    assert [span.label for span in window.session.annotations.spans] == ["GPE"]


def test_a_doubt_shows_on_the_chip_in_words(window: MainWindow) -> None:
    page = page_of(window)
    play(window, "Ctrl+Home 4")

    def chips() -> list[str]:
        assert window.session is not None
        assert window.session.annotations is not None
        return [page._look(span).chip for span in window.session.annotations.spans]

    (plain,) = chips()
    before = page.view.viewport().grab().toImage()
    play(window, "X")
    assert chips() == [f"{plain}؟"]
    assert page.view.viewport().grab().toImage() != before
    play(window, "X")
    assert chips() == [plain]
