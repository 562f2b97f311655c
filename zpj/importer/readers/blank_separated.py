"""Cells run into one, with blanks where a tab should be, as text pasted from a page has them.

Blanks may also be part of a text. So a line is taken apart only where that makes it exactly as long as the
lines of the table are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zpj.importer.readers.text_records import TextCell, TextRecord

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_ROW = 5
"""Cells that make a record a row of a table."""
_HABIT = 3
"""Lines of one length that make it the length of whole lines, the longest such."""


def split_at_gaps(records: Sequence[TextRecord]) -> Iterator[TextRecord]:
    """The records, those that lack as many cells as they have gaps with a cell on each side of a gap."""
    lengths = Counter(len(record) for record in records if len(record) >= _ROW)
    width = max((length for length, count in lengths.items() if count >= _HABIT), default=0)
    for record in records:
        missing = width - len(record)
        gaps = sum(len(_GAP.findall(cell.text)) for cell in record) if missing > 0 else 0
        yield tuple(_parts(record)) if gaps and gaps == missing else record


def _parts(record: TextRecord) -> Iterator[TextCell]:
    return (TextCell(text, cell.line) for cell in record for text in _GAP.split(cell.text))
