"""The adjudication page: the queue of questions, the article with everybody's answers, and a card for each answer.

Everything is done by plain keys: a digit takes an answer, 0 takes none, and the next question is there at once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peyman.core.curating import Case
from peyman.core.decisions import REASONS
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import Answer
from peyman.core.settling import begin_gold, gold_set_of
from peyman.gui.fields import ArticleTitle, ContentEdit
from peyman.gui.i18n import Language, word
from peyman.gui.keymap import display
from peyman.gui.message_bar import Notice
from peyman.gui.naming import Namer
from peyman.gui.numbered_panel import KEYS, NumberedPanel
from peyman.gui.pages import Place
from peyman.gui.review.article import ReviewArticle, place_of
from peyman.gui.review.bench import Bench
from peyman.gui.review.cards import Cards
from peyman.gui.review.editing import AnswerForm
from peyman.gui.review.queue_list import QueueList
from peyman.gui.review.words import about, reason_words, status_note
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import Theme
from peyman.gui.wording import edit_words, isolated, joined

MESSAGES |= {
    "review_no_form": QT_TRANSLATE_NOOP(
        "errors", "An answer to this can only be written in the article. Open it there with Enter."
    ),
}
NARROW = 900  # pixels; a narrower page gives the queue less room
_SIZES = (230, 620, 300)
_BUTTONS = {
    "review.edit": "E", "review.defer": "S", "review.reason": "K", "review.comment": "N",
    "review.undo": "Z", "review.open": "Enter",
}  # fmt: skip


class ReviewPage(QWidget):
    """A page of the window (see `gui.pages.Page`).

    Signals:
        place_wanted(Place): show this place in the gold of its article.
        said(str): something for the status line.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme, language: Language, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._language = language
        self.bench = Bench(session, settings, tasks, self.isVisible, self)
        self.queue = QueueList(self.bench.questions, language)
        self.article = ReviewArticle(settings, theme, self)
        self.cards = Cards()
        self.form = AnswerForm(language)
        self.panel = NumberedPanel()
        self.comment = ContentEdit("name")
        self.notice, self.note = Notice(), Notice()
        self._title = ArticleTitle()
        self._title.setProperty("role", "title")
        self._counts, self._about, self._alike, self._reason = (QLabel() for _ in range(4))
        self._empty = QLabel()
        self.buttons = {action_id: QPushButton() for action_id in _BUTTONS}
        self._stack = QStackedWidget()
        self._choices: list[Callable[[], object]] = []  # what the rows of the panel do
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self.bench.follow)
        self._lay_out()
        self._connect()
        self._retranslate()

    # Building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._counts.setProperty("role", "quiet")
        self._about.setProperty("role", "heading")
        for label in (self._about, self._alike, self._reason, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._alike.setProperty("role", "quiet")
        self.comment.setProperty("role", "search")
        self._empty.setProperty("role", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._counts)
        column.addWidget(self.article.view, 1)
        column.addWidget(self.panel)
        middle.setMinimumWidth(280)
        self.panel.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.queue, middle, self._trailing()):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(_SIZES))
        self.queue.setMinimumWidth(160)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(14, 10, 14, 8)
        page.setSpacing(6)
        page.addWidget(self.notice)
        page.addWidget(self._stack, 1)

    def _trailing(self) -> QWidget:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(6, 0, 6, 0)
        column.setSpacing(8)
        for widget in (self._about, self.note, self._alike, self.cards, self.form, self._reason, self.comment):
            column.addWidget(widget)
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, button in enumerate(self.buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(button, *divmod(number, 2))
        column.addStretch(1)
        column.addLayout(grid)
        area = QScrollArea()
        area.setProperty("role", "pane")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(pane)
        area.setMinimumWidth(240)
        return area

    def _connect(self) -> None:
        self.bench.listed.connect(self._show_queue)
        self.bench.shown.connect(self._show_question)
        self.bench.busy_changed.connect(self._show_work)
        self.bench.document_done.connect(self._tell_done)
        self.queue.chosen.connect(self.bench.go_to)
        self.queue.filtered.connect(self.bench.filter)
        self.cards.taken.connect(lambda number: self.bench.reject() if number < 0 else self.bench.take(number))
        self.form.given.connect(self._give)
        self.form.left.connect(self._leave_form)
        self.form.extent_changed.connect(self.article.show_extent)
        self.panel.chosen.connect(self._choose)
        self.panel.left.connect(self._close_panel)
        self.comment.textChanged.connect(self._take_comment)
        self.comment.returnPressed.connect(self._focus)
        for action_id, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, action_id=action_id: self.act(action_id))
        self._session.edited.connect(self._edited)
        self._settings.changed.connect(lambda key: self._show_question() if key == "blind_review" else None)

    # What the window asks --------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def enter(self) -> None:
        """Read what changed since the page was seen last, and take the focus."""
        self.bench.follow()
        self._show_queue()
        self._focus()

    def leave(self) -> None:
        """Stop what runs."""
        self._pause.stop()
        self.bench.stop()

    def key(self, name: str) -> bool:
        """Take a key before the table of actions is asked: digits, and all keys of what is open."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox) and not self.form.isAncestorOf(focus) and name != "Esc":
            return len(name) == 1  # a filter is being chosen: nothing may be decided by that
        if self.panel.isVisible():
            if name in KEYS:
                self._choose(KEYS.index(name))
            elif name == "Enter":
                self._choose(self.panel.rows.currentRow())
            elif name == "Esc":
                self._close_panel()
            return len(name) == 1 or name in ("Enter", "Esc")
        if self.form.isVisible():
            return self.form.key(name)
        if len(name) == 1 and name.isdecimal():
            if name == "0":
                self.bench.reject()
            else:
                self.bench.take(int(name) - 1)
            return True
        return False

    def act(self, action_id: str) -> None:
        bench = self.bench
        done: dict[str, Callable[[], object]] = {
            "review.edit": self._edit,
            "review.defer": bench.defer,
            "review.undo": self._undo,
            "review.reason": self._ask_reason,
            "review.comment": self._write_comment,
            "review.together": bench.toggle_together,
            "review.accept": self._ask_whom,
            "review.unanimous": bench.accept_unanimous,
            "review.open": self._open,
            "review.filter": lambda: self.queue.boxes["kind"].setFocus(Qt.FocusReason.ShortcutFocusReason),
            "review.leave": self._escape,
        }
        done[action_id]()

    # Doing -----------------------------------------------------------------------------------------------------

    def _focus(self) -> None:
        self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """Let all questions show; the list gets the focus."""
        if self.form.isVisible():
            self._leave_form()
        elif self.queue.list.hasFocus():
            self.queue.clear_filters()
        self._focus()

    def _undo(self) -> None:
        edit = self.bench.undo()
        if edit is None:
            self.said.emit(word(PeymanError("nothing_to_undo")))
        else:
            self.said.emit(self.tr("Undone: {what}").format(what=edit_words(edit.name)))

    def _edit(self) -> None:
        asked = self.bench.asked
        if asked is None:
            return
        if not self.form.possible(asked):
            self._session.failed.emit(PeymanError("review_no_form"))
            return
        self.cards.hide()
        self.form.open(asked, self.bench.options[0].answer if self.bench.options else None, self._namer)

    def _give(self, answer: Answer) -> None:
        self._leave_form()
        self.bench.put(answer)

    def _leave_form(self) -> None:
        self.form.hide()
        self.cards.show()
        self.article.show_extent(None)
        self._focus()

    def _ask_reason(self) -> None:
        """Ask why the next decision is made; it is the reason until another is chosen or the question is settled."""
        self._choices = [lambda reason=reason: self._set_reason(reason) for reason in REASONS]  # type: ignore[misc]
        head = self.tr("Why? The reason goes with your next decision.")
        self.panel.show_rows(head, [reason_words(reason) for reason in REASONS])

    def _set_reason(self, reason: str) -> None:
        self.bench.reason = reason
        self._show_reason()

    def _ask_whom(self) -> None:
        """Ask whose answers are to be taken in the whole article."""
        if self.bench.case is None:
            return
        names = sorted(self.bench.names.items(), key=lambda entry: entry[1])
        self._choices = [lambda name=name: self.bench.accept(name) for name, _ in names]  # type: ignore[misc]
        rows = [shown for _, shown in names]
        self.panel.show_rows(self.tr("Whose answers are to be gold in this whole article?"), rows)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._choices):
            choice = self._choices[row]
            self._close_panel()
            choice()

    def _close_panel(self) -> None:
        self.panel.hide()
        self._focus()

    def _write_comment(self) -> None:
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_comment(self, text: str) -> None:
        self.bench.comment = text.strip()

    def _open(self) -> None:
        """Show the place in the gold of its article; with nothing left to settle, the gold of the last article."""
        case, asked = self.bench.case, self.bench.asked
        number = case.number if case is not None else self.bench.last
        if not number:
            return
        project = self._session.project
        if not project.read_only:
            begin_gold(project, [number])
        gold = gold_set_of(project, number)
        extent = place_of(case, asked) if case is not None and asked is not None else (0, 0)
        self.place_wanted.emit(Place(number, *extent, gold.number if gold is not None else 0))

    def _edited(self, _edit: object) -> None:
        if self.isVisible():
            self._pause.start()  # after everybody has taken notice

    # Showing ---------------------------------------------------------------------------------------------------

    @property
    def _namer(self) -> Namer:
        return Namer(self._session.project.schema, self._language.code)

    def _show_queue(self) -> None:
        self.queue.show_questions(self._namer, self.bench.question)
        self._show_alike()
        self._show_counts()

    def _show_question(self) -> None:
        bench = self.bench
        was_open = self.form.isVisible() or self.panel.isVisible()
        self.panel.hide()
        self.form.hide()
        if was_open:  # whoever goes takes the focus along, and the next widget must not get the keys
            self.article.show_extent(None)
            self._focus()
        self.queue.go_to(bench.question)
        if bench.case is None or bench.asked is None:
            self.article.clear()
            self.cards.clear()
            for label in (self._title, self._counts, self._about):
                label.clear()
            self.note.hush()
        else:
            names, namer = bench.names, self._namer
            self.article.show_question(bench.case, bench.asked, names, namer)
            size = max(9.0, self._settings.number("article_size") - 3)
            self.cards.show_options(bench.asked, bench.options, names, namer, size)
            self.cards.show()
            self._about.setText(about(bench.asked, namer))
            note = status_note(bench.asked.status)
            if bench.asked.conflict is not None:
                note = f"{note} {word(bench.asked.conflict)}"
            if bench.own:
                note = f"{note} {self.tr('You have annotated this article yourself.')}".strip()
            self.note.say("warning" if bench.asked.status in ("stale", "conflict") else "info", note)
            self.note.setVisible(bool(note))
        if self.comment.text() != bench.comment:
            self.comment.setText(bench.comment)
        self._show_alike()
        self._show_reason()
        self._show_counts()

    def _show_alike(self) -> None:
        count = self.bench.alike
        key = display("G", self._language.code)
        shown = self._language.digits(count)
        if self.bench.together:
            self._alike.setText(self.tr("The next decision settles all {count} places.").format(count=shown))
        else:
            words = self.tr("The same is asked in {count} places; {key} settles them together.")
            self._alike.setText(words.format(count=shown, key=key))
        self._alike.setProperty("role", "group" if self.bench.together else "quiet")
        self._alike.style().polish(self._alike)
        self._alike.setVisible(count > 1)

    def _show_reason(self) -> None:
        reason = reason_words(self.bench.reason)
        self._reason.setText(self.tr("Reason: {reason}").format(reason=reason))
        self._reason.setVisible(bool(reason))

    def _show_counts(self) -> None:
        bench, digits = self.bench, self._language.digits
        questions = bench.questions
        case = bench.case
        if case is not None:
            title = case.docket.document.title or case.docket.document.name
            self._title.setText(title)
            self._title.setToolTip(title)
            listing = questions.listings.get(case.number)
            left = len(listing.questions) if listing else 0
            of = left + (listing.decided if listing else 0)
            words = self.tr("{left} of {of} left in this article, {total} in all")
            self._counts.setText(words.format(left=digits(left), of=digits(of), total=digits(questions.total)))
        for action_id in ("review.edit", "review.defer", "review.reason", "review.comment", "review.open"):
            self.buttons[action_id].setEnabled(bench.asked is not None)
        self._show_end()
        self._show_work()

    def _show_end(self) -> None:
        """Say why there is nothing to ask, if there is nothing."""
        bench = self.bench
        if bench.question is not None or not bench.read:
            self._stack.setCurrentIndex(0)
            return
        if bench.questions.total:
            self.note.say("info", self.tr("No question is like that. Esc shows all."))
            self._stack.setCurrentIndex(0)
            return
        if not bench.questions.listings:
            words = self.tr("There is nothing to adjudicate yet. At least two people must have finished an article.")
        elif bench.questions.unwritten:
            key = display("U", self._language.code)
            words = self.tr("Nothing is left to decide. {key} puts into gold what everybody agrees on.").format(key=key)
        else:
            words = self.tr("Done: nothing is left to settle. Gold is complete.")
            if bench.last:
                key = display(_BUTTONS["review.open"], self._language.code)
                words += " " + self.tr("{key} shows it in its article.").format(key=key)
        self._empty.setText(words)
        self._stack.setCurrentIndex(1)

    def _show_work(self) -> None:
        """Say what is being read, or what waits to be written."""
        bench, digits = self.bench, self._language.digits
        waiting = len(bench.questions.unwritten)
        if bench.busy and bench.progress is not None and bench.progress.total > 20:
            sentence = self.tr("The articles are being compared… {done} of {total}")
            done, total = digits(bench.progress.done), digits(bench.progress.total)
            self.notice.say("info", sentence.format(done=done, total=total))
        elif bench.busy and not bench.read:
            self.notice.say("info", self.tr("The articles are being compared…"))
        elif waiting and bench.questions.total:
            sentence = self.tr("What all agree on waits to be put into gold in {count} articles. {key} does it now.")
            self.notice.say("info", sentence.format(count=digits(waiting), key=display("U", self._language.code)))
        else:
            self.notice.hush()

    def _tell_done(self, case: Case) -> None:
        """Say that an article is done, and who was who."""
        title = case.docket.document.title or case.docket.document.name
        words = self.tr("“{title}” is done.").format(title=f"\u2068{title}\u2069")
        blind = {shown: name for name, shown in self.bench.names_in(case).items() if shown != name}
        told = joined((isolated(f"{shown}: {blind[shown]}") for shown in sorted(blind)), self._language.code)
        self.said.emit(f"{words} {told}".strip())

    def _retranslate(self) -> None:
        code = self._language.code
        words = {
            "review.edit": self.tr("Own answer"),
            "review.defer": self.tr("Defer"),
            "review.reason": self.tr("Reason"),
            "review.comment": self.tr("Comment"),
            "review.undo": self.tr("Undo"),
            "review.open": self.tr("In the article"),
        }
        for action_id, button in self.buttons.items():
            key = display(_BUTTONS[action_id], code)
            button.setText(f"{words[action_id]} · {display(_BUTTONS[action_id])}")
            button.setAccessibleName(words[action_id])
            button.setToolTip(f"{words[action_id]} ({key})")
        self.comment.setPlaceholderText(self.tr("Comment on your next decision"))
        self.comment.setAccessibleName(self.tr("Comment on your next decision"))
        self.article.view.setAccessibleName(self.tr("Article with everybody's answers"))
        if self.bench.read:
            self._show_queue()
            self._show_question()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_pause"):
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was, now = event.oldSize().width() < NARROW, event.size().width() < NARROW
        if was != now or event.oldSize().width() < 0:
            self.splitter.setSizes([160, 340, 250] if now else list(_SIZES))
