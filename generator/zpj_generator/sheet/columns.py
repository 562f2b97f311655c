"""The columns of the form sheet: where each role is, and how wide they are.

Columns are numbers from 1. Letters are made where a reference is written, by ``zpj.xlsx.references``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from zpj.xlsx.references import LETTERS, Range
from zpj_generator.sheet.roles import Role


class Span(NamedTuple):
    """Neighbouring columns, both ends included; the cells of one row in them are merged."""

    first: int
    last: int


@dataclass(frozen=True, eq=False, slots=True)
class SheetColumns:
    """A plan of columns, with a place for every role. It equals itself only: the key of many a cache."""

    widths: tuple[float, ...]
    """Of every column, in characters of the default font, as a workbook stores them."""
    printed: int
    """How many columns are printed; those to the right are aids for the filler."""
    spans: Mapping[Role, Span]

    def __post_init__(self) -> None:
        if absent := set(Role) - set(self.spans):
            raise ValueError(f"no column for {sorted(absent)}")

    def __getitem__(self, role: Role) -> int:
        """The column of ``role``, the first of its span."""
        return self.spans[role].first

    def ref(self, role: Role, row: int) -> str:
        """The cell of ``role`` in ``row`` as text, such as ``F14``."""
        return f"{LETTERS[self.spans[role].first]}{row}"

    def letters(self, role: Role) -> str:
        """The column of ``role`` as a reference has it."""
        return LETTERS[self.spans[role].first]

    def area(self, role: Role, top: int, bottom: int) -> Range:
        """All columns of ``role`` in the rows ``top`` to ``bottom``."""
        first, last = self.spans[role]
        return Range(top, first, bottom, last)

    def width(self, role: Role) -> float:
        """The width of a text in ``role``, its columns merged."""
        return _width(self, role)

    def covered(self, role: Role) -> range:
        """The columns of ``role`` after the first: a merge covers them."""
        first, last = self.spans[role]
        return range(first + 1, last + 1)

    @property
    def printed_columns(self) -> range:
        """The numbers of the printed columns."""
        return range(1, self.printed + 1)


@cache
def _width(columns: SheetColumns, role: Role) -> float:
    first, last = columns.spans[role]
    return sum(columns.widths[first - 1 : last])


def _spans() -> Iterator[tuple[Role, Span]]:
    for text in _OFFICIAL.strip().splitlines():
        first, last, *roles = text.split()
        yield from ((Role(role), Span(int(first), int(last))) for role in roles)


_OFFICIAL = """
1  1  label
1  2  heading_label
1  6  total_label
1  9  title year note
2  2  level1
2  3  fund_source
2  5  goal
3  3  level2
3  5  department leader
3  9  name
4  4  level3 initial
5  5  target budget
6  6  actual spent second_label
6  9  completion
7  7  points fund_points total_points
7  9  unit phone
8  8  score rate total
9  9  reason fund_score grade
10 10 kind
10 11 status_label
10 14 status_title advice
11 11 tier
12 12 ratio pending problems
13 13 deduction result_label
14 14 check status_total status_grade
15 15 evidence
"""
"""First and last column, and the roles that stand there."""

OFFICIAL = SheetColumns(
    widths=(5.0, 9.0, 10.0, 19.0, 17.0, 22.0, 7.5, 8.5, 21.0, 7.0, 11.0, 10.0, 10.0, 44.0, 24.0),
    printed=9,
    spans=dict(_spans()),
)
"""The official printed form in columns 1 to 9, the aids in 10 to 15."""
