"""A form as WPS 表格 saves it again."""

from support.savers.dialect import WPS
from support.savers.rewriting import rewrite


def as_wps(data: bytes) -> bytes:
    """The form workbook ``data`` (.xlsx or .xlsm) in the spelling of WPS; what it says stays the same."""
    return rewrite(data, WPS)
