"""What import and export cost: each format's writer and reader against a bare loop over the same articles.

The bare loop is what one would write with nothing but `json`: for each article one line, dumped and written, or read
and parsed. Memory is what `tracemalloc` sees at its peak, for as many articles as asked for and for a tenth of them:
streaming means that the two are about equal. Ratios count, not milliseconds.

    python tests/benchmarks/bench_formats.py [--articles N]
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from peyman import paths
from peyman.core.decode import text_hash
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document
from peyman.core.schema import Schema
from peyman.exchange import read_schema
from peyman.formats import FORMATS, Format, Options, jsonl
from peyman.formats.base import Folder

SPANS = 34  # an article of the usual length has about as many


def articles(count: int, schema: Schema) -> Iterator[AnnotatedDocument]:
    """Yield `count` articles made of the sample's: the text up to its thirty-fourth span, and a line of their own."""
    pieces = [_cut(item) for item in jsonl.read(paths.seeds("sample_gold.jsonl"), schema)]
    for number in range(count):
        document, annotations = pieces[number % len(pieces)]
        text = f"{document.text}\n{number}"
        fresh = dataclasses.replace(document, name=f"{number:06}.txt", text=text, sha256=text_hash(text))
        yield AnnotatedDocument(fresh, annotations)


def _cut(item: AnnotatedDocument) -> tuple[Document, AnnotationSet]:
    annotations = item.annotations
    assert annotations is not None
    kept = {span.id: span for span in annotations.spans[:SPANS]}
    wanted = {*kept, *(r.id for r in annotations.relations if r.source in kept and r.target in kept)}
    end = max(span.end for span in kept.values())
    fewer = dataclasses.replace(
        annotations, annotations={key: a for key, a in annotations.annotations.items() if key in wanted}
    )
    return dataclasses.replace(item.document, text=item.document.text[:end]), fewer


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak(work: Callable[[], object]) -> float:
    """Return the megabytes that `work` needs at its peak."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def write(chosen: Format, folder: Path, count: int, schema: Schema) -> None:
    if chosen.write_folder is not None:
        chosen.write_folder(articles(count, schema), Folder(folder / chosen.name), schema, Options())
    elif chosen.write is not None:
        with (folder / f"all{chosen.extensions[0]}").open("wb") as stream:
            chosen.write(articles(count, schema), stream, schema, Options())


def read(chosen: Format, folder: Path, schema: Schema) -> int:
    """Read what `write` wrote; return the number of spans."""
    assert chosen.read is not None
    place = folder / chosen.name if chosen.write_folder is not None else folder
    spans = 0
    for path in place.rglob(f"*{chosen.extensions[0]}"):
        for item in chosen.read(path, schema, Options()):
            spans += len(item.annotations.spans) if item.annotations is not None else 0
    return spans


def write_bare(folder: Path, count: int, schema: Schema) -> None:
    with (folder / "bare").open("w", encoding="utf-8") as stream:
        for item in articles(count, schema):
            assert item.annotations is not None
            line = {
                "name": item.document.name,
                "text": item.document.text,
                "spans": [(s.label, s.start, s.end, dict(s.attributes)) for s in item.annotations.spans],
                "roles": [(r.label, str(r.source), str(r.target)) for r in item.annotations.relations],
            }
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_bare(folder: Path) -> int:
    with (folder / "bare").open(encoding="utf-8") as stream:
        return sum(len(json.loads(line)["spans"]) for line in stream)


def measured(chosen: Format, folder: Path, count: int, schema: Schema) -> float:
    """Return the megabytes that writing and reading this many articles need at their peak."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        part = Path(name)
        peaks = [peak(lambda: write(chosen, part, count, schema))]
        if chosen.read is not None:
            peaks.append(peak(lambda: read(chosen, part, schema)))
    return max(peaks)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    schema = read_schema()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        making = timed(lambda: sum(1 for _ in articles(count, schema)))
        bare_out = timed(lambda: write_bare(folder, count, schema)) - making
        bare_in = timed(lambda: read_bare(folder))
        print(f"{count} articles of {SPANS} spans; bare loop: out {bare_out:.2f} s, in {bare_in:.2f} s")
        heads = f"{'out s':>8} {'x bare':>7} {'in s':>8} {'x bare':>7} {'spans in':>9}"
        print(f"{'format':<14} {heads}  MB for a tenth, for all")
        for chosen in FORMATS:
            if not chosen.is_writable:
                continue
            start = time.perf_counter()
            try:
                write(chosen, folder, count, schema)
            except PeymanError as error:  # an optional extra
                print(f"{chosen.name:<14} {error}")
                continue
            out = time.perf_counter() - start - making
            line = f"{chosen.name:<14} {out:8.2f} {out / bare_out:7.1f} "
            if chosen.read is not None:
                start = time.perf_counter()
                spans = read(chosen, folder, schema)
                into = time.perf_counter() - start
                line += f"{into:8.2f} {into / bare_in:7.1f} {spans:9}"
            else:
                line += " " * 26
            few, all_of_them = (measured(chosen, folder, some, schema) for some in (count // 10, count))
            print(f"{line}  {few:14.1f} {all_of_them:8.1f}")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
