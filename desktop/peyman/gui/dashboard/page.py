"""The dashboard as a page: measured in the background, one chart at a time, all of it reached by keys and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.catalogues import Phrases
from peyman.core.errors import PeymanError
from peyman.core.feedback import sheet_of
from peyman.core.project import Project
from peyman.gui.dashboard.figures import ABOUT_ALL, ABOUT_LAYER, SECTIONS, Figures, Measured, say
from peyman.gui.dashboard.measuring import Place as Listed
from peyman.gui.dashboard.measuring import measure, read_places
from peyman.gui.dashboard.saving import Chart, Page, write_chart, write_report
from peyman.gui.dashboard.view import ChartView, look_of
from peyman.gui.fields import FileChooser, documents_folder
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import display
from peyman.gui.kwic import Row, RowView
from peyman.gui.message_bar import Notice
from peyman.gui.naming import Namer
from peyman.gui.pages import Place
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.theme import Theme
from peyman.gui.wording import moment, percent
from peyman.sheets import give_sheet

EXAMPLES_HEIGHT = 190  # pixels, to begin with


class DashboardPage(QWidget):
    """A page of the window (see `gui.pages.Page`).

    Signals:
        place_wanted(Place): show this example in its article.
        said(str): something for the status line.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,  # noqa: ARG002 - every page is made so
        theme: Theme,
        language: Language,
        tasks: Tasks,
        *,
        chooser: FileChooser | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._language = language
        self._tasks = tasks
        self._chooser = chooser or FileChooser()
        self._task: Task | None = None  # measuring
        self._errand: Task | None = None  # reading examples, writing files
        self._measured: Measured | None = None
        self._stale = True
        self._at = ""  # when it was measured
        self._places: list[Listed] = []
        self.measure_button, self.feedback_button = QPushButton(), QPushButton()
        self.export_button, self.report_button = QPushButton(), QPushButton()
        self.whose, self.layer = QComboBox(), QComboBox()
        self.sections = QListWidget()
        self.chart = ChartView(theme, language)
        self.area = QScrollArea()
        self.examples = RowView()
        self.notice = Notice()
        self._title, self._state, self._note, self._of_cell = QLabel(), QLabel(), QLabel(), QLabel()
        self._empty = QLabel()
        self._pane = QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        for label in (self._state, self._note, self._empty):
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
        self._of_cell.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        for button in (self.measure_button, self.feedback_button, self.export_button, self.report_button):
            head.addWidget(button)
        choices = QGridLayout()
        for number, box in enumerate((self.whose, self.layer)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(20)
            choices.addWidget(box, 0, number)
        choices.setColumnStretch(2, 1)
        self.area.setWidget(self.chart)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setBackgroundRole(QPalette.ColorRole.Base)
        shown = QWidget()
        above = QVBoxLayout(shown)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._empty)
        above.addWidget(self.area, 1)
        above.addWidget(self._note)
        below = QVBoxLayout(self._pane)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(self._of_cell)
        below.addWidget(self.examples, 1)
        self._pane.hide()
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(shown)
        self._down.addWidget(self._pane)
        self._down.setStretchFactor(0, 1)
        self._down.setChildrenCollapsible(False)
        self.sections.setSpacing(2)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = QSplitter()
        across.addWidget(self.sections)
        across.addWidget(self._down)
        across.setStretchFactor(1, 1)
        across.setSizes([170, 800])
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.addLayout(head)
        column.addLayout(choices)
        column.addWidget(self.notice)
        column.addWidget(across, 1)

    def _connect(self) -> None:
        self.measure_button.clicked.connect(self._measure_or_stop)
        self.feedback_button.clicked.connect(self.give_feedback)
        self.export_button.clicked.connect(self.export)
        self.report_button.clicked.connect(self.report)
        self.whose.currentIndexChanged.connect(self._show)
        self.layer.currentIndexChanged.connect(self._show)
        self.sections.currentRowChanged.connect(self._show)
        self.chart.chosen.connect(self._list_examples)
        self.chart.moved.connect(self._keep_in_view)
        self.examples.chosen.connect(self._jump)
        self._session.edited.connect(lambda _edit: self._grow_old())
        self._session.project_edited.connect(self._grow_old)

    # What the window asks --------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        """Measure, if something changed since; take the focus."""
        if self._stale and self._task is None:
            self.measure()
        if not self.examples.hasFocus():
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        for task in (self._task, self._errand):
            if task is not None:
                task.silence()
                task.cancel()
        self._task = self._errand = None

    def act(self, action_id: str) -> None:
        doing: dict[str, Callable[[], object]] = {
            "dashboard.measure": self._measure_or_stop,
            "dashboard.whose": partial(self._turn, self.whose),
            "dashboard.layer": partial(self._turn, self.layer),
            "dashboard.export": self.export,
            "dashboard.report": self.report,
            "dashboard.feedback": self.give_feedback,
            "dashboard.back": self._back,
        }
        doing[action_id]()

    def _turn(self, box: QComboBox) -> None:
        if box.isEnabled() and box.count():
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())

    def _back(self) -> None:
        """One step outwards: from the examples to the chart, from there to the list; then stop measuring."""
        if self._pane.isVisible():
            self._pane.hide()
            self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.sections.hasFocus():
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._task is not None:
            self._measure_or_stop()

    # Measuring -------------------------------------------------------------------------------------------------

    def _grow_old(self) -> None:
        self._stale = True
        self._say_state()

    def _measure_or_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.measure()

    def measure(self) -> None:
        """Measure all anew, in the background; what was measured before shows meanwhile."""
        self._stale = False
        self._task = self._tasks.run(
            measure,
            self._session.project.path,
            on_done=self._take,
            on_error=self._failed,
            on_progress=self._show_progress,
            on_cancelled=self._cancelled,
        )
        self._say_state()

    def _take(self, measured: Measured) -> None:
        self._task = None
        first = self._measured is None
        self._measured = measured
        self._at = moment(round(datetime.now().astimezone().timestamp() * 1000), self._language.code)
        self.notice.hush()
        self._fill_boxes()
        if first and not measured.report.between.documents and measured.report.gold:
            self.whose.setCurrentIndex(1)
        self._show()
        self._say_state()

    def _failed(self, error: PeymanError) -> None:
        self._task = None
        self._stale = True
        self.notice.say("error", word(error))
        self._say_state()

    def _cancelled(self) -> None:
        self._task = None
        self._stale = True
        self._say_state()

    def _show_progress(self, progress: Progress) -> None:
        if progress.total and self._task is not None:
            share = percent(progress.done / progress.total)
            self._state.setText(self.tr("Measuring… {share}").format(share=share))

    def _say_state(self) -> None:
        if self._task is not None:
            self._state.setText(self.tr("Measuring…"))
        elif self._measured is None:
            self._state.setText(self.tr("Nothing is measured yet."))
        else:
            between = self._measured.report.between
            said = self.tr("{articles} articles of several annotators · measured {when}")
            told = said.format(articles=self._language.digits(between.documents), when=f"\u2068{self._at}\u2069")
            stale = " · " + self.tr("something changed since") if self._stale else ""
            self._state.setText(told + stale)
        measure_text = self.tr("Stop") if self._task is not None else self.tr("Measure again")
        self.measure_button.setText(measure_text)
        self.measure_button.setToolTip(f"{measure_text} ({display('F5', self._language.code)})")
        for button in (self.export_button, self.report_button):
            button.setEnabled(self._measured is not None)

    # Showing ---------------------------------------------------------------------------------------------------

    def _fill_boxes(self) -> None:
        """Offer whose findings and which layers there are; what was chosen stays chosen while it is."""
        if self._measured is None:
            return
        against = self.tr("{annotator} against gold")
        whose = [(self.tr("Annotators with one another"), "")]
        people = [one.annotator for one in self._measured.report.gold]
        whose += [(against.format(annotator=f"\u2068{name}\u2069"), name) for name in people]
        found = (*self._measured.report.between.layers, *(
            layer for one in self._measured.report.gold for layer in one.findings.layers
        ))  # fmt: skip
        there = dict.fromkeys(one.layer for one in found)
        namer = Namer(self._session.project.schema, self._language.code)
        layers = [(namer.layer(name), name) for name in there]
        for box, entries in ((self.whose, whose), (self.layer, layers)):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for words, key in entries:
                    box.addItem(words, key)
                box.setCurrentIndex(max(0, box.findData(chosen)))

    @property
    def section(self) -> str:
        return list(SECTIONS)[max(self.sections.currentRow(), 0)]

    @property
    def _chosen(self) -> tuple[str, str]:
        return str(self.layer.currentData() or ""), str(self.whose.currentData() or "")

    @property
    def figures(self) -> Figures | None:
        """What makes the charts; None before anything is measured."""
        if self._measured is None:
            return None
        return Figures(self._measured, self._session.project.schema, self._language)

    def _show(self) -> None:
        figures, section = self.figures, self.section
        self._pane.hide()
        self.layer.setEnabled(section in ABOUT_LAYER)
        self.whose.setEnabled(section not in ABOUT_ALL)
        self.feedback_button.setVisible(bool(self._chosen[1]) and section not in ABOUT_ALL)
        if figures is None:
            self.chart.show_figure(None, "")
            self.area.hide()
            self._empty.setText("" if self._task else self.tr("Nothing is measured yet."))
            return
        figure = figures.figure(section, *self._chosen)
        compared = figures.findings(self._chosen[1]).documents or section in ABOUT_ALL
        there = bool(figure.rows and compared)
        self.chart.show_figure(figure if there else None, figures.title(section, *self._chosen))
        self.area.setVisible(there)
        self._empty.setVisible(not there)
        self._empty.setText(self._why_nothing(section))
        self._note.setText(figure.note if there else "")
        self._note.setVisible(bool(self._note.text()))
        self.area.verticalScrollBar().setValue(0)

    def _why_nothing(self, section: str) -> str:
        if section in ("progress", "pace"):
            return self.tr("Nobody has worked on an article yet, as far as this file knows.")
        if section == "gold":
            return self.tr("No article has both a finished gold and an annotator who finished it.")
        return self.tr("No article was finished by two annotators. Merge what they hand in; unfinished articles do not"
                       " count.")  # fmt: skip

    def _keep_in_view(self, rect: QRectF) -> None:
        centre = rect.center().toPoint()
        self.area.ensureVisible(centre.x(), centre.y(), round(rect.width() / 2) + 4, round(rect.height() / 2) + 4)

    # Examples --------------------------------------------------------------------------------------------------

    def _list_examples(self, one: str, other: str) -> None:
        """List the places of a confusion; of a pair of annotators or other figures there is nothing to list."""
        figures = self.figures
        if figures is None or self.section != "confusion" or self._errand is not None:
            return
        layer, whose = self._chosen
        confusion = figures.confusions(layer, whose).get((one, other))
        examples = confusion.examples if confusion else ()
        spot = self.chart.spots[self.chart.current]
        if not examples:
            self.said.emit(self.tr("There is nothing to list here: {cell}").format(cell=spot.words))
            return
        self._errand = self._tasks.run(
            read_places,
            self._session.project.path,
            examples,
            bool(whose),
            on_done=partial(self._show_places, spot.words, layer, (one, other)),
            on_error=self._not_done,
        )

    def _show_places(self, words: str, layer_id: str, labels: tuple[str, str], places: list[Listed]) -> None:
        self._errand = None
        self._places = places
        self.examples.rows.show([self._row(place, layer_id, labels) for place in places])
        listed = self.tr("{cell} · {count} listed").format(cell=words, count=self._language.digits(len(places)))
        self._of_cell.setText(listed)
        self._pane.show()
        height = self._down.height()
        self._down.setSizes([max(height - EXAMPLES_HEIGHT, height // 2), EXAMPLES_HEIGHT])
        if places:
            self.examples.go_to(0)
        self.examples.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: Listed, layer_id: str, labels: tuple[str, str]) -> Row:
        """Return a line of the list; it says who has which label, or, where that is the same, which words."""
        namer = Namer(self._session.project.schema, self._language.code)
        names = [namer.label(layer_id, label) or "–" for label in labels]
        if labels[0] == labels[1]:
            names = [f"«{' '.join(quote.split())}»" for quote in place.example.quotes]
        said = zip(place.example.annotators, names, strict=True)
        told = [f"\u2068{who}: \u2068{name}\u2069\u2069" for who, name in said]
        colour = next((namer.colour(layer_id, label) for label in labels if label), "")
        return Row(place.excerpt, " · ".join(told), colour)

    def _jump(self, number: int) -> None:
        place = self._places[number]
        at = place.excerpt
        self.place_wanted.emit(Place(at.document_number, at.start, at.end, place.set_number))

    # Files -----------------------------------------------------------------------------------------------------

    def _start(self, what: str, ending: str) -> Path:
        return documents_folder() / f"{self._session.project.path.stem} - {what}{ending}"

    def export(self) -> None:
        """Ask for a file and write the chart in view as a picture or a table."""
        figures = self.figures
        if figures is None or self.chart.figure is None or self._errand is not None:
            return
        title = figures.title(self.section, *self._chosen)
        kinds = ";;".join((
            f"{self.tr('Picture')} (*.png)", f"{self.tr('Drawing')} (*.svg)", f"{self.tr('Table')} (*.csv)",
            f"{self.tr('Spreadsheet')} (*.xlsx)",
        ))  # fmt: skip
        start = self._start(say(SECTIONS[self.section]), ".png")
        out = self._chooser.new_file(self, self.tr("Write the chart"), start, kinds)
        if out is not None:
            chart = Chart(title, self.chart.figure)
            look = look_of("light", self.font(), self._language)
            self._write(out, lambda _progress, path: write_chart(path, out, chart, look))

    def report(self) -> None:
        """Ask for a file and write all charts with their tables as one page."""
        figures = self.figures
        if figures is None or self._measured is None or self._errand is not None:
            return
        kinds = f"{self.tr('Page')} (*.html)"
        start = self._start(self.tr("Agreement report"), ".html")
        out = self._chooser.new_file(self, self.tr("Write the report"), start, kinds)
        if out is None:
            return
        makers = [partial(_chart, figures, *which) for which in self._all_charts(self._measured)]
        page = Page(
            self._language.code,
            self.tr("Agreement of the annotators: {project}").format(project=self._session.project.path.stem),
            self._state.text(),
            self.tr("The same as a table"),
        )
        look = look_of("light", self.font(), self._language)
        self._write(out, lambda progress, path: write_report(progress, path, out, makers, look, page))

    @staticmethod
    def _all_charts(measured: Measured) -> Iterator[tuple[str, str, str]]:
        """Yield section, layer and whose findings of every chart."""
        found = [("", measured.report.between)] if measured.report.between.documents else []
        found += [(one.annotator, one.findings) for one in measured.report.gold]
        for section in SECTIONS:
            for whose, findings in found if section not in ABOUT_ALL else found[:1] or [("", measured.report.between)]:
                for layer in [one.layer for one in findings.layers] if section in ABOUT_LAYER else [""]:
                    yield section, layer, whose if section not in ABOUT_ALL else ""

    def give_feedback(self) -> None:
        """Ask for a file and write the feedback sheet of the annotator in view."""
        annotator = self._chosen[1]
        if not annotator or self._errand is not None:
            return
        kinds = ";;".join((
            f"{self.tr('Page')} (*.html)", f"{self.tr('Sheet for the window')} (*.json)",
            f"{self.tr('The annotator’s own file')} (*.peyman)",
        ))  # fmt: skip
        start = self._start(annotator, ".html")
        out = self._chooser.new_file(self, self.tr("Write the feedback sheet"), start, kinds)
        if out is None:
            return
        phrases = Phrases(self._language.code, QCoreApplication.translate, self._language.digits)
        self._write(out, lambda progress, path: _give(progress, path, annotator, out, phrases))

    def _write(self, out: Path, work: Callable[[Progress, Path], object]) -> None:
        self.notice.say("info", self.tr("Writing…"))
        self._errand = self._tasks.run(
            work,
            self._session.project.path,
            on_done=lambda _: self._done(out),
            on_error=self._not_done,
        )

    def _done(self, out: Path) -> None:
        self._errand = None
        told = self.tr("Written to {path}.").format(path=f"\u2066{out}\u2069")
        self.notice.say("done", told)
        self.said.emit(told)

    def _not_done(self, error: PeymanError) -> None:
        self._errand = None
        self.notice.say("error", word(error))

    # Words -----------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        code = self._language.code
        self._title.setText(self.tr("Dashboard"))
        for button, text, key in (
            (self.feedback_button, self.tr("Feedback sheet…"), "F"),
            (self.export_button, self.tr("Chart as a file…"), "E"),
            (self.report_button, self.tr("Report…"), "R"),
        ):
            button.setText(text)
            button.setToolTip(f"{text} ({display(key, code)})")
        self.whose.setAccessibleName(self.tr("Whose annotations are compared"))
        self.whose.setToolTip(f"{self.whose.accessibleName()} ({display('W', code)})")
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(f"{self.layer.accessibleName()} ({display('L', code)})")
        self.sections.setAccessibleName(self.tr("What to show"))
        self.examples.setAccessibleName(self.tr("Examples"))
        row = max(self.sections.currentRow(), 0)
        with QSignalBlocker(self.sections):
            self.sections.clear()
            self.sections.addItems([say(title) for title in SECTIONS.values()])
            self.sections.setCurrentRow(row)
        self._fill_boxes()
        self._say_state()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _chart(figures: Figures, section: str, layer: str, whose: str) -> Chart:
    return Chart(figures.title(section, layer, whose), figures.figure(section, layer, whose))


def _give(progress: Progress, path: Path, annotator: str, out: Path, phrases: Phrases) -> None:
    with Project.open(path, read_only=True) as project:
        sheet = sheet_of(project, annotator, progress.reach)
        try:
            give_sheet(project, sheet, out, phrases, moment(sheet.at, phrases.language))
        except OSError as error:
            raise exchange.worded(error, out) from error
