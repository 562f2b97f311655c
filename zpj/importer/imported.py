"""Typed forms from a file as projects with values: printed scores turned into lawful inputs."""

from dataclasses import dataclass
from pathlib import Path

from zpj.importer.printed_scores import lawful_inputs
from zpj.importer.printed_sums import check_sums
from zpj.importer.typed_file import read_forms
from zpj.model.findings import Finding
from zpj.model.project import Project
from zpj.rules import Profile


@dataclass(frozen=True, slots=True)
class Imported:
    """The forms of one file; ``printed_totals`` go with ``projects``, ``None`` where no total is printed."""

    projects: tuple[Project, ...]
    printed_totals: tuple[float | None, ...]
    findings: tuple[Finding, ...]


def import_forms(path: Path, profile: Profile) -> Imported:
    """The forms in the file at ``path`` as projects with values, to be scored by ``profile``.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    read = read_forms(path, profile.id)
    projects: list[Project] = []
    findings = list(read.findings)
    for form in read.forms:
        project, moved = lawful_inputs(form, profile)
        projects.append(project)
        findings += form.with_form((*form.findings, *check_sums(form, profile), *moved))
    totals = tuple(form.total.value if form.total else None for form in read.forms)
    return Imported(tuple(projects), totals, tuple(findings))
