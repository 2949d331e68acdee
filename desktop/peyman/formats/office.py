"""Opens the ZIP archives of XML that word processors and spreadsheets write, as files of strangers.

Members are read as streams and by exact names; archive, members and their growth are capped. The XML may declare no
document type, and with it no entities: Office never does.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from pathlib import Path
from types import TracebackType
from typing import TypeAlias
from xml.parsers import expat

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .building import short

MOST_MEMBERS = 10_000
LARGEST = 200 << 20  # bytes of one member, unpacked
MOST_GROWTH = 200  # times; XML of Office grows five- to thirtyfold
FREE = 1 << 20  # bytes that any member may have, however well it is packed
DEEPEST = 200  # elements inside one another
_PIECE = 1 << 16

MESSAGES |= {
    "office_zip": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no {kind} document, or a damaged one ({reason}). Open and save it again as .{kind}."
    ),
    "office_locked": QT_TRANSLATE_NOOP("errors", "“{file}” is protected by a password. Save it without one."),
    "office_bomb": QT_TRANSLATE_NOOP(
        "errors", "“{file}”: its part “{part}” unpacks to far more than any document needs. Save it anew."
    ),
    "office_doctype": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, part “{part}”: it declares a document type or entities, which can harm. Save it anew."
    ),
    "office_xml": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, part “{part}”, line {line}: this is no XML ({reason}). Open and save it again."
    ),
}

# "start" of an element, with its name and attributes; its "end"; "text". Names have their namespace and a space before
# them where it is not that of the outermost element; attributes never.
Event: TypeAlias = tuple[str, str, dict[str, str]]


class Archive:
    """An open archive; a context manager. `kind` is its extension without the dot.

    Raises:
        PeymanError: `office_zip`, `office_locked`, here and in all methods also `office_bomb`.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self.file = path.name
        self._kind = kind
        self._stream = path.open("rb")
        try:
            if self._stream.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":  # how Office wraps what it encrypts
                raise PeymanError("office_locked", file=self.file)
            self._zip = zipfile.ZipFile(self._stream)
            self._members = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            self._stream.close()
            raise self.broken(error) from None
        except PeymanError:
            self._stream.close()
            raise
        if len(self._zip.infolist()) > MOST_MEMBERS or len(self._members) < len(self._zip.infolist()):
            self._stream.close()
            raise self.broken("too many parts, or two of one name")

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._stream.close()

    def broken(self, reason: object) -> PeymanError:
        return PeymanError("office_zip", file=self.file, kind=self._kind, reason=short(" ".join(str(reason).split())))

    @property
    def names(self) -> list[str]:
        """The names of all members, in their order."""
        return list(self._members)

    def content(self, name: str, largest: int) -> bytes:
        """Return what a member holds; of one larger than this, at least one byte more than that."""
        pieces: list[bytes] = []
        size = 0
        for piece in self.pieces(name):
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                break
        return b"".join(pieces)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member, as long as they are no more than they may be."""
        info = self._members.get(name)
        if info is None:
            raise self.broken(f"{name} is missing")
        if info.flag_bits & 1:
            raise PeymanError("office_locked", file=self.file)
        cap = min(LARGEST, max(FREE, info.compress_size * MOST_GROWTH))
        size = 0
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_PIECE):
                    size += len(piece)
                    if size > cap:  # what the archive says of its sizes is not asked
                        raise PeymanError("office_bomb", file=self.file, part=name)
                    yield piece
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, zlib.error, LZMAError) as error:
            raise self.broken(error) from None

    def events(self, name: str) -> Iterator[Event]:
        """Yield what a member of XML holds, in order, keeping nothing of it.

        Raises:
            PeymanError: `office_doctype`, `office_xml`.
        """
        found = _Found(self, name)
        try:
            for piece in self.pieces(name):
                found.parser.Parse(piece, False)
                yield from found.taken()
            found.parser.Parse(b"", True)
            yield from found.taken()
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise PeymanError("office_xml", file=self.file, part=name, line=error.lineno, reason=reason) from None


class _Found:
    """What a parser has found since somebody looked. A document type ends it before anything in it is believed."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = lambda text: self._events.append(("text", text, {}))
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._archive = archive
        self._part = part
        self._events: list[Event] = []
        self._main = ""
        self._depth = 0

    def taken(self) -> list[Event]:
        events, self._events = self._events, []
        return events

    def _name(self, name: str) -> str:
        return name.removeprefix(self._main)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth:
            self._main = f"{name.rpartition(' ')[0]} "
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._archive.broken(f"{self._part} is nested too deeply")
        self._events.append(("start", self._name(name), {k.rpartition(" ")[2]: v for k, v in attributes.items()}))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._events.append(("end", self._name(name), {}))

    def _doctype(self, *_: object) -> None:
        raise PeymanError("office_doctype", file=self._archive.file, part=self._part)
