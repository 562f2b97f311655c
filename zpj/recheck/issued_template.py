"""What every issued form has in common: formats, sheets, settings, as the reader sees them.

It is read once a process from a form rendered for the purpose, so that the template has one home, and a
returned form is held against what the same reader makes of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from zpj.model.project import Wiring
from zpj.rules import Profile
from zpj.xlsx import LIMITS, Office, Workbook, workbook_in
from zpj.xlsx.model.looks import CellFormat, DifferentialFormat
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.definitions.definition_files import load_projects
from zpj_generator.definitions.samples import samples
from zpj_generator.layout import FormLayout, lay_out
from zpj_generator.package import Macros, render_layout
from zpj_generator.package.style_numbers import named_styles
from zpj_generator.sheet.cells import Cell, SheetRow


@dataclass(frozen=True, slots=True, eq=False)
class IssuedTemplate:
    """Equal to itself only, so that it can be a key of caches."""

    book: Workbook
    """A form of a bundled sample as the reader sees it."""
    form: Sheet
    """Its form sheet: columns, defaults, views, page, protection are those of every form."""
    instructions: Sheet
    hidden: Sheet
    formats: Mapping[str, CellFormat]
    """By style name."""
    looks: Mapping[str, DifferentialFormat]
    """What conditional formats show, by the name of the look."""


@cache
def issued_template(profile: Profile, wiring: Wiring, has_macros: bool) -> IssuedTemplate:
    """What forms of ``profile`` have in common."""
    project = replace(load_projects(samples()[:1])[0], profile=profile.id)
    layout = lay_out(project, profile)
    styles = tuple(style for style, code in named_styles().index if code is None)
    last = layout.rows[-1].number
    swatches = tuple(Cell(last + 1, column, style) for column, style in enumerate(styles, 1))
    with_styles = replace(layout, rows=(*layout.rows, SheetRow(last + 1, None, swatches)))
    macros = Macros(b"", wiring) if has_macros else None
    data = render_layout(with_styles, project, profile, password=None, key=None, macros=macros)
    book = workbook_in(Office(data, LIMITS))
    form, instructions, hidden = book.sheets
    return IssuedTemplate(
        book=book,
        form=form,
        instructions=instructions,
        hidden=hidden,
        formats={style: form.cells[last + 1, column].format for column, style in enumerate(styles, 1)},
        looks=dict(_looks(layout, form)),
    )


def _looks(layout: FormLayout, form: Sheet) -> chain[tuple[str, DifferentialFormat]]:
    pairs = zip(layout.highlights, form.conditional, strict=True)
    return chain((issued.style, rule.look) for issued, rule in pairs if rule.look is not None)
