"""The rows of the attribute form: a name with choices, or with a line to type in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from peyman.core.model import Json
from peyman.core.schema import Attribute, Choice
from peyman.gui.annotate.chips import ALERT, Chip, is_dark
from peyman.gui.annotate.values import MalformedError, format_value, parse_value
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width
from peyman.gui.keymap import resolve
from peyman.gui.theme import line
from peyman.gui.wording import text_direction, tool_tip, value_words

# What the choices of a row are called by. D is left out: it asks for the defaults.
CHOICE_KEYS = "1234567890QWERTYUIOPASFGHJKLZXCVBNM"
NAME_WIDTH = 128  # pixels, the widest that the column of names becomes
GAP = 4  # pixels between a name and its values


class RowName(QWidget):
    """The name of an attribute, and a quiet dot while it is required and missing."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._column = 0
        self.missing = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self._text = text
        self.updateGeometry()
        self.update()

    def set_missing(self, missing: bool) -> None:
        if missing != self.missing:
            self.missing = missing
            self.update()

    def natural_width(self) -> int:
        return min(NAME_WIDTH, self.fontMetrics().horizontalAdvance(self._text) + 14)

    def set_column(self, width: int) -> None:
        """Take this width, so that the values of all rows stand in one column."""
        if width != self._column:
            self._column = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._column or self.natural_width(), self.fontMetrics().height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        colours = self.palette()
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 11)
        painter.setPen(colours.placeholderText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
        if self.missing:
            beside = self.fontMetrics().horizontalAdvance(text) + 6
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = self.width() - beside if rtl else beside
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent())
            painter.drawEllipse(QRectF(x - 2, self.height() / 2 - 2, 4.5, 4.5))


class Row(QWidget):
    """One attribute: its name and its value. Rows stay alive while the form shows other attributes.

    Signals:
        answered(object, bool): a value, or None for none; whether the keyboard gave it.
        focused(), unfocused(): the keyboard came or went.
        stepped(int): the keyboard asks for the row that many further on.
    """

    answered = Signal(object, bool)
    focused = Signal()
    unfocused = Signal()
    stepped = Signal(int)

    def __init__(self, attribute: Attribute) -> None:
        super().__init__()
        self.attribute = attribute
        self.value: Json = None
        self.language = ""
        self.read_only = False
        self.name = RowName()
        let_height_follow_width(self)

    @property
    def filled(self) -> bool:
        return self.value not in (None, "", [], {})

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        self.attribute, self.value, self.language, self.read_only = attribute, value, language, read_only
        self.name.set_text(attribute.names(language))
        self.name.setToolTip(tool_tip(attribute.names(language)))
        self.name.set_missing(attribute.required and not self.filled and not read_only)
        self.setAccessibleName(attribute.names(language))
        words = value_words(attribute, value, language) if self.filled else self.tr("empty")
        needed = self.tr("required") if attribute.required else ""
        self.setAccessibleDescription(", ".join(filter(None, (words, needed))))

    def answer(self, value: Json, *, by_key: bool) -> None:
        """Say what the value is to be, and show it."""
        self.show_value(self.attribute, value, self.language, self.read_only)
        self.answered.emit(value, by_key)

    def set_open(self, is_open: bool) -> None:
        """Show everything that can be chosen, or only what is."""

    def handle_key(self, name: str) -> bool:  # noqa: ARG002
        return False

    def commit(self, *, revert: bool = False) -> None:
        """Answer with what has been typed so far; with `revert`, give up what cannot be read."""

    def discard(self) -> None:
        """Forget what has been typed."""

    def has_focus(self) -> bool:
        return self.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.has_focus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().accent(), 1))
            painter.setBrush(self.palette().base())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Rows are moved through and left by keys of the form, which is the parent.
        event.ignore()


class ChoiceRow(Row):
    """An attribute with closed values: one of them, or any number.

    Signals:
        opened(): a click asks for all the choices.
    """

    opened = Signal()

    def __init__(self, attribute: Attribute, choices: Sequence[Choice]) -> None:
        super().__init__(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choices = tuple(choices)
        self._open = True
        self._flow = FlowLayout(self, gap=GAP, line_gap=3)
        self._flow.setContentsMargins(4, 2, 4, 2)
        self._flow.addWidget(self.name)
        self._nothing = Chip("", "—")
        self._nothing.set_bare(True)
        self._nothing.clicked.connect(self.opened)
        self._flow.addWidget(self._nothing)
        self._chips = [self._add_chip(c.id, key) for c, key in zip(choices, _keys_of(choices), strict=True)]
        self._foreign: list[Chip] = []

    def _add_chip(self, value: str, key: str, foreign: bool = False) -> Chip:
        chip = Chip(value, key=key, foreign=foreign)
        chip.clicked.connect(self._chip_clicked)
        self._flow.addWidget(chip)
        return chip

    @property
    def chips(self) -> list[Chip]:
        return [*self._chips, *self._foreign]

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        super().show_value(attribute, value, language, read_only)
        chosen = self._chosen()
        self._show_foreign([item for item in chosen if item not in {choice.id for choice in self._choices}])
        names = {choice.id: choice.names(language) for choice in self._choices}
        for chip in self.chips:
            text = names.get(chip.value) or value_words(None, chip.value, language)
            if text != chip.text():
                chip.setText(text)
                chip.remeasure()
            chip.setChecked(chip.value in chosen)
        self._arrange()

    def _chosen(self) -> list[str]:
        """The values as the chips know them; what is no text is shown as JSON."""
        values = self.value if isinstance(self.value, list) else [self.value] if self.filled else []
        return [format_value("text", item) for item in values]

    def _show_foreign(self, values: list[str]) -> None:
        if values != [chip.value for chip in self._foreign]:
            for chip in self._foreign:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._foreign = [self._add_chip(value, "", foreign=True) for value in values]

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._arrange()

    def _arrange(self) -> None:
        is_open, keys = self._open, self.hasFocus()
        for chip in self.chips:
            chip.set_bare(not is_open, plate=self.attribute.kind == "multi")
            chip.show_key(keys and is_open)
            chip.setVisible(is_open or chip.isChecked())
        self._nothing.setVisible(not is_open and not self.filled)
        self._flow.set_hanging(0 if is_open else self.name.sizeHint().width() + GAP)
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._arrange()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._arrange()

    def _chip_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        if self._open and not self.read_only:
            self._answer(chip, False)
        else:
            self.opened.emit()

    def _answer(self, chip: Chip, by_key: bool) -> None:
        if self.attribute.kind != "multi":
            self.answer(None if chip.isChecked() else chip.value, by_key=by_key)
            return
        # In the schema's order, what is foreign to it last and unchanged.
        values = self.value if isinstance(self.value, list) else [self.value] if self.filled else []
        kept = {format_value("text", item): item for item in values}
        if chip.value in kept:
            del kept[chip.value]
        else:
            kept[chip.value] = chip.value
        order = {c.value: n for n, c in enumerate(self._chips)}
        result = [kept[name] for name in sorted(kept, key=lambda name: order.get(name, len(order)))]
        self.answer(result or None, by_key=by_key)

    def handle_key(self, name: str) -> bool:
        if self.read_only:
            return False
        if name in ("Delete", "Backspace"):
            if self.filled:
                self.answer(None, by_key=True)
            return True
        chip = next((chip for chip in self._chips if chip.key == name), None)
        if chip is None:
            return False
        self._answer(chip, True)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()


def _keys_of(choices: Sequence[Choice]) -> list[str]:
    """Return a key for each choice: its own, else the next free one; "" when there are no more."""
    own = {choice.key for choice in choices}
    free = iter([key for key in CHOICE_KEYS if key not in own])
    return [choice.key or next(free, "") for choice in choices]


class ValueEdit(QLineEdit):
    """A line to type a value in; its text runs its own way.

    Signals:
        focused(), unfocused(): the keyboard came or went for good (not for a menu).
    """

    focused = Signal()
    unfocused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wrong = False
        self._hint: str | None = None
        self.setFrame(False)
        self.setProperty("role", "value")
        self.textChanged.connect(self._follow_direction)

    def _follow_direction(self, text: str) -> None:
        if not text:
            self.unsetLayoutDirection()
        elif text_direction(text) != self.layoutDirection():
            self.setLayoutDirection(text_direction(text))

    def set_hint(self, hint: str) -> None:
        """Show this while the line is empty and has the keyboard; without the keyboard just a dash."""
        self._hint = hint
        self._show_hint()

    def _show_hint(self) -> None:
        if self._hint is not None:
            # The mark keeps the dash at the leading side: an empty line has no direction of its own.
            rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.setPlaceholderText(self._hint if self.hasFocus() else "\u200f—" if rtl else "—")

    def set_wrong(self, wrong: bool) -> None:
        if wrong != self.wrong:
            self.wrong = wrong
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_hint()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_hint()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.unfocused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # These are the form's; Enter in particular does not stop here.
        if resolve(event) in ("Up", "Down", "Enter", "Esc", "Ctrl+Enter"):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = self.palette()
        if self.wrong:
            pen = QPen(line(QColor(ALERT), is_dark(colours)), 2, Qt.PenStyle.DotLine)
        else:
            pen = QPen(colours.accent() if self.hasFocus() else colours.mid(), 1)
        if self.wrong or not self.isReadOnly():
            painter.setPen(pen)
            painter.drawLine(2, self.height() - 1, self.width() - 3, self.height() - 1)


class TextRow(Row):
    """An attribute that is typed: a text, a number, a list, or a normal form."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.edit = ValueEdit()
        self.setFocusProxy(self.edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(GAP)
        layout.addWidget(self.name)
        layout.addWidget(self.edit, 1)
        self.edit.textEdited.connect(self._check)
        self.edit.focused.connect(self.focused)
        self.edit.unfocused.connect(self._left)

    def has_focus(self) -> bool:
        return self.edit.hasFocus()

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        changed = value != self.value or type(value) is not type(self.value)
        super().show_value(attribute, value, language, read_only)
        self.edit.setReadOnly(read_only)
        self.edit.setAccessibleName(self.accessibleName())
        self.edit.setAccessibleDescription(self.accessibleDescription())
        hints = {"norm": "value=11 unit=percent", "list": self.tr("one; two; three")}
        self.edit.set_hint(hints.get(attribute.kind, ""))
        self.edit.setToolTip(tool_tip(format_value(attribute.kind, value)))
        if changed or not self.edit.isModified():
            self.discard()

    def discard(self) -> None:
        text = format_value(self.attribute.kind, self.value)
        if text != self.edit.text():
            self.edit.setText(text)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)
        self.edit.setModified(False)
        self.edit.set_wrong(False)

    def _check(self) -> None:
        try:
            parse_value(self.attribute.kind, self.edit.text())
        except MalformedError:
            self.edit.set_wrong(True)
        else:
            self.edit.set_wrong(False)

    def commit(self, *, revert: bool = False) -> None:
        if not self.edit.isModified() or self.read_only:
            return
        try:
            value = parse_value(self.attribute.kind, self.edit.text())
        except MalformedError:
            if revert:
                self.discard()
            return
        self.edit.setModified(False)
        if self.edit.text().strip() == format_value(self.attribute.kind, self.value):
            self.discard()
        else:
            self.answer(value, by_key=False)

    def _left(self) -> None:
        self.commit()
        self.unfocused.emit()
        self.update()
