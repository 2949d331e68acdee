"""Exporting: in which format, whose annotations, and what that format cannot hold, told before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.core.edits import shorten
from peyman.core.errors import MESSAGES, PeymanError
from peyman.core.schema import Schema
from peyman.exchange import ExportReport
from peyman.formats import FORMATS, Format, Loss, Options
from peyman.formats.base import LOSSES
from peyman.gui.article_picker import ArticlePicker
from peyman.gui.export_work import Holdings, holdings, plan_export, run_export
from peyman.gui.fields import FileChooser, Form, Lines, PathField, quiet, titled, towards
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.naming import Namer
from peyman.gui.option_rows import OptionRows
from peyman.gui.tasks import Tasks
from peyman.gui.wording import isolated, joined, kinds_words, tool_tip
from peyman.gui.work_dialog import OpenUrl, WorkDialog

EXAMPLE = 72  # code points
TITLE = 40


def ending_of(chosen: Format) -> str:
    """Return what the name of a file in this format usually ends in, or that of a folder of such files."""
    return f"-{chosen.name}" if chosen.write is None else chosen.extensions[0]


# The dialog -----------------------------------------------------------------------------------------------------


class ExportDialog(WorkDialog):
    """One form: format and its options, whose annotations, of which articles, file; below it what would be lost,
    which has to be agreed to, and later what was written.

    It reads the project through a connection of its own, so the window keeps its.

    Signals:
        exported(object): an ExportReport; the file is written.
    """

    exported = Signal(object)

    def __init__(
        self,
        project: Path,
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        chooser: FileChooser | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
        schema: Schema | None = None,
        document: str = "",
    ) -> None:
        """`project` is the file of a project that is open, with this schema, at this document."""
        super().__init__(tasks, language, self.tr("&Export"), parent, open_url=open_url)
        self._project = project
        self._chooser = chooser or FileChooser()
        self._document = document
        self._formats = [known for known in FORMATS if known.is_writable]
        self._holdings = Holdings()
        self._picked: frozenset[str] = frozenset()
        self._planned: ExportReport | None = None
        self._suggested: Path | None = None
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(600)
        self.resize(640, 560)
        self._make_fields(Namer(schema, language.code).layer if schema else str)
        self._lay_out()
        self.accept_button.setDefault(True)  # only now does it know its dialog
        self.format.currentIndexChanged.connect(self._choose_format)
        self.options.changed.connect(self._plan)
        self.whose.currentIndexChanged.connect(self._choose_whose)
        self.articles.activated.connect(self._choose_articles)
        self.agreed.toggled.connect(self._check)
        self.file.changed.connect(self._check)
        self.file.browse_requested.connect(self._browse)
        self._describe()
        self.look(holdings, self._project, done=self._show_holdings)

    def _make_fields(self, layer_name: Callable[[str], str]) -> None:
        self.format = QComboBox()
        for known in self._formats:
            title = QCoreApplication.translate("formats", known.title)
            self.format.addItem(self.tr("{title} ({name})").format(title=title, name=known.name), known.name)
        self.example = quiet("")
        self.example.setWordWrap(False)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.options = OptionRows(layer_name)
        self.whose = QComboBox()
        self.whose.addItem(self.tr("Everybody"), "all")
        self.articles = QComboBox()
        self.articles.addItem(self.tr("All articles"), "all")
        self.file = PathField()
        self.file_notice = Notice()
        self.losses = Lines(self.tr("What is lost"))
        self.losses.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.losses.hide()
        self.agreed = QCheckBox(self.tr("&Yes, I know that this is lost"))
        self.agreed.hide()

    def _lay_out(self) -> None:
        self._form = Form()
        for text, widget, below in (
            (self.tr("For&mat"), self.format, (self.example,)),
            (self.tr("&Annotations of"), self.whose, ()),
            (self.tr("A&rticles"), self.articles, ()),
            (self.tr("F&ile"), self.file, (self.file_notice,)),
        ):
            widget.setAccessibleName(text.replace("&", ""))
            if widget is self.whose:
                self._form.addWidget(self.options, self._form.rowCount(), 0, 1, 2)
            self._form.add_field(QLabel(text), widget, *below)
        self.file.edit.setAccessibleName(self.tr("File to write"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Export")))
        column.addLayout(self._form)
        column.addWidget(self.notice)
        column.addWidget(self.losses, 1)
        column.addWidget(self.agreed)
        column.addStretch()  # takes the room while no losses are shown
        column.addWidget(self.bar)
        column.addWidget(self.buttons)

    # What is chosen

    @property
    def _chosen(self) -> Format:
        return self._formats[self.format.currentIndex()]

    @property
    def _which(self) -> str:
        return str(self.whose.currentData())

    @property
    def _options(self) -> Options:
        wanted = {
            "all": None,
            "finished": self._holdings.finished.get(self._which, frozenset()),
            "open": frozenset({self._document}),
            "picked": self._picked,
        }
        return Options(self.options.values, documents=wanted[self.articles.currentData()])

    def _choose_format(self) -> None:
        self._describe()
        self._plan()

    def _choose_whose(self) -> None:
        self._offer_articles()
        self._plan()

    def _choose_articles(self) -> None:
        if self.articles.currentData() != "picked":
            self._plan()
            return
        picker = ArticlePicker(self._holdings.articles, self._picked, self)
        picker.accepted.connect(lambda: self._pick(picker.names))
        picker.rejected.connect(lambda: self._pick(self._picked))
        picker.open()

    def _pick(self, names: frozenset[str]) -> None:
        """Take the articles that were ticked; all there are where that is none."""
        self._picked = names
        if not names:
            self.articles.setCurrentIndex(0)
        self._offer_articles()
        self._plan()

    def _describe(self) -> None:
        self.options.show_options(self._chosen.options_for("export"))
        self.options.align_with(self._form)
        self.options.tab_after(self.format)
        self.example.setText(f"\u2066{shorten(self._chosen.example, EXAMPLE)}\u2069")
        self.example.setToolTip(tool_tip(self._chosen.example))
        self._suggest()

    def _suggest(self) -> None:
        """Name a file beside the project; of a path that the person chose, change the ending at most."""
        typed = self.file.path
        ending = ending_of(self._chosen)
        if typed is None or typed == self._suggested:
            self._suggested = self._project.with_name(self._project.stem + ending)
            self.file.set_path(self._suggested)
        elif old := next((e for e in map(ending_of, self._formats) if typed.name.lower().endswith(e)), None):
            self.file.set_path(typed.with_name(typed.name[: -len(old)] + ending))

    def _browse(self) -> None:
        kinds = f"{self._chosen.name} (*{ending_of(self._chosen)})"
        start = self.file.path or self._project.parent
        if chosen := self._chooser.new_file(self, self.tr("File to write"), start, kinds):
            self.file.set_path(chosen)

    def _check(self) -> None:
        """Say what the file's path means, and open the button when all is known."""
        path, problem = self.file.path, ""
        try:
            if path is None:
                self.file_notice.say("info", self.tr("Name the file, or choose its place with “Browse…”."))
            else:
                # What was just written is no obstacle: the button stays shut until another path is named.
                if path != self._written:
                    exchange.check_target(self._project, path, self._chosen)
                if path.is_file() and path != self._written:
                    self.file_notice.say("warning", self.tr("This file exists; it will be replaced."))
                else:
                    self.file_notice.hush()
        except PeymanError as error:
            problem = word(error)
        except OSError as error:
            problem = word(exchange.worded(error, path or ""))
        if problem:
            self.file_notice.say("error", problem)
        known = self._planned is not None and not self.busy
        agreed = not self.agreed.isVisibleTo(self) or self.agreed.isChecked()
        self.accept_button.setEnabled(known and agreed and path is not None and not problem and path != self._written)

    # Counting what is there and what would be lost

    def _show_holdings(self, found: Holdings) -> None:
        self._holdings = found
        digits = self._language.digits
        entries = [(self.tr("Everybody"), "all", found.total)]
        if found.gold:
            entries.append((self.tr("Gold"), "gold", found.gold))
        entries += [(f"\u2068{name}\u2069", name, count) for name, count in sorted(found.by_annotator.items())]
        self.whose.blockSignals(True)
        self.whose.clear()
        for name, which, count in entries:
            self.whose.addItem(self.tr("{whose} ({count} sets)").format(whose=name, count=digits(count)), which)
        self.whose.blockSignals(False)
        self._offer_articles()
        self._plan()

    def _offer_articles(self) -> None:
        """Say of which articles there is something to export, and how many they are."""
        digits = self._language.digits
        found = self._holdings
        finished = found.finished.get(self._which, frozenset())

        def counted(words: str, count: int) -> str:
            return self.tr("{which} ({count})").format(which=words, count=digits(count))

        entries = [(counted(self.tr("All articles"), len(found.articles)), "all")]
        if finished:
            entries.append((counted(self.tr("Finished articles"), len(finished)), "finished"))
        if titles := [article.title or article.name for article in found.articles if article.name == self._document]:
            title = f"\u2068{shorten(titles[0], TITLE)}\u2069"
            entries.append((self.tr("Only the open one, {title}").format(title=title), "open"))
        picked = self.tr("Chosen ones…")
        entries.append((counted(picked, len(self._picked)) if self._picked else picked, "picked"))
        now = self.articles.currentData()
        self.articles.clear()
        for words, which in entries:
            self.articles.addItem(words, which)
        self.articles.setCurrentIndex(max(0, self.articles.findData(now)))

    def _plan(self) -> None:
        """Count anew in the background; until then nothing can be exported."""
        self._planned = self._written = None
        self._show_losses(())
        self.agreed.setChecked(False)
        self.agreed.hide()
        self.offer_folder(None)
        self.accept_button.setDefault(True)
        self.notice.say("info", self.tr("Counting what this format can hold…"))
        self._check()
        self.look(plan_export, self._project, self._chosen, self._which, self._options, done=self._show_plan)

    def _show_plan(self, report: ExportReport) -> None:
        self._planned = report
        self._show_losses(report.losses)
        self.agreed.setVisible(bool(report.losses))
        if report.losses:
            self.notice.say("warning", self.tr("This format cannot hold everything:"))
        else:
            holds = self.tr("This format holds everything: {counts}.").format(counts=self._counts(report))
            self.notice.say("done", holds)
        self._check()

    def _show_losses(self, losses: Sequence[Loss]) -> None:
        self.losses.show_lines(map(self._loss_line, losses))
        self.losses.setVisible(bool(losses))

    def _loss_line(self, loss: Loss) -> str:
        sentence = QCoreApplication.translate("errors", MESSAGES[loss.code])
        words = sentence.format(count=self._language.digits(loss.count))
        if loss.kinds:
            words = self.tr("{loss}: {kinds}").format(loss=words, kinds=kinds_words(loss.kinds, self._language.code))
        line = towards("•  " + words)
        if not loss.examples:
            return line
        examples = joined(map(isolated, loss.examples), self._language.code)
        return self.tr("{loss}, such as {examples}").format(loss=line, examples=examples)

    def _counts(self, report: ExportReport) -> str:
        parts = (
            self.tr("%Ln article(s)", "", report.documents),
            self.tr("%Ln annotation set(s)", "", report.sets),
            self.tr("%Ln span(s)", "", report.spans),
            self.tr("%Ln role(s)", "", report.relations),
        )
        return joined(parts, self._language.code)

    # Writing

    def start(self) -> None:
        """Write the file."""
        path = self.file.path
        if path is None or not self.accept_button.isEnabled():
            return
        self.agreed.hide()
        self.notice.say("info", self.tr("Writing…"))
        wanted = self._chosen, self._which, self._options
        self.write(run_export, self._project, path, *wanted, done=self._show_written, alone=False)

    def _show_written(self, report: ExportReport) -> None:
        self._written = self.file.path  # another path opens the button again
        self._check()
        summary = self.tr("{counts} written to {path}.").format(
            counts=self._counts(report), path=f"\u2066{self._written}\u2069"
        )
        if report.losses:
            where = self.tr("What was lost stands below and in {file}.").format(file=f"\u2066{LOSSES}\u2069")
            summary = f"{summary} {where}"
        self.notice.say("done", summary)
        self._show_losses(report.losses)
        if self._written is not None:
            self.offer_folder(self._written.parent)
        self.end()
        self.exported.emit(report)

    def set_editable(self, editable: bool) -> None:
        for widget in (self.format, self.options, self.whose, self.articles, self.file):
            widget.setEnabled(editable)

    def show_failure(self, error: PeymanError) -> None:
        self._ask_again()
        self.notice.say("error", word(error))

    def show_stopped(self) -> None:
        self._ask_again()
        self.notice.say("warning", self.tr("Stopped. No file was written."))

    def _ask_again(self) -> None:
        """Nothing was written: what would be lost still would, and stays agreed to."""
        self.agreed.setVisible(self._planned is not None and bool(self._planned.losses))
        self._check()
