"""What the dashboard shows, made into charts: which figures, in which words, from what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from PySide6.QtCore import QCalendar, QCoreApplication, QDate, QLocale

from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.findings import (
    AgreementReport,
    AttributeAgreement,
    Confusion,
    Estimate,
    Findings,
    LayerAgreement,
    Scores,
)
from peyman.core.measures import REASONS
from peyman.core.pace import Day, Pace
from peyman.core.schema import Schema
from peyman.gui.dashboard.canvas import Figure
from peyman.gui.dashboard.charts import (
    Bar,
    Bin,
    Cell,
    Days,
    HeatMap,
    Histogram,
    Intervals,
    Panel,
    Stretch,
    Strip,
)
from peyman.gui.i18n import Language
from peyman.gui.naming import Namer
from peyman.gui.wording import duration, isolated, percent

ROLE = "role"
CONTROL = "control"  # the groups of articles, by whether there are suggestions
OTHERS = "others"
EDGE = 5  # tokens; farther apart is counted together
MOST_STRETCHES = 42  # of days that are told apart; of more, weeks or months are taken together

# What can be chosen; those in `ABOUT_LAYER` are about one layer.
SECTIONS: Mapping[str, str] = {
    "headline": QT_TRANSLATE_NOOP("dashboard", "Headline"),
    "pairs": QT_TRANSLATE_NOOP("dashboard", "Pairs of annotators"),
    "labels": QT_TRANSLATE_NOOP("dashboard", "Label by label"),
    "confusion": QT_TRANSLATE_NOOP("dashboard", "Confusions"),
    "attributes": QT_TRANSLATE_NOOP("dashboard", "Attributes"),
    "boundaries": QT_TRANSLATE_NOOP("dashboard", "Boundaries"),
    "gold": QT_TRANSLATE_NOOP("dashboard", "Against gold"),
    "suggestions": QT_TRANSLATE_NOOP("dashboard", "Suggestions"),
    "progress": QT_TRANSLATE_NOOP("dashboard", "Progress"),
    "pace": QT_TRANSLATE_NOOP("dashboard", "Pace"),
}
ABOUT_LAYER = frozenset({"pairs", "labels", "confusion", "attributes", "boundaries"})
ABOUT_ALL = frozenset({"gold", "suggestions", "progress", "pace", "pairs"})  # whoever is chosen

_MEASURES = {
    "exact": QT_TRANSLATE_NOOP("dashboard", "F1, same extent"),
    "relaxed": QT_TRANSLATE_NOOP("dashboard", "F1, overlapping"),
    "unlabelled": QT_TRANSLATE_NOOP("dashboard", "F1, whatever the label"),
    "overlap": QT_TRANSLATE_NOOP("dashboard", "Overlap of the extents"),
    "unitizing": QT_TRANSLATE_NOOP("dashboard", "uα, corrected for chance"),
    "precision": QT_TRANSLATE_NOOP("dashboard", "Precision"),
    "recall": QT_TRANSLATE_NOOP("dashboard", "Recall"),
}
_TABLE = (
    QT_TRANSLATE_NOOP("dashboard", "What"),
    QT_TRANSLATE_NOOP("dashboard", "Measure"),
    QT_TRANSLATE_NOOP("dashboard", "Value"),
    QT_TRANSLATE_NOOP("dashboard", "From"),
    QT_TRANSLATE_NOOP("dashboard", "To"),
    QT_TRANSLATE_NOOP("dashboard", "Why none"),
    QT_TRANSLATE_NOOP("dashboard", "Articles"),
    QT_TRANSLATE_NOOP("dashboard", "Pairs compared"),
    QT_TRANSLATE_NOOP("dashboard", "Left out"),
)


def say(text: str) -> str:
    return QCoreApplication.translate("dashboard", text)


# A line of a chart, what and which measure it is in the table, and the figure of that row; None is no row.
_Part: TypeAlias = tuple[Bar, str, str, Estimate | None]


@dataclass(frozen=True)
class Measured:
    """What is shown until the project changes."""

    report: AgreementReport
    pace: Pace


class Figures:
    """Makes the chart of a section. `whose` is whose findings it shows: "" for annotators with one another, else one of
    them with gold."""

    def __init__(self, measured: Measured, schema: Schema, language: Language) -> None:
        self._report = measured.report
        self._pace = measured.pace
        self._schema = schema
        self._language = language
        self._namer = Namer(schema, language.code)
        self._makers: Mapping[str, Callable[[Findings, str, bool], Figure]] = {
            "headline": self._headline,
            "pairs": self._pairs,
            "labels": self._labels,
            "confusion": self._confusion,
            "attributes": self._attributes,
            "boundaries": self._boundaries,
            "gold": self._gold,
            "suggestions": self._suggestions,
            "progress": self._progress,
            "pace": self._days,
        }

    def findings(self, whose: str) -> Findings:
        return next((one.findings for one in self._report.gold if one.annotator == whose), self._report.between)

    def figure(self, section: str, layer: str = "", whose: str = "") -> Figure:
        """Return the chart of a section, of a layer and of somebody where it is about one."""
        findings = self._report.between if section in ABOUT_ALL else self.findings(whose)
        return self._makers[section](findings, layer, bool(whose) and section not in ABOUT_ALL)

    def title(self, section: str, layer: str = "", whose: str = "") -> str:
        """Return what a chart is called: its section, the layer and whose it is."""
        parts = [say(SECTIONS[section])]
        if section in ABOUT_LAYER:
            parts.append(self._namer.layer(layer))
        if section not in ABOUT_ALL:
            against = say(QT_TRANSLATE_NOOP("dashboard", "{annotator} against gold"))
            between = say(QT_TRANSLATE_NOOP("dashboard", "annotators with one another"))
            parts.append(against.format(annotator=isolated(whose)) if whose else between)
        return " · ".join(parts)

    # Words

    def _number(self, value: float, decimals: int = 0) -> str:
        return self._language.digits(value + 0.0, decimals)

    def _label_name(self, layer: str, label: str) -> str:
        return self._namer.label(layer, label) if label else say(QT_TRANSLATE_NOOP("dashboard", "nothing"))

    def _said(self, one: Estimate) -> str:
        if one.value is None:
            return QCoreApplication.translate("agreement", REASONS[one.reason])
        value = self._rounded(one.value)
        if one.low is None or one.high is None:
            return value
        interval = say(QT_TRANSLATE_NOOP("dashboard", "{value} ({low} to {high})"))
        return interval.format(value=value, low=self._rounded(one.low), high=self._rounded(one.high))

    def _rounded(self, value: float) -> str:
        return self._number(round(value, 2) + 0.0, 2)  # never -0.00

    def _basis(self, one: Estimate) -> str:
        parts = [
            QCoreApplication.translate("dashboard", "%Ln articles", "", one.documents),
            QCoreApplication.translate("dashboard", "%Ln pairs compared", "", one.pairs),
        ]
        if one.excluded:
            parts.append(QCoreApplication.translate("dashboard", "%Ln left out", "", one.excluded))
        return " · ".join(parts)

    def _bar(self, name: str, one: Estimate, colour: str = "") -> Bar:
        return Bar(name, one.value, one.low, one.high, said=self._said(one), basis=self._basis(one), colour=colour)

    def _row(self, name: str, measure: str, one: Estimate) -> list[str]:
        why = QCoreApplication.translate("agreement", REASONS[one.reason]) if one.value is None else ""
        numbers = ["" if value is None else f"{value:.6g}" for value in (one.value, one.low, one.high)]
        return [name, measure, *numbers, why, str(one.documents), str(one.pairs), str(one.excluded)]

    def _intervals(self, section: str, parts: Iterable[_Part], note: str) -> Intervals:
        """Make a chart of lines, each with the row of the table that says the same."""
        lines = list(parts)
        return Intervals(
            say(SECTIONS[section]),
            [bar for bar, _, _, _ in lines if bar is not _NO_BAR],
            [say(heading) for heading in _TABLE],
            [self._row(name, measure, one) for _, name, measure, one in lines if one is not None],
            note,
        )

    def _group(self, name: str) -> tuple[Bar, str, str, None]:
        return Bar(name, group=True), "", "", None

    def _line(self, what: str, measure: str, one: Estimate, name: str = "") -> tuple[Bar, str, str, Estimate]:
        return self._bar(name or measure, one), what, measure, one

    # Agreement

    def _headline(self, findings: Findings, _layer: str, _to_gold: bool) -> Intervals:
        parts: list[_Part] = []
        for layer in findings.layers:
            parts.append(self._group(self._namer.layer(layer.layer)))
            parts += self._scores(self._namer.layer(layer.layer), layer.scores, _MEASURES)
            if layer.layer == ROLE and findings.roles_everywhere is not None:
                name = say(QT_TRANSLATE_NOOP("dashboard", "F1, also of unmatched commitments"))
                parts.append(self._line(self._namer.layer(ROLE), name, findings.roles_everywhere.exact))
        if findings.existence is not None:
            name = say(QT_TRANSLATE_NOOP("dashboard", "Does a sentence hold a commitment?"))
            parts.append(self._group(name))
            parts.append(self._line(name, "α", findings.existence))
        if findings.document_labels:
            name = say(QT_TRANSLATE_NOOP("dashboard", "Fields of the article"))
            parts.append(self._group(name))
            parts += self._alphas("document", findings.document_labels)
        return self._intervals("headline", parts, self._interval_note())

    def _interval_note(self) -> str:
        note = say(QT_TRANSLATE_NOOP("dashboard", "The bar: where the figure lies in {level} of {count} resamples of"
                                                  " the articles."))  # fmt: skip
        return note.format(level=percent(self._report.level), count=self._number(self._report.resamples))

    def _scores(self, what: str, scores: Scores, measures: Iterable[str]) -> Iterator[_Part]:
        for measure in measures:
            one: Estimate | None = getattr(scores, measure)
            if one is not None:
                yield self._line(what, say(_MEASURES[measure]), one)

    def _alphas(self, layer: str, several: Iterable[AttributeAgreement]) -> Iterator[_Part]:
        for attribute in several:
            name = self._namer.attribute(layer, attribute.name)
            bar = self._bar(name, attribute.alpha)
            if attribute.alpha.observed is not None:
                equal = say(QT_TRANSLATE_NOOP("dashboard", "{share} of the pairs are equal"))
                said = equal.format(share=percent(attribute.alpha.observed))
                bar = replace(bar, basis=f"{bar.basis} · {said}")
            yield bar, name, "α", attribute.alpha

    def _labels(self, findings: Findings, layer_id: str, _to_gold: bool) -> Intervals:
        layer = findings.layer(layer_id)
        parts: list[_Part] = []
        for several in (layer.super_types, layer.labels) if layer else ():
            for scores in several:
                parts += self._of_label(layer_id, scores)
        note = say(QT_TRANSLATE_NOOP("dashboard", "Disc: same extent. Ring: overlapping."))
        return self._intervals("labels", parts, f"{note} {self._interval_note()}")

    def _of_label(self, layer_id: str, scores: Scores) -> Iterator[_Part]:
        layer = self._schema.layers.get(layer_id)
        label = layer.label(scores.name) if layer else None
        groups = {group.id: group.names(self._language.code) for group in (layer.groups if layer else ())}
        name = label.names(self._language.code) if label else groups.get(scores.name, scores.name)
        told = ("relaxed", "unitizing", "precision", "recall")
        return self._both_ways(name, name, scores, told, label.color if label else "")

    def _both_ways(
        self, name: str, what: str, scores: Scores, told: Sequence[str], colour: str = ""
    ) -> Iterator[_Part]:
        """Yield one line, with what is `told` below it, and a row of the table for each of its figures."""
        bar = self._bar(name, scores.exact, colour)
        rest: dict[str, Estimate | None] = {measure: getattr(scores, measure) for measure in ("relaxed", *told)}
        words = [
            f"{say(_MEASURES[measure])} {self._rounded(one.value)}"
            for measure in told
            if (one := rest[measure]) is not None and one.value is not None
        ]
        line = replace(bar, beside=scores.relaxed.value, basis=" · ".join([*words, bar.basis]))
        yield line, what, say(_MEASURES["exact"]), scores.exact
        for measure, one in rest.items():
            if one is not None:
                yield _NO_BAR, what, say(_MEASURES[measure]), one

    def _attributes(self, findings: Findings, layer_id: str, _to_gold: bool) -> Intervals:
        layer = findings.layer(layer_id)
        return self._intervals(
            "attributes", self._alphas(layer_id, layer.attributes if layer else ()), self._interval_note()
        )

    def _gold(self, _findings: Findings, _layer: str, _to_gold: bool) -> Intervals:
        parts: list[_Part] = []
        for layer_id in self._schema.layers:
            found = [(one.annotator, layer) for one in self._report.gold if (layer := one.findings.layer(layer_id))]
            if found:
                parts.append(self._group(self._namer.layer(layer_id)))
            for annotator, layer in found:
                what = f"{self._namer.layer(layer_id)} · {annotator}"
                parts += self._both_ways(annotator, what, layer.scores, ("precision", "recall"))
        note = say(QT_TRANSLATE_NOOP("dashboard", "Disc: same extent. Ring: overlapping."))
        return self._intervals("gold", parts, f"{note} {self._interval_note()}")

    def _suggestions(self, _findings: Findings, _layer: str, _to_gold: bool) -> Intervals:
        words = {
            CONTROL: say(QT_TRANSLATE_NOOP("dashboard", "Control articles, without suggestions")),
            OTHERS: say(QT_TRANSLATE_NOOP("dashboard", "All others")),
        }
        parts: list[_Part] = []
        for group in self._report.groups:
            name = words.get(group.name, group.name)
            parts.append(self._group(name))
            for scores in group.layers:
                for measure in ("exact", "relaxed"):
                    one: Estimate = getattr(scores, measure)
                    what = f"{self._namer.layer(scores.name)}, {say(_MEASURES[measure])}"
                    parts.append(self._line(name, what, one))
            if group.existence is not None:
                what = say(QT_TRANSLATE_NOOP("dashboard", "Does a sentence hold a commitment?"))
                parts.append(self._line(name, what, group.existence))
        share = say(QT_TRANSLATE_NOOP("dashboard", "{annotator}: {suggested} of {spans} began as suggestions"))
        told = [
            share.format(annotator=isolated(one.annotator), suggested=self._number(one.suggested),
                         spans=self._number(one.spans))
            for one in self._report.annotators
        ]  # fmt: skip
        return self._intervals("suggestions", parts, " · ".join(told))

    # Matrices

    def _pairs(self, findings: Findings, layer_id: str, _to_gold: bool) -> HeatMap:
        layer = findings.layer(layer_id)
        pairs = {one.annotators: one.scores for one in (layer.pairs if layer else ())}
        names = sorted({name for pair in pairs for name in pair})
        cells: list[list[Cell | None]] = []
        rows: list[list[str]] = []
        for row in names:
            line: list[Cell | None] = []
            for column in names:
                scores = pairs.get((row, column)) or pairs.get((column, row))
                if row == column or scores is None:
                    line.append(Cell("", None, row, (row, column), quiet=True, chosen=False))
                    continue
                one = scores.exact
                said = "–" if one.value is None else self._rounded(one.value)
                words = f"{row} – {column}: {self._said(one)} · {self._basis(one)}"
                line.append(Cell(said, one.value, words, (row, column)))
            cells.append(line)
        for pair, scores in pairs.items():
            for measure in ("exact", "relaxed", "unlabelled", "overlap"):
                one_or_none: Estimate | None = getattr(scores, measure)
                if one_or_none is not None:
                    rows.append(self._row(" – ".join(pair), say(_MEASURES[measure]), one_or_none))
        note = say(QT_TRANSLATE_NOOP("dashboard", "F1 of the same extent and label; the darker, the more alike."))
        return HeatMap(say(SECTIONS["pairs"]), names, names, cells, [say(h) for h in _TABLE], rows, note)

    def confusions(self, layer_id: str, whose: str) -> dict[tuple[str, str], Confusion]:
        """Return the confusions of a layer by their labels."""
        return _confusions(self.findings(whose).layer(layer_id))

    def _confusion(self, findings: Findings, layer_id: str, to_gold: bool) -> HeatMap:
        layer = findings.layer(layer_id)
        found = _confusions(layer)
        labels = self._labels_in(layer_id, layer)
        rows, columns = list(labels), list(labels)
        if any("" in pair for pair in found):
            columns.append("")
            rows += [""] if to_gold else []
        most = max((one.count for (a, b), one in found.items() if a != b), default=1)
        place = {label: number for number, label in enumerate([*labels, ""])}
        cells: list[list[Cell | None]] = []
        for row in rows:
            line: list[Cell | None] = []
            for column in columns:
                if not to_gold and place[row] > place[column]:
                    line.append(None)  # between annotators the order of the two means nothing
                    continue
                line.append(self._confusion_cell(layer_id, (row, column), found, most, to_gold=to_gold))
            cells.append(line)
        table = [
            [self._label_name(layer_id, one.label), self._label_name(layer_id, one.other), str(one.count)]
            for one in found.values()
        ]
        return HeatMap(
            say(SECTIONS["confusion"]),
            [self._label_name(layer_id, row) for row in rows],
            [self._label_name(layer_id, column) for column in columns],
            cells,
            [
                say(QT_TRANSLATE_NOOP("dashboard", "Gold")) if to_gold else say(_ONE),
                say(QT_TRANSLATE_NOOP("dashboard", "Annotator")) if to_gold else say(_OTHER),
                say(QT_TRANSLATE_NOOP("dashboard", "Count")),
            ],
            table,
            say(QT_TRANSLATE_NOOP("dashboard", "A cell counts the places that one called so and the other so; Enter or"
                                               " a click lists them. Where both have the same label, other extents are"
                                               " listed.")),
            across=say(QT_TRANSLATE_NOOP("dashboard", "called by the annotator")) if to_gold else say(_OTHER),
            down=say(QT_TRANSLATE_NOOP("dashboard", "gold")) if to_gold else say(_ONE),
        )  # fmt: skip

    def _labels_in(self, layer_id: str, layer: LayerAgreement | None) -> list[str]:
        """Return the labels that occur, as the schema orders them."""
        used = {label for one in (layer.confusions if layer else ()) for label in (one.label, one.other)} - {""}
        schema_layer = self._schema.layers.get(layer_id)
        known = [label.id for label in (schema_layer.labels if schema_layer else ()) if label.id in used]
        return [*known, *sorted(used.difference(known))]

    def _confusion_cell(
        self,
        layer_id: str,
        labels: tuple[str, str],
        found: Mapping[tuple[str, str], Confusion],
        most: int,
        *,
        to_gold: bool,
    ) -> Cell:
        pair = labels if labels in found or to_gold else labels[::-1]
        count = found[pair].count if pair in found else 0
        names = [self._label_name(layer_id, label) for label in labels]
        sentence = QT_TRANSLATE_NOOP("dashboard", "{one} / {other}: {count}")
        if to_gold:
            sentence = QT_TRANSLATE_NOOP("dashboard", "gold {one}, annotator {other}: {count}")
        words = say(sentence).format(one=names[0], other=names[1], count=self._number(count))
        said = self._number(count) if count else "·"
        share = None if pair[0] == pair[1] else count / most
        return Cell(said, share, words, pair, quiet=not count, chosen=pair != ("", ""))

    def _boundaries(self, findings: Findings, layer_id: str, to_gold: bool) -> Histogram:
        layer = findings.layer(layer_id)
        names = {
            "start": say(QT_TRANSLATE_NOOP("dashboard", "Start")),
            "end": say(QT_TRANSLATE_NOOP("dashboard", "End")),
        }
        panels: list[Panel] = []
        rows: list[list[str]] = []
        for edge, name in names.items():
            counts = dict(getattr(layer.shifts, edge)) if layer else {}
            rows += [[name, str(tokens), str(count)] for tokens, count in sorted(counts.items())]
            same = counts.pop(0, 0)
            heading = say(QT_TRANSLATE_NOOP("dashboard", "{edge}: {same} the same, {other} elsewhere"))
            told = heading.format(edge=name, same=self._number(same), other=self._number(sum(counts.values())))
            panels.append(Panel(told, self._bins(counts, both_ways=to_gold)))
        return Histogram(
            say(SECTIONS["boundaries"]),
            panels,
            [
                say(QT_TRANSLATE_NOOP("dashboard", "Edge")),
                say(QT_TRANSLATE_NOOP("dashboard", "Tokens apart")),
                say(QT_TRANSLATE_NOOP("dashboard", "Count")),
            ],
            rows,
            say(QT_TRANSLATE_NOOP("dashboard", "How many tokens the edges lie apart, of what stands for one place."))
            + (" " + say(QT_TRANSLATE_NOOP("dashboard", "“−” is earlier in the text than gold.")) if to_gold else ""),
        )

    def _bins(self, counts: Mapping[int, int], *, both_ways: bool) -> list[Bin]:
        apart = say(QT_TRANSLATE_NOOP("dashboard", "{tokens} tokens apart: {count}"))
        found: list[Bin] = []
        for tokens in (*(range(-EDGE, 0) if both_ways else ()), *range(1, EDGE + 1)):
            last = abs(tokens) == EDGE  # and what lies farther on this side
            count = sum(n for k, n in counts.items() if k == tokens or (last and abs(k) > EDGE and k * tokens > 0))
            name = ("−" if tokens < 0 else "") + self._number(abs(tokens))
            name = f"\u200e{name}{'+' if last else ''}\u200e"
            found.append(Bin(name, count, apart.format(tokens=name, count=self._number(count))))
        return found

    # Progress and pace

    def _progress(self, _findings: Findings, _layer: str, _to_gold: bool) -> Intervals:
        bars: list[Bar] = []
        rows: list[list[str]] = []
        for one in self._pace.standings:
            total = one.assigned or one.finished + one.in_progress + one.skipped
            of = say(QT_TRANSLATE_NOOP("dashboard", "{finished} of {total} finished"))
            said = of.format(finished=self._number(one.finished), total=self._number(total))
            basis = say(QT_TRANSLATE_NOOP("dashboard", "{begun} in progress · {skipped} skipped"))
            rest = basis.format(begun=self._number(one.in_progress), skipped=self._number(one.skipped))
            bars.append(Bar(one.annotator, one.finished / total if total else 0.0, said=said, basis=rest, filled=True))
            numbers = (one.assigned, one.finished, one.in_progress, one.skipped)
            rows.append([one.annotator, *map(str, numbers)])
        headings = [
            say(QT_TRANSLATE_NOOP("dashboard", "Annotator")),
            say(QT_TRANSLATE_NOOP("dashboard", "Dealt out")),
            say(QT_TRANSLATE_NOOP("dashboard", "Finished")),
            say(QT_TRANSLATE_NOOP("dashboard", "In progress")),
            say(QT_TRANSLATE_NOOP("dashboard", "Skipped")),
        ]
        note = say(QT_TRANSLATE_NOOP("dashboard", "As far as it is in this file: what was handed in and merged."))
        return Intervals(say(SECTIONS["progress"]), bars, headings, rows, note)

    def _days(self, _findings: Findings, _layer: str, _to_gold: bool) -> Days:
        days = self._pace.days
        people = sorted({one.annotator for one in days})
        stretches = stretches_of([date.fromisoformat(one.day) for one in days])
        strips = [self._strip(name, [one for one in days if one.annotator == name], stretches) for name in people]
        headings = [
            say(QT_TRANSLATE_NOOP("dashboard", "Annotator")),
            say(QT_TRANSLATE_NOOP("dashboard", "Day")),
            say(QT_TRANSLATE_NOOP("dashboard", "Finished")),
            say(QT_TRANSLATE_NOOP("dashboard", "Minutes")),
        ]
        rows = [[one.annotator, one.day, str(one.finished), str(round(one.seconds / 60))] for one in days]
        note = say(QT_TRANSLATE_NOOP("dashboard", "Columns: articles finished. Line: time at work, told from the edits"
                                                  " where it was not measured here."))  # fmt: skip
        return Days(say(SECTIONS["pace"]), strips, headings, rows, note)

    def _strip(self, name: str, days: Sequence[Day], stretches: Sequence[tuple[date, date]]) -> Strip:
        made: list[Stretch] = []
        for first, last in stretches:
            there = [one for one in days if first.isoformat() <= one.day <= last.isoformat()]
            finished, minutes = sum(one.finished for one in there), round(sum(one.seconds for one in there) / 60)
            when = self._day(first) if first == last else f"{self._day(first)} – {self._day(last)}"
            told = say(QT_TRANSLATE_NOOP("dashboard", "{day}: {finished} finished, {time}"))
            words = told.format(day=when, finished=self._number(finished), time=duration(minutes * 60))
            made.append(Stretch(self._day(first), finished, minutes, words))
        total = say(QT_TRANSLATE_NOOP("dashboard", "{finished} finished in {time}"))
        said = total.format(finished=self._number(sum(one.finished for one in days)),
                            time=duration(sum(one.seconds for one in days)))  # fmt: skip
        return Strip(name, said, made)

    def _day(self, day: date) -> str:
        """Return day and month in short, Jalali in Persian."""
        if self._language.code != "fa":
            return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
        calendar = QCalendar(QCalendar.System.Jalali)
        parts = calendar.partsFromDate(QDate(day.year, day.month, day.day))
        return f"{self._number(parts.day)} {calendar.monthName(QLocale(QLocale.Language.Persian), parts.month)}"


_NO_BAR = Bar("", group=True)  # a row of the table without a line of its own
_ONE = QT_TRANSLATE_NOOP("dashboard", "one annotator")
_OTHER = QT_TRANSLATE_NOOP("dashboard", "the other")


def _confusions(layer: LayerAgreement | None) -> dict[tuple[str, str], Confusion]:
    return {(one.label, one.other): one for one in (layer.confusions if layer else ())}


def stretches_of(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return the days from the first to the last, first and last of each stretch; of many, weeks or more together."""
    if not days:
        return []
    first, last = min(days), max(days)
    size = 1
    while ((last - first).days + 1) / size > MOST_STRETCHES:
        size = 7 if size == 1 else size * 2
    count = (last - first).days // size + 1
    return [
        (first + timedelta(days=size * number), first + timedelta(days=size * number + size - 1))
        for number in range(count)
    ]
