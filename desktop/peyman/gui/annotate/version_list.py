"""The history of one span: when, who and what, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from peyman.core.edits import shorten
from peyman.core.journal import Version
from peyman.core.model import Span
from peyman.gui.annotate.inspector_state import InspectorState
from peyman.gui.flow_layout import let_height_follow_width
from peyman.gui.wording import doubt_words, edit_words, isolated, joined, moment, number, value_words

MOST = 50  # versions shown; of more, the number is told


class VersionList(QWidget):
    """Two lines for each version: when and who, and what it changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_height_follow_width(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.setSpacing(0)
        self._labels: list[QLabel] = []

    def show_versions(self, versions: Sequence[Version], state: InspectorState) -> None:
        """Show the versions of a span, given newest first."""
        for label in self._labels:
            self._layout.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        older = [*versions[1:], None]
        for version, before in list(zip(versions, older, strict=True))[:MOST]:
            self._add(f"{moment(version.at, state.language.code)} · \u2068{version.annotator}\u2069", quiet=True)
            self._add(": ".join(filter(None, (edit_words(version.name), what_changed(version, before, state)))))
        if len(versions) > MOST:
            self._add(self.tr("and {count} older ones").format(count=number(len(versions) - MOST)), quiet=True)

    def texts(self) -> list[str]:
        """Return the lines shown."""
        return [label.text() for label in self._labels]

    def _add(self, text: str, *, quiet: bool = False) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The line is the window's; what it quotes is isolated.
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if quiet:
            label.setProperty("role", "quiet")
            label.setContentsMargins(0, 4 if self._labels else 0, 0, 0)
        self._layout.addWidget(label)
        self._labels.append(label)


def what_changed(version: Version, before: Version | None, state: InspectorState) -> str:
    """Return in words what a version changed of a span; "" when its edit says it all."""
    span = version.record
    if not isinstance(span, Span):
        return ""
    old = before.record if before else None
    label = state.label(span.layer, span.label).names(state.language.code)
    if not isinstance(old, Span):
        return label
    changed: list[str] = []
    if span.label != old.label:
        changed.append(label)
    if (span.start, span.end, span.fragments) != (old.start, old.end, old.fragments):
        changed.append(isolated(shorten(span.quote)))
    changed += _changed_attributes(span, old, state)
    words = (span.note, old.note), (doubt_words(span.doubt), doubt_words(old.doubt))
    changed += [isolated(shorten(new)) for new, was in words if new != was]
    return joined(filter(None, changed), state.language.code) or "—"


def _changed_attributes(span: Span, old: Span, state: InspectorState) -> list[str]:
    code = state.language.code
    words: list[str] = []
    for name in dict.fromkeys((*span.attributes, *old.attributes)):
        value = span.attributes.get(name)
        if value != old.attributes.get(name):
            attribute = state.layer(span.layer).attribute(name)
            shown = "—" if value is None else isolated(shorten(value_words(attribute, value, code)))
            words.append(f"{attribute.names(code) if attribute else name} = {shown}")
    return words
