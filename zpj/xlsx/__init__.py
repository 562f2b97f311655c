"""workbooks: any .xlsx or .xlsm read once, in bounded time and memory, whoever saved it.

:func:`open_workbook` gives frozen data (:class:`Workbook`, :class:`Sheet`, :class:`Cell`) or raises
:class:`~zpj.model.errors.UnreadableFile` with one finding of family X. Nothing is written or fetched, and
no other library sees the file. :class:`Office` is any Office file before it is known what is in it, for
readers of other kinds; what they refuse becomes the same error within :func:`refusals_of`.
"""

from zpj.xlsx.bounded_file import read_bounded, refusals_of
from zpj.xlsx.file_type import is_document, may_be_text
from zpj.xlsx.limits import LIMITS, Limits
from zpj.xlsx.model.book import Workbook
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.cell_rules import Validation
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.office_file import Office
from zpj.xlsx.references import Range, cell_name
from zpj.xlsx.workbook import open_workbook, workbook_in

__all__ = [
    "LIMITS",
    "Cell",
    "Limits",
    "Office",
    "Range",
    "Sheet",
    "Validation",
    "Workbook",
    "cell_name",
    "is_document",
    "may_be_text",
    "open_workbook",
    "read_bounded",
    "refusals_of",
    "workbook_in",
]
