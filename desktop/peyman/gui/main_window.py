"""The window: a shell around the pages. It opens and closes projects and knows nothing of annotating."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.project import Project
from peyman.gui.actions import ACTIONS, Action, Actions, KeyRouter
from peyman.gui.annotate.accessible import announce
from peyman.gui.annotate.chips import QuietLabel
from peyman.gui.annotate.page import AnnotatePage
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import MessageBar
from peyman.gui.models import counted
from peyman.gui.pages import HOME, Page, PageKind, Pages, Place, TakesKeys
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import Theme
from peyman.gui.wording import edit_words
from peyman.paths import user_data

# Dialogs and the welcome page are imported where they are shown: most starts need none of them.
if TYPE_CHECKING:
    from peyman.gui.dialogs import NewProjectDialog
    from peyman.gui.import_dialog import ImportDialog
    from peyman.gui.welcome import WelcomePage
    from peyman.gui.work_dialog import WorkDialog

MESSAGES |= {
    "nothing_to_undo": QT_TRANSLATE_NOOP("errors", "There is nothing left to undo."),
    "nothing_to_redo": QT_TRANSLATE_NOOP("errors", "There is nothing to redo."),
}

IDLE = 2_000  # milliseconds without a change until the write-ahead log moves into the file
TOLD = 6_000  # milliseconds that a message stays in the status line


class MainWindow(QMainWindow):
    """One window, at most one project.

    Signals:
        project_changed(): a project was opened or closed.
    """

    project_changed = Signal()

    def __init__(self, settings: Settings, theme: Theme, language: Language) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.language = language
        self.tasks = Tasks(self)
        self.session: Session | None = None
        self.page: AnnotatePage | None = None
        self.pages: Pages | None = None
        self.actions_ = Actions(language, self)
        self.router = KeyRouter(self, self.actions_)
        self.messages = MessageBar()
        self.welcome: WelcomePage | None = None
        self._stack = QStackedWidget()
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._checkpoint)
        self._build()
        self._connect()
        self._retranslate()

    # Building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.resize(1280, 820)
        self.setMinimumSize(760, 480)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.actions_.fill_menu_bar(self.menuBar())
        self._told = QuietLabel()
        self._offered = ""  # what it says of the offer at hand
        self._counts, self._position, self._saved = QLabel(), QLabel(), QLabel()
        self._who = QToolButton()
        self._who.setAutoRaise(True)
        bar = self.statusBar()
        bar.setContentsMargins(10, 0, 6, 0)
        bar.addWidget(self._told, 1)
        for widget in (self._position, self._counts, self._saved, self._who):
            bar.addPermanentWidget(widget)
        self._told_timer = QTimer(self, singleShot=True, interval=TOLD)
        self._told_timer.timeout.connect(self._told.clear)
        geometry = self.settings.data("window_geometry")
        if geometry:
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        self._who.clicked.connect(self.choose_annotator)
        self.settings.changed.connect(self._setting_changed)
        self.actions_.refused.connect(lambda _needs: self._tell(PeymanError("desk_nothing_selected")))
        for action_id, handler in self._handlers().items():
            self.actions_.handle(action_id, handler)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "project.new": self.new_project,
            "project.open": self._open_requested,
            "project.import": self.import_articles,
            "project.export": self.export,
            "project.deal": self.deal_out,
            "project.hand_in": self.hand_in,
            "project.release": self.release,
            "project.merge": self.merge_files,
            "project.about": self.show_project,
            "project.schema": self.edit_schema,
            "project.work_as": self.choose_annotator,
            "app.settings": self.show_settings,
            "app.about": self.show_about,
            "app.quit": self.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "view.theme": self._toggle_theme,
            "view.next_pane": lambda: self._step_pane(1),
            "view.previous_pane": lambda: self._step_pane(-1),
            "view.queue": lambda: self._toggle_pane(0),
            "view.inspector": lambda: self._toggle_pane(1),
            "view.full_screen": self._toggle_full_screen,
            "help.keys": self.show_keys,
        }
        # Pages come and go with the project; their actions ask for them when they are used.
        found |= {action_id: self._annotate_action(action_id) for action_id in AnnotatePage.ACTIONS}
        found["article.find"] = self._find
        kinds = self._page_kinds()
        found |= {f"page.{page_id}": partial(self.turn_to, page_id) for page_id in (HOME, *(k.id for k in kinds))}
        beside = {kind.id for kind in kinds}
        found |= {a.id: self._page_action(a) for a in ACTIONS if a.context in beside and not a.by_widget}
        return found

    def _annotate_action(self, action_id: str) -> Callable[[], object]:
        return lambda: self.page.act(action_id) if self.page is not None else None

    def _page_action(self, action: Action) -> Callable[[], object]:
        return lambda: self.pages.page(action.context).act(action.id) if self.pages is not None else None

    def _page_kinds(self) -> tuple[PageKind, ...]:
        """The pages beside the annotate page, in the order of their tabs; each is imported when first shown."""
        return (
            PageKind("review", QT_TRANSLATE_NOOP("pages", "Adjudicate"), self._make_review_page),
            PageKind("search", QT_TRANSLATE_NOOP("pages", "Search"), self._make_search_page),
            PageKind("register", QT_TRANSLATE_NOOP("pages", "Commitments"), self._make_register),
            PageKind("dashboard", QT_TRANSLATE_NOOP("pages", "Dashboard"), self._make_dashboard),
            PageKind("feedback", QT_TRANSLATE_NOOP("pages", "Feedback"), self._make_feedback),
            PageKind("guidelines", QT_TRANSLATE_NOOP("pages", "Guidelines"), self._make_guidelines),
        )

    def _make_review_page(self) -> Page:
        from peyman.gui.review.page import ReviewPage  # noqa: PLC0415

        assert self.session is not None
        return ReviewPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _make_search_page(self) -> Page:
        from peyman.gui.search.page import SearchPage  # noqa: PLC0415

        assert self.session is not None
        return SearchPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _make_register(self) -> Page:
        from peyman.gui.register.page import RegisterPage  # noqa: PLC0415

        assert self.session is not None
        return RegisterPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _make_dashboard(self) -> Page:
        from peyman.gui.dashboard.page import DashboardPage  # noqa: PLC0415

        assert self.session is not None
        return DashboardPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _make_feedback(self) -> Page:
        from peyman.gui.feedback.page import FeedbackPage  # noqa: PLC0415

        assert self.session is not None
        return FeedbackPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _make_guidelines(self) -> Page:
        from peyman.gui.guidelines.page import GuidelinesPage  # noqa: PLC0415

        assert self.session is not None
        return GuidelinesPage(self.session, self.settings, self.theme, self.language, self.tasks)

    def _find(self) -> None:
        """Find in the article, or, beside it, in the project."""
        if self.pages is not None and self.page is not None and self.pages.current == HOME:
            self.page.act("article.find")
        else:
            self.turn_to("search")

    def turn_to(self, page_id: str) -> None:
        """Show a page of the open project."""
        if self.pages is None or self.page is None:
            return
        self.pages.turn_to(page_id)
        if page_id == HOME:
            self.page.focus_article()

    def _show_place(self, place: Place) -> None:
        assert self.page is not None
        self.turn_to(HOME)
        self.page.show_place(place)

    # Projects ------------------------------------------------------------------------------------------------

    def open_project(self, path: Path, *, document: str = "") -> bool:
        """Show a project, at the document last seen unless another is named; say so when it cannot be opened."""
        try:
            project = Project.open(path)
        except PeymanError as error:
            if error.code == "project_locked":
                self.messages.show_message(
                    word(error), "warning", (self.tr("Open for reading"), lambda: self._open_to_read(path))
                )
            else:
                self.messages.show_message(word(error), "error", None)
            self.show_welcome()
            return False
        self._show_project(project, document)
        return True

    def _open_to_read(self, path: Path) -> None:
        try:
            self._show_project(Project.open(path, read_only=True), "")
        except PeymanError as error:
            self.messages.show_message(word(error), "error", None)

    def _show_project(self, project: Project, document: str) -> None:
        self.close_project()
        self.messages.clear()
        self.session = session = Session(project, self)
        self.page = page = AnnotatePage(session, self.settings, self.theme, self.language, self.tasks)
        self.pages = pages = Pages(page, QT_TRANSLATE_NOOP("pages", "Annotate"), self._page_kinds())
        pages.made.connect(self._page_made)
        self._stack.addWidget(pages)
        self._stack.setCurrentWidget(pages)
        self._put_status_last()
        self.router.add_context("article", page.view, page.key)
        self.router.add_context("queue", page.queue)
        session.failed.connect(self._tell)
        session.edited.connect(lambda _edit: self._idle.start())
        page.desk.said.connect(self._tell)
        page.states_changed.connect(self._show_states)
        page.status_changed.connect(self._show_status)
        page.all_finished.connect(lambda: self._say(self.tr("Every article of the queue is done.")))
        page.import_wanted.connect(self.import_articles)
        page.offers.failed.connect(self._tell)
        self.settings.add_recent(project.path)
        name = document or self.settings.last_document(project.path)
        number = project.number_by_name(name) if name else None
        numbers = project.document_numbers()
        if number is None and numbers:
            number = numbers[0]
        page.reload_queue()
        if number is not None:
            page.open_document(number)
        page.offers.load()
        self._show_states()
        self._show_status()
        self._retranslate()
        self.project_changed.emit()

    def _page_made(self, page_id: str) -> None:
        assert self.pages is not None
        page = self.pages.page(page_id)
        self.router.add_context(page_id, page.widget(), page.key if isinstance(page, TakesKeys) else None)
        self._put_status_last()
        page.place_wanted.connect(self._show_place)
        page.said.connect(self._say)

    def _put_status_last(self) -> None:
        """Let Tab come to the foot of the window last: whoever gets its parent last is last in the chain."""
        self._who.setParent(None)
        self.statusBar().addPermanentWidget(self._who)
        self._who.show()

    def close_project(self) -> None:
        if self.page is not None and self.session is not None and self.pages is not None:
            self.pages.leave()
            self.page.leave()
            self._stack.removeWidget(self.pages)
            self.pages.deleteLater()
            self.session.project.close()
            self.session.deleteLater()
            self.pages = self.page = self.session = None
            self._idle.stop()
            self._show_states()
            self.project_changed.emit()

    def show_welcome(self) -> None:
        """Show the page to start from, unless a project is open."""
        from peyman.gui.welcome import WelcomePage  # noqa: PLC0415

        if self.page is not None:
            return
        if self.welcome is None:
            self.welcome = WelcomePage(self.settings, self.language, self.tasks)
            self.welcome.new_requested.connect(self.new_project)
            self.welcome.open_requested.connect(self._open_requested)
            self.welcome.sample_requested.connect(self.open_sample)
            self._stack.addWidget(self.welcome)
        self.welcome.setEnabled(True)
        self._stack.setCurrentWidget(self.welcome)

    def new_project(self) -> None:
        from peyman.gui.dialogs import NewProjectDialog  # noqa: PLC0415

        dialog = NewProjectDialog(self.language, parent=self)
        dialog.accepted.connect(lambda: self._make(dialog))
        dialog.open()

    def _make(self, dialog: NewProjectDialog) -> None:
        from peyman.exchange import guidelines_for  # noqa: PLC0415

        path, annotator, schema = dialog.values()
        try:
            Project.create(path, annotator=annotator, schema=schema, guidelines=guidelines_for(schema)).close()
        except PeymanError as error:
            self.messages.show_message(word(error), "error", None)
        else:
            self.open_project(path)

    def _open_requested(self, path: Path | None = None) -> None:
        if path is None:
            kind = self.tr("Peyman projects") + " (*.peyman)"
            chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open project"), "", kind)
            path = Path(chosen) if chosen else None
        if path is not None:
            self.open_project(path)

    def open_sample(self) -> None:
        """Open the sample project, made first when it is not there."""
        path = user_data() / "sample.peyman"
        if path.exists():
            self.open_project(path)
            return
        self._say(self.tr("The sample project is being made…"))
        if self.welcome is not None:
            self.welcome.setEnabled(False)
        self.tasks.run(
            lambda _progress: self._make_sample(path),
            on_done=lambda _: self.open_project(path),
            on_error=self._sample_failed,
        )

    @staticmethod
    def _make_sample(path: Path) -> None:
        from peyman.exchange import make_sample  # noqa: PLC0415

        path.parent.mkdir(parents=True, exist_ok=True)
        make_sample(path)

    def _sample_failed(self, error: PeymanError) -> None:
        self.show_welcome()
        self.messages.show_message(word(error), "error", None)

    def import_articles(self, files: Sequence[Path] = ()) -> None:
        """Import with the project closed here meanwhile: a file has one writer, and the work its own thread."""
        from peyman.gui.import_dialog import ImportDialog  # noqa: PLC0415

        if self.session is None:
            return
        project = self.session.project
        dialog = ImportDialog(
            project.path, files, self.tasks, self.language, self, schema=project.schema,
            maps=user_data() / "label-maps", annotators=project.annotators,
        )  # fmt: skip
        self._lend_project(dialog)
        dialog.open()

    def export(self) -> None:
        from peyman.gui.export_dialog import ExportDialog  # noqa: PLC0415

        if self.session is not None:
            project, document = self.session.project, self.session.document
            ExportDialog(
                project.path, self.tasks, self.language, self, schema=project.schema,
                document=document.name if document else "",
            ).open()  # fmt: skip

    def deal_out(self) -> None:
        from peyman.gui.team.deal_dialog import DealDialog  # noqa: PLC0415

        if self.session is not None:
            dialog = DealDialog(self.session.project.path, self.tasks, self.language, self)
            self._lend_project(dialog)
            dialog.open()

    def release(self) -> None:
        from peyman.gui.release_dialog import ReleaseDialog  # noqa: PLC0415

        if self.session is not None:
            dialog = ReleaseDialog(self.session.project.path, self.tasks, self.language, self)
            self._lend_project(dialog)
            dialog.open()

    def merge_files(self, files: Sequence[Path] = ()) -> None:
        from peyman.gui.team.merge_dialog import MergeDialog  # noqa: PLC0415

        if self.session is not None:
            project = self.session.project
            dialog = MergeDialog(project.path, project.annotators, self.tasks, self.language, self, files=files)
            self._lend_project(dialog)
            dialog.open()

    def _lend_project(self, dialog: WorkDialog | ImportDialog) -> None:
        """Close the project while a dialog needs it for itself, and open it again at the same article."""
        assert self.session is not None
        path = self.session.project.path
        document = self.session.document.name if self.session.document else ""
        dialog.project_needed.connect(self.close_project)
        dialog.project_free.connect(lambda *_: self.open_project(path, document=document))

    def hand_in(self) -> None:
        from peyman.gui.team.hand_in_dialog import HandInDialog  # noqa: PLC0415

        if self.session is not None and self.page is not None:
            self.page.clock.save()
            project = self.session.project
            HandInDialog(
                project.path, project.annotator, project.state_counts(), self.tasks, self.language, parent=self
            ).open()

    def show_project(self) -> None:
        from peyman.gui.project_dialog import ProjectDialog  # noqa: PLC0415

        if self.session is not None and self.page is not None:
            self.page.clock.save()
            ProjectDialog(self.session, self.tasks, self.language, parent=self).open()

    def edit_schema(self) -> None:
        from peyman.gui.schema_editor.dialog import SchemaDialog  # noqa: PLC0415

        if self.session is not None:
            SchemaDialog(self.session, self.tasks, self.language, parent=self).open()

    def choose_annotator(self) -> None:
        from peyman.gui.dialogs import WorkAsDialog  # noqa: PLC0415

        if self.session is None:
            return
        dialog = WorkAsDialog(self.session.project.annotators, self.session.project.annotator, parent=self)
        dialog.accepted.connect(lambda: self._work_as(dialog.name()))
        dialog.open()

    def _work_as(self, name: str) -> None:
        assert self.session is not None
        assert self.page is not None
        try:
            self.session.project.work_as(name)
        except PeymanError as error:
            self._tell(error)
            return
        self.page.reload_queue()
        self.page.offers.load()
        if self.session.document_number is not None:
            self.page.open_document(self.session.document_number)

    # Doing ---------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        self._told_of(self.session.undo if self.session else None, self.tr("Undone: {what}"), "nothing_to_undo")

    def redo(self) -> None:
        self._told_of(self.session.redo if self.session else None, self.tr("Redone: {what}"), "nothing_to_redo")

    def _told_of(self, step: Callable[[], object] | None, sentence: str, nothing: str) -> None:
        if step is None:
            return
        edit = step()
        if edit is None:
            self._tell(PeymanError(nothing))
        else:
            self._say(sentence.format(what=edit_words(getattr(edit, "name", ""))))

    def show_about(self) -> None:
        from peyman.gui.dialogs import AboutDialog  # noqa: PLC0415

        AboutDialog(self).open()

    def show_settings(self) -> None:
        from peyman.gui.settings_dialog import SettingsDialog  # noqa: PLC0415

        SettingsDialog(self.settings, parent=self).open()

    def show_keys(self) -> None:
        from peyman.gui.keys_dialog import KeysDialog  # noqa: PLC0415

        schema = self.session.project.schema if self.session else None
        KeysDialog(self.actions_, schema, self.language, parent=self).open()

    def _toggle_theme(self) -> None:
        self.settings.set("theme", "light" if self.theme.name == "dark" else "dark")

    def _toggle_pane(self, number: int) -> None:
        if self.page is not None:
            pane = (self.page.queue, self.page.inspector)[number]
            pane.setVisible(not pane.isVisible())

    def _step_pane(self, by: int) -> None:
        if self.page is not None:
            self.page.step_pane(by)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _checkpoint(self) -> None:
        if self.session is not None:
            self.session.project.checkpoint()

    # Telling -------------------------------------------------------------------------------------------------

    def _tell(self, error: PeymanError) -> None:
        """Say what could not be done, over the article, where the eyes are; what must not be missed, for good."""
        if error.code in ("project_io", "task_unexpected"):
            self.messages.show_message(word(error), "error", None)
        elif self.page is not None and self.page.isVisible():
            self.page.say(word(error))
        else:
            self._say(word(error))

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setToolTip(sentence)
        self._told_timer.start()
        if self.page is not None:
            announce(self.page.view, sentence)

    def _show_states(self) -> None:
        self.actions_.set_states(self.page.states() if self.page else set())

    def _show_status(self) -> None:
        if self.session is None or self.page is None:
            return
        digits = self.language.digits
        annotations, document, cursor = self.session.annotations, self.session.document, self.page.desk.cursor
        self._who.setText(self.session.project.annotator)
        self._saved.setText(
            self.tr("Reading only") if self.session.project.read_only else self.tr("Saved") + " ✓"
        )
        if annotations is None or document is None or cursor is None:
            self._counts.clear()
            self._position.clear()
            return
        layers = [span.layer for span in annotations.spans]
        self._counts.setText(" · ".join(counted(what, layers.count(what)) for what in ("entity", "commitment")))
        share = round(100 * cursor.word[0] / max(1, len(document.text)))
        self._position.setText(digits(share) + ("٪" if self.language.persian_digits else "%"))
        offered = self.page.offer_words()
        if offered != self._offered:
            self._offered = offered
            self._told_timer.stop()
            self._told.setText(offered)
            if offered:
                announce(self.page.view, offered)

    def _setting_changed(self, key: str) -> None:
        if key in ("language", "digits"):
            self.language.install(self.settings.text("language"), self.settings.text("digits"))
        elif key == "theme":
            self.theme.choose(self.settings.text("theme"))

    def _retranslate(self) -> None:
        name = self.session.project.path.stem if self.session else ""
        title = self.tr("Peyman")
        self.setWindowTitle(f"\u2068{name}\u2069 — {title}" if name else title)
        self._who.setToolTip(self.tr("Who works here now"))
        self._saved.setToolTip(self.tr("Every change is on the disk as soon as it is made."))
        self._show_status()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.set("window_geometry", bytes(self.saveGeometry().data()))
        self.tasks.close()
        self.close_project()
        self.settings.sync()
        self.language.leave()
        event.accept()
