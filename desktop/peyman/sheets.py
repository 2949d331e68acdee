"""Feedback sheets as files: pages to read, JSON that the window opens, or put into the annotator's own project file."""

from __future__ import annotations

import json
from pathlib import Path

from peyman.core.catalogues import Phrases
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.feedback import Sheet, deliver, sheet_as_json, sheet_from_json
from peyman.core.feedback_html import page_of
from peyman.core.project import Project
from peyman.exchange import write_text

MOST_OF_SHEET = 16 << 20  # bytes; a sheet of a hundred kinds of differences takes some hundred thousand

MESSAGES |= {
    "feedback_extension": QT_TRANSLATE_NOOP(
        "errors",
        "A feedback sheet is written as .html or .json, or put into the .peyman file of the annotator; “{path}” is none"
        " of these. Give it one of these endings.",
    ),
}


def check_sheet(out: Path) -> None:
    """Refuse what no feedback sheet can be written to; raises `feedback_extension`."""
    if out.suffix.lower() not in (".html", ".json", ".peyman"):
        raise PeymanError("feedback_extension", path=out)


def give_sheet(project: Project, sheet: Sheet, out: Path, phrases: Phrases, date: str) -> None:
    """Write a feedback sheet as a page or as JSON, or put it into the file in which its annotator works.

    Args:
        date: when it was made, as the page says it.

    Raises:
        PeymanError: `feedback_extension`, `export_…`, `file_irregular`, or what `feedback.deliver` raises.
        OSError: the file cannot be written; one that was there before is left as it was.
    """
    check_sheet(out)
    match out.suffix.lower():
        case ".peyman":
            deliver(project, sheet, out)
            return
        case ".html":
            text = page_of(sheet, project.schema, phrases, date)
        case _:
            text = json.dumps(sheet_as_json(sheet), ensure_ascii=False, indent=1) + "\n"
    write_text(project.path, out, text)


def read_sheet(path: Path, project: Project) -> Sheet:
    """Read a sheet that was written as JSON, for whoever works in `project`; nothing in it is believed.

    Raises:
        PeymanError: `feedback_odd`, `feedback_foreign`, `text_…`.
        OSError: the file cannot be read.
    """
    if path.stat().st_size > MOST_OF_SHEET:
        raise PeymanError("feedback_odd", reason=f"{path.stat().st_size} B")
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise PeymanError("feedback_odd", reason=error) from None
    return sheet_from_json(value, project)
