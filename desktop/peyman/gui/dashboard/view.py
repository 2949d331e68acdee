"""Shows one chart: painted crisply, walked by arrow keys, told in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontInfo, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from peyman.gui.annotate.accessible import announce
from peyman.gui.dashboard.canvas import Canvas, Figure, Look, Spot
from peyman.gui.i18n import Language
from peyman.gui.keymap import resolve
from peyman.gui.theme import COLOURS, Theme, ThemeName

_WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


def look_of(theme: ThemeName, font: QFont, language: Language) -> Look:
    """Return what charts are painted with; the font is measured in pixels, so that exports look alike everywhere."""
    sized = QFont(font)
    sized.setPixelSize(max(QFontInfo(font).pixelSize(), 11))
    return Look(COLOURS[theme], sized, language.rtl, language.digits)


def neighbour(spots: Sequence[Spot], current: int, way: tuple[int, int]) -> int:
    """Return the spot that is nearest in a direction, sideways only in the same row; else the current one.

    Places are counted from the leading side, and so is the direction.
    """
    here = spots[current].rect

    def distance(number: int) -> float:
        there = spots[number].rect.center() - here.center()
        ahead = there.x() * way[0] + there.y() * way[1]
        aside = abs(there.x() * way[1]) + abs(there.y() * way[0])
        if ahead <= 1 or (way[0] and aside > here.height() / 2):
            return float("inf")
        return ahead + 4 * aside

    best = min(range(len(spots)), key=distance, default=current)
    return best if distance(best) < float("inf") else current


class ChartView(QWidget):
    """A chart that can take the focus.

    Signals:
        chosen(str, str): Enter or a click on a part of the chart; what it stands for.
        moved(QRectF): another part is current, to be kept in view.
    """

    chosen = Signal(str, str)
    moved = Signal(QRectF)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._figure: Figure | None = None
        self._laid: tuple[Figure, tuple[int, Look], Sequence[Spot]] | None = None
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(lambda _name: self.update())

    @property
    def figure(self) -> Figure | None:
        return self._figure

    @property
    def look(self) -> Look:
        return look_of(self._theme.name, self.font(), self._language)

    def show_figure(self, figure: Figure | None, title: str) -> None:
        """Show a chart from its beginning."""
        self._figure = figure
        self.current = 0
        self.setAccessibleName(title)
        self._tell(aloud=False)
        self._fit()
        self.update()

    @property
    def spots(self) -> Sequence[Spot]:
        """The parts of the chart; laid out anew where the chart, the room or the look is another one."""
        figure, room = self._figure, (self.width(), self.look)
        if figure is None:
            return ()
        if self._laid is None or self._laid[0] is not figure or self._laid[1] != room:
            self._laid = figure, room, figure.spots(room[1], room[0])
        return self._laid[2]

    def _fit(self) -> None:
        if self._figure is not None:
            look = self.look
            self.setMinimumWidth(round(self._figure.least_width(look)))
            self.setFixedHeight(round(self._figure.height(look, max(self.width(), self.minimumWidth()))))

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name, spots = resolve(event), self.spots
        if not spots:
            event.ignore()
        elif name in _WAYS:
            x, y = _WAYS[name]
            self._go(neighbour(spots, self.current, (-x if self._language.rtl else x, y)))
        elif name in ("Home", "End"):
            self._go(0 if name == "Home" else len(spots) - 1)
        elif name in ("Enter", "Space"):
            self.chosen.emit(*spots[self.current].key)
        else:
            event.ignore()

    def _go(self, number: int) -> None:
        self.current = number
        self._tell(aloud=True)
        self.moved.emit(self.on_screen(self.spots[number].rect))
        self.update()

    def _tell(self, *, aloud: bool) -> None:
        spots = self.spots
        words = spots[self.current].words if spots else ""
        self.setAccessibleDescription(words)
        if aloud and words:
            announce(self, words)

    def on_screen(self, rect: QRectF) -> QRectF:
        """Return where a place of the chart is in the widget."""
        left = self.width() - rect.right() if self._language.rtl else rect.left()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def _at(self, point: QPointF) -> int | None:
        return next((n for n, spot in enumerate(self.spots) if self.on_screen(spot.rect).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        number = self._at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(number)
            self.chosen.emit(*self.spots[number].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.spots[number].words, self)
        else:
            QToolTip.hideText()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        look = self.look
        painter.fillRect(self.rect(), look.colours.paper)
        if self._figure is None:
            return
        canvas = Canvas(painter, look, self.width())
        self._figure.paint(canvas)
        if self.hasFocus() and self.current < len(spots := self.spots):
            canvas.frame(spots[self.current].rect.adjusted(-1, -1, 1, 1), look.colours.ink, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()
            self.update()
