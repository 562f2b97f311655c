"""The form sheet of one project: which cell stands where, with which text, formula and style.

Pure: a project and a profile in, a :class:`FormLayout` out. The workbook template writes it down, and the
checker asks it what was issued.
"""

from itertools import chain

from zpj.model.project import Project
from zpj.rules import Profile
from zpj.scoring import score_project
from zpj.texts import wording
from zpj_generator.layout import status_box
from zpj_generator.layout.form_layout import FormLayout
from zpj_generator.layout.fund_rows import lay_funds
from zpj_generator.layout.goal_rows import lay_goals
from zpj_generator.layout.heading_rows import lay_heading
from zpj_generator.layout.indicator_rows import lay_indicators
from zpj_generator.layout.status_box import status_cells
from zpj_generator.layout.total_rows import grade_cell, lay_total, total_cell
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Row

__all__ = ["FORM_SHEET", "REGISTRY_SHEET", "TEMPLATE_VERSION", "Cell", "FormLayout", "Row", "lay_out"]

FORM_SHEET: str = wording("form")["sheet"]["form"]
REGISTRY_SHEET: str = wording("form")["sheet"]["registry"]

TEMPLATE_VERSION = 1
"""Raised whenever the same definition would be laid out differently, or with other macros; in every stamp."""


def lay_out(project: Project, profile: Profile, answers: Project | None = None) -> FormLayout:
    """The form of ``project``, values prefilled where the definition has them.

    With ``answers``, the same project as filled in by somebody: ``project`` alone decides which cells there
    are and which of them are inputs, ``answers`` what the inputs hold, how high the rows are, and the
    results. Every formula carries the result it has now. Targets of 正向 and 反向 indicators must be readable
    quantities, as ``zpj_generator.definitions`` makes sure; else ``NotAQuantity``.
    """
    filled = answers or project
    score = score_project(profile, filled)
    goal_block = lay_goals(project, filled)
    header = goal_block.last_row + 1
    table = lay_indicators(profile, project, filled, score, header)
    total_row = table.lines[-1].last + 1
    sections = (
        lay_heading(project, filled),
        lay_funds(profile, project, filled, score),
        goal_block.section,
        table.section,
        lay_total(profile, project, score, table, total_row),
    )
    rows = tuple(chain.from_iterable(section.rows for section in sections))
    messages = [
        str(cell.value) for row in rows for cell in row.cells if cell.style == "check" and cell.formula
    ]
    box = status_cells(score, messages, total_cell(total_row), grade_cell(total_row), total_row - 1)
    rows = tuple(
        row._replace(cells=row.cells + box[row.number]) if row.number in box else row for row in rows
    )
    return FormLayout(
        rows=rows,
        merges=tuple(chain(status_box.MERGES, *(section.merges for section in sections))),
        validations=tuple(chain.from_iterable(section.validations for section in sections)),
        names=tuple(chain(status_box.names(), *(section.names for section in sections))),
        header_row=header,
        last_row=rows[-1].number,
        widths=columns.WIDTHS,
    )
