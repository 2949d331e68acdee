"""A window on a project with the same words in several articles, for tests of repeating, finding and searching."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.articles import make_document
from peyman.core.edits import Editor
from peyman.core.model import Span
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.search.page import SearchPage

TEXTS = {
    "a": "باکو زیباست. از باكو به باکو رفت و در با کو ماند؛ باکویی نبود. نخست‌وزیر آمد.",
    "b": "وزیر وارد باکو شد. نخست وزیر در باکو ماند.",
    "c": "باکو تمام شد.",
    "d": "Премьер прибыл в Баку. Переговоры в Баку продолжатся.",
}


def make_news(path: Path, schema: Schema) -> Path:
    """Make a project of four articles with «سارا» at work."""
    with Project.create(path, annotator="سارا", schema=schema) as made, made.batch("import"):
        for name, text in TEXTS.items():
            document = make_document(text, language="ru" if name == "d" else "fa")
            made.add_document(replace(document, name=name, title=f"مقالهٔ {name}" if name != "d" else "Статья"))
    return path


def annotate(project: Project, number: int, quote: str, label: str, occurrence: int = 0) -> None:
    """Label a quote in an article as an entity."""
    document, start = project.document(number), -1
    for _ in range(occurrence + 1):
        start = document.text.index(quote, start + 1)
    editor = Editor(document, project.own_set(number), project.schema)
    project.apply(editor.add_span("entity", label, start, start + len(quote)))


def spans(window: MainWindow, number: int = 1) -> list[tuple[str, str]]:
    """What the annotator's own set of an article holds in the file."""
    assert window.session is not None
    with Project.open(window.session.project.path, read_only=True) as other:
        return [(span.label, span.quote) for span in other.own_set(number).spans if isinstance(span, Span)]


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing runs in the background, and what it brought is shown."""
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=20_000)
    settle()


def search(window: MainWindow, qtbot: QtBot, text: str = "") -> SearchPage:
    """Turn to the search page, type a query and go to the list with Down."""
    play(window, "Ctrl+Shift+F")
    assert window.pages is not None
    page = window.pages.page("search")
    assert isinstance(page, SearchPage)
    if text:
        page.search.field.setText(text)
        play(window, "Down")
        rest(window, qtbot)
    return page
