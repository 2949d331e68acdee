"""Wrapped lines shown as one: offsets keep their places, and nothing on screen differs from an unwrapped article."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from gui.articles import Mouse, look, make_document, place, span
from peyman.core.model import Direction, Extent, Span
from peyman.core.text import grapheme_breaks
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.joining import WRAPPED, Join, Joined, joins, paragraphs
from peyman.gui.annotate.lanes import Item, LaneSizes
from peyman.gui.annotate.layout import Column, cut_blocks, touching
from peyman.gui.annotate.lines import Typeface

SIZES = LaneSizes(bar=3, chip=17, gap=2)
MIXED = "در سال 2025، شرکت «ASPROMO» (ASK) با ۱۲٫۵ درصد رشد در Baku نشست داشت و 20 برابر شد."
HARD = [
    MIXED,
    "لا الله بالاخره کتاب‌ها می‌روند ـــ کشـــیده لأ لإ و مُحَمَّد رَسولُ اللّٰه و قِصِّه‌ها",
    "user@x.ir سلام (test) [۱۲] https://a.b/c?d=1 و کتاب😀 خوب👨‍👩‍👧 و 🇮🇷 𐎠𐎡 پایان",
    "Рост 12,5 % в Баку (ООО «Ромашка») و ایران - 5 мая",
]
BREAKS = ["\n", "\n\n", " \r\n\r\n  ", "\u2028\n"]
ALT = Qt.KeyboardModifier.AltModifier
fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def wrapped(draw: st.DrawFn, texts: Sequence[str] = HARD) -> tuple[str, tuple[Join, ...]]:
    """Return a text of which some spaces became line breaks and some words were parted, with what joins them."""
    text = draw(st.sampled_from(texts))
    spaces = [found.start() for found in re.finditer(" ", text)]
    inner = [at for at in grapheme_breaks(text) if text[at - 1 : at + 1].isalpha() and 0 < at < len(text)]
    cuts = draw(st.sets(st.sampled_from(spaces), max_size=6)) | draw(st.sets(st.sampled_from(inner), max_size=2))
    pieces: list[str] = []
    found: list[Join] = []
    at = size = 0
    for cut in sorted(cuts):
        space = text[cut] == " "
        gap = draw(st.sampled_from(BREAKS)) if space else "-" + draw(st.sampled_from(BREAKS))
        pieces += text[at:cut], gap
        size += cut - at
        found.append(Join(size, size + len(gap), " " if space else ""))
        size += len(gap)
        at = cut + space
    return "".join((*pieces, text[at:])), tuple(found)


# --- The map ----------------------------------------------------------------------------------------------


@given(wrapped())
def test_every_offset_has_a_place_and_every_place_an_offset(made: tuple[str, tuple[Join, ...]]) -> None:
    text, joined = made
    drawn = Joined(text, joined)
    places = [drawn.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert sorted(set(places)) == list(range(len(drawn.text) + 1))
    inside = {at for join in joined for at in range(join.start, join.end)}
    for offset in set(range(len(text))) - inside:
        assert drawn.text[drawn.place(offset)] == text[offset]
    offsets = [drawn.offset(at) for at in range(len(drawn.text) + 1)]
    assert offsets == sorted(set(offsets))
    assert [drawn.place(offset) for offset in offsets] == list(range(len(drawn.text) + 1))


@given(st.text(st.sampled_from("اب рсAz \n\r-\u00ad.،«»ی\u2028"), max_size=300))
def test_joins_lie_in_order_and_hide_only_white_space_and_hyphens(text: str) -> None:
    end = 0
    for join in joins(text):
        assert end <= join.start < join.end
        assert re.fullmatch(r"[-\u2010\u00ad]?\s+", text[join.start : join.end])
        end = join.end
    bounds = [bound for paragraph in paragraphs(text, joins(text)) for bound in paragraph]
    assert bounds == sorted(bounds)
    assert bounds[0] == 0
    assert bounds[-1] == len(text)


@given(st.text(st.sampled_from("اب.  \n\r\u2028"), max_size=120), st.integers(1, 12), st.data())
def test_blocks_hold_everything_but_the_line_breaks_that_part_paragraphs(
    text: str, limit: int, data: st.DataObject
) -> None:
    breaks = [found.span() for found in re.finditer(r"\s*\n\s*", text)]
    chosen = data.draw(st.sets(st.sampled_from(breaks))) if breaks else set()
    joined = tuple(Join(*gap, " ") for gap in sorted(chosen))
    position = 0
    for start, end, _closes in cut_blocks(text, limit, joined):
        assert text[position:start] in ("", "\r\n", "\n", "\r", "\u2028")
        assert not any(join.start < start < join.end or join.start < end < join.end for join in joined)
        assert {join for join in joined if join.start < end and start < join.end} == {*touching(joined, start, end)}
        position = end
    assert position == len(text)


def test_a_word_parted_by_a_hyphen_is_whole_again_and_a_compound_keeps_its_hyphen() -> None:
    long = "Как сообщает агентство, стороны обсудили самые разные вопросы торгово-экономического характера, и"
    text = f"{long} поступа-\n\nтельного совмест-\nных премьер-\nминистра. Потом пришёл премьер-министр."
    assert Joined(text, joins(text)).text == (
        f"{long} поступательного совместных премьер-министра. Потом пришёл премьер-министр."
    )
    soft = f"{long} поступа\u00ad\nтельного пути."
    assert Joined(soft, joins(soft)).text == f"{long} поступательного пути."


def test_the_articles_that_are_wrapped_are_known(seeds: dict[str, str]) -> None:
    wrapped_articles = {name[:3] for name, text in seeds.items() if len(joins(text)) >= WRAPPED}
    assert wrapped_articles == {"002", "004"}
    for name, text in seeds.items():
        if name[:3] in wrapped_articles:
            drawn = Joined(text, joins(text)).text
            assert not re.search(r"[-\u2010]\n|[^.!?؟…:»\s]\n+[а-я]", drawn), name


# --- What is painted --------------------------------------------------------------------------------------


def column(text: str, joined: Sequence[Join], direction: Direction, extents: Sequence[Extent] = ()) -> Column:
    font = QFont(["Vazirmatn"])
    font.setPointSizeF(15)
    found = Column(text, Typeface(font, 1.6, direction), 320, SIZES, joined)
    ids = span(make_document("x"), 0, 1).id
    items = [Item(type(ids)(int=number), one, (one,), 30, wash=False) for number, one in enumerate(extents)]
    found.replace_items([], items)
    for block in found.blocks:
        found.lay_out(block)
    found.measure()
    return found


@given(made=wrapped(), direction=st.sampled_from(["rtl", "ltr"]), data=st.data())
@fixture
def test_geometry_is_that_of_the_text_as_it_is_drawn(
    fonts: None, made: tuple[str, tuple[Join, ...]], direction: Direction, data: st.DataObject
) -> None:
    text, joined = made
    drawn = Joined(text, joined)
    offsets = st.integers(0, len(text))
    pairs = [sorted(pair) for pair in data.draw(st.lists(st.tuples(offsets, offsets), max_size=4))]
    extents = [(start, end) for start, end in pairs if drawn.place(start) < drawn.place(end)]
    plain_extents = [(drawn.place(start), drawn.place(end)) for start, end in extents]
    ours = column(text, joined, direction, extents)
    plain = column(drawn.text, (), direction, plain_extents)
    (block,), (other,) = ours.blocks, plain.blocks
    assert len(block.lines) == len(other.lines)
    position = 0
    for line, same in zip(block.lines, other.lines, strict=True):
        assert line.start == position  # the lines part the stored text
        position = line.end
        assert (drawn.place(line.start), drawn.place(line.end)) == (same.start, same.end)
        assert line.runs == same.runs
        cells = [(c.left, c.right, drawn.place(c.start), drawn.place(c.end)) for c in line.cells]
        assert cells == [tuple(cell) for cell in same.cells]
        # Lanes are dealt by stored length, which may differ; places are not.
        assert {mark.item.id: (mark.text, mark.chip, mark.starts, mark.ends) for mark in line.marks} == {
            mark.item.id: (mark.text, mark.chip, mark.starts, mark.ends) for mark in same.marks
        }
    assert position == len(text)
    for at in range(len(drawn.text) + 1):
        offset = drawn.offset(at)
        for by in (-1, 1):
            step, same_step = ours.step(offset, by, 100), plain.step(at, by, 100)
            assert (step is None) == (same_step is None)
            assert step is None or drawn.place(step) == same_step
        assert ours.x_at(offset) == plain.x_at(at)


def wrap(text: str, width: int = 60) -> str:
    """Break a text into lines as a bad converter does: at the width, with a blank line after each."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n\n".join([*lines, line])


ARTICLE = "\n\n".join(wrap(f"{MIXED[:-1]} و {MIXED[3:-1]} و {MIXED[3:]}") for _ in range(3))


def image(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def both(view: ArticleView, spans: Callable[[Any], Sequence[Span]]) -> tuple[Joined, QImage, QImage]:
    """Show the wrapped article joined, and the same as one that never was wrapped, with the same spans."""
    document = make_document(ARTICLE)
    drawn = Joined(ARTICLE, joins(ARTICLE))
    assert len(joins(ARTICLE)) > 10
    never = make_document(drawn.text)
    mine = spans(document)
    places = [(drawn.place(one.start), drawn.place(one.end)) for one in mine]
    view.show_document(never)
    view.show_spans([span(never, *at, label=one.label) for at, one in zip(places, mine, strict=True)], look)
    view.finish_layout()
    QApplication.processEvents()
    plain = image(view)
    view.show_document(document, joined=True)
    view.show_spans(mine, look)
    view.finish_layout()
    QApplication.processEvents()
    return drawn, image(view), plain


def test_a_joined_article_is_painted_like_one_that_never_was_wrapped(view: ArticleView) -> None:
    _, bare, same_bare = both(view, lambda _: [])
    assert bare == same_bare
    _, marked, same_marked = both(view, lambda document: [span(document, *token) for token in document.tokens[::2]])
    assert marked == same_marked
    long = lambda document: [span(document, 20, 130), span(document, 3, 160, "pledge"), span(document, 170, 172)]  # noqa: E731
    _, crossing, same_crossing = both(view, long)
    assert crossing == same_crossing
    assert crossing != bare


def test_every_pixel_of_a_range_over_a_join_is_a_character_of_it(view: ArticleView) -> None:
    both(view, lambda _: [])
    join = joins(ARTICLE)[0]
    for start, end in ((join.start - 7, join.end + 6), (join.start, join.end), (join.start - 1, join.start + 1)):
        for rect in view.rects(start, end):
            for share in (0.02, 0.5, 0.98):
                point = QPointF(rect.left() + share * rect.width(), rect.center().y())
                offset = view.offset_at(view.content_to_viewport(QRectF(point, point)).topLeft())
                assert offset is not None
                assert start <= offset < end


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_selection_is_kept_to_the_character(view: ArticleView, data: st.DataObject) -> None:
    if view.document is None:
        both(view, lambda _: [])
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(ARTICLE))] * 2)))
    view.set_selection(start, end)
    assert view.selection == ((start, end) if start < end else None)
    assert view.rects(start, end) is not None
    marked = span(make_document(ARTICLE), start, end) if start < end else None
    view.show_spans([marked] if marked else [], look)
    assert marked is None or view.painted_rects(marked.id)


def test_dragging_over_joins_selects_the_stored_text(view: ArticleView) -> None:
    both(view, lambda _: [])
    mouse = Mouse(view)
    first, last = ARTICLE.index("شرکت") + 1, ARTICLE.index("برابر") + 2
    assert any(first < join.start < last for join in joins(ARTICLE))
    for start, end in ((first, last), (last, first)):
        mouse.drag(place(view, start), place(view, end))
        assert view.selection is not None
        quote = ARTICLE[slice(*view.selection)]
        assert quote.startswith("شرکت")
        assert quote.endswith("برابر")
        assert "\n\n" in quote
    join = joins(ARTICLE)[0]
    mouse.drag(place(view, join.start - 2), place(view, join.end + 1), ALT)
    assert view.selection == (join.start - 2, join.end + 2)
    mouse.double_click(place(view, join.end))
    assert view.selection is not None
    assert view.selection[0] == join.end


def test_lines_up_and_down_are_those_on_the_screen(view: ArticleView) -> None:
    drawn, *_ = both(view, lambda _: [])
    seen = [0]
    while (below := view.line_below(seen[-1])) is not None:
        seen.append(below)
    tops = {rect.top() for rect in view.rects(0, len(ARTICLE))}
    assert len(seen) == len(tops) < ARTICLE.count("\n\n") + 1
    assert view.line_start(view.line_end(5)) == view.line_end(5)
    below = view.page_below(5)
    assert view.page_above(below) == 5
    assert drawn.text[drawn.place(below)] == ARTICLE[below]


def test_joining_and_parting_keep_the_place_of_the_cursor(view: ArticleView) -> None:
    text = "\n\n".join([ARTICLE] * 6)
    document = make_document(text)
    view.show_document(document)
    marked = [span(document, *token) for token in document.tokens[::9]]
    view.show_spans(marked, look)
    word = document.tokens[len(document.tokens) // 2]
    view.set_cursor(word)
    view.ensure_visible(*word)
    places = []
    for joined in (False, True, False):
        view.set_joined(joined)
        assert view.joined == joined
        view.finish_layout()
        places.append(view.content_to_viewport(view.rects(*word)[0]))
        assert all(view.painted_rects(one.id) for one in marked)
    assert places[0].top() == places[1].top() == places[2].top()
    assert places[0] == places[2]


def test_screen_readers_read_the_joined_text(view: ArticleView) -> None:
    drawn, *_ = both(view, lambda _: [])
    view.companion.fill()
    assert view.companion.toPlainText() == drawn.text


@pytest.mark.parametrize("text", ["", "\n\n\n", "یک-\nدو", "\r\n", "a-\nb", "-\n", " \n "])
def test_texts_of_next_to_nothing_can_be_joined(view: ArticleView, text: str) -> None:
    document = make_document(text)
    view.show_document(document, joined=True)
    view.show_spans([span(document, 0, len(text))] if text else [], look)
    for at in range(len(text) + 1):
        view.set_cursor((at, at + 1))
        view.set_selection(0, at)
        view.line_below(at), view.line_above(at), view.line_start(at)
        image(view)


def test_the_wrapped_seeds_show_every_marked_word_joined(view: ArticleView, seeds: dict[str, str]) -> None:
    for name, text in seeds.items():
        document = make_document(text, language="ru" if name.startswith("004") else "fa")
        view.show_document(document, joined=True)
        marked = [span(document, *token) for token in document.tokens]
        view.show_spans(marked, look)
        view.finish_layout()
        for one in marked:
            for rect in view.painted_rects(one.id):
                point = view.content_to_viewport(QRectF(rect.center(), rect.center())).topLeft()
                offset = view.offset_at(point)
                assert offset is not None
                assert one.start <= offset < one.end
