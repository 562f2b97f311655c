"""A small workbook with a bit of everything, as openpyxl writes it."""

import io
import zipfile

from openpyxl import Workbook as Writer
from openpyxl.styles import Protection


def written() -> bytes:
    """A small workbook with a bit of everything."""
    book = Writer()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", "≥90%", 0.985, 44196.5, True])
    sheet.append(["=SUM(C1:C1)", '=IF(A1="","",1)', None, "两\n行", "_x0041_"])
    sheet["C1"].number_format, sheet["D1"].number_format = '"≥"0.00%', "yyyy-mm-dd hh:mm"
    sheet["C1"].protection = Protection(locked=False)
    sheet.merge_cells("A3:E4")
    sheet.protection.enable()
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BOOK = written()
with zipfile.ZipFile(io.BytesIO(BOOK)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist() if "docProps" not in name}
