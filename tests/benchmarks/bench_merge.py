"""Merging five annotators' files, against the least that it could cost: copying the same rows.

    python tests/benchmarks/bench_merge.py [--files 5] [--articles 1000] [--spans 34] [--folder DIR]

Every file holds all articles, each with 34 spans (28 entities, 6 commitments), 6 roles and an attribute on every
third span; every annotation is a step of its own. The bare copy attaches the same files and copies the same rows,
logs and steps included, with INSERT … SELECT into the same tables without triggers, in one transaction.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from peyman import paths
from peyman.core.merge import merge, plan_merge
from peyman.core.migrations import LOGGED, SET_TABLES
from peyman.core.model import Document, new_id
from peyman.core.packs import PackPlan, hand_in, plan_packs, write_packs
from peyman.core.project import Project
from peyman.core.schema import parse_schema

WORDS = 350


def make_project(path: Path, articles: int) -> None:
    schema_file = paths.resource("schemas", "commitnews.toml")
    schema = parse_schema(schema_file.read_text(encoding="utf-8"), schema_file.name)
    chance = random.Random(1)
    with Project.create(path, annotator="curator", schema=schema) as project, project.batch("import"):
        for number in range(articles):
            lengths = chance.choices(range(2, 9), k=WORDS)
            words = ["".join(chance.choices("ابپتجدرزسشفقکگلمنوهی", k=length)) for length in lengths]
            text, tokens, at = " ".join(words), [], 0
            for word in words:
                tokens.append((at, at + len(word)))
                at += len(word) + 1
            digest = hashlib.sha256(text.encode()).hexdigest()
            name = f"{number:06}.txt"
            project.add_document(Document(new_id(), name, name, text, digest, "fa", "rtl", tuple(tokens), "spaces 1"))


def annotate(path: Path, spans: int, seed: int) -> None:
    """Annotate every article of a pack, one step an annotation, as the program would."""
    chance = random.Random(seed)
    with Project.open(path) as project:
        raw = project.connection
        documents = [(number, project.document(number)) for number in project.document_numbers()]
        raw.execute("BEGIN IMMEDIATE")
        ((op,),) = raw.execute("SELECT max(op_no) FROM op").fetchall()
        for number, document in documents:
            op += 1
            _step(raw, op)
            raw.execute(
                "INSERT INTO annotation_set VALUES (?, ?, 1, ?, 1, 'annotation', 1, '{}', 'in_progress', '', ?, ?, '')",
                [number, new_id().bytes, number, op, op],
            )
            made: list[tuple[bytes, str]] = []
            for place in sorted(chance.sample(range(WORDS - 5), spans)):
                op += 1
                _step(raw, op)
                layer, label = ("commitment", "pledge") if len(made) % 6 == 5 else ("entity", "PER")
                start, end = document.tokens[place][0], document.tokens[place + chance.randrange(3)][1]
                key = new_id().bytes
                attributes = '{"canon": "نام"}' if len(made) % 3 == 0 else "{}"
                raw.execute(
                    "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?, '[]', ?, '', '', '', '', '{}')",
                    [number, key, layer, label, start, end, document.text[start:end], attributes],
                )
                made.append((key, layer))
            fillers = [key for key, layer in made if layer == "entity"]
            for source in [key for key, layer in made if layer == "commitment"]:
                op += 1
                _step(raw, op)
                raw.execute(
                    "INSERT INTO relation VALUES (?, ?, 'role', 'source', ?, ?, '', '', '{}')",
                    [number, new_id().bytes, source, fillers.pop()],
                )
            op += 1
            _step(raw, op)
            raw.execute("UPDATE annotation_set SET state = 'finished', revision = ? WHERE set_no = ?", [op, number])
        raw.execute("UPDATE current_op SET op_no = NULL")
        raw.execute("COMMIT")


def _step(raw: sqlite3.Connection, op: int) -> None:
    raw.execute("INSERT INTO op VALUES (1, ?, ?, 1, 'add_span', 1, NULL, NULL)", [op, 1_700_000_000_000 + op])
    raw.execute("UPDATE current_op SET op_no = ?", [op])


def bare(project: Path, files: list[Path]) -> None:
    """Copy the same rows with nothing else."""
    with Project.open(project) as opened:
        raw = opened.connection
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for number, file in enumerate(files, 1):
            raw.execute(f"ATTACH ? AS s{number}", [f"{file.as_uri()}?mode=ro&immutable=1"])
        raw.execute("BEGIN IMMEDIATE")
        for number, _ in enumerate(files, 1):
            source, offset = f"s{number}", number * 10_000_000
            raw.execute(f"INSERT INTO origin SELECT {number + 1}, origin_id FROM {source}.origin")
            raw.execute(
                f"INSERT INTO annotation_set SELECT set_no + {offset}, set_id, {number + 1}, d.document_no,"
                f' (SELECT a.annotator_no FROM annotator a JOIN {source}.annotator b USING (annotator_id)), kind, 1,'
                f' s."foreign", state, note, revision, updated_at, doubt FROM {source}.annotation_set s'
                f" JOIN {source}.document t USING (document_no) JOIN document d ON d.sha256 = t.sha256"
            )
            for table in SET_TABLES:
                keys, values = LOGGED[table]
                rest = ", ".join(f'"{name}"' for name in (*keys[1:], *values))
                if table != "annotation_set":
                    raw.execute(
                        f"INSERT INTO {table}(set_no, {rest}) SELECT set_no + {offset}, {rest} FROM {source}.{table}"
                    )
                raw.execute(
                    f"INSERT INTO {table}_log(set_no, op_no, gone, {rest})"
                    f" SELECT set_no + {offset}, op_no, gone, {rest} FROM {source}.{table}_log"
                )
            raw.execute(
                f"INSERT INTO op SELECT {number + 1}, op_no, at, 1, name, undoable, undoes, redoes FROM {source}.op"
            )
        raw.execute("COMMIT")


@contextmanager
def timed(what: str, spent: dict[str, float]) -> Iterator[None]:
    """Tell how long something took; remember the processor's time, which others at work do not stretch."""
    start, cpu = time.perf_counter(), time.process_time()
    yield
    wall, spent[what] = time.perf_counter() - start, time.process_time() - cpu
    print(f"{what:32} {wall:8.2f} s, of the processor {spent[what]:8.2f} s", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Benchmark of merging.")
    for name, default in (("files", 5), ("articles", 1000), ("spans", 34)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--folder", help="where to work; a disk, else what the system has for passing files")
    chosen = parser.parse_args()
    spent: dict[str, float] = {}
    with TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        path = folder / "project.peyman"
        make_project(path, chosen.articles)
        names = [f"annotator {number}" for number in range(chosen.files)]
        with Project.open(path) as project, timed("dealing out", spent):
            plan: PackPlan = plan_packs(project, names, overlap=len(names), share=1.0)
            packs = write_packs(project, plan, folder / "packs")
        assert packs is not None
        with timed("(annotating)", spent):
            for number, pack in enumerate(packs):
                annotate(pack.path, chosen.spans, number)
        print(f"each file {packs[0].path.stat().st_size / 1e6:.0f} MB")
        empty = folder / "bare.peyman"
        empty.write_bytes(path.read_bytes())
        files = [pack.path for pack in packs]
        with timed("bare ATTACH, INSERT … SELECT", spent):
            bare(empty, files)
        empty.unlink()
        with Project.open(path) as project:
            with timed("checking and planning", spent):
                plans = plan_merge(project, files)
            assert plans is not None
            with plans, timed("merging", spent):
                report = merge(project, plans)
            assert report is not None
            print(report.sets, "sets;", project.counts())
            with timed("again: all there already", spent), plan_merge(project, files) as again:  # type: ignore[union-attr]
                assert merge(project, again) == replace(report, step=0, files=again.files, sets=0)
        with Project.open(files[0]) as pack_file, timed("handing in one file", spent):
            handed = hand_in(pack_file, folder / "one.submission")
        print(f"submission {handed.size / 1e6:.0f} MB")
    whole = spent["checking and planning"] + spent["merging"]
    aim = spent["bare ATTACH, INSERT … SELECT"]
    print(f"merging / bare copy: {spent['merging'] / aim:.2f}; with all checks: {whole / aim:.2f}   aim <= 3")
    return 0


if __name__ == "__main__":
    sys.exit(main())
