"""Documents and spans for tests of the window, and the mouse."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from peyman.core.decode import text_hash
from peyman.core.model import Direction, Document, Extent, Span, new_id
from peyman.core.text import Tokenizer
from peyman.gui.annotate.appearance import Look
from peyman.gui.annotate.article_view import ArticleView


class Marked(NamedTuple):
    """A document and its spans."""

    document: Document
    spans: Sequence[Span]


def make_document(text: str, direction: Direction | None = None, language: str = "fa") -> Document:
    """Return a document with tokens by Unicode's rules, so that no test waits for hazm."""
    direction = direction or ("rtl" if language == "fa" else "ltr")
    with Tokenizer() as tokenizer:
        tokens = tokenizer.tokens(text, "other")
    return Document(new_id(), "a", "a", text, text_hash(text), language, direction, tokens)


def span(document: Document, start: int, end: int, label: str = "GPE", fragments: tuple[Extent, ...] = ()) -> Span:
    layer = "commitment" if label == "pledge" else "entity"
    return Span(new_id(), layer, label, start, end, document.text[start:end], fragments)


def span_on(document: Document, quote: str, label: str = "GPE", occurrence: int = 0) -> Span:
    """Return a span on the given words, at their first occurrence or a later one."""
    start = [found.start() for found in re.finditer(re.escape(quote), document.text)][occurrence]
    return span(document, start, start + len(quote), label)


COLOURS = {"entity": QColor("#18806a"), "commitment": QColor("#b4532a"), "argument": QColor("#7d838c")}


def look(shown: Span) -> Look:
    return Look(COLOURS[shown.layer], shown.label, "wash" if shown.layer == "commitment" else "lane")


class Mouse:
    """Sends the events of a real mouse to the article view; points are in the viewport."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._time = 10_000

    def press(self, at: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._send(QEvent.Type.MouseButtonPress, at, keys, down=True)

    def move(self, at: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, down: bool = True) -> None:
        self._send(QEvent.Type.MouseMove, at, keys, down=down)

    def release(self, at: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._send(QEvent.Type.MouseButtonRelease, at, keys, down=False)

    def click(self, at: QPointF) -> None:
        self._time += 5000
        self.press(at)
        self.release(at)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self._send(QEvent.Type.MouseButtonDblClick, at, Qt.KeyboardModifier.NoModifier, down=True)
        self.release(at)

    def triple_click(self, at: QPointF) -> None:
        self.double_click(at)
        self.press(at)
        self.release(at)

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._time += 5000
        self.press(start, keys)
        for step in range(1, 9):
            self.move(start + (end - start) * (step / 8), keys)
        self.release(end, keys)

    def _send(self, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier, *, down: bool) -> None:
        self._time += 20
        viewport = self._view.viewport()
        moves = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moves else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), button, buttons, keys)
        event.setTimestamp(self._time)
        QApplication.sendEvent(viewport, event)


def place(view: ArticleView, offset: int, end: int | None = None) -> QPointF:
    """Return the middle of a character, or of a range's first rectangle, in the viewport."""
    rect = view.rects(offset, offset + 1 if end is None else end)[0]
    return view.content_to_viewport(rect).center()
