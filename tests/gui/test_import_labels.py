"""Looking through files before they are imported, and asking which of our labels theirs are."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.events import settle, type_keys
from gui.walking import assert_accessible
from peyman import exchange
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema
from peyman.exchange import ImportReport
from peyman.formats import format_for
from peyman.gui.fields import FileChooser
from peyman.gui.i18n import Language
from peyman.gui.import_dialog import ImportDialog
from peyman.gui.import_labels import likely
from peyman.gui.import_work import SAMPLES_OF_A_FILE, Survey, UnknownLabel, Wanted, survey
from peyman.gui.label_maps import LabelMaps
from peyman.gui.tasks import Progress, Tasks

TEXT = "Ali visited Baku and promised a road."
ENTITIES = (("Ali", "PERSON"), ("Baku", "CITY"), ("promised a road", "PROMISE"))
MAP = {"entity": {"PERSON": "PER", "CITY": "GPE"}, "commitment": {"PROMISE": "pledge"}, "role": {"who": "committer"}}


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "project.peyman"
    Project.create(path, annotator="Sara", schema=schema).close()
    return path


def write_doccano(path: Path, entities: Sequence[tuple[str, str]] = ENTITIES, roles: bool = True) -> Path:
    """Write a file of one row, as doccano does."""
    marked = [
        {"id": n, "label": label, "start_offset": TEXT.index(words), "end_offset": TEXT.index(words) + len(words)}
        for n, (words, label) in enumerate(entities)
    ]
    relations = [{"id": 9, "from_id": 2, "to_id": 0, "type": "who"}] if roles else []
    row = {"text": TEXT, "entities": marked, "relations": relations, "Comments": ["sure?"]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A file of doccano's with labels of its own."""
    return write_doccano(tmp_path / "sara.doccano.jsonl")


def look(project: Path, *paths: Path, **wanted: object) -> Survey:
    return survey(Progress(), project, Wanted(paths, **wanted))  # type: ignore[arg-type]


# Looking ---------------------------------------------------------------------------------------------------------


def test_looking_finds_unknown_labels_with_counts_and_examples(project: Path, foreign: Path) -> None:
    found = look(project, foreign)
    (seen,) = found.files
    assert (seen.format and seen.format.name, seen.articles, seen.there, seen.sets) == ("doccano", 1, 0, 1)
    labels = {(label, 1, words) for words, label in ENTITIES}
    assert {(one.label, one.count, one.example) for one in found.unknown} == labels
    found = look(project, foreign, labels={"commitment": MAP["commitment"]})  # what it leads from decides on a role
    assert {(one.label, one.count, one.example) for one in found.unknown} >= {("who", 1, "")}
    assert next(one.layers for one in found.unknown if one.label == "who") == ("role",)
    again = look(project, foreign, labels=MAP)
    assert again.unknown == ()
    with Project.open(project) as opened:
        assert opened.counts()["documents"] == 0


def test_looking_leaves_out_no_file_and_says_why_one_cannot_be_read(
    project: Path, tmp_path: Path, foreign: Path
) -> None:
    empty, gone = tmp_path / "empty.txt", tmp_path / "gone.txt"
    empty.touch()
    found = look(project, empty, gone, foreign)
    assert {seen.path.name: seen.refused and seen.refused.code for seen in found.files} == {
        "empty.txt": "text_empty", "gone.txt": "file_missing", foreign.name: None,
    }  # fmt: skip
    assert found.looks_like == ""


def test_texts_that_are_there_already_are_counted(project: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Article {name}.", encoding="utf-8")
    with Project.open(project) as opened:
        exchange.import_paths(opened, [tmp_path / "a.txt"])
    found = look(project, tmp_path / "a.txt", tmp_path / "b.txt")
    assert [seen.there for seen in found.files] == [1, 0]


def test_a_few_texts_of_each_file_are_shown(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.doccano.jsonl"
    path.write_text("".join(json.dumps({"text": f"Article {n}. " * 200}) + "\n" for n in range(5)), encoding="utf-8")
    found = look(project, path)
    assert len(found.samples) == SAMPLES_OF_A_FILE
    assert all(sample.excerpt.startswith(f"Article {n}.") for n, sample in enumerate(found.samples))
    assert all(sample.longer and sample.words == 400 for sample in found.samples)


@pytest.mark.parametrize("ending", [".jsonl", ".JSONL"])
def test_a_file_whose_name_shows_too_little_is_known_by_what_is_in_it(
    project: Path, tmp_path: Path, ending: str
) -> None:
    found = look(project, write_doccano(tmp_path / f"all{ending}"), annotator="Sara")
    (seen,) = found.files
    assert (seen.format and seen.format.name, seen.refused) == ("doccano", None)
    assert {one.label for one in found.unknown} == {label for _, label in ENTITIES}  # roles once these are known


def test_a_file_that_its_rows_do_not_tell_is_tried_with_the_formats_of_its_ending(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "all.jsonl").write_text('{"text": "Baku", "label": "in_person"}\n', encoding="utf-8")
    assert look(project, tmp_path / "all.jsonl").looks_like == "doccano"
    assert look(project, tmp_path / "all.jsonl", format_name="doccano").looks_like == ""


def test_our_own_format_tells_of_unknown_labels_too(project: Path, tmp_path: Path) -> None:
    source = Path(__file__).resolve().parents[1] / "data" / "formats" / "full.jsonl"
    changed = tmp_path / "changed.jsonl"
    text = source.read_text(encoding="utf-8").replace('"label": "PER"', '"label": "HUMAN"')
    changed.write_text(text, encoding="utf-8")
    found = look(project, changed)
    (unknown,) = found.unknown
    assert (unknown.label, unknown.layers) == ("HUMAN", ("entity",))
    assert unknown.example
    assert found.refused == ()


@pytest.mark.parametrize("format_name", ["brat", "conll", "webanno-tsv", "xmi", "label-studio", "prodigy", "doccano"])
def test_every_format_of_labels_tells_which_it_does_not_know(
    project: Path, tmp_path: Path, schema: Schema, format_name: str
) -> None:
    """What one schema wrote is read with another, in which the persons are called otherwise."""
    with Project.open(project) as opened:
        exchange.import_paths(opened, [Path(__file__).resolve().parents[1] / "data" / "formats" / "full.jsonl"])
        out = tmp_path / ("out" if format_for(Path(), format_name).write is None else "out.file")
        exchange.export(opened, out, format_name)
    body = schema.body.replace('id = "PER"', 'id = "HUM"')
    other = tmp_path / "other.peyman"
    Project.create(other, annotator="Sara", schema=parse_schema(body, "other")).close()
    before = other.read_bytes()
    found = look(other, out, format_name=format_name, annotator="Sara")
    assert "PER" in [one.label.rpartition("__")[2] for one in found.unknown]
    told = next(one for one in found.unknown if one.label.rpartition("__")[2] == "PER")
    assert "entity" in told.layers
    assert told.example
    labels = {"entity": {told.label: "HUM"}}
    assert look(other, out, format_name=format_name, annotator="Sara", labels=labels).unknown == ()
    assert other.read_bytes() == before


def test_a_label_that_is_like_ours_is_proposed(schema: Schema) -> None:
    layers = ("entity", "commitment", "argument")
    assert likely(UnknownLabel("Person", layers), schema) == ("entity", "PER")
    assert likely(UnknownLabel("org", layers), schema) == ("entity", "ORG")
    assert likely(UnknownLabel("شخص", layers), schema) == ("entity", "PER")
    assert likely(UnknownLabel("nonsense", layers), schema) is None
    assert likely(UnknownLabel("Person", ("role",)), schema) is None


# Remembering ----------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["PER", "GPE", "ORG"])))
def test_a_map_is_read_as_it_was_written(table: dict[str, str]) -> None:
    written = exchange.map_as_toml({"entity": table, "role": {"who": "committer"}})
    read = tomllib.loads(written)
    assert read == {**({"entity": table} if table else {}), "role": {"who": "committer"}}


def test_answers_are_remembered_as_the_command_line_takes_them(schema: Schema, tmp_path: Path) -> None:
    maps = LabelMaps(tmp_path / "new" / "folder", schema)
    assert maps.load() == {}
    maps.remember({"entity": {"PERSON": "PER"}})
    maps.remember({"entity": {"CITY": "GPE"}, "role": {"who": "committer"}})
    assert exchange.read_map(maps.path, schema) == maps.load()
    assert maps.load() == {"entity": {"PERSON": "PER", "CITY": "GPE"}, "role": {"who": "committer"}}


def test_what_fits_the_schema_no_more_is_forgotten(schema: Schema, tmp_path: Path) -> None:
    maps = LabelMaps(tmp_path, schema)
    maps.path.write_text('[entity]\nA = "PER"\nB = "GONE"\nC = 3\n[no]\nD = "PER"\n', encoding="utf-8")
    assert maps.load() == {"entity": {"A": "PER"}}
    with pytest.raises(PeymanError):
        exchange.read_map(maps.path, schema)
    maps.path.write_bytes(b"\xff no toml")
    assert maps.load() == {}


# The dialog ------------------------------------------------------------------------------------------------------


class Chooser(FileChooser):
    """Knows the answers beforehand."""

    def __init__(self, *answers: Path) -> None:
        self.answers = list(answers)

    def file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self.answers.pop(0)

    def new_file(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self.answers.pop(0)


class Opened:
    """A dialog on a project that nobody has open, and what it reported."""

    def __init__(
        self, project: Path, schema: Schema, tasks: Tasks, language: Language, window: QWidget, qtbot: QtBot
    ) -> None:
        self.project = project
        self.schema = schema
        self.tasks = tasks
        self.language = language
        self.window = window
        self.qtbot = qtbot
        self.maps = project.with_name("maps")
        self.reports: list[ImportReport | None] = []

    def open(self, *paths: Path, chooser: FileChooser | None = None) -> ImportDialog:
        dialog = ImportDialog(
            self.project, paths, self.tasks, self.language, self.window, schema=self.schema, maps=self.maps,
            annotators=["Sara"], chooser=chooser,
        )  # fmt: skip
        dialog.project_free.connect(self.reports.append)
        dialog.open()
        return dialog

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=60_000)
        settle()

    def labels(self) -> set[tuple[str, str]]:
        """Layers and labels of all spans in the project."""
        with Project.open(self.project, read_only=True) as opened:
            sets = [opened.annotation_set(n) for d in opened.document_numbers() for n in opened.set_numbers(d)]
        return {(a.layer, a.label) for found in sets for a in found.annotations.values()}


@pytest.fixture
def opened(
    project: Path, schema: Schema, tasks: Tasks, language: Language, window: QWidget, qtbot: QtBot
) -> Opened:
    return Opened(project, schema, tasks, language, window, qtbot)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: ImportDialog, label: str, layer: str, ours: str) -> None:
    """Choose, by keys, what a label is."""
    assert dialog.labels.rows is not None
    box = next(box for box in dialog.labels.rows.boxes if box.accessibleName().endswith(f" {label}"))
    type_keys(box, "Home")
    while box.currentData() != (layer, ours):
        before = box.currentIndex()
        type_keys(box, "Down")
        assert box.currentIndex() != before, f"{ours} is not offered for {label}"


def test_unknown_labels_are_asked_for_and_remembered(opened: Opened, foreign: Path, tmp_path: Path) -> None:
    dialog = opened.open(foreign)
    type_keys(dialog.choice.accept_button, "Enter")  # before all is looked through
    opened.rest()
    assert dialog.pages.currentWidget() is dialog.labels
    assert_accessible(dialog)
    assert dialog.height() <= 600
    accept = dialog.labels.accept_button
    assert not accept.isEnabled()
    assert dialog.labels.answers == {"entity": {"PERSON": "PER"}}  # it is called so
    choose(dialog, "CITY", "entity", "GPE")
    choose(dialog, "PROMISE", "commitment", "pledge")
    click(accept)
    opened.rest()
    assert dialog.pages.currentWidget() is dialog.labels
    choose(dialog, "who", "role", "committer")
    assert accept.isEnabled()
    click(accept)
    opened.qtbot.waitUntil(lambda: bool(opened.reports), timeout=60_000)
    assert opened.labels() == {
        ("entity", "PER"), ("entity", "GPE"), ("commitment", "pledge"), ("role", "committer"),
    }  # fmt: skip
    text = dialog.outcome.plain()
    assert opened.language.digits(1) in text.partition(QCoreApplication.translate("kinds", "comment"))[2]
    assert dialog.outcome.map_note.isVisible()
    kept = exchange.read_map(next(opened.maps.iterdir()), opened.schema)
    assert kept == MAP
    # The next file is taken as the last one was; only what is new is still to choose.
    other = write_doccano(tmp_path / "next.doccano.jsonl", [("Ali", "PERSON"), ("Baku", "SPOT")], roles=False)
    again = opened.open(other)
    opened.rest()
    again.start()
    assert again.labels.answers == {"entity": {"PERSON": "PER"}}
    assert again.labels.rows is not None
    assert again.labels.rows.open == 1


def test_what_roles_there_are_shows_once_the_commitment_is_known(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("promised")
    (tmp_path / "a.ann").write_text(
        f"T1\tPER 0 3\tAli\nT2\tPROMISE {start} {len(TEXT) - 1}\tpromised a road\nR1\twho Arg1:T2 Arg2:T1\n",
        encoding="utf-8",
    )
    dialog = opened.open(tmp_path / "a.ann")
    click(dialog.choice.other)
    QTest.keyClicks(dialog.choice.name, "Maria")
    opened.rest()
    click(dialog.choice.accept_button)
    assert dialog.pages.currentWidget() is dialog.labels
    choose(dialog, "PROMISE", "commitment", "pledge")
    click(dialog.labels.accept_button)
    opened.rest()
    assert dialog.pages.currentWidget() is dialog.labels
    assert dialog.labels.answers == {"commitment": {"PROMISE": "pledge"}}  # chosen before, and still there
    choose(dialog, "who", "role", "committer")
    click(dialog.labels.accept_button)
    assert dialog.busy  # the commitment is what it was: the files are not read once more
    opened.qtbot.waitUntil(lambda: bool(opened.reports), timeout=60_000)
    assert opened.labels() == {("entity", "PER"), ("commitment", "pledge"), ("role", "committer")}


def test_a_map_of_ones_own_is_taken_and_written(opened: Opened, foreign: Path, tmp_path: Path) -> None:
    given, made, bad = (tmp_path / name for name in ("given.toml", "made.toml", "bad.toml"))
    given.write_text(exchange.map_as_toml(MAP), encoding="utf-8")
    bad.write_text('[entity]\nPERSON = "NOBODY"\n', encoding="utf-8")
    dialog = opened.open(foreign, chooser=Chooser(bad, given, made))
    opened.rest()
    dialog.start()
    click(dialog.labels.load)
    assert dialog.labels.file_notice.mark.kind == "error"
    assert "NOBODY" in dialog.labels.file_notice.text
    click(dialog.labels.load)
    words = {layer: table for layer, table in MAP.items() if layer != "role"}
    assert dialog.labels.answers == words
    click(dialog.labels.save)
    assert exchange.read_map(made, opened.schema) == words
    assert str(made) in dialog.labels.file_notice.text
    click(dialog.labels.accept_button)
    opened.rest()
    assert dialog.labels.answers == MAP  # the file answers what is asked later as well


def test_a_label_can_be_kept_aside(opened: Opened, tmp_path: Path) -> None:
    foreign = write_doccano(tmp_path / "sara.doccano.jsonl", [("Ali", "PERSON"), ("Baku", "SPOT")], roles=False)
    dialog = opened.open(foreign)
    opened.rest()
    dialog.start()
    choose(dialog, "SPOT", "entity", "")
    assert dialog.labels.answers == {"entity": {"PERSON": "PER", "SPOT": ""}}
    click(dialog.labels.accept_button)
    opened.qtbot.waitUntil(lambda: bool(opened.reports), timeout=60_000)
    assert opened.labels() == {("entity", "PER")}
    assert "SPOT" in dialog.outcome.plain()
    again = opened.open(write_doccano(tmp_path / "next.doccano.jsonl", [("Baku", "SPOT")], roles=False))
    opened.rest()
    again.start()
    assert again.labels.answers == {"entity": {"SPOT": ""}}  # as the last time


def test_back_leads_to_the_files_and_nothing_is_changed(opened: Opened, foreign: Path) -> None:
    dialog = opened.open(foreign)
    opened.rest()
    dialog.start()
    type_keys(dialog.labels.load, "Esc")
    assert dialog.pages.currentWidget() is dialog.choice
    dialog.start()
    click(dialog.labels.back)
    assert dialog.pages.currentWidget() is dialog.choice
    assert dialog.isVisible()
    assert opened.reports == []
    assert not opened.maps.exists()


def test_waiting_for_the_look_can_be_stopped(opened: Opened, foreign: Path) -> None:
    dialog = opened.open(foreign)
    dialog.start()
    assert dialog.pages.currentWidget() is dialog.running
    click(dialog.running.stop)
    assert dialog.pages.currentWidget() is dialog.choice
    opened.rest()
    assert dialog.pages.currentWidget() is dialog.choice
    assert "1" in dialog.choice.notice.text


def test_the_format_shows_itself_and_can_be_changed(opened: Opened, tmp_path: Path) -> None:
    path = write_doccano(tmp_path / "sara.jsonl", [("Ali", "PER")], roles=False)
    dialog = opened.open(path)
    opened.rest()
    choice = dialog.choice
    assert choice.format_name is None  # known by what stands in it
    item = choice.list.item(0)
    assert item is not None
    assert "doccano" in item.text()
    assert TEXT in choice.preview.toPlainText()
    assert list(choice.options.fields) == ["offsets"]
    assert_accessible(dialog)
    assert dialog.height() <= 600
    type_keys(choice.options.fields["offsets"], "Down")
    opened.rest()
    assert choice.wanted.values == {"offsets": "utf-16"}
    choice.format.setCurrentIndex(choice.format.findData("prodigy"))  # the person knows better
    opened.rest()
    assert choice.format_name == "prodigy"
    assert choice.notice.mark.kind == "warning"
    assert "sara.jsonl" in choice.preview.toPlainText()


def test_options_go_to_the_import(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("promised\tB-pledge\na\tI-pledge\nroad\tO\n", encoding="utf-8")
    dialog = opened.open(tmp_path)  # a folder: what is in it shows when it is looked through
    opened.rest()
    assert list(dialog.choice.options.fields) == ["layer"]
    type_keys(dialog.choice.options.fields["layer"], "Down")
    opened.rest()
    assert dialog.choice.wanted.values == {"layer": "commitment"}
    click(dialog.choice.other)
    QTest.keyClicks(dialog.choice.name, "Maria")
    opened.rest()
    dialog.start()
    opened.qtbot.waitUntil(lambda: bool(opened.reports), timeout=60_000)
    assert opened.labels() == {("commitment", "pledge")}


def test_the_preview_shows_what_is_selected_in_its_own_direction(opened: Opened, tmp_path: Path) -> None:
    persian, russian, empty = tmp_path / "f.txt", tmp_path / "r.txt", tmp_path / "e.txt"
    persian.write_text("دولت قول داد جاده بسازد.", encoding="utf-8")
    russian.write_text("Губернатор обещал мост.", encoding="utf-8")
    empty.touch()
    dialog = opened.open(persian, russian, empty)
    opened.rest()
    preview = dialog.choice.preview
    for part in ("قول داد", "обещал", "e.txt"):
        assert part in preview.toPlainText()
    block = preview.document().begin()
    directions: dict[str, Qt.LayoutDirection] = {}
    while block.isValid():
        directions[block.text()] = block.blockFormat().layoutDirection()
        block = block.next()
    assert directions["دولت قول داد جاده بسازد."] == Qt.LayoutDirection.RightToLeft
    assert directions["Губернатор обещал мост."] == Qt.LayoutDirection.LeftToRight
    dialog.choice.list.setFocus()
    type_keys(dialog.choice.list, "Down")
    dialog.choice.list.setCurrentRow(1)
    assert "обещал" in preview.toPlainText()
    assert "قول داد" not in preview.toPlainText()
    assert dialog.choice.notice.mark.kind == "warning"  # one cannot be read


def test_closing_while_files_are_looked_through_leaves_nothing_behind(opened: Opened, foreign: Path) -> None:
    dialog = opened.open(foreign)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    type_keys(dialog.choice.list, "Esc")
    settle()
    assert gone
    opened.rest()
