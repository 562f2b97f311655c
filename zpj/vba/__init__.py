"""The VBA that travels in macro-enabled workbooks: text in ``templates/vba``, a ``vbaProject.bin`` out.

Sources are written with Chinese texts in plain sight and numbers left to the profile; ``sources`` renders
them, ``ascii_source`` turns Chinese into ``ChrW``, ``lint`` refuses what Excel or LibreOffice would choke on,
``project`` packs them.
"""

from zpj.vba.lint import NotVba
from zpj.vba.modules import Module, form_modules, function_modules, render_module
from zpj.vba.project_changes import Change, ChangeKind, is_compiled, project_changes
from zpj.vba.vba_project import DOCUMENTS, form_macros, form_project, vba_project
from zpj.vba.vba_reader import UnreadableProject, module_source

__all__ = [
    "DOCUMENTS",
    "Change",
    "ChangeKind",
    "Module",
    "NotVba",
    "UnreadableProject",
    "form_macros",
    "form_modules",
    "form_project",
    "function_modules",
    "is_compiled",
    "module_source",
    "project_changes",
    "render_module",
    "vba_project",
]
