"""The cells of a sheet's XML, found by row and column or made where there is none."""

from lxml import etree

from zpj.xlsx.references import cell_name, parse_cell
from zpj.xlsx.workbook_copy import Element


class Cells:
    """The ``<c>`` elements of one ``<sheetData>``."""

    def __init__(self, data: Element, space: str) -> None:
        self._space = space
        self._data = data
        self._rows: dict[int, Element] = {}
        number = 0
        for row in self._data.iterchildren(self._tag("row")):
            # A row or cell without a reference stands after the one before.
            number = int(row.get("r") or number + 1)
            self._rows.setdefault(number, row)

    def at(self, row: int, column: int) -> Element:
        """The cell; a blank one of the default style is put where the file has none."""
        found = self._rows.get(row)
        if found is None:
            found = self._rows[row] = self._new("row", str(row))
            self._data.insert(sum(number < row for number in self._rows), found)
        place, index = 0, 0
        for cell in found.iterchildren(self._tag("c")):
            reference = cell.get("r")
            place = parse_cell(reference)[1] if reference else place + 1
            if place == column:
                return cell
            if place > column:
                break
            index = found.index(cell) + 1
        made = self._new("c", cell_name(row, column))
        found.insert(index, made)
        # A hint about the columns in use, which would now be wrong.
        found.attrib.pop("spans", "")
        return made

    def _new(self, name: str, reference: str) -> Element:
        element = etree.Element(self._tag(name))
        element.set("r", reference)
        return element

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"
