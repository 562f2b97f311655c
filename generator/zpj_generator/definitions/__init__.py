"""Definitions of projects: an Excel workbook or TOML, the same content, loss-free both ways."""

from zpj_generator.definitions.definition_checks import check
from zpj_generator.definitions.definition_files import definition_files, load_projects, read_definitions
from zpj_generator.definitions.projects import Definitions, SourcedProject
from zpj_generator.definitions.samples import samples, write_example
from zpj_generator.definitions.to_toml import write_toml
from zpj_generator.definitions.to_workbook import write_workbook

__all__ = [
    "Definitions",
    "SourcedProject",
    "check",
    "definition_files",
    "load_projects",
    "read_definitions",
    "samples",
    "write_example",
    "write_toml",
    "write_workbook",
]
