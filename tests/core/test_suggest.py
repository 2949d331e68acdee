"""Suggestions: what is offered, what never is, and what the project remembers."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.making import default_schema
from peyman.core.edits import misplaced
from peyman.core.gazetteer import Lexicon, load
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Rejection, SetState, Span, State, new_id
from peyman.core.schema import parse_schema
from peyman.core.suggest import (
    LEAST_SCORE,
    SOURCES,
    Memory,
    Offering,
    Suggester,
    Suggestion,
)
from peyman.core.text import grapheme_breaks
from peyman.paths import resource


@cache
def lists() -> Lexicon:
    return load(resource("gazetteers"))


def article(text: str, language: str = "fa", tokens: tuple[tuple[int, int], ...] = ()) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(new_id(), "a.txt", "a", text, digest, language, "rtl", tokens)


def span(text: str, quote: str, label: str, nth: int = 0, **attributes: str) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(new_id(), "entity", label, start, start + len(quote), quote, attributes=dict(attributes))


def annotated(text: str, spans: Iterable[Span], state: State = "finished") -> AnnotatedDocument:
    document = article(text)
    records = {one.id: one for one in spans}
    made = AnnotationSet(new_id(), 1, document.id, "سارا", "annotation", SetState(new_id(), state), records)
    return AnnotatedDocument(document, made)


def suggester(memory: Memory | None = None) -> Suggester:
    return Suggester(default_schema(), lists(), memory or Memory())


def rejection(quote: str, label: str, start: int = 0) -> Rejection:
    return Rejection(new_id(), "entity", label, start, start + len(quote), quote, "gazetteer")


def offered(text: str, memory: Memory | None = None, existing: Iterable[Span] = ()) -> list[str]:
    return [f"{one.label} {one.quote}" for one in suggester(memory).suggest(article(text), existing)]


# --- Sentences, all sources together --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "وزیر نیرو ۵ مرداد ۱۴۰۳ در گنجه ۲۰ میلیون دلار وعده داد.",
            ["ROLE وزیر نیرو", "DATE ۵ مرداد ۱۴۰۳", "GPE گنجه", "MONEY ۲۰ میلیون دلار"],
        ),
        ("صادرات به عراق ۱۲ درصد رشد کرد.", ["GPE عراق", "QUANT ۱۲ درصد"]),
        ("ظرف دو هفته آینده سفیر هند می‌آید.", ["DATE دو هفته آینده", "ROLE سفیر هند", "GPE هند"]),
        (
            "معاون نخست‌وزیر گرجستان آمد.",
            ["ROLE معاون نخست‌وزیر گرجستان", "ROLE نخست‌وزیر گرجستان", "GPE گرجستان"],
        ),
        ("В Казани 5 марта 2024 года подписали договор.", ["GPE Казани", "DATE 5 марта 2024 года"]),
        ("Экспорт в Ирак вырос на 7 %.", ["GPE Ирак", "QUANT 7 %"]),
        ("", []),
        ("\n\n \u200c\u200f ", []),
        ("هیچ نامی اینجا نیست.", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    document = article(text, "ru" if "в" in text else "fa")
    assert [f"{one.label} {one.quote}" for one in suggester().suggest(document)] == wanted


def test_a_suggestion_says_where_it_comes_from_and_what_it_means() -> None:
    text = "استاندار یزد ۵ مرداد ۱۴۰۳ با ایرنا سخن گفت."
    role, place, day, agency = suggester().suggest(article(text))
    assert [one.source for one in (role, place, day, agency)] == ["phrase", "gazetteer", "pattern", "gazetteer"]
    assert role.attributes == {"canon": "ROLE:governor@IR-Yazd"}
    assert place.attributes == {"canon": "GPE:IR-Yazd"}
    assert day.attributes["norm"]["value"] == "2024-07-26"  # type: ignore[index,call-overload]
    assert agency.attributes == {"canon": "ORG:IRNA", "sub": "media"}
    assert all(LEAST_SCORE <= one.score <= 1 for one in (role, place, day, agency))


def test_relative_dates_are_read_when_the_articles_date_is_known() -> None:
    document = article("هفته آینده")
    unknown = suggester().suggest(document)[0].attributes["norm"]
    known = suggester().suggest(document, article_date=date(2024, 7, 26))[0].attributes["norm"]
    assert "from" not in unknown  # type: ignore[operator]
    assert "from" in known  # type: ignore[operator]


def test_only_the_sources_asked_for() -> None:
    document = article("سفیر هند ۱۲ درصد")
    for source in SOURCES:
        found = suggester().suggest(document, sources=[source])
        assert {one.source for one in found} <= {source}
    assert suggester().suggest(document, sources=[]) == []


def test_labels_and_attributes_the_schema_lacks_are_left_out() -> None:
    body = default_schema().body
    entity, rest = body.split("[layers.commitment]")
    entity = entity.replace('id = "LOC"', 'id = "PLACE"').replace('id = "canon"', 'id = "name"')
    schema = parse_schema(f"{entity}[layers.commitment]{rest}", "test")
    found = Suggester(schema, lists(), Memory()).suggest(article("دریای خزر و ایران"))
    assert [(one.label, one.attributes) for one in found] == [("GPE", {})]


# --- What is never offered ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("existing", "left"),
    [
        ([("استاندار یزد", "ROLE")], ["GPE یزد"]),
        ([("یزد", "GPE")], ["ROLE استاندار یزد"]),
        ([("یزد", "LOC")], ["ROLE استاندار یزد"]),  # the annotator knows better
        ([("یزد در", "ORG")], ["GPE یزد"]),  # the office would cross it
        ([("استاندار", "ROLE")], ["GPE یزد"]),  # longer and shorter name of one office
        ([("استاندار یزد در شهر", "ROLE")], ["GPE یزد"]),
    ],
)
def test_what_is_there_is_not_offered_again(existing: list[tuple[str, str]], left: list[str]) -> None:
    text = "استاندار یزد در شهر نیست."
    assert offered(text, existing=[span(text, quote, label) for quote, label in existing]) == left


def test_spans_of_other_layers_do_not_matter() -> None:
    text = "استاندار یزد وعده داد."
    commitment = replace(span(text, "یزد وعده داد", "pledge"), layer="commitment")
    assert offered(text, existing=[commitment]) == ["ROLE استاندار یزد", "GPE یزد"]


def test_no_token_is_cut() -> None:
    text = "مسیر تهران-قزوین باز است."
    tokens = tuple((text.index(word), text.index(word) + len(word)) for word in text.split())
    whole = suggester().suggest(article(text, tokens=tokens))
    assert [one.quote for one in whole] == ["مسیر تهران-قزوین"]
    assert [one.quote for one in suggester().suggest(article(text))] == ["مسیر تهران-قزوین", "تهران", "قزوین"]


def test_rejected_stays_rejected_however_it_is_written() -> None:
    memory = Memory()
    memory.reject([rejection("قره باغ", "LOC")])
    assert offered("قره‌باغ و قرهباغ و ایران", memory) == ["GPE ایران"]
    memory.forgive([rejection("قرهباغ", "LOC")])
    assert offered("قره باغ و ایران", memory) == ["LOC قره باغ", "GPE ایران"]


def test_a_string_labelled_more_often_than_rejected_is_still_offered_elsewhere() -> None:
    text = "ایران و ایران"
    memory = Memory()
    memory.learn([span(text, "ایران", "GPE")])
    refused = rejection("ایران", "GPE")
    memory.reject([refused])
    again = suggester(memory).suggest(article(text), rejected=[refused])
    assert [one.extent for one in again] == [(8, 13)]
    memory.reject([refused])
    assert offered(text, memory) == []


def test_the_memory_of_articles_knows_what_was_rejected_in_them() -> None:
    done = annotated("از ایران گفت.", [])
    assert done.annotations is not None
    refused = rejection("ایران", "GPE", 3)
    memory = Memory.of([replace(done, annotations=replace(done.annotations, rejections={refused.id: refused}))])
    assert offered("به ایران و عراق", memory) == ["GPE عراق"]


def test_rejecting_a_label_leaves_the_others() -> None:
    text = "باد شمال تند است."
    memory = Memory()
    memory.learn([span(text, "باد شمال", "EVENT")] * 3)
    memory.reject([rejection("باد شمال", "LOC")])
    assert offered(text, memory) == ["EVENT باد شمال"]


# --- What the project remembers -------------------------------------------------------------------------------


def test_strings_tagged_before_are_offered_with_the_label_given_most() -> None:
    memory = Memory()
    text = "پیمان دوستی و پیمان دوستی و پیمان‌دوستی"
    memory.learn(
        [span(text, "پیمان دوستی", "DOC"), span(text, "پیمان دوستی", "DOC", 1), span(text, "پیمان‌دوستی", "EVENT")]
    )
    found = suggester(memory).suggest(article("آن پیماندوستی امضا شد."))
    assert [(one.label, one.quote, one.source) for one in found] == [("DOC", "پیماندوستی", "project")]


def test_the_more_often_the_surer() -> None:
    text = "ستاد بهار " * 6
    scores = []
    for count in range(1, 6):
        memory = Memory()
        memory.learn([span(text, "ستاد بهار", "ORG", n) for n in range(count)])
        scores += [one.score for one in suggester(memory).suggest(article("ستاد بهار"), sources=["project"])]
    assert scores == sorted(scores)
    assert len(set(scores)) == 5
    assert scores[-1] < 1


def test_what_is_mostly_left_alone_is_not_offered() -> None:
    text = "بازار گرم بود. بازار سرد شد. بازار بسته ماند. بازار نو آمد."
    memory = Memory.of([annotated(text, [span(text, "بازار", "FAC")])])
    assert offered("در بازار", memory) == []
    unfinished = Memory.of([annotated(text, [span(text, "بازار", "FAC")], "in_progress")])
    assert offered("در بازار", unfinished) == ["FAC بازار"]


def test_parts_of_longer_names_do_not_count_as_left_alone() -> None:
    text = "کوهسار بلند و بندر کوهسار و بندر کوهسار"
    spans = [span(text, "کوهسار", "LOC"), span(text, "بندر کوهسار", "LOC"), span(text, "بندر کوهسار", "LOC", 1)]
    assert offered("آن کوهسار", Memory.of([annotated(text, spans)])) == ["LOC کوهسار"]


def test_forgetting_undoes_learning() -> None:
    text = "ستاد بهار"
    one = span(text, "ستاد بهار", "ORG", canon="ORG:bahar")
    memory = Memory()
    memory.forget([one])
    memory.learn([one])
    assert offered(text, memory) == ["ORG ستاد بهار"]
    assert memory.canon(text, "ORG") == "ORG:bahar"
    memory.forget([one])
    memory.forget([one])
    assert offered(text, memory) == []
    assert memory.canon(text, "ORG") == ""


def test_the_projects_canonical_name_comes_before_the_lists() -> None:
    memory = Memory()
    memory.learn([span("یزد", "یزد", "GPE", canon="my:Yazd")])
    assert suggester(memory).suggest(article("یزد"))[0].attributes == {"canon": "my:Yazd"}
    assert memory.canon("يزد", "GPE") == "my:Yazd"
    assert memory.canon("یزد", "LOC") == ""


def test_the_annotators_own_label_beats_the_lists_once_he_gave_it_often() -> None:
    text = "قفقاز " * 6
    memory = Memory()
    memory.learn([span(text, "قفقاز", "GPE")])
    assert offered("قفقاز", memory) == ["LOC قفقاز"]
    memory.learn([span(text, "قفقاز", "GPE", n) for n in range(1, 6)])
    assert offered("قفقاز", memory) == ["GPE قفقاز"]


@pytest.mark.parametrize("quote", ["۲۰", "«»", "-", "آ", "5 %"])
def test_strings_that_say_nothing_are_not_remembered(quote: str) -> None:
    memory = Memory()
    memory.learn([span(quote, quote, "ORG")] * 9)
    assert suggester(memory).suggest(article(f"{quote} {quote}"), sources=["project"]) == []


def test_a_capital_matters_for_single_words_only() -> None:
    memory = Memory()
    memory.learn([span("Звезда", "Звезда", "ORG")] * 3)
    memory.learn([span("Новый мост", "Новый мост", "FAC")] * 3)
    assert offered("звезда и Звезда, новый мост", memory) == ["ORG Звезда", "FAC новый мост"]


def test_commitments_are_not_remembered() -> None:
    memory = Memory()
    memory.learn([replace(span("وعده داد", "وعده داد", "pledge"), layer="commitment")] * 5)
    assert offered("وعده داد", memory) == []


# --- Laws -----------------------------------------------------------------------------------------------------

VOCABULARY = (
    "استاندار وزیر معاون رئیس جمهور جمهوری اسلامی ایران آذربایجان شرقی یزد قم ، و . « » ( ) \n خبرگزاری فارس دکتر "
    "علی رضایی ۱۲ درصد دلار میلیون در به مرداد ۱۴۰۳ قره باغ قره‌باغ شرکت نفت اکو министр России Баку Север - Юг "
    "Иван Петров ООН 5 марта % 😊 مُحَمَّد ستاد بهار"
)
texts = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=30).map(" ".join)
labels = st.sampled_from(["GPE", "ROLE", "ORG", "LOC", "PER"])


@st.composite
def situations(draw: st.DrawFn) -> tuple[Document, list[Span], Memory]:
    """A text, spans in it that keep the layer's rule, and a memory of some strings and rejections."""
    text = draw(texts)
    spans: list[Span] = []
    memory = Memory()
    if text:
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, min(start + 20, len(text))))
            one = Span(new_id(), "entity", draw(labels), start, end, text[start:end])
            memory.learn([one] * draw(st.integers(0, 3)))
            if draw(st.booleans()):
                memory.reject([rejection(one.quote, one.label, start)])
            if misplaced(one, spans, default_schema()) is None:
                spans.append(one)
    return article(text, draw(st.sampled_from(["fa", "ru"]))), spans, memory


@settings(deadline=None)
@given(situations())
def test_suggestions_keep_the_rules(situation: tuple[Document, list[Span], Memory]) -> None:
    document, existing, memory = situation
    found = suggester(memory).suggest(document, existing)
    spans = [Span(UUID(int=n), o.layer, o.label, *o.extent, o.quote) for n, o in enumerate(found)]
    breaks = set(grapheme_breaks(document.text))
    for one, made in zip(found, spans, strict=True):
        assert document.text[one.start : one.end] == one.quote
        assert one.quote == one.quote.strip()
        assert {one.start, one.end} <= breaks
        assert one.source in SOURCES
        assert LEAST_SCORE <= one.score <= 1
        assert not memory.refuses(one.quote, one.label)
        others = [other for other in spans if other.id != made.id]
        assert misplaced(made, [*existing, *others], default_schema()) is None
        assert one.extent not in [(other.start, other.end) for other in existing]
    assert [(o.start, -o.end) for o in found] == sorted((o.start, -o.end) for o in found)
    assert len({one.extent for one in found}) == len(found)


@settings(deadline=None)
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(
    situation: tuple[Document, list[Span], Memory], shuffler: random.Random
) -> None:
    document, existing, memory = situation
    found = suggester(memory).suggest(document, existing)
    shuffled = [*existing]
    shuffler.shuffle(shuffled)
    assert suggester(memory).suggest(document, shuffled) == found
    sources = [*SOURCES]
    shuffler.shuffle(sources)
    assert suggester(memory).suggest(document, existing, sources=sources) == found


@settings(deadline=None)
@given(situations())
def test_rejecting_all_leaves_none_of_them(situation: tuple[Document, list[Span], Memory]) -> None:
    document, existing, memory = situation
    gone = suggester(memory).suggest(document, existing)
    refused = [rejection(one.quote, one.label, one.start) for one in gone]
    memory.reject(refused)
    again = suggester(memory).suggest(document, existing, rejected=refused)
    assert not {(one.label, one.extent) for one in gone} & {(one.label, one.extent) for one in again}
    memory.forgive(refused)
    assert suggester(memory).suggest(document, existing) == gone


@settings(deadline=None)
@given(situations())
def test_accepting_all_leaves_no_repetition(situation: tuple[Document, list[Span], Memory]) -> None:
    document, existing, memory = situation
    taken = [
        Span(new_id(), o.layer, o.label, *o.extent, o.quote) for o in suggester(memory).suggest(document, existing)
    ]
    again = suggester(memory).suggest(document, [*existing, *taken])
    assert not {one.extent for one in again} & {(one.start, one.end) for one in [*existing, *taken]}


@settings(deadline=None)
@given(situations(), st.randoms(use_true_random=False))
def test_learning_does_not_depend_on_order(
    situation: tuple[Document, list[Span], Memory], shuffler: random.Random
) -> None:
    document, spans, _ = situation
    one, other = Memory(), Memory()
    one.learn(spans)
    shuffled = [*spans]
    shuffler.shuffle(shuffled)
    other.learn(shuffled)
    assert suggester(one).suggest(document) == suggester(other).suggest(document)


@settings(deadline=None)
@given(situations(), st.data())
def test_offers_kept_up_are_those_worked_out_anew(
    situation: tuple[Document, list[Span], Memory], data: st.DataObject
) -> None:
    document, spans, memory = situation
    maker = suggester(memory)
    reading = maker.read(document)
    offering = Offering(maker, reading)
    refused: list[Rejection] = []
    text = document.text
    for _ in range(data.draw(st.integers(1, 6)) if text else 0):
        offered = offering.offers(spans, refused)
        assert offered == maker.offers(reading, spans, refused)
        # In the words of the article, of which some may be joined or parted, or what is offered.
        start = data.draw(st.integers(0, len(text) - 1))
        quote = data.draw(st.sampled_from([text[start : start + 20], text[start:].split(" ", 1)[0]]))
        quote = quote.replace(*data.draw(st.sampled_from([(" ", " "), (" ", ""), ("ه", "ه ")])))
        one = Span(new_id(), "entity", data.draw(labels), start, min(start + max(1, len(quote)), len(text)), quote)
        taken = data.draw(st.sampled_from(offered)) if offered else None
        match data.draw(st.sampled_from(["learn", "forget", "reject", "forgive", "observe", "refuse", "take", "drop"])):
            case "learn":
                memory.learn([one] * data.draw(st.integers(1, 3)))
            case "forget":
                memory.forget([replace(one, label=label) for label in ("GPE", "ROLE", "ORG", "LOC", "PER")])
            case "reject":
                memory.reject([rejection(quote, one.label)])
            case "forgive":
                memory.forgive([rejection(quote, one.label)])
            case "observe":
                memory.observe(document, spans)
            case "refuse":
                refused.append(rejection(taken.quote, taken.label, taken.start) if taken else rejection(quote, "GPE"))
            case "take" if taken is not None:
                spans.append(Span(new_id(), taken.layer, taken.label, *taken.extent, taken.quote))
                memory.learn(spans[-1:])
            case _:
                memory.forget([spans.pop() for _ in spans[-1:]])
    assert offering.offers(spans, refused) == maker.offers(reading, spans, refused)


def test_what_an_edit_does_not_touch_stays_the_very_same() -> None:
    text = "استاندار یزد در قم با مدیر نفت بود"
    maker = suggester()
    offering = Offering(maker, maker.read(article(text)))
    before = offering.offers([], [])
    taken = span(text, "قم", "GPE")
    maker.memory.learn([taken])
    after = offering.offers([taken], [])
    assert [one.quote for one in after] == [one.quote for one in before if one.quote != "قم"]
    assert all(any(one is other for other in before) for one in after)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_borne(text: str) -> None:
    document = article(text)
    for one in suggester().suggest(document):
        assert text[one.start : one.end] == one.quote
    for two in suggester().candidates(document):
        assert text[two.start : two.end] == two.quote


# --- Candidates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("شرکت نوین گستر پارت آمد", ["شرکت نوین گستر پارت"]),
        ("هیئت ویژه آمد. هیئت ویژه رفت.", ["هیئت ویژه", "هیئت ویژه"]),
        ("کالای ABC و ۲۵ تن و 12,5 متر", ["ABC", "۲۵", "12,5"]),
        ("Новый день. Завод «Прогресс Юг» и Прогресс", ["Прогресс Юг", "Прогресс"]),
        ("دکتر نیک‌سرشت گفت", ["دکتر نیک‌سرشت"]),
        ("هیچ چیز نیست", []),
        ("", []),
    ],
)
def test_candidates(text: str, wanted: list[str]) -> None:
    assert [one.quote for one in suggester().candidates(article(text))] == wanted


@settings(deadline=None)
@given(situations())
def test_candidates_lie_beside_everything_else(situation: tuple[Document, list[Span], Memory]) -> None:
    document, existing, memory = situation
    maker = suggester(memory)
    suggestions = maker.suggest(document, existing)
    found = maker.candidates(document, existing, suggestions)
    taken = [*((one.start, one.end) for one in existing), *(one.extent for one in suggestions)]
    last = 0
    for one in found:
        assert document.text[one.start : one.end] == one.quote
        assert last <= one.start
        last = one.end
        assert all(end <= one.start or one.end <= start for start, end in taken)


def test_candidates_are_whole_tokens() -> None:
    text = "کالای ABC-12 باز شد و ABC-12 بست"
    tokens = tuple((text.index(word), text.index(word) + len(word)) for word in dict.fromkeys(text.split()))
    assert [one.quote for one in suggester().candidates(article(text, tokens=tokens))] == ["ABC-12"]


# --- Projects -------------------------------------------------------------------------------------------------


def test_a_tagger_adds_its_own() -> None:
    class Always:
        def tag(
            self, document: Document, listed: Iterable[tuple[str, int, int]]
        ) -> Iterable[tuple[str, int, int, float]]:
            assert list(listed) == [("GPE", 0, 3)]
            return [("ORG", 4, 8, 0.9), ("GPE", 0, 3, 0.99), ("NONE", 0, 8, 0.9), ("ORG", 2, 6, 0.2)]

    made = Suggester(default_schema(), lists(), Memory(), Always()).suggest(article("یزد نوین"))
    assert [(one.label, one.quote, one.source) for one in made] == [("GPE", "یزد", "tagger"), ("ORG", "نوین", "tagger")]


def test_suggestions_are_plain_values() -> None:
    one = Suggestion("entity", "GPE", 0, 3, "یزد", "gazetteer", 0.9)
    assert one == Suggestion("entity", "GPE", 0, 3, "یزد", "gazetteer", 0.9, {})
    with pytest.raises(AttributeError):
        one.label = "LOC"  # type: ignore[misc]
