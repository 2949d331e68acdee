"""The laying out of charts: nothing overlaps, nothing is outside, mirrored is the same from the other side."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from peyman.core.catalogues import digits
from peyman.gui.dashboard.canvas import Canvas, Figure, Look, Spot
from peyman.gui.dashboard.charts import (
    Bar,
    Bin,
    Cell,
    Days,
    HeatMap,
    Histogram,
    Intervals,
    Panel,
    Stretch,
    Strip,
    along,
    column_heights,
    day_width,
    heat_grid,
    interval_columns,
    scale_of,
)
from peyman.gui.dashboard.saving import Chart, as_svg
from peyman.gui.dashboard.view import neighbour
from peyman.gui.theme import COLOURS, TEXT_CONTRAST, THEMES, contrast

WIDTHS = st.floats(200, 2000)


@given(WIDTHS, st.floats(0, 900), st.floats(0, 400))
def test_columns_of_intervals_stand_side_by_side(width: float, name: float, said: float) -> None:
    columns = interval_columns(width, name, said)
    order = (columns.name, columns.scale, columns.said)
    assert all(wide >= 0 for _, wide in order)
    for (start, wide), (after, _) in pairwise(order):
        assert start + wide < after
    assert columns.said[0] + columns.said[1] <= width + 1e-6 or width < 60


@given(st.lists(st.none() | st.floats(-1, 1), max_size=8))
def test_a_scale_holds_every_figure(values: list[float | None]) -> None:
    low, high = scale_of(values)
    assert high == 1.0
    assert -1.0 <= low <= 0.0
    for value in values:
        if value is not None:
            x = along(value, (low, high), 10, 100)
            assert 10 <= x <= 110
            assert x == pytest.approx(10 + 100 * (value - low) / (high - low))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12), st.floats(20, 300))
def test_columns_are_as_high_as_what_they_count(counts: list[int], room: float) -> None:
    heights = column_heights(counts, room)
    assert max(heights) <= round(room)
    for one, other in pairwise(counts):
        if one <= other:
            assert heights[counts.index(one)] <= heights[counts.index(other)]
    assert all((height > 0) == (count > 0) for count, height in zip(counts, heights, strict=True))


@given(WIDTHS, st.integers(1, 30), st.floats(0, 500))
def test_cells_of_a_heat_map_tile_without_gaps(width: float, columns: int, name: float) -> None:
    grid = heat_grid(width, columns, name, 18)
    assert 34 <= grid.wide <= 84
    assert grid.cell(2, 3).topLeft() == grid.cell(1, 2).bottomRight()
    assert grid.left > 0


@given(WIDTHS, st.integers(0, 500))
def test_days_are_never_too_thin_to_be_seen(width: float, count: int) -> None:
    assert 8 <= day_width(width, count) <= 44


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_arrows_go_where_they_point_and_reach_every_cell(rows: int, columns: int, data: st.DataObject) -> None:
    spots = [Spot(QRectF(40 * c, 26 * r, 40, 26), "", (str(r), str(c))) for r in range(rows) for c in range(columns)]
    start = data.draw(st.integers(0, len(spots) - 1))
    row, column = divmod(start, columns)
    assert neighbour(spots, start, (1, 0)) == start + (column + 1 < columns)
    assert neighbour(spots, start, (-1, 0)) == start - (column > 0)
    assert neighbour(spots, start, (0, 1)) == start + columns * (row + 1 < rows)
    assert neighbour(spots, start, (0, -1)) == start - columns * (row > 0)


def look(*, rtl: bool, theme: str = "light") -> Look:
    font = QFont("Vazirmatn")
    font.setPixelSize(14)
    return Look(COLOURS[theme], font, rtl, lambda value, decimals: digits(value, decimals, persian=rtl))  # type: ignore[index]


def cell(count: int, share: float | None = 0.0) -> Cell:
    return Cell(str(count), share, f"{count}", (str(count), ""))


FIGURES: dict[str, Figure] = {
    "intervals": Intervals("i", [
        Bar("گروه", group=True), Bar("نام", 0.5, 0.2, 0.9, 0.7, "0.50", "۳ مقاله"), Bar("x", None, said="why not"),
        Bar("full", 0.25, said="1 of 4", filled=True),
    ], ["a"], [["b"]]),
    "heat": HeatMap(
        "h", ["الف", "ب"], ["الف", "ب", "هیچ"], [[cell(1), cell(2, 1.0), cell(3, 0.5)], [None, cell(4), None]],
        ["a"], [["b"]], across="x", down="y",
    ),
    "histogram": Histogram("h", [Panel("p", [Bin("1", 4, "four"), Bin("2", 0, "none")]), Panel("q", [Bin("1", 1, "")])],
                           ["a"], [["b"]]),
    "days": Days("d", [Strip("سارا", "2", [Stretch("1 x", 2, 30, "w"), Stretch("2 x", 0, 0, "v")])], ["a"], [["b"]]),
}  # fmt: skip


def painted(figure: Figure, how: Look, width: int = 640, dots: float = 1.0) -> QImage:
    high = round(figure.height(how, width))
    image = QImage(round(width * dots), round(high * dots), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    image.fill(how.colours.paper)
    painter = QPainter(image)
    figure.paint(Canvas(painter, how, width))
    painter.end()
    return image


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("rtl", [False, True])
def test_what_can_be_asked_about_lies_inside_and_apart(fonts: None, name: str, rtl: bool) -> None:
    figure, how = FIGURES[name], look(rtl=rtl)
    for width in (400.0, 640.0, 1200.0):
        width = max(width, figure.least_width(how))
        whole = QRectF(0, 0, width, figure.height(how, width))
        spots = figure.spots(how, width)
        assert spots
        for number, spot in enumerate(spots):
            assert whole.contains(spot.rect)
            for other in spots[number + 1 :]:
                shared = spot.rect.intersected(other.rect)
                assert shared.width() * shared.height() < 1e-6


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("dots", [1.0, 1.25, 1.5, 2.0])
def test_edges_are_sharp_whatever_the_screen(fonts: None, name: str, dots: float) -> None:
    """A filled rectangle and a frame leave no dots of mixed colours."""
    how = look(rtl=True)
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    image.fill(how.colours.paper)
    painter = QPainter(image)
    canvas = Canvas(painter, how, 300 / dots)
    for number in range(5):
        canvas.fill(QRectF(3.3 + number * 21.7, 4.4, 10.15, 30.35), how.colours.accent)
        canvas.frame(QRectF(3.3 + number * 21.7, 40.4, 10.15, 20.35), how.colours.ink)
    painter.end()
    found = {image.pixelColor(x, y).name() for x in range(300) for y in range(100)}
    assert found == {how.colours.paper, how.colours.accent, how.colours.ink}
    assert painted(FIGURES[name], how, dots=dots).devicePixelRatio() == dots


def test_the_mirrored_chart_is_the_same_from_the_other_side(fonts: None) -> None:
    bare = Histogram("h", [Panel("", [Bin("", 4, ""), Bin("", 2, ""), Bin("", 1, "")])], [], [])

    def columns(image: QImage) -> set[tuple[int, int]]:
        accent = COLOURS["light"].accent
        dots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return {(x, y) for x, y in dots if image.pixelColor(x, y).name() == accent}

    there, back = columns(painted(bare, look(rtl=False))), columns(painted(bare, look(rtl=True)))
    assert there
    assert {(639 - x, y) for x, y in there} == back


class Told(Canvas):
    """Remembers in which colours it wrote, and writes nothing."""

    def text(self, rect: QRectF, text: str, side: Any = "start", **more: Any) -> None:
        self.inks = {**getattr(self, "inks", {}), text: more.get("colour") or self.look.colours.ink}


@pytest.mark.parametrize("theme", THEMES)
@given(share=st.floats(0, 1))
def test_the_number_in_a_cell_can_be_read(fonts: None, theme: str, share: float) -> None:
    how = look(rtl=False, theme=theme)
    figure = HeatMap("", ["a"], ["a"], [[Cell("8", share, "", ("a", "a"))]], [], [])
    image = QImage(640, 100, QImage.Format.Format_RGB32)
    image.fill(how.colours.paper)
    painter = QPainter(image)
    canvas = Told(painter, how, 640)
    figure.paint(canvas)
    painter.end()
    (spot,) = figure.spots(how, 640)
    ground = image.pixelColor(round(spot.rect.center().x()), round(spot.rect.center().y()))
    assert contrast(ground, QColor(canvas.inks["8"])) >= TEXT_CONTRAST


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", FIGURES)
def test_a_drawing_says_what_the_painting_says(fonts: None, name: str, rtl: bool) -> None:
    """Every text is there once, in one piece and as it is, whatever signs are in it."""
    how = look(rtl=rtl)
    chart = Chart("<ب> & \"c\" 'd'", FIGURES[name])
    root = ElementTree.fromstring(as_svg(chart, how))
    svg = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{svg}title") == chart.title
    image = QImage(640, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Told(painter, how, 900)
    chart.figure.paint(canvas)
    painter.end()
    texts = [(text.text or "").strip("\u2067\u2069") for text in root.iter(f"{svg}text")]
    assert texts[0] == chart.title
    assert set(texts[1:]) == {text for text in canvas.inks if text}
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    for rect in root.iter(f"{svg}rect"):
        x, y, wide, high = (float(rect.attrib[part]) for part in ("x", "y", "width", "height"))
        assert -1 <= x <= x + wide <= width + 1
        assert -1 <= y <= y + high <= height + 1
