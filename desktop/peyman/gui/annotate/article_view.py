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
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from peyman.core.model import Document, Extent, Span

from .accessible import Companion, describe
from .appearance import Appearance, Look
from .lanes import Item
from .layout import Column, Hit
from .lines import Typeface
from .painting import Painter, Scene
from .pointer import Pointer
from .steps import Steps
from .units import Units

_SLICE = 5  # milliseconds of laying out before other events get their turn
_PAGE = 0.9  # of the window's height, a step of a page
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
        self.units = Units()
        self._steps = Steps(self.units)
        self._appearance = appearance or Appearance()
        self._joined = False
        self._focuses = False
        self._spans: dict[UUID, Span] = {}
        self._items: dict[UUID, Item] = {}
        self._looks: dict[UUID, Look] = {}
        self._look: Callable[[Span], Look] = lambda _: Look(self._appearance.quiet)
        self._scene = Scene()
        self._settling = False
        self._notches = 0
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lay_out_some)
        self._pointer = Pointer(self, self)
        self._pointer.pressed.connect(lambda: self._steps.forget())
        self._pointer.selecting.connect(self._change_selection)
        self._pointer.selected.connect(self.selection_made)
        self._pointer.clicked.connect(self._click)
        self._pointer.end_moving.connect(self._move_end)
        self._pointer.end_let_go.connect(self._let_go_of_end)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        describe(type(self).__name__)
        self.companion = Companion(self)
        self._font_of: tuple[Appearance, str, str] | None = None  # what typeface and painter were made for
        self._take_font()
        self._column = self._new_column()

    # What is shown

    @property
    def dragging(self) -> bool:
        """Whether a selection is being dragged and not let go yet."""
        return self._pointer.dragging

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Show the same in another font or other colours, keeping the place."""
        anchor = self._eye()
        self._appearance = appearance
        self._take_font()
        self._column.set_measures(self._typeface, self._width, self._painter.sizes)
        self._dress(tuple(self._spans.values()))
        self._settle(anchor)
        self._calibrate()

    def show_document(self, document: Document, sentences: Sequence[Extent] = (), *, joined: bool = False) -> None:
        """Show another document from its top, without spans; its sentences serve the triple click.

        `joined` shows lines that only wrap as one. Offsets stay those of the stored text.
        """
        self.document = document
        self.units = Units(document, sentences)
        self._steps = Steps(self.units)
        self._joined = joined
        self._spans, self._items, self._looks, self._scene = {}, {}, {}, Scene(active=self.hasFocus())
        self._pointer.forget()
        rtl = document.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._take_font()
        self._column = self._new_column()
        self._settle(Anchor(0, self._margin))
        self._calibrate()
        self.companion.show_text(self._column)

    def _new_column(self) -> Column:
        text, joined = self.document.text if self.document else "", self.units.joins if self._joined else ()
        return Column(text, self._typeface, self._width, self._painter.sizes, joined)

    @property
    def joined(self) -> bool:
        """Whether lines that only wrap are shown as one."""
        return self._joined

    def set_joined(self, joined: bool) -> None:
        """Show the same text with its wrapped lines joined, or as they are stored, keeping the place."""
        if joined == self._joined:
            return
        anchor = self._eye()
        self._joined = joined
        self._steps.forget()
        self._column = self._new_column()
        self._dress(tuple(self._spans.values()))
        self._settle(anchor)
        self._calibrate()
        self.companion.show_text(self._column)

    def set_paragraph_focus(self, on: bool) -> None:
        """Let the paragraph at hand stand out from all others, or show all alike."""
        self._focuses = on
        self._follow_focus()

    def _follow_focus(self) -> None:
        """Find the paragraph at hand: of the selected span, the selection or the cursor; else it stays."""
        scene, before = self._scene, self._scene.focus
        extent = scene.handled or scene.selection or scene.cursor
        if not self._focuses:
            scene.focus = None
        elif extent:
            scene.focus = self.units.paragraphs_of(*extent)
        if scene.focus != before:
            self.viewport().update()

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
        chip, wash = self._painter.chip_width(look.chip), look.style == "wash"
        item = Item(span.id, extent, parts, chip, wash, look.lane)
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
            self.companion.show_cursor(self._scene.selection)
            self._follow_focus()

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
            self._follow_focus()

    def set_selected_span(self, span_id: UUID | None) -> None:
        """Show a span with ends that can be dragged."""
        before = self._scene.handled
        self._scene.selected = span_id if span_id in self._spans else None
        self._pointer.let_go_of_end()
        self._hold_selected_span()
        self._follow_focus()
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
    def widest_column(self) -> float:
        """What the window leaves for the column, in ems.

        Does not depend on whether the scroll bar shows, or its coming and going would break lines anew.
        """
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 2 * self._margin
        return max(room / self._typeface.em, 4.0)

    @property
    def _width(self) -> float:
        """The column's width: as the appearance wants it, or what the window leaves."""
        return float(round(min(self._appearance.column_width, self.widest_column) * self._typeface.em))

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

    def chip_of(self, span_id: UUID) -> str:
        """Return what a span's chip says; nothing of a span that is not shown."""
        return self._looks[span_id].chip if span_id in self._looks else ""

    def offset_at(self, point: QPointF) -> int | None:
        """Return the character whose place holds a point of the viewport; None beside the text."""
        hit = self.hit(point)
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
        else:
            return  # as nearly always: and nothing is painted anew
        self._settle(Anchor(start, y))

    def line_above(self, offset: int) -> int | None:
        """Return the character above `offset` on the visual line before; repeated steps keep to one x."""
        return self._steadily(lambda: self._steps.line(self._column, offset, -1))

    def line_below(self, offset: int) -> int | None:
        """Return the character below `offset` on the next visual line; None from the last."""
        return self._steadily(lambda: self._steps.line(self._column, offset, 1))

    def page_above(self, offset: int) -> int:
        """Return the character a page above `offset`, or as far as the text goes."""
        return self._steadily(lambda: self._steps.page(self._column, offset, -_PAGE * self.viewport().height()))

    def page_below(self, offset: int) -> int:
        return self._steadily(lambda: self._steps.page(self._column, offset, _PAGE * self.viewport().height()))

    def line_start(self, offset: int) -> int:
        """Return where the visual line that holds `offset` starts."""
        return self._line_extent(offset)[0]

    def line_end(self, offset: int) -> int:
        """Return where that line ends: the offset after its last character."""
        return self._line_extent(offset)[1]

    def _line_extent(self, offset: int) -> Extent:
        block, line = self._steadily(lambda: self._column.line_at(offset))
        return (line.start, line.end) if line else (block.start, block.end)

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

    def _eye(self) -> Anchor:
        """Return the line that the person works on, if it shows, else the first one."""
        extent = self._scene.handled or self._scene.selection or self._scene.cursor
        if extent:
            block = self._column.block_at(extent[0])
            if block.lines:
                y = block.top + block.lines[block.line_at(extent[0])].top + self._origin.y()
                if 0 <= y < self.viewport().height():
                    return Anchor(extent[0], y)
        return self._anchor()

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
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._pointer.release():
            super().mouseReleaseEvent(event)

    # What the mouse did

    def _click(self, point: QPointF) -> None:
        if self._scene.selection:
            self._change_selection(None)
        self.span_clicked.emit(self.spans_at(point))
        hit = self.hit(point)
        token = self.units.token_at(hit.extent[0]) if hit.exact else None
        if token:
            self.token_clicked.emit(token)

    def _change_selection(self, extent: Extent | None) -> None:
        if extent != self._scene.selection:
            self._scene.selection = extent
            self.selection_changed.emit(extent)
            self._follow_focus()
            self.viewport().update()

    def _move_end(self, extent: Extent) -> None:
        self._scene.handled, self._scene.dragged = extent, True
        self.viewport().update()

    def _let_go_of_end(self) -> None:
        selected, extent = self._scene.selected, self._scene.handled
        if selected and extent and extent != self.selected_extent():
            self.span_end_dragged.emit(selected, *extent)
        self._hold_selected_span()
        self.viewport().update()

    # What lies where

    def hit(self, point: QPointF) -> Hit:
        """Return what lies at a point of the viewport."""
        inside = point - self._origin
        return self._column.hit(inside.x(), inside.y())

    def selected_extent(self) -> Extent | None:
        """Return the extent of the selected span as it is stored; None without one."""
        return self._items[self._scene.selected].extent if self._scene.selected else None

    def end_at(self, point: QPointF) -> str:
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
