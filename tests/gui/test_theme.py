"""Colours that can be read, fonts that are there, icons that follow palette and direction."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peyman.core.schema import Schema
from peyman.gui import actions, theme
from peyman.gui.theme import (
    COLOURS,
    DIRECTIONAL,
    LINE_CONTRAST,
    TEXT_CONTRAST,
    THEMES,
    Theme,
    ThemeName,
    article_colours,
    article_font,
    contrast,
    icon,
    ink_on,
    interface_font,
    label_ink,
    line,
    over,
    palette,
    tint,
)
from peyman.paths import resource

Role = QPalette.ColorRole
colours = st.builds(QColor.fromRgb, st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    look = Theme(qapp)
    yield look
    look.choose("light")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyleSheet("")
    look.deleteLater()


# --- Contrast -----------------------------------------------------------------------------------------------


def test_contrast_by_the_examples_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.005)
    assert contrast(QColor("#ff0000"), QColor("#ffffff")) == pytest.approx(3.998, abs=0.005)


@pytest.mark.parametrize("name", THEMES)
def test_tabs_can_be_read(look: Theme, qtbot: QtBot, name: ThemeName) -> None:
    look.choose(name)
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    for title in ("MMMMM", "WWWWW"):
        tabs.addTab(title)
    tabs.show()
    picture = tabs.grab().toImage()
    for number in range(2):
        place = tabs.tabRect(number).adjusted(4, 4, -4, -4)
        spots = [(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())]
        painted = [picture.pixel(x, y) for x, y in spots]
        ground = QColor.fromRgb(max(set(painted), key=painted.count))
        assert max(contrast(QColor.fromRgb(one), ground) for one in set(painted)) >= TEXT_CONTRAST


@given(colours)
@example(QColor("#757575"))
@example(QColor("#767676"))
def test_chip_text_reads_on_any_colour(colour: QColor) -> None:
    assert contrast(ink_on(colour), colour) >= TEXT_CONTRAST


@pytest.mark.parametrize("name", THEMES)
@given(colours)
@example(QColor("#ffffff"))
@example(QColor("#000000"))
@example(QColor("#ffff00"))
@example(QColor("#0000ff"))
def test_lines_and_label_names_stand_out_from_the_paper(name: ThemeName, colour: QColor) -> None:
    paper, dark = article_colours(name).paper, article_colours(name).dark
    assert contrast(line(colour, dark), paper) >= LINE_CONTRAST
    assert contrast(label_ink(colour, dark), paper) >= TEXT_CONTRAST
    assert contrast(ink_on(line(colour, dark)), line(colour, dark)) >= TEXT_CONTRAST


@pytest.mark.parametrize("name", THEMES)
@given(colours, colours)
@example(QColor("#ffffff"), QColor("#ffffff"))
@example(QColor("#000000"), QColor("#000000"))
def test_text_reads_on_two_tints_over_each_other(name: ThemeName, outer: QColor, inner: QColor) -> None:
    article = article_colours(name)
    once = over(tint(outer, article.dark), article.paper)
    assert contrast(article.ink, once) >= TEXT_CONTRAST
    assert contrast(article.ink, over(tint(inner, article.dark), once)) >= TEXT_CONTRAST


@pytest.mark.parametrize("name", THEMES)
def test_tints_of_the_schema_can_be_told_from_the_paper(name: ThemeName, schema: Schema) -> None:
    article = article_colours(name)
    for layer in schema.layers.values():
        for label in layer.labels:
            shown = over(tint(label.color, article.dark), article.paper)
            paper = article.paper
            distance = abs(shown.red() - paper.red()) + abs(shown.green() - paper.green())
            distance += abs(shown.blue() - paper.blue())
            assert distance >= 24, label.id


@given(colours)
def test_a_readable_colour_stays_as_it_is(colour: QColor) -> None:
    papers = [QColor(found.paper) for found in COLOURS.values() if not found.dark]
    if all(contrast(colour, paper) >= LINE_CONTRAST for paper in papers):
        assert line(colour, False).rgb() == colour.rgb()


def test_colours_given_back_may_be_changed() -> None:
    tint("#336699", False).setAlpha(0)
    line("#336699", False).setAlpha(0)
    assert tint("#336699", False).alpha() > 0
    assert line("#336699", False).alpha() == 255


@pytest.mark.parametrize("name", THEMES)
def test_every_text_of_the_palette_reads(name: ThemeName) -> None:
    shades = palette(name)
    pairs = [
        (Role.Text, Role.Base, 7),
        (Role.WindowText, Role.Window, 7),
        (Role.Text, Role.AlternateBase, 7),
        (Role.ButtonText, Role.Button, 7),
        (Role.ToolTipText, Role.ToolTipBase, 7),
        (Role.HighlightedText, Role.Highlight, 7),
        (Role.PlaceholderText, Role.Base, TEXT_CONTRAST),
        (Role.PlaceholderText, Role.Window, TEXT_CONTRAST),
        (Role.Link, Role.Base, TEXT_CONTRAST),
        (Role.Link, Role.Window, TEXT_CONTRAST),
        (Role.Accent, Role.Base, LINE_CONTRAST),
    ]
    for ink, ground, wanted in pairs:
        assert contrast(shades.color(ink), shades.color(ground)) >= wanted, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
def test_article_colours_read(name: ThemeName) -> None:
    article = article_colours(name)
    assert article.dark == (theme.luminance(article.paper) < theme.luminance(article.ink))
    for ground in (article.paper, article.selection):
        assert contrast(article.ink, ground) >= 7
    assert contrast(article.quiet, article.paper) >= TEXT_CONTRAST
    assert contrast(article.cursor, article.paper) >= LINE_CONTRAST
    assert contrast(article.accent, article.paper) >= LINE_CONTRAST


def test_high_contrast_deserves_its_name() -> None:
    article = article_colours("high_contrast")
    assert contrast(article.ink, article.paper) == pytest.approx(21)
    assert contrast(QColor(COLOURS["high_contrast"].edge), article.paper) >= TEXT_CONTRAST


# --- The running application --------------------------------------------------------------------------------


def test_choosing_a_theme_tells_and_sets_the_palette(qtbot: QtBot, qapp: QApplication, look: Theme) -> None:
    look.choose("light")
    with qtbot.waitSignal(look.changed) as told:
        look.choose("dark")
    assert told.args == ["dark"]
    assert look.name == "dark"
    assert look.article == article_colours("dark")
    assert qapp.palette().color(Role.Base).name() == COLOURS["dark"].paper
    with qtbot.assertNotEmitted(look.changed):
        look.choose("dark")


def test_auto_follows_the_system_and_an_explicit_choice_does_not(qapp: QApplication, look: Theme) -> None:
    system = qapp.styleHints().colorSchemeChanged
    seen: list[str] = []
    for wanted in ("auto", "high_contrast", "nonsense"):
        look.choose(wanted)
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            system.emit(scheme)
            seen.append(look.name)
    assert seen == ["dark", "light", "high_contrast", "high_contrast", "dark", "light"]


def test_an_open_window_changes_its_colours(qtbot: QtBot, look: Theme) -> None:
    look.choose("high_contrast")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    title, button, rows, field = QLabel("Title"), QPushButton("Button"), QListWidget(), QLineEdit()
    title.setProperty("role", "title")
    rows.addItem("row")
    for widget in (title, button, rows, field):
        column.addWidget(widget)
    window.resize(300, 300)
    window.show()
    for name in THEMES:
        look.choose(name)
        image = window.grab().toImage()
        at = rows.geometry().center()
        assert image.pixelColor(2, 2).name() == COLOURS[name].window
        assert image.pixelColor(at).name() == COLOURS[name].paper
        assert rows.palette().color(Role.Text).name() == COLOURS[name].ink
        assert title.palette().color(Role.WindowText).name() == COLOURS[name].ink
        edge = field.geometry()
        frame = [image.pixelColor(x, edge.center().y()) for x in range(edge.left(), edge.left() + 3)]
        assert max(contrast(colour, QColor(COLOURS[name].paper)) for colour in frame) >= 1.25


def test_style_sheets_are_set_here_only() -> None:
    package = resource().parent / "desktop" / "peyman"
    users = {file.name for file in package.rglob("*.py") if "setStyleSheet(" in file.read_text(encoding="utf-8")}
    assert users == {"theme.py"}


# --- Fonts --------------------------------------------------------------------------------------------------


def test_both_weights_of_the_persian_font_are_loaded(qapp: QApplication) -> None:
    assert theme.load_fonts()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles("Vazirmatn"))


def test_fonts_by_language(qapp: QApplication) -> None:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()[0]
    assert interface_font("fa").families()[0] == "Vazirmatn"
    assert interface_font("ru").families()[0] == system
    assert "Vazirmatn" in interface_font("en").families()
    assert article_font("", 15, "fa").families()[0] == "Vazirmatn"
    assert article_font("", 15, "ru").families()[0] == system
    assert article_font("Noto Naskh", 15.5, "fa").families()[:2] == ["Noto Naskh", "Vazirmatn"]
    assert article_font("", 15.5, "fa").pointSizeF() == 15.5


# --- Icons --------------------------------------------------------------------------------------------------

# The program's own icon has colours of its own.
NAMES = sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != "peyman")


def pixels(found: QIcon, size: int = 24, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return found.pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def near(colour: QColor) -> tuple[int, ...]:
    """The colour but for what anti-aliasing rounds off."""
    return tuple(round(channel / 8) for channel in (colour.red(), colour.green(), colour.blue()))


def inks(image: QImage) -> set[tuple[int, ...]]:
    """Colours of the pixels that are fully covered."""
    found = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return {near(QColor.fromRgb(rgb)) for rgb in found if rgb >> 24 == 255}


def test_every_icon_named_has_a_drawing_and_every_drawing_a_plain_ink() -> None:
    assert {action.icon for action in actions.ACTIONS if action.icon} <= set(NAMES)
    assert set(NAMES) >= DIRECTIONAL
    for name in NAMES:
        drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in drawing
        assert "#" not in drawing, "colours come from the palette"


@pytest.mark.parametrize("name", NAMES)
def test_icons_are_drawn_in_the_palettes_ink(look: Theme, name: str) -> None:
    found = icon(name)
    for chosen in THEMES:
        look.choose(chosen)
        normal, disabled = palette(chosen), QPalette.ColorGroup.Disabled
        assert inks(pixels(found, 48)) == {near(normal.color(Role.ButtonText))}
        faint = normal.color(disabled, Role.ButtonText)
        assert inks(pixels(found, 48, QIcon.Mode.Disabled)) == {near(faint)}


@pytest.mark.parametrize("name", NAMES)
def test_directional_icons_are_mirrored_in_a_right_to_left_window(qapp: QApplication, look: Theme, name: str) -> None:
    left_to_right = pixels(icon(name))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right_to_left = pixels(icon(name))
    if name in DIRECTIONAL:
        assert right_to_left == left_to_right.flipped(Qt.Orientation.Horizontal)
        assert right_to_left != left_to_right
    else:
        assert right_to_left == left_to_right


def test_icons_are_sharp_on_dense_screens_and_survive_copying(look: Theme) -> None:
    first = icon("undo")
    copy = QIcon(first)
    del first
    gc.collect()
    dense = copy.pixmap(QSize(24, 24), 2.0)
    assert dense.devicePixelRatio() == 2.0
    assert dense.size() == QSize(48, 48)
    button = QPushButton()
    button.setIcon(copy)
    assert not button.grab().isNull()
    button.deleteLater()
