"""The shapes of Label Studio's tasks: what old versions and JSON-MIN say is said as newer ones do; and no addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from peyman.core.model import Json

from .json_kinds import is_min, may_be_annotations

LABELS = ("labels", "hypertextlabels")  # the types of regions
_ABOUT_MIN = ("id", "annotation_id", "annotator", "created_at", "updated_at", "lead_time")  # keys of JSON-MIN's own
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def as_task(values: dict[str, Any]) -> dict[str, Any]:
    """Return a task as newer versions export it, of one by an old version, a row of JSON-MIN, or a bare text.

    Of a bare text, columns that may be annotations are no data; they stay beside them.
    """
    if "completions" in values and not values.get("annotations"):
        return {**values, "annotations": values["completions"], "completions": None}
    if is_min(values) and "data" not in values:
        return _of_min(values)
    if "data" in values or not isinstance(values.get("text"), str):
        return values
    beside = {key: value for key, value in values.items() if key == "id" or may_be_annotations(value)}
    return {**beside, "data": {key: value for key, value in values.items() if key not in beside}}


def _of_min(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of JSON-MIN as a task. Relations and the ids of regions are not in it.

    What the controls say stands among the columns of the data: lists and objects are taken for that.
    """
    said = {key: value for key, value in row.items() if isinstance(value, list | dict) and key not in _ABOUT_MIN}
    annotation: dict[str, Json] = {
        "id": row["annotation_id"],
        "completed_by": row.get("annotator"),
        "result": [result for control, value in said.items() for result in _results(control, value)],
        **{key: row[key] for key in ("created_at", "updated_at", "lead_time") if key in row},
    }
    data = {key: value for key, value in row.items() if key not in said and key not in _ABOUT_MIN}
    return {"id": row.get("id"), "data": data, "annotations": [annotation]}


def _results(control: str, said: Json) -> Iterator[dict[str, Json]]:
    """Yield the results of a control of which only the values are told."""
    if isinstance(said, list) and all(isinstance(one, str) for one in said):
        said = {"choices": said}
    for number, value in enumerate(said if isinstance(said, list) else [said], 1):
        known = (kind for kind in (*LABELS, "choices") if isinstance(value, dict) and kind in value)
        told: Json = value if isinstance(value, dict) else {"value": value}
        yield {"id": f"{control}-{number}", "from_name": control, "type": next(known, ""), "value": told}


def without_addresses(values: dict[str, Json]) -> dict[str, Json]:
    """Return what is kept of a task without the people in it: of each the number, and no e-mail address."""
    return {key: _without_address(value) for key, value in values.items()}


def _without_address(value: Json) -> Json:
    if isinstance(value, dict):
        return value.get("id") if "email" in value else without_addresses(value)
    if isinstance(value, list):
        return [_without_address(one) for one in value]
    return None if isinstance(value, str) and _ADDRESS.fullmatch(value) else value
