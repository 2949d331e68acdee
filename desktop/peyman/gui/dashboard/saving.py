"""Charts as files: pictures of dots (PNG), of lines (SVG), tables (CSV), and all of them as one page (HTML)."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from peyman import exchange
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.gui.dashboard.canvas import PADDING, Canvas, Drawing, Figure, Look, wrapped
from peyman.gui.tasks import Progress
from peyman.paths import resource

WIDTH = 900  # pixels of an exported chart, or more where it needs them
DOTS = 2  # of a PNG, by pixel

MESSAGES |= {
    "chart_extension": QT_TRANSLATE_NOOP(
        "errors", "A chart is written as .png, .svg, .csv or .xlsx, and “{path}” is none of these. Give the file one of"
        " these endings."
    ),
}

_STYLE = """
body { font-family: Vazirmatn, "Segoe UI", Tahoma, sans-serif; line-height: 1.7; max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem; color: #26221c; background: #fffdf8; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.4rem; }
  svg { max-width: 100%; height: auto; direction: ltr; }
table { border-collapse: collapse; font-size: .85rem; } th, td { padding: .1rem .7rem; text-align: start;
  border-bottom: 1px solid #d8cfbf; } th, .quiet, summary { color: #6a6358; } bdi { unicode-bidi: isolate; }
"""


@dataclass(frozen=True)
class Chart:
    """A chart with the title under which it is written."""

    title: str
    figure: Figure


def write_chart(project: Path, out: Path, chart: Chart, look: Look) -> None:
    """Write one chart in the way its ending says.

    Raises:
        PeymanError: `chart_extension`, `export_…`, what `exchange.export_table` raises, or those of an `OSError`; a
            file that was there before is left as it was.
    """
    try:
        match out.suffix.lower():
            case ".svg":
                exchange.write_text(project, out, as_svg(chart, look))
            case ".png":
                exchange.check_file(project, out)
                with exchange.replacing(out) as stream:
                    stream.write(as_png(chart, look))
            case ".csv" | ".xlsx":
                exchange.export_table(project, out, chart.figure.headings, chart.figure.rows, rtl=look.rtl)
            case _:
                raise PeymanError("chart_extension", path=out)
    except OSError as error:
        raise exchange.worded(error, out) from error


def as_png(chart: Chart, look: Look) -> bytes:
    size = _size(chart, look)
    image = QImage(size * DOTS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DOTS)
    image.fill(look.colours.paper)
    painter = QPainter(image)
    _paint(Canvas(painter, look, size.width()), chart)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def as_svg(chart: Chart, look: Look) -> str:
    """Return an SVG with the chart's numbers as text in it."""
    size = _size(chart, look)
    drawing = Drawing(look, size.width(), size.height())
    drawing.fill(QRectF(0, 0, size.width(), size.height()), look.colours.paper)
    _paint(drawing, chart)
    return drawing.svg(chart.title, chart.figure.note)


def _note(chart: Chart, look: Look, width: float) -> list[str]:
    return wrapped(chart.figure.note, look.small, width - 2 * PADDING) if chart.figure.note else []


def _size(chart: Chart, look: Look) -> QSize:
    width = max(float(WIDTH), chart.figure.least_width(look))
    note = len(_note(chart, look, width)) * look.small_line
    return QSize(round(width), round(look.line + 20 + chart.figure.height(look, width) + note + PADDING))


def _paint(canvas: Canvas, chart: Chart) -> None:
    """Paint the title, the chart below it, and the note at the foot."""
    look, room = canvas.look, canvas.width - 2 * PADDING
    canvas.text(QRectF(PADDING, 10, room, look.line), chart.title, bold=True)
    canvas.move_down(look.line + 20)
    chart.figure.paint(canvas)
    canvas.move_down(chart.figure.height(look, canvas.width))
    for number, line in enumerate(_note(chart, look, canvas.width)):
        place = QRectF(PADDING, number * look.small_line, room, look.small_line)
        canvas.text(place, line, small=True, colour=look.colours.quiet)


# The report -----------------------------------------------------------------------------------------------------


def write_report(
    progress: Progress,
    project: Path,
    out: Path,
    makers: Sequence[Callable[[], Chart]],
    look: Look,
    page: Page,
) -> None:
    """Write all charts and their tables as one HTML file that needs no other.

    Raises:
        PeymanError: `export_…`, `file_irregular`, or those of an `OSError`.
    """
    progress.begin(len(makers))
    parts: list[str] = []
    for make in makers:
        chart = make()
        progress.step()
        if chart.figure.rows:
            parts.append(_part(chart, look, page.table))
    direction = "rtl" if look.rtl else "ltr"
    text = (
        f'<!DOCTYPE html>\n<html lang="{page.language}" dir="{direction}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(page.title)}</title>'
        f"<style>{_font_face()}{_STYLE}</style></head>\n<body>\n<h1>{escape(page.title)}</h1>\n"
        f'<p class="quiet">{escape(page.basis)}</p>\n{"".join(parts)}</body>\n</html>\n'
    )
    try:
        exchange.write_text(project, out, text)
    except OSError as error:
        raise exchange.worded(error, out) from error


@dataclass(frozen=True)
class Page:
    """What stands around the charts of a report; `table` heads the tables."""

    language: str
    title: str
    basis: str
    table: str


def _part(chart: Chart, look: Look, table: str) -> str:
    drawing = as_svg(chart, look)
    rows = [[f"<td><bdi>{escape(cell)}</bdi></td>" for cell in row] for row in chart.figure.rows]
    heads = "".join(f"<th>{escape(heading)}</th>" for heading in chart.figure.headings)
    body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return (
        f"<h2>{escape(chart.title)}</h2>\n{drawing}\n"
        f"<details><summary>{escape(table)}</summary><table><tr>{heads}</tr>\n{body}</table></details>\n"
    )


def _font_face() -> str:
    """The font that the drawings were laid out in, so that their texts fit everywhere."""
    data = base64.b64encode(resource("fonts", "Vazirmatn-Regular.ttf").read_bytes()).decode()
    return f'@font-face {{ font-family: Vazirmatn; src: url("data:font/ttf;base64,{data}"); }}\n'
