"""A form as it was issued, laid out anew from its definition: what a returned one is held against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain

from zpj.model.project import Project, Wiring
from zpj.recheck.issued_template import IssuedTemplate, issued_template
from zpj.rules import Profile
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.references import Range
from zpj_generator.layout import FormLayout, lay_out
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.cells import Cell, Highlight
from zpj_generator.wiring import wired

Key = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, eq=False)
class IssuedForm:
    """The form sheet of ``project`` as issued."""

    project: Project
    profile: Profile
    layout: FormLayout
    template: IssuedTemplate
    """What every form of this wiring has in common."""
    cells: Mapping[Key, Cell]
    """Every cell that was written, by place."""
    formulas: tuple[Cell, ...]
    inputs: tuple[Cell, ...]
    constants: tuple[Cell, ...]
    """Those locked and without a formula, empty ones too."""
    names: Mapping[str, Key]
    """The defined names of the form sheet."""

    def format(self, cell: Cell) -> CellFormat:
        """The format ``cell`` was issued with."""
        return cell_format(self.template, cell.style, cell.number_format)

    @cached_property
    def highlights(self) -> tuple[Highlight, ...]:
        """The conditional formats, in the order of their priority."""
        return self.layout.highlights

    @cached_property
    def merges(self) -> frozenset[Range]:
        """The merged ranges."""
        return frozenset(self.layout.merges)


def issue(project: Project, profile: Profile, wiring: Wiring, *, has_macros: bool) -> IssuedForm:
    """The form of ``project``, empty of answers but for those its definition has."""
    layout = wired(lay_out(project, profile), profile, wiring)
    cells = list(chain.from_iterable(row.cells for row in layout.rows))
    locked = [cell for cell in cells if not cell.style.endswith(INPUT)]
    return IssuedForm(
        project=project,
        profile=profile,
        layout=layout,
        template=issued_template(profile, wiring, has_macros),
        cells={(cell.row, cell.column): cell for cell in cells},
        formulas=tuple([cell for cell in locked if cell.formula is not None]),
        inputs=tuple([cell for cell in cells if cell.style.endswith(INPUT)]),
        constants=tuple([cell for cell in locked if cell.formula is None]),
        names={name.name: (name.row, name.column) for name in layout.names},
    )


@lru_cache(maxsize=4096)
def cell_format(template: IssuedTemplate, style: str, number_format: str | None) -> CellFormat:
    """The format of a style, with another number format where a cell has its own."""
    plain = template.formats[style]
    return plain if number_format is None else replace(plain, number_format=number_format)


def input_names(issued: IssuedForm) -> Iterator[tuple[str, Cell]]:
    """The defined names of inputs, with the input each stands for."""
    for name, key in issued.names.items():
        cell = issued.cells[key]
        if cell.style.endswith(INPUT):
            yield name, cell
