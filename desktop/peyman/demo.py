"""The demonstration: the whole story on the articles that ship, from the texts to gold that several people made."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from peyman import exchange, paths
from peyman.core.adjudication import Policy
from peyman.core.agreement import agreement, panels_of
from peyman.core.decisions import Ruling
from peyman.core.errors import PeymanError
from peyman.core.journal import now
from peyman.core.merge import merge, plan_merge
from peyman.core.merge_plan import MergePlan
from peyman.core.model import AnnotatedDocument, AnnotationSet
from peyman.core.packs import hand_in, plan_packs, write_packs
from peyman.core.project import Project
from peyman.core.prompter import content, play
from peyman.core.rehearsal import make_differences
from peyman.core.settling import begin_gold, docket_of, gold_set_of, settle, settled_edit
from peyman.formats.base import LOSSES
from peyman.terminal import Screen, fields_of, json_option, table

SCREENSHOT_PATIENCE = 180  # seconds
CURATOR = "داور"
NAMES = ("رضا", "سارا", "مینا")
SEED = 1
TEAM_PROJECT = "team.peyman"
TEAM_GOLD = "team-gold.jsonl"


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where to put it all.")
@json_option
def demo(out: Path, as_json: bool) -> int:
    """Play the whole story on the articles that ship: make, import, export, check, annotate as three, settle, look.

    A folder DIR that is there already is used again: what the demo makes in it is replaced.
    """
    screen = Screen("demo", as_json)
    out.mkdir(parents=True, exist_ok=True)
    project = out / "demo.peyman"
    made = [project]
    _clear(project)
    exchange.make_sample(project, screen.progress)
    with Project.open(project) as opened:
        rows = _summary(opened)
        problems = opened.check()
        for name, format_name, which in (
            ("all.jsonl", "jsonl", "all"),
            ("gold.jsonl", "jsonl", "gold"),
            ("commitments.csv", "csv", "gold"),
        ):
            report = exchange.export(opened, out / name, format_name, which)
            made += [out / name, *([out / LOSSES] if report.losses else [])]
        with tempfile.TemporaryDirectory(dir=out, prefix=".unsettled-") as folder:
            unsettled = Path(folder) / TEAM_PROJECT
            story = play_team(opened, out, screen, unsettled)
            made += [out / TEAM_PROJECT, out / TEAM_GOLD]
            screenshots, complaint = _screenshots(out, project, unsettled, out / TEAM_PROJECT)
    made += screenshots
    for line in table(rows):
        screen.say(line)
    for problem in problems:
        screen.say(str(problem))
    for line in story.lines():
        screen.say(line)
    if complaint:
        screen.say(complaint)
    screen.say("Made:")
    for path in made:
        screen.say(f"  {path}")
    screen.result(
        articles=rows, problems=problems, team=fields_of(story), made=made, screenshots_skipped=complaint
    )
    return 1 if problems or not story.as_expected else 0


# Three annotators and a curator ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TeamStory:
    """What became of the articles whose gold is known when three made-up annotators had them.

    Attributes:
        merged: annotation sets that came back.
        agreement: F1 between the annotators by layer, exact and relaxed.
        automatic: decisions that needed nobody.
        asked: disagreements that were settled with one key each, by class; `keys` by key.
        by_hand: decisions on what no annotator has.
        left: what is left to settle.
        as_expected: whether gold says what the known gold says.
    """

    annotators: tuple[str, ...]
    articles: int
    merged: int
    agreement: Mapping[str, tuple[float | None, float | None]]
    automatic: int
    asked: Counter[str]
    keys: Counter[str]
    by_hand: int
    left: int
    gold: Mapping[str, int]
    as_expected: bool

    def lines(self) -> list[str]:
        """The story in a few lines."""
        f1 = "; ".join(
            f"{layer} {exact or 0:.2f} exact, {relaxed or 0:.2f} relaxed"
            for layer, (exact, relaxed) in self.agreement.items()
        )
        taken = self.asked.total() - self.keys["0"] - self.keys["E"]
        gold = ", ".join(f"{count} {what}" for what, count in self.gold.items())
        verdict = "as expected" if self.as_expected else "NOT what was expected"
        return [
            f"{len(self.annotators)} annotators had {self.articles} articles each; {self.merged} sets were merged.",
            f"They agree (F1): {f1}.",
            f"Settled: {self.automatic} by nobody, {self.asked.total()} with one key each ({taken} taken, "
            f"{self.keys['0']} rejected, {self.keys['E']} edited), {self.by_hand} by hand; {self.left} left.",
            f"Gold is {verdict}: {gold}.",
        ]


def play_team(source: Project, out: Path, screen: Screen, unsettled: Path | None = None) -> TeamStory:
    """Deal the articles whose gold `source` has to made-up annotators, take back what they made of them, and settle it.

    The project and what is exported of it stay in `out`, the files in between do not. `unsettled` is where to put the
    project as it is before anything is settled.
    """
    known = known_gold(source)
    path = out / TEAM_PROJECT
    _clear(path)
    with tempfile.TemporaryDirectory(dir=out, prefix=".team-") as folder:
        draft = Path(folder) / TEAM_PROJECT
        with team_project(draft, source, known) as project:
            files = handed_in(project, known, Path(folder))
            with _planned(project, files, screen) as plan:
                report = merge(project, plan)
            assert report is not None
        if unsettled is not None:
            shutil.copy(draft, unsettled)
        with Project.open(draft) as project:
            story = _settled(project, known, report.sets)
            exchange.export(project, out / TEAM_GOLD, "jsonl", "gold")
        shutil.move(draft, path)
    return story


def known_gold(source: Project) -> dict[str, AnnotationSet]:
    """Return the gold sets of a project, by the SHA-256 of their articles."""
    found: dict[str, AnnotationSet] = {}
    for number in source.document_numbers():
        gold = gold_set_of(source, number)
        if gold is not None:
            found[source.document(number).sha256] = gold
    return found


def team_project(path: Path, source: Project, known: Mapping[str, AnnotationSet]) -> Project:
    """Make and open a curator's project with those articles of another whose gold is known, but without it."""
    project = Project.create(path, annotator=CURATOR, schema=source.schema, guidelines=source.info.guidelines)
    with project.batch("import"):
        for number in source.document_numbers():
            document = source.document(number)
            if document.sha256 in known:
                project.add_document(document)
    return project


def handed_in(
    project: Project, known: Mapping[str, AnnotationSet], folder: Path, names: Sequence[str] = NAMES, seed: int = SEED
) -> list[Path]:
    """Deal all articles to made-up annotators, let them annotate, and return the files they hand in."""
    plan = plan_packs(project, names, overlap=len(names), share=1.0, seed=seed)
    packs = write_packs(project, plan, folder / "packs")
    assert packs is not None  # nobody cancels it
    files: list[Path] = []
    for made in packs:
        with Project.open(made.path) as pack:
            with pack.batch("import"):
                for number in pack.document_numbers():
                    document = pack.document(number)
                    article = AnnotatedDocument(document, known[document.sha256])
                    (answers,) = make_differences(article, [made.annotator], pack.schema, seed)
                    pack.add_set(number, answers)
            files.append(hand_in(pack, folder / f"{made.path.stem}.submission").path)
    return files


def _planned(project: Project, files: Sequence[Path], screen: Screen) -> MergePlan:
    plan = plan_merge(project, files, progress=screen.progress)
    assert plan is not None  # nobody cancels it
    for refusal in plan.refusals:
        raise refusal
    return plan


def _settled(project: Project, known: Mapping[str, AnnotationSet], merged: int) -> TeamStory:
    """Measure, settle without asking, and then one by one as whoever knows the gold would."""
    measured = agreement(panels_of(project), project.schema)
    assert measured is not None  # nobody cancels it
    f1 = {one.layer: (one.scores.exact.value, one.scores.relaxed.value) for one in measured.between.layers}
    done = settle(project, Policy(), now())
    assert done is not None
    automatic, by_hand = done.decided.total(), 0
    asked: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    numbers = project.document_numbers()
    begin_gold(project, numbers)
    for number in numbers:
        before = docket_of(project, number)
        truth, gold_set = known[before.document.sha256], gold_set_of(project, number)
        assert gold_set is not None
        played = play(before, truth, Ruling(CURATOR, now()), Policy())
        decisions = played.docket.all_decisions[len(before.all_decisions) :]
        project.apply(settled_edit(gold_set, played.gold, decisions))
        asked += played.asked
        keys += played.keys
        by_hand += played.by_hand
        automatic += len(decisions) - played.asked.total() - played.by_hand
    rest = settle(project, None, now())
    assert rest is not None
    golden = [one for number in numbers if (one := gold_set_of(project, number)) is not None]
    kinds = Counter(span.layer for one in golden for span in one.spans)
    kinds["role"] = sum(len(one.relations) for one in golden)
    schema = project.schema
    equal = all(
        content(settled.annotations.values(), schema) == content(wanted.annotations.values(), schema)
        for settled, wanted in zip(golden, known.values(), strict=True)
    )
    return TeamStory(
        NAMES, len(numbers), merged, f1, automatic, asked, keys, by_hand, rest.left.total(), kinds,
        as_expected=equal and not rest.left,
    )  # fmt: skip


# What is cleared away before, and shown after ----------------------------------------------------------------------


def _clear(project: Path) -> None:
    """Remove the project of an earlier demo, unless a window has it open."""
    if not project.exists():
        return
    try:
        Project.open(project).close()  # takes the lock, and folds the files beside it into it
    except PeymanError as error:
        if error.code == "project_locked":
            raise
    for path in (project, *(project.with_name(project.name + tail) for tail in ("-wal", "-shm", "-journal"))):
        path.unlink(missing_ok=True)


def _summary(project: Project) -> list[dict[str, object]]:
    """One row for each document: its words, and what its first annotator found."""
    rows: list[dict[str, object]] = []
    for number in project.document_numbers():
        document = project.document(number)
        row: dict[str, object] = {
            "article": document.name, "language": document.language, "tokens": len(document.tokens),
            "annotator": "", "entities": 0, "commitments": 0, "roles": 0,
        }  # fmt: skip
        for info in project.set_infos(number)[:1]:
            row |= {"annotator": info.annotator, "entities": info.entities, "commitments": info.commitments}
            row["roles"] = len(project.annotation_set(info.number).relations)
        rows.append(row)
    return rows


def _screenshots(out: Path, *projects: Path) -> tuple[list[Path], str]:
    """Ask the window, in a process of its own, for pictures; return them, or a sentence why there are none.

    The projects are that of one annotator, and that of three before and after it is settled.
    """
    command = paths.worker_command("peyman.gui.screenshots")
    with tempfile.TemporaryDirectory(dir=out, prefix=".screenshots-") as folder:
        try:
            done = subprocess.run(
                [*command, *(str(path.resolve()) for path in (Path(folder), *projects))],
                cwd=paths.PACKAGE.parent,  # `python -m` looks there first, so it finds this very package
                capture_output=True, check=False, timeout=SCREENSHOT_PATIENCE,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return [], f"No screenshots: {error}."
        pictures = [picture.replace(out / picture.name) for picture in sorted(Path(folder).glob("*.png"))]
    if done.returncode or not pictures:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        return pictures, f"No screenshots: the window could not be drawn ({last or f'exit {done.returncode}'})."
    return pictures, ""
