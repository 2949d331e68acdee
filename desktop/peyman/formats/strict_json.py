"""JSON read piece by piece, and strictly: what Python's reader lets through is refused with its line."""

from __future__ import annotations

import codecs
import contextlib
import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeVar

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .building import short

T = TypeVar("T")
_SUSPECT = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")  # escapes of NUL and of surrogates
_BLANK = re.compile(r"[ \t\r\n]+")

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
    "json_broken": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}, character {column}: this is no JSON ({reason}). Export the file anew, or correct it.",
    ),
    "json_between": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{found}” stands where an object in braces should begin, or the list end. Correct it.",
    ),
    "json_large": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: one object is longer than {megabytes} million characters. Split it."
    ),
    "json_missing": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: the key “{key}” is missing. Add it."
    ),
    "json_type": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}, {where}: the key “{key}” must be {wanted}. Correct it."
    ),
}

KINDS: dict[type, str] = {
    str: "text in quotes", int: "a whole number", bool: "true or false", list: "a list", dict: "an object",
}  # fmt: skip


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
        with _told(place):
            value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise PeymanError("json_syntax", **place, column=error.colno, reason=error.msg) from None
    if not isinstance(value, dict):
        raise PeymanError("json_no_object", **place)
    _check(value, text, place)
    return value


@contextlib.contextmanager
def _told(place: dict[str, Any]) -> Iterator[None]:
    """Say what is wrong with JSON, except for its syntax."""
    try:
        yield
    except _RepeatedKeyError as error:
        raise PeymanError("json_key_twice", **place, key=str(error)) from None
    except _BadNumberError as error:
        raise PeymanError("json_number", **place, number=str(error)) from None
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise PeymanError("json_depth", **place, depth=DEPTH_CAP) from None
    except ValueError:  # Python refuses to read whole numbers of more than a few thousand digits
        raise PeymanError("json_number", **place, number="a whole number of thousands of digits") from None


def numbered_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file with the lines they begin on, reading only as far as each needs.

    They may stand in one list, one a line, or one after another however many lines each takes.

    Raises:
        PeymanError: `json_…`, as `parse_object`; also for what stands between objects.
    """
    with path.open("rb") as stream:
        yield from objects_in(stream, path.name)


def objects_in(stream: BinaryIO, file: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a stream as `numbered_objects` does; `file` names it in errors."""
    return iter(_Objects(stream, file))


class _Objects:
    """Finds the objects of a stream. Holds the object under way and some more, never the file."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._stream = stream
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0  # how far `_text` is used up
        self._line = 1  # of the place `_at`
        self._cut = 0  # how much of the line that `_text` begins in was before it
        self._ended = False

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        in_list = self._next() == "["
        if in_list:
            self._step(1)
        first = True
        while (found := self._next()) and found != "]":
            if in_list and not first:
                if found != ",":
                    self._fail_between()
                self._step(1)
                found = self._next()
            if found != "{":
                self._fail_between()
            yield self._line, self._object()
            first = False
        if in_list:
            if found != "]":
                self._fail_between()
            self._step(1)
        if self._next():
            self._fail_between()

    def _fail_between(self) -> NoReturn:
        found = short(self._text[self._at : self._at + 20]) or "…"
        raise PeymanError("json_between", file=self._file, line=self._line, found=found)

    def _next(self) -> str:
        """Step over white space, and return the character there; "" at the end."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._step(len(blank[0]) if blank else 0)
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _step(self, length: int) -> None:
        self._line += self._text.count("\n", self._at, self._at + length)
        self._at += length

    def _column(self, place: int) -> int:
        """Return where in its line a place of `_text` stands, from 1."""
        before = self._text.rfind("\n", 0, place)
        return place - before + (self._cut if before < 0 else 0)

    def _more(self) -> bool:
        """Read as much again as there is; False at the end of the file."""
        if self._ended:
            return False
        self._cut = self._column(self._at) - 1
        self._text = self._text[self._at :]
        self._at = 0
        data = self._stream.read(max(len(self._text), 1 << 16))
        self._ended = not data
        try:
            self._text += self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            line = self._line + self._text.count("\n") + error.object[: error.start].count(b"\n")
            byte = error.start - error.object.rfind(b"\n", 0, error.start)
            raise PeymanError("json_encoding", file=self._file, line=line, byte=byte) from None
        return True

    def _object(self) -> dict[str, Any]:
        place = {"file": self._file, "line": self._line}
        while True:
            try:
                with _told(place):
                    value, end = _DECODER.raw_decode(self._text, self._at)
                break
            except json.JSONDecodeError as error:  # perhaps only because the rest is not read yet
                if len(self._text) - self._at > LINE_CAP:
                    raise PeymanError("json_large", **place, megabytes=LINE_CAP >> 20) from None
                if not self._more():
                    line = self._line + self._text.count("\n", self._at, error.pos)
                    raise PeymanError(
                        "json_broken", file=self._file, line=line, column=self._column(error.pos), reason=error.msg
                    ) from None
        _check(value, self._text[self._at : end], place)
        self._step(end - self._at)
        assert isinstance(value, dict)  # it began with a brace
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


_NESTING = (dict, list)  # a tuple: `dict | list` is asked three times as slowly
_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_float=_float, parse_constant=_no_number)


def _check(value: object, source: str, place: dict[str, Any]) -> None:
    """Refuse NUL and half surrogate pairs in any text, and nesting deeper than the cap.

    `source` is what the value was read from: strict UTF-8, so that such characters can only be escapes in it.
    """
    texts = _SUSPECT.search(source) is not None
    level: list[Any] = [value]  # all that stands so deep
    depth = 0
    while level:
        if texts:
            _check_texts(level, place)
        level = [outer for outer in level if isinstance(outer, _NESTING)]
        depth += bool(level)
        if depth > DEPTH_CAP:
            raise PeymanError("json_depth", **place, depth=DEPTH_CAP)
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if texts or isinstance(inner, _NESTING)
        ]


def _check_texts(values: list[Any], place: dict[str, Any]) -> None:
    for value in values:
        for text in (value,) if isinstance(value, str) else value if isinstance(value, dict) else ():
            _check_text(text, place)


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


class Table:
    """One JSON object, read key by key; what is never asked for is foreign.

    Null counts as missing where it may: other tools write it where they have nothing to say.
    """

    null_is_missing = True

    def __init__(self, values: dict[str, Any], file: str, line: int, where: str) -> None:
        self.values = values
        self.file = file
        self.line = line
        self.where = where
        self.asked: set[str] = set()

    @property
    def place(self) -> str:
        """Where it stands, for errors that name the file themselves."""
        return f"line {self.line}, {self.where}"

    def fail(self, code: str, **data: object) -> NoReturn:
        raise PeymanError(code, file=self.file, line=self.line, where=self.where, **data)

    def get(self, key: str, kind: type[T], default: T | None = None) -> T:
        """Return a value that is exactly a `kind` (True is no whole number); `default` if it is not there."""
        self.asked.add(key)
        value = self.values.get(key)
        if type(value) is not kind:
            if value is not None or not (self.null_is_missing or key not in self.values):
                self.fail("json_type", key=key, wanted=KINDS[kind])
            if default is None:
                self.fail("json_missing", key=key)
            return default
        return value

    def table(self, key: str) -> Table:
        """Return an object inside; an empty one if it is not there."""
        return Table(self.get(key, dict, {}), self.file, self.line, f"{self.where}, “{key}”")

    def tables(self, key: str, kind: str) -> Iterator[Table]:
        """Yield the objects of a list, each named in errors by its id or else by its place."""
        for number, value in enumerate(self.get(key, list, []), 1):
            if type(value) is not dict:
                self.fail("json_type", key=f"{key}, number {number}", wanted=KINDS[dict])
            own = value.get("id")
            shown = f"{kind} “{short(str(own))}”" if own not in (None, "") else f"{kind} number {number}"
            yield Table(value, self.file, self.line, shown if not self.where else f"{self.where}, {shown}")

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; empty if it is not there."""
        values = self.get(key, list, [])
        if not all(isinstance(value, str) for value in values):
            self.fail("json_type", key=key, wanted="a list of texts")
        return values

    def foreign(self, *also: str, known: Sequence[str] = ()) -> dict[str, Any]:
        """Return what was not asked for and says something, without the keys `known`; and those named in `also`."""
        return {
            key: value
            for key, value in self.values.items()
            if key in also or (key not in self.asked and key not in known and value not in (None, [], {}, ""))
        }
