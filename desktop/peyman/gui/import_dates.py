"""The dates of imported articles: how to come by them, and which of those read from the text are right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peyman.core.calendars import GREGORIAN
from peyman.core.readings import chosen_days, date_in_metadata
from peyman.exchange import DateProposal, Dating
from peyman.gui.day_field import DayField
from peyman.gui.fields import plain_buttons, quiet, titled
from peyman.gui.i18n import word
from peyman.gui.message_bar import Notice
from peyman.gui.wording import norm_words

Way: TypeAlias = Literal["unknown", "metadata", "one", "text"]


class DateChoice(QWidget):
    """Of which day the articles are that do not say it themselves.

    Signals:
        changed(): another way was chosen, or another day.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = QComboBox()
        ways: tuple[tuple[Way, str], ...] = (
            ("unknown", self.tr("unknown for now")),
            ("metadata", self.tr("as the files' metadata say")),
            ("one", self.tr("the same day for all:")),
            ("text", self.tr("read from their text, for me to confirm")),
        )
        for way, words in ways:
            self.ways.addItem(words, way)
        self.day = DayField(language)
        self.notice = Notice()
        self.label = QLabel(self.tr("&Dates of the articles"))
        self.label.setBuddy(self.ways)
        row = QHBoxLayout()
        row.addWidget(self.label)
        row.addSpacing(12)  # with that of the row, as much as a form has
        row.addWidget(self.ways, 1)
        row.addWidget(self.day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.notice)
        self.ways.currentIndexChanged.connect(self._check)
        self.day.changed.connect(self._check)
        self._check()

    @property
    def way(self) -> Way:
        way: Way = self.ways.currentData()
        return way

    def set_way(self, way: Way) -> None:
        self.ways.setCurrentIndex(self.ways.findData(way))

    @property
    def ready(self) -> bool:
        return self.way != "one" or self.day.day is not None

    @property
    def dating(self) -> Dating | None:
        """What tells each article's date while it comes in."""
        if self.way == "metadata":
            return lambda document: date_in_metadata(document.meta)
        day = self.day.day if self.way == "one" else None
        return (lambda _document: day) if day else None

    def _check(self) -> None:
        one = self.way == "one"
        self.day.setVisible(one)
        if one and self.day.problem is not None:
            self.notice.say("error", word(self.day.problem))
        elif one and self.day.day is None:
            self.notice.say("info", self.tr("Write the day, or pick it from the calendar (F4)."))
        else:
            self.notice.hush()
        self.changed.emit()


class DateProposals(QWidget):
    """The days that were read from the articles, each to be confirmed or left out.

    Signals:
        confirmed(), skipped(): the person is through with them.
    """

    confirmed = Signal()
    skipped = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._proposals: Sequence[DateProposal] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Dates read from the articles"))
        self.list.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.accept = self.buttons.addButton(self.tr("&Set these dates"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.skip = self.buttons.addButton(self.tr("&Leave them unknown"), QDialogButtonBox.ButtonRole.RejectRole)
        plain_buttons(self.buttons)
        self.accept.clicked.connect(self.confirmed)
        self.skip.clicked.connect(self.skipped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Are these their dates?")))
        column.addWidget(
            quiet(self.tr("Untick (Space) what is not the day of the article itself. The others stay unknown."))
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)

    def show_proposals(self, proposals: Sequence[DateProposal]) -> None:
        self._proposals = proposals
        self.list.clear()
        for proposal in proposals:
            day = norm_words(chosen_days(proposal.day, proposal.day, GREGORIAN), self._language)
            words = f"{day} · «\u2068{proposal.quote}\u2069»\n\u2068{proposal.title or proposal.document}\u2069"
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.accept.setDefault(True)
        self.list.setFocus()

    @property
    def dates(self) -> dict[str, date]:
        """The days that are ticked, by the names of their documents."""
        ticked = (
            self.list.item(row).checkState() == Qt.CheckState.Checked for row in range(self.list.count())
        )
        return {one.document: one.day for one, wanted in zip(self._proposals, ticked, strict=True) if wanted}
