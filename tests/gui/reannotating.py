"""An annotator who knows what is to come out: he looks at the window, thinks of the shortest way, and presses keys.

What he knows is the gold, and what each key does; what he sees is where the cursor stands, what is selected, what is
offered, and the list of a panel. From there he looks breadth first for the keys that lead to something still
missing, presses them, and looks again; a label key is pressed only where just that stretch is at hand. Every key
press counts one, with whatever modifiers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from peyman.core.edits import set_project_info
from peyman.core.model import AnnotatedDocument, Document, Extent
from peyman.core.project import Project
from peyman.core.repeats import places_of
from peyman.core.schema import Schema
from peyman.core.suggest import LAYER
from peyman.core.text import Tokenizer
from peyman.formats import jsonl
from peyman.gui.annotate.cursor import Cursor
from peyman.gui.annotate.offers import Offer
from peyman.gui.annotate.page import AnnotatePage
from peyman.gui.app import make_window
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play, settle
from peyman.gui.settings import Settings
from peyman.paths import seeds

Entities: TypeAlias = Mapping[Extent, str]  # what is to be labelled, and as what
_AHEAD = 40  # code points: what is so far ahead of the first thing missing counts as one key farther away


@dataclass(frozen=True, slots=True)
class Place:
    """Where the keyboard stands: on a span, on an offer, or in the text, from the word at `start` to that at `end`."""

    kind: Literal["text", "span", "offer"]
    start: int
    end: int


@dataclass(slots=True)
class Tally:
    """How many keys an article took, and for what."""

    name: str
    entities: int
    keys: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)

    def count(self, kind: str, keys: int) -> None:
        self.keys += keys
        self.by_kind[kind] = self.by_kind.get(kind, 0) + keys

    @property
    def per_entity(self) -> float:
        return self.keys / self.entities


class Map:
    """Where keys lead in the article as the window shows it now, and where a label key would label what is missing."""

    def __init__(self, page: AnnotatePage, step: Mapping[str, Mapping[int, int]], missing: Entities) -> None:
        document, annotations = page.session.document, page.session.annotations
        assert document is not None
        assert annotations is not None
        self._step = step
        self._words = sorted(step["Home"])
        self._spans = [(span.start, span.end) for span in annotations.spans]
        self._span_starts = [start for start, _ in self._spans]
        offers: Sequence[Offer] = page.offers.suggestions or page.offers.candidates
        self._offers = [(offer.start, offer.end) for offer in offers]
        self._offer_starts = [start for start, _ in self._offers]
        self._goals: dict[Place, Extent] = {}
        for start, end in missing:
            first, last = word_at(self._words, start), word_at(self._words, end - 1)
            for place in (Place("offer", start, end), Place("text", first, last), Place("text", last, first)):
                self._goals[place] = start, end
        self._anchors = {place.start for place in self._goals if place.kind == "text"}

    def goal(self, place: Place) -> Extent | None:
        """What is missing and would be labelled by a label key pressed here, so far as whole words tell."""
        return self._goals.get(place)

    def ways(self, place: Place) -> Iterator[tuple[str, Place]]:
        """Yield keys, and where they lead; selections only from where something missing starts or ends."""
        for key in self._step:
            yield key, self._moved(place, key, extend=False)
            farther = self._moved(place, key, extend=True)
            if farther.start in self._anchors:
                yield f"Ctrl+Shift+{key[5:]}" if key.startswith("Ctrl+") else f"Shift+{key}", farther
        for key, by in (("Tab", 1), ("Shift+Tab", -1)):
            if self._offers:
                yield key, Place("offer", *self._offers[self._next_offer(place, by)])
        for key, by in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            if self._spans:
                yield key, Place("span", *self._spans[self._next_span(place, by)])

    def _moved(self, place: Place, key: str, *, extend: bool) -> Place:
        step = self._step[key]
        if place.kind == "text":
            there = step[place.end]
            return Place("text", place.start if extend else there, there)
        first, last = word_at(self._words, place.start), word_at(self._words, place.end - 1)
        if key in ("Up", "Down", "Home", "End"):  # lines are counted from where it starts
            there = step[first]
            forward = there >= first
        else:
            forward = step[first] > first
            there = step[last if forward else first]
        if not extend:
            return Place("text", there, there)
        return Place("text", first if forward else last, there)

    def _next_offer(self, place: Place, by: int) -> int:
        extent = place.start, place.end
        if place.kind == "offer" and extent in self._offers:
            number = self._offers.index(extent) + by
        else:
            after = bisect_left(self._offer_starts, place.end if place.kind == "text" else place.start)
            number = after if by > 0 else after - 1
        return number % len(self._offers)

    def _next_span(self, place: Place, by: int) -> int:
        if place.kind == "span" and (place.start, place.end) in self._spans:
            number = self._spans.index((place.start, place.end)) + by
        else:
            after = bisect_left(self._span_starts, place.end if place.kind == "text" else place.start)
            number = after if by > 0 else after - 1
        return number % len(self._spans)


def word_at(words: Sequence[int], offset: int) -> int:
    """Return the start of the word that holds an offset, or of the one before it."""
    return words[max(0, bisect_right(words, offset) - 1)]


class Annotator:
    """Annotates the article in view until it holds just the entities he has in mind."""

    def __init__(self, window: MainWindow, entities: Entities, schema: Schema) -> None:
        assert window.page is not None
        assert window.session is not None
        assert window.session.document is not None
        self._window = window
        self._page = window.page
        self._session = window.session
        self._document = window.session.document
        self._wanted = entities
        self._keys = {label.id: label.key for label in schema.layer(LAYER).labels}
        self.tally = Tally(self._document.name, len(entities))
        self._step = self._learn_the_way()

    # Looking -------------------------------------------------------------------------------------------------

    def _learn_the_way(self) -> dict[str, dict[int, int]]:
        """Where the cursor goes from each word by each key, as the window has laid out the article."""
        scratch, view = Cursor(self._document), self._page.view
        words: list[int] = []
        while scratch.word[0] not in words[-1:]:
            words.append(scratch.word[0])
            scratch.step(1)
        on, back = ("Left", "Right") if self._document.direction == "rtl" else ("Right", "Left")

        def by_view(ask: Callable[[int], int | None]) -> Callable[[int], None]:
            def move(here: int) -> None:
                there = ask(here)
                if there is not None:
                    scratch.go_to(there)

            return move

        moves: dict[str, Callable[[int], None]] = {
            on: lambda _here: scratch.step(1),
            back: lambda _here: scratch.step(-1),
            f"Ctrl+{on}": lambda _here: scratch.step_sentence(1),
            f"Ctrl+{back}": lambda _here: scratch.step_sentence(-1),
            "Up": by_view(view.line_above),
            "Down": by_view(view.line_below),
            "Home": by_view(view.line_start),
            "End": by_view(lambda here: view.line_end(here) - 1),
        }
        found: dict[str, dict[int, int]] = {}
        for key, move in moves.items():
            found[key] = {}
            for word in words:
                scratch.go_to(word)
                move(word)
                found[key][word] = scratch.word[0]
        return found

    def _place(self) -> Place:
        desk = self._page.desk
        shown = desk.selected or desk.offered
        if shown is not None:
            return Place("offer" if desk.offered else "span", shown.start, shown.end)
        assert desk.cursor is not None
        at = desk.cursor.word[0]
        selection = desk.cursor.selection
        if selection is None:
            return Place("text", at, at)
        words = sorted(self._step["Home"])
        first, last = word_at(words, selection[0]), word_at(words, selection[1] - 1)
        return Place("text", first if at != first else last, at)

    def _at_hand(self) -> Extent | None:
        """What a label key would make an entity of now."""
        desk = self._page.desk
        assert desk.cursor is not None
        if desk.offered is not None:
            return desk.offered.start, desk.offered.end
        return None if desk.selected is not None else desk.cursor.target

    @property
    def labelled(self) -> dict[Extent, str]:
        annotations = self._session.annotations
        assert annotations is not None
        return {(span.start, span.end): span.label for span in annotations.spans if span.layer == LAYER}

    @property
    def missing(self) -> dict[Extent, str]:
        labelled = self.labelled
        return {extent: label for extent, label in self._wanted.items() if labelled.get(extent) != label}

    # Thinking ------------------------------------------------------------------------------------------------

    def _ways(self, missing: Entities) -> tuple[str, ...]:
        """The keys to the missing entity that is nearest, where one left behind may be some keys farther away."""
        known = Map(self._page, self._step, missing)
        place = self._place()
        if known.goal(place):
            return ()
        first = min(missing)[0]
        found: list[tuple[float, tuple[str, ...]]] = []
        seen = {place}
        edge: list[tuple[Place, tuple[str, ...]]] = [(place, ())]
        far = 0
        while edge and (not found or far < min(found)[0]):
            far += 1
            nearer, edge = edge, []
            for here, keys in nearer:
                for key, there in known.ways(here):
                    if there not in seen:
                        seen.add(there)
                        edge.append((there, (*keys, key)))
                        extent = known.goal(there)
                        if extent is not None:
                            found.append((far + (extent[0] - first) / _AHEAD, (*keys, key)))
        assert found, f"no way from {place} to {missing}"
        return min(found)[1]

    def _same_elsewhere(self, extent: Extent, missing: Entities) -> int:
        """In how many other places the entity just labelled is missing."""
        text, label = self._document.text, self._wanted[extent]
        return sum(missing.get(place) == label for place in places_of(text, text[slice(*extent)]))

    # Doing ---------------------------------------------------------------------------------------------------

    def _press(self, kind: str, *keys: str) -> None:
        self.tally.count(kind, play(self._window, " ".join(keys)))

    def work(self) -> Tally:
        """Label all that is missing, then finish the article."""
        while missing := self.missing:
            assert self.tally.keys < 9 * len(self._wanted), f"lost his way to {missing}"
            self._go(self._ways(missing))
            extent = self._at_hand()
            if extent in missing:
                self._label(extent, missing[extent])
                self._repeat(extent)
        self._press("finish", "F")
        return self.tally

    def _go(self, keys: Sequence[str]) -> None:
        """Walk, as long as it leads where it was thought to lead; reject on the way what is wrongly suggested."""
        for key in keys:
            offer = self._page.desk.offered
            suggested = offer is not None and not offer.is_candidate
            if key == "Tab" and suggested and self._at_hand() not in self._wanted:
                self._press("reject", "Backspace")
            else:
                self._press("tab" if "Tab" in key else "extend" if "Shift" in key else "move", key)

    def _label(self, extent: Extent, label: str) -> None:
        offered = self._page.desk.offered
        if offered is not None and offered.label == label:
            self._press("accept", "Enter")
        else:
            self._press("label", self._keys[label])
        assert self.labelled[extent] == label

    def _repeat(self, extent: Extent) -> None:
        """Label the same string everywhere if that is worth two keys."""
        desk, panel = self._page.desk, self._page.panels.repeats
        each = 1 if self._page.offers.reason == "" else 2  # keys that one place would take later
        if desk.selected is None or each * self._same_elsewhere(extent, self.missing) <= 2:
            return
        self._press("repeat", "R")
        missing, rows = self.missing, panel.list.rows
        for number, row in enumerate(rows.rows):
            right = missing.get((row.excerpt.start, row.excerpt.end)) == self._wanted[extent]
            if row.possible and bool(row.ticked) != right:
                by = number - panel.list.current
                self._press("repeat", *["Down" if by > 0 else "Up"] * abs(by), "Space")
        self._press("repeat", "Enter")


# The articles ----------------------------------------------------------------------------------------------------


def articles(schema: Schema) -> list[AnnotatedDocument]:
    """The sample articles that are annotated, with their tokens, as importing them gives."""
    made = []
    with Tokenizer() as tokenizer:
        for one in jsonl.read(seeds("sample_gold.jsonl"), schema):
            tokens = tokenizer.tokens(one.document.text, one.document.language)
            made.append(replace(one, document=replace(one.document, tokens=tokens)))
    return made


def entities_of(article: AnnotatedDocument) -> dict[Extent, str]:
    assert article.annotations is not None
    return {(span.start, span.end): span.label for span in article.annotations.spans if span.layer == LAYER}


@contextmanager
def opened(
    app: QApplication, folder: Path, schema: Schema, documents: Iterable[Document], *, suggestions: bool
) -> Iterator[MainWindow]:
    """The window on a new project with these articles and no annotations, as soon as the word lists are read."""
    path = folder / "articles.peyman"
    with Project.create(path, annotator="سارا", schema=schema) as made:
        made.apply(set_project_info(made.info, settings={"control_share": 0}))
        with made.batch("import"):
            for document in documents:
                made.add_document(document)
    settings = Settings(folder / "settings.ini")
    for key, value in (("language", "fa"), ("suggestions", suggestions), ("learning", False)):
        settings.set(key, value)
    window = make_window(app, settings)
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    settle()
    assert window.open_project(path)
    wait_for_offers(window)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def wait_for_offers(window: MainWindow) -> None:
    """Let the word lists be read; goes on at the signal that they were."""
    assert window.page is not None
    offers, loop = window.page.offers, QEventLoop()
    offers.changed.connect(loop.quit)
    offers.failed.connect(loop.quit)
    if offers.reason == "loading":
        loop.exec()
    offers.changed.disconnect(loop.quit)
    offers.failed.disconnect(loop.quit)
    assert offers.reason in ("", "off"), offers.reason
    settle()


def reannotate(
    app: QApplication, folder: Path, schema: Schema, texts: Sequence[AnnotatedDocument], *, suggestions: bool
) -> list[Tally]:
    """Annotate articles anew one after the other, by keys from the first to the last; check what came to the file."""
    tallies = []
    with opened(app, folder, schema, (article.document for article in texts), suggestions=suggestions) as window:
        assert window.session is not None
        project = window.session.project.path
        for article in texts:
            assert window.session.document is not None
            assert window.session.document.name == article.document.name
            tallies.append(Annotator(window, entities_of(article), schema).work())
        with Project.open(project, read_only=True) as made:
            for number, article in enumerate(texts, start=1):
                document, annotations = made.document(number), made.own_set(number)
                assert document.sha256 == article.document.sha256
                assert annotations.state.state == "finished"
                assert entities_of(AnnotatedDocument(document, annotations)) == entities_of(article)
    return tallies


def together(tallies: Sequence[Tally]) -> Tally:
    total = Tally("all", sum(one.entities for one in tallies))
    for kind in dict.fromkeys(kind for one in tallies for kind in one.by_kind):
        total.count(kind, sum(one.by_kind.get(kind, 0) for one in tallies))
    return total
