"""Which tool wrote a file of JSON objects, told by the keys of the first ones: their names all end alike."""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .strict_json import Table, objects_in

_HEAD = 1 << 20  # bytes of a file that are looked at
_ROWS = 20  # objects: the first may be about texts that nobody annotated
_ANSWERS = ("accept", "reject", "ignore")

MESSAGES |= {
    "json_other_format": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: this is no row of the format “{wanted}” but one of “{found}”. Choose the format "
        "“{found}”.",
    ),
}


def kind_of_file(path: Path) -> str:
    """Return the name of the format that a file's first objects are unmistakably of; "" if they do not tell.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        head = io.BytesIO(stream.read(_HEAD))
    try:
        for _, values in islice(objects_in(head, path.name), _ROWS):
            if kinds := kinds_of(values):
                return kinds[0] if len(kinds) == 1 else ""
    except PeymanError:  # the end of the head, or of what is JSON; its reader says what is wrong with it
        pass
    return ""


def refuse_others(row: Table, wanted: str) -> None:
    """Raise `json_other_format` if the keys of a row are those of other formats, and none is this one's."""
    kinds = kinds_of(row.values)
    if kinds and wanted not in kinds:
        row.fail("json_other_format", wanted=wanted, found=kinds[0])


def kinds_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the formats of which an object may be, by its keys; a mere text is of none."""
    if any(key in values for key in ("%TYPES", "%FEATURE_STRUCTURES", "%VIEWS")):
        return ("xmi",)
    if isinstance(values.get("document"), dict) or str(values.get("format", "")).startswith("peyman-jsonl/"):
        return ("jsonl",)
    if isinstance(values.get("data"), dict) or is_min(values):
        return ("label-studio",)
    told = {"prodigy": _is_prodigy, "doccano": _is_doccano}
    return tuple(name for name, fits in told.items() if fits(values))


def is_min(values: Mapping[str, Any]) -> bool:
    """Tell whether an object is a row of what Label Studio exports as JSON-MIN."""
    return "annotation_id" in values and ("annotator" in values or "lead_time" in values)


def _is_prodigy(values: Mapping[str, Any]) -> bool:
    if not isinstance(values.get("text"), str):
        return False
    if values.get("answer") in _ANSWERS or "_task_hash" in values or "_input_hash" in values:
        return True
    tokens = values.get("tokens")
    if isinstance(tokens, list) and tokens and all(isinstance(one, dict) and "start" in one for one in tokens):
        return True
    spans = values.get("spans")
    return isinstance(spans, list) and all(
        isinstance(one, dict) and ("start" in one or "token_start" in one) for one in spans
    )


def _is_doccano(values: Mapping[str, Any]) -> bool:
    if not any(isinstance(values.get(key), str) for key in ("text", "data")):
        return False
    if isinstance(values.get("Comments"), list) or isinstance(values.get("entities"), list):
        return True
    for key in ("label", "labels"):
        label = values.get(key)
        if isinstance(label, dict) and isinstance(label.get("entities"), list):
            return True
        if isinstance(label, list) and all(isinstance(one, str) or is_triple(one) for one in label):
            return True
    annotations = values.get("annotations")
    return isinstance(annotations, list) and any(isinstance(one, dict) and "start_offset" in one for one in annotations)


def is_triple(value: object) -> bool:
    """Tell whether this is a list of start, end and label."""
    return isinstance(value, list) and len(value) == 3 and [type(one) for one in value] == [int, int, str]


def may_be_annotations(value: object) -> bool:
    """Tell whether this is a list of objects or of lists: no metadata then, whatever its key."""
    return isinstance(value, list) and any(isinstance(one, dict | list) for one in value)
