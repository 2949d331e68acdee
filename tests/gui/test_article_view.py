"""The article view: what is painted, what the mouse selects, and that nothing moves that should stay."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.articles import Marked, Mouse, look, make_document, place, span, span_on
from peyman.core.model import Document, Extent, Span
from peyman.core.text import grapheme_breaks, snap_to_tokens
from peyman.gui.annotate import painting
from peyman.gui.annotate.accessible import announce
from peyman.gui.annotate.appearance import Appearance, Look, mixed, shades
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.theme import contrast

MIXED = "در سال 2025، شرکت «ASPROMO» (ASK) با ۱۲٫۵ درصد رشد در Baku نشست داشت و 20 برابر شد."
ALT = Qt.KeyboardModifier.AltModifier
PAPER = Appearance().paper


def image(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def show(view: ArticleView, text: str, spans: Sequence[Span] = (), language: str = "fa") -> Document:
    document = make_document(text, language=language)
    view.show_document(document)
    view.show_spans(spans, look)
    view.finish_layout()
    QApplication.processEvents()
    return document


def quote(view: ArticleView) -> str | None:
    assert view.document is not None
    return None if view.selection is None else view.document.text[slice(*view.selection)]


# --- Painting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fa", "ru"])
def test_labelling_every_second_word_moves_no_pixel_of_the_text(
    view: ArticleView, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    text = " ".join([MIXED] * 4) if language == "fa" else "Рост 12,5 % в Baku (ООО «Ромашка») и Тебризе. " * 8
    document = show(view, text, language=language)
    before, places = image(view), lines_on_screen(view)
    spans = [span(document, *token) for token in document.tokens[::2]]
    # On paper-coloured tints, any difference between the letters' pixels is a letter that moved.
    monkeypatch.setattr(painting, "shades", lambda colour, appearance: shades(colour, appearance)._replace(tint=PAPER))
    view.show_spans(spans, look)
    after, places_after = image(view), lines_on_screen(view)
    assert len(places) == len(places_after) > 3
    assert places_after[-1].top() > places[-1].top()
    for one, other in zip(places, places_after, strict=True):
        if view.viewport().rect().toRectF().contains(other):
            assert difference(before.copy(one.toRect()), after.copy(other.toRect())) <= 2  # rounding at tints' edges


def difference(one: QImage, other: QImage) -> int:
    """Return by how much the red, green or blue of any pixel differs."""
    assert one.size() == other.size()
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


def lines_on_screen(view: ArticleView) -> list[QRectF]:
    """Return, for each line, the strip of the viewport that holds its letters."""
    assert view.document is not None
    found, offset = [], 0
    while offset < len(view.document.text):
        end = view.line_end(offset)
        rect = view.content_to_viewport(view.rects(offset, offset + 1)[0])
        found.append(QRectF(0, rect.top(), view.viewport().width(), rect.height()))
        offset = end
    return found


def pixels(view: ArticleView, colour: QColor) -> list[QPointF]:
    """Return the pixels of a colour behind the letters (a chip's edge may have it by chance)."""
    shown = image(view)
    rows = {y for line in lines_on_screen(view) for y in range(round(line.top()), round(line.bottom()))}
    return [
        QPointF(x + 0.5, y + 0.5)
        for y in sorted(rows)
        for x in range(shown.width())
        if shown.pixel(x, y) == colour.rgb()
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2025", "20", "25", "۱۲٫۵", "۲٫", "ASPROMO", "PRO", "سال 2025", "20 برابر", "025، شرکت «ASPRO", "Baku نشست",
        "ASPROMO» (ASK", "(ASK)", "شد.", "شد", ".", "در سال 2025، شرکت «ASPROMO» (ASK) با ۱۲٫۵ درصد رشد در Baku",
    ],
)  # fmt: skip
def test_every_painted_pixel_of_a_span_is_a_character_of_it(view: ArticleView, words: str) -> None:
    marked = span_on(make_document(MIXED), words)
    show(view, MIXED, [marked])
    tint = shades(look(marked).colour, view.appearance).tint
    painted = pixels(view, tint)
    assert painted
    hit = {view.offset_at(point) for point in painted}
    assert hit <= set(range(marked.start, marked.end)), words
    for point in painted[:: max(1, len(painted) // 50)]:
        assert view.spans_at(point) == [marked.id]
    # And each of its characters has its share, unless ink hides all of it.
    missed = set(range(marked.start, marked.end)) - hit
    assert all(MIXED[at] in ".،٫" for at in missed), [MIXED[at] for at in missed]


def test_what_lies_beside_a_span_is_not_painted(view: ArticleView) -> None:
    for words, after in (("شرکت", " «"), ("ASPROMO", "» "), ("ASK", ") "), ("2025", "، "), ("شد", ".")):
        marked = span_on(make_document(MIXED), words)
        show(view, MIXED, [marked])
        tint = shades(look(marked).colour, view.appearance).tint
        (rect,) = (view.content_to_viewport(rect) for rect in view.painted_rects(marked.id))
        for at in range(marked.end, marked.end + len(after)):
            (other,) = (view.content_to_viewport(rect) for rect in view.rects(at, at + 1))
            assert not rect.adjusted(0.5, 0, -0.5, 0).intersects(other.adjusted(0.5, 0, -0.5, 0))
        assert all(rect.adjusted(-1, -1, 1, 1).contains(point) for point in pixels(view, tint))


def test_selecting_paints_exactly_the_characters(view: ArticleView) -> None:
    show(view, MIXED)
    start, end = MIXED.index("25، "), MIXED.index("ROMO")
    view.set_selection(start, end)
    painted = pixels(view, view.appearance.selection)
    assert {view.offset_at(point) for point in painted} <= set(range(start, end))
    rects = [view.content_to_viewport(rect) for rect in view.rects(start, end)]
    assert len(rects) > 1
    area = sum(rect.width() * rect.height() for rect in rects)
    assert area * 0.5 < len(painted) <= area * 1.05


def test_the_direction_of_the_document_decides_alignment_and_scroll_bar(view: ArticleView) -> None:
    long = "\n".join(["یک خط کوتاه"] * 60)
    show(view, long)
    assert view.viewport().x() > 0  # the scroll bar is on the left
    right = view.content_to_viewport(view.rects(0, 1)[0]).right()
    assert right > view.viewport().width() / 2
    show(view, "\n".join(["Короткая строка"] * 60), language="ru")
    assert view.viewport().x() == 0
    assert view.content_to_viewport(view.rects(0, 1)[0]).left() < view.viewport().width() / 2


def test_russian_letters_and_digits_come_from_one_font(view: ArticleView) -> None:
    font = Appearance(families=("Vazirmatn", "DejaVu Sans")).font("ru")
    assert font.families()[0] == "DejaVu Sans"
    assert Appearance().font("fa").families()[0] == "Vazirmatn"


@pytest.mark.parametrize("text", ["x" * 6000, "کلمه" * 1500, "a" * 40 + " " + "ب" * 4000 + "😀" * 50])
def test_lines_without_spaces_stay_inside_the_column(view: ArticleView, text: str) -> None:
    show(view, text)
    width = view.viewport().width()
    for rect in view.rects(0, len(text)):
        shown = view.content_to_viewport(rect)
        assert shown.left() >= 0
        assert shown.right() <= width


def test_a_chip_is_legible_on_every_paper() -> None:
    papers = [("#fffdf8", "#26221c"), ("#1f2023", "#e6e1d7"), ("#000000", "#ffffff")]
    for paper, ink in papers:
        appearance = Appearance(paper=QColor(paper), ink=QColor(ink))
        for hue in range(0, 360, 15):
            for value in (40, 140, 255):
                found = shades(QColor.fromHsv(hue, 200, value), appearance)
                assert contrast(found.chip_text, found.chip) >= 4.5
                assert contrast(found.strong_text, found.strong) >= 4.5
                assert contrast(found.bar, appearance.paper) >= 3
                assert contrast(appearance.ink, found.tint) >= 4.5


def test_hints_and_role_names_are_painted_at_the_spans_inside_the_column(view: ArticleView) -> None:
    document = make_document(MIXED)
    marked = [span_on(document, words) for words in ("سال", "2025", "شرکت", "ASPROMO", "ASK", "رشد", "Baku", "شد")]
    commitment = span(document, 0, len(MIXED), "pledge")
    view.show_document(document)
    view.show_spans([*marked, commitment], look)
    view.set_selected_span(commitment.id)
    for fill in (view.set_hints, view.set_role_marks):
        before = image(view)
        fill({one.id: "نام بسیار بلند یک نقش" if fill == view.set_role_marks else "W" for one in marked})
        after = image(view)
        changed = [
            QPoint(x, y)
            for y in range(after.height())
            for x in range(after.width())
            if before.pixel(x, y) != after.pixel(x, y)
        ]
        shown = [view.content_to_viewport(view.painted_rects(one.id)[0]) for one in marked]
        for rect in shown:
            assert any(abs(at.x() - rect.right()) < 25 and 0 < at.y() - rect.top() < 60 for at in changed)
        column = view.content_to_viewport(view.rects(0, len(MIXED))[0])
        assert min(at.x() for at in changed) >= view.viewport().width() - column.right() - 1
        assert max(at.x() for at in changed) <= column.right() + 1
        fill({})
        assert image(view) == before


def test_the_selected_one_of_two_commitments_is_tinted_behind_the_text_and_only_there(view: ArticleView) -> None:
    document = make_document(MIXED)
    one, other = span(document, 0, len(MIXED) - 1, "pledge"), span(document, 0, len(MIXED) - 1, "pledge")
    view.show_document(document)
    view.show_spans([one, other], look)
    for chosen in (one, other):
        view.set_selected_span(chosen.id)
        shown = image(view)
        found = shades(look(chosen).colour, view.appearance)
        strong = mixed(found.wash, found.bar, 0.12).rgb()
        text = view.content_to_viewport(view.rects(0, len(MIXED))[0]).toRect()
        rows = {y for x in range(text.left(), text.right(), 3) for y in range(600) if shown.pixel(x, y) == strong}
        assert min(rows) <= text.top() + 1
        assert text.bottom() - 2 <= max(rows) <= text.bottom() + 1 or len(view.rects(0, len(MIXED))) > 1
        lanes = range(text.bottom() + 2, text.bottom() + 20)
        assert not rows & set(lanes)


def test_a_short_role_name_covers_all_of_a_long_label(view: ArticleView) -> None:
    document = make_document("سال نو")
    marked = span(document, 0, 3)
    view.show_document(document)
    view.show_spans([marked], lambda _: Look(QColor("#2b6cb0"), "برچسبی بسیار بلند"))
    view.set_role_marks({marked.id: "آ"})
    chip = shades(QColor("#2b6cb0"), view.appearance).chip
    shown, below = image(view), round(view.content_to_viewport(view.painted_rects(marked.id)[0]).bottom())
    assert not any(shown.pixel(x, y) == chip.rgb() for y in range(below, shown.height()) for x in range(shown.width()))


@pytest.mark.parametrize(
    "text",
    ["", "\n\n\n", " ", "\r\n", "a\tb\x01\x0b\x0cc\x7f\ufffc", "\u202eabc\u202c", "ا\u0651\u0651\u0651", "👨‍👩‍👧" * 30],
)
def test_odd_texts_and_spans_are_painted_without_a_word(view: ArticleView, text: str) -> None:
    document = make_document(text)
    view.show_document(document)
    size = len(text)
    extents = [(0, 0), (0, size), (size, size), (max(size - 1, 0), size), (0, 1), (size // 2, size // 2 + 1)]
    spans = [span(document, *extent, label=label) for extent in extents for label in ("GPE", "pledge")]
    view.show_spans(spans, look)
    for one in spans:
        view.set_selected_span(one.id)
        view.set_cursor((one.start, one.end))
        view.set_selection(one.start, one.end)
        view.set_hints({one.id: "A"})
        view.set_role_marks({one.id: "متعهد"})
        view.ensure_visible(one.start, one.end)
        view.painted_rects(one.id)
        image(view)


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_selection_is_kept_to_the_character_and_painted_inside_itself(
    view: ArticleView, data: st.DataObject
) -> None:
    text = data.draw(st.text(st.sampled_from("اب ‌\u0651ل20Az،)😀\n\r\t."), min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    show(view, text)
    view.set_selection(start, end)
    assert view.selection == ((start, end) if start < end else None)
    breaks = grapheme_breaks(text)
    inside = set(range(start, end)) | {
        at for low, high in itertools.pairwise(breaks) if low < end and start < high for at in range(low, high)
    }
    for rect in view.rects(start, end):
        for share in (0.02, 0.5, 0.98):
            point = QPointF(rect.left() + share * rect.width(), rect.center().y())
            assert view.offset_at(view.content_to_viewport(QRectF(point, point)).topLeft()) in inside


# --- The mouse --------------------------------------------------------------------------------------------


def test_dragging_selects_whole_words_without_punctuation(view: ArticleView) -> None:
    document = show(view, MIXED)
    mouse = Mouse(view)
    for first, last, expected in (
        (MIXED.index("ASPROMO") + 3, MIXED.index("ASPROMO") + 5, "ASPROMO"),
        (MIXED.index("سال") + 1, MIXED.index("2025") + 1, "سال 2025"),
        (MIXED.index("2025") + 2, MIXED.index("شرکت") + 2, "2025، شرکت"),
        (MIXED.index("شد.") + 1, MIXED.index("برابر"), "برابر شد"),  # backwards
        (MIXED.index("«"), MIXED.index("»") + 1, "ASPROMO"),
    ):
        mouse.drag(place(view, first), place(view, last))
        assert quote(view) == expected
        low, high = min(first, last), max(first, last) + 1
        assert view.selection == snap_to_tokens(document.tokens, MIXED, low, high)


def test_with_alt_graphemes_are_selected_not_words(view: ArticleView) -> None:
    text = "کتابش را مُحَمَّد می‌خواند، بالا 😀👨‍👩‍👧 در ۲۰۲۵"
    show(view, text)
    mouse = Mouse(view)
    for wanted in ("بش", "تا", "مُحَ", "مَّ", "می‌", "لا", "😀👨‍👩‍👧", "۲۰"):
        start = text.index(wanted)
        end = start + len(wanted)
        breaks = grapheme_breaks(text)
        last = max(at for at in breaks if at < end)
        ends = place(view, start, next(at for at in breaks if at > start)), place(view, last, end) + QPointF(0, 4)
        mouse.drag(*ends, ALT)
        assert quote(view) == wanted
        mouse.drag(ends[1], ends[0], ALT)
        assert quote(view) == wanted


def test_one_letter_with_alt(view: ArticleView) -> None:
    show(view, "کتابش")
    at = place(view, 4)
    Mouse(view).drag(at, at + QPointF(2, 2), ALT)
    assert view.selection == (4, 5)


def test_dragging_over_lines_both_ways_selects_the_same(view: ArticleView) -> None:
    text = f"{MIXED} {MIXED}\r\n\r\n{MIXED}\n{MIXED}"
    document = show(view, text)
    mouse = Mouse(view)
    first, last = 20, len(text) - 30
    expected = snap_to_tokens(document.tokens, text, first, last + 1)
    made: list[Extent] = []
    view.selection_made.connect(made.append)
    mouse.drag(place(view, first), place(view, last))
    assert view.selection == expected
    mouse.drag(place(view, last), place(view, first))
    assert view.selection == expected
    assert made == [expected, expected]


def test_the_selection_is_told_while_dragging_and_at_the_end(view: ArticleView) -> None:
    show(view, MIXED)
    told: list[Extent | None] = []
    made: list[Extent] = []
    view.selection_changed.connect(told.append)
    view.selection_made.connect(made.append)
    mouse = Mouse(view)
    mouse.press(place(view, 4))
    mouse.move(place(view, 5))
    mouse.move(place(view, MIXED.index("2025")))
    assert told[-1] == (3, 11)
    assert not made
    mouse.release(place(view, MIXED.index("2025")))
    assert made == [(3, 11)]
    mouse.click(QPointF(5, view.viewport().height() - 5))
    assert told[-1] is None
    assert view.selection is None


def test_a_double_click_takes_the_word_a_triple_click_the_sentence(view: ArticleView) -> None:
    text = "او می‌رود. کتاب‌هایِ «مُحَمَّد» آمد.\nدیگری رفت."
    document = make_document(text)
    end = text.index("\n")
    view.show_document(document, sentences=[(0, 10), (11, end)])
    mouse = Mouse(view)
    for word in ("می‌رود", "کتاب‌هایِ", "مُحَمَّد"):
        mouse.double_click(place(view, text.index(word) + 1))
        assert quote(view) == word
    mouse.triple_click(place(view, text.index("آمد")))
    assert quote(view) == text[11 : end - 1]
    mouse.triple_click(place(view, text.index("رفت")))  # in no sentence: the paragraph
    assert quote(view) == "دیگری رفت"
    view.clear_selection()
    mouse.double_click(QPointF(3, view.viewport().height() - 3))
    assert view.selection is None


def test_dragging_beyond_the_edge_scrolls_on(view: ArticleView, qtbot: QtBot) -> None:
    text = "\n".join([MIXED] * 40)
    show(view, text)
    mouse = Mouse(view)
    mouse.press(place(view, 10))
    mouse.move(QPointF(300, 300))
    mouse.move(QPointF(300, view.viewport().height() + 200.0))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=20_000)
    mouse.release(QPointF(300, view.viewport().height() + 200.0))
    assert view.selection is not None
    assert view.selection[1] > len(text) - len(MIXED)
    assert view.selection[0] <= 10


def nested(view: ArticleView) -> tuple[Document, Span, Span, Span]:
    document = make_document(MIXED)
    inner, outer = span_on(document, "ASPROMO"), span_on(document, "شرکت «ASPROMO» (ASK)")
    commitment = span(document, 3, len(MIXED) - 3, "pledge")
    view.show_document(document)
    view.show_spans([inner, outer, commitment], look)
    return document, inner, outer, commitment


def clicks(view: ArticleView) -> list[list[UUID]]:
    found: list[list[UUID]] = []
    view.span_clicked.connect(found.append)
    return found


def test_a_click_names_all_spans_under_it_innermost_first(view: ArticleView) -> None:
    _document, inner, outer, commitment = nested(view)
    found = clicks(view)
    mouse = Mouse(view)
    mouse.click(place(view, inner.start + 2))
    mouse.click(place(view, outer.start + 1))
    mouse.click(place(view, 4))
    mouse.click(place(view, 0))
    mouse.click(QPointF(2, 590))
    mouse.click(QPointF(view.viewport().width() - 4, place(view, 4).y()))  # beside the line's first letter
    assert found == [[inner.id, outer.id, commitment.id], [outer.id, commitment.id], [commitment.id], [], [], []]


def test_paper_beside_the_text_is_no_character(view: ArticleView) -> None:
    document = show(view, "کوتاه")
    view.show_spans([span(document, 0, 5)], look)
    rect = view.content_to_viewport(view.rects(0, 5)[0])
    for point in (rect.topLeft() - QPointF(3, -5), rect.topRight() + QPointF(3, 5), rect.topLeft() - QPointF(-5, 3)):
        assert view.offset_at(point) is None
        assert view.spans_at(point) == []
    assert view.offset_at(rect.center()) in range(5)


def test_a_click_on_a_bar_or_chip_means_its_span(view: ArticleView) -> None:
    _document, inner, outer, commitment = nested(view)
    (at,) = view.painted_rects(inner.id)
    below = view.content_to_viewport(at)
    seen = []
    for y in range(int(below.bottom()), int(below.bottom()) + 90):
        spans = view.spans_at(QPointF(below.right() - 3, y + 0.5))
        if spans and spans[0] not in seen:
            seen.append(spans[0])
    assert seen == [inner.id, outer.id, commitment.id]


def test_a_click_tells_the_word_under_it(view: ArticleView) -> None:
    show(view, MIXED)
    words: list[Extent] = []
    view.token_clicked.connect(words.append)
    mouse = Mouse(view)
    mouse.click(place(view, MIXED.index("2025") + 2))
    mouse.click(QPointF(2, 590))
    assert [MIXED[start:end] for start, end in words] == ["2025"]


def test_ends_of_the_selected_span_can_be_dragged_but_not_past_each_other(view: ArticleView) -> None:
    document = make_document(MIXED)
    marked = span_on(document, "شرکت «ASPROMO")
    view.show_document(document)
    view.show_spans([marked], look)
    view.set_selected_span(marked.id)
    moved: list[tuple[UUID, int, int]] = []
    view.span_end_dragged.connect(lambda span_id, start, end: moved.append((span_id, start, end)))
    mouse = Mouse(view)
    rects = [view.content_to_viewport(rect) for rect in view.rects(marked.start, marked.start + 1)]
    start = QPointF(rects[0].right(), rects[0].center().y())  # right to left: the start is on the right
    mouse.drag(start, place(view, 4))
    assert moved.pop() == (marked.id, 3, marked.end)
    mouse.drag(start, place(view, len(MIXED) - 3))  # past the end: one word stays
    assert moved.pop() == (marked.id, MIXED.index("ASPROMO"), marked.end)
    latin = view.content_to_viewport(view.rects(marked.end - 1, marked.end)[0])
    end = QPointF(latin.right(), latin.center().y())  # the last letter runs left to right
    mouse.drag(end, place(view, MIXED.index("درصد")), ALT)
    assert moved.pop() == (marked.id, marked.start, MIXED.index("درصد") + 1)
    mouse.drag(end, end - QPointF(5, 0))
    assert not moved  # the same word, so nothing changed
    assert view.selection is None


def test_hovering_shows_what_a_click_would_do(view: ArticleView) -> None:
    _document, inner, *_ = nested(view)
    view.set_selected_span(inner.id)
    mouse = Mouse(view)
    rect = view.content_to_viewport(view.rects(4, 5)[0])
    shapes = []
    for at in (rect.center(), QPointF(3, 590), edge(view, inner)):
        mouse.move(at, down=False)
        shapes.append(view.viewport().cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [shape.IBeamCursor, shape.ArrowCursor, shape.SizeHorCursor]


def edge(view: ArticleView, marked: Span) -> QPointF:
    rect = view.content_to_viewport(view.rects(marked.start, marked.start + 1)[0])
    return QPointF(rect.left(), rect.center().y())


def test_the_wheel_scrolls_and_zooms_with_control(view: ArticleView) -> None:
    show(view, "\n".join([MIXED] * 40))
    steps: list[int] = []
    view.zoom_requested.connect(steps.append)
    for delta, keys in ((120, True), (-120, True), (40, True), (40, True), (40, True), (-120, False)):
        modifier = Qt.KeyboardModifier.ControlModifier if keys else Qt.KeyboardModifier.NoModifier
        centre = QPointF(view.viewport().rect().center())
        no_phase, no_button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(centre, centre, QPoint(), QPoint(0, delta), no_button, modifier, no_phase, False)
        QApplication.sendEvent(view.viewport(), event)
    assert steps == [1, -1, 1]
    assert view.verticalScrollBar().value() > 0


# --- Keys: steps between lines ----------------------------------------------------------------------------


def test_going_up_and_down_keeps_to_one_place(view: ArticleView) -> None:
    text = f"{MIXED} {MIXED}\nکوتاه\n\n{MIXED} {MIXED}"
    show(view, text)
    at = 70
    x = view.rects(at, at + 1)[0].center().x()
    seen = [at]
    while (below := view.line_below(seen[-1])) is not None:
        seen.append(below)
    assert len(seen) == len(lines_of(view))
    assert abs(view.rects(seen[-1], seen[-1] + 1)[0].center().x() - x) < 12  # not lost on the short line
    while (above := view.line_above(seen[-1])) is not None:
        seen.append(above)
    assert seen[-1] == seen[0]


def lines_of(view: ArticleView) -> set[float]:
    assert view.document is not None
    return {rect.top() for rect in view.rects(0, len(view.document.text))}


def test_line_edges_and_pages(view: ArticleView) -> None:
    text = "\n".join([f"{MIXED} {MIXED}"] * 20)
    show(view, text)
    start, end = view.line_start(50), view.line_end(50)
    assert start <= 50 < end
    tops = {rect.top() for rect in view.rects(start, end)}
    assert len(tops) == 1
    assert view.line_start(end) == end
    below = view.page_below(5)
    step = view.rects(below, below + 1)[0].top() - view.rects(5, 6)[0].top()
    assert view.viewport().height() * 0.7 < step < view.viewport().height()
    assert view.page_above(below) == 5
    assert view.line_start(view.page_below(len(text) - 3)) == view.line_start(len(text) - 1)


# --- Laying out -------------------------------------------------------------------------------------------


def test_only_what_shows_is_laid_out_at_once(view: ArticleView) -> None:
    paragraph = " ".join([MIXED] * 40)  # 600 words and more, in one paragraph of over 3,000 characters
    view.show_document(make_document("\n".join([paragraph] * 30)))
    laid = [block for block in view._column.blocks if block.lines]
    assert 0 < len(laid) <= 2
    assert view._column.blocks[-1].lines == []


def test_the_rest_follows_when_idle_and_nothing_on_screen_moves(view: ArticleView, qtbot: QtBot) -> None:
    text = "\n\n".join([MIXED * (1 + number % 4) for number in range(300)])
    document = make_document(text)
    view.show_document(document)
    view.show_spans([span(document, *token) for token in document.tokens[::5]], look)
    at = len(text) // 2
    view.ensure_visible(at, at + 5)
    QApplication.sendPostedEvents()  # the scroll bar comes
    before = view.content_to_viewport(view.rects(at, at + 1)[0])
    assert view.viewport().rect().toRectF().contains(before)
    seen = image(view)
    qtbot.waitUntil(lambda: view._column.waiting() is None, timeout=60_000)
    assert view.content_to_viewport(view.rects(at, at + 1)[0]) == before
    assert image(view) == seen
    assert not view._idle.isActive()


def scroll_to_top(view: ArticleView, offset: int) -> QRectF:
    """Scroll until the line of `offset` is the first that shows whole; return where the character is."""
    view.verticalScrollBar().setValue(int(view.rects(offset, offset + 1)[0].top()) + 10)
    return view.content_to_viewport(view.rects(offset, offset + 1)[0])


def test_what_is_read_stays_where_it_is_when_lines_above_grow(view: ArticleView) -> None:
    document = show(view, "\n".join([MIXED] * 40))
    top = len(MIXED) * 20
    before = scroll_to_top(view, top)
    assert 0 <= before.top() < 60
    spans = [span(document, *token) for token in document.tokens if token[1] < top - len(MIXED)]
    view.update_spans(spans)
    assert view.content_to_viewport(view.rects(top, top + 1)[0]) == before
    view.update_spans(spans[::3])
    assert view.content_to_viewport(view.rects(top, top + 1)[0]) == before


@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_updating_step_by_step_shows_what_showing_at_once_does(view: ArticleView, data: st.DataObject) -> None:
    document = make_document(f"{MIXED}\n{MIXED}\r\n{MIXED}")
    view.show_document(document)
    view.show_spans([], look)
    spans: list[Span] = []
    numbers = st.integers(0, 99)
    for _ in range(data.draw(st.integers(1, 6))):
        if spans and data.draw(numbers) % 2:
            del spans[data.draw(numbers) % len(spans)]
        else:
            first = data.draw(st.integers(0, len(document.tokens) - 1))
            last = data.draw(st.integers(first, min(first + 30, len(document.tokens) - 1)))
            label = data.draw(st.sampled_from(["GPE", "pledge"]))
            spans.append(span(document, document.tokens[first][0], document.tokens[last][1], label))
        view.update_spans(spans)
    stepwise = image(view)
    view.show_document(document)
    view.show_spans(spans, look)
    assert image(view) == stepwise


def test_an_update_lays_out_only_the_paragraphs_it_touches(view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    document = show(view, "\n".join([MIXED] * 200))
    spans = [span(document, *token) for token in document.tokens[::3]]
    view.update_spans(spans)
    placed: list[object] = []
    monkeypatch.setattr(view._column, "place", placed.append)
    view.update_spans([*spans, span(document, *document.tokens[1])])
    assert placed == [view._column.blocks[0]]
    placed.clear()
    view.update_spans([replace(one) for one in spans])
    assert placed == [view._column.blocks[0]]  # one went, the others are equal


@pytest.mark.parametrize("what", ["width", "font"])
def test_a_narrower_window_and_a_larger_font_keep_the_place(view: ArticleView, what: str) -> None:
    show(view, "\n".join([MIXED * 3] * 30))
    at = len(MIXED) * 40
    before = scroll_to_top(view, at)
    if what == "width":
        view.resize(500, 600)
    else:
        view.set_appearance(Appearance(point_size=22))
    after = view.content_to_viewport(view.rects(at, at + 1)[0])
    assert abs(after.top() - before.top()) < 2 * after.height()
    assert (after.height() > before.height()) == (what == "font")


def test_the_gold_articles_show_every_span_at_its_words(view: ArticleView, gold: list[Marked]) -> None:
    for document, spans in gold:
        view.show_document(document)
        view.show_spans(spans, look)
        view.finish_layout()
        for one in spans:
            rects = view.painted_rects(one.id)
            assert rects
            view.ensure_visible(one.start, one.end)
            shown = view.content_to_viewport(view.rects(one.start, one.start + 1)[0])
            assert view.viewport().rect().toRectF().contains(shown)
            for rect in rects:
                for x in (rect.left() + 0.5, rect.center().x(), rect.right() - 0.5):
                    point = view.content_to_viewport(QRectF(x, rect.center().y(), 0, 0)).topLeft()
                    offset = view.offset_at(point)
                    assert offset is not None
                    assert one.start <= offset < one.end
                    assert one.id in view.spans_at(point)


# --- Screen readers ---------------------------------------------------------------------------------------


def test_screen_readers_find_a_name_a_role_and_the_text(view: ArticleView) -> None:
    text = "یک😀 دو\r\nسه\u2028چهار"
    show(view, text)
    view.companion.fill()
    assert view.companion.toPlainText() == "یک😀 دو\nسه\nچهار"
    assert view.companion.isReadOnly()
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == view.accessibleName() != ""
    announce(view, "ذخیره شد")


def test_the_companion_follows_the_cursor(view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    text = "یک😀 دو\r\nسه\u2028چهار"
    show(view, text)
    for word in ("دو", "سه", "چهار"):
        start = text.index(word)
        view.set_cursor((start, start + len(word)))
        assert view.companion.textCursor().selectedText() == word


def test_pictures_of_the_article_are_the_same_each_time(view: ArticleView, gold: list[Marked], tmp_path: Path) -> None:
    document, spans = gold[0]
    pictures = []
    for _ in range(2):
        view.show_document(document)
        view.show_spans(spans, look)
        pictures.append(image(view))
    assert pictures[0] == pictures[1]


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_painted_in_parts_is_what_would_be_painted_whole(
    view: ArticleView, gold: list[Marked], data: st.DataObject
) -> None:
    """Cursor, selection, selected span and changed spans ask for few lines; none may be left as it was before."""
    document, spans = gold[0]
    view.show_document(document)
    view.show_spans(spans, look)
    view.finish_layout()
    view.grab()
    places = st.integers(0, 700)
    for _ in range(data.draw(st.integers(1, 4))):
        how = data.draw(st.sampled_from(["cursor", "selection", "span", "take", "give"]))
        if how == "cursor":
            at = data.draw(places)
            view.set_cursor((at, at + 6))
        elif how == "selection":
            at = data.draw(places)
            view.set_selection(at, at + data.draw(st.integers(0, 90)))
        elif how == "span":
            view.set_selected_span(data.draw(st.sampled_from([s.id for s in spans])))
        else:
            less = data.draw(st.integers(0, len(spans) - 1))
            view.update_spans([*spans[:less], *spans[less + (how == "take") :]])
        QApplication.processEvents()  # paints what asked for it
        painted = view.screen().grabWindow(view.winId()).toImage()
        whole = view.grab().toImage()
        assert painted.convertToFormat(whole.format()) == whole
