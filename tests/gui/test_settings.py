"""The table of settings: what is kept, and what damage cannot do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from peyman.gui.settings import RECENT, SETTINGS, Setting, Settings, Value, _decode, _encode

OTHER_VALUES: dict[str, Value] = {
    "language": "ru",
    "theme": "high_contrast",
    "digits": "latin",
    "article_font": "Noto Naskh, سلام; =[x]%",
    "article_size": 18.5,
    "line_spacing": 2.0,
    "column_width": 90,
    "wrapped_lines": "join",
    "paragraph_focus": True,
    "show_arguments": False,
    "suggestions": False,
    "learning": False,
    "count_time": False,
    "blind_review": False,
    "window_geometry": bytes(range(256)),
    "splitter": b"x",
    "recent_projects": ["/home/مریم/پروژه.peyman"],
    "last_documents": {"/a b/ج.peyman": "000_x.txt"},
    "joined_documents": {"0198c1de-0000-7000-8000-000000000000": "1"},
    "queue_state": "finished",
    "queue_text": "اردبیل, \u200c\n",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "settings.ini"


def test_every_setting_survives_a_restart(file: Path) -> None:
    assert set(OTHER_VALUES) == {setting.key for setting in SETTINGS}
    settings = Settings(file)
    for setting in SETTINGS:
        assert settings.value(setting.key) == setting.default
        settings.set(setting.key, OTHER_VALUES[setting.key])
    settings.sync()
    again = Settings(file)
    assert {setting.key: again.value(setting.key) for setting in SETTINGS} == OTHER_VALUES


def test_table_is_sound() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(keys) == len(set(keys))
    for setting in SETTINGS:
        assert _decode(setting, _encode(setting.kind, setting.default)) == setting.default, setting.key
        assert bool(setting.group) == bool(setting.label), setting.key
        assert bool(setting.choices) == (setting.kind == "choice"), setting.key


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("theme=purple", "theme"),
        ("theme=", "theme"),
        ("article_size=900", "article_size"),
        ("article_size=NaN", "article_size"),
        ("article_size=true", "article_size"),
        ("article_size=big", "article_size"),
        ("column_width=70.5", "column_width"),
        ("column_width=1e999", "column_width"),
        ("column_width=-1", "column_width"),
        ("show_arguments=2", "show_arguments"),
        ("recent_projects=[1\\, 2]", "recent_projects"),
        ("recent_projects=a, b", "recent_projects"),
        ("last_documents=[", "last_documents"),
        ("window_geometry=not bytes", "window_geometry"),
        ("language=@Invalid()", "language"),
        ("language=@Variant(\\0\\0)", "language"),
    ],
)
def test_damaged_values_read_as_the_default(file: Path, line: str, key: str) -> None:
    file.parent.mkdir()
    file.write_text(f"[General]\n{line}\nqueue_text=kept\n", encoding="utf-8")
    settings = Settings(file)
    default = next(setting.default for setting in SETTINGS if setting.key == key)
    assert settings.value(key) == default
    assert settings.text("queue_text") == "kept"


def test_a_file_that_is_no_ini_reads_as_defaults(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(bytes(range(256)) * 20)
    settings = Settings(file)
    assert all(settings.value(setting.key) == setting.default for setting in SETTINGS)


def test_changes_are_told_once(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    settings.reset("theme")
    assert told == ["theme", "theme"]
    assert settings.text("theme") == "auto"


@pytest.mark.parametrize(("key", "value"), [("theme", "purple"), ("article_size", 2.0), ("show_arguments", 1.5)])
def test_what_the_table_forbids_is_refused(file: Path, key: str, value: Value) -> None:
    with pytest.raises(ValueError, match=key):
        Settings(file).set(key, value)


def test_asking_with_the_wrong_kind_is_a_mistake(file: Path) -> None:
    settings = Settings(file)
    wrong: list[tuple[Callable[[str], object], str]] = [
        (settings.boolean, "theme"),
        (settings.text, "show_arguments"),
        (settings.integer, "article_size"),
    ]
    for read, key in wrong:
        with pytest.raises(KeyError, match=key):
            read(key)


def test_recent_projects_have_no_twins_and_an_end(file: Path) -> None:
    settings = Settings(file)
    for number in [*range(RECENT + 3), 5]:
        settings.add_recent(Path(f"/p/{number}.peyman"))
    recent = settings.texts("recent_projects")
    assert recent[0] == str(Path("/p/5.peyman"))
    assert len(recent) == len(set(recent)) == RECENT


def test_last_document_of_each_project(file: Path) -> None:
    settings = Settings(file)
    settings.remember_document(Path("/a.peyman"), "one")
    settings.remember_document(Path("/b.peyman"), "two")
    settings.remember_document(Path("/a.peyman"), "three")
    assert settings.last_document(Path("/a.peyman")) == "three"
    assert settings.last_document(Path("/b.peyman")) == "two"
    assert settings.last_document(Path("/c.peyman")) == ""


@given(st.sampled_from(SETTINGS), st.text())
def test_no_stored_text_can_break_reading(setting: Setting, stored: str) -> None:
    value = _decode(setting, stored)
    assert value is None or _decode(setting, _encode(setting.kind, value)) == value
