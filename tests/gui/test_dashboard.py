"""The dashboard in the whole window: measured in the background, walked by keys, written to files."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.judged import PEOPLE, judged
from core.making import make_project
from gui.judging import Knows, opened
from gui.searching import rest
from gui.walking import assert_accessible
from peyman.core.agreement import agreement, panels_of
from peyman.core.findings import AgreementReport
from peyman.core.project import Project
from peyman.formats.csv_table import unguarded
from peyman.gui.dashboard.charts import HeatMap, Histogram, Intervals
from peyman.gui.dashboard.figures import ABOUT_LAYER, SECTIONS, stretches_of
from peyman.gui.dashboard.page import DashboardPage
from peyman.gui.keymap import Layout
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play
from peyman.sheets import read_sheet

FEW = 40  # resamples: the intervals are the core's business


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyman.gui.dashboard.measuring.RESAMPLES", FEW)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judged") / "news.peyman"
    judged(path).close()
    return path


@pytest.fixture(scope="module")
def report(made: Path) -> AgreementReport:
    with Project.open(made, read_only=True) as project:
        found = agreement(panels_of(project), project.schema, resamples=FEW)
    assert found is not None
    return found


@pytest.fixture
def window(qapp: QApplication, fonts: None, qtbot: QtBot, made: Path, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "news.peyman"
    shutil.copy(made, path)
    with opened(qapp, qtbot, path) as window:
        yield window


def show(window: MainWindow, qtbot: QtBot, section: str = "headline", layout: Layout = "latin") -> DashboardPage:
    """Turn to the page, wait until it has measured, and go to a section by keys."""
    play(window, "Ctrl+4", layout)
    assert window.pages is not None
    page = window.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    rest(window, qtbot)
    play(window, "Home " + "Down " * list(SECTIONS).index(section), layout)
    assert page.section == section
    return page


def report_of(page: DashboardPage) -> AgreementReport:
    assert page._measured is not None
    return page._measured.report


# What is shown --------------------------------------------------------------------------------------------------


def test_the_figures_are_those_of_the_core(window: MainWindow, qtbot: QtBot, report: AgreementReport) -> None:
    page = show(window, qtbot)
    assert report_of(page).between == report.between
    assert report_of(page).gold == report.gold
    figure = page.chart.figure
    assert isinstance(figure, Intervals)
    said = [bar.said for bar in figure.bars if not bar.group]
    entity = report.between.layer("entity")
    assert entity is not None
    value = f"{entity.scores.exact.value:.2f}".translate(str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫"))
    assert said[0].startswith(value)
    assert "تا" in said[0]
    assert all("مقاله" in bar.basis for bar in figure.bars if bar.value is not None)


def test_the_cells_of_the_confusions_add_up_to_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    figures = page.figures
    assert figures is not None
    latin = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    for whose in ("", PEOPLE[1]):
        for found in figures.findings(whose).layers:
            figure = figures.figure("confusion", found.layer, whose)
            assert isinstance(figure, HeatMap)
            shown = [cell for cells in figure.cells for cell in cells if cell is not None and cell.said != "·"]
            assert sum(int(cell.said.translate(latin)) for cell in shown) == sum(one.count for one in found.confusions)
            assert len(shown) == len(found.confusions)


def test_the_histogram_counts_every_edge(window: MainWindow, qtbot: QtBot, report: AgreementReport) -> None:
    page = show(window, qtbot, "boundaries")
    figure = page.chart.figure
    assert isinstance(figure, Histogram)
    entity = report.between.layer("entity")
    assert entity is not None
    for panel, shifts in zip(figure.panels, (entity.shifts.start, entity.shifts.end), strict=True):
        assert sum(one.count for one in panel.bins) == sum(count for tokens, count in shifts if tokens)


def test_every_section_shows_something_and_tells_it(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    for section in SECTIONS:
        assert page.section == section
        assert page.layer.isEnabled() == (section in ABOUT_LAYER)
        if section != "pace":  # all was imported, so nobody knows when it was done
            assert page.chart.figure is not None
            assert page.chart.accessibleName()
            assert page.chart.accessibleDescription()
            assert_accessible(page)
        else:
            assert page.chart.figure is None
            assert page._empty.isVisible()
        play(window, "Down")


def test_nothing_to_measure_says_so(qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path) -> None:
    make_project(tmp_path / "empty.peyman").close()
    with opened(qapp, qtbot, tmp_path / "empty.peyman") as window:
        page = show(window, qtbot)
        assert page.chart.figure is None
        assert page._empty.isVisible()
        assert page._empty.text()
        assert_accessible(page)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_other_languages_are_not_mirrored(
    qapp: QApplication, fonts: None, qtbot: QtBot, made: Path, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "news.peyman"
    shutil.copy(made, path)
    with opened(qapp, qtbot, path, language, "high_contrast") as window:
        page = show(window, qtbot, "confusion")
        assert not page.chart.look.rtl
        figure = page.chart.figure
        assert figure is not None
        assert all(cell.isascii() for row in figure.rows for cell in row[-1:])
        assert_accessible(page)


# Keys -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", get_args(Layout))
def test_from_a_cell_to_its_examples_and_on_to_the_article(
    window: MainWindow, qtbot: QtBot, report: AgreementReport, layout: Layout
) -> None:
    page = show(window, qtbot, "confusion", layout)
    page.chart.setFocus()
    figures = page.figures
    assert figures is not None
    (pair, confusion) = next((k, one) for k, one in figures.confusions("entity", "").items() if k[0] != k[1] and k[1])
    page.chart._go(next(n for n, spot in enumerate(page.chart.spots) if spot.key in (pair, pair[::-1])))
    play(window, "Enter", layout)
    rest(window, qtbot)
    assert page.examples.hasFocus()
    assert page.examples.rows.rowCount() == min(confusion.count, len(confusion.examples))
    assert_accessible(page)
    first = confusion.examples[0]
    play(window, "Enter", layout)
    assert window.session is not None
    assert window.session.document is not None
    assert window.session.document.name == first.document
    assert window.session.annotations is not None
    assert window.session.annotations.annotator == first.annotators[0]
    assert window.page is not None
    assert window.page.desk.selected is not None or window.page.desk.selection is not None
    play(window, "Ctrl+4", layout)
    play(window, "Esc", layout)
    assert page.chart.hasFocus()
    assert not page.examples.isVisible()
    play(window, "Esc", layout)
    assert page.sections.hasFocus()


def test_a_click_lists_examples_too(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot, "confusion")
    figures = page.figures
    assert figures is not None
    pair = next(k for k, one in figures.confusions("entity", "").items() if k[1] == "")
    spot = next(spot for spot in page.chart.spots if spot.key == pair)
    at = page.chart.on_screen(spot.rect).center()
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, at, page.chart.mapToGlobal(at), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page.chart, event)
    rest(window, qtbot)
    assert page.examples.rows.rowCount() > 0


def test_arrows_move_as_the_window_runs(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot, "confusion")
    page.chart.setFocus()
    play(window, "Home")
    start = page.chart.on_screen(page.chart.spots[page.chart.current].rect)
    play(window, "Left")
    moved = page.chart.on_screen(page.chart.spots[page.chart.current].rect)
    assert moved.right() <= start.left() + 1
    assert page.chart.accessibleDescription() == page.chart.spots[page.chart.current].words


def test_whose_and_layer_are_chosen_by_letters(window: MainWindow, qtbot: QtBot, report: AgreementReport) -> None:
    page = show(window, qtbot, "labels")
    assert not page.feedback_button.isVisible()
    play(window, "W")
    assert page.whose.currentData() == report.gold[0].annotator
    assert page.feedback_button.isVisible()
    figure = page.chart.figure
    assert isinstance(figure, Intervals)
    gold = report.gold[0].findings.layer("entity")
    assert gold is not None
    assert [bar.value for bar in figure.bars] == [one.exact.value for one in (*gold.super_types, *gold.labels)]
    play(window, "L")
    assert page.layer.currentData() == "commitment"
    play(window, "W " * len(report.gold))
    assert page.whose.currentData() == ""


# When it is measured --------------------------------------------------------------------------------------------


def test_it_is_measured_once_until_something_changes(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    first = page._measured
    play(window, "Ctrl+1 Ctrl+4")
    rest(window, qtbot)
    assert page._measured is first
    assert window.session is not None
    session = window.session
    session.project.work_as("تازه")
    session.show_document(1)
    session.show_own()
    assert session.document is not None
    assert session.perform(session.editor().add_span("entity", "PER", 0, 5))
    assert "تغییر" in page._state.text()
    assert page._measured is first
    play(window, "F5")
    rest(window, qtbot)
    assert page._measured is not first
    assert "تغییر" not in page._state.text()


def test_measuring_can_be_stopped_and_the_project_closed_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    page = show(window, qtbot)
    first = page._measured
    page.measure()
    assert page.measure_button.text() == "توقف"
    play(window, "F5")
    rest(window, qtbot)
    assert page._measured is first
    assert page._task is None
    page.measure()
    window.close_project()
    rest(window, qtbot)


# Files ----------------------------------------------------------------------------------------------------------


def written(window: MainWindow, qtbot: QtBot, page: DashboardPage, out: Path, key: str) -> Path:
    page._chooser = Knows(out)
    play(window, key)
    rest(window, qtbot)
    assert out.exists(), page.notice.text
    return out


def test_charts_as_drawings_pictures_and_tables(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(window, qtbot)
    for section in [section for section in SECTIONS if section != "pace"]:
        assert page.section == section
        figure = page.chart.figure
        assert figure is not None
        out = written(window, qtbot, page, tmp_path / f"{section}.svg", "E")
        drawing = ElementTree.fromstring(out.read_text(encoding="utf-8"))
        svg = "{http://www.w3.org/2000/svg}"
        assert drawing.tag == f"{svg}svg"
        assert drawing.findtext(f"{svg}title") == page.chart.accessibleName()
        picture = QImage(str(written(window, qtbot, page, tmp_path / f"{section}.png", "E")))
        assert picture.width() == 2 * round(float(drawing.attrib["viewBox"].split()[2]))
        out = written(window, qtbot, page, tmp_path / f"{section}.csv", "E")
        headings, *rows = csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig")))
        assert [unguarded(cell) for cell in headings] == list(figure.headings)
        assert [[unguarded(cell) for cell in row] for row in rows] == [list(row) for row in figure.rows]
        play(window, "Down")


def test_the_table_has_every_figure_of_the_report(window: MainWindow, qtbot: QtBot, report: AgreementReport) -> None:
    page = show(window, qtbot, "labels")
    figure = page.chart.figure
    assert figure is not None
    entity = report.between.layer("entity")
    assert entity is not None
    wanted = [
        "" if one.value is None else f"{one.value:.6g}"
        for scores in (*entity.super_types, *entity.labels)
        for one in (scores.exact, scores.relaxed, scores.unitizing, scores.precision, scores.recall)
        if one is not None
    ]
    assert [row[2] for row in figure.rows] == wanted


class Report(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.direction = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.direction = self.direction or dict(attrs).get("dir") or ""
        self.addresses += [value for name, value in attrs if name in ("src", "href") and value]


def test_the_report_holds_all_charts_and_needs_nothing_else(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, report: AgreementReport
) -> None:
    page = show(window, qtbot)
    text = written(window, qtbot, page, tmp_path / "r.html", "R").read_text(encoding="utf-8")
    parsed = Report()
    parsed.feed(text)
    assert parsed.direction == "rtl"
    assert not [address for address in parsed.addresses if not address.startswith("#")]
    charts = parsed.tags.count("svg")
    assert charts == parsed.tags.count("table") == parsed.tags.count("h2")
    several = 1 + len(report.gold)
    layers = len(report.between.layers)
    assert charts == several + layers + several * layers * 4 - _without_attributes(report) + 3
    for drawing in text.split("<svg")[1:]:
        ElementTree.fromstring("<svg" + drawing.split("</svg>")[0] + "</svg>")


def _without_attributes(report: AgreementReport) -> int:
    """Layers that have no attributes at all have no chart of them."""
    every = [report.between, *(one.findings for one in report.gold)]
    return sum(not layer.attributes for findings in every for layer in findings.layers)


def test_a_file_that_cannot_be_written_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(window, qtbot)
    for name in ("a.txt", "none/a.svg"):
        page._chooser = Knows(tmp_path / name)
        play(window, "E")
        rest(window, qtbot)
        assert page.notice.isVisible()
        assert not (tmp_path / name).exists()
    assert window.session is not None
    before = window.session.project.path.stat().st_size
    page._chooser = Knows(window.session.project.path.with_suffix(".svg").with_name("news.peyman"))
    play(window, "R")
    rest(window, qtbot)
    assert window.session.project.path.stat().st_size == before


def test_the_feedback_of_whoever_is_in_view(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(window, qtbot, "confusion")
    play(window, "F")  # of nobody: nothing happens
    assert page._errand is None
    play(window, "W")
    out = written(window, qtbot, page, tmp_path / "sheet.json", "F")
    assert window.session is not None
    window.session.project.work_as(str(page.whose.currentData()))
    sheet = read_sheet(out, window.session.project)
    assert sheet.annotator == page.whose.currentData()
    assert written(window, qtbot, page, tmp_path / "sheet.html", "F").read_text(encoding="utf-8").startswith("<!DOC")


def test_stretches_cover_every_day_once() -> None:
    first = date(2025, 3, 1)
    for length in (1, 42, 43, 300, 3000):
        found = stretches_of([first, first + timedelta(days=length - 1)])
        assert len(found) <= 42
        assert found[0][0] == first
        assert found[-1][1] >= first + timedelta(days=length - 1)
        assert all(after == last + timedelta(days=1) for (_, last), (after, _) in pairwise(found))
    assert stretches_of([]) == []
