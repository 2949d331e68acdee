"""A place in an article with a little of what stands around it, as lists of hits show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peyman.core.model import Direction

ROOM = 120  # code points kept on either side

_SPACE = re.compile(r"[^\S ]\s*| \s+")  # whatever is not just one space


@dataclass(frozen=True, slots=True)
class Article:
    """What reading needs of a document, without its tokens."""

    number: int
    name: str
    title: str
    direction: Direction
    text: str

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Return the place text[start:end] with its surroundings, on one line."""
        first = max(0, start - ROOM)
        before, after = self.text[first:start], self.text[end : end + ROOM]
        if first:  # begins with a whole word
            before = before[before.find(" ") + 1 :]
        return Excerpt(
            self.number, self.title or self.name, self.direction, start, end,
            _line(before).lstrip(), _line(self.text[start:end]), _line(after).rstrip(),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place in an article; the texts are on one line, `before` and `after` with the space next to the quote."""

    document_number: int
    title: str
    direction: Direction
    start: int
    end: int
    before: str
    quote: str
    after: str


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)
