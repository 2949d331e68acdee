"""What the tests of the window share: a pinned font and scale, documents, and the article view on screen."""

import os
from collections.abc import Iterator
from pathlib import Path

# Before Qt starts: geometry must be the same on every machine.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.articles import Marked, make_document
from gui.searching import make_news, rest
from peyman.core.schema import Schema
from peyman.formats import jsonl
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.app import make_window
from peyman.gui.i18n import Language
from peyman.gui.main_window import MainWindow
from peyman.gui.settings import Settings
from peyman.gui.theme import load_fonts
from peyman.paths import seeds as seeds_folder


@pytest.fixture(autouse=True)
def _language_of_the_next_test(qapp: QApplication) -> Iterator[None]:
    """Digits and direction are the program's, so a test that changes them would change them for all that follow."""
    locale, direction = QLocale(), qapp.layoutDirection()
    yield
    QLocale.setDefault(locale)
    if qapp.layoutDirection() != direction:
        qapp.setLayoutDirection(direction)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The shipped font, known to Qt."""
    assert load_fonts()


@pytest.fixture(scope="session")
def gold(schema: Schema) -> list[Marked]:
    """The articles of the sample project that are annotated, with their spans."""
    found = []
    for item in jsonl.read(seeds_folder("sample_gold.jsonl"), schema):
        assert item.annotations is not None
        document = make_document(item.document.text, language=item.document.language)
        found.append(Marked(document, item.annotations.spans))
    return found


@pytest.fixture
def view(fonts: None) -> Iterator[ArticleView]:
    """An article view of 900 by 600 pixels, shown and empty."""
    view = ArticleView()
    view.resize(900, 600)
    view.show()
    QApplication.processEvents()
    yield view
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """The window's language, English to begin with."""
    language = Language(qapp)
    language.install("en")
    yield language
    language.leave()
    language.deleteLater()


@pytest.fixture
def window(qapp: QApplication, fonts: None) -> Iterator[QWidget]:
    """What the dialogs stand before; they are gone with it."""
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.fixture
def news(qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, schema: Schema) -> Iterator[MainWindow]:
    """The whole window in Persian, 1100 by 700 pixels, on the project of `searching`, with nothing running."""
    settings = Settings(tmp_path / "settings.ini")
    settings.set("language", "fa")
    settings.set("suggestions", False)
    settings.set("learning", False)
    window = make_window(qapp, settings)
    window.resize(1100, 700)
    window.show()
    window.activateWindow()
    assert window.open_project(make_news(tmp_path / "news.peyman", schema))
    rest(window, qtbot)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
