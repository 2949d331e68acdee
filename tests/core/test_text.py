"""Offsets, graphemes, tokens, sentences, snapping."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.errors import PeymanError
from peyman.core.model import Extent
from peyman.core.text import (
    Tokenizer,
    Utf16Map,
    grapheme_breaks,
    sentences,
    snap_to_graphemes,
    snap_to_tokens,
    token_at,
    unwrap_points,
)
from peyman.paths import PACKAGE, seeds, worker_command

SEEDS = {path.name[:3]: path.read_bytes().decode() for path in sorted(seeds().glob("*.txt"))}
GOLD = [json.loads(line) for line in seeds("sample_gold.jsonl").read_text(encoding="utf-8").splitlines()]

# The torture text: a byte order mark inside, emoji, a joined family, ZWNJ, CR LF, harakat, a stress mark.
TORTURE = "\ufeffسلام 😊 👩‍👩‍👧 می‌خواهم\r\nخط۲: کِتاب و Москва̀"

# Texts of all there is, and texts where what matters meets: joiners, marks, brackets, newlines, emoji.
texts = st.text() | st.text(
    "سلام می‌ک\u064f\u0300abЖж1۲.,،؛:«»()\"'-_@#/ \u00a0\r\n\t\u2028\u200d\u200f\ufeff😊👩🇮🇷\u0600٪"
)


def quotes(text: str, extents: tuple[Extent, ...]) -> list[str]:
    return [text[start:end] for start, end in extents]


# UTF-16


@pytest.mark.parametrize(
    ("quote", "points", "units"),
    [
        ("می‌خواهم", (14, 22), (18, 26)),
        ("خط۲", (24, 27), (28, 31)),
        ("کِتاب", (29, 34), (33, 38)),
        ("Москва̀", (37, 44), (41, 48)),
    ],
)
def test_torture_text_in_utf16(quote: str, points: Extent, units: Extent) -> None:
    utf16 = Utf16Map(TORTURE)
    assert TORTURE[slice(*points)] == quote
    assert tuple(map(utf16.to_utf16, points)) == units
    assert tuple(map(utf16.from_utf16, units)) == points


@given(texts)
def test_utf16_is_what_the_encoder_counts(text: str) -> None:
    utf16 = Utf16Map(text)
    for offset in range(len(text) + 1):
        units = utf16.to_utf16(offset)
        assert units == len(text[:offset].encode("utf-16-le")) // 2
        assert utf16.from_utf16(units) == offset


def test_utf16_refuses_what_is_no_place() -> None:
    utf16 = Utf16Map("a😊b")
    for offset in (-1, 4):
        with pytest.raises(PeymanError, match=f"Place {offset} ") as caught:
            utf16.to_utf16(offset)
        assert caught.value.code == "offset_outside"
    for offset, code in ((-1, "offset_outside"), (5, "offset_outside"), (2, "offset_inside_character")):
        with pytest.raises(PeymanError, match=f"Place {offset}") as caught:
            utf16.from_utf16(offset)
        assert caught.value.code == code


# Graphemes


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("مُحَمَّد", [0, 2, 4, 7, 8]),
        ("می‌شد", [0, 1, 3, 4, 5]),  # no stop before the ZWNJ, one after it
        ("a\r\nb", [0, 1, 3, 4]),
        ("👩‍👩‍👧!", [0, 5, 6]),
        ("🇮🇷🇷🇺", [0, 2, 4]),
        ("", [0]),
    ],
)
def test_grapheme_breaks(text: str, breaks: list[int]) -> None:
    assert grapheme_breaks(text) == breaks


def test_snapping_to_graphemes() -> None:
    text = "الف\nمُحَمَّد"
    assert snap_to_graphemes(text, 4, 7) == (4, 8)
    assert snap_to_graphemes(text, 9, 10) == (8, 11)
    assert snap_to_graphemes(text, 5, 5) == (4, 6)
    assert snap_to_graphemes(text, 6, 6) == (6, 6)
    assert snap_to_graphemes("a\r\nb", 2, 4) == (1, 4)
    assert snap_to_graphemes("", 0, 0) == (0, 0)


@given(texts, st.data())
def test_snapping_to_graphemes_takes_the_nearest_breaks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    breaks = grapheme_breaks(text)
    wanted = max(b for b in breaks if b <= start), min(b for b in breaks if b >= end)
    assert snap_to_graphemes(text, start, end) == wanted


# Tokens


@pytest.fixture(scope="module")
def tokenizer() -> Iterator[Tokenizer]:
    with Tokenizer() as shared:
        yield shared


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("اردبیل, تهران,زنجان؛غربی،اردبیل", "اردبیل|,|تهران|,|زنجان|؛|غربی|،|اردبیل"),
        ("گفت:«می‌خواهم».", "گفت|:|«|می‌خواهم|»|."),
        ("وبه نقل از همکاریهای", "وبه|نقل|از|همکاریهای"),
        ("گفته شده است", "گفته|شده|است"),  # verbs are not joined
        ("سال 1403. ۱۴۰۳/۰۵/۱۲ 2024-03-05، 22:00", "سال|1403|.|۱۴۰۳/۰۵/۱۲|2024-03-05|،|22:00"),
        ("۱۲٫۵ و 4,3 و 10میلیارد و ۵٪", "۱۲٫۵|و|4,3|و|10|میلیارد|و|۵|٪"),
        ("(https://irna.ir/a?b=1)، irna.ir me@irna.ir.", "(|https://irna.ir/a?b=1|)|،|irna.ir|me@irna.ir|."),
        ("@irna_fa: #برجام_۲!", "@irna_fa|:|#برجام_۲|!"),
        ("G20 و COVID-19 (ASPROMO),", "G20|و|COVID-19|(|ASPROMO|)|,"),
        ("چرا؟! ... و…", "چرا|؟!|...|و|…"),
        ("a_b x\u00a0y\r\nz\u2028w", "a_b|x|y|z|w"),
        ("", ""),
    ],
)
def test_persian_tokens(tokenizer: Tokenizer, text: str, tokens: str) -> None:
    assert quotes(text, tokenizer.tokens(text, "fa")) == [token for token in tokens.split("|") if token]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("премьер-министра, Министров.", "премьер-министра|,|Министров|."),
        ("коридора Север-Юг 12-го «Су-35»", "коридора|Север-Юг|12-го|«|Су-35|»"),
        ("4,3 млрд долларов", "4,3|млрд|долларов"),
        ("поступа-\n\nтельного", "поступа|-|тельного"),
        ("Москва̀ за́мок", "Москва̀|за́мок"),
    ],
)
def test_russian_tokens(tokenizer: Tokenizer, text: str, tokens: str) -> None:
    assert quotes(text, tokenizer.tokens(text, "ru")) == tokens.split("|")


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("az", "Bakı şəhəri (İçərişəhər),", "Bakı|şəhəri|(|İçərişəhər|)|,"),
        ("en", "He can't e-mail 3.14!", "He|can't|e-mail|3.14|!"),
        ("other", "Україно-польський міст", "Україно-польський|міст"),
        ("other", "👩‍👩‍👧😊", "👩‍👩‍👧|😊"),
    ],
)
def test_other_tokens(tokenizer: Tokenizer, language: str, text: str, tokens: str) -> None:
    assert quotes(text, tokenizer.tokens(text, language)) == tokens.split("|")


def assert_lawful(text: str, tokens: tuple[Extent, ...]) -> None:
    """Sorted, disjoint, without white space, covering all else, cutting no cluster."""
    covered = [i for start, end in tokens for i in range(start, end)]
    assert covered == [i for i, c in enumerate(text) if not c.isspace()]
    assert all(start < end for start, end in tokens)
    breaks = set(grapheme_breaks(text))
    assert all(a[1] < b[0] or b[0] in breaks for a, b in pairwise(tokens))


@given(text=texts, language=st.sampled_from(["fa", "ru", "az", "en", "other"]))
def test_tokens_of_any_text_are_lawful(tokenizer: Tokenizer, text: str, language: str) -> None:
    assert_lawful(text, tokenizer.tokens(text, language))


@pytest.mark.parametrize("text", [*SEEDS.values(), TORTURE, TORTURE * 50])
@pytest.mark.parametrize("language", ["fa", "ru", "other"])
def test_tokens_of_the_seeds_are_lawful(tokenizer: Tokenizer, text: str, language: str) -> None:
    assert_lawful(text, tokenizer.tokens(text, language))


@pytest.mark.parametrize("record", GOLD, ids=lambda record: record["document"]["name"][:3])
def test_gold_spans_begin_and_end_with_tokens(tokenizer: Tokenizer, record: dict[str, object]) -> None:
    text, document, spans = record["text"], record["document"], record["spans"]
    assert isinstance(text, str)
    assert isinstance(document, dict)
    assert isinstance(spans, list)
    tokens = tokenizer.tokens(text, document["language"])
    starts, ends = {start for start, _ in tokens}, {end for _, end in tokens}
    assert [s["quote"] for s in spans if s["start"] not in starts or s["end"] not in ends] == []
    # Selecting any part of its first and last word gives the annotator's span.
    for span in spans:
        assert snap_to_tokens(tokens, text, span["start"], span["end"]) == (span["start"], span["end"])


def test_tokenizers_are_named_with_their_versions() -> None:
    names = {language: Tokenizer.name(language).split() for language in ("fa", "ru", "az", "other")}
    assert {language: name[0] for language, name in names.items()} == {
        "fa": "hazm",
        "ru": "razdel",
        "az": "unicode",
        "other": "unicode",
    }
    assert all(name[1][0].isdigit() for name in names.values())


def test_hazm_stays_in_its_own_process(tokenizer: Tokenizer) -> None:
    tokenizer.tokens("سلام", "fa")
    assert "hazm" not in sys.modules


# The child process


def child(answer: str) -> list[str]:
    """Return a command line that answers each question with this expression of `text`, the text."""
    program = f"import json\nwhile True:\n text = json.loads(input())\n print(json.dumps({answer}), flush=True)"
    return [sys.executable, "-c", program]


def test_only_persian_needs_the_child() -> None:
    with Tokenizer(["/no/such/program"]) as tokenizer:
        assert tokenizer.tokens("слово", "ru") == ((0, 5),)
        assert tokenizer.tokens("söz", "az") == ((0, 3),)


@pytest.mark.parametrize(
    "answer",
    [
        "[['other', 'words'] for line in text.split('\\n')]",
        "[[] for line in text.split('\\n')]",
        "[line.split() + ['more'] for line in text.split('\\n')]",
        "[line.split()[:-1] for line in text.split('\\n')]",
    ],
)
def test_words_that_are_not_the_text_give_way_to_unicode_rules(answer: str) -> None:
    text = "سلام، دنیا!\n\nخط دوم"
    with Tokenizer(child(answer)) as tokenizer:
        assert quotes(text, tokenizer.tokens(text, "fa")) == ["سلام", "،", "دنیا", "!", "خط", "دوم"]


def test_joined_words_are_found() -> None:
    with Tokenizer(child("[['گفته_شده', 'a_b']]")) as tokenizer:
        assert quotes("گفته  شده a_b", tokenizer.tokens("گفته  شده a_b", "fa")) == ["گفته", "شده", "a_b"]


@pytest.mark.parametrize("command", [[sys.executable, "-c", "pass"], [sys.executable, "-c", "print('no JSON')"]])
def test_a_child_that_fails_is_reported(command: list[str]) -> None:
    with Tokenizer(command) as tokenizer:
        for _ in range(2):  # and started anew
            with pytest.raises(PeymanError) as caught:
                tokenizer.tokens("سلام", "fa")
            assert caught.value.code == "tokenizer_failed"
            assert "hazm" in str(caught.value)


def test_a_child_that_cannot_start_is_reported() -> None:
    with Tokenizer(["/no/such/program"]) as tokenizer, pytest.raises(PeymanError) as caught:
        tokenizer.tokens("سلام", "fa")
    assert caught.value.code == "tokenizer_failed"


def test_closing_ends_the_child_and_a_later_text_starts_another() -> None:
    tokenizer = Tokenizer(child("[[str(__import__('os').getpid())]]"))
    first = tokenizer._ask("")
    assert tokenizer._ask("") == first  # one child serves many texts
    tokenizer.close()
    tokenizer.close()
    assert tokenizer._ask("") != first
    tokenizer.close()


def test_the_child_ends_with_its_parents_pipe() -> None:
    done = subprocess.run(
        worker_command("peyman.core.text"),
        input=json.dumps("سلام، دنیا\nخط") + "\n",
        capture_output=True,
        text=True,
        cwd=PACKAGE.parent,
        check=True,
    )
    assert json.loads(done.stdout) == [["سلام", "،", "دنیا"], ["خط"]]


# Snapping to tokens


def marked(pattern: str) -> tuple[str, int, int]:
    """Return a text and the place in it, given between vertical bars."""
    start, end = pattern.index("|"), pattern.rindex("|") - 1
    return pattern.replace("|", ""), start, end


@pytest.mark.parametrize(
    ("selection", "snapped"),
    [
        ("در ا|ردب|یل.", "اردبیل"),
        ("در| اردبیل. |و", "اردبیل"),
        ("می‌|خ|واهم", "می‌خواهم"),
        ("ا|ردبیل، ته|ران، زنجان", "اردبیل، تهران"),
        ("وزیر |گفت: «برو»|", "گفت: «برو»"),  # both quotation marks are inside
        ("گفت: |«برو|»", "برو"),
        ("|(ASPROMO)|", "ASPROMO"),
        ("|ظهر امروز (شنبه)| به", "ظهر امروز (شنبه)"),
        ("|ظهر امروز (|شنبه) به", "ظهر امروز"),
        ("ظهر |امروز) شنبه|", "امروز) شنبه"),
        ("|«یک» و «دو»|", "«یک» و «دو»"),
        ("|«یک و «دو»»!|", "یک و «دو»"),
        ('|"a" and "b"|', '"a" and "b"'),
        ('|"a and b",|', "a and b"),
        ("|„раз“ — два|", "„раз“ — два"),
        ("|– (1) –|", "1"),
        ("|#برجام| ...", "برجام"),
        ("|۵٪|", "۵٪"),
        ("a |...| b", "..."),
        ("a| «|b", "«"),
        ("|\u200fسلام\u200c|", "سلام"),
        ("a| |b", None),
        ("a||b", None),
        ("||", None),
        ("کتاب\n|ها\n\nو| او", "ها\n\nو"),
    ],
)
def test_snapping_to_tokens(tokenizer: Tokenizer, selection: str, snapped: str | None) -> None:
    text, start, end = marked(selection)
    extent = snap_to_tokens(tokenizer.tokens(text, "fa"), text, start, end)
    assert (extent and text[slice(*extent)]) == snapped


@given(texts, st.data())
def test_snapping_to_tokens_is_lawful(text: str, data: st.DataObject) -> None:
    tokens = Tokenizer().tokens(text, "other")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    touched = [token for token in tokens if token[0] < end and token[1] > start]
    snapped = snap_to_tokens(tokens, text, start, end)
    if start == end or not touched:
        assert snapped is None
        return
    assert snapped is not None
    assert touched[0][0] <= snapped[0] < snapped[1] <= touched[-1][1]
    # Every letter and digit that was touched is kept; and once is enough.
    words = [i for i in range(touched[0][0], touched[-1][1]) if text[i].isalnum()]
    assert all(snapped[0] <= i < snapped[1] for i in words)
    assert snap_to_tokens(tokens, text, *snapped) == snapped


def test_token_at() -> None:
    tokens = ((1, 3), (3, 4), (6, 8))
    assert [token_at(tokens, offset) for offset in range(10)] == [None, 0, 0, 1, None, None, 2, 2, None, None]
    assert token_at((), 0) is None


# Sentences


@pytest.mark.parametrize(("seed", "count"), [("000", 8), ("001", 14), ("002", 16), ("003", 18), ("004", 20)])
def test_sentences_of_the_seeds(seed: str, count: int) -> None:
    assert len(sentences(SEEDS[seed], "ru" if seed == "004" else "fa")) == count


@pytest.mark.parametrize("record", GOLD, ids=lambda record: record["document"]["name"][:3])
def test_no_gold_span_crosses_a_sentence(record: dict[str, object]) -> None:
    text, spans = record["text"], record["spans"]
    assert isinstance(text, str)
    assert isinstance(spans, list)
    bounds = sentences(text)
    assert [s["quote"] for s in spans if not any(a <= s["start"] and s["end"] <= b for a, b in bounds)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # | marks where one sentence ends and the next begins.
        ("fa", "او رفت.| چرا؟| نمی‌دانم!| پایان"),
        ("fa", "یک؛ دو: سه، چهار.| پنج"),
        ("fa", "د. محمدی و م. رضایی آمدند.| دیگران ماندند."),
        ("fa", "نرخ ۴.۵ و 3.14 بود.| تمام"),
        ("fa", "صنعت، معدن و ... است.| بعد…| او رفت"),
        ("fa", "گفت: «آمدیم.| رفتیم.»| وی افزود"),
        ("fa", "برگزار شد.|وی افزود که بی.بی.سی گفت"),
        ("fa", "عجب (!) روزی بود (؟) و [...] گذشت.| بله"),
        ("fa", "به نشانی irna.ir نگاه کنید.| Dr. Smith آمد"),
        ("fa", "عنوان\n|تاریخ: ۳ آبان\n|متن خبر."),
        ("ru", "М. Мишустин и А.С. Пушкин, В. В. Путин.| Конец"),
        ("ru", "Рост на 4,3 млрд. долларов, и т. д. и т. п.| Также в 2023 г.| Баку"),
        ("ru", "В г. Москве на ул. Ленина, д. 5, кв. 3.| Проф. Иванов"),
        ("ru", "«Ура!» — закричал он.| «Да?» – спросили.| – Нет.| – Да."),
        ("ru", "Было так… потом иначе...| Затем всё.|Также"),
        ("ru", "В XX в.| Россия"),
        ("ru", "В г.Москве у М.Мишустина на ул.Ленина 5.Июль a!A"),
        ("en", "Mr. Smith of the U.S. Senate came at 5 p.m. to No. 10.| He left."),
        ("en", "1. First point.| Still the first\n|2. Second"),
        ("en", "* one\n|* two\n|- three\n|a) four\n|5) five"),
        ("other", "!!! Wow.| Yes"),
    ],
)
def test_sentence_ends(language: str, text: str) -> None:
    plain = text.replace("|", "")
    assert quotes(plain, sentences(plain, language)) == [s.strip() for s in text.split("|")]


@given(texts)
def test_sentences_are_lawful(text: str) -> None:
    bounds = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(bounds))
    covered = {i for start, end in bounds for i in range(start, end)}
    assert covered >= {i for i, c in enumerate(text) if not c.isspace()}
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in bounds)


# Unwrapping

WRAPPED_MAIL = """The minister said on Monday that the agreement, which both sides
signed in Baku after two years of talks, would be carried out by
the end of the year, and that the first payment was already made
in full. A second meeting
is planned for May.

Yours, the press service"""

POEM = """توانا بود هر که دانا بود
ز دانش دل پیر برنا بود
چو ایران نباشد تن من مباد
بدین بوم و بر زنده یک تن مباد"""


def test_wrapped_lines_go_on() -> None:
    text = SEEDS["002"]
    soft = unwrap_points(text)
    assert len(soft) == 18
    joined = text
    for start, end in reversed(soft):
        joined = joined[:start] + " " + joined[end:]
    lines = [line for line in joined.split("\n") if line.strip()]
    assert len(lines) == len(sentences(text, "fa"))


def test_hyphens_that_break_words_go_on() -> None:
    text = SEEDS["004"]
    broken = [(text[:start].split()[-1], text[end:].split()[0]) for start, end in unwrap_points(text)]
    assert broken == [("поступа-", "тельного"), ("совмест-", "ных"), ("авто-", "дорожной")]


def test_narrow_lines_go_on_when_the_text_is_wrapped() -> None:
    assert quotes(WRAPPED_MAIL, unwrap_points(WRAPPED_MAIL)) == ["\n"] * 3
    assert len(sentences(WRAPPED_MAIL, "en")) == 4


@pytest.mark.parametrize(
    "text", [POEM, SEEDS["000"], SEEDS["003"], "یک\nدو\nسه", "", "\n\n", "## " + "ک" * 120 + "\nمتن"]
)
def test_other_lines_end(text: str) -> None:
    assert unwrap_points(text) == ()


@given(texts)
def test_unwrap_points_are_white_space_between_lines(text: str) -> None:
    for start, end in unwrap_points(text):
        assert text[start:end].isspace()
        assert set(text[start:end]) & set("\r\n")
        assert not text[start - 1].isspace()
        assert not text[end].isspace()
