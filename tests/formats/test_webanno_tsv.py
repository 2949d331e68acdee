"""WebAnno TSV 3.3: the examples of its specification, escapes, offsets, and what ours look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import article, refused
from drawn import SCHEMA
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, SetState, Span, new_id
from peyman.formats import Options, jsonl, webanno_tsv
from peyman.formats.base import Folder
from peyman.formats.webanno_write import escape_text, escape_value, split, unescape_text, unescape_value, write_folder

DATA = Path(__file__).parents[1] / "data" / "formats"
FRAMES = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu
#T_SP=webanno.custom.Lu|luvalue


#Text=Bob auctioned the clock to John .
1-1\t0-3\tBob\t_\t_\t_\tPER\t
1-2\t4-13\tauctioned\tagreement\tcommitter;object;counterparty\t1-1;1-3[4];1-6\t_\t
1-3\t14-17\tthe\t_\t_\t_\tFAC[4]\t
1-4\t18-23\tclock\t_\t_\t_\tFAC[4]\t
1-5\t24-26\tto\t_\t_\t_\t_\t
1-6\t27-31\tJohn\t_\t_\t_\tPER\t
1-7\t32-33\t.\t_\t_\t_\t_\t
"""


def read(folder: Path, content: str, options: Options | None = None, name: str = "a.tsv") -> AnnotatedDocument:
    (folder / name).write_bytes(content.encode())
    (item,) = webanno_tsv.read(folder / name, SCHEMA, options or Options(annotator="Sara"))
    return item


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def found(item: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(span.label, span.quote) for span in the_set(item).spans]


def tsv(*rows: str, header: str = "#T_SP=webanno.custom.Entity|label", text: str = "Haag plays") -> str:
    return f"#FORMAT=WebAnno TSV 3.3\n{header}\n\n\n#Text={text}\n" + "".join(f"{row}\n" for row in rows)


# Escapes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plain", "escaped"),
    [("a|b", r"a\|b"), ("[1]", r"\[1\]"), ("x->y", r"x\->y"), ("x-y>z", "x-y>z"), ("_*;", r"\_\*\;"),
     ("a\\n", "a\\\\n"), ("a\tb\nc", r"a\tb\nc"), ("->->", r"\->\->")],
)  # fmt: skip
def test_values_are_escaped_as_specified(plain: str, escaped: str) -> None:
    assert escape_value(plain) == escaped
    assert unescape_value(escaped) == plain


@given(st.text())
def test_escapes_can_be_undone(text: str) -> None:
    assert unescape_value(escape_value(text)) == text
    assert unescape_text(escape_text(text)) == text
    assert "\n" not in escape_value(text) + escape_text(text)


@given(st.lists(st.text("a\\|;[]"), min_size=1))
def test_a_stack_comes_apart_as_it_was_put_together(parts: list[str]) -> None:
    assert [unescape_value(part) for part in split("|".join(map(escape_value, parts)), "|")] == parts


# Theirs ------------------------------------------------------------------------------------------------------------


def test_slots_of_the_specification_are_roles(tmp_path: Path) -> None:
    item = read(tmp_path, FRAMES)
    annotations = the_set(item)
    assert found(item) == [("PER", "Bob"), ("agreement", "auctioned"), ("FAC", "the clock"), ("PER", "John")]
    target = {span.id: span.quote for span in annotations.spans}
    assert [(r.label, target[r.source], target[r.target]) for r in annotations.relations] == [
        ("committer", "auctioned", "Bob"), ("object", "auctioned", "the clock"), ("counterparty", "auctioned", "John"),
    ]  # fmt: skip


def test_stacked_and_long_spans_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    rows = ["1-1\t0-4\tHaag\tPER[1]|GPE[2]\t", "1-2\t5-10\tplays\tPER[1]\t"]
    assert found(read(tmp_path, tsv(*rows))) == [("PER", "Haag plays"), ("GPE", "Haag")]
    apart = ["1-1\t0-4\tHaag\tPER\t", "1-2\t5-10\tplays\tPER\t"]
    assert found(read(tmp_path, tsv(*apart))) == [("PER", "Haag"), ("PER", "plays")]


def test_parts_of_words(tmp_path: Path) -> None:
    rows = ["1-1\t0-4\tHaag\t_\t", "1-1.1\t2-4\tag\tPER[1]\t", "1-2\t5-10\tplays\t_\t", "1-2.1\t5-9\tplay\tPER[1]\t"]
    assert found(read(tmp_path, tsv(*rows))) == [("PER", "ag play")]


def test_utf_16_is_usual_and_code_points_are_recognised(tmp_path: Path) -> None:
    for begin in (3, 2):
        rows = [f"1-1\t0-{begin - 1}\t😊\t_\t", f"1-2\t{begin}-{begin + 4}\tBaku\tGPE\t"]
        item = read(tmp_path, tsv(*rows, text="😊 Baku"))
        assert [(span.start, span.quote) for span in the_set(item).spans] == [(2, "Baku")]


def test_sentences_are_put_together_by_their_offsets(tmp_path: Path) -> None:
    content = tsv("1-1\t0-1\ta\t_\t", text="a") + (
        "\n#Text=b\n2-1\t1-2\tb\tPER\t\n"  # no gap
        "\n#Sentence.id=s3\n#Text=c\\r\n#Text=d\n3-1\t3-4\tc\t_\t\n3-2\t6-7\td\t_\t\n"  # one line end between them
        "\n#Text=e\n4-1\t10-11\te\tPER\t\n"  # a gap of unknown blanks
    )
    item = read(tmp_path, content)
    assert item.document.text == "ab\nc\r\nd\n  e"
    assert found(item) == [("PER", "b"), ("PER", "e")]
    assert the_set(item).foreign == {"webanno:comments": ["#Sentence.id=s3"]}


def test_relations_of_commitments_are_roles_and_others_are_kept(tmp_path: Path) -> None:
    header = "#T_SP=x.Span|value|sure\n#T_RL=x.Relation|value|BT_x.Span"
    rows = [
        "1-1\t0-4\tThis\tPER\t*\t_\t_\t",
        "1-2\t5-7\tis\tpledge[1]|plan[2]\tyes[1]|*[2]\t_\t_\t",
        "1-3\t8-9\ta\tGPE\t*\tobject|object|near\t1-2[1_0]|1-2[2_0]|1-1\t",
    ]
    item = read(tmp_path, tsv(*rows, header=header, text="This is a"))
    annotations = the_set(item)
    labels = {span.id: span.label for span in annotations.spans}
    roles = [(r.label, labels[r.source], labels[r.target]) for r in annotations.relations]
    assert roles == [("object", "pledge", "GPE"), ("object", "plan", "GPE")]
    assert next(s for s in annotations.spans if s.label == "pledge").attributes == {"sure": "yes"}
    assert annotations.foreign == {
        "webanno": [
            {"layer": "x.Relation", "extent": [8, 9], "from": [0, 4], "to": [8, 9], "role": "near",
             "features": {"value": "near"}},
        ]
    }  # fmt: skip


def test_chains_words_and_places_without_text_are_kept(tmp_path: Path) -> None:
    header = (
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
        "#T_CH=x.CoreferenceLink|referenceType|referenceRelation"
    )
    rows = ["1-1\t0-4\tHaag\tNNP\t*\tPER\tpr[1]\tcoref->1-1\t", "1-2\t5-10\tplays\tVBD\t_\t_\t_\t_\t",
            "1-2.1\t10-10\t\t_\tQ1\tGPE\t_\t_\t"]  # fmt: skip
    item = read(tmp_path, tsv(*rows, header=header))
    kept = the_set(item).foreign["webanno"]
    assert isinstance(kept, list)
    assert found(item) == [("PER", "Haag")]
    assert [str(record["layer"]).rpartition(".")[2] for record in kept if isinstance(record, dict)] == [
        "POS", "CoreferenceLink", "POS", "NamedEntity",
    ]  # fmt: skip
    assert kept[1] == {
        "layer": "x.CoreferenceLink", "extent": [0, 4],
        "features": {"referenceType": "pr[1]", "referenceRelation": "coref->1-1"},
    }  # fmt: skip


def test_places_without_text_are_kept_where_they_are(tmp_path: Path) -> None:
    header = "#T_SP=webanno.custom.Span|value"
    rows = ["1-1\t0-2\t😊\t_\t", "1-1.1\t2-2\t\tA[1]|B[2]\t", "1-2\t3-8\tplays\tPER[3]\t",
            "1-2.1\t3-6\tpla\tPER[3]\t", "1-2.2\t8-8\t\t*\t"]  # fmt: skip
    item = read(tmp_path, tsv(*rows, header=header, text="😊 plays"))
    kept = the_set(item).foreign["webanno"]
    assert isinstance(kept, list)
    assert [one["extent"] for one in kept if isinstance(one, dict)] == [[1, 1], [1, 1], [7, 7]]
    assert found(item) == [("PER", "plays")]


def test_a_place_outside_the_text_is_refused(tmp_path: Path) -> None:
    with refused("webanno_word"):
        read(tmp_path, tsv("1-1\t0-4\tHaag\t_\t", "1-2.1\t11-11\t\tPER\t"))


def test_a_layer_without_features_is_its_own_label(tmp_path: Path) -> None:
    content = tsv("1-1\t0-4\tHaag\t*[1]\t", "1-2\t5-10\tplays\t*[1]\t", header="#T_SP=webanno.custom.Person|")
    options = Options(labels={"entity": {"Person": "PER"}}, annotator="x")
    assert found(read(tmp_path, content, options)) == [("PER", "Haag plays")]
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, content)
    assert (caught.value.code, caught.value.data["labels"]) == ("labels_unknown", "Person (entity/commitment/argument)")


def test_offsets_that_fit_both_units_are_refused_and_can_be_decided(tmp_path: Path) -> None:
    # With code points the second sentence begins after one blank more.
    content = tsv("1-1\t0-2\t😊\t_\t", text="😊") + "\n#Text=b\n2-1\t4-5\tb\tGPE\t\n"
    content = content.replace("1-1\t0-2\t😊\t_\t\n", "1-1\t0-0\t\t_\t\n")
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, content)
    assert caught.value.code == "offsets_ambiguous"
    item = read(tmp_path, content, Options({"offsets": "code-points"}, annotator="x"))
    assert item.document.text == "😊\n  b"


# Ours --------------------------------------------------------------------------------------------------------------


def test_the_golden_file(tmp_path: Path) -> None:
    items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))
    write_folder(items, Folder(tmp_path), SCHEMA, Options())
    assert (tmp_path / "سارا" / "خبر ۱.tsv").read_bytes() == (DATA / "full.tsv").read_bytes()
    (gold,) = webanno_tsv.read(tmp_path / "سارا.gold" / "خبر ۱.tsv", SCHEMA)
    assert (the_set(gold).annotator, the_set(gold).kind, gold.document.text) == ("سارا", "gold", items[0].document.text)
    (bare,) = webanno_tsv.read(tmp_path / "second.tsv", SCHEMA)
    assert bare.annotations is None
    assert bare.document.text == items[2].document.text


def test_a_text_that_begins_with_blanks_and_ends_with_line_ends(tmp_path: Path) -> None:
    document = article(text=" \t\n Baku\r\n\r\n\n")
    state = SetState(new_id(), "finished")
    span = Span(new_id(), "entity", "GPE", 4, 8, "Baku")
    item = AnnotatedDocument(
        document, AnnotationSet(state.id, 0, document.id, "Sara", "annotation", state, {span.id: span})
    )
    write_folder([item], Folder(tmp_path), SCHEMA, Options())
    (back,) = webanno_tsv.read(tmp_path / "Sara" / "a.tsv", SCHEMA)
    assert back.document.text == document.text
    assert found(back) == [("GPE", "Baku")]


def test_losses_are_counted() -> None:
    losses = {loss.code: loss.count for loss in webanno_tsv.FORMAT.plan(
        jsonl.read(DATA / "full.jsonl", SCHEMA), SCHEMA, Options()
    )}  # fmt: skip
    assert losses == {
        "loss_metadata": 11, "loss_states": 1, "loss_labels": 2, "loss_foreign": 5, "loss_roles": 2,
        "loss_fragments": 1,
    }  # fmt: skip
