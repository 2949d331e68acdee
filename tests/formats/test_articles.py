"""Articles out of the files of other programs: golden files, columns, what is kept beside the text."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

import pytest

from drawn import SCHEMA
from formats.article_files import archive, cells, docx, pdf, xlsx
from peyman.core.errors import PeymanError
from peyman.core.model import Document
from peyman.formats import FORMATS, Options, format_for
from peyman.formats.column_articles import headings, letters
from peyman.formats.csv_table import RISKY, guarded, restored, unguarded
from peyman.formats.pdf import is_reversed

GOLDEN = Path(__file__).parents[1] / "data" / "formats" / "articles"
NEWS = "می‌خواهیم"


def articles(path: Path, **values: str) -> list[Document]:
    chosen = format_for(path)
    assert chosen.read is not None
    chosen.check_options(values, "import")
    return [item.document for item in chosen.read(path, SCHEMA, Options(values))]


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def without_source(document: Document, path: Path, kind: str) -> dict[str, object]:
    meta: dict[str, object] = dict(document.meta)
    assert meta.pop("source_kind") == kind
    assert meta.pop("source_sha256") == hashlib.sha256(path.read_bytes()).hexdigest()
    return meta


# Golden files ------------------------------------------------------------------------------------------------------


def test_a_web_page_gives_its_readable_text() -> None:
    (document,) = articles(GOLDEN / "news.html")
    assert document.text.split("\n\n") == [
        "دیدار وزیران در باکو", "وزیر نیرو گفت: می‌خواهیم خط انتقال برق را تا پایان سال بسازیم.",
        "خط نخست\nخط دوم این بند که کمی بلندتر است",
        "«قرارداد & تفاهم‌نامه» با نیم‌فاصله و\u00a0فاصلهٔ نشکن", "۲۰ میلیون دلار", "متن بی‌بند پس از فهرست",
    ]  # fmt: skip
    assert (document.name, document.title, document.language) == ("news.html", "دیدار وزیران در باکو", "fa")
    assert document.date == date(2025, 11, 21)
    assert without_source(document, GOLDEN / "news.html", "html") == {
        "outlet": "خبرگزاری نمونه", "author": "س. نمونه", "url": "https://example.org/fa/1", "date": "2025-11-21",
        "published": "2025-11-21T10:30:00+03:30",
    }  # fmt: skip


def test_a_word_document_gives_its_paragraphs_and_keeps_what_stands_beside_them() -> None:
    (document,) = articles(GOLDEN / "news.docx")
    assert document.text.split("\n") == [
        "دیدار در باکو", "وزیر گفت: می‌خواهیم بسازیم.", "", "one\ttwo", "three\u2011four & 😊", "در کادر", "پس از کادر",
        "خانهٔ ۱", "خانهٔ ۲",
    ]  # fmt: skip
    assert document.title == "دیدار"
    assert document.foreign == {"docx footnotes": ["یادداشت پایین صفحه"]}
    assert without_source(document, GOLDEN / "news.docx", "docx") == {
        "author": "س. نمونه", "created": "2025-11-21T07:00:00Z",
    }  # fmt: skip


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DELETED_END = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
SHOWN = '<w:vanish w:val="0"/>'
CELL = "<w:tc><w:p>{}</w:p></w:tc>"
WORDS = {
    "changes were tracked": (
        f"<w:p>{run('A ')}<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('from')}</w:moveFrom><w:moveTo>{run(' to')}</w:moveTo></w:p>", "A new to",
    ),
    "the end of a paragraph was deleted": (
        f"<w:p>{DELETED_END}{run('one ')}</w:p><w:p>{run('two')}</w:p><w:p>{run('three')}</w:p>", "one two\nthree",
    ),
    "a whole paragraph was deleted": (
        f"<w:p>{run('a')}</w:p><w:p>{DELETED_END}<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
        f"<w:p>{run('b')}</w:p>", "a\nb",
    ),
    "the end of the last paragraph of a cell was deleted": (
        f"<w:tbl><w:tr>{CELL.format(DELETED_END + run('a'))}{CELL.format(run('b'))}</w:tr></w:tbl>", "a\nb",
    ),
    "the end of the last paragraph of all was deleted": (f"<w:p>{DELETED_END}{run('a')}</w:p>", "a"),
    "hidden text": (
        f"<w:p>{run('a')}{run('x', '<w:vanish/>')}{run('b', SHOWN)}{run('c')}</w:p>", "abc",
    ),
    "links, fields and controls": (
        f"<w:p><w:hyperlink>{run('link ')}</w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r>"
        f"<w:fldSimple>{run('7 ')}</w:fldSimple><w:sdt><w:sdtPr/><w:sdtContent>{run('control')}</w:sdtContent></w:sdt>"
        f"</w:p><w:sdt><w:sdtContent><w:p>{run('own')}</w:p></w:sdtContent></w:sdt>", "link 7 control\nown",
    ),
    "breaks and tabs": (
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('a')}<w:r><w:br/></w:r>{run('b')}<w:r><w:ptab/></w:r>"
        f"{run('c')}</w:p>", "a\nb\tc",
    ),
    "formulas and readings above letters": (
        f'<w:p>{run("a ")}<m:oMath xmlns:m="{MATH}"><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:ruby>'
        f"<w:rt>{run('read')}</w:rt><w:rubyBase>{run(' base')}</w:rubyBase></w:ruby></w:r></w:p>", "a x=1 base",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_a_word_document_gives_what_its_readers_see(name: str, tmp_path: Path) -> None:
    body, wanted = WORDS[name]
    assert articles(put(tmp_path, "a.docx", docx(body)))[0].text == wanted


def test_the_main_part_of_a_word_document_may_be_numbered(tmp_path: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "_rels/.rels": f'<R xmlns="x"><Relationship Type="{kind}" Target="/word/document2.xml"/></R>',
        "word/document2.xml": f'<w:document xmlns:w="{word}"><w:body><w:p>{run("One")}</w:p></w:body></w:document>',
    }
    assert articles(put(tmp_path, "a.docx", archive(parts)))[0].text == "One"


def test_rows_of_csv_are_articles() -> None:
    first, second = articles(GOLDEN / "news.csv")
    assert (first.name, first.title, first.text) == ("7", "دیدار", 'خط ۱\r\nخط ۲; با "گیومه"')
    assert without_source(first, GOLDEN / "news.csv", "csv") == {
        "outlet": "آران", "note": "=1+1", "date": "2025-11-21",
    }  # fmt: skip
    assert (second.name, second.text) == ("8", "'سلام'")
    assert without_source(second, GOLDEN / "news.csv", "csv") == {"published": "۳۰ آبان ۱۴۰۴"}


def test_rows_of_a_sheet_are_articles() -> None:
    first, second = articles(GOLDEN / "news.xlsx")
    assert (first.name, first.text) == ("7", "می‌خواهیم بسازیم.")
    assert without_source(first, GOLDEN / "news.xlsx", "xlsx") == {"outlet": "آران", "date": "2025-11-21"}
    assert (second.name, second.text) == ("news 0004", "خط ۱\r\nخط ۲ _x0041_")
    assert without_source(second, GOLDEN / "news.xlsx", "xlsx") == {"outlet": "true", "published": "۳۰ آبان ۱۴۰۴"}
    (other,) = articles(GOLDEN / "news.xlsx", sheet="Other", text="A")
    assert (other.text, other.name) == ("x", "news 0002")


def test_a_pdf_gives_its_lines(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf", pdf(["Приоритеты", "В Баку состоялась встреча."]))
    (document,) = articles(path)
    assert document.text.split() == ["Приоритеты", "В", "Баку", "состоялась", "встреча."]
    assert document.text.startswith("Приоритеты\n")
    assert document.title == "A title"
    assert without_source(document, path, "pdf") == {"author": "Somebody", "created": "2025-11-21"}


# Columns -----------------------------------------------------------------------------------------------------------


def test_columns_are_chosen_by_heading_whatever_its_case(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Key,Words,When,Extra\nk1,One two,2024-02-29,e\n")
    (document,) = articles(path, text="words", name="KEY", date="When")
    assert (document.name, document.text, document.date) == ("k1", "One two", date(2024, 2, 29))
    assert without_source(document, path, "csv") == {"date": "2024-02-29", "Extra": "e"}


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_delimiters_and_encodings_are_found(between: str, encoding: str, tmp_path: Path) -> None:
    rows = [["نام", "متن", "منبع"], ["یک", "وزیر نیرو در گنجه با همتای خود دیدار کرد و پیمان بست", "آران"]]
    data = "\r\n".join(between.join(f'"{cell}"' for cell in row) for row in rows)
    data = data.replace("ی", "ي").replace("ک", "ك") if encoding == "cp1256" else data
    (document,) = articles(put(tmp_path, "a.csv", data.encode(encoding)))
    assert document.text.startswith("وز")
    assert document.meta[next(iter(document.meta))] == "آران"


def test_excels_own_line_about_the_delimiter_is_believed(tmp_path: Path) -> None:
    (document,) = articles(put(tmp_path, "a.csv", "sep=|\r\ntext|a,b\r\nOne, two|x\r\n"))
    assert (document.text, document.meta["a,b"]) == ("One, two", "x")


def test_a_table_without_headings_has_letters(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "k1,One two\nk2,Three\n")
    made = articles(path, header="no", text="B", name="A")
    assert [(d.name, d.text) for d in made] == [("k1", "One two"), ("k2", "Three")]
    assert (letters(0), letters(25), letters(26), letters(701), letters(702)) == ("A", "Z", "AA", "ZZ", "AAA")
    assert headings(["a", " ", "a", "a (2)"]) == ("a", "B", "a (2)", "a (2) (2)")


def test_rows_without_a_text_are_refused_or_skipped(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "text,n\nOne,1\n,2\n")
    with pytest.raises(PeymanError, match="row 3"):
        articles(path)
    assert [d.text for d in articles(path, empty="skip")] == ["One"]


def test_without_a_text_column_the_columns_are_listed(tmp_path: Path) -> None:
    for name, data in (("a.csv", b"x,y\n1,2\n"), ("a.xlsx", xlsx(cells("x", "y") + cells("1", "2")))):
        with pytest.raises(PeymanError) as caught:
            articles(put(tmp_path, name, data))
        assert caught.value.code == "columns_untold"
        assert "“x”, “y”" in str(caught.value)


def test_an_escape_that_is_ours_is_undone_and_an_apostrophe_that_is_not_is_kept() -> None:
    for text in ("=1+1", "+7", "'quoted", "plain", "", "＝x", "\tx"):
        assert restored(guarded(text)) == unguarded(guarded(text)) == text
    for text in ("'quoted'", "'تهران' گفت"):
        assert restored(text) == text
    assert all(restored(f"'{start}x") == f"{start}x" for start in RISKY)


# Pages and PDF -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-8-sig"])
def test_a_page_is_decoded_as_it_says(encoding: str, tmp_path: Path) -> None:
    text = "وزير در اين ديدار از همكاري دو كشور در زمينه نيرو سخن گفت"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'
    (document,) = articles(put(tmp_path, "a.html", page.encode(encoding)))
    assert document.text == text


def test_a_page_that_declares_the_wrong_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    page = f'<meta charset="us-ascii"><p>{NEWS} {NEWS}</p>'
    assert articles(put(tmp_path, "a.htm", page))[0].text == f"{NEWS} {NEWS}"


def test_text_back_to_front_is_told_by_the_commonest_words() -> None:
    plain = "این خبر را که از تهران است به ما گفت"
    assert not is_reversed(plain)
    assert is_reversed(plain[::-1])
    assert not is_reversed("Ничего такого здесь нет. Nothing here.")


def test_glyphs_without_a_letter_are_told(tmp_path: Path) -> None:
    (document,) = articles(put(tmp_path, "a.pdf", pdf(["word " * 15] * 39 + ["word \x02"])))
    assert document.foreign == {"pdf glyphs without a letter": 1}
    with pytest.raises(PeymanError) as caught:
        articles(put(tmp_path, "b.pdf", pdf(["wo\x02rd w\x03ord"])))
    assert caught.value.code == "pdf_unmapped"


@pytest.mark.parametrize(("name", "package"), [("a.html", "lxml"), ("a.pdf", "pypdfium2")])
def test_a_missing_extra_is_named(name: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PeymanError) as caught:
        articles(put(tmp_path, name, b"x"))
    assert caught.value.code == "format_needs"
    assert f"needs {package}" in str(caught.value)
    assert 'pip install "peyman[articles]"' in str(caught.value)


def test_word_and_excel_need_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("lxml", "pypdfium2"):
        monkeypatch.setitem(sys.modules, module, None)
    body = "<w:p><w:r><w:t>One</w:t></w:r></w:p>"
    assert articles(put(tmp_path, "a.docx", docx(body)))[0].text == "One"
    assert articles(put(tmp_path, "a.xlsx", xlsx(cells("text") + cells("One"))))[0].text == "One"


def test_every_reader_of_articles_only_says_so() -> None:
    kinds = {f.name for f in FORMATS if f.read and not f.is_writable}
    assert kinds == {"text", "html", "docx", "pdf"}
    assert {f.name for f in FORMATS if f.articles_in} == {"csv", "xlsx"}  # what goes out of those holds more
    assert all(f.holds == {"texts", "metadata"} for f in FORMATS if f.name in kinds - {"text"})
