"""Making documents and annotation sets out of what a file of another tool says."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from peyman.core.decode import guess_direction, guess_language, guess_title, text_hash
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import (
    Annotation,
    AnnotationSet,
    Attributes,
    Document,
    DocumentLabel,
    Extent,
    Json,
    Relation,
    SetKind,
    SetState,
    Span,
    State,
    derived_id,
)
from peyman.core.schema import Attribute, Layer

_FLOAT = re.compile(r"-?[0-9]{1,40}\.[0-9]{1,40}(e[+-]?[0-9]{1,3})?|-?[0-9]e[+-]?[0-9]{1,3}")
LINE_CAP = 16 * 1024 * 1024  # bytes; a line is held in memory whole

MESSAGES |= {
    "import_offsets": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, {where}: {start}–{end} is no stretch of this text, which has {length} characters. "
        "Correct the offsets.",
    ),
    "import_quote": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the text.",
    ),
    "text_file_encoding": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: byte {byte} is not UTF-8. Save the file as UTF-8 and import it again."
    ),
    "text_file_line": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: longer than {megabytes} MB. This is no such file, or a damaged one."
    ),
    "text_file_nul": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: a NUL character, so this file is damaged. Restore it."
    ),
    "import_fragments": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, {where}: the fragment {start}–{end} begins before the one before it ends. Correct it."
    ),
}


def unicode_name(path: Path) -> str:
    """Return a file's name as Unicode, even where Python takes file names for ASCII or Latin-1."""
    try:
        return os.fsencode(path.name).decode()
    except UnicodeError:
        return path.name


def lies_in(path: Path, folder: Path) -> bool:
    """Tell whether this is a regular file below a folder; a link that leads out of it could lead anywhere."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def text_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a UTF-8 file with their numbers from 1, without line ends and byte order mark.

    Only LF ends a line (a CR before it is dropped): what else Python takes for a line end may stand in texts.

    Raises:
        PeymanError: `text_file_…`.
    """
    with path.open("rb") as stream:
        number = 0
        while data := stream.readline(LINE_CAP + 2):
            number += 1
            place = {"file": path.name, "line": number}
            if len(data) > LINE_CAP:
                raise PeymanError("text_file_line", **place, megabytes=LINE_CAP // 1024 // 1024)
            if b"\0" in data:
                raise PeymanError("text_file_nul", **place)
            if number == 1:
                data = data.removeprefix(b"\xef\xbb\xbf")
            try:
                yield number, data.removesuffix(b"\n").removesuffix(b"\r").decode()
            except UnicodeDecodeError as error:
                raise PeymanError("text_file_encoding", **place, byte=error.start + 1) from None


def plain_document(
    name: str, text: str, *, encoding: str = "utf-8", meta: Attributes | None = None, foreign: Attributes | None = None
) -> Document:
    """Return the document of a text that was checked (`decode`, `check_text`); what is not told is guessed."""
    sha256 = text_hash(text)
    return Document(
        id=derived_id(0, "document", sha256),
        name=name,
        title=guess_title(text),
        text=text,
        sha256=sha256,
        language=guess_language(text),
        direction=guess_direction(text),
        encoding=encoding,
        meta=meta or {},
        foreign=foreign or {},
    )


_SHOWN = str.maketrans({"\t": "⇥", "\n": "⏎", "\r": "␍"})


def short(text: str) -> str:
    """Return a text on one line and cut to a length that fits an error."""
    return (text if len(text) <= 60 else f"{text[:59]}…").translate(_SHOWN)


def reason_of(error: BaseException, length: int = 200) -> str:
    """Return what a library raised, on one line and cut to `length` code points."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:length]


def typed(attribute: Attribute | None, value: str) -> Json:
    """Return a value that was read as text; a number where the schema says so."""
    if attribute is not None and attribute.kind == "number":
        if re.fullmatch("-?[0-9]{1,18}", value):
            return int(value)
        if _FLOAT.fullmatch(value) and math.isfinite(float(value)):
            return float(value)
    return value


def in_order(layer: Layer | None, attributes: Attributes) -> dict[str, Json]:
    """Return attributes in the schema's order, so that what is written does not depend on how they came."""
    known = [a.id for a in layer.attributes if a.id in attributes] if layer else []
    return {name: attributes[name] for name in [*known, *sorted(attributes.keys() - set(known))]}


def layer_of(end: Span | None) -> str:
    """Return the layer of what a relation of a file leads from or to; "" where that became no span."""
    return end.layer if end is not None else ""


class SetBuilder:
    """Gathers the annotations of one annotator; ids depend on what it is given only, and keep its order."""

    def __init__(self, document: Document, annotator: str, file: str, kind: SetKind = "annotation") -> None:
        self._document = document
        self._annotator = annotator
        self._file = file
        self._kind: SetKind = kind
        self._annotations: dict[UUID, Annotation] = {}
        self._relations: set[tuple[str, UUID, UUID]] = set()

    @property
    def text(self) -> str:
        """The text that is annotated."""
        return self._document.text

    def _id(self, what: str, source_id: str) -> UUID:
        order = len(self._annotations)
        return derived_id(order, self._document.sha256, self._annotator, self._kind, what, source_id)

    def add_span(
        self,
        layer: str,
        label: str,
        start: int,
        end: int,
        *,
        where: str,
        quote: str | None = None,
        fragments: Sequence[Extent] = (),
        attributes: Attributes | None = None,
        note: str = "",
        doubt: str = "",
        origin: str = "",
        source_id: str = "",
        foreign: Attributes | None = None,
    ) -> Span:
        """Add a span; offsets are code points, `where` names its place in the file for errors.

        Raises:
            PeymanError: `import_offsets`, `import_quote` (if a quote is given), `import_fragments`.
        """
        text = self._document.text
        for low, high in [*fragments, (start, end)]:
            if not 0 <= low < high <= len(text):
                raise PeymanError(
                    "import_offsets", file=self._file, where=where, start=low, end=high, length=len(text)
                )
        found = text[start:end]
        if quote is not None and found != quote:
            raise PeymanError(
                "import_quote", file=self._file, where=where, start=start, end=end, found=short(found),
                quote=short(quote),
            )  # fmt: skip
        last = start
        for low, high in fragments:
            if not last <= low < high <= end:
                raise PeymanError("import_fragments", file=self._file, where=where, start=low, end=high)
            last = high
        span = Span(
            self._id("span", source_id), layer, label, start, end, found, tuple(fragments), attributes or {}, note,
            doubt, origin, source_id, foreign or {},
        )  # fmt: skip
        self._annotations[span.id] = span
        return span

    def add_role(
        self, label: str, source: Span, target: Span, *, note: str = "", source_id: str = "",
        foreign: Attributes | None = None,
    ) -> Relation | None:  # fmt: skip
        """Add a role; None when it is there already, does not lead from a commitment, or leads to itself."""
        content = (label, source.id, target.id)
        if content in self._relations or source.layer != "commitment" or source.id == target.id:
            return None
        self._relations.add(content)
        relation = Relation(
            self._id("relation", source_id), "role", label, source.id, target.id, note, source_id, foreign or {}
        )
        self._annotations[relation.id] = relation
        return relation

    def add_label(self, label: str, value: Json, *, source_id: str = "", foreign: Attributes | None = None) -> None:
        """Add a field of the whole document; the last of a name counts."""
        number = next(
            (a.id for a in self._annotations.values() if isinstance(a, DocumentLabel) and a.label == label),
            self._id("label", source_id),
        )
        self._annotations[number] = DocumentLabel(number, "document", label, value, source_id, foreign or {})

    def made(
        self, *, state: State = "finished", state_note: str = "", foreign: Attributes | None = None
    ) -> AnnotationSet:
        """Return the set. Other tools tell no state: what they hand out is taken for finished."""
        set_id = derived_id(0, self._document.sha256, self._annotator, "set", self._kind)
        return AnnotationSet(
            id=set_id,
            number=0,
            document_id=self._document.id,
            annotator=self._annotator,
            kind=self._kind,
            state=SetState(set_id, state, state_note),
            annotations=dict(sorted(self._annotations.items())),
            foreign=foreign or {},
        )
