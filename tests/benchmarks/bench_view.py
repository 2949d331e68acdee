"""The article view against Qt alone: each figure is a ratio of processor times measured in this one run.

    python tests/benchmarks/bench_view.py

Bare is a QTextLayout laid out and drawn for the same text in the same font, without spans. Opening is showing a
document with its spans and painting the window; labelling is one more span and painting again.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from peyman.core.decode import text_hash
from peyman.core.model import Document, Span, new_id
from peyman.core.text import Tokenizer
from peyman.gui.annotate.appearance import Appearance, Look
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.lines import Typeface
from peyman.gui.theme import load_fonts
from peyman.paths import seeds

SIZE = 1100, 800
LABELS = [Look(QColor.fromHsv(hue, 170, 150), name) for hue, name in ((0, "شخص"), (120, "سازمان"), (210, "مکان"))]
COMMITMENT = Look(QColor("#b4532a"), "قول", "wash")


@dataclass(frozen=True)
class Case:
    """A document with spans, of a certain size."""

    name: str
    document: Document
    spans: list[Span]


def make_case(characters: int, spans: int, *, one_paragraph: bool = False) -> Case:
    articles = [path.read_text(encoding="utf-8-sig") for path in sorted(seeds().glob("*.txt"))][:4]
    text = "".join(articles) * (characters // sum(map(len, articles)) + 1)
    text = text[:characters].replace("\n", " " if one_paragraph else "\n")
    with Tokenizer() as tokenizer:
        tokens = tokenizer.tokens(text, "other")
    document = Document(new_id(), "a", "a", text, text_hash(text), "fa", "rtl", tokens)
    chance = random.Random(1)
    found = []
    for _ in range(spans):
        long = chance.random() < 0.1
        first = chance.randrange(len(document.tokens) - 40)
        last = first + (chance.randint(8, 35) if long else chance.randint(0, 4))
        extent = document.tokens[first][0], document.tokens[last][1]
        found.append(span(document, *extent, label="pledge" if long else "GPE"))
    shape = ", one paragraph" if one_paragraph else ""
    return Case(f"{characters:,} characters, {spans:,} spans{shape}", document, found)


def span(document: Document, start: int, end: int, label: str = "GPE") -> Span:
    layer = "commitment" if label == "pledge" else "entity"
    return Span(new_id(), layer, label, start, end, document.text[start:end])


def look(shown: Span) -> Look:
    return COMMITMENT if shown.layer == "commitment" else LABELS[shown.start % 3]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare(document: Document) -> float:
    """Lay out the whole text with Qt alone and draw what a window would show."""
    face = Typeface(Appearance().font("fa"), 1.6, "rtl")
    image = QImage(*SIZE, QImage.Format.Format_RGB32)

    def work() -> None:
        painter, y = QPainter(image), 0.0
        for paragraph in document.text.split("\n"):
            layout = QTextLayout(paragraph, face.font)
            layout.setTextOption(face.option)
            layout.beginLayout()
            height = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(46 * face.em)
                line.setPosition(QPointF(0, height))
                height += line.height()
            layout.endLayout()
            if y < SIZE[1]:
                layout.draw(painter, QPointF(0, y))
            y += height
        painter.end()

    return min(seconds(work) for _ in range(5))


def measure(view: ArticleView, case: Case) -> None:
    document, spans = case.document, case.spans

    def open_article() -> None:
        view.show_document(document)
        view.show_spans(spans, look)
        view.viewport().repaint()

    open_article()  # once for fonts and chips, which later articles find ready
    opening = min(seconds(open_article) for _ in range(5))
    finishing = seconds(view.finish_layout)
    painting = min(seconds(view.viewport().repaint) for _ in range(10))
    labelling = []
    shown = list(spans)
    tokens = [token for token in document.tokens[:400] if token[1] - token[0] > 2]
    for token in random.Random(2).sample(tokens, 60):
        view.ensure_visible(*token)
        shown.append(span(document, *token))

        def label() -> None:
            view.update_spans(shown)
            view.viewport().repaint()

        labelling.append(seconds(label))
    labelling.sort()
    base = bare(document)
    print(f"{case.name}: bare layout and drawing {base * 1000:.1f} ms")
    for name, figure in (
        ("open", opening),
        ("lay out the rest when idle", finishing),
        ("paint", painting),
        ("label and paint, median", labelling[len(labelling) // 2]),
        ("label and paint, 98 of 100", labelling[-2]),
    ):
        print(f"    {name:28} {figure / base:6.2f} of bare ({figure * 1000:.1f} ms)")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    load_fonts()
    view = ArticleView()
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    for case in (
        make_case(3_500, 110),
        make_case(10_000, 300),
        make_case(20_000, 600, one_paragraph=True),
        make_case(200_000, 5_000),
        make_case(200_000, 5_000, one_paragraph=True),
    ):
        measure(view, case)


if __name__ == "__main__":
    main()
