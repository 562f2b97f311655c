"""The rows of a sheet as XML.

Written here rather than in the sheet's template because a form has six hundred cells: Jinja2 takes three
times as long for the same text, and a quarter of the time of a whole form.
"""

from collections.abc import Iterable, Mapping
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
TEXT = '<is><t xml:space="preserve">%s</t></is>'


def rows_xml(rows: Iterable[StyledRow], index: StyleIndex) -> Rendered:
    """The ``<row>`` elements of ``rows``."""
    return Rendered("".join([_row_xml(*row, index) for row in rows]))


def _row_xml(number: int, height: float | None, cells: Iterable[StyledCell], index: StyleIndex) -> str:
    return ROW % (number, "" if height is None else HEIGHT % height, "".join(_cells(number, cells, index)))


def _cells(row: int, cells: Iterable[StyledCell], index: StyleIndex) -> list[str]:
    letters, at = LETTERS, str(row)
    xml: list[str] = []
    for _, column, style, value, formula, number_format, _ in cells:
        start = f'<c r="{letters[column]}{at}" s="{index[style, number_format]}"'
        if formula is not None:
            kind = ' t="str"' if isinstance(value, str) else ""
            xml.append(f"{start}{kind}><f>{_formula_xml(formula)}</f><v>{element_text(value)}</v></c>")
        elif value is None:
            xml.append(f"{start}/>")
        elif isinstance(value, str):
            text = value if value.isalnum() else element_text(value)
            xml.append(f'{start} t="inlineStr">{TEXT % text}</c>')
        else:
            xml.append(f"{start}><v>{value}</v></c>")
    return xml


_formula_xml = lru_cache(maxsize=4096)(element_text)
"""Forms have their formulas in common, row by row."""
