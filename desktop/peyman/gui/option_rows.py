"""Rows of a form for what can be chosen about a format, made from what the format declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from peyman.formats.base import Option
from peyman.gui.fields import ContentEdit, Form


def shared_options(declared: Iterable[Sequence[Option]]) -> list[Option]:
    """Return each option once that one of several formats has, with the choices that all who have it allow."""
    found: dict[str, Option] = {}
    for option in (option for options in declared for option in options):
        known = found.setdefault(option.name, option)
        if known is not option:
            common = tuple(choice for choice in known.choices if choice in option.choices)
            found[option.name] = replace(known, choices=common)
    return [option for option in found.values() if len(option.choices) != 1]


class OptionRows(QWidget):
    """A field for each option: a list of its choices, or a line to write.

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
        self.fields: dict[str, QComboBox | ContentEdit] = {}
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
            field = self._choice(option) if option.choices else self._line(option)
            title = QCoreApplication.translate("options", option.title) if option.title else option.name
            field.setAccessibleName(title)
            self.fields[option.name] = field
            self._form.add_field(QLabel(title), field)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._rows)
        self._told = self.values
        self.setVisible(bool(wanted))

    def align_with(self, form: Form) -> None:
        """Let the labels here and in another form take the same width."""
        width = max(_label_width(self._form), _label_width(form))
        self._form.setColumnMinimumWidth(0, width)
        form.setColumnMinimumWidth(0, width)

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come here from `widget`; else what is made late comes last."""
        for before, after in pairwise([widget, *self.fields.values()]):
            QWidget.setTabOrder(before, after)

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
        return str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()


def _label_width(form: Form) -> int:
    items = (form.itemAtPosition(row, 0) for row in range(form.rowCount()))
    widgets = [item.widget() for item in items if item is not None]
    return max((w.sizeHint().width() for w in widgets if isinstance(w, QLabel)), default=0)
