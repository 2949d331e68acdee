"""Search over a project: with the index of words, without it, and what it finds in text and annotations."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import MEMORY, article, editor, label, make_project
from peyman.core.concordance import FILE, Concordance, Search, WordIndex
from peyman.core.model import Document
from peyman.core.project import Project
from peyman.core.queries import parse_query

FIRST = "نخست‌وزیر آذربایجان دیروز وارد باکو شد. كتاب‌های ۲۰ ساله را خواند."
SECOND = "نخست وزیر و نخستوزیر یکی است؛ باکو شهر است."
THIRD = "Премьер прибыл в Баку. Санкт-Петербург, 20 человек."

LETTERS = "اب\u200c \n-كک،۱1aAßжЖ\u064eé_\u0301ﷲ🙂\u0528"
texts = st.text(LETTERS, min_size=1, max_size=24) | st.text(min_size=1, max_size=12)
queries = st.text(LETTERS + '"*«»', max_size=8) | st.text(max_size=5)


def articles(*texts: str) -> list[Document]:
    return [article(f"{number}.txt", text) for number, text in enumerate(texts, 1)]


def hits(project: Project, text: str = "", *, keep: bool = True, **more: object) -> list[tuple[int, str]]:
    """Return the articles and quotes that a search finds."""
    with Concordance(project, keep=keep) as concordance:
        found = concordance.search(replace(Search(text), **more))  # type: ignore[arg-type]
        return [(hit.excerpt.document_number, hit.excerpt.quote) for part in found for hit in part.hits]


def write_index(project: Project) -> None:
    with Concordance(project) as concordance:
        for _ in concordance.bring_up_to_date():
            pass


@pytest.fixture
def news(path: Path) -> Iterable[Project]:
    with make_project(path, *articles(FIRST, SECOND, THIRD)) as project:
        yield project


def test_words_are_found_with_their_surroundings(news: Project) -> None:
    with Concordance(news) as concordance:
        (hit,) = (hit for part in concordance.search(Search("آذربایجان")) for hit in part.hits)
    excerpt = hit.excerpt
    assert (excerpt.before, excerpt.quote, excerpt.after) == (
        "نخست‌وزیر ",
        "آذربایجان",
        " دیروز وارد باکو شد. كتاب‌های ۲۰ ساله را خواند.",
    )
    assert (excerpt.document_number, excerpt.title, excerpt.direction) == (1, "1.txt", "rtl")
    assert FIRST[excerpt.start : excerpt.end] == "آذربایجان"


def test_all_ways_to_write_a_word(news: Project) -> None:
    assert hits(news, "نخست‌وزیر") == [(1, "نخست‌وزیر"), (2, "نخست وزیر"), (2, "نخستوزیر")]
    assert hits(news, "20") == [(1, "۲۰"), (3, "20")]
    assert hits(news, "کتاب*") == [(1, "كتاب‌های")]
    assert hits(news, "") == []


@given(st.lists(texts, min_size=1, max_size=6, unique=True), queries)
def test_the_index_finds_what_reading_finds(contents: list[str], query: str) -> None:
    contents = [text.encode("utf-8", "ignore").decode() or "x" for text in contents]
    with (
        TemporaryDirectory(dir=MEMORY) as folder,
        make_project(Path(folder, "a.peyman"), *articles(*dict.fromkeys(contents))) as project,
    ):
        read = hits(project, query, keep=False)
        assert not (project.side_folder / FILE).exists()
        assert hits(project, query) == read, "while the index is being made"
        write_index(project)
        assert hits(project, query) == read
        if parse_query(query).terms:
            index = WordIndex.open(project, write=False)
            assert index is not None
            assert {number for number, _ in read} <= set(index.candidates(parse_query(query)))
            index.close()


def test_the_index_narrows_down(news: Project) -> None:
    write_index(news)
    index = WordIndex.open(news, write=False)
    assert index is not None
    assert index.candidates(parse_query("باکو")) == [1, 2]
    assert index.candidates(parse_query("نخستوزیر")) == [1, 2]
    assert index.candidates(parse_query('"شهر است"')) == [2]
    assert index.candidates(parse_query("پترزبورگ")) == []
    index.close()


def test_new_articles_are_found_before_and_after_they_are_in_the_index(news: Project) -> None:
    write_index(news)
    with news.batch("import"):
        news.add_document(article("4.txt", "باز هم باکو."))
    assert [number for number, _ in hits(news, "باکو", keep=False)] == [1, 2, 4]
    assert [number for number, _ in hits(news, "باکو")] == [1, 2, 4]
    index = WordIndex.open(news, write=False)
    assert index is not None
    assert index.covered == 4
    index.close()


@pytest.mark.parametrize("harm", ["gone", "no database", "no tables", "old form", "another project", "torn"])
def test_an_index_that_is_no_use_is_made_anew(news: Project, path: Path, harm: str) -> None:
    write_index(news)
    file = news.side_folder / FILE
    if harm == "gone":
        shutil.rmtree(news.side_folder)
    elif harm == "no database":
        file.write_text("سلام", encoding="utf-8")
    elif harm == "no tables":
        file.unlink()
        sqlite3.connect(file).execute("CREATE TABLE other(a)").connection.close()
    elif harm == "torn":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        connection = sqlite3.connect(file)
        old = harm == "old form"
        connection.execute("PRAGMA user_version=0" if old else "UPDATE source SET project_id = zeroblob(16)")
        connection.commit()
        connection.close()
    assert [number for number, _ in hits(news, "باکو")] == [1, 2]
    write_index(news)
    assert [number for number, _ in hits(news, "باکو", keep=False)] == [1, 2]


def test_an_index_of_another_past_is_made_anew(path: Path) -> None:
    """A copy taken back from a disk may hold other articles by the same numbers."""
    make_project(path, *articles(FIRST)).close()
    earlier = path.read_bytes()
    with Project.open(path) as project:
        with project.batch("import"):
            project.add_document(article("2.txt", SECOND))
        write_index(project)
    path.write_bytes(earlier)
    with Project.open(path) as project:
        with project.batch("import"):
            project.add_document(article("3.txt", "اردبیل و باکو."))
        assert hits(project, "اردبیل") == [(2, "اردبیل")]
        assert [number for number, _ in hits(project, "باکو")] == [1, 2]


def test_where_the_folder_cannot_be_made_every_article_is_read(news: Project) -> None:
    news.side_folder.write_text("in the way", encoding="utf-8")
    assert [number for number, _ in hits(news, "باکو")] == [1, 2]
    with Concordance(news) as concordance:
        assert list(concordance.bring_up_to_date()) == []


def test_an_index_that_fails_half_way_is_done_without(news: Project) -> None:
    write_index(news)
    with Concordance(news) as concordance:
        assert concordance._index is not None
        concordance._index._connection.execute("DROP TABLE words")
        found = [hit for part in concordance.search(Search("باکو")) for hit in part.hits]
    assert [hit.excerpt.document_number for hit in found] == [1, 2]


# Annotations ----------------------------------------------------------------------------------------------------


@pytest.fixture
def tagged(news: Project) -> Project:
    start = FIRST.index("باکو")
    label(news, start, start + 4, "GPE", 1)
    edit = editor(news, 1)
    span = edit.annotations.spans[0]
    news.apply(edit.set_attributes(span, {"canon": "شهر باکو", "sub": "city"}))
    start = SECOND.index("باکو")
    label(news, start, start + 4, "LOC", 2)
    news.work_as("علی")
    label(news, start, start + 4, "GPE", 2)
    news.apply(editor(news, 2).set_state("finished"))
    news.work_as("سارا")
    return news


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [(1, "GPE"), (2, "LOC"), (2, "GPE")]),
        ({"label": "GPE"}, [(1, "GPE"), (2, "GPE")]),
        ({"layer": "commitment"}, []),
        ({"annotator": "سارا"}, [(1, "GPE"), (2, "LOC")]),
        ({"state": "finished"}, [(2, "GPE")]),
        ({"attribute": "canon"}, [(1, "GPE")]),
        ({"attribute": "canon", "value": "باكو"}, [(1, "GPE")]),
        ({"attribute": "canon", "value": "تهران"}, []),
        ({"text": "باکو", "label": "LOC"}, [(2, "LOC")]),
        ({"text": "شهر"}, []),
    ],
)
def test_annotations_by_what_they_say(
    tagged: Project, filters: dict[str, str], expected: list[tuple[int, str]]
) -> None:
    write_index(tagged)
    with Concordance(tagged) as concordance:
        wanted = replace(Search(annotations=True), **filters)  # type: ignore[arg-type]
        found = [hit for part in concordance.search(wanted) for hit in part.hits]
    spans = [(hit.excerpt.document_number, hit.span.label) for hit in found if hit.span]
    assert sorted(spans) == sorted(expected)
    for hit in found:
        assert hit.placed is not None
        assert hit.own == (hit.placed.annotator == "سارا")
        assert hit.excerpt.quote == "باکو"


def test_the_text_is_searched_by_the_state_of_ones_own_set(tagged: Project) -> None:
    assert hits(tagged, "باکو", state="in_progress") == [(1, "باکو"), (2, "باکو")]
    assert hits(tagged, "Баку", state="new") == [(3, "Баку")]
    assert hits(tagged, "باکو", state="finished") == []
