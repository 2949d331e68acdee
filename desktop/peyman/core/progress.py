"""How far one annotator is with a project, and what became of what was suggested to him."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .model import State
from .project import Project, SuggestionCount


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of the annotator at work; `seconds` is the time he worked here."""

    annotator: str
    states: Mapping[State, int]
    layers: Mapping[str, int]  # annotations by layer; roles are the layer "role"
    seconds: int
    suggestions: Mapping[str, SuggestionCount]  # by source


def statistics_of(project: Project) -> Statistics:
    return Statistics(
        project.annotator,
        project.state_counts(),
        project.layer_counts(),
        project.active_total(),
        project.suggestion_counts(),
    )
