"""What a person does to a window, as real events: keys by their names, and files dropped."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from peyman.gui.keymap import Layout, make_event


def settle() -> None:
    """Let everything happen that is under way in the window's thread, deletions too."""
    for _ in range(2):  # what a layout finds out in the first round, its widgets get in the second
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def type_keys(widget: QWidget, keys: str, layout: Layout = "latin") -> None:
    """Press the keys with these names, separated by spaces, on a keyboard with `layout`."""
    for name in keys.split():
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, make_event(name, layout, kind=kind))


def drop(widget: QWidget, *names: str) -> bool:
    """Drag paths or addresses over a widget and let go; return whether it, or what is around it, takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl(name) if "://" in name else QUrl.fromLocalFile(name) for name in names])
    what = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *what)
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDragMoveEvent(QPoint(5, 5), *what))
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *what))
    return enter.isAccepted()
