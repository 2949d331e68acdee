"""Markdown shown as text: each paragraph runs its own way, and nothing is loaded from anywhere."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from peyman.core.guidelines import section_about
from peyman.gui.wording import text_direction

_LEADING = 128  # percent: Persian marks need room above and below
_HEADING_SIZES = {1: 1.45, 2: 1.2, 3: 1.08}  # of the text's size


class _Document(QTextDocument):
    """A document that refuses every image, style sheet and page."""

    def loadResource(self, _kind: int, _name: QUrl) -> None:  # type: ignore[override]
        return None


class MarkdownView(QTextBrowser):
    """Read-only Markdown. HTML in it is text, images leave their description, links lead to headings or nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)
        self._markdown = ""
        self._size = 0.0

    def set_point_size(self, size: float) -> None:
        """Set the size of the text, in points; a font set on the widget would be lost under a style sheet."""
        if size != self._size:
            self._size = size
            self._render()

    @property
    def markdown(self) -> str:
        return self._markdown

    def show_markdown(self, markdown: str) -> None:
        """Show a text from its beginning; the same text stays where it is."""
        if markdown == self._markdown and not self.document().isEmpty():
            return
        self._markdown = markdown
        self._render()

    def _render(self) -> None:
        document = rendered(self._markdown, self._font())
        document.setParent(self)
        self.setDocument(document)

    def _font(self) -> QFont:
        font = QFont(self.font())
        if self._size:
            font.setPointSizeF(self._size)
        return font

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.document().setDefaultFont(self._font())

    def go_to(self, heading: str) -> bool:
        """Scroll until a heading stands at the top; False if there is none with this text."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == heading.strip():
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 4)
                self.setTextCursor(QTextCursor(block))
                return True
            block = block.next()
        return False

    def _follow(self, url: QUrl) -> None:
        name = url.fragment()
        section = section_about(self._markdown, name, [name]) if name else None
        if section:
            self.go_to(plain(section.heading))

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None


def plain(markdown: str) -> str:
    """Return one line of Markdown without its marks, as `go_to` wants a heading."""
    document = QTextDocument()
    document.setMarkdown(markdown, _FEATURES)
    return document.toPlainText().strip()


_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def rendered(markdown: str, font: QFont) -> QTextDocument:
    """Return a document whose paragraphs take their direction from what they say, headings from the whole."""
    document = _Document()
    document.setDefaultFont(font)
    whole = text_direction(markdown)
    rtl = whole == Qt.LayoutDirection.RightToLeft
    document.setMarkdown(_mirrored_tables(markdown) if rtl else markdown, _FEATURES)
    option = QTextOption()
    option.setTextDirection(whole)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(14)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        _clean(block, cursor)
        _lay_out(block, cursor, whole, font)
        block = block.next()
    return document


def _clean(block: QTextBlock, cursor: QTextCursor) -> None:
    """Put the description in the place of each image, and take links away that lead out."""
    fragments = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragments.append(iterator.fragment())
        iterator += 1
    for place, length, form in reversed([(f.position(), f.length(), f.charFormat()) for f in fragments]):
        image, link = form.isImageFormat(), form.isAnchor() and not form.anchorHref().startswith("#")
        if not image and not link:
            continue
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        if image:
            said = form.property(QTextCharFormat.Property.ImageAltText) or ""
            cursor.insertText(str(said), QTextCharFormat())
        else:
            bare = QTextCharFormat(form)
            for name in _LINK:
                bare.clearProperty(name)
            cursor.setCharFormat(bare)


_LINK = (
    QTextCharFormat.Property.IsAnchor,
    QTextCharFormat.Property.AnchorHref,
    QTextCharFormat.Property.AnchorName,
    QTextCharFormat.Property.ForegroundBrush,
    QTextCharFormat.Property.FontUnderline,
    QTextCharFormat.Property.TextUnderlineStyle,
)


def _lay_out(block: QTextBlock, cursor: QTextCursor, whole: Qt.LayoutDirection, font: QFont) -> None:
    if (listed := block.textList()) and _NUMBERED.match(block.text()):
        listed.remove(block)  # the indent stays; the bullet would stand beside the number
    form = QTextBlockFormat(block.blockFormat())
    level = form.headingLevel()
    has_words = re.search(r"\w", block.text())
    form.setLayoutDirection(text_direction(block.text()) if has_words and not level else whole)
    form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    size = QFontInfo(font).pointSizeF()  # the font itself may be told in pixels
    if level:
        form.setTopMargin(size * (1.6 if level == 1 else 1.1))
        form.setBottomMargin(size * 0.4)
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + max(block.length() - 1, 0), QTextCursor.MoveMode.KeepAnchor)
    cursor.setBlockFormat(form)
    if (table := cursor.currentTable()) and whole == Qt.LayoutDirection.RightToLeft:
        across = table.format()
        across.setAlignment(Qt.AlignmentFlag.AlignRight)
        table.setFormat(across)
    if level:
        heading = QTextCharFormat()
        heading.setFontPointSize(size * _HEADING_SIZES.get(level, 1.0))
        heading.setFontWeight(QFont.Weight.Bold)
        cursor.mergeCharFormat(heading)


_NUMBERED = re.compile(r"\d+[.)]\s")  # Markdown knows no Persian digits, so they are written as words: «- ۱. …»
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")


def _mirrored_tables(markdown: str) -> str:
    """Write the columns of tables from the other side: Qt lays them out from left to right whatever one sets."""
    lines = markdown.split("\n")
    inside = False
    for number, line in enumerate(lines):
        if not inside and number + 1 < len(lines) and "|" in line and _RULE.fullmatch(lines[number + 1]):
            inside = True
        elif inside and "|" not in line:
            inside = False
        if inside:
            cells = _BAR.split(line.strip().removeprefix("|").removesuffix("|"))
            lines[number] = f"|{'|'.join(reversed(cells))}|"
    return "\n".join(lines)
