"""All sections of a form, one below the other, with the status box beside them."""

from itertools import chain

from zpj.model.project import Project
from zpj.rules import Profile
from zpj.scoring import score_project
from zpj_generator.layout import status_box
from zpj_generator.layout.form_layout import FormLayout
from zpj_generator.layout.fund_rows import lay_funds
from zpj_generator.layout.goal_rows import lay_goals
from zpj_generator.layout.heading_rows import lay_heading
from zpj_generator.layout.indicator_rows import lay_indicators
from zpj_generator.layout.total_rows import lay_total
from zpj_generator.sheet.columns import OFFICIAL, SheetColumns
from zpj_generator.sheet.roles import Role


def lay_out(
    project: Project, profile: Profile, answers: Project | None = None, columns: SheetColumns = OFFICIAL
) -> FormLayout:
    """The form of ``project`` in ``columns``, values prefilled where the definition has them.

    With ``answers``, the same project as filled in by somebody: ``project`` alone decides which cells there
    are and which of them are inputs, ``answers`` what the inputs hold, how high the rows are, and the
    results. Every formula carries the result it has now. Targets of 正向 and 反向 indicators must be readable
    quantities, as ``zpj_generator.definitions`` makes sure; else ``NotAQuantity``.
    """
    filled = answers or project
    score = score_project(profile, filled)
    goals = lay_goals(columns, project, filled)
    header = goals.last_row + 1
    table = lay_indicators(columns, profile, project, filled, score, header)
    total_row = table.placed[-1].last + 1
    sections = (
        lay_heading(columns, project, filled),
        lay_funds(columns, profile, project, filled, score),
        goals.section,
        table.section,
        lay_total(columns, profile, project, score, table, total_row),
    )
    rows = tuple(chain.from_iterable(section.rows for section in sections))
    check = Role.CHECK
    messages = [str(cell.value) for row in rows for cell in row.cells if cell.role is check]
    box = status_box.status_cells(columns, score, messages, total_row)
    return FormLayout(
        columns=columns,
        rows=tuple(
            row._replace(cells=row.cells + box[row.number]) if row.number in box else row for row in rows
        ),
        merges=tuple(chain(status_box.merges(columns), *(section.merges for section in sections))),
        validations=tuple(chain.from_iterable(section.validations for section in sections)),
        names=tuple(chain(status_box.names(columns), *(section.names for section in sections))),
        header_row=header,
    )
