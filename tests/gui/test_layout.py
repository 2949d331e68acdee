"""Geometry: ranges lie where Qt paints them, cells tile their lines, lanes never collide."""

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout

from gui.articles import Marked
from peyman.core.model import Direction, Extent, new_id
from peyman.core.text import grapheme_breaks
from peyman.gui.annotate.lanes import Interval, Item, LaneSizes, Mark, stack
from peyman.gui.annotate.layout import BLOCK_LIMIT, Column, cut_blocks
from peyman.gui.annotate.lines import Block, Line, Typeface

SIZES = LaneSizes(bar=3, chip=17, gap=2)
WIDTH = 620
MIXED = "در سال 2025، «ASPROMO» (ASK) با ۱۲٫۵ درصد رشد، 20 برابر شد؛ سال ۲۰۲۵ در Baku و Баку 3.5% بود."
HARD = [
    MIXED,
    "لا الله بالاخره کتاب‌ها می‌روند ـــ کشـــیده لأ لإ",
    "مُحَمَّد رَسولُ اللّٰه و قِصِّه‌ها",
    "user@x.ir سلام (test) [۱۲] https://a.b/c?d=1 پایان.",
    "یک\tدو\tthree\tچهار",
    "کتاب😀 خوب👨‍👩‍👧 و 🇮🇷 𐎠𐎡 پایان",
    "متن   با فاصله‌های   دنباله‌دار   ",
    "A\x0bب\x0cپ\x01ت\ufffcث",
    "به\u00ad نام\u200b\u200fخدا، co\u00adop \u2067راست\u2069.",
    "сахары\u2069\u200e (",
    "Рост 12,5 % в Баку (ООО «Ромашка») و ایران - 5 мая",
]
LIGATURE = re.compile("ل[اأإآ]|ا?لل[\u0651\u0670]*ه|f[fil]")  # those of the two fonts that the texts have
FAMILIES = ["Vazirmatn", "DejaVu Sans"]


def typeface(family: str = "Vazirmatn", direction: Direction = "rtl") -> Typeface:
    font = QFont([family])
    font.setPointSizeF(15)
    return Typeface(font, 1.6, direction)


def column(text: str, direction: Direction = "rtl", width: float = WIDTH, family: str = "Vazirmatn") -> Column:
    column = Column(text, typeface(family, direction), width, SIZES)
    for block in column.blocks:
        column.lay_out(block)
    column.measure()
    return column


def lines(column: Column) -> Iterator[tuple[Block, Line]]:
    for block in column.blocks:
        for line in block.lines:
            yield block, line


def painted_by_qt(block: Block, line: Line, start: int, end: int) -> set[int]:
    """Return the columns of pixels that Qt itself fills when it draws these characters selected."""
    image = QImage(WIDTH + 400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    red = QColor(Qt.GlobalColor.red)
    style = QTextCharFormat()
    style.setBackground(red)
    style.setForeground(red)
    chosen = QTextLayout.FormatRange()
    chosen.start = block.unit(start)
    chosen.length = block.unit(end) - chosen.start
    chosen.format = style
    for other in block.lines:
        other.text_line.setPosition(QPointF(0, 0 if other is line else 9000))
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.white)
    block.layout.draw(painter, QPointF(200, 10), [chosen])
    painter.end()
    for other in block.lines:
        other.text_line.setPosition(QPointF(0, 0))
    return {x - 200 for x in range(image.width()) if image.pixelColor(x, 13) == red}


def clean_cuts(block: Block, line: Line) -> list[int]:
    """Return where Qt's own selection is right: nowhere inside a grapheme or a ligature."""
    inside = {
        block.start + at for found in LIGATURE.finditer(block.text) for at in range(found.start() + 1, found.end())
    }
    cuts = {block.start + at for at in grapheme_breaks(block.text)} - inside
    return sorted(at for at in cuts if line.start <= at <= line.end)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("text", HARD)
def test_any_range_covers_the_pixels_qt_paints_it_with(
    fonts: None, family: str, direction: Direction, text: str
) -> None:
    check_against_qt(column(text, direction, family=family), every=True)


def test_letters_of_several_fonts_have_a_place_each(fonts: None) -> None:
    text = "سلام Привет 12 ok дом خوب"
    (_, line), *_ = lines(column(text))  # Vazirmatn has no Cyrillic
    widths = [cell.right - cell.left for cell in line.cells]
    assert len(widths) == len(text)
    assert len({round(width, 1) for width in widths}) > 10


def test_ranges_of_the_articles_cover_the_pixels_qt_paints_them_with(fonts: None, seeds: dict[str, str]) -> None:
    for text in seeds.values():
        cyrillic = "а" in text
        check_against_qt(column(text, "ltr" if cyrillic else "rtl"), every=False)


def check_against_qt(column: Column, every: bool) -> None:
    chance = random.Random(7)
    for block, line in lines(column):
        cuts = clean_cuts(block, line)
        ranges = [(a, b) for a in cuts for b in cuts if a < b]
        for start, end in chance.sample(ranges, min(len(ranges), 50 if every else 4)):
            expected = painted_by_qt(block, line, start, end)
            covered = line.intervals(start, end)
            got = {x for left, right in covered for x in range(-200, WIDTH + 200) if left <= x + 0.5 < right}
            # Qt rounds its rectangles; a pixel at an edge may differ, never one inside or outside.
            edges = {x for interval in covered for x in interval}
            wrong = {x for x in expected ^ got if all(abs(x + 0.5 - edge) > 1.5 for edge in edges)}
            assert not wrong, (block.text[start - block.start : end - block.start], start, end, covered)


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_cells_tile_the_line_and_each_lies_in_its_own_range(fonts: None, text: str, direction: Direction) -> None:
    for _, line in lines(column(text, direction)):
        cells = line.cells
        for one, other in itertools.pairwise(cells):
            assert one.right == pytest.approx(other.left, abs=0.6)
        for cell in cells:
            middle = (cell.left + cell.right) / 2
            assert any(left <= middle < right for left, right in line.intervals(cell.start, cell.end))
            assert line.nearest(middle) == cell


def test_a_ligature_is_shared_out_in_reading_order(fonts: None) -> None:
    found = column("بالا")
    line = found.blocks[0].lines[0]
    (lam,), (alef,), (both,) = line.intervals(2, 3), line.intervals(3, 4), line.intervals(2, 4)
    assert alef[0] == both[0] < alef[1] == lam[0] < lam[1] == both[1]
    before = line.intervals(0, 2)
    assert before[0][0] == lam[1]


def test_harakat_are_never_cut_from_their_letter(fonts: None) -> None:
    text = "مُحَمَّد"
    line = column(text).blocks[0].lines[0]
    breaks = grapheme_breaks(text)
    for start, end in itertools.pairwise(breaks):
        whole = line.intervals(start, end)
        assert len(whole) == 1
        for at in range(start, end):  # a cut inside, as an imported file may have
            assert line.intervals(at, at + 1) in (whole, [])
            assert line.intervals(at, at + 1) or end - start > 1
    assert {(cell.start, cell.end) for cell in line.cells} == set(itertools.pairwise(breaks))


def test_a_range_over_mixed_directions_is_the_union_of_its_runs(fonts: None) -> None:
    text = "در سال 2025 ASPROMO آمد"
    line = column(text).blocks[0].lines[0]
    start = text.index("25")
    ahead = line.intervals(start, text.index("PROMO"))  # 25 AS
    assert len(ahead) == 3  # half of the number, the space beyond its other half, half of the name
    (two,), (five,) = line.intervals(start, start + 1), line.intervals(start + 1, start + 2)
    assert two[0] < five[0]  # digits run left to right in Persian text


@pytest.mark.parametrize("digits", ["2025", "۲۰۲۵"])
def test_a_part_of_a_number_is_where_its_digits_are(fonts: None, digits: str) -> None:
    text = f"سال {digits} بود"
    line = column(text).blocks[0].lines[0]
    start = text.index(digits)
    (number,) = line.intervals(start, start + 4)
    (century,) = line.intervals(start, start + 2)
    (year,) = line.intervals(start + 2, start + 4)
    assert number[0] == century[0] < century[1] == year[0] < year[1] == number[1]


def test_tabs_and_controls_keep_their_places_in_the_text(fonts: None) -> None:
    text = "یک\tدو\x01سه\x0cچهار"
    line = column(text).blocks[0].lines[0]
    assert (line.start, line.end) == (0, len(text))
    (tab,) = line.intervals(2, 3)
    (before,), (after,) = line.intervals(0, 2), line.intervals(3, 5)
    assert after[1] == pytest.approx(tab[0])
    assert tab[1] == pytest.approx(before[0])
    assert column(text).hit((tab[0] + tab[1]) / 2, 10).extent == (2, 3)


def test_lines_are_broken_only_where_the_width_asks_and_cover_every_character(
    fonts: None, seeds: dict[str, str]
) -> None:
    for text in [*seeds.values(), "x" * 5000, "كلمة" * 900]:
        found = column(text, width=300)
        position = 0
        for block, line in lines(found):
            assert line.start >= position
            assert set(text[position : line.start]) <= set("\r\n\u2028\u2029")
            position = line.end
            for left, right in line.intervals(line.start, len(text[line.start : line.end].rstrip()) + line.start):
                assert left >= -0.5, block.text
                assert right <= 300.5, block.text


@given(st.text(st.sampled_from("اب \n\r\u2028\u2029.،x\u200c\u0651"), max_size=80), st.integers(1, 12))
def test_blocks_hold_everything_but_line_breaks_in_order(text: str, limit: int) -> None:
    blocks = list(cut_blocks(text, limit))
    position = 0
    for start, end, _closes in blocks:
        assert start <= end
        between = text[position:start]
        assert between in ("", "\r\n", "\n", "\r", "\u2028", "\u2029")
        assert not set(text[start:end]) & set("\n\r\u2028\u2029")
        assert end - start <= limit
        position = end
    assert position == len(text)
    assert blocks[-1][2]


def test_long_paragraphs_are_cut_after_a_sentence(fonts: None) -> None:
    sentence = "این جمله‌ای است که پایان دارد. "
    blocks = list(cut_blocks(sentence * 400))
    assert len(blocks) > 3
    for start, end, _closes in blocks:
        assert end - start <= BLOCK_LIMIT
        assert (sentence * 400)[end - 2 : end] == ". "
    assert [closes for *_, closes in blocks] == [False] * (len(blocks) - 1) + [True]


def item(start: int, end: int, chip: float = 40, wash: bool = False, parts: tuple[Extent, ...] = ()) -> Item:
    return Item(new_id(), (start, end), parts or ((start, end),), chip, wash)


def with_items(text: str, items: Sequence[Item], width: float = WIDTH, direction: Direction = "rtl") -> Column:
    found = Column(text, typeface(direction=direction), width, SIZES)
    found.replace_items([], items)
    for block in found.blocks:
        found.lay_out(block)
    found.measure()
    return found


def meet(one: Interval, other: Interval) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def check_lanes(column: Column) -> None:
    below = 0.0
    for block, line in lines(column):
        assert block.top + line.top >= below - 0.01
        below = block.top + line.bottom
        assert line.top <= line.cap < line.baseline < line.foot <= line.bottom
        for number, mark in enumerate(line.marks):
            assert line.lanes[mark.lane] >= line.foot
            height = SIZES.chip if mark.chip else SIZES.bar
            assert line.lanes[mark.lane] + height <= line.bottom
            assert (mark.chip is not None) == (mark.starts and mark.item.chip > 0)
            if mark.chip:
                assert mark.chip[0] >= -0.01
                assert mark.chip[1] <= column.width + 0.01
            for other in line.marks[number + 1 :]:
                if other.lane == mark.lane:
                    assert not meet(mark.room, other.room)
                if meet(mark.hull, other.hull):  # the later one is longer: it lies below
                    assert other.lane > mark.lane


@given(
    spans=st.lists(
        st.tuples(st.integers(0, 400), st.integers(1, 60), st.sampled_from([0.0, 25.0, 90.0, 900.0]), st.booleans()),
        max_size=25,
    ),
    width=st.sampled_from([90, 300, 620]),
    direction=st.sampled_from(["rtl", "ltr"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lanes_never_collide(
    fonts: None, spans: list[tuple[int, int, float, bool]], width: int, direction: Direction
) -> None:
    text = (MIXED + "\n\n" + MIXED[:40] + "\r\n" + MIXED) * 2
    items = [item(start, min(start + size, len(text)), chip, wash) for start, size, chip, wash in spans]
    check_lanes(with_items(text, [one for one in items if one.extent[0] < one.extent[1]], width, direction))


@given(
    spans=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.booleans()), min_size=1, max_size=12),
    turns=st.lists(st.sets(st.integers(0, 11)), min_size=1, max_size=5),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_spans_that_come_and_go_leave_what_laying_out_anew_gives(
    fonts: None, spans: list[tuple[int, int, bool]], turns: list[set[int]]
) -> None:
    text = (MIXED + "\n\n" + MIXED[:40] + "\n" + MIXED) * 2
    items = [item(start, min(start + size, len(text)), wash=wash) for start, size, wash in spans if start < len(text)]
    column = with_items(text, [])
    have: list[Item] = []
    for turn in turns:
        want = [items[number] for number in sorted(turn) if number < len(items)]
        gone, come = [one for one in have if one not in want], [one for one in want if one not in have]
        for number in column.replace_items(gone, come):
            column.place(column.blocks[number])
        column.measure()
        have = want
        anew = with_items(text, want)
        assert column.height == anew.height
        for (_, line), (_, other) in zip(lines(column), lines(anew), strict=True):
            assert (line.top, line.bottom, line.lanes) == (other.top, other.bottom, other.lanes)
            assert line.marks == other.marks


@pytest.mark.parametrize("width", [260, 480, 920])
def test_lanes_of_the_gold_articles_never_collide(fonts: None, gold: list[Marked], width: int) -> None:
    for document, spans in gold:
        items = [item(one.start, one.end, 62, one.layer == "commitment", one.fragments) for one in spans]
        found = with_items(document.text, items, width, document.direction)
        check_lanes(found)
        marked = {mark.item.id for _, line in lines(found) for mark in line.marks}
        assert marked == {one.id for one in items}
        starts = [mark.item.id for _, line in lines(found) for mark in line.marks if mark.chip]
        assert len(starts) == len(set(starts)) == len(items)


def test_only_lines_with_spans_grow(fonts: None) -> None:
    text = (MIXED + " ") * 4
    bare, marked = column(text), with_items(text, [item(3, 8)])
    heights = [[line.bottom - line.top for _, line in lines(found)] for found in (bare, marked)]
    assert heights[1][0] > heights[0][0]
    assert heights[1][1:] == heights[0][1:]
    assert len(set(heights[0])) == 1


def test_lanes_leave_the_letters_where_they_are(fonts: None) -> None:
    text = (MIXED + " ") * 4
    bare, marked = column(text), with_items(text, [item(at, at + 4) for at in range(0, 300, 7)])
    for (_, one), (_, other) in zip(lines(bare), lines(marked), strict=True):
        assert one.cells == other.cells
        assert (one.cap - one.top, one.baseline - one.top) == (other.cap - other.top, other.baseline - other.top)


def test_a_span_over_lines_and_blocks_starts_once_and_ends_once(fonts: None) -> None:
    text = f"{MIXED}\n\n{MIXED * 3}\r\n{MIXED}"
    found = with_items(text, [item(10, len(text) - 5)])
    marks = [mark for _, line in lines(found) for mark in line.marks]
    assert len(marks) == sum(1 for _ in lines(found))
    assert [mark.starts for mark in marks] == [True] + [False] * (len(marks) - 1)
    assert [mark.ends for mark in marks] == [False] * (len(marks) - 1) + [True]
    assert [mark.chip is not None for mark in marks] == [mark.starts for mark in marks]


def test_fragments_are_covered_and_what_lies_between_is_a_gap(fonts: None) -> None:
    text = "وزیران کشور و اقتصاد آمدند"
    parts = (0, 6), (14, 20)
    found = with_items(text, [item(0, 20, parts=parts)])
    (mark,) = found.blocks[0].lines[0].marks
    line = found.blocks[0].lines[0]
    assert mark.text == sorted(line.intervals(0, 6) + line.intervals(14, 20))
    assert mark.gaps == line.intervals(6, 14)
    x = sum(line.intervals(9, 10)[0]) / 2
    assert found.items_at(x, line.cap + 4) == []
    x = sum(line.intervals(15, 16)[0]) / 2
    assert found.items_at(x, line.cap + 4) == [mark.item]


@pytest.mark.parametrize(("text", "start", "end"), [("\u0651ab", 0, 1), ("ab\u200f cd", 2, 3), ("\u202eab", 0, 1)])
def test_spans_on_characters_that_take_no_room_are_seen(fonts: None, text: str, start: int, end: int) -> None:
    found = with_items(text, [item(start, end)])
    (mark,) = found.blocks[0].lines[0].marks
    assert mark.chip
    assert mark.text[0][0] < mark.text[0][1]


def test_shorter_marks_lie_nearer_to_the_text() -> None:
    def mark(left: float, right: float, size: int, wash: bool = False) -> Mark:
        one = Item(UUID(int=size), (0, size), ((0, size),), 0, wash)
        return Mark(one, [(left, right)], [], True, True, None)

    marks = [mark(0, 100, 50, wash=True), mark(0, 100, 40), mark(10, 50, 10), mark(60, 90, 11), mark(20, 30, 3)]
    stack(marks)
    assert {mark.item.extent[1]: mark.lane for mark in marks} == {3: 0, 10: 1, 11: 0, 40: 2, 50: 3}


def test_blank_lines_are_low_but_there(fonts: None) -> None:
    found = column("یک\n\nدو\n\n\nسه")
    heights = [block.height for block in found.blocks]
    assert heights[0] == heights[2] == heights[5]
    assert 0 < heights[1] == heights[3] == heights[4] < heights[0] / 2
    hit = found.hit(50, found.blocks[1].top + 1)
    assert hit.extent == (3, 3)
    assert not hit.exact
    assert hit.line is None


def test_stepping_between_lines_passes_blank_ones_and_stops_at_the_ends(fonts: None) -> None:
    text = f"{MIXED}\n\n{MIXED}"
    found = column(text)
    offset, x = 5, found.x_at(5)
    seen = [offset]
    while (below := found.step(offset, 1, x)) is not None:
        assert abs(found.x_at(below) - x) < 15
        offset = below
        seen.append(offset)
    assert len(seen) == sum(1 for _ in lines(found))
    while (above := found.step(offset, -1, x)) is not None:
        offset = above
    assert offset == 5
    assert found.step(len(MIXED) + 1, -1, x) is not None  # from the blank line itself


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", " ", "\u200c", "\u0651", "\t", "ا"])
def test_texts_of_next_to_nothing_can_be_asked_everything(fonts: None, text: str) -> None:
    found = with_items(text, [item(0, len(text))] if text else [])
    for offset in range(len(text) + 1):
        assert found.line_at(offset)[0] in found.blocks
        assert 0 <= found.x_at(offset) <= WIDTH
        found.step(offset, 1, 5), found.step(offset, -1, 5)
        found.edges(offset, offset + 1)
    for x, y in ((-5.0, -5.0), (10.0, 10.0), (9999.0, 9999.0)):
        extent = found.hit(x, y).extent
        assert 0 <= extent[0] <= extent[1] <= len(text)
    assert found.rects(0, len(text)) is not None


@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=120),
    width=st.sampled_from([90, 620]),
    direction=st.sampled_from(["rtl", "ltr"]),
    data=st.data(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_laid_out_and_hit(
    fonts: None, text: str, width: int, direction: Direction, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = with_items(text, [item(start, end)] if start < end else [], width, direction)
    check_lanes(found)
    for block, line in lines(found):
        assert [run.first for run in line.runs[1:]] == [run.last for run in line.runs[:-1]]
        for cell in line.cells:
            hit = found.hit((cell.left + cell.right) / 2, block.top + line.cap + 1)
            assert hit.extent[0] < cell.end
            assert cell.start < hit.extent[1]
    for rect in found.rects(start, end):
        assert rect.width() > 0


def test_fonts_that_draw_outside_their_metrics_get_the_height_they_need(fonts: None) -> None:
    for family in FAMILIES:
        face = typeface(family)
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setFont(face.font)
        painter.drawText(QPointF(50, 100), "جعغحچیپ gjpqy ЙЩ آأکگ")
        painter.end()
        rows = [y for y in range(200) if any(image.pixel(x, y) != 0xFFFFFFFF for x in range(400))]
        assert rows[0] >= 100 - face.cap - 1
        assert rows[-1] < 100 + face.foot + 1
        assert rows[0] >= 100 - face.above
        assert rows[-1] < 100 + face.below
