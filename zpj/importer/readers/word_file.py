"""A typed form in a Word document as one grid: its tables below one another, paragraphs between them."""

from collections.abc import Iterable, Iterator, Sequence

from zpj.importer.grid import Grid, GridCell, GridMerge
from zpj.importer.readers.file_grids import FileGrids
from zpj.importer.readers.word_document import WordBlock, WordCell, WordParagraph, WordRow, WordSpot
from zpj.importer.readers.word_parser import parse_document
from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj.texts import wording
from zpj.xlsx import LIMITS, Office

_OUTSIDE_TABLES = 0
"""The column of a paragraph: it is in no column of a table."""

Lines = Sequence[WordRow | WordParagraph]


def read_word(file: str, office: Office) -> FileGrids:
    """The grid of the document that ``office`` is; empty if it has no table."""
    document = parse_document(office.part, office.archive.read(office.part), LIMITS)
    if all(isinstance(block, WordParagraph) for block in document.blocks):
        return FileGrids((Grid.of("", ()),))
    lines = tuple(_lines(document.blocks))
    merges = _merges(lines)
    findings = [finding(Code.I11, _place(file, cell.spot)) for cell in _cells(lines) if _has_table(cell)]
    if document.change:
        findings.append(finding(Code.I12, _place(file, document.change)))
    return FileGrids((Grid.of("", _grid_cells(file, lines, merges), merges),), tuple(findings))


def _lines(blocks: Iterable[WordBlock]) -> Iterator[WordRow | WordParagraph]:
    """Paragraphs and table rows; a row of one cell with tables in it only frames them."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
            continue
        for row in block:
            if len(row) == 1 and _has_table(row[0]):
                yield from _lines(row[0].blocks)
            else:
                yield row


def _cells(lines: Lines) -> Iterator[WordCell]:
    return (cell for line in lines if not isinstance(line, WordParagraph) for cell in line)


def _has_table(cell: WordCell) -> bool:
    return any(not isinstance(block, WordParagraph) for block in cell.blocks)


def _merges(lines: Lines) -> tuple[GridMerge, ...]:
    """Every cell as the rectangle it takes, in lines of the grid and columns of its table."""
    found: dict[tuple[int, int], GridMerge] = {}
    above: dict[int, GridMerge] = {}
    for number, line in enumerate(lines, 1):
        here: dict[int, GridMerge] = {}
        for cell in () if isinstance(line, WordParagraph) else line:
            left = cell.spot.column
            merge = GridMerge(number, left, number, left + cell.span - 1)
            if cell.merge == "further" and left in above:
                merge = above[left]._replace(bottom=number)
            found[merge.top, left] = merge
            if cell.merge:
                here[left] = merge
        above = here
    return tuple(found.values())


def _grid_cells(file: str, lines: Lines, merges: Iterable[GridMerge]) -> Iterator[GridCell]:
    shown = {(merge.top, merge.left) for merge in merges}
    for number, line in enumerate(lines, 1):
        if isinstance(line, WordParagraph):
            yield GridCell(number, _OUTSIDE_TABLES, line.text, _place(file, line.spot))
            continue
        for cell in line:
            if (number, cell.spot.column) in shown:
                yield GridCell(number, cell.spot.column, _text(cell.blocks), _place(file, cell.spot))


def _text(blocks: Iterable[WordBlock]) -> str:
    """Paragraphs line by line; a nested table with a line for every row."""
    return "\n".join(
        block.text if isinstance(block, WordParagraph) else "\n".join(_row_text(row) for row in block)
        for block in blocks
    )


def _row_text(row: WordRow) -> str:
    return " ".join(text for cell in row if (text := _text(cell.blocks)))


def _place(file: str, spot: WordSpot) -> Place:
    words = wording("importer")["place"]
    sheet, cell = ("table", "cell") if spot.table else ("body", "paragraph")
    return Place(file, sheet=words[sheet].format(table=spot.table), cell=words[cell].format(**spot._asdict()))
