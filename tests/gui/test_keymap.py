"""A key is the same key under every keyboard layout."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from peyman.gui.actions import ACTIONS
from peyman.gui.keymap import LAYOUTS, PLACES, Layout, display, make_event, resolve

ALL_LAYOUTS: list[Layout] = list(LAYOUTS)
PLATFORMS = ["linux", "win32", "darwin"]
ACTION_KEYS = sorted({key for action in ACTIONS for key in action.keys})
SCHEMA_KEYS = [*"1234567890-=", *"abcdefghijklmnopqrstuvwxyz".upper(), "[", "]", ";", "'", ",", ".", "/"]
BASES = ["Space" if place == " " else place for place in PLACES]
MODIFIERS = ["", "Shift+", "Ctrl+", "Ctrl+Shift+", "Alt+", "Alt+Shift+", "Ctrl+Alt+Shift+"]

layouts = st.sampled_from(ALL_LAYOUTS)
platforms = st.sampled_from(PLATFORMS)


def event(
    key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, scan: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


def test_layouts_have_a_character_for_every_place() -> None:
    for plain, shifted in LAYOUTS.values():
        assert len(plain) == len(shifted) == len(PLACES) == 48
    assert len(set(PLACES)) == 48


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("layout", ALL_LAYOUTS)
def test_every_key_of_the_action_table_under_every_layout(layout: Layout, platform: str) -> None:
    for name in [*ACTION_KEYS, *SCHEMA_KEYS]:
        assert resolve(make_event(name, layout, platform=platform), platform) == name


@given(st.sampled_from(MODIFIERS), st.sampled_from(BASES), layouts, platforms)
def test_physical_keys_resolve_to_themselves(modifiers: str, base: str, layout: Layout, platform: str) -> None:
    name = modifiers + base
    assert resolve(make_event(name, layout, platform=platform), platform) == name


@given(st.sampled_from(MODIFIERS), st.sampled_from(BASES), layouts, platforms, st.booleans())
def test_repeats_and_releases_are_the_same_key(
    modifiers: str, base: str, layout: Layout, platform: str, repeat: bool
) -> None:
    made = make_event(modifiers + base, layout, kind=QEvent.Type.KeyRelease, platform=platform, repeat=repeat)
    assert made.isAutoRepeat() == repeat
    assert resolve(made, platform) == modifiers + base


@given(st.sampled_from(["", "Ctrl+", "Alt+"]), st.sampled_from(BASES), layouts)
def test_without_scan_codes_the_character_tells(modifiers: str, base: str, layout: Layout) -> None:
    """The key is found if no other layout has the character elsewhere; the US layout goes first."""
    made = make_event(modifiers + base, layout, scan_codes=False)
    place = PLACES.index(" " if base == "Space" else base)
    typed = LAYOUTS[layout][0][place]
    rivals = {plain.index(typed) for plain, _ in LAYOUTS.values() if typed in plain}
    if typed in LAYOUTS["latin"][0]:
        assert resolve(made) == modifiers + BASES[LAYOUTS["latin"][0].index(typed)]
    elif not typed.isprintable():
        assert resolve(made) == ""
    elif rivals == {place} and typed not in LAYOUTS["latin"][1]:
        assert resolve(made) == modifiers + base
    else:
        assert typed == "پ"  # on M by the standard, on the backslash before it
        assert resolve(made) == modifiers + "M"


@pytest.mark.parametrize("digits", ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"])
def test_digits_of_any_script(digits: str) -> None:
    for digit in digits:
        assert resolve(event(ord(digit), digit)) == str(unicodedata.digit(digit))
        assert resolve(event(0, digit)) == str(unicodedata.digit(digit))


def test_keypad() -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert resolve(event(Qt.Key.Key_7, "7", keypad, scan=79)) == "7"
    assert resolve(event(Qt.Key.Key_Minus, "-", keypad, scan=82)) == "-"
    control_plus = event(Qt.Key.Key_Plus, "+", keypad | Qt.KeyboardModifier.ControlModifier, scan=86)
    assert resolve(control_plus) == "Ctrl+="
    assert resolve(event(Qt.Key.Key_Left, "", keypad, scan=83)) == "Left"
    assert resolve(event(Qt.Key.Key_Enter, "\r", keypad, scan=104)) == "Enter"


@pytest.mark.parametrize(
    ("scan", "character", "name"),
    [
        (24, "a", "A"),  # AZERTY: A on the key of Q
        (25, "z", "Z"),
        (47, "m", "M"),  # on the key of ";"
        (58, ",", ","),  # on the key of M
        (15, "-", "-"),  # on the key of 6
        (11, "é", "2"),  # digits need Shift there, but the key is enough
        (10, "&", "1"),
        (61, "-", "-"),  # QWERTZ: on the key of "/"
        (47, "ö", ";"),
        (24, "'", "'"),  # Dvorak: on the key of Q
    ],
)
def test_other_latin_layouts_keep_what_is_printed_on_them(scan: int, character: str, name: str) -> None:
    assert resolve(event(ord(character.upper()), character, scan=scan), "linux") == name


def test_shifted_punctuation_of_persian_is_not_the_key_of_that_character() -> None:
    """Shift+I types "]" and Shift+9 types ")" in Persian; neither may move the end of a span."""
    shift = Qt.KeyboardModifier.ShiftModifier
    assert resolve(event(ord("]"), "]", shift, scan=32), "linux") == "Shift+O"
    assert resolve(event(ord("["), "[", shift, scan=32), "linux") == "Shift+O"
    assert resolve(event(ord(")"), ")", shift, scan=18), "linux") == "Shift+9"
    assert resolve(event(ord("،"), "،", shift, scan=16), "linux") == "Shift+7"


@pytest.mark.parametrize("layout", ["fa", "fa_legacy"])
def test_keys_for_invisible_characters_mean_nothing(layout: Layout) -> None:
    """ZWNJ: Shift+Space and Shift+B (ISIRI 9147), Ctrl+Shift+2 (Windows); 1, 3, 4 are ZWJ, LRM, RLM."""
    for name in ("Shift+Space", "Shift+B", *(f"Ctrl+Shift+{n}" for n in "1234")):
        assert resolve(make_event(name, layout)) == name
        assert name not in ACTION_KEYS
    assert resolve(event(0x200C, "\u200c")) == ""
    assert resolve(event(0x200C, "\u200c", Qt.KeyboardModifier.ShiftModifier, scan=65), "linux") == "Shift+Space"


def test_altgr_is_for_typing() -> None:
    level3 = QKeyEvent(QEvent.Type.KeyPress, ord("["), Qt.KeyboardModifier.NoModifier, 34, 0, 0x90, "[")
    assert resolve(level3, "linux") == "AltGr+["
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    windows = QKeyEvent(QEvent.Type.KeyPress, ord("C"), both, 0x2E, 0, 0x42, "")
    assert resolve(windows, "win32") == "AltGr+C"
    left_alt = QKeyEvent(QEvent.Type.KeyPress, ord("C"), both, 0x2E, 0, 0x06, "")
    assert resolve(left_alt, "win32") == "Ctrl+Alt+C"
    group = event(ord("C"), "c", Qt.KeyboardModifier.GroupSwitchModifier)
    assert resolve(group) == "AltGr+C"
    assert not [key for key in ACTION_KEYS if key.startswith(("AltGr+", "Ctrl+Alt+", "Meta+"))]


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr, Qt.Key.Key_VolumeUp])
def test_keys_without_a_name(key: Qt.Key) -> None:
    assert resolve(event(key, "", scan=200)) == ""


def test_letters_are_letters_with_caps_lock_and_ligatures_have_no_name() -> None:
    assert resolve(event(ord("E"), "E")) == "E"
    assert resolve(event(0, "ریال")) == ""
    assert resolve(event(0, "ریال", scan=27), "linux") == "R"


@given(st.integers(0, 0x10FFFF), st.text(max_size=3), st.integers(0, 300), platforms)
def test_any_event_has_a_name_or_none(key: int, text: str, scan: int, platform: str) -> None:
    name = resolve(event(key, text, scan=scan), platform)
    assert "\x00" not in name
    assert name == "" or name[-1] != "+"


def test_unknown_names_are_refused() -> None:
    for name in ("Fn", "Ctrl+", "ش", "Ctrl+ab", ""):
        with pytest.raises(ValueError, match="no key is called"):
            make_event(name)


def test_names_for_people() -> None:
    def shown(name: str, language: str = "en", platform: str = "linux") -> str:
        text = display(name, language, platform)
        assert (text[0], text[-1]) == ("\u2066", "\u2069")
        return text[1:-1]

    assert shown("Ctrl+Shift+Z") == "Ctrl+⇧Z"
    assert shown("Shift+Right") == "⇧→"
    assert shown("C", "fa") == "C (ز)"
    assert shown("C", "ru") == "C (С)"
    assert shown("[", "ru") == "[ (Х)"
    assert shown("Shift+[", "fa") == "⇧[ (ج)"
    assert shown("Ctrl+C", "fa") == "Ctrl+C"
    assert shown("1", "fa") == "1"
    assert shown("/", "fa") == "/"
    assert shown("Space", "fa") == "Space"
    assert shown("Ctrl+Z", "fa", "darwin") == "⌘Z"
