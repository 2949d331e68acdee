"""The language of the window: catalogues (`core/catalogues.py`), direction, digits, and the wording of errors.

A compiled catalogue would answer in 1.6 µs instead of 4, but would have to be built, shipped and kept fresh.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from peyman.core.catalogues import PERSIAN_DIGITS, catalogue_file, digits, read_catalogue
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.gui.theme import interface_font

LANGUAGES: Mapping[str, str] = {"fa": "فارسی", "ru": "Русский", "en": "English"}

# What `MESSAGES` tell the command line to do is done elsewhere in the window: with the same data, in words of its own.
IN_THE_WINDOW: Mapping[str, str] = {
    "annotator_not_told": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not say whose its annotations are. Choose “of this person” below the options and write a name.",
    ),
    "columns_untold": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not tell which of its columns is the text of the articles. Choose it under “Column of the "
        "texts”. It has: {columns}.",
    ),
    "columns_no_text": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or choose "
        "that “Rows without a text” are left out.",
    ),
    "labels_unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has labels that this project's schema does not have: {labels}. Import it anew and choose for each of "
        "them which of ours it is, or make a project whose schema has them.",
    ),
    "offsets_ambiguous": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not show whether its offsets count {units}, and they lead to different places. Choose it under "
        "“Offsets count”.",
    ),
    "project_damaged": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is damaged: something in it cannot be read. Restore a copy."
    ),
    "release_foreign": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is no release of Peyman: it has no {file}. Choose the folder that a release was written to."
    ),
    "release_open": QT_TRANSLATE_NOOP(
        "errors",
        "The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the"
        " gold of {unfinished} more articles is not finished. Finish it, or tick “Yes, release it unfinished”.",
    ),
    "release_torn": QT_TRANSLATE_NOOP(
        "errors",
        "“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. "
        "Correct their metadata, or choose “nothing” under “Keep together by”.",
    ),
}  # fmt: skip


_QUOTED_NAMES = re.compile("“[^”]*”(, “[^”]*”)*")


def languages() -> Mapping[str, str]:
    """Return the codes of the window's languages with their own names."""
    return LANGUAGES


def system_language() -> str:
    """Return the first language of the system that the window has; English if none."""
    for tag in QLocale.system().uiLanguages():
        if (code := tag.split("-")[0]) in LANGUAGES:
            return code
    return "en"


class Language(QObject):
    """The window's language; can be switched while it is open (Qt then sends LanguageChange to every widget).

    Attributes:
        code: the language in force: "fa", "ru" or "en".
        rtl: whether the window is mirrored.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.code = "en"
        self.persian_digits = False

    @property
    def rtl(self) -> bool:
        return self.code == "fa"

    def install(self, code: str, digits: str = "auto") -> None:
        """Take the language `code`; "auto" is the system's. `digits` is "auto", "persian" or "latin"."""
        self.code = code if code in LANGUAGES else system_language()
        self.persian_digits = self.code == "fa" if digits == "auto" else digits == "persian"
        # What Qt itself writes: numbers by %Ln, dates, the buttons of its dialogs.
        locale = QLocale("fa_IR" if self.persian_digits else "ru_RU" if self.code == "ru" else "en_GB")
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)
        self.leave()
        # Qt asks the translator installed last before the others.
        self._translators = [*_qt_translators(self.code, self), Catalogue(catalogue_file(self.code), self)]
        for translator in self._translators:
            self._app.installTranslator(translator)
        # Qt says nothing of it when no catalogue came or went; other digits are news all the same.
        self._app.sendEvent(self._app, QEvent(QEvent.Type.LanguageChange))
        rtl = Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(rtl)
        self._app.setFont(interface_font(self.code))

    def leave(self) -> None:
        """Take the catalogues away again; for when the window goes and the application stays."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def digits(self, value: float | str, decimals: int = 0) -> str:
        """Return a number (or a text with ASCII digits in it) in the digits of the window."""
        if not isinstance(value, str):
            return digits(value, decimals, persian=self.persian_digits)
        return value.translate(PERSIAN_DIGITS) if self.persian_digits else value


def word(error: PeymanError) -> str:
    """Return the sentence of `error` in the window's language."""
    shown = {name: word(v) if isinstance(v, PeymanError) else v for name, v in error.data.items()}
    data = {name: _isolated(str(v)) if isinstance(v, (str, Path)) else v for name, v in shown.items()}
    sentence = IN_THE_WINDOW.get(error.code) or MESSAGES[error.code]
    return QCoreApplication.translate("errors", sentence).format(**data)


def _isolated(value: str) -> str:
    """Return what a sentence is about, so that a path or a Latin name does not turn a Persian sentence round.

    A list of names in quotes runs as the sentence does, and each of them its own way.
    """
    if _QUOTED_NAMES.fullmatch(value):
        return re.sub("“([^”]*)”", "“\u2068\\1\u2069”", value)
    return f"\u2068{value}\u2069"


def _qt_translators(code: str, parent: QObject) -> list[QTranslator]:
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [translator] if translator.load(f"qtbase_{code}", folder) else []


class Catalogue(QTranslator):
    """Our own texts in one language, read from a Qt Linguist file; without the file it is empty."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = file.stem.rpartition("_")[2]
        self._texts = read_catalogue(file) if file.is_file() else {}

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return None, which Qt takes as "ask the next one", when the text is not here."""
        forms = self._texts.get((context, source, disambiguation or ""))
        if not forms:
            return None
        return forms[min(plural_form(self._language, n), len(forms) - 1)] or None


def plural_form(language: str, n: int) -> int:
    """Return which plural form `n` takes, by the rules Qt Linguist uses for these languages."""
    if language == "ru":
        if n % 10 == 1 and n % 100 != 11:
            return 0
        return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
    return 0 if language == "fa" or n == 1 else 1
