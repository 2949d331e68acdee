"""Rows whose value the program can propose: read from the text, remembered, or near by; and what they are made of.

What is proposed stands in a dashed frame until it is confirmed: by D from the article, by Enter in the row, by the
digit on it, or by a click.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit

from peyman.core.model import Json
from peyman.core.normalise import normalise
from peyman.core.proposals import Named
from peyman.core.schema import Attribute
from peyman.gui.annotate.cells import ALERT, Cell, ChipCell, Paints, Size
from peyman.gui.annotate.form_rows import EDGE, GAP, SIDE, TextRow
from peyman.gui.flow_layout import flow
from peyman.gui.keymap import resolve
from peyman.gui.theme import label_ink

MOST_SHOWN = 60  # completions
MOST_NEAR = 9  # one for each digit
LINE_GAP = 2  # pixels
Tone: TypeAlias = Literal["plain", "quiet", "alert"]


class SentenceCell(Cell):
    """Words of the program: a value, or a sentence about it; they wrap.

    Attributes:
        tone: "alert" says what is wrong, "quiet" what is beside the point.
    """

    active = False

    def __init__(self, text: str, tone: Tone = "quiet") -> None:
        self.text = text
        self.tone = tone

    def size(self, paints: Paints) -> Size:
        return paints.width(self.text) + 6, paints.line_height

    def height(self, paints: Paints, width: int) -> int:
        """Return how high it is in lines of so many pixels."""
        return paints.metrics.boundingRect(QRect(0, 0, width - 4, 10_000), _WRAPPED, self.text).height() + 2

    def paint(self, painter: QPainter, rect: QRect, paints: Paints, *, hovered: bool, pressed: bool) -> None:  # noqa: ARG002
        alert = label_ink(QColor(ALERT), paints.dark)
        painter.setPen({"alert": alert, "quiet": paints.quiet, "plain": paints.ink}[self.tone])
        painter.setFont(paints.font)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if paints.rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if paints.rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | _WRAPPED
        painter.drawText(rect.adjusted(2, 0, -2, 0), flags, self.text)


_WRAPPED = Qt.TextFlag.TextWordWrap


class ProposedRow(TextRow):
    """A line to type in, below it or above it cells that tell more.

    Who inherits fills `above` (what the value is), `below` (what there is to say or to pick) and `line_shown`.

    Signals:
        picked(): the value was settled with one key or click; whoever came only for that may go.
        date_wanted(): the article's date is to be entered.
    """

    picked = Signal()
    date_wanted = Signal()

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.above: list[Cell] = []
        self.below: list[Cell] = []
        self.refusal = ""
        self._edit_places: dict[int, QRect] = {}  # by the width of the row
        self._shown_with_focus = False
        self.edit.takes = self.take_typed_key
        self.edit.textEdited.connect(self._typed)
        self.completions = Completions(self.edit)
        self.completions.chosen.connect(self._completed)

    # For those who inherit

    def tell(self) -> None:
        """Fill `above` and `below` anew."""
        raise NotImplementedError

    def completions_of(self, text: str) -> Sequence[Named]:  # noqa: ARG002
        """Return what a typed text may become."""
        return ()

    @property
    def line_shown(self) -> bool:
        """Whether the line to type in is open; else it is only a stroke that shows where."""
        return True

    def take_typed_key(self, key: str) -> bool:  # noqa: ARG002
        return False

    # Showing

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        if value != self.value:
            self.refusal = ""
        super().show_value(attribute, value, language, read_only)
        self.retell()

    def retell(self) -> None:
        """Show the cells as they are to be now."""
        self._shown_with_focus = self.has_focus()
        self.edit.only_stroke = not self.line_shown
        self.tell()
        self.cells = [self.name, *self.above, *self.below]
        self.rearrange()

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        column, high = self.name.size(self.paints)
        left = SIDE + column + GAP
        room = max(40, width - left - SIDE)
        places = [QRect(SIDE, EDGE, column, high)]
        top = self._flow(self.above, left, EDGE, room, places)
        line = self.edit.sizeHint().height() if self.line_shown else 3
        if not self.above and not self.line_shown:
            line = high
        self._edit_places[width] = QRect(left, top, room, line)
        top += line + LINE_GAP
        top = self._flow(self.below, left, top, room, places)
        return places, max(top - LINE_GAP, EDGE + high) + EDGE

    def _flow(self, cells: Sequence[Cell], left: int, top: int, room: int, places: list[QRect]) -> int:
        """Place cells below one another, in lines where they fit; return where the next may begin."""
        if not cells:
            return top
        sizes = []
        for cell in cells:
            wished, high = cell.size(self.paints)
            if isinstance(cell, SentenceCell) and wished > room:
                high = cell.height(self.paints, room)
            sizes.append((wished, high))
        rects, height = flow(sizes, room, gap=GAP, line_gap=1)
        places += [rect.translated(left, top) for rect in rects]
        return top + height + LINE_GAP

    def _place_edit(self) -> None:
        self._arranged(self.width())
        place = self._edit_places[self.width()]
        inner = QRect(0, place.y(), self.width(), place.height())
        self.edit.setGeometry(self.paints.visual(inner, place.x(), place.width()))

    def set_open(self, is_open: bool) -> None:  # noqa: ARG002 - what is open follows the keyboard
        if self.has_focus() != self._shown_with_focus:
            self.retell()

    # Doing

    def give(self, value: Json) -> None:
        """Answer with a value that was picked; None takes it away."""
        self.edit.setModified(False)
        self.answer(value, by_key=True)
        self.discard()
        self.retell()
        if value is not None:
            self.picked.emit()

    def handle_key(self, name: str) -> bool:
        if self.read_only:
            return False
        if name == "Enter" and self.edit.isModified() and self.edit.text().strip():
            before = self.edit.text()
            self.commit()
            return self.edit.isModified() and self.edit.text() == before  # refused: stay and say why
        if name == "Enter" and self.proposed is not None and not self.edit.isModified():
            self.give(self.proposed)
            return True
        return False

    def open_picker(self) -> bool:
        self.take_keyboard()
        return True

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:  # noqa: ARG002
        self.take_keyboard()

    def ground_clicked(self) -> None:
        self.take_keyboard()

    def _typed(self, text: str) -> None:
        self.refusal = ""
        self.retell()
        self.completions.offer(self.completions_of(text))

    def _completed(self, named: Named) -> None:
        self.edit.setText(named.value)
        self.edit.setModified(True)
        self.commit()
        if not self.edit.isModified():
            self.picked.emit()

    def discard(self) -> None:
        super().discard()
        self.refusal = ""
        self.completions.hide()

    def _left(self) -> None:
        super()._left()
        self.retell()


class Completions(QCompleter):
    """A list below a line with what the typed text may become.

    Signals:
        chosen(Named): by Enter or a click.
    """

    chosen = Signal(object)

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._offered: list[Named] = []
        self._list = QStringListModel(self)
        self.setModel(self._list)
        self.setWidget(edit)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)
        self.activated[QModelIndex].connect(self._activated)  # type: ignore[index] # the stubs know one only

    @property
    def view(self) -> QAbstractItemView:
        """The list itself, made when it is first asked for."""
        view = self.popup()
        assert view is not None
        return view

    @property
    def offered(self) -> list[str]:
        """What the list shows; empty while it is not there."""
        return [named.text for named in self._offered] if self._offered and self.view.isVisible() else []

    def offer(self, names: Sequence[Named]) -> None:
        """Show these, or nothing."""
        self._offered = list(names[:MOST_SHOWN])
        if not self._offered:
            self.hide()
            return
        self._list.setStringList([named.text for named in self._offered])
        widget, popup = self.widget(), self.view
        popup.setLayoutDirection(QApplication.layoutDirection())
        wide = popup.sizeHintForColumn(0) + 32
        rect = widget.rect()
        rect.setWidth(max(rect.width(), min(wide, 360)))
        if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveRight(widget.rect().right())
        self.complete(rect)
        popup.setCurrentIndex(QModelIndex())

    def hide(self) -> None:
        if self._offered:
            self._offered = []
            self.view.hide()

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            named = self._offered[index.row()]
            self._offered = []
            self.chosen.emit(named)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter keep what was typed where nothing in the list is chosen: Qt would only close the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._offered
            and watched is self.view
            and resolve(event) in ("Enter", "Ctrl+Enter")
            and not self.view.currentIndex().isValid()
        ):
            self.hide()
            QApplication.sendEvent(self.widget(), event)
            return True
        return super().eventFilter(watched, event)


class NameRow(ProposedRow):
    """A name: typed, completed from those in use, or picked by a digit from what is offered."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self._picker_asked = False

    def _left(self) -> None:
        self._picker_asked = False
        super()._left()

    def tell(self) -> None:
        focused = self.has_focus()
        near = self.near()
        self.above, self.below = [], []
        for number, named in enumerate(near, 1):
            proposed = named.value == self.proposed
            if not focused and not proposed:
                continue
            chip = ChipCell(named.value, named.text, str(number) if focused else "D")
            chip.shows_key, chip.proposed, chip.chosen = True, proposed, named.value == self.value
            self.below.append(chip)
            if proposed:
                self.below.append(SentenceCell(self.tr("not confirmed")))
        called = next((named.text for named in near if named.value == self.value), self.value)
        if self.filled and called != self.value and not focused:
            self.below.append(SentenceCell(str(called)))

    def near(self) -> list[Named]:
        """Return what can be picked by a digit: what is proposed, then what is near."""
        near = list(self.proposals.near.get(self.attribute.id, ()))
        if isinstance(self.proposed, str) and self.proposed not in [named.value for named in near]:
            near.insert(0, Named(self.proposed, self.proposed))
        return near[:MOST_NEAR]

    @property
    def line_shown(self) -> bool:
        return self.has_focus() or self.filled or self.edit.isModified() or self.proposed is None

    def take_typed_key(self, key: str) -> bool:
        near = self.near()
        if self.edit.isModified() or not key.isdecimal() or not 1 <= int(key) <= len(near):
            return False
        self.give(near[int(key) - 1].value)
        return True

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:
        if isinstance(cell, ChipCell):
            self.give(cell.value)
        else:
            super().cell_clicked(cell, at)

    def open_picker(self) -> bool:
        """Show what can be picked by a digit; without that, and when it shows already, all names in use."""
        shows = self.has_focus() and self._picker_asked
        self.take_keyboard()
        self._picker_asked = True
        if shows or not self.near():
            self.completions.offer(self._names())
        return True

    def completions_of(self, text: str) -> Sequence[Named]:
        """Return the names that hold the typed text, those that begin with it first, then the most used."""
        wanted = normalise(text).text.strip()
        if not wanted:
            return ()
        found = [(normalise(named.text).text, named) for named in self._names()]
        holding = [(seen.find(wanted) > 0, named) for seen, named in found if wanted in seen and seen != wanted]
        return [named for _inside, named in sorted(holding, key=lambda pair: pair[0])]

    def _names(self) -> Sequence[Named]:
        names = self.proposals.names.get(self.attribute.id)
        return names() if names else ()
