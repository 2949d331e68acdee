"""Paints the article: what `layout` has placed, in the colours of `appearance`. Decides nothing else.

The text is painted plain and in one colour. All else is painted under it or beside it, and never as a
character format, because any format, even of the background alone, splits ligatures and moves the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from math import ceil
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText, QTransform

from peyman.core.model import Extent

from .appearance import Appearance, Look, Shades, dim_shades, families_for, mixed, shades
from .lanes import Interval, LaneSizes, Mark, Piece
from .layout import Column
from .lines import Line

HIT, HIT_AT_HAND = 0.16, 0.45  # how much of the cursor's colour lies behind the hits of a search


@dataclass
class Scene:
    """What stands out at the moment, besides the spans themselves.

    Attributes:
        found: the hits of a search, in order; `current` is the one at hand.
        handled: the extent of the selected span; while an end of it is `dragged`, with that end moved.
    """

    selection: Extent | None = None
    found: Sequence[Extent] = ()
    current: Extent | None = None
    cursor: Extent | None = None
    selected: UUID | None = None
    handled: Extent | None = None
    dragged: bool = False
    active: bool = True  # whether keys go to the article
    focus: Extent | None = None  # paragraphs that stand out from all others
    roles: Mapping[UUID, str] = field(default_factory=dict)
    hints: Mapping[UUID, str] = field(default_factory=dict)


class Letters(NamedTuple):
    """A short text, shaped once: a chip's, a role's or a hint's."""

    text: QStaticText
    font: QFont
    width: float
    ascent: float


class Shown(NamedTuple):
    """A mark to paint, and what of the scene concerns it."""

    mark: Mark
    look: Look
    chosen: bool  # it is of the selected span
    role: bool  # it is of a span that fills a role
    covered: bool  # a hint or a role's name lies over its chip

    @property
    def stands_out(self) -> bool:
        return self.chosen or self.role


class Row(NamedTuple):
    """A line to paint.

    Attributes:
        top: of its block, in the column.
        dim: whether it steps back, because a paragraph stands out that it does not belong to.
        marks: of the spans on it, inner before outer.
    """

    top: float
    line: Line
    dim: bool
    marks: list[Shown]


class Painter:
    """Paints a column; remembers shaped chip texts and derived colours.

    Attributes:
        sizes: the heights of lanes that go with these letters and bars.
    """

    def __init__(self, appearance: Appearance, em: float) -> None:
        self.appearance = appearance
        self._em = em
        self._bar = max(2.0, round(em / 10))
        self._chip_size = max(8.5, 0.62 * em)
        self._pad = round(0.4 * self._chip_size)
        self._radius = max(2.0, round(em / 7))
        self.sizes = LaneSizes(
            bar=self._bar + 1, chip=ceil(self._bar + 1.2 * self._chip_size), gap=max(2.0, round(em / 8))
        )
        self._letters: dict[tuple[str, float, bool], Letters] = {}
        self._shades: dict[tuple[int, bool], Shades] = {}
        self._dim_ink = appearance.dim_ink
        self._chips: dict[tuple[str, float, int, int, bool, float], QPixmap] = {}

    def chip_width(self, text: str) -> float:
        """Return the width of a chip in pixels; 0 without a text."""
        return ceil(self._shaped(text, self._chip_size).width) + 2 * self._pad if text else 0.0

    def _shaped(self, text: str, size: float, bold: bool = False) -> Letters:
        found = self._letters.get((text, size, bold))
        if found is None:
            font = QFont()
            font.setFamilies(families_for(self.appearance.families, "".join(sorted(set(text)))))
            font.setPointSizeF(size / self._em * self.appearance.point_size)
            font.setBold(bold)
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(QTransform(), font)
            metrics = QFontMetricsF(font)
            found = Letters(static, font, metrics.horizontalAdvance(text), metrics.ascent())
            self._letters[text, size, bold] = found
        return found

    def _of(self, look: Look, dim: bool = False) -> Shades:
        key = look.colour.rgba(), dim
        found = self._shades.get(key)
        if found is None:
            found = self._shades[key] = (dim_shades if dim else shades)(look.colour, self.appearance)
        return found

    def paint(
        self, painter: QPainter, column: Column, looks: Mapping[UUID, Look], scene: Scene, strip: Interval
    ) -> None:
        """Paint what shows in a horizontal strip of the column (its top and bottom), on bare paper."""
        rows = list(_rows(column, looks, scene, strip))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rtl = column.typeface.rtl
        commitment = looks.get(scene.selected) if scene.selected and scene.roles else None
        for row in rows:
            self._paint_tints(painter, row, commitment, rtl)
        for row in rows:
            if scene.selection or scene.dragged or scene.found:
                self._paint_extents(painter, row, looks, scene)
            self._paint_lanes(painter, row, rtl)
        for row in rows:
            line = row.line
            painter.setPen(self._dim_ink if row.dim else self.appearance.ink)
            line.text_line.draw(painter, QPointF(0, row.top + line.baseline - line.text_line.ascent()))
        painter.setPen(Qt.PenStyle.NoPen)
        if scene.focus:
            self._paint_margin(painter, [row for row in rows if not row.dim], column)
        if scene.selected and scene.handled:
            self._paint_handles(painter, column, scene.handled, self._of(looks[scene.selected]))
        for row in rows:
            if scene.cursor:
                self._paint_cursor(painter, row, scene.cursor, scene.active)
            if scene.roles or scene.hints:
                self._paint_roles_and_hints(painter, row, looks, scene, column)

    # Under the text

    def _paint_tints(self, painter: QPainter, row: Row, commitment: Look | None, rtl: bool) -> None:
        top = row.top + row.line.cap
        for mark, colour, bottom in self._tints(row, commitment):
            painter.setBrush(colour)
            height = bottom - row.line.cap
            for left, right, open_left, open_right in mark.pieces(rtl):
                radius = min(self._radius, (right - left) / 2)
                painter.drawRoundedRect(QRectF(left, top, right - left, height), radius, radius)
                # Square where the span goes on.
                if open_left:
                    painter.drawRect(QRectF(left, top, radius, height))
                if open_right:
                    painter.drawRect(QRectF(right - radius, top, radius, height))

    def _tints(self, row: Row, commitment: Look | None) -> Iterator[tuple[Mark, QColor, float]]:
        """Yield what lies behind the text, from below, with the colour and the lower edge of each.

        A commitment reaches down to its bar. One that stands out lies over all others, but only behind the text:
        between text and bar there may be chips of others. `commitment` is how the one looks whose roles show.
        """
        line, dim = row.line, row.dim
        washes = [shown for shown in reversed(row.marks) if shown.mark.item.wash]
        if not dim:
            for shown in washes:
                yield shown.mark, self._of(shown.look).wash, line.lanes[shown.mark.lane]
        for shown in washes:
            if shown.stands_out:
                yield shown.mark, self._tint_standing_out(shown, commitment), line.foot
        for shown in reversed(row.marks):
            if shown.mark.item.wash:
                continue
            if shown.stands_out:
                yield shown.mark, self._tint_standing_out(shown, commitment), line.foot
            elif not dim and shown.look.style != "offer":  # only what is annotated is tinted
                yield shown.mark, self._of(shown.look).tint, line.foot

    def _tint_standing_out(self, shown: Shown, commitment: Look | None) -> QColor:
        """Return what lies behind the selected span, or behind one that fills a role of the selected commitment."""
        colours = self._of(shown.look)
        colour = colours.wash if shown.mark.item.wash else colours.tint
        if shown.chosen:
            return mixed(colour, colours.bar, 0.12)
        return mixed(colour, self._of(commitment).bar if commitment else colours.bar, 0.2)

    def _paint_extents(self, painter: QPainter, row: Row, looks: Mapping[UUID, Look], scene: Scene) -> None:
        """Paint hits, the selection, and where the selected span would be if the end being dragged were let go."""
        top, line = row.top, row.line
        first = bisect_left(scene.found, line.start, key=lambda extent: extent[1])
        for extent in takewhile(lambda extent: extent[0] < line.end, islice(scene.found, first, None)):
            self._paint_found(painter, top, line, extent, extent == scene.current)
        if scene.selection:
            for left, right in line.intervals(*scene.selection):
                box = QRectF(left, top + line.cap, right - left, line.foot - line.cap)
                painter.setBrush(self.appearance.selection)
                painter.drawRect(box)
                self._paint_frame(painter, box)
        if scene.selected and scene.handled and scene.dragged:
            colours = self._of(looks[scene.selected])
            painter.setBrush(mixed(colours.tint, colours.bar, 0.2))
            for left, right in line.intervals(*scene.handled):
                painter.drawRect(QRectF(left, top + line.cap, right - left, line.foot - line.cap))

    def _paint_found(self, painter: QPainter, top: float, line: Line, extent: Extent, current: bool) -> None:
        """Paint a hit of a search: a filled box with an edge all round, which no span has; stronger where one is."""
        look = self.appearance
        painter.setBrush(mixed(look.paper, look.cursor, HIT_AT_HAND if current else HIT))
        painter.setPen(QPen(look.cursor, max(1.0, self._em / (13 if current else 20))))
        for left, right in line.intervals(*extent):
            box = QRectF(left, top + line.cap, right - left, line.foot - line.cap)
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), self._radius, self._radius)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        """Draw a line around the selection, on whole pixels: its colour alone would be no sign."""
        left, right = round(box.left()), max(round(box.right()), round(box.left()) + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.appearance.cursor, 1))
        painter.drawRect(QRectF(left + 0.5, round(box.top()) + 0.5, right - left - 1, round(box.height()) - 1))
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_lanes(self, painter: QPainter, row: Row, rtl: bool) -> None:
        scale = painter.device().devicePixelRatio()
        lanes = row.line.lanes
        for mark, look, chosen, _role, covered in row.marks:
            colours = self._of(look, row.dim and not chosen)
            y = row.top + lanes[mark.lane]
            if mark.chip and not covered:
                box = QRectF(mark.chip[0], y, mark.chip[1] - mark.chip[0], self.sizes.chip)
                if chosen:
                    self._paint_chip(painter, box, look.chip, colours.strong, colours.strong_text, rtl, scale)
                elif look.style == "offer":
                    ink = colours.chip_text if row.dim else colours.strong
                    self._paint_chip(painter, box, look.chip, None, ink, rtl, scale)
                else:
                    self._paint_chip(painter, box, look.chip, colours.chip, colours.chip_text, rtl, scale)
            painter.setBrush(colours.bar)
            for piece in mark.pieces(rtl):
                if look.style == "offer":
                    self._dashes(painter, piece.left, piece.right, y, self._bar + chosen)
                else:
                    self._paint_bar(painter, piece, y, self._bar + chosen)
            for left, right in mark.gaps:
                self._dots(painter, left, right, y)

    def _paint_bar(self, painter: QPainter, piece: Piece, y: float, height: float) -> None:
        """Draw a bar; where the span goes on beyond the line it ends in dots."""
        left, right, dots = piece.left, piece.right, 5 * self._bar
        long = right - left > 3 * dots
        if piece.open_left and long:
            self._dots(painter, left, left + dots, y)
            left += dots
        if piece.open_right and long:
            self._dots(painter, right - dots, right, y)
            right -= dots
        painter.drawRect(QRectF(left + 0.75, y, max(right - left - 1.5, 1.0), height))

    def _dashes(self, painter: QPainter, left: float, right: float, y: float, height: float) -> None:
        """Draw the broken bar of what is only offered."""
        count = max(1, round((right - left) / (4.5 * self._bar)))
        step = (right - left) / count
        for number in range(count):
            painter.drawRect(QRectF(left + (number + 0.2) * step, y, 0.6 * step, height))

    def _dots(self, painter: QPainter, left: float, right: float, y: float) -> None:
        size = self._bar
        for number in range(int((right - left) / (2 * size))):
            painter.drawEllipse(QRectF(left + size / 2 + number * 2 * size, y, size, size))

    def _paint_chip(
        self, painter: QPainter, box: QRectF, text: str, ground: QColor | None, ink: QColor, rtl: bool, scale: float
    ) -> None:
        """Draw a chip that hangs from its bar at the span's start, and may reach beyond the bar.

        Without a ground it is empty, with a broken line around it.
        """
        key = text, box.width(), ground.rgba() if ground else 0, ink.rgba(), rtl, scale
        picture = self._chips.get(key)
        if picture is None:
            picture = self._chips[key] = self._draw_chip(box.size(), text, ground, ink, rtl, scale)
        # On whole pixels, or it would be blurred.
        painter.drawPixmap(QPointF(round(box.left() * scale) / scale, round(box.top() * scale) / scale), picture)

    def _draw_chip(
        self, size: QSizeF, text: str, ground: QColor | None, ink: QColor, rtl: bool, scale: float
    ) -> QPixmap:
        picture = QPixmap(ceil(size.width() * scale), ceil(size.height() * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        box = QRectF(QPointF(0, 0), size)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground is None:
            painter.setBrush(self.appearance.paper)
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, self._bar, -0.5, -0.5), self._radius, self._radius)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, self._radius, self._radius)
            corner = box.right() - self._radius if rtl else box.left()
            painter.drawRect(QRectF(corner, box.top(), self._radius, self._radius))
        self._write(painter, box.adjusted(0, self._bar, 0, 0), text, self._chip_size, ink)
        painter.end()
        return picture

    def _write(self, painter: QPainter, box: QRectF, text: str, size: float, ink: QColor, bold: bool = False) -> None:
        """Write a short text into the middle of a box."""
        letters = self._shaped(text, size, bold)
        painter.setPen(ink)
        painter.setFont(letters.font)
        baseline = box.center().y() + 0.29 * size
        painter.drawStaticText(QPointF(box.center().x() - letters.width / 2, baseline - letters.ascent), letters.text)
        painter.setPen(Qt.PenStyle.NoPen)

    # Over the text

    def _paint_margin(self, painter: QPainter, rows: list[Row], column: Column) -> None:
        """Draw a bar beside the paragraphs that stand out: paler letters alone would be no sign."""
        if not rows:
            return
        gap = round(0.6 * self._em)
        x = column.width + gap if column.typeface.rtl else -gap - self._bar
        top, bottom = rows[0].top + rows[0].line.cap, rows[-1].top + rows[-1].line.foot
        painter.setBrush(self.appearance.cursor)
        painter.drawRoundedRect(QRectF(x, top, self._bar, bottom - top), self._bar / 2, self._bar / 2)

    def _paint_cursor(self, painter: QPainter, row: Row, cursor: Extent, active: bool) -> None:
        top, line = row.top, row.line
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.appearance.cursor if active else self.appearance.quiet, max(1.5, self._em / 13)))
        for left, right in line.intervals(*cursor):
            box = QRectF(left, top + line.cap, right - left, line.foot - line.cap)
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 0.5), self._radius, self._radius)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_handles(self, painter: QPainter, column: Column, extent: Extent, colours: Shades) -> None:
        painter.setBrush(colours.strong)
        for edge, knob_on_top in zip(column.edges(*extent), (True, False), strict=True):
            if edge is None:
                continue
            stem = QRectF(edge.x - self._bar / 2, edge.top - 2, self._bar, edge.bottom - edge.top + 3)
            painter.drawRect(stem)
            knob = QPointF(edge.x, stem.top() if knob_on_top else stem.bottom())
            painter.drawEllipse(knob, 0.22 * self._em, 0.22 * self._em)

    def _paint_roles_and_hints(
        self, painter: QPainter, row: Row, looks: Mapping[UUID, Look], scene: Scene, column: Column
    ) -> None:
        """Paint hints and role names where the chips are; they give way to those painted before in the lane."""
        top, line = row.top, row.line
        rtl, scale = column.typeface.rtl, painter.device().devicePixelRatio()
        commitment = looks.get(scene.selected) if scene.selected else None
        taken: dict[int, float] = {}  # for each lane, up to where it is full
        starting = [mark for mark in line.marks if mark.starts]
        for mark in sorted(starting, key=lambda mark: -mark.hull[1] if rtl else mark.hull[0]):
            left, right = mark.chip or mark.hull
            start = min(right, taken.get(mark.lane, right)) if rtl else max(left, taken.get(mark.lane, left))
            y = top + line.lanes[mark.lane]
            if hint := scene.hints.get(mark.item.id, ""):
                size = 0.85 * self._em
                width = max(self._shaped(hint, size, bold=True).width + 0.5 * size, 1.15 * size)
                box = self._box_from(start, y - 2, QSizeF(width, 1.15 * size), column)
                painter.setBrush(self.appearance.cursor)
                painter.drawRoundedRect(box, self._radius, self._radius)
                self._write(painter, box, hint, size, self.appearance.paper, bold=True)
                start = taken[mark.lane] = box.left() - 1 if rtl else box.right() + 1
            if role := scene.roles.get(mark.item.id, ""):
                colours = self._of(commitment or looks[mark.item.id])
                box = self._box_from(start, y, QSizeF(self.chip_width(role), self.sizes.chip), column)
                self._paint_chip(painter, box, role, colours.strong, colours.strong_text, rtl, scale)
                taken[mark.lane] = box.left() - 1 if rtl else box.right() + 1

    def _box_from(self, start: float, y: float, size: QSizeF, column: Column) -> QRectF:
        """Return a box that begins at `start`, in reading direction, but stays inside the column."""
        left = start - size.width() if column.typeface.rtl else start
        return QRectF(QPointF(max(min(left, column.width - size.width()), 0.0), y), size)


def _rows(column: Column, looks: Mapping[UUID, Look], scene: Scene, strip: Interval) -> Iterator[Row]:
    """Yield the lines that have a share in a horizontal strip of the column."""
    plain = not (scene.selected or scene.roles or scene.hints)  # ids are slow to compare, and mostly need not be
    for at in column.numbers_between(*strip):
        block = column.blocks[at]
        dim = scene.focus is not None and not scene.focus[0] <= block.start <= scene.focus[1]
        for line in block.lines:
            if block.top + line.bottom > strip[0] and block.top + line.top < strip[1]:
                if plain:
                    marks = [Shown(mark, looks[mark.item.id], False, False, False) for mark in line.marks]
                else:
                    marks = [_shown(mark, looks, scene) for mark in line.marks]
                yield Row(block.top, line, dim, marks)


def _shown(mark: Mark, looks: Mapping[UUID, Look], scene: Scene) -> Shown:
    role = mark.item.id in scene.roles
    covered = role or mark.item.id in scene.hints
    return Shown(mark, looks[mark.item.id], mark.item.id == scene.selected, role, covered)
