"""The article, to read and to mark: shows text and spans, and says what was selected, clicked or dragged.

It knows neither labels nor keys nor the project; the page drives it. Offsets are Unicode code points of the
document's text, which is never read back from Qt. Content coordinates are the column's: x from its left edge,
y from its top, in pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QStyle, QWidget

from peyman.core.model import Document, Extent, Span
from peyman.core.text import snap_to_graphemes, snap_to_tokens

from .accessible import Companion, describe
from .appearance import Appearance, Look
from .lanes import Item
from .layout import Column, Hit
from .lines import Typeface
from .painting import Painter, Scene

_SLICE = 5  # milliseconds of laying out before other events get their turn
_DRAG = 3  # pixels the pointer moves before a press becomes a drag
_GRIP = 7  # pixels on either side of a span's end where it can be taken hold of
_BREAKS = "\r\n\u2028\u2029"
T = TypeVar("T")


class Anchor(NamedTuple):
    """What stays in its place on screen while heights change: a character, and its line's y in the viewport."""

    offset: int
    y: float


class ArticleView(QAbstractScrollArea):
    """Shows one document with its spans.

    Signals:
        selection_changed: the selection, an extent or None, whenever the mouse changes it.
        selection_made: the extent selected, when the mouse button is let go.
        span_clicked: list of the ids of the spans under the pointer, innermost first (the one whose chip or bar
            was hit before all others); empty for bare text and paper.
        span_end_dragged: id, start and end, when an end of the selected span is let go.
        token_clicked: the extent of the token under the pointer.
        zoom_requested: +1 or -1 for each notch of the wheel with Ctrl.
    """

    selection_changed = Signal(object)
    selection_made = Signal(object)
    span_clicked = Signal(object)
    span_end_dragged = Signal(object, int, int)
    token_clicked = Signal(object)
    zoom_requested = Signal(int)

    def __init__(self, appearance: Appearance | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self._appearance = appearance or Appearance()
        self._sentences: Sequence[Extent] = ()
        self._spans: dict[UUID, Span] = {}
        self._items: dict[UUID, Item] = {}
        self._looks: dict[UUID, Look] = {}
        self._look: Callable[[Span], Look] = lambda _: Look(self._appearance.quiet)
        self._scene = Scene()
        self._settling = False
        self._press: tuple[QPointF, Hit] | None = None  # where the button went down, and what lay there
        self._moves_end = ""  # the end of the selected span that is being dragged: "start" or "end"
        self._selecting = False
        self._double_click: tuple[int, QPointF] = (-10_000, QPointF())  # when and where the last one was
        self._goal: tuple[int, float] | None = None  # where a vertical step led, and the x it keeps to
        self._pointer = QPointF()
        self._notches = 0
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lay_out_some)
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(30)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        describe(type(self).__name__)
        self.companion = Companion(self)
        self._font_of: tuple[Appearance, str, str] | None = None  # what typeface and painter were made for
        self._take_font()
        self._column = Column("", self._typeface, self._width, self._painter.sizes)

    # What is shown

    @property
    def dragging(self) -> bool:
        """Whether a selection is being dragged and not let go yet."""
        return self._selecting

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Show the same in another font or other colours, keeping the place."""
        anchor = self._anchor()
        self._appearance = appearance
        self._take_font()
        self._column.set_measures(self._typeface, self._width, self._painter.sizes)
        self._dress(tuple(self._spans.values()))
        self._settle(anchor)
        self._calibrate()

    def show_document(self, document: Document, sentences: Sequence[Extent] = ()) -> None:
        """Show another document from its top, without spans; its sentences serve the triple click."""
        self.document = document
        self._sentences = sentences
        self._spans, self._items, self._looks, self._scene = {}, {}, {}, Scene(active=self.hasFocus())
        self._press, self._goal, self._moves_end, self._selecting = None, None, "", False
        self._autoscroll.stop()
        rtl = document.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._take_font()
        self._column = Column(document.text, self._typeface, self._width, self._painter.sizes)
        self._settle(Anchor(0, self._margin))
        self._calibrate()
        self.companion.show_text(self._column)

    def show_spans(self, spans: Sequence[Span], look: Callable[[Span], Look]) -> None:
        """Show these spans and no others; `look` also serves later updates."""
        anchor = self._anchor()
        self._look = look
        self._dress(spans)
        self._settle(anchor)
        self._calibrate()

    def update_spans(self, spans: Sequence[Span]) -> None:
        """Show these spans and no others, touching only what differs from those shown before."""
        # Most spans are the very objects of last time. Comparing addresses is much faster than hashing ids.
        have = {id(span): span for span in self._spans.values()}
        want = {id(span): span for span in spans}
        gone = {span.id: span for key, span in have.items() if key not in want}
        come = {span.id: span for key, span in want.items() if key not in have}
        same = [key for key, span in come.items() if gone.get(key) == span]
        for key in same:
            self._spans[key] = come.pop(key)
            del gone[key]
        if not gone and not come:
            return
        anchor = self._anchor()
        old = [self._items.pop(key) for key in gone]
        for key in gone:
            del self._looks[key], self._spans[key]
        new = [self._dressed(span) for span in come.values()]
        self._spans |= come
        touched = [self._column.blocks[number] for number in self._column.replace_items(old, new)]
        heights = [block.height for block in touched]
        for block in touched:
            self._column.place(block)
        self._hold_selected_span()
        if heights == [block.height for block in touched]:
            for block in touched:
                self._repaint_strip(block.top, block.top + block.height)
        else:
            self._column.measure()
            self._settle(anchor)

    def _dress(self, spans: Sequence[Span]) -> None:
        old = list(self._items.values())
        self._items, self._looks = {}, {}
        self._spans = {span.id: span for span in spans}
        new = [self._dressed(span) for span in self._spans.values()]
        for number in self._column.replace_items(old, new):
            self._column.place(self._column.blocks[number])
        self._column.measure()
        self._hold_selected_span()

    def _dressed(self, span: Span) -> Item:
        """Ask for the span's look and return what the layout needs to know of it."""
        look = self._looks[span.id] = self._look(span)
        start, end = max(span.start, 0), min(span.end, len(self._column.text))
        text = self._column.text
        # Line breaks at the edges show nothing; without them the first line of the span is where it starts.
        while start < end and text[start] in _BREAKS:
            start += 1
        while start < end and text[end - 1] in _BREAKS:
            end -= 1
        extent = start, max(start, end)
        parts = span.fragments or (extent,)
        item = Item(span.id, extent, parts, self._painter.chip_width(look.chip), look.style == "wash")
        self._items[span.id] = item
        return item

    # What stands out

    @property
    def selection(self) -> Extent | None:
        return self._scene.selection

    def set_selection(self, start: int, end: int) -> None:
        """Select exactly these characters; nothing if there are none."""
        size = len(self._column.text)
        start, end = max(0, min(start, size)), max(0, min(end, size))
        before, self._scene.selection = self._scene.selection, (start, end) if start < end else None
        if self._scene.selection != before:
            self._repaint(before, self._scene.selection)

    def clear_selection(self) -> None:
        self.set_selection(0, 0)

    def set_found(self, found: Sequence[Extent], current: Extent | None) -> None:
        """Show the hits of a search, given in order, and which of them is at hand."""
        if (found, current) != (self._scene.found, self._scene.current):
            self._scene.found, self._scene.current = found, current
            self.viewport().update()

    def set_cursor(self, extent: Extent | None) -> None:
        """Draw the box of the token cursor around these characters."""
        before, self._scene.cursor = self._scene.cursor, extent
        if extent != before:
            self.companion.show_cursor(extent)
            self._repaint(before, extent)

    def set_selected_span(self, span_id: UUID | None) -> None:
        """Show a span with ends that can be dragged."""
        before = self._scene.handled
        self._scene.selected = span_id if span_id in self._spans else None
        self._moves_end = ""
        self._hold_selected_span()
        if self._scene.roles:  # they take the colour of the selected commitment
            self.viewport().update()
        else:
            self._repaint(before, self._scene.handled)

    def _hold_selected_span(self) -> None:
        span = self._spans.get(self._scene.selected) if self._scene.selected else None
        self._scene.selected = span.id if span else None
        self._scene.handled = self._items[span.id].extent if span else None
        self._scene.dragged = False

    def set_role_marks(self, roles: Mapping[UUID, str]) -> None:
        """Light up spans that fill a role of the selected commitment, each with the role's name."""
        if roles != self._scene.roles:
            self._scene.roles = dict(roles)
            self.viewport().update()

    def set_hints(self, hints: Mapping[UUID, str]) -> None:
        """Show letters on spans, one of which is to be chosen by key; an empty mapping takes them away."""
        if hints != self._scene.hints:
            self._scene.hints = dict(hints)
            self.viewport().update()

    def _repaint(self, *extents: Extent | None) -> None:
        """Have just the lines painted anew that these ranges touch."""
        for extent in extents:
            if extent is None or extent[0] >= extent[1]:
                continue
            for block in self._column.blocks_of_range(*extent):
                touched = [line for line in block.lines if line.start < extent[1] and extent[0] < line.end]
                if touched:
                    self._repaint_strip(block.top + touched[0].top, block.top + touched[-1].bottom)

    def _repaint_strip(self, top: float, bottom: float) -> None:
        """Have a strip of the column painted anew, with room for what stands out of its lines: handles, the cursor."""
        room = self._typeface.em
        y = self._origin.y()
        strip = QRectF(0, y + top - room, self.viewport().width(), bottom - top + 2 * room)
        self.viewport().update(strip.toAlignedRect())

    # Where things are

    @property
    def _width(self) -> float:
        """The column's width: as the appearance wants it, or what the window leaves.

        Does not depend on whether the scroll bar shows, or its coming and going would break lines anew.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 2 * self._margin
        wanted = round(self._appearance.column_width * self._typeface.em)
        return float(max(min(wanted, room), 4 * self._typeface.em))

    @property
    def _margin(self) -> float:
        return float(round(1.4 * self._typeface.em))

    @property
    def _origin(self) -> QPointF:
        """Where the column's top left corner is in the viewport."""
        left = (self.viewport().width() - self._column.width) // 2
        return QPointF(left, self._margin - self.verticalScrollBar().value())

    def content_to_viewport(self, rect: QRectF) -> QRectF:
        return rect.translated(self._origin)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles a range covers, one for each visual run of each line, in content coordinates."""
        return self._steadily(lambda: self._column.rects(start, end))

    def painted_rects(self, span_id: UUID) -> list[QRectF]:
        """Return the rectangles of a span's text, in content coordinates."""
        item = self._items.get(span_id)
        return [rect for part in item.parts for rect in self.rects(*part)] if item else []

    def offset_at(self, point: QPointF) -> int | None:
        """Return the character whose place holds a point of the viewport; None beside the text."""
        hit = self._hit(point)
        return hit.extent[0] if hit.exact else None

    def spans_at(self, point: QPointF) -> list[UUID]:
        """Return the spans at a point of the viewport, innermost first; one hit on its chip or bar leads."""
        inside = point - self._origin
        return [item.id for item in self._column.items_at(inside.x(), inside.y())]

    def ensure_visible(self, start: int, end: int) -> None:
        """Scroll as little as needed to show a range; its beginning if it is too long."""
        rects = self.rects(start, max(end, start + 1))
        block, line = self._column.line_at(start)
        top = min((rect.top() for rect in rects), default=block.top)
        bottom = max((rect.bottom() for rect in rects), default=block.top + block.height)
        height, air = self.viewport().height(), 2 * self._typeface.em
        shift = self._origin.y()
        y = (block.top + line.top if line else block.top) + shift
        if top + shift < air or bottom - top > height - 2 * air:
            y += air - (top + shift)
        elif bottom + shift > height - air:
            y += height - air - (bottom + shift)
        self._settle(Anchor(start, y))

    def line_above(self, offset: int) -> int | None:
        """Return the character above `offset` on the visual line before; repeated steps keep to one x."""
        return self._step(offset, -1)

    def line_below(self, offset: int) -> int | None:
        """Return the character below `offset` on the next visual line; None from the last."""
        return self._step(offset, 1)

    def page_above(self, offset: int) -> int:
        """Return the character a page above `offset`, or as far as the text goes."""
        return self._page(offset, -1)

    def page_below(self, offset: int) -> int:
        return self._page(offset, 1)

    def line_start(self, offset: int) -> int:
        """Return where the visual line that holds `offset` starts."""
        return self._line_extent(offset)[0]

    def line_end(self, offset: int) -> int:
        """Return where that line ends: the offset after its last character."""
        return self._line_extent(offset)[1]

    def _line_extent(self, offset: int) -> Extent:
        block, line = self._steadily(lambda: self._column.line_at(offset))
        return (line.start, line.end) if line else (block.start, block.end)

    def _page(self, offset: int, pages: int) -> int:
        def there() -> int:
            block, line = self._column.line_at(offset)
            y = block.top + (line.baseline if line else 0) + pages * 0.9 * self.viewport().height()
            return self._column.hit(x, min(max(y, 0.0), self._column.height)).extent[0]

        x = self._goal_x(offset)
        found = self._steadily(there)
        self._goal = found, x
        return found

    def _step(self, offset: int, lines: int) -> int | None:
        x = self._goal_x(offset)
        found = self._steadily(lambda: self._column.step(offset, lines, x))
        self._goal = None if found is None else (found, x)
        return found

    def _goal_x(self, offset: int) -> float:
        """Return the x to keep to in a vertical step from `offset`."""
        if self._goal:
            led_to, x = self._goal
            token = self._token_at(led_to)
            # The page moves its cursor to the token stepped on; from there the step goes on at the old x.
            if offset == led_to or (token and token[0] <= offset < token[1]):
                return x
        return self._steadily(lambda: self._column.x_at(offset))

    def _steadily(self, ask: Callable[[], T]) -> T:
        """Ask the column what may make it lay out more, without anything moving on screen."""
        if self._column.waiting() is None:
            return ask()
        anchor = self._anchor()
        answer = ask()
        self._settle(anchor)
        return answer

    def finish_layout(self) -> None:
        """Lay out what is still waiting for an idle moment."""
        anchor = self._anchor()
        while block := self._column.waiting():
            self._column.lay_out(block)
        self._column.measure()
        self._settle(anchor)

    # Laying out

    def _take_font(self) -> None:
        language, direction = (self.document.language, self.document.direction) if self.document else ("fa", "rtl")
        if self._font_of != (self._appearance, language, direction):
            self._font_of = self._appearance, language, direction
            self._typeface = Typeface(self._appearance.font(language), self._appearance.line_spacing, direction)
            self._painter = Painter(self._appearance, self._typeface.em)

    def _anchor(self) -> Anchor:
        """Return the first line that shows whole letters, and where it is."""
        shift = self._origin.y()
        for number in self._column.numbers_between(-shift, self.viewport().height() - shift):
            block = self._column.blocks[number]
            if not block.laid or (not block.lines and block.top + shift >= 0):
                return Anchor(block.start, block.top + shift)
            for line in block.lines:
                if block.top + line.cap + shift >= 0:
                    return Anchor(line.start, block.top + line.top + shift)
        return Anchor(0, shift)

    def _settle(self, anchor: Anchor) -> None:
        """Lay out all that shows, with the anchor kept in its place as far as the text's ends allow."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._settling = True
        bar.setSingleStep(round(2 * self._typeface.em))
        bar.setPageStep(height)
        while True:
            block, line = self._column.line_at(anchor.offset)
            bar.setRange(0, max(0, round(self._column.height + 2 * self._margin) - height))
            bar.setValue(round(block.top + (line.top if line else 0) + self._margin - anchor.y))
            top = -self._origin.y()
            shown = self._column.numbers_between(top, top + height)
            waiting = [self._column.blocks[at] for at in shown if not self._column.blocks[at].laid]
            if not waiting:
                break
            for block in waiting:
                self._column.lay_out(block)
            self._column.measure()
        self._settling = False
        self.viewport().update()
        if self._column.waiting():
            self._idle.start(0)

    def _calibrate(self) -> None:
        """Guess the heights of all other blocks by those that are laid out."""
        anchor = self._anchor()
        self._column.calibrate()
        self._settle(anchor)

    def _lay_out_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        anchor = self._anchor()
        while (block := self._column.waiting()) and clock.elapsed() < _SLICE:
            self._column.lay_out(block)
        self._column.measure()
        if block is None:
            self._idle.stop()
        self._settle(anchor)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._appearance.paper)
        origin, rect = self._origin, event.rect()
        painter.translate(origin)
        strip = rect.top() - origin.y(), rect.bottom() + 1 - origin.y()
        self._painter.paint(painter, self._column, self._looks, self._scene, strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._anchor()
        if self._width != self._column.width:
            self._column.set_measures(self._typeface, self._width, self._painter.sizes)
            self._settle(anchor)
            self._calibrate()
        else:
            self._settle(anchor)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._settling:
            self._settle(self._anchor())
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article"))
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._scene.active = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._scene.active = event.reason() == Qt.FocusReason.PopupFocusReason
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._notches += event.angleDelta().y()
        while abs(self._notches) >= 120:  # what Qt counts for one notch; touchpads send less at a time
            step = 1 if self._notches > 0 else -1
            self._notches -= 120 * step
            self.zoom_requested.emit(step)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._goal = None
        point = event.position()
        when, where = self._double_click
        near = (point - where).manhattanLength() < QApplication.startDragDistance()
        if near and event.timestamp() - when < QApplication.doubleClickInterval():
            self._select_now(self._sentence_at(self._hit(point).extent[0]))
            return
        self._moves_end = self._end_at(point)
        self._press = point, self._hit(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._double_click = event.timestamp(), event.position()
        self._press = None
        hit = self._hit(event.position())
        if hit.exact:
            self._select_now(self._token_at(hit.extent[0]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(event.position())
            return
        if not self._selecting and (event.position() - self._press[0]).manhattanLength() < _DRAG:
            return
        self._selecting = True
        self._drag_to(event.position(), event.modifiers())
        inside = 0 <= event.position().y() < self.viewport().height()
        if inside:
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            super().mouseReleaseEvent(event)
            return
        self._autoscroll.stop()
        press, moved_end, selecting = self._press, self._moves_end, self._selecting
        self._press, self._moves_end, self._selecting = None, "", False
        if not selecting:
            self._click(press[0])
        elif moved_end:
            selected, extent = self._scene.selected, self._scene.handled
            if selected and extent and extent != self._items[selected].extent:
                self.span_end_dragged.emit(selected, *extent)
            self._hold_selected_span()
            self.viewport().update()
        elif self._scene.selection:
            self.selection_made.emit(self._scene.selection)

    def _click(self, point: QPointF) -> None:
        if self._scene.selection:
            self._change_selection(None)
        self.span_clicked.emit(self.spans_at(point))
        hit = self._hit(point)
        token = self._token_at(hit.extent[0]) if hit.exact else None
        if token:
            self.token_clicked.emit(token)

    def _drag_to(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        assert self._press is not None
        here, origin = self._hit(point).extent, self._press[1].extent
        finely = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if not self._moves_end:
            self._change_selection(self._snapped(min(here[0], origin[0]), max(here[1], origin[1]), finely))
            return
        if self._scene.selected is None:
            return
        self._scene.dragged = True
        start, end = self._items[self._scene.selected].extent
        if self._moves_end == "start":
            snapped = self._snapped(min(here[0], end - 1), end, finely)
            self._scene.handled = (snapped[0], end) if snapped else (start, end)
        else:
            snapped = self._snapped(start, max(here[1], start + 1), finely)
            self._scene.handled = (start, snapped[1]) if snapped else (start, end)
        self.viewport().update()

    def _scroll_while_selecting(self) -> None:
        y, bottom = self._pointer.y(), self.viewport().height()
        beyond = y if y < 0 else max(0.0, y - bottom)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 3) + (1 if beyond > 0 else -1))
        if self._press:
            self._drag_to(self._pointer, QApplication.keyboardModifiers())

    def _show_pointer(self, point: QPointF) -> None:
        if self._end_at(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif self._hit(point).exact:
            shape = Qt.CursorShape.IBeamCursor
        elif self.spans_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _change_selection(self, extent: Extent | None) -> None:
        if extent != self._scene.selection:
            self._scene.selection = extent
            self.selection_changed.emit(extent)
            self.viewport().update()

    def _select_now(self, extent: Extent | None) -> None:
        if extent:
            self._change_selection(extent)
            self.selection_made.emit(extent)

    # What lies where

    def _hit(self, point: QPointF) -> Hit:
        inside = point - self._origin
        return self._column.hit(inside.x(), inside.y())

    def _end_at(self, point: QPointF) -> str:
        """Return which end of the selected span can be taken hold of at a point: "start", "end" or ""."""
        if self._scene.handled is None:
            return ""
        point = point - self._origin
        near = {
            name: abs(point.x() - edge.x)
            for name, edge in zip(("start", "end"), self._column.edges(*self._scene.handled), strict=True)
            if edge and edge.top - _GRIP <= point.y() <= edge.bottom + _GRIP and abs(point.x() - edge.x) <= _GRIP
        }
        return min(near, key=lambda name: near[name], default="")

    def _snapped(self, start: int, end: int, finely: bool) -> Extent | None:
        text = self._column.text
        if start >= end:
            return None
        if finely or not self.document:
            return snap_to_graphemes(text, start, end)
        return snap_to_tokens(self.document.tokens, text, start, end)

    def _token_at(self, offset: int) -> Extent | None:
        if self.document is None:
            return None
        return self._snapped(offset, offset + 1, finely=False)

    def _sentence_at(self, offset: int) -> Extent | None:
        for start, end in self._sentences:
            if start <= offset < end:
                return self._snapped(start, end, finely=False)
        block = self._column.block_at(offset)
        return self._snapped(block.start, block.end, finely=False)
