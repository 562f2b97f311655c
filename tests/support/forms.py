"""Forms made of indicators, and what their formula cells hold: as generated, and as LibreOffice has it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from generator.package import render_form
from support import libreoffice
from zpj.form import TOTAL_FUND, Fund, Indicator, Kind, Project
from zpj.rules import Profile

Result = float | str

ALL_SPENT = Fund(TOTAL_FUND, 100, 100, 100)


def project_of(indicators: Iterable[Indicator], fund: Fund = ALL_SPENT) -> Project:
    """A project with these indicators, whatever their points add up to, and nothing left to fill besides."""
    return Project("T-1", "试算", 2026, funds=(fund,), completion="已完成", indicators=tuple(indicators))


def numeric(points: float, *, actual: str = "100", deduction: float | None = None) -> Indicator:
    """A 正向 indicator with the target 100."""
    return Indicator("产出指标", "数量指标", "数量", "100", points, Kind.POSITIVE, actual, deduction=deduction)


def write_form(path: Path, project: Project, profile: Profile) -> Path:
    """The generated form of ``project`` at ``path``."""
    path.write_bytes(render_form(project, profile))
    return path


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every formula cell of a form, ``自评表!H14``: its formula, its stored and its recalculated result."""

    formulas: Mapping[str, str]
    stored: Mapping[str, Result]
    recalculated: Mapping[str, Result]
    names: Mapping[str, str]
    """The cell of every defined name."""

    def __getitem__(self, name: str) -> Result:
        """The recalculated result of the formula cell with this defined name; a blank one is ``""``."""
        return self.recalculated[self.names[name]]

    def differences(self) -> list[str]:
        """Every cell whose stored result is not the recalculated one."""
        return [
            f"{cell}: stored {self.stored[cell]!r}, recalculated {self.recalculated[cell]!r} by {formula}"
            for cell, formula in self.formulas.items()
            if _saved(self.stored[cell]) != _saved(self.recalculated[cell])
        ]


def recalculated(projects: Mapping[str, tuple[Project, Profile]], folder: Path) -> dict[str, Outcome]:
    """What becomes of the forms of ``projects`` in LibreOffice, under the same keys; one start for all."""
    forms = [
        write_form(folder / f"{index}.xlsx", project, profile)
        for index, (project, profile) in enumerate(projects.values())
    ]
    copies = libreoffice.recalculate(forms, folder / "recalculated")
    return dict(zip(projects, map(_outcome, forms, copies), strict=True))


def formulas(path: Path) -> dict[str, str]:
    """The formula of every formula cell on every sheet."""
    with closing(load_workbook(path, read_only=True)) as book:
        return {cell: str(value) for cell, kind, value in _cells(book) if kind == "f"}


def named_cells(path: Path) -> dict[str, str]:
    """The cell of every defined name: ``zpj_total`` is ``自评表!H28``."""
    with closing(load_workbook(path, read_only=True)) as book:
        names = book.defined_names.items()
        return {name: entry.attr_text.replace("'", "").replace("$", "") for name, entry in names}


def _outcome(form: Path, copy: Path) -> Outcome:
    written = formulas(form)
    return Outcome(written, _results(form, written), _results(copy, written), named_cells(form))


def _results(path: Path, cells: Iterable[str]) -> dict[str, Result]:
    """openpyxl reads an empty text as nothing; an empty result is ``""`` here."""
    with closing(load_workbook(path, read_only=True, data_only=True)) as book:
        values = {cell: value for cell, _, value in _cells(book)}
    return {cell: values.get(cell, "") for cell in cells}


def _cells(book: Workbook) -> Iterator[tuple[str, str, Any]]:
    """Address, openpyxl's data type and value of every cell that is not empty."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (
                (f"{sheet.title}!{cell.coordinate}", cell.data_type, cell.value)
                for cell in row
                if cell.value is not None
            )


def _saved(result: Result) -> str:
    """LibreOffice saves 15 significant digits of a number, we all 17: only unrounded rates ever show it."""
    return result if isinstance(result, str) else f"{result:.15g}"
