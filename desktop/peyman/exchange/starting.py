"""What a project starts with: a schema, its guidelines; and the sample project."""

from __future__ import annotations

import os
import re
from pathlib import Path

from peyman import paths
from peyman.core.decode import decode
from peyman.core.errors import PeymanError
from peyman.core.project import Project
from peyman.core.schema import Schema, parse_schema

from .importing import Progress, import_paths

SAMPLE_ANNOTATOR = "newcomer"


def read_schema(path: Path | None = None) -> Schema:
    """Read a schema file, by default the one that ships.

    Raises:
        PeymanError: `schema_…`, `text_…`.
        OSError: the file cannot be read.
    """
    path = path or paths.resource("schemas", "commitnews.toml")
    return parse_schema(decode(path.read_bytes(), path.name).text, path.name)


def guidelines_for(schema: Schema) -> str:
    """Return the guidelines that ship for a schema, as Markdown; "" if there are none for it."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", schema.id):
        return ""
    path = paths.resource("guidelines", f"{schema.id}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def make_sample(path: Path, progress: Progress | None = None) -> None:
    """Make the sample project: five articles, three of them annotated by "reference".

    Raises:
        PeymanError: `project_exists` and others of `Project.create`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise PeymanError("project_exists", path=path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")  # a sample is there whole or not at all
    try:
        schema = read_schema()
        guidelines = guidelines_for(schema)
        with Project.create(draft, annotator=SAMPLE_ANNOTATOR, schema=schema, guidelines=guidelines) as project:
            files = [*sorted(paths.seeds().glob("*.txt")), paths.seeds("sample_gold.jsonl")]
            report = import_paths(project, files, progress=progress)
        for refused in report.refused:
            raise refused.reason
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
