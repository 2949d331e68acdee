"""Numbers in running text: digits of any script, number words, and both together («۴ میلیون و دویست هزار»).

Everything works on the normalised view, so that lost ZWNJ, Arabic digits and capitals make no difference. What
reads dates and amounts looks at the *shape* of a text: its normalised view, of the same length, in which every
number is a run of N and every ordinal a run of O. The view has no capitals, so nothing else looks like that.
"""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property

from peyman.core.normalise import Normalised, normalise


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `scale` is what its last scale words multiply by («۳ میلیون»: 1,000,000)."""

    value: int | Decimal
    start: int
    end: int
    ordinal: bool = False
    scale: int = 1

    @property
    def whole(self) -> int:
        """The value if it is a whole number, else −1."""
        return self.value if isinstance(self.value, int) else -1


@dataclass(frozen=True, slots=True)
class Shape:
    """The normalised view of a text with its numbers made out."""

    view: Normalised
    text: str
    numbers: Mapping[int, Number] = field(repr=False)  # by their start in the view

    def number(self, match: re.Match[str], group: str) -> Number | None:
        """Return the number at which a group of a match on `text` starts."""
        return self.numbers.get(match.start(group))


class Words:
    """A closed list of words, each standing for a code, as one regular expression on the normalised view.

    A space may be missing from the text. An alternative may use `?`, `[…]` and `\\w{0,n}`, not brackets.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms

    @cached_property
    def _codes(self) -> dict[str, re.Pattern[str]]:
        return {code: re.compile(_source(words)) for code, words in self._forms.items()}

    def __str__(self) -> str:
        """Return the source of an expression that matches any of the words, the longest first."""
        every = {word for words in self._forms.values() for word in _source(words).split("|")}
        return f"(?:{'|'.join(sorted(every, key=lambda word: (-len(word), word)))})"

    def code(self, text: str | None) -> str:
        """Return the code of a piece of the shape that is one of the words; of anything else, nothing."""
        return next((code for code, words in self._codes.items() if words.fullmatch(text)), "") if text else ""


def _source(words: str) -> str:
    return normalise(words).text.replace(" ", " ?")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How a language says numbers: sources of expressions over the normalised view."""

    simple: Mapping[str, int]  # below a thousand
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    bare: str  # scales that are numbers without anything before them
    halves: Mapping[str, str]  # each a whole number or what comes last before a scale
    join: str  # between the words of a number
    and_half: str  # makes it a half more
    glued: str  # what may follow a number without a space
    ordinal_ending: str  # after digits
    minus: str
    hundred: str = r"(?!)"  # multiplies what is below it
    words_touch: bool = False  # «سی‌وپنج» may have lost its ZWNJ
    slash_is_decimal: bool = False
    groups: str = ",."  # what may stand before three digits of a whole number: «4,300»


_FA_SIMPLE = {
    "صفر": 0, "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10,
    "یازده": 11, "دوازده": 12, "سیزده": 13, "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18,
    "هیجده": 18, "نوزده": 19, "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80,
    "نود": 90, "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500, "ششصد": 600,
    "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
}  # fmt: skip
_FA_ORDINALS = {
    **{word + end: value for word, value in _FA_SIMPLE.items() if value not in (0, 3, 30) for end in ("م", "مین")},
    **dict.fromkeys(("اول", "اولین", "نخست", "نخستین"), 1),
    "سوم": 3,
    "سومین": 3,
    "سیام": 30,
    "سی ام": 30,
    "سیامین": 30,
    "سی امین": 30,
}
_FA_GLUED = (
    "ماه|روز|سال|هفته|ساعت|دقیقه|دهه|درصد|برابر|تومان|ریال|دلار|یورو|روبل|منات|لیر|تن|کیلو|متر|هکتار|مگا|بشکه|لیتر"
)

_RU_ENDINGS = "ый ой ая ое ые ого ому ым ом ую ых ыми".split()
_RU_SIMPLE = {
    form: value
    for value, forms in {
        0: "ноль нуль нуля",
        1: "один одна одно одни одного одной одному одну одним одном",
        2: "два две двух двум двумя", 3: "три трех трем тремя", 4: "четыре четырех четырем четырьмя",
        5: "пять пяти пятью", 6: "шесть шести шестью", 7: "семь семи семью", 8: "восемь восьми восемью восьмью",
        9: "девять девяти девятью", 10: "десять десяти десятью",
        **{
            10 + unit: f"{stem}надцать {stem}надцати {stem}надцатью"
            for unit, stem in enumerate("один две три четыр пят шест сем восем девят".split(), 1)
        },
        20: "двадцать двадцати двадцатью", 30: "тридцать тридцати тридцатью", 40: "сорок сорока",
        **{
            10 * unit: f"{stem}десят {genitive}десяти {genitive[:-1]}ьюдесятью"
            for unit, stem, genitive in ((5, "пять", "пяти"), (6, "шесть", "шести"), (7, "семь", "семи"))
        },
        80: "восемьдесят восьмидесяти восемьюдесятью", 90: "девяносто девяноста", 100: "сто ста",
        200: "двести двухсот двумстам двумястами двухстах", 300: "триста трехсот тремстам тремястами трехстах",
        400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
        **{
            100 * unit: f"{stem}сот {genitive}сот {genitive}стам {genitive[:-1]}ьюстами {genitive}стах"
            for unit, stem, genitive in (
                (5, "пять", "пяти"), (6, "шесть", "шести"), (7, "семь", "семи"), (8, "восемь", "восьми"),
                (9, "девять", "девяти"),
            )
        },
    }.items()
    for form in forms.split()
}  # fmt: skip
_RU_ORDINAL_STEMS = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
    **{
        10 + unit: f"{stem}надцат"
        for unit, stem in enumerate("один две три четыр пят шест сем восем девят".split(), 1)
    },
    20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят",
    80: "восьмидесят", 90: "девяност", 100: "сот",
}  # fmt: skip
_RU_ORDINALS = {
    **{stem + end: value for value, stem in _RU_ORDINAL_STEMS.items() for end in _RU_ENDINGS},
    **{f"трет{end}": 3 for end in "ий ья ье ьи ьего ьему ьим ьем ью ьей ьих ьими".split()},
}
_RU_CASES = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_RU_SCALES = {
    **{f"тысяч{end}": 10**3 for end in ("", "а", "и", "е", "у", "ей", "ам", "ами", "ах")},
    **{
        stem + end: value
        for stem, value in (("миллион", 10**6), ("миллиард", 10**9), ("триллион", 10**12))
        for end in _RU_CASES
    },
    "тыс.": 10**3, "тыс": 10**3, "млн.": 10**6, "млн": 10**6, "млрд.": 10**9, "млрд": 10**9,
    "трлн.": 10**12, "трлн": 10**12,
}  # fmt: skip

_EN_SIMPLE = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_EN_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}

_GRAMMARS = {
    "fa": _Grammar(
        simple=_FA_SIMPLE,
        ordinals=_FA_ORDINALS,
        scales={"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "تریلیون": 10**12},
        bare="هزار",
        # نیم‌سال is a word of its own.
        halves={"نیم(?! ?سال)": "0.5", "ربع": "0.25"},
        join=" ?و ?",
        and_half=" ?و ?نیم",
        glued=rf"(?:{_FA_GLUED})|ی(?!\w)",
        ordinal_ending="م|مین| ?-?(?:ام|امین)",
        minus="منفی ",
        words_touch=True,
        slash_is_decimal=True,
    ),
    "ru": _Grammar(
        simple=_RU_SIMPLE,
        ordinals=_RU_ORDINALS,
        scales=_RU_SCALES,
        bare="тысяч[ауе]|миллиона?|миллиарда?|триллиона?",
        halves={"полтор[аы]|полутора": "1.5", "пол(?=миллион|миллиард|тысяч)": "0.5"},
        join=" ",
        and_half=" с половиной",
        glued="-?(?:дневн|недельн|месячн|летн|часов|процентн|кратн|километров|метров|тонн)",
        ordinal_ending="-(?:го|й|я|е|му|м|ю|ая|ое|ые|ый|ий|ого|х|ти|ми)",
        minus="минус ",
        groups=".",
    ),
    "en": _Grammar(
        simple=_EN_SIMPLE,
        ordinals=_EN_ORDINALS,
        scales={
            "thousand": 10**3, "million": 10**6, "mln": 10**6, "mn": 10**6, "billion": 10**9, "bln": 10**9,
            "bn": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
        },
        bare="(?!)",
        halves={
            r"half(?: a)?(?= (?:million|billion|trillion)(?!\w))": "0.5",
            r"a(?= (?:thousand|million|billion|trillion)(?!\w))": "1",
        },
        join="-| and | ",
        and_half=" and a half",
        glued="-",
        ordinal_ending="(?:st|nd|rd|th)",
        minus="minus ",
        hundred=" hundred",
        groups=",",
    ),
}  # fmt: skip


class _Reader:
    """Reads the numbers of one language from the normalised view."""

    def __init__(self, grammar: _Grammar) -> None:
        self._grammar = grammar
        self._words = {normalise(w).text: (v, False) for w, v in grammar.simple.items()}
        self._words |= {normalise(w).text: (v, True) for w, v in grammar.ordinals.items()}
        self._scales = {normalise(w).text: v for w, v in grammar.scales.items()}
        words, scales = _any(self._words), _any(self._scales)
        halves = "|".join(grammar.halves)
        # What may stand behind a word: no letter, or something that belongs to it.
        end = edge = rf"(?!\w)|{grammar.glued}"
        if grammar.words_touch:
            edge += rf"|و?(?:{words}|{scales}|{halves})"
        self._end = re.compile(end)
        self._word = re.compile(rf"({words})(?={edge})")
        self._half = re.compile("|".join(f"({half})" for half in grammar.halves))
        self._half_values = tuple(map(Decimal, grammar.halves.values()))
        self._scale = re.compile(rf" ?({scales})(?={edge})")
        self._bare = re.compile(rf"(?:{grammar.bare})(?={edge})")
        self._join = re.compile(grammar.join)
        self._and_half = re.compile(rf"(?:{grammar.and_half})(?={end}|{scales})")
        self._hundred = re.compile(rf"(?:{grammar.hundred})(?!\w)")
        self._ordinal_ending = re.compile(rf"(?:{grammar.ordinal_ending})(?!\w)")
        slash = "/" if grammar.slash_is_decimal else ""
        # A date such as 05.03.2024 is three numbers.
        self._digits = re.compile(
            r"(?<![0-9][./])"
            rf"(?:(?P<grouped>[0-9]{{1,3}}(?P<sep>[٬,.'’، ])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}}){{0,5}})(?!(?P=sep)?[0-9])"
            rf"(?P<rest>[٫.,{slash}][0-9]{{1,9}}(?![0-9]))?"
            rf"|(?P<whole>[0-9]{{1,18}})(?P<tail>[٫.,{slash}][0-9]{{1,9}})(?![./,٫]?[0-9]))"
            r"|(?P<plain>[0-9]{1,18})(?![0-9])"
        )
        self._minus = re.compile(rf"(?:{grammar.minus}|[-−])")
        starts = rf"[0-9]|(?:{words}|{grammar.bare}|{halves})"
        self.starts = re.compile(rf"(?<!\w)(?:(?:{grammar.minus}|(?<![0-9])(?<![0-9] )[-−](?=[0-9]))?(?:{starts}))")

    def number_at(self, view: str, at: int) -> Number | None:
        """Return the longest number that starts at a place of the view."""
        minus = self._minus.match(view, at)
        begin = minus.end() if minus else at
        number = self._group(view, begin)
        while number and number.scale > 1 and not number.ordinal:
            half = self._and_half.match(view, number.end)
            if half:
                number = replace(number, value=number.value + Decimal(number.scale) / 2, end=half.end())
                break
            join = self._join.match(view, number.end)
            more = self._group(view, join.end()) if join else None
            if more is None or not (joined := _joined(number, more)):
                break
            number = joined
        if number is None or not self._ends(view, number):
            return None
        value = -number.value if minus else number.value
        return replace(number, value=int(value) if value == int(value) else value, start=at)

    def _ends(self, view: str, number: Number) -> bool:
        """Tell whether the number is not the beginning of a word; digits may touch letters."""
        return view[number.end - 1].isdecimal() or self._end.match(view, number.end) is not None

    def _group(self, view: str, at: int) -> Number | None:
        """Read what is below a thousand, or digits, with the scale words behind it."""
        number = (
            self._digit_number(view, at)
            or self._half_number(view, at)
            or self._word_number(view, at)
            or self._bare_number(view, at)
        )
        if number is None or number.ordinal:
            return number
        for _ in range(3):
            match = self._scale.match(view, number.end)
            if not match:
                break
            scale = self._scales[match[1]]
            number = replace(number, value=number.value * scale, end=match.end(), scale=number.scale * scale)
        return number

    def _bare_number(self, view: str, at: int) -> Number | None:
        match = self._bare.match(view, at)
        return Number(self._scales[match[0]], at, match.end(), scale=self._scales[match[0]]) if match else None

    def _half_number(self, view: str, at: int) -> Number | None:
        match = self._half.match(view, at)
        if not match or match.lastindex is None:
            return None
        return Number(self._half_values[match.lastindex - 1], at, match.end())

    def _word_number(self, view: str, at: int) -> Number | None:
        value, room, position, end = 0, 1000, at, at
        while match := self._word.match(view, position):
            part, ordinal = self._words[match[1]]
            # Nothing is added to nought.
            if part >= room or (value and not part):
                break
            value, end = value + part, match.end()
            if ordinal:
                return Number(value, at, end, ordinal=True)
            if value < 100 and (hundred := self._hundred.match(view, end)):
                value, part, end = value * 100, 100, hundred.end()
            room = 100 if part >= 100 else 10 if part >= 20 else 0
            join = self._join.match(view, end) if room else None
            if not join:
                break
            position = join.end()
        return self._with_half(view, Number(value, at, end)) if end > at else None

    def _with_half(self, view: str, number: Number) -> Number:
        half = self._and_half.match(view, number.end)
        return replace(number, value=number.value + Decimal("0.5"), end=half.end()) if half else number

    def _digit_number(self, view: str, at: int) -> Number | None:
        match = self._digits.match(view, at)
        if not match:
            return None
        end = match.end()
        if match["plain"] and (ending := self._ordinal_ending.match(view, end)):
            value = int(match["plain"])
            # 25-ти, 3-х месяцев, but 1990-х годов.
            cardinal = ending[0] in ("-ти", "-ми") or (ending[0] == "-х" and value < 20)
            return Number(value, at, ending.end(), ordinal=not cardinal)
        return self._with_half(view, Number(self._digit_value(match, view), at, end))

    def _digit_value(self, match: re.Match[str], view: str) -> int | Decimal:
        if match["plain"]:
            return int(match["plain"])
        if match["whole"]:
            return Decimal(f"{match['whole']}.{match['tail'][1:]}")
        grouped, separator = match["grouped"], match["sep"]
        if grouped.count(separator) == 1 and not match["rest"]:
            # One separator before three digits: a comma in Russian, a dot in English, a nought before it, or a
            # dot before a scale word («۱.۲۵۰ میلیارد») mark decimals.
            decimal = separator in ",." and (separator not in self._grammar.groups or grouped.startswith("0"))
            decimal |= separator == "." and self._scale.match(view, match.end()) is not None
            if decimal:
                return Decimal(grouped.replace(separator, "."))
        whole = grouped.replace(separator, "")
        return Decimal(f"{whole}.{match['rest'][1:]}") if match["rest"] else int(whole)


def _joined(number: Number, more: Number) -> Number | None:
    """Add a group to a number, or return None if it is another number («۵ میلیون و ۱۰ میلیون»)."""
    if more.value < number.scale:
        return replace(more, value=number.value + more.value, start=number.start, scale=more.scale)
    # «دو هزار و پانصد میلیارد»
    if number.scale == 1000 and more.scale >= 10**6 and more.value < more.scale * 1000 and number.value < 10**6:
        return replace(more, value=number.value * more.scale + more.value, start=number.start)
    return None


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _reader(language: str) -> _Reader:
    return _Reader(_GRAMMARS[language])


def shape(text: str, language: str) -> Shape:
    """Return the normalised view of a text with its numbers made out, in time linear in its length.

    The language decides about number words and «4,300»; one that is not known is read as English.
    """
    view = normalise(text)
    reader = _reader(language if language in _GRAMMARS else "en")
    numbers: dict[int, Number] = {}
    pieces: list[str] = []
    done = position = 0
    while match := reader.starts.search(view.text, position):
        number = reader.number_at(view.text, match.start())
        if number is None or _is_word(view.text, number, 0 < done >= match.start() - 1):
            position = match.start() + 1
            continue
        numbers[number.start] = number
        pieces += view.text[done : number.start], ("O" if number.ordinal else "N") * (number.end - number.start)
        done = position = number.end
    return Shape(view, "".join(pieces) + view.text[done:], numbers)


def _is_word(view: str, number: Number, after_number: bool) -> bool:
    """Tell whether what looks like a number is the month «صفر», the unit "second" or part of «سه شنبه»."""
    if after_number and view[number.start : number.end] in ("صفر", "second"):
        return True
    return view.startswith(("شنبه", " شنبه"), number.end) and number.whole <= 5


def find_numbers(text: str, language: str) -> list[Number]:
    """Return all numbers of a text; their places are in code points of the text itself."""
    made_out = shape(text, language)
    return [
        replace(number, start=start, end=end)
        for number in made_out.numbers.values()
        for start, end in [made_out.view.extent(number.start, number.end)]
    ]
