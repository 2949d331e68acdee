"""A field for one day: typed in words or digits of any calendar that can be read, or picked from the calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from peyman.core.calendars import CALENDARS, CalendarName
from peyman.core.errors import PeymanError
from peyman.core.norm_words import period_words
from peyman.core.readings import read_day
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.fields import ContentEdit
from peyman.gui.keymap import resolve
from peyman.gui.theme import icon
from peyman.gui.wording import in_window_digits


class DayField(QWidget):
    """A day, or nothing yet.

    Signals:
        changed(): another day, or something that is none, was typed or picked.

    Attributes:
        problem: why what was typed is no day; None where it is one, and while nothing is typed.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.day: date | None = None
        self.problem: PeymanError | None = None
        self.edit = ContentEdit("name")
        self.edit.setPlaceholderText(self.tr("15 December 2025"))
        self.edit.textChanged.connect(self._read)
        self.button = QToolButton()
        self.button.setIcon(icon("calendar"))
        self.button.setAccessibleName(self.tr("Calendar"))
        self.button.setToolTip(f"{self.tr('Calendar')} (\u2066F4\u2069)")
        self.button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    def open_calendar(self) -> None:
        popup = CalendarPopup(self._language, self, single=True)
        popup.taken.connect(self._take)
        popup.pop_up(self.edit, (self.day, self.day) if self.day else None, None)

    def _take(self, day: date, _end: date, calendar: CalendarName) -> None:
        self.edit.setText(in_window_digits(period_words((day, day), CALENDARS[calendar], self._language)))

    def _read(self, text: str) -> None:
        self.day = self.problem = None
        if text.strip():
            try:
                self.day = read_day(text, (self._language,))
            except PeymanError as problem:
                self.problem = problem
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if resolve(event) == "F4":
            self.open_calendar()
        else:
            super().keyPressEvent(event)
