"""The form of an annotation's attributes: a row each, filled by single keys or by the mouse.

The form only says what a person wants the values to be. It shows an answer at once, so that keys can follow
each other faster than the page, but `show_attributes` has the last word. A row that has its value shows that
alone. All choices are open, with their keys, in the row that has the keyboard, and open but without keys where
something required is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peyman.core.model import Attributes, Json
from peyman.core.names import CANON
from peyman.core.proposals import HOLDER, Proposals
from peyman.core.schema import Attribute, Kind
from peyman.gui.annotate.form_rows import ChoiceRow, Row, TextRow
from peyman.gui.annotate.proposed_rows import NameRow, ProposedRow
from peyman.gui.annotate.reading_rows import DayRow, ReadingRow, reading_row
from peyman.gui.flow_layout import let_height_follow_width, settle
from peyman.gui.keymap import resolve

ARTICLE_DATE = "document.date"  # a field that no schema has: no id of an attribute has a dot

_RowKey: TypeAlias = tuple[str, type[Row], tuple[str, ...]]

# The class of row for each kind of value; for some attributes there is a better one.
_OF_KIND: Mapping[Kind, type[Row]] = {
    "choice": ChoiceRow, "multi": ChoiceRow, "text": TextRow, "list": TextRow, "number": TextRow, "norm": TextRow,
}  # fmt: skip
_OF_ATTRIBUTE: Mapping[str, type[Row]] = {CANON: NameRow, HOLDER: NameRow, ARTICLE_DATE: DayRow}
_PICKED_FIRST = (ReadingRow, NameRow)  # whose picker F4 opens from the article; of two alike the last one


def _row_class(attribute: Attribute, proposals: Proposals) -> type[Row]:
    if attribute.kind in ("text", "norm") and attribute.id in _OF_ATTRIBUTE:
        return _OF_ATTRIBUTE[attribute.id]
    if attribute.kind == "norm" and proposals.kinds:
        return reading_row(proposals.kinds)
    return _OF_KIND[attribute.kind]


class AttributeForm(QWidget):
    """The attributes that apply to one annotation.

    Signals:
        changed(str, object): the attribute with this id is to have this value; None takes it away.
        left(): the keyboard is done here.
        defaults_requested(): the key for the defaults was pressed.
        date_wanted(QWidget): the article's date is to be entered, beside this row.
        row_focused(QWidget): the row that has the keyboard now, for whoever scrolls it into view.
    """

    changed = Signal(str, object)
    left = Signal()
    date_wanted = Signal(QWidget)
    defaults_requested = Signal()
    row_focused = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[_RowKey, Row] = {}
        self._rows: list[Row] = []
        self._opened: set[Row] = set()  # by the mouse, until it leaves
        self._current = 0
        self._visiting = False  # only to pick one value; then the keyboard goes back
        # Never seen: it keeps the form's place in the tab order, where rows made later would stand last.
        self._first = QWidget(self)
        self._first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._first.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        let_height_follow_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name()

    def show_attributes(
        self,
        attributes: Sequence[Attribute],
        label: str,
        values: Attributes,
        *,
        language: str,
        read_only: bool = False,
        proposals: Proposals | None = None,
    ) -> None:
        """Show these attributes of an annotation with this label; `language` is that of the names."""
        proposals = proposals or Proposals()
        rows = [self._row(attribute, label, proposals) for attribute in attributes]
        for row, attribute in zip(rows, attributes, strict=True):
            row.proposals = proposals
            row.show_value(attribute, values.get(attribute.id), language, read_only)
        if rows != self._rows:
            self._place(rows)
        self._align()
        self._open_rows()

    @property
    def rows(self) -> list[Row]:
        """The rows shown, from top to bottom."""
        return list(self._rows)

    def row(self, attribute_id: str) -> Row | None:
        return next((row for row in self._rows if row.attribute.id == attribute_id), None)

    def _row(self, attribute: Attribute, label: str, proposals: Proposals) -> Row:
        made = _row_class(attribute, proposals)
        choices = attribute.choices_of(label) if made is ChoiceRow else ()
        key = (attribute.id, made, tuple(choice.id for choice in choices))
        if key not in self._known:
            row = ChoiceRow(attribute, choices) if made is ChoiceRow else made(attribute)
            if isinstance(row, ProposedRow):
                row.picked.connect(self._picked)
                row.date_wanted.connect(self._date_wanted)
            row.answered.connect(self._answered)
            row.focused.connect(self._row_came)
            row.unfocused.connect(self._row_went)
            row.opened.connect(self._row_opened)
            self._known[key] = row
        return self._known[key]

    def _place(self, rows: list[Row]) -> None:
        """Put the rows in their order; those that stay are not touched, so that they keep the focus."""
        for row in self._rows:
            if row not in rows:
                row.hide()
        current = self._rows[self._current] if self._current < len(self._rows) else None
        self._opened &= set(rows)
        self._rows = rows
        self._current = rows.index(current) if current in rows else 0
        places = [self._layout.indexOf(row) for row in rows]
        if -1 in places or places != sorted(places):
            for row in rows:
                self._layout.addWidget(row)
        for row in rows:
            row.show()
        for before, after in pairwise([self._first, *(row.keyboard_widget for row in rows)]):
            QWidget.setTabOrder(before, after)

    def _align(self) -> None:
        column = max((row.name.natural_width(row.paints) for row in self._rows), default=0)
        for row in self._rows:
            row.set_column(column)

    def _open_rows(self) -> None:
        for row in self._rows:
            missing = row.attribute.required and not row.filled
            row.set_open(not row.read_only and (missing or row.has_focus() or row in self._opened))

    # The mouse ---------------------------------------------------------------------------------------------

    def _row_opened(self) -> None:
        row = self.sender()
        assert isinstance(row, Row)
        self._opened.add(row)
        self._open_rows()
        settle(self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._close_opened()

    def _close_opened(self) -> None:
        if self._opened:
            self._opened.clear()
            self._open_rows()
            settle(self)

    # The keyboard ------------------------------------------------------------------------------------------

    def enter_form(self) -> bool:
        """Take the keyboard to the first row that asks for something; False when there is no row."""
        if not self._rows:
            return False
        # The date of an article is asked for when it is imported; here one-key answers come first.
        asked = [row for row in self._rows if not row.filled and row.attribute.id != ARTICLE_DATE]
        needed = [row for row in asked if row.attribute.required]
        offered = [row for row in asked if row.proposed is not None]
        self._focus((needed or offered or asked or self._rows)[0])
        return True

    def open_picker(self) -> bool:
        """Open what a value can be picked from, for one who comes only for that; False if there is nothing."""
        for kind in _PICKED_FIRST:
            row = next((row for row in reversed(self._rows) if isinstance(row, kind) and not row.read_only), None)
            if isinstance(row, ProposedRow):
                self._focus(row)
                self._visiting = True
                return row.open_picker()
        return False

    def _picked(self) -> None:
        if self._visiting or not self.step(1):
            self._visiting = False
            self.left.emit()

    def _date_wanted(self) -> None:
        row = self.sender()
        assert isinstance(row, Row)
        self.date_wanted.emit(row)

    def has_focus(self) -> bool:
        return any(row.has_focus() for row in self._rows)

    def handle_key(self, name: str) -> bool:
        """Do what a key (named as in `keymap`) means in the current row; False when it means nothing."""
        row = self._current_row()
        if row is None:
            return False
        if row.handle_key(name):
            return True
        if name == "F4":
            return row.open_picker()
        if name == "Shift+F4":
            self.date_wanted.emit(row)
            return True
        typing = isinstance(row, TextRow)
        if name in ("Up", "Down"):
            return self.step(-1 if name == "Up" else 1)
        if name == "Enter":
            row.commit()
            if self._visiting or not self.step(1):
                self._visiting = False
                self.left.emit()
            return True
        if name in ("Esc", "Ctrl+Enter"):
            row.commit()
            self.left.emit()
            return True
        if name == "D" and not typing and not row.read_only:
            self.defaults_requested.emit()
            return True
        return not typing and self._go_by_key(name)

    def _go_by_key(self, name: str) -> bool:
        """Go to the row whose attribute has this key in the schema."""
        row = next((row for row in self._rows if row.attribute.key and row.attribute.key == name), None)
        if row is not None:
            self._focus(row)
        return row is not None

    def step(self, by: int) -> bool:
        """Go to another row; False at either end."""
        target = self._current + by
        if not 0 <= target < len(self._rows):
            return False
        self._focus(self._rows[target])
        return True

    def commit(self) -> None:
        """Answer with everything typed so far; what cannot be read is given up. Call it before moving on."""
        for row in self._rows:
            row.commit(revert=True)

    def discard(self) -> None:
        """Forget everything typed so far."""
        for row in self._rows:
            row.discard()

    def _current_row(self) -> Row | None:
        return self._rows[self._current] if self._current < len(self._rows) else None

    def _focus(self, row: Row) -> None:
        self._visiting = False
        self._current = self._rows.index(row)
        self._opened.clear()
        row.take_keyboard()

    def _row_came(self) -> None:
        row = self.sender()
        if isinstance(row, Row) and row in self._rows:
            self._current = self._rows.index(row)
            self._open_rows()
            settle(self)
            self.row_focused.emit(row)

    def _row_went(self) -> None:
        if not self.has_focus():  # else it went to another row, which says so next
            self._open_rows()
            settle(self)

    def _answered(self, value: Json, by_key: bool) -> None:
        row = self.sender()
        assert isinstance(row, Row)
        if not by_key and isinstance(row, ChoiceRow):
            self._opened.add(row)  # it would close under the pointer
        self._open_rows()
        self.changed.emit(row.attribute.id, value)
        if by_key and row.attribute.kind == "choice" and value is not None:
            self._go_to_unfilled(row)

    def _go_to_unfilled(self, row: Row) -> None:
        after = self._rows[self._rows.index(row) + 1 :] if row in self._rows else []
        following = next((other for other in after if not other.filled), None)
        if following is not None:
            self._focus(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(resolve(event)):
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk through the rows in their order, whatever was made first."""
        if self.has_focus() and self.step(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Attributes"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)
