"""The cards at the trailing side: one for each answer that can be taken, with what differs between them marked."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from peyman.core.adjudication import Disagreement
from peyman.core.edits import shorten
from peyman.core.model import Answer, Filling, Places
from peyman.gui.naming import Namer
from peyman.gui.review.bench import Option
from peyman.gui.review.words import head_of, nothing_words, quote_of, stretches
from peyman.gui.theme import article_font, ink_on, over, tint
from peyman.gui.wording import isolated, joined, localized_key, text_direction

MOST = 9  # cards with a key


class Card(QFrame):
    """One answer with its key; a click takes it as the key does.

    Signals:
        chosen(): it was clicked.
    """

    chosen = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cap, self.head, self.who, self.text, self.more = (QLabel() for _ in range(5))
        self.cap.setProperty("role", "key")
        self.cap.setText(localized_key(key))
        self.who.setProperty("role", "quiet")
        self.more.setProperty("role", "quiet")
        for label in (self.head, self.text):
            label.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.who, self.more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.head, self.text, self.more):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.head, 1)
        row.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 7, 9, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.text)
        column.addWidget(self.more)

    def show_words(self, head: str, who: str, text: str, more: str) -> None:
        """Show an answer; `head` and `text` are HTML."""
        for label, words in ((self.head, head), (self.who, who), (self.text, text), (self.more, more)):
            label.setText(words)
            label.setVisible(bool(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()


class Cards(QWidget):
    """All cards of one question.

    Signals:
        taken(int): the option with this number, from 0; -1 for nothing.
    """

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        self._shown: tuple[Disagreement, tuple[Option, ...], Mapping[str, str], Namer, float] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_options(
        self, asked: Disagreement, options: tuple[Option, ...], names: Mapping[str, str], namer: Namer, size: float
    ) -> None:
        """Show what can be taken; `names` are what annotators are called here, `size` is that of the text in points."""
        self._shown = asked, options, names, namer, size
        keys = [*(str(number) for number in range(1, min(len(options), MOST) + 1)), "0"]
        self._have(keys)
        for card, option in zip(self.cards, options, strict=False):
            self._fill(card, asked, option, names, namer, size)
        nobody = [m.annotator for m in asked.cluster.members if m.answer is None]
        self.cards[-1].show_words(f"<b>{escape(nothing_words(asked))}</b>", _who(nobody, names, namer), "", "")
        self._describe(self.cards[-1], nothing_words(asked), _who(nobody, names, namer))

    def _have(self, keys: list[str]) -> None:
        if [card.key for card in self.cards] == keys:
            return
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [Card(key) for key in keys]
        for number, card in enumerate(self.cards):
            place = number if card.key != "0" else -1
            card.chosen.connect(lambda place=place: self.taken.emit(place))
            self._column.addWidget(card)

    def clear(self) -> None:
        self._shown = None
        self._have([])

    def _fill(
        self, card: Card, asked: Disagreement, option: Option, names: Mapping[str, str], namer: Namer, size: float
    ) -> None:
        head, colour = head_of(asked, option.answer, namer)
        who = _who(option.annotators, names, namer) or self.tr("stands in gold")
        style = f"background-color:{colour}; color:{ink_on(colour).name()}"
        plate = f'<span style="{style}">&nbsp;{escape(head)}&nbsp;</span>'
        plain = f"<b>{escape(head)}</b>"
        labelled = isinstance(option.answer, (tuple, Filling))
        text = self._text(asked, option.answer, colour)
        card.show_words(plate if labelled else plain, who, text, "\n".join(self._more(asked, option.answer, namer)))
        quote = quote_of(asked, option.answer)
        language = asked.document.language
        card.text.setFont(article_font("", size, language))
        card.text.setLayoutDirection(text_direction(quote or asked.document.text[:200]))
        card.head.setLayoutDirection(text_direction(head) if not labelled else self.layoutDirection())
        self._describe(card, head, " ".join(quote.split()), who)

    def _describe(self, card: Card, *words: str) -> None:
        card.setAccessibleName(". ".join(word for word in words if word))
        card.setAccessibleDescription(f"({localized_key(card.key)})")

    def _more(self, asked: Disagreement, answer: Answer, namer: Namer) -> list[str]:
        """Return what an answer says besides: attributes in which answers differ, the commitment that has a role."""
        if isinstance(answer, tuple):
            others = [v.answer for v in asked.choices if isinstance(v.answer, tuple)]
            shared = {
                name
                for name, value in answer[0].attributes.items()
                if all(place.attributes.get(name) == value for other in others for place in other)
            }
            own = [{n: v for n, v in place.attributes.items() if n not in shared} for place in answer]
            return list(dict.fromkeys(line for values in own for line in namer.values(asked.layer, values)))
        above = asked.docket.cluster(asked.cluster.parent)
        if above is None:
            return []
        quote = shorten(asked.document.text[above.start : above.end], 90)
        return [self.tr("of “{quote}”").format(quote=f"\u2068{quote}\u2069")]

    def _text(self, asked: Disagreement, answer: Answer, colour: str) -> str:
        """Return the words of an answer in their surroundings, as HTML."""
        if isinstance(answer, tuple):
            return self._marked(asked, answer, colour)
        return escape(" ".join(quote_of(asked, answer).split()))

    def _marked(self, asked: Disagreement, places: Places, colour: str) -> str:
        palette = self.palette()
        paper, quiet = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.PlaceholderText)
        dark = paper.lightness() < palette.color(QPalette.ColorRole.Text).lightness()
        soft = over(tint(colour, dark), paper)
        found = []
        whole = stretches(asked, places)
        for number, stretch in enumerate(whole):
            text = stretch.text
            if not stretch.inside and number == 0:
                text = "…" + text
            if not stretch.inside and number == len(whole) - 1:
                text += "…"
            words = escape(_shortened(text)).replace("\n", " ")
            if stretch.inside:
                style = f"background-color:{soft.name()}"
                if stretch.differs:
                    style += "; font-weight:bold; text-decoration:underline"
            else:
                style = f"color:{quiet.name()}"
                if stretch.differs:
                    style += "; text-decoration:underline"
            found.append(f'<span style="{style}">{words}</span>')
        return "".join(found)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self.show_options(*self._shown)
        super().changeEvent(event)


def _who(annotators: list[str] | tuple[str, ...], names: Mapping[str, str], namer: Namer) -> str:
    return joined(map(isolated, sorted(names.get(one, one) for one in annotators)), namer.language)


def _shortened(text: str, most: int = 220) -> str:
    """Return a long stretch with its middle left out; its ends are what answers differ in."""
    if len(text) <= most:
        return text
    half = most // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
