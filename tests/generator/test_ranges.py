"""Cells gathered into ranges: as few as there are runs of neighbours, in every column."""

import pytest

from zpj_generator.sheet.ranges import gather


@pytest.mark.parametrize(
    ("cells", "areas"),
    [
        ([], []),
        ([(7, 9)], ["I7"]),
        ([(16, 8), (14, 8), (7, 9), (15, 8)], ["H14:H16", "I7"]),
        ([(1, 1), (3, 1), (4, 1)], ["A1", "A3:A4"]),
        ([(2, 28), (1, 28), (1, 2)], ["B1", "AB1:AB2"]),
    ],
)
def test_neighbours_in_a_column_become_one_range(cells: list[tuple[int, int]], areas: list[str]) -> None:
    assert [area.a1 for area in gather(cells)] == areas
