"""What every check is given: the form as issued, as returned, and as recomputed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Project, Wiring
from zpj.recheck.answers import read_answers
from zpj.recheck.returned_file import BLANK, CellView, Returned, SheetView
from zpj.rules import Profile
from zpj.scoring import ProjectScore, RowScore, score_project
from zpj_generator.layout import FormLayout, fund_rows, lay_out, status_box
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.cells import Cell
from zpj_generator.sheet.roles import Role
from zpj_generator.wiring import wired

Pair = tuple[Cell, CellView]
"""A cell as issued, and what came back in its place."""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator row: as issued and answered, with the score of the answers, and where it stands."""

    number: int
    """From 1, as in the defined names: zpj_actual_01."""
    row: int
    """The sheet row."""
    indicator: Indicator
    score: RowScore


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One returned form. Equal to itself only, so that what is found out about it can be remembered."""

    returned: Returned
    sheet: SheetView
    """The form sheet."""
    project: Project
    """As issued."""
    profile: Profile
    layout: FormLayout
    """As issued; what each cell should hold is asked of it, never of the returned registry."""
    issued: Mapping[str, Cell]
    """The issued cells by address."""
    pairs: tuple[Pair, ...]
    """Every issued cell with the returned one, row by row."""
    formulas: tuple[Pair, ...]
    """Those issued with a formula."""
    constants: tuple[Pair, ...]
    """Those issued locked and without a formula, empty ones too."""
    filled: Project
    """The issued project with the filler's answers."""
    score: ProjectScore
    """Recomputed from ``filled``; stored results are never trusted."""
    names: Mapping[str, str]
    """The addresses of the defined names, as issued."""
    lines: tuple[Line, ...]
    """The indicator rows, top to bottom."""

    def cell(self, ref: str) -> CellView:
        """The returned cell; blank when the file has none there."""
        return self.sheet.cells.get(ref, BLANK)

    def pair(self, ref: str) -> Pair:
        """The cell issued at ``ref`` with the returned one."""
        return self.issued[ref], self.cell(ref)

    def at(self, role: Role, row: int) -> str:
        """The address of ``role`` in ``row``."""
        return self.layout.columns.ref(role, row)

    def fund(self, role: Role) -> str:
        """The address of ``role`` in the row of 年度资金总额."""
        return self.at(role, fund_rows.FIRST_ROW)

    def status(self, role: Role) -> str:
        """The address of a figure in the status box."""
        return self.at(role, status_box.ROWS[role])

    def ref(self, name: str) -> str:
        """The address of a defined name, as issued."""
        return self.names[name]

    def place(self, ref: str = "") -> Place:
        """The place of a finding on the form sheet."""
        return Place(self.returned.file, self.project.code, self.sheet.name, ref)

    def finding(
        self, code: Code, ref: str = "", *, found: object = "", expected: object = "", **words: object
    ) -> Finding:
        """A finding at ``ref`` of the form sheet."""
        return finding(code, self.place(ref), found=found, expected=expected, **words)


def make_context(returned: Returned, sheet: SheetView, project: Project, profile: Profile) -> Context:
    """The context of the form of ``project`` that came back on ``sheet``."""
    wiring = returned.stamp.wiring if returned.stamp else Wiring.NATIVE
    layout = wired(lay_out(project, profile), profile, wiring)
    cells = list(chain.from_iterable(row.cells for row in layout.rows))
    filled = read_answers(project, layout, sheet)
    score = score_project(profile, filled)
    names = {each.name: each.ref for each in layout.names}
    pairs = tuple([(cell, sheet.cells.get(cell.ref, BLANK)) for cell in cells])
    return Context(
        returned=returned,
        sheet=sheet,
        project=project,
        profile=profile,
        layout=layout,
        issued={cell.ref: cell for cell in cells},
        pairs=pairs,
        formulas=tuple([pair for pair in pairs if pair[0].formula is not None]),
        constants=tuple(
            [pair for pair in pairs if pair[0].formula is None and not pair[0].style.endswith(INPUT)]
        ),
        filled=filled,
        score=score,
        names=names,
        lines=tuple(_lines(filled, score, names)),
    )


def _lines(filled: Project, score: ProjectScore, names: Mapping[str, str]) -> Iterator[Line]:
    for number, (indicator, row) in enumerate(zip(filled.indicators, score.rows, strict=True), 1):
        yield Line(number, int(names[f"zpj_score_{number:02d}"][1:]), indicator, row)
