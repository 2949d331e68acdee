"""Killed at any moment, a project keeps every edit it has acknowledged, and no half of one."""

import contextlib
import random
from pathlib import Path

from core.children import child, digest, tag
from core.making import article, make_project
from peyman.core.edits import applied
from peyman.core.project import Project

KILLS = 50


def kept(project: Project, step: int, told: str) -> None:
    """Check that the edit told last is there, and at most one more that there was no time to tell of."""
    own, last = project.own_set(1), next(project.steps()).number
    assert project.check() == []
    assert last in (step, step + 1)
    if last > step:
        own = applied(own, project.edit_of(last).swapped())
    assert digest(own) == told


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "news.peyman"
    make_project(path, article(text="استاندار اردبیل وعدهٔ ساخت پل را داد و رفت. " * 4)).close()
    chance = random.Random(20250607)
    for kill in range(KILLS):
        with child(tag, path, kill) as tagger:
            # The moment is counted in edits and then left to chance: the child goes on while we let it die.
            for _ in range(chance.randrange(1, 16)):
                step, told = tagger.hear()
            tagger.kill()
            with contextlib.suppress(EOFError):  # what it told and was not heard yet
                while True:
                    step, told = tagger.hear()
        with Project.open(path) as project:
            kept(project, step, told)


def test_what_a_killed_program_left_can_be_read_before_anybody_writes(path: Path) -> None:
    make_project(path, article()).close()
    with child(tag, path, 7) as tagger:
        for _ in range(20):
            step, told = tagger.hear()
        tagger.kill()
        with contextlib.suppress(EOFError):
            while True:
                step, told = tagger.hear()
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    for read_only in (True, False):
        with Project.open(path, read_only=read_only) as project:
            kept(project, step, told)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
