"""Handing in: what an annotator has made goes into one sealed file that can be sent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from peyman.core.errors import PeymanError
from peyman.core.model import STATES, State
from peyman.core.packs import HandIn, hand_in
from peyman.core.project import Project
from peyman.core.submission import SUFFIX
from peyman.gui.fields import FileChooser, Form, PathField, quiet, titled, towards
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Progress, Tasks
from peyman.gui.wording import number, state_words
from peyman.gui.work_dialog import OpenUrl, WorkDialog


def run_hand_in(_progress: Progress, project: Path, out: Path) -> HandIn:
    """Write a submission of a project that the window may have open."""
    with Project.open(project, read_only=True) as opened:
        return hand_in(opened, out)


class HandInDialog(WorkDialog):
    """Says how far the articles are, where the file goes, and what to do with it.

    Attributes:
        handed: what was written; None before.
    """

    def __init__(
        self,
        project: Path,
        annotator: str,
        states: Mapping[State, int],
        tasks: Tasks,
        language: Language,
        parent: QWidget | None = None,
        *,
        chooser: FileChooser | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        """`states` says how many articles are in each state."""
        super().__init__(tasks, language, self.tr("&Hand in"), parent, open_url=open_url)
        self.handed: HandIn | None = None
        self._project = project
        self._chooser = chooser or FileChooser()
        self.setWindowTitle(self.tr("Hand in"))
        self.setMinimumWidth(560)
        self.file = PathField()
        self.file.set_path(project.with_suffix(SUFFIX))
        self.file.edit.setAccessibleName(self.tr("File to hand in"))
        self.file_notice = Notice()
        self._lay_out(annotator, states)
        self.accept_button.setDefault(True)
        self.file.changed.connect(self._check)
        self.file.browse_requested.connect(self._browse)
        self._tell_unfinished(states)
        self._check()
        self.accept_button.setFocus()

    def _lay_out(self, annotator: str, states: Mapping[State, int]) -> None:
        form = Form()
        counts = [f"{state_words(state)} {number(states[state])}" for state in STATES if states.get(state)]
        form.add_field(QLabel(self.tr("Annotator")), QLabel(towards(f"\u2068{annotator}\u2069")))
        form.add_field(QLabel(self.tr("Articles")), QLabel(towards(" · ".join(counts) or number(0))))
        form.add_field(QLabel(self.tr("F&ile")), self.file, self.file_notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Hand in")))
        text = self.tr("Writes all you have made into one file. Send that file, or put it where you were told to.")
        column.addWidget(quiet(text))
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _tell_unfinished(self, states: Mapping[State, int]) -> None:
        unfinished = states.get("new", 0) + states.get("in_progress", 0)
        if unfinished:
            text = self.tr("%Ln article(s) are not finished; you can hand in again later.", "", unfinished)
            self.notice.say("info", text)
        else:
            self.notice.hush()

    def _browse(self) -> None:
        kinds = self.tr("Submissions ({pattern})").format(pattern=f"*{SUFFIX}")
        start = self.file.path or self._project.parent
        if chosen := self._chooser.new_file(self, self.tr("File to hand in"), start, kinds):
            self.file.set_path(chosen)

    def _check(self) -> None:
        path = self.file.path
        if path is None:
            self.file_notice.say("info", self.tr("Name the file, or choose its place with “Browse…”."))
        elif path.is_file() and (self.handed is None or path != self.handed.path):
            self.file_notice.say("warning", self.tr("This file exists; it will be replaced."))
        else:
            self.file_notice.hush()
        self.accept_button.setEnabled(path is not None and not self.busy)

    def set_editable(self, editable: bool) -> None:
        self.file.setEnabled(editable)

    def start(self) -> None:
        """Write the file."""
        path = self.file.path
        if path is not None and self.accept_button.isEnabled():
            self.notice.say("info", self.tr("Writing…"))
            self.write(run_hand_in, self._project, path, done=self._show_handed, alone=False)

    def _show_handed(self, handed: HandIn) -> None:
        self.handed = handed
        sentence = self.tr("{finished} of {articles} articles finished, written to {path}. Send this file.")
        self.notice.say(
            "done",
            sentence.format(
                finished=number(handed.finished), articles=number(handed.articles), path=f"\u2066{handed.path}\u2069"
            ),
        )
        self.file_notice.hush()
        self.offer_folder(handed.path.parent)
        self.end()

    def show_failure(self, error: PeymanError) -> None:
        self.notice.say("error", word(error))
        self._check()
