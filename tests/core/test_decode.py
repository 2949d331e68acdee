"""Bytes into text; what is guessed of a text."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.core import decode as module
from peyman.core.decode import check_text, decode, guess_direction, guess_language, guess_title, text_hash
from peyman.core.errors import PeymanError
from peyman.paths import seeds

PERSIAN = seeds("000_ffe36119c242371a.txt").read_bytes().decode()
WRAPPED = seeds("002_104d75ba511a0f5b.txt").read_bytes().decode()
RUSSIAN = seeds("004_6e70b530b08c33a1.txt").read_bytes().decode()
# windows-1256 has neither Persian ye nor Persian digits: whoever writes Persian in it writes the Arabic ones.
PERSIAN_1256 = PERSIAN.replace("ی", "ي").replace("۲", "2")

storable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: any(c.isalnum() for c in text)
)


def refused(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(PeymanError) as caught:
        decode(data, "کتاب.txt", encoding)
    assert "کتاب.txt" in str(caught.value)  # the sentence names the file
    return caught.value.code


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [PERSIAN, RUSSIAN, "سلام 😊\r\nخط۲\rپایان\n"])
def test_text_is_what_was_written_after_its_mark(mark: bytes, encoding: str, text: str) -> None:
    decoded = decode(mark + text.encode(encoding), "x")
    assert decoded.text == text
    assert (decoded.encoding, decoded.bom, decoded.guessed) == (encoding, bool(mark), False)


def test_only_one_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a", "x").text == "\ufeffa"


@pytest.mark.parametrize("text", [PERSIAN, RUSSIAN, "Plain words and\nmore of them."])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x")
    assert (decoded.text, decoded.encoding, decoded.bom) == (text, encoding, False)


@pytest.mark.parametrize("length", [60, 300, 3000])
def test_persian_in_windows_1256(length: int) -> None:
    decoded = decode(PERSIAN_1256[:length].encode("cp1256"), "x")
    assert decoded.encoding == "windows-1256"
    assert decoded.guessed
    assert decoded.text == PERSIAN_1256[:length]
    assert guess_language(decoded.text) == "fa"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("length", [60, 300, 3000])
def test_russian_in_legacy_encodings(encoding: str, length: int) -> None:
    text = RUSSIAN.translate(dict.fromkeys(map(ord, "«»"), '"'))[:length]
    decoded = decode(text.encode(encoding), "x")
    assert decoded.text == text
    assert codecs.lookup(decoded.encoding).name == codecs.lookup(encoding).name


def test_newlines_stay() -> None:
    text = "یک\r\nدو\rسه\n\r\nچهار\u2028پنج\x85شش"
    assert decode(text.encode(), "x").text == text


@given(storable)
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode(), "x").text == text


def test_chosen_encoding_wins() -> None:
    data = "Привет".encode("koi8-r")
    assert decode(data, "x", "KOI8-R").text == "Привет"
    assert decode(data, "x", "cp1251").text == "рТЙЧЕФ"
    # The bytes of UTF-8's mark are letters elsewhere, and a mark under any name of UTF-8.
    assert decode(codecs.BOM_UTF8 + b"a", "x", "cp1252").text == "ï»¿a"
    assert decode(codecs.BOM_UTF8 + b"a", "x", "UTF8").text == "a"
    assert refused(data, "no-such") == "text_encoding_unknown"
    assert refused(data, "rot13") == "text_encoding_unknown"
    assert refused(data, "utf-8") == "text_undecodable"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u200f\u00a0\n".encode()])
def test_nothing_to_read_is_refused(data: bytes) -> None:
    assert refused(data) == "text_empty"


@pytest.mark.parametrize(
    "data",
    ["سلام\n\0دنیا".encode(), b"words\n\0words, more\n\0", codecs.BOM_UTF16_LE + "سلام\n\0دنیا".encode("utf-16-le")],
)
def test_nul_is_refused_with_its_line(data: bytes) -> None:
    with pytest.raises(PeymanError, match="line 2") as caught:
        decode(data, "x")
    assert caught.value.code == "text_nul"


@pytest.mark.parametrize("line", [1, 7])
def test_damaged_utf8_is_not_taken_for_legacy(line: int) -> None:
    lines = PERSIAN.encode().split(b"\n")
    lines[line - 1] += b"\xff"
    with pytest.raises(PeymanError, match=f"line {line}:") as caught:
        decode(b"\n".join(lines), "x")
    assert caught.value.code == "text_not_utf8"


def test_truncated_files_are_refused() -> None:
    assert refused(PERSIAN.encode()[:101]) == "text_not_utf8"  # in the middle of a letter
    assert refused(codecs.BOM_UTF16_LE + "سلام".encode("utf-16-le")[:-1]) == "text_undecodable"
    assert refused(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00") == "text_undecodable"  # a lone surrogate


def test_what_is_no_text_is_refused() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + hashlib.sha512(b"x").digest() * 9
    assert refused(picture) in {"text_encoding_unclear", "text_nul"}
    noise = b"".join(hashlib.sha512(bytes([i])).digest() for i in range(50))
    assert refused(bytes(b for b in noise if b > 31)) == "text_encoding_unclear"


def test_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LENGTH", 10)
    assert decode(b"0123456789", "x").text == "0123456789"
    assert refused(b"0123456789a") == "text_too_long"
    with pytest.raises(PeymanError) as caught:
        check_text("۰۱۲۳۴۵۶۷۸۹۰", "x")
    assert caught.value.code == "text_too_long"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\r\nb\rc\nd\0", "text_nul", "line 4"),
        ("a\n\ud800", "text_surrogate", "line 2"),
        ("\udc00\ud800", "text_surrogate", "line 1"),
        ("\n \ufeff", "text_empty", "x"),
        ("", "text_empty", "x"),
    ],
)
def test_text_that_is_no_file(text: str, code: str, line: str) -> None:
    with pytest.raises(PeymanError, match=line) as caught:
        check_text(text, "x")
    assert caught.value.code == code


def test_hash_is_of_utf8() -> None:
    assert text_hash("سلام") == hashlib.sha256("سلام".encode()).hexdigest()
    assert text_hash("کی") != text_hash("كي")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PERSIAN, "fa"),
        (WRAPPED, "fa"),
        ("استاندار اردبیل", "fa"),
        ("سلام دنیا", "fa"),
        ("با همكاري گروه پزشكي تأسيس شد", "fa"),  # Arabic ye and kaf, as windows-1256 has them
        ("وقّع الوزيران اتفاقية جديدة في العاصمة لتعزيز التعاون بين البلدين", "other"),
        ("وزیر اعظم نے کہا ہے کہ ٹیکس میں بڑی کمی کی جائے گی", "other"),  # Urdu
        (RUSSIAN, "ru"),
        ("Президент України зустрівся із міністром, їхня розмова тривала", "other"),
        ("Azərbaycan Respublikasının Prezidenti görüş keçirib", "az"),
        ("İLHAM ƏLİYEV BAKIDA GÖRÜŞƏCƏK", "az"),
        ("The governor met Əliyev in Baku on Monday and promised to return with a plan soon enough", "en"),
        ("Prezident Aliyev görüşmelerde işbirliğinin güçlendirilmesini önerdi", "other"),  # Turkish
        ("Τα νέα της ημέρας", "other"),
        ("۱۲۳ — 456", "other"),
        ("", "other"),
        ("استاندار گفت (ASPROMO) Азия", "fa"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        (PERSIAN, "rtl"),
        (RUSSIAN, "ltr"),
        ("ASPROMO: کنفدراسیون کارفرمایان", "rtl"),
        ("12 (34) — 5", "ltr"),
        ("שלום world", "ltr"),
        ("", "ltr"),
    ],
)
def test_direction(text: str, direction: str) -> None:
    assert guess_direction(text) == direction


@given(st.text(st.sampled_from("آبپ\u064bא ،.5۵aZЯё\u200c漢ʰ"), max_size=12))
def test_the_direction_is_that_of_most_strong_characters(text: str) -> None:
    kinds = [unicodedata.bidirectional(character) for character in text]
    assert (guess_direction(text) == "rtl") == (sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (WRAPPED, "استاندار آذربایجان شرقی:"),
        (RUSSIAN, "Приоритеты сотрудничества"),
        ("\n\n##  خبر   یکم ##\nمتن", "خبر یکم"),
        ("\ufeff* * *\r\n**می‌خواهم** \r\nمتن", "می‌خواهم"),
        ("---\r۱۲", "۱۲"),
        ("… !", ""),
        ("ا" * 120, "ا" * 120),
        ("ا" * 200, "ا" * 119 + "…"),
        ("یک دو، " * 40, "یک دو، " * 16 + "یک دو…"),
        ("a" * 60 + " " + "b" * 59 + " c", "a" * 60 + "…"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert guess_title(text) == title


@given(st.text())
def test_titles_are_one_short_line(text: str) -> None:
    title = guess_title(text)
    assert len(title) <= module.TITLE_LENGTH
    assert not set(title) & set("\r\n")
    assert title == title.strip()
    assert bool(title) == any(c.isalnum() for c in text)
