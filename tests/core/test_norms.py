"""Readings of dates, money and quantities: what is found in running text, and what it says."""

# ruff: noqa: SIM905 - a list of words reads better as one string
from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core.amounts import Norm
from peyman.core.calendars import HIJRI, JALALI
from peyman.core.norm_words import words
from peyman.core.norms import LABELS, find_dates, find_norms, read_norm

TODAY = date(2024, 5, 4)  # Saturday, 15 Ordibehesht 1403, 25 Shawwal 1445


def norm(value: str, start: str = "", end: str = "", *, kind: str = "absolute", **more: object) -> dict[str, object]:
    """Return a reading of a date; `start` alone is one day."""
    days = {"from": start, "to": end or start} if start else {}
    return {"type": kind, "value": value, **days, **more}


def relative(value: str, start: str = "", end: str = "", **more: object) -> dict[str, object]:
    return norm(value, start, end, kind="relative", **more)


def check_dates(language: str, text: str, quote: str, expected: dict[str, object]) -> None:
    """Check that this quote and nothing else is found, and that it is read alike when an annotator marks it."""
    found = find_dates(text, language, TODAY)
    assert [(text[start:end], each) for start, end, each in found] == [(quote, expected)]
    start, _, _ = found[0]
    assert read_norm("DATE", quote, language, TODAY, text[:start]) == expected


J = {"calendar": "jalali"}
JALALI_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
LUNAR_MONTHS = "محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌القعده ذی‌الحجه".split()
RUSSIAN_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # Days
        ("در ۳۰ آبان ۱۴۰۴ امضا شد", "۳۰ آبان ۱۴۰۴", norm("2025-11-21", "2025-11-21", **J)),
        ("سی‌ام آبان‌ماه سال ۱۴۰۴", "سی‌ام آبان‌ماه سال ۱۴۰۴", norm("2025-11-21", "2025-11-21", **J)),
        ("پانزدهم اسفندماه 1403", "پانزدهم اسفندماه 1403", norm("2025-03-05", "2025-03-05", **J)),
        ("اول مهر ۱۴۰۳", "اول مهر ۱۴۰۳", norm("2024-09-22", "2024-09-22", **J)),
        ("روز یکشنبه، ۲۳ اردیبهشت ۱۴۰۳", "روز یکشنبه، ۲۳ اردیبهشت ۱۴۰۳",
         norm("2024-05-12", "2024-05-12", weekday="SUN", **J)),
        ("سه شنبه ۱۸ اردیبهشت امسال", "سه شنبه ۱۸ اردیبهشت امسال",
         relative("DCT-Y/M2D18", "2024-05-07", weekday="TUE", **J)),
        ("مورخ ۱۴۰۳/۰۲/۱۵ ابلاغ شد", "۱۴۰۳/۰۲/۱۵", norm("2024-05-04", "2024-05-04", **J)),
        ("1403-2-15", "1403-2-15", norm("2024-05-04", "2024-05-04", **J)),
        ("۹۸/۰۵/۱۲", "۹۸/۰۵/۱۲", norm("2019-08-03", "2019-08-03", assumed="century", **J)),
        ("۱۵ تا ۲۰ خرداد ۱۴۰۳", "۱۵ تا ۲۰ خرداد ۱۴۰۳", norm("2024-06-04/2024-06-09", "2024-06-04", "2024-06-09", **J)),
        ("۱۵ و ۱۶ خرداد ۱۴۰۳", "۱۵ و ۱۶ خرداد ۱۴۰۳", norm("2024-06-04/2024-06-05", "2024-06-04", "2024-06-05", **J)),
        ("۱۵ اسفند", "۱۵ اسفند", norm("jalali:XXXX-12-15", "2024-03-05", assumed="year", **J)),
        ("۲۲ بهمن سال گذشته", "۲۲ بهمن سال گذشته", relative("DCT-1Y/M11D22", "2024-02-11", **J)),
        ("۵ مارس ۲۰۲۴", "۵ مارس ۲۰۲۴", norm("2024-03-05", "2024-03-05")),
        ("پنجم ژوئیه ۲۰۲۴ میلادی", "پنجم ژوئیه ۲۰۲۴ میلادی", norm("2024-07-05", "2024-07-05")),
        ("۱۵ می ۲۰۲۴", "۱۵ می ۲۰۲۴", norm("2024-05-15", "2024-05-15")),
        ("۲۰۲۴/۰۳/۰۵", "۲۰۲۴/۰۳/۰۵", norm("2024-03-05", "2024-03-05")),
        ("۱۲ رمضان ۱۴۴۵", "۱۲ رمضان ۱۴۴۵", norm("2024-03-22", "2024-03-22", calendar="hijri", approximate=True)),
        ("۲۸ صفر ۱۴۴۵ هجری قمری", "۲۸ صفر ۱۴۴۵ هجری قمری",
         norm("2023-09-14", "2023-09-14", calendar="hijri", approximate=True)),
        # Months and parts of them
        ("آبان ۱۴۰۴", "آبان ۱۴۰۴", norm("2025-10-23/2025-11-21", "2025-10-23", "2025-11-21", **J)),
        ("در مهرماه", "مهرماه", norm("jalali:XXXX-07", "2024-09-22", "2024-10-21", assumed="year", **J)),
        ("در شهریور", "شهریور", norm("jalali:XXXX-06", "2024-08-22", "2024-09-21", assumed="year", **J)),
        ("ماه مبارک رمضان ۱۴۴۵", "ماه مبارک رمضان ۱۴۴۵",
         norm("2024-03-11/2024-04-09", "2024-03-11", "2024-04-09", calendar="hijri", approximate=True)),
        ("اواخر مهر ۱۴۰۳", "اواخر مهر ۱۴۰۳", norm("2024-10-12/2024-10-21", "2024-10-12", "2024-10-21", **J)),
        ("نیمه دوم آبان ۱۴۰۳", "نیمه دوم آبان ۱۴۰۳", norm("2024-11-06/2024-11-20", "2024-11-06", "2024-11-20", **J)),
        ("هفته اول تیر ۱۴۰۳", "هفته اول تیر ۱۴۰۳", norm("2024-06-21/2024-06-27", "2024-06-21", "2024-06-27", **J)),
        ("فروردین تا خرداد ۱۴۰۳", "فروردین تا خرداد ۱۴۰۳",
         norm("2024-03-20/2024-06-20", "2024-03-20", "2024-06-20", **J)),
        ("مارس ۲۰۲۴", "مارس ۲۰۲۴", norm("2024-03", "2024-03-01", "2024-03-31")),
        # Years and parts of them
        ("در سال ۱۴۰۴", "سال ۱۴۰۴", norm("2025-03-21/2026-03-20", "2025-03-21", "2026-03-20", **J)),
        ("سال هزار و چهارصد و چهار", "سال هزار و چهارصد و چهار",
         norm("2025-03-21/2026-03-20", "2025-03-21", "2026-03-20", **J)),
        ("سال ۹۹", "سال ۹۹", norm("2020-03-20/2021-03-20", "2020-03-20", "2021-03-20", assumed="century", **J)),
        ("سال ۲۰۲۳ میلادی", "سال ۲۰۲۳ میلادی", norm("2023", "2023-01-01", "2023-12-31")),
        ("پایان سال ۱۴۰۴", "پایان سال ۱۴۰۴", norm("2026-03-20", "2026-03-20", **J)),
        ("بهار ۱۴۰۳", "بهار ۱۴۰۳", norm("2024-03-20/2024-06-20", "2024-03-20", "2024-06-20", **J)),
        ("اوایل تابستان", "اوایل تابستان",
         norm("jalali:XXXX-04/XXXX-06/EARLY", "2024-06-21", "2024-07-21", assumed="year", **J)),
        ("۲۲ بهمن ۵۷", "۲۲ بهمن ۵۷", norm("1979-02-11", "1979-02-11", assumed="century", **J)),
        ("نیمه نخست سال", "نیمه نخست سال", relative("DCT-Y/M1-M6", "2024-03-20", "2024-09-21", **J)),
        ("پایان نیمه دوم سال ۱۴۰۳", "پایان نیمه دوم سال ۱۴۰۳", norm("2025-03-20", "2025-03-20", **J)),
        ("هفت‌ماهه امسال", "هفت‌ماهه امسال", relative("DCT-Y/M1-M7", "2024-03-20", "2024-10-21", **J)),
        ("هفتماهه امسال", "هفتماهه امسال", relative("DCT-Y/M1-M7", "2024-03-20", "2024-10-21", **J)),
        ("سه‌ماهه دوم سال آینده", "سه‌ماهه دوم سال آینده", relative("DCT+1Y/M4-M6", "2025-06-22", "2025-09-22", **J)),
        ("سه‌ماهه اول", "سه‌ماهه اول", relative("DCT-Y/M1-M3", "2024-03-20", "2024-06-20", assumed="year", **J)),
        ("نیم‌سال دوم ۱۴۰۳", "نیم‌سال دوم ۱۴۰۳", norm("2024-09-22/2025-03-20", "2024-09-22", "2025-03-20", **J)),
        ("سال‌های ۱۴۰۱ تا ۱۴۰۳", "سال‌های ۱۴۰۱ تا ۱۴۰۳",
         norm("2022-03-21/2025-03-20", "2022-03-21", "2025-03-20", **J)),
        ("دهه ۱۳۹۰", "دهه ۱۳۹۰", norm("2011-03-21/2021-03-20", "2011-03-21", "2021-03-20", **J)),
        ("دهه اخیر", "دهه اخیر", relative("P10Y/DCT", "2014-05-05", "2024-05-04")),
        ("سال ۱۴۰۱ تا ۱۴۰۳", "سال ۱۴۰۱ تا ۱۴۰۳", norm("2022-03-21/2025-03-20", "2022-03-21", "2025-03-20", **J)),
        ("دهه نود", "دهه نود", norm("2011-03-21/2021-03-20", "2011-03-21", "2021-03-20", assumed="century", **J)),
        ("دهه ۱۹۹۰ میلادی", "دهه ۱۹۹۰ میلادی", norm("199X", "1990-01-01", "1999-12-31")),
        ("امسال", "امسال", relative("DCT-Y", "2024-03-20", "2025-03-20", **J)),
        ("پارسال", "پارسال", relative("DCT-1Y", "2023-03-21", "2024-03-19", **J)),
        ("سال گذشته", "سال گذشته", relative("DCT-1Y", "2023-03-21", "2024-03-19", **J)),
        ("سالجاری", "سالجاری", relative("DCT-Y", "2024-03-20", "2025-03-20", **J)),
        ("سال گذشته میلادی", "سال گذشته میلادی", relative("DCT-1Y", "2023-01-01", "2023-12-31")),
        ("نوروز ۱۴۰۴", "نوروز ۱۴۰۴", norm("2025-03-21", "2025-03-21", **J)),
        ("عید نوروز", "عید نوروز", relative("NOWRUZ")),
        # Seen from the article
        ("ظرف دو هفته آینده", "دو هفته آینده", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("ظرف دو هفته", "دو هفته", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("ظرف ۴۸ ساعت", "۴۸ ساعت", relative("DCT/PT48H", "2024-05-04", "2024-05-06")),
        ("تا پایان ماه جاری", "پایان ماه جاری", relative("DCT-M/END", "2024-05-20", op="<=", **J)),
        ("تا پایان این هفته", "پایان این هفته", relative("DCT-W/END", "2024-05-10", op="<=")),
        ("هفتهٔ آینده", "هفتهٔ آینده", relative("DCT+1W", "2024-05-11", "2024-05-17")),
        ("ماه گذشته", "ماه گذشته", relative("DCT-1M", "2024-03-20", "2024-04-19", **J)),
        ("فصل جاری", "فصل جاری", relative("DCT-Q", "2024-03-20", "2024-06-20", **J)),
        ("دو سال پیش", "دو سال پیش", relative("DCT-2Y", "2022-03-21", "2023-03-20", **J)),
        ("سه ماه اخیر", "سه ماه اخیر", relative("P3M/DCT", "2024-02-04", "2024-05-04")),
        ("ده روز دیگر", "ده روز دیگر", relative("DCT+10D", "2024-05-14")),
        ("فردا", "فردا", relative("DCT+1D", "2024-05-05")),
        ("پس‌فردا", "پس‌فردا", relative("DCT+2D", "2024-05-06")),
        ("ظهر امروز (شنبه)", "ظهر امروز (شنبه)", relative("DCT-TMI", "2024-05-04", weekday="SAT")),
        ("صبح امروز (یکشنبه)", "صبح امروز (یکشنبه)", relative("DCT-TMO", weekday="SUN")),  # not the article's day
        ("شب گذشته", "شب گذشته", relative("DCT-1D-TNI", "2024-05-03")),
        ("شنبه", "شنبه", relative("XXXX-WXX-6", weekday="SAT")),
        ("دوشنبه آینده", "دوشنبه آینده", relative("DCT+1MON", "2024-05-06", weekday="MON")),
        ("شنبه گذشته", "شنبه گذشته", relative("DCT-1SAT", "2024-04-27", weekday="SAT")),
        ("سه‌شنبه هفته آینده", "سه‌شنبه هفته آینده", relative("DCT+1W/TUE", "2024-05-14", weekday="TUE")),
        # Durations, clocks, and what says little
        ("قرارداد ۲۵ ساله", "۲۵ ساله", norm("P25Y", kind="duration")),
        ("بیش از دو ماه", "دو ماه", norm("P2M", kind="duration", op=">")),
        ("یک سال و نیم", "یک سال و نیم", norm("P18M", kind="duration")),
        ("نیم ساعت", "نیم ساعت", norm("PT30M", kind="duration")),
        ("دو تا سه هفته", "دو تا سه هفته", norm("P2W..P3W", kind="duration")),
        ("دو سه هفته", "دو سه هفته", norm("P2W..P3W", kind="duration", op="~")),
        ("ساعت ۱۰:۳۰", "ساعت ۱۰:۳۰", norm("T10:30")),
        ("ساعت ۵ عصر", "ساعت ۵ عصر", norm("T17:00")),
        ("ساعت ۱۰ صبح فردا", "ساعت ۱۰ صبح فردا", relative("DCT+1D/T10:00", "2024-05-05")),
        ("عصر روز گذشته", "عصر روز گذشته", relative("DCT-1D-TEV", "2024-05-03")),
        ("جمعه شب", "جمعه شب", relative("XXXX-WXX-5", weekday="FRI")),
        ("به‌زودی", "به‌زودی", norm("FUTURE_REF", kind="vague")),
        ("در ماههای اخیر", "ماههای اخیر", norm("PAST_REF", kind="vague")),
        ("در حال حاضر", "در حال حاضر", norm("PRESENT_REF", kind="vague")),
    ],
)  # fmt: skip
def test_persian_dates(text: str, quote: str, expected: dict[str, object]) -> None:
    check_dates("fa", text, quote, expected)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("5 марта 2024 года", "5 марта 2024 года", norm("2024-03-05", "2024-03-05")),
        ("в понедельник, 6 мая 2024 г.", "понедельник, 6 мая 2024 г.", norm("2024-05-06", "2024-05-06", weekday="MON")),
        ("5-го марта", "5-го марта", norm("XXXX-03-05", "2024-03-05", assumed="year")),
        ("первого марта 2024-го года", "первого марта 2024-го года", norm("2024-03-01", "2024-03-01")),
        ("5-7 июня 2024", "5-7 июня 2024", norm("2024-06-05/2024-06-07", "2024-06-05", "2024-06-07")),
        ("5 марта с.г.", "5 марта с.г.", relative("DCT-Y/M3D5", "2024-03-05")),
        ("05.03.2024", "05.03.2024", norm("2024-03-05", "2024-03-05")),
        ("05.03.24 г.", "05.03.24 г.", norm("2024-03-05", "2024-03-05", assumed="century")),
        ("в марте", "марте", norm("XXXX-03", "2024-03-01", "2024-03-31", assumed="year")),
        ("в МАЕ 2024 г.", "МАЕ 2024 г.", norm("2024-05", "2024-05-01", "2024-05-31")),
        ("январь-март 2024 года", "январь-март 2024 года", norm("2024-01-01/2024-03-31", "2024-01-01", "2024-03-31")),
        ("в конце марта 2024 года", "конце марта 2024 года",
         norm("2024-03-22/2024-03-31", "2024-03-22", "2024-03-31")),
        ("в 2023 году", "2023 году", norm("2023", "2023-01-01", "2023-12-31")),
        ("в две тысячи двадцать третьем году", "две тысячи двадцать третьем году",
         norm("2023", "2023-01-01", "2023-12-31")),
        ("к концу 2025 года", "концу 2025 года", norm("2025-12-31", "2025-12-31", op="<=")),
        ("к концу года", "концу года", relative("DCT-Y/END", "2024-12-31", op="<=")),
        ("с начала года", "начала года", relative("DCT-Y/START", "2024-01-01")),
        ("до конца квартала", "конца квартала", relative("DCT-Q/END", "2024-06-30", op="<=")),
        ("до конца текущего месяца", "конца текущего месяца", relative("DCT-M/END", "2024-05-31", op="<=")),
        ("в первом квартале 2024 года", "первом квартале 2024 года",
         norm("2024-01-01/2024-03-31", "2024-01-01", "2024-03-31")),
        ("во II квартале 2024 г.", "II квартале 2024 г.", norm("2024-04-01/2024-06-30", "2024-04-01", "2024-06-30")),
        ("во втором полугодии", "втором полугодии",
         relative("DCT-Y/M7-M12", "2024-07-01", "2024-12-31", assumed="year")),
        ("за девять месяцев 2023 года", "девять месяцев 2023 года",
         norm("2023-01-01/2023-09-30", "2023-01-01", "2023-09-30")),
        ("весной 2024 года", "весной 2024 года", norm("2024-03-01/2024-05-31", "2024-03-01", "2024-05-31")),
        ("2023-2025 годы", "2023-2025 годы", norm("2023/2025", "2023-01-01", "2025-12-31")),
        ("в 1990-х годах", "1990-х годах", norm("199X", "1990-01-01", "1999-12-31")),
        ("в 90-е годы", "90-е годы", norm("199X", "1990-01-01", "1999-12-31", assumed="century")),
        ("в прошлом году", "прошлом году", relative("DCT-1Y", "2023-01-01", "2023-12-31")),
        ("весной следующего года", "весной следующего года", relative("DCT+1Y/M3-M5", "2025-03-01", "2025-05-31")),
        ("на следующей неделе", "следующей неделе", relative("DCT+1W", "2024-05-06", "2024-05-12")),
        ("в течение двух недель", "двух недель", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("в ближайшие две недели", "ближайшие две недели", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("за последние три года", "последние три года", relative("P3Y/DCT", "2021-05-04", "2024-05-04")),
        ("через два месяца", "два месяца", relative("DCT+2M", "2024-07-01", "2024-07-31")),
        ("две недели назад", "две недели назад", relative("DCT-2W", "2024-04-15", "2024-04-21")),
        ("год назад", "год назад", relative("DCT-1Y", "2023-01-01", "2023-12-31")),
        ("полгода назад", "полгода назад", relative("DCT-6M", "2023-11-01", "2023-11-30")),
        ("за последнее десятилетие", "последнее десятилетие", relative("P10Y/DCT", "2014-05-04", "2024-05-04")),
        ("в течение года", "года", relative("DCT/P1Y", "2024-05-04", "2025-05-04")),
        ("летом", "летом", norm("XXXX-06/XXXX-08", "2024-06-01", "2024-08-31", assumed="year")),
        ("в двухнедельный срок", "двухнедельный срок", norm("P2W", kind="duration")),
        ("более полутора лет", "полутора лет", norm("P18M", kind="duration", op=">")),
        ("3-х месяцев", "3-х месяцев", norm("P3M", kind="duration")),
        ("сегодня", "сегодня", relative("DCT", "2024-05-04")),
        ("завтра утром", "завтра утром", relative("DCT+1D-TMO", "2024-05-05")),
        ("в субботу", "субботу", relative("XXXX-WXX-6", weekday="SAT")),
        ("в следующий понедельник", "следующий понедельник", relative("DCT+1MON", "2024-05-06", weekday="MON")),
        ("в 10:30", "10:30", norm("T10:30")),
        ("в ближайшее время", "ближайшее время", norm("FUTURE_REF", kind="vague")),
        ("в настоящее время", "настоящее время", norm("PRESENT_REF", kind="vague")),
        ("праздник Новруз", "праздник Новруз", relative("NOWRUZ")),
    ],
)  # fmt: skip
def test_russian_dates(text: str, quote: str, expected: dict[str, object]) -> None:
    check_dates("ru", text, quote, expected)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("5 March 2024", "5 March 2024", norm("2024-03-05", "2024-03-05")),
        ("on Tuesday, March 5, 2024", "Tuesday, March 5, 2024", norm("2024-03-05", "2024-03-05", weekday="TUE")),
        ("2024-03-05", "2024-03-05", norm("2024-03-05", "2024-03-05")),
        ("15/3/2024", "15/3/2024", norm("2024-03-15", "2024-03-15")),
        ("in 2023", "2023", norm("2023", "2023-01-01", "2023-12-31")),
        ("by the end of 2025", "end of 2025", norm("2025-12-31", "2025-12-31", op="<=")),
        ("the first quarter of 2024", "first quarter of 2024",
         norm("2024-01-01/2024-03-31", "2024-01-01", "2024-03-31")),
        ("Q3 2024", "Q3 2024", norm("2024-07-01/2024-09-30", "2024-07-01", "2024-09-30")),
        ("last year", "last year", relative("DCT-1Y", "2023-01-01", "2023-12-31")),
        ("within two weeks", "two weeks", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("two weeks ago", "two weeks ago", relative("DCT-2W", "2024-04-15", "2024-04-21")),
        ("the next three months", "next three months", relative("DCT/P3M", "2024-05-04", "2024-08-04")),
        ("the 1990s", "1990s", norm("199X", "1990-01-01", "1999-12-31")),
        ("tomorrow", "tomorrow", relative("DCT+1D", "2024-05-05")),
        ("in May", "May", norm("XXXX-05", "2024-05-01", "2024-05-31", assumed="year")),
    ],
)  # fmt: skip
def test_english_dates(text: str, quote: str, expected: dict[str, object]) -> None:
    check_dates("en", text, quote, expected)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "به گزارش خبرگزاری مهر، آذر و دی با هم آمدند"),
        ("fa", "۲ می شود"),
        ("fa", "روز بعد و در این سال"),  # that look back at something in the text
        ("fa", "ظرفیت ۵۰۰ مگاوات، سالن، ماهی، روزنامه، هفتگی"),
        ("fa", "۱۵۰۰ نفر"),
        ("ru", "майка, мартеновская печь, окружающая среда, первая половина"),
        ("ru", "2024 тонны"),
        ("en", "he may march; 3/5/2024 is ambiguous; an article of 2000 words"),
        ("az", "2024"),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert find_dates(text, language, TODAY) == []


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("fa", "از ۱۵ مهر، ۲۰ آبان و ۳ آذر ۱۴۰۳", ["۱۵ مهر", "۲۰ آبان", "۳ آذر ۱۴۰۳"]),
        ("fa", "پایان\nسال\n\n۱۴۰۴", ["پایان\nسال\n\n۱۴۰۴"]),  # hard-wrapped
        ("fa", "(امروز شنبه)", ["امروز شنبه"]),
        ("fa", "امروز (شنبه", ["امروز", "شنبه"]),
        ("fa", "۲۲ بهمن ۵۷ نفر", ["۲۲ بهمن"]),
        ("fa", "۳۱ مهر ۱۴۰۳", ["مهر ۱۴۰۳"]),  # no such day
        ("ru", "30 февраля 2024 года", ["февраля 2024 года"]),
        ("fa", "اول مهر، سال ۲۰۲۳ میلادی", ["اول مهر", "سال ۲۰۲۳ میلادی"]),
        ("fa", "۱۵ اسفند ۱۴۰۳ (۵ مارس ۲۰۲۵)", ["۱۵ اسفند ۱۴۰۳", "۵ مارس ۲۰۲۵"]),
        ("ru", "12 мая, 5-7 июня, в марте", ["12 мая", "5-7 июня", "марте"]),
        ("ru", "в те-\nчение двух не-\nдель", ["двух не-\nдель"]),
    ],
)
def test_dates_side_by_side(language: str, text: str, quotes: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_dates(text, language)] == quotes


MONEY: list[tuple[str, str, str, Norm]] = [
    ("fa", "بیش از ۴۰ میلیارد تومانی", "۴۰ میلیارد تومانی", {"value": 40 * 10**9, "currency": "IRT", "op": ">"}),
    ("fa", "ده میلیون ریال", "ده میلیون ریال", {"value": 10**7, "currency": "IRR"}),
    ("fa", "۱۰۰ دلاری", "۱۰۰ دلاری", {"value": 100, "currency": "USD"}),
    ("fa", "حدود ۲ تا ۳ میلیارد دلار آمریکا", "۲ تا ۳ میلیارد دلار آمریکا",
     {"min": 2 * 10**9, "max": 3 * 10**9, "currency": "USD", "op": "~"}),
    ("fa", "۲/۵ میلیون یورو", "۲/۵ میلیون یورو", {"value": 2_500_000, "currency": "EUR"}),
    ("fa", "یک و نیم میلیارد یورویی", "یک و نیم میلیارد یورویی", {"value": 15 * 10**8, "currency": "EUR"}),
    ("fa", "۲۰ همت", "۲۰ همت", {"value": 20 * 10**12, "currency": "IRT"}),
    ("fa", "حداکثر ۵۰ هزار روبل", "۵۰ هزار روبل", {"value": 50_000, "currency": "RUB", "op": "<="}),
    ("fa", "۱۰۰ منات جمهوری آذربایجان", "۱۰۰ منات جمهوری آذربایجان", {"value": 100, "currency": "AZN"}),
    ("fa", "۵ میلیون لیره", "۵ میلیون لیره", {"value": 5_000_000, "currency": "TRY"}),
    ("fa", "۱۲۰ یوان", "۱۲۰ یوان", {"value": 120, "currency": "CNY"}),
    ("fa", "۲۰ میلیون درهم امارات", "۲۰ میلیون درهم امارات", {"value": 2 * 10**7, "currency": "AED"}),
    ("fa", "۲۰۰۰۰﷼", "۲۰۰۰۰﷼", {"value": 20_000, "currency": "IRR"}),
    ("fa", "۵ میلیون ریال عمان", "۵ میلیون ریال عمان", {"value": 5_000_000, "currency": "OMR"}),
    ("fa", "$۵۰۰", "$۵۰۰", {"value": 500, "currency": "USD"}),
    ("ru", "более 4,3 млрд долларов США", "4,3 млрд долларов США", {"value": 43 * 10**8, "currency": "USD", "op": ">"}),
    ("ru", "превысившим 4 млрд долл.", "4 млрд долл.", {"value": 4 * 10**9, "currency": "USD", "op": ">"}),
    ("ru", "около 500 тыс. руб.", "500 тыс. руб.", {"value": 500_000, "currency": "RUB", "op": "~"}),
    ("ru", "не менее миллиона евро", "миллиона евро", {"value": 10**6, "currency": "EUR", "op": ">="}),
    ("ru", "полтора миллиона азербайджанских манатов", "полтора миллиона азербайджанских манатов",
     {"value": 1_500_000, "currency": "AZN"}),
    ("ru", "20 турецких лир", "20 турецких лир", {"value": 20, "currency": "TRY"}),
    ("ru", "от 5 до 10 млн юаней", "5 до 10 млн юаней", {"min": 5 * 10**6, "max": 10**7, "currency": "CNY"}),
    ("ru", "1 200 000 ₽", "1 200 000 ₽", {"value": 1_200_000, "currency": "RUB"}),
    ("ru", "100 млн фунтов стерлингов", "100 млн фунтов стерлингов", {"value": 10**8, "currency": "GBP"}),
    ("en", "about $4.3bn", "$4.3bn", {"value": 43 * 10**8, "currency": "USD", "op": "~"}),
    ("en", "€5m", "€5m", {"value": 5 * 10**6, "currency": "EUR"}),
    ("en", "$5-10 million", "$5-10 million", {"min": 5 * 10**6, "max": 10**7, "currency": "USD"}),
    ("en", "USD 5 million", "USD 5 million", {"value": 5 * 10**6, "currency": "USD"}),
    ("en", "up to 500 Turkish lira", "500 Turkish lira", {"value": 500, "currency": "TRY", "op": "<="}),
    ("az", "2,5 AZN", "2,5 AZN", {"value": 2.5, "currency": "AZN"}),
]  # fmt: skip

QUANTITIES: list[tuple[str, str, str, Norm]] = [
    ("fa", "یک درصدی", "یک درصدی", {"value": 1, "unit": "percent"}),
    ("fa", "بیش از ۱۱٫۵ درصد", "۱۱٫۵ درصد", {"value": 11.5, "unit": "percent", "op": ">"}),
    ("fa", "۲۰٪", "۲۰٪", {"value": 20, "unit": "percent"}),
    ("fa", "٪۲۰", "٪۲۰", {"value": 20, "unit": "percent"}),
    ("fa", "منفی ۳ درصد", "منفی ۳ درصد", {"value": -3, "unit": "percent"}),
    ("fa", "بین ۵ و ۱۰ درصد", "۵ و ۱۰ درصد", {"min": 5, "max": 10, "unit": "percent"}),
    ("fa", "۵ و ۱۰ درصد", "۱۰ درصد", {"value": 10, "unit": "percent"}),
    ("fa", "دو واحد درصد", "دو واحد درصد", {"value": 2, "unit": "percentage point"}),
    ("fa", "به 20 برابر", "20 برابر", {"value": 20, "unit": "times"}),
    ("fa", "دوبرابری", "دوبرابری", {"value": 2, "unit": "times"}),
    ("fa", "دوچندان", "دوچندان", {"value": 2, "unit": "times"}),
    ("fa", "سه میلیون و دویست هزار تن", "سه میلیون و دویست هزار تن", {"value": 3_200_000, "unit": "t"}),
    ("fa", "۱۲۰ کیلومتری", "۱۲۰ کیلومتری", {"value": 120, "unit": "km"}),
    ("fa", "۵۰۰ مگاوات", "۵۰۰ مگاوات", {"value": 500, "unit": "MW"}),
    ("fa", "۵۰۰ مگاوات ساعت", "۵۰۰ مگاوات ساعت", {"value": 500, "unit": "MWh"}),
    ("fa", "حدود ۴۰هزار هکتار", "۴۰هزار هکتار", {"value": 40_000, "unit": "ha", "op": "~"}),
    ("fa", "۱۲ متر مکعب در ثانیه", "۱۲ متر مکعب در ثانیه", {"value": 12, "unit": "m3/s"}),
    ("fa", "یک میلیون بشکه", "یک میلیون بشکه", {"value": 10**6, "unit": "bbl"}),
    ("ru", "более чем на 11 процентов", "11 процентов", {"value": 11, "unit": "percent", "op": ">"}),
    ("ru", "20%-ный", "20%-ный", {"value": 20, "unit": "percent"}),
    ("ru", "от 5 до 10 %", "5 до 10 %", {"min": 5, "max": 10, "unit": "percent"}),
    ("ru", "в 2 раза", "2 раза", {"value": 2, "unit": "times"}),
    ("ru", "в полтора раза", "полтора раза", {"value": 1.5, "unit": "times"}),
    ("ru", "почти вдвое", "вдвое", {"value": 2, "unit": "times"}),
    ("ru", "3 тыс. тонн", "3 тыс. тонн", {"value": 3000, "unit": "t"}),
    ("ru", "7,2 тыс. км", "7,2 тыс. км", {"value": 7200, "unit": "km"}),
    ("ru", "100 МВт", "100 МВт", {"value": 100, "unit": "MW"}),
    ("ru", "15 кв. м", "15 кв. м", {"value": 15, "unit": "m2"}),
    ("ru", "5 млрд кубометров", "5 млрд кубометров", {"value": 5 * 10**9, "unit": "m3"}),
    ("ru", "стопроцентный", "стопроцентный", {"value": 100, "unit": "percent"}),
    ("en", "at least 3 per cent", "3 per cent", {"value": 3, "unit": "percent", "op": ">="}),
    ("en", "a 500-km line", "500-km", {"value": 500, "unit": "km"}),
    ("en", "1,250 tonnes", "1,250 tonnes", {"value": 1250, "unit": "t"}),
    ("en", "200 million cubic metres", "200 million cubic metres", {"value": 2 * 10**8, "unit": "m3"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "quote", "expected"), MONEY)
def test_money(language: str, text: str, quote: str, expected: Norm) -> None:
    found = find_norms(text, language)["MONEY"]
    assert [(text[start:end], each) for start, end, each in found] == [(quote, expected)]
    assert read_norm("MONEY", quote, language, None, text[: found[0][0]]) == expected


@pytest.mark.parametrize(("language", "text", "quote", "expected"), QUANTITIES)
def test_quantities(language: str, text: str, quote: str, expected: Norm) -> None:
    found = find_norms(text, language)["QUANT"]
    assert [(text[start:end], each) for start, end, each in found] == [(quote, expected)]
    assert read_norm("QUANT", quote, language, None, text[: found[0][0]]) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "۲ کشور و چهار استان و ۵۰۰ نفر"),  # counts of things are not tagged
        ("fa", "۴ تن از مسئولان"),  # persons
        ("ru", "2 раза, 5 городов, первый раз"),
        ("en", "three countries"),
    ],
)
def test_what_is_no_quantity(language: str, text: str) -> None:
    found = find_norms(text, language)
    assert (found["QUANT"], found["MONEY"]) == ([], [])


@pytest.mark.parametrize(
    ("label", "language", "quote", "expected"),
    [
        # What someone has marked is read more freely than what is found.
        ("DATE", "fa", "مهر", norm("jalali:XXXX-07", "2024-09-22", "2024-10-21", assumed="year", **J)),
        ("DATE", "fa", "۱۴۰۴", norm("2025-03-21/2026-03-20", "2025-03-21", "2026-03-20", **J)),
        ("DATE", "ru", "2023", norm("2023", "2023-01-01", "2023-12-31")),
        ("DATE", "fa", "ظرف دو هفته آینده", relative("DCT/P2W", "2024-05-04", "2024-05-18")),
        ("DATE", "fa", "پیش از هرگونه سفر هیئت‌ها", norm("BEFORE", kind="event")),
        ("DATE", "fa", "پیش از سفر سال آینده", norm("BEFORE", kind="event")),
        ("DATE", "fa", "پیش از سال آینده", relative("DCT+1Y", "2025-03-21", "2026-03-20", op="<", **J)),
        ("DATE", "fa", "پس از امضای توافق", norm("AFTER", kind="event")),
        ("DATE", "ru", "до подписания договора", norm("BEFORE", kind="event")),
        ("DATE", "ru", "во время визита", norm("DURING", kind="event")),
        ("DATE", "en", "after the summit", norm("AFTER", kind="event")),
        ("DATE", "fa", "روزگار", None),
        ("MONEY", "fa", "۱۰ میلیارد", {"value": 10**10}),
        ("QUANT", "fa", "۵۰۰ نفر", {"value": 500, "unit": "نفر"}),
        ("QUANT", "ru", "в 2 раза", {"value": 2, "unit": "times"}),
        ("QUANT", "ru", "много", None),
        ("GPE", "fa", "۱۴۰۴", None),
        ("DATE", "fa", "", None),
        ("MONEY", "fa", " \u200c ", None),
    ],
)
def test_readings_of_marked_quotes(label: str, language: str, quote: str, expected: dict[str, object] | None) -> None:
    assert read_norm(label, quote, language, TODAY) == expected


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("fa", "سال گذشته"), ("fa", "دو هفته آینده"), ("fa", "فردا"), ("fa", "پایان ماه جاری"), ("fa", "۱۵ اسفند"),
        ("fa", "سه‌ماهه اول"), ("ru", "5 марта"), ("ru", "две недели назад"), ("ru", "конец квартала"),
        ("fa", "شنبه آینده"), ("en", "next week"),
    ],
)  # fmt: skip
def test_nothing_is_guessed_without_the_date_of_the_article(language: str, quote: str) -> None:
    known, unknown = read_norm("DATE", quote, language, TODAY), read_norm("DATE", quote, language, None)
    assert known is not None
    assert "from" in known
    assert unknown is not None
    assert not {"from", "to"} & set(unknown)
    assert (unknown["type"], unknown["value"]) == (known["type"], known["value"])


def test_a_date_without_a_year_is_the_nearest_unless_its_weekday_says_otherwise() -> None:
    assert read_norm("DATE", "۱ دی", "fa", date(2024, 1, 20)) == norm(
        "jalali:XXXX-10-01", "2023-12-22", assumed="year", **J
    )
    assert read_norm("DATE", "یکشنبه ۱۵ اردیبهشت", "fa", TODAY) == norm("jalali:XXXX-02-15", weekday="SUN", **J)


@given(st.dates(JALALI.first(1300, 1), JALALI.first(1451, 1)), st.sampled_from(["", " ", "\u200c", "\n"]))
def test_every_jalali_date_of_150_years_reads_back(day: date, space: str) -> None:
    year, month, number = JALALI.split(day)
    for text in (f"{number} {JALALI_MONTHS[month - 1]}{space}ماه {year}", f"{year}/{month:02}/{number:02}"):
        expected = norm(day.isoformat(), day.isoformat(), **J)
        assert [(text[a:b], each) for a, b, each in find_dates(text, "fa")] == [(text, expected)]


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_gregorian_date_reads_back_in_russian(day: date) -> None:
    for text in (f"{day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year} года", f"{day:%d.%m.%Y}", day.isoformat()):
        expected = norm(day.isoformat(), day.isoformat())
        assert [(text[a:b], each) for a, b, each in find_dates(text, "ru")] == [(text, expected)]


@given(st.integers(1200, 1499), st.integers(1, 12), st.integers(1, 29))
def test_lunar_dates_read_back(year: int, month: int, number: int) -> None:
    found = read_norm("DATE", f"{number} {LUNAR_MONTHS[month - 1]} {year}", "fa", None)
    day = HIJRI.day(year, month, number).isoformat()
    assert found == norm(day, day, calendar="hijri", approximate=True)


PIECES = st.sampled_from(
    "یک دو سه بیست هزار میلیون و نیم ۱۵ ۱۴۰۳ ۲۰۲۴ 5 1.5 ۱۴۰۳/۰۲/۱۵ مهر آبان"
    " ماه سال هفته روز ماهه نخست دوم پایان نیمه اواخر"
    " گذشته آینده جاری پیش از تا امروز (شنبه) شنبه، دهه نوروز"
    " درصد تومان دلار تن برابر بیش حدود ساعت ۱۰:۳۰ های این"
    " два третий тыс. млн 2023 5-7 марта март года году квартал недель назад через в до конца"
    " прошлом сегодня раза процентов"
    " руб. км two third billion March 5, year last of end weeks ago $ % - – ( ) .".split()
)
TEXTS = (
    st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=8).map("\u200c".join) | st.text(max_size=60)
)
DATES = st.none() | st.dates()


@given(TEXTS, st.sampled_from(["fa", "ru", "en", "az"]), DATES)
def test_findings_lie_in_order_in_any_text(text: str, language: str, today: date | None) -> None:
    for label, found in find_norms(text, language, today).items():
        done = 0
        for start, end, each in found:
            assert done <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            done = end
            assert json.loads(json.dumps(each)) == each
            assert ("type" in each) == (label == "DATE")
            if "from" in each:
                assert date.fromisoformat(str(each["from"])) <= date.fromisoformat(str(each["to"]))
            for shown in ("fa", "ru", "en"):
                assert words(each, shown)


@given(TEXTS, st.sampled_from(["fa", "ru", "en"]), DATES, st.sampled_from(LABELS), st.integers(0, 20))
def test_any_quote_is_read_or_not(text: str, language: str, today: date | None, label: str, cut: int) -> None:
    read = read_norm(label, text[cut:], language, today, text[:cut])
    assert read is None or words(read, language)


@given(TEXTS, st.sampled_from(["fa", "ru", "en"]), DATES)
def test_readings_are_those_of_the_findings(text: str, language: str, today: date | None) -> None:
    for label, found in find_norms(text, language, today).items():
        for start, end, each in found[:1]:
            read = read_norm(label, text[start:end], language, today)
            assert read is not None
            if label != "DATE":
                assert {key: value for key, value in each.items() if key != "op"} == read


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("fa", "یک و "), ("fa", "صد و بیست و "), ("fa", "هزار میلیارد "), ("fa", "پایان نیمه نخست "), ("fa", "۱/۲/"),
        ("fa", "۱۵ مهر "), ("fa", "1 000 "), ("fa", "شنبه، "), ("fa", "-۱"), ("fa", "۱۲۳۴۵۶۷۸۹"), ("fa", "صفر "),
        ("ru", "два"), ("ru", "5 марта "), ("ru", "1.2."), ("ru", "прошл"), ("ru", "5-"), ("ru", "первый квартал "),
        ("en", "half a "), ("en", "$"), ("en", "end of the "),
    ],
)  # fmt: skip
def test_long_repetitions_come_to_an_end(language: str, piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert set(find_norms(text, language, TODAY)) == set(LABELS)
