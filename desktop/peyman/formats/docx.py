"""Articles in Word documents: the text of the main part, a paragraph a line; read only.

What stands beside the text (notes, comments, heads and feet of pages) is no part of the article; it is kept in
`foreign`. Text that was deleted while changes were tracked is left out, inserted text is taken.
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
_MAIN = "word/document.xml"
_BESIDE = {
    "footnotes": "word/footnotes.xml", "endnotes": "word/endnotes.xml", "comments": "word/comments.xml",
    **{f"header {n}": f"word/header{n}.xml" for n in range(1, 10)},
    **{f"footer {n}": f"word/footer{n}.xml" for n in range(1, 10)},
}  # fmt: skip
_PROPERTIES = {"title": "title", "creator": "author", "created": "created", "language": "language"}
# An element that stands for a character.
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "instrText", "delText"})

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
        if _MAIN not in archive:
            raise PeymanError("docx_other", file=path.name, part=_MAIN)
        text = "\n".join(paragraphs(archive.events(_MAIN))).strip("\n")
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
    """Yield the paragraphs of a part of Word; those in a box of text come before the one it is anchored in."""
    open_ones: list[list[str]] = []
    ignored = 0  # how deep we are in something that is left out
    in_text = 0
    for what, name, _ in events:
        if what == "text":
            if in_text and not ignored and open_ones:
                open_ones[-1].append(name)
        elif what == "start":
            ignored += 1 if ignored or name in _LEFT_OUT or name.endswith(" Fallback") else 0
            if ignored:
                continue
            if name == "p":
                open_ones.append([])
            in_text += name == "t"
            if name in _CHARACTERS and open_ones:
                open_ones[-1].append(_CHARACTERS[name])
        elif ignored:
            ignored -= 1
        else:
            in_text -= name == "t"
            if name == "p":
                yield "".join(open_ones.pop())


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
