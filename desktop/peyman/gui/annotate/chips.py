"""Painted widgets of the side panes: buttons that never take the keyboard, a label's plate, a quote."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QStyle, QWidget

from peyman.core.text import Utf16Map
from peyman.gui.annotate.cells import PADDING, RADIUS, Cell, ChipCell, KeyCell, Paints, is_dark, paint_focus
from peyman.gui.flow_layout import let_height_follow_width
from peyman.gui.theme import article_font, ink_on, line, tint
from peyman.gui.wording import localized_key, text_direction, tool_tip

_REPAINT = (
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LanguageChange,
)


class CellButton(QAbstractButton):
    """A cell as a button of its own. Clicking it leaves the keyboard where it was, nearly always in the article."""

    def __init__(self, cell: Cell, text: str) -> None:
        super().__init__()
        self._cell = cell
        self._paints: Paints | None = None
        self._size: QSize | None = None
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def paints(self) -> Paints:
        if self._paints is None:
            self._paints = Paints(self)
        return self._paints

    def remeasure(self) -> None:
        self._size = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._size is None:
            self._size = QSize(*self._cell.size(self.paints))
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cell.paint(painter, self.rect(), self.paints, hovered=self.underMouse(), pressed=self.isDown())
        if self.hasFocus():
            paint_focus(painter, self.rect(), self.paints)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _REPAINT:
            self._paints = None
            self.remeasure()
        super().changeEvent(event)


class Chip(CellButton):
    """One of several choices. It shows as chosen what it is told, not what was clicked; Tab goes to it."""

    def __init__(self, text: str = "") -> None:
        self._chip = ChipCell("", text)
        super().__init__(self._chip, text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)

    def show_choice(self, text: str, chosen: bool) -> None:
        self.setChecked(chosen)
        self._chip.chosen = chosen
        if text != self._chip.text:
            self._chip.text = text
            self.setText(text)
            self.remeasure()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state alone."""


class KeyButton(CellButton):
    """A key cap in a label's colour with the label's name."""

    def __init__(self, text: str = "", key: str = "", colour: str = "#808080", *, quiet: bool = False) -> None:
        self._key = KeyCell("", text, key, colour, quiet=quiet)
        super().__init__(self._key, text)

    def show_label(self, text: str, key: str, colour: str, tip: str) -> None:
        """Become the button of another label."""
        cell = KeyCell("", text, key, colour, tip, quiet=self._key.quiet)
        cell.current = self._key.current
        self._cell = self._key = cell
        self.setText(text)
        self.setToolTip(cell.tip)
        self.setAccessibleName(text)
        # It takes no focus, so that whoever cannot see its key has to be told.
        self.setAccessibleDescription(" ".join(filter(None, (f"({localized_key(key)})" if key else "", tip))))
        self.remeasure()

    @property
    def current(self) -> bool:
        return self._key.current

    def set_current(self, current: bool) -> None:
        if current != self._key.current:
            self._key.current = current
            self.update()


class QuietLabel(QLabel):
    """One line of secondary text, cut to the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().placeholderText().color())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)


class LabelPlate(QWidget):
    """A label's name on its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_label(self, name: str, colour: str, rule: str) -> None:
        if (name, QColor(colour), tool_tip(rule)) == (self._text, self._colour, self.toolTip()):
            return
        self._text = name
        self._colour = QColor(colour)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(rule))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 2 * PADDING + 3, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setPen(ink_on(self._colour))
        painter.setFont(self._font())
        room = self.width() - 2 * PADDING
        text = QFontMetrics(self._font()).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Quote(QWidget):
    """A stretch of the article on its label's tint: its own direction, a few lines, the rest in a tool tip."""

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = lines
        self._text = ""
        self._colour = QColor()
        self._look: tuple[float, str] | None = None
        self._lines: dict[int, list[str]] = {}
        let_height_follow_width(self)

    def set_quote(self, text: str, colour: str, language: str, size: float) -> None:
        """Show a quote; `size` in points."""
        shown = " ".join(text.split())
        if QColor(colour) != self._colour:
            self._colour = QColor(colour)
            self.update()
        if (shown, size, language) == (self._text, *(self._look or ())):
            return
        self._text, self._look = shown, (size, language)
        self._lines = {}
        self.setFont(article_font("", size, language))
        self.setAccessibleName(shown)
        self._tell_all()
        self.updateGeometry()
        self.update()

    def shown_lines(self) -> list[str]:
        """Return the lines as they are painted at the present width; the last one may end in an ellipsis."""
        return self._broken(self.width())

    def _broken(self, width: int) -> list[str]:
        if width not in self._lines:
            self._lines[width] = self._break(max(20, width - 20))
        return self._lines[width]

    def _break(self, width: int) -> list[str]:
        # Four lines of the narrowest letters: laying out more of a long text would be wasted.
        text = self._text[: self._most * width // 2]
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(text_direction(self._text))
        layout.setTextOption(option)
        places = Utf16Map(text)
        lines: list[str] = []
        layout.beginLayout()
        while (part := layout.createLine()).isValid():
            part.setLineWidth(width)
            start = places.from_utf16(part.textStart())
            end = places.from_utf16(part.textStart() + part.textLength())
            if len(lines) == self._most - 1 and end < len(self._text):
                lines.append(self.fontMetrics().elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
                break
            lines.append(text[start:end].strip())
        layout.endLayout()
        return lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._broken(width)) * self._leading() + 10

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._leading() + 10)

    def _leading(self) -> int:
        return self.fontMetrics().height() + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def _tell_all(self) -> None:
        """Offer the whole quote in a tool tip if it is cut."""
        lines = self.shown_lines()
        self.setToolTip(tool_tip(self._text) if lines and lines[-1].endswith("…") else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        dark = is_dark(colours)
        direction = text_direction(self._text)
        rtl = direction == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        for ground in (colours.base().color(), tint(self._colour, dark)):
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setBrush(line(self._colour, dark))
        bar = QStyle.visualRect(direction, self.rect(), QRect(0, 0, 4, self.height()))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(colours.text().color())
        painter.setLayoutDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        for number, text in enumerate(self.shown_lines()):
            room = QRect(10, 5 + number * self._leading(), self.width() - 20, self._leading())
            painter.drawText(room, flags, text)
