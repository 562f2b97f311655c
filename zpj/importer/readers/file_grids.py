"""What every reader gives: the grids of a file, and what is odd about the file."""

from dataclasses import dataclass

from zpj.importer.grid import Grid
from zpj.model.findings import Finding


@dataclass(frozen=True, slots=True)
class FileGrids:
    """The sheets, tables or pages of one file."""

    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()
