"""What imports kept of other tools, counted by kind: relations, predictions, layers, not keys.

What has no place with us stays in `foreign`, under each tool's name and in its shape; this module alone looks into
these shapes, for whoever has to say what was kept or is lost. A kind is a word of `KINDS`, and after a blank a name
out of the file (“relation near”); anything else is named by its key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.model import Attributes, Json

from .building import short

BOOKKEEPING = "bookkeeping"  # numbers, times and counts by which a tool keeps its own order
KINDS: Mapping[str, str] = {
    "relation": QT_TRANSLATE_NOOP("kinds", "relation"),
    "label": QT_TRANSLATE_NOOP("kinds", "label"),
    "layer": QT_TRANSLATE_NOOP("kinds", "layer"),
    "prediction": QT_TRANSLATE_NOOP("kinds", "prediction"),
    "draft": QT_TRANSLATE_NOOP("kinds", "draft"),
    "category": QT_TRANSLATE_NOOP("kinds", "category"),
    "comment": QT_TRANSLATE_NOOP("kinds", "comment"),
    "normalisation": QT_TRANSLATE_NOOP("kinds", "normalisation"),
    "equivalence": QT_TRANSLATE_NOOP("kinds", "equivalence"),
    "attribute": QT_TRANSLATE_NOOP("kinds", "attribute"),
    "event": QT_TRANSLATE_NOOP("kinds", "event"),
    "note": QT_TRANSLATE_NOOP("kinds", "note"),
    "repetition": QT_TRANSLATE_NOOP("kinds", "repetition"),
    "rejection": QT_TRANSLATE_NOOP("kinds", "rejection"),
    "unanswered": QT_TRANSLATE_NOOP("kinds", "unanswered"),
    BOOKKEEPING: QT_TRANSLATE_NOOP("kinds", "bookkeeping"),
}
_BOOKS = re.compile(
    r"(.*_)?(ids?|uuid|at|ago|hash|count|by|time|timestamp|authors|upload)|(total|cancelled)_.*|_.*|"
    "project|task|overlap|original_length|lead_time|last_action|prediction|result_count|mode|version|is_labeled"
)
_BRAT = {"R": "relation", "N": "normalisation", "*": "equivalence", "A": "attribute", "M": "attribute", "E": "event",
         "#": "note", "T": "label"}  # fmt: skip

Found: TypeAlias = tuple[str, str]  # kind and example


def kept_things(foreign: Attributes) -> Iterator[Found]:
    """Yield the kind of each thing that an import kept, and what it looks like on one short line."""
    for key, value in foreign.items():
        if key in _SHAPES and isinstance(value, list | dict):
            yield from ((kind or key, example) for kind, example in _SHAPES[key](value))
        else:
            yield from _each(key, value)


def _each(kind: str, value: Json) -> Iterator[Found]:
    """Yield the entries of a list or a table, or else the value."""
    if isinstance(value, list | dict) and value:
        entries = value if isinstance(value, list) else [{name: one} for name, one in value.items()]
        yield from ((kind, _line(entry)) for entry in entries)
    else:
        yield kind, _line(value)


def _line(value: Any) -> str:
    """Return a value on one short line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return short(" ".join(text.split()))


def _table(value: Any) -> Iterator[Found]:
    """Yield what a table says that was kept for a tool: its lists entry by entry, and what is left key by key."""
    if not isinstance(value, dict):
        yield from _each("", value)
        return
    for key, held in value.items():
        entries = _LISTS.get(key)
        if entries is not None and isinstance(held, list):
            for entry in held:
                yield from entries(entry)
        elif key in ("region", "value", "meta", "features") and isinstance(held, dict):
            yield from _table(held)
        elif _BOOKS.fullmatch(key) or held in (None, "", [], {}):
            yield BOOKKEEPING, key
        else:
            yield key, _line(held)


def _named(kind: str, *keys: str) -> Callable[[Any], Iterator[Found]]:
    """Return what yields an entry under a kind, with the name that it has under the first of these keys."""

    def entries(entry: Any) -> Iterator[Found]:
        if not isinstance(entry, dict):
            yield f"{kind} {_line(entry)}" if keys else kind, _line(entry)
            return
        name = next((_line(entry[key]) for key in keys if entry.get(key)), "")
        yield f"{kind} {name}".strip(), _told(entry)

    return entries


def _told(values: Mapping[str, Any]) -> str:
    """Return what an entry says for a person: its words, or what it joins, else all of it."""
    value, kind = values.get("value"), str(values.get("type", ""))
    inner = value if isinstance(value, dict) else {}
    for words in ("" if kind.endswith("labels") else inner.get(kind), inner.get("text"), values.get("text")):
        if words:
            return _line(", ".join(map(str, words)) if isinstance(words, list) else words)
    for names in (("from_id", "to_id"), ("head_span", "child_span")):
        ends = [values.get(name) for name in names]
        if None not in ends:
            return " → ".join(_line(end.get("label") if isinstance(end, dict) else end) for end in ends)
    return _line({key: one for key, one in values.items() if not _BOOKS.fullmatch(key) and one not in (None, "", [])})


def _result(entry: Any) -> Iterator[Found]:
    """A result of Label Studio's: a relation, a region, or what one of its controls says."""
    kind = entry.get("type") if isinstance(entry, dict) else None
    if not isinstance(kind, str):
        yield "result", _line(entry)
    elif kind == "relation":
        yield from _named("relation", "labels")({**entry, "labels": _joined(entry.get("labels"))})
    elif kind.endswith("labels"):
        value = entry.get("value")
        names = _joined(value.get(kind)) if isinstance(value, dict) else ""
        yield from _named("label", "name")({**entry, "name": names})
    else:
        yield from _named(kind, "from_name")(entry)


def _joined(names: Any) -> str:
    return ", ".join(map(str, names)) if isinstance(names, list) else str(names or "")


def _guess(kind: str) -> Callable[[Any], Iterator[Found]]:
    """Return what yields the results of a prediction or a draft of Label Studio's, each of them as one."""

    def entries(entry: Any) -> Iterator[Found]:
        results = entry.get("result") if isinstance(entry, dict) else None
        if not isinstance(results, list) or not results:
            yield kind, _line(entry)
        else:
            for result in results:
                yield from ((kind, f"{of}: {words}") for of, words in _result(result))

    return entries


def _structure(entry: Any) -> Iterator[Found]:
    """A feature structure of UIMA's: a relation by its label, all else by its type."""
    values = entry if isinstance(entry, dict) else {}
    layer = str(values.get("type", "")).rpartition(".")[2]
    rest = {key: one for key, one in values.items() if key not in ("type", "id")}
    if "Governor" in values or "role" in values:
        name = next((values[key] for key in ("role", "label", "value") if isinstance(values.get(key), str)), layer)
        yield f"relation {short(name)}", _line(rest)
    else:
        yield f"layer {short(layer)}", _line(rest)


def _webanno(entries: Any) -> Iterator[Found]:
    """Annotations of WebAnno's: relations by their label, chains and all else by their layer."""
    for entry in entries if isinstance(entries, list) else [entries]:
        values = entry if isinstance(entry, dict) else {}
        features = values.get("features")
        said = _line({name: one for name, one in features.items() if one}) if isinstance(features, dict) else ""
        layer = str(values.get("layer", "")).rpartition(".")[2]
        if "role" in values:
            yield f"relation {short(str(values['role'] or layer))}", f"{values.get('from')} → {values.get('to')}"
        else:
            yield f"layer {short(layer)}", said


def _brat(lines: Any) -> Iterator[Found]:
    """Lines of brat's: the letter says what they are, the first word of what of it."""
    for line in lines if isinstance(lines, list) else [lines]:
        text = str(line)
        kind = _BRAT.get(text[:1], "brat")
        name = re.split(r"[\s:]", text.partition("\t")[2], maxsplit=1)[0]
        yield f"{kind} {short(name)}".strip(), _line(text)


def _aside(table: Any) -> Iterator[Found]:
    """Annotations of our own format whose labels were mapped to nothing."""
    kinds = {"spans": "label", "relations": "relation", "labels": "label"}
    for key, entries in table.items() if isinstance(table, dict) else ():
        for entry in entries if isinstance(entries, list) else [entries]:
            name = entry.get("label") if isinstance(entry, dict) else None
            quote = entry.get("quote") if isinstance(entry, dict) else None
            yield f"{kinds.get(key, key)} {short(str(name or ''))}".strip(), _line(quote or entry)


def _conll(entries: Any) -> Iterator[Found]:
    yield from (found for entry in entries for found in _named("label", "label")(entry))


_LISTS: Mapping[str, Callable[[Any], Iterator[Found]]] = {
    "relations": _named("relation", "label", "type"),
    "entities": _named("label", "label"),
    "spans": _named("label", "label"),
    "annotations": _named("label", "label"),
    "repeated": _named("repetition", "label"),
    "rejected": _named("rejection"),
    "ignored": _named("unanswered"),
    "categories": _named("category", "category"),
    "comments": _named("comment"),
    "result": _result,
    "predictions": _guess("prediction"),
    "drafts": _guess("draft"),
    "structures": _structure,
}
_SHAPES: Mapping[str, Callable[[Any], Iterator[Found]]] = {
    "label-studio": _table,
    "doccano": _table,
    "prodigy": _table,
    "uima": _table,
    "webanno": _webanno,
    "brat": _brat,
    "peyman-jsonl/aside": _aside,
    "conll:spans": _conll,
}


def by_kind(counts: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    """Return kinds with their counts, the most frequent first and bookkeeping last."""
    return sorted(counts.items(), key=lambda one: (one[0] == BOOKKEEPING, -one[1], one[0]))
