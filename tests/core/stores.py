"""Project files as text: a dump for each released format, made once and never changed.

After a change of format, `python -m core.stores` in the folder `tests` writes `tests/data/stores/vN.sql`, N being
`FORMAT_VERSION`. Tests load every dump, open it, and look for the story told here.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from core.dealing import decide, handed_in, merged
from core.making import RUSSIAN, TEXT, article, make_project
from peyman.core.edits import Change, Edit, Editor, History, combined, set_project_info
from peyman.core.migrations import FORMAT_VERSION
from peyman.core.model import (
    Annotation,
    AnnotationSet,
    DocumentLabel,
    Intended,
    Relation,
    SetState,
    Span,
    derived_id,
    new_id,
)
from peyman.core.packs import plan_packs, write_packs
from peyman.core.project import Project

MARKS = ("application_id", "user_version")
FOLDER = Path(__file__).parents[1] / "data" / "stores"


def tell(path: Path) -> None:
    """Make a project with a bit of everything: two people and gold, every kind of edit, undone and redone."""
    first = replace(article(title="وعدهٔ پل"), meta={"outlet": "ایرنا", "parties": ["GPE:IR"]}, foreign={"x": 1})
    second = replace(article("b.txt", RUSSIAN, "Мост через реку"), language="ru", direction="ltr")
    with make_project(path, first, second) as project:
        _work_of_sara(project)
        with project.batch("import"):
            project.add_set(1, _gold(project))
        project.work_as("علی‌رضا")
        _do(project, 2, lambda editor: editor.add_span("entity", "ROLE", 0, 10))
        _do(project, 2, lambda editor: editor.remove(editor.annotations.spans[0]))
        _do(project, 2, lambda editor: editor.set_state("skipped", "به روسی"))
        project.work_as("سارا")


def _do(project: Project, number: int, build: Callable[[Editor], Edit]) -> Edit:
    edit = build(Editor(project.document(number), project.own_set(number), project.schema))
    assert project.apply(edit)
    return edit


def _work_of_sara(project: Project) -> None:
    def spans(layer: str, number: int = 1) -> list[Span]:
        return [span for span in project.own_set(number).spans if span.layer == layer]

    _do(project, 1, lambda editor: editor.add_span("entity", "ORG", 0, 13, attributes={"canon": "احمدی", "sub": "gov"}))
    _do(project, 1, lambda editor: editor.relabel(spans("entity")[0], "PER"))
    _do(project, 1, lambda editor: editor.set_note(spans("entity")[0], "نام کامل"))
    _do(project, 1, lambda editor: editor.set_doubt(spans("entity")[0], "شاید ROLE"))
    _do(project, 1, lambda editor: editor.add_span("commitment", "plan", 47, 89))
    _do(project, 1, lambda editor: editor.move_span(spans("commitment")[0], 47, 88))
    _do(project, 1, lambda editor: editor.set_attributes(spans("commitment")[0], {"sectors": ["trade"]}))
    _do(project, 1, lambda editor: editor.fill_role(spans("commitment")[0], "source", spans("entity")[0]))
    _do(project, 1, lambda editor: editor.fill_role_with_text(spans("commitment")[0], "amount", 50, 57))
    _do(project, 1, lambda editor: editor.set_document_label("mode", "in_person"))
    _do(project, 2, lambda editor: combined("several", [
        editor.add_span("entity", "ROLE", 0, 10, fragments=((0, 4), (6, 10))),
        editor.add_span("entity", "DATE", 36, 45, origin="gazetteer"),
    ]))  # fmt: skip
    _do(project, 1, lambda editor: editor.reject("entity", "GPE", 14, 20, "gazetteer", "ORG"))
    _do(project, 2, lambda editor: editor.set_document_info(meta={"date": "2025-11-21"}))
    settings = {"control_share": 0.2, "control_seed": "x"}
    assert project.apply(set_project_info(project.info, guidelines="# راهنما", settings=settings))
    meant = Intended(new_id(), "فارس", ("GPE", "ORG"))
    assert project.apply(Edit("mark_intended", (Change(0, None, meant),)))
    _do(project, 1, lambda editor: editor.set_article_doubt("منبع"))
    _work_of_mina(project)
    decide(project)
    project.add_active_time(project.own_set(1).number, "2026-11-22", 90)
    _do(project, 1, lambda editor: editor.set_state("finished"))
    _do(project, 2, lambda editor: editor.add_span("entity", "DOC", 65, 75))
    _do(project, 2, lambda editor: editor.remove(spans("entity", 2)[0]))
    history = History(project)
    for turn in (history.undo, history.undo, history.undo, history.redo):
        assert turn() is not None


def _work_of_mina(project: Project) -> None:
    """Deal an article out, and merge what was done about it."""
    with TemporaryDirectory() as folder:
        packs = write_packs(project, plan_packs(project, ["مینا"], seed=1), Path(folder))
        assert packs is not None
        with Project.open(packs[0].path) as pack:
            _do(pack, 1, lambda editor: editor.add_span("entity", "GPE", 35, 40))
            _do(pack, 1, lambda editor: editor.relabel(editor.annotations.spans[0], "PER"))
            _do(pack, 1, lambda editor: editor.set_state("finished"))
        merged(project, handed_in(packs[0].path))


def _gold(project: Project) -> AnnotationSet:
    def number(order: int) -> UUID:
        return derived_id(order, "gold")

    commitment = Span(number(0), "commitment", "pledge", 47, 89, TEXT[47:89], source_id="C1", foreign={"score": 0.5})
    person = Span(number(1), "entity", "PER", 0, 13, TEXT[0:13], source_id="E1")
    role = Relation(number(2), "role", "committer", commitment.id, person.id, "روشن است", "R1", {"by": "x"})
    answer = DocumentLabel(number(3), "document", "parties", ["GPE:IR", "GPE:AZ"], "D1", {"sure": True})
    annotations: list[Annotation] = [commitment, person, role, answer]
    state = SetState(new_id(), "finished")
    by_id = {annotation.id: annotation for annotation in annotations}
    return AnnotationSet(state.id, 0, project.document(1).id, "داور", "gold", state, by_id, {"tool": "x"})


def dump(path: Path) -> str:
    """Return a project file as SQL."""
    with closing(sqlite3.connect(path)) as raw:
        marks = [f"PRAGMA {name} = {raw.execute(f'PRAGMA {name}').fetchone()[0]};" for name in MARKS]
        return "\n".join([*marks, *raw.iterdump()]) + "\n"


def load(sql: str, path: Path) -> None:
    """Make a project file of a dump."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(sql)


def main() -> None:
    target = FOLDER / f"v{FORMAT_VERSION}.sql"
    with TemporaryDirectory() as folder:
        path = Path(folder, "story.peyman")
        tell(path)
        with target.open("x", encoding="utf-8", newline="") as stream:
            stream.write(dump(path))


if __name__ == "__main__":
    main()
