"""Words for edits, states, values and tool tips; and the direction of what comes from outside."""

from __future__ import annotations

import inspect
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.side import speaking
from peyman.core import edits
from peyman.core.model import STATES, Json
from peyman.core.schema import Schema
from peyman.gui.wording import (
    doubt_words,
    edit_words,
    isolated,
    joined,
    language_words,
    number,
    state_words,
    text_direction,
    tool_tip,
    value_words,
)


@pytest.mark.parametrize(("code", "comma"), [("fa", "، "), ("ru", ", "), ("en", ", ")])
def test_a_list_has_the_comma_of_its_language(code: str, comma: str) -> None:
    assert joined(map(isolated, ["باکو", "Baku"]), code) == f"\u2068باکو\u2069{comma}\u2068Baku\u2069"
    assert isolated("") == ""


def test_every_edit_and_state_has_words_in_every_language(qapp: QApplication, fonts: None) -> None:
    names = set(re.findall(r'(?:_edit|Edit)\("(\w+)"', inspect.getsource(edits)))
    assert "add_span" in names
    said: dict[str, list[str]] = {}
    for code in ("fa", "ru", "en"):
        with speaking(qapp, code):
            words = [edit_words(name) for name in sorted(names)]
            assert not set(words) & names - {"remove"} or code == "en"
            assert len(set(words)) == len(names)
            said[code] = words + [state_words(state) for state in STATES] + [language_words("fa")]
    assert all(len(set(three)) == 3 for three in zip(*said.values(), strict=True))


def test_doubts_told_by_a_code_have_words_and_others_stand_for_themselves(qapp: QApplication, fonts: None) -> None:
    codes = ("unsure", "label", "ctype", "exists", "canon")
    said = []
    for language in ("fa", "ru", "en"):
        with speaking(qapp, language):
            said.append([doubt_words(code) for code in codes])
            assert doubt_words("آیا این قول است؟") == "آیا این قول است؟"
    assert not {word for words in said for word in words} & set(codes)
    assert all(len(set(three)) == 3 for three in zip(*said, strict=True))


def test_an_edit_of_a_later_version_keeps_its_name() -> None:
    assert edit_words("transmogrify") == "transmogrify"
    assert language_words("tlh") == "tlh"


@pytest.mark.parametrize(("code", "words"), [("fa", "۲۰۲۶"), ("ru", "2026"), ("en", "2026")])
def test_numbers(qapp: QApplication, fonts: None, code: str, words: str) -> None:
    with speaking(qapp, code):
        assert number(2026) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("agreed", "توافق‌شده"),
        (["agreed", "x"], "توافق‌شده، x"),
        (3, "3"),
        ({"a": "ب"}, '{"a": "ب"}'),
        ("not in the schema", "not in the schema"),
    ],
)
def test_values(schema: Schema, value: Json, words: str) -> None:
    assert value_words(schema.layer("commitment").attribute("status"), value, "fa") == words


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("ASPROMO شرکتی بزرگ در باکو", True), ("year not in «متن»", False), ("«", False), ("", False), ("۱۲ ژوئن", True)],
)
def test_most_letters_decide_the_direction(text: str, rtl: bool) -> None:
    assert (text_direction(text) == Qt.LayoutDirection.RightToLeft) == rtl


def test_a_tool_tip_takes_text_literally() -> None:
    assert tool_tip("<b>متن</b>") == '<div dir="rtl">&lt;b&gt;متن&lt;/b&gt;</div>'
    assert tool_tip("") == ""
