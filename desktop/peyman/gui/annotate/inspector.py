"""The inspector beside the article: the selected span with its form, roles, note and history; else the offer
at hand, or the article.

It shows an `InspectorState` and says what a person wants changed. It changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peyman.core.model import Span
from peyman.core.schema import Attribute
from peyman.gui.annotate.article_card import ArticleCard, group_label
from peyman.gui.annotate.chips import KeyButton, LabelPlate, QuietLabel, Quote
from peyman.gui.annotate.form import AttributeForm
from peyman.gui.annotate.inspector_state import InspectorState
from peyman.gui.annotate.offer_card import OfferCard
from peyman.gui.annotate.remarks import Doubt, NoteEdit, tool
from peyman.gui.annotate.roles import PartTable, RoleTable
from peyman.gui.annotate.version_list import VersionList
from peyman.gui.flow_layout import settle
from peyman.gui.wording import number

__all__ = ["Inspector", "InspectorState"]
QUOTE_LINES = 4


class SpanCard(QWidget):
    """A span: what it is, its attributes, its roles or the commitments it serves, its note and history.

    Signals as of `Inspector`, without the id of the span.
    """

    attribute_changed = Signal(str, object)
    defaults_requested = Signal()
    date_wanted = Signal(QWidget)
    note_changed = Signal(str)
    doubt_changed = Signal(str)
    remove_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: InspectorState | None = None
        self.plate = LabelPlate()
        self.kind = QuietLabel()
        self.remove_button = tool("delete")
        self.quote = Quote(QUOTE_LINES)
        self.position = QLabel()
        self._doubt = Doubt(self)
        self.doubt, self.doubt_button = self._doubt.line, self._doubt.button
        self.form_head = group_label()
        self.defaults = KeyButton(quiet=True)
        self.form = AttributeForm()
        self.roles_head = group_label()
        self.roles = RoleTable()
        self.parts_head = group_label()
        self.parts = PartTable()
        self.note_head = group_label()
        self.note = NoteEdit()
        self.history_button = QToolButton()
        self.versions = VersionList()
        self._lay_out()
        self._connect()
        self._word()

    def _lay_out(self) -> None:
        self.position.setProperty("role", "quiet")
        self.position.setWordWrap(True)
        self.history_button.setProperty("role", "fold")
        self.history_button.setCheckable(True)
        self.history_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.versions.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.plate)
        head.addWidget(self.kind, 1)
        head.addWidget(self.doubt_button)
        head.addWidget(self.remove_button)
        form_head = QHBoxLayout()
        form_head.addWidget(self.form_head, 1)
        form_head.addWidget(self.defaults, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.quote)
        column.addWidget(self.position)
        column.addWidget(self.doubt)
        column.addLayout(form_head)
        for widget in (self.form, self.roles_head, self.roles, self.parts_head, self.parts, self.note_head, self.note):
            column.addWidget(widget)
        column.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.versions)

    def _connect(self) -> None:
        self.form.changed.connect(self.attribute_changed)
        self.form.left.connect(self.left)
        self.form.defaults_requested.connect(self.defaults_requested)
        self.form.date_wanted.connect(self.date_wanted)
        self.defaults.clicked.connect(self.defaults_requested)
        self.note.committed.connect(self.note_changed)
        self.note.left.connect(self.left)
        self._doubt.changed.connect(self.doubt_changed)
        self._doubt.left.connect(self.left)
        self.remove_button.clicked.connect(self.remove_requested)
        self.history_button.toggled.connect(self._show_history)

    # Showing -------------------------------------------------------------------------------------------------

    def show_state(self, state: InspectorState) -> None:
        """Show the span selected in `state`, which must have one."""
        self._state = state
        span = state.span
        assert span is not None
        code = state.language.code
        label = state.label(span.layer, span.label)
        layer = state.layer(span.layer)
        self.plate.set_label(label.names(code), label.color, label.rule(code))
        group = next((group.names(code) for group in layer.groups if group.id == label.group), "")
        kinds = [name for name in (layer.names(code), group) if name and name != label.names(code)]
        self.kind.setText(" · ".join(kinds))
        self.quote.set_quote(span.quote, label.color, state.text_language, self.font().pointSizeF() * 1.15)
        self.position.setText(self._position(state, span))
        self._doubt.show_doubt(span.doubt, read_only=state.read_only)
        self.remove_button.setVisible(not state.read_only)
        attributes = layer.attributes_for(span.label, span.attributes)
        attributes = tuple(a for a in attributes if self._is_asked(a, state, span))
        self.form.show_attributes(
            attributes, span.label, span.attributes, language=code, read_only=state.read_only, proposals=state.proposals
        )
        self.form_head.setVisible(bool(attributes))
        known = span.layer in state.schema.layers
        missing = known and state.schema.defaults(span.layer, span.label, span.attributes)
        self.defaults.setVisible(bool(missing or state.proposals.proposed) and not state.read_only)
        self._show_roles(state, span)
        self.note.show_note(span.note, read_only=state.read_only)
        for widget in (self.note_head, self.note):
            widget.setVisible(bool(span.note) or not state.read_only)
        self._show_history()

    @staticmethod
    def _is_asked(attribute: Attribute, state: InspectorState, span: Span) -> bool:
        """An argument has a normal form only where it fills a role that wants one."""
        free = span.layer == "argument" and attribute.kind == "norm"
        return not free or bool(state.proposals.kinds) or attribute.id in span.attributes

    def _position(self, state: InspectorState, span: Span) -> str:
        text = state.document.text if state.document else ""
        words = self.tr("Line {line}, characters {start}–{end}").format(
            line=number(text.count("\n", 0, span.start) + 1), start=number(span.start), end=number(span.end)
        )
        if span.fragments:
            words += " · " + self.tr("in {count} pieces").format(count=number(len(span.fragments)))
        if span.origin:
            words += " · " + self.tr("suggested by {origin}").format(origin=f"\u2068{span.origin}\u2069")
        return words

    def _show_roles(self, state: InspectorState, span: Span) -> None:
        has_roles = span.layer == "commitment" and state.annotations is not None
        self.roles_head.setVisible(has_roles)
        self.roles.setVisible(has_roles)
        if has_roles:
            self.roles.show_state(state)
        serves = not has_roles and state.annotations is not None and self.parts.show_state(state)
        self.parts_head.setVisible(serves)
        self.parts.setVisible(serves)

    def _show_history(self) -> None:
        is_open = self.history_button.isChecked()
        self.history_button.setText(f"{'▾' if is_open else self._closed_arrow()} {self.tr('History')}")
        self.versions.setVisible(is_open)
        if is_open and self._state is not None and self._state.span is not None:
            self.versions.show_versions(self._state.history(self._state.span), self._state)

    def _closed_arrow(self) -> str:
        return "◂" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "▸"

    # Doing ---------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Give out everything typed so far."""
        self.form.commit()
        self.note.commit()
        self._doubt.commit()

    def discard(self) -> None:
        """Forget everything typed so far."""
        self.form.discard()
        self.note.discard()
        self._doubt.discard()

    # Words ---------------------------------------------------------------------------------------------------

    def _word(self) -> None:
        self.form_head.setText(self.tr("Attributes"))
        tip = self.tr("Confirm what is offered, and fill in the usual values where there is none yet (D)")
        self.defaults.show_label(self.tr("Fill in"), "D", "#808080", tip)
        self.roles_head.setText(self.tr("Roles"))
        self.roles.setAccessibleName(self.tr("Roles"))
        self.parts_head.setText(self.tr("Its part"))
        self.parts.setAccessibleName(self.tr("Its part"))
        self.note_head.setText(self.tr("Note"))
        self.history_button.setAccessibleName(self.tr("History"))
        self._show_history()
        self.remove_button.setAccessibleName(self.tr("Delete"))
        self.remove_button.setToolTip(self.tr("Delete") + " (\u2066Del\u2069)")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange) and self._state is not None:
            self.show_state(self._state)
        super().changeEvent(event)


class Inspector(QWidget):
    """The pane beside the article.

    Signals:
        attribute_changed(UUID, str, object): a span's attribute is to have this value; None takes it away.
        defaults_requested(UUID): a span is to get the defaults it has no values for.
        note_changed(UUID, str), doubt_changed(UUID, str): of a span.
        article_note_changed(str), article_doubt_changed(str): of the whole article.
        role_requested(str): this role of the commitment shown is to be filled.
        role_removed(UUID): this relation is to go.
        span_requested(UUID): this span is to be selected.
        remove_requested(UUID): this span is to go.
        document_label_changed(str, object): a field of the article is to have this value.
        date_changed(object): the article is to have this date; None makes it unknown.
        date_wanted(QWidget): the article's date is to be entered, beside this widget.
        left(): the keyboard is done here and belongs to the article again.
    """

    attribute_changed = Signal(UUID, str, object)
    defaults_requested = Signal(UUID)
    note_changed = Signal(UUID, str)
    doubt_changed = Signal(UUID, str)
    article_note_changed = Signal(str)
    article_doubt_changed = Signal(str)
    role_requested = Signal(str)
    role_removed = Signal(UUID)
    span_requested = Signal(UUID)
    remove_requested = Signal(UUID)
    document_label_changed = Signal(str, object)
    date_changed = Signal(object)
    date_wanted = Signal(QWidget)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: InspectorState | None = None
        self._shown = 0
        self._empty = QLabel()
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.article = ArticleCard()
        self.card = SpanCard()
        self.offer = OfferCard()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 12)
        for widget in (self._empty, self.article, self.card, self.offer):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "pane")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self.setMinimumWidth(240)
        self._connect()
        self._word()
        self.article.hide()
        self.card.hide()
        self.offer.hide()

    def _connect(self) -> None:
        card, article = self.card, self.article
        card.attribute_changed.connect(lambda name, value: self._of_span(self.attribute_changed, name, value))
        card.note_changed.connect(lambda note: self._of_span(self.note_changed, note))
        card.doubt_changed.connect(lambda doubt: self._of_span(self.doubt_changed, doubt))
        # What leads on to something else: first comes what was typed here.
        card.defaults_requested.connect(lambda: self._go_on(self._of_span, self.defaults_requested))
        card.remove_requested.connect(lambda: self._of_span(self.remove_requested))
        for table in (card.roles, card.parts):
            table.span_requested.connect(lambda span: self._go_on(self.span_requested.emit, span))
            table.role_removed.connect(lambda relation: self._go_on(self.role_removed.emit, relation))
            table.role_requested.connect(lambda role: self._go_on(self.role_requested.emit, role))
        card.left.connect(self.left)
        card.date_wanted.connect(self.date_wanted)
        article.date_wanted.connect(self.date_wanted)
        article.date_changed.connect(self.date_changed)
        article.document_label_changed.connect(self.document_label_changed)
        article.note.committed.connect(self.article_note_changed)
        article.doubt.changed.connect(self.article_doubt_changed)
        article.left.connect(self.left)
        self.offer.form.left.connect(self.left)
        for form in (card.form, article.form, self.offer.form):
            form.row_focused.connect(self._bring_into_view)

    def _of_span(self, signal: SignalInstance, *values: object) -> None:
        if self._state is not None and self._state.span is not None:
            signal.emit(self._state.span.id, *values)

    def _go_on(self, ask: Callable[..., None], *values: object) -> None:
        self.commit()
        ask(*values)

    def _bring_into_view(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget, 0, 24)

    # Showing -------------------------------------------------------------------------------------------------

    def show_state(self, state: InspectorState) -> None:
        """Show a span, an offer or an article. What was typed about another span until now is given out first."""
        if not self._let_go(state):
            return
        before, self._state = self._state, state
        self._empty.setVisible(state.document is None)
        cards = (self.card, self.offer, self.article)
        wanted = self._card_for(state) if state.document is not None else None
        for card in cards:
            card.setVisible(card is wanted)
        if wanted is None:
            return
        if wanted is not self.article or before is None or not _same_article(before, state):
            wanted.show_state(state)
        settle(wanted)
        if before is None or _subject(before) != _subject(state):
            self._scroll.verticalScrollBar().setValue(0)

    def _card_for(self, state: InspectorState) -> SpanCard | OfferCard | ArticleCard:
        if state.span is not None:
            return self.card
        return self.article if state.offer is None else self.offer

    def _let_go(self, state: InspectorState) -> bool:
        """Give out what was typed about what was shown; False if that already led to something newer."""
        self._shown += 1
        turn = self._shown
        before = self._state
        if before is not None and _subject(before) != _subject(state):
            same = before.annotations and state.annotations and before.annotations.id == state.annotations.id
            gone = before.span and same and state.annotations and state.annotations.span(before.span.id) is None
            if gone:
                self.card.discard()
            else:
                self.commit()
        return turn == self._shown

    def commit(self) -> None:
        """Give out everything typed so far. Call it before another document is shown or the window closes."""
        if self._state is not None and self._state.span is not None:
            self.card.commit()
        else:
            self.article.commit()

    # The keyboard --------------------------------------------------------------------------------------------

    @property
    def form(self) -> AttributeForm:
        """The form that is shown: of the span, else of the offer at hand, else of the article."""
        return self.article.form if self._state is None else self._card_for(self._state).form

    def enter_form(self) -> bool:
        """Take the keyboard to the attributes, or to the note if there are none; False if there is neither."""
        return self.form.enter_form() or self.focus_note()

    def open_picker(self) -> bool:
        """Open what a value of the span or article can be picked from; the keyboard goes back when it is."""
        return self.form.open_picker() or self.enter_form()

    def focus_note(self) -> bool:
        """Take the keyboard to the note on the span or article shown; False if nothing can be written."""
        note = self.article.note if self.card.isHidden() else self.card.note
        if (self.card.isHidden() and self.article.isHidden()) or note.isHidden() or note.isReadOnly():
            return False
        note.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_view(note)
        return True

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self._empty.setText(self.tr("Choose an article from the queue."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)


def _subject(state: InspectorState) -> UUID | None:
    """What the inspector is about: the span, the offer or the article."""
    if state.span is not None:
        return state.span.id
    if state.offer is not None:
        return state.offer.id
    return state.document.id if state.document else None


def _same_article(one: InspectorState, other: InspectorState) -> bool:
    """Tell whether the article's card would show the same. The parts are never changed, only replaced."""
    return (
        one.span is None
        and one.offer is None
        and one.document is other.document
        and one.annotations is other.annotations
        and one.schema is other.schema
        and (one.language, one.read_only, one.set_label) == (other.language, other.read_only, other.set_label)
    )
