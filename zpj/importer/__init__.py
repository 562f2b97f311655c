"""Forms from elsewhere: typed forms in, projects with values out, and a finding for whatever is doubtful.

The way of a file: ``formats`` recognises its content and has its reader make grids of it (``grid``: a form
in no particular format); ``recognise`` finds the forms on the grids, which is all that a recheck needs
(``typed_file``); ``printed_scores`` turns printed scores into lawful inputs and ``printed_sums`` checks what
is printed (``imported``); ``next_year`` makes last year's form this year's. The words by which anything is
recognised are data in ``words/``.
"""

from zpj.importer.formats import SUFFIXES, formats_in_words, read_grids
from zpj.importer.imported import Imported, import_forms
from zpj.importer.next_year import for_year, without_values
from zpj.importer.recognise.typed_form import PrintedFigure, PrintedWord, TableColumn, TypedForm, TypedRow
from zpj.importer.typed_file import TypedFile, forms_in_grids, read_forms
from zpj.importer.typed_text import is_nothing

__all__ = [
    "SUFFIXES",
    "Imported",
    "PrintedFigure",
    "PrintedWord",
    "TableColumn",
    "TypedFile",
    "TypedForm",
    "TypedRow",
    "for_year",
    "formats_in_words",
    "forms_in_grids",
    "import_forms",
    "is_nothing",
    "read_forms",
    "read_grids",
    "without_values",
]
