"""Prodigy and spaCy: one task a line with text, tokens, spans and relations. Offsets are half-open code points.

A task is one person's answer about one text, or about one span of it: those of one person about one text are one
set, wherever they stand. Prodigy keeps keys it does not know, so what it has no place for stands under `peyman` in
the task, its spans and its relations. Tokens are cut where spans begin and end: Prodigy shows no span that does not.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, Relation, SetKind, Span, State
from peyman.core.schema import Schema

from . import carried
from .base import DEFAULTS, EVERYTHING, Format, Labels, Options
from .building import SetBuilder, layer_of, short
from .carried import Names, name_of, several, told
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
    "prodigy_tokens": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, {where}: a span without offsets has the tokens {first} to {last}, but the task has "
        "{count} of them. Export the file anew with its tokens.",
    ),
}


# Reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield one item for each person and text. The file is read twice: first for which tasks belong together.

    What was rejected is no annotation: it is kept with the set, which is skipped if nothing else was said.

    Raises:
        PeymanError: `json_…`, `prodigy_…`, `import_…`, `labels_unknown`, `annotator_not_told`, `annotators_several`,
            and what `check_text` raises.
    """
    labels = Labels(schema, options)
    missing = Counter(task.answers for task in _tasks(path, options))
    if not missing:
        raise PeymanError("jsonl_empty", file=path.name)
    waiting: dict[bytes, list[_Task]] = {}
    for task in _tasks(path, options):
        together = [*waiting.pop(task.answers, []), task]
        missing[task.answers] -= 1
        if missing[task.answers] and task.is_answered:
            waiting[task.answers] = together
            continue
        item = _item(together, schema, labels, options)
        if not labels.has_unknown:
            yield item
    labels.check(path.name)


def _tasks(path: Path, options: Options) -> Iterator[_Task]:
    stem = path.stem.removesuffix(".prodigy")
    for number, (line, values) in enumerate(numbered_objects(path), 1):
        table = Table(values, path.name, line, f"task {number}")
        refuse_others(table, FORMAT.name)
        yield _Task(table, f"{stem}-{number}", options.annotator)


class _Task:
    """One task: the answer of a person about a text, or a part of it."""

    def __init__(self, table: Table, name: str, annotator: str) -> None:
        self.table = table
        self.text = table.get("text", str)
        self.meta = table.get("meta", dict, {})
        self.name = next((self.meta[k] for k in ("name", "file", "title") if isinstance(self.meta.get(k), str)), name)
        self.ours = table.table(carried.KEY)
        self.part = self.ours.table("set")
        self.kind: SetKind = carried.read_kind(self.part)
        session = table.get("_annotator_id", str, "") or table.get("_session_id", str, "")
        self.person = self.part.get("annotator", str, "") or session
        self.answer = table.get("answer", str, "accept")
        self.is_answered = "answer" in table.values or "spans" in table.values
        # Those that are answered and have the same are parts of one set.
        whose = [self.text, self.kind, annotator or self.person, str(self.is_answered)]
        self.answers = sha256("\0".join(whose).encode()).digest()

    @cached_property
    def tokens(self) -> list[Table]:
        return list(self.table.tables("tokens", "token"))

    @property
    def rest(self) -> dict[str, Any]:
        """What Peyman does not know of it."""
        return self.table.foreign("_session_id", known=("tokens", "spans", "relations", "_annotator_id"))

    @property
    def untaken(self) -> dict[str, Any]:
        """What it says where that is no annotation."""
        values = self.table.values
        return told(answer=self.answer, spans=values.get("spans"), relations=values.get("relations"))

    def check_tokens(self) -> None:
        for token in self.tokens:
            start, end, quote = token.get("start", int), token.get("end", int), token.get("text", str)
            if self.text[max(start, 0) : max(end, 0)] != quote:
                token.fail("prodigy_token", token=short(quote), start=start, end=end)

    def extent(self, span: Table) -> Extent:
        """Return where a span is; where only its tokens are told, from the first of them to the end of the last."""
        if span.values.get("start") is not None or "token_start" not in span.values:
            return span.get("start", int), span.get("end", int)
        first, last = span.get("token_start", int), span.get("token_end", int)
        if not 0 <= first <= last < len(self.tokens):
            span.fail("prodigy_tokens", first=first, last=last, count=len(self.tokens))
        return self.tokens[first].get("start", int), self.tokens[last].get("end", int)


def _item(tasks: Sequence[_Task], schema: Schema, labels: Labels, options: Options) -> AnnotatedDocument:
    """Return what the tasks of one person about one text say; of the text, the first of them counts."""
    first, file = tasks[0], tasks[0].table.file
    for task in tasks:
        task.check_tokens()
    unknown = first.table.foreign("_session_id", "_annotator_id", known=("tokens",))
    rest = {} if first.is_answered else told(**unknown)
    document = carried.read_document(first.ours, first.text, first.name, KEY, first.meta, rest)
    if not first.is_answered:
        return AnnotatedDocument(document)
    people = dict.fromkeys(task.person for task in tasks if task.person)
    if len(people) > 1:  # they were all to be one person's
        raise several(file, options.annotator, people)
    builder = SetBuilder(document, options.owner(file, first.person), file, first.kind)
    return AnnotatedDocument(document, _SetReader(builder, schema, labels).read(tasks))


class _SetReader:
    """Reads one person's tasks about one text."""

    def __init__(self, builder: SetBuilder, schema: Schema, labels: Labels) -> None:
        self._builder = builder
        self._schema = schema
        self._labels = labels
        self._spans: dict[tuple[Extent, str], list[Span]] = {}  # of the task under way
        self._ids: dict[str, Span] = {}
        self._said: dict[tuple[Extent, str], list[Span]] = {}  # of those before it

    def read(self, tasks: Sequence[_Task]) -> AnnotationSet:
        """Return the set. If anything was accepted, that is it; else what was ignored, as skipped."""
        answers = [task.answer for task in tasks]
        answer = next((answer for answer in ANSWERS if answer in answers), answers[0])
        chief = tasks[answers.index(answer)]
        rest: dict[str, Any] = {}
        left: dict[str, list[Any]] = {
            "spans": [], "relations": [], "repeated": [], "rejected": [], "ignored": [], "tasks": []
        }  # fmt: skip
        for task in tasks:
            beside = {key: value for key, value in task.rest.items() if task is chief or value != chief.rest.get(key)}
            beside |= told(meta=task.meta if task.meta != tasks[0].meta else None)
            if task.answer == answer and answer in ANSWERS:
                self._take(task, left)
            elif task is not chief:
                left["ignored" if task.answer == "ignore" else "rejected"].append({**beside, **task.untaken})
                continue
            if task is chief:
                rest = {**beside, **({} if answer in ANSWERS else task.untaken)}
            elif beside:
                left["tasks"].append(beside)
        state = ANSWERS.get(answer, "skipped")
        return carried.finish(self._builder, tasks[0].part, KEY, {**rest, **told(**left)}, state)

    def _take(self, task: _Task, left: dict[str, list[Any]]) -> None:
        """Add what a task says; what has no place with us, or was said before, is left."""
        self._said |= self._spans
        self._spans, self._ids = {}, {}
        for span in task.table.tables("spans", "span"):
            if why := self._add_span(task, span):
                left[why].append(span.values)
        for relation in task.table.tables("relations", "relation"):
            if not self._add(task, relation):
                left["relations"].append(relation.values)
        carried.read_labels(task.part, self._labels, self._builder)

    def _add_span(self, task: _Task, table: Table) -> str:
        """Add a span; return as what it is left if it is not: said before by another task, or mapped to nothing."""
        ours = table.table(carried.KEY)
        extent, label = task.extent(table), table.get("label", str)
        if (extent, label) in self._said:
            self._spans[extent, label] = self._said[extent, label]
            return "repeated"
        example = task.text[max(extent[0], 0) : max(extent[1], 0)]
        found = self._labels.find(label, *carried.span_layers(self._schema), example=example)
        quote = table.values.get("text")
        if found is None:
            return "spans"
        known = ("start", "end", "token_start", "token_end", "id", "text", "type")
        span = self._builder.add_span(
            *found,
            *extent,
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
        self._spans.setdefault((extent, label), []).append(span)
        if (number := table.values.get("id")) is not None:
            self._ids[str(number)] = span
        return ""

    def _add(self, task: _Task, table: Table) -> bool:
        ours = table.table(carried.KEY)
        source, target = (self._end(task, table.table(f"{end}_span")) for end in ("head", "child"))
        role = self._labels.role(table.get("label", str), layer_of(source), layer_of(target))
        if role is None or source is None or target is None:
            return False
        number = str(table.values.get("id") or "")
        foreign = ours.get("foreign", dict, {})
        note = ours.get("note", str, "")
        added = self._builder.add_role(role, source, target, note=note, source_id=number, foreign=foreign)
        return added is not None

    def _end(self, task: _Task, table: Table) -> Span | None:
        """Return the span at an end of a relation, if there is exactly one, or one of its id."""
        if not {"start", "token_start"} & table.values.keys() or "label" not in table.values:
            return None
        fitting = self._spans.get((task.extent(table), table.get("label", str)), [])
        named = self._ids.get(str(table.values.get("id")))
        return fitting[0] if len(fitting) == 1 else named if named in fitting else None


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
    task = {**carried.part_of(document.foreign, KEY), **task}
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
    # Ids tell apart spans that say the same.
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


def _extent(kept: object) -> Extent | None:
    """Return where a span of Prodigy's is that was kept; None if that cannot be."""
    start, end = (kept.get("start"), kept.get("end")) if isinstance(kept, dict) else (None, None)
    return (start, end) if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None


def _again(kept: Any, tokens: Sequence[Extent]) -> Any:
    """Return a span that was kept; if it tells its tokens, with the numbers of those written here."""
    extent = _extent(kept)
    return {**kept, **_tokens_of(extent, tokens)} if extent and "token_end" in kept else kept


def _relation_again(kept: Any, tokens: Sequence[Extent]) -> Any:
    """Return a relation that was kept, with the numbers of the tokens written here."""
    if not isinstance(kept, dict):
        return kept
    ends = {f"{end}_span": _again(kept[f"{end}_span"], tokens) for end in ("head", "child") if f"{end}_span" in kept}
    told_by_tokens = {name: one for name, one in ends.items() if _extent(one) and "token_end" in one}
    heads = {name.removesuffix("_span"): one["token_end"] for name, one in told_by_tokens.items()}
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
