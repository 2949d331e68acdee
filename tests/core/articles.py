"""Small articles and projects that the tests of the core are about."""

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from peyman import paths
from peyman.core.model import Document, new_id
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema

# Few tests are about the disk: the flushes of all others are spared where a folder lies in memory.
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None

# Joined and unjoined words, a vocalised one, digits of two kinds, a character beyond 16 bits, a line break.
TEXT = "علی‌رضا احمدی 🙂 با استاندار اردبیل دیدار کرد.\r\nوی 20 درصد و ۲۵ تن به مُحَمَّد «وعده» داد."
RUSSIAN = "Губернатор обещал построить мост до 2030 года; стороны подписали меморандум о сотрудничестве."


@cache
def default_schema() -> Schema:
    path = paths.resource("schemas", "commitnews.toml")
    return parse_schema(path.read_text(encoding="utf-8"), path.name)


def article(name: str = "a.txt", text: str = TEXT, title: str = "") -> Document:
    """A document with the words between its spaces as tokens."""
    tokens, place = [], 0
    for word in text.split():
        place = text.index(word, place)
        tokens.append((place, place + len(word)))
        place += len(word)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(new_id(), name, title or name, text, digest, "fa", "rtl", tuple(tokens), "spaces 1")


def make_project(path: Path, *documents: Document, annotator: str = "سارا") -> Project:
    """An open project with these documents; a copy of one that was made once, which is quicker."""
    path.write_bytes(_empty(annotator))
    project = Project.open(path)
    with project.batch("import"):
        for document in documents:
            project.add_document(document)
    return project


@cache
def _empty(annotator: str) -> bytes:
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "empty.peyman")
        Project.create(path, annotator=annotator, schema=default_schema()).close()
        return path.read_bytes()
