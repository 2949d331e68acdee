"""Web pages built as real makers of news build theirs: all of the article, and nothing that stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawn import SCHEMA
from peyman.core.model import Document
from peyman.formats import Options, format_for

TITLE = "آغاز ساخت خط انتقال برق میان ایران و آذربایجان"
LEAD = "وزیر نیرو گفت خط انتقال برق دو کشور تا پایان سال ساخته می‌شود."
FIRST = "به گزارش خبرنگار ما، وزیر نیرو در دیدار با همتای خود از آغاز ساخت خط انتقال برق میان دو کشور خبر داد."
SECOND = "وی افزود: قرارداد ساخت سد مشترک نیز هفتهٔ آینده در باکو امضا خواهد شد و پیمانکاران کار را آغاز می‌کنند."
LAST = "انتهای پیام"
OTHERS = (
    '<ul><li class="news"><h3><a href="/1">رئیس‌جمهور به باکو سفر می‌کند تا در نشست سران شرکت کند</a></h3></li>'
    '<li class="news"><h3><a href="/2">بهای برق صادراتی در سال آینده بیشتر می‌شود</a></h3></li></ul>'
)
RIGHTS = "<p>تمامی حقوق این سایت برای خبرگزاری محفوظ است. نقل مطالب با ذکر منبع بلامانع است.</p>"
MENU = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(("سیاست", "اقتصاد", "جهان", "ورزش")))

TITLE_RU = "Министр рассказал о строительстве новой линии"
LEAD_RU = "Агентство: новая линия заработает в этом году"
FIRST_RU = "МОСКВА, 1 мар. Министр заявил, что строительство линии между странами завершится до конца года."
SECOND_RU = "По его словам, контракт на 20 миллионов долларов будет подписан в Баку на следующей неделе."
THIRD_RU = "«Мы выполним взятые на себя обязательства в полном объёме», — подчеркнул министр энергетики."


def box(text: str) -> str:
    return f'<div class="article__block" data-type="text"><div class="article__text">{text}</div></div>'


# A name, the page, and the paragraphs of its article.
PAGES: dict[str, tuple[str, list[str]]] = {
    "summary beside the body, related news inside the article": (
        f'<header id="masthead"><ul class="nav">{MENU}</ul></header><main><div class="row"><div class="col-sm-8">'
        '<article id="item" class="item news"><div class="item-header"><div class="item-nav row">'
        '<ol class="breadcrumb"><li><a href="/x">اقتصاد</a></li></ol><div class="col-6 item-date">'
        f'<span>۱۹ بهمن ۱۴۰۲، ۹:۳۰</span></div></div><div class="item-title"><h1 class="title">{TITLE}</h1></div></div>'
        '<div class="item-summary"><figure><img src="x.jpg"><figcaption>شرح عکس</figcaption></figure>'
        f'<p class="summary introtext" itemprop="description">{LEAD}</p></div><div class="item-body">'
        f'<div itemprop="articleBody" class="item-text"><p>{FIRST}</p> <p>&nbsp;</p><p>{SECOND}</p></div>'
        '<div class="item-code">کد خبر <span>6017630</span></div></div><div class="item-footer row">'
        '<div class="item-sharing"><ul><li><a href="#">چاپ</a></li></ul></div><div id="tooltip-link">'
        '<p class="short-link-tooltip">کپی شد</p></div></div><div class="item-boxes2"><section class="box list">'
        f"<header><h2>مطالب مرتبط</h2></header><div>{OTHERS}</div></section></div>"
        '<section class="box tags"><h2>برچسب‌ها</h2><ul><li><a href="#">برق</a></li></ul></section></article>'
        '<section class="comment-form"><h2>نظر شما</h2><form><div class="comment-policies"><li>نظرات حاوی توهین و '
        f'نسبت ناروا به اشخاص منتشر نمی‌شود.</li></div></form></section></div><div class="col-sm-4 sidebar">{OTHERS}'
        f'{OTHERS}</div></div></main><footer id="footer">{RIGHTS}</footer>',
        [TITLE, LEAD, FIRST, SECOND],
    ),
    "rows of figures before the heading": (
        f'<ul class="navbar-nav">{MENU}</ul><article class="item"><div class="full-news-text"><div class="meta-news">'
        '<ul><li><span class="title-meta">جمعه /</span> <span class="text-meta">۹ خرداد ۱۴۰۴ / ۱۹:۳۱</span></li>'
        '<li><span class="title-meta">کد خبر:</span> <span class="text-meta">1404030905822</span></li></ul></div>'
        f'<h1 class="first-title">{TITLE}</h1><p class="summary" itemprop="description"><span class="src">نمونه/کرمان '
        f'</span>{LEAD}</p><div itemprop="articleBody" class="item-text"><p>{FIRST}&nbsp;</p><p>{LAST}</p></div>'
        '<footer class="tags"><span>برچسب‌ها:</span><ul><li><a href="#">برق</a></li></ul></footer></div></article>',
        [TITLE, f"نمونه/کرمان {LEAD}", f"{FIRST}\u00a0", LAST],
    ),
    "a heading as lead, and read also between paragraphs": (
        f'<nav><ul>{MENU}</ul></nav><article class="single-news"><h1 class="title">{TITLE}</h1>'
        '<ul class="list-inline details"><li><a>اقتصاد</a></li><li class="time">۱۲ مرداد ۱۴۰۳ - ۱۱:۲۰</li></ul>'
        f'<h3 class="lead">{LEAD}</h3><div class="story"><p>{FIRST}</p><blockquote><a href="/1">بیشتر بخوانید: نشست '
        f'کمیسیون مشترک دو کشور در تبریز برگزار شد</a></blockquote><p>{SECOND}</p><p>{LAST}</p></div>'
        f'<div class="share-box"><a>تلگرام</a></div></article><section><h2>خبرهای دیگر</h2>{OTHERS}</section>',
        [TITLE, LEAD, FIRST, SECOND, LAST],
    ),
    "a box for each paragraph": (
        '<div class="layout"><div class="article m-article"><div class="article__header"><div class="article__info">'
        '<div class="article__info-date">12:30 01.03.2024</div><div class="article__info-statistic">1234</div></div>'
        f'<h1 class="article__title">{TITLE_RU}</h1><h2 class="article__second-title">{LEAD_RU}</h2></div>'
        f'<div class="article__body">{box(FIRST_RU)}<div class="article__block"><div class="banner"></div></div>'
        f'{box(SECOND_RU)}<div class="article__block" data-type="article"><a href="/1"><span>Песков ответил на '
        f"вопрос о поездке президента в Баку</span></a></div>{box(THIRD_RU)}</div></div></div>"
        '<div class="lenta"><a href="/2">Ещё одна новость дня о погоде в Москве и области на выходные</a></div>',
        [TITLE_RU, LEAD_RU, FIRST_RU, SECOND_RU, THIRD_RU],
    ),
    "chapters in boxes with headings between them": (
        f'<div class="news"><div class="news-header"><h1>{TITLE_RU}</h1><div class="news-header__lead">{LEAD_RU}</div>'
        f'</div><div class="text-content"><div class="text-block"><p>{FIRST_RU}</p></div><div class="text-include">'
        '<a href="/1"><span>Читайте также</span> Песков ответил на вопрос о поездке</a></div><h2>Подробности</h2>'
        f'<div class="text-block"><p>{SECOND_RU}</p><p>{THIRD_RU}</p></div></div></div>',
        [TITLE_RU, LEAD_RU, FIRST_RU, "Подробности", SECOND_RU, THIRD_RU],
    ),
    "tables for layout and breaks for paragraphs": (
        f'<TABLE><TR><TD colspan=3>{MENU}</TD></TR><TR><TD><A href=1>رئیس‌جمهور به باکو سفر می‌کند تا در نشست سران شرکت '
        f"کند</A></TD><TD><FONT size=4><B>{TITLE}</B></FONT><BR><BR>{FIRST}<BR>\n<BR>{SECOND}<BR>خط دوم</TD><TD>عکس"
        "</TD></TR></TABLE>",
        [TITLE, FIRST, f"{SECOND}\nخط دوم"],
    ),
    "one form around all of the page": (
        f'<form id="aspnetForm"><ul>{MENU}</ul><div id="content"><h1>{TITLE}</h1><p>{FIRST}</p></div>'
        f"<form><p>نظر شما</p></form></form>",
        [TITLE, FIRST],
    ),
    "an article inside what is named after an advertisement": (
        f'<div id="ad-wallpaper"><div class="post tag-energy"><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></div>'
        f'<div class="ad"><p>{LEAD}</p></div></div>',
        [TITLE, FIRST, SECOND],
    ),
    "one short paragraph among long warnings": (
        f'<div id="gdpr" class="cookie-consent"><p>{SECOND}{SECOND}</p></div><div class="news-page"><h1>{TITLE}</h1>'
        f'<div class="news-body">{FIRST}</div></div><div class="copyright-bar">{RIGHTS}{RIGHTS}</div>',
        [TITLE, FIRST],
    ),
    "the site's name as a heading too": (
        f'<div><h1>Новости</h1></div><div><h1>{TITLE_RU}</h1><p>{FIRST_RU}</p><p>{SECOND_RU}</p></div>',
        [TITLE_RU, FIRST_RU, SECOND_RU],
    ),
    "no heading, inside what is named after all it is about": (
        f'<div class="widget promo-page tag-energy"><p>{FIRST}</p><p>{SECOND}</p></div>'
        f'<div class="comments"><p>{LEAD}</p></div>',
        [FIRST, SECOND],
    ),
    "a first paragraph beside the rest": (
        f"<div class='page'><h1>{TITLE_RU}</h1><p>1 марта 2024, 12:30</p><p>{FIRST_RU}</p><div class='transcript'>"
        f"<p>{SECOND_RU}</p><p>{THIRD_RU * 20}</p></div></div>",
        [TITLE_RU, FIRST_RU, SECOND_RU, THIRD_RU * 20],
    ),
    "a heading of a lower level": (
        f'<h1>Образец</h1><div><h3>{TITLE_RU}</h3><div class="text"><p>{FIRST_RU}</p><p>{SECOND_RU}</p></div></div>',
        [TITLE_RU, FIRST_RU, SECOND_RU],
    ),
}  # fmt: skip


def page(folder: Path, body: str, head: str = "", encoding: str = "utf-8") -> Document:
    path = folder / "a.html"
    text = f'<!DOCTYPE html><html><head><meta charset="{encoding}">{head}</head><body>{body}</body></html>'
    path.write_bytes(text.encode(encoding))
    read = format_for(path).read
    assert read is not None
    (item,) = read(path, SCHEMA, Options())
    return item.document


@pytest.mark.parametrize("name", PAGES)
def test_the_article_comes_whole_and_alone(name: str, tmp_path: Path) -> None:
    body, wanted = PAGES[name]
    head = f'<title>{wanted[0]} | نمونه</title><meta property="og:site_name" content="Образец">'
    assert page(tmp_path, body, head).text.split("\n\n") == wanted


WRAPS = ("<p>{}</p>", "<div>{}</div>", "<div><p>{}</p></div>", "<section><div>{}</div></section>", "<li>{}</li>")


@given(st.lists(st.tuples(st.sampled_from(WRAPS), st.integers(1, 9)), min_size=1, max_size=12), st.booleans())
def test_no_paragraph_is_lost_in_whichever_boxes_they_stand(
    tmp_path_factory: pytest.TempPathFactory, boxes: list[tuple[str, int]], is_headed: bool
) -> None:
    texts = [f"{n}. " + " ".join([SECOND_RU] * times) for n, (_, times) in enumerate(boxes)]
    inside = "".join(wrap.format(text) for (wrap, _), text in zip(boxes, texts, strict=True))
    heading = f"<h1>{TITLE_RU}</h1>" if is_headed else ""
    body = f"<ul>{MENU}</ul><div class='news'>{heading}<div class='text'>{inside}</div></div>"
    made = page(tmp_path_factory.mktemp("page"), body).text.split("\n\n")
    assert made == [TITLE_RU] * is_headed + texts


# What pages say of themselves ---------------------------------------------------------------------------------------

BODY = f"<h1>{TITLE_RU}</h1><p>{FIRST_RU}</p>"
LD = '<script type="application/ld+json">{}</script>'


def facts(folder: Path, body: str = BODY, head: str = "") -> dict[str, object]:
    meta: dict[str, object] = dict(page(folder, body, head).meta)
    return {key: value for key, value in meta.items() if not key.startswith("source_")}


def test_what_is_told_to_search_engines_is_taken_where_nothing_else_is(tmp_path: Path) -> None:
    told = (
        '{"@context": "x", "@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "datePublished": '
        '"2024-03-01T12:30+0300", "author": [{"name": "И. Иванов"}, {"name": "П. Петров"}], '
        '"publisher": {"@type": "Organization", "name": "Образец"}}]}'
    )
    assert facts(tmp_path, head=LD.format(told)) == {
        "outlet": "Образец", "author": "И. Иванов, П. Петров", "date": "2024-03-01",
        "published": "2024-03-01T12:30+0300",
    }  # fmt: skip


@pytest.mark.parametrize(
    "told", ["{", "[" * 100_000, "null", '{"datePublished": {"name": 7}, "author": [[["x"]]]}', '{"@graph": {"a": 1}}']
)
def test_broken_words_to_search_engines_are_passed_over(told: str, tmp_path: Path) -> None:
    assert facts(tmp_path, head=LD.format(told)) == {}


def test_a_day_that_can_be_read_goes_before_one_that_cannot(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="20240301T1230">'
    assert facts(tmp_path, head=head) == {"date": "2024-03-01", "published": "2024-03-01T1230"}
    head = '<meta name="date" content="вчера"><meta name="pubdate" content="2024-03-01">'
    assert facts(tmp_path, head=head) == {"date": "2024-03-01"}


@pytest.mark.parametrize("shown", ["۱۹ بهمن ۱۴۰۲", "19 بهمن 1402", "۱۴۰۲/۱۱/۱۹"])
def test_a_day_that_only_readers_are_told_is_kept_as_it_stands(shown: str, tmp_path: Path) -> None:
    body = f'<div class="item-date"><span>{shown}، ۹:۳۰</span></div><h1>{TITLE}</h1><p>{FIRST}</p>'
    assert facts(tmp_path, body) == {"published": shown}


def test_a_name_goes_before_an_address_and_any_of_two_names_of_one_element_is_heard(tmp_path: Path) -> None:
    head = '<meta property="article:author" content="https://a.org/1"><meta name="author" content="И. Иванов">'
    assert facts(tmp_path, head=head)["author"] == "И. Иванов"
    head = '<meta itemprop="datePublished" property="x:y" content="2024-03-01">'
    assert facts(tmp_path, head=head)["date"] == "2024-03-01"


def test_of_two_headings_the_page_is_called_after_one(tmp_path: Path) -> None:
    body = f"<div><h1>Образец</h1></div>{BODY}"
    assert page(tmp_path, body, f"<title>{TITLE_RU} — Образец</title>").title == TITLE_RU
    assert page(tmp_path, body, "<title>Ещё одна страница</title>").title == "Ещё одна страница"


@pytest.mark.parametrize("declared", ["windows-1256", "windows-1251", "iso-8859-1"])
def test_a_page_saved_anew_in_utf8_is_read_whatever_it_still_declares(declared: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f'<meta charset="{declared}"><p>{FIRST}</p><p>{SECOND_RU}</p>', encoding="utf-8")
    read = format_for(tmp_path / "a.html").read
    assert read is not None
    assert next(iter(read(tmp_path / "a.html", SCHEMA, Options()))).document.text == f"{FIRST}\n\n{SECOND_RU}"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_a_page_in_an_old_encoding_is_read_as_it_declares(encoding: str, tmp_path: Path) -> None:
    assert page(tmp_path, f"<p>{FIRST_RU}</p>", encoding=encoding).text == FIRST_RU
