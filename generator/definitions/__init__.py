"""Definitions of projects: an Excel workbook or TOML, the same content, loss-free both ways."""

from generator.definitions.build import Definitions, SourcedProject
from generator.definitions.checks import check
from generator.definitions.load import definition_files, load_projects, read_definitions
from generator.definitions.samples import samples, write_example
from generator.definitions.to_toml import write_toml
from generator.definitions.to_workbook import write_workbook

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
