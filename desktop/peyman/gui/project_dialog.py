"""The project at a glance: how far its annotator is, what suggestions did, and what the supervisor sets for all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from peyman.core.edits import set_project_info
from peyman.core.errors import PeymanError
from peyman.core.model import STATES
from peyman.core.progress import Statistics, statistics_of
from peyman.core.project import Project
from peyman.gui.annotate.article_card import Facts
from peyman.gui.fields import Dialog, Form, leading_side, plain_buttons, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.session import Session
from peyman.gui.tasks import Progress, Tasks
from peyman.gui.wording import duration, number, percent, source_words, state_words


class ProjectDialog(Dialog):
    """Figures of the annotator at work, read in the background, and the settings that hold for everybody."""

    def __init__(self, session: Session, tasks: Tasks, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self.setWindowTitle(self.tr("The project"))
        self.setMinimumWidth(480)
        self.facts = Facts()
        self.sources = QGridLayout()
        self.sources.setHorizontalSpacing(18)
        self.notice = Notice()
        self.share = QSpinBox()
        self.share.setRange(0, 100)
        self.share.setSuffix("٪" if language.persian_digits else "%")
        self.seed = QLineEdit()
        self.shared = QCheckBox(self.tr("Suggest also in articles that several people annotate"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        plain_buttons(self.buttons)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_settings()
        tasks.run(_read, session.project.path, on_done=self._show_statistics, on_error=self._failed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        title = titled(self._session.project.path.stem)
        title.setAlignment(leading_side())
        column.addWidget(title)
        column.addWidget(self.facts)
        column.addWidget(quiet(self.tr("What became of suggestions")))
        column.addLayout(self.sources)
        column.addWidget(quiet(self.tr("For everybody in this project")))
        form = Form()
        label = QLabel(self.tr("Articles without suggestions, to compare"))
        form.add_field(label, self.share)
        label.setBuddy(self.share)
        label = QLabel(self.tr("Word that chooses them"))
        form.add_field(label, self.seed)
        label.setBuddy(self.seed)
        column.addLayout(form)
        column.addWidget(self.shared)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _show_settings(self) -> None:
        project = self._session.project
        share = project.setting("control_share")
        assert isinstance(share, int | float)
        self.share.setValue(round(100 * share))
        self.seed.setText(str(project.setting("control_seed")))
        self.shared.setChecked(bool(project.setting("suggest_on_shared")))
        for widget in (self.share, self.seed, self.shared):
            widget.setEnabled(not project.read_only)

    def _show_statistics(self, found: Statistics) -> None:
        schema, code = self._session.project.schema, self._language.code
        states = [f"{state_words(s)} {number(found.states[s])}" for s in STATES if found.states.get(s)]
        layers = [
            f"{layer.names(code)} {number(found.layers[layer.id])}"
            for layer in schema.layers.values()
            if found.layers.get(layer.id)
        ]
        facts = [
            (self.tr("Annotator"), found.annotator),
            (self.tr("Articles"), " · ".join(states)),
            (self.tr("Annotations"), " · ".join(layers) or self.tr("none yet")),
            (self.tr("Time at work"), duration(found.seconds)),
        ]
        self.facts.show_facts(facts)
        heads = (self.tr("Source"), self.tr("Taken"), self.tr("Retyped"), self.tr("Rejected"), self.tr("Taken, share"))
        lines: list[tuple[str, ...]] = [heads]
        for source, count in sorted(found.suggestions.items()):
            decided = count.accepted + count.retyped + count.rejected
            numbers = (count.accepted, count.retyped, count.rejected)
            lines.append((source_words(source), *map(number, numbers), percent(count.accepted / decided)))
        for row, line in enumerate(lines if found.suggestions else []):
            for place, text in enumerate(line):
                label = QLabel(text)
                label.setProperty("role", "quiet" if row == 0 else "")
                self.sources.addWidget(label, row, place, Qt.AlignmentFlag.AlignLeading)
        if not found.suggestions:
            self.sources.addWidget(quiet(self.tr("No suggestion has been decided on yet.")), 0, 0)

    def _failed(self, error: PeymanError) -> None:
        self.notice.say("error", word(error))

    def _save(self) -> None:
        """Write what was changed as one edit, which can be undone."""
        info = self._session.project.info
        settings = {
            **info.settings,
            "control_share": self.share.value() / 100,
            "control_seed": self.seed.text(),
            "suggest_on_shared": self.shared.isChecked(),
        }
        known = {name: self._session.project.setting(name) for name in settings}
        if settings != known:
            self._session.perform(set_project_info(info, settings=settings))
        self.accept()


def _read(_progress: Progress, path: Path) -> Statistics:
    with Project.open(path, read_only=True) as project:
        return statistics_of(project)
