"""Projects that are dealt out, worked on elsewhere and merged again, for the tests of all that."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.making import TEXT, article, label, make_project
from peyman.core.edits import Change, Edit, Editor
from peyman.core.errors import PeymanError
from peyman.core.merge import merge, plan_merge
from peyman.core.merge_plan import MergePlan, MergeReport, Status
from peyman.core.model import Decision, Document, Input, Place, new_id
from peyman.core.packs import hand_in, plan_packs, write_packs
from peyman.core.project import Project

PEOPLE = ("سارا", "علی‌رضا", "مینا")


def articles(count: int) -> list[Document]:
    """Articles with the same words and different ends."""
    return [article(f"{number}.txt", f"{TEXT}\n{'پایان ' * number}") for number in range(1, count + 1)]


def dealt(path: Path, count: int = 3, people: Sequence[str] = PEOPLE) -> tuple[Project, dict[str, Path]]:
    """A curator's project of which everybody has got every article, and the files they got."""
    project = make_project(path, *articles(count), annotator="داور")
    plan = plan_packs(project, people, overlap=len(people), share=1.0)
    packs = write_packs(project, plan, path.parent / "packs")
    assert packs is not None
    return project, {pack.annotator: pack.path for pack in packs}


def editor_of(project: Project, number: int = 1) -> Editor:
    return Editor(project.document(number), project.own_set(number), project.schema)


def annotate(
    path: Path, number: int = 1, start: int = 0, end: int = 13, name: str = "PER", *, done: bool = False
) -> None:
    """Label something in a file that was dealt out, and perhaps finish the article."""
    with Project.open(path) as pack:
        label(pack, start, end, name, number)
        if done:
            pack.apply(editor_of(pack, number).set_state("finished"))


def copied(path: Path, name: str) -> Path:
    """A copy of a closed file, as it is now."""
    target = path.with_name(name)
    shutil.copy(path, target)
    return target


def handed_in(path: Path, name: str = "") -> Path:
    """What is handed in of a file, as it is now."""
    out = path.with_name(name or f"{path.stem}.submission")
    with Project.open(path) as pack:
        return hand_in(pack, out).path


def planned(project: Project, *paths: Path, names: Mapping[str, str] | None = None) -> MergePlan:
    plan = plan_merge(project, paths, names=names)
    assert plan is not None
    return plan


def merged(project: Project, *paths: Path, names: Mapping[str, str] | None = None) -> MergeReport:
    with planned(project, *paths, names=names) as plan:
        report = merge(project, plan)
        assert report is not None
        return report


def statuses(project: Project, *paths: Path) -> dict[tuple[str, str], Status]:
    """What a merge would do, by annotator and article."""
    with planned(project, *paths) as plan:
        return {(one.annotator, one.document): one.status for file in plan.files for one in file.sets}


def refusal(project: Project, path: Path) -> PeymanError | None:
    """Why a file is refused; None if it is not."""
    with planned(project, path) as plan:
        return plan.files[0].refusal


def held(project: Project) -> dict[tuple[str, str], list[object]]:
    """What is shown of everybody's sets, by annotator and article; without what a merge itself makes up."""
    found: dict[tuple[str, str], list[object]] = {}
    for number in project.document_numbers():
        for info in project.set_infos(number):
            one = project.annotation_set(info.number)
            records = [*one.annotations.values(), *one.rejections.values()]
            found[info.annotator, project.document(number).name] = [one.id, one.state, records]
    return found


def decide(project: Project, number: int = 1) -> Decision:
    """Put an entity into gold, in one edit with the decision that it comes from."""
    document_id = project.document_id(number)
    assert document_id is not None
    quote = project.document(number).text[0:13]
    decision = Decision(
        new_id(), document_id, new_id(), None, "span", "entity", "", (Input(new_id(), None, ""),), "settled", "take",
        (Place("PER", 0, 13, (), {"canon": quote}),), "human", "داور", 1_700_000_000_000, "overlooked", "روشن", (),
    )  # fmt: skip
    project.apply(Edit("decide", (Change(0, None, decision),)))
    return decision
