"""Records that a line break inside a cell tore apart, put together again.

Programs that export tables end every line with the delimiters of its blank cells, so that all lines have
one number of cells: a shorter line is a piece, and its pieces add up. A last cell, such as a reason, may be
torn whatever the lines end with: the rest of it stands alone on the next line.
"""

from collections.abc import Iterator, Sequence

from intake.delimited import Cell, Record
from intake.recognise import stands_alone

_PADDED = 0.25
"""The share of table lines ending in a blank cell that shows the habit of ending lines with delimiters."""
_ROW = 5
"""Cells that make a record a row of the indicator table or the total below it."""


def put_together(records: Sequence[Record]) -> Iterator[Record]:
    """The records, those torn apart as one each."""
    padded = _is_padded(records)
    index = width = 0
    previous: Record = ()
    while index < len(records):
        record, index = records[index], index + 1
        end = _end_of_pieces(records, index, width) if padded and 1 < len(record) < width else index
        for piece in records[index:end]:
            record = _joined(record, piece)
        index = end
        if previous and _goes_on(previous, record):
            previous = _joined(previous, record)
            continue
        if previous:
            yield previous
        previous = record
        width = len(record) if len(record) >= _ROW else width
    if previous:
        yield previous


def _is_padded(records: Sequence[Record]) -> bool:
    rows = [record for record in records if len(record) >= _ROW]
    return sum(not record[-1].text.strip() for record in rows) >= max(1, _PADDED * len(rows))


def _end_of_pieces(records: Sequence[Record], index: int, width: int) -> int:
    """Where the pieces end that make ``records[index - 1]`` as long as ``width``; ``index`` if they do not."""
    length = len(records[index - 1])
    for end in range(index, len(records)):
        length += len(records[end]) - 1
        if length == width:
            return end + 1
        if length > width or not any(cell.text.strip() for cell in records[end]):
            break
    return index


def _goes_on(previous: Record, record: Record) -> bool:
    """Whether ``record`` is the rest of the last cell of ``previous``."""
    text = record[0].text
    return (
        len(record) == 1
        and len(previous) >= _ROW
        and bool(previous[-1].text.strip() and text.strip())
        and not stands_alone(text)
        and not any(stands_alone(cell.text) for cell in previous[:2])
    )


def _joined(record: Record, rest: Record) -> Record:
    torn = Cell(f"{record[-1].text}\n{rest[0].text}", record[-1].line)
    return (*record[:-1], torn, *rest[1:])
