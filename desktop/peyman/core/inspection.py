"""A project file from somebody else, checked before anything of it is believed.

`inspect` copies it to a private folder and looks there, in an order in which no step trusts what a later one checks:
files beside it, size, seal, header, then, opened for reading only, its tables (which must be ours to the letter), its
pages, its history, and every text, number and quote in it. Nothing of it is executed or merged before all of that.
"""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from uuid import UUID

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .journal import history_faults
from .migrations import (
    APPLICATION_ID,
    FORMAT_VERSION,
    LOGGED,
    SET_TABLES,
    STEPS,
    THIS_FILE,
    connect,
    known_objects,
    objects_of,
    steps_done,
    take_steps,
)
from .project import check_name
from .submission import Manifest, digest_of, is_archive, unseal

MESSAGES |= {
    "inspect_unreadable": QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be read ({reason}). Check the disk it is on."
    ),
    "inspect_open": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is still open somewhere, or was not closed well ({beside} lies beside it). Close it first."
    ),
    "inspect_torn": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was copied while it was open, so work may be missing. Have it handed in instead."
    ),
    "inspect_size": QT_TRANSLATE_NOOP("errors", "“{path}” is larger than {gigabytes} GB, so it was not looked at."),
    "inspect_tables": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was changed by another program (“{name}” is not as Peyman makes it), so it was refused."
    ),
    "inspect_damaged": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is damaged ({reason}), so it was refused. Have it handed in again."
    ),
    "inspect_text": QT_TRANSLATE_NOOP(
        "errors", "In “{path}”, the text of “{document}” is not what its checksum says, so the file was refused."
    ),
    "inspect_quote": QT_TRANSLATE_NOOP(
        "errors", "In “{path}”, an annotation of “{document}” ({start}–{end}) does not quote its text; it was refused."
    ),
    "inspect_cell": QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” holds something that cannot be read (in “{table}”), so it was refused. Have it handed in again.",
    ),
    "inspect_manifest": QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds another project than its manifest says, so it was refused. Have it handed in again."
    ),
}

MAX_FILE = 4 << 30  # bytes
MAX_CELL = 4_000_000  # bytes of anything that is merged; texts stay where they are
MAX_TEXT = 100_000_000  # bytes of anything that is read
MAX_TIME = 253_402_300_799_000  # milliseconds: the end of the year 9999
_SIDES = ("-wal", "-journal")


class StoppedError(Exception):
    """Whoever asked for something long has cancelled it."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that passed, and the private copy of it, in today's format, that can be read from."""

    path: Path
    sha256: str  # of the file as it came
    copy: Path
    sealed: bool
    version: int  # the format it came in
    project_id: UUID
    origin_id: UUID


def inspect(
    path: Path,
    folder: Path,
    *,
    passed: Collection[str] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> Inspected:
    """Copy a project file or submission into `folder`, which nobody else may write to, and check the copy.

    Args:
        passed: the SHA-256 of files that passed before; what is in them is not looked at again.

    Raises:
        PeymanError: `project_missing`, `project_foreign`, `project_newer`, `submission_damaged`, `submission_odd`, or
            one of the above: the file is not to be believed.
        StoppedError: cancelled.
    """
    return _Inspection(path, folder, passed, cancelled).run()


def open_copy(copy: Path, *, checks: bool = False) -> sqlite3.Connection:
    """Open a private copy for reading, in a way in which nothing in it is executed.

    Args:
        checks: let SQLite know the CHECK constraints, which it does not even read where it may not write.
    """
    uri = f"{copy.resolve().as_uri()}?mode=rw" if checks else copy_uri(copy)
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    return connection


def copy_uri(copy: Path) -> str:
    return f"{copy.resolve().as_uri()}?mode=ro&immutable=1"


def printable(name: str) -> str:
    """Return a name from such a file as it may be shown: without what steers a screen."""
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else "\N{REPLACEMENT CHARACTER}" for c in name)


class _Inspection:
    """Goes through one file."""

    def __init__(
        self, path: Path, folder: Path, passed: Collection[str], cancelled: Callable[[], bool]
    ) -> None:
        self._path = path
        self._passed = passed
        self._folder = folder
        self._cancelled = cancelled
        self._fine = {"{}"}  # JSON that was looked at; most of it is the same few

    def run(self) -> Inspected:
        try:
            copy, sha256, manifest = self._fetch()
            version = self._header(copy)
            self._go_on()
            with closing(open_copy(copy)) as connection:
                self._watch(connection)
                self._tables(connection, version)
            if sha256 not in self._passed:
                with closing(open_copy(copy, checks=True)) as connection:
                    self._watch(connection)
                    self._pages(connection)
            if version < FORMAT_VERSION:
                with closing(connect(copy, read_only=False)) as connection:
                    take_steps(connection)
            self._go_on()
            with closing(open_copy(copy)) as connection:
                self._watch(connection)
                if sha256 not in self._passed:
                    self._content(connection)
                project_id, origin_id = self._ids(connection)
        except OSError as error:
            raise PeymanError("inspect_unreadable", path=self._path, reason=error.strerror or error) from None
        except (sqlite3.Error, UnicodeError, LookupError, ValueError, TypeError, RecursionError) as error:
            if self._cancelled():
                raise StoppedError from None
            raise PeymanError("inspect_damaged", path=self._path, reason=printable(str(error))[:200]) from None
        if manifest and (manifest.project_id, manifest.origin_id) != (str(project_id), str(origin_id)):
            raise PeymanError("inspect_manifest", path=self._path)
        return Inspected(self._path, sha256, copy, manifest is not None, version, project_id, origin_id)

    def _go_on(self) -> None:
        if self._cancelled():
            raise StoppedError

    def _watch(self, connection: sqlite3.Connection) -> None:
        """Let long statements be interrupted."""
        connection.set_progress_handler(self._cancelled, 100_000)

    # The file

    def _fetch(self) -> tuple[Path, str, Manifest | None]:
        """Copy the file; return the project file of it, and the SHA-256 of what came."""
        if not self._path.is_file():
            raise PeymanError("project_missing", path=self._path)
        for tail in _SIDES:
            side = self._path.with_name(self._path.name + tail)
            if side.exists():
                raise PeymanError("inspect_open", path=self._path, beside=side.name)
        copy = self._folder / "project.peyman"
        received = self._folder / "received"
        self._copy(received)
        sha256 = digest_of(received)
        manifest = None
        if is_archive(received):
            manifest = unseal(received, copy, self._path, MAX_FILE)
            received.unlink()
        else:
            received.rename(copy)
        self._go_on()
        return copy, sha256, manifest

    def _copy(self, target: Path) -> None:
        left = MAX_FILE
        with self._path.open("rb") as source, target.open("xb") as out:
            while chunk := source.read(1 << 20):
                left -= len(chunk)
                if left < 0:
                    raise PeymanError("inspect_size", path=self._path, gigabytes=MAX_FILE >> 30)
                if self._cancelled():
                    raise StoppedError
                out.write(chunk)

    def _header(self, copy: Path) -> int:
        """Look at the first bytes, before SQLite does; return the format version."""
        with copy.open("rb") as stream:
            header = stream.read(100)

        def number(place: int) -> int:
            return int.from_bytes(header[place : place + 4])

        ours = len(header) == 100 and header.startswith(b"SQLite format 3\0") and number(68) == APPLICATION_ID
        version = number(60)
        if ours and 1 << 31 > version > FORMAT_VERSION:
            raise PeymanError("project_newer", path=self._path)
        if not ours or number(56) != 1 or not 1 <= version <= FORMAT_VERSION:  # the texts of ours are in UTF-8
            raise PeymanError("project_foreign", path=self._path)
        if header[18:20] != b"\1\1":
            raise PeymanError("inspect_torn", path=self._path)
        page_size = int.from_bytes(header[16:18])  # 1 stands for 65536
        if number(28) * (page_size if page_size > 1 else 1 << 16) != copy.stat().st_size:
            raise PeymanError("inspect_damaged", path=self._path, reason="size")
        return version

    # The database

    def _tables(self, connection: sqlite3.Connection, version: int) -> None:
        found, known = objects_of(connection), known_objects(version)
        if found != known:
            name = min(entry[1] for entry in found ^ known)
            raise PeymanError("inspect_tables", path=self._path, name=printable(name))
        if steps_done(connection) != {step.__name__ for step in STEPS[:version]}:
            raise PeymanError("inspect_tables", path=self._path, name="_sqlite_migrations")

    def _pages(self, connection: sqlite3.Connection) -> None:
        for pragma in ("quick_check(1)", "foreign_key_check"):
            rows = connection.execute(f"PRAGMA {pragma}").fetchmany(1)
            if rows and rows != [("ok",)]:
                raise PeymanError("inspect_damaged", path=self._path, reason=printable(" ".join(map(str, rows[0]))))
        self._go_on()

    # What is in it

    def _ids(self, connection: sqlite3.Connection) -> tuple[UUID, UUID]:
        ((project_id, origin_id),) = connection.execute(
            "SELECT project_id, origin_id FROM project, origin WHERE origin_no = ?", [THIS_FILE]
        ).fetchall()
        return UUID(bytes=project_id), UUID(bytes=origin_id)

    def _content(self, connection: sqlite3.Connection) -> None:
        for table, _ in history_faults(connection):
            self._damaged(f"{table}_log")
        self._go_on()
        self._steps_in_order(connection)
        self._people(connection)
        self._gaps(connection)
        self._rest(connection)
        self._go_on()
        self._annotations(connection)
        self._go_on()

    def _damaged(self, table: str) -> NoReturn:
        raise PeymanError("inspect_cell", path=self._path, table=table)

    def _steps_in_order(self, connection: sqlite3.Connection) -> None:
        """Every version belongs to a step, none of one's own is later than its set says."""
        odd = "op_no < 1 OR op_no > 1 << 53 OR at NOT BETWEEN 0 AND ? OR length(name) NOT BETWEEN 1 AND 100"
        if connection.execute(f"SELECT 1 FROM op WHERE {odd} LIMIT 1", [MAX_TIME]).fetchall():
            self._damaged("op")
        if connection.execute("SELECT 1 FROM annotation_set WHERE revision < 1 LIMIT 1").fetchall():
            self._damaged("annotation_set")
        for table in SET_TABLES:
            lost = (
                f"SELECT 1 FROM annotation_set s JOIN {table}_log l USING (set_no) LEFT JOIN op o"
                " ON o.origin_no = s.origin_no AND o.op_no = l.op_no"
                " WHERE (l.op_no <= s.revision OR s.origin_no = ?)"
                " AND (o.op_no IS NULL OR l.op_no > s.revision) LIMIT 1"
            )
            if connection.execute(lost, [THIS_FILE]).fetchall():
                self._damaged(f"{table}_log")

    def _people(self, connection: sqlite3.Connection) -> None:
        for (name,) in connection.execute("SELECT name FROM annotator"):
            try:
                check_name(name)
            except PeymanError:
                self._damaged("annotator")

    def _rest(self, connection: sqlite3.Connection) -> None:
        """Read the texts that nothing below looks at: what is no text makes Python fail, what is too long SQLite."""
        read_below = {*SET_TABLES[1:], *(f"{table}_log" for table in SET_TABLES), "document_text"}
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = [
                f'"{row[1]}"' for row in connection.execute(f'PRAGMA table_info("{table}")') if row[2] == "TEXT"
            ]
            if columns and table not in read_below:
                for _ in connection.execute(f'SELECT {", ".join(columns)} FROM "{table}"'):
                    pass

    def _annotations(self, connection: sqlite3.Connection) -> None:
        """Compare each text with its checksum, and each version of each annotation with its text."""
        sets: dict[int, list[int]] = {}
        for set_number, document, foreign in connection.execute(
            'SELECT set_no, document_no, "foreign" FROM annotation_set ORDER BY 1'
        ):
            sets.setdefault(document, []).append(set_number)
            self._json(foreign, "annotation_set")
        for document, sha256, length in connection.execute("SELECT document_no, sha256, length FROM document"):
            if self._cancelled():
                raise StoppedError
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT)
            ((text,),) = connection.execute(
                "SELECT text FROM document_text WHERE document_no = ?", [document]
            ).fetchall()
            if hashlib.sha256(text.encode()).digest() != sha256 or len(text) != length:
                raise PeymanError("inspect_text", path=self._path, document=self._document(connection, document))
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
            for set_number in sets.get(document, ()):
                self._spans(connection, set_number, document, text)
        for table, json_columns in (("relation", '"foreign"'), ("document_label", 'value, "foreign"')):
            for row in connection.execute(_versions(table, json_columns)):
                for cell in row[1:]:
                    self._json(cell, f"{table}_log", anything=table == "document_label")
        for _ in connection.execute(_versions("annotation_set", "gone")):
            pass

    def _spans(self, connection: sqlite3.Connection, set_number: int, document: int, text: str) -> None:
        # Millions of rows pass here, most of which have nothing but a quote: what is not there comes as None.
        json_cells = "nullif(attributes, '{}'), nullif(\"foreign\", '{}'), nullif(fragments, '[]')"
        for _, start, end, quote, attributes, foreign, fragments in connection.execute(
            _versions("span", f'start, "end", quote, {json_cells}', of_set=True), [set_number]
        ):
            if not 0 <= start < end or text[start:end] != quote:
                self._misquoted(connection, document, start, end)
            if attributes is not None and attributes not in self._fine:
                self._json(attributes, "span_log")
            if foreign is not None:
                self._json(foreign, "span_log")
            if fragments is not None:
                self._fragments(fragments, start, end)
        for _, start, end, quote in connection.execute(
            _versions("rejection", 'start, "end", quote', of_set=True), [set_number]
        ):
            if not 0 <= start < end or text[start:end] != quote:
                self._misquoted(connection, document, start, end)

    def _gaps(self, connection: sqlite3.Connection) -> None:
        """Refuse versions that lack something, and ids that are none: the logs themselves do not forbid it."""
        for table in SET_TABLES:
            keys, values = LOGGED[table]
            missing = " OR ".join(f'"{name}" IS NULL' for name in values)
            ids = [*keys[1:], *(name for name, kind in values.items() if kind == "BLOB")]
            odd = " OR ".join(f"length({name}) <> 16" for name in ids)
            where = f"NOT gone AND ({missing})" + (f" OR {odd}" if odd else "")
            if connection.execute(f"SELECT 1 FROM {table}_log WHERE {where} LIMIT 1").fetchall():
                self._damaged(f"{table}_log")

    def _fragments(self, cell: str, start: int, end: int) -> None:
        last = start
        for a, b in _DECODER.decode(cell):
            if type(a) is not int or type(b) is not int or not last <= a < b <= end:
                self._damaged("span_log")
            last = b

    def _json(self, cell: str, table: str, *, anything: bool = False) -> None:
        """Look at a cell that holds JSON: an object, no numbers that JSON does not know, no half characters."""
        if cell in self._fine:
            return
        try:
            value = _DECODER.decode(cell)
            if "\\u" in cell:
                json.dumps(value, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            self._damaged(table)
        if not anything and not isinstance(value, dict):
            self._damaged(table)
        if len(cell) < 100 and not anything and len(self._fine) < 10_000:
            self._fine.add(cell)

    def _document(self, connection: sqlite3.Connection, document: int) -> str:
        ((name,),) = connection.execute("SELECT name FROM document WHERE document_no = ?", [document]).fetchall()
        return printable(name)

    def _misquoted(self, connection: sqlite3.Connection, document: int, start: int, end: int) -> NoReturn:
        name = self._document(connection, document)
        raise PeymanError("inspect_quote", path=self._path, document=name, start=start, end=end)


_JOIN = " || '\n' || "


def _versions(table: str, wanted: str, *, of_set: bool = False) -> str:
    """Return the query for the versions of a table, those of one set or of all: their other texts, then these columns.

    The other texts come as one, so that each is read, which is what finds bytes that are none.
    """
    values = LOGGED[table][1]
    others = [f'"{name}"' for name, kind in values.items() if kind == "TEXT" and name not in wanted]
    where = "NOT gone AND set_no = ?" if of_set else "NOT gone"
    return f"SELECT {_JOIN.join(others) or 'NULL'}, {wanted} FROM {table}_log WHERE {where}"


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refused(digits)


_DECODER = json.JSONDecoder(parse_constant=_refused, parse_float=_finite)
