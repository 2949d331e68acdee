"""Learning in pauses: from finished articles only, when there are enough, and it can be stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.tagged import ARTICLES, article
from peyman.core.edits import set_project_info
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.core.tagger import MIN_DOCUMENTS, Report, learned_from
from peyman.gui.annotate.learning import Learner
from peyman.gui.annotate.offers import Offers
from peyman.gui.session import Session
from peyman.gui.tasks import Tasks

UNSEEN = article(1000, tagged=False).document


@pytest.fixture
def tasks(qapp: QCoreApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.close()


def open_session(folder: Path, schema: Schema, finished: int) -> Session:
    """A project of سارا with so many finished articles, and one that nobody has seen."""
    project = Project.create(folder / "p.peyman", annotator="سارا", schema=schema)
    with project.batch("import"):
        project.add_document(UNSEEN)
        for one in ARTICLES[:finished]:
            assert one.annotations is not None
            project.add_set(project.add_document(one.document), one.annotations)
    project.apply(set_project_info(project.info, settings={"control_share": 0}))
    return Session(project)


def test_what_was_learned_is_offered_in_articles_not_seen(
    tmp_path: Path, schema: Schema, tasks: Tasks, qtbot: QtBot
) -> None:
    session = open_session(tmp_path, schema, len(ARTICLES))
    offers = Offers(session, tasks, wanted=True)
    learner = Learner(session, tasks, wanted=False)
    learner.learned.connect(offers.use_tagger)
    offers.load()
    session.show_document(1)
    qtbot.waitUntil(lambda: offers.reason == "", timeout=20_000)
    assert "tagger" not in {one.source for one in offers.suggestions}
    with qtbot.waitSignal(learner.learned, timeout=60_000) as told:
        learner.learn()
        assert learner.busy
        learner.learn()  # once is enough
    report = told.args[0]
    assert isinstance(report, Report)
    assert report.good()
    qtbot.waitUntil(lambda: "tagger" in {one.source for one in offers.suggestions}, timeout=5_000)
    learned = [one for one in offers.suggestions if one.source == "tagger"]
    assert {one.label for one in learned} == {"ORG"}
    assert learned_from(session.project.side_folder) == len(ARTICLES)
    learner.learn()  # nothing new to learn from
    assert not learner.busy
    session.project.close()


def test_too_few_articles_are_not_learned_from(tmp_path: Path, schema: Schema, tasks: Tasks) -> None:
    session = open_session(tmp_path, schema, MIN_DOCUMENTS - 1)
    learner = Learner(session, tasks, wanted=True)
    learner.learn()
    assert not learner.busy
    assert not session.project.side_folder.exists()
    session.project.close()


def test_learning_can_be_stopped(tmp_path: Path, schema: Schema, tasks: Tasks, qtbot: QtBot) -> None:
    session = open_session(tmp_path, schema, len(ARTICLES))
    learner = Learner(session, tasks, wanted=True)
    told: list[Report] = []
    learner.learned.connect(told.append)
    learner.learn()
    qtbot.waitUntil(lambda: learner._training is not None, timeout=20_000)
    learner.want(False)
    qtbot.waitUntil(lambda: not learner.busy, timeout=20_000)
    assert told == []
    assert learned_from(session.project.side_folder) == 0
    session.project.close()
