"""A layout that sets widgets one after another and breaks lines like text, from the right in a mirrored window."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


def let_height_follow_width(widget: QWidget) -> None:
    """Tell the layout around `widget` to ask how high it must be for the width it gets."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class FlowLayout(QLayout):
    """Lays its items out in lines, each item as wide as it wishes but never wider than the line.

    Items of a line are centred on it.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4, line_gap: int = 4) -> None:
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._hanging = 0
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def set_hanging(self, width: int) -> None:
        """Begin all lines but the first this far in, in pixels."""
        if width != self._hanging:
            self._hanging = width
            self.invalidate()

    # What QLayout asks for

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
            lines = self._lines(width - margins.left() - margins.right())
            gaps = self._line_gap * max(0, len(lines) - 1)
            inner = sum(height for height, _line in lines) + gaps
            self._heights[width] = inner + margins.top() + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """As high as one line and as wide as the narrowest that the widest item can be pressed into."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(QSize(item.minimumSize().width(), item.sizeHint().height()))
        return _grown(size, self.contentsMargins())

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return _grown(QSize(width, height), self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        top = inner.top()
        for number, (height, line) in enumerate(self._lines(inner.width())):
            left = inner.left() + (self._hanging if number else 0)
            for item, size in line:
                place = QRect(left, top + (height - size.height()) // 2, size.width(), size.height())
                item.setGeometry(QStyle.visualRect(direction, inner, place))
                left += size.width() + self._gap
            top += height + self._line_gap

    # Breaking lines

    def _lines(self, width: int) -> list[tuple[int, list[tuple[QLayoutItem, QSize]]]]:
        """Return the lines for this width: the height of each, and its items with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left, room = 0, width
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if lines and left + hint.width() > room:
                left, room = 0, width - self._hanging
                lines.append([])
            elif not lines:
                lines.append([])
            width_given = max(1, min(hint.width(), room))
            wraps = width_given < hint.width() and item.hasHeightForWidth()
            height = item.heightForWidth(width_given) if wraps else hint.height()
            lines[-1].append((item, QSize(width_given, height)))
            left += hint.width() + self._gap
        return [(max(size.height() for _item, size in line), line) for line in lines]


def _grown(size: QSize, margins: QMargins) -> QSize:
    return size.grownBy(margins)
