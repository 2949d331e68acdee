"""The language of the window: catalogues, plurals, direction, digits; switched while the window is open."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from peyman.core.catalogues import read_catalogue
from peyman.core.errors import MESSAGES, PeymanError
from peyman.gui import i18n
from peyman.gui.i18n import IN_THE_WINDOW, LANGUAGES, Catalogue, Language, languages, plural_form, word

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Page</name>
    <message><source>Open</source><translation>Открыть</translation></message>
    <message><source>Open</source><comment>a door</comment><translation>Отворить</translation></message>
    <message><source>Half</source><translation type="unfinished">Пол</translation></message>
    <message><source>Nothing</source><translation></translation></message>
    <message numerus="yes"><source>%Ln articles</source><translation>
        <numerusform>%Ln статья</numerusform><numerusform>%Ln статьи</numerusform><numerusform>%Ln статей</numerusform>
    </translation></message>
</context>
</TS>
"""


class Page(QWidget):
    """Its class name is the context."""

    def __init__(self) -> None:
        super().__init__()
        self.switched = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.switched += 1
        super().changeEvent(event)


class Heir(Page):
    """Finds the texts of the class it comes from."""


@pytest.fixture
def catalogue(tmp_path: Path, qapp: QApplication) -> Iterator[Catalogue]:
    file = tmp_path / "peyman_ru.ts"
    file.write_text(TS, encoding="utf-8")
    catalogue = Catalogue(file)
    qapp.installTranslator(catalogue)
    yield catalogue
    qapp.removeTranslator(catalogue)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp)
    yield language
    language.install("en")
    language.deleteLater()


def test_texts_are_read_but_unfinished_ones_are_not(tmp_path: Path) -> None:
    file = tmp_path / "peyman_ru.ts"
    file.write_text(TS, encoding="utf-8")
    texts = read_catalogue(file)
    assert texts["Page", "Open", ""] == ("Открыть",)
    assert texts["Page", "Open", "a door"] == ("Отворить",)
    assert ("Page", "Half", "") not in texts
    assert texts["Page", "%Ln articles", ""][1] == "%Ln статьи"


def test_qt_asks_the_catalogue(qtbot: QtBot, catalogue: Catalogue) -> None:
    page, heir = Page(), Heir()
    for widget in (page, heir):
        qtbot.addWidget(widget)
        assert widget.tr("Open") == "Открыть"
    assert page.tr("Open", "a door") == "Отворить"
    assert QCoreApplication.translate("Page", "Open") == "Открыть"
    for untold in ("Half", "Nothing", "Unheard"):
        assert page.tr(untold) == untold
    assert QCoreApplication.translate("Other", "Open") == "Open"
    assert not catalogue.isEmpty()


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (11, "11 статей"), (21, "21 статья"), (112, "112 статей")],
)
def test_plural_forms_reach_the_window(catalogue: Catalogue, count: int, text: str) -> None:
    assert QCoreApplication.translate("Page", "%Ln articles", "", count) == text


def test_plural_rules() -> None:
    assert [plural_form("ru", n) for n in (0, 1, 2, 4, 5, 10, 11, 14, 21, 22, 25, 101, 111, 1002)] == [
        *(2, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2, 1),
    ]
    assert {plural_form("fa", n) for n in range(30)} == {0}
    assert [plural_form("en", n) for n in (0, 1, 2)] == [1, 0, 1]


def test_a_language_without_a_catalogue_is_empty_and_harmless(tmp_path: Path, qapp: QApplication) -> None:
    catalogue = Catalogue(tmp_path / "peyman_xx.ts")
    assert catalogue.isEmpty()
    qapp.installTranslator(catalogue)
    assert QCoreApplication.translate("Page", "Open") == "Open"
    qapp.removeTranslator(catalogue)


def test_switching_while_the_window_is_open(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    seen = []
    for code in ("en", "fa", "ru", "en"):
        before = page.switched
        language.install(code)
        qapp.processEvents()
        assert page.switched > before
        assert qapp.layoutDirection() == page.layoutDirection()
        seen.append((language.code, language.rtl, qapp.font().families()[0] == "Vazirmatn"))
    assert seen == [("en", False, False), ("fa", True, True), ("ru", False, False), ("en", False, False)]
    assert page.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_qts_own_dialogs_speak_the_language(qtbot: QtBot, language: Language) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.buttons()[0].text().replace("&", "")

    texts = []
    for code in ("fa", "ru", "en"):
        language.install(code)
        texts.append(cancel())
    assert texts == ["انصراف", "Отмена", "Cancel"]


def test_digits_of_the_window(language: Language) -> None:
    language.install("fa")
    assert language.digits(1234567) == "۱۲۳۴۵۶۷"
    assert language.digits(12.345, 2) in ("۱۲٫۳۴", "۱۲٫۳۵")
    assert language.digits("Aa 0.9") == "Aa ۰.۹"
    assert QLocale().toString(2024) == "۲۰۲۴"
    language.install("fa", "latin")
    assert language.digits(1234567) == "1234567"
    assert QLocale().toString(2024) == "2024"
    language.install("ru", "persian")
    assert language.digits(90) == "۹۰"
    language.install("en")
    assert language.digits(12.5, 1) == "12.5"


def test_numbers_inside_texts_take_the_same_digits(catalogue: Catalogue, language: Language) -> None:
    language.install("fa")
    assert QCoreApplication.translate("Nowhere", "%Ln of it", "", 2024) == "۲۰۲۴ of it"
    language.install("fa", "latin")
    assert QCoreApplication.translate("Nowhere", "%Ln of it", "", 2024) == "2024 of it"


@pytest.mark.parametrize(
    ("tags", "code"),
    [(["fa-IR", "fa"], "fa"), (["de-DE", "ru-RU"], "ru"), (["en-US"], "en"), (["de-DE"], "en"), ([], "en")],
)
def test_the_systems_language(monkeypatch: pytest.MonkeyPatch, language: Language, tags: list[str], code: str) -> None:
    class System:
        @staticmethod
        def system() -> type[System]:
            return System

        @staticmethod
        def uiLanguages() -> list[str]:
            return tags

    assert i18n.system_language() in LANGUAGES
    with monkeypatch.context() as patch:
        patch.setattr(i18n, "QLocale", System)
        assert i18n.system_language() == code


def test_an_unknown_language_is_the_systems(language: Language) -> None:
    for unknown in ("auto", "tlh"):
        language.install(unknown)
        assert language.code == i18n.system_language()


def test_languages_name_themselves() -> None:
    assert dict(languages()) == {"fa": "فارسی", "ru": "Русский", "en": "English"}


def test_errors_are_worded(catalogue: Catalogue, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MESSAGES, "made_up", "It broke: {error}.")
    error = PeymanError("made_up", error="{odd} braces")
    assert str(error) == "It broke: {odd} braces."
    assert word(error) == "It broke: \u2068{odd} braces\u2069.", "isolated, so that it cannot turn the sentence round"
    catalogue._texts["errors", "It broke: {error}.", ""] = ("Сломалось: {error}.",)
    assert word(error) == "Сломалось: \u2068{odd} braces\u2069."


BELOW_THE_COMMAND_LINE = ("core", "formats", "exchange", "release", "gui")
CODE = Path(i18n.__file__).resolve().parents[1]


def test_what_speaks_of_the_command_line_speaks_of_the_window_there() -> None:
    speaking = set()
    for file in (file for floor in BELOW_THE_COMMAND_LINE for file in (CODE / floor).rglob("*.py")):
        for code in re.findall(r'"(\w+)": QT_TRANSLATE_NOOP\(', file.read_text(encoding="utf-8")):
            importlib.import_module(".".join(file.relative_to(CODE.parent).with_suffix("").parts))
            if re.search(r"--\w|“peyman ", MESSAGES.get(code, "")):
                speaking.add(code)
    assert {"columns_untold", "release_open"} <= speaking
    assert speaking == set(IN_THE_WINDOW)


@pytest.mark.parametrize("code", IN_THE_WINDOW)
def test_sentences_of_the_window_take_the_same_data_and_tell_no_commands(language: Language, code: str) -> None:
    def placeholders(sentence: str) -> set[str | None]:
        return {field for _, field, _, _ in Formatter().parse(sentence) if field}

    names = placeholders(MESSAGES[code])
    assert placeholders(IN_THE_WINDOW[code]) == names
    error = PeymanError(code, **{str(name): f"<{name}>" for name in names})
    for known in LANGUAGES:
        language.install(known)
        sentence = word(error)
        assert all(f"<{name}>" in sentence for name in names)
        assert not re.search(r"--\w|peyman ", sentence)
        assert sentence != str(error)


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_sentences_of_the_window_call_things_as_they_are_called_there(language: Language, code: str) -> None:
    language.install(code)

    def called(context: str, text: str) -> str:
        return re.split("[;؛:]", QCoreApplication.translate(context, text).replace("&", ""))[0]

    named = {
        "annotator_not_told": [("ImportChoice", "of this &person:")],
        "columns_untold": [("options", "Column of the texts")],
        "columns_no_text": [("options", "Rows without a text"), ("options", "are left out")],
        "offsets_ambiguous": [("options", "Offsets count")],
        "release_open": [("ReleaseDialog", "&Yes, release it unfinished; it will say so")],
        "release_torn": [("ReleaseDialog", "Keep toge&ther by"), ("ReleaseDialog", "nothing")],
    }
    for error, texts in named.items():
        sentence = QCoreApplication.translate("errors", IN_THE_WINDOW[error])
        for text in texts:
            assert called(*text) in sentence


def test_each_name_of_a_list_runs_its_own_way_and_the_list_as_the_sentence_does(language: Language) -> None:
    error = PeymanError("columns_untold", file="a.csv", columns="“گزارش (۲)”, “Лид”, “”")
    assert "“\u2068گزارش (۲)\u2069”, “\u2068Лид\u2069”, “\u2068\u2069”" in word(error)
    assert "\u2068a.csv\u2069" in word(error)
    told = PeymanError("columns_unknown", file="a.csv", role="text", column="“x”, y", columns="“x”")
    assert "\u2068“x”, y\u2069" in word(told)
