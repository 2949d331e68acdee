"""Files of other programs for tests, made by hand: archives of Office, PDF."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def docx(body: str = "", **parts: str | bytes) -> bytes:
    """A Word document; `body` is what its paragraphs are."""
    return archive({"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>', **parts})


def xlsx(rows: str = "", sheets: str = '<sheet name="A" r:id="r1"/>', /, **parts: str | bytes) -> bytes:
    """A spreadsheet; `rows` is what its one sheet holds."""
    head = f'xmlns="{SHEET}" xmlns:r="{LINKS}"'
    return archive(
        {
            "xl/workbook.xml": f"<workbook {head}><sheets>{sheets}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="r1" Target="worksheets/s.xml"/>'
            "</Relationships>",
            "xl/worksheets/s.xml": f"<worksheet {head}><sheetData>{rows}</sheetData></worksheet>",
            **parts,
        }
    )


def cells(*texts: str) -> str:
    """A row of a sheet."""
    made = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row>{''.join(made)}</row>"


def pdf(lines: Sequence[str], *, extra: str = "", unmapped: str = "", turn: str = "1 0 0 1 0 0") -> bytes:
    """A PDF with these lines from the left, as they are given, under the matrix `turn`.

    Its font tells no letter for the characters in `unmapped`.
    """
    letters = sorted(set("".join(lines)))
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    pairs = "".join(
        f"<{codes[letter]:04x}> <{letter.encode('utf-16-be').hex()}>\n" for letter in letters if letter not in unmapped
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(letters)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap\nend\nend"
    )
    shown = ""
    for number, line in enumerate(lines):
        coded = "".join(f"{codes[letter]:04x}" for letter in line)
        shown += f"1 0 0 1 50 {800 - 20 * number} Tm <{coded}> Tj\n"
    content = f"{turn} cm BT /F1 12 Tf\n{shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] "
        "/ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /DW 500 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        "<< /Title (A title) /Author (Somebody) /CreationDate (D:20251121103000Z) >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 8 0 R {extra} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + tail.encode()
