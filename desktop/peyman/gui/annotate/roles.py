"""The roles of a commitment as a table, and the commitments that a span plays a part in. No arcs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from peyman.core.model import Relation, Span
from peyman.core.schema import Label
from peyman.gui.annotate.accessible import announce
from peyman.gui.annotate.cells import Cell, CellCanvas, FillerCell, KeyCell, paint_focus, widest
from peyman.gui.annotate.inspector_state import InspectorState
from peyman.gui.flow_layout import flow
from peyman.gui.keymap import resolve
from peyman.gui.wording import localized_key

GAP, LINE_GAP = 6, 2  # pixels
ROLE_SHARE = 0.45  # of the width, at most, for the column of roles


class _Table(CellCanvas):
    """Roles in one column, quotes beside them; below, what is not filled.

    Tab goes to the table; in it arrows go from part to part, Enter does what a click does, Delete ends a relation.

    Signals:
        role_requested(str): this role is to be filled.
        span_requested(UUID): this span is to be selected.
        role_removed(UUID): this relation is to go.
    """

    role_requested = Signal(str)
    span_requested = Signal(UUID)
    role_removed = Signal(UUID)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown: object = None
        self._at = 0  # the place in `cells` of the part that the keyboard is on
        self.rows: list[tuple[KeyCell, list[FillerCell]]] = []
        self.empty: list[KeyCell] = []
        self._targets: dict[FillerCell, tuple[UUID, UUID]] = {}  # the span to show, the relation to remove

    def _start(self, shown: object) -> bool:
        """Empty the table to fill it anew; False when `shown` is what it shows already."""
        if shown == self._shown:
            return False
        self._shown = shown
        self.rows, self.empty, self._targets = [], [], {}
        return True

    def _add_row(self, role: Label, state: InspectorState, *, active: bool) -> list[FillerCell]:
        cell = _role_cell(role, state)
        cell.active = active
        self.rows.append((cell, []))
        return self.rows[-1][1]

    def _filler(
        self, span: Span | None, shown: UUID, relation: Relation, state: InspectorState, note: str = ""
    ) -> FillerCell:
        """Return the chip of a span; a click asks for `shown`, its × for the end of `relation`."""
        label = state.label(span.layer, span.label) if span else state.label("", "?")
        quote = span.quote if span else "?"
        filler = FillerCell(quote, label.color, state.text_language, removable=not state.read_only, note=note)
        self._targets[filler] = shown, relation.id
        return filler

    def _finish(self) -> None:
        self.cells = [cell for role, fillers in self.rows for cell in (role, *fillers)] + list(self.empty)
        lines = [f"{role.text}: {'; '.join(filler.text for filler in fillers)}" for role, fillers in self.rows]
        lines += [_words(cell) for cell in self.empty]
        self.setAccessibleDescription("\n".join(lines))
        self._at = min(self._at, max(0, len(self.cells) - 1))
        self.rearrange()

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        paints = self.paints
        column = min(widest((role for role, _fillers in self.rows), paints), round(width * ROLE_SHARE))
        left, top = column + GAP, 0
        places: list[QRect] = []
        for role, fillers in self.rows:
            _wide, high = role.size(paints)
            sizes = [filler.size(paints) for filler in fillers]
            rects, height = flow(sizes, width - left, gap=GAP, line_gap=LINE_GAP + 1)
            places.append(QRect(0, top, min(column, role.size(paints)[0]), high))
            places += [rect.translated(left, top + 1) for rect in rects]
            top += max(high, height + 2) + LINE_GAP
        rects, height = flow([cell.size(paints) for cell in self.empty], width, gap=0, line_gap=0)
        places += [rect.translated(0, top) for rect in rects]
        return places, top + height

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:
        if isinstance(cell, KeyCell):
            self.role_requested.emit(cell.value)
        elif isinstance(cell, FillerCell):
            span, relation = self._targets[cell]
            if cell.cross(self.place(cell), self.paints).contains(at):
                self.role_removed.emit(relation)
            else:
                self.span_requested.emit(span)

    # The keyboard --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = resolve(event)
        forward, back = ("Left", "Right") if self.paints.rtl else ("Right", "Left")
        cell = self.cells[self._at] if self.cells else None
        if name in (forward, "Down"):
            self._step(1)
        elif name in (back, "Up"):
            self._step(-1)
        elif name in ("Enter", "Space") and cell is not None and cell.active:
            self.cell_clicked(cell, self.place(cell).topLeft())
        elif name in ("Delete", "Backspace") and isinstance(cell, FillerCell) and cell.removable:
            self.role_removed.emit(self._targets[cell][1])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next part that does something; stay at either end."""
        at = self._at + by
        while 0 <= at < len(self.cells) and not self.cells[at].active:
            at += by
        if 0 <= at < len(self.cells):
            self._at = at
            self._tell()

    def _tell(self) -> None:
        self.update()
        if self.cells:
            announce(self, _words(self.cells[self._at]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cells and not self.cells[self._at].active:
            self._at = next((at for at, cell in enumerate(self.cells) if cell.active), 0)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.cells:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_focus(painter, self.place(self.cells[self._at]), self.paints)


def _words(cell: Cell) -> str:
    """Return what is to be read out for a part of a table."""
    if isinstance(cell, KeyCell) and cell.key:
        return f"{cell.text} ({localized_key(cell.key)})"
    return cell.text if isinstance(cell, (KeyCell, FillerCell)) else ""


def _role_cell(role: Label, state: InspectorState, *, quiet: bool = False) -> KeyCell:
    code = state.language.code
    return KeyCell(role.id, role.names(code), role.key, role.color, role.rule(code), quiet=quiet)


def _looks(state: InspectorState) -> tuple[object, ...]:
    """What changes the looks of a table beside the annotations."""
    return state.schema.sha256, state.language.code, state.text_language, state.read_only


class RoleTable(_Table):
    """Every role of the schema: the filled ones in rows with their fillers, below them the others."""

    def show_state(self, state: InspectorState) -> None:
        """Show the roles of the commitment that is selected in `state`."""
        assert state.span is not None
        assert state.annotations is not None
        relations = state.annotations.roles_of(state.span.id)
        fillers = [state.annotations.span(relation.target) for relation in relations]
        if not self._start((state.span.id, relations, fillers, _looks(state))):
            return
        by_role: dict[str, list[tuple[Relation, Span | None]]] = {}
        for pair in zip(relations, fillers, strict=True):
            by_role.setdefault(pair[0].label, []).append(pair)
        roles = state.layer("role").labels
        for name in _in_order(by_role, roles):
            row = self._add_row(state.label("role", name), state, active=not state.read_only)
            row += [self._filler(span, relation.target, relation, state) for relation, span in by_role[name]]
        if not state.read_only:
            offered = [role for role in roles if not role.retired and role.id not in by_role]
            self.empty = [_role_cell(role, state, quiet=True) for role in offered]
        self._finish()


def _in_order(names: Iterable[str], roles: Sequence[Label]) -> list[str]:
    """Return names of roles in the order of the schema, unknown ones last."""
    order = {role.id: number for number, role in enumerate(roles)}
    return sorted(names, key=lambda name: order.get(name, len(order)))


class PartTable(_Table):
    """The commitments in which a span fills a role."""

    def show_state(self, state: InspectorState) -> bool:
        """Show what the span selected in `state` serves in; False when there is nothing."""
        assert state.span is not None
        assert state.annotations is not None
        relations = state.annotations.roles_filled_by(state.span.id)
        commitments = [state.annotations.span(relation.source) for relation in relations]
        if self._start((state.span.id, relations, commitments, _looks(state))):
            for relation, commitment in zip(relations, commitments, strict=True):
                kind = state.label(commitment.layer, commitment.label) if commitment else None
                note = kind.names(state.language.code) if kind else ""
                row = self._add_row(state.label("role", relation.label), state, active=False)
                row.append(self._filler(commitment, relation.source, relation, state, note))
            self._finish()
        return bool(relations)
