"""Agreement over documents: a case counted by hand, what is left out, laws, and the bootstrap against a plain one."""

from __future__ import annotations

import dataclasses
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.making import a_set, add, article, default_schema, make_project, refused
from peyman.core import reliability
from peyman.core.agreement import agreement, panels_of, require_comparable
from peyman.core.comparing import Panel
from peyman.core.findings import AgreementReport, Estimate, Findings, Scores
from peyman.core.measures import Coincidences, krippendorff_alpha
from peyman.core.model import (
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Json,
    Relation,
    SetState,
    Span,
    State,
    new_id,
)
from peyman.core.reliability import Reliability, comparable, metric_of
from peyman.core.resampling import Resampling
from peyman.core.unitizing import unitizing_alpha

TEXT = "آ با پا تا ثا جا چا حا خا دا. ذا را زا ژا سا شا صا ضا طا ظا."
DOCUMENT = article("a.txt", TEXT)


def span(label: str, first: int, last: int | None = None, layer: str = "entity", **more: Any) -> Span:
    """A span from one word of the text to another."""
    start, end = DOCUMENT.tokens[first][0], DOCUMENT.tokens[first if last is None else last][1]
    return Span(new_id(), layer, label, start, end, TEXT[start:end], **more)


def commitment(label: str, first: int, last: int, **attributes: Json) -> Span:
    return span(label, first, last, "commitment", attributes=attributes)


def role(label: str, source: Span, target: Span) -> Relation:
    return Relation(new_id(), "role", label, source.id, target.id)


def by(name: str, *annotations: Annotation, state: State = "finished", gold: bool = False) -> AnnotationSet:
    number = new_id()
    return a_set(*annotations, annotator=name, state=SetState(number, state), kind="gold" if gold else "annotation")


def panel(*sets: AnnotationSet, name: str = "a.txt") -> Panel:
    return Panel(dataclasses.replace(DOCUMENT, id=new_id(), name=name), sets)


def measure(*panels: Panel, **options: Any) -> AgreementReport:
    options = {"resamples": 40, **options}
    report = agreement(panels, default_schema(), **options)
    assert report is not None
    return report


def scores(report: AgreementReport | Findings, layer: str = "entity", label: str | None = None) -> Scores:
    found = (report.between if isinstance(report, AgreementReport) else report).layer(layer)
    assert found is not None
    if label is None:
        return found.scores
    return next(one for one in (*found.labels, *found.super_types) if one.name == label)


def figures(value: object) -> Iterator[Estimate]:
    """Every estimate anywhere in a report."""
    if isinstance(value, Estimate):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for part in dataclasses.fields(value):
            yield from figures(getattr(value, part.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from figures(one)


# A case counted by hand ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def three() -> AgreementReport:
    """آرش and سارا and مینا on two articles."""
    one = panel(
        by("آرش", span("PER", 0), span("ORG", 2, 3), span("GPE", 5)),
        by("سارا", span("PER", 0), span("ORG", 2), span("LOC", 5)),
        by("مینا", span("PER", 0), span("ORG", 2, 3)),
        name="a.txt",
    )
    other = panel(by("آرش", span("GPE", 1)), by("سارا", span("GPE", 1)), by("مینا"), name="b.txt")
    return measure(one, other)


def test_pooled_f1_of_a_layer(three: AgreementReport) -> None:
    found = scores(three)
    # Sizes: 3+3, 3+2, 3+2 in the first article, 1+1, 1+0, 1+0 in the second: 20.
    assert found.spans == 20
    assert found.exact.value == pytest.approx(2 * (1 + 2 + 1 + 1) / 20)
    assert found.relaxed.value == pytest.approx(2 * (2 + 2 + 2 + 1) / 20)
    assert found.unlabelled is not None
    assert found.unlabelled.value == pytest.approx(2 * (3 + 2 + 2 + 1) / 20)
    assert (found.exact.documents, found.exact.pairs, found.exact.excluded) == (2, 6, 0)
    assert found.overlap is not None
    dice = 2 * 2 / (2 + 5)  # «پا» and «پا تا»
    assert found.overlap.value == pytest.approx((6 + 2 * dice) / 8)


def test_f1_of_each_label(three: AgreementReport) -> None:
    layer = three.between.layer("entity")
    assert layer is not None
    assert [label.name for label in layer.labels] == ["PER", "ORG", "GPE", "LOC"]  # the schema's order
    assert scores(three, label="PER").exact.value == 1
    assert scores(three, label="ORG").exact.value == pytest.approx(1 / 3)
    assert scores(three, label="ORG").relaxed.value == 1
    gpe = scores(three, label="GPE").exact
    assert gpe.value == pytest.approx(2 / (1 + 1 + 2 + 1 + 1))
    assert (gpe.documents, gpe.pairs, gpe.excluded) == (2, 5, 1)
    assert scores(three, label="LOC").exact.value == 0


def test_matrix_of_pairs(three: AgreementReport) -> None:
    layer = three.between.layer("entity")
    assert layer is not None
    assert {pair.annotators: pair.scores.exact.value for pair in layer.pairs} == {
        ("آرش", "سارا"): pytest.approx(2 * 2 / 8),
        ("آرش", "مینا"): pytest.approx(2 * 2 / 6),
        ("سارا", "مینا"): pytest.approx(2 * 1 / 6),
    }


def test_confusions_and_their_examples(three: AgreementReport) -> None:
    layer = three.between.layer("entity")
    assert layer is not None
    found = {(one.label, one.other): one for one in layer.confusions}
    counts = {key: one.count for key, one in found.items()}
    assert counts == {
        ("PER", "PER"): 3, ("ORG", "ORG"): 3, ("GPE", "LOC"): 1, ("GPE", "GPE"): 1, ("GPE", ""): 3, ("LOC", ""): 1,
    }  # fmt: skip
    (example,) = found["GPE", "LOC"].examples
    place = (DOCUMENT.tokens[5],)
    assert example.annotators == ("آرش", "سارا")
    assert (example.document, example.extents, example.quotes) == ("a.txt", (place, place), ("جا", "جا"))
    assert [example.annotators for example in found["GPE", ""].examples] == [
        ("آرش", "مینا"), ("آرش", "مینا"), ("سارا", "مینا"),
    ]  # fmt: skip
    assert found["GPE", ""].examples[0].quotes == ("جا", "")
    assert found["PER", "PER"].examples == ()  # nothing differs
    assert len(found["ORG", "ORG"].examples) == 2  # the edges do


def test_shifts_of_edges_in_tokens(three: AgreementReport) -> None:
    layer = three.between.layer("entity")
    assert layer is not None
    assert layer.shifts.start == ((0, 8),)
    assert layer.shifts.end == ((0, 6), (1, 2))


def test_existence_of_commitments_by_sentence() -> None:
    found = measure(
        panel(by("آرش", commitment("plan", 1, 4)), by("سارا", commitment("done", 2, 3)), by("مینا")),
        panel(by("آرش"), by("سارا", commitment("plan", 8, 12)), by("مینا", commitment("done", 12, 13)), name="b.txt"),
    ).between.existence
    units = [["yes", "yes", "no"], ["no"] * 3, ["no", "yes", "no"], ["no", "yes", "yes"]]
    assert found is not None
    assert found.value == pytest.approx(krippendorff_alpha(units).value)
    assert (found.documents, found.pairs, found.excluded) == (2, 12, 0)
    assert found.observed == pytest.approx(krippendorff_alpha(units).observed)


def test_attributes_are_compared_on_the_same_places_only() -> None:
    report = measure(
        panel(
            by(
                "آرش",
                commitment("plan", 0, 3, specificity="vague", sectors=["trade", "energy"], status="agreed"),
                commitment("plan", 12, 14, specificity="partly", status="signed"),
                commitment("done", 16, 17, status="signed"),
            ),
            by(
                "سارا",
                commitment("done", 0, 4, specificity="specific", sectors=["trade"], status="agreed"),
                commitment("plan", 12, 13, specificity="partly"),
            ),
            by("مینا", commitment("plan", 1, 3, specificity="vague", sectors=["energy", "trade"], status="signed")),
        )
    )
    layer = report.between.layer("commitment")
    assert layer is not None
    found = {one.name: one for one in layer.attributes}
    assert [one.name for one in layer.attributes] == ["status", "specificity", "sectors"]
    units = [[0, 2, 0], [1, 1]]
    assert found["specificity"].metric == "ordinal"
    assert found["specificity"].alpha.value == pytest.approx(krippendorff_alpha(units, "ordinal").value)
    assert found["specificity"].confused == (("specific", "vague", 1.0),)  # two pairs of three annotators
    assert found["sectors"].metric == "masi"
    sets = [[["trade", "energy"], ["trade"], ["trade", "energy"]]]
    assert found["sectors"].alpha.value == pytest.approx(krippendorff_alpha(sets, "masi").value)
    assert found["sectors"].values == (("energy, trade", 2), ("trade", 1))
    status = found["status"]
    assert status.alpha.value == pytest.approx(krippendorff_alpha([["agreed", "agreed", "signed"]]).value)
    assert (status.alpha.documents, status.alpha.pairs, status.alpha.excluded) == (1, 3, 2)
    assert status.values == (("agreed", 2), ("signed", 1))


def test_super_types_take_their_labels_as_one() -> None:
    report = measure(
        panel(by("آرش", commitment("plan", 0, 3)), by("سارا", commitment("pledge", 0, 3))),
        panel(by("آرش", commitment("done", 0, 3)), by("سارا", commitment("pledge", 0, 3)), name="b.txt"),
    )
    assert scores(report, "commitment").exact.value == 0
    assert scores(report, "commitment", "commissive").exact.value == pytest.approx(2 / 3)
    assert scores(report, "commitment", "assertive").exact.value == 0


def test_roles_inside_commitments_that_both_marked() -> None:
    mine, other_of_mine = commitment("plan", 0, 4), commitment("plan", 10, 12)
    who, what, late = span("ORG", 5), span("ARG", 7, 8, "argument"), span("DATE", 13)
    theirs = commitment("done", 1, 4)
    their_who, their_what = span("PER", 5), span("ARG", 8, 9, "argument")
    report = measure(
        panel(
            by(
                "آرش", mine, other_of_mine, who, what, late,
                role("committer", mine, who), role("object", mine, what), role("deadline", other_of_mine, late),
            ),
            by(
                "سارا", theirs, their_who, their_what,
                role("committer", theirs, their_who), role("object", theirs, their_what),
                role("source", theirs, their_who),
            ),
        )
    )  # fmt: skip
    found = scores(report, "role")
    assert found.spans == 5  # the deadline hangs on a commitment that only one has
    assert found.exact.value == pytest.approx(2 * 1 / 5)  # whatever the filler's label and layer
    assert found.relaxed.value == pytest.approx(2 * 2 / 5)
    everywhere = report.between.roles_everywhere
    assert everywhere is not None
    assert everywhere.exact.value == pytest.approx(2 * 1 / 6)
    assert scores(report, "role", "source").exact.value == 0
    layer = report.between.layer("role")
    assert layer is not None
    assert ("source", "") in {(one.label, one.other) for one in layer.confusions}


def test_fields_of_the_document() -> None:
    def of(kind: str, about: list[Json]) -> list[DocumentLabel]:
        values: Mapping[str, Json] = {"event_type": kind, "via": about}
        return [DocumentLabel(new_id(), "document", name, value) for name, value in values.items()]

    report = measure(
        panel(by("آرش", *of("visit", ["ایرنا", "مهر"])), by("سارا", *of("visit", ["مهر", "ایرنا"]))),
        panel(by("آرش", *of("visit", [])), by("سارا", *of("meeting", [])), name="b.txt"),
    )
    found = {one.name: one.alpha for one in report.between.document_labels}
    assert found["event_type"].value == pytest.approx(krippendorff_alpha([["v", "v"], ["v", "m"]]).value)
    assert (found["via"].value, found["via"].reason, found["via"].observed) == (None, "one_value", 1)


def test_unitizing_is_of_all_documents_one_after_another() -> None:
    report = measure(
        panel(by("آرش", span("PER", 0, 3)), by("سارا", span("PER", 0, 2))),
        panel(by("آرش", span("PER", 4)), by("سارا"), name="b.txt"),
    )
    size, ends = len(TEXT), [token[1] for token in DOCUMENT.tokens]
    start, end = (place + size for place in DOCUMENT.tokens[4])
    coders = [[(0, ends[3], "PER"), (start, end, "PER")], [(0, ends[2], "PER")]]
    expected = unitizing_alpha(coders, 2 * size).nominal.value
    found = scores(report, label="PER").unitizing
    assert found is not None
    assert found.value == pytest.approx(expected)
    assert scores(report, label="PER").unitizing == scores(report).unitizing  # the only label


# Gold, groups --------------------------------------------------------------------------------------------------


def test_each_annotator_against_gold() -> None:
    gold = by("داور", span("PER", 0), span("ORG", 2, 3), span("GPE", 5), gold=True)
    report = measure(
        panel(gold, by("آرش", span("PER", 0), span("ORG", 3, 5)), by("سارا", *gold.spans)),
        panel(by("داور", gold=True, state="in_progress"), by("آرش", span("PER", 0)), name="b.txt"),
    )
    mine, theirs = report.gold
    assert (mine.annotator, mine.findings.documents, theirs.annotator) == ("آرش", 1, "سارا")
    found = scores(mine.findings)
    assert found.precision is not None
    assert found.recall is not None
    assert [found.precision.value, found.recall.value] == pytest.approx([1 / 2, 1 / 3])
    assert found.exact.value == pytest.approx(2 / 5)
    layer = mine.findings.layer("entity")
    assert layer is not None
    confusions = {(one.label, one.other): one.count for one in layer.confusions}
    assert confusions == {("PER", "PER"): 1, ("ORG", "ORG"): 1, ("GPE", ""): 1}
    assert layer.shifts.start == ((0, 1), (1, 1))
    assert layer.shifts.end == ((0, 1), (2, 1))
    assert scores(theirs.findings).exact.value == 1
    assert report.between.documents == 1
    assert "داور" not in {one.annotator for one in report.annotators}


def test_what_gold_lacks_is_a_confusion_with_nothing() -> None:
    report = measure(panel(by("داور", gold=True), by("آرش", span("PER", 3))))
    layer = report.gold[0].findings.layer("entity")
    assert layer is not None
    assert [(one.label, one.other, one.count) for one in layer.confusions] == [("", "PER", 1)]
    assert layer.scores.precision is not None
    assert layer.scores.recall is not None
    assert (layer.scores.precision.value, layer.scores.recall.value) == (0, None)
    assert layer.scores.recall.reason == "nothing_there"


def test_groups_have_headlines_of_their_own() -> None:
    good = [span("PER", 0)]
    report = measure(
        panel(by("آرش", *good), by("سارا", *good), name="a"),
        panel(by("آرش", *good), by("سارا"), name="b"),
        panel(by("آرش", *good), by("سارا"), name="c"),
        groups={"a": "with suggestions", "b": "without"},
    )
    with_them, without = report.groups
    assert (with_them.name, with_them.documents, without.documents) == ("with suggestions", 1, 1)
    assert (with_them.layers[0].exact.value, without.layers[0].exact.value) == (1, 0)
    assert without.existence is not None
    assert without.existence.reason == "one_value"


# What does not count -------------------------------------------------------------------------------------------


def test_only_finished_sets_count_and_the_others_are_named() -> None:
    some = [span("PER", 0)]
    both = panel(by("آرش", *some), by("سارا", *some))
    more = panel(by("آرش", *some), by("سارا", state="in_progress"), by("مینا", state="skipped"), name="b.txt")
    report = measure(both, more)
    assert (report.between.documents, report.between.pairs) == (1, 1)
    assert report.alone == ("b.txt",)
    assert [(one.annotator, one.state, one.documents) for one in report.left_out] == [
        ("سارا", "in_progress", ("b.txt",)),
        ("مینا", "skipped", ("b.txt",)),
    ]
    report = measure(both, more, states=("finished", "in_progress"))
    assert report.between.documents == 2
    assert scores(report).exact.value == pytest.approx(2 / 3)


def test_only_some_annotators_and_layers() -> None:
    some = [span("PER", 0), commitment("plan", 3, 5)]
    panels = [panel(by("آرش", *some), by("سارا", *some), by("مینا"))]
    report = measure(*panels, annotators=["آرش", "سارا"], layers=["commitment"])
    assert [layer.layer for layer in report.between.layers] == ["commitment"]
    assert (report.between.pairs, scores(report, "commitment").exact.value) == (1, 1)
    assert report.between.roles_everywhere is None
    assert [one.spans for one in report.annotators] == [1, 1]
    roles = measure(*panels, layers=["role"]).between
    assert ([layer.layer for layer in roles.layers], roles.existence) == (["role"], None)
    with refused("schema_unknown_layer"):
        measure(*panels, layers=["mood"])


def test_both_empty_is_no_agreement() -> None:
    report = measure(panel(by("آرش"), by("سارا")), panel(by("آرش", span("PER", 0)), by("سارا"), name="b.txt"))
    exact = scores(report).exact
    assert (exact.value, exact.documents, exact.pairs, exact.excluded) == (0, 1, 1, 1)
    commitments = scores(report, "commitment").exact
    assert (commitments.value, commitments.reason, commitments.excluded) == (None, "nothing_there", 2)
    assert (commitments.low, commitments.high) == (None, None)


def test_nothing_to_compare_is_a_report_and_an_error_for_who_asks() -> None:
    for panels in ([], [panel(by("آرش", span("PER", 0)))]):
        report = measure(*panels)
        assert report.between.documents == 0
        assert scores(report).exact == Estimate(None, reason="nothing_to_pair")
        assert all(found.value is None and found.reason for found in figures(report))
        with refused("agreement_nothing"):
            require_comparable(report, ["آرش"])
    require_comparable(measure(panel(by("آرش"), by("داور", gold=True))), ["آرش"])


def test_suggestions_are_counted_by_their_origin() -> None:
    mine = by("آرش", span("PER", 0, origin="gazetteer"), span("ORG", 2))
    report = measure(panel(mine, by("سارا")))
    assert [(one.annotator, one.spans, one.suggested) for one in report.annotators] == [("آرش", 2, 1), ("سارا", 0, 0)]


def test_parts_of_tokens_count_as_one_token() -> None:
    whole = span("PER", 2, 3)
    part = dataclasses.replace(whole, id=new_id(), start=whole.start + 1, end=whole.end - 1)
    layer = measure(panel(by("آرش", whole), by("سارا", part))).between.layer("entity")
    assert layer is not None
    assert (layer.shifts.start, layer.shifts.end) == (((1, 1),), ((1, 1),))


# Long runs -----------------------------------------------------------------------------------------------------


def test_progress_reaches_its_total_and_never_falls() -> None:
    told: list[tuple[int, int]] = []
    panels = [panel(by("آرش", span("PER", 0)), by("سارا"), name=name) for name in "abcd"]
    measure(*panels, total=4, resamples=120, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (8, 8)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {8}


@pytest.mark.parametrize("after", [0, 2, 7])
def test_it_can_be_cancelled_at_any_time(after: int) -> None:
    asked = iter([False] * after)
    panels = [panel(by("آرش", span("PER", 0)), by("سارا"), name=name) for name in "abcd"]
    found = agreement(panels, default_schema(), resamples=2000, cancelled=lambda: next(asked, True))
    assert found is None


def test_it_needs_no_numpy() -> None:
    """The annotators' bundle does without."""
    code = "import sys; sys.modules['numpy'] = None; import peyman.core.agreement"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root / "desktop", check=True)


# Laws ----------------------------------------------------------------------------------------------------------

WORD = st.integers(0, len(DOCUMENT.tokens) - 1)
STRETCH = st.tuples(WORD, st.integers(0, 3)).map(lambda p: (p[0], min(p[0] + p[1], len(DOCUMENT.tokens) - 1)))


@st.composite
def answers(draw: st.DrawFn) -> list[Annotation]:
    """Somebody's annotations of the text."""
    entities = [span(draw(st.sampled_from(["PER", "ORG"])), *draw(STRETCH)) for _ in range(draw(st.integers(0, 4)))]
    commitments = [
        commitment(
            draw(st.sampled_from(["plan", "pledge", "done"])),
            *draw(STRETCH),
            specificity=draw(st.sampled_from(["vague", "partly", "specific"])),
            sectors=draw(st.lists(st.sampled_from(["trade", "energy"]), unique=True)),  # type: ignore[arg-type]
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    roles = [
        role(draw(st.sampled_from(["source", "committer"])), one, draw(st.sampled_from(entities)))
        for one in commitments
        if entities
    ]
    field = DocumentLabel(new_id(), "document", "event_type", draw(st.sampled_from(["visit", "meeting"])))
    return [*entities, *commitments, *roles, field]


@st.composite
def panels(draw: st.DrawFn, documents: int = 3, annotators: int = 3) -> list[Panel]:
    names = ["آرش", "سارا", "مینا"][:annotators]
    return [
        panel(*(by(name, *draw(answers())) for name in names), name=f"{number}")
        for number in range(draw(st.integers(1, documents)))
    ]


def plain(report: AgreementReport, rename: Callable[[str], str] = lambda name: name) -> Any:
    """A report without its examples, pairs and people in a fixed order."""

    def of(value: object) -> Any:
        if isinstance(value, tuple):
            parts = [of(one) for one in value]
            return sorted(parts, key=repr) if parts and isinstance(parts[0], dict) else parts
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {one.name: of(getattr(value, one.name)) for one in dataclasses.fields(value)}
            fields.pop("examples", None)
            if "annotators" in fields and isinstance(fields["annotators"][0], str):
                fields["annotators"] = sorted(map(rename, fields["annotators"]))
            if "annotator" in fields:
                fields["annotator"] = rename(fields["annotator"])
            return fields
        return round(value, 9) if isinstance(value, float) else value

    return of(report)


@given(panels())
@settings(max_examples=25)
def test_figures_stay_in_their_bounds(some: list[Panel]) -> None:
    report = measure(*some)
    for found in figures(report):
        assert (found.value is None) == bool(found.reason)
        if found.value is not None:
            assert -1 - 1e-9 <= found.value <= 1 + 1e-9
        if found.low is not None and found.high is not None:
            assert found.low <= found.high
        assert 0 <= found.documents <= len(some)
    for layer in report.between.layers:
        for kind in (layer.scores, *layer.labels, *layer.super_types, *(pair.scores for pair in layer.pairs)):
            for value in (kind.exact.value, kind.relaxed.value):
                assert value is None or 0 <= value <= 1
            assert (kind.exact.value or 0) <= (kind.relaxed.value or 0)
            if kind.unlabelled is not None:
                assert (kind.relaxed.value or 0) <= (kind.unlabelled.value or 0)


@given(st.lists(answers(), min_size=1, max_size=3))
@settings(max_examples=25)
def test_the_same_sets_agree_wholly(several: list[list[Annotation]]) -> None:
    some = [panel(by("آرش", *own), by("سارا", *own), name=f"{n}") for n, own in enumerate(several)]
    report = measure(*some)
    for found in figures(report):
        assert found.value == pytest.approx(1) or found.reason in ("nothing_there", "one_value", "nothing_to_pair")
    if any(isinstance(one, Span) and one.layer == "entity" for own in several for one in own):
        assert scores(report).exact.value == 1


@given(panels(), st.permutations(["آرش", "سارا", "مینا"]), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_names_and_orders_change_nothing(some: list[Panel], names: Sequence[str], chance: random.Random) -> None:
    new = dict(zip(["آرش", "سارا", "مینا"], names, strict=True))

    def renamed(one: Panel) -> Panel:
        sets = [dataclasses.replace(s, annotator=new[s.annotator]) for s in one.sets]
        return Panel(one.document, chance.sample(sets, len(sets)))

    report = measure(*some)
    again = measure(*(renamed(one) for one in chance.sample(some, len(some))))
    assert plain(report, new.__getitem__) == plain(again)
    assert measure(*reversed(some)) == report  # examples and all


@given(panels(annotators=2))
@settings(max_examples=20)
def test_the_same_seed_gives_the_same_intervals(some: list[Panel]) -> None:
    assert measure(*some, seed=7) == measure(*some, seed=7)
    assert plain(measure(*some, resamples=0)) == plain(
        dataclasses.replace(without_intervals(measure(*some, seed=7)), resamples=0, seed=1)
    )


def without_intervals(value: Any) -> Any:
    if isinstance(value, Estimate):
        return dataclasses.replace(value, low=None, high=None)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: without_intervals(getattr(value, one.name)) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **parts)
    return tuple(map(without_intervals, value)) if isinstance(value, tuple) else value


@given(panels(documents=4))
@settings(max_examples=8)
def test_intervals_are_those_of_measuring_each_resample_anew(some: list[Panel]) -> None:
    """Draw documents, measure what was drawn from the start, and look between what the middle 95 % lie."""
    resamples, chance = 12, random.Random(3)
    found = list(figures(measure(*some, resamples=resamples, seed=3).between))
    ordered = sorted(some, key=lambda one: one.document.name)
    drawn = [chance.choices(ordered, k=len(ordered)) for _ in range(resamples)]
    # A label that was not drawn is missing in its report: compare what is always there.
    for pick in (of_layers, of_values):
        whole = pick(measure(*some, resamples=resamples, seed=3))
        several = [pick(measure(*one, resamples=0)) for one in drawn]
        for number, estimate in enumerate(whole):
            values = [one[number].value for one in several if one[number].value is not None]
            assert estimate in found
            if len(some) < 2 or estimate.value is None or not values:
                assert (estimate.low, estimate.high) == (None, None)
                continue
            low, high = percentiles([value for value in values if value is not None])
            assert [estimate.low, estimate.high] == pytest.approx([low, high])


def of_layers(report: AgreementReport) -> list[Estimate]:
    return [found for layer in report.between.layers for found in figures(layer.scores) if layer.layer != "role"]


def of_values(report: AgreementReport) -> list[Estimate]:
    existence = report.between.existence
    assert existence is not None
    return [existence, *(one.alpha for one in report.between.document_labels)]


def percentiles(values: list[float]) -> tuple[float, float]:
    if len(values) == 1:
        return values[0], values[0]
    cut = statistics.quantiles(values, n=40, method="inclusive")
    return cut[0], cut[-1]


# Resampling ----------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 2**40), min_size=2, max_size=6), st.lists(st.integers(0, 9), min_size=6, max_size=6))
def test_sums_of_all_widths_are_those_of_plain_adding(large: list[int], small: list[int]) -> None:
    small = small[: len(large)]
    rows = [{"large": one, "small": other, "none": 0} for one, other in zip(large, small, strict=True)]
    columns = Resampling.of(rows)
    columns.draw(20, 5)
    chance = random.Random(5)
    drawn = [chance.choices(range(len(large)), k=len(large)) for _ in range(20)]
    seen: list[tuple[int, ...]] = []
    columns.estimate(lambda *sums: seen.append(sums) or None, "large", "small", "none", "unheard of")  # type: ignore[func-returns-value]
    expected = [(sum(large[at] for at in one), sum(small[at] for at in one), 0, 0) for one in drawn]
    assert seen == [(sum(large), sum(small), 0, 0)]  # undefined over all: not asked again
    seen.clear()
    columns.estimate(lambda *sums: seen.append(sums) or 1.0, "large", "small", "none", "unheard of")  # type: ignore[func-returns-value]
    assert seen[1:] == expected


def test_sums_that_do_not_fit_are_refused() -> None:
    columns = Resampling.of([{"a": 2**62}, {"a": 2**63}])
    with pytest.raises(OverflowError):
        columns.draw(10, 1)


def test_one_document_has_no_interval() -> None:
    columns = Resampling.of([{"a": 3}])
    columns.draw(10, 1)
    found = columns.estimate(float, "a")
    assert (found.value, found.low, found.high) == (3, None, None)


VALUES = st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=3), max_size=4)
DOCUMENTS = st.lists(VALUES, min_size=2, max_size=8)


def reliable(documents: list[list[list[int]]], metric: Any) -> Reliability:
    met = []
    for units in documents:
        one = Coincidences()
        for unit in units:
            one.add([frozenset("abc"[: value % 3 + 1]) for value in unit] if metric == "masi" else unit)
        met.append(one)
    columns = Resampling(len(met))
    found = Reliability("x", met, metric, columns)
    columns.draw(60, 1)
    return found


@given(DOCUMENTS, st.sampled_from(["nominal", "ordinal", "interval", "masi"]))
def test_resampled_alpha_is_alpha(documents: list[list[list[int]]], metric: Any) -> None:
    """Over all documents, its columns give what the plain function gives."""
    found = reliable(documents, metric)
    totals = [found._columns.total(key) for key in found._keys]
    value = found._alpha(*totals)
    assert value == (None if found.figure.value is None else pytest.approx(found.figure.value))


@pytest.mark.parametrize("metric", ["nominal", "interval", "masi"])
def test_alpha_to_first_order_is_near(metric: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    documents = [
        [[value, value if chance.random() < 0.7 else chance.randrange(7)] for value in chance.choices(range(7), k=9)]
        for _ in range(60)
    ]
    exact = reliable(documents, metric).interval()
    monkeypatch.setattr(reliability, "EXACT_VALUES", 0)
    near = reliable(documents, metric)
    totals = [near._columns.total(key) for key in near._keys]
    assert near._alpha(*totals) == pytest.approx(near.figure.value)
    interval = near.interval()
    assert interval.value == exact.value
    assert [interval.low, interval.high] == pytest.approx([exact.low, exact.high], abs=0.01)


def test_values_are_compared_by_their_kind() -> None:
    layer = default_schema().layers["commitment"]
    expected: list[tuple[str, Json, object]] = [
        ("status", "agreed", "agreed"), ("status", None, None), ("status", "", None), ("specificity", "partly", 1),
        ("specificity", "unheard", None), ("sectors", ["b", "a"], frozenset("ab")), ("sectors", [], None),
        ("sectors", "trade", None),
    ]  # fmt: skip
    for name, value, compared in expected:
        attribute = layer.attribute(name)
        assert attribute is not None
        assert comparable(attribute, metric_of(attribute), value) == compared
    norm = default_schema().layers["entity"].attribute("norm")
    assert norm is not None
    assert comparable(norm, "nominal", {"b": 1, "a": 2}) == comparable(norm, "nominal", {"a": 2, "b": 1})


# From a project ------------------------------------------------------------------------------------------------


def test_panels_are_read_from_a_project(path: Path) -> None:
    documents: list[Document] = [article("a.txt"), article("b.txt", "Мост через реку построят.")]
    with make_project(path, *documents) as project:
        words = Span(new_id(), "entity", "PER", 0, 13, documents[0].text[:13])
        for name in ("آرش", "مینا"):
            add(project, a_set(dataclasses.replace(words, id=new_id()), annotator=name))
        add(project, a_set(annotator="آرش"), 2)
        project.own_set(2)  # opened, and nothing more
        some = list(panels_of(project))
        assert [(one.document.name, [s.annotator for s in one.sets]) for one in some] == [
            ("a.txt", ["آرش", "مینا"]),
            ("b.txt", ["آرش"]),
        ]
        report = agreement(panels_of(project), project.schema)
        assert report is not None
        assert scores(report).exact.value == 1
        assert report.alone == ("b.txt",)
