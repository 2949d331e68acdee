"""What the inspector is told to show, and names and colours out of the schema."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from peyman.core.journal import Version
from peyman.core.model import AnnotationSet, Document, Span
from peyman.core.proposals import Proposals
from peyman.core.schema import Label, Layer, Names, Schema
from peyman.gui.annotate.offers import Offer
from peyman.gui.i18n import Language

UNKNOWN_COLOUR = "#808080"


def _no_history(_span: Span) -> Sequence[Version]:
    return ()


@dataclass(frozen=True)
class InspectorState:
    """Everything the inspector shows at one moment.

    Attributes:
        span: the selected span; None shows the offer, or else the article.
        offer: the suggestion or candidate at hand.
        language: of the window; its code picks the schema's names.
        read_only: these annotations are somebody else's, or the file cannot be written.
        set_label: whose annotations these are, in words.
        proposals: what is offered for the attributes of what is shown.
        seconds: how long the annotator has worked on the article.
        history: returns the versions of a span, newest first; called only while the history is open.
    """

    document: Document | None
    annotations: AnnotationSet | None
    span: Span | None
    schema: Schema
    language: Language
    read_only: bool = False
    set_label: str = ""
    history: Callable[[Span], Sequence[Version]] = _no_history
    proposals: Proposals = field(default_factory=Proposals)
    seconds: int = 0
    offer: Offer | None = None

    @cached_property
    def text_language(self) -> str:
        """The article's language, which picks the font of its quotes."""
        return self.document.language if self.document else ""

    def layer(self, layer_id: str) -> Layer:
        """Return a layer; an empty one if the schema lacks it."""
        return self.schema.layers.get(layer_id) or Layer(layer_id, Names(layer_id), "any")

    def label(self, layer_id: str, label_id: str) -> Label:
        """Return a label, or what it was merged into; a grey one called by its id if the schema lacks it."""
        known = self.layer(layer_id).label(self.schema.current_label(layer_id, label_id))
        return known or Label(label_id, Names(label_id), key="", color=UNKNOWN_COLOUR)
