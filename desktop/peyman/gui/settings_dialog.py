"""The settings dialog, made from the table of settings: what is changed there holds at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QFontDatabase, QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman.gui.fields import ContentEdit, Dialog, Form, leading_side, plain_buttons, quiet
from peyman.gui.settings import SETTINGS, Setting, Settings, Value

WIDTH = 440  # pixels, at least


def _words(text: str) -> str:
    return QCoreApplication.translate("settings", text)


class SettingsDialog(Dialog):
    """All settings that have a group. There is nothing to confirm: the window itself shows what a change does.

    Attributes:
        editors: the widget of each setting, by its key.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shown = [setting for setting in SETTINGS if setting.group]
        self._headings: dict[str, QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self.editors: dict[str, QWidget] = {}
        self._showers: dict[str, Callable[[Value], None]] = {}
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.RestoreDefaults | standard.Close)
        plain_buttons(self._buttons)
        self.defaults = self._buttons.button(standard.RestoreDefaults)
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(self._restore)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._buttons.button(standard.Close).setDefault(True)
        self._retranslate()
        for setting in self._shown:
            self._show(setting.key)
        settings.changed.connect(self._show)

    # Making it

    def _lay_out(self) -> None:
        content = QWidget()
        top = QVBoxLayout(content)
        top.setContentsMargins(0, 0, 0, 0)
        form = Form()
        top.addLayout(form)
        top.addStretch(1)
        for setting in self._shown:
            if setting.group not in self._headings:
                heading = self._headings[setting.group] = QLabel()
                heading.setProperty("role", "group")
                heading.setContentsMargins(0, 0 if len(self._headings) == 1 else 12, 0, 2)
                form.add_heading(heading)
            editor = self._editor(setting)
            self.editors[setting.key] = editor
            if setting.note:
                self._notes[setting.key] = quiet("")
            if not isinstance(editor, QCheckBox):  # it has its words beside itself
                self._labels[setting.key] = QLabel()
            notes = [self._notes[setting.key]] if setting.note else []
            form.add_field(self._labels.get(setting.key), editor, *notes)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(14)
        column.addWidget(area)
        column.addWidget(self._buttons)
        self._area, self._rows = area, top

    def _editor(self, setting: Setting) -> QWidget:
        """Return the widget of one setting, and remember how a value is put into it."""
        if setting.kind == "bool":
            return self._check_box(setting)
        if setting.kind in ("int", "float"):
            return self._number(setting)
        if setting.kind == "choice":
            return self._choice(setting)
        if setting.kind != "text":
            raise TypeError(f"{setting.key}: a setting of kind {setting.kind} has no place in the dialog")
        return self._font(setting) if setting.key == "article_font" else self._text(setting)

    def _check_box(self, setting: Setting) -> QWidget:
        box = QCheckBox()
        box.toggled.connect(partial(self._store, setting.key))
        self._showers[setting.key] = lambda value: box.setChecked(value is True)
        return box

    def _number(self, setting: Setting) -> QWidget:
        whole = setting.kind == "int"
        box = NumberBox(decimals=0 if whole else 1)
        box.setRange(setting.low, setting.high)
        box.setSingleStep(0.1 if setting.high <= 10 and not whole else 1)
        box.valueChanged.connect(lambda value: self._store(setting.key, int(value) if whole else round(value, 1)))
        self._showers[setting.key] = lambda value: box.setValue(value) if isinstance(value, (int, float)) else None
        return box

    def _choice(self, setting: Setting) -> QWidget:
        box = QComboBox()
        for value, _name in setting.choices:
            box.addItem("", value)
        box.currentIndexChanged.connect(lambda index: self._store(setting.key, box.itemData(index)))
        self._showers[setting.key] = lambda value: box.setCurrentIndex(box.findData(value))
        return box

    def _text(self, setting: Setting) -> QWidget:
        edit = ContentEdit("name")
        edit.textChanged.connect(partial(self._store, setting.key))
        self._showers[setting.key] = lambda value: edit.setText(str(value)) if value != edit.text() else None
        return edit

    def _font(self, setting: Setting) -> QWidget:
        box = FontBox()
        box.currentIndexChanged.connect(lambda _index: self._store(setting.key, box.family))
        self._showers[setting.key] = lambda value: box.show_family(str(value))
        return box

    # Values

    def _store(self, key: str, value: Value) -> None:
        self._settings.set(key, value)

    def _show(self, key: str) -> None:
        """Put a setting's value into its widget; it may have been changed elsewhere."""
        if key in self.editors:
            with QSignalBlocker(self.editors[key]):
                self._showers[key](self._settings.value(key))

    def _restore(self) -> None:
        for setting in self._shown:
            self._settings.reset(setting.key)

    # Words

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.defaults.setText(self.tr("&Defaults"))
        for group, heading in self._headings.items():
            heading.setText(_words(group))
        for setting in self._shown:
            name, editor = _words(setting.label), self.editors[setting.key]
            editor.setAccessibleName(name)
            if label := self._labels.get(setting.key):
                label.setText(name)
            if setting.note:
                self._notes[setting.key].setText(_words(setting.note))
                editor.setAccessibleDescription(_words(setting.note))
            if isinstance(editor, QCheckBox):
                editor.setText(name)
            elif isinstance(editor, FontBox):
                editor.retranslate()
            elif isinstance(editor, QComboBox):
                for index, (_value, choice) in enumerate(setting.choices):
                    editor.setItemText(index, _words(choice))
            elif isinstance(editor, QDoubleSpinBox):
                editor.setLocale(QLocale())
                editor.setAlignment(leading_side())
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, but never higher than most of the screen."""
        self._rows.activate()  # a layout inside a layout learns of new texts only so
        width = max(self._rows.sizeHint().width(), WIDTH)
        height = self._rows.totalHeightForWidth(width)
        most = self.screen().availableSize().height() * 3 // 4
        self._area.setMinimumSize(width, min(height, most))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class NumberBox(QDoubleSpinBox):
    """A number in the digits of the window, without idle zeros; takes any digits and any decimal sign."""

    def __init__(self, decimals: int) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(110)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)

    def valueFromText(self, text: str) -> float:
        number = _plain_number(text)
        return self.value() if number is None else round(number, self.decimals())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        number = _plain_number(text)
        if number is None:
            unfinished = not text.strip()
            return (QValidator.State.Intermediate if unfinished else QValidator.State.Invalid), text, position
        within = self.minimum() <= number <= self.maximum()
        return (QValidator.State.Acceptable if within else QValidator.State.Intermediate), text, position


def _plain_number(text: str) -> float | None:
    """Return the number that `text` writes in digits of any script; None if it writes none."""
    plain = text.strip().replace("٫", ".").replace(",", ".").replace("/", ".")
    if not plain.replace(".", "", 1).isdecimal():
        return None
    return float(plain)


class FontBox(QFontComboBox):
    """The families of the system, after one entry for the usual one, which is stored as ""."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(False)
        self._offer_usual()

    @property
    def family(self) -> str:
        return "" if self.currentIndex() <= 0 else self.currentText()

    def show_family(self, family: str) -> None:
        """Choose a family; one that is not on this machine is kept at the end of the list."""
        index = self.findText(family) if family else 0
        if index < 0:
            self.addItem(family)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def retranslate(self) -> None:
        self._usual = self.tr("The usual one")
        self.setItemText(0, self._usual)

    def _offer_usual(self) -> None:
        self._usual = self.tr("The usual one")
        if QFontDatabase.families():
            self.insertItem(0, self._usual)
        self.setCurrentIndex(0)
