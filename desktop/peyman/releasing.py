"""The command that makes, checks and compares releases of gold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from peyman import exchange
from peyman.core.project import Project
from peyman.release import differences
from peyman.release.rows import GOLD
from peyman.release.source import Wanted
from peyman.release.splits import SPLITS, read_shares
from peyman.release.verify import verify
from peyman.release.writing import Plan, Written, plan_release, write_release
from peyman.terminal import Screen, fields_of, json_option, opened_to_look, table

SHOWN = 10  # places in one sentence


@click.command()
@click.argument("project", required=False, type=click.Path(path_type=Path, readable=False))
@click.argument("outdir", required=False, type=click.Path(path_type=Path))
@click.option(
    "--split", default="80/10/10", show_default=True, metavar="N/N/N",
    help="How much train, validation and test get, as parts of their sum; of two numbers, train and test.",
)
@click.option("--group-by", default="", metavar="KEY", help="Keep articles together that have this metadata in common.")
@click.option("--seed", default=0, show_default=True, help="Another number splits otherwise what is not split yet.")
@click.option("--anonymise", is_flag=True, help="Call annotators annotator-1, annotator-2 …, wherever they are named.")
@click.option("--licence", default="", metavar="ID", help="SPDX identifier, such as CC-BY-4.0.")
@click.option("--allow-open", is_flag=True, help="Release gold that is not finished; it will say so.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be released.")
@click.option("--verify", "checked", type=click.Path(path_type=Path), metavar="DIR", help="Check a release instead.")
@click.option(
    "--diff", "compared", nargs=2, type=click.Path(path_type=Path), metavar="OLD NEW",
    help="Tell what changed from one release to another instead.",
)
@json_option
def release(
    project: Path | None, outdir: Path | None, split: str, group_by: str, seed: int, anonymise: bool, licence: str,
    allow_open: bool, dry_run: bool, checked: Path | None, compared: tuple[Path, Path] | None, as_json: bool,
) -> int:  # fmt: skip
    """Make a data set of the gold in PROJECT: the new folder OUTDIR, which can be published.

    It holds gold and each annotator's labels as JSONL (and Parquet, CoNLL and XMI), split without leakage, with a
    card, agreement, losses and checksums. An article keeps its split in all later releases: that is remembered in the
    project, as one step of undo. The same project and options give the same bytes.

    With --verify, exit code 1 if anything is wrong, or could not be checked here.
    """
    screen = Screen("release", as_json)
    if sum((project is not None, checked is not None, compared is not None)) != 1:
        raise click.UsageError("Name a project and a new folder, or use one of --verify and --diff.")
    if checked is not None:
        return _verify(checked, screen)
    if compared is not None:
        return _compare(*compared, screen)
    if outdir is None and not dry_run:
        raise click.UsageError("Name the new folder after the project, or use --dry-run.")
    assert project is not None
    wanted = Wanted(read_shares(split), group_by, seed, anonymise, licence, allow_open)
    if outdir is not None:
        exchange.check_folder(project, outdir, "release")
    with opened_to_look(project) as opened:
        plan = plan_release(opened, wanted, screen.progress)
    written = None if dry_run or outdir is None else _write(project, outdir, plan, screen)
    for line in _told(plan, outdir, written):
        screen.say(line)
    screen.result(project=str(project), out=outdir, dry_run=dry_run, **_as_json(plan, written))
    return 0


def _write(project: Path, out: Path, plan: Plan, screen: Screen) -> Written:
    with Project.open(project, read_only=not plan.edit.changes) as opened:
        try:
            return write_release(opened, out, plan, screen.progress)
        except OSError as error:
            raise exchange.worded(error, out) from None


def _verify(folder: Path, screen: Screen) -> int:
    try:
        problems = verify(folder)
    except OSError as error:
        raise exchange.worded(error, folder) from None
    for problem in problems:
        screen.say(str(problem))
    if not problems:
        screen.say(f"{folder}: all is as it should be.")
    screen.result(folder=folder, problems=problems)
    return 1 if problems else 0


def _compare(old: Path, new: Path, screen: Screen) -> int:
    try:
        found = differences.compare(old, new)
    except OSError as error:
        raise exchange.worded(error, new) from None
    lines = list(differences.told(found))
    for line in lines:
        screen.say(line)
    relabelled = [
        {"layer": layer, "from": before, "to": after, "count": count}
        for (layer, before, after), count in sorted(found.relabelled.items())
    ]
    schema = [{**fields_of(one), "entry": str(one.entry)} for one in found.schema]
    screen.result(old=old, new=new, words=lines, **{**fields_of(found), "relabelled": relabelled, "schema": schema})
    return 0


def _told(plan: Plan, out: Path | None, written: Written | None) -> Iterator[str]:
    survey, placement = plan.survey, plan.placement
    yield from table(list(_rows(plan, written)))
    shares = ", ".join(f"{name} {share:.1%}" for name, share in plan.wanted.shares.items())
    yield f"Articles without a split yet are shared out so: {shares}."
    if placement.fresh:
        verb = "were" if written else "would be"
        yield f"{len(placement.fresh)} articles {verb} put into a split for the first time."
    if plan.pairs:
        yield f"{plan.pairs} pairs of near duplicates stay together."
    if placement.left_out:
        yield f"{len(placement.left_out)} articles left out: near duplicates of articles in several splits."
    for finished, count in sorted(survey.without_gold.items(), reverse=True):
        though = ", though somebody has finished them" if finished else ""
        yield f"{count} articles left out: they have no gold{though}."
    if not survey.complete:
        open_ones = ", ".join(f"{count} {status}" for status, count in sorted(survey.open.items()))
        yield (
            f"This gold is not finished: {survey.open.total()} disagreements in {survey.open_articles} articles"
            f"{f' ({open_ones})' if open_ones else ''}, and {survey.unfinished_gold} more articles."
        )
    if written is None:
        yield "Nothing is written."
        return
    yield from map(str, written.facts.skipped)
    if written.names_left:
        places = ", ".join([*written.names_in[:SHOWN], *(["…"] if len(written.names_in) > SHOWN else [])])
        yield (
            f"Annotators' names stand in {written.names_left} places of articles and labels, which stay as they are: "
            f"{places}."
        )
    yield f"{out}: {written.files} files, {written.bytes:,} bytes."


def _rows(plan: Plan, written: Written | None) -> Iterator[dict[str, object]]:
    for split in SPLITS:
        articles = plan.articles.get(split, [])
        row: dict[str, object] = {"split": split, "articles": len(articles), "sets": sum(len(a.sets) for a in articles)}
        if written is not None:
            count = written.facts.counts[GOLD].get(split)
            for layer in written.facts.schema.layers:
                named = count.labels.items() if count else ()
                row[layer] = sum(number for name, number in named if name.startswith(f"{layer}/"))
        yield row


def _as_json(plan: Plan, written: Written | None) -> dict[str, object]:
    survey = plan.survey
    return {
        "splits": list(_rows(plan, written)),
        "shares": dict(plan.wanted.shares),
        "placed": len(plan.placement.fresh),
        "near_duplicates": plan.pairs,
        "left_out": len(plan.placement.left_out),
        "without_gold": survey.without_gold.total(),
        "complete": survey.complete,
        "open": survey.open,
        "open_articles": survey.open_articles,
        "unfinished_gold": survey.unfinished_gold,
        "skipped": [str(one) for one in written.facts.skipped] if written else [],
        "names_left": written.names_left if written else 0,
        "names_in": written.names_in if written else (),
        "files": written.files if written else 0,
        "bytes": written.bytes if written else 0,
    }


COMMANDS = (release,)
