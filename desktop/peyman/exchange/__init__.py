"""Import and export: where the formats and the project file meet.

One file is one batch: all of it comes in or nothing, and a bad file does not stop the others.
"""

from .exporting import export, plan_export
from .files import files_of
from .importing import Dating, Progress, import_paths, known_in, options_for, proposed_dates, set_dates
from .maps import has_label, map_as_toml, map_to_fill, read_map
from .reports import (
    Added,
    DateProposal,
    ExportReport,
    ImportReport,
    Refused,
    SetEntry,
    worded,
)
from .starting import guidelines_for, make_sample, read_schema
from .writing import check_file, check_folder, check_target, export_table, new_folder, replacing, write_text

__all__ = [
    "Added",
    "DateProposal",
    "Dating",
    "ExportReport",
    "ImportReport",
    "Progress",
    "Refused",
    "SetEntry",
    "check_file",
    "check_folder",
    "check_target",
    "export",
    "export_table",
    "files_of",
    "guidelines_for",
    "has_label",
    "import_paths",
    "known_in",
    "make_sample",
    "map_as_toml",
    "map_to_fill",
    "new_folder",
    "options_for",
    "plan_export",
    "proposed_dates",
    "read_map",
    "read_schema",
    "replacing",
    "set_dates",
    "worded",
    "write_text",
]
