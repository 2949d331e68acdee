"""How Persian, Russian and English say dates: words and patterns over the shape of a text.

Each pattern belongs to a kind, which `dates` knows how to read; the names of its groups are the same in all
languages. Every repetition is bounded, so that finding stays linear.
"""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from peyman.core.amounts import Comparators
from peyman.core.calendars import GREGORIAN, JALALI, Calendar
from peyman.core.numbers import Words


@dataclass(frozen=True, slots=True)
class DateWords:
    """What one language knows of dates."""

    calendar: Calendar  # of «سال گذشته»
    week_starts: int  # Monday is 0
    months: Words  # g3, j12, h9: calendar and number
    weekdays: Words
    edges: Words  # START, END, EARLY, MID, LATE
    parts: Words  # H, Q, T (ten days), W: of a year or a month, with an ordinal
    seasons: Words  # their number
    near: Words  # with a unit: -1, 0, 1
    units: Words
    counted: Words  # units after a number
    spans: Words  # with a counted unit: ago, past, next, in
    calendars: Words
    named_years: Words  # their offset
    days: Words  # offset in days, and a time of day
    times: Words  # of day, as in TIMEX3
    vague: Words
    signs: Comparators  # what stands before a date
    within: str  # before a duration that runs from now on
    through: str  # before a duration after which
    events: Words  # what begins a time that hangs on something else
    clear: frozenset[str]  # months that may stand alone …
    alone_after: str = ""  # … behind this
    year_after: str = "(?!)"  # behind this a year may stand alone
    slashes_differ: bool = False  # 5/3/2024 is in March or in May
    patterns: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)

    def add(self, kind: str, *sources: str) -> None:
        """Add patterns of a kind; a word begins and ends them."""
        for source in sources:
            self.patterns.append((kind, re.compile(rf"(?<!\w)(?:{source})(?:(?<!\w)|(?!\w))")))


_ROMAN = "i{1,3}|iv"
_NUMERIC = r"(?<![./\-])(?P<a>N++)(?P<sep>[./\-])(?P<b>N++)(?P=sep)(?P<c>N++)(?![./\-]?\w)"
_CLOCK = r"(?P<hour>N++):(?P<minute>N++)"
_DAY = r"(?P<d>N++|O++)"


def _persian() -> DateWords:
    words = DateWords(
        calendar=JALALI,
        week_starts=5,
        months=Words({
            "j1": "فروردین", "j2": "اردیبهشت", "j3": "خرداد", "j4": "تیر", "j5": "مرداد|امرداد", "j6": "شهریور",
            "j7": "مهر", "j8": "آبان", "j9": "آذر", "j10": "دی", "j11": "بهمن", "j12": "اسفند",
            "g1": "ژانویه", "g2": "فوریه", "g3": "مارس|مارچ", "g4": "آوریل|اپریل", "g5": "مه|می", "g6": "ژوئن|جون",
            "g7": "ژوئیه|جولای", "g8": "اوت|آگوست|اگست", "g9": "سپتامبر", "g10": "اکتبر", "g11": "نوامبر",
            "g12": "دسامبر",
            "h1": "محرم|محرم الحرام", "h2": "صفر", "h3": "ربیع الاول", "h4": "ربیع الثانی|ربیع الآخر",
            "h5": "جمادی الاول|جمادی الاولی", "h6": "جمادی الثانی|جمادی الثانیه|جمادی الآخر", "h7": "رجب",
            "h8": "شعبان", "h9": "رمضان|رمضان المبارک", "h10": "شوال", "h11": "ذیقعده|ذی القعده|ذوالقعده",
            "h12": "ذیحجه|ذی الحجه|ذوالحجه",
        }),
        clear=frozenset("j1 j2 j3 j5 j6 j12 g1 g2 g3 g4 g6 g7 g9 g10 g11 g12".split()),
        weekdays=Words({
            "SAT": "شنبه", "SUN": "یک شنبه|1 شنبه", "MON": "دو شنبه|2 شنبه", "TUE": "سه شنبه|3 شنبه",
            "WED": "چهار شنبه|4 شنبه", "THU": "پنج شنبه|5 شنبه", "FRI": "جمعه|آدینه",
        }),
        edges=Words({
            "START": "ابتدای|آغاز|شروع", "END": "پایان|انتهای|آخر|آخرین روز",
            "EARLY": "اوایل|روزهای آغازین|روزهای ابتدایی|ماه های آغازین|ماه های ابتدایی", "MID": "اواسط|میانه|نیمه",
            "LATE": "اواخر|روزهای پایانی|روزهای آخر|ماه های پایانی|ماه های آخر|هفته های پایانی",
        }),
        parts=Words({"H": "نیمه|نیم سال", "T": "دهه", "W": "هفته", "Q": "فصل"}),
        seasons=Words({"1": "بهار", "2": "تابستان", "3": "پاییز", "4": "زمستان"}),
        near=Words({
            "-1": "گذشته|قبل|قبلی|پیش|پیشین|ماضی", "0": "جاری|حاضر|کنونی|فعلی",
            "1": "آینده|آتی|بعد|بعدی|پیش رو|پیش روی",
        }),
        units=Words({"D": "روز", "W": "هفته", "M": "ماه", "Q": "فصل", "Y": "سال"}),
        counted=Words({
            "D": "روز|روزه|شبانه روز", "W": "هفته|هفته ای", "M": "ماه|ماهه", "Q": "فصل", "Y": "سال|ساله",
            "H": "ساعت|ساعته", "MIN": "دقیقه|دقیقه ای", "E": "دهه|دهه ای", "C": "قرن|سده",
        }),
        spans=Words({
            "ago": "پیش|قبل", "past": "گذشته|اخیر", "next": "آینده|آتی|پیش رو|پیش روی", "in": "دیگر",
        }),
        calendars=Words({
            "jalali": "شمسی|خورشیدی|هجری شمسی|هجری خورشیدی|ه\\.? ش\\.?", "gregorian": "میلادی",
            "hijri": "قمری|هجری قمری|ه\\.? ق\\.?",
        }),
        named_years=Words({"0": "امسال", "-1": "پارسال", "-2": "پیرارسال"}),
        days=Words({
            "0": "امروز|همین امروز", "1": "فردا", "-1": "دیروز|روز گذشته", "2": "پس فردا", "-2": "پریروز",
            "0TNI": "امشب", "-1TNI": "دیشب|شب گذشته", "1TNI": "فردا شب", "0TMO": "امروز صبح", "-1TEV": "عصر دیروز",
        }),
        times=Words({
            "TMO": "صبح|بامداد|پیش از ظهر|قبل از ظهر", "TMI": "ظهر", "TAF": "بعد از ظهر", "TEV": "عصر|غروب|شامگاه",
            "TNI": "شب|نیمه شب",
        }),
        vague=Words({
            "FUTURE_REF": "به زودی|بزودی|آینده نزدیک|آینده ای نزدیک|آینده ای نه چندان دور|اسرع وقت|سالیان آینده"
            "|ساعات آینده|ساعت های آینده|روزهای آینده|روزهای آتی|روزهای پیش رو|چند روز آینده"
            "|هفته های آینده|هفته های آتی|هفته های پیش رو|چند هفته آینده"
            "|ماه های آینده|ماه های آتی|ماه های پیش رو|چند ماه آینده"
            "|سال های آینده|سال های آتی|سال های پیش رو|چند سال آینده",
            "PAST_REF": "اخیرا|به تازگی|بتازگی|چندی پیش|مدتی پیش|سالیان اخیر|سالیان گذشته"
            "|روزهای اخیر|روزهای گذشته|چند روز گذشته|چند روز اخیر|چند روز پیش"
            "|هفته های اخیر|هفته های گذشته|چند هفته گذشته|چند هفته اخیر|چند هفته پیش"
            "|ماه های اخیر|ماه های گذشته|چند ماه گذشته|چند ماه اخیر|چند ماه پیش"
            "|سال های اخیر|سال های گذشته|چند سال گذشته|چند سال اخیر|چند سال پیش|دهه های اخیر|دهه های گذشته",
            "PRESENT_REF": "در حال حاضر|هم اکنون|اکنون|هم اینک|شرایط کنونی|مقطع کنونی",
        }),
        signs=Comparators({
            "<=": "تا|حداکثر تا|لغایت", "<": "پیش از|قبل از", ">": "پس از|بعد از", "~": "حدود|در حدود|حوالی",
        }),
        within="ظرف|حداکثر ظرف|در عرض|در ظرف",
        through="(?!)",
        events=Words({
            "BEFORE": "پیش از|قبل از|در آستانه|تا پیش از|تا قبل از",
            "AFTER": "پس از|بعد از|به محض|بلافاصله پس از|در پی|به دنبال",
            "DURING": "همزمان با|هم زمان با|در جریان|هنگام|به هنگام|در حین|در حاشیه|در زمان|طی|در طول|به مناسبت",
            "UNTIL": "تا|تا زمان|تا هنگام|تا پایان",
        }),
    )  # fmt: skip
    near = f"{words.near}(?! ?(?:از|رو)(?!\\w))"
    calendar = rf"(?: ?\(?(?P<cal>{words.calendars})\)?)?"
    month = rf"(?P<m>{words.months})(?P<named_month> ?ماه)?"
    year = rf"(?:(?P<year_word>سال ?)?(?P<y>N++)|(?P<named>{words.named_years})|سال ?(?P<near>{near})){calendar}"
    counted_months = r"(?P<pn>N++) ?ماهه?(?: ?(?P<po>O++))?"
    part = rf"(?:(?P<part>{words.parts}) ?(?P<parto>O++)|{counted_months}|(?:فصل )?(?P<season>{words.seasons}))"
    edge = rf"(?:(?P<edge>{words.edges}) ?)?"
    of = rf"{edge}(?:{part} ?(?:از )?)?"
    words.add(
        "day",
        rf"(?:(?:روز )?(?P<wd>{words.weekdays}) ?،? ?)?(?:مورخ )?(?:روز )?{_DAY}"
        rf"(?: ?(?P<to>تا|الی|-|–|—|و) ?(?P<d2>N++|O++))? ?{month}(?: ?،? ?{year})?",
    )
    words.add(
        "month",
        rf"{of}(?P<month_word>ماه (?:مبارک )?)?{month}(?: ?(?P<to>تا|الی|-|–|—) ?(?P<mb>{words.months})(?: ?ماه)?)?"
        rf"(?: {year})?",
    )
    words.add("year", rf"{of}(?:{year}|(?P<this>سال))")
    words.add("quarter", r"(?P<pn>N++) ?ماهه ?(?P<po>O++)")
    words.add("season", rf"(?:(?P<edge>{words.edges}) ?(?:فصل )?|فصل )(?P<season>{words.seasons})")
    words.add(
        "unit",
        rf"{of}(?P<u>{words.units})ی? ?(?P<rel>{near}){calendar}",
        rf"{of}(?P<this>این|همین) (?P<u>{words.units})",
        rf"{of}(?P<u>{words.units})",
    )
    words.add(
        "count",
        rf"(?P<n>N++)(?: ?(?P<to>تا|الی|-|–|—| ) ?(?P<n2>N++))? ?(?P<u>{words.counted})(?: ?و ?(?P<half>N++))?"
        rf"(?:ی? ?(?P<span>{words.spans})(?! ?(?:از|رو)(?!\w)))?",
        rf"(?P<halved>نیم) ?(?P<u>{words.counted})(?:ی? ?(?P<span>{words.spans}))?",
        rf"(?P<u>دهه|قرن) ?(?P<span>{words.spans})",
    )
    words.add(
        "today",
        rf"(?:(?P<time>{words.times}) ?)?(?P<day>{words.days})(?: ?(?P<time2>{words.times}))?"
        rf"(?: ?[(،]? ?(?:روز )?(?P<wd>{words.weekdays})\)?)?",
    )
    words.add(
        "weekday",
        rf"(?:(?:روز|{words.times}) )?(?P<wd>{words.weekdays})"
        rf"(?: {words.times}|ی? ?(?:(?P<week>هفته) ?)?(?P<rel>{near}))?",
        rf"(?P<this>این|همین) (?P<wd>{words.weekdays})",
    )
    words.add("vague", rf"(?P<vague>{words.vague})")
    words.add("numeric", _NUMERIC)
    words.add("decade", rf"دهه ?(?:سال های )?(?P<y>N++){calendar}")
    words.add("clock", rf"ساعت ?(?:{_CLOCK}|(?P<hour2>N++))(?: (?P<time>{words.times}))?(?: (?P<day>{words.days}))?")
    words.add("years", rf"سال(?: ?های)? (?P<y>N++) ?(?P<to>تا|الی|-|–|—|و) ?(?P<y2>N++){calendar}")
    words.add("nowruz", rf"(?P<nowruz>(?:(?:عید|ایام|تعطیلات) )?نوروز)(?: {year})?")
    return words


_RU_YEAR_CASES = "год|года|году|годом|годе"


def _russian() -> DateWords:
    month_cases = {
        1: "январ", 2: "феврал", 4: "апрел", 6: "июн", 7: "июл", 9: "сентябр", 10: "октябр", 11: "ноябр", 12: "декабр",
    }  # fmt: skip
    words = DateWords(
        calendar=GREGORIAN,
        week_starts=0,
        months=Words({
            **{f"g{number}": f"{stem}[ьяюе]|{stem}ем" for number, stem in month_cases.items()},
            "g3": "март|март[ауе]|мартом", "g5": "ма[йяюе]|маем", "g8": "август|август[ауе]|августом",
        }),
        clear=frozenset(f"g{number}" for number in range(1, 13)),
        alone_after="в|во|с|до|к|ко|по|за|на|от|после|перед|весь|начиная с",
        weekdays=Words({
            "MON": "понедельник|понедельник[ауе]|понедельником", "TUE": "вторник|вторник[ауе]|вторником",
            "WED": "сред[ауые]|средой", "THU": "четверг|четверг[ауе]|четвергом", "FRI": "пятниц[ауые]|пятницей",
            "SAT": "суббот[ауые]|субботой", "SUN": "воскресень[еяю]|воскресеньем",
        }),
        edges=Words({
            "START": "начал[ау]", "END": "конец|конца|концу|концом|окончани[яюе]", "EARLY": "начале|началом",
            "MID": "середин[ауые]|серединой", "LATE": "конце|последние дни|последних числах",
        }),
        parts=Words({
            "H": r"половин[ауые]|половиной|полугоди[еяюи]|полугодием", "Q": "квартал|квартал[ауе]|кварталом",
            "T": "декад[ауые]|декадой", "W": "недел[яиюе]|неделей",
        }),
        seasons=Words({
            "1": "весн[ауые]|весной", "2": "лет[оауе]|летом", "3": "осен[ьи]|осенью", "4": "зим[ауые]|зимой",
        }),
        near=Words({
            "-1": r"прошл\w{2,3}|минувш\w{2,3}|предыдущ\w{2,3}|прошедш\w{2,3}|истекш\w{2,3}",
            "0": r"текущ\w{2,3}|нынешн\w{2,3}|эт[оау]|этот|эти|этого|этом|этой|этому|сего",
            "1": r"следующ\w{2,3}|будущ\w{2,3}|предстоящ\w{2,3}|наступающ\w{2,3}",
        }),
        units=Words({
            "D": "день|дня", "W": "недел[яиюе]|неделей", "M": "месяц|месяц[ауе]|месяцем",
            "Q": "квартал|квартал[ауе]|кварталом", "Y": _RU_YEAR_CASES,
        }),
        counted=Words({
            "D": r"день|дня|дней|дням|днями|днях|сутки|суток|-?дневн\w{2,3}",
            "Y": rf"{_RU_YEAR_CASES}|лет|-?летн\w{{2,3}}|-?годичн\w{{2,3}}",
            "W": r"недел[яиюе]|недель|неделям|неделями|неделях|-?недельн\w{2,3}",
            "M": r"месяц|месяц[ауе]|месяцев|месяцам|месяцами|месяцах|-?месячн\w{2,3}",
            "Q": "квартал|квартала|кварталов",
            "H": r"час|час[ау]|часов|часам|часами|-?часов\w{2,3}", "MIN": r"минут|минут[аыу]|-?минутн\w{2,3}",
            "E": r"десятилети\w{1,3}", "C": "век|век[ау]|веков",
        }),
        spans=Words({
            "ago": "назад|тому назад", "past": r"последн\w{2,3}|прошедш\w{2,3}|минувш\w{2,3}|прошл\w{2,3}",
            "next": r"ближайш\w{2,3}|предстоящ\w{2,3}|следующ\w{2,3}",
        }),
        calendars=Words({"gregorian": "н\\.? э\\.?"}),
        named_years=Words({"0": r"с\.? г\.|т\.? г\."}),
        days=Words({
            "0": "сегодня|сегодняшний день|сегодняшнего дня", "1": "завтра|завтрашний день|завтрашнего дня",
            "-1": "вчера|вчерашний день|вчерашнего дня", "2": "послезавтра", "-2": "позавчера",
        }),
        times=Words({
            "TMO": "утром|утра", "TMI": "в полдень", "TAF": "днем|дня", "TEV": "вечером|вечера", "TNI": "ночью|ночи",
        }),
        vague=Words({
            "FUTURE_REF": r"ближайшее время|ближайшем будущем|ближайшей перспективе|ближайшие дни|ближайшие недели"
            r"|ближайшие месяцы|ближайшие годы|ближайших дней|ближайших месяцев|ближайших лет|скором времени"
            r"|скором будущем|вскоре|скоро"
            r"|кратчайшие сроки|обозримом будущем",
            "PAST_REF": r"недавно|последнее время|последние годы|последние месяцы|последние дни"
            r"|последние недели|последних лет"
            r"|прошлые годы",
            "PRESENT_REF": "настоящее время|данный момент|сейчас|настоящий момент|сегодняшний момент",
        }),
        signs=Comparators({
            "<=": "до|не позднее|к|ко|вплоть до", "<": "перед", ">": "после|позднее", ">=": "начиная с",
            "~": "около|примерно в|ориентировочно в",
        }),
        within="в течение|в течении|не позднее чем в течение",
        through="через|не позднее чем через",
        events=Words({
            "BEFORE": "до|перед|накануне|в преддверии", "AFTER": "после|по итогам|по завершении|по окончании|вслед за",
            "DURING": "во время|в ходе|в рамках|при|на полях|одновременно с", "UNTIL": "до момента|вплоть до",
        }),
    )  # fmt: skip
    month = rf"(?P<m>{words.months})"
    year_word = rf"(?P<year_word> ?(?:{_RU_YEAR_CASES}|г\.|гг\.|г))"
    year = rf"(?:(?P<y>N++|O++){year_word}?|(?P<near>{words.near}) (?:{_RU_YEAR_CASES})|(?P<named>{words.named_years}))"
    part = (
        rf"(?:(?P<parto>O++|(?<!\w)(?:{_ROMAN})) ?(?P<part>{words.parts})|(?:O++ )?(?P<pn>N++) месяц(?:а|ев|ах|ам)"
        rf"|(?P<season>{words.seasons}))"
    )
    edge = rf"(?:(?P<edge>{words.edges}) )?"
    of = rf"{edge}(?:{part} )?"
    words.add(
        "day",
        rf"(?:(?P<wd>{words.weekdays}),? )?{_DAY}(?: ?(?P<to>-|–|—|и|по|до) ?(?P<d2>N++|O++))? {month}(?:,? {year})?",
    )
    words.add("month", rf"{of}{month}(?: ?(?P<to>-|–|—|по|до) ?(?P<mb>{words.months}))?(?:,? {year})?")
    words.add("year", rf"{of}(?:{year}|(?P<this>года))")
    words.add("quarter", rf"(?P<parto>O++|{_ROMAN}) ?(?P<part>{words.parts})")
    words.add("season", rf"(?P<edge>{words.edges}) (?P<season>{words.seasons})", "(?P<season>весной|летом|осенью)")
    words.add(
        "unit",
        rf"{of}(?P<rel>{words.near}) (?P<u>{words.units})",
        rf"{of}(?P<u>{words.units})",
    )
    words.add(
        "count",
        rf"(?:(?P<span>{words.spans}) )?(?P<n>N++)(?: ?(?P<to>-|–|—|до) ?(?P<n2>N++))? ?-?(?P<u>{words.counted})"
        rf"(?: (?P<span2>{words.spans}))?(?: срок\w{{0,2}})?",
        r"(?P<halved>пол)(?P<u>года|месяца|часа|дня)(?: (?P<span2>назад))?",
        r"(?P<u>год|неделю|месяц|день|час) (?P<span2>назад)",
        r"(?P<span>последн\w{2,3}|ближайш\w{2,3}) (?P<u>год|года|месяц|месяца|неделю|квартал|сутки|десятилети[ея])",
        r"(?<=в течение )(?P<u>года|месяца|недели|суток|дня|часа|квартала)",
        r"(?<=через )(?P<u>год|неделю|месяц|час)",
    )
    words.add(
        "today",
        rf"(?P<day>{words.days})(?: (?P<time2>{words.times}))?(?: ?[(,]? ?(?:в )?(?P<wd>{words.weekdays})\)?)?",
    )
    words.add(
        "weekday",
        rf"(?:(?P<rel>{words.near}) )(?P<wd>{words.weekdays})",
        rf"(?<=в )(?P<wd>{words.weekdays})|(?<=во )(?P<wd2>{words.weekdays})",
    )
    words.add("vague", rf"(?P<vague>{words.vague})")
    words.add("numeric", _NUMERIC + r"(?: ?г(?:\.|ода)?)?")
    words.add("decade", r"(?P<y>O++|N++) (?P<plural>годов|годы|годах|годам|годами|гг\.)")
    words.add("clock", rf"{_CLOCK}", r"(?P<hour2>N++) (?:час|часа|часов) (?P<time>утра|дня|вечера|ночи)")
    words.add(
        "years", rf"(?P<y>N++) ?(?P<to>-|–|—|по|и|до) ?(?P<y2>N++) (?:{_RU_YEAR_CASES}|годы|годов|годах|годам|гг\.|г\.)"
    )
    words.add("nowruz", rf"(?P<nowruz>(?:праздник\w{{0,2}} )?(?:новруз-байрам|новруз|навруз)\w{{0,2}})(?: {year})?")
    return words


def _english() -> DateWords:
    words = DateWords(
        calendar=GREGORIAN,
        week_starts=0,
        months=Words({
            "g1": "january|jan\\.?", "g2": "february|feb\\.?", "g3": "march|mar\\.?", "g4": "april|apr\\.?",
            "g5": "may",
            "g6": "june|jun\\.?", "g7": "july|jul\\.?", "g8": "august|aug\\.?", "g9": "september|sept?\\.?",
            "g10": "october|oct\\.?", "g11": "november|nov\\.?", "g12": "december|dec\\.?",
        }),
        clear=frozenset(f"g{number}" for number in range(1, 13)),
        alone_after="in|by|until|since|from|during|before|after|of|last|next|this",
        year_after="in|since|until|by|during",
        slashes_differ=True,
        weekdays=Words({
            "MON": "monday", "TUE": "tuesday", "WED": "wednesday", "THU": "thursday", "FRI": "friday",
            "SAT": "saturday", "SUN": "sunday",
        }),
        edges=Words({
            "START": "beginning of|start of", "END": "end of|end-|year-end", "EARLY": "early", "MID": "mid-?|middle of",
            "LATE": "late",
        }),
        parts=Words({"H": "half", "Q": "quarter", "W": "week"}),
        seasons=Words({"1": "spring", "2": "summer", "3": "autumn|fall", "4": "winter"}),
        near=Words({"-1": "last|previous", "0": "this|current", "1": "next|coming|upcoming"}),
        units=Words({"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}),
        counted=Words({
            "D": "days?", "W": "weeks?", "M": "months?", "Q": "quarters?", "Y": "years?", "H": "hours?",
            "MIN": "minutes?", "E": "decades?", "C": "century|centuries",
        }),
        spans=Words({
            "ago": "ago", "past": "past|last|previous", "next": "next|coming|upcoming", "in": "from now",
        }),
        calendars=Words({"gregorian": "ad|ce"}),
        named_years=Words({"0": "this year's"}),
        days=Words({
            "0": "today", "1": "tomorrow", "-1": "yesterday", "0TNI": "tonight", "-1TNI": "last night",
            "2": "the day after tomorrow", "-2": "the day before yesterday",
        }),
        times=Words({"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TMI": "noon"}),
        vague=Words({
            "FUTURE_REF": "soon|near future|coming days|coming weeks|coming months|coming years|next few days"
            "|next few weeks"
            "|next few months|next few years|as soon as possible|shortly",
            "PAST_REF": "recently|recent days|recent weeks|recent months|recent years|past few years"
            "|last few years|lately",
            "PRESENT_REF": "currently|at present|at the moment",
        }),
        signs=Comparators({
            "<=": "by|by the|until|until the|no later than|not later than", "<": "before|before the",
            ">": "after|after the",
            ">=": "since|since the|starting", "~": "around|about|circa",
        }),
        within="within|within the",
        through="in",
        events=Words({
            "BEFORE": "before|prior to|ahead of|on the eve of", "AFTER": "after|following|upon|once",
            "DURING": "during|on the sidelines of|at the time of|while", "UNTIL": "until|till|pending",
        }),
    )  # fmt: skip
    month = rf"(?P<m>{words.months})"
    year = rf"(?:(?P<year_word>the year |year )?(?P<y>N++)|(?P<near>{words.near}) year|(?P<named>{words.named_years}))"
    part = (
        rf"(?:(?P<parto>O++) (?P<part>{words.parts})(?: of)?|(?:O++ )?(?P<pn>N++) months(?: of)?"
        rf"|(?P<season>{words.seasons})(?: of)?|(?P<quarter>[qh][1-4]))"
    )
    edge = rf"(?:(?P<edge>{words.edges}) ?(?:the )?)?"
    of = rf"{edge}(?:{part} (?:the )?)?"
    words.add(
        "day",
        rf"(?:(?P<wd>{words.weekdays}),? )?{_DAY}(?: ?(?P<to>-|–|—|to|and) ?(?P<d2>N++"
        rf"|O++))?(?: of)? {month}(?:,? {year})?",
        rf"(?:(?P<wd>{words.weekdays}),? )?{month} {_DAY}(?: ?(?P<to>-|–|—|to|and) ?(?P<d2>N++|O++))?(?:,? {year})?",
    )
    words.add("month", rf"{of}{month}(?: ?(?P<to>-|–|—|to) ?(?P<mb>{words.months}))?(?:,? {year})?")
    words.add("year", rf"{of}(?:{year}|(?P<this>year))")
    words.add("quarter", rf"(?P<parto>O++) (?P<part>{words.parts})")
    words.add("season", rf"(?:(?P<edge>{words.edges}) |(?<=in )|(?<=by ))(?P<season>{words.seasons})")
    words.add("unit", rf"{of}(?P<rel>{words.near}) (?P<u>{words.units})", rf"{of}(?P<u>{words.units})")
    words.add(
        "count",
        rf"(?:(?P<span>{words.spans}) )?(?P<n>N++)(?: ?(?P<to>-|–|—|to) ?(?P<n2>N++))?(?: |-)?(?P<u>{words.counted})"
        rf"(?P<and_half> and a half)?(?: (?P<span2>{words.spans}))?",
        r"(?P<halved>half) an? (?P<u>hour|year|month|day)",
        rf"(?:a|an) (?P<u>{words.counted}) (?P<span2>ago|from now)",
        rf"(?<=within )(?:a|an) (?P<u>{words.counted})",
        r"(?P<span>last|past|next) (?P<u>decade|century)",
    )
    words.add(
        "today",
        rf"(?P<day>{words.days})(?: (?P<time2>{words.times}))?(?: ?[(,]? ?(?P<wd>{words.weekdays})\)?)?",
        rf"(?P<this>this) (?P<time>{words.times})",
    )
    words.add("weekday", rf"(?:(?P<rel>{words.near}) )?(?P<wd>{words.weekdays})(?: (?P<time>{words.times}))?")
    words.add("vague", rf"(?P<vague>{words.vague})")
    words.add("numeric", _NUMERIC)
    words.add("decade", r"(?P<y>N++)(?P<plural>s)")
    words.add("clock", rf"{_CLOCK}(?: ?(?P<time>[ap]\.?m\.?))?", r"(?P<hour2>N++) ?(?P<time>[ap]\.?m\.?)")
    words.add("years", r"(?P<y>N++) ?(?P<to>-|–|—|to|and) ?(?P<y2>N++)")
    words.add("nowruz", rf"(?P<nowruz>nowruz|novruz)(?: {year})?")
    return words


@cache
def date_words(language: str) -> DateWords:
    """Return what a language knows of dates; English if it is none of these."""
    return {"fa": _persian, "ru": _russian}.get(language, _english)()
