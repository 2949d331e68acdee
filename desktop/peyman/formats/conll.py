"""CoNLL: a word and its tag on each line (IOB2 or BIOES), a blank line after each sentence.

An article begins with `-DOCSTART-` and, in ours, its name, the SHA-256 of its text and whose the tags are, as one
JSON object. One layer is written (`--option layer=`), and of spans that overlap the outermost or the innermost
(`--option keep=`). A blank inside a word is written as `_`.

The text itself is not in it. Where the project has it (by its SHA-256, or by the name a foreign mark gives), the
words are found in it, in order; else a text is made of them, with a space between words and a line for each
sentence. Read are two or more columns with the word first and the tag last, IOB1, IOB2, BIOES and BILOU, in letters
of any case; and CoNLL-U with `NER=` or `NE=` in its last column (MISC), of which words as they are written (`2-3`) go
before those that they are analysed into. Other columns and comment lines are kept in the annotation set's `foreign`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, NoReturn

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Json, Span
from peyman.core.schema import Schema

from .base import DEFAULTS, Format, Labels, Loss, Option, Options, Tally, Thing
from .building import SetBuilder, plain_document, short, text_lines, unicode_name
from .losses import counted
from .strict_json import parse_object
from .words import covered, sentence_words

MARK = "-DOCSTART-"
UNIVERSAL = ".conllu"
SPAN_LAYERS = ("entity", "commitment", "argument")
LAYER = Option(
    "layer", "which layer the tags are of", "entity", SPAN_LAYERS, "",
    QT_TRANSLATE_NOOP("options", "Layer of the tags"),
)  # fmt: skip
SCHEME = Option(
    "scheme", "how tags tell where a span begins and ends", "IOB2", ("IOB2", "BIOES"), "export",
    QT_TRANSLATE_NOOP("options", "Scheme of the tags"),
)  # fmt: skip
KEEP = Option(
    "keep", "which of overlapping spans is written", "outermost", ("outermost", "innermost"), "export",
    QT_TRANSLATE_NOOP("options", "Of overlapping spans"),
    {
        "outermost": QT_TRANSLATE_NOOP("options", "the outermost is written"),
        "innermost": QT_TRANSLATE_NOOP("options", "the innermost is written"),
    },
)  # fmt: skip
_BLANK = re.compile(r"\s")
_TAG = re.compile(r"([BIESLUO])-(\S+)|O", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9})|\.[0-9]{1,9})?")  # of a word, of several, of one that is not said
_IN_MISC = ("NER", "NE")  # where CoNLL-U has tags
_NEW_ARTICLE = re.compile(r"# *newdoc(?: +id *= *(.+))?")
_NAME = re.compile(r"\(?([^\s()]+)\)?")
_PLACEHOLDERS = ("-X-", "O", "-Y-", "_", "0")

MESSAGES |= {
    "conll_columns": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{found}” is no word with its tag. Write a word, a tab or a space, and its tag.",
    ),
    "conll_tag": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{found}” is no tag. Write O, or B- or I- (also E- and S-) with a label.",
    ),
    "conll_mark": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: what follows -DOCSTART- is not what Peyman writes there. Correct it."
    ),
    "conll_word": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: the word “{found}” does not come next in the text of “{name}”, which this project "
        "has. Correct the file, or remove the mark.",
    ),
    "conll_untold": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” tells no entities: no word has NER= or NE= in the last of its ten columns. Add them, or import its "
        "text as .txt.",
    ),
    "conll_empty": QT_TRANSLATE_NOOP("errors", "“{file}” holds no word. Choose another file."),
    "conll_loss_layers": QT_TRANSLATE_NOOP("errors", "{count} spans of other layers are left out"),
    "conll_loss_overlaps": QT_TRANSLATE_NOOP(
        "errors", "{count} spans that overlap others are left out, by the rule that was chosen"
    ),
    "conll_loss_edges": QT_TRANSLATE_NOOP("errors", "{count} spans grow or shrink to whole words"),
    "conll_loss_wordless": QT_TRANSLATE_NOOP("errors", "{count} spans that touch no word are left out"),
    "conll_loss_blanks": QT_TRANSLATE_NOOP("errors", "{count} words have a blank inside, which becomes “_”"),
}


# Writing -----------------------------------------------------------------------------------------------------------

HOLDS: frozenset[Thing] = frozenset({"annotators", "gold"})


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write the words of each item, with the tags of one layer."""
    for item in items:
        stream.write("".join(_lines(item, options, Tally())).encode())


def plan(
    items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> list[Loss]:
    """Count what words with tags cannot hold."""
    tally = Tally()
    for item in counted(items, HOLDS | {"nested", "crossing"}, tally):
        for _ in _lines(item, options, tally):
            pass
    return tally.losses()


def as_cut(
    path: Path, items: Iterable[AnnotatedDocument], schema: Schema, options: Options = DEFAULTS
) -> Iterator[bytes]:
    """Yield the lines of `items`, their words cut as in a file of ours: the file itself, if it says nothing else.

    Raises:
        PeymanError: `conll_…`, `text_file_…`.
    """
    reader = _Reader(path, Labels(schema, options), options)
    articles = reader.articles()
    for item in items:
        article = next(articles, None)
        tokens = tuple(reader.aligned(article, item.document)) if article is not None else ()
        cut = replace(item, document=replace(item.document, tokens=tokens))
        for line in _lines(cut, options, Tally()):
            yield from line.encode().splitlines(keepends=True)


def _lines(item: AnnotatedDocument, options: Options, tally: Tally) -> Iterator[str]:
    document, annotations = item.document, item.annotations
    about: dict[str, object] = {"name": document.name, "sha256": document.sha256}
    if annotations is not None:
        about |= {"annotator": annotations.annotator, "gold": annotations.kind == "gold"}
    yield f"{MARK}\t{json.dumps(about, ensure_ascii=False)}\n\n"
    sentences = sentence_words(document)
    rows = [word for sentence in sentences for word in sentence]
    tags = ["O"] * len(rows)
    if annotations is not None:
        _tag(document, annotations, rows, tags, options, tally)
    number = 0
    for sentence in sentences:
        for start, end in sentence:
            word = document.text[start:end]
            if _BLANK.search(word):
                tally.add("conll_loss_blanks", f"{document.name}: {short(word)}")
                word = _BLANK.sub("_", word)
            yield f"{word}\t{tags[number]}\n"
            number += 1
        yield "\n"


def _tag(
    document: Document, annotations: AnnotationSet, rows: list[Extent], tags: list[str], options: Options, tally: Tally
) -> None:
    """Tag the words of the spans of one layer that do not get into each other's way."""
    def where(span: Span) -> str:
        return f"{document.name}: {span.source_id or span.id}"

    spans = [span for span in annotations.spans if span.layer == options.of(LAYER)]
    for span in annotations.spans:
        tally.add("conll_loss_layers", where(span), span.layer != options.of(LAYER))
    if options.of(KEEP) == "innermost":
        spans.sort(key=lambda span: span.end - span.start)
    for span in spans:
        first, after = covered(rows, span.start, span.end)
        if first == after:
            tally.add("conll_loss_wordless", where(span))
        elif any(tag != "O" for tag in tags[first:after]):
            tally.add("conll_loss_overlaps", where(span))
        else:
            tally.add("conll_loss_edges", where(span), (rows[first][0], rows[after - 1][1]) != (span.start, span.end))
            tags[first:after] = _tags(_BLANK.sub("_", span.label), after - first, options.of(SCHEME))


def _tags(label: str, count: int, scheme: str) -> list[str]:
    tags = [f"B-{label}", *[f"I-{label}"] * (count - 1)]
    if scheme == "BIOES":
        tags[-1] = f"S-{label}" if count == 1 else f"E-{label}"
    return tags


# Reading -----------------------------------------------------------------------------------------------------------


@dataclass
class _Article:
    """What stands between two marks: lines of sentences, with their numbers."""

    line: int
    name: str = ""
    sha256: str = ""
    annotator: str | None = ""  # None: ours, without an annotation set
    gold: bool = False
    ours: bool = False
    sentences: list[list[tuple[int, str, str]]] = field(default_factory=lambda: [[]])  # line, word, tag
    columns: list[str] = field(default_factory=list)
    analysed: int = 0  # number of the last word that one as it is written was analysed into
    comments: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not any(self.sentences)


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield the articles of a file, one at a time.

    Unknown labels are gathered over the whole file; from the first one on nothing more is yielded.

    Raises:
        PeymanError: `conll_…`, `labels_unknown`, `annotator_not_told`, `text_file_…`, and what `check_text` raises.
    """
    labels = Labels(schema, options)
    reader = _Reader(path, labels, options)
    found = 0
    for article in reader.articles():
        found += 1
        item = reader.item(article, found)
        if not labels.has_unknown:
            yield item
    labels.check(path.name)
    if reader.says_nothing:
        raise PeymanError("conll_untold", file=path.name)
    if not found:
        raise PeymanError("conll_empty", file=path.name)


class _Reader:
    """Cuts a file into articles, and makes documents of them."""

    def __init__(self, path: Path, labels: Labels, options: Options) -> None:
        self._path = path
        self._file = path.name
        self._labels = labels
        self._options = options
        self._tags_in_misc: bool | None = None  # whether words of CoNLL-U have any
        self._universal = path.name.lower().endswith(UNIVERSAL)
        self._layers = (options.of(LAYER), *(layer for layer in SPAN_LAYERS if layer != options.of(LAYER)))

    def _fail(self, code: str, line: int, **data: object) -> NoReturn:
        raise PeymanError(code, file=self._file, line=line, **data)

    @property
    def says_nothing(self) -> bool:
        """Whether this was CoNLL-U, and had no tags."""
        return self._tags_in_misc is False

    def articles(self) -> Iterator[_Article]:
        article = _Article(1)
        ours = False
        for number, line in text_lines(self._path):
            rest = line.removeprefix(MARK).strip()
            if line.startswith(MARK) and (not ours or rest.startswith("{")):
                if not article.is_empty or article.ours:
                    yield article
                article = self._marked(number, rest)
                ours = ours or article.ours
            elif not line.strip():
                if article.sentences[-1]:
                    article.sentences.append([])
            else:
                new = _NEW_ARTICLE.fullmatch(line) if self._universal else None
                if new is not None:
                    if not article.is_empty:
                        yield article
                    article = _Article(number, name=(new[1] or "").strip())
                self._add(article, number, line)
        if not article.is_empty or article.ours:
            yield article

    def _marked(self, number: int, rest: str) -> _Article:
        """Read what a document mark says: ours, a name, or only place holders for tags."""
        if not rest.startswith("{"):
            names = (_NAME.fullmatch(part) for part in rest.split() if part not in _PLACEHOLDERS)
            return _Article(number, name=next((match[1] for match in names if match), ""))
        about = parse_object(rest.encode(), self._file, number)
        kinds = {"name": str, "sha256": str, "annotator": str, "gold": bool}
        if not about.get("name") or any(type(value) is not kinds.get(key) for key, value in about.items()):
            self._fail("conll_mark", number)
        return _Article(
            number, about["name"], about.get("sha256", ""), about.get("annotator"), about.get("gold", False), ours=True
        )

    def _add(self, article: _Article, number: int, line: str) -> None:
        columns = line.split("\t") if "\t" in line else re.split(" +", line.strip(" "))
        tag = columns[-1].strip()
        place = _NUMBER.fullmatch(columns[0]) if len(columns) == 10 else None
        if place and not _TAG.fullmatch(tag):
            self._add_universal(article, number, columns, place)
            return
        if line.startswith("#") and (len(columns) < 2 or not _TAG.fullmatch(tag)):
            article.comments.append(line)
            return
        if len(columns) < 2 or not columns[0].strip():
            self._fail("conll_columns", number, found=short(line))
        if not _TAG.fullmatch(tag):
            self._fail("conll_tag", number, found=short(tag))
        if len(columns) > 2:
            article.columns.append("\t".join(columns[1:-1]))
        article.sentences[-1].append((number, columns[0], tag))

    def _add_universal(self, article: _Article, number: int, columns: list[str], place: re.Match[str]) -> None:
        """Add a word of CoNLL-U of this number, unless it is a part of the one before, or is not said."""
        pairs = [pair.partition("=") for pair in columns[9].split("|")]
        tag = next((value for name, _, value in pairs if name in _IN_MISC), "")
        self._tags_in_misc = bool(self._tags_in_misc or tag)
        tag = tag or "O"
        if not _TAG.fullmatch(tag):
            self._fail("conll_tag", number, found=short(tag))
        article.columns.append("\t".join(columns))
        sentence = article.sentences[-1]
        if not sentence:
            article.analysed = 0
        if "." in columns[0]:
            return
        if int(place[1]) > article.analysed:
            sentence.append((number, columns[1], tag))
            article.analysed = int(place[2] or 0)
        elif sentence and sentence[-1][2].upper() == "O":
            sentence[-1] = (number, sentence[-1][1], tag)

    def item(self, article: _Article, number: int) -> AnnotatedDocument:
        document, extents = self._document(article, number)
        words = [word for sentence in article.sentences for word in sentence]
        if article.annotator is None and all(tag == "O" for _, _, tag in words):
            return AnnotatedDocument(document)
        owner = self._options.owner(self._file, article.annotator or "")
        gold = article.gold and owner == article.annotator
        builder = SetBuilder(document, owner, self._file, "gold" if gold else "annotation")
        aside: list[Json] = []  # mapped to nothing
        for line, label, first, last in _spans(article):
            start, end = extents[first][0], extents[last][1]
            known = (any(self._labels.knows(name, layer) for layer in self._layers) for name in (label, label.upper()))
            label = label.upper() if list(known) == [False, True] else label
            found = self._labels.find(label, *self._layers, example=document.text[start:end])
            if found is None:
                aside.append({"label": label, "start": start, "end": end})
            else:
                builder.add_span(*found, start, end, where=f"line {line}")
        foreign: dict[str, list[Json]] = {
            "conll:columns": [*article.columns], "conll:comments": [*article.comments], "conll:spans": aside,
        }  # fmt: skip
        return AnnotatedDocument(document, builder.made(foreign={k: v for k, v in foreign.items() if v}))

    def _document(self, article: _Article, number: int) -> tuple[Document, list[Extent]]:
        """Return the document, the project's if it has it, and where the words are in its text."""
        known = self._options.known(article.sha256, article.name) if article.sha256 or article.name else None
        if known is not None:
            try:
                return known, list(self.aligned(article, known))
            except PeymanError:
                if article.sha256:
                    raise  # another article of the same name is no error
        parts: list[str] = []
        extents: list[Extent] = []
        place = 0
        for sentence in filter(None, article.sentences):
            for _, word, _ in sentence:
                extents.append((place, place + len(word)))
                place += len(word) + 1
            parts.append(" ".join(word for _, word, _ in sentence) + "\n")
        text = "".join(parts)
        check_text(text, f"{self._file}, line {article.line}")
        name = article.name or f"{unicode_name(self._path.with_suffix(''))} {number}.txt"
        return plain_document(name, text), extents

    def aligned(self, article: _Article, document: Document) -> Iterator[Extent]:
        """Find the words one after another; between two there may be nothing that belongs to a word."""
        text, place = document.text, 0
        for line, word, _ in (row for sentence in article.sentences for row in sentence):
            while place < len(text) and text[place].isspace():
                place += 1
            end = place + len(word)
            if not text.startswith(word, place):
                pattern = re.escape(word).replace("_", r"[_\s]")
                match = re.compile(rf"[\W_]*?({pattern})").match(text, place)
                if match is None:
                    self._fail("conll_word", line, found=short(word), name=document.name)
                place, end = match.span(1)
            yield place, end
            place = end


def _spans(article: _Article) -> Iterator[tuple[int, str, int, int]]:
    """Yield the spans that the tags of an article tell: line, label, and the numbers of first and last word.

    In ours a span may go on in the next sentence; in others' files it ends with the sentence.
    """
    number = 0
    begun: tuple[int, str, int] | None = None
    for sentence in article.sentences:
        if begun is not None and not article.ours:
            yield (*begun, number - 1)
            begun = None
        for line, _, tag in sentence:
            kind, _, label = tag.partition("-")
            kind = kind.upper()
            goes_on = begun is not None and kind in "IEL" and label.casefold() == begun[1].casefold()
            if begun is not None and not goes_on:
                yield (*begun, number - 1)
                begun = None
            if label and begun is None:
                begun = (line, label, number)
            if begun is not None and kind in "ESLU":
                yield (*begun, number)
                begun = None
            number += 1
    if begun is not None:
        yield (*begun, number - 1)


FORMAT = Format(
    name="conll",
    title=QT_TRANSLATE_NOOP("formats", "CoNLL: words and tags of one layer, IOB2 or BIOES"),
    extensions=(".conll", UNIVERSAL, ".iob", ".bio"),
    example="باکو⇥B-GPE",
    holds=HOLDS,
    read=read,
    write=write,
    plan=plan,
    options=(LAYER, SCHEME, KEEP),
)
