"""Setting things one after another and breaking lines like text, from the right in a mirrored window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


def let_height_follow_width(widget: QWidget) -> None:
    """Tell the layout around `widget` to ask how high it must be for the width it gets."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def settle(widget: QWidget) -> None:
    """Lay out `widget` and all around it now. Qt would do so level by level, and paint wrong places in between."""
    around: QWidget | None = widget
    while around is not None:
        if around.layout() is not None:
            QApplication.sendEvent(around, QEvent(QEvent.Type.LayoutRequest))
        around = None if around.isWindow() else around.parentWidget()


def flow(
    sizes: Sequence[tuple[int, int]], width: int, *, gap: int, line_gap: int, hanging: int = 0
) -> tuple[list[QRect], int]:
    """Place things of these widths and heights in lines of `width` pixels; return the places and the height.

    A thing wider than its line is made as narrow as the line. Things are centred on their line. Lines but the
    first begin `hanging` pixels in.
    """
    rects: list[QRect] = []
    left = top = height = begun = 0
    for wished, high in sizes:
        if rects and left + wished > width and left > (hanging if top else 0):
            _centre(rects[begun:], height)
            top += height + line_gap
            left, height, begun = hanging, 0, len(rects)
        rects.append(QRect(left, top, max(1, min(wished, width - left)), high))
        left += wished + gap
        height = max(height, high)
    _centre(rects[begun:], height)
    return rects, top + height


def _centre(line: Sequence[QRect], height: int) -> None:
    for rect in line:
        rect.translate(0, (height - rect.height()) // 2)


class FlowLayout(QLayout):
    """Lays widgets out in lines; each is as wide as it wishes but never wider than the line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4, line_gap: int = 4) -> None:
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = self._places(width - margins.left() - margins.right())[2]
            self._heights[width] = inner + margins.top() + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """As high as one line and as wide as the narrowest that the widest item can be pressed into."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(QSize(item.minimumSize().width(), item.sizeHint().height()))
        return size.grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        items, places, _height = self._places(inner.width())
        for item, place in zip(items, places, strict=True):
            item.setGeometry(QStyle.visualRect(direction, inner, place.translated(inner.topLeft())))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> tuple[list[QLayoutItem], list[QRect], int]:
        items = self._shown()
        sizes: list[tuple[int, int]] = []
        for item in items:
            hint = item.sizeHint()
            wraps = hint.width() > width and item.hasHeightForWidth()
            sizes.append((hint.width(), item.heightForWidth(width) if wraps else hint.height()))
        return (items, *flow(sizes, width, gap=self._gap, line_gap=self._line_gap))
