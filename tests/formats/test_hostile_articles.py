"""Hostile and broken files of the importers of articles: one clear sentence each, and the project stays untouched."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from core.making import article, default_schema, make_project, refused
from formats.article_files import archive, cells, docx, pdf, xlsx
from peyman import cli
from peyman.core.project import Project
from peyman.exchange import import_paths
from peyman.formats import Options, articles, column_articles, format_for

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PAGE = "<p>A paragraph that is long enough to be one.</p>"
ONE = "<w:p><w:r><w:t>One</w:t></w:r></w:p>"
BOMB = b" " * (300 << 20)


def encrypted(data: bytes) -> bytes:
    """Set the flag of encryption on every member, in both places where it stands."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data = data[: at + place] + bytes([data[at + place] | 1]) + data[at + place + 1 :]
            at = data.find(mark, at + 4)
    return data


def twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("word/document.xml", "One")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("word/document.xml", "Two")
    return stream.getvalue()


def one_cell(inside: str) -> bytes:
    return xlsx(cells("text") + f"<row>{inside}</row>")


# File, what is in it, and the code of the sentence.
CASES: list[tuple[str, str, bytes, str]] = [
    # Web pages
    ("html of nothing", "a.html", b"", "text_empty"),
    ("html without a paragraph", "a.html", b"<html><head><title>x</title></head><body></body></html>", "html_no_text"),
    ("html of menus only", "a.html", b"<nav><p>Home</p></nav><script>alert(1)</script>", "html_no_text"),
    ("html with entities of its own", "a.html", f"{OUTSIDE}<p>&x;</p>".encode(), "html_declares"),
    ("html with a subset", "a.xhtml", f"<!DOCTYPE html [ ]>{PAGE}".encode(), "html_declares"),
    ("html that hides them in UTF-16", "a.html", f"{OUTSIDE}{PAGE}".encode("utf-16"), "html_declares"),
    ("html with NUL", "a.html", b"<p>A\0B</p>" + PAGE.encode(), "text_nul"),
    ("html with NUL as a reference", "a.html", b"<p>A&#0;</p>", ""),
    ("html with half a pair", "a.html", b"<p>A&#xd83d; paragraph that is long enough</p>", ""),
    ("html of broken UTF-8", "a.html", "متن خبر بلند".encode() + b"\xff", "text_not_utf8"),
    ("html of random bytes", "a.html", bytes(range(1, 256)) * 3, "text_encoding_unclear"),
    ("html too long", "a.html", b"<p>" + b"x" * 20_000_001, "text_too_long"),
    ("html without a bottom", "a.html", b"<div>" * 100_000 + PAGE.encode(), "html_no_text"),
    # Word
    ("docx of text", "a.docx", b"Dear Sir or Madam", "office_zip"),
    ("docx of nothing", "a.docx", b"", "office_zip"),
    ("docx cut off", "a.docx", docx(ONE)[:-30], "office_zip"),
    ("docx with its middle torn out", "a.docx", docx(ONE * 50).replace(b"word/document.xml", b"word/documant.xml", 1),
     "office_zip"),
    ("docx of another program", "a.docx", xlsx(), "docx_other"),
    ("docx of an old kind", "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "office_locked"),
    ("docx locked", "a.docx", encrypted(docx(ONE)), "office_locked"),
    ("docx with laughs", "a.docx", archive({"word/document.xml": f"{LAUGHS}<x>&b;</x>"}), "office_doctype"),
    ("docx that reads files", "a.docx", archive({"word/document.xml": f"{OUTSIDE}<x>&x;</x>"}), "office_doctype"),
    ("docx that hides it in UTF-16", "a.docx",
     archive({"word/document.xml": f"{OUTSIDE}<x>&x;</x>".encode("utf-16")}), "office_doctype"),
    ("docx with laughs in its notes", "a.docx", docx(ONE, **{"word/footnotes.xml": f"{LAUGHS}<x>&b;</x>"}),
     "office_doctype"),
    ("docx with laughs in its properties", "a.docx", docx(ONE, **{"docProps/core.xml": f"{LAUGHS}<x>&b;</x>"}),
     "office_doctype"),
    ("docx with an entity of nobody's", "a.docx", docx("<w:p>&nobody;</w:p>"), "office_xml"),
    ("docx of broken XML", "a.docx", docx("<w:p><w:r>"), "office_xml"),
    ("docx that explodes", "a.docx", archive({"word/document.xml": BOMB}), "office_bomb"),
    ("docx without a bottom", "a.docx", docx("<w:p>" * 5000 + "</w:p>" * 5000), "office_zip"),
    ("docx with a part twice", "a.docx", twice(), "office_zip"),
    ("docx of many parts", "a.docx", archive({f"{n}": "" for n in range(10_001)}), "office_zip"),
    ("docx without a text", "a.docx", docx("<w:p/>"), "text_empty"),
    # Excel
    ("xlsx of text", "a.xlsx", b"name,text", "office_zip"),
    ("xlsx of another program", "a.xlsx", docx(ONE), "office_zip"),
    ("xlsx without a sheet", "a.xlsx", xlsx("", ""), "office_zip"),
    ("xlsx with a sheet that is nowhere", "a.xlsx", xlsx("", '<sheet name="A" r:id="r9"/>'), "office_zip"),
    ("xlsx that leads out", "a.xlsx",
     xlsx(**{"xl/_rels/workbook.xml.rels": '<R xmlns="x"><Relationship Id="r1" Target="../../../etc/passwd"/></R>'}),
     "office_zip"),
    ("xlsx with laughs", "a.xlsx", xlsx(**{"xl/sharedStrings.xml": f"{LAUGHS}<sst>&b;</sst>"}), "office_doctype"),
    ("xlsx with laughs in its styles", "a.xlsx", xlsx(**{"xl/styles.xml": f"{LAUGHS}<x/>"}), "office_doctype"),
    ("xlsx that explodes", "a.xlsx", xlsx(**{"xl/sharedStrings.xml": BOMB}), "office_bomb"),
    ("xlsx of nothing", "a.xlsx", xlsx(), "columns_empty"),
    ("xlsx without a text", "a.xlsx", xlsx(cells("x", "y") + cells("1", "2")), "columns_untold"),
    ("xlsx with a string that is nowhere", "a.xlsx", one_cell('<c t="s"><v>7</v></c>'), "xlsx_cell"),
    ("xlsx with a string before the first", "a.xlsx", one_cell('<c t="s"><v>-1</v></c>'), "xlsx_cell"),
    ("xlsx with an error", "a.xlsx", one_cell('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'), "xlsx_error"),
    ("xlsx with cells backwards", "a.xlsx", one_cell('<c r="B2"><v>1</v></c><c r="A2"><v>1</v></c>'), "xlsx_cell"),
    ("xlsx at the end of the world", "a.xlsx", one_cell('<c r="XFD2"><v>1</v></c>'), "columns_many"),
    ("xlsx with a day that never comes", "a.xlsx",
     xlsx(cells("text") + '<row><c s="0"><v>1e300</v></c></row>',
          **{"xl/styles.xml": '<s xmlns="x"><cellXfs><xf numFmtId="14"/></cellXfs></s>'}), "xlsx_cell"),
    ("xlsx with NUL in disguise", "a.xlsx", one_cell('<c t="inlineStr"><is><t>A_x0000_</t></is></c>'), "text_nul"),
    ("xlsx with half a pair", "a.xlsx", one_cell('<c t="inlineStr"><is><t>A_xD83D_</t></is></c>'), "text_surrogate"),
    # CSV
    ("csv of nothing", "a.csv", b"", "text_empty"),
    ("csv of headings only", "a.csv", b"text,name\n", "columns_empty"),
    ("csv without a text", "a.csv", b"x,y\n1,2\n", "columns_untold"),
    ("csv with a quote that never ends", "a.csv", b'text\n"One\nTwo\n', "csv_syntax"),
    ("csv with a quote in the middle", "a.csv", b'text\n"One"two\n', "csv_syntax"),
    ("csv with NUL", "a.csv", b"text\nO\0e\n", "text_nul"),
    ("csv of broken UTF-8", "a.csv", "text\nمتن خبر بلند\n".encode() + b"\xff\n", "text_not_utf8"),
    ("csv of many columns", "a.csv", b"text" + b",x" * 600 + b"\n", "columns_many"),
    ("csv with an empty text", "a.csv", b"text,x\n,1\n", "columns_no_text"),
    ("csv with an invisible text", "a.csv", "text,x\n\u200c,1\n".encode(), "text_empty"),
    ("csv with a cell too long", "a.csv", b"text\n" + b"x" * 20_000_001, "csv_syntax"),
    ("csv with two such headings", "a.csv", b"text,body\nOne,Two\n", "columns_untold"),
    ("csv of commitments", "a.csv", b"article,title,type,sentence,quote\na,b,c,d,e\n", "columns_untold"),
    # PDF
    ("pdf of text", "a.pdf", b"Dear Sir or Madam", "pdf_broken"),
    ("pdf of nothing", "a.pdf", b"", "pdf_broken"),
    ("pdf cut off", "a.pdf", pdf(["One"])[:300], "pdf_broken"),
    ("pdf without pages", "a.pdf", pdf(["One"]).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [     ] /Count 0"),
     "pdf_broken"),
    ("pdf in a circle", "a.pdf", pdf(["One"]).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "pdf_broken"),
    ("pdf of a picture", "a.pdf", pdf([]), "pdf_no_text"),
    ("pdf locked", "a.pdf",
     pdf(["One"], extra="/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) "
         "/U (12345678901234567890123456789012) /P -4 >> /ID [(1234567890123456) (1234567890123456)]"), "pdf_locked"),
    ("pdf locked strangely", "a.pdf", pdf(["One"], extra="/Encrypt << /Filter /Odd >>"), "pdf_broken"),
    ("pdf back to front", "a.pdf", pdf(["این خبر را که از تهران است به ما گفت"]), "pdf_reversed"),
    ("pdf back to front in shapes", "a.pdf", pdf(["ﺍﯾﻦ ﺧﺒﺮ ﺭﺍ ﮐﻪ ﺍﺯ ﺗﻬﺮﺍﻥ ﺍﺳﺖ ﺑﻪ ﻣﺎ ﮔﻔﺖ"]), "pdf_reversed"),
    ("pdf of glyphs without letters", "a.pdf", pdf(["One \x03 two \x04"]), "pdf_unmapped"),
]  # fmt: skip
REFUSED = [case for case in CASES if case[3]]


def put(folder: Path, cases: list[tuple[str, str, bytes, str]]) -> list[Path]:
    paths = []
    for number, (_, name, data, _) in enumerate(cases):
        paths.append(folder / f"{number:03}" / name)
        paths[-1].parent.mkdir()
        paths[-1].write_bytes(data)
    return paths


def test_each_is_refused_in_one_sentence_and_changes_nothing(tmp_path: Path) -> None:
    with make_project(tmp_path / "p.peyman", article("there.txt", "Moscow is there")) as project:
        before = project.counts()
        report = import_paths(project, put(tmp_path, REFUSED))
        assert project.counts() == before
        assert project.check() == []
    told = {one.file: one.reason for one in report.refused}
    found = [(name, told[str(tmp_path / f"{n:03}" / file)].code) for n, (name, file, _, _) in enumerate(REFUSED)]
    assert found == [(name, code) for name, _, _, code in REFUSED]
    for reason in told.values():
        assert "\n" not in str(reason)
        assert "“a." in str(reason)
        assert "Traceback" not in str(reason)
        assert len(str(reason)) < 400


def test_a_word_document_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(articles.LARGEST + 1)
    read = format_for(path).read
    assert read is not None
    with refused("article_large"):
        list(read(path, default_schema(), Options()))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_of_many_articles_has_a_cap_of_its_own(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"text\nOne\n" if name == "a.csv" else xlsx(cells("text") + cells("One"))
    [path] = put(tmp_path, [("a table", name, data, "")])
    read = format_for(path).read
    assert read is not None
    assert column_articles.LARGEST > articles.LARGEST
    monkeypatch.setattr(column_articles, "LARGEST", len(data))
    assert [item.document.text for item in read(path, default_schema(), Options())] == ["One"]
    monkeypatch.setattr(column_articles, "LARGEST", len(data) - 1)
    with refused("columns_large"):
        list(read(path, default_schema(), Options()))


def test_what_looks_bad_and_does_no_harm_comes_in(tmp_path: Path) -> None:
    harmless = [case for case in CASES if not case[3]]
    with make_project(tmp_path / "p.peyman") as project:
        report = import_paths(project, put(tmp_path, harmless))
        assert not report.refused
        texts = [project.document(number).text for number in project.document_numbers()]
        assert len(texts) == len(harmless)
        assert not any("\0" in text or "\ud83d" in text for text in texts)


def test_the_command_line_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_project(tmp_path / "p.peyman").close()
    some = REFUSED[::9]
    assert cli.run(["import", str(tmp_path / "p.peyman"), *map(str, put(tmp_path, some))], lambda path: 0) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("peyman: ")]
    assert len(told) == len(some)
    with Project.open(tmp_path / "p.peyman") as project:
        assert project.counts()["documents"] == 0


def test_there_are_enough_of_each() -> None:
    kinds = [name.split()[0] for name, _, _, _ in CASES]
    assert all(kinds.count(kind) >= 10 for kind in ("html", "docx", "xlsx", "csv", "pdf"))
