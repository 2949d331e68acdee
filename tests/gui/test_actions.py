"""The table of actions, and keys that find their action whatever has the focus and whatever layout is on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSpinBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peyman.core.schema import Schema
from peyman.gui.actions import ACTIONS, MENUS, Actions, KeyRouter, keys_of
from peyman.gui.i18n import Language
from peyman.gui.keymap import LAYOUTS, Layout, make_event, resolve

STATES = {action.needs for action in ACTIONS} - {""}
OURS = [action for action in ACTIONS if not action.by_widget]


class Window(QMainWindow):
    """An article that takes no keys itself, and a form with one field of each kind."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.article, self.form = QWidget(), QWidget()
        self.article.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fields: dict[str, QWidget] = {
            "line": QLineEdit("آ ب"),
            "note": QPlainTextEdit("note"),
            "number": QSpinBox(),
            "choice": QComboBox(),
        }
        column = QVBoxLayout(self.form)
        for field in self.fields.values():
            column.addWidget(field)
        body = QWidget()
        row = QVBoxLayout(body)
        row.addWidget(self.article)
        row.addWidget(self.form)
        self.setCentralWidget(body)
        self.actions_ = Actions(language, self)
        self.router = KeyRouter(self, self.actions_)
        self.router.add_context("article", self.article, self._key)
        self.router.add_context("roles", self.article, self._role_key, active=lambda: self.in_roles)
        self.parts = {"window": self.article, "article": self.article}  # what has the focus when a key is pressed
        for context in sorted({action.context for action in OURS} - set(self.parts)):
            page = self.parts[context] = QWidget()
            page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(page)
            self.router.add_context(context, page)
        self.in_roles = False
        self.label_keys = ""
        self.done: list[str] = []
        for action in OURS:
            self.actions_.handle(action.id, partial(self.done.append, action.id))
        self.actions_.set_states(STATES)

    def _key(self, key: str) -> bool:
        if key in self.label_keys:
            self.done.append(f"label {key}")
            return True
        return False

    def _role_key(self, key: str) -> bool:
        if key in ("Esc", "W"):
            self.done.append(f"role {key}")
            return True
        return False

    def press(self, key: str, layout: Layout = "latin", repeat: bool = False) -> list[str]:
        """Press a key where the focus is; return the actions that followed."""
        self.done.clear()
        QApplication.sendEvent(self.focusWidget(), make_event(key, layout, repeat=repeat))
        QApplication.sendEvent(self.focusWidget(), make_event(key, layout, kind=QEvent.Type.KeyRelease))
        return list(self.done)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp)
    language.install("en")
    yield language
    language.install("en")
    language.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, language: Language) -> Window:
    window = Window(language)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    window.article.setFocus()
    assert window.focusWidget() is window.article
    return window


# --- The table ----------------------------------------------------------------------------------------------


def test_ids_and_texts_are_unique() -> None:
    for field in ("id", "text"):
        values = Counter(getattr(action, field) for action in ACTIONS)
        shared = {value for value, count in values.items() if count > 1}
        assert not shared


@pytest.mark.parametrize("context", sorted({action.context for action in ACTIONS}))
def test_no_key_means_two_things_in_one_place(context: str) -> None:
    """Keys of the window work everywhere, so they must differ from those of every context."""
    places = {context, "window"}
    keys = Counter(key for action in ACTIONS if action.context in places for key in action.keys)
    shared = {key for key, count in keys.items() if count > 1}
    assert not shared


def test_every_key_can_be_pressed() -> None:
    for action in ACTIONS:
        assert action.keys or action.id in {"project.work_as", "app.about"}
        for key in action.keys:
            assert resolve(make_event(key)) == key


def test_no_key_is_one_that_the_window_or_a_menu_needs() -> None:
    """Alt with a letter opens a menu, F10 the menu bar; Ctrl+Alt is AltGr on Windows."""
    for action in ACTIONS:
        for key in action.keys:
            assert not re.fullmatch(r"(Alt\+)(Shift\+)?[A-Z]", key), key
            assert key not in {"F10", "Alt+F4", "Menu", "Ctrl+Tab", "Alt+Tab"}
            assert "Ctrl+Alt+" not in key


def test_the_schemas_keys_are_free(schema: Schema) -> None:
    taken = keys_of("article", "window")
    keys = {(layer.id, label.key) for layer in schema.layers.values() for label in layer.labels if label.key}
    assert len(keys) > 20
    assert not {(layer, key) for layer, key in keys if key in taken}


def test_menus_hold_known_actions_once() -> None:
    ids = [action_id for _, menu in MENUS for action_id in menu if action_id is not None]
    assert set(ids) <= {action.id for action in OURS}
    assert len(ids) == len(set(ids))


# --- The router ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_key_does_its_action_under_every_layout(window: Window, layout: Layout) -> None:
    for action in OURS:
        window.parts[action.context].setFocus()
        for key in action.keys:
            assert window.press(key, layout) == [action.id], key


def test_keys_that_a_widget_obeys_itself_are_left_to_it(window: Window) -> None:
    window.fields["choice"].setFocus()
    for action in ACTIONS:
        if action.by_widget:
            for key in action.keys:
                window.fields["choice"].setFocus()
                assert window.press(key) == []


def test_keys_reach_the_router_from_a_widget_that_wants_them_itself(qtbot: QtBot, window: Window) -> None:
    window.fields["line"].setFocus()
    assert window.press("Ctrl+E") == ["project.export"]
    assert window.press("F1", "fa") == ["help.keys"]


@pytest.mark.parametrize("name", ["line", "note", "number"])
def test_a_field_keeps_typing_and_its_own_undo(window: Window, name: str) -> None:
    field = window.fields[name]
    field.setFocus()
    kept = [*"C1-/[", "Shift+C", "Space", "Shift+Space", "Left", "Shift+Left", "Ctrl+Left", "Ctrl+Shift+Left"]
    kept += ["Home", "End", "Ctrl+Home", "Backspace", "Delete", "Enter", "Up", "Down", "Tab", "PageUp"]
    kept += ["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"]
    for key in kept:
        for layout in LAYOUTS:
            field.setFocus()
            assert window.press(key, layout) == [], key
    for key, action in {
        "Ctrl+I": "project.import",
        "Ctrl+,": "app.settings",
        "Alt+Down": "document.next",
        "Ctrl+PageUp": "document.previous",
        "F6": "view.next_pane",
    }.items():
        field.setFocus()
        assert window.press(key, "fa") == [action]


def test_what_is_typed_arrives_in_the_field(window: Window) -> None:
    line = window.fields["line"]
    assert isinstance(line, QLineEdit)
    line.clear()
    line.setFocus()
    for key in ("C", "Shift+Space", "F", "1"):
        window.press(key, "fa")
    assert line.text() == "ز\u200cب۱"


def test_a_read_only_field_types_nothing_and_keeps_nothing(window: Window) -> None:
    note = window.fields["note"]
    assert isinstance(note, QPlainTextEdit)
    note.setReadOnly(True)
    note.setFocus()
    assert window.press("/") == ["queue.filter"]
    assert window.press("Ctrl+Z", "ru") == ["edit.undo"]


def test_a_list_of_choices_keeps_choosing(window: Window) -> None:
    box = window.fields["choice"]
    assert isinstance(box, QComboBox)
    box.addItems(["one", "two", "three"])
    box.setFocus()
    assert window.press("Down") == []
    assert box.currentText() == "two"
    assert window.press("/") == ["queue.filter"]


def test_labels_come_first_and_do_not_repeat(window: Window) -> None:
    window.label_keys = "12C"
    assert window.press("2", "fa") == ["label 2"]
    assert window.press("C", "ru") == ["label C"]
    assert window.press("2", repeat=True) == []
    window.label_keys = ""
    assert window.press("C", "ru") == ["commitment.create"]


def test_holding_a_key_repeats_moving_but_not_finishing(window: Window) -> None:
    assert window.press("Left", repeat=True) == ["cursor.left"]
    assert window.press("Ctrl+Z", repeat=True) == ["edit.undo"]
    assert window.press("F", repeat=True) == []
    assert window.press("C", repeat=True) == []


def test_what_is_not_possible_is_not_done(window: Window) -> None:
    window.actions_.set_states(STATES - {"undo", "span"})
    assert window.press("Ctrl+Z") == []
    assert window.press("D") == []
    assert window.press("Left") == ["cursor.left"]
    assert not window.actions_["edit.undo"].isEnabled()
    window.actions_.set_states(STATES)
    assert window.press("Ctrl+Z") == ["edit.undo"]


def test_the_context_added_last_goes_first_while_it_is_active(window: Window) -> None:
    assert window.press("Esc") == ["select.clear"]
    window.in_roles = True
    window.label_keys = "W1"
    assert window.press("Esc") == ["role Esc"]
    assert window.press("W", "fa") == ["role W"]
    assert window.press("1") == ["label 1"]
    assert window.press("Left") == ["cursor.left"]
    window.in_roles = False
    assert window.press("W") == ["label W"]


def test_a_context_goes_with_its_widget(window: Window) -> None:
    before = len(window.router._contexts)
    page = QWidget(window)
    window.router.add_context("article", page)
    assert len(window.router._contexts) == before + 1
    shiboken6.delete(page)
    assert len(window.router._contexts) == before


def test_altgr_and_bare_modifiers_do_nothing(window: Window) -> None:
    level3 = QKeyEvent(QEvent.Type.KeyPress, ord("["), Qt.KeyboardModifier.NoModifier, 34, 0, 0x80, "[")
    shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, 50, 0, 0)
    for event in (level3, shift):
        QApplication.sendEvent(window.article, event)
    assert window.done == []


def test_a_key_is_routed_when_nothing_has_the_focus(window: Window) -> None:
    focus = window.focusWidget()
    assert focus is not None
    focus.clearFocus()
    QApplication.sendEvent(window, make_event("F1"))
    assert window.done == ["help.keys"]


def test_the_focus_may_die(window: Window) -> None:
    extra = QLineEdit(window.form)
    extra.show()
    extra.setFocus()
    shiboken6.delete(extra)
    window.article.setFocus()
    assert window.press("F1") == ["help.keys"]


def test_another_window_is_left_alone(qtbot: QtBot, window: Window) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    QApplication.sendEvent(other, make_event("Ctrl+E"))
    assert window.done == []


# --- Texts --------------------------------------------------------------------------------------------------


def test_a_handler_can_be_given_once(window: Window) -> None:
    with pytest.raises(ValueError, match=r"edit\.undo"):
        window.actions_.handle("edit.undo", lambda: None)


def test_an_action_nobody_handles_is_off_and_not_in_the_list_of_keys(qtbot: QtBot, language: Language) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    actions = Actions(language, holder)
    actions.handle("app.quit", lambda: None)
    actions.set_states(STATES)
    assert actions["app.quit"].isEnabled()
    assert not actions["help.keys"].isEnabled()
    assert not actions["help.keys"].isVisible()
    by_widgets = sum(action.by_widget for action in ACTIONS)
    assert sum(len(rows) for _, rows in actions.sheet()) == 1 + by_widgets
    assert actions.sheet()[0] == ("Project", [("\u2066Ctrl+Q\u2069", "Quit")])


def test_menus_show_keys_without_claiming_them(window: Window) -> None:
    window.actions_.fill_menu_bar(window.menuBar())
    shown = {
        action.objectName(): action.text()
        for menu in window.menuBar().actions()
        for action in (menu.menu().actions() if menu.menu() else [])  # type: ignore[attr-defined]
    }
    assert shown["edit.undo"] == "Undo\t\u2066Ctrl+Z\u2069"
    assert all(action.shortcut().isEmpty() for action in map(window.actions_.__getitem__, [a.id for a in OURS]))
    toolbar = QToolBar()
    window.addToolBar(toolbar)
    toolbar.addAction(window.actions_["document.skip"])
    assert window.actions_["document.skip"].iconText() == "Skip the article"
    assert window.actions_["document.skip"].toolTip() == "Skip the article (\u2066K\u2069)"


def test_switching_the_language_words_everything_anew(window: Window, language: Language, qapp: QApplication) -> None:
    window.actions_.fill_menu_bar(window.menuBar())
    english = [window.actions_[action.id].text() for action in OURS]
    titles = [menu.text() for menu in window.menuBar().actions()]
    language.install("fa")
    qapp.processEvents()
    persian = [window.actions_[action.id].text() for action in OURS]
    assert window.actions_["commitment.create"].text().endswith("C (ز)\u2069")
    assert not set(english) & set(persian)
    assert not set(titles) & {menu.text() for menu in window.menuBar().actions()}
    language.install("en")
    qapp.processEvents()
    assert [window.actions_[action.id].text() for action in OURS] == english


def test_the_list_of_keys_holds_every_action_in_use(window: Window) -> None:
    rows = [row for _, rows in window.actions_.sheet() for row in rows]
    assert len(rows) == sum(bool(action.keys) for action in ACTIONS)
    assert ("\u2066Ctrl+⇧Z\u2069  \u2066Ctrl+Y\u2069", "Redo") in rows
