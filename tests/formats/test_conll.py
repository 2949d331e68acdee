"""CoNLL: tags of both schemes, the rule for overlaps, words found again in a text that is known."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from core.making import article, entity, refused
from drawn import SCHEMA
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, SetState, Span, new_id
from peyman.formats import Options, conll, jsonl

DATA = Path(__file__).parents[1] / "data" / "formats"
TEXT = "علی‌رضا احمدی 🙂 با استاندار اردبیل دیدار کرد.\r\nوی 20 درصد و ۲۵ تن داد."
LEFT_TO_RIGHT = "EU rejects German call .\nPeter Blackburn\n"


def read(folder: Path, content: str | bytes, options: Options | None = None) -> list[AnnotatedDocument]:
    path = folder / "news.conll"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(conll.read(path, SCHEMA, options or Options(annotator="Sara")))


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def found(item: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(span.label, span.quote) for span in the_set(item).spans]


def annotated(document: Document, *spans: Span) -> AnnotatedDocument:
    state = SetState(new_id(), "finished")
    return AnnotatedDocument(
        document, AnnotationSet(state.id, 0, document.id, "Sara", "annotation", state, {s.id: s for s in spans})
    )


def written(item: AnnotatedDocument, **values: str) -> str:
    stream = io.BytesIO()
    conll.write([item], stream, SCHEMA, Options(values))
    return stream.getvalue().decode()


def tags(item: AnnotatedDocument, **values: str) -> list[str]:
    lines = written(item, **values).split("\n")[2:]
    return [line.partition("\t")[2] for line in lines if line]


# Writing -----------------------------------------------------------------------------------------------------------


def test_the_golden_file() -> None:
    stream = io.BytesIO()
    conll.write(jsonl.read(DATA / "full.jsonl", SCHEMA), stream, SCHEMA)
    assert stream.getvalue() == (DATA / "full.conll").read_bytes()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ["B-PER", "I-PER", "O", "O", "B-ROLE", "I-ROLE", "O"]),
        ({"scheme": "BIOES"}, ["B-PER", "E-PER", "O", "O", "B-ROLE", "E-ROLE", "O"]),
        ({"keep": "innermost"}, ["B-PER", "I-PER", "O", "O", "O", "B-GPE", "O"]),
        ({"scheme": "BIOES", "keep": "innermost"}, ["B-PER", "E-PER", "O", "O", "O", "S-GPE", "O"]),
        ({"layer": "argument"}, ["O"] * 7),
    ],
)
def test_schemes_and_rules(values: dict[str, str], expected: list[str]) -> None:
    document = article(text="علی‌رضا احمدی 🙂 با استاندار اردبیل دیدار")
    spans = [Span(new_id(), "entity", label, a, b, document.text[a:b]) for label, a, b in (
        ("PER", 0, 13), ("ROLE", 19, 35), ("GPE", 29, 35)
    )]  # fmt: skip
    assert tags(annotated(document, *spans), **values) == expected


def test_neighbours_of_one_label_stay_two() -> None:
    document = article(text="a b c")
    spans = [Span(new_id(), "entity", "GPE", a, a + 1, document.text[a]) for a in (0, 2)]
    assert tags(annotated(document, *spans)) == ["B-GPE", "B-GPE", "O"]


def test_part_of_a_word_becomes_the_word_and_is_told() -> None:
    document = article(text="کتابش اینجاست")
    item = annotated(document, Span(new_id(), "entity", "PER", 4, 5, "ش"))
    assert tags(item) == ["B-PER", "O"]
    assert {loss.code: loss.count for loss in conll.plan([item], SCHEMA)}["conll_loss_edges"] == 1


def test_losses_are_counted() -> None:
    losses = {loss.code: loss.count for loss in conll.plan(jsonl.read(DATA / "full.jsonl", SCHEMA), SCHEMA)}
    assert losses == {
        "loss_texts": 2, "loss_metadata": 11, "loss_states": 1, "loss_attributes": 7, "loss_notes": 3,
        "loss_doubts": 2, "loss_origins": 1, "loss_fragments": 1, "loss_relations": 4, "loss_labels": 2,
        "loss_foreign": 8, "conll_loss_layers": 4, "conll_loss_overlaps": 1, "conll_loss_edges": 1,
    }  # fmt: skip


# Reading -----------------------------------------------------------------------------------------------------------


def test_the_words_of_a_text_that_is_known_are_found_in_it(tmp_path: Path) -> None:
    document = article(text=TEXT)
    start = TEXT.index("اردبیل")
    item = annotated(document, entity(0, 13), Span(new_id(), "entity", "GPE", start, start + 6, "اردبیل"))
    text = written(item)
    options = Options(known=lambda sha256, name: document if sha256 == document.sha256 else None)
    (back,) = read(tmp_path, text, options)
    assert back.document is document
    assert [(s.label, s.start, s.end) for s in the_set(back).spans] == [("PER", 0, 13), ("GPE", start, start + 6)]
    (rebuilt,) = read(tmp_path, text, Options())
    assert rebuilt.document.text == TEXT.replace("\r\n", "\n") + "\n"
    assert found(rebuilt) == [("PER", "علی‌رضا احمدی"), ("GPE", "اردبیل")]


def test_a_span_over_two_sentences_stays_one_in_ours(tmp_path: Path) -> None:
    document = article(text="He said. So it is.")
    item = annotated(document, Span(new_id(), "commitment", "pledge", 3, 11, "said. So"))
    (back,) = read(tmp_path, written(item, layer="commitment"), Options({"layer": "commitment"}))
    assert found(back) == [("pledge", "said.\nSo")]


def test_a_blank_inside_a_word_comes_back_in_a_known_text(tmp_path: Path) -> None:
    document = article(text="رفته است")
    document = Document(
        document.id, document.name, document.title, document.text, document.sha256, "fa", "rtl", ((0, 8),)
    )
    item = annotated(document, Span(new_id(), "entity", "EVENT", 0, 8, document.text))
    assert "رفته_است\tB-EVENT" in written(item)
    (back,) = read(tmp_path, written(item), Options(known=lambda sha256, name: document))
    assert found(back) == [("EVENT", "رفته است")]


CONLL_2003 = """-DOCSTART- -X- -X- O

EU NNP I-NP I-ORG
rejects VBZ I-VP O
German JJ I-NP I-MISC
call NN I-NP O
. . O O

Peter NNP I-NP I-PER
Blackburn NNP I-NP I-PER

-DOCSTART- (second) O

BRUSSELS NNP I-NP I-LOC
"""


def test_a_corpus_of_another_making(tmp_path: Path) -> None:
    options = Options(labels={"entity": {"MISC": "EVENT"}}, annotator="CoNLL")
    first, second = read(tmp_path, CONLL_2003, options)
    assert (first.document.name, second.document.name) == ("news 1.txt", "second")
    assert first.document.text == LEFT_TO_RIGHT
    assert found(first) == [("ORG", "EU"), ("EVENT", "German"), ("PER", "Peter Blackburn")]
    assert found(second) == [("LOC", "BRUSSELS")]
    columns = the_set(first).foreign["conll:columns"]
    assert isinstance(columns, list)
    assert columns[0] == "NNP\tI-NP"
    assert the_set(first).annotator == "CoNLL"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["B-PER", "I-PER", "O"], ["a b"]),
        (["I-PER", "I-PER", "B-PER"], ["a b", "c"]),  # IOB1
        (["B-PER", "E-PER", "S-PER"], ["a b", "c"]),  # BIOES
        (["B-PER", "L-PER", "U-PER"], ["a b", "c"]),  # BILOU
        (["I-PER", "I-GPE", "I-GPE"], ["a", "b c"]),
        (["E-PER", "E-PER", "O"], ["a", "b"]),
        (["O", "O", "O"], []),
    ],
)
def test_all_schemes_are_read(row: list[str], expected: list[str], tmp_path: Path) -> None:
    lines = "".join(f"{word} {tag}\n" for word, tag in zip("abc", row, strict=True))
    (item,) = read(tmp_path, lines)
    assert [span.quote for span in the_set(item).spans] == expected


def test_a_span_ends_with_the_sentence_elsewhere(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "a I-PER\n\nb I-PER\n")
    assert [span.quote for span in the_set(item).spans] == ["a", "b"]


def test_crlf_byte_order_mark_tabs_and_comments(tmp_path: Path) -> None:
    (item,) = read(tmp_path, b"\xef\xbb\xbf# id = 7\r\nBaku\tB-GPE\r\n\r\n# O\r\n")
    assert item.document.text == "Baku\n#\n"
    assert the_set(item).foreign == {"conll:comments": ["# id = 7"]}


def test_another_article_of_the_same_name_is_no_error(tmp_path: Path) -> None:
    other = article("second", "Something else")
    back = read(tmp_path, CONLL_2003.replace("I-MISC", "O"), Options(annotator="x", known=lambda sha, name: other))
    assert back[1].document.text == "BRUSSELS\n"


def test_a_known_text_that_lacks_a_word_is_refused(tmp_path: Path) -> None:
    document = article(text="Baku and Moscow")
    content = written(annotated(document)).replace("and", "or")
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, content, Options(known=lambda sha256, name: document))
    assert caught.value.code == "conll_word"


def test_nothing_is_yielded_from_an_unknown_label_on(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("-DOCSTART- O\n\na B-PER\n\n-DOCSTART- O\n\nb B-TOWN\nc B-BOSS\n\n-DOCSTART- O\n\nd O\n")
    reading = conll.read(path, SCHEMA, Options(annotator="x"))
    assert next(reading).document.text == "a\n"
    with pytest.raises(PeymanError) as caught:
        next(reading)
    assert caught.value.data["labels"] == "TOWN, BOSS (entity/commitment/argument)"


# Other spellings ---------------------------------------------------------------------------------------------------


def test_prefixes_and_labels_of_any_case(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "Ali\tb-per\nAhmadi\tI-PER\nin\to\nBaku\ts-GPE\n")
    assert found(item) == [("PER", "Ali Ahmadi"), ("GPE", "Baku")]
    assert not the_set(item).foreign


def test_only_blanks_and_tabs_part_columns(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "سید\u00a0علی  B-PER \nمی\u200cرود O\n")
    assert found(item) == [("PER", "سید\u00a0علی")]


UNIVERSAL = """\
# newdoc id = first
# text = Ali went
1\tAli\tAli\tPROPN\tNNP\t_\t2\tnsubj\t_\tSpaceAfter=No|NER=B-PER
2-3\twent\t_\t_\t_\t_\t_\t_\t_\t_
2\twen\tgo\tVERB\tVBD\t_\t0\troot\t_\tNER=O
3\tt\tgo\tVERB\tVBD\t_\t2\tx\t_\tNE=B-ORG
3.1\tnot\tgo\tVERB\tVBD\t_\t2\tx\t_\tNER=B-ORG

# newdoc id = second
1\tBaku\tBaku\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=S-GPE
"""


def test_universal_dependencies_have_tags_in_their_last_column(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(UNIVERSAL, encoding="utf-8")
    first, second = conll.read(path, SCHEMA, Options(annotator="Sara"))
    assert (first.document.name, first.document.text) == ("first", "Ali went\n")
    assert (found(first), found(second)) == ([("PER", "Ali"), ("ORG", "went")], [("GPE", "Baku")])
    columns = the_set(first).foreign["conll:columns"]
    assert columns == UNIVERSAL.splitlines()[2:7]
    assert the_set(first).foreign["conll:comments"] == ["# newdoc id = first", "# text = Ali went"]


@pytest.mark.parametrize(("old", "new", "code"), [
    ("NER=B-PER", "NER=PER", "conll_tag"), ("NER=S-GPE", "NER=S-CITY", "labels_unknown"),
])  # fmt: skip
def test_what_is_wrong_with_universal_dependencies_is_said(tmp_path: Path, old: str, new: str, code: str) -> None:
    with refused(code):
        read(tmp_path, UNIVERSAL.replace(old, new))


def test_universal_dependencies_without_tags_are_refused(tmp_path: Path) -> None:
    with refused("conll_untold"):
        read(tmp_path, UNIVERSAL.replace("NER=", "X=").replace("NE=", "Y="))
