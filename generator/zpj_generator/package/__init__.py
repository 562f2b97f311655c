"""The form workbook as a file: parts rendered from ``templates/workbook``, zipped the same way every time."""

from zpj_generator.package.form_workbook import Macros, render_form, render_layout

__all__ = ["Macros", "render_form", "render_layout"]
