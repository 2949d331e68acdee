"""Keep the catalogues of the window's texts in step with the code.

    python packaging/translations.py --update    add new texts to resources/i18n/*.ts, drop vanished ones
    python packaging/translations.py --check     exit 1 and name whatever is stale, unfinished or does not fit

The catalogues are Qt Linguist files, and the window reads them as they are: nothing is compiled. The texts are
found by Python's own parser. Qt's lupdate was tried: it puts a `self.tr` that follows a `QCoreApplication.translate`
into a context that does not exist, passes over texts inside f-strings, and says nothing of either.

Found are `self.tr("…")`, `translate("context", "…")` and `QT_TRANSLATE_NOOP("context", "…")`. English stands in
the code; its own catalogue holds plural forms only. Standard library only.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "desktop" / "peyman"
CATALOGUES = ROOT / "resources" / "i18n"
FORMS: Mapping[str, int] = {"en": 2, "fa": 1, "ru": 3}  # plural forms of Qt Linguist
MARK = "QT_TRANSLATE_NOOP"
PLURAL = re.compile(r"%L?n")
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%L?n")


@dataclass(frozen=True)
class Key:
    """What names a text: the same words may be translated otherwise elsewhere."""

    context: str
    source: str
    comment: str = ""

    @property
    def plural(self) -> bool:
        return PLURAL.search(self.source) is not None

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”" + (f" ({self.comment})" if self.comment else "")


@dataclass(frozen=True)
class Translation:
    """What stands for a text in one language."""

    forms: tuple[str, ...]  # one, or the plural forms
    finished: bool = True


class Finder(ast.NodeVisitor):
    """Collects the texts of one module, and complains of calls that no tool could understand."""

    def __init__(self, file: str) -> None:
        self.keys: dict[Key, None] = {}
        self.problems: list[str] = []
        self._file = file
        self._classes: list[str] = []
        self._marks = {MARK}

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        if isinstance(node.value, ast.Name) and node.value.id in self._marks:
            self._marks |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "tr" and isinstance(function, ast.Attribute):
            self._tr(node, function)
        elif name in self._marks:
            self._translate(node, literal=True)
        elif name == "translate" and len(node.args) >= 2 and _text(node.args[0]) is not None:
            self._translate(node, literal=False)

    def _tr(self, node: ast.Call, function: ast.Attribute) -> None:
        on_self = isinstance(function.value, ast.Name) and function.value.id == "self"
        text = _text(node.args[0]) if node.args else None
        if not on_self or not self._classes or text is None:
            self._complain(node, "tr() needs self, inside a class, and the text itself")
        else:
            self._add(self._classes[-1], text, node.args[1:2])

    def _translate(self, node: ast.Call, *, literal: bool) -> None:
        context, text = (_text(argument) for argument in node.args[:2])
        if context is not None and text is not None:
            self._add(context, text, node.args[2:3])
        elif literal or isinstance(node.args[1], ast.JoinedStr):
            # A variable for the text is right: it comes from a table where it is marked.
            self._complain(node, "context and text must be plain strings")

    def _add(self, context: str, text: str, comments: list[ast.expr]) -> None:
        comment = _text(comments[0]) if comments else ""
        self.keys[Key(context, text, comment or "")] = None

    def _complain(self, node: ast.Call, what: str) -> None:
        self.problems.append(f"{self._file}:{node.lineno}: {what}")


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def find(code: Path) -> tuple[list[Key], list[str]]:
    """Return all texts below `code`, in the order of their contexts and places, and the complaints."""
    keys: dict[Key, None] = {}
    problems: list[str] = []
    for file in sorted(code.rglob("*.py")):
        finder = Finder(file.relative_to(code.parent).as_posix())
        finder.visit(ast.parse(file.read_text(encoding="utf-8"), str(file)))
        keys |= finder.keys
        problems += finder.problems
    return sorted(keys, key=lambda key: key.context), problems


def wanted(keys: Iterable[Key], language: str) -> list[Key]:
    return [key for key in keys if key.plural or language != "en"]


def read(file: Path) -> dict[Key, Translation]:
    """Read a catalogue; one that is not there is empty."""
    found: dict[Key, Translation] = {}
    if not file.is_file():
        return found
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = Key(name, message.findtext("source", ""), message.findtext("comment", ""))
            node = message.find("translation")
            forms = () if node is None else tuple(form.text or "" for form in node.iter("numerusform"))
            text = "" if node is None else node.text or ""
            found[key] = Translation(forms or (text,), node is not None and not node.get("type"))
    return found


def write(file: Path, language: str, entries: Mapping[Key, Translation]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(_lines(language, entries)) + "\n", encoding="utf-8", newline="\n")


def _lines(language: str, entries: Mapping[Key, Translation]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<!DOCTYPE TS>"
    yield f'<TS version="2.1" language="{language}" sourcelanguage="en">'
    for context in dict.fromkeys(key.context for key in entries):
        yield f"<context>\n    <name>{escape(context)}</name>"
        for key, translation in entries.items():
            if key.context == context:
                yield from _message(key, translation)
        yield "</context>"
    yield "</TS>"


def _message(key: Key, translation: Translation) -> Iterator[str]:
    state = "" if translation.finished else ' type="unfinished"'
    yield '    <message numerus="yes">' if key.plural else "    <message>"
    yield f"        <source>{escape(key.source)}</source>"
    if key.comment:
        yield f"        <comment>{escape(key.comment)}</comment>"
    if key.plural:
        yield f"        <translation{state}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in translation.forms)
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{escape(translation.forms[0])}</translation>"
    yield "    </message>"


def updated(keys: Iterable[Key], known: Mapping[Key, Translation], forms: int) -> dict[Key, Translation]:
    """Keep what is known of `keys`. A text that is known elsewhere is proposed, unfinished, for its new place."""
    proposals = {(key.source, key.comment): translation.forms for key, translation in known.items()}
    result: dict[Key, Translation] = {}
    for key in keys:
        empty = ("",) * (forms if key.plural else 1)
        proposal = proposals.get((key.source, key.comment), empty)
        result[key] = known.get(key, Translation(proposal, finished=False))
    return result


def faults(language: str, keys: Iterable[Key], known: Mapping[Key, Translation]) -> Iterator[str]:
    """Name whatever keeps a catalogue from being in order."""
    expected = dict.fromkeys(keys)
    for key in known:
        if key not in expected:
            yield f"{key}: is not in the code any more; run --update"
    for key in expected:
        translation = known.get(key)
        if translation is None:
            yield f"{key}: is missing; run --update and translate it"
        elif not translation.finished or not all(translation.forms):
            yield f"{key}: is not translated"
        else:
            yield from (f"{key}: {fault}" for fault in _misfits(language, key, translation))


def _misfits(language: str, key: Key, translation: Translation) -> Iterator[str]:
    number = FORMS[language] if key.plural else 1
    if len(translation.forms) != number:
        yield f"has {len(translation.forms)} forms and needs {number}"
    for form in translation.forms:
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(key.source)):
            yield f"placeholders differ in “{form}”"
        if key.source.endswith("…") != form.endswith("…"):
            yield f"only one of the two ends in “…”: “{form}”"
        if form != form.strip() and key.source == key.source.strip():
            yield f"spaces around “{form}”"
        if language == "fa" and re.search("[يك٠-٩]", form):
            yield f"Arabic letters or digits in “{form}”; Persian has ی, ک and ۰–۹"


def main(arguments: list[str] | None = None, *, code: Path = CODE, catalogues: Path = CATALOGUES) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--update", action="store_true", help="write the catalogues anew")
    task.add_argument("--check", action="store_true", help="exit 1 if anything is not in order")
    given = parser.parse_args(arguments)
    keys, problems = find(code)
    for language, forms in FORMS.items():
        file = catalogues / f"peyman_{language}.ts"
        mine = wanted(keys, language)
        if given.update:
            entries = updated(mine, read(file), forms)
            write(file, language, entries)
            open_ones = sum(not entry.finished for entry in entries.values())
            print(f"{file.name}: {len(entries)} texts, {open_ones} to translate")
        else:
            problems += [f"{file.name}: {fault}" for fault in faults(language, mine, read(file))]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
