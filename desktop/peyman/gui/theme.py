"""How Peyman looks: three colour sets, fonts, icons, and colours that stay readable.

The window follows the palette set here (Fusion style, no other `setStyleSheet` anywhere). Label colours are
data: they come from the schema, do not follow the palette, and go through `ink_on`, `tint` and `line`, which
keep the contrast that WCAG asks for.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template
from typing import Literal, TypeAlias

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from peyman.paths import resource

ThemeName: TypeAlias = Literal["light", "dark", "high_contrast"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "high_contrast")

PERSIAN_FAMILY = "Vazirmatn"


@dataclass(frozen=True)
class Colours:
    """Everything a theme colours, as #rrggbb; `dark` says that its paper is darker than its ink."""

    dark: bool
    paper: str
    ink: str
    quiet: str
    window: str
    raised: str  # buttons, headers
    edge: str  # hair lines and frames
    accent: str
    on_accent: str
    selection: str  # behind selected text and rows; ink stays readable on it


COLOURS: dict[ThemeName, Colours] = {
    # Warm paper and a Persian turquoise.
    "light": Colours(
        dark=False,
        paper="#fffdf8",
        ink="#26221c",
        quiet="#6a6358",
        window="#f4efe6",
        raised="#ece5d8",
        edge="#d8cfbf",
        accent="#17706f",
        on_accent="#ffffff",
        selection="#cfe5e1",
    ),
    "dark": Colours(
        dark=True,
        paper="#1f2023",
        ink="#e6e1d7",
        quiet="#a8a297",
        window="#27282c",
        raised="#323439",
        edge="#45474d",
        accent="#68bcb6",
        on_accent="#10201f",
        selection="#2f4d4e",
    ),
    "high_contrast": Colours(
        dark=True,
        paper="#000000",
        ink="#ffffff",
        quiet="#e0e0e0",
        window="#000000",
        raised="#1a1a1a",
        edge="#b4b4b4",
        accent="#ffd60a",
        on_accent="#000000",
        selection="#00458a",
    ),
}


@dataclass(frozen=True)
class ArticleColours:
    """What the article view paints with."""

    dark: bool
    paper: QColor
    ink: QColor
    quiet: QColor  # secondary text: numbers, hints
    selection: QColor  # behind selected text
    cursor: QColor
    accent: QColor  # focus, links, the ends of the selected span


def article_colours(theme: ThemeName) -> ArticleColours:
    colours = COLOURS[theme]
    return ArticleColours(
        dark=colours.dark,
        paper=QColor(colours.paper),
        ink=QColor(colours.ink),
        quiet=QColor(colours.quiet),
        selection=QColor(colours.selection),
        cursor=QColor(colours.accent),
        accent=QColor(colours.accent),
    )


def palette(theme: ThemeName) -> QPalette:
    """Return every role of the Qt palette in the colours of `theme`."""
    colours = COLOURS[theme]
    role = QPalette.ColorRole
    high_contrast = theme == "high_contrast"
    roles = {
        role.Window: colours.window,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.window,
        role.Text: colours.ink,
        role.PlaceholderText: colours.quiet,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.BrightText: "#ffffff",
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent if high_contrast else colours.selection,
        role.HighlightedText: colours.on_accent if high_contrast else colours.ink,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.quiet,
        role.Light: _mix(colours.raised, "#ffffff", 0.10 if colours.dark else 0.55),
        role.Midlight: _mix(colours.raised, "#ffffff", 0.05 if colours.dark else 0.30),
        role.Mid: colours.edge,
        role.Dark: _mix(colours.edge, "#000000", 0.25),
        role.Shadow: "#000000",
    }
    result = QPalette()
    for name, value in roles.items():
        result.setColor(name, QColor(value))
    faint = QColor(_faint(colours))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, name, faint)
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.raised))
    return result


# Fusion draws the frame of a control in the window's colour, a little darker, which on dark windows nobody sees.
# These classes never paint their window colour, so it is free to carry the frame's.
_FRAMED = ("QLineEdit", "QComboBox", "QAbstractButton", "QAbstractSpinBox", "QProgressBar", "QSlider", "QTabBar")
_FUSION_FRAME = 140  # percent, of QColor.darker


def framed_palette(theme: ThemeName) -> QPalette:
    """Return the palette of the classes in `_FRAMED`: as `palette`, with frames in the edge colour."""
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Window, QColor(COLOURS[theme].edge).lighter(_FUSION_FRAME))
    return result


# The one style sheet, set anew with every theme: `palette(…)` in a sheet keeps the colours of its first use.
# Labels say what they are by a property: setProperty("role", "title"), "group" or "quiet".
_STYLE = Template("""
QToolBar { border: none; padding: 4px; spacing: 2px; }
QToolBar QToolButton { padding: 4px; border-radius: 6px; border: 1px solid transparent; }
QToolBar QToolButton:hover { background: $raised; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: $edge; }
QToolBar QToolButton:focus { border-color: $accent; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $window; }
QTabBar::tab { padding: 5px 14px; border: 1px solid transparent; border-radius: 5px; background: $window; color: $ink; }
QTabBar::tab:hover { background: $raised; }
QTabBar::tab:selected { background: $paper; border-color: $edge; font-weight: bold; }
QTabBar::tab:selected:focus { border-color: $accent; }
QPushButton { border: 1px solid $edge; border-radius: 5px; padding: 5px 14px; background: $raised; color: $ink; }
QPushButton:hover { border-color: $quiet; }
QPushButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:default, QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; }
QPushButton:flat { border-color: transparent; background: transparent; }
QPushButton:flat:focus { border-color: $accent; }
QPlainTextEdit, QTextEdit, QAbstractItemView { border: 1px solid $edge; border-radius: 4px; background: $paper; }
QPlainTextEdit:focus, QTextEdit:focus, QAbstractItemView:focus { border-color: $accent; }
QGroupBox { border: none; margin-top: 1.5em; padding-top: 2px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 2px 0px; }
QLabel[role="title"] { font-size: 13pt; font-weight: bold; }
QLabel[role="group"] { font-weight: bold; color: $accent; }
QLabel[role="quiet"] { color: $quiet; }
QToolTip { padding: 4px; border: 1px solid $edge; background: $raised; color: $ink; }

/* The side widgets of the annotate page. */
QLabel[role="heading"] { font-weight: bold; }
QScrollArea[role="pane"] { border: none; background: $window; }
QLineEdit[role="value"] { border: none; padding: 1px 3px; background: transparent; }
QToolButton[role="tool"] { border: 1px solid transparent; border-radius: 5px; padding: 3px; }
QToolButton[role="tool"]:hover { background: $raised; }
QToolButton[role="tool"]:checked { background: $selection; border-color: $accent; }
QToolButton[role="tool"]:focus { border-color: $accent; }
QToolButton[role="fold"] { border: none; padding: 3px 0px; font-weight: bold; color: $accent; }
QToolButton[role="fold"]:hover, QToolButton[role="fold"]:focus { text-decoration: underline; }
QLineEdit[role="search"] { border: 1px solid $edge; border-radius: 5px; padding: 3px 4px; background: $paper; }
QLineEdit[role="search"]:focus { border-color: $accent; }

/* The cards of the adjudication page. */
QFrame[role="card"] { border: 1px solid $edge; border-radius: 6px; background: $paper; }
QFrame[role="card"]:hover { border-color: $accent; }
QLabel[role="key"] { border: 1px solid $quiet; border-radius: 4px; padding: 0px 6px; font-weight: bold; }
""")


def style_sheet(theme: ThemeName) -> str:
    colours = COLOURS[theme]
    return _STYLE.substitute(asdict(colours), faint=_faint(colours))


def _faint(colours: Colours) -> str:
    """What is disabled."""
    return _mix(colours.ink, colours.window, 0.45)


class Theme(QObject):
    """The look of the running application.

    Signals:
        changed: the colours are other ones now; carries the name of the theme in force.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self._wanted = "auto"
        self._name: ThemeName | None = None
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose("auto")

    @property
    def name(self) -> ThemeName:
        """The theme in force; never "auto"."""
        return self._name or "light"

    @property
    def article(self) -> ArticleColours:
        return article_colours(self.name)

    def choose(self, wanted: str) -> None:
        """Take "light", "dark" or "high_contrast"; anything else follows the system."""
        self._wanted = wanted
        hints = self._app.styleHints()
        # Tells the system too, for the frame of the window.
        if wanted == "light":
            hints.setColorScheme(Qt.ColorScheme.Light)
        elif wanted in THEMES:
            hints.setColorScheme(Qt.ColorScheme.Dark)
        else:
            hints.unsetColorScheme()
        self._apply(hints.colorScheme())

    def _apply(self, system: Qt.ColorScheme) -> None:
        name = next((theme for theme in THEMES if theme == self._wanted), None)
        if name is None:
            name = "dark" if system == Qt.ColorScheme.Dark else "light"
        if name != self._name:
            self._name = name
            self._app.setPalette(palette(name))
            for widget in _FRAMED:
                self._app.setPalette(framed_palette(name), widget)  # type: ignore[arg-type] # the stubs say bytes
            self._app.setStyleSheet(style_sheet(name))
            self.changed.emit(name)


# --- Fonts --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def load_fonts() -> bool:
    """Make the shipped Persian font known to Qt; False if a file is missing or unreadable."""
    files = [resource("fonts", f"Vazirmatn-{weight}.ttf") for weight in ("Regular", "Bold")]
    return all(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def interface_font(language: str) -> QFont:
    """Return the font of menus and buttons: Vazirmatn in Persian, else the system's, each backing the other."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    families = [PERSIAN_FAMILY, *system.families()]
    if language != "fa":
        families = [*system.families(), PERSIAN_FAMILY]
    font = QFont(system)
    font.setFamilies(families)
    return font


def article_font(family: str, size: float, language: str) -> QFont:
    """Return the font for an article in `language`, `size` in points; `family` "" takes the usual one.

    Vazirmatn has no Cyrillic: a Russian article takes the system's font as a whole, so that its digits and
    Latin words match its letters.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
    usual = [*system, PERSIAN_FAMILY] if language == "ru" else [PERSIAN_FAMILY, *system]
    font = QFont([family, *usual] if family else usual)
    font.setPointSizeF(size)
    return font


# --- Colours as data ----------------------------------------------------------------------------------------

TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text
LINE_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: what is not text
_PAPERS = {dark: [c.paper for c in COLOURS.values() if c.dark == dark] for dark in (False, True)}
_INKS = {dark: [c.ink for c in COLOURS.values() if c.dark == dark] for dark in (False, True)}


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1; transparency is not looked at."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21, of two opaque colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: QColor | str) -> QColor:
    """Return white if it reads well on `colour`, else black: one of them always does (4.58 at the worst)."""
    white = QColor("#ffffff")
    return white if contrast(white, QColor(colour)) >= TEXT_CONTRAST else QColor("#000000")


def line(colour: QColor | str, dark: bool) -> QColor:
    """Return `colour`, made darker or lighter until it stands out from the paper as a line (3 to 1)."""
    return _until(QColor(colour), dark, LINE_CONTRAST)


def label_ink(colour: QColor | str, dark: bool) -> QColor:
    """Return `colour`, made darker or lighter until it can be read as text on the paper (4.5 to 1)."""
    return _until(QColor(colour), dark, TEXT_CONTRAST)


def tint(colour: QColor | str, dark: bool) -> QColor:
    """Return a translucent `colour` to lay behind text: two of them over each other leave it readable."""
    return QColor(_tint(QColor(colour).rgb(), dark))


def over(colour: QColor, paper: QColor) -> QColor:
    """Return what a translucent `colour` looks like on opaque `paper`."""
    return QColor(_mix(paper.name(), colour.name(), colour.alphaF()))


_TINT_SHARE = {False: 0.22, True: 0.28}  # of the colour in the paper, by darkness


@lru_cache(maxsize=1024)
def _tint(rgb: int, dark: bool) -> QColor:
    """Move the lightness towards the paper's until two layers are readable.

    The share is the same for all colours: then two layers of different colours lie between two of the one and
    two of the other, and are readable if these are.
    """
    colour = QColor.fromRgb(rgb)
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    while True:
        colour.setAlphaF(_TINT_SHARE[dark])
        twice = [over(colour, over(colour, QColor(paper))) for paper in _PAPERS[dark]]
        # A little more than enough: over other papers colours are rounded otherwise.
        wanted = TEXT_CONTRAST + 0.05
        if all(contrast(QColor(ink), both) >= wanted for ink, both in zip(_INKS[dark], twice, strict=True)):
            return colour
        lightness = max(0.0, lightness - 0.02) if dark else min(1.0, lightness + 0.02)
        colour = QColor.fromHslF(hue, saturation, lightness)


def _until(colour: QColor, dark: bool, wanted: float) -> QColor:
    return QColor(_readable(colour.rgb(), dark, wanted))


@lru_cache(maxsize=1024)
def _readable(rgb: int, dark: bool, wanted: float) -> QColor:
    """Move the lightness only, in small steps, so that the hue still tells the label."""
    colour = QColor.fromRgb(rgb)
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    while any(contrast(colour, QColor(paper)) < wanted for paper in _PAPERS[dark]):
        lightness = min(1.0, lightness + 0.02) if dark else max(0.0, lightness - 0.02)
        colour = QColor.fromHslF(hue, saturation, lightness)
    return colour


def _mix(one: str, other: str, share: float) -> str:
    """Return `share` of `other` in `one`, channel by channel as painting does."""
    first, second = QColor(one), QColor(other)
    channels = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in channels)).name()


# --- Icons --------------------------------------------------------------------------------------------------

# Those that point along the reading direction are mirrored in a right-to-left window.
DIRECTIONAL = frozenset({"undo", "redo", "next", "previous", "skip", "import", "export", "open", "note"})


def icon(name: str) -> QIcon:
    """Return the icon `resources/icons/<name>.svg`, drawn in the colours and direction of the moment."""
    return QIcon(_InkIcon(name))


class _InkIcon(QIconEngine):
    """Paints a stroke drawing in the palette's ink whenever asked, so a new theme needs no new icons."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _InkIcon(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        colours = QGuiApplication.palette()
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ink = colours.color(group, role)
        dots = size * scale
        image = _draw(self._name, ink.name(), dots.width(), dots.height(), rtl and self._name in DIRECTIONAL)
        result = QPixmap.fromImage(image)
        result.setDevicePixelRatio(scale)
        return result


@lru_cache(maxsize=512)
def _draw(name: str, ink: str, width: int, height: int, mirrored: bool) -> QImage:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image
