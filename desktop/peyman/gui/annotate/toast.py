"""A sentence over the foot of the article: what could not be done, and why. It moves nothing and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

SHOWN = 8_000  # milliseconds
EDGE = 12  # pixels to the edges of what it lies over


class Toast(QLabel):
    """Lies over `host`, at its foot; a click takes it away, and the page's Escape."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(9)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, in place of the one before."""
        # The article may run the other way than the window, whose words these are.
        self.setLayoutDirection(self.window().layoutDirection())
        self.setText(sentence)
        self.setAccessibleDescription(self.tr("It goes by itself, with a click or with (Esc)."))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        room = max(120, self._host.width() - 2 * EDGE)
        width = min(room, self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.margin() + 8)
        height = self.heightForWidth(width)
        self.setGeometry((self._host.width() - width) // 2, self._host.height() - height - EDGE, width, height)

    def mousePressEvent(self, event: QEvent) -> None:
        self.hide()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
