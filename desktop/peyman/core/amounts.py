"""Money and quantities in running text: a number, or a range of them, with its currency or unit.

Readings: {value, currency} or {value, unit}, with min and max in place of value for a range, and op (>, >=, <, <=,
~) where a comparator stands before («بیش از»). Rial and toman are two currencies, and nothing is converted.
"""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from peyman.core.model import Json
from peyman.core.numbers import Number, Shape, Words

Norm: TypeAlias = dict[str, Json]
Found: TypeAlias = tuple[int, int, Norm]  # where in the view, and what it says

# What may stand on either side of the number.
_SYMBOLS = Words({
    "USD": r"us\$|\$|usd", "EUR": "€|eur", "GBP": "£|gbp", "RUB": "₽|rub", "AZN": "₼|azn", "TRY": "₺",
    "KZT": "₸|kzt", "AMD": "֏|amd", "GEL": "₾|gel", "JPY": "¥|jpy", "INR": "₹|inr", "UAH": "₴|uah",
    **{code: code for code in "IRR IRT CNY AED IQD SAR QAR KWD OMR CHF TMT UZS PKR".split()},
})  # fmt: skip
_TRY = Words({"TRY": "try"})  # an English word, so only behind the number

_CURRENCIES = {
    "fa": Words({
        "IRR": "ریال|ریال ایران", "IRT": "تومان|تومن|همت",
        "USD": "دلار|دلار آمریکا|دلار ایالات متحده", "CAD": "دلار کانادا", "AUD": "دلار استرالیا",
        "EUR": "یورو", "GBP": "پوند|پوند انگلیس|پوند استرلینگ|پوند بریتانیا", "RUB": "روبل|روبل روسیه",
        "AZN": "منات|منات آذربایجان|منات جمهوری آذربایجان", "TMT": "منات ترکمنستان",
        "TRY": "لیر|لیره|لیر ترکیه|لیره ترکیه", "CNY": "یوان|یوان چین",
        "AED": "درهم|درهم امارات|درهم امارات متحده عربی", "JPY": "ین|ین ژاپن", "IQD": "دینار عراق", "KWD": "دینار کویت",
        "SAR": "ریال سعودی|ریال عربستان", "QAR": "ریال قطر", "OMR": "ریال عمان", "INR": "روپیه هند",
        "PKR": "روپیه پاکستان", "AMD": "درام|درام ارمنستان", "GEL": "لاری|لاری گرجستان", "KZT": "تنگه|تنگه قزاقستان",
        "CHF": "فرانک سوئیس", "KRW": "وون|وون کره جنوبی",
    }),
    "ru": Words({
        "RUB": r"рубл[ьяюей]|рублей|рублям|рублями|рублях|руб\.|руб|российск\w{2,3} рубл\w{1,3}",
        "USD": r"доллар\w{0,3}|доллар\w{0,3} сша|долл\.|долл|долл\.? сша|американск\w{2,3} доллар\w{0,3}",
        "EUR": "евро", "AZN": r"манат\w{0,3}|азербайджанск\w{2,3} манат\w{0,3}",
        "TMT": r"туркменск\w{2,3} манат\w{0,3}",
        "TRY": r"лир|лир[аыуе]|турецк\w{2,3} лир\w{0,3}", "CNY": r"юан\w{1,3}|китайск\w{2,3} юан\w{1,3}",
        "AED": r"дирхам\w{0,3}|дирхам\w{0,3} оаэ", "GBP": r"фунт\w{0,3} стерлингов", "JPY": r"иен|иен[аыуе]",
        "IRR": r"риал\w{0,3}|иранск\w{2,3} риал\w{0,3}", "IRT": r"туман\w{0,3}", "KZT": "тенге", "GEL": "лари",
        "AMD": r"драм|драм\w{1,3}", "UZS": r"узбекск\w{2,3} сум\w{0,3}", "CHF": r"швейцарск\w{2,3} франк\w{0,3}",
        "UAH": r"грив[енн]\w{0,3}", "BYN": r"белорусск\w{2,3} рубл\w{1,3}", "INR": r"индийск\w{2,3} рупи\w{1,3}",
    }),
    "en": Words({
        "USD": "dollars?|u\\.?s\\.? dollars?", "EUR": "euros?", "GBP": "pounds sterling|british pounds?",
        "RUB": "rubles?|roubles?|russian rubles?|russian roubles?", "IRR": "rials?|iranian rials?", "IRT": "tomans?",
        "AZN": "manats?|azerbaijani manats?", "TMT": "turkmen manats?", "TRY": "lira|liras|turkish lira|turkish liras",
        "CNY": "yuan|chinese yuan", "AED": "dirhams?|uae dirhams?", "JPY": "yen|japanese yen", "KZT": "tenge",
        "AMD": "drams?", "GEL": "lari", "CHF": "swiss francs?", "INR": "indian rupees?", "PKR": "pakistani rupees?",
    }),
}  # fmt: skip

_SIGNS = {"percent": "%|٪|درصد"}
_UNITS = {
    "fa": Words({
        **_SIGNS, "percentage point": "واحد درصد", "times": "برابر|برابرِ",
        "t": "تن", "kg": "کیلوگرم|کیلو گرم", "g": "گرم", "km": "کیلومتر", "m": "متر|متر طول", "cm": "سانتی متر",
        "mm": "میلی متر", "mi": "مایل", "km2": "کیلومتر مربع", "m2": "متر مربع|مترمربع", "ha": "هکتار",
        "m3": "متر مکعب|مترمکعب", "L": "لیتر", "bbl": "بشکه", "W": "وات", "kW": "کیلووات", "MW": "مگاوات",
        "GW": "گیگاوات", "kWh": "کیلووات ساعت", "MWh": "مگاوات ساعت", "GWh": "گیگاوات ساعت", "kV": "کیلوولت",
        "°C": "درجه سانتیگراد|درجه سلسیوس", "km/h": "کیلومتر در ساعت|کیلومتر بر ساعت",
        "m3/s": "متر مکعب در ثانیه|متر مکعب بر ثانیه",
        "bbl/d": "بشکه در روز", "GB": "گیگابایت", "Mbit/s": "مگابیت بر ثانیه", "TEU": "teu",
    }),
    "ru": Words({
        "percent": r"%|процент|процент[аеу]|процентов|процентам|процентами|процентах|процентом"
        r"|-?процентн\w{1,3}|% -?н\w{1,3}",
        "percentage point": r"процентн\w{2,3} пункт\w{0,3}|п\.? п\.?",
        "times": r"раз|раза|-?кратн\w{1,3}",
        "t": r"т|тонн|тонн[аыу]|тоннам|тоннами|тоннах|-?тонн\w{2,3}", "kg": r"кг|килограмм\w{0,3}",
        "g": r"грамм\w{0,3}",
        "km": r"км|километр\w{0,3}|-?километров\w{2,3}",
        "m": r"м|метр|метр[аеу]|метров|метрам|метрами|метрах|-?метров\w{2,3}",
        "cm": r"см|сантиметр\w{0,3}", "mm": r"мм|миллиметр\w{0,3}",
        "km2": r"км²|км2|кв\.? км|квадратн\w{2,3} километр\w{0,3}",
        "m2": r"м²|м2|кв\.? м|кв\.? метр\w{0,3}|квадратн\w{2,3} метр\w{0,3}",
        "ha": r"га|гектар\w{0,3}",
        "m3": r"м³|м3|куб\.? м|куб\.? метр\w{0,3}|кубометр\w{0,3}|кубическ\w{2,3} метр\w{0,3}",
        "L": r"л|литр|литр[аеу]|литров|литрам|литрами", "bbl": r"баррел\w{1,3}",
        "bbl/d": r"баррел\w{1,3} в сутки|баррел\w{1,3} в день",
        "W": r"вт|ватт", "kW": r"квт|киловатт\w{0,3}", "MW": r"мвт|мегаватт\w{0,3}", "GW": r"гвт|гигаватт\w{0,3}",
        "kWh": r"квт-?·?∙?\*?/? ч|киловатт-час\w{0,3}", "MWh": r"мвт-?·?∙?\*?/? ч|мегаватт-час\w{0,3}",
        "GWh": r"гвт-?·?∙?\*?/? ч",
        "kV": r"кв|киловольт\w{0,3}", "°C": r"°c|°с|градус\w{0,3} цельсия|градус\w{0,3} по цельсию",
        "km/h": r"км/ч|километр\w{0,3} в час", "m3/s": r"м3/с|м³/с", "GB": r"гб|гигабайт\w{0,3}", "Mbit/s": r"мбит/с",
        "TEU": r"teu|дфэ",
    }),
    "en": Words({
        "percent": "%|percent|per cent", "percentage point": "percentage points?|pp", "times": "times|-?fold",
        "t": "tons?|tonnes?|metric tons?", "kg": "kg|kilograms?|kilos?", "g": "grams?", "km": "km|kilomet[er]{2}s?",
        "m": "met[er]{2}s?", "cm": "cm|centimet[er]{2}s?", "mm": "mm|millimet[er]{2}s?", "mi": "miles?",
        "ft": "feet|foot",
        "km2": "km²|km2|sq\\.? km|square kilomet[er]{2}s?", "m2": "m²|m2|sq\\.? m|square met[er]{2}s?",
        "ha": "ha|hectares?", "m3": "m³|m3|cubic met[er]{2}s?", "L": "lit[er]{2}s?", "bbl": "barrels?|bbl",
        "bbl/d": "bpd|barrels per day|barrels a day", "W": "watts?", "kW": "kw|kilowatts?", "MW": "mw|megawatts?",
        "GW": "gw|gigawatts?", "kWh": "kwh|kilowatt-?hours?", "MWh": "mwh|megawatt-?hours?",
        "GWh": "gwh|gigawatt-?hours?",
        "kV": "kv|kilovolts?", "°C": "°c|degrees celsius", "km/h": "km/h|kph|kilomet[er]{2}s per hour",
        "m3/s": "m3/s|m³/s", "GB": "gb|gigabytes?", "Mbit/s": "mbit/s|mbps", "TEU": "teu",
    }),
}  # fmt: skip
# Words that are a multiple by themselves.
_MULTIPLES = {
    "fa": Words({"2": "دوچندان", "3": "سه چندان"}),
    "ru": Words({"2": "вдвое", "3": "втрое", "4": "вчетверо", "5": "впятеро"}),
    "en": Words({"2": "twofold|twice", "3": "threefold", "4": "fourfold", "5": "fivefold"}),
}
_RANGES = {"fa": "تا|الی|-|–|—|و", "ru": "до|-|–|—|и", "en": "to|-|–|—|and"}
_BETWEEN = {"fa": "بین", "ru": "между", "en": "between"}  # then «و», too, makes a range
_SUFFIXES = {"fa": "(?:یی|ای|ی)?", "ru": "", "en": ""}

_COMPARATORS = {
    "fa": {
        ">": "بیش از|بیشتر از|بالغ بر|افزون بر|متجاوز از|فراتر از|بالای|بالاتر از|مازاد بر",
        ">=": "حداقل|دست کم|لااقل|دستکم",
        "<": "کمتر از|زیر|پایین تر از|کم تر از",
        "<=": "حداکثر|تا سقف|سقف",
        "~": "حدود|حدودا|در حدود|نزدیک به|قریب به|تقریبا|قریب|نزدیک|حوالی|معادل حدود",
    },
    "ru": {
        ">": r"более|более чем|больше|больше чем|свыше|превы[сш]\w{2,9}",
        ">=": "не менее|не менее чем|не меньше|не ниже|минимум|как минимум",
        "<": "менее|менее чем|меньше|меньше чем|ниже",
        "<=": r"не более|не более чем|не больше|не выше|максимум|не превы[сш]\w{2,9}",
        "~": "около|порядка|примерно|приблизительно|почти|ориентировочно|~|≈",
    },
    "en": {
        ">": "more than|over|above|exceeding|exceeded|in excess of",
        ">=": "at least|no less than|not less than",
        "<": "less than|under|below|fewer than",
        "<=": "at most|up to|no more than|not more than",
        "~": "about|around|approximately|nearly|almost|some|roughly|~|≈",
    },
}
_LONGEST_COMPARATOR = 30
_BETWEEN_THEM = r"(?:на |в |by )?"  # «более чем на 11 процентов»
_PEOPLE = re.compile(r" ?(?:از|نفر|کشته|زخمی|مجروح|شهید|مصدوم|جان|دیگر)(?!\w)")  # behind «۴ تن»: not tonnes
_HEMAT = 10**12  # «همت»: a thousand billion toman


class Comparators:
    """Finds the comparator that stands before a place."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._words = Words(forms)
        self._before = re.compile(rf"(?<!\w)({self._words}) ?{_BETWEEN_THEM}$")

    def before(self, text: str, at: int) -> str:
        """Return the sign of the comparator that ends at a place of the shape, or nothing."""
        match = self._before.search(text, max(at - _LONGEST_COMPARATOR, 0), at)
        return self._words.code(match[1]) if match else ""


@cache
def comparators(language: str) -> Comparators:
    """Return what says «بیش از» in a language; English if it is none of these."""
    return Comparators(_COMPARATORS.get(language, _COMPARATORS["en"]))


def plain(value: int | Decimal) -> int | float:
    """Return a number as JSON holds it."""
    return value if isinstance(value, int) else float(value)


def amount(low: Number | None, high: Number, factor: int = 1) -> Norm:
    """Return the value of a number, or the bounds of a range; «۲ تا ۳ میلیارد» begins at two milliard."""
    if low is None:
        return {"value": plain(high.value * factor)}
    return {"min": plain(_least(low, high) * factor), "max": plain(high.value * factor)}


def _least(low: Number, high: Number) -> int | Decimal:
    scaled = low.value * high.scale
    return scaled if low.scale == 1 and scaled <= high.value else low.value


class _Finder:
    """Finds numbers, or ranges of them, with what follows or leads them, in one language."""

    def __init__(self, language: str, followers: str, leaders: str) -> None:
        self.comparators = comparators(language)
        self._between = re.compile(rf"(?<!\w){_BETWEEN[language]} ?$")
        numbers = rf"(?:(?P<low>N++) ?(?P<to>{_RANGES[language]}) ?)?(?P<high>N++)"
        led = numbers.replace("?P<", "?P<led_")
        end = rf"{_SUFFIXES[language]}(?:(?<!\w)|(?!\w))"
        self._pattern = re.compile(
            rf"(?<!\w)(?:{numbers}[ -]?(?P<what>{followers}){end}"
            rf"|(?P<sign>{leaders}) ?{led}(?: ?(?P<short>[mk])(?!\w))?)"
        )

    def find(self, made_out: Shape) -> Iterator[tuple[re.Match[str], int, Number | None, Number]]:
        """Yield each match with its start and its one or two numbers."""
        for match in self._pattern.finditer(made_out.text):
            led = "led_" if match["sign"] else ""
            low, high = made_out.number(match, led + "low"), made_out.number(match, led + "high")
            if high is None:
                continue
            start = match.start()
            if low and not self._is_range(made_out.text, match, low, high):
                if led:
                    continue
                start, low = match.start("high"), None
            yield match, start, low, high

    def _is_range(self, text: str, match: re.Match[str], low: Number, high: Number) -> bool:
        joined_by_and = (match["to"] or match["led_to"]) in ("و", "и", "and")
        if joined_by_and and not self._between.search(text, max(match.start() - 10, 0), match.start()):
            return False
        return _least(low, high) < high.value


@cache
def _money_finder(language: str) -> _Finder:
    return _Finder(language, f"{_CURRENCIES[language]}|{_SYMBOLS}|{_TRY}", str(_SYMBOLS))


@cache
def _quantity_finder(language: str) -> tuple[_Finder, re.Pattern[str]]:
    return _Finder(language, str(_UNITS[language]), "[%٪]"), re.compile(rf"(?<!\w){_MULTIPLES[language]}(?!\w)")


def money(made_out: Shape, language: str) -> Iterator[Found]:
    """Yield the amounts of money of a text."""
    language = language if language in _CURRENCIES else "en"
    finder = _money_finder(language)
    for match, start, low, high in finder.find(made_out):
        said = match["what"] or match["sign"]
        currency = _CURRENCIES[language].code(said) or _SYMBOLS.code(said) or "TRY"
        factor = {"m": 10**6, "k": 1000}.get(match["short"] or "", _HEMAT if said == "همت" else 1)
        norm = amount(low, high, factor) | {"currency": currency}
        yield start, match.end(), _compared(norm, finder, made_out, start)


def quantities(made_out: Shape, language: str) -> Iterator[Found]:
    """Yield the percents, multiples and measures of a text."""
    language = language if language in _UNITS else "en"
    finder, multiples = _quantity_finder(language)
    for match, start, low, high in finder.find(made_out):
        unit = _UNITS[language].code(match["what"]) or "percent"
        if match["what"] in ("раз", "раза") and not made_out.text.startswith("в ", max(start - 2, 0)):
            continue
        if match["what"] == "تن" and _PEOPLE.match(made_out.text, match.end()):
            continue
        yield start, match.end(), _compared(amount(low, high) | {"unit": unit}, finder, made_out, start)
    for match in multiples.finditer(made_out.text):
        yield match.start(), match.end(), {"value": int(_MULTIPLES[language].code(match[0])), "unit": "times"}


def _compared(norm: Norm, finder: _Finder, made_out: Shape, start: int) -> Norm:
    sign = finder.comparators.before(made_out.text, start)
    return norm | {"op": sign} if sign else norm
