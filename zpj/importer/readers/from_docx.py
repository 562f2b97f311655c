"""A typed form in a Word document as one grid: its tables below one another, paragraphs between them."""

from collections.abc import Iterable, Iterator, Sequence

from zpj.importer.grid import Grid, Merge, Written
from zpj.importer.readers.word_document import Block, Cell, Paragraph, Row, Spot
from zpj.importer.readers.word_parser import read_document
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.xlsx import LIMITS, Office

_BESIDE = 0
"""The column of a paragraph: it stands in none of the columns of a table."""


def read_grid(file: str, office: Office) -> tuple[Grid, tuple[Finding, ...]]:
    """The grid of the document that ``office`` is, empty if it has no table, and what is odd about it."""
    document = read_document(office.part, office.archive.read(office.part), LIMITS)
    if all(isinstance(block, Paragraph) for block in document.blocks):
        return Grid.of("", ()), ()
    lines = tuple(_lines(document.blocks))
    merges = _merges(lines)
    findings = [finding(Code.I11, _place(file, cell.spot)) for cell in _cells(lines) if _has_table(cell)]
    if document.change:
        findings.append(finding(Code.I12, _place(file, document.change)))
    return Grid.of("", _written(file, lines, merges), merges), tuple(findings)


def _lines(blocks: Iterable[Block]) -> Iterator[Row | Paragraph]:
    """Paragraphs and table rows; what a row of one cell with tables in it frames stands in its place."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block:
            if len(row) == 1 and _has_table(row[0]):
                yield from _lines(row[0].blocks)
            else:
                yield row


def _cells(lines: Iterable[Row | Paragraph]) -> Iterator[Cell]:
    return (cell for line in lines if not isinstance(line, Paragraph) for cell in line)


def _has_table(cell: Cell) -> bool:
    return any(not isinstance(block, Paragraph) for block in cell.blocks)


def _merges(lines: Sequence[Row | Paragraph]) -> tuple[Merge, ...]:
    """Every cell as the rectangle it takes, in lines of the grid and columns of its table."""
    found: dict[tuple[int, int], Merge] = {}
    above: dict[int, Merge] = {}
    for number, line in enumerate(lines, 1):
        here: dict[int, Merge] = {}
        for cell in () if isinstance(line, Paragraph) else line:
            left = cell.spot.column
            merge = Merge(number, left, number, left + cell.span - 1)
            if cell.merge == "further" and left in above:
                merge = above[left]._replace(bottom=number)
            found[merge.top, left] = merge
            if cell.merge:
                here[left] = merge
        above = here
    return tuple(found.values())


def _written(file: str, lines: Iterable[Row | Paragraph], merges: Iterable[Merge]) -> Iterator[Written]:
    shown = {(merge.top, merge.left) for merge in merges}
    for number, line in enumerate(lines, 1):
        if isinstance(line, Paragraph):
            yield Written(number, _BESIDE, line.text, _place(file, line.spot))
            continue
        for cell in line:
            if (number, cell.spot.column) in shown:
                yield Written(number, cell.spot.column, _text(cell.blocks), _place(file, cell.spot))


def _text(blocks: Iterable[Block]) -> str:
    """Paragraphs line by line; a nested table with a line for every row."""
    return "\n".join(
        block.text if isinstance(block, Paragraph) else "\n".join(_row_text(row) for row in block)
        for block in blocks
    )


def _row_text(row: Row) -> str:
    return " ".join(text for cell in row if (text := _text(cell.blocks)))


def _place(file: str, spot: Spot) -> Place:
    if spot.table:
        return Place(file, sheet=f"表格 {spot.table}", cell=f"第{spot.row}行第{spot.column}列")
    return Place(file, sheet="正文", cell=f"第{spot.row}段")
