"""The roles of a commitment as a table, and the commitments that a span plays a part in. No arcs."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from peyman.core.model import Relation, Span
from peyman.core.schema import Label
from peyman.gui.annotate.chips import Filler, KeyButton
from peyman.gui.annotate.inspector_state import InspectorState
from peyman.gui.flow_layout import FlowLayout, let_height_follow_width
from peyman.gui.wording import tool_tip


class _Table(QWidget):
    """A grid that is made anew when what it shows has changed: roles in the first column, quotes beside them.

    Signals:
        role_requested(str): this role is to be filled.
        span_requested(UUID): this span is to be selected.
        role_removed(UUID): this relation is to go.
    """

    role_requested = Signal(str)
    span_requested = Signal(UUID)
    role_removed = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_height_follow_width(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        layout.addWidget(self._body)
        self._grid = QGridLayout(self._body)
        self._shown: object = None

    def _start(self, shown: object) -> bool:
        """Empty the grid to fill it anew; False when `shown` is what it shows already."""
        if shown == self._shown:
            return False
        self._shown = shown
        body = QWidget()
        replaced = self.layout().replaceWidget(self._body, body)  # type: ignore[union-attr] # set in __init__
        assert replaced is not None
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        return True

    def _role_button(
        self, role: Label, state: InspectorState, *, quiet: bool = False, inert: bool = False
    ) -> KeyButton:
        name = role.names(state.language.code)
        button = KeyButton(role.id, name, role.key, role.color, quiet=quiet, inert=inert)
        button.setToolTip(tool_tip(role.rule(state.language.code)))
        button.setAccessibleDescription(role.rule(state.language.code))
        return button

    def _filler(self, span: Span | None, shown: UUID, relation: Relation, state: InspectorState) -> Filler:
        """Return the chip of a span; a click asks for `shown`, the × for the end of `relation`."""
        label = state.label(span.layer, span.label) if span else state.label("", "")
        quote = span.quote if span else "?"
        filler = Filler(quote, label.color, state.text_language, removable=not state.read_only)
        filler.clicked.connect(lambda _checked=False: self.span_requested.emit(shown))
        filler.removed.connect(lambda: self.role_removed.emit(relation.id))
        return filler


class RoleTable(_Table):
    """Every role of the schema: the filled ones in rows with their fillers, below them the others."""

    def show_state(self, state: InspectorState) -> None:
        """Show the roles of the commitment that is selected in `state`."""
        assert state.span is not None
        assert state.annotations is not None
        relations = state.annotations.roles_of(state.span.id)
        fillers = [state.annotations.span(relation.target) for relation in relations]
        place = (state.schema.sha256, state.language.code, state.text_language, state.read_only)
        if not self._start((state.span.id, relations, fillers, place)):
            return
        by_role: dict[str, list[tuple[Relation, Span | None]]] = {}
        for pair in zip(relations, fillers, strict=True):
            by_role.setdefault(pair[0].label, []).append(pair)
        roles = state.layer("role").labels
        order = [role.id for role in roles]
        for name in [*(n for n in order if n in by_role), *(n for n in by_role if n not in order)]:
            self._add_row(state.label("role", name), by_role[name], state)
        empty = [role for role in roles if role.id not in by_role]
        if empty and not state.read_only:
            self._add_empty(empty, state)

    def _add_row(self, role: Label, pairs: Sequence[tuple[Relation, Span | None]], state: InspectorState) -> None:
        row = self._grid.rowCount()
        button = self._role_button(role, state, inert=state.read_only)
        button.clicked.connect(lambda _checked=False: self.role_requested.emit(role.id))
        self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        cell = QWidget()
        flow = FlowLayout(cell, gap=6, line_gap=3)
        flow.setContentsMargins(0, 1, 0, 1)
        for relation, span in pairs:
            flow.addWidget(self._filler(span, relation.target, relation, state))
        self._grid.addWidget(cell, row, 1)

    def _add_empty(self, roles: Sequence[Label], state: InspectorState) -> None:
        cell = QWidget()
        flow = FlowLayout(cell, gap=0, line_gap=0)
        flow.setContentsMargins(0, 2, 0, 0)
        for role in roles:
            button = self._role_button(role, state, quiet=True)
            button.clicked.connect(lambda _checked=False, name=role.id: self.role_requested.emit(name))
            flow.addWidget(button)
        self._grid.addWidget(cell, self._grid.rowCount(), 0, 1, 2)


class PartTable(_Table):
    """The commitments in which a span fills a role."""

    def show_state(self, state: InspectorState) -> bool:
        """Show what the span selected in `state` serves in; False when there is nothing."""
        assert state.span is not None
        assert state.annotations is not None
        relations = state.annotations.roles_filled_by(state.span.id)
        commitments = [state.annotations.span(relation.source) for relation in relations]
        place = (state.schema.sha256, state.language.code, state.text_language, state.read_only)
        if self._start((state.span.id, relations, commitments, place)):
            for relation, commitment in zip(relations, commitments, strict=True):
                row = self._grid.rowCount()
                button = self._role_button(state.label("role", relation.label), state, inert=True)
                self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                filler = self._filler(commitment, relation.source, relation, state)
                if commitment:
                    kind = state.label("commitment", commitment.label).names(state.language.code)
                    filler.setToolTip(tool_tip(kind) + filler.toolTip())
                cell = QWidget()
                FlowLayout(cell).addWidget(filler)
                self._grid.addWidget(cell, row, 1)
        return bool(relations)
