"""What a query finds in a text, however its words are written there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.queries import parse_query, view_of, words_of

WORDS = ["نخست", "وزیر", "باکو", "کتاب", "ها", "می", "خواهم", "мост", "Баку", "x1", "۲۰", "كتاب", "آذر"]
JOINTS = [" ", "\u200c", "", " «", "، ", "\n", "-", "  ", "\u200c\u200c"]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), max_size=12).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)
)


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in parse_query(query).find(text)]


@pytest.mark.parametrize("written", ["نخست وزیر", "نخست‌وزیر", "نخستوزیر"])
@pytest.mark.parametrize("query", ['"نخست وزیر"', "نخست‌وزیر", "نخست وزیر"])
def test_words_joined_apart_or_glued_find_one_another(written: str, query: str) -> None:
    text = f"دیروز {written} ایران گفت."
    assert found(text, query) == [written]


def test_a_glued_word_finds_itself_and_the_joined_one() -> None:
    assert found("نخستوزیر، نخست‌وزیر، نخست وزیر", "نخستوزیر") == ["نخستوزیر", "نخست‌وزیر"]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("كتاب و کتاب‌ها و کتابخانه", "کتاب", ["كتاب", "کتاب"]),
        ("كتاب و کتاب‌ها و کتابخانه", "کتاب*", ["كتاب", "کتاب‌ها", "کتابخانه"]),
        ("سال ۱۴۰۳ و ٢٠ درصد", "20", ["٢٠"]),
        ("مُحَمَّد آمد", "محمد", ["مُحَمَّد"]),
        ("Мост в БАКУ", "баку", ["БАКУ"]),
        ("Санкт-Петербург", "санкт-петербург", ["Санкт-Петербург"]),
        ("Санкт Петербург", "санкт-петербург", ["Санкт Петербург"]),
        ("Азербай-\nджан", "азербайджан", ["Азербай-\nджан"]),
        ("в Баку и Москве", "москве баку", ["Баку", "Москве"]),
        ("в Баку", "москве баку", []),
        ("راه آهن آذر، آهن راه", "راه آهن", ["راه آهن", "آهن راه"]),
        ("راهآهن آذر، آهن", "راه آهن", ["راهآهن"]),
        ("راه آهن آذر، آهن راه", '"راه آهن"', ["راه آهن"]),
        ("راه آهن آذر، آهن راه", '"راه آه"*', ["راه آهن"]),
        ("راه آهن آذر، آهن راه", "«راه آه*»", ["راه آهن"]),
        ("راه آهن", '"راه آهن', ["راه آهن"]),
        ("ﷲ اکبر", "لله", []),  # never a part of one character
        ("باکو", "«»  * , !", []),
        ("باکو", "", []),
    ],
)
def test_what_is_found(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


@given(texts, texts)
def test_a_place_holds_the_letters_that_were_looked_for(text: str, phrase: str) -> None:
    phrase = phrase.replace("«", " ")
    for start, end in parse_query(f'"{phrase}"').find(text):
        assert "".join(words_of(view_of(text[start:end]))) == "".join(words_of(view_of(phrase)))


@given(st.data())
def test_a_stretch_of_words_finds_itself(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join(words[:first])) + (first > 0)
    end = len(" ".join(words[: last + 1]))
    assert any(a <= start and end <= b for a, b in parse_query(f'"{text[start:end]}"').find(text)) or (
        # An earlier place that overlaps this one was taken.
        any(a < end and start < b for a, b in parse_query(f'"{text[start:end]}"').find(text))
    )


@given(st.text())
def test_anything_can_be_typed(text: str) -> None:
    parse_query(text).find("نخست‌وزیر x_1")
