"""The form workbook as a file: parts rendered from ``templates/workbook``, zipped the same way every time."""

from generator.package.render import Macros, render_form, render_layout

__all__ = ["Macros", "render_form", "render_layout"]
