"""The leading side of the page: filters with live counts, and below them the questions that they let through."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from peyman.core.curating import Question
from peyman.gui.i18n import Language
from peyman.gui.naming import Namer
from peyman.gui.review.questions import FACETS, Filter, Questions
from peyman.gui.review.words import kind_words
from peyman.gui.theme import article_font
from peyman.gui.wording import status_words, text_direction

Index = QModelIndex | QPersistentModelIndex
PAGE = 200  # rows
PAUSE = 120  # milliseconds from a change until the counts follow
_GAP = 5  # pixels


class QuestionModel(QAbstractListModel):
    """The questions that show; put into words only as they are looked at.

    The list gets a page of them, and another when it comes to its end: it asks about each row it has whenever one
    changes, which takes long when there are many.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Question] = ()
        self.namer: Namer | None = None
        self._given = 0  # rows that the list knows of

    def show_rows(self, rows: Sequence[Question], namer: Namer, current: int | None) -> None:
        """Show these; `current` is the row that is to be among those known of from the beginning."""
        self.beginResetModel()
        self.rows, self.namer = rows, namer
        self._given = min(len(rows), (current or 0) + PAGE)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._given < len(self.rows)

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002
        self.give(self._given + PAGE)

    def give(self, rows: int) -> None:
        """Let the list know of at least so many rows, if there are."""
        wanted = min(len(self.rows), rows)
        if wanted > self._given:
            self.beginInsertRows(QModelIndex(), self._given, wanted - 1)
            self._given = wanted
            self.endInsertRows()

    def about(self, question: Question) -> str:
        """Return class, layer or attribute, and how it stands."""
        assert self.namer is not None
        words = [kind_words(question.kind)]
        if question.name:
            words.append(self.namer.attribute(question.layer, question.name))
        elif question.layer and question.kind != "role":
            words.append(self.namer.layer(question.layer))
        if question.status != "open":
            words.append(status_words(question.status))
        return " · ".join(f"\u2068{word}\u2069" for word in words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        question = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(word for word in (self.about(question), question.quote, question.title) if word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return question.title
        return None


class _Delegate(QStyledItemDelegate):
    """Paints the words of the place, and below them what is asked."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        looks = article_font("", font.pointSizeF(), "fa"), self._small(font)
        return QSize(160, sum(QFontMetrics(look).height() for look in looks) + 3 * _GAP)

    @staticmethod
    def _small(font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        return small

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, QuestionModel)
        question = model.rows[index.row()]
        palette: QPalette = option.palette
        font: QFont = option.font
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = ink if selected else palette.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
            edge = QRect(rect.right() - 2 if rtl else rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, palette.accent())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent(), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(9, _GAP, -9, -_GAP)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        words = " ".join(question.quote.split()) or question.title
        language = "fa" if text_direction(words) == Qt.LayoutDirection.RightToLeft else "ru"
        lines = (
            (words, article_font("", font.pointSizeF(), language), ink),
            (model.about(question), self._small(font), quiet),
        )
        top = inner.top()
        for text, look, colour in lines:
            metrics = QFontMetrics(look)
            painter.setFont(look)
            painter.setPen(colour)
            painter.setLayoutDirection(text_direction(text))
            room = QRect(inner.left(), top, inner.width(), metrics.height())
            painter.drawText(room, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
            top += metrics.height() + _GAP
        painter.restore()


class QueueList(QWidget):
    """Filters and questions.

    Signals:
        chosen(Question): the person went to another one.
        filtered(Filter): other questions are to show.
    """

    chosen = Signal(object)
    filtered = Signal(object)

    def __init__(self, questions: Questions, language: Language) -> None:
        super().__init__()
        self._questions = questions
        self._language = language
        self._namer: Namer | None = None
        self._values: dict[str, list[Any]] = {facet: [getattr(Filter(), facet)] for facet in FACETS}  # of the boxes
        self._showing = False
        self.boxes = {facet: QComboBox() for facet in FACETS}
        self.list = QListView()
        self.model = QuestionModel()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._count)
        grid = QGridLayout()
        grid.setSpacing(4)
        for number, box in enumerate(self.boxes.values()):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(self._filter)
            grid.addWidget(box, *divmod(number, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self.list, 1)
        self.retranslate()

    def show_questions(self, namer: Namer, current: Question | None) -> None:
        """Show what the filter lets through; the counts follow in a moment."""
        self._namer = namer
        self._showing = True
        place = self._questions.place(current) if current is not None else None
        self.model.show_rows(self._questions.shown, namer, place)
        self._showing = False
        self.go_to(current)
        self._pause.start()

    def go_to(self, question: Question | None) -> None:
        """Let a question be the current one, without saying so."""
        place = self._questions.place(question) if question is not None else None
        self.model.give((place or 0) + 1)
        index = QModelIndex() if place is None else self.model.index(place)
        if index != self.list.currentIndex():
            self._showing = True
            self.list.setCurrentIndex(index)
            self._showing = False

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(self.model.rows[index.row()])

    def _filter(self) -> None:
        chosen = {facet: self._values[facet][max(0, box.currentIndex())] for facet, box in self.boxes.items()}
        wanted = Filter(**chosen)
        if wanted != self._questions.filter:
            self.filtered.emit(wanted)

    def choose(self, facet: str, value: object) -> None:
        """Choose an entry under one filter."""
        self._count()
        self.boxes[facet].setCurrentIndex(self._values[facet].index(value))

    def clear_filters(self) -> None:
        """Let all questions show."""
        if self._questions.filter != Filter():
            self.filtered.emit(Filter())
            self._count()

    # Counts

    def _count(self) -> None:
        """Offer under each filter what there is, with how often."""
        if self._namer is None:
            return
        for facet, box in self.boxes.items():
            counts = self._questions.counts(facet)
            chosen = getattr(self._questions.filter, facet)
            entries = sorted(counts.items(), key=lambda entry: (-entry[1], str(entry[0])))
            every = getattr(Filter(), facet)
            if chosen != every and chosen not in counts:
                entries.append((chosen, 0))
            self._values[facet] = [every, *(value for value, _ in entries)]
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self._every(facet))
                for value, count in entries:
                    box.addItem(f"\u2068{self._words(facet, value)}\u2069 ({self._language.digits(count)})")
                box.setCurrentIndex(self._values[facet].index(chosen))

    def _words(self, facet: str, value: Hashable) -> str:
        assert self._namer is not None
        if facet == "kind":
            return kind_words(str(value))
        if facet == "status":
            return status_words(str(value))
        if facet == "layer":
            return self._namer.layer(str(value)) if value else self.tr("article")
        if facet == "label":
            return self._label(str(value))
        if isinstance(value, tuple):
            return " ↔ ".join(f"\u2068{name}\u2069" for name in value)
        listing = self._questions.listings.get(value) if isinstance(value, int) else None
        return listing.title if listing else str(value)

    def _label(self, label_id: str) -> str:
        assert self._namer is not None
        for layer in self._namer.schema.layers.values():
            if layer.label(label_id) or layer.attribute(label_id):
                return self._namer.label(layer.id, label_id)
        return label_id

    def _every(self, facet: str) -> str:
        """Return the entry that lets all through: in little room, it says what the filter is about."""
        words = {
            "kind": self.tr("Class"),
            "layer": self.tr("Layer"),
            "label": self.tr("Label"),
            "pair": self.tr("Pair"),
            "article": self.tr("Article"),
            "status": self.tr("State"),
        }
        return words[facet]

    def retranslate(self) -> None:
        names = {
            "kind": self.tr("Class of difference"),
            "layer": self.tr("Layer"),
            "label": self.tr("Label"),
            "pair": self.tr("Pair of annotators"),
            "article": self.tr("Article"),
            "status": self.tr("State"),
        }
        for facet, box in self.boxes.items():
            box.setAccessibleName(names[facet])
            box.setToolTip(names[facet])
        self.list.setAccessibleName(self.tr("Questions left"))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_pause"):
            self.retranslate()
        super().changeEvent(event)
