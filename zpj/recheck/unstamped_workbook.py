"""A workbook without a stamp: what it is, whether its figures are all there, what is no part of the form."""

from collections.abc import Callable
from itertools import chain

from zpj.model.findings import Place
from zpj.recheck.comparison.sheets import INSTRUCTIONS_SHEET
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.references import parse_cell
from zpj_generator.definitions.definition_columns import TABLES
from zpj_generator.sheet.columns import OFFICIAL

LABELS = ("kind", "tier", "ratio", "deduction", "check")
"""Labels that stand together on our forms only."""


def is_calculated(returned: Returned) -> bool:
    """Whether every formula came with its result; some programs save none."""
    cells = chain.from_iterable(sheet.cells.values() for sheet in returned.book.sheets)
    return all(cell.value is not None or cell.error or cell.written is None for cell in cells)


def is_definition(returned: Returned) -> bool:
    """Whether this is a workbook of definitions, which somebody put among the forms."""
    return {table.name for table in TABLES} <= {sheet.name.strip() for sheet in returned.book.sheets}


def own_sheets(returned: Returned) -> frozenset[str]:
    """The names of the sheets that have our layout, aids and all."""
    labels = {wording("form")["label"][label] for label in LABELS}
    return frozenset(
        sheet.name for sheet in returned.book.sheets if labels <= {cell.text for cell in sheet.cells.values()}
    )


def aids_of(returned: Returned) -> Callable[[Place], bool]:
    """Tells whether a place is one of our aids: a column beside a form of ours, or the sheet 填报说明."""
    forms = own_sheets(returned)

    def is_aid(place: Place) -> bool:
        if place.sheet in forms and place.cell:
            return parse_cell(place.cell)[1] > OFFICIAL.printed
        return bool(forms) and place.sheet == INSTRUCTIONS_SHEET

    return is_aid
