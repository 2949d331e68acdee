"""What the article view is told about looks: fonts and colours, and the colours that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtGui import QColor, QFont, QFontDatabase, QRawFont

from peyman.gui.theme import LINE_CONTRAST, TEXT_CONTRAST, contrast

Style: TypeAlias = Literal["lane", "wash", "offer"]

# Letters that tell whether a font was made for a language. Vazirmatn, for one, has no Cyrillic.
_PROBES = {"fa": "پچژگکی۰۹", "ru": "ЖжЩщЁё", "az": "ƏəĞğİı"}
_OVER_WASH = 1.15  # times the contrast, so that a bar still shows where a commitment tints the paper
_FALLBACKS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")


@dataclass(frozen=True, slots=True)
class Look:
    """How one span is shown: "lane" for entities and arguments, "wash" for commitments, "offer" for suggestions.

    It runs in the lane with this number, counted from 0, or in one farther down.
    """

    colour: QColor
    chip: str = ""
    style: Style = "lane"
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """Font, spacing and colours of the article.

    Attributes:
        families: tried in order; the first that has the language's own letters sets the article.
        point_size: of the text.
        line_spacing: from baseline to baseline, in ems; fonts that need more get more.
        column_width: the widest the text becomes, in ems.
        cursor: of the token cursor, of hints and of whatever else asks for attention.
        quiet: of what should hardly be noticed.
    """

    families: tuple[str, ...] = ("Vazirmatn",)
    point_size: float = 15.0
    line_spacing: float = 1.6
    column_width: float = 46.0
    paper: QColor = field(default_factory=lambda: QColor("#fdfcfa"))
    ink: QColor = field(default_factory=lambda: QColor("#22262b"))
    selection: QColor = field(default_factory=lambda: QColor("#bcd7fb"))
    cursor: QColor = field(default_factory=lambda: QColor("#2f6fd0"))
    quiet: QColor = field(default_factory=lambda: QColor("#8b9097"))

    @property
    def contrasts(self) -> tuple[float, float]:
        """The least contrast of text and of all else with what lies behind it."""
        # Who asks for so much for the text asks for more in everything.
        return (7.0, TEXT_CONTRAST) if contrast(self.paper, self.ink) > 18 else (TEXT_CONTRAST, LINE_CONTRAST)

    @property
    def dim_ink(self) -> QColor:
        """Of text that steps back: as pale as it may be and still be read."""
        return faded(self.ink, self.paper, self.contrasts[0])

    def font(self, language: str) -> QFont:
        """Return the font for text in a language, of one design for its letters and digits alike."""
        font = QFont()
        font.setFamilies(families_for(self.families, _PROBES.get(language, "Aa")))
        font.setPointSizeF(self.point_size)
        return font


class Shades(NamedTuple):
    """The colours that follow from one label's colour on one paper."""

    bar: QColor  # at least 3 : 1 against the paper, tinted by a commitment or not
    tint: QColor  # behind the text
    wash: QColor  # behind a whole commitment
    chip: QColor
    chip_text: QColor  # at least 4.5 : 1 against the chip
    strong: QColor  # of a chip that stands out, with `paper` or `ink` for its letters
    strong_text: QColor


def shades(colour: QColor, appearance: Appearance) -> Shades:
    paper, ink = appearance.paper, appearance.ink
    text_contrast, line_contrast = appearance.contrasts
    bar = legible(colour, paper, ink, _OVER_WASH * line_contrast)
    much = 1.5 if paper.lightnessF() < ink.lightnessF() else 1.0  # the eye sees less of a tint on dark paper
    chip = mixed(paper, bar, 0.16 * much)
    strong = legible(colour, paper, ink, text_contrast)
    return Shades(
        bar=bar,
        tint=mixed(paper, bar, 0.12 * much),
        wash=mixed(paper, bar, 0.055 * much),
        chip=chip,
        chip_text=legible(bar, chip, ink, text_contrast),
        strong=strong,
        strong_text=paper if contrast(paper, strong) >= contrast(ink, strong) else ink,
    )


def dim_shades(colour: QColor, appearance: Appearance) -> Shades:
    """Return the colours of a label in text that steps back: nothing behind it, and all as pale as it may be."""
    paper = appearance.paper
    text_contrast, line_contrast = appearance.contrasts
    full = shades(colour, appearance)
    return full._replace(
        bar=faded(full.bar, paper, line_contrast),
        tint=paper,
        wash=paper,
        chip=paper,
        chip_text=faded(legible(full.chip_text, paper, appearance.ink, text_contrast), paper, text_contrast),
    )


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return `ground` with a share of `colour` in it. Opaque, so that overlapping tints never turn muddy."""
    pairs = zip(_rgb(ground), _rgb(colour), strict=True)
    red, green, blue = (have + (want - have) * share for have, want in pairs)
    return QColor.fromRgbF(red, green, blue)


def legible(colour: QColor, ground: QColor, ink: QColor, ratio: float) -> QColor:
    """Return the colour nearest to `colour` on the way to `ink` that has this contrast with `ground`."""
    for step in range(20):
        found = mixed(colour, ink, step / 20)
        if contrast(found, ground) >= ratio:
            return found
    return ink


def faded(colour: QColor, ground: QColor, ratio: float) -> QColor:
    """Return the colour on the way from `colour` to `ground` that just keeps this contrast with `ground`."""
    found = colour
    for step in range(1, 20):
        paler = mixed(colour, ground, step / 20)
        if contrast(paler, ground) < ratio:
            break
        found = paler
    return found


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


@lru_cache(maxsize=256)
def families_for(families: tuple[str, ...], characters: str) -> list[str]:
    """Return the families with the first one in front that really has all the characters.

    Qt would otherwise take each character from the first font that has it, and mix two designs in one line.
    """
    known = (*families, *_FALLBACKS, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())
    present = [family for family in dict.fromkeys(known) if QFontDatabase.hasFamily(family)]
    able = [family for family in present if _has(family, characters)]
    return list(dict.fromkeys([*able[:1], *present]))


@lru_cache(maxsize=8)
def _fitting(language: str) -> list[str]:
    """Return the families of this machine that were made for a language, each with letters of every size."""
    system = QFontDatabase.WritingSystem
    writing = {"fa": system.Arabic, "ru": system.Cyrillic}.get(language, system.Latin)
    probes = _PROBES.get(language, "Aa")
    families = (f for f in QFontDatabase.families(writing) if not QFontDatabase.isPrivateFamily(f))
    return [f for f in families if QFontDatabase.isSmoothlyScalable(f) and _has(f, probes)]


def next_family(family: str, language: str) -> str:
    """Return the font family after this one among those made for a language; "" is the usual one, and comes last."""
    known = ["", *_fitting(language)]
    return known[(known.index(family) + 1) % len(known)] if family in known else ""


def _has(family: str, characters: Iterable[str]) -> bool:
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(character)) for character in characters)
