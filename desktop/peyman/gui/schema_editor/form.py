"""What can be said of one label, attribute or choice: names, key, colour, rule."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman.core.schema import LANGUAGES, Attribute, Choice, Label
from peyman.core.schema_draft import Entry
from peyman.gui.fields import ContentEdit, Form, titled
from peyman.gui.i18n import Language, languages
from peyman.gui.keymap import resolve
from peyman.gui.wording import localized_key


class KeyField(QLineEdit):
    """Takes one key, by what stands on it whatever the keyboard types; Backspace and Delete take it away.

    Signals:
        chosen(): another key, or none.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.setMaximumWidth(70)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key(self, key: str) -> None:
        self.key = key
        self.setText(localized_key(key) if key else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = resolve(event)
        if name in ("Backspace", "Delete"):
            self._take("")
        elif len(name) == 1:
            self._take(name)
        else:
            super().keyPressEvent(event)

    def _take(self, key: str) -> None:
        if key != self.key:
            self.show_key(key)
            self.chosen.emit()


class ColourButton(QPushButton):
    """A colour; pressed, it opens the system's choice of colours.

    Signals:
        changed(): another colour was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colour = "#808080"
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(110)
        self.clicked.connect(self._ask)

    def show_colour(self, colour: str) -> None:
        self.colour = colour
        self.setText(f"\u2066{colour}\u2069")
        self.update()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.colour), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        if colour.name() != self.colour:
            self.show_colour(colour.name())
            self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height() - 14
        x = self.width() - side - 8 if self.layoutDirection() == self.layoutDirection().RightToLeft else 8
        painter.setPen(QPen(self.palette().mid(), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(x, 7, side, side, 3, 3)


class EntryForm(QWidget):
    """The fields of one entry. It says what a person wants; whoever listens says what became of it.

    Signals:
        wanted(dict): values for `Draft.set`.
    """

    wanted = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._one: Label | Attribute | Choice | None = None
        self.title = titled("")
        self.about = QLabel()
        self.about.setProperty("role", "quiet")
        self.about.setWordWrap(True)
        self.names = {code: ContentEdit("name") for code in LANGUAGES}
        self.rules = {code: ContentEdit("name") for code in LANGUAGES}
        self.key = KeyField()
        self.colour = ColourButton()
        self.required = QCheckBox(self.tr("An annotation without it is not whole"))
        self._rows: dict[str, list[QWidget]] = {"rule": [], "color": [], "required": []}
        self._lay_out()
        for code in LANGUAGES:
            self.names[code].editingFinished.connect(lambda: self._say_texts("names", self.names))
            self.rules[code].editingFinished.connect(lambda: self._say_texts("rule", self.rules))
        self.key.chosen.connect(lambda: self.wanted.emit({"key": self.key.key}))
        self.colour.changed.connect(lambda: self.wanted.emit({"color": self.colour.colour}))
        self.required.clicked.connect(lambda on: self.wanted.emit({"required": on}))

    def _lay_out(self) -> None:
        form = Form()
        own = languages()
        for code in LANGUAGES:
            self._add(form, self.tr("Name, {language}").format(language=own[code]), self.names[code], "")
        self._add(form, self.tr("Key"), self.key, "")
        self._add(form, self.tr("Colour"), self.colour, "color")
        for code in LANGUAGES:
            self._add(form, self.tr("Rule, {language}").format(language=own[code]), self.rules[code], "rule")
        self._add(form, self.tr("Required"), self.required, "required")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addLayout(form)
        column.addStretch(1)

    def _add(self, form: Form, text: str, field: QWidget, row: str) -> None:
        label = QLabel(text)
        field.setAccessibleName(text)
        form.add_field(label, field)
        if row:
            self._rows[row] += [label, field]

    def show_entry(self, entry: Entry, one: Label | Attribute | Choice, about: str) -> None:
        """Show an entry; `about` says how it is used."""
        self._one = one
        self.title.setText(f"\u2068{one.names(self._language.code)}\u2069")
        self.title.setToolTip(str(entry))
        self.about.setText(about)
        for code in LANGUAGES:
            self._fill(self.names[code], one.names.by_language.get(code, ""))
            self._fill(self.rules[code], one.rule.by_language.get(code, "") if isinstance(one, Label) else "")
        self.key.show_key(one.key)
        self.key.setEnabled(not one.retired)
        if isinstance(one, Label):
            self.colour.show_colour(one.color)
        if isinstance(one, Attribute):
            self.required.setChecked(one.required)
        is_label = isinstance(one, Label)
        shown = {"rule": is_label, "color": is_label, "required": isinstance(one, Attribute)}
        for row, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(shown[row])

    @staticmethod
    def _fill(field: QLineEdit, text: str) -> None:
        with QSignalBlocker(field):  # its direction follows below, as nobody typed
            changed = field.text() != text
        if changed:
            field.setText(text)
            field.setCursorPosition(0)

    def commit(self) -> None:
        """Say what is still being typed."""
        self._say_texts("names", self.names)
        self._say_texts("rule", self.rules)

    def _say_texts(self, name: str, fields: Mapping[str, QLineEdit]) -> None:
        one = self._one
        if one is None or (name == "rule" and not isinstance(one, Label)):
            return
        before = one.rule if name == "rule" and isinstance(one, Label) else one.names
        texts = {code: " ".join(field.text().split()) for code, field in fields.items()}
        if texts != {code: before.by_language.get(code, "") for code in LANGUAGES}:
            self.wanted.emit({name: texts})
