"""The feedback sheet: it counts as agreement does, gives the curator's reasons, and gets into the annotator's file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotating import DOCUMENT, a_set, answers, role, span
from core.dealing import annotate, dealt, editor_of, held
from core.judged import PEOPLE, as_gold, judged, settled_by
from core.judging import few
from core.making import default_schema, make_project, refused, schema_merging
from peyman.core.agreement import agreement, panels_of
from peyman.core.catalogues import phrases_for
from peyman.core.comparing import Panel
from peyman.core.edits import History, set_project_info
from peyman.core.errors import PeymanError
from peyman.core.feedback import (
    KINDS,
    MOST_LESSONS,
    Sheet,
    _Work,
    deliver,
    received,
    sheet_as_json,
    sheet_from_json,
    sheet_of,
)
from peyman.core.feedback_html import page_of
from peyman.core.findings import Findings
from peyman.core.model import AnnotationSet, DocumentLabel, new_id
from peyman.core.packs import plan_packs, update_pack, write_packs
from peyman.core.project import Project

MY_SAY = {"missing": ("overlooked", "دوباره بخوان"), "label": ("definition", ""), "boundary": ("extent", "سمت جداست")}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return judged(tmp_path_factory.mktemp("judged") / "news.peyman")


def against_gold(project: Project, annotator: str) -> Findings:
    report = agreement(panels_of(project), project.schema, annotators=[annotator], resamples=10)
    assert report is not None
    (found,) = report.gold
    return found.findings


@pytest.mark.parametrize("annotator", PEOPLE)
def test_the_sheet_counts_as_agreement_with_gold_does(project: Project, annotator: str) -> None:
    sheet, findings = sheet_of(project, annotator), against_gold(project, annotator)
    assert sheet.articles == findings.documents == 3
    assert sheet.annotator == annotator
    for tallied in sheet.layers:
        found = findings.layer(tallied.layer)
        assert found is not None
        scores = [found.scores, *found.labels]
        for tally, score in zip([tallied.whole, *tallied.labels], scores, strict=True):
            assert (tally.name, tally.gold + tally.own) == (score.name, score.spans)
            assert score.precision is not None
            assert score.recall is not None
            assert tally.f1 == pytest.approx(score.exact.value)
            assert tally.precision == pytest.approx(score.precision.value)
            assert tally.recall == pytest.approx(score.recall.value)
    alphas = {(layer.layer, one.name): one for layer in findings.layers for one in layer.attributes}
    for value in sheet.values:
        alpha = alphas.get((value.layer, value.name))
        if alpha is not None:
            assert value.both == alpha.alpha.pairs
            assert value.same / value.both == pytest.approx(alpha.alpha.observed)


@pytest.mark.parametrize("annotator", PEOPLE)
def test_the_differences_are_the_confusions_with_gold(project: Project, annotator: str) -> None:
    sheet, findings = sheet_of(project, annotator), against_gold(project, annotator)
    wanted: Counter[tuple[str, str, str]] = Counter()
    for layer in findings.layers:
        for one in layer.confusions:
            exact = sum(tally.same for mine in sheet.layers for tally in mine.labels
                        if (mine.layer, tally.name, tally.name) == (layer.layer, one.label, one.other))  # fmt: skip
            if layer.layer != "argument" and one.count > exact:
                wanted[layer.layer, one.label, one.other] = one.count - exact
    lessons = [one for one in sheet.lessons if not one.name]
    assert len(sheet.lessons) < MOST_LESSONS  # so none was left out
    assert {(one.layer, one.gold, one.own): one.count for one in lessons} == dict(wanted)
    assert sum(one.count for one in sheet.lessons) == sum(count for _, count in sheet.kinds)
    assert [one.count for one in sheet.lessons] == sorted((one.count for one in sheet.lessons), reverse=True)


def test_examples_quote_the_text_where_it_stands(project: Project) -> None:
    texts = {document.id: document for n in project.document_numbers() for document in [project.document(n)]}
    examples = [example for lesson in sheet_of(project, "سارا").lessons for example in lesson.examples if example.end]
    assert examples
    for one in examples:
        text = texts[one.document_id].text[one.start : one.end]
        assert one.quote == " ".join(text.split())
        assert one.gold_quote or one.own_quote
        assert {one.gold_quote, one.own_quote} - {""} <= {one.quote} or one.kind in ("boundary", "label", "role",
                                                                                   "attribute")  # fmt: skip


@few
@given(st.data())
def test_who_has_what_gold_has_is_told_nothing(data: st.DataObject) -> None:
    given_set = data.draw(a_set("سارا", lawful=True))
    work = _Work(default_schema())
    work.take(DOCUMENT, 1, as_gold(given_set), given_set, ())
    sheet = work.sheet(new_id(), new_id(), "سارا")
    assert (sheet.lessons, sheet.kinds) == ((), ())
    assert all(tally.same == tally.gold == tally.own for layer in sheet.layers for tally in layer.labels)


@few
@given(a_set("سارا", lawful=True), a_set("داور", lawful=True))
def test_what_one_overlooked_is_what_the_other_has_too_much(mine: AnnotationSet, theirs: AnnotationSet) -> None:
    def kinds(gold: AnnotationSet, own: AnnotationSet) -> dict[str, int]:
        work = _Work(default_schema())
        work.take(DOCUMENT, 1, as_gold(gold), own, ())
        return dict(work.sheet(new_id(), new_id(), "").kinds)

    there, back = kinds(mine, theirs), kinds(theirs, mine)
    swapped = {"missing": "extra", "extra": "missing"}
    assert {swapped.get(kind, kind): count for kind, count in there.items()} == back


def small(tmp_path: Path) -> Project:
    """The curator said something about an entity overlooked, an extent, a label, an attribute and a field."""
    person, place = span("entity", "PER", 0), span("entity", "GPE", 1)
    actor = span("entity", "PER", 3)
    plan = span("commitment", "plan", 4, 9, status="proposed")
    event = DocumentLabel(new_id(), "document", "event_type", "visit")
    truth = answers("رضا", person, place, actor, plan, event, role("committer", plan, person))
    mine_plan = replace(plan, id=new_id(), label="pledge", attributes={"status": "agreed"})
    wide = replace(span("entity", "PER", 0, 1), id=new_id())
    other = DocumentLabel(new_id(), "document", "event_type", "meeting")
    mine = answers("سارا", wide, replace(actor, id=new_id()), mine_plan, other)
    project = make_project(tmp_path / "small.peyman", annotator="داور")
    settled_by(project, truth, mine, said=MY_SAY)
    return project


def test_the_curators_reasons_stand_beside_what_they_are_about(tmp_path: Path) -> None:
    with small(tmp_path) as project:
        sheet = sheet_of(project, "سارا")
        kinds = {one.kind: one for lesson in sheet.lessons for one in lesson.examples}
        assert (kinds["missing"].gold, kinds["missing"].comment) == ("GPE", "دوباره بخوان")
        assert (kinds["label"].gold, kinds["label"].own, kinds["label"].reason) == ("plan", "pledge", "definition")
        assert (kinds["boundary"].reason, kinds["boundary"].gold_quote) == ("extent", "استاندار")
        assert dict(sheet.reasons)["overlooked"] == sheet_reasons(sheet, "overlooked")
        assert kinds["field"].name == "event_type"
        assert kinds["attribute"].name == "status"
        assert {one.comment for one in sheet.remarks} == {"دوباره بخوان", "سمت جداست"}
        assert sheet_of(project, "رضا").lessons == ()


def test_a_reason_stands_by_an_attribute_that_was_merged_since(tmp_path: Path) -> None:
    truth, mine = (span("entity", "ROLE", 0, holder=holder) for holder in ("Iran", "IRN"))
    with make_project(tmp_path / "merged.peyman", annotator="داور") as project:
        said = {"attribute": ("definition", "نام کامل")}
        settled_by(project, answers("رضا", truth), answers("سارا", mine), said=said)
        now = schema_merging("attributes", "entity", "holder", "canon")
        for name in ("holder", "canon"):
            (lesson,) = sheet_of(project, "سارا").lessons
            (one,) = lesson.examples
            assert (one.name, one.gold, one.own, one.reason, one.comment) == (name, "Iran", "IRN", *said["attribute"])
            project.apply(set_project_info(project.info, schema_number=project.keep_schema(now)))


def sheet_reasons(sheet: Sheet, reason: str) -> int:
    return sum(one.reason == reason for lesson in sheet.lessons for one in lesson.examples)


def test_nothing_to_say(tmp_path: Path, project: Project) -> None:
    with refused("annotator_unknown"):
        sheet_of(project, "ناشناس")
    with refused("feedback_nothing"):
        sheet_of(project, "داور")


# As JSON and as a page ------------------------------------------------------------------------------------------


def test_a_sheet_survives_json(project: Project) -> None:
    sheet = sheet_of(project, "مینا")
    assert sheet_from_json(json.loads(json.dumps(sheet_as_json(sheet)))) == sheet


@given(st.data())
def test_what_is_no_sheet_is_refused_and_nothing_else_happens(project: Project, data: st.DataObject) -> None:
    value: Any = sheet_as_json(sheet_of_once(project))
    at = value
    for _ in range(data.draw(st.integers(1, 5))):
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[key], dict | list) or not at[key]:
            break
        parent, at = at, at[key]
    else:
        at, key = parent, key
    at[key] = data.draw(st.sampled_from([None, 1.5, {"a": 1}, [[]], "؟", -1, True]))
    try:
        sheet_from_json(value)
    except PeymanError as error:
        if error.code != "feedback_odd":
            raise


_ONCE: list[Sheet] = []


def sheet_of_once(project: Project) -> Sheet:
    if not _ONCE:
        _ONCE.append(sheet_of(project, "سارا"))
    return _ONCE[0]


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.direction = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.direction = self.direction or (given.get("dir") or "")
        self.addresses += [value for name, value in attrs if name in ("src", "href") and value]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("ru", "ltr"), ("en", "ltr")])
def test_the_page_needs_no_other_file_and_runs_its_way(project: Project, language: str, direction: str) -> None:
    page = Page()
    page.feed(page_of(sheet_of(project, "سارا"), project.schema, phrases_for(language), "2026-01-01"))
    assert page.direction == direction
    assert page.addresses == []
    assert page.tags.count("h3") == len(sheet_of(project, "سارا").lessons)
    assert ("۱۴۸" if language == "fa" else "148") in page.text
    if language == "fa":
        shown = page.text.replace("F1", "")
        assert not [kind for kind in KINDS.values() if kind in shown]


def test_nothing_of_an_article_or_a_name_becomes_markup(tmp_path: Path) -> None:
    with small(tmp_path) as project:
        sheet = replace(sheet_of(project, "سارا"), annotator="<b>&{x}")
        lesson = replace(sheet.lessons[0].examples[0], comment="<script>", quote="<i>", article="</p>", end=1)
        sheet = replace(sheet, remarks=(lesson,))
        page = Page()
        page.feed(page_of(sheet, project.schema, phrases_for("en"), "<date>"))
        assert "<b>&{x}" in page.text
        assert "<script>" in page.text
        assert not {"script", "i", "date"} & set(page.tags)


# Into the annotator's file --------------------------------------------------------------------------------------


def judged_and_dealt(path: Path) -> tuple[Project, dict[str, Path]]:
    project, packs = dealt(path)
    for name, pack in packs.items():
        annotate(pack, done=True)
        assert name in project.annotators
    return project, packs


def a_sheet(project: Project, name: str) -> Sheet:
    work = _Work(project.schema)
    key = project.annotator_id(name)
    assert key is not None
    return work.sheet(project.info.id, key, name)


def test_a_sheet_is_put_beside_the_work(tmp_path: Path) -> None:
    project, packs = judged_and_dealt(tmp_path / "news.peyman")
    with project:
        sheet = a_sheet(project, "سارا")
        with Project.open(packs["سارا"]) as pack:
            before = held(pack)
            assert received(pack) is None
        deliver(project, sheet, packs["سارا"])
        with Project.open(packs["سارا"]) as pack:
            assert received(pack) == sheet
            assert held(pack) == before
            assert pack.check() == []
            step = History(pack).next_undo()
            assert step is not None
            assert step.name != "deal"
        # A later pack leaves it there; a later sheet takes its place.
        update_pack(project, packs["سارا"])
        with Project.open(packs["سارا"]) as pack:
            assert received(pack) == sheet
        later = replace(sheet, articles=7)
        deliver(project, later, packs["سارا"])
        with Project.open(packs["سارا"]) as pack:
            assert received(pack) == later
            pack.work_as("کسی دیگر")
            assert received(pack) is None


def test_a_sheet_gets_into_nobody_elses_file(tmp_path: Path) -> None:
    project, packs = judged_and_dealt(tmp_path / "news.peyman")
    with project:
        before = packs["مینا"].read_bytes()
        with refused("pack_whose"):
            deliver(project, a_sheet(project, "سارا"), packs["مینا"])
        assert packs["مینا"].read_bytes() == before
        other = make_project(tmp_path / "other.peyman", *[], annotator="داور")
        other.close()
        with refused("pack_foreign"):
            deliver(project, a_sheet(project, "سارا"), tmp_path / "other.peyman")
        with Project.open(packs["مینا"]) as pack, refused("feedback_foreign"):
            sheet_from_json(sheet_as_json(a_sheet(project, "سارا")), pack)


def test_new_packs_do_not_carry_the_curators_own_sheet(tmp_path: Path) -> None:
    project = make_project(tmp_path / "news.peyman", DOCUMENT, annotator="داور")
    with project:
        settings = {**project.info.settings, "feedback": sheet_as_json(a_sheet(project, "داور"))}
        project.apply(set_project_info(project.info, settings=settings))
        packs = write_packs(project, plan_packs(project, ["سارا"]), tmp_path / "packs")
        assert packs is not None
        with Project.open(packs[0].path) as pack:
            assert "feedback" not in pack.info.settings


def test_finishing_counts_only_where_gold_is_finished(tmp_path: Path) -> None:
    with small(tmp_path) as project:
        number = project.document_numbers()[0]
        info = next(info for info in project.set_infos(number) if info.annotator == "سارا")
        assert info.state == "finished"
        project.work_as("سارا")
        project.apply(editor_of(project, number).set_state("in_progress"))
        with refused("feedback_nothing"):
            sheet_of(project, "سارا")


def test_panels_and_sheets_see_the_same_articles(project: Project) -> None:
    panels = [panel for panel in panels_of(project) if isinstance(panel, Panel)]
    assert len(panels) == sheet_of(project, "سارا").articles
