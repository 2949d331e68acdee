"""What may open between the article and the palette, one at a time: gaps, last edits, reasons to skip, repeats."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peyman.core.edits import Gap, place_of, shorten
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.journal import Entry
from peyman.core.schema import Schema
from peyman.gui.annotate.gaps_panel import GapsPanel
from peyman.gui.annotate.repeat_panel import RepeatPanel
from peyman.gui.i18n import Language
from peyman.gui.numbered_panel import KEYS, NumberedPanel
from peyman.gui.pages import Place
from peyman.gui.session import Session
from peyman.gui.wording import edit_words

MESSAGES |= {
    "nothing_edited": QT_TRANSLATE_NOOP("errors", "You have not changed anything yet."),
}


class Panels(QWidget):
    """The panels of the annotate page; opening one closes the others.

    Signals:
        gap_chosen(Gap): go to this gap.
        finish_anyway(): finish in spite of the gaps.
        place_chosen(Place): go back to the place of an edit.
        skip_chosen(str): skip the article for this reason, perhaps none.
        left(): the keyboard goes back to the article.
    """

    gap_chosen = Signal(object)
    finish_anyway = Signal()
    place_chosen = Signal(object)
    skip_chosen = Signal(str)
    left = Signal()

    def __init__(
        self, session: Session, language: Language, repeats: RepeatPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.repeats = repeats
        self._entries: list[Entry] = []
        self.gaps = GapsPanel(language)
        self.latest = NumberedPanel()
        self.reasons = NumberedPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for panel in (self.gaps, self.latest, self.reasons, self.repeats):
            column.addWidget(panel)
            panel.left.connect(self.leave)
        self.gaps.gap_chosen.connect(self.gap_chosen)
        self.gaps.finish_anyway.connect(self.finish_anyway)
        self.latest.chosen.connect(self._return_to)
        self.reasons.chosen.connect(lambda row: self._skip(self._reasons()[row] if row else ""))
        self.reasons.written.connect(self._skip)
        self.close_all()

    def close_all(self) -> None:
        for panel in (self.gaps, self.latest, self.reasons):
            panel.hide()
        self.repeats.give_up()

    def leave(self) -> None:
        self.close_all()
        self.left.emit()

    def show_gaps(self, gaps: list[Gap], schema: Schema) -> None:
        self.close_all()
        self.gaps.show_gaps(gaps, schema)

    def repeat(self, *, everywhere: bool) -> None:
        """Offer the other places of the selected span's string, in the article or in the whole project."""
        self.close_all()
        self.repeats.repeat(everywhere=everywhere)

    def show_latest(self) -> None:
        """List what the annotator changed last, in whatever article, each one digit away; again: close the list."""
        if self.latest.isVisible():
            self.leave()
            return
        self.close_all()
        project = self._session.project
        self._entries = project.latest(len(KEYS))
        if not self._entries:
            self._session.failed.emit(PeymanError("nothing_edited"))
            return
        titles = {row.number: row.title for row in project.document_rows([e.document_number for e in self._entries])}
        rows = []
        for entry in self._entries:
            _, quote = place_of(project.edit_of(entry.number))
            what = f"{edit_words(entry.name)} «\u2068{shorten(quote)}\u2069»" if quote else edit_words(entry.name)
            rows.append(f"{what} · \u2068{shorten(titles[entry.document_number])}\u2069")
        self.latest.show_rows(self.tr("The last edits. A digit goes back to where one was made."), rows)

    def _return_to(self, row: int) -> None:
        entry = self._entries[row]
        extent, _ = place_of(self._session.project.edit_of(entry.number))
        self.close_all()
        self.place_chosen.emit(Place(entry.document_number, *(extent or (0, 0)), entry.set_number))

    def ask_why_skip(self) -> None:
        """Ask for the reason before an article is set aside; Enter alone gives none."""
        self.close_all()
        head = self.tr("Why is this article skipped? Enter for the first, a digit for another, or write why.")
        self.reasons.show_rows(head, self._reasons(), or_write=self.tr("Another reason"))

    def _reasons(self) -> list[str]:
        return [
            self.tr("No reason"),
            self.tr("The same news as another article"),
            self.tr("Not about cooperation"),
            self.tr("In another language"),
            self.tr("Broken or unreadable text"),
        ]

    def _skip(self, reason: str) -> None:
        self.leave()
        self.skip_chosen.emit(reason)
