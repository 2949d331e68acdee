"""Articles in Word documents: the text of the main part, a paragraph a line; read only.

What stands beside the text (notes, comments, heads and feet of pages) is no part of the article; it is kept in
`foreign`. Text that was deleted while changes were tracked is left out, and so is hidden text; inserted text is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Json
from peyman.core.schema import Schema

from .articles import article, digest_of
from .base import DEFAULTS, Format, Options
from .office import Archive, Event

KEY = "docx"
_MAIN, _RELATIONS = "word/document.xml", "_rels/.rels"
_BESIDE = {
    "footnotes": "word/footnotes.xml", "endnotes": "word/endnotes.xml", "comments": "word/comments.xml",
    **{f"header {n}": f"word/header{n}.xml" for n in range(1, 10)},
    **{f"footer {n}": f"word/footer{n}.xml" for n in range(1, 10)},
}  # fmt: skip
_PROPERTIES = {"title": "title", "creator": "author", "created": "created", "language": "language"}
# An element that stands for a character.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "instrText", "delText", "rt"}
)
_ENDS = frozenset({"tc", "txbxContent", "body", "footnote", "endnote", "comment"})  # no paragraph goes on beyond them
_ON = frozenset({"1", "true", "on"})

MESSAGES |= {
    "docx_other": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is an Office document, but none of Word (it has no {part}). Save it as .docx."
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the one article of a document.

    Raises:
        PeymanError: `article_large`, `docx_…`, `office_…`, and what `check_text` raises.
    """
    digest = digest_of(path)
    with Archive(path, "docx") as archive:
        text = "\n".join(paragraphs(archive.events(_main_part(archive)))).strip("\n")
        check_text(text, path.name)
        beside: dict[str, Json] = {}
        for what, part in _BESIDE.items():
            if part in archive and (found := [line for line in paragraphs(archive.events(part)) if line.strip()]):
                beside[what] = [*found]
        meta: dict[str, Json] = dict(_properties(archive))
    title = str(meta.pop("title", ""))
    foreign: dict[str, Json] = {f"{KEY} {what}": found for what, found in beside.items()}
    yield AnnotatedDocument(article(path, text, kind=KEY, digest=digest, title=title, meta=meta, foreign=foreign))


def paragraphs(events: Iterable[Event]) -> Iterator[str]:
    """Yield the paragraphs of a part of Word; those in a box of text come before the one it is anchored in.

    A paragraph whose end was deleted while changes were tracked goes on in the next one.
    """
    path: list[str] = []
    open_ones: list[list[str]] = []
    joined: set[int] = set()  # levels of open paragraphs whose end was deleted
    carried: dict[int, str] = {}  # what goes on in the next paragraph of a level
    ignored = 0  # how deep we are in something that is left out
    in_text = hidden = 0  # the latter is the depth of a run that nobody sees
    for what, name, attributes in events:
        if what == "text" and in_text and not ignored and not hidden and open_ones:
            open_ones[-1].append(name)
        elif what == "start":
            if name in ("del", "moveFrom") and path[-2:] == ["pPr", "rPr"]:
                joined.add(len(open_ones))
            if name == "vanish" and path[-2:] == ["r", "rPr"] and attributes.get("val", "1") in _ON:
                hidden = len(path) - 1
            path.append(name)
            ignored += bool(ignored or name in _LEFT_OUT or name.endswith(" Fallback"))
            if ignored:
                continue
            if name == "p":
                open_ones.append([])
            in_text += _is_text(name)
            if name in _CHARACTERS and open_ones and not hidden:
                open_ones[-1].append(_CHARACTERS[name])
        elif what == "end":
            path.pop()
            hidden = hidden if len(path) >= hidden else 0
            if ignored:
                ignored -= 1
                continue
            in_text -= _is_text(name)
            level = len(open_ones)
            if name == "p":
                text = carried.pop(level, "") + "".join(open_ones.pop())
                if level in joined:
                    joined.remove(level)
                    carried[level] = text
                else:
                    yield text
            elif name in _ENDS and carried.get(level + 1):
                yield carried.pop(level + 1)


def _is_text(name: str) -> bool:
    return name == "t" or name.endswith("/math t")


def _main_part(archive: Archive) -> str:
    """Return the name of the main part; some programs number it.

    Raises:
        PeymanError: `docx_other`, `office_…`.
    """
    if _MAIN not in archive and _RELATIONS in archive:
        for what, _, attributes in archive.events(_RELATIONS):
            target = attributes.get("Target", "").lstrip("/")
            if what == "start" and attributes.get("Type", "").endswith("/officeDocument") and target in archive:
                if target.startswith("word/"):
                    return target
                break
    if _MAIN not in archive:
        raise PeymanError("docx_other", file=archive.file, part=_MAIN)
    return _MAIN


def _properties(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield what the document says of itself."""
    if "docProps/core.xml" not in archive:
        return
    key, value = "", ""
    for what, name, _ in archive.events("docProps/core.xml"):
        if what == "text":
            value += name
            continue
        if what == "end" and key and value.strip():
            yield key, " ".join(value.split())
        key, value = (_PROPERTIES.get(name.rpartition(" ")[2], ""), "") if what == "start" else ("", "")


FORMAT = Format(
    name=KEY,
    title=QT_TRANSLATE_NOOP("formats", "Word documents: one article a file, its text only"),
    extensions=(".docx",),
    example="خبر.docx",
    holds=frozenset({"texts", "metadata"}),
    read=read,
)
