"""Everything the window can do: one table of actions with their keys, and the router that obeys the keys.

Key names are those of `keymap`. Left and Right mean what they say on screen; the page turns them into next and
previous by the direction of the text. Keys of labels, commitment types and roles are not here: they come from
the schema, and a page answers for them (`KeyRouter.add_context`).

How the keys were chosen: arrows move, with Shift they select, with Ctrl they go farther. Digits and "-" are
left to the labels, and most letters to the roles. What remains is the first letter of an English name where it
was free (C commitment, N note, F finish), and signs that look like what they do: "[" and "]" move the ends of what is
selected ("[" the one read first), "." takes the sentence. Keys that make invisible characters in Persian
layouts (Shift+Space, Ctrl+Shift+digit) and all of AltGr stay free.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.gui.i18n import Language
from peyman.gui.keymap import display, resolve
from peyman.gui.theme import icon


@dataclass(frozen=True)
class Action:
    """One thing the window can do.

    Attributes:
        text: English; translated in the context "actions", like `group`.
        keys: the first one is shown in menus, all of them in the list of keys.
        context: where the keys work: "window" (everywhere), or a part that has the focus.
        group: heading in the list of keys.
        icon: name of a drawing in `resources/icons`.
        needs: the state it waits for, such as "document" or "span"; "" is always possible.
        repeats: whether holding the key down goes on doing it.
        by_widget: the widget with the focus obeys these keys itself; they stand here for the list of keys.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    context: str
    group: str
    icon: str = ""
    needs: str = ""
    repeats: bool = False
    by_widget: bool = False


_PROJECT = QT_TRANSLATE_NOOP("actions", "Project")
_ARTICLES = QT_TRANSLATE_NOOP("actions", "Articles")
_MOVE = QT_TRANSLATE_NOOP("actions", "Moving in the text")
_SELECT = QT_TRANSLATE_NOOP("actions", "Selecting")
_SPANS = QT_TRANSLATE_NOOP("actions", "Spans")
_COMMITMENTS = QT_TRANSLATE_NOOP("actions", "Commitments")
_SEARCH = QT_TRANSLATE_NOOP("actions", "Searching")
_REGISTER = QT_TRANSLATE_NOOP("actions", "Register of commitments")
_DASHBOARD = QT_TRANSLATE_NOOP("actions", "Agreement and feedback")
_GUIDELINES = QT_TRANSLATE_NOOP("actions", "Guidelines")
_REVIEW = QT_TRANSLATE_NOOP("actions", "Adjudicating")
_VIEW = QT_TRANSLATE_NOOP("actions", "Window")
_T = QT_TRANSLATE_NOOP


def _window(
    id: str,  # noqa: A002 - the name it has in the table
    text: str,
    keys: tuple[str, ...],
    group: str,
    icon: str = "",
    needs: str = "",
    repeats: bool = False,
) -> Action:
    return Action(id, text, keys, "window", group, icon, needs, repeats)


def _move(id: str, text: str, key: str, group: str = _MOVE) -> Action:  # noqa: A002
    return Action(id, text, (key,), "article", group, needs="document", repeats=True)


def _widget(id: str, text: str, keys: tuple[str, ...], context: str, group: str) -> Action:  # noqa: A002
    return Action(id, text, keys, context, group, by_widget=True)


def _dashboard(name: str, text: str, key: str) -> Action:
    return Action(f"dashboard.{name}", text, (key,), "dashboard", _DASHBOARD)


def _review(id: str, text: str, key: str) -> Action:  # noqa: A002
    return Action(id, text, (key,), "review", _REVIEW)


def _end(id: str, text: str, key: str) -> Action:  # noqa: A002
    return Action(id, text, (key,), "article", _SPANS, needs="document", repeats=True)


ACTIONS: tuple[Action, ...] = (
    _window("project.new", _T("actions", "New project…"), ("Ctrl+N",), _PROJECT, "new"),
    _window("project.open", _T("actions", "Open project…"), ("Ctrl+O",), _PROJECT, "open"),
    _window("project.import", _T("actions", "Import articles…"), ("Ctrl+I",), _PROJECT, "import", "project"),
    _window("project.export", _T("actions", "Export…"), ("Ctrl+E",), _PROJECT, "export", "project"),
    _window("project.deal", _T("actions", "Deal out articles…"), ("Ctrl+Shift+D",), _PROJECT, needs="project"),
    _window("project.release", _T("actions", "Release the gold…"), ("Ctrl+Shift+R",), _PROJECT, needs="project"),
    _window("project.hand_in", _T("actions", "Hand in…"), ("Ctrl+Shift+H",), _PROJECT, needs="project"),
    _window("project.merge", _T("actions", "Merge files…"), ("Ctrl+Shift+M",), _PROJECT, needs="project"),
    _window(
        "project.about",
        _T("actions", "Figures and settings of the project…"),
        ("Ctrl+Shift+P",),
        _PROJECT,
        needs="project",
    ),
    _window("project.schema", _T("actions", "Labels and attributes…"), ("Ctrl+Shift+S",), _PROJECT, needs="project"),
    _window("project.work_as", _T("actions", "Work as…"), (), _PROJECT, "", "project"),
    _window("app.settings", _T("actions", "Settings…"), ("Ctrl+,",), _PROJECT, "settings"),
    _window("app.quit", _T("actions", "Quit"), ("Ctrl+Q",), _PROJECT),
    _window(
        "document.next",
        _T("actions", "Next article"),
        ("Alt+Down", "Ctrl+PageDown"),
        _ARTICLES,
        "next",
        "document",
        True,
    ),
    _window(
        "document.previous",
        _T("actions", "Previous article"),
        ("Alt+Up", "Ctrl+PageUp"),
        _ARTICLES,
        "previous",
        "document",
        True,
    ),
    Action(
        "document.finish",
        _T("actions", "Finish and go on"),
        ("F", "Ctrl+Enter"),
        "article",
        _ARTICLES,
        "finish",
        "document",
    ),
    Action("edit.latest", _T("actions", "The last edits"), ("H",), "article", _SPANS, needs="document"),
    Action("document.skip", _T("actions", "Skip the article"), ("K",), "article", _ARTICLES, "skip", "document"),
    _window("queue.filter", _T("actions", "Filter the queue"), ("/",), _ARTICLES, "filter", "project"),
    _window("article.find", _T("actions", "Find in the article…"), ("Ctrl+F",), _ARTICLES, "search", "document"),
    _widget("queue.open", _T("actions", "In the queue: open the article"), ("Enter",), "queue", _ARTICLES),
    # Moving the cursor.
    _move("cursor.left", _T("actions", "Token to the left"), "Left"),
    _move("cursor.right", _T("actions", "Token to the right"), "Right"),
    _move("cursor.up", _T("actions", "Line up"), "Up"),
    _move("cursor.down", _T("actions", "Line down"), "Down"),
    _move("cursor.sentence_left", _T("actions", "Sentence to the left"), "Ctrl+Left"),
    _move("cursor.sentence_right", _T("actions", "Sentence to the right"), "Ctrl+Right"),
    _move("cursor.line_start", _T("actions", "Start of the line"), "Home"),
    _move("cursor.line_end", _T("actions", "End of the line"), "End"),
    _move("cursor.start", _T("actions", "Start of the article"), "Ctrl+Home"),
    _move("cursor.end", _T("actions", "End of the article"), "Ctrl+End"),
    _move("cursor.page_up", _T("actions", "Page up"), "PageUp"),
    _move("cursor.page_down", _T("actions", "Page down"), "PageDown"),
    # Selecting.
    _move("extend.left", _T("actions", "Select a token to the left"), "Shift+Left", _SELECT),
    _move("extend.right", _T("actions", "Select a token to the right"), "Shift+Right", _SELECT),
    _move("extend.up", _T("actions", "Select a line up"), "Shift+Up", _SELECT),
    _move("extend.down", _T("actions", "Select a line down"), "Shift+Down", _SELECT),
    _move("extend.sentence_left", _T("actions", "Select a sentence to the left"), "Ctrl+Shift+Left", _SELECT),
    _move("extend.sentence_right", _T("actions", "Select a sentence to the right"), "Ctrl+Shift+Right", _SELECT),
    _move("extend.line_start", _T("actions", "Select to the start of the line"), "Shift+Home", _SELECT),
    _move("extend.line_end", _T("actions", "Select to the end of the line"), "Shift+End", _SELECT),
    _move("extend.letter_left", _T("actions", "Select a letter to the left"), "Alt+Shift+Left", _SELECT),
    _move("extend.letter_right", _T("actions", "Select a letter to the right"), "Alt+Shift+Right", _SELECT),
    Action("select.sentence", _T("actions", "Select the sentence"), (".",), "article", _SELECT, needs="document"),
    Action("select.copy", _T("actions", "Copy the selected text"), ("Ctrl+C",), "article", _SELECT, needs="document"),
    Action("select.clear", _T("actions", "Select nothing"), ("Esc",), "article", _SELECT, needs="document"),
    # Spans.
    _window("edit.undo", _T("actions", "Undo"), ("Ctrl+Z",), _SPANS, "undo", "undo", True),
    _window("edit.redo", _T("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), _SPANS, "redo", "redo", True),
    _move("offer.next", _T("actions", "Next suggestion; when there is none, next span"), "Tab", _SPANS),
    _move("offer.previous", _T("actions", "Previous suggestion or span"), "Shift+Tab", _SPANS),
    _widget(
        "offer.accept", _T("actions", "Take the suggestion (a label's key: as that label)"), ("Enter",), "", _SPANS
    ),
    _widget("offer.reject", _T("actions", "Reject the suggestion"), ("Backspace",), "", _SPANS),
    _move("span.next", _T("actions", "Next span"), "Ctrl+Down", _SPANS),
    _move("span.previous", _T("actions", "Previous span"), "Ctrl+Up", _SPANS),
    Action(
        "span.here",
        _T("actions", "Span under the cursor; again: the next inner or outer one"),
        ("Space",),
        "article",
        _SPANS,
        needs="document",
    ),
    Action("span.open", _T("actions", "Attributes of the span"), ("Enter",), "article", _SPANS, needs="span"),
    _end("span.start_out", _T("actions", "Start of the span outwards"), "["),
    _end("span.start_in", _T("actions", "Start of the span inwards"), "Shift+["),
    _end("span.end_out", _T("actions", "End of the span outwards"), "]"),
    _end("span.end_in", _T("actions", "End of the span inwards"), "Shift+]"),
    _end("span.start_out_letter", _T("actions", "Start of the span outwards by a letter"), "Alt+["),
    _end("span.start_in_letter", _T("actions", "Start of the span inwards by a letter"), "Alt+Shift+["),
    _end("span.end_out_letter", _T("actions", "End of the span outwards by a letter"), "Alt+]"),
    _end("span.end_in_letter", _T("actions", "End of the span inwards by a letter"), "Alt+Shift+]"),
    Action(
        "span.delete",
        _T("actions", "Delete the span"),
        ("Delete", "Backspace"),
        "article",
        _SPANS,
        "delete",
        "span",
    ),
    Action(
        "span.note", _T("actions", "Note on the span, or on the article"), ("N",), "article", _SPANS, "note", "document"
    ),
    Action(
        "span.doubt",
        _T("actions", "Doubt about the span, or the article"),
        ("X",),
        "article",
        _SPANS,
        "doubt",
        "document",
    ),
    Action(
        "repeat.article",
        _T("actions", "The same label on the same words in this article…"),
        ("R",),
        "article",
        _SPANS,
        needs="span",
    ),
    Action(
        "repeat.project",
        _T("actions", "The same label on the same words in the whole project…"),
        ("Shift+R",),
        "article",
        _SPANS,
        needs="span",
    ),
    Action(
        "span.pick",
        _T("actions", "Pick a value: calendar, people, names"),
        ("F4",),
        "article",
        _SPANS,
        needs="span",
    ),
    # Commitments.
    Action(
        "commitment.create",
        _T("actions", "Commitment from the selection or the sentence"),
        ("C",),
        "article",
        _COMMITMENTS,
        "commitment",
        "document",
    ),
    Action(
        "span.defaults",
        _T("actions", "Confirm what is offered, fill in the defaults"),
        ("D",),
        "article",
        _COMMITMENTS,
        needs="span",
    ),
    _widget("roles.take", _T("actions", "Role: take the selected text"), ("Enter",), "roles", _COMMITMENTS),
    _widget("roles.leave", _T("actions", "Role: leave it empty"), ("Esc", "Delete"), "roles", _COMMITMENTS),
    _widget("form.next", _T("actions", "Form: next field"), ("Down", "Enter", "Tab"), "form", _COMMITMENTS),
    _widget("form.previous", _T("actions", "Form: previous field"), ("Up", "Shift+Tab"), "form", _COMMITMENTS),
    _widget("form.defaults", _T("actions", "Form: confirm and fill in the defaults"), ("D",), "form", _COMMITMENTS),
    _widget("form.pick", _T("actions", "Form: calendar or list of the field"), ("F4",), "form", _COMMITMENTS),
    _widget("form.date", _T("actions", "Form: date of the article"), ("Shift+F4",), "form", _COMMITMENTS),
    _widget("form.leave", _T("actions", "Form: back to the text"), ("Esc", "Ctrl+Enter"), "form", _COMMITMENTS),
    # Adjudicating.
    _widget("review.take", _T("actions", "Take an answer: its number"), ("1", "2", "3", "4", "5"), "review", _REVIEW),
    _widget("review.reject", _T("actions", "Gold has nothing here"), ("0",), "review", _REVIEW),
    _review("review.edit", _T("actions", "An answer of one's own"), "E"),
    _review("review.defer", _T("actions", "Put the question aside"), "S"),
    _review("review.undo", _T("actions", "Take the last decision back"), "Z"),
    _review("review.reason", _T("actions", "Reason for the decision: its number"), "K"),
    _review("review.comment", _T("actions", "Comment on the decision"), "N"),
    _review("review.together", _T("actions", "Settle all places where the same is asked"), "G"),
    _review("review.accept", _T("actions", "One annotator's answers for the whole article"), "A"),
    _review("review.unanimous", _T("actions", "Put into gold what everybody agrees on"), "U"),
    _review("review.open", _T("actions", "Show the place in the gold of its article"), "Enter"),
    _review("review.filter", _T("actions", "Filter the questions"), "F"),
    _review("review.leave", _T("actions", "Back to the list; again: show all questions"), "Esc"),
    # The register of commitments.
    Action("register.show", _T("actions", "Show the commitment in its article"), ("Enter",), "register", _REGISTER),
    Action("register.filter", _T("actions", "Filter the commitments"), ("F",), "register", _REGISTER, "filter"),
    Action("register.clear", _T("actions", "Show all commitments"), ("Esc",), "register", _REGISTER),
    Action("register.export", _T("actions", "Write the commitments to a file…"), ("E",), "register", _REGISTER),
    _widget("register.sort", _T("actions", "Sort by a column: its number"), ("1", "2", "3"), "register", _REGISTER),
    # The dashboard, and the feedback sheet.
    _dashboard("measure", _T("actions", "Measure again, or stop measuring"), "F5"),
    _dashboard("whose", _T("actions", "Compare others: with one another, with gold"), "W"),
    _dashboard("layer", _T("actions", "Next layer"), "L"),
    _widget("dashboard.examples", _T("actions", "On a cell: list its examples"), ("Enter",), "dashboard", _DASHBOARD),
    _dashboard("back", _T("actions", "Back: to the chart, to the list of charts"), "Esc"),
    _dashboard("export", _T("actions", "Write the chart to a file…"), "E"),
    _dashboard("report", _T("actions", "Write all charts as a report…"), "R"),
    _dashboard("feedback", _T("actions", "Write the annotator's feedback sheet…"), "F"),
    Action("feedback.open", _T("actions", "Open a feedback sheet…"), ("O",), "feedback", _DASHBOARD),
    Action("feedback.save", _T("actions", "Write the feedback sheet as a page…"), ("E",), "feedback", _DASHBOARD),
    # Guidelines.
    Action(
        "help.guideline",
        _T("actions", "What the label is for"),
        ("G",),
        "article",
        _GUIDELINES,
        needs="document",
    ),
    Action("guidelines.write", _T("actions", "Write the guidelines"), ("E",), "guidelines", _GUIDELINES),
    Action("guidelines.done", _T("actions", "Keep what was written"), ("Ctrl+Enter",), "guidelines", _GUIDELINES),
    # The window.
    _window("page.annotate", _T("actions", "Annotate"), ("Ctrl+1",), _VIEW, needs="project"),
    _window("page.review", _T("actions", "Adjudicate"), ("Ctrl+2",), _VIEW, needs="project"),
    _window("page.search", _T("actions", "Search the project"), ("Ctrl+Shift+F",), _SEARCH, "search", "project"),
    Action("search.check", _T("actions", "Check for consistent labelling"), ("F5",), "search", _SEARCH),
    _widget("search.go", _T("actions", "In the list: go to the place"), ("Enter",), "search", _SEARCH),
    _widget("search.tick", _T("actions", "In the list: tick, or take the tick away"), ("Space",), "search", _SEARCH),
    _widget("search.tick_all", _T("actions", "In the list: tick all, or none"), ("Ctrl+A",), "search", _SEARCH),
    _widget("search.delete", _T("actions", "In the list: delete what is ticked"), ("Delete",), "search", _SEARCH),
    _widget("search.majority", _T("actions", "In the check: make all alike"), ("M",), "search", _SEARCH),
    _widget("search.intended", _T("actions", "In the check: mark as intended"), ("I",), "search", _SEARCH),
    _widget("search.leave", _T("actions", "In the list: back"), ("Esc",), "search", _SEARCH),
    _window("page.register", _T("actions", "Register of commitments"), ("Ctrl+3",), _VIEW, needs="project"),
    _window("page.dashboard", _T("actions", "Agreement and progress"), ("Ctrl+4",), _VIEW, needs="project"),
    _window("page.feedback", _T("actions", "Feedback from the curator"), ("Ctrl+5",), _VIEW, needs="project"),
    _window("page.guidelines", _T("actions", "Guidelines"), ("Ctrl+9",), _VIEW, needs="project"),
    _window("view.larger", _T("actions", "Larger text"), ("Ctrl+=", "Ctrl+Shift+="), _VIEW, repeats=True),
    _window("view.smaller", _T("actions", "Smaller text"), ("Ctrl+-",), _VIEW, repeats=True),
    _window("view.usual_size", _T("actions", "Usual text size"), ("Ctrl+0",), _VIEW),
    _window("view.looser", _T("actions", "Lines farther apart"), ("Alt+=",), _VIEW, repeats=True),
    _window("view.tighter", _T("actions", "Lines closer together"), ("Alt+-",), _VIEW, repeats=True),
    _window("view.wider", _T("actions", "Longer lines"), ("Ctrl+]",), _VIEW, repeats=True),
    _window("view.narrower", _T("actions", "Shorter lines"), ("Ctrl+[",), _VIEW, repeats=True),
    _window("view.font", _T("actions", "Another font"), ("Ctrl+T",), _VIEW),
    _window("view.join_lines", _T("actions", "Join lines broken by hand"), ("Ctrl+J",), _VIEW, needs="document"),
    _window("view.paragraph", _T("actions", "Only one paragraph stands out"), ("Ctrl+D",), _VIEW),
    _window("view.theme", _T("actions", "Light or dark"), ("Ctrl+Shift+L",), _VIEW, "theme"),
    _window("view.next_pane", _T("actions", "Next pane"), ("F6",), _VIEW),
    _window("view.previous_pane", _T("actions", "Previous pane"), ("Shift+F6",), _VIEW),
    _window("view.queue", _T("actions", "Show or hide the queue"), ("F7",), _VIEW),
    _window("view.suggestions", _T("actions", "Suggestions on or off"), ("F9",), _VIEW, needs="project"),
    _window("view.whose", _T("actions", "The next one’s annotations"), ("F2",), _VIEW, needs="document"),
    _window("view.inspector", _T("actions", "Show or hide the inspector"), ("F8",), _VIEW),
    _window("view.full_screen", _T("actions", "Full screen"), ("F11",), _VIEW),
    _window("help.keys", _T("actions", "All keys"), ("F1",), _VIEW, "help"),
    _window("app.about", _T("actions", "About Peyman"), (), _VIEW),
)

# The menu bar: title and actions; None is a separator.
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("actions", "&Project"),
        (
            *("project.new", "project.open", None, "project.import", "project.export", "project.release", None),
            *("project.about", "project.schema", "project.work_as", "app.settings", None, "app.quit"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        (
            *("edit.undo", "edit.redo", None, "select.sentence", "select.copy", None),
            *("span.open", "span.note", "span.doubt", "span.delete", None),
            *("repeat.article", "repeat.project", None),
            *("commitment.create", "span.defaults"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Article"),
        (
            *("document.finish", "document.skip", None, "document.next", "document.previous", None),
            *("queue.filter", "article.find", "page.search"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            *("page.annotate", "page.review", "page.register", "page.dashboard", "page.feedback"),
            *("page.guidelines", None),
            *("view.larger", "view.smaller", "view.usual_size", "view.font", None),
            *("view.looser", "view.tighter", "view.wider", "view.narrower", None),
            *("view.join_lines", "view.paragraph", None),
            *("view.suggestions", "view.whose", "view.theme", "view.queue", "view.inspector", "view.full_screen"),
        ),
    ),
    (QT_TRANSLATE_NOOP("actions", "&Help"), ("help.guideline", "help.keys", "app.about")),
)

_ROLES = {
    "app.settings": QAction.MenuRole.PreferencesRole,
    "app.quit": QAction.MenuRole.QuitRole,
    "app.about": QAction.MenuRole.AboutRole,
}


def keys_of(*contexts: str) -> set[str]:
    """Return the keys that mean something in these contexts; a schema's keys must keep clear of them."""
    return {key for action in ACTIONS if action.context in contexts for key in action.keys}


class Actions(QObject):
    """The table made into QActions; the pages say what each one does.

    An action is enabled while it has a handler and the state it needs is there; without a handler nobody sees it.

    Signals:
        refused(str): a key was pressed for an action that waits for this state.
    """

    refused = Signal(str)

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._table = [action for action in ACTIONS if not action.by_widget]
        self._qactions = {action.id: QAction(self) for action in self._table}
        self._needs = {action.id: action.needs for action in self._table}
        self._handled: set[str] = set()
        self._states: frozenset[str] = frozenset()
        self._menus: list[tuple[QMenu, str]] = []
        for action in self._table:
            qaction = self._qactions[action.id]
            qaction.setObjectName(action.id)
            qaction.setMenuRole(_ROLES.get(action.id, QAction.MenuRole.NoRole))
            if action.icon:
                qaction.setIcon(icon(action.icon))
        self.retranslate()
        for action_id in self._qactions:
            self._enable(action_id)

    def __getitem__(self, action_id: str) -> QAction:
        return self._qactions[action_id]

    def handle(self, action_id: str, handler: Callable[[], object]) -> None:
        """Say what an action does. Raises ValueError if that was said already."""
        if action_id in self._handled:
            raise ValueError(f"{action_id} has a handler")
        self._qactions[action_id].triggered.connect(lambda _checked=False: handler())
        self._handled.add(action_id)
        self._enable(action_id)

    def set_states(self, states: Collection[str]) -> None:
        """Say which states hold now: "project", "document", "span", "commitment", "undo", "redo"."""
        changed, self._states = self._states ^ set(states), frozenset(states)
        for action in self._table if changed else ():  # after every key, so only what changes is touched
            if action.needs in changed:
                self._enable(action.id)

    def refuse(self, action: Action) -> bool:
        """Say that an action waits for something; False when it has no handler and so means nothing."""
        if action.id not in self._handled or action.needs not in ("span", "commitment"):
            return False
        self.refused.emit(action.needs)
        return True

    def _enable(self, action_id: str) -> None:
        qaction, handled, needs = self._qactions[action_id], action_id in self._handled, self._needs[action_id]
        qaction.setEnabled(handled and (not needs or needs in self._states))
        qaction.setVisible(handled)

    def retranslate(self) -> None:
        """Write all texts anew in the language of the moment."""
        code = self._language.code
        for action in self._table:
            qaction, text = self._qactions[action.id], _translate(action.text)
            name = text.removesuffix("…")
            key = display(action.keys[0], code) if action.keys else ""
            # What follows a tab is shown as the shortcut, but Qt does not act on it: that is the router's work.
            qaction.setText(f"{text}\t{key}")
            qaction.setIconText(name)
            qaction.setToolTip(f"{name} ({key})" if key else name)
        for menu, title in self._menus:
            menu.setTitle(_translate(title))

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        for title, ids in MENUS:
            menu = bar.addMenu(_translate(title))
            self._menus.append((menu, title))
            self.fill_menu(menu, ids)

    def fill_menu(self, menu: QMenu, ids: Iterable[str | None]) -> None:
        for action_id in ids:
            if action_id is None:
                menu.addSeparator()
            else:
                menu.addAction(self._qactions[action_id])

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the list of keys: for each group its heading, and the keys and text of each action in use."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for action in ACTIONS:
            if action.keys and (action.by_widget or action.id in self._handled):
                keys = "  ".join(display(key, self._language.code) for key in action.keys)
                groups.setdefault(action.group, []).append((keys, _translate(action.text)))
        return [(_translate(group), rows) for group, rows in groups.items()]


def _translate(text: str) -> str:
    return QCoreApplication.translate("actions", text)


@dataclass(frozen=True)
class _Context:
    name: str
    widget: QWidget
    keys: Callable[[str], bool] | None
    active: Callable[[], bool]


class KeyRouter(QObject):
    """Sends the keys pressed in a window to its actions, by what stands on the key and not what it types.

    It looks at a key before the widget with the focus does. The innermost context that holds the focus is
    asked first, then those around it, at last "window". A field being typed in keeps what belongs to typing.
    """

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._contexts: list[_Context] = []
        self._by_key = {(a.context, key): a for a in ACTIONS for key in a.keys if not a.by_widget}
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def add_context(
        self,
        name: str,
        widget: QWidget,
        keys: Callable[[str], bool] | None = None,
        active: Callable[[], bool] = lambda: True,
    ) -> None:
        """Let the actions of context `name` work while the focus is in `widget` and `active()` holds.

        `keys` is asked before the table, for keys that are not in it (labels, hints); it says whether it took
        the key, and is not asked again while the key is held down. Of several contexts on one widget the one
        added last is asked first.
        """
        context = _Context(name, widget, keys, active)
        self._contexts.append(context)
        widget.destroyed.connect(lambda: self._contexts.remove(context))

    def route(self, key: str, focus: QWidget | None = None, repeated: bool = False) -> bool:
        """Do what `key` means with the focus at `focus`; return whether it meant anything."""
        if not key or keeps(focus, key):
            return False
        for context in self._contexts_at(focus):
            if context.keys is not None and not repeated and context.keys(key):
                return True
            if self._trigger(context.name, key, repeated):
                return True
        return self._trigger("window", key, repeated)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            focus = self._window.focusWidget()
            # A key that the widget with the focus did not want comes by again on its way up to the window.
            if watched is focus or (watched is self._window and not _is_watched(focus)):
                return self.route(resolve(event), focus, event.isAutoRepeat())
        elif event.type() == QEvent.Type.LanguageChange and watched is self._window:
            self._actions.retranslate()
        return False

    def _trigger(self, context: str, key: str, repeated: bool) -> bool:
        action = self._by_key.get((context, key))
        if action is None:
            return False
        if not self._actions[action.id].isEnabled():
            return self._actions.refuse(action)
        if action.repeats or not repeated:
            self._actions[action.id].trigger()
        return True

    def _contexts_at(self, focus: QWidget | None) -> Iterator[_Context]:
        widget = focus
        while widget is not None:
            yield from (c for c in reversed(self._contexts) if c.widget is widget and c.active())
            widget = widget.parentWidget()

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A filter on the window alone would see only the keys that the widget with the focus did not want.
        if new is not None and self._window.isAncestorOf(new) and not _is_watched(new):
            new.setProperty(_WATCHED, True)
            new.installEventFilter(self)


_WATCHED = "keys_are_routed"


def _is_watched(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property(_WATCHED))


_CARET_KEYS = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete", "Insert"})
_FIELD_KEYS = frozenset("ACVXYZ")
_COMBO_KEYS = frozenset({"Up", "Down", "Alt+Up", "Alt+Down", "Space", "Enter", "Home", "End", "PageUp", "PageDown"})


def keeps(widget: QWidget | None, key: str) -> bool:
    """Return whether `widget` is to have `key` itself: typing and caret keys of a field, choosing in a list."""
    if isinstance(widget, QComboBox):
        return key in _COMBO_KEYS
    if not isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)) or widget.isReadOnly():
        return False
    *modifiers, base = key.split("+")
    held = set(modifiers)
    if held & {"Alt", "Meta"}:
        return False
    if "Ctrl" in held:
        return base in _CARET_KEYS or base in _FIELD_KEYS
    return len(base) == 1 or base in _CARET_KEYS or base in {"Space", "Enter", "Tab", "PageUp", "PageDown"}
