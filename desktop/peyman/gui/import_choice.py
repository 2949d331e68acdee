"""What to import: files and folders, in which format, whose annotations, and how their texts begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman.core.schema import Schema
from peyman.formats import FORMATS, Format, format_for
from peyman.gui.dialogs import problem_of_name
from peyman.gui.fields import FileChooser, Form, NameBox, PassingWheel, documents_folder, plain_buttons, quiet, titled
from peyman.gui.i18n import Language, word
from peyman.gui.import_dates import DateChoice
from peyman.gui.import_files import FileList, Preview
from peyman.gui.import_work import Seen, Survey, Wanted, formats_named, holds_annotations, may_hold_annotations
from peyman.gui.message_bar import Notice
from peyman.gui.naming import Namer
from peyman.gui.option_rows import OptionRows, shared_options
from peyman.gui.tasks import Progress
from peyman.gui.wording import joined

_SOME_ROWS, _FEW_ROWS = 150, 110  # pixels of options that show at once: when it opens, and at least


class ImportChoice(QWidget):
    """The first page: files and folders, their format, and whose their annotations are.

    Signals:
        changed(): something was chosen, or its name is being written.
        wanted_changed(): other files are to be read, or in another way.
    """

    changed = Signal()
    wanted_changed = Signal()

    def __init__(
        self, annotators: Sequence[str], chooser: FileChooser, language: Language, schema: Schema
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._chooser = chooser
        self._language = language
        self._survey: Survey | None = None
        self._may_guess = True  # the format, until it was guessed once
        self.paths: list[Path] = []
        self._make_list(language)
        self.format = QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.format.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.format.addItem(self.tr("as each file shows"))
        for known in FORMATS:
            if known.read:
                title = QCoreApplication.translate("formats", known.title)
                self.format.addItem(self.tr("{title} ({name})").format(title=title, name=known.name), known.name)
        self.options = OptionRows(Namer(schema, language.code).layer)
        self.named = QRadioButton(self.tr("of those &named in the files"))
        self.named.setChecked(True)
        self.other = QRadioButton(self.tr("of this &person:"))
        self.name = NameBox(annotators)
        self.name.setAccessibleName(self.tr("Annotator"))
        self.name_notice = Notice()
        self.dates = DateChoice(language.code)
        self._question = QWidget()
        self.notice = Notice()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        plain_buttons(self.buttons)
        self._lay_out()
        self.format.currentIndexChanged.connect(self._look_again)
        self.options.changed.connect(self._read_again)
        self.named.toggled.connect(self._read_again)
        self.name.currentTextChanged.connect(self._take_name)
        self.dates.changed.connect(self._check)

    def _make_list(self, language: Language) -> None:
        self.list = FileList()
        self.list.itemSelectionChanged.connect(self._select)
        self.preview = Preview(language)
        self.add_files = QPushButton(self.tr("Add &files…"))
        self.add_folder = QPushButton(self.tr("Add a f&older…"))
        self.remove = QPushButton(self.tr("&Remove"))
        for button, slot in (
            (self.add_files, self._choose_files),
            (self.add_folder, self._choose_folder),
            (self.remove, self._remove),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)

    def _lay_out(self) -> None:
        files, row = QHBoxLayout(), QHBoxLayout()
        for pane in (self.list, self.preview):
            files.addWidget(pane, 1)
        for button in (self.add_files, self.add_folder, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(titled(self.tr("Import articles")))
        column.addWidget(
            quiet(self.tr("Choose files or folders, or drop them here. An article that is in the project already "
                          "does not come in twice."))
        )  # fmt: skip
        column.addLayout(files, 3)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self._settings(), 2)
        column.addWidget(self.buttons)

    def _settings(self) -> QScrollArea:
        """Return the form, which scrolls where a format has more options than the screen has room."""
        person = QHBoxLayout()
        person.addWidget(self.other)
        person.addWidget(self.name, 1)
        first = QHBoxLayout()
        first.addWidget(QLabel(self.tr("Annotations that come along are")))
        first.addWidget(self.named)
        first.addStretch(1)
        question = QVBoxLayout(self._question)
        question.setContentsMargins(0, 0, 0, 0)
        question.addLayout(first)
        question.addLayout(person)
        question.addWidget(self.name_notice)
        self._form = Form()
        self._form.add_field(QLabel(self.tr("For&mat")), self.format)
        inside = QWidget()
        column = QVBoxLayout(inside)
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        column.setContentsMargins(6 if rtl else 0, 0, 0 if rtl else 6, 0)  # the bar by which it scrolls stands there
        column.setSpacing(6)
        column.addLayout(self._form)
        for widget in (self.options, self.dates, self._question):
            column.addWidget(widget)
        wheel = PassingWheel(self)
        for box in inside.findChildren(QComboBox):
            wheel.watch(box)
        scroll = _Rows()
        scroll.setWidget(inside)
        return scroll

    # What is chosen

    @property
    def format_name(self) -> str | None:
        """The format that all files are to be read in; None: each in its own."""
        name: str | None = self.format.currentData()
        return name

    @property
    def formats(self) -> list[Format]:
        """The formats that are about to be read, as far as is known."""
        if self.format_name is not None:
            return [format_for(Path(), self.format_name)]
        if self._survey is not None:
            found = dict.fromkeys(seen.format.name for seen in self._survey.files if seen.format is not None)
            return [format_for(Path(), name) for name in found]
        return formats_named(self.paths)

    @property
    def wanted(self) -> Wanted:
        return Wanted(tuple(self.paths), self.format_name, self.options.values, self.annotator)

    @property
    def asks(self) -> bool:
        """Whether what was chosen may bring annotations."""
        if self.format_name is not None:
            return bool(self.paths) and any(map(holds_annotations, self.formats))
        return any(may_hold_annotations(path) for path in self.paths)

    @property
    def annotator(self) -> str | None:
        """Whose the annotations are to be; None: whoever the files name."""
        return self.name.name if self.asks and self.other.isChecked() else None

    @property
    def ready(self) -> bool:
        named = self.annotator is None or problem_of_name(self.annotator) is None
        return bool(self.paths) and named and self.dates.ready

    # What was found

    def show_looking(self) -> None:
        """Say that the files are being read."""
        self.preview.clear()
        if self.paths:
            self.notice.say("info", self.tr("Looking through the files…"))
        else:
            self.notice.hush()

    def tell_looking(self, progress: Progress) -> None:
        """Say how many articles were found so far; a big file takes its time."""
        if progress.arrived:
            so_far = self.tr("%Ln article(s) so far", "", progress.arrived)
            self.notice.say("info", f"{self.tr('Looking through the files…')} {so_far}")

    def show_survey(self, found: Survey) -> None:
        """Show what is in the files. Where all seem to be of another format than their names say, that is chosen."""
        self._survey = found
        if found.looks_like and self.format_name is None and self._may_guess:
            self._may_guess = False
            self.format.setCurrentIndex(self.format.findData(found.looks_like))
            return
        for row, path in enumerate(self.paths):
            below = [seen for seen in found.files if seen.path == path or path in seen.path.parents]
            refused = bool(below) and all(seen.refused is not None for seen in below)
            self.list.tell(row, path, self._kinds(below), refused=refused)
        self._select()
        values = self.options.values
        self._offer_options()
        self.options.offer(found.offered)
        if self.options.values != values:  # a folder's formats are known only now, and what was chosen of them before
            self.wanted_changed.emit()
            return
        self._tell(found)
        self._check()

    def show_problem(self, sentence: str) -> None:
        self.notice.say("error", sentence)

    def _kinds(self, files: Sequence[Seen]) -> str:
        """Say of which formats files are, and how many; of those that cannot be read, that."""
        counted = Counter(seen.format.name for seen in files if seen.format and not seen.refused)
        parts = [
            f"\u2066{name}\u2069 ({self._language.digits(count)})" if len(files) > 1 else f"\u2066{name}\u2069"
            for name, count in counted.items()
        ]
        if refused := sum(seen.refused is not None for seen in files):
            parts.append(self.tr("%Ln cannot be read", "", refused) if len(files) > 1 else self.tr("cannot be read"))
        return joined(parts, self._language.code)

    def _tell(self, found: Survey) -> None:
        articles, there = sum(seen.articles for seen in found.files), sum(seen.there for seen in found.files)
        counts = [self.tr("%Ln article(s)", "", articles)]
        if there:
            counts[0] = self.tr("{articles} ({there} there already)").format(
                articles=counts[0], there=self._language.digits(there)
            )
        if sets := sum(seen.sets for seen in found.files):
            counts.append(self.tr("%Ln annotation set(s)", "", sets))
        sentence = self.tr("To come: {counts}.").format(counts=joined(counts, self._language.code))
        if found.unknown:
            sentence += " " + self.tr(
                "%Ln label(s) of theirs this project does not have; you will be asked.", "", len(found.unknown)
            )
        if found.refused:
            sentence += " " + self.tr("%Ln file(s) cannot be read; why stands above.", "", len(found.refused))
        self.notice.say("warning" if found.refused else "info", sentence)

    def _select(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedIndexes()))
        if self._survey is not None:
            rows = {index.row() for index in self.list.selectedIndexes()}
            self.preview.show_survey(self._survey, [path for row, path in enumerate(self.paths) if row in rows])

    def _offer_options(self) -> None:
        self.options.show_options(shared_options(known.options_for("import") for known in self.formats))
        self.options.align_with(self._form, self.dates.label)
        self.options.tab_after(self.format)

    # Choosing

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the list, each once."""
        new = [path for path in dict.fromkeys(paths) if path not in self.paths]
        for path in new:
            self.paths.append(path)
            self.list.add(path)
        if new:
            self._may_guess = True
            self._look_again()
        self._check()

    def _remove(self) -> None:
        for row in sorted((index.row() for index in self.list.selectedIndexes()), reverse=True):
            del self.paths[row]
            self.list.takeItem(row)
        self._may_guess = True
        self._look_again()

    def _look_again(self) -> None:
        """Other files, or another format: other options too."""
        self._survey = None
        self._offer_options()
        self._read_again()

    def _read_again(self) -> None:
        self._check()
        self.wanted_changed.emit()

    def _choose_files(self) -> None:
        endings = " ".join(f"*{ending}" for known in FORMATS if known.read for ending in known.extensions)
        kinds = self.tr("Articles ({pattern})").format(pattern=endings) + ";;" + self.tr("All files (*)")
        self.add(self._chooser.files(self, self.tr("Files to import"), self._start(), kinds))

    def _choose_folder(self) -> None:
        if folder := self._chooser.folder(self, self.tr("Folder to import"), self._start()):
            self.add([folder])

    def _start(self) -> Path:
        """Where to look for more: beside what was chosen last."""
        return self.paths[-1].parent if self.paths else documents_folder()

    def _take_name(self) -> None:
        self.other.setChecked(True)
        self._check()

    def _check(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedIndexes()))
        self._question.setVisible(self.asks)
        problem = problem_of_name(self.annotator) if self.annotator else None
        if problem:
            self.name_notice.say("error", word(problem))
        elif self.annotator == "":
            self.name_notice.say("info", self.tr("Write whose they are."))
        else:
            self.name_notice.hush()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class _Rows(QScrollArea):
    """Takes what the list above leaves it, and never more than is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "pane")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is in it, which Qt only asks once."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMaximumHeight(self._content)
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring what has the focus into sight; of a line to write Qt only minds the cursor."""
        moved = super().focusNextPrevChild(forward)
        field, inside = QApplication.focusWidget(), self.widget()
        if field is not None and inside is not None and inside.isAncestorOf(field):
            middle = field.mapTo(inside, field.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, field.height() // 2 + 6)
        return moved

    @property
    def _content(self) -> int:
        inside = self.widget()
        return inside.sizeHint().height() if inside is not None else 0

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), min(self._content, _SOME_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self._content, _FEW_ROWS))
