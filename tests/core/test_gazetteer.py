"""Word lists: reading them, inflecting them, finding them in texts."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.gazetteer import Entry, Lexicon, Words, inflections, load, parts, read_line
from peyman.paths import resource

LABELS = {"GPE", "LOC", "FAC", "ORG", "PER", "DOC", "EVENT"}
CUES = {"ROLE", "ORGHEAD", "FACHEAD", "ROUTEHEAD", "LOCHEAD", "EVENTHEAD", "AREA", "DIRECTION", "TITLE", "CLASS"} | {
    "MODIFIER", "PLURAL", "SECOND", "STOP", "TOPIC", "GIVEN"
}  # fmt: skip
COUNTRIES = (  # ISO 3166-1, independent ones
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM "
    "CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN "
    "HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA "
    "MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW "
    "PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW "
    "TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW"
)
NAMES = (  # ZWNJ for a space
    "آذربایجان‌غربی سیستان‌و‌بلوچستان کهگیلویه‌و‌بویراحمد ترکمنستان نخجوان گنجه آستراخان ماخاچ‌قلعه ایروان ترابزون "
    "سمرقند سلیمانیه قندهار کراچی دوحه کریدور‌میانی سازمان‌ملل بریکس Азербайджане Татарстаном Астраханскую‌область "
    "Каспийского‌моря ООН ЕАЭС Нахичеванской‌Автономной‌Республики Ростове-на-Дону"
)
LISTS = sorted(resource("gazetteers").glob("*.txt"))

texts = st.text() | st.text("قره باغ\u200cأایيكک،.()«»\n\r 12۲Баку-в\u064b\ufeffÅﷲ😊", max_size=60)


@cache
def lists() -> Lexicon:
    return load(resource("gazetteers"))


def lexicon(*lines: str) -> Lexicon:
    made = Lexicon()
    for line in lines:
        for form, entry in read_line(line.replace(" / ", "\t")):
            made.add(form, entry)
    return made


def found(text: str, *lines: str) -> list[str]:
    """Every form found, longest first at each place."""
    words = Words(text)
    spots = lexicon(*lines).find(words)
    return [words.quoted(first, after) for first in sorted(spots) for after, _ in spots[first]]


def shipped(label: str, flag: str) -> set[str]:
    lines = [line.split("\t") for path in LISTS for line in path.read_text(encoding="utf-8").splitlines()]
    return {line[1] for line in lines if line[0] == label and flag in " ".join(line[3:]).split()}


# --- The lists that ship --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_list_explains_itself_and_reads(path: object) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()  # type: ignore[attr-defined]
    assert lines[0].startswith("# ")
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries
    for line in entries:
        columns = line.split("\t")
        assert len(columns) in (3, 4), line
        assert columns[0] in LABELS | CUES, line
        assert re.fullmatch(r"[\w()'-]+", columns[1]), line
        for form in columns[2].split("|"):
            assert form == form.strip(), line
            assert parts(form), line
            assert not re.search(r"[?!].", form), line


def test_all_countries_and_iranian_provinces_are_there() -> None:
    assert set(COUNTRIES.split()) <= shipped("GPE", "country")
    assert len([name for name in shipped("GPE", "province") if name.startswith("IR-")]) == 31
    republics = {name for name in shipped("GPE", "republic") if name.startswith("RU-")}
    assert len(republics) == 24


@pytest.mark.parametrize(
    "name",
    NAMES.split(),
)
def test_known_names_are_found_whole(name: str) -> None:
    text = name.replace("\u200c", " ")
    words = Words(text)
    assert lists().find(words)[0][0][0] == len(words)


@pytest.mark.parametrize("word", ["ایرانی", "روسی", "آذری", "آمریکایی", "российский", "азербайджанцы", "иранская"])
def test_adjectives_and_peoples_are_not_found(word: str) -> None:
    entries = [entry for spots in lists().find(Words(word)).values() for _, some in spots for entry in some]
    assert not [entry for entry in entries if entry.label in LABELS]


# --- Inflection -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("Иран*", "Ирана Ирану Ираном Иране"),
        ("Россия*", "России Россию Россией"),
        ("Москва*", "Москвы Москве Москву Москвой"),
        ("Турция*", "Турции Турцию Турцией"),
        ("Казань*", "Казани Казанью"),
        ("Израиль*", "Израиля Израилю Израилем Израиле"),
        ("Китай*", "Китая Китаю Китаем Китае"),
        ("Приморье*", "Приморья Приморью Приморьем"),
        ("Агентство*", "Агентства Агентству Агентством Агентстве"),
        ("Путин*", "Путина Путину Путиным Путине"),
        ("Зеленский*", "Зеленского Зеленскому Зеленским Зеленском"),
        ("Захарова*", "Захаровой Захарову"),
        ("Юрий*", "Юрия Юрию Юрием Юрии"),
        ("министры*", "министров министрам министрами министрах"),
        ("послы*", "послов послам"),
        ("Московская* область*", "Московской|области Московскую|область Московской|областью"),
        ("Красноярский* край*", "Красноярского|края Красноярском|крае"),
        ("Республика* Коми", "Республики|Коми Республикой|Коми"),
        ("Ростов*-на-Дону", "Ростова-на-Дону Ростове-на-Дону"),
        ("Касым-Жомарт*", "Касым-Жомарта Касым-Жомартом"),
    ],
)
def test_russian_cases(form: str, wanted: str) -> None:
    made = set(inflections(form))
    assert form.replace("*", "") in made
    assert {one.replace("|", " ") for one in wanted.split()} <= made


def test_what_has_no_star_stays() -> None:
    assert list(inflections("Баку")) == ["Баку"]
    assert "Республики Дагестана" not in inflections("Республика* Дагестан")
    assert "Московская области" not in inflections("Московская* область*")  # both in one case


# --- Finding --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "quotes"),
    [
        ("قره باغ، قره‌باغ، قرهباغ و قره\nباغ", "LOC / K / قره باغ", ["قره باغ", "قره‌باغ", "قرهباغ"]),
        ("بندرعباس و بندر عباس", "GPE / B / بندر عباس", ["بندرعباس", "بندر عباس"]),
        ("تركيه", "GPE / TR / ترکیه", ["تركيه"]),
        ("ایرانی ایران ایران‌ها ایران.", "GPE / IR / ایران", ["ایران", "ایران"]),
        ("باکوی کهن، باکویی", "GPE / B / باکو", ["باکوی"]),
        ("روسیه‌ی امروز، روسیهٔ فردا", "GPE / R / روسیه", ["روسیه‌ی", "روسیهٔ"]),
        ("صنعت، معدن و تجارت", "TOPIC / t / صنعت، معدن و تجارت|صنعت", ["صنعت، معدن و تجارت", "صنعت"]),
        ("Иран, иран, ИРАН, Ирана", "GPE / IR / Иран*", ["Иран", "ИРАН", "Ирана"]),
        ("министр МИНИСТР Министра", "ROLE / m / министр*", ["министр", "МИНИСТР", "Министра"]),
        ("ЕС, ес, Ес", "ORG / EU / ЕС", ["ЕС"]),
        ("Ирано-иракский; Баку-Тбилиси", "GPE / x / Баку|Иран*", ["Баку"]),
        ("Москва-река, Москва", "GPE / x / Москва*", ["Москва"]),
        ("вице-президент, президент", "ROLE / p / президент*", ["президент"]),
        ("Север-Юг, Север — Юг", "FAC / ns / Север-Юг|Север — Юг", ["Север-Юг", "Север — Юг"]),
        ("поступа-\n\nтельного", "ORG / x / поступательного", ["поступа-\n\nтельного"]),
        ("😊ایران😊", "GPE / IR / ایران", ["ایران"]),
    ],
)
def test_what_is_found(text: str, line: str, quotes: list[str]) -> None:
    assert found(text, line) == quotes


def test_a_phrase_ends_where_a_line_of_its_own_begins() -> None:
    long = "این سطر آن‌قدر دراز است که در خبرگزاری‌ها بی‌گمان شکسته می‌شود و دنبالهٔ آن در سطر بعد می‌آید، مانند آذربایجان"
    assert found(f"{long}\nغربی", "GPE / x / آذربایجان غربی") == ["آذربایجان\nغربی"]
    assert found("سفر به آذربایجان\nغربی‌ها آمدند\nغربی", "GPE / x / آذربایجان غربی") == []


def test_entries_carry_what_the_line_says() -> None:
    entries = dict(read_line("GPE\tIR-Qom\tقم?|Кум!|شهر قم\tprovince city"))
    assert entries["قم"] == Entry("GPE", "IR-Qom", frozenset({"province", "city"}), "?", 0)
    assert entries["кум"] == Entry("GPE", "IR-Qom", frozenset({"province", "city"}), "!", 1)
    assert entries["شهر قم"].mark == ""
    assert dict(read_line("ORG\t-\tООН"))["оон"] == Entry("ORG", "", frozenset(), "", 2)


def test_a_form_without_letters_is_left_out() -> None:
    made = Lexicon()
    made.add("«…»", Entry("ORG"))
    made.add("", Entry("ORG"))
    assert len(made) == 0


@given(texts)
def test_extents_are_those_of_the_text(text: str) -> None:
    words = Words(text)
    for number in range(len(words)):
        start, end = words.extent(number, number + 1)
        assert 0 <= start < end <= len(text)
        assert parts(text[start:end])[0].startswith(words.text[number][0])
    assert all(0 <= number <= len(words) for number in words.breaks)
    for first, spots in lists().find(words).items():
        ends = [after for after, _ in spots]
        assert ends == sorted(ends, reverse=True)
        assert all(first < after <= len(words) for after in ends)


@given(texts.map(lambda text: text[:30]), st.sampled_from(["قره باغ", "قرهباغ", "قره‌باغ"]), texts.map(lambda t: t[:30]))
def test_a_form_between_spaces_is_always_found(before: str, name: str, after: str) -> None:
    text = f"{before} . {name} . {after}"
    assert name in found(text, "LOC / K / قره باغ")


@given(texts)
def test_a_text_finds_its_own_words(text: str) -> None:
    made = Lexicon()
    words = Words(text)
    for word in words.text:
        made.add_parts([word], Entry("X"))
    spots = made.find(words)
    wanted = {n for n, word in enumerate(words.text) if any(map(str.isalnum, word))}
    hyphens = "-" in text
    assert set(spots) == wanted or (hyphens and set(spots) <= wanted)
