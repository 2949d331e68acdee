"""Prodigy and spaCy: one task a line with text, tokens, spans and relations. Offsets are half-open code points.

A task is one person's answer about one text. Prodigy keeps keys it does not know, so what it has no place for
stands under `peyman` in the task, its spans and its relations. Tokens are cut where spans begin and end: Prodigy
shows no span that does not.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Json, Relation, SetKind, Span, State
from peyman.core.schema import Schema

from . import carried
from .base import DEFAULTS, EVERYTHING, Format, Labels, Options
from .building import SetBuilder, layer_of, short
from .carried import Names, Owners, name_of, told
from .json_kinds import refuse_others
from .strict_json import Table, numbered_objects

KEY = "prodigy"  # of what is kept for it in `foreign`
ANSWERS: Mapping[str, State] = {"accept": "finished", "ignore": "skipped"}  # all else was not accepted

MESSAGES |= {
    "prodigy_token": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: the token “{token}” does not stand at {start}–{end} of the text. Its offsets "
        "do not count code points, or the text was changed. Export the file anew.",
    ),
}


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield one item a task. What was rejected is no annotation: its spans are kept with the set, which is skipped.

    Raises:
        PeymanError: `json_…`, `prodigy_token`, `import_…`, `labels_unknown`, `annotator_not_told`, and what
            `check_text` raises.
    """
    labels = Labels(schema, options)
    last, owners = "", Owners(options, path.name)
    empty = True
    for number, (line, values) in enumerate(numbered_objects(path), 1):
        empty = False
        task = Table(values, path.name, line, f"task {number}")
        refuse_others(task, FORMAT.name)
        text = task.get("text", str)
        if text != last:
            last, owners = text, Owners(options, path.name)
        item = _TaskReader(task, text, schema, labels).item(f"{path.stem.removesuffix('.prodigy')}-{number}", owners)
        if not labels.has_unknown:
            yield item
    labels.check(path.name)
    if empty:
        raise PeymanError("jsonl_empty", file=path.name)


class _TaskReader:
    """Reads one task."""

    def __init__(self, task: Table, text: str, schema: Schema, labels: Labels) -> None:
        self._task = task
        self._text = text
        self._schema = schema
        self._labels = labels
        self._ours = task.table(carried.KEY)
        self._spans: dict[tuple[Json, Json, Json], list[Span]] = {}

    def item(self, name: str, owners: Owners) -> AnnotatedDocument:
        task, ours = self._task, self._ours
        meta = task.get("meta", dict, {})
        own = next((meta[key] for key in ("name", "file", "title") if isinstance(meta.get(key), str)), name)
        document = carried.read_document(ours, self._text, own, KEY, meta, {})
        self._check_tokens()
        if "answer" not in task.values and "spans" not in task.values:
            return AnnotatedDocument(document)
        part = ours.table("set")
        kind = carried.read_kind(part)
        session = task.get("_annotator_id", str, "") or task.get("_session_id", str, "")
        annotator = owners.owner(kind, part.get("annotator", str, ""), session)
        return AnnotatedDocument(document, self._set(document, annotator, kind))

    def _check_tokens(self) -> None:
        for token in self._task.tables("tokens", "token"):
            start, end, quote = token.get("start", int), token.get("end", int), token.get("text", str)
            if self._text[max(start, 0) : max(end, 0)] != quote:
                token.fail("prodigy_token", token=short(quote), start=start, end=end)

    def _set(self, document: Document, annotator: str, kind: SetKind) -> AnnotationSet:
        task = self._task
        answer = task.get("answer", str, "accept")
        builder = SetBuilder(document, annotator, task.file, kind)
        left: dict[str, Any] = {}
        if answer in ANSWERS:
            spans = [span.values for span in task.tables("spans", "span") if not self._add_span(builder, span)]
            relations = task.tables("relations", "relation")
            left = told(spans=spans, relations=[one.values for one in relations if not self._add(builder, one)])
            carried.read_labels(self._ours.table("set"), self._labels, builder)
        else:
            left = told(answer=answer, spans=task.values.get("spans"), relations=task.values.get("relations"))
        rest = {**task.foreign("_session_id", known=("tokens", "spans", "relations")), **left}
        rest.pop("_annotator_id", None)
        return carried.finish(builder, self._ours.table("set"), KEY, rest, ANSWERS.get(answer, "skipped"))

    def _add_span(self, builder: SetBuilder, table: Table) -> bool:
        """Add a span; false if its label was mapped to nothing."""
        ours = table.table(carried.KEY)
        start, end = table.get("start", int), table.get("end", int)
        example = self._text[max(start, 0) : max(end, 0)]
        found = self._labels.find(table.get("label", str), *carried.span_layers(self._schema), example=example)
        quote = table.values.get("text")
        if found is None:
            return False
        known = ("token_start", "token_end", "id", "text", "type")
        span = builder.add_span(
            *found,
            start,
            end,
            where=table.place,
            quote=quote if isinstance(quote, str) else None,
            fragments=[(low, high) for low, high in _pairs(ours)],
            attributes=ours.get("attributes", dict, {}),
            note=ours.get("note", str, ""),
            doubt=ours.get("doubt", str, ""),
            origin=ours.get("origin", str, ""),
            source_id=str(table.values.get("id") or ""),
            foreign=carried.kept(ours.get("foreign", dict, {}), KEY, table.foreign(known=known)),
        )
        self._spans.setdefault((start, end, table.get("label", str)), []).append(span)
        return True

    def _add(self, builder: SetBuilder, table: Table) -> bool:
        ours = table.table(carried.KEY)
        source, target = (self._end(table.table(f"{end}_span")) for end in ("head", "child"))
        role = self._labels.role(table.get("label", str), layer_of(source), layer_of(target))
        if role is None or source is None or target is None:
            return False
        number = str(table.values.get("id") or "")
        foreign = ours.get("foreign", dict, {})
        note = ours.get("note", str, "")
        return builder.add_role(role, source, target, note=note, source_id=number, foreign=foreign) is not None

    def _end(self, table: Table) -> Span | None:
        """Return the span at an end of a relation, if there is exactly one; the id tells alike ones apart."""
        key = (table.values.get("start"), table.values.get("end"), table.values.get("label"))
        fitting = self._spans.get(key, [])
        if len(fitting) > 1:
            fitting = [span for span in fitting if span.source_id == table.values.get("id")]
        return fitting[0] if len(fitting) == 1 else None


def _pairs(ours: Table) -> Iterator[tuple[int, int]]:
    for pair in ours.get("fragments", list, []):
        if not isinstance(pair, list) or len(pair) != 2 or not all(type(offset) is int for offset in pair):
            ours.fail("json_type", key="fragments", wanted="a list of pairs of whole numbers")
        yield pair[0], pair[1]


# Writing -----------------------------------------------------------------------------------------------------------


def write(
    items: Iterable[AnnotatedDocument], stream: BinaryIO, schema: Schema, options: Options = DEFAULTS  # noqa: ARG001
) -> None:
    """Write one task for each annotation set, and for each document that has none."""
    names = carried.label_names(schema)
    for item in items:
        task = _task(item.document, item.annotations, names)
        stream.write(json.dumps(task, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def _task(document: Document, annotations: AnnotationSet | None, names: Names) -> dict[str, Any]:
    spans = annotations.spans if annotations else ()
    rest = carried.part_of(annotations.foreign, KEY) if annotations else {}
    kept = [one for one in rest.get("spans", []) if _extent(one)] if isinstance(rest.get("spans"), list) else []
    tokens = cut_tokens(document, [*((span.start, span.end) for span in spans), *filter(None, map(_extent, kept))])
    task: dict[str, Any] = {
        "text": document.text,
        **told(meta=document.meta),
        "tokens": [
            {"text": document.text[a:b], "start": a, "end": b, "id": number, "ws": document.text[b : b + 1] == " "}
            for number, (a, b) in enumerate(tokens)
        ],
        carried.KEY: carried.document_part(document, KEY),
    }
    if annotations is None:
        return task
    ids = carried.source_ids(annotations)
    part = {**carried.set_part(annotations, KEY), **told(labels=carried.label_parts(annotations.document_labels, KEY))}
    places = {span.id: _place(span, tokens, names) for span in spans}
    relations = [_relation(relation, places, ids) for relation in annotations.relations]
    relations += [_relation_again(one, tokens) for one in rest.get("relations", [])]
    skipped = annotations.state.state == "skipped"
    if "answer" in rest and not skipped:
        kept = []  # what was rejected stays so
    task = {
        **rest,
        **task,
        "spans": [*(_span(span, places[span.id], ids) for span in spans), *(_again(one, tokens) for one in kept)],
        "relations": relations,
        "answer": rest.get("answer", "ignore") if skipped else "accept",
        "_annotator_id": annotations.annotator,
    }
    task[carried.KEY]["set"] = part
    return task


def _span(span: Span, place: dict[str, Any], ids: Mapping[UUID, str]) -> dict[str, Any]:
    part = {**carried.span_part(span, span.attributes, KEY), **told(fragments=span.fragments)}
    rest = carried.part_of(span.foreign, KEY)
    return {**rest, **place, "text": span.quote, "id": ids[span.id], **({carried.KEY: part} if part else {})}


def _relation(
    relation: Relation, places: Mapping[UUID, dict[str, Any]], ids: Mapping[UUID, str]
) -> dict[str, Any]:
    head, child = ({**places[end], "id": ids[end]} for end in (relation.source, relation.target))
    part = carried.relation_part(relation, KEY)
    return {
        "head": head["token_end"], "child": child["token_end"], "head_span": head, "child_span": child,
        "label": relation.label, "id": ids[relation.id], **({carried.KEY: part} if part else {}),
    }  # fmt: skip


def _place(span: Span, tokens: Sequence[Extent], names: Names) -> dict[str, Any]:
    """Return where a span is, in code points and tokens (the last one included), and what it is called."""
    return {
        "start": span.start,
        "end": span.end,
        **_tokens_of((span.start, span.end), tokens),
        "label": name_of(span, names),
    }


def _tokens_of(extent: Extent, tokens: Sequence[Extent]) -> dict[str, int]:
    return {
        "token_start": bisect_left(tokens, extent[0], key=lambda token: token[0]),
        "token_end": bisect_left(tokens, extent[1], key=lambda token: token[1]),
    }


def _extent(kept: Json) -> Extent | None:
    """Return where a span of Prodigy's is that was kept; None if that cannot be."""
    start, end = (kept.get("start"), kept.get("end")) if isinstance(kept, dict) else (None, None)
    return (start, end) if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None


def _again(kept: Any, tokens: Sequence[Extent]) -> Any:
    """Return a span that was kept, with the numbers of the tokens written here."""
    extent = _extent(kept)
    return {**kept, **_tokens_of(extent, tokens)} if extent else kept


def _relation_again(kept: Any, tokens: Sequence[Extent]) -> Any:
    """Return a relation that was kept, with the numbers of the tokens written here."""
    if not isinstance(kept, dict):
        return kept
    ends = {f"{end}_span": _again(kept[f"{end}_span"], tokens) for end in ("head", "child") if f"{end}_span" in kept}
    heads = {name.removesuffix("_span"): one["token_end"] for name, one in ends.items() if _extent(one)}
    return {**kept, **ends, **heads}


def cut_tokens(document: Document, extents: Iterable[Extent]) -> list[Extent]:
    """Return the tokens of a text, cut where these begin and end: every one is made of whole tokens."""
    text = document.text
    words = document.tokens or tuple(match.span() for match in re.finditer(r"\S+", text))
    places = list(extents)
    starts, ends = {start for start, _ in places}, {end for _, end in places}
    cuts = sorted({edge for word in words for edge in word} | starts | ends)
    # White space between tokens is none itself, unless a span begins or ends with it.
    return [(a, b) for a, b in pairwise(cuts) if a in starts or b in ends or not text[a:b].isspace()]


FORMAT = Format(
    name="prodigy",
    title=QT_TRANSLATE_NOOP("formats", "Prodigy and spaCy: spans and relations, one task a line"),
    extensions=(".prodigy.jsonl",),
    example='{"text": "…", "spans": [{"start": 0, "end": 4, "label": "PER", …}], "relations": […], "answer": "accept"}',
    holds=EVERYTHING,
    read=read,
    write=write,
)
