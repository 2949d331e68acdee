"""Articles in web pages: the readable text, without what stands around it; read only.

Paragraphs, headings and items of lists are gathered; what surrounds articles everywhere (menus, advertisements, other
news) is left out by its element, by the words in its class or id, or because it is links. Of what remains, the part of
the page with the densest text is taken, and more of the page as long as that brings more text than other things.
Nothing is fetched or run, and a document type that declares entities is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from peyman.core.decode import MAX_LENGTH, Decoded, check_text, decode
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema

from .articles import article, digest_of
from .base import DEFAULTS, Format, Options
from .page_facts import PageFacts, plain, text_of

KEY = "html"
# Never part of an article, whatever they hold; but whole pages of some makers stand in one form.
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "option",
     "textarea", "input", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "figure", "menu",
     "dialog", "head"}
)  # fmt: skip
_UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "head", "a", "option", "textarea"})
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "td", "th"})
_HOLDERS = frozenset(
    {"div", "section", "article", "main", "body", "html", "ul", "ol", "dl", "table", "tbody", "thead", "tfoot", "tr",
     "header", "center", "address", "details", "summary", "hgroup", "search", "form"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE)


_AROUND = _named(
    r"ad|ads|advert\w*|banner|breadcrumbs?|comments?|kommentar\w*|consent|cookies?|copyright|footer|gdpr|menu|navbar|newsletter|"
    r"pager|pagination|popup|discussion\w*|disqus\w*|repl(?:y|ies)|promo\w*|related\w*|recommend\w*|share\w*|sharing|sidebar|social\w*|sponsor\w*|"
    r"subscri\w*|tags|tag-?(?:list|cloud)|tag(?=$|\s)|toolbar|widget\w*"
)
_SAID = _named(r"comments?|discussion|disqus\w*")  # may be longer than the article
# Left out where they hold but a few words: when, by whom, under which number.
_SMALL = _named(
    r"author|byline|code|date|datetime|details|info|keywords?|meta|print|published|short-?link|time|tooltip"
)
_LEAD = _named(r"announce|description|intro\w*|lead|lede|second-title|standfirst|summary")
_INSIDE = re.compile(r"article|body|content|entry|main|post|story|text", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TWICE = re.compile("\0[ \t\n\r\f]*\0")
_SHORTEST = 25  # code points of a paragraph that speaks for the part of the page it stands in
_FEW = 80  # code points of what may be left out as small
# An element further out is taken if it brings this share of text more, and is text at least to this share.
_MORE, _DENSE = 0.1, 0.7
_LINKS = 0.7  # share of links in what is no text of an article: “read also”, lists of other news

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
    facts = PageFacts(root)
    text = _Page(root, facts).text()
    if not text:
        raise PeymanError("html_no_text", file=path.name)
    check_text(text, path.name)
    digest = digest_of(path)
    yield AnnotatedDocument(
        article(path, text, kind=KEY, digest=digest, title=facts.title(), encoding=source.encoding, meta=facts.meta())
    )


def _decoded(data: bytes, file: str) -> Decoded:
    """Decode a page by its mark, by what it declares if that holds, or else as any text.

    Scrapers save pages in UTF-8 that still declare what they were sent in; nothing else looks like UTF-8 by chance.
    """
    told = None if _is_utf8(data) else _CHARSET.search(data[:4096])
    if told and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = told[1].decode("ascii").lower()
        try:
            return decode(data, file, {"iso-8859-1": "windows-1252"}.get(name, name))  # as browsers take it
        except PeymanError as error:
            if error.code not in ("text_undecodable", "text_encoding_unknown"):
                raise
    return decode(data, file)


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes can be nothing else; plain ASCII can be many things."""
    if data.isascii():
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Block(NamedTuple):
    """A paragraph: its text, the element that is it (or holds it), the holder, the share of links in it."""

    text: str
    element: Any
    holder: Any
    linked: float

    @property
    def worth(self) -> float:
        """How much it speaks for the part of the page it stands in."""
        return len(self.text) * (1 - self.linked) if len(self.text) >= _SHORTEST else 0.0


class _Page:
    """A parsed page. Elements are lxml's."""

    def __init__(self, root: Any, facts: PageFacts) -> None:
        self._all = list(root.iter())  # lxml makes an element anew, and unlike itself, when nobody holds it
        self._facts = facts
        body = root.find("body")
        self._body = root if body is None else body
        self._prose: dict[Any, int] = defaultdict(int)  # code points of text outside links
        for element in reversed(self._all):
            if isinstance(element.tag, str) and element.tag not in _UNREAD:
                self._prose[element] += len(plain(element.text or ""))
            else:
                self._prose[element] = 0
            if (parent := element.getparent()) is not None:
                self._prose[parent] += self._prose[element] + len(plain(element.tail or ""))
        heading = facts.heading
        self._held = set() if heading is None else {heading, *heading.iterancestors()}

    def text(self) -> str:
        """Return the article, with an empty line between paragraphs, its heading first; "" if there is none."""
        blocks = [block for block in self._blocks() if block.text]
        best = self._widened(self._densest(blocks), blocks)
        within = None if best is None else {best, *best.iterdescendants()}
        inside = [n for n, block in enumerate(blocks) if within is None or block.element in within]
        if not inside:
            return ""
        heading = self._facts.heading
        title = text_of(heading) if heading is not None else ""
        at = next((n for n, block in enumerate(blocks) if block.element is heading), -1) if title else -1
        after = [n for n in inside if n > at >= 0]
        # What stands before the heading is none of the article, unless it is most of it.
        if after and 2 * sum(blocks[n].worth for n in after) >= sum(blocks[n].worth for n in inside):
            around = set() if best is None else set(best.iterancestors())
            between = range(at + 1, after[0])
            inside = [at, *(n for n in between if _is_lead(blocks[n], around)), *after]
        texts = _kept([blocks[n] for n in inside])
        if title and title not in texts[:5]:
            texts.insert(0, title)
        return "\n\n".join(texts)

    def _densest(self, blocks: list[_Block]) -> Any:
        """Return the element in which most of the text stands close together; None for all of the page.

        Each paragraph speaks for the element it stands in with its length, and half as much for the next one out:
        the more for the elements that pages usually keep articles in, the less the more of it is links.
        """
        scores: dict[Any, float] = defaultdict(float)
        for block in blocks:
            if not (worth := block.worth):
                continue
            for share, element in zip((1.0, 0.5, 0.25), (block.holder, *block.holder.iterancestors()), strict=False):
                likely = element.tag in ("article", "main") or _INSIDE.search(_name(element))
                scores[element] += worth * share * (1.3 if likely else 1)
        return max(scores, key=lambda element: scores[element], default=None)

    def _widened(self, best: Any, blocks: list[_Block]) -> Any:
        """Return the element further out that holds the rest of an article whose text is split; else the same.

        Some makers of pages give each paragraph, or each chapter, a box of its own.
        """
        if best is None:
            return None
        worth: dict[Any, float] = defaultdict(float)
        size: dict[Any, int] = defaultdict(int)
        for block in blocks:
            worth[block.holder] += block.worth
            size[block.holder] += len(block.text)
        for element in reversed(self._all):
            if size[element] and (parent := element.getparent()) is not None:
                worth[parent] += worth[element]
                size[parent] += size[element]
        for element in best.iterancestors():
            more, longer = worth[element] - worth[best], size[element] - size[best]
            if more >= _MORE * worth[best] and more >= _DENSE * longer:
                best = element
        return best

    def _is_around(self, element: Any) -> bool:
        """Tell whether an element is none of the article's by what it is or is called."""
        tag = element.tag
        if tag == "form":
            return 2 * self._prose[element] < self._prose[self._body]
        if not isinstance(tag, str) or tag in _DROPPED:
            return True
        if tag in ("html", "body"):
            return False
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        if element.get("role") in ("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu"):
            return True
        if _HIDDEN.search(element.get("style") or ""):
            return True
        # What holds the heading, or is the article by its own word, is named after something else.
        if tag in ("article", "main") or element in self._held or element.get("itemprop") == "articleBody":
            return False
        name = _name(element)
        if self._facts.heading is None and 2 * self._prose[element] > self._prose[self._body]:
            return bool(_SAID.search(name))
        return bool(_AROUND.search(name) or (self._prose[element] < _FEW and _SMALL.search(name)))

    def _blocks(self) -> Iterator[_Block]:
        """Yield each block of text, in order. Text beside blocks is one of its own, and so is text after two breaks."""
        pieces: list[str] = []
        links = [0, 0]  # how many links we are in, and how much of the text of this block they hold
        holders: list[Any] = [self._body]
        open_ones: list[Any] = [self._body]

        def flushed() -> Iterator[_Block]:
            whole = "".join(pieces)
            linked = links[1] / max(1, sum(len(plain(piece)) for piece in pieces))
            pieces.clear()
            links[1] = 0
            for part in _TWICE.split(whole):
                lines = (plain(line) for line in part.split("\0"))
                text = "\n".join(line for line in lines if line)
                if any(sign.isprintable() and not sign.isspace() for sign in text):
                    yield _Block(text, open_ones[-1], holders[-1], min(1.0, linked))

        def added(text: str) -> None:
            pieces.append(text.replace("\0", " "))
            links[1] += len(plain(text)) if links[0] else 0

        # A walk without recursion: pages nest as deeply as the parser lets them.
        steps: list[tuple[Any, bool]] = [(self._body, True)]
        while steps:
            element, opening = steps.pop()
            tag = element.tag
            is_holder = tag in _HOLDERS or tag in ("td", "th")  # old pages are laid out in tables
            is_block = tag in _BLOCKS or is_holder
            if not opening:
                if is_block:
                    yield from flushed()
                    if len(open_ones) > 1:
                        open_ones.pop()
                    if is_holder and len(holders) > 1:
                        holders.pop()
                links[0] -= tag == "a"
                added(element.tail or "")
                continue
            if self._is_around(element):
                added(f" {element.tail or ''}")
                continue
            if is_block:
                yield from flushed()
                open_ones.append(element)
                if is_holder:
                    holders.append(element)
            links[0] += tag == "a"
            if tag == "br":
                pieces.append("\0")
            else:
                added(element.text or "")
            steps.append((element, False))
            steps.extend((child, True) for child in reversed(element))
        yield from flushed()


def _is_lead(block: _Block, around: set[Any]) -> bool:
    """Tell whether a block between heading and article belongs to it: by its name, or as a paragraph beside it."""
    if block.linked >= _LINKS:
        return False
    near = (block.element, *islice(block.element.iterancestors(), 2))
    beside = len(block.text) >= _FEW and block.element.tag == "p" and block.holder in around
    return beside or any(_LEAD.search(_name(element)) for element in near)


def _kept(blocks: list[_Block]) -> list[str]:
    """Return the texts of blocks without those that are but links to something else, and their headings."""
    texts: list[str] = []
    is_headed = False  # is there anything for a heading to stand above?
    for block in reversed(blocks):
        is_heading = block.element.tag in _HEADINGS and block.element.tag != "h1"
        if is_heading and not is_headed:
            continue
        if block.linked >= _LINKS and len(block.text) >= _SHORTEST and block.element.tag not in _HEADINGS:
            is_headed = False
            continue
        is_headed = True
        texts.append(block.text)
    return texts[::-1]


def _name(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


FORMAT = Format(
    name=KEY,
    title=QT_TRANSLATE_NOOP("formats", "Web pages: the readable text of one article a file"),
    extensions=(".html", ".htm", ".xhtml"),
    example="<article><h1>…</h1><p>…</p></article>",
    holds=frozenset({"texts", "metadata"}),
    read=read,
)
