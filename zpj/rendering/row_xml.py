"""The rows of a sheet as XML.

Written here rather than in the sheet's template because a form has six hundred cells: Jinja2 takes three
times as long for the same text, and a quarter of the time of a whole form.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from zpj.rendering.xml_text import Rendered, element_text
from zpj.xlsx.references import LETTERS

StyledCell = tuple[int, int, str, str | float | None, str | None, str | None, object]
"""Row, column, style name, value or stored result, formula, number format, and what no XML says."""

StyledRow = tuple[int, float | None, Iterable[StyledCell]]
"""Number, height in points, cells."""

StyleIndex = Mapping[tuple[str, str | None], int]
"""Numbers of (style name, number format) pairs."""

ROW = '<row r="%d"%s>%s</row>'
HEIGHT = ' ht="%s" customHeight="1"'
BLANK = '<c r="%s" s="%d"/>'
NUMBER = '<c r="%s" s="%d"><v>%s</v></c>'
TEXT = '<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
FORMULA_OF_NUMBER = '<c r="%s" s="%d"><f>%s</f><v>%s</v></c>'
FORMULA_OF_TEXT = '<c r="%s" s="%d" t="str"><f>%s</f><v>%s</v></c>'


def rows_xml(rows: Iterable[StyledRow], index: StyleIndex) -> Rendered:
    """The ``<row>`` elements of ``rows``."""
    return Rendered("".join([_row_xml(*row, index) for row in rows]))


def _row_xml(number: int, height: float | None, cells: Iterable[StyledCell], index: StyleIndex) -> str:
    return ROW % (number, "" if height is None else HEIGHT % height, "".join(_cells(number, cells, index)))


def _cells(row: int, cells: Iterable[StyledCell], index: StyleIndex) -> Iterator[str]:
    letters, at = LETTERS, str(row)
    for _, column, style, value, formula, number_format, _ in cells:
        ref, number = letters[column] + at, index[style, number_format]
        if formula is not None:
            shape = FORMULA_OF_TEXT if isinstance(value, str) else FORMULA_OF_NUMBER
            yield shape % (ref, number, _formula_xml(formula), element_text(value))
        elif value is None:
            yield BLANK % (ref, number)
        elif isinstance(value, str):
            yield TEXT % (ref, number, value if value.isalnum() else element_text(value))
        else:
            yield NUMBER % (ref, number, value)


_formula_xml = lru_cache(maxsize=4096)(element_text)
"""Forms have their formulas in common, row by row."""
