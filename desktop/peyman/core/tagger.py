"""A tagger that learns from one annotator's own finished articles, on this machine and for this project only.

A conditional random field over the stored tokens, trained with the averaged perceptron: seconds for hundreds of
articles, but they would freeze the window, so this module also runs as a child process that can be killed at any
time. A fifth of the articles is held out to measure the tagger before it is offered; then it learns from all.

The model lies in the project's side folder as `tagger.crfsuite`, beside `report.json`, which carries its hash.
Losing them loses nothing: the tagger learns again. Nothing is ever unpickled.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import sys
import threading
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from peyman import paths
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.gazetteer import Lexicon, Words, load
from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, Extent, SetState, Span
from peyman.core.normalise import normalise
from peyman.core.phrases import Phrases
from peyman.core.text import sentences

if TYPE_CHECKING:
    import subprocess

MESSAGES |= {
    "tagger_damaged": QT_TRANSLATE_NOOP(
        "errors", "What was learned for suggestions in {folder} is damaged and not used. Let it be learned again."
    ),
    "tagger_failed": QT_TRANSLATE_NOOP(
        "errors", "Learning what to suggest stopped: {reason}. Nothing else is affected; let it be tried again later."
    ),
}

MODEL = "tagger.crfsuite"
REPORT = "report.json"
FORMAT = "peyman-tagger/1"  # changes whenever the features do, so that an old model is not read with new ones
MIN_DOCUMENTS = 30
MIN_F1 = 0.6
HELD_OUT = 0.2
ROUNDS = 10  # passes over the articles; more gain nothing measurable
LAYER = "entity"

Tagged = tuple[str, int, int]  # label, start, end
_Sentence = tuple[list[list[str]], list[str]]  # features and tag of each token

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Report:
    """How a tagger was trained and how well it did on articles it had not seen.

    `precision`, `recall` and `f1` count labels with both ends right, over the `held_out` articles together.
    """

    documents: int
    held_out: int
    precision: float
    recall: float
    f1: float
    seconds: float
    sha256: str  # of the model
    format: str = FORMAT

    def good(self, min_documents: int = MIN_DOCUMENTS, min_f1: float = MIN_F1) -> bool:
        """Tell whether its suggestions are worth offering."""
        return self.documents >= min_documents and self.f1 >= min_f1


# --- Tokens to features -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """What one token looks like by itself; the same for all its occurrences."""

    word: str
    own: tuple[str, ...]
    beside: tuple[str, str, str, str]  # as a feature of the second word after it, the next, the one before, the second


def _beside(word: str) -> tuple[str, str, str, str]:
    return f"-2={word}", f"-1={word}", f"+1={word}", f"+2={word}"


_BEGIN, _END = _Look("^", (), _beside("^")), _Look("$", (), _beside("$"))


@lru_cache(maxsize=50_000)
def _look(token: str) -> _Look:
    word = _DIGIT.sub("0", normalise(token).text) or token
    letters = [c for c in token if c.isalpha()]
    shape = "".join(
        [
            "A" if letters and letters[0].isupper() else "a",
            "C" if len(letters) > 1 and all(map(str.isupper, letters)) else "",
            "0" if _DIGIT.search(token) else "",
            "-" if "-" in token else "",
            "z" if "\u200c" in token else "",
            "." if not letters and not _DIGIT.search(token) else "",
        ]
    )
    own = [f"w={word}", f"s={shape}", f"l={min(len(word), 9)}"]
    own += [f"p{n}={word[:n]}" for n in (2, 3, 4) if len(word) > n]
    own += [f"e{n}={word[-n:]}" for n in (1, 2, 3, 4) if len(word) > n]
    return _Look(word, tuple(own), _beside(word))


def features(tokens: Sequence[str], known: Sequence[str]) -> list[list[str]]:
    """Return about twenty features for each token of a sentence.

    `known` says for each token what the word lists take it for, such as "B-GPE", or "O".
    """
    looks = [_BEGIN, _BEGIN, *map(_look, tokens), _END, _END]
    lists = ["^", *known, "$"]
    made = []
    for n in range(len(tokens)):
        before2, before, here, after, after2 = looks[n : n + 5]
        listed_before, listed, listed_after = lists[n : n + 3]
        made.append(
            [
                *here.own,
                before2.beside[0],
                before.beside[1],
                after.beside[2],
                after2.beside[3],
                f"-1|0={before.word}|{here.word}",
                f"0|+1={here.word}|{after.word}",
                f"g={listed}",
                f"g-={listed_before}",
                f"g+={listed_after}",
                f"g|-1={listed}|{before.word}",
            ]
        )
    return made


def _sentences(document: Document, listed: Iterable[Tagged], tags: Sequence[str]) -> Iterator[tuple[int, _Sentence]]:
    """Yield each sentence's first token, and its features and tags."""
    text, tokens = document.text, document.tokens
    known = _bio(tokens, listed)
    for start, end in sentences(text, document.language):
        first = bisect_left(tokens, start, key=lambda token: token[0])
        after = bisect_right(tokens, end, key=lambda token: token[1])
        if first < after:
            words = [text[a:b] for a, b in tokens[first:after]]
            yield first, (features(words, known[first:after]), list(tags[first:after]))


def _bio(tokens: Sequence[Extent], tagged: Iterable[Tagged]) -> list[str]:
    """Return a tag for each token: B- and I- with the label of the outermost annotation, else O."""
    tags = ["O"] * len(tokens)
    for label, start, end in sorted(tagged, key=lambda one: (one[1] - one[2], one)):
        first = bisect_right(tokens, start, key=lambda token: token[1])
        after = bisect_left(tokens, end, key=lambda token: token[0])
        if first < after and all(tag == "O" for tag in tags[first:after]):
            tags[first:after] = [f"B-{label}", *[f"I-{label}"] * (after - first - 1)]
    return tags


def _spans(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield label, first token and token after it of each run of tags; an I- that continues nothing begins one."""
    label, first = "", 0
    for number, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield label, first, number
            label = ""
        if tag != "O" and not label:
            label, first = tag[2:], number


def listed(document: Document, lexicon: Lexicon) -> list[Tagged]:
    """Return what the word lists and the grammar make of a document, the outermost names and phrases only."""
    words = Words(document.text)
    return [(one.label, *words.extent(one.first, one.after)) for one in Phrases(words, lexicon).find()]


# --- The model --------------------------------------------------------------------------------------------


class CrfTagger:
    """A trained model, ready to tag."""

    def __init__(self, model: bytes, report: Report) -> None:
        import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - only projects with a tagger need it

        self.report = report
        self._bytes = model  # the library reads them where they lie, and they must live as long as it does
        self._model = pycrfsuite.Tagger()
        self._model.open_inmemory(self._bytes)

    @classmethod
    def load(cls, folder: Path) -> CrfTagger | None:
        """Return the tagger that was trained into a folder; None where there is none, or one of another version.

        Raises:
            PeymanError: `tagger_damaged` when model and report do not belong together.
        """
        try:
            report = _report(json.loads((folder / REPORT).read_bytes()))
            model = (folder / MODEL).read_bytes()
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            raise PeymanError("tagger_damaged", folder=folder) from None
        if report.format != FORMAT:
            return None
        if hashlib.sha256(model).hexdigest() != report.sha256:
            raise PeymanError("tagger_damaged", folder=folder)
        return cls(model, report)

    @classmethod
    def good(cls, folder: Path) -> CrfTagger | None:
        """Return the tagger of a folder if its suggestions are worth offering; a damaged one is learned anew."""
        try:
            tagger = cls.load(folder)
        except PeymanError:
            return None
        return tagger if tagger is not None and tagger.report.good() else None

    def tag(self, document: Document, listed: Iterable[Tagged]) -> Iterator[tuple[str, int, int, float]]:
        """Yield label, start, end and score; `listed` is what the word lists make of the document.

        The score is the model's own, which is too sure of itself, times its precision on held-out articles.
        """
        tokens = document.tokens
        blank = ["O"] * len(tokens)
        for begin, (made, _) in _sentences(document, listed, blank):
            tags = self._model.tag(made)
            for label, first, after in _spans(tags):
                likely = sum(self._model.marginal(tags[n], n) for n in range(first, after)) / (after - first)
                start, end = tokens[begin + first][0], tokens[begin + after - 1][1]
                yield label, start, end, likely * self.report.precision


def learned_from(folder: Path) -> int:
    """Return how many articles the tagger in a folder learned from; 0 when there is none that can be used."""
    try:
        report = _report(json.loads((folder / REPORT).read_bytes()))
    except (OSError, ValueError, TypeError):
        return 0
    return report.documents if report.format == FORMAT else 0


def _report(values: Any) -> Report:
    """Return the report that these values are; raises ValueError or TypeError."""
    if not isinstance(values, dict):
        raise ValueError("no report")
    report = Report(**values)
    numbers = (report.precision, report.recall, report.f1, report.seconds)
    if not isinstance(report.sha256, str) or not all(isinstance(number, float) for number in numbers):
        raise ValueError("no report")
    return report


def train(articles: Sequence[AnnotatedDocument], folder: Path, lexicon: Lexicon, *, seed: int = 0) -> Report:
    """Train on finished articles, measure on held-out ones, and leave the model and its report in `folder`.

    The order of the articles does not matter. The model comes out the same only in a fresh process, because the
    library shuffles by the C library's random numbers. Blocks for seconds; see `Training`.

    Raises:
        ValueError: fewer than two articles, or none with a token.
        OSError: the folder cannot be written.
    """
    start = time.monotonic()
    ordered = sorted(articles, key=lambda article: article.document.sha256)
    if len(ordered) < 2:
        raise ValueError("two articles are needed to learn and to measure")
    prepared = [(article, listed(article.document, lexicon)) for article in ordered]
    random.Random(seed).shuffle(prepared)
    held_out = max(1, round(len(prepared) * HELD_OUT))
    draft = folder / f"{MODEL}.part"
    _fit(prepared[held_out:], draft)
    precision, recall, f1 = _measure(draft.read_bytes(), prepared[:held_out])
    _fit(prepared, draft)
    model = draft.read_bytes()
    digest = hashlib.sha256(model).hexdigest()
    seconds = round(time.monotonic() - start, 3)
    report = Report(len(prepared), held_out, precision, recall, f1, seconds, digest)
    # The report last: until it is there, the hash does not fit, and a crash leaves nothing half trusted.
    _move(draft, folder / MODEL)
    _write(folder / REPORT, json.dumps(asdict(report), indent=1).encode())
    return report


_Prepared = Sequence[tuple[AnnotatedDocument, list[Tagged]]]


def _fit(prepared: _Prepared, path: Path) -> None:
    import pycrfsuite  # noqa: PLC0415 - only training and tagging need it

    trainer = pycrfsuite.Trainer(algorithm="ap", params={"max_iterations": ROUNDS}, verbose=False)
    # Sentence by sentence, so that the features of all are never in memory twice.
    for article, found in prepared:
        tags = _bio(article.document.tokens, _outermost(article))
        for _, (made, wanted) in _sentences(article.document, found, tags):
            trainer.append(made, wanted)
    trainer.train(str(path))


def _outermost(article: AnnotatedDocument) -> list[Tagged]:
    spans = article.annotations.spans if article.annotations else ()
    return [(span.label, span.start, span.end) for span in spans if span.layer == LAYER]


def _measure(model: bytes, prepared: _Prepared) -> tuple[float, float, float]:
    """Return precision, recall and F1 over all these articles together; 0 where there is nothing to divide by."""
    tagger = CrfTagger(model, Report(0, 0, 0.0, 0.0, 0.0, 0.0, ""))
    offered = wanted = right = 0
    for article, found in prepared:
        tokens = article.document.tokens
        tags = _bio(tokens, _outermost(article))
        gold = {(label, tokens[first][0], tokens[after - 1][1]) for label, first, after in _spans(tags)}
        guess = {(label, start, end) for label, start, end, _ in tagger.tag(article.document, found)}
        offered, wanted, right = offered + len(guess), wanted + len(gold), right + len(gold & guess)
    precision, recall = right / max(offered, 1), right / max(wanted, 1)
    return round(precision, 4), round(recall, 4), round(2 * right / max(offered + wanted, 1), 4)


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.part")
    draft.write_bytes(data)
    _move(draft, path)


def _move(draft: Path, path: Path) -> None:
    """Put a file in its place whole, also if the power fails."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)


# --- The child process ------------------------------------------------------------------------------------


class Training:
    """One training in a child process: `run` waits for it, `cancel` from another thread ends it at once."""

    def __init__(
        self,
        articles: Iterable[AnnotatedDocument],
        folder: Path,
        *,
        seed: int = 0,
        command: Sequence[str] | None = None,
    ) -> None:
        """Prepare to learn from finished articles; `command` replaces the command line of the child process."""
        self._articles = articles
        self._folder = folder
        self._seed = seed
        self._command = command or paths.worker_command("peyman.core.tagger")
        self._worker: subprocess.Popen[str] | None = None
        self._cancelled = threading.Event()

    def run(self) -> Report | None:
        """Train and return the report, or None if it was cancelled. The folder is made if need be.

        Raises:
            PeymanError: `tagger_failed`.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._start() as self._worker:
                if self._cancelled.is_set():
                    self._worker.kill()
                answer = self._ask(self._worker)
                self._worker.kill()
            if "error" not in answer:
                return _report(answer)
        except (OSError, ValueError, TypeError) as error:  # among them an empty answer, which is no JSON
            if self._cancelled.is_set():
                return None
            raise PeymanError("tagger_failed", reason=error) from None
        raise PeymanError("tagger_failed", reason=answer["error"])

    def cancel(self) -> None:
        """End the training; what was learned before stays."""
        self._cancelled.set()
        if self._worker is not None:
            self._worker.kill()

    def _start(self) -> subprocess.Popen[str]:
        import subprocess  # noqa: PLC0415 - seldom needed, and slow to import

        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=paths.PACKAGE.parent,  # `python -m` looks there first, so it finds this very package
            encoding="ascii",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )

    def _ask(self, worker: subprocess.Popen[str]) -> dict[str, Any]:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(json.dumps({"folder": str(self._folder.resolve()), "seed": self._seed}) + "\n")
        for article in self._articles:
            worker.stdin.write(json.dumps(_packed(article)) + "\n")
        # Left open: its end tells the child that nobody waits any more.
        worker.stdin.write("\n")
        worker.stdin.flush()
        answer: dict[str, Any] = json.loads(worker.stdout.readline())
        return answer


def _packed(article: AnnotatedDocument) -> dict[str, Any]:
    document = article.document
    return {
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
        "tokens": document.tokens,
        "spans": _outermost(article),
    }


def _unpacked(values: dict[str, Any]) -> AnnotatedDocument:
    """Return an article with just what training looks at."""
    nobody = UUID(int=0)
    text = values["text"]
    tokens = tuple((start, end) for start, end in values["tokens"])
    document = Document(nobody, "", "", text, values["sha256"], values["language"], "rtl", tokens)
    spans = {
        UUID(int=n): Span(UUID(int=n), LAYER, label, start, end, text[start:end])
        for n, (label, start, end) in enumerate(values["spans"])
    }
    state = SetState(nobody, "finished")
    return AnnotatedDocument(document, AnnotationSet(nobody, 0, nobody, "", "annotation", state, spans))


def _serve() -> None:
    """Read what to train on from standard input, one JSON object a line, and answer with the report."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what the library prints must not pass for an answer
    if hasattr(os, "nice"):
        os.nice(10)  # the window comes first
    questions = open(0, encoding="ascii")  # noqa: SIM115 - read to its end by the thread below
    wanted = json.loads(questions.readline())
    articles = []
    while (line := questions.readline()) != "\n":
        articles.append(_unpacked(json.loads(line)))  # fails, and so ends, where the parent ended
    threading.Thread(target=_end_with_parent, args=(questions,), daemon=True).start()
    try:
        # The library opens files by bytes that not every system reads as UTF-8; a bare name is safe everywhere.
        os.chdir(wanted["folder"])
        report = train(articles, Path(), load(paths.resource("gazetteers")), seed=wanted["seed"])
        answer = asdict(report)
    except (OSError, ValueError) as error:
        answer = {"error": str(error)}
    with suppress(OSError):
        print(json.dumps(answer), file=answers, flush=True)


def _end_with_parent(questions: Iterable[str]) -> None:
    for _ in questions:
        pass
    os._exit(1)


if __name__ == "__main__":
    _serve()
    sys.exit(0)
