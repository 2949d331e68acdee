"""The feedback sheet as a page of the annotator's own file; from each example one goes to its place in the article."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from peyman import exchange
from peyman.core.catalogues import Phrases
from peyman.core.edits import set_project_info
from peyman.core.errors import PeymanError
from peyman.core.feedback import Difference, Sheet, received, sheet_as_json
from peyman.core.feedback_html import html_of, page_of
from peyman.gui.fields import FileChooser, documents_folder
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import display
from peyman.gui.message_bar import Notice
from peyman.gui.pages import Place
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import COLOURS, Theme
from peyman.gui.wording import moment
from peyman.sheets import read_sheet

SCHEME = "place"


class SheetView(QTextBrowser):
    """The sheet; Tab goes from example to example, Enter to the place of one.

    Signals:
        place_chosen(str, int, int): the id of an article, and where.
    """

    place_chosen = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)

    def loadResource(self, _kind: int, _name: QUrl) -> None:  # type: ignore[override]
        """Load nothing from anywhere."""
        return None  # noqa: RET501 - Qt asks for a value

    def _follow(self, url: QUrl) -> None:
        article, _, extent = url.path().partition("/")
        start, _, end = extent.partition("-")
        if url.scheme() == SCHEME and start.isdecimal() and end.isdecimal():
            self.place_chosen.emit(article, int(start), int(end))


def address(one: Difference) -> str:
    """Return the address by which the view is asked for a place."""
    return f"{SCHEME}:{one.document_id}/{one.start}-{one.end}"


class FeedbackPage(QWidget):
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
        settings: Settings,
        theme: Theme,
        language: Language,
        tasks: Tasks,  # noqa: ARG002 - every page is made so
        *,
        chooser: FileChooser | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._theme = theme
        self._language = language
        self._chooser = chooser or FileChooser()
        self._sheet: Sheet | None = None
        self.open_button, self.save_button = QPushButton(), QPushButton()
        self.text = SheetView()
        self.notice = Notice()
        self._title, self._empty = QLabel(), QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self.open_button.clicked.connect(self.open_sheet)
        self.save_button.clicked.connect(self.save)
        self.text.place_chosen.connect(self._jump)
        session.project_edited.connect(self._refresh)
        theme.changed.connect(lambda _name: self._refresh())
        settings.changed.connect(lambda key: self._refresh() if key == "article_size" else None)
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._empty.setProperty("role", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.text)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.open_button)
        head.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    # What the window asks --------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        """Show the sheet that the file holds for whoever is at work, and take the focus."""
        self._refresh()
        shown = self.text if self._sheet is not None else self.open_button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing runs here."""

    def act(self, action_id: str) -> None:
        if action_id == "feedback.open":
            self.open_sheet()
        elif action_id == "feedback.save":
            self.save()

    # The sheet -------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Show the sheet as it is now; the same sheet stays where it was scrolled to."""
        project = self._session.project
        before = self._sheet
        try:
            self._sheet = received(project)
        except PeymanError as error:
            self._sheet = None
            self.notice.say("error", word(error))
        self._stack.setCurrentIndex(0 if self._sheet is None else 1)
        self.save_button.setEnabled(self._sheet is not None)
        if self._sheet is None:
            self.text.clear()
            return
        at = self.text.verticalScrollBar().value() if before == self._sheet else 0
        html = html_of(self._sheet, project.schema, self._phrases(), self._date(self._sheet), address)
        self.text.setDocument(self._document(html))
        self.text.verticalScrollBar().setValue(at)

    def _phrases(self) -> Phrases:
        return Phrases(self._language.code, QCoreApplication.translate, self._language.digits)

    def _date(self, sheet: Sheet) -> str:
        return moment(sheet.at, self._language.code)

    def _document(self, html: str) -> QTextDocument:
        colours = COLOURS[self._theme.name]
        document = QTextDocument(self.text)
        font = self.text.font()
        font.setPointSizeF(max(8.0, self._settings.number("article_size") - 3))
        document.setDefaultFont(font)
        document.setDocumentMargin(12)
        document.setDefaultStyleSheet(
            f".quiet, th {{ color: {colours.quiet}; }} a {{ color: {colours.accent}; }} th {{ font-weight: normal; }}"
        )
        option = document.defaultTextOption()
        option.setTextDirection(self.layoutDirection())
        document.setDefaultTextOption(option)
        document.setHtml(f'<div dir="{"rtl" if self._language.rtl else "ltr"}">{html}</div>')
        return document

    def _jump(self, article: str, start: int, end: int) -> None:
        number = self._session.project.number_by_id(UUID(article))
        if number is None:
            self.said.emit(self.tr("This article is not in this file."))
        else:
            self.place_wanted.emit(Place(number, start, end))

    # Files -----------------------------------------------------------------------------------------------------

    def open_sheet(self) -> None:
        """Take a sheet that came as a file into the project, as an edit that undo takes back."""
        kinds = f"{self.tr('Feedback sheets')} (*.json)"
        path = self._chooser.file(self, self.tr("Open a feedback sheet"), documents_folder(), kinds)
        if path is None:
            return
        project = self._session.project
        try:
            if project.read_only:
                raise PeymanError("project_read_only", path=project.path)
            sheet = read_sheet(path, project)
        except OSError as error:
            self.notice.say("error", word(exchange.worded(error, path)))
            return
        except PeymanError as error:
            self.notice.say("error", word(error))
            return
        self.notice.hush()
        info = project.info
        self._session.perform(set_project_info(info, settings={**info.settings, "feedback": sheet_as_json(sheet)}))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Write the sheet as a page for a browser."""
        if self._sheet is None:
            return
        project = self._session.project
        start = documents_folder() / f"{project.path.stem} - {self._sheet.annotator}.html"
        out = self._chooser.new_file(self, self.tr("Write the sheet"), start, f"{self.tr('Page')} (*.html)")
        if out is None:
            return
        text = page_of(self._sheet, project.schema, self._phrases(), self._date(self._sheet))
        try:
            exchange.write_text(project.path, out, text)
        except OSError as error:
            self.notice.say("error", word(exchange.worded(error, out)))
        except PeymanError as error:
            self.notice.say("error", word(error))
        else:
            self.notice.say("done", self.tr("Written to {path}.").format(path=f"\u2066{out}\u2069"))

    # Words -----------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        code = self._language.code
        self._title.setText(self.tr("Feedback"))
        for button, text, key in (
            (self.open_button, self.tr("Open a sheet…"), "O"),
            (self.save_button, self.tr("Write as a page…"), "E"),
        ):
            button.setText(text)
            button.setToolTip(f"{text} ({display(key, code)})")
        self._empty.setText(self.tr("There is no feedback sheet for you in this file yet. The curator sends one when"
                                    " gold is ready, in your file or as a sheet to open here."))  # fmt: skip
        self.text.setAccessibleName(self.tr("Feedback sheet"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
