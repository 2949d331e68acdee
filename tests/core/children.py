"""Other processes: one that holds a project open, and one that tags without end until it is killed."""

import hashlib
import multiprocessing
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from peyman.core.edits import Editor, History
from peyman.core.errors import PeymanError
from peyman.core.model import AnnotationSet
from peyman.core.project import Project

# A server that has imported everything and forks: fifty processes in the time of two fresh ones.
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT: Any = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
if _FORKS:
    _CONTEXT.set_forkserver_preload(["peyman.core.project"])


class Child:
    """A running child and the pipe on which it tells what it did."""

    def __init__(self, function: Callable[..., None], *arguments: object) -> None:
        self.told, theirs = _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(target=function, args=(theirs, *arguments), daemon=True)
        self.process.start()
        theirs.close()  # ours only: when the child dies, the pipe ends

    def hear(self) -> Any:
        """Wait for what the child says next; EOFError when it is dead and has nothing left to say."""
        return self.told.recv()

    def kill(self) -> None:
        """End the child at once: SIGKILL, where there are signals."""
        self.process.kill()
        self.process.join()


@contextmanager
def child(function: Callable[..., None], *arguments: object) -> Iterator[Child]:
    """Run `function(pipe, *arguments)` in another process, and make sure that it ends."""
    running = Child(function, *arguments)
    try:
        yield running
    finally:
        running.kill()
        running.told.close()
        running.process.close()


def hold(pipe: Connection, path: Path, read_only: bool) -> None:
    """Open a project, say how that went, and keep it."""
    try:
        project = Project.open(path, read_only=read_only)
    except PeymanError as error:
        pipe.send(error.code)
        return
    pipe.send(len(project.own_set(1).annotations))
    while True:
        pipe.poll(None)


def digest(annotations: AnnotationSet) -> str:
    """The same for sets that are equal, in any process."""
    said = repr((annotations.state, list(annotations.annotations.values())))
    return hashlib.sha256(said.encode()).hexdigest()


def tag(pipe: Connection, path: Path, seed: int) -> None:
    """Edit the first article for ever; once a step is saved, tell its number and what the set then is."""
    chance = random.Random(seed)
    project = Project.open(path)
    document, history = project.document(1), History(project)
    while True:
        own = project.own_set(1)
        editor = Editor(document, own, project.schema)
        start = chance.randrange(len(document.text) - 1)
        spans = own.spans
        try:
            match chance.randrange(8) if spans else 0:
                case 0 | 1:
                    step = project.apply(editor.add_span("commitment", "plan", start, start + chance.randrange(1, 9)))
                case 2:
                    step = project.apply(editor.fill_role_with_text(spans[0], "object", start, start + 3))
                case 3:
                    step = project.apply(editor.set_note(chance.choice(spans), str(chance.random())))
                case 4:
                    step = project.apply(editor.relabel(chance.choice(spans), "pledge"))
                case 5:
                    step = project.apply(editor.remove(chance.choice(spans)))
                case _:
                    step = _step_after(project, history.undo if chance.random() < 0.6 else history.redo)
        except PeymanError:
            continue  # a place or a label that the rules refuse: try another one
        if step:
            pipe.send((step, digest(project.own_set(1))))


def _step_after(project: Project, turn: Callable[[], object]) -> int:
    return next(project.steps()).number if turn() is not None else 0
