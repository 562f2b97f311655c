"""Formulas of rules, written for the first cell of a range, as they read from any cell of it."""

import re
from functools import lru_cache

from zpj.xlsx.references import column_number

_PIECE = re.compile(
    r'"(?:[^"]|"")*"|(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?![A-Za-z0-9_.(])|\s+'
)
"""A text in quotes, which stays; a reference; a blank, which goes."""


@lru_cache(maxsize=8192)
def anchored(formula: str, at: tuple[int, int]) -> str:
    """``formula``, which is written for the cell ``at``, with its references as distances from it.

    Spelling is made one: blanks and the mark of newer functions go, letters outside texts are capitals.
    """

    def piece(match: re.Match[str]) -> str:
        if match[2] is None:
            return match[0] if match[0].startswith('"') else ""
        column, row = column_number(match[2]), int(match[4])
        across = f"C{column}" if match[1] else f"C[{column - at[1]}]"
        down = f"R{row}" if match[3] else f"R[{row - at[0]}]"
        return down + across

    text = _PIECE.sub(piece, formula)
    return "".join(
        part if part.startswith('"') else part.upper() for part in re.split(r'("(?:[^"]|"")*")', text)
    ).replace("_XLFN.", "")
