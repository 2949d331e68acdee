"""Import and export of many articles as `jsonl`: memory at its peak, and speed beside a bare loop over json and SQLite.

The bare loop is what one would write with nothing but `json` and `sqlite3`: one table of texts and one of spans, a row
each, one transaction. Out again article by article. Each run is a process of its own, whose peak the system tells; the
child that reads files counts for itself. Cutting articles into tokens is hazm's work (some 30 ms an article, in another
process) and is left out of both; so is the start of the programs.

    python tests/benchmarks/bench_stream.py [--articles N]
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peyman import exchange
from peyman.core.model import Extent
from peyman.core.project import Project
from peyman.core.text import Tokenizer
from peyman.exchange import importing
from peyman.formats import Options, jsonl

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.bench_formats import SPANS, articles

AIM_MEMORY, AIM_RATIO = 300, 3.0


class NoTokens(Tokenizer):
    """Stands in for the tokenizer, so that hazm is not what is measured."""

    def tokens(self, text: str, language: str) -> tuple[Extent, ...]:
        return ()


def import_ours(folder: Path) -> None:
    setattr(importing, "Tokenizer", NoTokens)  # noqa: B010 - it is no name that the module gives out
    with Project.open(folder / "p.peyman") as project:
        report = exchange.import_paths(project, [folder / "in.jsonl"])
    assert not report.refused, report.refused[0].reason
    print(len(report.added), len(report.sets_added), end=" ")


def export_ours(folder: Path) -> None:
    with Project.open(folder / "p.peyman", read_only=True) as project:
        report = exchange.export(project, folder / "out.jsonl", "jsonl")
    print(report.documents, report.spans, end=" ")


def import_bare(folder: Path) -> None:
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE document(no INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, name TEXT UNIQUE, text TEXT)")
    connection.execute(
        "CREATE TABLE span(id TEXT PRIMARY KEY, document INTEGER, label TEXT, start INTEGER, end INTEGER, quote TEXT,"
        " attributes TEXT)"
    )
    connection.execute("CREATE INDEX span_document ON span(document)")
    connection.execute("CREATE TABLE role(id TEXT PRIMARY KEY, document INTEGER, label TEXT, source TEXT, target TEXT)")
    connection.execute("CREATE INDEX role_document ON role(document)")
    connection.execute("BEGIN IMMEDIATE")
    with (folder / "in.jsonl").open(encoding="utf-8") as stream:
        for number, data in enumerate(stream):
            line = json.loads(data)
            document = line["document"]
            values = (number, document["sha256"], document["name"], line["text"])
            connection.execute("INSERT INTO document VALUES (?, ?, ?, ?)", values)
            for s in line["spans"]:
                text = json.dumps(s["attributes"], ensure_ascii=False)
                values = (f"{number} {s['id']}", number, s["label"], s["start"], s["end"], s["quote"], text)  # type: ignore[assignment]
                connection.execute("INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            for r in line["relations"]:
                source, target = f"{number} {r['source']}", f"{number} {r['target']}"
                role = (f"{number} {r['id']}", number, r["label"], source, target)
                connection.execute("INSERT INTO role VALUES (?, ?, ?, ?, ?)", role)
    connection.execute("COMMIT")
    connection.close()


def export_bare(folder: Path) -> None:
    connection = sqlite3.connect(folder / "bare.db")
    spans = "SELECT id, label, start, end, quote, attributes FROM span WHERE document = ?"
    filled = "SELECT id, label, source, target FROM role WHERE document = ?"
    with (folder / "bare.jsonl").open("w", encoding="utf-8") as stream:
        for number, sha256, name, text in connection.execute("SELECT * FROM document ORDER BY no"):
            listed = [(*row[:5], json.loads(row[5])) for row in connection.execute(spans, [number])]
            roles = connection.execute(filled, [number]).fetchall()
            line = {"document": {"name": name, "sha256": sha256}, "text": text, "spans": listed, "relations": roles}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    connection.close()


RUNS: dict[str, Callable[[Path], None]] = {
    "import_bare": import_bare, "import_ours": import_ours, "export_bare": export_bare, "export_ours": export_ours,
}  # fmt: skip


def run(name: str, folder: Path) -> None:
    """Do one run in this process, and print seconds, seconds of computing, megabytes, and those of its child."""
    start = time.perf_counter()
    RUNS[name](folder)
    seconds = time.perf_counter() - start
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"{seconds} {time.process_time()} {own} {children}")


def measured(name: str, folder: Path) -> list[float]:
    done = subprocess.run(
        [sys.executable, __file__, "--run", name, str(folder)], check=True, capture_output=True, text=True
    )
    return list(map(float, done.stdout.split()[-4:]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--run", nargs=2, metavar=("RUN", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.run:
        run(chosen.run[0], Path(chosen.run[1]))
        return 0
    schema = exchange.read_schema()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        with (folder / "in.jsonl").open("wb") as stream:
            jsonl.write(articles(chosen.articles, schema), stream, schema, Options())
        Project.create(folder / "p.peyman", annotator="x", schema=schema).close()
        size = (folder / "in.jsonl").stat().st_size / 1e6
        print(f"{chosen.articles} articles of {SPANS} spans, {size:.0f} MB of jsonl")
        heads = f"{'bare s':>8} {'ours s':>8} {'ratio':>6} {'of computing':>12}   aim   {'MB':>6} {'child MB':>9}   aim"
        print(f"{'':8} {heads}")
        for way in ("import", "export"):
            bare, bare_cpu, _, _ = measured(f"{way}_bare", folder)
            ours, cpu, own, children = measured(f"{way}_ours", folder)
            speed = f"{bare:8.2f} {ours:8.2f} {ours / bare:6.2f} {cpu / bare_cpu:12.2f}   <= {AIM_RATIO:g}"
            print(f"{way:8} {speed} {own:8.0f} {children:9.0f}   <= {AIM_MEMORY} each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
