"""Search over a whole project: every place where words stand, or every annotation, with its surroundings.

Which articles hold which words is kept in an index beside the project: a contentless FTS5 table over the words of
the normalised view, with joined words also glued. It only narrows down where to look; what counts is what a query
finds in the text itself. It can be deleted at any time and grows by what searches read anyway; document texts never
change and their numbers only grow. Where it cannot be written, every article is read.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from peyman.core.excerpts import Article, Excerpt
from peyman.core.model import Attributes, Json, Span, State
from peyman.core.normalise import Normalised
from peyman.core.project import Project
from peyman.core.queries import Query, Term, joined_words_of, parse_query, view_of, words_of
from peyman.core.reading import Placed
from peyman.core.suggest import LAYER

T = TypeVar("T")

FILE = "words.sqlite"
_FORM = 1  # of the index: raised, and older ones are made anew, when words are cut or folded otherwise
_FIRST, _CHUNK = 24, 200  # documents read at a time, at first and then

# Letters that every version of SQLite's tokeniser knows as such; all others count as one, which only widens.
_UNUSUAL = re.compile("[^ 0-9a-z\u00e0-\u00f6\u00f8-\u00ff\u0430-\u045f\u0621-\u063a\u0641-\u064a\u0671-\u06d3]")

_TABLES = f"""
CREATE TABLE source(  -- up to which document, of which project
  one INTEGER PRIMARY KEY CHECK (one = 1), project_id BLOB NOT NULL, last_no INTEGER NOT NULL, last_id BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE words USING fts5(split, joined, content='', tokenize='unicode61 remove_diacritics 0');
PRAGMA user_version = {_FORM};
"""


class WordIndex:
    """Which articles hold which words. Bound to the thread that opened it; any failure closes it for good."""

    def __init__(self, connection: sqlite3.Connection, project: Project) -> None:
        self._connection = connection
        self._project = project

    @classmethod
    def open(cls, project: Project, *, write: bool) -> WordIndex | None:
        """Open the index, made anew if it is of another form or project; None when there can be none."""
        path = project.side_folder / FILE
        for _ in range(2):
            with contextlib.suppress(OSError, sqlite3.Error):
                index = cls._connected(path, project, write)
                if index.is_of_project():
                    return index
                index.close()
            if not write:
                return None
            with contextlib.suppress(OSError):
                for suffix in ("", "-wal", "-shm", "-journal"):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
        return None

    @classmethod
    def _connected(cls, path: Path, project: Project, write: bool) -> WordIndex:
        if write:
            path.parent.mkdir(exist_ok=True)
        mode = "rwc" if write else "ro"
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
        try:
            connection.execute("PRAGMA busy_timeout=5000")
            if write:
                connection.execute("PRAGMA journal_mode=WAL").fetchall()
                connection.execute("PRAGMA synchronous=NORMAL")
                with _transaction(connection):
                    if not connection.execute("SELECT 1 FROM sqlite_schema").fetchall():
                        for statement in _TABLES.strip().split(";\n"):
                            connection.execute(statement)
                        connection.execute(
                            "INSERT INTO source VALUES (1, ?, 0, ?)", [project.info.id.bytes, UUID(int=0).bytes]
                        )
        except BaseException:
            connection.close()
            raise
        return cls(connection, project)

    def is_of_project(self) -> bool:
        """Tell whether this form of program made it, from this very file, as far as it goes."""
        if self._connection.execute("PRAGMA user_version").fetchone() != (_FORM,):
            return False
        project_id, last, last_id = self._source()
        if project_id != self._project.info.id.bytes:
            return False
        return last == 0 or self._project.document_id(last) == UUID(bytes=last_id)

    def _source(self) -> tuple[bytes, int, bytes]:
        found: tuple[bytes, int, bytes] = self._connection.execute(
            "SELECT project_id, last_no, last_id FROM source"
        ).fetchone()
        return found

    def close(self) -> None:
        self._connection.close()

    @property
    def covered(self) -> int:
        """The number of the last document that is in it."""
        return self._source()[1]

    def add(self, articles: Sequence[tuple[int, Normalised]]) -> None:
        """Take in the articles that follow the last one covered, all of them, in the order of their numbers."""
        if not articles:
            return
        with _transaction(self._connection):
            covered = self.covered  # somebody else may have been at it
            self._connection.executemany(
                "INSERT INTO words(rowid, split, joined) VALUES (?, ?, ?)",
                (
                    (number, _plain(words_of(view)), _plain(joined_words_of(view)))
                    for number, view in articles
                    if number > covered
                ),
            )
            last = articles[-1][0]
            if last > covered:
                key = self._project.document_id(last)
                assert key is not None
                self._connection.execute("UPDATE source SET last_no = ?, last_id = ?", [last, key.bytes])

    def candidates(self, query: Query) -> list[int]:
        """Return the covered documents that may hold what a query looks for, and nearly always do."""
        asked = " AND ".join(f"({_asked(term)})" for term in query.terms)
        asked = " OR ".join([f"({asked})", *map(_asked, query.instead)])
        rows = self._connection.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", [asked])
        return [number for (number,) in rows.fetchall()]


def _plain(words: Iterable[str]) -> str:
    return _UNUSUAL.sub("x", " ".join(words))


def _asked(term: Term) -> str:
    """Return a term in the language of FTS5."""
    star = " *" if term.prefix else ""
    forms = [f'split : "{_plain(form)}"{star}' for form in term.forms]
    return " OR ".join([*forms, f'joined : "{_plain([term.whole])}"{star}'])


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


# Searching ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; "" and None let all pass.

    Attributes:
        text: a query as `parse_query` reads it.
        annotations: whether annotations are looked for, whose quotes hold the query, and not the text itself. All
            that follows but `state` is about annotations.
        state: of the annotation's set; of the set of the annotator at work when the text is searched.
        value: of `attribute`, as its choices name it or as a part of what was typed; "" is any.
    """

    text: str = ""
    annotations: bool = False
    state: State | None = None
    layer: str = ""
    label: str = ""
    annotator: str = ""
    attribute: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found; `placed` is the annotation that it is, or the own entity on just this text, if any."""

    excerpt: Excerpt
    placed: Placed | None = None
    own: bool = False  # an annotation of the annotator at work, or a place in the text

    @property
    def span(self) -> Span | None:
        return self.placed.span if self.placed else None


@dataclass(frozen=True, slots=True)
class Found:
    """Some more hits, and how far the search has come."""

    hits: tuple[Hit, ...]
    read: int  # documents
    of: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles to look at, and how far it has come; those already read come with their texts and views."""

    numbers: list[int]
    read: int
    of: int
    texts: Sequence[Article] = ()
    views: Mapping[int, Normalised] = field(default_factory=dict)

    def articles(self, project: Project, numbers: Sequence[int]) -> Iterator[Article]:
        """Return some of them."""
        wanted = set(numbers)
        return (article for article in self.texts or project.articles(numbers) if article.number in wanted)


class Concordance:
    """Searches one project; use it as a context manager, in one thread."""

    def __init__(self, project: Project, *, keep: bool = True) -> None:
        """Open the index of words; `keep` lets it grow by what is read, where it can be written."""
        self.project = project
        self._keep = keep
        self._index = WordIndex.open(project, write=keep) or (WordIndex.open(project, write=False) if keep else None)

    def __enter__(self) -> Concordance:
        return self

    def __exit__(self, *_: object) -> None:
        if self._index is not None:
            self._index.close()

    def search(self, wanted: Search) -> Iterator[Found]:
        """Yield what is found, article by article in the order of their numbers, a few at first and then more."""
        query = parse_query(wanted.text)
        if wanted.annotations:
            yield from self._in_annotations(wanted, query)
        elif query.terms:
            allowed = None if wanted.state is None else set(self.project.document_numbers(state=wanted.state))
            for part in self.likely(query):
                numbers = [number for number in part.numbers if allowed is None or number in allowed]
                excerpts = [
                    article.excerpt(*place)
                    for article in part.articles(self.project, numbers)
                    for place in query.find(article.text, part.views.get(article.number))
                ]
                labelled = self._labelled({excerpt.document_number for excerpt in excerpts})
                hits = (Hit(one, labelled.get((one.document_number, one.start, one.end)), own=True) for one in excerpts)
                yield Found(tuple(hits), part.read, part.of)

    def _labelled(self, numbers: Iterable[int]) -> dict[tuple[int, int, int], Placed]:
        """Return the own entities in these documents, by place."""
        placed = self.project.placed_spans(list(numbers), annotator=self.project.annotator, layer=LAYER)
        return {
            (one.document_number, one.span.start, one.span.end): one
            for one in placed
            if one.kind == "annotation" and not one.span.fragments
        }

    def _in_annotations(self, wanted: Search, query: Query) -> Iterator[Found]:
        holds = lru_cache(maxsize=None)(lambda quote: not query.terms or bool(query.find(quote)))
        for part in self.likely(query):
            placed = self.project.placed_spans(
                part.numbers, annotator=wanted.annotator, state=wanted.state, layer=wanted.layer, label=wanted.label
            )
            fitting = [
                one
                for one in placed
                if holds(one.span.quote) and _has(one.span.attributes, wanted.attribute, wanted.value)
            ]
            numbers = list(dict.fromkeys(one.document_number for one in fitting))
            articles = {article.number: article for article in part.articles(self.project, numbers)}
            hits = [self._hit(articles[one.document_number], one) for one in fitting]
            yield Found(tuple(hits), part.read, part.of)

    def _hit(self, article: Article, placed: Placed) -> Hit:
        own = placed.kind == "annotation" and placed.annotator == self.project.annotator
        return Hit(article.excerpt(placed.span.start, placed.span.end), placed, own)

    def likely(self, query: Query) -> Iterator[Part]:
        """Yield the articles that may hold what a query looks for: all of them when it looks for nothing."""
        numbers = self.project.document_numbers()
        covered = self._covered if query.terms else sys.maxsize
        inside = numbers
        if query.terms:
            inside = self._ask(lambda index: index.candidates(query), numbers)
        inside = [number for number in inside if number <= covered]
        beyond = [number for number in numbers if number > covered]
        read, of = 0, len(inside) + len(beyond)
        for chunk in _chunks(inside):
            read += len(chunk)
            yield Part(chunk, read, of)
        for part in self._unread(beyond):
            yield replace(part, read=read + part.read, of=of)

    def bring_up_to_date(self) -> Iterator[Part]:
        """Read into the index what is missing there, if there is an index."""
        if self._index is not None and self._keep:
            covered = self._covered
            yield from self._unread([number for number in self.project.document_numbers() if number > covered])

    @property
    def _covered(self) -> int:
        return self._ask(lambda index: index.covered, 0)

    def _unread(self, numbers: Sequence[int]) -> Iterator[Part]:
        """Read articles that the index does not cover, and take them into it."""
        read = 0
        for chunk in _chunks(numbers):
            articles = self.project.articles(chunk)
            views = {article.number: view_of(article.text) for article in articles}
            if self._keep:
                self._take_in(list(views.items()))
            read += len(chunk)
            yield Part(chunk, read, len(numbers), articles, views)

    def _take_in(self, articles: Sequence[tuple[int, Normalised]]) -> None:
        def add(index: WordIndex) -> None:
            index.add(articles)

        self._ask(add, None)

    def _ask(self, question: Callable[[WordIndex], T], otherwise: T) -> T:
        """Ask the index; when it fails, as on a full disk, go on without."""
        if self._index is None:
            return otherwise
        try:
            return question(self._index)
        except sqlite3.Error:
            self._index.close()
            self._index = None
            return otherwise


def _has(attributes: Attributes, name: str, wanted: str) -> bool:
    """Tell whether an attribute has a value, or just this one: a choice, one of several, or a part of a text."""
    return not name or _says(attributes.get(name), wanted, view_of(wanted).text.strip())


def _says(value: Json, wanted: str, folded: str) -> bool:
    if isinstance(value, list | dict):
        parts = value.values() if isinstance(value, dict) else value
        return any(_says(part, wanted, folded) for part in parts)
    return value not in (None, "") and (not wanted or value == wanted or folded in view_of(str(value)).text)


def _chunks(numbers: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    size = _FIRST
    while chunk := list(islice(rest, size)):
        yield chunk
        size = _CHUNK
