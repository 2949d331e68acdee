"""Small painted parts of the side widgets: key caps, chips, fillers and quotes.

All take their colours from the palette and from a label's colour, and never the keyboard focus: clicking one
leaves the keyboard where it was, which is nearly always the article.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QStyle, QWidget

from peyman.core.text import Utf16Map
from peyman.gui.flow_layout import let_height_follow_width
from peyman.gui.theme import article_font, ink_on, line, tint
from peyman.gui.wording import localized_key, text_direction, tool_tip

RADIUS = 5.0
PADDING = 7  # pixels beside a text
ALERT = "#b3261e"  # wrong input; goes through `line`, as label colours do


def is_dark(palette: QPalette) -> bool:
    """Tell whether the paper of this palette is darker than its ink."""
    return palette.base().color().lightness() < palette.text().color().lightness()


class KeyCap:
    """Paints a key: a small rounded plate with the letter or digit on it."""

    def __init__(self, key: str, font: QFont) -> None:
        self.text = localized_key(key)
        self.font = QFont(font)
        self.font.setPointSizeF(font.pointSizeF() * 0.85)
        self.font.setBold(True)
        metrics = QFontMetrics(self.font)
        self.height = QFontMetrics(font).ascent() + 4
        self.width = max(self.height - 1, metrics.horizontalAdvance(self.text) + 7) if key else 0

    def paint(self, painter: QPainter, rect: QRect, palette: QPalette, colour: QColor | None = None) -> None:
        """Paint centred in `rect`: a plate of the label's `colour`, or without one a bare frame."""
        plate = QRectF(0, 0, self.width, self.height)
        plate.moveCenter(QRectF(rect).center())
        plate.moveTo(round(plate.x()) + 0.5, round(plate.y()) + 0.5)
        painter.setFont(self.font)
        if colour is None:
            painter.setPen(QPen(palette.mid().color(), 1))
            painter.setBrush(palette.base())
            painter.drawRoundedRect(plate, 3, 3)
            painter.setPen(palette.placeholderText().color())
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(plate, 3, 3)
            painter.setPen(ink_on(colour))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self.text)


class Flat(QAbstractButton):
    """What the buttons here have in common: no focus, a pointing hand, a size that is measured once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._size: QSize | None = None

    def measure(self) -> QSize:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        if self._size is None:
            self._size = self.measure()
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def remeasure(self) -> None:
        self._size = None
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.remeasure()
        super().changeEvent(event)

    def line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def place(self, left: int, width: int) -> QRect:
        """Return a stretch of the button, full height, mirrored in a right-to-left window."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, width, self.height()))

    def draw_text(self, painter: QPainter, rect: QRect, text: str, pen: QColor) -> None:
        """Write on one line, cut to fit, in the text's own direction but from the leading side of the window."""
        painter.setPen(pen)
        painter.setFont(self.font())
        painter.setLayoutDirection(text_direction(text))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, shown)


class Chip(Flat):
    """One choice: flat, and filled when chosen. Its key is shown only on demand.

    Attributes:
        foreign: the value is none of the schema's choices; it has a dashed frame.
    """

    def __init__(self, value: str, text: str = "", key: str = "", *, foreign: bool = False) -> None:
        super().__init__()
        self.value = value
        self.key = key
        self.foreign = foreign
        self._cap: KeyCap | None = None
        self._bare = self._plate = False
        self.setCheckable(True)
        self.setText(text or value)

    def nextCheckState(self) -> None:
        """Leave the state alone: what is chosen is shown when the answer is stored, not when it is clicked."""

    def show_key(self, shown: bool) -> None:
        if shown != (self._cap is not None):
            self._cap = KeyCap(self.key, self.font()) if shown and self.key else None
            self.remeasure()

    def set_bare(self, bare: bool, *, plate: bool = False) -> None:
        """Show the text without a frame; on a `plate` where it could run into the text beside it."""
        if (bare, plate) != (self._bare, self._plate):
            self._bare, self._plate = bare, plate
            self.remeasure()

    def measure(self) -> QSize:
        cap = self._cap.width + 5 if self._cap else 0
        sides = (10 if self._plate else 4) if self._bare else 2 * PADDING - (3 if self._cap else 0)
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + cap + sides + 1, self.line_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        ink = colours.text().color()
        side = (5 if self._plate else 2) if self._bare else PADDING
        if self._bare and self._plate and self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.button())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1.5, 0, -1.5), RADIUS, RADIUS)
        if not self._bare:
            chosen, hovered = self.isChecked(), self.underMouse()
            edge = colours.accent().color() if chosen else colours.placeholderText() if hovered else colours.mid()
            pen = QPen(edge, 1)
            if self.foreign:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(colours.highlight() if chosen else colours.base())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            ink = colours.highlightedText().color() if chosen else ink
        if self._cap:
            self._cap.paint(painter, self.place(4, self._cap.width), colours)
            side = 4 + self._cap.width + 5
        self.draw_text(painter, self.place(side, self.width() - side - (2 if self._bare else 4)), self.text(), ink)


class KeyButton(Flat):
    """A key cap in a label's colour with the label's name: in the palette, and for roles.

    Args:
        quiet: without the colour, until the pointer comes.
        inert: not to be pressed; it only names something.
    """

    def __init__(
        self, value: str, text: str, key: str, colour: str, *, quiet: bool = False, inert: bool = False
    ) -> None:
        super().__init__()
        self.value = value
        self.current = False
        self._quiet = quiet
        if inert:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour = QColor(colour)
        self.key = key
        self._cap = KeyCap(key, self.font())
        self.setText(text)

    def set_current(self, current: bool) -> None:
        if current != self.current:
            self.current = current
            self.update()

    def measure(self) -> QSize:
        self._cap = KeyCap(self.key, self.font())
        lead = self._cap.width or 8
        return QSize(5 + lead + 5 + self.fontMetrics().horizontalAdvance(self.text()) + 8, self.line_height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        dark = is_dark(colours)
        colour = line(self._colour, dark)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isDown() or self.underMouse() or self.current:
            painter.setPen(QPen(colour, 1) if self.current or self.isDown() else Qt.PenStyle.NoPen)
            painter.setBrush(tint(self._colour, dark) if self.current or self.isDown() else colours.button())
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self.key:
            lead = self._cap.width
            plate = None if self._quiet and not self.current else colour
            self._cap.paint(painter, self.place(5, lead), colours, plate)
        else:
            lead = 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(self.place(5, lead)).center(), 4, 4)
        quiet = self._quiet and not self.underMouse() and not self.current
        ink = colours.placeholderText().color() if quiet else colours.text().color()
        self.draw_text(painter, self.place(5 + lead + 5, self.width() - lead - 14), self.text(), ink)


class Filler(Flat):
    """The quote of a span that plays a part, with a bar in the span's colour and a × to take it away.

    Signals:
        removed(): the × was clicked.
    """

    removed = Signal()

    def __init__(self, quote: str, colour: str, language: str, *, removable: bool, prefix: str = "") -> None:
        super().__init__()
        self._quote = " ".join(quote.split())
        self._prefix = prefix
        self._colour = QColor(colour)
        self._removable = removable
        self._over_cross = False
        font = article_font("", self.font().pointSizeF(), language)
        self.setFont(font)
        self.setText(f"{prefix} {self._quote}".strip())
        self.setAccessibleName(self.text())
        self.setToolTip(tool_tip(self._quote))
        self.setMouseTracking(True)

    def measure(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(10 + text + 8 + self._cross_width(), self.line_height())

    def _cross_width(self) -> int:
        return self.line_height() - 6 if self._removable else 0

    def _cross(self) -> QRect:
        return self.place(self.width() - self._cross_width() - 3, self._cross_width())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._removable and self._cross().contains(event.position().toPoint())
        if over != self._over_cross:
            self._over_cross = over
            self.update()
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over_cross = False
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._removable and self.isDown() and self._cross().contains(at):
            self.setDown(False)
            event.accept()
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        dark = is_dark(colours)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(line(self._colour, dark), 1) if self.underMouse() else Qt.PenStyle.NoPen)
        painter.setBrush(tint(self._colour, dark))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line(self._colour, dark))
        painter.drawRoundedRect(self.place(0, 3), 1.5, 1.5)
        room = self.place(9, self.width() - 13 - self._cross_width())
        self.draw_text(painter, room, self.text(), colours.text().color())
        if self._removable:
            self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        centre = QPointF(self._cross().center()) + QPointF(0.5, 0.5)
        role = QPalette.ColorRole.Text if self._over_cross else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(self.palette().color(role), 1.5 if self._over_cross else 1.0))
        for down in (1, -1):
            arm = QPointF(3, 3 * down)
            painter.drawLine(centre - arm, centre + arm)


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
        self._lines: tuple[int, list[str]] = (-1, [])
        let_height_follow_width(self)

    def set_quote(self, text: str, colour: str, language: str, size: float) -> None:
        """Show a quote; `size` in points."""
        self._text = " ".join(text.split())
        self._colour = QColor(colour)
        self._lines = (-1, [])
        self.setFont(article_font("", size, language))
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def shown_lines(self) -> list[str]:
        """Return the lines as they are painted at the present width; the last one may end in an ellipsis."""
        return self._broken(self.width())

    def _broken(self, width: int) -> list[str]:
        if self._lines[0] != width:
            self._lines = (width, self._break(max(20, width - 20)))
        return self._lines[1]

    def _break(self, width: int) -> list[str]:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(text_direction(self._text))
        layout.setTextOption(option)
        places = Utf16Map(self._text)
        lines: list[str] = []
        layout.beginLayout()
        while (part := layout.createLine()).isValid():
            part.setLineWidth(width)
            start = places.from_utf16(part.textStart())
            end = places.from_utf16(part.textStart() + part.textLength())
            if len(lines) == self._most - 1 and end < len(self._text):
                rest = self._text[start : start + 400]
                lines.append(self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width))
                break
            lines.append(self._text[start:end].strip())
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
        elided = bool(self.shown_lines()) and self.shown_lines()[-1].endswith("…")
        self.setToolTip(tool_tip(self._text) if elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        dark = is_dark(colours)
        direction = text_direction(self._text)
        rtl = direction == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.base())
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setBrush(tint(self._colour, dark))
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
