"""Projects for the tests of the core."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from core.making import MEMORY, RUSSIAN, article, make_project
from peyman.core.project import Project


@pytest.fixture
def path() -> Iterator[Path]:
    """Where a project may be made."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder, "news.peyman")


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """An open project at `path` with two articles and «سارا» at work."""
    with make_project(path, article(), article("b.txt", RUSSIAN, "Мост через реку")) as project:
        yield project


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may look into, unlike pytest's own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
