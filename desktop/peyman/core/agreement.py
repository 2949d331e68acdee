"""How well annotators agree, and each with gold: every figure with its interval and what it rests on.

    report = agreement(panels_of(project), project.schema)

Figures are pooled: counts are summed over documents and over pairs of annotators, and the figure is taken of the
sums, so that short documents do not outweigh long ones. The intervals resample documents. What is undefined has no
value and says why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from .comparing import (
    COMMITMENT,
    DOCUMENT,
    EXISTENCE,
    ROLE,
    SETS,
    Answer,
    Comparison,
    Example,
    Key,
    Panel,
    Plan,
    compare,
)
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .findings import (
    AgreementReport,
    AttributeAgreement,
    Confusion,
    Contributor,
    Estimate,
    Findings,
    GoldFindings,
    GroupFindings,
    LayerAgreement,
    LeftOut,
    PairScores,
    Scores,
    Shifts,
)
from .matching import pairwise_f1
from .measures import SCALE, Coincidences, Metric, Reason, cohen_kappa, fleiss_kappa, krippendorff_alpha
from .model import AnnotationSet, State
from .project import Project
from .reliability import Reliability, metric_of, worded
from .resampling import Interval, Resampling
from .schema import Attribute, Schema
from .unitizing import cover_alpha, cover_reason, unitizing_alpha

# Beside the report, the coefficients themselves, on plain data.
__all__ = [
    "agreement",
    "cohen_kappa",
    "fleiss_kappa",
    "krippendorff_alpha",
    "pairwise_f1",
    "panels_of",
    "require_comparable",
    "unitizing_alpha",
]

RESAMPLES = 2_000
EXAMPLES = 50  # kept of each confusion
FINISHED: tuple[State, ...] = ("finished",)

Progress = Callable[[int, int], object]  # done, total

MESSAGES |= {
    "agreement_nothing": QT_TRANSLATE_NOOP(
        "errors",
        "No article was finished by two of these annotators, or by one beside a finished gold: there is nothing to"
        " compare. Merge their work and finish it first. Annotators here: {names}.",
    ),
}


def panels_of(project: Project) -> Iterator[Panel]:
    """Read the documents of a project with all sets that were begun, one document at a time."""
    for number in project.document_numbers():
        infos = [info for info in project.set_infos(number) if info.state != "new"]
        if infos:
            yield Panel(project.document(number), [project.annotation_set(info.number) for info in infos])


def require_comparable(report: AgreementReport, annotators: Iterable[str]) -> None:
    """Raise `agreement_nothing` if there was nothing to compare, neither with one another nor with gold."""
    if not report.between.documents and not report.gold:
        raise PeymanError("agreement_nothing", names=", ".join(annotators))


def agreement(
    panels: Iterable[Panel],
    schema: Schema,
    *,
    layers: Collection[str] | None = None,
    annotators: Collection[str] | None = None,
    states: Collection[State] = FINISHED,
    groups: Mapping[str, str] | None = None,
    resamples: int = RESAMPLES,
    seed: int = 1,
    total: int = 0,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> AgreementReport | None:
    """Compare annotators over documents; None if it was cancelled.

    The order of documents and of annotators changes nothing; the same seed gives the same intervals.

    Args:
        layers, annotators: only these; None is all.
        states: of the sets that count, gold's included.
        groups: name of a document's group, by its name; documents without one are in none.
        total: how many panels will come, if it is known, for `progress`, which is told parts of twice that.

    Raises:
        PeymanError: `schema_unknown_layer`.
    """
    for layer in layers or ():
        schema.layer(layer)
    work = _Work(Plan(schema, layers), resamples, seed, _Steps(progress, cancelled, total))
    try:
        for panel in panels:
            work.take(panel, annotators, states)
        return work.report(groups or {})
    except _Stopped:
        return None


class _Stopped(Exception):  # noqa: N818 - it is no error
    """Somebody asked to stop."""


class _Steps:
    """Tells how far the work is: one half for comparing the documents, the other for resampling them."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._half = total
        self._compared = 0
        self._drawn = 0
        self._to_draw = 0
        self._told = 0

    def compared(self) -> None:
        self._compared += 1
        self._half = max(self._half, self._compared)
        self._tell(self._compared)

    def will_draw(self, amount: int) -> None:
        self._half = self._compared
        self._to_draw = amount

    def drawn(self, amount: int) -> None:
        self._drawn += amount
        self._tell(self._half + self._half * self._drawn // max(1, self._to_draw))

    def _tell(self, done: int) -> None:
        if self._cancelled():
            raise _Stopped
        if done > self._told:
            self._told = done
            self._progress(done, 2 * self._half)


class _Work:
    """Gathers the comparisons of documents, and sums them up."""

    def __init__(self, plan: Plan, resamples: int, seed: int, steps: _Steps) -> None:
        self._plan = plan
        self._resamples = resamples
        self._seed = seed
        self._steps = steps
        self._between: list[Comparison] = []
        self._to_gold: defaultdict[str, list[Comparison]] = defaultdict(list)
        self._left_out: defaultdict[tuple[str, State], list[str]] = defaultdict(list)
        self._alone: list[str] = []
        self._documents: Counter[str] = Counter()
        self._spans: Counter[str] = Counter()
        self._suggested: Counter[str] = Counter()

    def take(self, panel: Panel, annotators: Collection[str] | None, states: Collection[State]) -> None:
        name = panel.document.name
        counted: list[AnnotationSet] = []
        gold: AnnotationSet | None = None
        for one in sorted(panel.sets, key=lambda one: one.annotator):
            if one.kind == "gold":
                gold = gold or (one if one.state.state in states else None)
            elif annotators is not None and one.annotator not in annotators:
                continue
            elif one.state.state in states:
                counted.append(one)
            else:
                self._left_out[one.annotator, one.state.state].append(name)
        if len(counted) > 1:
            self._between.append(compare(Panel(panel.document, counted), self._plan))
            self._note(counted)
        elif counted:
            self._alone.append(name)
        for one in counted if gold else ():
            assert gold is not None
            found = compare(Panel(panel.document, (gold, one)), self._plan, to_first=True)
            self._to_gold[one.annotator].append(found)
        self._steps.compared()

    def _note(self, sets: Sequence[AnnotationSet]) -> None:
        for one in sets:
            spans = [span for span in one.spans if self._plan.wants(span.layer)]
            self._documents[one.annotator] += 1
            self._spans[one.annotator] += len(spans)
            self._suggested[one.annotator] += sum(bool(span.origin) for span in spans)

    def report(self, groups: Mapping[str, str]) -> AgreementReport:
        # By name, so that the order they came in decides nothing.
        self._between.sort(key=lambda found: found.document)
        pairs: defaultdict[tuple[str, str], list[Comparison]] = defaultdict(list)
        grouped: defaultdict[str, list[Comparison]] = defaultdict(list)
        for found in self._between:
            for names in found.pairs:
                pairs[names].append(found)
            if found.document in groups:
                grouped[groups[found.document]].append(found)
        several = [self._between, *pairs.values(), *grouped.values(), *self._to_gold.values()]
        self._steps.will_draw(sum(map(len, several)) * self._resamples)
        matrix = {names: _Summary(self._plan, [f.pairs[names] for f in of]) for names, of in sorted(pairs.items())}
        for summary in matrix.values():
            self._draw(summary)
        return AgreementReport(
            between=self._findings(self._between, matrix),
            gold=tuple(
                GoldFindings(name, self._findings(sorted(of, key=lambda found: found.document), {}, to_gold=True))
                for name, of in sorted(self._to_gold.items())
            ),
            groups=tuple(self._group(name, of) for name, of in sorted(grouped.items())),
            annotators=tuple(
                Contributor(name, count, self._spans[name], self._suggested[name])
                for name, count in sorted(self._documents.items())
            ),
            left_out=tuple(
                LeftOut(*key, documents=tuple(sorted(names))) for key, names in sorted(self._left_out.items())
            ),
            alone=tuple(sorted(self._alone)),
            resamples=self._resamples,
            seed=self._seed,
        )

    def _draw(self, summary: _Summary) -> None:
        summary.columns.draw(
            self._resamples, self._seed, lambda count: self._steps.drawn(count * summary.columns.documents)
        )

    def _group(self, name: str, of: Sequence[Comparison]) -> GroupFindings:
        rows = [{key: n for key, n in found.counts.items() if key[2] == "layer" or key == SETS} for found in of]
        summary = _Summary(self._plan, rows)
        existence = summary.reliability(EXISTENCE, of, "nominal") if self._plan.wants(COMMITMENT) else None
        self._draw(summary)
        layers = [layer for layer in self._plan.schema.layers if layer != DOCUMENT and self._plan.wants(layer)]
        return GroupFindings(
            name, len(of), tuple(summary.scores(layer, "layer", layer) for layer in layers),
            summary.alpha(existence) if existence else None,
        )  # fmt: skip

    def _findings(
        self, of: Sequence[Comparison], matrix: Mapping[tuple[str, str], _Summary], *, to_gold: bool = False
    ) -> Findings:
        plan = self._plan
        summary = _Summary(plan, [found.counts for found in of], to_gold)
        asked = {
            (layer.id, attribute.id): attribute
            for layer in plan.schema.layers.values()
            if plan.wants(layer.id)
            for attribute in layer.attributes
        }
        values = {
            answer: summary.reliability(answer, of, metric_of(attribute))
            for answer, attribute in asked.items()
            if any(answer in found.met for found in of)
        }
        existence = summary.reliability(EXISTENCE, of, "nominal") if plan.wants(COMMITMENT) else None
        self._draw(summary)
        attributes: defaultdict[str, list[AttributeAgreement]] = defaultdict(list)
        for answer, reliability in values.items():
            attributes[answer[0]].append(_attribute(asked[answer], reliability, summary.alpha(reliability)))
        layers = [layer for layer in plan.schema.layers if layer != DOCUMENT and plan.wants(layer)]
        return Findings(
            documents=len(of),
            pairs=summary.columns.total(SETS),
            layers=tuple(summary.layer(layer, of, matrix, attributes[layer]) for layer in layers),
            roles_everywhere=summary.scores(ROLE, "layer", ROLE, "_everywhere") if plan.wants(ROLE) else None,
            existence=summary.alpha(existence) if existence else None,
            document_labels=tuple(attributes[DOCUMENT]),
        )


class _Summary:
    """Figures of some comparisons' sums."""

    def __init__(self, plan: Plan, rows: Sequence[Mapping[Key, int]], to_gold: bool = False) -> None:
        self.columns = Resampling.of(rows)
        self._plan = plan
        self._to_gold = to_gold
        self._used: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for what, layer, kind, name in {key for row in rows for key in row}:
            if what == "present":
                self._used[layer, kind].add(name)

    def reliability(self, answer: Answer, of: Sequence[Comparison], metric: Metric) -> Reliability:
        """Add what α needs; to be called before drawing."""
        nothing = Coincidences()
        return Reliability(answer, [found.met.get(answer, nothing) for found in of], metric, self.columns)

    def alpha(self, reliability: Reliability) -> Estimate:
        figure, together = reliability.figure, reliability.together
        found = reliability.interval()
        return Estimate(
            found.value, found.low, found.high, figure.reason, figure.observed,
            reliability.documents, together.pairs, together.alone,
        )  # fmt: skip

    def layer(
        self,
        layer: str,
        of: Sequence[Comparison],
        matrix: Mapping[tuple[str, str], _Summary],
        attributes: Sequence[AttributeAgreement],
    ) -> LayerAgreement:
        known = {
            "label": [label.id for label in self._plan.schema.layers[layer].labels],
            "super_type": [group.id for group in self._plan.schema.layers[layer].groups],
        }
        labels, super_types = (
            tuple(
                self.scores(layer, kind, name)
                for name in self._in_order(known_names, self._used[layer, kind])
            )
            for kind, known_names in known.items()
        )
        return LayerAgreement(
            layer, self.scores(layer, "layer", layer), labels, super_types,
            tuple(PairScores(names, pair.scores(layer, "layer", layer)) for names, pair in matrix.items()),
            _confusions(layer, of), _shifts(layer, of), tuple(attributes),
        )  # fmt: skip

    @staticmethod
    def _in_order(known: Sequence[str], used: Collection[str]) -> list[str]:
        """The names in use, as the schema orders them, and then what it does not know."""
        return [*(name for name in known if name in used), *sorted(set(used).difference(known))]

    def scores(self, layer: str, kind: str, name: str, where: str = "") -> Scores:
        """Figures of one layer, label or super-type; `where` picks other totals to divide by."""
        counted = {"left": f"left{where}", "right": f"right{where}", "present": f"present{where}"}
        keys = {
            what: (counted.get(what, what), layer, kind, name)
            for what in ("left", "right", "present", "exact", "relaxed", "matched", "dice")
        }

        def figure(of: Callable[..., float | None], *names: str) -> Estimate:
            return self._estimate(self.columns.estimate(of, *(keys[n] for n in names)), keys["present"])

        whole = kind == "layer"
        return Scores(
            name=name,
            exact=figure(_f1, "exact", "left", "right"),
            relaxed=figure(_f1, "relaxed", "left", "right"),
            unlabelled=figure(_f1, "matched", "left", "right") if whole else None,
            overlap=self._overlap(keys, figure) if whole else None,
            unitizing=self._unitizing(layer, kind, name),
            precision=figure(_share, "exact", "right") if self._to_gold else None,
            recall=figure(_share, "exact", "left") if self._to_gold else None,
            spans=self.columns.total(keys["left"]) + self.columns.total(keys["right"]),
        )

    def _estimate(self, found: Interval, present: Key, reason: Reason = "nothing_there") -> Estimate:
        pairs = self.columns.total(present)
        if not self.columns.total(SETS):
            reason = "nothing_to_pair"
        return Estimate(
            found.value, found.low, found.high, "" if found.value is not None else reason,
            documents=self.columns.present(present), pairs=pairs, excluded=self.columns.total(SETS) - pairs,
        )  # fmt: skip

    def _overlap(self, keys: Mapping[str, Key], figure: Callable[..., Estimate]) -> Estimate:
        if not self.columns.total(keys["matched"]):
            return self._estimate(Interval(None), keys["present"], "nothing_to_pair")
        return figure(lambda dice, matched: dice / SCALE / matched if matched else None, "dice", "matched")

    def _unitizing(self, layer: str, kind: str, name: str) -> Estimate | None:
        length: Key = ("length", "", "", "")
        keys: list[Key] = [(what, layer, kind, name) for what in ("covered", "shared", "squares")]
        if layer == ROLE or not self.columns.total(length):
            return None
        found = self.columns.estimate(cover_alpha, length, *keys)
        reason = cover_reason(self.columns.total(keys[0])) if found.value is None else ""
        # Text that nobody marked is agreed on as well, so nothing is left out.
        return Estimate(
            found.value, found.low, found.high, reason,
            documents=self.columns.documents, pairs=self.columns.total(SETS),
        )  # fmt: skip


def _f1(matched: int, left: int, right: int) -> float | None:
    return 2 * matched / (left + right) if left + right else None


def _share(matched: int, of: int) -> float | None:
    return matched / of if of else None


def _attribute(attribute: Attribute, reliability: Reliability, alpha: Estimate) -> AttributeAgreement:
    values = [(worded(attribute, value), count) for value, count in reliability.together.values.items()]
    confused: list[tuple[str, str, float]] = []
    for pair, count in reliability.together.unequal.items():
        one, other = sorted(worded(attribute, value) for value in pair)
        confused.append((one, other, count / SCALE / 2))
    return AttributeAgreement(
        attribute.id, metric_of(attribute), alpha,
        tuple(sorted(values, key=lambda entry: (-entry[1], entry[0]))),
        tuple(sorted(confused, key=lambda entry: (-entry[2], entry[:2]))[:EXAMPLES]),
    )  # fmt: skip


def _confusions(layer: str, of: Sequence[Comparison]) -> tuple[Confusion, ...]:
    """Most frequent first; of the examples the first few, in the order of documents and text."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: defaultdict[tuple[str, str], list[Example]] = defaultdict(list)
    for found in of:
        for (where, label, other), count in found.confusions.items():
            if where == layer:
                counts[label, other] += count
                if len(examples[label, other]) < EXAMPLES:
                    some = found.examples.get((where, label, other), ())
                    examples[label, other] += sorted(some, key=lambda example: (example.extents, example.annotators))
    return tuple(
        Confusion(*labels, count=count, examples=tuple(examples[labels][:EXAMPLES]))
        for labels, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    )


def _shifts(layer: str, of: Sequence[Comparison]) -> Shifts:
    counts: Counter[tuple[str, int]] = Counter()
    for found in of:
        for (where, edge, tokens), count in found.shifts.items():
            if where == layer:
                counts[edge, tokens] += count
    start, end = (
        tuple(sorted((tokens, n) for (which, tokens), n in counts.items() if which == edge))
        for edge in ("start", "end")
    )
    return Shifts(start, end)
