"""The same string everywhere: what is offered, what is not, and one edit that does it and is undone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import MEMORY, article, editor, label, make_project, refused
from peyman.core.concordance import Concordance
from peyman.core.edits import Editor, History, misplaced
from peyman.core.model import Extent, Span
from peyman.core.normalise import normalise
from peyman.core.project import Project
from peyman.core.repeats import Pattern, Repeat, Repeats, in_project, places_of, repeat

FIRST = "نخست‌وزیر در باکو بود. باكو شهر است، باکویی نیست. نخست وزیر به با کو رفت؛ نخستوزیر ماند."
SECOND = "باکو و قره‌باغ. وزیر باکو"
THIRD = "باکو تمام شد"

WORDS = ["باکو", "باكو", "نخست", "وزیر", "قره", "باغ", "و", "20", "۲۰", "мост"]
texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "\u200c", "", "، ", "\n", "\n\n", " «"])),
    min_size=1,
    max_size=14,
).map(lambda pairs: "".join(word + joint for word, joint in pairs))


@pytest.fixture
def news(path: Path) -> Iterable[Project]:
    documents = (article(f"{number}.txt", text) for number, text in enumerate((FIRST, SECOND, THIRD), 1))
    with make_project(path, *documents) as project:
        yield project


def on(project: Project, quote: str, name: str = "GPE", number: int = 1, occurrence: int = 0) -> Span:
    """Label a quote in an article."""
    text, start = project.document(number).text, -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    return label(project, start, start + len(quote), name, number)


def here(project: Project, span: Span, number: int = 1) -> Repeats:
    """What is offered in one article."""
    repeats = Repeats(Pattern.of(span, number))
    own = project.own_sets([number])[number]
    repeats.look(project.articles([number])[0], own, project.own_set(number).spans, project.schema)
    return repeats


def everywhere(project: Project, span: Span, number: int = 1, *, keep: bool = True) -> Repeats:
    repeats = Repeats(Pattern.of(span, number))
    with Concordance(project, keep=keep) as concordance:
        for _ in in_project(concordance, repeats):
            pass
    return repeats


def shown(repeats: Repeats) -> list[tuple[int, str, str]]:
    return [(one.excerpt.document_number, one.excerpt.quote, one.kind) for one in repeats.found]


def apply(project: Project, repeats: Repeats, *kinds: str) -> int:
    chosen = [one for one in repeats.found if one.kind in (kinds or ("free",))]
    plan = repeat(project, repeats.pattern, chosen).plan("repeat")
    return project.apply(plan.edit(project))


def labels(project: Project, number: int) -> list[tuple[str, str]]:
    return [(span.label, span.quote) for span in project.own_set(number).spans]


# What is offered ------------------------------------------------------------------------------------------------


def test_however_it_is_written(news: Project) -> None:
    repeats = here(news, on(news, "باکو"))
    assert shown(repeats) == [(1, "باكو", "free"), (1, "با کو", "apart")]
    repeats = here(news, on(news, "نخست‌وزیر", "ROLE"))
    assert shown(repeats) == [(1, "نخست وزیر", "free"), (1, "نخستوزیر", "free")]


def test_what_has_the_label_is_only_counted(news: Project) -> None:
    span = on(news, "باکو")
    on(news, "باكو")
    repeats = here(news, span)
    assert repeats.labelled == 2
    assert shown(repeats) == [(1, "با کو", "apart")]


def test_what_has_another_label_is_not_ticked(news: Project) -> None:
    span = on(news, "باکو")
    other = on(news, "باكو", "LOC")
    (one, *_) = here(news, span).found
    assert (one.kind, one.span) == ("other", other)


def test_a_part_of_the_same_name_is_not_ticked(news: Project) -> None:
    span = on(news, "باکو", number=2)
    on(news, "وزیر باکو", "GPE", 2)
    (one,) = here(news, span, 2).found
    assert one.kind == "part"
    assert one.span is not None
    assert one.span.quote == "وزیر باکو"


def test_a_part_of_another_name_is(news: Project) -> None:
    span = on(news, "باکو", number=2)
    on(news, "وزیر باکو", "ROLE", 2)
    assert shown(here(news, span, 2)) == [(2, "باکو", "free")]


def test_what_would_cross_is_impossible_and_says_so(news: Project) -> None:
    span = on(news, "نخست‌وزیر", "ROLE")
    on(news, "وزیر به", "ORG")
    (one, _) = here(news, span).found
    assert one.kind == "impossible"
    assert one.reason is not None
    assert one.reason.code == "span_crosses"


def test_the_whole_project(news: Project) -> None:
    span = on(news, "باکو")
    news.apply(editor(news, 3).set_state("finished"))
    for keep in (False, True, True):
        found = shown(everywhere(news, span, keep=keep))
        assert found == [
            (1, "باكو", "free"),
            (1, "با کو", "apart"),
            (2, "باکو", "free"),
            (2, "باکو", "free"),
            (3, "باکو", "finished"),
        ]


def test_articles_that_others_annotate_are_not_ticked_until_begun(news: Project) -> None:
    span = on(news, "باکو")
    news.work_as("علی")
    on(news, "قره‌باغ", number=2)
    news.work_as("سارا")
    assert [kind for number, _, kind in shown(everywhere(news, span)) if number == 2] == ["others", "others"]
    on(news, "قره‌باغ", number=2)
    assert [kind for number, _, kind in shown(everywhere(news, span)) if number == 2] == ["free", "free"]


def test_a_glued_name_finds_the_one_in_two_words_everywhere(news: Project) -> None:
    span = on(news, "نخستوزیر", "ROLE")
    assert [(quote, kind) for _, quote, kind in shown(everywhere(news, span))] == [
        ("نخست‌وزیر", "free"),
        ("نخست وزیر", "apart"),
    ]


def test_a_sign_without_letters(news: Project) -> None:
    span = on(news, "؛", "QUANT")
    assert shown(everywhere(news, span)) == []


@given(texts, texts)
def test_every_place_says_the_same(text: str, needle: str) -> None:
    def bare(text: str) -> str:
        return normalise(text, drop_spaces=True).text

    last = 0
    for start, end in places_of(text, needle):
        assert bare(text[start:end]) == bare(needle)
        assert last <= start < end <= len(text)
        last = end


# Doing it -------------------------------------------------------------------------------------------------------


def test_one_edit_for_all_and_one_undo(news: Project) -> None:
    span = on(news, "باکو")
    news.apply(editor(news).set_attributes(span, {"canon": "باکو", "sub": "city"}))
    (span,) = news.own_set(1).spans
    before = {number: news.own_set(number) for number in (1, 2, 3)}
    apply(news, everywhere(news, span))
    assert labels(news, 1) == [("GPE", "باکو"), ("GPE", "باكو")]
    assert labels(news, 2) == [("GPE", "باکو"), ("GPE", "باکو")]
    assert labels(news, 3) == [("GPE", "باکو")]
    assert all(one.attributes == span.attributes for number in (1, 2, 3) for one in news.own_set(number).spans)
    assert news.own_set(2).state.state == "in_progress"
    History(news).undo()
    assert {number: news.own_set(number) for number in (1, 2, 3)} == before
    History(news).redo()
    assert labels(news, 3) == [("GPE", "باکو")]
    assert news.check() == []


def test_articles_without_a_set_get_one_and_keep_it(news: Project) -> None:
    span = on(news, "باکو")
    assert news.set_infos(3) == []
    apply(news, everywhere(news, span))
    History(news).undo()
    (info,) = news.set_infos(3)
    assert (info.state, info.entities) == ("new", 0)


def test_another_label_gives_way_when_ticked(news: Project) -> None:
    span = on(news, "باکو")
    on(news, "باكو", "LOC")
    apply(news, here(news, span), "other")
    assert labels(news, 1) == [("GPE", "باکو"), ("GPE", "باكو")]


def test_what_an_amount_means_stays_in_its_article(news: Project) -> None:
    span = on(news, "باکو", "DATE")
    news.apply(editor(news).set_attributes(span, {"canon": "ب", "norm": {"start": "2025-01-01"}}))
    (span,) = news.own_set(1).spans
    apply(news, everywhere(news, span))
    assert [one.attributes for one in news.own_set(1).spans] == [span.attributes] * 2
    assert news.own_set(3).spans[0].attributes == {"canon": "ب"}


def test_a_finished_article_that_is_ticked_is_in_progress_again(news: Project) -> None:
    span = on(news, "باکو")
    news.apply(editor(news, 3).set_state("finished"))
    apply(news, everywhere(news, span), "finished")
    assert news.own_set(3).state.state == "in_progress"


def test_what_changed_meanwhile_is_not_written_over(news: Project) -> None:
    span = on(news, "باکو")
    other = on(news, "باكو", "LOC")
    repeats = here(news, span)
    plan = repeat(news, repeats.pattern, repeats.found[:1]).plan("repeat")
    news.apply(editor(news).relabel(other, "FAC"))
    with refused("edit_stale"):
        news.apply(plan.edit(news))


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from(["GPE", "LOC"])), max_size=5))
def test_what_is_ticked_is_legal_together_and_undone_together(text: str, wanted: list[tuple[int, int, str]]) -> None:
    with (
        TemporaryDirectory(dir=MEMORY) as folder,
        make_project(Path(folder, "a.peyman"), article("a", text), article("b", f"{text} {text}")) as project,
    ):
        first = next(places_of(text, text.split()[0].strip("،«")), None)
        if first is None:
            return
        span = label(project, *first, "GPE")
        for start, length, name in wanted:
            put(project, (start, start + length), name)
        before = [project.own_set(number) for number in (1, 2)]
        repeats = everywhere(project, span)
        for one in repeats.found:
            excerpt = one.excerpt
            assert project.document(excerpt.document_number).text[excerpt.start : excerpt.end].split() == (
                excerpt.quote.split()
            )
            assert one.possible == is_possible(project, repeats.pattern, one)
        chosen = [one for one in repeats.found if one.possible]
        plan = repeat(project, repeats.pattern, chosen).plan("repeat")
        assert (plan.done, plan.idle, plan.refused) == (len(chosen), 0, ())
        if project.apply(plan.edit(project)):
            assert project.check() == []
            assert [one.kind for one in everywhere(project, span).found if one.possible] == []
            History(project).undo()
        assert [project.own_set(number) for number in (1, 2)] == before


def put(project: Project, extent: Extent, name: str) -> None:
    text = project.document(2).text
    if extent[1] <= len(text) and text[slice(*extent)].strip():
        ours = Editor(project.document(2), project.own_set(2), project.schema)
        fresh = Span(ours.annotations.id, "entity", name, *extent, text[slice(*extent)])
        if misplaced(fresh, ours.annotations.spans, project.schema) is None:
            project.apply(ours.add_span("entity", name, *extent))


def is_possible(project: Project, pattern: Pattern, one: Repeat) -> bool:
    """Ask the layer's rule itself, with the span that would give way left out."""
    number, start, end = one.excerpt.document_number, one.excerpt.start, one.excerpt.end
    spans = project.own_set(number).spans
    same = [span for span in spans if (span.start, span.end) == (start, end)]
    fresh = Span(project.own_set(number).id, pattern.layer, pattern.label, start, end, "")
    return misplaced(fresh, (span for span in spans if span not in same[:1]), project.schema) is None
