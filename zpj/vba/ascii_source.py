"""Chinese in VBA source as ``ChrW``: a project is stored in one code page, and another one is ``?``.

Only string literals may hold Chinese; comments and names are English to begin with.
"""

import re
from collections.abc import Iterator
from itertools import groupby

_LITERAL = re.compile(r'"(?:[^"\n]|"")*"')
PIECES_PER_LINE = 12
"""Pieces of a text before the line is broken: a line may have 1,023 characters."""
_NEXT_LINE = " & _\n        "


def ascii_source(text: str) -> str:
    """``text`` with every literal that is not ASCII as a sum of ``ChrW`` and ASCII literals."""
    return _LITERAL.sub(lambda literal: _expression(literal[0]), text)


def _expression(literal: str) -> str:
    if literal.isascii():
        return literal
    pieces = list(_pieces(literal[1:-1]))
    lines = (
        " & ".join(pieces[start : start + PIECES_PER_LINE])
        for start in range(0, len(pieces), PIECES_PER_LINE)
    )
    # In brackets, because & binds less tightly than most of what a literal may stand next to.
    return f"({_NEXT_LINE.join(lines)})"


def _pieces(text: str) -> Iterator[str]:
    for is_ascii, run in groupby(text, str.isascii):
        if is_ascii:
            yield f'"{"".join(run)}"'
        else:
            # VBA counts in UTF-16.
            units = "".join(run).encode("utf-16-be")
            yield from (f"ChrW({int.from_bytes(units[at : at + 2])})" for at in range(0, len(units), 2))
