"""Says a norm in words, in Persian, Russian or English: «۴٫۳ میلیارد دلار», «۱۵ اسفند ۱۴۰۳ (5 March 2025)»."""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from peyman.core.calendars import GREGORIAN, HIJRI, JALALI, Calendar, Period
from peyman.core.date_values import WEEKDAYS
from peyman.core.model import Json

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language says what norms hold. `{}` is where a number, a unit or a date goes."""

    decimal: str
    group: str
    scales: Mapping[int, str]
    percent: str
    span: str  # of two numbers or dates
    signs: Mapping[str, str]  # before amounts
    times: Mapping[str, str]  # before dates
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    months: Mapping[Calendar, tuple[str, ...]]
    months_alone: Mapping[Calendar, tuple[str, ...]]
    whole_year: str
    weekdays: tuple[str, ...]
    counted: Mapping[str, str]  # units of durations
    near: Mapping[str, tuple[str, str, str]]  # last, this, next; of each unit
    far: tuple[str, str]  # n units ago, in n units
    stretches: tuple[str, str]  # the last n units, the next n units
    edges: Mapping[str, str]
    ordinals: tuple[str, ...]
    parts: Mapping[str, str]  # H, T, W
    weekday_near: tuple[str, str]  # the one before the article's date, the one after it
    comma: str
    references: Mapping[str, str]  # fixed values
    notes: Mapping[str, str]


_MONTHS_FA = {
    GREGORIAN: tuple("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split()),
    JALALI: tuple("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()),
    HIJRI: (
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال",
        "ذی‌القعده", "ذی‌الحجه",
    ),
}  # fmt: skip
_MONTHS_RU = {
    GREGORIAN: tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    JALALI: tuple(
        "фарвардина ордибехешта хордада тира мордада шахривара мехра абана азера дея бахмана эсфанда".split()
    ),
    HIJRI: tuple(
        "мухаррама сафара раби-аль-авваля раби-ас-сани джумада-аль-уля джумада-ас-сани раджаба шаабана рамадана"
        " шавваля зуль-каады зуль-хиджи".split()
    ),
}
_MONTHS_ALONE_RU = {
    GREGORIAN: tuple("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()),
    JALALI: tuple("фарвардин ордибехешт хордад тир мордад шахривар мехр абан азер дей бахман эсфанд".split()),
    HIJRI: tuple(
        "мухаррам сафар раби-аль-авваль раби-ас-сани джумада-аль-уля джумада-ас-сани раджаб шаабан рамадан"
        " шавваль зуль-каада зуль-хиджа".split()
    ),
}
_MONTHS_EN = {
    GREGORIAN: tuple(
        "January February March April May June July August September October November December".split()
    ),
    JALALI: tuple("Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split()),
    HIJRI: (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
        "Dhu al-Qada", "Dhu al-Hijja",
    ),
}  # fmt: skip

_FA = _Words(
    decimal="٫",
    group="٬",
    scales={10**12: "هزار میلیارد", 10**9: "میلیارد", 10**6: "میلیون"},
    percent="{} درصد",
    span="{} تا {}",
    signs={">": "بیش از {}", ">=": "دست‌کم {}", "<": "کمتر از {}", "<=": "حداکثر {}", "~": "حدود {}"},
    times={">": "پس از {}", ">=": "از {}", "<": "پیش از {}", "<=": "تا {}", "~": "حدود {}"},
    currencies={
        "IRR": "ریال", "IRT": "تومان", "USD": "دلار", "EUR": "یورو", "RUB": "روبل", "AZN": "منات", "TRY": "لیر",
        "CNY": "یوان", "AED": "درهم", "GBP": "پوند", "JPY": "ین", "AMD": "درام", "GEL": "لاری", "KZT": "تنگه",
        "TMT": "منات ترکمنستان", "IQD": "دینار عراق", "KWD": "دینار کویت", "CAD": "دلار کانادا", "CHF": "فرانک سوئیس",
    },
    units={
        "times": "برابر", "percentage point": "واحد درصد", "t": "تن", "kg": "کیلوگرم", "g": "گرم", "km": "کیلومتر",
        "m": "متر", "cm": "سانتی‌متر", "mm": "میلی‌متر", "mi": "مایل", "km2": "کیلومتر مربع", "m2": "متر مربع",
        "ha": "هکتار", "m3": "متر مکعب", "L": "لیتر", "bbl": "بشکه", "W": "وات", "kW": "کیلووات", "MW": "مگاوات",
        "GW": "گیگاوات", "kWh": "کیلووات‌ساعت", "MWh": "مگاوات‌ساعت", "GWh": "گیگاوات‌ساعت", "kV": "کیلوولت",
        "°C": "درجهٔ سلسیوس", "km/h": "کیلومتر در ساعت", "m3/s": "متر مکعب در ثانیه", "bbl/d": "بشکه در روز",
    },
    months=_MONTHS_FA,
    months_alone=_MONTHS_FA,
    whole_year="سال {}",
    weekdays=("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    counted={"D": "روز", "W": "هفته", "M": "ماه", "Y": "سال", "H": "ساعت", "MIN": "دقیقه", "Q": "فصل"},
    near={
        "D": ("دیروز", "امروز", "فردا"), "W": ("هفتهٔ گذشته", "این هفته", "هفتهٔ آینده"),
        "M": ("ماه گذشته", "این ماه", "ماه آینده"), "Q": ("فصل گذشته", "این فصل", "فصل آینده"),
        "Y": ("سال گذشته", "امسال", "سال آینده"),
    },
    far=("{} پیش", "{} بعد"),
    stretches=("{} گذشته", "{} آینده"),
    edges={"START": "آغاز {}", "END": "پایان {}", "EARLY": "اوایل {}", "MID": "میانهٔ {}", "LATE": "اواخر {}"},
    ordinals=("نخست", "دوم", "سوم", "چهارم", "پنجم"),
    parts={"H": "نیمهٔ {} {}", "T": "دههٔ {} {}", "W": "هفتهٔ {} {}"},
    weekday_near=("{} پیش از خبر", "{} پس از خبر"),
    comma="،",
    references={
        "FUTURE_REF": "آینده‌ای نامعلوم", "PAST_REF": "گذشته‌ای نامعلوم", "PRESENT_REF": "اکنون", "NOWRUZ": "نوروز",
        "BEFORE": "پیش از رویدادی", "AFTER": "پس از رویدادی", "DURING": "هنگام رویدادی", "UNTIL": "تا رویدادی",
        "TMO": "صبح", "TMI": "ظهر", "TAF": "بعدازظهر", "TEV": "عصر", "TNI": "شب",
    },
    notes={"approximate": "تقریبی", "year": "سال در متن نیست", "century": "سده در متن نیست"},
)  # fmt: skip

_RU = _Words(
    decimal=",",
    group="\u00a0",
    scales={10**12: "трлн", 10**9: "млрд", 10**6: "млн"},
    percent="{}\u00a0%",
    span="{} – {}",
    signs={">": "более {}", ">=": "не менее {}", "<": "менее {}", "<=": "не более {}", "~": "около {}"},
    times={">": "после {}", ">=": "с {}", "<": "до {}", "<=": "не позднее {}", "~": "около {}"},
    currencies={
        "IRR": "иранских риалов", "IRT": "туманов", "USD": "долл. США", "EUR": "евро", "RUB": "руб.", "AZN": "манатов",
        "TRY": "турецких лир", "CNY": "юаней", "AED": "дирхамов ОАЭ", "GBP": "фунтов стерлингов", "JPY": "иен",
        "AMD": "драмов", "GEL": "лари", "KZT": "тенге",
    },
    units={
        "times": "раз(а)", "percentage point": "п. п.", "t": "т", "kg": "кг", "g": "г", "km": "км", "m": "м",
        "cm": "см",
        "mm": "мм", "km2": "км²", "m2": "м²", "ha": "га", "m3": "м³", "L": "л", "bbl": "барр.", "W": "Вт", "kW": "кВт",
        "MW": "МВт", "GW": "ГВт", "kWh": "кВт·ч", "MWh": "МВт·ч", "GWh": "ГВт·ч", "kV": "кВ", "km/h": "км/ч",
        "m3/s": "м³/с", "bbl/d": "барр./сут.",
    },
    months=_MONTHS_RU,
    months_alone=_MONTHS_ALONE_RU,
    whole_year="{} год",
    weekdays=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    counted={"D": "дн.", "W": "нед.", "M": "мес.", "Y": "г.", "H": "ч", "MIN": "мин.", "Q": "кв."},
    near={
        "D": ("вчера", "сегодня", "завтра"), "W": ("прошлая неделя", "эта неделя", "следующая неделя"),
        "M": ("прошлый месяц", "этот месяц", "следующий месяц"),
        "Q": ("прошлый квартал", "этот квартал", "следующий квартал"),
        "Y": ("прошлый год", "этот год", "следующий год"),
    },
    far=("{} назад", "через {}"),
    stretches=("последние {}", "ближайшие {}"),
    edges={
        "START": "{}: начало", "END": "{}: конец", "EARLY": "{}: первая треть", "MID": "{}: середина",
        "LATE": "{}: последняя треть",
    },
    ordinals=("1-я", "2-я", "3-я", "4-я", "5-я"),
    parts={"H": "{1}: {0} половина", "T": "{1}: {0} декада", "W": "{1}: {0} неделя"},
    weekday_near=("{} до даты статьи", "{} после даты статьи"),
    comma=",",
    references={
        "FUTURE_REF": "неопределённое будущее", "PAST_REF": "неопределённое прошлое", "PRESENT_REF": "сейчас",
        "NOWRUZ": "Новруз", "BEFORE": "до события", "AFTER": "после события", "DURING": "во время события",
        "UNTIL": "вплоть до события", "TMO": "утро", "TMI": "полдень", "TAF": "день", "TEV": "вечер", "TNI": "ночь",
    },
    notes={"approximate": "приблизительно", "year": "года в тексте нет", "century": "века в тексте нет"},
)  # fmt: skip

_EN = _Words(
    decimal=".",
    group=",",
    scales={10**12: "trillion", 10**9: "billion", 10**6: "million"},
    percent="{} %",
    span="{} – {}",
    signs={">": "more than {}", ">=": "at least {}", "<": "less than {}", "<=": "at most {}", "~": "about {}"},
    times={">": "after {}", ">=": "since {}", "<": "before {}", "<=": "by {}", "~": "about {}"},
    currencies={
        "IRR": "rials", "IRT": "tomans", "USD": "US dollars", "EUR": "euros", "RUB": "roubles", "AZN": "manats",
        "TRY": "Turkish liras", "CNY": "yuan", "AED": "dirhams", "GBP": "pounds", "JPY": "yen",
    },
    units={},
    months=_MONTHS_EN,
    months_alone=_MONTHS_EN,
    whole_year="{}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    counted={"D": "days", "W": "weeks", "M": "months", "Y": "years", "H": "hours", "MIN": "minutes", "Q": "quarters"},
    near={
        "D": ("yesterday", "today", "tomorrow"), "W": ("last week", "this week", "next week"),
        "M": ("last month", "this month", "next month"), "Q": ("last quarter", "this quarter", "next quarter"),
        "Y": ("last year", "this year", "next year"),
    },
    far=("{} ago", "in {}"),
    stretches=("last {}", "next {}"),
    edges={"START": "start of {}", "END": "end of {}", "EARLY": "early {}", "MID": "middle of {}", "LATE": "late {}"},
    ordinals=("first", "second", "third", "fourth", "fifth"),
    parts={"H": "{} half of {}", "T": "{} ten days of {}", "W": "{} week of {}"},
    weekday_near=("{} before the article's date", "{} after the article's date"),
    comma=",",
    references={
        "FUTURE_REF": "some time in the future", "PAST_REF": "some time in the past", "PRESENT_REF": "now",
        "NOWRUZ": "Nowruz", "BEFORE": "before an event", "AFTER": "after an event", "DURING": "during an event",
        "UNTIL": "until an event", "TMO": "morning", "TMI": "noon", "TAF": "afternoon", "TEV": "evening",
        "TNI": "night",
    },
    notes={"approximate": "approximate", "year": "year not in the text", "century": "century not in the text"},
)  # fmt: skip

# The article's date, how many units from it, what of that, a time of day.
_NEAR = re.compile(
    rf"DCT([+-]\d{{1,6}})?-?(D|W|M|Q|Y|{'|'.join(WEEKDAYS)})?((?:/[A-Z]+[A-Z0-9:-]*)*)(?:-(T[A-Z]{{2}}))?"
)
_END = r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?"
_WITHOUT_YEAR = re.compile(rf"(?:(jalali|hijri):)?{_END}(?:/{_END})?((?:/[A-Z]+\d?)*)")
_LANGUAGES = {"fa": _FA, "ru": _RU, "en": _EN}


def words(norm: Mapping[str, Json], language: str) -> str:
    """Return how a norm is shown; one that was written by hand and makes no sense is shown as it is."""
    said = _Sayer(_LANGUAGES.get(language, _EN), language)
    if "type" in norm:
        return said.date(norm)
    return said.amount(norm)


def period_words(period: Period, calendar: Calendar, language: str) -> str:
    """Return days in the words of one calendar: «۳۰ آبان ۱۴۰۴», «۱۵ تا ۲۹ اردیبهشت ۱۴۰۳»."""
    return _Sayer(_LANGUAGES.get(language, _EN), language).period(period, calendar)


def month_name(calendar: Calendar, month: int, language: str) -> str:
    """Return the name of a month, 1 to 12, as it stands alone."""
    return _LANGUAGES.get(language, _EN).months_alone[calendar][month - 1]


def currency_words(language: str) -> Mapping[str, str]:
    """Return the currencies that have a name in a language, by their codes."""
    return _LANGUAGES.get(language, _EN).currencies


def unit_words(language: str) -> Mapping[str, str]:
    """Return the units that have a name in a language, by their codes; of a percentage, its sign."""
    known = _LANGUAGES.get(language, _EN)
    return {"percent": known.percent.format("").strip(), **(known.units or {unit: unit for unit in _FA.units})}


class _Sayer:
    """Says norms in one language."""

    def __init__(self, words: _Words, language: str) -> None:
        self.words = words
        self.language = language

    # --- Numbers and amounts ---

    def digits(self, text: str) -> str:
        return text.translate(_PERSIAN_DIGITS) if self.language == "fa" else text

    def number(self, value: Json) -> str:
        """Return a number with its scale in words where that is short: «۴٫۳ میلیارد»."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**18:
            return str(value)
        exact = Decimal(str(value))
        for scale, word in self.words.scales.items():
            if abs(exact) >= scale and exact * 1000 % scale == 0:
                return f"{self._plain(exact / scale)} {word}"
        return self._plain(exact)

    def _plain(self, value: Decimal) -> str:
        text = f"{value.normalize():,f}" if abs(value) >= 10_000 else f"{value.normalize():f}"
        return self.digits(text.translate({ord(","): self.words.group, ord("."): self.words.decimal}))

    def amount(self, norm: Mapping[str, Json]) -> str:
        """Return an amount of money or a quantity."""
        if "min" in norm and "max" in norm:
            said = self.words.span.format(self.number(norm["min"]), self.number(norm["max"]))
        elif "value" in norm:
            said = self.number(norm["value"])
        else:
            return "; ".join(f"{key}={value}" for key, value in norm.items())
        unit, currency = norm.get("unit"), norm.get("currency")
        if unit == "percent":
            said = self.words.percent.format(said)
        elif unit is not None:
            said = f"{said} {self.words.units.get(str(unit), str(unit))}"
        if currency is not None:
            said = f"{said} {self.words.currencies.get(str(currency), str(currency))}"
        return self.words.signs.get(str(norm.get("op")), "{}").format(said)

    # --- Dates ---

    def date(self, norm: Mapping[str, Json]) -> str:
        """Return a date: its days in the calendars that matter, or what is known without them."""
        period = _period(norm)
        said = self._days(period, norm) if period else self._value(norm)
        signs = self.words.signs if norm.get("type") == "duration" else self.words.times
        said = signs.get(str(norm.get("op")), "{}").format(said)
        notes = [self.words.notes["approximate"]] if norm.get("approximate") else []
        notes += [self.words.notes[note] for note in ("year", "century") if norm.get("assumed") == note]
        return f"{said} ({', '.join(notes)})" if notes else said

    def _days(self, period: Period, norm: Mapping[str, Json]) -> str:
        own = {"jalali": JALALI, "hijri": HIJRI}.get(str(norm.get("calendar")))
        if self.language == "fa":
            # The second calendar stands in English, so that its digits cannot be taken for the first one's.
            first = self.period(period, own or JALALI)
            return f"{first} ({_Sayer(_EN, 'en').period(period, GREGORIAN)})"
        said = self.period(period, GREGORIAN)
        return f"{said} ({self.period(period, own)})" if own else said

    def period(self, period: Period, calendar: Calendar) -> str:
        """Return days in a calendar: one day, a month, a year, or from one day to another."""
        start, end = (calendar.split(day) for day in period)
        months = self.words.months[calendar]
        year = self.digits(str(start[0]))
        if start == end:
            return f"{self.digits(str(start[2]))} {months[start[1] - 1]} {year}"
        if start[0] == end[0] and period == calendar.months(start[0], 1, 12):
            return self.words.whole_year.format(year)
        if start[:2] == end[:2] and period == calendar.months(start[0], start[1], start[1]):
            return f"{self.words.months_alone[calendar][start[1] - 1]} {year}"
        first = self.digits(str(start[2]))
        if start[:2] != end[:2]:
            first += f" {months[start[1] - 1]}" + (f" {year}" if start[0] != end[0] else "")
        return self.words.span.format(first, self.period((period[1], period[1]), calendar))

    def _value(self, norm: Mapping[str, Json]) -> str:
        """Return what a value without days says."""
        value = str(norm.get("value", ""))
        if value in self.words.references:
            return self.words.references[value]
        if match := re.fullmatch(r"T(\d\d:\d\d)", value):
            return self.digits(match[1])
        if match := re.fullmatch(r"XXXX-WXX-([1-7])", value):
            return self.words.weekdays[int(match[1]) - 1]
        if said := self._without_year(value):
            return said
        if said := self._duration(value):
            return said
        for pattern, stretch in ((r"(P[^/]+)/DCT", 0), (r"DCT/(P[^/]+)", 1)):
            match = re.fullmatch(pattern, value)
            if match and (said := self._duration(match[1])):
                return self.words.stretches[stretch].format(said)
        return self._near(value, JALALI if norm.get("calendar") == "jalali" else GREGORIAN) or self.digits(value)

    def _without_year(self, value: str) -> str:
        """Return «۱۵ مهر» for jalali:XXXX-07-15, or nothing."""
        match = _WITHOUT_YEAR.fullmatch(value)
        if not match:
            return ""
        calendar = {"jalali": JALALI, "hijri": HIJRI}.get(match[1], GREGORIAN)
        ends = []
        for month, day in ((match[2], match[3]), (match[4], match[5])):
            if month:
                names = (self.words.months if day else self.words.months_alone)[calendar]
                ends.append(f"{self.digits(str(int(day)))} {names[int(month) - 1]}" if day else names[int(month) - 1])
        return self._parts(self.words.span.format(*ends) if len(ends) == 2 else ends[0], match[6], calendar)

    def _duration(self, value: str) -> str:
        """Return «۲ هفته» for P2W, or nothing."""
        said = []
        for each in value.split(".."):
            match = re.fullmatch(r"P(?:(T)(\d+(?:\.\d+)?)([HM])|(\d+(?:\.\d+)?)([DWMY]))", each)
            if not match:
                return ""
            count, unit = (match[2], "MIN" if match[3] == "M" else "H") if match[1] else (match[4], match[5])
            said.append(f"{self._plain(Decimal(count))} {self.words.counted[unit]}")
        return self.words.span.format(*said) if len(said) == 2 else said[0]

    def _near(self, value: str, calendar: Calendar) -> str:
        """Return what stands in relation to the article's date, or nothing."""
        match = _NEAR.fullmatch(value)
        if not match:
            return ""
        offset, unit = int(match[1] or 0), match[2] or "D"
        if unit in WEEKDAYS:
            day = self.words.weekdays[WEEKDAYS.index(unit)]
            return self.words.weekday_near[offset > 0].format(day) if abs(offset) == 1 else ""
        if abs(offset) <= 1:
            said = self.words.near[unit][1 + offset]
        else:
            count = f"{self.digits(str(abs(offset)))} {self.words.counted[unit]}"
            said = self.words.far[offset > 0].format(count)
        said = self._parts(said, match[3], calendar)
        time = self.words.references.get(match[4])
        return f"{said}{self.words.comma} {time}" if time else said

    def _parts(self, said: str, parts: str, calendar: Calendar) -> str:
        """Add what a value says after its slashes."""
        for part in parts.split("/")[1:]:
            if part in self.words.edges:
                said = self.words.edges[part].format(said)
            elif part in WEEKDAYS:
                said = f"{self.words.weekdays[WEEKDAYS.index(part)]}{self.words.comma} {said}"
            elif match := re.fullmatch(r"T(\d\d:\d\d)", part):
                said = f"{said}{self.words.comma} {self.digits(match[1])}"
            elif match := re.fullmatch(r"([HTW])([1-5])", part):
                said = self.words.parts[match[1]].format(self.words.ordinals[int(match[2]) - 1], said)
            elif months := self._months(part, calendar):
                said = f"{months}{self.words.comma} {said}"
            else:
                said = f"{said} /{part}"
        return said

    def _months(self, part: str, calendar: Calendar) -> str:
        """Return what M1-M9 or M12D15 say, or nothing."""
        match = re.fullmatch(r"M(\d{1,2})(?:-M(\d{1,2})|D(\d{1,2})(?:-D(\d{1,2}))?)?", part)
        if not match or not all(1 <= int(month) <= 12 for month in match.group(1, 2) if month):
            return ""
        names = (self.words.months if match[3] else self.words.months_alone)[calendar]
        days = "–".join(self.digits(day) for day in match.group(3, 4) if day)
        return f"{days} {'–'.join(names[int(month) - 1] for month in match.group(1, 2) if month)}".strip()


def _period(norm: Mapping[str, Json]) -> Period | None:
    """Return the days of a norm, if it names them."""
    try:
        start, end = date.fromisoformat(str(norm["from"])), date.fromisoformat(str(norm["to"]))
    except (KeyError, ValueError):
        return None
    return (start, end) if 700 < start.year <= end.year < 9000 else None  # there all three calendars have days
