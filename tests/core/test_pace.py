"""How far and how fast everybody is, told from the steps and the clock."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotating import answers
from core.dealing import annotate, articles, dealt, editor_of, handed_in, merged
from core.making import add, label, make_project
from peyman.core.pace import PAUSE, Day, Standing, day_of, pace_of, time_between

NOON = round(datetime(2026, 3, 21, 12).timestamp() * 1000)
DAY = 24 * 3600 * 1000


def test_time_is_counted_from_edit_to_edit_without_pauses() -> None:
    minute = 60_000
    moments = [("a", NOON), ("a", NOON + 2 * minute), ("a", NOON + 2 * minute + PAUSE + 1), ("a", NOON + 30 * minute)]
    moments += [("b", NOON), ("b", NOON + DAY), ("b", NOON + DAY + PAUSE)]
    assert time_between(moments) == {
        ("a", "2026-03-21"): 120, ("b", "2026-03-22"): PAUSE // 1000,
    }  # fmt: skip


@given(st.lists(st.integers(0, 3 * DAY), max_size=40), st.lists(st.integers(0, 3 * DAY), max_size=10))
def test_more_edits_never_make_less_time(some: list[int], more: list[int]) -> None:
    def total(moments: list[int]) -> int:
        return sum(time_between(("a", at) for at in sorted(moments)).values())

    assert total(some) <= total([*some, *more]) + 3  # rounded day by day
    assert total(some) * 1000 <= max(some, default=0) - min(some, default=0) + 2000


def test_the_day_is_that_of_the_clock_on_the_wall() -> None:
    late = datetime(2026, 3, 21, 23, 59).timestamp() * 1000
    assert day_of(round(late)) == "2026-03-21"
    assert day_of(round(late) + 60_000) == "2026-03-22"


def test_finishing_counts_on_the_day_it_was_done_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [NOON]
    for module in ("journal", "project"):
        monkeypatch.setattr(f"peyman.core.{module}.now", lambda: clock[0])
    with make_project(tmp_path / "a.peyman", *articles(3)) as project:
        add(project, answers("از جای دیگر", document=project.document(3)), 3)  # imported as finished: nobody knows when
        for number in (1, 2):
            label(project, number=number)
            project.apply(editor_of(project, number).set_state("finished"))
        clock[0] += DAY
        project.apply(editor_of(project, 2).set_state("in_progress"))
        clock[0] += DAY
        project.apply(editor_of(project, 2).set_state("finished"))
        project.apply(editor_of(project, 3).set_state("skipped"))
        found = pace_of(project)
        assert [(one.day, one.finished) for one in found.days if one.finished] == [
            ("2026-03-21", 1), ("2026-03-23", 1),
        ]  # fmt: skip
        assert {one.annotator: one for one in found.standings} == {
            "سارا": Standing("سارا", 0, 2, 0, 1), "از جای دیگر": Standing("از جای دیگر", 0, 1, 0, 0),
        }  # fmt: skip


def test_the_clock_counts_where_it_ran(tmp_path: Path) -> None:
    with make_project(tmp_path / "a.peyman", *articles(1)) as project:
        label(project)
        project.add_active_time(project.own_set(1).number, "2020-01-01", 120)
        project.add_active_time(project.own_set(1).number, "2020-01-02", 60)
        days = {one.day: one for one in pace_of(project).days}
        assert days["2020-01-01"] == Day("سارا", "2020-01-01", 0, 120)
        assert [one.day for one in pace_of(project).days] == sorted(days)


def test_what_was_merged_counts_for_whoever_did_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, packs = dealt(tmp_path / "news.peyman")
    with project:
        for name in ("سارا", "مینا"):
            annotate(packs[name], 1, done=True)
        annotate(packs["مینا"], 2)
        merged(project, *(handed_in(packs[name]) for name in ("سارا", "مینا")))
        found = pace_of(project)
        assert {(one.annotator, one.assigned, one.finished, one.in_progress) for one in found.standings} == {
            ("سارا", 3, 1, 0), ("مینا", 3, 1, 1), ("علی‌رضا", 3, 0, 0)
        }  # fmt: skip
        assert sum(one.finished for one in found.days) == 2
