"""Checking a release: is every byte the one that was written, and does it hold what a release promises?

A folder may come from anywhere, so nothing in it is trusted: whatever is wrong becomes a sentence.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from peyman.core.decode import text_hash
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.schema import Schema, parse_schema
from peyman.formats.strict_json import parse_object

from .card import card_figures, data_file, expected_statistics, read_statistics
from .derived import Derived
from .facts import FORMAT
from .neighbours import Neighbours
from .rows import ANNOTATORS, CONFIGS, GOLD, Count, Row, line_of, problems_in, read_back, read_rows
from .splits import SPLITS
from .writing import CARD, CROISSANT, MANIFEST, SCHEMA_FILE, SPLITS_FILE, SUMS, checksums, sums_of

MESSAGES |= {
    "release_foreign": QT_TRANSLATE_NOOP(
        "errors", "“{path}” is no release of Peyman: it has no {file}. Name the folder that “peyman release” made."
    ),
    "verify_missing": QT_TRANSLATE_NOOP("errors", "“{file}” is missing. Copy the release anew."),
    "verify_extra": QT_TRANSLATE_NOOP("errors", "“{file}” does not belong to the release. Take it away."),
    "verify_changed": QT_TRANSLATE_NOOP("errors", "“{file}” is not as it was written. Copy the release anew."),
    "verify_sums": QT_TRANSLATE_NOOP("errors", "“{file}” is no list of checksums any more. Copy the release anew."),
    "verify_unreadable": QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}"),
    "verify_count": QT_TRANSLATE_NOOP(
        "errors", "“{file}” says {said} where the data files have {found}: {what}. Make the release anew."
    ),
    "verify_text": QT_TRANSLATE_NOOP("errors", "“{document}” in “{file}” has another text than its checksum says."),
    "verify_span": QT_TRANSLATE_NOOP("errors", "“{document}” in “{file}”: the span {span} covers nothing."),
    "verify_twice": QT_TRANSLATE_NOOP("errors", "“{document}” is in “{first}” and again in “{second}”."),
    "verify_near": QT_TRANSLATE_NOOP(
        "errors",
        "“{one}” ({first}) and “{other}” ({second}) share {share} % of their shingles, so they belong in one split.",
    ),
    "verify_split": QT_TRANSLATE_NOOP("errors", "“{file}” says something else about “{document}” than the data files."),
    "verify_group": QT_TRANSLATE_NOOP(
        "errors", "“{document}” belongs with articles that are in another split, says “{file}”."
    ),
    "verify_croissant": QT_TRANSLATE_NOOP("errors", "“{file}” has another checksum for “{data}” than the file itself."),
    "verify_finished": QT_TRANSLATE_NOOP(
        "errors", "“{file}” calls the gold finished, but “{document}” is not. Make the release anew."
    ),
}


Reading: TypeAlias = Callable[[str], None]  # told the name of a file at each of its rows; stops by raising


def read_on(_file: str) -> None:
    """Tell nobody."""


def verify(folder: Path, reading: Reading = read_on) -> list[PeymanError]:
    """Return what is wrong with a release.

    Raises:
        PeymanError: `release_foreign` for a folder that is none at all.
    """
    if not (folder / MANIFEST).is_file() and not (folder / SUMS).is_file():
        raise PeymanError("release_foreign", path=folder, file=MANIFEST)
    there = checksums(folder)
    found = [*_byte_problems(folder, there), *_Content(folder, there, reading).problems()]
    return list({(problem.code, str(problem)): problem for problem in found}.values())  # what is missing, once


def _byte_problems(folder: Path, there: Mapping[str, str]) -> Iterator[PeymanError]:
    """Compare the checksums of all files that are there with those that were written."""
    try:
        written = (folder / SUMS).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        yield PeymanError("verify_sums", file=SUMS)
        return
    if written == sums_of(there):
        return
    listed = dict(_listed(written))
    for name in sorted(listed.keys() | there.keys()):
        if name not in there:
            yield PeymanError("verify_missing", file=name)
        elif name not in listed:
            yield PeymanError("verify_extra", file=name)
        elif listed[name] != there[name]:
            yield PeymanError("verify_changed", file=name)
    if listed == there:  # the same checksums, but not as they were written
        yield PeymanError("verify_sums", file=SUMS)


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        digest, gap, name = line.partition("  ")
        if gap:
            yield name, digest


class _Content:
    """Reads a release, and compares its parts with one another."""

    def __init__(self, folder: Path, there: Mapping[str, str], reading: Reading) -> None:
        self.folder = folder
        self.there = there  # the checksums of its files
        self.reading = reading
        self.counts: dict[str, dict[str, Count]] = {config: {} for config in CONFIGS}
        self.splits: dict[str, str] = {}  # of each article of gold
        self.names: dict[str, str] = {}
        self.unfinished = ""
        self.formats: list[str] | None = None  # in which the rows are too, says the manifest
        self.neighbours: Neighbours[str] = Neighbours()

    def problems(self) -> Iterator[PeymanError]:
        schema: Schema | None = None
        try:
            schema = parse_schema(self._text(SCHEMA_FILE), SCHEMA_FILE)
        except PeymanError as error:
            yield error
        for config in CONFIGS:
            for split in SPLITS:
                yield from self._rows(config, split, schema)
        parts = {
            CARD: self._card, MANIFEST: self._manifest, SPLITS_FILE: self._split_list, CROISSANT: self._croissant
        }  # fmt: skip
        for name, part in parts.items():
            try:
                yield from part()
            except PeymanError as error:
                yield error
            except (KeyError, TypeError, AttributeError, ValueError) as error:  # JSON of another shape
                yield PeymanError("verify_unreadable", file=name, reason=f"{type(error).__name__}: {error}")
        if schema is not None:
            yield from Derived(self.folder, self.there, schema, self.formats, self.reading).problems()

    def _text(self, name: str) -> str:
        return text_of(self.folder, name)

    def _json(self, name: str) -> dict[str, Any]:
        return parse_object(self._text(name).encode(), name, 1)

    # Rows

    def _rows(self, config: str, split: str, schema: Schema | None) -> Iterator[PeymanError]:
        file = data_file(config, split)
        path = self.folder / file
        if not path.exists():
            return
        count = self.counts[config][split] = Count()
        try:
            for line, row in enumerate(read_rows(path), 1):
                self.reading(file)
                count.add(row, len(line_of(row)))
                yield from self._row(config, split, file, row)
                if schema is not None:
                    item = read_back(row, file, line)
                    assert item.annotations is not None
                    yield from problems_in(config, item.document, item.annotations, schema)
        except PeymanError as error:
            yield error
        except OSError as error:
            yield PeymanError("verify_unreadable", file=file, reason=error)
        count.bytes = path.stat().st_size

    def _row(self, config: str, split: str, file: str, row: Row) -> Iterator[PeymanError]:
        name, key = row["id"], row["sha256"]
        if text_hash(row["text"]) != key:
            yield PeymanError("verify_text", document=name, file=file)
        for span in row["spans"]:
            if not 0 <= span["start"] < span["end"] <= len(row["text"]):
                yield PeymanError("verify_span", document=name, file=file, span=span["id"])
        if config == ANNOTATORS:
            if self.splits.get(key) != split:
                first = data_file(GOLD, self.splits[key]) if key in self.splits else data_file(GOLD, "…")
                yield PeymanError("verify_twice", document=name, first=first, second=file)
            return
        if key in self.splits or name in self.names.values():
            other = self.splits.get(key) or next(self.splits[k] for k, v in self.names.items() if v == name)
            yield PeymanError("verify_twice", document=name, first=data_file(GOLD, other), second=file)
            return
        if not row["complete"]:
            self.unfinished = self.unfinished or name
        for near, share in self.neighbours.add(key, row["text"]):
            if self.splits[near] != split:
                yield PeymanError(
                    "verify_near", one=self.names[near], first=self.splits[near], other=name, second=split,
                    share=round(share * 100),
                )  # fmt: skip
        self.splits[key] = split
        self.names[key] = name

    # What is said of them

    def _card(self) -> Iterator[PeymanError]:
        text = self._text(CARD)
        wanted: dict[tuple[str, str, str], int] = {}
        for config, counts in self.counts.items():
            for split, count in counts.items():
                wanted[config, split, "num_bytes"] = count.bytes
                wanted[config, split, "num_examples"] = count.rows
        yield from _compare(CARD, card_figures(text), wanted)
        yield from _compare(CARD, read_statistics(text), expected_statistics(self.counts))

    def _manifest(self) -> Iterator[PeymanError]:
        said = self._json(MANIFEST)
        if said["format"] != FORMAT:
            raise PeymanError("release_foreign", path=self.folder, file=FORMAT)
        if "formats" in said:  # not in those of older versions
            self.formats = [str(name) for name in said["formats"]]
        figures: dict[tuple[str, str, str], int] = {}
        wanted: dict[tuple[str, str, str], int] = {}
        for config, counts in said["counts"].items():
            for split, one in counts.items():
                figures |= {(config, split, name): one[name] for name in ("rows", "bytes", "characters", "doubts")}
                figures |= {(config, split, name): number for name, number in one["labels"].items()}
        for config, found in self.counts.items():
            for split, count in found.items():
                wanted |= {
                    (config, split, "rows"): count.rows, (config, split, "bytes"): count.bytes,
                    (config, split, "characters"): count.characters, (config, split, "doubts"): count.doubts,
                }  # fmt: skip
                wanted |= {(config, split, name): number for name, number in count.labels.items()}
        yield from _compare(MANIFEST, figures, wanted)
        if said["complete"] and self.unfinished:
            yield PeymanError("verify_finished", file=MANIFEST, document=self.unfinished)
        if hashlib.sha256(self._text(SCHEMA_FILE).encode()).hexdigest() != said["schema"]["sha256"]:
            yield PeymanError("verify_changed", file=SCHEMA_FILE)

    def _split_list(self) -> Iterator[PeymanError]:
        listed = self._json(SPLITS_FILE)["articles"]
        groups: defaultdict[str, set[str]] = defaultdict(set)
        said = {}
        for one in listed:
            said[one["sha256"]] = one["split"]
            groups[one["group"]].add(one["split"])
        for key in sorted({*said, *self.splits}):
            if said.get(key) != self.splits.get(key):
                yield PeymanError("verify_split", file=SPLITS_FILE, document=self.names.get(key, key[:16]))
        for one in listed:
            if one["group"] and len(groups[one["group"]]) > 1:
                yield PeymanError("verify_group", file=SPLITS_FILE, document=one["id"])

    def _croissant(self) -> Iterator[PeymanError]:
        said = {one["contentUrl"]: one["sha256"] for one in self._json(CROISSANT)["distribution"]}
        wanted = {data_file(config, split) for config, counts in self.counts.items() for split in counts}
        for name in sorted(wanted | said.keys()):
            if name not in wanted or said.get(name) != self.there.get(name):
                yield PeymanError("verify_croissant", file=CROISSANT, data=name)


def text_of(folder: Path, name: str) -> str:
    """Return the text of a file of a release; raises `verify_unreadable`."""
    try:
        return (folder / name).read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise PeymanError("verify_unreadable", file=name, reason=error) from None


def _compare(
    file: str, said: dict[tuple[str, str, str], int], found: dict[tuple[str, str, str], int]
) -> Iterator[PeymanError]:
    for key in sorted(said.keys() | found.keys()):
        if said.get(key) != found.get(key):
            what = ", ".join(key)
            yield PeymanError("verify_count", file=file, said=said.get(key, "–"), found=found.get(key, "–"), what=what)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return what a release says of itself.

    Raises:
        PeymanError: `release_foreign`, `json_…`.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise PeymanError("release_foreign", path=folder, file=MANIFEST)
    said = parse_object(path.read_bytes(), MANIFEST, 1)
    if said.get("format") != FORMAT:
        raise PeymanError("release_foreign", path=folder, file=json.dumps(FORMAT))
    return said
