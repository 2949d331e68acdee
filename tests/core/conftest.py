"""Projects for the tests of the core."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.articles import RUSSIAN, article, make_project
from peyman.core.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a project may be made."""
    return tmp_path / "news.peyman"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """An open project at `path` with two articles and «سارا» at work."""
    with make_project(path, article(), article("b.txt", RUSSIAN, "Мост через реку")) as project:
        yield project
