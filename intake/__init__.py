"""Forms from elsewhere: typed forms in, projects with values out, and a finding for whatever is doubtful.

``notation`` tells what a file is, ``from_xlsx``, ``from_docx`` and ``from_text`` make grids of it, a ``grid``
is a form in no particular notation, ``recognise`` finds the forms on a grid, ``settle`` turns printed scores
into lawful inputs, ``tally`` checks printed figures, ``renew`` makes last year's form this year's.
"""

from intake.forms import Imported, import_forms
from intake.renew import blanked, renewed

__all__ = ["Imported", "blanked", "import_forms", "renewed"]
