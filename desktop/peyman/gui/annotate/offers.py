"""What is offered in the article in view: suggestions, and behind them candidates. No widgets.

The word lists and what the annotator tagged before are read in the background when a project is opened. From then
on each edit is followed at once: what was labelled is offered no more, and its like elsewhere is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from peyman.core.edits import Edit, Editor, combined
from peyman.core.errors import PeymanError
from peyman.core.model import Attributes, Document, Rejection, Span, derived_id
from peyman.core.project import Project
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Task, Tasks

# What finds suggestions is imported where they are looked for, off the way of the window's start.
if TYPE_CHECKING:
    from peyman.core.candidates import Candidate
    from peyman.core.suggest import Offering, Reading, Suggester, Suggestion

# Why nothing is offered: not yet ready, switched off, a control article, one that others annotate too.
Reason: TypeAlias = Literal["", "loading", "off", "control", "shared", "reading"]

LAYER = "entity"  # what is offered
CANDIDATE = "candidate"  # label and source of what is offered without a label
UNLEARNED = ("gazetteer", "phrase", "pattern")  # what does not come from anybody's labels
LONG = 10_000  # code points; longer articles are read in the background
KEPT = 16  # articles whose reading is remembered
SOON = 150  # milliseconds after which the word lists are read: the window and the article are there by then


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing offered; `label` and `source` are "candidate" where nothing says what it is."""

    id: UUID
    label: str
    start: int
    end: int
    quote: str
    source: str
    score: float
    attributes: Attributes
    _span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: the view tells at a glance what it shows already by its being the very same object.
        span = Span(self.id, LAYER, self.label, self.start, self.end, self.quote, origin=self.source)
        object.__setattr__(self, "_span", span)

    @property
    def is_candidate(self) -> bool:
        return self.source == CANDIDATE

    def as_span(self) -> Span:
        """The offer as the article view paints it; never to be saved."""
        return self._span


class Offers(QObject):
    """The offers in the article in view.

    Signals:
        changed(): other things are offered, or nothing for another reason. It is not told beside `document_shown`
            and `edited` of the session, as whoever follows those looks at what is offered anyway.
        failed(PeymanError): the word lists, or what was learned, could not be read.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, *, wanted: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._wanted = wanted
        self.suggestions: tuple[Offer, ...] = ()
        self.reason: Reason = "loading"
        self._candidates: tuple[Offer, ...] | None = None
        self._suggester: Suggester | None = None
        self._offerings: OrderedDict[tuple[UUID, str], Offering] = OrderedDict()
        self._made: dict[int, tuple[Suggestion, Offer]] = {}  # by the address of the suggestion
        self._loading: Task | None = None
        self._reading: Task | None = None  # of a long article, the one with this key:
        self._reading_of: tuple[UUID, str] | None = None
        self._edits: list[Edit] = []  # made while loading
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._load)
        session.document_shown.connect(self._document_shown)
        session.edited.connect(self._edited)

    # Getting ready -----------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read word lists and memory anew, for whoever is at work now, once the article is painted."""
        self._give_up()
        self._suggester = None
        self._edits.clear()
        self._offerings.clear()
        self._soon.start()
        self._later.start()

    @property
    def busy(self) -> bool:
        """Whether something is being read, or about to be, that will tell what is offered."""
        return self._soon.isActive() or self._loading is not None or self._reading is not None

    def _give_up(self) -> None:
        """Wait no more for what is read in the background."""
        for task in (self._loading, self._reading):
            if task is not None:
                task.silence()
                task.cancel()
        self._loading = self._reading = self._reading_of = None

    def _load(self) -> None:
        self._edits.clear()  # those until now are read with the rest
        self._loading = self._tasks.run(
            _make_suggester,
            self._session.project.path,
            on_done=self._loaded,
            on_error=self._not_loaded,
        )

    def _loaded(self, suggester: Suggester) -> None:
        self._loading = None
        self._suggester = suggester
        suggester.schema = self._session.project.schema
        for edit in self._edits:
            self._remember(edit)
        self._edits.clear()
        self._offerings.clear()
        self._refresh()

    def _not_loaded(self, error: PeymanError) -> None:
        self._loading = None
        self.failed.emit(error)

    def use_tagger(self) -> None:
        """Take up what was learned in the background; a tagger that is not good enough is left alone."""
        from peyman.core.tagger import CrfTagger  # noqa: PLC0415

        if self._suggester is not None:
            self._suggester.tagger = CrfTagger.good(self._session.project.side_folder)
            self._read_anew()

    def use_schema(self) -> None:
        if self._suggester is not None:
            self._suggester.schema = self._session.project.schema
            self._read_anew()

    def _read_anew(self) -> None:
        """What was read by other rules, or is being read by them, is of no use."""
        self._give_up()
        self._offerings.clear()
        self._later.start()

    def want(self, wanted: bool) -> None:
        """Switch suggestions on or off."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._refresh()

    # Following the annotator -------------------------------------------------------------------------------

    @property
    def _offering(self) -> Offering | None:
        document = self._session.document
        return self._offerings.get(_key(document)) if document is not None else None

    def _document_shown(self) -> None:
        # Reading waits until the article is painted.
        self.suggestions, self.reason, self._candidates = (), "loading", None
        self._later.start()

    def _edited(self, edit: Edit) -> None:
        if self._suggester is None:
            self._edits.append(edit)
        else:
            self._remember(edit)
        self._candidates = None
        if self._offering is not None:  # at once, so that the article is painted only once
            self._work_out()
        else:
            self._later.start()

    def _remember(self, edit: Edit) -> None:
        assert self._suggester is not None
        memory = self._suggester.memory
        befores, afters = ([getattr(change, side) for change in edit.changes] for side in ("before", "after"))
        memory.forget(record for record in befores if isinstance(record, Span))
        memory.learn(record for record in afters if isinstance(record, Span))
        memory.forgive(record for record in befores if isinstance(record, Rejection))
        memory.reject(record for record in afters if isinstance(record, Rejection))

    def _why_not(self) -> Reason:
        session = self._session
        if not session.own:
            return "reading"
        if self._suggester is None:
            return "loading"
        if not self._wanted:
            return "off"
        assert session.document_number is not None
        return session.project.withheld(session.document_number)

    def stop(self) -> None:
        """Look for nothing more: the project is about to be closed."""
        self._later.stop()
        self._soon.stop()
        self._give_up()

    def _refresh(self) -> None:
        if self._work_out():
            self.changed.emit()

    def _work_out(self) -> bool:
        """Work out what is offered now; a long article is read in the background first. Tell whether it is new."""
        self._later.stop()
        document, annotations = self._session.document, self._session.annotations
        if document is None or annotations is None:
            return False
        if reason := self._why_not():
            return self._put((), reason)
        assert self._suggester is not None
        offering = self._offering
        if offering is None and len(document.text) > LONG:
            if self._reading_of != _key(document):
                self._give_up()
                self._reading_of = _key(document)
                self._reading = self._tasks.run(
                    lambda _progress, suggester: suggester.read(document, article_date=document.date),
                    self._suggester,
                    on_done=self._read,
                    on_error=self._not_read,
                )
            return self._put((), "loading")
        if offering is None:
            offering = self._keep(self._suggester.read(document, article_date=document.date))
        found = offering.offers(annotations.spans, annotations.rejections.values())
        self._made = {id(one): self._made.get(id(one)) or (one, _offer(one)) for one in found}
        return self._put(tuple(offer for _, offer in self._made.values()), "")

    def _read(self, reading: Reading) -> None:
        """A long article was read; another one may be in view by now."""
        self._reading = self._reading_of = None
        self._keep(reading)
        if self._offering is not None:
            self._refresh()

    def _not_read(self, error: PeymanError) -> None:
        self._reading = None  # but of what stays: it is not tried again with every edit
        self.failed.emit(error)

    def _keep(self, reading: Reading) -> Offering:
        from peyman.core.suggest import Offering  # noqa: PLC0415

        assert self._suggester is not None
        offering = self._offerings[_key(reading.document)] = Offering(self._suggester, reading)
        while len(self._offerings) > KEPT:
            self._offerings.popitem(last=False)
        return offering

    def _put(self, suggestions: tuple[Offer, ...], reason: Reason) -> bool:
        new = (suggestions, reason) != (self.suggestions, self.reason)
        if new:
            self.suggestions, self.reason = suggestions, reason
            self._candidates = None
        return new

    # Going through them ------------------------------------------------------------------------------------

    @property
    def candidates(self) -> tuple[Offer, ...]:
        """What to look at when all suggestions are decided, or none are wanted; worked out when asked for.

        Where suggestions are switched off, the places they are about are candidates like the others: without a label.
        """
        session, suggester = self._session, self._suggester
        if self.suggestions or self.reason not in ("", "off") or suggester is None:
            return ()
        if self._candidates is None:
            assert session.document is not None
            assert session.annotations is not None
            spans, rejections = session.annotations.spans, session.annotations.rejections.values()
            listed: list[Suggestion] = []
            if self.reason == "off":
                listed = suggester.suggest(session.document, spans, rejected=rejections, sources=UNLEARNED)
            others = suggester.candidates(session.document, spans, listed, rejections)
            gone = {(one.start, one.end) for one in rejections}
            found = [*map(_candidate, listed), *map(_candidate, others)]
            kept = (one for one in found if (one.start, one.end) not in gone)
            self._candidates = tuple(sorted(kept, key=lambda one: (one.start, -one.end)))
        return self._candidates

    def get(self, offer_id: UUID | None) -> Offer | None:
        if offer_id is None:
            return None
        wanted = offer_id.int  # ids themselves compare slowly, and this is asked for every span that is shown
        found = (one for one in (*self.suggestions, *(self._candidates or ())) if one.id.int == wanted)
        return next(found, None)

    def step(self, here: int, by: int, current: Offer | None = None) -> Offer | None:
        """Return the next offer from a place in the text, or from the current one, round the ends."""
        if self._later.isActive():  # the key came before the article was painted
            self._refresh()
        offers: Sequence[Offer] = self.suggestions or self.candidates
        if not offers:
            return None
        if current in offers:
            return offers[(offers.index(current) + by) % len(offers)]
        after = bisect_left([one.start for one in offers], here)
        return offers[(after if by > 0 else after - 1) % len(offers)]


def accepted(editor: Editor, offer: Offer, label: str) -> Edit:
    """Return the edit that makes an offer an annotation, with its own label or another."""
    same = label == offer.label
    attributes = offer.attributes if same else editor.schema.retained(LAYER, label, offer.attributes)
    origin = "" if offer.is_candidate else offer.source
    edits = [editor.add_span(LAYER, label, offer.start, offer.end, attributes=attributes, origin=origin)]
    if same or offer.is_candidate:
        return combined("accept", edits)
    edits.append(editor.reject(LAYER, offer.label, offer.start, offer.end, offer.source, label))
    return combined("retype", edits)


def rejected(editor: Editor, offer: Offer) -> Edit:
    return editor.reject(LAYER, offer.label, offer.start, offer.end, offer.source)


def _offer(found: Suggestion) -> Offer:
    return Offer(
        _id(found, found.label), found.label, found.start, found.end, found.quote, found.source, found.score,
        found.attributes,
    )  # fmt: skip


def _candidate(found: Suggestion | Candidate) -> Offer:
    return Offer(_id(found, CANDIDATE), CANDIDATE, found.start, found.end, found.quote, CANDIDATE, 0.0, {})


def _id(found: Suggestion | Candidate, label: str) -> UUID:
    return derived_id(found.start, "offer", label, str(found.end))


def _key(document: Document) -> tuple[UUID, str]:
    return document.id, str(document.date)


def _make_suggester(progress: Progress, path: Path) -> Suggester:
    """Read what suggestions need; in the background, with a connection of its own."""
    from peyman.core.suggest import suggester_of  # noqa: PLC0415

    with Project.open(path, read_only=True) as project:
        return suggester_of(project, progress.step)
