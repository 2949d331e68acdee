"""What becomes of each set of files that arrived: is it known here, does its history go on from ours, is there room.

The files are looked at one after another, each beside those before it that hold something of the same past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .gathering import Gathering, at_once
from .inspection import Inspected, StoppedError, printable
from .merge_plan import Acquaintance, FilePlan, PersonPlan, SetPlan, Status
from .migrations import LOGGED, SET_TABLES, THIS_FILE
from .model import SetKind, State
from .project import Project
from .records import ANNOTATIONS

MESSAGES |= {
    "merge_known": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” of “{path}” is “{here}” here, and annotations are shown under that name. Undo that merge, and merge "
        "again with another name.",
    ),
}


@dataclass
class _Here:
    """A set that is known here."""

    number: int
    origin_no: int
    document_no: int
    annotator_no: int
    known: int
    shown: int


@dataclass
class _Draft:
    """A set of a file, while it is found out what becomes of it."""

    source: str
    number: int
    set_id: bytes
    origin_no: int
    document_no: int
    annotator_no: int
    kind: SetKind
    schema: str
    state: State
    revision: int
    document: str = ""  # its name
    place: tuple[int, object, str] | None = None  # document, annotator and kind here
    here: _Here | None = None
    status: Status | None = None

    @property
    def shown(self) -> int:
        return self.here.shown if self.here else 0


@dataclass
class _Arrival:
    """A file, while it is found out what becomes of it."""

    inspected: Inspected
    people: Sequence[PersonPlan]
    names: Mapping[int, str]  # here, by their numbers in the file
    origins: Mapping[int, bytes]
    drafts: Sequence[_Draft]
    counts: Mapping[int, Counter[str]]
    odd: Mapping[int, tuple[str, ...]]
    splits: dict[bytes, int] = field(default_factory=dict)  # by origin: the first step that differs
    differing: set[int] = field(default_factory=set)  # sets whose history is not the same as far as both sides have it


class Comparison:
    """Compares files with the project, and with one another: what one of them takes, each later one finds taken."""

    def __init__(
        self,
        project: Project,
        files: Sequence[Inspected],
        names: Mapping[str, str],
        cancelled: Callable[[], bool],
    ) -> None:
        self._project = project
        self._files = {f"file{number}": inspected for number, inspected in enumerate(files)}
        self._names = names
        self._cancelled = cancelled
        self._schema = project.schema
        self._arrivals: dict[str, _Arrival] = {}
        self._claimed: dict[bytes, _Draft] = {}
        with self._beside():
            self._look_here()

    @contextmanager
    def _beside(self, *sources: str) -> Iterator[None]:
        """Put files beside the project, and look at one state of it."""
        files = {source: self._files[source] for source in sources}
        with Gathering(self._project, files, self._cancelled) as gathering, gathering.looking():
            self._gathering = gathering
            self._rows = gathering.rows
            yield

    def _look_here(self) -> None:
        documents = self._rows("SELECT document_no, document_id, sha256, name FROM main.document")
        self._by_text = {sha256: (number, name) for number, _, sha256, name in documents}
        self._document_ids = {document_id for _, document_id, _, _ in documents}
        self._document_names = {name for _, _, _, name in documents}
        self._origins: dict[bytes, int] = dict(self._rows("SELECT origin_id, origin_no FROM main.origin"))
        self._schemas = {sha256 for (sha256,) in self._rows("SELECT sha256 FROM main.schema")}
        rows = self._rows("SELECT annotator_id, annotator_no, name FROM main.annotator")
        self._people: dict[bytes, tuple[object, str]] = {key: (number, name) for key, number, name in rows}
        rows = self._rows(
            "SELECT l.annotator_id, a.annotator_no, a.name FROM main.alias l JOIN main.annotator a USING (annotator_no)"
        )
        self._aliases = {key for key, _, _ in rows}
        self._people |= {key: (number, name) for key, number, name in rows}
        self._here = {
            row[0]: _Here(*row[1:])
            for row in self._rows(
                "SELECT set_id, received_no, origin_no, document_no, annotator_no, known, revision FROM main.received"
                " UNION ALL SELECT set_id, set_no, origin_no, document_no, annotator_no, revision, revision"
                " FROM main.annotation_set WHERE origin_no = ?",
                [THIS_FILE],
            )
        }
        self._places: dict[tuple[int, object, str], bytes] = {
            row[:3]: row[3]
            for row in self._rows("SELECT document_no, annotator_no, kind, set_id FROM main.annotation_set")
        }
        self._merged = {sha256 for (sha256,) in self._rows("SELECT sha256 FROM main.submission")}

    def plans(self) -> dict[Path, FilePlan]:
        found: dict[Path, FilePlan] = {}
        for source, inspected in self._files.items():
            if self._cancelled():
                raise StoppedError
            with self._beside(source):
                try:
                    people = self._people_of(source, inspected.path)
                except PeymanError as refusal:
                    found[inspected.path] = FilePlan(inspected.path, refusal)
                    continue
                arrival = self._arrival(source, inspected, people)
                self._compare(source, arrival, ["main"])
            for others in at_once(self._related(arrival), beside=1):
                with self._beside(source, *others):
                    self._compare(source, arrival, others)
            self._settle(arrival)
            self._arrivals[source] = arrival
        for arrival in self._arrivals.values():  # of several versions of a set, only now the newest is known
            found[arrival.inspected.path] = self._file_plan(arrival)
        return found

    def _file_plan(self, arrival: _Arrival) -> FilePlan:
        file = arrival.inspected
        return FilePlan(
            file.path, None, file.sha256, file.sealed, file.version, file.sha256 in self._merged,
            tuple(arrival.people), tuple(self._set_plans(arrival)),
            {UUID(bytes=origin): step for origin, step in arrival.splits.items()},
        )  # fmt: skip

    # Whose

    def _people_of(self, source: str, path: Path) -> list[PersonPlan]:
        rows = self._rows(
            f"SELECT annotator_no, annotator_id, name FROM {source}.annotator WHERE annotator_no IN"
            f" (SELECT annotator_no FROM {source}.annotation_set WHERE kind = 'annotation'"
            f" UNION SELECT annotator_no FROM {source}.op)"
            " ORDER BY annotator_id"
        )
        return [self._person(path, *row) for row in rows]

    def _person(self, path: Path, number: int, key: bytes, name: str) -> PersonPlan:
        relation: Acquaintance
        wanted, known = self._names.get(name), self._people.get(key)
        if known is not None and wanted in (None, known[1]):
            whose, here = known
            relation = "mapped" if key in self._aliases else "known"
        elif known is not None and self._shows(known[0]):
            raise PeymanError("merge_known", name=name, path=path, here=known[1])
        elif wanted is not None:
            relation, here = "mapped", wanted
            self._aliases.add(key)  # in the files after this one, too
            whose = next(who for who, called in self._people.values() if called == wanted)
        elif any(called == name for _, called in self._people.values()):
            relation, here, whose = "apart", f"{name} ({key[-2:].hex()})", key
        else:
            relation, here, whose = "new", name, key
        self._people[key] = whose, here
        return PersonPlan(UUID(bytes=key), name, here, relation, number)

    def _shows(self, annotator: object) -> bool:
        """Tell whether anything of an annotator that came from another file is shown here."""
        return bool(
            self._rows(
                "SELECT 1 FROM main.annotation_set WHERE annotator_no = ? AND origin_no <> ? LIMIT 1",
                [annotator, THIS_FILE],
            )
        )

    # What becomes of it

    def _arrival(self, source: str, inspected: Inspected, people: Sequence[PersonPlan]) -> _Arrival:
        rows = self._rows(
            "SELECT set_no, set_id, origin_no, document_no, annotator_no, kind, x.sha256, state, revision"
            f" FROM {source}.annotation_set JOIN {source}.schema x USING (schema_no) ORDER BY set_no"
        )
        drafts = [_Draft(source, *row) for row in rows]
        untouched = self._untouched(source)
        self._place(source, drafts, people)
        for draft in drafts:
            draft.here = self._here.get(draft.set_id)
            there = draft.here is not None or draft.set_id in self._claimed
            if draft.status is None and draft.number in untouched and not there:
                draft.status = "empty"
        counted = [draft for draft in drafts if draft.status not in ("empty", "gold")]
        names: dict[int, str] = dict(self._rows(f"SELECT annotator_no, name FROM {source}.annotator"))
        return _Arrival(
            inspected, people, names | {person.number: person.here for person in people},
            dict(self._rows(f"SELECT origin_no, origin_id FROM {source}.origin")), drafts,
            self._counts(source, counted), self._odd_labels(source, counted),
        )  # fmt: skip

    def _related(self, arrival: _Arrival) -> list[str]:
        """Return the files before this one that may hold something of the same past."""
        claims = {self._claimed[draft.set_id].source for draft in arrival.drafts if draft.set_id in self._claimed}
        origins = set(arrival.origins.values())
        return [
            source
            for source, earlier in self._arrivals.items()
            if source in claims or not origins.isdisjoint(earlier.origins.values())
        ]

    def _compare(self, source: str, arrival: _Arrival, others: Iterable[str]) -> None:
        """Note where a file's past is not that of others: the steps of each origin, and the sets."""
        same = " AND ".join(f"a.{name} IS b.{name}" for name in ("at", "name", "undoable", "undoes", "redoes"))
        for other in others:
            rows = self._rows(
                f"SELECT x.origin_id, min(a.op_no) FROM {source}.origin x JOIN {other}.origin y USING (origin_id)"
                f" CROSS JOIN {source}.op a ON a.origin_no = x.origin_no"
                f" JOIN {other}.op b ON b.origin_no = y.origin_no AND b.op_no = a.op_no"
                f" WHERE NOT ({same}) GROUP BY 1"
            )
            for origin_id, step in rows:
                arrival.splits[origin_id] = min(step, arrival.splits.get(origin_id, step))
            arrival.differing |= self._differing(source, arrival.drafts, other)

    def _settle(self, arrival: _Arrival) -> None:
        for draft in arrival.drafts:
            if draft.status is None:
                origin = arrival.origins[draft.origin_no]
                split = draft.number in arrival.differing or self._splits_off(draft, origin, arrival.splits)
                draft.status = "fork" if split else self._final(draft)

    def _place(self, source: str, drafts: Iterable[_Draft], people: Sequence[PersonPlan]) -> None:
        """Find the article and the annotator of each set here."""
        rows = self._rows(f"SELECT document_no, document_id, sha256, name FROM {source}.document")
        documents = {row[0]: row[1:] for row in rows}
        whose = {person.number: self._people[person.id.bytes][0] for person in people}
        for draft in drafts:
            document_id, sha256, name = documents[draft.document_no]
            number, draft.document = self._by_text.get(sha256, (0, printable(name)))
            if draft.kind == "gold":
                draft.status = "gold"
            elif number:
                draft.place = number, whose[draft.annotator_no], draft.kind
            else:
                known = document_id in self._document_ids or name in self._document_names
                draft.status = "wrong_text" if known else "unknown_document"

    def _untouched(self, source: str) -> set[int]:
        """Return the sets of a file in which nothing was ever done."""
        nothing = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {source}.{table}_log l WHERE l.set_no = s.set_no)" for table in SET_TABLES[1:]
        )
        rows = self._rows(
            f"SELECT set_no FROM {source}.annotation_set s WHERE state = 'new' AND note = '' AND doubt = ''"
            f" AND (SELECT count(*) FROM {source}.annotation_set_log l WHERE l.set_no = s.set_no) = 1 AND {nothing}"
        )
        return {number for (number,) in rows}

    def _splits_off(self, draft: _Draft, origin: bytes, splits: Mapping[bytes, int]) -> bool:
        """Tell what can be told without a look at the set's own history."""
        ours = self._origins.get(origin)
        here = draft.here
        if draft.revision >= splits.get(origin, draft.revision + 1):
            return True
        if here is not None:
            elsewhere = draft.place is None or here.document_no != draft.place[0] or here.origin_no != ours
            return elsewhere or (ours == THIS_FILE and draft.revision > here.known)
        return ours == THIS_FILE

    def _differing(self, source: str, drafts: Iterable[_Draft], other: str) -> set[int]:
        """Return the sets whose history is not the same as far as both sides have it."""
        rows: list[tuple[int, int, int]] = []
        for draft in drafts:
            claimed = self._claimed.get(draft.set_id)
            if draft.status is not None:
                continue
            if other == "main" and draft.here is not None:
                rows.append((draft.here.number, draft.number, min(draft.here.known, draft.revision)))
            elif claimed is not None and claimed.source == other:
                rows.append((claimed.number, draft.number, min(claimed.revision, draft.revision)))
        wrong: set[int] = set()
        if rows:
            self._gathering.fill("pair", rows)
            sides = (other, "ours"), (source, "theirs")
            for table in SET_TABLES:
                for searched, beside in (sides, sides[::-1]):
                    wrong |= {number for (number,) in self._rows(_differing_sql(table, searched, beside))}
        return wrong

    def _final(self, draft: _Draft) -> Status:
        """Return what becomes of a set whose history goes together with what is known."""
        earlier = self._claimed.get(draft.set_id)
        if earlier is not None and earlier.revision >= draft.revision:
            return "same" if earlier.revision == draft.revision else "older"
        if draft.here is not None and draft.revision <= draft.shown:
            return "same" if draft.revision == draft.shown else "older"
        assert draft.place is not None
        if self._places.setdefault(draft.place, draft.set_id) != draft.set_id:
            return "taken"
        if earlier is not None:
            earlier.status = "older"
        self._claimed[draft.set_id] = draft
        return "changed" if draft.shown else "new"

    # In numbers

    def _set_plans(self, arrival: _Arrival) -> Iterator[SetPlan]:
        for draft in arrival.drafts:
            assert draft.status is not None
            here = draft.here or _Here(0, 0, 0, 0, 0, 0)
            numbers = arrival.counts.get(draft.number, Counter())
            yield SetPlan(
                draft.document, arrival.names[draft.annotator_no], draft.kind, draft.state, draft.status,
                UUID(bytes=draft.set_id), draft.number, here.number, here.known, here.shown, draft.revision,
                draft.schema in self._schemas, arrival.odd.get(draft.number, ()),
                numbers["added"], numbers["changed"], numbers["withdrawn"], numbers["same"],
            )  # fmt: skip

    def _counts(self, source: str, drafts: Sequence[_Draft]) -> dict[int, Counter[str]]:
        """Count, by set, what a file has beside what is shown here."""
        shown = ((d.here.number if d.here and d.shown else 0, d.number, 0) for d in drafts)
        self._gathering.fill("pair", shown)
        found: dict[int, Counter[str]] = {}
        for table in ANNOTATIONS:
            key = LOGGED[table][0][1]
            same = " AND ".join(f't."{name}" IS h."{name}"' for name in LOGGED[table][1])
            theirs = f"FROM temp.pair p CROSS JOIN {source}.{table} t ON t.set_no = p.theirs"
            for number, added in self._rows(f"SELECT p.theirs, count(*) {theirs} WHERE p.ours = 0 GROUP BY 1"):
                found.setdefault(number, Counter()).update(added=added)
            for number, added, equal, every in self._rows(
                f"SELECT p.theirs, sum(h.{key} IS NULL), sum(h.{key} IS NOT NULL AND {same}), count(*) {theirs}"
                f" LEFT JOIN main.{table} h ON h.set_no = p.ours AND h.{key} = t.{key} WHERE p.ours > 0 GROUP BY 1"
            ):
                counter = found.setdefault(number, Counter())
                counter.update(added=added, same=equal, changed=every - added - equal)
            for number, gone in self._rows(
                f"SELECT p.theirs, count(*) FROM temp.pair p CROSS JOIN main.{table} h ON h.set_no = p.ours"
                f" LEFT JOIN {source}.{table} t ON t.set_no = p.theirs AND t.{key} = h.{key}"
                f" WHERE t.{key} IS NULL GROUP BY 1"
            ):
                found.setdefault(number, Counter()).update(withdrawn=gone)
        return found

    def _odd_labels(self, source: str, drafts: Sequence[_Draft]) -> dict[int, tuple[str, ...]]:
        """Return, by set, the labels that this project does not know; only of other schemas, as all else is known."""
        self._gathering.fill("pair", ((0, d.number, 0) for d in drafts if d.schema not in self._schemas))
        found: dict[int, set[str]] = {}
        for table in ANNOTATIONS:
            for number, layer_id, label in self._rows(
                f"SELECT DISTINCT p.theirs, t.layer, t.label FROM temp.pair p"
                f" CROSS JOIN {source}.{table} t ON t.set_no = p.theirs"
            ):
                layer = self._schema.layers.get(layer_id)
                known = layer and (layer.attribute if layer.id == "document" else layer.label)(label)
                if not known:
                    found.setdefault(number, set()).add(printable(f"{layer_id}/{label}"))
        return {number: tuple(sorted(labels)) for number, labels in found.items()}


def _differing_sql(table: str, searched: tuple[str, str], beside: tuple[str, str]) -> str:
    """Return the query for the pairs of sets of which the searched side has a version that the other has not.

    A side is a file and the column of the pairs with the numbers of its sets.
    """
    keys, values = LOGGED[table]
    key = "".join(f' AND a."{name}" = b."{name}"' for name in keys[1:])
    same = " AND ".join(f'a."{name}" IS b."{name}"' for name in ("gone", *values))
    return (
        f"SELECT DISTINCT p.theirs FROM temp.pair p CROSS JOIN {searched[0]}.{table}_log a"
        f" ON a.set_no = p.{searched[1]} AND a.op_no <= p.upto"
        f" LEFT JOIN {beside[0]}.{table}_log b ON b.set_no = p.{beside[1]} AND b.op_no = a.op_no{key}"
        f" WHERE b.set_no IS NULL OR NOT ({same})"
    )
