"""What a release says of itself: plain data that the card, the data sheet and the descriptions for machines are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peyman.core.agreement import agreement
from peyman.core.errors import PeymanError
from peyman.core.findings import AgreementReport, Estimate
from peyman.core.schema import Schema

from .rows import ANNOTATORS, GOLD, Count
from .source import Article, Source, Survey, Wanted
from .splits import SPLITS, Placement

TODO = "«to be filled»"
FORMAT = "peyman-release/1"


@dataclass
class Person:
    """An annotator's part in what is released."""

    name: str
    articles: int = 0
    spans: int = 0
    suggested: int = 0


@dataclass
class Facts:
    """Everything that is said about a release.

    Attributes:
        day: of the last change of the project, an ISO date.
        counts: of the rows of each configuration and split; splits without rows are not there.
        tokenizers, dates, sources: of the articles.
        losses: heading, and what that part of the release cannot hold.
        formats: in which the rows are written too, by the names of their folders.
        skipped: what was not written, and why.
    """

    title: str
    day: str
    program: str
    schema: Schema
    guidelines: str
    wanted: Wanted
    survey: Survey
    placement: Placement
    pairs: int
    agreement: AgreementReport | None
    counts: dict[str, dict[str, Count]] = field(default_factory=lambda: {GOLD: {}, ANNOTATORS: {}})
    people: dict[str, Person] = field(default_factory=dict)
    tokenizers: Counter[str] = field(default_factory=Counter)
    dates: list[str] = field(default_factory=list)
    sources: Counter[str] = field(default_factory=Counter)
    losses: dict[str, list[str]] = field(default_factory=dict)
    formats: list[str] = field(default_factory=list)
    skipped: list[PeymanError] = field(default_factory=list)

    @property
    def version(self) -> str:
        """The day as a version number."""
        return ".".join(str(int(part)) for part in self.day.split("-"))

    @property
    def gold(self) -> Count:
        """All of gold together."""
        return total(self.counts[GOLD])

    @property
    def languages(self) -> list[str]:
        return sorted(self.gold.languages)


def total(counts: Mapping[str, Count]) -> Count:
    """Return the sum over splits."""
    found = Count()
    for one in counts.values():
        found.rows += one.rows
        found.bytes += one.bytes
        found.characters += one.characters
        found.documents |= one.documents
        found.languages += one.languages
        found.labels += one.labels
        found.doubts += one.doubts
        found.complete += one.complete
    return found


def measure(source: Source, articles: Sequence[Article]) -> AgreementReport | None:
    """Return how well annotators agree on the released articles; None if there is nothing to compare."""
    found = agreement(source.panels(articles), source.schema)
    return found if found is not None and (found.between.documents or found.gold) else None


def headline(report: AgreementReport) -> list[tuple[str, str, Estimate]]:
    """Return the figures that stand for all: what of, which figure, and its value."""
    found: list[tuple[str, str, Estimate]] = []
    for layer in report.between.layers:
        found.append((layer.layer, "exact F1", layer.scores.exact))
        found.append((layer.layer, "relaxed F1", layer.scores.relaxed))
        if layer.scores.unitizing is not None:
            found.append((layer.layer, "uα", layer.scores.unitizing))
    if report.between.existence is not None:
        found.append(("sentence with a commitment", "α", report.between.existence))
    found += [(f"document/{one.name}", "α", one.alpha) for one in report.between.document_labels]
    found += [
        (f"{layer.layer}/{one.name}", "α", one.alpha) for layer in report.between.layers for one in layer.attributes
    ]
    for one in report.gold:
        for layer in one.findings.layers:
            found.append((f"{one.annotator} against gold, {layer.layer}", "exact F1", layer.scores.exact))
    return found


def manifest(facts: Facts) -> dict[str, object]:
    """Return what `release.json` says: what no data file tells, and what a later release is compared with."""
    survey, wanted, schema = facts.survey, facts.wanted, facts.schema
    return {
        "format": FORMAT,
        "title": facts.title,
        "version": facts.version,
        "date": facts.day,
        "program": facts.program,
        "licence": wanted.licence,
        "anonymised": wanted.anonymise,
        "complete": survey.complete,
        "open": dict(sorted(survey.open.items())),
        "open_articles": survey.open_articles,
        "unfinished_gold": survey.unfinished_gold,
        "schema": {"id": schema.id, "version": schema.version, "sha256": schema.sha256},
        "split": {"shares": dict(wanted.shares), "seed": wanted.seed, "group_by": wanted.group_by},
        "counts": {
            config: {
                split: {"rows": one.rows, "bytes": one.bytes, "characters": one.characters, "doubts": one.doubts,
                        "labels": dict(sorted(one.labels.items()))}
                for split, one in counts.items()
            }
            for config, counts in facts.counts.items()
        },
        "formats": facts.formats,
        "annotators": [
            {"name": one.name, "articles": one.articles, "spans": one.spans} for one in facts.people.values()
        ],
        "methods": dict(sorted(survey.methods.items())),
        "notes": {name: count for name, count in sorted(survey.notes.items()) if count},
        "left_out": {
            "without gold, finished by somebody": survey.without_gold[True],
            "without gold, finished by nobody": survey.without_gold[False],
            "near duplicates of several splits": len(facts.placement.left_out),
            "annotation sets that are not finished": survey.unfinished_sets,
        },
        "agreement": [
            {"of": of, "figure": figure, "value": rounded(one.value), "low": rounded(one.low),
             "high": rounded(one.high), "documents": one.documents, "pairs": one.pairs}
            for of, figure, one in (headline(facts.agreement) if facts.agreement else ())
        ],
    }  # fmt: skip


def rounded(value: float | None) -> float | None:
    """Return a figure as it is written: four digits, and never -0."""
    return None if value is None else round(value, 4) + 0.0


def splits_in(counts: Mapping[str, Count]) -> list[str]:
    return [name for name in SPLITS if name in counts]
