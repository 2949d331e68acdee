"""Which key was pressed, whatever the keyboard layout.

Qt's shortcuts are dead while a Persian or Russian layout is on, so the window routes keys by itself, by
names such as "A", "Shift+Right", "Ctrl+Z", "1", "-", "[": the modifiers (in the order Ctrl, Alt, Shift) and
what a US keyboard has printed on that key. `resolve` reads the name off an event, `make_event` makes an event
from a name, and `display` writes a name for people.

The rules, in this order:
1. A key with a name of its own (arrows, Enter, F1 …) is that key, and a Latin letter is that letter, so that
   AZERTY and Dvorak keep theirs.
2. Any other key is what stands at its place on a US keyboard: scan codes on X11, Wayland and Windows,
   virtual keys on macOS. But a character that is itself the name of a key, typed where none of the known
   layouts has it, is that key: such is "-" on a German keyboard.
3. Without a place (events made by programs) a digit of any script is that digit, and a character is the key
   it stands on in the US, Persian or Russian layouts.
"""

from __future__ import annotations

import sys
import unicodedata
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

Layout: TypeAlias = Literal["latin", "fa", "fa_legacy", "ru"]

# A layout is eight strings: the four rows of the main block, plain and with Shift, in the order of `PLACES`.
PLACES = r"`1234567890-=" + r"QWERTYUIOP[]" + "\\" + r"ASDFGHJKL;'" + r"ZXCVBNM,./" + " "
_LATIN = r"`1234567890-=" + r"qwertyuiop[]" + "\\" + r"asdfghjkl;'" + r"zxcvbnm,./" + " "
_LATIN_SHIFT = r"~!@#$%^&*()_+" + r"QWERTYUIOP{}|" + r'ASDFGHJKL:"' + r"ZXCVBNM<>?" + " "
# ISIRI 9147, which Linux and "Persian (Standard)" of Windows follow.
_FA = "\u200d۱۲۳۴۵۶۷۸۹۰-=" + "ضصثقفغعهخحجچ\\" + "شسیبلاتنمکگ" + "ظطزرذدپو./" + " "
_FA_SHIFT = (
    "÷!\u066c\u066b\ufdfc٪×،*)(ـ+"
    + "\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{|"
    + "ؤئيإأآة»«:؛"
    + "ك\u0653ژ\u0670\u200c\u0654ء><؟"
    + "\u200c"
)
# The older "Persian" of Windows.
_FA_LEGACY = "÷1234567890-=" + "ضصثقفغعهخحجچپ" + "شسیبلاتنمکگ" + "ظطزرذدئو./" + " "
_FA_LEGACY_SHIFT = (
    "×!@#$%^&*)(_+" + "\u064b\u064c\u064d\ufdfc،؛,][\\}{|" + '\u064e\u064f\u0650\u0651ۀآـ«»:"' + "ةيژؤإأء<>؟" + " "
)
_RU = "ё1234567890-=" + "йцукенгшщзхъ\\" + "фывапролджэ" + "ячсмитьбю." + " "
_RU_SHIFT = 'Ё!"№;%:?*()_+' + "ЙЦУКЕНГШЩЗХЪ/" + "ФЫВАПРОЛДЖЭ" + "ЯЧСМИТЬБЮ," + " "

LAYOUTS: dict[Layout, tuple[str, str]] = {
    "latin": (_LATIN, _LATIN_SHIFT),
    "fa": (_FA, _FA_SHIFT),
    "fa_legacy": (_FA_LEGACY, _FA_LEGACY_SHIFT),
    "ru": (_RU, _RU_SHIFT),
}

# Scan codes, set 1, in the order of `PLACES`: Windows gives them as they are, X11 and Wayland 8 higher.
_SCAN_CODES = (
    *(0x29, *range(0x02, 0x0E)),
    *(*range(0x10, 0x1C), 0x2B),
    *range(0x1E, 0x29),
    *range(0x2C, 0x36),
    0x39,
)
_X11_OFFSET = 8
# Virtual keys of macOS (Events.h, kVK_ANSI_…), in the order of `PLACES`.
_MAC_KEYS = (
    *(50, 18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27, 24),
    *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30, 42),
    *(0, 1, 2, 3, 5, 4, 38, 40, 37, 41, 39),
    *(6, 7, 8, 9, 11, 45, 46, 43, 47, 44),
    49,
)

_NAMED: dict[int, str] = {
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Menu: "Menu",
} | {int(Qt.Key.Key_F1) + n: f"F{n + 1}" for n in range(12)}
_KEYS = {name: key for key, name in reversed(_NAMED.items())}

_MODIFIERS = (
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
_KEYPAD = {"+": "=", "-": "-", "*": "*", "/": "/", ".": ".", ",": "."}
_X11_LEVEL3 = 0x80  # Mod5, which every common layout gives to AltGr
_WINDOWS_RIGHT_ALT = 0x40


def resolve(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return the name of the key pressed; "" if it has none (a bare modifier, a media key).

    A key pressed with AltGr is "AltGr+…", which nothing is bound to: that layer is for typing.
    """
    names = {name for modifier, name in _MODIFIERS if event.modifiers() & modifier}
    shifted = "Shift" in names or event.key() == Qt.Key.Key_Backtab
    base, shifted = _base(event, platform, shifted)
    if not base:
        return ""
    names = names | {"Shift"} if shifted else names - {"Shift"}
    if _is_altgr(event, platform):
        names = {"AltGr"}
    return "+".join([name for name in ("AltGr", "Meta", "Ctrl", "Alt", "Shift") if name in names] + [base])


def _base(event: QKeyEvent, platform: str, shifted: bool) -> tuple[str, bool]:
    """Return the key without modifiers, and whether Shift belongs to its name."""
    key = event.key()
    if name := _NAMED.get(key):
        return name, shifted
    typed = chr(key) if 0x20 < key < 0x01000000 else event.text()
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and typed in _KEYPAD:
        return _KEYPAD[typed], shifted
    if len(typed) == 1 and typed.isascii() and typed.isalpha():
        return typed.upper(), shifted
    place = _place(event, platform)
    if place is None:
        return _base_of_character(typed, shifted)
    known = any(level[place] == typed for layout in LAYOUTS.values() for level in layout)
    if typed and typed in _LATIN and not known:
        return typed, False  # Shift, if held, was needed to type it
    return _name(place), shifted


def _base_of_character(typed: str, shifted: bool) -> tuple[str, bool]:
    if len(typed) != 1 or not typed.isprintable():
        return "", shifted
    if (digit := unicodedata.decimal(typed, None)) is not None:
        return str(digit), shifted
    latin, *others = LAYOUTS.values()
    for layouts in ([latin], others):
        for level in (shifted, not shifted):
            for layout in layouts:
                if typed.lower() in layout[level].lower():
                    place = layout[level].lower().index(typed.lower())
                    return _name(place), shifted or (level and not typed.isalpha())
    return typed, shifted


def _name(place: int) -> str:
    return "Space" if PLACES[place] == " " else PLACES[place]


def _place(event: QKeyEvent, platform: str) -> int | None:
    """Return the key's place in `PLACES` by its code, if the event came from a keyboard."""
    scan_code = event.nativeScanCode()
    if not scan_code:
        return None
    # Qt on macOS always gives scan code 1; there 0 is a good virtual key, that of "A".
    if platform == "darwin":
        codes, code = _MAC_KEYS, event.nativeVirtualKey()
    else:
        codes, code = _SCAN_CODES, scan_code - (0 if platform == "win32" else _X11_OFFSET)
    return codes.index(code) if code in codes else None


def _is_altgr(event: QKeyEvent, platform: str) -> bool:
    if event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier:
        return True
    native = event.nativeModifiers()
    if platform == "win32":  # Windows reports AltGr as Ctrl and the right Alt together
        return bool(native & _WINDOWS_RIGHT_ALT and event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return platform != "darwin" and bool(native & _X11_LEVEL3)


def make_event(
    name: str,
    layout: Layout = "latin",
    *,
    kind: QEvent.Type = QEvent.Type.KeyPress,
    platform: str = sys.platform,
    scan_codes: bool = True,
    repeat: bool = False,
) -> QKeyEvent:
    """Return the event that a keyboard with `layout` sends for the key called `name`.

    Without `scan_codes` it is like those of programs and on-screen keyboards: key and text only.
    Raises ValueError for a name that no key has.
    """
    *modifier_names, base = name.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for modifier, modifier_name in _MODIFIERS:
        if modifier_name in modifier_names:
            modifiers |= modifier
    shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    place = PLACES.find(" " if base == "Space" else base) if len(base) == 1 or base == "Space" else -1
    text = LAYOUTS[layout][shifted][place] if place >= 0 else ""
    if base in _KEYS and not (base == "Space" and text != " "):
        key = int(Qt.Key.Key_Backtab) if base == "Tab" and shifted else _KEYS[base]
        text = {"Enter": "\r", "Tab": "\t", "Backspace": "\b", "Delete": "\x7f"}.get(base, text)
    elif place >= 0:
        key = ord(text.upper())
    else:
        raise ValueError(f"no key is called {name!r}")
    if modifiers & Qt.KeyboardModifier.ControlModifier and text.isascii() and text.isalpha():
        text = chr(ord(text.upper()) & 0x1F)
    scan = virtual = 0
    if scan_codes and place >= 0:
        if platform == "darwin":
            scan, virtual = 1, _MAC_KEYS[place]
        else:
            scan = _SCAN_CODES[place] + (0 if platform == "win32" else _X11_OFFSET)
    return QKeyEvent(kind, key, modifiers, scan, virtual, 0, text, repeat, 1)


_SYMBOLS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Tab": "⇥",
    "Enter": "⏎",
    "Backspace": "⌫",
    "PageUp": "PgUp",
    "PageDown": "PgDn",
    "Delete": "Del",
    "-": "−",  # a hyphen is too small to be seen
}
_MAC_MODIFIERS = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}


def display(name: str, language: str = "en", platform: str = sys.platform) -> str:
    """Return `name` as people read it on their keyboard: "Ctrl+Z", "⇧→", and in Persian "C (ز)".

    Wrapped in directional isolates, so that it stays in one piece inside a right-to-left line.
    """
    *modifiers, base = name.split("+")
    shown = _SYMBOLS.get(base, base)
    layout = LAYOUTS.get(language) if language in ("fa", "ru") else None  # type: ignore[call-overload]
    if layout and len(base) == 1 and not {"Ctrl", "Alt", "Meta"} & set(modifiers):
        letter = layout[0][PLACES.index(base)] if base in PLACES else ""
        if letter.isalpha():
            shown = f"{shown} ({letter.upper()})"
    if platform == "darwin":
        prefix = "".join(_MAC_MODIFIERS[modifier] for modifier in modifiers)
    else:
        prefix = "".join("⇧" if modifier == "Shift" else f"{modifier}+" for modifier in modifiers)
    return f"\u2066{prefix}{shown}\u2069"
