"""The tagger: features, learning from made-up articles, measuring, the model's file, and the child process."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import default_schema
from core.tagged import ARTICLES, article
from peyman.core.errors import PeymanError
from peyman.core.gazetteer import Lexicon, load
from peyman.core.model import Document
from peyman.core.suggest import Memory, Suggester
from peyman.core.tagger import (
    FORMAT,
    MODEL,
    REPORT,
    CrfTagger,
    Report,
    Training,
    _bio,
    _spans,
    features,
    listed,
    train,
)
from peyman.paths import PACKAGE, resource, worker_command


@cache
def lists() -> Lexicon:
    return load(resource("gazetteers"))


# --- Tags -----------------------------------------------------------------------------------------------------


def test_the_outermost_annotation_gives_the_tags() -> None:
    tokens = [(0, 2), (3, 5), (6, 8), (9, 10)]
    spans = [("GPE", 3, 5), ("ROLE", 0, 5), ("ORG", 6, 8), ("PER", 4, 8)]
    assert _bio(tokens, spans) == ["B-ROLE", "I-ROLE", "B-ORG", "O"]
    assert _bio(tokens, []) == ["O"] * 4
    assert _bio([], spans) == []
    assert _bio(tokens, [("DATE", 2, 3)]) == ["O"] * 4  # white space alone
    assert _bio(tokens, [("DATE", 1, 4)]) == ["B-DATE", "I-DATE", "O", "O"]  # a part of a token is the token


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("O O", []),
        ("B-A I-A O", [("A", 0, 2)]),
        ("B-A B-A", [("A", 0, 1), ("A", 1, 2)]),
        ("I-A I-A", [("A", 0, 2)]),
        ("B-A I-B I-B", [("A", 0, 1), ("B", 1, 3)]),
        ("O B-A", [("A", 1, 2)]),
        ("", []),
    ],
)
def test_runs_of_tags(tags: str, wanted: list[tuple[str, int, int]]) -> None:
    assert list(_spans(tags.split())) == wanted


@given(st.lists(st.sampled_from(["O", "B-A", "I-A", "B-B", "I-B"]), max_size=12))
def test_runs_are_disjoint_and_tags_come_back(tags: list[str]) -> None:
    runs = list(_spans(tags))
    assert [number for _, first, after in runs for number in range(first, after)] == [
        number for number, tag in enumerate(tags) if tag != "O"
    ]
    tokens = [(2 * n, 2 * n + 1) for n in range(len(tags))]
    again = _bio(tokens, [(label, 2 * first, 2 * after - 1) for label, first, after in runs])
    assert list(_spans(again)) == runs


@given(st.lists(st.text(min_size=1, max_size=8), max_size=6))
def test_every_token_has_features_of_its_own_and_its_neighbours(tokens: list[str]) -> None:
    made = features(tokens, ["O"] * len(tokens))
    assert len(made) == len(tokens)
    for number, these in enumerate(made):
        assert 12 <= len(these) <= 24
        assert len(set(these)) == len(these)
        assert ("-1=^" in these) == (number == 0 or tokens[number - 1] == "^")
    assert features(tokens, ["O"] * len(tokens)) == made


def test_digits_and_letters_of_two_kinds_look_alike() -> None:
    assert features(["كتاب", "12"], ["O", "O"]) == features(["کتاب", "۳۴"], ["O", "O"])
    assert features(["Баку"], ["O"]) != features(["баку"], ["O"])


# --- Learning -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder = tmp_path_factory.mktemp("side")
    return folder, train(ARTICLES, folder, lists(), seed=7)


def test_it_learns_what_the_articles_show(trained: tuple[Path, Report]) -> None:
    folder, report = trained
    assert report.documents == 40
    assert report.held_out == 8
    assert report.f1 > 0.9
    assert report.good()
    tagger = CrfTagger.load(folder)
    assert tagger is not None
    assert tagger.report == report
    fresh = article(999)
    assert fresh.annotations is not None
    found = list(tagger.tag(fresh.document, listed(fresh.document, lists())))
    wanted = {(span.label, span.start, span.end) for span in fresh.annotations.spans}
    assert len({(label, start, end) for label, start, end, _ in found} & wanted) > 0.8 * len(wanted)
    assert all(0 < score <= 1 for *_, score in found)


def test_the_suggester_offers_what_was_learned(trained: tuple[Path, Report]) -> None:
    fresh = article(1000)
    assert fresh.annotations is not None
    suggester = Suggester(default_schema(), lists(), Memory(), CrfTagger.load(trained[0]))
    learned = {one.quote for one in suggester.suggest(fresh.document) if one.source == "tagger"}
    assert learned & {span.quote for span in fresh.annotations.spans if span.label == "ORG"}


def test_a_text_without_tokens_or_of_any_kind_is_borne(trained: tuple[Path, Report]) -> None:
    tagger = CrfTagger.load(trained[0])
    assert tagger is not None
    document = ARTICLES[0].document
    for text, tokens in (("", ()), ("بی واژه", ()), ("\x00 ﷲ 😊", ((0, 1), (2, 3), (4, 5)))):
        odd = Document(document.id, "x", "", text, "0" * 64, "fa", "rtl", tokens)
        assert all(text[start:end] for _, start, end, _ in tagger.tag(odd, []))


def test_what_cannot_be_learned_is_not_offered(tmp_path: Path) -> None:
    untagged = [article(number, tagged=False) for number in range(12)]
    report = train(untagged, tmp_path, lists())
    assert (report.precision, report.recall, report.f1) == (0.0, 0.0, 0.0)
    assert not report.good(min_documents=2)
    tagger = CrfTagger.load(tmp_path)
    assert tagger is not None
    assert list(tagger.tag(untagged[0].document, [])) == []


@pytest.mark.parametrize(
    ("documents", "f1", "good"), [(30, 0.6, True), (29, 0.9, False), (100, 0.59, False), (300, 0.95, True)]
)
def test_when_it_is_offered(documents: int, f1: float, good: bool) -> None:
    assert Report(documents, 6, f1, f1, f1, 1.0, "").good() is good
    assert Report(documents, 6, f1, f1, f1, 1.0, "").good(min_documents=2, min_f1=0.0)


def test_one_article_is_too_few(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two articles"):
        train(ARTICLES[:1], tmp_path, lists())
    assert list(tmp_path.iterdir()) == []


# --- The files ------------------------------------------------------------------------------------------------


def test_there_is_no_tagger_before_the_first_training(tmp_path: Path) -> None:
    assert CrfTagger.load(tmp_path) is None
    assert CrfTagger.load(tmp_path / "none") is None


def copy_of(trained: tuple[Path, Report], folder: Path) -> None:
    for path in trained[0].iterdir():
        (folder / path.name).write_bytes(path.read_bytes())


def test_only_the_model_and_its_report_are_left(trained: tuple[Path, Report]) -> None:
    assert sorted(path.name for path in trained[0].iterdir()) == sorted([MODEL, REPORT])
    report = json.loads((trained[0] / REPORT).read_text())
    assert report["sha256"] == hashlib.sha256((trained[0] / MODEL).read_bytes()).hexdigest()
    assert report["format"] == FORMAT


@pytest.mark.parametrize("damage", ["model", "cut", "report", "no json", "a list", "no hash"])
def test_damage_is_seen(trained: tuple[Path, Report], tmp_path: Path, damage: str) -> None:
    copy_of(trained, tmp_path)
    model = (tmp_path / MODEL).read_bytes()
    report = json.loads((tmp_path / REPORT).read_text())
    if damage == "model":
        (tmp_path / MODEL).write_bytes(model[:-1] + bytes([model[-1] ^ 1]))
    elif damage == "cut":
        (tmp_path / MODEL).write_bytes(model[: len(model) // 2])
    elif damage == "report":
        (tmp_path / REPORT).write_text(json.dumps(report | {"sha256": "0" * 64}))
    elif damage == "no json":
        (tmp_path / REPORT).write_bytes(b"\xff{")
    elif damage == "a list":
        (tmp_path / REPORT).write_text("[]")
    else:
        (tmp_path / REPORT).write_text(json.dumps(report | {"sha256": None}))
    with pytest.raises(PeymanError) as caught:
        CrfTagger.load(tmp_path)
    assert caught.value.code == "tagger_damaged"
    assert str(tmp_path) in str(caught.value)


def test_a_model_of_another_version_is_left_alone(trained: tuple[Path, Report], tmp_path: Path) -> None:
    copy_of(trained, tmp_path)
    report = json.loads((tmp_path / REPORT).read_text())
    (tmp_path / REPORT).write_text(json.dumps(report | {"format": "peyman-tagger/0"}))
    assert CrfTagger.load(tmp_path) is None


# --- The child process ----------------------------------------------------------------------------------------


def test_a_child_process_learns_the_same_whatever_the_order(tmp_path: Path) -> None:
    one, other = tmp_path / "سارا", tmp_path / "b"
    first = Training(ARTICLES, one, seed=3).run()
    second = Training(ARTICLES[::-1], other, seed=3).run()
    assert first is not None
    assert second is not None
    assert first.f1 > 0.9
    assert first.sha256 == second.sha256
    assert (one / MODEL).read_bytes() == (other / MODEL).read_bytes()
    tagger = CrfTagger.load(one)
    assert tagger is not None
    assert tagger.report == first


def test_another_seed_holds_out_others(tmp_path: Path) -> None:
    # A third of the articles has wrong labels, so that it shows which are held out.
    mixed = [article(n, tagged=n % 3 > 0) for n in range(30)]
    reports = [train(mixed, tmp_path, lists(), seed=seed) for seed in range(4)]
    assert len({(report.precision, report.recall) for report in reports}) > 1


def test_cancelling_ends_it_and_keeps_what_was_there(trained: tuple[Path, Report], tmp_path: Path) -> None:
    copy_of(trained, tmp_path)
    # A child that reads everything and never answers.
    training = Training(ARTICLES, tmp_path, command=[sys.executable, "-c", "import sys; [0 for _ in sys.stdin]"])
    outcome: list[Report | None] = []
    thread = threading.Thread(target=lambda: outcome.append(training.run()))
    thread.start()
    training.cancel()
    thread.join(timeout=60)
    assert outcome == [None]
    tagger = CrfTagger.load(tmp_path)
    assert tagger is not None
    assert tagger.report == trained[1]


@pytest.mark.parametrize("answer", ["", "no json", "[]", "{}", '{"error": "no room"}'])
def test_a_child_that_fails_is_reported(tmp_path: Path, answer: str) -> None:
    code = f"import sys; sys.stdin.readline(); print({answer!r})"
    with pytest.raises(PeymanError) as caught:
        Training(ARTICLES[:2], tmp_path, command=[sys.executable, "-c", code]).run()
    assert caught.value.code == "tagger_failed"


@pytest.mark.parametrize("lines", [[], ["{}"], ['{"folder": ".", "seed": 0}'], ['{"folder": ".", "seed": 0}', "x"]])
def test_the_child_ends_with_its_parent(tmp_path: Path, lines: list[str]) -> None:
    asked = "".join(f"{line}\n" for line in lines)
    command = worker_command("peyman.core.tagger")
    ended = subprocess.run(command, input=asked, cwd=PACKAGE.parent, capture_output=True, text=True, timeout=60)
    assert ended.returncode != 0
    assert ended.stdout == ""


def test_too_few_articles_are_reported_by_the_child(tmp_path: Path) -> None:
    with pytest.raises(PeymanError, match="two articles"):
        Training(ARTICLES[:1], tmp_path).run()


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PeymanError) as caught:
        Training(ARTICLES, tmp_path / "file").run()
    assert caught.value.code == "tagger_failed"
