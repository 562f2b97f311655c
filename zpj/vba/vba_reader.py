"""The VBA of a workbook, read back: of one that we wrote, or of whatever came back."""

from pathlib import Path

from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from pyopenvba.vba import VBAModuleKind, parse_vba_project

from zpj.vba.modules import Module

LARGEST_PROJECT = 512 * 1024
"""Bytes, several times a form's own project; what it unpacks to is bounded by it too."""


class UnreadableProject(Exception):
    """A VBA project that is damaged, or too large for one of a form."""


def read_modules(project: bytes) -> tuple[Module, ...]:
    """The modules in a ``vbaProject.bin``, with line feeds and without their attributes.

    Raises:
        UnreadableProject: whatever is wrong with it.
    """
    if len(project) > LARGEST_PROJECT:
        raise UnreadableProject
    try:
        modules = parse_vba_project(CFB.from_bytes(project)).modules
        return tuple(
            Module(
                each.name, each.body.replace("\r\n", "\n"), is_class=each.kind is not VBAModuleKind.standard
            )
            for each in modules
        )
    except Exception as error:
        # What pyOpenVBA raises on bytes that are no project is not one kind of error.
        raise UnreadableProject from error


def module_source(book: Path, name: str) -> str | None:
    """The source of module ``name`` in ``book``; ``None`` where there is no such book, project or module."""
    try:
        with ExcelFile(book) as file:
            return next((each.source for each in file.vba_project().modules if each.name == name), None)
    except Exception:
        # As above.
        return None
