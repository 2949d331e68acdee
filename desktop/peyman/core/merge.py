"""Merging what came back: annotation sets of other files, with all their history, shown here beside one's own.

Two things are kept apart. What is *known* of a set is its log, which only ever grows: of two files the one whose
history continues the other's brings the rest of it, so files may come in any order and any number of times. What is
*shown* is the set as it was at one step of that log, and which step that is, is a record like any other (`Received`):
a merge is an edit of these records, and undoing it shows what was shown before. A history that splits off from the one
known here (a backup that was restored and worked on) is reported and left alone, as is whatever was made in this file.

`plan_merge` looks at the files and says what would come in; `merge` does it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .arriving import Comparison
from .edits import Change
from .errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from .gathering import Gathering, at_once
from .inspection import Inspected, StoppedError, inspect, printable
from .journal import now
from .merge_plan import COMES_IN, FilePlan, MergePlan, MergeReport
from .model import Received, Submission, derived_id
from .project import Project

MESSAGES |= {
    "merge_itself": QT_TRANSLATE_NOOP("errors", "“{path}” is this very project. Choose the files that came back."),
    "merge_project": QT_TRANSLATE_NOOP(
        "errors", "“{path}” belongs to another project. Choose files that were dealt out from this one."
    ),
    "merge_name": QT_TRANSLATE_NOOP(
        "errors", "Nobody called “{name}” is known here, so nobody can be taken for “{name}”. There are: {names}."
    ),
}

Progress = Callable[[int, int, str], None]  # files done, files in all, which one is at work


def plan_merge(
    project: Project,
    paths: Sequence[Path],
    *,
    names: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergePlan | None:
    """Check the files and say what merging them would do; the project is only read.

    Args:
        names: whom to take an annotator for who is unknown here: name in the files → name here.

    Returns:
        The plan, or None if it was cancelled. What is wrong with a file stands in the plan.

    Raises:
        PeymanError: `merge_name`; `project_unreadable`.
    """
    for name in (names or {}).values():
        if name not in project.annotators:
            raise PeymanError("merge_name", name=name, names=", ".join(project.annotators))
    folder = TemporaryDirectory(prefix="peyman-merge-")
    try:
        plans, copies = _inspect_all(project, paths, Path(folder.name), progress, cancelled)
        # In whatever order they were chosen, the same of two people of one name keeps it.
        files = sorted(copies.values(), key=lambda one: str(one.origin_id))
        found = Comparison(project, files, names or {}, cancelled).plans()
        return MergePlan(tuple(found.get(plan.path, plan) for plan in plans), copies, folder)
    except BaseException as error:
        folder.cleanup()
        if isinstance(error, StoppedError):
            return None
        raise


def merge(
    project: Project,
    plan: MergePlan,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergeReport | None:
    """Bring in what a plan says, as one step of undo.

    Returns:
        What was done, or None if it was cancelled; nothing is shown then that was not before.

    Raises:
        PeymanError: `edit_stale` when the project has changed since it was planned, `project_io`,
            `project_read_only`. Nothing is shown then that was not before.
    """
    accepted = {file.path: file for file in plan.files if file.brings}
    changes = list(_changes(accepted.values(), plan.copies))
    if not changes:
        return MergeReport(0, plan.files, 0)
    step = done = 0
    try:
        for group in at_once(list(accepted)):
            last = done + len(group) == len(accepted)
            sources = {f"file{number}": plan.copies[path] for number, path in enumerate(group)}
            # What is learned shows nowhere until the last step says so; only that one can be undone.
            with Gathering(project, sources, cancelled) as gathering, project.batch("merge", undoable=last) as step:
                for source, inspected in sources.items():
                    if progress is not None:
                        progress(done, len(accepted) + 1, inspected.path.name)
                    if cancelled():
                        raise StoppedError
                    try:
                        gathering.learn(source, accepted[inspected.path])
                    except sqlite3.IntegrityError as error:  # what no check of its own finds, such as rows that repeat
                        reason = printable(str(error))
                        raise PeymanError("inspect_damaged", path=inspected.path, reason=reason) from None
                    done += 1
                if last:
                    if progress is not None:
                        progress(done, len(accepted) + 1, "")
                    project.write(changes)
        return MergeReport(step, plan.files, sum(isinstance(c.after, Received) for c in changes))
    except PeymanError:
        if cancelled():
            return None
        raise
    except StoppedError:
        return None


def _inspect_all(
    project: Project,
    paths: Sequence[Path],
    folder: Path,
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> tuple[list[FilePlan], dict[Path, Inspected]]:
    plans: list[FilePlan] = []
    copies: dict[Path, Inspected] = {}
    passed = {one.sha256 for one in project.records(Submission)}
    different = list(dict.fromkeys(paths))
    for number, path in enumerate(different):
        if progress is not None:
            progress(number, len(different), path.name)
        place = folder / str(number)
        place.mkdir()
        try:
            if path.exists() and path.samefile(project.path):
                raise PeymanError("merge_itself", path=path)
            inspected = inspect(path, place, passed=passed, cancelled=cancelled)
            if inspected.project_id != project.info.id:
                raise PeymanError("merge_project", path=path)
        except PeymanError as refusal:
            plans.append(FilePlan(path, refusal))
            continue
        copies[path] = inspected
        plans.append(FilePlan(path))
    return plans, copies


def _changes(files: Iterable[FilePlan], copies: Mapping[Path, Inspected]) -> Iterator[Change]:
    at = now()
    kept: set[str] = set()
    for file in files:
        for one in file.sets:
            if one.status in COMES_IN:
                yield Change(0, Received(one.set_id, one.shown), Received(one.set_id, one.revision))
        if not file.merged_before and file.sha256 not in kept:
            kept.add(file.sha256)
            name = file.path.name.encode(errors="replace").decode()  # a name need not be text
            origin = copies[file.path].origin_id
            key = derived_id(0, "submission", file.sha256)
            yield Change(0, None, Submission(key, printable(name), file.sha256, origin, at))
