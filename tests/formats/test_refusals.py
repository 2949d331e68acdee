"""Hostile and broken files of formats that are texts: one clear sentence each, exit code 2, the project untouched."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from core.making import article, make_project
from peyman import cli
from peyman.core.project import Project
from peyman.exchange import export, import_paths

TSV = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Entity|label|peyman\n#T_RL=x.R|v|BT_webanno.custom.Entity\n\n\n"
SLOTS = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Commitment|label|"
    "ROLE_webanno.custom.Commitment:roles_webanno.custom.CommitmentRolesLink|uima.tcas.Annotation\n\n\n#Text=a b\n"
)
DEEP = "[" * 60 + "]" * 60
Case = tuple[str, dict[str, str | bytes], str]

# Name, files, and the sentence; the file to import is the first.
CASES: list[Case] = [
    # brat
    ("brat without its text", {"a.ann": "T1\tPER 0 3\tOne\n"},
     "“a.ann”: the text it annotates, “a.txt”, is not beside it. Put it there."),
    ("brat of garbage", {"a.ann": "Dear Sir or Madam\n", "a.txt": "One"},
     "“a.ann”, line 1: “Dear Sir or Madam” is no annotation of brat's; expected is “T1⇥TYPE 0 5⇥TEXT”. Correct it."),
    ("brat with endless digits", {"a.ann": f"T1\tPER 0 {'9' * 5000}\tOne\n", "a.txt": "One"},
     f"“a.ann”, line 1: “T1⇥PER 0 {'9' * 50}…” is no annotation of brat's; expected is “T1⇥TYPE 0 5⇥TEXT”. "
     "Correct it."),
    ("brat beyond the end", {"a.ann": "T1\tPER 2 9999999999\t\n", "a.txt": "One"},
     "“a.ann”, line 1: 2–9999999999 is no stretch of this text, which has 3 characters. Correct the offsets."),
    ("brat backwards", {"a.ann": "T1\tPER 3 0\t\n", "a.txt": "One"},
     "“a.ann”, line 1: 3–0 is no stretch of this text, which has 3 characters. Correct the offsets."),
    ("brat beside its text", {"a.ann": "\n\nT1\tPER 0 3\tTwo\n", "a.txt": "One"},
     "“a.ann”, line 3: at 0–3 the text is not “Two”, whether one counts code-points, utf-16, code-points-lf. "
     "Correct the offsets or the text."),
    ("brat with crossing fragments", {"a.ann": "T1\tPER 0 2;1 3\t\n", "a.txt": "One"},
     "“a.ann”, line 1: the fragment 1–3 begins before the one before it ends. Correct it."),
    ("brat with an id twice", {"a.ann": "T1\tPER 0 3\tOne\nT1\tPER 0 3\tOne\n", "a.txt": "One"},
     "“a.ann”, line 2: the id “T1” stands twice. Give each annotation its own id."),
    ("brat leading nowhere", {"a.ann": "E1\tpledge:T9\n", "a.txt": "One"},
     "“a.ann”, line 1: there is no “T9” in this file. Add it or remove this line."),
    ("brat in a circle", {"a.ann": "T1\tpledge 0 3\tOne\nE1\tpledge:T1 object:E1\n", "a.txt": "One"},
     "“a.ann”, line 2: the event “E1” has itself as an argument. Correct it."),
    ("brat about nothing", {"a.ann": "A1\tsure T4\n", "a.txt": "One"},
     "“a.ann”, line 1: there is no “T4” in this file. Add it or remove this line."),
    ("brat with a broken event", {"a.ann": "E1\tpledge\n", "a.txt": "One"},
     "“a.ann”, line 1: “E1⇥pledge” is no annotation of brat's; expected is “E1⇥TYPE:T1 ROLE:T2”. Correct it."),
    ("brat with a false note of ours", {"a.ann": 'T1\tPER 0 3\tOne\n#1\tPeyman T1\t{"start": true}\n', "a.txt": "One"},
     "“a.ann”, line 2: the note of type “Peyman” does not hold what Peyman writes. Remove it."),
    ("brat with a bottomless note", {"a.ann": f"T1\tPER 0 3\tOne\n#1\tPeyman T1\t{{\"foreign\": {DEEP}}}\n",
                                     "a.txt": "One"},
     "“a.ann”, line 2: nested more than 50 levels deep. Make it flatter."),
    ("brat with half a pair", {"a.ann": "T1\tPER 0 3\tOne\n#1\tPeyman T1\t{\"note\": \"\\ud83d\"}\n", "a.txt": "One"},
     "“a.ann”, line 2: “” holds half of a surrogate pair (\\ud83d), which is no character. Remove it or write the "
     "whole pair."),
    ("brat not in UTF-8", {"a.ann": b"T1\tPER 0 3\t\xff\n", "a.txt": "One"},
     "“a.ann”, line 1: byte 12 is not UTF-8. Save the file as UTF-8 and import it again."),
    ("brat with NUL", {"a.ann": "T1\tPER 0 3\tO\0e\n", "a.txt": "One"},
     "“a.ann”, line 1: a NUL character, so this file is damaged. Restore it."),
    ("brat about a text with NUL", {"a.ann": "", "a.txt": "O\0e"},
     "“a.txt”, line 1: a NUL character, so this is no plain text or a damaged one. Save it again as plain UTF-8 text."),
    ("brat with unknown labels", {"a.ann": "T1\tTOWN 0 3\tOne\n", "a.txt": "One"},
     "“a.ann” has labels that this project's schema does not have: TOWN (entity/commitment/argument). Say in a TOML "
     "file which of ours they are, or \"\" to keep them aside (--map), or make a project whose schema has them."),
    # CoNLL
    ("conll with one column", {"a.conll": "Baku\n"},
     "“a.conll”, line 1: “Baku” is no word with its tag. Write a word, a tab or a space, and its tag."),
    ("conll without a word", {"a.conll": "\tB-GPE\n"},
     "“a.conll”, line 1: “⇥B-GPE” is no word with its tag. Write a word, a tab or a space, and its tag."),
    ("conll with a strange tag", {"a.conll": "Baku GPE\n"},
     "“a.conll”, line 1: “GPE” is no tag. Write O, or B- or I- (also E- and S-) with a label."),
    ("conll with a bare prefix", {"a.conll": "Baku O\nAli B-\n"},
     "“a.conll”, line 2: “B-” is no tag. Write O, or B- or I- (also E- and S-) with a label."),
    ("conll without anything", {"a.conll": "\n\n"}, "“a.conll” holds no word. Choose another file."),
    ("conll with a false mark", {"a.conll": '-DOCSTART- {"name": 7}\n\nBaku O\n'},
     "“a.conll”, line 1: what follows -DOCSTART- is not what Peyman writes there. Correct it."),
    ("conll with a broken mark", {"a.conll": '-DOCSTART- {"name"\n\nBaku O\n'},
     "“a.conll”, line 1, character 8: this is no JSON (Expecting ':' delimiter). Write one JSON object a line."),
    ("conll of a text that is otherwise", {"a.conll": '-DOCSTART- {"name": "a", "sha256": "%s"}\n\nBaku O\n'},
     "“a.conll”, line 3: the word “Baku” does not come next in the text of “there.txt”, which this project has. "
     "Correct the file, or remove the mark."),
    ("conll not in UTF-8", {"a.conll": "Baku O\nمن O\n".encode("cp1256")},
     "“a.conll”, line 2: byte 1 is not UTF-8. Save the file as UTF-8 and import it again."),
    ("conll with NUL", {"a.conll": "Ba\0ku O\n"}, "“a.conll”, line 1: a NUL character, so this file is damaged. "
     "Restore it."),
    ("conll with unknown labels", {"a.conll": "a B-TOWN\nb I-BOSS\n"},
     "“a.conll” has labels that this project's schema does not have: TOWN, BOSS (entity/commitment/argument). Say in a "
     "TOML file which of ours they are, or \"\" to keep them aside (--map), or make a project whose schema has them."),
    ("conll of invisible words", {"a.conll": "\u200c O\n"}, "“a.conll, line 1” holds no text. Leave it out."),
    # WebAnno TSV
    ("tsv of a table", {"a.tsv": "name\tage\nAli\t7\n"},
     "“a.tsv” begins with “name⇥age”; Peyman reads files that begin with “#FORMAT=WebAnno TSV 3.3” (or 3.2). "
     "Export it anew in that version."),
    ("tsv of an old version", {"a.tsv": "#FORMAT=WebAnno TSV 3.1\n\n"},
     "“a.tsv” begins with “#FORMAT=WebAnno TSV 3.1”; Peyman reads files that begin with “#FORMAT=WebAnno TSV 3.3” (or "
     "3.2). Export it anew in that version."),
    ("tsv with a strange header", {"a.tsv": "#FORMAT=WebAnno TSV 3.3\n#T_XX=a|b\n\n"},
     "“a.tsv”, line 2: “#T_XX=a|b” declares no layer. Expected is “#T_SP=LAYER|FEATURE”."),
    ("tsv with too few columns", {"a.tsv": TSV + "#Text=a\n1-1\t0-1\ta\t_\n"},
     "“a.tsv”, line 7: “1-1⇥0-1⇥a⇥_” is no row of a word; expected are its number, its offsets, the word and 4 "
     "columns, with tabs between them."),
    ("tsv without numbers", {"a.tsv": TSV + "#Text=a\nx\t0-1\ta\t_\t_\t_\t_\t\n"},
     "“a.tsv”, line 7: “x⇥0-1⇥a⇥_⇥_⇥_⇥_⇥” is no row of a word; expected are its number, its offsets, the word and 4 "
     "columns, with tabs between them."),
    ("tsv without a sentence", {"a.tsv": TSV + "1-1\t0-1\ta\t_\t_\t_\t_\t\n"},
     "“a.tsv”, line 6: a word outside a sentence. Put its “#Text=” line before it."),
    ("tsv beside its text", {"a.tsv": TSV + "#Text=a\n1-1\t0-1\tb\t_\t_\t_\t_\t\n"},
     "“a.tsv”, line 7: at 0–1 the text is not “b”, whether one counts UTF-16 units or code points. Correct the "
     "offsets or the text."),
    ("tsv that asks for a billion blanks", {"a.tsv": TSV + "#Text=a\n1-1\t999999999-999999999\ta\t_\t_\t_\t_\t\n"},
     "“a.tsv”, line 7: the sentence begins at 999999999 by its first word, but the text before it ends at 0. Correct "
     "the offsets or the text."),
    ("tsv with sentences over each other", {"a.tsv": TSV + "#Text=a b c\n1-1\t0-1\ta\t_\t_\t_\t_\t\n\n"
                                            "#Text=b\n2-1\t2-3\tb\t_\t_\t_\t_\t\n"},
     "“a.tsv”, line 10: the sentence begins at 2 by its first word, but the text before it ends at 6. Correct the "
     "offsets or the text."),
    ("tsv with a slot into nothing", {"a.tsv": SLOTS + "1-1\t0-1\ta\tpledge\tobject\t1-7\t\n"},
     "“a.tsv”, line 6: “1-7” leads to no annotation of this file. Correct it."),
    ("tsv with more slots than roles", {"a.tsv": SLOTS + "1-1\t0-1\ta\tpledge\tobject\t1-1;1-1\t\n"},
     "“a.tsv”, line 6: “1-1;1-1” leads to no annotation of this file. Correct it."),
    ("tsv with one number for two layers",
     {"a.tsv": "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.A|v\n#T_SP=x.B|v\n\n\n#Text=a\n1-1\t0-1\ta\tPER[1]\tGPE[1]\t\n"},
     "“a.tsv”, line 7: “GPE[1]” names the same annotation as one of another layer. Correct it."),
    ("tsv with a false value of ours", {"a.tsv": TSV + '#Text=a\n1-1\t0-1\ta\tPER\t{"note": 7}\t_\t_\t\n'},
     "“a.tsv”, line 7: “{\"note\": 7}” is not what Peyman writes there. Remove it."),
    ("tsv with a false comment of ours", {"a.tsv": TSV + '#Peyman={"annotator": ""}\n#Text=a\n'},
     "“a.tsv”, line 6: “#Peyman={\"annotator\": \"\"}” is not what Peyman writes there. Remove it."),
    ("tsv without a text", {"a.tsv": TSV}, "“a.tsv” holds no text. Leave it out."),
    ("tsv not in UTF-8", {"a.tsv": TSV.encode() + b"#Text=\xff\n"},
     "“a.tsv”, line 6: byte 7 is not UTF-8. Save the file as UTF-8 and import it again."),
    ("tsv with NUL", {"a.tsv": TSV + "#Text=\0\n"},
     "“a.tsv”, line 6: a NUL character, so this file is damaged. Restore it."),
    ("tsv with unknown labels", {"a.tsv": TSV + "#Text=a\n1-1\t0-1\ta\tTOWN\t*\t_\t_\t\n"},
     "“a.tsv” has labels that this project's schema does not have: TOWN (entity). Say in a TOML file which of ours "
     "they are, or \"\" to keep them aside (--map), or make a project whose schema has them."),
]  # fmt: skip

THERE = article("there.txt", "Moscow is there")


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data.replace(b"%s", THERE.sha256.encode()))
    return folder / next(iter(files))


def everything(project: Project) -> bytes:
    stream = io.BytesIO()
    export(project, stream, "jsonl")
    return stream.getvalue()


@pytest.mark.parametrize(("name", "files", "sentence"), CASES, ids=[case[0] for case in CASES])
def test_one_sentence_and_nothing_comes_in(
    name: str, files: dict[str, str | bytes], sentence: str, tmp_path: Path
) -> None:
    with make_project(tmp_path / "p.peyman", THERE) as project:
        before = (everything(project), project.counts())
        report = import_paths(project, [put(tmp_path, files)], annotator="Sara")
        assert [str(refused.reason) for refused in report.refused] == [sentence]
        assert "\n" not in sentence
        assert (everything(project), project.counts()) == before


def test_the_command_line_names_each_and_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for number, (_, files, _) in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(put(folder, files))
    with make_project(tmp_path / "p.peyman", THERE) as project:
        before = (everything(project), project.counts())
    arguments = ["import", str(tmp_path / "p.peyman"), *map(str, paths), "--annotator", "Sara"]
    assert cli.run(arguments, lambda path: 0) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("peyman: ")]
    assert told == [f"peyman: {sentence}" for _, _, sentence in CASES]
    with Project.open(tmp_path / "p.peyman") as project:
        assert (everything(project), project.counts()) == before


def test_there_are_enough_of_each() -> None:
    kinds = [name.split()[0] for name, _, _ in CASES]
    assert all(kinds.count(kind) >= 8 for kind in ("brat", "conll", "tsv"))


def test_a_file_too_long_is_not_read(tmp_path: Path) -> None:
    with make_project(tmp_path / "p.peyman", THERE) as project:
        for name in ("a.ann", "a.tsv"):
            with (tmp_path / name).open("wb") as stream:
                stream.truncate(1 << 32)  # a hole, which takes no room on the disk
        (tmp_path / "a.txt").write_text("One")
        report = import_paths(project, [tmp_path / "a.ann", tmp_path / "a.tsv"], annotator="Sara")
        assert [refused.reason.code for refused in report.refused] == ["text_too_long", "text_too_long"]
