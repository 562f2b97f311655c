"""What the defined names of a form refer to: inputs, results, the printed area, the repeated row."""

from collections.abc import Iterator
from functools import cache, lru_cache

from zpj.xlsx.references import column_letters
from zpj_generator.layout import FORM_SHEET, FormLayout
from zpj_generator.sheet.cells import DefinedName


def print_area(layout: FormLayout) -> str:
    """The official form, without the aids beside it."""
    return f"{_sheet()}{_fixed(1, 1)}:{_fixed(layout.last_row, layout.columns.printed)}"


def print_titles(layout: FormLayout) -> str:
    """The header of the indicator table."""
    return f"{_sheet()}${layout.header_row}:${layout.header_row}"


def names(layout: FormLayout) -> Iterator[tuple[str, str]]:
    """Every defined name and its cell, in the order in which Excel keeps them."""
    return map(_name, sorted(layout.names))


@lru_cache(maxsize=4096)  # forms have most of them in common
def _name(name: DefinedName) -> tuple[str, str]:
    return name.name, f"{_sheet()}{_fixed(name.row, name.column)}"


def _fixed(row: int, column: int) -> str:
    return f"${column_letters(column)}${row}"


@cache
def _sheet() -> str:
    return f"'{FORM_SHEET}'!"
