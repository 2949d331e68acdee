"""The catalogues of the window's texts, read without Qt: for the window itself, and for what is written into files.

English is written in the code; `resources/i18n/peyman_<language>.ts` hold the rest and are read as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from peyman.paths import resource

Key: TypeAlias = tuple[str, str, str]  # context, source text, comment that tells like texts apart

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Phrases:
    """How a file for people is worded.

    Attributes:
        say: a text of the program, by its context and its English words.
        digits: a number in the digits of the language, with so many decimals.
    """

    language: str
    say: Callable[[str, str], str]
    digits: Callable[[float, int], str]

    @property
    def rtl(self) -> bool:
        return self.language == "fa"

    def percent(self, share: float | None) -> str:
        """Return a share between 0 and 1; a dash where there is none."""
        if share is None:
            return "–"
        return self.digits(round(100 * share), 0) + ("٪" if self.rtl else "%")


def phrases_for(language: str) -> Phrases:
    """Return the words of a language from its catalogue; in English, those of the code."""
    file = catalogue_file(language)
    texts = read_catalogue(file) if file.is_file() else {}

    def say(context: str, source: str) -> str:
        return next(iter(texts.get((context, source, ""), ())), "") or source

    return Phrases(language, say, lambda value, decimals: digits(value, decimals, persian=language == "fa"))


def digits(value: float, decimals: int, *, persian: bool) -> str:
    """Return a number with so many decimals, in Persian or in Latin digits."""
    text = f"{value:.{decimals}f}"
    return text.replace(".", "٫").translate(PERSIAN_DIGITS) if persian else text


def catalogue_file(code: str) -> Path:
    return resource("i18n", f"peyman_{code}.ts")


def read_catalogue(file: Path) -> dict[Key, tuple[str, ...]]:
    """Return the finished texts of a Linguist file: one form each, or the plural forms in Qt's order."""
    texts: dict[Key, tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):  # unfinished, vanished or obsolete
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            texts[key] = forms or (translation.text or "",)
    return texts
