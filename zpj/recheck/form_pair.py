"""A form as issued and as it came back, side by side: what every comparison and the checks are given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Project, Wiring
from zpj.recheck.answers import read_answers
from zpj.recheck.issued_form import IssuedForm, Key, issue
from zpj.recheck.moved_cells import Moves, find_moves
from zpj.recheck.returned_file import BLANK, Returned
from zpj.rules import Profile
from zpj.scoring import ProjectScore, RowScore, score_project
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import cell_name
from zpj_generator.sheet.cells import Cell as IssuedCell
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator row: as issued and answered, with the score of the answers, and where it was issued."""

    number: int
    """From 1, as in the defined names: zpj_actual_01."""
    row: int
    indicator: Indicator
    score: RowScore


@dataclass(frozen=True, slots=True, eq=False)
class FormPair:
    """One returned form. Equal to itself only, so that what is found out about it can be remembered."""

    returned: Returned
    sheet: Sheet
    """The form sheet as it came back."""
    issued: IssuedForm
    moves: Moves
    """Where issued cells stand now."""
    filled: Project
    """The issued project with the filler's answers."""
    score: ProjectScore
    """Recomputed from ``filled``; stored results are never trusted."""
    rows: tuple[IndicatorRow, ...]
    """The indicator rows, top to bottom."""
    is_former: bool = False
    """Whether its formulas and messages are those of the former template, which nobody knows any more."""

    @property
    def project(self) -> Project:
        """As issued."""
        return self.issued.project

    @property
    def profile(self) -> Profile:
        """The rules of the form."""
        return self.issued.profile

    @property
    def columns(self) -> SheetColumns:
        """Which role stands in which column."""
        return self.issued.layout.columns

    @property
    def is_scored_by_macros(self) -> bool:
        """Whether the form was issued with the functions of its own macros in its formulas."""
        stamp = self.returned.stamp
        return stamp is not None and stamp.wiring is Wiring.UDF

    def standing(self, cells: Iterable[IssuedCell]) -> Iterable[IssuedCell]:
        """Those of ``cells`` whose row and column are still there; what is gone is S04's."""
        if not self.moves.any:
            return cells
        return [cell for cell in cells if self.moves.now((cell.row, cell.column)) is not None]

    def pairs(self, cells: Iterable[IssuedCell]) -> list[tuple[IssuedCell, Cell]]:
        """Those of ``cells`` that are still there, each with what came back in its place."""
        found = self.sheet.cells
        if not self.moves.any:
            return [(cell, found.get((cell.row, cell.column), BLANK)) for cell in cells]
        places = ((cell, self.moves.now((cell.row, cell.column))) for cell in cells)
        return [(cell, found.get(at, BLANK)) for cell, at in places if at is not None]

    def cell(self, key: Key) -> Cell:
        """What came back in the place of the cell issued at ``key``; blank when the file has none there."""
        at = self.moves.now(key)
        return BLANK if at is None else self.sheet.cells.get(at, BLANK)

    def named(self, name: str) -> Key:
        """Where the cell with this defined name was issued."""
        return self.issued.names[name]

    def key(self, role: Role, row: int) -> Key:
        """The cell of ``role`` in ``row``, as issued."""
        return row, self.columns[role]

    def ref(self, key: Key) -> str:
        """The address, today, of the cell issued at ``key``."""
        return cell_name(*(self.moves.now(key) or key))

    def place(self, key: Key | None = None) -> Place:
        """The place of a finding on the form sheet; of the sheet as a whole without ``key``."""
        ref = "" if key is None else self.ref(key)
        return Place(self.returned.file, self.project.code, self.sheet.name, ref)

    def finding(
        self,
        code: Code,
        at: IssuedCell | Key | None = None,
        *,
        found: object = "",
        expected: object = "",
        **words: object,
    ) -> Finding:
        """A finding on the form sheet, at a cell as issued."""
        key = (at.row, at.column) if isinstance(at, IssuedCell) else at
        return finding(code, self.place(key), found=found, expected=expected, **words)

    def finding_now(
        self, code: Code, at: Key, *, found: object = "", expected: object = "", **words: object
    ) -> Finding:
        """A finding on the form sheet, at a cell of the returned one."""
        place = Place(self.returned.file, self.project.code, self.sheet.name, cell_name(*at))
        return finding(code, place, found=found, expected=expected, **words)


def pair_up(
    returned: Returned, sheet: Sheet, project: Project, profile: Profile, *, is_former: bool = False
) -> FormPair:
    """The form of ``project`` beside what came back of it on ``sheet``."""
    wiring = returned.stamp.wiring if returned.stamp else Wiring.NATIVE
    issued = issue(project, profile, wiring, has_macros=returned.has_macros)
    moves = find_moves(issued, sheet)
    filled = read_answers(issued, moves, sheet)
    score = score_project(profile, filled)
    rows = tuple(_rows(filled, score, issued.names))
    return FormPair(returned, sheet, issued, moves, filled, score, rows, is_former)


def _rows(filled: Project, score: ProjectScore, names: Mapping[str, Key]) -> Iterator[IndicatorRow]:
    for number, (indicator, row) in enumerate(zip(filled.indicators, score.rows, strict=True), 1):
        yield IndicatorRow(number, names[f"zpj_score_{number:02d}"][0], indicator, row)
