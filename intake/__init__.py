"""Forms from elsewhere: typed forms in, projects with values out, and a finding for whatever is doubtful.

``grid`` is a form in no particular notation, ``from_xlsx`` makes grids of workbooks, ``recognise`` finds the
forms on a grid, ``settle`` turns printed scores into lawful inputs, ``tally`` checks printed figures.
"""

from intake.forms import Imported, import_forms

__all__ = ["Imported", "import_forms"]
