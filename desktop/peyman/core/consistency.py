"""Where one annotator labelled the same string differently: other labels, other ends, or not at all.

Strings are the same when `string_key` says so. A difference can be made one way everywhere, or marked as intended:
then it comes back only when the string is labelled in a way that was not there before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from peyman.core.bulk import Bulk
from peyman.core.edits import Change, Edit
from peyman.core.excerpts import Article
from peyman.core.gazetteer import Entry, Lexicon, Words, parts
from peyman.core.model import Extent, Intended, Span, new_id
from peyman.core.project import Project
from peyman.core.repeats import places_of
from peyman.core.suggest import LAYER, memorable, string_key

_CHUNK = 200  # documents read at a time


@dataclass(frozen=True, slots=True)
class Instance:
    """One place of the string; `span` is what stands there: on it, on another stretch, or nothing."""

    document_number: int
    start: int
    end: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One way the string is treated.

    Attributes:
        label: "" where it is left alone.
        inner: what carries the label in its stead, as `string_key` gives it; "" when the string itself does.
        quote: the first such stretch, as it is written.
    """

    label: str
    inner: str
    quote: str
    instances: tuple[Instance, ...]

    @property
    def id(self) -> str:
        """What `Intended.variants` calls it."""
        return f"{self.label}|{self.inner}" if self.inner else self.label


@dataclass(frozen=True, slots=True)
class Group:
    """A string that is treated in several ways, the most frequent first; nothing before something."""

    key: str
    quote: str
    variants: tuple[Variant, ...]

    @property
    def majority(self) -> Variant:
        """The most frequent way among those with a label."""
        return next(variant for variant in self.variants if variant.label)

    @property
    def count(self) -> int:
        return sum(len(variant.instances) for variant in self.variants)

    @property
    def documents(self) -> int:
        return len({one.document_number for variant in self.variants for one in variant.instances})


def inconsistencies(
    project: Project, *, untagged: bool = False, step: Callable[[int, int], object] = lambda _done, _of: None
) -> list[Group]:
    """Return the differences in the sets of the annotator at work that nobody meant, the most frequent first.

    Args:
        untagged: whether places of finished articles count where a string is left alone.
        step: told how many of how many articles are done; what it raises ends the work.
    """
    return _Check(project, untagged, step).groups()


@dataclass(slots=True)
class _Seen:
    """How often a string got which labels, and, where it makes a difference, every place of it."""

    labels: Counter[str] = field(default_factory=Counter)
    places: dict[tuple[str, str], list[Instance]] = field(default_factory=dict)  # by label and inner

    @property
    def label(self) -> str:
        return min(self.labels, key=lambda label: (-self.labels[label], label))


class _Check:
    """Goes through the articles three times, so that only the differences are ever kept."""

    def __init__(self, project: Project, untagged: bool, step: Callable[[int, int], object]) -> None:
        self._project = project
        self._untagged = untagged
        self._step = step
        self._states = project.own_states()
        self._seen: dict[str, _Seen] = {}
        self._lexicon = Lexicon()
        self._done = 0

    def groups(self) -> list[Group]:
        for spans in self._chunks():
            for span in chain.from_iterable(spans.values()):
                self._learn(span)
        for spans in self._chunks():
            for article in self._project.articles(list(spans)):
                self._look_elsewhere(article, spans[article.number])
        wanted = {key for key, seen in self._seen.items() if len(seen.labels) > 1 or seen.places}
        for spans in self._chunks():
            for number, there in spans.items():
                for span in there:
                    if (key := string_key(span.quote)) in wanted:
                        instance = Instance(number, span.start, span.end, span)
                        self._seen[key].places.setdefault((span.label, ""), []).append(instance)
        meant = _meant(self._project.intended)
        groups = [_group(key, self._seen[key]) for key in sorted(wanted)]
        groups = [group for group in groups if not {v.id for v in group.variants} <= meant.get(group.key, set())]
        return sorted(groups, key=lambda group: -group.count)

    def _chunks(self) -> Iterator[dict[int, list[Span]]]:
        """Yield the annotator's spans by document, some hundreds of documents at a time."""
        numbers = list(self._states)
        for start in range(0, len(numbers), _CHUNK):
            found: dict[int, list[Span]] = {number: [] for number in numbers[start : start + _CHUNK]}
            for placed in self._project.placed_spans(list(found), annotator=self._project.annotator, layer=LAYER):
                if placed.kind == "annotation":
                    found[placed.document_number].append(placed.span)
            yield found
            self._done += len(found)
            self._step(self._done, 3 * len(numbers))

    def _learn(self, span: Span) -> None:
        pieces = parts(span.quote)
        key = "".join(pieces)
        if memorable(key):
            self._seen.setdefault(key, _Seen()).labels[span.label] += 1
            capital = int(len(pieces) == 1 and span.quote[0].isupper())
            self._lexicon.add_parts(pieces, Entry(key, capital=capital))

    def _look_elsewhere(self, article: Article, spans: Sequence[Span]) -> None:
        """Find where labelled strings stand that are not labelled themselves."""
        words = Words(article.text)
        alone = self._untagged and self._states[article.number] == "finished"
        for first, spots in self._lexicon.find(words).items():
            for after, entries in spots:
                start, end = words.extent(first, after)
                seen = self._seen[entries[0].label]
                there = [span for span in spans if span.start < end and start < span.end]
                if any(span.start <= start and end <= span.end for span in there):
                    continue  # labelled, or a part of a longer name
                instead = next((span for span in there if span.label == seen.label), None)
                if instead is not None:
                    variant = seen.label, string_key(instead.quote)
                    seen.places.setdefault(variant, []).append(Instance(article.number, start, end, instead))
                elif alone:
                    seen.places.setdefault(("", ""), []).append(Instance(article.number, start, end, None))


def _group(key: str, seen: _Seen) -> Group:
    written: Counter[str] = Counter()
    for (label, inner), places in seen.places.items():
        if label and not inner:
            written.update(" ".join(one.span.quote.split()) for one in places if one.span)
    quote = min(written, key=lambda one: (-written[one], one))
    variants = []
    for (label, inner), places in seen.places.items():
        instead = places[0].span if inner else None
        variants.append(Variant(label, inner, " ".join(instead.quote.split()) if instead else quote, tuple(places)))
    return Group(key, quote, tuple(sorted(variants, key=lambda one: (not one.label, -len(one.instances), one.id))))


# Settling ---------------------------------------------------------------------------------------------------------


def unified(project: Project, group: Group, label: str, inner: str = "") -> Bulk:
    """Return the changes that treat the string alike everywhere: `label` on it, on its part `inner`, or nothing ("").

    Articles that are finished stay so: what was decided is only carried through.
    """
    bulk = Bulk(project, reopens=False)
    texts: dict[int, str] = {}
    for variant in group.variants:
        for one in variant.instances:
            number = one.document_number
            if number not in texts:
                texts = {number: project.articles([number])[0].text}
            extent = _stretch(texts[number], one, inner)
            if not label:
                if one.span is not None:
                    bulk.remove(number, one.span.id)
            elif one.span is None:
                bulk.label(number, LAYER, label, *extent, {})
            else:
                bulk.move(number, one.span.id, label, *extent)
    return bulk


def _stretch(text: str, one: Instance, inner: str) -> Extent:
    """Return what is to carry the label: the string, or the first place of `inner` in it, if it is there."""
    if inner:
        for start, end in places_of(text[one.start : one.end], inner):
            return one.start + start, one.start + end
        if one.span is not None and string_key(one.span.quote) == inner:  # reaches beyond the string
            return one.span.start, one.span.end
    return one.start, one.end


def intended(project: Project, group: Group) -> Edit:
    """Return the edit that marks all the ways of a group as meant."""
    before = next((one for one in project.intended if one.key == group.key), None)
    known = before or Intended(new_id(), group.key, ())
    after = replace(known, variants=tuple(sorted({*known.variants, *(variant.id for variant in group.variants)})))
    return Edit("mark_intended", (Change(0, before, after),))


def _meant(intended: Iterable[Intended]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in intended:
        found.setdefault(one.key, set()).update(one.variants)
    return found
