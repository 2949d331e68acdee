"""`make bench`: what the window costs, each as a ratio to the bare thing, measured in one run.

Milliseconds differ from machine to machine and from hour to hour; the ratios and the 16 ms of one frame are what
counts. Medians of many; the bare thing and ours take turns, so that a slow moment hits both.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from peyman import paths
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, Document, Span, new_id
from peyman.core.project import Project
from peyman.core.tagger import Report, Training
from peyman.core.text import Tokenizer, sentences
from peyman.exchange import make_sample
from peyman.gui.annotate.appearance import Appearance
from peyman.gui.app import SWITCH, make_app, make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import press, settle
from peyman.gui.settings import Settings

# Benchmarks that are programs of their own.
OTHERS = {
    "Suggestions, each article of the sample held out in turn": "bench_suggest.py",
    "Keys that annotating takes": "bench_keys.py",
    "Adjudicating in the window, in small and large projects": "bench_review.py",
    "The article view alone, by size of the article": "bench_view.py",
    "Canonical names in a project of 1,000 articles": "bench_names.py",
    "Import and export of 10,000 articles": "bench_stream.py",
    "Searching a project of 10,000 articles": "bench_search.py",
}
BLANK = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1]); window = QMainWindow(); window.resize(1280, 820); window.show()
app.processEvents(); print(time.time()); sys.stdout.flush()
"""
OURS = """
import gc, sys, time
gc.disable()  # as the program does while it starts
from pathlib import Path
from peyman.gui.app import SWITCH, make_app, make_window
sys.setswitchinterval(SWITCH)
from peyman.gui.settings import Settings
app = make_app(); window = make_window(app, Settings(Path(sys.argv[1]))); window.show()
window.open_project(Path(sys.argv[2])); app.processEvents(); print(time.time()); sys.stdout.flush()
"""


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def row(name: str, ours: list[float], bare: list[float], aim: float) -> None:
    one, other = statistics.median(ours), statistics.median(bare)
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    print(f"{name:<58} {one:9.2f} {other:9.2f} {ratio:8.2f}   aim <= {aim:g}")


def lay_out_bare(text: str, appearance: Appearance) -> None:
    """Lay out and draw a text with nothing but QTextLayout, as far as the window shows it."""
    image = QImage(QSize(780, 760), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    option = QTextOption(Qt.AlignmentFlag.AlignRight)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    y = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, appearance.font("fa"))
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(700)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        if y < 800:
            layout.draw(painter, QPointF(0, 0))
    painter.end()


def bench_open(window: MainWindow) -> None:
    """An article with its annotations, from the file to the screen, against laying out the same text bare."""
    page, session = window.page, window.session
    assert page is not None
    assert session is not None
    numbers = session.project.document_numbers()[:3:2]
    texts = {number: session.project.document(number).text for number in numbers}
    appearance = page.view.appearance
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(30):
        number = numbers[turn % 2]

        def show(number: int = number) -> None:
            page.open_document(number)
            page.view.viewport().repaint()

        ours.append(timed(show))
        settle()
        bare.append(timed(lambda text=texts[number]: lay_out_bare(text, appearance)))  # type: ignore[misc]
    row("file, article, queue and inspector / bare layout", ours[4:], bare[4:], 2)
    ours, bare = [], []
    for turn in range(30):
        number = numbers[turn % 2]
        document = session.project.document(number)
        spans = session.project.annotation_set(session.project.set_numbers(number)[0]).spans

        def show_view(document: Document = document, spans: tuple[Span, ...] = spans) -> None:
            page.view.show_document(document, sentences(document.text, document.language))
            page.view.show_spans(spans, page._look)
            page.view.viewport().repaint()

        ours.append(timed(show_view))
        bare.append(timed(lambda text=texts[number]: lay_out_bare(text, appearance)))  # type: ignore[misc]
    row("the view alone: show that article / bare layout", ours[4:], bare[4:], 2)


def long_article(window: MainWindow, count: int, length: int) -> None:
    """Make and show an article of `length` code points with `count` spans of the annotator's own."""
    session = window.session
    assert session is not None
    assert window.page is not None
    text = ""
    while len(text) < length:
        for seed in sorted(paths.seeds().glob("*.txt"))[:4]:
            text += seed.read_text(encoding="utf-8")
    text = text[:length]
    with Tokenizer() as tokenizer:
        tokens = tokenizer.tokens(text, "other")
    document = Document(new_id(), f"long {count}", "long", text, f"{count:064x}", "fa", "rtl", tokens)
    with session.project.batch("import"):
        number = session.project.add_document(document)
    window.page.open_document(number)
    editor = session.editor()
    labels = [label.id for label in session.project.schema.layer("entity").labels]
    words = [token for token in tokens if text[token[0]].isalpha()]
    step = max(1, len(words) // count)
    spans = [
        Span(new_id(), "entity", labels[n % len(labels)], start, end, text[start:end])
        for n, (start, end) in enumerate(words[::step][:count])
    ]
    annotations = editor.annotations
    with session.project.batch("import"):
        session.project._insert_all(annotations.number, spans)
    window.page.open_document(number)
    settle()


class BareCommits:
    """One small row in one durable transaction, in the same mode and on the same disk."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE t(a TEXT, b TEXT)")

    def commit(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO t VALUES (?, ?)", ["x" * 40, "y" * 80])
        self._connection.execute("COMMIT")


def bench_label(window: MainWindow, folder: Path) -> None:
    """A label key, from the event to the durable commit and the repainted article, against a bare commit."""
    page = window.page
    assert page is not None
    bare_file = BareCommits(folder / "bare.db")
    ours: list[float] = []
    bare: list[float] = []
    frames: list[float] = []

    def paint() -> None:
        QApplication.sendPostedEvents(window, int(QEvent.Type.UpdateRequest.value))

    gc.collect()
    gc.freeze()  # as the program does when it has started
    for turn in range(150):
        blocks = press_label(window, turn)
        ours.append(blocks[0] + blocks[1])
        frames += blocks
        bare.append(timed(bare_file.commit))
    row("label key to durable commit and repaint / bare commit", ours[10:], bare[10:], 3)
    print_frames("while tagging", frames[60:])


def press_label(window: MainWindow, turn: int) -> list[float]:
    """Label the next word; return how long each stretch of the event loop took.

    They are the key with all it changes, painting the article, what stands around it, painting that.
    """
    page = window.page
    assert page is not None

    def paint() -> None:
        QApplication.sendPostedEvents(window, int(QEvent.Type.UpdateRequest.value))

    press(window, "Left")
    key = timed(lambda: page.key(str(turn % 8 + 1)))
    blocks = [key, timed(paint), timed(page._show_aside), timed(paint)]
    settle()
    return blocks


def print_frames(when: str, frames: list[float]) -> None:
    blocks = sorted(frames)
    for share in (0.5, 0.99):
        name = f"the window is busy at one stretch {when}, p{share * 100:.0f}"
        print(f"{name:<58} {blocks[int(len(blocks) * share)]:9.2f}   aim <= 16 ms")


def bench_learning(window: MainWindow, folder: Path) -> None:
    """Tagging while the tagger learns in the background from 200 articles made of the sample's."""
    assert window.session is not None
    with Project.open(window.session.project.path, read_only=True) as project:
        gold = [(project.document(n), project.annotation_set(project.set_infos(n)[0].number)) for n in (1, 3, 5)]
    articles = [
        AnnotatedDocument(replace(document, id=new_id(), sha256=f"{turn:064x}"), annotations)
        for turn in range(67)
        for document, annotations in gold
    ]
    training = Training(articles, folder / "side")
    reports: list[Report | PeymanError | None] = []
    window.tasks.run(lambda _progress: training.run(), on_done=reports.append, on_error=reports.append)
    frames: list[float] = []
    while not reports and len(frames) < 3000:
        frames += press_label(window, len(frames))
    training.cancel()
    print_frames("while it learns", frames)


def bench_start(folder: Path, project: Path) -> None:
    """From the process's start to the shown window, against a blank QMainWindow."""
    blank, ours = folder / "blank.py", folder / "ours.py"
    blank.write_text(BLANK, encoding="utf-8")
    ours.write_text(OURS, encoding="utf-8")
    # With compiled modules, as anybody but the very first start has them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[Path, list[float]] = {blank: [], ours: []}
    for _ in range(7):
        for script in (ours, blank):
            start = time.time()
            arguments = [sys.executable, str(script), str(folder / "start.ini"), str(project)]
            shown = subprocess.run(arguments, capture_output=True, check=True, text=True, env=environment).stdout
            times[script].append((float(shown.strip().splitlines()[-1]) - start) * 1000)
    row("cold start with a project / blank QMainWindow", times[ours][1:], times[blank][1:], 2)


def main() -> int:
    app = make_app()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        project = folder / "sample.peyman"
        make_sample(project)
        settings = Settings(folder / "settings.ini")
        settings.set("language", "fa")
        window = make_window(app, settings)
        window.resize(1280, 820)
        window.show()
        window.activateWindow()
        assert window.open_project(project)
        sys.setswitchinterval(SWITCH)
        while window.page is not None and window.page.offers.busy:
            settle()
        print(f"{'milliseconds (medians)':<58} {'ours':>9} {'bare':>9} {'ratio':>8}")
        bench_open(window)
        long_article(window, 300, 10_000)
        bench_label(window, folder)
        bench_learning(window, folder)
        window.close()
        QApplication.processEvents()
        bench_start(folder, project)
    for title, script in OTHERS.items():
        print(f"\n{title}:")
        sys.stdout.flush()
        subprocess.run([sys.executable, str(Path(__file__).with_name(script))], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
