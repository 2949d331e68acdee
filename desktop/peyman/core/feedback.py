"""The feedback sheet: what gold has where one annotator has something else, for that annotator to learn from.

    sheet = sheet_of(project, "سارا")

Counted like agreement with gold (`agreement`), so the figures are the same: finished articles with a finished gold.
The sheet is plain data. It travels as JSON: in a file of its own, or inside the annotator's project file, as the
setting `feedback`, which `deliver` puts there the way later packs are added (`packs.update_pack`): his work stays as it
is, and earlier sheets stay in the history of the file.
"""

from __future__ import annotations

import dataclasses
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from .aliases import as_now, decision_as_now
from .clusters import ARGUMENT
from .comparing import DOCUMENT, NOTHING, ROLE, Comparison, Example, Panel, Plan, compare
from .decisions import in_force
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .excerpts import ROOM, Article, Excerpt
from .journal import now
from .matching import Mention, match
from .model import AnnotationSet, Decision, Document, Json, Span
from .packs import Pack, update_pack
from .project import Project
from .reliability import comparable
from .schema import Schema

T = TypeVar("T")
Kind: TypeAlias = Literal["missing", "extra", "label", "boundary", "role", "attribute", "field"]
Progress: TypeAlias = Callable[[int, int], object]  # articles done, articles in all

KINDS: Mapping[Kind, str] = {
    "missing": QT_TRANSLATE_NOOP("feedback", "Gold has it, you do not"),
    "extra": QT_TRANSLATE_NOOP("feedback", "You have it, gold does not"),
    "label": QT_TRANSLATE_NOOP("feedback", "Another label"),
    "boundary": QT_TRANSLATE_NOOP("feedback", "Another extent"),
    "role": QT_TRANSLATE_NOOP("feedback", "Another role, or another filler"),
    "attribute": QT_TRANSLATE_NOOP("feedback", "Another value of an attribute"),
    "field": QT_TRANSLATE_NOOP("feedback", "Another value of a field of the article"),
}

MOST_LESSONS = 120  # kept, the most frequent
MOST_EXAMPLES = 5  # of each
LONGEST_TITLE = 70  # characters
MOST_REMARKS = 200  # differences on which the curator has said something

MESSAGES |= {
    "feedback_nothing": QT_TRANSLATE_NOOP(
        "errors", "No article that {annotator} finished has a finished gold yet, so there is nothing to say. Settle the"
        " disagreements first."
    ),
    "feedback_odd": QT_TRANSLATE_NOOP(
        "errors", "This is no feedback sheet that this program understands ({reason}). Ask for it again."
    ),
    "feedback_foreign": QT_TRANSLATE_NOOP(
        "errors", "This sheet belongs to another project or to another annotator ({annotator}). Choose yours."
    ),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """How spans or roles of one name compare; gold's and the annotator's, and how many of them are the same.

    Attributes:
        same: same stretch and same label.
        near: overlapping and same label, those of `same` included.
    """

    name: str
    gold: int
    own: int
    same: int
    near: int

    @property
    def f1(self) -> float | None:
        """As `agreement` has it: 2·same/(gold + own)."""
        return 2 * self.same / (self.gold + self.own) if self.gold + self.own else None

    @property
    def recall(self) -> float | None:
        return self.same / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        return self.same / self.own if self.own else None


@dataclasses.dataclass(frozen=True, slots=True)
class LayerTally:
    """One layer as a whole, and its labels in the order of the schema."""

    layer: str
    whole: Tally
    labels: tuple[Tally, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ValueTally:
    """An attribute on spans that both have, or a field of the document: where both give a value, and the same one."""

    layer: str
    name: str
    both: int
    same: int


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """One place where the annotator and gold differ; offsets are code points.

    Attributes:
        name: the attribute or field; empty for spans and roles.
        gold, own: label or value; "" or None where there is none.
        before, quote, after: the text around, on one line; the quote covers what both have marked.
        gold_quote, own_quote: what each has marked, if anything.
        reason: code of the curator's reason, key into `decisions.REASONS`; empty if he gave none.
    """

    kind: Kind
    layer: str
    name: str
    gold: Json
    own: Json
    document_id: UUID
    article: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    gold_quote: str
    own_quote: str
    reason: str
    comment: str


@dataclasses.dataclass(frozen=True, slots=True)
class Lesson:
    """Differences of the same sort: how many, and some of them, those with a remark first."""

    kind: Kind
    layer: str
    name: str
    gold: Json
    own: Json
    count: int
    examples: tuple[Difference, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """One annotator's feedback; `at` is in milliseconds since 1970, `kinds` and `reasons` count all differences."""

    project_id: UUID
    annotator_id: UUID
    annotator: str
    at: int
    articles: int
    layers: tuple[LayerTally, ...]
    values: tuple[ValueTally, ...]
    kinds: tuple[tuple[Kind, int], ...]
    reasons: tuple[tuple[str, int], ...]
    lessons: tuple[Lesson, ...]
    remarks: tuple[Difference, ...]


def sheet_of(project: Project, annotator: str, progress: Progress = lambda _done, _total: None) -> Sheet:
    """Compare what an annotator has finished with gold.

    Raises:
        PeymanError: `annotator_unknown`, `feedback_nothing`.
    """
    annotator_id = project.annotator_id(annotator)
    if annotator_id is None:
        raise PeymanError("annotator_unknown", name=annotator, names=", ".join(project.annotators))
    work = _Work(project.schema)
    numbers = project.document_numbers()
    for done, number in enumerate(numbers, 1):
        infos = {
            info.kind: info.number
            for info in project.set_infos(number)
            if info.state == "finished" and (info.kind == "gold" or info.annotator == annotator)
        }
        if len(infos) == 2:
            gold, own = (as_now(project.annotation_set(infos[kind]), project.schema) for kind in ("gold", "annotation"))
            document = project.document(number)
            work.take(document, number, gold, own, project.records(Decision, document_id=document.id))
        progress(done, len(numbers))
    if not work.articles:
        raise PeymanError("feedback_nothing", annotator=annotator)
    return work.sheet(project.info.id, annotator_id, annotator)


class _Work:
    """Gathers counts and differences, article by article."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._plan = Plan(schema)
        self._counts: Counter[tuple[str, str, str, str]] = Counter()
        self._values: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
        self._differences: list[Difference] = []
        self.articles = 0

    def take(
        self, document: Document, number: int, gold: AnnotationSet, own: AnnotationSet, decisions: Iterable[Decision]
    ) -> None:
        self.articles += 1
        found = compare(Panel(document, (gold, own)), self._plan, to_first=True)
        self._counts.update(found.counts)
        article = _Article(document, number, _Rulings(decisions, self._schema))
        self._differences += _marked(found, article)
        self._differences += self._attributes(gold, own, article)
        self._differences += self._fields(gold, own, article)

    # Values

    def _attributes(self, gold: AnnotationSet, own: AnnotationSet, article: _Article) -> Iterator[Difference]:
        """Yield where attributes differ on spans that are one place for both; nothing given is a difference, too."""
        for layer in self._plan.span_layers:
            spans = [[span for span in one.spans if span.layer == layer] for one in (gold, own)]
            mentions = [[Mention.of(span) for span in some] for some in spans]
            for a, b in sorted(match(*mentions)):
                truth, mine = spans[0][a], spans[1][b]
                for name, (attribute, metric) in self._plan.asked[layer].items():
                    values = [span.attributes.get(name) for span in (truth, mine)]
                    one, other = (comparable(attribute, metric, value) for value in values)
                    if one is not None and other is not None:
                        self._values[layer, name].append(one == other)
                    if one != other:
                        yield article.difference(
                            "attribute", layer, name, (values[0], values[1]), _extents(truth, mine),
                            (truth.id, mine.id),
                        )  # fmt: skip

    def _fields(self, gold: AnnotationSet, own: AnnotationSet, article: _Article) -> Iterator[Difference]:
        given = [{one.label: one for one in held.document_labels if one.layer == DOCUMENT} for held in (gold, own)]
        for name, (attribute, metric) in self._plan.asked.get(DOCUMENT, {}).items():
            labels = [some.get(name) for some in given]
            values = [label.value if label else None for label in labels]
            one, other = (comparable(attribute, metric, value) for value in values)
            if one is not None and other is not None:
                self._values[DOCUMENT, name].append(one == other)
            if one != other:
                ids = (labels[0].id if labels[0] else None, labels[1].id if labels[1] else None)
                yield article.difference("field", DOCUMENT, name, (values[0], values[1]), ((0, 0), (0, 0)), ids)

    # The sheet

    def sheet(self, project_id: UUID, annotator_id: UUID, annotator: str) -> Sheet:
        sorts: defaultdict[tuple[str, ...], list[Difference]] = defaultdict(list)
        for one in self._differences:
            sorts[one.kind, one.layer, one.name, repr(one.gold), repr(one.own)].append(one)
        lessons = [
            Lesson(
                some[0].kind, some[0].layer, some[0].name, some[0].gold, some[0].own, len(some),
                tuple(sorted(some, key=lambda one: not (one.comment or one.reason))[:MOST_EXAMPLES]),
            )
            for _, some in sorted(sorts.items(), key=lambda entry: (-len(entry[1]), entry[0]))
        ]  # fmt: skip
        kinds = Counter(one.kind for one in self._differences)
        reasons = Counter(one.reason for one in self._differences if one.reason)
        return Sheet(
            project_id, annotator_id, annotator, now(), self.articles,
            layers=tuple(self._tallies()),
            values=tuple(ValueTally(*key, both=len(same), same=sum(same)) for key, same in self._values.items()),
            kinds=tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]),
            reasons=tuple(sorted(reasons.items(), key=lambda entry: (-entry[1], entry[0]))),
            lessons=tuple(lessons[:MOST_LESSONS]),
            remarks=tuple([one for one in self._differences if one.comment][:MOST_REMARKS]),
        )  # fmt: skip

    def _tallies(self) -> Iterator[LayerTally]:
        for layer in self._schema.layers.values():
            used = {key[3] for key in self._counts if key[:3] == ("present", layer.id, "label")}
            known = [label.id for label in layer.labels if label.id in used]
            names = [*known, *sorted(used.difference(known))]
            whole = self._tally(layer.id, "layer", layer.id)
            if names:
                yield LayerTally(layer.id, whole, tuple(self._tally(layer.id, "label", name) for name in names))

    def _tally(self, layer: str, kind: str, name: str) -> Tally:
        counts = (self._counts[what, layer, kind, name] for what in ("left", "right", "exact", "relaxed"))
        return Tally(name, *counts)


def _marked(found: Comparison, article: _Article) -> Iterator[Difference]:
    """Yield where spans and roles differ; arguments are there for the roles only, and told with them."""
    for (layer, gold, own), examples in found.examples.items():
        if layer == ARGUMENT:
            continue
        for example in sorted(examples, key=lambda one: one.extents):
            kind: Kind = "missing" if own == NOTHING else "extra" if gold == NOTHING else "label"
            kind = "role" if layer == ROLE else "boundary" if gold == own else kind
            yield article.difference(kind, layer, "", (gold, own), _covered(example), example.ids)


_Stretch: TypeAlias = tuple[int, int]  # (0, 0) is none


def _covered(example: Example) -> tuple[_Stretch, _Stretch]:
    one, other = ((pieces[0][0], pieces[-1][1]) if pieces else (0, 0) for pieces in example.extents)
    return one, other


def _extents(one: Span, other: Span) -> tuple[_Stretch, _Stretch]:
    return (one.start, one.end), (other.start, other.end)


class _Article:
    """A document as far as differences quote it, and what the curator has said about it."""

    def __init__(self, document: Document, number: int, rulings: _Rulings) -> None:
        self._id = document.id
        self._article = Article(number, document.name, document.title, document.direction, document.text)
        self._rulings = rulings

    def difference(
        self,
        kind: Kind,
        layer: str,
        name: str,
        values: tuple[Json, Json],
        extents: tuple[_Stretch, _Stretch],
        ids: tuple[UUID | None, UUID | None],
    ) -> Difference:
        there = [extent for extent in extents if extent[1]]
        start, end = (min(s for s, _ in there), max(e for _, e in there)) if there else (0, 0)
        around = self._article.excerpt(start, end) if end else Excerpt(0, "", "rtl", 0, 0, "", "", "")
        quotes = [self._article.excerpt(*extent).quote if extent[1] else "" for extent in extents]
        ruling = self._rulings.on(name, *ids)
        before, after = around.before, around.after
        if start - ROOM > 0:
            before = f"… {before}"
        if end + ROOM < len(self._article.text):
            after = f"{after[: after.rfind(' ')]} …" if " " in after else "…"  # ends with a whole word
        return Difference(
            kind, layer, name, values[0], values[1],
            self._id, _short(self._article.title or self._article.name), start, end,
            before, around.quote, after, quotes[0], quotes[1],
            reason=ruling.reason if ruling else "", comment=ruling.comment if ruling else "",
        )  # fmt: skip


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


class _Rulings:
    """The decisions in force on one document, by what they were about, under the names of today like the sets."""

    def __init__(self, decisions: Iterable[Decision], schema: Schema) -> None:
        self._made: dict[tuple[str, UUID], Decision] = {}  # by attribute or field, and what came of it in gold
        self._compared: dict[tuple[str, UUID], Decision] = {}  # the same, and what was compared
        for made in in_force(decisions):
            one = decision_as_now(made, schema)
            if one.state != "settled":
                continue
            self._made[one.name, one.parent if one.subject == "attribute" and one.parent else one.cluster] = one
            for given in one.inputs:
                if given.annotation_id is not None:
                    self._compared[one.name, given.annotation_id] = one

    def on(self, name: str, gold: UUID | None, own: UUID | None) -> Decision | None:
        """Return the decision that an annotation of gold came of, or else one for which the other was compared."""
        found = self._made.get((name, gold)) if gold else None
        return found or (self._compared.get((name, own)) if own else None)


# There and back --------------------------------------------------------------------------------------------------


def deliver(project: Project, sheet: Sheet, path: Path) -> Pack:
    """Put a sheet into the file in which its annotator works, with whatever else is new for him.

    Raises:
        PeymanError: what `packs.update_pack` raises.
    """
    return update_pack(project, path, annotator=sheet.annotator, feedback=sheet_as_json(sheet))


def received(project: Project) -> Sheet | None:
    """Return the sheet that a project file holds for whoever works in it; None if there is none, or none for him.

    Raises:
        PeymanError: `feedback_odd`.
    """
    held = project.setting("feedback")
    if not held:
        return None
    sheet = sheet_from_json(held)
    return sheet if sheet.annotator_id == project.annotator_id(project.annotator) else None


def sheet_as_json(sheet: Sheet) -> dict[str, Json]:
    """Return a sheet as JSON has it."""
    plain = _plain(sheet)
    assert isinstance(plain, dict)
    return plain


def sheet_from_json(value: Json, project: Project | None = None) -> Sheet:
    """Read a sheet, believing nothing; `project` is the file that it is to be for.

    Raises:
        PeymanError: `feedback_odd`, `feedback_foreign`.
    """
    try:
        sheet = _built(Sheet, value)
    except (ValueError, TypeError, RecursionError) as error:
        raise PeymanError("feedback_odd", reason=error) from None
    if project is not None:
        ours = (project.info.id, project.annotator_id(project.annotator))
        if (sheet.project_id, sheet.annotator_id) != ours:
            raise PeymanError("feedback_foreign", annotator=sheet.annotator)
    return sheet


def _plain(value: object) -> Json:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, UUID) else value  # type: ignore[return-value] # the fields hold JSON else


def _built(kind: type[T], value: Json) -> T:
    """Make a dataclass of what `_plain` made of it; raises ValueError where it is not of its form."""
    if not isinstance(value, dict) or value.keys() != {field.name for field in dataclasses.fields(kind)}:  # type: ignore[arg-type]
        raise ValueError(kind.__name__)
    hints = get_type_hints(kind)
    return kind(**{name: _part(hints[name], part, name) for name, part in value.items()})


def _part(hint: Any, value: Json, name: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return _built(hint, value)  # type: ignore[arg-type]
    if get_origin(hint) is tuple and isinstance(value, list):
        first, last = get_args(hint)[0], get_args(hint)[-1]
        if last is Ellipsis:
            return tuple(_part(first, one, name) for one in value)
        return tuple(_part(each, one, name) for each, one in zip(get_args(hint), value, strict=True))
    if hint is UUID and isinstance(value, str):
        return UUID(value)
    if get_origin(hint) is Literal and value in get_args(hint):
        return value
    if hint in (int, str) and type(value) is hint:
        return value
    if get_origin(hint) in (Union, types.UnionType):  # the values of attributes
        return value
    raise ValueError(name)
