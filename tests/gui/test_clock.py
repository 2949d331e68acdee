"""Time at work: from one sign of life to the next, pauses cut, kept by article and day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gui.articles import make_document
from peyman.core.project import Project
from peyman.core.schema import Schema
from peyman.gui.annotate.clock import PAUSE, Clock
from peyman.gui.session import Session


@dataclass
class Time:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def session(qapp: object, tmp_path: Path, schema: Schema) -> Iterator[Session]:
    with Project.create(tmp_path / "p.peyman", annotator="سارا", schema=schema) as project:
        with project.batch("import"):
            for name in ("a", "b"):
                document = make_document(f"متن {name}", language="fa")
                project.add_document(replace(document, name=name))
        yield Session(project)


def clock_of(session: Session, time: Time, *, wanted: bool = True) -> Clock:
    clock = Clock(session, wanted=wanted, now=time, today=lambda: datetime(2026, 3, 21, 12))
    session.show_document(1)
    return clock


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(0, 200), max_size=30))
def test_pauses_do_not_count(session: Session, gaps: list[float]) -> None:
    time = Time()
    clock = clock_of(session, time)
    before = clock.seconds()
    for gap in gaps:
        time.now += gap
        clock.tick()
    counted = sum(gap for gap in gaps if gap <= PAUSE)
    assert abs(clock.seconds() - before - counted) <= 1
    clock.save()
    assert abs(session.project.active_seconds(session.project.own_set(1).number) - before - counted) <= 1


def test_each_article_has_its_own_time(session: Session) -> None:
    time = Time()
    clock = clock_of(session, time)
    time.now += 30
    session.show_document(2)
    time.now += 12
    clock.tick()
    clock.save()
    assert [session.project.active_seconds(session.project.own_set(n).number) for n in (1, 2)] == [30, 12]


def test_switched_off_nothing_is_counted(session: Session) -> None:
    time = Time()
    clock = clock_of(session, time, wanted=False)
    time.now += 30
    clock.tick()
    clock.save()
    assert clock.seconds() == 0


def test_time_is_no_step_of_undo_and_leaves_the_file_clean(session: Session) -> None:
    time = Time()
    clock = clock_of(session, time)
    time.now += 30
    clock.tick()
    clock.save()
    assert session.history.next_undo() is None
    assert session.project.check() == []
