"""The register as a Qt table: rows stay where they were read, and an order of their places is what shows.

Sorting and filtering make a new order of numbers; no proxy, which would take half a minute for 100,000 rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from peyman.core import register
from peyman.core.calendars import Period
from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.norm_words import words
from peyman.core.register import COLUMNS, GOLD, Commitment, Filter
from peyman.core.schema import Schema
from peyman.gui.i18n import Language
from peyman.gui.wording import text_direction, tool_tip

Index = QModelIndex | QPersistentModelIndex
MOST_PARTIES = 300  # offered in the filter, the most frequent first

TITLES = {
    "type": QT_TRANSLATE_NOOP("register", "Type"),
    "status": QT_TRANSLATE_NOOP("register", "Status"),
    "committer": QT_TRANSLATE_NOOP("register", "Committer"),
    "counterparty": QT_TRANSLATE_NOOP("register", "Counterparty"),
    "action": QT_TRANSLATE_NOOP("register", "Action"),
    "object": QT_TRANSLATE_NOOP("register", "Object"),
    "amount": QT_TRANSLATE_NOOP("register", "Amount"),
    "deadline": QT_TRANSLATE_NOOP("register", "Deadline"),
    "gregorian": QT_TRANSLATE_NOOP("register", "Gregorian"),
    "article": QT_TRANSLATE_NOOP("register", "Article"),
    "whose": QT_TRANSLATE_NOOP("register", "Whose"),
    # Only in files.
    "deadline_from": QT_TRANSLATE_NOOP("register", "Deadline from"),
    "deadline_to": QT_TRANSLATE_NOOP("register", "Deadline to"),
    "deadline_jalali": QT_TRANSLATE_NOOP("register", "Deadline, Jalali"),
    "deadline_reading": QT_TRANSLATE_NOOP("register", "Deadline in words"),
    "deadline_read_by": QT_TRANSLATE_NOOP("register", "Deadline read by"),
    "title": QT_TRANSLATE_NOOP("register", "Title"),
    "annotator": QT_TRANSLATE_NOOP("register", "Annotator"),
    "set": QT_TRANSLATE_NOOP("register", "Kind of set"),
    "state": QT_TRANSLATE_NOOP("register", "State"),
    "commitment": QT_TRANSLATE_NOOP("register", "Commitment"),
    "start": QT_TRANSLATE_NOOP("register", "Start"),
    "end": QT_TRANSLATE_NOOP("register", "End"),
}


def title(column: str) -> str:
    """Return the heading of a column, of the table or of a file."""
    return QCoreApplication.translate("register", TITLES[column])


def _by(say: Callable[[Period], str], days: Period) -> str:
    """Return days shortly: of a stretch, which makes no month or year, the last day only."""
    said = say(days)
    return f"≤ {say((days[1], days[1]))}" if " " in said else said


class Role(IntEnum):
    """What the model tells beside text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    DIRECTION = Qt.ItemDataRole.UserRole + 2
    COLOUR = Qt.ItemDataRole.UserRole + 3  # of the type's label
    QUIET = Qt.ItemDataRole.UserRole + 4  # read by the program, confirmed by nobody


class RegisterModel(QAbstractTableModel):
    """Commitments, sorted by a column and filtered."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._schema: Schema | None = None
        self._rows: list[Commitment] = []
        self._places: list[int] = []
        self.filter = Filter()
        self.column = "deadline"
        self.descending = False

    @property
    def total(self) -> int:
        return len(self._rows)

    @property
    def shown(self) -> list[Commitment]:
        """The rows that show, in their order."""
        return [self._rows[place] for place in self._places]

    def show_rows(self, rows: Sequence[Commitment], schema: Schema) -> None:
        self._rows = list(rows)
        self._schema = schema
        self._arrange()

    def replace_articles(self, numbers: Sequence[int], rows: Sequence[Commitment], schema: Schema) -> None:
        """Show the rows of some articles anew, in their place among the others."""
        gone = set(numbers)
        kept = [row for row in self._rows if row.document_number not in gone]
        kept += rows
        kept.sort(key=lambda row: row.document_number)
        self.show_rows(kept, schema)

    def set_filter(self, wanted: Filter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def sort_by(self, column: str, *, descending: bool) -> None:
        self.column, self.descending = column, descending
        self._arrange()

    def sort(self, number: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= number < len(COLUMNS):
            self.sort_by(COLUMNS[number], descending=order == Qt.SortOrder.DescendingOrder)

    def _arrange(self) -> None:
        self.beginResetModel()
        if self._schema is not None:
            places = register.chosen(self._rows, self.filter)
            self._places = register.ordered(self._rows, places, self.column, self._schema, descending=self.descending)
        self.endResetModel()

    def at(self, row: int) -> Commitment | None:
        return self._rows[self._places[row]] if 0 <= row < len(self._places) else None

    def place_of(self, row: Commitment) -> int:
        """Return where a commitment shows; -1 if it does not."""
        same = (number for number, place in enumerate(self._places) if self._rows[place].span_id == row.span_id)
        return next((n for n in same if self._rows[self._places[n]].set_number == row.set_number), -1)

    # What the filter can offer

    def types(self) -> list[tuple[str, str]]:
        """The types in use, as (id, name), in the schema's order."""
        used = {row.type for row in self._rows}
        labels = self._schema.layer("commitment").labels if self._schema else ()
        known = [(label.id, label.names(self._language.code)) for label in labels if label.id in used]
        return known + [(name, name) for name in sorted(used - {label.id for label in labels})]

    def statuses(self) -> list[tuple[str, str]]:
        used = {row.status: row for row in self._rows if row.status}
        attribute = self._schema.layer("commitment").attribute("status") if self._schema else None
        order = [choice.id for choice in attribute.choices] if attribute else []
        ids = [one for one in order if one in used] + sorted(set(used) - set(order))
        return [(one, self._status(used[one])) for one in ids]

    def whose(self) -> list[tuple[str, str]]:
        used = sorted({row.whose for row in self._rows}, key=lambda name: (name != GOLD, register.collation(name)))
        return [(name, self._whose(name)) for name in used]

    def parties(self) -> list[tuple[str, str]]:
        """The most frequent committers and counterparties, by the alphabet."""
        counts = Counter(party for row in self._rows for party in row.parties)
        names = sorted((name for name, _ in counts.most_common(MOST_PARTIES)), key=register.collation)
        return [(name, name) for name in names]

    # What a table asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            key = self._language.digits(str((section + 1) % 10))
            return QCoreApplication.translate("register", "Sort by this column: key {key}").format(key=key)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Role.ROW:
            return row
        if role == Role.DIRECTION:
            return self._direction(row, column)
        if role == Role.COLOUR:
            label = self._schema.layer("commitment").label(row.type) if self._schema else None
            return label.color if label and column == "type" else None
        if role == Role.QUIET:
            return column in ("deadline", "gregorian") and row.deadline is not None and not row.deadline.confirmed
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self.detail(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title(column)}: {self.text(row, column) or '—'}"
        return None

    def text(self, row: Commitment, column: str) -> str:
        """Return what a cell shows."""
        digits = self._language.digits
        match column:
            case "type":
                return register.type_name(row, self._schema, self._language.code) if self._schema else row.type
            case "status":
                return self._status(row)
            case "deadline":
                days = row.deadline.days if row.deadline else None
                return digits(_by(register.jalali, days)) if days else self._reading(row)
            case "gregorian":
                days = row.deadline.days if row.deadline else None
                return _by(register.gregorian, days) if days else ""
            case "article":
                return row.title or row.article
            case "whose":
                return self._whose(row.whose)
        return str(getattr(row, column))

    def detail(self, row: Commitment, column: str) -> str:
        """Return what a tool tip adds: the words of the deadline and who read them, else the commitment itself."""
        if column not in ("deadline", "gregorian") or row.deadline is None:
            return row.quote
        deadline = row.deadline
        reading = words(deadline.norm, self._language.code) if deadline.norm else ""
        who = "" if deadline.confirmed else QCoreApplication.translate("register", "read by the program")
        return " · ".join(filter(None, (f"«{deadline.quote}»", reading, who if reading else "")))

    def _reading(self, row: Commitment) -> str:
        """A deadline without days: what it says in normal words, or as it stands in the text."""
        if row.deadline is None:
            return ""
        return words(row.deadline.norm, self._language.code) if row.deadline.norm else row.deadline.quote

    def _status(self, row: Commitment) -> str:
        return register.status_name(row, self._schema, self._language.code) if self._schema else row.status

    def _whose(self, name: str) -> str:
        return QCoreApplication.translate("register", "Gold") if name == GOLD else name

    def _direction(self, row: Commitment, column: str) -> Qt.LayoutDirection:
        """Names of the schema run as the window does, days from left to right, all else as most of its letters."""
        if column in ("deadline", "gregorian") and row.deadline is not None and row.deadline.days:
            return Qt.LayoutDirection.LeftToRight
        text = self.text(row, column)
        return text_direction(text)
