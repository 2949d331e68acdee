"""The rows of the attribute form: a name with choices, or with a line to type in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from peyman.core.errors import PeymanError
from peyman.core.model import Json
from peyman.core.proposals import Proposals
from peyman.core.schema import Attribute, Choice
from peyman.gui.annotate.cells import ALERT, Cell, CellCanvas, ChipCell, Paints, Size, is_dark
from peyman.gui.flow_layout import flow
from peyman.gui.keymap import resolve
from peyman.gui.theme import line
from peyman.gui.values import MalformedError, format_value, parse_value
from peyman.gui.wording import text_direction, tool_tip, value_words

# What the choices of a row are called by. D is left out: it asks for the defaults.
CHOICE_KEYS = "1234567890QWERTYUIOPASFGHJKLZXCVBNM"
NAME_WIDTH = 128  # pixels, the widest that the column of names becomes
GAP = 4  # pixels between a name and its values, and between values
SIDE, EDGE = 4, 2  # pixels around a row's content, beside and above it


class NameCell(Cell):
    """The name of an attribute, and a quiet dot while it is required and missing.

    Attributes:
        column: its width in pixels, so that the values of all rows stand in one column.
    """

    active = False

    def __init__(self) -> None:
        self.text = ""
        self.missing = False
        self.column = 0

    def natural_width(self, paints: Paints) -> int:
        return min(NAME_WIDTH, paints.width(self.text) + 14)

    def size(self, paints: Paints) -> Size:
        return self.column or self.natural_width(paints), paints.line_height

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:  # noqa: ARG002
        room = paints.visual(rect, 0, rect.width() - 11)
        paints.text(painter, room, self.text, paints.quiet)
        if self.missing:
            dot = paints.visual(rect, min(paints.width(self.text), room.width()) + 4, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.accent)
            painter.drawEllipse(QRectF(dot).center(), 2.2, 2.2)


class Row(CellCanvas):
    """One attribute: its name and its value. Rows stay alive while the form shows other attributes.

    Signals:
        answered(object, bool): a value, or None for none; whether the keyboard gave it.
        focused(), unfocused(): the keyboard came or went.
        opened(): a click asks for all there is to choose.
    """

    answered = Signal(object, bool)
    focused = Signal()
    unfocused = Signal()
    opened = Signal()

    def __init__(self, attribute: Attribute) -> None:
        super().__init__()
        self.attribute = attribute
        self.value: Json = None
        self.language = ""
        self.read_only = False
        self.proposals = Proposals()
        self.name = NameCell()
        self.cells = [self.name]

    @property
    def proposed(self) -> Json:
        """What is offered as the value and not confirmed yet."""
        proposed = None if self.read_only else self.proposals.proposed.get(self.attribute.id)
        return None if proposed == self.value else proposed

    @property
    def filled(self) -> bool:
        return self.value not in (None, "", [], {})

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        """Show a value; `language` is that of the names."""
        self.attribute, self.value, self.language, self.read_only = attribute, value, language, read_only
        name = attribute.names(language)
        self.name.text, self.name.tip = name, tool_tip(name)
        self.name.missing = attribute.required and not self.filled and not read_only
        words = self.words(value) if self.filled else self.tr("empty")
        needed = self.tr("required") if attribute.required else ""
        offered = self.tr("not confirmed: {value}").format(value=self.words(self.proposed)) if self.proposed else ""
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(filter(None, (words, needed, offered))))

    def words(self, value: Json) -> str:
        """Return a value as people read it."""
        return value_words(self.attribute, value, self.language)

    def answer(self, value: Json, *, by_key: bool) -> None:
        """Say what the value is to be, and show it; what was offered is settled."""
        proposed = {name: other for name, other in self.proposals.proposed.items() if name != self.attribute.id}
        self.proposals = replace(self.proposals, proposed=proposed)
        self.show_value(self.attribute, value, self.language, self.read_only)
        self.answered.emit(value, by_key)

    def set_column(self, width: int) -> None:
        if width != self.name.column:
            self.name.column = width
            self.rearrange()

    def set_open(self, is_open: bool) -> None:
        """Show everything that can be chosen, or only what is."""

    def handle_key(self, name: str) -> bool:  # noqa: ARG002
        return False

    def open_picker(self) -> bool:
        """Show what the value can be picked from; False if there is nothing of the kind."""
        return False

    def commit(self, *, revert: bool = False) -> None:
        """Answer with what has been typed so far; with `revert`, give up what cannot be read."""

    def discard(self) -> None:
        """Forget what has been typed."""

    @property
    def keyboard_widget(self) -> QWidget:
        """What has the focus when the row has it."""
        return self

    def take_keyboard(self) -> None:
        self.keyboard_widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        return self.keyboard_widget.hasFocus()

    def paint_ground(self, painter: QPainter) -> None:
        if self.has_focus():
            painter.setPen(QPen(self.paints.accent, 1))
            painter.setBrush(self.paints.base)
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
    """An attribute with closed values: one of them, or any number."""

    def __init__(self, attribute: Attribute, choices: Sequence[Choice]) -> None:
        super().__init__(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open = True
        self._chips = [ChipCell(choice.id, key=key) for choice, key in zip(choices, _keys_of(choices), strict=True)]
        self._foreign: list[ChipCell] = []
        self._nothing = ChipCell("", "—")
        self._nothing.bare = True

    @property
    def chips(self) -> list[ChipCell]:
        """The choices, and last what is chosen but none of them."""
        return [*self._chips, *self._foreign]

    @property
    def is_open(self) -> bool:
        return self._open

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        super().show_value(attribute, value, language, read_only)
        chosen = self._chosen()
        known = {chip.value for chip in self._chips}
        self._foreign = [ChipCell(item, foreign=True) for item in chosen if item not in known]
        names = {choice.id: choice.names(language) for choice in attribute.choices}
        for chip in self.chips:
            chip.text = names.get(chip.value, chip.value) or "—"
            chip.chosen = chip.value in chosen
            chip.proposed = chip.value == self.proposed
        self._show_cells()

    def _values(self) -> list[Json]:
        return self.value if isinstance(self.value, list) else [self.value] if self.filled else []

    def _chosen(self) -> list[str]:
        """The values as the chips know them; what is no text is shown as JSON."""
        return [format_value("text", item) for item in self._values()]

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._show_cells()

    def _show_cells(self) -> None:
        shows_keys = self._open and self.hasFocus()
        for chip in self.chips:
            chip.bare = not self._open and not chip.proposed
            chip.plate = self.attribute.kind == "multi"
            chip.shows_key = shows_keys
            chip.active = not self.read_only
        shown = [chip for chip in self.chips if self._open or chip.chosen or chip.proposed] or [self._nothing]
        self.cells = [self.name, *shown]
        self.rearrange()

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        sizes = [cell.size(self.paints) for cell in self.cells]
        hanging = sizes[0][0] + GAP
        if self._open and max(wide for wide, _high in sizes[1:]) > width - 2 * SIDE - hanging:
            hanging = 0  # the pane is narrow: better under the name than cut
        rects, height = flow(sizes, width - 2 * SIDE, gap=GAP, line_gap=3, hanging=hanging)
        return [rect.translated(SIDE, EDGE) for rect in rects], height + 2 * EDGE

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_cells()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_cells()

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:  # noqa: ARG002
        if not isinstance(cell, ChipCell) or not self._open:
            self.opened.emit()
        else:
            self._choose(cell, by_key=False)

    def ground_clicked(self) -> None:
        self.opened.emit()

    def handle_key(self, name: str) -> bool:
        if self.read_only:
            return False
        if name in ("Delete", "Backspace"):
            if self.filled:
                self.answer(None, by_key=True)
            return True
        chip = next((chip for chip in self._chips if chip.key == name), None)
        if chip is not None:
            self._choose(chip, by_key=True)
        return chip is not None

    def _choose(self, chip: ChipCell, *, by_key: bool) -> None:
        if self.attribute.kind != "multi":
            self.answer(None if chip.chosen else chip.value, by_key=by_key)
            return
        kept = {format_value("text", item): item for item in self._values()}
        if chip.value in kept:
            del kept[chip.value]
        else:
            kept[chip.value] = chip.value
        # In the schema's order; what is foreign to it last and unchanged.
        order = {c.value: n for n, c in enumerate(self._chips)}
        result = [kept[name] for name in sorted(kept, key=lambda name: order.get(name, len(order)))]
        self.answer(result or None, by_key=by_key)


def _keys_of(choices: Sequence[Choice]) -> list[str]:
    """Return a key for each choice: its own, else the next free one; "" when there are no more."""
    own = {choice.key for choice in choices}
    free = iter([key for key in CHOICE_KEYS if key not in own])
    return [choice.key or next(free, "") for choice in choices]


class ValueEdit(QLineEdit):
    """A line to type a value in; its text runs its own way.

    Attributes:
        only_stroke: there is no room for text; the stroke below shows where the line is.
        takes: asked of each key (named as in `keymap`) before it is typed.

    Signals:
        focused(), unfocused(): the keyboard came or went for good (not for a menu).
    """

    focused = Signal()
    unfocused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wrong = self.only_stroke = False
        self.takes: Callable[[str], bool] = lambda _key: False
        self._hint: str | None = None
        self.setFrame(False)
        self.setProperty("role", "value")
        self.textChanged.connect(self._follow_direction)

    def _follow_direction(self, text: str) -> None:
        if not any(map(str.isalpha, text)):  # a number has no direction of its own
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
        key = resolve(event)
        # These are the form's; Enter in particular does not stop here.
        if key in ("Up", "Down", "Enter", "Esc", "Ctrl+Enter"):
            event.ignore()
        elif self.takes(key):
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.only_stroke:
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
        self.edit.setParent(self)
        self.edit.textEdited.connect(self._check)
        self.edit.focused.connect(self.focused)
        self.edit.unfocused.connect(self._left)

    @property
    def keyboard_widget(self) -> QWidget:
        return self.edit

    def take_keyboard(self) -> None:
        super().take_keyboard()
        self.edit.end(False)

    def arrange(self, width: int) -> tuple[list[QRect], int]:  # noqa: ARG002 - one line, however wide
        column, height = self.name.size(self.paints)
        tall = max(height, self.edit.sizeHint().height())
        return [QRect(SIDE, EDGE, column, tall)], tall + 2 * EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_edit()

    def rearrange(self) -> None:
        super().rearrange()
        self._place_edit()

    def _place_edit(self) -> None:
        left = SIDE + self.name.size(self.paints)[0] + GAP
        inner = QRect(0, EDGE, self.width(), self.height() - 2 * EDGE)
        self.edit.setGeometry(self.paints.visual(inner, left, max(20, self.width() - left - SIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(self.width()))

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
        self.rearrange()

    def line(self) -> str:
        """Return what stands in the line for the value."""
        return format_value(self.attribute.kind, self.value)

    def read(self, text: str) -> Json:
        """Return what a typed line says; raises MalformedError, or a PeymanError that says why it is refused."""
        return parse_value(self.attribute.kind, text)

    def discard(self) -> None:
        text = self.line()
        if text != self.edit.text():
            self.edit.setText(text)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)
        self.edit.setModified(False)
        self.edit.set_wrong(False)

    def _check(self) -> None:
        try:
            self.read(self.edit.text())
        except (MalformedError, PeymanError):
            self.edit.set_wrong(True)
        else:
            self.edit.set_wrong(False)

    def commit(self, *, revert: bool = False) -> None:
        if not self.edit.isModified() or self.read_only:
            return
        try:
            value = self.read(self.edit.text())
        except (MalformedError, PeymanError) as refusal:
            if revert:
                self.discard()
            else:
                self.refused(refusal)
            return
        self.edit.setModified(False)
        if self.edit.text().strip() == self.line():
            self.discard()
        else:
            self.answer(value, by_key=False)

    def refused(self, refusal: Exception) -> None:
        """What was typed stays in the line, since it cannot be the value."""

    def _left(self) -> None:
        self.edit.setCursorPosition(0)  # the beginning tells more of a long value
        self.commit()
        self.unfocused.emit()
        self.update()
