"""Forms from elsewhere: typed forms in, projects with values out, and a finding for whatever is doubtful.

``notation`` tells what a file is, ``from_xlsx``, ``from_docx`` and ``from_text`` make grids of it, a ``grid``
is a form in no particular notation, ``recognise`` finds the forms on a grid (all that a recheck needs),
``settle`` turns printed scores into lawful inputs, ``tally`` checks printed figures, ``renew`` makes last
year's form this year's.
"""

from zpj.importer.next_year import blanked, renewed
from zpj.importer.read_forms import Imported, TypedForms, import_forms, read_forms
from zpj.importer.recognise import Column, Figure, Row, TypedForm, Word

__all__ = [
    "Column",
    "Figure",
    "Imported",
    "Row",
    "TypedForm",
    "TypedForms",
    "Word",
    "blanked",
    "import_forms",
    "read_forms",
    "renewed",
]
