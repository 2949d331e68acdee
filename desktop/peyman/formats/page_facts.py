"""What a web page says of its article: title, outlet, author, address, day.

Asked are, in this order, the elements made for it (Open Graph, Dublin Core, schema.org), what the page tells search
engines in JSON, and what it shows to its readers. Nothing of it is trusted to be well made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from peyman.core.model import Json

from .articles import dated

# Names and properties of meta elements, the best first.
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_DATES = (
    "article:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.created", "pubdate", "publishdate",
    "date",
)  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")
_BLANKS = re.compile("[ \t\n\r\f]+")  # what HTML takes for one blank; others, and ZWNJ, are the text's own
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?=$|T)")
_ADDRESS = re.compile(r"https?://|www\.|/", re.IGNORECASE)
_WHEN = re.compile(r"(?:^|[\s_-])(?:date\w*|meta|publish\w*|time\w*)(?:$|[\s_-])", re.IGNORECASE)
_JALALI = re.compile(
    r"[0-9۰-۹]{1,2} (?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)(?: ماه)? [0-9۰-۹]{4}"
    r"|[1۱][34۳۴][0-9۰-۹]{2}/[0-9۰-۹]{1,2}/[0-9۰-۹]{1,2}"
)
_MOST_PIECES = 60  # of text in an element that may tell a day
_DEEPEST, _LONGEST = 6, 1 << 20  # levels, and code points, of JSON that are looked at


class PageFacts:
    """What a parsed page says of itself. Elements are lxml's."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._said: dict[str, str] = {}
        for element in root.iter("meta"):
            if not (value := plain(element.get("content") or "")):
                continue
            for attribute in ("property", "name", "itemprop"):
                if name := (element.get(attribute) or "").lower():
                    self._said.setdefault(name, value)
        self._told = self._search_engines()
        self._own = next((text_of(e) for e in root.iter("title")), "")
        self.heading = self._heading()

    def title(self) -> str:
        shown = text_of(self.heading) if self.heading is not None else ""
        return shown or self._first(_TITLES) or self._told.get("headline", "") or self._own

    def meta(self) -> dict[str, Json]:
        """Return outlet, author, address, day, as far as they are told."""
        meta: dict[str, Json] = {}
        address = next((e.get("href", "") for e in self._root.iter("link") if e.get("rel") == "canonical"), "")
        authors = [self._said[name] for name in _AUTHORS if name in self._said]
        for key, value in (
            ("outlet", self._first(_OUTLETS) or self._told.get("publisher", "")),
            # Of a name and an address, the name.
            ("author", next((a for a in authors if not _ADDRESS.match(a)), "") or self._told.get("author", "")
             or next(iter(authors), "")),
            ("url", address or self._said.get("og:url", "")),
        ):  # fmt: skip
            if value:
                meta[key] = value
        return dated(meta, self._date())

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._said[name] for name in names if name in self._said), "")

    def _heading(self) -> Any:
        """Return the first heading of the page; of several, or if it is the site's name, that which its title holds."""
        found = [(e, text) for e in self._root.iter("h1") if (text := text_of(e))]
        outlet = self._first(_OUTLETS) or self._told.get("publisher", "")
        if len({text for _, text in found}) == 1 and found[0][1] != outlet:
            return found[0][0]
        called = [t for t in (self._first(_TITLES), self._told.get("headline", ""), self._own) if t]
        for level in ("h1", "h2", "h3", "h4"):
            for element in self._root.iter(level):
                text = text_of(element)
                # The name of the site is in its titles too.
                if text != outlet and any(text in title and 2 * len(text) >= len(title) for title in called):
                    return element
        return None

    def _date(self) -> str:
        told = [self._said[name] for name in _DATES if name in self._said]
        told.append(self._told.get("datePublished", ""))
        told += [plain(e.get("datetime") or "") for e in self._root.iter("time")]
        told = [_COMPACT.sub(r"\1-\2-\3", day) for day in told if day]
        if day := next((day for day in told if _ISO.match(day)), ""):
            return day
        return next(iter(told), "") or self._shown_date()

    def _shown_date(self) -> str:
        """Return the first Jalali day in an element that is called after days; "" if there is none."""
        for element in self._root.iter("span", "div", "li", "p", "time", "td"):
            if _WHEN.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
                shown = " ".join(islice(element.itertext(), _MOST_PIECES))
                if found := _JALALI.search(plain(shown)):
                    return found[0]
        return ""

    def _search_engines(self) -> dict[str, str]:
        """Return what the page tells search engines of its article, in JSON-LD."""
        told: dict[str, str] = {}
        for element in self._root.iter("script"):
            if element.get("type") != "application/ld+json" or len(element.text or "") > _LONGEST:
                continue
            try:
                found = json.loads(element.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for one in _articles_in(found, _DEEPEST):
                for key in ("headline", "datePublished", "author", "publisher"):
                    if name := _name_of(one.get(key)):
                        told.setdefault(key, name)
        return told


def text_of(element: Any) -> str:
    """Return all the text of an element, on one line."""
    return plain("".join(element.itertext()))


def plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _articles_in(found: object, depth: int) -> Iterator[dict[str, object]]:
    """Yield the objects that say when they were published, wherever a page keeps them."""
    if isinstance(found, list) and depth:
        for one in found:
            yield from _articles_in(one, depth - 1)
    elif isinstance(found, dict) and depth:
        if "datePublished" in found:
            yield found
        else:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _articles_in(found.get(key), depth - 1)


def _name_of(found: object) -> str:
    """Return a text, or the name of a person or organisation; of several, all of them."""
    if isinstance(found, str):
        return plain(found)[:500]
    if isinstance(found, dict):
        name = found.get("name")
        return plain(name)[:500] if isinstance(name, str) else ""
    if isinstance(found, list):
        names = [name for one in found[:20] if not isinstance(one, list) and (name := _name_of(one))]
        return ", ".join(names)
    return ""
