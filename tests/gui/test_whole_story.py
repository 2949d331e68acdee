"""The whole story: dealt out, annotated by three, handed in, merged, measured, settled by keys, exported as gold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.events import type_keys
from gui.searching import rest
from gui.settling import Curator, opened, shown
from peyman import cli, paths
from peyman.core.findings import AgreementReport
from peyman.core.journal import now
from peyman.core.project import Project
from peyman.core.prompter import content
from peyman.core.schema import Schema
from peyman.core.settling import gold_set_of, settle
from peyman.demo import NAMES, handed_in, known_gold, team_project
from peyman.formats import jsonl
from peyman.gui.dashboard.page import DashboardPage
from peyman.gui.main_window import MainWindow
from peyman.gui.player import play
from peyman.gui.team.merge_dialog import MergeDialog


def merge_files(window: MainWindow, files: list[Path], qtbot: QtBot) -> None:
    """Merge what was handed in as one does it in the window; the files are chosen for the dialog."""
    play(window, "Ctrl+Shift+M")
    dialog = window.findChild(MergeDialog)
    assert dialog is not None
    dialog.add(files)
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=60_000)
    assert not dialog.refusals.isVisible()
    dialog.accept_button.setFocus()
    type_keys(dialog.accept_button, "Enter")
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
    type_keys(dialog.close_button, "Enter")
    rest(window, qtbot)


def measured(window: MainWindow, qtbot: QtBot) -> AgreementReport:
    """Turn to the dashboard and return what it found."""
    play(window, "Ctrl+4")
    assert window.pages is not None
    page = window.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    rest(window, qtbot)
    assert page.chart.figure is not None
    assert page._measured is not None
    return page._measured.report


def states(project: Project) -> list[str]:
    golden = (gold_set_of(project, number) for number in project.document_numbers())
    return [one.state.state for one in golden if one is not None]


def test_three_annotators_make_the_gold_that_is_known(
    qapp: QApplication,
    fonts: None,
    qtbot: QtBot,
    tmp_path: Path,
    schema: Schema,
    sample_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With one key for each disagreement; what nobody was right in takes more, and is counted apart."""
    monkeypatch.setattr("peyman.gui.dashboard.measuring.RESAMPLES", 20)
    expected = list(jsonl.read(paths.seeds("sample_gold.jsonl"), schema))
    path = tmp_path / "team.peyman"
    shutil.copyfile(sample_file, tmp_path / "sample.peyman")
    with Project.open(tmp_path / "sample.peyman", read_only=True) as source:
        known = known_gold(source)
        assert len(known) == len(expected) == 3
        with team_project(path, source, known) as project:
            files = handed_in(project, known, tmp_path)
    with opened(qapp, path) as window:
        merge_files(window, files, qtbot)
        assert window.session is not None
        project = window.session.project
        numbers = project.document_numbers()
        for number in numbers:
            finished = [one.annotator for one in project.set_infos(number) if one.state == "finished"]
            assert sorted(finished) == sorted(NAMES)
        report = measured(window, qtbot)
        assert {one.layer for one in report.between.layers} >= {"entity", "commitment", "role"}
        for layer in report.between.layers:
            assert layer.scores.relaxed.value is not None
            assert 0.5 < layer.scores.relaxed.value < 1
        assert not report.gold

        page = shown(window, qtbot)
        assert page.bench.questions.total > 200
        curator = Curator(window, page, known)
        curator.settle_all()
        tally = curator.tally
        assert tally.keys == tally.asked.total() > 200
        assert set(tally.asked) >= {"label", "missing", "boundary", "split", "attribute", "role"}
        assert 0 < tally.answered["E"] < 5
        assert tally.edits < 10 * tally.answered["E"]
        assert page._empty.isVisible()
        assert not page.bench.questions.unwritten
        assert states(project) == ["finished"] * 3

        curator.correct_all()
        assert 0 < len(tally.corrections) < 10
        page = shown(window, qtbot)
        assert page._empty.isVisible()
        assert states(project) == ["finished"] * 3
        rest_of_all = settle(project, None, now())
        assert rest_of_all is not None
        assert not rest_of_all.left
        assert [one.annotator for one in measured(window, qtbot).gold] == sorted(NAMES)
    out = tmp_path / "gold.jsonl"
    assert cli.run(["export", str(path), str(out), "--set", "gold"], lambda _project: 1) == 0
    found = {one.document.sha256: one for one in jsonl.read(out, schema)}
    assert len(found) == len(expected)
    for one in expected:
        gold = found[one.document.sha256].annotations
        assert gold is not None
        assert one.annotations is not None
        assert gold.kind == "gold"
        assert gold.state.state == "finished"
        assert content(gold.annotations.values(), schema) == content(one.annotations.annotations.values(), schema)
