"""The mouse in the article: presses, drags and clicks, told in terms of the text."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from peyman.core.model import Extent

from .layout import Hit
from .units import Units

_DRAG = 3  # pixels the pointer moves before a press becomes a drag
_PATIENCE = 30  # milliseconds between steps of scrolling while the pointer is beyond the edge


class Surface(Protocol):
    """What the pointer asks of the view; points are in its viewport."""

    units: Units

    def viewport(self) -> QWidget: ...

    def verticalScrollBar(self) -> QScrollBar: ...

    def hit(self, point: QPointF) -> Hit:
        """Return what lies at a point."""
        ...

    def spans_at(self, point: QPointF) -> list[UUID]: ...

    def end_at(self, point: QPointF) -> str:
        """Return which end of the selected span can be taken hold of at a point: "start", "end" or ""."""
        ...

    def selected_extent(self) -> Extent | None:
        """Return the extent of the selected span as it is stored."""
        ...


class Pointer(QObject):
    """Turns the mouse events of an article into selections, clicks and moved ends.

    Signals:
        pressed(): a button went down.
        selecting(object): the extent a drag covers so far; None for none.
        selected(object): the extent selected, when the button is let go or clicked twice or three times.
        clicked(QPointF): a press that became no drag.
        end_moving(object): the extent of the selected span while one of its ends is dragged.
        end_let_go(): that end stays where it is.
    """

    pressed = Signal()
    selecting = Signal(object)
    selected = Signal(object)
    clicked = Signal(QPointF)
    end_moving = Signal(object)
    end_let_go = Signal()

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._press: tuple[QPointF, Hit] | None = None  # where the button went down, and what lay there
        self._end = ""  # the end of the selected span that is being dragged: "start" or "end"
        self._extent: Extent | None = None  # what is selected so far
        self._double_click: tuple[int, QPointF] = (-10_000, QPointF())  # when and where the last one was
        self._at = QPointF()
        self._autoscroll = QTimer(self, interval=_PATIENCE)
        self._autoscroll.timeout.connect(self._scroll)
        self.dragging = False

    def forget(self) -> None:
        """End a drag without a word: there is another text now."""
        self._press, self._end, self._extent, self.dragging = None, "", None, False
        self._autoscroll.stop()

    def let_go_of_end(self) -> None:
        """Drag no end any more: another span is selected."""
        self._end = ""

    def press(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        point = event.position()
        when, where = self._double_click
        near = (point - where).manhattanLength() < QApplication.startDragDistance()
        if near and event.timestamp() - when < QApplication.doubleClickInterval():
            self._take(self._surface.units.sentence_at(self._surface.hit(point).extent[0]))
            return
        self._end = self._surface.end_at(point)
        self._press = point, self._surface.hit(point)
        self._extent = None

    def double_click(self, event: QMouseEvent) -> None:
        self._double_click = event.timestamp(), event.position()
        self._press = None
        hit = self._surface.hit(event.position())
        if hit.exact:
            self._take(self._surface.units.token_at(hit.extent[0]))

    def _take(self, extent: Extent | None) -> None:
        if extent:
            self.selecting.emit(extent)
            self.selected.emit(extent)

    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_shape(event.position())
            return
        if not self.dragging and (event.position() - self._press[0]).manhattanLength() < _DRAG:
            return
        self.dragging = True
        self._drag(event.modifiers())
        if 0 <= event.position().y() < self._surface.viewport().height():
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def release(self) -> bool:
        """End what a press began; False if none did."""
        if self._press is None:
            return False
        point, end, extent, dragging = self._press[0], self._end, self._extent, self.dragging
        self.forget()
        if not dragging:
            self.clicked.emit(point)
        elif end:
            self.end_let_go.emit()
        elif extent:
            self.selected.emit(extent)
        return True

    def _drag(self, modifiers: Qt.KeyboardModifier) -> None:
        assert self._press is not None
        here, origin = self._surface.hit(self._at).extent, self._press[1].extent
        finely = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        snapped = self._surface.units.snapped
        if not self._end:
            self._extent = snapped(min(here[0], origin[0]), max(here[1], origin[1]), finely=finely)
            self.selecting.emit(self._extent)
        elif (whole := self._surface.selected_extent()) is not None:
            start, end = whole
            if self._end == "start":
                moved = snapped(min(here[0], end - 1), end, finely=finely)
                self.end_moving.emit((moved[0], end) if moved else whole)
            else:
                moved = snapped(start, max(here[1], start + 1), finely=finely)
                self.end_moving.emit((start, moved[1]) if moved else whole)

    def _scroll(self) -> None:
        y, bottom = self._at.y(), self._surface.viewport().height()
        beyond = y if y < 0 else max(0.0, y - bottom)
        bar = self._surface.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 3) + (1 if beyond > 0 else -1))
        if self._press:
            self._drag(QApplication.keyboardModifiers())

    def _show_shape(self, point: QPointF) -> None:
        """Show by the pointer's shape what a click would do."""
        if self._surface.end_at(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif self._surface.hit(point).exact:
            shape = Qt.CursorShape.IBeamCursor
        elif self._surface.spans_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        viewport = self._surface.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)
