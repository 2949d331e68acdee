"""Making a release: planned first, then written as a whole beside its place and given its name at the end."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from peyman import __version__, exchange
from peyman.core.edits import Change, Edit
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.findings import AgreementReport
from peyman.core.model import SPLIT_KEY, AnnotatedDocument
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema
from peyman.exchange import Progress
from peyman.formats import Format, Options, format_for
from peyman.formats.base import LOSSES, Folder

from . import card
from .croissant import croissant
from .facts import Facts, Person, manifest, measure, rounded, splits_in
from .neighbours import Neighbours
from .parquet import write_parquet
from .rows import ANNOTATORS, GOLD, Count, Row, line_of, read_rows, row_of
from .source import Article, Source, Survey, Wanted
from .splits import SPLITS, Pair, Piece, Placement, place

EDIT = "release"  # the name of the edit that remembers the splits
SUMS = "SHA256SUMS"
MANIFEST = "release.json"
SCHEMA_FILE = "schema.toml"
CARD = "README.md"
CROISSANT = "croissant.json"
SPLITS_FILE = "splits.json"
CONLL_LAYERS = ("entity", "commitment")  # of which gold is written as words and tags

MESSAGES |= {
    "release_nothing": QT_TRANSLATE_NOOP(
        "errors",
        "There is no gold in “{path}”, so there is nothing to release. Settle what the annotators differ in first.",
    ),
    "release_open": QT_TRANSLATE_NOOP(
        "errors",
        "The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the"
        " gold of {unfinished} more articles is not finished. Finish it, or say --allow-open: the release will then"
        " call itself unfinished.",
    ),
    "release_unsound": QT_TRANSLATE_NOOP(
        "errors", "The labels break rules in {count} places, so they cannot be released. The first: {first}"
    ),
    "release_licence": QT_TRANSLATE_NOOP(
        "errors", "“{licence}” is no identifier of a licence. Give one of SPDX's, such as CC-BY-4.0."
    ),
    "release_group_by": QT_TRANSLATE_NOOP(
        "errors", "No article with gold has “{key}” in its metadata. Choose one of: {known}."
    ),
    "release_name_in_schema": QT_TRANSLATE_NOOP(
        "errors", "The schema uses an annotator's name as the id of something. Rename one of them, or do not anonymise."
    ),
}


@dataclass(frozen=True)
class Plan:
    """What would be released.

    Attributes:
        articles: of each split, in the project's order.
        pairs: of near duplicates.
        edit: what remembers the splits in the project; empty if all are known there.
        at: when the project was last changed, in milliseconds since 1970; earlier releases do not count.
    """

    source: Source
    wanted: Wanted
    survey: Survey
    placement: Placement
    articles: dict[str, list[Article]]
    pairs: int
    edit: Edit
    at: int

    @property
    def chosen(self) -> list[Article]:
        return [article for split in SPLITS for article in self.articles.get(split, ())]


@dataclass(frozen=True)
class Written:
    """What was released: the facts, the size of the folder, and which hidden names stand in it all the same.

    Attributes:
        names_left: how many, in articles' own texts and annotations.
        names_in: where: articles and the columns of theirs.
    """

    facts: Facts
    files: int
    bytes: int
    names_left: int
    names_in: tuple[str, ...]


def _ignore(_done: int, _total: int, _what: str) -> None:
    pass


STEPS = ("annotations", "near duplicates", "agreement", "rows", "other formats", "card")


def plan_release(project: Project, wanted: Wanted, progress: Progress = _ignore) -> Plan:
    """Return what a release would hold; nothing is changed.

    Raises:
        PeymanError: `release_nothing`, `release_unsound`, `release_open`, `release_licence`, `release_group_by`,
            `release_torn…`, `release_split_value`.
    """
    if wanted.licence and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]*", wanted.licence):
        raise PeymanError("release_licence", licence=wanted.licence)
    source = Source(project, anonymise=wanted.anonymise)
    progress(0, len(STEPS), STEPS[0])
    survey = source.survey()
    if not survey.articles:
        raise PeymanError("release_nothing", path=project.path)
    if survey.problems:
        raise PeymanError("release_unsound", count=len(survey.problems), first=survey.problems[0])
    if not survey.complete and not wanted.allow_open:
        details = ", ".join(f"{count} {status}" for status, count in sorted(survey.open.items())) or "–"
        raise PeymanError(
            "release_open", left=survey.open.total(), articles=survey.open_articles, details=details,
            unfinished=survey.unfinished_gold,
        )  # fmt: skip
    progress(1, len(STEPS), STEPS[1])
    pieces, pairs = _pieces(source, survey.articles, wanted.group_by)
    placement = place(pieces, pairs, wanted.shares, wanted.seed)
    articles: dict[str, list[Article]] = {}
    for article in survey.articles:
        if article.sha256 in placement.splits:
            articles.setdefault(placement.splits[article.sha256], []).append(article)
    edit = _edit(project, survey.articles, placement)
    return Plan(source, wanted, survey, placement, articles, len(pairs), edit, project.edited_at(EDIT))


def _pieces(source: Source, articles: Sequence[Article], group_by: str) -> tuple[list[Piece], list[Pair]]:
    """Return all articles that are released or were, and which of them say nearly the same."""
    released = {article.number: article for article in articles}
    neighbours: Neighbours[str] = Neighbours()
    pieces: list[Piece] = []
    pairs: list[Pair] = []
    keys: set[str] = set()
    for number in source.project.document_numbers():
        document = source.project.document(number)
        before = document.meta.get(SPLIT_KEY, "")
        if number not in released and not before:
            continue
        keys |= set(document.meta)
        group = document.meta.get(group_by) if group_by else None
        features: Counter[str] = Counter()
        if number in released:
            gold = source.gold(released[number]).annotations
            assert gold is not None
            features.update(f"{one.layer}/{one.label}" for one in gold.annotations.values())
            features[f"language {document.language}"] = 1
        pieces.append(
            Piece(
                document.sha256, document.name, "" if group in (None, "", []) else json.dumps(group, sort_keys=True),
                str(before), features,
            )
        )  # fmt: skip
        pairs += [(document.sha256, other) for other, _ in neighbours.add(document.sha256, document.text)]
    if group_by and group_by not in keys:
        raise PeymanError("release_group_by", key=group_by, known=", ".join(sorted(keys - {SPLIT_KEY})) or "–")
    return pieces, pairs


def _edit(project: Project, articles: Sequence[Article], placement: Placement) -> Edit:
    """Return what writes the new places into the articles' metadata: one step of undo."""
    changes = []
    for article in articles:
        if article.sha256 in placement.fresh:
            before = project.document(article.number).info
            after = replace(before, meta={**before.meta, SPLIT_KEY: placement.splits[article.sha256]})
            changes.append(Change(0, before, after))
    return Edit(EDIT, tuple(changes))


# Writing -----------------------------------------------------------------------------------------------------------


def write_release(project: Project, out: Path, plan: Plan, progress: Progress = _ignore) -> Written:
    """Write a release into a new folder, and remember its splits in the project: all of it or nothing.

    The same project and the same wishes give the same bytes, wherever and whenever. The project may have been opened
    anew since it was planned, and for reading only if the splits are known (`plan.edit` is empty).

    Raises:
        PeymanError: `export_…` for a folder that is no place for it, `release_name_in_schema`, `edit_stale` if the
            project changed since, and what `Project.apply` raises.
        OSError: it cannot be written.
    """
    exchange.check_folder(project.path, out, EDIT)
    if project.edited_at(EDIT) != plan.at:
        raise PeymanError("edit_stale")
    plan = replace(plan, source=plan.source.on(project))
    step = 0
    try:
        with exchange.new_folder(out) as draft:
            writer = _Writer(plan, draft, progress)
            writer.write()
            files = [path for path in draft.rglob("*") if path.is_file()]
            written = Written(
                writer.facts, len(files), sum(path.stat().st_size for path in files), *_names_left(plan.source, draft)
            )
            step = project.apply(plan.edit)
    except OSError:
        if step:  # remembered, but the folder did not get its name
            project.apply(plan.edit.swapped(), undoes=step)
        raise
    return written


class _Writer:
    """Fills the folder of a release."""

    def __init__(self, plan: Plan, folder: Path, progress: Progress) -> None:
        self.plan = plan
        self.source = plan.source
        self.root = folder
        self.folder = Folder(folder)
        self.progress = progress
        project = plan.source.project
        at = datetime.fromtimestamp(plan.at / 1000, UTC)
        progress(2, len(STEPS), STEPS[2])
        schema = _schema(plan.source)
        self.facts = Facts(
            title=schema.names("en"),
            day=at.date().isoformat(),
            program=f"peyman {__version__}",
            schema=schema,
            guidelines=plan.source.hidden(project.info.guidelines),
            wanted=plan.wanted,
            survey=plan.survey,
            placement=plan.placement,
            pairs=plan.pairs,
            agreement=measure(plan.source, plan.chosen),
        )

    def write(self) -> None:
        facts = self.facts
        self.progress(3, len(STEPS), STEPS[3])
        for split, articles in sorted(self.plan.articles.items()):
            self._count(GOLD, split, self._gold_rows(articles))
            self._count(ANNOTATORS, split, self._annotators_rows(articles))
        self._tell_rows()
        self.progress(4, len(STEPS), STEPS[4])
        self._write_conll()
        self._write_xmi()
        files = [(config, split) for config, counts in facts.counts.items() for split in counts]
        if skipped := write_parquet(self.root, files):
            facts.skipped.append(skipped)
        else:
            facts.formats.append("parquet")
        self.progress(5, len(STEPS), STEPS[5])
        texts = {
            SCHEMA_FILE: facts.schema.body,
            "GUIDELINES.md": facts.guidelines,
            SPLITS_FILE: self._splits(),
            "agreement.json": _as_json(_figures(facts.agreement)) if facts.agreement else "",
            MANIFEST: _as_json(manifest(facts)),
            CARD: card.card(facts),
            "DATASHEET.md": card.datasheet(facts),
            "CITATION.cff": card.citation(facts),
            LOSSES: card.losses(facts),
        }
        for name, text in texts.items():
            if text:
                self.folder.write(name, text.encode())
        found = checksums(self.root)
        described = croissant(facts, found)
        self.folder.write(CROISSANT, described)
        found[CROISSANT] = hashlib.sha256(described).hexdigest()
        self.folder.write(SUMS, sums_of(found).encode())

    # Rows

    def _gold_rows(self, articles: Iterable[Article]) -> Iterator[Row]:
        facts = self.facts
        for article in articles:
            item = self.source.gold(article)
            document = item.document
            assert item.annotations is not None
            if document.tokenizer:
                facts.tokenizers[document.tokenizer] += 1
            facts.dates += [document.date.isoformat()] if document.date else []
            outlet = next((document.meta[key] for key in ("outlet", "source") if document.meta.get(key)), None)
            facts.sources.update([outlet] if isinstance(outlet, str) else [])
            yield row_of(document, item.annotations, document.meta, complete=article.complete)

    def _annotators_rows(self, articles: Iterable[Article]) -> Iterator[Row]:
        for article in articles:
            document = self.source.document(article)
            for one in self.source.sets(article):
                person = self.facts.people.setdefault(one.annotator, Person(one.annotator))
                person.articles += 1
                person.spans += len(one.spans)
                person.suggested += sum(bool(span.origin) for span in one.spans)
                yield row_of(document, one, document.meta, complete=True)

    def _count(self, config: str, split: str, rows: Iterable[Row]) -> None:
        """Write the rows of a split, unless there are none, and count them."""
        count = Count()
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        with self.folder.open(card.data_file(config, split)) as stream:
            for row in chain([first], rows):
                line = line_of(row)
                stream.write(line)
                count.add(row, len(line))
        self.facts.counts[config][split] = count

    def _tell_rows(self) -> None:
        facts, survey = self.facts, self.plan.survey
        facts.people = {name: facts.people[name] for name in self.source.shown.values() if name in facts.people}
        counts = {
            "notes": survey.notes.total(),
            "doubts: that there is one is kept, its words are not": survey.doubts.total(),
            "keys that other tools left": survey.foreign,
            "gold sets of other curators": survey.several_gold,
        }
        facts.losses["data"] = [f"{count} {name}" for name, count in counts.items() if count]
        facts.losses["data"].append("how the program cut the texts into words")

    # Other formats

    def _items(self, split: str) -> Iterator[AnnotatedDocument]:
        return map(self.source.gold, self.plan.articles[split])

    def _write_conll(self) -> None:
        chosen = format_for(Path(), "conll")
        self.facts.formats.append("conll")
        for layer in CONLL_LAYERS:
            options = Options({"layer": layer})
            for split in splits_in(self.facts.counts[GOLD]):
                name = card.conll_file(split, layer)
                assert chosen.write is not None
                with self.folder.open(name) as stream:
                    chosen.write(self._items(split), stream, self.facts.schema, options)
                self._tell_losses(name, chosen, self._items(split), options)

    def _write_xmi(self) -> None:
        chosen = format_for(Path(), "xmi")
        assert chosen.write_folder is not None
        items = (item for split in splits_in(self.facts.counts[GOLD]) for item in self._items(split))
        try:
            chosen.write_folder(items, Folder(self.root / "xmi"), self.facts.schema, Options())
        except PeymanError as error:
            if error.code != "format_needs":
                raise
            self.facts.skipped.append(error)
            return
        self.facts.formats.append("xmi")
        for split in splits_in(self.facts.counts[GOLD]):
            self._tell_losses(f"xmi, {split}", chosen, self._items(split), Options())

    def _tell_losses(self, name: str, chosen: Format, items: Iterable[AnnotatedDocument], options: Options) -> None:
        lost = chosen.plan(items, self.facts.schema, options)
        self.facts.losses[name] = [loss.with_examples for loss in lost]

    def _splits(self) -> str:
        placement = self.plan.placement
        size = Counter(placement.groups[article.sha256] for article in self.plan.chosen)
        listed = []
        for article in self.plan.chosen:
            group = placement.groups[article.sha256]
            split = placement.splits[article.sha256]
            together = group if size[group] > 1 else ""
            listed.append({"id": article.name, "sha256": article.sha256, "split": split, "group": together})
        left = [article.name for article in self.plan.survey.articles if article.sha256 in placement.left_out]
        return _as_json({"articles": listed, "left_out": left})


def _schema(source: Source) -> Schema:
    """Return the schema without names that are to be hidden."""
    body = source.hidden(source.schema.body)
    if body == source.schema.body:
        return source.schema
    from peyman.core.schema_draft import entries  # noqa: PLC0415 - few releases need what edits TOML

    hidden = parse_schema(body, SCHEMA_FILE)
    if list(entries(hidden)) != list(entries(source.schema)):
        raise PeymanError("release_name_in_schema")
    return hidden


def _figures(report: AgreementReport) -> dict[str, Any]:
    """Return all figures of a report, without the places they come from."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(one) for name, one in value.items() if name != "examples"}
        if isinstance(value, list | tuple):
            return [plain(one) for one in value]
        return rounded(value) if isinstance(value, float) else value

    found: dict[str, Any] = plain(asdict(report))
    return found


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _names_left(source: Source, folder: Path) -> tuple[int, tuple[str, ...]]:
    """Find the hidden names in what cannot be changed: articles' texts and what is marked in them."""
    left = 0
    places: dict[str, None] = {}
    for path in sorted((folder / "data").rglob("*.jsonl")) if source.names else ():
        for row in read_rows(path):
            for column, value in row.items():
                if found := source.names_in(json.dumps(value, ensure_ascii=False)):
                    left += len(found)
                    places[f"{row['id']} ({column})"] = None
    return left, tuple(places)


# Checksums ---------------------------------------------------------------------------------------------------------


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a release but that of the checksums, by its place, sorted."""
    found = {}
    for path in folder.rglob("*"):
        place_in = path.relative_to(folder).as_posix()
        if path.is_file() and place_in != SUMS:
            digest = hashlib.sha256()
            with path.open("rb") as stream:
                for block in iter(partial(stream.read, 1 << 20), b""):
                    digest.update(block)
            found[place_in] = digest.hexdigest()
    return dict(sorted(found.items()))


def sums_of(found: Mapping[str, str]) -> str:
    """Return checksums as `sha256sum -c` reads them; a backslash or line break in a name is escaped as it does."""
    lines = []
    for name, digest in sorted(found.items()):
        escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        lines.append(f"{chr(92) if escaped != name else ''}{digest}  {escaped}\n")
    return "".join(lines)
