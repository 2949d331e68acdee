"""Drive the real window from a script: play key events, print what became of the article, take a picture.

    python tests/drive.py PROJECT --document NAME --keys "Left Shift+Left 4" [--screenshot OUT.png] [--json]

Keys are named as in `peyman.gui.keymap` ("A", "Shift+Left", "Ctrl+Z", "Enter", "Esc", "F1"), separated by spaces;
`text:…` types the letters after it into the field that has the focus, and `wait` lets what runs in the background
come to its end. Nothing of the person's own settings is read
or written. With --geometry each span also gets the rectangles it is painted in, in pixels of the window (a span
outside the part in view lies outside the window).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.formats import Options, format_for
from peyman.gui.app import make_app, make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.settings import Settings


def find_document(window: MainWindow, wanted: str) -> int:
    """Return the number of the document with this name, or whose name alone has `wanted` in it."""
    assert window.session is not None
    project = window.session.project
    number = project.number_by_name(wanted)
    if number is not None:
        return number
    rows = [row for row in project.document_rows(project.document_numbers()) if wanted in row.name]
    if len(rows) != 1:
        raise SystemExit(f"drive: {len(rows)} documents of the project are called “{wanted}”; give the whole name.")
    return rows[0].number


def wait(app: QApplication, window: MainWindow) -> None:
    while window.tasks.busy or (window.page is not None and window.page.offers.busy):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    settle()


def result(window: MainWindow, keys: int, *, geometry: bool) -> dict[str, Any]:
    """What the article holds now, as the native format writes it, and how many keys it took."""
    session, page = window.session, window.page
    assert session is not None
    assert page is not None
    assert session.document is not None
    stream = io.BytesIO()
    write = format_for(Path("a.jsonl")).write
    assert write is not None
    write([AnnotatedDocument(session.document, session.annotations)], stream, session.project.schema, Options())
    found: dict[str, Any] = json.loads(stream.getvalue())
    found["keys"] = keys
    found["selected"] = [page.desk.selected.start, page.desk.selected.end] if page.desk.selected else None
    found["selection"] = list(page.desk.selection) if page.desk.selection else None
    found["cursor"] = list(page.desk.cursor.word) if page.desk.cursor else None
    found["mode"] = page.desk.mode
    if geometry and session.annotations is not None:
        page.view.finish_layout()
        corner = page.view.viewport().mapTo(window, page.view.viewport().rect().topLeft())
        written = {span["id"]: span for span in found["spans"]}
        for span in session.annotations.spans:
            rects = [page.view.content_to_viewport(rect) for rect in page.view.painted_rects(span.id)]
            written[span.source_id or str(span.id)]["rects"] = [
                [round(v, 1) for v in (r.x() + corner.x(), r.y() + corner.y(), r.width(), r.height())] for r in rects
            ]
    return found


def picture(window: MainWindow) -> QPixmap:
    """The window with the list or calendar that has popped up over it."""
    found = window.grab()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        painter = QPainter(found)
        painter.drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))), popup.grab())
        painter.end()
    return found


def show(found: dict[str, Any]) -> None:
    print(f"{found['document']['name']}: {found.get('annotator', '—')}, {found['keys']} keys")
    for span in found.get("spans", []):
        place, quote = f"{span['start']:>6}–{span['end']:<6}", " ".join(span["quote"].split())
        print(f"  {place} {span['layer']}/{span['label']}: {quote}")
        for rect in span.get("rects", []):
            print(f"         {rect}")
    for relation in found.get("relations", []):
        print(f"  {relation['label']}: {relation['source']} → {relation['target']}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("project", type=Path)
    parser.add_argument("--document", default="", help="name of the article, or a part of it that no other has")
    parser.add_argument("--annotator", default="", help="who works, if not the one the project says")
    parser.add_argument("--size", default="1400x900", help="of the window, in pixels")
    parser.add_argument("--lang", default="fa", choices=["fa", "ru", "en"])
    parser.add_argument("--theme", default="light", choices=["light", "dark", "high_contrast"])
    parser.add_argument("--layout", default="latin", choices=["latin", "fa", "fa_legacy", "ru"], help="of the keyboard")
    parser.add_argument("--keys", default="")
    parser.add_argument("--screenshot", type=Path)
    parser.add_argument("--geometry", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    app = make_app()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.set("language", given.lang)
        settings.set("theme", given.theme)
        window = make_window(app, settings)
        width, height = map(int, given.size.split("x"))
        window.resize(width, height)
        window.show()
        window.activateWindow()
        settle()
        try:
            if not window.open_project(given.project):
                raise SystemExit("drive: " + " ".join(window.messages.messages))
            assert window.session is not None
            assert window.page is not None
            if given.annotator:
                window.session.project.work_as(given.annotator)
                window.page.offers.load()
            wait(app, window)  # for the word lists
            if given.document:
                window.page.open_document(find_document(window, given.document))
            settle()
            if window.session.document is None:
                raise SystemExit("drive: the project has no articles.")
            keys = 0
            for part in re.split(r"(?:^|\s)wait(?=\s|$)", given.keys):
                keys += play(window, part, given.layout)
                wait(app, window)
            found = result(window, keys, geometry=given.geometry)
            if given.screenshot:
                picture(window).save(str(given.screenshot))
        except (PeymanError, ValueError) as error:
            print(f"drive: {error}", file=sys.stderr)
            return 2
        finally:
            window.close()
            app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        show(found)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Scripts move between machines: only what the command line says may change the picture.
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    sys.exit(main())
