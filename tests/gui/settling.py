"""A curator who knows the true gold: he settles every question on the page by keys, and counts them.

What he knows is `Prompter`: for each question the key of the right answer, "0", or "E" where nobody is right. An
answer of his own he makes in the form; what no question asks about, because nobody was right and nobody differed, he
puts right in the gold of the article itself. Every key is a real event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from peyman.core.adjudication import Disagreement
from peyman.core.clusters import Variant
from peyman.core.model import AnnotationSet, Answer, Extent, Filling, Json, Span
from peyman.core.prompter import Prompter, key_of, reworded, valued
from peyman.core.settling import gold_set_of
from peyman.gui.annotate.form_rows import ChoiceRow
from peyman.gui.app import make_window
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle, type_text
from peyman.gui.review.page import ReviewPage
from peyman.gui.settings import Settings

_MOST = 60  # keys, for an end to be moved or a value to be chosen


@dataclass
class Tally:
    """How many questions were settled, with how many keys; `edits` are the keys after E, `corrections` those in gold.

    Attributes:
        asked: by class of disagreement.
        answered: by key: "1" and so on, "0", "E".
    """

    asked: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    keys: int = 0
    edits: int = 0
    corrections: dict[str, int] = field(default_factory=dict)


@contextmanager
def opened(app: QApplication, path: Path, **wanted: object) -> Iterator[MainWindow]:
    """The window on a project, in Persian, with nothing suggested."""
    settings = Settings(path.with_suffix(".ini"))
    for key, value in {"language": "fa", "theme": "light", "suggestions": False, "learning": False, **wanted}.items():
        settings.set(key, value)  # type: ignore[arg-type]
    window = make_window(app, settings)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(path)
    settle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def shown(window: MainWindow, qtbot: QtBot, layout: Layout = "latin") -> ReviewPage:
    """Turn to the page and wait until it has looked at all articles."""
    play(window, "Ctrl+2", layout)
    assert window.pages is not None
    page = window.pages.page("review")
    assert isinstance(page, ReviewPage)
    rest(page, qtbot)
    return page


def rest(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.bench.read and not page.bench.busy)
    settle()



class Curator:
    """Works at the page of a window; `truth` is the gold he knows, by the SHA-256 of the article."""

    def __init__(self, window: MainWindow, page: ReviewPage, truth: Mapping[str, AnnotationSet]) -> None:
        self.window = window
        self.page = page
        self.truth = truth
        self.tally = Tally()

    def settle_all(self) -> None:
        """Settle one question after the other until none is left; each goes away, and the next comes, by itself."""
        bench = self.page.bench
        known: dict[UUID, Prompter] = {}
        while (question := bench.question) is not None:
            asked = bench.asked
            assert asked is not None
            document = asked.document
            if document.id not in known:
                known[document.id] = Prompter(asked.docket, self.truth[document.sha256])
            answer = known[document.id].of(asked.docket).answer(asked)
            key = key_of(asked, answer)
            keys = self._press(key)
            if key == "E":
                assert answer is not None
                assert not isinstance(answer, Variant)
                self.tally.edits += self._own_answer(asked, answer)
            assert keys == 1
            self.tally.keys += keys
            self.tally.answered[key] += 1
            self.tally.asked[asked.kind] += 1
            assert question.key not in [one.key for one in bench.questions.shown], (asked.cluster, answer)
            # What follows from a decision may raise questions, such as that of a role's words, or spare some.
            assert (bench.questions.total == 0) == (bench.question is None)
            self._check_counts()

    def _check_counts(self) -> None:
        """See that the page says how much is left in the article at hand and in all, and is settled."""
        bench = self.page.bench
        assert sum(one.decided for one in bench.questions.listings.values()) == self.tally.keys
        if bench.case is not None:
            listing = bench.questions.listings[bench.case.number]
            left = len(bench.case.left)
            said = [int(number) for number in re.findall(r"\d+", self.page._counts.text())]
            assert said == [left, left + listing.decided, bench.questions.total]

    def _press(self, keys: str) -> int:
        return play(self.window, keys)

    # An answer of his own ------------------------------------------------------------------------------------------

    def _own_answer(self, asked: Disagreement, answer: Answer) -> int:
        assert self.page.form.isVisible()
        keys = 0
        if isinstance(answer, tuple):
            (place,) = answer
            keys += self._label(asked.layer, place.label)
            keys += self._ends((place.start, place.end))
        elif isinstance(answer, Filling):
            keys += self._label(asked.layer, answer.label)
            fillers = [one.key for one in self.page.form._fillers]
            keys += self._choose_row(self.page.form.second, fillers.index(answer.filler))
        else:
            keys += self._choose(self.page.form.first, answer.value)
        return keys + self._press("Enter")

    def _label(self, layer: str, label: str) -> int:
        form = self.page.form
        if form.first.currentData() == label:
            return 0
        schema = self.page.bench.case.docket.schema if self.page.bench.case else None
        assert schema is not None
        return self._press(next(one.key for one in schema.layer(layer).labels if one.id == label))

    def _ends(self, wanted: Extent) -> int:
        form, keys = self.page.form, 0
        while form.extent != wanted:
            start, end = form.extent
            if start != wanted[0]:
                keys += self._press("[" if start > wanted[0] else "Shift+[")
            else:
                keys += self._press("]" if end < wanted[1] else "Shift+]")
            assert keys < _MOST, (form.extent, wanted)
        return keys

    def _choose(self, box: QComboBox, value: Json) -> int:
        return self._choose_row(box, box.findData(value))

    def _choose_row(self, box: QComboBox, row: int) -> int:
        keys = 0
        while box.currentIndex() != row:
            if QApplication.focusWidget() is not box:
                keys += self._press("Tab")
            else:
                keys += self._press("Down" if box.currentIndex() < row else "Up")
            assert keys < _MOST, row
        return keys

    # What nobody was right in, and nobody differed in ------------------------------------------------------------

    def correct_all(self) -> None:
        """Put right by hand, in the gold of each article, what no question has asked about."""
        project = self.window.session.project if self.window.session else None
        assert project is not None
        for number in project.document_numbers():
            truth, gold = self.truth[project.document(number).sha256], gold_set_of(project, number)
            assert gold is not None
            schema = project.schema
            known = {_place(span): span for span in truth.spans}
            for span in gold.spans:
                true = known.get(_place(span))
                if true is not None and span.layer != "argument":
                    was, wanted = valued(span, schema), valued(true, schema)
                    for name in was.keys() | wanted.keys():
                        if was.get(name) != wanted.get(name):
                            self._attribute(number, span, name, wanted.get(name))
            for true_id, held_id in reworded(gold.annotations, truth).items():
                true, held = truth.span(true_id), gold.span(held_id)
                assert true is not None
                assert held is not None
                self._move(number, held, (true.start, true.end))

    def _move(self, number: int, span: Span, wanted: Extent) -> None:
        """Move the ends of a span of gold, a word at a time."""
        keys = self._select(number, span)
        while (now := self._selected).start != wanted[0]:
            keys += self._press("[" if now.start > wanted[0] else "Shift+[")
            assert keys < _MOST, (now, wanted)
        while (now := self._selected).end != wanted[1]:
            keys += self._press("]" if now.end < wanted[1] else "Shift+]")
            assert keys < _MOST, (now, wanted)
        self.tally.corrections[f"{number}: {now.quote}"] = keys

    def _attribute(self, number: int, span: Span, name: str, value: Json) -> None:
        """Choose another value in the form of a span of gold."""
        keys = self._select(number, span) + self._press("Enter")
        assert self.window.page is not None
        form = self.window.page.inspector.form
        while (row := next(row for row in form.rows if row.has_focus())).attribute.id != name:
            names = [one.attribute.id for one in form.rows]
            keys += self._press("Down" if names.index(row.attribute.id) < names.index(name) else "Up")
        assert isinstance(row, ChoiceRow)
        keys += self._press(next(chip.key for chip in row.chips if chip.value == value)) + self._press("Esc")
        self.tally.corrections[f"{number}: {span.quote} {name}"] = keys

    @property
    def _selected(self) -> Span:
        assert self.window.page is not None
        assert self.window.page.desk.selected is not None
        return self.window.page.desk.selected

    def _select(self, number: int, span: Span) -> int:
        """Go to a span of an article's gold: to the article, its gold, a word of the span, the span at that word."""
        session, page = self.window.session, self.window.page
        assert session is not None
        assert page is not None
        keys = self._show_gold(number)
        keys += self._press("Ctrl+F")
        word = span.quote.split()[0]
        type_text(self.window, word)
        keys += len(word)
        bar = page.find_bar
        while bar._hits[bar._at][0] != span.start:
            keys += self._press("Enter")
        keys += self._press("Esc")
        while page.desk.selected is None or page.desk.selected.id != span.id:
            keys += self._press("Space")
            assert keys < _MOST, span
        return keys

    def _show_gold(self, number: int) -> int:
        session, keys = self.window.session, 0
        assert session is not None
        assert self.window.pages is not None
        if self.window.pages.current == "review":
            keys += self._press("Enter")  # the gold of the article that was settled last
        while session.document_number != number:
            keys += self._press("Alt+Down" if (session.document_number or 0) < number else "Alt+Up")
        assert session.annotations is not None
        assert session.annotations.kind == "gold"
        return keys


def _place(span: Span) -> tuple[object, ...]:
    return span.layer, span.label, span.start, span.end, span.fragments
