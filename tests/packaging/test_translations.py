"""The tool that keeps the catalogues in step, and the catalogues themselves."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load() -> ModuleType:
    """The tool is a script, not part of the package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


tool = load()

CODE = """
mark = QT_TRANSLATE_NOOP
TABLE = {"a": mark("errors", "File {path} is broken."), "b": QT_TRANSLATE_NOOP("errors", "Two " "parts")}

class Page(QWidget):
    def show(self, n):
        QCoreApplication.translate("queue", "%Ln articles", "", n)
        self.tr("Open…")
        label.setText(f"<b>{self.tr('Inside')}</b>")
        self.tr("Open…", "a door")
        painter.translate(3, 4)
        text.translate(table)
        translate("errors", TABLE["a"])

    class Inner(QWidget):
        def show(self):
            return self.tr("Deep & <down>")

    def last(self):
        return self.tr("Last")
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "peyman"
    folder.mkdir()
    (folder / "page.py").write_text(CODE, encoding="utf-8")
    return folder


def run(task: str, code: Path) -> int:
    result = tool.main([task], code=code, catalogues=code.parent / "i18n")
    assert isinstance(result, int)
    return result


def translate_all(file: Path) -> None:
    """Fill every gap with its own source text in brackets."""
    entries = {
        key: tool.Translation(
            tuple(f"[{key.source.removesuffix('…')}]" + "…" * key.source.endswith("…") for _ in t.forms)
        )
        for key, t in tool.read(file).items()
    }
    tool.write(file, file.stem[-2:], entries)


def test_texts_are_found_with_their_contexts(code: Path) -> None:
    keys, problems = tool.find(code)
    assert not problems
    assert [(key.context, key.source, key.comment) for key in keys] == [
        ("Inner", "Deep & <down>", ""),
        ("Page", "Open…", ""),
        ("Page", "Inside", ""),
        ("Page", "Open…", "a door"),
        ("Page", "Last", ""),
        ("errors", "File {path} is broken.", ""),
        ("errors", "Two parts", ""),
        ("queue", "%Ln articles", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        'class A:\n    def f(self): self.tr(f"{x} files")',
        "class A:\n    def f(self): self.tr(x)",
        'class A:\n    def f(self): self._list.tr("Text")',
        'def f(self): self.tr("Text")',
        'class A:\n    def f(self): self.tr("a" if x else "b")',
        'QT_TRANSLATE_NOOP("errors", text)',
        'translate("errors", f"{x} files")',
    ],
)
def test_what_no_tool_could_find_is_named(code: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("--update", code)
    for language in ("fa", "ru", "en"):
        translate_all(code.parent / "i18n" / f"peyman_{language}.ts")
    assert run("--check", code) == 0
    (code / "wrong.py").write_text(line, encoding="utf-8")
    assert run("--check", code) == 1
    assert re.search(r"wrong\.py:\d+: ", capsys.readouterr().out)


def test_update_keeps_adds_drops_and_proposes(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--update", code) == 0
    assert "peyman_fa.ts: 8 texts, 8 to translate" in capsys.readouterr().out
    file = code.parent / "i18n" / "peyman_ru.ts"
    translate_all(file)
    before = file.read_bytes()
    run("--update", code)
    assert file.read_bytes() == before
    changed = CODE.replace('self.tr("Last")', 'self.tr("First")').replace("class Inner", "class Outer")
    (code / "page.py").write_text(changed, encoding="utf-8")
    run("--update", code)
    entries = tool.read(file)
    assert entries[tool.Key("Page", "Inside")] == tool.Translation(("[Inside]",))
    assert tool.Key("Page", "Last") not in entries
    assert entries[tool.Key("Page", "First")] == tool.Translation(("",), finished=False)
    moved = entries[tool.Key("Outer", "Deep & <down>")]
    assert moved == tool.Translation(("[Deep & <down>]",), finished=False)


def test_english_holds_plurals_only_and_each_language_its_forms(code: Path) -> None:
    run("--update", code)
    read = {language: tool.read(code.parent / "i18n" / f"peyman_{language}.ts") for language in ("en", "fa", "ru")}
    plural = tool.Key("queue", "%Ln articles")
    assert list(read["en"]) == [plural]
    assert {language: len(found[plural].forms) for language, found in read.items()} == {"en": 2, "fa": 1, "ru": 3}


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("[Inside]", "", "is not translated"),
        ("[File {path} is broken.]", "پرونده خراب است.", "placeholders differ"),
        ("[File {path} is broken.]", "{path} {path}", "placeholders differ"),
        ("[%Ln articles]", "مقاله", "placeholders differ"),
        ("[Open]…", "باز کردن", "ends in"),
        ("[Last]", "آخر ", "spaces around"),
        ("[Last]", "يك", "Arabic letters"),
        ("[Last]", "٣", "Arabic letters"),
        ("<translation>[Last]", '<translation type="unfinished">[Last]', "is not translated"),
        ("<source>Last", "<source>Lost", "is not in the code any more"),
        ("<source>Last", "<source>Lost", "is missing"),
        ("<name>Inner", "<name>Iner", "is missing"),
    ],
)
def test_check_names_each_fault(
    code: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, fault: str
) -> None:
    run("--update", code)
    for language in ("fa", "ru", "en"):
        translate_all(code.parent / "i18n" / f"peyman_{language}.ts")
    assert run("--check", code) == 0
    capsys.readouterr()
    file = code.parent / "i18n" / "peyman_fa.ts"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert run("--check", code) == 1
    out = capsys.readouterr().out
    assert fault in out
    assert all(line.startswith("peyman_fa.ts: ") for line in out.splitlines())


def test_a_catalogue_that_is_not_there_is_a_fault(code: Path) -> None:
    assert run("--check", code) == 1


def test_the_catalogues_that_ship_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    result = tool.main(["--check"])
    assert result == 0, capsys.readouterr().out
