"""Cell references gathered into ranges: ``H14 H15 H16 I7`` is ``I7 H14:H16``."""

from collections.abc import Iterable, Iterator
from itertools import groupby


def gather(refs: Iterable[str]) -> tuple[str, ...]:
    """One range per run of neighbours in a column, columns left to right. Single letters only."""
    return tuple(_runs(sorted((ref[0], int(ref[1:])) for ref in refs)))


def _runs(cells: list[tuple[str, int]]) -> Iterator[str]:
    for (column, _), run in groupby(enumerate(cells), key=lambda item: (item[1][0], item[1][1] - item[0])):
        rows = [row for _, (_, row) in run]
        yield f"{column}{rows[0]}" if len(rows) == 1 else f"{column}{rows[0]}:{column}{rows[-1]}"
