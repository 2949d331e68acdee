"""Dealing out: every article to somebody, evenly and always alike; later packs; handing in; who is how far."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dealing import PEOPLE, annotate, articles, dealt, decide, editor_of, handed_in, held, merged
from core.disks import as_anybody, posix_only
from core.making import RUSSIAN, article, default_schema, entity, label, make_project, names_in, refused
from peyman.core.edits import Change, Edit, History, set_project_info
from peyman.core.gold import gold_edit
from peyman.core.lock import FileLock
from peyman.core.model import AnnotationSet, Assignment, Decision, Document, Filling, SetState, new_id
from peyman.core.packs import PackPlan, hand_in, plan_packs, shares_of, update_pack, write_packs
from peyman.core.project import Project
from peyman.core.schema import parse_schema


def various(count: int) -> list[Document]:
    """Articles of several outlets and lengths, a few in Russian."""
    found = []
    for number in range(count):
        text = f"{RUSSIAN if number % 5 == 4 else 'خبر'} {number} " * (1 + number * 7 % 11)
        made = article(f"{number:02}.txt", text.strip())
        outlet = ("ایرنا", "ایسنا", "")[number % 3]
        made = replace(made, meta={"outlet": outlet} if outlet else {})
        found.append(replace(made, language="ru", direction="ltr") if number % 5 == 4 else made)
    return found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with forty articles, for planning only."""
    return make_project(tmp_path_factory.mktemp("many") / "many.peyman", *various(40), annotator="داور")


# Who gets what ---------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    people=st.integers(1, 7),
    overlap=st.integers(1, 7),
    share=st.floats(0, 1),
    seed=st.integers(0, 99),
    by=st.sampled_from(["", "language", "outlet"]),
)
def test_every_article_goes_to_somebody_and_everybody_gets_alike(
    many: Project, people: int, overlap: int, share: float, seed: int, by: str
) -> None:
    names = [f"نفر {number}" for number in range(people)]
    overlap = min(overlap, people)
    plan = plan_packs(many, names, overlap=overlap, share=share, seed=seed, by=by)
    assert [deal.document for deal in plan.deals] == [f"{number:02}.txt" for number in range(40)]
    shared = [deal for deal in plan.deals if len(deal.annotators) > 1]
    assert len(shared) == (round(share * 40) if overlap > 1 else 0)
    for deal in plan.deals:
        assert len(set(deal.annotators)) == len(deal.annotators) == (overlap if deal in shared else 1)
    groups = {deal.group for deal in plan.deals}
    assert bool(by) == (len(groups) > 1)
    for group in groups:
        for among in (shared, [deal for deal in plan.deals if deal not in shared]):
            counts = [sum(name in d.annotators for d in among if d.group == group) for name in names]
            assert max(counts) - min(counts) <= 1
    for load in plan.loads:
        own = plan.of(load.annotator)
        assert (load.articles, load.shared) == (len(own), sum(deal in shared for deal in own))
        assert load.length == sum(deal.length for deal in own)
        assert load.groups == Counter(deal.group for deal in own)
        assert load.before == 0


def test_the_same_seed_deals_alike_however_the_articles_came(many: Project, path: Path) -> None:
    def dealt_by(project: Project, seed: int) -> dict[str, tuple[str, ...]]:
        return {deal.document: deal.annotators for deal in plan_packs(project, PEOPLE, share=0.5, seed=seed).deals}

    with make_project(path, *reversed(various(40))) as other:
        assert dealt_by(many, 7) == dealt_by(many, 7) == dealt_by(other, 7)
    assert dealt_by(many, 7) != dealt_by(many, 8)


def test_the_reading_is_spread_evenly(many: Project) -> None:
    for seed in range(5):
        plan = plan_packs(many, PEOPLE, share=0.3, seed=seed)
        lengths = [load.length for load in plan.loads]
        longest = max(deal.length for deal in plan.deals)
        assert max(lengths) - min(lengths) <= longest


def test_those_who_share_articles_are_mixed(many: Project) -> None:
    names = [f"نفر {number}" for number in range(4)]
    plan = plan_packs(many, names, overlap=2, share=1.0)
    pairs = Counter(deal.annotators for deal in plan.deals)
    assert len(pairs) == 6
    assert max(pairs.values()) - min(pairs.values()) <= 6


def test_one_person_alone_shares_nothing(many: Project) -> None:
    plan = plan_packs(many, ["سارا"])
    assert plan.shared == 0
    assert len(plan.of("سارا")) == 40


@pytest.mark.parametrize(
    ("names", "more", "code"),
    [
        ([], {}, "pack_nobody"),
        (["سارا", "سارا"], {}, "pack_names"),
        (["سارا", " "], {}, "annotator_name"),
        (["سارا", "gold"], {}, "annotator_reserved"),
        (["سارا", "مینا"], {"overlap": 3}, "pack_overlap"),
        (["سارا", "مینا"], {"overlap": 0}, "pack_overlap"),
        (["سارا", "مینا"], {"share": 1.5}, "pack_share"),
        (["سارا", "مینا"], {"share": float("nan")}, "pack_share"),
        (["سارا", "مینا"], {"by": "section"}, "pack_by"),
    ],
)
def test_what_cannot_be_dealt_is_refused(many: Project, names: list[str], more: dict[str, object], code: str) -> None:
    with refused(code):
        plan_packs(many, names, **more)  # type: ignore[arg-type]


# The files -------------------------------------------------------------------------------------------------------


def write(project: Project, plan: PackPlan, *updating: Path) -> dict[str, Path]:
    packs = write_packs(project, plan, project.path.parent / "packs", updating=updating)
    assert packs is not None
    return {pack.annotator: pack.path for pack in packs}


def test_a_pack_holds_just_what_its_annotator_needs(path: Path) -> None:
    with make_project(path, *various(12), annotator="داور") as project:
        label(project, 0, 3)
        settings_ = {"control_share": 0.3, "control_seed": "s"}
        project.apply(set_project_info(project.info, guidelines="# راهنما", settings=settings_))
        plan = plan_packs(project, PEOPLE, share=0.5, seed=3)
        packs = write(project, plan)
        assert names_in(path.parent / "packs") == sorted(f"{name}.peyman" for name in PEOPLE)
        origins = {project.origin_id}
        for name, file in packs.items():
            with Project.open(file) as pack:
                assert (pack.annotator, pack.annotators) == (name, [name])
                assert pack.annotator_id(name) == project.annotator_id(name)
                assert pack.info.id == project.info.id
                origins.add(pack.origin_id)
                assert (pack.schema.sha256, pack.info.guidelines) == (project.schema.sha256, "# راهنما")
                numbers = pack.document_numbers()
                assert [pack.document(n).name for n in numbers] == [deal.document for deal in plan.of(name)]
                for deal, number in zip(plan.of(name), numbers, strict=True):
                    assert pack.document(number) == project.document(deal.document_number)
                    assert pack.is_shared(number) == (len(deal.annotators) > 1)
                assert pack.info.settings["control_share"] == 0.3
                assert pack.counts()["annotation_sets"] == 0
                assert History(pack).next_undo() is None
                assert pack.check() == []
            assert file.read_bytes()[18:20] == b"\1\1"
        assert len(origins) == 4
        for deal in plan.deals:
            assert project.is_shared(deal.document_number) == (len(deal.annotators) > 1)


def test_who_got_what_is_remembered_as_one_step(path: Path) -> None:
    with make_project(path, *various(6), annotator="داور") as project:
        plan = plan_packs(project, PEOPLE, share=0.5)
        packs = write(project, plan)
        ids = {project.annotator_id(name): name for name in PEOPLE}
        found = {(project.number_by_id(one.document_id), ids[one.annotator_id]) for one in project.records(Assignment)}
        assert found == {(deal.document_number, name) for deal in plan.deals for name in deal.annotators}
        origins = {one.pack_id for one in project.records(Assignment)}
        with Project.open(packs["سارا"]) as pack:
            assert pack.origin_id in origins
        shares = {share.annotator: share for share in shares_of(project)}
        for load in plan.loads:
            share = shares[load.annotator]
            assert (share.assigned, share.shared) == (load.articles, load.shared)
            assert (share.handed_back, share.finished, share.skipped, share.last_merged_at) == (0, 0, 0, None)
        undone = History(project).undo()
        assert undone is not None
        assert undone.name == "assign"
        assert project.records(Assignment) == []
        assert shares_of(project) == []
        assert not any(project.is_shared(number) for number in project.document_numbers())
        History(project).redo()
        assert {share.annotator: share for share in shares_of(project)} == shares
        assert project.check() == []


def test_what_comes_back_is_counted(path: Path) -> None:
    project, packs = dealt(path, 3)
    with project:
        annotate(packs["سارا"], 1, done=True)
        annotate(packs["سارا"], 2)
        with Project.open(packs["مینا"]) as pack:
            pack.apply(editor_of(pack, 3).set_state("skipped", "تکراری"))
        merged(project, handed_in(packs["سارا"]), packs["مینا"])
        shares = {share.annotator: share for share in shares_of(project)}
        assert (shares["سارا"].assigned, shares["سارا"].handed_back, shares["سارا"].finished) == (3, 2, 1)
        assert (shares["مینا"].handed_back, shares["مینا"].skipped) == (1, 1)
        assert shares["سارا"].last_merged_at is not None
        assert (shares["علی‌رضا"].handed_back, shares["علی‌رضا"].last_merged_at) == (0, None)


def test_dealing_again_deals_only_what_is_new(path: Path) -> None:
    with make_project(path, *various(6), annotator="داور") as project:
        first = write(project, plan_packs(project, PEOPLE, share=0.5))
        before = {name: file.read_bytes() for name, file in first.items()}
        with refused("pack_nothing"):
            plan_packs(project, PEOPLE)
        with project.batch("import"):
            for document in various(10)[6:]:
                project.add_document(document)
        plan = plan_packs(project, [*PEOPLE, "نو"])
        assert [deal.document for deal in plan.deals] == [f"{number:02}.txt" for number in range(6, 10)]
        assert {load.annotator: load.before > 0 for load in plan.loads} == {**dict.fromkeys(PEOPLE, True), "نو": False}
        second = write(project, plan)
        assert not set(second.values()) & set(first.values())
        assert {name: file.read_bytes() for name, file in first.items()} == before
        assert len(project.records(Assignment)) == sum(load.articles + load.before for load in plan.loads)
        for name, file in second.items():
            with Project.open(file) as pack:
                assert pack.annotator_id(name) == project.annotator_id(name)
                assert len(pack.document_numbers()) == len(plan.of(name))


def test_a_file_at_work_gets_what_is_new_and_keeps_what_is_in_it(path: Path) -> None:
    project, packs = dealt(path, 2, ["سارا", "مینا"])
    with project:
        annotate(packs["سارا"], 1, done=True)
        with Project.open(packs["سارا"]) as pack:
            before, origin = held(pack), pack.origin_id
            with pack.batch("import"):
                pack.add_document(article("3.txt", "متن خود او"))
        with project.batch("import"):
            for document in articles(6)[2:]:
                project.add_document(document)
        changed = parse_schema(default_schema().body + "\n# نسخهٔ تازه\n", "schema")
        info = project.info
        project.apply(
            set_project_info(info, schema_number=project.keep_schema(changed), guidelines="# تازه",
                             settings={**info.settings, "control_share": 0.4})
        )  # fmt: skip
        plan = plan_packs(project, ["سارا", "مینا"], share=0.5)
        written = write_packs(project, plan, path.parent / "packs", updating=[packs["سارا"]])
        assert written is not None
        assert [(pack.annotator, pack.updated) for pack in written] == [("مینا", False), ("سارا", True)]
        mine = written[1]
        assert (mine.articles, mine.schema_changed, mine.guidelines_changed) == (len(plan.of("سارا")), True, True)
        with Project.open(packs["سارا"]) as pack:
            names = [pack.document(number).name for number in pack.document_numbers()]
            new = [deal.document for deal in plan.of("سارا")]
            assert names == ["1.txt", "2.txt", "3.txt", *("3.txt (2)" if name == "3.txt" else name for name in new)]
            assert held(pack) == before
            assert pack.origin_id == origin
            assert pack.schema.sha256 == changed.sha256
            assert (pack.info.guidelines, pack.setting("control_share")) == ("# تازه", 0.4)
            step = History(pack).next_undo()
            assert step is not None
            assert step.name == "set_state"
            assert pack.check() == []
        again = update_pack(project, packs["سارا"])
        assert (again.articles, again.schema_changed, again.guidelines_changed) == (0, False, False)
        merged(project, packs["سارا"])
        assert list(held(project)) == [("سارا", "1.txt")]


def test_files_that_are_not_ours_to_add_to_are_refused(path: Path) -> None:
    project, packs = dealt(path, 1, ["سارا"])
    with project:
        other = make_project(path.with_name("other.peyman"), *articles(2))
        other.close()
        sealed = handed_in(packs["سارا"])
        with Project.open(packs["سارا"]) as pack:
            pack.work_as("رضا")
        stranger = path.with_name("stranger.peyman")
        stranger.write_bytes(packs["سارا"].read_bytes())
        with closing(sqlite3.connect(stranger)) as raw, raw:
            raw.execute("UPDATE annotator SET annotator_id = randomblob(16)")
        for file, code in (
            (other.path, "pack_foreign"), (path, "inspect_torn"), (sealed, "pack_sealed"), (stranger, "pack_stranger"),
            (path.with_name("missing"), "project_missing"),
        ):  # fmt: skip
            before = file.read_bytes() if file.exists() else b""
            with refused(code, "inspect_open"):
                update_pack(project, file)
            assert not file.exists() or file.read_bytes() == before


@pytest.mark.parametrize("name", ["a/b", "..", "x\u200cy", "نام: «او»؟", "a\\b|c"])
def test_any_name_becomes_a_file_of_the_folder(path: Path, name: str) -> None:
    with make_project(path, *articles(1)) as project:
        packs = write(project, plan_packs(project, [name]))
        assert packs[name].parent == path.parent / "packs"
        assert names_in(path.parent / "packs") == [packs[name].name]
        with Project.open(packs[name]) as pack:
            assert pack.annotator == name


def test_names_that_make_one_file_name_make_two_files(path: Path) -> None:
    with make_project(path, *articles(2)) as project:
        packs = write(project, plan_packs(project, ["a?", "a*"]))
        assert sorted(file.name for file in packs.values()) == ["a_-2.peyman", "a_.peyman"]


# Nothing half done -----------------------------------------------------------------------------------------------


def test_cancelling_leaves_no_files_and_no_memory(path: Path) -> None:
    with make_project(path, *articles(4)) as project:
        plan = plan_packs(project, PEOPLE, share=1.0)
        for patience in range(8):
            asked = iter(range(patience))
            out = path.parent / "packs"
            assert write_packs(project, plan, out, cancelled=lambda: next(asked, None) is None) is None  # noqa: B023
            assert names_in(out) == []
            assert project.records(Assignment) == []
            assert project.annotators == ["سارا"]
        told: list[tuple[int, int, str]] = []
        assert write_packs(project, plan, out, progress=lambda *said: told.append(said))
        assert [said[:2] for said in told] == [(number, 8) for number in range(1, 9)]


def test_a_plan_that_is_out_of_date_leaves_no_files(path: Path) -> None:
    with make_project(path, *articles(3)) as project:
        plan = plan_packs(project, PEOPLE)
        first = write(project, plan)
        with refused("edit_stale"):
            write(project, plan)
        assert set(names_in(path.parent / "packs")) == {file.name for file in first.values()}


def test_a_file_that_cannot_be_added_to_keeps_all_from_being_dealt(path: Path) -> None:
    project, packs = dealt(path, 1, ["سارا", "مینا"])
    with project:
        with project.batch("import"):
            project.add_document(article("2.txt", RUSSIAN))
        other = path.with_name("other.peyman")  # of somebody to whom nothing is dealt
        other.write_bytes(packs["سارا"].read_bytes())
        with Project.open(other) as pack:
            pack.work_as("رضا")
        with closing(sqlite3.connect(other)) as raw, raw:
            raw.execute("UPDATE annotator SET annotator_id = randomblob(16)")
        plan = plan_packs(project, ["نو"])
        lock = FileLock.acquire(packs["مینا"].with_name(f"{packs['مینا'].name}.lock"))
        assert lock is not None
        before = project.records(Assignment), project.info, project.annotators, names_in(path.parent / "packs")
        for file, code in ((other, "pack_stranger"), (packs["مینا"], "project_locked")):
            with refused(code):
                write(project, plan, packs["سارا"], file)
            now = project.records(Assignment), project.info, project.annotators, names_in(path.parent / "packs")
            assert now == before
        lock.release()
        assert [load.annotator for load in plan_packs(project, ["نو"]).loads] == list(write(project, plan))


def test_a_file_that_fails_while_it_is_added_to_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, packs = dealt(path, 1, ["سارا", "مینا"])
    with project:
        with project.batch("import"):
            project.add_document(article("2.txt", RUSSIAN))
        plan = plan_packs(project, ["سارا", "مینا"], share=1.0)
        add = Project.add_document

        def added(pack: Project, document: Document) -> int:
            if pack.path == packs["سارا"]:
                raise sqlite3.OperationalError("database or disk is full")
            return add(pack, document)

        monkeypatch.setattr(Project, "add_document", added)
        with refused("pack_not_updated") as caught:
            write(project, plan, *packs.values())
        assert str(packs["سارا"]) in str(caught.value)
        assert "disk is full" in str(caught.value)
        monkeypatch.undo()
        assert {one.articles for one in (update_pack(project, file) for file in packs.values())} == {1, 0}
        for file in packs.values():
            with Project.open(file) as pack:
                assert len(pack.document_numbers()) == 2


@posix_only
def test_a_folder_that_may_not_be_written_is_told(path: Path, open_folder: Path) -> None:
    with make_project(path, *articles(1)) as project:
        plan = plan_packs(project, ["سارا"])
        with as_anybody(), refused("pack_folder", "project_io"):
            write_packs(project, plan, open_folder)
        path.with_name("file").write_bytes(b"")
        with refused("pack_folder"):
            write_packs(project, plan, path.with_name("file"))
        assert project.records(Assignment) == []


def test_a_project_that_is_only_read_deals_nothing_out(path: Path) -> None:
    make_project(path, *articles(1)).close()
    with Project.open(path, read_only=True) as project, refused("project_read_only"):
        write_packs(project, plan_packs(project, ["سارا"]), path.parent / "packs")
    assert names_in(path.parent) == ["news.peyman"]


# Handing in ------------------------------------------------------------------------------------------------------


def test_what_is_handed_in_is_all_but_the_time_at_work(path: Path) -> None:
    project, packs = dealt(path, 2, ["سارا"])
    project.close()
    with Project.open(packs["سارا"]) as pack:
        label(pack)
        pack.add_active_time(1, "2026-11-22", 4321)
        pack.side_folder.mkdir()
        handed = hand_in(pack, path.parent)  # while it is open, with a log beside it
        assert pack.active_seconds(1) == 4321
    assert handed.path == path.with_name("سارا.submission")
    assert (handed.annotator, handed.articles, handed.finished) == ("سارا", 2, 0)
    assert handed.size == handed.path.stat().st_size
    assert names_in(path.parent) == ["news.peyman", "packs", "سارا.submission"]
    with Project.open(path) as opened:
        merged(opened, handed.path)
        assert list(held(opened)) == [("سارا", "1.txt")]
        assert opened.connection.execute("SELECT count(*) FROM active_time").fetchall() == [(0,)]


def test_handing_in_again_replaces_and_never_the_project(path: Path) -> None:
    project, packs = dealt(path, 1, ["سارا"])
    project.close()
    first = handed_in(packs["سارا"]).read_bytes()
    annotate(packs["سارا"])
    assert handed_in(packs["سارا"]).read_bytes() != first
    with Project.open(packs["سارا"]) as pack:
        with refused("hand_in_over"):
            hand_in(pack, packs["سارا"])
        with refused("hand_in_io"):
            hand_in(pack, path.parent / "nowhere" / "x.submission")
    with Project.open(packs["سارا"], read_only=True) as pack:
        assert hand_in(pack, path.parent / "x.submission").finished == 0


def test_a_decision_and_what_it_does_to_gold_are_one_step(path: Path) -> None:
    with make_project(path, *articles(1), annotator="داور") as project:
        state = SetState(new_id(), "in_progress")
        with project.batch("open"):
            project.add_set(1, AnnotationSet(state.id, 0, new_id(), "داور", "gold", state, {}))
        gold = project.annotation_set(project.set_infos(1)[0].number)
        decision = decide(project)
        again = replace(decision, id=new_id(), replaces=(decision.id,), answer=Filling("source", new_id()))
        person = entity(0, 13)
        edit = gold_edit(gold, {person.id: person}, decisions=[again])
        assert project.apply(edit)
        assert project.records(Decision, document_id=gold.document_id) == [decision, again]
        assert project.records(Decision, document_id=new_id()) == []
        assert project.annotation_set(gold.number).spans == (person,)
        assert History(project).undo()
        assert project.records(Decision) == [decision]
        assert project.annotation_set(gold.number).spans == ()
        History(project).redo()
        assert project.records(Decision) == [decision, again]
        assert project.check() == []


def test_decisions_and_assignments_are_records_like_any_other(path: Path) -> None:
    project, _ = dealt(path, 1, ["سارا"])
    with project:
        (one,) = project.records(Assignment)
        assert project.records(Assignment, annotator_id=one.annotator_id) == [one]
        project.apply(Edit("x", (Change(0, one, None),)))
        assert project.records(Assignment) == []
        with refused("edit_stale"):
            project.apply(Edit("x", (Change(0, one, None),)))
        assert History(project).undo()
        assert project.records(Assignment) == [one]
