"""Guidelines in Markdown: their sections, and which of them is about a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .normalise import normalise

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, with the lesser headings there.

    Attributes:
        heading: its text, without the marks.
        level: 1 to 6.
        body: Markdown, the heading first.
    """

    heading: str
    level: int
    body: str


def sections(markdown: str) -> list[Section]:
    """Return the sections in their order; one may lie within another."""
    lines = markdown.splitlines()
    headings = list(_headings(lines))
    found = []
    for place, (line, level, heading) in enumerate(headings):
        end = next((other for other, rank, _ in headings[place + 1 :] if rank <= level), len(lines))
        found.append(Section(heading, level, "\n".join(lines[line:end]).strip() + "\n"))
    return found


def section_about(markdown: str, entry_id: str, names: Iterable[str] = ()) -> Section | None:
    """Return the section whose heading names something by its id, or else by one of its names."""
    known = sections(markdown)
    word = re.compile(rf"(?<![\w-]){re.escape(entry_id)}(?![\w-])")
    hits = [(match.start(), place) for place, one in enumerate(known) if (match := word.search(one.heading))]
    for name in names if not hits else ():
        wanted = f" {' '.join(_words(name))} "
        hits += [(0, place) for place, one in enumerate(known) if wanted in f" {' '.join(_words(one.heading))} "]
    return known[min(hits)[1]] if hits and entry_id else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", normalise(text).text)


def _headings(lines: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield line, level and text of each heading outside fenced code."""
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.match(line):
            yield number, len(heading[1]), heading[2]
