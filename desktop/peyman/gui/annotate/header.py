"""The line above the article: its title, its state, and whose annotations are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from peyman.core.model import AnnotationSet, Document
from peyman.core.project import SetInfo
from peyman.gui.annotate.offers import Reason
from peyman.gui.fields import ArticleTitle
from peyman.gui.i18n import Language
from peyman.gui.theme import icon
from peyman.gui.wording import state_words


class ArticleHeader(QWidget):
    """Title, state and whose annotations; a button to finish.

    Signals:
        set_chosen(int): show this annotation set of the same document.
        finish_requested(): finish the article and go on.
        joining_toggled(): join lines broken by hand, or show them as they are.
    """

    set_chosen = Signal(int)
    finish_requested = Signal()
    joining_toggled = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._title = ArticleTitle()
        self._state = QLabel()
        self._state.setProperty("role", "quiet")
        self._offers = QLabel()
        self._offers.setProperty("role", "quiet")
        self._sets = QComboBox()
        self._sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._sets.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sets.activated.connect(lambda row: self.set_chosen.emit(self._sets.itemData(row)))
        self._lines = QToolButton()
        self._lines.setProperty("role", "tool")
        self._lines.setCheckable(True)
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setIcon(icon("join"))
        self._lines.clicked.connect(self.joining_toggled)
        self._lines.hide()
        self._finish = QToolButton()
        self._finish.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._finish.setIcon(icon("finish"))
        self._finish.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._finish.clicked.connect(self.finish_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(self._title, 1)
        for widget in (self._offers, self._state, self._lines, self._sets, self._finish):
            row.addWidget(widget)
        self._retranslate()

    def show_article(
        self, document: Document, annotations: AnnotationSet, infos: Sequence[SetInfo], *, own: bool
    ) -> None:
        self._title.setText(document.title)
        self._title.setToolTip(document.name)
        rtl = document.direction == "rtl"
        self._title.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        flag = " ⚑" if annotations.state.doubt else ""
        self._state.setText(state_words(annotations.state.state) + flag)
        self._sets.blockSignals(True)
        self._sets.clear()
        for info in infos:
            self._sets.addItem(self.whose(info), info.number)
        self._sets.setCurrentIndex(next((n for n, i in enumerate(infos) if i.number == annotations.number), -1))
        self._sets.blockSignals(False)
        # One set alone, one's own, is nothing to choose from.
        self._sets.setVisible(len(infos) > 1 or not own)

    def show_offers(self, count: int, reason: Reason) -> None:
        """Say how many suggestions wait, or why there are none in this article."""
        words, tip = "", ""
        if count:
            words = self.tr("%Ln suggestion(s)", "", count)
            tip = self.tr("Tab goes to the next one, Enter takes it, Backspace rejects it.")
        elif reason == "control":
            words = self.tr("Control article")
            tip = self.tr("Some articles get no suggestions, so that their effect can be measured.")
        elif reason == "shared":
            words = self.tr("Without suggestions")
            tip = self.tr("Several people annotate this article, so nothing is suggested to any of them.")
        self._offers.setText(words)
        self._offers.setToolTip(tip)
        self._offers.setVisible(bool(words))

    def show_lines(self, wrapped: bool, joined: bool) -> None:
        """Offer to join the lines of an article that is `wrapped`; the button is down while they are."""
        self._lines.setVisible(wrapped)
        self._lines.setChecked(joined)

    def whose(self, info: SetInfo) -> str:
        """Return a set's annotator and how much he has found."""
        counts = self._language.digits(info.entities + info.commitments)
        name = self.tr("{name} (gold)").format(name=info.annotator) if info.kind == "gold" else info.annotator
        return f"{name} · {counts}"

    def _retranslate(self) -> None:
        self._lines.setToolTip(self.tr("Join lines broken by hand (Ctrl+J)"))
        self._lines.setAccessibleName(self.tr("Join lines broken by hand"))
        self._finish.setText(self.tr("Finish"))
        self._finish.setToolTip(self.tr("Finish the article and go on to the next (F)"))
        self._sets.setToolTip(self.tr("Whose annotations are shown (F2: the next)"))
        self._sets.setAccessibleName(self.tr("Whose annotations are shown"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
