"""What is to be imported: the list of files and folders, and how their texts begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
)

from peyman.core.calendars import GREGORIAN
from peyman.core.readings import chosen_days
from peyman.gui.fields import leading_side
from peyman.gui.i18n import Language, word
from peyman.gui.import_work import Sample, Survey
from peyman.gui.message_bar import paint_kind
from peyman.gui.theme import icon
from peyman.gui.wording import language_words, norm_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex

LINES = 8  # for which the list and the texts beside it always have room
MOST_SHOWN = 8  # texts at once
_KINDS = Qt.ItemDataRole.UserRole  # which formats, how many
_FOLDER = Qt.ItemDataRole.UserRole + 1
_REFUSED = Qt.ItemDataRole.UserRole + 2
_GAP = 4  # pixels
_ICON = 18  # pixels


class FileRows(QStyledItemDelegate):
    """Paints a file: its name, what it is at the other end of the line, and quietly below it the folder."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        return QSize(160, QFontMetrics(_bold(font)).height() + QFontMetrics(_small(font)).height() + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        font: QFont = option.font
        palette: QPalette = option.palette
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = ink if selected else palette.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
            painter.fillRect(rect.right() - 2 if rtl else rect.left(), rect.top(), 3, rect.height(), palette.accent())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent(), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(7, _GAP, -7, -_GAP)
        mark = QRect(inner.right() + 1 - _ICON if rtl else inner.left(), inner.top() + 1, _ICON, _ICON)
        if index.data(_REFUSED):
            paint_kind(painter, QRectF(mark.adjusted(1, 1, -1, -1)), "error", palette)
        else:
            drawing: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
            drawing.paint(painter, mark)
        lines = inner.adjusted(0 if rtl else _ICON + 7, 0, -_ICON - 7 if rtl else 0, 0)
        self._paint_lines(painter, lines, index, font, ink, quiet, rtl=rtl)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, room: QRect, index: Index, font: QFont, ink: QColor, quiet: QColor, *, rtl: bool
    ) -> None:
        bold, small = _bold(font), _small(font)
        heavy, light = QFontMetrics(bold), QFontMetrics(small)
        upper = QRect(room.left(), room.top(), room.width(), heavy.height())
        lower = QRect(room.left(), room.bottom() + 1 - light.height(), room.width(), light.height())
        kinds, name, folder = str(index.data(_KINDS)), _name(index), str(index.data(_FOLDER))
        # The name has what it needs, and what it is takes the rest: that is told beside the list, too.
        left = room.width() - min(heavy.horizontalAdvance(name), room.width() * 2 // 3) - 12
        kinds = light.elidedText(kinds, Qt.TextElideMode.ElideRight, left)
        taken = light.horizontalAdvance(kinds) + 12 if kinds else 0
        painter.setFont(small)
        painter.setPen(quiet)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        far = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(upper, far | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, kinds)
        # Names of files and folders run from left to right, and begin where the window's lines do.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        near = leading_side() | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(lower, near, light.elidedText(folder, Qt.TextElideMode.ElideMiddle, lower.width()))
        painter.setFont(bold)
        painter.setPen(ink)
        before = upper.adjusted(taken if rtl else 0, 0, 0 if rtl else -taken, 0)
        painter.drawText(before, near, heavy.elidedText(name, Qt.TextElideMode.ElideMiddle, before.width()))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _name(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")[0].strip("\u2066\u2069")


class FileList(QListWidget):
    """Files and folders, each with its name first."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Files and folders to import"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(FileRows(self))
        self.setMinimumHeight(room_for_lines(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def add(self, path: Path) -> None:
        item = QListWidgetItem(icon("open" if path.is_dir() else "new"), "")
        item.setToolTip(f"\u2066{path}\u2069")
        item.setData(_FOLDER, str(path.parent))
        self.addItem(item)
        self.tell(self.count() - 1, path, "", refused=False)

    def tell(self, row: int, path: Path, kinds: str, *, refused: bool) -> None:
        """Say of which kinds a file is, or those in a folder; "" while that is not known."""
        item = self.item(row)
        assert item is not None
        # An isolate keeps a name from being turned round in a right-to-left list.
        name = f"\u2066{path.name or path}\u2069"
        item.setText(f"{name}\n{kinds}" if kinds else name)
        item.setData(_KINDS, kinds)
        item.setData(_REFUSED, refused)
        folder = f"\u2066{path.parent}\u2069"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (name, kinds, folder) if part))


class Preview(QTextEdit):
    """How the texts of the files begin, each running its own way, and what cannot be read."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("How the texts begin"))
        self.setPlaceholderText(self.tr("Here stands how their texts begin."))
        self.setMinimumHeight(room_for_lines(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def show_survey(self, found: Survey, below: Sequence[Path]) -> None:
        """Show what was found in these files and folders; in all, if none is named."""

        def wanted(path: Path) -> bool:
            return not below or any(path == one or one in path.parents for one in below)

        self.clear()
        for seen in found.refused:
            if wanted(seen.path) and seen.refused is not None:
                self._add(seen.path.name, "", word(seen.refused), rtl=self._language.rtl)
        for sample in [sample for sample in found.samples if wanted(sample.path)][:MOST_SHOWN]:
            text = sample.excerpt + ("…" if sample.longer else "")
            self._add(sample.title, self._facts(sample), text, rtl=sample.direction == "rtl")
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def _facts(self, sample: Sample) -> str:
        facts = [language_words(sample.language), self.tr("%Ln word(s)", "", sample.words)]
        if sample.day is not None:
            facts.append(norm_words(chosen_days(sample.day, sample.day, GREGORIAN), self._language.code))
        return " · ".join([*(f"\u2068{fact}\u2069" for fact in facts), f"\u2066{sample.path.name}\u2069"])

    def _add(self, heading: str, about: str, text: str, *, rtl: bool) -> None:
        cursor = self.textCursor()
        bold, small = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        small.setFontPointSize(self.font().pointSizeF() * 0.9)
        small.setForeground(self.palette().placeholderText())
        for words, style in ((heading, bold), (about, small), (text, QTextCharFormat())):
            if not words:
                continue
            block = QTextBlockFormat()
            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
            block.setTopMargin(10 if style is bold and not self.document().isEmpty() else 0)
            if not self.document().isEmpty():
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            cursor.insertText("\u2028".join(words.splitlines()), style)


def room_for_lines(pane: QAbstractScrollArea) -> int:
    """Return how many pixels high a pane must be for `LINES` lines."""
    return pane.fontMetrics().lineSpacing() * LINES + 2 * pane.frameWidth() + 8
