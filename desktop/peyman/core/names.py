"""Canonical names in use in a project: how often each, and which one a string was given before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeAlias

from peyman.core.edits import Edit
from peyman.core.model import Json, Span
from peyman.core.normalise import folded

CANON = "canon"  # the attribute
Use: TypeAlias = tuple[str, str, int]  # a string, its canonical name, how often


class Names:
    """The canonical names of one layer, read label by label when first asked for, and kept up by edits.

    `read` returns what a label has in the project, see `Project.canon_names`.
    """

    def __init__(self, layer: str, read: Callable[[str], Iterable[Use]]) -> None:
        self._layer = layer
        self._read = read
        self._names: dict[str, Counter[str]] = {}
        self._strings: dict[str, dict[str, Counter[str]]] = {}

    def of(self, label: str) -> list[tuple[str, int]]:
        """Return the names under a label with how often each is used, the most used first."""
        self._load(label)
        return sorted((+self._names[label]).items(), key=lambda one: (-one[1], one[0]))

    def given(self, quote: str, label: str) -> str:
        """Return the name given most often to this string, however it is written, or nothing."""
        self._load(label)
        counts = +self._strings[label].get(_key(quote), Counter())
        return min(counts, key=lambda name: (-counts[name], name), default="")

    def follow(self, edit: Edit) -> None:
        """Count what an edit took away and what it brought."""
        for change in edit.changes:
            for record, by in ((change.before, -1), (change.after, 1)):
                if isinstance(record, Span) and record.layer == self._layer and record.label in self._names:
                    name = record.attributes.get(CANON)
                    if isinstance(name, str) and name:
                        self._count(record.label, record.quote, name, by)

    def _load(self, label: str) -> None:
        if label not in self._names:
            self._names[label], self._strings[label] = Counter(), {}
            for quote, name, count in self._read(label):
                self._count(label, quote, name, count)

    def _count(self, label: str, quote: str, name: str, by: int) -> None:
        self._names[label][name] += by
        self._strings[label].setdefault(_key(quote), Counter())[name] += by


@lru_cache(maxsize=4096)
def _key(quote: str) -> str:
    """Return what a string is remembered by: alike for all ways to write it, with or without spaces."""
    return folded(quote).replace(" ", "")  # no way back is needed, and all names of a label are read at once


def holder_value(person: Span) -> str:
    """Return by what a person is named as the holder of an office: the canonical name, else the words themselves."""
    name: Json = person.attributes.get(CANON)
    return name if isinstance(name, str) and name else " ".join(person.quote.split())
