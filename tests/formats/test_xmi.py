"""UIMA CAS: INCEpTION's files are understood, cassis reads ours strictly, and what we write comes back."""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import cassis
import pytest
from hypothesis import given, settings

from core.making import refused
from drawn import SCHEMA, items
from peyman import paths
from peyman.core.decode import text_hash
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Span
from peyman.formats import jsonl, uima_types, xmi
from peyman.formats.base import DEFAULTS, Folder, Options
from told import said

DATA = Path(__file__).parents[1] / "data" / "formats"
XMI = (DATA / "inception" / "sara.xmi").read_text(encoding="utf-8")
TYPES = (DATA / "inception" / "TypeSystem.xml").read_text(encoding="utf-8")
JSON = (DATA / "inception" / "sara.cas.json").read_text(encoding="utf-8")
NOT_XML = re.compile("[\x0b\x0c\x1c-\x1f\ufffe\uffff]")  # of what the drawn texts hold


def there_and_back(given_items: list[AnnotatedDocument]) -> list[AnnotatedDocument]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        xmi.write(given_items, Folder(folder), SCHEMA)
        files = sorted(folder.rglob("*.xmi"))
        types = cassis.load_typesystem(folder / "TypeSystem.xml")
        for file in files:
            cassis.load_cas_from_xmi(file, typesystem=types)  # strict; a warning would fail the test
        return [item for file in files for item in xmi.read(file, SCHEMA)]


def the_set(item: AnnotatedDocument) -> AnnotationSet:
    assert item.annotations is not None
    return item.annotations


def in_xml(item: AnnotatedDocument) -> AnnotatedDocument:
    """What becomes of an item whose text has characters that XML cannot hold."""
    text = NOT_XML.sub("\ufffd", item.document.text)
    document = replace(item.document, text=text, sha256=text_hash(text))
    if item.annotations is None:
        return AnnotatedDocument(document)
    annotations = {
        number: replace(one, quote=text[one.start : one.end]) if isinstance(one, Span) else one
        for number, one in item.annotations.annotations.items()
    }
    return AnnotatedDocument(document, replace(item.annotations, annotations=annotations))


@settings(max_examples=settings().max_examples // 4)
@given(items())
def test_everything_comes_back_but_for_what_xml_cannot_hold(given_items: list[AnnotatedDocument]) -> None:
    back = there_and_back(given_items)

    def order(told: dict[str, object]) -> str:
        return repr((told["name"], told.get("kind"), told.get("annotator")))

    wanted = [said(in_xml(item)) for item in given_items]
    assert sorted(map(said, back), key=order) == sorted(wanted, key=order)
    texts = {item.document.text for item in given_items}
    losses = {loss.code: loss.count for loss in xmi.plan(given_items, SCHEMA)}
    assert losses.get("xmi_loss_characters", 0) == sum(len(NOT_XML.findall(text)) for text in texts)


def test_the_sample_comes_back_whole(tmp_path: Path) -> None:
    given_items = list(jsonl.read(paths.seeds("sample_gold.jsonl"), SCHEMA))
    xmi.write(given_items, Folder(tmp_path), SCHEMA)
    names = sorted(str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.xmi"))
    assert names == [f"{item.document.name}/CURATION_USER.xmi" for item in given_items]
    back = [item for name in names for item in xmi.read(tmp_path / name, SCHEMA)]
    assert [said(item) for item in back] == [said(item) for item in given_items]


# What INCEpTION has --------------------------------------------------------------------------------------------------


def test_a_document_of_inception_is_understood() -> None:
    (item,) = xmi.read(DATA / "inception" / "sara.xmi", SCHEMA)
    sara = the_set(item)
    assert (item.document.name, item.document.text[:11]) == ("خبر ۱.txt", "🙂 علی احمدی")
    assert (sara.annotator, sara.kind, sara.state.state) == ("sara", "annotation", "finished")
    person, place, promise = sara.spans
    assert [(s.layer, s.label, s.start, s.quote) for s in sara.spans] == [
        ("entity", "PER", 2, "علی احمدی"), ("entity", "GPE", 22, "باکو"),
        ("commitment", "pledge", 28, "قول داد که راه‌آهن بسازد"),
    ]  # fmt: skip
    assert promise.attributes == {"status": "proposed"}
    assert promise.foreign == {"uima": {"features": {"sure": True}}}
    assert person.foreign == {"uima": {"features": {"identifier": "http://www.wikidata.org/entity/Q1"}}}
    roles = sorted((r.label, r.source, r.target) for r in sara.relations)
    assert roles == [
        ("committer", promise.id, person.id), ("place", promise.id, place.id), ("source", promise.id, person.id),
    ]  # fmt: skip
    # Parts of speech, an empty stretch, and a relation that leads from a person.
    kept = sara.foreign["uima"]["structures"]  # type: ignore[index,call-overload]
    assert [(one["type"].rpartition(".")[2], one["id"]) for one in kept] == [("POS", 21), ("Promise", 43), ("Role", 45)]  # type: ignore[index,union-attr,call-overload]


def test_a_json_cas_is_understood() -> None:
    (item,) = xmi.read(DATA / "inception" / "sara.cas.json", SCHEMA)
    assert the_set(item).annotator == "sara"
    assert [(s.label, s.start, s.quote) for s in the_set(item).spans] == [
        ("PER", 2, "علی احمدی"), ("pledge", 28, "قول داد که راه‌آهن بسازد"),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "annotator", "kind"), [
    ("CURATION_USER.xmi", "CURATION_USER", "gold"), ("ali.xmi", "ali", "annotation"), ("INITIAL_CAS.xmi", None, None),
])  # fmt: skip
def test_the_name_of_a_file_says_whose_it_is(
    tmp_path: Path, name: str, annotator: str | None, kind: str | None
) -> None:
    document = tmp_path / "annotation" / "a.txt"
    document.mkdir(parents=True)
    (document / name).write_text(XMI, encoding="utf-8")
    (document / "TypeSystem.xml").write_text(TYPES, encoding="utf-8")
    (item,) = xmi.read(document / name, SCHEMA)
    found = item.annotations and (item.annotations.annotator, item.annotations.kind)
    assert found == (annotator and (annotator, kind))


def test_labels_of_other_layers_may_be_mapped(tmp_path: Path) -> None:
    xml = XMI.replace('value="PER"', 'value="PERSON"').replace('value="GPE"', 'value="CITY"')
    with pytest.raises(PeymanError, match="PERSON, CITY"):
        read(tmp_path, xml)
    item = read(tmp_path, xml, Options(labels={"entity": {"PERSON": "PER", "CITY": "GPE"}}))
    assert [span.label for span in the_set(item).spans] == ["PER", "GPE", "pledge"]


def test_inception_takes_our_types_for_layers() -> None:
    """The rules by which it finds layers in a type system, from its class TypeSystemAnalysis."""
    types = cassis.load_typesystem(uima_types.make_typesystem(SCHEMA).to_xml())
    built_in = {"begin", "end", "sofa"}

    def is_slot(feature: cassis.typesystem.Feature) -> bool:
        if feature.rangeType.name != "uima.cas.FSArray" or feature.elementType is None:
            return False
        link = types.get_type(feature.elementType.name)
        ranges = [one.rangeType.name for one in link.all_features]
        return link.supertype.name == "uima.cas.TOP" and sorted(ranges) == ["uima.cas.String", "uima.tcas.Annotation"]

    def is_span_layer(name: str) -> bool:
        kind = types.get_type(name)
        plain = ("uima.cas.String", "uima.cas.StringArray")
        return kind.supertype.name == "uima.tcas.Annotation" and all(
            feature.name in built_in or feature.rangeType.name in plain or is_slot(feature)
            for feature in kind.all_features
        )

    own = [one.name for one in types.get_types() if not one.name.startswith("uima.") and list(one.features)]
    layers = [name for name in own if is_span_layer(name)]
    assert sorted(layers) == [f"webanno.custom.{name}" for name in ("Argument", "Commitment", "Entity", "Fragment")]
    names = re.compile(r"[A-Za-z]\w*")
    assert all(names.fullmatch(f.name) for one in types.get_types() for f in one.features)
    assert types.get_type("webanno.custom.Commitment").get_feature("roles") is not None


# Wrong files -----------------------------------------------------------------------------------------------------


def read(folder: Path, xml: str | bytes, options: Options = DEFAULTS, types: str = TYPES) -> AnnotatedDocument:
    (folder / "TypeSystem.xml").write_text(types, encoding="utf-8")
    path = folder / "bad.xmi"
    path.write_bytes(xml.encode() if isinstance(xml, str) else xml)
    (item,) = xmi.read(path, SCHEMA, options)
    return item


DOCTYPE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE x [" + '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
SECOND = '<cas:Sofa xmi:id="13" sofaNum="2" sofaID="b" sofaString="x"/>'
BODY = XMI.partition("?>")[2]


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("", "uima_syntax"),
        (XMI[:-20], "uima_syntax"),
        (XMI.replace("&#10;", "&nbsp;"), "uima_syntax"),
        (XMI.replace("&#10;", "&#1;"), "uima_syntax"),
        ("<html/>", "uima_no_cas"),
        (DOCTYPE + BODY.replace("🙂", "&secret;"), "uima_doctype"),
        (LAUGHS + BODY.replace("🙂", "&i;"), "uima_doctype"),
        (('<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE + BODY).encode("utf-16"), "uima_doctype"),
        (('<?xml version="1.0"?>' + DOCTYPE + BODY).encode("utf-16-be"), "uima_doctype"),
        (('<?xml version="1.0" encoding="utf-7"?>' + BODY).encode("utf-7"), "uima_encoding"),
        (XMI.encode("utf-8")[:900] + b"\xff" + XMI.encode("utf-8")[900:], "uima_encoding"),
        (XMI.replace("custom:Promise ", "custom:Vow ").replace("NamedEntity", "Name"), "uima_types"),
        (XMI.replace('begin="29" end="53"', 'begin="29" end="99"'), "uima_offsets"),
        (XMI.replace('begin="29" end="53"', 'begin="53" end="29"'), "uima_offsets"),
        (XMI.replace('begin="29" end="53"', 'begin="-1" end="53"'), "uima_offsets"),
        (XMI.replace('begin="29" end="53"', 'begin="1" end="53"'), "uima_offsets"),  # between two surrogates
        (XMI.replace('begin="29" end="53"', 'begin="29.5" end="53"'), "uima_offsets"),
        (XMI.replace('begin="29" end="53"', 'begin="29"'), "uima_offsets"),
        (XMI.replace('xmi:id="31"', 'xmi:id="30"'), "uima_id_twice"),
        (XMI.replace("Governor=\"42\"", "Governor=\"77\""), "uima_no_cas"),
        (XMI.replace('members="1 19', 'members="1 99 19'), "uima_no_cas"),
        (XMI.replace('sure="true"', 'sure="perhaps"'), "uima_no_cas"),
        (XMI.replace('label="pledge"', 'label="pledge" unheard="of"'), "uima_no_cas"),
        (re.sub(r"<cas:Sofa[^>]*/>", "", XMI), "uima_texts"),
        (XMI.replace("<cas:View", f"{SECOND}<cas:View"), "uima_texts"),
        (re.sub(r'(begin|end)="\d+"', r'\1="0"', re.sub(r'sofaString="[^"]*"', 'sofaString=" "', XMI)), "text_empty"),
        (XMI.replace('value="PER"', 'value="PERSON"'), "labels_unknown"),
        (XMI.replace('role="committer"', 'role="knows"'), "labels_unknown"),
        (JSON[:-3], "json_syntax"),
        (JSON.replace('"%ID": 3', '"%ID": 2'), "uima_id_twice"),
        (JSON.replace('"end": 53', '"end": 530'), "uima_offsets"),
        (JSON.replace('"end": 53', '"end": "x"'), "uima_offsets"),
        (JSON.replace('"end": 53', '"end": NaN'), "json_number"),
        (JSON.replace('"%MEMBERS": [2, 3]', '"%MEMBERS": [2, 9]'), "uima_no_cas"),
        (JSON.replace('"%TYPE": "webanno.custom.Promise"', '"%TYPE": "webanno.custom.Vow"'), "uima_types"),
        (JSON.replace('"%VIEWS"', '"VIEWS"'), "uima_no_cas"),
        (JSON.replace('"uima.tcas.Annotation"', '"webanno.custom.Nothing"'), "uima_no_cas"),
        (JSON.replace("🙂", "\\ud83d"), "json_surrogate"),
        ('{"%FEATURE_STRUCTURES": [7], "%VIEWS": {}}', "uima_texts"),
        ('{"%FEATURE_STRUCTURES": {"1": 7}, "%VIEWS": {}}', "uima_no_cas"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path, xml: str | bytes, code: str) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, xml)
    assert caught.value.code == code
    assert "bad.xmi" in str(caught.value)
    assert "\n" not in str(caught.value)


# Archives --------------------------------------------------------------------------------------------------------


def zipped(folder: Path, *members: tuple[str, str | bytes], name: str = "sara.zip") -> Path:
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(member, content)
    return folder / name


def test_an_archive_of_inception_is_read_as_it_is(tmp_path: Path) -> None:
    (plain,) = xmi.read(DATA / "inception" / "sara.xmi", SCHEMA)
    (item,) = xmi.read(zipped(tmp_path, ("sara.xmi", XMI), ("TypeSystem.xml", TYPES)), SCHEMA)
    assert item == plain


def test_a_whole_export_may_be_zipped(tmp_path: Path) -> None:
    path = zipped(
        tmp_path, ("x/TypeSystem.xml", "<html/>"), ("TypeSystem.xml", TYPES), ("__MACOSX/._ali.xmi", b"\0"),
        ("x/", b""), ("LOSSES.txt", "0"), ("y/ali.xmi", XMI), ("y/z/CURATION_USER.xmi", XMI),
    )  # fmt: skip
    sets = [the_set(item) for item in xmi.read(path, SCHEMA)]
    assert [(one.annotator, one.kind) for one in sets] == [("ali", "annotation"), ("CURATION_USER", "gold")]
    with refused("uima_types"):
        list(xmi.read(zipped(tmp_path, ("x/TypeSystem.xml", "<html/>"), ("x/a.xmi", XMI)), SCHEMA))


def test_json_in_an_archive_is_read(tmp_path: Path) -> None:
    (item,) = xmi.read(zipped(tmp_path, ("sara.json", JSON)), SCHEMA)
    assert the_set(item).annotator == "sara"


def test_labels_of_a_whole_archive_are_asked_for_at_once(tmp_path: Path) -> None:
    other = [XMI.replace('value="PER"', f'value="{label}"') for label in ("MAN", "WOMAN")]
    path = zipped(tmp_path, ("TypeSystem.xml", TYPES), ("a.xmi", other[0]), ("b.xmi", other[1]))
    with pytest.raises(PeymanError, match=r"MAN, .*WOMAN"):
        list(xmi.read(path, SCHEMA))


@pytest.mark.parametrize(("members", "code"), [
    ([], "uima_zip_empty"),
    ([("a.txt", "a"), ("TypeSystem.xml", TYPES)], "uima_zip_empty"),
    ([("a.xmi", XMI), ("TypeSystem.xml", TYPES), ("a.json", JSON)], "uima_zip_others"),
    ([("a.xmi", XMI), ("TypeSystem.xml", TYPES), ("../../a.tsv", "a")], "uima_zip_others"),
    ([("exportedproject1.json", "{}"), ("source/a.txt", "a"), ("annotation/a.txt/a.zip", b"PK")], "uima_zip_others"),
    ([("a.xmi", XMI), ("TypeSystem.xml", TYPES), ("b.xmi", XMI[:-20])], "uima_syntax"),
    ([("a.xmi", DOCTYPE + BODY), ("TypeSystem.xml", TYPES)], "uima_doctype"),
    ([("a.xmi", XMI), ("TypeSystem.xml", DOCTYPE + TYPES.partition("?>")[2])], "uima_doctype"),
    ([("a.xmi", XMI + " " * (8 << 20)), ("TypeSystem.xml", TYPES)], "office_bomb"),
    ([("a.json", '{"a": 1}')], "uima_no_cas"),
])  # fmt: skip
def test_a_wrong_archive_is_refused(tmp_path: Path, members: list[tuple[str, str | bytes]], code: str) -> None:
    with refused(code):
        list(xmi.read(zipped(tmp_path, *members), SCHEMA))


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.xmi", XMI), ("TypeSystem.xml", TYPES))
    path.write_bytes(path.read_bytes()[:-30])
    with refused("uima_zip"):
        list(xmi.read(path, SCHEMA))


def test_a_document_of_an_archive_has_the_cap_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyman.formats.uima_load.CAP", 1000)
    with refused("uima_large"):
        list(xmi.read(zipped(tmp_path, ("a.xmi", XMI)), SCHEMA))


@pytest.mark.parametrize(
    ("types", "code"),
    [
        ("", "uima_typesystem"),
        ("<typeSystemDescription", "uima_typesystem"),
        (DOCTYPE + TYPES.partition("?>")[2], "uima_doctype"),
        (TYPES.replace("uima.tcas.Annotation", "no.such.Parent"), "uima_typesystem"),
        (TYPES.replace("uima.cas.Boolean", "no.such.Range"), "uima_typesystem"),
        ("<html/>", "uima_types"),
    ],
)
def test_a_wrong_type_system_is_refused(tmp_path: Path, types: str, code: str) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, XMI, types=types)
    assert caught.value.code == code


def test_a_type_system_that_is_a_link_elsewhere_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "news"
    inside.mkdir()
    (tmp_path / "elsewhere.xml").write_text(TYPES, encoding="utf-8")
    (inside / "TypeSystem.xml").symlink_to(tmp_path / "elsewhere.xml")
    (inside / "a.xmi").write_text(XMI, encoding="utf-8")
    with refused("uima_link"):
        list(xmi.read(inside / "a.xmi", SCHEMA))


def test_unknown_types_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, XMI, types="<html/>")
    assert "NamedEntity" in caught.value.data["types"]  # type: ignore[operator]
    assert "webanno.custom.PromiseActorsLink" in caught.value.data["types"]  # type: ignore[operator]


def test_a_file_larger_than_the_cap_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyman.formats.uima_load.CAP", 1000)
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, XMI)
    assert caught.value.code == "uima_large"


def test_without_cassis_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(PeymanError) as caught:
        read(tmp_path, XMI)
    assert str(caught.value) == (
        'The format “xmi” needs dkpro-cassis, which is not installed here. Run: pip install "peyman[team]"'
    )
    with pytest.raises(PeymanError, match="dkpro-cassis"):
        xmi.write([], Folder(tmp_path / "out"), SCHEMA)


def test_a_moved_part_of_a_discontinuous_span_is_kept_aside(tmp_path: Path) -> None:
    """In INCEpTION the parts are annotations of their own, which somebody may move or delete."""
    given_items = list(jsonl.read(DATA / "full.jsonl", SCHEMA))[:1]
    xmi.write(given_items, Folder(tmp_path), SCHEMA)
    (file,) = tmp_path.rglob("*.xmi")
    xml = file.read_text(encoding="utf-8")
    assert '<custom:Fragment xmi:id=' in xml
    moved = re.sub(r'(<custom:Fragment [^>]*begin=")\d+(" end=")\d+', r"\g<1>0\g<2>2", xml, count=1)
    file.write_text(moved, encoding="utf-8")
    (item,) = xmi.read(file, SCHEMA)
    (argument,) = [span for span in the_set(item).spans if span.quote == "باکو و گنجه"]
    assert argument.fragments == ()
    assert argument.foreign["uima"]["fragments"][0] == [0, 1]  # type: ignore[index,call-overload]
