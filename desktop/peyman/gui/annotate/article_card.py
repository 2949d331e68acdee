"""What the inspector tells of an article while no span is selected."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from peyman.core.calendars import GREGORIAN
from peyman.core.model import SPLIT_KEY, Json
from peyman.core.readings import DATE_KEY, chosen_days, days_of
from peyman.core.schema import Attribute, Names
from peyman.gui.annotate.form import ARTICLE_DATE, AttributeForm
from peyman.gui.annotate.inspector_state import InspectorState
from peyman.gui.annotate.remarks import Doubt, NoteEdit
from peyman.gui.flow_layout import let_height_follow_width
from peyman.gui.wording import duration, language_words, number, state_words, text_direction, value_words


def group_label() -> QLabel:
    """Return the heading of a section."""
    label = QLabel()
    label.setProperty("role", "group")
    label.setContentsMargins(0, 8, 0, 0)
    return label


class ArticleCard(QWidget):
    """Title, file, figures, the fields of the whole document, and the metadata that came with it.

    Signals:
        document_label_changed(str, object): a field is to have this value; None takes it away.
        date_changed(object): the article is to have this date; None makes it unknown.
        date_wanted(QWidget): the article's date is to be entered, beside this widget.
        left(): the keyboard is done here.
    """

    document_label_changed = Signal(str, object)
    date_changed = Signal(object)
    date_wanted = Signal(QWidget)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: InspectorState | None = None
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "heading")
        self._facts = Facts()
        self.doubt = Doubt(self)
        self.doubt.left.connect(self.left)
        self._fields_head = group_label()
        self.form = AttributeForm()
        self.form.changed.connect(self._changed)
        self.form.left.connect(self.left)
        self.form.date_wanted.connect(self.date_wanted)
        self.note_head = group_label()
        self.note = NoteEdit()
        self.note.left.connect(self.left)
        self._meta_head = group_label()
        self._meta = Facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.doubt.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        fields, meta = (self._fields_head, self.form), (self._meta_head, self._meta)
        for widget in (self.doubt.line, self._facts, *fields, self.note_head, self.note, *meta):
            column.addWidget(widget)
        self._word()

    def show_state(self, state: InspectorState) -> None:
        """Show the article of `state`, which must have one."""
        self._state = state
        document = state.document
        assert document is not None
        self.title.setText(document.title or document.name)
        self.title.setLayoutDirection(text_direction(self.title.text()))
        self._facts.show_facts(self._facts_of(state))
        remarks = state.annotations.state if state.annotations else None
        self.doubt.show_doubt(remarks.doubt if remarks else "", read_only=state.read_only)
        self.note.show_note(remarks.note if remarks else "", read_only=state.read_only)
        for widget in (self.note_head, self.note):
            widget.setVisible(bool(remarks and remarks.note) or not state.read_only)
        skipped = remarks is not None and remarks.state == "skipped"
        self.note_head.setText(self.tr("Why it was skipped") if skipped else self.tr("Note on the article"))
        code = state.language.code
        layer = state.layer("document")
        labels = state.annotations.document_labels if state.annotations else ()
        values = {label.label: label.value for label in labels}
        day = document.date
        dated = Attribute(ARTICLE_DATE, Names(ARTICLE_DATE, {code: self.tr("Article's date")}), "norm")
        self.form.show_attributes(
            (dated, *layer.attributes_for("", values)),
            "",
            {**values, ARTICLE_DATE: chosen_days(day, day, GREGORIAN) if day else None},
            language=code,
            read_only=state.read_only,
            proposals=state.proposals,
        )
        elsewhere = {SPLIT_KEY, *([DATE_KEY] if day else [])}
        meta = {name: layer.attribute(name) for name in document.meta if name not in elsewhere}
        self._meta.show_facts(
            [
                (attribute.names(code) if attribute else name, value_words(attribute, document.meta[name], code))
                for name, attribute in meta.items()
            ]
        )
        self._meta_head.setVisible(bool(meta))

    def _changed(self, name: str, value: Json) -> None:
        if name == ARTICLE_DATE:
            days = days_of(value)
            self.date_changed.emit(days[0] if days else None)
        else:
            self.document_label_changed.emit(name, value)

    def _facts_of(self, state: InspectorState) -> list[tuple[str, str]]:
        document, annotations = state.document, state.annotations
        assert document is not None
        length = self.tr("{characters} characters, {words} words").format(
            characters=number(len(document.text)), words=number(len(document.tokens) or len(document.text.split()))
        )
        facts = [
            (self.tr("File"), document.name),
            (self.tr("Language"), language_words(document.language)),
            (self.tr("Length"), length),
        ]
        if annotations is None:
            return facts
        counts = Counter(span.layer for span in annotations.spans) + Counter(r.layer for r in annotations.relations)
        counted = [f"{state.layer(layer).names(state.language.code)} {number(n)}" for layer, n in counts.items()]
        facts.append((self.tr("Annotations"), " · ".join(counted) or self.tr("none yet")))
        facts.append((self.tr("By"), state.set_label or annotations.annotator))
        facts.append((self.tr("State"), state_words(annotations.state.state)))
        if state.seconds:
            facts.append((self.tr("Time at work"), duration(state.seconds)))
        return facts

    def commit(self) -> None:
        """Give out everything typed so far."""
        self.form.commit()
        self.note.commit()
        self.doubt.commit()

    def _word(self) -> None:
        self._fields_head.setText(self.tr("About the article"))
        self._meta_head.setText(self.tr("Came with the file"))
        self.form.setAccessibleName(self._fields_head.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            if self._state is not None:
                self.show_state(self._state)
        super().changeEvent(event)


class Facts(QWidget):
    """Names with values, to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_height_follow_width(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 4, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.facts: list[tuple[str, str]] = []

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these; labels are used again, so that nothing flickers."""
        self.facts = facts
        while len(self._rows) < len(facts):
            self._rows.append(self._new_row(len(self._rows)))
        for row, labels in enumerate(self._rows):
            used = row < len(facts)
            for label, text in zip(labels, facts[row] if used else ("", ""), strict=True):
                label.setText(text)
                label.setVisible(used)
        for _name, value in self._rows[: len(facts)]:
            # Where the text reads in another direction than the window it still begins at the leading side.
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            value.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)

    def _new_row(self, row: int) -> tuple[QLabel, QLabel]:
        name, value = QLabel(), QLabel()
        name.setProperty("role", "quiet")
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for column, label in enumerate((name, value)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop if column == 0 else Qt.AlignmentFlag(0))
        return name, value
