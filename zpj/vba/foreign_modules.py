"""Modules in a returned form that were not issued with it.

A program that saves macros lays them out anew: spaces, letter case, the way a number is written. It never
adds a word. So a module is ours as long as all its words stand in the one that was issued under its name.
"""

import re
from collections.abc import Iterator

from zpj.rules import Profile
from zpj.vba.modules import form_modules
from zpj.vba.vba_reader import read_modules

_WORD = re.compile(r"[a-z_]\w*")
_LAYOUT = frozenset(
    {"rem", "attribute", "vba_moduletype", "vbamodule", "vbadocumentmodule", "option", "vbasupport"}
)
"""What LibreOffice writes at the top of a module."""


def modules_not_issued(project: bytes, profile: Profile) -> Iterator[str]:
    """The names of the modules in ``project`` that say anything a form of ``profile`` does not.

    Raises:
        UnreadableProject: ``project`` cannot be read.
    """
    issued = {module.name: _words(module.source) for module in form_modules(profile)}
    for module in read_modules(project):
        if not _words(module.source) <= issued.get(module.name, frozenset()) | _LAYOUT:
            yield module.name


def _words(source: str) -> frozenset[str]:
    return frozenset(_WORD.findall(source.lower()))
