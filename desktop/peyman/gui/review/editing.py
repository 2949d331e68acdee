"""An answer of the curator's own, begun from one of the annotators': label and ends of a span, a value, a role."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peyman.core.adjudication import Disagreement
from peyman.core.clusters import Cluster
from peyman.core.edits import shorten
from peyman.core.model import Answer, Extent, Filling, Json, Place, Value
from peyman.core.schema import Attribute, Kind
from peyman.gui.fields import ContentEdit
from peyman.gui.i18n import Language
from peyman.gui.keymap import display, resolve
from peyman.gui.message_bar import Notice
from peyman.gui.naming import Namer
from peyman.gui.values import MalformedError, format_value, parse_value

_ENDS = {"[": ("start", -1), "Shift+[": ("start", 1), "]": ("end", 1), "Shift+]": ("end", -1)}
_KEY = Qt.ItemDataRole.UserRole
_WORD = re.compile(r"\w+")  # for articles that came without tokens


class AnswerForm(QFrame):
    """Asks for an answer; Enter gives it, Escape leaves.

    Signals:
        given(Answer): this is the answer.
        left(): there is none after all.
        extent_changed(Extent): the span begins and ends here now.
    """

    given = Signal(object)
    left = Signal()
    extent_changed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asked: Disagreement | None = None
        self._namer: Namer | None = None
        self._place = Place("", 0, 0)
        self._fillers: list[Cluster] = []
        self.head, self.hint = QLabel(), QLabel()
        self.head.setProperty("role", "heading")
        self.hint.setProperty("role", "quiet")
        self.hint.setWordWrap(True)
        self.first, self.second = QComboBox(), QComboBox()
        self.many = QListWidget()
        self.line = ContentEdit("name")
        self._kind: Kind = "text"  # of what the line says
        self.notice = Notice()
        self.line.textChanged.connect(self.notice.hush)
        self.line.returnPressed.connect(self.give)
        self.first.activated.connect(self._label_chosen)
        for box in (self.first, self.second):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.take, self.back = QPushButton(), QPushButton()
        self.take.clicked.connect(self.give)
        self.back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 8, 9, 9)
        for widget in (self.head, self.first, self.second, self.many, self.line, self.notice, self.hint):
            column.addWidget(widget)
        column.addLayout(row)
        self.hide()
        self._retranslate()

    # Opening ---------------------------------------------------------------------------------------------------

    @staticmethod
    def possible(asked: Disagreement) -> bool:
        """Tell whether an answer of one's own can be written here; structured values are edited in the article."""
        cluster = asked.cluster
        if cluster.subject in ("attribute", "field"):
            attribute = _attribute(asked)
            return attribute is None or attribute.kind != "norm"
        return cluster.subject in ("span", "role")

    def open(self, asked: Disagreement, answer: Answer | None, namer: Namer) -> None:
        """Ask for an answer, beginning from one that was given."""
        self._asked, self._namer = asked, namer
        for widget in (self.first, self.second, self.many, self.line):
            widget.hide()
        self.notice.hush()
        self.show()
        if asked.cluster.subject == "span":
            self._open_span(asked, answer, namer)
        elif asked.cluster.subject == "role":
            self._open_role(asked, answer, namer)
        else:
            self._open_value(asked, answer)

    def _open_span(self, asked: Disagreement, answer: Answer | None, namer: Namer) -> None:
        places = answer if isinstance(answer, tuple) else ()
        if len(places) == 1:
            self._place = places[0]
        else:
            begun = places[0].label if places else ""
            self._place = Place(begun, asked.cluster.start, asked.cluster.end)
        layer = asked.docket.schema.layers.get(asked.layer)
        self.first.clear()
        for label in layer.offered if layer else ():
            self.first.addItem(label.names(namer.language), label.id)
        self.first.setCurrentIndex(max(0, self.first.findData(self._place.label)))
        self._label_chosen()
        self.first.show()
        self.first.setAccessibleName(self.tr("Label"))
        keys = " ".join(display(key, namer.language) for key in ("[", "]", "Shift+[", "Shift+]"))
        sentence = self.tr("{keys} move the ends; the key of a label chooses it.")
        self.hint.setText(sentence.format(keys=f"\u2066{keys}\u2069"))
        self.hint.show()
        self.extent_changed.emit((self._place.start, self._place.end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_role(self, asked: Disagreement, answer: Answer | None, namer: Namer) -> None:
        filling = answer if isinstance(answer, Filling) else None
        layer = asked.docket.schema.layers.get(asked.layer)
        self.first.clear()
        for label in layer.offered if layer else ():
            self.first.addItem(label.names(namer.language), label.id)
        self.first.setCurrentIndex(max(0, self.first.findData(filling.label if filling else "")))
        text = asked.document.text
        spans = (c for c in asked.docket.clusters if c.subject == "span" and c.key != asked.cluster.parent)
        self._fillers = sorted(spans, key=lambda c: (c.start, -c.end))
        self.second.clear()
        for cluster in self._fillers:
            quote = shorten(text[cluster.start : cluster.end])
            self.second.addItem(f"\u2068{quote}\u2069 · {namer.layer(cluster.layer)}")
        chosen = [number for number, c in enumerate(self._fillers) if filling and c.key == filling.filler]
        self.second.setCurrentIndex(chosen[0] if chosen else 0)
        self.first.setAccessibleName(self.tr("Role"))
        self.second.setAccessibleName(self.tr("Who or what fills it"))
        self.first.show()
        self.second.show()
        self.hint.setText(self.tr("The key of a role chooses it."))
        self.hint.show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_value(self, asked: Disagreement, answer: Answer | None) -> None:
        assert self._namer is not None
        value = answer.value if isinstance(answer, Value) else None
        attribute = _attribute(asked)
        name = self._namer.attribute(asked.layer, asked.cluster.name)
        self.hint.hide()
        if attribute is not None and attribute.kind == "choice":
            self.first.clear()
            for choice in attribute.choices:
                if not choice.retired:
                    self.first.addItem(choice.names(self._namer.language), choice.id)
            self.first.setCurrentIndex(max(0, self.first.findData(value)))
            self.first.setAccessibleName(name)
            self.first.show()
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif attribute is not None and attribute.kind == "multi":
            self.many.clear()
            held = value if isinstance(value, list) else [value]
            for choice in attribute.choices:
                if not choice.retired:
                    item = QListWidgetItem(choice.names(self._namer.language))
                    item.setData(_KEY, choice.id)
                    item.setCheckState(Qt.CheckState.Checked if choice.id in held else Qt.CheckState.Unchecked)
                    self.many.addItem(item)
            self.many.setCurrentRow(0)
            self.many.setAccessibleName(name)
            self.many.show()
            self.many.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._kind = attribute.kind if attribute else _kind_of(value)
            self.line.setText(format_value(self._kind, value))
            self.line.setAccessibleName(name)
            self.line.show()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()

    # Keys ------------------------------------------------------------------------------------------------------

    def key(self, name: str) -> bool:
        """Take a key while the form is open."""
        if name == "Enter":
            self.give()
        elif name == "Esc":
            self.left.emit()
        elif self._asked is not None and self._asked.cluster.subject in ("span", "role"):
            if name in _ENDS and self._asked.cluster.subject == "span":
                self._move(*_ENDS[name])
            else:
                self._choose_label(name)
        # A plain key decides nothing while an answer is being made; Space and arrows are the fields' own.
        return len(name) == 1 or name in _ENDS or name in ("Enter", "Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if resolve(event) == "Enter":  # a list keeps it to itself, and has no use for it
            self.give()
        else:
            super().keyPressEvent(event)

    def _choose_label(self, key: str) -> None:
        assert self._asked is not None
        layer = self._asked.docket.schema.layers.get(self._asked.layer)
        label = next((one for one in layer.offered if one.key == key), None) if layer and key else None
        if label is not None:
            self.first.setCurrentIndex(self.first.findData(label.id))
            self._label_chosen()

    def _label_chosen(self) -> None:
        if self._asked is not None and self._asked.cluster.subject == "span":
            self._place = replace(self._place, label=str(self.first.currentData()))

    def _move(self, edge: str, by: int) -> None:
        """Move an end by a token; the ends never meet."""
        assert self._asked is not None
        document = self._asked.document
        tokens = document.tokens or tuple(match.span() for match in _WORD.finditer(document.text))
        start, end = self._place.start, self._place.end
        if edge == "start":
            start = _step([token[0] for token in tokens], start, by)
        else:
            end = _step([token[1] for token in tokens], end, by)
        if start < end:
            self._place = replace(self._place, start=start, end=end, fragments=())
            self.extent_changed.emit((start, end))

    @property
    def extent(self) -> Extent:
        return self._place.start, self._place.end

    # Giving ----------------------------------------------------------------------------------------------------

    def give(self) -> None:
        """Give the answer as it stands."""
        answer = self._answer()
        if answer is not None:
            self.given.emit(answer)

    def _answer(self) -> Answer | None:
        asked = self._asked
        if asked is None:
            return None
        if asked.cluster.subject == "span":
            return (self._place,)
        if asked.cluster.subject == "role":
            at = self.second.currentIndex()
            return Filling(str(self.first.currentData()), self._fillers[at].key) if at >= 0 else None
        try:
            value = self._value(_attribute(asked))
        except MalformedError:
            self.notice.say("error", self.tr("This is not a number."))
            return None
        return None if value in (None, []) else Value(value)

    def _value(self, attribute: Attribute | None) -> Json:
        """Return what is chosen or typed, None for nothing; raises MalformedError."""
        if attribute is not None and attribute.kind == "choice":
            return str(self.first.currentData())
        if attribute is not None and attribute.kind == "multi":
            items = (self.many.item(row) for row in range(self.many.count()))
            return [str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked]
        return parse_value(self._kind, self.line.text())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("An answer of your own"))
        self.head.setText(self.tr("An answer of your own"))
        code = self._language.code
        self.take.setText(self.tr("Take this"))
        self.take.setToolTip(f"{self.tr('Take this')} ({display('Enter', code)})")
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(f"{self.tr('Back')} ({display('Esc', code)})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "back"):
            self._retranslate()
        super().changeEvent(event)


def _attribute(asked: Disagreement) -> Attribute | None:
    layer = asked.docket.schema.layers.get(asked.layer)
    return layer.attribute(asked.cluster.name) if layer else None


def _kind_of(value: Json) -> Kind:
    """Return as what a value of an attribute that the schema does not know is typed."""
    if isinstance(value, list):
        return "list"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


def _step(edges: Sequence[int], offset: int, by: int) -> int:
    """Return the next token's edge after an offset, or the one before it; the offset itself at the text's ends."""
    at = bisect_right(edges, offset) if by > 0 else bisect_left(edges, offset) - 1
    return edges[at] if 0 <= at < len(edges) else offset
