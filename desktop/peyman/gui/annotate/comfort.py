"""How the article is shown to the eyes: letters, lines, joined lines, the paragraph at hand. Kept in the settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from peyman.core.model import Document, Extent
from peyman.core.text import unwrap_points
from peyman.gui.i18n import Language
from peyman.gui.settings import Settings
from peyman.gui.theme import Theme

from .appearance import Appearance, next_family
from .article_view import ArticleView
from .joining import WRAPPED

EM_PER_CHARACTER = 0.5  # of Persian and Russian running text, roughly
LETTERS = frozenset({"article_font", "article_size", "line_spacing", "column_width"})


def appearance_of(settings: Settings, theme: Theme) -> Appearance:
    """Return the article's looks as the settings and the theme want them."""
    colours = theme.article
    family = settings.text("article_font")
    return Appearance(
        families=(family, "Vazirmatn") if family else ("Vazirmatn",),
        point_size=settings.number("article_size"),
        line_spacing=settings.number("line_spacing"),
        column_width=settings.integer("column_width") * EM_PER_CHARACTER,
        paper=colours.paper,
        ink=colours.ink,
        selection=colours.selection,
        cursor=colours.cursor,
        quiet=colours.quiet,
    )


def zoom(settings: Settings, by: int) -> None:
    """Make the letters of articles larger by so many points, or smaller, as far as that goes."""
    low, high = settings.range_of("article_size")
    settings.set("article_size", min(max(settings.number("article_size") + by, low), high))


class Comfort(QObject):
    """Does the actions of reading, and follows theme and settings.

    Signals:
        said(str): what a key changed, where the eyes might miss it.
        done(str): what a key changed for all to see; for those who do not see.
        lines_changed(bool, bool): whether the article has wrapped lines to join, and whether they are joined.
    """

    said = Signal(str)
    done = Signal(str)
    lines_changed = Signal(bool, bool)

    def __init__(
        self, view: ArticleView, settings: Settings, theme: Theme, language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._settings, self._theme, self._language = view, settings, theme, language
        self._suggested = False  # once in a sitting is enough
        view.zoom_requested.connect(self.zoom)
        view.set_paragraph_focus(settings.boolean("paragraph_focus"))
        theme.changed.connect(self._restyle)
        settings.changed.connect(self._setting_changed)
        self.handlers: dict[str, Callable[[], object]] = {
            "view.larger": lambda: self.zoom(1),
            "view.smaller": lambda: self.zoom(-1),
            "view.usual_size": lambda: settings.reset("article_size"),
            "view.font": self._next_font,
            "view.looser": lambda: self._space(0.1),
            "view.tighter": lambda: self._space(-0.1),
            "view.wider": lambda: self._widen(5),
            "view.narrower": lambda: self._widen(-5),
            "view.join_lines": self.toggle_joined,
            "view.paragraph": self._toggle_paragraph,
        }

    def _restyle(self) -> None:
        self._view.set_appearance(appearance_of(self._settings, self._theme))

    def _setting_changed(self, key: str) -> None:
        if key in LETTERS:
            self._restyle()
        elif key == "paragraph_focus":
            self._view.set_paragraph_focus(self._settings.boolean(key))
        elif key == "wrapped_lines" and self._view.document is not None:
            self._join(self._wants_joined(self._view.document))

    # Letters and lines

    def zoom(self, by: int) -> None:
        zoom(self._settings, by)

    def _space(self, by: float) -> None:
        low, high = self._settings.range_of("line_spacing")
        spacing = round(min(max(self._settings.number("line_spacing") + by, low), high), 1)
        self._settings.set("line_spacing", spacing)
        self.said.emit(self.tr("Line spacing: {value}").format(value=self._language.digits(spacing, 1)))

    def _widen(self, by: int) -> None:
        low, high = map(int, self._settings.range_of("column_width"))
        fits = int(self._view.widest_column / EM_PER_CHARACTER)  # a wider one would make no difference
        now = min(self._settings.integer("column_width"), max(fits, low))
        width = min(max(now + by, low), high)
        self._settings.set("column_width", width)
        words = self.tr("Longest line: {value} characters").format(value=self._language.digits(width))
        self.said.emit(words if by < 0 or width <= fits else self.tr("The window has no room for longer lines."))

    def _next_font(self) -> None:
        language = self._view.document.language if self._view.document else "fa"
        family = next_family(self._settings.text("article_font"), language)
        self._settings.set("article_font", family)
        self.said.emit(self.tr("Font: {name}").format(name=family or self.tr("the usual one")))

    # Paragraphs

    def show_document(self, document: Document, sentences: Sequence[Extent]) -> None:
        """Show another article, its lines joined if that is wanted of it."""
        self._view.show_document(document, sentences, joined=self._wants_joined(document))
        self._tell_lines()

    def suggest_joining(self) -> None:
        """Say, once in a sitting, that the lines of an article like this one can be joined."""
        document, view = self._view.document, self._view
        if self._suggested or document is None or view.joined or len(view.units.wraps) < WRAPPED:
            return
        if self._settings.text("wrapped_lines") == "ask" and self._settings.joined(document.id) is None:
            self._suggested = True
            self.said.emit(self.tr("The lines of this article are broken by hand. Ctrl+J joins them for reading."))

    def _wants_joined(self, document: Document) -> bool:
        chosen = self._settings.joined(document.id)
        if chosen is not None:
            return chosen
        return self._settings.text("wrapped_lines") == "join" and len(unwrap_points(document.text)) >= WRAPPED

    def toggle_joined(self) -> None:
        """Join the lines of this article or part them again, and remember it."""
        document = self._view.document
        if document is None:
            return
        if not self._view.units.wraps:
            self.said.emit(self.tr("No line of this article is broken by hand."))
            return
        self._settings.remember_joined(document.id, joined=not self._view.joined)
        self._join(not self._view.joined)
        self.done.emit(
            self.tr("Lines are joined; the stored text stays as it is.")
            if self._view.joined
            else self.tr("Lines are shown as they are stored.")
        )

    def _join(self, joined: bool) -> None:
        self._view.set_joined(joined)
        self._tell_lines()

    def _tell_lines(self) -> None:
        self.lines_changed.emit(self._view.joined or len(self._view.units.wraps) >= WRAPPED, self._view.joined)

    def _toggle_paragraph(self) -> None:
        on = not self._settings.boolean("paragraph_focus")
        self._settings.set("paragraph_focus", on)
        self.done.emit(self.tr("One paragraph stands out.") if on else self.tr("All paragraphs stand out alike."))
