"""How far an import is, and what became of every file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from peyman import exchange
from peyman.exchange import ImportReport
from peyman.gui.fields import plain_buttons, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice
from peyman.gui.tasks import Progress
from peyman.gui.wording import isolated, joined, kinds_words, language_words

MOST_LINES = 500  # of one group of the report on screen; the copy has them all


class ImportProgress(QWidget):
    """How far it is: looking through the files, or importing them."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.title = titled("")
        self.file = QLabel()
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setWordWrap(True)
        self.count = quiet("")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.stop = QPushButton(self.tr("&Stop"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        column.addWidget(self.file)
        column.addWidget(self.count)
        column.addStretch(1)
        column.addLayout(row)

    def begin(self, *, looking: bool) -> None:
        """Start anew: only looking, or importing."""
        self.title.setText(self.tr("Looking through the files…") if looking else self.tr("Importing…"))
        self.file.setText("" if looking else self.tr("Opening the project…"))
        self.count.clear()
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def show_progress(self, progress: Progress) -> None:
        # One file has no halves: until it is through, the bar only shows that something is happening.
        self.bar.setRange(0, 0 if progress.total == 1 and not progress.done else progress.total)
        self.bar.setValue(progress.done)
        done, total = self._language.digits(progress.done), self._language.digits(progress.total)
        self.bar.setFormat(self.tr("{done} of {total}").format(done=done, total=total))
        if progress.note:
            self.file.setText(self.tr("Reading {file}").format(file=f"\u2068{progress.note}\u2069"))
        self.count.setText(self.tr("%Ln article(s) read", "", progress.arrived) if progress.arrived else "")

    def show_stopping(self) -> None:
        self.stop.setEnabled(False)
        self.file.setText(self.tr("Stopping after this article; what came in stays…"))


class ImportOutcome(QWidget):
    """The last page: what became of every file, as text to select and to copy."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.title = titled("")
        self.notice = Notice()
        self.map_note = quiet("")
        self.map_note.setTextFormat(Qt.TextFormat.PlainText)
        self.map_note.hide()
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Report of the import"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self.buttons.addButton(self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        plain_buttons(self.buttons)
        self._groups: list[tuple[str, list[str]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        column.addWidget(self.map_note)
        column.addWidget(self.buttons)

    def sizeHint(self) -> QSize:
        return QSize(560, 360)

    def show_error(self, sentence: str) -> None:
        self.title.setText(self.tr("Nothing was imported"))
        self.notice.say("error", sentence)
        self.text.hide()
        self.copy.hide()

    def show_report(self, report: ImportReport, dated: int = 0) -> None:
        """Show a report; so many of the articles got a date that was read from their text."""
        self.title.setText(self._headline(report))
        if report.cancelled:
            self.notice.say("warning", self.tr("Stopped before the end. What had come in by then stays."))
        elif report.refused:
            refused = self.tr("%Ln file(s) could not be read; why stands below.", "", len(report.refused))
            self.notice.say("warning", refused)
        else:
            read = self.tr("Every file was read.")
            days = self.tr("%Ln article(s) got the date that you confirmed.", "", dated) if dated else ""
            self.notice.say("done", f"{read} {days}".strip())
        self._groups = self._group(report)
        self._write()
        self.copy.setEnabled(bool(self._groups))

    def tell_map(self, path: Path) -> None:
        """Say where the chosen labels are kept."""
        words = self.tr("The map of labels is kept in {path}; the command line takes it with {option}.")
        self.map_note.setText(words.format(path=f"\u2066{path}\u2069", option="\u2066--map\u2069"))
        self.map_note.show()

    def plain(self) -> str:
        """Return the whole report as plain text."""
        return "\n\n".join("\n".join([heading, *lines]) for heading, lines in self._groups) + "\n"

    def _headline(self, report: ImportReport) -> str:
        articles = self.tr("%Ln article(s) added", "", len(report.added))
        if not report.sets_added:
            return articles
        sets = self.tr("%Ln annotation set(s)", "", len(report.sets_added))
        return self.tr("{articles}, {sets}").format(articles=articles, sets=sets)

    def _group(self, report: ImportReport) -> list[tuple[str, list[str]]]:
        """Return headings with their lines; what needs the person comes first, empty groups are left out."""
        digits, code = self._language.digits, self._language.code
        added = self.tr("{name}: {language}, {encoding}, {tokens} tokens")
        renamed = self.tr("{line} (called {other} in the file)")
        same = self.tr("{name}: the same text as {other}")
        owned = self.tr("{name}: by {annotator}")
        aside = self.tr("{name}: {counts}")
        kept = self.tr("{name}: the file says something else about {fields}; the project's was kept")

        def added_line(entry: exchange.Added) -> str:
            line = added.format(
                name=isolated(entry.name),
                language=language_words(entry.language),
                encoding=isolated(entry.encoding),
                tokens=digits(entry.tokens),
            )
            return renamed.format(line=line, other=isolated(entry.name_in_file)) if entry.name_in_file else line

        def owner_line(entry: exchange.SetEntry) -> str:
            annotator = isolated(entry.annotator)
            if entry.kind == "gold":
                annotator = self.tr("{name} (gold)").format(name=annotator)
            return owned.format(name=isolated(entry.document), annotator=annotator)

        groups: list[tuple[str, list[str]]] = [
            (self.tr("Refused"), [f"\u2066{e.file}\u2069\n{word(e.reason)}" for e in report.refused]),
            (self.tr("Added"), [added_line(e) for e in report.added]),
            (self.tr("Annotations added"), [owner_line(e) for e in report.sets_added]),
            (
                self.tr("In the project already"),
                [same.format(name=isolated(e.name), other=isolated(e.same_as)) for e in report.duplicates],
            ),
            (self.tr("Annotations that were there already"), [owner_line(e) for e in report.sets_there]),
            (
                self.tr("Differing fields"),
                [
                    kept.format(name=isolated(e.document), fields=joined(map(isolated, e.fields), code))
                    for e in report.kept
                ],
            ),
            (
                self.tr("Kept aside, for Peyman does not know it"),
                [
                    aside.format(
                        name=isolated(e.document),
                        counts=kinds_words(e.counts.items(), code),
                    )
                    for e in report.unmapped
                ],
            ),
        ]
        return [(f"{heading} ({digits(len(lines))})", lines) for heading, lines in groups if lines]

    def _write(self) -> None:
        """Lay the groups out, everything from the leading side of the window."""
        self.text.clear()
        cursor = self.text.textCursor()
        heading_block, line_block = QTextBlockFormat(), QTextBlockFormat()
        direction = Qt.LayoutDirection.RightToLeft if self._language.rtl else Qt.LayoutDirection.LeftToRight
        for block in (heading_block, line_block):
            block.setLayoutDirection(direction)
            block.setBottomMargin(4)
        heading_block.setTopMargin(8)
        bold, normal = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for number, (heading, lines) in enumerate(self._groups):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(heading_block)
            cursor.insertText(heading, bold)
            for line in lines[:MOST_LINES]:
                cursor.insertBlock(line_block)
                cursor.insertText(line.replace("\n", "\u2028"), normal)
            if len(lines) > MOST_LINES:
                cursor.insertBlock(line_block)
                rest = len(lines) - MOST_LINES
                cursor.insertText(self.tr("… and %Ln more; the copy has them all.", "", rest), normal)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.plain())
