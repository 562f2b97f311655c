"""The form sheet of one project: where each cell is, with which text, formula and style.

Pure: a project and a profile in, a :class:`FormLayout` out. The workbook template writes it down, and the
recheck asks it what was issued.
"""

from zpj_generator.layout.form_layout import (
    FORM_SHEET,
    FORMER_VERSION,
    REGISTRY_SHEET,
    TEMPLATE_VERSION,
    FormLayout,
)
from zpj_generator.layout.whole_form import lay_out

__all__ = ["FORMER_VERSION", "FORM_SHEET", "REGISTRY_SHEET", "TEMPLATE_VERSION", "FormLayout", "lay_out"]
