"""JSON read line by line, and strictly: what Python's reader lets through is refused with its line."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

LINE_CAP = 64 * 1024 * 1024  # bytes; a line is held in memory whole
DEPTH_CAP = 50

MESSAGES |= {
    "json_encoding": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: byte {byte} is not UTF-8. Save the file as UTF-8 and import it again.",
    ),
    "json_line_long": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: longer than {megabytes} MB. Write one JSON object a line, or split the document.",
    ),
    "json_syntax": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, character {column}: this is no JSON ({reason}). Write one JSON object a line.",
    ),
    "json_depth": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: nested more than {depth} levels deep. Make it flatter."
    ),
    "json_key_twice": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: the key “{key}” stands twice in one object. Keep one of them."
    ),
    "json_number": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: {number} is not a number that can be kept. Correct it."
    ),
    "json_surrogate": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{text}” holds half of a surrogate pair (\\u{unit}), which is no character. "
        "Remove it or write the whole pair.",
    ),
    "json_nul": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: a text holds the character NUL (\\u0000). Remove it or put a space there."
    ),
    "json_no_object": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: this is no JSON object. Write one JSON object a line."
    ),
}


class _RepeatedKeyError(ValueError):
    pass


class _BadNumberError(ValueError):
    pass


def numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, with their numbers from 1, without a byte order mark.

    Only LF ends a line (a CR before it is dropped). Raises `json_line_long`.
    """
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(LINE_CAP + 2):  # room for CR LF
            number += 1
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            line = line.removesuffix(b"\n").removesuffix(b"\r")
            if len(line) > LINE_CAP:
                raise PeymanError("json_line_long", file=path.name, line=number, megabytes=LINE_CAP // 1024 // 1024)
            if line.strip():
                yield number, line


def parse_object(data: bytes, file: str, line: int) -> dict[str, Any]:
    """Parse one JSON object; `file` and `line` name the place in errors.

    Raises:
        PeymanError: `json_…` for bytes that are no UTF-8, syntax, a key given twice, NaN, infinities and
            numbers that overflow, NUL, halves of surrogate pairs, and too deep nesting.
    """
    place = {"file": file, "line": line}
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise PeymanError("json_encoding", **place, byte=error.start + 1) from None
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_float=_float, parse_constant=_no_number)
    except _RepeatedKeyError as error:
        raise PeymanError("json_key_twice", **place, key=str(error)) from None
    except _BadNumberError as error:
        raise PeymanError("json_number", **place, number=str(error)) from None
    except json.JSONDecodeError as error:
        raise PeymanError("json_syntax", **place, column=error.colno, reason=error.msg) from None
    except RecursionError:
        raise PeymanError("json_depth", **place, depth=DEPTH_CAP) from None
    except ValueError:  # Python refuses to read whole numbers of more than a few thousand digits
        raise PeymanError("json_number", **place, number="a whole number of thousands of digits") from None
    if not isinstance(value, dict):
        raise PeymanError("json_no_object", **place)
    _check(value, place)
    return value


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RepeatedKeyError(key)
            seen.add(key)
    return table


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _BadNumberError(digits)
    return value


def _no_number(name: str) -> float:
    raise _BadNumberError(name)


def _check(value: object, place: dict[str, Any], depth: int = 1) -> None:
    """Refuse NUL and half surrogate pairs in any text, and nesting deeper than the cap."""
    if isinstance(value, str):
        _check_text(value, place)
    elif isinstance(value, dict | list):
        if depth > DEPTH_CAP:
            raise PeymanError("json_depth", **place, depth=DEPTH_CAP)
        if isinstance(value, dict):
            for key in value:
                _check_text(key, place)
        for inner in value.values() if isinstance(value, dict) else value:
            _check(inner, place, depth + 1)


def _check_text(text: str, place: dict[str, Any]) -> None:
    if "\0" in text:
        raise PeymanError("json_nul", **place)
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 20) : error.start]
        raise PeymanError("json_surrogate", **place, text=around, unit=f"{ord(text[error.start]):x}") from None
