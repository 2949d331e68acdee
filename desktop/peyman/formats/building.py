"""Making documents and annotation sets out of what a file of another tool says."""

from __future__ import annotations

import os
from collections.abc import Sequence
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


def short(text: str) -> str:
    """Return a text cut to a length that fits an error."""
    return text if len(text) <= 60 else f"{text[:59]}…"


class SetBuilder:
    """Gathers the annotations of one annotator; ids depend on what it is given only, and keep its order."""

    def __init__(self, document: Document, annotator: str, file: str, kind: SetKind = "annotation") -> None:
        self._document = document
        self._annotator = annotator
        self._file = file
        self._kind: SetKind = kind
        self._annotations: dict[UUID, Annotation] = {}
        self._relations: set[tuple[str, UUID, UUID]] = set()

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
            doubt, "", source_id, foreign or {},
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
