"""The first page: what Peyman is for, how to begin, and the projects one worked on lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peyman.gui.annotate.cells import is_dark
from peyman.gui.fields import PROJECT_SUFFIX
from peyman.gui.i18n import Language
from peyman.gui.settings import Settings
from peyman.gui.tasks import Progress, Tasks
from peyman.gui.theme import PERSIAN_FAMILY, icon, ink_on, line, tint

WIDTH = 780  # pixels, of the column in the middle
NAME = "پیمان"


class WelcomePage(QWidget):
    """Shown while no project is open. A project file may be dropped anywhere on it.

    Signals:
        new_requested(), sample_requested().
        open_requested(object): a Path, or None to ask which.
    """

    new_requested = Signal()
    open_requested = Signal(object)
    sample_requested = Signal()

    def __init__(self, settings: Settings, language: Language, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = language
        self._tasks = tasks
        self._dropping = False
        self.setAcceptDrops(True)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setProperty("role", "quiet")
        self._emblem = _Emblem()
        self.new, self.open, self.sample = _Card("new"), _Card("open"), _Card("entity")
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(lambda: self.open_requested.emit(None))
        self.sample.clicked.connect(self.sample_requested)
        self._heading = QLabel()
        self._heading.setProperty("role", "group")
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self.rows: list[RecentRow] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self._retranslate()
        self._list_recent()
        settings.changed.connect(self._settings_changed)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self.new, self.open, self.sample):
            cards.addWidget(card, 1)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self._emblem)
        column.addSpacing(4)
        column.addWidget(self._sentence)
        column.addSpacing(26)
        column.addLayout(cards)
        column.addSpacing(26)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addLayout(self._recent)
        column.addSpacing(14)
        column.addWidget(self._hint)
        column.addStretch(3)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        self._area = area

    # Recent projects

    def _list_recent(self) -> None:
        focused = next((n for n, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), None)
        for row in self.rows:
            self._recent.removeWidget(row)
            row.hide()
            row.deleteLater()
        paths = [Path(text) for text in self._settings.texts("recent_projects")]
        self.rows = [RecentRow(path) for path in paths]
        for row in self.rows:
            row.chosen.connect(self.open_requested)
            row.removed.connect(self._forget)
            row.left.connect(self._step)
            self._recent.addWidget(row)
        self._heading.setVisible(bool(paths))
        if self.rows and focused is not None:
            self.rows[min(focused, len(paths) - 1)].setFocus()
        self.check_files()

    def check_files(self) -> None:
        """Find out which projects are still there; a disk that does not answer must not hold up the window."""
        paths = [row.path for row in self.rows]
        self._tasks.run(_missing, paths, on_done=self._show_missing, on_error=lambda _error: None)

    def _show_missing(self, missing: set[Path]) -> None:
        for row in self.rows:
            row.set_missing(row.path in missing)

    def _forget(self, path: Path) -> None:
        kept = [text for text in self._settings.texts("recent_projects") if Path(text) != path]
        self._settings.set("recent_projects", kept)

    def _step(self, row: RecentRow, by: int) -> None:
        number = self.rows.index(row) + by
        if 0 <= number < len(self.rows):
            self.rows[number].setFocus()
            self._area.ensureWidgetVisible(self.rows[number])

    def _settings_changed(self, key: str) -> None:
        if key == "recent_projects":
            self._list_recent()

    # Words

    def _retranslate(self) -> None:
        self._sentence.setText(
            self.tr("Mark who is named in Persian and Russian news, and who promised what to whom. Works offline.")
        )
        self._emblem.set_chip(self.tr("pact"))
        self.new.set_texts(self.tr("New project"), self.tr("Start with your own articles"), "Ctrl+N")
        self.open.set_texts(self.tr("Open project"), self.tr("Go on where you left off"), "Ctrl+O")
        self.sample.set_texts(self.tr("Sample project"), self.tr("Five articles to try things on"), "")
        self._heading.setText(self.tr("Recent projects"))
        self._hint.setText(self.tr("A project file can also be dropped here."))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.check_files()
        (self.rows[0] if self.rows else self.new).setFocus()

    # Dropping a file

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()
            self._set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self._set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dropping(False)
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_requested.emit(path)

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        """Return the project among what is dragged; one only."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix.lower() == PROJECT_SUFFIX]
        return projects[0] if len(projects) == 1 else None

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self._hint.setProperty("role", "group" if dropping else "quiet")
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)


def _missing(progress: Progress, paths: list[Path]) -> set[Path]:
    missing: set[Path] = set()
    for path in paths:
        progress.step()
        try:
            there = path.is_file()
        except OSError:  # a folder that may not be looked into: opening it will say so
            there = True
        if not there:
            missing.add(path)
    return missing


# Parts ----------------------------------------------------------------------------------------------------------


class _Emblem(QWidget):
    """The name, itself annotated: a tint, an underline and a chip, as a span in an article has."""

    def __init__(self) -> None:
        super().__init__()
        self._chip = ""
        self.setAccessibleName(NAME)

    def set_chip(self, text: str) -> None:
        self._chip = text
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        large = QFont([PERSIAN_FAMILY, *self.font().families()])
        large.setPointSizeF(self.font().pointSizeF() * 4.6)
        large.setBold(True)
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.9)
        return large, small

    def sizeHint(self) -> QSize:
        large, small = self._fonts()
        metrics = QFontMetrics(large)
        return QSize(metrics.horizontalAdvance(NAME) + 60, metrics.height() + QFontMetrics(small).height() // 2 + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        dark = is_dark(colours)
        accent = colours.accent().color()
        large, small = self._fonts()
        metrics = QFontMetrics(large)
        ink = metrics.tightBoundingRect(NAME)
        width = metrics.horizontalAdvance(NAME)
        left = (self.width() - width) / 2
        baseline = metrics.ascent()
        span = QRectF(left - 10, baseline + ink.top() - 8, width + 20, ink.height() + 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(accent, dark))
        painter.drawRoundedRect(span, 6, 6)
        colour = line(accent, dark)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(span.left(), span.bottom() - 4, span.width(), 4), 2, 2)
        painter.setFont(large)
        painter.setPen(colours.text().color())
        painter.drawText(QRectF(left - 20, 0, width + 40, metrics.height()), Qt.AlignmentFlag.AlignHCenter, NAME)
        self._paint_chip(painter, span, colour, small)

    def _paint_chip(self, painter: QPainter, span: QRectF, colour: QColor, font: QFont) -> None:
        metrics = QFontMetrics(font)
        chip = QRectF(0, 0, metrics.horizontalAdvance(self._chip) + 14, metrics.height())
        chip.moveTop(span.bottom() - 4)
        chip.moveRight(span.right())  # where a right-to-left word begins
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(ink_on(colour))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._chip)


class _Pressable(QAbstractButton):
    """A painted button that Enter presses as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_frame(self, painter: QPainter, *, flat: bool) -> None:
        """Paint the plate below the texts; `flat`: only when it is pointed at or has the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        lit = self.hasFocus() or self.underMouse() or self.isDown()
        if flat and not lit:
            return
        edge = colours.accent().color() if self.hasFocus() else colours.mid().color()
        painter.setPen(QPen(edge, 1.5 if self.hasFocus() else 1))
        painter.setBrush(colours.highlight() if self.isDown() else colours.base())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class _Card(_Pressable):
    """One way to begin: an icon, what it is, and a line about it."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.setIcon(icon(icon_name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._note = ""
        self._key = ""

    def set_texts(self, title: str, note: str, key: str) -> None:
        self.setText(title)
        self._note, self._key = note, key
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setToolTip(f"\u2066{key}\u2069" if key else "")
        self.updateGeometry()
        self.update()

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        return font

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - 36, 1000)
        note = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._note)
        return 18 + 28 + 12 + QFontMetrics(self._title_font()).height() + 2 + note.height() + 18

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self.paint_frame(painter, flat=False)
        colours = self.palette()
        direction = self.layoutDirection()
        box = QStyle.visualRect(direction, self.rect(), QRect(18, 18, 28, 28))
        self.icon().paint(painter, box)
        side = Qt.AlignmentFlag.AlignLeft  # QStyle mirrors it
        flags = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignTop) | Qt.AlignmentFlag.AlignAbsolute
        painter.setLayoutDirection(direction)
        title_font = self._title_font()
        height = QFontMetrics(title_font).height()
        room = self.rect().adjusted(18, 18 + 28 + 12, -18, -8)
        painter.setFont(title_font)
        painter.setPen(colours.text().color())
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, self.text())
        painter.setFont(self.font())
        painter.setPen(colours.placeholderText().color())
        painter.drawText(room.adjusted(0, height + 2, 0, 0), flags | Qt.TextFlag.TextWordWrap, self._note)


class RecentRow(QWidget):
    """One project of the list: its name and folder, and a way to take it off the list.

    Signals:
        chosen(object), removed(object): the Path.
        left(object, int): Up or Down was pressed: the row itself, and -1 or 1.
    """

    chosen = Signal(object)
    removed = Signal(object)
    left = Signal(object, int)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.missing = False
        self.button = _RecentButton(path)
        self.button.clicked.connect(self._choose)
        self.remove = QToolButton()
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        self.remove.clicked.connect(lambda: self.removed.emit(self.path))
        self.remove.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        row.addWidget(self.remove)
        self.setFocusProxy(self.button)
        self.retranslate()

    def set_missing(self, missing: bool) -> None:
        """Grey it out and offer to take it off the list."""
        self.missing = missing
        self.remove.setVisible(missing)
        self.retranslate()

    def retranslate(self) -> None:
        self.remove.setToolTip(self.tr("Take it off the list (Del)"))
        self.remove.setAccessibleName(self.tr("Take {name} off the list").format(name=self.path.stem))
        gone = self.tr("not there any more") if self.missing else ""
        self.button.show_project(self.path, gone)

    def _choose(self) -> None:
        # One that is missing may have come back meanwhile (a stick, a network): opening it will tell.
        self.chosen.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.left.emit(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.path)
        else:
            super().keyPressEvent(event)


class _RecentButton(_Pressable):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._gone = ""
        self.show_project(path, "")

    def show_project(self, path: Path, gone: str) -> None:
        """Show a project; `gone` says that its file is not there."""
        self._gone = gone
        self._folder = str(path.parent)
        home = str(Path.home())
        if self._folder == home or self._folder.startswith(home + "/"):
            self._folder = "~" + self._folder[len(home) :]
        self.setText(path.stem)
        self.setToolTip(f"\u2066{path}\u2069")
        self.setAccessibleName(f"{path.stem}, {gone}" if gone else path.stem)
        self.setAccessibleDescription(str(path))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # QAbstractButton would go to its neighbours by arrows; the row does it, and knows about Delete.
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the name where the line begins and the folder, from left to right, where it ends."""
        painter = QPainter(self)
        self.paint_frame(painter, flat=True)
        colours = self.palette()
        metrics = self.fontMetrics()
        direction = self.layoutDirection()
        inner = self.rect().adjusted(12, 0, -12, 0)
        name_width = min(metrics.horizontalAdvance(self.text()) + 4, inner.width() * 6 // 10)
        group = QPalette.ColorGroup.Disabled if self._gone else QPalette.ColorGroup.Active
        base = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if direction == Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading
        name_room = QStyle.visualRect(direction, inner, QRect(inner.left(), 0, name_width, self.height()))
        painter.setPen(colours.color(group, QPalette.ColorRole.Text))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, name_width)
        painter.drawText(name_room, base | leading, name)
        rest = QRect(inner.left() + name_width + 18, 0, inner.width() - name_width - 18, self.height())
        room = QStyle.visualRect(direction, inner, rest)
        painter.setPen(colours.color(group, QPalette.ColorRole.PlaceholderText))
        folder = metrics.elidedText(self._folder, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(room, base | trailing, self._gone or folder)
