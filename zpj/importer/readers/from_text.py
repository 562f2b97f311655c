"""A typed form as tab or comma separated text, as one grid."""

from collections.abc import Iterator

from zpj.importer.grid import Grid, Written
from zpj.importer.readers.blank_separated import take_apart
from zpj.importer.readers.decoding import decode
from zpj.importer.readers.delimited import read_records
from zpj.importer.readers.line_breaks import put_together
from zpj.model.findings import Place
from zpj.xlsx.limits import MIB
from zpj.xlsx.refusal import Measure, too_large

MOST_BYTES = 4 * MIB
"""Size of a text file; a thousand forms take less."""


def read_grid(file: str, data: bytes) -> Grid:
    """The text in ``data``; its lines are the rows of the grid. Refused with X04 beyond ``MOST_BYTES``."""
    if len(data) > MOST_BYTES:
        too_large(Measure.FILE, MOST_BYTES // MIB)
    return Grid.of("", _written(file, decode(data)))


def _written(file: str, text: str) -> Iterator[Written]:
    for record in put_together(tuple(take_apart(tuple(read_records(text))))):
        for column, cell in enumerate(record, 1):
            yield Written(record[0].line, column, cell.text, Place(file, cell=f"第{cell.line}行"))
