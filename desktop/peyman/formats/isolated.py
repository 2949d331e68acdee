"""Reads files in a process of its own, with limits: what comes from anywhere can stop that process, and nothing else.

The child runs the readers of the formats and sends what they yield, one JSON array a line, never a pickle. The parent
believes none of it: lengths are capped, hashes checked here, quotes when they are stored. A file of which nothing comes
for too long, or that needs too much memory, is refused in one sentence; the next file gets a new child.

    python -m peyman.formats.isolated      (the child; it is started by `Isolated`)
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias
from uuid import UUID

from peyman.core.decode import text_hash
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import (
    AnnotatedDocument,
    Annotation,
    AnnotationSet,
    Document,
    DocumentLabel,
    Relation,
    SetState,
    Span,
    id_of,
)
from peyman.core.schema import Schema, parse_schema
from peyman.paths import PACKAGE, worker_command

from .base import Format, Offered, Options, UnknownLabel
from .building import reason_of, short

MEMORY = 2 << 30  # bytes of addresses that the child may take
PATIENCE = 120.0  # seconds without a sign of life
LONGEST = 128 << 20  # bytes of one message
MOST = 4 << 30  # bytes that one file may become
_POLL = 0.1  # seconds between two looks at whether it is cancelled
_BUFFER = 1 << 20  # bytes read at once, so that whoever reads ahead seldom wakes and disturbs whoever writes
_AHEAD = 4  # messages read before they are asked for

Message: TypeAlias = list[Any]

MESSAGES |= {
    "reader_time": QT_TRANSLATE_NOOP(
        "errors", "“{file}”: nothing came of it in {seconds} seconds, so reading was stopped. Split it, or restore it."
    ),
    "reader_memory": QT_TRANSLATE_NOOP(
        "errors", "“{file}” needs more than {megabytes} MB of memory to be read. Split it, or restore it."
    ),
    "reader_output": QT_TRANSLATE_NOOP(
        "errors", "“{file}” becomes more than {megabytes} MB when it is read. Split it, or restore it."
    ),
    "reader_failed": QT_TRANSLATE_NOOP(
        "errors", "“{file}” could not be read, and nobody foresaw why ({reason}). Restore the file, or report this."
    ),
}


class CancelledError(Exception):
    """Reading was stopped because the person said so."""


# What is sent --------------------------------------------------------------------------------------------------------


def packed(item: AnnotatedDocument) -> Message:
    """Return a document and its annotations as what JSON can hold."""
    return [_packed_document(item.document), item.annotations and _packed_set(item.annotations)]


def unpacked(values: Message) -> AnnotatedDocument:
    """Undo `packed`; raises ValueError, TypeError or LookupError for what it cannot have made."""
    document, annotations = values
    return AnnotatedDocument(unpacked_document(document), annotations and _unpacked_set(annotations))


def _packed_document(d: Document) -> Message:
    return [
        d.id.hex, d.name, d.title, d.text, d.sha256, d.language, d.direction, d.tokens, d.tokenizer, d.encoding,
        d.meta, d.foreign,
    ]  # fmt: skip


def unpacked_document(values: Message) -> Document:
    number, name, title, text, sha256, language, direction, tokens, *rest = values
    if text_hash(text) != sha256:
        raise ValueError(sha256)
    extents = tuple((start, end) for start, end in tokens)
    return Document(_uuid(number), name, title, text, sha256, language, direction, extents, *rest)


def _uuid(digits: str) -> UUID:
    return id_of(int(digits, 16))


def _packed_set(s: AnnotationSet) -> Message:
    state = [s.state.state, s.state.note, s.state.doubt]
    made = [_packed_annotation(annotation) for annotation in s.annotations.values()]
    return [s.id.hex, s.document_id.hex, s.annotator, s.kind, state, made, s.foreign]


def _unpacked_set(values: Message) -> AnnotationSet:
    number, document, annotator, kind, state, made, foreign = values
    made = [_unpacked_annotation(annotation) for annotation in made]
    return AnnotationSet(
        _uuid(number), 0, _uuid(document), annotator, kind, SetState(_uuid(number), *state),
        {annotation.id: annotation for annotation in made}, foreign,
    )  # fmt: skip


def _packed_annotation(a: Annotation) -> Message:
    if isinstance(a, Span):
        return [
            "span", a.id.hex, a.layer, a.label, a.start, a.end, a.quote, a.fragments, a.attributes, a.note, a.doubt,
            a.origin, a.source_id, a.foreign,
        ]  # fmt: skip
    if isinstance(a, Relation):
        return ["role", a.id.hex, a.layer, a.label, a.source.hex, a.target.hex, a.note, a.source_id, a.foreign]
    return ["label", a.id.hex, a.layer, a.label, a.value, a.source_id, a.foreign]


def _unpacked_annotation(values: Message) -> Annotation:
    kind, number, layer, label, *rest = values
    if kind == "span":
        start, end, quote, fragments, *rest = rest
        extents = tuple((low, high) for low, high in fragments)
        return Span(_uuid(number), layer, label, start, end, quote, extents, *rest)
    if kind == "role":
        source, target, *rest = rest
        return Relation(_uuid(number), layer, label, _uuid(source), _uuid(target), *rest)
    return DocumentLabel(_uuid(number), layer, label, *rest)


def _line(message: object) -> bytes:
    """Return a message as a line; paths that are no UTF-8 travel as halves of surrogate pairs."""
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _parsed(line: bytes) -> Any:
    return json.loads(line.decode("utf-8", "surrogatepass"))


# The parent ----------------------------------------------------------------------------------------------------------


class Isolated:
    """Reads files in a child process; a context manager. The child starts with the first file.

    `command` replaces the child's command line; `patience` is in seconds, `memory`, `longest` and `most` in bytes.
    """

    def __init__(
        self,
        schema: Schema,
        *,
        command: Sequence[str] | None = None,
        patience: float = PATIENCE,
        memory: int = MEMORY,
        longest: int = LONGEST,
        most: int = MOST,
    ) -> None:
        self._schema = schema
        self._command = command or worker_command("peyman.formats.isolated")
        self._patience = patience
        self._memory = memory
        self._longest = longest
        self._most = most
        self._child: subprocess.Popen[bytes] | None = None
        self._messages: queue.Queue[bytes] = queue.Queue()
        self._heard = False  # whether the child has said anything
        self._thread = threading.Thread()

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(
        self, chosen: Format, path: Path, options: Options, cancelled: Callable[[], bool] = lambda: False
    ) -> Generator[AnnotatedDocument, None, None]:
        """Yield what the reader of a format yields for a file.

        Raises:
            PeymanError: what the reader raises, and `reader_…`.
            OSError: what the system says of the file.
            CancelledError: `cancelled` said so while nothing came.
        """
        whole = False
        try:
            self._ask(chosen, path, options)
            yield from self._answers(path, options, cancelled)
            whole = True
        except PeymanError as error:
            whole = not error.code.startswith("reader_")
            raise
        except OSError:
            whole = self._child is not None and self._child.poll() is None
            raise
        finally:
            if not whole:  # what it would still say belongs to this file
                self.close()

    def _ask(self, chosen: Format, path: Path, options: Options) -> None:
        labels = {layer: dict(names) for layer, names in options.labels.items()}
        listens = options.unknown is not None
        request = [chosen.name, str(path.absolute()), dict(options.values), labels, options.annotator, listens]
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._start()
        self._tell(request)

    def _start(self) -> None:
        threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # each claims memory, and none is needed
        self._child = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=PACKAGE.parent,  # `python -m` looks there first, so it finds this very package
            env={**os.environ, **threads}, bufsize=_BUFFER, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._heard = False
        self._messages = queue.Queue(_AHEAD)
        assert self._child.stdout is not None
        arguments = (self._child.stdout, self._messages, self._longest)
        self._thread = threading.Thread(target=_pump, args=arguments, daemon=True)
        self._thread.start()
        self._tell([self._schema.body, self._memory])

    def _tell(self, message: Message | None) -> None:
        assert self._child is not None
        assert self._child.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it died; that nothing comes will say so
            self._child.stdin.write(_line(message))
            self._child.stdin.flush()

    def _answers(self, path: Path, options: Options, cancelled: Callable[[], bool]) -> Iterator[AnnotatedDocument]:
        size = 0
        while True:
            line = self._next(path, cancelled)
            size += len(line)
            if len(line) > self._longest or size > self._most:
                megabytes = min(self._longest, self._most) >> 20
                raise PeymanError("reader_output", file=path.name, megabytes=megabytes)
            try:
                what, *values = _parsed(line)
                item = unpacked(values) if what == "item" else None
            except (ValueError, TypeError, LookupError, RecursionError) as error:
                raise PeymanError("reader_failed", file=path.name, reason=reason_of(error)) from None
            if item is not None:
                yield item
            elif what == "known":
                known = options.known(*values)
                self._tell(_packed_document(known) if known else None)
            elif what == "unknown" and options.unknown is not None:
                _hear(options.unknown, *values)
            elif what == "offered":
                _hear_offer(options.offered, *values)
            elif what == "end":
                return
            else:
                self._fail(path, what, values)

    def _next(self, path: Path, cancelled: Callable[[], bool]) -> bytes:
        """Wait for the next message."""
        until = time.monotonic() + self._patience
        while True:
            try:
                line = self._messages.get(timeout=_POLL)
            except queue.Empty:
                if cancelled():
                    raise CancelledError from None
                if time.monotonic() > until:
                    raise PeymanError("reader_time", file=path.name, seconds=round(self._patience)) from None
                continue
            if not line:
                raise self._died(path)
            self._heard = True
            return line

    def _died(self, path: Path) -> PeymanError:
        """Return why: most likely because a library does not take no for an answer when it asks for memory."""
        assert self._child is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(self._patience)
        if self._child.returncode == 1 and not self._heard:  # so Python ends that could not even begin
            return PeymanError("reader_failed", file=path.name, reason="exit code 1")
        return PeymanError("reader_memory", file=path.name, megabytes=self._memory >> 20)

    def _fail(self, path: Path, what: str, values: Message) -> None:
        if what == "error":
            code, data = values
            raise PeymanError(code, **data)
        if what == "system":
            number, text, name = values
            raise OSError(number, text, str(path) if name in (None, str(path.absolute())) else name)
        if what == "memory":
            raise PeymanError("reader_memory", file=path.name, megabytes=self._memory >> 20)
        raise PeymanError("reader_failed", file=path.name, reason=values[0])

    def close(self) -> None:
        """End the child, whatever it is doing; a later file starts a new one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        while self._thread.is_alive():  # it may wait for room for what nobody wants any more
            with contextlib.suppress(queue.Empty):
                self._messages.get_nowait()
            self._thread.join(_POLL / 10)
        for stream in (child.stdin, child.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()


def _hear(unknown: UnknownLabel, label: object, layers: object, example: object) -> None:
    """Pass on what a reader told of a label; the child may say anything."""
    if isinstance(label, str) and isinstance(layers, list) and isinstance(example, str):
        unknown(label, tuple(layer for layer in layers if isinstance(layer, str)), example)


def _hear_offer(offered: Offered, option: object, values: object) -> None:
    """Pass on which values a file has for an option."""
    if isinstance(option, str) and isinstance(values, list):
        offered(option, tuple(value for value in values if isinstance(value, str)))


def _pump(stream: BinaryIO, messages: queue.Queue[bytes], longest: int) -> None:
    """Pass lines on; an empty one says that there will be no more."""
    while True:
        line = b""
        with contextlib.suppress(OSError, ValueError):
            line = stream.readline(longest + 1)
        messages.put(line)
        if not line:
            return


# The child -----------------------------------------------------------------------------------------------------------


def main() -> int:
    """Answer one request a line, until standard input ends."""
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no message
        source = sys.stdin.buffer
        body, memory = _parsed(source.readline())
        limit_memory(memory)
        schema = parse_schema(body, "")

        def send(*message: object) -> None:
            out.write(_line(message))
            out.flush()

        with contextlib.suppress(BrokenPipeError):
            while request := source.readline():
                if not _answer(_parsed(request), schema, send, source):
                    return 1
    return 0


def limit_memory(size: int) -> None:
    """Let this process take no more than so many bytes of addresses, where the system knows such limits."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(request: Message, schema: Schema, send: Callable[..., None], source: BinaryIO) -> bool:
    """Read one file and send what it holds; False when this process is no longer to be trusted."""
    from peyman.formats import format_for  # noqa: PLC0415 - the list of formats, of which this module is none

    def known(sha256: str, name: str) -> Document | None:
        send("known", sha256, name)
        answer = _parsed(source.readline())
        return answer and unpacked_document(answer)

    def unknown(label: str, layers: tuple[str, ...], example: str) -> None:
        send("unknown", label, layers, short(example))

    def offered(option: str, values: tuple[str, ...]) -> None:
        send("offered", option, values)

    name, path, values, labels, annotator, listens = request
    try:
        chosen = format_for(Path(path), name)
        assert chosen.read is not None
        options = Options(values, labels, annotator, known, unknown=unknown if listens else None, offered=offered)
        for item in chosen.read(Path(path), schema, options):
            send("item", *packed(item))
        send("end")
    except PeymanError as error:
        told = {k: v if isinstance(v, str | int | float | list | None) else str(v) for k, v in error.data.items()}
        send("error", error.code, told)
    except BrokenPipeError:
        raise
    except MemoryError:
        send("memory")
        return False
    except OSError as error:
        file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
        send("system", error.errno, error.strerror or str(error), file)
    except Exception as error:  # a file of anybody's must not stop the others
        send("crash", reason_of(error))
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
