"""Checking the parts of a release that follow from its rows: CoNLL, XMI and Parquet must say what the rows say.

CoNLL is written anew from the rows, its words cut as the file cuts them, and must be the same to the letter. XMI is
read as any CAS is (some 50 ms an article), and its text, spans, roles and fields are compared; Parquet row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument
from peyman.core.schema import Schema
from peyman.formats import Options, conll, xmi
from peyman.formats.base import Folder
from peyman.formats.building import short
from peyman.formats.uima_load import TYPESYSTEM

from .card import conll_file, data_file, parquet_file
from .parquet import read_parquet
from .rows import CONFIGS, GOLD, Row, as_json, read_back, read_rows
from .splits import SPLITS
from .writing import CONLL_LAYERS

CONLL, XMI, PARQUET = "conll", "xmi", "parquet"
Reading = Callable[[str], None]

MESSAGES |= {
    "verify_line": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”, line {line}: “{found}”, where the data files make it “{wanted}”. Make the release anew.",
    ),
    "verify_differs": QT_TRANSLATE_NOOP(
        "errors", "“{file}” says something else than the data files: {what}. Make the release anew."
    ),
    "verify_unchecked": QT_TRANSLATE_NOOP("errors", "“{file}” was not compared with the data files. {reason}"),
}


class Derived:
    """Compares these parts with the rows.

    Args:
        there: the names of all files.
        parts: which of these parts it should have; None: an older release, which has what it has.
    """

    def __init__(
        self, folder: Path, there: Collection[str], schema: Schema, parts: Collection[str] | None, reading: Reading
    ) -> None:
        self._folder = folder
        self._there = there
        self._schema = schema
        self._parts = {CONLL, *(parts if parts is not None else (name.partition("/")[0] for name in there))}
        self._reading = reading
        self._belongs = {data_file(config, split) for config in CONFIGS for split in SPLITS}

    def problems(self) -> Iterator[PeymanError]:
        """Return what is wrong with them; rows that cannot be read are somebody else's to tell."""
        splits = [split for split in SPLITS if data_file(GOLD, split) in self._there]
        for split in splits:
            for layer in CONLL_LAYERS:
                name = conll_file(split, layer)
                yield from self._told(name, self._conll(name, split, layer))
        if XMI in self._parts:
            yield from self._told(f"{XMI}/{TYPESYSTEM}", self._types())
            for name, item in self._placed(splits):
                yield from self._told(name, self._xmi(name, item))
        if PARQUET in self._parts:
            for config in CONFIGS:
                for split in SPLITS:
                    if data_file(config, split) in self._there:
                        name = parquet_file(config, split)
                        yield from self._told(name, self._parquet(name, config, split))
        folders = ("data/", *(f"{name}/" for name in (CONLL, XMI, PARQUET)))
        for name in sorted(self._there):
            if name.startswith(folders) and name not in self._belongs:
                yield PeymanError("verify_extra", file=name)

    def _told(self, name: str, check: Iterator[PeymanError]) -> Iterator[PeymanError]:
        """Check one file, if it is there; `check` finds what is wrong with it when it is asked."""
        self._belongs.add(name)
        if name not in self._there:
            yield PeymanError("verify_missing", file=name)
            return
        try:
            yield from check
        except PeymanError as error:
            unchecked = error.code in ("format_needs", "release_no_parquet_read")
            code = "verify_unchecked" if unchecked else "verify_unreadable"
            yield PeymanError(code, file=name, reason=error)
        except OSError as error:
            yield PeymanError("verify_unreadable", file=name, reason=error)

    def _rows(self, config: str, split: str) -> Iterator[Row]:
        """Yield the rows of a data file as far as they can be read."""
        try:
            yield from read_rows(self._folder / data_file(config, split))
        except (PeymanError, OSError):
            return

    def _items(self, split: str, file: str) -> Iterator[AnnotatedDocument]:
        for number, row in enumerate(self._rows(GOLD, split), 1):
            self._reading(file)
            try:
                yield read_back(row, data_file(GOLD, split), number)
            except PeymanError:
                return

    def _conll(self, file: str, split: str, layer: str) -> Iterator[PeymanError]:
        wanted = conll.as_cut(
            self._folder / file, self._items(split, file), self._schema, Options({conll.LAYER.name: layer})
        )
        try:
            yield from self._first_other_line(file, wanted)
        except PeymanError as error:
            if error.code != "conll_word":
                raise
            yield PeymanError("verify_differs", file=file, what=error.data["found"])

    def _first_other_line(self, file: str, wanted: Iterable[bytes]) -> Iterator[PeymanError]:
        with (self._folder / file).open("rb") as stream:
            for number, line in enumerate(chain(wanted, [b""]), 1):
                found = stream.readline(len(line) + 1)
                if found != line:
                    shown = [short(one.decode(errors="replace").strip()) for one in (found, line)]
                    yield PeymanError("verify_line", file=file, line=number, found=shown[0], wanted=shown[1])
                    return

    def _placed(self, splits: Iterable[str]) -> Iterator[tuple[str, AnnotatedDocument]]:
        """Yield where the XMI of each article is."""
        items = (item for split in splits for item in self._items(split, XMI))
        for path, item in xmi.placed(items, Folder(self._folder)):
            yield f"{XMI}/{path}", item

    def _types(self) -> Iterator[PeymanError]:
        differing = xmi.differing_types(self._folder / XMI / TYPESYSTEM, self._schema)
        if differing:
            yield PeymanError("verify_differs", file=f"{XMI}/{TYPESYSTEM}", what=", ".join(differing))

    def _xmi(self, file: str, item: AnnotatedDocument) -> Iterator[PeymanError]:
        found = next(xmi.read(self._folder / file, self._schema))
        wanted, given = _contents(item), _contents(found) if found.annotations else {}
        differing = [what for what in wanted if given.get(what) != wanted[what]]
        if differing:
            yield PeymanError("verify_differs", file=file, what=", ".join(differing))

    def _parquet(self, file: str, config: str, split: str) -> Iterator[PeymanError]:
        given = read_parquet(self._folder / file)
        for row in self._rows(config, split):
            self._reading(file)
            if next(given, None) != row:
                yield PeymanError("verify_differs", file=file, what=row["id"])
                return
        for more in given:
            yield PeymanError("verify_differs", file=file, what=more["id"])


def _contents(item: AnnotatedDocument) -> dict[str, object]:
    """Return what a CAS must say of an article, by the columns of a row, as far as XML can hold its characters."""
    document, one = item.document, item.annotations
    assert one is not None
    ids = {key: annotation.source_id for key, annotation in one.annotations.items()}
    return {
        "id": document.name,
        "metadata": as_json(dict(document.meta)),
        "text": xmi.legal(document.text),
        "annotator": (one.annotator, one.kind),
        "spans": sorted(
            (a.source_id, a.layer, a.label, a.start, a.end, a.fragments, as_json(dict(a.attributes)), bool(a.doubt),
             a.origin, a.note)
            for a in one.spans
        ),
        "relations": sorted(
            (a.source_id, a.label, ids.get(a.source), ids.get(a.target), a.note) for a in one.relations
        ),
        "labels": sorted((a.source_id, a.label, as_json(a.value)) for a in one.document_labels),
        "…": [document.foreign, one.foreign, *(a.foreign for a in one.annotations.values() if a.foreign)],
    }  # fmt: skip
