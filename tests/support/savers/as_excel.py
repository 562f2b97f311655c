"""A form as Microsoft Excel 2016 or later saves it again."""

from support.savers.dialect import EXCEL
from support.savers.rewriting import rewrite


def as_excel(data: bytes) -> bytes:
    """The form workbook ``data`` (.xlsx or .xlsm) in Excel's spelling; what it says stays the same."""
    return rewrite(data, EXCEL)
