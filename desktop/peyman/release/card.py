"""The texts of a release for people: the card with its front matter, the data sheet, and how to cite it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from peyman import paths
from peyman.core.findings import Estimate
from peyman.core.measures import REASONS

from .facts import TODO, Facts, headline, splits_in, total
from .rows import CONFIGS, FEATURES, GOLD, MEANINGS, Count, Fields
from .splits import SPLITS

BEGIN, END = "<!-- statistics of {config} -->", "<!-- end of statistics -->"
_ISO_639 = re.compile("[a-z]{2,3}")


def data_file(config: str, split: str) -> str:
    """Return where the rows of a split are, in the folder of a release."""
    return f"data/{config}/{split}.jsonl"


def parquet_file(config: str, split: str) -> str:
    """Return where the same rows are as Parquet."""
    return f"parquet/{config}/{split}.parquet"


def conll_file(split: str, layer: str) -> str:
    """Return where the tags of one layer of gold are."""
    return f"conll/{split}.{layer}.conll"


# The card ----------------------------------------------------------------------------------------------------------


def card(facts: Facts) -> str:
    """Return the text of README.md."""
    template = paths.resource("release", "card.md").read_text(encoding="utf-8")
    survey = facts.survey
    return front_matter(facts) + template.format(
        title=facts.title,
        banner=_banner(facts),
        articles=facts.gold.rows,
        languages=", ".join(facts.languages),
        people=_several(len(facts.people), "annotator"),
        date=facts.day,
        columns="\n".join(f"- `{name}`: {meaning}" for name, meaning in MEANINGS.items()),
        statistics="\n\n".join(statistics(config, facts.counts[config]) for config in CONFIGS if facts.counts[config]),
        splits=_splits(facts),
        process=_process(facts),
        annotators="\n".join(
            f"| {_cell(one.name)} | {one.articles} | {one.spans} | {one.suggested} |" for one in facts.people.values()
        ),
        agreement=_agreement(facts),
        schema_id=facts.schema.id,
        schema_version=facts.schema.version,
        schema_sha256=facts.schema.sha256,
        labels=_labels(facts),
        guidelines="The annotators worked by `GUIDELINES.md`." if facts.guidelines else "There are no guidelines.",
        doubts=_doubts(survey.doubts, survey.notes),
        losses=_losses(facts),
        licence=_licence(facts),
    )


def front_matter(facts: Facts) -> str:
    """Return the YAML at the head of the card, by which the data set is loaded."""
    rows = facts.gold.rows
    sizes = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
    lines = ["---", *_yaml_list("language", [one for one in facts.languages if _ISO_639.fullmatch(one)])]
    if facts.wanted.licence:
        lines.append(f"license: {_quoted(facts.wanted.licence.lower())}")
    lines += [
        f"pretty_name: {_quoted(facts.title)}",
        *_yaml_list("task_categories", ["token-classification"]),
        *_yaml_list("annotations_creators", ["expert-generated"]),
        *_yaml_list("size_categories", [next((name for most, name in sizes if rows < most), "1M<n<10M")]),
        *_yaml_list("tags", ["news", "named-entity-recognition", "commitments"]),
        "configs:",
    ]
    for config in _configs(facts):
        lines += [f"- config_name: {config}", *(["  default: true"] if config == GOLD else []), "  data_files:"]
        for split in splits_in(facts.counts[config]):
            lines += [f"  - split: {split}", f"    path: {data_file(config, split)}"]
    lines.append("dataset_info:")
    for config in _configs(facts):
        lines += _dataset_info(config, facts.counts[config])
    return "\n".join([*lines, "---", "", ""])


def _configs(facts: Facts) -> list[str]:
    return [config for config in CONFIGS if facts.counts[config]]


def _dataset_info(config: str, counts: Mapping[str, Count]) -> Iterator[str]:
    yield f"- config_name: {config}"
    yield "  features:"
    yield from _features(FEATURES, "  ")
    yield "  splits:"
    for split in splits_in(counts):
        yield f"  - name: {split}"
        yield f"    num_bytes: {counts[split].bytes}"
        yield f"    num_examples: {counts[split].rows}"
    size = total(counts).bytes
    yield f"  download_size: {size}"
    yield f"  dataset_size: {size}"


def _features(fields: Fields, indent: str) -> Iterator[str]:
    for name, kind in fields.items():
        yield f"{indent}- name: {name}"
        if isinstance(kind, str):
            yield f"{indent}  dtype: {kind}"
        else:
            yield f"{indent}  list:"
            yield from _features(kind, f"{indent}  ")


def _yaml_list(name: str, values: Sequence[str]) -> list[str]:
    return [f"{name}:", *(f"- {_quoted(value)}" for value in values)] if values else []


def _quoted(text: str) -> str:
    """Return a text as YAML; JSON is a part of it."""
    return text if re.fullmatch(r"[a-z][a-z0-9.-]*", text) and text not in _WORDS else json.dumps(text)


_WORDS = ("no", "yes", "on", "off", "true", "false", "null", "y", "n")  # which YAML takes for something else


# Its parts ---------------------------------------------------------------------------------------------------------


def _banner(facts: Facts) -> str:
    survey = facts.survey
    if survey.complete:
        return ""
    open_ones = ", ".join(f"{count} {status}" for status, count in sorted(survey.open.items()))
    return (
        f"> **This gold is not finished.** {_several(survey.open.total(), 'disagreement')} in"
        f" {_several(survey.open_articles, 'article')} left to settle{f' ({open_ones})' if open_ones else ''};"
        f" gold begun but not finished in {_several(survey.unfinished_gold, 'article')}. The column `complete` says"
        " which rows are.\n\n"
    )


def statistics(config: str, counts: Mapping[str, Count]) -> str:
    """Return the table of what is in the splits of a configuration, as `read_statistics` reads it."""
    names = splits_in(counts)
    rows = {name: _figures(counts[name]) for name in names} | {"all": _figures(total(counts))}
    keys = list(rows["all"])
    lines = [
        BEGIN.format(config=config),
        f"| {config} | {' | '.join(rows)} |",
        f"|---|{'---:|' * len(rows)}",
        *(f"| {key} | {' | '.join(str(one.get(key, 0)) for one in rows.values())} |" for key in keys),
        END,
    ]
    return "\n".join(lines)


def _figures(count: Count) -> dict[str, int]:
    spans = Counter[str]()
    for name, number in count.labels.items():
        spans[f"{name.partition('/')[0]}, all labels"] += number
    found = {
        "articles": len(count.documents), "rows": count.rows, "characters": count.characters,
        "complete rows": count.complete, "doubted spans": count.doubts,
    }  # fmt: skip
    found |= {f"language {name}": number for name, number in sorted(count.languages.items())}
    return found | dict(sorted(spans.items())) | dict(sorted(count.labels.items()))


def read_statistics(text: str) -> dict[tuple[str, str, str], int]:
    """Return what the tables of a card say, by configuration, split and row."""
    found: dict[tuple[str, str, str], int] = {}
    for config in CONFIGS:
        _, begin, rest = text.partition(BEGIN.format(config=config))
        lines = rest.partition(END)[0].strip().split("\n") if begin else []
        heads = [cell.strip() for cell in lines[0].strip("|").split("|")] if lines else []
        for line in lines[2:]:
            name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            found |= {
                (config, head, name): int(cell)
                for head, cell in zip(heads[1:], cells, strict=False)
                if cell.isascii() and cell.isdigit()
            }
    return found


def expected_statistics(counts: Mapping[str, Mapping[str, Count]]) -> dict[tuple[str, str, str], int]:
    """Return what `read_statistics` should find in the card of these files."""
    whole = "\n\n".join(statistics(config, counts[config]) for config in CONFIGS if counts[config])
    return read_statistics(whole)


def _splits(facts: Facts) -> str:
    wanted, placement = facts.wanted, facts.placement
    shares = ", ".join(f"{name} {share:.0%}" for name, share in wanted.shares.items())
    groups = Counter(placement.groups[key] for key in placement.splits)
    together = sum(count > 1 for count in groups.values())
    grouped = f" or the same “{_cell(wanted.group_by)}” in their metadata" if wanted.group_by else ""
    lines = [
        f"Wanted: {shares} (seed {wanted.seed}), with languages and labels spread alike. Articles that share half of"
        f" their three-word shingles{grouped} are never parted: {_several(together, 'group')} of several articles,"
        f" {_several(facts.pairs, 'pair')} of near duplicates. An article never changes its split from one release"
        " to the next."
    ]
    if placement.left_out:
        lines.append(f"{_several(len(placement.left_out), 'article')} left out: near duplicates of several splits.")
    empty = [name for name, share in wanted.shares.items() if share and name not in facts.counts[GOLD]]
    if empty:
        lines.append(f"Empty, for want of articles: {', '.join(empty)}.")
    return " ".join(lines)


_METHODS: Mapping[str, str] = {
    "auto:unanimous": "as all who had finished said the same",
    "auto:majority": "as most said the same",
    "human": "by a curator",
    "edited": "by a curator, with an answer of his own",
    "whole-document": "by taking over one annotator's article",
}


def _process(facts: Facts) -> str:
    survey = facts.survey
    several = facts.agreement.between.documents if facts.agreement else 0
    said = [
        f"{_several(len(facts.people), 'person', 'people')} annotated independently of one another;"
        f" articles finished by more than one of them: {several}."
    ]
    if survey.methods:
        how = "; ".join(
            f"{count} {_METHODS.get(method, method)}" for method, count in sorted(survey.methods.items())
        )
        said.append(f"Differences were settled one by one: {survey.methods.total()} decisions ({how}).")
    else:
        said.append("Gold was made whole for each article; single decisions are not recorded.")
    suggested = sum(one.suggested for one in facts.people.values())
    if suggested:
        said.append(f"{_several(suggested, 'span')} of the annotators began as suggestions of the program.")
    return " ".join(said)


def _agreement(facts: Facts) -> str:
    if facts.agreement is None:
        return "Not measured: no article was finished by two annotators, or by one beside a finished gold."
    report = facts.agreement
    lines = [
        f"Between annotators: {_several(report.between.documents, 'article')},"
        f" {_several(report.between.pairs, 'pair')} of annotation sets, before adjudication. In brackets, 95 % interval"
        f" over {report.resamples} resamples of the articles. Figures are pooled; uα and α are corrected for chance.",
        "",
        "| of | figure | value | articles | pairs |",
        "|---|---|---|---:|---:|",
    ]
    lines += [
        f"| {_cell(of)} | {figure} | {worded(one)} | {one.documents} | {one.pairs} |"
        for of, figure, one in headline(report)
    ]
    return "\n".join(lines)


def worded(found: Estimate) -> str:
    """Return a figure with its interval, or why there is none."""
    if found.value is None:
        return f"n/a: {REASONS[found.reason]}" if found.reason else "n/a"
    value, low, high = (f"{round(v or 0, 2) + 0.0:.2f}" for v in (found.value, found.low, found.high))
    return f"{value} ({low} to {high})" if found.low is not None else value


def _labels(facts: Facts) -> str:
    used = facts.gold.labels
    lines = ["| layer | label | name | in gold | rule |", "|---|---|---|---:|---|"]
    for layer in facts.schema.layers.values():
        for label in layer.labels:
            count = used[f"{layer.id}/{label.id}"]
            if count or not label.retired:
                rule = _cell(label.rule("en"))
                lines.append(f"| {layer.id} | `{label.id}` | {_cell(label.names('en'))} | {count} | {rule} |")
    return "\n".join(lines)


def _doubts(doubts: Counter[str], notes: Counter[str]) -> str:
    def told(counts: Counter[str]) -> str:
        return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if count) or "none"

    return (
        f"Marked as doubtful, in gold and by the annotators together: {told(doubts)}. Notes that stay with the"
        f" project: {told(notes)}. A doubtful span has `doubt` set."
    )


def _losses(facts: Facts) -> str:
    survey = facts.survey
    counts = {
        "articles without gold that somebody has finished": survey.without_gold[True],
        "articles that nobody has finished": survey.without_gold[False],
        "annotation sets that are not finished": survey.unfinished_sets,
        "notes": survey.notes.total(),
        "keys that other tools left": survey.foreign,
    }
    told = ", ".join(f"{name}: {count}" for name, count in counts.items() if count)
    return f"{f'Left in the project: {told}. ' if told else ''}`LOSSES.txt` says what each format cannot hold."


def _licence(facts: Facts) -> str:
    return facts.wanted.licence or TODO


# The data sheet and the citation -------------------------------------------------------------------------------------


def datasheet(facts: Facts) -> str:
    """Return the text of DATASHEET.md."""
    template = paths.resource("release", "datasheet.md").read_text(encoding="utf-8")
    gold, survey = facts.gold, facts.survey
    layers: Counter[str] = Counter()
    for name, count in gold.labels.items():
        layers[name.partition("/")[0]] += count
    left = survey.without_gold.total()
    dates = facts.dates
    return template.format(
        title=facts.title,
        todo=TODO,
        creators=f"{', '.join(one.name for one in facts.people.values()) or TODO}; on behalf of: {TODO}",
        schema_id=facts.schema.id,
        schema_version=facts.schema.version,
        articles=gold.rows,
        by_language=", ".join(f"{name} {count}" for name, count in sorted(gold.languages.items())),
        sample=f"The project has {left} more articles without gold. {TODO}" if left else TODO,
        annotations=", ".join(f"{count} of the layer {name}" for name, count in sorted(layers.items())) or "none",
        missing=_losses(facts),
        related=_splits(facts),
        splits=", ".join(f"{name} {facts.counts[GOLD][name].rows}" for name in splits_in(facts.counts[GOLD])) + ".",
        errors=f"{_banner(facts).strip('> ').strip()} {_doubts(survey.doubts, survey.notes)}".strip(),
        sources=", ".join(f"{name} ({count})" for name, count in sorted(facts.sources.items())) or TODO,
        dates=f"{min(dates)} to {max(dates)} ({len(dates)} of {gold.rows} articles are dated)." if dates else TODO,
        tokenizers=", ".join(sorted(facts.tokenizers)) or TODO,
        process=_process(facts),
        program=facts.program.removeprefix("peyman "),
        licence=_licence(facts),
    )


def citation(facts: Facts) -> str:
    """Return the text of CITATION.cff (Citation File Format 1.2.0)."""
    people = [one.name for one in facts.people.values()] if not facts.wanted.anonymise else []
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this data set, please cite it as below.",
        "type: dataset",
        f"title: {json.dumps(facts.title, ensure_ascii=False)}",
        f"version: {json.dumps(facts.version)}",
        f"date-released: {json.dumps(facts.day)}",
        "authors:",
        *(f"- name: {json.dumps(name, ensure_ascii=False)}" for name in people or ["The annotators"]),
    ]
    if facts.wanted.licence:
        lines.append(f"license: {json.dumps(facts.wanted.licence)}")
    return "\n".join([*lines, ""])


def losses(facts: Facts) -> str:
    """Return the text of LOSSES.txt."""
    parts = ["What the files of this release cannot hold of the project; one part for each kind of file.\n"]
    for heading, lines in facts.losses.items():
        parts.append(f"\n== {heading} ==\n" + "".join(f"- {line}\n" for line in lines or ["nothing"]))
    return "".join(parts)


def _several(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def _cell(text: str) -> str:
    """Return a text that breaks no table."""
    return " ".join(text.replace("|", "/").split())


def card_figures(text: str) -> dict[tuple[str, str, str], int]:
    """Return what the front matter of a card says of sizes: by configuration, split and name of the figure."""
    found: dict[tuple[str, str, str], int] = {}
    config = split = ""
    info = False
    for line in text.partition("\n---\n")[0].split("\n"):
        if line == "dataset_info:":
            info = True
        elif info and (match := re.fullmatch(r"- config_name: (\w+)", line)):
            config = match[1]
        elif info and (match := re.fullmatch(rf"  - name: ({'|'.join(SPLITS)})", line)):
            split = match[1]
        elif info and (match := re.fullmatch(r"    (num_bytes|num_examples): (\d+)", line)):
            found[config, split, match[1]] = int(match[2])
    return found
