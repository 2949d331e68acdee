"""A calendar that pops up below a field: Jalali or Gregorian, days or stretches of them, all by keyboard.

Painted by itself, since Qt's widget can be neither Jalali nor right-to-left, and Qt's Jalali calendar differs from
Iran's outside 1277–1435. Weeks begin on Saturday in Persian, on Monday elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from peyman.core.calendars import CALENDARS, GREGORIAN, JALALI, Calendar, Period, Unit
from peyman.core.norm_words import month_name, period_words
from peyman.gui.keymap import resolve
from peyman.gui.theme import label_ink
from peyman.gui.wording import in_window_digits

SATURDAY, SUNDAY, FRIDAY, MONDAY = 5, 6, 4, 0  # as `date.weekday` counts
FIRST_YEAR, LAST_YEAR = 700, 8999  # Gregorian; within them all calendars have days
WEEKS = 6
HOLIDAY = "#b3261e"  # goes through `label_ink`, as label colours do
_OTHER = {"jalali": GREGORIAN, "gregorian": JALALI}


class MonthView(QWidget):
    """One month, with the days that are chosen.

    Signals:
        taken(): Enter or a click settles what is chosen.
        changed(): other days are chosen, or the calendar was switched.
    """

    taken = Signal()
    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """`language` is the window's: names, the first day of a week and which calendar comes first follow it."""
        super().__init__(parent)
        self.calendar: Calendar = JALALI if language == "fa" else GREGORIAN
        self._language = language
        self._week_starts = SATURDAY if language == "fa" else MONDAY
        self._weekend = FRIDAY if language == "fa" else SUNDAY
        self._cursor = self._anchor = date.today()
        self.marked: date | None = None
        self._typed = ""
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # What is chosen

    @property
    def days(self) -> Period:
        """The first and last day chosen."""
        return min(self._anchor, self._cursor), max(self._anchor, self._cursor)

    def choose(self, start: date, end: date) -> None:
        """Choose days; those beyond what all calendars know are left out."""
        self._anchor, self._cursor = _within(start), _within(end)
        self._typed = ""
        self._tell()

    def switch(self) -> None:
        """Show the other calendar."""
        self.calendar = _OTHER[self.calendar.name]
        self._tell()

    def _go(self, day: date, *, extend: bool = False) -> None:
        self._cursor = _within(day)
        if not extend:
            self._anchor = self._cursor
        self._tell()

    def _shift(self, unit: Unit, by: int, *, extend: bool = False) -> None:
        with suppress(ValueError, OverflowError):
            self._go(self.calendar.shift(self._cursor, unit, by), extend=extend)

    def _tell(self) -> None:
        said = " ".join(_digits(period_words(self.days, each, self._language)) for each in self._both())
        self.setAccessibleDescription(said)
        self.update()
        self.changed.emit()

    def _both(self) -> tuple[Calendar, Calendar]:
        return self.calendar, _OTHER[self.calendar.name]

    # The month

    @property
    def _month(self) -> tuple[int, int]:
        year, month, _ = self.calendar.split(self._cursor)
        return year, month

    def title(self) -> str:
        year, month = self._month
        return f"{month_name(self.calendar, month, self._language)} {_digits(str(year))}"

    def _first_shown(self) -> date:
        first = self.calendar.first(*self._month)
        return first - timedelta((first.weekday() - self._week_starts) % 7)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(resolve(event)) and not self._type_digit(event.text()):
            event.ignore()

    def handle_key(self, name: str) -> bool:
        """Do what a key means (named as in `keymap`); False when it means nothing."""
        *held, key = name.split("+")
        forward = "Left" if self._rtl else "Right"
        steps: dict[str, Callable[[bool], None]] = {
            "Left": lambda extend: self._shift("D", 1 if forward == "Left" else -1, extend=extend),
            "Right": lambda extend: self._shift("D", 1 if forward == "Right" else -1, extend=extend),
            "Up": lambda extend: self._shift("W", -1, extend=extend),
            "Down": lambda extend: self._shift("W", 1, extend=extend),
            "Home": lambda extend: self._go(self._edges()[0], extend=extend),
            "End": lambda extend: self._go(self._edges()[1], extend=extend),
        }
        if key in steps and set(held) <= {"Shift"}:
            self._typed = ""
            steps[key]("Shift" in held)
        elif key in ("PageUp", "PageDown"):
            self._typed = ""
            self._shift("Y" if held else "M", 1 if key == "PageDown" else -1)
        elif name in ("Enter", "Space"):
            self.taken.emit()
        elif name == "G":
            self.switch()
        else:
            return False
        return True

    def _edges(self) -> Period:
        return self.calendar.months(self._month[0], self._month[1], self._month[1])

    def _type_digit(self, text: str) -> bool:
        """Go to the day of the month that is typed, one digit after the other."""
        digit = unicodedata.decimal(text, None) if len(text) == 1 else None
        if digit is None:
            return False
        for typed in (self._typed + str(digit), str(digit)):
            with suppress(ValueError, OverflowError):
                day = self.calendar.day(*self._month, int(typed))
                self._go(day)
                self._typed = typed
                return True
        self._typed = "0" if digit == 0 else ""
        return True

    # The mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._shift("M", -1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        day = self._day_at(at)
        if day is not None:
            self._pressed = True
            self._go(day, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif at.y() < self._head:
            side = at.x() < self._cell.width(), at.x() > self.width() - self._cell.width()
            if any(side):
                self._shift("M", 1 if side[0] == self._rtl else -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if self._pressed and day is not None and day != self._cursor:
            self._go(day, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        if pressed and self._day_at(event.position().toPoint()) is not None:
            self.taken.emit()

    def _day_at(self, at: QPoint) -> date | None:
        column, row = at.x() // self._cell.width(), (at.y() - self._head - self._names) // self._cell.height()
        if at.y() < self._head + self._names or not (0 <= column < 7 and 0 <= row < WEEKS):
            return None
        return self._first_shown() + timedelta(7 * row + (6 - column if self._rtl else column))

    def place(self, day: date) -> QRect:
        """Return where a day of the weeks shown lies."""
        number = (day - self._first_shown()).days
        column = 6 - number % 7 if self._rtl else number % 7
        size = self._cell
        return QRect(QPoint(column * size.width(), self._head + self._names + number // 7 * size.height()), size)

    # Looks

    @property
    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _cell(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(round(line * 2.3), round(line * 1.85))

    @property
    def _head(self) -> int:
        return round(self.fontMetrics().height() * 1.8)

    @property
    def _names(self) -> int:
        return round(self.fontMetrics().height() * 1.3)

    def sizeHint(self) -> QSize:
        return QSize(7 * self._cell.width(), self._head + self._names + WEEKS * self._cell.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        first, month = self._first_shown(), self._month
        for number in range(7 * WEEKS):
            day = first + timedelta(number)
            self._paint_day(painter, day, inside=self.calendar.split(day)[:2] == month)

    def _paint_head(self, painter: QPainter) -> None:
        colours = self.palette()
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(colours.text().color())
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, 0, self.width(), self._head), centre, self.title())
        painter.setFont(self.font())
        for left, points in ((self._cell.width() / 2, -1), (self.width() - self._cell.width() / 2, 1)):
            tip = QPointF(left + 2.5 * points, self._head / 2)
            for way in (-4.5, 4.5):
                painter.drawLine(tip, tip + QPointF(-4.5 * points, way))
        locale = QLocale(self._language)
        form = QLocale.FormatType.NarrowFormat if self._language == "fa" else QLocale.FormatType.ShortFormat
        for number in range(7):
            weekday = (self._week_starts + number) % 7
            column = 6 - number if self._rtl else number
            painter.setPen(colours.placeholderText().color())
            room = QRect(column * self._cell.width(), self._head, self._cell.width(), self._names)
            painter.drawText(room, centre, locale.dayName(weekday + 1, form)[:3])

    def _paint_day(self, painter: QPainter, day: date, *, inside: bool) -> None:
        colours, rect, (start, end) = self.palette(), self.place(day), self.days
        chosen = start <= day <= end
        if chosen:
            self._paint_band(painter, rect, is_first=day == start, is_last=day == end)
        if day == self._cursor and start != end:
            painter.setPen(QPen(colours.text().color(), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3.5, 3.5, -3.5, -3.5), 6, 6)
        dark = colours.base().color().lightness() < colours.text().color().lightness()
        ink = (colours.highlightedText() if chosen else colours.text() if inside else colours.placeholderText()).color()
        painter.setPen(label_ink(HOLIDAY, dark) if inside and day.weekday() == self._weekend and not chosen else ink)
        numbers = [str(each.split(day)[2]) for each in self._both()]
        font = QFont(self.font())
        font.setBold(chosen)
        painter.setFont(font)
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.72)
        below = QFontMetrics(small).height()
        painter.drawText(rect.adjusted(0, 1, 0, -below + 3), Qt.AlignmentFlag.AlignCenter, _digits(numbers[0]))
        painter.setFont(small)
        if not chosen:
            painter.setPen(colours.placeholderText().color())
        painter.drawText(
            QRect(rect.left(), rect.bottom() - below, rect.width(), below),
            Qt.AlignmentFlag.AlignCenter,
            numbers[1] if self.calendar is JALALI else _digits(numbers[1]),
        )
        if day == self.marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.highlightedText() if chosen else colours.accent())
            painter.drawEllipse(QPointF(rect.left() + 7 if self._rtl else rect.right() - 6, rect.top() + 8), 2.2, 2.2)

    def _paint_band(self, painter: QPainter, rect: QRect, *, is_first: bool, is_last: bool) -> None:
        """Paint the ground of a chosen day: a stretch of days is one band, round at its ends."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        band = QRectF(rect).adjusted(0, 2, 0, -2)
        leading, trailing = (is_last, is_first) if self._rtl else (is_first, is_last)
        painter.drawRoundedRect(band.adjusted(2 * leading, 0, -2 * trailing, 0), 6, 6)
        if not leading:
            painter.drawRect(QRectF(band.left(), band.top(), 8, band.height()))
        if not trailing:
            painter.drawRect(QRectF(band.right() - 8, band.top(), 8, band.height()))


class CalendarPopup(QWidget):
    """The calendar with what it says beneath, and the keys to use it; goes away when it has been answered.

    Signals:
        taken(date, date, str): the first and last day chosen, and the calendar in which.
    """

    taken = Signal(object, object, str)

    def __init__(self, language: str, parent: QWidget, *, single: bool = False) -> None:
        """With `single`, only one day can be chosen."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self._single = single
        self.view = MonthView(language)
        self.view.setAccessibleName(self.tr("Calendar"))
        self.said, self.other, self._keys = QLabel(), QLabel(), QLabel()
        for label in (self.said, self.other, self._keys):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.other, self._keys):
            label.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(3)
        for widget in (self.view, self.said, self.other, self._keys):
            column.addWidget(widget)
        self.setFocusProxy(self.view)
        self.view.changed.connect(self._show)
        self.view.taken.connect(self._take)
        self._show()

    def pop_up(self, below: QWidget, period: Period | None, today: date | None, calendar: str = "") -> None:
        """Show it below (or above) a widget.

        Args:
            period: the days chosen at first; without them that of `today`, or the one on the wall.
            today: the article's date, which is marked.
            calendar: the name of that to begin with; by default the one of the window's language.
        """
        view = self.view
        view.marked = today
        if calendar in _OTHER:
            view.calendar = CALENDARS["jalali" if calendar == "jalali" else "gregorian"]
        start = today or date.today()
        period = period or (start, start)
        view.choose(period[0], period[0] if self._single else period[1])
        self.adjustSize()
        self.move(_beside(below, self.size()))
        self.show()
        self.move(_beside(below, self.size()))  # fonts may have made it another size only now
        view.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        painter.setBrush(self.palette().base())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _show(self) -> None:
        view = self.view
        if self._single and view.days[0] != view.days[1]:
            view.choose(view._cursor, view._cursor)
            return
        other = _OTHER[view.calendar.name]
        days = view.days
        said = _digits(period_words(days, view.calendar, self._language))
        if days[0] != days[1]:
            count = (days[1] - days[0]).days + 1
            said = self.tr("{period} · {count} days").format(period=said, count=_digits(str(count)))
        self.said.setText(said)
        self.other.setText(_digits(period_words(days, other, self._language)))
        name = self.tr("Gregorian") if other is GREGORIAN else self.tr("Jalali")
        keys = [f"\u2066G\u2069 {name}", f"\u2066PgUp/PgDn\u2069 {self.tr('month')}"]
        keys.append(f"\u2066Ctrl+PgUp/PgDn\u2069 {self.tr('year')}")
        if not self._single:
            keys.append(f"\u2066Shift+←→\u2069 {self.tr('from–to')}")
        self._keys.setText("\n".join(" · ".join(keys[at : at + 2]) for at in (0, 2)))

    def _take(self) -> None:
        start, end = self.view.days
        calendar = self.view.calendar.name
        self.close()
        self.taken.emit(start, end, calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if resolve(event) in ("Esc", "F4", "Shift+F4", "Tab", "Shift+Tab"):
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.close()  # it speaks one language
        super().changeEvent(event)


def _within(day: date) -> date:
    return min(max(day, date(FIRST_YEAR, 1, 1)), date(LAST_YEAR, 12, 31))


def _digits(text: str) -> str:
    return in_window_digits(text)


def _beside(widget: QWidget, size: QSize) -> QPoint:
    """Return where a popup of this size goes: below the widget from its leading side, where the screen has room."""
    screen = widget.screen().availableGeometry()
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    corner = widget.mapToGlobal(QPoint(widget.width() - size.width() if rtl else 0, widget.height() + 2))
    if corner.y() + size.height() > screen.bottom():
        above = widget.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2
        corner.setY(above if above >= screen.top() else max(screen.top(), screen.bottom() - size.height()))
    corner.setX(max(screen.left(), min(corner.x(), screen.right() + 1 - size.width())))
    return corner
