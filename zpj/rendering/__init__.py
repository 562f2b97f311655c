"""Text out of templates: the parts of a workbook, VBA modules, the report's page, escaped on their way."""

from zpj.rendering.environment import part_template, templates_folder, vba_template, workbook_template
from zpj.rendering.form_look import form_styles
from zpj.rendering.xml_text import Rendered

__all__ = [
    "Rendered",
    "form_styles",
    "part_template",
    "templates_folder",
    "vba_template",
    "workbook_template",
]
