"""F1: every key on one sheet, those of the window and those of the project's schema."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman.core.normalise import normalise
from peyman.core.schema import Label, Schema
from peyman.gui.actions import Actions
from peyman.gui.annotate.cells import is_dark
from peyman.gui.fields import ContentEdit, Dialog, plain_buttons
from peyman.gui.i18n import Language
from peyman.gui.keymap import display
from peyman.gui.theme import ink_on, line
from peyman.gui.wording import tool_tip

COLUMN = 320  # pixels that a column of the sheet wants
MOST_COLUMNS = 3
_BETWEEN_CAPS = re.compile(r"[+⇧()\s]+")
_TWO_LETTERS = re.compile(r"(\S+) \((\S+)\)$")  # as `keymap.display` writes the Latin letter and the local one


@dataclass(frozen=True)
class KeyRow:
    """One line of the sheet: keys as `keymap.display` writes them, any of which will do.

    Attributes:
        colour: of a label, #rrggbb; "" for an action of the window.
        rule: what the label is for.
    """

    keys: tuple[str, ...]
    text: str
    colour: str = ""
    rule: str = ""

    @property
    def haystack(self) -> str:
        """What the filter looks through: words with a space on either side."""
        keys = [cap for key in self.keys for cap in _BETWEEN_CAPS.split(_bare(key))]
        return f" {normalise(' '.join((self.text, *keys, self.rule))).text} "


def _matches(words: Sequence[str], haystack: str) -> bool:
    """Tell whether all words are there; one of a single letter is a key, and no part of another word."""
    return all((word if len(word) > 1 else f" {word} ") in haystack for word in words)


def _bare(key: str) -> str:
    return key.strip("\u2066\u2069")


def sheet(actions: Actions, schema: Schema | None, language: Language) -> list[tuple[str, list[KeyRow]]]:
    """Return the groups of the sheet: the schema's labels first, since they are pressed most."""
    groups: list[tuple[str, list[KeyRow]]] = []
    for layer in schema.layers.values() if schema else ():
        rows = [_label_row(label, language) for label in layer.offered if label.key]
        if rows:
            groups.append((layer.names(language.code), rows))
    for heading, entries in actions.sheet():
        groups.append((heading, [KeyRow(tuple(keys.split("  ")), text.removesuffix("…")) for keys, text in entries]))
    return groups


def _label_row(label: Label, language: Language) -> KeyRow:
    code = language.code
    key = language.digits(label.key) if label.key.isdecimal() else display(label.key, code)
    return KeyRow((key,), label.names(code), label.color, label.rule(code))


class KeyCaps(QWidget):
    """Painted keys: plates with a lower edge, side by side when pressed together, apart when either will do."""

    GAP, BETWEEN, SIDES, EDGE = 3, 10, 6, 2  # pixels

    def __init__(self, keys: Sequence[str], colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [_bare(key).split("+") if len(_bare(key)) > 1 else [_bare(key)] for key in keys]
        self._colour = QColor(colour) if colour else None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(map(_bare, keys)))

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _cap_width(self, cap: str) -> int:
        width = QFontMetrics(self._cap_font()).horizontalAdvance(_TWO_LETTERS.sub(r"\1 \2", cap))
        return max(self._cap_height(), width + 2 * self.SIDES)

    def _cap_height(self) -> int:
        return self.fontMetrics().height() + 1

    def sizeHint(self) -> QSize:
        width = sum(self._cap_width(cap) for key in self._keys for cap in key)
        width += sum((len(key) - 1) * self.GAP for key in self._keys) + (len(self._keys) - 1) * self.BETWEEN
        return QSize(width + 1, self._cap_height() + self.EDGE + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._cap_font())
        # Keys pressed together are written from left to right in every language, and brackets are not mirrored.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        left = 0.5
        for key in self._keys:
            for cap in key:
                width = self._cap_width(cap)
                self._paint_cap(painter, QRectF(left, 0.5, width - 1, self._cap_height()), cap)
                left += width + self.GAP
            left += self.BETWEEN - self.GAP

    def _paint_cap(self, painter: QPainter, plate: QRectF, cap: str) -> None:
        colours = self.palette()
        face, ink, edge = colours.base().color(), colours.text().color(), colours.mid().color()
        if self._colour is not None:
            face = line(self._colour, is_dark(colours))
            ink, edge = ink_on(face), face.darker(150)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(plate.adjusted(-0.5, 0, 0.5, self.EDGE), 4, 4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(face)
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(ink)
        both = _TWO_LETTERS.match(cap)
        if both is None:
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, cap)
            return
        inner = plate.adjusted(self.SIDES - 1, 0, 1 - self.SIDES, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, both[1])
        if self._colour is None:
            painter.setPen(colours.placeholderText().color())
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, both[2])


class _Row(QWidget):
    def __init__(self, row: KeyRow) -> None:
        super().__init__()
        self.haystack = row.haystack
        self.wanted = True
        self.text = row.text
        label = QLabel(row.text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(10)
        line.addWidget(label, 1)
        line.addWidget(KeyCaps(row.keys, row.colour), 0, Qt.AlignmentFlag.AlignTop)
        self.setToolTip(tool_tip(row.rule))
        self.setAccessibleName(f"{row.text}: {', '.join(map(_bare, row.keys))}")
        self.setAccessibleDescription(row.rule)


class _Group(QWidget):
    def __init__(self, heading: str, rows: Sequence[KeyRow]) -> None:
        super().__init__()
        title = QLabel(heading)
        title.setProperty("role", "group")
        self.haystack = f" {normalise(heading).text} "
        self.wanted = True
        self.rows = [_Row(row) for row in rows]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(3)
        column.addWidget(title)
        for row in self.rows:
            column.addWidget(row)

    def filter(self, words: Sequence[str]) -> int:
        """Show the rows in which all words occur, all rows if they are in the heading; return how many."""
        whole = bool(words) and _matches(words, self.haystack)
        for row in self.rows:
            row.wanted = whole or _matches(words, row.haystack)
            row.setVisible(row.wanted)
        self.wanted = any(row.wanted for row in self.rows)
        self.setVisible(self.wanted)
        return sum(row.wanted for row in self.rows)


class _Sheet(QScrollArea):
    """The groups in columns side by side, filled one after the other, as many as the width has room for."""

    def __init__(self, groups: Sequence[_Group], below: QWidget) -> None:
        super().__init__()
        self._groups = groups
        self._placed: tuple[int, tuple[_Group, ...]] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(14, 0, 14, 0)  # the scroll bar is at either side
        row = QHBoxLayout()
        row.setSpacing(40)
        self._columns: list[QVBoxLayout] = []
        for _ in range(MOST_COLUMNS):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addStretch(1)
            row.addLayout(column, 1)
            self._columns.append(column)
        self._row = row
        outer.addLayout(row)
        outer.addWidget(below)
        outer.addStretch(1)
        self.setWidget(content)

    def arrange(self) -> None:
        """Share the groups in view out to the columns, so that these end at about the same height."""
        groups = [group for group in self._groups if group.wanted]
        count = max(1, min(MOST_COLUMNS, len(groups), self.viewport().width() // COLUMN))
        if self._placed == (count, tuple(groups)):
            return
        self._placed = (count, tuple(groups))
        heights = [2 + sum(row.wanted for row in group.rows) for group in groups]
        total, filled = sum(heights), 0
        for column in self._columns:
            for group in self._groups:
                column.removeWidget(group)
        for group, height in zip(groups, heights, strict=True):
            # The column in which the middle of the group falls.
            column = self._columns[min(count - 1, int((filled + height / 2) * count / total))]
            filled += height
            column.insertWidget(column.count() - 1, group)  # before the stretch at its end
        for number in range(MOST_COLUMNS):
            self._row.setStretch(number, 1 if number < count else 0)
        self._row.setSpacing(40 if count > 1 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class KeysDialog(Dialog):
    """The sheet of keys, with a field that filters it. Arrows and Page keys scroll while one types."""

    def __init__(
        self, actions: Actions, schema: Schema | None, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self.filter = ContentEdit("name")
        self.filter.setPlaceholderText(self.tr("Filter: a word, or a key"))
        self.filter.setAccessibleName(self.tr("Filter the keys"))
        self.filter.textChanged.connect(self._filter)
        self._groups = [_Group(heading, rows) for heading, rows in sheet(actions, schema, language)]
        self._nothing = QLabel(self.tr("No key does that."))
        self._nothing.setProperty("role", "quiet")
        self._nothing.hide()
        self.sheet = _Sheet(self._groups, self._nothing)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain_buttons(buttons)
        # Enter in the field is to filter, not to close.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addWidget(self.sheet, 1)
        column.addWidget(buttons)
        screen = self.screen().availableSize()
        self.resize(min(MOST_COLUMNS * COLUMN + 100, screen.width() * 9 // 10), min(720, screen.height() * 85 // 100))
        self.filter.setFocus()

    def shown(self) -> list[str]:
        """Return the texts of the rows that the filter lets through."""
        return [row.text for group in self._groups for row in group.rows if row.wanted]

    def _filter(self, text: str) -> None:
        words = normalise(text).text.split()
        found = sum(group.filter(words) for group in self._groups)
        self._nothing.setVisible(not found)
        self.sheet.arrange()
        self.sheet.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that a one-line field does not want; Escape first empties the filter."""
        action = _SCROLLS.get(event.key())
        if action is not None:
            self.sheet.verticalScrollBar().triggerAction(action)
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)


_SCROLLS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
