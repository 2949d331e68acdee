"""What the formats share: file names that can be undone, labels that are mapped, the unit of offsets, losses."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawn import SCHEMA
from peyman.core.errors import PeymanError
from peyman.core.schema import parse_schema
from peyman.formats import FORMATS, Options, format_for, jsonl
from peyman.formats.base import EVERYTHING, Folder, Labels, Tally, file_name, name_in_file, type_names
from peyman.formats.building import SetBuilder, plain_document
from peyman.formats.losses import counted
from peyman.formats.offsets import UNITS, OffsetVote, converted
from peyman.formats.words import sentence_words, words

DATA = Path(__file__).parents[1] / "data" / "formats"
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
TORTURE = "\ufeffسلام 😊 👩‍👩‍👧 می‌خواهم\r\nخط۲: کِتاب و Москва̀"
# Quote, and where it is in code points, UTF-16, UTF-8, graphemes, and code points with CR LF as one.
PLACES = [
    ("می‌خواهم", (14, 22), (18, 26), (36, 53), (10, 17), (14, 22)),
    ("خط۲", (24, 27), (28, 31), (55, 61), (18, 21), (23, 26)),
    ("کِتاب", (29, 34), (33, 38), (63, 73), (23, 27), (28, 33)),
    ("Москва̀", (37, 44), (41, 48), (77, 91), (30, 36), (36, 43)),
]
IN_ORDER = ("code-points", "utf-16", "utf-8", "graphemes", "code-points-lf")


# Names -------------------------------------------------------------------------------------------------------------


@given(NAMES)
def test_a_file_name_can_be_undone_and_is_safe(text: str) -> None:
    name = file_name(text)
    assert name_in_file(name) == text
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f]', name)
    assert name[0] not in ". "
    assert name[-1] not in ". "
    assert name.split(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "lpt9")


@pytest.mark.parametrize("text", ["CON", "nul.txt", "..", "a/b", "..\\x", "x.", "50%", "com1.tar", "a\u202etxt.exe"])
def test_names_that_some_system_cannot_take_are_escaped(text: str) -> None:
    assert file_name(text) != text
    assert name_in_file(file_name(text)) == text


def test_a_folder_uses_every_name_once_whatever_its_case(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert [folder.folder(name) for name in ("Sara", "sara", "Sara")] == ["Sara", "%73%61%72%61", "Sara"]
    assert [folder.free("x", name, ".txt", ".ann") for name in ("a", "A", "a")] == ["x/a", "x/A (2)", "x/a (3)"]
    assert folder.free("", "LOSSES", ".txt") == "LOSSES (2)"
    long = folder.free("", "آ" * 300, ".txt")
    folder.write(f"{long}.txt", b"x")
    assert [path.name for path in tmp_path.iterdir()] == [f"{long}.txt"]


# Labels and options ------------------------------------------------------------------------------------------------


def test_labels_are_mapped_found_and_gathered() -> None:
    labels = Labels(SCHEMA, Options(labels={"entity": {"pledge": "DOC"}, "role": {"Agent": "source"}}))
    assert labels.find("PER", "entity", "commitment") == ("entity", "PER")
    assert labels.find("pledge", "entity", "commitment") == ("entity", "DOC")  # what was mapped goes first
    assert labels.find("commitment__pledge", "entity", "commitment") == ("commitment", "pledge")
    assert labels.find("Agent", "role") == ("role", "source")
    assert labels.find("mode", "document") == ("document", "mode")
    labels.check("x")
    assert labels.find("Town", "entity", "argument") is None
    assert labels.find("boss", "role") is None
    with pytest.raises(PeymanError) as caught:
        labels.check("x")
    assert caught.value.data["labels"] == "Town (entity/argument); boss (role)"


def test_labels_of_two_layers_are_written_with_their_layer() -> None:
    body = SCHEMA.body.replace('id = "ARG"', 'id = "PER"')
    names = type_names(parse_schema(body, "x"), "entity", "commitment", "argument")
    assert (names["entity", "PER"], names["argument", "PER"]) == ("entity__PER", "argument__PER")
    assert names["entity", "ORG"] == "ORG"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"colour": "red"}, "option_unknown"),
        ({"scheme": "IOB9"}, "option_value"),
    ],
)
def test_options_are_checked(values: dict[str, str], code: str) -> None:
    with pytest.raises(PeymanError) as caught:
        format_for(Path(), "conll").check_options(values, "export")
    assert caught.value.code == code
    assert "IOB" in str(caught.value) or "scheme" in str(caught.value)


def test_an_option_of_one_way_is_none_of_the_other() -> None:
    format_for(Path(), "brat").check_options({"offsets": "utf-16"}, "import")
    for name, way in (("brat", "export"), ("conll", "import")):
        with pytest.raises(PeymanError) as caught:
            format_for(Path(), name).check_options({"offsets": "utf-16", "keep": "innermost"}, way)  # type: ignore[arg-type]
        assert caught.value.code == "option_unknown"


@pytest.mark.parametrize("known", FORMATS, ids=lambda f: f.name)
def test_the_default_of_an_option_is_one_of_its_choices(known: object) -> None:
    for option in format_for(Path(), getattr(known, "name", "")).options:
        assert option.help
        assert not option.choices or option.default in option.choices


# Offsets -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "unit"), list(enumerate(IN_ORDER)))
def test_each_unit_finds_the_same_places(number: int, unit: str) -> None:
    convert = UNITS[unit](TORTURE)
    for quote, *extents in PLACES:
        extent = converted(convert, *extents[number])
        assert extent is not None
        assert TORTURE[slice(*extent)] == quote


@pytest.mark.parametrize(("number", "unit"), list(enumerate(IN_ORDER)))
def test_the_vote_finds_the_unit_of_a_file(number: int, unit: str) -> None:
    vote = OffsetVote("x", IN_ORDER)
    vote.see(TORTURE, [(*extents[number], quote, "line 1") for quote, *extents in PLACES])
    assert vote.unit() == unit


def test_units_that_lead_to_the_same_places_need_no_decision() -> None:
    vote = OffsetVote("x", IN_ORDER)
    vote.see("One two", [(4, 7, "two", "line 1"), (0, 3, None, "line 2")])
    assert vote.unit() == "code-points"


def test_an_undecided_vote_is_refused_and_can_be_decided() -> None:
    for chosen in ("auto", "utf-16"):
        vote = OffsetVote("x", ("code-points", "utf-16"), chosen)
        vote.see("😊 aaaa", [(3, 4, "a", "line 1")])
        if chosen == "utf-16":
            assert vote.unit() == "utf-16"
        else:
            with pytest.raises(PeymanError) as caught:
                vote.unit()
            assert caught.value.code == "offsets_ambiguous"


def test_a_quote_that_is_nowhere_is_named_with_its_place() -> None:
    vote = OffsetVote("a.json", ("utf-16", "code-points"))
    with pytest.raises(PeymanError) as caught:
        vote.see("One", [(0, 2, "Tw", "line 7")])
    assert str(caught.value).startswith("“a.json”, line 7: at 0–2 the text is not “Tw”, whether one counts utf-16, ")


# Building and counting ---------------------------------------------------------------------------------------------


def test_a_builder_checks_and_ids_depend_on_what_it_is_given() -> None:
    document = plain_document("a.txt", "Baku signed")
    made = []
    for _ in range(2):
        builder = SetBuilder(document, "Sara", "a.x")
        place = builder.add_span("entity", "GPE", 0, 4, where="line 1", quote="Baku")
        act = builder.add_span("commitment", "done", 5, 11, where="line 2")
        assert builder.add_role("place", act, place) is not None
        assert builder.add_role("place", act, place) is None
        assert builder.add_role("place", place, act) is None
        builder.add_label("mode", "video")
        builder.add_label("mode", "phone")
        made.append(builder.made())
    assert made[0] == made[1]
    assert [label.value for label in made[0].document_labels] == ["phone"]
    assert list(made[0].annotations) == sorted(made[0].annotations)
    for extent, quote in (((0, 12), None), ((4, 4), None), ((-1, 2), None), ((0, 4), "Bake")):
        with pytest.raises(PeymanError, match="line 9"):
            builder.add_span("entity", "GPE", *extent, where="line 9", quote=quote)


def test_what_a_format_lacks_is_counted_and_what_it_holds_is_not() -> None:
    def losses(holds: frozenset) -> dict[str, int]:  # type: ignore[type-arg]
        tally = Tally()
        assert len(list(counted(jsonl.read(DATA / "full.jsonl", SCHEMA), holds, tally))) == 3
        return {loss.code: loss.count for loss in tally.losses()}

    assert losses(EVERYTHING) == {}
    assert losses(frozenset()) == {
        "loss_texts": 2, "loss_metadata": 11, "loss_annotators": 2, "loss_states": 1, "loss_gold": 1,
        "loss_nested": 1, "loss_fragments": 1, "loss_relations": 4, "loss_attributes": 7,
        "loss_labels": 2, "loss_notes": 3, "loss_doubts": 2, "loss_origins": 1, "loss_foreign": 8,
    }  # fmt: skip


def test_words_are_tokens_and_whatever_else_can_be_seen() -> None:
    document = replace(plain_document("a", "Baku (AZ) said. So it is!"), tokens=((0, 4), (6, 8)))
    found = [document.text[a:b] for a, b in words(document)]
    assert found == ["Baku", "(", "AZ", ")", "said.", "So", "it", "is!"]
    assert [len(sentence) for sentence in sentence_words(document)] == [5, 3]
