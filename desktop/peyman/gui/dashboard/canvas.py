"""What charts are painted on and with, and what every chart can do.

Lengths are pixels counted from the leading side: a chart in Persian is the same chart, mirrored, and only `Canvas`
knows of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
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
        rtl = text_direction(text) == Qt.LayoutDirection.RightToLeft if own_way else self.look.rtl
        left = (side == "start") != self.look.rtl
        where: Side = "centre" if side == "centre" else "start" if left else "end"
        self.write(self.place(rect), shown, font, where, QColor(colour or self.look.colours.ink), rtl=rtl)

    def write(self, place: QRectF, text: str, font: QFont, side: Side, colour: QColor, *, rtl: bool) -> None:
        """Write a line at a place of the device; here "start" is the left."""
        flag = {"start": Qt.AlignmentFlag.AlignLeft, "end": Qt.AlignmentFlag.AlignRight,
                "centre": Qt.AlignmentFlag.AlignHCenter}[side]  # fmt: skip
        flags = flag | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self.painter.save()
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.painter.drawText(place, int(flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), text)
        self.painter.restore()

    def move_down(self, by: float) -> None:
        """Let all that is painted from now on stand so much lower."""
        self.painter.translate(0, by)


class Drawing(Canvas):
    """Writes SVG instead: each text as one, anchored where it begins, so that it fits in whatever font it is shown."""

    def __init__(self, look: Look, width: float, height: float) -> None:
        self.look = look
        self.width = width
        self._height = height
        self._dots = 1.0
        self._down = 0.0
        self._parts: list[str] = []

    def svg(self, title: str, description: str) -> str:
        """Return what was drawn."""
        size = f'width="{self.width:g}" height="{self._height:g}" viewBox="0 0 {self.width:g} {self._height:g}"'
        family = escape(", ".join([*(f"'{name}'" for name in self.look.font.families()), "sans-serif"]))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} font-family="{family}">\n'
            f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n"
            + "\n".join(self._parts)
            + "\n</svg>\n"
        )

    def move_down(self, by: float) -> None:
        self._down += by

    def place(self, rect: QRectF) -> QRectF:
        return super().place(rect).translated(0, self._down)

    def fill(self, rect: QRectF, colour: QColor | str) -> None:
        self._rect(self.place(rect), f'fill="{QColor(colour).name()}"')

    def frame(self, rect: QRectF, colour: QColor | str, thick: int = 1) -> None:
        inner = self.place(rect).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        self._rect(inner, f'fill="none" stroke="{QColor(colour).name()}" stroke-width="{thick}"')

    def _rect(self, place: QRectF, look: str) -> None:
        numbers = f'x="{place.x():g}" y="{place.y():g}" width="{place.width():g}" height="{place.height():g}"'
        self._parts.append(f"<rect {numbers} {look}/>")

    def disc(self, x: float, y: float, radius: float, colour: QColor | str, *, hollow: bool = False) -> None:
        centre, ink = self.place(QRectF(x, y, 0, 0)).topLeft(), QColor(colour).name()
        inside = self.look.colours.paper if hollow else ink
        self._parts.append(
            f'<circle cx="{centre.x():g}" cy="{centre.y():g}" r="{radius:g}" fill="{inside}" stroke="{ink}"'
            ' stroke-width="1.6"/>'
        )

    def polyline(self, points: Sequence[tuple[float, float]], colour: QColor | str) -> None:
        places = [self.place(QRectF(x, y, 0, 0)).topLeft() for x, y in points]
        told = " ".join(f"{place.x():g},{place.y():g}" for place in places)
        ink = QColor(colour).name()
        self._parts.append(f'<polyline points="{told}" fill="none" stroke="{ink}" stroke-width="1.8"/>')

    def write(self, place: QRectF, text: str, font: QFont, side: Side, colour: QColor, *, rtl: bool) -> None:
        if not text:
            return
        metrics = QFontMetricsF(font)
        base = place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent()
        x = {"start": place.left(), "end": place.right(), "centre": place.center().x()}[side]
        anchor = {"start": "start", "end": "end", "centre": "middle"}[side]
        bold = ' font-weight="bold"' if font.bold() else ""
        # Isolated, it runs its own way; the attribute `direction` would turn the anchors round, but not for everybody.
        shown = f"\u2067{text}\u2069" if rtl else text
        self._parts.append(
            f'<text x="{x:g}" y="{base:.1f}" text-anchor="{anchor}" font-size="{font.pixelSize()}"{bold}'
            f' fill="{colour.name()}">{escape(shown)}</text>'
        )


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into lines of at most this width, between words."""
    metrics, lines = QFontMetricsF(font), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
