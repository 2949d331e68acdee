"""What the window's session shows when a merge is taken back under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.dealing import annotate, dealt, merged
from peyman.gui.session import Session


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session of a curator who has just merged what one annotator did."""
    project, packs = dealt(tmp_path / "news.peyman", 2, ["سارا"])
    annotate(packs["سارا"], done=True)
    with project:
        merged(project, packs["سارا"])
        yield Session(project)


def test_the_set_in_view_goes_and_comes_with_the_merge(session: Session) -> None:
    session.show_document(1)
    assert session.annotations is not None
    assert (session.annotations.annotator, len(session.annotations.spans)) == ("سارا", 1)
    edit = session.undo()
    assert edit is not None
    assert edit.name == "merge"
    assert (session.annotations.annotator, session.annotations.spans) == ("داور", ())
    assert session.redo() is not None
    assert (session.annotations.annotator, len(session.annotations.spans)) == ("سارا", 1)


def test_what_came_from_elsewhere_is_not_changed_in_the_window(session: Session) -> None:
    session.project.work_as("سارا")
    session.show_document(1)
    told: list[object] = []
    session.failed.connect(told.append)
    assert not session.perform(session.editor().set_state("in_progress"))
    assert [getattr(error, "code", "") for error in told] == ["edit_foreign"]
