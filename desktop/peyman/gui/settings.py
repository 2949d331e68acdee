"""One table of everything Peyman remembers between starts, and the object that reads and writes it.

A new setting is one line in `SETTINGS`; the settings dialog is made from those that have a group.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from uuid import UUID

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from peyman.core.errors import QT_TRANSLATE_NOOP

Kind: TypeAlias = Literal["bool", "int", "float", "choice", "text", "list", "map", "bytes"]
Value: TypeAlias = "bool | int | float | str | list[str] | dict[str, str] | bytes"


@dataclass(frozen=True)
class Setting:
    """One thing to remember.

    Attributes:
        group: English heading in the settings dialog; "" keeps it out of the dialog.
        label: English text beside it; both are translated in the context "settings".
        choices: for the kind "choice", the stored values with their English names.
        low, high: for numbers, both inclusive.
        note: English explanation under it.
    """

    key: str
    kind: Kind
    default: Value
    group: str = ""
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0
    high: float = 0
    note: str = ""


LOOK = QT_TRANSLATE_NOOP("settings", "Look")
ARTICLE = QT_TRANSLATE_NOOP("settings", "Article")
WORK = QT_TRANSLATE_NOOP("settings", "Work")
SUGGESTIONS = QT_TRANSLATE_NOOP("settings", "Suggestions")

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "language",
        "choice",
        "auto",
        LOOK,
        QT_TRANSLATE_NOOP("settings", "Language"),
        (
            ("auto", QT_TRANSLATE_NOOP("settings", "As the system")),
            ("fa", "فارسی"),
            ("ru", "Русский"),
            ("en", "English"),
        ),
    ),
    Setting(
        "theme",
        "choice",
        "auto",
        LOOK,
        QT_TRANSLATE_NOOP("settings", "Colours"),
        (
            ("auto", QT_TRANSLATE_NOOP("settings", "As the system")),
            ("light", QT_TRANSLATE_NOOP("settings", "Light")),
            ("dark", QT_TRANSLATE_NOOP("settings", "Dark")),
            ("high_contrast", QT_TRANSLATE_NOOP("settings", "High contrast")),
        ),
    ),
    Setting(
        "digits",
        "choice",
        "auto",
        LOOK,
        QT_TRANSLATE_NOOP("settings", "Digits"),
        (
            ("auto", QT_TRANSLATE_NOOP("settings", "As the language")),
            ("persian", "۰۱۲۳"),
            ("latin", "0123"),
        ),
        note=QT_TRANSLATE_NOOP("settings", "In the window only; articles are always shown as they are."),
    ),
    Setting(
        "article_font",
        "text",
        "",
        ARTICLE,
        QT_TRANSLATE_NOOP("settings", "Font"),
        note=QT_TRANSLATE_NOOP("settings", "The usual one is Vazirmatn for Persian, and the system's for Russian."),
    ),
    Setting("article_size", "float", 15.0, ARTICLE, QT_TRANSLATE_NOOP("settings", "Font size, points"), low=8, high=48),
    Setting("line_spacing", "float", 1.6, ARTICLE, QT_TRANSLATE_NOOP("settings", "Line spacing"), low=1, high=4),
    Setting(
        "column_width",
        "int",
        80,
        ARTICLE,
        QT_TRANSLATE_NOOP("settings", "Longest line, characters"),
        low=30,
        high=250,
    ),
    Setting(
        "wrapped_lines",
        "choice",
        "ask",
        ARTICLE,
        QT_TRANSLATE_NOOP("settings", "Lines broken by hand"),
        (
            ("ask", QT_TRANSLATE_NOOP("settings", "As stored, with a hint")),
            ("join", QT_TRANSLATE_NOOP("settings", "Joined into paragraphs")),
            ("keep", QT_TRANSLATE_NOOP("settings", "As stored")),
        ),
        note=QT_TRANSLATE_NOOP(
            "settings", "Only what is shown changes, never the text. An article for which you chose keeps your choice."
        ),
    ),
    Setting("paragraph_focus", "bool", False, ARTICLE, QT_TRANSLATE_NOOP("settings", "One paragraph stands out")),
    Setting("show_arguments", "bool", True, ARTICLE, QT_TRANSLATE_NOOP("settings", "Argument spans")),
    Setting(
        "suggestions",
        "bool",
        True,
        SUGGESTIONS,
        QT_TRANSLATE_NOOP("settings", "Offer suggestions"),
        note=QT_TRANSLATE_NOOP("settings", "Nothing becomes an annotation until you take it."),
    ),
    Setting(
        "learning",
        "bool",
        True,
        SUGGESTIONS,
        QT_TRANSLATE_NOOP("settings", "Learn from my finished articles"),
        note=QT_TRANSLATE_NOOP("settings", "On this computer only, while you pause."),
    ),
    Setting(
        "count_time",
        "bool",
        True,
        WORK,
        QT_TRANSLATE_NOOP("settings", "Count my time at work"),
        note=QT_TRANSLATE_NOOP("settings", "For each article, without pauses of over a minute; it stays in this file."),
    ),
    Setting(
        "blind_review",
        "bool",
        True,
        WORK,
        QT_TRANSLATE_NOOP("settings", "Adjudicate without names"),
        note=QT_TRANSLATE_NOOP("settings", "Annotators are A, B, C until an article is done, others in each article."),
    ),
    # What the window remembers by itself.
    Setting("window_geometry", "bytes", b""),
    Setting("splitter", "bytes", b""),
    Setting("recent_projects", "list", []),
    Setting("last_documents", "map", {}),  # project path -> document name
    Setting("joined_documents", "map", {}),  # document id -> "1" if its lines are joined, else "0"
    Setting("queue_state", "text", ""),
    Setting("queue_text", "text", ""),
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}
RECENT = 12  # projects kept in the list
REMEMBERED = 100  # projects whose last document is kept
REMEMBERED_LINES = 1000  # documents for which it is kept whether their lines are joined


class Settings(QObject):
    """The settings in one INI file; every change is told by `changed` with the setting's key.

    What is missing, damaged or out of range reads as its default, and stays in the file until it is set.
    """

    changed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(file), QSettings.Format.IniFormat, self)

    def boolean(self, key: str) -> bool:
        value = self._read(key, "bool")
        assert isinstance(value, bool)
        return value

    def integer(self, key: str) -> int:
        value = self._read(key, "int")
        assert isinstance(value, int)
        return value

    def number(self, key: str) -> float:
        value = self._read(key, "float")
        assert isinstance(value, float)
        return value

    def text(self, key: str) -> str:
        """Return a setting of kind "text" or "choice"."""
        value = self._read(key, "text", "choice")
        assert isinstance(value, str)
        return value

    def texts(self, key: str) -> list[str]:
        value = self._read(key, "list")
        assert isinstance(value, list)
        return value

    def mapping(self, key: str) -> dict[str, str]:
        value = self._read(key, "map")
        assert isinstance(value, dict)
        return value

    def data(self, key: str) -> bytes:
        value = self._read(key, "bytes")
        assert isinstance(value, bytes)
        return value

    def value(self, key: str) -> Value:
        """Return a setting of any kind; for the dialog, which takes kinds from the table."""
        return self._read(key, _BY_KEY[key].kind)

    def set(self, key: str, value: Value) -> None:
        """Store `value`; raises ValueError if the table does not allow it."""
        setting = _BY_KEY[key]
        stored = _encode(setting.kind, value)
        if _decode(setting, stored) != value:
            raise ValueError(f"{key} cannot be {value!r}")
        if value != self._read(key, setting.kind):
            self._file.setValue(key, stored)
            self.changed.emit(key)

    @staticmethod
    def range_of(key: str) -> tuple[float, float]:
        """Return the smallest and the largest value that a number may have."""
        setting = _BY_KEY[key]
        return setting.low, setting.high

    def reset(self, key: str) -> None:
        self.set(key, _BY_KEY[key].default)

    def sync(self) -> None:
        """Write to disk now; otherwise Qt does so a little later."""
        self._file.sync()

    def add_recent(self, project: Path) -> None:
        """Put a project at the head of those opened lately."""
        others = [path for path in self.texts("recent_projects") if path != str(project)]
        self.set("recent_projects", [str(project), *others][:RECENT])

    def last_document(self, project: Path) -> str:
        """Return the name of the document last open in `project`, or ""."""
        return self.mapping("last_documents").get(str(project), "")

    def remember_document(self, project: Path, name: str) -> None:
        self._remember("last_documents", str(project), name, REMEMBERED)

    def joined(self, document: UUID) -> bool | None:
        """Return whether a document's lines were last shown joined; None if the person never said."""
        return {"1": True, "0": False}.get(self.mapping("joined_documents").get(str(document), ""))

    def remember_joined(self, document: UUID, *, joined: bool) -> None:
        self._remember("joined_documents", str(document), "1" if joined else "0", REMEMBERED_LINES)

    def _remember(self, key: str, name: str, value: str, most: int) -> None:
        """Put an entry last into a mapping, of which the latest are kept."""
        others = {known: told for known, told in self.mapping(key).items() if known != name}
        self.set(key, dict(list((others | {name: value}).items())[-most:]))

    def _read(self, key: str, *kinds: Kind) -> Value:
        setting = _BY_KEY[key]
        if setting.kind not in kinds:
            raise KeyError(f"{key} is of kind {setting.kind}, not {' or '.join(kinds)}")
        stored = self._file.value(key)
        value = None if stored is None else _decode(setting, stored)
        return setting.default if value is None else value


def _encode(kind: Kind, value: Value) -> object:
    # QSettings turns a list of one string into a string and mangles bool and float in INI files; text is safe.
    if kind == "bytes":
        assert isinstance(value, bytes)
        return QByteArray(value)
    if kind in ("text", "choice"):
        return value
    return json.dumps(value, ensure_ascii=False)


def _decode(setting: Setting, stored: object) -> Value | None:
    """Return the stored value if `setting` allows it."""
    if setting.kind == "bytes":
        return bytes(stored.data()) if isinstance(stored, QByteArray) else None
    if not isinstance(stored, str):
        return None
    if setting.kind == "text":
        return stored
    if setting.kind == "choice":
        return stored if stored in dict(setting.choices) else None
    try:
        value = json.loads(stored)
    except (ValueError, RecursionError):
        return None
    return _CHECKS[setting.kind](setting, value)


def _as_boolean(_setting: Setting, value: object) -> Value | None:
    return value if isinstance(value, bool) else None


def _as_number(setting: Setting, value: object) -> Value | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not setting.low <= value <= setting.high:
        return None
    if setting.kind == "float":
        return float(value)
    return value if isinstance(value, int) else None


def _as_list(_setting: Setting, value: object) -> Value | None:
    return value if isinstance(value, list) and all(isinstance(item, str) for item in value) else None


def _as_map(_setting: Setting, value: object) -> Value | None:
    return value if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()) else None


_CHECKS: dict[Kind, Callable[[Setting, object], Value | None]] = {
    "bool": _as_boolean,
    "int": _as_number,
    "float": _as_number,
    "list": _as_list,
    "map": _as_map,
}
