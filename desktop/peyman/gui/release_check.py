"""Checking a release, wherever it comes from, and telling what changed since an earlier one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from peyman.gui.fields import FileChooser, Form, Lines, PathField, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.release_work import Checked, difference_lines, run_check
from peyman.gui.tasks import Progress, Tasks
from peyman.gui.work_dialog import WorkDialog


class CheckDialog(WorkDialog):
    """A release, if wanted an earlier one, and below them what is wrong and what is different."""

    def __init__(
        self,
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        release: Path | None = None,
        start: Path | None = None,
        chooser: FileChooser | None = None,
    ) -> None:
        """`release` is checked if nothing else is chosen; `start` is where choosing begins."""
        super().__init__(tasks, language, self.tr("&Check"), parent)
        self._chooser = chooser or FileChooser()
        self._start = start or Path.home()
        self.checked: Checked | None = None
        self.setWindowTitle(self.tr("Check a release"))
        self.release, self.earlier = PathField(), PathField()
        self.lines = Lines(self.tr("What was found"))
        self._lay_out()
        self.setMinimumWidth(560)
        self.resize(680, 480)
        self.accept_button.setDefault(True)
        for field in (self.release, self.earlier):
            field.changed.connect(self._changed)
        self.release.browse_requested.connect(lambda: self._browse(self.release))
        self.earlier.browse_requested.connect(lambda: self._browse(self.earlier))
        if release is not None:
            self.release.set_path(release)
        self._changed()

    def _lay_out(self) -> None:
        form = Form()
        for text, field in ((self.tr("&Release"), self.release), (self.tr("&Earlier release"), self.earlier)):
            field.setAccessibleName(text.replace("&", ""))
            field.edit.setAccessibleName(text.replace("&", ""))
            form.add_field(QLabel(text), field)
        self.earlier.edit.setPlaceholderText(self.tr("only to compare"))
        browse = self.tr("Browse: {field}")
        for field in (self.release, self.earlier):
            field.button.setAccessibleName(browse.format(field=field.accessibleName()))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Check a release")))
        explanation = self.tr("Every byte, count and split is compared with what the release says of itself.")
        column.addWidget(quiet(explanation))
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.lines, 1)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)

    def _browse(self, field: PathField) -> None:
        if chosen := self._chooser.folder(self, self.tr("Folder of a release"), field.path or self._start):
            field.set_path(chosen)

    def _changed(self) -> None:
        self._drop_task()
        self.bar.hide()
        self.checked = None
        self.notice.hush()
        self.lines.show_lines(())
        self.accept_button.setEnabled(self.release.path is not None)

    def set_editable(self, editable: bool) -> None:
        for widget in (self.release, self.earlier):
            widget.setEnabled(editable)

    def start(self) -> None:
        """Check, and compare if an earlier release is named; it reads only, and can be stopped."""
        folder = self.release.path
        if folder is None or not self.accept_button.isEnabled():
            return
        self.checked = None
        self.lines.show_lines(())
        self.notice.say("info", self.tr("Checking…"))
        self.write(run_check, folder, self.earlier.path, done=self._show, alone=False)

    def _show(self, checked: Checked) -> None:
        self.checked = checked
        lines = [word(problem) for problem in checked.problems]
        if checked.problems:
            self.notice.say("error", self.tr("%Ln thing(s) are wrong with this release:", "", len(lines)))
        else:
            self.notice.say("done", self.tr("All is as it should be."))
        if checked.different is not None:
            if lines:
                lines.append("")
            lines += difference_lines(checked.different, self._language)
        self.lines.show_lines(lines)

    def show_stopped(self) -> None:
        self.notice.say("warning", self.tr("Stopped."))

    def _show_progress(self, progress: Progress) -> None:
        super()._show_progress(progress)
        if progress.note:
            self.notice.say("info", self.tr("Checking {file}…").format(file=f"\u2066{progress.note}\u2069"))
