"""A form laid out: which cell stands where, and what lies over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from zpj_generator.layout.conditional_formats import highlights
from zpj_generator.layout.indicator_inputs import REASONS
from zpj_generator.sheet.cells import Highlight, Name, Row, Validation


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form sheet: everything the template writes, in the order it writes it."""

    rows: tuple[Row, ...]
    merges: tuple[str, ...]
    validations: tuple[Validation, ...]
    names: tuple[Name, ...]
    header_row: int
    """The row of the indicator table's header; it repeats on every page."""
    last_row: int
    """The last printed row."""
    widths: Mapping[str, float]

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """The conditional formats; worked out when asked for, because only who draws the form does."""
        reasons = (ref for name, ref in self.names if name.startswith(REASONS))
        return tuple(highlights(chain.from_iterable(row.cells for row in self.rows), reasons))
