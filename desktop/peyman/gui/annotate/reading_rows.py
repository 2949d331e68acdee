"""Rows for normal forms: a date, an amount of money or a quantity, shown in words and corrected in words.

What was read from the text is only proposed until somebody confirms it. A correction that cannot be read is
refused with a sentence, and stays in the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from peyman.core.amounts import plain
from peyman.core.calendars import CALENDARS, GREGORIAN
from peyman.core.errors import PeymanError
from peyman.core.model import Json
from peyman.core.proposals import Named
from peyman.core.readings import (
    DATE,
    MONEY,
    chosen_days,
    completions,
    days_of,
    read_day,
    read_typed,
    waits_for_date,
)
from peyman.core.schema import Attribute
from peyman.gui.annotate.cells import Cell, ChipCell
from peyman.gui.annotate.proposed_rows import ProposedRow, SentenceCell
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.i18n import word
from peyman.gui.theme import icon
from peyman.gui.values import MalformedError, parse_value
from peyman.gui.wording import norm_words

TOMAN = 10  # rials


class ReadingRow(ProposedRow):
    """A normal form: words above, a line to correct it in words below."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.accept = ChipCell("accept")
        self.accept.shows_key = self.accept.proposed = True

    def line(self) -> str:
        return ""  # the value stands above in words; typing replaces it

    @property
    def line_shown(self) -> bool:
        return self.has_focus() or self.edit.isModified()

    def words(self, value: Json) -> str:
        return norm_words(value, self.language) if isinstance(value, dict) else super().words(value)

    def read(self, text: str) -> Json:
        """Return the norm that a typed text says; in the form `value=11 unit=percent` it is taken as it is."""
        if not text.strip():
            return self.value
        if "=" in text:
            return parse_value("norm", text)
        languages = (self.language, self.proposals.language)
        refusal: PeymanError | None = None
        for kind in self.proposals.kinds:
            try:
                return read_typed(kind, text, languages, self.proposals.today)
            except PeymanError as error:
                refusal = refusal or error
        raise refusal or MalformedError(text)

    def refused(self, refusal: Exception) -> None:
        self.refusal = word(refusal) if isinstance(refusal, PeymanError) else self.tr("Write it like value=11 unit=kg.")
        self.retell()

    def tell(self) -> None:
        value = self.value if self.filled else self.proposed
        self.above = self._pieces(value) if value is not None else []
        if not self.above and not self.line_shown:
            self.above = [SentenceCell("—")]
        self.below = []
        typed = self.edit.text() if self.edit.isModified() else ""
        if self.refusal:
            self.below.append(SentenceCell(self.refusal, "alert"))
        elif typed:
            said = self._preview(typed)
            if said:
                self.below.append(SentenceCell(f"⏎ {said}"))
        else:
            if self.filled and self.proposed is not None:
                self.below.append(SentenceCell(self.tr("now: {value}").format(value=self.words(self.proposed))))
            if self.proposed is not None:
                self.accept.text = self.tr("Confirm")
                self.accept.key = "⏎" if self.has_focus() else "D"
                self.below += [self.accept, SentenceCell(self.tr("read automatically, not confirmed"))]
            self.below += self.notes(value)

    def notes(self, value: Json) -> list[Cell]:  # noqa: ARG002
        """Return what else there is to say of a value."""
        return []

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:
        if cell is self.accept and self.proposed is not None:
            self.give(self.proposed)
        else:
            super().cell_clicked(cell, at)

    def _pieces(self, value: Json) -> list[Cell]:
        first, *more = self.words(value).split(" (")
        return [SentenceCell(first, "plain"), *(SentenceCell("(" + each) for each in more)]

    def _preview(self, typed: str) -> str:
        try:
            return self.words(self.read(typed))
        except (PeymanError, MalformedError):
            return ""

    def take_typed_key(self, key: str) -> bool:
        if key in ("Delete", "Backspace") and not self.edit.text() and self.filled:
            self.give(None)
            return True
        return False

    def show_value(self, attribute: Attribute, value: Json, language: str, read_only: bool) -> None:
        super().show_value(attribute, value, language, read_only)
        self.edit.set_hint(self.hint())
        self.edit.setToolTip("")

    def hint(self) -> str:
        """Return an example of what can be typed."""
        return ""


class DateRow(ReadingRow):
    """A date or a stretch of days, with a calendar to pick it from.

    Attributes:
        single: only one day can be picked.
    """

    single = False

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute)
        self.button = QToolButton(self)
        self.button.setIcon(icon("calendar"))
        self.button.setAutoRaise(True)
        self.button.setProperty("role", "tool")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_picker)
        self._ask = ChipCell("article-date")
        self.popup: CalendarPopup | None = None

    def hint(self) -> str:
        return self.tr("15 December 2025, in two weeks…")

    def notes(self, value: Json) -> list[Cell]:
        if not waits_for_date(value) or self.proposals.today is not None or self.read_only:
            return []
        self._ask.text = self.tr("Article's date…")
        self._ask.key = "⇧F4"
        self._ask.shows_key = True
        return [SentenceCell(self.tr("The article's date is unknown, so this has no days.")), self._ask]

    def cell_clicked(self, cell: Cell, at: QPoint) -> None:
        if cell is self._ask:
            self.date_wanted.emit()
        else:
            super().cell_clicked(cell, at)

    def _place_edit(self) -> None:
        super()._place_edit()
        line = self.edit.geometry()
        self.button.setVisible(self.line_shown and not self.read_only)
        if self.button.isVisibleTo(self):
            side = line.height()
            inner = self.paints.visual(line, line.width() - side, side)
            self.edit.setGeometry(self.paints.visual(line, 0, line.width() - side - 2))
            self.button.setGeometry(inner)
            name = self.tr("Calendar")
            self.button.setAccessibleName(name)
            self.button.setToolTip(f"{name} (\u2066F4\u2069)")

    def open_picker(self) -> bool:
        """Open the calendar at the days of the value."""
        if self.read_only:
            return False
        self.take_keyboard()
        value = self.value if self.filled else self.proposed
        calendar = str(value.get("calendar", "")) if isinstance(value, Mapping) else ""
        self.popup = CalendarPopup(self.language, self.edit, single=self.single)
        self.popup.taken.connect(self._take)
        self.popup.destroyed.connect(self._forget_popup)
        self.popup.pop_up(self.edit, days_of(value), self.proposals.today, calendar)
        return True

    def _forget_popup(self) -> None:
        self.popup = None

    def _take(self, start: date, end: date, calendar: str) -> None:
        value = self.value if self.filled else self.proposed
        instead_of = value if isinstance(value, dict) else None
        self.give(chosen_days(start, end, CALENDARS["jalali" if calendar == "jalali" else "gregorian"], instead_of))


class DayRow(DateRow):
    """The article's date: one day, or unknown."""

    single = True

    def read(self, text: str) -> Json:
        if not text.strip():
            return self.value
        day = read_day(text, (self.language, self.proposals.language))
        return chosen_days(day, day, GREGORIAN)

    def hint(self) -> str:
        return self.tr("15 December 2025")


class AmountRow(ReadingRow):
    """A number with its currency or unit."""

    def hint(self) -> str:
        if MONEY in self.proposals.kinds:
            return self.tr("500 million tomans")
        return self.tr("12.5 percent, 40 kilometres")

    def completions_of(self, text: str) -> Sequence[Named]:
        value = self.value if self.filled else self.proposed
        usual = str((value.get("currency") or value.get("unit") or "") if isinstance(value, dict) else "")
        return [Named(each, each) for each in completions(self.proposals.kinds, text, self.language, usual)]

    def notes(self, value: Json) -> list[Cell]:
        """Say rial in toman and the other way round: a help to see a slip by a factor of ten, never stored."""
        other = in_other(value)
        return [SentenceCell(f"= {self.words(other)}")] if other else []


def in_other(value: Json) -> dict[str, Json]:
    """Return an amount of rial in toman, or the other way round; nothing for all else."""
    currency = value.get("currency") if isinstance(value, dict) else None
    if not isinstance(value, dict) or currency not in ("IRR", "IRT"):
        return {}
    converted: dict[str, Json] = {**value, "currency": "IRT" if currency == "IRR" else "IRR"}
    for key in ("value", "min", "max"):
        number = value.get(key)
        if isinstance(number, int | float) and not isinstance(number, bool):
            exact = Decimal(str(number)) / TOMAN if currency == "IRR" else Decimal(str(number)) * TOMAN
            converted[key] = plain(int(exact) if exact == int(exact) else exact)
    return converted


READING_ROWS: Mapping[str, type[ReadingRow]] = {DATE: DateRow}  # all else is an amount


def reading_row(kinds: Sequence[str]) -> type[ReadingRow]:
    """Return the class of row for norms that are read as the first of these kinds."""
    return READING_ROWS.get(kinds[0], AmountRow)
