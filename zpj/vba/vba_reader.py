"""The VBA of a workbook, read back: of one that we wrote, or of whatever came back."""

import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from pyopenvba.vba import (
    ProjectStream,
    VBAModule,
    VBAModuleKind,
    VBAProject,
    parse_project_stream,
    parse_vba_project,
)

from zpj.vba.dir_stream import VBA, constants, require_size
from zpj.vba.obfuscation import NotObfuscated, deobfuscated

LARGEST_PROJECT = 512 * 1024
"""Bytes, several times a form's own project, packed and unpacked."""
COMPILED = "_VBA_PROJECT"
_NO_VERSION = b"\xff\xff"
"""Where the compiled code names its program: none, so every program compiles the source."""
_OPEN, _NO_PASSWORD, _VISIBLE = bytes(4), bytes(1), b"\xff"


class UnreadableProject(Exception):
    """A VBA project that is damaged, or too large for one of a form."""


@dataclass(frozen=True, slots=True)
class ReadModule:
    """A module as it came back."""

    name: str
    kind: str
    """How the PROJECT stream lists it: Module, Document, Class, BaseClass; empty where it does not."""
    source: str
    """With its attributes."""


@dataclass(frozen=True, slots=True)
class ReadProject:
    """All that a ``vbaProject.bin`` says."""

    name: str
    modules: tuple[ReadModule, ...]
    code_page: int
    constants: str
    """For conditional compilation."""
    references: tuple[tuple[str, str], ...]
    """Each library's or project's kind and GUID or path."""
    is_protected: bool
    """Whether Excel asks for a password before it shows the macros."""
    is_compiled: bool
    """Whether it holds compiled code that a program may run in the place of the source."""
    streams: frozenset[str]
    """Paths of the streams that are no module's, ``VBA/dir``; of storages with ``/`` at the end."""


def read_project(project: bytes) -> ReadProject:
    """What is in a ``vbaProject.bin``.

    Raises:
        UnreadableProject: whatever is wrong with it.
    """
    if len(project) > LARGEST_PROJECT:
        raise UnreadableProject
    try:
        with warnings.catch_warnings():
            # pyOpenVBA reads an unknown code page as another one, and only warns.
            warnings.simplefilter("error")
            return _read(CFB.from_bytes(project))
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


def _read(box: CFB) -> ReadProject:
    require_size(box, LARGEST_PROJECT)
    parsed = parse_vba_project(box)
    listed = parse_project_stream(box.get_stream_at((), "PROJECT"), code_page=parsed.code_page)
    compiled = box.get_stream_at((VBA,), COMPILED)
    return ReadProject(
        name=parsed.name,
        modules=tuple(_modules(parsed, listed)),
        code_page=parsed.code_page,
        constants=constants(parsed.dir_raw),
        references=tuple((each.kind, each.guid.upper() or each.libid) for each in parsed.references),
        is_protected=_is_protected(listed),
        is_compiled=compiled[2:4] != _NO_VERSION,
        streams=frozenset(_streams(box, parsed.modules)),
    )


def _modules(parsed: VBAProject, listed: ProjectStream) -> Iterator[ReadModule]:
    kinds = {
        **dict.fromkeys(listed.standard_modules, "Module"),
        **dict.fromkeys(listed.class_modules, "Class"),
        **dict.fromkeys(listed.base_classes, "BaseClass"),
        **{name: "Document" for name, _ in listed.document_modules},
    }
    for each in parsed.modules:
        kind = kinds.get(each.name, "")
        # The two streams say of what kind a module is, and programs believe one or the other.
        agrees = (each.kind is VBAModuleKind.standard) == (kind == "Module")
        yield ReadModule(each.name, kind if agrees else "", each.source)


def _is_protected(listed: ProjectStream) -> bool:
    held = listed.protection
    try:
        state, password, visible = map(deobfuscated, (held.cmg, held.dpb, held.gc))
    except NotObfuscated:
        return True
    return state != _OPEN or password != _NO_PASSWORD or visible != _VISIBLE


def _streams(box: CFB, modules: list[VBAModule]) -> Iterator[str]:
    yield from box.list_streams_at(())
    for storage in box.list_storages_at(()):
        yield f"{storage}/"
    left = Counter(name.lower() for name in box.list_streams_in_storage(VBA))
    left.subtract(each.stream_name.lower() for each in modules)
    for name in box.list_streams_in_storage(VBA):
        if left[name.lower()] > 0:
            yield f"{VBA}/{name}"
    for storage in box.list_storages_at((VBA,)):
        yield f"{VBA}/{storage}/"
