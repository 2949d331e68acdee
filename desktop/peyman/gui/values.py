"""Attribute values as a person types them in one line, and back. Formatting a value and reading it again is exact.

Lists are parted by “;” or «؛». A normal form is pairs of key and value, parted by spaces or semicolons:
`value=11 unit=percent op=>`. A value that would be read as something else stands in quotes, as in JSON:
`value="2023"` is a text, `value=2023` a number. Digits of every script are understood.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

from peyman.core.decode import guess_direction
from peyman.core.model import Json
from peyman.core.schema import Kind

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_LIST_SIGN = re.compile("[;؛]")
_PARTING = re.compile(r"[\s;؛]*")
_KEY = re.compile(r"[^\s;؛=\"{\[]+")
_BARE = re.compile(r"[^\s;؛]*")
_CONSTANTS: Mapping[str, Json] = {"true": True, "false": False, "null": None}
_DECODER = json.JSONDecoder()


class MalformedError(ValueError):
    """What was typed cannot be read as a value of its kind."""


def format_value(kind: Kind, value: Json) -> str:
    """Return `value` as it is shown in a line of text; a value of another kind than expected stays readable."""
    if value is None:
        return ""
    if kind == "norm" and isinstance(value, dict):
        return " ".join(f"{_key(key)}={_item(item)}" for key, item in value.items())
    if kind == "list" and isinstance(value, list):
        items = [item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in value]
        return list_parting(items).join(items)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def parse_value(kind: Kind, text: str) -> Json:
    """Return what `text` says, None if it is blank.

    Raises:
        MalformedError: a number that is none, or a pair without “=”, without a key, or with a key said twice.
    """
    text = text.strip()
    if not text:
        return None
    if kind == "list":
        return [item for part in _LIST_SIGN.split(text) if (item := part.strip())] or None
    if kind == "number":
        return _number(latin_digits(text).replace("٫", "."))
    return _pairs(text) if kind == "norm" else text


def list_parting(items: object) -> str:
    """Return what stands between the items of a list, in their direction."""
    return " ؛ " if guess_direction(str(items)) == "rtl" else "; "


def latin_digits(text: str) -> str:
    """Return `text` with the decimal digits of every script as 0 to 9."""
    return "".join(c if (d := unicodedata.decimal(c, None)) is None else str(d) for c in text)


def _number(text: str) -> int | float:
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > 300:
        raise MalformedError(text)
    found = float(text) if match[2] or match[3] else int(text)
    if found in (float("inf"), float("-inf")):
        raise MalformedError(text)
    return found


def _pairs(text: str) -> dict[str, Json]:
    pairs: dict[str, Json] = {}
    at = _PARTING.match(text, 0).end()  # type: ignore[union-attr]  # it matches the empty text too
    while at < len(text):
        key, at = _quoted(text, at) if text[at] == '"' else _run(_KEY, text, at)
        if not isinstance(key, str) or not key or key in pairs or text[at : at + 1] != "=":
            raise MalformedError(text)
        at += 1
        if text[at : at + 1] in ('"', "{", "["):
            pairs[key], at = _quoted(text, at)
        else:
            bare, at = _run(_BARE, text, at)
            if not bare:
                raise MalformedError(text)
            pairs[key] = _meant(bare)
        after = _PARTING.match(text, at).end()  # type: ignore[union-attr]
        if after == at < len(text):
            raise MalformedError(text)  # something is glued to a closing quote
        at = after
    return pairs


def _run(pattern: re.Pattern[str], text: str, at: int) -> tuple[str, int]:
    match = pattern.match(text, at)
    return (match[0], match.end()) if match else ("", at)


def _quoted(text: str, at: int) -> tuple[Json, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        raise MalformedError(text) from None
    return value, end


def _meant(bare: str) -> Json:
    """Return what a word without quotes stands for: a number, true, false, null, or itself."""
    if bare in _CONSTANTS:
        return _CONSTANTS[bare]
    try:
        return _number(latin_digits(bare))
    except MalformedError:
        return bare


def _item(value: Json) -> str:
    if isinstance(value, str) and value and _BARE.fullmatch(value) and value[0] not in '"{[' and _meant(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
