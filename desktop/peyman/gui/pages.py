"""What the window asks of a page beside the annotate page, and how a page asks to see a place in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article to show, in somebody's set; 0 is the annotator's own. Offsets are code points."""

    document_number: int
    start: int
    end: int
    set_number: int = 0


class Page(Protocol):
    """A page of the window: a widget made with (session, settings, theme, language, tasks) when first shown.

    `place_wanted(Place)` asks for the annotate page at that place; `said(str)` puts a sentence into the status line.
    `ACTIONS` names the actions of the table that are the page's own (their `context` is the page's id).
    """

    ACTIONS: ClassVar[tuple[str, ...]]
    place_wanted: SignalInstance
    said: SignalInstance

    def widget(self) -> QWidget:
        """The page itself, to be put into the window."""
        ...

    def enter(self) -> None:
        """The page was turned to: bring it up to date and take the focus."""
        ...

    def leave(self) -> None:
        """The project is about to be closed: stop what runs, save what is being typed."""
        ...

    def act(self, action_id: str) -> None: ...
