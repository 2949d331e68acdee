"""Small painted parts of the side widgets, and the widget that holds many of them.

A form has some sixty chips, a commitment a dozen fillers: as widgets they would cost tens of milliseconds with
each span that is selected. Here they are cells, painted and hit-tested by one widget. All colours come from the
palette and from a label's colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from peyman.gui.flow_layout import let_height_follow_width
from peyman.gui.theme import article_font, ink_on, line, tint
from peyman.gui.wording import localized_key, text_direction, tool_tip

RADIUS = 5.0
PADDING = 7  # pixels beside a text
ALERT = "#b3261e"  # wrong input; goes through `line`, as label colours do
CROSS = 16  # pixels, the place of a ×
Size = tuple[int, int]


def is_dark(palette: QPalette) -> bool:
    """Tell whether the paper of this palette is darker than its ink."""
    return palette.base().color().lightness() < palette.text().color().lightness()


@lru_cache(maxsize=16)
def _text_font(size: float, language: str) -> tuple[QFont, QFontMetrics]:
    font = article_font("", size, language)
    return font, QFontMetrics(font)


class Paints:
    """What is needed to paint cells: measured once for a widget, until its font or palette changes."""

    def __init__(self, widget: QWidget) -> None:
        colours = widget.palette()
        self.base = colours.base().color()
        self.ink = colours.text().color()
        self.quiet = colours.placeholderText().color()
        self.edge = colours.mid().color()
        self.raised = colours.button().color()
        self.accent = colours.accent().color()
        self.chosen = colours.highlight().color()
        self.on_chosen = colours.highlightedText().color()
        self.dark = is_dark(colours)
        self.rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.font = widget.font()
        self.metrics = QFontMetrics(self.font)
        self.key_font = QFont(self.font)
        self.key_font.setPointSizeF(self.font.pointSizeF() * 0.85)
        self.key_font.setBold(True)
        self.line_height = self.metrics.height() + 4
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._flags = flags | Qt.TextFlag.TextSingleLine
        self._widths: dict[str, int] = {}
        self._keys: dict[str, Size] = {}

    def width(self, text: str) -> int:
        """Return the width of a text, measured once."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def key_size(self, key: str) -> Size:
        """Return the size of a key cap; 0 wide without a key."""
        if key not in self._keys:
            height = self.metrics.ascent() + 4
            text = QFontMetrics(self.key_font).horizontalAdvance(localized_key(key))
            self._keys[key] = (max(height - 1, text + 7) if key else 0), height
        return self._keys[key]

    def visual(self, within: QRect, left: int, width: int) -> QRect:
        """Return a stretch of `within`, full height, mirrored in a right-to-left window."""
        start = within.right() + 1 - left - width if self.rtl else within.left() + left
        return QRect(start, within.top(), width, within.height())

    def text(
        self, painter: QPainter, rect: QRect, text: str, colour: QColor, look: tuple[QFont, QFontMetrics] | None = None
    ) -> None:
        """Write on one line, cut to fit, in its own direction but from the leading side of the window."""
        font, metrics = look or (self.font, self.metrics)
        painter.setPen(colour)
        painter.setFont(font)
        painter.setLayoutDirection(text_direction(text))
        if look or self.width(text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, self._flags, text)

    def key(self, painter: QPainter, rect: QRect, key: str, colour: QColor | None = None) -> None:
        """Paint a key cap centred in `rect`: a plate of a label's `colour`, or without one a bare frame."""
        width, height = self.key_size(key)
        plate = QRectF(0, 0, width, height)
        plate.moveCenter(QRectF(rect).center())
        plate.moveTo(round(plate.x()) + 0.5, round(plate.y()) + 0.5)
        painter.setPen(Qt.PenStyle.NoPen if colour else QPen(self.edge, 1))
        painter.setBrush(colour or self.base)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(ink_on(colour) if colour else self.quiet)
        painter.setFont(self.key_font)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, localized_key(key))


def paint_focus(painter: QPainter, rect: QRect, paints: Paints) -> None:
    """Draw the frame of what has the keyboard."""
    painter.setPen(QPen(paints.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class Cell:
    """A part that is painted.

    Attributes:
        active: it can be clicked.
        tip: shown while the pointer rests on it.
    """

    active = True
    tip = ""

    def size(self, paints: Paints) -> Size:
        """Return the wished width and the height, in pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:
        raise NotImplementedError


class ChipCell(Cell):
    """One choice: flat, and filled when chosen.

    Attributes:
        foreign: the value is none of the schema's choices; it has a dashed frame.
        proposed: it is offered and not confirmed; its frame is dashed in the colour of the window.
        bare: without a frame; on a `plate` where it could run into the text beside it.
        shows_key: with its key on it.
    """

    def __init__(self, value: str, text: str = "", key: str = "", *, foreign: bool = False) -> None:
        self.value = value
        self.text = text or value
        self.key = key
        self.foreign = foreign
        self.chosen = self.bare = self.plate = self.shows_key = self.proposed = False

    def size(self, paints: Paints) -> Size:
        cap = paints.key_size(self.key)[0] + 2 if self.shows_key and self.key else 0
        sides = (10 if self.plate else 4) if self.bare else 2 * PADDING
        return paints.width(self.text) + cap + sides + 1, paints.line_height

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:  # noqa: ARG002
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        ink, side = paints.ink, PADDING
        if self.bare:
            side = 5 if self.plate else 2
            if self.plate or hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(paints.raised)
                painter.drawRoundedRect(frame.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        else:
            pen = QPen(paints.accent if self.chosen else paints.quiet if hovered else paints.edge, 1)
            if self.proposed and not self.chosen:
                pen = QPen(paints.accent, 1.4)
            if self.foreign or (self.proposed and not self.chosen):
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(paints.chosen if self.chosen else paints.base)
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
            ink = paints.on_chosen if self.chosen else ink
        if self.shows_key and self.key:
            cap = paints.key_size(self.key)[0]
            paints.key(painter, paints.visual(rect, 4, cap), self.key)
            side = cap + 9
        room = paints.visual(rect, side, rect.width() - side - (2 if self.bare else 4))
        paints.text(painter, room, self.text, ink)


class KeyCell(Cell):
    """A key cap in a label's colour, or a dot where there is no key, with the label's name.

    Attributes:
        quiet: without the colour, until the pointer comes.
        current: it stands out.
    """

    def __init__(self, value: str, text: str, key: str, colour: str, tip: str = "", *, quiet: bool = False) -> None:
        self.value = value
        self.text = text
        self.key = key
        self.colour = QColor(colour)
        self.quiet = quiet
        self.current = False
        self.tip = tool_tip(tip)

    def size(self, paints: Paints) -> Size:
        return 18 + (paints.key_size(self.key)[0] or 8) + paints.width(self.text), paints.line_height + 2

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:
        colour = line(self.colour, paints.dark)
        if pressed or hovered or self.current:
            strong = pressed or self.current
            painter.setPen(QPen(colour, 1) if strong else Qt.PenStyle.NoPen)
            painter.setBrush(tint(self.colour, paints.dark) if strong else paints.raised)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        quiet = self.quiet and not self.current
        lead = paints.key_size(self.key)[0] or 8
        if self.key:
            paints.key(painter, paints.visual(rect, 5, lead), self.key, None if quiet else colour)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(paints.visual(rect, 5, lead)).center(), 4, 4)
        ink = paints.quiet if quiet and not hovered else paints.ink
        room = paints.visual(rect, 10 + lead, rect.width() - lead - 12)
        paints.text(painter, room, self.text, ink)


class FillerCell(Cell):
    """The quote of a span that plays a part, with a bar in the span's colour and a × to take it away."""

    def __init__(self, quote: str, colour: str, language: str, *, removable: bool, note: str = "") -> None:
        self.text = " ".join(quote.split())
        self.colour = QColor(colour)
        self.removable = removable
        self.tip = tool_tip(note) + tool_tip(self.text)
        self._language = language
        self._width = -1

    def _look(self, paints: Paints) -> tuple[QFont, QFontMetrics]:
        return _text_font(paints.font.pointSizeF(), self._language)

    def size(self, paints: Paints) -> Size:
        if self._width < 0:
            self._width = self._look(paints)[1].horizontalAdvance(self.text)
        return 18 + self._width + (CROSS if self.removable else 0), paints.line_height

    def cross(self, rect: QRect, paints: Paints) -> QRect:
        """Return the place of the × in a cell that lies at `rect`; empty if there is none."""
        return paints.visual(rect, rect.width() - CROSS - 3, CROSS) if self.removable else QRect()

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:  # noqa: ARG002
        colour = line(self.colour, paints.dark)
        painter.setPen(QPen(colour, 1) if hovered else Qt.PenStyle.NoPen)
        painter.setBrush(tint(self.colour, paints.dark))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(paints.visual(rect, 0, 3), 1.5, 1.5)
        side = CROSS + 4 if self.removable else 4
        room = paints.visual(rect, 9, rect.width() - 9 - side)
        paints.text(painter, room, self.text, paints.ink, self._look(paints))
        if self.removable:
            centre = QPointF(self.cross(rect, paints).center()) + QPointF(0.5, 0.5)
            painter.setPen(QPen(paints.ink if hovered else paints.quiet, 1))
            for down in (3, -3):
                arm = QPointF(3, down)
                painter.drawLine(centre - arm, centre + arm)


class CellCanvas(QWidget):
    """A widget made of cells. Where they lie is for `arrange` to say, as if the window ran left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: list[Cell] = []
        self._paints: Paints | None = None
        self._places: dict[int, tuple[list[QRect], int]] = {}
        self._hovered: Cell | None = None
        self._pressed: Cell | None = None
        self.setMouseTracking(True)
        let_height_follow_width(self)

    # For those who inherit

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        """Return the place of each cell for this width, and the height of all."""
        raise NotImplementedError

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:
        """A cell was clicked, at this place of the widget."""

    def ground_clicked(self) -> None:
        """A place without a cell was clicked."""

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies behind the cells."""

    # What cells need

    @property
    def paints(self) -> Paints:
        if self._paints is None:
            self._paints = Paints(self)
        return self._paints

    def rearrange(self) -> None:
        """Place the cells anew after a change. The layout around is troubled only if the height changes."""
        before, self._places = self._places, {}
        if not before or any(self.heightForWidth(width) != height for width, (_p, height) in before.items()):
            self.updateGeometry()
        self.update()

    def places(self) -> list[tuple[Cell, QRect]]:
        """Return the cells with their places at the present width; a place may be empty."""
        visual, width = self.paints.visual, self.width()
        rects = self._arranged(width)[0]
        mirrored = [visual(QRect(0, r.y(), width, r.height()), r.x(), r.width()) for r in rects]
        return list(zip(self.cells, mirrored, strict=True))

    def place(self, cell: Cell) -> QRect:
        """Return where a cell lies now."""
        return next(rect for other, rect in self.places() if other is cell)

    def cell_at(self, at: QPoint) -> Cell | None:
        """Return the cell at a place that can be clicked."""
        return next((cell for cell, rect in self.places() if cell.active and rect.contains(at)), None)

    def _arranged(self, width: int) -> tuple[list[QRect], int]:
        if width not in self._places:
            self._places[width] = self.arrange(width)
        return self._places[width]

    # What Qt asks for

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width)[1]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.paints.line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        for cell, place in self.places():
            if not place.isEmpty() and event.rect().intersects(place):
                hovered, pressed = cell is self._hovered, cell is self._pressed
                cell.paint(painter, place, self.paints, hovered=hovered, pressed=pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.cell_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell is not self._hovered:
            self._hovered = cell
            self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.cell_at(event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        self.update()
        if pressed is None:
            if self.cell_at(at) is None and self.rect().contains(at):
                self.ground_clicked()
        elif pressed is self.cell_at(at):
            self.cell_clicked(pressed, at)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = next((cell for cell, rect in self.places() if rect.contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), cell.tip if cell else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange,
        ):  # fmt: skip
            self._paints = None
            self.rearrange()
        super().changeEvent(event)


def widest(cells: Iterable[Cell], paints: Paints) -> int:
    """Return the width of the widest cell, in pixels."""
    return max((cell.size(paints)[0] for cell in cells), default=0)
