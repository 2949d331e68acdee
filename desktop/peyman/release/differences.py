"""What changed from one release to the next, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peyman.core.errors import PeymanError
from peyman.core.schema import Schema, parse_schema
from peyman.core.schema_draft import Difference
from peyman.core.schema_draft import differences as schema_differences

from .card import data_file
from .rows import GOLD, Row, place_of, read_rows
from .splits import SPLITS
from .verify import Reading, read_manifest, read_on, text_of
from .writing import SCHEMA_FILE


@dataclass
class Differences:
    """What is new, gone or otherwise in a release.

    Attributes:
        added, removed: names of articles; one with another text is another article.
        renamed: old and new name of articles with the same text.
        moved: articles in another split, which should never be: name, old split, new one.
        gained, lost: annotations in the articles that both have, by layer and label; those only attributes of which
            changed are in `altered`, those with another label in `relabelled` (layer, old label, new one).
        articles_changed: how many of the articles that both have are annotated otherwise.
        agreement: what of, which figure, old value and new one; None is no value.
        said: other things that both say of themselves, and say otherwise: name, old, new.
    """

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    moved: list[tuple[str, str, str]] = field(default_factory=list)
    gained: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    altered: Counter[str] = field(default_factory=Counter)
    relabelled: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    articles_changed: int = 0
    schema: list[Difference] = field(default_factory=list)
    agreement: list[tuple[str, str, float | None, float | None]] = field(default_factory=list)
    said: list[tuple[str, str, str]] = field(default_factory=list)


def compare(old: Path, new: Path, reading: Reading = read_on) -> Differences:
    """Compare the gold of two releases.

    Raises:
        PeymanError: `release_foreign`, `release_row`, `verify_unreadable`, `json_…`, `schema_…`.
        OSError: one of them cannot be read.
    """
    found = Differences()
    before, after = read_manifest(old), read_manifest(new)
    found.schema = schema_differences(_schema(old), _schema(new))
    known = {row["sha256"]: (split, row) for split, row in _articles(old, reading)}
    for split, row in _articles(new, reading):
        if row["sha256"] not in known:
            found.added.append(row["id"])
            continue
        was, other = known.pop(row["sha256"])
        if was != split:
            found.moved.append((row["id"], was, split))
        if other["id"] != row["id"]:
            found.renamed.append((other["id"], row["id"]))
        found.articles_changed += _compare_rows(other, row, found)
    found.removed = [row["id"] for _, row in known.values()]
    found.agreement = list(_agreement(before, after))
    found.said = list(_said(before, after))
    return found


def _articles(folder: Path, reading: Reading) -> Iterator[tuple[str, Row]]:
    for split in SPLITS:
        path = folder / data_file(GOLD, split)
        if path.is_file():
            for row in read_rows(path):
                reading(path.name)
                yield split, row


def _schema(folder: Path) -> Schema:
    return parse_schema(text_of(folder, SCHEMA_FILE), SCHEMA_FILE)


def _compare_rows(old: Row, new: Row, found: Differences) -> bool:
    """Count what differs in one article; tell whether anything does."""
    before, after = _spans(old), _spans(new)
    gone, fresh = before.keys() - after.keys(), after.keys() - before.keys()
    changed = bool(gone or fresh)
    lone = {key[0]: key[1] for key in sorted(gone, key=str)}
    for place, label in sorted(fresh, key=str):
        if place in lone:
            found.relabelled[place[0], lone[place], label] += 1
            gone.discard((place, lone.pop(place)))
        else:
            found.gained[f"{place[0]}/{label}"] += 1
    found.lost.update(f"{place[0]}/{label}" for place, label in gone)
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            found.altered[f"{key[0][0]}/{key[1]}"] += 1
            changed = True
    for older, newer in ((_roles(old), _roles(new)), (_fields(old), _fields(new))):
        found.gained.update(name for name, *_ in (newer - older).elements())
        found.lost.update(name for name, *_ in (older - newer).elements())
        changed = changed or older != newer
    return changed


def _spans(row: Row) -> dict[tuple[Any, str], str]:
    return {(place_of(span), span["label"]): span["attributes"] for span in row["spans"]}


def _roles(row: Row) -> Counter[tuple[Any, ...]]:
    spans = {span["id"]: (place_of(span)) for span in row["spans"]}
    return Counter(
        (f"{one['layer']}/{one['label']}", spans.get(one["source"]), spans.get(one["target"]))
        for one in row["relations"]
    )


def _fields(row: Row) -> Counter[tuple[Any, ...]]:
    return Counter((f"document/{one['label']}", one["value"]) for one in row["labels"])


def _agreement(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, str, float | None, float | None]]:
    try:
        before, after = (
            {(str(one["of"]), str(one["figure"])): _number(one["value"]) for one in said["agreement"]}
            for said in (old, new)
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise PeymanError("release_foreign", path="–", file=f"agreement ({error})") from None
    for key in [*after, *(key for key in before if key not in after)]:
        if _figure(before.get(key)) != _figure(after.get(key)):
            yield *key, before.get(key), after.get(key)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _said(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name in ("title", "version", "licence", "anonymised", "complete", "program"):
        if old.get(name) != new.get(name):
            yield name, _word(old.get(name)), _word(new.get(name))
    people = [
        ", ".join(str(one.get("name")) for one in said.get("annotators", []) if isinstance(one, dict))
        for said in (old, new)
    ]
    if people[0] != people[1]:
        yield "annotators", people[0] or "–", people[1] or "–"


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value else "–"


# In words ------------------------------------------------------------------------------------------------------------

SHOWN = 5  # names of articles in one line


def told(found: Differences) -> Iterator[str]:
    """Yield what changed, a sentence a line; one line if nothing did."""
    lines = [*_told_articles(found), *_told_annotations(found), *_told_rest(found)]
    yield from lines or ["Nothing changed."]


def _told_articles(found: Differences) -> Iterator[str]:
    for verb, names in (("added", found.added), ("removed", found.removed)):
        if names:
            more = f", and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            yield f"{len(names)} article{'s' * (len(names) != 1)} {verb}: {', '.join(names[:SHOWN])}{more}."
    for name, before, after in found.moved:
        yield f"“{name}” moved from {before} to {after}, which no article should."
    for before, after in found.renamed:
        yield f"“{before}” is called “{after}” now."


def _told_annotations(found: Differences) -> Iterator[str]:
    if found.articles_changed:
        verb = "article is" if found.articles_changed == 1 else "articles are"
        yield f"{found.articles_changed} {verb} annotated otherwise."
    for name in sorted(found.gained.keys() | found.lost.keys() | found.altered.keys()):
        parts = [
            f"{counts[name]} {word}"
            for counts, word in ((found.gained, "added"), (found.lost, "removed"), (found.altered, "changed inside"))
            if counts[name]
        ]
        yield f"{name}: {', '.join(parts)}."
    for (layer, before, after), count in sorted(found.relabelled.items()):
        yield f"{layer}: {count} from {before} to {after}."


def _told_rest(found: Differences) -> Iterator[str]:
    for one in found.schema:
        change = f" from “{one.before}” to “{one.after}”" if one.before or one.after else ""
        yield f"Schema: {one.entry} {one.what}{change}."
    for of, figure, old, new in found.agreement:
        yield f"Agreement, {of}, {figure}: {_figure(old)} before, {_figure(new)} now."
    for name, before, after in found.said:
        yield f"{name.capitalize()}: {before} before, {after} now."


def _figure(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.2f}"
