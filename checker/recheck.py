"""One returned file from its path to its report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.checks import CELL_CHECKS, STRUCTURE_CHECKS
from checker.context import Context, make_context
from checker.exceptions import Acceptance, apply_acceptances
from checker.identity import find_form_sheet, issued_project, seal_note
from checker.ledger import override_ledger
from checker.report import FormReport, Status
from checker.returned import Returned, read_returned
from zpj.errors import ProfileError, UnreadableFile
from zpj.findings import Finding, Place, finding
from zpj.form import Project
from zpj.rules import load_profile


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the issuer knows besides the returned files."""

    definitions: Mapping[str, Project] = field(default_factory=dict)
    """The projects as they were issued, by 项目编号; they win over what a form says of itself."""
    key: bytes | None = None
    """The key that sealed the stamps."""
    acceptances: tuple[Acceptance, ...] = ()
    """Findings that were accepted in writing."""
