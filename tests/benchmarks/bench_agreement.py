"""Agreement over made-up annotations: seconds, and how they grow.

    python tests/benchmarks/bench_agreement.py

Three annotators copy 60 spans an article (48 entities, 10 commitments with attributes, 2 arguments) with 12 roles
and six document fields, each with their own slips. The whole report is made, with 2,000 resamples.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from peyman import paths
from peyman.core.agreement import agreement
from peyman.core.comparing import Panel, Plan, compare
from peyman.core.model import Annotation, AnnotationSet, Document, DocumentLabel, Json, Relation, SetState, Span
from peyman.core.schema import Attribute, Schema, parse_schema

NAMES = ("آرش", "سارا", "مینا")
WORDS = 600
SLIPS = {"missing": 0.1, "label": 0.08, "edge": 0.12, "value": 0.25}


class Maker:
    """Makes documents and what annotators would make of them, the same for the same seed."""

    def __init__(self, schema: Schema, seed: int) -> None:
        self.chance = random.Random(seed)
        self.schema = schema

    def panel(self, number: int) -> Panel:
        lengths = self.chance.choices(range(2, 9), k=WORDS)
        words = ["".join(self.chance.choices("ابپتجدرزسشفقکگلمنوهی", k=length)) for length in lengths]
        text = " ".join(word + ("." if at % 20 == 19 else "") for at, word in enumerate(words))
        tokens, at = [], 0
        for word in text.split(" "):
            tokens.append((at, at + len(word.rstrip("."))))
            at += len(word) + 1
        document = Document(self.id(), f"{number:06}", "", text, f"{number:064x}", "fa", "rtl", tuple(tokens))
        truth = self.truth(document)
        return Panel(document, [self.copy(document, truth, name) for name in NAMES])

    def id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128))

    def truth(self, document: Document) -> list[Annotation]:
        made: list[Annotation] = []
        spans: dict[str, list[Span]] = {}
        for layer, count, longest in (("entity", 48, 4), ("commitment", 10, 25), ("argument", 2, 8)):
            for _ in range(count):
                first = self.chance.randrange(WORDS - longest)
                last = first + self.chance.randrange(longest)
                label = self.chance.choice(self.schema.layers[layer].labels).id
                span = Span(self.id(), layer, label, document.tokens[first][0], document.tokens[last][1], "")
                attributes = {a.id: self.value(a) for a in self.schema.layers[layer].attributes if a.applies(label, {})}
                spans.setdefault(layer, []).append(replace(span, attributes=attributes))
            made += spans[layer]
        roles = [label.id for label in self.schema.layers["role"].labels]
        for role, filler in zip(roles, self.chance.sample(spans["entity"], 12), strict=False):
            made.append(Relation(self.id(), "role", role, self.chance.choice(spans["commitment"]).id, filler.id))
        for field in self.schema.layers["document"].attributes[:6]:
            made.append(DocumentLabel(self.id(), "document", field.id, self.value(field)))
        return made

    def value(self, attribute: Attribute) -> Json:
        ids: list[Json] = [choice.id for choice in attribute.choices]
        if not ids:
            return f"نام {self.chance.randint(1, 200)}"
        some = self.chance.sample(ids, self.chance.randint(1, min(3, len(ids))))
        return some if attribute.kind == "multi" else some[0]

    def copy(self, document: Document, truth: list[Annotation], name: str) -> AnnotationSet:
        """What an annotator makes of the truth; ids are their own."""
        ids = {one.id: self.id() for one in truth}
        kept: dict[UUID, Annotation] = {}
        for one in truth:
            if isinstance(one, Span):
                if self.slips("missing"):
                    continue
                one = self.slipped(document, one)
            elif isinstance(one, Relation):
                one = replace(one, source=ids[one.source], target=ids[one.target])
                if not {one.source, one.target} <= kept.keys():
                    continue
            kept[ids[one.id]] = replace(one, id=ids[one.id])
        number = self.id()
        return AnnotationSet(number, 0, document.id, name, "annotation", SetState(number, "finished"), kept)

    def slipped(self, document: Document, span: Span) -> Span:
        layer = self.schema.layers[span.layer]
        if self.slips("label"):
            span = replace(span, label=self.chance.choice(layer.labels).id)
        if self.slips("edge"):
            span = replace(span, end=min(t[1] for t in document.tokens if t[1] > span.end or t == document.tokens[-1]))
        values = {
            name: self.value(attribute) if (attribute := layer.attribute(name)) and self.slips("value") else value
            for name, value in span.attributes.items()
        }
        return replace(span, attributes=values, quote=document.text[span.start : span.end])

    def slips(self, kind: str) -> bool:
        return self.chance.random() < SLIPS[kind]


def read_schema() -> Schema:
    path = paths.resource("schemas", "commitnews.toml")
    return parse_schema(path.read_text(encoding="utf-8"), path.name)


def panels(schema: Schema, count: int) -> Iterator[Panel]:
    maker = Maker(schema, 1)
    return (maker.panel(number) for number in range(count))


def seconds(schema: Schema, count: int, resamples: int) -> float:
    made = list(panels(schema, count))
    start = time.process_time()
    report = agreement(made, schema, resamples=resamples)
    spent = time.process_time() - start
    assert report is not None
    headline = report.between.layers[0].scores.exact
    print(
        f"{count:>6} articles, {resamples:>5} resamples: {spent:6.2f} s"
        f"   entity F1 {headline.value:.3f} ({headline.low or 0:.3f} to {headline.high or 0:.3f})"
    )
    return spent


def main() -> int:
    schema = read_schema()
    some = list(panels(schema, 30))
    plan = Plan(schema)
    each = []
    for panel in some:
        start = time.process_time()
        compare(panel, plan)
        each.append(time.process_time() - start)
    print(f"comparing one article of three annotators: {statistics.median(each) * 1000:.1f} ms (median)")
    small = seconds(schema, 100, 2000)
    large = seconds(schema, 1000, 2000)
    print(f"1,000 articles / 100 articles: {large / small:.1f}   aim <= 11, 100 in <= 2 s, 1,000 in <= 20 s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
