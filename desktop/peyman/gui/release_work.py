"""What the dialogs of releases do in another thread: planning, writing, checking and comparing; and its words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from peyman import exchange
from peyman.core.edits import Edit
from peyman.core.errors import QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import SPLIT_KEY, Document
from peyman.core.project import Project
from peyman.core.schema_draft import What
from peyman.gui.i18n import Language
from peyman.gui.tasks import Progress
from peyman.gui.wording import isolated, joined, number
from peyman.release import differences
from peyman.release.differences import Differences
from peyman.release.source import Wanted
from peyman.release.splits import SPLITS, read_shares
from peyman.release.verify import verify
from peyman.release.writing import STEPS, Plan, Written, plan_release, write_release

translate = QCoreApplication.translate

_SPLIT_WORDS: Mapping[str, str] = dict(
    zip(
        SPLITS,
        (
            QT_TRANSLATE_NOOP("release", "Training"),
            QT_TRANSLATE_NOOP("release", "Validation"),
            QT_TRANSLATE_NOOP("release", "Test"),
        ),
        strict=True,
    )
)
_STEP_WORDS: Mapping[str, str] = dict(
    zip(
        STEPS,
        (
            QT_TRANSLATE_NOOP("release", "Reading the annotations…"),
            QT_TRANSLATE_NOOP("release", "Looking for articles that say nearly the same…"),
            QT_TRANSLATE_NOOP("release", "Measuring agreement…"),
            QT_TRANSLATE_NOOP("release", "Writing the articles…"),
            QT_TRANSLATE_NOOP("release", "Writing the other formats…"),
            QT_TRANSLATE_NOOP("release", "Writing the card…"),
        ),
        strict=True,
    )
)


def split_words(split: str) -> str:
    """Return the name of a split; an unknown one stays as it is."""
    return _tr(_SPLIT_WORDS[split]) if split in _SPLIT_WORDS else split


def step_words(step: str) -> str:
    """Return what is being done; "" for what is no step."""
    return _tr(_STEP_WORDS[step]) if step in _STEP_WORDS else ""


def _tr(text: str) -> str:
    return translate("release", text)


# Making -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wish:
    """How the person wants the release.

    Attributes:
        split: as `read_shares` takes it.
    """

    split: str
    seed: int
    group_by: str
    anonymise: bool
    licence: str


class _WatchedProject(Project):
    """A project that stops at the next article it is asked for when the person wants to."""

    progress: Progress | None = None

    def document(self, number: int) -> Document:
        if self.progress is not None:
            self.progress.step(0)
        return super().document(number)

    def apply(self, edit: Edit, *, undoes: int | None = None, redoes: int | None = None) -> int:
        self.progress = None  # the release is whole: too late to stop
        return super().apply(edit, undoes=undoes, redoes=redoes)


@contextlib.contextmanager
def _opened(path: Path, progress: Progress, *, read_only: bool = True) -> Iterator[Project]:
    with _WatchedProject.open(path, read_only=read_only) as project:
        project.progress = progress
        yield project


def group_keys(progress: Progress, path: Path) -> list[str]:
    """Return the keys of the metadata of articles with gold, by which these can be grouped."""
    keys: set[str] = set()
    with _opened(path, progress) as project:
        numbers = project.document_numbers()
        progress.begin(len(numbers))
        for at in numbers:
            progress.step()
            if any(info.kind == "gold" for info in project.set_infos(at)):
                keys |= {key for key, value in project.document(at).meta.items() if value not in (None, "", [])}
    return sorted(keys - {SPLIT_KEY})


def run_plan(progress: Progress, path: Path, wish: Wish) -> Plan:
    """Find out what would be released. Gold that is not finished is no obstacle here: the plan says so."""
    wanted = Wanted(
        read_shares(wish.split), wish.group_by, wish.seed, wish.anonymise, wish.licence, allow_open=True
    )
    with _opened(path, progress) as project:
        return plan_release(project, wanted, progress.reach)


def run_release(progress: Progress, path: Path, out: Path, plan: Plan) -> Written:
    """Write a release: all of it, or nothing when the person stops it."""
    with _opened(path, progress, read_only=not plan.edit.changes) as project:
        try:
            return write_release(project, out, plan, progress.reach)
        except OSError as error:
            raise exchange.worded(error, out) from error


# Checking -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a release.

    Attributes:
        different: from an earlier one; None if there is none, or one of them is too damaged to tell.
    """

    problems: list[PeymanError]
    different: Differences | None = None


def run_check(progress: Progress, folder: Path, earlier: Path | None) -> Checked:
    """Check a release, and compare it with an earlier one if that is given."""

    def reading(file: str) -> None:
        progress.step(0, file)

    try:
        problems = verify(folder, reading)
        if earlier is None:
            return Checked(problems)
        try:
            return Checked(problems, differences.compare(earlier, folder, reading))
        except PeymanError as error:
            return Checked([*problems, error])
    except OSError as error:
        raise exchange.worded(error, folder) from error


# In words -----------------------------------------------------------------------------------------------------------

SHOWN = 5  # names of articles in one line

_SCHEMA_WORDS: Mapping[What, str] = {
    "added": QT_TRANSLATE_NOOP("release", "Schema: {name} is new."),
    "removed": QT_TRANSLATE_NOOP("release", "Schema: {name} is taken out."),
    "retired": QT_TRANSLATE_NOOP("release", "Schema: {name} is offered no more."),
    "restored": QT_TRANSLATE_NOOP("release", "Schema: {name} is offered again."),
    "merged": QT_TRANSLATE_NOOP("release", "Schema: {name} becomes {after}."),
    "renamed": QT_TRANSLATE_NOOP("release", "Schema: {name} was called {before} and is called {after}."),
    "rule": QT_TRANSLATE_NOOP("release", "Schema: the rule of {name} is another one."),
    "key": QT_TRANSLATE_NOOP("release", "Schema: the key of {name} is another one."),
    "color": QT_TRANSLATE_NOOP("release", "Schema: the colour of {name} is another one."),
    "required": QT_TRANSLATE_NOOP("release", "Schema: whether {name} is required has changed."),
    "other": QT_TRANSLATE_NOOP("release", "Schema: what {name} applies to has changed."),
}
_SAID: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("release", "Title: {before} before, {after} now."),
    "version": QT_TRANSLATE_NOOP("release", "Version: {before} before, {after} now."),
    "licence": QT_TRANSLATE_NOOP("release", "Licence: {before} before, {after} now."),
    "anonymised": QT_TRANSLATE_NOOP("release", "Names hidden: {before} before, {after} now."),
    "complete": QT_TRANSLATE_NOOP("release", "Gold finished: {before} before, {after} now."),
    "program": QT_TRANSLATE_NOOP("release", "Made by: {before} before, {after} now."),
    "annotators": QT_TRANSLATE_NOOP("release", "Annotators: {before} before, {after} now."),
}
_FIGURES: Mapping[str, str] = {
    "exact F1": QT_TRANSLATE_NOOP("release", "exact F1"),
    "relaxed F1": QT_TRANSLATE_NOOP("release", "relaxed F1"),
}
_ANSWERS = {"yes": QT_TRANSLATE_NOOP("release", "yes"), "no": QT_TRANSLATE_NOOP("release", "no")}


def difference_lines(found: Differences, language: Language) -> list[str]:
    """Return what changed from one release to the next, a sentence a line; one line if nothing did."""
    lines = [*_articles(found, language), *_annotations(found, language), *_rest(found, language)]
    return lines or [translate("release", "Nothing changed from one to the other.")]


def _articles(found: Differences, language: Language) -> Iterator[str]:
    for sentence, names in (
        (translate("release", "Articles that are new: {count} ({names})"), found.added),
        (translate("release", "Articles that are gone: {count} ({names})"), found.removed),
    ):
        if names:
            few = [*map(isolated, names[:SHOWN]), *(["…"] if len(names) > SHOWN else [])]
            yield sentence.format(count=number(len(names)), names=joined(few, language.code))
    for name, before, after in found.moved:
        yield translate("release", "{name} moved from “{before}” to “{after}”, which no article should.").format(
            name=isolated(name), before=split_words(before), after=split_words(after)
        )
    for before, after in found.renamed:
        sentence = translate("release", "{before} is called {after} now.")
        yield sentence.format(before=isolated(before), after=isolated(after))
    if found.articles_changed:
        sentence = translate("release", "Articles that are annotated otherwise: {count}")
        yield sentence.format(count=number(found.articles_changed))


def _annotations(found: Differences, language: Language) -> Iterator[str]:
    kinds = (
        (translate("release", "{count} added"), found.gained),
        (translate("release", "{count} removed"), found.lost),
        (translate("release", "{count} changed inside"), found.altered),
    )
    for name in sorted({name for _, counts in kinds for name in counts}):
        parts = [words.format(count=number(counts[name])) for words, counts in kinds if counts[name]]
        yield f"{isolated(name)}: {joined(parts, language.code)}"
    for (layer, before, after), count in sorted(found.relabelled.items()):
        yield translate("release", "{layer}: {count} from {before} to {after}").format(
            layer=isolated(layer), count=number(count), before=isolated(before), after=isolated(after)
        )


def _rest(found: Differences, language: Language) -> Iterator[str]:
    for one in found.schema:
        names = {"name": str(one.entry), "before": one.before or "—", "after": one.after or "—"}
        yield _tr(_SCHEMA_WORDS[one.what]).format(**{key: isolated(name) for key, name in names.items()})
    for of, figure, old, new in found.agreement:
        yield translate("release", "Agreement, {what}, {figure}: {before} before, {after} now.").format(
            what=_measured(of), figure=isolated(_tr(_FIGURES.get(figure, figure))),
            before=_figure(old, language), after=_figure(new, language),
        )  # fmt: skip
    for name, before, after in found.said:
        shown = [_tr(_ANSWERS[value]) if value in _ANSWERS else isolated(value) for value in (before, after)]
        yield _tr(_SAID[name]).format(before=shown[0], after=shown[1])


def _measured(of: str) -> str:
    """Return what a figure is of, which a release says in English."""
    if of == "sentence with a commitment":
        return translate("release", "sentence with a commitment")
    who, against, layer = of.rpartition(" against gold, ")
    if against:
        sentence = translate("release", "{who} against gold, {layer}")
        return sentence.format(who=isolated(who), layer=isolated(layer))
    return isolated(of)


def _figure(value: float | None, language: Language) -> str:
    return "—" if value is None else language.digits(value, 2)
