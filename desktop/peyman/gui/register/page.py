"""The register of commitments as a page: read in the background, filtered, sorted, jumped from, written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from peyman import exchange
from peyman.core import register
from peyman.core.edits import Edit
from peyman.core.errors import PeymanError
from peyman.core.model import DocumentInfo, Intended, ProjectInfo
from peyman.core.project import Project
from peyman.core.register import COLUMNS, Commitment, Filter
from peyman.core.schema import Schema
from peyman.gui.fields import ContentEdit, FileChooser, documents_folder
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import display
from peyman.gui.message_bar import Notice
from peyman.gui.pages import Place
from peyman.gui.register.model import RegisterModel, title
from peyman.gui.register.table import RegisterTable
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Progress, Task, Tasks
from peyman.gui.theme import Theme, icon
from peyman.gui.wording import text_direction

PAUSE = 150  # milliseconds from an edit until the page follows
_FILTERS = ("type", "status", "party", "whose")


def read_rows(progress: Progress, path: Path, documents: Sequence[int]) -> list[Commitment]:
    """Read the register through a connection of its own, and prepare what sorting needs."""
    with Project.open(path, read_only=True) as project:
        rows = register.read(project, "all", progress.reach, documents)
        for row in rows:  # remembered from here on: comparing Persian words takes a while
            for column in COLUMNS:
                register.sort_key(row, column, project.schema)
    return rows


def write_rows(progress: Progress, project: Path, out: Path, rows: Sequence[Commitment], how: _Form) -> int:
    """Write rows to a file; one that was there stays as it was until the new one is whole."""

    def lines() -> list[list[str]]:
        made = []
        for row in rows:
            progress.step()
            made.append(register.cells(row, how.schema, how.language))
        return made

    progress.begin(len(rows))
    try:
        return exchange.export_table(project, out, how.headings, lines(), rtl=how.language == "fa")
    except OSError as error:
        raise exchange.worded(error, out) from error


class _Form:
    """How a file of the register is worded."""

    def __init__(self, schema: Schema, language: str) -> None:
        self.schema = schema
        self.language = language
        self.headings = [title(column) for column in register.HEADINGS]


class RegisterPage(QWidget):
    """A page of the window (see `gui.pages.Page`).

    Signals:
        place_wanted(Place): show this commitment in its article.
        said(str): something for the status line.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        language: Language,
        tasks: Tasks,
        *,
        chooser: FileChooser | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._language = language
        self._tasks = tasks
        self._chooser = chooser or FileChooser()
        self._task: Task | None = None
        self._stale: set[int] | None = None  # articles to read anew; None is all of them
        self._read = False
        self.model = RegisterModel(language)
        self.table = RegisterTable(self.model)
        self.text = ContentEdit("name")
        self.boxes = {name: QComboBox() for name in _FILTERS}
        self.clear_button, self.export_button = QPushButton(), QPushButton()
        self.notice = Notice()
        self.detail = QLabel()
        self._title, self._count = QLabel(), QLabel()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._follow)
        self._lay_out()
        self._connect()
        theme.changed.connect(lambda _name: self.table.viewport().update())
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "quiet")
        self.text.setProperty("role", "search")
        self.text.setClearButtonEnabled(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(self.fontMetrics().height() * 2 + 6)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.export_button.setIcon(icon("export"))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.export_button)
        filters = QGridLayout()
        filters.setHorizontalSpacing(6)
        filters.addWidget(self.text, 0, 0)
        for column, box in enumerate(self.boxes.values(), 1):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            filters.addWidget(box, 0, column)
            filters.setColumnStretch(column, 2)
        filters.setColumnStretch(0, 3)
        filters.addWidget(self.clear_button, 0, len(self.boxes) + 1)
        column_of_page = QVBoxLayout(self)
        column_of_page.setContentsMargins(14, 10, 14, 8)
        column_of_page.setSpacing(8)
        column_of_page.addLayout(head)
        column_of_page.addLayout(filters)
        column_of_page.addWidget(self.notice)
        column_of_page.addWidget(self.table, 1)
        column_of_page.addWidget(self.detail)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._filter)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._filter)
        self.clear_button.clicked.connect(self._clear)
        self.export_button.clicked.connect(self.export)
        self.table.chosen.connect(self._jump)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.model.modelReset.connect(self._show_count)
        self._session.edited.connect(self._edited)
        self._session.project_edited.connect(self._all_changed)

    # What the window asks --------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        """Read what changed since the page was seen last, and take the focus."""
        self._follow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop reading and writing."""
        self._pause.stop()
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def act(self, action_id: str) -> None:
        if action_id == "register.show":
            self._jump()
        elif action_id == "register.filter":
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.text.selectAll()
        elif action_id == "register.clear":
            self._clear()
        elif action_id == "register.export":
            self.export()

    # Reading ---------------------------------------------------------------------------------------------------

    def _edited(self, edit: Edit) -> None:
        """Remember which articles an edit touched; the page follows while it is seen."""
        records = [change.record for change in edit.changes]
        if any(isinstance(record, DocumentInfo | ProjectInfo) for record in records):
            self._stale = None
        elif self._stale is not None and not all(isinstance(record, Intended) for record in records):
            self._stale |= {self._session.project.document_of_set(number) for number in edit.set_numbers}
        if self.isVisible():
            self._pause.start()

    def _all_changed(self) -> None:
        self._stale = None

    def _follow(self) -> None:
        """Read what is stale, unless that is under way: its end looks again."""
        if self._task is not None or (self._read and self._stale == set()):
            return
        documents = sorted(self._stale) if self._read and self._stale is not None else []
        self._stale = set()
        schema = self._session.project.schema
        if not self._read:
            self.notice.say("info", self.tr("The commitments are being read…"))
        self._task = self._tasks.run(
            read_rows,
            self._session.project.path,
            documents,
            on_done=lambda rows: self._show(rows, documents, schema),
            on_error=self._failed,
            on_progress=self._show_progress,
        )

    def _show(self, rows: list[Commitment], documents: Sequence[int], schema: Schema) -> None:
        self._task = None
        self._read = True
        self.notice.hush()
        current = self.model.at(self.table.currentIndex().row())
        if documents:
            self.model.replace_articles(documents, rows, schema)
        else:
            self.model.show_rows(rows, schema)
        self._fill_boxes()
        self.table.select_row(self.model.place_of(current) if current else 0)
        if self._stale != set():
            self._follow()

    def _failed(self, error: PeymanError) -> None:
        self._task = None
        self._stale = None
        self.notice.say("error", word(error))

    def _show_progress(self, progress: Progress) -> None:
        if progress.total > 200:
            digits = self._language.digits
            sentence = self.tr("The commitments are being read… {done} of {total} sets")
            self.notice.say("info", sentence.format(done=digits(progress.done), total=digits(progress.total)))

    # Filtering -------------------------------------------------------------------------------------------------

    def _filter(self) -> None:
        current = self.model.at(self.table.currentIndex().row())
        chosen = {name: str(box.currentData() or "") for name, box in self.boxes.items()}
        self.model.set_filter(Filter(text=self.text.text(), **chosen))
        self.table.select_row(self.model.place_of(current) if current else 0)

    def _clear(self) -> None:
        """Let all rows show again; the table gets the focus."""
        with QSignalBlocker(self.text):
            self.text.clear()
        for box in self.boxes.values():
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self._filter()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_boxes(self) -> None:
        """Offer what is there; what was chosen stays chosen while it is."""
        every = {
            "type": (self.tr("Every type"), self.model.types()),
            "status": (self.tr("Every status"), self.model.statuses()),
            "party": (self.tr("Every party"), self.model.parties()),
            "whose": (self.tr("Everybody's"), self.model.whose()),
        }
        for name, (words, entries) in every.items():
            box = self.boxes[name]
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(words, "")
                for entry_id, shown in entries:
                    box.addItem(f"\u2068{shown}\u2069", entry_id)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        self._filter()

    def _show_count(self) -> None:
        digits = self._language.digits
        shown, total = self.model.rowCount(), self.model.total
        if not self._read:
            self._count.clear()
        elif shown == total:
            self._count.setText(self.tr("%Ln commitments", "", total))
        else:
            self._count.setText(self.tr("{shown} of {total}").format(shown=digits(shown), total=digits(total)))
        self.export_button.setEnabled(shown > 0)
        self._show_detail()

    def _show_detail(self, *_index: QModelIndex) -> None:
        row = self.model.at(self.table.currentIndex().row())
        quote = " ".join(row.quote.split()) if row else ""
        self.detail.setText(quote)
        direction = text_direction(quote) if quote else self.layoutDirection()
        self.detail.setLayoutDirection(direction)

    # Doing -----------------------------------------------------------------------------------------------------

    def _jump(self) -> None:
        row = self.model.at(self.table.currentIndex().row())
        if row is not None:
            self.place_wanted.emit(Place(row.document_number, row.start, row.end, row.set_number))

    def export(self) -> None:
        """Ask for a file and write the rows that show, in their order."""
        if not self.model.rowCount() or (self._task is not None and self._read):
            return
        project = self._session.project.path
        start = documents_folder() / f"{project.stem}.xlsx"
        kinds = f"{self.tr('Spreadsheet')} (*.xlsx);;{self.tr('Table')} (*.csv)"
        out = self._chooser.new_file(self, self.tr("Write the register"), start, kinds)
        if out is None:
            return
        self.notice.say("info", self.tr("Writing…"))
        how = _Form(self._session.project.schema, self._language.code)
        self._task = self._tasks.run(
            write_rows,
            project,
            out,
            self.model.shown,
            how,
            on_done=lambda count: self._written(count, out),
            on_error=self._not_written,
        )

    def _written(self, count: int, out: Path) -> None:
        self._task = None
        sentence = self.tr("{count} commitments written to {path}.")
        told = sentence.format(count=self._language.digits(count), path=f"\u2066{out}\u2069")
        self.notice.say("done", told)
        self.said.emit(told)
        self._follow()

    def _not_written(self, error: PeymanError) -> None:
        self._task = None
        self.notice.say("error", word(error))
        self._follow()

    # Words -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape in the filter lead back to the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and self.text.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        code = self._language.code
        self._title.setText(self.tr("Commitments"))
        self.text.setPlaceholderText(self.tr("Filter: words of the commitment, its parts or its article"))
        self.text.setAccessibleName(self.tr("Filter the commitments"))
        names = (self.tr("Type"), self.tr("Status"), self.tr("Party"), self.tr("Whose"))
        for box, name in zip(self.boxes.values(), names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setToolTip(f"{self.tr('Show all commitments')} ({display('Esc', code)})")
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(f"{self.tr('Write what shows to a file')} ({display('E', code)})")
        self.table.setAccessibleName(self.tr("Commitments"))
        self.detail.setAccessibleName(self.tr("The commitment in the text"))
        self._fill_boxes()
        self._show_count()
        self.table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_pause"):
            self._retranslate()
        super().changeEvent(event)
