"""What a search asks for besides the words: text or annotations, and which of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from peyman.core.concordance import Search
from peyman.core.model import STATES
from peyman.core.schema import Attribute, Label, Layer, Schema
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width
from peyman.gui.i18n import Language
from peyman.gui.wording import state_words

NO_SPANS = ("role", "document")  # layers whose annotations are no stretches of text


def span_layers(schema: Schema) -> list[Layer]:
    return [layer for layer in schema.layers.values() if layer.id not in NO_SPANS and layer.labels]


class Filters(QWidget):
    """A strip of choices. Any choice about annotations makes the search one of annotations.

    Signals:
        changed(): something else is asked for.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._schema: Schema | None = None
        self._annotators: Sequence[str] = ()
        self._filling = False
        let_height_follow_width(self)
        self.scope, self.layer, self.label = QComboBox(), QComboBox(), QComboBox()
        self.attribute, self.value = QComboBox(), QComboBox()
        self.annotator, self.state = QComboBox(), QComboBox()
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        flow = FlowLayout(self, gap=6, line_gap=4)
        for box in self._boxes:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            flow.addWidget(box)
        for box in (self.layer, self.label, self.attribute, self.annotator):
            box.currentIndexChanged.connect(partial(self._narrowed, box))
        for box in (self.scope, self.state):
            box.currentIndexChanged.connect(self._tell)
        self.value.editTextChanged.connect(self._tell)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.scope, self.layer, self.label, self.attribute, self.value, self.annotator, self.state

    def show_choices(self, schema: Schema, annotators: Sequence[str]) -> None:
        """Offer the layers and labels of a schema, and these people; what was chosen stays if it can."""
        self._schema, self._annotators = schema, annotators
        self._fill()

    def search(self, text: str) -> Search:
        """Return the search that is asked for."""
        if self.scope.currentData() != "annotations":
            return Search(text, state=self.state.currentData())
        attribute, typed = self.attribute.currentData(), self.value.currentText().strip()
        return Search(
            text,
            annotations=True,
            state=self.state.currentData(),
            layer=self.layer.currentData() or "",
            label=_name_in(self.label.currentData()),
            annotator=self.annotator.currentData() or "",
            attribute=_name_in(attribute),
            value=self._value_of(typed) if attribute else "",
        )

    def _value_of(self, typed: str) -> str:
        """Return the id of the value whose name was chosen, else what was typed."""
        at = self.value.findText(typed)
        return str(self.value.itemData(at) or "") if at >= 0 else typed

    def _layers(self) -> list[Layer]:
        """The layers that may be meant, by the layer and the label that are chosen."""
        assert self._schema is not None
        wanted = self.layer.currentData()
        return [layer for layer in span_layers(self._schema) if wanted in (None, layer.id)]

    def _labels(self) -> list[tuple[Layer, Label]]:
        return [(layer, label) for layer in self._layers() for label in layer.labels]

    def _attributes(self) -> list[tuple[Layer, Attribute]]:
        layer_id, _, label = (self.label.currentData() or "").partition("/")
        return [
            (layer, attribute)
            for layer in self._layers()
            for attribute in layer.attributes
            if layer_id in ("", layer.id) and (not label or not attribute.labels or label in attribute.labels)
        ]

    def _fill(self) -> None:
        """Word all choices in the window's language, those that depend on others by what is chosen there."""
        if self._schema is None:
            return
        self._filling = True
        code = self._language.code
        _offer(self.scope, [(self.tr("In the text"), "text"), (self.tr("In annotations"), "annotations")])
        layers = [(layer.names(code), layer.id) for layer in span_layers(self._schema)]
        _offer(self.layer, [(self.tr("Any layer"), None), *layers])
        labels = [(label.names(code), f"{layer.id}/{label.id}") for layer, label in self._labels()]
        _offer(self.label, [(self.tr("Any label"), None), *labels])
        attributes = [(a.names(code), f"{layer.id}/{a.id}") for layer, a in self._attributes()]
        _offer(self.attribute, [(self.tr("Any attributes"), None), *attributes])
        typed = self.value.currentText()
        _offer(self.value, [(self.tr("Any value"), ""), *self._choices(code)])
        if self.value.findText(typed) < 0 and typed and self.attribute.currentData():
            self.value.setEditText(typed)
        self.value.setVisible(self.attribute.currentData() is not None)
        _offer(self.annotator, [(self.tr("Any annotator"), None), *((name, name) for name in self._annotators)])
        _offer(self.state, [(self.tr("Any state"), None), *((state_words(state), state) for state in STATES)])
        self._name()
        self._filling = False

    def _choices(self, code: str) -> list[tuple[str, object]]:
        chosen = self.attribute.currentData()
        found = next((a for layer, a in self._attributes() if chosen == f"{layer.id}/{a.id}"), None)
        return [(choice.names(code), choice.id) for choice in found.choices] if found else []

    def _name(self) -> None:
        names = (
            self.tr("Where to search"), self.tr("Layer"), self.tr("Label"), self.tr("Attribute"),
            self.tr("Value of the attribute"), self.tr("Annotator"), self.tr("State of the article"),
        )  # fmt: skip
        for box, name in zip(self._boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)

    def _narrowed(self, box: QComboBox, _index: int) -> None:
        """A choice about annotations was made: only they can answer it."""
        if self._filling:
            return
        if box.currentData() is not None:
            self._filling = True
            self.scope.setCurrentIndex(1)
        self._fill()
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


def _name_in(chosen: str | None) -> str:
    """Return the label or attribute of a choice "layer/name"; "" for any."""
    return (chosen or "").partition("/")[2]


def _offer(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Fill a box; what was chosen stays chosen where it is offered still."""
    chosen = box.currentData()
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    at = next((n for n, (_, value) in enumerate(choices) if value == chosen), 0)
    box.setCurrentIndex(at)
