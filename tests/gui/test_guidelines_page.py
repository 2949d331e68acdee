"""Guidelines in the window: nothing is loaded, every paragraph runs its own way, G says what a label is for."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from gui.windows import opened
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.annotate.rule_dialog import RuleDialog
from peyman.gui.guidelines.page import GuidelinesPage
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.markdown import MarkdownView, rendered
from peyman.gui.player import play, settle
from peyman.paths import resource

PICTURE = resource("screenshots", "annotate.png")
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def window(qapp: QApplication, fonts: None, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path, schema) as window:
        yield window


def blocks(document: QTextDocument) -> list[tuple[str, Qt.LayoutDirection]]:
    found, block = [], document.begin()
    while block.isValid():
        found.append((block.text(), block.blockFormat().layoutDirection()))
        block = block.next()
    return found


# Markdown --------------------------------------------------------------------------------------------------------


def test_each_paragraph_runs_its_own_way_and_headings_as_the_whole(qapp: QApplication) -> None:
    text = "# agreement · توافق\n\nیک متن فارسی که بلندتر است.\n\nПо-русски.\n\n- نکته\n- Point one\n"
    assert blocks(rendered(text, QApplication.font())) == [
        ("agreement · توافق", RTL), ("یک متن فارسی که بلندتر است.", RTL), ("По-русски.", LTR), ("نکته", RTL),
        ("Point one", LTR),
    ]  # fmt: skip


def test_items_with_persian_numbers_have_no_bullet_beside_them(qapp: QApplication) -> None:
    document = rendered("- ۱. نخست\n- ۲) دوم\n- ۳ نفر\n- واپسین\n\n1. one\n", QApplication.font())
    found, block = [], document.begin()
    while block.isValid():
        found.append((block.text(), block.textList() is not None))
        block = block.next()
    assert found == [("۱. نخست", False), ("۲) دوم", False), ("۳ نفر", True), ("واپسین", True), ("one", True)]
    assert document.begin().blockFormat().indent() == 1


def test_columns_of_a_persian_table_begin_at_the_right(qapp: QApplication) -> None:
    text = "| نام | معنا \\| شرح |\n|---|:-:|\n| الف | یک |\n\nپایان با | خط\n"
    assert [text for text, _ in blocks(rendered(text, QApplication.font())) if text] == [
        "معنا | شرح", "نام", "یک", "الف", "پایان با | خط",
    ]  # fmt: skip
    english = "| name | sense |\n|---|---|\n| a | one |\n"
    assert [text for text, _ in blocks(rendered(english, QApplication.font())) if text] == ["name", "sense", "a", "one"]


@pytest.mark.parametrize("address", [str(PICTURE), PICTURE.as_uri(), "http://localhost:9/x.png", "annotate.png"])
def test_no_image_is_loaded_from_anywhere(qapp: QApplication, address: str) -> None:
    assert PICTURE.is_file()
    view = MarkdownView()
    view.show_markdown(f"before ![a picture]({address}) after\n\n![]({address})\n\n<img src='{address}'>")
    document = view.document()
    assert "a picture" in document.toPlainText()
    assert "\ufffc" not in document.toPlainText()
    assert document.resource(int(QTextDocument.ResourceType.ImageResource), QUrl(address)) in (None, QByteArray())
    view.resize(300, 300)
    view.grab()  # painting would load what is left
    assert "<img src" in document.toPlainText()
    view.deleteLater()


def test_links_lead_to_headings_or_nowhere(qapp: QApplication) -> None:
    view = MarkdownView()
    filler = "\n\n".join(["word"] * 80)
    view.show_markdown(f"[out](http://localhost:9/) [down](#ORG)\n\n{filler}\n\n## ORG · body\n\n{filler}")
    view.resize(300, 300)
    view.show()
    settle()
    html = view.document().toHtml()
    assert "localhost" not in html
    assert 'href="#ORG"' in html
    view.anchorClicked.emit(QUrl("#nothing"))
    assert view.verticalScrollBar().value() == 0
    view.anchorClicked.emit(QUrl("#ORG"))
    assert view.verticalScrollBar().value() > 500
    assert view.textCursor().block().text() == "ORG · body"
    view.close()
    view.deleteLater()


# The rule of a label ---------------------------------------------------------------------------------------------


def rule(window: MainWindow) -> RuleDialog | None:
    dialog = QApplication.activeModalWidget()
    assert dialog is None or isinstance(dialog, RuleDialog)
    return dialog


@pytest.mark.parametrize("layout", get_args(Layout))
def test_g_says_what_the_label_is_for_and_puts_it_away(window: MainWindow, layout: Layout) -> None:
    play(window, "Space Space G", layout)  # the pledge around the minister
    dialog = rule(window)
    assert dialog is not None
    assert dialog.text.document().begin().text() == "pledge · قول"
    play(window, "G", layout)
    assert rule(window) is None
    play(window, "G", layout)
    assert rule(window) is not None
    play(window, "Esc", layout)
    assert rule(window) is None
    assert window.page is not None
    assert window.focusWidget() is window.page.view


def test_without_a_label_at_hand_all_rules_are_told(window: MainWindow, schema: Schema) -> None:
    play(window, "Esc Esc G")
    dialog = rule(window)
    assert dialog is not None
    said = dialog.text.document().toPlainText()
    for label in schema.layer("entity").labels:
        assert f"{label.names('fa')}" in said
        assert label.rule("fa") in said
    play(window, "Esc")


def test_g_stays_a_hint_while_a_role_is_filled(window: MainWindow) -> None:
    play(window, "Space Space S G")
    assert rule(window) is None


# The page --------------------------------------------------------------------------------------------------------


def show(window: MainWindow) -> GuidelinesPage:
    play(window, "Ctrl+9")
    assert window.pages is not None
    page = window.pages.page("guidelines")
    assert isinstance(page, GuidelinesPage)
    return page


def kept(window: MainWindow) -> str:
    assert window.session is not None
    with Project.open(window.session.project.path, read_only=True) as other:
        return other.info.guidelines


def test_contents_lead_to_their_sections(window: MainWindow) -> None:
    page = show(window)
    headings = [page.contents.item(n).data(Qt.ItemDataRole.UserRole) for n in range(page.contents.count())]
    assert "QUANT · مقدار" in headings
    page.contents.setCurrentRow(headings.index("QUANT · مقدار"))
    settle()
    assert page.text.textCursor().block().text() == "QUANT · مقدار"
    assert page.text.verticalScrollBar().value() > 0


@pytest.mark.parametrize("layout", get_args(Layout))
def test_writing_is_one_edit_that_undo_takes_back(window: MainWindow, layout: Layout) -> None:
    before = kept(window)
    page = show(window)
    play(window, "E", layout)
    assert page.writing
    page.editor.selectAll()
    play(window, "text:#‌راهنما", layout)
    play(window, "Enter text:آزمایه Ctrl+Enter", layout)
    assert not page.writing
    assert kept(window) == "#‌راهنما\nآزمایه"
    assert "آزمایه" in page.text.document().toPlainText()
    play(window, "Ctrl+Z", layout)
    assert kept(window) == before
    assert "آزمایه" not in page.text.document().toPlainText()
    play(window, "Ctrl+Y", layout)
    assert kept(window) == "#‌راهنما\nآزمایه"


def test_what_is_being_written_is_kept_when_the_project_is_closed(window: MainWindow) -> None:
    page = show(window)
    play(window, "E")
    page.editor.setPlainText("half a thought")
    assert window.session is not None
    path = window.session.project.path
    window.close_project()
    with Project.open(path) as project:
        assert project.info.guidelines == "half a thought"


def test_a_project_without_guidelines_says_so(window: MainWindow) -> None:
    page = show(window)
    play(window, "E")
    page.editor.clear()
    play(window, "Ctrl+Enter")
    assert kept(window) == ""
    assert page._empty.isVisible()


def test_nothing_is_written_where_one_may_only_read(window: MainWindow) -> None:
    assert window.session is not None
    path = window.session.project.path
    window.close_project()
    window._open_to_read(path)
    page = show(window)
    play(window, "E")
    assert not page.writing
