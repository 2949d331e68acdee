"""brat standoff: what others' files say, what ours look like, and what is kept of lines nobody understands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.making import refused
from drawn import SCHEMA
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Span
from peyman.formats import Options, brat, jsonl
from peyman.formats.base import Folder
from peyman.formats.brat_write import plan, write_folder

DATA = Path(__file__).parents[1] / "data" / "formats"
LABELS = {
    "entity": {"PERSON": "PER", "PROFESSION": "ROLE", "COUNTRY": "GPE"},
    "commitment": {"Promise": "pledge"},
    "role": {"Agent": "committer", "Theme": "object"},
}
THEIRS = Options(labels=LABELS, annotator="Лиза")


def read(path: Path, options: Options = THEIRS) -> AnnotatedDocument:
    (item,) = brat.read(path, SCHEMA, options)
    return item


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def put(folder: Path, text: str | bytes, lines: str, name: str = "a") -> Path:
    (folder / f"{name}.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    (folder / f"{name}.ann").write_bytes(lines.encode())
    return folder / f"{name}.ann"


def spans_of(item: AnnotatedDocument) -> dict[str, Span]:
    return {span.source_id: span for span in the_set(item).spans}


# Theirs ------------------------------------------------------------------------------------------------------------


def test_a_file_of_another_making_is_understood() -> None:
    item = read(DATA / "brat" / "news.ann")
    spans = spans_of(item)
    assert item.document.name == "news.txt"
    assert the_set(item).annotator == "Лиза"
    assert {key: (span.label, span.quote) for key, span in spans.items()} == {
        "T1": ("PER", "Марат Ахметов"),
        "T2": ("ROLE", "министр России"),
        "T3": ("GPE", "России"),
        "T5": ("ARG", "мост"),
        "T6": ("ARG", "дорогу"),
        "T7": ("PER", "Пётр и Иван Ивановы"),
        "E1": ("pledge", "пообещал\nпостроить"),
    }
    text = item.document.text
    assert [text[a:b] for a, b in spans["T7"].fragments] == ["Пётр", "Ивановы"]
    assert spans["E1"].fragments == ()  # a line end alone parts no fragments
    assert spans["E1"].attributes == {"status": "proposed", "Negation": True, "Speculation": True}
    assert spans["T1"].attributes == {"canon": "PER:Akhmetov"}
    assert (spans["T1"].note, spans["T1"].doubt) == ("тот самый", "")
    roles = [(r.label, spans["E1"].id == r.source, r.target) for r in the_set(item).relations]
    assert roles == [
        ("committer", True, spans["T1"].id), ("object", True, spans["T5"].id), ("object", True, spans["T6"].id),
    ]  # fmt: skip


def test_what_has_no_place_is_kept_and_written_back(tmp_path: Path) -> None:
    item = read(DATA / "brat" / "news.ann")
    kept = the_set(item).foreign["brat"]
    assert kept == [
        "*\tEquiv T1 T7",
        "R1\tWORKS_AS Arg1:T1 Arg2:T2",
        "N2\tReference T3 Wikidata:Q159\tРоссия",
        "#2\tAnnotatorNotes R1\tс 2020 года",
    ]
    assert isinstance(kept, list)
    write_folder([item], Folder(tmp_path), SCHEMA, Options())
    lines = (tmp_path / "Лиза" / "news.ann").read_text(encoding="utf-8").splitlines()
    assert lines[-len(kept) :] == kept
    assert len({line.partition("\t")[0] for line in lines if line[0] != "*"}) == len(lines) - 1
    assert "T3\tGPE 25 31\tРоссии" in lines  # what the kept lines are about has its old id
    assert plan([item], SCHEMA) == []


def test_a_kept_line_goes_with_what_it_is_about(tmp_path: Path) -> None:
    item = read(DATA / "brat" / "news.ann")
    annotations = the_set(item)
    fewer = {key: a for key, a in annotations.annotations.items() if a.source_id != "T2"}
    changed = AnnotationSet(**{**vars(annotations), "annotations": fewer})
    losses = plan([AnnotatedDocument(item.document, changed)], SCHEMA)
    assert [(loss.code, loss.count) for loss in losses] == [("brat_loss_lines", 2)]  # the relation and its note


@pytest.mark.parametrize(
    ("start", "end", "text", "quote"),
    [
        (2, 6, "😊 باکو", "باکو"),  # code points, as the server counts
        (3, 7, "😊 باکو", "باکو"),  # UTF-16, as a browser counts
        (3, 7, "\r\n \r\nباکو", "باکو"),  # CR LF as one
        (5, 9, "\r\n \r\nباکو", "باکو"),
    ],
)
def test_the_unit_of_the_offsets_is_found(start: int, end: int, text: str, quote: str, tmp_path: Path) -> None:
    (span,) = the_set(read(put(tmp_path, text, f"T1\tGPE {start} {end}\t{quote}\n"))).spans
    assert span.quote == quote


@pytest.mark.parametrize(("start", "bom"), [(0, b"\xef\xbb\xbf"), (1, b"\xef\xbb\xbf"), (0, b"")])
def test_a_byte_order_mark_may_be_counted_or_not(start: int, bom: bytes, tmp_path: Path) -> None:
    item = read(put(tmp_path, bom + "باکو شهر".encode(), f"T1\tGPE {start} {start + 4}\tباکو\n"))
    assert [span.quote for span in the_set(item).spans] == ["باکو"]
    assert item.document.text == "باکو شهر"


def test_offsets_that_fit_in_two_units_are_refused_and_can_be_decided(tmp_path: Path) -> None:
    path = put(tmp_path, "😊 اا اا", "T1\tGPE 3 4\tا\n")
    with pytest.raises(PeymanError) as caught:
        read(path)
    assert caught.value.code == "offsets_ambiguous"
    decided = Options({"offsets": "utf-16"}, annotator="x")
    assert [span.start for span in the_set(read(path, decided)).spans] == [2]


def test_unknown_labels_are_all_named(tmp_path: Path) -> None:
    path = put(tmp_path, "One Two", "T1\tTOWN 0 3\tOne\nT2\tBoss 4 7\tTwo\nE1\tBoss:T2 Who:T1\n")
    with pytest.raises(PeymanError) as caught:
        read(path)
    assert caught.value.data["labels"] == "Boss (commitment); TOWN (entity/commitment/argument); Who (role)"


def test_whose_they_are_must_be_known(tmp_path: Path) -> None:
    path = put(tmp_path, "One", "")
    with pytest.raises(PeymanError) as caught:
        read(path, Options())
    assert caught.value.code == "annotator_not_told"
    assert the_set(read(path)).spans == ()


# Ours --------------------------------------------------------------------------------------------------------------


def test_lines_that_disagree_about_the_unit_are_told_so(tmp_path: Path) -> None:
    path = put(tmp_path, "😊 Baku and Rasht", "T1\tPER 3 7\tBaku\nT2\tPER 11 16\tRasht\n")
    with refused("offsets_mixed"):
        read(path)


def test_a_role_that_stands_twice_is_kept_aside_and_counted(tmp_path: Path) -> None:
    lines = (
        "T1\tPromise 0 3\tOne\nT2\tPERSON 4 7\ttwo\nE1\tPromise:T1 Theme:T2 Theme2:T2 Theme3:T2\n"
        "R1\tTheme Arg1:E1 Arg2:T2\n"
    )
    made = the_set(read(put(tmp_path, "One two", lines)))
    assert len(made.relations) == 1
    assert made.foreign == {"brat repeated roles": ["E1 object:T2", "E1 object:T2", "R1 object:T2"]}


def test_names_that_end_otherwise_are_a_loss(tmp_path: Path) -> None:
    items = [read(put(tmp_path, name, "T1\tPERSON 0 1\ta\n", name)) for name in ("a", "ab")]
    items[1] = replace(items[1], document=replace(items[1].document, name="ab"))
    losses = {loss.code: (loss.count, loss.examples) for loss in plan(items, SCHEMA)}
    assert losses["brat_loss_names"] == (1, ("ab",))


def test_a_text_that_is_a_link_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:x:0:0", encoding="utf-8")
    folder = tmp_path / "news"
    folder.mkdir()
    path = put(folder, "text", "T1\tPER 0 4\ttext\n")
    path.with_suffix(".txt").unlink()
    path.with_suffix(".txt").symlink_to(tmp_path / "secret")
    with refused("brat_text_link"):
        read(path)
    (folder / "other.ann").symlink_to(path)  # what is named itself may be one
    (folder / "other.txt").write_text("text", encoding="utf-8")
    assert [span.quote for span in the_set(read(folder / "other.ann")).spans] == ["text"]


def test_the_golden_files(tmp_path: Path) -> None:
    items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))
    write_folder(items, Folder(tmp_path), SCHEMA, Options())
    written = sorted(str(path.relative_to(tmp_path).as_posix()) for path in tmp_path.rglob("*") if path.is_file())
    assert written == [
        "annotation.conf", "second.txt", "visual.conf",
        "سارا.gold/خبر ۱.ann", "سارا.gold/خبر ۱.txt", "سارا/خبر ۱.ann", "سارا/خبر ۱.txt",
    ]  # fmt: skip
    assert (tmp_path / "سارا" / "خبر ۱.ann").read_bytes() == (DATA / "full.ann").read_bytes()
    assert (tmp_path / "سارا" / "خبر ۱.txt").read_bytes() == items[0].document.text.encode()
    assert (tmp_path / "سارا.gold" / "خبر ۱.ann").read_bytes() == b""


def test_the_configuration_follows_the_schema(tmp_path: Path) -> None:
    write_folder([], Folder(tmp_path), SCHEMA, Options())
    conf = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    sections = {part.partition("]")[0]: part.partition("]")[2].split("\n") for part in conf.split("\n[")[1:]}
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    assert {label.id for label in SCHEMA.layer("entity").labels} < set(sections["entities"])
    assert [line.partition("\t")[0] for line in sections["events"] if line] == [
        label.id for label in SCHEMA.layer("commitment").labels
    ]
    assert all(f" {role.id}*:<ANY>" in sections["events"][1].replace("\t", " ") for role in SCHEMA.layer("role").labels)
    assert "sub\tArg:ORG|FAC, Value:gov|intl|company|association|media|other|site|route" in sections["attributes"]


def test_gold_and_owners_are_told_by_their_folders(tmp_path: Path) -> None:
    items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))
    write_folder(items, Folder(tmp_path), SCHEMA, Options())
    gold = read(tmp_path / "سارا.gold" / "خبر ۱.ann", Options())
    assert (the_set(gold).annotator, the_set(gold).kind) == ("سارا", "gold")
    under_another_name = read(tmp_path / "سارا.gold" / "خبر ۱.ann", Options(annotator="مینا"))
    assert (the_set(under_another_name).annotator, the_set(under_another_name).kind) == ("مینا", "annotation")
    (bare,) = brat.read(tmp_path / "second.txt", SCHEMA)
    assert bare.annotations is None


def test_losses_are_counted() -> None:
    losses = {loss.code: loss.count for loss in plan(jsonl.read(DATA / "full.jsonl", SCHEMA), SCHEMA)}
    assert losses == {
        "loss_metadata": 11,  # seven of meta; title, language, direction and encoding
        "loss_states": 1,
        "loss_labels": 2,
        "loss_foreign": 5,  # three of two articles, one of a set and one of a field
        "loss_roles": 2,
    }
