"""A form laid out: its cells, and what lies over them."""

from dataclasses import dataclass
from itertools import chain

from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.layout.highlights import highlights
from zpj_generator.sheet.cells import DefinedName, Highlight, SheetRow, Validation
from zpj_generator.sheet.columns import SheetColumns

FORM_SHEET: str = wording("form")["sheet"]["form"]
REGISTRY_SHEET: str = wording("form")["sheet"]["registry"]

TEMPLATE_VERSION = 2
"""Raised whenever the same definition would be laid out differently, or with other macros; in every stamp."""
FORMER_VERSION = 1
"""Laid out the same cells; its formulas, its messages, its hidden sheet and its macros were different."""


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form sheet: everything the template writes, in the order it writes it."""

    columns: SheetColumns
    rows: tuple[SheetRow, ...]
    merges: tuple[Range, ...]
    validations: tuple[Validation, ...]
    names: tuple[DefinedName, ...]
    header_row: int
    """The row of the indicator table's header; it repeats on every page."""

    @property
    def last_row(self) -> int:
        """The last printed row."""
        return self.rows[-1].number

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """The conditional formats; worked out when asked for, because only who draws the form does."""
        return tuple(highlights(self.columns, chain.from_iterable(row.cells for row in self.rows)))
