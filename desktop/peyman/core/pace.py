"""How far everybody is, and how fast: articles finished and time at work, by annotator and day.

Time at work is measured by a clock in the file in which somebody works, and stays there. Of what was merged it is told
from the edits instead: the time from one to the next, where no more than `PAUSE` lies between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from .project import Project

PAUSE = 300_000  # milliseconds without an edit after which somebody has gone


@dataclass(frozen=True, slots=True)
class Day:
    """What one annotator did on one day; `day` is an ISO date of this machine's calendar."""

    annotator: str
    day: str
    finished: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one annotator is; `assigned` is 0 where nothing was dealt out."""

    annotator: str
    assigned: int
    finished: int
    in_progress: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Everybody by name, and their days in the order of time."""

    standings: tuple[Standing, ...]
    days: tuple[Day, ...]


def pace_of(project: Project) -> Pace:
    """Return how far the annotators of a project are, and what they did on which day."""
    finished = Counter((annotator, day_of(at)) for annotator, at in project.finishings())
    seconds = time_between(project.moments())
    for annotator, day, measured in project.active_days():
        seconds[annotator, day] = max(seconds[annotator, day], measured)
    days = sorted({*finished, *(key for key, spent in seconds.items() if spent)}, key=lambda key: (key[1], key[0]))
    return Pace(
        _standings(project), tuple(Day(*key, finished[key], seconds[key]) for key in days)
    )


def time_between(moments: Iterable[tuple[str, int]]) -> Counter[tuple[str, str]]:
    """Return the seconds that annotators were at work on each day, told from when they edited.

    Args:
        moments: annotator and time in milliseconds since 1970, each annotator's in the order of time.
    """
    spent: defaultdict[tuple[str, str], int] = defaultdict(int)
    for annotator, before, after in _steps(moments):
        if after - before <= PAUSE:
            spent[annotator, day_of(before)] += after - before
    return Counter({key: round(milliseconds / 1000) for key, milliseconds in spent.items()})


def _steps(moments: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    last = ("", 0)
    for annotator, at in moments:
        if annotator == last[0]:
            yield annotator, last[1], at
        last = annotator, at


def day_of(milliseconds: int) -> str:
    """Return the local date of a moment since 1970, as ISO 8601 has it."""
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().date().isoformat()


def _standings(project: Project) -> tuple[Standing, ...]:
    states = {(annotator, state): count for annotator, state, count in project.states_by_annotator()}
    assigned = project.assigned_counts()
    return tuple(
        Standing(
            name, assigned.get(name, 0), states.get((name, "finished"), 0), states.get((name, "in_progress"), 0),
            states.get((name, "skipped"), 0),
        )
        for name in sorted({*assigned, *(annotator for annotator, _ in states)})
    )  # fmt: skip
