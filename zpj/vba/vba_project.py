"""Modules into the ``vbaProject.bin`` of a workbook."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.cfb import CFB

from zpj.model.project import Wiring
from zpj.rules import Profile
from zpj.vba.modules import Module, form_modules
from zpj_generator.package import Macros

DOCUMENTS = ("FormSheet", "InstructionsSheet", "RegistrySheet")
"""Code names of the sheets of a form, in their order; the book itself is ThisWorkbook."""

_NOT_COMPILED = bytes.fromhex("cc61 ffff 00 0000")
"""The stream of compiled code without any, of a version that no Excel has: every one compiles the sources
(MS-OVBA 2.3.4.1)."""


def form_macros(profile: Profile, wiring: Wiring = Wiring.NATIVE) -> Macros:
    """What makes a form of ``profile`` macro-enabled."""
    return Macros(form_project(profile), wiring)


@cache
def form_project(profile: Profile) -> bytes:
    """The project of the forms of ``profile``."""
    return vba_project(form_modules(profile))


def vba_project(modules: Sequence[Module], documents: Sequence[str] = DOCUMENTS) -> bytes:
    """The project of a book whose sheets have the code names ``documents``; the same bytes every time.

    Only the project is taken from what pyOpenVBA saves: Excel finds fault with its packages.
    """
    with TemporaryDirectory() as folder:
        book = Path(folder, "book.xlsm")
        _empty_book(documents).save(book)
        with ExcelFile(book) as file:
            project = file.add_vba_project()
            for module in modules:
                kind = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
                project.add_module(module.name, module.source.replace("\n", "\r\n"), kind=kind)
            file.save()
        with ExcelFile(book) as file:
            storage = CFB.from_bytes(file.vba_project_bytes())
    storage.write_stream_in_storage("VBA", "_VBA_PROJECT", _NOT_COMPILED)
    return storage.to_bytes()


def _empty_book(documents: Sequence[str]) -> Workbook:
    book = Workbook()
    book.code_name = "ThisWorkbook"
    book.remove(book.worksheets[0])
    for name in documents:
        book.create_sheet().sheet_properties.codeName = name
    return book
