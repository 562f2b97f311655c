"""Typed forms from a file, as they are printed: path, content, format, grids, regions, forms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zpj.importer.formats import read_grids
from zpj.importer.grid import Grid
from zpj.importer.readers.file_grids import FileGrids
from zpj.importer.recognise.form_assembly import assemble_form
from zpj.importer.recognise.form_regions import FormRegion, find_regions
from zpj.importer.recognise.typed_form import TypedForm
from zpj.importer.size_limits import MOST_FORM_CELLS, MOST_FORM_LINES, MOST_FORMS, refuse_size
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding

_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class TypedFile:
    """The forms of one file as they are printed, and what there is to say about the file as a whole."""

    forms: tuple[TypedForm, ...]
    findings: tuple[Finding, ...]


def read_forms(path: Path, profile: str) -> TypedFile:
    """Every typed form in the file at ``path`` under ``profile``, nothing in it judged.

    项目编号 is not on the form: it is made from the file name, with -2, -3 ... for further forms. A file
    without any form gives none and finding I05.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    return forms_in_grids(path, read_grids(path), profile)


def forms_in_grids(path: Path, content: FileGrids, profile: str) -> TypedFile:
    """What :func:`read_forms` gives, of a file that was read already.

    Raises:
        UnreadableFile: X04, more lines, forms or cells than a file of forms has.
    """
    found = [(grid, find_regions(grid)) for grid in content.grids]
    regions = [(grid, region) for grid, in_grid in found for region in in_grid]
    if not regions:
        return TypedFile((), (finding(Code.I05, Place(str(path)), found=path.name),))
    _refuse_too_many([region for _, region in regions])
    forms = (
        assemble_form(grid, region, _code(path, number), profile)
        for number, (grid, region) in enumerate(regions, 1)
    )
    return TypedFile(tuple(forms), (*content.findings, *_without_forms(path, found)))


def _refuse_too_many(regions: Sequence[FormRegion]) -> None:
    if len(regions) > MOST_FORMS:
        refuse_size("forms", MOST_FORMS, regions[MOST_FORMS].lines[0][0].place)
    cells = 0
    for region in regions:
        for number, line in enumerate(region.lines, 1):
            cells += len(line)
            if number > MOST_FORM_LINES:
                refuse_size("form_lines", MOST_FORM_LINES, line[0].place)
            if cells > MOST_FORM_CELLS:
                refuse_size("form_cells", MOST_FORM_CELLS, line[0].place)


def _without_forms(path: Path, found: list[tuple[Grid, tuple[FormRegion, ...]]]) -> list[Finding]:
    """I09 for every sheet with something on it that is no form."""
    return [
        finding(Code.I09, Place(str(path), sheet=grid.name), found=grid.name)
        for grid, in_grid in found
        if grid.lines and not in_grid
    ]


def _code(path: Path, number: int) -> str:
    """01 from 01.xlsx, 01-2 for its second form; whatever a code cannot hold becomes a hyphen."""
    stem = _UNSAFE.sub("-", path.stem).strip("-") or "form"
    return stem if number == 1 else f"{stem}-{number}"
