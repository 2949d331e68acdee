"""G: what a label is for, by the schema and by the guidelines; the same key, or Escape, puts it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from peyman.core.guidelines import section_about
from peyman.core.schema import Label
from peyman.gui.annotate.chips import KeyButton
from peyman.gui.fields import Dialog, quiet
from peyman.gui.i18n import Language
from peyman.gui.keymap import display, resolve
from peyman.gui.markdown import MarkdownView
from peyman.gui.wording import text_direction

KEY = "G"


class RuleDialog(Dialog):
    """The rules of one label, or of several in a row."""

    def __init__(
        self, labels: Sequence[Label], guidelines: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guidelines"))
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        self.text = MarkdownView()
        self.text.set_point_size(self.font().pointSizeF() * 1.2)
        self.text.setAccessibleName(self.tr("Guidelines"))
        if len(labels) == 1:
            self._show_one(labels[0], guidelines, column)
        else:
            self.text.show_markdown(self._listed(labels))
        column.addWidget(self.text, 1)
        how = self.tr("{key} or {escape} puts this away.")
        column.addWidget(quiet(how.format(key=display(KEY, language.code), escape=display("Esc", language.code))))
        around = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(min(620, around.width() * 9 // 10), min(560, around.height() * 8 // 10))
        self.text.setFocus()

    def _show_one(self, label: Label, guidelines: str, column: QVBoxLayout) -> None:
        code = self._language.code
        chip = KeyButton()
        chip.show_label(label.names(code), label.key, label.color, "")
        chip.setEnabled(True)
        chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = QHBoxLayout()
        head.addWidget(chip)
        if label.retired:
            head.addWidget(quiet(self.tr("Retired: it is given no more.")), 1)
        head.addStretch(1)
        column.addLayout(head)
        rule = label.rule(code)
        if rule:
            said = QLabel(rule)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setLayoutDirection(text_direction(rule))
            said.setProperty("role", "heading")
            column.addWidget(said)
        section = section_about(guidelines, label.id, label.names.by_language.values())
        nothing = self.tr("The guidelines have no section about this label.")
        self.text.show_markdown(section.body if section else nothing)

    def _listed(self, labels: Sequence[Label]) -> str:
        """All rules in a row; the names come from the schema, so marks in them mean nothing."""
        code = self._language.code
        return "\n\n".join(f"**{_plain(label.names(code))}**  \n{_plain(label.rule(code) or '—')}" for label in labels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if resolve(event) == KEY:
            self.reject()
            return
        super().keyPressEvent(event)


def _plain(text: str) -> str:
    """Return `text` so that Markdown shows it as it is."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>()#+-.!|~" else letter for letter in text)
