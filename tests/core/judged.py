"""A project in which three people have finished the sample articles, and gold is there: for figures and feedback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.annotating import DOCUMENT, answers, sample
from core.making import default_schema, make_project
from peyman.core.adjudication import Disagreement, decide, gold_of
from peyman.core.decisions import Ruling
from peyman.core.docket import Docket
from peyman.core.gold import gold_edit
from peyman.core.model import AnnotationSet, Decision, SetState, State, new_id
from peyman.core.project import Project
from peyman.core.rehearsal import make_differences

PEOPLE = ("رضا", "سارا", "مینا")
CURATOR = "داور"


def judged(path: Path, seed: int = 3) -> Project:
    """The sample articles with everybody's differences and their gold; open."""
    project = make_project(path, annotator=CURATOR)
    with project.batch("import"):
        for article in sample():
            number = project.add_document(article.document)
            for one in make_differences(article, PEOPLE, project.schema, seed):
                project.add_set(number, one)
            assert article.annotations is not None
            project.add_set(number, as_gold(article.annotations))
    return project


def as_gold(given: AnnotationSet, state: State = "finished") -> AnnotationSet:
    number = new_id()
    return replace(given, id=number, number=0, annotator=CURATOR, kind="gold", state=SetState(number, state))


def settled_by(project: Project, *sets: AnnotationSet, said: dict[str, tuple[str, str]]) -> None:
    """Put the sets on one article into a project and settle all between them as the first one has it.

    `said` gives the reason and the comment for each kind of disagreement.
    """
    with project.batch("import"):
        number = project.add_document(DOCUMENT)
        for one in sets:
            project.add_set(number, one)
        project.add_set(number, as_gold(answers(CURATOR)))
    infos = project.set_infos(number)
    held = [project.annotation_set(info.number) for info in infos if info.kind == "annotation"]
    docket = Docket(DOCUMENT, held, (), default_schema())
    made: list[Decision] = []
    first = sets[0].annotator
    while left := gold_of(docket).left:
        decision = _as(left[0], first, said, len(made) + 1)
        made.append(decision)
        docket = docket.adding(decision)
    gold = next(project.annotation_set(info.number) for info in infos if info.kind == "gold")
    project.apply(gold_edit(gold, gold_of(docket).annotations, decisions=made))


def _as(one: Disagreement, annotator: str, said: dict[str, tuple[str, str]], at: int) -> Decision:
    reason, comment = said.get(one.kind, ("", ""))
    answer = next((m.answer for m in one.cluster.members if m.annotator == annotator), None)
    return decide(one, answer, Ruling(CURATOR, at, reason=reason, comment=comment))
