"""Recognition by meaning: from a grid of texts to typed forms.

Header words, number patterns and the names of levels say what is what; no cell address does. It reads
grids only, so every notation a form may come in is recognised by the same code.
"""

from zpj.importer.recognise.assembly import read_form
from zpj.importer.recognise.boilerplate import names_total, stands_alone
from zpj.importer.recognise.form_regions import Region, split
from zpj.importer.recognise.table_header import is_header
from zpj.importer.recognise.typed_form import Column, Figure, Row, TypedForm, Word

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
