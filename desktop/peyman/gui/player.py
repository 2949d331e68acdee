"""Plays keys into the window as a keyboard would: for screenshots, acceptance and tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from peyman.gui.keymap import Layout, make_event

ALIASES = {"Return": "Enter", "Escape": "Esc", "Del": "Delete", "PgUp": "PageUp", "PgDown": "PageDown"}


def play(window: QWidget, keys: str, layout: Layout = "latin") -> int:
    """Press the keys, separated by spaces, and return how many there were.

    `text:…` types the letters after it into the field that has the focus, and is no key.
    """
    count = 0
    for key in keys.split():
        if key.startswith("text:"):
            type_text(window, key.removeprefix("text:"))
        else:
            press(window, key, layout)
            count += 1
    return count


def press(window: QWidget, key: str, layout: Layout = "latin") -> None:
    """Press and release one key, with whatever has the focus. Raises ValueError if no key is called so."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    base = ALIASES.get(base, base.upper() if len(base) == 1 else base)
    name = "+".join([*modifiers, base])
    if QApplication.focusWidget() is None and QApplication.activeModalWidget() is None:
        window.activateWindow()  # without a window manager nobody does it when a dialog goes
        settle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        # As from a real keyboard: a list or calendar that has popped up gets the keys first.
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        QApplication.sendEvent(target or window, make_event(name, layout, kind=kind))
    settle()


def type_text(window: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget() or window, event)
    settle()


def settle() -> None:
    """Let everything that a key set off come to rest."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
