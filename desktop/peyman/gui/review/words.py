"""How the page puts questions and answers into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from peyman.core.adjudication import Disagreement, Status
from peyman.core.clusters import Kind
from peyman.core.decisions import REASONS
from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import Answer, Extent, Filling, Places, Value
from peyman.gui.naming import Namer
from peyman.gui.wording import joined

_KINDS: Mapping[Kind, str] = {
    "absence": QT_TRANSLATE_NOOP("review", "Whole article"),
    "label": QT_TRANSLATE_NOOP("review", "Label"),
    "missing": QT_TRANSLATE_NOOP("review", "Missing"),
    "split": QT_TRANSLATE_NOOP("review", "Split or joined"),
    "boundary": QT_TRANSLATE_NOOP("review", "Boundary"),
    "attribute": QT_TRANSLATE_NOOP("review", "Attribute"),
    "role": QT_TRANSLATE_NOOP("review", "Role"),
    "agree": QT_TRANSLATE_NOOP("review", "Nobody differs"),
}
_NOTES: Mapping[Status, str] = {
    "deferred": QT_TRANSLATE_NOOP("review", "You have put this aside."),
    "stale": QT_TRANSLATE_NOOP("review", "This was decided, but somebody has changed his answer since."),
    "sampled": QT_TRANSLATE_NOOP("review", "All agree; this one was drawn for you to look at."),
    "conflict": QT_TRANSLATE_NOOP("review", "Gold cannot hold what was decided."),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)


def kind_words(kind: str) -> str:
    return next((_tr(text) for one, text in _KINDS.items() if one == kind), kind)


def status_note(status: Status) -> str:
    """Return what is to be said of a question that is not simply open; "" of one that is."""
    return _tr(_NOTES[status]) if status in _NOTES else ""


def reason_words(reason: str) -> str:
    return QCoreApplication.translate("reasons", REASONS[reason]) if reason in REASONS else reason


# What an answer says ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text on a card: of the answer or around it, and whether others end it elsewhere."""

    text: str
    inside: bool
    differs: bool = False


def stretches(asked: Disagreement, places: Places, around: int = 24) -> list[Stretch]:
    """Return an answer's places in their surroundings, cut where any two answers differ.

    The surroundings are those of all answers together and some `around` code points more, in whole words, so that
    cards can be compared.
    """
    text = asked.document.text
    given = [variant.answer for variant in asked.choices if isinstance(variant.answer, tuple)]
    held = [_extents(answer) for answer in [*given, places]]
    low, high = min(start for extents in held for start, _ in extents), max(end for e in held for _, end in e)
    first, last = max(0, low - around), min(len(text), high + around)
    while 0 < first < low and not text[first - 1].isspace():
        first += 1
    while high < last < len(text) and not text[last].isspace():
        last -= 1
    cuts = sorted({first, last, *(offset for extents in held for extent in extents for offset in extent)})
    own = _extents(places)
    found: list[Stretch] = []
    for start, end in pairwise(cuts):
        covered = [_covers(extents, start, end) for extents in held]
        stretch = Stretch(text[start:end], _covers(own, start, end), any(covered) and not all(covered))
        if found and (found[-1].inside, found[-1].differs) == (stretch.inside, stretch.differs):
            stretch = Stretch(found.pop().text + stretch.text, stretch.inside, stretch.differs)
        found.append(stretch)
    return found


def differing(asked: Disagreement) -> list[Extent]:
    """Return the stretches of text that some answers have and others have not."""
    held = [_extents(variant.answer) for variant in asked.choices if isinstance(variant.answer, tuple)]
    cuts = sorted({offset for extents in held for extent in extents for offset in extent})
    found = []
    for start, end in pairwise(cuts):
        covered = [_covers(extents, start, end) for extents in held]
        if any(covered) and not all(covered):
            found.append((start, end))
    return found


def _extents(places: Places) -> list[Extent]:
    return [extent for place in places for extent in place.fragments or ((place.start, place.end),)]


def _covers(extents: list[Extent], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in extents)


def quote_of(asked: Disagreement, answer: Answer) -> str:
    """Return the words that an answer is about; "" where it is about none."""
    text = asked.document.text
    if isinstance(answer, tuple):
        return " … ".join(text[place.start : place.end] for place in answer)
    if isinstance(answer, Filling):
        filler = asked.docket.cluster(answer.filler)
        return text[filler.start : filler.end] if filler else ""
    return ""


def head_of(asked: Disagreement, answer: Answer, namer: Namer) -> tuple[str, str]:
    """Return what an answer says in a word or two, and the colour of its label."""
    layer = asked.layer
    if isinstance(answer, Filling):
        return namer.label(layer, answer.label), namer.colour(layer, answer.label)
    if isinstance(answer, Value):
        if asked.cluster.subject == "whole":
            return QCoreApplication.translate("review", "There is something to annotate here"), "#808080"
        return namer.value(layer, asked.cluster.name, answer), "#808080"
    labels = list(dict.fromkeys(place.label for place in answer))
    names = joined((namer.label(layer, label) for label in labels), namer.language)
    return names, namer.colour(layer, labels[0])


def about(asked: Disagreement, namer: Namer) -> str:
    """Return what is asked, in a few words: "Label · entity", "Attribute · status of the commitment"."""
    cluster = asked.cluster
    words = [kind_words(asked.kind)]
    if cluster.layer and cluster.subject != "role":
        words.append(namer.layer(cluster.layer))
    if cluster.name:
        words.append(namer.attribute(cluster.layer, cluster.name))
    return " · ".join(f"\u2068{word}\u2069" for word in words)


def nothing_words(asked: Disagreement) -> str:
    """Return what taking nothing means for this question."""
    if asked.cluster.subject == "whole":
        return QCoreApplication.translate("review", "There is nothing in this article")
    if asked.cluster.subject == "role":
        return QCoreApplication.translate("review", "No role here")
    if asked.cluster.subject in ("attribute", "field"):
        return QCoreApplication.translate("review", "No value")
    return QCoreApplication.translate("review", "Nothing to mark here")
