"""Messages that must not be missed, and marks that tell their kinds by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from peyman.gui.annotate.accessible import announce
from peyman.gui.annotate.cells import is_dark
from peyman.gui.fields import towards
from peyman.gui.theme import label_ink, over, tint

Kind: TypeAlias = Literal["info", "done", "warning", "error"]

_COLOURS: dict[Kind, str] = {"info": "#2b6cb0", "done": "#2f7d4f", "warning": "#a3630a", "error": "#b3261e"}


def kind_colour(kind: Kind, palette: QPalette) -> QColor:
    """Return the colour of a kind of message, readable on the paper of `palette`."""
    return label_ink(_COLOURS[kind], is_dark(palette))


class KindMark(QWidget):
    """A disc with an i or a tick, a triangle with an exclamation mark, or an octagon with a cross."""

    def __init__(self, kind: Kind = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: Kind) -> None:
        self.kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_kind(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self.kind, self.palette())


def paint_kind(painter: QPainter, rect: QRectF, kind: Kind, palette: QPalette) -> None:
    """Paint the mark of a kind of message into the middle of a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)  # drawn on 16 by 16
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(kind_colour(kind, palette))
    if kind == "warning":
        painter.drawPolygon(_points((8, 0.5), (16, 15), (0, 15)))
    elif kind == "error":
        painter.drawPolygon(_points((5, 0), (11, 0), (16, 5), (16, 11), (11, 16), (5, 16), (0, 11), (0, 5)))
    else:
        painter.drawEllipse(QRectF(0, 0, 16, 16))
    pen = QPen(palette.base().color(), 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for stroke in _STROKES[kind]:
        painter.drawPolyline(_points(*stroke))
    painter.restore()


def _points(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


_Stroke: TypeAlias = "tuple[tuple[float, float], ...]"
_STROKES: dict[Kind, tuple[_Stroke, ...]] = {
    "info": (((8, 4.1), (8, 4.3)), ((8, 7.4), (8, 12))),
    "done": (((4.4, 8.4), (7, 11), (11.6, 5.4)),),
    "warning": (((8, 5.6), (8, 9.4)), ((8, 12.4), (8, 12.6))),
    "error": (((5.2, 5.2), (10.8, 10.8)), ((10.8, 5.2), (5.2, 10.8))),
}


class Notice(QWidget):
    """A line under a field or in a dialog: a mark and a sentence. Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = KindMark()
        self._text = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; "" while hidden."""
        return self._text

    def say(self, kind: Kind, text: str) -> None:
        """Show a sentence; what is new and bad is also told to a screen reader."""
        if kind == "error" and text != self.text:
            announce(self, text)
        self.mark.set_kind(kind)
        self._text = text
        self._label.setText(towards(text))
        self.setAccessibleName(text)
        self.show()

    def hush(self) -> None:
        self._text = ""
        self.hide()


@dataclass(frozen=True)
class _Message:
    text: str
    kind: Kind
    action: tuple[str, Callable[[], object]] | None


class MessageBar(QFrame):
    """A strip at the top of the window that stays until it is closed; never takes the focus by itself.

    The newest message is shown; when it is closed, the one before comes back. Escape closes it when the focus
    is inside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._messages: list[_Message] = []
        self._mark = KindMark()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel()
        self._more.setProperty("role", "quiet")
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        for widget in (self._more, self._action, self._close):
            row.addWidget(widget)
        self._retranslate()
        self.hide()

    def show_message(
        self, text: str, kind: Kind = "info", action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a message until it is closed.

        Args:
            text: taken literally.
            action: a button's text and what it does; the message closes first.
        """
        self._messages = [message for message in self._messages if message.text != text]
        self._messages.append(_Message(text, kind, action))
        self._show_last()
        announce(self, text)

    @property
    def messages(self) -> list[str]:
        """What is open, the message in view last."""
        return [message.text for message in self._messages]

    def close_message(self) -> None:
        """Close the message in view."""
        if self._messages:
            self._messages.pop()
        self._show_last()

    def clear(self) -> None:
        self._messages.clear()
        self._show_last()

    def _show_last(self) -> None:
        self.setVisible(bool(self._messages))
        if not self._messages:
            return
        message = self._messages[-1]
        self._mark.set_kind(message.kind)
        self._label.setText(towards(message.text))
        self.setAccessibleName(message.text)
        self._action.setVisible(message.action is not None)
        self._action.setText(message.action[0] if message.action else "")
        older = len(self._messages) - 1
        self._more.setVisible(older > 0)
        self._more.setText(self.tr("%Ln more", "messages", older))
        self.update()

    def _act(self) -> None:
        action = self._messages[-1].action
        self.close_message()
        if action is not None:
            action[1]()

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close the message"))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._show_last()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a tinted strip with a line below and a bar of the kind's colour where the line begins."""
        if not self._messages:
            return
        painter = QPainter(self)
        colours = self.palette()
        colour = kind_colour(self._messages[-1].kind, colours)
        painter.fillRect(self.rect(), over(tint(colour, is_dark(colours)), colours.base().color()))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 4 if rtl else 0, 0, 4, self.height(), colour)
