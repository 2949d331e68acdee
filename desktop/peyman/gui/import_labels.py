"""A page that asks which of our labels those of another tool are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.edits import shorten
from peyman.core.errors import PeymanError
from peyman.core.schema import Attribute, Label, Schema
from peyman.gui.fields import FileChooser, documents_folder, plain_buttons, quiet, titled, towards
from peyman.gui.i18n import Language, word
from peyman.gui.import_work import LabelMap, UnknownLabel
from peyman.gui.label_maps import write_map
from peyman.gui.message_bar import Notice

EXAMPLE = 60  # code points
_KINDS = "(*.toml)"


def likely(unknown: UnknownLabel, schema: Schema) -> tuple[str, str] | None:
    """Return the layer and label that are called as an unknown one, whatever its letters' case; None if none is."""
    wanted = _plain(unknown.label)
    found = [
        (layer, label.id)
        for layer in unknown.layers
        for label in offered(schema, layer)
        if wanted in (_plain(label.id), *map(_plain, label.names.by_language.values()))
    ]
    return found[0] if found else None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def offered(schema: Schema, layer_id: str) -> Sequence[Label | Attribute]:
    """Return what an unknown label of a layer may become."""
    layer = schema.layers[layer_id]
    if layer_id == "document":
        return [attribute for attribute in layer.attributes if not attribute.retired]
    return layer.offered


class LabelRows(QWidget):
    """Their labels, one below the other, each with a list of ours.

    Signals:
        changed(): one was chosen.
    """

    changed = Signal()

    def __init__(self, unknown: Sequence[UnknownLabel], schema: Schema, answers: LabelMap, language: Language) -> None:
        super().__init__()
        self._unknown = unknown
        self._schema = schema
        self._language = language
        self.boxes = [self._box(one, answers) for one in unknown]
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 2, 8, 2)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (one, box) in enumerate(zip(unknown, self.boxes, strict=True)):
            label = QLabel(self._words(one))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(unknown), 1)

    @property
    def answers(self) -> dict[str, dict[str, str]]:
        """What was chosen so far."""
        chosen: dict[str, dict[str, str]] = {}
        for one, box in zip(self._unknown, self.boxes, strict=True):
            if (answer := box.currentData()) is not None:
                layer, label = answer
                chosen.setdefault(layer, {})[one.label] = label
        return chosen

    @property
    def open(self) -> int:
        """How many are not chosen yet."""
        return sum(box.currentData() is None for box in self.boxes)

    def take(self, answers: LabelMap) -> int:
        """Choose what these answers say; return of how many they say anything."""
        found = 0
        for one, box in zip(self._unknown, self.boxes, strict=True):
            if (place := self._place(one, box, answers)) > 0:
                box.setCurrentIndex(place)
                found += 1
        return found

    def _words(self, one: UnknownLabel) -> str:
        words = self.tr("{label} ({count})").format(
            label=f"\u2068{one.label}\u2069", count=self._language.digits(one.count)
        )
        lines = [words, f"«\u2068{shorten(one.example, EXAMPLE)}\u2069»"] if one.example else [words]
        return "\n".join(map(towards, lines))

    def _box(self, one: UnknownLabel, answers: LabelMap) -> QComboBox:
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(self.tr("Our label for {label}").format(label=one.label))
        box.addItem(self.tr("Choose…"))
        code = self._language.code
        for layer in one.layers:
            for label in offered(self._schema, layer):
                words = f"\u2068{label.names(code)}\u2069 · \u2066{label.id}\u2069"
                if len(one.layers) > 1:
                    words = f"{self._schema.layer(layer).names(code)}: {words}"
                box.addItem(words, (layer, label.id))
        box.addItem(self.tr("Keep aside"), (one.layers[0], ""))
        guess = likely(one, self._schema)
        place = self._place(one, box, answers)
        box.setCurrentIndex(place if place > 0 else max(0, _find(box, guess)))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box

    def _place(self, one: UnknownLabel, box: QComboBox, answers: LabelMap) -> int:
        told = [(layer, answers[layer][one.label]) for layer in one.layers if one.label in answers.get(layer, {})]
        chosen = next((answer for answer in told if answer[1]), (one.layers[0], "") if told else None)
        return _find(box, chosen)


def _find(box: QComboBox, answer: tuple[str, str] | None) -> int:
    """Return where an answer stands (Qt's own search does not compare tuples); -1 if nowhere."""
    places = (place for place in range(1, box.count()) if tuple(box.itemData(place)) == answer)
    return next(places, -1) if answer is not None else -1


class ImportLabels(QWidget):
    """Asks for every label that the schema does not have which of ours it is.

    Signals:
        accepted(), left(): the person is through, or wants to choose other files.
    """

    accepted = Signal()
    left = Signal()

    def __init__(self, language: Language, chooser: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._chooser = chooser
        self._schema: Schema | None = None
        self._loaded: dict[str, dict[str, str]] = {}  # from a file; it may answer what is asked later
        self.rows: LabelRows | None = None
        self.explanation = quiet("")
        self.pane = QScrollArea()
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setProperty("role", "pane")
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.notice = Notice()
        self.file_notice = Notice()
        self.load, self.save = QPushButton(self.tr("From a &file…")), QPushButton(self.tr("&Save as…"))
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.back = self.buttons.addButton(self.tr("&Back"), QDialogButtonBox.ButtonRole.RejectRole)
        plain_buttons(self.buttons)
        row = QHBoxLayout()
        for button in (self.load, self.save):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Which of our labels are these?")))
        column.addWidget(self.explanation)
        column.addWidget(self.pane, 1)
        column.addWidget(self.notice)
        column.addWidget(self.file_notice)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.load.clicked.connect(self._load)
        self.save.clicked.connect(self._save)
        self.accept_button.clicked.connect(self.accepted)
        self.back.clicked.connect(self.left)

    def ask(self, unknown: Sequence[UnknownLabel], schema: Schema, answers: LabelMap) -> None:
        """Show these labels; answers of earlier are chosen already."""
        self._schema = schema
        self.explanation.setText(
            self.tr("The files have %Ln label(s) that this project does not have. What you choose is remembered "
                    "for the next file.", "", len(unknown))
        )  # fmt: skip
        known = {layer: {**self._loaded.get(layer, {}), **answers.get(layer, {})} for layer in schema.layers}
        self.rows = LabelRows(unknown, schema, known, self._language)
        self.rows.changed.connect(self._check)
        self.pane.setWidget(self.rows)
        for one, other in pairwise([*self.rows.boxes, self.load, self.save, self.accept_button, self.back]):
            QWidget.setTabOrder(one, other)  # else what is made late comes last
        self.file_notice.hush()
        self._check()
        self.accept_button.setDefault(True)
        (next((b for b in self.rows.boxes if b.currentIndex() == 0), None) or self.accept_button).setFocus()

    @property
    def answers(self) -> dict[str, dict[str, str]]:
        return self.rows.answers if self.rows is not None else {}

    def _check(self) -> None:
        assert self.rows is not None
        if missing := self.rows.open:
            self.notice.say("info", self.tr("%Ln label(s) still to choose.", "", missing))
        else:
            self.notice.say("done", self.tr("All are chosen."))
        self.accept_button.setEnabled(not missing)
        self.save.setEnabled(bool(self.rows.answers))

    def _load(self) -> None:
        assert self.rows is not None
        assert self._schema is not None
        kinds = self.tr("Maps of labels {pattern}").format(pattern=_KINDS)
        path = self._chooser.file(self, self.tr("File with a map of labels"), documents_folder(), kinds)
        if path is None:
            return
        try:
            self._loaded = exchange.read_map(path, self._schema)
        except PeymanError as error:
            self.file_notice.say("error", word(error))
        except OSError as error:
            self.file_notice.say("error", word(exchange.worded(error, path)))
        else:
            found = self.rows.take(self._loaded)
            self.file_notice.say("done", self.tr("%Ln label(s) taken from the file.", "", found))

    def _save(self) -> None:
        start = documents_folder() / "labels.toml"
        kinds = self.tr("Maps of labels {pattern}").format(pattern=_KINDS)
        path = self._chooser.new_file(self, self.tr("File to write"), start, kinds)
        if path is None:
            return
        try:
            write_map(path, self.answers)
        except OSError as error:
            self.file_notice.say("error", word(exchange.worded(error, path)))
        else:
            self.file_notice.say("done", self.tr("Written to {path}.").format(path=f"\u2066{path}\u2069"))
