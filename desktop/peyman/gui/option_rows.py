"""Rows of a form for what can be chosen about a format, made from what the format declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStyledItemDelegate, QVBoxLayout, QWidget

from peyman.formats.base import Option
from peyman.gui.fields import ContentEdit, Form, PassingWheel


def shared_options(declared: Iterable[Sequence[Option]]) -> list[Option]:
    """Return each option once that one of several formats has, with the choices that all who have it allow."""
    found: dict[str, Option] = {}
    for option in (option for options in declared for option in options):
        known = found.setdefault(option.name, option)
        if known is not option:
            common = tuple(choice for choice in known.choices if choice in option.choices)
            found[option.name] = replace(known, choices=common)
    return [option for option in found.values() if len(option.choices) != 1]


class _Isolating(QStyledItemDelegate):
    """Lets what stands in a file run its own way, whichever way the window does."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: ARG002
        return f"\u2068{value}\u2069"


class OfferedBox(QComboBox):
    """A value that depends on the files: one of those they have, or another one, written. The first is the default."""

    def __init__(self, default: str, title: str) -> None:
        """`title` is what the default is called."""
        super().__init__()
        self._default = default
        self._title = title
        self._offered: tuple[str, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = ContentEdit("name")
        self.setLineEdit(self.line)
        self.setItemDelegate(_Isolating(self))
        # Columns are called as people like; the field must not become as wide as the longest.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItem(title)

    @property
    def value(self) -> str:
        text = self.currentText().strip()
        return self._default if text in ("", self._title) else text

    def set_value(self, value: str) -> None:
        if value == self._default:
            self.setCurrentIndex(0)
            self.setEditText(self._title)
        else:
            self.setCurrentIndex(self.findText(value))
            self.setEditText(value)

    def offer(self, values: Sequence[str]) -> None:
        """Offer these; what was chosen or is being written stays, offered or not."""
        if tuple(values) == self._offered:
            return
        self._offered = tuple(values)
        value, cursor = self.value, self.line.cursorPosition()
        self.blockSignals(True)
        self.clear()
        self.addItems([self._title, *values])
        self.set_value(value)
        self.line.setCursorPosition(cursor)
        self.blockSignals(False)


class OptionRows(QWidget):
    """A field for each option: a list of its choices, a list of what the files have, or a line to write.

    Signals:
        changed(): another value was chosen or written.
    """

    changed = Signal()

    def __init__(self, layer_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`layer_name` tells the name of a layer, or the id of one without, for choices that are layers."""
        super().__init__(parent)
        self._layer_name = layer_name
        self._options: list[Option] = []
        self._remembered: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self._offered: Mapping[str, Sequence[str]] = {}
        self.fields: dict[str, OfferedBox | QComboBox | ContentEdit] = {}
        self._wheel = PassingWheel(self)
        self._rows = QWidget()
        self._form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self.hide()

    @property
    def values(self) -> dict[str, str]:
        """What was chosen, as far as it is not what holds anyway."""
        return {o.name: value for o in self._options if (value := self._value(o.name)) != o.default}

    def show_options(self, options: Iterable[Option]) -> None:
        """Show these options; what was chosen of one that was shown before stays, where it still may be."""
        wanted = list(options)
        if wanted == self._options:
            return
        self._remembered |= {name: self._value(name) for name in self.fields}
        self._options = wanted
        self.fields = {}
        self._rows.deleteLater()
        self._rows = QWidget()
        self._form = Form()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._rows.setLayout(self._form)
        for option in wanted:
            field = self._field(option)
            title = QCoreApplication.translate("options", option.title) if option.title else option.name
            field.setAccessibleName(title)
            if isinstance(field, QComboBox):
                self._wheel.watch(field)
            self.fields[option.name] = field
            self._form.add_field(QLabel(title), field)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._rows)
        self._told = self.values
        self.setVisible(bool(wanted))

    def offer(self, values: Mapping[str, Sequence[str]]) -> None:
        """Offer the values that the files have for options which depend on them."""
        self._offered = values
        for name, field in self.fields.items():
            if isinstance(field, OfferedBox):
                field.offer(values.get(name, ()))

    def align_with(self, form: Form, *labels: QLabel) -> None:
        """Let the labels here, in another form, and those that stand alone take the same width."""
        width = max(_label_width(self._form), _label_width(form), *(label.sizeHint().width() for label in labels))
        self._form.setColumnMinimumWidth(0, width)
        form.setColumnMinimumWidth(0, width)
        for label in labels:
            label.setMinimumWidth(width)

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come here from `widget`; else what is made late comes last."""
        for before, after in pairwise([widget, *self.fields.values()]):
            QWidget.setTabOrder(before, after)

    def _field(self, option: Option) -> OfferedBox | QComboBox | ContentEdit:
        if option.choices:
            return self._choice(option)
        return self._offering(option) if "" in option.choice_titles else self._line(option)

    def _offering(self, option: Option) -> OfferedBox:
        box = OfferedBox(option.default, QCoreApplication.translate("options", option.choice_titles[""]))
        box.offer(self._offered.get(option.name, ()))
        box.set_value(self._remembered.get(option.name, option.default))
        box.currentIndexChanged.connect(self._tell_if_new)
        box.activated.connect(self._tell_if_new)  # of the one that was current before something else was written
        box.line.editingFinished.connect(self._tell_if_new)
        return box

    def _choice(self, option: Option) -> QComboBox:
        box = QComboBox()
        for choice in option.choices:
            title = option.choice_titles.get(choice, "")
            words = QCoreApplication.translate("options", title) if title else self._layer_name(choice)
            box.addItem(words, choice)
        for value in (option.default, self._remembered.get(option.name, "")):
            if (index := box.findData(value)) >= 0:
                box.setCurrentIndex(index)
        box.currentIndexChanged.connect(self._tell_if_new)
        return box

    def _line(self, option: Option) -> ContentEdit:
        line = ContentEdit("name")
        line.setText(self._remembered.get(option.name, option.default))
        line.editingFinished.connect(self._tell_if_new)
        return line

    def _tell_if_new(self) -> None:
        """A line says that it is done whenever it is left, changed or not."""
        now = self.values
        if now != self._told:
            self._told = now
            self.changed.emit()

    def _value(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, OfferedBox):
            return field.value
        return str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()


def _label_width(form: Form) -> int:
    items = (form.itemAtPosition(row, 0) for row in range(form.rowCount()))
    widgets = [item.widget() for item in items if item is not None]
    return max((w.sizeHint().width() for w in widgets if isinstance(w, QLabel)), default=0)
