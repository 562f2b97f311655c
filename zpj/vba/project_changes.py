"""A returned VBA project held against the one that was issued: module by module, token by token."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import Any, NamedTuple

from zpj.rules import Profile
from zpj.vba.dir_stream import VBA
from zpj.vba.statements import Source, Statement, Token, read_source
from zpj.vba.vba_project import form_project
from zpj.vba.vba_reader import ReadModule, ReadProject, read_project

_LAWFUL: Mapping[str, Any] = tomllib.loads(
    (files("zpj.vba") / "project_parts.toml").read_text(encoding="utf-8")
)
_ENDS = Statement(0, (), "")
_DOCUMENT = "Document"
_OPTION_EXPLICIT = (("name", "option"), ("name", "explicit"))


class ChangeKind(StrEnum):
    """What is not as issued; the values are keys of the words."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    ATTRIBUTES = "attributes"
    TYPE = "type"
    STREAM = "stream"
    REFERENCE = "reference"
    PROTECTED = "protected"
    CODE_PAGE = "code_page"
    CONSTANTS = "constants"
    NAME = "name"


class Change(NamedTuple):
    """One thing that is not as issued."""

    kind: ChangeKind
    name: str
    """Of the module, stream or library."""
    line: int = 0
    """Of the first line that differs; 0 where no line does."""
    found: str = ""
    expected: str = ""
    """The lines; empty where the module ends."""


def project_changes(project: bytes, profile: Profile) -> tuple[Change, ...]:
    """What in ``project`` is not as it was issued with a form of ``profile``, whoever saved it since.

    Raises:
        UnreadableProject: ``project`` cannot be read.
    """
    if project == form_project(profile):
        return ()
    return _changes(project, profile)


def is_compiled(project: bytes) -> bool:
    """Whether ``project`` holds compiled code, which programs may run in the place of the source.

    Raises:
        UnreadableProject: ``project`` cannot be read.
    """
    return _read(project).is_compiled


_read = lru_cache(maxsize=4)(read_project)
_source = lru_cache(maxsize=256)(read_source)  # the modules of a batch are the same, or nearly all of them


@lru_cache(maxsize=4)  # what one program saved is the same in form after form
def _changes(project: bytes, profile: Profile) -> tuple[Change, ...]:
    issued, returned = _read(form_project(profile)), _read(project)
    return (*_module_changes(issued, returned), *_project_changes(issued, returned))


def _module_changes(issued: ReadProject, returned: ReadProject) -> Iterator[Change]:
    ours = {each.name.lower(): each for each in issued.modules}
    times = Counter(each.name.lower() for each in returned.modules)
    for module in returned.modules:
        if times[module.name.lower()] > 1 or (
            module.name.lower() not in ours and not _is_of_a_sheet(module, issued)
        ):
            yield Change(ChangeKind.ADDED, module.name)
        elif original := ours.get(module.name.lower()):
            yield from _changes_of(original, module)
    for name, module in ours.items():
        # LibreOffice drops the empty modules of sheets once it has taken a sheet out.
        if name not in times and not _is_of_a_sheet(module, issued):
            yield Change(ChangeKind.REMOVED, module.name)


def _is_of_a_sheet(module: ReadModule, issued: ReadProject) -> bool:
    """Whether this is the empty module that Excel gives every sheet, such as the one with our results."""
    source = _source(module.source)
    documents = [_source(each.source) for each in issued.modules if each.kind == _DOCUMENT]
    return (
        module.kind == _DOCUMENT
        and _unnamed(source) in map(_unnamed, documents)
        and all(each.tokens == _OPTION_EXPLICIT for each in source.statements)
    )


def _unnamed(source: Source) -> frozenset[tuple[Token, ...]]:
    return frozenset(each for each in source.attributes if each[0] != ("name", "vb_name"))


def _changes_of(issued: ReadModule, returned: ReadModule) -> Iterator[Change]:
    if issued.kind != returned.kind:
        yield Change(ChangeKind.TYPE, returned.name)
    if issued.source == returned.source:
        return
    ours, theirs = _source(issued.source), _source(returned.source)
    if ours.attributes != theirs.attributes:
        yield Change(ChangeKind.ATTRIBUTES, returned.name)
    statements = theirs.statements
    if issued.kind == _DOCUMENT and statements and statements[0].tokens == _OPTION_EXPLICIT:
        # Excel writes it by itself where its user asked for it.
        statements = statements[1:]
    for found, expected in zip_longest(statements, ours.statements, fillvalue=_ENDS):
        if found.tokens != expected.tokens:
            line = found.line or _last_line(theirs)
            yield Change(ChangeKind.CHANGED, returned.name, line, found.text, expected.text)
            return


def _last_line(source: Source) -> int:
    return source.statements[-1].line if source.statements else 1


def _project_changes(issued: ReadProject, returned: ReadProject) -> Iterator[Change]:
    if returned.name != issued.name:
        yield Change(ChangeKind.NAME, returned.name)
    if returned.code_page not in _LAWFUL["code_pages"]:
        yield Change(ChangeKind.CODE_PAGE, str(returned.code_page))
    if returned.constants != issued.constants:
        yield Change(ChangeKind.CONSTANTS, returned.constants)
    if returned.is_protected and not issued.is_protected:
        yield Change(ChangeKind.PROTECTED, returned.name)
    for kind, library in returned.references:
        if kind != "registered" or library not in _LAWFUL["libraries"]:
            yield Change(ChangeKind.REFERENCE, library)
    known = {
        *_LAWFUL["root_streams"],
        *(f"{VBA}/{name}" for name in _LAWFUL["vba_streams"]),
        *(f"{name}/" for name in _LAWFUL["storages"]),
    }
    cache = f"{VBA}/{_LAWFUL['cache_prefix']}"
    for stream in sorted(returned.streams - known):
        if not stream.startswith(cache):
            yield Change(ChangeKind.STREAM, stream)
