"""One sheet as it was saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from zpj.xlsx.cell import Cell
from zpj.xlsx.references import Range

State = Literal["visible", "hidden", "veryHidden"]


class Validation(NamedTuple):
    """A data validation: its cells as written (``F12:F30 H4``) and its type (``list``, ``decimal``, ...)."""

    ranges: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Rows and columns count from 1. A chart sheet has no cells."""

    name: str
    state: State
    cells: Mapping[tuple[int, int], Cell]
    """By (row, column), only what the file holds."""
    merges: tuple[Range, ...] = ()
    protected: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    validations: tuple[Validation, ...] = ()
