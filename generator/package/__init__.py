"""The form workbook as a file: parts rendered from ``templates/workbook``, zipped the same way every time."""

from generator.package.render import render_form, render_layout

__all__ = ["render_form", "render_layout"]
