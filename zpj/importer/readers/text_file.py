"""A typed form as tab or comma separated text, as one grid."""

from collections.abc import Iterator

from zpj.importer.grid import Grid, GridCell
from zpj.importer.readers.blank_separated import split_at_gaps
from zpj.importer.readers.file_grids import FileGrids
from zpj.importer.readers.text_encoding import decode
from zpj.importer.readers.text_records import read_records
from zpj.importer.readers.torn_records import join_torn
from zpj.model.findings import Place
from zpj.texts import wording
from zpj.xlsx.limits import MIB
from zpj.xlsx.refusal import Measure, too_large

MOST_BYTES = 4 * MIB
"""Size of a text file; a thousand forms take less."""


def read_text(file: str, data: bytes) -> FileGrids:
    """The text in ``data``; its lines are the rows of the grid. Refused with X04 beyond ``MOST_BYTES``."""
    if len(data) > MOST_BYTES:
        too_large(Measure.FILE, MOST_BYTES // MIB)
    return FileGrids((Grid.of("", _cells(file, decode(data))),))


def _cells(file: str, text: str) -> Iterator[GridCell]:
    line: str = wording("importer")["place"]["line"]
    for record in join_torn(tuple(split_at_gaps(tuple(read_records(text))))):
        for column, cell in enumerate(record, 1):
            place = Place(file, cell=line.format(line=cell.line))
            yield GridCell(record[0].line, column, cell.text, place)
