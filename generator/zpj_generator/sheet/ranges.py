"""Cell references gathered into ranges: ``H14 H15 H16 I7`` is ``H14:H16 I7``."""

from collections.abc import Iterable, Iterator


def gather(refs: Iterable[str]) -> tuple[str, ...]:
    """One range per run of neighbours in a column, columns left to right. Single letters only."""
    columns: dict[str, list[int]] = {}
    for ref in refs:
        columns.setdefault(ref[0], []).append(int(ref[1:]))
    return tuple(area for column, rows in sorted(columns.items()) for area in _runs(column, sorted(rows)))


def _runs(column: str, rows: list[int]) -> Iterator[str]:
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield _area(column, first, last)
            first = row
        last = row
    yield _area(column, first, last)


def _area(column: str, first: int, last: int) -> str:
    return f"{column}{first}" if first == last else f"{column}{first}:{column}{last}"
