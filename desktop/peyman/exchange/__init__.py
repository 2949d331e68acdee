"""Import and export: where the formats and the project file meet.

One file is one batch: all of it comes in or nothing, and a bad file does not stop the others.
"""

from .exporting import export, plan_export
from .files import files_of
from .importing import Dating, Progress, import_paths, proposed_dates, set_dates
from .maps import map_as_toml, read_map
from .reports import (
    Added,
    DateProposal,
    Duplicate,
    ExportReport,
    ImportReport,
    Kept,
    Refused,
    SetEntry,
    Unmapped,
    UnmappedKind,
    worded,
)
from .starting import SAMPLE_ANNOTATOR, guidelines_for, make_sample, read_schema
from .writing import check_file, check_folder, check_target, export_table, new_folder, replacing, write_text

__all__ = [
    "SAMPLE_ANNOTATOR",
    "Added",
    "DateProposal",
    "Dating",
    "Duplicate",
    "ExportReport",
    "ImportReport",
    "Kept",
    "Progress",
    "Refused",
    "SetEntry",
    "Unmapped",
    "UnmappedKind",
    "check_file",
    "check_folder",
    "check_target",
    "export",
    "export_table",
    "files_of",
    "guidelines_for",
    "import_paths",
    "make_sample",
    "map_as_toml",
    "new_folder",
    "plan_export",
    "proposed_dates",
    "read_map",
    "read_schema",
    "replacing",
    "set_dates",
    "worded",
    "write_text",
]
