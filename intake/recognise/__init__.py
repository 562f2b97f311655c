"""Recognition by meaning: from a grid of texts to typed forms.

Header words, number patterns and the names of levels say what is what; no cell address does. It reads
grids only, so every notation a form may come in is recognised by the same code.
"""

from intake.recognise.form import read_form
from intake.recognise.furniture import names_total, stands_alone
from intake.recognise.header import is_header
from intake.recognise.regions import Region, split
from intake.recognise.typed import Column, Figure, Row, TypedForm, Word

__all__ = [
    "Column",
    "Figure",
    "Region",
    "Row",
    "TypedForm",
    "Word",
    "is_header",
    "names_total",
    "read_form",
    "split",
    "stands_alone",
]
