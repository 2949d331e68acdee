"""The whole window on a small project, for the tests of what stands beside the annotate page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.articles import make_document
from peyman.core.model import Annotation, AnnotationSet, Json, Relation, SetState, Span, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.exchange import guidelines_for
from peyman.gui.app import make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import settle
from peyman.gui.settings import Settings

DAM = "وزیر نیرو به باکو قول داد سد را تا ۱۵ اسفند ۱۴۰۳ با ۲۰ میلیون دلار بسازد."
ROAD = "استاندار گفت جاده را تا پایان سال ۱۴۰۴ بازسازی می‌کنیم. وی از گرگان آمده بود."
FLIGHT = "Стороны договорились открыть рейс в Казань."


def commitment(text: str, label: str, status: str, roles: Mapping[str, str]) -> list[Annotation]:
    """A commitment over the first sentence of a text, with arguments that fill its roles."""
    end = text.index(".")
    whole = Span(new_id(), "commitment", label, 0, end, text[:end], attributes={"status": status})
    records: list[Annotation] = [whole]
    for role, quote in roles.items():
        start = text.index(quote)
        filler = Span(new_id(), "argument", "ARG", start, start + len(quote), quote)
        records += [filler, Relation(new_id(), "role", role, whole.id, filler.id)]
    return records


def make(path: Path, schema: Schema) -> None:
    """Three articles: a pledge and a plan of «سارا», who works here, and an agreement in gold."""
    with Project.create(path, annotator="سارا", schema=schema, guidelines=guidelines_for(schema)) as project:
        pledge = commitment(DAM, "pledge", "agreed", {
            "committer": "وزیر نیرو", "counterparty": "باکو", "deadline": "۱۵ اسفند ۱۴۰۳", "amount": "۲۰ میلیون دلار"
        })  # fmt: skip
        plan = commitment(ROAD, "plan", "proposed", {"committer": "استاندار", "deadline": "پایان سال ۱۴۰۴"})
        flight = commitment(FLIGHT, "agreement", "agreed", {"committer": "Стороны", "action": "открыть"})
        with project.batch("import"):
            for name, text, records, gold in (
                ("dam", DAM, pledge, False), ("road", ROAD, plan, False), ("flight", FLIGHT, flight, True)
            ):  # fmt: skip
                language = "ru" if gold else "fa"
                document = make_document(text, language=language)
                number = project.add_document(replace(document, name=name, title=name))
                state = SetState(new_id(), "in_progress")
                made = AnnotationSet(
                    state.id, 0, document.id, "سارا", "gold" if gold else "annotation", state,
                    {record.id: record for record in records},
                )  # fmt: skip
                project.add_set(number, made)


@contextmanager
def opened(app: QApplication, folder: Path, schema: Schema, language: str = "fa") -> Iterator[MainWindow]:
    """The window on the project of `make`, at the article «dam»."""
    path = folder / "پروژه.peyman"
    make(path, schema)
    settings = Settings(folder / "settings.ini")
    for key, value in (("language", language), ("theme", "light")):
        settings.set(key, value)
    window = make_window(app, settings)
    window.resize(1100, 700)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(path, document="dam")
    settle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


Wait = Callable[[Callable[[], object]], None]


def answers(spans: AnnotationSet | None) -> list[tuple[str, str, Mapping[str, Json]]]:
    """The spans of a set as label, quote and attributes."""
    return [(span.label, span.quote, span.attributes) for span in (spans.spans if spans else ())]
