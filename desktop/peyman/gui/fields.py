"""What the dialogs are made of: a base that grows with its content, rows of a form, fields, and asking for files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from peyman.gui.wording import text_direction

PROJECT_SUFFIX = ".peyman"


class Dialog(QDialog):
    """A dialog that grows when what it says needs more height, and is gone when it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def event(self, event: QEvent) -> bool:
        growing = event.type() == QEvent.Type.LayoutRequest
        if growing or event.type() == QEvent.Type.Show:
            for box in self.findChildren(QDialogButtonBox):
                _let_tab_follow_places(box)
        done = super().event(event)  # the last event deletes this very object
        if growing and (layout := self.layout()) is not None:
            # Qt makes room for the width of wrapped texts, but not for the height they take at that width.
            needed = min(layout.totalHeightForWidth(self.width()), self.screen().availableSize().height())
            if needed > self.height():
                self.resize(self.width(), needed)
        return done


def _let_tab_follow_places(box: QDialogButtonBox) -> None:
    """Let Tab go through the buttons as they stand: every system has its own order, and Tab that of their making."""
    row = box.layout()
    items = [row.itemAt(number) for number in range(row.count())] if row is not None else []
    buttons = [button for item in items if item is not None and (button := item.widget()) is not None]
    for one, other in pairwise(buttons):
        QWidget.setTabOrder(one, other)


class Form(QGridLayout):
    """Labels and fields in rows, with notes below the fields. (QFormLayout gives wrapped notes a wrong height.)"""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(18)
        self.setVerticalSpacing(6)
        self.setColumnStretch(1, 1)

    def add_heading(self, label: QLabel) -> None:
        self.addWidget(label, self.rowCount(), 0, 1, 2)

    def add_field(self, label: QLabel | None, field: QWidget, *below: QWidget) -> None:
        """Add a field with its label; without one the field says itself what it is."""
        row = self.rowCount()
        if label is not None:
            label.setBuddy(field)
            self.addWidget(label, row, 0)
        # With an alignment, a field that does not grow leaves the column free to.
        fixed = field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        self.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
        for number, widget in enumerate(below, 1):
            self.addWidget(widget, row + number, 1)
        self.setRowMinimumHeight(self.rowCount(), 4)


def plain_buttons(box: QDialogButtonBox) -> None:
    """Take Fusion's coloured icons off the standard buttons."""
    for button in box.buttons():
        button.setIcon(QIcon())


def towards(text: str) -> str:
    """Return `text` with a mark that makes its line run as the window does, whatever letter it begins with.

    For labels that can be selected: they lay each line out by its first letter.
    """
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return ("\u200f" if rtl else "\u200e") + text


def titled(text: str) -> QLabel:
    """Return the heading of a dialog."""
    label = QLabel(text)
    label.setProperty("role", "title")
    return label


def quiet(text: str) -> QLabel:
    """Return an explanation that wraps."""
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label


class ArticleTitle(QLabel):
    """A title on one line, cut to the room there is. It reads its own way, but stands where the window's lines begin.

    Attributes:
        direction: which way the title runs; None: as most of its letters do.
    """

    direction: Qt.LayoutDirection | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setLayoutDirection(text_direction(self.text()) if self.direction is None else self.direction)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), leading_side() | Qt.AlignmentFlag.AlignVCenter, text)


class Lines(QPlainTextEdit):
    """Sentences to read and copy, one a line, that run as the window does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        option = QTextOption(leading_side())
        option.setTextDirection(QApplication.layoutDirection())
        self.document().setDefaultTextOption(option)

    def show_lines(self, lines: Iterable[str]) -> None:
        self.setPlainText("\n".join(lines))

    def add_lines(self, lines: Iterable[str]) -> None:
        self.show_lines([*filter(None, self.toPlainText().split("\n")), *lines])


def leading_side() -> Qt.AlignmentFlag:
    """Return the side where lines begin in the window, whichever way a field itself runs."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute


class ContentEdit(QLineEdit):
    """A field whose text runs its own way, but begins at the leading side of the window.

    A path runs from left to right; a name as most of its letters do.
    """

    def __init__(self, content: Literal["path", "name"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.textChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        window = QApplication.layoutDirection()
        if self._content == "path":
            direction = Qt.LayoutDirection.LeftToRight
        else:
            direction = text_direction(self.text()) if self.text().strip() else window
        self.setLayoutDirection(direction)
        self.setAlignment(leading_side())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()
        super().changeEvent(event)


class PassingWheel(QObject):
    """Lets a wheel over lists that are not in use scroll what is around them, instead of choosing something else."""

    def watch(self, box: QComboBox) -> None:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class NameBox(QComboBox):
    """A person's name: one of those known, or a new one."""

    def __init__(self, names: Sequence[str], current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLineEdit(ContentEdit("name"))
        self.addItems(list(names))
        self.setEditText(current)

    @property
    def name(self) -> str:
        return self.currentText().strip()


class PathField(QWidget):
    """A path to type, with a button to choose it instead.

    Signals:
        changed(): by either of them.
        browse_requested(): the button was pressed; whoever listens sets the path.
    """

    changed = Signal()
    browse_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = ContentEdit("path")
        self.edit.textChanged.connect(self.changed)
        self.button = QPushButton(self.tr("&Browse…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.browse_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    @property
    def path(self) -> Path | None:
        """What was typed, absolute; None for nothing."""
        text = self.edit.text().strip()
        if not text:
            return None
        try:
            typed = Path(text).expanduser()
        except RuntimeError:  # "~nobody"
            typed = Path(text)
        return Path.home() / typed

    def set_path(self, path: Path) -> None:
        self.edit.setText(str(path))


class FileChooser:
    """Asks for files and folders with the system's own dialogs; tests and scripts pass one that knows the answer.

    `kinds` are Qt's filters, such as "Projects (*.peyman)".
    """

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        """Ask where to write; the system's dialog has asked before it names a file that exists."""
        return _path(QFileDialog.getSaveFileName(parent, title, str(start), kinds)[0])

    def file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return _path(QFileDialog.getOpenFileName(parent, title, str(start), kinds)[0])

    def files(self, parent: QWidget, title: str, start: Path, kinds: str) -> list[Path]:
        return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, str(start), kinds)[0]]

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        return _path(QFileDialog.getExistingDirectory(parent, title, str(start)))


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def documents_folder() -> Path:
    """Return the person's folder for documents, or their home where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
