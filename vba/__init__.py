"""The VBA that travels in macro-enabled workbooks: text in ``templates/vba``, a ``vbaProject.bin`` out.

Sources are written with Chinese texts in plain sight and numbers left to the profile; ``sources`` renders
them, ``ascii_source`` turns Chinese into ``ChrW``, ``lint`` refuses what Excel or LibreOffice would choke on,
``project`` packs them.
"""

from vba.lint import NotVba
from vba.project import DOCUMENTS, form_macros, form_project, vba_project
from vba.reading import UnreadableProject, module_source
from vba.sources import Module, form_modules, function_modules, render_module
from vba.strangers import strangers

__all__ = [
    "DOCUMENTS",
    "Module",
    "NotVba",
    "UnreadableProject",
    "form_macros",
    "form_modules",
    "form_project",
    "function_modules",
    "module_source",
    "render_module",
    "strangers",
    "vba_project",
]
