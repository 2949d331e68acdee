"""Loads a UIMA CAS, XMI or JSON, that came from anywhere: checked first, then read by cassis in its strict mode.

cassis lets pass what must not: offsets outside the text, a document type that names other files, unknown types one
by one. Offsets in the file count UTF-16 units; those of the CAS, once loaded, count code points.
"""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from peyman.core.decode import check_text
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.schema import Schema
from peyman.core.text import Utf16Map

from .building import lies_in, reason_of
from .strict_json import parse_object
from .uima_types import make_typesystem, new_typesystem
from .uima_zip import documents

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

CAP = 64 * 1024 * 1024  # bytes of one file; it is held in memory
TYPESYSTEM = "TypeSystem.xml"
_XMI_ID = "{http://www.omg.org/XMI}id"
_TEXTUAL = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})

MESSAGES |= {
    "uima_large": QT_TRANSLATE_NOOP("errors", "“{file}” is larger than {megabytes} MB. Split the document."),
    "uima_doctype": QT_TRANSLATE_NOOP(
        "errors", "“{file}” declares a document type or entities, which no CAS needs and which can harm. Remove them."
    ),
    "uima_encoding": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is not in the encoding it says, or in an unusual one ({encoding}). Save it as UTF-8."
    ),
    "uima_syntax": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: this is no XML ({reason}). Export the file anew, or correct it."
    ),
    "uima_no_cas": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is XML or JSON, but no UIMA CAS ({reason}). Choose another file, or export it anew."
    ),
    "uima_types": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” uses types that its type system does not have: {types}. Put the right TypeSystem.xml beside it.",
    ),
    "uima_typesystem": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no type system of UIMA ({reason}). Export it anew together with the documents."
    ),
    "uima_link": QT_TRANSLATE_NOOP(
        "errors", "“{file}”: “{types}” is a link that leads to another folder. Put the type system itself there."
    ),
    "uima_texts": QT_TRANSLATE_NOOP(
        "errors", "“{file}” holds {count} texts, but must hold one. Export it with a single view."
    ),
    "uima_offsets": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, {type} {id}: {start}–{end} is no stretch of the text, which has {length} UTF-16 units. "
        "Correct the offsets.",
    ),
    "uima_id_twice": QT_TRANSLATE_NOOP("errors", "“{file}”: the id {id} stands twice. Export the file anew."),
}


def load_cas(path: Path, schema: Schema) -> Cas:
    """Return the CAS of a file, its one text and every offset checked.

    The types are those in the file (JSON), or of the `TypeSystem.xml` beside it or a folder above, or else ours.

    Raises:
        PeymanError: `uima_…`, `json_…`, `format_needs`, and what `check_text` raises.
    """
    new_typesystem()  # says so when cassis is missing
    return _load(_read(path), path.name, _typesystem_of(path) or make_typesystem(schema))


def load_zipped(path: Path, schema: Schema) -> Iterator[tuple[str, Cas]]:
    """Yield the documents of an archive with their names in it, each read like a file.

    Raises:
        PeymanError: as `load_cas`, and `uima_zip…`, `office_…`.
    """
    new_typesystem()
    for name, data, described in documents(path, TYPESYSTEM, CAP):
        file = f"{path.name}/{name}"
        types = _typesystem(_capped(described, file), TYPESYSTEM) if described is not None else make_typesystem(schema)
        yield name, _load(_capped(data, file), file, types)


def _load(data: bytes, file: str, types: TypeSystem) -> Cas:
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    return _load_json(data, file, types) if is_json else _load_xmi(data, file, types)


def load_types(path: Path) -> TypeSystem:
    """Return the type system of a file; raises `uima_…`, `format_needs`."""
    new_typesystem()
    return _typesystem(_read(path), path.name)


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return _capped(stream.read(CAP + 1), path.name)


def _capped(data: bytes, file: str) -> bytes:
    if len(data) > CAP:
        raise PeymanError("uima_large", file=file, megabytes=CAP >> 20)
    return data


def _typesystem_of(path: Path) -> TypeSystem | None:
    for folder in (path.parent, path.parent.parent):
        for name in (TYPESYSTEM, TYPESYSTEM.lower()):
            if not (folder / name).is_file():
                continue
            if not lies_in(folder / name, folder):
                raise PeymanError("uima_link", file=path.name, types=name)
            return _typesystem(_read(folder / name), name)
    return None


@lru_cache(maxsize=2)  # that of a folder serves all its files
def _typesystem(data: bytes, file: str) -> TypeSystem:
    from cassis import load_typesystem  # noqa: PLC0415 - an optional extra

    _refuse_doctype(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as for features called “type”
            types = load_typesystem(io.BytesIO(data))
    except Exception as error:  # what cassis and lxml raise on broken files is not told
        raise PeymanError("uima_typesystem", file=file, reason=reason_of(error)) from None
    return types


def _refuse_doctype(data: bytes, file: str) -> None:
    """Refuse a document type, wherever it stands: it could name files and addresses, or grow without end."""
    marks = ((b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"), (b"<\0", "utf-16le"), (b"\0<", "utf-16be"))
    encoding = next((name for mark, name in marks if data.startswith(mark)), "")
    told = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']", data)
    encoding = encoding or (told[1].decode("ascii").lower() if told else "utf-8")
    try:
        if encoding not in _TEXTUAL:
            raise LookupError
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        raise PeymanError("uima_encoding", file=file, encoding=encoding) from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise PeymanError("uima_doctype", file=file)


# XMI -------------------------------------------------------------------------------------------------------------


def _load_xmi(data: bytes, file: str, types: TypeSystem) -> Cas:
    from cassis import load_cas_from_xmi  # noqa: PLC0415 - an optional extra

    _refuse_doctype(data, file)
    _check(_xmi_structures(data, file), file, types)
    return _loaded(lambda: load_cas_from_xmi(io.BytesIO(data), typesystem=types, lenient=False), file)


Structure: TypeAlias = tuple[str, str, Mapping[str, Any]]  # type, id, features


def _xmi_structures(data: bytes, file: str) -> Iterator[Structure]:
    from lxml import etree  # noqa: PLC0415 - comes with cassis

    try:
        events = etree.iterparse(
            io.BytesIO(data), events=("start",), resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False,
        )  # fmt: skip
        root = None
        for _, element in events:
            if root is None:
                root = element
                if element.tag != "{http://www.omg.org/XMI}XMI":
                    raise PeymanError("uima_no_cas", file=file, reason=f"it begins with {element.tag}")
            elif element.getparent() is root and isinstance(element.tag, str):
                yield _type_name(element.tag), element.get(_XMI_ID, ""), dict(element.attrib)
    except etree.XMLSyntaxError as error:
        reason = str(error.msg).split(", line ")[0]
        raise PeymanError("uima_syntax", file=file, line=error.lineno or 1, reason=reason) from None


def _type_name(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{http:///").partition(".ecore}")
    return f"{namespace.replace('/', '.')}.{name}".removeprefix("uima.noNamespace.")


# JSON ------------------------------------------------------------------------------------------------------------


def _load_json(data: bytes, file: str, types: TypeSystem) -> Cas:
    from cassis import TypeSystem, load_cas_from_json  # noqa: PLC0415 - an optional extra

    values = parse_object(data.removeprefix(b"\xef\xbb\xbf"), file, 1)
    told = values.get("%TYPES")
    inside = told if isinstance(told, dict) else {}
    known = TypeSystem() if inside else types
    _check(_json_structures(values, file), file, known, inside)
    source = io.StringIO(json.dumps(values))
    return _loaded(
        lambda: load_cas_from_json(source, typesystem=known, lenient=False, merge_typesystem=bool(inside)), file
    )


def _json_structures(values: Mapping[str, Any], file: str) -> Iterator[Structure]:
    found = values.get("%FEATURE_STRUCTURES")
    if not isinstance(values.get("%VIEWS"), dict) or not isinstance(found, list | dict):
        raise PeymanError("uima_no_cas", file=file, reason="%FEATURE_STRUCTURES or %VIEWS is missing")
    listed = [one for one in found if isinstance(one, dict)]
    pairs = found.items() if isinstance(found, dict) else [(one.get("%ID"), one) for one in listed]
    for number, structure in pairs:
        name = structure.get("%TYPE") if isinstance(structure, dict) else None
        if not isinstance(name, str) or number is None:
            raise PeymanError("uima_no_cas", file=file, reason="an object has no %TYPE or no %ID")
        yield name, str(number), structure


# Both ------------------------------------------------------------------------------------------------------------


def _check(
    structures: Iterable[Structure], file: str, types: TypeSystem, told: Mapping[str, Any] | None = None
) -> None:
    """Refuse unknown types, ids that stand twice, more or fewer texts than one, and offsets outside the text."""
    texts: dict[str, str] = {}
    unknown: dict[str, None] = {}
    seen: set[str] = set()
    placed: list[tuple[str, str, Any, Any]] = []
    for name, number, features in structures:
        if name == "uima.cas.Sofa" and isinstance(features.get("sofaString"), str):
            texts[number] = features["sofaString"]
        if name in ("uima.cas.NULL", "uima.cas.View"):
            continue
        if number in seen:
            raise PeymanError("uima_id_twice", file=file, id=number)
        seen.add(number)
        plain = name.removesuffix("[]")
        if not types.contains_type(plain) and plain not in (told or {}):
            unknown[plain] = None
        if "begin" in features or "end" in features:
            placed.append((name, number, features.get("begin"), features.get("end")))
    if unknown:
        raise PeymanError("uima_types", file=file, types=", ".join(unknown))
    if len(texts) != 1:
        raise PeymanError("uima_texts", file=file, count=len(texts))
    (text,) = texts.values()
    check_text(text, file)
    offsets = Utf16Map(text)
    for name, number, begin, end in placed:
        if not _is_stretch(offsets, begin, end):
            raise PeymanError(
                "uima_offsets", file=file, type=name, id=number, start=begin, end=end,
                length=offsets.to_utf16(len(text)),
            )  # fmt: skip


def _is_stretch(offsets: Utf16Map, begin: Any, end: Any) -> bool:
    """Tell whether these are offsets in order, both between characters; empty stretches are allowed in a CAS."""
    try:
        return 0 <= offsets.from_utf16(int(begin)) <= offsets.from_utf16(int(end))
    except (PeymanError, TypeError, ValueError):
        return False


def _loaded(load: Callable[[], Cas], file: str) -> Cas:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # cassis warns of what it could not read
            return load()
    except Exception as error:  # of many kinds; a file of anybody's is no programming error
        raise PeymanError("uima_no_cas", file=file, reason=reason_of(error)) from None
