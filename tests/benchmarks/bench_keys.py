"""`make bench`: keys for each entity when the sample's articles are annotated anew by real keys, from nothing.

The annotator knows the gold and takes the shortest way he sees (`tests/gui/reannotating.py`), so these are the fewest
keys that the window lets anybody do with; suggestions are learned only from what he has labelled until then.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

# Before Qt starts: where lines end must be the same on every machine.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(QT_SCALE_FACTOR="1", QT_FONT_DPI="96")

from peyman.exchange import read_schema
from peyman.gui.app import make_app


def main() -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from gui.reannotating import articles, reannotate, together  # noqa: PLC0415 - only now is it found

    app, schema = make_app(), read_schema()
    texts = articles(schema)
    print(f"{'keys for each entity':<28} {'entities':>8} {'without':>16} {'with suggestions':>18}")
    runs = []
    for suggestions in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(reannotate(app, Path(folder), schema, texts, suggestions=suggestions))
    for one, other in zip(*([*run, together(run)] for run in runs), strict=True):
        figures = [f"{tally.keys} keys, {tally.per_entity:.2f}" for tally in (one, other)]
        print(f"{one.name:<28} {one.entities:>8} {figures[0]:>16} {figures[1]:>18}")
    print(f"{'aim':<28} {'':>8} {'<= 3.00':>16} {'<= 2.00':>18}")
    for run, name in zip(runs, ("without", "with suggestions"), strict=True):
        print(f"{name}: {', '.join(f'{keys} {kind}' for kind, keys in together(run).by_kind.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
