r"""Every locked cell of a form as it was issued, written down for the macros: by row, formulas by pattern.

Rows of one kind have the same formulas but for their own row number, so a formula is written once, with a
place holder. Two kinds of lines, all in ASCII, see :mod:`zpj.model.ascii_text`::

    =IF(F\#="","",G\#)              a formula; the k-th such line is number k, from 1
    14<tab>B'text<tab>G:5.0<tab>H=1  a row: its cells from the left, a text, a number, a formula by its number
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from zpj.model.ascii_text import to_ascii
from zpj.xlsx.references import LETTERS
from zpj_generator.layout import FormLayout
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.cells import Value

TEXT, NUMBER, FORMULA = "'", ":", "="
OWN_ROW = r"\#"
"""In a formula: the number of the row it stands in. No other escape begins like this."""


class LockedCell(NamedTuple):
    """A locked cell that holds something: a formula, else a text or a number."""

    row: int
    letters: str
    value: Value
    formula: str | None


def locked_cells(layout: FormLayout) -> Iterator[LockedCell]:
    """The locked cells, row by row from the left."""
    for row in layout.rows:
        for _, column, style, value, formula, _, _ in row.cells:
            # Most cells are empty: skip those first.
            if (value is not None or formula is not None) and not style.endswith(INPUT):
                yield LockedCell(row.number, LETTERS[column], value, formula)


def locked_text(layout: FormLayout) -> str:
    """The locked content of a form as its hidden sheet says it."""
    patterns: dict[str, int] = {}
    rows: dict[int, list[str]] = {}
    for row, letters, value, formula in locked_cells(layout):
        cells = rows.setdefault(row, [])
        if formula is not None:
            number = patterns.setdefault(_pattern(formula, row), len(patterns) + 1)
            cells.append(f"{letters}{FORMULA}{number}")
        elif isinstance(value, str):
            cells.append(f"{letters}{TEXT}{to_ascii(value)}")
        else:
            cells.append(f"{letters}{NUMBER}{value}")
    lines = [f"{FORMULA}{pattern}" for pattern in patterns]
    lines += ["\t".join((str(row), *cells)) for row, cells in rows.items()]
    return "\n".join(lines)


@lru_cache(maxsize=16_384)  # forms have most of them in common
def _pattern(formula: str, row: int) -> str:
    # Wherever the number stands after a letter, in a text too: written back, it is the same formula again.
    return _own_row(row).sub(lambda _: OWN_ROW, to_ascii(formula))


@cache
def _own_row(row: int) -> re.Pattern[str]:
    return re.compile(rf"(?<=[A-Z]){row}(?![0-9])")
