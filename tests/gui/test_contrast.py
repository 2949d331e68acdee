"""Every colour of the article can be told from what lies behind it, in all themes and for all labels of the schema."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QTextLine
from PySide6.QtWidgets import QApplication

from gui.articles import make_document, span
from peyman.core.model import Document, Span
from peyman.core.schema import Label, Schema
from peyman.gui.annotate import painting
from peyman.gui.annotate.appearance import Appearance, Look, Shades, Style, dim_shades, mixed, shades
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.theme import LINE_CONTRAST, TEXT_CONTRAST, THEMES, ThemeName, article_colours, contrast

TEXT = "وزیر اقتصاد گفت: راه باکو ساخته می‌شود.\n\nشرکت راه‌آهن در سه ماه کار را آغاز کرد."


def appearance(theme: ThemeName) -> Appearance:
    colours = article_colours(theme)
    return Appearance(
        paper=colours.paper,
        ink=colours.ink,
        selection=colours.selection,
        cursor=colours.cursor,
        quiet=colours.quiet,
    )


def labels(schema: Schema) -> list[tuple[str, Label]]:
    layers = [schema.layer(name) for name in ("entity", "commitment", "argument")]
    return [(layer.id, label) for layer in layers for label in layer.labels]


def spans_of(document: Document) -> tuple[Span, Span, Span]:
    """A commitment, an entity inside it, and one in the next paragraph."""
    after = TEXT.index("شرکت")
    return span(document, 0, 38, "pledge"), span(document, 5, 11), span(document, after, after + 13)


@pytest.mark.parametrize("theme", THEMES)
def test_letters_and_marks_can_be_told_from_what_lies_behind_them(theme: ThemeName, schema: Schema) -> None:
    """All pairs of label colours: an entity in a commitment, and one that fills a role of it."""
    looks = appearance(theme)
    text, mark = looks.contrasts
    assert text >= TEXT_CONTRAST
    assert mark >= LINE_CONTRAST
    colours = [(layer, QColor(label.color)) for layer, label in labels(schema)]
    for (_, one), (_, other) in product(colours, colours):
        inner, outer = shades(one, looks), shades(other, looks)
        grounds = grounds_of(inner, outer)
        for name, ground in grounds.items():
            assert contrast(looks.ink, ground) >= TEXT_CONTRAST, (name, one.name(), other.name())
            assert contrast(looks.cursor, ground) >= LINE_CONTRAST, (name, one.name(), other.name())
        assert contrast(inner.bar, outer.wash) >= LINE_CONTRAST, (one.name(), other.name())
        assert contrast(inner.strong, outer.wash) >= LINE_CONTRAST
    for _, colour in colours:
        for found in (shades(colour, looks), dim_shades(colour, looks)):
            assert contrast(found.chip_text, found.chip) >= text
            assert contrast(found.strong_text, found.strong) >= TEXT_CONTRAST
            assert contrast(found.bar, looks.paper) >= mark
            assert contrast(found.strong, looks.paper) >= mark
    for share in (painting.HIT, painting.HIT_AT_HAND):
        assert contrast(looks.ink, mixed(looks.paper, looks.cursor, share)) >= TEXT_CONTRAST
    assert contrast(looks.ink, looks.selection) >= text
    assert contrast(looks.cursor, looks.selection) >= LINE_CONTRAST  # the frame of the selection, inside
    assert contrast(looks.cursor, looks.paper) >= TEXT_CONTRAST  # and outside; also a hint's letter
    assert contrast(looks.dim_ink, looks.paper) >= text
    assert contrast(looks.dim_ink, looks.paper) < contrast(looks.ink, looks.paper) * 0.7  # but it does step back


def grounds_of(inner: Shades, outer: Shades) -> Mapping[str, QColor]:
    """All that can lie behind letters: see `Painter._tints`."""
    return {
        "tint": inner.tint,
        "wash": inner.wash,
        "selected": mixed(inner.tint, inner.bar, 0.12),
        "selected commitment": mixed(inner.wash, inner.bar, 0.12),
        "role": mixed(inner.tint, outer.bar, 0.2),
        "dragged": mixed(inner.tint, inner.bar, 0.2),
    }


def picture(view: ArticleView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def areas(image: QImage, rect: QRectF, least: int = 25) -> Iterator[QColor]:
    """Yield the colours that fill an area of the picture, which letters do not: theirs melt into the ground."""
    box = rect.toAlignedRect().intersected(image.rect())
    counted = Counter(
        image.pixel(x, y) for y in range(box.top(), box.bottom() + 1) for x in range(box.left(), box.right() + 1)
    )
    yield from (QColor.fromRgb(colour) for colour, count in counted.items() if count >= least)


@pytest.mark.parametrize("theme", THEMES)
def test_the_picture_has_no_ground_that_swallows_the_letters(
    view: ArticleView, schema: Schema, theme: ThemeName
) -> None:
    """As they are painted: everything that fills an area behind the letters of each label is measured."""
    looks = appearance(theme)
    view.resize(460, 260)
    view.set_appearance(looks)
    document = make_document(TEXT)
    view.show_document(document)
    # Without letters, every pixel between a line's top and foot is ground, or a mark upon it.
    for block in view._column.blocks:
        for line in block.lines:
            line.text_line = Mute(line.text_line)  # type: ignore[assignment]
    for layer, label in labels(schema):
        commitment, inner, other = spans_of(document)
        colour = QColor(label.color)
        view.show_spans([commitment, inner, other], lambda one, c=colour: Look(c, "نام", style_of(one)))  # type: ignore[misc]
        for chosen in (commitment.id, inner.id, None):
            show_state(view, chosen, commitment.id, other.id)
            shown = picture(view)
            found = shades(colour, looks)
            marks = {found.bar.name(), found.strong.name(), looks.cursor.name()}
            for rect in view.rects(0, len(TEXT)):
                for ground in areas(shown, view.content_to_viewport(rect)):
                    if ground.name() not in marks:
                        assert contrast(looks.ink, ground) >= TEXT_CONTRAST, (layer, label.id, ground.name())


class Mute:
    """A line that draws nothing, and is like another in all else."""

    def __init__(self, line: QTextLine) -> None:
        self._line = line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)

    def draw(self, *_: object) -> None:
        pass


def vars_of(looks: Appearance) -> dict[str, Any]:
    return {name: getattr(looks, name) for name in looks.__slots__}


def style_of(one: Span) -> Style:
    return "wash" if one.layer == "commitment" else "lane"


def show_state(view: ArticleView, chosen: UUID | None, commitment: UUID, role: UUID) -> None:
    view.set_selected_span(chosen)
    view.set_role_marks({role: "متعهد"} if chosen == commitment else {})
    if chosen is None:
        view.set_selection(17, 30)
        view.set_cursor((0, 4))
    else:
        view.clear_selection()
        view.set_cursor(None)


# --- Colour is never the only sign ------------------------------------------------------------------------


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_differs_in_shape_not_only_in_colour(view: ArticleView, theme: ThemeName) -> None:
    """With all colours of paper, tints and labels alike, what is left are shapes: each state still has its own."""
    looks = appearance(theme)
    view.resize(460, 300)
    document = make_document(TEXT)
    plain = Appearance(**{**vars_of(looks), "selection": looks.paper})
    view.set_appearance(plain)
    view.show_document(document)
    one, inner, other = spans_of(document)

    def show(doubt: str = "") -> None:
        view.show_spans([one, inner, other], lambda s: Look(looks.ink, "نام" + doubt, style_of(s)))

    pictures: dict[str, QImage] = {}
    show()
    pictures["as it is"] = threshold(picture(view), looks)
    view.set_selected_span(inner.id)
    pictures["selected"] = threshold(picture(view), looks)
    view.set_selected_span(one.id)
    view.set_role_marks({inner.id: "متعهد"})
    pictures["role"] = threshold(picture(view), looks)
    view.set_role_marks({})
    view.set_selected_span(None)
    view.set_selection(12, 30)
    pictures["selection"] = threshold(picture(view), looks)
    view.clear_selection()
    view.set_cursor((5, 11))
    pictures["cursor"] = threshold(picture(view), looks)
    view.set_paragraph_focus(True)
    pictures["one paragraph"] = threshold(picture(view), looks)
    view.set_paragraph_focus(False)
    view.set_cursor(None)
    view.set_hints({inner.id: "ا"})
    pictures["hint"] = threshold(picture(view), looks)
    view.set_hints({})
    show(doubt="؟")
    pictures["doubt"] = threshold(picture(view), looks)
    names = list(pictures)
    for number, name in enumerate(names):
        for before in names[:number]:
            assert pictures[name] != pictures[before], (name, before)


def threshold(image: QImage, looks: Appearance) -> QImage:
    """Return the picture in two colours: what can be told from the paper, and the paper."""
    result = QImage(image.size(), QImage.Format.Format_Mono)
    result.fill(0)
    known: dict[int, bool] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixel(x, y)
            if pixel not in known:
                known[pixel] = contrast(QColor.fromRgb(pixel), looks.paper) >= LINE_CONTRAST
            if known[pixel]:
                result.setPixel(x, y, 1)
    return result
