"""Dealing a project out: one file for each annotator, with his articles only; and handing such a file in again.

`plan_packs` says who gets what, `write_packs` writes it and remembers it. What was dealt out once is never dealt again:
later packs hold what is new, or `update_pack` adds it to a file that is at work already. The annotator's ids and the
project's are the same in all files, each file's origin is its own; so what comes back can be told apart and merged.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from .edits import Change
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .inspection import inspect, open_copy
from .journal import now
from .migrations import FORMAT_VERSION, THIS_FILE, Identity, write_new
from .model import Assignment, Document, Json, ProjectInfo, derived_id, new_id
from .project import Project, check_name, move_into_place
from .submission import SUFFIX, Manifest, digest_of, seal

MESSAGES |= {
    "pack_names": QT_TRANSLATE_NOOP(
        "errors", "Each annotator can be named once; “{name}” is named twice. Name the annotators to deal to."
    ),
    "pack_nobody": QT_TRANSLATE_NOOP("errors", "Nobody is named to deal the articles to. Name at least one annotator."),
    "pack_overlap": QT_TRANSLATE_NOOP(
        "errors", "{overlap} annotators cannot share an article, as {count} are named. Choose from 1 to {count}."
    ),
    "pack_share": QT_TRANSLATE_NOOP("errors", "{share} is no share of the articles. Choose from 0 to 1."),
    "pack_by": QT_TRANSLATE_NOOP(
        "errors", "No article says anything about “{by}”, so they cannot be spread by it. There are: {fields}."
    ),
    "pack_nothing": QT_TRANSLATE_NOOP(
        "errors", "All articles of this project have been dealt out already. Import new ones first."
    ),
    "pack_folder": QT_TRANSLATE_NOOP("errors", "The folder “{path}” could not be written ({reason}). Choose another."),
    "pack_foreign": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was not dealt out from this project, so nothing was added to it. Choose another file."
    ),
    "pack_stranger": QT_TRANSLATE_NOOP(
        "errors", "Nothing was dealt to {annotator}, who works in “{path}”. Deal something out to that name first."
    ),
    "pack_whose": QT_TRANSLATE_NOOP(
        "errors", "{annotator} works in “{path}”, not {name}, so nothing was added to it. Choose the file of {name}."
    ),
    "pack_sealed": QT_TRANSLATE_NOOP(
        "errors", "“{path}” was handed in, so it cannot be worked on any more. Choose the annotator's project file."
    ),
    "pack_not_updated": QT_TRANSLATE_NOOP(
        "errors",
        "Everything was dealt out and is remembered, but “{path}” could not be added to ({reason}). Bring that file up "
        "to date once this is mended.",
    ),
    "pack_twice": QT_TRANSLATE_NOOP(
        "errors", "“{path}” and “{other}” are both files of {annotator}. Name one of them."
    ),
    "hand_in_over": QT_TRANSLATE_NOOP("errors", "“{path}” is the project itself. Hand in to another file."),
    "hand_in_io": QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be written ({reason}). Choose another place, and hand in again."
    ),
}

LANGUAGE = "language"  # what articles can be spread by besides their metadata
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
Progress = Callable[[int, int, str], None]  # articles done, articles in all, whose they are


# Who gets what ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deal:
    """One article and who gets it."""

    document_number: int
    document: str  # its name
    length: int  # code points
    group: str  # what it says about what the articles are spread by
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What falls to one annotator."""

    annotator: str
    articles: int
    shared: int
    length: int  # code points
    groups: Mapping[str, int]  # articles by what they are spread by
    before: int  # articles dealt earlier


@dataclass(frozen=True, slots=True)
class PackPlan:
    """Who would get which articles, in the order of the articles."""

    names: tuple[str, ...]
    deals: tuple[Deal, ...]
    loads: tuple[Load, ...]

    def of(self, annotator: str) -> tuple[Deal, ...]:
        return tuple(deal for deal in self.deals if annotator in deal.annotators)

    @property
    def shared(self) -> int:
        return sum(len(deal.annotators) > 1 for deal in self.deals)


def plan_packs(
    project: Project, names: Sequence[str], *, overlap: int = 2, share: float = 0.2, seed: int = 0, by: str = ""
) -> PackPlan:
    """Deal out the articles that nobody has yet: always alike for the same articles, names and seed.

    Args:
        overlap: how many get an article that is shared.
        share: of the articles that are shared, from 0 to 1.
        by: a field of the metadata, or "language", that everybody is to get alike.

    Raises:
        PeymanError: `pack_nobody`, `pack_names`, `annotator_name`, `annotator_reserved`, `pack_overlap`, `pack_share`,
            `pack_by`, `pack_nothing`.
    """
    if not names:
        raise PeymanError("pack_nobody")
    for name in names:
        check_name(name)
        if list(names).count(name) > 1:
            raise PeymanError("pack_names", name=name)
    if not 1 <= overlap <= max(len(names), 2):
        raise PeymanError("pack_overlap", overlap=overlap, count=len(names))
    if not 0 <= share <= 1:
        raise PeymanError("pack_share", share=share)
    dealer = _Dealer(project, names, seed, by)
    if not dealer.articles:
        raise PeymanError("pack_nothing")
    return dealer.plan(min(overlap, len(names)), share)


def spreadable(project: Project) -> list[str]:
    """Return what the articles that nobody has yet can be spread by."""
    rows = project.connection.execute(
        "SELECT meta FROM document WHERE meta <> '{}' AND document_id NOT IN (SELECT document_id FROM assignment)"
    ).fetchall()
    fields = {name for (meta,) in rows for name in _said(meta)}
    return [LANGUAGE, *sorted(fields - {LANGUAGE})]


def _said(meta: str) -> dict[str, Json]:
    """Return of an article's metadata what says anything."""
    return {name: value for name, value in json.loads(meta).items() if value not in (None, "", [])}


@dataclass(frozen=True, slots=True)
class _Article:
    number: int
    name: str
    length: int
    group: str
    lot: str  # its place in the shuffle


class _Dealer:
    """Deals articles so that everybody gets as many of each group, and as much to read, as everybody else."""

    def __init__(self, project: Project, names: Sequence[str], seed: int, by: str) -> None:
        self._names = tuple(names)
        self._seed = seed
        dealt = {(one.document_id, one.annotator_id) for one in project.records(Assignment)}
        taken = {document for document, _ in dealt}
        ids = {name: project.annotator_id(name) for name in names}
        self._length: Counter[str] = Counter()
        self._before: Counter[str] = Counter()
        self._together: Counter[frozenset[str]] = Counter()
        self._counts: dict[tuple[str, bool], Counter[str]] = {}
        self.articles: list[_Article] = []
        fields: set[str] = {LANGUAGE}
        for number, key, sha256, name, language, length, meta in project.connection.execute(
            "SELECT document_no, document_id, sha256, name, language, length, meta FROM document ORDER BY document_no"
        ).fetchall():
            document_id = UUID(bytes=key)
            if document_id in taken:
                whose = [name for name, known in ids.items() if (document_id, known) in dealt]
                self._count(whose, length, before=True)
                continue
            known = {LANGUAGE: language, **_said(meta)}
            fields |= known.keys()
            group = _worded(known.get(by, "")) if by else ""
            self.articles.append(_Article(number, name, length, group, self._lot(sha256.hex())))
        if by and self.articles and by not in fields:
            raise PeymanError("pack_by", by=by, fields=", ".join(sorted(fields)))

    def _lot(self, *parts: str) -> str:
        return hashlib.sha256("\0".join((str(self._seed), *parts)).encode()).hexdigest()

    def _count(self, whose: Sequence[str], length: int, *, before: bool = False) -> None:
        for name in whose:
            self._length[name] += length
            self._before[name] += before
        self._together.update(frozenset((a, b)) for n, a in enumerate(whose) for b in whose[:n])

    def plan(self, overlap: int, share: float) -> PackPlan:
        groups: dict[str, list[_Article]] = {}
        for article in self.articles:
            groups.setdefault(article.group, []).append(article)
        shared = self._shared(groups, share) if overlap > 1 else set()
        whose: dict[int, tuple[str, ...]] = {}
        for group in sorted(groups):
            # The shared ones first, and long ones before short ones, which then even out what is left.
            for article in sorted(groups[group], key=lambda a: (a.number not in shared, -a.length, a.lot)):
                whose[article.number] = self._choose(article, overlap if article.number in shared else 1)
        deals = tuple(Deal(a.number, a.name, a.length, a.group, whose[a.number]) for a in self.articles)
        return PackPlan(self._names, deals, tuple(self._load(name, deals) for name in self._names))

    def _shared(self, groups: Mapping[str, list[_Article]], share: float) -> set[int]:
        """Draw what is shared, as many of each group as is its due; what is left over goes by the largest fraction."""
        due = {group: share * len(articles) for group, articles in groups.items()}
        counts = {group: int(number) for group, number in due.items()}
        left = round(share * len(self.articles)) - sum(counts.values())
        for group in sorted(due, key=lambda g: (counts[g] - due[g], self._lot(g)))[: max(left, 0)]:
            counts[group] += 1
        return {
            article.number
            for group, articles in groups.items()
            for article in sorted(articles, key=lambda a: a.lot)[: counts[group]]
        }

    def _choose(self, article: _Article, count: int) -> tuple[str, ...]:
        """Choose who gets an article: whoever has the fewest of its group, then the least to read."""
        numbers = self._counts.setdefault((article.group, count > 1), Counter())
        chosen: list[str] = []
        while len(chosen) < count:
            def rank(name: str) -> tuple[int, int, int, str]:
                met = sum(self._together[frozenset((name, other))] for other in chosen)
                return numbers[name], met, self._length[name], self._lot(article.lot, name)

            chosen.append(min((name for name in self._names if name not in chosen), key=rank))
        numbers.update(chosen)
        self._count(chosen, article.length)
        return tuple(name for name in self._names if name in chosen)

    def _load(self, name: str, deals: Sequence[Deal]) -> Load:
        own = [deal for deal in deals if name in deal.annotators]
        shared = sum(len(deal.annotators) > 1 for deal in own)
        groups = Counter(deal.group for deal in own)
        return Load(name, len(own), shared, sum(deal.length for deal in own), dict(groups), self._before[name])


def _worded(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


# The files -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pack:
    """A file that was written, or added to, for one annotator."""

    path: Path
    annotator: str
    articles: int  # that are new in it
    updated: bool = False  # it was there before
    schema_changed: bool = False
    guidelines_changed: bool = False


def write_packs(
    project: Project,
    plan: PackPlan,
    out: Path,
    *,
    updating: Iterable[Path] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Pack] | None:
    """Write a file for everybody who gets something, and remember who got what, as one step of undo.

    No file is ever replaced. Nothing is remembered, and no new file left, unless all could be written and the files
    at work can be; those are added to last.

    Args:
        out: the folder; it is made if it does not exist.
        updating: files of annotators who get theirs added to these instead.

    Returns:
        The files, or None if it was cancelled.

    Raises:
        PeymanError: `pack_folder`, `project_io`, `project_read_only`, or what `update_pack` raises; `pack_not_updated`
            when all is done but for files at work that failed all the same.
    """
    if project.read_only:
        raise PeymanError("project_read_only", path=project.path)
    ids = {name: project.annotator_id(name) or new_id() for name in plan.names}
    files = _files_of(project, updating)
    dealt_to = {one.annotator_id for one in project.records(Assignment)}
    dealt_to |= {key for name, key in ids.items() if plan.of(name)}
    for file in files.values():
        if dealt_to.isdisjoint(file.people):
            raise PeymanError("pack_stranger", annotator=file.annotator, path=file.path)
    with ExitStack() as stack:
        at_work = [(file, stack.enter_context(Project.open(file.path))) for file in files.values()]
        written = _written(project, plan, ids, files, out, progress, cancelled)
        return None if written is None else written + _updated(project, at_work)


def _written(
    project: Project,
    plan: PackPlan,
    ids: Mapping[str, UUID],
    files: Mapping[UUID, _File],
    out: Path,
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> list[Pack] | None:
    """Write the new files and remember who got what, or neither; return None if it was cancelled."""
    at = now()
    origins: dict[str, UUID] = {}
    written: list[Pack] = []
    try:
        with TemporaryDirectory(prefix=".packs-", dir=_folder(out)) as drafts:
            shelf = _Shelf(project, plan, Path(drafts), progress, cancelled)
            for name in plan.names:
                if not plan.of(name) or ids[name] in files:
                    continue
                draft, origins[name] = shelf.draft(name, ids[name])
                written.append(Pack(_placed(draft, out, name), name, len(plan.of(name))))
        origins |= {name: files[key].origin_id for name, key in ids.items() if key in files}
        _remember(project, plan, ids, origins, at)
    except BaseException as error:
        for pack in written:
            pack.path.unlink(missing_ok=True)
        if isinstance(error, _CancelledError):
            return None
        if isinstance(error, OSError | sqlite3.Error):
            raise PeymanError("pack_folder", path=out, reason=getattr(error, "strerror", None) or error) from None
        raise
    return written


def _updated(project: Project, at_work: Iterable[tuple[_File, Project]]) -> list[Pack]:
    """Add to all the files that can be added to, and only then say of which one that failed."""
    found: list[Pack] = []
    failure: PeymanError | None = None
    for file, pack in at_work:
        try:
            found.append(_add(project, file, pack))
        except PeymanError as error:
            reason = error.data.get("reason", error)
            failure = failure or PeymanError("pack_not_updated", path=file.path, reason=reason)
    if failure is not None:
        raise failure
    return found


class _CancelledError(Exception):
    """Leaves without a trace."""


def _folder(out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    return out


def _stem(name: str) -> str:
    """Return what a file for an annotator can be called."""
    return _UNSAFE.sub("_", name).strip(" .") or "_"


def _placed(draft: Path, out: Path, name: str) -> Path:
    """Move a file to where it is to be, under a name that nothing has yet."""
    stem = _stem(name)
    number = 1
    while True:
        path = out / f"{stem}{'' if number == 1 else f'-{number}'}.peyman"
        try:
            if not path.exists():
                move_into_place(draft, path)
                return path
        except FileExistsError:
            pass
        number += 1


class _Shelf:
    """Where packs are written before they are given their names."""

    def __init__(
        self,
        project: Project,
        plan: PackPlan,
        folder: Path,
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._project = project
        self._plan = plan
        self._folder = folder
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._all = sum(len(deal.annotators) for deal in plan.deals)

    def draft(self, name: str, annotator_id: UUID) -> tuple[Path, UUID]:
        """Write one pack; return the file and its origin."""
        project, deals = self._project, self._plan.of(name)
        path = self._folder / f"{annotator_id}.peyman"
        info = project.info
        identity = Identity(info.id, annotator_id, now())
        write_new(path, name, project.schema, info.guidelines, identity=identity)
        with Project.open(path) as pack:
            shared: list[Json] = []
            with pack.batch("deal"):
                for deal in deals:
                    document = project.document(deal.document_number)
                    pack.add_document(document)
                    if len(deal.annotators) > 1:
                        shared.append(str(document.id))
                    self._tell(name)
                before = pack.info
                pack.write([Change(0, before, replace(before, settings=_settings(info, shared)))])
            return path, pack.origin_id

    def _tell(self, name: str) -> None:
        if self._cancelled():
            raise _CancelledError
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._all, name)


def _settings(ours: ProjectInfo, shared: list[Json], sheet: Json = None) -> dict[str, Json]:
    """Return what an annotator's file has of the project's settings, with what is shared of his, and his own sheet."""
    settings = {name: value for name, value in ours.settings.items() if name != "feedback"}
    return {**settings, "shared_documents": shared, **({"feedback": sheet} if sheet else {})}


def _remember(
    project: Project, plan: PackPlan, ids: Mapping[str, UUID], origins: Mapping[str, UUID], at: int
) -> None:
    changes: list[Change] = []
    shared: list[Json] = []
    for deal in plan.deals:
        document_id = project.document_id(deal.document_number)
        assert document_id is not None
        for name in deal.annotators:
            key = derived_id(0, "assignment", str(document_id), str(ids[name]))
            changes.append(Change(0, None, Assignment(key, document_id, ids[name], origins[name], at)))
        if len(deal.annotators) > 1:
            shared.append(str(document_id))
    before = project.info
    known = before.settings.get("shared_documents", [])
    assert isinstance(known, list)
    if shared:
        settings = {**before.settings, "shared_documents": [*known, *shared]}
        changes.append(Change(0, before, replace(before, settings=settings)))
    with project.batch("assign", undoable=True):
        for name in plan.names:
            if project.annotator_id(name) is None:
                project.add_annotator(name, ids[name])
        project.write(changes)


# Adding to files that are at work --------------------------------------------------------------------------------


def update_pack(
    project: Project, path: Path, *, annotator: str = "", feedback: Mapping[str, Json] | None = None
) -> Pack:
    """Add to an annotator's file what was dealt to him and is not in it, and bring schema and guidelines up to date.

    His annotations stay as they are; what he may undo too.

    Args:
        annotator: whose file it must be; empty is anybody's.
        feedback: put this sheet into it; else the one it has stays.

    Raises:
        PeymanError: `pack_foreign`, `pack_sealed`, `pack_stranger`, `pack_whose`, what `inspect` and `Project.open`
            raise.
    """
    file = _look(project, path)
    if annotator and file.annotator_id != project.annotator_id(annotator):
        raise PeymanError("pack_whose", path=path, annotator=file.annotator, name=annotator)
    if not any(one.annotator_id in file.people for one in project.records(Assignment)):
        raise PeymanError("pack_stranger", annotator=file.annotator, path=path)
    with Project.open(path) as pack:
        return _add(project, file, pack, feedback)


def _add(project: Project, file: _File, pack: Project, feedback: Mapping[str, Json] | None = None) -> Pack:
    wanted = [one.document_id for one in project.records(Assignment) if one.annotator_id in file.people]
    missing = list(_missing(project, pack, wanted))
    before, ours = pack.info, project.info
    known = project.setting("shared_documents")
    assert isinstance(known, list)
    here = {str(document_id) for document_id in wanted}
    sheet = before.settings.get("feedback") if feedback is None else dict(feedback)
    settings = _settings(ours, [one for one in known if one in here], sheet)
    schema_number = pack.keep_schema(project.schema)
    after = replace(before, schema_number=schema_number, guidelines=ours.guidelines, settings=settings)
    if missing or after != before:
        with pack.batch("deal"):
            for document in missing:
                pack.add_document(_named(pack, document))
            pack.write([Change(0, before, after)] if after != before else [])
    return Pack(
        file.path, pack.annotator, len(missing), updated=True,
        schema_changed=after.schema_number != before.schema_number,
        guidelines_changed=after.guidelines != before.guidelines,
    )  # fmt: skip


def _missing(project: Project, pack: Project, wanted: Iterable[UUID]) -> Iterator[Document]:
    numbers = (project.number_by_id(document_id) for document_id in wanted if pack.number_by_id(document_id) is None)
    for number in sorted(number for number in numbers if number is not None):
        document = project.document(number)
        if pack.number_by_hash(document.sha256) is None:  # else he has brought it himself
            yield document


@dataclass(frozen=True, slots=True)
class _File:
    """An annotator's file, as it was found before it is opened for writing."""

    path: Path
    origin_id: UUID
    annotator: str  # who is at work
    annotator_id: UUID
    people: frozenset[UUID]


def _look(project: Project, path: Path) -> _File:
    with TemporaryDirectory(prefix="peyman-pack-") as folder:
        inspected = inspect(path, Path(folder))
        with closing(open_copy(inspected.copy)) as raw:
            people = frozenset(UUID(bytes=key) for (key,) in raw.execute("SELECT annotator_id FROM annotator"))
            ((name, key),) = raw.execute(
                "SELECT name, annotator_id FROM project JOIN annotator USING (annotator_no)"
            ).fetchall()
    if inspected.sealed:
        raise PeymanError("pack_sealed", path=path)
    if inspected.project_id != project.info.id or inspected.origin_id == project.origin_id:
        raise PeymanError("pack_foreign", path=path)
    return _File(path, inspected.origin_id, name, UUID(bytes=key), people)


def _files_of(project: Project, paths: Iterable[Path]) -> dict[UUID, _File]:
    """Return the files that are at work, by annotator."""
    found: dict[UUID, _File] = {}
    for path in paths:
        file = _look(project, path)
        if file.annotator_id in found:
            other = found[file.annotator_id].path
            raise PeymanError("pack_twice", path=path, other=other, annotator=file.annotator)
        found[file.annotator_id] = file
    return found


def _named(pack: Project, document: Document) -> Document:
    """Give a document another name where an article that the annotator brought himself has it."""
    name, number = document.name, 1
    while pack.number_by_name(name) is not None:
        number += 1
        name = f"{document.name} ({number})"
    return replace(document, name=name)


# What came back --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    """How far somebody is with what was dealt to him, as far as it has been merged."""

    annotator: str
    assigned: int
    shared: int  # of them, also dealt to others
    handed_back: int
    finished: int
    skipped: int
    last_merged_at: int | None  # milliseconds since 1970


def shares_of(project: Project) -> list[Share]:
    """Return what was dealt out to whom, and what became of it, by name."""
    rows = project.connection.execute(
        "SELECT n.name, count(*),"
        " sum((SELECT count(*) FROM assignment o WHERE o.document_id = a.document_id) > 1),"
        " sum(coalesce(s.origin_no, ?1) <> ?1), sum(coalesce(s.state, '') = 'finished'),"
        " sum(coalesce(s.state, '') = 'skipped'),"
        " (SELECT max(u.at) FROM submission u WHERE u.origin_id IN"
        "  (SELECT p.pack_id FROM assignment p WHERE p.annotator_id = n.annotator_id))"
        " FROM assignment a JOIN annotator n USING (annotator_id) JOIN document d USING (document_id)"
        " LEFT JOIN annotation_set s ON s.document_no = d.document_no AND s.annotator_no = n.annotator_no"
        " AND s.kind = 'annotation' GROUP BY n.annotator_id ORDER BY n.name",
        [THIS_FILE],
    ).fetchall()
    return [Share(*row) for row in rows]


# Handing in ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HandIn:
    """A submission that was written: of how many articles, how many of them finished."""

    path: Path
    sha256: str
    size: int  # bytes
    annotator: str
    articles: int
    finished: int


def hand_in(project: Project, out: Path) -> HandIn:
    """Write the project as it is now into one sealed file; an earlier one at `out` is replaced.

    Raises:
        PeymanError: `hand_in_over`, `hand_in_io`, `project_io`, `project_damaged`.
    """
    try:
        if out.is_dir():
            out = out / f"{_stem(project.annotator)}{SUFFIX}"
        if out.exists() and out.samefile(project.path):
            raise PeymanError("hand_in_over", path=out)
        with TemporaryDirectory(prefix=f".{out.name}.{os.getpid()}.", dir=out.parent) as folder:
            copy = Path(folder, "project.peyman")
            project.copy_to(copy)
            manifest = Manifest(
                str(project.info.id), str(project.origin_id), project.annotator, digest_of(copy), copy.stat().st_size,
                FORMAT_VERSION, now(),
            )  # fmt: skip
            seal(copy, manifest, out)
        states = project.state_counts()
        return HandIn(
            out, digest_of(out), out.stat().st_size, project.annotator, sum(states.values()),
            states.get("finished", 0),
        )  # fmt: skip
    except OSError as error:
        raise PeymanError("hand_in_io", path=out, reason=error.strerror or error) from None
