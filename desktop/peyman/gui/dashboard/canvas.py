"""What charts are painted on and with, and what every chart can do.

Lengths are pixels counted from the leading side: a chart in Persian is the same chart, mirrored, and only `Canvas`
knows of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from peyman.gui.theme import Colours
from peyman.gui.wording import text_direction

Side: TypeAlias = Literal["start", "centre", "end"]

PADDING = 10.0
GAP = 12.0  # between columns
_SMALL = 0.88  # of the font, for what stands beside a figure


@dataclass(frozen=True)
class Look:
    """What charts are painted with; `digits` writes a number with so many decimals."""

    colours: Colours
    font: QFont
    rtl: bool
    digits: Callable[[float, int], str]

    @property
    def small(self) -> QFont:
        font = QFont(self.font)
        font.setPixelSize(round(self.font.pixelSize() * _SMALL))
        return font

    def width(self, text: str, *, small: bool = False) -> float:
        return QFontMetricsF(self.small if small else self.font).horizontalAdvance(text)

    @property
    def line(self) -> float:
        """The height of a line of text, in whole pixels."""
        return float(round(QFontMetricsF(self.font).height()))

    @property
    def small_line(self) -> float:
        return float(round(QFontMetricsF(self.small).height()))


@dataclass(frozen=True)
class Spot:
    """A part of a chart that can be asked about.

    Attributes:
        rect: from the leading side.
        words: what it says, for people who do not see it.
        key: what it stands for.
    """

    rect: QRectF
    words: str
    key: tuple[str, str]


class Figure(Protocol):
    """A chart, and the same as a table.

    Attributes:
        headings, rows: the table; every number that is painted stands in it.
    """

    @property
    def title(self) -> str: ...

    @property
    def note(self) -> str: ...

    @property
    def headings(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Sequence[str]]: ...

    def least_width(self, look: Look) -> float: ...

    def height(self, look: Look, width: float) -> float: ...

    def spots(self, look: Look, width: float) -> Sequence[Spot]: ...

    def paint(self, canvas: Canvas) -> None: ...


class Canvas:
    """A painter that mirrors places, sets edges on whole dots of the screen, and lets every text run its own way."""

    def __init__(self, painter: QPainter, look: Look, width: float) -> None:
        self.painter = painter
        self.look = look
        self.width = width
        device = painter.device()
        self._dots = device.devicePixelRatio() if device is not None else 1.0
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if look.rtl else Qt.LayoutDirection.LeftToRight)

    def _snapped(self, value: float) -> float:
        return round(value * self._dots) / self._dots

    def place(self, rect: QRectF) -> QRectF:
        """Return where on the device a place lies."""
        left = self.width - rect.right() if self.look.rtl else rect.left()
        x, y = self._snapped(left), self._snapped(rect.top())
        return QRectF(x, y, self._snapped(left + rect.width()) - x, self._snapped(rect.bottom()) - y)

    def fill(self, rect: QRectF, colour: QColor | str) -> None:
        self.painter.fillRect(self.place(rect), QColor(colour))

    def frame(self, rect: QRectF, colour: QColor | str, thick: int = 1) -> None:
        """Draw a frame inside a place, edge by edge, so that it is as sharp as a filled rectangle."""
        place, ink = self.place(rect), QColor(colour)
        dot = max(1.0, round(thick * self._dots)) / self._dots
        for edge in (
            QRectF(place.left(), place.top(), place.width(), dot),
            QRectF(place.left(), place.bottom() - dot, place.width(), dot),
            QRectF(place.left(), place.top(), dot, place.height()),
            QRectF(place.right() - dot, place.top(), dot, place.height()),
        ):
            self.painter.fillRect(edge, ink)

    def disc(self, x: float, y: float, radius: float, colour: QColor | str, *, hollow: bool = False) -> None:
        centre = self.place(QRectF(x, y, 0, 0)).topLeft()
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(QColor(colour), 1.6))
        self.painter.setBrush(QColor(self.look.colours.paper) if hollow else QColor(colour))
        self.painter.drawEllipse(centre, radius, radius)
        self.painter.restore()

    def polyline(self, points: Sequence[tuple[float, float]], colour: QColor | str) -> None:
        places = [self.place(QRectF(x, y, 0, 0)).topLeft() for x, y in points]
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(QColor(colour), 1.8))
        self.painter.drawPolyline(QPolygonF([QPointF(place) for place in places]))
        self.painter.restore()

    def text(
        self,
        rect: QRectF,
        text: str,
        side: Side = "start",
        *,
        small: bool = False,
        bold: bool = False,
        colour: QColor | str = "",
        own_way: bool = False,
    ) -> None:
        """Write one line, cut to its place; `own_way` is for names, which run as their letters do."""
        font = QFont(self.look.small if small else self.look.font)
        font.setBold(bold)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        left = (side == "start") != self.look.rtl
        flag = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        if side == "centre":
            flag = Qt.AlignmentFlag.AlignHCenter
        window = Qt.LayoutDirection.RightToLeft if self.look.rtl else Qt.LayoutDirection.LeftToRight
        painter = self.painter
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(colour or self.look.colours.ink))
        painter.setLayoutDirection(text_direction(text) if own_way else window)
        flags = flag | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.place(rect), int(flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), shown)
        painter.restore()


def isolated(text: str) -> str:
    """Return a text that keeps its order inside a line that runs the other way."""
    return f"\u2068{text}\u2069"
