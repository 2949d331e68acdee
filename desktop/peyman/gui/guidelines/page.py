"""The guidelines of the project: a table of contents and the text; in writing, Markdown beside what it will look like.

Writing ends by keeping the text as one edit, which undo takes back; there is nothing to save.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peyman.core.edits import set_project_info
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.guidelines import sections
from peyman.gui.i18n import Language
from peyman.gui.keymap import display
from peyman.gui.markdown import MarkdownView, plain
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import PERSIAN_FAMILY, Theme
from peyman.gui.wording import text_direction

NARROW = 700  # pixels; below, there is no room for the contents beside the text
DEPTH = 3  # of the headings in the contents
PAUSE = 250  # milliseconds without a key until the preview follows
_HEADING = Qt.ItemDataRole.UserRole

MESSAGES |= {
    "guidelines_read_only": QT_TRANSLATE_NOOP(
        "errors", "This project is open for reading only, so its guidelines cannot be changed here."
    ),
}


class GuidelinesPage(QWidget):
    """A page of the window (see `gui.pages.Page`).

    Signals:
        place_wanted(Place): never; guidelines stand in no article.
        said(str): something for the status line.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme, language: Language, _tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._language = language
        self._shown = ""
        self.contents = QListWidget()
        self.text = MarkdownView()
        self.editor = QPlainTextEdit()
        self.preview = MarkdownView()
        self.edit_button, self.done_button = QPushButton(), QPushButton()
        self._title, self._hint, self._empty = QLabel(), QLabel(), QLabel()
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show_preview)
        self._lay_out()
        self.contents.currentItemChanged.connect(self._go_to)
        self.editor.textChanged.connect(self._pause.start)
        self.edit_button.clicked.connect(self.write)
        self.done_button.clicked.connect(self.finish)
        session.project_edited.connect(self._refresh)
        theme.changed.connect(lambda _name: self._refresh(anew=True))
        settings.changed.connect(self._setting_changed)
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._hint.setProperty("role", "quiet")
        self._empty.setProperty("role", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        reading = QSplitter()
        reading.addWidget(self.contents)
        reading.addWidget(self.text)
        reading.setStretchFactor(1, 1)
        reading.setSizes([240, 700])
        writing = QSplitter()
        writing.addWidget(self.editor)
        writing.addWidget(self.preview)
        writing.setSizes([500, 500])
        for widget in (reading, self._empty, writing):
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        head.addWidget(self.edit_button)
        head.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.done_button.hide()
        self.editor.setTabChangesFocus(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # What the window asks ------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        """Show the guidelines as they are now, and take the focus."""
        self._refresh()
        (self.editor if self.writing else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what was written."""
        if self.writing:
            self.finish()

    def act(self, action_id: str) -> None:
        if action_id == "guidelines.write" and not self.writing:
            self.write()
        elif action_id == "guidelines.done" and self.writing:
            self.finish()

    # Reading ---------------------------------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        return self._stack.currentIndex() == 2

    def _refresh(self, *, anew: bool = False) -> None:
        """Show the text that the project has; what is being written is left alone."""
        text = self._session.project.info.guidelines
        if not self.writing:
            self._stack.setCurrentIndex(0 if text.strip() else 1)
        if text == self._shown and not anew:
            return
        self._shown = text
        if anew:
            self.text.show_markdown("")
        self.text.show_markdown(text)
        self._fill_contents(text)

    def _fill_contents(self, text: str) -> None:
        self.contents.clear()
        direction = text_direction(text)
        self.contents.setLayoutDirection(direction)
        for section in sections(text):
            if section.level <= DEPTH:
                heading = plain(section.heading)
                item = QListWidgetItem("\u2003" * (section.level - 1) + heading)
                item.setData(_HEADING, heading)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, heading)
                if section.level == 1:
                    font = self.contents.font()
                    font.setBold(True)
                    item.setFont(font)
                self.contents.addItem(item)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.go_to(item.data(_HEADING))

    # Writing ---------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Show the Markdown to write in."""
        if self._session.project.read_only:
            self._session.failed.emit(PeymanError("guidelines_read_only"))
            return
        self.editor.setPlainText(self._session.project.info.guidelines)
        self._direct_editor()
        self._show_preview()
        self._stack.setCurrentIndex(2)
        self._show_state()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what was written, as one edit, and show it."""
        self._pause.stop()
        text = self.editor.toPlainText()
        info = self._session.project.info
        kept = text == info.guidelines or self._session.perform(set_project_info(info, guidelines=text))
        if not kept:  # why was said; what was written stays on the screen
            return
        self._stack.setCurrentIndex(0)
        self._refresh()
        self._show_state()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preview(self) -> None:
        self._direct_editor()
        at = self.preview.verticalScrollBar().value()
        self.preview.show_markdown(self.editor.toPlainText())
        self.preview.verticalScrollBar().setValue(at)

    def _direct_editor(self) -> None:
        """Let the lines run, and begin, as most of the letters do."""
        text = self.editor.toPlainText()
        option = self.editor.document().defaultTextOption()
        direction = text_direction(text) if text.strip() else self.layoutDirection()
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            rtl = direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.editor.document().setDefaultTextOption(option)

    def _show_state(self) -> None:
        self.edit_button.setVisible(not self.writing)
        self.done_button.setVisible(self.writing)
        self._retranslate()

    # Looks -----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        size = self._settings.number("article_size")
        for view in (self.text, self.preview):
            view.set_point_size(max(8.0, size - 3))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setFamilies([PERSIAN_FAMILY, *fixed.families()])
        fixed.setPointSizeF(max(8.0, size - 4))
        self.editor.setFont(fixed)

    def _setting_changed(self, key: str) -> None:
        if key == "article_size":
            self._restyle()

    def _retranslate(self) -> None:
        code = self._language.code
        self._title.setText(self.tr("Guidelines"))
        self._hint.setText(self.tr("Markdown on one side, what it looks like on the other.") if self.writing else "")
        self._empty.setText(self.tr("This project has no guidelines yet. Write down what each label is for."))
        self.edit_button.setText(self.tr("Write"))
        self.edit_button.setToolTip(f"{self.tr('Write')} ({display('E', code)})")
        self.done_button.setText(self.tr("Done"))
        self.done_button.setToolTip(f"{self.tr('Done')} ({display('Ctrl+Enter', code)})")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.text.setAccessibleName(self.tr("Guidelines"))
        self.editor.setAccessibleName(self.tr("Text in Markdown"))
        self.preview.setAccessibleName(self.tr("What it looks like"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.contents.setVisible(event.size().width() >= NARROW)
