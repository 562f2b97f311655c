"""Typed forms from a file: as they are printed, and as projects with values."""

import re
from dataclasses import dataclass
from pathlib import Path

from zpj.importer.formats import read_grids
from zpj.importer.printed_scores import settle
from zpj.importer.printed_sums import tally
from zpj.importer.recognise import TypedForm, read_form, split
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Project
from zpj.rules import Profile

_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class TypedForms:
    """The forms of one file as they are printed, and what is to say about the file as a whole."""

    forms: tuple[TypedForm, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The forms of one file; ``printed_totals`` go with ``projects``, ``None`` where no total is printed."""

    projects: tuple[Project, ...]
    printed_totals: tuple[float | None, ...]
    findings: tuple[Finding, ...]


def read_forms(path: Path, profile: str) -> TypedForms:
    """Every typed form in the file at ``path`` under ``profile``, nothing in it judged.

    项目编号 is not on the form: it is made from the file name, with -2, -3 ... for further forms. Raises
    :class:`zpj.model.errors.UnreadableFile`; a file without any form gives none and finding I05.
    """
    forms: list[TypedForm] = []
    grids, said = read_grids(path)
    findings = list(said)
    for grid in grids:
        regions = split(grid)
        if not regions and grid.lines:
            findings.append(finding(Code.I09, Place(str(path), sheet=grid.name), found=grid.name))
        for region in regions:
            forms.append(read_form(grid, region, _code(path, len(forms) + 1), profile))
    if not forms:
        return TypedForms((), (finding(Code.I05, Place(str(path)), found=path.name),))
    return TypedForms(tuple(forms), tuple(findings))


def import_forms(path: Path, profile: Profile) -> Imported:
    """The forms that :func:`read_forms` gives as projects with values, scored by ``profile``."""
    read = read_forms(path, profile.id)
    settled = [settle(form, profile) for form in read.forms]
    findings = list(read.findings)
    for form, result in zip(read.forms, settled, strict=True):
        findings += form.own((*form.findings, *tally(form, profile), *result.findings))
    totals = tuple(form.total.value if form.total else None for form in read.forms)
    return Imported(tuple(result.project for result in settled), totals, tuple(findings))


def _code(path: Path, count: int) -> str:
    """01 from 01.xlsx, 01-2 for its second form; whatever a code cannot hold becomes a hyphen."""
    stem = _UNSAFE.sub("-", path.stem).strip("-") or "form"
    return stem if count == 1 else f"{stem}-{count}"
