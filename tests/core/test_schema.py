"""The schema: the one that ships, what it says about annotations, and errors that name line and key."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import default_schema
from peyman.core.errors import PeymanError
from peyman.core.model import Json
from peyman.core.schema import LANGUAGES, Names, Schema, parse_schema

# The default schema ----------------------------------------------------------------------------------------------

LABELS = {
    "entity": ["PER", "ROLE", "ORG", "GPE", "LOC", "FAC", "EVENT", "DOC", "DATE", "MONEY", "QUANT"],
    "commitment": [
        "agreement", "pledge", "plan", "readiness", "proposal", "request", "demand", "agenda", "done",
    ],
    "argument": ["ARG"],
    "role": [
        "source", "committer", "counterparty", "beneficiary", "mandator", "action", "object", "amount", "place",
        "deadline", "condition", "instrument",
    ],
    "document": [],
}  # fmt: skip
GROUPS = {
    "commissive": ["agreement", "pledge", "plan", "readiness"],
    "directive": ["proposal", "request", "demand"],
    "assertive": ["agenda", "done"],
}
CHOICES = {
    "entity": {
        "sub": ["gov", "intl", "company", "association", "media", "other", "site", "route"],
    },
    "commitment": {
        "status": [
            "proposed", "under_discussion", "preliminary", "agreed", "signed", "in_progress", "completed",
            "cancelled", "unclear",
        ],
        "modality": ["firm", "intended", "hoped", "possible", "necessary"],
        "polarity": ["positive", "negative"],
        "conditionality": ["unconditional", "conditional"],
        "specificity": ["vague", "partly", "specific"],
        "evidence": ["none", "claim", "figure", "document", "third_party"],
        "deadline_type": ["none", "absolute", "relative", "event", "vague"],
        "voice": ["direct", "indirect", "narrator"],
        "fulfilment": ["not_assessed", "in_progress", "fulfilled", "partial", "broken"],
        "sectors": [
            "trade", "investment", "finance", "transport", "customs_border", "energy", "industry", "agriculture",
            "reconstruction", "security", "culture_education", "tourism", "institution", "governance", "other",
        ],
    },
    "document": {
        "event_type": [
            "summit", "visit", "meeting", "domestic_meeting", "phone_call", "statement", "signing", "conference",
            "other",
        ],
        "level": [
            "head_of_state", "head_of_government", "deputy_head_of_government", "minister", "deputy_minister",
            "governor", "ambassador", "agency_company", "working_level", "none",
        ],
        "mode": ["in_person", "video", "phone", "written", "unknown"],
    },
}  # fmt: skip
OPEN_FIELDS = {
    "entity": {"canon": "text", "holder": "text", "norm": "norm"},
    "commitment": {},
    "document": {
        "outlet": "text", "via": "list", "pub_date": "norm", "dateline": "text", "parties": "list",
        "about": "list", "venue": "text",
    },
}  # fmt: skip
KEYS = {"entity": "1234567890-", "commitment": "123456789"}


def test_the_default_schema_has_the_labels_of_the_design(schema: Schema) -> None:
    assert {name: [label.id for label in layer.labels] for name, layer in schema.layers.items()} == LABELS
    assert {name: layer.overlap for name, layer in schema.layers.items() if name != "document"} == {
        "entity": "nest", "commitment": "any", "argument": "any", "role": "any",
    }  # fmt: skip
    commitment = schema.layer("commitment")
    assert [group.id for group in commitment.groups] == list(GROUPS)
    assert {g: [label.id for label in commitment.labels if label.group == g] for g in GROUPS} == GROUPS
    for layer, keys in KEYS.items():
        assert [label.key for label in schema.layer(layer).labels] == list(keys)


def test_the_default_schema_has_the_attributes_of_the_design(schema: Schema) -> None:
    for name in ("entity", "commitment", "document"):
        layer = schema.layer(name)
        closed = {a.id: [c.id for c in a.choices] for a in layer.attributes if a.kind in ("choice", "multi")}
        assert closed == CHOICES[name]
        assert {a.id: a.kind for a in layer.attributes if a.id not in closed} == OPEN_FIELDS[name]
    attributes = {a.id: a for a in schema.layer("commitment").attributes}
    assert [a.id for a in attributes.values() if a.ordinal] == ["specificity"]
    assert [a.id for a in attributes.values() if a.kind == "multi"] == ["sectors"]
    assert {a.id for a in attributes.values() if a.required} == {"status", "modality", "specificity"}


def test_the_default_schema_is_named_in_three_languages_and_has_no_key_twice(schema: Schema) -> None:
    for layer in schema.layers.values():
        named = [layer.names]
        named += [label.names for label in layer.labels]
        named += [attribute.names for attribute in layer.attributes]
        named += [group.names for group in layer.groups]
        named += [choice.names for attribute in layer.attributes for choice in attribute.choices]
        named += [label.rule for label in layer.labels]
        assert all(set(names.by_language) == set(LANGUAGES) for names in named), layer.id
        keys = [label.key for label in layer.labels if label.key]
        assert len(keys) == len(set(keys))


def test_a_schema_keeps_its_text_and_hash(schema: Schema) -> None:
    again = parse_schema(schema.body, "again")
    assert again == schema
    assert again.sha256 == schema.sha256
    assert parse_schema(schema.body + "\n", "again").sha256 != schema.sha256


# What a schema says about annotations ----------------------------------------------------------------------------


def test_names_fall_back_to_english_and_then_to_the_id() -> None:
    assert Names("PER", {"fa": "شخص", "en": "Person"})("fa") == "شخص"
    assert Names("PER", {"fa": "شخص", "en": "Person"})("ru") == "Person"
    assert Names("PER", {"fa": "شخص"})("ru") == "PER"


def test_attributes_apply_by_label_and_by_the_value_of_others(schema: Schema) -> None:
    entity, commitment = schema.layer("entity"), schema.layer("commitment")
    assert [a.id for a in entity.attributes_for("PER", {})] == ["canon"]
    assert [a.id for a in entity.attributes_for("ORG", {})] == ["canon", "sub"]
    fulfilment = commitment.attribute("fulfilment")
    assert fulfilment is not None
    assert not fulfilment.applies("plan", {})
    assert not fulfilment.applies("plan", {"status": "proposed"})
    assert fulfilment.applies("plan", {"status": "completed"})
    assert not fulfilment.applies("plan", {"status": ["completed"]})


def test_choices_may_depend_on_the_label(schema: Schema) -> None:
    sub = schema.layer("entity").attribute("sub")
    assert sub is not None
    assert [c.id for c in sub.choices_of("FAC")] == ["site", "route"]
    assert [c.id for c in sub.choices_of("ORG")] == ["gov", "intl", "company", "association", "media", "other"]
    assert sub.choices_of("PER") == sub.choices


def test_gaps_are_the_required_attributes_without_a_value(schema: Schema) -> None:
    def gaps(**attributes: Json) -> list[str]:
        return [a.id for a in schema.gaps("commitment", "plan", attributes)]

    assert gaps() == ["status", "modality", "specificity"]
    assert gaps(status="agreed", modality="", specificity=None) == ["modality", "specificity"]
    assert gaps(status="agreed", modality="firm", specificity="vague") == []
    assert schema.gaps("entity", "PER", {}) == ()


def test_defaults_are_offered_where_they_apply_and_nothing_stands_yet(schema: Schema) -> None:
    usual = {"polarity": "positive", "conditionality": "unconditional", "evidence": "none", "deadline_type": "none"}
    assert schema.defaults("commitment", "plan", {}) == usual
    del usual["polarity"]
    given_ = {"status": "completed", "polarity": "negative"}
    assert schema.defaults("commitment", "plan", given_) == {**usual, "fulfilment": "not_assessed"}
    assert schema.defaults("entity", "PER", {}) == {}


def test_relabelling_keeps_what_the_new_label_may_have(schema: Schema) -> None:
    attributes: dict[str, Json] = {"canon": "x", "sub": "gov", "from_elsewhere": 1}
    assert schema.retained("entity", "PER", attributes) == {"canon": "x", "from_elsewhere": 1}
    assert schema.retained("entity", "ORG", attributes) == attributes
    # A facility has a kind too, but “gov” is none of its kinds.
    assert schema.retained("entity", "FAC", attributes) == {"canon": "x", "from_elsewhere": 1}
    assert schema.retained("entity", "FAC", {"sub": "site"}) == {"sub": "site"}


def test_several_values_are_kept_only_if_the_new_label_may_have_all(schema: Schema) -> None:
    entity = schema.layer("entity")
    sub = replace(entity.attributes[2], kind="multi")
    changed = replace(schema, layers={**schema.layers, "entity": replace(entity, attributes=(sub,))})
    assert changed.retained("entity", "FAC", {"sub": ["site", "route"]}) == {"sub": ["site", "route"]}
    assert changed.retained("entity", "FAC", {"sub": ["site", "gov"]}) == {}


def test_unknown_layers_and_labels_are_named(schema: Schema) -> None:
    assert schema.label("entity", "PER").id == "PER"
    with pytest.raises(PeymanError, match="“event” is no layer") as caught:
        schema.label("event", "PER")
    assert caught.value.code == "schema_unknown_layer"
    with pytest.raises(PeymanError, match="“XYZ” is no label of the layer “entity”") as caught:
        schema.label("entity", "XYZ")
    assert caught.value.code == "schema_unknown_label"
    assert schema.layer("entity").attribute("nothing") is None


# Broken schemas --------------------------------------------------------------------------------------------------

SMALL = """\
format = "peyman-schema/1"
id = "small"
version = "1"
names = { fa = "کوچک", en = "Small" }

[layers.entity]
overlap = "nest"

[[layers.entity.labels]]
id = "PER"
key = "1"
color = "#102030"

[[layers.entity.labels]]
id = "ORG"
key = "2"
names = { fa = "سازمان" }

[[layers.entity.attributes]]
id = "kind"
kind = "choice"
labels = ["ORG"]
choices_for = { ORG = ["gov"] }
default = "gov"
choices = [
  { id = "gov", key = "g" },
  { id = "other", key = "o" },
]

[[layers.entity.attributes]]
id = "since"
when = { kind = ["gov"] }

[[layers.commitment.labels]]
id = "plan"

[layers.argument]
[[layers.argument.labels]]
id = "ARG"

[layers.role]
labels = [ { id = "source" } ]
"""


def test_a_small_schema_is_enough() -> None:
    schema = parse_schema(SMALL, "small.toml")
    assert (schema.id, schema.version, schema.names("fa"), schema.names("ru")) == ("small", "1", "کوچک", "Small")
    assert [label.id for label in schema.layer("role").labels] == ["source"]
    assert schema.layer("commitment").overlap == "any"
    kind = schema.layer("entity").attribute("kind")
    assert kind is not None
    assert [choice.key for choice in kind.choices] == ["G", "O"]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "reason"),
    [
        ('format = "peyman-schema/1"', 'format = "peyman-schema/2"', 1, "format", "must be “peyman-schema/1”"),
        ('id = "small"', "id = 7", 2, "id", "is missing or empty"),
        ('version = "1"\n', "", 1, "version", "is missing or empty"),
        ('names = { fa = "کوچک", en = "Small" }', 'names = "Small"', 4, "names", "must be a table"),
        ('fa = "کوچک"', 'fa = " "', 4, "names.fa", "must be a name"),
        ('overlap = "nest"', 'overlap = "cross"', 7, "layers.entity.overlap", "must be “none”, “nest” or “any”"),
        ('id = "PER"', 'id = "شخص"', 10, "layers.entity.labels[0].id", "Latin letters"),
        ('id = "PER"\nkey = "1"\ncolor = "#102030"\n', "", 9, "layers.entity.labels[0].id", "Latin letters"),
        ('color = "#102030"', 'color = "red"', 12, "layers.entity.labels[0].color", "must be a colour"),
        ('id = "ORG"', 'id = "PER"', 15, "layers.entity.labels[1].id", "“PER” stands twice"),
        ('key = "2"', 'key = "1"', 16, "layers.entity.labels[1].key", "“1” stands twice"),
        ('key = "2"', 'key = "F1"', 16, "layers.entity.labels[1].key", "must be one Latin letter"),
        ('key = "2"', 'key = " "', 16, "layers.entity.labels[1].key", "must be one Latin letter"),
        ('key = "2"', 'key = "ش"', 16, "layers.entity.labels[1].key", "must be one Latin letter"),
        ('key = "2"', 'group = "people"', 16, "layers.entity.labels[1].group", "“people” is none"),
        ('key = "2"', "group = 3", 16, "layers.entity.labels[1].group", "is missing or empty"),
        ('kind = "choice"', 'kind = "select"', 21, "layers.entity.attributes[0].kind", "must be choice, multi"),
        ('labels = ["ORG"]', 'labels = ["OGR"]', 22, "layers.entity.attributes[0].labels", "no label “OGR”"),
        ('labels = ["ORG"]', 'labels = "ORG"', 22, "layers.entity.attributes[0].labels", "must be a list of ids"),
        ("{ ORG =", "{ OGR =", 23, "layers.entity.attributes[0].choices_for", "no label “OGR”"),
        ('ORG = ["gov"]', 'ORG = ["gvo"]', 23, "layers.entity.attributes[0].choices_for", "“gvo” is none"),
        ('default = "gov"', 'required = "no"', 24, "layers.entity.attributes[0].required", "must be true or false"),
        ('{ ORG = ["gov"] }', "5", 23, "layers.entity.attributes[0].choices_for", "must be a table"),
        ('default = "gov"', 'default = "gvo"', 24, "layers.entity.attributes[0].default", "“gvo” is none"),
        ('default = "gov"', 'default = ["gov"]', 24, "layers.entity.attributes[0].default", "no value of this kind"),
        ('id = "other"', 'id = "gov"', 25, "layers.entity.attributes[0].choices[1].id", "“gov” stands twice"),
        ('key = "o"', 'key = "G"', 25, "layers.entity.attributes[0].choices[1].key", "“G” stands twice"),
        ('id = "since"', 'id = "kind"', 31, "layers.entity.attributes[1].id", "“kind” stands twice"),
        ('kind = ["gov"] }', 'kind = ["gvo"] }', 32, "layers.entity.attributes[1].when", "no value “gvo”"),
        ('when = { kind = ["gov"] }', 'kind = "multi"', 30, "layers.entity.attributes[1].choices", "needs its choices"),
        ('when = { kind = ["gov"] }', "kind = []", 32, "layers.entity.attributes[1].kind", "must be choice, multi"),
        ('[[layers.commitment.labels]]\nid = "plan"', "", 1, "layers.commitment", "needs at least one label"),
        ('[[layers.argument.labels]]\nid = "ARG"', "", 37, "layers.argument", "needs at least one label"),
        ('labels = [ { id = "source" } ]', 'labels = ["source"]', 42, "layers.role.labels", "a list of tables"),
        ("[layers.role]\nlabels = [", "x = [", 1, "layers.role", "needs at least one label"),
    ],
)  # fmt: skip
def test_errors_name_the_line_and_the_key(old: str, new: str, line: int, key: str, reason: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(PeymanError) as caught:
        parse_schema(SMALL.replace(old, new), "my.toml")
    data = caught.value.data
    assert (caught.value.code, data["where"], data["line"], data["key"]) == ("schema_value", "my.toml", line, key)
    assert reason in str(data["reason"])
    assert f"Schema my.toml, line {line}, key “{key}”: " in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('id = "small"', "id = small", "line 2"),
        ('id = "small"', 'id = "small"\nid = "twice"', "line 3"),
        ("[layers.entity]", "[layers.entity", "line 6"),
        ('version = "1"', "version = " + "1" * 5000, "4300 digits"),
        ('version = "1"', "version = " + "[" * 5000, "recursion"),
    ],
)
def test_what_is_no_toml_is_named_by_its_place(old: str, new: str, where: str) -> None:
    with pytest.raises(PeymanError, match=r"Schema my\.toml: ") as caught:
        parse_schema(SMALL.replace(old, new), "my.toml")
    assert caught.value.code == "schema_syntax"
    assert where in str(caught.value.data["reason"])


BODY = default_schema().body
VALUES = ["", "7", "true", '"x"', "[]", "{}", "[1]", '["x"]', "{ x = 1 }", "{ x = [] }", "1979-05-27", "nan"]


@given(st.data())
def test_whatever_a_value_is_replaced_by_the_line_of_the_trouble_is_told(data: st.DataObject) -> None:
    lines = BODY.split("\n")
    number = data.draw(st.sampled_from([n for n, line in enumerate(lines) if re.match(r"\w+ = ", line)]))
    key = lines[number].split(" = ")[0]
    closing = "choices = [" in lines[number] or "groups = [" in lines[number]
    value = data.draw(st.sampled_from(VALUES))
    end = lines.index("]", number) + 1 if closing else number + 1
    changed = "\n".join([*lines[:number], f"{key} = {value}", *lines[end:]])
    error = _error_of(changed)
    if error is not None and error.code == "schema_value":
        told = str(error.data["key"]).split(".")[-1]
        assert error.data["line"] == number + 1 if told == key else error.data["line"] != number + 1
    assert error is None or str(error)


def _error_of(body: str) -> PeymanError | None:
    try:
        parse_schema(body, "changed.toml")
    except PeymanError as error:
        return error
    return None


@given(st.text())
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    with pytest.raises(PeymanError, match=r"Schema some\.toml"):
        parse_schema(text, "some.toml")
