"""What the inspector tells of an offer at hand: what would be stored if it were taken, and why it is offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from peyman.gui.annotate.article_card import Facts, group_label
from peyman.gui.annotate.chips import LabelPlate, QuietLabel, Quote
from peyman.gui.annotate.form import AttributeForm
from peyman.gui.annotate.inspector_state import UNKNOWN_COLOUR, InspectorState
from peyman.gui.annotate.offers import Offer
from peyman.gui.wording import percent, source_words

QUOTE_LINES = 4


class OfferCard(QWidget):
    """An offer: its label, its words, the reading it comes with, its source, and the keys that decide on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: InspectorState | None = None
        self.plate = LabelPlate()
        self.kind = QuietLabel()
        self.quote = Quote(QUOTE_LINES)
        self._form_head = group_label()
        self.form = AttributeForm()
        self.facts = Facts()
        self._keys_head = group_label()
        self.keys = Facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.plate)
        head.addWidget(self.kind, 1)
        column.addLayout(head)
        for widget in (self.quote, self.facts, self._form_head, self.form, self._keys_head, self.keys):
            column.addWidget(widget)

    def show_state(self, state: InspectorState) -> None:
        """Show the offer of `state`, which must have one."""
        self._state = state
        offer = state.offer
        assert offer is not None
        code = state.language.code
        span = offer.as_span()
        label = state.label(span.layer, span.label)
        self.plate.setVisible(not offer.is_candidate)
        self.plate.set_label(label.names(code), label.color, label.rule(code))
        colour = UNKNOWN_COLOUR if offer.is_candidate else label.color
        self.quote.set_quote(offer.quote, colour, state.text_language, self.font().pointSizeF() * 1.15)
        layer = state.layer(span.layer)
        # Only what would be stored, so that it is seen before it is taken.
        told = tuple(one for one in layer.attributes_for(span.label, offer.attributes) if one.id in offer.attributes)
        self.form.show_attributes(
            told, span.label, offer.attributes, language=code, read_only=True, proposals=state.proposals
        )
        self._form_head.setVisible(bool(told))
        self.form.setVisible(bool(told))
        self._word(offer)

    def _word(self, offer: Offer) -> None:
        self._form_head.setText(self.tr("What it is read as"))
        self._keys_head.setText(self.tr("Keys"))
        label_key = self.tr("a label’s key")
        if offer.is_candidate:
            self.kind.setText(self.tr("perhaps an entity"))
            self.facts.show_facts([])
            keys = [(label_key, self.tr("labels it")), ("Backspace", self.tr("leaves it alone"))]
        else:
            self.kind.setText(self.tr("suggestion"))
            sure = percent(offer.score)
            self.facts.show_facts([(self.tr("Source"), source_words(offer.source)), (self.tr("How sure"), sure)])
            keys = [
                ("Enter", self.tr("takes it")),
                ("D", self.tr("takes it, to be corrected")),
                (label_key, self.tr("takes it as that")),
                ("Backspace", self.tr("rejects it")),
            ]
        self.keys.show_facts(keys)

    def changeEvent(self, event: QEvent) -> None:
        changed = (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in changed and self._state is not None and self._state.offer is not None:
            self.show_state(self._state)
        super().changeEvent(event)
