"""The small dialogs: a new project, who works now, about Peyman.

All are opened with `open()` and answer by signals, so nothing blocks and scripts can drive them.
"""

from __future__ import annotations

import getpass
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peyman import __version__, exchange
from peyman.core.errors import PeymanError
from peyman.core.project import check_name as check_annotator
from peyman.core.schema import Schema
from peyman.gui.fields import (
    PROJECT_SUFFIX,
    ContentEdit,
    Dialog,
    FileChooser,
    Form,
    NameBox,
    PathField,
    documents_folder,
    plain_buttons,
    quiet,
    titled,
)
from peyman.gui.i18n import Language, word
from peyman.gui.message_bar import Notice

if sys.platform != "win32":
    import pwd


def system_name() -> str:
    """Return the full name of whoever is logged in, else the login; "" if neither is known."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
    full = ""
    if sys.platform != "win32":
        try:
            # The comment field: full name, room, telephones; "&" stands for the login.
            full = pwd.getpwnam(login).pw_gecos.split(",")[0].replace("&", login.capitalize()).strip()
        except KeyError:
            full = ""
    return full or login


# A new project --------------------------------------------------------------------------------------------------


class NewProjectDialog(Dialog):
    """Where a project is to be, who works in it, and with which schema. It makes nothing itself.

    Every change is checked at once, and the button opens only when all of it is right.
    """

    def __init__(
        self,
        language: Language,
        parent: QWidget | None = None,
        *,
        chooser: FileChooser | None = None,
        folder: Path | None = None,
        annotator: str | None = None,
    ) -> None:
        """By default the folder is that for documents, and the annotator whoever is logged in."""
        super().__init__(parent)
        self._language = language
        self._chooser = chooser or FileChooser()
        self.setWindowTitle(self.tr("New project"))
        self.setMinimumWidth(560)
        self.file = PathField()
        self.file.set_path(self._free_path(folder or documents_folder()))
        self.annotator = ContentEdit("name")
        self.annotator.setText(system_name() if annotator is None else annotator)
        self.schema = SchemaField(language, self._chooser)
        self.file_notice, self.name_notice = Notice(), Notice()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._create = self.buttons.addButton(self.tr("&Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        plain_buttons(self.buttons)
        self._lay_out()
        self._create.setDefault(True)  # only now does it know its dialog
        self.file.changed.connect(self._check)
        self.file.browse_requested.connect(self._browse)
        self.annotator.textChanged.connect(self._check)
        self.schema.changed.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()
        self.annotator.setFocus()
        self.annotator.selectAll()

    def _lay_out(self) -> None:
        form = Form()
        rows: tuple[tuple[str, QWidget, QWidget, str], ...] = (
            (self.tr("&File"), self.file, self.file_notice, ""),
            (
                self.tr("&Annotator"),
                self.annotator,
                self.name_notice,
                self.tr("Your name: what you label is kept under it."),
            ),
            (self.tr("&Schema"), self.schema, self.schema.notice, ""),
        )
        for text, field, notice, note in rows:
            field.setAccessibleName(text.replace("&", ""))
            form.add_field(QLabel(text), field, *([quiet(note)] if note else []), notice)
        self.file.edit.setAccessibleName(self.tr("Project file"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(titled(self.tr("New project")))
        column.addWidget(quiet(self.tr("One file holds the articles, all annotations and their whole history.")))
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def values(self) -> tuple[Path, str, Schema]:
        """Return the file, the annotator's name and the schema; only after the dialog was accepted."""
        path, schema = self._path(), self.schema.value
        assert path is not None
        assert schema is not None
        return path, self.annotator.text().strip(), schema

    def _free_path(self, folder: Path) -> Path:
        stem = self.tr("project")
        path = folder / f"{stem}{PROJECT_SUFFIX}"
        number = 1
        while path.exists():
            number += 1
            path = folder / f"{stem} {self._language.digits(number)}{PROJECT_SUFFIX}"
        return path

    def _path(self) -> Path | None:
        path = self.file.path
        if path is None or path.suffix == PROJECT_SUFFIX or not path.name:
            return path
        return path.with_name(path.name + PROJECT_SUFFIX)

    def _browse(self) -> None:
        start = self._path() or documents_folder()
        kinds = self.tr("Projects ({pattern})").format(pattern=f"*{PROJECT_SUFFIX}")
        if chosen := self._chooser.new_file(self, self.tr("File of the new project"), start, kinds):
            self.file.set_path(chosen)

    def _check(self) -> None:
        path = self._path()
        file_problem = _problem_of_new(path) if path else None
        if file_problem:
            self.file_notice.say("error", word(file_problem))
        elif path is None:
            self.file_notice.say("info", self.tr("Name the file, or choose its place with “Browse…”."))
        else:
            self.file_notice.hush()
        name = self.annotator.text().strip()
        name_problem = problem_of_name(name) if name else None
        if name_problem:
            self.name_notice.say("error", word(name_problem))
        else:
            self.name_notice.hush()
        wrong = file_problem or name_problem
        self._create.setEnabled(bool(path and name and self.schema.value and not wrong))


def problem_of_name(name: str) -> PeymanError | None:
    """Return what is wrong with an annotator's name."""
    try:
        check_annotator(name)
    except PeymanError as error:
        return error
    return None


def _problem_of_new(path: Path) -> PeymanError | None:
    """Return why no project can be made at `path`, as far as can be told without writing."""
    try:
        if not path.parent.is_dir():
            return PeymanError("project_folder", path=path)
        if path.exists() or path.is_symlink():
            return PeymanError("project_exists", path=path)
    except OSError as error:  # a name too long, a folder that may not be looked into
        return exchange.worded(error, path)
    return None


class SchemaField(QWidget):
    """The schema that ships, or one from a file, read and checked at once.

    Signals:
        changed(): another schema was chosen.
    """

    changed = Signal()

    def __init__(self, language: Language, chooser: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._chooser = chooser
        self._files: list[Path | None] = [None]  # None: the one that ships
        self.value: Schema | None = None
        self.notice = Notice()
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(self.tr("Schema"))
        self.button = QPushButton(self.tr("From a &file…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.box)
        self._read(None)
        name = self.value.names(language.code) if self.value else ""
        self.box.addItem(self.tr("{name} (comes with Peyman)").format(name=name))
        self.box.currentIndexChanged.connect(self._choose)

    def choose_file(self, path: Path) -> None:
        """Take the schema in `path`; what is wrong with it stands in the notice."""
        if path in self._files:
            self._files.remove(path)
            self.box.removeItem(self.box.findData(str(path)))
        self._files.append(path)
        self.box.addItem(f"\u2066{path.name}\u2069", str(path))
        self.box.setItemData(self.box.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        self.box.setCurrentIndex(self.box.count() - 1)

    def _browse(self) -> None:
        kinds = self.tr("Schemas ({pattern})").format(pattern="*.toml")
        if chosen := self._chooser.file(self, self.tr("Schema file"), documents_folder(), kinds):
            self.choose_file(chosen)

    def _choose(self, index: int) -> None:
        self._read(self._files[index])
        self.changed.emit()

    def _read(self, path: Path | None) -> None:
        self.value = None
        try:
            self.value = exchange.read_schema(path)
        except PeymanError as error:
            self.notice.say("error", word(error))
        except OSError as error:
            self.notice.say("error", word(exchange.worded(error, path or "")))
        else:
            self.notice.say("info" if path is None else "done", self._summary(self.value))

    def _summary(self, schema: Schema) -> str:
        code = self._language.code
        counts = [
            self.tr("{layer}: {count}").format(layer=layer.names(code), count=self._language.digits(len(layer.offered)))
            for layer in schema.layers.values()
            if len(layer.offered) > 1
        ]
        return " · ".join(counts)


# Who works now --------------------------------------------------------------------------------------------------


class WorkAsDialog(Dialog):
    """Choose or type whose annotations are made from now on."""

    def __init__(self, annotators: Sequence[str], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = set(annotators)
        self.setWindowTitle(self.tr("Who works now"))
        self.setMinimumWidth(420)
        self.box = NameBox(annotators, current)
        self.box.setAccessibleName(self.tr("Annotator"))
        self.notice = Notice()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        plain_buttons(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Who works now?")))
        column.addWidget(quiet(self.tr("From now on, what is labelled is kept under this name; nothing else changes.")))
        column.addWidget(self.box)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.box.currentTextChanged.connect(self._check)
        self._check()
        self.box.setFocus()
        line = self.box.lineEdit()
        assert line is not None
        line.selectAll()

    def name(self) -> str:
        return self.box.name

    def _check(self) -> None:
        name = self.name()
        problem = problem_of_name(name) if name else None
        if problem:
            self.notice.say("error", word(problem))
        elif name and name not in self._known:
            self.notice.say("info", self.tr("A new name: nobody called so has annotations here yet."))
        else:
            self.notice.hush()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(name) and problem is None)


# About ----------------------------------------------------------------------------------------------------------

_LICENCES: tuple[tuple[str, str], ...] = (
    (f"Peyman {__version__}", "MIT"),
    (f"Qt {qVersion()}, PySide6", "LGPL 3"),
    ("Vazirmatn", "SIL Open Font License 1.1"),
    ("hazm, razdel", "MIT"),
    (f"Python {platform.python_version()}", "PSF"),
)


class AboutDialog(Dialog):
    """What runs here, and under which licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Peyman"))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 16)
        column.setSpacing(10)
        column.addWidget(titled(self.tr("Peyman")))
        column.addWidget(quiet(self.tr("Annotate entities and commitments in Persian and Russian news, offline.")))
        form = Form()
        form.setContentsMargins(0, 8, 0, 8)
        for name, licence in _LICENCES:
            form.add_field(QLabel(f"\u2066{name}\u2069"), QLabel(f"\u2066{licence}\u2069"))
        column.addLayout(form)
        column.addWidget(quiet(self.tr("The texts of the licences come with the program.")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain_buttons(buttons)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
