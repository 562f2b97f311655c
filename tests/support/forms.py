"""Forms made of indicators, and what their formula cells hold: as generated, and as LibreOffice has it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from support import libreoffice
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Kind, Project
from zpj.rules import Profile
from zpj.xlsx import Cell, Workbook, cell_name, open_workbook
from zpj_generator.package import render_form

FORM_SHEET = "自评表"

Result = float | str

ALL_SPENT = Fund(TOTAL_FUND, 100, 100, 100)


def project_of(indicators: Iterable[Indicator], fund: Fund = ALL_SPENT) -> Project:
    """A project with these indicators, whatever their points add up to, and nothing left to fill besides."""
    return Project("T-1", "试算", 2026, funds=(fund,), completion="已完成", indicators=tuple(indicators))


def numeric(points: float, *, actual: str = "100", deduction: float | None = None) -> Indicator:
    """A 正向 indicator with the target 100."""
    kind = Kind.POSITIVE
    return Indicator("产出指标", "数量指标", "数量", "100", points, kind, actual, deduction=deduction)


def write_form(path: Path, project: Project, profile: Profile) -> Path:
    """The generated form of ``project`` at ``path``."""
    path.write_bytes(render_form(project, profile))
    return path


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every formula cell of a form, ``自评表!H14``: its formula, its stored and its recalculated result.

    A blank result is ``""``, an error its name.
    """

    formulas: Mapping[str, str]
    stored: Mapping[str, Result]
    recalculated: Mapping[str, Result]
    names: Mapping[str, str]
    """The cell of every defined name."""

    def __getitem__(self, name: str) -> Result:
        """The recalculated result of the formula cell with this defined name."""
        return self.recalculated[self.names[name]]

    def differences(self) -> list[str]:
        """Every cell whose stored result is not the recalculated one."""
        return [
            f"{cell}: stored {self.stored[cell]!r}, recalculated {self.recalculated[cell]!r} by {formula}"
            for cell, formula in self.formulas.items()
            if not _same(self.stored[cell], self.recalculated[cell])
        ]


def recalculated(projects: Mapping[str, tuple[Project, Profile]], folder: Path) -> dict[str, Outcome]:
    """What becomes of the forms of ``projects`` in LibreOffice, under the same keys; one start for all."""
    forms = [
        write_form(folder / f"{index}.xlsx", project, profile)
        for index, (project, profile) in enumerate(projects.values())
    ]
    copies = libreoffice.recalculate(forms, folder / "recalculated")
    return dict(zip(projects, map(outcome, forms, map(_reader, copies)), strict=True))


def outcome(form: Path, calculated: Callable[[str], Result]) -> Outcome:
    """What the formula cells of ``form`` hold, beside what somebody calculated for each of them."""
    book = open_workbook(form)
    written = {key: cell for key, cell in _cells(book).items() if cell.formula is not None}
    return Outcome(
        {key: str(cell.formula) for key, cell in written.items()},
        {key: _result(cell) for key, cell in written.items()},
        {key: calculated(key) for key in written},
        {name: target.replace("'", "").replace("$", "") for name, target in book.defined_names.items()},
    )


def _same(stored: Result, recalculated: Result) -> bool:
    """LibreOffice saves 15 significant digits of a number, we all 17: an unrounded rate shows it."""
    if isinstance(stored, str) or isinstance(recalculated, str):
        return stored == recalculated
    return isclose(stored, recalculated, rel_tol=1e-14)


def _reader(path: Path) -> Callable[[str], Result]:
    cells = _cells(open_workbook(path))
    return lambda key: _result(cells[key])


def _result(cell: Cell) -> Result:
    return cell.error or "" if cell.value is None else cell.value


def _cells(book: Workbook) -> dict[str, Cell]:
    return {
        f"{sheet.name}!{cell_name(*place)}": cell
        for sheet in book.sheets
        for place, cell in sheet.cells.items()
    }
