"""Articles in web pages: the readable text, without what stands around it; read only.

Paragraphs, headings and items of lists are gathered; what surrounds articles everywhere (menus, advertisements, other
news) is left out by its element and by the words in its class or id. Of what remains, the part of the page with the
densest text is taken. Nothing is fetched or run, and a document type that declares entities is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peyman.core.decode import MAX_LENGTH, Decoded, check_text, decode
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, Json
from peyman.core.schema import Schema

from .articles import article, dated, digest_of
from .base import DEFAULTS, Format, Options

KEY = "html"
# Never part of an article, whatever they hold.
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "option",
     "textarea", "input", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "figure", "menu",
     "dialog", "head"}
)  # fmt: skip
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "td", "th"})
_HOLDERS = frozenset(
    {"div", "section", "article", "main", "body", "html", "ul", "ol", "dl", "table", "tbody", "thead", "tfoot", "tr",
     "header", "center", "address", "details", "summary", "hgroup", "search"}
)  # fmt: skip
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|comments?|cookies?|footer|menu|navbar|newsletter|pager|"
    r"pagination|popup|print|promo\w*|related\w*|recommend\w*|share\w*|sharing|sidebar|social\w*|sponsor\w*|"
    r"subscri\w*|tags?|toolbar|widget\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"article|body|content|entry|main|post|story|text", re.IGNORECASE)
_BLANKS = re.compile("[ \t\n\r\f]+")  # what HTML takes for one blank; others, and ZWNJ, are the text's own
_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,40})"')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Where pages say what: names and properties of meta elements, the best first.
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_DATES = ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "pubdate", "publishdate", "date")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("article:author", "author", "dc.creator")
_SHORTEST = 25  # code points of a paragraph that speaks for the part of the page it stands in

MESSAGES |= {
    "html_declares": QT_TRANSLATE_NOOP(
        "errors", "“{file}” declares entities in its document type, which no page needs and which can harm. Remove it."
    ),
    "html_no_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}” holds no paragraph of text that could be an article. Save the page as text instead."
    ),
}


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:  # noqa: ARG001
    """Yield the one article of a page.

    Raises:
        PeymanError: `html_…`, `format_needs`, and what `decode` raises.
    """
    try:
        from lxml import etree  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise PeymanError("format_needs", name=KEY, package="lxml", extra="articles") from None
    with path.open("rb") as stream:
        data = stream.read(MAX_LENGTH + 1)
    source = _decoded(data, path.name)
    if _DECLARED.search(source.text):
        raise PeymanError("html_declares", file=path.name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    parser.feed(source.text.encode())
    root = parser.close()
    if root is None:
        raise PeymanError("html_no_text", file=path.name)
    page = _Page(root)
    text = page.text()
    if not text:
        raise PeymanError("html_no_text", file=path.name)
    check_text(text, path.name)
    digest = digest_of(path)
    yield AnnotatedDocument(
        article(path, text, kind=KEY, digest=digest, title=page.title(), encoding=source.encoding, meta=page.meta())
    )


def _decoded(data: bytes, file: str) -> Decoded:
    """Decode a page by its mark, by what it declares if that holds, or else as any text."""
    told = _CHARSET.search(data[:4096])
    if told and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = told[1].decode("ascii").lower()
        try:
            return decode(data, file, {"iso-8859-1": "windows-1252"}.get(name, name))  # as browsers take it
        except PeymanError as error:
            if error.code not in ("text_undecodable", "text_encoding_unknown"):
                raise
    return decode(data, file)


class _Page:
    """A parsed page. Elements are lxml's."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._all = list(root.iter())  # lxml makes an element anew, and unlike itself, when nobody holds it
        self._said: dict[str, str] = {}
        for element in root.iter("meta"):
            name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
            if name and (value := _plain(element.get("content") or "")):
                self._said.setdefault(name, value)

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._said[name] for name in names if name in self._said), "")

    def _heading(self) -> str:
        """Return the first heading of the page; "" if there are several of the highest kind, or none."""
        found = [text for element in self._root.iter("h1") if (text := _plain("".join(element.itertext())))]
        return found[0] if len(set(found)) == 1 else ""

    def title(self) -> str:
        own = next((_plain("".join(e.itertext())) for e in self._root.iter("title")), "")
        return self._heading() or self._first(_TITLES) or own

    def meta(self) -> dict[str, Json]:
        """Return what the page says of its article: outlet, author, address, day."""
        meta: dict[str, Json] = {}
        address = next((e.get("href", "") for e in self._root.iter("link") if e.get("rel") == "canonical"), "")
        for key, value in (
            ("outlet", self._first(_OUTLETS)), ("author", self._first(_AUTHORS)),
            ("url", address or self._said.get("og:url", "")),
        ):  # fmt: skip
            if value:
                meta[key] = value
        return dated(meta, self._date())

    def _date(self) -> str:
        if told := self._first(_DATES):
            return told
        for element in self._root.iter("script"):
            if element.get("type") == "application/ld+json" and (found := _PUBLISHED.search(element.text or "")):
                return found[1]
        for element in self._root.iter("time"):
            if told := _plain(element.get("datetime") or ""):
                return told
        return ""

    def text(self) -> str:
        """Return the article, with an empty line between paragraphs, its heading first; "" if there is none."""
        body = self._root.find("body")
        blocks = [(b, holder) for b, holder in _blocks(self._root if body is None else body) if b]
        if not blocks:
            return ""
        best = self._densest(blocks)
        within = {best, *(best.iterdescendants() if best is not None else ())}
        inside = [text for text, holder in blocks if best is None or holder in within]
        heading = self._heading()
        if heading and heading not in inside[:5]:
            inside.insert(0, heading)
        return "\n\n".join(inside)

    def _densest(self, blocks: list[tuple[str, Any]]) -> Any:
        """Return the element in which most of the text stands close together; None for all of the page.

        Each paragraph speaks for the element it stands in with its length, and half as much for the next one out:
        the more for the elements that pages usually keep articles in, the less the more of it is links.
        """
        scores: dict[Any, float] = defaultdict(float)
        linked: dict[Any, float] = {}
        for text, holder in blocks:
            if len(text) < _SHORTEST:
                continue
            if holder not in linked:
                linked[holder] = _linked(holder)
            weight = len(text) * (1 - linked[holder])
            for share, element in zip((1.0, 0.5, 0.25), (holder, *holder.iterancestors()), strict=False):
                named = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
                likely = element.tag in ("article", "main") or _INSIDE.search(named)
                scores[element] += weight * share * (1.3 if likely else 1)
        return max(scores, key=lambda element: scores[element], default=None)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _linked(element: Any) -> float:
    """Return which share of an element's text stands in links."""
    length = len("".join(element.itertext())) or 1
    return sum(len("".join(link.itertext())) for link in element.iter("a")) / length


def _is_around(element: Any) -> bool:
    """Tell whether an element is none of the article's by what it is or is called."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu"):
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if tag in ("html", "body", "article", "main"):
        return False
    return bool(_AROUND.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _blocks(body: Any) -> Iterator[tuple[str, Any]]:
    """Yield each block of text and the element that holds it, in order. Text beside blocks is a block of its own."""
    pieces: list[str] = []
    holders: list[Any] = [body]

    def flushed() -> Iterator[tuple[str, Any]]:
        lines = (_plain(line) for line in "".join(pieces).split("\0"))
        text = "\n".join(line for line in lines if line)
        pieces.clear()
        if text:
            yield text, holders[-1]

    # A walk without recursion: pages nest as deeply as the parser lets them.
    steps: list[tuple[Any, bool]] = [(body, True)]
    while steps:
        element, opening = steps.pop()
        if not opening:
            if element.tag in _BLOCKS or element.tag in _HOLDERS:
                yield from flushed()
                if element.tag in _HOLDERS and len(holders) > 1:
                    holders.pop()
            pieces.append(element.tail or "")
            continue
        if _is_around(element):
            pieces.append(f" {element.tail or ''}")
            continue
        if element.tag in _BLOCKS or element.tag in _HOLDERS:
            yield from flushed()
            if element.tag in _HOLDERS:
                holders.append(element)
        pieces.append("\0" if element.tag == "br" else (element.text or "").replace("\0", " "))
        steps.append((element, False))
        steps.extend((child, True) for child in reversed(element))
    yield from flushed()


FORMAT = Format(
    name=KEY,
    title=QT_TRANSLATE_NOOP("formats", "Web pages: the readable text of one article a file"),
    extensions=(".html", ".htm", ".xhtml"),
    example="<article><h1>…</h1><p>…</p></article>",
    holds=frozenset({"texts", "metadata"}),
    read=read,
)
