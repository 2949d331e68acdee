"""Lines out of glyphs at places: read as they are seen, whatever the order in which a file has them."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawn import SCHEMA
from formats.article_files import pdf
from peyman.formats import format_for
from peyman.formats.base import DEFAULTS
from peyman.formats.pdf_lines import Glyph, block_text, spelled

SIZE, WIDTH = 10.0, 5.0
PERSIAN = st.text("ابتدرسکلمنهیو", min_size=1, max_size=6)
LATIN = st.text("abcXYZ", min_size=1, max_size=6)
NUMBER = st.from_regex("[1-9][0-9]{0,2}|[۱-۹]{1,2}/[۱-۹]", fullmatch=True)
# Before Latin a number looks as one after it: no line shows which it was.
WORDS = st.lists(st.one_of(PERSIAN, LATIN, st.tuples(NUMBER, PERSIAN).map(" ".join)), min_size=1, max_size=9)


def seen(words: list[str]) -> str:
    """A line that begins with Persian, from the left, as a page shows it: Latin and what follows it keep together."""
    runs: list[list[str]] = []
    for word in words:
        keeps = runs and runs[-1][0][0].isascii() and runs[-1][0].isalpha() and not is_persian(word)
        runs[-1].append(word) if keeps else runs.append([word])
    return " ".join(run[0][::-1] if is_persian(run[0]) else " ".join(run) for run in reversed(runs))


def is_persian(word: str) -> bool:
    return unicodedata.bidirectional(word[0]) == "AL"


def placed(lines: list[str], *, spaces: bool = True, right: float = 500.0) -> list[Glyph]:
    """Glyphs of lines as they are seen, which end at the right, one under the other."""
    made: list[Glyph] = []
    for row, line in enumerate(lines):
        for number, letter in enumerate(line):
            left = right - WIDTH * (len(line) - number)
            if spaces or letter != " ":
                made.append(Glyph(letter, left, left + WIDTH, 800 - 12.0 * row, SIZE, len(made)))
    return made


@given(st.lists(st.tuples(PERSIAN, WORDS), min_size=1, max_size=4), st.booleans(), st.randoms(use_true_random=False))
def test_lines_are_read_as_they_were_written(
    lines: list[tuple[str, list[str]]], spaces: bool, chance: random.Random
) -> None:
    written = [[first, *" ".join(words).split()] for first, words in lines]
    glyphs = placed([seen(words) for words in written], spaces=spaces)
    chance.shuffle(glyphs)
    assert block_text(glyphs, rightward=True) == "\n".join(map(" ".join, written))


@given(st.lists(LATIN, min_size=1, max_size=9), PERSIAN, PERSIAN, st.booleans())
def test_persian_in_latin_lines_is_read_from_the_right(words: list[str], one: str, two: str, spaces: bool) -> None:
    line = " ".join([*words, two[::-1], one[::-1], *words])
    assert block_text(placed([line], spaces=spaces), rightward=False) == " ".join([*words, one, two, *words])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("۲۱۴۳-۱۲۰ نفلت", "تلفن ۱۲۰-۲۱۴۳"),  # after Persian letters, a hyphen does not hold numbers together
        ("تسا 12:45 تعاس", "ساعت 12:45 است"),
        ("٪۵۲ یاهب", "بهای ۵۲٪"),
        (".تسا COVID-19", "COVID-19 است."),
        (".Hello", "Hello."),
        ("Hello.", "Hello."),
    ],
)
def test_numbers_and_signs(line: str, text: str) -> None:
    assert block_text(placed([line]), rightward=True) == text


@pytest.mark.parametrize("line", ["»مالس« )رهش( ]ب[", "«مالس» (رهش) [ب]", "»مالس» (رهش) [ب["])
def test_brackets_are_right_whether_their_shape_or_their_meaning_is_told(line: str) -> None:
    assert block_text(placed([line]), rightward=True) == "[ب] (شهر) «سلام»"
    assert block_text(placed(["مود )۲ تسخن )۱"]), rightward=True) == "۱) نخست ۲) دوم"


def test_marks_stand_on_their_letters() -> None:
    base = placed(["رد لاثم"])
    tanwin = Glyph("\u064b", base[4].left - 1, base[4].left + 1, 804, SIZE, 0)
    assert block_text([tanwin, *base], rightward=True) == "مثالً در"
    twice = Glyph("\u064b", base[4].left - 1, base[4].left + 1, 803, SIZE, 1)
    assert block_text([tanwin, twice, *base], rightward=True) == "مثالً در"
    assert block_text([tanwin], rightward=True) == ""


def test_a_space_without_room_is_a_zwnj() -> None:
    glyphs = placed(["میناوتیم"])
    glyphs.append(Glyph(" ", glyphs[6].left, glyphs[6].left + 2, 800, SIZE, 9))
    assert block_text(glyphs, rightward=True) == "می\u200cتوانیم"


def test_columns_come_one_after_the_other() -> None:
    one, two = ["کی", "ود", "هس"] * 20, ["راهچ", "جنپ", "شش"] * 20
    right, left = placed(one), placed(two, right=470.0)
    for glyph in left:
        glyph.number += len(right)
    text = block_text(right + left, rightward=True).split()
    assert text == ["یک", "دو", "سه"] * 20 + ["چهار", "پنج", "شش"] * 20


def test_what_is_drawn_twice_is_there_once_and_room_parts_paragraphs() -> None:
    glyphs = placed(["مالس", "رد", "", "", "هک"])
    bold = [Glyph(g.text, g.left + 0.3, g.right + 0.3, g.y, g.size, g.number + 50) for g in glyphs]
    assert block_text(glyphs + bold, rightward=True) == "سلام\nدر\n\nکه"


def test_what_one_glyph_stands_for() -> None:
    assert spelled("ال", backwards=True) == spelled("لا", backwards=True) == spelled("ال", backwards=False) == "لا"
    assert spelled("\u0654ه", backwards=True) == "ه\u0654"
    assert spelled("هلل", backwards=True) == "لله"
    assert spelled("fi", backwards=False) == "fi"


@pytest.mark.parametrize(
    "turn",
    ["1 0 0 1 0 0", "-1 0 0 -1 600 850", ".6 .8 -.8 .6 700 0", ".6 -.8 .8 .6 -600 400", "1 .02 -.02 1 0 0"],
)
def test_turned_pages_are_read_as_level_ones(turn: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([seen(["ساعت", "12:45", "است"]), seen(["این", "خبر"])], turn=turn))
    chosen = format_for(path)
    assert chosen.read is not None
    (item,) = chosen.read(path, SCHEMA, DEFAULTS)
    assert item.document.text == "ساعت 12:45 است\nاین خبر"
