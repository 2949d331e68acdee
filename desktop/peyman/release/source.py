"""What of a project goes into a release, and under which names.

Only articles with gold are released, with what annotators had finished of them. Notes, the words of doubts, and what
other tools left behind never leave the project; with `Wanted.anonymise`, neither do names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cache
from uuid import UUID

from peyman.core.adjudication import Status, gold_of
from peyman.core.aliases import as_now
from peyman.core.comparing import Panel
from peyman.core.docket import Docket
from peyman.core.errors import PeymanError
from peyman.core.model import (
    SPLIT_KEY,
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Decision,
    Document,
    DocumentLabel,
    Json,
    Method,
    Span,
)
from peyman.core.project import Project
from peyman.core.schema import Schema

from .rows import ANNOTATORS, GOLD, problems_in


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a release is wanted.

    Attributes:
        shares: see `splits.read_shares`, from which it comes.
        group_by: key of the metadata of which articles with the same value stay in one split; or empty.
        licence: SPDX identifier; empty if it is still to be chosen.
        allow_open: release gold that is not finished.
    """

    shares: Mapping[str, float]
    group_by: str = ""
    seed: int = 0
    anonymise: bool = False
    licence: str = ""
    allow_open: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article with gold: its numbers in the project file, and what is still to be decided about it."""

    number: int
    sha256: str
    name: str  # as released
    gold: int
    sets: tuple[int, ...]  # finished, by annotator
    complete: bool


@dataclass
class Survey:
    """What was found in a project while looking for what can be released.

    Attributes:
        open: what is left to decide, by its status; of articles without gold too.
        without_gold: articles that are not released as they have none; by whether somebody has finished them.
        unfinished_gold: articles whose gold nobody has finished.
        several_gold: articles with gold of several people, of which one was taken.
        unfinished_sets: annotation sets of released articles that are left out.
        methods: how what stands in gold was decided.
        notes, doubts, foreign: by layer, in gold and the sets that are released; their words are not.
        problems: what is wrong with what would be released.
    """

    articles: list[Article] = field(default_factory=list)
    open: Counter[Status] = field(default_factory=Counter)
    open_articles: int = 0
    without_gold: Counter[bool] = field(default_factory=Counter)
    unfinished_gold: int = 0
    several_gold: int = 0
    unfinished_sets: int = 0
    methods: Counter[Method] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    foreign: int = 0
    problems: list[PeymanError] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not self.open and not self.unfinished_gold


class Source:
    """Reads a project as it is released. Articles are read one at a time."""

    def __init__(self, project: Project, *, anonymise: bool) -> None:
        self.project = project
        self.schema: Schema = project.schema
        self.people = project.annotators
        self.shown = (
            {name: f"annotator-{number}" for number, name in enumerate(self.people, 1)}
            if anonymise
            else {name: name for name in self.people}
        )
        self._mask = _Mask(self.shown) if anonymise else None
        self._used: set[str] = set()  # names of articles

    def on(self, project: Project) -> Source:
        """Return the same as read from another opening of the project."""
        other = copy(self)
        other.project = project
        return other

    def hidden(self, text: str) -> str:
        """Return a text that somebody wrote, with pseudonyms for names if those are to be hidden."""
        return self._mask.text(text) if self._mask else text

    @property
    def names(self) -> tuple[str, ...]:
        """The names that must not be in the release."""
        return tuple(self.people) if self._mask else ()

    def names_in(self, text: str) -> list[str]:
        """Return the names to be hidden that stand in a text."""
        return self._mask.found(text) if self._mask else []

    # What there is

    def survey(self) -> Survey:
        """Go through the project once."""
        self._used.clear()
        found = Survey()
        for number in self.project.document_numbers():
            self._look(number, found)
        return found

    def _look(self, number: int, found: Survey) -> None:
        read = cache(self.project.annotation_set)
        infos = self.project.set_infos(number)
        golds = sorted(
            (info for info in infos if info.kind == "gold" and info.state not in ("new", "skipped")),
            key=lambda info: (info.state != "finished", info.annotator),
        )
        begun = [info for info in infos if info.kind == "annotation" and info.state != "new"]
        finished = [info for info in begun if info.state == "finished"]
        document = self.project.document(number)
        decisions = self.project.records(Decision, document_id=document.id)
        settled = bool(golds) and golds[0].state == "finished"
        left: Counter[Status] = Counter()
        if decisions or (len(finished) > 1 and not settled):
            docket = Docket(document, [read(info.number) for info in begun], decisions, self.schema)
            left.update(one.status for one in gold_of(docket).left)
            found.methods.update(one.method for one in docket.decisions if one.state == "settled")
        found.open += left
        found.open_articles += bool(left)
        if not golds:
            found.without_gold[bool(finished)] += 1
            return
        # Gold that follows from decisions is done when nothing is left; any other when somebody says so.
        complete = not left and (settled or bool(decisions))
        found.unfinished_gold += not complete and not left
        found.several_gold += len(golds) > 1
        found.unfinished_sets += len(begun) - len(finished)
        for info in (golds[0], *finished):
            config = GOLD if info.kind == "gold" else ANNOTATORS
            made = self._ready(read(info.number), config if config == GOLD else info.annotator)
            found.problems += problems_in(config, document, made, self.schema)
        self._note(document, [read(info.number) for info in (golds[0], *finished)], found)
        found.articles.append(
            Article(
                number, document.sha256, self._name(document), golds[0].number,
                tuple(info.number for info in finished), complete,
            )
        )  # fmt: skip

    def _name(self, document: Document) -> str:
        """Return the name an article is released with; hiding people's names must not make two articles one."""
        name = hidden = self.hidden(document.name)
        count = 1
        while name in self._used:
            count += 1
            name = f"{hidden} ({count})"
        self._used.add(name)
        return name

    def _note(self, document: Document, sets: Iterable[AnnotationSet], found: Survey) -> None:
        found.foreign += len(document.foreign)
        for one in sets:
            found.notes["document"] += bool(one.state.note)
            found.doubts["document"] += bool(one.state.doubt)
            found.foreign += len(one.foreign)
            for record in one.annotations.values():
                found.foreign += len(record.foreign)
                if not isinstance(record, DocumentLabel):
                    found.notes[record.layer] += bool(record.note)
                if isinstance(record, Span):
                    found.doubts[record.layer] += bool(record.doubt)

    # As it is released

    def document(self, article: Article) -> Document:
        """Return an article without what other tools left with it."""
        document = self.project.document(article.number)
        return replace(document, name=article.name, meta=self.metadata(document), foreign={})

    def metadata(self, document: Document) -> Mapping[str, Json]:
        kept = {name: value for name, value in document.meta.items() if name != SPLIT_KEY}
        return {name: self._mask.value(value) for name, value in kept.items()} if self._mask else kept

    def gold(self, article: Article) -> AnnotatedDocument:
        return AnnotatedDocument(self.document(article), self._ready(self._read(article.gold), GOLD))

    def sets(self, article: Article) -> Iterator[AnnotationSet]:
        """Yield what annotators finished of an article."""
        ready = [self._ready(self._read(number)) for number in article.sets]
        yield from sorted(ready, key=lambda one: self.people.index(self._whose(one.annotator)))

    def _whose(self, shown: str) -> str:
        return next(name for name, pseudonym in self.shown.items() if pseudonym == shown)

    def _read(self, number: int) -> AnnotationSet:
        return self.project.annotation_set(number)

    def _ready(self, read: AnnotationSet, annotator: str = "") -> AnnotationSet:
        """Return a set with ids that say only where in the text things stand, and without notes."""
        held = as_now(read, self.schema)
        records: dict[UUID, Annotation] = {}
        for count, span in enumerate(held.spans, 1):
            doubt = "yes" if span.doubt else ""
            records[span.id] = replace(
                span, source_id=f"T{count}", note="", doubt=doubt, origin=self.hidden(span.origin), foreign={}
            )
        ids = {key: one.source_id for key, one in records.items()}
        ends = sorted(held.relations, key=lambda one: (int(ids[one.source][1:]), one.label, int(ids[one.target][1:])))
        for count, role in enumerate(ends, 1):
            records[role.id] = replace(role, source_id=f"R{count}", note="", foreign={})
        for count, label in enumerate(sorted(held.document_labels, key=lambda one: one.label), 1):
            records[label.id] = replace(label, source_id=f"L{count}", foreign={})
        return replace(
            held, annotator=annotator or self.shown[held.annotator], annotations=records, foreign={}, rejections={},
            state=replace(held.state, note="", doubt=""),
        )  # fmt: skip

    def panels(self, articles: Sequence[Article]) -> Iterator[Panel]:
        """Yield what is compared when agreement is measured."""
        for article in articles:
            document = self.document(article)
            sets = [self._ready(self._read(article.gold), GOLD), *self.sets(article)]
            yield Panel(document, sets)


class _Mask:
    """Puts pseudonyms for names wherever these stand as whole words, in any case of letters."""

    def __init__(self, shown: Mapping[str, str]) -> None:
        self._shown = {name.casefold(): pseudonym for name, pseudonym in shown.items()}
        longest_first = sorted(shown, key=lambda name: (-len(name), name))
        self._name = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if shown else r"(?!)", re.IGNORECASE
        )

    def found(self, text: str) -> list[str]:
        return self._name.findall(text)

    def text(self, text: str) -> str:
        return self._name.sub(lambda match: self._shown.get(match[0].casefold(), "annotator"), text)

    def value(self, value: Json) -> Json:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {self.text(name): self.value(one) for name, one in value.items()}
        return value
