"""The printed grade: beside its label 等级, after a colon in the same cell, or beside the total."""

from collections.abc import Iterable, Iterator, Sequence

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.recognise.boilerplate import TOTALS, is_total
from zpj.importer.recognise.typed_form import PrintedWord
from zpj.importer.typed_text import bare, is_nothing


def read_grade(lines: Sequence[GridLine]) -> tuple[PrintedWord | None, frozenset[GridCell]]:
    """The first grade that is printed, and the cells it was read from."""
    labelled = [pair for line in lines for pair in _labelled_grades(line)]
    claimed = frozenset(cell for _, cells in labelled for cell in cells)
    words = (*(word for word, _ in labelled if word), *_beside_total(lines))
    return next(iter(words), None), claimed


def _labelled_grades(line: GridLine) -> Iterator[tuple[PrintedWord | None, tuple[GridCell, ...]]]:
    """Every label with its grade, ``None`` where none is filled in."""
    for cell, following in zip(line, (*line[1:], None), strict=True):
        label, _, inside = cell.plain.partition(":")
        if not TOTALS.grade_label.fullmatch(bare(label)):
            continue
        if inside or following is None:
            yield _word(inside, cell), (cell,)
        else:
            yield _word(following.plain, following), (cell, following)


def _beside_total(lines: Iterable[GridLine]) -> Iterator[PrintedWord]:
    for line in lines:
        if is_total(line):
            yield from (PrintedWord(c.plain, c.place) for c in line if TOTALS.grade.fullmatch(c.plain))


def _word(text: str, cell: GridCell) -> PrintedWord | None:
    return None if is_nothing(text) else PrintedWord(text, cell.place)
