"""Guidelines: sections, the one about a label, and those that ship for the default schema."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import default_schema
from peyman import paths
from peyman.core.guidelines import section_about, sections
from peyman.core.schema import Schema
from peyman.exchange import guidelines_for

TEXT = """Before.

# First

one
## PER · شخص
two
```
# no heading
```
### Inner
three
## deadline_type
four
## اداره‌ها
five
# Second ##
six
"""


def test_a_section_reaches_to_the_next_heading_that_is_no_lesser_one() -> None:
    found = {one.heading: one for one in sections(TEXT)}
    assert list(found) == ["First", "PER · شخص", "Inner", "deadline_type", "اداره‌ها", "Second"]
    assert [one.level for one in found.values()] == [1, 2, 3, 2, 2, 1]
    assert found["PER · شخص"].body == "## PER · شخص\ntwo\n```\n# no heading\n```\n### Inner\nthree\n"
    assert found["Second"].body == "# Second ##\nsix\n"
    assert found["First"].body.endswith("five\n")


@pytest.mark.parametrize(
    ("entry", "names", "heading"),
    [
        ("PER", [], "PER · شخص"),
        ("X", ["شخص"], "PER · شخص"),
        ("X", ["شخ"], None),
        ("deadline", [], None),
        ("deadline", ["Deadline"], None),
        ("deadline_type", [], "deadline_type"),
        ("ORG", ["اداره ها", "ادارهها"], "اداره‌ها"),
        ("", ["شخص"], None),
        ("X", [""], None),
    ],
)
def test_a_heading_names_a_label_by_its_id_or_its_name(entry: str, names: list[str], heading: str | None) -> None:
    section = section_about(TEXT, entry, filter(None, names))
    assert (section.heading if section else None) == heading


@given(st.text("#`~ \nab", max_size=40))
def test_any_text_has_sections_that_are_parts_of_it(text: str) -> None:
    lines = text.splitlines()
    for one in sections(text):
        body = one.body.strip().splitlines()
        assert any(lines[at : at + len(body)][1:] == body[1:] for at in range(len(lines)))


def test_the_guidelines_that_ship_tell_of_every_label_role_and_attribute(schema: Schema) -> None:
    text = guidelines_for(schema)
    headings = [one.heading for one in sections(text)]
    assert len(headings) == len(set(headings))
    asked = [label.id for name in ("entity", "commitment", "role") for label in schema.layer(name).labels]
    asked += [attribute.id for attribute in schema.layer("commitment").attributes]
    for entry in asked:
        section = section_about(text, entry)
        assert section is not None, entry
        assert section.heading.startswith(entry)
        assert len(section.body) > 40
    assert not re.search(r"[а-яё][آ-ی]|[آ-ی][а-яё]", text)  # no word of two scripts
    assert "<" not in text


def test_no_example_was_taken_from_the_articles_that_ship(schema: Schema) -> None:
    """An example of several words is invented."""
    articles = "\n".join(path.read_text(encoding="utf-8") for path in paths.seeds().glob("*.txt"))
    examples = set(re.findall("⟦([^⟦⟧]+)⟧", guidelines_for(schema)))
    assert len(examples) > 80
    assert [one for one in examples if " " in one.strip() and one in articles] == []


def test_other_schemas_have_none() -> None:

    for name in ("other", "../schemas/commitnews", "."):
        assert guidelines_for(replace(default_schema(), id=name)) == ""
