"""Commands of a project that several people annotate: dealing out, handing in, merging, adjudicating, feedback."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from peyman.core.catalogues import phrases_for
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.feedback import sheet_as_json, sheet_of
from peyman.core.journal import now
from peyman.core.merge import merge, plan_merge
from peyman.core.merge_plan import CONFLICTS, STATUS_WORDS, FilePlan, MergePlan, MergeReport, SetPlan
from peyman.core.packs import Pack, PackPlan, hand_in, plan_packs, shares_of, update_pack, write_packs
from peyman.core.project import Project
from peyman.core.schema import LANGUAGES
from peyman.core.settling import Settlement, majority_policy, settle
from peyman.exchange import worded
from peyman.sheets import check_sheet, give_sheet
from peyman.terminal import Screen, error_as_json, fields_of, json_option, opened_to_look, project_argument, table

MESSAGES |= {
    "assign_nowhere": QT_TRANSLATE_NOOP("errors", "Say with --out in which folder to put the files, or use --dry-run."),
    "feedback_nowhere": QT_TRANSLATE_NOOP(
        "errors", "Say with --out where to write the sheet, or with --json that you want it here."
    ),
}

_BORING = ("same", "older", "gold", "empty")


@click.command()
@project_argument
@click.argument("more", nargs=-1, metavar="")
@click.option("--to", multiple=True, metavar="NAME...", help="The annotators to deal to, one after another.")
@click.option("--overlap", default=2, show_default=True, metavar="K", help="How many get an article that is shared.")
@click.option("--share", default=0.2, show_default=True, help="How much of the articles is shared, from 0 to 1.")
@click.option("--seed", default=0, show_default=True, help="Another number deals otherwise.")
@click.option("--by", default="", metavar="FIELD", help="Spread this evenly too: language, or a field of the metadata.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to put the files.")
@click.option(
    "--update", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Add to this file, which an annotator works in, instead of making a new one.",
)
@click.option("--dry-run", is_flag=True, help="Only say who would get what.")
@json_option
def assign(
    project: Path, more: tuple[str, ...], to: tuple[str, ...], overlap: int, share: float, seed: int, by: str,
    out: Path | None, update: tuple[Path, ...], dry_run: bool, as_json: bool,
) -> int:  # fmt: skip
    """Deal the articles of PROJECT out: one file for each annotator, with his articles only.

    What was dealt out before stays; only new articles are dealt. With --update alone, the file gets what was dealt to
    its annotator meanwhile, and the newest schema and guidelines. Without --to and --update: who is how far.
    """
    screen = Screen("assign", as_json)
    if more and not to:
        raise click.UsageError(f"“{more[0]}” is one too many. Name annotators after --to.")
    names = [name.strip() for given in (*to, *more) for name in given.split(",") if name.strip()]
    if names and out is None and not dry_run:
        raise PeymanError("assign_nowhere")
    packs: list[Pack] = []
    plan: PackPlan | None = None
    with Project.open(project, read_only=dry_run or not names) as opened:
        if names:
            plan = plan_packs(opened, names, overlap=overlap, share=share, seed=seed, by=by)
            if not dry_run and out is not None:
                packs = write_packs(opened, plan, out, updating=update) or []
        elif not dry_run:
            packs = [update_pack(opened, path) for path in update]
        shares = [fields_of(one) for one in shares_of(opened)]
    _tell_packs(plan, packs, shares, screen)
    dealt = plan.deals if plan else ()
    screen.result(
        project=str(project), packs=packs, loads=plan.loads if plan else (), progress=shares,
        deals=[{"document": deal.document, "group": deal.group, "to": deal.annotators} for deal in dealt],
    )  # fmt: skip
    return 0


def _tell_packs(
    plan: PackPlan | None, packs: Sequence[Pack], shares: Sequence[dict[str, object]], screen: Screen
) -> None:
    rows: list[dict[str, object]] = []
    groups = sorted({deal.group for deal in plan.deals if deal.group}) if plan else []
    for load in plan.loads if plan else ():
        row: dict[str, object] = {"annotator": load.annotator, "articles": load.articles, "shared": load.shared}
        row |= {"characters": load.length, "earlier": load.before}
        rows.append(row | {group: load.groups.get(group, 0) for group in groups})
    for line in table(rows) if rows else ():
        screen.say(line)
    for pack in packs:
        also = ", ".join(
            what for what, new in (("schema", pack.schema_changed), ("guidelines", pack.guidelines_changed)) if new
        )
        screen.say(f"{pack.path}: {pack.articles} articles{' added' * pack.updated}{also and f', new {also}'}")
    if plan is None and not packs:
        kept = ("annotator", "assigned", "shared", "handed_back", "finished", "skipped")
        listed = [{name.replace("_", " "): row[name] for name in kept} for row in shares]
        for line in table(listed) if listed else ["Nothing has been dealt out yet."]:
            screen.say(line)


@click.command("hand-in")
@project_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to hand in.")
@json_option
def hand_in_command(project: Path, out: Path, as_json: bool) -> int:
    """Write PROJECT as it is now into one file that can be sent, sealed so that no damage passes unseen."""
    screen = Screen("hand-in", as_json)
    with opened_to_look(project) as opened:
        handed = hand_in(opened, out)
    screen.say(f"{handed.path}: {handed.finished} of {handed.articles} articles finished by {handed.annotator}.")
    screen.result(project=str(project), **fields_of(handed))
    return 0


@click.command("merge")
@project_argument
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--map", "mapped", multiple=True, metavar="NAME=NAME",
    help="Take an unknown annotator of the files (left) for one who is known here (right).",
)
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@json_option
def merge_command(
    project: Path, file: tuple[Path, ...], mapped: tuple[str, ...], dry_run: bool, as_json: bool
) -> int:
    """Merge files that came back (FILE…: submissions or whole projects) into PROJECT.

    In any order, any number of times; nothing that was made here is overwritten, and one step of undo takes it all
    back. A file that is damaged or not of this project is refused, named with its reason, and does not stop the
    others; the exit code is then 2. It is 1 if some articles had to be left out.
    """
    screen = Screen("merge", as_json)
    names = dict(_pair(entry) for entry in mapped)
    plan = _plan(project, file, names, screen)
    with plan:
        report = None
        if not dry_run and any(found.brings for found in plan.files):
            with Project.open(project) as opened:
                report = merge(opened, plan, screen.progress)
        _tell_merge(plan, report, screen)
        for refusal in plan.refusals:
            screen.complain(refusal)
        screen.result(
            project=str(project), step=report.step if report else 0, sets=report.sets if report else 0,
            files=[_as_json(found) for found in plan.files],
        )  # fmt: skip
        return 2 if plan.refusals else 1 if plan.conflicts else 0


def _pair(entry: str) -> tuple[str, str]:
    name, found, here = entry.partition("=")
    if not found or not name or not here:
        raise click.BadParameter(f"“{entry}” is not of the form NAME=NAME.", param_hint="--map")
    return name, here


def _plan(project: Path, files: Sequence[Path], names: dict[str, str], screen: Screen) -> MergePlan:
    """Look at the files while the project is only read."""
    with opened_to_look(project) as opened:
        plan = plan_merge(opened, files, names=names, progress=screen.progress)
    assert plan is not None  # nobody cancels it
    return plan


def _tell_merge(plan: MergePlan, report: MergeReport | None, screen: Screen) -> None:
    for found in plan.files:
        if found.refusal is None:
            screen.say(f"{found.path}: {', '.join(_summary(found)) or 'nothing'}")
            for line in _details(found):
                screen.say(f"  {line}")
    if report is None:
        screen.say("Nothing was changed.")
    elif report.step:
        screen.say(f"{report.sets} annotation sets merged as step {report.step}.")
    else:
        screen.say("All of it was there already.")


def _summary(found: FilePlan) -> Iterator[str]:
    counts = Counter(one.status for one in found.sets)
    yield from (f"{count} {STATUS_WORDS[status]}" for status, count in counts.items())
    if not found.sealed:
        yield "no manifest"


def _details(found: FilePlan) -> Iterator[str]:
    for person in found.people:
        if person.relation == "apart":
            yield f"“{person.name}” is somebody else than here, so called “{person.here}”; --map says otherwise"
        elif person.relation == "mapped":
            yield f"“{person.name}” is taken for “{person.here}”"
    for one in found.sets:
        if one.status not in _BORING:
            what = f"{one.annotator}, {one.state}, {STATUS_WORDS[one.status]}{_numbers(one)}"
            yield f"{_sign(one)} {one.document}: {what}"


def _sign(one: SetPlan) -> str:
    return "!" if one.status in CONFLICTS else "+"


def _numbers(one: SetPlan) -> str:
    numbers = (
        ("new", one.added), ("changed", one.changed), ("withdrawn", one.withdrawn), ("there already", one.same)
    )  # fmt: skip
    said = ", ".join(f"{count} {what}" for what, count in numbers if count)
    odd = f"; labels unknown here: {', '.join(one.odd_labels)}" if one.odd_labels else ""
    return (f" ({said})" if said else "") + odd


def _as_json(found: FilePlan) -> dict[str, object]:
    return {
        "file": str(found.path),
        "refusal": error_as_json(found.refusal) if found.refusal else None,
        "sha256": found.sha256,
        "sealed": found.sealed,
        "format": found.version,
        "merged_before": found.merged_before,
        "counts": Counter(one.status for one in found.sets),
        "annotators": found.people,
        "sets": found.sets,
    }


@click.command()
@project_argument
@click.option(
    "--auto", type=click.Choice(["unanimous"]), help="Accept what needs nobody: what all who have finished say alike."
)
@click.option("--majority", type=int, metavar="K", help="Accept also what K of three or more say, in these layers:")
@click.option("--layer", multiple=True, metavar="LAYER", help="Where a majority may decide, such as entity.")
@click.option("--dry-run", is_flag=True, help="Only say what would be accepted.")
@json_option
def adjudicate(
    project: Path, auto: str | None, majority: int | None, layer: tuple[str, ...], dry_run: bool, as_json: bool
) -> int:
    """Settle what annotators of PROJECT differ in as far as it needs nobody, and say what is left, per article.

    Without --auto nothing is settled, only counted. One step of undo takes all of it back. A majority never decides
    the type of a commitment or its status.
    """
    screen = Screen("adjudicate", as_json)
    if (majority is None) != (not layer):
        raise click.UsageError("--majority and --layer belong together: how many, and where they may decide.")
    if majority is not None and auto is None:
        raise click.UsageError("--majority comes in addition to --auto unanimous.")
    with opened_to_look(project) as opened:
        policy = majority_policy(opened.schema, majority or 0, layer) if auto is not None else None
    with Project.open(project, read_only=dry_run or policy is None) as opened:
        done = settle(opened, policy, now(), dry_run=dry_run, progress=screen.progress)
    assert done is not None  # nobody cancels it
    _tell_settled(done, screen)
    screen.result(
        project=str(project), step=done.step, decided=_classes(done.decided), left=_classes(done.left),
        articles=[
            {**fields_of(one), "decided": _classes(one.decided), "left": _classes(one.left)} for one in done.articles
        ],
    )  # fmt: skip
    return 0


_OBSTACLES = {
    "": "",
    "unfinished": "fewer than two have finished it",
    "foreign_gold": "has gold that was not adjudicated here; left as it is",
}


def _tell_settled(done: Settlement, screen: Screen) -> None:
    decided, left = done.decided, done.left
    rows: list[dict[str, object]] = [
        {"layer": layer, "class": kind, "decided": decided[layer, kind], "left": left[layer, kind]}
        for layer, kind in sorted({*decided, *left})
    ]
    articles: list[dict[str, object]] = [
        {
            "article": one.document, "decided": one.decided.total(), "left": one.left.total(), "gold": one.gold,
            "annotators": len(one.voters), "": _OBSTACLES[one.obstacle] or ("complete" if one.complete else ""),
        }
        for one in done.articles
    ]  # fmt: skip
    for part in filter(None, (rows, articles)):
        for line in (*table(part), ""):
            screen.say(line.rstrip())
    complete = sum(one.complete for one in done.articles)
    screen.say(
        f"{decided.total()} decided{f' as step {done.step}' if done.step else ''}, {left.total()} left; gold of "
        f"{complete} of {len(done.articles)} articles is complete."
    )


def _classes(counts: Counter[tuple[str, str]]) -> list[dict[str, object]]:
    return [{"layer": layer, "class": kind, "count": counts[layer, kind]} for layer, kind in sorted(counts)]


@click.command("feedback")
@project_argument
@click.option("--to", required=True, metavar="NAME", help="The annotator.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE",
    help="A page (.html), a sheet that the window opens (.json), or the annotator's own file (.peyman).",
)
@click.option("--language", type=click.Choice(LANGUAGES), default="fa", show_default=True, help="Of the page.")
@json_option
def feedback_command(project: Path, to: str, out: Path | None, language: str, as_json: bool) -> int:
    """Tell an annotator what gold has where he has something else, and why.

    Into a .peyman file, which must be one that was dealt out to him and that he works in, the sheet is put beside his
    work, which stays as it is; the window shows it on its page “Feedback”.
    """
    screen = Screen("feedback", as_json)
    if out is None and not as_json:
        raise PeymanError("feedback_nowhere")
    if out is not None:
        check_sheet(out)
    with opened_to_look(project) as opened:
        sheet = sheet_of(opened, to, screen.tenths)
        if out is not None:
            day = datetime.fromtimestamp(sheet.at / 1000).astimezone().date().isoformat()
            try:
                give_sheet(opened, sheet, out, phrases_for(language), day)
            except OSError as error:
                raise worded(error, out) from error
    differences = sum(count for _, count in sheet.kinds)
    screen.say(f"{sheet.annotator}: {sheet.articles} articles compared with gold, {differences} differences → {out}")
    screen.result(project=str(project), out=str(out or ""), sheet=sheet_as_json(sheet))
    return 0


COMMANDS = (assign, hand_in_command, merge_command, adjudicate, feedback_command)
