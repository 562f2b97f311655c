"""Records that a line break inside a cell tore apart, put together again.

Programs that export tables end every line with the delimiters of its blank cells, so that all lines have
one number of cells: a shorter line is a piece, and its pieces add up. A last cell, such as a reason, may be
torn whatever the lines end with: the rest of it is alone on the next line.
"""

from collections.abc import Iterable, Iterator, Sequence

from zpj.importer.readers.text_records import TextCell, TextRecord
from zpj.importer.recognise.boilerplate import names_total, says_something
from zpj.importer.recognise.table_header import is_header
from zpj.xlsx import LIMITS
from zpj.xlsx.refusal import Measure, too_large

_PADDED = 0.25
"""The share of table lines ending in a blank cell that shows the habit of ending lines with delimiters."""
_ROW = 5
"""Cells that make a record a row of the indicator table or the total below it."""
_MOST_PIECES = 40
"""Lines one row may be torn into; keeps hostile texts cheap."""


def join_torn(records: Sequence[TextRecord]) -> Iterator[TextRecord]:
    """The records, those torn apart as one each."""
    return _with_last_cells(_with_pieces(records) if _is_padded(records) else records)


def _with_pieces(records: Sequence[TextRecord]) -> Iterator[TextRecord]:
    """Records shorter than the row before them put together with the pieces that make them as long."""
    index = width = 0
    while index < len(records):
        record, index = records[index], index + 1
        if 1 < len(record) < width:
            end = _end_of_pieces(records, index, width)
            record, index = _joined(record, records[index:end]), end
        width = len(record) if len(record) >= _ROW else width
        yield record


def _with_last_cells(records: Iterable[TextRecord]) -> Iterator[TextRecord]:
    """Rows of the indicator table together with what is left of their last cell on the next lines."""
    row: TextRecord = ()
    rests: list[TextRecord] = []
    in_table = False
    for record in records:
        if row and in_table and _goes_on(row, record):
            rests.append(record)
            continue
        if row:
            yield _joined(row, rests)
        row, rests = record, []
        is_head = len(row) >= _ROW and is_header(cell.text for cell in row)
        in_table = is_head or (in_table and not _is_total(row))
    if row:
        yield _joined(row, rests)


def _is_padded(records: Sequence[TextRecord]) -> bool:
    rows = [record for record in records if len(record) >= _ROW]
    return sum(not record[-1].text.strip() for record in rows) >= max(1, _PADDED * len(rows))


def _end_of_pieces(records: Sequence[TextRecord], index: int, width: int) -> int:
    """Where the pieces end that make the record before ``index`` as long as ``width``; else ``index``."""
    length = len(records[index - 1])
    for end in range(index, min(index + _MOST_PIECES, len(records))):
        length += len(records[end]) - 1
        if length == width:
            return end + 1
        if length > width or not any(cell.text.strip() for cell in records[end]):
            break
    return index


def _goes_on(row: TextRecord, record: TextRecord) -> bool:
    """Whether ``record`` is the rest of the last cell of ``row``."""
    text = record[0].text.strip()
    is_rest = len(record) == 1 and bool(text) and not says_something(text)
    return is_rest and len(row) >= _ROW and bool(row[-1].text.strip())


def _is_total(record: TextRecord) -> bool:
    return any(names_total(cell.text) for cell in record[:2])


def _joined(record: TextRecord, pieces: Sequence[TextRecord]) -> TextRecord:
    """``record`` with the cells of ``pieces``; the first cell of each goes on with the last one so far."""
    if not pieces:
        return record
    cells = list(record)
    texts = [cells[-1].text]
    for piece in pieces:
        texts.append(piece[0].text)
        if len(piece) > 1:
            cells[-1] = _cell(texts, cells[-1].line)
            cells += piece[1:]
            texts = [cells[-1].text]
    cells[-1] = _cell(texts, cells[-1].line)
    return tuple(cells)


def _cell(texts: Sequence[str], line: int) -> TextCell:
    text = "\n".join(texts)
    if len(text) > LIMITS.characters:
        too_large(Measure.CHARACTERS, LIMITS.characters)
    return TextCell(text, line)
